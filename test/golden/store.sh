# The store: adding, asking, correcting, coding again; killed, full, read while written.  The same on both databases:
# STORES=sqlite (a file in the test's folder) or a postgresql:// address whose database is emptied between the parts.
. "$(dirname "$0")/tap.sh"

says() { grep -q -- "$2" "$T/$1" || { cat "$T/$1"; return 1; }; }
silent() { ! grep -q -- "$2" "$T/$1" || { cat "$T/$1"; return 1; }; }
rows() { [ "$(wc -l < "$T/out")" = "$1" ] || { cat "$T/out"; return 1; }; }
field() { python3 -c 'import json,sys; print(json.loads(sys.stdin.readline())[sys.argv[1]])' "$1" < "$T/out"; }

# fresh: $DB becomes an empty store.
case ${STORE:-sqlite} in
sqlite)
	fresh() { rm -f "$T"/news.db*; DB=$T/news.db; }
	;;
*)
	fresh() { psql -q "$STORE" -c 'DROP SCHEMA public CASCADE; CREATE SCHEMA public;' >/dev/null 2>&1; DB=$STORE; }
	;;
esac
fresh
unset COULISSE_DB

# article ID DATE TITLE TEXT [URL]: a line of input
article()
{
	python3 -c 'import json,sys; a=sys.argv; print(json.dumps({k:v for k,v in zip(("id","date","title","text","url","source"),a[1:]) if v}))' \
		"$1" "$2" "$3" "$4" "${5:-}" "${6:-The Test Herald}"
}

# ---- adding ----
{
	article a1 2024-03-05 'Rutte in Kyiv' 'Dutch Prime Minister Mark Rutte visited Kyiv on Monday. He met Ukrainian President Volodymyr Zelensky.'
	article a2 2024-03-06 'Moskou reageert' 'Rusland veroordeelde woensdag het bezoek van premier Rutte aan Oekraïne.' '' 'De Testbode'
	article a3 2024-03-07 'Sweden joins NATO' 'Sweden joined NATO on Thursday. Hungary had approved the accession in February.'
} > "$T/in.jsonl"
is "articles into a new store" run 0 add -d "$DB" "$T/in.jsonl"
is "says how many" says err '3 documents added'
is "the same again" run 0 add -d "$DB" "$T/in.jsonl"
is "is known already" says err '0 documents added, 3 known already'
is "no store given is wrong usage" run 2 add "$T/in.jsonl"
is "asking a store that is not there fails" run 4 events -d "$T/none.db"
is "and makes none" [ ! -e "$T/none.db" ]

