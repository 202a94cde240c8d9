# A store at size: in pieces of a day, a month, or in one, on both databases: the same answers; and letting go of what is old.
. "$(dirname "$0")/tap.sh"
. "$(dirname "$0")/../postgres.sh"
postgres_start
trap 'rm -rf "$T"; postgres_stop' EXIT
unset COULISSE_DB

says() { grep -q -- "$2" "$T/$1" || { cat "$T/$1"; return 1; }; }
silent() { ! grep -q -- "$2" "$T/$1" || { cat "$T/$1"; return 1; }; }
of() { echo "$POSTGRES&options=-csearch_path%3D$1"; }
sql() { schema=$1; shift; PGOPTIONS="-csearch_path=$schema" psql -qAt "$POSTGRES" -c "$@"; }
gives() { got=$(sql "$1" "$2"); [ "$got" = "$3" ] || { echo "$2: $got"; return 1; }; }
store() { case $1 in sqlite | fresh*) echo "$T/$1.db" ;; *) of "$1" ;; esac; }
schema() { sql public "DROP SCHEMA IF EXISTS $1 CASCADE; CREATE SCHEMA $1"; }
for s in whole day month killed; do schema $s; done 2>/dev/null

# Every third day of five months: meetings, raids told twice, denials, memberships, one page that changes.
python3 - > "$T/all.jsonl" <<'PY'
import datetime, json
lands = ['France', 'Poland', 'Turkey', 'Greece', 'Egypt', 'Chile', 'Peru', 'Japan']
first = datetime.date(2024, 1, 2)
def article(i, d, title, text, outlet, url=None):
    a = {'id': 'a%s' % i, 'date': d.isoformat(), 'title': title, 'text': text, 'source': outlet}
    if url: a['url'] = url
    print(json.dumps(a))
for i in range(50):
    d, x, y, z = first + datetime.timedelta(3 * i), lands[i % 8], lands[(i + 3) % 8], lands[(i * 5 + 1) % 8]
    article(i, d, 'Talks %d' % i, 'Officials from %s and %s met in Cairo on Monday. %s denied that it had attacked %s. The president of %s visited %s on Sunday.' % (x, y, z, x, y, x), 'The Test Herald')
    if i % 4 == 0:
        for o in 'Daily', 'Mirror':
            article('%d-%s' % (i, o), d + datetime.timedelta(o == 'Mirror'), 'Raid', 'Israeli warplanes bombed a power station in Beirut on %s, killing %d people.' % (d.strftime('%A'), 10 + i), 'Test ' + o)
    if i % 9 == 0:
        article('p%d' % i, d, 'Alliance', 'Sweden joined NATO on Thursday. Prime Minister Mark Rutte condemned Russia %d times.' % i, 'The Test Herald', 'https://example.org/alliance')
PY
lines=$(wc -l < "$T/all.jsonl")
before=2024-04-10
python3 -c 'import json, sys
for l in sys.stdin:
    if json.loads(l)["date"] >= sys.argv[1]: sys.stdout.write(l)' $before < "$T/all.jsonl" > "$T/late.jsonl"
late=$(wc -l < "$T/late.jsonl")

add() { name=$1; shift; run 0 add -d "$(store "$name")" --now 2024-06-01T00:00:00Z "$@"; }

# answers STORE FILE: what the questions say, one after the other.
answers()
{
	db=$(store "$1")
	{
		"$C" events -d "$db" --json --lines
		"$C" events -d "$db" --tsv
		"$C" events -d "$db" --who Poland --with Greece --csv
		"$C" events -d "$db" --type ASSAULT --since 2024-02 --until 2024-05-01 -v
		"$C" events -d "$db" --known 2024-03-01 --tsv
		"$C" events -d "$db" --country CHL --place Cairo --tsv
		"$C" events -d "$db" --text '"power station"' --tsv
		"$C" events -d "$db" --source 'Test Mirror' --json
		"$C" events -d "$db" --per month --by actor --csv
		"$C" events -d "$db" --per week --by source --csv
		"$C" timeline -d "$db" --who Turkey
		"$C" states -d "$db" --json
		"$C" claims -d "$db" --stance denies --tsv
		"$C" visits -d "$db" Egypt --csv
		"$C" members -d "$db" NATO --as-of 2024-05-25 --csv
		"$C" offices -d "$db" NLD --as-of 2024-05-25 --csv
		"$C" treaties -d "$db" France --as-of 2024-05-25 --csv
		"$C" sources -d "$db" --csv
		"$C" audit -d "$db" --csv
		"$C" who -d "$db" --date 2024-05-25 Rutte
		"$C" export -d "$db" --to gdelt
	} > "$2" 2>&1 </dev/null
}
same() { answers "$1" "$T/$1.answers"; diff "$T/$2.answers" "$T/$1.answers" | head -20 > "$T/differs"; [ ! -s "$T/differs" ] || { cat "$T/differs"; return 1; }; }

