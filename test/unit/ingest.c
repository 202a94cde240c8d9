/* Pages, texts and JSON Lines to documents and blocks. */
#include "ingest/claim.h"
#include "ingest/ingest.h"

#include "tap.h"

#include <stdlib.h>
#include <unistd.h>

static struct arena a;
static const char *home;

/* The first document of path; 1, 0 or -1 of reader_next. */
static int read_one(const char *path, const char *format, struct doc *d)
{
	struct reader *r;
	struct error e;
	struct ingest_options o = { .date = day_of(2024, 10, 12), .format = format, .home = home };

	arena_reset(&a);
	doc_init(d, &a);
	if (reader_open(&r, &o, path, &e)) {
		printf("# %s\n", e.text);
		return -2;
	}
	int n = reader_next(r, d);

	reader_close(r);
	return n;
}

static int read_text(const char *text, const char *format, struct doc *d)
{
	char path[] = "/tmp/coulisse-ingest-XXXXXX";
	int fd = mkstemp(path);
	bool written = fd >= 0 && write(fd, text, strlen(text)) == (ssize_t)strlen(text);

	close(fd);
	int n = written ? read_one(path, format, d) : -2;

	unlink(path);
	return n;
}

static bool has(const struct doc *d, enum block_type type, const char *text)
{
	for (size_t i = 0; i < d->blocks.n; i++)
		if (d->blocks.at[i].type == type && str_is(doc_slice(d, d->blocks.at[i].span), text))
			return true;
	return false;
}

static bool mentions(const struct doc *d, const char *words)
{
	return str_search(d->text, str_c(words)) < d->text.n;
}

static bool ordered(const struct doc *d)
{
	for (size_t i = 0; i < d->blocks.n; i++)
		if (d->blocks.at[i].span.start >= d->blocks.at[i].span.end || d->blocks.at[i].span.end > d->text.n ||
		    (i && d->blocks.at[i].span.start < d->blocks.at[i - 1].span.end))
			return false;
	return true;
}

static void dutch_page(const char *path)
{
	struct doc d;

	ok(read_one(path, NULL, &d) == 1, "a Dutch page is read");
	ok(str_is(d.title, "Premier van Letland op bezoek in Den Haag"), "headline without the name of the site");
	ok(str_is(d.source, "Het Dagblad van Morgen") && str_is(d.url, "https://dagblad.example/buitenland/letland"), "source and address");
	ok(d.date == day_of(2024, 5, 14) && str_is(d.published, "2024-05-14T18:20:00+02:00"), "date of publication before that of the options");
	ok(str_is(d.lang, "nl"), "language");
	ok(has(&d, BLOCK_LEAD, "De Letse premier Evika Siliņa heeft dinsdag in Den Haag gesproken met premier Rutte. Zij kwamen overeen dat Nederland drones levert."), "lead");
	ok(has(&d, BLOCK_CAPTION, "Siliņa en Rutte bij het Catshuis"), "caption");
	ok(has(&d, BLOCK_SUBHEADING, "Steun aan Oekraïne"), "subheading");
	ok(has(&d, BLOCK_PARAGRAPH, "Letland wil dat de Europese Unie haar steun aan Oekraïne uitbreidt. Rutte noemde dat 'verstandig'."), "a no-break space is a space");
	ok(has(&d, BLOCK_QUOTE, "Wij staan naast elkaar."), "quotation");
	ok(has(&d, BLOCK_RELATED, "Lees ook: Letland bouwt hek langs de grens"), "link to another article");
	ok(has(&d, BLOCK_TIME, "14 mei 2024, 18:20"), "time");
	ok(has(&d, BLOCK_PARAGRAPH, "Het bezoek duurt tot woensdag."), "paragraph behind the aside");
	ok(!mentions(&d, "cookies") && !mentions(&d, "voetbalclub") && !mentions(&d, "Facebook") && !mentions(&d, "Aardbeving") &&
	   !mentions(&d, "Goed artikel") && !mentions(&d, "Colofon"), "no cookie wall, navigation, share bar, aside, comments, footer");
	ok(ordered(&d), "blocks lie in the text, in order");
}

static void english_page(const char *path)
{
	struct doc d;

	ok(read_one(path, NULL, &d) == 1, "an English page without <article> is read");
	ok(str_is(d.title, "Talks resume in Nairobi"), "headline from <h1>");
	ok(d.date == day_of(2023, 11, 2) && str_is(d.lang, "en"), "date and language from <meta>");
	ok(has(&d, BLOCK_PARAGRAPH, "Kenya’s president opened the session. “We expect an agreement,” he said."), "character references");
	ok(has(&d, BLOCK_LIST, "First, the prisoners."), "list item");
	ok(has(&d, BLOCK_RELATED, "Read more: The long road to Nairobi"), "link to another article");
	ok(!mentions(&d, "newsletter") && !mentions(&d, "World"), "no sidebar, no menu");
}

