/* db_driver.h - what a database must do to stand behind db.h; seen by db.c and the two drivers alone. */
#ifndef STORE_DB_DRIVER_H
#define STORE_DB_DRIVER_H

#include <stdio.h>

#include "base/map.h"
#include "store/db.h"

/* The calls of db.h of the same names. */
struct db_driver {
	void (*close)(struct db *db);
	int (*exec)(struct db *db, const char *sql, struct error *e);
	int (*begin)(struct db *db, struct error *e);
	int (*commit)(struct db *db, struct error *e);
	void (*rollback)(struct db *db);
	struct db_stmt *(*prepare)(struct db *db, const char *sql, struct error *e);
	void (*finalize)(struct db_stmt *s);
	void (*bind)(struct db_stmt *s, unsigned i, struct db_value v);
	int (*run)(struct db_stmt *s, struct error *e);
	int (*start)(struct db_stmt *s, struct error *e);
	int (*next)(struct db_stmt *s, struct error *e);
	void (*end)(struct db_stmt *s);
	unsigned (*columns)(const struct db_stmt *s);
	const char *(*column_name)(const struct db_stmt *s, unsigned i);
	enum db_type (*column_type)(const struct db_stmt *s, unsigned i);
	int64_t (*column_int)(struct db_stmt *s, unsigned i);
	double (*column_real)(struct db_stmt *s, unsigned i);
	struct str (*column_text)(struct db_stmt *s, unsigned i);
	int64_t (*changes)(struct db *db);
	bool (*passes)(const struct db *db);				/* or NULL */
	int (*verify)(struct db *db, const char *schema, struct error *e);	/* or NULL */
};

enum { DB_RECENT = 1021 };

struct db_recent {			/* a statement found by where its text stands, before its text is looked up */
	const char *sql, *text;
	uint32_t at;
};

struct db {				/* the first member of a driver's own */
	const struct db_driver *driver;
	enum db_kind kind;
	struct arena a;			/* texts of the statements */
	struct map texts;		/* SQL → index of stmts */
	struct db_stmt **stmts;
	size_t n_stmts, cap;
	struct db_recent recent[DB_RECENT];
};

struct db_stmt {			/* likewise */
	struct db *db;
	const char *text;		/* SQL */
	bool open;			/* between start and the last row */
};

int db_sqlite_open(struct db **db, const char *where, enum db_access access, struct error *e);
int db_postgres_open(struct db **db, const char *where, enum db_access access, struct error *e);

#endif
