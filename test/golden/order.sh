# The same bytes for any number of threads, and twice the same.
. "$(dirname "$0")/tap.sh"
here=$(dirname "$0")/../..

i=0
while [ $i -lt 12 ]; do
	for f in "$here"/examples/*.txt; do
		cp "$f" "$T/$(printf %02d $i)-$(basename "$f")"
	done
	i=$((i + 1))
done
mkdir "$T/in"
mv "$T"/*.txt "$T/in/"

same() { "$C" code --date 2024-10-12 -j "$1" "$T/in" > "$T/other" && cmp "$T/one" "$T/other"; }
one() { "$C" code --date 2024-10-12 -j 1 "$T/in" > "$T/one" && [ -s "$T/one" ]; }
is "one thread" one
is "again" same 1
is "two threads" same 2
is "four threads" same 4
is "sixteen threads" same 16
uneven()		# a long document, and behind it more short ones than are put by
{
	{
		printf '{"id":"long","lang":"en","date":"2024-10-12","text":"'
		i=0
		while [ $i -lt 400 ]; do printf 'The president of France visited Berlin on Monday and met the German chancellor there. '; i=$((i + 1)); done
		printf '"}\n'
		i=0
		while [ $i -lt 700 ]; do
			printf '{"id":"s%d","lang":"en","date":"2024-10-12","text":"Iran met China."}\n' $i
			[ $((i % 50)) != 7 ] || echo '{"id":"bad"}'
			i=$((i + 1))
		done
	} > "$T/uneven.jsonl"
	for j in 1 4; do
		"$C" code -v -j $j --format jsonl "$T/uneven.jsonl" > "$T/uneven.$j" 2> "$T/said.$j"
		[ $? = 3 ] || return 1
	done
	[ "$(grep -c '"kind":"document"' "$T/uneven.1")" = 701 ] && [ "$(grep -c 'no object with' "$T/said.1")" = 14 ] && cmp "$T/uneven.1" "$T/uneven.4" && cmp "$T/said.1" "$T/said.4"
}
is "many short documents behind a long one" uneven
# Short documents are analysed together; what comes of one does not depend on its neighbours, nor on their language.
together()
{
	python3 - "$T" <<'P'
import json, sys
en = ["Iran met China in Beijing on Monday.", "It rains.", "The president of France visited Berlin and met the German chancellor there, officials said.", "Poland condemned Russia on Monday in Warsaw."]
nl = ["Rusland veroordeelde het bezoek van premier Rutte aan Kyiv.", "De Nederlandse premier sprak maandag met zijn Belgische ambtgenoot over de grens."]
with open(sys.argv[1] + "/short.jsonl", "w") as out:
	for i in range(36):
		t = [en[i % 4]] if i % 3 else [nl[i % 2]]
		if i % 17 == 0: t = t * 40
		out.write('{"id":"bad"}\n' if i % 29 == 5 else json.dumps({"id": f"d{i}", "date": "2024-03-05", "text": " ".join(t)}) + "\n")
P
	"$C" code "$T/short.jsonl" > "$T/short.together" 2> /dev/null
	while read -r l; do echo "$l" | "$C" code --input jsonl 2> /dev/null; done < "$T/short.jsonl" > "$T/short.alone"
	[ "$(grep -c '"kind":"document"' "$T/short.alone")" = 34 ] && cmp "$T/short.alone" "$T/short.together"
}
is "short documents together and each by itself" together
elsewhere() { [ -s "$T/one" ] && (cd / && LC_ALL=C TZ=Asia/Tokyo "$C" code --date 2024-10-12 "$T/in" | cmp - "$T/one"); }
is "in another folder, locale and time zone" elsewhere
is "every line has kind, id, doc and coder" sh -c "test -s '$T/one' && ! grep -vE '^\{\"kind\":\"(document|event|state)\",\"id\":\"[^\"]+\",\"doc\":\"[^\"]+\",\"coder\":\"coulisse ' '$T/one'"
is "every event and state has evidence" sh -c "test -s '$T/one' && ! grep -E '\"kind\":\"(event|state)\"' '$T/one' | grep -v '\"evidence\":{\"start\":[0-9]*,\"end\":[0-9]*,\"quote\":\"'"
distinct() { "$C" code "$here"/examples/*.txt > "$T/once" && [ -s "$T/once" ] && grep -oE '"id":"[es]-[0-9a-f]+","doc' "$T/once" | sort | uniq -d | { ! grep .; }; }
is "no id stands twice" distinct
finish
