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
for s in ingest language segment analyse link time code; do
	is "code --until $s" run 0 code --until $s "$T/text"
done
is "explain" run 0 explain --lang en "France visited Germany."
is "shows the words" grep -q PROPN "$T/out"
finish
