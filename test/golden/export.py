"""export.py FORMAT PATH [LINES]: is the export valid by the format's own rules?  LINES: the record lines it was made of.

Nothing of this is shared with the program: columns, codes, properties and ranges are written down here again, from the formats' own
descriptions (doc/exports.md says which).  Prints what is wrong and ends with 1.
"""
import csv, datetime, io, json, os, re, sys, xml.etree.ElementTree as ET

HOME = os.environ['COULISSE_HOME']
CODES = [l.rstrip('\n').split('\t') for l in open(HOME + '/data/codes.tsv', encoding='utf-8') if not l.startswith('#')]
ISO3 = {c[0]: c for c in CODES}
ISO2 = {c[1].lower() for c in CODES}
FIPS = {c[5] for c in CODES} - {'-'}
CAMEO = {c[6] for c in CODES} - {'-'}
COW = {c[0]: c[3] for c in CODES}
PLOVER = 'AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT'.split()


def fail(what):
    sys.exit(what)


def need(true, *what):
    if not true:
        fail(' '.join(str(w) for w in what))


def lines(path):
    if not path:
        return {}, {}
    rows = [json.loads(l) for l in open(path, encoding='utf-8') if l.strip().startswith('{')]
    return {r['id']: r for r in rows if r['kind'] != 'document'}, {r['id']: r for r in rows if r['kind'] == 'document'}


def tsv(path, columns):
    """Rows as other programs split them: at line feeds and tabs, and nothing else."""
    text = open(path, encoding='utf-8', newline='').read()
    need(text == '' or text.endswith('\n'), path, 'does not end with a line feed')
    need('\r' not in text, path, 'has carriage returns')
    rows = [r.split('\t') for r in text.split('\n')[:-1]]
    for i, r in enumerate(rows):
        need(len(r) == columns, path, 'row', i + 1, 'has', len(r), 'columns, not', columns)
    return rows


def day(s, sep='-'):
    m = re.fullmatch(r'(\d{4})%s(\d\d)%s(\d\d)' % (sep, sep), s)
    need(m, s, 'is no date')
    return datetime.date(*map(int, m.groups()))


def coordinates(lat, lon):
    need((lat == '') == (lon == ''), 'half a pair of coordinates')
    if lat:
        need(-90 <= float(lat) <= 90 and -180 <= float(lon) <= 180, 'coordinates', lat, lon)


# ---- tables -------------------------------------------------------------------------------------

def typed(value, type):
    if value == '' or type == 'string':
        return
    need(type in ('integer', 'number', 'date', 'boolean'), 'no type', type)
    if type == 'integer':
        need(re.fullmatch(r'-?\d+', value), value, 'is no integer')
    elif type == 'number':
        need(re.fullmatch(r'-?\d+(\.\d+)?', value), value, 'is no number')
    elif type == 'date':
        day(value)
    else:
        need(value in ('true', 'false'), value, 'is no boolean')


def check_csv(path, record, docs):
    package = json.load(open(path + '/datapackage.json', encoding='utf-8'))
    need(re.fullmatch(r'[a-z0-9._-]+', package['name']), 'the name of the package')
    tables = {}
    for resource in package['resources']:
        fields = resource['schema']['fields']
        rows = list(csv.reader(io.StringIO(open(path + '/' + resource['path'], encoding='utf-8', newline='').read()), strict=True))
        need(rows[0] == [f['name'] for f in fields], resource['name'], 'has another head line than its schema')
        for r in rows[1:]:
            need(len(r) == len(fields), resource['name'], 'has', len(r), 'cells:', r)
            for value, f in zip(r, fields):
                typed(value, f['type'])
        table = [dict(zip(rows[0], r)) for r in rows[1:]]
        keys = [tuple(r[k] for k in resource['schema']['primaryKey']) for r in table]
        need(len(keys) == len(set(keys)), resource['name'], 'has a key twice')
        need(all(all(k) for k in keys), resource['name'], 'has an empty key')
        tables[resource['name']] = table
    for resource in package['resources']:
        for f in resource['schema'].get('foreignKeys', []):
            there = {r[f['reference']['fields'][0]] for r in tables[f['reference']['resource']]}
            for r in tables[resource['name']]:
                need(r[f['fields'][0]] in there, resource['name'], 'points at nothing:', r)
    both = {r['id']: r for r in tables['events'] + tables['states']}
    for r in tables['participants'] + tables['claims']:
        need(r['line'] in both, 'a row of no line', r)
    need(set(both) == set(record), 'the lines are not all there')
    for i, r in record.items():
        need(both[i]['quote'] == re.sub('[\x00-\x08\x0b-\x1f]', ' ', r['evidence']['quote']), 'another quote:', both[i]['quote'])
        people = r.get('actors', []) + r.get('recipients', [])
        rows = [p for p in tables['participants'] if p['line'] == i and p['role'] in ('actor', 'recipient')]
        need([p['id'] for p in rows] == [p['id'] for p in people], 'other participants of', i)
        need(len([c for c in tables['claims'] if c['line'] == i]) == len(r['claims']), 'other claims of', i)


