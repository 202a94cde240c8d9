#!/usr/bin/env python3
"""Names of news, spans and types exact, against the project's own test sets in test/bench/names (CoNLL-2002 types; no training touched them).

usage: name_sets.py COULISSE LANG [FOLDER] [--errors N]

FOLDER: annotated sets kept beside the repository (default ../shared/data): the Dutch set names sentences of its ud/nl/nl_alpino-ud-dev.conllu.
Each text is parsed as running text; a name counts as found when begin, end and type in the text agree.  --errors prints N of the differences.
"""
import json, os, subprocess, sys
from collections import Counter

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


def main():
    args = [a for a in sys.argv[1:] if a != "--errors"]
    errors = int(args.pop()) if "--errors" in sys.argv else 0
    program, lang = args[:2]
    rows = gold(lang, args[2] if len(args) > 2 else os.path.join(HERE, "../../../shared/data"))
    if rows is None:
        print(f"names {lang}: the treebank is not beside the repository, not measured")
        return
    right, said, there = Counter(), Counter(), Counter()
    # one file a text: paragraphs would not tell which text a name is of
    lines = "".join(json.dumps({"text": t, "lang": lang}) + "\n" for _, t, _ in rows)
    out = subprocess.run([program, "parse", "--format", "json", "--lang", lang, "--input", "jsonl", "-"], input=lines, capture_output=True, text=True, check=True).stdout
    found = [json.loads(l) for l in out.splitlines()]
    assert len(found) == len(rows), f"{len(rows)} texts became {len(found)}"
    for (source, text, names), d in zip(rows, found):
        shift = d["text"].find(text.strip()[:20])
        want = placed(text, names)
        got = {(n["start"] - shift, n["end"] - shift, n["type"]) for s in d["sentences"] for n in s["names"]}
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
