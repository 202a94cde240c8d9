/* schema.h - the tables of the store, for both databases. */
#ifndef STORE_SCHEMA_H
#define STORE_SCHEMA_H

#include "store/db.h"

enum { SCHEMA_VERSION = 3 };

/* All tables, indexes and views of an empty store, as one text of statements with a NUL behind it, in a. */
struct str schema_sql(struct arena *a, enum db_kind kind);

/* The statements that lead a store from that version (at least 1) to the next, with a NUL behind them, in a. */
struct str schema_step(struct arena *a, enum db_kind kind, int version);

#endif
