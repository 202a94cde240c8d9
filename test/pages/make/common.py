"""What the builds share: the articles, gold, and the stuff around articles (menus, teasers, comments, scripts) as words, without markup."""
import html, pathlib, re, zlib

HERE = pathlib.Path(__file__).parent


class Article:
    def __init__(self, number, lang, date, source, title):
        self.number, self.lang, self.date, self.source, self.title = number, lang, date, source, title
        self.parts, self.optional = [], []

    @property
    def ymd(self):
        return tuple(int(x) for x in self.date.split('-'))

    @property
    def intro(self):
        return next((x for k, x in self.parts if k == 'intro'), None)

    def body(self):
        return [(k, x) for k, x in self.parts if k != 'intro']

    def plain(self):
        """Running text, as articleBody has it."""
        return '\n\n'.join(bare(x) for k, x in self.parts if k in ('intro', 'p', 'h', 'quote', 'q'))

    def gold(self):
        out = []
        for k, x in self.parts:
            if k in ('fig',):
                out += ['~ ' + bare(y) for y in x if y]
            elif k == 'pull':
                out.append('~ ' + bare(x))
            elif k in ('list', 'box'):
                out += [bare(y) for y in x]
            elif k == 'table':
                out += [' '.join(row) for row in x]
            elif k == 'post':
                out += ['~ ' + x[0], bare(x[1])]
            elif k != 'rel':
                out.append(bare(x))
        return out + ['~ ' + x for x in self.optional]


def bare(s):
    return re.sub(r'\*\*|__|\[\[|\]\]', '', s)


def inline(s, esc=lambda t: html.escape(t, quote=False), b='strong', i='em', a='<a href="https://www.example.org/archive/1207">%s</a>'):
    s = esc(s)
    s = re.sub(r'\*\*(.+?)\*\*', rf'<{b}>\1</{b}>', s)
    s = re.sub(r'__(.+?)__', rf'<{i}>\1</{i}>', s)
    return re.sub(r'\[\[(.+?)\]\]', lambda m: a % m.group(1), s)


def articles():
    out = {}
    for lang in ('en', 'nl'):
        a = None
        for line in (HERE / f'articles.{lang}.txt').read_text().splitlines():
            if not line.strip():
                continue
            mark, rest = line[0], line[2:]
            cells = [c.strip() for c in rest.split(' | ')]
            if mark == '@':
                number, head = line[1:].split(' ', 1)
                date, source, title = head.split(' | ', 2)
                a = out[int(number)] = Article(int(number), lang, date, source, title)
            elif line.startswith('## '):
                a.parts.append(('h', line[3:]))
            elif line.startswith('!! '):
                a.parts.append(('pull', line[3:]))
            elif line[1] != ' ' or mark not in '^->[(|{<%?':
                a.parts.append(('p', line))
            elif mark in '-|' and a.parts and a.parts[-1][0] == {'-': 'list', '|': 'table'}[mark]:
                a.parts[-1][1].append(rest if mark == '-' else cells)
            else:
                kind, value = {'^': ('intro', rest), '-': ('list', [rest]), '>': ('quote', rest), '[': ('fig', (cells + [''])[:2]), '(': ('shot', rest),
                               '|': ('table', [cells]), '{': ('box', [c.strip() for c in rest.split(' ; ')]), '<': ('rel', rest), '%': ('post', cells),
                               '?': ('q', rest)}[mark]
                a.parts.append((kind, value))
    return out


