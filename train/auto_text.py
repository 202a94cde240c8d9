#!/usr/bin/python3
"""Open running text for co-training (train.py --auto): paragraphs with blank lines between them, to standard output.

usage: auto_text.py LANG DATA

English: 6,000 items of current events, the paragraphs of Wikinews, 2,500 lines of the open text; Dutch: 9,000 lines of the open text.  The texts
of the test set of names (test/bench/names) are left out.
"""
import json, lzma, os, random, sys

HERE = os.path.dirname(os.path.abspath(__file__))


def lines(path):
    return lzma.open(path, "rt", encoding="utf8", errors="replace")


def main():
    lang, data = sys.argv[1:3]
    rng, out = random.Random(5), []
    tests = os.path.join(HERE, "..", "test", "bench", "names", lang + ".tsv")
    rows = [l.split("\t") for l in open(tests, encoding="utf8") if not l.startswith("#")]
    pages, kept = {r[0] for r in rows if len(r) == 3}, {r[1][:60] for r in rows if len(r) == 3}
    if lang == "en":
        items = [json.loads(l)["text"].replace("\n", " ") for l in lines(os.path.join(data, "corpora/wikipedia_current_events.jsonl.xz"))]
        out += rng.sample([t for t in items if 60 < len(t) < 400 and t[:60] not in kept], 6000)
        for line in lines(os.path.join(data, "corpora/wikinews_2019_2020.jsonl.xz")):
            page = json.loads(line)
            if "wn " + page["id"] not in pages:
                out += [p for p in page["text"].split("\n") if 60 < len(p) < 900]
    text = [l.strip() for l in lines(os.path.join(data, f"text/{lang}_open.txt.xz")) if 60 < len(l) < 700]
    out += rng.sample(text, 2500 if lang == "en" else 9000)
    rng.shuffle(out)
    print("\n\n".join(out))


if __name__ == "__main__":
    main()
