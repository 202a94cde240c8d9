/* diff.c - lines are the same when all but "coder" is the same; what is left on both sides is paired by what it is about: document, kind and trigger
 * (of states: relation and evidence), best pair first; pairs are changed, the rest is gone or new.
 */
#include "query/diff.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/json.h"
#include "base/jsonwrite.h"
#include "base/map.h"
#include "query/line.h"

enum { SAME = 1, PAIRED = 2 };

struct side_line {
	struct str json, whole, about;	/* whole: without "coder"; about: what it is about */
	int done;
	uint32_t partner;
};

struct diff {
	struct arena *a;
	VEC(struct side_line) side[2];
};

static const char *const fields[] = { "type", "mode", "status", "actors", "recipients", "when", "where", "claims", "relation", "subject", "object", "from", "to",
				      "standing", "confidence", "other" };
enum { FIELDS = sizeof(fields) / sizeof(*fields), OTHER = FIELDS - 1 };

struct diff *diff_new(struct arena *a)
{
	struct diff *d = arena_new(a, struct diff);

	d->a = a;
	return d;
}

/* ---- reading ------------------------------------------------------------------------- */

static struct str without_coder(struct arena *a, const struct json *j)
{
	struct buf b;

	buf_init(&b, a);
	json_open(&b, '{');
	for (const struct json *m = json_first(j); m; m = json_next(m)) {
		if (str_is(json_name(m), "coder"))
			continue;
		json_text(&b, json_name(m));
		buf_byte(&b, ':');
		json_value(&b, m);
	}
	json_close(&b, '}');
	return buf_str(&b);
}

static long long number(const struct json *j, const char *member)
{
	return (long long)json_number(json_get(j, member), -1);
}

static struct str what_about(struct arena *a, const struct json *j)
{
	const struct json *trigger = json_get(j, "trigger"), *evidence = json_get(j, "evidence"), *subject = json_get(j, "subject");
	struct str doc = json_string(json_get(j, "doc"));

	if (trigger)
		return str_printf(a, "%.*s e %lld %lld", STR_ARG(doc), number(trigger, "start"), number(trigger, "end"));
	return str_printf(a, "%.*s s %lld %lld %.*s %lld", STR_ARG(doc), number(evidence, "start"), number(evidence, "end"),
			  STR_ARG(json_string(json_get(j, "relation"))), number(subject, "start"));
}

static int take(struct diff *d, int side, struct str raw, struct error *e)
{
	struct side_line *x;
	struct json *j;
	struct str kind;
	int rc = json_parse(&j, raw, e);

	if (rc)
		return rc;
	kind = json_string(json_get(j, "kind"));
	if (str_is(kind, "event") || str_is(kind, "state")) {
		x = vec_push(d->a, &d->side[side]);
		x->json = str_dup(d->a, raw);
		x->whole = without_coder(d->a, j);
		x->about = what_about(d->a, j);
	}
	json_free(j);
	return d->side[side].n > DIFF_LINES_MAX ? error_set(e, COU_ELIMIT, "more than %d lines", DIFF_LINES_MAX) : 0;
}

int diff_file(struct diff *d, int side, const char *path, struct error *e)
{
	FILE *f = strcmp(path, "-") == 0 ? stdin : fopen(path, "rb");
	char *line = NULL;
	size_t cap = 0, number_of = 0;
	ssize_t n;
	int rc = 0;

	if (!f)
		return error_set(e, COU_EINPUT, "%s: cannot be opened", path);
	while (!rc && (n = getline(&line, &cap, f)) > 0) {
		number_of++;
		if (n > DIFF_LINE_BYTES)
			rc = error_set(e, COU_ELIMIT, "%s:%zu: longer than %d bytes", path, number_of, DIFF_LINE_BYTES);
		else if (take(d, side, str_trim((struct str){ line, (size_t)n }), e))
			rc = error_set(e, COU_EINPUT, "%s:%zu: no line of the record", path, number_of);
	}
	free(line);
	if (f != stdin)
		fclose(f);
	return rc;
}

static int take_rows(struct diff *d, int side, struct db *db, const char *sql, int64_t run, struct error *e)
{
	struct db_stmt *s = db_stmt(db, sql, e);
	int rc;

	if (!s)
		return COU_ESTORE;
	if (run)
		db_bind(s, 1, db_int(run));
	if (db_start(s, e))
		return COU_ESTORE;
	while ((rc = db_next(s, e)) > 0)
		if ((rc = take(d, side, db_column_text(s, 0), e)))
			break;
	db_end(s);
	return rc;
}

int diff_store(struct diff *d, int side, struct db *db, struct error *e)
{
	int rc = take_rows(d, side, db, "SELECT l.json FROM event e JOIN line l ON l.key = e.key WHERE e.retired IS NULL ORDER BY e.key", 0, e);

	return rc ? rc : take_rows(d, side, db, "SELECT l.json FROM state e JOIN line l ON l.key = e.key WHERE e.retired IS NULL ORDER BY e.key", 0, e);
}