def render(parts, **rule):
    """Markup of the parts; a rule takes (text) or the tuple of its kind; what has no rule falls back on plain HTML."""
    t = rule.get('inline', inline)
    fall = {
        'p': lambda x: f'<p>{t(x)}</p>', 'intro': lambda x: f'<p>{t(x)}</p>', 'h': lambda x: f'<h2>{t(x)}</h2>', 'q': lambda x: f'<p><strong>{t(x)}</strong></p>',
        'list': lambda x: '<ul>' + ''.join(f'<li>{t(y)}</li>' for y in x) + '</ul>', 'quote': lambda x: f'<blockquote><p>{t(x)}</p></blockquote>',
        'pull': lambda x: f'<blockquote class="pullquote">{t(x)}</blockquote>', 'rel': lambda x: '', 'shot': lambda x: f'<figure><img src="/i/1.jpg"><figcaption>{t(x)}</figcaption></figure>',
        'fig': lambda x: f'<figure><img src="/i/2.jpg" alt=""><figcaption>{t(x[0])} <span class="credit">{t(x[1])}</span></figcaption></figure>',
        'table': lambda x: '<table><thead><tr>' + ''.join(f'<th>{t(c)}</th>' for c in x[0]) + '</tr></thead><tbody>' +
                           ''.join('<tr>' + ''.join(f'<td>{t(c)}</td>' for c in r) + '</tr>' for r in x[1:]) + '</tbody></table>',
        'box': lambda x: f'<div class="infobox"><h3>{t(x[0])}</h3>' + ''.join(f'<p>{t(y)}</p>' for y in x[1:]) + '</div>',
        'post': lambda x: f'<h3><time>{x[0]}</time> {t(x[1])}</h3>',
    }
    return '\n'.join(rule.get(k, fall[k])(x) for k, x in parts)


MONTHS = {'nl': 'januari februari maart april mei juni juli augustus september oktober november december'.split(),
          'en': 'January February March April May June July August September October November December'.split()}
DAYS = {'nl': 'maandag dinsdag woensdag donderdag vrijdag zaterdag zondag'.split(), 'en': 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split()}


def long_date(a, form='dmy'):
    y, m, d = a.ymd
    month = MONTHS[a.lang][m - 1]
    return {'dmy': f'{d} {month} {y}', 'mdy': f'{month} {d}, {y}', 'num': f'{d:02}-{m:02}-{y}', 'short': f'{d} {month[:3]} {y}', 'Mdy': f'{month[:3]} {d}, {y}'}[form]


def weekday(a):
    import datetime
    return DAYS[a.lang][datetime.date(*a.ymd).weekday()]


def rfc822(a):
    import datetime
    return datetime.date(*a.ymd).strftime('%a, %d %b %Y') + ' 09:12:00 GMT'


def slug(s):
    return re.sub(r'[^a-z0-9]+', '-', s.lower()).strip('-')[:60]


def pick(words, seed, n):
    """About twice n of the words, as pages have them; others for another seed, always the same for the same."""
    order = sorted(words, key=lambda w: zlib.crc32(f'{seed}/{w}'.encode()))
    return order[:2 * n]


MENU = {'nl': 'Voorpagina|Binnenland|Buitenland|Politiek|Economie|Regio|Sport|Cultuur & Media|Wetenschap|Opinie|Weer|Puzzels|Podcasts|Video|Krant|Abonneren|Inloggen|Mijn account|Contact|Klantenservice|Vacatures|Amsterdam|Rotterdam|Den Haag|Utrecht|Groningen|Friesland|Drenthe|Overijssel|Gelderland|Flevoland|Noord-Holland|Zuid-Holland|Zeeland|Noord-Brabant|Limburg|Voetbal|Wielrennen|Schaatsen|Tennis|Geld|Werk|Wonen|Auto|Gezondheid|Koken|Reizen|Boeken|Film|Muziek'.split('|'),
        'en': 'Home|World|Politics|Business|Local|Opinion|Sports|Culture|Science|Health|Travel|Weather|Crosswords|Podcasts|Video|Newsletters|Subscribe|Sign in|My account|Contact us|Help centre|Careers|North|South|East|West|Midlands|Islands|Courts|Schools|Housing|Transport|Farming|Football|Cricket|Rugby|Tennis|Cycling|Money|Work|Homes|Cars|Food|Books|Film|Music|Theatre|Gardens|Obituaries|Letters'.split('|')}
