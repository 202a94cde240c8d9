# coulisse export: every format against its own rules (export.py), what is held back and why, hostile text, no input, order.
. "$(dirname "$0")/tap.sh"
CHECK=$(dirname "$0")/export.py

says() { grep -q -- "$2" "$T/$1" || { cat "$T/$1"; return 1; }; }
silent() { ! grep -q -- "$2" "$T/$1" || { cat "$T/$1"; return 1; }; }
rows() { [ "$(wc -l < "$T/$1")" = "$2" ] || { cat "$T/$1"; return 1; }; }
tabs() { printf '%s' "$1" | tr '|' '\t'; }
row() { grep -qF -- "$(tabs "$2")" "$T/$1" || { cat "$T/$1"; return 1; }; }	# file, cells with | between

# out FORMAT INPUT NAME [OPTIONS]: exports to $T/NAME, a file or folder; what was said is in $T/err.
out() { f=$1 i=$2 o=$3; shift 3; run 0 export --to "$f" -o "$T/$o" "$@" "$i"; }
valid() { python3 "$CHECK" "$1" "$T/$2" "$3"; }		# format, export, lines

FORMATS='csv polecat gdelt icews geojson gexf ftm timelinejs webannotation jsonld quads'

# ---- lines coded from articles in both languages ----
python3 - > "$T/in.jsonl" <<'PY'
import json
for a in (
    dict(id='a1', date='2024-03-05', url='https://news.example/rutte?a=1&b=2', source='The Test Herald', title='Rutte in Kyiv',
         text='Dutch Prime Minister Mark Rutte visited Kyiv on Monday. He met Ukrainian President Volodymyr Zelensky 🙂 in the capital. '
              'The Netherlands and Ukraine signed an agreement.\n\nEmmanuel Macron will meet Olaf Scholz in Berlin next week. '
              'Germany did not attack France.'),
    dict(id='a2', date='2024-03-06', source='De Testbode', title='Macron ontmoet Scholz',
         text='De Franse president Emmanuel Macron ontmoette woensdag in Berlijn bondskanselier Olaf Scholz. Rusland veroordeelde de ontmoeting. '
              'Iran is lid van de BRICS. De Verenigde Staten legden Iran dinsdag sancties op.'),
    dict(id='a3', date='2024-03-07', title='Sweden joins NATO',
         text='Sweden joined NATO on Thursday. Israel bombed Damascus on Wednesday, said Syria. Jens Stoltenberg is secretary general of NATO.')):
    print(json.dumps(a))
PY
"$C" code "$T/in.jsonl" > "$T/lines.jsonl"
is "there are lines of every kind" sh -c "grep -q '\"kind\":\"state\"' '$T/lines.jsonl' && grep -q '\"status\":\"planned\"' '$T/lines.jsonl' && [ \$(grep -c '\"kind\":\"event\"' '$T/lines.jsonl') -ge 7 ]"
for f in $FORMATS; do
	is "$f" out "$f" "$T/lines.jsonl" "$f"
	is "$f is valid" valid "$f" "$f" "$T/lines.jsonl"
	is "$f of everything" out "$f" "$T/lines.jsonl" "$f-all" --all
	is "is valid too" valid "$f" "$f-all" "$T/lines.jsonl"
	is "$f again" out "$f" "$T/lines.jsonl" "$f-again"
	is "is the same" diff -r "$T/$f" "$T/$f-again"
done

