#include "store/correct.h"

#include "base/json.h"
#include "base/jsonwrite.h"
#include "base/vec.h"
#include "store/happening.h"
#include "store/store_file.h"

#define CORRECT_WORD_(n, w) w,
static const char *const words[] = { CORRECTIONS(CORRECT_WORD_) };

const char *correct_word(enum correct verb)
{
	return words[verb];
}

int correct_find(struct str word)
{
	for (int i = 0; i < CORRECT_COUNT; i++)
		if (str_is(word, words[i]))
			return i;
	return -1;
}

/* ---- the line ------------------------------------------------------------------------- */

struct target {
	int64_t key, document;
	bool event;
	struct str id, json, coded;	/* coded: empty while nothing changed it */
};

static int read_target(struct store *s, const char *sql, struct str by, bool event, struct target *t, struct error *e)
{
	struct db_stmt *q = db_stmt(s->db, sql, e);
	int rc;

	if (!q)
		return COU_ESTORE;
	db_bind(q, 1, db_text(by));
	if (db_start(q, e))
		return COU_ESTORE;
	rc = db_next(q, e);
	if (rc > 0)
		*t = (struct target){ db_column_int(q, 0), db_column_int(q, 1), event, str_dup(&s->batch, by), str_dup(&s->batch, db_column_text(q, 2)),
				      str_dup(&s->batch, db_column_text(q, 3)) };
	db_end(q);
	return rc;
}

/* 1, 0, or negative. */
static int find_target(struct store *s, struct str id, struct target *t, struct error *e)
{
	int rc = read_target(s, "SELECT e.key, e.document, l.json, l.coded FROM event e JOIN line l ON l.key = e.key WHERE e.id = $1 AND e.retired IS NULL"
				" ORDER BY e.key DESC LIMIT 1", id, true, t, e);

	if (rc)
		return rc;
	return read_target(s, "SELECT e.key, e.document, l.json, l.coded FROM state e JOIN line l ON l.key = e.key WHERE e.id = $1 AND e.retired IS NULL"
			      " ORDER BY e.key DESC LIMIT 1", id, false, t, e);
}

/* What the statement is about, whatever the line's id: {"kind","type","trigger":[start,end],"evidence":[start,end],"quote"} */
static struct str anchor_of(struct arena *a, const struct json *line)
{
	const struct json *trigger = json_get(line, "trigger"), *evidence = json_get(line, "evidence");
	struct buf b;

	buf_init(&b, a);
	json_open(&b, '{');
	json_key(&b, "kind");
	json_text(&b, json_string(json_get(line, "kind")));
	json_key(&b, "type");
	json_text(&b, json_string(json_get(line, json_get(line, "type") ? "type" : "relation")));
	if (trigger) {
		json_key(&b, "trigger");
		json_open(&b, '[');
		json_int(&b, (long long)json_number(json_get(trigger, "start"), -1));
		json_int(&b, (long long)json_number(json_get(trigger, "end"), -1));
		json_close(&b, ']');
	}
	json_key(&b, "evidence");
	json_open(&b, '[');
	json_int(&b, (long long)json_number(json_get(evidence, "start"), -1));
	json_int(&b, (long long)json_number(json_get(evidence, "end"), -1));
	json_close(&b, ']');
	json_key(&b, "quote");
	json_text(&b, json_string(json_get(evidence, "quote")));
	json_close(&b, '}');
	return buf_str(&b);
}

/* ---- applying ------------------------------------------------------------------------- */

static int run(struct store *s, const char *sql, struct db_value x, struct db_value y, struct error *e)
{
	struct db_stmt *q = db_stmt(s->db, sql, e);

	if (!q)
		return COU_ESTORE;
	db_bind(q, 1, x);
	db_bind(q, 2, y);
	return db_run(q, e);
}

static int set_verdict(struct store *s, const struct target *t, struct str verdict, struct error *e)
{
	if (run(s, t->event ? "UPDATE event SET verdict = $2 WHERE key = $1" : "UPDATE state SET verdict = $2 WHERE key = $1", db_int(t->key),
		db_text(verdict), e))
		return COU_ESTORE;
	return t->event ? happening_touch(s->db, t->key, e) : 0;
}

