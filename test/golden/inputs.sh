# Inputs that are no articles: a clear message, exit 3, and the other inputs done.
. "$(dirname "$0")/tap.sh"

good="The president of France, Emmanuel Macron, visited Berlin on Monday. He met the German chancellor."
printf '%s\n' "$good" > "$T/good.txt"

# The input alone ends with 3 and a message that names it; beside a good one, the good one is done.
refused()
{
	run 3 code "$1" || return 1
	grep -q "$(basename "$1")" "$T/err" || { echo "not named: $(cat "$T/err")"; return 1; }
	run 3 code "$1" "$T/good.txt" || return 1
	grep -q '"kind":"document"' "$T/out" || { echo "the good input is missing"; return 1; }
}

# Ends with 0 or 3, within a minute, never by a signal.
survives()
{
	timeout 100 "$C" code "$@" >"$T/out" 2>"$T/err" </dev/null
	rc=$?
	[ $rc = 0 ] || [ $rc = 3 ] || { echo "exit code $rc"; tail -5 "$T/err"; return 1; }
}

: > "$T/empty.txt"
is "empty" refused "$T/empty.txt"
printf ' \n\n\t \n' > "$T/blank.txt"
is "blank" refused "$T/blank.txt"
head -c 100000 /dev/urandom > "$T/random.bin"
is "random bytes" refused "$T/random.bin"
head -c 20000 "$C" > "$T/program"
is "a program" refused "$T/program"
printf '\000\001\002\003' > "$T/nul"
is "NUL bytes" refused "$T/nul"
printf '<html><body><h1>Visit to Berlin</h1><p>%s</p><p>He left \000 on Tuesday.</p></body></html>' "$good" > "$T/slip.html"
is "a page with one of them is read" run 0 code --until ingest "$T/slip.html"
is "with what stands behind it" grep -q 'on Tuesday' "$T/out"
{ printf '<html>'; head -c 4000 /dev/zero; } > "$T/zeroes.html"
is "a page of them is none" refused "$T/zeroes.html"
printf '{"id":"a","text":"The president of France visited Berlin.","lang":"en"}\n{"id":"b","text":\n{"id":"c","text":"The minister met the king.","lang":"en"}\n' > "$T/broken.jsonl"
is "a broken line among JSON Lines is 3" run 3 code "$T/broken.jsonl"
is "the lines before and behind it are done" test "$(grep -c '"kind":"document"' "$T/out")" = 2
is "a folder that is not there" refused "$T/nowhere"
mkdir "$T/dir" && cp "$T/good.txt" "$T/dir/" && cp "$T/empty.txt" "$T/dir/"
is "a folder with one bad file is 3" run 3 code "$T/dir"
is "and its good file is done" grep -q '"kind":"document"' "$T/out"

printf 'Le pr\351sident de la R\351publique\n' > "$T/latin1.txt"
is "Latin-1 bytes" survives "$T/latin1.txt" "$T/good.txt"
{ printf '\377\376'; printf '%s' "$good" | sed 's/./&\x00/g'; } > "$T/utf16.txt"
is "UTF-16" survives "$T/utf16.txt" "$T/good.txt"
head -c 30 "$T/good.txt" > "$T/cut.txt"
is "cut in a sentence" survives "$T/cut.txt" "$T/good.txt"
printf '<html><head><title>A title</title><body><p>The president of Fr' > "$T/cut.html"
is "cut HTML" survives "$T/cut.html" "$T/good.txt"
{ printf '<html><body>'; i=0; while [ $i -lt 2000 ]; do printf '<div><b><table><tr><td>%.0s' 1 2 3 4 5; i=$((i + 1)); done; printf 'deep'; } > "$T/deep.html"
is "50,000 elements inside each other" survives "$T/deep.html" "$T/good.txt"
{ printf '{"text":'; head -c 200000 /dev/zero | tr '\0' '['; printf '\n'; } > "$T/deep.jsonl"
is "200,000 brackets inside each other" survives --input jsonl "$T/deep.jsonl" "$T/good.txt"
head -c 50000000 /dev/zero | tr '\0' 'x' > "$T/line.txt"
is "one word of 50 MB" survives "$T/line.txt" "$T/good.txt"
rm "$T/line.txt"
yes "$good" | tr '\n' ' ' | head -c 50000000 > "$T/long.txt"
is "one line of 50 MB" refused "$T/long.txt"
rm "$T/long.txt"
printf 'Qwrt zxcv bnmp lkjh gfds.\n' > "$T/none.txt"
is "no language that we know" refused "$T/none.txt"
printf '%s\n' "$good" | "$C" code - >"$T/out" 2>"$T/err"
is "- is standard input" grep -q '"kind":"document"' "$T/out"

# A filter that somebody talks with: each line is answered before the next one is asked.
filter()	# JOBS
{
	mkfifo "$T/pipe"
	"$C" code -j "$1" --input jsonl < "$T/pipe" > "$T/answers" 2>"$T/err" &
	exec 9> "$T/pipe"
	for i in 1 2 3; do
		printf '{"id":"x%s","lang":"en","text":"Iran met China in Beijing on Monday."}\n' $i >&9
		tries=0
		until grep -q "\"kind\":\"event\".*\"doc\":\"x$i\"" "$T/answers"; do
			tries=$((tries + 1))
			[ $tries -lt 300 ] || break
			sleep 0.1
		done
	done
	exec 9>&-
	wait $!
	rm "$T/pipe"
	[ $tries -lt 300 ] && [ "$(grep -c '"kind":"document"' "$T/answers")" = 3 ]
}
is "a line down a pipe is answered at once" filter 1
is "by two threads, too" filter 2
finish
