# Stores that somebody made to hurt: refused with a reason, or answered; never a crash, never what they say done.
. "$(dirname "$0")/tap.sh"

says() { grep -q -- "$2" "$T/$1" || { cat "$T/$1"; return 1; }; }
sql() { python3 -c 'import sqlite3,sys; c=sqlite3.connect(sys.argv[1]); c.executescript(sys.argv[2]); c.commit()' "$@"; }
unset COULISSE_DB

{
	python3 - <<'P'
import json
texts = ["Dutch Prime Minister Mark Rutte visited Kyiv on Monday. He met Ukrainian President Volodymyr Zelensky.",
	"Russia condemned the visit on Tuesday, the ministry said. Poland denied that its troops attacked Belarus.",
	"Sweden joined NATO on Thursday. Hungary had approved the accession in February. It was his third visit to Sweden.",
	"The European Union imposed sanctions on Iran on Friday. Germany and France signed a treaty in Aachen."]
for i, t in enumerate(texts):
	print(json.dumps({"id": f"a{i}", "date": f"2024-03-0{i + 4}", "title": f"News {i}", "text": t, "lang": "en", "source": "The Test Herald"}))
P
} > "$T/in.jsonl"
is "a store" run 0 add -d "$T/good.db" "$T/in.jsonl"
is "coded again with fewer lines" run 0 recode -d "$T/good.db" --min-confidence 0.9
is "and with all" run 0 recode -d "$T/good.db"
is "that answers" run 0 events -d "$T/good.db"
cp "$T/out" "$T/answer"

# craft SQL: $T/bad.db is the good store after these statements.
craft() { rm -f "$T"/bad.db*; cp "$T/good.db" "$T/bad.db"; sql "$T/bad.db" "$1"; }

# refused WORDS: by those who ask and those who write.
refused()
{
	run 4 events -d "$T/bad.db" || return 1
	says err "$1" || return 1
	run 4 add -d "$T/bad.db" "$T/in.jsonl" || return 1
	says err "$1"
}

craft "CREATE TABLE loot (x); CREATE TRIGGER t AFTER INSERT ON document BEGIN INSERT INTO loot VALUES (new.body); END;"
is "a trigger" refused 'bad.db: it has triggers'
craft "CREATE VIEW v AS SELECT 1 x; CREATE TRIGGER t INSTEAD OF INSERT ON v BEGIN DELETE FROM line; END;"
is "a trigger of a view" refused 'it has triggers'
craft "DROP TABLE meta; CREATE VIEW meta AS WITH RECURSIVE r (name, value) AS (SELECT 'schema', 1 UNION ALL SELECT 'schema', value + 1 FROM r) SELECT name, value FROM r ORDER BY value DESC;"
is "a view in the place of a table, that never ends" run 4 events -d "$T/bad.db"
is "is no store" says err 'no store'
craft "ALTER TABLE claim RENAME TO other; CREATE VIEW claim AS SELECT * FROM other;"
is "a view in the place of another" refused 'claim is not as coulisse makes it'
craft "DROP VIEW events; CREATE VIEW events AS SELECT load_extension('/tmp/evil') AS key;"
is "a view with another text" refused 'events is not as'
craft "DROP TABLE happening; CREATE VIRTUAL TABLE happening USING fts5(id, best);"
is "a virtual table in the place of one" refused 'happening is not as'
craft "ALTER TABLE band ADD COLUMN more INT GENERATED ALWAYS AS (hash + 1) VIRTUAL;"
is "a column that computes" refused 'band is not as'
craft "DROP INDEX event_day; CREATE INDEX event_day ON event (upper(type));"
is "an index with another text" refused 'event_day is not as'
craft "DROP VIEW claims; DROP TABLE claim;"
is "a table that is missing" refused 'missing'
craft "UPDATE meta SET value = '99999999999999999999';"
is "a version beyond all" refused 'newer coulisse'
craft "UPDATE meta SET value = 'one';"
is "a version that is none" refused 'without a version'
for index in 'UNIQUE INDEX evil ON known_mine (x)' 'INDEX evil ON known_mine (x) WHERE x > 1' 'INDEX evil ON known_mine (x + 1)'; do
	craft "CREATE TABLE known_mine (x); CREATE $index"
	is "$index, on a table of the owner's own" run 0 events -d "$T/bad.db"