/* The line of that id, or the one that stands for the happening of that id, or for the happening of the line (id empty). */
static int line_of(struct store *s, struct str id, int64_t key, struct str *line, struct error *e)
{
	bool happening = str_starts(id, STR("h-"));
	struct db_stmt *q = db_stmt(s->db, happening ? "SELECT e.id FROM happening h JOIN event e ON e.key = h.best WHERE h.id = $1"
				    : id.n ? "SELECT id FROM event WHERE id = $1 AND retired IS NULL"
					   : "SELECT b.id FROM event e JOIN happening h ON h.id = e.happening JOIN event b ON b.key = h.best WHERE e.key = $2 AND b.key <> e.key", e);
	int rc;

	if (!q)
		return COU_ESTORE;
	if (id.n)
		db_bind(q, 1, db_text(id));
	else
		db_bind(q, 2, db_int(key));
	if (db_start(q, e))
		return COU_ESTORE;
	rc = db_next(q, e);
	*line = rc > 0 ? str_dup(&s->batch, db_column_text(q, 0)) : STR_NONE;
	db_end(q);
	return rc < 0 ? rc : 0;
}

/* Ties the line to the other, or keeps them apart. */
static int tie(struct store *s, const struct target *t, struct str line, struct str other, bool together, struct error *e)
{
	struct str with;

	if (!t->event)
		return error_set(e, COU_EUSAGE, "%.*s: states are in no happening", STR_ARG(line));
	if (line_of(s, other, t->key, &with, e))
		return COU_ESTORE;
	if (!with.n)
		return error_set(e, COU_EUSAGE, together ? "%.*s: no event line or happening \"%.*s\" to merge it with" : "%.*s: stands for its happening itself: say which line is to leave it%.*s",
				 STR_ARG(line), STR_ARG(other));
	return happening_tie(s->db, line, with, together, e);
}

static bool has_field(const struct json *line, struct str field)
{
	static const char *const events[] = { "type", "mode", "status", "when", "where", "actors", "recipients" };
	static const char *const states[] = { "relation", "standing", "from", "to", "subject", "object" };
	bool event = json_get(line, "type") != NULL;

	for (size_t i = 0; i < (event ? sizeof(events) : sizeof(states)) / sizeof(char *); i++)
		if (str_is(field, event ? events[i] : states[i]))
			return true;
	return false;
}

/* The line with that member replaced. */
static struct str with_field(struct arena *a, const struct json *line, struct str field, const struct json *value)
{
	struct buf b;

	buf_init(&b, a);
	json_open(&b, '{');
	for (const struct json *m = json_first(line); m; m = json_next(m)) {
		json_text(&b, json_name(m));
		buf_byte(&b, ':');
		json_value(&b, str_eq(json_name(m), field) ? value : m);
	}
	json_close(&b, '}');
	return buf_str(&b);
}

static int set_field(struct store *s, struct target *t, struct str field, struct str value, struct error *e)
{
	struct json *line, *v;
	int rc = json_parse(&line, t->json, e);

	if (rc)
		return COU_ESTORE;
	rc = json_parse(&v, value, e);
	if (!rc && !has_field(line, field))
		rc = error_set(e, COU_EUSAGE, "%s lines have no field \"%.*s\" that can be set", t->event ? "event" : "state", STR_ARG(field));
	if (!rc) {
		if (!t->coded.n)
			t->coded = t->json;
		t->json = with_field(&s->batch, line, field, v);
		rc = t->event ? happening_touch(s->db, t->key, e) : 0;
		if (!rc)
			rc = store_replace_line(s, t->key, t->json, t->coded, e);
	}
	json_free(v);
	json_free(line);
	return rc ? rc : set_verdict(s, t, STR("set"), e);
}

static int apply(struct store *s, struct target *t, enum correct verb, struct str field, struct str value, struct error *e)
{
	switch (verb) {
	case CORRECT_SET:
		return set_field(s, t, field, value, e);
	case CORRECT_MERGE:
	case CORRECT_SPLIT:
		return tie(s, t, t->id, value, verb == CORRECT_MERGE, e);
	default:
		return set_verdict(s, t, str_c(correct_word(verb)), e);
	}
}

/* As the coder wrote it. */
static int restore(struct store *s, struct target *t, struct error *e)
{
	if (t->coded.n && ((t->event && happening_touch(s->db, t->key, e)) || store_replace_line(s, t->key, t->coded, STR_NONE, e)))
		return COU_ESTORE;
	if (t->coded.n)
		t->json = t->coded;
	t->coded = STR_NONE;
	return set_verdict(s, t, STR_NONE, e);
}

/* ---- statements ------------------------------------------------------------------------- */

struct statement {
	int64_t key;
	enum correct verb;
	struct str line, field, value, anchor;
};