# ---- asking ----
is "who met whom" run 0 events -d "$DB" --who Rutte --with UKR --json
is "the line is RECORD's" says out '"kind":"event"'
is "with evidence" says out '"quote":"Dutch Prime Minister Mark Rutte visited Kyiv on Monday."'
is "a Dutch name for an English article" run 0 events -d "$DB" --who Oekraïne --type CONSULT --json
is "finds it" says out 'Mark Rutte'
is "visits" run 0 visits -d "$DB" Rutte --csv
is "have a heading and the visit" rows 2
is "a country's accusation" run 0 events -d "$DB" --actor RUS --type ACCUSE --tsv
is "in Dutch" says out 'Rusland veroordeelde'
is "not before its time" run 1 events -d "$DB" --actor RUS --until 2024-03-04
is "nor known before it was written" run 1 events -d "$DB" --actor RUS --known 2024-03-05
is "but then" run 0 events -d "$DB" --actor RUS --known 2024-03-06
is "words of the text" run 0 events -d "$DB" --text '"approved the accession"' --json
is "find their article alone" silent out 'Rutte'
is "words that are operators elsewhere" run 1 events -d "$DB" --text 'AND ( NEAR "'
is "by outlet" run 0 events -d "$DB" --source 'De Testbode' --json
is "only its lines" silent out '"doc":"a1"'
is "counts" run 0 events -d "$DB" --per month --by type --csv
is "with their period" says out '^2024-03,CONSULT,'
is "sources" run 0 sources -d "$DB" --tsv
is "are two and a heading" rows 3
is "sentences with -v" run 0 events -d "$DB" --actor RUS -v
is "and where they stand" says out 'De Testbode, 2024-03-06'
is "nobody is 1" run 1 events -d "$DB" --who Xyzzy
is "a wrong date is usage" run 2 events -d "$DB" --since March
is "a wrong status is usage" run 2 events -d "$DB" --status done
is "members, with what is known anyway" run 0 members -d "$DB" NATO --as-of 2024-03-08 --csv
is "have the new one" says out '^Sweden,NATO,.*in_force'
is "the day before it was none by the record" run 1 members -d "$DB" NATO --as-of 2024-03-06 --record-only
is "offices" run 0 offices -d "$DB" NLD --as-of 2024-03-06 --csv
is "by both bases" says out '^Mark Rutte,prime minister,NLD,in_force,.*both'
article r1 2024-03-05 'Lindt in Vienna' 'Bavarian Prime Minister Ann Lindt visited Austria on Monday.' > "$T/region.jsonl"
run 0 add -d "$DB" "$T/region.jsonl"
is "a region's office" run 0 offices -d "$DB" DEU --as-of 2024-03-06 --csv
is "is not the country's" says out '^Ann Lindt,"prime minister, Bavaria",DEU,in_force'
article r2 2024-03-12 'Lindt resigns' 'Bavarian Prime Minister Ann Lindt resigned on Monday.' > "$T/region.jsonl"
run 0 add -d "$DB" "$T/region.jsonl"
is "who resigned" run 0 offices -d "$DB" DEU --as-of 2024-03-14 --standing ended --csv
is "left the region's" says out '^Ann Lindt,"prime minister, Bavaria",DEU,ended'
is "and no other" silent out '^Ann Lindt,prime minister,'

# ---- what the texts count ----
{
	article c1 2024-06-10 'Visit' 'The president of Chile visited Peru on Monday.'
	article c2 2024-06-20 'Visit' 'The president of Chile visited Brazil on Thursday.'
	article c3 2024-06-27 'Third visit' 'On Thursday the president of Chile paid his third foreign visit, to Bolivia.'
	article c4 2024-06-28 'Vierde bezoek' 'De president van Chili bracht vrijdag zijn vijfde buitenlandse bezoek aan Uruguay.'
} > "$T/visits.jsonl"
run 0 add -d "$DB" "$T/visits.jsonl"
is "stated counts" run 0 audit -d "$DB" --csv
is "against the record: the third is the third" says out ',third,3,3,'
is "of the fifth it knows four" says out ',vijfde,5,4,'
is "namely" says out '2024-06-20 Brazil; 2024-06-10 Peru'

# ---- happenings ----
{
	article h1 2024-07-02 'Raid' 'Israeli warplanes bombed a power station in Beirut on Monday, killing twelve people.' '' 'The Test Herald'
	article h2 2024-07-02 'Raid on Beirut' 'Israel bombed a power station in the Lebanese capital Beirut on Monday. Twelve people died.' '' 'Test Daily'
	article h3 2024-07-09 'Raid' 'Israeli warplanes bombed a bridge near Tyre on Monday.' '' 'The Test Herald'
} > "$T/raids.jsonl"
run 0 add -d "$DB" "$T/raids.jsonl"
is "two reports of one raid, and another raid" run 0 events -d "$DB" --who ISR --type ASSAULT --since 2024-07 --tsv
is "are two happenings" rows 3
is "of which one has two sources" says out 'Israel.*	2	2	'
run 0 events -d "$DB" --who ISR --type ASSAULT --since 2024-07 --json >/dev/null
python3 -c 'import json,sys; r=[json.loads(l) for l in open(sys.argv[1])]; print(*[x["happening"]["id"] for x in r])' "$T/out" > "$T/ids"
read -r one other < "$T/ids"
is "merged by hand" run 0 correct -d "$DB" "$one" merge "$other"
run 0 events -d "$DB" --who ISR --type ASSAULT --since 2024-07 --tsv >/dev/null
is "they are one" rows 2
run 0 events -d "$DB" --who ISR --type ASSAULT --since 2024-07 --json >/dev/null
ID=$(field id)
run 0 correct -d "$DB" --list --tsv >/dev/null
is "which is kept as a statement" says out '	merge	'
line=$(grep '	merge	' "$T/out" | cut -f4)
is "taken back" run 0 correct -d "$DB" "$line" undo
run 0 events -d "$DB" --who ISR --type ASSAULT --since 2024-07 --tsv >/dev/null
is "they are two again" rows 3
is "merging with nothing" run 2 correct -d "$DB" "$line" merge e-0000000000000000

