/* audit.c - counts that the texts state against the record: "his ninth foreign visit", and which eight the record knows before it.
 *
 * An event line with an ordinal says that the first of its actors did the same kind of thing (type and mode) that many times by then.  Counted is what the
 * record knows of that actor up to that day, by happenings that took place, the stated one among them: all of them, and those to the same recipients.  The text may mean
 * either, or a shorter stretch of time ("this year"): the reader sees both and the ids.
 */
#include "query/ask.h"

#include "base/json.h"
#include "base/map.h"
#include "base/vec.h"
#include "query/line.h"

static const struct column columns[] = {
	{ "date", 10, false, NULL }, { "actor", 30, false, NULL }, { "event", 21, false, NULL }, { "recipients", 30, false, NULL }, { "phrase", 14, false, NULL },
	{ "stated", 6, true, NULL }, { "record", 6, true, NULL }, { "record_with_them", 9, true, "with them" }, { "id", 18, false, NULL },
	{ "others", 60, false, NULL }, { "source", 0, false, NULL }, { "url", 0, false, NULL }, { "quote", 0, false, NULL },
};
enum { COLUMNS = sizeof(columns) / sizeof(*columns), OTHERS_MAX = 40 };

struct statement {
	int64_t key;
	struct str id, actor_id, type, mode, day;
};

/* Lines with an ordinal and a known first actor and day. */
static int statements(struct asking *k, struct statement **out, size_t *n, struct error *e)
{
	VEC(struct statement) all = { 0 };
	struct db_stmt *s;
	struct sql sql;
	int rc;

	sql_init(&sql, k->a, k->db);
	sql_add(&sql, "SELECT e.key, e.id, a.id, e.type, e.mode, e.date_start FROM event e JOIN line l ON l.key = e.key"
		      " JOIN participant p ON p.line = e.key AND p.role = 'actor' AND p.n = 0 JOIN actor a ON a.key = p.actor"
		      " WHERE l.json LIKE '%\"ordinal\":{%' AND e.date_start IS NOT NULL AND e.status IN ('happened', 'ongoing', 'planned')");
	filter_events(&sql, &k->f);
	sql_add(&sql, " ORDER BY e.date_start DESC, e.id");
	s = sql_start(&sql, e);
	if (!s)
		return COU_ESTORE;
	while ((rc = db_next(s, e)) > 0)
		*vec_push(k->a, &all) = (struct statement){
			db_column_int(s, 0), str_dup(k->a, db_column_text(s, 1)), str_dup(k->a, db_column_text(s, 2)), str_dup(k->a, db_column_text(s, 3)),
			str_dup(k->a, db_column_text(s, 4)), str_dup(k->a, db_column_text(s, 5)),
		};
	*out = all.at;
	*n = all.n;
	return rc;
}

static bool shares(const struct json *list, struct str ids)
{
	struct str id;

	while (ids.n && str_split(&ids, ' ', &id))
		for (const struct json *p = json_first(list); p; p = json_next(p))
			if (str_eq(json_string(json_get(p, "id")), id))
				return true;
	return false;
}

struct known {
	size_t all, with;		/* happenings */
	struct buf others;		/* "2024-05-16 China; …", the latest first */
};

