/* coulisse_pieces.h - what a round fetched, coded and kept batch by batch.  Include it first. */
#ifndef COULISSE_PIECES_H
#define COULISSE_PIECES_H

#include "coulisse_adding.h"

#include "watch/page.h"

struct piece {				/* an answer, or an item of a feed */
	struct watch_link link;
	struct fetch_response response;
	struct str last;		/* the address that answered */
	const struct feed_item *item;	/* or NULL */
	bool bad;
};

struct pieces {
	struct adding adding;		/* first: adding_keep and adding_is_known are handed a pieces */
	struct cou *c;
	const struct cou_options *o;
	struct leftovers leftovers;
	const char *now;		/* when they were fetched, ISO 8601 */
	size_t unread;			/* that were no articles, or in no language that is coded; of all batches */

	/* the batch */
	struct arena a;
	VEC(struct piece) at;
	VEC(struct watch_feed) feeds;	/* to be kept with them */
	VEC(struct arena) arenas;	/* of feeds whose items are among them */
	size_t bytes, next;
	struct run run;
};

/* s: open for writing.  0 or negative. */
int pieces_open(struct pieces *b, struct cou *c, const struct cou_options *o, struct store *s, const char *now, struct error *e);
void pieces_close(struct pieces *b);

/* The response is the batch's from now on. */
void pieces_add_page(struct pieces *b, const struct watch_link *link, const struct fetch_response *r, struct str last);

/* The item must live until the batch is coded: put its arena into b->arenas. */
void pieces_add_item(struct pieces *b, const struct watch_link *link, const struct feed_item *item);

/* Is there a page in it that answered at that address, which is without tracking? */
bool pieces_have(struct pieces *b, struct str url);

/* Is it time to code them? */
bool pieces_full(const struct pieces *b);

/* Codes them, in one transaction with what is remembered of them, and empties the batch.  0 or negative. */
int pieces_code(struct pieces *b, struct error *e);

#endif
