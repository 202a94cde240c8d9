#include "code/confidence.h"

#include "base/file.h"

#include <math.h>
#include <stdlib.h>

enum { LONG_SENTENCE = 28, VERY_LONG_SENTENCE = 42, DEEP = 4, CROWD = 3 };

#define BIT(name) (1ull << TRAIT_##name)

static bool number_of(struct arena *a, struct str s, float *x)
{
	char *end;
	struct str copy = str_dup(a, s);

	*x = strtof(copy.p, &end);
	return s.n && end == copy.p + s.n && isfinite(*x);
}

int confidence_read(struct confidence *c, struct arena *a, const char *path, struct error *e)
{
	struct str text, line;
	int rc = file_read(a, path, 1 << 20, &text, e);

	memset(c, 0, sizeof(*c));
	for (uint32_t number = 1; !rc && str_split(&text, '\n', &line); number++) {
		struct str what, word, rest = str_trim(line);
		float weight = 0, *at = NULL;
		int i;

		if (!rest.n || rest.p[0] == '#')
			continue;
		str_split(&rest, ' ', &what);
		if (str_is(what, "base")) {
			at = &c->base;
		} else if (str_split(&rest, ' ', &word)) {
			if (str_is(what, "trait") && (i = event_trait_find(word)) >= 0)
				at = &c->trait[i];
			if (str_is(what, "type") && (i = event_type_find(word)) >= 0)
				at = &c->type[i];
		}
		if (!at || !number_of(a, str_trim(rest), &weight))
			rc = error_set(e, COU_EDATA, "%s:%u: \"%.*s\" is no weight: base W, trait WORD W or type WORD W", path, number, STR_ARG(line));
		else
			*at = weight;
	}
	return rc;
}

uint64_t match_traits(const struct coding *c, const struct match *m)
{
	const struct frame *f = &c->f->frames[m->frame];
	struct range r = frames_of(c->f, c->keys[m->trigger]);
	uint64_t t = 0;

	t |= f->kind == FRAME_VERB ? BIT(VERB) : f->kind == FRAME_NOUN ? BIT(NOUN) : 0;
	t |= f->kind == FRAME_NOUN && m->support == NONE ? BIT(BARE_NOUN) : 0;
	t |= m->n_fixed ? BIT(FIXED) : 0;
	t |= f->weak ? BIT(WEAK) : 0;
	t |= f->suffix_only || !r.n ? BIT(COMPOUND) : 0;
	for (uint32_t i = r.first; i < r.first + r.n; i++) {
		const struct frame *other = &c->f->frames[c->f->key_frames[i]];

		if (!other->is_state && !other->silent && other->type != f->type)
			t |= BIT(AMBIGUOUS);
	}
	return t;
}

/* Of one side: the first participant speaks for it. */
static uint64_t side_traits(const struct coding *c, const struct participant *at, size_t n, bool actor)
{
	const struct entity *x = n && at->entity != NONE ? &c->d->entities.at[at->entity] : NULL;
	enum mention_how how = n && at->mention != NONE ? c->d->mentions.at[at->mention].how : MENTION_NAME;
	uint64_t t;

#define SIDE(name) (actor ? BIT(ACTOR_##name) : BIT(RECIPIENT_##name))
	if (!n)
		return SIDE(NONE);
	t = n >= CROWD ? SIDE(MANY) : 0;
	if (!x)
		return t | SIDE(UNKNOWN);
	t |= at->span.start == at->span.end ? SIDE(SUPPLIED) : how == MENTION_DESCRIPTION ? SIDE(DESCRIPTION) : how == MENTION_PRONOUN ? SIDE(PRONOUN) : 0;
	t |= x->country[0] ? SIDE(COUNTRY) : 0;
	t |= x->kind == KIND_PEOPLE ? SIDE(PEOPLE) : x->kind == KIND_PERSON ? SIDE(PERSON) : x->kind == KIND_PLACE ? SIDE(PLACE) : 0;
#undef SIDE
	return t;
}

static uint32_t depth_of(const struct coding *c, uint32_t t)
{
	uint32_t depth = 0;

	while (tok(c, t)->head != NONE && depth < DEEP) {
		t = tok(c, t)->head;
		depth++;
	}
	return depth;
}

static uint64_t event_traits(const struct coding *c, uint32_t index)
{
	const struct event *e = &c->d->events.at[index];
	const struct sentence *s = &c->d->sentences.at[e->evidence.sentence];
	enum block_type block = s->block < c->d->blocks.n ? c->d->blocks.at[s->block].type : BLOCK_PARAGRAPH;
	uint32_t beside = 0, depth = depth_of(c, e->trigger);
	uint64_t t = side_traits(c, e->actors.at, e->actors.n, true);

	t |= e->symmetric ? BIT(SYMMETRIC) | (e->actors.n < 2 ? BIT(ALONE) : 0) : side_traits(c, e->recipients.at, e->recipients.n, false);
	t |= 1ull << (TRAIT_HAPPENED + (int)e->status);
	t |= e->mode.n ? BIT(MODE) : 0;
	t |= e->claims.n ? BIT(CLAIMED) : 0;
	t |= is_quoted(c, e->trigger) ? BIT(QUOTED) : 0;
	t |= block == BLOCK_TITLE ? BIT(TITLE) : block == BLOCK_LEAD ? BIT(LEAD) : 0;
	t |= e->when.basis == BASIS_STATED || e->when.basis == BASIS_RELATIVE ? BIT(DATED) : 0;
	t |= e->where.entity != NONE && e->where.span.start < e->where.span.end ? BIT(PLACED) : 0;
	t |= s->end - s->first > VERY_LONG_SENTENCE ? BIT(VERY_LONG) : s->end - s->first > LONG_SENTENCE ? BIT(LONG) : 0;
	t |= depth == 0 ? BIT(ROOT) : depth >= DEEP ? BIT(DEEP) : 0;
	t |= e->reports.n ? BIT(REPORTED) : 0;
	for (size_t i = 0; i < c->d->events.n; i++)
		beside += c->d->events.at[i].evidence.sentence == e->evidence.sentence;
	t |= beside >= CROWD ? BIT(CROWDED) : 0;
	return t;
}

void judge_events(const struct coding *c, const struct confidence *model)
{
	for (uint32_t i = 0; i < c->d->events.n; i++) {
		struct event *e = &c->d->events.at[i];
		float sum = model->base + model->type[e->type];

		e->traits |= event_traits(c, i);
		for (int t = 0; t < EVENT_TRAIT_COUNT; t++)
			sum += e->traits >> t & 1 ? model->trait[t] : 0;
		/* one decimal less than what libraries may differ in */
		e->confidence = roundf(1000 / (1 + expf(-sum))) / 1000;
	}
}
