#undef _GNU_SOURCE			/* its <time.h> has a struct timex of its own */
#define _POSIX_C_SOURCE 200809L

#include "flow.h"

#include <dirent.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "analyse/analyse.h"
#include "base/file.h"
#include "code/code.h"
#include "link/link.h"
#include "segment/segment.h"

#ifndef COULISSE_VERSION
#define COULISSE_VERSION "0"
#endif

enum { LANGUAGES_MAX = 32, VERSION_MAX = 256 };

struct language {
	struct str code;		/* "nl" */
	const char *dir;		/* home/lang/nl */
	struct str coder;		/* name and version, for the lines */
	pthread_mutex_t lock;		/* held while opening */
	enum stage opened;		/* stages up to this one can run */
	struct segmenter *segmenter;
	struct analyser *analyser;
	struct linker *linker;
	struct timer *timer;
	struct coder *frames;
};

struct flow {
	struct arena a;
	const char *home;
	struct languages *languages;
	struct who *who;
	const char *user_frames;	/* a folder, or NULL */
	pthread_mutex_t lock;		/* who, timings */
	struct language lang[LANGUAGES_MAX];
	size_t n;
	struct flow_timings timings;
};

struct flow_worker {
	struct flow *f;
	struct analyse_scratch *scratch[LANGUAGES_MAX];
	struct flow_timings timings;
};

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
	return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

const char *stage_word(enum stage s)
{
#define WORD_(n, w) w,
	static const char *const words[] = { STAGES(WORD_) };
#undef WORD_

	return words[s];
}

int stage_find(struct str word)
{
	for (int i = 0; i < STAGE_COUNT; i++)
		if (str_is(word, stage_word((enum stage)i)))
			return i;
	return -1;
}

/* ---- home ------------------------------------------------------------------------ */

static bool is_home(struct str path)
{
	char lang[4096];
	struct stat st;

	return snprintf(lang, sizeof(lang), "%.*s/lang", STR_ARG(path)) < (int)sizeof(lang) && stat(lang, &st) == 0 && S_ISDIR(st.st_mode);
}

int flow_home(struct arena *a, const char *given, struct str *home, struct error *e)
{
	const char *env = getenv("COULISSE_HOME");
	char exe[4096];
	ssize_t n;

	if (given || (env && *env)) {
		*home = str_dup(a, str_c(given ? given : env));
		return is_home(*home) ? 0 : error_set(e, COU_EDATA, "no folder lang/ in %s", home->p);
	}
	n = readlink("/proc/self/exe", exe, sizeof(exe));
	while (n > 0 && n < (ssize_t)sizeof(exe) && exe[n - 1] != '/')
		n--;
	if (n > 0 && n < (ssize_t)sizeof(exe)) {
		*home = str_dup(a, (struct str){ exe, (size_t)n - 1 });
		if (is_home(*home))
			return 0;
		*home = str_printf(a, "%.*s../share/coulisse", (int)n, exe);
		if (is_home(*home))
			return 0;
	}
	return error_set(e, COU_EDATA, "language data not found: set COULISSE_HOME to the folder that holds lang/ and data/");
}

static struct str version_of(struct arena *a, const char *dir, struct str code)
{
	struct str path = str_printf(a, "%s/version.txt", dir), text;

	if (file_read(a, path.p, VERSION_MAX, &text, NULL) || !str_trim(text).n)
		return str_printf(a, "coulisse %s %.*s", COULISSE_VERSION, STR_ARG(code));
	return str_printf(a, "coulisse %s %.*s", COULISSE_VERSION, STR_ARG(str_trim(text)));
}

static int not_hidden(const struct dirent *d)
{
	return d->d_name[0] != '.';
}

static int find_languages(struct flow *f, struct error *e)
{
	struct str root = str_printf(&f->a, "%s/lang", f->home);
	struct dirent **list;
	int n = scandir(root.p, &list, not_hidden, alphasort);

	for (int i = 0; i < n; i++) {
		struct str dir = str_printf(&f->a, "%s/%s", root.p, list[i]->d_name);
		struct stat st;

		if (f->n < LANGUAGES_MAX && stat(dir.p, &st) == 0 && S_ISDIR(st.st_mode)) {
			struct language *l = &f->lang[f->n++];

			l->code = str_dup(&f->a, str_c(list[i]->d_name));
			l->dir = dir.p;
			l->coder = version_of(&f->a, dir.p, l->code);
			l->opened = STAGE_LANGUAGE;
			pthread_mutex_init(&l->lock, NULL);
		}
		free(list[i]);
	}
	if (n >= 0)
		free(list);
	return f->n ? 0 : error_set(e, COU_EDATA, "no language in %s", root.p);
}

int flow_open(struct flow **out, const char *home, struct error *e)
{
	struct flow *f = calloc(1, sizeof(*f));
	struct str root, path;
	int rc;

	*out = NULL;
	if (!f)
		return error_set(e, COU_ELIMIT, "out of memory");
	pthread_mutex_init(&f->lock, NULL);
	rc = flow_home(&f->a, home, &path, e);
	f->home = path.p;
	if (!rc)
		rc = find_languages(f, e);
	if (!rc) {
		root = str_printf(&f->a, "%s/lang", f->home);
		rc = languages_open(&f->languages, root.p, e);
	}
	if (rc) {
		flow_close(f);
		return rc;
	}
	*out = f;
	return 0;
}

