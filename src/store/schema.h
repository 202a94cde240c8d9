/* schema.h - the tables of the store, for both databases. */
#ifndef STORE_SCHEMA_H
#define STORE_SCHEMA_H

#include "store/partition.h"

enum { SCHEMA_VERSION = 4 };

/* All tables, indexes and views of an empty store, as one text of statements with a NUL behind it, in a. */
struct str schema_sql(struct arena *a, enum db_kind kind);

/* The same of an empty PostgreSQL store whose big tables are in pieces of that width, which stands in meta under SCHEMA_PARTITION. */
struct str schema_pieces_sql(struct arena *a, enum partition width);
#define SCHEMA_PARTITION "partition"

/* The statements that lead a store from that version (at least 1) to the next, with a NUL behind them, in a. */
struct str schema_step(struct arena *a, enum db_kind kind, int version);

#endif
