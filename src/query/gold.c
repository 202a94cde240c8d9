/* gold.c - corrections as annotation: the documents that people spoke about, in the form that `coulisse eval` reads (src/eval/gold.h).
 *
 * Lines accepted or set are what the coder should say; lines that nobody spoke about are optional, since nobody said that they are wrong; rejected ones are left
 * out.  The sentences are those that any line stands on.
 */
#include "query/ask.h"

#include <stdlib.h>

#include "base/json.h"
#include "base/jsonwrite.h"
#include "base/vec.h"

struct gold_line {
	struct json *json;
	bool event, judged;
	long long start, end;		/* evidence, code points */
};

struct gold_text {
	struct asking *k;
	struct buf b;
	VEC(struct gold_line) lines;
	VEC(struct gold_line *) sentences;
};

static void party(struct buf *b, const struct json *p)
{
	static const char *const members[] = { "name", "country", "kind", "text" };

	json_open(b, '{');
	for (size_t i = 0; i < sizeof(members) / sizeof(*members); i++) {
		json_key(b, members[i]);
		json_text_or_null(b, json_string(json_get(p, members[i])));
	}
	json_close(b, '}');
}

static void parties(struct buf *b, const char *key, const struct json *list)
{
	json_key(b, key);
	json_open(b, '[');
	for (const struct json *p = json_first(list); p; p = json_next(p))
		party(b, p);
	json_close(b, ']');
}

static void text(struct buf *b, const char *key, const struct json *j)
{
	json_key(b, key);
	json_text_or_null(b, json_string(j));
}

static int by_place(const void *x, const void *y)
{
	const struct gold_line *a = *(struct gold_line *const *)x, *b = *(struct gold_line *const *)y;

	if (a->start != b->start)
		return a->start < b->start ? -1 : 1;
	return a->end < b->end ? -1 : a->end > b->end;
}

/* The evidence of all lines, each once, in the order of the text. */
static void find_sentences(struct gold_text *g)
{
	size_t n = 0;

	for (size_t i = 0; i < g->lines.n; i++)
		vec_add(g->k->a, &g->sentences, &g->lines.at[i]);
	if (g->sentences.n)
		qsort(g->sentences.at, g->sentences.n, sizeof(*g->sentences.at), by_place);
	for (size_t i = 0; i < g->sentences.n; i++)
		if (!n || by_place(&g->sentences.at[n - 1], &g->sentences.at[i]) != 0)
			g->sentences.at[n++] = g->sentences.at[i];
	g->sentences.n = n;
}

static void stands_on(struct gold_text *g, const struct gold_line *x)
{
	json_key(&g->b, "s");
	json_open(&g->b, '[');
	for (size_t i = 0; i < g->sentences.n; i++)
		if (g->sentences.at[i]->start == x->start && g->sentences.at[i]->end == x->end)
			json_int(&g->b, (long long)i);
	json_close(&g->b, ']');
}

static void event(struct gold_text *g, const struct gold_line *x)
{
	const struct json *j = x->json, *when = json_get(j, "when"), *where = json_get(j, "where"), *claims = json_get(j, "claims");
	struct buf *b = &g->b;

	json_open(b, '{');
	stands_on(g, x);
	text(b, "trigger", json_get(json_get(j, "trigger"), "text"));
	text(b, "type", json_get(j, "type"));
	text(b, "mode", json_get(j, "mode"));
	parties(b, "actors", json_get(j, "actors"));
	parties(b, "recipients", json_get(j, "recipients"));
	json_key(b, "symmetric");
	json_bool(b, json_true(json_get(j, "symmetric")));
	text(b, "status", json_get(j, "status"));
	json_key(b, "when");
	if (json_string(json_get(when, "start")).n && json_string(json_get(when, "end")).n) {
		json_open(b, '[');
		json_text(b, json_string(json_get(when, "start")));
		json_text(b, json_string(json_get(when, "end")));
		json_close(b, ']');
	} else {
		json_null(b);
	}
	json_key(b, "where");
	if (json_type(where) == JSON_OBJECT)
		party(b, where);
	else
		json_null(b);
	json_key(b, "claims");
	json_open(b, '[');
	for (const struct json *c = json_first(claims); c; c = json_next(c)) {
		json_open(b, '{');
		text(b, "by", json_get(json_get(c, "by"), "name"));
		text(b, "country", json_get(json_get(c, "by"), "country"));
		text(b, "stance", json_get(c, "stance"));
		json_close(b, '}');
	}
	json_close(b, ']');
	json_key(b, "optional");
	json_bool(b, !x->judged);
	json_close(b, '}');
}

