#!/bin/sh
# warc.sh [ARTICLES.jsonl[.xz]]: the whole way from an archive of the web (.warc.gz, .warc.zst: a page of some 50 kB for each article, and a picture) against the same
# articles as JSON Lines, one thread and two.
#
# Without articles: those of examples/, 50 times over.  COULISSE: the program; build it without sanitizers.
set -eu
here=$(cd "$(dirname "$0")/../.." && pwd)
C=${COULISSE:-$here/build/coulisse}
T=$(mktemp -d)
trap 'rm -rf "$T"' EXIT

python3 - "$here" "$T" "${1:-}" <<'P'
import glob, gzip, json, lzma, sys
here, t, source = sys.argv[1:]
sys.dont_write_bytecode = True
sys.path.insert(0, here + "/test/bench")
from mixed import page
if source:
	articles = [json.loads(l) for l in (lzma.open if source.endswith(".xz") else open)(source, "rt", encoding="utf-8")]
else:
	texts = [open(f, encoding="utf-8").read() for f in sorted(glob.glob(here + "/examples/*.txt"))] * 50
	articles = [dict(zip(("title", "text"), x.split("\n", 1))) for x in texts]
with open(t + "/articles.jsonl", "w") as lines, open(t + "/pages.warc", "wb") as plain, open(t + "/pages.warc.gz", "wb") as packed:
	def record(kind, type, url, block):
		head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2024-10-12T08:00:00Z\r\nContent-Type: {type}\r\nContent-Length: {len(block)}\r\n\r\n".encode()
		plain.write(head + block + b"\r\n\r\n")
		packed.write(gzip.compress(head + block + b"\r\n\r\n"))
	for i, a in enumerate(articles):
		lines.write(json.dumps({"id": f"n{i}", "date": "2024-10-12", "title": a["title"], "text": a["text"]}) + "\n")
		for type, url, content in (("text/html; charset=utf-8", f"https://news.test/{i}", page(a, 10**6)), ("image/jpeg", f"https://news.test/{i}.jpg", b"\xff\xd8\xff" + bytes(range(256)) * 80)):
			record("response", "application/http; msgtype=response", url, f"HTTP/1.1 200 OK\r\nContent-Type: {type}\r\n\r\n".encode() + content)
P
! command -v zstd > /dev/null || zstd -q -o "$T/pages.warc.zst" "$T/pages.warc"

run()	# FILE THREADS
{
	t=$(date +%s%N)
	"$C" code -j "$2" --timings "$T/$1" 2> "$T/said" > /dev/null || [ $? = 3 ]
	t=$((($(date +%s%N) - t) / 1000000))
	awk -v f="$1" -v j="$2" -v t=$t '/^(read|ingest|all) / { s[$1] = $2 } /^documents/ { d = $2; w = $4 }
		END { printf "%-16s -j %d  %d documents %d words  read %.2f s  ingest %.2f s  all %.2f s  %.0f words/s of processor time, %.0f by the clock\n", f, j, d, w, s["read"], s["ingest"], s["all"], w / s["all"], w / t * 1000 }' "$T/said"
}
ls -l "$T" | awk '/pages|articles/ { print $NF, $5, "bytes" }'
for f in articles.jsonl pages.warc pages.warc.gz pages.warc.zst; do
	[ -e "$T/$f" ] || continue
	run $f 1
	run $f 2
done
