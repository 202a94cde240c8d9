#include "watch/page.h"

#include <stdio.h>

static bool same_site(struct str x, struct str y)
{
	struct str shorter = x.n < y.n ? x : y, longer = x.n < y.n ? y : x;

	return str_ends(longer, shorter) && (longer.n == shorter.n || longer.p[longer.n - shorter.n - 1] == '.');
}

/* The address by which the page wants to be known, when it is one of its own site: else a page could pass for another's. */
static struct str address_of(struct arena *a, struct str says, struct str last)
{
	struct fetch_url own, claimed;
	struct error ignored = { 0 };

	if (!says.n || fetch_url(a, STR_NONE, last, &own, &ignored) || fetch_url(a, last, says, &claimed, &ignored))
		return last;
	return same_site(own.host, claimed.host) ? claimed.url : last;
}

/* "2024-03-05" of what feeds have, "Tue, 05 Mar 2024 10:00:00 +0100"; what begins so already stays. */
static struct str day_of_feed(struct arena *a, struct str stamp, day *d)
{
	char text[11];

	if (!stamp_parse(stamp, d))
		return STR_NONE;
	if (day_parse(stamp) != DAY_NONE)
		return stamp;
	day_iso(*d, text);
	return str_dup(a, str_c(text));
}

static struct str host_of(struct arena *a, struct str url)
{
	struct fetch_url u;
	struct error ignored = { 0 };

	return fetch_url(a, STR_NONE, url, &u, &ignored) ? STR_NONE : u.host;
}

/* What the text itself did not say. */
static void complete(struct doc *d, const struct ingest_options *o, const struct watch_link *link)
{
	day when;

	if (!d->source.n)
		d->source = link->source.n ? link->source : host_of(d->a, d->url);
	if (!d->published.n || !stamp_parse(d->published, &when)) {
		d->published = day_of_feed(d->a, link->published, &when);
		d->date = d->published.n ? when : o->date;
	}
	if (!d->lang.n && link->lang.n >= 2)
		d->lang = str_sub(link->lang, 0, 2);
	d->origin = link->url;
}

int page_read(const struct leftovers *l, const struct ingest_options *o, const struct fetch_response *r, struct str last, const struct watch_link *link, struct doc *d,
	      struct error *e)
{
	struct str bytes = str_dup(d->a, fetch_text(d->a, r));
	const char *format;
	int rc;

	if (!bytes.n)
		return error_set(e, COU_EINPUT, "an empty answer");
	format = sniff(bytes, e);
	if (!format)
		return e->code;
	if (str_is(r->type, "text/html") || str_is(r->type, "application/xhtml+xml"))
		format = "html";
	if (strcmp(format, "html") != 0 && strcmp(format, "text") != 0)
		return error_set(e, COU_EINPUT, "no page: \"%s\"", format);
	rc = strcmp(format, "html") == 0 ? read_html(l, o, bytes, d, e) : read_plain(l, o, bytes, d, e);
	if (rc)
		return rc;
	d->url = address_of(d->a, d->url, last);
	complete(d, o, link);
	return 0;
}

static void put_escaped(struct buf *b, struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '&')
			buf_add(b, STR("&amp;"));
		else if (s.p[i] == '<')
			buf_add(b, STR("&lt;"));
		else
			buf_byte(b, s.p[i]);
	}
}

int page_of_item(const struct leftovers *l, const struct ingest_options *o, const struct feed_item *item, const struct watch_link *link, struct doc *d, struct error *e)
{
	struct buf b;
	int rc;

	if (!item->content.n && !item->summary.n)
		return error_set(e, COU_EINPUT, "the feed has no text of it");
	buf_init(&b, d->a);
	buf_add(&b, STR("<html><body><article><h1>"));
	put_escaped(&b, item->title);
	buf_add(&b, STR("</h1>"));
	if (item->content.n) {
		buf_add(&b, item->content);
	} else {
		buf_add(&b, STR("<p>"));
		put_escaped(&b, item->summary);
		buf_add(&b, STR("</p>"));
	}
	rc = read_html(l, o, buf_str(&b), d, e);
	if (rc)
		return rc;
	d->url = item->url;
	complete(d, o, link);
	return 0;
}
