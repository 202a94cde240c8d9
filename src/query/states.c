/* states.c - what holds, as the texts say it: one row for each relation between the same two with the same standing, or for each line. */
#include "query/ask.h"

#include "base/map.h"
#include "query/line.h"

static const struct column columns[] = {
	{ "relation", 18, false, NULL }, { "subject", 34, false, NULL }, { "object", 40, false, NULL }, { "country", 7, false, NULL }, { "from", 10, false, NULL }, { "to", 10, false, NULL },
	{ "standing", 11, false, NULL }, { "reports", 7, true, NULL }, { "first_known", 11, false, NULL }, { "last_known", 10, false, NULL }, { "confidence", 10, true, NULL }, { "id", 18, false, NULL },
	{ "subject_id", 0, false, NULL }, { "object_id", 0, false, NULL }, { "office", 0, false, NULL }, { "document", 0, false, NULL }, { "source", 0, false, NULL }, { "url", 0, false, NULL },
	{ "quote", 0, false, NULL },
};
enum { COLUMNS = sizeof(columns) / sizeof(*columns) };

struct holding {			/* the best line, and what all of them say together */
	int64_t key;
	double confidence;
	int64_t reports;
	struct str first, last;
	struct str from, to;		/* earliest and latest that any line says */
};

struct holdings {
	VEC(struct holding) at;
	struct map of;
};

static struct str earlier(struct arena *a, struct str x, struct str y)
{
	return !x.n || (y.n && str_cmp(y, x) < 0) ? str_dup(a, y) : x;
}

static struct str later(struct arena *a, struct str x, struct str y)
{
	return !x.n || (y.n && str_cmp(y, x) > 0) ? str_dup(a, y) : x;
}

static void gather(struct asking *k, struct holdings *h, struct db_stmt *s)
{
	struct arena *a = k->a;
	struct str key = STR_NONE, learnt = db_column_text(s, 8);
	uint32_t *at;
	struct holding *x;

	if (k->q->lines)
		key = str_printf(a, "%lld", (long long)db_column_int(s, 0));
	else
		for (unsigned i = 1; i < 7; i++)
			key = str_printf(a, "%.*s\x1f%.*s", STR_ARG(key), STR_ARG(db_column_text(s, i)));
	at = map_put(&h->of, key);
	if (*at == MAP_NONE) {
		*at = (uint32_t)h->at.n;
		vec_push(a, &h->at);
	}
	x = &h->at.at[*at];
	if (!x->reports || db_column_real(s, 7) > x->confidence) {
		x->key = db_column_int(s, 0);
		x->confidence = db_column_real(s, 7);
	}
	x->reports++;
	x->first = earlier(a, x->first, learnt);
	x->last = later(a, x->last, learnt);
	x->from = earlier(a, x->from, db_column_text(s, 9));
	x->to = later(a, x->to, db_column_text(s, 10));
}

static int find_lines(struct asking *k, struct holdings *h, struct error *e)
{
	struct db_stmt *s;
	struct sql sql;
	int rc;

	sql_init(&sql, k->a, k->db);
	sql_add(&sql,
		"SELECT e.key, e.relation, a.id, b.id, e.office, e.office_country, e.standing, e.confidence, e.learnt, e.from_start, e.to_end FROM state e"
		" LEFT JOIN participant p ON p.line = e.key AND p.role = 'subject' LEFT JOIN actor a ON a.key = p.actor"
		" LEFT JOIN participant q ON q.line = e.key AND q.role = 'object' LEFT JOIN actor b ON b.key = q.actor WHERE 1 = 1");
	filter_states(&sql, &k->f);
	sql_add(&sql, " ORDER BY e.relation, coalesce(e.office, b.name), a.name, e.learnt, e.id");
	s = sql_start(&sql, e);
	if (!s)
		return COU_ESTORE;
	while ((rc = db_next(s, e)) > 0)
		gather(k, h, s);
	return rc;
}

static const char line_sql[] =
	"SELECT l.json, coalesce(l.quote, substr(d.body, CAST(l.quote_start + 1 AS INTEGER), CAST(l.quote_end - l.quote_start AS INTEGER))), d.id, d.source,"
	" d.published, d.url, d.title FROM state e JOIN line l ON l.key = e.key JOIN document d ON d.key = e.document WHERE e.key = $1";

static void row_of(struct arena *a, struct answer *an, struct db_stmt *s, const struct json *j, const struct holding *h)
{
	const struct json *subject = json_get(j, "subject"), *object = json_get(j, "object");
	bool office = str_is(json_string(json_get(j, "relation")), "holds_office");
	struct str quote = db_column_text(s, 1);
	const struct str cells[COLUMNS] = {
		json_string(json_get(j, "relation")), json_string(json_get(subject, "name")), json_string(json_get(object, "name")),
		json_string(json_get(object, "country")), h->from, h->to, json_string(json_get(j, "standing")), str_printf(a, "%lld", (long long)h->reports),
		h->first, h->last, line_number(a, j, "confidence"), json_string(json_get(j, "id")), json_string(json_get(subject, "id")),
		json_string(json_get(object, "id")), office ? json_string(json_get(object, "name")) : STR_NONE, db_column_text(s, 2), db_column_text(s, 3),
		db_column_text(s, 5), quote,
	};

	answer_row(an, &(struct answer_row){
		.cells = cells, .quote = quote, .json = an->q->form == ANSWER_JSON && an->q->lines ? db_column_text(s, 0) : STR_NONE,
		.origin = line_origin(a, db_column_text(s, 3), db_column_text(s, 4), db_column_text(s, 6), db_column_text(s, 5)) });
}

int ask_states(struct asking *k, struct error *e)
{
	struct holdings h = { 0 };
	struct answer an;
	int rc;

	map_init(&h.of, k->a);
	rc = find_lines(k, &h, e);
	if (rc)
		return rc;
	ask_begin(k, &an, columns, COLUMNS);
	for (size_t i = 0; i < h.at.n && !an.failed && (!k->q->limit || i < k->q->limit); i++) {
		struct db_stmt *s = db_stmt(k->db, line_sql, e);
		struct json *j;

		if (!s)
			return COU_ESTORE;
		db_bind(s, 1, db_int(h.at.at[i].key));
		if (db_start(s, e) || (rc = db_next(s, e)) < 0)
			return COU_ESTORE;
		if (rc > 0 && json_parse(&j, db_column_text(s, 0), e) == 0) {
			row_of(an.row, &an, s, j, &h.at.at[i]);
			json_free(j);
		}
		db_end(s);
	}
	return ask_end(k, &an, e);
}
