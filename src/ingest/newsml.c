/* newsml.c - NewsML-G2 (IPTC): news items, alone or in a news message.
 *
 *	newsItem @guid @xml:lang
 *	    itemMeta	itemClass, provider, versionCreated, embargoed, pubStatus
 *	    contentMeta	headline, by, dateline, contentCreated, language, infoSource, description
 *	    contentSet	the same content once or in several renditions: inlineXML with NITF or XHTML before inlineData with HTML, and that before plain text
 *
 * What is no text (pictures, graphics, packages that only refer to items, concepts, plans) is passed over, and so is what was withdrawn.  An item whose embargo
 * has no end is withheld; of one that has, the end is the date.
 */
#include "ingest/news.h"

#include "base/url.h"

static const char *const roots[] = { "newsItem", "newsMessage", "packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem", NULL };

/* "ninat:picture" is picture. */
static struct str code(struct str qcode)
{
	size_t colon = str_find(qcode, ':');

	return colon < qcode.n ? str_sub(qcode, colon + 1, qcode.n) : qcode;
}

/* The code that an element names, as a QCode or as the URI of a concept: ".../pubstatusg2/canceled" is canceled. */
static struct str code_of(const struct xml *x)
{
	struct str qcode = xml_get(x, "qcode"), uri = xml_get(x, "uri");

	if (qcode.n)
		return code(qcode);
	for (size_t i = uri.n; i > 0; i--)
		if (uri.p[i - 1] == '/')
			return str_sub(uri, i, uri.n);
	return STR_NONE;
}

/* Who it is: a name in words, a literal, or the code. */
static struct str party(struct arena *a, const struct xml *x)
{
	struct str name = xml_text(a, xml_child(x, "name"));

	name = name.n ? name : xml_get(x, "literal");
	name = name.n ? name : xml_get(x, "qcode");
	return code(name);
}

/* The headline: that of the content's language, and the main one of several. */
static struct str headline(struct arena *a, const struct xml *meta, struct str lang)
{
	const struct xml *best = NULL;
	int best_score = -1;

	for (const struct xml *x = xml_child(meta, "headline"); x; x = xml_again(x)) {
		struct str own = xml_get(x, "lang"), role = code(xml_get(x, "role"));
		int score = 2 * (!own.n || !lang.n || str_eq(own, lang)) + (!role.n || str_is(role, "main"));

		if (score > best_score && xml_text(a, x).n) {
			best = x;
			best_score = score;
		}
	}
	return markup_plain(a, best ? xml_markup(a, best) : STR_NONE);
}

/* ---- content -------------------------------------------------------------------------------- */

static const struct xml *first_element(const struct xml *x)
{
	const struct xml *c = x->first;

	while (c && !c->name.n)
		c = c->next;
	return c;
}

/* How good a rendition is; 0: not to be read. */
static int goodness(const struct xml *x)
{
	struct str type = xml_get(x, "contenttype");

	if (str_is(x->name, "inlineXML"))
		return first_element(x) ? 3 : 0;
	if (!str_is(x->name, "inlineData") || (xml_get(x, "encoding").n && !str_starts(xml_get(x, "encoding"), STR("http://www.iptc.org/std/"))))
		return 0;
	if (!type.n || str_starts(type, STR("text/plain")))
		return 1;
	return str_starts(type, STR("text/")) || str_starts(type, STR("application/xhtml")) ? 2 : 0;
}

static void read_rendition(struct arena *a, const struct xml *x, struct news *n)
{
	const struct xml *inside = str_is(x->name, "inlineXML") ? first_element(x) : NULL;

	news_set(a, &n->x.lang, xml_get(inside, "lang"));
	if (inside && str_is(inside->name, "nitf"))
		news_nitf(a, inside, n);
	else if (inside)
		markup_body(a, xml_markup(a, str_is(inside->name, "html") && xml_child(inside, "body") ? xml_child(inside, "body") : x), &n->body);
	else
		for (const struct xml *c = x->first; c; c = c->next)
			markup_body(a, c->text, &n->body);
}

static enum found read_content(struct arena *a, const struct xml *item, struct news *n, struct error *e)
{
	const struct xml *set = xml_child(item, "contentSet"), *best = NULL, *meta = xml_child(item, "contentMeta");
	struct news body = { .x = n->x };

