/* export_store.h - lines for an export out of a store. */
#ifndef QUERY_EXPORT_STORE_H
#define QUERY_EXPORT_STORE_H

#include "query/export.h"
#include "query/filter.h"

/* Adds the documents with lines that fit the filters, each document before its events and states.  With filters that only events have (type, mode, status, place)
 * no states.  COU_ESTORE, or what export_add fails with. */
int export_store(struct export *x, struct arena *a, struct db *db, const struct filter *f, struct error *e);

#endif
