#!/bin/sh
# gnu-parallel.sh MANIFEST PARTS STORE [OPTIONS OF PARALLEL…]: codes the files of a manifest with GNU parallel, then merges the parts into a store.
#
# One process a core of this machine, or of those of --sshloginfile, which must have the program and see the same folders.  Started again, it does what is missing: a
# part that is complete has its name.  COULISSE: the program.
set -eu
[ $# -ge 3 ] || { sed -n 's/^# \(gnu-parallel.sh MANIFEST.*\)/usage: \1/p' "$0" >&2; exit 2; }
manifest=$1 parts=$2 store=$3
shift 3
C=${COULISSE:-coulisse}
export C parts
mkdir -p "$parts"

# Exit status 3 says that some inputs could not be read; they are named, and the part holds the others.
# shellcheck disable=SC2016
parallel "$@" --env C --env parts --plus --will-cite '
	part=$parts/$(printf %06d {#}).jsonl.gz
	[ ! -e "$part" ] || exit 0
	"$C" code -o "$part.raw" -- {} || [ $? = 3 ] || exit 1
	gzip "$part.raw" && mv "$part.raw.gz" "$part"' :::: "$manifest"

set -- "$parts"/*.jsonl.gz
"$C" merge -d "$store" "$@" || [ $? = 3 ]
