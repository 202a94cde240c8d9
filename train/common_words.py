#!/usr/bin/python3
"""common_words.py SHARED LANG…: the common words in lang/XX/language.txt, from open running text.

Words of at least two letters that stand in lower case more often than not, by their share of all words summed over the texts; the
first COUNT of them, without those that another of the languages has TIMES as often; and the adjectives of countries and peoples in names.tsv.  The first two paragraphs of the file (function
words, written by hand) stay; the rest is written anew.  SHARED is the folder with data/text and data/ud.
"""
import collections
import lzma
import os
import re
import sys
import textwrap

COUNT, TIMES, LIMIT, WIDTH = 5000, 20, 9_000_000, 158
TEXTS = {
    "en": ["text/en_open.txt.xz", "ud/en/en_ewt-ud-train.conllu.xz", "ud/en/en_gum_open-train.conllu.xz"],
    "nl": ["text/nl_open.txt.xz", "ud/nl/nl_alpino_rebuilt-train.conllu.xz"],
}
HEAD = "# Further common words of running text (train/common_words.py), without those that another language has twenty times as often."


def shares(path):
    lower, other, n = collections.Counter(), collections.Counter(), 0
    with lzma.open(path, "rt", encoding="utf8", errors="replace") as f:
        for line in f:
            cells = line.split("\t")
            words = cells[1:2] if path.endswith(".conllu.xz") else re.findall(r"[^\W\d_']+", line)
            for w in words:
                (lower if w.islower() else other)[w.lower()] += 1
            n += len(words)
            if n > LIMIT:
                break
    total = sum(lower.values())
    return {w: c / total for w, c in lower.items() if c > other[w] and 2 <= len(w) <= 20}


def adjectives(folder):
    for line in open(os.path.join(folder, "names.tsv"), encoding="utf8"):
        cells = line.rstrip("\n").split("\t")
        if len(cells) > 2 and cells[1] == "adjective":
            for name in cells[2].split("|"):
                if name.strip().isalpha():
                    yield name.strip().lower()


def main():
    shared, langs = sys.argv[1], sys.argv[2:] or sorted(TEXTS)
    share = {}
    for lang, files in TEXTS.items():
        share[lang] = collections.Counter()
        for name in files:
            share[lang].update(shares(os.path.join(shared, "data", name)))
    for lang in langs:
        folder = os.path.join(os.path.dirname(__file__), "..", "lang", lang)
        path = os.path.join(folder, "language.txt")
        own = [line for line in open(path, encoding="utf8").read().split(HEAD)[0].split("\n") if line.strip()]
        have = set(" ".join(line for line in own if not line.startswith("#")).split())
        others = [s for x, s in share.items() if x != lang]
        words = [w for w, _ in share[lang].most_common(COUNT) if all(s[w] <= share[lang][w] * TIMES for s in others)]
        words += adjectives(folder)
        with open(path, "w", encoding="utf8") as f:
            f.write("\n".join(own) + "\n" + HEAD + "\n")
            f.write("\n".join(textwrap.wrap(" ".join(sorted(set(words) - have)), WIDTH)) + "\n")


main()
