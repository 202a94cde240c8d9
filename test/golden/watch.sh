# Polling feeds and fetching by address, against a server on this machine that misbehaves in every way (test/server.py says how each name does).
# STORE: as for store.sh.
. "$(dirname "$0")/tap.sh"

SOURCE=$(cd "$(dirname "$0")/../.." && pwd)
says() { grep -q -- "$2" "$T/$1" || { cat "$T/$1"; return 1; }; }
silent() { ! grep -q -- "$2" "$T/$1" || { cat "$T/$1"; return 1; }; }
unset COULISSE_DB http_proxy https_proxy HTTP_PROXY HTTPS_PROXY ALL_PROXY
mkdir "$T/srv"
S=$T/srv

case ${STORE:-sqlite} in
sqlite)
	fresh() { rm -f "$T"/news.db*; DB=$T/news.db; }
	whole() { python3 -c 'import sqlite3,sys; sys.exit(sqlite3.connect(sys.argv[1]).execute("pragma integrity_check").fetchone()[0] != "ok")' "$DB"; }
	;;
*)
	fresh() { psql -q "$STORE" -c 'DROP SCHEMA public CASCADE; CREATE SCHEMA public;' >/dev/null 2>&1; DB=$STORE; }
	whole() { :; }
	;;
esac
fresh

# ---- certificates ----
certify()	# NAME SUBJECT DAYS: signed by our authority
{
	openssl req -newkey rsa:2048 -nodes -keyout "$S/$1.key" -out "$S/$1.csr" -subj "/CN=$2" 2>/dev/null
	printf 'subjectAltName=DNS:%s\n' "$2" > "$S/$1.ext"
	openssl x509 -req -in "$S/$1.csr" -CA "$S/ca.crt" -CAkey "$S/ca.key" -CAcreateserial -days "$3" -extfile "$S/$1.ext" -out "$S/$1.crt" 2>/dev/null
	cat "$S/$1.key" "$S/$1.crt" > "$S/$1.pem"
}
openssl req -x509 -newkey rsa:2048 -nodes -keyout "$S/ca.key" -out "$S/ca.crt" -subj /CN=authority -days 30 2>/dev/null
openssl req -x509 -newkey rsa:2048 -nodes -keyout "$S/selfsigned.key" -out "$S/selfsigned.crt" -subj /CN=selfsigned.localhost -addext subjectAltName=DNS:selfsigned.localhost \
	-days 30 2>/dev/null
cat "$S/selfsigned.key" "$S/selfsigned.crt" > "$S/selfsigned.pem"
certify any safe.localhost 30
certify expired expired.localhost -1
certify wrongname other.localhost 30

# ---- the server ----
python3 "$SOURCE/test/server.py" "$S" >"$T/server" 2>&1 &
SERVER=$!
trap 'kill $SERVER 2>/dev/null; rm -rf "$T"' EXIT
for i in $(seq 100); do
	[ -e "$S/ports" ] && break
	sleep 0.1
done
read -r PORT TLS < "$S/ports" || { cat "$T/server"; echo "Bail out! no server"; exit 1; }

at() { printf 'http://%s.localhost:%s/feed.xml' "$1" "$PORT"; }

# list NAME…: $T/feeds.opml with the feeds of those names
list()
{
	{
		echo '<?xml version="1.0" encoding="UTF-8"?><opml version="2.0"><head><title>Feeds</title></head><body><outline text="all">'
		for name; do
			echo "<outline type=\"rss\" text=\"$name\" xmlUrl=\"$(at "$name")\"/>"
		done
		echo '</outline></body></opml>'
	} > "$T/feeds.opml"
}

# round CODE TIME INPUT…: one round at that time of 2026-01-01, or day and time
round()
{
	code=$1
	time=$2
	shift 2
	case $time in
	*T*) ;;
	*) time=2026-01-01T$time ;;
	esac
	: > "$S/log"
	run "$code" watch --once -d "$DB" --now "${time}Z" --allow-private --delay 0 --timeout 9 "$@"
}
asked() { grep -q " $1 GET $2 " "$S/log" || { cat "$S/log"; return 1; }; }		# NAME PATH
unasked() { ! grep -q " $1 GET $2" "$S/log" || { cat "$S/log"; return 1; }; }
requests() { [ "$(grep -c " GET " "$S/log")" = "$1" ] || { cat "$S/log"; return 1; }; }
documents()	# N: so many are in the store
{
	"$C" sources -d "$DB" --json > "$T/sources" 2>"$T/sources.err"
	have=$(python3 -c 'import json,sys; print(sum(json.loads(l)["documents"] for l in open(sys.argv[1])))' "$T/sources")
	[ "$have" = "$1" ] || { echo "$have documents"; cat "$T/sources" "$T/sources.err"; return 1; }
}

