# The server: its API over a store coded from the examples, asked as a page, a script and an attacker would.  On SQLite, or with STORE=postgresql://… there.
. "$(dirname "$0")/tap.sh"
HERE=$(cd "$(dirname "$0")" && pwd)
ROOT=$HERE/../..
PY="python3 $HERE/serve.py"
unset COULISSE_DB COULISSE_TOKEN

says() { grep -q -- "$2" "$T/$1" || { cat "$T/$1"; return 1; }; }
silent() { ! grep -q -- "$2" "$T/$1" || { cat "$T/$1"; return 1; }; }
same() { cmp "$T/$1" "$T/$2"; }

case ${STORE:-sqlite} in
sqlite) DB=$T/news.db ;;
*) DB=$STORE ;;
esac

# ---- a store ----
dated()		# file
{
	sed -n "s/^$1 //p" "$ROOT/examples/dates"
}
for f in "$ROOT"/examples/*.txt; do
	"$C" add -d "$DB" --now 2026-01-01T00:00:00Z --date "$(dated "$(basename "$f")")" "$f" >/dev/null 2>&1 || echo "Bail out! $f cannot be added"
done
python3 - > "$T/in.jsonl" <<'P'
import json
for i in range(40):
    d = "2023-%02d-%02d" % (1 + i % 12, 1 + i % 28)
    print(json.dumps({"id": "g/%d" % i, "date": d, "source": "The Test Herald" if i % 2 else "De Testbode", "title": "Talks %d" % i,
        "text": "French President Emmanuel Macron met German Chancellor Olaf Scholz in Berlin on Monday. Russia condemned the %d sanctions." % (i + 2)}))
print(json.dumps({"id": "b1", "date": "2024-01-03", "source": "The Test Herald", "title": "BRICS",
    "text": "Egypt formally joined the BRICS group on Monday. According to Egypt, Ethiopia also joined BRICS. Egyptian President Abdel Fattah el-Sisi visited Moscow on Tuesday. The leaders of Egypt and Ethiopia will meet in Cairo in 2031."}))
P
is "a store for the server" run 0 add -d "$DB" --now 2026-01-02T00:00:00Z "$T/in.jsonl"

# ---- a server ----
PID=
start()		# options: URL is its address
{
	: > "$T/url"
	"$C" serve -d "$DB" --port 0 "$@" >> "$T/url" 2> "$T/log" &
	PID=$!
	for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
		[ -s "$T/url" ] && break
		sleep 0.5
	done
	URL=$(cat "$T/url")
	URL=${URL%/}
	API=$URL/api/v1
	[ -n "$URL" ]
}
stop()		# SIGNAL: it must leave by itself with 0
{
	kill -"${1:-TERM}" "$PID"
	wait "$PID"
	rc=$?
	PID=
	[ $rc = 0 ] || { echo "exit $rc"; cat "$T/log"; return 1; }
}
trap '[ -z "$PID" ] || kill -9 "$PID" 2>/dev/null; rm -rf "$T"' EXIT

# get CODE URL [curl's options]: the answer is in out, its head in head
get()
{
	code=$1 url=$2
	shift 2
	rc=$(curl -sS -g -o "$T/out" -D "$T/head" -w '%{http_code}' "$@" "$url" 2>"$T/err")
	[ "$rc" = "$code" ] && return 0
	echo "HTTP $rc, not $code: $url"
	cat "$T/out" "$T/err"
	return 1
}
head_says() { grep -qi -- "$1" "$T/head" || { cat "$T/head"; return 1; }; }

is "it starts and says where" start
is "the page is there" get 200 "$URL/"
is "as a page" head_says '^content-type: text/html'
is "that loads nothing of elsewhere" head_says "^content-security-policy: default-src 'self'"
is "and no inline script" sh -c "! grep -qi unsafe-inline '$T/head'"
is "nothing is guessed from its bytes" head_says '^x-content-type-options: nosniff'
is "nor told to other sites" head_says '^referrer-policy: no-referrer'
is "no other site may read it" sh -c "! grep -qi access-control '$T/head'"
is "status" get 200 "$API/status"
is "counts what the store holds" $PY status 45 "$T/out"
is "messages of a language" get 200 "$URL/messages/nl.json"
is "are JSON" $PY json "$T/out"
is "of no other language, and no other file" get 404 "$URL/messages/..%2f..%2fdata.json"
is "no such address" get 404 "$API/nothing"
is "is said in JSON" says out '"error"'

# ---- rows are those of the command line, byte for byte ----
rows()		# "NAME?query" then what the command line is asked, with the code it ends with
{
	query=$1 code=$2
	shift 2
	name=${query%%\?*}
	run "$code" "$name" -d "$DB" --json "$@" || return 1
	mv "$T/out" "$T/cli"
	get 200 "$API/$query" && same cli out
}
is "events" rows "events" 0
is "events of a country" rows "events?who=RUS" 0 --who RUS
is "with another" rows "events?who=FRA&with=Scholz" 0 --who FRA --with Scholz
is "by role" rows "events?actor=Macron&type=CONSULT" 0 --actor Macron --type CONSULT
is "of several types" rows "events?type=CONSULT,AGREE&status=happened" 0 --type CONSULT,AGREE --status happened
is "by mode" rows "events?mode=visit" 0 --mode visit
is "by class" rows "events?quad=3,4" 0 --quad 3,4
is "by country" rows "events?country=deu" 0 --country deu
is "by place" rows "events?place=berlin" 0 --place berlin
is "in a stretch of time" rows "events?since=2023-03&until=2023-06-15" 0 --since 2023-03 --until 2023-06-15
is "as of a day" rows "events?as-of=2023-02-10" 0 --as-of 2023-02-10
is "as known then" rows "events?known=2023-02-10" 0 --known 2023-02-10
is "by words of the text" rows "events?text=%22two+billion%22" 1 --text '"two billion"'
is "and phrases" rows "events?text=%22the+BRICS+group%22" 0 --text '"the BRICS group"'
is "by outlet" rows "events?source=De+Testbode" 0 --source 'De Testbode'
is "by language" rows "events?lang=nl" 0 --language nl
is "by what is claimed" rows "events?by=Egypt&stance=asserts" 0 --by Egypt --stance asserts
is "by confidence" rows "events?min-confidence=0.6" 0 --min-confidence 0.6
is "every line" rows "events?lines=1&type=CONSULT" 0 --lines --type CONSULT
is "counts" rows "events?per=month&group=quad" 0 --per month --by quad
is "by dyad" rows "events?group=dyad" 0 --by dyad
is "a name in another language" rows "events?who=Oekra%C3%AFne" 0 --who Oekraïne
is "states" rows "states" 0
is "of one relation" rows "states?relation=holds_office&country=NLD" 0 --relation holds_office --country NLD
is "members" rows "members?about=BRICS&as-of=2024-06" 0 --as-of 2024-06 BRICS
is "of the record alone" rows "members?about=BRICS&record-only=1" 0 --record-only BRICS
is "offices" rows "offices?about=Rutte" 0 Rutte
is "visits" rows "visits" 0
is "treaties" rows "treaties?standing=announced,in_force,ended" 0 --standing announced,in_force,ended
is "claims" rows "claims" 0
is "the timeline" rows "timeline?about=Zelensky" 0 Zelensky
is "sources" rows "sources" 0
is "actors by name" get 200 "$API/who?about=Macron"
is "are found" says out '"name":"Emmanuel Macron"'
is "who is in nobody's mouth" get 404 "$API/events?who=Xyzzyman"
is "is nobody" says out 'nobody of that name'

# ---- pages ----
is "a page from memory is the beginning of all rows" sh -c "curl -sS '$API/events?limit=7' > '$T/page' && curl -sS '$API/events' | head -7 | cmp - '$T/page'"
for query in '' 'who=FRA' 'type=CONSULT&since=2023-03' 'lines=1' 'as-of=2023-06&quad=1' 'since=2023-02&until=2023-04&status=happened' 'known=2023-05' 'text=sanctions'; do
	is "pages of $query are all rows, once and in order" $PY pages "$API" "$query"
done
for query in 'place=BERLIN' 'country=deu,RUS' 'source=De+Testbode' 'lang=nl' 'quad=1,2&mode=visit' 'min-confidence=0.6' 'actor=Macron&recipient=DEU' 'by=Egypt' 'place=moscow&known=2024-02'; do
	is "pages of $query, which no database is asked for, too" $PY pages "$API" "$query"
done
is "what is to come and what is not are all rows" $PY coming "$API"
is "of what was known on a day, too" $PY coming "$API" known=2023-06-15
is "what is to come, without a limit" get 400 "$API/events?coming=1"
is "a cursor that is none" get 400 "$API/events?limit=5&cursor=nonsense"
is "is said" says out 'cursor=nonsense'

# ---- sums ----
is "an overview" get 200 "$API/overview"
is "agrees with the rows" $PY overview "$API" "" "$T/out"
is "an overview of a selection" get 200 "$API/overview?who=FRA&since=2023-03&until=2023-08"
is "agrees with its rows" $PY overview "$API" "who=FRA&since=2023-03&until=2023-08" "$T/out"
is "in days" get 200 "$API/overview?bucket=day&country=DEU"
is "agrees, too" $PY overview "$API" "country=DEU" "$T/out"
is "within a box" get 200 "$API/overview?box=12,51,14,54"
is "is Berlin" $PY places "$T/out" Berlin
is "parts of it" get 200 "$API/overview?parts=kinds,places&who=FRA"
is "are those of the whole" $PY parts "$API" "who=FRA" "$T/out" types statuses places
is "the axis beside it" get 200 "$API/overview?parts=time&who=FRA&since=2023-03&until=2023-04&known=2023-12&axis=2023..2024-06"
is "is what fits at any time in its stretch" $PY axis "$API" who=FRA 2023 2024-06 "$T/out"
is "of nothing" get 200 "$API/overview?type=DIE&since=1850&until=1851"
is "is nothing" says out '"total":0'

# ---- single things ----
run 0 events -d "$DB" --who Macron --limit 1 --json >/dev/null
LINE=$($PY member id "$T/out")
HAPPENING=$($PY member happening.id "$T/out")
is "a happening" get 200 "$API/happenings/$HAPPENING"
is "with its lines and sources" $PY happening "$T/out" "$LINE"
is "a line" get 200 "$API/lines/$LINE"
is "with its document" says out '"source":"'
is "an id with a slash in it" get 200 "$API/documents/g%2F3"
is "is a document with its text and lines" $PY document "$T/out"
is "no such line" get 404 "$API/lines/e-0000000000000000"
is "no such happening" get 404 "$API/happenings/h-0"
is "no such document" get 404 "$API/documents/none"
is "why" get 200 "$API/explain/$LINE"
is "is what explain says" says out 'Macron'
is "a dossier" get 200 "$API/actors/FRA"
is "says who, and with whom" $PY actor "$T/out" Q142 'Germany\|Olaf Scholz'
is "visits of a country" get 200 "$API/actors/EGY"
is "are those of its government to elsewhere" $PY visits "$T/out" made "Abdel Fattah el-Sisi" Russia
is "those it received" get 200 "$API/actors/RUS"
is "are those of others in it" $PY visits "$T/out" received "Abdel Fattah el-Sisi" Russia
is "of a person" get 200 "$API/actors/Q57643"
is "no such actor" get 404 "$API/actors/Q999999999999"
is "two of them" get 200 "$API/dyads/FRA/DEU"
is "their series adds up" $PY dyad "$API" FRA DEU "$T/out"
is "what is covered" get 200 "$API/coverage"
is "adds up" $PY coverage "$T/out"
is "what was known on two days" get 200 "$API/compare?a=2023-12-31&b=2024-01-31&sense=known"
is "differs by what came between" $PY compare "$API" 2023-12-31 2024-01-31 "$T/out"
is "compared with itself" get 200 "$API/compare?a=2024&b=2024&sense=known"
is "nothing differs" says out '"changed":\[\],"only_a":\[\],"only_b":\[\]'
is "completion of a filter" get 200 "$API/complete?q=type%3ACONSULT+sta"
is "begins where the word does" says out '"from":13'
is "with the filters that begin so" says out '"value":"status:"'
is "of a name in the middle of a list" get 200 "$API/complete?q=who%3AFRA,mac"
is "in quotation marks" says out '"from":8,"items":\[{"value":"\\"Emmanuel Macron\\""'

# ---- exports ----
is "the formats" get 200 "$API/formats"
for f in $("$C" export --help | sed -n 's/^.*(csv \(.*\))$/\1/p'); do
	case $f in gdelt | quads) continue ;; esac
	is "an export as $f is that of the command line" sh -c "'$C' export -d '$DB' --to $f --who FRA > '$T/cli' 2>/dev/null && curl -sS '$API/export/$f?who=FRA' | cmp - '$T/cli'"
done
for f in csv gdelt quads; do
	is "the folder $f is a ZIP" sh -c "rm -rf '$T/dir'; '$C' export -d '$DB' --to $f --who FRA -o '$T/dir' 2>/dev/null; curl -sS '$API/export/$f?who=FRA' > '$T/out.zip'; $PY zip '$T/out.zip' '$T/dir'"
done
is "no such format" get 404 "$API/export/docx"

# ---- words that make no sense ----
for query in 'events?limit=0' 'events?limit=x' 'events?since=yesterday' 'events?status=maybe' 'events?quad=7' 'events?foo=1' 'events?who=FRA&who=DEU' 'events?per=hour' \
	'events?limit=0x10' 'events?limit=1e2' 'events?limit=1.5' 'events?text=+' 'events?text=%22%22' 'overview?axis=2010' 'overview?axis=2010..x' 'overview?parts=time,,' 'overview?parts=all' \
	'overview?bucket=hour' 'overview?box=1,2,3' 'overview?limit=3' 'status?x=1' 'events?min-confidence=2' 'compare?a=2024' 'events?lines=maybe' 'members'; do
	is "refused: $query" get 400 "$API/$query"
done
is "names the parameter" get 400 "$API/events?status=maybe"
is "that is wrong" says out '"error":"status maybe: no such status"'
is "more words than are sought" get 400 "$API/overview?text=$(python3 -c 'print("+".join(["a"] * 65))')"
is "as the command line says" run 2 events -d "$DB" --text ' "" '
is "an escape that is none" get 400 "$API/events?who=%zz"
is "bytes that are no UTF-8" get 400 "$API/events?who=%ff%fe"
is "a zero byte" get 400 "$API/events?who=a%00b"
is "too many parameters" get 414 "$API/events?$(python3 -c 'print("&".join("a%d=1" % i for i in range(100)))')"
is "an address without end" get 414 "$API/events?who=$(python3 -c 'print("a" * 9000)')"
is "out of the folder" get 404 "$URL/assets/..%2f..%2fetc%2fpasswd" --path-as-is
is "another method" get 405 "$API/events" -X DELETE
is "POST where there is only GET" get 405 "$API/events" -X POST -d x
is "quotes of SQL are words" get 404 "$API/events?who=%27%20OR%201%3D1%20--"
is "operators of the word search are words" get 200 "$API/events?text=AND+%28+NEAR+%22"

# ---- what the client has already ----
get 200 "$API/overview" >/dev/null
ETAG=$(sed -n 's/^[Ee][Tt]ag: //p' "$T/head" | tr -d '\r')
is "what has not changed is not sent again" get 304 "$API/overview" -H "If-None-Match: $ETAG"
is "packed where asked for" sh -c "curl -sS --compressed '$API/overview' -o '$T/a' -D '$T/head' && curl -sS '$API/overview' -o '$T/b' && cmp '$T/a' '$T/b'"
is "and only there" head_says '^content-encoding: gzip'
is "the head alone" sh -c "curl -sSI '$API/overview' | grep -q '200 OK'"

# ---- corrections ----
post()		# CODE body [options]
{
	code=$1 body=$2
	shift 2
	get "$code" "$API/corrections" -X POST -H 'Content-Type: application/json' -d "$body" "$@"
}
is "a correction" post 200 "{\"verb\":\"set\",\"line\":\"$LINE\",\"field\":\"status\",\"value\":\"planned\",\"who\":\"tester\"}"
is "is counted" says out '"applied":1'
is "is seen by who asks next" sh -c "curl -sS '$API/events?limit=100&status=planned' | grep -q $LINE"
is "by the command line" sh -c "'$C' events -d '$DB' --status planned --json | grep -q $LINE"
get 200 "$API/overview?status=planned" >/dev/null
is "and counted" $PY overview "$API" "status=planned" "$T/out"
is "with who said it" get 200 "$API/lines/$LINE"
is "in the line" says out '"who":"tester"'
is "several at a time" post 200 "[{\"verb\":\"undo\",\"line\":\"$LINE\"},{\"verb\":\"accept\",\"line\":\"$LINE\"}]"
is "are all kept" says out '"applied":2'
is "one that makes no sense" post 400 "[{\"verb\":\"reject\",\"line\":\"$LINE\"},{\"verb\":\"marry\",\"line\":\"$LINE\"}]"
is "keeps none of them" sh -c "curl -sS '$API/lines/$LINE' | grep -q '\"verdict\":\"accept\"'"
is "a line that is not there" post 400 '{"verb":"accept","line":"e-0000000000000000"}'
is "a body that is no JSON" post 400 '{"verb":'
is "a body of the wrong kind" post 400 '[1,2]'
is "a member too many" post 400 "{\"verb\":\"accept\",\"line\":\"$LINE\",\"sql\":\"DROP\"}"
is "what a form of another site can send" get 415 "$API/corrections" -X POST -H 'Content-Type: text/plain' -d '{}'
is "a page of another site" post 403 "{\"verb\":\"accept\",\"line\":\"$LINE\"}" -H 'Origin: https://evil.example'
is "a page of nowhere" post 403 "{\"verb\":\"accept\",\"line\":\"$LINE\"}" -H 'Origin: null'
is "its own page" post 200 "{\"verb\":\"undo\",\"line\":\"$LINE\"}" -H "Origin: $URL"
head -c 1200000 /dev/zero > "$T/large"
is "a body without end" get 413 "$API/corrections" -X POST -H 'Content-Type: application/json' --data-binary "@$T/large"

# ---- who may ask ----
is "a name that another made point here" get 403 "$API/status" -H 'Host: evil.example'
is "the same with the port" get 403 "$API/status" -H "Host: evil.example:${URL##*:}"
is "no name" get 403 "$API/status" -H 'Host:' --http1.0
is "localhost" get 200 "$API/status" -H 'Host: localhost:9999'
is "address of IPv6" get 200 "$API/status" -H 'Host: [::1]:8008'

is "a page of another site, though it may not read the answer" get 403 "$API/overview" -H 'Sec-Fetch-Site: cross-site'
is "nor one at another port" get 403 "$API/overview" -H 'Sec-Fetch-Site: same-site'
is "its own" get 200 "$API/status" -H 'Sec-Fetch-Site: same-origin'
is "a link to the page from elsewhere" get 200 "$URL/" -H 'Sec-Fetch-Site: cross-site'

# ---- described ----
is "the description" get 200 "$API/openapi.json"
is "is valid and answers for every route" $PY openapi "$API" "$T/out" "$ROOT/src/serve/routes.c"

# ---- many, slow, and rude clients ----
is "200 at a time" $PY crowd "$URL" 200
is "one that takes all and reads nothing" $PY rude "$URL"
is "bytes that are no HTTP" $PY garbage "$URL"
is "it is still there" get 200 "$API/status"

# ---- written by others meanwhile ----
python3 -c '
import json
for i in range(30): print(json.dumps({"id":"n%d" % i,"date":"2025-02-03","source":"Later","title":"Later %d" % i,"text":"Italian Prime Minister Giorgia Meloni visited Tunis on Monday."}))' > "$T/more.jsonl"
is "while a writer adds" sh -c "'$C' add -d '$DB' --batch 5 '$T/more.jsonl' 2>/dev/null & p=\$!; for i in 1 2 3 4 5 6 7 8 9 10; do curl -sSf '$API/overview' >/dev/null || exit 1; done; wait \$p"
is "the sums follow" $PY until "$API/overview?source=Later" '"total":1,'
is "and the rows" sh -c "curl -sS '$API/events?limit=5&source=Later' | grep -q Meloni"

# ---- leaving ----
is "told to leave it leaves" stop TERM
is "and says nothing" sh -c "! [ -s '$T/log' ] || { cat '$T/log'; exit 1; }"
is "again" start --read-only
is "that only reads" get 200 "$API/status"
is "says so" says out '"read_only":true'
is "and takes no correction" post 403 "{\"verb\":\"accept\",\"line\":\"$LINE\"}"
is "interrupted it leaves, too" stop INT

# ---- with a token ----
echo 0123456789abc+efSECRET > "$T/token"
is "at an address that others reach, without a token" run 2 serve -d "$DB" --port 0 --address 0.0.0.0
is "says why" says err 'a token is needed'
echo short > "$T/short"
is "nor with one that is guessed" run 2 serve -d "$DB" --port 0 --token-file "$T/short"
is "no such address" run 2 serve -d "$DB" --port 0 --address example.org
is "with a token" start --address 0.0.0.0 --token-file "$T/token"
URL=http://127.0.0.1:${URL##*:} API=http://127.0.0.1:${URL##*:}/api/v1
is "nobody without it" get 401 "$API/status"
is "not even the page" get 401 "$URL/"
is "nor with another" get 401 "$API/status" -H 'Authorization: Bearer 0123456789abc+efSECREX'
is "with it" get 200 "$API/status" -H 'Authorization: Bearer 0123456789abc+efSECRET'
is "once in the address" get 303 "$URL/?token=0123456789abc+efSECRET"
is "gives a cookie that no script and no other site gets" head_says '^set-cookie: coulisse_token=.*HttpOnly; SameSite=Strict'
is "with which the page is there" get 200 "$URL/" -H 'Cookie: a=b; coulisse_token=0123456789abc+efSECRET'
is "a wrong one gives none" get 401 "$URL/?token=0123456789abc+efSECREX"
is "a body is not read of who may not ask" $PY unread "$URL"
is "leaves while answers are made" $PY leave "$URL" "$PID"
wait "$PID"
is "by itself" [ $? = 0 ]
PID=

# ---- in the browser ----
mkdir "$T/bin"
printf '#!/bin/sh\necho "$1" > "%s/opened"\n' "$T" > "$T/bin/xdg-open"
chmod +x "$T/bin/xdg-open"
OLD=$PATH
PATH=$T/bin:$PATH
is "opened in the browser" start --open
PATH=$OLD
for i in 1 2 3 4 5 6 7 8 9 10; do [ -s "$T/opened" ] || sleep 0.3; done
is "at its address" sh -c "grep -qx '$URL/' '$T/opened'"
is "leaves again" stop TERM

# ---- what cannot be served ----
is "no store given" run 2 serve
is "a store that is not there" run 4 serve -d "$T/none.db" --port 0
is "start once more" start
is "a port that is taken" run 4 serve -d "$DB" --port "${URL##*:}"
is "says so" says err 'cannot listen'
is "and leave" stop TERM
is "its files beside the store are gone" sh -c "case '$DB' in postgres*) ;; *) ! ls '$DB'-wal '$DB'-shm 2>/dev/null ;; esac"
finish
