/* sql.h - what the files of this folder say to the database in one breath. */
#ifndef QUEUE_SQL_H
#define QUEUE_SQL_H

#include "store/db.h"

#define NOW "CAST(floor(extract(epoch FROM clock_timestamp())) AS bigint)"
#define OPEN "(state = 'waiting' OR state = 'leased')"		/* as the index job_open has it */

#define VALUES(...) (const struct db_value[]){ __VA_ARGS__ }, (unsigned)(sizeof((const struct db_value[]){ __VA_ARGS__ }) / sizeof(struct db_value))

static inline struct db_stmt *sql_bound(struct db *db, const char *sql, const struct db_value *v, unsigned n, struct error *e)
{
	struct db_stmt *q = db_stmt(db, sql, e);

	for (unsigned i = 0; q && i < n; i++)
		db_bind(q, i + 1, v[i]);
	return q;
}

static inline int sql_change(struct db *db, const char *sql, const struct db_value *v, unsigned n, struct error *e)
{
	struct db_stmt *q = sql_bound(db, sql, v, n, e);

	return q ? db_run(q, e) : COU_ESTORE;
}

/* The rows of *q begin; db_end when done. */
static inline int sql_rows(struct db *db, struct db_stmt **q, const char *sql, const struct db_value *v, unsigned n, struct error *e)
{
	*q = sql_bound(db, sql, v, n, e);
	return !*q || db_start(*q, e) ? COU_ESTORE : 0;
}

/* The number in the first row, 0 when there is none; negative with *e filled. */
static inline int64_t sql_number(struct db *db, const char *sql, const struct db_value *v, unsigned n, struct error *e)
{
	struct db_stmt *q;
	int64_t x = 0;
	int rc;

	if (sql_rows(db, &q, sql, v, n, e))
		return COU_ESTORE;
	rc = db_next(q, e);
	if (rc > 0)
		x = db_column_int(q, 0);
	db_end(q);
	return rc < 0 ? COU_ESTORE : x;
}

#endif
