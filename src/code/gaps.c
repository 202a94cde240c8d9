#include "code/gaps.h"

#include <stdlib.h>

#include "code/coder.h"
#include "code/match.h"

void gaps_init(struct gaps *g)
{
	memset(g, 0, sizeof(*g));
	map_init(&g->index, &g->a);
	map_init(&g->used, &g->a);
}

void gaps_free(struct gaps *g)
{
	arena_free(&g->a);
}

/* A state, a body of one, a side in a conflict, or somebody in office; by name or description. */
static bool is_political(const struct coding *c, uint32_t t)
{
	uint32_t m = mention_for(c, t);
	const struct mention *x = m == NONE ? NULL : &c->d->mentions.at[m];
	const struct entity *e = x && x->n_entities && x->how != MENTION_PRONOUN ? &c->d->entities.at[x->entities[0]] : NULL;

	if (!e)
		return false;
	switch (e->kind) {
	case KIND_COUNTRY: case KIND_GOVERNMENT: case KIND_ARMED_GROUP: case KIND_PARTY:
		return true;
	case KIND_PERSON:
		return e->office.n > 0;
	case KIND_ORGANISATION:
		return str_is(str_c(e->sector), "IGO") || str_is(str_c(e->sector), "GOV") || str_is(str_c(e->sector), "MIL") || str_is(str_c(e->sector), "JUD");
	default:
		return false;
	}
}

static bool any_actor(const struct coding *c, const struct heads *h)
{
	for (uint32_t i = 0; i < h->n; i++)
		if (is_political(c, h->at[i]))
			return true;
	return false;
}

static void count(struct gaps *g, struct str key, struct str example, bool subject, bool covered)
{
	uint32_t at = map_get(&g->index, key);

	if (at == MAP_NONE) {
		struct str lemma = str_dup(&g->a, key);

		at = (uint32_t)g->list.n;
		*map_put(&g->index, lemma) = at;
		vec_add(&g->a, &g->list, ((struct gap){ .lemma = lemma, .example = str_dup(&g->a, example), .covered = covered }));
	}
	g->list.at[at].count++;
	g->list.at[at].subjects += subject;
}

static void look_at(struct gaps *g, const struct coding *c, uint32_t t)
{
	struct heads subject = { .n = 0 }, object = { .n = 0 };
	const uint64_t telling = CUE_SAY | CUE_SAY_DENIES | CUE_SAY_DOUBTS | CUE_SAY_CONFIRMS;
	bool acts;

	if ((c->cues[t] & telling) || frames_in_class(c->f, c->keys[t], c->f->support))
		return;
	subjects(c, t, &subject);
	objects(c, t, &object);
	acts = any_actor(c, &subject);
	if (!acts && !any_actor(c, &object))
		return;
	count(g, c->keys[t], doc_slice(c->d, c->d->sentences.at[tok(c, t)->sentence].span), acts, frames_of(c->f, c->keys[t]).n > 0);
}

void gaps_add(struct gaps *g, const struct coder *coder, struct doc *d)
{
	struct coding c;
	uint8_t *coded = arena_array(d->a, uint8_t, d->tokens.n + 1);

	if (!d->tokens.n)
		return;
	coding_init(&c, coder_frames(coder), d);
	c.numbers = coder_numbers(coder);
	for (size_t i = 0; i < d->events.n; i++) {
		const struct event *e = &d->events.at[i];

		coded[e->trigger] = 1;
		if (e->frame < c.f->n[SEC_FRAMES]) {
			const struct frame *f = &c.f->frames[e->frame];
			struct str name = str_printf(d->a, "%.*s:%u", STR_ARG(frames_str(c.f, f->file)), f->line);
			uint32_t n = map_get(&g->used, name);

			*map_put(&g->used, n == MAP_NONE ? str_dup(&g->a, name) : name) = n == MAP_NONE ? 1 : n + 1;
		}
	}
	for (size_t i = 0; i < d->states.n; i++)
		coded[d->states.at[i].trigger] = 1;
	for (uint32_t t = 0; t < d->tokens.n; t++)
		if (tok(&c, t)->upos == UPOS_VERB && !coded[t])
			look_at(g, &c, t);
}

static int by_count(const void *x, const void *y)
{
	const struct gap *a = x, *b = y;

	if (a->count != b->count)
		return a->count > b->count ? -1 : 1;
	return str_cmp(a->lemma, b->lemma);
}

void gaps_table(struct buf *out, struct gaps *g, uint32_t top)
{
	if (g->list.n)
		qsort(g->list.at, g->list.n, sizeof(*g->list.at), by_count);
	buf_add(out, STR("count  acting  frames  verb                  for example\n"));
	for (size_t i = 0; i < g->list.n && i < top; i++) {
		const struct gap *x = &g->list.at[i];

		buf_printf(out, "%5u  %5.0f%%  %-6s  %-20.*s  ", x->count, 100.0 * x->subjects / x->count, x->covered ? "yes" : "none", STR_ARG(x->lemma));
		for (size_t k = 0; k < x->example.n; k++)
			buf_byte(out, (unsigned char)x->example.p[k] < 0x20 ? ' ' : x->example.p[k]);
		buf_byte(out, '\n');
	}
}

void gaps_unused(struct buf *out, const struct gaps *g, const struct coder *coder)
{
	const struct frames *f = coder_frames(coder);
	static const char *const kinds[] = { "verb", "noun", "adj" };
	struct arena a = { 0 };
	struct map said;

	map_init(&said, &a);
	for (uint32_t i = 0; i < f->n[SEC_FRAMES]; i++) {
		const struct frame *x = &f->frames[i];
		struct str name = str_printf(&a, "%.*s:%u", STR_ARG(frames_str(f, x->file)), x->line);

		if (x->is_state || map_get(&g->used, name) != MAP_NONE || map_get(&said, name) != MAP_NONE)
			continue;
		*map_put(&said, name) = 1;
		buf_printf(out, "%.*s: %s %.*s\n", STR_ARG(name), kinds[x->kind % 3], STR_ARG(frames_str(f, x->lemma)));
	}
	arena_free(&a);
}