# ---- manners ----
is "no store is wrong usage" run 2 watch "$T/feeds.opml"
is "no feeds are wrong usage" run 2 watch -d "$DB"
is "a list that is not there is wrong usage" run 2 watch -d "$DB" --once "$T/none.opml"
is "it is named" says err 'none.opml'
echo 'no list' > "$T/no.opml"
is "a list that is none is wrong usage" run 2 watch -d "$DB" --once "$T/no.opml"
is "and is named" says err 'no.opml'
list
is "so is an empty one" run 2 watch -d "$DB" --once "$T/feeds.opml"
is "a time that is none" run 2 watch -d "$DB" --every never "$T/feeds.opml"
is "a contact that cannot be told" run 2 watch -d "$DB" --once --contact "a
b" "$(at good)"
is "certificates that are not there" run 2 watch -d "$DB" --once --authorities "$T/none.pem" "$(at good)"

# ---- a good feed ----
list good gzipped
is "a first round" round 0 10:00:00 --contact https://example.org/about "$T/feeds.opml"
is "is reported" says err '^2026-01-01T10:00:00Z round 1: 2 feeds polled, 0 unchanged, 0 failed; 5 articles read, 0 known, 0 failed; 5 documents, [1-9][0-9]* events'
is "on standard error alone" [ ! -s "$T/out" ]
is "robots.txt was asked for first" sh -c "grep -m1 ' good ' '$S/log' | grep -q ' good GET /robots.txt '"
is "who asks is told" sh -c "! grep GET '$S/log' | grep -v 'user-agent: coulisse/[0-9.]* (+https://example.org/about)'"
is "the articles are kept" documents 5
"$C" events -d "$DB" --who Rutte --with UKR --json > "$T/out" 2>/dev/null
is "and coded" says out '"kind":"event"'
is "with the day of the page" says out '2024-03-0[45]'
is "a second round" round 0 10:20:00 "$T/feeds.opml"
is "finds nothing changed" says err '2 feeds polled, 2 unchanged, 0 failed; 0 articles'
is "asks for the feeds alone" requests 2
is "by what they were known" sh -c "grep -c 'if-none-match: \"v1\"' '$S/log' | grep -qx 2"
is "without cookies or a referrer" sh -c "! grep -qE 'cookie|referer|authorization' '$S/log'"
is "a day later robots.txt is asked for again" round 0 2026-01-02T11:00:00 "$T/feeds.opml"
is "as it counts for a day" asked good /robots.txt

mkdir -p "$S/good"
cat > "$S/good/feed.xml" <<XML
<rss version="2.0"><channel><title>The Test Herald</title>
<item><title>New</title><link>http://good.localhost:$PORT/a7</link><pubDate>Thu, 01 Jan 2026 12:00:00 +0000</pubDate></item>
<item><title>Old</title><link>http://good.localhost:$PORT/a0#part</link></item>
<item><title>Text alone</title><guid>text-1</guid><description>The president of France visited Berlin on Thursday.</description><pubDate>Fri, 02 Jan 2026 09:00:00 +0000</pubDate></item>
</channel></rss>
XML
is "a feed with something new" round 0 2026-01-02T12:00:00 "$T/feeds.opml"
is "of which what is known is skipped" says err '2 articles read, 1 known, 0 failed; 2 documents'
is "without a request" unasked good /a0
is "while what has no address is coded from the feed" sh -c "'$C' events -d '$DB' --who FRA --json | grep -q '2026-01-01'"
is "and only once" round 0 2026-01-02T13:00:00 "$T/feeds.opml"
is "like the others" says err '0 articles read, 3 known'

