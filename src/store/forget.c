/* forget.c - taking out, in the order of time.
 *
 * One list of statements takes out what is learnt on a day, for stores in one piece, where the documents of a day are found by an index; another what lies
 * between two keys, for stores in pieces.  Both first let go of the happenings that lose a line, so that what is left of them is grouped anew.
 * Bands are found by their hash alone: in a store of one piece they go at the end, all at once.  Until then they are of documents whose keys nobody is given again.
 */
#include "store/forget.h"

#include <stdio.h>

#include "store/store_file.h"

#define DAY_DOCUMENTS "(SELECT key FROM document WHERE learnt = $1)"
#define DAY_EVENTS "FROM event WHERE document IN " DAY_DOCUMENTS
#define DAY_STATES "FROM state WHERE document IN " DAY_DOCUMENTS
#define DAY_LINES "(SELECT key " DAY_EVENTS " UNION ALL SELECT key " DAY_STATES ")"

static const char *const of_a_day[] = {
	"DELETE FROM happening WHERE id IN (SELECT happening " DAY_EVENTS ")",
	"UPDATE event SET happening = NULL, parent = NULL WHERE happening IN (SELECT happening " DAY_EVENTS ")",
	"DELETE FROM participant WHERE line IN " DAY_LINES,
	"DELETE FROM claim WHERE line IN " DAY_LINES,
	"DELETE FROM line WHERE key IN " DAY_LINES,
	"DELETE " DAY_EVENTS,
	"DELETE " DAY_STATES,
	"DELETE FROM correction WHERE document IN " DAY_DOCUMENTS,
};

static const char day_words[] = "INSERT INTO words (words, rowid, title, body) SELECT 'delete', key, title, body FROM document WHERE learnt = $1 AND body IS NOT NULL";
static const char day_documents[] = "DELETE FROM document WHERE learnt = $1";

#define BETWEEN(key) " WHERE " key " >= $1 AND " key " < $2"

/* What is outside of the tables that are in pieces, then what is in them, which goes with a piece that is dropped. */
static const char *const around_keys[] = {
	"DELETE FROM happening WHERE id IN (SELECT happening FROM event" BETWEEN("key") ")",
	"UPDATE event SET happening = NULL, parent = NULL WHERE happening IN (SELECT happening FROM event" BETWEEN("key") ") AND (key < $1 OR key >= $2)",
	"DELETE FROM correction" BETWEEN("document"),
	"DELETE FROM band" BETWEEN("document"),
	"DELETE FROM known" BETWEEN("key"),
};
static const char *const between_keys[] = {
	"DELETE FROM participant" BETWEEN("line"), "DELETE FROM claim" BETWEEN("line"), "DELETE FROM line" BETWEEN("key"),
	"DELETE FROM event" BETWEEN("key"), "DELETE FROM state" BETWEEN("key"), "DELETE FROM document" BETWEEN("key"),
};

static const char *const at_the_end[] = {
	"DELETE FROM tie WHERE NOT EXISTS (SELECT 1 FROM event WHERE id = tie.line) OR NOT EXISTS (SELECT 1 FROM event WHERE id = tie.other)",
	"DELETE FROM actor WHERE NOT EXISTS (SELECT 1 FROM participant p WHERE p.actor = actor.key)",
	"UPDATE run SET ended = began WHERE kind = 'forget' AND ended IS NULL",	/* of those that were killed: store.c heeds it */
};
static const char stale_bands[] = "DELETE FROM band WHERE NOT EXISTS (SELECT 1 FROM document d WHERE d.key = band.document)";

#define COUNTS(where_document, where_line)								\
	"SELECT (SELECT count(*) FROM document" where_document "), (SELECT count(*) FROM event" where_line "), (SELECT count(*) FROM state" where_line ")"

static const char count_day[] = COUNTS(" WHERE learnt = $1", " WHERE document IN " DAY_DOCUMENTS);
static const char count_before[] = COUNTS(" WHERE learnt < $1", " WHERE document IN (SELECT key FROM document WHERE learnt < $1)");
static const char count_keys[] = COUNTS(BETWEEN("key"), BETWEEN("key"));

struct forgetting {
	struct store *s;
	struct error *e;
	struct forget_sum *sum;
	size_t all;			/* documents that are to go */
	forget_progress *progress;
	void *user;
};

