/* page.h - what was fetched, or stood in a feed, becomes a document. */
#ifndef WATCH_PAGE_H
#define WATCH_PAGE_H

#include "doc/doc.h"
#include "ingest/feed.h"
#include "ingest/fetch.h"
#include "ingest/format.h"
#include "watch/state.h"

/* The article of the answer r, which came from address last, into d.  What the page does not say of itself, the link does: source, day, language. */
int page_read(const struct leftovers *l, const struct ingest_options *o, const struct fetch_response *r, struct str last, const struct watch_link *link, struct doc *d,
	      struct error *e);

/* The text of the item itself: its content, else its summary. */
int page_of_item(const struct leftovers *l, const struct ingest_options *o, const struct feed_item *item, const struct watch_link *link, struct doc *d, struct error *e);

#endif
