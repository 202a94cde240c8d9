#include "analyse/repeats.h"

#include "base/map.h"

enum { WINDOW = 60 };				/* sentences: longer input is a book or a treebank, not an article */
enum { TYPES = 4, FULL = 3, ALONE = 2 };	/* votes of a full name for its last word, of a mention for its own type */

struct votes {
	uint32_t of[TYPES];		/* PER LOC ORG MISC, in the order of enum ne */
	bool full;			/* last word of a person's full name */
};

struct tally {
	struct map map;			/* spelling → index */
	VEC(struct votes) votes;
};

static uint32_t type_of(uint8_t ne)
{
	return (uint32_t)(ne - NE_B_PER) / 2;
}

static bool begins(uint8_t ne)
{
	return ne != NE_O && (ne - NE_B_PER) % 2 == 0;
}

static struct votes *votes_of(struct doc *d, struct tally *t, struct str spelling)
{
	uint32_t *at = map_put(&t->map, spelling);

	if (*at == MAP_NONE) {
		*at = (uint32_t)t->votes.n;
		*vec_push(d->a, &t->votes) = (struct votes){ 0 };
	}
	return &t->votes.at[*at];
}

/* Last token of the name that begins at t. */
static uint32_t name_end(const struct doc *d, uint32_t t)
{
	uint32_t sentence = d->tokens.at[t].sentence, inside = d->tokens.at[t].ne + 1u;

	while (t + 1 < d->tokens.n && d->tokens.at[t + 1].ne == inside && d->tokens.at[t + 1].sentence == sentence)
		t++;
	return t;
}

static struct str spelling(const struct doc *d, uint32_t first, uint32_t last)
{
	return doc_slice(d, (struct span){ d->tokens.at[first].span.start, d->tokens.at[last].span.end });
}

static void count(struct doc *d, uint32_t from, uint32_t to, struct tally *t)
{
	for (uint32_t i = from; i < to; i++) {
		uint8_t ne = d->tokens.at[i].ne;

		if (!begins(ne))
			continue;
		uint32_t last = name_end(d, i);

		votes_of(d, t, spelling(d, i, last))->of[type_of(ne)] += ALONE;
		if (ne == NE_B_PER && last > i) {
			struct votes *v = votes_of(d, t, d->tokens.at[last].form);

			v->full = true;
			v->of[0] += FULL;
		}
		i = last;
	}
}

/* The type that has twice the votes of every other.  The last word of a full name is a person's where no place has more votes and no body or
 * thing more than twice as many: places lend their names to people, firms and books seldom.  TYPES if there is none. */
static uint32_t decided(const struct votes *v)
{
	const uint32_t *of = v->of;
	uint32_t best = 0;

	if (v->full && of[0] > of[1] && 2 * of[0] >= of[2] && 2 * of[0] >= of[3])
		return 0;
	for (uint32_t i = 1; i < TYPES; i++)
		if (of[i] > of[best])
			best = i;
	for (uint32_t i = 0; i < TYPES; i++)
		if (i != best && 2 * of[i] > of[best])
			return TYPES;
	return best;
}

static void agree(struct doc *d, uint32_t from, uint32_t to)
{
	struct tally t = { 0 };

	map_init(&t.map, d->a);
	count(d, from, to, &t);
	for (uint32_t i = from; i < to; i++) {
		struct token *x = &d->tokens.at[i];
		bool name = begins(x->ne);
		uint32_t last = name ? name_end(d, i) : i;

		if (!name && (x->ne != NE_O || x->upos != UPOS_PROPN || !x->cased))
			continue;
		uint32_t at = map_get(&t.map, spelling(d, i, last));
		uint32_t type = at == MAP_NONE ? TYPES : decided(&t.votes.at[at]);

		if (type < TYPES && (name || (type == 0 && t.votes.at[at].full))) {
			for (uint32_t k = i; k <= last; k++)
				d->tokens.at[k].ne = (uint8_t)(NE_B_PER + 2 * type + (k > i));
		}
		i = last;
	}
}

void names_agree(struct doc *d)
{
	for (size_t i = 0; i < d->sentences.n; i += WINDOW) {
		size_t last = i + WINDOW < d->sentences.n ? i + WINDOW : d->sentences.n;

		agree(d, d->sentences.at[i].first, d->sentences.at[last - 1].end);
	}
}