done
for index in 'UNIQUE INDEX evil ON event (key)' 'INDEX evil ON line (key) WHERE length(zeroblob(100000000)) > 1' 'INDEX evil ON document (lower(title))'; do
	craft "CREATE $index"
	is "$index, on one of ours" refused 'evil is on a table of coulisse'
done
craft "ALTER TABLE words_docsize ADD COLUMN more INT GENERATED ALWAYS AS (id + 1) VIRTUAL"
is "a column that computes in a table of SQLite's own" refused 'words_docsize is on a table of coulisse'
craft "CREATE TABLE mine (x); CREATE VIEW my_view AS SELECT count(*) FROM event; CREATE INDEX my_index ON event (goldstein);"
is "what its owner added for himself" run 0 events -d "$T/bad.db"
is "changes nothing" cmp "$T/out" "$T/answer"

printf 'SQLite format 3\000nonsense' > "$T/bad.db"
is "a head without a body" refused 'bad.db'
echo 'The president of France visited Berlin.' > "$T/bad.db"
is "a text" refused 'not a database'
rm -f "$T"/bad.db*; sql "$T/bad.db" "CREATE TABLE x (y)"
is "another program's" refused 'another program'

# ---- values ----
# values PYTHON: the good store, its types no longer kept, changed by statements with c, a connection; then with the schema as it was.
values()
{
	rm -f "$T"/bad.db*
	cp "$T/good.db" "$T/bad.db"
	python3 - "$T/bad.db" "$1" <<'P'
import sqlite3, sys
path, code = sys.argv[1:]
c = sqlite3.connect(path)
was = c.execute("SELECT name, sql FROM sqlite_schema WHERE sql LIKE '% STRICT%'").fetchall()
c.execute("PRAGMA writable_schema = ON")
c.execute("UPDATE sqlite_schema SET sql = replace(replace(sql, ' STRICT, WITHOUT', ' WITHOUT'), ' STRICT', '')")
c.commit(); c.close()
c = sqlite3.connect(path)
exec(code)
c.commit()
c.execute("PRAGMA writable_schema = ON")
for name, text in was: c.execute("UPDATE sqlite_schema SET sql = ? WHERE name = ?", (text, name))
c.commit(); c.close()
P
}

# asked: every question and export ends by itself, with an answer, without one, or with the store's error.
asked()
{
	for q in "events" "events --lines" "events --per month" "events --by dyad" "events --text visit" "timeline" "states" "members NATO" "offices NLD" "visits Rutte" \
		"treaties" "claims" "sources" "audit" "who Rutte" "correct --list" "correct --gold" "diff" "export --to jsonld" "export --to gexf" "export --to icews" \
		"export --to polecat" "export --to webannotation" "export --to timelinejs" "export --to geojson"; do
		set -- $q
		command=$1
		shift
		timeout 60 "$C" "$command" -d "$T/bad.db" "$@" >"$T/out" 2>"$T/err" </dev/null
		rc=$?
		case $rc in
		0 | 1 | 4) ;;
		2) [ "$q" = diff ] || return 1 ;;	# a store that was never coded again
		*) echo "exit code $rc: $q"; tail -5 "$T/err"; return 1 ;;
		esac
	done
	for q in "add" "recode"; do
		cp "$T/bad.db" "$T/worse.db"
		if [ $q = add ]; then set -- "$T/more.jsonl"; else set --; fi
		timeout 60 "$C" $q -d "$T/worse.db" "$@" >"$T/out" 2>"$T/err" </dev/null
		rc=$?
		rm -f "$T"/worse.db*
		case $rc in
		0 | 3 | 4) ;;
		*) echo "exit code $rc: $q"; tail -5 "$T/err"; return 1 ;;
		esac
	done
}
echo '{"id":"a9","date":"2024-03-05","text":"Mark Rutte visited Kyiv on Monday.","lang":"en"}' > "$T/more.jsonl"
everywhere='
tables = [r[0] for r in c.execute("SELECT name FROM sqlite_schema WHERE type = \"table\" AND name NOT LIKE \"words%\" AND name <> \"meta\"")]
for t in tables:
	key = {r[1] for r in c.execute(f"PRAGMA table_info({t})") if r[5]}
	for col in [r[1] for r in c.execute(f"PRAGMA table_info({t})")]:
		if col not in key: c.execute(f"UPDATE OR IGNORE {t} SET {col} = ?", (value,))
