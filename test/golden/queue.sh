# The queue: filling it, workers killed, the server killed, poison; and always the record that one process makes of the same inputs.
. "$(dirname "$0")/tap.sh"
. "$(dirname "$0")/../postgres.sh"
HERE=$(cd "$(dirname "$0")/.." && pwd)
unset COULISSE_DB
postgres_start
DB=$POSTGRES
trap 'kill -9 $(cat "$T"/pid.* 2>/dev/null) 2>/dev/null; postgres_stop; rm -rf "$T"' EXIT
NOW=2026-01-01T00:00:00Z

says() { grep -q -- "$2" "$T/$1" || { cat "$T/$1"; return 1; }; }
sql() { as_postgres "$bin/psql" -h "$PG" -U postgres -qAt postgres -c "$1"; }
fresh() { sql 'DROP SCHEMA public CASCADE; CREATE SCHEMA public;' >/dev/null 2>&1; }
status() { "$C" queue -d "$DB" status --json 2>/dev/null | python3 -c 'import json,sys; print(json.load(sys.stdin)[sys.argv[1]])' "$1"; }
# All that the record answers: lines with their happenings, happenings, states, members, outlets.
dump()		# store, file
{
	{
		"$C" events -d "$1" --lines --json
		"$C" events -d "$1" --json
		"$C" events -d "$1" --lines --json --known 2023-01-05
		"$C" states -d "$1" --lines --json
		"$C" sources -d "$1" --tsv
		"$C" export -d "$1" --to jsonld
	} > "$2" 2>/dev/null
}
same() { cmp "$T/whole" "$T/parts"; }
worker() { "$C" worker -d "$DB" --now $NOW "$@"; }

# start N ARGUMENTS…: worker N in the background
start()
{
	w=$1
	shift
	"$C" worker -d "$DB" --now $NOW "$@" >/dev/null 2>>"$T/log.$w" &
	echo $! > "$T/pid.$w"
}
# Waits until the worker catches SIGTERM (bit 14 of what the kernel says it catches): one that has hardly begun would die of it.
awake()
{
	for _ in $(seq 100); do
		caught=$(sed -n 's/^SigCgt:[[:space:]]*//p' "/proc/$(cat "$T/pid.$1")/status" 2>/dev/null)
		[ $((0x${caught:-0} >> 14 & 1)) = 0 ] || return 0
		sleep 0.1
	done
}
end() { kill "-$2" "$(cat "$T/pid.$1")" 2>/dev/null; wait "$(cat "$T/pid.$1")" 2>/dev/null; }

python3 "$HERE/queue_articles.py" "$T/in" 240
INPUTS="$T/in/pieces $T/in/many.jsonl $T/in/crawl.warc.gz $T/in/crawl.warc"
# shellcheck disable=SC2086
"$C" add -d "$T/one.db" --now $NOW $INPUTS >/dev/null 2>&1
dump "$T/one.db" "$T/whole"

# ---- manners ----
is "a queue is not kept in a file" run 2 queue -d "$T/one.db" add "$T/in"
is "which is said" says err 'PostgreSQL'
is "no store is wrong usage" run 2 queue add "$T/in"
is "no verb is wrong usage" run 2 queue -d "$DB"
is "a verb that is none" run 2 queue -d "$DB" empty
is "a size that is none" run 2 queue -d "$DB" add --job-size 4X "$T/in"
is "a lease that is none" run 2 worker -d "$DB" --lease soon
is "no store yet" run 4 queue -d "$DB" status
is "nothing given" run 2 queue -d "$DB" add
is "what is not there is named" run 3 queue -d "$DB" add "$T/none"
is "with its name" says err "$T/none"
is "nothing queued finds nothing" run 1 queue -d "$DB" status
is "an empty queue is done at once" run 0 worker -d "$DB" --until-empty

# ---- one worker ----
# shellcheck disable=SC2086
is "files, folders, lines, archives" run 0 queue -d "$DB" add --job-size 3k $INPUTS
jobs=$(status waiting)
is "are many jobs" [ "$jobs" -gt 25 ]
is "large files are cut" [ "$(sql "SELECT count(DISTINCT format) FROM job_input WHERE behind > 0")" = 3 ]
is "small files lie together" [ "$(sql 'SELECT max(inputs) > 1 FROM job')" = t ]
is "parts meet" [ "$(sql "SELECT count(*) FROM job_input a WHERE a.start > 0 AND NOT EXISTS (SELECT 1 FROM job_input b WHERE b.path = a.path AND b.behind = a.start)")" = 0 ]
# shellcheck disable=SC2086
is "the same again" run 0 queue -d "$DB" add --job-size 3k $INPUTS
is "is known" says err ' 0 inputs queued in 0 jobs'
is "a worker" run 0 worker -d "$DB" --until-empty --now $NOW
is "does them all" [ "$(status done)" = "$jobs" ]
dump "$DB" "$T/parts"
is "and makes the record that one process makes" same
is "status for people" run 0 queue -d "$DB" status
is "says how many are done" says out "$jobs done, 0 failed"
touch -d 2020-01-01 "$T/in/pieces/0000.jsonl"
is "a file that has changed" run 0 queue -d "$DB" add "$T/in/pieces"
is "is queued again" says err ' 1 inputs queued in 1 jobs'
is "done is forgotten" run 0 queue -d "$DB" clear
is "waiting is not" [ "$(status waiting)" = 1 ]
is "unless it is taken out" run 0 queue -d "$DB" cancel
is "so that nothing is left" run 1 queue -d "$DB" status

# ---- another version ----
sql "UPDATE run SET coder = 'coulisse 0.0.1 en-0'"
is "a record of another coder" run 2 worker -d "$DB" --until-empty
is "is not mixed" says err 'coulisse 0.0.1 en-0'
is "unless told" run 0 worker -d "$DB" --until-empty --mix

