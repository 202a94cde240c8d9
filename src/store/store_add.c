/* store_add.c - the lines of one document become rows.
 *
 * The lines come as JSON, as `coulisse code` writes them, so that what was coded elsewhere can be added in the same way.  What the
 * questions ask for goes into columns; the line itself is kept whole beside them.
 */
#include "store/store_file.h"

#include <math.h>
#include <stdio.h>

#include "base/date.h"
#include "base/json.h"
#include "base/jsonwrite.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "store/reprint.h"

enum { DAY_LENGTH = 10 };

#define INTEGER_MAX 9e15			/* numbers beyond are no whole ones */

struct adding {
	struct store *s;
	struct error *e;
	struct store_sum *sum;
	int64_t document, line, run;
	struct str learnt, learnt_until;	/* days */
};

/* ---- columns ------------------------------------------------------------------------ */

static struct db_value text(const struct json *j, const char *key)
{
	return db_text(json_string(json_get(j, key)));
}

/* The same where an index holds it. */
static struct db_value indexed(const struct json *j, const char *key)
{
	return db_text(store_indexed(json_string(json_get(j, key))));
}

static int64_t whole(const struct json *number)
{
	double v = json_number(number, 0);

	return fabs(v) < INTEGER_MAX ? (int64_t)v : 0;
}

static struct db_value integer(const struct json *j, const char *key)
{
	const struct json *v = json_get(j, key);

	return json_type(v) == JSON_NUMBER ? db_int(whole(v)) : db_null();
}

static struct db_value real(const struct json *j, const char *key)
{
	const struct json *v = json_get(j, key);

	return json_type(v) == JSON_NUMBER && isfinite(json_number(v, 0)) ? db_real(json_number(v, 0)) : db_null();
}

static int64_t count(const struct json *list)
{
	int64_t n = 0;

	for (const struct json *x = json_first(list); x; x = json_next(x))
		n++;
	return n;
}

/* Binds values to $1 … in order and runs. */
static int insert(struct adding *ad, const char *sql, const struct db_value *v, unsigned n)
{
	struct db_stmt *q = db_stmt(ad->s->db, sql, ad->e);

	if (!q)
		return COU_ESTORE;
	for (unsigned i = 0; i < n; i++)
		db_bind(q, i + 1, v[i]);
	return db_run(q, ad->e);
}

#define INSERT(ad, sql, ...)									\
	insert((ad), (sql), (const struct db_value[]){ __VA_ARGS__ },				\
	       (unsigned)(sizeof((const struct db_value[]){ __VA_ARGS__ }) / sizeof(struct db_value)))

/* ---- actors ------------------------------------------------------------------------- */

int64_t store_actor_key(struct arena *a, const struct json *p)
{
	static const char *const parts[] = { "id", "name", "kind", "country", "sector" };
	struct buf b;

	buf_init(&b, a);
	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++) {
		buf_add(&b, json_string(json_get(p, parts[i])));
		buf_byte(&b, '\x1f');
	}
	return (int64_t)(str_hash(buf_str(&b)) >> 2);	/* 62 bits: positive in every database */
}

static int actor(struct adding *ad, const struct json *p, int64_t *key)
{
	struct store *s = ad->s;
	uint32_t *seen;

	*key = store_actor_key(&s->batch, p);
	seen = map_put(&s->actors, (struct str){ arena_dup(&s->a, key, sizeof(*key)), sizeof(*key) });
	if (*seen != MAP_NONE)
		return 0;
	*seen = 1;
	return INSERT(ad, "INSERT INTO actor (key, id, name, folded, kind, country, sector) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (key) DO NOTHING",
		      db_int(*key), indexed(p, "id"), text(p, "name"), db_text(store_indexed(unicode_fold(&s->batch, json_string(json_get(p, "name"))))),
		      indexed(p, "kind"), indexed(p, "country"), text(p, "sector"));
}

static int participant(struct adding *ad, const char *role, int64_t n, const struct json *p)
{
	int64_t key;

	if (json_type(p) != JSON_OBJECT || !json_string(json_get(p, "id")).n)
		return 0;
	if (actor(ad, p, &key))
		return COU_ESTORE;
	return INSERT(ad, "INSERT INTO participant (line, role, n, actor, office, phrase) VALUES ($1, $2, $3, $4, $5, $6)", db_int(ad->line),
		      db_text(str_c(role)), db_int(n), db_int(key), text(p, "office"), text(p, "text"));
}

