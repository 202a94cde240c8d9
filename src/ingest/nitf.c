/* nitf.c - NITF 3.x, the News Industry Text Format (IPTC): a message of its own, or the body of one in NewsML-G2 or ninjs.
 *
 *	head/docdata	doc-id, date.issue, date.release (embargo), management-status, doc.copyright
 *	head/pubdata	name, date.publication, ex-ref
 *	body/body.head	hedline/hl1 (title), hl2, byline, dateline, distributor (source), abstract
 *	body/body.content, body.end/tagline
 *
 * Of the body everything goes through markup.c, which knows NITF's elements beside those of HTML.
 */
#include "ingest/news.h"

#include "base/url.h"

enum { LINES_MAX = 16 };		/* headlines, bylines … of one kind; no message has more */

static struct str markup_text(struct arena *a, const struct xml *x)
{
	return x ? markup_plain(a, xml_markup(a, x)) : STR_NONE;
}

static void read_head(struct arena *a, const struct xml *head, struct news *n)
{
	const struct xml *docdata = xml_child(head, "docdata"), *pubdata = xml_child(head, "pubdata");

	news_set(a, &n->x.id, xml_get(xml_child(docdata, "doc-id"), "id-string"));
	news_set(a, &n->x.date, xml_get(xml_child(docdata, "date.issue"), "norm"));
	news_set(a, &n->x.date, xml_get(pubdata, "date.publication"));
	news_set(a, &n->embargo, xml_get(xml_child(docdata, "date.release"), "norm"));
	news_set(a, &n->x.source, xml_get(pubdata, "name"));
	if (url_is_web(xml_get(pubdata, "ex-ref")))
		news_set(a, &n->x.url, xml_get(pubdata, "ex-ref"));
}

/* Headlines, bylines and datelines in their order. */
static void read_body_head(struct arena *a, const struct xml *head, struct news *n)
{
	const struct xml *hedline = xml_child(head, "hedline");
	struct buf title;
	int left = LINES_MAX;

	buf_init(&title, a);
	for (const struct xml *x = xml_child(hedline, "hl1"); x && left--; x = xml_again(x)) {
		buf_add(&title, title.n ? STR(" ") : STR(""));
		buf_add(&title, markup_text(a, x));
	}
	news_set(a, &n->x.title, buf_str(&title));
	left = LINES_MAX;
	for (const struct xml *x = xml_child(hedline, "hl2"); x && left--; x = xml_again(x))
		body_add(a, &n->body, BLOCK_SUBHEADING, false, markup_text(a, x));
	left = LINES_MAX;
	for (const struct xml *x = head ? head->first : NULL; x && left; x = x->next) {
		bool by = str_is(x->name, "byline");

		if ((by || str_is(x->name, "dateline")) && left--)
			body_add(a, &n->body, by ? BLOCK_BYLINE : BLOCK_DATELINE, false, markup_text(a, x));
	}
	news_set(a, &n->x.date, xml_get(xml_path(head, "dateline/story.date"), "norm"));
}

/* An abstract is text of its own, unless the article begins with it. */
static void read_body(struct arena *a, const struct xml *body, struct news *n)
{
	const struct xml *abstract = xml_path(body, "body.head/abstract"), *content = xml_child(body, "body.content");
	struct body inside = { 0 };
	struct str summary = markup_text(a, abstract);
	int left = LINES_MAX;

	if (content)
		markup_body(a, xml_markup(a, content), &inside);
	for (const struct xml *x = xml_path(body, "body.end/tagline"); x && left--; x = xml_again(x))
		body_add(a, &inside, BLOCK_BYLINE, false, markup_text(a, x));
	size_t first = 0;

	while (first < inside.n && inside.at[first].type != LINE_ANY)
		first++;
	if (summary.n && !(first < inside.n && str_starts(inside.at[first].text, summary)))
		markup_body(a, xml_markup(a, abstract), &n->body);
	news_append(a, &n->body, &inside);
}

void news_nitf(struct arena *a, const struct xml *nitf, struct news *n)
{
	const struct xml *head = xml_child(nitf, "head"), *body = xml_child(nitf, "body") ? xml_child(nitf, "body") : nitf;	/* a fragment has none */
	const struct xml *body_head = xml_child(body, "body.head");

	read_head(a, head, n);
	news_set(a, &n->x.lang, xml_get(nitf, "lang"));
	news_set(a, &n->x.lang, xml_get(body, "lang"));
	read_body_head(a, body_head, n);
	news_set(a, &n->x.title, markup_text(a, xml_child(head, "title")));
	news_set(a, &n->x.source, markup_text(a, xml_child(body_head, "distributor")));
	news_set(a, &n->x.source, xml_get(xml_path(head, "docdata/doc.copyright"), "holder"));
	news_set(a, &n->x.source, xml_get(xml_path(head, "docdata/doc-id"), "regsrc"));
	read_body(a, body, n);
}

/* ---- a message of its own --------------------------------------------------------------- */

static const char *const roots[] = { "nitf", NULL };

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
	struct news n = { 0 };

	(void)inner;
	if (f->number++ || f->partial)		/* half a message is none */
		return news_end(f, e);
	if (news_withdrawn(xml_get(xml_path(f->root, "head/docdata"), "management-status"), e))
		return FOUND_SKIPPED;
	news_nitf(d->a, f->root, &n);
	return news_document(f->g, &n, d, e);
}

const struct format format_nitf = {
	.name = "nitf", .about = "a message in NITF 3", .wide = true, .looks = looks, .open = open, .next = next, .close = news_close
};
