#!/usr/bin/python3
"""who_tables.py KNOWLEDGE_DIR REPOSITORY - makes those tables of names that come from published data.

Writes  data/countries.tsv          from countries_mledoze.json (ODbL), with Wikidata ids
        data/places.tsv             from GeoNames (CC BY 4.0): cities over 15,000 people, first-order divisions; merged with it the places of the
                                    csc database (ODbL), by name, country and nearness
        lang/XX/places.tsv          further names of those in English and Dutch, from csc, where they are like the name they translate
        data/people_more.tsv        cabinets of the world to mid 2022, from Wikidata (CC0), and leaders since 1945 from REIGN (MIT);
                                    train/leaders.tsv says the usual names and the offices of the latter
        lang/nl/people_more.tsv     Russian, Ukrainian … names as Dutch newspapers write them, by rule
        data/codes.tsv              codes of countries, from mledoze, the Correlates of War and the World Factbook
        data/members.tsv            memberships of organisations, from the Correlates of War and the World Factbook (CC0) by train/members.tsv
The tables that people keep by hand (data/people.tsv, data/organisations.tsv, lang/XX/names.tsv …) are read, never written.
"""
import array
import bz2
import csv
import difflib
import gzip
import html
import json
import lzma
import math
import os
import re
import struct
import sys
import tarfile
import unicodedata

# Wikidata ids of what the list of leaders does not have.
QIDS = {
    'NLD': 'Q55', 'DNK': 'Q35', 'CHN': 'Q148', 'COD': 'Q974', 'COG': 'Q971', 'CZE': 'Q213', 'IRL': 'Q27', 'TUR': 'Q43', 'USA': 'Q30', 'PSE': 'Q219060',
    'TLS': 'Q574', 'FSM': 'Q702', 'BHS': 'Q778', 'GMB': 'Q1005', 'AFG': 'Q889', 'HKG': 'Q8646', 'MAC': 'Q14773', 'GRL': 'Q223', 'ESH': 'Q6250',
    'GIB': 'Q1410', 'PRI': 'Q1183', 'ABW': 'Q21203', 'CUW': 'Q25279', 'SXM': 'Q26273', 'FRO': 'Q4628', 'BMU': 'Q23635', 'FLK': 'Q9648',
    'ATA': 'Q51', 'GUF': 'Q3769', 'GLP': 'Q17012', 'MTQ': 'Q17054', 'REU': 'Q17070', 'MYT': 'Q17063', 'NCL': 'Q33788', 'PYF': 'Q30971',
    'GUM': 'Q16635', 'ASM': 'Q16641', 'CYM': 'Q5785', 'IMN': 'Q9676', 'JEY': 'Q785', 'GGY': 'Q25230', 'ALA': 'Q5689', 'BES': 'Q27561',
    'COK': 'Q26988', 'NIU': 'Q34020', 'TWN': 'Q865', 'VAT': 'Q237', 'XKX': 'Q1246',
}
FORMER = [
    ('Q15180', 'SUN', 'Soviet Union', 'Europe', 'Moscow', 55.75, 37.62, 40), ('Q36704', 'YUG', 'Yugoslavia', 'Europe', 'Belgrade', 44.80, 20.47, 15),
    ('Q33946', 'CSK', 'Czechoslovakia', 'Europe', 'Prague', 50.09, 14.42, 8), ('Q16957', 'DDR', 'East Germany', 'Europe', 'East Berlin', 52.52, 13.40, 10),
    ('Q37024', 'SCG', 'Serbia and Montenegro', 'Europe', 'Belgrade', 44.80, 20.47, 5), ('Q180573', 'VDR', 'South Vietnam', 'Asia', 'Saigon', 10.78, 106.70, 6),
    ('Q199841', 'YMD', 'South Yemen', 'Asia', 'Aden', 12.80, 45.03, 4),
    ('Q25227', 'ANT', 'Netherlands Antilles', 'Americas', 'Willemstad', 12.11, -68.93, 2),
]
# How much a country is in the news, 1..100; the rest follows from population.
WEIGHT = dict(USA=100, RUS=95, CHN=95, GBR=85, FRA=82, DEU=82, ISR=80, UKR=80, IRN=78, IND=72, TUR=72, JPN=68, PSE=68, SAU=62, SYR=62, PRK=60, PAK=60,
              AFG=58, IRQ=62, KOR=58, ITA=60, NLD=60, ESP=55, BRA=55, POL=50, CAN=52, AUS=50, EGY=55, MEX=48, VEN=48, YEM=45, LBN=50, LBY=45, ZAF=45,
              BEL=45, HUN=40, GRC=42, SWE=40, CHE=40, TWN=55, QAT=40, ARE=42, BLR=42, SDN=40, ETH=38, NGA=42, IDN=42, VNM=36, PHL=38, MMR=36, CUB=40,
              COL=38, ARG=42, SRB=38, COD=36, AUT=38, VAT=45, HKG=38, ARM=30, AZE=32, GEO=32, KAZ=30, NOR=35, DNK=36, FIN=36, PRT=32, IRL=34, CZE=32,
              ROU=32, BGR=28, KEN=30, SOM=32, MLI=28, NER=24, RWA=26, THA=34, BGD=34, LKA=30, MYS=30, SGP=30, JOR=34, KWT=30, MAR=34, DZA=32, TUN=30)
# Seats of government where the source has another or none.
CAPITAL = dict(NLD='The Hague', PSE='Ramallah', CIV='Abidjan', LKA='Colombo', ISR='Jerusalem', KAZ='Astana', TZA='Dodoma', BOL='La Paz', ZAF='Pretoria',
               XKX='Pristina', UKR='Kyiv', USA='Washington', SWZ='Mbabane', MMR='Nay Pyi Taw', VAT='-', HKG='-', MAC='-', SGP='-', MCO='-', GIB='-',
               MLT='Valletta', NRU='-', TKL='-', ATA='-', MNG='Ulaanbaatar', ISL='Reykjavik', BRA='Brasilia', MDA='Chisinau', YEM='Sanaa')
NAME = dict(COD='Democratic Republic of the Congo', COG='Republic of the Congo', TUR='Turkey', CZE='Czech Republic', CPV='Cape Verde', TLS='East Timor',
            SWZ='Eswatini', MKD='North Macedonia', MAF='Saint Martin', FSM='Micronesia')