int diff_recode(struct diff *d, struct db *db, struct error *e)
{
	static const char *const sql[2][2] = {
		{ "SELECT coalesce(l.coded, l.json) FROM event e JOIN line l ON l.key = e.key WHERE e.retired = $1 ORDER BY e.key",
		  "SELECT coalesce(l.coded, l.json) FROM state e JOIN line l ON l.key = e.key WHERE e.retired = $1 ORDER BY e.key" },
		{ "SELECT coalesce(l.coded, l.json) FROM event e JOIN line l ON l.key = e.key WHERE e.run = $1 ORDER BY e.key",
		  "SELECT coalesce(l.coded, l.json) FROM state e JOIN line l ON l.key = e.key WHERE e.run = $1 ORDER BY e.key" },
	};
	struct db_stmt *s = db_stmt(db, "SELECT max(key) FROM run WHERE kind = 'recode'", e);
	int64_t run = 0;
	int rc = 0;

	if (!s || db_start(s, e))
		return COU_ESTORE;
	if (db_next(s, e) > 0)
		run = db_column_int(s, 0);
	db_end(s);
	if (!run)
		return error_set(e, COU_EUSAGE, "the store was never coded again (coulisse recode)");
	for (int side = 0; side < 2 && !rc; side++)
		for (int k = 0; k < 2 && !rc; k++)
			rc = take_rows(d, side, db, sql[side][k], run, e);
	return rc;
}

/* ---- comparing ------------------------------------------------------------------------- */

/* Lines of side 0 by a key, several of one key behind each other. */
struct table {
	struct map of;			/* key → first index */
	uint32_t *next;			/* [n] */
};

static void table_make(struct diff *d, struct table *t, bool whole)
{
	size_t n = d->side[0].n;

	map_init(&t->of, d->a);
	t->next = arena_array(d->a, uint32_t, n + 1);
	for (size_t i = n; i--;) {
		struct side_line *x = &d->side[0].at[i];
		uint32_t *at;

		if (x->done)
			continue;
		at = map_put(&t->of, whole ? x->whole : x->about);
		t->next[i] = *at;
		*at = (uint32_t)i;
	}
}

static void match(struct diff *d, bool whole)
{
	struct table t;

	table_make(d, &t, whole);
	for (size_t i = 0; i < d->side[1].n; i++) {
		struct side_line *y = &d->side[1].at[i];
		uint32_t *at;

		if (y->done || map_get(&t.of, whole ? y->whole : y->about) == MAP_NONE)
			continue;
		at = map_put(&t.of, whole ? y->whole : y->about);
		if (*at == MAP_NONE)
			continue;
		y->done = d->side[0].at[*at].done = whole ? SAME : PAIRED;
		y->partner = *at;
		*at = t.next[*at];
	}
}

static bool same_value(struct arena *a, const struct json *x, const struct json *y)
{
	struct buf p, q;

	buf_init(&p, a);
	buf_init(&q, a);
	json_value(&p, x);
	json_value(&q, y);
	return str_eq(buf_str(&p), buf_str(&q));
}

/* The fields that differ, as bits of their index. */
static unsigned differing(struct arena *a, const struct json *x, const struct json *y)
{
	unsigned bits = 0;

	for (unsigned i = 0; i < OTHER; i++)
		if (!same_value(a, json_get(x, fields[i]), json_get(y, fields[i])))
			bits |= 1u << i;
	return bits ? bits : 1u << OTHER;
}

/* ---- writing -------------------------------------------------------------------------- */

static const struct column columns[] = {
	{ "change", 7, false, NULL }, { "kind", 5, false, NULL }, { "type", 14, false, NULL }, { "fields", 30, false, NULL }, { "before", 44, false, NULL },
	{ "after", 44, false, NULL }, { "document", 20, false, NULL }, { "id_before", 0, false, NULL }, { "id_after", 0, false, NULL }, { "quote", 0, false, NULL },
};
enum { COLUMNS = sizeof(columns) / sizeof(*columns) };

static struct str short_value(struct arena *a, const struct json *j, unsigned field)
{
	const struct json *v = json_get(j, fields[field]);
	struct buf b;

	if (json_type(v) == JSON_STRING)
		return json_string(v);
	if (str_is(str_c(fields[field]), "actors") || str_is(str_c(fields[field]), "recipients"))
		return line_parties(a, v, "name");
	if (str_is(str_c(fields[field]), "claims"))
		return line_claims(a, v);
	if (json_type(v) == JSON_OBJECT)
		return json_get(v, "name") ? json_string(json_get(v, "name")) : line_date(v);
	buf_init(&b, a);
	json_value(&b, v);
	return buf_str(&b);
}

