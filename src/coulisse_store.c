/* coulisse_store.c - the library with a store: documents into it, questions to it. */
#include "coulisse_adding.h"

#include <time.h>

#include "coulisse_question.h"
#include "coulisse_watch.h"
#include "query/ask.h"
#include "record/identity.h"

enum { SAVE_DOCUMENTS = 2000, SAVE_SECONDS = 10 };

void adding_init(struct adding *ad, unsigned batch)
{
	*ad = (struct adding){ .saved = time(NULL), .batch = batch ? batch : SAVE_DOCUMENTS };
	pthread_mutex_init(&ad->lock, NULL);
}

void adding_free(struct adding *ad)
{
	pthread_mutex_destroy(&ad->lock);
}

bool adding_is_known(void *adding, struct doc *d)
{
	struct adding *ad = adding;
	struct error ignored = { 0 };
	char digest[65];
	bool known;

	if (!d->id.n)
		d->id = identity_doc(d);
	identity_text(d, digest);
	known = store_knows(ad->s, d->id, digest, &ignored) > 0;
	if (known) {
		pthread_mutex_lock(&ad->lock);
		ad->skipped++;
		pthread_mutex_unlock(&ad->lock);
	}
	return known;
}

int adding_keep(void *adding, const char *bytes, size_t n)
{
	struct adding *ad = adding;

	if (store_add(ad->s, (struct str){ bytes, n }, &ad->sum, &ad->error))
		return -1;
	if (++ad->unsaved < ad->batch && time(NULL) - ad->saved < SAVE_SECONDS)
		return 0;
	ad->unsaved = 0;
	ad->saved = time(NULL);
	return store_save(ad->s, &ad->error);
}

/* Into the store, which is open. */
static int add_files(struct cou *c, const struct cou_options *o, struct store *store, const struct cou_store_options *so, const char *const *paths, size_t n,
		     struct cou_added *sum, struct cou_error *e)
{
	struct adding ad;
	struct cou_options lines = *o;
	struct run r = { .c = c, .o = &lines, .paths = paths, .n = n, .write = adding_keep, .skip = adding_is_known, .user = &ad };
	int rc;

	lines.format = COU_JSONL;
	lines.until = NULL;
	adding_init(&ad, so ? so->batch : 0);
	ad.s = store;
	if (store_begin(store, "add", &ad.error)) {
		rc = run_failed(e, &ad.error);
	} else {
		rc = run_all(&r, e);
		if (ad.error.code || (rc >= 0 && store_finish(store, &ad.error)))
			rc = run_failed(e, &ad.error);
	}
	adding_free(&ad);
	*sum = (struct cou_added){ .documents = ad.sum.added, .versions = ad.sum.versions, .known = ad.sum.known + ad.skipped,
				   .events = ad.sum.events, .states = ad.sum.states };
	return rc;
}

static void add_sums(struct cou_added *to, const struct cou_added *from)
{
	to->documents += from->documents;
	to->versions += from->versions;
	to->known += from->known;
	to->events += from->events;
	to->states += from->states;
}

/* Those that are files first, then those that are fetched, each in the order given.  How many are files. */
static size_t sort_inputs(const char *const *paths, size_t n, const char **sorted)
{
	size_t files = 0, at;

	for (size_t i = 0; i < n; i++)
		if (!cou_fetches(paths[i]))
			sorted[files++] = paths[i];
	at = files;
	for (size_t i = 0; i < n; i++)
		if (cou_fetches(paths[i]))
			sorted[at++] = paths[i];
	return files;
}

static int add_all(struct cou *c, const struct cou_options *o, struct store *store, const struct cou_store_options *so, const char *const *paths, size_t n_files,
		   size_t n, struct cou_added *sum, struct cou_error *e)
{
	struct cou_added fetched = { 0 };
	struct cou_options later = *o;
	int rc = COU_DONE, one = COU_DONE;

	if (n_files || !n)
		rc = add_files(c, o, store, so, paths, n_files, sum, e);
	if (n_files)
		later.ready = NULL;	/* it was called */
	if (rc >= 0 && n > n_files)
		one = watch_add(c, &later, store, so, paths + n_files, n - n_files, &fetched, e);
	add_sums(sum, &fetched);
	return rc < 0 || one == COU_DONE ? rc : one;
}

