#!/usr/bin/env python3
"""mixed.py ARTICLES.jsonl[.xz] N FOLDER [PARAGRAPHS]: N files of mixed kinds out of articles, for measuring runs over many files.

In folders of a thousand; of each twenty files eight are texts, nine pages (one of them cut off somewhere), two JSON Lines with three articles, and one is
broken: empty, random bytes, broken JSON, a PDF's head, XML of no kind, half an encoding.  The same arguments give the same files.
"""
import html
import json
import lzma
import os
import random
import sys

NAV = "".join(f'<li><a href="/s/{i}">Section {i} of the site</a></li>' for i in range(60))
STYLE = "<style>" + ".a{margin:0;padding:0;color:#333}\n" * 400 + "</style>"
SCRIPT = "<script>" + 'window.x=window.x||[];x.push({a:1,b:"c"});\n' * 400 + "</script>"
TEASERS = "".join(f'<div class="teaser"><h3><a href="/r/{i}">Another headline number {i}</a></h3><p>A short teaser text.</p></div>' for i in range(40))


def paragraphs(article, n):
    return [p for p in article["text"].split("\n") if p.strip()][:n]


def page(article, n):
    body = "".join(f"<p>{html.escape(p)}</p>" for p in paragraphs(article, n))
    title = html.escape(article["title"])
    return (f'<!doctype html><html><head><meta charset="utf-8"><title>{title}</title>{STYLE}{SCRIPT}</head><body><nav><ul>{NAV}</ul></nav>'
            f"<main><article><h1>{title}</h1>{body}</article></main><aside>{TEASERS}</aside></body></html>").encode()


def broken(article, which, chance):
    return [b"", chance.randbytes(3000), b'{"text":"x\n{"id":\n', b"%PDF-1.4 xx", b'<?xml version="1.0"?><foo/>',
            article["title"].encode("utf-16-le") + b"\x00\xff" * 9][which % 6]


def make(articles, i, n, chance):
    article, kind = articles[i % len(articles)], i % 20
    if kind < 8:
        return "txt", (article["title"] + "\n\n" + "\n\n".join(paragraphs(article, n))).encode()
    if kind < 16:
        return "html", page(article, n)
    if kind < 18:
        some = [articles[(i + j) % len(articles)] for j in range(3)]
        return "jsonl", "".join(json.dumps({"id": f"{i}-{j}", "title": a["title"], "text": "\n".join(paragraphs(a, n)), "date": a["date"]}) + "\n"
                                for j, a in enumerate(some)).encode()
    if kind == 18:
        return "cut", broken(article, i // 20, chance)
    return "html", page(article, n)[:chance.randint(50, 30000)]


def main():
    source, count, folder = sys.argv[1], int(sys.argv[2]), sys.argv[3]
    n = int(sys.argv[4]) if len(sys.argv) > 4 else 4
    chance = random.Random(7)
    with (lzma.open if source.endswith(".xz") else open)(source, "rt", encoding="utf-8") as f:
        articles = [json.loads(line) for line in f]
    for i in range(count):
        inside = f"{folder}/{i // 1000:04d}"
        os.makedirs(inside, exist_ok=True)
        ending, content = make(articles, i, n, chance)
        with open(f"{inside}/{i}.{ending}", "wb") as f:
            f.write(content)


if __name__ == "__main__":
    main()
