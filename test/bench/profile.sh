#!/bin/sh
# profile.sh [perf|count] [FILE…]: where the time of `coulisse code` goes, stage by stage and, within the analysis, part by part.
#
#	perf	samples of the processor's clock (perf record), with the program's own --timings beside them
#	count	instructions (valgrind --tool=callgrind): the same on every run, but of the AVX2 kernels, since valgrind knows no AVX-512
#
# Without files: the articles of examples/, 20 times over (count: 4 times).  Build without sanitizers.  One thread.
set -eu
here=$(cd "$(dirname "$0")/../.." && pwd)
C=${COULISSE:-$here/build/coulisse}
how=${1:-perf}
[ $# = 0 ] || shift
T=$(mktemp -d)
trap 'rm -rf "$T"' EXIT
if [ $# = 0 ]; then
	i=0
	[ "$how" = count ] && times=4 || times=20
	while [ $i -lt $times ]; do
		for f in "$here"/examples/*.txt; do cp "$f" "$T/$i-$(basename "$f")"; done
		i=$((i + 1))
	done
	set -- "$T"/*.txt
fi

# Which part of the analysis each function is.
cat > "$T/parts" <<'P'
matrix products	_(gemm|axpy)$
gates and scales	_(lstm|quantise|dequantise)$|^(apply|recur|leaky|group)\b
words to vectors	^(embed|features_\w+|lookup_find|lists_\w+|model_hash|char_class)\b
trees	^(trees?|labels_of|relation_of|decode_tree|edmonds|contract|doc_link_tree)\b
tags, lemmas, names	^(tags|classes|best_of|lemma_of|decode_lemma|names|decode_names|names_agree|finish|analyse_docs)\b
C library, all stages	^_*(mem|str|malloc|free|cfree|int_|calloc|realloc|libc)
P

if [ "$how" = count ]; then
	valgrind --tool=callgrind --callgrind-out-file="$T/out" --quiet "$C" code --no-sandbox --date 2024-10-12 "$@" > /dev/null 2> "$T/err" || [ $? = 3 ]
	callgrind_annotate --inclusive=yes --threshold=100 "$T/out" > "$T/inclusive"
	python3 - "$T/inclusive" <<'P'
import re, sys
rows = {}
total = 0
for line in open(sys.argv[1]):
	m = re.match(r"\s*([\d,]+)\s+\([ \d.]+%\)\s+(.*)", line)
	if not m: continue
	n = int(m.group(1).replace(",", ""))
	if "PROGRAM TOTALS" in m.group(2): total = n
	f = re.search(r":([A-Za-z_0-9.']+)( \[|$)", m.group(2))
	if f: rows[f.group(1)] = max(rows.get(f.group(1), 0), n)
stages = [("read", "reader_take"), ("ingest", "reader_make"), ("language", "language_find"), ("open", "open_language"), ("segment", "segment_doc"), ("analyse", "analyse_docs"),
	("link", "link_doc"), ("time", "time_doc"), ("code", "code_doc"), ("record and write", "put")]
print(f"all\t{total:,} instructions")
for name, f in stages:
	if f in rows: print(f"{name}\t{rows[f] / total:.3f}")
P
	exit
fi

"$C" code --timings --date 2024-10-12 "$@" 2>&1 > /dev/null | awk '/^[a-z]+ +[0-9.]+ s/ { if ($1 == "all") all = $2; else { n[++k] = $1; s[k] = $2 } } /^documents/ { print } /^memory/ { print }
	END { for (i = 1; i <= k; i++) if (n[i] != "open") printf "%-10s %.3f of the time, %.3f s\n", n[i], s[i] / all, s[i] }'
perf record -q -e cpu-clock -F 1999 -o "$T/perf" "$C" code --no-sandbox --date 2024-10-12 "$@" > /dev/null 2> "$T/err" || [ $? = 3 ]
echo "== functions, by samples"
perf report -i "$T/perf" --stdio --no-children -s symbol 2> /dev/null > "$T/samples"
python3 - "$T/parts" "$T/samples" <<'P'
import collections, re, sys
parts = [line.rstrip("\n").split("\t") for line in open(sys.argv[1])]
count = collections.Counter()
for line in open(sys.argv[2]):
	m = re.match(r"\s*([\d.]+)%\s+\[(.)\]\s+(\S+)", line)
	if not m: continue
	part = "kernel of the system" if m[2] == "k" else next((name for name, p in parts if re.search(p, m[3])), "other stages")
	count[part] += float(m[1])
for name, n in count.most_common(): print(f"{name:24s} {n / 100:.3f}")
P