FOOT = {'nl': 'Over ons|Redactie|Adverteren|Privacyverklaring|Cookie-instellingen|Algemene voorwaarden|Toegankelijkheid|Colofon|RSS|Tip de redactie'.split('|'),
        'en': 'About us|Newsroom|Advertise|Privacy notice|Cookie settings|Terms of service|Accessibility|Masthead|RSS feeds|Send us a tip'.split('|')}
SHARE = {'nl': 'Deel op Facebook|Deel op X|Deel via WhatsApp|Deel op LinkedIn|E-mail dit artikel|Kopieer link'.split('|'),
         'en': 'Share on Facebook|Share on X|Share via WhatsApp|Share on LinkedIn|Email this story|Copy link'.split('|')}
TEASERS = {
    'nl': [
        ('Kabinet schuift besluit over vrachtwagenheffing opnieuw door', 'De ministerraad werd het vrijdag niet eens over de hoogte van het tarief. Na de zomer volgt een nieuwe poging.'),
        ('Drie gewonden bij brand in parkeergarage Zwolle', 'De brand ontstond in een elektrische auto op de tweede verdieping. De garage is voorlopig gesloten.'),
        ('Waarom de bollenvelden dit jaar zo vroeg in bloei staan', 'Door de zachte winter is het seizoen drie weken eerder begonnen dan normaal, zeggen de kwekers.'),
        ('Ajax huurt spits van Sparta tot het einde van het seizoen', 'De club betaalt naar verluidt 400.000 euro voor de aanvaller, die vorig jaar elf keer scoorde.'),
        ('Nieuwe schoolleider wil telefoons uit de aula', 'Leerlingen leveren hun toestel in bij binnenkomst. De leerlingenraad noemt dat betuttelend.'),
        ('Huizenprijzen stijgen voor de vierde maand op rij', 'Een gemiddelde woning kostte in de afgelopen maand 431.000 euro, meldt de makelaarsvereniging.'),
        ('Ecologen vinden otter terug in de Biesbosch', 'Een wildcamera legde het dier in de nacht van zaterdag op zondag vast bij een vistrap.'),
        ('Treinverkeer rond Amersfoort ligt stil door seinstoring', 'De NS verwacht dat de storing tot ongeveer zes uur vanavond duurt. Er rijden bussen.'),
        ('Recensie: een voorstelling als een te warm bad', 'De acteurs doen wat ze kunnen, maar het stuk weet na de pauze niet meer waar het heen wil.'),
        ('Column: de buurman en zijn bladblazer', 'Er zijn geluiden die je pas hoort als ze ophouden. Dat van de buurman hoort daar niet bij.'),
        ('Boeren blokkeren distributiecentrum in Oosterhout', 'Met veertig trekkers protesteren zij tegen de prijzen die supermarkten voor melk betalen.'),
        ('Zo veel regen viel er vannacht in jouw regio', 'Op sommige plekken viel in zes uur tijd meer dan normaal in de hele maand. Bekijk de kaart.'),
        ('Burgemeester sluit café na vondst van vuurwerk', 'In de kelder lag ruim driehonderd kilo. De eigenaar zegt dat hij van niets wist.'),
        ('Quiz: wat weet jij nog van het nieuws van deze week?', 'Test je kennis met tien vragen en vergelijk je score met die van andere lezers.'),
        ('Ziekenhuis stelt operaties uit door ziek personeel', 'Zeker zestig patiënten moeten langer wachten op een nieuwe heup of knie, aldus het bestuur.'),
        ('Wolf gezien in de duinen bij Schoorl', 'Wandelaars maakten foto’s van het dier. Volgens kenners is het een jong mannetje op zoek naar een gebied van zichzelf.'),
        ('Motorrijder (34) overleden na botsing met paard', 'Het ongeluk gebeurde rond middernacht op een onverlichte weg. De politie zoekt getuigen.'),
        ('Dit zijn de mooiste terrassen aan het water', 'Onze verslaggevers bezochten er veertig en kwamen met nat haar en een lijstje thuis.'),
        ('Feyenoord verliest ook in Heerenveen', 'De ploeg gaf in de laatste tien minuten een voorsprong van twee doelpunten uit handen.'),
        ('Gemeente verbiedt palmolie in frituur van sportkantines', 'De wethouder wil dat de jeugd gezonder gaat snacken. De clubs vrezen voor hun omzet.'),
        ('Minister belooft betere busverbindingen op het platteland', 'In elk dorp moet weer minstens twee keer per uur een bus stoppen, maar geld is er nog niet.'),
        ('Podcast: wie was de man die de zee wilde kopen?', 'In zes afleveringen volgen we het spoor van een fortuin dat niemand ooit heeft gezien.'),
        ('Ook deze zomer geen zwemwater in de Sloterplas', 'De blauwalg keerde vorige week terug. Het waterschap raadt zwemmen tot september af.'),
        ('Kunstenaar plakt station vol met kassabonnen', 'Reizigers mochten er zelf een aan toevoegen. Binnen een dag hingen er elfduizend.'),
    ],
    'en': [
        ('Ministers delay decision on lorry levy once more', 'The cabinet could not agree on Friday about how high the charge should be. It will try again after the summer.'),
        ('Three hurt in car park fire in Ashford', 'The blaze began in an electric car on the second floor. The car park stays closed for now.'),
        ('Why the bluebells are out three weeks early', 'A mild winter has brought the season forward, growers say, and the bees have noticed.'),
        ('Rovers sign striker on loan until the end of the season', 'The club is said to be paying £350,000 for the forward, who scored eleven times last year.'),
        ('New head wants phones out of the dining hall', 'Pupils hand in their devices at the door. The student council calls it patronising.'),
        ('House prices rise for the fourth month in a row', 'The average home cost £291,000 last month, according to the estate agents’ association.'),
        ('Otters return to the upper reaches of the Wey', 'A wildlife camera caught the animal on the night from Saturday to Sunday near a fish pass.'),
        ('Signal failure halts trains around Carlow Junction', 'The operator expects delays until about six this evening. Replacement buses are running.'),
        ('Review: an evening like a bath that is too warm', 'The cast does what it can, but after the interval the play forgets where it wanted to go.'),
        ('Opinion: my neighbor and his leaf blower', 'There are sounds that you only hear once they stop. This is not one of those.'),
        ('Farmers block supermarket depot over milk prices', 'With forty tractors they are protesting against what the chains pay for a litre.'),
        ('How much rain fell in your area last night', 'In some places more came down in six hours than normally in the whole month. See the map.'),
        ('Mayor shuts bar after fireworks found in cellar', 'Officers counted more than six hundred pounds of it. The owner says he knew nothing.'),
        ('Quiz: how closely did you follow the news this week?', 'Test yourself with ten questions and compare your score with that of other readers.'),
        ('Hospital postpones operations as staff fall ill', 'At least sixty patients will have to wait longer for a new hip or knee, the board says.'),
        ('Wolf spotted in dunes near the coast', 'Walkers took pictures of the animal. Experts say it is a young male in search of a territory of its own.'),
        ('Motorcyclist, 34, dies in collision with horse', 'The accident happened around midnight on an unlit road. Police are looking for witnesses.'),
        ('The best cafes by the water, ranked', 'Our reporters visited forty of them and came home with wet hair and a list.'),
        ('City lose again after late collapse', 'The side gave away a lead of two goals in the last ten minutes of the match.'),
        ('Town bans palm oil from the fryers of sports clubs', 'The council wants children to eat better. The clubs fear for their takings.'),
        ('Minister promises better rural buses', 'Every village is to have at least two an hour again, but the money has yet to be found.'),
        ('Podcast: the man who wanted to buy the sea', 'In six episodes we follow the trail of a fortune that nobody has ever seen.'),
        ('No swimming in the reservoir this summer either', 'The blue-green algae came back last week. The water board advises against bathing until September.'),
        ('Artist covers station in till receipts', 'Travellers were invited to add one of their own. Within a day there were eleven thousand.'),
    ]}
