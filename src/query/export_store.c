#include "query/export_store.h"

#include <stdlib.h>

#include "base/jsonwrite.h"
#include "base/vec.h"

struct chosen {				/* a line that fits */
	int64_t document, key;
	bool event;
};

struct exporting {
	struct export *x;
	struct arena *a, row;
	struct db *db;
	const struct filter *f;
	struct error *e;
	VEC(struct chosen) lines;
	struct json *document;		/* of the lines at hand */
	struct export_source source;
};

static int choose(struct exporting *k, bool event)
{
	struct db_stmt *s;
	struct sql sql;
	int rc;

	sql_init(&sql, k->a, k->db);
	sql_add(&sql, event ? "SELECT e.document, e.key FROM event e WHERE 1 = 1" : "SELECT e.document, e.key FROM state e WHERE 1 = 1");
	if (event)
		filter_events(&sql, k->f);
	else
		filter_states(&sql, k->f);
	s = sql_start(&sql, k->e);
	if (!s)
		return COU_ESTORE;
	while ((rc = db_next(s, k->e)) > 0)
		*vec_push(k->a, &k->lines) = (struct chosen){ db_column_int(s, 0), db_column_int(s, 1), event };
	return rc;
}

static int by_document(const void *x, const void *y)
{
	const struct chosen *a = x, *b = y;

	if (a->document != b->document)
		return a->document < b->document ? -1 : 1;
	return a->key < b->key ? -1 : a->key > b->key;
}

/* ---- documents ---------------------------------------------------------------------------- */

static void member(struct buf *b, const char *key, struct str value)
{
	json_key(b, key);
	json_text_or_null(b, value);
}

/* The document's line anew, from its row. */
static struct str document_line(struct arena *a, struct db_stmt *s)
{
	static const char *const members[] = { "id", "coder", "url", "source", "title", "lang", "published", "retrieved", "text", "sha256" };
	struct buf b;

	buf_init(&b, a);
	json_open(&b, '{');
	member(&b, "kind", STR("document"));
	for (unsigned i = 0; i < sizeof(members) / sizeof(*members); i++)
		member(&b, members[i], db_column_text(s, i));
	json_close(&b, '}');
	return buf_str(&b);
}

static int take_document(struct exporting *k, int64_t key)
{
	struct db_stmt *s = db_stmt(k->db, "SELECT id, coder, url, source, title, lang, published, retrieved, body, sha256 FROM document WHERE key = $1", k->e);
	struct export_item item = { .doc = &k->source };
	int rc;

	json_free(k->document);
	k->document = NULL;
	if (!s)
		return COU_ESTORE;
	db_bind(s, 1, db_int(key));
	if (db_start(s, k->e))
		return COU_ESTORE;
	rc = db_next(s, k->e);
	if (rc > 0)
		rc = json_parse(&k->document, document_line(&k->row, s), k->e);
	db_end(s);
	arena_reset(&k->row);
	if (rc)
		return rc;
	const struct json *d = k->document;

	k->source = (struct export_source){
		.id = json_string(json_get(d, "id")), .url = json_string(json_get(d, "url")), .source = json_string(json_get(d, "source")),
		.title = json_string(json_get(d, "title")), .lang = json_string(json_get(d, "lang")), .published = json_string(json_get(d, "published")),
		.text = json_string(json_get(d, "text")), .sha256 = json_string(json_get(d, "sha256")),
	};
	item.line = d;
	return export_add(k->x, &item, k->e);
}

static int take_line(struct exporting *k, const struct chosen *c)
{
	struct db_stmt *s = db_stmt(k->db,
				    c->event ? "SELECT l.json, h.id, h.lines, h.reports, h.sources FROM line l JOIN event e ON e.key = l.key"
					       " LEFT JOIN happening h ON h.id = e.happening WHERE l.key = $1"
					     : "SELECT l.json, NULL, 0, 0, 0 FROM line l WHERE l.key = $1", k->e);
	struct export_item item = { .doc = &k->source };
	struct json *j = NULL;
	int rc;

	if (!s)
		return COU_ESTORE;
	db_bind(s, 1, db_int(c->key));
	if (db_start(s, k->e))
		return COU_ESTORE;
	rc = db_next(s, k->e);
	if (rc > 0)
		rc = json_parse(&j, db_column_text(s, 0), k->e);
	if (!rc && j) {
		item.line = j;
		item.happening = str_dup(&k->row, db_column_text(s, 1));
		item.lines = db_column_int(s, 2);
		item.reports = db_column_int(s, 3);
		item.sources = db_column_int(s, 4);
		rc = export_add(k->x, &item, k->e);
	}
	db_end(s);
	json_free(j);
	arena_reset(&k->row);
	return rc;
}

int export_store(struct export *x, struct arena *a, struct db *db, const struct filter *f, struct error *e)
{
	struct exporting k = { .x = x, .a = a, .db = db, .f = f, .e = e };
	const struct question *q = f->q;
	bool events_only = q->type.n || q->mode.n || q->status.n || q->place.n, states_only = q->relation.n || q->standing.n;
	int rc = states_only ? 0 : choose(&k, true);

	if (!rc && !events_only)
		rc = choose(&k, false);
	if (k.lines.n)
		qsort(k.lines.at, k.lines.n, sizeof(*k.lines.at), by_document);
	for (size_t i = 0; i < k.lines.n && !rc; i++) {
		if (!i || k.lines.at[i].document != k.lines.at[i - 1].document)
			rc = take_document(&k, k.lines.at[i].document);
		if (!rc)
			rc = take_line(&k, &k.lines.at[i]);
	}
	json_free(k.document);
	arena_free(&k.row);
	return rc;
}
