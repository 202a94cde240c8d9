/* time_match.h - the grammar of time against the pieces of a sentence. */
#ifndef LINK_TIME_MATCH_H
#define LINK_TIME_MATCH_H

#include "link/time_words.h"

struct sense {				/* what a pattern made of the words */
	int32_t slot[TIME_SLOT_COUNT];	/* TIME_NO: empty */
	int meaning;
	uint32_t before, behind;	/* pieces at the start and end that are no part of the expression */
};

struct time_seen {			/* of a sentence: the words and classes in it, and which rules they allow */
	uint64_t *words;		/* [n_words] bits, by word */
	size_t n_words;
	uint32_t classes;
	uint8_t *rule;			/* 0 not looked at, 1 possible, 2 not */
};

/* Fills seen for a sentence; its memory comes from a and serves all sentences of a document.  The first time seen is all zero. */
void time_seen_read(const struct timer *t, struct arena *a, const struct piece *p, uint32_t n, struct time_seen *seen);

/* The longest expression that begins at p[at]: pieces taken (those before and behind it too), 0 if none. */
uint32_t time_match(const struct timer *t, const struct piece *p, uint32_t n, uint32_t at, struct time_seen *seen, struct sense *out);

#endif