static void scraped(void)
{
	struct doc d;

	ok(read_text("Kop van het stuk\n\ngisteren, 23:27\n\nDe minister was in Kiev.\n\nTussenkop\n\nHij sprak er de president. Dat zei hij.\n\n"
		     "Lees ook: iets anders\n\nAFP De minister in Kiev\n\n0:37 Minister bezoekt Kiev: 'goed gesprek'\n\nDeel dit artikel\n", NULL, &d) == 1, "text as a scraper leaves it");
	ok(has(&d, BLOCK_TITLE, "Kop van het stuk"), "first line: title");
	ok(has(&d, BLOCK_TIME, "gisteren, 23:27"), "a bare time");
	ok(has(&d, BLOCK_LEAD, "De minister was in Kiev."), "lead");
	ok(has(&d, BLOCK_SUBHEADING, "Tussenkop"), "subheading");
	ok(has(&d, BLOCK_RELATED, "Lees ook: iets anders"), "related");
	ok(has(&d, BLOCK_CREDIT, "AFP") && has(&d, BLOCK_CAPTION, "De minister in Kiev"), "photo credit and caption");
	ok(has(&d, BLOCK_CREDIT, "0:37") && has(&d, BLOCK_CAPTION, "Minister bezoekt Kiev: 'goed gesprek'"), "video mark and caption");
	ok(has(&d, BLOCK_BOILERPLATE, "Deel dit artikel"), "share button");
	ok(d.date == day_of(2024, 10, 12) && !d.published.n, "date of the options, since the text has none of its own");
	ok(read_text("Headline\n\nGENEVA (Reuters) - The envoys met. They left.\n", NULL, &d) == 1 &&
	   has(&d, BLOCK_DATELINE, "GENEVA (Reuters) - ") && has(&d, BLOCK_LEAD, "The envoys met. They left."), "dateline");
}

/* Lines that were broken at a width, and lines that are none of these. */
static void broken_lines(void)
{
	struct doc d;

	ok(read_text("Headline of the day\n\nThe envoys of both countries met on the border on Monday,\nand the two of them agreed on an exchange of prisoners, as\n"
		     "the ministry of one of them confirmed on the same evening.\n\nThey are to meet again next week in a third country, said\none of the diplomats, who did not want to be named here.\n", NULL, &d) == 1 &&
	   str_is(d.title, "Headline of the day") && has(&d, BLOCK_PARAGRAPH, "They are to meet again next week in a third country, said one of the diplomats, who did not want to be named here."),
	   "lines broken at a width are paragraphs again");
	ok(read_text("Headline of the day\n\nThe envoys of both countries met on the border on a Monday.\nThey agreed.\nAn exchange of prisoners follows.\nThe ministry said so.\n", NULL, &d) == 1 &&
	   !mentions(&d, "agreed. An"), "a sentence a line stays so");
	ok(read_text("The list of the day\n\n- the envoys of both countries, who met on the border there\n- the ministers of both countries, who sent them out there\n"
		     "- the presidents of both countries, who knew nothing of it\n- the parliaments of both countries, who asked them then\n", NULL, &d) == 1 && !mentions(&d, "there - the"), "so does a list");
}

static void returns(void)
{
	struct doc d;

	ok(read_text("Headline\r\rThe envoys met. They left.\r\rThey met again.\r", NULL, &d) == 1 && str_is(d.title, "Headline") &&
	   has(&d, BLOCK_LEAD, "The envoys met. They left.") && has(&d, BLOCK_PARAGRAPH, "They met again."), "lines that end with a carriage return alone");
	ok(read_text("title,text\r\"Envoys, again\",\"They met.\r\rThey left.\"\r", "csv", &d) == 1 && str_is(d.title, "Envoys, again") && mentions(&d, "They met.\n\nThey left."),
	   "rows that end so");
}

static void json_lines(void)
{
	struct doc d;

	ok(read_text("{\"id\":\"x1\",\"title\":\"T\\u00e9st\",\"text\":\"A b.\\n\\nC d.\",\"date\":\"2020-02-29\",\"url\":\"u\",\"lang\":\"en\",\"source\":\"s\"}\n", NULL, &d) == 1, "a JSON line");
	ok(str_is(d.text, "Tést\n\nA b.\n\nC d."), "text is title, blank line, text");
	ok(str_is(d.id, "x1") && str_is(d.url, "u") && str_is(d.source, "s") && str_is(d.lang, "en") && d.date == day_of(2020, 2, 29), "its fields");
	ok(has(&d, BLOCK_TITLE, "Tést") && has(&d, BLOCK_LEAD, "A b.") && has(&d, BLOCK_PARAGRAPH, "C d."), "its blocks");
	ok(read_text("{\"id\":4711,\"text\":\"A b.\"}\n", NULL, &d) == 1 && str_is(d.id, "4711"), "an id that is a number");
	ok(read_text("{\"id\":1234567890123456789,\"text\":\"A b.\"}\n", NULL, &d) == 1 && !d.id.n, "one that would be rounded is none");
	ok(read_text("{\"title\":\"The king met the queen.\",\"text\":null}\n", NULL, &d) == 1 && str_is(d.title, "The king met the queen."), "a title without a text is read");
	ok(read_text("{\"id\":1}\n", "jsonl", &d) == -1, "a line without text is refused");
	ok(read_text("{\"text\":\"a\"", "jsonl", &d) == -1, "a cut line is refused");
}

/* The date of an article as a table, a feed or a line gives it. */
static void stated(const char *date, const char *published)
{
	char line[200];
	struct doc d;

	snprintf(line, sizeof(line), "{\"text\":\"The king met the queen.\",\"date\":\"%s\"}\n", date);
	ok(read_text(line, NULL, &d) == 1 && str_is(d.published, published), "the date \"%s\" is \"%s\"", date, published);
}

