/* Feeds and lists of feeds, as they should be and as they are; XML and addresses beneath them. */
#include "ingest/feed.h"

#include "base/url.h"
#include "doc/words.h"
#include "ingest/ingest.h"
#include "ingest/markup.h"
#include "ingest/xml.h"
#include "tap.h"

static struct arena a;
static struct feed f;
static struct error e;

#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define RSS(items) HEAD "<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"" \
	" xmlns:media=\"http://search.yahoo.com/mrss/\"><channel><title>De Noordkaap</title><link>https://kaap.example/</link>" \
	"<language>nl-nl</language>" items "</channel></rss>"

static int read_feed(const char *bytes, const char *url)
{
	arena_reset(&a);
	return feed_read(&a, str_c(bytes), str_c(url), &f, &e);
}

static bool item(size_t i, const char *id, const char *url, const char *title, const char *summary, const char *date)
{
	const struct feed_item *x = &f.items[i];
	bool same = i < f.n && str_is(x->id, id) && str_is(x->url, url) && str_is(x->title, title) && str_is(x->summary, summary) && str_is(x->date, date);

	if (!same && i < f.n)
		printf("# %.*s | %.*s | %.*s | %.*s | %.*s\n", STR_ARG(x->id), STR_ARG(x->url), STR_ARG(x->title), STR_ARG(x->summary), STR_ARG(x->date));
	return same;
}

static void rss(void)
{
	ok(read_feed(RSS("<item><title>Premier &amp; koning</title><media:title>foto</media:title><link>https://kaap.example/1</link>"
			 "<guid isPermaLink=\"false\">kaap-1</guid><description>Zij spraken maandag.</description>"
			 "<pubDate>Mon, 07 Oct 2024 18:00:00 +0200</pubDate><dc:date>2020-01-01</dc:date></item>"
			 "<item><guid>https://kaap.example/2</guid><title>Twee</title><description>&lt;p&gt;Een.&lt;/p&gt;&lt;p&gt;Twee.&lt;/p&gt;</description>"
			 "<dc:publisher>Persbureau Zuid</dc:publisher><dc:language>en</dc:language></item>"), "") == 0 && !e.code, "RSS 2.0 is read");
	ok(f.n == 2 && str_is(f.title, "De Noordkaap"), "its title and two items");
	ok(item(0, "kaap-1", "https://kaap.example/1", "Premier & koning", "Zij spraken maandag.", "Mon, 07 Oct 2024 18:00:00 +0200"), "first item");
	ok(!f.items[0].content.n && str_is(f.items[0].lang, "nl-nl"), "a summary without markup is no content; the feed's language");
	ok(item(1, "https://kaap.example/2", "https://kaap.example/2", "Twee", "Een. Twee.", ""), "a guid that is a permanent link");
	ok(str_is(f.items[1].content, "<p>Een.</p><p>Twee.</p>") && str_is(f.items[1].source, "Persbureau Zuid") && str_is(f.items[1].lang, "en"),
	   "a description with markup is content; publisher and language of the item");
	ok(read_feed("<rss version=\"0.91\"><channel><title>Oud</title><item><title>Kop</title><link>bericht.html</link></item></channel></rss>",
		     "http://oud.example/nieuws/rss.xml") == 0 && item(0, "", "http://oud.example/nieuws/bericht.html", "Kop", "", ""),
	   "RSS 0.91; a relative link is resolved by the feed's address");
	ok(read_feed("<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns=\"http://purl.org/rss/1.0/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
		     "<channel rdf:about=\"x\"><title>Kaap</title><dc:language>nl</dc:language></channel><item rdf:about=\"http://kaap.example/3\"><title>Drie</title>"
		     "<link>http://kaap.example/3</link><description>Tekst.</description><dc:date>2024-10-12T08:00:00Z</dc:date></item></rdf:RDF>", "") == 0 &&
	   item(0, "", "http://kaap.example/3", "Drie", "Tekst.", "2024-10-12T08:00:00Z") && str_is(f.items[0].lang, "nl"), "RSS 1.0");
}

