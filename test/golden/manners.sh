# What the command line promises: help, exit codes, data on standard output and everything else on standard error.
. "$(dirname "$0")/tap.sh"

nothing_on() { [ ! -s "$T/$1" ] || { cat "$T/$1"; return 1; }; }
says() { grep -q -- "$2" "$T/$1" || { cat "$T/$1"; return 1; }; }

is "--version" run 0 --version
is "names the program and a version" says out '^coulisse [0-9]'
is "--help" run 0 --help
is "names the commands" says out 'explain'
is "help goes to standard output" nothing_on err
for c in code parse explain; do
	is "$c --help" run 0 $c --help
	is "$c --help says the exit codes" says out 'Exit status'
done
is "no command is wrong usage" run 2
is "and data stays clean" nothing_on out
is "an unknown command is wrong usage" run 2 nonsense
is "an unknown option is wrong usage" run 2 code --nonsense
is "it is named" says err 'nonsense'
is "an option without its argument is wrong usage" run 2 code --date
is "an impossible date is wrong usage" run 2 code --date 2024-13-01 -
is "a date in another form is wrong usage" run 2 code --date 12.10.2024 -
is "an unknown language is wrong usage" run 2 code --lang xx -
is "an unknown stage is wrong usage" run 2 code --until nowhere -
is "an unknown format is wrong usage" run 2 code --format nonsense -
is "no jobs are wrong usage" run 2 code -j 0 -
is "a missing file is 3" run 3 code "$T/missing.txt"
is "it is named on standard error" says err 'missing.txt'
is "nothing goes to standard output" nothing_on out
is "a home without languages is 4" run 4 code --home "$T" -
is "output that cannot be written is 4" run 4 code -o "$T/no/such/folder" -
is "the manual page" run 0 --man
is "is roff" says out '^\.TH COULISSE 1'
for s in bash zsh fish; do
	is "completion for $s" run 0 --completion $s
done
is "completion for another shell is wrong usage" run 2 --completion nonsense

to_file() { echo "$1" > "$T/text" && run 0 code -o "$T/file" "$T/text" && nothing_on out && [ -s "$T/file" ]; }
is "-o writes a file" to_file "The president of France visited Berlin on Monday."
full_disk() { [ ! -e /dev/full ] && return 0; "$C" code "$T/text" > /dev/full 2>"$T/err"; [ $? = 4 ]; }
is "a full disk is 4" full_disk
finish