def check_polecat(path, record, docs):
    rows = tsv(path, 40)
    need(rows[0][:7] == ['Event ID', 'Event Date', 'Event Type', 'Event Mode', 'Intensity', 'Quad Code', 'Contexts'], 'head line')
    need(rows[0][7] == 'Actor Name' and rows[0][15] == 'Recipient Name' and rows[0][23] == 'Placename' and rows[0][39] == 'Version', 'head line')
    need(len({r[0] for r in rows}) == len(rows), 'an id twice')
    for r in rows[1:]:
        day(r[1])
        need(r[2] in PLOVER, 'type', r[2])
        need(r[5] in ('', 'VERBAL COOPERATION', 'MATERIAL COOPERATION', 'VERBAL CONFLICT', 'MATERIAL CONFLICT'), 'quad', r[5])
        need(r[4] == '' or -10 <= float(r[4]) <= 10, 'intensity', r[4])
        for at in 8, 16:
            need(r[at] == '' or r[at] in ISO3, 'country', r[at])
            need(r[at + 1] == ('' if not r[at] else COW[r[at]].replace('-', '')), 'COW', r[at], r[at + 1])
        coordinates(r[28], r[29])
        need(r[34] == '' or day(r[34]), 'publication date')


def check_gdelt(path, record, docs):
    events, mentions = tsv(path + '/export.CSV', 61), tsv(path + '/mentions.CSV', 16)
    need(len({r[0] for r in events}) == len(events), 'an id twice')
    for r in events:
        need(0 < int(r[0]) < 2 ** 53, 'id', r[0])
        d = day(r[1], '')
        need(r[2] == d.strftime('%Y%m') and r[3] == d.strftime('%Y') and abs(float(r[4]) - d.year - ((d.month - 1) * 30 + d.day) / 365) < 1e-4, 'dates', r[1:5])
        for at in 5, 15:
            need(r[at + 2] == '' or r[at + 2] in CAMEO, 'country', r[at + 2])
            need(re.fullmatch('([A-Z]{3})*', r[at]) and r[at].startswith(r[at + 2]), 'actor code', r[at])
            need(r[at + 7] == '' or r[at].endswith(r[at + 7]), 'type code', r[at + 7])
        need(r[25] in '01', 'root event')
        need(re.fullmatch(r'(0[1-9]|1\d|20)\d{1,2}', r[26]) and r[27] == r[26][:3] and r[28] == r[26][:2], 'codes', r[26:29])
        root = int(r[28])
        need(int(r[29]) == (1 if root < 6 else 2 if root < 9 else 3 if root < 14 else 4), 'quad class', r[26:30])
        need(r[30] == '' or -10 <= float(r[30]) <= 10, 'goldstein')
        need(all(int(n) > 0 for n in r[31:34]), 'counts')
        for at in 35, 43, 51:
            need(r[at] in list('012345'), 'geo type', r[at])
            need(r[at + 2] == '' or r[at + 2] in FIPS, 'FIPS', r[at + 2])
            coordinates(r[at + 5], r[at + 6])
        need(re.fullmatch(r'\d{14}', r[59]) and datetime.datetime.strptime(r[59], '%Y%m%d%H%M%S'), 'added', r[59])
        need(r[60], 'no address')
    need([r[0] for r in events] == [r[0] for r in mentions], 'mentions of other events')
    for r in mentions:
        for at in 1, 2:
            need(datetime.datetime.strptime(r[at], '%Y%m%d%H%M%S'), 'time')
        need(r[3] == ('1' if r[5].startswith('http') else '2'), 'type of mention')
        need(all(re.fullmatch(r'-1|\d+', v) for v in r[6:10]) and int(r[6]) > 0, 'offsets', r[6:10])
        need(int(r[11]) in range(0, 101, 10) and int(r[12]) >= 0, 'confidence and length')


