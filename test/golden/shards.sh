# Stores on three servers, one for each quarter, asked through a head (examples/cluster/head.sh) as if they were one.
. "$(dirname "$0")/tap.sh"
. "$(dirname "$0")/../postgres.sh"
root=$(cd "$(dirname "$0")/../.." && pwd)
unset COULISSE_DB
servers=
stop() { for PG in $servers; do postgres_stop; done; rm -rf "$T"; }
trap stop EXIT
start() { PG=; postgres_start; servers="$servers $PG"; eval "$1=\$POSTGRES $1_at=\$PG"; }
start first
start second
start head
says() { grep -q -- "$2" "$T/$1" || { cat "$T/$1"; return 1; }; }

python3 - > "$T/all.jsonl" <<'PY'
import datetime, json
lands = ['France', 'Poland', 'Turkey', 'Greece', 'Egypt', 'Chile', 'Peru', 'Japan']
articles = []
def article(i, d, title, text, outlet):
    articles.append({'id': 'a%s' % i, 'date': d.isoformat(), 'title': title, 'text': text, 'source': outlet})
for i in range(20):
    d, x, y, z = datetime.date(2024, 1, 5) + datetime.timedelta(9 * i), lands[i % 8], lands[(i + 3) % 8], lands[(i * 5 + 1) % 8]
    article(i, d, 'Talks %d' % i, 'Officials from %s and %s met in Cairo on Monday. %s denied that it had attacked %s. The president of %s visited %s on Sunday.' % (x, y, z, x, y, x), 'The Test Herald')
    if i % 4 == 0:
        for o in 'Daily', 'Mirror':
            article('%d-%s' % (i, o), d, 'Raid', 'Israeli warplanes bombed a power station in Beirut on %s, killing %d people.' % (d.strftime('%A'), 10 + i), 'Test ' + o)
article('n', datetime.date(2024, 6, 20), 'Alliance', 'Sweden joined NATO on Thursday. Prime Minister Mark Rutte condemned Russia.', 'The Test Herald')
print('\n'.join(json.dumps(a) for a in sorted(articles, key=lambda a: a['date'])))
PY
part() { python3 -c 'import json, sys
for l in sys.stdin:
    if sys.argv[1] <= json.loads(l)["date"] < sys.argv[2]: sys.stdout.write(l)' "$1" "$2" < "$T/all.jsonl"; }
part 2024-01-01 2024-04-01 > "$T/q1.jsonl"
part 2024-04-01 2024-07-01 > "$T/q2.jsonl"
add() { run 0 add -d "$1" --now 2024-07-01T00:00:00Z "$2" $3; }
is "a store of the first quarter" add "$first" "$T/q1.jsonl" '--partition month'
is "of the second" add "$second" "$T/q2.jsonl" '--partition month'
is "and one of all" add "$T/all.db" "$T/all.jsonl"
is "a head over both" sh "$root/examples/cluster/head.sh" "$head" q1 2024-01-01 2024-04-01 "host=$first_at dbname=postgres user=postgres" \
	q2 2024-04-01 2024-07-01 "host=$second_at dbname=postgres user=postgres"

same()
{
	"$C" "$@" -d "$T/all.db" > "$T/one" 2>&1 < /dev/null
	"$C" "$@" -d "$head" > "$T/head" 2>&1 < /dev/null
	[ -s "$T/one" ] && diff "$T/one" "$T/head" | head -20 > "$T/differs" && [ ! -s "$T/differs" ] || { cat "$T/differs"; return 1; }
}
is "the head says what the one store says: lines" same events --json --lines
is "happenings" same events --tsv
is "of somebody with somebody" same events --who Poland --with Greece --csv
is "with sentences" same events --type ASSAULT --since 2024-02 --until 2024-06-01 -v
is "as it was known" same events --known 2024-05-01 --tsv
is "of a country and a place" same events --country CHL --place Cairo --tsv
is "by words of the text" same events --text '"power station"' --tsv
is "by outlet" same events --source 'Test Mirror' --json
is "counts by month" same events --per month --by actor --csv
is "counts by outlet" same events --per week --by source --csv
is "timeline" same timeline --who Turkey
is "states" same states --json
is "claims" same claims --stance denies --tsv
is "visits" same visits Egypt --csv
is "members" same members NATO --as-of 2024-06-25 --csv
is "offices" same offices NLD --as-of 2024-06-25 --csv
is "treaties" same treaties France --as-of 2024-06-25 --csv
is "sources" same sources --csv
is "who" same who --date 2024-06-25 Rutte
is "exports" same export --to polecat
is "nothing is added to a head" run 4 add -d "$head" "$T/q1.jsonl"
id=$("$C" events -d "$second" --type ASSAULT --json | python3 -c 'import json,sys; print(json.loads(sys.stdin.readline())["id"])')
is "nor corrected there" run 4 correct -d "$head" "$id" set status=planned
is "but on its server" run 0 correct -d "$second" "$id" set status=planned
run 0 correct -d "$T/all.db" "$id" set status=planned
is "which the head says at once" same events --json --lines
is "what is forgotten on a server" run 0 forget -d "$first" --before 2024-03-01
run 0 forget -d "$T/all.db" --before 2024-03-01
is "the head does not have" same events --json --lines
psql -qAt "$head" -c "EXPLAIN SELECT * FROM event WHERE key = (('2024-05-02'::date - '1970-01-01'::date + 719529)::bigint << 31) + 1" > "$T/plan"
is "a row is looked for on its server alone" [ "$(grep -c 'Foreign Scan on' "$T/plan")" = 1 ]
finish