static int open_world(struct flow *f, const char *user, struct error *e);

int flow_use_who(struct flow *f, const char *path, struct error *e)
{
	if (f->who)
		return error_set(e, COU_EUSAGE, "%s: the world is open already", path);
	return open_world(f, path, e);
}

void flow_use_frames(struct flow *f, const char *path)
{
	f->user_frames = str_dup(&f->a, str_c(path)).p;
}

const struct who *flow_world(struct flow *f, struct error *e)
{
	return open_world(f, NULL, e) ? NULL : f->who;
}

void flow_close(struct flow *f)
{
	if (!f)
		return;
	for (size_t i = 0; i < f->n; i++) {
		struct language *l = &f->lang[i];

		if (l->frames)
			coder_close(l->frames);
		if (l->timer)
			timer_close(l->timer);
		if (l->linker)
			linker_close(l->linker);
		if (l->analyser)
			analyser_close(l->analyser);
		if (l->segmenter)
			segmenter_close(l->segmenter);
		pthread_mutex_destroy(&l->lock);
	}
	if (f->who)
		who_close(f->who);
	if (f->languages)
		languages_close(f->languages);
	pthread_mutex_destroy(&f->lock);
	arena_free(&f->a);
	free(f);
}

const char *flow_home_of(const struct flow *f)
{
	return f->home;
}

size_t flow_languages(const struct flow *f, struct str *lang, size_t max)
{
	for (size_t i = 0; i < f->n && i < max; i++)
		lang[i] = f->lang[i].code;
	return f->n < max ? f->n : max;
}

static struct language *language(const struct flow *f, struct str code)
{
	for (size_t i = 0; i < f->n; i++)
		if (str_eq(f->lang[i].code, code))
			return (struct language *)&f->lang[i];
	return NULL;
}

struct str flow_coder(struct flow *f, struct str lang)
{
	const struct language *l = language(f, lang);

	return l ? l->coder : STR("coulisse " COULISSE_VERSION);
}

struct str flow_frame(const struct flow *f, struct str lang, uint32_t frame, struct arena *a)
{
	const struct language *l = language(f, lang);

	return l && l->frames ? coder_frame(l->frames, frame, a) : STR_NONE;
}

/* ---- the stages -------------------------------------------------------------------- */

struct context {
	struct flow_worker *w;
	struct language *l;		/* NULL until found */
	struct doc *d;
	struct error *e;
	int rc;				/* negative: no further stage */
};

static int open_segmenter(struct flow *f, struct language *l, struct error *e)
{
	(void)f;
	return segmenter_open(&l->segmenter, l->dir, e);
}

static int open_analyser(struct flow *f, struct language *l, struct error *e)
{
	char path[4096];

	(void)f;
	snprintf(path, sizeof(path), "%s/%.*s.model", l->dir, STR_ARG(l->code));
	return analyser_open(&l->analyser, path, e);
}

static int open_world(struct flow *f, const char *user, struct error *e)
{
	char path[4096];
	int rc = 0;

	snprintf(path, sizeof(path), "%s/data", f->home);
	pthread_mutex_lock(&f->lock);
	if (!f->who)
		rc = who_open(&f->who, path, user, e);
	pthread_mutex_unlock(&f->lock);
	return rc;
}

static int open_linker(struct flow *f, struct language *l, struct error *e)
{
	int rc = open_world(f, NULL, e);

	return rc ? rc : linker_open(&l->linker, f->who, l->dir, e);
}

static int open_timer(struct flow *f, struct language *l, struct error *e)
{
	(void)f;
	return timer_open(&l->timer, l->dir, e);
}

static int open_coder(struct flow *f, struct language *l, struct error *e)
{
	char path[4096];

	snprintf(path, sizeof(path), "%s/data", f->home);
	return coder_open(&l->frames, l->dir, path, f->user_frames, e);
}

static int run_language(struct context *c)
{
	struct flow *f = c->w->f;
	struct doc *d = c->d;

	if (!d->lang.n)
		d->lang = language_find(f->languages, d->text);
	if (!d->lang.n)
		return error_set(c->e, COU_EINPUT, "in none of the languages known (give --lang)");
	c->l = language(f, d->lang);
	if (!c->l)
		return error_set(c->e, COU_EINPUT, "language \"%.*s\" is not known", STR_ARG(d->lang));
	return 0;
}

static int run_segment(struct context *c)
{
	return c->d->tokens.n ? 0 : segment_doc(c->l->segmenter, c->d);
}

/* All documents of a language at once, so that the network has many sentences to serve at each step. */
static void run_analyse(struct context *c, size_t n)
{
	struct flow_worker *w = c->w;

	for (size_t i = 0; i < w->f->n; i++) {
		struct language *l = &w->f->lang[i];
		struct doc *docs[FLOW_TOGETHER];
		size_t n_docs = 0;

		for (size_t k = 0; k < n; k++)
			if (!c[k].rc && c[k].l == l)
				docs[n_docs++] = c[k].d;
		if (!n_docs)
			continue;
		if (!w->scratch[i])
			w->scratch[i] = analyse_scratch_new(l->analyser);
		analyse_docs(l->analyser, w->scratch[i], docs, n_docs);
	}
}

