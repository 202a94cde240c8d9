#!/bin/sh
# accuracy.sh [events|floors]: precision, recall and F1 of coding, and the analysis of raw text, on annotated sets kept beside the repository.
#
# SHARED: folder with eval/ and data/ (default ../shared beside the checkout).  Writes a table to standard output; with
# "events", of the coding alone; with "floors", of the coding with lines left out by their confidence.
set -eu
here=$(cd "$(dirname "$0")/../.." && pwd)
C=${COULISSE:-$here/build/coulisse}
S=${SHARED:-$here/../shared}
if [ ! -e "$S/eval/score_events.py" ]; then
	echo "no $S/eval: nothing to measure accuracy on (set SHARED)"
	exit 0
fi
T=$(mktemp -d)
trap 'rm -rf "$T"' EXIT

# Gold articles of one language as input lines, and as gold.
split() # file, lang
{
	python3 - "$1" "$2" "$T" <<'PY'
import json, sys
gold, lang, out = sys.argv[1:]
rows = [d for d in json.load(open(gold, encoding="utf8")) if d["lang"] == lang]
json.dump(rows, open(out + "/gold.json", "w"))
with open(out + "/in.jsonl", "w", encoding="utf8") as f:
    for d in rows:
        t, title = d["text"], d.get("title") or ""
        body = t[len(title) + 2:] if title and t.startswith(title + "\n\n") else t
        r = {"id": d["doc"], "date": d.get("date"), "title": title if body is not t else "", "text": body, "lang": lang}
        f.write(json.dumps({k: v for k, v in r.items() if v}) + "\n")
PY
}

events() # file, lang
{
	[ -e "$S/data/events/$1" ] || return 0
	split "$S/data/events/$1" "$2"
	echo "== $1 $2"
	"$C" code ${floor:+--min-confidence $floor} --input jsonl "$T/in.jsonl" > "$T/out.jsonl" || true
	python3 "$S/eval/score_events.py" "$T/gold.json" "$T/out.jsonl"
}

sentences()
{
	[ -e "$S/data/events/sentences_dev_en.jsonl" ] || return 0
	echo "== sentences_dev_en.jsonl"
	python3 -c '
import json, sys
for l in open(sys.argv[1], encoding="utf8"):
    d = json.loads(l)
    print(json.dumps({"id": d["id"], "text": d["text"], "lang": "en"}))' "$S/data/events/sentences_dev_en.jsonl" > "$T/in.jsonl"
	"$C" code ${floor:+--min-confidence $floor} --input jsonl "$T/in.jsonl" > "$T/out.jsonl" || true
	python3 "$S/eval/score_sentences.py" "$S/data/events/sentences_dev_en.jsonl" "$T/out.jsonl"
}

analysis() # lang, file
{
	[ -e "$S/data/ud/$1/$2" ] || return 0
	echo "== $2, gold words"
	"$C" parse --lang "$1" --input conllu "$S/data/ud/$1/$2" > "$T/out.conllu"
	python3 "$S/eval/score_conllu.py" "$S/data/ud/$1/$2" "$T/out.conllu" 2>/dev/null
	echo "== $2, raw text"
	# Paragraphs as the treebank has them; all in one where it says nothing.
	awk '/^# new(doc|par)/ { if (n) printf "\n\n"; n = 0 } sub(/^# text = /, "") { printf "%s%s", n++ ? " " : "", $0 } END { print "" }' \
		"$S/data/ud/$1/$2" > "$T/in.txt"
	"$C" parse --lang "$1" --input text "$T/in.txt" > "$T/out.conllu"
	python3 "$S/eval/score_conllu.py" "$S/data/ud/$1/$2" "$T/out.conllu"
}

coding()
{
	events articles_dev.json nl
	events articles_dev.json en
	events items_dev_en.json en
	sentences
}

floor=
if [ "${1:-}" = floors ]; then
	for floor in 0 0.2 0.25 0.3; do
		echo "==== confidence $floor or more"
		coding
	done
	exit 0
fi
coding
[ "${1:-}" != events ] || exit 0
analysis nl nl_alpino-ud-dev.conllu
analysis nl nl_lassysmall-ud-dev.conllu
analysis en en_ewt-ud-dev.conllu
analysis en en_gum_open-dev.conllu
for lang in nl en; do
	echo "== names of news, $lang"
	python3 "$here/test/bench/name_sets.py" "$C" "$lang" "$S/data"
done
if [ -e "$S/data/names/en_ewt-ud-dev.iob2" ]; then
	echo "== en_ewt-ud-dev.iob2, names"
	python3 "$here/test/bench/score_names.py" "$S/data/names/en_ewt-ud-dev.iob2" "$C" en
fi