# ---- exports ----
is "an export of what fits" run 0 export -d "$DB" --to geojson --who ISR --type ASSAULT
is "is the format's" python3 -c 'import json,sys; d=json.load(open(sys.argv[1])); sys.exit(d["type"] != "FeatureCollection" or not d["features"])' "$T/out"
is "an export of several files" run 0 export -d "$DB" --to csv -o "$T/csv"
is "has its description" [ -s "$T/csv/datapackage.json" ]

# ---- versions ----
article v1 2024-05-01 'Talks' 'Turkey and Greece held talks in Ankara on Wednesday.' https://example.org/talks > "$T/v1.jsonl"
article v2 2024-05-02 'Talks' 'Turkey and Greece cancelled their talks in Ankara on Wednesday.' https://example.org/talks > "$T/v2.jsonl"
is "an article" run 0 add -d "$DB" "$T/v1.jsonl"
is "that changes" run 0 add -d "$DB" "$T/v2.jsonl"
is "is a new version" says err '1 new versions'
run 0 events -d "$DB" --who TUR --with GRC --json >/dev/null
is "whose lines alone count now" silent out 'held talks'
run 0 events -d "$DB" --who TUR --with GRC --known 2024-05-01 --json >/dev/null
is "while the old ones are what was known" says out 'held talks'
run 0 events -d "$DB" --who TUR --with GRC --known 2024-05-01 --json >/dev/null
is "and nothing else" silent out 'cancelled'

# ---- corrections ----
run 0 events -d "$DB" --actor RUS --type ACCUSE --json >/dev/null
ID=$(field id)
is "a correction" run 0 correct -d "$DB" "$ID" set type=SAY recipients='NLD;UKR' --by-whom reader
is "counts" run 0 events -d "$DB" --actor RUS --type SAY --with NLD --json
is "on the same line" says out "\"id\":\"$ID\""
is "is listed with who" run 0 correct -d "$DB" --list --tsv
is "twice, one for each field" rows 3
is "with the name" says out 'reader'
is "survives coding again" run 0 recode -d "$DB"
run 0 events -d "$DB" --actor RUS --type SAY --with NLD --json >/dev/null
is "indeed" says out "\"id\":\"$ID\""
is "what was coded alike stays" run 1 diff -d "$DB"
is "is annotation" run 0 correct -d "$DB" --gold
is "that can be scored" sh -c "cp '$T/out' '$T/gold.json'; '$C' eval '$T/gold.json' > '$T/score'"
is "can be undone" run 0 correct -d "$DB" "$ID" undo
is "step by step" run 0 correct -d "$DB" "$ID" undo
is "to what was coded" run 0 events -d "$DB" --actor RUS --type ACCUSE --json
is "but no further" run 2 correct -d "$DB" "$ID" undo
is "rejected" run 0 correct -d "$DB" "$ID" reject
is "is gone" run 1 events -d "$DB" --actor RUS --type ACCUSE
is "a field that lines have not" run 2 correct -d "$DB" "$ID" set colour=red
is "a word that is none" run 2 correct -d "$DB" "$ID" set status=done
is "a line that is not there" run 2 correct -d "$DB" e-0000000000000000 accept

