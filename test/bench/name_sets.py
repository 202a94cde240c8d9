#!/usr/bin/env python3
"""Names of news, spans and types exact, against the project's own test sets in test/bench/names (CoNLL-2002 types; no training touched them).

usage: name_sets.py COULISSE LANG [FOLDER] [--alone] [--errors N]

FOLDER: annotated sets kept beside the repository (default ../shared/data): the Dutch set names sentences of its ud/nl/nl_alpino-ud-dev.conllu.
The sentences of an article are parsed as one document, each a paragraph, a single news item alone; a name counts as found when begin, end and
type agree.  --errors prints N of the sentences with differences; --alone parses every sentence as a document of its own.
"""
import json, os, subprocess, sys
from collections import Counter
from itertools import groupby

HERE = os.path.dirname(os.path.abspath(__file__))
TYPES = ("PER", "LOC", "ORG", "MISC")


def placed(text, items):
    """"TYPE=name|…", in the order of the text → {(begin, end, type)}."""
    out, at = set(), 0
    for item in filter(None, items.split("|")):
        kind, _, name = item.partition("=")
        i = text.index(name, at)
        at = i + len(name)
        out.add((i, at, kind))
    return out


def gold(lang, folder):
    """[(source, text, names)]; None where the texts are not there."""
    rows = [l.rstrip("\n").split("\t") for l in open(os.path.join(HERE, "names", lang + ".tsv"), encoding="utf8") if not l.startswith("#")]
    if len(rows[0]) == 3:
        return rows
    path, texts, sent = os.path.join(folder, "ud/nl/nl_alpino-ud-dev.conllu"), {}, None
    if not os.path.exists(path):
        return None
    for line in open(path, encoding="utf8"):
        if line.startswith("# sent_id"):
            sent = line.split("=", 1)[1].strip()
        elif line.startswith("# text ="):
            texts[sent] = line.split("=", 1)[1].strip()
    return [(s, texts[s], names) for s, names in rows if s in texts]


def article(number, row):
    """What the sentence is part of: a Wikinews page, a newspaper article (sent_id up to its first backslash), else itself."""
    source = row[0]
    return source if source.startswith("wn ") else source.split("\\")[0] if "\\" in source else number


def main():
    args = [a for a in sys.argv[1:] if a not in ("--errors", "--alone")]
    errors = int(args.pop()) if "--errors" in sys.argv else 0
    program, lang = args[:2]
    rows = gold(lang, args[2] if len(args) > 2 else os.path.join(HERE, "../../../shared/data"))
    if rows is None:
        print(f"names {lang}: the treebank is not beside the repository, not measured")
        return
    right, said, there = Counter(), Counter(), Counter()
    documents = [list(g) for _, g in groupby(enumerate(rows), lambda r: r[0] if "--alone" in sys.argv else article(*r))]
    lines = "".join(json.dumps({"text": "\n\n".join(r[1] for _, r in d), "lang": lang}) + "\n" for d in documents)
    out = subprocess.run([program, "parse", "--format", "json", "--lang", lang, "--input", "jsonl", "-"], input=lines, capture_output=True, text=True, check=True).stdout
    found = [json.loads(l) for l in out.splitlines()]
    assert len(found) == len(documents), f"{len(documents)} documents became {len(found)}"
    for sentences, d in zip(documents, found):
        names_here = [n for s in d["sentences"] for n in s["names"]]
        at = 0
        for _, (_, text, names) in sentences:
            at = d["text"].index(text.strip(), at)
            shift = at - text.index(text.strip())
            at += len(text.strip())
            want = placed(text, names)
            got = {(n["start"] - shift, n["end"] - shift, n["type"]) for n in names_here if shift <= n["start"] < at}
            right.update(k for _, _, k in want & got)
            said.update(k for _, _, k in got)
            there.update(k for _, _, k in want)
            if errors > 0 and want != got:
                errors -= 1
                print(f"{text}\n   missing {sorted((k, text[a:b]) for a, b, k in want - got)}\n   wrong   {sorted((k, text[a:b]) for a, b, k in got - want)}")
    for name, r, s, t in [(k, right[k], said[k], there[k]) for k in TYPES] + [("all", sum(right.values()), sum(said.values()), sum(there.values()))]:
        print(f"{name:4}  P {r / max(1, s):.3f}  R {r / max(1, t):.3f}  F1 {2 * r / max(1, s + t):.3f}  gold {t}")


if __name__ == "__main__":
    main()