cut -f1 --complement "$T/polecat" > "$T/polecat.rows"
is "POLECAT: the visit, by name, country, number and title" row polecat.rows '2024-03-04|CONSULT|visit|1.9|VERBAL COOPERATION|diplomatic|Mark Rutte|NLD|210|GOV|GOV|'
cut -f6,8 "$T/gdelt/export.CSV" > "$T/actors"
cut -f6-8,16-18,27,52-54 "$T/gdelt/export.CSV" > "$T/gdelt.rows"
is "GDELT: a meeting stands both ways" row gdelt.rows 'FRAGOV|EMMANUEL MACRON|FRA|DEUGOV|OLAF SCHOLZ|DEU|040|4|Berlin, Germany|GM'
is "and back; actors have CAMEO's countries, places FIPS" row gdelt.rows 'DEUGOV|OLAF SCHOLZ|DEU|FRAGOV|EMMANUEL MACRON|FRA|040|4|Berlin, Germany|GM'
is "GDELT: a signing is 057" row gdelt.rows 'NLD|NETHERLANDS|NLD|UKR|UKRAINE|UKR|057'
is "POLECAT: a signing is SUPPORT" row polecat '|SUPPORT||8|VERBAL COOPERATION|'
is "ICEWS: with its label" row icews 'Sign formal agreement|057|8|'
cut -f6 "$T/gdelt/mentions.CSV" > "$T/addresses"
is "GDELT: the address of the article" says addresses '^https://news.example/rutte?a=1&b=2$'
is "quadruples: in words, with the day" row quads/facts.txt 'Mark Rutte|CONSULT visit|Ukraine|2024-03-04'
is "FtM: the membership" says ftm '"schema":"Membership","properties":{"member":\["Q794"\]'
is "FtM: the sanction" says ftm '"schema":"Sanction","properties":{"entity":\["Q794"\],"authority":\["United States"\]'
is "FtM: the office" says ftm '"schema":"Position","properties":{"name":\["prime minister"\],"country":\["nl"\]}'
is "GEXF: a meeting goes both ways" sh -c "[ \$(grep 'kind=\"CONSULT\" label=\"CONSULT\"' '$T/gexf' | grep -c 'for=\"symmetric\" value=\"true\"') -ge 2 ]"
is "TimelineJS escapes the address" says timelinejs 'a=1&amp;b=2'
is "what is planned is not exported" silent geojson '"status":"planned"'
is "unless asked" says geojson-all '"status":"planned"'

# ---- lines that no article would give ----
python3 - "$T" <<'PY'
import json, sys
T = sys.argv[1]
nasty = 'He\tsaid: "<b>&amp;</b>, \'x\'";\r\nthen\x0bleft </node> 🙂 a,b'
text = 'Préfix 🙂 ' * 5 + nasty + ' — suffix'
start = text.index(nasty)
doc = {'kind': 'document', 'id': 'd-1', 'doc': 'd-1', 'url': 'javascript:alert(1)', 'source': 'S\t"1"', 'title': 'T\n<1>', 'lang': 'en',
       'published': '2024-03-01T01:30:00+02:00', 'text': text, 'sha256': '0' * 64}


def who(i, name=None, country='NLD', kind='country'):
    return {'id': i, 'name': name or i, 'kind': kind, 'country': country, 'sector': 'GOV', 'text': name or i, 'start': 0, 'end': 3}


def event(i, **more):
    e = {'kind': 'event', 'id': i, 'doc': 'd-1', 'coder': 'c', 'type': 'CONSULT', 'mode': 'visit', 'contexts': ['a', 'b'], 'cameo': '042', 'quad': 1,
         'goldstein': 1.9, 'trigger': {'text': 'visit', 'start': 0, 'end': 5}, 'actors': [who('Q55', 'Ne\tther"<lands>\n')], 'recipients': [who('Q183', 'Germany', 'DEU')],
         'where': {'id': 'x', 'name': 'B<e>rlin', 'country': 'DEU', 'lat': 52.5, 'lon': 13.4, 'precision': 'city', 'text': 'B'},
         'when': {'start': '2024-02-29', 'end': '2024-02-29', 'precision': 'day', 'basis': 'stated'}, 'status': 'happened', 'claims': [],
         'evidence': {'start': start, 'end': start + len(nasty), 'quote': nasty, 'sentence': 0}, 'confidence': 0.5}
    e.update(more)
    return e


