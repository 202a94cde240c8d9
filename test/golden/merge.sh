# Record lines of parts, coded apart, in one store: what coulisse add makes of the articles; what is bad is named and left out.
# STORE: a postgresql:// address, as in store.sh; else files.
. "$(dirname "$0")/tap.sh"

says() { grep -q -- "$2" "$T/$1" || { cat "$T/$1"; return 1; }; }
silent() { ! grep -q -- "$2" "$T/$1" || { cat "$T/$1"; return 1; }; }
lines() { [ "$(grep -c '' "$T/$1")" = "$2" ] || { cat "$T/$1"; return 1; }; }
case ${STORE:-sqlite} in
sqlite)
	fresh() { rm -f "$T"/news.db*; DB=$T/news.db; }
	;;
*)
	fresh() { psql -q "$STORE" -c 'DROP SCHEMA public CASCADE; CREATE SCHEMA public;' >/dev/null 2>&1; DB=$STORE; }
	;;
esac
unset COULISSE_DB
NOW="--now 2024-09-01T00:00:00Z"

article()	# ID DATE TITLE TEXT [URL] [SOURCE]
{
	python3 -c 'import json,sys; a=sys.argv; print(json.dumps({k:v for k,v in zip(("id","date","title","text","url","source"),a[1:]) if v}))' \
		"$1" "$2" "$3" "$4" "${5:-}" "${6:-The Test Herald}"
}
mkdir "$T/in"
{
	article a1 2024-03-05 'Rutte in Kyiv' 'Dutch Prime Minister Mark Rutte visited Kyiv on Monday. He met Ukrainian President Volodymyr Zelensky.'
	article a2 2024-03-06 'Moskou reageert' 'Rusland veroordeelde woensdag het bezoek van premier Rutte aan Oekraïne. "Een provocatie", zei minister Lavrov.' '' 'De Testbode'
	article a3 2024-07-02 'Raid' 'Israeli warplanes bombed a power station in Beirut on Monday, killing twelve people.'
} > "$T/in/1.jsonl"
{
	article b1 2024-03-07 'Sweden joins NATO' 'Sweden joined NATO on Thursday. Hungary had approved the accession in February.' 'https://news.test/nato'
	article b2 2024-07-02 'Raid on Beirut' 'Israel bombed a power station in the Lebanese capital Beirut on Monday. Twelve people died.' '' 'Test Daily'
} > "$T/in/2.jsonl"
{
	article c1 '' 'No day' 'The president of Chile visited Peru. Poland condemned Russia in Warsaw.'
	article c2 2024-07-03 'Raid' 'Israeli warplanes bombed a power station in Beirut on Monday, killing twelve people.' '' 'Test Mirror'
	article c3 2024-07-04 'Qwrt' 'Iran and China signed a treaty in Beijing on Thursday.'
	article c4 2024-07-05 'Nothing' 'It rains. The sun may come tomorrow.'
} > "$T/in/3.jsonl"

# what STORE…: everything that the store answers, in no order of its own
everything()
{
	for q in "events --lines" "events" "states --lines" "members NATO --record-only" "sources" "claims"; do
		"$C" $q -d "$DB" --json 2>/dev/null | sort
	done
	for f in polecat gdelt geojson webannotation quads; do
		"$C" export -d "$DB" --all --to $f 2>/dev/null | sed 's/,$//' | sort
	done
}
told() { everything > "$T/$1" && [ "$(wc -l < "$T/$1")" -gt 30 ] && cmp "$T/$1" "$T/expected"; }
exported() { "$C" export -d "$DB" --to jsonld > "$T/$1" && [ -s "$T/$1" ]; }

fresh
is "articles added" run 0 add $NOW -d "$DB" "$T/in"
everything > "$T/expected"
is "are what is expected" test "$(wc -l < "$T/expected")" -gt 30
is "and exported" exported expected.jsonld
for i in 1 2 3; do "$C" code "$T/in/$i.jsonl" > "$T/$i.jsonl"; done

