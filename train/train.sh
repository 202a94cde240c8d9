#!/bin/sh
# train.sh LANG DATA WORK [MINUTES] - from the open data to lang/LANG/LANG.model: vectors, training, export.
# Needs Debian's python3-torch, python3-numpy and fasttext.  About 10 minutes for the vectors and MINUTES (64) for the network on one core;
# a run that was stopped goes on from its last checkpoint.
set -eu
[ $# -ge 3 ] || { sed -n 2,4p "$0"; exit 2; }
lang=$1 data=$2 work=$3 minutes=${4:-64}
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$work"
if [ ! -s "$work/$lang.vec" ]; then
	/usr/bin/python3 "$here/tokens.py" "$lang" "$data" > "$work/$lang.tok"
	fasttext skipgram -input "$work/$lang.tok" -output "$work/$lang" -dim 100 -minCount 4 -minn 3 -maxn 5 -bucket 200000 \
		-epoch 5 -neg 5 -ws 4 -thread 1
fi
OMP_NUM_THREADS=1 /usr/bin/python3 "$here/train.py" "$lang" "$data" "$work/$lang.vec" "$work/$lang" --minutes "$minutes"
/usr/bin/python3 "$here/export.py" "$work/$lang" "$here/../lang/$lang/$lang.model" "$data"