# ---- another coding ----
is "a higher floor" run 0 recode -d "$DB" --min-confidence 0.99
is "change lines" says err 'removed'
is "that diff shows" run 0 diff -d "$DB" --json
is "as gone" says out '"change":"gone"'
is "and coding again brings back" run 0 recode -d "$DB"
is "what there was" run 0 events -d "$DB" --who Rutte --with UKR
run 1 events -d "$DB" --actor RUS --type ACCUSE
is "with what was said of it" [ $? = 0 ]

# ---- addresses and names longer than an index takes ----
python3 -c 'import json,random; r=random.Random(1); x="".join(r.choice("abcdefghijklmnopqrstuvwxyz0123456789") for _ in range(6000)); print(json.dumps({"id": "long-"+x, "date": "2024-08-01", "url": "https://example.org/"+x, "title": "Visit", "text": "The president of Peru visited Chile on Thursday."}))' > "$T/long.jsonl"
is "a very long address and id" run 0 add -d "$DB" "$T/long.jsonl"
is "are taken" says err '1 documents added'
is "and known again" run 0 add -d "$DB" "$T/long.jsonl"
is "as the same" says err '1 known already'

# ---- without texts ----
fresh
is "without texts" run 0 add -d "$DB" --no-text "$T/in.jsonl"
run 0 events -d "$DB" --who Rutte --with UKR --json >/dev/null
is "there are quotes" says out 'visited Kyiv'
if [ "${STORE:-sqlite}" = sqlite ]; then
	is "but no text" sh -c "! grep -q 'He met Ukrainian President Volodymyr Zelensky.*Dutch' '$DB'"
fi

# ---- what is no store ----
if [ "${STORE:-sqlite}" = sqlite ]; then
	echo 'this is no database, but long enough to be looked at as if it were one, is it not?' > "$T/text.db"
	is "a file that is no database" run 4 events -d "$T/text.db"
	is "is left alone" run 4 add -d "$T/text.db" "$T/in.jsonl"
	is "as it was" grep -q 'is it not' "$T/text.db"
	python3 -c 'import sqlite3,sys; c=sqlite3.connect(sys.argv[1]); c.execute("create table theirs(x)"); c.commit()' "$T/theirs.db"
	is "another program's database" run 4 add -d "$T/theirs.db" "$T/in.jsonl"
	is "is said to be one" says err 'another program'
	fresh
	run 0 add -d "$DB" "$T/in.jsonl"
	python3 -c 'import sqlite3,sys; c=sqlite3.connect(sys.argv[1]); c.execute("update meta set value = 999"); c.commit()' "$DB"
	is "a store of a newer version" run 4 events -d "$DB"
	is "is said to be newer" says err 'newer'
	fresh
	run 0 add -d "$DB" "$T/in.jsonl"
	head -c 30000 "$DB" > "$T/short.db"
	is "a truncated store" sh -c "'$C' events -d '$T/short.db' >/dev/null 2>'$T/err'; rc=\$?; [ \$rc = 4 ] || [ \$rc = 1 ]"
fi

# ---- killed, full, read while written ----
python3 - "$T/many.jsonl" <<'PY'
import datetime, json, sys
lands = "France Germany Italy Spain Poland Turkey Egypt Kenya Ghana Peru Chile Japan China India Iran Iraq Cuba Brazil Canada Mexico".split()
deeds = ["{a} signed a trade agreement with {b}.", "{a} imposed sanctions on {b}.", "The foreign minister of {a} visited {b}.",
         "{a} accused {b} of espionage.", "Troops from {a} attacked {b}."]
