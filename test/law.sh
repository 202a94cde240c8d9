#!/bin/sh
# law.sh SOURCE_ROOT: the rules of the house, as TAP (doc/architecture.md).
#
#	base ← doc ← stages and record ← flow ← coulisse.h ← cli;  no stage includes another
#	one file for each third-party library
#	no word of a language in C
set -u
cd "$1" || exit 1
n=0
bad=0

report()	# what, findings
{
	n=$((n + 1))
	if [ -z "$2" ]; then
		echo "ok $n - $1"
	else
		echo "not ok $n - $1"
		echo "$2" | sed 's/^/# /'
		bad=1
	fi
}

# Includes in the files of folder $1 that do not begin with one of the prefixes in $2 (an ERE).
includes()
{
	grep -rnE '^#[[:space:]]*include "' "src/$1" --include='*.c' --include='*.h' | grep -vE "include \"($2)"
}

report "base includes base alone" "$(includes base 'base/')"
report "doc includes base and doc" "$(includes doc 'base/|doc/')"
for stage in ingest segment analyse link code record eval store; do
	report "$stage includes base, doc and itself" "$(includes $stage "base/|doc/|$stage/")"
done
report "watch includes base, doc, ingest, the store and itself" "$(includes watch 'base/|doc/|ingest/|store/|watch/')"
report "queue includes base, doc, the store and itself" "$(includes queue 'base/|doc/|store/|queue/')"
report "query includes base, doc, the store, the who's who and itself" "$(includes query 'base/|doc/|store/|link/|query/')"
report "serve includes base, doc, the store, the who's who, query and itself" "$(includes serve 'base/|doc/|store/|link/who\.h|query/|serve/')"
report "flow includes the stages, not record or cli" "$(grep -nE 'include "(record|cli)/' src/flow.c src/flow.h)"
report "cli goes through coulisse.h" "$(includes cli 'base/|cli/|coulisse\.h')"
report "coulisse.h stands alone" "$(grep -nE '#[[:space:]]*include "' include/coulisse.h)"

only()		# header pattern, the one file
{
	report "$(echo "$2" | tr -d '\\') alone sees $1" "$(grep -rlE "#[[:space:]]*include <($1)" src include --include='*.c' --include='*.h' | grep -vE "^$2$")"
}
only 'unicode/' 'src/base/unicode\.c'
only 'seccomp\.h|linux/landlock' 'src/base/sandbox\.c'
only 'cjson/|cJSON' 'src/base/json\.c'
only 'expat' 'src/ingest/xml\.c'
# one unpacks what is read, one packs what is served
only 'zlib' 'src/(ingest/inflate|serve/deflate)\.c'
only 'microhttpd' 'src/serve/http\.c'
only 'zstd' 'src/ingest/zstd\.c'
only 'brotli' 'src/ingest/brotli\.c'
only 'sqlite3' 'src/store/db_sqlite\.c'
only 'curl/' 'src/ingest/fetch\.c'
only 'libpq|postgres' 'src/store/db_postgres\.c'
report "gumbo is for tests only" "$(grep -rlE '#[[:space:]]*include <gumbo' src include)"

# Frequent function words of the languages, alone in a string literal of the stages: knowledge that belongs to lang/.
words='de|het|een|van|niet|geen|zijn|heeft|hebben|volgens|maar|naar|gisteren|vandaag|maandag|januari'
words="$words|the|is|was|were|has|had|have|said|says|according|yesterday|today|tomorrow|monday|january|president|minister"
report "no word of a language in C" \
	"$(grep -rnwiE "\"($words)\"" src/base src/doc src/ingest src/segment src/analyse src/link src/code --include='*.c')"
report "no letters beyond ASCII in the strings of the coder" \
	"$(grep -rnP '"[^"]*[À-ɏ][^"]*"' src/segment src/analyse src/link src/code --include='*.c')"
echo "1..$n"
exit $bad