/* Statements that stand, by when they were made: about a line, or about the lines of a document. */
static int read_statements(struct store *s, const char *sql, struct db_value by, struct statement **out, size_t *n, struct error *e)
{
	struct db_stmt *q = db_stmt(s->db, sql, e);
	VEC(struct statement) all = { 0 };
	int rc;

	if (!q)
		return COU_ESTORE;
	db_bind(q, 1, by);
	if (db_start(q, e))
		return COU_ESTORE;
	while ((rc = db_next(q, e)) > 0) {
		int verb = correct_find(db_column_text(q, 1));

		if (verb < 0)
			continue;
		*vec_push(&s->batch, &all) = (struct statement){
			db_column_int(q, 0), (enum correct)verb, str_dup(&s->batch, db_column_text(q, 2)), str_dup(&s->batch, db_column_text(q, 3)),
			str_dup(&s->batch, db_column_text(q, 4)), str_dup(&s->batch, db_column_text(q, 5)),
		};
	}
	*out = all.at;
	*n = all.n;
	return rc;
}

static const char about_line[] =
	"SELECT key, verb, line, field, value, anchor FROM correction WHERE line = $1 AND undone = 0 ORDER BY key";

static int apply_all(struct store *s, struct target *t, const struct statement *at, size_t n, struct error *e)
{
	for (size_t i = 0; i < n; i++) {
		int rc = apply(s, t, at[i].verb, at[i].field, at[i].value, e);

		if (rc)
			return rc;
	}
	return 0;
}

static int undo(struct store *s, struct target *t, struct str line, struct error *e)
{
	struct statement *at;
	size_t n;

	if (read_statements(s, about_line, db_text(line), &at, &n, e))
		return COU_ESTORE;
	if (!n)
		return error_set(e, COU_EUSAGE, "%.*s: there is no correction to undo", STR_ARG(line));
	if (run(s, "UPDATE correction SET undone = $2 WHERE key = $1", db_int(at[n - 1].key), db_int(1), e) || restore(s, t, e))
		return COU_ESTORE;
	if ((at[n - 1].verb == CORRECT_MERGE || at[n - 1].verb == CORRECT_SPLIT) && happening_untie(s->db, line, at[n - 1].value, e))
		return COU_ESTORE;
	return apply_all(s, t, at, n - 1, e);
}

static int keep(struct store *s, const struct correction *c, const struct target *t, struct error *e)
{
	struct db_stmt *q = db_stmt(s->db,
				    "INSERT INTO correction (key, at, who, verb, line, document, field, value, anchor, orphan, undone)"
				    " VALUES ((SELECT coalesce(max(key), 0) + 1 FROM correction), $1, $2, $3, $4, $5, $6, $7, $8, 0, 0)", e);
	struct json *line;

	if (!q || json_parse(&line, t->json, e))
		return COU_ESTORE;
	db_bind(q, 1, db_text(str_c(s->now)));
	db_bind(q, 2, db_text(c->who));
	db_bind(q, 3, db_text(str_c(correct_word(c->verb))));
	db_bind(q, 4, db_text(c->line));
	db_bind(q, 5, db_int(t->document));
	db_bind(q, 6, db_text(c->field));
	db_bind(q, 7, db_text(c->value));
	db_bind(q, 8, db_text(anchor_of(&s->batch, line)));
	json_free(line);
	return db_run(q, e);
}

int correct_line(struct store *s, const struct correction *given, struct error *e)
{
	struct correction own = *given;
	const struct correction *c = &own;
	struct target t;
	int rc = 0;

	if (str_starts(own.line, STR("h-")))
		rc = line_of(s, given->line, 0, &own.line, e);
	if (!rc)
		rc = find_target(s, own.line, &t, e);
	/* the other side by its line, which outlives the happening */
	if (rc > 0 && t.event && (own.verb == CORRECT_MERGE || own.verb == CORRECT_SPLIT) && line_of(s, given->value, t.key, &own.value, e))
		rc = COU_ESTORE;
	if (rc < 0)
		return rc;
	if (!own.value.n && rc > 0 && (own.verb == CORRECT_MERGE || own.verb == CORRECT_SPLIT))
		own.value = given->value;
	if (!rc)
		return error_set(e, COU_EUSAGE, "%.*s: no such line in the store", STR_ARG(given->line));
	if (c->verb == CORRECT_UNDO)
		return undo(s, &t, c->line, e);
	rc = keep(s, c, &t, e);
	return rc ? rc : apply(s, &t, c->verb, c->field, c->value, e);
}

/* ---- after coding again ------------------------------------------------------------------- */

static int64_t at_index(const struct json *list, unsigned i)
{
	const struct json *m = json_first(list);

	while (i-- && m)
		m = json_next(m);
	return (int64_t)json_number(m, -1);
}