static int participants(struct adding *ad, const char *role, const struct json *list)
{
	int64_t n = 0;

	for (const struct json *p = json_first(list); p; p = json_next(p))
		if (participant(ad, role, n++, p))
			return COU_ESTORE;
	return 0;
}

static int claims(struct adding *ad, const struct json *list)
{
	int64_t n = 0;

	for (const struct json *c = json_first(list); c; c = json_next(c), n++)
		if (INSERT(ad, "INSERT INTO claim (line, n, stance, kind, cue) VALUES ($1, $2, $3, $4, $5)", db_int(ad->line), db_int(n),
			   text(c, "stance"), text(c, "kind"), text(json_get(c, "cue"), "text")) ||
		    participant(ad, "by", n, json_get(c, "by")))
			return COU_ESTORE;
	return 0;
}

/* ---- lines -------------------------------------------------------------------------- */

/* The line with every string value of more than STORE_QUOTE_MAX code points cut: for stores without texts. */
static struct str shortened(struct arena *a, struct str line)
{
	struct buf b;

	buf_init(&b, a);
	for (size_t i = 0; i < line.n;) {
		size_t start = i, points = 0, cut = 0;

		if (line.p[i] != '"') {
			buf_byte(&b, line.p[i++]);
			continue;
		}
		for (i++; i < line.n && line.p[i] != '"';) {
			if (points++ == STORE_QUOTE_MAX)
				cut = i;
			if (line.p[i] == '\\')
				i += i + 1 < line.n && line.p[i + 1] == 'u' ? 6 : 2;
			else
				utf8_next(line, &i);
		}
		i = i < line.n ? i + 1 : line.n;
		buf_add(&b, str_sub(line, start, cut ? cut : i));
		if (cut)
			buf_add(&b, STR("\xE2\x80\xA6\""));
	}
	return buf_str(&b);
}

static struct str first_points(struct str s, size_t n)
{
	size_t at = 0;

	while (at < s.n && n--)
		utf8_next(s, &at);
	return str_sub(s, 0, at);
}

/* What events and states share. */
static int line_row(struct adding *ad, const struct json *j, struct str raw)
{
	const struct json *e = json_get(j, "evidence");
	bool bare = ad->s->o.no_text;
	struct str quote = bare ? first_points(json_string(json_get(e, "quote")), STORE_QUOTE_MAX) : STR_NONE;

	return INSERT(ad, "INSERT INTO line (key, sentence, quote_start, quote_end, quote, json) VALUES ($1, $2, $3, $4, $5, $6)", db_int(ad->line),
		      integer(e, "sentence"), integer(e, "start"), integer(e, "end"), db_text(quote), db_text(bare ? shortened(&ad->s->batch, raw) : raw));
}

static struct str joined(struct arena *a, const struct json *list)
{
	struct buf b;

	buf_init(&b, a);
	for (const struct json *x = json_first(list); x; x = json_next(x)) {
		if (b.n)
			buf_byte(&b, ',');
		buf_add(&b, json_string(x));
	}
	return buf_str(&b);
}

static int event_row(struct adding *ad, const struct json *j, struct str raw)
{
	const struct json *w = json_get(j, "where"), *t = json_get(j, "when"), *c = json_get(j, "claims");

	if (INSERT(ad,
		   "INSERT INTO event (key, id, document, type, mode, contexts, cameo, quad, goldstein, status, date_start, date_end, date_precision, date_basis,"
		   " place_id, place, place_country, lat, lon, place_precision, mutual, claimed, confidence, learnt, learnt_until, run)"
		   " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26)",
		   db_int(ad->line), indexed(j, "id"), db_int(ad->document), text(j, "type"), text(j, "mode"),
		   db_text(joined(&ad->s->batch, json_get(j, "contexts"))), text(j, "cameo"), integer(j, "quad"), real(j, "goldstein"), text(j, "status"),
		   text(t, "start"), text(t, "end"), text(t, "precision"), text(t, "basis"), text(w, "id"), text(w, "name"), text(w, "country"), real(w, "lat"),
		   real(w, "lon"), text(w, "precision"), db_int(json_true(json_get(j, "symmetric"))), db_int(count(c)), real(j, "confidence"),
		   db_text(ad->learnt), db_text(ad->learnt_until), db_int(ad->run)))
		return COU_ESTORE;
	return line_row(ad, j, raw) || participants(ad, "actor", json_get(j, "actors")) || participants(ad, "recipient", json_get(j, "recipients")) ||
	       claims(ad, c);
}

