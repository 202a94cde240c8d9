#!/usr/bin/env python3
"""How many texts give no line: `coulisse code FILE | test/bench/silent.py FILE [WORDS]`

FILE: JSON Lines with id, text and category.  Prints for each category with at least 50 texts of WORDS words or more (11) how many there are and the
share of them without an event, a state or a claim: an upper bound of what is missed, for some texts tell nothing that the record has.  Written by hand for
this project.
"""
import collections
import json
import sys


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    words = int(sys.argv[2]) if len(sys.argv) > 2 else 11
    told = {line["doc"] for line in map(json.loads, sys.stdin) if line.get("kind") in ("event", "state", "claim")}
    texts, silent = collections.Counter(), collections.Counter()
    with open(sys.argv[1], encoding="utf-8") as file:
        for text in map(json.loads, file):
            if len(text["text"].split()) >= words:
                texts[text.get("category") or "-"] += 1
                silent[text.get("category") or "-"] += text["id"] not in told
    print(f"{'category':36} texts  silent")
    for category, n in texts.most_common():
        if n >= 50:
            print(f"{category[:36]:36} {n:5}  {silent[category] / n:.3f}")
    print(f"{'all':36} {sum(texts.values()):5}  {sum(silent.values()) / max(1, sum(texts.values())):.3f}")


if __name__ == "__main__":
    main()
