#include "query/record.h"

#include "base/jsonwrite.h"
#include "query/ask.h"

/* ---- rows ------------------------------------------------------------------------------- */

static struct db_stmt *about(struct db *db, const char *sql, struct db_value what, struct error *e)
{
	struct db_stmt *s = db_stmt(db, sql, e);

	if (!s)
		return NULL;
	db_bind(s, 1, what);
	return db_start(s, e) ? NULL : s;
}

/* Appends an object of the row's columns, each under its name, that are not null. */
static void row_object(struct buf *b, struct db_stmt *s)
{
	json_open(b, '{');
	for (unsigned i = 0; i < db_columns(s); i++) {
		struct str text = db_column_text(s, i);

		if (!text.p)
			continue;
		json_key(b, db_column_name(s, i));
		if (db_column_type(s, i) == DB_INT)
			json_int(b, db_column_int(s, i));
		else if (db_column_type(s, i) == DB_REAL)
			json_fixed(b, db_column_real(s, i), 5);
		else
			json_text(b, text);
	}
	json_close(b, '}');
}

/* A list of what the statement gives, each row by write. */
static int list(struct db *db, struct buf *b, const char *member, const char *sql, struct db_value what, void (*write)(struct buf *b, struct db_stmt *s), struct error *e)
{
	struct db_stmt *s = about(db, sql, what, e);
	int rc;

	if (!s)
		return COU_ESTORE;
	json_key(b, member);
	json_open(b, '[');
	while ((rc = db_next(s, e)) > 0)
		write(b, s);
	json_close(b, ']');
	return rc;
}

/* ---- lines --------------------------------------------------------------------------------- */

/* Columns: json, then members to stand behind its own: recorded, verdict, happening. */
#define EVENT_COLUMNS "SELECT l.json, d.recorded, e.verdict, e.happening, e.key FROM event e JOIN line l ON l.key = e.key JOIN document d ON d.key = e.document"
#define STATE_COLUMNS "SELECT l.json, d.recorded, e.verdict, NULL, e.key FROM state e JOIN line l ON l.key = e.key JOIN document d ON d.key = e.document"

static void write_line(struct buf *b, struct db_stmt *s)
{
	struct str json = db_column_text(s, 0), verdict = db_column_text(s, 2), happening = db_column_text(s, 3);

	if (!str_ends(json, STR("}")))
		return;
	if (b->n && (b->p[b->n - 1] == '}' || b->p[b->n - 1] == ']'))
		buf_byte(b, ',');
	buf_add(b, str_sub(json, 0, json.n - 1));
	json_key(b, "recorded");
	json_text(b, db_column_text(s, 1));
	if (verdict.n) {
		json_key(b, "verdict");
		json_text(b, verdict);
	}
	if (happening.n) {
		json_key(b, "happening");
		json_open(b, '{');
		json_key(b, "id");
		json_text(b, happening);
		json_close(b, '}');
	}
	json_close(b, '}');
}

/* ---- a happening ----------------------------------------------------------------------------- */

static int happening_itself(struct db *db, struct buf *b, struct str id, struct error *e)
{
	struct db_stmt *s = about(db, "SELECT h.id, e.id AS best, h.type, h.status, h.date_start, h.date_end, h.lines, h.reports, h.sources, h.confidence"
				      " FROM happening h JOIN event e ON e.key = h.best WHERE h.id = $1", db_text(id), e);
	int rc = s ? db_next(s, e) : COU_ESTORE;

	if (rc > 0) {
		json_key(b, "happening");
		row_object(b, s);
		db_end(s);
	}
	return rc < 0 ? rc : rc ? 0 : error_set(e, COU_EINPUT, "\"%.*s\": no such happening", STR_ARG(id));
}