/* What the record knows of the same kind by then; the stated one itself is counted once, whether or not it is known otherwise. */
static int count_known(struct asking *k, struct arena *a, const struct statement *st, const struct json *stated, struct known *out, struct error *e)
{
	const struct json *recipients = json_get(stated, "recipients");
	struct str own = STR_NONE, ids = STR_NONE;
	struct map seen;
	struct db_stmt *s;
	struct sql sql;
	int rc;

	for (const struct json *p = json_first(recipients); p; p = json_next(p))
		ids = str_printf(a, "%.*s%s%.*s", STR_ARG(ids), ids.n ? " " : "", STR_ARG(json_string(json_get(p, "id"))));
	sql_init(&sql, k->a, k->db);
	sql_add(&sql, "SELECT e.key, coalesce(e.happening, e.id), e.date_start, l.json FROM event e JOIN line l ON l.key = e.key WHERE e.type = ?"
		      " AND e.status IN ('happened', 'ongoing') AND e.date_start <= ?", st->type, st->day);
	if (st->mode.n)
		sql_add(&sql, " AND e.mode = ?", st->mode);
	filter_standing(&sql, &k->f);
	sql_add(&sql, " AND e.key IN (SELECT p.line FROM participant p WHERE p.role = 'actor' AND p.actor IN (SELECT key FROM actor WHERE id = ?))", st->actor_id);
	sql_add(&sql, " ORDER BY e.date_start DESC, e.id");
	s = sql_start(&sql, e);
	if (!s)
		return COU_ESTORE;
	map_init(&seen, a);
	buf_init(&out->others, a);
	out->all = out->with = 1;
	while ((rc = db_next(s, e)) > 0) {
		uint32_t *at = map_put(&seen, str_dup(a, db_column_text(s, 1)));
		struct json *j;

		if (db_column_int(s, 0) == st->key)
			own = str_dup(a, db_column_text(s, 1));
		if (*at != MAP_NONE || db_column_int(s, 0) == st->key || str_eq(own, db_column_text(s, 1)) || json_parse(&j, db_column_text(s, 3), e))
			continue;
		*at = 1;
		out->all++;
		out->with += shares(json_get(j, "recipients"), ids);
		if (out->all <= OTHERS_MAX)
			buf_printf(&out->others, "%s%.*s %.*s", out->others.n ? "; " : "", STR_ARG(line_date(json_get(j, "when"))),
				   STR_ARG(line_parties(a, json_get(j, "recipients"), "name")));
		json_free(j);
	}
	return rc;
}

static int write_row(struct asking *k, struct answer *an, const struct statement *st, struct error *e)
{
	struct db_stmt *s = db_stmt(k->db,
				    "SELECT l.json, d.source, d.published, d.title, d.url FROM line l JOIN event e ON e.key = l.key JOIN document d ON d.key = e.document"
				    " WHERE l.key = $1", e);
	struct arena *a = an->row;
	struct known known = { 0 };
	struct json *j;
	int rc;

	if (!s)
		return COU_ESTORE;
	db_bind(s, 1, db_int(st->key));
	if (db_start(s, e) || (rc = db_next(s, e)) < 0)
		return COU_ESTORE;
	if (!rc || json_parse(&j, db_column_text(s, 0), e))
		return 0;
	const struct json *ordinal = json_get(j, "ordinal");
	struct str source = str_dup(a, db_column_text(s, 1)), url = str_dup(a, db_column_text(s, 4));
	struct str origin = line_origin(a, source, str_dup(a, db_column_text(s, 2)), str_dup(a, db_column_text(s, 3)), url);
	struct str quote = json_string(json_get(json_get(j, "evidence"), "quote")), mode = st->mode;

	db_end(s);
	rc = count_known(k, a, st, j, &known, e);
	if (!rc) {
		const struct str cells[COLUMNS] = {
			line_date(json_get(j, "when")), json_string(json_get(json_first(json_get(j, "actors")), "name")),
			mode.n ? str_printf(a, "%.*s %.*s", STR_ARG(st->type), STR_ARG(mode)) : st->type, line_parties(a, json_get(j, "recipients"), "name"),
			json_string(json_get(ordinal, "text")), line_number(a, ordinal, "value"), str_printf(a, "%zu", known.all), str_printf(a, "%zu", known.with),
			st->id, buf_str(&known.others), source, url, quote,
		};

		answer_row(an, &(struct answer_row){ .cells = cells, .quote = quote, .origin = origin });
	}
	json_free(j);
	return rc;
}

int ask_audit(struct asking *k, struct error *e)
{
	struct statement *at;
	struct answer an;
	size_t n;

	if (statements(k, &at, &n, e))
		return COU_ESTORE;
	ask_begin(k, &an, columns, COLUMNS);
	for (size_t i = 0; i < n && !an.failed && (!k->q->limit || i < k->q->limit); i++)
		if (write_row(k, &an, &at[i], e))
			return COU_ESTORE;
	return ask_end(k, &an, e);
}
