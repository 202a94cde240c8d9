/* claims.c - who says so: one row for each claim on an event or a state. */
#include "query/ask.h"

#include "query/line.h"

static const struct column columns[] = {
	{ "by", 30, false, NULL }, { "stance", 8, false, NULL }, { "kind", 6, false, NULL }, { "date", 10, false, NULL }, { "status", 12, false, NULL }, { "what", 22, false, NULL },
	{ "actors", 30, false, NULL }, { "recipients", 30, false, NULL }, { "id", 18, false, NULL }, { "by_id", 0, false, NULL }, { "by_country", 0, false, NULL }, { "cue", 0, false, NULL },
	{ "confidence", 0, true, NULL }, { "document", 0, false, NULL }, { "source", 0, false, NULL }, { "published", 0, false, NULL }, { "url", 0, false, NULL }, { "quote", 0, false, NULL },
};
enum { COLUMNS = sizeof(columns) / sizeof(*columns) };

#define CLAIM_COLUMNS										\
	"b.name, c.stance, c.kind, l.json, b.id, b.country, c.cue, d.id, d.source, d.published, d.url, d.title,"	\
	" coalesce(l.quote, substr(d.body, CAST(l.quote_start + 1 AS INTEGER), CAST(l.quote_end - l.quote_start AS INTEGER)))"
#define CLAIM_JOINS										\
	" JOIN claim c ON c.line = e.key JOIN line l ON l.key = e.key JOIN document d ON d.key = e.document"		\
	" LEFT JOIN participant p ON p.line = c.line AND p.role = 'by' AND p.n = c.n LEFT JOIN actor b ON b.key = p.actor WHERE 1 = 1"

static void row_of(struct arena *a, struct answer *an, struct db_stmt *s, const struct json *j)
{
	bool event = json_string(json_get(j, "type")).n != 0;
	const struct json *subject = json_get(j, "subject"), *object = json_get(j, "object");
	struct str quote = db_column_text(s, 12);
	const struct str cells[COLUMNS] = {
		db_column_text(s, 0), db_column_text(s, 1), db_column_text(s, 2), json_string(json_get(json_get(j, event ? "when" : "from"), "start")),
		json_string(json_get(j, event ? "status" : "standing")), json_string(json_get(j, event ? "type" : "relation")),
		event ? line_parties(a, json_get(j, "actors"), "name") : json_string(json_get(subject, "name")),
		event ? line_parties(a, json_get(j, "recipients"), "name") : json_string(json_get(object, "name")), json_string(json_get(j, "id")),
		db_column_text(s, 4), db_column_text(s, 5), db_column_text(s, 6), line_number(a, j, "confidence"), db_column_text(s, 7), db_column_text(s, 8),
		db_column_text(s, 9), db_column_text(s, 10), quote,
	};

	answer_row(an, &(struct answer_row){ .cells = cells, .quote = quote,
					     .origin = line_origin(a, db_column_text(s, 8), db_column_text(s, 9), db_column_text(s, 11), db_column_text(s, 10)) });
}

static int rows_of(struct asking *k, struct answer *an, struct sql *sql, struct error *e)
{
	struct db_stmt *s = sql_start(sql, e);
	int rc;

	if (!s)
		return COU_ESTORE;
	while ((rc = db_next(s, e)) > 0 && !an->failed && (!k->q->limit || an->rows < k->q->limit)) {
		struct json *j;

		if (json_parse(&j, db_column_text(s, 3), e))
			continue;
		row_of(an->row, an, s, j);
		json_free(j);
	}
	db_end(s);
	return rc < 0 ? rc : 0;
}

int ask_claims(struct asking *k, struct error *e)
{
	bool events_only = k->q->type.n || k->q->status.n || k->q->mode.n;
	struct answer an;
	struct sql sql;
	int rc;

	ask_begin(k, &an, columns, COLUMNS);
	sql_init(&sql, k->a, k->db);
	sql_add(&sql, "SELECT " CLAIM_COLUMNS " FROM event e" CLAIM_JOINS);
	filter_events(&sql, &k->f);
	if (k->q->stance.n) {
		sql_add(&sql, " AND ");
		sql_in(&sql, "c.stance", k->q->stance, NULL);
	}
	sql_add(&sql, " ORDER BY e.date_start IS NULL, e.date_start DESC, e.id, c.n");
	rc = rows_of(k, &an, &sql, e);
	if (!rc && !events_only) {
		sql_init(&sql, k->a, k->db);
		sql_add(&sql, "SELECT " CLAIM_COLUMNS " FROM state e" CLAIM_JOINS);
		filter_states(&sql, &k->f);
		sql_add(&sql, " ORDER BY e.learnt DESC, e.id, c.n");
		rc = rows_of(k, &an, &sql, e);
	}
	return rc ? rc : ask_end(k, &an, e);
}
