#include "watch/page.h"

#include "ingest/claim.h"
#include "ingest/unpack.h"
#include "watch/schedule.h"

enum { FIRST_YEAR = 1600, DAYS_AHEAD = 2 };	/* of the first newspapers; clocks and zones differ */

/* Can an article that was seen then be of that day?  Not of days to come, nor of those that programs write where they have no date: 1 January 1970, year 1. */
static bool is_plausible(day d, int64_t seen)
{
	return d != 0 && d >= day_of(FIRST_YEAR, 1, 1) && (!seen || d <= seen / SCHEDULE_DAY + DAYS_AHEAD);
}

/* The stamp in ISO 8601, and its day; empty when it is none of an article that was seen then. */
static struct str iso(struct arena *a, struct str stamp, int64_t seen, day *d)
{
	char text[STAMP_ISO];
	day then;

	if (!stamp_iso(stamp, text) || !stamp_parse(stamp, &then) || !is_plausible(then, seen))
		return STR_NONE;
	*d = then;
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
	struct str published = d->published.n ? iso(d->a, d->published, link->seen, &d->date) : STR_NONE;

	if (!d->source.n)
		d->source = link->source.n ? link->source : host_of(d->a, d->url);
	if (!published.n)
		published = iso(d->a, link->published, link->seen, &d->date);
	d->published = published;
	if (!published.n)
		d->date = o->date;
	if (!d->lang.n)
		d->lang = link->lang;
	d->lang = d->lang.n > 2 ? str_sub(d->lang, 0, 2) : d->lang;	/* of BCP 47 */
	d->origin = link->url;
}

int page_read(const struct leftovers *l, const struct ingest_options *o, const struct fetch_response *r, struct str last, const struct watch_link *link, struct doc *d,
	      struct error *e)
{
	struct unpacked none = { 0 };
	const struct reading g = { l, o, { .name = link->url, .url = last, .charset = r->charset, .media = r->type }, &none };
	struct str bytes = str_dup(d->a, r->body);
	const struct format *f;

	if (!bytes.n)
		return error_set(e, COU_EINPUT, "an empty answer");
	f = format_of(str_sub(bytes, 0, bytes.n < INPUT_PEEK_MAX ? bytes.n : INPUT_PEEK_MAX), &g, e);
	if (!f)
		return e->code;
	if (f->open)
		return error_set(e, COU_EINPUT, "no page of one article (format \"%s\")", f->name);
	if (f->read(&g, bytes, d, e))
		return e->code ? e->code : COU_EINPUT;
	d->url = address_claimed(l, d->a, last, d->url);
	complete(d, o, link);
	return 0;
}

int page_of_item(const struct leftovers *l, const struct ingest_options *o, const struct feed_item *item, const struct watch_link *link, struct doc *d, struct error *e)
{
	const struct reading g = { l, o, { .name = link->url }, NULL };
	const struct article x = {
		.url = without_tracking(l, d->a, item->url), .title = item->title, .text = item->content.n ? STR_NONE : item->summary, .markup = item->content, .lang = item->lang,
	};
	int rc;

	if (!item->content.n && !item->summary.n)
		return error_set(e, COU_EINPUT, "the feed has no text of it");
	rc = article_document(&g, &x, d, e);
	if (rc)
		return rc;
	complete(d, o, link);
	return 0;
}
