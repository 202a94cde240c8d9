/* recode.h - documents of the store coded again: what stays, what goes, what comes. */
#ifndef STORE_RECODE_H
#define STORE_RECODE_H

#include "store/store.h"

struct stored {				/* a document as it was read; texts in the arena given */
	int64_t key;
	struct str id, sha256, url, source, title, lang, published, retrieved, body;
	struct str blocks;		/* [["title",0,42],…] in code points */
};

/* The next document after *key (0 at first) that has a text: 1 and *d filled, 0 at the end, or negative.  Has a connection of its own. */
int recode_next(struct store *s, struct arena *a, int64_t key, struct stored *d, struct error *e);

struct recode_sum {
	size_t documents, changed;	/* coded again; those whose lines are not the same */
	size_t same, added, removed;	/* lines */
	size_t orphans;			/* corrections that found no line */
};

/* Within store_begin(…, "recode", …): the lines of one document, as store_add takes them, against those that stand.  Equal ones stay as they are; others are
 * retired by this run and the new ones added; corrections are applied again. */
int recode_document(struct store *s, struct str lines, struct recode_sum *sum, struct error *e);

#endif
