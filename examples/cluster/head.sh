#!/bin/sh
# head.sh HEAD [NAME FIRST-DAY END-DAY CONNECTION]…: an empty database becomes a head over stores on several servers, to be asked as one store.
#
#	examples/cluster/head.sh postgresql:///head \
#		y2023 2023-01-01 2024-01-01 'host=db1 dbname=news user=reader' \
#		y2024 2024-01-01 2025-01-01 'host=db2 dbname=news user=reader'
#	coulisse events -d postgresql:///head --who RUS --since 2023-12
#
# Each store is in pieces (coulisse add --partition …) and holds what was learnt from FIRST-DAY up to the day before END-DAY; a new one is added by the same command on
# a new head, which holds nothing.  Keys begin with the day (src/store/partition.h), so that the head's tables have the stores as their pieces, and a
# row is looked for on its server alone.  Actors are copied, for their keys are the same everywhere: REFRESH MATERIALIZED VIEW actor, after adding.
# CONNECTION: libpq's words; user and password go into the user mapping of who runs this.  doc/store-size.md says what a head can be asked.
set -eu
[ $# -ge 5 ] && [ $((($# - 1) % 4)) = 0 ] || {
	sed -n '2,6s/^# \{0,1\}//p' "$0" >&2
	exit 2
}
head=$1
shift
one=$1
names=
whole='document event state line participant claim'

cut_by() { case $1 in participant | claim) echo line ;; *) echo key ;; esac; }
key() { echo "(('$1'::date - '1970-01-01'::date + 719529)::bigint << 31)"; }

# OPTIONS (…) of the words of a connection: those of the user, or the others.
words()
{
	list=
	for w in $2; do
		case $w in user=* | password=*) mine=user ;; *) mine=server ;; esac
		[ $mine = "$1" ] && list="$list${list:+, }${w%%=*} '${w#*=}'"
	done
	echo "$list"
}

server()	# name, connection
{
	echo "CREATE SERVER $1 FOREIGN DATA WRAPPER postgres_fdw OPTIONS ($(words server "$2"), use_remote_estimate 'true', fetch_size '5000', async_capable 'true');"
	echo "CREATE USER MAPPING FOR CURRENT_USER SERVER $1 OPTIONS ($(words user "$2"));"
	echo "CREATE SCHEMA $1;"
	echo "IMPORT FOREIGN SCHEMA public LIMIT TO (meta, run, document, known, event, state, line, participant, claim, actor, happening, tie, correction) FROM SERVER $1 INTO $1 OPTIONS (import_generated 'false', import_not_null 'false');"
}

# All rows of the stores' tables of that name, one behind the other.
together()
{
	all=
	for n in $names; do all="$all${all:+ $2 }SELECT * FROM $n.$1"; done
	echo "$all"
}

{
	echo "BEGIN; SET client_min_messages = warning; CREATE EXTENSION IF NOT EXISTS postgres_fdw;"
	while [ $# -gt 0 ]; do
		server "$1" "$4"
		for t in $whole; do
			[ "$1" != "$one" ] || echo "CREATE TABLE $t (LIKE $1.$t) PARTITION BY RANGE ($(cut_by $t));"
			echo "ALTER TABLE $t ATTACH PARTITION $1.$t FOR VALUES FROM ($(key "$2")) TO ($(key "$3"));"
		done
		names="$names $1"
		shift 4
	done
	for t in known happening tie correction run; do echo "CREATE VIEW $t AS $(together $t 'UNION ALL');"; done
	echo "CREATE MATERIALIZED VIEW actor AS $(together actor UNION);"
	echo "CREATE UNIQUE INDEX actor_key ON actor (key); CREATE INDEX actor_id ON actor (id); CREATE INDEX actor_name ON actor (folded); CREATE INDEX actor_country ON actor (country);"
	# what the program knows a store by; it is read, never written
	echo "CREATE TABLE meta AS SELECT * FROM $one.meta WHERE name = 'schema'; COMMENT ON TABLE meta IS 'a store of coulisse'; ANALYZE actor; COMMIT;"
} | psql -qX -v ON_ERROR_STOP=1 "$head"