/* Of one or two parameters; y of one is null. */
static struct db_stmt *prepared(struct forgetting *f, const char *sql, struct db_value x, struct db_value y)
{
	struct db_stmt *q = db_stmt(f->s->db, sql, f->e);

	if (q && x.type != DB_NULL)
		db_bind(q, 1, x);
	if (q && y.type != DB_NULL)
		db_bind(q, 2, y);
	return q;
}

static int run_each(struct forgetting *f, const char *const *list, size_t n, struct db_value x, struct db_value y)
{
	for (size_t i = 0; i < n; i++) {
		struct db_stmt *q = prepared(f, list[i], x, y);

		if (!q || db_run(q, f->e))
			return COU_ESTORE;
	}
	return 0;
}

#define RUN_EACH(f, list, x, y) run_each((f), (list), sizeof(list) / sizeof(*(list)), (x), (y))

/* The first row's columns as numbers; no row, or null: zero.  1 when there is one that is not null. */
static int numbers(struct forgetting *f, const char *sql, struct db_value x, struct db_value y, int64_t *out, unsigned n)
{
	struct db_stmt *q = prepared(f, sql, x, y);
	int rc;

	memset(out, 0, n * sizeof(*out));
	if (!q || db_start(q, f->e))
		return COU_ESTORE;
	rc = db_next(q, f->e);
	if (rc > 0 && db_column_type(q, 0) == DB_NULL)
		rc = 0;
	for (unsigned i = 0; i < n && rc > 0; i++)
		out[i] = db_column_int(q, i);
	db_end(q);
	return rc;
}

static int count(struct forgetting *f, const char *sql, struct db_value x, struct db_value y)
{
	int64_t n[3];

	if (numbers(f, sql, x, y, n, 3) < 0)
		return COU_ESTORE;
	f->sum->documents += (size_t)n[0];
	f->sum->events += (size_t)n[1];
	f->sum->states += (size_t)n[2];
	f->s->batch_documents += n[0];
	f->s->batch_lines += n[1] + n[2];
	return 0;
}

/* Commits; 1: told to leave. */
static int done_one(struct forgetting *f)
{
	if (store_save(f->s, f->e))
		return COU_ESTORE;
	return f->progress && f->progress(f->user, f->sum->documents, f->all) ? 1 : 0;
}

/* ---- a store of one piece ------------------------------------------------------------------- */

/* Keys are given in order, so that the last ones must be remembered when they go. */
static int remember_keys(struct forgetting *f)
{
	static const char *const notes[] = {
		"INSERT INTO meta (name, value) SELECT 'last document', CAST(coalesce(max(key), 0) AS TEXT) FROM document WHERE 1 = 1"
		" ON CONFLICT (name) DO UPDATE SET value = excluded.value WHERE CAST(meta.value AS BIGINT) < CAST(excluded.value AS BIGINT)",
		"INSERT INTO meta (name, value) SELECT 'last line', CAST(coalesce(max(key), 0) AS TEXT) FROM line WHERE 1 = 1"
		" ON CONFLICT (name) DO UPDATE SET value = excluded.value WHERE CAST(meta.value AS BIGINT) < CAST(excluded.value AS BIGINT)",
	};

	return RUN_EACH(f, notes, db_null(), db_null());
}

static int next_day(struct forgetting *f, struct str before, char learnt[16])
{
	struct db_stmt *q = prepared(f, "SELECT min(learnt) FROM document WHERE learnt < $1", db_text(before), db_null());
	int rc;

	if (!q || db_start(q, f->e))
		return COU_ESTORE;
	rc = db_next(q, f->e);
	snprintf(learnt, 16, "%.*s", STR_ARG(rc > 0 ? db_column_text(q, 0) : STR_NONE));
	db_end(q);
	return rc < 0 ? rc : learnt[0] != 0;
}

static int take_day(struct forgetting *f, struct str learnt)
{
	struct db_value day = db_text(learnt);
	const char *const documents[] = { day_words, day_documents };
	size_t first = db_kind(f->s->db) == DB_SQLITE ? 0 : 1;

	if (count(f, count_day, day, db_null()) || RUN_EACH(f, of_a_day, day, db_null()))
		return COU_ESTORE;
	return run_each(f, documents + first, 2 - first, day, db_null());
}