def fold(name):
    """As who_fold of the program, near enough for matching."""
    s = name.replace('ı', 'i').replace('ø', 'o').replace('ł', 'l').replace('đ', 'd').replace('ß', 'ss').replace('æ', 'ae').replace('Ø', 'o').replace('Ł', 'l')
    s = ''.join(c for c in unicodedata.normalize('NFD', s.lower()) if not unicodedata.combining(c))
    s = re.sub(r"[.'’‘ʼʻ\"]", '', s)
    return ' '.join(re.split(r'[\s\-–_]+', s)).strip()


def write(root, path, head, rows):
    with open(os.path.join(root, path), 'w', encoding='utf-8') as f:
        f.write(''.join('# %s\n' % line for line in head.strip().split('\n')))
        for row in rows:
            f.write(row if isinstance(row, str) else '\t'.join(str(x) for x in row))
            f.write('\n')
    print('%s: %d rows' % (path, len(rows)), file=sys.stderr)


class Archive:
    """Members of a .tar.xz by name, read once."""

    def __init__(self, path):
        self.text = {}
        with tarfile.open(path) as t:
            for m in t:
                if m.isfile() and m.name.endswith(('.csv', '.json')):
                    self.text[m.name.lstrip('./')] = t.extractfile(m).read().decode('utf-8', 'replace')

    def csv(self, name):
        return list(csv.DictReader(self.text[name].splitlines()))

    def ending(self, end):
        return sorted(n for n in self.text if n.endswith(end))


# ---- countries ---------------------------------------------------------------------------------------------------

def leaders_of_2021(politicians):
    name = politicians.ending('world-leaders-2021/data/wikidata.csv')[0]
    return politicians.csv(name)


def countries(root, source, politicians):
    ids = {r['country']: r['countryid'] for r in leaders_of_2021(politicians)}
    listed = json.load(open(os.path.join(source, 'countries_mledoze.json')))
    rows, codes = [], {}
    for c in sorted(listed, key=lambda c: c['cca3']):
        code = 'XKX' if c['cca3'] in ('UNK', 'XKX') else c['cca3']
        name = NAME.get(code, c['name']['common'])
        capital = CAPITAL.get(code, c['capital'][0] if c['capital'] else '-')
        codes[c['cca2']] = code
        weight = WEIGHT.get(code, max(1, min(26, round(math.sqrt(max(0, c['area'])) / 60 + (10 if c.get('unMember') else 0)))))
        rows.append((QIDS.get(code) or ids.get(name) or ids.get(c['name']['common']) or '-', code, name, c['region'] or '-', capital,
                     '%.2f' % c['latlng'][0], '%.2f' % c['latlng'][1], weight))
    rows += FORMER
    write(root, 'data/countries.tsv', """Countries, territories and countries that are no more.  Made by train/who_tables.py from mledoze/countries (ODbL 1.0).
Weight: how much it is in the news, 1..100.  The capital stands for the government under every name of that city.
id	iso3	name	region	capital	lat	lon	weight""", rows)
    return codes


# ---- places ------------------------------------------------------------------------------------------------------

def read_xz(source, name):
    return json.loads(lzma.open(os.path.join(source, name), 'rt', encoding='utf-8').read())


def divided(name):
    return re.sub(r'\s+(Oblast|oblast|Oblast’|Oblastʼ|Krai|Kray|Region|Province|Governorate|District|County|Department|State|Prefecture|Voivodeship)$', '',
                  re.sub(r'^(Gorod|Region|Departamento de|Provincia de|Estado de)\s+', '', name))


def common_words(source):
    """Ordinary words of Dutch and of English: lower-case forms of the treebanks' training texts and the lexicons."""
    words = {}
    shared = os.path.join(source, '..')
    for lang, files in (('nl', ['nl_alpino_rebuilt-train.conllu.xz']), ('en', ['en_ewt-ud-train.conllu.xz', 'en_gum_open-train.conllu.xz'])):
        found = words.setdefault(lang, set())
        for name in files:
            for line in lzma.open(os.path.join(shared, 'ud', lang, name), 'rt', encoding='utf-8'):
                f = line.split('\t')
                if len(f) > 3 and f[3] not in ('PROPN', 'X') and f[1].islower():
                    found.add(fold(f[1]))
    for line in lzma.open(os.path.join(shared, 'lexicon/unimorph_nld.tsv.xz'), 'rt', encoding='utf-8'):
        words['nl'].update(fold(w) for w in line.split('\t')[:2] if w.islower())
    for line in lzma.open(os.path.join(shared, 'lexicon/open_dutch_wordnet.tab.xz'), 'rt', encoding='utf-8'):
        f = line.rstrip('\n').split('\t')
        if len(f) > 2 and f[2].islower():
            words['nl'].add(fold(f[2]))
    return words


def names_of_people(root, source):
    """Family and given names: of the tables, and of the Alpino lists where several people bear them."""
    count = {}
    for table in ('people.tsv', 'people_more.tsv'):
        path = os.path.join(root, 'data', table)
        for line in open(path, encoding='utf-8') if os.path.exists(path) else ():
            if line[0] not in '#@\n':
                for w in fold(line.split('\t')[1]).split(' '):
                    count[w] = 9
    with tarfile.open(os.path.join(source, '../names/alpino_name_lists.tar.xz')) as t:
        for m in t:
            if m.isfile() and re.search(r'per', os.path.basename(m.name).lower()):
                for line in t.extractfile(m).read().decode('utf-8', 'replace').splitlines():
                    for w in {fold(w) for w in re.split(r'[\t ]', line) if w[:1].isupper()}:
                        count[w] = count.get(w, 0) + 1
    return {w for w, n in count.items() if n >= 4}


def other_names(root):
    """Every name and identifier that tables kept by hand give to something else."""
    names, ids = set(), set()
    for path, columns in (('data/countries.tsv', (0, 2)), ('data/organisations.tsv', (0, 1)), ('data/regions.tsv', (0, 1)), ('data/people.tsv', (0,)),
                          ('data/people_more.tsv', (0,))):
        for line in open(os.path.join(root, path), encoding='utf-8'):
            if line[0] not in '#@\n':
                f = line.rstrip('\n').split('\t')
                ids.add(f[0])
                names.update(fold(f[c]) for c in columns[1:])
    for lang in ('en', 'nl'):
        for line in open(os.path.join(root, 'lang', lang, 'names.tsv'), encoding='utf-8'):
            f = line.rstrip('\n').split('\t')
            if len(f) == 3 and not re.search(r', [A-Z]{3}$', f[0]):
                names.update(fold(n) for n in f[2].split('|'))
    return names, ids


