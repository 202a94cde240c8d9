/* retag.c - names that the analyser tags too wide: with the field of a minister, or with the title before them. */
#include "link/linking.h"

static bool is_inside(uint8_t ne)
{
	return ne != NE_O && (ne - NE_B_PER) % 2 == 1;
}

/* Takes the tokens of a name from t on out of it. */
static void end_before(struct linking *k, uint32_t t)
{
	for (; t < k->d->tokens.n && is_inside(tk(k, t)->ne); t++)
		tk(k, t)->ne = NE_O;
}

/* "EU-president Tusk", tagged as a body: the name behind a title is a person's. */
static bool is_title_in_name(const struct linking *k, uint32_t t)
{
	uint32_t first, last;
	struct str prefix = STR_NONE;

	if (tk(k, t)->ne == NE_O || is_inside(tk(k, t)->ne) || t + 1 >= k->d->tokens.n || tk(k, t + 1)->ne != tk(k, t)->ne + 1 ||
	    tk(k, t + 1)->upos != UPOS_PROPN || !tk(k, t + 1)->cased || tk(k, t + 1)->head != t)
		return false;
	const struct agent *x = agent_at(k, t, &first, &last, &prefix);

	return x && x->kind == KIND_PERSON && x->office.n && prefix.n && first == t && last == t;
}

void retag_names(struct linking *k)
{
	for (uint32_t t = 0; t + 2 < k->d->tokens.n; t++) {
		const struct agent *office;

		if (tk(k, t + 1)->ne == NE_B_PER && tk(k, t)->upos != UPOS_PUNCT) {
			uint32_t of = field_behind_name(k, t, &office);

			if (of != NONE && tk(k, of)->ne == NE_I_PER)
				end_before(k, of);
		}
		if (is_title_in_name(k, t)) {
			tk(k, t)->ne = NE_O;
			tk(k, t + 1)->ne = NE_B_PER;
			for (uint32_t i = t + 2; i < k->d->tokens.n && is_inside(tk(k, i)->ne); i++)
				tk(k, i)->ne = NE_I_PER;
		}
	}
}
