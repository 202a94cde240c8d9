#!/bin/sh
# size.sh BUILD [DOCUMENTS [PER-DAY]]: what keeping costs, on SQLite (with texts, without) and PostgreSQL (in one piece, in pieces of a month, of a day), with made-up
# news (fill.c): seconds and processor seconds for 1,000 documents, grouping, bytes, forgetting the first half.  Figures of doc/store-size.md.
#
#	ninja -C build test/bench-fill && test/bench/size.sh build 20000 200
#
# STORES: which of them ("sqlite bare none month day").  KEEP: a folder in which the files of SQLite are left.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
build=$1
documents=${2:-20000}
per_day=${3:-200}
COULISSE_HOME=$build
export COULISSE_HOME
# shellcheck source=test/postgres.sh
. "$here/../postgres.sh"
T=${KEEP:-$(mktemp -d)}
trap '[ -n "${KEEP:-}" ] || rm -rf "$T"; postgres_stop' EXIT
postgres_start
server=$(head -1 "$PG/data/postmaster.pid")
ticks=$(getconf CLK_TCK)
middle=$(python3 -c 'import datetime, sys; print(datetime.date(2020, 1, 1) + datetime.timedelta(int(sys.argv[1]) // int(sys.argv[2]) // 2))' "$documents" "$per_day")

# Processor seconds of all connections that have ended.
server_cpu() { awk -v t="$ticks" '{ print ($16 + $17) / t }' "/proc/$server/stat"; }
ended() { while [ "$(psql -qAt "$POSTGRES" -c "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'coulisse'")" != 0 ]; do sleep 0.1; done; }

# report NAME STORE, from $T/fill, server seconds before and after, and seconds of forgetting.
report()
{
	awk -v name="$1" -v n="$documents" -v server="$(echo "$3 $4" | awk '{ print $2 - $1 }')" -v bytes="$5" -v forget="$6" -v lines="$7" '
		$2 == "cpu" { cpu = $3; next }
		{ grouping += $3 } $2 != "end" { wall += $2; shown++ }
		END { printf "%s\t%.2f\t%.2f\t%.2f\t%.2f\t%d\t%d\t%.2f\n", name, wall / shown, cpu * 1000 / n, server * 1000 / n, grouping * 1000 / n, bytes / n, bytes / lines, forget * 2000 / n }' "$T/fill"
}

measure()	# name, store, fill's arguments
{
	name=$1 store=$2
	shift 2
	before=$(server_cpu)
	"$build/test/bench-fill" "$store" "$documents" "$per_day" 2020-01-01 "$@" > "$T/fill"
	ended
	after=$(server_cpu)
	case $store in
	postgres*)
		psql -q "$store" -c ANALYZE
		bytes=$(psql -qAt "$store" -c "SELECT sum(pg_total_relation_size(oid)) FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace")
		lines=$(psql -qAt "$store" -c "SELECT count(*) FROM line")
		psql -qAtF '	' "$store" -c "SELECT coalesce(p.relname, c.relname), round(sum(pg_relation_size(c.oid)) / $documents), round(sum(pg_total_relation_size(c.oid) - pg_relation_size(c.oid) - pg_indexes_size(c.oid)) / $documents), round(sum(pg_indexes_size(c.oid)) / $documents) FROM pg_class c
			LEFT JOIN pg_inherits h ON h.inhrelid = c.oid LEFT JOIN pg_class p ON p.oid = h.inhparent WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace GROUP BY 1 HAVING sum(pg_total_relation_size(c.oid)) > 50 * $documents ORDER BY 2 DESC" > "$T/$name.tables"
		;;
	*)
		bytes=$(stat -c %s "$store")
		lines=$(python3 -c 'import sqlite3, sys; print(sqlite3.connect(sys.argv[1]).execute("SELECT count(*) FROM line").fetchone()[0])' "$store")
		;;
	esac
	t=$(date +%s%N)
	[ -n "${KEEP:-}" ] || "$build/coulisse" forget -d "$store" --before "$middle" 2>/dev/null
	report "$name" "$store" "$before" "$after" "$bytes" "$(echo "$(date +%s%N) $t" | awk '{ print ($1 - $2) / 1e9 }')" "$lines"
}

printf '%s documents, %s a day\n\nstore\tseconds for 1,000\tof the processor\tof the server'"'"'s\tgrouping\tbytes a document\tbytes a line\tforgetting 1,000\n' "$documents" "$per_day"
for s in ${STORES:-sqlite bare none month day}; do
	case $s in
	sqlite) measure sqlite "$T/sqlite.db" ;;
	bare) measure bare "$T/bare.db" none bare ;;
	*)
		psql -q "$POSTGRES" -c "CREATE DATABASE $s"
		measure "$s" "postgresql://postgres@/$s?host=$PG" "$s"
		;;
	esac
done
for s in none month day; do
	[ -e "$T/$s.tables" ] || continue
	printf '\nbytes a document, PostgreSQL, %s: table\trows\tout of line\tindexes\n' "$s"
	cat "$T/$s.tables"
done
