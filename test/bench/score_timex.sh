#!/bin/sh
# score_timex.sh [--errors FILE]: temporal expressions against TimeBank and AQUAINT (TempEval-3), kept beside the repository.
#
# SHARED: folder with data/ (default ../shared beside the checkout).
set -eu
here=$(cd "$(dirname "$0")/../.." && pwd)
S=${SHARED:-$here/../shared}
A=$S/data/time/tempeval3_tbaq.tar.xz
if [ ! -e "$A" ]; then
	echo "no $A: nothing to measure temporal expressions on (set SHARED)"
	exit 0
fi
exec python3 "$here/test/bench/score_timex.py" "${COULISSE:-$here/build/coulisse}" "$A" "$@"
