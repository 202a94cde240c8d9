# Many files: streamed, in order, one line for a bad one, sums of all; and what the parsers can still do.
. "$(dirname "$0")/tap.sh"

says() { grep -q -- "$2" "$T/$1" || { cat "$T/$1"; return 1; }; }
silent() { ! grep -q -- "$2" "$T/$1" || { cat "$T/$1"; return 1; }; }
lines() { [ "$(grep -c '' "$T/$1")" = "$2" ] || { cat "$T/$1"; return 1; }; }
field() { python3 -c 'import json,sys; r=json.load(open(sys.argv[1])); print(eval(sys.argv[2]))' "$T/report" "$1"; }
sums() { [ "$(field "$1")" = "$2" ] || { cat "$T/report"; return 1; }; }

mkdir -p "$T/many/a" "$T/many/b/c"
for i in 1 2 3 4 5 6 7 8; do
	printf 'Visit %s\n\nThe president of France, Emmanuel Macron, visited Berlin on Monday. He met the German chancellor.\n' $i > "$T/many/a/$i.txt"
	printf '<html lang="en"><body><article><h1>Visit %s</h1><p>Russia attacked Ukraine on Monday, the president of Ukraine said. Poland condemned the attack.</p></article></body></html>' $i > "$T/many/b/$i.html"
	printf '{"id":"j%s","text":"Poland condemned Russia on Monday in Warsaw.","lang":"en"}\n' $i >> "$T/many/b/c/lines.jsonl"
done
{ printf '{"id":"x"}\n'; printf '{"id":"y","text":1}\n{broken\n{"id":"good","text":"Iran met China in Beijing.","lang":"en"}\n'; } > "$T/many/b/bad.jsonl"
printf 'a\000b' > "$T/many/a/zero.bin"
printf 'Qwrt zxcv bnmp lkjh gfds.\n' > "$T/many/a/none.txt"
: > "$T/many/b/empty"

is "many files, some bad, is 3" run 3 code --report="$T/report" "$T/many"
is "all good ones are done" test "$(grep -c '"kind":"document"' "$T/out")" = 25
is "a bad file costs one line" lines err 4
is "with its first bad part, and how many more" says err 'bad.jsonl:1: no object with a "text" (and 2 more in it'
cp "$T/out" "$T/out1"; cp "$T/err" "$T/err1"
is "on four threads" run 3 code -j 4 "$T/many"
is "the same lines" cmp "$T/out" "$T/out1"
is "the same messages in the same order" cmp "$T/err" "$T/err1"
is "with -v each bad part" run 3 code -v "$T/many"
is "is said" says err 'bad.jsonl:3: broken JSON'
is "the sums: files" sums 'r["files"]' 21
is "documents" sums 'r["documents"]' 25
is "by format" sums '{f["format"]: f["n"] for f in r["formats"]} == {"text": 9, "html": 8, "jsonl": 9}' True
is "bytes of what was read" sums 'r["bytes"]' "$(find "$T/many" -type f ! -name zero.bin -exec cat {} + | wc -c)"
is "words and lines" sums 'r["words"] > 200 and r["lines"] == 25 + r["events"] + r["states"]' True
is "languages" sums 'r["languages"]' "[{'lang': 'en', 'n': 25}]"
is "one document in no language that is known" sums 'r["unknown_language"]' 1
is "the bad ones by reason" sums 'sorted((b["why"], b["n"]) for b in r["bad"])' \
	"[('binary: a zero byte at offset N', 1), ('broken JSON at offset N', 1), ('empty', 1), ('no object with a \"…\"', 2)]"
is "for people on standard error" run 3 code --report "$T/many"
is "likewise" says err '^documents *26$'
is "a report that cannot be written is 4" run 4 code --report="$T/no/such/folder" "$T/many"

is "added to a store" run 3 add -d "$T/news.db" --report="$T/report" "$T/many"
is "are 25 documents" sums '(r["documents"], r["known"])' '(25, 0)'
is "again" run 3 add -j 2 -d "$T/news.db" --report="$T/report" "$T/many"
is "are 25 that it knows" sums '(r["documents"], r["known"])' '(0, 25)'
is "asked" run 0 events -d "$T/news.db"
is "nothing is left beside the store" test "$(echo "$T"/news.db*)" = "$T/news.db"

# ---- a folder that holds more than a folder should ----
mkdir "$T/wide"
python3 - "$T/wide" <<'P'
import sys, os
for i in range(30000): os.mknod(f"{sys.argv[1]}/{i:05d}")
open(f"{sys.argv[1]}/zz.txt", "w").write("Iran met China in Beijing on Monday.\n")
P
is "30,000 empty files and one that is none" run 3 code "$T/wide"
is "a line for each" lines err 30000
is "and the one that is read" says out '"kind":"document"'

# ---- what leads elsewhere ----
mkdir "$T/linked" "$T/elsewhere"
echo 'Iran met China in Beijing on Monday.' > "$T/elsewhere/secret.txt"
ln -s "$T/elsewhere" "$T/linked/folder"
ln -s "$T/elsewhere/secret.txt" "$T/linked/file.txt"
cp "$T/many/a/1.txt" "$T/linked/good.txt"
is "with --no-sandbox a link to a file is followed, one to a folder is not" run 0 code --no-sandbox "$T/linked"
is "that is two documents" test "$(grep -c '"kind":"document"' "$T/out")" = 2
if "$C" --version -v | grep -q Landlock; then
	is "in the sandbox it leads nowhere" run 3 code "$T/linked"
	is "is said" says err 'file.txt: a link that leads out of the inputs given'
	is "and the other file is read" test "$(grep -c '"kind":"document"' "$T/out")" = 1
	is "a link that is itself given is read" run 0 code "$T/linked/file.txt"
	is "-v says what is in force" run 0 code -v "$T/many/a/1.txt"
	is "likewise" says err '^sandbox: Landlock'
fi
is "the same lines without the sandbox" run 3 code --no-sandbox "$T/many"
is "likewise" cmp "$T/out" "$T/out1"
"$C" code /dev/stdin < "$T/many/a/1.txt" > "$T/out" 2>&1
is "/dev/stdin" says out '"kind":"document"'
finish
