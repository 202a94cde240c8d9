#include "store/recode.h"

#include <stdio.h>

#include "base/json.h"
#include "base/vec.h"
#include "store/correct.h"
#include "store/happening.h"
#include "store/store_file.h"

int recode_next(struct store *s, struct arena *a, int64_t key, struct stored *d, struct error *e)
{
	struct str *const texts[] = { &d->id, &d->sha256, &d->url, &d->source, &d->title, &d->lang, &d->published, &d->retrieved, &d->body, &d->blocks };
	struct db_stmt *q;
	int rc = COU_ESTORE;

	pthread_mutex_lock(&s->known_lock);
	q = db_stmt(s->known, "SELECT key, id, sha256, url, source, title, lang, published, retrieved, body, blocks FROM document"
			      " WHERE key > $1 AND body IS NOT NULL ORDER BY key LIMIT 1", e);
	if (q) {
		db_bind(q, 1, db_int(key));
		rc = db_start(q, e);
	}
	if (!rc)
		rc = db_next(q, e);
	if (rc > 0) {
		d->key = db_column_int(q, 0);
		for (unsigned i = 0; i < sizeof(texts) / sizeof(*texts); i++)
			*texts[i] = str_dup(a, db_column_text(q, i + 1));
	}
	if (q)
		db_end(q);
	pthread_mutex_unlock(&s->known_lock);
	return rc;
}

/* ---- lines ---------------------------------------------------------------------------- */

struct standing {			/* a line that stands */
	int64_t key;
	bool event, kept;
	struct str id, json;
};

struct recoding {
	struct store *s;
	struct error *e;
	int64_t document;
	struct str learnt, learnt_until;
	VEC(struct standing) lines;
};

static int read_standing(struct recoding *r, bool event)
{
	struct db_stmt *q = db_stmt(r->s->db,
				    event ? "SELECT e.key, e.id, coalesce(l.coded, l.json) FROM event e JOIN line l ON l.key = e.key WHERE e.document = $1 AND e.retired IS NULL"
					  : "SELECT e.key, e.id, coalesce(l.coded, l.json) FROM state e JOIN line l ON l.key = e.key WHERE e.document = $1 AND e.retired IS NULL",
				    r->e);
	int rc;

	if (!q)
		return COU_ESTORE;
	db_bind(q, 1, db_int(r->document));
	if (db_start(q, r->e))
		return COU_ESTORE;
	while ((rc = db_next(q, r->e)) > 0) {
		struct standing *x = vec_push(&r->s->batch, &r->lines);

		*x = (struct standing){ db_column_int(q, 0), event, false, str_dup(&r->s->batch, db_column_text(q, 1)), str_dup(&r->s->batch, db_column_text(q, 2)) };
	}
	return rc;
}

/* Where the line's "coder" stands, which every version has of its own: [*from, *to). */
static void coder_of(struct str line, size_t *from, size_t *to)
{
	static const char key[] = "\"coder\":\"";

	*from = *to = str_search(line, STR("\"coder\":\""));
	if (*from == line.n)
		return;
	for (*to += sizeof(key) - 1; *to < line.n && line.p[*to] != '"'; ++*to)
		;
}

static bool same_line(struct str x, struct str y)
{
	size_t a, b, c, d;

	coder_of(x, &a, &b);
	coder_of(y, &c, &d);
	return str_eq(str_sub(x, 0, a), str_sub(y, 0, c)) && str_eq(str_sub(x, b, x.n), str_sub(y, d, y.n));
}

static struct standing *find_standing(struct recoding *r, struct str raw)
{
	for (size_t i = 0; i < r->lines.n; i++)
		if (!r->lines.at[i].kept && same_line(r->lines.at[i].json, raw))
			return &r->lines.at[i];
	return NULL;
}

static int find_document(struct recoding *r, struct str raw)
{
	struct db_stmt *q = db_stmt(r->s->db, "SELECT d.key, d.learnt, d.learnt_until FROM known k JOIN document d ON d.key = k.key WHERE k.id = $1 AND k.sha256 = $2"
					      " ORDER BY k.version DESC LIMIT 1", r->e);
	struct json *d;
	int rc;

	if (!q || json_parse(&d, raw, r->e))
		return COU_ESTORE;
	db_bind(q, 1, db_text(store_indexed(json_string(json_get(d, "id")))));
	db_bind(q, 2, db_text(json_string(json_get(d, "sha256"))));
	rc = db_start(q, r->e);
	if (!rc)
		rc = db_next(q, r->e);
	if (rc > 0) {
		r->document = db_column_int(q, 0);
		r->learnt = str_dup(&r->s->batch, db_column_text(q, 1));
		r->learnt_until = str_dup(&r->s->batch, db_column_text(q, 2));
		snprintf(r->s->coder, sizeof(r->s->coder), "%.*s", STR_ARG(json_string(json_get(d, "coder"))));
	} else if (!rc) {
		rc = error_set(r->e, COU_EDATA, "%.*s: the text read from the store is not the one that was kept", STR_ARG(json_string(json_get(d, "id"))));
	}
	db_end(q);
	json_free(d);
	return rc < 0 ? rc : 0;
}

static int update(struct recoding *r, const char *sql, struct db_value x, struct db_value y)
{
	struct db_stmt *q = db_stmt(r->s->db, sql, r->e);

	if (!q)
		return COU_ESTORE;
	db_bind(q, 1, x);
	db_bind(q, 2, y);
	return db_run(q, r->e);
}

static int retire(struct recoding *r, struct recode_sum *sum)
{
	for (size_t i = 0; i < r->lines.n; i++) {
		const struct standing *x = &r->lines.at[i];

		if (x->kept)
			continue;
		sum->removed++;
		if (update(r, x->event ? "UPDATE event SET retired = $2 WHERE key = $1" : "UPDATE state SET retired = $2 WHERE key = $1", db_int(x->key),
			   db_int(r->s->run)) || (x->event && happening_touch(r->s->db, x->key, r->e)))
			return COU_ESTORE;
	}
	return 0;
}

int recode_document(struct store *s, struct str lines, struct recode_sum *sum, struct error *e)
{
	struct recoding r = { .s = s, .e = e };
	struct store_sum added = { 0 };
	struct str raw;
	struct buf fresh;
	size_t removed = sum->removed;

	buf_init(&fresh, &s->batch);
	if (!str_split(&lines, '\n', &raw) || find_document(&r, raw) || read_standing(&r, true) || read_standing(&r, false))
		return e->code ? e->code : COU_ESTORE;
	while (str_split(&lines, '\n', &raw)) {
		struct standing *x = raw.n ? find_standing(&r, raw) : NULL;

		if (x) {
			x->kept = true;
			sum->same++;
		} else if (raw.n) {
			buf_add(&fresh, raw);
			buf_byte(&fresh, '\n');
		}
	}
	if (retire(&r, sum) || store_add_lines(s, r.document, r.learnt, r.learnt_until, buf_str(&fresh), &added, e) ||
	    update(&r, "UPDATE document SET coder = $2 WHERE key = $1", db_int(r.document), db_text(str_c(s->coder))))
		return COU_ESTORE;
	s->batch_documents++;
	sum->documents++;
	sum->added += added.events + added.states;
	sum->changed += fresh.n || sum->removed > removed;
	return fresh.n || sum->removed > removed ? correct_again(s, r.document, &sum->orphans, e) : 0;
}
