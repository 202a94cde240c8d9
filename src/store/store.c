/* store.c - opening, transactions, and what is known already.
 *
 * One writer: in SQLite because a transaction takes the file, in PostgreSQL because each takes an advisory lock; keys are then the next numbers.
 * A batch of documents is one transaction, so that a process killed at any moment leaves whole batches behind and nothing else.
 */
#undef _GNU_SOURCE
#define _POSIX_C_SOURCE 200809L

#include "store/store_file.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "store/happening.h"

static int64_t one_number(struct db *db, const char *sql, struct error *e)
{
	struct db_stmt *s = db_stmt(db, sql, e);
	int64_t v = -1;
	int rc;

	if (!s || db_start(s, e))
		return -1;
	rc = db_next(s, e);
	if (rc > 0)
		v = db_column_int(s, 0);
	db_end(s);
	return rc < 0 ? -1 : rc == 0 ? 0 : v;
}

/* ---- the schema ---------------------------------------------------------------------- */

/* to_regclass would not do: it may answer from a cache that is older than the lock. */
static bool has_tables(struct db *db)
{
	static const char sqlite[] = "SELECT count(*) FROM sqlite_schema WHERE name = 'meta' AND type = 'table' AND rootpage > 0";	/* no view, nothing virtual */
	static const char postgres[] = "SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
				       " WHERE c.relname = 'meta' AND n.nspname = current_schema()";
	struct error ignored = { 0 };

	return one_number(db, db_kind(db) == DB_SQLITE ? sqlite : postgres, &ignored) == 1;
}

/* In PostgreSQL each transaction that writes waits for this lock, until the one that has it commits. */
static int lock_writers(struct db *db, struct error *e)
{
	return db_kind(db) == DB_POSTGRES && one_number(db, "SELECT pg_advisory_xact_lock(1131377969)", e) < 0 ? COU_ESTORE : 0;	/* "Cou1" */
}

static int take_steps(struct db *db, struct arena *a, struct error *e)
{
	int from = (int)one_number(db, "SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'schema'", e);	/* another may have been first */

	if (from < 1)
		return COU_ESTORE;
	for (int v = from; v < SCHEMA_VERSION; v++)
		if (db_exec(db, schema_step(a, db_kind(db), v).p, e))
			return COU_ESTORE;
	return db_exec(db, str_printf(a, "UPDATE meta SET value = '%d' WHERE name = 'schema'", SCHEMA_VERSION).p, e);
}

static int lead_forward(struct db *db, struct error *e)
{
	struct arena a = { 0 };
	int rc = db_begin(db, e);

	if (!rc)
		rc = lock_writers(db, e);
	if (!rc)
		rc = take_steps(db, &a, e);
	if (!rc)
		rc = db_commit(db, e);
	arena_free(&a);
	return rc;
}

static int make_tables(struct db *db, struct error *e)
{
	struct arena a = { 0 };
	int rc = db_begin(db, e);

	if (!rc)
		rc = lock_writers(db, e);
	if (!rc && !has_tables(db))	/* nobody else made them meanwhile */
		rc = db_exec(db, schema_sql(&a, db_kind(db)).p, e);
	if (!rc)
		rc = db_commit(db, e);
	arena_free(&a);
	return rc;
}

static int verify(struct db *db, const char *where, bool schema, struct error *e)
{
	struct arena a = { 0 };
	struct error what = { 0 };
	int rc = db_verify(db, schema ? schema_sql(&a, db_kind(db)).p : NULL, &what);

	arena_free(&a);
	return rc ? error_set(e, rc, "%s: %s", where, what.text) : COU_OK;
}

static int check_version(struct db *db, const char *where, enum db_access access, struct error *e)
{
	int64_t version = one_number(db, "SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'schema'", e);

	if (version < 1)
		return error_set(e, COU_ESTORE, "%s: a store without a version", where);
	if (version > SCHEMA_VERSION)
		return error_set(e, COU_ESTORE, "%s: of a newer coulisse (store version %lld, this program knows %d)", where, (long long)version, SCHEMA_VERSION);
	if (version == SCHEMA_VERSION)
		return 0;
	if (access == DB_READ)
		return error_set(e, COU_ESTORE, "%s: of an older coulisse (store version %lld); any coulisse add leads it forward", where, (long long)version);
	return lead_forward(db, e);
}