# ---- four workers, twenty of them killed ----
fresh
python3 "$HERE/queue_articles.py" "$T/more" 400
MORE="$T/more/pieces $T/more/many.jsonl $T/more/crawl.warc.gz"
# shellcheck disable=SC2086
"$C" add -d "$T/two.db" --now $NOW $MORE >/dev/null 2>&1
dump "$T/two.db" "$T/whole"
# shellcheck disable=SC2086
run 0 queue -d "$DB" add --job-size 1k $MORE
for w in 1 2 3 4; do start $w --lease 1s --tries 100; done
kills=0
while [ $kills -lt 20 ]; do
	for w in 3 1 4 2 4 1 2 3 1 2; do
		sleep 0.2$w
		end $w KILL
		start $w --lease 1s --tries 100
		kills=$((kills + 1))
	done
done
left=$(sql "SELECT count(*) FROM job WHERE state <> 'done'")
for w in 1 2 3 4; do
	awake $w
	end $w TERM
	echo $? > "$T/rc.$w"
done
is "twenty were killed before the end" [ "$left" -gt 0 ]
is "told to stop they leave in peace" [ "$(cat "$T"/rc.* | sort -u)" = 0 ]
sleep 1.2
is "what they had is there for others" [ "$(sql "SELECT count(*) FROM job WHERE state = 'leased' AND lease > extract(epoch FROM clock_timestamp())")" = 0 ]
for w in 1 2 3; do start $w --lease 1s --tries 100 --until-empty; done
is "the rest is done" run 0 worker -d "$DB" --until-empty --lease 1s --tries 100 --now $NOW
for w in 1 2 3; do wait "$(cat "$T/pid.$w")"; done
dump "$DB" "$T/parts"
is "nothing is lost or doubled" same
is "and nobody counted twice" [ "$(sql 'SELECT (SELECT count(*) FROM document) = (SELECT sum(documents) FROM job)')" = t ]
# ---- the server killed, twice ----
fresh
# shellcheck disable=SC2086
run 0 queue -d "$DB" add --job-size 1k $MORE
rm -f "$T"/log.*
for w in 1 2 3; do start $w --lease 2s --tries 100 --until-empty; done
for part in 5 3; do		# a fifth, then a third of the jobs done
	for try in $(seq 100); do
		[ "$(sql "SELECT count(*) FILTER (WHERE state = 'done') * $part >= count(*) FROM job")" != t ] || break
		sleep 0.1
	done
	as_postgres "$bin/pg_ctl" -D "$PG/data" -w -m immediate stop >/dev/null 2>&1
	sleep 0.4
	for try in 1 2 3 4 5 6 7 8 9; do		# as long as the memory of the killed one is in use, none can be started
		! postgres_listen || break
		sleep 0.3
	done
done
is "it was killed before the end" [ "$(status waiting)" != 0 ]
for w in 1 2 3; do
	wait "$(cat "$T/pid.$w")"
	echo $? > "$T/rc.$w"
done
is "the workers hold out" [ "$(cat "$T"/rc.* | sort -u)" = 0 ]
is "they said what was wrong, not over and over" [ "$(cat "$T"/log.* | grep -c 'trying again')" -le 12 ]		# each of a worker's two connections may be lost by itself
dump "$DB" "$T/parts"
is "nothing is lost or doubled" same
dump "$T/one.db" "$T/whole"

# ---- poison ----
fresh
mkdir "$T/bad"
for i in 1 2 3; do echo "France visited Kenya. It was number $i." > "$T/bad/$i.txt"; done
run 0 queue -d "$DB" add "$T/bad"
rm "$T/bad/1.txt"
mkfifo "$T/bad/1.txt"		# who reads it waits for ever
# A worker that is stuck ends by itself: no kill is needed.
for try in 1 2; do run 4 worker -d "$DB" --tries 1 --lease 1s --job-limit 1s --until-empty; done
is "a worker that is stuck ends" [ $? = 0 ]
is "and says why" says err 'bad/1.txt: takes longer'
is "another one does the others" run 0 worker -d "$DB" --tries 1 --lease 1s --until-empty
is "the file that kills workers is set aside" [ "$(status failed)" = 1 ]
run 0 queue -d "$DB" status
is "alone, by name" says out "failed .*bad/1.txt: its worker .* died"
is "the others are done" [ "$(sql 'SELECT count(*) FROM document')" = 2 ]
rm "$T/bad/1.txt"
is "what failed may be tried again" run 0 queue -d "$DB" retry
is "a file that is gone" run 3 worker -d "$DB" --until-empty --tries 1
run 0 queue -d "$DB" status
is "is set aside with the reason" says out 'bad/1.txt: No such file'
echo "France visited Kenya. It was number 1." > "$T/bad/1.txt"
run 0 queue -d "$DB" retry
is "and done when it is there" run 0 worker -d "$DB" --until-empty
is "three in all" [ "$(sql 'SELECT count(*) FROM document')" = 3 ]
printf '{"id":"a","text":"France visited Peru."}\nno json\n' > "$T/broken.jsonl"
run 0 queue -d "$DB" add "$T/broken.jsonl"
is "what cannot be read is said" run 3 worker -d "$DB" --until-empty
run 0 queue -d "$DB" status
is "by file and line" says out 'unread .*broken.jsonl:2'
is "a worker of one folder" sh -c "'$C' queue -d '$DB' add '$T/in/many.jsonl' 2>/dev/null; '$C' worker -d '$DB' --until-empty --tries 1 '$T/bad' 2>'$T/err'; [ \$? = 3 ]"
finish
