/* feed.h - feeds and lists of feeds, as polling sees them: what is new, and where it stands.
 *
 * Every str lies in the arena given (or is empty), is UTF-8 in normalisation form C, and has no white space at its ends.
 */
#ifndef INGEST_FEED_H
#define INGEST_FEED_H

#include "base/error.h"
#include "base/str.h"

enum {
	FEED_ITEMS_MAX = 10000,		/* items of one feed that are read; the others are counted */
	FEED_OUTLINES_MAX = 10000	/* feeds of one list that are read; the others are counted */
};

struct feed_item {
	struct str id;			/* RSS guid, Atom id, JSON Feed id; empty: none given */
	struct str url;			/* of the article: absolute, http or https; empty: none given, or another scheme */
	struct str title, summary;	/* plain text: markup taken off, character references resolved */
	struct str content;		/* HTML of the article, or of a piece of it; empty: none given */
	struct str date;		/* first published, else updated, as written (RFC 2822 or RFC 3339; base/date.h reads both) */
	struct str lang;		/* BCP 47 as written, of the item or else of the feed */
	struct str source;		/* who published it, where the item says that it is another than the feed; else empty */
};

struct feed {
	struct str title;		/* of the feed: the source of its items */
	struct feed_item *items;	/* [n], in the order of the feed */
	size_t n, left_out;		/* left_out: items beyond FEED_ITEMS_MAX */
};

/* bytes: RSS 0.9x, 1.0 or 2.0, Atom 1.0, or JSON Feed 1.x, in any charset that they declare.  url: where they came from, the base of relative
 * addresses where xml:base gives no other; may be empty.  COU_EINPUT when they are no feed (the message says what they look like), or are broken before the
 * first item, COU_ELIMIT when they are too deep or too many before it; of a feed that breaks off later what came before is given, *e says where it broke, and
 * 0 is returned (e->code is set).  XML that is not well formed is mended (mend.c), and only what is then still broken counts. */
int feed_read(struct arena *a, struct str bytes, struct str url, struct feed *f, struct error *e);

struct outline {
	struct str title;		/* may be empty */
	struct str url;			/* of the feed: absolute, http or https */
};

struct feed_list {
	struct str title;
	struct outline *at;		/* [n], in the order of the list; each url once */
	size_t n, left_out;
	size_t no_address;		/* outlines with an xmlUrl that is no address of the web */
	struct str first_no_address;	/* as it stands in the first of them */
};

/* bytes: OPML 1.x or 2.0, outlines at any depth that have an xmlUrl.  url as of feed_read.  COU_EINPUT when they are no OPML. */
int feed_list_read(struct arena *a, struct str bytes, struct str url, struct feed_list *l, struct error *e);

#endif
