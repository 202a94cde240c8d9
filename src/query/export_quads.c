/* export_quads.c - temporal quadruples as the benchmarks of knowledge graphs have them (ICEWS14, ICEWS18, GDELT).
 *
 * train.txt, valid.txt, test.txt: subject, relation, object, time, all numbers, tabs between, in order of time; the time is days since the
 * first day.  The facts are cut by whole days, so that no day is in two files: the days until 80 % of the facts, until 90 %, and the rest.
 * entity2id.txt, relation2id.txt: name and number; stat.txt: how many entities and relations; facts.txt: the same facts in words with the date.
 * Relations are the type and mode of the event.  What is said twice of a day is one fact.  Numbers follow the order of the names' ids,
 * so they do not depend on the order of the lines.
 */
#include <stdlib.h>

#include "query/export_format.h"

static const char *const files[] = { "train.txt", "valid.txt", "test.txt", "entity2id.txt", "relation2id.txt", "stat.txt", "facts.txt", NULL };

enum { TRAIN, VALID, TEST, ENTITIES, RELATIONS, STAT, FACTS };

struct names {
	struct map index;		/* key → place in list */
	VEC(struct str) keys, labels;
	uint32_t *number;		/* [keys.n], at the end */
};

struct fact {
	uint32_t subject, relation, object;	/* places in the lists, at the end their numbers */
	day on;
};

struct graph {
	struct names entities, relations;
	VEC(struct fact) facts;
};

static void begin(struct export *x)
{
	struct graph *g = x->own = arena_new(&x->keep, struct graph);

	map_init(&g->entities.index, &x->keep);
	map_init(&g->relations.index, &x->keep);
}

static uint32_t number_of(struct export *x, struct names *l, struct str key, struct str label)
{
	uint32_t i = map_get(&l->index, key);

	if (i != MAP_NONE)
		return i;
	i = (uint32_t)l->keys.n;
	key = str_dup(&x->keep, key);
	*map_put(&l->index, key) = i;
	vec_add(&x->keep, &l->keys, key);
	vec_add(&x->keep, &l->labels, str_dup(&x->keep, label));
	return i;
}

static enum export_reason event(struct export *x, const struct export_item *item)
{
	struct graph *g = x->own;
	struct str type = export_text(item->line, "type"), mode = export_text(item->line, "mode");
	struct str relation = str_printf(&x->line, "%.*s%s%.*s", STR_ARG(type), mode.n ? " " : "", STR_ARG(mode));
	struct export_pair *pairs;
	size_t n, made = 0;
	enum export_reason why = export_pairs(x, item->line, &pairs, &n);

	for (size_t i = 0; why == EXPORT_TAKEN && i < n; i++) {
		const struct export_pair *p = &pairs[i];

		if (!p->actor.id.n || !p->recipient.id.n)
			continue;
		vec_add(&x->keep, &g->facts, ((struct fact){
			number_of(x, &g->entities, p->actor.id, p->actor.name), number_of(x, &g->relations, relation, relation),
			number_of(x, &g->entities, p->recipient.id, p->recipient.name), export_when_of(json_get(item->line, "when")).start }));
		made++;
	}
	return why == EXPORT_TAKEN && !made ? HELD_ALONE : why;
}

/* ---- the end --------------------------------------------------------------------------------------- */

/* Numbers by the order of the keys; label and number into the file.  Two entities of one name are told apart by their ids. */
static void settle(struct export *x, struct names *l, struct buf *b, bool with_id)
{
	struct str *order = arena_array(&x->keep, struct str, l->keys.n + 1);

	l->number = arena_array(&x->keep, uint32_t, l->keys.n + 1);
	for (size_t i = 0; i < l->keys.n; i++)
		order[i] = l->keys.at[i];
	qsort(order, l->keys.n, sizeof(*order), export_by_text);
	for (uint32_t i = 0; i < l->keys.n; i++) {
		uint32_t at = map_get(&l->index, order[i]);

		l->number[at] = i;
		tsv_text(b, l->labels.at[at]);
		if (with_id) {
			b->n--;
			buf_add(b, STR(" ("));
			tsv_text(b, order[i]);
			b->p[b->n - 1] = ')';
			buf_byte(b, '\t');
		}
		tsv_int(b, i);
		tsv_end(b);
	}
}

static int by_time(const void *a, const void *b)
{
	const struct fact *f = a, *g = b;

	if (f->on != g->on)
		return f->on < g->on ? -1 : 1;
	if (f->subject != g->subject)
		return f->subject < g->subject ? -1 : 1;
	if (f->relation != g->relation)
		return f->relation < g->relation ? -1 : 1;
	return f->object < g->object ? -1 : f->object > g->object;
}

static size_t sort_facts(struct graph *g)
{
	size_t n = 0;

	for (size_t i = 0; i < g->facts.n; i++) {
		struct fact *f = &g->facts.at[i];

		*f = (struct fact){ g->entities.number[f->subject], g->relations.number[f->relation], g->entities.number[f->object], f->on };
	}
	if (g->facts.n)
		qsort(g->facts.at, g->facts.n, sizeof(struct fact), by_time);
	for (size_t i = 0; i < g->facts.n; i++)
		if (!n || by_time(&g->facts.at[i], &g->facts.at[n - 1]) != 0)
			g->facts.at[n++] = g->facts.at[i];
	return n;
}

static struct str *by_number(struct export *x, const struct names *l)
{
	struct str *label = arena_array(&x->keep, struct str, l->keys.n + 1);

	for (size_t i = 0; i < l->keys.n; i++)
		label[l->number[i]] = l->labels.at[i];
	return label;
}

static void end(struct export *x)
{
	struct graph *g = x->own;
	struct str *entity, *relation;
	size_t n, part = TRAIN;

	settle(x, &g->entities, &x->out[ENTITIES], true);
	settle(x, &g->relations, &x->out[RELATIONS], false);
	buf_printf(&x->out[STAT], "%zu\t%zu\n", g->entities.keys.n, g->relations.keys.n);
	entity = by_number(x, &g->entities);
	relation = by_number(x, &g->relations);
	n = sort_facts(g);
	for (size_t i = 0; i < n; i++) {
		const struct fact *f = &g->facts.at[i];
		struct buf *words = &x->out[FACTS];

		if (i && f->on != f[-1].on)
			part = i * 10 >= n * 9 ? TEST : i * 10 >= n * 8 ? VALID : TRAIN;
		buf_printf(&x->out[part], "%u\t%u\t%u\t%d\n", f->subject, f->relation, f->object, f->on - g->facts.at[0].on);
		tsv_text(words, entity[f->subject]);
		tsv_text(words, relation[f->relation]);
		tsv_text(words, entity[f->object]);
		tsv_day(words, f->on);
		tsv_end(words);
	}
}

const struct export_format export_quads = {
	.name = "quads", .files = files, .lossy = true, .directed = true, .dated = true, .daily = true, .begin = begin, .event = event, .end = end,
};