# ---- an answer of several pages ----
mkdir "$S/house"
record() { printf '{"Id":"%s","Onderwerp":"Brief over %s","Datum":"2024-03-05T00:00:00+01:00","Titel":"De minister reist naar Kyiv."}' "$1" "$2"; }
answer()	# FILE RECORDS NEXT
{
	printf '{"@odata.context":"https://house.example/2.0/$metadata#Document","value":[%s]%s}' "$2" "${3:+,\"@odata.nextLink\":\"$3\"}" > "$S/house/$1"
}
answer one "$(record 1 Oekraine)" "http://house.localhost:$PORT/two"
answer two "$(record 2 Polen),$(record 3 Letland)" three
answer three "$(record 4 Estland)"
answer away "$(record 5 Litouwen)" "http://good.localhost:$PORT/a1"
answer round "$(record 6 Finland)" round
answer there "$(record 7 Noorwegen)" back
answer back "$(record 8 Zweden)" there
open_data() { : > "$S/log"; run "$1" code --until ingest --allow-private --lang nl "http://house.localhost:$PORT/$2"; }
records() { [ "$(grep -c '"kind":"document"' "$T/out")" = "$1" ] || { cat "$T/out" "$T/err"; return 1; }; }
is "open data in pages" open_data 0 one
is "are followed to the end" records 4
is "to no other host" open_data 3 away
is "which is said" says err 'goes on at another host, which is not asked: good.localhost'
is "nor asked" unasked good /
is "what came before is read" records 1
is "a page that goes on at itself" open_data 3 round
is "is read once" records 1
is "pages in a circle" open_data 3 there
is "end some time" says err 'goes on at more than 1000 addresses'
is "a file is read alone" run 0 code --until ingest --lang nl "$S/house/one"
is "as nobody asked for addresses" records 1

# ---- one page, several addresses ----
cat > "$S/good/feed.xml" <<XML
<rss version="2.0"><channel><title>The Test Herald</title>
<item><title>Old</title><link>http://good.localhost:$PORT/a0?utm_source=rss&amp;utm_medium=feed</link></item>
<item><title>By campaign</title><link>http://good.localhost:$PORT/a8?fbclid=1&amp;part=2</link></item>
<item><title>By another</title><link>http://good.localhost:$PORT/a8?part=2&amp;gclid=3</link></item>
</channel></rss>
XML
cat > "$S/good/a8?part=2" <<HTML
<html lang="en"><body><article><h1>Another visit</h1><p>The president of Finland visited Oslo on Thursday, where he met the Norwegian prime minister.</p></article></body></html>
HTML
is "addresses that differ in what tracks" round 0 2026-01-02T14:00:00 "$T/feeds.opml"
is "are one" says err '1 articles read, 2 known, 0 failed; 1 documents'
is "it is asked for without" asked good '/a8?part=2'
is "nothing that tracks is asked for" sh -c "! grep -qE 'utm_|clid' '$S/log'"
cat > "$S/good/canonical.html" <<HTML
<html lang="en"><head><link rel="canonical" href="/a9?utm_campaign=x"></head><body><article><h1>Two addresses</h1>
<p>The president of France visited Warsaw on Thursday, where he met the Polish prime minister.</p></article></body></html>
HTML
is "a page named with what tracks" run 0 add -d "$DB" --allow-private --delay 0 "http://good.localhost:$PORT/canonical.html?gclid=1"
is "and with something else" run 0 add -d "$DB" --allow-private --delay 0 "http://good.localhost:$PORT/canonical.html?mc_cid=2"
is "is known" says err ': 0 documents added, 1 known'
is "by the address that it calls canonical, too" run 0 add -d "$DB" --allow-private --delay 0 "http://good.localhost:$PORT/a9?utm_source=y"
is "likewise" says err ': 0 documents added, 1 known'
rm -r "$S/good"

# ---- addresses that are claimed, links that lead to one page ----
fresh
mkdir -p "$S/front"
story() { printf '<html lang="en"><head><link rel="canonical" href="%s"></head><body><article><h1>Visit %s</h1><p>The president of France visited Berlin on Monday, for the %sth time.</p></article></body></html>' "$1" "$2" "$2"; }
{
	printf '<rss version="2.0"><channel><title>Front</title>'
	for i in 0 1 2 3 4 5; do
		printf '<item><title>T</title><link>http://front.localhost:%s/a%s</link></item>' "$PORT" $i
	done
	printf '</channel></rss>'
} > "$S/front/feed.xml"
for i in 0 1 2; do
	story / $i > "$S/front/a$i"
