#!/usr/bin/env python3
"""The forest of the confidence of events (random forest; needs scikit-learn, Debian's python3-sklearn).

usage: confidence.py TRAITS.tsv[=WEIGHT]… [--fresh TRAITS.tsv…] > data/confidence.txt

TRAITS.tsv  rows of judged.py or of `coulisse eval --traits GOLD`: document, 1 or 0 (right in type, participants and status), type, traits; with a weight, a row counts for so much.
Rows behind --fresh count twice; they are of lines drawn lately, of which hardly one has gone since, while of the others those judged wrong have been mended and have gone:
what the trees say is shifted (in logarithms of odds) so that of the fresh rows, cross-validated, as many are right as is said.
Says, of the fresh rows (without them, of all that count whole), on standard error, cross-validated over documents (ten folds): the Brier score, and by tenths of the
confidence what was said and what was right.  Documents of the same text, which a draw may take twice, must bear the same name, else the folds know each other.
"""
import random, sys
import numpy as np
from sklearn.ensemble import RandomForestClassifier

TREES, LEAST, TRIED = 200, 5, 0.2	# trees, rows in a leaf, share of the traits tried at a branch
FRESH = 2.0


def forest(seed, trees):
    return RandomForestClassifier(trees, min_samples_leaf=LEAST, max_features=TRIED, random_state=seed, n_jobs=2)


def odds(p):
    p = np.clip(p, 0.001, 0.999)
    return np.log(p / (1 - p))


def move(z, y):
    """How much to add to z, so that as many are right as is said."""
    low, high = -3.0, 3.0
    for _ in range(40):
        middle = (low + high) / 2
        if (1 / (1 + np.exp(-(z + middle)))).sum() > y.sum():
            high = middle
        else:
            low = middle
    return (low + high) / 2


def write_tree(tree, names, node=0):
    """Preorder: what is asked, what it is without, what it is with it; a leaf is how many of a thousand are right."""
    if tree.children_left[node] < 0:
        wrong, right = tree.value[node][0]
        return [str(round(1000 * right / (wrong + right)))]
    return [names[tree.feature[node]]] + write_tree(tree, names, tree.children_left[node]) + write_tree(tree, names, tree.children_right[node])


def main():
    rows, fresh = [], False
    for argument in sys.argv[1:]:
        if argument == "--fresh":
            fresh = True
            continue
        path, _, weight = argument.partition("=")
        for line in open(path, encoding="utf8"):
            doc, right, kind, traits = line.rstrip("\n").split("\t")
            rows.append((doc, int(right), [kind] + traits.split(), FRESH if fresh else float(weight or 1), fresh))
    if not rows:
        sys.exit(__doc__)
    names = sorted({t for r in rows for t in r[2]})
    column = {t: i for i, t in enumerate(names)}
    x, y = np.zeros((len(rows), len(names)), dtype=np.float32), np.array([r[1] for r in rows])
    for i, r in enumerate(rows):
        x[i, [column[t] for t in r[2]]] = 1
    weight, late = np.array([r[3] for r in rows]), np.array([r[4] for r in rows])
    shown = late if late.any() else weight >= 1
    order = sorted({r[0] for r in rows})
    random.Random(1).shuffle(order)
    fold = {d: i % 10 for i, d in enumerate(order)}
    folds, p = np.array([fold[r[0]] for r in rows]), np.zeros(len(rows))
    for k in range(10):
        p[folds == k] = forest(k, TREES).fit(x[folds != k], y[folds != k], sample_weight=weight[folds != k]).predict_proba(x[folds == k])[:, 1]
    shift = move(odds(p[shown]), y[shown])
    said, right = 1 / (1 + np.exp(-(odds(p[shown]) + shift))), y[shown]
    print(f"{len(rows)} events in {len(order)} documents; of {len(right)}, cross-validated: Brier {((said - right) ** 2).mean():.3f}, "
          f"always saying {right.mean():.2f}: {right.mean() * (1 - right.mean()):.3f}", file=sys.stderr)
    for b in range(10):
        part = (said >= b / 10) & (said < (b + 1) / 10)
        if part.any():
            print(f"{b / 10:.1f}-{(b + 1) / 10:.1f}  said {said[part].mean():.2f}  right {right[part].mean():.2f}  of {part.sum()}", file=sys.stderr)
    print("# The forest of the confidence of events, made by train/confidence.py (src/code/confidence.h says how to read it).")
    print(f"shift {shift:.3f}")
    for tree in forest(0, TREES).fit(x, y, sample_weight=weight).estimators_:
        print("tree", *write_tree(tree.tree_, names))


if __name__ == "__main__":
    main()
