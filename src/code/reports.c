/* reports.c - one happening, several sentences: what headline, lead and repetition tell is one event with several reports. */
#include "code/event.h"

#include "code/parties.h"

#include <string.h>

enum { MERGE_WINDOW = 512 };	/* events before that are looked at: an article has fewer */

static bool same_people(const void *x, const void *y)
{
	const participants *a = x, *b = y;

	if (a->n != b->n)
		return false;
	for (size_t i = 0; i < a->n; i++) {
		bool there = false;

		for (size_t k = 0; k < b->n; k++)
			there |= a->at[i].entity != NONE && a->at[i].entity == b->at[k].entity;
		if (!there)
			return false;
	}
	return true;
}

static bool stands_first(const struct coding *c, const struct event *e)
{
	uint32_t block = c->d->sentences.at[e->evidence.sentence].block;

	return block < c->d->blocks.n && (c->d->blocks.at[block].type == BLOCK_TITLE || c->d->blocks.at[block].type == BLOCK_LEAD);
}

static bool same_event(const struct event *a, const struct event *b)
{
	bool pair = a->symmetric ? a->actors.n > 1 : (a->actors.n && a->recipients.n) || (a->type == EVENT_DIE && a->actors.n + a->recipients.n == 1);

	if (a->type != b->type || !str_eq(a->own_type, b->own_type) || a->type == EVENT_SAY || !pair || a->symmetric != b->symmetric || a->status != b->status ||
	    !same_people(&a->actors, &b->actors) || !same_people(&a->recipients, &b->recipients))
		return false;
	if (a->mode.n && b->mode.n && !str_eq(a->mode, b->mode))
		return false;
	if (str_is(a->mode, "abduct") != str_is(b->mode, "abduct"))	/* "kidnapped and killed" */
		return false;
	return a->when.start == DAY_NONE || b->when.start == DAY_NONE || (a->when.start <= b->when.end && b->when.start <= a->when.end);
}

/* Who says so in one of the reports says so of the happening; but what the text itself has told once, it vouches for, save in headline and lead. */
static void merge_claims(const struct coding *c, struct event *to, const struct event *from)
{
	if (!to->claims.n && !stands_first(c, to))
		return;
	for (size_t i = 0; i < from->claims.n; i++) {
		bool there = false;

		for (size_t k = 0; k < to->claims.n; k++)
			there |= from->claims.at[i].by.entity != NONE && to->claims.at[k].by.entity == from->claims.at[i].by.entity;
		if (!there && to->claims.n < 8)
			*vec_push(c->d->a, &to->claims) = from->claims.at[i];
	}
}

void merge_events(struct coding *c)
{
	struct doc *d = c->d;
	size_t n = 0;

	for (size_t i = 0; i < d->events.n; i++) {
		struct event *e = &d->events.at[i], *first = NULL;

		for (size_t k = n > MERGE_WINDOW ? n - MERGE_WINDOW : 0; k < n && !first; k++)
			if (same_event(&d->events.at[k], e))
				first = &d->events.at[k];
		if (!first) {
			d->events.at[n++] = *e;
			continue;
		}
		if (first->evidence.sentence != e->evidence.sentence)
			*vec_push(d->a, &first->reports) = e->evidence;
		if (first->when.start == DAY_NONE || (first->when.basis == BASIS_PUBLISHED && e->when.start != DAY_NONE))
			first->when = e->when;
		if (first->where.entity == NONE)
			first->where = e->where;
		merge_claims(c, first, e);
		if (!first->mode.n && e->mode.n) {
			first->mode = e->mode;
			first->cameo = e->cameo;
			first->contexts = e->contexts;
			first->quad = e->quad;
			first->goldstein = e->goldstein;
		}
		if (!first->goods.n && e->goods.n)
			memcpy(&first->goods, &e->goods, sizeof(first->goods));
	}
	d->events.n = n;
}
