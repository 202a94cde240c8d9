/* page.c - an HTML page as an input of its own. */
#include "ingest/claim.h"
#include "ingest/dom.h"
#include "ingest/format.h"

#include <strings.h>

/* The name of the element with whose tag s begins: "h1" of "<h1 class=x>"; empty. */
static struct str first_tag(struct str s)
{
	size_t n = 1;

	while (n < s.n && s.p[0] == '<' && ((s.p[n] | 32) >= 'a' ? (s.p[n] | 32) <= 'z' : n > 1 && s.p[n] >= '0' && s.p[n] <= '9'))
		n++;
	return n < s.n && n > 1 && strchr(" \t\r\n/>", s.p[n]) ? str_sub(s, 1, n) : STR_NONE;
}

/* May a page, or a piece of one, begin with it?  With "<section>", but not with "<b>": a plain text with a bold word in it keeps its lines. */
static bool begins_page(enum element e)
{
	return (element_bits(e) & BLOCK_LEVEL) || e == ELEMENT_HTML || e == ELEMENT_HEAD || e == ELEMENT_BODY || e == ELEMENT_TITLE || e == ELEMENT_META ||
	       e == ELEMENT_LINK || e == ELEMENT_STYLE || e == ELEMENT_SCRIPT;
}

static enum element element_of(struct str name)
{
	for (int e = ELEMENT_NONE + 1; e < ELEMENT_TEXT; e++)
		if (strlen(element_name((enum element)e)) == name.n && !strncasecmp(element_name((enum element)e), name.p, name.n))
			return (enum element)e;
	return ELEMENT_NONE;
}

static bool starts_tag(struct str s)
{
	static const char doctype[] = "<!doctype html";

	if (str_starts(s, STR("<!--")) || (s.n > sizeof(doctype) && !strncasecmp(s.p, doctype, sizeof(doctype) - 1)))
		return true;
	return begins_page(element_of(first_tag(s)));
}

bool is_other_xml(struct str head)
{
	struct str name = first_tag(head);
	char end[64];

	if (!name.n || name.n > sizeof(end) - 3 || element_of(name) != ELEMENT_NONE)
		return str_starts(head, STR("<?xml")) || str_starts(head, STR("<!DOCTYPE"));
	memcpy(end, "</", 2);
	memcpy(end + 2, name.p, name.n);
	end[name.n + 2] = '>';
	return str_search(head, (struct str){ end, name.n + 3 }) < head.n;
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

	d->url = address_claimed(g->leftovers, d->a, str_dup(d->a, g->carrier.url), d->url);
	if (d->date == DAY_NONE && g->carrier.date.n && stamp_parse(g->carrier.date, &d->date))
		d->published = str_dup(d->a, g->carrier.date);
	return rc;
}

const struct format format_html = { .name = "html", .about = "a page", .wide = true, .looks = looks, .read = read };
