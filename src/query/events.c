/* events.c - what happened: one row for each happening (its best line among those that fit), or for each line. */
#include "query/ask.h"

#include "base/json.h"
#include "base/jsonwrite.h"
#include "base/map.h"
#include "query/line.h"

struct pick {				/* a line that stands for its happening in this answer */
	int64_t key;
	double confidence;
	bool best;			/* also in the record */
	int64_t lines;
};

struct picks {
	VEC(struct pick) at;
	struct map of;			/* happening → index of at */
};

static const struct column columns[] = {
	{ "date", 10, false, NULL }, { "status", 12, false, NULL }, { "actors", 40, false, NULL }, { "event", 21, false, NULL }, { "recipients", 40, false, NULL },
	{ "place", 20, false, NULL }, { "reports", 7, true, "rep" }, { "sources", 7, true, "src" }, { "confidence", 10, true, "conf" }, { "id", 18, false, NULL },
	{ "happening", 0, false, NULL }, { "date_start", 0, false, NULL }, { "date_end", 0, false, NULL }, { "date_precision", 0, false, NULL }, { "date_basis", 0, false, NULL }, { "type", 0, false, NULL }, { "mode", 0, false, NULL },
	{ "contexts", 0, false, NULL }, { "cameo", 0, false, NULL }, { "quad", 0, true, NULL }, { "goldstein", 0, true, NULL }, { "actor_ids", 0, false, NULL }, { "actor_countries", 0, false, NULL },
	{ "recipient_ids", 0, false, NULL }, { "recipient_countries", 0, false, NULL }, { "place_id", 0, false, NULL }, { "place_country", 0, false, NULL }, { "lat", 0, true, NULL },
	{ "lon", 0, true, NULL }, { "claims", 0, false, NULL }, { "document", 0, false, NULL }, { "source", 0, false, NULL }, { "published", 0, false, NULL }, { "url", 0, false, NULL }, { "quote", 0, false, NULL },
};
enum { COLUMNS = sizeof(columns) / sizeof(*columns) };

static void pick(struct asking *k, struct picks *p, struct db_stmt *s)
{
	struct str happening = db_column_text(s, 1);
	struct pick one = { db_column_int(s, 0), db_column_real(s, 2), db_column_int(s, 3) == db_column_int(s, 0), 1 };
	uint32_t *at;

	if (k->q->lines || !happening.n) {
		vec_add(k->a, &p->at, one);
		return;
	}
	at = map_put(&p->of, str_dup(k->a, happening));
	if (*at == MAP_NONE) {
		*at = (uint32_t)p->at.n;
		vec_add(k->a, &p->at, one);
		return;
	}
	struct pick *had = &p->at.at[*at];

	one.lines = had->lines + 1;
	if (!had->best && (one.best || one.confidence > had->confidence))
		*had = one;
	else
		had->lines++;
}

/* The lines that fit, newest first; a timeline oldest first. */
static int find_lines(struct asking *k, struct picks *p, struct error *e)
{
	bool oldest = k->q->ask == ASK_TIMELINE;
	struct db_stmt *s;
	struct sql sql;
	int rc;

	sql_init(&sql, k->a, k->db);
	sql_add(&sql, "SELECT e.key, e.happening, e.confidence, h.best FROM event e LEFT JOIN happening h ON h.id = e.happening WHERE 1 = 1");
	filter_events(&sql, &k->f);
	sql_add(&sql, oldest ? " ORDER BY e.date_start IS NULL, e.date_start, e.id" : " ORDER BY e.date_start IS NULL, e.date_start DESC, e.id");
	s = sql_start(&sql, e);
	if (!s)
		return COU_ESTORE;
	while ((rc = db_next(s, e)) > 0) {
		if (k->q->lines && k->q->limit && p->at.n == k->q->limit)
			break;
		pick(k, p, s);
	}
	db_end(s);
	return rc < 0 ? rc : 0;
}

/* With the happening behind the line's own members. */
static struct str with_happening(struct arena *a, struct str json, struct str happening, int64_t lines, int64_t reports, int64_t sources)
{
	struct buf b;

	buf_init(&b, a);
	if (!happening.n || !str_ends(json, STR("}")))
		return json;
	buf_add(&b, str_sub(json, 0, json.n - 1));
	json_key(&b, "happening");
	json_open(&b, '{');
	json_key(&b, "id");
	json_text(&b, happening);
	json_key(&b, "lines");
	json_int(&b, lines);
	json_key(&b, "reports");
	json_int(&b, reports);
	json_key(&b, "sources");
	json_int(&b, sources);
	json_close(&b, '}');
	json_close(&b, '}');
	return buf_str(&b);
}

/* Rows are asked for so many at a time, in the order of their keys: where the store is in pieces, one question has its price, and in PostgreSQL each is a round trip. */
enum { ASKED = 64 };

static const char line_sql[] =
	" SELECT l.json, coalesce(l.quote, substr(d.body, CAST(l.quote_start + 1 AS INTEGER), CAST(l.quote_end - l.quote_start AS INTEGER))), e.happening,"
	" h.lines, h.reports, h.sources, d.id, d.source, d.published, d.url, d.title, e.date_start, e.date_end FROM asked JOIN event e ON e.key = asked.key"
	" JOIN line l ON l.key = e.key JOIN document d ON d.key = e.document LEFT JOIN happening h ON h.id = e.happening ORDER BY asked.n";

