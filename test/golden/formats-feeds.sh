# Feeds and the formats of news agencies: title, text, date, source, address, id and language of each, and what broken and hostile ones do.
. "$(dirname "$0")/tap.sh"

F=$(dirname "$0")/formats

# documents CODE FILE…: ends with that exit code; the documents of it, as show.py writes them, in $T/got.
documents()
{
	code=$1
	shift
	run "$code" code --date 2024-10-12 --until ingest --format layers "$@" || return 1
	python3 "$F/show.py" < "$T/out" > "$T/got"
}

# reads NAME CODE FILE [what standard error says]
reads()
{
	documents "$2" "$F/$3" || return 1
	diff "$F/$1.expected" "$T/got" || return 1
	if [ -n "${4:-}" ]; then
		grep -q "$4" "$T/err" || { cat "$T/err"; return 1; }
	else
		[ ! -s "$T/err" ] || { cat "$T/err"; return 1; }
	fi
}

is "RSS 2.0" reads rss2 0 rss2.xml
is "RSS 0.91 in windows-1252" reads rss091 0 rss091.xml
is "RSS 1.0" reads rss10 0 rss10.xml
is "Atom" reads atom 0 atom.xml
is "JSON Feed" reads jsonfeed 0 jsonfeed.json
is "a feed of the wild: what is whole is read, and where it breaks off is said" reads wild 3 wild.rss 'wild.rss: line 8: '
is "NITF" reads nitf 0 nitf.xml
is "NewsML-G2, one item" reads newsml-item 0 newsml-item.xml
is "NewsML-G2, a message: packages, pictures and what was withdrawn passed over" reads newsml-message 0 newsml-message.xml
is "NewsML 1" reads newsml1 0 newsml1.xml
is "ninjs 1.x" reads ninjs-1 0 ninjs-1.json
is "ninjs 2.x, an array with something else in it" reads ninjs-2 3 ninjs-2.json 'ninjs-2.json:4: no object'
is "ninjs 3.x, one a line, one of them broken" reads ninjs-3 3 ninjs-3.jsonl 'ninjs-3.jsonl:3: broken JSON'

# refused FILE WORDS: exit code 3, no document, one line that names the file and says the words.
refused()
{
	documents 3 "$1" || return 1
	[ ! -s "$T/got" ] || { cat "$T/got"; return 1; }
	[ "$(wc -l < "$T/err")" = 1 ] && grep -q "$(basename "$1").*$2" "$T/err" || { cat "$T/err"; return 1; }
}

is "a list of feeds is told what reads it" refused "$F/feeds.opml" 'a list of 3 feeds (OPML).*watch.*add'

# Whatever names a status: the code of a QCode, or the end of a concept's address.
for status in canceled withheld; do
	printf '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="a"><itemMeta><pubStatus uri="http://cv.example/status/%s"/></itemMeta><contentMeta><headline>Envoys meet</headline></contentMeta></newsItem>' $status > "$T/status.xml"
	is "NewsML-G2: an item that is $status by a URI is passed over" documents 0 "$T/status.xml"
	is "nothing is left of it" test ! -s "$T/got"
done
sed 's/withheld/usable/' "$T/status.xml" > "$T/usable.xml"
is "one that is usable" documents 0 "$T/usable.xml"
is "is read" grep -q '^title Envoys meet' "$T/got"

