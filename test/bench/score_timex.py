#!/usr/bin/env python3
"""Score temporal expressions against TimeML (TempEval-3, task A).

score_timex.py COULISSE ARCHIVE [--errors FILE] [--jobs N]

ARCHIVE is tempeval3_tbaq.tar.xz (TimeBank and AQUAINT) or a folder of .tml files. Each document's TEXT element is
analysed with its creation time as date. As in TempEval-3 (UzZaman et al. 2013): an expression matches strictly when
the extents are the same, relaxed when they overlap; the value F1 counts relaxed matches whose value is the same
string. --errors writes one line for every expression that is missed, too much or has another value.
"""
import argparse
import html
import json
import os
import re
import subprocess
import tarfile
import tempfile
import unicodedata


def texts(archive):
    """(name, bytes) of each TimeML document."""
    if os.path.isdir(archive):
        for folder, _, names in sorted(os.walk(archive)):
            for name in sorted(names):
                if name.endswith(".tml"):
                    with open(os.path.join(folder, name), "rb") as f:
                        yield os.path.join(folder, name), f.read()
        return
    with tarfile.open(archive) as tar:
        for member in sorted(tar.getmembers(), key=lambda m: m.name):
            if member.name.endswith(".tml") and "/testpipeline/" not in member.name:
                yield member.name, tar.extractfile(member).read()


def read(name, raw):
    """A document: date, plain text, gold expressions (start, end, type, value) in code points of it."""
    xml = raw.decode("utf8")
    created = re.search(r"<DCT>.*?<TIMEX3[^>]*\bvalue=\"([0-9]{4}-[0-9]{2}-[0-9]{2})", xml, re.S)
    body = re.search(r"<TEXT>(.*?)</TEXT>", xml, re.S).group(1)
    text, gold, open_ = [], [], []
    at = 0
    for piece in re.split(r"(<[^>]*>)", body):
        if piece.startswith("<TIMEX3"):
            a = dict(re.findall(r"(\w+)=\"([^\"]*)\"", piece))
            open_.append((at, a.get("type", ""), a.get("value", "")))
        elif piece.startswith("</TIMEX3"):
            start, kind, value = open_.pop()
            gold.append((start, at, kind, value))
        elif not piece.startswith("<"):
            piece = html.unescape(piece)
            text.append(piece)
            at += len(piece)
    return {"id": name, "date": created.group(1) if created else "", "text": "".join(text), "gold": sorted(gold)}


def bare(text, start, end):
    """Without blanks and punctuation at the edges (annotators differ on "Feb. 4.")."""
    while start < end and not (text[start].isalnum() or text[start] in "'’"):
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return start, end


def place(raw, text):
    """For each character of raw that is no blank its place in text, which may break lines and blanks otherwise."""
    where, k = {}, 0
    for i, c in enumerate(raw):
        if c.isspace():
            continue
        while k < len(text) and text[k].isspace():
            k += 1
        if k >= len(text):
            break
        c2 = text[k]
        if c2 != c and unicodedata.normalize("NFC", c) != c2:
            raise ValueError("text differs at %r / %r" % (raw[i:i + 30], text[k:k + 30]))
        where[k] = i
        k += 1
    return where


def run(coulisse, docs, jobs):
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf8", delete=False) as f:
        for d in docs:
            f.write(json.dumps({"id": d["id"], "date": d["date"], "text": d["text"], "lang": "en"}) + "\n")
    try:
        out = subprocess.run([coulisse, "code", "--until", "time", "--format", "layers", "--input", "jsonl", "-j", str(jobs), f.name],
                             stdout=subprocess.PIPE, check=True).stdout.decode("utf8")
    finally:
        os.unlink(f.name)
    for d, line in zip(docs, out.splitlines()):
        layers = json.loads(line)
        where = place(d["text"], layers["text"])
        d["found"] = []
        for t in layers.get("times", []):
            spots = [where[k] for k in range(t["start"], t["end"]) if k in where]
            if spots:
                d["found"].append((spots[0], spots[-1] + 1, t["type"], t["value"] or ""))


def score(docs, errors):
    n = dict.fromkeys(("gold", "found", "strict", "relaxed", "value", "type"), 0)
    for d in docs:
        text = d["text"]
        gold = [bare(text, g[0], g[1]) + g[2:] for g in d["gold"]]
        found = [bare(text, f[0], f[1]) + f[2:] for f in d["found"]]
        n["gold"] += len(gold)
        n["found"] += len(found)
        taken = set()
        for g in gold:
            hits = [i for i, f in enumerate(found) if i not in taken and f[0] < g[1] and g[0] < f[1]]
            hits.sort(key=lambda i: (found[i][:2] != g[:2], found[i][3] != g[3]))
            tell = None
            if not hits:
                tell = ("miss", g[2], g[3], "", text[g[0]:g[1]], "")
            else:
                f = found[hits[0]]
                taken.add(hits[0])
                n["relaxed"] += 1
                n["strict"] += f[:2] == g[:2]
                n["value"] += f[3] == g[3]
                n["type"] += f[2] == g[2]
                if f[3] != g[3] or f[:2] != g[:2]:
                    tell = ("value" if f[3] != g[3] else "extent", g[2], g[3], f[3], text[g[0]:g[1]], text[f[0]:f[1]])
            if tell and errors:
                around = text[max(0, g[0] - 60):g[0]] + "[" + text[g[0]:g[1]] + "]" + text[g[1]:g[1] + 40]
                print("\t".join(" ".join(x.split()) for x in tell + (d["date"], around)), file=errors)
        for i, f in enumerate(found):
            if i not in taken and errors:
                around = text[max(0, f[0] - 60):f[0]] + "[" + text[f[0]:f[1]] + "]" + text[f[1]:f[1] + 40]
                print("\t".join(" ".join(x.split()) for x in ("much", f[2], "", f[3], "", text[f[0]:f[1]], d["date"], around)), file=errors)
    return n


def line(name, n, key):
    p, r = n[key] / max(1, n["found"]), n[key] / max(1, n["gold"])
    print("%-16s P %.3f R %.3f F1 %.3f" % (name, p, r, 2 * p * r / (p + r) if p + r else 0))


def main():
    a = argparse.ArgumentParser()
    a.add_argument("coulisse")
    a.add_argument("archive")
    a.add_argument("--errors")
    a.add_argument("--jobs", type=int, default=2)
    a = a.parse_args()
    docs = [read(*t) for t in texts(a.archive)]
    run(a.coulisse, docs, a.jobs)
    errors = open(a.errors, "w", encoding="utf8") if a.errors else None
    n = score(docs, errors)
    print("documents %d   expressions %d   found %d" % (len(docs), n["gold"], n["found"]))
    line("extent, strict", n, "strict")
    line("extent, relaxed", n, "relaxed")
    line("type", n, "type")
    line("value", n, "value")


main()