done
for i in 3 4 5; do
	printf 'HTTP/1.1 302 Found\r\nLocation: /index.html\r\nContent-Length: 0\r\n\r\n' > "$S/front/a$i"
done
story /index.html 9 > "$S/front/index.html"
is "articles that all name the front page, links to one page" round 0 10:00:00 "$(at front)"
is "are articles, and one" says err '4 articles read, 2 known, 0 failed; 4 documents'
"$C" events -d "$DB" --lines --json > "$T/out" 2>/dev/null
is "none replaces another" sh -c "grep -c '\"kind\":\"event\"' '$T/out' | grep -qx 4"
is "nor later" round 0 11:00:00 "$(at front)"
is "as all are known" says err '0 articles read, 6 known'
rm -r "$S/front"

# ---- everything that is bad, at once ----
fresh
list slowheaders drip trickle silent endless endlesschunks endlessheaders interim hugeheader circle tofile togopher touser nowhere short long bomb cutgzip nogzip packed \
	reset closed nohttp later gone moved broken empty webpage latin many random badlinks badpages shut partly norobots hugerobots good
cat > "$T/measured" <<'PY'
import resource, subprocess, sys
r = subprocess.run(sys.argv[2:])
open(sys.argv[1], "w").write("%d\n" % (resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024))
sys.exit(r.returncode)
PY
: > "$S/log"
python3 "$T/measured" "$T/megabytes" timeout 120 "$C" watch --once -d "$DB" --now 2026-01-01T10:00:00Z --allow-private --delay 0 --timeout 9 "$T/feeds.opml" >"$T/out" 2>"$T/err"
rc=$?
is "a round over feeds of which most are bad is 3" [ $rc = 3 ]
is "the good ones are read" asked good /a2
is "their articles are kept" documents 211		# many 200, good 3, moved 3, partly 2, latin 1, badlinks 1, long 1
is "the store is whole" whole
# 32 MB of each body, of which 8 may be on their way; a bomb of a gigabyte and bodies without end would not fit
echo "# $(cat "$T/megabytes") MB"
is "memory is bounded" [ "$(cat "$T/megabytes")" -lt 1000 ]
# of those that keep their connection open: of others the server learns late that it is done
is "never are two requests to a host on their way" sh -c "! grep -E ' (many|good|partly|moved-here|circle|latin) GET ' '$S/log' | grep -vE '^[0-9.]+ 1 '"
said()		# NAME, what is said of its feed
{
	is "$1: $2" sh -c "grep -q '^coulisse: http://$1.localhost:[0-9]*/feed.xml: .*$2' '$T/err' || { grep '$1' '$T/err'; exit 1; }"
}
said slowheaders 'less than 100 bytes a second'
said drip 'less than 100 bytes a second'
said silent 'less than 100 bytes a second'
said trickle 'not done in 9 seconds'
said endless 'longer than 33554432 bytes'
said endlesschunks 'longer than 33554432 bytes'
said endlessheaders 'headers longer than 65536 bytes'
said interim 'more than 16 answers to one request'
said hugeheader 'a header longer than 65536 bytes'
said circle 'more than 5 redirects'
said tofile 'the scheme "file" is not fetched'
said togopher 'the scheme "gopher" is not fetched'
said touser 'user or password'
said nowhere 'answered 302'
said short 'cut off after [0-9]* bytes'
said long 'line 2: '
said bomb 'unpacked it is longer than 33554432 bytes'
said cutgzip 'gzip: ends in the middle'
said nogzip 'gzip: no member begins'
said packed 'packed as "compress", which was not asked for'
said reset 'the connection broke after 5000 bytes'
said closed 'closed without an answer'
said nohttp 'the answer is no HTTP'
said later 'answered 429'
said gone 'answered 410'
said broken 'answered 500'
said empty 'empty'
said webpage 'a page, no feed'
said random 'no feed'
said many '100000 items, of which the first 10000 are read'
said badlinks '3 items with addresses that cannot be fetched, the first is item 4: .*user or password'
said shut 'robots.txt asks to leave it alone'
said norobots 'robots.txt cannot be read: answered 500'
said hugerobots 'robots.txt cannot be read: longer than'
is "what robots.txt closes is not asked for" sh -c "! grep -qE ' (shut|norobots|hugerobots) GET /feed|partly GET /a1 ' '$S/log'"
is "what it leaves open is" asked partly /a0
is "nor where redirects to elsewhere lead" sh -c "! grep -q secret '$S/log'"
is "a feed in Latin-1 that says UTF-8 is read" sh -c "'$C' sources -d '$DB' --tsv | grep -q 'The Test Séance'"
is "of a feed of 100,000 items 200 articles are fetched at a time" sh -c "grep -c ' many GET /a' '$S/log' | grep -qx 200"
for page in bomb:unpacked endless:longer reset:broke short:cut empty:empty random:binary cutgzip:middle circle:redirects tofile:scheme broken:500 closed:closed; do
	is "a bad page: $page" sh -c "grep -q '^coulisse: http://${page%:*}.localhost:[0-9]*/page.*${page#*:}' '$T/err' || { grep '/page' '$T/err'; exit 1; }"