# body ROLE VALUE… : the value of the body that is read, of several with these roles.
chosen()
{
	wanted=$1
	shift
	{
		printf '{"uri":"urn:a","standard":{"name":"ninjs","version":"2.1"},"type":"text","headlines":[{"value":"Envoys meet"}],"bodies":['
		comma=
		while [ $# -gt 0 ]; do printf '%s{"role":"%s","value":"%s"}' "$comma" "$1" "$2"; comma=,; shift 2; done
		printf ']}'
	} > "$T/roles.json"
	documents 0 "$T/roles.json" && grep -q "$wanted" "$T/got" && [ "$(grep -c 'envoys' "$T/got")" = 1 ] || { cat "$T/got"; return 1; }
}
main='<p>The envoys met in Geneva on Friday.</p>'
teaser='<p>A short word of the envoys.</p>'
is "ninjs: the main body, not the teaser before it" chosen 'in Geneva' teaser "$teaser" main "$main"
is "nor a long caption behind it" chosen 'in Geneva' main "$main" caption '<p>A photograph of all of the envoys before the palace.</p>'
is "the main body, be it plain" chosen 'met in Oslo' teaser "$teaser" main 'The envoys met in Oslo.'
is "the main body with markup before the plain one" chosen 'in Geneva' main 'The plain envoys met in Geneva, plainly and at length.' main "$main"
is "without a main one the longest" chosen 'in Geneva' summary "$teaser" story "$main"

# mistaken FORMAT FILE: asked for by name, and it is another.
mistaken()
{
	run 3 code --until ingest --format layers --input "$1" "$F/$2" && [ ! -s "$T/out" ] && [ "$(wc -l < "$T/err")" = 1 ] && grep -q "$2.*: " "$T/err"
}
for name in feed newsml newsml1 nitf ninjs; do
	for file in rss2.xml nitf.xml newsml-item.xml newsml1.xml jsonfeed.json; do
		case $name/$file in feed/rss2.xml | feed/jsonfeed.json | nitf/nitf.xml | newsml/newsml-item.xml | newsml1/newsml1.xml) continue ;; esac
		is "$file is no $name" mistaken $name $file
	done
done

# count N WORDS FILE: that many documents, and the words on standard error.
count()
{
	documents 3 "$3" || return 1
	[ "$(grep -c '^- title' "$T/got")" = "$1" ] && grep -q "$2" "$T/err" || { grep -c '^- title' "$T/got"; cat "$T/err"; return 1; }
}

# Cut anywhere, a message loses what was cut and nothing before it.
for name in rss2.xml rss10.xml atom.xml nitf.xml newsml-item.xml newsml-message.xml newsml1.xml ninjs-1.json jsonfeed.json; do
	cut_anywhere()
	{
		size=$(wc -c < "$F/$name")
		for part in 1 2 3 4 5 6 7 8 9; do
			head -c $((size * part / 10)) "$F/$name" > "$T/cut-$name"
			documents 3 "$T/cut-$name" || return 1
			[ "$(wc -l < "$T/err")" = 1 ] && grep -q "cut-$name: " "$T/err" || { cat "$T/err"; return 1; }
		done
	}
	is "$name, cut off at each tenth" cut_anywhere
done
sed '/Prize winner/q' "$F/newsml-message.xml" > "$T/cut.xml"
is "a message cut off: the items before are read" count 2 'cut.xml: line 5[0-9]: ' "$T/cut.xml"

laughs='<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]>'
printf 'the secret' > "$T/secret"
for kind in rss newsml nitf; do
	case $kind in
	rss) open='<rss><channel><item><title>' close='</title></item></channel></rss>' ;;
	newsml) open='<newsItem guid="a"><contentMeta><headline>' close='</headline></contentMeta></newsItem>' ;;
	nitf) open='<nitf><body><body.content><p>' close='</p></body.content></body></nitf>' ;;
	esac
	printf '<?xml version="1.0"?>%s%s&d;%s' "$laughs" "$open" "$close" > "$T/laughs.$kind"
	is "$kind: entities that grow are refused" refused "$T/laughs.$kind" 'declares entities, which are not expanded'
	printf '<!DOCTYPE x [<!ENTITY s SYSTEM "file://%s/secret">]>%s&s;%s' "$T" "$open" "$close" > "$T/file.$kind"
	is "$kind: an entity that is a file is refused" refused "$T/file.$kind" 'declares entities'
	printf '<!DOCTYPE x [<!ENTITY %% s SYSTEM "file://%s/secret"> %%s;]>%sx%s' "$T" "$open" "$close" > "$T/parameter.$kind"
	is "$kind: so is a parameter entity" refused "$T/parameter.$kind" 'declares entities'
	{ printf '<!DOCTYPE x [%s' "$open"; head -c 3000000 /dev/zero | tr '\0' '['; } > "$T/subset.$kind"
	is "$kind: a document type that does not end" refused "$T/subset.$kind" ''
	{ printf '%s' "$open"; yes '<a>' | head -n 300000 | tr -d '\n'; } > "$T/deep.$kind"
	is "$kind: 300,000 elements inside each other" refused "$T/deep.$kind" 'inside each other'
	{ printf '%s' "$open" | sed 's/>$//'; i=0; while [ $i -lt 30000 ]; do printf ' a%d="x"' $i; i=$((i + 1)); done; printf '>Peace%s' "$close"; } > "$T/attributes.$kind"
	is "$kind: 30,000 attributes" documents 0 "$T/attributes.$kind"
