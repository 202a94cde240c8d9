#!/usr/bin/env python3
"""make.py: writes the pages and their gold into the folder above (README.md there says what they are).

The articles stand in articles.*.txt; each build*.py has one function for each page, which writes the page as one system of that
kind does.  What is written is committed: the pages are what is tested, this is how they came to be.
"""
import builds1, builds2, builds3, builds4
from common import HERE, articles

table = ['page\thalf\tlang\tdate\tsource\ttitle']
for number, a in sorted(articles().items()):
    name = f'b{number:02}'
    build = next(getattr(m, name) for m in (builds1, builds2, builds3, builds4) if hasattr(m, name))
    page = build(a)
    (HERE.parent / f'{number:02}.html').write_bytes(page if isinstance(page, bytes) else page.encode('utf-8'))
    (HERE.parent / f'{number:02}.txt').write_text('\n'.join(a.gold()) + '\n')
    table.append('\t'.join([f'{number:02}', 'open' if number % 2 else 'held', a.lang, a.date, a.source, a.title]))
(HERE.parent / 'gold.tsv').write_text('\n'.join(table) + '\n')