done

# ---- coming back to them ----
is "five minutes later" round 3 10:05:00 "$T/feeds.opml"
is "those that failed are left alone" says err 'round 1: [0-9] feeds polled, .*, 3[0-9] resting'
is "so are bad pages" unasked broken /
list broken later gone moved badpages partly
is "after ten minutes" round 3 10:11:00 "$T/feeds.opml"
is "one that was broken is asked again" asked broken /feed.xml
is "one that said when is not" unasked later /
is "nor one that is gone" unasked gone /
is "one that has moved is asked where it is now" asked moved-here /feed.xml
is "not where it was" unasked moved /
is "pages that were broken are tried again" asked broken /page
is "not those that are none" unasked empty /page
is "nor what robots.txt closes" unasked partly /a1
is "fifteen minutes later" round 0 10:20:00 "$T/feeds.opml"
is "the wait has doubled" unasked broken /
is "until it is over" round 3 10:32:00 "$T/feeds.opml"
is "and it is asked" asked broken /feed.xml
is "two hours later" round 3 12:01:00 "$T/feeds.opml"
is "so is the one that said when" asked later /feed.xml
is "ten days later" round 3 2026-01-11T10:00:00 "$T/feeds.opml"
is "what is gone is gone" unasked gone /
mkdir -p "$S/broken"
printf '<rss version="2.0"><channel><title>Well again</title><item><title>T</title><link>http://good.localhost:%s/a1</link></item></channel></rss>' "$PORT" > "$S/broken/feed.xml"
is "one that is well again" round 0 2026-01-12T11:00:00 "$(at broken)"
is "is read" says err '1 feeds polled, 0 unchanged, 0 failed'
rm -r "$S/broken"

# ---- what has nothing to do with the store ----
[ "${STORE:-sqlite}" != sqlite ] || . "$(dirname "$0")/watch-network.sh"

