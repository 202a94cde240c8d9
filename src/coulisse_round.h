/* coulisse_round.h - one round over feeds: asked, read, what is new fetched, coded, kept.  Include it first. */
#ifndef COULISSE_ROUND_H
#define COULISSE_ROUND_H

#include "coulisse_run.h"

#include "base/vec.h"
#include "ingest/fetch.h"
#include "store/store.h"

struct round {				/* the caller fills the first part */
	struct cou *c;
	const struct cou_options *o;
	const struct cou_store_options *so;
	const struct cou_watching *w;
	struct store *store;		/* opened for writing; its now: began */
	struct fetcher *fetcher;
	struct arena names;		/* of the fetcher and the pages; the caller's to free */
	int64_t now;			/* seconds since 1970, when it begins */
	const struct str *feeds;	/* [n_feeds] addresses of feeds; each once */
	size_t n_feeds;
	const struct str *pages;	/* [n_pages] addresses of pages, or of feeds: their answers tell */
	size_t n_pages;

	struct cou_round sum;		/* what came of it */
	int64_t next;			/* when the first of the feeds is to be asked again; 0: none is left */
	char began[32];			/* sum.began */
};

/* COU_DONE, also when told to stop; COU_UNREADABLE when something could not be read; negative with *e filled: the store, or the program's data. */
int round_run(struct round *r, struct cou_error *e);

#endif