/* Nothing but the names of its tables and its version is read of a store before all of its schema is found to be ours. */
static int check_schema(struct db *db, const char *address, enum db_access access, struct error *e)
{
	char where[256];

	address_shown(where, address);
	if (verify(db, where, false, e))
		return COU_ESTORE;
	if (!has_tables(db)) {
		if (access != DB_CREATE)
			return error_set(e, COU_ESTORE, "%s: no store (coulisse add makes one)", where);
		if (make_tables(db, e))
			return COU_ESTORE;
	}
	return check_version(db, where, access, e) || verify(db, where, true, e) ? COU_ESTORE : 0;
}

/* ---- opening ------------------------------------------------------------------------- */

int store_open(struct store **out, const char *where, enum db_access access, const struct store_options *o, struct error *e)
{
	struct store *s = calloc(1, sizeof(*s));

	*out = NULL;
	if (!s)
		return error_set(e, COU_ELIMIT, "out of memory");
	pthread_mutex_init(&s->known_lock, NULL);
	s->o = o ? *o : (struct store_options){ 0 };
	if (db_open(&s->db, where, access, e) || check_schema(s->db, where, access, e) ||
	    (access != DB_READ && !s->o.one_connection && db_open(&s->known, where, DB_READ, e))) {
		store_close(s);
		return COU_ESTORE;
	}
	map_init(&s->actors, &s->a);
	s->was_empty = one_number(s->db, "SELECT count(*) FROM (SELECT key FROM document LIMIT 1) AS one", e) == 0;
	*out = s;
	return 0;
}

void store_close(struct store *s)
{
	if (!s)
		return;
	db_close(s->known);		/* the last to close tidies up, and a reader cannot */
	db_close(s->db);
	pthread_mutex_destroy(&s->known_lock);
	arena_free(&s->a);
	arena_free(&s->batch);
	free(s);
}

struct db *store_db(struct store *s)
{
	return s->db;
}

struct str store_indexed(struct str text)
{
	enum { INDEXED_MAX = 600 };	/* four of them in one entry */

	if (text.n <= INDEXED_MAX)
		return text;
	text.n = INDEXED_MAX;
	while (text.n && ((unsigned char)text.p[text.n] & 0xC0) == 0x80)
		text.n--;
	return text;
}

int store_knows(struct store *s, struct str id, const char sha256[65], struct error *e)
{
	struct db_stmt *q;
	int rc = COU_ESTORE;

	if (s->was_empty || !s->known)
		return 0;
	pthread_mutex_lock(&s->known_lock);
	q = db_stmt(s->known, "SELECT sha256 FROM document WHERE id = $1 ORDER BY version DESC LIMIT 1", e);
	if (q) {
		db_bind(q, 1, db_text(store_indexed(id)));
		rc = db_start(q, e);
	}
	if (!rc) {
		rc = db_next(q, e);
		if (rc > 0)
			rc = str_is(db_column_text(q, 0), sha256);
		db_end(q);
	}
	pthread_mutex_unlock(&s->known_lock);
	return rc;
}

/* ---- transactions -------------------------------------------------------------------- */

static void stamp(const struct store *s, char out[32])
{
	time_t t = time(NULL);
	struct tm tm;

	if (s->o.now) {
		snprintf(out, 32, "%.31s", s->o.now);
		return;
	}
	gmtime_r(&t, &tm);
	strftime(out, 32, "%Y-%m-%dT%H:%M:%SZ", &tm);
}

/* A transaction in which this writer is the only one, and the next keys. */
static int transaction(struct store *s, struct error *e)
{
	if (db_begin(s->db, e) || lock_writers(s->db, e))
		return COU_ESTORE;
	s->next_document = one_number(s->db, "SELECT coalesce(max(key), 0) + 1 FROM document", e);
	s->next_line = one_number(s->db, "SELECT coalesce(max(key), 0) + 1 FROM line", e);
	stamp(s, s->now);
	return s->next_document < 0 || s->next_line < 0 ? COU_ESTORE : 0;
}