static void stated_dates(void)
{
	stated("2024-10-11T18:22:00+02:00", "2024-10-11T18:22:00+02:00");
	stated("vr, 11 okt 2024 18:22:00 +0200", "2024-10-11");
	stated("vrijdag 11 oktober 2024", "2024-10-11");
	stated("October 11, 2024 6:22 PM", "2024-10-11");
	stated("Fri Oct 11 18:22:00 CEST 2024", "2024-10-11");
	stated("Fri Oct  4 08:22:00 2024", "2024-10-04");
	stated("11 oktober 18:22", "");
	stated("10/11/2024", "");
	stated("11-10-2024", "");
	stated("31 februari 2024", "");
}

/* What begins like a leftover is not one for that. */
static void sentences(void)
{
	struct doc d;

	ok(read_text("Headline\n\nThe envoys met. They left.\n\nThe post Envoys meet appeared first on The Cape.\n\nThe post of envoy is vacant.\n", NULL, &d) == 1 &&
	   has(&d, BLOCK_BOILERPLATE, "The post Envoys meet appeared first on The Cape.") && has(&d, BLOCK_PARAGRAPH, "The post of envoy is vacant."), "what a site puts below the items of its feed");
	ok(read_text("Headline\n\nThe envoys met. They left.\n\nShare prices fell on Monday.\n\nSources told the paper so.\n\nAFP reported it first.\n\nSources\n", NULL, &d) == 1 &&
	   has(&d, BLOCK_PARAGRAPH, "Share prices fell on Monday.") && has(&d, BLOCK_PARAGRAPH, "Sources told the paper so.") &&
	   has(&d, BLOCK_PARAGRAPH, "AFP reported it first.") && has(&d, BLOCK_RELATED, "Sources"), "English sentences are no leftovers");
	ok(read_text("Kop\n\nDe gezanten spraken elkaar. Zij gingen.\n\nDelen van de stad zijn donker.\n\nDoor een aanval zijn er doden\n\nCookies zijn duurder.\n", NULL, &d) == 1 &&
	   has(&d, BLOCK_PARAGRAPH, "Delen van de stad zijn donker.") && has(&d, BLOCK_SUBHEADING, "Door een aanval zijn er doden") &&
	   has(&d, BLOCK_PARAGRAPH, "Cookies zijn duurder."), "nor are Dutch ones");
	ok(read_text("{\"title\":\"AFP Wins a prize\",\"text\":\"The jury met. It chose.\"}\n", NULL, &d) == 1 && has(&d, BLOCK_TITLE, "AFP Wins a prize"),
	   "a title that is given is the title");
}

static void inputs(void)
{
	static const char lead[] = "De koning sprak dinsdag in Riga met de president van Letland.";
	static const char *const pieces[] = {
		"<h1>De koning in Riga</h1>\n<p>De koning sprak dinsdag in Riga met de president van Letland.</p>",
		"<TITLE>De koning in Riga</TITLE>\n<H1>De koning in Riga</H1>\n<P>De koning sprak dinsdag in Riga met de president van Letland.",
		"<section class=a><h1>De koning in Riga</h1><p>De koning sprak dinsdag in Riga met de president van Letland.</p></section>",
	};
	struct doc d;

	ok(read_text("{\n \"text\": \"The king met the queen.\"\n}\n", NULL, &d) == 1 && str_is(d.text, "The king met the queen."), "one JSON object over several lines");
	ok(read_text("[{\"id\":\"a\",\"text\":\"The king met the queen.\"},\n{\"id\":\"b\",\"text\":\"He left.\"}]", NULL, &d) == 1 && str_is(d.id, "a"), "an array of articles");
	ok(read_text("<?xml version=\"1.0\"?><table><row>A</row></table>", NULL, &d) == -1, "XML of another kind is refused");
	ok(read_text("<rows><row>The king met the queen.</row></rows>", NULL, &d) == -1, "also without a declaration");
	ok(read_text("<ANP> Van onze verslaggever\n\nDe koning sprak. Hij ging.\n", NULL, &d) == 1 && str_is(d.title, "<ANP> Van onze verslaggever"), "an agency in angle brackets is none");
	ok(read_text("<<< Bulletin >>>\n\nDe koning sprak. Hij ging.\n", NULL, &d) == 1 && has(&d, BLOCK_TITLE, "<<< Bulletin >>>"), "nor is a line of signs");
	ok(read_text("<b>Bezoek</b> van de koning\n\nDe koning sprak. Hij ging.\n", NULL, &d) == 1 && has(&d, BLOCK_LEAD, "De koning sprak. Hij ging."), "a bold word in a text leaves its lines");
	for (size_t i = 0; i < sizeof(pieces) / sizeof(*pieces); i++)
		ok(read_text(pieces[i], NULL, &d) == 1 && str_is(d.title, "De koning in Riga") && has(&d, BLOCK_LEAD, lead) && !mentions(&d, "<"), "a piece of a page: %s", pieces[i]);
	ok(read_text("{\"text\":\"a\\u0000b\"}\n", NULL, &d) == 1 && str_is(d.text, "a\xEF\xBF\xBD" "b"), "an escaped zero byte is replaced");
	ok(read_text("<html><body><div class='layout with-sidebar'><h1>Kop</h1><form><p>De minister van Buiten&shy;landse Zaken was in Kiev.</p></form></div>", NULL, &d) == 1 &&
	   has(&d, BLOCK_LEAD, "De minister van Buitenlandse Zaken was in Kiev."), "a sidebar beside it and a form around it do not hide an article; soft hyphens go");
	ok(read_text("<html><meta charset=iso-8859-1><body><h1>Kop</h1><p>De minister \x96 die in Oekra\xEFne was \x96 sprak.</p>", NULL, &d) == 1 &&
	   has(&d, BLOCK_LEAD, "De minister \xE2\x80\x93 die in Oekra\xC3\xAFne was \xE2\x80\x93 sprak."), "ISO 8859-1 on a page is windows-1252");
}

