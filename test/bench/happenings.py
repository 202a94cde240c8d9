#!/usr/bin/env python3
"""happenings.py make CORPORA SET > in.jsonl      the articles of the set (dev or test), from the folder with the two open corpora
happenings.py score STORE.db [dev|test]         pairwise precision and recall, and B-cubed, of the store's happenings

The set: happenings.tsv, one event line a row, found again by document, type and trigger.  What a later coder no longer finds is counted
and left out.  -v prints the pairs that are wrong."""
import collections
import hashlib
import itertools
import json
import lzma
import os
import sqlite3
import sys

SETS = {"dev": ("2019-10-06", "2019-10-16"), "test": ("2020-01-01", "2020-01-11")}


def make(folder, which):
    first, last = SETS[which]
    for name in ("wikinews_2019_2020", "wikipedia_current_events"):
        for line in lzma.open(os.path.join(folder, name + ".jsonl.xz"), "rt"):
            d = json.loads(line)
            if not first <= d["date"][:10] <= last:
                continue
            if name.startswith("wikipedia"):
                key = "wce-" + hashlib.sha256((d["date"] + d["text"]).encode()).hexdigest()[:10]
                d = {"id": key, "date": d["date"], "source": "Wikipedia current events", "lang": "en", "text": d["text"]}
            print(json.dumps(d, ensure_ascii=False))


def found(store):
    db = sqlite3.connect("file:%s?mode=ro" % store, uri=True)
    for doc, kind, happening, line, quote in db.execute(
            "SELECT d.id, e.type, e.happening, l.json, e.id FROM event e JOIN document d ON d.key = e.document JOIN line l ON l.key = e.key"
            " WHERE e.retired IS NULL AND e.learnt_until IS NULL"):
        line = json.loads(line)
        t = line.get("trigger") or {}
        yield (doc, kind, str(t.get("start")), str(t.get("end"))), happening, line["evidence"]["quote"]


def score(store, which, verbose):
    here = os.path.join(os.path.dirname(os.path.abspath(__file__)), "happenings.tsv")
    gold, missing = {}, 0
    system = {key: (h, quote) for key, h, quote in found(store)}
    for row in open(here):
        if row.startswith("#"):
            continue
        part, *key, label = row.rstrip("\n").split("\t")
        key = tuple(key)
        if part != which or label == "?":
            continue
        if key not in system:
            missing += 1
            continue
        gold[key] = label if label != "-" else key
    right = said = there = 0
    for x, y in itertools.combinations(sorted(gold), 2):
        a, b = system[x][0] == system[y][0], gold[x] == gold[y]
        said, there, right = said + a, there + b, right + (a and b)
        if verbose and a != b:
            print("wrong" if a else "missed", x[0][:8], x[1], "|", system[x][1][:150], "|", y[0][:8], system[y][1][:150])
    cubed_p = cubed_r = 0
    by_gold, by_system = collections.defaultdict(set), collections.defaultdict(set)
    for k in gold:
        by_gold[gold[k]].add(k)
        by_system[system[k][0]].add(k)
    for k in gold:
        both = len(by_gold[gold[k]] & by_system[system[k][0]])
        cubed_p += both / len(by_system[system[k][0]]) / len(gold)
        cubed_r += both / len(by_gold[gold[k]]) / len(gold)
    p, r = right / max(said, 1), right / max(there, 1)
    print("%s: %d lines (%d no longer coded), %d happenings; pairs: %d said, %d there, %d right" % (which, len(gold), missing, len(by_gold), said, there, right))
    print("pairwise P %.3f R %.3f F1 %.3f   B-cubed P %.3f R %.3f F1 %.3f"
          % (p, r, 2 * p * r / max(p + r, 1e-9), cubed_p, cubed_r, 2 * cubed_p * cubed_r / max(cubed_p + cubed_r, 1e-9)))


if sys.argv[1:2] == ["make"]:
    make(sys.argv[2], sys.argv[3])
elif sys.argv[1:2] == ["score"]:
    score(sys.argv[2], sys.argv[3] if len(sys.argv) > 3 else "dev", "-v" in sys.argv)
else:
    sys.exit(__doc__)