COMMENTS = {
    'nl': [
        ('Jan_uit_Assen', 'Dit was natuurlijk al jaren te voorzien. Wie de stukken van de raad leest, weet dat er in 2019 al voor gewaarschuwd is, maar daar werd toen niet naar geluisterd.'),
        ('mevrouw de Wit', 'Mooi geschreven stuk. Ik heb er zelf jaren gewoond en herken elk woord.'),
        ('Klaas V.', 'En wie gaat dat betalen? Precies, de belastingbetaler weer. Ik zou zeggen: laat ze het eerst maar eens uit eigen zak voorschieten, dan praten we verder.'),
        ('pietje72', 'Onzin! Mijn zwager werkt daar en die zegt dat het heel anders is gegaan dan hier staat.'),
        ('Redactie', 'Beste lezer, bedankt voor uw reactie. We hebben het jaartal in de tweede alinea aangepast.'),
        ('H. Zomer', 'Waarom staat hier niets over de rol van de provincie? Die heeft er tenslotte miljoenen in gestoken zonder dat iemand weet waar ze gebleven zijn.'),
    ],
    'en': [
        ('OldSalt44', 'Anyone who has read the minutes could have seen this coming. There was a warning back in 2019, and nobody on the board thought it worth the trouble of an answer.'),
        ('Margaret H.', 'Beautifully written. I lived there for eleven years and recognise every word of it.'),
        ('taxpayer_jim', 'And who is going to pay for all of this? That is right, the likes of you and me. Let them put up their own money first and then we can have a conversation about it.'),
        ('Rosie', 'Nonsense. My brother-in-law works there and he says it went quite differently from what you write.'),
        ('Moderator', 'Thank you for your comments. We have corrected the year in the second paragraph.'),
        ('D. Ferris', 'Why is there nothing here about the part the county played? They put millions into it, after all, and nobody seems able to say where it went.'),
    ]}