# ---- addresses among the inputs ----
is "a page by its address" run 0 code --allow-private "http://good.localhost:$PORT/a0"
is "is coded" says out '"kind":"event"'
is "with its address" says out "\"url\":\"http://good.localhost:$PORT/a0\""
is "a page that is not there is 3" run 3 code --allow-private "http://good.localhost:$PORT/none" "http://good.localhost:$PORT/a1"
is "it is named" says err 'good.localhost:[0-9]*/none: answered 404'
is "and the other is done" says out 'Sweden'
is "a page after a redirect" run 3 code --allow-private "http://circle.localhost:$PORT/page"
is "and a circle of them" says err 'more than 5 redirects'
list good webpage
is "a list of feeds without a store" run 3 code "$T/feeds.opml"
is "is said to be one" says err 'list of 2 feeds.*add'
fresh
: > "$S/log"
is "a list of feeds into a store" run 3 add -d "$DB" --allow-private --delay 0 --timeout 9 "$T/feeds.opml"
is "is one round" says err ': 3 documents added'
is "and says what is no feed" says err 'webpage.*a page, no feed'
echo 'The king of Spain visited Chile on Tuesday.' > "$T/text.txt"
mkfifo "$T/pipe"
echo 'The president of France visited Berlin on Monday.' > "$T/pipe" &
is "a pipe beside it" run 0 add -d "$DB" "$T/pipe"
is "is read whole" sh -c "'$C' events -d '$DB' --who FRA --lines --json | grep -q 'president of France visited Berlin'"
fresh
is "a file and an address" run 0 add -d "$DB" --allow-private --delay 0 "http://partly.localhost:$PORT/a2" "$T/text.txt"
is "are both added" says err ': 2 documents added'
fresh
is "a page and a feed" run 0 add -d "$DB" --allow-private --delay 0 "http://partly.localhost:$PORT/a0" "$(at good)"
is "are told apart" says err ': 4 documents added, 0 known'
: > "$S/log"
is "the page again" run 0 add -d "$DB" --allow-private --delay 0 "http://partly.localhost:$PORT/a0"
is "is known" says err ': 0 documents added, 1 known'
is "without a request" requests 0
is "a page that robots.txt closes" run 3 add -d "$DB" --allow-private "http://shut.localhost:$PORT/a0"
is "is left alone" unasked shut /a0

# ---- texts of feeds ----
fresh
mkdir -p "$S/texts"
python3 - "$PORT" > "$S/texts/feed.xml" <<'PY'
import sys
print('<rss version="2.0"><channel><title>Texts</title><language>en</language>')
for i in range(150):
    print('<item><title>Visit %d</title><link>http://texts.localhost:%s/a%d</link><description>The president of France visited Berlin on Monday, for the %dth time.</description>'
          '<pubDate>Tue, 05 Mar 2024 10:00:00 +0000</pubDate></item>' % (i, sys.argv[1], i, i))
print("</channel></rss>")
PY
is "texts of a feed" round 0 10:00:00 --feed-text "$(at texts)"
is "are coded as they stand" says err '150 articles read, 0 known, 0 failed; 150 documents'
is "and nothing is fetched for them" requests 2
is "nor later" round 0 11:00:00 "$(at texts)"
is "as they are known" says err '0 articles read, 150 known'


# ---- items that say little, or what cannot be ----
fresh
ticker()	# FIRST LAST
{
	printf '<rss version="2.0"><channel><title>Ticker</title><language>en</language>'
	for i in $(seq "$1" "$2"); do
		printf '<item><title>Ticker</title><description>The president of France visited Berlin on Monday, for the %sth time.</description><pubDate>Tue, 0%s Mar 2024 10:00:00 +0000</pubDate></item>' "$i" "$i"
	done
	printf '</channel></rss>'
}
ticker 1 2 > "$S/texts/feed.xml"
is "items of one title" round 0 10:00:00 "$(at texts)"
is "are several" documents 2
ticker 2 3 > "$S/texts/feed.xml"
is "and go on" round 0 11:00:00 "$(at texts)"
is "each known once" says err '1 articles read, 1 known'
fresh
{
	printf '<rss version="2.0"><channel><title>Dates</title><language>en</language>'
	nth=0
	for date in 'Thu, 01 Jan 1970 00:00:00 GMT' 'Tue, 05 Mar 2099 10:00:00 +0000' 'Mon, 01 Jan 0001 00:00:00 +0000' 'Fri, 02 Jan 2026 10:00:00 +0000'; do
		nth=$((nth + 1))
		printf '<item><title>T</title><description>The president of Poland visited Paris, for the %sth time.</description><pubDate>%s</pubDate></item>' $nth "$date"
	done
	printf '</channel></rss>'
} > "$S/texts/feed.xml"
is "days that cannot be" round 0 10:00:00 "$(at texts)"
is "are read" documents 4
"$C" events -d "$DB" --lines --json > "$T/out" 2>/dev/null
is "are no days of what is told" silent out '"start":"\(1970\|2099\|0001\)-'
is "but the one that can is" says out '"start":"2026-01-02"'

# ---- killed, told to stop ----
fresh
python3 - "$PORT" > "$S/texts/feed.xml" <<'PY'
import sys
print('<rss version="2.0"><channel><title>Pages</title>')
for i in range(150):
    print('<item><title>T</title><link>http://texts.localhost:%s/a%d</link></item>' % (sys.argv[1], i))
