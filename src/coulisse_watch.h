/* coulisse_watch.h - what adding and coding need of polling. */
#ifndef COULISSE_WATCH_H
#define COULISSE_WATCH_H

#include "coulisse_run.h"

#include "ingest/fetch.h"
#include "store/store.h"

/* A fetcher as the options want it (NULL: all zero); a must outlive it. */
int watch_fetcher(struct fetcher **f, const struct cou_fetching *how, struct arena *a, struct error *e);

/* One round over inputs that are fetched, into an open store.  sum: what was added; known: documents and items that were there.  As cou_add. */
int watch_add(struct cou *c, const struct cou_options *o, struct store *store, const struct cou_store_options *so, const char *const *inputs, size_t n,
	      struct cou_added *sum, struct cou_error *e);

#endif