def state(i, **more):
    s = {'kind': 'state', 'id': i, 'doc': 'd-1', 'coder': 'c', 'relation': 'member_of', 'subject': who('Q55', 'Netherlands'),
         'object': who('x-club', 'The Club', None, 'unknown'), 'from': None, 'to': None, 'standing': 'in_force', 'qualifiers': {}, 'claims': [],
         'evidence': {'start': start, 'end': start + len(nasty), 'quote': nasty, 'sentence': 0}, 'confidence': 0.5}
    s.update(more)
    return s


month = {'start': '2024-02-01', 'end': '2024-02-29', 'precision': 'month', 'basis': 'stated'}
lines = [doc,
    event('e-good'),
    event('e-negated', status='negated'), event('e-possible', status='possible'),
    event('e-undated', when=None),
    event('e-month', when=month),
    event('e-elect', type='ELECT', mode=None, cameo=None, quad=None, goldstein=None),
    event('e-transfer', type='TRANSFER', mode=None, cameo='072', quad=1, goldstein=8.3),
    event('e-alone', recipients=[]),
    event('e-nobody', actors=[], recipients=[]),
    event('e-nowhere', where=None),
    event('e-many', actors=[who('x-a%d' % i) for i in range(3)], recipients=[who('x-r%d' % i) for i in range(2)]),
    event('e-crowd', actors=[who('x-a%d' % i) for i in range(41)], recipients=[who('x-r%d' % i) for i in range(10)]),
    event('e-three', actors=[who('x-t%d' % i) for i in range(3)], recipients=[], symmetric=True),
    event('e-good'),
    state('s-good'),
    state('s-applied', standing='applied'),
    state('s-from', **{'from': {'start': '2020-01-01', 'end': '2020-12-31', 'precision': 'year', 'basis': 'stated'}}),
    state('s-office', relation='holds_office', subject=who('Q1', 'Jan', kind='person'), object={'name': 'chair', 'country': None,
        'organisation': who('x-board', 'Board', None, 'unknown')}),
    state('s-treaty', relation='party_to', object=who('x-treaty', 'Treaty', None, 'agreement'))]
open(T + '/odd.jsonl', 'w').write(''.join(json.dumps(l) + '\n' for l in lines))
other = dict(doc, id='d-2', doc='d-2', published='2024-04-01')
back = [other, event('e-later', doc='d-2', when={'start': '2024-04-01', 'end': '2024-04-01', 'precision': 'day', 'basis': 'stated'})]
open(T + '/forth.jsonl', 'w').write(''.join(json.dumps(l) + '\n' for l in lines + back))
open(T + '/back.jsonl', 'w').write(''.join(json.dumps(l) + '\n' for l in back + lines))
PY
for f in $FORMATS; do
	is "$f of hostile lines" out "$f" "$T/odd.jsonl" "odd-$f"
	is "is valid" valid "$f" "odd-$f" "$T/odd.jsonl"
	cp "$T/err" "$T/held-$f"
	is "all of them" out "$f" "$T/odd.jsonl" "odd-$f-all" --all
	is "are valid" valid "$f" "odd-$f-all" "$T/odd.jsonl"
done
held() { printf '%s\n' "$@" | sed '1d; s/^/coulisse: export: held back: /' | diff "$T/held-$1" -; }
is "CSV holds back doubles alone" held csv '1 given twice'
is "POLECAT says what it holds back" held polecat '2 not said to have happened' '5 states, which the format has no place for' \
	'1 of a type that the format has no code for' '1 without a date' '1 dated no closer than a week, month or year' '1 with nobody in them' \
	'1 with more pairs of actor and recipient than are written' '1 given twice'
is "GDELT too" held gdelt '2 not said to have happened' '5 states, which the format has no place for' \
	'1 of a type that the format has no code for' '1 without a date' '1 dated no closer than a week, month or year' '1 with nobody in them' \
	'1 with more pairs of actor and recipient than are written' '1 given twice'