static int state_row(struct adding *ad, const struct json *j, struct str raw)
{
	const struct json *o = json_get(j, "object"), *from = json_get(j, "from"), *to = json_get(j, "to"), *c = json_get(j, "claims"),
			  *q = json_get(j, "qualifiers");
	bool office = str_is(json_string(json_get(j, "relation")), "holds_office");

	if (INSERT(ad,
		   "INSERT INTO state (key, id, document, relation, office, office_country, from_start, from_end, to_start, to_end, standing, claimed,"
		   " confidence, learnt, learnt_until, run) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)",
		   db_int(ad->line), indexed(j, "id"), db_int(ad->document), indexed(j, "relation"), office ? indexed(o, "name") : db_null(),
		   office ? text(o, "country") : db_null(), text(from, "start"), text(from, "end"), text(to, "start"), text(to, "end"), text(j, "standing"),
		   db_int(count(c)), real(j, "confidence"), db_text(ad->learnt), db_text(ad->learnt_until), db_int(ad->run)))
		return COU_ESTORE;
	return line_row(ad, j, raw) || participant(ad, "subject", 0, json_get(j, "subject")) || participant(ad, "object", 0, office ? NULL : o) ||
	       participant(ad, "organisation", 0, json_get(o, "organisation")) || participant(ad, "predecessor", 0, json_get(q, "predecessor")) ||
	       participant(ad, "successor", 0, json_get(q, "successor")) || claims(ad, c);
}

static int one_line(struct adding *ad, struct str raw, size_t number)
{
	struct json *j;
	bool event;
	int rc = json_parse(&j, raw, ad->e);

	if (rc)
		return rc;
	if (!store_well_formed(j)) {
		json_free(j);
		return error_set(ad->e, COU_EINPUT, "line %zu of the document is neither an event nor a state", number);
	}
	event = str_is(json_string(json_get(j, "kind")), "event");
	ad->line = store_next_line(ad->s, ad->document, ad->e);
	if (ad->line < 0) {
		json_free(j);
		return COU_ESTORE;
	}
	rc = event ? event_row(ad, j, raw) : state_row(ad, j, raw);
	json_free(j);
	if (rc)
		return COU_ESTORE;
	ad->s->batch_lines++;
	if (event)
		ad->sum->events++;
	else
		ad->sum->states++;
	return 0;
}

int store_add_lines(struct store *s, int64_t document, struct str learnt, struct str learnt_until, struct str lines, struct store_sum *sum, struct error *e)
{
	struct adding ad = { .s = s, .e = e, .sum = sum, .run = s->run, .document = document, .learnt = learnt, .learnt_until = learnt_until };
	struct str raw;

	for (size_t n = 2; str_split(&lines, '\n', &raw); n++) {
		int rc = raw.n ? one_line(&ad, raw, n) : 0;

		if (rc)
			return rc;
	}
	return 0;
}

/* What stands beside the line and stays: document, run, learnt, learnt_until, verdict, retired. */
static int read_beside(struct adding *ad, bool event, struct str *verdict)
{
	struct db_stmt *q = db_stmt(ad->s->db, event ? "SELECT document, run, learnt, learnt_until, verdict FROM event WHERE key = $1"
						     : "SELECT document, run, learnt, learnt_until, verdict FROM state WHERE key = $1", ad->e);
	int rc;

	if (!q)
		return COU_ESTORE;
	db_bind(q, 1, db_int(ad->line));
	if (db_start(q, ad->e))
		return COU_ESTORE;
	rc = db_next(q, ad->e);
	if (rc > 0) {
		ad->document = db_column_int(q, 0);
		ad->run = db_column_int(q, 1);
		ad->learnt = str_dup(&ad->s->batch, db_column_text(q, 2));
		ad->learnt_until = str_dup(&ad->s->batch, db_column_text(q, 3));
		*verdict = str_dup(&ad->s->batch, db_column_text(q, 4));
	}
	db_end(q);
	return rc > 0 ? 0 : COU_ESTORE;
}

