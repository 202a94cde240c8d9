/* coulisse.c - the library: inputs to lines, on several threads, in order.
 *
 * Threads take the bytes of documents from the one reader under a lock, of short ones several at a time; each makes its documents of them and takes them through the
 * flow together, every one in an arena of its own; what came of it, lines or what was wrong, is written in the order of the inputs (coulisse_out.c).  So the output and
 * the messages are those of one thread, and at most `jobs` long documents are in memory, or that many times FLOW_TOGETHER short ones.
 */
#include "coulisse_watch.h"
#include "coulisse_out.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/file.h"
#include "base/jsonwrite.h"
#include "code/saying.h"
#include "link/card.h"
#include "record/conllu.h"
#include "record/explain.h"
#include "record/identity.h"
#include "record/lines.h"
#include "record/table.h"
#include "record/trees.h"
#include "record/whois.h"

enum {
	JOBS_MAX = 256,
	CONLLU_MAX = 256 << 20,		/* bytes of one CoNLL-U file */
	PHRASE_FRAME_MAX = 4096,
	INPUT_MAX = 8 << 20,		/* bytes of one text, page or line: no article is longer */
	ARENA_KEEP = 48 << 20,		/* a larger arena is given back after its document; … */
	ARENA_KEEP_OTHER = 1 << 20,	/* … but for the first of those that are taken together */
	TOGETHER_BYTES = 5000,		/* no more is taken together when there is so much text: it fills the network's matrices, … */
	ALONE_BYTES = 2000		/* … nor behind a text so long */
};

