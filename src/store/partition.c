#include "store/partition.h"

#include <stdio.h>

enum { DAY_BITS = 31, NAME_MAX_ = 16 };

#define FIRST_DAY 719529			/* from there on keys are positive: 1970-01-01 less the year 0, and a day */

#define PARTITION_WORD_(n, w) w,
static const char *const words[] = { PARTITIONS(PARTITION_WORD_) };

const struct partition_table partition_tables[PARTITION_TABLES] = {
	{ "document", "key" }, { "event", "key" }, { "state", "key" }, { "line", "key" }, { "participant", "line" }, { "claim", "line" },
};

const char *partition_word(enum partition p)
{
	return words[p];
}

int partition_find(struct str word)
{
	for (int i = 0; i < PARTITION_COUNT; i++)
		if (str_is(word, words[i]))
			return i;
	return -1;
}

int64_t partition_key(day d)
{
	return ((int64_t)d + FIRST_DAY) << DAY_BITS;
}

/* PostgreSQL's hash of a 64-bit number is that of its halves laid over each other.  Were keys counted from the day's first, those of all days would share a few
 * thousand values (joins of 300,000 lines by hash took eight times as long).  So each day counts from another place: those of neighbouring days lie apart by the
 * golden section (Knuth, TAOCP 3, 6.4), and a day of a thousand million lines is not full. */
int64_t partition_first_key(day d)
{
	const uint32_t golden = 663608941, half = (uint32_t)1 << (DAY_BITS - 1);

	return partition_key(d) + (uint32_t)(d + FIRST_DAY) * golden % half + 1;
}

day partition_day(int64_t key)
{
	return (day)((key >> DAY_BITS) - FIRST_DAY);
}

/* ---- pieces --------------------------------------------------------------------------- */

struct piece {
	int64_t low, high;		/* keys: low, and the first behind it */
	char name[NAME_MAX_];		/* what follows the table's name: "2026_11" */
};

static struct piece piece_of(enum partition width, day d)
{
	struct piece p;
	int year, month, dom;

	day_civil(d, &year, &month, &dom);
	if (width == PARTITION_DAY) {
		p.low = partition_key(d);
		p.high = partition_key(d + 1);
		snprintf(p.name, sizeof(p.name), "%04d_%02d_%02d", year % 10000, month % 100, dom % 100);
	} else if (width == PARTITION_MONTH) {
		p.low = partition_key(day_of(year, month, 1));
		p.high = partition_key(day_of(year, month, 1) + month_days(year, month));
		snprintf(p.name, sizeof(p.name), "%04d_%02d", year % 10000, month % 100);
	} else {
		p.low = partition_key(day_of(year, 1, 1));
		p.high = partition_key(day_of(year + 1, 1, 1));
		snprintf(p.name, sizeof(p.name), "%04d", year % 10000);
	}
	return p;
}

/* 1, 0, or negative. */
static int is_there(struct db *db, int64_t key, struct error *e)
{
	struct db_stmt *q = db_stmt(db, "SELECT low FROM piece WHERE low <= $1 AND high > $1", e);
	int rc;

	if (!q)
		return COU_ESTORE;
	db_bind(q, 1, db_int(key));
	if (db_start(q, e))
		return COU_ESTORE;
	rc = db_next(q, e);
	db_end(q);
	return rc;
}

static int note(struct db *db, const struct piece *p, struct error *e)
{
	struct db_stmt *q = db_stmt(db, "INSERT INTO piece (low, high, name) VALUES ($1, $2, $3)", e);

	if (!q)
		return COU_ESTORE;
	db_bind(q, 1, db_int(p->low));
	db_bind(q, 2, db_int(p->high));
	db_bind(q, 3, db_text(str_c(p->name)));
	return db_run(q, e);
}

/* CREATE TABLE … PARTITION OF would lock readers out until the transaction ends; attaching does not. */
static int make_table(struct db *db, const struct partition_table *t, const struct piece *p, struct error *e)
{
	struct arena a = { 0 };
	struct str sql = str_printf(&a, "CREATE TABLE %s_%s (LIKE %s INCLUDING ALL); ALTER TABLE %s ATTACH PARTITION %s_%s FOR VALUES FROM (%lld) TO (%lld)", t->name, p->name,
				    t->name, t->name, t->name, p->name, (long long)p->low, (long long)p->high);
	int rc = db_exec(db, sql.p, e);

	arena_free(&a);
	return rc;
}

int partition_make(struct db *db, enum partition width, day d, struct error *e)
{
	struct piece p = piece_of(width, d);
	int there = is_there(db, partition_key(d), e);

	if (there)
		return there < 0 ? there : 0;
	for (size_t i = 0; i < PARTITION_TABLES; i++)
		if (make_table(db, &partition_tables[i], &p, e))
			return COU_ESTORE;
	return note(db, &p, e);
}

static int name_of(struct db *db, int64_t low, struct arena *a, struct str *name, struct error *e)
{
	struct db_stmt *q = db_stmt(db, "SELECT name FROM piece WHERE low = $1", e);
	int rc;

	if (!q)
		return COU_ESTORE;
	db_bind(q, 1, db_int(low));
	if (db_start(q, e))
		return COU_ESTORE;
	rc = db_next(q, e);
	*name = rc > 0 ? str_dup(a, db_column_text(q, 0)) : STR_NONE;
	db_end(q);
	return rc > 0 ? 0 : rc < 0 ? rc : error_set(e, COU_ESTORE, "the store has no piece that begins with %lld", (long long)low);
}

int partition_drop(struct db *db, int64_t low, struct error *e)
{
	struct arena a = { 0 };
	struct str name;
	int rc = name_of(db, low, &a, &name, e);

	for (size_t i = 0; i < PARTITION_TABLES && !rc; i++)
		rc = db_exec(db, str_printf(&a, "DROP TABLE %s_%.*s", partition_tables[i].name, STR_ARG(name)).p, e);
	if (!rc)
		rc = db_exec(db, str_printf(&a, "DELETE FROM piece WHERE low = %lld", (long long)low).p, e);
	arena_free(&a);
	return rc;
}