COOKIE = {'nl': ('Wij en onze 143 partners gebruiken cookies en vergelijkbare technieken om informatie op een apparaat op te slaan en te openen, voor gepersonaliseerde advertenties, '
                 'het meten van advertenties en inhoud, onderzoek onder bezoekers en het ontwikkelen van diensten.', 'Je kunt je voorkeuren op elk moment wijzigen via de link onderaan de pagina. '
                 'Meer informatie vind je in ons privacybeleid en cookiebeleid.', 'Alles accepteren', 'Instellingen aanpassen', 'Alles weigeren'),
          'en': ('We and our 143 partners store and access information on a device, such as cookies, and process personal data for personalised advertising, advertising and content '
                 'measurement, audience research and services development.', 'You can change your choices at any time by returning to this site and clicking the link at the bottom of the page. '
                 'Read more in our privacy and cookie policies.', 'Accept all', 'Manage options', 'Reject all')}
LETTER = {'nl': ('Mis niets van het nieuws', 'Ontvang elke ochtend het belangrijkste nieuws in je mailbox. Meld je nu gratis aan voor onze nieuwsbrief.', 'Aanmelden'),
          'en': ('Never miss a story', 'Get the day’s most important news in your inbox every morning. Sign up for our free newsletter.', 'Sign up')}
ICON = {'f': 'M22.676 0H1.324C.593 0 0 .593 0 1.324v21.352C0 23.408.593 24 1.324 24h11.494v-9.294H9.689v-3.621h3.129V8.41c0-3.099 1.894-4.785 4.659-4.785 1.325 0 2.464.097 2.796.141v3.24h-1.921c-1.5 0-1.792.721-1.792 1.771v2.311h3.584l-.465 3.63H16.56V24h6.115c.733 0 1.325-.592 1.325-1.324V1.324C24 .593 23.408 0 22.676 0',
        'x': 'M18.901 1.153h3.68l-8.04 9.19L24 22.846h-7.406l-5.8-7.584-6.638 7.584H.474l8.6-9.83L0 1.154h7.594l5.243 6.932ZM17.61 20.644h2.039L6.486 3.24H4.298Z',
        's': 'M10 2a8 8 0 105.3 14l5.4 5.3 1.3-1.3-5.3-5.4A8 8 0 0010 2zm0 2a6 6 0 110 12 6 6 0 010-12z'}


