/* feed.c - RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0 (RFC 4287), JSON Feed 1.x, and lists of them in OPML.
 *
 * Five vocabularies that say the same six things about an item.  Each thing has a list of the elements that may say it, the best first; an element counts only
 * in the vocabulary meant, so that media:title or itunes:summary are never taken for the item's.  What a text is declared to be (plain, escaped markup, markup)
 * is wrong too often to go by: every one is read as markup, which plain text survives.
 */
#include "ingest/feed.h"

#include "base/json.h"
#include "base/map.h"
#include "base/unicode.h"
#include "base/url.h"
#include "base/vec.h"
#include "ingest/markup.h"
#include "ingest/xml.h"

struct vocabulary {
	const char *uri, *prefix;	/* a part of the namespace's URI; the prefix, where only that is known; NULL: that of the item */
};

struct field {
	struct vocabulary in;
	const char *name;
};

#define OWN		{ NULL, NULL }
#define DC		{ "purl.org/dc/elements", "dc" }
#define TERMS		{ "purl.org/dc/terms", "dcterms" }
#define ATOM		{ "www.w3.org/2005/Atom", "atom" }
#define CONTENT		{ "purl.org/rss/1.0/modules/content", "content" }
#define FEEDBURNER	{ "feedburner", "feedburner" }
#define XHTML		{ "www.w3.org/1999/xhtml", "xhtml" }

static const struct field titles[] = { { OWN, "title" }, { DC, "title" } },
	summaries[] = { { OWN, "description" }, { OWN, "summary" }, { ATOM, "summary" }, { DC, "description" } },
	contents[] = { { CONTENT, "encoded" }, { OWN, "content" }, { ATOM, "content" }, { XHTML, "body" }, { XHTML, "div" } },
	ids[] = { { OWN, "guid" }, { OWN, "id" }, { DC, "identifier" } },
	dates[] = { { OWN, "pubDate" }, { OWN, "pubdate" }, { OWN, "published" }, { OWN, "issued" }, { TERMS, "issued" }, { DC, "date" }, { TERMS, "created" },
		{ OWN, "created" }, { ATOM, "published" }, { OWN, "updated" }, { OWN, "modified" }, { ATOM, "updated" }, { TERMS, "modified" } },
	langs[] = { { OWN, "language" }, { DC, "language" } },
	sources[] = { { OWN, "source" }, { DC, "publisher" } };

#define COUNT(list)	(sizeof(list) / sizeof(*(list)))

struct reading_feed {
	struct arena *a;
	struct str url;			/* of the feed */
	struct feed *f;
	struct str lang;
	size_t cap;
};

static struct str clean(struct arena *a, struct str s)
{
	s = str_trim(s);
	return s.n ? str_trim(unicode_text(a, s)) : STR_NONE;
}

static struct str plain(struct arena *a, struct str markup)
{
	return clean(a, markup_plain(a, markup));
}

/* The next item's place, or NULL: it is only counted. */
static struct feed_item *add_item(struct reading_feed *r)
{
	struct {
		struct feed_item *at;
		size_t n, cap;
	} v = { r->f->items, r->f->n, r->cap };

	if (r->f->n == FEED_ITEMS_MAX) {
		r->f->left_out++;
		return NULL;
	}
	struct feed_item *item = vec_push(r->a, &v);

	r->f->items = v.at;
	r->f->n = v.n;
	r->cap = v.cap;
	return item;
}

/* A description that is more than a line is a piece of the article. */
static void take_texts(struct arena *a, struct feed_item *i, struct str title, struct str summary, struct str content)
{
	i->title = plain(a, title);
	i->summary = plain(a, summary);
	i->content = clean(a, str_trim(content).n || !markup_any(summary) ? content : summary);
}

/* Collectors of news give items of others: the title with who has it behind it, and that once more as the description, of which nothing is text. */
static void without_repeats(struct arena *a, struct feed_item *i)
{
	struct str tail = str_cat(a, STR(" - "), i->source);

	if (i->source.n && i->title.n > tail.n && str_ends(i->title, tail))
		i->title.n -= tail.n;
	if (!i->title.n || !str_starts(i->summary, i->title))
		return;
	struct str rest = str_trim(str_sub(i->summary, i->title.n, i->summary.n));

	while (str_starts(rest, STR("-")) || str_starts(rest, STR("\xC2\xA0")))
		rest = str_trim(str_sub(rest, rest.p[0] == '-' ? 1 : 2, rest.n));
	if (i->source.n && str_eq(rest, i->source))
		i->summary = i->content = STR_NONE;
}

static struct str web_address(struct arena *a, struct str base, struct str reference)
{
	struct str url = str_trim(reference).n ? url_resolve(a, base, reference) : STR_NONE;

	return url_is_web(url) ? clean(a, url) : STR_NONE;
}

