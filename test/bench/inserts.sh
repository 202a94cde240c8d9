#!/bin/sh
# inserts.sh BUILD [ROWS [BATCH]]: event rows a second, SQLite against PostgreSQL on a socket and over TCP on the loopback.
#
#	ninja -C build test/bench-inserts && test/bench/inserts.sh build
#
# Neither waits for the disk: the server runs with fsync off, and SQLite in WAL mode with synchronous NORMAL does so only at checkpoints.
set -eu
bench=$1/test/bench-inserts
rows=${2:-200000}
batch=${3:-5000}
# shellcheck source=test/postgres.sh
. "$(dirname "$0")/../postgres.sh"
T=$(mktemp -d)
trap 'rm -rf "$T"; postgres_stop' EXIT
printf 'SQLite                '
"$bench" "$T/news.db" "$rows" "$batch"
for how in socket tcp; do
	postgres_start $how
	printf 'PostgreSQL, %-10s' $how
	"$bench" "$POSTGRES" "$rows" "$batch"
	postgres_stop
done
