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
elsewhere() { [ -s "$T/one" ] && (cd / && LC_ALL=C TZ=Asia/Tokyo "$C" code --date 2024-10-12 "$T/in" | cmp - "$T/one"); }
is "in another folder, locale and time zone" elsewhere
is "every line has kind, id, doc and coder" sh -c "test -s '$T/one' && ! grep -vE '^\{\"kind\":\"(document|event|state)\",\"id\":\"[^\"]+\",\"doc\":\"[^\"]+\",\"coder\":\"coulisse ' '$T/one'"
is "every event and state has evidence" sh -c "test -s '$T/one' && ! grep -E '\"kind\":\"(event|state)\"' '$T/one' | grep -v '\"evidence\":{\"start\":[0-9]*,\"end\":[0-9]*,\"quote\":\"'"
distinct() { "$C" code "$here"/examples/*.txt > "$T/once" && [ -s "$T/once" ] && grep -oE '"id":"[es]-[0-9a-f]+","doc' "$T/once" | sort | uniq -d | { ! grep .; }; }
is "no id stands twice" distinct
finish