int store_replace_line(struct store *s, int64_t key, struct str json, struct str coded, struct error *e)
{
	static const char *const deletes[] = {
		"DELETE FROM event WHERE key = $1", "DELETE FROM state WHERE key = $1", "DELETE FROM line WHERE key = $1",
		"DELETE FROM participant WHERE line = $1", "DELETE FROM claim WHERE line = $1",
	};
	struct adding ad = { .s = s, .e = e, .line = key };
	struct str verdict = STR_NONE;
	struct json *j;
	bool event;
	int rc = json_parse(&j, json, e);

	if (rc)
		return rc;
	event = str_is(json_string(json_get(j, "kind")), "event");
	rc = read_beside(&ad, event, &verdict);
	for (size_t i = 0; !rc && i < sizeof(deletes) / sizeof(*deletes); i++)
		rc = INSERT(&ad, deletes[i], db_int(key));
	if (!rc)
		rc = event ? event_row(&ad, j, json) : state_row(&ad, j, json);
	if (!rc && coded.n)
		rc = INSERT(&ad, "UPDATE line SET coded = $2 WHERE key = $1", db_int(key), db_text(coded));
	if (!rc && verdict.n)
		rc = INSERT(&ad, event ? "UPDATE event SET verdict = $2 WHERE key = $1" : "UPDATE state SET verdict = $2 WHERE key = $1", db_int(key), db_text(verdict));
	json_free(j);
	return rc;
}

/* ---- documents ----------------------------------------------------------------------- */

struct earlier {			/* the newest version that is there */
	int64_t key, version;		/* key 0: none */
	bool same;			/* with the same text */
	char learnt[DAY_LENGTH + 1];
};

static int find(struct store *s, const char *sql, struct str by, struct str sha256, struct earlier *was, struct error *e)
{
	struct db_stmt *q = db_stmt(s->db, sql, e);
	int rc;

	if (!q)
		return COU_ESTORE;
	db_bind(q, 1, db_text(store_indexed(by)));
	if (db_start(q, e))
		return COU_ESTORE;
	rc = db_next(q, e);
	if (rc > 0) {
		was->key = db_column_int(q, 0);
		was->version = db_column_int(q, 1);
		was->same = str_eq(db_column_text(q, 2), sha256);
		snprintf(was->learnt, sizeof(was->learnt), "%.*s", STR_ARG(db_column_text(q, 3)));
	}
	db_end(q);
	return rc < 0 ? rc : 0;
}

/* By id; a page also by its address, under which another text has another id. */
static int find_earlier(struct store *s, const struct json *d, struct earlier *was, struct error *e)
{
	struct str sha256 = json_string(json_get(d, "sha256")), url = json_string(json_get(d, "url"));
	int rc;

	*was = (struct earlier){ 0 };
	rc = find(s, "SELECT key, version, sha256, learnt FROM known WHERE id = $1 ORDER BY version DESC LIMIT 1", json_string(json_get(d, "id")), sha256,
		  was, e);
	if (!rc && !was->key && url.n)
		rc = find(s, "SELECT key, version, sha256, learnt FROM known WHERE url = $1 ORDER BY version DESC, key DESC LIMIT 1", url, sha256, was, e);
	return rc;
}

/* The day of a time stamp; empty when it is none. */
static struct str day_of_stamp(struct str stamp)
{
	return day_parse(stamp) == DAY_NONE ? STR_NONE : str_sub(stamp, 0, DAY_LENGTH);
}

/* When the record could know it: a new version that still bears the old date was known when it was fetched; never before the old one. */
static struct str learnt_of(const struct store *s, const struct json *d, const struct earlier *was)
{
	struct str published = day_of_stamp(json_string(json_get(d, "published"))), retrieved = day_of_stamp(json_string(json_get(d, "retrieved")));

	if (published.n && (!was->key || str_cmp(published, str_c(was->learnt)) > 0))
		return published;
	if (was->key && retrieved.n && str_cmp(retrieved, str_c(was->learnt)) > 0)
		return retrieved;
	if (was->key && str_cmp(str_c(was->learnt), str_c(s->now)) > 0)
		return str_c(was->learnt);
	return str_sub(str_c(s->now), 0, DAY_LENGTH);
}

static int supersede(struct adding *ad, int64_t document)
{
	static const char *const updates[] = {
		"UPDATE document SET learnt_until = $2 WHERE key = $1 AND learnt_until IS NULL",
		"UPDATE event SET learnt_until = $2 WHERE document = $1 AND learnt_until IS NULL",
		"UPDATE state SET learnt_until = $2 WHERE document = $1 AND learnt_until IS NULL",
	};

	for (size_t i = 0; i < sizeof(updates) / sizeof(*updates); i++)
		if (INSERT(ad, updates[i], db_int(document), db_text(ad->learnt)))
			return COU_ESTORE;
	return 0;
}