static int run_link(struct context *c)
{
	return link_doc(c->l->linker, c->d);
}

static int run_time(struct context *c)
{
	return time_doc(c->l->timer, c->d);
}

static int run_code(struct context *c)
{
	return code_doc(c->l->frames, c->d);
}

/* The order.  Ingest has run when the flow begins (the reader owns its input); language needs nothing that is opened for one language. */
static const struct {
	int (*open)(struct flow *f, struct language *l, struct error *e);
	int (*run)(struct context *c);
	void (*together)(struct context *c, size_t n);	/* instead: all documents */
} stages[STAGE_COUNT] = {
	[STAGE_LANGUAGE] = { NULL, run_language, NULL },
	[STAGE_SEGMENT] = { open_segmenter, run_segment, NULL },
	[STAGE_ANALYSE] = { open_analyser, NULL, run_analyse },
	[STAGE_LINK] = { open_linker, run_link, NULL },
	[STAGE_TIME] = { open_timer, run_time, NULL },
	[STAGE_CODE] = { open_coder, run_code, NULL },
};

static int open_language(struct flow *f, struct language *l, enum stage until, struct error *e)
{
	int rc = 0;

	pthread_mutex_lock(&l->lock);
	while (!rc && l->opened < until) {
		rc = stages[l->opened + 1].open(f, l, e);
		if (!rc)
			l->opened++;
	}
	pthread_mutex_unlock(&l->lock);
	return rc;
}

int flow_warm(struct flow *f, struct str lang, enum stage until, struct error *e)
{
	struct language *l = language(f, lang);

	return l ? open_language(f, l, until, e) : error_set(e, COU_EUSAGE, "language \"%.*s\" is not known", STR_ARG(lang));
}

const struct coder *flow_language_coder(struct flow *f, struct str lang, struct error *e)
{
	return flow_warm(f, lang, STAGE_CODE, e) ? NULL : language(f, lang)->frames;
}

struct flow_worker *flow_worker_new(struct flow *f)
{
	struct flow_worker *w = calloc(1, sizeof(*w));

	if (w)
		w->f = f;
	return w;
}

void flow_worker_free(struct flow_worker *w)
{
	struct flow_timings *sum;

	if (!w)
		return;
	sum = &w->f->timings;
	pthread_mutex_lock(&w->f->lock);
	for (int i = 0; i < STAGE_COUNT; i++)
		sum->seconds[i] += w->timings.seconds[i];
	sum->open += w->timings.open;
	sum->docs += w->timings.docs;
	sum->tokens += w->timings.tokens;
	pthread_mutex_unlock(&w->f->lock);
	for (int i = 0; i < LANGUAGES_MAX; i++)
		if (w->scratch[i])
			analyse_scratch_free(w->scratch[i]);
	free(w);
}

static void run_stage(struct context *c, size_t n, enum stage stage)
{
	if (stages[stage].together) {
		stages[stage].together(c, n);
		return;
	}
	for (size_t i = 0; i < n; i++) {
		if (c[i].rc)
			continue;
		c[i].rc = stages[stage].run(&c[i]);
		if (c[i].rc && stage != STAGE_LANGUAGE)
			error_set(c[i].e, c[i].rc, "stage %s failed", stage_word(stage));
	}
}

static void open_languages(struct context *c, size_t n, enum stage until)
{
	for (size_t i = 0; i < n; i++)
		if (!c[i].rc)
			c[i].rc = open_language(c[i].w->f, c[i].l, until, c[i].e);
}

/* Adds the time since began to an account; the time now. */
static double spend(double *account, double began)
{
	double ended = now();

	*account += ended - began;
	return ended;
}

void flow_docs(struct flow_worker *w, struct flow_task *tasks, size_t n, enum stage until)
{
	struct context c[FLOW_TOGETHER];
	double began = now();

	for (size_t i = 0; i < n; i++)
		c[i] = (struct context){ .w = w, .d = tasks[i].d, .e = tasks[i].e };
	for (int s = STAGE_LANGUAGE; s <= (int)until; s++) {
		run_stage(c, n, (enum stage)s);
		began = spend(&w->timings.seconds[s], began);
		if (s == STAGE_LANGUAGE) {
			open_languages(c, n, until);
			began = spend(&w->timings.open, began);
		}
	}
	for (size_t i = 0; i < n; i++) {
		tasks[i].rc = c[i].rc;
		if (c[i].rc)
			continue;
		w->timings.docs++;
		w->timings.tokens += c[i].d->tokens.n;
	}
}

int flow_doc(struct flow_worker *w, struct doc *d, enum stage until, struct error *e)
{
	struct flow_task one = { .d = d, .e = e };

	flow_docs(w, &one, 1, until);
	return one.rc;
}

struct flow_timings flow_timings(struct flow *f)
{
	return f->timings;
}