# ---- the same answers ----
is "a store of one file" add sqlite "$T/all.jsonl"
is "has them all" says err "$lines documents added"
answers sqlite "$T/sqlite.answers"
is "which answers much" [ "$(wc -l < "$T/sqlite.answers")" -gt 300 ]
is "on PostgreSQL, in one piece" add whole "$T/all.jsonl"
is "the same answers" same whole sqlite
is "in pieces of a day" add day --partition day "$T/all.jsonl"
is "the same answers" same day sqlite
is "in pieces of a month" add month --partition month "$T/all.jsonl"
is "the same answers" same month sqlite
is "it is five pieces" gives month "SELECT string_agg(name, ' ' ORDER BY low) FROM piece" "2024_01 2024_02 2024_03 2024_04 2024_05"
is "for each of six tables" gives month "SELECT count(*) FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhparent WHERE c.relkind = 'p' AND c.relnamespace = 'month'::regnamespace" 30
is "of a day: one for each day with articles" gives day "SELECT count(*) FROM piece" "$(cut -d'"' -f8 "$T/all.jsonl" | sort -u | wc -l)"
is "a day's articles are in its piece" gives day "SELECT count(DISTINCT learnt) || ' ' || min(learnt) FROM document_2024_03_02" "1 2024-03-02"
is "the same again" run 0 add -d "$(store month)" "$T/all.jsonl"
is "is known" says err '0 documents added'
is "coded again" run 0 recode -d "$(store month)"
is "all lines stay" says err '0 removed, 0 added'
is "an old store goes on as it is" run 0 add -d "$(store month)" --partition month "$T/late.jsonl"
is "pieces of another width are refused" run 2 add -d "$(store month)" --partition day "$T/late.jsonl"
is "with the reason" says err 'made with --partition month'
is "and of a store of one piece" run 2 add -d "$(store whole)" --partition day "$T/late.jsonl"
is "a file has no pieces" run 2 add -d "$T/none.db" --partition day "$T/late.jsonl"
is "nor is it made" [ ! -s "$T/none.db" ]
is "a width that is none" run 2 add -d "$(store month)" --partition hour "$T/late.jsonl"

# ---- a page that changes, long after, and corrections ----
printf '%s\n' '{"id":"n1","date":"2024-05-30","title":"Alliance","text":"Sweden left NATO on Thursday.","url":"https://example.org/alliance"}' > "$T/new.jsonl"
for s in sqlite whole day month; do
	run 0 add -d "$(store $s)" --now 2024-06-02T00:00:00Z "$T/new.jsonl"
	is "$s: a page that changed" says err '(1 new versions)'
	run 0 events -d "$(store $s)" --type ASSAULT --since 2024-05-01 --json
	id=$(python3 -c 'import json,sys; print(sorted(json.loads(l)["id"] for l in sys.stdin)[0])' < "$T/out")
	is "$s: a correction" run 0 correct -d "$(store $s)" "$id" set status=planned
	run 0 events -d "$(store $s)" --type ASSAULT --until 2024-02-01 --json
	id=$(python3 -c 'import json,sys; print(sorted(json.loads(l)["id"] for l in sys.stdin)[0])' < "$T/out")
	is "$s: of what will be forgotten, too" run 0 correct -d "$(store $s)" "$id" reject
done
answers sqlite "$T/sqlite.answers"
for s in whole day month; do is "$s: the same answers" same $s sqlite; done

# ---- forgetting ----
is "usage" run 2 forget -d "$(store sqlite)"
is "a day that is none" run 2 forget -d "$(store sqlite)" --before 2024-02-30
is "a store that is not there" run 4 forget -d "$T/none2.db" --before $before
for s in sqlite whole day month; do
	is "$s: what would go" run 0 forget -d "$(store $s)" --before $before --dry-run
	is "$s: is said" says err "$((lines - late)) documents learnt before $before would be forgotten"
	is "$s: and left" same $s sqlite
done
add fresh "$T/late.jsonl"
run 0 add -d "$(store fresh)" --now 2024-06-02T00:00:00Z "$T/new.jsonl"
run 0 events -d "$(store fresh)" --type ASSAULT --since 2024-05-01 --json
id=$(python3 -c 'import json,sys; print(sorted(json.loads(l)["id"] for l in sys.stdin)[0])' < "$T/out")
run 0 correct -d "$(store fresh)" "$id" set status=planned
answers fresh "$T/fresh.answers"
for s in sqlite whole day month; do
	is "$s: forgotten" run 0 forget -d "$(store $s)" --before $before
	is "$s: so many" says err "$((lines - late)) documents learnt before $before forgotten"
	is "$s: it answers as a store that never had them" same $s fresh
	is "$s: again there is nothing" run 0 forget -d "$(store $s)" --before $before
	is "$s: which is said" says err ": 0 documents"
	run 0 correct -d "$(store $s)" --list --tsv
	is "$s: corrections of what is there stay" [ "$(wc -l < "$T/out")" = 2 ]
done
is "pieces went whole" gives month "SELECT string_agg(name, ' ' ORDER BY low) FROM piece" "2024_04 2024_05"

