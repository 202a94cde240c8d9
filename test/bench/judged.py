#!/usr/bin/env python3
"""What was judged by eye, in the tables of doc/accuracy.md.

usage: judged.py [judged_lines.tsv]

A row is one event line: round of judging, language, how it was drawn ("random"; "sure": one more of those at confidence .8 or above; "mixed": not told
apart), its confidence when it was judged, and 1 or 0 for type, participants and status, with the main cause of the fault.  Texts are not kept.
"""
import os, sys
from collections import Counter

BINS = [0, .1, .3, .5, .7, .8, .9, 1.01]


def share(rows, of):
    return sum(of(r) for r in rows) / max(1, len(rows))


def right(r):
    return r["type"] == r["participants"] == r["status"] == "1"


def main():
    path = sys.argv[1] if len(sys.argv) > 1 else os.path.join(os.path.dirname(__file__), "judged_lines.tsv")
    with open(path, encoding="utf8") as f:
        names = next(f).rstrip("\n").split("\t")
        all_rows = [dict(zip(names, line.rstrip("\n").split("\t"))) for line in f]
    for rnd in sorted({r["round"] for r in all_rows}, key=int):
        for lang in ("nl", "en"):
            rows = [r for r in all_rows if r["round"] == rnd and r["lang"] == lang]
            print(f"== round {rnd}, {lang}")
            for name, part in (("all", rows), ("at random", [r for r in rows if r["drawn"] == "random"]), ("confidence >= .8", [r for r in rows if float(r["confidence"]) >= .8])):
                if part:
                    print(f"{name:17} {len(part):4}  type {share(part, lambda r: r['type'] == '1'):.2f}  participants {share(part, lambda r: r['participants'] == '1'):.2f}"
                          f"  status {share(part, lambda r: r['status'] == '1'):.2f}  all three {share(part, right):.2f}")
            for low, high in zip(BINS, BINS[1:]):
                part = [r for r in rows if low <= float(r["confidence"]) < high]
                if part:
                    print(f"confidence {low:.1f}-{min(high, 1):.1f}  right {share(part, right):.2f} of {len(part)}")
            part = [r for r in rows if r["drawn"] == "random"]
            if part:
                base = share(part, right)
                print(f"Brier at random {share(part, lambda r: (float(r['confidence']) - right(r)) ** 2):.3f}, always saying the mean {base * (1 - base):.3f}")
            for cause, n in Counter(r["cause"] for r in rows if r["cause"] != "-").most_common():
                print(f"{n:4}  {cause}")


if __name__ == "__main__":
    main()
