#!/bin/sh
# db.sh sqlite|postgres PROGRAM [full]: test/unit/db.c against a database of that kind; full: one that can hold little.
set -u
# shellcheck source=test/postgres.sh
. "$(dirname "$0")/../postgres.sh"
kind=$1
program=$2
shift 2
if [ "$kind" = sqlite ]; then
	T=$(mktemp -d)
	trap 'rm -rf "$T"' EXIT
	"$program" "$T/news.db" "$@"
	exit
fi
if [ $# = 0 ]; then
	postgres_start
else
	POSTGRES_FILE_KB=4096
	postgres_start tcp
fi
"$program" "$POSTGRES" "$@"
rc=$?
postgres_stop
exit $rc
