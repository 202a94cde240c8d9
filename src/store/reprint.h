/* reprint.h - texts that are reprints of one another. */
#ifndef STORE_REPRINT_H
#define STORE_REPRINT_H

#include "store/db.h"

enum { REPRINT_HASHES = 32, REPRINT_BANDS = 16, REPRINT_ALIKE = 4 };

struct reprint {			/* what a text is known by */
	bool brief;			/* fewer than 60 words: equal texts only */
	uint32_t least[REPRINT_HASHES];	/* minhashes */
	int64_t bands[REPRINT_BANDS];	/* of brief ones the first alone, of the whole text */
};

void reprint_of(struct reprint *r, struct arena *scratch, struct str text);

/* How many bands they share; from REPRINT_ALIKE on they are reprints of one text. */
int reprint_alike(const struct reprint *x, const struct reprint *y);

/* Finds document.story of the document with that key, whose row is there: the story of the texts that it is a reprint of, else its own id.  Two stories that it shows to
 * be one become one, under the least of the ids.  pieces: the store is in pieces, so that known has stories of its own.  Within the caller's transaction. */
int reprint_add(struct db *db, bool pieces, int64_t document, struct str id, struct str text, struct error *e);

#endif
