/* time_match.h - the grammar of time against the pieces of a sentence. */
#ifndef LINK_TIME_MATCH_H
#define LINK_TIME_MATCH_H

#include "link/time_words.h"

struct sense {				/* what a pattern made of the words */
	int32_t slot[TIME_SLOT_COUNT];	/* TIME_NO: empty */
	int meaning;
	uint32_t before, behind;	/* pieces at the start and end that are no part of the expression */
};

/* The longest expression that begins at p[at]: pieces taken (those before and behind it too), 0 if none. */
uint32_t time_match(const struct timer *t, const struct piece *p, uint32_t n, uint32_t at, struct sense *out);

#endif