static struct str rows_sql(struct arena *a)
{
	struct buf b;

	buf_init(&b, a);
	buf_add(&b, STR("WITH asked (n, key) AS (VALUES (1, CAST($1 AS BIGINT))"));
	for (unsigned i = 2; i <= ASKED; i++)
		buf_printf(&b, ", (%u, $%u)", i, i);
	buf_byte(&b, ')');
	buf_add(&b, str_c(line_sql));
	buf_byte(&b, '\0');
	return buf_str(&b);
}

static struct str event_word(struct arena *a, const struct json *j)
{
	struct str type = json_string(json_get(j, "type")), mode = json_string(json_get(j, "mode"));

	return mode.n ? str_printf(a, "%.*s %.*s", STR_ARG(type), STR_ARG(mode)) : type;
}

static void row_of(struct arena *a, struct answer *an, struct db_stmt *s, const struct json *j)
{
	const struct json *when = json_get(j, "when"), *where = json_get(j, "where"), *actors = json_get(j, "actors"), *recipients = json_get(j, "recipients");
	struct str json = db_column_text(s, 0), quote = db_column_text(s, 1), happening = db_column_text(s, 2);
	bool grouped = happening.n != 0;
	const struct str cells[COLUMNS] = {
		line_date(when), json_string(json_get(j, "status")), line_parties(a, actors, "name"), event_word(a, j),
		line_parties(a, recipients, "name"), json_string(json_get(where, "name")),
		str_printf(a, "%lld", grouped ? (long long)db_column_int(s, 4) : 1LL), str_printf(a, "%lld", grouped ? (long long)db_column_int(s, 5) : 1LL),
		line_number(a, j, "confidence"), json_string(json_get(j, "id")), happening, db_column_text(s, 11), db_column_text(s, 12), json_string(json_get(when, "precision")),
		json_string(json_get(when, "basis")), json_string(json_get(j, "type")), json_string(json_get(j, "mode")), line_words(a, json_get(j, "contexts")),
		json_string(json_get(j, "cameo")), line_number(a, j, "quad"), line_number(a, j, "goldstein"), line_parties(a, actors, "id"),
		line_parties(a, actors, "country"), line_parties(a, recipients, "id"), line_parties(a, recipients, "country"), json_string(json_get(where, "id")),
		json_string(json_get(where, "country")), line_number(a, where, "lat"), line_number(a, where, "lon"), line_claims(a, json_get(j, "claims")),
		db_column_text(s, 6), db_column_text(s, 7), db_column_text(s, 8), db_column_text(s, 9), quote,
	};

	answer_row(an, &(struct answer_row){
		.cells = cells, .quote = quote, .origin = line_origin(a, db_column_text(s, 7), db_column_text(s, 8), db_column_text(s, 10), db_column_text(s, 9)),
		.json = an->q->form == ANSWER_JSON
			? with_happening(a, json, happening, db_column_int(s, 3), db_column_int(s, 4), db_column_int(s, 5)) : STR_NONE });
}

static void month_heading(struct asking *k, struct answer *an, struct str date, struct str *month)
{
	struct str now = date.n >= 7 ? str_sub(date, 0, 7) : STR_NONE;

	if (k->q->ask != ASK_TIMELINE || (an->rows && str_eq(now, *month)))
		return;
	*month = str_dup(k->a, now);
	answer_heading(an, now.n ? *month : STR("----"));
}

static int write_rows(struct asking *k, struct answer *an, const char *sql, const int64_t *keys, size_t n, struct str *month, struct error *e)
{
	struct db_stmt *s = db_stmt(k->db, sql, e);
	int rc;

	if (!s)
		return COU_ESTORE;
	for (unsigned i = 0; i < n; i++)
		db_bind(s, i + 1, db_int(keys[i]));
	if (db_start(s, e))
		return COU_ESTORE;
	while ((rc = db_next(s, e)) > 0 && !an->failed) {
		struct json *j;

		if (json_parse(&j, db_column_text(s, 0), e))
			continue;
		month_heading(k, an, db_column_text(s, 11), month);
		row_of(an->row, an, s, j);
		json_free(j);
	}
	db_end(s);
	return rc < 0 ? rc : 0;
}

int ask_events_rows(struct asking *k, const int64_t *keys, size_t n, struct error *e)
{
	struct answer an;
	struct str month = STR_NONE, sql = rows_sql(k->a);

	ask_begin(k, &an, columns, COLUMNS);
	for (size_t i = 0; i < n && !an.failed; i += ASKED)
		if (write_rows(k, &an, sql.p, keys + i, n - i < ASKED ? n - i : ASKED, &month, e))
			return COU_ESTORE;
	return ask_end(k, &an, e);
}

int ask_events(struct asking *k, struct error *e)
{
	struct picks p = { 0 };
	int64_t *keys;
	size_t n;
	int rc;

	map_init(&p.of, k->a);
	rc = find_lines(k, &p, e);
	if (rc)
		return rc;
	n = k->q->limit && k->q->limit < p.at.n ? k->q->limit : p.at.n;
	keys = arena_array(k->a, int64_t, n);
	for (size_t i = 0; i < n; i++)
		keys[i] = p.at.at[i].key;
	return ask_events_rows(k, keys, n, e);
}