/* "type SAY; actors Russia": the differing fields of one side. */
static struct str values(struct arena *a, const struct json *j, unsigned bits)
{
	struct buf b;

	buf_init(&b, a);
	for (unsigned i = 0; i < OTHER; i++) {
		if (!(bits & 1u << i))
			continue;
		if (b.n)
			buf_add(&b, STR("; "));
		buf_add(&b, short_value(a, j, i));
	}
	return buf_str(&b);
}

static struct str field_names(struct arena *a, unsigned bits)
{
	struct buf b;

	buf_init(&b, a);
	for (unsigned i = 0; i < FIELDS; i++)
		if (bits & 1u << i)
			buf_printf(&b, "%s%s", b.n ? "," : "", fields[i]);
	return buf_str(&b);
}

static struct str in_short(struct arena *a, const struct json *j)
{
	if (!json_get(j, "type"))
		return str_printf(a, "%.*s: %.*s", STR_ARG(json_string(json_get(json_get(j, "subject"), "name"))),
				  STR_ARG(json_string(json_get(json_get(j, "object"), "name"))));
	return str_printf(a, "%.*s > %.*s, %.*s", STR_ARG(line_parties(a, json_get(j, "actors"), "name")),
			  STR_ARG(line_parties(a, json_get(j, "recipients"), "name")), STR_ARG(json_string(json_get(j, "status"))));
}

struct sums {
	size_t same, changed, gone, fresh;
	size_t fields[FIELDS];
};

/* x or y may be NULL. */
static void write_row(struct answer *an, const struct json *x, const struct json *y, struct sums *sums)
{
	const struct json *j = y ? y : x;
	struct arena *a = an->row;
	unsigned bits = x && y ? differing(a, x, y) : 0;
	struct str type = json_string(json_get(j, json_get(j, "type") ? "type" : "relation")), quote = json_string(json_get(json_get(j, "evidence"), "quote"));
	const struct str cells[COLUMNS] = {
		x && y ? STR("changed") : x ? STR("gone") : STR("new"), json_string(json_get(j, "kind")), type, field_names(a, bits),
		x && y ? values(a, x, bits) : x ? in_short(a, x) : STR_NONE, x && y ? values(a, y, bits) : y ? in_short(a, y) : STR_NONE,
		json_string(json_get(j, "doc")), x ? json_string(json_get(x, "id")) : STR_NONE, y ? json_string(json_get(y, "id")) : STR_NONE, quote,
	};

	for (unsigned i = 0; i < FIELDS; i++)
		sums->fields[i] += (bits >> i) & 1;
	answer_row(an, &(struct answer_row){ .cells = cells, .quote = quote });
}

static void write_lines(struct answer *an, struct str before, struct str after, struct sums *sums)
{
	struct error ignored = { 0 };
	struct json *x = NULL, *y = NULL;

	if ((!before.n || json_parse(&x, before, &ignored) == 0) && (!after.n || json_parse(&y, after, &ignored) == 0))
		write_row(an, x, y, sums);
	json_free(x);
	json_free(y);
}

static void write_sums(struct answer *an, const struct sums *s)
{
	answer_heading(an, str_printf(an->a, "%zu the same, %zu changed, %zu gone, %zu new", s->same, s->changed, s->gone, s->fresh));
	for (unsigned i = 0; i < FIELDS; i++)
		if (s->fields[i])
			answer_heading(an, str_printf(an->a, "  %-11s %zu changed", fields[i], s->fields[i]));
}

int diff_write(struct diff *d, const struct question *form, answer_write *write, void *user, struct error *e)
{
	struct sums sums = { 0 };
	struct arena row = { 0 };
	struct answer an;

	match(d, true);
	match(d, false);
	answer_begin(&an, d->a, &row, form, columns, COLUMNS, write, user);
	for (size_t i = 0; i < d->side[0].n; i++) {
		const struct side_line *x = &d->side[0].at[i];

		sums.same += x->done == SAME;
		if (x->done)
			continue;
		sums.gone++;
		write_lines(&an, x->json, STR_NONE, &sums);
	}
	for (size_t i = 0; i < d->side[1].n; i++) {
		const struct side_line *y = &d->side[1].at[i];

		if (y->done == SAME)
			continue;
		sums.changed += y->done == PAIRED;
		sums.fresh += !y->done;
		write_lines(&an, y->done ? d->side[0].at[y->partner].json : STR_NONE, y->json, &sums);
	}
	write_sums(&an, &sums);
	int written = answer_end(&an);

	arena_free(&row);
	if (written)
		return error_set(e, COU_ESTORE, "the output cannot be written");
	return sums.changed + sums.gone + sums.fresh == 0;
}
