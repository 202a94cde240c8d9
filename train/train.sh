#!/bin/sh
# train.sh LANG DATA WORK [MINUTES] - from the open data to lang/LANG/LANG.model.  Needs a built program (make), for its words.
#
# On one core: 10 minutes for the vectors, MINUTES (64) for the network from nothing, 38 for names and a second rate cycle, 11 for the last
# step.  Two languages may run side by side.  Every step says how far it is every two minutes and a half; a run that was stopped goes on from
# its last checkpoint, a step that is done is not done again.
set -eu
[ $# -ge 3 ] || { sed -n 2,6p "$0"; exit 2; }
lang=$1 data=$2 work=$3 minutes=${4:-64}
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$work"
missing=
for p in python3-torch python3-numpy libopenblas0-pthread fasttext; do
	dpkg-query -W -f '${Status}' $p 2>/dev/null | grep -q ' installed$' || missing="$missing $p"
done
if [ -n "$missing" ]; then
	echo "installing:$missing (without OpenBLAS PyTorch takes the reference BLAS, ten times slower)" >&2
	apt-get install -qq -y --no-install-recommends $missing >/dev/null
fi
# One thread a language; large tensors stay with the process instead of being mapped anew at every step.
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 MALLOC_MMAP_THRESHOLD_=4000000000 MALLOC_TRIM_THRESHOLD_=8000000000
train() { /usr/bin/python3 "$here/train.py" "$lang" "$data" "$@"; }

if [ ! -s "$work/$lang.vec" ]; then
	/usr/bin/python3 "$here/tokens.py" "$lang" "$data" > "$work/$lang.tok"
	fasttext skipgram -input "$work/$lang.tok" -output "$work/$lang" -dim 100 -minCount 4 -minn 3 -maxn 5 -bucket 200000 \
		-epoch 5 -neg 5 -ws 4 -thread 1
fi
[ -s "$work/$lang.base.model" ] || {
	train "$work/$lang.vec" "$work/$lang.base" --minutes "$minutes" --batch 900
	/usr/bin/python3 "$here/export.py" "$work/$lang.base" "$work/$lang.base.model" "$data"
}
[ -e "$work/$lang.done" ] || {
	train "$work/$lang.base.model" "$work/$lang" --minutes 38 --rate 1e-3 --batch 1200 --seed 3
	touch "$work/$lang.done"
}
model="$here/../lang/$lang/$lang.model"
if [ "$lang" = nl ]; then
	# What ships in Dutch has seen the development sets, too; figures are taken from the step before (export.py "$work/$lang").
	train "$work/$lang.base.model" "$work/$lang.all" --from "$work/$lang" --with-dev --minutes 11 --rate 3e-4 --batch 1200 --seed 4
else
	# What the two models so far say alike of open text is learnt, too.
	if [ ! -s "$work/$lang.new.conllu" ]; then
		/usr/bin/python3 "$here/export.py" "$work/$lang" "$work/$lang.new.model" "$data"
		/usr/bin/python3 "$here/auto_text.py" "$lang" "$data" > "$work/$lang.auto.txt"
		mkdir -p "$work/home"
		cp -rL "$here/../build/lang" "$here/../build/data" "$work/home"
		export COULISSE_HOME="$work/home"
		cp "$work/$lang.base.model" "$work/home/lang/$lang/$lang.model"
		"$here/../build/coulisse" parse --lang "$lang" --input text "$work/$lang.auto.txt" > "$work/$lang.old.conllu"
		cp "$work/$lang.new.model" "$work/home/lang/$lang/$lang.model"
		"$here/../build/coulisse" parse --lang "$lang" --input conllu "$work/$lang.old.conllu" > "$work/$lang.new.conllu.part"
		mv "$work/$lang.new.conllu.part" "$work/$lang.new.conllu"
	fi
	train "$work/$lang.base.model" "$work/$lang.all" --from "$work/$lang" --auto "$work/$lang.old.conllu" "$work/$lang.new.conllu" \
		--minutes 10 --rate 4e-4 --batch 1200 --seed 4
fi
/usr/bin/python3 "$here/export.py" "$work/$lang.all" "$model" "$data"
