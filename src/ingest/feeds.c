/* feeds.c - a feed as an input: each item a document, of what the feed itself gives.  A list of feeds as an input: a message. */
#include "ingest/feed.h"
#include "ingest/format.h"
#include "ingest/xml.h"

#include <stdlib.h>

enum { FILE_TIMES = 4 };		/* a feed may be so many times as long as a text */

struct feed_file {
	const struct reading *g;
	struct arena memory;
	struct feed feed;
	struct error broken;		/* the feed breaks off, or is too long; code 0: neither */
	size_t next;
};

static bool looks(struct str head, const struct carrier *c)
{
	static const char *const media[] = { "application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json" };
	struct str root = xml_root(head);

	for (size_t i = 0; i < sizeof(media) / sizeof(*media); i++)
		if (str_is(c->media, media[i]))
			return true;
	if (str_is(root, "RDF"))
		return str_search(head, STR("purl.org/rss/")) < head.n || str_search(head, STR("netscape.com/rdf/")) < head.n;
	if (head.n && head.p[0] == '{')
		return str_search(head, STR("jsonfeed.org/version/")) < head.n;
	return str_is(root, "rss") || str_is(root, "feed");
}

static void feed_close(void *state)
{
	struct feed_file *f = state;

	arena_free(&f->memory);
	free(f);
}

static int feed_open(void **state, const struct reading *g, struct input *in, struct error *e)
{
	struct feed_file *f = calloc(1, sizeof(*f));
	struct str bytes;

	if (!f)
		return error_set(e, COU_ELIMIT, "out of memory");
	f->g = g;
	int rc = input_all(in, &f->memory, FILE_TIMES * g->options->max_bytes, &bytes, e);

	if (!rc)
		rc = feed_read(&f->memory, transported(&f->memory, bytes, g->carrier.charset), g->carrier.url, &f->feed, e);
	f->broken = *e;
	if (rc) {
		feed_close(f);
		return rc;
	}
	if (f->feed.left_out && !f->broken.code)
		error_set(&f->broken, COU_ELIMIT, "more than %d items: %zu are left out", FEED_ITEMS_MAX, f->feed.left_out);
	*state = f;
	return COU_OK;
}

/* What identifies an item everywhere: an id that is an address or a name made to be unique; a bare number is one of its feed alone. */
static struct str id_of(const struct feed_item *i)
{
	return str_find(i->id, ':') < i->id.n ? i->id : i->url;
}

static enum found feed_next(void *state, struct doc *d, struct inner *inner, struct error *e)
{
	struct feed_file *f = state;
	struct body body = { 0 };

	(void)inner;
	if (f->next == f->feed.n) {
		*e = f->broken;
		f->broken.code = 0;
		return e->code ? FOUND_BAD : FOUND_END;
	}
	const struct feed_item *i = &f->feed.items[f->next++];
	struct article x = {
		.id = id_of(i), .url = without_tracking(f->g->leftovers, d->a, i->url),
		.source = i->source.n ? i->source : f->feed.title, .lang = i->lang, .date = i->date, .title = i->title,
		.body = &body
	};

	d->origin = str_printf(d->a, "%.*s:%zu", STR_ARG(f->g->carrier.name), f->next);
	markup_body(d->a, i->content, &body);
	if (!body.n)
		body_add(d->a, &body, LINE_ANY, false, i->summary);
	if (!body.n && !x.title.n) {
		error_set(e, COU_OK, "an item without text");
		return FOUND_SKIPPED;
	}
	return article_document(f->g, &x, d, e) ? FOUND_BAD : FOUND_DOC;
}

const struct format format_feed = {
	.name = "feed", .about = "a feed: RSS, Atom, JSON Feed", .wide = true, .looks = looks, .open = feed_open, .next = feed_next, .close = feed_close
};

/* ---- a list of feeds ------------------------------------------------------------------------ */

static bool looks_list(struct str head, const struct carrier *c)
{
	struct str root = xml_root(head);

	return str_is(root, "opml") || str_is(root, "OPML") || str_is(c->media, "text/x-opml");
}

static int open_list(void **state, const struct reading *g, struct input *in, struct error *e)
{
	struct arena memory = { 0 };
	struct feed_list list;
	struct str bytes;
	int rc = input_all(in, &memory, FILE_TIMES * g->options->max_bytes, &bytes, e);

	(void)state;
	if (!rc)
		rc = feed_list_read(&memory, bytes, g->carrier.url, &list, e);
	if (!rc)
		rc = error_set(e, COU_ENONE, "a list of %zu feeds (OPML), no article; \"coulisse watch\" and \"coulisse add\" read the feeds", list.n + list.left_out);
	arena_free(&memory);
	return rc;
}

const struct format format_opml = { .name = "opml", .about = "a list of feeds, which watch and add read", .looks = looks_list, .open = open_list };
