/* tenure.c - the rules of evidence, in one pass by day.
 *
 * What ended may be said to hold again by archive pictures, old captions and slips of the coder: one article after the end is a
 * contradiction, two make a new beginning, and so does one that says that it began.
 */
#include "query/tenure.h"

#include <stdlib.h>

enum { REOPENING = 2 };			/* articles */

static int by_day(const void *x, const void *y)
{
	const struct item *a = x, *b = y;

	if (a->at != b->at)
		return a->at < b->at ? -1 : 1;
	if (a->says != b->says)
		return a->says < b->says ? -1 : 1;
	return str_cmp(a->id, b->id);
}

struct judging {
	struct verdict v;
	day at;
	size_t again;			/* articles that say it holds since it ended */
	int64_t last_again;
	int64_t *documents;		/* for the standing, without doubles */
	size_t n_documents;
};

static bool holding(const struct verdict *v)
{
	return v->known && (v->standing == STANDING_IN_FORCE || v->standing == STANDING_SUSPENDED);
}

static void count_document(struct judging *j, int64_t document)
{
	for (size_t i = 0; i < j->n_documents; i++)
		if (j->documents[i] == document)
			return;
	j->documents[j->n_documents++] = document;
}

/* The item speaks for the standing. */
static void support(struct judging *j, const struct item *i)
{
	struct verdict *v = &j->v;

	v->last = i->at;
	if (i->background && i->until != DAY_NONE)
		v->last = j->at != DAY_NONE && j->at < i->until ? j->at : i->until;
	if (i->background)
		v->background = true;
	else
		count_document(j, i->document);
	if (!v->best || (v->best->background && !i->background) || (!i->background && i->confidence > v->best->confidence))
		v->best = i;
}

static void turn(struct judging *j, const struct item *i, enum standing standing)
{
	struct verdict *v = &j->v;

	v->known = true;
	v->standing = standing;
	v->first = i->at;
	v->best = NULL;
	v->background = false;
	j->n_documents = 0;
	j->again = 0;
	support(j, i);
}

static void begin(struct judging *j, const struct item *i)
{
	turn(j, i, STANDING_IN_FORCE);
	j->v.from = i->from != DAY_NONE ? i->from : i->says == SAYS_BEGAN ? i->at : DAY_NONE;
	j->v.to = DAY_NONE;
}

static void hear_holds(struct judging *j, const struct item *i)
{
	struct verdict *v = &j->v;

	if (holding(v)) {
		support(j, i);
		if (i->from != DAY_NONE && (v->from == DAY_NONE || (i->says == SAYS_BEGAN && i->from < v->from)))
			v->from = i->from;
		return;
	}
	if (v->known && v->standing == STANDING_ENDED && i->says != SAYS_BEGAN) {
		if (i->document != j->last_again)
			j->again++;
		j->last_again = i->document;
		if (j->again < REOPENING) {
			v->against++;
			return;
		}
		v->against -= j->again - 1 < v->against ? j->again - 1 : v->against;
	}
	begin(j, i);
}

static void hear(struct judging *j, const struct item *i)
{
	struct verdict *v = &j->v;

	switch (i->says) {
	case SAYS_BEGAN:
	case SAYS_HOLDS:
		hear_holds(j, i);
		break;
	case SAYS_ENDED:
		if (v->known && v->standing == STANDING_ENDED) {
			support(j, i);
			break;
		}
		turn(j, i, STANDING_ENDED);
		v->to = i->to != DAY_NONE ? i->to : i->at;
		break;
	case SAYS_SUSPENDED:
		if (v->known && v->standing == STANDING_ENDED)
			v->against++;
		else
			turn(j, i, STANDING_SUSPENDED);
		break;
	case SAYS_PROMISED:
		if (holding(v))
			break;			/* old news */
		if (v->known && v->standing == i->standing)
			support(j, i);
		else
			turn(j, i, i->standing);
		break;
	case SAYS_DOUBTED:
		if (holding(v) || (v->known && v->standing == STANDING_ENDED))
			v->against++;
		else if (v->known && v->standing == i->standing)
			support(j, i);
		else
			turn(j, i, i->standing);
		break;
	}
}

struct verdict tenure_judge(struct tenure *t, day at)
{
	struct judging j = { .at = at, .v = { .from = DAY_NONE, .to = DAY_NONE, .first = DAY_NONE, .last = DAY_NONE } };

	qsort(t->items.at, t->items.n, sizeof(*t->items.at), by_day);
	j.documents = calloc(t->items.n + 1, sizeof(*j.documents));
	for (size_t i = 0; j.documents && i < t->items.n; i++)
		if (at == DAY_NONE || t->items.at[i].at <= at)
			hear(&j, &t->items.at[i]);
	j.v.reports = j.n_documents;
	free(j.documents);
	return j.v;
}
