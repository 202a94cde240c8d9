#!/bin/sh
# extract.sh [--errors]: articles out of the sixty pages of test/pages/ by coulisse and by @mozilla/readability, against the gold, and
# how many megabytes a second one core reads.  npm fetches readability and jsdom into a scratch folder (READABILITY_HOME keeps one).
# BUILD: a build folder without sanitizers.  --errors: what is wrong on each page of the open half first.
set -eu
here=$(cd "$(dirname "$0")/../.." && pwd)
B=${BUILD:-$here/build}
T=$(mktemp -d)
trap 'rm -rf "$T"' EXIT
export COULISSE_HOME="$B" READABILITY_HOME="${READABILITY_HOME:-$T/npm}"

ninja --quiet -C "$B" test/bench-extract coulisse
if [ ! -d "$READABILITY_HOME/node_modules/jsdom" ]; then
	mkdir -p "$READABILITY_HOME"
	cp "$here"/test/bench/readability/package*.json "$READABILITY_HOME"
	(cd "$READABILITY_HOME" && npm ci --no-audit --no-fund --silent)
fi
"$B/test/bench-extract" "$here"/test/pages/*.html > "$T/coulisse.jsonl"
node "$here/test/bench/readability/article.cjs" "$here"/test/pages/*.html > "$T/readability.jsonl"
errors=
[ "${1:-}" = --errors ] && errors='--errors coulisse'
# shellcheck disable=SC2086
python3 "$here/test/bench/extract.py" "$here/test/pages" coulisse="$T/coulisse.jsonl" readability="$T/readability.jsonl" $errors
"$B/test/bench-extract" -t 5 "$here"/test/pages/*.html