static bool same_span(const struct json *x, const struct json *span)
{
	return x && span && at_index(x, 0) == (int64_t)json_number(json_get(span, "start"), -2) &&
	       at_index(x, 1) == (int64_t)json_number(json_get(span, "end"), -2);
}

/* How well the line fits the anchor: 3 the same trigger and type, 2 the same trigger, 1 the same type in the same sentence (states: in the same evidence). */
static int fit(const struct json *anchor, const struct json *line)
{
	bool event = json_get(line, "type") != NULL;
	bool type = str_eq(json_string(json_get(anchor, "type")), json_string(json_get(line, event ? "type" : "relation")));
	bool trigger = same_span(json_get(anchor, "trigger"), json_get(line, "trigger"));
	bool evidence = same_span(json_get(anchor, "evidence"), json_get(line, "evidence"));

	if (!str_eq(json_string(json_get(anchor, "kind")), json_string(json_get(line, "kind"))))
		return 0;
	return event ? trigger ? 2 + type : evidence && type : evidence && type ? 3 : 0;
}

struct candidate {
	struct str id;
	struct json *line;
};

static int read_candidates(struct store *s, const char *sql, int64_t document, struct candidate **out, size_t *n, struct error *e)
{
	struct db_stmt *q = db_stmt(s->db, sql, e);
	VEC(struct candidate) all = { 0 };
	int rc;

	if (!q)
		return COU_ESTORE;
	db_bind(q, 1, db_int(document));
	if (db_start(q, e))
		return COU_ESTORE;
	while ((rc = db_next(q, e)) > 0) {
		struct candidate *c = vec_push(&s->batch, &all);

		c->id = str_dup(&s->batch, db_column_text(q, 0));
		if (json_parse(&c->line, db_column_text(q, 1), e))
			c->line = NULL;
	}
	*out = all.at;
	*n = all.n;
	return rc;
}

/* The id of the line that the statement is about now; empty: none. */
static struct str reattached(const struct statement *st, const struct candidate *at, size_t n)
{
	struct error ignored = { 0 };
	struct json *anchor;
	struct str best = STR_NONE;
	int most = 0;

	for (size_t i = 0; i < n; i++)
		if (str_eq(at[i].id, st->line))
			return st->line;
	if (json_parse(&anchor, st->anchor, &ignored))
		return STR_NONE;
	for (size_t i = 0; i < n; i++) {
		int f = at[i].line ? fit(anchor, at[i].line) : 0;

		if (f > most) {
			most = f;
			best = at[i].id;
		}
	}
	json_free(anchor);
	return best;
}

static int move_statement(struct store *s, const struct statement *st, struct str id, size_t *orphans, struct error *e)
{
	struct target t;

	*orphans += !id.n;
	if (run(s, "UPDATE correction SET orphan = $2 WHERE key = $1", db_int(st->key), db_int(!id.n), e))
		return COU_ESTORE;
	if (!id.n)
		return 0;
	if (!str_eq(id, st->line) && run(s, "UPDATE correction SET line = $2 WHERE key = $1", db_int(st->key), db_text(id), e))
		return COU_ESTORE;
	return find_target(s, id, &t, e) <= 0 ? COU_ESTORE : apply(s, &t, st->verb, st->field, st->value, e);
}

int correct_again(struct store *s, int64_t document, size_t *orphans, struct error *e)
{
	static const char *const lines[] = {
		"SELECT e.id, coalesce(l.coded, l.json) FROM event e JOIN line l ON l.key = e.key WHERE e.document = $1 AND e.retired IS NULL ORDER BY e.key",
		"SELECT e.id, coalesce(l.coded, l.json) FROM state e JOIN line l ON l.key = e.key WHERE e.document = $1 AND e.retired IS NULL ORDER BY e.key",
	};
	struct candidate *candidates[2] = { NULL, NULL };
	struct statement *statements;
	size_t n[2] = { 0, 0 }, count;
	int rc = read_statements(s, "SELECT key, verb, line, field, value, anchor FROM correction WHERE document = $1 AND undone = 0 ORDER BY key",
				 db_int(document), &statements, &count, e);

	for (int k = 0; k < 2 && !rc && count; k++)
		rc = read_candidates(s, lines[k], document, &candidates[k], &n[k], e);
	for (size_t i = 0; i < count && !rc; i++) {
		struct str id = reattached(&statements[i], candidates[0], n[0]);

		if (!id.n)
			id = reattached(&statements[i], candidates[1], n[1]);
		rc = move_statement(s, &statements[i], id, orphans, e);
	}
	for (int k = 0; k < 2; k++)
		for (size_t i = 0; i < n[k]; i++)
			json_free(candidates[k][i].line);
	return rc;
}
