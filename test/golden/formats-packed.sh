# News that comes packed, in archives of the web, in tables and in mail: what is read, and that nothing bad in it hurts.
. "$(dirname "$0")/tap.sh"
here=$(dirname "$0")
S=$here/formats
python3 "$here/formats-packed.py" "$S" "$T/in" || exit 1
cd "$T/in" || exit 1
case $S in /*) ;; *) S=$OLDPWD/$S ;; esac

# docs CODE COUNT FILE…: that exit code, so many documents; every text is left in $T/out.
docs()
{
	code=$1 count=$2
	shift 2
	run "$code" code --until ingest "$@" || return 1
	[ "$(grep -c '"kind":"document"' "$T/out")" = "$count" ] || { echo "not $count documents:"; cut -c1-300 "$T/out"; cat "$T/err"; return 1; }
}
says() { grep -q -- "$1" "$T/err" || { echo "not said: $1"; cat "$T/err"; return 1; }; }
said() { [ "$(wc -l < "$T/err")" = "$1" ] || { echo "not $1 lines:"; cat "$T/err"; return 1; }; }
has() { grep -qF -- "$1" "$T/out" || { echo "not there: $1"; cut -c1-600 "$T/out"; return 1; }; }
has_not() { ! grep -qF -- "$1" "$T/out"; }

# ---- archives of the web

is "a WARC file" docs 0 9 good.warc
is "says nothing" said 0
cp "$T/out" "$T/plain"
for f in plain gzip chunked both deflate raw br decoded resource; do
	is "record $f" has "\"url\":\"https://example.org/$f\""
done
is "its date is the crawl's" has '"published":"2024-03-05T08:00:00Z"'
is "a member of gzip for each record" docs 0 9 good.warc.gz
is "gives the same" cmp "$T/plain" "$T/out"
is "one for all" docs 0 9 whole.warc.gz
is "gives the same" cmp "$T/plain" "$T/out"
"$C" code --until ingest - < good.warc.gz > "$T/out" 2>"$T/err"
is "from standard input it is the same" cmp "$T/plain" "$T/out"
is "a frame of zstd for each record" sh -c 'for i in 1 2; do zstd -qc good.warc; done > two.warc.zst'
is "is read" docs 0 18 two.warc.zst
dictionary()		# a dictionary of zstd, in the frame that WARC files have for it
{
	i=0
	mkdir -p train
	while [ $i -lt 60 ]; do sed "s/Berlin/Berlin $i/g;s/Monday/day $((i * 7))/g" good.warc | head -c $((900 + 13 * i)) > train/$i; i=$((i + 1)); done
	zstd -q --train train/* --maxdict=2000 -o dict || return 1
	zstd -qc "$1" dict > dict.stored || return 1
	python3 - "$1" <<'PY'
import os, struct, sys
d = open('dict' if sys.argv[1] == '-1' else 'dict.stored', 'rb').read()
open('head', 'wb').write(struct.pack('<II', 0x184D2A5D, len(d)) + d)
PY
	for f in members/*.warc; do zstd -qc -D dict "$f"; done > body
	cat head body > dictionary.warc.zst
}
is "zstd with the dictionary in its first frame" dictionary -1
is "is read" docs 0 2 dictionary.warc.zst
is "the dictionary packed too" dictionary -19
is "is read" docs 0 2 dictionary.warc.zst
is "the charset of the header" docs 0 1 charset.warc
is "counts" has 'bezocht dinsdag München, waar hij over Oekraïne'
is "WET" docs 0 1 wet.warc
is "its first line is the title" has '"title":"Minister in Kyiv"'
is "as wget writes it" docs 0 1 "$S/wget.warc.gz"
is "the page" has '"url":"http://127.0.0.1:8127/a.html"'
is "that the front page has no article is no fault" said 0
why()		# reason, times
{
	python3 - "$T/report" "$@" <<'PY'
import json, sys
r = json.load(open(sys.argv[1]))
found = {s['why']: s['n'] for s in r['skipped']}
print(r['skipped'], r['bad'])
sys.exit(found.get(sys.argv[2]) != int(sys.argv[3]) or r['bad'] != [])
PY
}
is "pages without an article, and what is none" docs 0 1 --report="$T/report" nothing.warc
is "are nobody's fault in a crawl" said 0
is "the report says of a menu why" why 'no article text in the page' 1
is "of XML" why 'XML of a kind that is not read' 1
is "of a paper" why 'a document of a word processor or printer; convert it to text first' 1
is "of a list of feeds" why 'a list of N feeds (OPML), no article; "…" and "…" read the feeds' 1
is "of texts without words" why 'empty' 1
is "of those taken out of pages" why 'an empty text' 1
is "a page without an article that was named is one" docs 3 0 menu.html
is "and said" says 'menu.html: no article text in the page'

fault()			# name, documents, what is said
{
	docs 3 "$2" "fault/$1.warc" && says "$3" && said 1 && has '"url":"https://example.org/plain"'
}
is "a length that is too short" fault short-length 1 'record 1 should end'
is "a length that covers half of the next record" fault long-length 1 'record 1 should end'
is "a length that covers a blank line" fault longer-length 1 'blank lines are missing'
is "a negative length" fault negative-length 1 '"-5" is no length'
is "a huge length" fault huge-length 1 'is no length'
is "no length" fault no-length 1 'the length is missing'
is "no blank lines" fault no-blank-lines 1 'blank lines are missing'
is "noise between records" fault noise-between 1 'no record begins'
is "no HTTP in a response" fault no-http 1 'no HTTP response'
is "an encoding that is not known" fault unknown-encoding 1 'compress'
is "damaged gzip in a page" docs 3 1 fault/damaged-gzip.warc
is "is said" says 'gzip: damaged'
is "a chunk of 2^60 bytes" fault huge-chunk 1 'chunks end in the middle'
is "no length before a chunk" fault no-chunk 1 'no length before a chunk'
is "a header without end" fault endless-header 1 'a header of more than'
is "a record inside of a page is none" docs 0 2 forged.warc
is "whatever address it gives itself" has_not '"url":"https://elsewhere.example'

# ---- packed files

is "gzip" docs 0 2000 lines.jsonl.gz
is "zeroes behind it are nothing" docs 0 2000 zeroes.jsonl.gz
is "something else behind it is said" docs 3 2000 tail.jsonl.gz
is "once" said 1
is "cut off" sh -c '! "$0" code --until ingest cut.jsonl.gz > "$1/out" 2> "$1/err"' "$C" "$T"
is "is said once" said 1
is "by its place" says 'gzip: ends in the middle, at byte'
is "what came before is read" test "$(grep -c '"kind":"document"' "$T/out")" -gt 100
is "a wrong checksum" docs 3 1 checksum.txt.gz
is "is said" says 'incorrect data check'
is "twenty times gzip" docs 3 0 deep/gzip.gz
is "is too deep" says 'more than 8 inputs inside each other'
is "twenty ZIP archives inside each other" docs 3 0 deep/zip.zip
is "are too deep" says 'more than 8 inputs inside each other'
is "a damaged member of a crawl" run 3 code --until ingest hurt.warc.gz
is "is said once" said 1
is "costs its own record" has_not '"url":"https://example.org/gzip"'
for f in plain chunked both deflate raw br decoded resource; do
	is "and not record $f" has "\"url\":\"https://example.org/$f\""
done
is "zstd of a text" sh -c 'gzip -dc text.txt.gz | zstd -qc > text.txt.zst'
is "is read" docs 0 1 text.txt.zst
head -c 60 text.txt.zst > cut.txt.zst
is "cut off" docs 3 0 cut.txt.zst
is "is said" says 'zstd: ends in the middle'
is "a window of 2 GiB" sh -c 'head -c 300000000 /dev/zero | zstd -q --ultra --long=31 -1 -c > window.zst'
is "is too large" docs 3 0 window.zst
is "is said" says 'memory'

# ---- bombs: each within a minute and 600 MB (the sanitizers' shadow with it), the good one behind it read

bounded()
{
	python3 - "$C" "$@" > "$T/out" 2>"$T/err" <<'PY'
import resource, subprocess, sys
p = subprocess.run([sys.argv[1], 'code', '--until', 'ingest', *sys.argv[2:]], timeout=60)
most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
print('most memory:', most, 'MB', file=sys.stderr)
sys.exit(0 if p.returncode == 3 and most < 600 else 1)
PY
	rc=$?
	tail -3 "$T/err"
	[ $rc = 0 ] && has 'Sanctions on Belarus'
}
few() { [ "$(wc -l < "$T/err")" -le "$1" ] || { wc -l "$T/err"; return 1; }; }
export ASAN_OPTIONS="$ASAN_OPTIONS:quarantine_size_mb=16"
is "2 GB of words in 6 MB of gzip" bounded bomb/text.gz text.txt.gz
is "a line without end" bounded bomb/lines.gz text.txt.gz
is "a page of a crawl" bounded bomb/body.warc text.txt.gz
is "the record behind it is read" has 'visited Berlin on Monday'
is "gzip in gzip" bounded bomb/twice.gz text.txt.gz
is "ZIP in ZIP in ZIP: 2 TB" bounded bomb/nest.zip text.txt.gz
is "in few words" few 20
is "5000 members over each other" bounded bomb/overlap.zip text.txt.gz
is "in one line" test "$(grep -c "^coulisse" "$T/err")" = 1

# ---- ZIP and WACZ

is "a ZIP archive" docs 0 13 several.zip
is "says nothing" said 0
cp "$T/out" "$T/plain"
is "stored" docs 0 13 stored.zip
is "is the same" cmp "$T/plain" "$T/out"
"$C" code --until ingest - < several.zip > "$T/out" 2>"$T/err"
is "from standard input it is the same" cmp "$T/plain" "$T/out"
is "nothing was written outside" test ! -e /etc/escaped -a ! -e ../escaped.txt -a ! -e ../../escaped.txt -a ! -e ../../../escaped.txt
gzip -kf several.zip
is "in gzip" docs 0 13 several.zip.gz
is "something may stand before it" sh -c '{ head -c 100 several.zip; cat several.zip; } > before.zip'
is "is read" docs 0 13 before.zip
is "as Info-ZIP writes to a pipe" docs 0 1 "$S/infozip-stream.zip"
is "ZIP64" docs 0 1 zip64.zip
is "without its directory" run 3 code --until ingest torn.zip
is "is said once" said 1
is "its members are found" test "$(grep -c '"kind":"document"' "$T/out")" = 13
is "a wrong checksum" docs 3 2 crc.zip
is "is said" says 'crc.zip:a.txt: damaged: its checksum'
is "an encrypted member" docs 3 1 locked.zip
is "is said" says 'locked.zip:a.txt: encrypted'
is "another method" docs 3 1 method.zip
is "is said" says 'packed by method 12'
is "a book is no news" docs 3 0 book.epub
is "is said" says 'EPUB'
is "WACZ" docs 0 9 crawl.wacz
is "says nothing" said 0

# ---- tables

is "a table" docs 3 3 "$S/table.csv"
is "a row that lost a field is said" says 'table.csv:6: 6 fields in a table of 7 columns'
is "once" said 1
is "id" has '"id":"1"'
is "title" has '"title":"President visits Berlin"'
is "text over several lines, quotes" has 'Berlin on Monday.\n\nHe met the German chancellor, who said: \"We agree.\""'
is "date" has '"published":"2024-03-05"'
is "date of eight digits" has '"published":"2024-03-06"'
is "url" has '"url":"https://example.org/1"'
is "source" has '"source":"The Morning Letter"'
is "language" has '"lang":"en"'
cp "$S/table.csv" table.txt
is "is known by its looks" docs 3 3 table.txt
is "a Dutch one with semicolons and a byte order mark" docs 3 1 "$S/tabel.csv"
is "a separator outside of quotes is said" says 'tabel.csv:2: 5 fields'
is "is read" has 'een akkoord; Oekraïne is blij.'
is "tabs, and quotes that are none" docs 0 2 tabs.tsv
is "a quote at the beginning" has 'We agree'
is "a quote that does not end" has '\"The minister visited Kyiv.'
is "a text with commas is none" docs 0 1 text-with-commas.txt
is "and whole" has 'Text, date, and title'
is "columns that are not known" docs 3 0 own.csv
is "are named" says 'Rubriek,Verhaal'
is "the user names them" docs 0 1 --columns text=Verhaal own.csv
is "is read" has 'De minister bezocht maandag Kyiv.'
is "no columns like that" run 2 code --columns tekst=Verhaal own.csv
is "a quote that nobody closes" docs 3 999 open-quote.csv
is "costs one line" said 1
is "30,000 of them" sh -c 'timeout 60 "$0" code --until ingest open-quotes.csv > "$1/out" 2> "$1/err"; [ $? = 3 ]' "$C" "$T"
is "packed" sh -c 'gzip -c "$0/table.csv" > table.csv.gz' "$S"
is "is a table too" docs 3 3 table.csv.gz
printf 'title,text\nBezoek,"De minister bezocht Oekra\303\257ne \360\237\230\200."\nVerdrag,Itali\303\253 tekende het verdrag.\n' > narrow.csv
for order in le be; do
	iconv -f utf-8 -t utf-16$order narrow.csv > unmarked-$order.csv
	{ [ $order = le ] && printf '\377\376' || printf '\376\377'; cat unmarked-$order.csv; } > marked-$order.csv
	for f in unmarked marked; do
		cp $f-$order.csv $f-$order
		is "a table in UTF-16, $f, $order" docs 0 2 $f-$order.csv
		is "is two articles" has '"title":"Bezoek"'
		is "with their letters" has 'Oekraïne 😀.'
		is "by its looks, too" docs 0 2 $f-$order
	done
	is "asked for by name" docs 0 2 --input csv marked-$order
done
printf '{"id":"a","text":"Itali\303\253 tekende."}\n{"id":"b","text":"Noorwegen ook."}\n' | iconv -f utf-8 -t utf-16 > wide.jsonl
is "JSON Lines in UTF-16" docs 0 2 wide.jsonl
is "have their ids" has '"id":"b"'
head -c -1 wide.jsonl > half.jsonl
is "half a line end at the end costs nothing" docs 0 2 half.jsonl
printf 'Kop van het stuk\n\nDe minister bezocht Itali\303\253.\n' | iconv -f utf-8 -t utf-16le > wide.txt
is "a text in UTF-16 without a mark" docs 0 1 wide.txt
is "has its letters" has 'bezocht Italië.'
head -c 3000 "$C" | iconv -f latin1 -t utf-16le > wide.bin
is "what is no text is none in UTF-16" docs 3 0 wide.bin
is "is said" says 'wide.bin: binary'
for mark in 'sep=;' '"sep=;"'; do
	printf '%s\r\ntitle;text\r\nVisit;"The minister visited Kyiv; she met the president, too."\r\n' "$mark" > told.csv
	cp told.csv told
	is "Excel's word for the separator, $mark" docs 0 1 told.csv
	is "is no row" has '"title":"Visit"'
	is "by its looks, too" docs 0 1 told
done
printf 'sep=|\ntitle|text\nVisit|The minister visited Kyiv.|more\n' > told.csv
is "lines are counted with it" docs 3 0 told.csv
is "in messages" says 'told.csv:3: 3 fields'

# ---- mail

is "a newsletter" docs 0 1 "$S/newsletter.eml"
is "subject in encoded words that cut a letter" has '"title":"Akkoord met Oekraïne getekend"'
is "the list is the source" has '"source":"De Ochtendpost, iedere dag"'
is "id" has '"id":"20240305.1@ochtendpost.example"'
is "the HTML part, its charset" has '„Wij blijven naast Oekraïne staan”, zei de minister'
is "no hidden text" has_not 'in één minuut'
is "no attachment" has_not 'hoort er niet bij'
is "a box" docs 0 2 "$S/letters.mbox"
is "flowed lines are one, From is unquoted" has 'on Monday, where he met the German chancellor.\n\nFrom there he travelled'
is "the house of the address where nothing names the source" has '"source":"morning.example"'
is "a subject in Latin-1" has '"title":"Minister in München"'
is "base64" has 'The Dutch minister of Defence visited Munich on Tuesday.'
is "ten multiparts inside each other" docs 0 1 mail/ten.eml
is "a thousand" docs 3 0 mail/thousand.eml
is "are said" says 'a message without a text'
is "a boundary that does not come" docs 0 1 mail/boundary.eml
is "lines broken by hand" docs 0 1 mail/wrapped.eml
is "are joined" has 'where he met the German chancellor.\nShort line.\n\nAnother paragraph.'
is "a name in quotes" has '"source":"Letter, The"'
template()		# the subject, what the letter has of its own before the text
{
	printf 'From: a@letter.example\nDate: Tue, 5 Mar 2024 07:00:00 +0100\nSubject: %s\nContent-Type: text/html\n\n<html><head><title>Letter of the day, number 12</title></head><body>%s<p>The minister visited Kyiv on Monday, where she met the president.</p></body></html>\n' "$1" "$2" > template.eml
}
template 'Minister in Kyiv' '<h1>Letter of the day</h1>'
is "a letter made by a template" docs 0 1 template.eml
is "has its subject as the title" has '"title":"Minister in Kyiv"'
template 'Minister in Kyiv - a day of talks' ''
is "a subject with a dash" docs 0 1 template.eml
is "is whole" has '"title":"Minister in Kyiv - a day of talks"'
printf 'From: a@letter.example\nDate: Tue, 5 Mar 2024 07:00:00 +0100\nSubject: Bezoek\nContent-Type: text/plain; charset=utf-8\n\nItali\303\253 en Oekra\303\257ne tekenden \377 een verdrag.\n' > bad-byte.eml
is "one bad byte in UTF-8" docs 0 1 bad-byte.eml
is "is one bad letter" has 'Italië en Oekraïne tekenden'

# ---- cut and flipped at many places: never a signal, one line or two for each

survives()
{
	timeout 100 "$C" code --until ingest "$1" >"$T/out" 2>"$T/err" </dev/null
	rc=$?
	[ $rc = 0 ] || [ $rc = 3 ] || { echo "exit code $rc"; tail -5 "$T/err"; return 1; }
	files=$(ls "$1" | wc -l)
	[ "$(wc -l < "$T/err")" -le $((2 * files)) ] || { wc -l "$T/err"; return 1; }
}
is "cut at 280 places" survives cuts
is "flipped at 280 places" survives flips
threads() { "$C" code -v --until ingest -j "$1" flips good.warc wet.warc lines.jsonl.gz "$S"/letters.mbox > "$T/$1.out" 2> "$T/$1.err"; [ $? = 3 ]; }
is "the same on one thread" threads 1
is "and on four" threads 4
is "the same lines" cmp "$T/1.out" "$T/4.out"
is "and the same messages in the same order" cmp "$T/1.err" "$T/4.err"
finish