/* A collector of others' news: the title with who has it, and the same again as its text. */
static void collected(void)
{
	ok(read_feed(RSS("<item><title>Koning bezoekt Lima - De Zuidpool</title><link>https://kaap.example/4</link>"
			 "<description>&lt;a href=\"x\"&gt;Koning bezoekt Lima&lt;/a&gt;&amp;nbsp;&lt;font&gt;De Zuidpool&lt;/font&gt;</description>"
			 "<source url=\"https://zuid.example\">De Zuidpool</source></item>"
			 "<item><title>Koning - of keizer</title><description>Koning - of keizer, dat is de vraag.</description></item>"), "") == 0 && f.n == 2, "a feed of others' news");
	ok(item(0, "", "https://kaap.example/4", "Koning bezoekt Lima", "", "") && !f.items[0].content.n, "the source is no part of the title, and the title no text");
	ok(item(1, "", "", "Koning - of keizer", "Koning - of keizer, dat is de vraag.", ""), "what begins like its title and says more stays");
}

static void atom(void)
{
	ok(read_feed(HEAD "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\" xml:base=\"https://b.example/news/\"><title type=\"html\">B &amp;amp; C</title>"
		     "<link rel=\"self\" href=\"atom.xml\"/><entry xml:base=\"2024/\"><id>urn:uuid:1</id><title>One</title><link rel=\"enclosure\" href=\"a.mp3\"/>"
		     "<link href=\"one.html\"/><published>2024-10-12T08:00:00Z</published><updated>2024-10-13T08:00:00Z</updated><summary>Short.</summary>"
		     "<content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><p>Long&#160;<b>text</b>.</p></div></content></entry>"
		     "<entry><id>urn:uuid:2</id><title>Two</title><updated>2024-10-14</updated><content type=\"image/png\">aGFsbG8=</content>"
		     "<source><title>D News</title></source></entry></feed>", "https://other.example/") == 0 && f.n == 2, "Atom is read");
	ok(str_is(f.title, "B & C"), "a title of type html");
	ok(item(0, "urn:uuid:1", "https://b.example/news/2024/one.html", "One", "Short.", "2024-10-12T08:00:00Z"), "xml:base inside xml:base; when first published");
	ok(str_is(f.items[0].content, "<div><p>Long\xC2\xA0<b>text</b>.</p></div>") && str_is(f.items[0].lang, "en"), "a body of XHTML is markup");
	ok(item(1, "urn:uuid:2", "", "Two", "", "2024-10-14") && !f.items[1].content.n && str_is(f.items[1].source, "D News"), "an image is no text; the source of an entry");
}

static void json(void)
{
	ok(read_feed("\xEF\xBB\xBF{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"J\",\"language\":\"nl\",\"items\":[{\"id\":7,\"url\":\"/7\","
		     "\"title\":\"R&D < 5%\",\"content_text\":\"Een.\\n\\nTwee & drie.\",\"date_published\":\"2024-10-12\"},{\"id\":\"b\",\"external_url\":\"ftp://x/y\","
		     "\"content_html\":\"<p>Hoi</p>\",\"summary\":\"Kort\",\"date_modified\":\"2024-10-13\",\"language\":\"en\"}]}", "https://j.example/feed.json") == 0 && f.n == 2,
	   "JSON Feed is read");
	ok(item(0, "7", "https://j.example/7", "R&D < 5%", "", "2024-10-12") && str_is(f.items[0].content, "Een.\n\nTwee &amp; drie."), "text made HTML; a number as id");
	ok(item(1, "b", "", "", "Kort", "2024-10-13") && str_is(f.items[1].lang, "en") && str_is(f.items[1].content, "<p>Hoi</p>"), "another scheme is no address");
}

