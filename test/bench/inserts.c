/* inserts.c WHERE ROWS BATCH: rows a second into the event table of an empty store, BATCH of them to a transaction, with all its indexes. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "store/db.h"
#include "store/schema.h"

static const char sql[] =
	"INSERT INTO event (key, id, document, type, mode, contexts, cameo, quad, goldstein, status, date_start, date_end, date_precision, date_basis,"
	" place_id, place, place_country, lat, lon, place_precision, mutual, claimed, confidence, learnt, learnt_until, run)"
	" VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26)";

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static int insert(struct db *db, int64_t i, struct error *e)
{
	struct db_stmt *s = db_stmt(db, sql, e);
	char id[32], day[16];

	if (!s)
		return COU_ESTORE;
	snprintf(id, sizeof(id), "e%016llx", (unsigned long long)i * 0x9E3779B97F4A7C15u);
	snprintf(day, sizeof(day), "2024-%02d-%02d", (int)(i % 12 + 1), (int)(i % 28 + 1));
	const struct db_value v[] = {
		db_int(i), db_text(str_c(id)), db_int(i / 3), db_text(i % 5 ? STR("CONSULT") : STR("ASSAULT")), db_text(STR("visit")), db_null(),
		db_text(STR("042")), db_int(1), db_real(1.9), db_text(STR("done")), db_text(str_c(day)), db_text(str_c(day)), db_text(STR("day")), db_text(STR("text")),
		db_text(STR("2759794")), db_text(STR("Amsterdam")), db_text(STR("NLD")), db_real(52.37403), db_real(4.88969), db_text(STR("city")),
		db_int(0), db_int(0), db_real(0.83), db_text(str_c(day)), db_null(), db_int(1),
	};

	for (unsigned k = 0; k < sizeof(v) / sizeof(*v); k++)
		db_bind(s, k + 1, v[k]);
	return db_run(s, e);
}

static int insert_all(struct db *db, int64_t rows, int64_t batch, struct error *e)
{
	for (int64_t i = 0; i < rows; i++)
		if ((i % batch == 0 && db_begin(db, e)) || insert(db, i, e) || ((i % batch == batch - 1 || i == rows - 1) && db_commit(db, e)))
			return COU_ESTORE;
	return 0;
}

int main(int argc, char **argv)
{
	int64_t rows = argc > 3 ? atoll(argv[2]) : 0, batch = argc > 3 ? atoll(argv[3]) : 0;
	struct arena a = { 0 };
	struct error e = { 0 };
	struct db *db = NULL;
	double begin;

	if (rows < 1 || batch < 1) {
		fprintf(stderr, "usage: inserts WHERE ROWS BATCH\n");
		return 2;
	}
	if (db_open(&db, argv[1], DB_CREATE, &e) || db_exec(db, schema_sql(&a, db_kind(db)).p, &e))
		goto failed;
	begin = now();
	if (insert_all(db, rows, batch, &e))
		goto failed;
	begin = now() - begin;
	printf("%lld rows, %lld a transaction: %.2f s, %.0f rows a second\n", (long long)rows, (long long)batch, begin, (double)rows / begin);
	db_close(db);
	arena_free(&a);
	return 0;
failed:
	fprintf(stderr, "inserts: %s\n", e.text);
	db_close(db);
	arena_free(&a);
	return 4;
}