print("</channel></rss>")
PY
: > "$S/log"
for pause in 0.6 1.5 2.5; do
	"$C" watch --once -d "$DB" --now 2026-01-01T10:00:00Z --allow-private --delay 0.01 "$(at texts)" >/dev/null 2>&1 &
	pid=$!
	sleep $pause
	kill -9 $pid 2>/dev/null
	wait $pid 2>/dev/null
done
is "killed three times, the store is whole" whole
cp "$S/log" "$T/log.killed"
is "it goes on" round 0 11:00:00 "$(at texts)"
is "with what was left" documents 150
cat "$T/log.killed" >> "$S/log"
is "and what was kept is not asked for again" sh -c "grep -oE ' texts GET /a[0-9]+ ' '$S/log' | sort | uniq -c | awk '\$1 > 4 { bad = 1 } END { exit bad }'"
fresh
: > "$S/log"
"$C" watch -d "$DB" --allow-private --delay 0.05 "$(at texts)" "$(at silent)" >"$T/out" 2>"$T/err" &
pid=$!
for i in $(seq 200); do
	[ "$(grep -c 'texts GET /a' "$S/log")" -ge 20 ] && break
	sleep 0.1
done
kill -TERM $pid
wait $pid
rc=$?
is "told to stop, it leaves" [ $rc = 0 ]
is "and says what it did" says err 'round 1: .* articles read'
read_n=$(sed -n 's/.* \([0-9]*\) articles read.*/\1/p' "$T/err")
is "what was fetched is kept" documents "$read_n"
is "there was some" [ "$read_n" -ge 15 ]
is "the store is whole" whole

# ---- round after round ----
fresh
list good
: > "$S/log"
"$C" watch -d "$DB" --every 2s --allow-private --delay 0 --timeout 9 "$T/feeds.opml" >"$T/out" 2>"$T/err" &
pid=$!
rounds() { for i in $(seq 300); do [ "$(grep -c ' round ' "$T/err")" -ge "$1" ] && return; sleep 0.1; done; cat "$T/err"; return 1; }
is "the first round" rounds 1
list good gzipped
is "is followed by others" rounds 3
is "with what was added to the list" asked gzipped /feed.xml
mkdir "$T/lists"
list good gzipped texts
mv "$T/feeds.opml" "$T/lists/new.opml"
mv "$T/lists/new.opml" "$T/feeds.opml"
more=$(($(grep -c ' round ' "$T/err") + 2))
is "a list that is replaced" rounds $more
is "is read" asked texts /feed.xml
list
more=$(($(grep -c ' round ' "$T/err") + 2))
is "one that is empty" rounds $more
is "leaves the feeds as they were" says err 'feeds.opml: no feeds in it; going on with the feeds as they were'
echo broken > "$T/feeds.opml"
more=$(($(grep -c ' round ' "$T/err") + 2))
is "a list that is broken" rounds $more
is "leaves the feeds as they were" says err 'feeds.opml: .*going on with the feeds as they were'
kill -INT $pid
wait $pid
rc=$?
is "Ctrl-C ends it" [ $rc = 0 ]
is "nothing was fetched twice" sh -c "! grep -oE '(good|gzipped) GET /a[0-9]+ ' '$S/log' | sort | uniq -d | grep ."
list gone
is "when no feed is left" timeout 60 "$C" watch -d "$DB" --allow-private --delay 0 "$T/feeds.opml"

# ---- an older store ----
if [ "${STORE:-sqlite}" = sqlite ]; then
	fresh
	echo 'The president of France visited Berlin on Monday.' > "$T/text.txt"
	run 0 add -d "$DB" "$T/text.txt"
	python3 -c 'import sqlite3,sys
c = sqlite3.connect(sys.argv[1])
for t in ("feed", "link", "host", "robots", "job_input", "job", "worker"):
    c.execute("DROP TABLE " + t)
c.execute("DROP VIEW known")
c.execute("UPDATE meta SET value = 1 WHERE name = ?", ("schema",))
c.commit()' "$DB"
	is "a store of version 1 is led forward" round 0 10:00:00 "$(at good)"
	is "with what it has" documents 4
fi
finish