static void broken(void)
{
	ok(read_feed("\n\n " RSS("<item><title>AT&T & co</title><link>https://kaap.example/?a=1&b=2</link><description>Bij <br> en \x92t huis\x01 &nbsp;&eacute;</description></item>"), "") == 0 &&
	   !e.code && item(0, "", "https://kaap.example/?a=1&b=2", "AT&T & co", "Bij en \xE2\x80\x99t huis \xC3\xA9", ""), "ampersands, tags, bytes and white space of the wild");
	ok(read_feed(RSS("<item><title>Een</title><itunes:x>y</itunes:x><link>https://kaap.example/1</link></item>"), "") == 0 && !e.code &&
	   item(0, "", "https://kaap.example/1", "Een", "", ""), "a prefix that is declared nowhere");
	ok(read_feed(HEAD "<rss><channel><title>K</title><item><title>Een</title></item>\n<item><title>Tw", "") == 0 && e.code == COU_EINPUT && f.n == 1 &&
	   item(0, "", "", "Een", "", "") && !strncmp(e.text, "line 3:", 7), "cut off: what came before, and where");
	ok(read_feed(HEAD "<rss><channel><title>K</tit", "") == COU_EINPUT, "cut off before the first item");
	ok(read_feed("<!DOCTYPE rss [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><rss><channel><item><title>&b;</title></item></channel></rss>", "") == COU_EINPUT &&
	   strstr(e.text, "entities"), "entities of its own are refused");
	ok(read_feed("<!DOCTYPE rss SYSTEM \"file:///etc/passwd\"><rss><channel><item><title>x</title></item></channel></rss>", "") == 0 && f.n == 1, "an external subset is not looked at");
	ok(read_feed("<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><rss><channel><item><title>caf\xE9 \x80 5</title></item></channel></rss>", "") == 0 &&
	   item(0, "", "", "caf\xC3\xA9 \xE2\x82\xAC 5", "", ""), "windows-1252 that calls itself iso-8859-1");
	ok(read_feed("<?xml version=\"1.0\" encoding=\"utf-16\"?><rss><channel><item><title>caf\xC3\xA9</title></item></channel></rss>", "") == 0 &&
	   item(0, "", "", "caf\xC3\xA9", "", ""), "UTF-8 that calls itself UTF-16");
	ok(read_feed("<?xml version=\"1.0\" encoding=\"klingon\"?><rss><channel><item><title>caf\xC3\xA9</title></item></channel></rss>", "") == 0 &&
	   item(0, "", "", "caf\xC3\xA9", "", ""), "a charset that nobody knows");
	ok(read_feed("<!doctype html><html><body><p>Hallo<br>dag</body></html>", "") == COU_EINPUT && strstr(e.text, "a page"), "a page is no feed");
	ok(read_feed("<opml><body/></opml>", "") == COU_EINPUT && strstr(e.text, "OPML"), "a list is no feed");
	ok(read_feed("Hallo.", "") == COU_EINPUT && read_feed("  ", "") == COU_EINPUT && read_feed("{\"a\":1}", "") == COU_EINPUT, "text, nothing, other JSON are no feeds");
}

static void many(void)
{
	struct buf b;
	struct arena own = { 0 };

	buf_init(&b, &own);
	buf_add(&b, STR("<rss><channel>"));
	for (int i = 0; i < FEED_ITEMS_MAX + 5; i++)
		buf_printf(&b, "<item><guid>%d</guid></item>", i);
	buf_add(&b, STR("</channel></rss>"));
	arena_reset(&a);
	ok(feed_read(&a, buf_str(&b), STR_NONE, &f, &e) == 0 && f.n == FEED_ITEMS_MAX && f.left_out == 5, "more items than are read are counted");
	b.n = 0;
	for (int i = 0; i < 100000; i++)
		buf_add(&b, STR("<a>"));
	arena_reset(&a);
	ok(feed_read(&a, buf_str(&b), STR_NONE, &f, &e) < 0, "100,000 elements inside each other");
	b.n = 0;
	buf_add(&b, STR("<rss><channel><item><title>a</title></item>"));
	for (int i = 0; i < 100000; i++)
		buf_add(&b, STR("<x>&"));
	arena_reset(&a);
	ok(feed_read(&a, buf_str(&b), STR_NONE, &f, &e) == COU_ELIMIT, "the same, and not well formed");
	arena_free(&own);
}

