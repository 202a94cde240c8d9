/* api_dyad.c - two and what is between them: scores in both directions over time, and the largest events. */
#include "serve/sums.h"

#include <stdlib.h>

#include "base/jsonwrite.h"

enum { LARGEST_MAX = 30, BOTH_ACTORS = 1u << PARTY_ACTOR };

struct moment {
	day at;
	struct score ab, ba, both;
};

struct dyad {
	struct call *c;
	const struct index *x;
	struct party a, b;
	struct chosen chosen;
	enum bucket bucket;
	VEC(struct moment) moments;
};

static int by_day(const void *p, const void *q)
{
	const struct moment *x = p, *y = q;

	return x->at < y->at ? -1 : x->at > y->at;
}

static struct moment *moment_of(struct dyad *d, day at)
{
	for (size_t i = d->moments.n; i > 0; i--)	/* the lines lie nearly by day */
		if (d->moments.at[i - 1].at == at)
			return &d->moments.at[i - 1];
	struct moment *m = vec_push(d->c->a, &d->moments);

	m->at = at;
	return m;
}

/* Who did it decides the direction; what both did together has none. */
static void add(struct dyad *d, const struct index_line *l)
{
	unsigned a = party_roles(d->x, l, &d->a), b = party_roles(d->x, l, &d->b);
	struct moment *m;

	if (l->start == DAY_NONE || !bucket_holds(d->bucket, l->precision))
		return;
	m = moment_of(d, bucket_of(d->bucket, l->start));
	if ((a & 1u << PARTY_ACTOR) && (b & 1u << PARTY_RECIPIENT))
		score_add(&m->ab, l);
	else if ((b & 1u << PARTY_ACTOR) && (a & 1u << PARTY_RECIPIENT))
		score_add(&m->ba, l);
	else if (a & b & BOTH_ACTORS)
		score_add(&m->both, l);
}

static void write_series(struct dyad *d, struct buf *b)
{
	for (uint32_t i = 0; i < d->chosen.n; i++)
		add(d, &d->x->lines[d->chosen.lines[i]]);
	if (d->moments.n)
		qsort(d->moments.at, d->moments.n, sizeof(*d->moments.at), by_day);
	json_key(b, "series");
	json_open(b, '[');
	for (size_t i = 0; i < d->moments.n; i++) {
		json_open(b, '{');
		json_key(b, "at");
		json_text(b, bucket_label(d->c->a, d->bucket, d->moments.at[i].at));
		score_write(b, "ab", &d->moments.at[i].ab);
		score_write(b, "ba", &d->moments.at[i].ba);
		score_write(b, "both", &d->moments.at[i].both);
		json_close(b, '}');
	}
	json_close(b, ']');
}

/* ---- the largest -------------------------------------------------------------------------- */

struct weighed {
	uint32_t line;
	double weight;
};

static int by_weight(const void *p, const void *q)
{
	const struct weighed *x = p, *y = q;

	return x->weight != y->weight ? (x->weight > y->weight ? -1 : 1) : x->line < y->line ? -1 : x->line > y->line;
}

/* By how many lines report them and how far from zero Goldstein's scale puts them. */
static int write_largest(struct dyad *d, struct buf *b, struct error *e)
{
	const struct index *x = d->x;
	struct weighed *all = arena_array(d->c->a, struct weighed, d->chosen.n);
	uint32_t *reports = arena_array(d->c->a, uint32_t, x->n_happenings + 1), lines[LARGEST_MAX], n = d->chosen.n < LARGEST_MAX ? d->chosen.n : LARGEST_MAX;
	int rc;

	for (uint32_t i = 0; i < x->n_lines; i++)
		reports[x->lines[i].happening]++;
	for (uint32_t i = 0; i < d->chosen.n; i++) {
		const struct index_line *l = &x->lines[d->chosen.lines[i]];
		double scale = l->goldstein < 0 ? -(double)l->goldstein : (double)l->goldstein;

		all[i] = (struct weighed){ d->chosen.lines[i], (double)reports[l->happening] * (1 + scale) };
	}
	if (d->chosen.n)
		qsort(all, d->chosen.n, sizeof(*all), by_weight);
	for (uint32_t i = 0; i < n; i++)
		lines[i] = all[i].line;
	json_key(b, "largest");
	json_open(b, '[');
	rc = sums_rows(d->c, x, lines, n, b, e);
	json_close(b, ']');
	return rc;
}

/* ---- all ------------------------------------------------------------------------------------ */

static void write_party(struct buf *b, const char *member, const struct party *p)
{
	json_key(b, member);
	json_open(b, '{');
	write_identity(b, p->id, p->name, p->kind, p->country);
	json_close(b, '}');
}

static int write_dyad(struct dyad *d, struct buf *b, struct error *e)
{
	struct question q = d->c->q;
	int bucket = bucket_find(request_param(d->c->r, "bucket")), rc;

	q.ask = ASK_EVENTS;
	q.who = d->a.asked;
	q.with = d->b.asked;
	rc = selections_choose(d->c->serve->selections, d->c->a, d->x, d->c->db, d->c->serve->setup->world, &q, &d->chosen, e);
	if (rc)
		return rc;
	d->bucket = bucket < 0 ? bucket_fit(d->x, d->chosen.lines, d->chosen.n) : (enum bucket)bucket;
	json_open(b, '{');
	write_party(b, "a", &d->a);
	write_party(b, "b", &d->b);
	json_key(b, "total");
	json_int(b, d->chosen.n);
	sums_now(d->c, d->x, b);
	json_key(b, "bucket");
	json_text(b, str_c(bucket_word(d->bucket)));
	write_series(d, b);
	rc = write_largest(d, b, e);
	json_close(b, '}');
	return rc;
}

static int write_pair(struct call *c, struct index *x, struct buf *b, struct error *e)
{
	struct dyad d = { .c = c, .x = x };
	int rc = party_read(c, x, c->ids[0], &d.a, e);

	if (!rc)
		rc = party_read(c, x, c->ids[1], &d.b, e);
	return rc ? rc : write_dyad(&d, b, e);
}

int answer_dyad(struct call *c, struct error *e)
{
	return call_from_index(c, write_pair, e);
}
