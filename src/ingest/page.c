/* page.c - an HTML page as an input of its own. */
#include "ingest/format.h"

static bool starts_tag(struct str s)
{
	static const char *const tags[] = { "<!doctype html", "<html", "<head", "<body", "<article", "<div", "<p>", "<meta", "<!--" };

	for (size_t i = 0; i < sizeof(tags) / sizeof(*tags); i++) {
		size_t n = strlen(tags[i]), k = 0;

		while (k < n && k < s.n && (s.p[k] | (s.p[k] >= 'A' && s.p[k] <= 'Z' ? 0x20 : 0)) == tags[i][k])
			k++;
		if (k == n)
			return true;
	}
	return false;
}

static bool looks(struct str head, const struct carrier *c)
{
	if (str_is(c->media, "text/html") || str_is(c->media, "application/xhtml+xml"))
		return true;
	head = str_sub(head, 0, head.n < 4096 ? head.n : 4096);
	if (starts_tag(head))
		return true;
	return head.n && head.p[0] == '<' && str_search(head, STR("<html")) < head.n;
}

static int read(const struct reading *g, struct str bytes, struct doc *d, struct error *e)
{
	struct ingest_options o = *g->options;

	o.charset = g->carrier.charset;
	int rc = read_html(g->leftovers, &o, bytes, d, e);

	d->url = without_tracking(g->leftovers, d->a, d->url.n ? d->url : str_dup(d->a, g->carrier.url));
	if (d->date == DAY_NONE && g->carrier.date.n && stamp_parse(g->carrier.date, &d->date))
		d->published = str_dup(d->a, g->carrier.date);
	return rc;
}

const struct format format_html = { .name = "html", .about = "a page", .wide = true, .looks = looks, .read = read };
