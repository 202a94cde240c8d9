#include "serve/select.h"

#include <stdlib.h>

#include "serve/columns.h"

struct selection {
	char *text;			/* of the filters, with the revision; NULL: free */
	size_t n_text;
	uint64_t *fits;			/* a bit for each line; NULL: somebody is finding them */
	uint64_t used;			/* when last */
};

struct selections {
	pthread_mutex_t lock;
	pthread_cond_t found;
	struct selection at[SELECTIONS_MAX];
	uint64_t clock;
};

struct selections *selections_new(void)
{
	struct selections *s = calloc(1, sizeof(*s));

	if (!s)
		return NULL;
	pthread_mutex_init(&s->lock, NULL);
	pthread_cond_init(&s->found, NULL);
	return s;
}

void selections_free(struct selections *s)
{
	if (!s)
		return;
	for (size_t i = 0; i < SELECTIONS_MAX; i++) {
		free(s->at[i].text);
		free(s->at[i].fits);
	}
	pthread_mutex_destroy(&s->lock);
	pthread_cond_destroy(&s->found);
	free(s);
}

/* ---- remembered ---------------------------------------------------------------------------- */

static size_t bit_words(const struct index *x)
{
	return (x->n_lines + 63) / 64;
}

/* All that the lines depend on but the times; with their number, which is how many bits are copied. */
static struct str text_of(struct arena *a, const struct index *x, const struct question *q)
{
	const struct str parts[] = { q->about, q->who, q->with, q->actor, q->recipient, q->by, q->stance, q->type, q->mode, q->quad, q->status, q->country,
				     q->place, q->known, q->text, q->source, q->lang };
	struct buf b;

	buf_init(&b, a);
	buf_printf(&b, "%lld %u %d %a", (long long)x->revision, x->n_lines, q->ask == ASK_VISITS, q->min_confidence);
	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++)
		buf_printf(&b, " %zu:%.*s", parts[i].n, STR_ARG(parts[i]));
	return buf_str(&b);
}

static struct selection *find(struct selections *s, struct str text)
{
	for (size_t i = 0; i < SELECTIONS_MAX; i++)
		if (s->at[i].text && s->at[i].n_text == text.n && memcmp(s->at[i].text, text.p, text.n) == 0)
			return &s->at[i];
	return NULL;
}

static void forget(struct selection *one)
{
	free(one->text);
	free(one->fits);
	*one = (struct selection){ 0 };
}

/* A place for that text, which who asks is to fill; NULL: all others are being filled, or there is no memory. */
static struct selection *claim(struct selections *s, struct str text)
{
	struct selection *oldest = NULL;

	for (size_t i = 0; i < SELECTIONS_MAX; i++)
		if ((!s->at[i].text || s->at[i].fits) && (!oldest || s->at[i].used < oldest->used))
			oldest = &s->at[i];
	if (!oldest)
		return NULL;
	forget(oldest);
	oldest->text = malloc(text.n + 1);
	if (!oldest->text)
		return NULL;
	memcpy(oldest->text, text.p, text.n);
	oldest->n_text = text.n;
	return oldest;
}

/* True: fits is what is remembered, or what another thread has found meanwhile: the views of a page ask at once.  False: it is to be found, and told to settle. */
static bool recall(struct selections *s, struct str text, uint64_t *fits, size_t words, struct selection **mine)
{
	struct selection *one;

	*mine = NULL;
	pthread_mutex_lock(&s->lock);
	while ((one = find(s, text)) && !one->fits)
		pthread_cond_wait(&s->found, &s->lock);
	if (one) {
		memcpy(fits, one->fits, words * sizeof(*fits));
		one->used = ++s->clock;
	} else {
		*mine = claim(s, text);
	}
	pthread_mutex_unlock(&s->lock);
	return one != NULL;
}

/* fits NULL: it could not be found. */
static void settle(struct selections *s, struct selection *mine, const uint64_t *fits, size_t words)
{
	uint64_t *own = fits ? malloc((words + 1) * sizeof(*fits)) : NULL;

	if (own)
		memcpy(own, fits, words * sizeof(*fits));
	pthread_mutex_lock(&s->lock);
	mine->fits = own;
	mine->used = ++s->clock;
	if (!own)
		forget(mine);
	pthread_cond_broadcast(&s->found);
	pthread_mutex_unlock(&s->lock);
}

/* ---- asked ---------------------------------------------------------------------------------- */

static int ask_database(struct arena *a, const struct index *x, struct db *db, const struct filter *f, uint64_t *fits, struct error *e)
{
	struct db_stmt *s;
	struct sql sql;
	uint32_t next = 0;
	int rc;

	sql_init(&sql, a, db);
	sql_add(&sql, "SELECT e.key FROM event e WHERE 1 = 1");
	filter_events(&sql, f);
	s = sql_start(&sql, e);
	if (!s)
		return COU_ESTORE;
	while ((rc = db_next(s, e)) > 0) {
		int64_t key = db_column_int(s, 0);
		bool follows = next < x->n_lines && x->lines[x->by_key[next]].key == key;	/* they often come by key */
		uint32_t line = follows ? x->by_key[next] : index_line_of(x, key);

		next = follows ? next + 1 : 0;
		if (line != INDEX_NONE)
			fits[line / 64] |= 1ULL << line % 64;
	}
	return rc;
}