/* Those that are forgotten are asked for in the database again. */
static void bound_actors(struct store *s)
{
	enum { ACTORS_MAX = 200000 };

	if (s->actors.n < ACTORS_MAX)
		return;
	arena_free(&s->a);
	map_init(&s->actors, &s->a);
}

int store_begin(struct store *s, const char *kind, struct error *e)
{
	struct db_stmt *q;

	bound_actors(s);
	if (transaction(s, e))
		return COU_ESTORE;
	s->run = one_number(s->db, "SELECT coalesce(max(key), 0) + 1 FROM run", e);
	q = s->run < 0 ? NULL : db_stmt(s->db, "INSERT INTO run (key, kind, began, documents, lines) VALUES ($1, $2, $3, 0, 0)", e);
	if (!q)
		return COU_ESTORE;
	db_bind(q, 1, db_int(s->run));
	db_bind(q, 2, db_text(str_c(kind)));
	db_bind(q, 3, db_text(str_c(s->now)));
	return db_run(q, e);
}

int64_t store_run(const struct store *s)
{
	return s->run;
}

static int count_run(struct store *s, bool ended, struct error *e)
{
	struct db_stmt *q = db_stmt(s->db, "UPDATE run SET documents = documents + $2, lines = lines + $3, coder = coalesce($4, coder), ended = $5 WHERE key = $1", e);

	if (!q)
		return COU_ESTORE;
	db_bind(q, 1, db_int(s->run));
	db_bind(q, 2, db_int(s->batch_documents));
	db_bind(q, 3, db_int(s->batch_lines));
	db_bind(q, 4, db_text(str_c(s->coder)));
	db_bind(q, 5, ended ? db_text(str_c(s->now)) : db_null());
	s->batch_documents = s->batch_lines = 0;
	return db_run(q, e);
}

/* Grouping reads all days that the new lines reach, so it waits for many; what is not grouped yet when a process is killed is grouped by the next run. */
enum { GROUP_DOCUMENTS = 30000 };

int store_save(struct store *s, struct error *e)
{
	s->ungrouped += s->batch_documents;
	if (s->ungrouped >= GROUP_DOCUMENTS) {
		s->ungrouped = 0;
		if (happening_update(s->db, e))
			return COU_ESTORE;
	}
	if (count_run(s, false, e) || db_commit(s->db, e))
		return COU_ESTORE;
	arena_reset(&s->batch);
	return transaction(s, e);
}

int store_finish(struct store *s, struct error *e)
{
	struct db_stmt *q = db_stmt(s->db, "DELETE FROM run WHERE key = $1 AND documents = 0 AND lines = 0", e);

	if (!q)
		return COU_ESTORE;
	stamp(s, s->now);
	if (count_run(s, true, e) || happening_update(s->db, e))
		return COU_ESTORE;
	db_bind(q, 1, db_int(s->run));	/* a run in which nothing was new is none */
	s->was_empty = false;
	arena_reset(&s->batch);
	return db_run(q, e) || db_commit(s->db, e) ? COU_ESTORE : 0;
}

/* ---- a run that is shared -------------------------------------------------------------- */

int store_join(struct store *s, int64_t run, struct error *e)
{
	bound_actors(s);
	s->run = run;
	return transaction(s, e);
}

int store_leave(struct store *s, bool ended, struct error *e)
{
	stamp(s, s->now);
	if (count_run(s, ended, e) || db_commit(s->db, e))
		return COU_ESTORE;
	arena_reset(&s->batch);
	return 0;
}

/* Actors that were new in it are not there. */
void store_drop(struct store *s)
{
	db_rollback(s->db);
	s->batch_documents = s->batch_lines = 0;
	arena_reset(&s->batch);
	arena_free(&s->a);
	map_init(&s->actors, &s->a);
}
