/* newsml1.c - NewsML 1.x (IPTC), in which agencies' archives lie and some still deliver.
 *
 *	NewsItem
 *	    Identification/NewsIdentifier	ProviderId, DateId, NewsItemId: the id; the revision is not part of it
 *	    NewsManagement			FirstCreated, ThisRevisionCreated, Status
 *	    NewsComponent			inside each other to any depth; each may say for all inside it:
 *		NewsLines			HeadLine, ByLine, DateLine
 *		AdministrativeMetadata		Provider, Source
 *		DescriptiveMetadata		Language
 *		ContentItem			MediaType, DataContent with NITF, XHTML or plain text
 *
 * Of one item the longest text is read, which is the article and no caption; what is said of it is looked for from there upwards.
 */
#include "ingest/news.h"

#include "base/unicode.h"

static bool is_text(const struct xml *content)
{
	struct str type = xml_get(xml_child(content, "MediaType"), "FormalName");

	return !type.n || str_is(type, "Text") || str_is(type, "text") || str_is(type, "ComplexData");
}

/* The ContentItem inside the item with the longest text, or NULL. */
static const struct xml *main_text(struct arena *a, const struct xml *item)
{
	const struct xml *best = NULL;
	size_t longest = 0;

	for (const struct xml *x = xml_find(item, "ContentItem"); x; x = xml_following(item, x, "ContentItem")) {
		size_t n = is_text(x) ? xml_text(a, xml_child(x, "DataContent")).n : 0;

		if (n > longest) {
			longest = n;
			best = x;
		}
	}
	return best;
}

/* The first on the path in the component around x, or in one around that. */
static const struct xml *above(const struct xml *x, const char *path)
{
	const struct xml *found = NULL;

	while (x && !found && !str_is(x->name, "NewsItem")) {
		found = xml_path(x, path);
		x = x->parent;
	}
	return found;
}

static void set_party(struct arena *a, struct news *n, const struct xml *content, const char *path)
{
	news_set(a, &n->x.source, xml_get(above(content, path), "FormalName"));
}

static void read_identity(struct arena *a, const struct xml *item, struct news *n)
{
	const struct xml *id = xml_path(item, "Identification/NewsIdentifier"), *management = xml_child(item, "NewsManagement");
	struct str provider = xml_text(a, xml_child(id, "ProviderId")), date = xml_text(a, xml_child(id, "DateId")), name = xml_text(a, xml_child(id, "NewsItemId"));

	if (provider.n && date.n && name.n)
		n->x.id = str_printf(a, "urn:newsml:%.*s:%.*s:%.*s", STR_ARG(provider), STR_ARG(date), STR_ARG(name));
	news_set(a, &n->x.id, xml_text(a, xml_child(id, "PublicIdentifier")));
	news_set(a, &n->x.date, xml_text(a, xml_child(management, "ThisRevisionCreated")));
	news_set(a, &n->x.date, xml_text(a, xml_child(management, "FirstCreated")));
	news_set(a, &n->x.date, date);
}

static void read_body(struct arena *a, const struct xml *content, struct news *n)
{
	const struct xml *data = xml_child(content, "DataContent"), *nitf = xml_child(data, "nitf"), *html = xml_path(data, "html/body");
	bool elements = false;

	for (const struct xml *x = data->first; x; x = x->next)
		elements |= x->name.n > 0;
	if (nitf)
		news_nitf(a, nitf, n);
	else if (elements)
		markup_body(a, xml_markup(a, html ? html : data), &n->body);
	else
		for (const struct xml *x = data->first; x; x = x->next)
			markup_body(a, x->text, &n->body);
}

static enum found read_item(struct news_file *f, const struct xml *item, struct doc *d, struct error *e)
{
	struct arena *a = d->a;
	const struct xml *content = main_text(a, item), *headline, *by, *dateline;
	struct str status = xml_get(xml_path(item, "NewsManagement/Status"), "FormalName");
	struct news n = { 0 }, body = { 0 };

	if (news_withdrawn(unicode_lower_str(a, status), e))
		return FOUND_SKIPPED;
	if (!content) {
		error_set(e, COU_OK, "an item without text");
		return FOUND_SKIPPED;
	}
	headline = above(content, "NewsLines/HeadLine");
	by = above(content, "NewsLines/ByLine");
	dateline = above(content, "NewsLines/DateLine");
	read_identity(a, item, &n);
	n.x.title = markup_plain(a, headline ? xml_markup(a, headline) : STR_NONE);
	news_set(a, &n.x.lang, xml_get(above(content, "DescriptiveMetadata/Language"), "FormalName"));
	set_party(a, &n, content, "AdministrativeMetadata/Provider/Party");
	set_party(a, &n, content, "AdministrativeMetadata/Source/Party");
	news_set(a, &n.x.source, xml_text(a, xml_path(item, "Identification/NewsIdentifier/ProviderId")));
	body.x = n.x;
	read_body(a, content, &body);
	n.x = body.x;
	n.embargo = body.embargo;
	news_lines(a, by, dateline, &body.body, &n.body);
	return news_document(f->g, &n, d, e);
}

static const char *const roots[] = { "NewsML", NULL };

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
	const struct xml *item = f->at ? xml_again(f->at) : xml_child(f->root, "NewsItem");

	(void)inner;
	if (!item || item->open)
		return news_end(f, e);
	f->at = item;
	d->origin = str_printf(d->a, "%.*s:%zu", STR_ARG(f->g->carrier.name), ++f->number);
	return read_item(f, item, d, e);
}

const struct format format_newsml1 = {
	.name = "newsml1", .about = "news items in NewsML 1", .wide = true, .looks = looks, .open = open, .next = next, .close = news_close
};