static void state(struct gold_text *g, const struct gold_line *x)
{
	struct buf *b = &g->b;

	json_open(b, '{');
	stands_on(g, x);
	text(b, "relation", json_get(x->json, "relation"));
	json_key(b, "subject");
	party(b, json_get(x->json, "subject"));
	json_key(b, "object");
	party(b, json_get(x->json, "object"));
	text(b, "standing", json_get(x->json, "standing"));
	json_key(b, "optional");
	json_bool(b, !x->judged);
	json_close(b, '}');
}

/* ---- one document ------------------------------------------------------------------------ */

static int read_lines(struct gold_text *g, const char *sql, int64_t document, bool event_lines, struct error *e)
{
	struct db_stmt *s = db_stmt(g->k->db, sql, e);
	int rc;

	if (!s)
		return COU_ESTORE;
	db_bind(s, 1, db_int(document));
	if (db_start(s, e))
		return COU_ESTORE;
	while ((rc = db_next(s, e)) > 0) {
		struct gold_line x = { .event = event_lines, .judged = db_column_text(s, 1).n != 0 };
		const struct json *evidence;

		if (json_parse(&x.json, db_column_text(s, 0), e))
			continue;
		evidence = json_get(x.json, "evidence");
		x.start = (long long)json_number(json_get(evidence, "start"), 0);
		x.end = (long long)json_number(json_get(evidence, "end"), 0);
		vec_add(g->k->a, &g->lines, x);
	}
	return rc;
}

static void lists(struct gold_text *g)
{
	find_sentences(g);
	json_key(&g->b, "sents");
	json_open(&g->b, '[');
	for (size_t i = 0; i < g->sentences.n; i++) {
		json_open(&g->b, '[');
		json_int(&g->b, g->sentences.at[i]->start);
		json_int(&g->b, g->sentences.at[i]->end);
		json_close(&g->b, ']');
	}
	json_close(&g->b, ']');
	json_key(&g->b, "events");
	json_open(&g->b, '[');
	for (size_t i = 0; i < g->lines.n; i++)
		if (g->lines.at[i].event)
			event(g, &g->lines.at[i]);
	json_close(&g->b, ']');
	json_key(&g->b, "states");
	json_open(&g->b, '[');
	for (size_t i = 0; i < g->lines.n; i++)
		if (!g->lines.at[i].event)
			state(g, &g->lines.at[i]);
	json_close(&g->b, ']');
}

static int write_document(struct gold_text *g, struct db_stmt *d, struct error *e)
{
	static const char *const members[] = { "doc", "lang", "date", "title", "url", "source", "text" };
	int64_t key = db_column_int(d, 0);
	int rc;

	g->lines.n = g->sentences.n = 0;
	json_open(&g->b, '{');
	for (unsigned i = 0; i < sizeof(members) / sizeof(*members); i++) {
		json_key(&g->b, members[i]);
		json_text_or_null(&g->b, db_column_text(d, i + 1));
	}
	rc = read_lines(g, "SELECT l.json, x.verdict FROM event x JOIN line l ON l.key = x.key WHERE x.document = $1 AND x.retired IS NULL"
			   " AND coalesce(x.verdict, '') <> 'reject' ORDER BY x.key", key, true, e);
	if (!rc)
		rc = read_lines(g, "SELECT l.json, x.verdict FROM state x JOIN line l ON l.key = x.key WHERE x.document = $1 AND x.retired IS NULL"
				   " AND coalesce(x.verdict, '') <> 'reject' ORDER BY x.key", key, false, e);
	if (!rc)
		lists(g);
	json_close(&g->b, '}');
	for (size_t i = 0; i < g->lines.n; i++)
		json_free(g->lines.at[i].json);
	return rc;
}

int ask_gold(struct asking *k, struct error *e)
{
	struct db_stmt *d = db_stmt(k->db,
				    "SELECT key, id, lang, published, title, url, source, body FROM document WHERE body IS NOT NULL AND key IN"
				    " (SELECT document FROM correction WHERE undone = 0 AND orphan = 0) ORDER BY key", e);
	struct gold_text g = { .k = k };
	int rc;

	if (!d || db_start(d, e))
		return COU_ESTORE;
	buf_init(&g.b, k->a);
	json_open(&g.b, '[');
	while ((rc = db_next(d, e)) > 0 && write_document(&g, d, e) == 0)
		k->rows++;
	db_end(d);
	if (rc)
		return COU_ESTORE;
	json_close(&g.b, ']');
	buf_byte(&g.b, '\n');
	return k->rows && k->write(k->user, g.b.p, g.b.n) ? error_set(e, COU_ESTORE, "the output cannot be written") : 0;
}