class Near:
    """Places by country and square of a quarter of a degree."""

    def __init__(self):
        self.at = {}

    def add(self, code, lat, lon, place):
        self.at.setdefault((code, math.floor(lat * 4), math.floor(lon * 4)), []).append((lat, lon, place))

    def within(self, code, lat, lon, km):
        for i in (-1, 0, 1):
            for j in (-1, 0, 1):
                for a, b, place in self.at.get((code, math.floor(lat * 4) + i, math.floor(lon * 4) + j), ()):
                    far = math.hypot((a - lat) * 111.2, (b - lon) * 111.2 * math.cos(math.radians(lat)))
                    if far < km:
                        yield far, place


KIND_OF_PLACE = re.compile(r"\b(opština|opstina|municipality|municipio|district|rayon|raion|county|province|governorate|region|oblast|department|prefecture|"
                           r"parish|commune|urban|concelho|sector|subdistrict|township|arrondissement|kecamatan|amphoe|gmina|powiat|judetul|distrito|"
                           r"departamento|partido|landkreis|obec|nagar|wards?|section|estate|block|colony|camp|airport)\b", re.I)


def places(root, source, codes):
    codes = dict(codes, XK='XKX')
    rows, near, words, people_names = [], Near(), common_words(source), names_of_people(root, source)
    both = words['nl'] | words['en']
    taken, ids = other_names(root)
    taken |= {'notre dame', 'richelieu', 'copacabana', 'erawan', 'noordeinde'}      # better known as something else
    for a in read_xz(source, 'geonames_admin1.json.xz'):
        taken.update((fold(divided(a['name'])), fold(re.sub(r' (Sheng|Shi|Do|Si)$', '', a['name']))))
    for p in read_xz(source, 'geonames_cities15000.json.xz').values():
        code = codes.get(p['countrycode'])
        if not code or p['population'] < 15000 and p['population'] != 0:
            continue
        key = fold(p['name'])
        if p['population'] < 100000 and code not in ('NLD', 'BEL') and key in both:
            continue
        row = ['geonames:%d' % p['geonameid'], p['name'], code, 'city', '%.3f' % p['latitude'], '%.3f' % p['longitude'], p['population']]
        rows.append(row)
        near.add(code, p['latitude'], p['longitude'], row)
    names = {'en': {}, 'nl': {}}
    merged = dropped = 0
    archive = Archive(os.path.join(source, 'cities_multilingual_csc.tar.xz'))
    for file in archive.ending('.json'):
        code = codes.get(os.path.basename(file)[:2])
        if not code:
            continue
        for p in sorted(json.loads(archive.text[file]), key=lambda p: -(p.get('population') or 0)):
            name, qid = re.sub(r'([ -](shi|si|gun|machi|[Jj]árás)|^Grad )$|^Grad (?=[A-Z])', '', p['name'].strip(), flags=re.I), p.get('wikiDataId') or ''
            try:
                lat, lon = float(p['latitude']), float(p['longitude'])
            except (TypeError, ValueError):
                continue
            key, people = fold(name), p.get('population') or 0
            if re.search(r"[^a-z '’`ə]", key) or len(key) < 4 or KIND_OF_PLACE.search(name) or not name[:1].isupper():
                continue
            same = None
            for far, row in sorted(near.within(code, lat, lon, 15), key=lambda x: x[0]):
                other = fold(row[1])
                if other == key or key in row[7:] or far < 6 and difflib.SequenceMatcher(None, other, key).ratio() >= .8:
                    same = row
                    break
            dutch = (p.get('translations') or {}).get('nl') or ''
            if not same:
                word = ' ' not in key and (key in both or key in people_names) or key in both
                if not re.fullmatch(r'Q\d+', qid) or qid in ids or (people < 100000 and word) or key in taken:
                    dropped += 1
                    continue
                ids.add(qid)
                same = [qid, name, code, 'city', '%.3f' % lat, '%.3f' % lon, people or '-']
                rows.append(same)
                near.add(code, lat, lon, same)
            else:
                merged += 1
                if key != fold(same[1]) and key not in both and key not in people_names and key not in taken:
                    names['en'].setdefault(same[0], []).append(name)
            if likely_translation(same[1], dutch) and no_translation_of_words(dutch, same[1], code, words['nl']) and fold(dutch) not in taken \
                    and fold(dutch) not in people_names:
                names['nl'].setdefault(same[0], []).append(dutch.strip())
    print('places: %d merged, %d left out' % (merged, dropped), file=sys.stderr)
    for row in rows:
        if row[2] in ('RUS', 'UKR', 'BLR', 'KAZ', 'KGZ'):
            for v in dutch_spellings(row[1]):
                if fold(v) != fold(row[1]) and fold(v) not in both and fold(v) not in taken and (row[0][0] == 'g' or len(v) > 4):
                    names['nl'].setdefault(row[0], []).append(v)
    rows.sort(key=lambda r: (r[2], -(0 if r[6] == '-' else r[6]), r[1], r[0]))
    divisions = []
    known = {fold(r[1]) + r[2] for r in rows}
    regions = region_names(root)
    for a in read_xz(source, 'geonames_admin1.json.xz'):
        code = codes.get(a['code'].split('.')[0])
        name = divided(a['name'])
        if code and fold(name) + code not in known and fold(name) not in regions and len(name) > 2:
            known.add(fold(name) + code)
            divisions.append(('geonames:%s' % a['code'], name, code, 'region', '-', '-', 20))
    divisions.sort(key=lambda r: (r[2], r[1]))
    write(root, 'data/places.tsv', """Cities of over 15,000 people and first-order divisions from GeoNames (CC BY 4.0, geonames.org); smaller places from the csc database
(dr5hn, ODbL 1.0), by their Wikidata ids.  Made by train/who_tables.py: no place twice, none under 100,000 people whose name is a word.
id	name	country	precision	lat	lon	population""", rows + divisions)
    for lang, language in (('nl', 'Dutch'), ('en', 'English')):
        out = []
        for i, found in sorted(names[lang].items()):
            seen = {}
            for n in found:
                seen.setdefault(fold(n), n)
            out.append((i, 'name', ' | '.join(seen.values())))
        write(root, 'lang/%s/places.tsv' % lang, """Further %s names of places.  Made by train/who_tables.py from the csc database (dr5hn, ODbL 1.0)%s.
entity	how	name | name""" % (language, ', and by rule for Cyrillic names' if lang == 'nl' else ''), out)