static const char body[] = "<p>De minister was dinsdag in Kiev voor overleg met haar collega.</p>";

/* The first document of a page's bytes, as the transport declares its charset. */
static int read_page(struct str bytes, const char *charset, struct doc *d)
{
	struct ingest_options o = { .date = DAY_NONE, .home = home, .charset = str_c(charset) };
	static struct leftovers l;
	static bool opened;

	if (!opened && leftovers_open(&l, home, NULL))
		return -2;
	opened = true;
	arena_reset(&a);
	doc_init(d, &a);
	return read_html(&l, &o, bytes, d, NULL);
}

static bool page_has(struct str bytes, const char *charset, const char *words)
{
	struct doc d;

	return !read_page(bytes, charset, &d) && mentions(&d, words);
}

static void charsets(void)
{
	struct buf b;
	struct arena own = { 0 };
	static const char wide[] = "<html><p>De minister was in Kiev. Het ging om 5 euro.</p>";

	ok(page_has(STR("<p>De caf\xE9houder vroeg \x80 5 \x96 voor thee.</p>"), "", "caf\xC3\xA9houder vroeg \xE2\x82\xAC 5 \xE2\x80\x93"), "undeclared and no UTF-8: windows-1252");
	ok(page_has(STR("<meta charset=utf-8><p>De caf\xE9houder sprak gisteren lang.</p>"), "", "caf\xC3\xA9houder"), "declared UTF-8 and is none");
	ok(page_has(STR("<meta charset=latin1><p>De caf\xC3\xA9houder sprak gisteren lang.</p>"), "", "caf\xC3\xA9houder"), "declared Latin-1 and is UTF-8");
	ok(page_has(STR("<meta charset=utf-8><p>De prijs van vijf \xA4 is hoog.</p>"), "iso-8859-15", "vijf \xE2\x82\xAC is"), "the transport before the page");
	ok(page_has(STR("<?xml version='1.0' encoding='iso-8859-15'?><html><p>De prijs van vijf \xA4 is hoog.</p>"), "", "vijf \xE2\x82\xAC is"), "XML's declaration");
	ok(page_has(STR("<meta charset='no-such'><p>De caf\xE9houder sprak gisteren lang.</p>"), "", "caf\xC3\xA9houder"), "a charset that nobody knows");
	ok(page_has(STR("<script src=x.js charset=utf-8></script><meta charset=iso-8859-15><p>De prijs van vijf \xA4 is hoog.</p>"), "", "vijf \xE2\x82\xAC is"), "that of a script is not the page's");
	ok(page_has(STR("<p>De Fran\xC3\xA7" "aise, de Cura\xC3\xA7" "aose, de Oekra\xC3\xAF" "ense, de Itali\xC3\xAB en Isra\xC3\xABl, Rom\xC3\xA2nia, \xC3\x89ire, \xC3\x85land, T\xC3\xBCrkiye, "
			"C\xC3\xB4te, S\xC3\xA3o Tom\xC3\xA9: alles is er, en een \xE9 die stuk is.</p>"), "", "een \xEF\xBF\xBD die stuk is"), "one bad byte in much UTF-8 is one bad letter");
	ok(page_has(STR("<meta charset=iso-8859-1><p>Itali\xC3\xAB, Belgi\xC3\xAB en Oekra\xC3\xAFne tekenden, en hier is de pagina afgebroken: co\xC3</p>"), "", "Oekra\xC3\xAFne tekenden"),
	   "also where Latin-1 is declared");
	ok(page_has(STR("<meta charset=iso-8859-1><p>Het bord zei \x93" "CAF\xC9\x94 en de caf\xE9houder wees erop.</p>"), "", "CAF\xC3\x89\xE2\x80\x9D en de caf\xC3\xA9houder"),
	   "a capital with a closing quote is no letter of UTF-8");
	ok(page_has(STR("<p>De cafe\xCC\x81houder sprak, en de caf&#101;&#769;s ook.</p>"), "", "caf\xC3\xA9houder sprak, en de caf\xC3\xA9s"), "the text is NFC");
	buf_init(&b, &own);
	for (size_t i = 0; i < sizeof(wide) - 1; i++) {
		buf_byte(&b, 0);
		buf_byte(&b, wide[i]);
	}
	ok(page_has(buf_str(&b), "utf-8", "De minister was in Kiev."), "UTF-16 without a byte order mark");
	arena_free(&own);
}