'
values "value = b'\\xff\\xfe\\x00\\x80'$everywhere"
is "bytes that are no text everywhere" asked
values "value = 9223372036854775807$everywhere"
is "the largest number everywhere" asked
values "value = float('-inf')$everywhere"
is "minus infinity everywhere" asked
values "value = '2024-99-99'$everywhere"
is "a day that is none everywhere" asked
values "value = '\"' * 3000 + chr(0x202e) + '<script>' + chr(10)$everywhere"
is "quotes, a line break and a reversal everywhere" asked
values "c.execute('UPDATE line SET json = ?', ('[' * 1000000,))"
is "a million brackets for a line" asked
values "c.execute('UPDATE line SET json = ?', ('{\"kind\":\"event\",\"actors\":[' + ','.join(['{}'] * 20000) + ']}',))"
is "20,000 actors without a name" asked
values "c.execute('UPDATE line SET json = ?', ('{\"kind\":\"event\",\"id\":1,\"doc\":{},\"actors\":{\"a\":1},\"recipients\":[1,null,\"x\"],\"evidence\":[],\"date\":7,\"place\":[]}',))"
is "a line whose members are all of another type" asked
values "c.execute('UPDATE line SET quote_start = -5, quote_end = 4000000000')"
is "a quote before and behind its text" asked
values "c.execute('UPDATE document SET blocks = ?', ('[[\"paragraph\",-7,1e30],[\"lead\",90,10],[\"x\"],7,[]]',))"
is "blocks that lie nowhere" asked
values "c.execute('UPDATE event SET happening = id, parent = (SELECT max(key) FROM event), anchor = \"9999-12-31\"'); c.execute('UPDATE event SET parent = key + 1')"
is "lines that lead each other in a circle" asked
values "c.execute('UPDATE document SET body = zeroblob(70000000) WHERE key = 1'); c.execute('UPDATE line SET json = zeroblob(70000000) WHERE key = 1')"
is "values of 70 MB" asked
is "are not read" run 4 events -d "$T/bad.db" --lines --json
is "and said to be too big" says err 'too big'

# ---- pages ----
damage()	# seed, what: bytes of the store changed, or the file cut
{
	rm -f "$T"/bad.db*
	python3 - "$T/good.db" "$T/bad.db" "$1" <<'P'
import random, sys
b = bytearray(open(sys.argv[1], "rb").read()); r = random.Random(int(sys.argv[3])); kind = int(sys.argv[3]) % 4
if kind == 0: b = b[:r.randrange(100, len(b))]
elif kind == 1:
	for _ in range(200): b[r.randrange(100, len(b))] = r.randrange(256)
elif kind == 2:
	for _ in range(3):
		p = r.randrange(1, len(b) // 8192) * 8192
		b[p:p + 8192] = bytes(8192)
else:
	for p in range(8192, len(b), 8192): b[p:p + 12] = r.randbytes(12)
open(sys.argv[2], "wb").write(b)
P
}
all_damage()
{
	for seed in 1 2 3 4 5 6 7 8; do
		damage $seed
		asked || { echo "damage $seed"; return 1; }
	done
}
is "pages cut, changed, emptied, with other heads" all_damage
finish
