#!/usr/bin/python3
"""Writes the open text of one language as the words that the vectors are trained on: lower case, digits as 0, one line a paragraph.

usage: tokens.py LANG DATA > LANG.tok

DATA as in train.py; the running text, the treebanks' training parts (twice) and, for English, the openly licensed news items.
"""
import glob, json, lzma, os, re, sys
from conllu import read_conllu
from network import key_of

WORD = re.compile(r"\d+(?:[.,:]\d+)*|\w+(?:[-'’]\w+)*|[^\w\s]")


def main():
    lang, data = sys.argv[1:3]

    def emit(words):
        if len(words) > 2:
            print(" ".join(key_of(w) for w in words))

    def text(line):
        if lang == "en":
            line = line.replace("'s ", " 's ").replace("’s ", " 's ").replace("n't", " n't")
        emit(WORD.findall(line))

    for line in lzma.open(os.path.join(data, "text", f"{lang}_open.txt.xz"), "rt", errors="replace"):
        text(line)
    for path in sorted(glob.glob(os.path.join(data, "ud", lang, "*train*"))):
        for _, rows in read_conllu(path):
            for _ in range(2):
                emit([t.form for t in rows])
    if lang == "en":
        for name in ("wikipedia_current_events", "wikinews_2019_2020"):
            for line in lzma.open(os.path.join(data, "corpora", name + ".jsonl.xz"), "rt"):
                text(json.loads(line)["text"])


if __name__ == "__main__":
    main()