def no_translation_of_words(dutch, name, code, words):
    """False for what a machine made of a name that is a word: "Hagel" for Ha'il."""
    had = set(fold(name).split(' '))
    for w in fold(dutch).split(' '):
        if w in words and w not in had and not (code in ('ZAF', 'SUR', 'NLD', 'BEL', 'DEU', 'FRA', 'IDN') and w in ('nieuw', 'noord', 'zuid', 'oost', 'sint')):
            return False
    return True


def region_names(root):
    path = os.path.join(root, 'data/regions.tsv')
    if not os.path.exists(path):
        return set()
    return {fold(line.split('\t')[1]) for line in open(path, encoding='utf-8') if line.strip() and line[0] != '#'}


def likely_translation(name, dutch):
    a, b = fold(name), fold(dutch)
    if not b or a == b or re.search(r'[ -](shi|si|gun|raion|rajon|county|grad)$', b) or re.search(r'\d|[^\w\s\-\'’.()]', b) or len(b) < 3 or re.search(r'[^\x00-\x7f]', b):
        return False
    return b[0] == a[0] and difflib.SequenceMatcher(None, a, b).ratio() >= 0.6 and not re.search(r'\((.*)\)', dutch)


# ---- Dutch spelling of Cyrillic names ----------------------------------------------------------------------------

LETTERS = [('shch', 'sjtsj'), ('sch', 'sj'), ('zh', 'zj'), ('kh', 'ch'), ('ch', 'tsj'), ('sh', 'sj'), ('yya', 'yja'), ('iya', 'ija'), ('ya', 'ja'), ('yu', 'joe'),
           ('ye', 'je'), ('yo', 'jo'), ('yi', 'ji'), ('ay', 'aj'), ('ey', 'ej'), ('oy', 'oj'), ('uy', 'oej'), ('ai', 'aj'), ('oi', 'oj'), ('u', 'oe')]


def respell(word):
    w = word.lower().replace('’', '').replace("'", '').replace('ʹ', '')
    out, i = '', 0
    while i < len(w):
        for a, b in LETTERS:
            if w.startswith(a, i) and not (a in ('ay', 'ey', 'oy', 'uy') and w[i + 2:i + 3] in tuple('aeou')):
                out, i = out + b, i + len(a)
                break
        else:
            out, i = out + w[i], i + 1
    return out.capitalize() if word[:1].isupper() else out


def dutch_spellings(name):
    """The ways in which Dutch newspapers write a name that is transliterated from Cyrillic into English."""
    s = unicodedata.normalize('NFC', name)
    if re.search(r"[^A-Za-z \-'’ʹёë]", s):
        return []
    base = s.replace('ë', 'yo').replace('ё', 'yo')
    base = ' '.join('-'.join(respell(p) for p in w.split('-')) for w in base.split(' '))
    out = [base]
    for pattern, by in ((r'(iy|yy|yi|ij)\b', 'i'), (r'y\b', 'i'), (r'tsjev\b', 'tsjov'), (r'yt', 'it'), (r'\bAleks', 'Alex'), (r'ejev', 'eyev'), (r'ij\b', 'y')):
        out += [re.sub(pattern, by, v) for v in out if re.search(pattern, v)]
    return list(dict.fromkeys(out))[:6]


# ---- people ------------------------------------------------------------------------------------------------------

FOLDERS = {'china-ministers': 'CHN', 'france-cabinet': 'FRA', 'india-ministers': 'IND', 'iran-ministers': 'IRN', 'israel-ministers': 'ISR',
           'japan-ministers': 'JPN', 'netherlands-cabinet': 'NLD', 'russia-cabinet': 'RUS', 'turkey-ministers': 'TUR', 'ukraine-cabinet': 'UKR',
           'united-kingdom-cabinet': 'GBR', 'us-cabinet': 'USA'}


def usual_office(position):
    """The usual English term, or None for posts that are no part of international affairs."""
    p = re.sub(r'\(.*?\)', '', position).strip()
    low = p.lower()
    low = re.sub(r'^(united states|u\.?s\.?|uk|french|dutch|israeli|japanese|indian|turkish|iranian|ukrainian|russian|chinese) ', '', low)
    low = re.sub(r' (of|for|in) (the )?(united states|united kingdom|us|uk|france|netherlands|the netherlands|israel|japan|india|turkey|iran|ukraine|russia|'
                 r'russian federation|people\'s republic of china|china|prc|islamic republic of iran)( of america)?$', '', low).strip()
    if re.search(r'ambassador|envoy|deputy|assistant|under ?secretary|parliamentary|junior|vice.minister|without portfolio|acting|governor|mayor|shadow|'
                 r'leader of the|chief whip|lord |speaker|consul|representative|advisor|adviser|judge|commissioner|member|permanent|private|staff', low):
        if re.fullmatch(r'(first )?deputy prime minister|national security advis[eo]r|speaker of the house of representatives|vice.premier', low):
            return low.replace('adviser', 'advisor').replace('vice-premier', 'vice premier')
        return None
    m = re.fullmatch(r'(?:secretary of state for|minister of state for)? ?(.*)', low)
    for pattern, office in (
            (r'vice president', 'vice president'), (r'president', 'president'), (r'(prime minister|premier|chairman of government|premier of state council)', 'prime minister'),
            (r'(minister (of|for) foreign affairs|foreign minister|secretary of state for foreign(,| and) .*affairs|minister (of|for) external affairs|'
             r'minister for europe and foreign affairs|foreign secretary)', 'minister of foreign affairs'),
            (r'secretary of state', 'secretary of state'), (r'secretary of defen[cs]e', 'secretary of defense'),
            (r'(minister (of|for) (national )?defen[cs]e|secretary of state for defence|minister of (the )?armed forces|minister of the armies)', 'minister of defence'),
            (r'(minister (of|for) (the )?(finance|economy and finance)|chancellor of the exchequer|minister of finance.*)', 'minister of finance'),
            (r'secretary of the treasury', 'secretary of the treasury'),
            (r'(minister of (the )?(interior|internal affairs|home affairs)|home secretary|secretary of state for the home department|minister for home affairs)',
             'minister of the interior'),
            (r'(minister (of|for) justice.*|minister of security and justice)', 'minister of justice'), (r'attorney general', 'attorney general'),
            (r'secretary of homeland security', 'secretary of homeland security'), (r'director of (the )?central intelligence( agency)?', 'director of the CIA'),
            (r'supreme leader', 'supreme leader'), (r'(king|queen|monarch|emperor|sultan|emir|grand duke)', 'monarch')):
        if re.fullmatch(pattern, low):
            return office
    m = re.match(r'(minister (?:of|for) [a-z ,\-&\']+|secretary of [a-z ,\-&\']+|secretary of state for [a-z ,\-&\']+)$', low)
    return low.replace('minister for ', 'minister of ').replace('secretary of state for', 'minister of') if m and len(low) < 70 else None