done

{ printf '<rss><channel><title>Many</title>'; awk 'BEGIN { for (i = 0; i < 100000; i++) printf "<item><title>Item %d</title><guid>http://many.example/%d</guid></item>\n", i, i }'; printf '</channel></rss>'; } > "$T/many.rss"
is "100,000 items: 10,000 are read, the others are counted" count 10000 'many.rss: more than 10000 items: 90000 are left out' "$T/many.rss"
{ printf '{"version":"https://jsonfeed.org/version/1","items":['; awk 'BEGIN { for (i = 0; i < 100000; i++) printf "%s{\"id\":%d,\"title\":\"Item %d\"}", i ? "," : "", i, i }'; printf ']}'; } > "$T/many.json"
is "the same in JSON" count 10000 'many.json: more than 10000 items: 90000 are left out' "$T/many.json"
awk 'BEGIN { for (i = 0; i < 3000000; i++) printf "<a/>" }' | { printf '<rss><channel><item><title>First</title></item>'; cat; } > "$T/elements.rss"
is "3,000,000 elements: what came before is read" count 1 'elements.rss: line 1: too many elements' "$T/elements.rss"
rm "$T"/many.* "$T/elements.rss"

# encoded WHAT BYTES: the title of the feed's item is the same whatever the feed calls its charset.
encoded()
{
	printf "$1" > "$T/charset.rss"
	documents 0 "$T/charset.rss" && grep -q '^title café €5$' "$T/got" || { cat "$T/got" "$T/err"; return 1; }
}
rest='<rss><channel><item><title>caf%s %s5</title></item></channel></rss>'
utf8=$(printf "$rest" '\303\251' '\342\202\254')
windows=$(printf "$rest" '\351' '\200')
is "UTF-8 that calls itself UTF-16" encoded "<?xml version=\"1.0\" encoding=\"utf-16\"?>$utf8"
is "UTF-8 that calls itself by a name nobody knows" encoded "<?xml version=\"1.0\" encoding=\"x-none\"?>$utf8"
is "windows-1252 that calls itself UTF-8" encoded "<?xml version=\"1.0\" encoding=\"utf-8\"?>$windows"
is "windows-1252 that calls itself iso-8859-1" encoded "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?>$windows"
is "windows-1252 that calls itself nothing" encoded "$windows"

wide()
{
	printf '\377\376' > "$T/wide.rss"
	iconv -f utf-8 -t utf-16le "$F/rss2.xml" >> "$T/wide.rss"
	documents 0 "$T/wide.rss" && diff "$F/rss2.expected" "$T/got"
}
is "a feed in UTF-16" wide

# What is no sentence is not coded: a byline names no actor.
coded()
{
	run 0 code "$F/nitf.xml" || return 1
	! grep -E '"quote":"[^"]*(Porter|Lund|Ozols|KLAIP)' "$T/out"
}
is "bylines, datelines and credits are not coded" coded
is "and the rest is" grep -q '"quote":"[^"]*Lithuania and Latvia' "$T/out"
finish