/* [["title",0,42],…]: as in the document line, shorter. */
static struct str blocks(struct arena *a, const struct json *list)
{
	struct buf b;

	buf_init(&b, a);
	json_open(&b, '[');
	for (const struct json *x = json_first(list); x; x = json_next(x)) {
		json_open(&b, '[');
		json_text(&b, json_string(json_get(x, "type")));
		json_int(&b, whole(json_get(x, "start")));
		json_int(&b, whole(json_get(x, "end")));
		json_close(&b, ']');
	}
	json_close(&b, ']');
	return buf_str(&b);
}

static int known_row(struct adding *ad, const struct json *d, const struct earlier *was)
{
	return INSERT(ad, "INSERT INTO known (key, id, version, sha256, url, learnt, story) VALUES ($1, $2, $3, $4, $5, $6, $7)", db_int(ad->document), indexed(d, "id"),
		      db_int(was->version + 1), text(d, "sha256"), indexed(d, "url"), db_text(ad->learnt), indexed(d, "id"));
}

static int document_row(struct adding *ad, const struct json *d, const struct earlier *was)
{
	struct store *s = ad->s;
	struct str body = s->o.no_text ? STR_NONE : json_string(json_get(d, "text")), title = json_string(json_get(d, "title"));

	if (INSERT(ad,
		   "INSERT INTO document (key, id, version, sha256, lang, source, url, title, published, retrieved, recorded, learnt, coder, run, story, body, blocks)"
		   " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)",
		   db_int(ad->document), indexed(d, "id"), db_int(was->version + 1), text(d, "sha256"), text(d, "lang"), text(d, "source"), indexed(d, "url"),
		   db_text(title), text(d, "published"), text(d, "retrieved"), db_text(str_c(s->now)), db_text(ad->learnt), text(d, "coder"), db_int(s->run),
		   indexed(d, "id"), db_text(body), db_text(blocks(&s->batch, json_get(d, "blocks")))) ||
	    (s->partition != PARTITION_NONE && known_row(ad, d, was)) ||
	    reprint_add(s->db, s->partition != PARTITION_NONE, ad->document, store_indexed(json_string(json_get(d, "id"))), json_string(json_get(d, "text")), ad->e))
		return COU_ESTORE;
	if (!body.n || db_kind(s->db) != DB_SQLITE)
		return 0;
	return INSERT(ad, "INSERT INTO words (rowid, title, body) VALUES ($1, $2, $3)", db_int(ad->document), db_text(title), db_text(body));
}

static int add_document(struct adding *ad, const struct json *d, struct str lines)
{
	struct store *s = ad->s;
	struct earlier was;
	int rc;

	if (find_earlier(s, d, &was, ad->e))
		return COU_ESTORE;
	if (was.same) {
		ad->sum->known++;
		return 0;
	}
	if (s->o.one_coder && (rc = store_same_coder(s, json_string(json_get(d, "lang")), json_string(json_get(d, "coder")), ad->e)))
		return rc;
	ad->learnt = learnt_of(s, d, &was);
	ad->document = store_next_document(s, ad->learnt, ad->e);
	if (ad->document < 0 || (was.key && supersede(ad, was.key)) || document_row(ad, d, &was))
		return COU_ESTORE;
	snprintf(s->coder, sizeof(s->coder), "%.*s", STR_ARG(json_string(json_get(d, "coder"))));
	s->batch_documents++;
	ad->sum->added++;
	ad->sum->versions += was.key != 0;
	return store_add_lines(s, ad->document, ad->learnt, STR_NONE, lines, ad->sum, ad->e);
}

/* Every line is looked at before anything is written, so that a broken one leaves no half document. */
static int check_lines(struct str lines, struct error *e)
{
	struct error why = { 0 };
	size_t line;
	int rc = store_check(lines, &line, &why);

	return rc ? error_set(e, rc, "line %zu of the document: %s", line, why.text) : 0;
}

int store_add(struct store *s, struct str lines, struct store_sum *sum, struct error *e)
{
	struct adding ad = { .s = s, .e = e, .sum = sum };
	struct str raw;
	struct json *d;
	int rc = s->o.trusted ? 0 : check_lines(lines, e);

	if (rc)
		return rc;
	if (!str_split(&lines, '\n', &raw) || json_parse(&d, raw, e))
		return COU_EINPUT;
	rc = store_check_document(d, e);
	if (!rc)
		rc = add_document(&ad, d, lines);
	json_free(d);
	return rc;
}
