/* db.h - one connection to a database, SQLite or PostgreSQL: the same few calls over both.
 *
 *	struct db_stmt *s = db_stmt(db, "SELECT id, confidence FROM event WHERE type = $1 AND day >= $2", &e);
 *	if (!s || db_bind(s, 1, db_text(type)) … db_start(s, &e))
 *	while ((rc = db_next(s, &e)) > 0)
 *		use(db_column_text(s, 0), db_column_real(s, 1));
 *
 * SQL is written once, in what both understand: parameters are $1 … $n, upserts are INSERT … ON CONFLICT, dates and times are ISO 8601
 * text (text columns compare by bytes in both), truth values are 0 and 1.  Where they differ there is a function here.
 * A statement is prepared once for its text and kept until the connection closes; only one run of the same text is open at a time.
 * db_sqlite.c alone sees SQLite, db_postgres.c alone sees libpq.
 */
#ifndef STORE_DB_H
#define STORE_DB_H

#include "base/error.h"
#include "base/str.h"

#define DB_MARK "a store of coulisse"	/* PostgreSQL: comment on the table meta of a store's schema */

enum db_kind { DB_SQLITE, DB_POSTGRES };

enum db_access {
	DB_READ,			/* must exist; sees a consistent state during each statement, never waits for a writer */
	DB_WRITE,			/* must exist */
	DB_CREATE			/* made when it is not there */
};

struct db;
struct db_stmt;

enum db_type { DB_NULL, DB_INT, DB_REAL, DB_TEXT };

struct db_value {
	enum db_type type;
	int64_t i;
	double r;
	struct str t;			/* need not live longer than the call */
};

/* where: a file, or "postgresql://…" / "postgres://…" (libpq's connection URI; the store lives in the first schema of the search path, which
 * "?options=-csearch_path%3DNAME" sets).  COU_ESTORE: cannot be opened, is no database, is not there, is another program's; COU_EAWAY: no connection could be made to the server.  PostgreSQL: a store is there
 * once schema_sql ran. */
int db_open(struct db **db, const char *where, enum db_access access, struct error *e);
void db_close(struct db *db);		/* rolls an open transaction back; NULL is fine */

enum db_kind db_kind(const struct db *db);

/* One or more statements without parameters; rows are passed over. */
int db_exec(struct db *db, const char *sql, struct error *e);

/* A write transaction.  SQLite: BEGIN IMMEDIATE, waits for another writer up to a minute.  PostgreSQL: the server's isolation level (READ COMMITTED unless
 * it was changed); waits for a lock up to a minute.  After an error inside it only db_rollback may follow (PostgreSQL: any other call says the same error
 * again).  When db_commit fails it has rolled back. */
int db_begin(struct db *db, struct error *e);
int db_commit(struct db *db, struct error *e);
void db_rollback(struct db *db);

/* The statement with that text, prepared; NULL with *e filled.  All its parameters are unbound (null). */
struct db_stmt *db_stmt(struct db *db, const char *sql, struct error *e);

/* Parameter $i, 1-based.  The bytes of a text are copied. */
void db_bind(struct db_stmt *s, unsigned i, struct db_value v);

/* Runs a statement that gives no rows, and unbinds its parameters.  PostgreSQL may send it later, together with others: an error of it may come with a later
 * call, at the latest with db_commit.  0 or negative. */
int db_run(struct db_stmt *s, struct error *e);

/* Runs a statement that gives rows, on other statements' rows being open or not: db_start, then db_next until it gives 0; db_end may leave the rest (and is called by the next db_stmt of that text). */
int db_start(struct db_stmt *s, struct error *e);
int db_next(struct db_stmt *s, struct error *e);	/* 1: a row; 0: no more; negative */
void db_end(struct db_stmt *s);

/* Columns of the row, 0-based.  Text lives until the next call on s. */
unsigned db_columns(const struct db_stmt *s);
const char *db_column_name(const struct db_stmt *s, unsigned i);
enum db_type db_column_type(const struct db_stmt *s, unsigned i);	/* PostgreSQL: by the column's type; truth values: DB_INT */
int64_t db_column_int(struct db_stmt *s, unsigned i);			/* null: 0 */
double db_column_real(struct db_stmt *s, unsigned i);
struct str db_column_text(struct db_stmt *s, unsigned i);		/* null: p NULL; numbers as the database writes them */

/* For a connection that is one of many: it keeps at most so much of the database in memory.  PostgreSQL: nothing is kept. */
int db_keep(struct db *db, unsigned kilobytes, struct error *e);

/* Lets go of all statements: for a connection that lives long and is asked much, since each text is kept.  None of them may be in use. */
void db_forget(struct db *db);
size_t db_prepared(const struct db *db);	/* how many are kept */

/* How many rows the last db_run on this connection changed.  PostgreSQL: waits for the server, so not after each of many runs; 0 when the run failed, which
 * the next call says. */
int64_t db_changes(struct db *db);

/* Does the database hold nothing that acts by itself (triggers), and has it all tables, indexes and views that the statements of schema make, word for word
 * (NULL: not asked)?  What else it holds is never asked.  COU_ESTORE with what is wrong.  PostgreSQL: 0, the server's own rights say who may make what. */
int db_verify(struct db *db, const char *schema, struct error *e);

/* Was the last error of this connection one that has nothing to do with what was asked: the connection is lost, the server stops or starts, a disk is full, somebody has
 * a lock?  Then the same may succeed later.  SQLite: false. */
bool db_passes(const struct db *db);

/* For a session beside others on a server, which must not hold them up when its machine or the net goes: what is open in it ends when it has been silent that many
 * seconds, its connection when it has not been heard of for as long.  SQLite: nothing. */
int db_beside(struct db *db, unsigned seconds, struct error *e);

/* Text of the database's error that arose because it is full or read only is told apart by nobody: it is all COU_ESTORE. */

static inline struct db_value db_null(void)
{
	return (struct db_value){ .type = DB_NULL };
}

static inline struct db_value db_int(int64_t i)
{
	return (struct db_value){ .type = DB_INT, .i = i };
}

static inline struct db_value db_real(double r)
{
	return (struct db_value){ .type = DB_REAL, .r = r };
}

static inline struct db_value db_text(struct str t)	/* p NULL or empty: null */
{
	return (struct db_value){ .type = t.n ? DB_TEXT : DB_NULL, .t = t };
}

#endif
