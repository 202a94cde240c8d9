/* db_sqlite.c - db.h over SQLite 3, one file, WAL: readers see the last commit while one writer writes.
 *
 * A file from elsewhere is hostile.  A database file is a program: its schema holds SQL that runs when its tables are used.  So its schema is not trusted
 * (no function with effects runs from it), no trigger runs and one refuses the file, no extension is loaded, no other file attached; the tables and views
 * that we ask must be ours, word for word (sqlite_verify); lengths and depths are limited; pages are looked at for consistency as they are read.  Questions
 * open it read only.  What remains is that SQLite reads damaged pages without harm, which it is tested for more than we could.
 */
#include "store/db_driver.h"

#include <sqlite3.h>
#include <stdlib.h>

enum {
	BUSY_MS = 60000,
	WAL_WAIT_MS = 5,
	APPLICATION_ID = 0x436f7531,	/* "Cou1", in bytes 68 to 71 of the file */
	CACHE_KB = 163840,
	CHECKPOINT_PAGES = 8192,	/* of 8 KB: the log goes into the file each 64 MB */
	PARAMS_MAX = 64,		/* parameters that are looked up once */
	ROW_MAX = 64 << 20		/* bytes of one value: a text has at most 8 MB, its line less */
};

struct sqlite_db {
	struct db base;
	sqlite3 *handle;
	char *tidied;			/* the file, where it was opened to be read; or NULL */
};

struct sqlite_stmt {
	struct db_stmt base;
	sqlite3_stmt *handle;
	unsigned char at[PARAMS_MAX];	/* SQLite's number of $i */
};

static sqlite3 *handle(const struct db *db)
{
	return ((const struct sqlite_db *)db)->handle;
}

static sqlite3_stmt *stmt(const struct db_stmt *s)
{
	return ((const struct sqlite_stmt *)s)->handle;
}

static int failed(sqlite3 *h, struct error *e)
{
	return error_set(e, COU_ESTORE, "store: %s", h ? sqlite3_errmsg(h) : "out of memory");
}

static int sqlite_exec(struct db *db, const char *sql, struct error *e)
{
	return sqlite3_exec(handle(db), sql, NULL, NULL, NULL) == SQLITE_OK ? 0 : failed(handle(db), e);
}

static int64_t pragma(sqlite3 *h, const char *sql)
{
	sqlite3_stmt *s;
	int64_t v = -1;

	if (sqlite3_prepare_v2(h, sql, -1, &s, NULL) == SQLITE_OK && sqlite3_step(s) == SQLITE_ROW)
		v = sqlite3_column_int64(s, 0);
	sqlite3_finalize(s);
	return v;
}

