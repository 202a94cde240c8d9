#!/bin/sh
# flat.sh [MOST]: memory over more and more small documents (1,000, 10,000, … up to MOST, 100,000), made here; and how long a start takes.
#
# Each document is one to three sentences of its own.  COULISSE: the program; build it without sanitizers.
set -eu
here=$(cd "$(dirname "$0")/../.." && pwd)
C=${COULISSE:-$here/build/coulisse}
most=${1:-100000}
T=$(mktemp -d)
trap 'rm -rf "$T"' EXIT

documents()	# N
{
	awk -v n="$1" 'BEGIN {
		a = split("The president of France|Mark Rutte|The Hungarian foreign minister|Iran|The government of Chile|Polish officials|Sweden|A spokesman of the UN", who, "|")
		b = split("visited Kyiv|met the president of Poland in Warsaw|signed a treaty with Japan|condemned the attack on Beirut|joined NATO|denied the report|sanctioned Russia", what, "|")
		c = split("on Monday|last week|in March 2019|yesterday|after talks in Geneva|for the second time this year", when, "|")
		for (i = 0; i < n; i++) {
			t = ""
			for (k = 0; k <= i % 3; k++)
				t = t who[(i * 7 + k * 3) % a + 1] " " what[(i * 5 + int(i / 8) + k) % b + 1] " " when[(i * 3 + int(i / 56) + k) % c + 1] ", article " i " says. "
			printf "{\"id\":\"d%d\",\"lang\":\"en\",\"date\":\"2024-%02d-%02d\",\"text\":\"%s\"}\n", i, i % 12 + 1, i % 28 + 1, t
		}
	}'
}

measure()	# what, arguments…
{
	what=$1
	shift
	"$C" "$@" --timings 2>&1 > /dev/null | awk -v what="$what" '/^memory/ { m = $2 } /^documents/ { d = $2; w = $4 } /^all/ { s = $2 } END { printf "%s\t%d documents\t%d words\t%.1f MB\t%.0f words/s\n", what, d, w, m, w / s }' | tr -d ,
}
n=1000
while [ $n -le "$most" ]; do
	documents $n > "$T/in.jsonl"
	measure "one thread" code -j 1 "$T/in.jsonl"
	measure "two threads" code -j 2 "$T/in.jsonl"
	n=$((n * 10))
done
echo "== one store of the last of them: coded and added, or their lines merged"
"$C" code -j 2 "$T/in.jsonl" > "$T/lines.jsonl" 2> /dev/null
python3 - "$C" "$T" <<'P'
import os, subprocess, sys, time
c, t = sys.argv[1:]
for what, file in (("add", "in.jsonl"), ("merge", "lines.jsonl")):
	began = time.time()
	p = subprocess.Popen([c, what, "-d", f"{t}/{what}.db", f"{t}/{file}"], stderr=subprocess.DEVNULL)
	_, status, used = os.wait4(p.pid, 0)
	print(f"{what}\t{os.path.getsize(t + '/' + file) / 1e6:.0f} MB\t{used.ru_maxrss / 1024:.0f} MB of memory\t{used.ru_utime + used.ru_stime:.1f} s of processor time")
P
echo "== a start: until the first line of a one-sentence text is out, best and middle of 21 (ms)"
for l in en nl; do
	[ $l = en ] && text='Iran met China in Beijing on Monday.' || text='Rusland veroordeelde maandag het bezoek van premier Rutte aan Kyiv.'
	for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21; do
		t=$(date +%s%N)
		echo "$text" | "$C" code --lang $l | head -c 1 > /dev/null
		echo $((($(date +%s%N) - t) / 10000))
	done | sort -n | awk -v l=$l '{ v[NR] = $1 / 100 } END { printf "%s\t%.1f\t%.1f\n", l, v[1], v[int((NR + 1) / 2)] }'
done
