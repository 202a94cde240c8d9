#!/usr/bin/env python3
"""Weights of the confidence of events: logistic regression with a quadratic penalty.

usage: confidence.py TRAITS.tsv[=WEIGHT]… [--fresh TRAITS.tsv…] > data/confidence.txt

TRAITS.tsv  rows of judged.py or of `coulisse eval --traits GOLD`: document, 1 or 0 (right in type, participants and status), type, traits; with a weight, a row counts for so much.
Rows behind --fresh count whole, too; they are of lines drawn lately, of which hardly one has gone since, while of the others those judged wrong have been mended and have gone:
the base is moved so that of the fresh rows, cross-validated, as many are right as is said.
Says, of the rows that count whole, on standard error, cross-validated over documents (ten folds): the Brier score, and by tenths of the confidence what was said and what was right.
"""
import math, random, sys
from collections import defaultdict

PENALTY, STEPS = 8.0, 400		# 3 gives nearly the same Brier score, but says a little too much above .8


def sigmoid(x):
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, x))))


def fit(rows, names):
    """Gradient descent with a step for each weight (Rprop); the base is not penalised."""
    w = dict.fromkeys(names, 0.0)
    step, last = dict.fromkeys(names, 0.1), dict.fromkeys(names, 0.0)
    for _ in range(STEPS):
        g = {n: (PENALTY * w[n] if n != "base" else 0.0) for n in names}
        for right, traits, weight in rows:
            off = weight * (sigmoid(sum(w[t] for t in traits)) - right)
            for t in traits:
                g[t] += off
        for n in names:
            step[n] = min(1.0, step[n] * 1.2) if g[n] * last[n] > 0 else max(1e-6, step[n] * 0.5) if g[n] * last[n] < 0 else step[n]
            w[n] -= math.copysign(step[n], g[n]) if g[n] else 0.0
            last[n] = g[n]
    return w


def move(said):
    """How much to add to the sums, so that as many of the fresh rows are right as is said."""
    late = [(x, right) for x, right, fresh in said if fresh]
    low, high = -3.0, 3.0
    for _ in range(40 if late else 0):
        middle = (low + high) / 2
        if sum(sigmoid(x + middle) for x, _ in late) > sum(right for _, right in late):
            high = middle
        else:
            low = middle
    return (low + high) / 2


def main():
    docs, lately, fresh = defaultdict(list), set(), False
    for argument in sys.argv[1:]:
        if argument == "--fresh":
            fresh = True
            continue
        path, _, weight = argument.partition("=")
        for line in open(path, encoding="utf8"):
            doc, right, kind, traits = line.rstrip("\n").split("\t")
            said = ["say " + t for t in traits.split()] if kind == "SAY" else []
            if fresh:
                lately.add(doc)
            docs[doc].append((int(right), ["base", "type " + kind] + ["trait " + t for t in traits.split()] + said, float(weight or 1)))
    if not docs:
        sys.exit(__doc__)
    names = sorted({t for rows in docs.values() for _, traits, _ in rows for t in traits})
    order = sorted(docs)
    random.Random(1).shuffle(order)
    said = []
    for fold in range(10):
        train = [r for i, d in enumerate(order) if i % 10 != fold for r in docs[d]]
        w = fit(train, names)
        said += [(sum(w[t] for t in traits), right, d in lately) for i, d in enumerate(order) if i % 10 == fold for right, traits, weight in docs[d] if weight == 1]
    shift = move(said)
    said = [(sigmoid(x + shift), right) for x, right, late in said if late or not lately]
    print(f"{len(said)} events, with others in {len(docs)} documents; cross-validated Brier {sum((p - y) ** 2 for p, y in said) / len(said):.3f}", file=sys.stderr)
    base = sum(y for _, y in said) / len(said)
    print(f"always saying {base:.2f}: {base * (1 - base):.3f}", file=sys.stderr)
    for b in range(10):
        part = [(p, y) for p, y in said if b / 10 <= p < (b + 1) / 10]
        if part:
            print(f"{b / 10:.1f}-{(b + 1) / 10:.1f}  said {sum(p for p, _ in part) / len(part):.2f}  right {sum(y for _, y in part) / len(part):.2f}  of {len(part)}", file=sys.stderr)
    w = fit([r for d in order for r in docs[d]], names)
    w["base"] += shift
    print("# Weights of the confidence of events, made by train/confidence.py: base W, trait WORD W, type WORD W.")
    for n in names:
        if abs(w[n]) >= 0.005 or n == "base":
            print(f"{n} {w[n]:.3f}")


if __name__ == "__main__":
    main()
