# tap.sh - for scripts that print TAP:  is "what" COMMAND…  ends with  finish
# $C is the program, $T an empty folder that goes with the script.
C=${COULISSE:-build/coulisse}
T=$(mktemp -d)
trap 'rm -rf "$T"' EXIT
n=0
bad=0

is()		# what, command: good when the command succeeds
{
	what=$1
	shift
	n=$((n + 1))
	if "$@" >"$T/.log" 2>&1; then
		echo "ok $n - $what"
	else
		echo "not ok $n - $what"
		sed 's/^/# /' "$T/.log" | head -20
		bad=1
	fi
}

# run CODE ARGUMENTS…: the program must end with that exit code; its output is left in $T/out and $T/err.
run()
{
	code=$1
	shift
	"$C" "$@" >"$T/out" 2>"$T/err" </dev/null
	rc=$?
	[ $rc = "$code" ] && return 0
	echo "exit code $rc, not $code: $C $*"
	cat "$T/err"
	return 1
}

finish()
{
	echo "1..$n"
	exit $bad
}