def check_icews(path, record, docs):
    rows = tsv(path, 20)
    need(rows[0] == 'Event ID,Event Date,Source Name,Source Sectors,Source Country,Event Text,CAMEO Code,Intensity,Target Name,Target Sectors,'
         'Target Country,Story ID,Sentence Number,Publisher,City,District,Province,Country,Latitude,Longitude'.split(','), 'head line')
    need(len({r[0] for r in rows}) == len(rows), 'an id twice')
    for r in rows[1:]:
        need(int(r[0]) > 0 and int(r[11]) > 0 and int(r[12]) > 0, 'numbers')
        day(r[1])
        need(r[5] and re.fullmatch(r'(0[1-9]|1\d|20)\d{1,2}', r[6]), 'code', r[5:7])
        need(r[7] == '' or -10 <= float(r[7]) <= 10, 'intensity')
        need(len(r[4]) != 3 and len(r[17]) != 3, 'a code, not a name of a country')
        coordinates(r[18], r[19])


# ---- maps, graphs, slides -----------------------------------------------------------------------

def check_geojson(path, record, docs):
    j = json.load(open(path, encoding='utf-8'))
    need(j['type'] == 'FeatureCollection' and isinstance(j['features'], list) and 'crs' not in j, 'the collection')
    for f in j['features']:
        need(f['type'] == 'Feature' and isinstance(f['properties'], dict) and 'geometry' in f, 'a feature')
        g = f['geometry']
        if g is not None:
            need(g['type'] == 'Point' and len(g['coordinates']) == 2, 'geometry', g)
            lon, lat = g['coordinates']
            need(-180 <= lon <= 180 and -90 <= lat <= 90, 'position', lon, lat)
            where = record[f['id']]['where']
            need((lon, lat) == (where['lon'], where['lat']), 'longitude goes first (RFC 7946, 3.1.1)')
        need(f['properties']['quote'] == record[f['id']]['evidence']['quote'], 'another quote')


def check_gexf(path, record, docs):
    ns = '{http://gexf.net/1.3}'
    root = ET.parse(path).getroot()
    need(root.tag == ns + 'gexf' and root.get('version') == '1.3', 'root')
    graph = root.find(ns + 'graph')
    need(graph.get('mode') == 'dynamic' and graph.get('timeformat') == 'date' and graph.get('timerepresentation') == 'interval', 'graph')
    need([c.tag for c in graph] == [ns + t for t in ('attributes', 'attributes', 'nodes', 'edges')], 'order of children')
    declared = {a.get('class'): {x.get('id'): x.get('type') for x in a} for a in graph.findall(ns + 'attributes')}
    span = {}
    nodes, edges = graph.find(ns + 'nodes'), graph.find(ns + 'edges')
    for kind, of in ('node', nodes), ('edge', edges):
        ids = [e.get('id') for e in of]
        need(len(ids) == len(set(ids)), 'an id twice')
        for e in of:
            need(e.tag == ns + kind and e.get('label'), 'element', e.attrib)
            need(e.get('start') and e.get('end') and day(e.get('start')) <= day(e.get('end')), 'interval not closed', e.attrib)
            for v in e.find(ns + 'attvalues'):
                need(v.get('for') in declared[kind] and v.get('value'), 'value', v.attrib)
                need(declared[kind][v.get('for')] != 'integer' or v.get('value').isdigit(), 'integer')
    need([n.get('id') for n in nodes] == sorted(n.get('id') for n in nodes), 'nodes in order')
    for n in nodes:
        span[n.get('id')] = day(n.get('start')), day(n.get('end'))
    for e in edges:
        for end in 'source', 'target':
            need(e.get(end) in span, 'an edge to nowhere')
            need(span[e.get(end)][0] <= day(e.get('start')) and day(e.get('end')) <= span[e.get(end)][1], 'an edge longer than its node')
        need(e.get('kind') and float(e.get('weight')) > 0, 'edge')
        need(e.get('type', 'directed') == 'directed', 'an edge without direction among others')
        quote = [v.get('value') for v in e.find(ns + 'attvalues') if v.get('for') == 'quote'][0]
        need(quote == re.sub('[\x00-\x1f]', ' ', record[re.sub(r'\.\d+$', '', e.get('id'))]['evidence']['quote']), 'another quote:', quote)