static struct str without_mark(struct str bytes)
{
	return str_trim(str_starts(bytes, STR("\xEF\xBB\xBF")) ? str_sub(bytes, 3, bytes.n) : bytes);
}

/* ---- XML --------------------------------------------------------------------------------- */

static bool is_name(const struct xml *x, const char *name)
{
	size_t i = 0;

	while (i < x->name.n && name[i] && (x->name.p[i] | 32) == (name[i] | 32))
		i++;
	return i == x->name.n && !name[i];
}

static bool belongs(const struct xml *x, const struct xml *item, struct vocabulary v)
{
	if (!v.uri)
		return str_eq(x->space, item->space);
	return str_is(x->space, v.prefix) || str_search(x->space, str_c(v.uri)) < x->space.n;
}

/* What stands in x as markup, whether it was escaped or not. */
static struct str markup_of(struct arena *a, const struct xml *x)
{
	struct buf b;

	buf_init(&b, a);
	for (const struct xml *c = x->first; c; c = c->next)
		if (c->name.n)
			return xml_markup(a, x);
	for (const struct xml *c = x->first; c; c = c->next)
		buf_add(&b, c->text);
	return buf_str(&b);
}

/* Of a media type that is text (RFC 4287 section 4.1.3), not wrapped up (mode of Atom 0.3)? */
static bool is_text(const struct xml *x)
{
	struct str type = xml_get(x, "type");

	if (str_is(xml_get(x, "mode"), "base64"))
		return false;
	return !type.n || str_find(type, '/') == type.n || str_starts(type, STR("text/")) || str_starts(type, STR("application/xhtml"));
}

/* The first of the list that has something in it; *from is that element. */
static struct str find(struct arena *a, const struct xml *item, const struct field *list, size_t n, const struct xml **from)
{
	for (size_t i = 0; i < n; i++)
		for (const struct xml *x = xml_child(item, list[i].name); x; x = xml_again(x)) {
			struct str s = belongs(x, item, list[i].in) && is_text(x) ? markup_of(a, x) : STR_NONE;

			if (str_trim(s).n) {
				if (from)
					*from = x;
				return s;
			}
		}
	return STR_NONE;
}

static struct str base_of(struct arena *a, const struct xml *x, struct str url)
{
	struct str base = x->parent ? base_of(a, x->parent, url) : url, own = STR_NONE;

	for (size_t i = 0; i < x->n_attributes; i++)
		if (str_is(x->attributes[i].name, "base") && (str_is(x->attributes[i].space, "xml") || str_ends(x->attributes[i].space, STR("/XML/1998/namespace"))))
			own = x->attributes[i].value;
	return own.n ? url_resolve(a, base, own) : base;
}

/* "alternate", in any case, or as the address that it is registered under (RFC 4287 section 4.2.7.2). */
static bool is_alternate(struct arena *a, struct str rel)
{
	rel = unicode_lower_str(a, str_trim(rel));
	return !rel.n || str_is(rel, "alternate") || str_is(rel, "http://www.iana.org/assignments/relation/alternate");
}

/* "text/html; charset=utf-8" */
static bool is_page(struct arena *a, struct str type)
{
	type = unicode_lower_str(a, str_trim(str_sub(type, 0, str_find(type, ';'))));
	return !type.n || str_is(type, "text/html") || str_is(type, "application/xhtml+xml");
}

/* The page that an item is about: where a service counts clicks, the address behind it. */
static struct str address_of(struct arena *a, const struct xml *item, struct str base)
{
	static const struct field behind[] = { { FEEDBURNER, "origLink" } };
	const struct xml *guid = xml_child(item, "guid");
	struct str url = web_address(a, base, find(a, item, behind, COUNT(behind), NULL));

	for (const struct xml *x = xml_child(item, "link"); x && !url.n; x = xml_again(x)) {
		struct str rel = xml_get(x, "rel"), type = xml_get(x, "type"), href = xml_get(x, "href");

		if (!belongs(x, item, (struct vocabulary)OWN) && !belongs(x, item, (struct vocabulary)ATOM))
			continue;
		if (is_alternate(a, rel) && is_page(a, type))
			url = web_address(a, base, href.n ? href : markup_plain(a, xml_text(a, x)));
	}
	if (!url.n && guid && !str_is(xml_get(guid, "isPermaLink"), "false") && url_is_web(xml_text(a, guid)))
		url = web_address(a, base, xml_text(a, guid));
	if (!url.n)
		url = web_address(a, base, xml_get(item, "about"));	/* RSS 1.0 */
	return url;
}