static void lists(void)
{
	struct feed_list l;

	arena_reset(&a);
	ok(feed_list_read(&a, STR(HEAD "<opml version=\"2.0\"><head><title>Mijn lijst</title></head><body><outline text=\"Map\"><outline type=\"rss\" text=\"A &amp; B\" "
				  "xmlUrl=\"https://a.example/rss\"/><outline text=\"dubbel\" xmlUrl=\"https://a.example/rss\"/></outline>"
				  "<outline title=\"C\" text=\"c\" xmlurl=\"feed.xml\"/><outline text=\"D\" xmlUrl=\"file:///etc/passwd\"/></body></opml>"),
			  STR("https://lijst.example/feeds.opml"), &l, &e) == 0 && l.n == 2, "OPML: each web address once");
	ok(str_is(l.title, "Mijn lijst") && str_is(l.at[0].title, "A & B") && str_is(l.at[0].url, "https://a.example/rss"), "its title; a feed in a folder");
	ok(str_is(l.at[1].title, "C") && str_is(l.at[1].url, "https://lijst.example/feed.xml"), "a relative address, a name in another case");
	ok(feed_list_read(&a, STR("<opml><body><outline text=\"A & B\" xmlUrl=\"http://a.example/?x&y\">"), STR_NONE, &l, &e) == 0 && l.n == 1 &&
	   str_is(l.at[0].url, "http://a.example/?x&y"), "a list cut off, with ampersands");
	ok(feed_list_read(&a, STR("<rss/>"), STR_NONE, &l, &e) == COU_EINPUT, "a feed is no list");
}

static void ways_to_write(void)
{
	struct feed_list l;

	arena_reset(&a);
	ok(feed_list_read(&a, STR("<opml><body><outline xmlUrl=\"feed://a.example/rss\"/><outline xmlUrl=\"Feed:https://b.example/rss\"/><outline xmlUrl=\"www.c.example/rss\"/>"
				  "<outline xmlUrl=\"\"/><outline xmlUrl=\"file:///x\"/></body></opml>"), STR_NONE, &l, &e) == 0 && l.n == 2 &&
		   str_is(l.at[0].url, "http://a.example/rss") && str_is(l.at[1].url, "https://b.example/rss"), "addresses as programs that subscribe write them");
	ok(l.no_address == 2 && str_is(l.first_no_address, "www.c.example/rss"), "what is no address is counted");
	ok(read_feed("<feed xmlns='http://www.w3.org/2005/Atom'><entry><link rel='self' href='https://a.example/self'/><link rel='ALTERNATE' href='https://a.example/1'/></entry>"
		     "<entry><link rel='http://www.iana.org/assignments/relation/alternate' href='https://a.example/2'/></entry>"
		     "<entry><link type='text/html; charset=utf-8' href='https://a.example/3'/></entry><entry><link type='audio/mpeg' href='https://a.example/4'/></entry></feed>",
		     "https://a.example/feed") == 0 && f.n == 4 && str_is(f.items[0].url, "https://a.example/1") && str_is(f.items[1].url, "https://a.example/2") &&
		   str_is(f.items[2].url, "https://a.example/3") && !f.items[3].url.n, "the link to the page, however its kind is written");
}

