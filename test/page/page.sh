#!/bin/sh
# page.sh: the page in a real browser (Debian's chromium, by playwright-core), on a store coded here and now from our own sentences, from articles of Wikinews and from
# the sixty pages of test/pages (store.mjs); test/page/page.mjs does what a user does.
# Without node, chromium or web/node_modules it says so and skips; `tools/deps test` installs them.
set -u
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
C=${COULISSE:-$root/build/coulisse}
browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome)
missing=
command -v node >/dev/null || missing="$missing node"
[ -n "$browser" ] || missing="$missing chromium"
[ -d "$root/web/node_modules/playwright-core" ] || missing="$missing playwright-core"
if [ -n "$missing" ]; then
	echo "1..0 # SKIP the page needs$missing"
	exit 0
fi
T=$(mktemp -d)
servers=
trap 'for p in $servers; do kill "$p" 2>/dev/null; done; rm -rf "$T"' EXIT

node "$here/store.mjs" > "$T/items.jsonl"
"$C" add -d "$T/news.db" --now 2024-07-01T00:00:00Z "$T/items.jsonl" "$root"/test/pages/*.html 2>"$T/add.log" || { cat "$T/add.log" >&2; echo "Bail out! the store could not be made"; exit 1; }

serve()		# name, options…: the address is left in $address
{
	name=$1
	shift
	"$C" serve -d "$T/news.db" --port 0 "$@" >"$T/$name.out" 2>"$T/$name.err" </dev/null &
	servers="$servers $!"
	address=
	for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
		address=$(sed -n 's,.*\(http://[^ ]*\).*,\1,p' "$T/$name.out" 2>/dev/null | head -1)
		[ -n "$address" ] && return 0
		sleep 1
	done
	cat "$T/$name.err" >&2
	echo "Bail out! no server"
	exit 1
}
serve open
open=$address
serve locked --read-only
CHROMIUM=$browser COULISSE=$C STORE=$T/news.db OPEN=$open LOCKED=$address SCRATCH=$T node "$here/page.mjs"