/* Head and what stands before the body give that date. */
static void dated(const char *head, const char *before, const char *date, const char *what)
{
	struct arena own = { 0 };
	struct buf b;
	struct doc d;
	char iso[11] = "";

	buf_init(&b, &own);
	buf_printf(&b, "<html><head>%s</head><body><h1>Minister bezoekt Kiev</h1>%s<div>%s%s</div></body></html>", head, before, body, body);
	if (!read_page(buf_str(&b), "", &d) && d.date != DAY_NONE)
		day_iso(d.date, iso);
	ok(!strcmp(iso, date), "date: %s%s%s", what, strcmp(iso, date) ? ", not " : "", strcmp(iso, date) ? iso : "");
	arena_free(&own);
}

static void dates(void)
{
	dated("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\":\"2024-03-05T08:00:00Z\"}</script><meta property='article:published_time' content='2024-03-07'>",
	      "", "2024-03-05", "JSON-LD before OpenGraph");
	dated("<meta name='article:modified_time' content='2024-03-09'><meta name='DC.date.issued' content='2024-03-05'>", "", "2024-03-05", "Dublin Core");
	dated("<meta name='pdate' content='20240305'>", "", "2024-03-05", "figures alone");
	dated("", "<time datetime='2024-03-05T10:00'>dinsdag</time>", "2024-03-05", "a marked time below the headline");
	dated("", "<p>dinsdag 5 maart 2024, 10:20</p>", "2024-03-05", "Dutch words");
	dated("", "<p>Posted by Ann on Mar. 5th, 2024</p>", "2024-03-05", "English words");
	dated("", "<span>Tuesday, 5 March 2024</span>", "2024-03-05", "the day first");
	dated("", "<p>05-03-2024</p>", "2024-03-05", "figures, the day first");
	dated("", "<p>03/15/2024</p>", "2024-03-15", "figures that can only have the month first");
	dated("", "<p>Bijgewerkt: 9 maart 2024</p><p>5 maart 2024</p>", "2024-03-05", "not the day of a change");
	dated("<link rel=canonical href='https://krant.example/2024/03/05/kiev'>", "", "2024-03-05", "the address");
	dated("<link rel=canonical href='https://krant.example/artikel/20240399-kiev'>", "<p>32 maart 2024</p>", "", "what is no day");
	dated("", "", "", "none");
	dated("<script type='application/ld+json'>\n//<![CDATA[\n{\"@type\":\"NewsArticle\",\"datePublished\":\"2024-03-05\"}\n//]]>\n</script>", "", "2024-03-05",
	      "JSON-LD in a section of XML");
	dated("<script type='application/ld+json'><!--\n{\"@type\":\"NewsArticle\",\"datePublished\":\"2024-03-05\"}\n--></script>", "", "2024-03-05", "JSON-LD in a comment");
	dated("<script type='application/ld+json'>/*<![CDATA[*/{\"@type\":\"NewsArticle\",\"datePublished\":\"2024-03-05\"}/*]]>*/</script>", "", "2024-03-05",
	      "JSON-LD in both");
	dated("<link rel=canonical href='https://krant.example/world/2024/mar/05/kiev'>", "", "2024-03-05", "the address, with a month's name");
	dated("<link rel=canonical href='https://krant.example/2024/03/05/kiev'>", "<p>Anna de Wit (7 oktober 1952)</p>", "2024-03-05", "the address against another year");
	dated("<link rel=canonical href='https://krant.example/2024/03/05/kiev'>", "<p>6 maart 2024</p>", "2024-03-06", "the line against the address of the day before");
	dated("", "<figure><img><figcaption>Kiev, 3 mei 2022</figcaption></figure>", "", "not that of a caption");
	dated("", "<blockquote><p>Wij gaan door.</p>&mdash; Anna (@a) <a href=x>3 mei 2022</a></blockquote>", "", "not that of a post");
	dated("", "<h5>5 maart 2024</h5>", "2024-03-05", "a heading below the headline");
	dated("", "<p>De oorlog begon op een donderdag in de vroege ochtend van die winter.</p><h3>3 mei 2022</h3>", "", "not the heading of a part");
	dated("", "<time class=updated datetime=2024-03-09>9 maart</time><time class='entry-date published' datetime=2024-03-05>5 maart</time>", "2024-03-05",
	      "the marked time of publication behind that of a change");
	dated("", "<time class='published updated' datetime=2024-03-05>5 maart</time>", "2024-03-05", "one marked time for both");
	dated("", "<p>De minister sprak gisteren met haar collega uit Kiev.</p><p>Zij hadden <time datetime=2022-05-03>3 mei 2022</time> voor het eerst overleg.</p>", "",
	      "not that of a sentence");
	dated("", "<p>Bijgewerkt op 9 maart 2024 - Gepubliceerd op 5 maart 2024</p>", "2024-03-05", "behind the day of a change in one line");
}

static void sourced(const char *head, const char *source, const char *title)
{
	struct arena own = { 0 };
	struct buf b;
	struct doc d;
	bool read;

	buf_init(&b, &own);
	buf_printf(&b, "<html><head>%s</head><body><h1>Minister bezoekt Kiev voor overleg</h1>%s%s</body></html>", head, body, body);
	read = !read_page(buf_str(&b), "", &d);
	ok(read && str_is(d.source, source) && str_is(d.title, title), "source \"%s\", found \"%.*s\"; headline \"%.*s\"", source, STR_ARG(d.source), STR_ARG(d.title));
	arena_free(&own);
}

