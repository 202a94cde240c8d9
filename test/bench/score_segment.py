#!/usr/bin/env python3
"""Words and sentences of the segmenter against a treebank.

usage: score_segment.py SEGMENT LANG_DIR GOLD.conllu [--errors N] [--lines]

SEGMENT is the program of segment.c.  The raw text is that of the "# text" lines: sentences of a document joined by a blank, paragraphs by a
line end; with --lines one also follows a sentence that ends in a letter or digit (headings, items).  A word is right when it covers the same characters (white space removed); parts of a multi-word token whose letters do not
divide count by their order in it.
"""
import collections, re, subprocess, sys


def gold(path):
    text, words, sents, at = [], set(), set(), 0
    for block in open(path, encoding="utf8").read().split("\n\n"):
        lines = block.split("\n")
        rows = [l.split("\t") for l in lines if l and l[0] != "#"]
        if not rows:
            continue
        own = [l for l in lines if l.startswith("# text =")][0][9:].strip()
        par = any(l.startswith(("# newdoc", "# newpar")) for l in lines)
        if text:
            text.append("\n" if par or ("--lines" in sys.argv and text[-1][-1].isalnum()) else " ")
        text.append(own)
        begin, skip = at, None
        for i, r in enumerate(rows):
            form = re.sub(r"\s", "", r[1])
            if "." in r[0]:
                continue
            if "-" in r[0]:
                a, b = map(int, r[0].split("-"))
                parts = [re.sub(r"\s", "", x[1]) for x in rows[i + 1:] if x[0].isdigit()][:b - a + 1]
                if "".join(parts) != form:
                    for k in range(len(parts)):
                        words.add((at, at + len(form), k))
                    at += len(form)
                    skip = b
                continue
            if skip and int(r[0]) <= skip:
                continue
            words.add((at, at + len(form), 0))
            at += len(form)
        sents.add((begin, at))
    return "".join(text), words, sents


def system(program, lang, text):
    raw = text.encode("utf8")
    out = subprocess.run([program, lang], input=raw, stdout=subprocess.PIPE, check=True).stdout.decode("utf8")
    place, n = [0] * (len(raw) + 1), 0        # byte → characters that are not white space before it
    b = 0
    for c in text:
        place[b] = n
        b += len(c.encode("utf8"))
        n += not c.isspace()
    place[len(raw)] = n
    words, sents = set(), set()
    for sent in out.split("\n\n"):
        rows = [l.split("\t") for l in sent.split("\n") if l]
        last = None
        for s, e, _ in rows:
            span = (place[int(s)], place[int(e)])
            k = last[2] + 1 if last and last[:2] == span else 0
            last = (*span, k)
            words.add(last)
        if rows:
            sents.add((place[int(rows[0][0])], place[int(rows[-1][1])]))
    return words, sents


def f1(gold_set, found):
    return 200 * len(gold_set & found) / (len(gold_set) + len(found))


def main():
    text, gw, gs = gold(sys.argv[3])
    sw, ss = system(sys.argv[1], sys.argv[2], text)
    print(f"{sys.argv[3].rsplit('/', 1)[-1]}: words {f1(gw, sw):.2f}  sentences {f1(gs, ss):.2f}  ({len(gw)} words, {len(gs)} sentences)")
    if "--errors" in sys.argv:
        most = int(sys.argv[sys.argv.index("--errors") + 1])
        bare = re.sub(r"\s", "", text)
        missed = sorted(gw - sw)
        shown = collections.Counter()
        for a, b, _ in missed:
            found = [bare[x:y] for x, y, _ in sorted(sw) if x < b and y > a] if len(shown) < most * 3 else []
            shown[(bare[a:b], " ".join(found))] += 1
        for (w, f), n in shown.most_common(most):
            print(f"  {n} word «{w}» found «{f}»")
        ends, found = {e for _, e in gs}, {e for _, e in ss}
        for kind, places in (("not ended", sorted(ends - found)), ("ended", sorted(found - ends))):
            print(f"  {kind}: {len(places)}")
            for e in places[:most]:
                print(f"    {bare[max(0, e - 25):e]} ‖ {bare[e:e + 25]}")


main()
