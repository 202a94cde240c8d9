#!/bin/sh
# against.sh OTHER [FILE…]: processor time of this build of coulisse against another one (an older commit's), in turns on one core, the least of five each.
#
# Without files: the articles of examples/, 20 times over.  COULISSE: this build; each program finds its own home.  First it is checked that both write the same.
set -eu
here=$(cd "$(dirname "$0")/../.." && pwd)
C=${COULISSE:-$here/build/coulisse}
[ $# -ge 1 ] || { sed -n 's/^# \(against.sh OTHER.*\): .*/usage: \1/p' "$0" >&2; exit 2; }
other=$1
shift
T=$(mktemp -d)
trap 'rm -rf "$T"' EXIT
if [ $# = 0 ]; then
	for i in 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19; do
		for f in "$here"/examples/*.txt; do cp "$f" "$T/$i-$(basename "$f")"; done
	done
	set -- "$T"/*.txt
fi
one=$("$C" code --date 2024-10-12 "$@" 2> /dev/null | md5sum)
two=$("$other" code --date 2024-10-12 "$@" 2> /dev/null | md5sum)
[ "$one" = "$two" ] && echo "the same lines" || echo "other lines"
for _ in 1 2 3 4 5; do
	for p in "$other" "$C"; do
		taskset -c 0 "$p" code --timings --date 2024-10-12 "$@" 2>&1 > /dev/null | awk -v p="$p" '/^(analyse|all) / { print p, $1, $2 }'
	done
done | awk -v this="$C" -v other="$other" '{ k = $1 " " $2; if (!(k in t) || $3 < t[k]) t[k] = $3 }
	END { for (i = 1; i <= 2; i++) { s = i == 1 ? "analyse" : "all"; printf "%s\t%.3f s, was %.3f s: %.3f\n", s, t[this " " s], t[other " " s], t[this " " s] / t[other " " s] } }'