static void sources(void)
{
	static const char title[] = "Minister bezoekt Kiev voor overleg";

	sourced("<meta property='og:site_name' content='De Krant'><title>Minister bezoekt Kiev voor overleg | Iets</title>", "De Krant", title);
	sourced("<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"Article\",\"publisher\":{\"@id\":\"#o\"}},{\"@type\":\"Organization\",\"@id\":\"#o\",\"name\":\"De Krant\"}]}</script>", "De Krant", title);
	sourced("<title>Minister bezoekt Kiev voor overleg | Buitenland | De Krant</title>", "De Krant", title);
	sourced("<title>De Krant: minister bezoekt Kiev voor overleg</title>", "De Krant", title);
	sourced("<title>Minister bezoekt Kiev voor overleg - De Krant, al het nieuws</title>", "De Krant", title);
	sourced("<title>Minister bezoekt Kiev voor overleg</title>", "", title);
}

/* The page's blocks, one a line, are `lines`: each "type: text"; `lines` empty: no article is found. */
static void taken(const char *page, const char *lines, const char *what)
{
	struct arena own = { 0 };
	struct buf b;
	struct doc d;

	buf_init(&b, &own);
	if (!read_page(str_c(page), "", &d))
		for (size_t i = 0; i < d.blocks.n; i++)
			buf_printf(&b, "%s: %.*s\n", block_type_word(d.blocks.at[i].type), STR_ARG(doc_slice(&d, d.blocks.at[i].span)));
	ok(str_is(buf_str(&b), lines), "%s%s%.*s", what, str_is(buf_str(&b), lines) ? "" : ", not ", str_is(buf_str(&b), lines) ? 0 : (int)b.n, b.p);
	arena_free(&own);
}

#define HEADLINE "Raad van Oostmeer kiest voor de brug"
#define FIRST "De gemeenteraad van Oostmeer heeft maandag met ruime meerderheid gekozen voor de nieuwe brug over de Linge."
#define SECOND "Volgens wethouder Bakker kan de bouw in het voorjaar beginnen, als de provincie het plan goedkeurt."
#define OPENED "title: " HEADLINE "\nlead: " FIRST "\n"
#define WHOLE OPENED "paragraph: " SECOND "\n"

/* Articles whose elements are called, set or hidden as if they were something else. */
static void names(void)
{
	taken("<title>" HEADLINE "</title><h1>" HEADLINE "</h1><article class='hentry comments-open'><p>" FIRST "<p>" SECOND "</article>"
	      "<div class='comments comments-open'><p>Zonde van het geld, die brug komt er toch nooit en dat weet iedereen.</div>", WHOLE, "open for comments is not a comment");
	taken("<title>" HEADLINE "</title><main><h1>" HEADLINE "</h1><div class=cmp-text><p>" FIRST "</div><div class=cmp-text><p>" SECOND "</div></main>"
	      "<div id=cmpbox><p>Wij en onze partners bewaren gegevens op uw apparaat om u te leren kennen.</div>", WHOLE, "components are no wall of consent");
	taken("<title>" HEADLINE "</title><div id=app aria-hidden=true><h1>" HEADLINE "</h1><p>" FIRST "<p>" SECOND "</div>"
	      "<div style='display:none'><p>Dit venster sluit vanzelf als u verder leest op deze pagina.</div>", WHOLE, "a page behind a dialog is read, what is hidden else is not");
	taken("<title>" HEADLINE "</title><h1>" HEADLINE "</h1><div class=deel-1><p>" FIRST "</div><div class=deel-2><p>" SECOND "</div>"
	      "<div class=related><p><a href=x>Brug van Westmeer</a> is al jaren klaar, tot genoegen van de boeren.</div>", WHOLE, "parts that are called like buttons but link nowhere");
	taken("<title>" HEADLINE "</title><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"hasPart\":[{\"isAccessibleForFree\":false,"
	      "\"cssSelector\":\".paywall\"}]}</script><h1>" HEADLINE "</h1><p>" FIRST "<div class=paywall><p>" SECOND "</div>", WHOLE, "the part behind a wall, where the page has it");
	taken("<title>" HEADLINE "</title><h1>" HEADLINE "</h1><p>" FIRST "<div class=paywall><p>Lees alles, al vanaf vijf euro per maand, opzegbaar.</div>", OPENED,
	      "the wall itself");
	taken("<title>" HEADLINE "</title><h1>" HEADLINE "</h1><div class=comments><p>" FIRST "<p>" SECOND "</div>", "", "comments alone are no article");
}

