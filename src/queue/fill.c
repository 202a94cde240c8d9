/* fill.c - inputs become jobs. */
#include "queue/queue.h"
#include "queue/sql.h"

#include "base/map.h"
#include "base/sha256.h"

enum { ASKED = 64 };			/* ids in one question */

int queue_place(const char *where, struct error *e)
{
	char shown[256];

	if (strncmp(where, "postgresql://", 13) == 0 || strncmp(where, "postgres://", 11) == 0)
		return 0;
	return error_set(e, COU_EUSAGE, "%s: a queue is kept in PostgreSQL (-d postgresql://…); into a file, coulisse add writes", address_shown(shown, where));
}

static struct str id_of(struct arena *a, const struct queue_input *in)
{
	struct sha256 s;
	char hex[65];

	sha256_init(&s);
	sha256_add(&s, str_printf(a, "%.*s\x1f%llu\x1f%llu\x1f%lld\x1f%lld", STR_ARG(in->path), (unsigned long long)in->start, (unsigned long long)in->behind,
				  (long long)in->size, (long long)in->changed));
	sha256_hex(&s, hex);
	return str_dup(a, str_c(hex));
}

/* Marks those of the ids that are there. */
static int find_known(struct db *db, struct map *known, const struct str *ids, size_t n, struct error *e)
{
	static const char sql[] =
		"SELECT id FROM job_input WHERE id IN ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25,"
		" $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, $38, $39, $40, $41, $42, $43, $44, $45, $46, $47, $48, $49, $50, $51, $52, $53, $54, $55, $56,"
		" $57, $58, $59, $60, $61, $62, $63, $64)";
	struct db_stmt *q = db_stmt(db, sql, e);
	int rc;

	if (!q)
		return COU_ESTORE;
	for (unsigned i = 0; i < n; i++)
		db_bind(q, i + 1, db_text(ids[i]));
	if (db_start(q, e))
		return COU_ESTORE;
	while ((rc = db_next(q, e)) > 0)
		*map_put(known, str_dup(known->a, db_column_text(q, 0))) = 1;
	return rc;
}

int64_t queue_sift(struct db *db, struct arena *a, struct queue_input *in, size_t n, struct error *e)
{
	struct str *ids = arena_array(a, struct str, n + 1);
	struct map known;
	int64_t kept = 0;

	map_init(&known, a);
	for (size_t i = 0; i < n; i++)
		ids[i] = id_of(a, &in[i]);
	for (size_t i = 0; i < n; i += ASKED)
		if (find_known(db, &known, ids + i, n - i < ASKED ? n - i : ASKED, e))
			return COU_ESTORE;
	for (size_t i = 0; i < n; i++) {
		uint32_t *seen = map_put(&known, ids[i]);

		if (*seen == MAP_NONE)
			in[kept++] = in[i];
		*seen = 1;
	}
	return kept;
}

static int64_t bytes_of(const struct queue_input *in)
{
	return in->behind ? (int64_t)(in->behind - in->start) : in->size;
}

int queue_put(struct db *db, int64_t run, const struct queue_input *in, size_t n, int64_t *key, struct error *e)
{
	struct arena a = { 0 };
	int64_t bytes = 0;
	int rc;

	if (!*key) {
		*key = sql_number(db, "SELECT (coalesce(max(key), 0) / $1 + 1) * $1 FROM job_input", VALUES(db_int(QUEUE_INPUTS_MAX)), e);
		if (*key < 0)
			return COU_ESTORE;
	}
	for (size_t i = 0; i < n; i++)
		bytes += bytes_of(&in[i]);
	rc = sql_change(db, "INSERT INTO job (key, run, name, inputs, bytes, state, tries, coding, taking, hold, whole, grouped, queued) VALUES ($1, $2, $3, $4, $5, 'waiting', 0, 0, 0, 0, 0, 0, " NOW ")",
			VALUES(db_int(*key), db_int(run), db_text(in[0].path), db_int((int64_t)n), db_int(bytes)), e);
	for (size_t i = 0; i < n && !rc; i++)
		rc = sql_change(db, "INSERT INTO job_input (key, id, job, path, format, start, behind, before, size, changed) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
				VALUES(db_int(*key + (int64_t)i), db_text(id_of(&a, &in[i])), db_int(*key), db_text(in[i].path), db_text(in[i].format),
				       db_int((int64_t)in[i].start), db_int((int64_t)in[i].behind), db_int((int64_t)in[i].before), db_int(in[i].size),
				       db_int(in[i].changed)), e);
	*key += QUEUE_INPUTS_MAX;
	arena_free(&a);
	return rc;
}
