#!/usr/bin/env python3
"""Exact typed spans of named entities (PER, LOC, ORG) against a BIO file.

usage: score_names.py GOLD.iob2 COULISSE LANG

GOLD.iob2 has lines "number word tag …" and a blank line between sentences; COULISSE is the program, which parses the words as they stand.
Prints precision, recall and F1 of each type and of all.
"""
import subprocess, sys, tempfile
from collections import Counter

TYPES = ("PER", "LOC", "ORG")


def spans(tags):
    out, i = set(), 0
    while i < len(tags):
        if tags[i][0] in "BI":
            j = i + 1
            while j < len(tags) and tags[j] == "I-" + tags[i][2:]:
                j += 1
            out.add((i, j, tags[i][2:]))
            i = j
        else:
            i += 1
    return {s for s in out if s[2] in TYPES}


def blocks(lines, columns):
    """Sentences as lists of the chosen columns; comments and multi-word ranges are skipped."""
    rows = []
    for line in lines:
        c = line.rstrip("\n").split("\t")
        if line.startswith("#") or "-" in c[0] and len(c) == 10:
            continue
        if len(c) > max(columns):
            rows.append([c[k] for k in columns])
        elif rows:
            yield rows
            rows = []
    if rows:
        yield rows


def main():
    gold = list(blocks(open(sys.argv[1], encoding="utf8"), (1, 2)))
    with tempfile.NamedTemporaryFile("w", suffix=".conllu", encoding="utf8") as f:
        for s in gold:
            for i, (word, _) in enumerate(s):
                f.write(f"{i + 1}\t{word}\t_\tX\t_\t_\t{1 if i else 0}\t{'dep' if i else 'root'}\t_\t_\n")
            f.write("\n")
        f.flush()
        out = subprocess.run([sys.argv[2], "parse", "--lang", sys.argv[3], "--input", "conllu", f.name], capture_output=True, text=True, check=True).stdout
    found = list(blocks(out.split("\n"), (9,)))
    right, said, there = Counter(), Counter(), Counter()
    for g, p in zip(gold, found):
        a = spans([t for _, t in g])
        b = spans([next((m[3:] for m in x[0].split("|") if m.startswith("NE=")), "O") for x in p])
        right.update(s[2] for s in a & b)
        said.update(s[2] for s in b)
        there.update(s[2] for s in a)
    for name, r, s, t in [(k, right[k], said[k], there[k]) for k in TYPES] + [("all", sum(right.values()), sum(said.values()), sum(there.values()))]:
        print(f"{name}  P {r / max(1, s):.3f}  R {r / max(1, t):.3f}  F1 {2 * r / max(1, s + t):.3f}  gold {t}")


if __name__ == "__main__":
    main()