def svg(k, cls='icon'):
    return f'<svg class="{cls}" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false"><title>{k}</title><path fill="currentColor" d="{ICON[k]}"></path></svg>'


def consent_js():
    """Vendors and purposes, as consent scripts carry them along."""
    vendors = ','.join(f'{{"id":{i * 7 + 11},"name":"Vendor {i}","purposes":[1,{i % 9 + 2},{i % 5 + 4}],"legIntPurposes":[{i % 3 + 7}],"policyUrl":"https:\\/\\/vendor{i}.example\\/privacy","maxAge":{i * 86400}}}' for i in range(40))
    return ('<script>window.__consent={"version":2,"vendors":[' + vendors + ']};(function(d){var q=[];window.__tcfapi=function(c,v,f){q.push([c,v,f]);return q};'
            'd.addEventListener("DOMContentLoaded",function(){if(!/consent=1/.test(d.cookie)){var s=d.createElement("script");s.src="https://cmp.example/v2.js";s.async=1;d.head.appendChild(s)}})})(document);</script>')


def gtm(ident='GTM-K2X7QP'):
    return consent_js() + ("<script>(function(w,d,s,l,i){w[l]=w[l]||[];w[l].push({'gtm.start':new Date().getTime(),event:'gtm.js'});var f=d.getElementsByTagName(s)[0],j=d.createElement(s),"
            "dl=l!='dataLayer'?'&l='+l:'';j.async=true;j.src='https://tags.example.net/gtm.js?id='+i+dl;f.parentNode.insertBefore(j,f);})(window,document,'script','dataLayer','%s');</script>" % ident)


def gtm_frame(ident='GTM-K2X7QP'):
    return f'<noscript><iframe src="https://tags.example.net/ns.html?id={ident}" height="0" width="0" style="display:none;visibility:hidden"></iframe></noscript>'


def ads_js(unit):
    return ('<script>window.googletag=window.googletag||{cmd:[]};googletag.cmd.push(function(){var m=googletag.sizeMapping().addSize([1024,0],[[728,90],[970,250]]).addSize([0,0],[[320,50],[320,100]]).build();'
            f'googletag.defineSlot("/4410/{unit}",[[728,90],[970,250]],"div-gpt-{unit}").defineSizeMapping(m).addService(googletag.pubads());if(window.innerWidth<768&&document.cookie.indexOf("<p>")<0)'
            '{googletag.pubads().setTargeting("device","mobile")}googletag.pubads().enableSingleRequest();googletag.enableServices()});</script>')


def css(*classes):
    rules = ['*{box-sizing:border-box}body{margin:0;font:16px/1.6 Georgia,serif;color:#111;background:#fff}a{color:#036;text-decoration:none}img{max-width:100%;height:auto;display:block}']
    for i, c in enumerate([c for c in classes] + [f'{c}__{part}' for c in classes for part in ('inner', 'title', 'list', 'item', 'link', 'media', 'meta', 'action')]):
        rules.append(f'.{c}{{display:flex;flex-wrap:wrap;margin:0 auto {i * 4 + 8}px;max-width:{640 + i * 16}px;padding:{i}px 16px}}.{c}>a:hover,.{c}:focus-within{{outline:2px solid #06c}}'
                     f'@media (max-width:{48 + i}em){{.{c}{{display:block;padding:0 8px}}.{c}:before{{content:"\\201C";color:#c00}}}}')
    return '<style>' + ''.join(rules) + '</style>'
