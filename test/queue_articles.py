"""queue_articles.py FOLDER [N]: some N articles of our own for the tests of the queue, in FOLDER: pieces/ (small files of JSON Lines), many.jsonl, crawl.warc.gz, crawl.warc.

Among them what depends on order: other texts of the same article (by id and by address), the same text twice, reprints, one deed told by several outlets.
"""
import datetime
import gzip
import json
import os
import random
import sys

LANDS = [("France", "Frankrijk"), ("Germany", "Duitsland"), ("Italy", "Italië"), ("Spain", "Spanje"), ("Poland", "Polen"), ("Turkey", "Turkije"), ("Egypt", "Egypte"), ("Kenya", "Kenia"),
         ("Peru", "Peru"), ("Japan", "Japan"), ("China", "China"), ("India", "India"), ("Iran", "Iran"), ("Iraq", "Irak"), ("Cuba", "Cuba"), ("Brazil", "Brazilië")]
DEEDS = [("{a} signed a trade agreement with {b}.", "{a} tekende een handelsverdrag met {b}."), ("{a} imposed sanctions on {b}.", "{a} legde sancties op aan {b}."),
         ("The foreign minister of {a} visited {b}.", "De minister van Buitenlandse Zaken van {a} bezocht {b}."), ("{a} accused {b} of espionage.", "{a} beschuldigde {b} van spionage."),
         ("Troops from {a} attacked {b}.", "Troepen uit {a} vielen {b} aan.")]
FILLER = ["It was announced in Geneva.", "The talks lasted two days.", "Nobody was hurt.", "The two countries had been at odds for years.", "Details were not given.",
          "The market hardly moved.", "A spokesman declined to comment.", "Both delegations left on time."]
OUTLETS = ["The Test Herald", "Test Daily", "De Testbode"]


def text(r, lang):
    a, b = r.sample(LANDS, 2)
    lines = [r.choice(DEEDS)[lang].format(a=a[lang], b=b[lang]), r.choice(FILLER), r.choice(DEEDS)[lang].format(a=b[lang], b=a[lang])]
    return " ".join(lines + (r.sample(FILLER, 4) if lang == 0 else []))


def articles(n):
    r = random.Random(7)
    out = []
    for i in range(n):
        lang = int(r.random() < 0.3)
        day = datetime.date(2023, 1, 1) + datetime.timedelta(r.randrange(12))
        x = {"id": "m%04d" % i, "date": str(day), "title": "Report %d" % i, "text": text(r, lang), "source": r.choice(OUTLETS), "lang": ["en", "nl"][lang]}
        how = r.random()
        if i > 3 and how < 0.12:                          # a later text of an article
            x["id"] = r.choice([y for y in out if "id" in y])["id"]
        elif out and how < 0.2:                         # the same text elsewhere
            x["text"] = r.choice(out)["text"]
        elif out and how < 0.24:                        # the very same again
            x = dict(r.choice(out))
        elif i > 3 and how < 0.4:
            x["url"] = "https://example.org/%d" % r.randrange(max(4, n // 8))
            del x["id"]
        out.append(x)
    return out


def record(i, url, body):
    page = "<html lang=en><head><title>Report %d</title></head><body><article><h1>Report %d</h1><p>%s</p></article></body></html>" % (i, i, body)
    answer = ("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page).encode()
    head = "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: %s\r\nWARC-Date: 2023-02-%02dT10:00:00Z\r\nWARC-Record-ID: <urn:uuid:%d>\r\n" % (url, 1 + i % 28, i)
    return (head + "Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n" % len(answer)).encode() + answer + b"\r\n\r\n"


def main():
    folder, n = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 200
    all_ = articles(n)
    os.makedirs(folder + "/pieces", exist_ok=True)
    half = len(all_) // 2
    for i in range(0, half, 3):
        with open("%s/pieces/%04d.jsonl" % (folder, i), "w") as f:
            f.writelines(json.dumps(x) + "\n" for x in all_[i:min(i + 3, half)])
    with open(folder + "/many.jsonl", "w") as f:
        f.writelines(json.dumps(x) + "\n" for x in all_[half:])
    r = random.Random(8)
    records = [record(i, "https://example.net/%d" % r.randrange(max(3, n // 12)), text(r, 0) + " " + " ".join(FILLER)) for i in range(n // 6)]
    with open(folder + "/crawl.warc.gz", "wb") as f:
        f.writelines(gzip.compress(x, mtime=0) for x in records)
    with open(folder + "/crawl.warc", "wb") as f:
        f.writelines(records)


main()
