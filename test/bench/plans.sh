#!/bin/sh
# plans.sh STORE…: what the questions cost on stores of the same content (SQLite, PostgreSQL in one piece, in pieces): rows, milliseconds of the whole command (the
# middle of three), and which indexes PostgreSQL's first store used, found by what its counters say before and after.  Below: the indexes that nothing used.
# `test/bench/size.sh` makes such stores.  Figures of doc/store-size.md.
set -eu
C=${COULISSE:-$(cd "$(dirname "$0")/../.." && pwd)/build/coulisse}
[ $# -gt 0 ] || { echo "usage: test/bench/plans.sh STORE…" >&2; exit 2; }
T=$(mktemp -d)
trap 'rm -rf "$T"' EXIT
postgres=
for s; do case $s in postgres*) postgres=$s; break ;; esac; done

ms() { echo $((($(date +%s%N) - $1) / 1000000)); }

# Scans of each index so far; those of a piece count for the index of the whole.
scans()
{
	[ -n "$postgres" ] || return 0
	psql -qAtF ' ' "$postgres" -c "SELECT coalesce(p.relname, i.indexrelname), sum(i.idx_scan) FROM pg_stat_user_indexes i LEFT JOIN pg_inherits h ON h.inhrelid = i.indexrelid
		LEFT JOIN pg_class p ON p.oid = h.inhparent GROUP BY 1 ORDER BY 1"
}
used() { join "$T/before" "$T/after" | awk '$3 > $2 { printf "%s%s", n++ ? " " : "", $1 }'; }

# cost STORE ARGUMENTS…: the middle of three, in ms.
cost()
{
	store=$1 command=$2
	shift 2
	for _ in 1 2 3; do
		t=$(date +%s%N)
		"$C" "$command" -d "$store" "$@" > "$T/out" 2>/dev/null || true
		ms "$t"
	done | sort -n | sed -n 2p
}

question()
{
	row=
	for store in $all; do
		[ "$store" != "$postgres" ] || scans > "$T/before"
		row="$row	$(cost "$store" "$@")"
		if [ "$store" = "$postgres" ]; then
			sleep 0.2
			scans > "$T/after"
		fi
	done
	printf '%s\t%s%s\t%s\n' "$*" "$(wc -l < "$T/out")" "$row" "$([ -z "$postgres" ] || used)"
}

# The server's index, until the overview is answered.
serving()
{
	: > "$T/serve"
	t=$(date +%s%N)
	"$C" serve -d "$1" --port 0 --read-only > "$T/serve" 2>&1 < /dev/null &
	server=$!
	until grep -q 'http://' "$T/serve"; do sleep 0.02; done
	python3 -c 'import sys, urllib.request; print(len(urllib.request.urlopen(sys.argv[1].rstrip("/") + "/api/v1/overview").read()))' "$(sed -n 's,.*\(http://[^ ]*\).*,\1,p' "$T/serve" | head -1)" > "$T/out"
	ms "$t"
	kill $server
	wait $server 2>/dev/null || true
}

all=$*
base=$(scans | wc -l)
[ -z "$postgres" ] || psql -q "$postgres" -c "SELECT pg_stat_reset()" > /dev/null
"$C" events -d "$1" --json -n 400 > "$T/some"
who=$(python3 -c 'import json,sys; print(json.loads(sys.stdin.readlines()[200])["actors"][0]["name"])' < "$T/some")
day=$(python3 -c 'import json,sys; print(json.loads(sys.stdin.readlines()[200])["when"]["start"])' < "$T/some")
country=$(python3 -c 'import json,sys; print([a["country"] for l in sys.stdin for a in json.loads(l)["actors"] if a["country"]][0])' < "$T/some")
place=$(python3 -c 'import json,sys; print([j["where"]["name"] for l in sys.stdin for j in [json.loads(l)] if j["where"]][0])' < "$T/some")
word=$(python3 -c 'import json,sys; print(json.loads(sys.stdin.readlines()[200])["evidence"]["quote"].split()[0])' < "$T/some")
month=${day%-*}
printf 'question\trows'
for s; do printf '\t%s' "$(echo "$s" | sed 's,.*/,,; s,?.*,,')"; done
echo '	indexes'
question events --since "$day" --until "$day" --tsv
question events --who "$who" --tsv
question events --who "$who" --since "$month" --until "$month" --tsv
question events --actor "$country" --type ASSAULT --tsv
question events --country "$country" --since "$month" --until "$month" --tsv
question events --place "$place" --tsv
question events --text "$word $who" --tsv
question events --source 'Outlet 7' --since "$month" --tsv
question events --known "$day" --since "$month" --tsv
question events -n 20 --tsv
question events --per month --by type --csv
question events --per year --by country --csv
question events --by dyad --csv
question timeline --who "$who"
question visits "$who" --tsv
question claims "$who" --tsv
question states --who "$who" --tsv
question offices "$who" --tsv
question members "$who" --tsv
question treaties "$who" --tsv
question sources --tsv
question audit --tsv
question who "$who"
question correct --list
question export --to polecat --since "$day" --until "$day"
row=
for store in $all; do row="$row	$(serving "$store")"; done
printf 'serve, until the overview is there\t1%s\t\n' "$row"
[ -n "$postgres" ] || exit 0
echo
echo "indexes of $base that no question used (those that writing needs stand in doc/store-size.md), with their bytes a document"
psql -qAtF '	' "$postgres" -c "SELECT coalesce(p.relname, i.indexrelname), sum(pg_relation_size(i.indexrelid)) / greatest((SELECT count(*) FROM document), 1) FROM pg_stat_user_indexes i
	LEFT JOIN pg_inherits h ON h.inhrelid = i.indexrelid LEFT JOIN pg_class p ON p.oid = h.inhparent GROUP BY 1 HAVING sum(i.idx_scan) = 0 ORDER BY 2 DESC"