# ---- the parts make the whole ----
fresh
is "the parts merged" run 0 merge $NOW -d "$DB" "$T/1.jsonl" "$T/2.jsonl" "$T/3.jsonl"
is "says how many" says err '9 documents added, 0 known already'
is "the same store" told merged
is "byte for byte in its order, too" sh -c "$(printf '"%s" export -d "%s" --to jsonld | cmp - "%s"' "$C" "$DB" "$T/expected.jsonld")"
is "merged again" run 0 merge $NOW -d "$DB" "$T/3.jsonl" "$T/1.jsonl" "$T/2.jsonl"
is "all is known" says err '0 documents added, 9 known already; 0 events, 0 states'
is "and articles that are merged are known to add" run 0 add $NOW -d "$DB" "$T/in"
is "likewise" says err '0 documents added, 9 known already'
is "nothing changed" told again

fresh
mkdir -p "$T/parts/b"
gzip -c "$T/3.jsonl" > "$T/parts/a.jsonl.gz"
zstd -q -c "$T/1.jsonl" > "$T/parts/b/c.jsonl.zst"
cp "$T/2.jsonl" "$T/parts/b/d.jsonl"
is "packed parts of a folder, in another order" run 0 merge $NOW -d "$DB" "$T/parts"
is "the same store" told other_order
fresh
from_pipe() { cat "$T/2.jsonl" "$T/3.jsonl" "$T/1.jsonl" | "$C" merge $NOW --batch 1 -d "$DB" - 2> "$T/err"; }
is "from a pipe, every document committed by itself" from_pipe
is "the same store" told piped
fresh
is "without texts" run 0 merge $NOW --no-text -d "$DB" "$T/1.jsonl" "$T/2.jsonl" "$T/3.jsonl"
everything > "$T/merged.bare"
fresh
run 0 add $NOW --no-text -d "$DB" "$T/in"
everything > "$T/added.bare"
is "as add keeps none" cmp "$T/merged.bare" "$T/added.bare"

# ---- what is bad ----
cat "$T/1.jsonl" "$T/2.jsonl" "$T/3.jsonl" > "$T/all.jsonl"
# spoilt NAME PYTHON: all.jsonl with its lines l changed
spoilt() { python3 -c 'import sys; l=open(sys.argv[1]).read().split("\n")[:-1]; exec(sys.argv[3]); open(sys.argv[2],"w").write("\n".join(l)+"\n")' "$T/all.jsonl" "$T/$1" "$2"; }
# bad NAME LINE WHY DOCUMENTS: merging names that line, and so many documents are there
bad()
{
	fresh
	run 3 merge $NOW -d "$DB" "$T/$1" && says err "$1:$2: $3" && lines err 2 && says err ": $4 documents added"
}
line_of() { grep -n "$1" "$T/all.jsonl" | head -1 | cut -d: -f1; }
event=$(line_of '"kind":"event".*"doc":"b1"')
document=$(line_of '"kind":"document","id":"b1"')
spoilt cut.jsonl "l[$event-1]=l[$event-1][:100]"
is "a line that is cut costs its document" bad cut.jsonl "$event" "broken JSON.* document of line $document is left out" 8
is "the whole part heals it" run 0 merge $NOW -d "$DB" "$T/2.jsonl"
is "with that one" says err ': 1 documents added, 1 known already'
is "the same store" told healed
spoilt changed.jsonl "l[$document-1]=l[$document-1].replace('Sweden joined','Norway joined')"
is "a text that was changed" bad changed.jsonl "$document" 'its text is not that of its sha256' 8
spoilt alien.jsonl "l[$event-1]=l[$event-1].replace('\"doc\":\"b1\"','\"doc\":\"a1\"')"
is "a line of another document" bad alien.jsonl "$event" 'of another document' 8
spoilt kind.jsonl "l[$event-1]=l[$event-1].replace('\"kind\":\"event\"','\"kind\":\"gossip\"')"
is "a line of no kind" bad kind.jsonl "$event" 'neither an event nor a state' 8
spoilt sure.jsonl "import re; l[$event-1]=re.sub('\"confidence\":[0-9.]+','\"confidence\":1e999',l[$event-1])"
is "a confidence that is none" bad sure.jsonl "$event" 'neither an event nor a state' 8
spoilt long.jsonl "l[$event-1]=l[$event-1].replace('\"status\":\"','\"status\":\"'+'x'*5000)"
is "a word that is none" bad long.jsonl "$event" 'neither an event nor a state' 8
spoilt headless.jsonl "del l[$document-1]"
is "lines whose document's line is lost" bad headless.jsonl "$document" 'of another document' 7
spoilt orphans.jsonl "del l[0]"
is "lines before the first document" bad orphans.jsonl 1 'no record line' 8
head -c $(($(wc -c < "$T/parts/a.jsonl.gz") - 40)) "$T/parts/a.jsonl.gz" > "$T/torn.gz"
fresh
is "a packed file that ends early" run 3 merge $NOW -d "$DB" "$T/torn.gz" "$T/2.jsonl"
is "is named" says err 'torn.gz:[0-9]*: .*ends in the middle'
is "the other is merged" says err '[2-5] documents added'
is "articles instead of record lines" run 3 merge $NOW -d "$DB" "$T/in/1.jsonl"
is "are named once" says err '1.jsonl:1: no record line'
is "in one line" lines err 2
is "a file that is not there" run 3 merge $NOW -d "$DB" "$T/none.jsonl" "$T/1.jsonl"
is "the rest is done" says err '3 documents added'
is "no store given is wrong usage" run 2 merge "$T/1.jsonl"
sed 's/$/\t/; s/^/ /' "$T/all.jsonl" | sed G > "$T/tabs.jsonl"
fresh
is "blank lines, and tabs behind the lines as Hadoop leaves them" run 0 merge $NOW -d "$DB" "$T/tabs.jsonl"
is "the same store" told tabs

