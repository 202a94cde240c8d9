#!/bin/sh
# serve.sh STORE: what answers of the server cost (its processor's milliseconds, then those of the clock, first and asked again), 200 clients at once, and, where node,
# chromium and web/node_modules are, how long the page takes until everything is drawn.  Figures of doc/api.md and doc/page.md.  The store is only read.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
C=${COULISSE:-$root/build/coulisse}
[ $# = 1 ] || {
	echo "usage: test/bench/serve.sh STORE" >&2
	exit 2
}
T=$(mktemp -d)
"$C" serve -d "$1" --port 0 --read-only > "$T/out" 2> "$T/err" < /dev/null &
server=$!
trap 'kill $server 2>/dev/null; rm -rf "$T"' EXIT
address=
for _ in $(seq 100); do
	address=$(sed -n 's,.*\(http://[^ ]*\).*,\1,p' "$T/out" | head -1)
	[ -n "$address" ] && break
	kill -0 $server 2>/dev/null || { cat "$T/err" >&2; exit 1; }
	sleep 0.1
done
python3 "$here/serve.py" "$address" $server
browser=$(command -v chromium || command -v google-chrome || true)
if [ -n "$browser" ] && command -v node > /dev/null && [ -d "$root/web/node_modules/playwright-core" ]; then
	CHROMIUM=$browser ADDRESS=$address node "$here/serve.mjs"
else
	echo "the page: not measured, for want of node, chromium or web/node_modules (tools/deps test)"
fi