double run_clock(void)
{
	struct timespec t;

	clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
	return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

void run_spend(struct cou *c, double *account, double began)
{
	double took = run_clock() - began;

	pthread_mutex_lock(&c->lock);
	*account += took;
	pthread_mutex_unlock(&c->lock);
}

int run_failed(struct cou_error *to, const struct error *from)
{
	if (to) {
		to->code = from->code;
		snprintf(to->text, sizeof(to->text), "%s", from->text);
	}
	return from->code ? from->code : COU_EDATA;
}

const char *cou_version(void)
{
	return COULISSE_VERSION;
}

const char *cou_stages(void)
{
#define WORD_(n, w) w " "
	static const char words[] = STAGES(WORD_);
#undef WORD_

	return words;
}

int cou_open(struct cou **out, const char *home, struct cou_error *e)
{
	struct cou *c = calloc(1, sizeof(*c));
	struct error err = { 0 };

	*out = NULL;
	if (!c) {
		error_set(&err, COU_ELIMIT, "out of memory");
		return run_failed(e, &err);
	}
	if (flow_open(&c->flow, home, &err)) {
		free(c);
		return run_failed(e, &err);
	}
	pthread_mutex_init(&c->lock, NULL);
	*out = c;
	return 0;
}

const char *cou_home(const struct cou *c)
{
	return flow_home_of(c->flow);
}

int cou_use_who(struct cou *c, const char *path, struct cou_error *e)
{
	struct error err = { 0 };

	return flow_use_who(c->flow, path, &err) ? run_failed(e, &err) : 0;
}

void cou_use_frames(struct cou *c, const char *path)
{
	flow_use_frames(c->flow, path);
}

void cou_close(struct cou *c)
{
	if (!c)
		return;
	flow_close(c->flow);
	pthread_mutex_destroy(&c->lock);
	free(c);
}

struct cou_timings cou_timings(const struct cou *c)
{
	struct flow_timings t = flow_timings(c->flow);

	return (struct cou_timings){
		.open = t.open, .read = c->read, .ingest = c->ingest, .language = t.seconds[STAGE_LANGUAGE], .segment = t.seconds[STAGE_SEGMENT],
		.analyse = t.seconds[STAGE_ANALYSE], .link = t.seconds[STAGE_LINK], .time = t.seconds[STAGE_TIME],
		.code = t.seconds[STAGE_CODE], .record = c->record, .write = c->write, .documents = t.docs, .tokens = t.tokens,
	};
}

/* ---- in ----------------------------------------------------------------------------- */

static double wall(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

/* What a thread has in hand. */
struct item {
	struct doc d;
	struct taken taken;
	enum take what;
	uint64_t number, file;		/* which of all; of which file */
	size_t begun;			/* inputs, when it was taken */
	struct error e;			/* of what is bad: said when it is its turn */
	bool known, no_language;
	struct arena a;			/* of the document */
};

static enum take next_conllu(struct run *r, struct doc *d, struct taken *t, struct error *e)
{
	struct str bytes;

	if (r->next == r->n)
		return TAKE_END;
	d->origin = str_c(r->paths[r->next++]);
	*t = (struct taken){ .format = "conllu", .where = d->origin };
	if (file_read(d->a, d->origin.p, CONLLU_MAX, &bytes, e) || conllu_read(d, bytes, e))
		return TAKE_BAD;
	d->date = r->ingest.date;
	d->lang = r->ingest.lang;
	d->origin = t->where;
	t->bytes = bytes.n;
	return TAKE_DOC;
}

int run_open(struct run *r, struct error *e)
{
	return r->supply || r->conllu ? COU_OK : reader_open_paths(&r->reader, &r->ingest, r->paths, r->n, e);
}

bool run_next(struct run *r, struct doc *d)
{
	for (;;) {
		struct error e = { 0 };
		struct taken t;
		enum take what = reader_take(r->reader, d, &t, &e);

		if (what == TAKE_DOC)
			what = reader_make(&t, d, &e);
		if (what == TAKE_DOC || what == TAKE_END)
			return what == TAKE_DOC;
		if (what == TAKE_BAD) {
			diagnose(t.where.p, "%s", e.text);
			r->unreadable = true;
		}
		arena_reset(d->a);
		doc_init(d, d->a);
	}
}

/* The next thing of all inputs and its number, or false.  By who has the lock. */
static bool take(struct run *r, struct item *x)
{
	if (r->supply)
		x->what = r->supply(r->user, &x->d) ? TAKE_DOC : TAKE_END;
	else
		x->what = r->conllu ? next_conllu(r, &x->d, &x->taken, &x->e) : reader_take(r->reader, &x->d, &x->taken, &x->e);
	if (x->what == TAKE_END)
		return false;
	x->number = r->taken++;
	x->file = r->reader ? reader_sum(r->reader).files : x->number;
	x->begun = r->reader ? reader_sum(r->reader).paths : r->next;
	return true;
}

static void begin_item(struct item *x)
{
	struct arena a = x->a;

	arena_reset(&a);
	*x = (struct item){ .a = a };
	doc_init(&x->d, &x->a);
}

/* The next things, several where they are short and there: how many. */
static size_t gather(struct run *r, struct item *items)
{
	size_t n = 0, bytes = 0, last = 0;
	double began;

	pthread_mutex_lock(&r->in);
	began = run_clock();
	while (n < FLOW_TOGETHER && bytes < TOGETHER_BYTES && last < ALONE_BYTES && !(n && r->reader && reader_may_wait(r->reader))) {
		struct item *x = &items[n];

		begin_item(x);
		if (!take(r, x))
			break;
		last = r->reader ? x->taken.bytes : x->d.text.n;
		bytes += last;
		n++;
	}
	run_spend(r->c, &r->c->read, began);
	pthread_mutex_unlock(&r->in);
	return n;
}

/* The document of what was taken: is it to be taken through the flow? */
static bool make(struct run *r, struct item *x)
{
	if (x->what == TAKE_DOC)
		x->what = reader_make(&x->taken, &x->d, &x->e);
	if (x->what == TAKE_DOC)
		x->known = r->skip && r->skip(r->user, &x->d);
	return x->what == TAKE_DOC && !x->known;
}

/* The documents with all their layers; an item's e says why there is none. */
static void make_all(struct run *r, struct flow_worker *w, struct item *items, size_t n)
{
	struct flow_task tasks[FLOW_TOGETHER];
	struct item *of[FLOW_TOGETHER];
	size_t n_tasks = 0;
	double began = run_clock();

	for (size_t i = 0; i < n; i++)
		if (make(r, &items[i])) {
			of[n_tasks] = &items[i];
			tasks[n_tasks++] = (struct flow_task){ .d = &items[i].d, .e = &items[i].e };
		}
	run_spend(r->c, &r->c->ingest, began);
	if (n_tasks)
		flow_docs(w, tasks, n_tasks, r->until);
	for (size_t i = 0; i < n_tasks; i++)
		if (tasks[i].rc) {
			of[i]->no_language = of[i]->e.code == COU_EINPUT;
			of[i]->what = TAKE_BAD;
		}
}

/* ---- out ---------------------------------------------------------------------------- */

void run_sift(struct doc *d, double min)
{
	size_t n = 0;

	if (min == 0)
		min = COU_MIN_CONFIDENCE;

	for (size_t i = 0; i < d->events.n; i++)
		if ((double)d->events.at[i].confidence >= min)
			d->events.at[n++] = d->events.at[i];
	d->events.n = n;
	sift_sayings(d);
	n = 0;
	for (size_t i = 0; i < d->states.n; i++)
		if ((double)d->states.at[i].confidence >= min)
			d->states.at[n++] = d->states.at[i];
	d->states.n = n;
}

static void render(struct run *r, struct doc *d, struct buf *b)
{
	struct table_style style = { .columns = r->o->columns ? r->o->columns : 100, .colour = r->o->colour != 0 };
	struct str coder = flow_coder(r->c->flow, d->lang);
	double began = run_clock();

	run_sift(d, r->o->min_confidence);
	switch (r->format) {
	case COU_TABLE:
		table_write(b, d, &style);
		break;
	case COU_CONLLU:
		conllu_write(b, d);
		break;
	case COU_TREES:
		trees_write(b, d);
		break;
	case COU_LAYERS:
		lines_write_layers(b, d, coder);
		break;
	default:
		lines_write(b, d, coder);
	}
	run_spend(r->c, &r->c->record, began);
}

static void mark_known(struct doc *d, struct buf *b)
{
	char digest[65];

	identity_text(d, digest);
	json_open(b, '{');
	json_key(b, "kind");
	json_text(b, STR("known"));
	json_key(b, "id");
	json_text(b, d->id);
	json_key(b, "sha256");
	json_text(b, str_c(digest));
	json_close(b, '}');
	buf_byte(b, '\n');
}

static void deliver(struct run *r, const struct item *x, struct str lines)
{
	struct str where = x->taken.where.n ? x->taken.where : x->d.origin.n ? str_dup(x->d.a, x->d.origin) : STR("-");

	out_deliver(r, &(struct outcome){ .number = x->number, .file = x->file, .what = x->what, .known = x->known, .no_language = x->no_language, .e = x->e, .where = where,
		    .lang = x->d.lang, .lines = lines, .format = x->taken.format, .bytes = x->taken.bytes, .words = x->d.tokens.n, .events = x->d.events.n, .states = x->d.states.n,
		    .begun = x->begun });
}

static bool stopped(struct run *r)
{
	bool stop;

	pthread_mutex_lock(&r->out);
	stop = r->stop;
	pthread_mutex_unlock(&r->out);
	return stop;
}

static void put(struct run *r, struct item *x)
{
	struct buf b;

	buf_init(&b, &x->a);
	if (x->what == TAKE_DOC && !x->known)
		render(r, &x->d, &b);
	else if (x->what == TAKE_DOC && r->mark_known)
		mark_known(&x->d, &b);
	deliver(r, x, buf_str(&b));
}

static void *work(void *run)
{
	struct run *r = run;
	struct flow_worker *w = flow_worker_new(r->c->flow);
	struct item *items = calloc(FLOW_TOGETHER, sizeof(*items));
	size_t n;

	while (w && items && !stopped(r) && (n = gather(r, items))) {
		make_all(r, w, items, n);
		for (size_t i = 0; i < n; i++) {
			put(r, &items[i]);
			if (items[i].a.used > (i ? ARENA_KEEP_OTHER : ARENA_KEEP))
				arena_free(&items[i].a);
		}
	}
	for (size_t i = 0; items && i < FLOW_TOGETHER; i++)
		arena_free(&items[i].a);
	flow_worker_free(w);
	free(items);
	return NULL;
}

/* ---- a run -------------------------------------------------------------------------- */

int run_set_options(struct run *r, const struct cou_options *o, struct error *e)
{
	int until = o->until ? stage_find(str_c(o->until)) : STAGE_CODE;

	if (until < 0)
		return error_set(e, COU_EUSAGE, "no stage \"%s\"; there are: %s", o->until, cou_stages());
	r->until = (enum stage)until;
	r->format = o->format;
	r->o = o;
	r->ingest.date = DAY_NONE;
	r->ingest.home = flow_home_of(r->c->flow);
	r->ingest.max_bytes = INPUT_MAX;
	r->ingest.running = o->format == COU_CONLLU || o->format == COU_TREES;
	if (o->date) {
		r->ingest.date = day_parse(str_c(o->date));
		if (r->ingest.date == DAY_NONE || o->date[10])
			return error_set(e, COU_EUSAGE, "\"%s\" is no date YYYY-MM-DD", o->date);
	}
	if (o->lang) {
		struct str have[32];
		size_t n = flow_languages(r->c->flow, have, 32);

		for (size_t i = 0; i < n; i++)
			if (str_is(have[i], o->lang))
				r->ingest.lang = have[i];
		if (!r->ingest.lang.n)
			return error_set(e, COU_EUSAGE, "language \"%s\" is not known", o->lang);
	}
	r->conllu = o->input && str_is(str_c(o->input), "conllu");
	r->ingest.format = r->conllu ? NULL : o->input;
	if (r->ingest.format && !ingest_knows(r->ingest.format))
		return error_set(e, COU_EUSAGE, "no input format \"%s\"", r->ingest.format);
	if (o->table_columns) {
		r->ingest.columns = str_c(o->table_columns);
		return ingest_columns_check(r->ingest.columns, e);
	}
	return 0;
}

static void run_threads(struct run *r)
{
	unsigned jobs = r->o->jobs > JOBS_MAX ? JOBS_MAX : r->o->jobs;
	pthread_t thread[JOBS_MAX];
	unsigned n = 0;

	while (n + 1 < jobs && pthread_create(&thread[n], NULL, work, r) == 0)
		n++;
	work(r);
	while (n--)
		pthread_join(thread[n], NULL);
}

/* What addresses among the inputs are fetched by. */
static int open_fetcher(struct run *r, struct arena *a, struct error *e)
{
	bool wanted = false;

	for (size_t i = 0; i < r->n; i++)
		wanted |= fetch_is_url(str_c(r->paths[i]));
	return wanted ? watch_fetcher(&r->ingest.fetcher, r->o->fetching, a, e) : 0;
}

static int write_report(struct run *r, double began)
{
	struct buf b;

	if (!r->o->report)
		return 0;
	if (r->reader) {
		r->report.files = reader_sum(r->reader).files;
		r->report.bytes = reader_sum(r->reader).bytes;
	}
	r->report.seconds = wall() - began;
	buf_init(&b, &r->report.a);
	(r->o->report_format == COU_TABLE ? report_table : report_json)(&r->report, &b);
	return r->o->report(r->o->report_user, b.p, b.n) ? error_set(&r->error, COU_ESTORE, "the report cannot be written") : 0;
}

int run_all(struct run *r, struct cou_error *e)
{
	struct error err = { 0 };
	struct arena a = { 0 };
	double began = wall();

	if (run_set_options(r, r->o, &err) || open_fetcher(r, &a, &err) || run_open(r, &err)) {
		fetcher_close(r->ingest.fetcher);
		arena_free(&a);
		return run_failed(e, &err);
	}
	if (r->o->ready && r->o->ready(r->o->ready_user)) {
		reader_close(r->reader);
		fetcher_close(r->ingest.fetcher);
		arena_free(&a);
		error_set(&err, COU_EUSAGE, "stopped before the first input");
		return run_failed(e, &err);
	}
	report_init(&r->report);
	pthread_mutex_init(&r->in, NULL);
	pthread_mutex_init(&r->out, NULL);
	pthread_cond_init(&r->turned, NULL);
	run_threads(r);
	out_end(r);
	r->stop |= write_report(r, began) != 0;
	reader_close(r->reader);
	report_free(&r->report);
	fetcher_close(r->ingest.fetcher);
	arena_free(&a);
	pthread_cond_destroy(&r->turned);
	pthread_mutex_destroy(&r->out);
	pthread_mutex_destroy(&r->in);
	if (r->stop)
		return run_failed(e, &r->error);
	return r->unreadable ? COU_UNREADABLE : COU_DONE;
}

int cou_code(struct cou *c, const struct cou_options *o, const char *const *paths, size_t n, cou_write *write, void *user,
	     struct cou_error *e)
{
	struct run r = { .c = c, .o = o, .paths = paths, .n = n, .write = write, .user = user };

	return run_all(&r, e);
}

/* ---- one text ------------------------------------------------------------------------ */

int run_read_text(struct text_run *t, const char *text, size_t n, struct error *e)
{
	struct reader *r;

	if (!t->r.ingest.format)
		t->r.ingest.format = "text";
	int rc = reader_open_bytes(&r, &t->r.ingest, (struct str){ text, n }, "the text", e);

	if (!rc) {
		rc = reader_next(r, &t->d) > 0 ? 0 : error_set(e, COU_EINPUT, "the text cannot be read");
		reader_close(r);
	}
	t->d.origin = STR("-");
	return rc;
}

/* Takes the text as far as set_options says.  0, COU_UNREADABLE, or negative. */
static int take_text(struct text_run *t, const char *text, size_t n, struct error *e)
{
	int rc;

	doc_init(&t->d, &t->a);
	buf_init(&t->b, &t->a);
	rc = run_read_text(t, text, n, e);
	t->d.explains = t->explains;
	if (!rc)
		rc = flow_doc(t->w, &t->d, t->r.until, e);
	return rc == COU_EINPUT || rc == COU_ELIMIT ? COU_UNREADABLE : rc;
}

static void show_reasons(struct text_run *t);

static int with_text(struct cou *c, const struct cou_options *o, struct str text, struct str phrase, cou_write *write, void *user, struct cou_error *e,
		     void (*show)(struct text_run *t))
{
	struct text_run t = { .r = { .c = c }, .phrase = phrase, .found = true };
	struct error err = { 0 };
	int rc = run_set_options(&t.r, o, &err);

	t.w = flow_worker_new(c->flow);
	if (!rc && !t.w)
		rc = error_set(&err, COU_ELIMIT, "out of memory");
	t.explains = show == show_reasons;
	if (!rc)
		rc = take_text(&t, text.p, text.n, &err);
	if (rc == COU_UNREADABLE)
		diagnose("-", "%s", err.text);
	if (!rc) {
		show(&t);
		if (t.b.n && write(user, t.b.p, t.b.n))
			rc = error_set(&err, COU_ESTORE, "the output cannot be written");
	}
	flow_worker_free(t.w);
	arena_free(&t.a);
	if (rc < 0)
		return run_failed(e, &err);
	return rc == 0 && !t.found ? COU_NOTHING : rc;
}

static void show_lines(struct text_run *t)
{
	render(&t->r, &t->d, &t->b);
}

int cou_code_text(struct cou *c, const struct cou_options *o, const char *text, size_t n, cou_write *write, void *user, struct cou_error *e)
{
	return with_text(c, o, (struct str){ text, n }, STR_NONE, write, user, e, show_lines);
}

static struct str frame_name(const void *text_run, struct arena *a, uint32_t frame)
{
	const struct text_run *t = text_run;

	return flow_frame(t->r.c->flow, t->d.lang, frame, a);
}

static void show_reasons(struct text_run *t)
{
	struct frame_source frames = { frame_name, t };

	explain_write(&t->b, &t->d, &frames);
}

int cou_explain(struct cou *c, const struct cou_options *o, const char *text, size_t n, cou_write *write, void *user, struct cou_error *e)
{
	return with_text(c, o, (struct str){ text, n }, STR_NONE, write, user, e, show_reasons);
}

static void show_whom(struct text_run *t)
{
	uint32_t m = whois_mention(&t->d, (uint32_t)t->phrase.n);
	const struct mention *x = m == NONE ? NULL : &t->d.mentions.at[m];
	struct card card = { 0 };
	struct error ignored = { 0 };

	t->found = x && x->n_entities;
	if (t->found)		/* linked: the world is open */
		card_fill(flow_world(t->r.c->flow, &ignored), &t->a, t->d.entities.at[x->entities[0]].id, t->d.date, &card);
	if (t->r.format == COU_JSONL)
		whois_json(&t->b, t->phrase, &t->d, m, &card);
	else
		whois_table(&t->b, t->phrase, &t->d, m, &card);
}

/* How much the reading of a phrase in one language tells: the more, the likelier the language. */
static double weight_of_answer(const struct text_run *t)
{
	uint32_t i = whois_mention(&t->d, (uint32_t)t->phrase.n);
	const struct mention *m = i == NONE ? NULL : &t->d.mentions.at[i];

	if (!m || !m->n_entities)
		return 0;
	const struct entity *x = &t->d.entities.at[m->entities[0]];

	return 1 + (m->n_rivals ? 2 * (double)m->rivals[0].probability : 0) + (x->country[0] != 0) + (x->sector[0] != 0) + (x->office.n != 0);
}

/* The phrase as the subject of a sentence, which the analyser reads better: lang/XX/phrase.txt has "%s" where it goes. */
static struct str sentence_of(struct cou *c, struct arena *a, struct str lang, struct str phrase)
{
	struct str path = str_printf(a, "%s/lang/%.*s/phrase.txt", flow_home_of(c->flow), STR_ARG(lang)), frame;
	struct error ignored = { 0 };
	size_t at;

	if (file_read(a, path.p, PHRASE_FRAME_MAX, &frame, &ignored) != 0 || (at = str_search(frame, STR("%s"))) == frame.n)
		return phrase;
	return str_printf(a, "%.*s%.*s%.*s", STR_ARG(str_sub(frame, 0, at)), STR_ARG(phrase), STR_ARG(str_sub(frame, at + 2, frame.n)));
}

/* The language whose reading of the phrase tells most. */
static struct str language_of_phrase(struct cou *c, const struct cou_options *o, struct str phrase)
{
	enum { LANGS_MAX = 32 };
	struct str langs[LANGS_MAX], best = STR_NONE;
	size_t count = flow_languages(c->flow, langs, LANGS_MAX);
	double most = -1;

	for (size_t i = 0; i < count; i++) {
		struct text_run t = { .r = { .c = c }, .w = flow_worker_new(c->flow), .phrase = phrase };
		struct cou_options in = *o;
		struct error err = { 0 };
		struct str text = sentence_of(c, &t.a, langs[i], phrase);

		in.lang = langs[i].p;
		if (t.w && run_set_options(&t.r, &in, &err) == 0 && take_text(&t, text.p, text.n, &err) == 0 && weight_of_answer(&t) > most) {
			most = weight_of_answer(&t);
			best = langs[i];
		}
		flow_worker_free(t.w);
		arena_free(&t.a);
	}
	return best;
}

int cou_who(struct cou *c, const struct cou_options *o, const char *text, size_t n, cou_write *write, void *user, struct cou_error *e)
{
	struct cou_options with = *o;
	struct str phrase = str_trim((struct str){ text, n }), sentence;
	struct arena a = { 0 };
	int rc;

	with.until = stage_word(STAGE_LINK);
	if (!with.lang)
		with.lang = language_of_phrase(c, &with, phrase).p;
	sentence = sentence_of(c, &a, str_c(with.lang), phrase);
	rc = with_text(c, &with, sentence, phrase, write, user, e, show_whom);
	arena_free(&a);
	return rc;
}
