# What watch.sh asks of the network alone: outages, hosts that ask for time, certificates, private addresses.  Sourced by it, once: no store behaves otherwise.

# ---- outages, and those who send everybody elsewhere ----
fresh
mkdir -p "$S/house" "$S/lost"
answers()	# STATUS [HEADER]
{
	printf 'HTTP/1.1 %s\r\n' "$1"
	[ -z "${2:-}" ] || printf '%s\r\n' "$2"
	printf 'Content-Length: 0\r\n\r\n'
}
items()	# NAME N
{
	printf '<rss version="2.0"><channel><title>%s</title>' "$1"
	for i in $(seq "$2"); do
		printf '<item><title>T</title><link>http://%s.localhost:%s/a%s</link></item>' "$1" "$PORT" "$i"
	done
	printf '</channel></rss>'
}
items house 3 > "$S/house/feed.xml"
for i in 1 2 3; do
	answers '429 Too Many Requests' > "$S/house/a$i"
done
is "a host that has too many requests and does not say until when" round 3 10:00:00 "$(at house)"
is "is asked for one article" requests 3
is "the others wait" says err '1 failed, 2 left for later'
is "and is left alone for ten minutes" round 0 10:09:00 "$(at house)"
is "with all that it has" requests 0
for h in 11 12 13 14 15 16 17; do
	round 3 $h:00:00 "$(at house)" >/dev/null
done
rm "$S/house"/a?
is "after seven hours of it" round 0 2026-01-03T10:00:00 "$(at house)"
is "nothing is lost" documents 3
items lost 2 > "$S/lost/feed.xml"
answers '503 Not Available' > "$S/lost/robots.txt"
for h in 10 11 12 13 14 15 16; do
	round 3 2026-01-04T$h:30:00 "$(at lost)" >/dev/null
done
rm "$S/lost/robots.txt"
is "a robots.txt that could not be read" round 0 2026-01-06T10:00:00 "$(at lost)"
is "loses nothing" documents 5
items lost 3 > "$S/lost/feed.xml"
answers '301 Moved Permanently' "Location: http://portal.localhost:$PORT/login" > "$S/lost/feed.xml"
is "a login page in between" round 3 2026-01-07T10:00:00 "$(at lost)"
is "was asked for" asked portal /login
items lost 3 > "$S/lost/feed.xml"
is "is no new address" round 0 2026-01-08T10:00:00 "$(at lost)"
is "nor asked again" unasked portal /
rm -r "$S/house" "$S/lost"

# ---- feeds and articles of one host ----
fresh
mkdir -p "$S/turns"
for i in 1 2 3 4; do
	items turns 2 | sed "s/a\([12]\)</a$i\1</g" > "$S/turns/f$i.xml"
done
is "feeds and articles of one host" round 0 10:00:00 "http://turns.localhost:$PORT/f1.xml" "http://turns.localhost:$PORT/f2.xml" "http://turns.localhost:$PORT/f3.xml" "http://turns.localhost:$PORT/f4.xml"
is "take turns" [ "$(grep -o ' GET /[af]' "$S/log" | sed 's/.*\///' | head -n5 | tr -d '\n')" = ffafa ]
is "and all come" says err ' 8 articles read'
rm -r "$S/turns"

# ---- a host that asks for time ----
fresh
is "a host that says not now" round 3 10:00:00 "$(at limited)"
is "is left alone" says err ' 3 articles read, 0 known, 1 failed, 6 left for later; 3 documents'
is "at once" sh -c "grep -c ' limited GET /page' '$S/log' | grep -qx 4"
is "until then" round 0 10:59:00 "$(at limited)"
is "with all that it has" requests 0
touch "$S/unlimited"
is "then" round 0 11:00:01 "$(at limited)"
is "the others are fetched" says err ' 7 articles read'
is "and the record is whole" documents 10
paces()		# NAME SECONDS: so much lies between two requests
{
	awk -v name="$1" -v least="$2" '$3 == name { if (last && $1 - last < least) bad = $1 - last; last = $1; n++ } END { if (bad || n < 3) print n, bad; exit bad || n < 3 }' "$S/log"
}
is "a Crawl-delay" round 3 12:00:00 "$(at partly)"
is "is waited for" paces partly 0.29
: > "$S/log"
"$C" watch --once -d "$DB" --allow-private --delay 0.4 "$(at good)" "$(at gzipped)" >"$T/out" 2>"$T/err"
is "a pause between requests" paces good 0.39
is "is one for each host" paces gzipped 0.39
is "while others are asked" sh -c "sort -n '$S/log' | awk '{ print \$3 }' | uniq | wc -l | awk '{ exit \$1 < 5 }'"

# ---- safe connections ----
fresh
safe() { round "$1" 10:00:00 --authorities "$S/ca.crt" "https://$2.localhost:$TLS/feed.xml"; }
is "a certificate of a known authority" safe 0 safe
is "is trusted" says err '3 articles read'
is "but not without the authority" round 3 11:00:00 "https://safe.localhost:$TLS/feed.xml"
is "which is said" says err 'no safe connection: .*certificate'
for name in selfsigned expired wrongname; do
	is "a certificate that is $name is refused" safe 3 $name
	is "and said to be no safe connection" says err 'no safe connection'
	is "without a request" requests 0
done

# ---- private addresses ----
fresh
private()	# ADDRESS: refused, and not asked for
{
	: > "$S/log"
	run 3 code "$1" || return 1
	grep -q 'private address' "$T/err" && requests 0
}
for host in 127.0.0.1 localhost good.localhost '[::1]' '[::ffff:127.0.0.1]' 0x7f000001 2130706433 127.1 0.0.0.0; do
	is "http://$host is private" private "http://$host:$PORT/a0"
done
is "a feed on a private address" run 3 watch --once -d "$DB" "$(at good)"
is "is not asked for" says err 'a private address (--allow-private permits them)'
is "a redirect to one" run 3 code --proxy "http://127.0.0.1:$PORT" http://public.example.org/page1
is "is not followed" says err 'a private address'
is "the proxy was asked for the page before it alone" sh -c "tail -n1 '$S/log' | grep -q ' public GET /page1 '"
is "a proxy that is given is used" run 0 code --proxy "http://127.0.0.1:$PORT" http://good.example.org/a0
is "and a name is its to know" says out '"url":"http://good.example.org/a0"'
is "nor is a private number asked of a proxy" run 3 code --proxy "http://127.0.0.1:$PORT" http://192.168.0.1/
for host in 127.0.0.1. localhost. good.localhost good.localhost.; do
	is "nor $host" run 3 code --proxy "http://127.0.0.1:$PORT" "http://$host:$PORT/a0"
done
is "other schemes are no inputs" run 3 code ftp://example.org/x
is "proxies of the environment are not used" env http_proxy=http://127.0.0.1:1 ALL_PROXY=http://127.0.0.1:1 "$C" code --allow-private "http://good.localhost:$PORT/a0"
mkdir "$T/home"
echo 'machine good.localhost login root password secret' > "$T/home/.netrc"
: > "$S/log"
is "nor what .netrc says" env HOME="$T/home" "$C" code --allow-private "http://good.localhost:$PORT/a0"
is "is told to anybody" sh -c "grep -q ' good GET /a0 ' '$S/log' && ! grep -q authorization '$S/log'"
