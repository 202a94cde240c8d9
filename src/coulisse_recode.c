/* coulisse_recode.c - the library on what a store has: its documents coded again, its lines corrected. */
#include "coulisse_run.h"

#include <time.h>

#include "base/json.h"
#include "base/jsonwrite.h"
#include "base/utf8.h"
#include "query/edit.h"
#include "store/correct.h"
#include "store/recode.h"

enum { SAVE_DOCUMENTS = 1000, SAVE_SECONDS = 10 };

struct recoding {
	struct store *s;
	struct recode_sum sum;
	int64_t key;			/* of the document supplied last */
	size_t unsaved;
	time_t saved;
	struct error error;
};

/* ---- documents out of the store --------------------------------------------------------- */

struct cursor {
	struct str text;
	size_t byte;
	uint32_t point;
};

static uint32_t byte_of(struct cursor *c, double point)
{
	uint32_t want = point > 0 ? (uint32_t)point : 0;

	if (want < c->point)
		*c = (struct cursor){ .text = c->text };
	while (c->point < want && c->byte < c->text.n) {
		utf8_next(c->text, &c->byte);
		c->point++;
	}
	return (uint32_t)c->byte;
}

static void blocks_of(struct doc *d, struct str list)
{
	struct cursor c = { .text = d->text };
	struct error ignored = { 0 };
	struct json *j;

	if (!list.n || json_parse(&j, list, &ignored))
		return;
	for (const struct json *x = json_first(j); x; x = json_next(x)) {
		const struct json *type = json_first(x), *start = json_next(type), *end = json_next(start);
		int t = block_type_find(json_string(type));
		struct block *b;

		if (t < 0)
			continue;
		b = vec_push(d->a, &d->blocks);
		b->type = (enum block_type)t;
		b->span.start = byte_of(&c, json_number(start, 0));
		b->span.end = byte_of(&c, json_number(end, 0));
	}
	json_free(j);
}

static bool supply(void *recoding, struct doc *d)
{
	struct recoding *r = recoding;
	struct stored x = { 0 };

	if (r->error.code || recode_next(r->s, d->a, r->key, &x, &r->error) <= 0)
		return false;
	r->key = x.key;
	d->id = x.id;
	d->url = x.url;
	d->source = x.source;
	d->title = x.title;
	d->lang = x.lang;
	d->published = x.published;
	d->retrieved = x.retrieved;
	d->date = day_parse(x.published);
	d->text = x.body;
	d->origin = x.id;
	blocks_of(d, x.blocks);
	return true;
}

/* ---- lines into it ------------------------------------------------------------------------ */

static int replace(void *recoding, const char *bytes, size_t n)
{
	struct recoding *r = recoding;

	if (recode_document(r->s, (struct str){ bytes, n }, &r->sum, &r->error))
		return -1;
	if (++r->unsaved < SAVE_DOCUMENTS && time(NULL) - r->saved < SAVE_SECONDS)
		return 0;
	r->unsaved = 0;
	r->saved = time(NULL);
	return store_save(r->s, &r->error);
}

int cou_recode(struct cou *c, const struct cou_options *o, const char *where, const struct cou_store_options *so, struct cou_recoded *sum, struct cou_error *e)
{
	struct store_options with = { .trusted = true, .now = so ? so->now : NULL };
	struct recoding rec = { .saved = time(NULL) };
	struct cou_options lines = *o;
	struct run r = { .c = c, .o = &lines, .write = replace, .supply = supply, .user = &rec };
	int rc;

	lines.format = COU_JSONL;
	lines.until = NULL;
	if (store_open(&rec.s, where, DB_WRITE, &with, &rec.error) || store_begin(rec.s, "recode", &rec.error)) {
		rc = run_failed(e, &rec.error);
	} else {
		rc = run_all(&r, e);
		if (rec.error.code || (rc >= 0 && store_finish(rec.s, &rec.error)))
			rc = run_failed(e, &rec.error);
	}
	store_close(rec.s);
	if (sum)
		*sum = (struct cou_recoded){ rec.sum.documents, rec.sum.changed, rec.sum.same, rec.sum.added, rec.sum.removed, rec.sum.orphans };
	return rc;
}

/* ---- corrections ---------------------------------------------------------------------------- */

static int correction_of(struct arena *a, struct store *s, const struct who *world, const struct cou_correction *from, struct correction *to, struct error *e)
{
	int verb = correct_find(str_c(from->verb));

	if (verb < 0)
		return error_set(e, COU_EUSAGE, "\"%s\": accept, reject, set, merge, split or undo", from->verb ? from->verb : "");
	*to = (struct correction){ .verb = (enum correct)verb, .line = str_c(from->line), .who = str_c(from->who), .field = str_c(from->field), .value = verb == CORRECT_SET ? STR_NONE : str_c(from->value) };
	return verb == CORRECT_SET ? edit_value(a, store_db(s), world, str_c(from->field), str_c(from->value), to, e) : 0;
}

int cou_correct(struct cou *c, const char *where, const struct cou_store_options *so, const struct cou_correction *corrections, size_t n, struct cou_error *e)
{
	struct store_options with = { .now = so ? so->now : NULL };
	struct error err = { 0 };
	struct arena a = { 0 };
	struct store *s = NULL;
	const struct who *world = flow_world(c->flow, &err);
	int rc = !world ? COU_EDATA : store_open(&s, where, DB_WRITE, &with, &err);

	if (!rc)
		rc = store_begin(s, "correct", &err);
	for (size_t i = 0; i < n && !rc; i++) {
		struct correction x;

		rc = correction_of(&a, s, world, &corrections[i], &x, &err);
		if (!rc)
			rc = correct_line(s, &x, &err);
	}
	if (!rc)
		rc = store_finish(s, &err);
	store_close(s);
	arena_free(&a);
	return rc ? run_failed(e, &err) : COU_DONE;
}
