/* coulisse_eval.c - the library against annotated articles, and what its frames miss. */
#include "coulisse_run.h"

#include "code/gaps.h"
#include "eval/score.h"
#include "base/jsonwrite.h"

/* ---- annotated articles ------------------------------------------------------------------ */

struct evaluation {
	struct text_run t;
	struct score score;
	struct buf errors;
	int left;			/* errors still to be shown */
	bool traits;			/* rows for training instead of figures */
};

/* The article as the reader takes it: a line of JSON with its headline apart. */
static struct str line_of(struct arena *a, const struct gold_doc *g)
{
	struct str body = g->text;
	struct buf b;

	if (g->title.n && str_starts(body, g->title) && body.n > g->title.n + 2)
		body = str_sub(body, g->title.n + 2, body.n);
	buf_init(&b, a);
	json_open(&b, '{');
	json_key(&b, "id");
	json_text(&b, g->id);
	if (g->date.n) {
		json_key(&b, "date");
		json_text(&b, g->date);
	}
	if (body.p != g->text.p) {
		json_key(&b, "title");
		json_text(&b, g->title);
	}
	json_key(&b, "text");
	json_text(&b, body);
	json_key(&b, "lang");
	json_text(&b, g->lang);
	json_close(&b, '}');
	buf_byte(&b, '\n');
	return buf_str(&b);
}

static void parties_text(struct buf *b, const struct doc *d, const struct participant *at, size_t n)
{
	for (size_t i = 0; i < n; i++)
		buf_printf(b, "%s%.*s", i ? ", " : "", STR_ARG(at[i].entity == NONE ? doc_slice(d, at[i].span) : d->entities.at[at[i].entity].name));
}

static void show_errors(struct evaluation *v, const struct gold_doc *g, const struct findings *f)
{
	struct doc *d = &v->t.d;

	for (size_t i = 0; i < d->events.n && v->left > 0; i++) {
		const struct event *e = &d->events.at[i];

		if (f->verdicts[i] != VERDICT_WRONG && f->verdicts[i] != VERDICT_TYPE)
			continue;
		buf_printf(&v->errors, "%s %.*s %s ", f->verdicts[i] == VERDICT_WRONG ? "wrong " : "partly", STR_ARG(g->id), event_type_word(e->type));
		parties_text(&v->errors, d, e->actors.at, e->actors.n);
		buf_add(&v->errors, STR(" -> "));
		parties_text(&v->errors, d, e->recipients.at, e->recipients.n);
		buf_printf(&v->errors, " %s %.2f | %.*s\n", status_word(e->status), (double)e->confidence, STR_ARG(doc_slice(d, e->evidence.span)));
		v->left--;
	}
	for (size_t i = 0; i < g->events.n && v->left > 0; i++)
		if (f->missed[i]) {
			buf_printf(&v->errors, "missed %.*s %s", STR_ARG(g->id), event_type_word(g->events.at[i].type));
			for (size_t k = 0; k < g->events.at[i].sentences.n && k < 1; k++)
				buf_printf(&v->errors, " in sentence %u", g->events.at[i].sentences.at[k]);
			buf_byte(&v->errors, '\n');
			v->left--;
		}
}

/* One row for each judged event: document, right or not, type, traits; train/confidence.py reads it. */
static void show_traits(struct evaluation *v, const struct gold_doc *g, const struct findings *f)
{
	for (size_t i = 0; i < v->t.d.events.n; i++) {
		const struct event *e = &v->t.d.events.at[i];

		if (f->verdicts[i] == VERDICT_FREE)
			continue;
		buf_printf(&v->errors, "%.*s\t%d\t%s\t", STR_ARG(g->id), f->verdicts[i] == VERDICT_RIGHT, event_type_word(e->type));
		for (int t = 0; t < EVENT_TRAIT_COUNT; t++)
			if (e->traits[t])
				buf_printf(&v->errors, "%s ", event_trait_word((enum event_trait)t));
		buf_byte(&v->errors, '\n');
	}
}

