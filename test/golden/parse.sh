# CoNLL-U: well-formed, from raw text and from gold tokens.
. "$(dirname "$0")/tap.sh"

cat > "$T/text" <<'X'
Rutte meets Zelensky in Kyiv

The Dutch prime minister, Mark Rutte, met president Zelensky in Kyiv on Monday. "We will support Ukraine," he said.
X
# Ten columns; ids from 1 in each sentence; one root in each sentence; heads inside it.
well_formed()
{
	awk -F '\t' '
	/^#/ { next }
	/^$/ { if (n && roots != 1) { print "roots: " roots; bad = 1 }; n = roots = 0; next }
	NF != 10 { print "columns: " $0; bad = 1 }
	$1 != ++n { print "id: " $0; bad = 1 }
	$7 == 0 { roots++ }
	$7 == $1 { print "head of itself: " $0; bad = 1 }
	END { exit bad }' "$T/out"
}
is "parse" run 0 parse "$T/text"
is "is well-formed CoNLL-U" well_formed
is "names stand in MISC" grep -q 'NE=B-PER' "$T/out"
is "punctuation is glued" grep -q 'SpaceAfter=No' "$T/out"
cp "$T/out" "$T/raw.conllu"
is "gold tokens" run 0 parse --input conllu --lang en "$T/raw.conllu"
is "are well-formed too" well_formed
words() { grep -P '^\d' "$1" | cut -f 1,2; }
kept() { words "$T/raw.conllu" > "$T/a"; words "$T/out" > "$T/b"; cmp "$T/a" "$T/b"; }
is "and kept as they are" kept
printf '1\tword\n' > "$T/bad.conllu"
is "broken CoNLL-U is 3" run 3 parse --input conllu "$T/bad.conllu"
is "JSON" run 0 parse --format json --lang en "$T/text"
# One object a document; every word and name is the text between its offsets; the same words as CoNLL-U has.
well_formed_json()
{
	python3 - "$T/out" "$T/raw.conllu" <<'PY'
import json, sys
docs = [json.loads(line) for line in open(sys.argv[1], encoding="utf8")]
assert len(docs) == 1, len(docs)
d = docs[0]
words = []
for s in d["sentences"]:
    assert [t["id"] for t in s["tokens"]] == list(range(1, len(s["tokens"]) + 1))
    assert sum(t["head"] == 0 for t in s["tokens"]) == 1
    for t in s["tokens"]:
        assert d["text"][t["start"]:t["end"]] == t["form"], t
        words.append((t["form"], t["lemma"], t["upos"], "|".join(f"{k}={v}" for k, v in t["feats"].items()) or "_", str(t["head"]), t["deprel"]))
    for n in s["names"]:
        assert d["text"][n["start"]:n["end"]] == n["text"] and n["first"] <= n["last"], n
rows = [l.rstrip("\n").split("\t") for l in open(sys.argv[2], encoding="utf8")]
assert words == [(r[1], r[2], r[3], r[5], r[6], r[7]) for r in rows if r[0].isdigit()]
assert ("PER", "Mark Rutte") in [(n["type"], n["text"]) for s in d["sentences"] for n in s["names"]]
PY
}
if command -v python3 >/dev/null; then
	is "is the same analysis" well_formed_json
fi
is "several files on two threads" run 0 parse -j 2 --lang en "$T/text" "$T/text"
is "give each its document" test "$(grep -c '^# text = Rutte meets Zelensky' "$T/out")" = 2
is "an unknown format is wrong usage" run 2 parse --format xml "$T/text"
for s in ingest language segment analyse link time code; do
	is "code --until $s" run 0 code --until $s "$T/text"
done
is "explain" run 0 explain --lang en "France visited Germany."
is "shows the words" grep -q PROPN "$T/out"
finish