static void harden(sqlite3 *h)
{
	static const struct {
		int option, value;
	} options[] = {
		{ SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 }, { SQLITE_DBCONFIG_DEFENSIVE, 1 }, { SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
		{ SQLITE_DBCONFIG_ENABLE_TRIGGER, 0 }, { SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0 }, { SQLITE_DBCONFIG_WRITABLE_SCHEMA, 0 },
		{ SQLITE_DBCONFIG_DQS_DML, 0 }, { SQLITE_DBCONFIG_DQS_DDL, 0 },
	};
	static const struct {
		int limit, value;
	} limits[] = {
		{ SQLITE_LIMIT_LENGTH, ROW_MAX }, { SQLITE_LIMIT_SQL_LENGTH, 1 << 20 }, { SQLITE_LIMIT_COLUMN, 200 }, { SQLITE_LIMIT_EXPR_DEPTH, 200 },
		{ SQLITE_LIMIT_COMPOUND_SELECT, 20 }, { SQLITE_LIMIT_VDBE_OP, 1 << 20 }, { SQLITE_LIMIT_FUNCTION_ARG, 64 }, { SQLITE_LIMIT_ATTACHED, 0 },
		{ SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 10000 }, { SQLITE_LIMIT_TRIGGER_DEPTH, 1 }, { SQLITE_LIMIT_WORKER_THREADS, 0 },
	};

	for (size_t i = 0; i < sizeof(options) / sizeof(*options); i++)
		sqlite3_db_config(h, options[i].option, options[i].value, NULL);
	for (size_t i = 0; i < sizeof(limits) / sizeof(*limits); i++)
		sqlite3_limit(h, limits[i].limit, limits[i].value);
	sqlite3_busy_timeout(h, BUSY_MS);
}

/* Unlike all else, changing to WAL does not wait for others who do the same. */
static int use_wal(struct sqlite_db *d, struct error *e)
{
	int rc = SQLITE_BUSY;

	for (int ms = 0; rc == SQLITE_BUSY && ms < BUSY_MS; ms += WAL_WAIT_MS) {
		rc = sqlite3_exec(d->handle, "PRAGMA journal_mode = WAL", NULL, NULL, NULL);
		if (rc == SQLITE_BUSY)
			sqlite3_sleep(WAL_WAIT_MS);
	}
	return rc == SQLITE_OK ? 0 : failed(d->handle, e);
}

/* An empty file becomes ours; another program's database is refused.  The tables are counted first: who makes a store at the same time marks it before
 * he makes tables. */
static int claim_file(struct sqlite_db *d, const char *where, enum db_access access, struct error *e)
{
	char sql[64];
	int64_t tables = pragma(d->handle, "SELECT count(*) FROM sqlite_schema"), id = pragma(d->handle, "PRAGMA application_id");

	if (tables < 0 || id < 0)
		return error_set(e, COU_ESTORE, "%s: %s", where, sqlite3_errmsg(d->handle));
	if (id == APPLICATION_ID)
		return 0;
	if (id != 0 || tables != 0)
		return error_set(e, COU_ESTORE, "%s: a database of another program", where);
	if (access != DB_CREATE)
		return error_set(e, COU_ESTORE, "%s: an empty database, no store", where);
	if (sqlite_exec(&d->base, "PRAGMA page_size = 8192", e) || use_wal(d, e))
		return COU_ESTORE;
	snprintf(sql, sizeof(sql), "PRAGMA application_id = %d", APPLICATION_ID);
	return sqlite_exec(&d->base, sql, e);
}

/* Who reads only leaves the log beside the file, even an empty one: the last to go must be somebody who may write.  So must be who finds what a killed
 * writer left. */
static void tidy(const char *where)
{
	sqlite3 *h = NULL;

	if (sqlite3_open_v2(where, &h, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK) {
		harden(h);
		pragma(h, "SELECT count(*) FROM sqlite_schema");
	}
	sqlite3_close(h);
}

static void sqlite_close(struct db *db)
{
	char *tidied = ((struct sqlite_db *)db)->tidied;

	sqlite3_close(handle(db));
	if (tidied)
		tidy(tidied);
	free(tidied);
	free(db);
}

static void sqlite_finalize(struct db_stmt *s)
{
	sqlite3_finalize(stmt(s));
	free(s);
}

static struct db_stmt *sqlite_prepare(struct db *db, const char *sql, struct error *e)
{
	struct sqlite_stmt *s = calloc(1, sizeof(*s));
	char name[16];

	if (!s || sqlite3_prepare_v3(handle(db), sql, -1, SQLITE_PREPARE_PERSISTENT, &s->handle, NULL) != SQLITE_OK) {
		failed(handle(db), e);
		free(s);
		return NULL;
	}
	for (unsigned i = 1; i < PARAMS_MAX; i++) {
		snprintf(name, sizeof(name), "$%u", i);
		s->at[i] = (unsigned char)sqlite3_bind_parameter_index(s->handle, name);
	}
	return &s->base;
}

/* $3 is a name to SQLite, whose number depends on where it first stands. */
static int number_of(const struct db_stmt *s, unsigned i)
{
	char name[16];

	if (i < PARAMS_MAX)
		return ((const struct sqlite_stmt *)s)->at[i];
	snprintf(name, sizeof(name), "$%u", i);
	return sqlite3_bind_parameter_index(stmt(s), name);
}

static void sqlite_bind(struct db_stmt *s, unsigned i, struct db_value v)
{
	int at = number_of(s, i);

	switch (v.type) {
	case DB_INT:
		sqlite3_bind_int64(stmt(s), at, v.i);
		break;
	case DB_REAL:
		sqlite3_bind_double(stmt(s), at, v.r);
		break;
	case DB_TEXT:
		sqlite3_bind_text64(stmt(s), at, v.t.p, v.t.n, SQLITE_TRANSIENT, SQLITE_UTF8);
		break;
	default:
		sqlite3_bind_null(stmt(s), at);
	}
}

static void sqlite_end(struct db_stmt *s)
{
	sqlite3_reset(stmt(s));
	sqlite3_clear_bindings(stmt(s));
}

static int sqlite_run(struct db_stmt *s, struct error *e)
{
	int rc = sqlite3_step(stmt(s));

	if (rc != SQLITE_DONE && rc != SQLITE_ROW) {
		failed(handle(s->db), e);
		sqlite_end(s);
		return COU_ESTORE;
	}
	sqlite_end(s);
	return 0;
}

static int sqlite_start(struct db_stmt *s, struct error *e)
{
	(void)s;
	(void)e;
	return 0;
}

static int sqlite_next(struct db_stmt *s, struct error *e)
{
	int rc = sqlite3_step(stmt(s));

	if (rc == SQLITE_ROW)
		return 1;
	rc = rc == SQLITE_DONE ? 0 : failed(handle(s->db), e);
	sqlite_end(s);
	return rc;
}

static unsigned sqlite_columns(const struct db_stmt *s)
{
	return (unsigned)sqlite3_column_count(stmt(s));
}

static const char *sqlite_column_name(const struct db_stmt *s, unsigned i)
{
	return sqlite3_column_name(stmt(s), (int)i);
}

static enum db_type sqlite_column_type(const struct db_stmt *s, unsigned i)
{
	switch (sqlite3_column_type(stmt(s), (int)i)) {
	case SQLITE_INTEGER:
		return DB_INT;
	case SQLITE_FLOAT:
		return DB_REAL;
	case SQLITE_NULL:
		return DB_NULL;
	default:
		return DB_TEXT;
	}
}

static int64_t sqlite_column_int(struct db_stmt *s, unsigned i)
{
	return sqlite3_column_int64(stmt(s), (int)i);
}

static double sqlite_column_real(struct db_stmt *s, unsigned i)
{
	return sqlite3_column_double(stmt(s), (int)i);
}

static struct str sqlite_column_text(struct db_stmt *s, unsigned i)
{
	const unsigned char *p = sqlite3_column_text(stmt(s), (int)i);

	return (struct str){ (const char *)p, p ? (size_t)sqlite3_column_bytes(stmt(s), (int)i) : 0 };
}

static int64_t sqlite_changes(struct db *db)
{
	return sqlite3_changes64(handle(db));
}

static int sqlite_begin(struct db *db, struct error *e)
{
	return sqlite_exec(db, "BEGIN IMMEDIATE", e);
}

static int sqlite_commit(struct db *db, struct error *e)
{
	return sqlite_exec(db, "COMMIT", e);
}

static void sqlite_rollback(struct db *db)
{
	if (!sqlite3_get_autocommit(handle(db)))
		sqlite3_exec(handle(db), "ROLLBACK", NULL, NULL, NULL);
}

/* ---- is it ours? --------------------------------------------------------------------- */

static struct str column(sqlite3_stmt *s, int i)
{
	const unsigned char *p = sqlite3_column_text(s, i);

	return (struct str){ (const char *)p, p ? (size_t)sqlite3_column_bytes(s, i) : 0 };
}

/* Tables that FTS5 makes for itself: their text is SQLite's, and another in another version of it. */
static bool is_shadow(struct str name)
{
	return str_starts(name, STR("words_"));
}

/* Is ours, a row of sqlite_schema, theirs too? */
static int compare_one(sqlite3 *h, sqlite3_stmt *ours, sqlite3_stmt *theirs, struct error *e)
{
	struct str name = column(ours, 1);
	int rc;

	sqlite3_reset(theirs);
	sqlite3_bind_text(theirs, 1, name.p, (int)name.n, SQLITE_STATIC);
	rc = sqlite3_step(theirs);
	if (rc != SQLITE_ROW && rc != SQLITE_DONE)
		return failed(h, e);
	if (rc == SQLITE_DONE)
		return error_set(e, COU_ESTORE, "the %.*s %.*s is missing", STR_ARG(column(ours, 0)), STR_ARG(name));
	for (int i = 0; i < 4; i++)
		if (!str_eq(column(ours, i), column(theirs, i)) && !(i == 3 && is_shadow(name)))
			return error_set(e, COU_ESTORE, "%.*s is not as coulisse makes it: not a store of this program, or changed by another", STR_ARG(name));
	return COU_OK;
}

/* What others put on our tables is run when we write, and refuses what we write: indexes that are unique, of some rows, or of something computed; columns that
 * compute, conditions and defaults of the tables that FTS5 makes.  Plain indexes are the owner's own affair. */
static int look_for_foreign(sqlite3 *h, sqlite3 *mine, struct error *e)
{
	static const char suspects[] =
		"SELECT s.name, s.tbl_name, 0 FROM sqlite_schema s, pragma_index_list(s.tbl_name) l WHERE s.type = 'index' AND l.name = s.name AND s.sql IS NOT NULL"
		" AND (l.\"unique\" OR l.partial OR EXISTS (SELECT 1 FROM pragma_index_xinfo(s.name) x WHERE x.key AND x.cid = -2))"
		" UNION ALL SELECT s.name, s.tbl_name, 1 FROM sqlite_schema s WHERE s.type = 'table' AND s.name GLOB 'words_*' AND (upper(s.sql) GLOB '*CHECK*'"
		" OR upper(s.sql) GLOB '*DEFAULT*' OR EXISTS (SELECT 1 FROM pragma_table_xinfo(s.name) x WHERE x.hidden > 1))";
	static const char ours[] = "SELECT (SELECT count(*) FROM sqlite_schema WHERE name = ?1), (SELECT count(*) FROM sqlite_schema WHERE name = ?2)";
	sqlite3_stmt *s = NULL, *known = NULL;
	int rc = COU_OK, step = SQLITE_DONE;

	if (sqlite3_prepare_v2(h, suspects, -1, &s, NULL) != SQLITE_OK)
		rc = failed(h, e);
	else if (sqlite3_prepare_v2(mine, ours, -1, &known, NULL) != SQLITE_OK)
		rc = failed(mine, e);
	while (!rc && (step = sqlite3_step(s)) == SQLITE_ROW) {
		struct str name = column(s, 0), table = column(s, 1);

		sqlite3_reset(known);
		sqlite3_bind_text(known, 1, name.p, (int)name.n, SQLITE_STATIC);
		sqlite3_bind_text(known, 2, table.p, (int)table.n, SQLITE_STATIC);
		if (sqlite3_step(known) != SQLITE_ROW)
			rc = failed(mine, e);
		else if (sqlite3_column_int(s, 2) ? sqlite3_column_int(known, 0) != 0 : !sqlite3_column_int(known, 0) && sqlite3_column_int(known, 1))
			rc = error_set(e, COU_ESTORE, "%.*s is on a table of coulisse and not made by it: an index that is unique, of some rows, or computed, or a column that is",
				       STR_ARG(name));
	}
	if (!rc && step != SQLITE_DONE)
		rc = failed(h, e);
	sqlite3_finalize(s);
	sqlite3_finalize(known);
	return rc;
}

static int compare_schemas(sqlite3 *h, sqlite3 *mine, struct error *e)
{
	static const char all[] = "SELECT type, name, tbl_name, sql FROM sqlite_schema";
	static const char one[] = "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name = ?";
	sqlite3_stmt *ours = NULL, *theirs = NULL;
	int rc = COU_OK;

	if (sqlite3_prepare_v2(mine, all, -1, &ours, NULL) != SQLITE_OK)
		rc = failed(mine, e);
	else if (sqlite3_prepare_v2(h, one, -1, &theirs, NULL) != SQLITE_OK)
		rc = failed(h, e);
	while (!rc && sqlite3_step(ours) == SQLITE_ROW)
		rc = compare_one(h, ours, theirs, e);
	sqlite3_finalize(ours);
	sqlite3_finalize(theirs);
	return rc;
}

static int sqlite_verify(struct db *db, const char *schema, struct error *e)
{
	sqlite3 *mine = NULL;
	int64_t triggers = pragma(handle(db), "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger'");
	int rc;

	if (triggers)
		return triggers < 0 ? failed(handle(db), e) : error_set(e, COU_ESTORE, "it has triggers, which no store has");
	if (!schema)
		return COU_OK;
	if (sqlite3_open_v2(":memory:", &mine, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL) != SQLITE_OK ||
	    sqlite3_exec(mine, schema, NULL, NULL, NULL) != SQLITE_OK)
		rc = failed(mine, e);
	else
		rc = compare_schemas(handle(db), mine, e) ? COU_ESTORE : look_for_foreign(handle(db), mine, e);
	sqlite3_close(mine);
	return rc;
}

static const struct db_driver driver = {
	.close = sqlite_close, .exec = sqlite_exec, .begin = sqlite_begin, .commit = sqlite_commit, .rollback = sqlite_rollback,
	.prepare = sqlite_prepare, .finalize = sqlite_finalize, .bind = sqlite_bind, .run = sqlite_run, .start = sqlite_start, .next = sqlite_next,
	.end = sqlite_end, .columns = sqlite_columns, .column_name = sqlite_column_name, .column_type = sqlite_column_type,
	.column_int = sqlite_column_int, .column_real = sqlite_column_real, .column_text = sqlite_column_text, .changes = sqlite_changes, .verify = sqlite_verify,
};

int db_sqlite_open(struct db **out, const char *where, enum db_access access, struct error *e)
{
	static const int flags[] = { SQLITE_OPEN_READONLY, SQLITE_OPEN_READWRITE, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE };
	struct sqlite_db *d = calloc(1, sizeof(*d));
	char sql[240];

	if (!d)
		return error_set(e, COU_ELIMIT, "out of memory");
	d->base.driver = &driver;
	d->base.kind = DB_SQLITE;
	if (sqlite3_open_v2(where, &d->handle, flags[access] | SQLITE_OPEN_FULLMUTEX, NULL) != SQLITE_OK) {
		error_set(e, COU_ESTORE, "%s: %s", where, d->handle ? sqlite3_errmsg(d->handle) : "out of memory");
		sqlite_close(&d->base);
		return COU_ESTORE;
	}
	harden(d->handle);
	/* a writer that was killed left a journal: only who may write can undo what it began */
	if (access == DB_READ && pragma(d->handle, "SELECT count(*) FROM sqlite_schema") < 0 && (sqlite3_errcode(d->handle) & 0xFF) == SQLITE_READONLY)
		tidy(where);
	snprintf(sql, sizeof(sql), "PRAGMA synchronous = NORMAL; PRAGMA cache_size = -%d; PRAGMA temp_store = MEMORY; PRAGMA mmap_size = 0;"
				   " PRAGMA cell_size_check = ON; PRAGMA wal_autocheckpoint = %d; PRAGMA query_only = %d;", CACHE_KB, CHECKPOINT_PAGES, access == DB_READ);
	if (claim_file(d, where, access, e) || sqlite_exec(&d->base, sql, e)) {
		sqlite_close(&d->base);
		return COU_ESTORE;
	}
	d->tidied = access == DB_READ ? strdup(where) : NULL;
	*out = &d->base;
	return 0;
}
