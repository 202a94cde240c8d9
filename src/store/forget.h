/* forget.h - what the record learnt before a day goes: documents, their lines, and what hangs on them; the rest is as if it had never been there, but for
 * the stories, which stay what they were called. */
#ifndef STORE_FORGET_H
#define STORE_FORGET_H

#include "store/store.h"

struct forget_sum {
	size_t documents, events, states;	/* gone, or (dry) that would go */
	size_t pieces;				/* of them by dropping so many pieces */
};

/* Told after each piece or day: so many of the documents that were to go are gone.  Nonzero: leave, with what is done kept. */
typedef int forget_progress(void *user, size_t done, size_t all);

/* Forgets all documents learnt before that day (text "YYYY-MM-DD"): whole pieces by dropping them, the rest a day at a time, each in a transaction of its own, so that a
 * process killed at any moment leaves a store that is right but for lines that the next writer groups.  dry: counts only.  Opens its own run; the store is open to
 * write.  COU_ESTORE. */
int forget_before(struct store *s, struct str before, bool dry, struct forget_sum *sum, forget_progress *progress, void *user, struct error *e);

#endif