int record_happening(struct db *db, struct buf *b, struct str id, struct error *e)
{
	int rc;

	json_open(b, '{');
	rc = happening_itself(db, b, id, e);
	if (!rc)
		rc = list(db, b, "lines", EVENT_COLUMNS " WHERE e.happening = $1 AND e.retired IS NULL ORDER BY e.confidence DESC, e.id", db_text(id), write_line, e);
	if (!rc)
		rc = list(db, b, "sources", "SELECT d.id AS document, d.source, d.title, d.url, d.published, d.lang, d.story, count(*) AS lines FROM event e"
			  " JOIN document d ON d.key = e.document WHERE e.happening = $1 AND e.retired IS NULL GROUP BY d.key, d.id, d.source, d.title, d.url, d.published,"
			  " d.lang, d.story ORDER BY d.published, d.id", db_text(id), row_object, e);
	if (!rc)
		rc = list(db, b, "corrections", "SELECT c.at, c.who, c.verb, c.line, c.field, c.value FROM correction c WHERE c.undone = 0 AND c.line IN"
			  " (SELECT e.id FROM event e WHERE e.happening = $1 AND e.retired IS NULL) ORDER BY c.key", db_text(id), row_object, e);
	json_close(b, '}');
	return rc;
}

/* ---- a line ------------------------------------------------------------------------------------ */

struct found {
	int64_t key, document;
	bool state, retired;
};

static int find_line(struct db *db, struct str id, struct found *f, struct error *e)
{
	static const char *const sql[] = {
		"SELECT e.key, e.document, e.retired FROM event e WHERE e.id = $1 ORDER BY e.retired IS NOT NULL, e.key DESC LIMIT 1",
		"SELECT e.key, e.document, e.retired FROM state e WHERE e.id = $1 ORDER BY e.retired IS NOT NULL, e.key DESC LIMIT 1",
	};

	for (unsigned i = 0; i < 2; i++) {
		struct db_stmt *s = about(db, sql[i], db_text(id), e);
		int rc = s ? db_next(s, e) : COU_ESTORE;

		if (rc < 0)
			return rc;
		if (!rc)
			continue;
		*f = (struct found){ db_column_int(s, 0), db_column_int(s, 1), i == 1, db_column_text(s, 2).n != 0 };
		db_end(s);
		return 0;
	}
	return error_set(e, COU_EINPUT, "\"%.*s\": no such line", STR_ARG(id));
}

static int one_row(struct db *db, struct buf *b, const char *member, const char *sql, int64_t key, void (*write)(struct buf *b, struct db_stmt *s), struct error *e)
{
	struct db_stmt *s = about(db, sql, db_int(key), e);
	int rc = s ? db_next(s, e) : COU_ESTORE;

	if (rc < 0)
		return rc;
	json_key(b, member);
	if (rc)
		write(b, s);
	else
		json_null(b);
	db_end(s);
	return 0;
}

int record_line(struct db *db, struct buf *b, struct str id, struct error *e)
{
	struct found f;
	int rc = find_line(db, id, &f, e);

	if (rc)
		return rc;
	json_open(b, '{');
	rc = one_row(db, b, "line", f.state ? STATE_COLUMNS " WHERE e.key = $1" : EVENT_COLUMNS " WHERE e.key = $1", f.key, write_line, e);
	if (!rc && !f.state)
		rc = one_row(db, b, "happening", "SELECT h.id, h.lines, h.reports, h.sources FROM event e JOIN happening h ON h.id = e.happening WHERE e.key = $1", f.key, row_object, e);
	if (!rc)
		rc = one_row(db, b, "document", "SELECT d.id, d.version, d.title, d.source, d.url, d.published, d.lang, d.recorded FROM document d WHERE d.key = $1", f.document,
			     row_object, e);
	if (!rc)
		rc = list(db, b, "corrections", "SELECT c.at, c.who, c.verb, c.line, c.field, c.value, c.undone FROM correction c WHERE c.line = $1 ORDER BY c.key", db_text(id),
			  row_object, e);
	json_key(b, "orphan");
	json_bool(b, f.retired);
	json_close(b, '}');
	return rc;
}