/* Blocks that were taken for others. */
static void kinds(void)
{
	taken("<title>De Linge: nieuws uit de streek</title><meta property=og:title content='De Linge'><h1>" HEADLINE "</h1><p>" FIRST "<p>" SECOND, WHOLE,
	      "a head that is the same on all pages");
	taken("<title>" HEADLINE "</title><h1><a href=/>Nieuws uit de hele streek</a></h1><p>" FIRST "<p>" SECOND, WHOLE, "the name of the paper as the first heading");
	taken("<title>" HEADLINE "</title><h1>" HEADLINE "</h1><pre>\nDe gemeenteraad van Oostmeer heeft maandag met ruime meerderheid\ngekozen voor <b>de nieuwe brug</b> <i>over</i> de Linge.\n \n" SECOND
	      "\n</pre>", WHOLE, "blank lines in preformatted text");
	taken("<title>" HEADLINE " - De Linge</title><h1><span>Reconstructie</span> " HEADLINE "</h1><p>" FIRST "<p>" SECOND, WHOLE, "a kicker inside the headline");
	taken("<title>" HEADLINE "</title><h1>" HEADLINE "</h1><div class=photo-story><p>" FIRST "<p>" SECOND "<div class=photo><p>De brug op een tekening</div></div>",
	      WHOLE "caption: De brug op een tekening\n", "a story with photos is no caption");
}

/* What stands in scripts alone. */
static void scripts(void)
{
	taken("<title>" HEADLINE "</title><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"" HEADLINE "\",\"articleBody\":\"<p>" FIRST
	      "</p><p>" SECOND "</p>\"}</script><div id=root></div>", WHOLE, "a body of JSON-LD with markup");
	taken("<title>" HEADLINE "</title><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"" HEADLINE "\",\"articleBody\":\"" FIRST
	      "\\n\\n" SECOND "\"}</script><div id=root></div>", WHOLE, "one without");
}

/* What readers wrote where no name tells it, longer than the article; and the article's own part of that title. */
static void comments(void)
{
	static const char written[] = "<p>Ik woon er naast en vind het zonde van het geld en van het mooie uitzicht over de rivier, maar naar ons luistert niemand.</p>";
	struct arena own = { 0 };
	struct buf b;

	buf_init(&b, &own);
	buf_printf(&b, "<title>" HEADLINE "</title><div><h1>" HEADLINE "</h1><p>" FIRST "<p>" SECOND "<h3>3 reacties</h3>");
	for (int i = 0; i < 3; i++)
		buf_printf(&b, "<div class=r><b>Joop</b>%s%s</div>", written, written);
	buf_printf(&b, "</div>");
	buf_byte(&b, 0);
	taken(b.p, WHOLE, "comments below a heading that counts them");
	arena_free(&own);
	taken("<title>" HEADLINE "</title><h1>" HEADLINE "</h1><p>" FIRST "<h2>Reacties</h2><p>" SECOND, WHOLE,
	      "a part of the article of that title");
}

/* Tables that hold the article, and one that is in it. */
static void tables(void)
{
	taken("<title>" HEADLINE "</title><table><tr><td>Home<td>Sport<td>Archief</tr><tr><td colspan=3><h1>" HEADLINE "</h1><p>" FIRST "<p>" SECOND
	      "</tr><tr><td>2004<td>x<td>y</table>", WHOLE, "a table that sets out a page");
	taken("<title>" HEADLINE "</title><table><tr><td>Home<td>Sport<td>Archief</tr><tr><td colspan=3>" FIRST "<br><br>" SECOND "</tr><tr><td>2004<td>x<td>y</table>",
	      WHOLE, "one with line breaks for paragraphs");
	taken("<title>" HEADLINE "</title><h1>" HEADLINE "</h1><p>" FIRST "<table><tr><td>Voor<td>19</tr><tr><td>Tegen<td>8</tr></table><p>" SECOND,
	      OPENED "list: Voor 19\nlist: Tegen 8\nparagraph: " SECOND "\n", "figures stay in rows");
}

/* Pages made to exhaust the parser: `piece` very often, then an article.  Read or refused, in time. */
static void hostile(const char *piece, size_t times, const char *what)
{
	struct buf b;
	struct arena own = { 0 };
	struct doc d;

	buf_init(&b, &own);
	buf_add(&b, STR("<html><body><article>"));
	for (size_t i = 0; i < times; i++)
		buf_add(&b, str_c(piece));
	buf_add(&b, STR("<h1>Kop</h1><p>De minister was dinsdag in Kiev voor overleg.</p>"));
	buf_byte(&b, 0);
	alarm(60);
	int n = read_text(b.p, NULL, &d);

	alarm(0);
	ok(n == 1 || n == -1, "%s: %s", what, n == 1 ? "read" : "refused");
	arena_free(&own);
}

/* Is `kept` what is left of `url`? */
static bool left(const struct leftovers *l, const char *url, const char *kept)
{
	return str_is(without_tracking(l, &a, str_c(url)), kept);
}

static bool claims_as(const struct leftovers *l, const char *own, const char *says, const char *want)
{
	struct str got = address_claimed(l, &a, str_c(own), str_c(says));

	if (!str_is(got, want))
		printf("# \"%.*s\"\n", STR_ARG(got));
	return str_is(got, want);
}