def leader_office(position):
    low = position.lower()
    for pattern, office in ((r'^(vice.?president)|co-prince', None), (r'presiden', 'president'), (r'prime minister|premier\b|chancellor|taoiseach|minister-president|head of government',
                            'prime minister'), (r'monarch|king |queen |emperor|sultan|emir|prince|grand duke|king$', 'monarch'), (r'supreme leader', 'supreme leader'),
                            (r'pope', 'pope'), (r'governor.general', 'governor-general'), (r'general secretary', 'general secretary')):
        if re.search(pattern, low):
            return office
    return None


def good_name(name):
    return bool(re.fullmatch(r"[^\W\d_][\w.'’\- ]+", name)) and not re.fullmatch(r'Q\d+', name) and 3 <= len(name) <= 50 and \
        not re.search(r'[^\u0000-\u024f\u1e00-\u1eff’]', name)


# Family names of leaders that are words: alone they do not mean the leader.
WORDS = set('note price king christian key english holland lange marshall kirk chambers scotty stephen parts horn stich egli tong lini hilly rini '
            'thomas anthony arthur charles scott michel rene sant klaus kern pierre moore nash michael lewis spencer jones adams barrow lynch musa '
            'mara vaea mori flores cruz paz torres franco rivera guido viola costello martens bot stuart robles prem goh minh dini maga conte parts '
            'clark turner thompson palmer taylor perry doe sawyer bryant banda smith'.split())

HEIRS = {'YUG': ('SRB', 'HRV', 'BIH', 'MKD', 'MNE', 'SVN'), 'SUN': ('RUS', 'GEO'), 'CSK': ('CZE', 'SVK'), 'DDR': ('DEU',), 'YMD': ('YEM',)}


def office_in(spec, year):
    """Office of a leader by the rule of train/leaders.tsv."""
    for part in spec.rstrip('+').split(';'):
        office, _, until = part.partition('<')
        if not until or year < int(until):
            return office
    return spec


def reign_terms(source, here):
    """(name, country, office, from, to, family, woman) of the REIGN leaders, by the usual names."""
    states, rows = {}, []
    for line in open(os.path.join(here, 'leaders.tsv'), encoding='utf-8'):
        if line[0] != '#':
            abb, code, spec, names = line.rstrip('\n').split('\t')
            usual = {}
            for n in names.split(' | '):
                key, _, name = n.partition('=')
                usual.setdefault(' '.join(key.split()), []).append(name)
            states[abb] = (code, spec, usual)
    with open(os.path.join(source, 'reign_leaders_2021.csv'), encoding='latin-1') as f:
        for r in csv.DictReader(f):
            if r['stateabb'] not in states:
                continue
            code, spec, usual = states[r['stateabb']]
            key, year = ' '.join(r['leader'].split()), int(r['syear'])
            found = None
            for name in usual.get(key, ()):
                name, _, since = name.partition('@')
                if not since or year >= int(since):
                    found = name
            if not found and spec.endswith('+') and ' ' in key and re.fullmatch(r"[A-Za-z .'-]+", key):
                found = key
            if not found:
                continue
            name, _, office = found.partition(':')
            name, _, family = name.partition('/')
            name = re.sub(r' \(.*\)', '', name)
            start = '%04d-%02d-%02d' % (year, int(r['smonth']), int(r['sdate'])) if r['sdate'] and 0 < int(r['sdate']) < 32 else '%d' % year
            end = '%s-%02d' % (r['eyear'], int(r['emonth'])) if r['eyear'] else ''
            if end and end < start[:7]:
                continue
            rows.append((name, code, office or office_in(spec, year), start, end, family, r['gender'] == '0'))
    return rows


def last_word(name):
    return re.sub(r' (jr|sr|i+|iv)$', '', fold(name)).split(' ')[-1]


def hand_people(root):
    path = os.path.join(root, 'data/people.tsv')
    if not os.path.exists(path):
        return []
    return [line.rstrip('\n').split('\t') for line in open(path, encoding='utf-8') if line.strip() and line[0] not in '#@']


def years(text):
    """(office, year) of each term of a table's row."""
    return [(re.sub(r'@.*', '', m[1]).strip(), int(m[2])) for m in re.finditer(r'([^;]+?) (\d{4})[-\d]*\.\.', text)]


def merge_reign(terms_of_reign, person, terms, hand):
    """Adds leaders to who is there; returns rows for those who are not.  The same: country and full name, or family name and begin of office."""
    same = {'chancellor': 'prime minister', 'king': 'monarch', 'queen': 'monarch', 'emir': 'monarch', 'sultan': 'monarch', 'emperor': 'monarch',
            'taoiseach': 'prime minister', 'premier': 'prime minister', 'grand duke': 'monarch'}
    by_name, by_start, rows = {}, {}, {}
    for q, (name, code, _) in person.items():
        by_name.setdefault((fold(name), code), q)
        for start, _, office, where in terms[q]:
            if start:
                for d in (-1, 0, 1):
                    by_start.setdefault((last_word(name), where, same.get(office, office), int(start[:4]) + d), q)
    of_hand, start_of_hand = {}, {}
    known = {last_word(f) for r in hand for f in (r[6] if r[6] != '-' else r[1]).split('|')}
    for r in hand:
        of_hand[(fold(r[1]), r[2])] = r
        for office, year in years(r[7]):
            for d in (-1, 0, 1):
                start_of_hand.setdefault((last_word(r[1]), r[2], same.get(office, office), year + d), r)
    for name, code, office, start, end, family, woman in terms_of_reign:
        by = (last_word(name), code, same.get(office, office), int(start[:4]))
        h = of_hand.get((fold(name), code)) or start_of_hand.get(by)
        for other in () if h else HEIRS.get(code, ()):
            h = h or of_hand.get((fold(name), other))
        q = by_name.get((fold(name), code)) or by_start.get(by)
        if h and any(same.get(o, o) == same.get(office, office) and abs(y - int(start[:4])) <= 1 for o, y in years(h[7])):
            continue
        if q:
            near = [t for t in terms[q] if same.get(t[2], t[2]) == same.get(office, office) and t[3] == code and t[0] and abs(int(t[0][:4]) - int(start[:4])) <= 1]
            for t in near:
                if len(t[0]) == 4 and len(start) == 10 and (not t[1] or not end or t[1][:4] >= start[:4]):
                    terms[q].discard(t)
                    terms[q].add((start, t[1] if len(t[1]) > 4 or not end else end if end[:4] == t[1] else t[1], t[2], t[3]))
            if not near:
                terms[q].add((start, end, office, code))
            continue
        ref = h[0] if h and h[0] != '-' else 'x-' + fold(h[1]).replace(' ', '-') if h else '-'
        if h and h[2] != code:
            office += '@' + code
        key = (h[1], h[2]) if h else (name, code)
        if not h and (not family and last_word(name) in WORDS or last_word(family or name) in known):
            family = name       # alone, the family name means the better known one
        row = rows.setdefault(key, [ref, key[0], key[1], '-', 'f' if woman else 'm', '-', family or '-', []])
        row[7].append((start, end, office))
    return rows