day = datetime.date(2023, 1, 1)
with open(sys.argv[1], "w") as f:
    for i in range(240):
        a, b = lands[i % 20], lands[(i * 7 + 3) % 20]
        if a == b:
            b = lands[(i + 1) % 20]
        text = deeds[i % 5].format(a=a, b=b) + " It was announced in Geneva. " + deeds[(i + 2) % 5].format(a=b, b=a)
        f.write(json.dumps({"id": "m%03d" % i, "date": str(day + datetime.timedelta(i)), "title": "", "text": text, "lang": "en"}) + "\n")
PY
dump() { "$C" events -d "$DB" --lines --json > "$1.events" 2>/dev/null; "$C" states -d "$DB" --lines --json > "$1.states" 2>/dev/null; "$C" sources -d "$DB" --tsv > "$1.sources"; }
same_dump() { cmp "$T/whole.$1" "$T/parts.$1"; }
fresh
is "many articles at once" run 0 add -d "$DB" "$T/many.jsonl"
dump "$T/whole"
is "have events" [ -s "$T/whole.events" ]
fresh
for pause in 0.05 0.15 0.25 0.35 0.1 0.5 0.7; do
	"$C" add -d "$DB" --batch 7 "$T/many.jsonl" >/dev/null 2>&1 &
	pid=$!
	sleep $pause
	kill -9 $pid 2>/dev/null
	wait $pid 2>/dev/null
	"$C" events -d "$DB" --json -n 1 >/dev/null 2>"$T/err"
	rc=$?
	grep -q 'no store\|empty database\|unable to open' "$T/err" && rc=0	# killed before there was one
	is "killed after $pause s, the store can be read" [ $rc = 0 -o $rc = 1 ]
done
is "and resumed" run 0 add -d "$DB" --batch 7 "$T/many.jsonl"
dump "$T/parts"
is "it has the same events" same_dump events
is "the same states" same_dump states
is "the same documents" same_dump sources
fresh
"$C" add -d "$DB" --batch 3 "$T/many.jsonl" >/dev/null 2>"$T/w1" &
one=$!
"$C" add -d "$DB" --batch 5 "$T/many.jsonl" >/dev/null 2>"$T/w2" &
two=$!
last=0
fell=0
broke=0
while kill -0 $one 2>/dev/null || kill -0 $two 2>/dev/null; do
	[ "${STORE:-sqlite}" != sqlite ] || [ -e "$DB" ] || continue
	"$C" events -d "$DB" --lines --tsv > "$T/seen" 2>"$T/err"
	case $? in
	0 | 1) ;;
	*) grep -q 'no store\|empty database' "$T/err" || broke=1 ;;
	esac
	now=$(wc -l < "$T/seen")
	[ "$now" -ge "$last" ] || fell=1
	last=$now
done
wait $one; rc1=$?
wait $two; rc2=$?
is "two writers at once" sh -c "cat '$T/w1' '$T/w2'; [ $rc1 = 0 -a $rc2 = 0 ]"
is "and a reader who never fails" [ $broke = 0 ]
is "nor sees less than before" [ $fell = 0 ]
sort "$T/whole.events" > "$T/whole.sorted"
dump "$T/parts"
sort "$T/parts.events" > "$T/parts.sorted"
is "leave the same record" cmp "$T/whole.sorted" "$T/parts.sorted"
if [ "${STORE:-sqlite}" = sqlite ]; then
	fresh
	(
		trap '' XFSZ
		ulimit -f 1600		# of 512 bytes
		"$C" add -d "$DB" --batch 7 "$T/many.jsonl" >/dev/null 2>"$T/err"
		echo $? > "$T/rc"
	)
	is "a full disk is told" [ "$(cat "$T/rc")" = 4 ]
	is "by the store" says err 'store:'
	is "which can be read" sh -c "'$C' events -d '$DB' --json -n 1 >/dev/null 2>&1; [ \$? -le 1 ]"
	is "and filled when there is room" run 0 add -d "$DB" "$T/many.jsonl"
	dump "$T/parts"
	is "with nothing lost or doubled" same_dump events
fi
finish