static void claims(const struct leftovers *l)
{
	static const char story[] = "https://a.example/2024/03/05/talks-resume-in-nairobi";

	ok(claims_as(l, "https://m.a.example/amp/1", "https://a.example/2024/03/05/talks-resume-in-nairobi?utm_source=x#top", story), "a page may name another address of its site");
	ok(claims_as(l, "https://a.example/2024/03/05/talks-resume-in-nairobi?ref=home", "/2024/03/05/talks-resume-in-nairobi", story), "and leave out what its address asks");
	ok(claims_as(l, "https://a.example/2024/03/05/talks-resume-in-nairobi/amp", "..", "https://a.example/2024/03/05/talks-resume-in-nairobi/amp") &&
	   claims_as(l, "https://a.example/2024/03/05/talks-resume-in-nairobi/amp", story, story), "a folder above it, if that names an article");
	ok(claims_as(l, "https://a.example/a1", "/a9", "https://a.example/a9") && claims_as(l, story, "//a.example/y/23847", "https://a.example/y/23847"), "relative as well");
	ok(claims_as(l, "https://a.example/?p=7", "/talks", "https://a.example/?p=7") && claims_as(l, "https://a.example/talks", "/?p=7", "https://a.example/?p=7"),
	   "what a query asks names an article");
	ok(claims_as(l, "https://a.example/a1", "/", "https://a.example/a1") && claims_as(l, "https://a.example/a1", "https://a.example", "https://a.example/a1") &&
	   claims_as(l, "https://a.example/?p=7", "https://a.example/", "https://a.example/?p=7"), "no article is the front page");
	ok(claims_as(l, story, "https://a.example/2024/", story) && claims_as(l, story, "/home", story), "nor what names none where the address does");
	ok(claims_as(l, "https://a.example/article.php?id=7", "/article.php", "https://a.example/article.php?id=7"), "nor a program without what it was asked");
	ok(claims_as(l, "https://evil.example/x", "https://victim.example/talks-resume-in-nairobi", "https://evil.example/x") &&
	   claims_as(l, "https://a.example/x", "https://nota.example/talks-resume-in-nairobi", "https://a.example/x"), "nor does it lie at another's");
	ok(claims_as(l, "", "/index.html", "") && claims_as(l, "", "https://a.example/", "") && claims_as(l, "", "https://a.example/x", "https://a.example/x"),
	   "of a file a whole address counts that is no front page");
	ok(claims_as(l, "urn:x", "https://a.example/x", "urn:x"), "and none where it was found elsewhere than in the web");
}

static void addresses(void)
{
	struct leftovers l;
	struct error e;
	struct doc d;

	arena_reset(&a);
	if (leftovers_open(&l, home, &e)) {
		ok(false, "%s", e.text);
		return;
	}
	ok(left(&l, "https://a.example/x?utm_source=rss&id=7&fbclid=Ab#top", "https://a.example/x?id=7#top"), "parameters that track go, the others and the fragment stay");
	ok(left(&l, "https://a.example/x?UTM_Source=rss&gclid", "https://a.example/x"), "in any case, without values; no ? is left");
	ok(left(&l, "https://a.example/x?id=7&utm=1&xutm_a=2&fbclids=3", "https://a.example/x?id=7&utm=1&xutm_a=2&fbclids=3"), "names that only look alike stay");
	ok(left(&l, "https://a.example/utm_source=x?", "https://a.example/utm_source=x?") && left(&l, "", "") && left(&l, "https://a.example/#?fbclid=1", "https://a.example/#?fbclid=1"),
	   "what is no query stays");
	claims(&l);
	leftovers_close(&l);
	ok(read_text("<html lang=en><head><meta property='og:url' content='https://a.example/amp/7'><link rel=canonical href='https://a.example/7?utm_medium=x'></head>"
		     "<body><article><h1>Minister in Berlin</h1><p>The minister visited Berlin on Monday, where she met the chancellor.</p></article></body></html>", NULL, &d) == 1 &&
		   str_is(d.url, "https://a.example/7"), "the address that a page calls canonical wins");
}

int main(void)
{
	const char *source = getenv("COULISSE_SOURCE");
	char path[4096];

	home = getenv("COULISSE_HOME");
	home = home ? home : ".";
	source = source ? source : ".";
	arena_init(&a);
	snprintf(path, sizeof(path), "%s/test/golden/pages/nieuws.nl.html", source);
	dutch_page(path);
	snprintf(path, sizeof(path), "%s/test/golden/pages/news.en.html", source);
	english_page(path);
	scraped();
	json_lines();
	broken_lines();
	returns();
	stated_dates();
	sentences();
	inputs();
	charsets();
	dates();
	sources();
	names();
	tables();
	kinds();
	scripts();
	comments();
	hostile("<p><object></p>", 200000, "end tags behind a barrier");
	hostile("<div></i>", 200000, "end tags that match nothing");
	hostile("<font x=1></i>", 5000, "formatting elements left open");
	hostile("<table><hr>", 100000, "elements out of place in tables");
	hostile("<svg><style><div>", 50000, "foreign elements");
	hostile("<select><button>", 100000, "controls");
	hostile("<table><tr><td>a b<td>c d", 30000, "tables in cells of tables");
	hostile("<tr><td>a b<td>c d", 100000, "cells of one table");
	hostile("<time><p itemprop=datePublished>x", 100000, "times in times");
	hostile("<li><a href=x>a a a a a a a a a a a a a</a> a", 100000, "teasers");
	hostile("<h2>a a a a a a a a a a a a a</h2>", 100000, "headings");
	hostile("<!-- x ->", 200000, "comments left open");
	hostile("<script>var x = 1;", 200000, "scripts left open");
	hostile("&amp &#1 &notit;", 200000, "references");
	addresses();
	arena_free(&a);
	return done();
}