# ---- coded by others ----
sed 's/"coder":"coulisse [^ "]* en/"coder":"coulisse 0.0.1 en/' "$T/2.jsonl" > "$T/other.jsonl"
fresh
is "an English part by another version" run 3 merge $NOW -d "$DB" "$T/1.jsonl" "$T/other.jsonl" "$T/3.jsonl"
is "is refused, with both named" says err 'other.jsonl:1: coded by "coulisse 0.0.1 en.*the store has "coulisse .*, as are 1 more documents'
is "the rest is merged" says err ': 7 documents added'
is "unless it is wanted" run 0 merge $NOW --mix -d "$DB" "$T/other.jsonl"
is "then it is taken" says err ': 2 documents added'
fresh
run 0 merge $NOW -d "$DB" "$T/other.jsonl"
is "another language's coder is no other coder" run 3 merge $NOW -d "$DB" "$T/1.jsonl"
is "the Dutch document is in" says err ': 1 documents added'

# ---- versions ----
article a1 2024-03-05 'Rutte in Kyiv' 'Dutch Prime Minister Mark Rutte visited Kyiv on Monday.' > "$T/later.jsonl"
"$C" code "$T/later.jsonl" > "$T/4.jsonl"
fresh
run 0 merge $NOW -d "$DB" "$T/1.jsonl" "$T/2.jsonl" "$T/3.jsonl" "$T/4.jsonl"
is "another text of one article is a version" says err '10 documents added (1 new versions)'
everything > "$T/merged"
fresh
run 0 add $NOW -d "$DB" "$T/in" "$T/later.jsonl"
everything > "$T/added"
is "as with add" cmp "$T/merged" "$T/added"

# ---- killed ----
python3 - "$T/1.jsonl" "$T/many.jsonl" <<'P'
import sys
first = [l for l in open(sys.argv[1]) if '"doc":"a1"' in l]
with open(sys.argv[2], "w") as out:
	for i in range(3000):
		for l in first: out.write(l.replace('"a1"', f'"k{i}"').replace('"id":"e-', f'"id":"e-{i:05d}').replace('"id":"s-', f'"id":"s-{i:05d}'))
P
fresh
"$C" merge $NOW --batch 50 -d "$DB" "$T/many.jsonl" 2>/dev/null &
pid=$!
i=0
while [ $i -lt 100 ] && [ "$("$C" sources -d "$DB" --csv 2>/dev/null | wc -l)" -lt 2 ]; do sleep 0.05; i=$((i + 1)); done
kill -9 $pid 2>/dev/null
wait $pid 2>/dev/null
is "after a kill, the same again" run 0 merge $NOW -d "$DB" "$T/many.jsonl"
is "adds what is missing" says err ' [1-9][0-9]* known already'
"$C" events -d "$DB" --json --lines | sort > "$T/resumed"
fresh
run 0 merge $NOW -d "$DB" "$T/many.jsonl"
"$C" events -d "$DB" --json --lines | sort > "$T/at_once"
is "and gives the store of one go" cmp "$T/resumed" "$T/at_once"
finish