	for (const struct xml *x = set ? set->first : NULL; x; x = x->next)
		if (x->name.n && goodness(x) > (best ? goodness(best) : 0))
			best = x;
	if (!best && xml_child(set, "remoteContent")) {
		error_set(e, COU_OK, "an item whose text lies elsewhere: %.*s", STR_ARG(xml_get(xml_child(set, "remoteContent"), "href")));
		return FOUND_SKIPPED;
	}
	if (best)
		read_rendition(a, best, &body);
	n->x = body.x;
	n->embargo = n->embargo.n ? n->embargo : body.embargo;
	for (const struct xml *x = best ? NULL : xml_child(meta, "description"); x; x = xml_again(x))
		markup_body(a, xml_markup(a, x), &body.body);
	news_lines(a, xml_child(meta, "by"), xml_child(meta, "dateline"), &body.body, &n->body);
	return FOUND_DOC;
}

/* ---- items ------------------------------------------------------------------------------------- */

static void read_meta(struct arena *a, const struct xml *item, struct news *n)
{
	const struct xml *meta = xml_child(item, "itemMeta"), *content = xml_child(item, "contentMeta");

	news_set(a, &n->x.id, xml_get(item, "guid"));
	if (url_is_web(n->x.id))
		n->x.url = n->x.id;
	news_set(a, &n->x.lang, xml_get(xml_child(content, "language"), "tag"));
	news_set(a, &n->x.lang, xml_get(item, "lang"));
	n->x.title = headline(a, content, n->x.lang);
	news_set(a, &n->x.date, xml_text(a, xml_child(content, "contentCreated")));
	news_set(a, &n->x.date, xml_text(a, xml_child(meta, "versionCreated")));
	news_set(a, &n->x.date, xml_text(a, xml_child(meta, "firstCreated")));
	news_set(a, &n->embargo, xml_text(a, xml_child(meta, "embargoed")));
	news_set(a, &n->x.source, party(a, xml_child(meta, "provider")));
	news_set(a, &n->x.source, party(a, xml_child(content, "infoSource")));
	news_set(a, &n->x.source, party(a, xml_path(item, "rightsInfo/copyrightHolder")));
}

static enum found read_item(struct news_file *f, const struct xml *item, struct doc *d, struct error *e)
{
	const struct xml *meta = xml_child(item, "itemMeta");
	struct str class = code_of(xml_child(meta, "itemClass"));
	struct news n = { 0 };

	if (class.n && !str_is(class, "text")) {
		error_set(e, COU_OK, "an item of class %.*s, no text", STR_ARG(class));
		return FOUND_SKIPPED;
	}
	if (news_withdrawn(code_of(xml_child(meta, "pubStatus")), e))
		return FOUND_SKIPPED;
	read_meta(d->a, item, &n);
	if (xml_child(meta, "embargoed") && !n.embargo.n) {
		error_set(e, COU_OK, "an item under embargo without end");
		return FOUND_SKIPPED;
	}
	enum found found = read_content(d->a, item, &n, e);

	return found == FOUND_DOC ? news_document(f->g, &n, d, e) : found;
}

static bool is_item(const struct xml *x)
{
	return news_is(x->name, roots) && !str_is(x->name, "newsMessage");
}

/* The next item of the message behind f->at, or the root if it is one itself. */
static const struct xml *next_item(const struct news_file *f)
{
	const struct xml *set = xml_child(f->root, "itemSet"), *x;

	if (is_item(f->root))
		return f->at ? NULL : f->root;
	for (x = f->at ? f->at->next : set ? set->first : NULL; x && !is_item(x); x = x->next)
		;
	return x;
}

static bool looks(struct str head, const struct carrier *c)
{
	(void)c;
	return news_is(xml_root(head), roots);
}

static int open(void **state, const struct reading *g, struct input *in, struct error *e)
{
	return news_open(state, roots, g, in, e);
}

static enum found next(void *state, struct doc *d, struct inner *inner, struct error *e)
{
	struct news_file *f = state;
	const struct xml *item = next_item(f);

	(void)inner;
	if (!item || item->open)
		return news_end(f, e);
	f->at = item;
	d->origin = str_printf(d->a, "%.*s:%zu", STR_ARG(f->g->carrier.name), ++f->number);
	if (str_is(item->name, "newsItem"))
		return read_item(f, item, d, e);
	error_set(e, COU_OK, "a %.*s, which holds no text", STR_ARG(item->name));
	return FOUND_SKIPPED;
}

const struct format format_newsml = {
	.name = "newsml", .about = "news items in NewsML-G2", .wide = true, .looks = looks, .open = open, .next = next, .close = news_close
};