static void read_item(struct reading_feed *r, const struct xml *item)
{
	struct arena *a = r->a;
	const struct xml *content = NULL, *source = NULL;
	struct feed_item *i = item->open ? NULL : add_item(r);

	if (!i)
		return;
	struct str title = find(a, item, titles, COUNT(titles), NULL), summary = find(a, item, summaries, COUNT(summaries), NULL);
	struct str text = find(a, item, contents, COUNT(contents), &content);

	take_texts(a, i, title, summary, text);
	i->id = plain(a, find(a, item, ids, COUNT(ids), NULL));
	i->url = address_of(a, item, base_of(a, item, r->url));
	i->date = plain(a, find(a, item, dates, COUNT(dates), NULL));
	i->lang = clean(a, xml_get(item, "lang"));
	if (!i->lang.n)
		i->lang = plain(a, find(a, item, langs, COUNT(langs), NULL));
	if (!i->lang.n)
		i->lang = clean(a, xml_get(content, "lang"));
	if (!i->lang.n)
		i->lang = r->lang;
	i->source = plain(a, find(a, item, sources, COUNT(sources), &source));
	if (source && xml_child(source, "title"))
		i->source = plain(a, markup_of(a, xml_child(source, "title")));
	without_repeats(a, i);
}

static void read_head(struct reading_feed *r, const struct xml *root, const struct xml *channel)
{
	static const struct field links[] = { { OWN, "link" } };

	r->f->title = plain(r->a, find(r->a, channel, titles, COUNT(titles), NULL));
	r->lang = plain(r->a, find(r->a, channel, langs, COUNT(langs), NULL));
	if (!r->lang.n)
		r->lang = clean(r->a, xml_get(channel, "lang"));
	if (!r->lang.n)
		r->lang = clean(r->a, xml_get(root, "lang"));
	if (!r->url.n)			/* read from a file: its site is the next best base */
		r->url = web_address(r->a, STR_NONE, xml_text(r->a, xml_child(channel, "link")));
	if (!r->url.n)
		r->url = web_address(r->a, STR_NONE, find(r->a, channel, links, COUNT(links), NULL));
}

static const char *kind_of(const struct xml *root)
{
	return is_name(root, "html") ? "a page, no feed" : is_name(root, "opml") ? "a list of feeds (OPML), no feed" : is_name(root, "urlset") ||
	       is_name(root, "sitemapindex") ? "a site map, no feed" : NULL;
}

/* The root's name, for messages. */
static struct str shown(const struct xml *root)
{
	return str_sub(root->name, 0, root->name.n < 60 ? root->name.n : 60);
}

static int read_xml(struct reading_feed *r, struct str bytes, struct error *e)
{
	struct xml *root;
	bool partial;
	int rc = xml_read_mended(r->a, bytes, STR_NONE, &root, &partial, e);

	if (!root)
		return without_mark(bytes).p[0] == '<' && rc ? rc : error_set(e, COU_EINPUT, "text, no feed");
	bool atom = is_name(root, "feed");

	if (!atom && !is_name(root, "rss") && !is_name(root, "rdf") && !is_name(root, "channel")) {
		const char *kind = kind_of(root);

		return kind ? error_set(e, COU_EINPUT, "%s", kind) : error_set(e, COU_EINPUT, "XML with <%.*s>, no feed", STR_ARG(shown(root)));
	}
	const struct xml *channel = xml_child(root, "channel");

	read_head(r, root, channel ? channel : root);
	for (const struct xml *x = root->first; x; x = x->next) {
		if (is_name(x, atom ? "entry" : "item"))
			read_item(r, x);
		for (const struct xml *c = is_name(x, "channel") ? x->first : NULL; c; c = c->next)
			if (is_name(c, "item"))
				read_item(r, c);
	}
	return partial && !r->f->n ? e->code : COU_OK;
}

/* ---- JSON Feed ------------------------------------------------------------------------------ */

static struct str member(const struct json *j, const char *name)
{
	return json_string(json_get(j, name));
}

static struct str escaped(struct arena *a, struct str s)
{
	struct buf b;

	buf_init(&b, a);
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] == '<')
			buf_add(&b, STR("&lt;"));
		else if (s.p[i] == '&')
			buf_add(&b, STR("&amp;"));
		else
			buf_byte(&b, s.p[i]);
	return buf_str(&b);
}

/* JSON's strings live no longer than it: everything is copied by then, empty or not. */
static struct str kept(struct arena *a, struct str s)
{
	s = clean(a, s);
	return s.n ? str_dup(a, s) : STR_NONE;
}