is "GeoJSON too" held geojson '2 not said to have happened' '5 states, which the format has no place for' '1 without coordinates' '1 given twice'
is "FtM too" held ftm '2 not said to have happened' '1 states that are not said to hold' '1 states, which the format has no place for' '1 given twice'
is "GEXF too" held gexf '2 not said to have happened' '1 states that are not said to hold' '1 without a date' '1 without somebody on both sides' '1 with nobody in them' \
	'1 with more pairs of actor and recipient than are written' '1 given twice'
# good, transfer, alone, nowhere: one pair each; many: 3 x 2; three: 3 x 2 both ways
is "POLECAT: pairs and a head line" rows odd-polecat 17
is "GDELT: the same pairs" rows odd-gdelt/export.CSV 16
is "a transfer of arms is cooperation in POLECAT" row odd-polecat '|COOPERATE||8.3|'
is "GDELT: the time in UTC" says odd-gdelt/export.CSV '20240229233000'
is "TimelineJS: a month has no day" says odd-timelinejs '"start_date":{"year":2024,"month":2},"end_date":{"year":2024,"month":2}'
is "and no link that is a script" silent odd-timelinejs 'javascript'
is "GEXF: from its beginning to the day it was reported" says odd-gexf 'id="s-from".*start="2020-01-01" end="2024-03-01"'
is "FtM: who has offices is one too" says odd-ftm '"id":"x-board","schema":"Organization"'
is "FtM: who has members is an organisation" says odd-ftm '"id":"x-club","schema":"Organization"'

# ---- order ----
for f in quads gexf; do
	is "$f forth" out "$f" "$T/forth.jsonl" "forth-$f"
	is "and back" out "$f" "$T/back.jsonl" "back-$f"
done
is "the same quadruples, whatever the order of the documents" diff -r "$T/forth-quads" "$T/back-quads"
sed -n '/<nodes>/,/<.nodes>/p' "$T/forth-gexf" > "$T/forth"
sed -n '/<nodes>/,/<.nodes>/p' "$T/back-gexf" > "$T/back"
is "the same nodes" diff "$T/forth" "$T/back"

# ---- nothing ----
: > "$T/empty.jsonl"
grep '"kind":"event"' "$T/lines.jsonl" > "$T/events.jsonl"
for f in $FORMATS; do
	is "$f of nothing" out "$f" "$T/empty.jsonl" "empty-$f"
	is "is valid" valid "$f" "empty-$f" "$T/empty.jsonl"
	is "$f of events without their documents" out "$f" "$T/events.jsonl" "events-$f"
	is "is valid as well" valid "$f" "events-$f" "$T/events.jsonl"
done

# ---- wrong usage, wrong input ----
is "a format is needed" run 2 export "$T/lines.jsonl"
is "one that there is" run 2 export --to excel "$T/lines.jsonl"
is "several files need a folder" run 2 export --to gdelt "$T/lines.jsonl"
is "and says so" says err 'give their folder with -o'
is "a file in its way" run 4 export --to gdelt -o "$T/lines.jsonl" "$T/lines.jsonl"
is "no place to write" run 4 export --to icews -o "$T/none/there" "$T/lines.jsonl"
is "a full disk" run 4 export --to icews -o /dev/full "$T/lines.jsonl"
is "a file that is not there is 3" run 3 export --to icews "$T/none.jsonl" "$T/lines.jsonl"
is "and the other is done" diff "$T/out" "$T/icews"
{ cat "$T/lines.jsonl"; echo '{"kind":'; echo '{"id":"e-1"}'; echo '[1]'; printf '\n'; } > "$T/broken.jsonl"
is "lines that are none are 3" run 3 export --to icews "$T/broken.jsonl"
is "and the others are done" diff "$T/out" "$T/icews"
is "each is named" sh -c "[ \$(grep -c 'broken.jsonl:[0-9]*: ' '$T/err') = 3 ]"
"$C" export --to icews < "$T/lines.jsonl" > "$T/piped" 2>/dev/null
is "from standard input to standard output" diff "$T/piped" "$T/icews"
finish