def check_timelinejs(path, record, docs):
    j = json.load(open(path, encoding='utf-8'))
    need(len({e['unique_id'] for e in j['events']}) == len(j['events']), 'an id twice')
    for e in j['events']:
        for key in 'start_date', 'end_date':
            if key in e:
                d = e[key]
                datetime.date(d['year'], d.get('month', 1), d.get('day', 1))
                need('day' not in d or 'month' in d, 'a day without a month')
        need('<' not in e['text']['headline'] and '>' not in e['text']['headline'], 'markup in a headline')
        rest = re.sub(r'</?(blockquote|p|a)>|<a href="[^"<>]*">', '', e['text']['text'])
        need('<' not in rest and '>' not in rest and 'javascript:' not in rest, 'foreign markup:', rest)
        precision = record[e['unique_id']]['when']['precision']
        need(('day' in e['start_date']) == (precision in ('day', 'week')), 'more precise than the line')


def check_quads(path, record, docs):
    entities, relations = tsv(path + '/entity2id.txt', 2), tsv(path + '/relation2id.txt', 2)
    stat = tsv(path + '/stat.txt', 2)[0]
    need([len(entities), len(relations)] == [int(v) for v in stat], 'stat')
    for table in entities, relations:
        need([int(r[1]) for r in table] == list(range(len(table))) and len({r[0] for r in table}) == len(table), 'ids and names')
    parts = [[tuple(map(int, r)) for r in tsv(path + '/' + p + '.txt', 4)] for p in ('train', 'valid', 'test')]
    facts = sum(parts, [])
    need(facts == sorted(facts, key=lambda f: (f[3], f[:3])) and len(facts) == len(set(facts)), 'order, or a fact twice')
    need(all(f[0] < len(entities) and f[2] < len(entities) and f[1] < len(relations) for f in facts), 'a number without a name')
    for a, b in zip(parts, parts[1:]):
        need(not {f[3] for f in a} & {f[3] for f in b}, 'a day in two files')
    words = tsv(path + '/facts.txt', 4)
    need(len(words) == len(facts), 'facts.txt has others')
    if facts:
        first = day(words[0][3])
        for w, f in zip(words, facts):
            need((day(w[3]) - first).days == f[3] and entities[f[0]][0].startswith(w[0]) and relations[f[1]][0] == w[1], 'facts.txt says another', w, f)


# ---- entities and annotations -------------------------------------------------------------------

THING = 'name country summary description sourceUrl publisher wikidataId keywords'.split()
INTERVAL = 'startDate endDate date summary description recordId sourceUrl proof publisher'.split()
INTEREST = INTERVAL + ['role', 'status']
LEGAL = {'LegalEntity', 'Person', 'Organization', 'Company', 'PublicBody'}
ORGANIZATION = {'Organization', 'Company', 'PublicBody'}
FTM = {     # properties, required, ranges (schema/*.yaml of followthemoney)
    'Person': (THING, ['name'], {}), 'LegalEntity': (THING, ['name'], {}), 'Organization': (THING, ['name'], {}),
    'Company': (THING, ['name'], {}), 'PublicBody': (THING, ['name'], {}),
    'Article': (THING + 'title language publishedAt'.split(), ['name'], {}),
    'Position': (THING + ['organization'], ['name'], {'organization': ORGANIZATION}),
    'Event': (THING + INTERVAL + ['location', 'involved', 'organizer'], ['name'], {'involved': LEGAL, 'proof': {'Article'}}),
    'Occupancy': (INTERVAL + ['holder', 'post', 'status'], ['holder', 'post'], {'holder': {'Person'}, 'post': {'Position'}, 'proof': {'Article'}}),
    'Membership': (INTEREST + ['member', 'organization'], ['member', 'organization'], {'member': LEGAL, 'organization': ORGANIZATION, 'proof': {'Article'}}),
    'Sanction': (INTERVAL + 'entity authority provisions country status'.split(), ['entity'], {'entity': LEGAL, 'proof': {'Article'}}),
    'UnknownLink': (INTEREST + ['subject', 'object'], ['subject', 'object'], {'subject': LEGAL, 'object': LEGAL, 'proof': {'Article'}}),
    'Mention': ('document resolved personMentioned companyMentioned contextCountry'.split(), [], {'document': {'Article'}, 'resolved': LEGAL}),
}