static void read_member(struct reading_feed *r, const struct json *j)
{
	struct feed_item *i = json_type(j) == JSON_OBJECT ? add_item(r) : NULL;
	const struct json *id = json_get(j, "id");

	if (!i)
		return;
	struct str html = member(j, "content_html"), date = member(j, "date_published"), lang = member(j, "language");

	take_texts(r->a, i, escaped(r->a, member(j, "title")), escaped(r->a, member(j, "summary")), html.n ? html : escaped(r->a, member(j, "content_text")));
	i->content = kept(r->a, i->content);
	i->id = json_type(id) == JSON_NUMBER ? str_printf(r->a, "%.17g", json_number(id, 0)) : kept(r->a, json_string(id));
	i->url = web_address(r->a, r->url, member(j, "url"));
	if (!i->url.n)
		i->url = web_address(r->a, r->url, member(j, "external_url"));
	i->date = kept(r->a, date.n ? date : member(j, "date_modified"));
	i->lang = lang.n ? kept(r->a, lang) : r->lang;
}

static int read_json(struct reading_feed *r, struct str bytes, struct error *e)
{
	struct json *j;
	int rc = json_parse(&j, mend_utf8(r->a, bytes), e);

	if (rc)
		return rc;
	struct str version = member(j, "version");

	if (str_search(version, STR("jsonfeed.org/version/")) == version.n) {
		json_free(j);
		return error_set(e, COU_EINPUT, "JSON, no feed: \"version\" names no version of JSON Feed");
	}
	r->f->title = kept(r->a, plain(r->a, escaped(r->a, member(j, "title"))));
	r->lang = kept(r->a, member(j, "language"));
	if (!r->url.n)
		r->url = web_address(r->a, STR_NONE, member(j, "feed_url"));
	if (!r->url.n)
		r->url = web_address(r->a, STR_NONE, member(j, "home_page_url"));
	for (const struct json *m = json_first(json_get(j, "items")); m; m = json_next(m))
		read_member(r, m);
	json_free(j);
	return COU_OK;
}

int feed_read(struct arena *a, struct str bytes, struct str url, struct feed *f, struct error *e)
{
	struct reading_feed r = { .a = a, .f = f, .url = url.n <= URL_MAX ? url : STR_NONE };
	struct str text = without_mark(bytes);

	memset(f, 0, sizeof(*f));
	e->code = 0;
	if (!text.n)
		return error_set(e, COU_EINPUT, "empty, no feed");
	return text.p[0] == '{' ? read_json(&r, text, e) : read_xml(&r, bytes, e);
}

/* ---- OPML ---------------------------------------------------------------------------------------- */

/* An attribute in whatever case: xmlUrl, xmlurl, xmlURL. */
static struct str any_case(const struct xml *x, const char *name)
{
	for (size_t i = 0; i < x->n_attributes; i++) {
		struct xml as = { .name = x->attributes[i].name };

		if (is_name(&as, name))
			return x->attributes[i].value;
	}
	return STR_NONE;
}

/* "feed://a.example/rss" and "feed:https://a.example/rss", as programs that subscribe write them, to the address that is meant. */
static struct str without_feed(struct arena *a, struct str address)
{
	address = str_trim(address);
	if (address.n < 5 || !str_is(unicode_lower_str(a, str_sub(address, 0, 5)), "feed:"))
		return address;
	address = str_sub(address, 5, address.n);
	return str_starts(address, STR("//")) ? str_cat(a, STR("http:"), address) : address;
}

int feed_list_read(struct arena *a, struct str bytes, struct str url, struct feed_list *l, struct error *e)
{
	VEC(struct outline) at = { 0 };
	struct map seen;
	struct xml *root;
	bool partial;
	int rc;

	memset(l, 0, sizeof(*l));
	e->code = 0;
	if (!without_mark(bytes).n)
		return error_set(e, COU_EINPUT, "empty, no list of feeds");
	rc = xml_read_mended(a, bytes, STR_NONE, &root, &partial, e);
	if (!root)
		return without_mark(bytes).p[0] == '<' && rc ? rc : error_set(e, COU_EINPUT, "text, no list of feeds");
	if (!is_name(root, "opml"))
		return error_set(e, COU_EINPUT, "XML with <%.*s>, no list of feeds (OPML)", STR_ARG(shown(root)));
	map_init(&seen, a);
	l->title = plain(a, markup_of(a, xml_path(root, "head/title") ? xml_path(root, "head/title") : &(struct xml){ 0 }));
	for (const struct xml *x = xml_find(root, "outline"); x; x = xml_following(root, x, "outline")) {
		struct str says = any_case(x, "xmlurl"), feed = web_address(a, base_of(a, x, url), without_feed(a, says)), title = xml_get(x, "title");

		if (str_trim(says).n && !feed.n && !l->no_address++)
			l->first_no_address = clean(a, says);
		if (!feed.n || map_get(&seen, feed) != MAP_NONE)
			continue;
		if (at.n == FEED_OUTLINES_MAX) {
			l->left_out++;
			continue;
		}
		*map_put(&seen, feed) = 1;
		*vec_push(a, &at) = (struct outline){ plain(a, title.n ? title : xml_get(x, "text")), feed };
	}
	l->at = at.at;
	l->n = at.n;
	return COU_OK;
}
