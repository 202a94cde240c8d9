/* sql.h - a question in SQL while it is put together: its text and its parameters, which never stand in the text. */
#ifndef QUERY_SQL_H
#define QUERY_SQL_H

#include "base/vec.h"
#include "store/db.h"

struct sql {
	struct arena *a;
	struct db *db;
	struct buf text;
	VEC(struct db_value) params;
};

void sql_init(struct sql *q, struct arena *a, struct db *db);

/* Adds text in which each ? stands for the next of the given texts: sql_add(q, "a = ? AND b = ?", x, y), every argument a struct str. */
void sql_add(struct sql *q, const char *text, ...);
void sql_real(struct sql *q, double v);		/* the parameter alone */
void sql_int(struct sql *q, int64_t v);

/* "COLUMN IN (…)" for the words with commas between; each mapped by change (which may be NULL). */
void sql_in(struct sql *q, const char *column, struct str words, struct str (*change)(struct arena *a, struct str word));

/* Prepared, bound and started; NULL with *e filled. */
struct db_stmt *sql_start(struct sql *q, struct error *e);

#endif
