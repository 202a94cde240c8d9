#!/usr/bin/env python3
"""Rows for confidence.py from lines that were judged by eye.

usage: judged.py COULISSE JUDGED.jsonl… > rows.tsv

JUDGED.jsonl  one article a line: "id", "lang", "date", "title" or none, "text", "source", and "judged": lines that a program once wrote of it, each with "trigger" [start, end]
              in the document's text, "type", "status", "actors" and "recipients" (their names), and "right": [type, participants, status], 1 or 0 each.
rows          document, 1 or 0 (all three right), type, traits: of those lines which COULISSE still writes just so.  What it writes otherwise was not judged.
Says on standard error how many those are.
"""
import json, subprocess, sys, tempfile


def key(line):
    names = lambda side: tuple(sorted(p["name"] or "" for p in line.get(side) or []))
    return line["trigger"]["start"], line["type"], line["status"], names("actors"), names("recipients")


def main():
    program, paths = sys.argv[1], sys.argv[2:]
    kept = total = 0
    for path in paths:
        docs = [json.loads(line) for line in open(path, encoding="utf8")]
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf8") as f:
            for d in docs:
                f.write(json.dumps({k: v for k, v in d.items() if k != "judged"}, ensure_ascii=False) + "\n")
            f.flush()
            run = lambda form: subprocess.run([program, "code", "--input", "jsonl", "--min-confidence", "0", "--format", form, f.name],
                                              capture_output=True, text=True, check=True).stdout.splitlines()
            traits = {t["event"]: t["traits"] for line in run("layers") for t in json.loads(line).get("traits", [])}
            lines = [json.loads(line) for line in run("jsonl")]
        written = {}
        for line in lines:
            if line["kind"] == "event":
                written.setdefault(line["doc"], {})[key(line)] = line
        for d in docs:
            for j in d["judged"]:
                total += 1
                now = written.get(d["id"], {}).get((j["trigger"][0], j["type"], j["status"], tuple(sorted(j["actors"])), tuple(sorted(j["recipients"]))))
                if now:
                    kept += 1
                    print(d["id"], int(all(j["right"])), j["type"], " ".join(traits[now["id"]]), sep="\t")
    print(f"{kept} of {total} judged lines are still written so", file=sys.stderr)


if __name__ == "__main__":
    main()
