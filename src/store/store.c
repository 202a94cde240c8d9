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
#include <string.h>
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
	for (int v = from; v < SCHEMA_VERSION; v++) {
		struct str step = schema_step(a, db_kind(db), v);

		if (step.n && db_exec(db, step.p, e))
			return COU_ESTORE;
	}
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

static int make_tables(struct db *db, enum partition width, struct error *e)
{
	struct arena a = { 0 };
	int rc = db_begin(db, e);

	if (!rc)
		rc = lock_writers(db, e);
	if (!rc && !has_tables(db))	/* nobody else made them meanwhile */
		rc = db_exec(db, (width == PARTITION_NONE ? schema_sql(&a, db_kind(db)) : schema_pieces_sql(&a, width)).p, e);
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

/* Of a store that is to be made. */
static int width_of(const char *address, const char *word, enum partition *width, struct error *e)
{
	char where[256];
	int found = word ? partition_find(str_c(word)) : PARTITION_NONE;

	if (found < 0)
		return error_set(e, COU_EUSAGE, "\"%s\": pieces are of a day, month or year, or none", word);
	if (found != PARTITION_NONE && !(strncmp(address, "postgres", 8) == 0 && strstr(address, "://")))
		return error_set(e, COU_EUSAGE, "%s: SQLite keeps a store in one piece; pieces of a %s are for PostgreSQL", address_shown(where, address), word);
	*width = (enum partition)found;
	return 0;
}

/* Nothing but the names of its tables and its version is read of a store before all of its schema is found to be ours. */
static int check_schema(struct db *db, const char *address, enum db_access access, enum partition width, struct error *e)
{
	char where[256];

	address_shown(where, address);
	if (verify(db, where, false, e))
		return COU_ESTORE;
	if (!has_tables(db)) {
		if (access != DB_CREATE)
			return error_set(e, COU_ESTORE, "%s: no store (coulisse add makes one)", where);
		if (make_tables(db, width, e))
			return COU_ESTORE;
	}
	return check_version(db, where, access, e) || verify(db, where, true, e) ? COU_ESTORE : 0;
}

/* ---- opening ------------------------------------------------------------------------- */

static int read_partition(struct store *s, const char *address, struct error *e)
{
	struct db_stmt *q = db_stmt(s->db, "SELECT value FROM meta WHERE name = '" SCHEMA_PARTITION "'", e);
	char where[256];
	int rc;

	if (!q || db_start(q, e))
		return COU_ESTORE;
	rc = db_next(q, e);
	if (rc > 0) {
		int found = partition_find(db_column_text(q, 0));

		rc = found < 0 ? error_set(e, COU_ESTORE, "the store is in pieces that this program does not know") : 0;
		s->partition = found < 0 ? PARTITION_NONE : (enum partition)found;
	}
	db_end(q);
	if (!rc && s->o.partition && strcmp(s->o.partition, partition_word(s->partition)) != 0)
		rc = error_set(e, COU_EUSAGE, "%s: is there already, made with --partition %s", address_shown(where, address), partition_word(s->partition));
	return rc;
}

int store_open(struct store **out, const char *where, enum db_access access, const struct store_options *o, struct error *e)
{
	struct store *s = calloc(1, sizeof(*s));
	enum partition width;
	int rc;

	*out = NULL;
	if (!s)
		return error_set(e, COU_ELIMIT, "out of memory");
	pthread_mutex_init(&s->known_lock, NULL);
	s->o = o ? *o : (struct store_options){ 0 };
	rc = width_of(where, s->o.partition, &width, e);
	if (!rc)
		rc = db_open(&s->db, where, access, e);
	if (!rc)
		rc = check_schema(s->db, where, access, width, e);
	if (!rc)
		rc = read_partition(s, where, e);
	if (!rc && access != DB_READ && !s->o.one_connection)
		rc = db_open(&s->known, where, DB_READ, e);
	if (rc) {
		store_close(s);
		return rc == COU_EUSAGE ? rc : COU_ESTORE;
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
	q = db_stmt(s->known, "SELECT sha256 FROM known WHERE id = $1 ORDER BY version DESC LIMIT 1", e);
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

/* ---- keys ---- */

/* Behind all that are there, and those that were forgotten: a key is never given twice. */
static int next_keys(struct store *s, struct error *e)
{
	s->n_coders = 0;		/* another writer may have come between */
	if (s->partition != PARTITION_NONE)
		return 0;
	s->next_document = one_number(s->db, "SELECT coalesce(max(key), 0) + 1 FROM (SELECT max(key) AS key FROM document UNION ALL"
					     " SELECT CAST(value AS BIGINT) FROM meta WHERE name = 'last document') AS given", e);
	s->next_line = one_number(s->db, "SELECT coalesce(max(key), 0) + 1 FROM (SELECT max(key) AS key FROM line UNION ALL"
					 " SELECT CAST(value AS BIGINT) FROM meta WHERE name = 'last line') AS given", e);
	return s->next_document < 0 || s->next_line < 0 ? COU_ESTORE : 0;
}

static int64_t next_within(struct db *db, const char *sql, day d, struct error *e)
{
	struct db_stmt *q = db_stmt(db, sql, e);
	int64_t last;
	int rc;

	if (!q)
		return COU_ESTORE;
	db_bind(q, 1, db_int(partition_key(d)));
	db_bind(q, 2, db_int(partition_key(d + 1)));
	if (db_start(q, e))
		return COU_ESTORE;
	rc = db_next(q, e);
	last = rc > 0 && db_column_type(q, 0) != DB_NULL ? db_column_int(q, 0) : partition_first_key(d) - 1;
	db_end(q);
	return rc < 0 ? COU_ESTORE : last + 1;
}

static struct store_day *keys_of(struct store *s, day d, struct error *e)
{
	struct store_day *x;

	for (size_t i = s->days.n; i > 0; i--)
		if (s->days.at[i - 1].d == d)
			return &s->days.at[i - 1];
	if (partition_make(s->db, s->partition, d, e))
		return NULL;
	x = vec_push(&s->batch, &s->days);
	x->d = d;
	x->document = next_within(s->db, "SELECT max(key) FROM document WHERE key >= $1 AND key < $2", d, e);
	x->line = next_within(s->db, "SELECT max(key) FROM line WHERE key >= $1 AND key < $2", d, e);
	return x->document < 0 || x->line < 0 ? NULL : x;
}

int64_t store_next_document(struct store *s, struct str learnt, struct error *e)
{
	struct store_day *x;

	if (s->partition == PARTITION_NONE)
		return s->next_document++;
	x = keys_of(s, day_parse(learnt), e);
	return x ? x->document++ : COU_ESTORE;
}

int64_t store_next_line(struct store *s, int64_t document, struct error *e)
{
	struct store_day *x;

	if (s->partition == PARTITION_NONE)
		return s->next_line++;
	x = keys_of(s, partition_day(document), e);
	return x ? x->line++ : COU_ESTORE;
}

/* ---- one after the other ---- */

/* What is not remembered is asked for in the database again. */
static void bound_actors(struct store *s)
{
	enum { ACTORS_MAX = 200000 };

	if (s->actors.n < ACTORS_MAX)
		return;
	arena_free(&s->a);
	map_init(&s->actors, &s->a);
}

/* Another process may have forgotten actors that this one remembers; it did when one more run of it has ended. */
static int heed_forgetting(struct store *s, struct error *e)
{
	int64_t last = one_number(s->db, "SELECT count(ended) FROM run WHERE kind = 'forget'", e);

	if (last < 0)
		return COU_ESTORE;
	if (last != s->forgotten) {
		arena_free(&s->a);
		map_init(&s->actors, &s->a);
	}
	s->forgotten = last;
	return 0;
}

/* A transaction in which this writer is the only one, and the next keys. */
static int transaction(struct store *s, struct error *e)
{
	if (db_begin(s->db, e) || lock_writers(s->db, e))
		return COU_ESTORE;
	memset(&s->days, 0, sizeof(s->days));
	stamp(s, s->now);
	return next_keys(s, e) || heed_forgetting(s, e) ? COU_ESTORE : 0;
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