# When offices ended that the data of 2022 leave open: "name|beginning of the office|day".
ENDED = """Naftali Bennett|minister of|2022-12-29
Avigdor Lieberman|minister of finance|2022-12-29
Yair Lapid|minister of strategic|2022-12-29
Benny Gantz|deputy|2022-12-29
Gideon Sa'ar|minister of justice|2022-12-29
Boris Johnson|minister of|2022-09-06
Dominic Raab|minister of justice|2022-09-06
Dominic Raab|deputy|2022-09-06
Liz Truss|minister of women|2022-09-06
Grant Shapps|minister of transport|2022-09-06
Jacob Rees-Mogg|minister of|2022-09-06
Penny Mordaunt|minister of state|2022-09-06
Kwasi Kwarteng|minister of business|2022-09-06
James Cleverly|minister of education|2022-09-06
Suella Braverman|attorney|2022-09-06
Catherine Colonna|minister of|2024-01-11
Nikolai Patrushev|secretary|2024-05-12
Andrey Belousov|first|2024-05-14
Oleksiy Danilov|secretary|2024-03-26
Iryna Vereshchuk||2024-09-04
Yulia Svyrydenko||2025-07-17
Mykhailo Fedorov||2026-01-13
Ali Shamkhani|secretary|2023-05-22
Fathi Bashagha|prime|2023-05-16
Pete Buttigieg|secretary|2025-01-20
Robbert Dijkgraaf|minister|2024-07-02
Hans van den Broek|minister of state|2025-02-22
Mark Harbers|minister|2024-07-02
Carola Schouten|minister|2024-07-02
Hugo de Jonge|minister|2024-07-02
Rob Jetten|minister|2024-07-02
Ernst Kuipers|minister|2024-01-10
Christianne van der Wal|minister|2024-07-02
Liesje Schreinemacher|minister|2024-07-02
Micky Adriaansens|minister|2024-07-02
Vera Bergkamp|speaker|2023-12-05
Hanke Bruins Slot|minister of the interior|2023-09-05
Wopke Hoekstra|deputy|2023-09-01
Sigrid Kaag|deputy|2024-01-08"""


def people(root, source, politicians, codes):
    ids = {line.split('\t')[0]: line.split('\t')[1] for line in open(os.path.join(root, 'data/countries.tsv'), encoding='utf-8') if line[0] != '#'}
    person, terms = {}, {}

    def add(qid, name, code, office, start, end):
        name = re.sub(r'\s*\(.*?\)|,.*$', '', name).strip()
        if not office or not qid.startswith('Q') or not good_name(name) or end and end < '1990' or start and end and end < start:
            return
        person.setdefault(qid, [name, code, '-'])
        terms.setdefault(qid, set()).add((start, end, office, code))

    for r in leaders_of_2021(politicians):
        code = ids.get({'Q29999': 'Q55', 'Q756617': 'Q35'}.get(r['countryid'], r['countryid']))
        if code:
            add(r['officeholder'], r['officeholderLabel'], code, leader_office(r['positionLabel']), r['start_year'], '2022' if r['end_year'] == '2022' else r['end_year'])
    for folder, code in FOLDERS.items():
        for name in politicians.ending(folder + '/html/holders21.csv') + politicians.ending(folder + '/html/current.csv'):
            for r in politicians.csv(name):
                add(r['personID'], r['person'], code, usual_office(r['position']), r.get('start') or '', r.get('end') or '')
    for name in politicians.ending('/html/bio.csv'):
        for r in politicians.csv(name):
            if r['id'] in person and r['gender']:
                person[r['id']][2] = 'f' if 'female' in r['gender'] else 'm' if 'male' in r['gender'] else '-'
    for line in ENDED.split('\n'):
        name, office, end = line.split('|')
        for qid, (called, _, _) in person.items():
            if called == name:
                terms[qid] = {(a, end if not b and o.startswith(office) and a < end else b, o, c) for a, b, o, c in terms[qid]}
    hand = hand_people(root)
    reign = merge_reign(reign_terms(source, os.path.dirname(os.path.abspath(__file__))), person, terms, hand)
    rows = []
    for qid in sorted(person, key=lambda q: int(q[1:])):
        name, code, gender = person[qid]
        text = []
        for start, end, office, where in sorted(terms[qid]):
            if any(t != (start, end, office, where) and t[2] == office and t[3] == where and t[0][:4] == start[:4] and len(t[0] + t[1]) > len(start + end)
                   for t in terms[qid]):
                continue
            text.append('%s%s %s..%s' % (office, '' if where == code else '@' + where, start, end))
        rows.append((qid, name, code, '-', gender, '-', '-', '; '.join(text)))
    more = []
    for row in sorted(reign.values(), key=lambda r: (r[2], r[7][0], r[1])):
        more.append(tuple(row[:7]) + ('; '.join('%s %s..%s' % (o, a, b) for a, b, o in sorted(row[7])),))
    write(root, 'data/people_more.tsv', """People who held office, to the middle of 2022.  Made by train/who_tables.py from Wikidata (CC0) by way of EveryPolitician,
and below them leaders of the world from 1945 to 2021 from REIGN (Bell 2016, MIT), by their usual names.
What data/people.tsv says of the same person wins.  Terms: office[@country or organisation] from..to; an open end was still so at @seen.
id	name	country	sector	gender	weight	family	terms""", ['@seen 2022-06-15'] + rows + ['@seen 2021-08-31'] + more)
    return rows + more


