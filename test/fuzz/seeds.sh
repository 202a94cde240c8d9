#!/bin/sh
# seeds.sh OUT: a folder of seeds below OUT for each of the targets made of format.c, from the samples of the golden tests.
set -eu
golden=$(cd "$(dirname "$0")/../golden" && pwd)
out=$1
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT
python3 "$golden/formats-packed.py" "$golden/formats" "$made"
rm -rf "$made/bomb" "$made/deep" "$made/cuts" "$made/flips"

seed()		# format, files: those of at most 20 kB
{
	mkdir -p "$out/$1"
	to=$out/$1
	shift
	for f in "$@"; do
		if [ "$(wc -c < "$f")" -le 20000 ]; then cp "$f" "$to/"; fi
	done
}
seed warc "$made"/*.warc "$made"/fault/*.warc
seed gzip "$made"/*.gz "$golden"/formats/*.gz
seed zip "$made"/*.zip "$made"/*.wacz "$made"/*.epub "$golden"/formats/*.zip
seed csv "$made"/*.csv "$made"/*.tsv "$golden"/formats/*.csv
seed mail "$made"/mail/*.eml "$golden"/formats/*.eml
seed mbox "$golden"/formats/*.mbox
mkdir -p "$out/zstd"
for f in "$made"/*.warc "$golden"/formats/*.csv; do zstd -qc -f "$f" > "$out/zstd/$(basename "$f").zst"; done
