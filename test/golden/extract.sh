#!/bin/sh
# Articles out of pages as content systems make them (test/pages/): the text of some of them to the letter, the headline, date and source of all;
# and, told but no test, the token F1 that test/bench/extract.sh measures.
. "$(dirname "$0")/tap.sh"
pages=$(cd "$(dirname "$0")/../pages" && pwd)

if ! command -v python3 >/dev/null; then
	echo "1..0 # SKIP no python3"
	exit 0
fi
# Where one page cannot be read the others are: 3.
"$C" code --until ingest -f layers "$pages"/*.html > "$T/layers.jsonl" 2>"$T/err" </dev/null
rc=$?
is "sixty pages are read" test $rc = 0
cat > "$T/lines.py" <<'PY'
import json, pathlib, sys
pages, layers, lines = sys.argv[1:]
names = [l.split('\t')[0] for l in open(pages + '/gold.tsv')][1:]
read = {'dateline', 'lead', 'paragraph', 'subheading', 'quote', 'caption', 'list'}
with open(lines, 'w') as out:
    for name, line in zip(names, open(layers)):
        x = json.loads(line)
        text = ''.join(x['text'][b['start']:b['end']] + '\n' * (b['type'] != 'dateline') for b in x['blocks'] if b['type'] in read)
        print(json.dumps({'page': name, 'title': x['title'] or '', 'date': (x['published'] or '')[:10], 'source': x['source'] or '', 'lang': '', 'text': text}), file=out)
PY
is "each to one document" python3 "$T/lines.py" "$pages" "$T/layers.jsonl" "$T/lines.jsonl"

# The article, whole, and nothing else but what the gold allows (captions, bylines).
cat > "$T/article.py" <<'PY'
import json, re, sys
pages, lines, name = sys.argv[1:]
words = lambda s: set(re.findall(r'\w+', s))
text = next(x['text'] for x in map(json.loads, open(lines)) if x['page'] == name).split('\n')
gold = open(f'{pages}/{name}.txt').read().rstrip('\n').split('\n')
asked, allowed = [x for x in gold if not x.startswith('~ ')], ' '.join(x[2:] for x in gold if x.startswith('~ '))
found = [x for x in text if x in asked or not words(x) <= words(allowed)]
for i, (x, y) in enumerate(zip(asked + [''] * 99, found + [''] * 99)):
    if x != y:
        sys.exit(f'line {i + 1}: asked "{x}", found "{y}"')
PY
article() { is "$2" python3 "$T/article.py" "$pages" "$T/lines.jsonl" "$1"; }
article 01 "a weblog with comments, share buttons and related posts"
article 05 "a county paper: adverts, a newsletter and the story again in a script"
article 09 "line breaks instead of paragraphs"
article 15 "pull quotes, links and appeals between paragraphs"
article 19 "a live blog: every post"
article 21 "the free beginning of a story behind a wall"
article 25 "AMP with its consent"
article 29 "a short article over long comments"
article 35 "UTF-16"
article 37 "UTF-8 that calls itself ISO 8859-1"
article 39 "markup that is broken in all ways"
article 57 "a page that is filled from JSON by a script"

python3 "$pages/../bench/extract.py" "$pages" coulisse="$T/lines.jsonl" | sed 's/^/# /'
finish