def dutch_people(root, rows):
    made = []
    hand = hand_people(root)
    names = {}
    for r in rows:
        names[r[0]] = r
    seen = set()
    for r in hand + rows:
        if r[2] not in ('RUS', 'UKR', 'BLR', 'KAZ', 'KGZ', 'TJK', 'TKM', 'UZB', 'SUN') or (fold(r[1]), r[2]) in seen:
            continue
        seen.add((fold(r[1]), r[2]))
        spelled = [v for v in dutch_spellings(r[1]) if fold(v) != fold(r[1])]
        if spelled:
            ref = r[0] if r[0] != '-' else 'x-' + fold(r[1]).replace(' ', '-')
            if ref.startswith('x-'):
                match = [q[0] for q in rows if q[2] == r[2] and fold(q[1]) == fold(r[1]) and q[0] != '-']
                ref = match[0] if match else ref
            made.append((ref, 'name', ' | '.join(spelled)))
    write(root, 'lang/nl/people_more.tsv', """Names that English transliterates from Cyrillic, as Dutch does.  Made by train/who_tables.py by rule; lang/nl/people.tsv is kept by hand.
entity	how	name | name""", made)


# ---- codes and memberships ---------------------------------------------------------------------------------------

class Rda:
    """What an R data file (serialised XDR) holds, as lists and dictionaries."""

    def __init__(self, data):
        for unpack in (gzip.decompress, bz2.decompress, lzma.decompress):
            try:
                data = unpack(data)
                break
            except Exception:
                continue
        self.b, self.p, self.refs = data, 7, []
        version, _, _ = self.int(), self.int(), self.int()
        if version == 3:
            n = self.int()
            self.p += n
        self.value = dict(self.item())

    def int(self):
        self.p += 4
        return struct.unpack_from('>i', self.b, self.p - 4)[0]

    def vector(self, kind, size):
        n = self.int()
        a = array.array(kind)
        a.frombytes(self.b[self.p:self.p + n * size])
        a.byteswap()
        self.p += n * size
        return a

    def pairs(self, flags):
        out = []
        while flags & 255 == 2:
            if flags & 0x200:
                self.item()
            tag = self.item() if flags & 0x400 else None
            out.append((tag, self.item()))
            flags = self.int()
        return out

    def item(self):
        flags = self.int()
        kind = flags & 255
        if kind in (254, 253, 251, 242, 241):
            return None
        if kind == 255:
            return self.refs[(flags >> 8 or self.int()) - 1]
        if kind == 1:
            self.refs.append(self.item())
            return self.refs[-1]
        if kind == 2:
            return self.pairs(flags)
        if kind == 9:
            n = self.int()
            self.p += max(0, n)
            return None if n < 0 else self.b[self.p - n:self.p].decode('utf-8', 'replace')
        if kind == 238:
            name, state, _ = self.item()[0][1], self.item(), self.item()
            if name == 'compact_intseq':
                return [int(state[1] + k * state[2]) for k in range(int(state[0]))]
            if name == 'deferred_string':
                return [str(x) for x in state[0][1]]
            return state[0] if not isinstance(state[0], tuple) else state[0][1]
        if kind in (10, 13):
            v = self.vector('i', 4)
        elif kind == 14:
            v = self.vector('d', 8)
        elif kind in (16, 19):
            v = [self.item() for _ in range(self.int())]
        else:
            raise ValueError('R type %d' % kind)
        if flags & 0x200:
            a = dict(self.item())
            if 'names' in a and kind == 19:
                return dict(zip(a['names'], v))
            if 'levels' in a:
                return [a['levels'][x - 1] if x > 0 else None for x in v]
        return v


# States of the Correlates of War whose abbreviation train/leaders.tsv does not have; FIPS/GEC codes that the World Factbook has not, or under another name.
COW_STATES = dict(SNM='SMR', YAR='YEM', YUG='YUG', CZE='CSK', GFR='DEU', GMY='DEU', RUS='RUS', VAT='VAT', PAL='PLW', ETM='TLS', DRV='VNM', TAW='TWN', KOS='XKX', ZAN='TZA')
FIPS = dict(MMR='BM', TUR='TU', CZE='EZ', SWZ='WZ', MKD='MK', COD='CG', COG='CF', CIV='IV', PSE='WE', XKX='KV', ESH='WI', CUW='UC', SXM='NN', GMB='GA', BHS='BF',
            PRK='KN', KOR='KS', FSM='FM', TLS='TT', CPV='CV', VAT='VT', HKG='HK', MAC='MC', ABW='AA', SHN='SH', VIR='VQ', VGB='VI', GLP='GP', MTQ='MB', GUF='FG', REU='RE',
            MYT='MF', ATA='AY', ALA='-', SJM='SV', UMI='-', NLD='NL', ARE='AE', DOM='DR', SGS='SX', IOT='IO', FLK='FK', MAF='RN', BLM='TB', STP='TP', CAF='CT')
CAMEO = dict(ROU='ROM', TLS='TMP')


def cow_abbreviations(source, here):
    """COW abbreviation of a state, by its number and by its name in the columns of the IGO data; and its ISO code."""
    iso = dict(COW_STATES)
    for line in open(os.path.join(here, 'leaders.tsv'), encoding='utf-8'):
        if line[0] != '#':
            abb, code = line.split('\t')[:2]
            iso.setdefault(abb, code)
    iso['RUS'] = 'RUS'
    with tarfile.open(os.path.join(source, 'cow_igo_membership.tar.xz')) as t:
        files = {os.path.basename(m.name): t.extractfile(m).read() for m in t if m.name.endswith('.rda')}
    states = Rda(files['states2016.rda']).value['states2016']
    rows = []
    for i in range(len(states['ccode'])):
        rows.append((int(states['ccode'][i]), states['stateabb'][i], states['state'][i], iso.get(states['stateabb'][i])))
    return rows, files


def factbook(source):
    """(FIPS/GEC, government) of the World Factbook's countries."""
    out = []
    with tarfile.open(os.path.join(source, 'factbook.tar.xz')) as t:
        for m in t:
            if m.name.endswith('.json'):
                try:
                    out.append((os.path.basename(m.name)[:2].upper(), json.loads(t.extractfile(m).read().decode('utf-8')).get('Government') or {}))
                except ValueError:
                    continue
    return out