# Nothing hangs on what is gone.
hanging="SELECT (SELECT count(*) FROM participant WHERE line NOT IN (SELECT key FROM line)) + (SELECT count(*) FROM claim WHERE line NOT IN (SELECT key FROM line))
	+ (SELECT count(*) FROM line WHERE key NOT IN (SELECT key FROM event UNION ALL SELECT key FROM state)) + (SELECT count(*) FROM band WHERE document NOT IN (SELECT key FROM document))
	+ (SELECT count(*) FROM event WHERE document NOT IN (SELECT key FROM document)) + (SELECT count(*) FROM correction WHERE document NOT IN (SELECT key FROM document))
	+ (SELECT count(*) FROM happening WHERE id NOT IN (SELECT happening FROM event WHERE happening IS NOT NULL) OR best NOT IN (SELECT key FROM event))
	+ (SELECT count(*) FROM actor WHERE key NOT IN (SELECT actor FROM participant)) + (SELECT count(*) FROM event WHERE parent NOT IN (SELECT key FROM event))
	+ (SELECT count(*) FROM known WHERE key NOT IN (SELECT key FROM document))"
for s in whole day month; do is "$s: nothing hangs on what is gone" gives $s "$hanging" 0; done
sqlite() { got=$(python3 -c 'import sqlite3,sys; print(*[r[0] for r in sqlite3.connect(sys.argv[1]).execute(sys.argv[2])])' "$(store $1)" "$2"); [ "$got" = "$3" ] || { echo "$got"; return 1; }; }
is "sqlite: nothing hangs on what is gone" sqlite sqlite "$hanging" 0
is "sqlite: the index of words is whole" python3 -c 'import sqlite3,sys; c=sqlite3.connect(sys.argv[1]); c.execute("INSERT INTO words (words, rank) VALUES (?, 1)", ("integrity-check",))' "$(store sqlite)"

# An article of a day that was forgotten comes late.
head -n 3 "$T/all.jsonl" > "$T/again.jsonl"
for s in sqlite whole day month fresh; do add $s "$T/again.jsonl"; done
answers fresh "$T/fresh.answers"
for s in sqlite whole day month; do is "$s: what was forgotten can come back" same $s fresh; done
is "in a piece of its own" gives month "SELECT string_agg(name, ' ' ORDER BY low) FROM piece" "2024_01 2024_04 2024_05"
is "all of it is forgotten" run 0 forget -d "$(store month)" --before 2030-01-01
is "and asked: nothing" run 1 events -d "$(store month)"

# ---- killed meanwhile ----
# Somebody reads a piece, so that dropping it waits: then the process is killed.
add killed --partition month "$T/all.jsonl"
run 0 forget -d "$(store killed)" --before 2024-02-01
mkfifo "$T/reader"
PGOPTIONS=-csearch_path=killed psql -qAt "$POSTGRES" < "$T/reader" > "$T/read" 2>&1 &
reader=$!
exec 8> "$T/reader"
echo "BEGIN; LOCK TABLE event_2024_03 IN ACCESS SHARE MODE; SELECT 'reading';" >&8
while ! grep -q reading "$T/read"; do sleep 0.1; done
"$C" forget -d "$(store killed)" --before $before > /dev/null 2>&1 &
victim=$!
while [ "$(sql killed "SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'event_2024_03'::regclass")" = 0 ]; do sleep 0.1; done
is "who asks meanwhile about what is not dropped is answered" gives killed "SELECT count(*) > 0 FROM happening" t
kill -9 $victim
wait $victim 2>/dev/null
echo "COMMIT;" >&8
exec 8>&-
wait $reader
while [ "$(sql killed "SELECT count(*) FROM pg_stat_activity WHERE state <> 'idle' AND application_name = 'coulisse'")" != 0 ]; do sleep 0.1; done
is "killed: whole pieces are gone" gives killed "SELECT string_agg(name, ' ' ORDER BY low) FROM piece" "2024_03 2024_04 2024_05"
is "the others are as they were" gives killed "SELECT count(*) FROM document WHERE learnt >= '2024-03-01'" "$(python3 -c 'import json,sys; print(sum(json.loads(l)["date"] >= "2024-03-01" for l in sys.stdin))' < "$T/all.jsonl")"
is "again: the rest" run 0 forget -d "$(store killed)" --before $before
run 0 add -d "$T/fresh2.db" --now 2024-06-01T00:00:00Z "$T/late.jsonl"
answers fresh2 "$T/fresh2.answers"
is "as if nobody had been killed" same killed fresh2
is "nothing hangs on what is gone" gives killed "$hanging" 0

run 0 add -d "$T/freshest.db" --now 2024-06-01T00:00:00Z "$T/all.jsonl"
for after in 005 008 010 012 014 016 020 024 030; do
	timeout -s KILL 0.$after "$C" forget -d "$T/freshest.db" --before $before > /dev/null 2>&1
done
is "a file, killed at many moments, and once not" run 0 forget -d "$T/freshest.db" --before $before
is "as if nobody had been killed" same freshest fresh2
is "nothing hangs on what is gone" sqlite freshest "$hanging" 0
finish
