#!/usr/bin/env python3
"""Score linking and coreference against annotated mentions.

usage: score_links.py GOLD.json DOCS.jsonl [--errors N] [--program build/coulisse]

DOCS.jsonl  articles as `coulisse code --input jsonl` reads them, each with "id"
GOLD.json   {"mentions": [{"doc", "start", "end" (code points of the article's "text"), "text", "how" name|adjective|description|pronoun,
            "entity" (English name, or a list of them), "kind", "country" (ISO 3166-1 alpha-3), "qid", "nil"}, …],
             "spans": [{"doc", "sentences": [[start, end], …]}, …]}: every mention in those sentences is annotated

Names and adjectives (linking): found = some mention of ours covers it; right = it means the same: the same country for countries and
their governments, else the same id or a word of the name in common; for what no who's who knows ("nil"), an entity without a Wikidata id
whose name shares a word with one of its names in the article.  Descriptions and pronouns (coreference): precision over what we resolve to somebody with a name inside the
annotated sentences, recall over all annotated ones.
"""
import argparse, json, re, subprocess, sys, unicodedata
from collections import Counter, defaultdict


def fold(s):
    s = unicodedata.normalize("NFKD", s or "").encode("ascii", "ignore").decode().lower()
    return {w for w in re.findall(r"[a-z0-9]+", s) if len(w) > 2 and w not in {"the", "van", "der", "den", "het", "een", "and"}}


def run(program, docs):
    out = subprocess.run([program, "code", "--input", "jsonl", "--until", "link", docs], capture_output=True, text=True, check=False)
    return {d["id"]: d for d in map(json.loads, out.stdout.splitlines())}


def means(gold, entity, called):
    """Does our entity mean what the annotator wrote?  called: the words of all annotated mentions of the same in the article."""
    names = gold["entity"] if isinstance(gold["entity"], list) else [gold["entity"]]
    if gold["kind"] in ("country", "government") and gold["country"] and entity["kind"] in ("country", "government"):
        return gold["country"] == entity["country"]
    if gold["qid"] and entity["id"] == gold["qid"]:
        return True
    if gold["kind"] == "people" and entity["kind"] == "people" and gold["country"] and gold["country"] == entity["country"]:
        return True
    if gold["kind"] == "place" and entity["kind"] == "country":
        return gold["country"] == entity["country"] and bool(fold(names[0]) & fold(entity["name"]))
    if not any(fold(n) & fold(entity["name"]) for n in names) and not (entity["id"].startswith("x-") and called & fold(entity["name"])):
        return False
    return not (gold["nil"] and entity["id"].startswith("Q"))


def main():
    ap = argparse.ArgumentParser(description="linking and coreference against annotated mentions")
    ap.add_argument("gold")
    ap.add_argument("docs")
    ap.add_argument("--program", default="build/coulisse")
    ap.add_argument("--errors", type=int, default=0)
    a = ap.parse_args()
    gold = json.load(open(a.gold, encoding="utf8"))
    ours = run(a.program, a.docs)
    raw = {d["id"]: d for d in map(json.loads, open(a.docs, encoding="utf8"))}
    by_doc = defaultdict(list)
    for m in gold["mentions"]:
        by_doc[m["doc"]].append(m)
    n, errors = Counter(), []
    for span in gold["spans"]:
        doc, text = ours.get(span["doc"]), raw[span["doc"]]["text"]
        if doc is None:
            sys.exit(f"score_links.py: no output for {span['doc']}")
        shift = doc["text"].find(text[:40])
        mentions = [m for m in doc["mentions"] if any(s <= m["start"] - shift < e for s, e in span["sentences"])]
        entities = doc["entities"]
        named = {e for m in doc["mentions"] if m["how"] in ("name", "capital") for e in m["entities"]}
        taken, called = set(), defaultdict(set)
        for g in by_doc[span["doc"]]:
            if g["how"] != "pronoun":
                called[str(g["entity"])] |= fold(g["text"])
        for g in by_doc[span["doc"]]:
            start, end = g["start"] + shift, g["end"] + shift
            same = [i for i, m in enumerate(mentions) if m["start"] < end and start < m["end"] and
                    (m["how"] == "pronoun") == (g["how"] == "pronoun") and (m["how"] == "description") == (g["how"] == "description")]
            if g["how"] in ("name", "adjective") and not same:
                same = [i for i, m in enumerate(mentions) if m["start"] < end and start < m["end"] and m["how"] != "pronoun"]
            # the closest span
            same.sort(key=lambda i: abs(mentions[i]["start"] - start) + abs(mentions[i]["end"] - end))
            found = [entities[e] for i in same[:1] for e in mentions[i]["entities"]]
            link = g["how"] in ("name", "adjective")
            right = bool(found) and any(means(g, e, called[str(g["entity"])]) for e in found)
            n["names" if link else g["how"]] += 1
            n[("names" if link else g["how"]) + " found"] += bool(found)
            n[("names" if link else g["how"]) + " right"] += right
            if not link and right:
                taken.update(same[:1])
            if not right:
                errors.append((g["how"], span["doc"], g["text"], g["entity"], [e["name"] + " " + e["id"] for e in found],
                               text[max(0, g["start"] - 60):g["end"] + 40].replace("\n", " ")))
        for i, m in enumerate(mentions):
            if m["how"] not in ("description", "pronoun") or not m["entities"]:
                continue
            if not all(e in named or entities[e]["id"].startswith(("Q", "geonames")) for e in m["entities"]):
                continue
            n["resolved"] += 1
            n["resolved right"] += i in taken
            if i not in taken:
                errors.append(("RESOLVED", span["doc"], m["text"], "", [entities[e]["name"] for e in m["entities"]], text[max(0, m["start"] - shift - 60):m["end"] - shift + 40].replace("\n", " ")))
    share = lambda x, y: f"{n[x] / max(1, n[y]):.3f}"
    print(f"names and adjectives  {n['names']:4d}  found {share('names found', 'names')}  right {share('names right', 'names')}  right of found {share('names right', 'names found')}")
    for how in ("description", "pronoun"):
        print(f"{how + 's':20s}  {n[how]:4d}  right {share(how + ' right', how)}")
    n["coref"] = n["description"] + n["pronoun"]
    n["coref right"] = n["description right"] + n["pronoun right"]
    print(f"coreference           P {share('resolved right', 'resolved')} of {n['resolved']}  R {share('coref right', 'coref')} of {n['coref']}")
    for e in errors[:a.errors]:
        print(*e, sep=" | ")


if __name__ == "__main__":
    main()