static int evaluate_doc(struct evaluation *v, const struct gold_doc *g, struct error *e)
{
	struct arena scratch = { 0 };
	struct str line = line_of(&scratch, g);
	int rc;

	v->t.r.ingest.format = "jsonl";
	doc_init(&v->t.d, &v->t.a);
	rc = run_read_text(&v->t, line.p, line.n, e);
	if (!rc)
		rc = flow_doc(v->t.w, &v->t.d, STAGE_CODE, e);
	if (!rc && !v->traits)
		run_sift(&v->t.d, v->t.r.o->min_confidence);
	if (!rc) {
		struct findings f = score_doc(&v->score, g, &v->t.d, &scratch);

		if (v->traits)
			show_traits(v, g, &f);
		else
			show_errors(v, g, &f);
	}
	arena_reset(&v->t.a);
	arena_free(&scratch);
	return rc;
}

int cou_eval(struct cou *c, const struct cou_options *o, const char *const *paths, size_t n, int errors, cou_write *write, void *user,
	     struct cou_error *e)
{
	struct evaluation v = { .t = { .r = { .c = c } }, .left = errors, .traits = errors == COU_EVAL_TRAITS };
	struct arena a = { 0 };
	struct error err = { 0 };
	struct buf out;
	int rc = run_set_options(&v.t.r, o, &err);

	buf_init(&v.errors, &a);
	buf_init(&out, &a);
	v.t.w = flow_worker_new(c->flow);
	if (!rc && !v.t.w)
		rc = error_set(&err, COU_ELIMIT, "out of memory");
	for (size_t i = 0; i < n && !rc; i++) {
		struct gold g;

		rc = gold_read(&g, &a, paths[i], &err);
		for (size_t k = 0; k < g.docs.n && !rc; k++)
			if (!o->lang || str_is(g.docs.at[k].lang, o->lang))
				rc = evaluate_doc(&v, &g.docs.at[k], &err);
		gold_free(&g);
	}
	if (!rc) {
		buf_add(&out, buf_str(&v.errors));
		if (v.errors.n && !v.traits)
			buf_byte(&out, '\n');
		if (v.traits)
			;
		else if (o->format == COU_JSONL)
			score_json(&out, &v.score);
		else
			score_table(&out, &v.score);
		if (write(user, out.p, out.n))
			rc = error_set(&err, COU_ESTORE, "the output cannot be written");
	}
	flow_worker_free(v.t.w);
	arena_free(&v.t.a);
	arena_free(&a);
	return rc < 0 ? run_failed(e, &err) : rc;
}

/* ---- what the frames miss ------------------------------------------------------------------ */

int cou_gaps(struct cou *c, const struct cou_options *o, const char *const *paths, size_t n, unsigned top, int unused, cou_write *write, void *user,
	     struct cou_error *e)
{
	struct run r = { .c = c, .paths = paths, .n = n };
	struct error err = { 0 };
	int rc = o->lang ? run_set_options(&r, o, &err) : error_set(&err, COU_EUSAGE, "gaps are found in one language at a time: give --lang");
	const struct coder *coder = rc ? NULL : flow_language_coder(c->flow, r.ingest.lang, &err);
	struct flow_worker *w = coder && !run_open(&r, &err) ? flow_worker_new(c->flow) : NULL;
	struct arena a = { 0 };
	struct gaps g;
	struct buf out;

	if (!w) {
		reader_close(r.reader);
		return run_failed(e, &err);
	}
	report_init(&r.report);
	gaps_init(&g);
	for (;;) {
		struct doc d;

		arena_reset(&a);
		doc_init(&d, &a);
		if (!run_next(&r, &d))
			break;
		rc = flow_doc(w, &d, STAGE_CODE, &err);
		if (rc == COU_EDATA)
			break;
		if (!rc && str_eq(d.lang, r.ingest.lang))
			gaps_add(&g, coder, &d);
		r.done.documents++;
		r.done.words += d.tokens.n;
		r.done.inputs = n;
		r.done.inputs_begun = reader_sum(r.reader).paths;
		if (o->progress)
			o->progress(o->progress_user, &r.done);
	}
	buf_init(&out, &g.a);
	if (unused)
		gaps_unused(&out, &g, coder);
	else
		gaps_table(&out, &g, top);
	rc = rc == COU_EDATA ? rc : 0;
	if (!rc && out.n && write(user, out.p, out.n))
		rc = error_set(&err, COU_ESTORE, "the output cannot be written");
	reader_close(r.reader);
	gaps_free(&g);
	flow_worker_free(w);
	arena_free(&a);
	report_free(&r.report);
	if (rc)
		return run_failed(e, &err);
	return r.unreadable ? COU_UNREADABLE : COU_DONE;
}
