#!/bin/sh
# score_segment.sh FOLDER [--errors N]: the segmenter against FOLDER/XX/*dev.conllu for each language of the repository.
# FOLDER holds treebanks of Universal Dependencies, as FOLDER/nl/nl_alpino-ud-dev.conllu.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$here/../..
folder=$1
shift
program=$(mktemp)
trap 'rm -f "$program"' EXIT
${CC:-cc} -std=c11 -D_GNU_SOURCE -O2 -I"$root/src" -o "$program" "$here/segment.c" "$root"/src/segment/*.c "$root"/src/base/*.c \
	"$root"/src/doc/*.c $(pkg-config --cflags --libs icu-uc icu-i18n libcjson) -lm
for lang in "$root"/lang/*/; do
	for gold in "$folder/$(basename "$lang")"/*dev.conllu; do
		[ ! -f "$gold" ] || python3 "$here/score_segment.py" "$program" "$lang" "$gold" "$@"
	done
done