/* The columns answer what they can; the database the rest. */
static int find_lines(struct arena *a, const struct index *x, struct db *db, const struct filter *f, const struct who *world, uint64_t *fits, struct error *e)
{
	struct question rest;
	struct filter left;
	int rc = 0;

	if (columns_rest(f->q, &rest)) {
		rc = filter_read(a, db, world, &rest, &left, e);
		if (!rc)
			rc = ask_database(a, x, db, &left, fits, e);
	} else {
		for (uint32_t i = 0; i < x->n_lines; i++)
			fits[i / 64] |= 1ULL << i % 64;
	}
	if (!rc)
		columns_fit(a, x, f, fits);
	return rc;
}

static int find_fitting(struct selections *s, struct arena *a, const struct index *x, struct db *db, const struct who *world, const struct question *q,
			uint64_t *fits, struct error *e)
{
	struct str text = text_of(a, x, q);
	struct question timeless = *q;
	struct selection *mine;
	struct filter f;
	int rc;

	if (recall(s, text, fits, bit_words(x), &mine))
		return 0;
	timeless.since = timeless.until = timeless.as_of = STR_NONE;
	rc = filter_read(a, db, world, &timeless, &f, e);
	if (!rc)
		rc = find_lines(a, x, db, &f, world, fits, e);
	if (mine)
		settle(s, mine, rc ? NULL : fits, bit_words(x));
	return rc;
}

/* ---- chosen --------------------------------------------------------------------------------- */

struct days {
	day since, until;		/* DAY_NONE: open */
};

/* As filter_events compares them. */
static bool in_span(const struct index_line *l, const struct days *t)
{
	day end = l->end != DAY_NONE ? l->end : l->start;

	if (t->since != DAY_NONE && (end == DAY_NONE || end < t->since))
		return false;
	return t->until == DAY_NONE || (l->start != DAY_NONE && l->start <= t->until);
}

static int read_span(struct arena *a, const struct question *q, struct days *t, struct error *e)
{
	struct question times = { .since = q->since, .until = q->until, .as_of = q->as_of };
	struct filter f;
	day as_of;
	int rc = filter_read(a, NULL, NULL, &times, &f, e);	/* no names: neither database nor world is asked */

	if (rc)
		return rc;
	t->since = f.since.n ? day_parse(f.since) : DAY_NONE;
	t->until = f.until.n ? day_parse(f.until) : DAY_NONE;
	as_of = f.as_of.n ? day_parse(f.as_of) : DAY_NONE;
	if (as_of != DAY_NONE && (t->until == DAY_NONE || as_of < t->until))
		t->until = as_of;
	return 0;
}

/* The line that stands for its happening in this answer, as in query/events.c: the record's best if it fits, else the surest. */
static void choose_line(const struct index *x, struct chosen *c, uint32_t *number, uint32_t line, bool each)
{
	const struct index_line *l = &x->lines[line];
	uint32_t at = each ? INDEX_NONE : number[l->happening];
	const struct index_line *had;

	if (at == INDEX_NONE) {
		number[l->happening] = c->n;
		c->lines[c->n] = c->first[c->n] = line;
		c->n++;
		return;
	}
	had = &x->lines[c->lines[at]];
	if (!had->best && (l->best || l->confidence > had->confidence))
		c->lines[at] = line;
}

static uint32_t *begin_choice(struct arena *a, const struct index *x, uint32_t max, struct chosen *c)
{
	uint32_t *number = arena_array(a, uint32_t, x->n_happenings + 1);

	memset(number, 0xFF, (x->n_happenings + 1) * sizeof(*number));
	*c = (struct chosen){ .lines = arena_array(a, uint32_t, max), .first = arena_array(a, uint32_t, max) };
	return number;
}

void chosen_unite(struct arena *a, const struct index *x, const uint32_t *lines, uint32_t n, struct chosen *out)
{
	uint32_t *number = begin_choice(a, x, n, out);

	for (uint32_t i = 0; i < n; i++)
		choose_line(x, out, number, lines[i], false);
}

static void choose(struct arena *a, const struct index *x, const uint64_t *fits, const struct days *t, bool each, struct chosen *c)
{
	uint32_t *number = begin_choice(a, x, x->n_lines, c);

	for (size_t w = 0; w < bit_words(x); w++)
		for (uint64_t bits = fits[w]; bits; bits &= bits - 1) {
			uint32_t line = (uint32_t)(w * 64 + (size_t)__builtin_ctzll(bits));

			if (in_span(&x->lines[line], t))
				choose_line(x, c, number, line, each);
		}
}

int selections_choose(struct selections *s, struct arena *a, const struct index *x, struct db *db, const struct who *world, const struct question *q,
		      struct chosen *out, struct error *e)
{
	uint64_t *fits = arena_array(a, uint64_t, bit_words(x));
	struct days t;
	int rc = read_span(a, q, &t, e);

	if (!rc)
		rc = find_fitting(s, a, x, db, world, q, fits, e);
	if (!rc)
		choose(a, x, fits, &t, q->lines, out);
	return rc;
}