def codes_table(root, source, here):
    listed = {('XKX' if c['cca3'] == 'UNK' else c['cca3']): c for c in json.load(open(os.path.join(source, 'countries_mledoze.json')))}
    names = {}
    for code, c in listed.items():
        for n in [c['name']['common'], c['name']['official']] + c['altSpellings']:
            names.setdefault(fold(n), code)
    fips, governments = dict(FIPS), {}
    for gec, g in factbook(source):
        short = (g.get('Country name') or {}).get('conventional short form', {}).get('text', '')
        name = fold(re.sub(r'<.*?>|^The |, The$', '', html.unescape(short)))
        code = {v: k for k, v in FIPS.items()}.get(gec) or names.get(name)
        if code:
            fips.setdefault(code, gec)
            governments[code] = g
    states, files = cow_abbreviations(source, here)
    cow = {}
    for number, abb, _, code in states:
        if code and (code not in cow or abb in ('GMY', 'YEM', 'RUS', 'VNM', 'DRV')):
            cow[code] = (number, abb)
    cow['YUG'] = cow.get('YUG', (345, 'YUG'))
    cow['SRB'] = cow['YUG']
    cow['SUN'] = cow['RUS']
    cow['VDR'] = (817, 'RVN')
    rows = []
    for line in open(os.path.join(root, 'data/countries.tsv'), encoding='utf-8'):
        if line[0] == '#':
            continue
        iso3 = line.split('\t')[1]
        c = listed.get('UNK' if iso3 == 'XKX' else iso3) or listed.get(iso3) or {}
        number, abb = cow.get(iso3, ('-', '-'))
        rows.append((iso3, 'XK' if iso3 == 'XKX' else c.get('cca2') or '-', c.get('ccn3') or '-', number, abb, fips.get(iso3, '-'), CAMEO.get(iso3, iso3)))
    write(root, 'data/codes.tsv', """Codes of states and territories.  Made by train/who_tables.py from mledoze/countries (ODbL 1.0), the Correlates of War and the World Factbook.
FIPS: FIPS 10-4, now GEC.  CAMEO: the CAMEO code of the country.  -: none.
iso3	iso2	iso numeric	cow number	cow	fips	cameo""", rows)
    return governments, states, files


# What the World Factbook says in brackets after an organisation: the kind of membership, None: no membership.
def kind_in_brackets(text):
    for pattern, kind in ((r'suspended', 'suspended'), (r'candidate|accession|applicant|acceding', 'candidate'), (r'observer|guest|dialogue', 'observer'),
                          (r'associate|affiliate|partner', 'associate'), (r'ngo|national committees|signatory|subscriber|correspondent|cooperating|moc|represent', None)):
        if re.search(pattern, text.lower()):
            return kind
    return 'member'


def members(root, source, here):
    governments, states, files = codes_table(root, source, here)
    data = Rda(files['igo_year_format3.rda']).value['igo_year_format3']
    column = {state: code for _, _, state, code in states if code}
    cow, wfb, lists, only = {}, {}, [], set()
    order = []
    for line in open(os.path.join(here, 'members.tsv'), encoding='utf-8'):
        f = line.rstrip('\n').split('\t')
        if line[0] == '#' or not line.strip():
            continue
        if f[1] not in order:
            order.append(f[1])
        if f[0] == 'from':
            cow[f[2]], wfb[f[3]] = f[1], f[1]
        elif f[0] == 'only':
            only.add(f[1])
        else:
            lists.append(f[1:])
    terms = {}
    years = {}
    for i, name in enumerate(data['ioname']):
        if name in cow and cow[name] not in only:
            years.setdefault(cow[name], []).append((int(data['year'][i]), i))
    kinds = {1: 'member', 2: 'associate', 3: 'observer'}
    for organisation, found in years.items():
        found.sort()
        last = found[-1][0]
        for state, code in column.items():
            run = None
            for year, i in found:
                kind = kinds.get(data[state][i])
                use = code
                if code == 'RUS' and year < 1992:
                    use = 'SUN'
                elif code == 'YUG' and year > 2002:
                    use = 'SRB' if year > 2005 else 'SCG'
                if run and (run[0] != kind or run[3] != use):
                    terms.setdefault((organisation, run[3]), []).append([run[0], str(run[1]), str(run[2])])
                    run = None
                if kind:
                    run = [kind, run[1] if run else year, year, use]
            if run:
                terms.setdefault((organisation, run[3]), []).append([run[0], str(run[1]), '-' if run[2] >= 2014 else str(run[2])])
        if last < 2014:
            continue
    for code, g in governments.items():
        text = re.sub(r'<.*?>', '', (g.get('International organization participation') or {}).get('text', ''))
        for part in re.split(r'[,;] (?![^(]*\))', text):
            m = re.match(r'(.*?)\s*(?:\((.*)\))?$', part.strip())
            organisation = wfb.get(m[1])
            if not organisation or organisation in only or m[1] == '-':
                continue
            kind = kind_in_brackets(m[2] or '')
            there = terms.get((organisation, code), [])
            if kind and not any(t[0] == kind and t[2] == '-' for t in there):
                if kind == 'member' or not any(t[2] == '-' for t in there):
                    terms.setdefault((organisation, code), []).append([kind, '-' if not there or organisation not in years else '-', '-'])
    byhand = {}
    for organisation, start, end, kind, codes in lists:
        for code in codes.split():
            byhand.setdefault((organisation, code, kind), []).append([kind, start, end])
    for (organisation, code, kind), given in byhand.items():
        old = [t for t in terms.get((organisation, code), []) if t[0] != kind]
        terms[(organisation, code)] = old + given
    rows = []
    for (organisation, code), found in terms.items():
        for kind, start, end in found:
            rows.append((order.index(organisation), organisation, code, start, end, kind))
    rows = sorted(set(rows), key=lambda r: (r[0], r[2], r[3]))
    write(root, 'data/members.tsv', """Who belongs to which organisation.  Made by train/who_tables.py: to 2014 from the Correlates of War (Pevehouse et al., IGO v3), since then from
the World Factbook (CC0) and train/members.tsv, by hand.  kind: member candidate observer associate suspended.  -: not known, or to this day.
organisation	member	from	to	kind""", [r[1:] for r in rows])
    print('members: %d organisations' % len({r[1] for r in rows}), file=sys.stderr)


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    source, root = sys.argv[1:]
    politicians = Archive(os.path.join(source, 'every_politician_cabinets.tar.xz'))
    codes = countries(root, source, politicians)
    places(root, source, codes)
    dutch_people(root, people(root, source, politicians, codes))
    members(root, source, os.path.dirname(os.path.abspath(__file__)))


if __name__ == '__main__':
    main()