int cou_add(struct cou *c, const struct cou_options *o, const char *where, const struct cou_store_options *so, const char *const *paths, size_t n,
	    struct cou_added *sum, struct cou_error *e)
{
	struct store_options with = { .trusted = true, .no_text = so && so->no_text, .now = so ? so->now : NULL, .partition = so ? so->partition : NULL };
	struct arena a = { 0 };
	const char **sorted = arena_array(&a, const char *, n);
	size_t n_files = sort_inputs(paths, n, sorted);
	struct cou_added added = { 0 };
	struct error err = { 0 };
	struct store *store;
	int rc;

	if (store_open(&store, where, DB_CREATE, &with, &err))
		rc = run_failed(e, &err);
	else
		rc = add_all(c, o, store, so, sorted, n_files, n, &added, e);
	store_close(store);
	if (sum)
		*sum = added;
	arena_free(&a);
	return rc;
}

/* ---- questions ---------------------------------------------------------------------- */

static int find_ask(const char *word)
{
#define ASK_WORD_(n, w) w,
	static const char *const words[] = { QUESTIONS(ASK_WORD_) };
#undef ASK_WORD_

	for (int i = 0; i < ASK_COUNT; i++)
		if (word && strcmp(words[i], word) == 0)
			return i;
	return -1;
}

struct question question_of(const struct cou_question *from, enum ask ask)
{
	return (struct question){
		.ask = ask,
		.about = str_c(from->about),
		.who = str_c(from->who),
		.with = str_c(from->with),
		.actor = str_c(from->actor),
		.recipient = str_c(from->recipient),
		.by = str_c(from->by),
		.stance = str_c(from->stance),
		.type = str_c(from->type),
		.mode = str_c(from->mode),
		.quad = str_c(from->quad),
		.status = str_c(from->status),
		.relation = str_c(from->relation),
		.standing = str_c(from->standing),
		.country = str_c(from->country),
		.place = str_c(from->place),
		.since = str_c(from->since),
		.until = str_c(from->until),
		.as_of = str_c(from->as_of),
		.known = str_c(from->known),
		.text = str_c(from->text),
		.source = str_c(from->source),
		.lang = str_c(from->lang),
		.per = str_c(from->per),
		.group = str_c(from->group),
		.min_confidence = from->min_confidence, .lines = from->lines != 0, .background = !from->record_only, .limit = from->limit,
		.form = (enum answer_form)from->form, .verbose = from->verbose != 0, .columns = from->columns ? from->columns : 150, .colour = from->colour != 0,
	};
}

struct cou_question question_to(const struct question *q)
{
	return (struct cou_question){
		.about = q->about.p, .who = q->who.p, .with = q->with.p, .actor = q->actor.p, .recipient = q->recipient.p, .by = q->by.p, .stance = q->stance.p,
		.type = q->type.p, .mode = q->mode.p, .quad = q->quad.p, .status = q->status.p, .relation = q->relation.p, .standing = q->standing.p,
		.country = q->country.p, .place = q->place.p, .since = q->since.p, .until = q->until.p, .as_of = q->as_of.p, .known = q->known.p, .text = q->text.p,
		.source = q->source.p, .lang = q->lang.p, .per = q->per.p, .group = q->group.p, .min_confidence = q->min_confidence, .lines = q->lines,
		.record_only = !q->background, .limit = q->limit, .form = (int)q->form, .verbose = q->verbose, .columns = q->columns, .colour = q->colour,
	};
}

int cou_ask(struct cou *c, const char *where, const struct cou_question *from, cou_write *write, void *user, struct cou_error *e)
{
	int what = find_ask(from->ask), rc;
	struct question q = question_of(from, what < 0 ? ASK_EVENTS : (enum ask)what);
	struct error err = { 0 };
	const struct who *world = flow_world(c->flow, &err);
	struct arena a = { 0 };
	struct store *s;

	if (!world)
		rc = COU_EDATA;
	else if (what < 0)
		rc = error_set(&err, COU_EUSAGE, "\"%s\" is no question", from->ask ? from->ask : "");
	else
		rc = store_open(&s, where, DB_READ, NULL, &err);
	if (!rc) {
		rc = ask(&a, store_db(s), world, &q, write, user, &err);
		store_close(s);
	}
	arena_free(&a);
	if (rc == COU_EINPUT) {		/* a name that means nobody: the answer is that there is nothing */
		diagnose("", "%s", err.text);
		return COU_NOTHING;
	}
	return rc < 0 ? run_failed(e, &err) : rc ? COU_NOTHING : COU_DONE;
}