int record_evidence(struct db *db, struct arena *a, struct str line, struct record_evidence *out, struct error *e)
{
	struct db_stmt *s;
	struct found f;
	int rc = find_line(db, line, &f, e);

	*out = (struct record_evidence){ 0 };
	if (rc)
		return rc;
	s = about(db, "SELECT d.body, d.published, d.lang, l.quote, l.quote_start, l.quote_end FROM line l, document d WHERE l.key = $1 AND d.key = "
		      "coalesce((SELECT e.document FROM event e WHERE e.key = l.key), (SELECT t.document FROM state t WHERE t.key = l.key))", db_int(f.key), e);
	rc = s ? db_next(s, e) : COU_ESTORE;
	if (rc < 0)
		return rc;
	if (rc > 0) {
		*out = (struct record_evidence){ .text = str_dup(a, db_column_text(s, 0)), .published = str_dup(a, db_column_text(s, 1)), .lang = str_dup(a, db_column_text(s, 2)),
						 .quote = str_dup(a, db_column_text(s, 3)), .start = db_column_int(s, 4), .end = db_column_int(s, 5) };
		db_end(s);
	}
	return 0;
}

/* ---- a document -------------------------------------------------------------------------------- */

static void write_document(struct buf *b, struct db_stmt *s)
{
	struct str blocks = db_column_text(s, 12);

	json_open(b, '{');
	for (unsigned i = 0; i < 12; i++) {
		struct str text = db_column_text(s, i);

		json_key(b, db_column_name(s, i));
		if (db_column_type(s, i) == DB_INT)
			json_int(b, db_column_int(s, i));
		else
			json_text_or_null(b, text);
	}
	json_key(b, "blocks");
	if (blocks.n)
		buf_add(b, blocks);
	else
		json_null(b);
	json_close(b, '}');
}

/* The newest version. */
static int find_document(struct db *db, struct str id, int64_t *key, struct error *e)
{
	struct db_stmt *s = about(db, "SELECT k.key FROM known k WHERE k.id = $1 ORDER BY k.version DESC LIMIT 1", db_text(id), e);
	int rc = s ? db_next(s, e) : COU_ESTORE;

	if (rc < 0)
		return rc;
	if (!rc)
		return error_set(e, COU_EINPUT, "\"%.*s\": no such document", STR_ARG(id));
	*key = db_column_int(s, 0);
	db_end(s);
	return 0;
}

int record_document(struct db *db, struct buf *b, struct str id, struct error *e)
{
	int64_t key = 0;
	int rc = find_document(db, id, &key, e);

	if (rc)
		return rc;
	json_open(b, '{');
	rc = one_row(db, b, "document", "SELECT d.id, d.version, d.url, d.source, d.title, d.lang, d.published, d.retrieved, d.recorded, d.sha256, d.story, d.body AS text, d.blocks"
		     " FROM document d WHERE d.key = $1", key, write_document, e);
	if (!rc)
		rc = list(db, b, "lines", EVENT_COLUMNS " WHERE e.document = $1 AND e.retired IS NULL UNION ALL " STATE_COLUMNS
			  " WHERE e.document = $1 AND e.retired IS NULL ORDER BY 5", db_int(key), write_line, e);
	json_close(b, '}');
	return rc;
}

/* ---- sums ------------------------------------------------------------------------------------------ */

static void write_text(struct buf *b, struct db_stmt *s)
{
	json_text(b, db_column_text(s, 0));
}

int record_sums(struct db *db, struct buf *b, struct error *e)
{
	static const char sums[] =
		"SELECT (SELECT count(*) FROM document) AS documents, (SELECT count(*) FROM happening) AS happenings, (SELECT count(*) FROM line) AS lines,"
		" (SELECT count(*) FROM state WHERE retired IS NULL) AS states, (SELECT min(date_start) FROM happening) AS first, (SELECT max(date_start) FROM happening) AS last,"
		" (SELECT max(recorded) FROM document) AS recorded, (SELECT count(DISTINCT source) FROM document) AS sources";
	struct db_stmt *s = db_stmt(db, sums, e);
	int rc;

	if (!s || db_start(s, e) || (rc = db_next(s, e)) < 0)
		return COU_ESTORE;
	for (unsigned i = 0; rc && i < db_columns(s); i++) {
		json_key(b, db_column_name(s, i));
		if (db_column_type(s, i) == DB_INT)
			json_int(b, db_column_int(s, i));
		else
			json_text_or_null(b, db_column_text(s, i));
	}
	db_end(s);
	return list(db, b, "coders", "SELECT DISTINCT coder FROM run WHERE coder IS NOT NULL AND $1 = 0 ORDER BY coder", db_int(0), write_text, e);
}
