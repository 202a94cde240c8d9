#!/bin/sh
# speed.sh [FILE…]: words a second of the whole way and of each stage, memory, load time, time to the first line.
#
# Without files: the articles of examples/, 50 times over.  COULISSE: the program; build it without sanitizers.
set -eu
here=$(cd "$(dirname "$0")/../.." && pwd)
C=${COULISSE:-$here/build/coulisse}
T=$(mktemp -d)
trap 'rm -rf "$T"' EXIT

if [ $# = 0 ]; then
	i=0
	while [ $i -lt 50 ]; do
		for f in "$here"/examples/*.txt; do cp "$f" "$T/$i-$(basename "$f")"; done
		i=$((i + 1))
	done
	set -- "$T"
fi

ms() { echo $((($(date +%s%N) - $1) / 1000000)); }

echo "== first line out of a start, best of 5 (ms)"
for f in "$here"/examples/*.txt; do
	best=999999
	for _ in 1 2 3 4 5; do
		t=$(date +%s%N)
		"$C" code "$f" 2>/dev/null | head -c 1 >/dev/null
		t=$(ms "$t")
		[ "$t" -lt $best ] && best=$t
	done
	echo "$(basename "$f")	$best"
done
echo "== one thread"
t=$(date +%s%N)
"$C" code --timings --date 2024-10-12 "$@" 2>&1 >/dev/null | grep -v '^coulisse:'
echo "wall      $(ms "$t") ms"
echo "== $(nproc) threads"
t=$(date +%s%N)
"$C" code --timings -j "$(nproc)" --date 2024-10-12 "$@" 2>&1 >/dev/null | grep -E '^(documents|memory)'
echo "wall      $(ms "$t") ms"
echo "== kernels, one thread (the machine's best, then lower makes)"
for k in "" avx2 portable; do
	printf '%s\t' "${k:-best}"
	COULISSE_KERNELS=$k "$C" code --timings --date 2024-10-12 "$@" 2>&1 >/dev/null | grep '^analyse'
done
