#!/usr/bin/env python3
"""extract.py PAGES_DIR NAME=LINES.jsonl… [--errors NAME]: how much of the gold each extractor found (extract.sh; the gold's form stands in test/pages/README.md).

Tokens are runs of letters and digits in lower case, counted with their number (a bag, as in the SQuAD measure).  What the gold marks with "~"
(captions, bylines, pull quotes, times) counts neither for nor against.  F1 is the mean over pages.
"""
import json, pathlib, re, sys, unicodedata
from collections import Counter


def bag(text):
    return Counter(re.findall(r'\w+', unicodedata.normalize('NFC', text).lower().replace('_', ' ')))


def same(x, y):
    """Are titles or names the same but for case, quotation marks and white space?"""
    flat = lambda s: ' '.join(re.findall(r'\w+', unicodedata.normalize('NFC', s).lower()))
    return flat(x) == flat(y)


def f1(gold, optional, text):
    found = bag(text)
    hit = sum((found & gold).values())
    extra = found - gold
    extra -= optional
    extra = sum(extra.values())
    if not hit:
        return 0.0, gold, found
    p, r = hit / (hit + extra), hit / sum(gold.values())
    return 2 * p * r / (p + r), gold - found, (found - gold) - optional


def main():
    pages = pathlib.Path(sys.argv[1])
    gold = {}
    for line in (pages / 'gold.tsv').read_text().splitlines()[1:]:
        page, half, lang, date, source, title = line.split('\t')
        lines = (pages / f'{page}.txt').read_text().splitlines()
        gold[page] = {'half': half, 'date': date, 'source': source, 'title': title, 'lang': lang,
                      'text': bag('\n'.join(x for x in lines if not x.startswith('~ '))), 'optional': bag('\n'.join(x[2:] for x in lines if x.startswith('~ ')) + '\n' + title)}
    errors = sys.argv[sys.argv.index('--errors') + 1] if '--errors' in sys.argv else None
    half_of_errors = sys.argv[sys.argv.index('--half') + 1] if '--half' in sys.argv else 'open'
    print(f'{"extractor":14}{"half":8}{"pages":>6}{"F1":>8}{"worst":>8}{"title":>8}{"date":>8}{"source":>8}')
    for name, path in (x.split('=') for x in sys.argv[2:] if '=' in x):
        rows = []
        for line in open(path):
            x = json.loads(line)
            g = gold[pathlib.Path(x['page']).stem]
            score, missed, extra = f1(g['text'], g['optional'], x['text'])
            rows.append((g['half'], score, same(x['title'], g['title']), x['date'] == g['date'], any(same(x['source'], y) for y in g['source'].split(' / '))))
            if name == errors and g['half'] == half_of_errors and (score < 0.995 or not all(rows[-1][2:])):
                print(f"# {x['page']} F1 {score:.3f} title {x['title']!r} date {x['date']} ({g['date']}) source {x['source']!r} ({g['source']!r})")
                print('#    missed:', ' '.join(list(missed.elements())[:30]))
                print('#    extra: ', ' '.join(list(extra.elements())[:30]))
        for half in ('open', 'held', 'both'):
            r = [x for x in rows if half in (x[0], 'both')]
            if r:
                mean = lambda i: sum(x[i] for x in r) / len(r)
                print(f'{name:14}{half:8}{len(r):6}{mean(1):8.3f}{min(x[1] for x in r):8.3f}{mean(2):8.1%}{mean(3):8.1%}{mean(4):8.1%}')


main()