def check_ftm(path, record, docs):
    rows = [json.loads(l) for l in open(path, encoding='utf-8')]
    schemata = {}
    for r in rows:
        schemata.setdefault(r['id'], set()).add(r['schema'])
    need(len({(r['id'], r['schema']) for r in rows}) == len(rows), 'an entity twice')
    for r in rows:
        allowed, required, ranges = FTM[r['schema']]
        for key, values in r['properties'].items():
            need(key in allowed, r['schema'], 'has no', key)
            need(isinstance(values, list) and values and all(isinstance(v, str) and v for v in values), 'values of', key)
            if key.lower().endswith('date') or key == 'publishedAt':
                for v in values:
                    day(v)
            if key in ('country', 'contextCountry'):
                need(all(v in ISO2 for v in values), 'country', values)
            if key == 'wikidataId':
                need(all(re.fullmatch(r'Q\d+', v) for v in values), 'QID', values)
            if key == 'sourceUrl':
                need(all(v.startswith('http') for v in values), 'url', values)
            for v in values if key in ranges else ():
                need(schemata.get(v, set()) & ranges[key], r['schema'], key, 'points at', v, schemata.get(v))
        for key in required:
            need(key in r['properties'], r['schema'], 'lacks', key)


def check_webannotation(path, record, docs):
    j = json.load(open(path, encoding='utf-8'))
    need(j['@context'] == 'http://www.w3.org/ns/anno.jsonld' and j['type'] == 'AnnotationPage' and j['id'], 'page')
    need({a['id'] for a in j['items']} == {'urn:coulisse:' + i for i in record}, 'the lines are not all there')
    for a in j['items']:
        line = record[a['id'][len('urn:coulisse:'):]]
        need(a['type'] == 'Annotation' and a['motivation'] == 'classifying' and a['body'], 'annotation')
        need(all(b['type'] == 'TextualBody' and b['value'] for b in a['body']), 'body')
        quote, place = a['target']['selector']
        need(quote['type'] == 'TextQuoteSelector' and place['type'] == 'TextPositionSelector', 'selectors')
        need(re.match('(https?|urn):', a['target']['source']['id']), 'source')
        if line['doc'] not in docs:
            continue
        text, s, e = docs[line['doc']]['text'], place['start'], place['end']
        need(text[s:e] == quote['exact'] != '', 'exact is not there:', quote['exact'])
        before, behind = quote.get('prefix', ''), quote.get('suffix', '')
        need(before == text[max(0, s - 32):s] and behind == text[e:e + 32], 'context', before, behind)


def check_jsonld(path, record, docs):
    j = json.load(open(path, encoding='utf-8'))
    context, defined = j['@context'], {}
    for n in j['@graph']:
        defined.setdefault(n['@id'], set()).update(n['@type'])
    linked = {k for k, v in context.items() if isinstance(v, dict) and v['@type'] == '@id'} - {'sem:eventType'}

    def walk(n):
        for key, value in n.items():
            if key in ('@id', '@type'):
                for v in value if isinstance(value, list) else [value]:
                    need(v.split(':')[0] in context and not re.search(r'[\s"<>\\{}|^`]', v), 'name', v)
                continue
            need(key.split(':')[0] in context, 'term', key)
            for v in value if isinstance(value, list) else [value]:
                if isinstance(v, dict):
                    walk(v)
                elif key in linked:
                    need(v in defined, key, 'points at nothing:', v)
    for n in j['@graph']:
        walk(n)
    need({'c:' + i for i in record} <= set(defined), 'the lines are not all there')


checks = {k[6:]: v for k, v in list(globals().items()) if k.startswith('check_')}
record, docs = lines(sys.argv[3] if len(sys.argv) > 3 else None)
checks[sys.argv[1]](sys.argv[2], record, docs)
