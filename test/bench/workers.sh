#!/bin/sh
# workers.sh [CORPUS.jsonl[.xz] [DOCUMENTS]]: words a second of 1, 2 and 4 workers of a queue against one `coulisse add`, what the database costs, what the queue costs.
#
#	test/bench/workers.sh ../shared/data/corpora/wikipedia_current_events.jsonl.xz 8000
#
# All into PostgreSQL on a socket of this machine, fsync on as an institute runs it.  Each figure is a ratio against `coulisse add` of the same documents in the same round; ROUNDS (3)
# rounds, in turn, so that what else the machine does falls on all of them.  The second ratio is of processor time, the clients' and the server's together, which others on the
# machine touch less: above 1 is what the queue costs more.  lock s: how long the record was locked for writing, all jobs together, without the commits.
# Without a corpus: the articles of examples/, each many times over with other names and days.  COULISSE: the program; build it without sanitizers.
set -eu
here=$(cd "$(dirname "$0")/../.." && pwd)
C=${COULISSE:-$here/build/coulisse}
# shellcheck source=test/postgres.sh
. "$here/test/postgres.sh"
T=$(mktemp -d)
trap 'postgres_stop; rm -rf "$T"' EXIT
NOW=2026-01-01T00:00:00Z
rounds=${ROUNDS:-3}

case ${1:-} in
'') python3 "$here/test/bench/workers.py" examples "$here/examples" "${2:-3000}" > "$T/in.jsonl" ;;
*) [ -e "$1" ] || { echo "no $1: skipped"; exit 0; }; python3 "$here/test/bench/workers.py" corpus "$1" "${2:-8000}" > "$T/in.jsonl" ;;
esac
postgres_start
as_postgres "$bin/psql" -h "$PG" -U postgres -q postgres -c 'ALTER SYSTEM SET fsync = on' -c 'ALTER SYSTEM SET full_page_writes = on' -c "ALTER SYSTEM SET max_wal_size = '4GB'" -c "ALTER SYSTEM SET shared_buffers = '256MB'"
as_postgres "$bin/pg_ctl" -D "$PG/data" -w restart -o "-c listen_addresses= -c unix_socket_directories=$PG -c fsync=on -c full_page_writes=on -c max_connections=50" -l "$PG/log" >/dev/null
sql() { as_postgres "$bin/psql" -h "$PG" -U postgres -qAt postgres -c "$1" 2>/dev/null; }
fresh() { sql 'DROP SCHEMA public CASCADE; CREATE SCHEMA public; CHECKPOINT;' >/dev/null; }
seconds() { date +%s.%N; }

# Processor seconds of the server's processes for others, those that have ended too: of the postmaster's children that were waited for, and of those that are there.
server_time() { python3 "$here/test/bench/workers.py" server "$(head -1 "$PG/data/postmaster.pid")"; }

timed() { python3 "$here/test/bench/workers.py" timed "$T/cpu" "$@" || [ $? = 3 ]; }	# 3: something could not be read
client_time() { awk '{ sum += $1 } END { print sum }' "$T/cpu"; }

note() { echo "$*" >> "$T/notes"; }

one_add()	# label, options
{
	label=$1
	shift
	fresh
	s=$(server_time)
	t=$(seconds)
	rm -f "$T/cpu"
	timed "$C" add -d "$POSTGRES" --now $NOW --timings "$@" "$T/in.jsonl" 2> "$T/err"
	note "$label wall $(seconds) - $t server $(server_time) - $s client $(client_time)" "$(awk '/^documents/ { print "words", $4 }' "$T/err")"
	sql 'SELECT md5(string_agg(id || happening, chr(10) ORDER BY key)) FROM event' >> "$T/record"
}

workers()	# label, how many
{
	fresh
	rm -f "$T/cpu"
	s=$(server_time)
	timed "$C" queue -d "$POSTGRES" add "$T/in.jsonl" ${JOB_SIZE:+--job-size "$JOB_SIZE"} 2>/dev/null
	t=$(seconds)
	pids=
	for w in $(seq "$2"); do
		timed "$C" worker -d "$POSTGRES" --until-empty --now $NOW --timings 2> "$T/err.$w" &
		pids="$pids $!"
	done
	for p in $pids; do wait "$p"; done
	note "$1 wall $(seconds) - $t server $(server_time) - $s client $(client_time) words $(sql 'SELECT sum(words) FROM job') writing $(sql 'SELECT sum(writing_millis) / 1000.0 FROM job')"
	sql 'SELECT md5(string_agg(id || happening, chr(10) ORDER BY key)) FROM event' >> "$T/record"
	rm -f "$T"/err.*
}

for round in $(seq "$rounds"); do
	t=$(seconds)
	rm -f "$T/cpu"
	timed "$C" code "$T/in.jsonl" > /dev/null 2>&1
	note "code wall $(seconds) - $t client $(client_time)"
	one_add add
	workers worker-1 1
	workers worker-2 2
	workers worker-4 4
	one_add add-j2 -j 2
done
python3 "$here/test/bench/workers.py" table < "$T/notes"
echo "records of all runs: $(sort -u "$T/record" | wc -l) different"