static int take_days(struct forgetting *f, struct str before)
{
	char learnt[16];
	int rc = remember_keys(f);

	while (!rc && (rc = next_day(f, before, learnt)) > 0)
		rc = take_day(f, str_c(learnt)) ? COU_ESTORE : done_one(f);
	return rc;
}

/* ---- a store in pieces ------------------------------------------------------------------------ */

static int take_piece(struct forgetting *f, int64_t low, int64_t high)
{
	if (count(f, count_keys, db_int(low), db_int(high)) || RUN_EACH(f, around_keys, db_int(low), db_int(high)))
		return COU_ESTORE;
	f->sum->pieces++;
	return partition_drop(f->s->db, low, f->e);
}

static int take_pieces(struct forgetting *f, int64_t end)
{
	int64_t piece[2];
	int rc = 0;

	while (!rc && (rc = numbers(f, "SELECT low, high FROM piece WHERE high <= $1 ORDER BY low LIMIT 1", db_int(end), db_null(), piece, 2)) > 0)
		rc = take_piece(f, piece[0], piece[1]) ? COU_ESTORE : done_one(f);
	return rc;
}

static int take_key_day(struct forgetting *f, int64_t key)
{
	struct db_value low = db_int(partition_key(partition_day(key))), high = db_int(partition_key(partition_day(key) + 1));

	return count(f, count_keys, low, high) || RUN_EACH(f, around_keys, low, high) || RUN_EACH(f, between_keys, low, high) ? COU_ESTORE : 0;
}

/* The days of the piece that begins before the end and ends behind it. */
static int take_key_days(struct forgetting *f, int64_t end)
{
	int64_t key;
	int rc = 0;

	while (!rc && (rc = numbers(f, "SELECT min(key) FROM document WHERE key < $1", db_int(end), db_null(), &key, 1)) > 0)
		rc = take_key_day(f, key) ? COU_ESTORE : done_one(f);
	return rc;
}

/* ---- all ---------------------------------------------------------------------------------------- */

static int take_all(struct forgetting *f, struct str before)
{
	int64_t end = partition_key(day_parse(before));
	int rc;

	if (f->s->partition == PARTITION_NONE)
		return take_days(f, before);
	rc = take_pieces(f, end);
	return rc ? rc : take_key_days(f, end);
}

static int tidy(struct forgetting *f)
{
	static const char *const bands[] = { stale_bands };

	if (RUN_EACH(f, at_the_end, db_null(), db_null()))
		return COU_ESTORE;
	return f->s->partition == PARTITION_NONE ? RUN_EACH(f, bands, db_null(), db_null()) : 0;
}

static int count_pieces(struct forgetting *f, int64_t end)
{
	int64_t n;

	if (numbers(f, "SELECT count(*) FROM piece WHERE high <= $1", db_int(end), db_null(), &n, 1) < 0)
		return COU_ESTORE;
	f->sum->pieces = (size_t)n;
	return count(f, count_keys, db_int(0), db_int(end));
}

static int count_all(struct forgetting *f, struct str before)
{
	int rc = f->s->partition == PARTITION_NONE ? count(f, count_before, db_text(before), db_null()) : count_pieces(f, partition_key(day_parse(before)));

	f->s->batch_documents = f->s->batch_lines = 0;
	return rc;
}

/* Whole days are joined: in PostgreSQL who writes is else held to single rows (db_postgres.c). */
static int plan_for(struct forgetting *f, bool many)
{
	static const char one[] = "SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off",
			  all[] = "SET enable_seqscan = on; SET enable_hashjoin = on; SET enable_mergejoin = on";

	return db_kind(f->s->db) == DB_POSTGRES ? db_exec(f->s->db, many ? all : one, f->e) : 0;
}

int forget_before(struct store *s, struct str before, bool dry, struct forget_sum *sum, forget_progress *progress, void *user, struct error *e)
{
	struct forgetting f = { .s = s, .e = e, .sum = sum, .progress = progress, .user = user };
	int rc;

	*sum = (struct forget_sum){ 0 };
	if (count_all(&f, before))
		return COU_ESTORE;
	f.all = sum->documents;
	if (dry)
		return 0;
	*sum = (struct forget_sum){ 0 };
	if (store_begin(s, "forget", e) || plan_for(&f, true))
		return COU_ESTORE;
	rc = take_all(&f, before);
	return rc < 0 || tidy(&f) || plan_for(&f, false) || store_finish(s, e) ? COU_ESTORE : 0;
}