static void addresses(void)
{
	static const char *const cases[][3] = {	/* RFC 3986 section 5.4 */
		{ "http://a/b/c/d;p?q", "g", "http://a/b/c/g" }, { "http://a/b/c/d;p?q", "./g", "http://a/b/c/g" }, { "http://a/b/c/d;p?q", "g/", "http://a/b/c/g/" },
		{ "http://a/b/c/d;p?q", "/g", "http://a/g" }, { "http://a/b/c/d;p?q", "//g", "http://g" }, { "http://a/b/c/d;p?q", "?y", "http://a/b/c/d;p?y" },
		{ "http://a/b/c/d;p?q", "g?y", "http://a/b/c/g?y" }, { "http://a/b/c/d;p?q", "#s", "http://a/b/c/d;p?q#s" }, { "http://a/b/c/d;p?q", "", "http://a/b/c/d;p?q" },
		{ "http://a/b/c/d;p?q", ".", "http://a/b/c/" }, { "http://a/b/c/d;p?q", "..", "http://a/b/" }, { "http://a/b/c/d;p?q", "../../../g", "http://a/g" },
		{ "http://a/b/c/d;p?q", "g;x=1/../y", "http://a/b/c/y" }, { "http://a/b/c/d;p?q", "g?y/../x", "http://a/b/c/g?y/../x" },
		{ "http://a", "x y", "http://a/x%20y" }, { "", "g", "" }, { "http://a/", "mailto:b@c", "mailto:b@c" }
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		ok(str_is(url_resolve(&a, str_c(cases[i][0]), str_c(cases[i][1])), cases[i][2]), "\"%s\" on %s", cases[i][1], cases[i][0]);
	ok(url_is_web(STR("HTTPS://a")) && !url_is_web(STR("https:///a")) && !url_is_web(STR("ftp://a")) && !url_is_web(STR("http")), "addresses of the web");
}

static bool markup_is(const char *html, const char *pieces)
{
	struct body p = { 0 };
	struct buf b;

	buf_init(&b, &a);
	markup_body(&a, str_c(html), &p);
	for (size_t i = 0; i < p.n; i++)
		buf_printf(&b, "%s%s:%.*s", !i ? "" : p.at[i].joined ? "+" : "|", p.at[i].type == LINE_ANY ? "" : block_type_word((enum block_type)p.at[i].type), STR_ARG(p.at[i].text));
	if (!str_is(buf_str(&b), pieces))
		printf("# %.*s\n", STR_ARG(buf_str(&b)));
	return str_is(buf_str(&b), pieces);
}

static void markup(void)
{
	ok(markup_is("<h2>Kop</h2><p>Een <b>twee</b>&nbsp;drie</p><ul><li>vier<li>vijf</ul><blockquote><p>zes</p></blockquote>", "subheading:Kop|:Een twee drie|list:vier|list:vijf|quote:zes"), "types by tags");
	ok(markup_is("een<br>twee<br><br>drie", ":een twee|:drie"), "two line breaks part paragraphs, one does not");
	ok(markup_is("een\ntwee\n\ndrie\n   vier", ":een twee|:drie|:vier"), "text without tags: blank lines and indents do");
	ok(markup_is("<p>a</p><script>x<y</script><style>p{}</style><aside><p>weg</p></aside><figure><img src=\"a>b\"><figcaption>Foto</figcaption></figure>b", ":a|caption:Foto|:b"), "what is left out");
	ok(markup_is("<aside><p>open</p>", ":open") && markup_is("a<script>cut", ":a"), "without end");
	ok(markup_is("<p><span class=\"dateline\">BRUSSEL (PZ)</span> - De premier</p><p class='byline'>Door An Bol</p>", "dateline:BRUSSEL (PZ)+:- De premier|byline:Door An Bol"), "types by classes");
	ok(markup_is("&lt;p&gt;caf&amp;eacute;&lt;/p&gt;", ":caf\xC3\xA9") && markup_is("R&amp;amp;D 3 < 4 &#x2019; &foo; &#0;", ":R&D 3 < 4 \xE2\x80\x99 &foo; \xEF\xBF\xBD"), "escaped once too often; references");
	ok(markup_is("<table><tr><td>12</td><td>De minister zei maandag dat hij het verdrag steunt.</td></tr></table>", ":De minister zei maandag dat hij het verdrag steunt."), "cells with sentences");
}

static void tree(void)
{
	struct xml *root;
	bool partial;

	ok(xml_read(&a, STR("<a xml:lang=\"nl\"><b>1 <i>2</i>\n3</b><b x=\"&lt;\">4</b>&nbsp;</a>"), STR_NONE, &root, NULL, &e) == 0, "XML is read");
	ok(str_is(xml_text(&a, xml_child(root, "b")), "1 2 3") && str_is(xml_get(xml_again(xml_child(root, "b")), "x"), "<") && str_is(xml_get(root, "lang"), "nl"), "text, attributes");
	ok(str_is(xml_markup(&a, root), "<b>1 <i>2</i>\n3</b><b x=\"&lt;\">4</b>&nbsp;"), "written as markup");
	ok(str_is(xml_text(&a, xml_find(root, "i")), "2") && !xml_path(root, "b/c") && xml_following(root, xml_find(root, "b"), "b"), "found in it");
	ok(xml_read(&a, STR("<a><b>1</b><b>2"), STR_NONE, &root, &partial, &e) == 0 && partial && root->open && !root->first->open && root->last->open, "what is open where it breaks off");
	ok(xml_read(&a, STR("<a>&lt;<b>"), STR_NONE, &root, NULL, &e) == COU_EINPUT && !strncmp(e.text, "line 1", 6), "not well formed");
	ok(xml_read(&a, STR("\xFF\xFE<\0a\0>\0\xE9\0<\0/\0a\0>\0"), STR_NONE, &root, NULL, &e) == 0 && str_is(xml_text(&a, root), "\xC3\xA9"), "UTF-16");
	ok(xml_read_mended(&a, STR("\xFF\xFE<\0a\0>\0&\0<\0/\0a\0>\0"), STR_NONE, &root, NULL, &e) == 0 && str_is(xml_text(&a, root), "&"), "UTF-16, mended");
	ok(xml_read_mended(&a, STR("x<?y?><!-- > --><a b=c b='d' e><![CDATA[&<]]></c><d>1<e>2</d></a><z>"), STR_NONE, &root, &partial, &e) == 0 && !partial &&
	   str_is(xml_markup(&a, root), "&amp;&lt;<d>1<e>2</e></d>") && root->n_attributes == 1 && str_is(xml_get(root, "b"), "c"), "mended");
	ok(xml_read_mended(&a, STR("& <a/><b></b>"), STR_NONE, &root, &partial, &e) == 0 && !partial && str_is(root->name, "a"), "the first element is the root, also an empty one");
	ok(xml_read_mended(&a, STR("<a>& <!D [<!ENTITY b \"c\">x</a>"), STR_NONE, &root, &partial, &e) == 0 && !partial && str_is(xml_text(&a, root), "& x"), "a declaration inside the root is none");
}

static void transports(void)
{
	static const struct str greek = { "<a>\xE1</a>", 8 }, declared = { "<?xml version=\"1.0\" encoding=\"utf-8\"?><a>\xE1</a>", 46 };

	ok(str_is(transported(&a, greek, STR("iso-8859-7")), "<a>\xCE\xB1</a>"), "the transport knows the charset");
	ok(str_eq(transported(&a, declared, STR("iso-8859-7")), declared), "the document knows better");
	ok(str_eq(transported(&a, STR("<a>\xCE\xB1</a>"), STR("iso-8859-7")), STR("<a>\xCE\xB1</a>")), "UTF-8 is UTF-8, whatever the transport says");
	ok(str_eq(transported(&a, greek, STR("klingon")), greek), "a charset that nobody knows is none");
}

int main(void)
{
	transports();
	rss();
	collected();
	atom();
	json();
	broken();
	many();
	lists();
	ways_to_write();
	addresses();
	markup();
	tree();
	return done();
}
