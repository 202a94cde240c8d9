#!/usr/bin/env python3
"""Country, sector and name of actor phrases, as `coulisse who --json` gives them.

usage: score_actors.py PHRASES.jsonl [--program build/coulisse] [--errors]

PHRASES.jsonl  {"text", "query_date", "expect": {"country", "code_1", "title" or "wiki"}} (the tests of NGEC).  Country "UNO" is right where
               we say no country and sector IGO or JUD.  An empty expected country means none.  Codes of NGEC that are finer than ours:
               PRE, a country that few recognise (GOV with us), SOC (NGO with us).
"""
import argparse, json, re, subprocess, unicodedata
from datetime import datetime

SAME = {"PRE": {"GOV"}, "SOC": {"SOC", "NGO", "CVL"}, "UNK": {"", "CVL", "UNK"}, "LEG": {"LEG", "PTY"}}


def fold(s):
    s = unicodedata.normalize("NFKD", s or "").encode("ascii", "ignore").decode().lower()
    return {w for w in re.findall(r"[a-z0-9]+", s) if len(w) > 2 and w not in {"the", "and"}}


def day(s):
    for form in ("%Y-%m-%d", "%d %B %Y"):
        try:
            return datetime.strptime(s, form).strftime("%Y-%m-%d")
        except ValueError:
            pass
    return None


def main():
    ap = argparse.ArgumentParser(description="country, sector and name of actor phrases")
    ap.add_argument("phrases")
    ap.add_argument("--program", default="build/coulisse")
    ap.add_argument("--errors", action="store_true")
    a = ap.parse_args()
    n = dict.fromkeys("country country_ok sector sector_ok name name_ok both both_ok".split(), 0)
    for line in open(a.phrases, encoding="utf8"):
        p = json.loads(line)
        e, date = p["expect"], day(p.get("query_date") or "")
        out = subprocess.run([a.program, "who", "--json", "--lang", "en"] + (["--date", date] if date else []) + ["--", p["text"]], capture_output=True, text=True).stdout
        r = json.loads(out) if out else {}
        country, sector = r.get("country") or "", r.get("sector") or ""
        right = []
        if "country" in e:
            ok = country == e["country"] or (e["country"] == "UNO" and not country and sector in ("IGO", "JUD"))
            n["country"] += 1
            n["country_ok"] += ok
            right.append(ok)
        if e.get("code_1"):
            ok = sector == e["code_1"] or sector in SAME.get(e["code_1"], set())
            n["sector"] += 1
            n["sector_ok"] += ok
            right.append(ok)
        if right:
            n["both"] += 1
            n["both_ok"] += all(right)
        title = e.get("title") or e.get("wiki")
        if title:
            ok = bool(fold(title) & fold(r.get("name")))
            n["name"] += 1
            n["name_ok"] += ok
            right.append(ok)
        if a.errors and not all(right):
            print(p["text"], p.get("query_date") or "", "|", json.dumps(e, ensure_ascii=False), "|", r.get("name"), r.get("kind"), country, sector)
    for k, what in (("country", "country"), ("sector", "sector"), ("both", "country and sector"), ("name", "name")):
        print(f"{what:20s} {n[k + '_ok']:3d} of {n[k]:3d}  {n[k + '_ok'] / max(1, n[k]):.3f}")


if __name__ == "__main__":
    main()
