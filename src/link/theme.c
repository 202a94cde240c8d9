/* theme.c - which country a document is about, and whose "the government" is without a word of it. */
#include "link/describe.h"

enum { THEME_MENTIONS = 200 };	/* that compete for being the theme */

void find_theme(struct linking *k)
{
	uint32_t most = 0, all = 0;

	k->theme[0] = 0;
	for (size_t i = 0; i < k->d->mentions.n; i++) {
		const struct mention *m = &k->d->mentions.at[i];
		const struct entity *x = m->n_entities == 1 ? &k->d->entities.at[m->entities[0]] : NULL;
		uint32_t same = 0;

		if (!x || (x->kind != KIND_COUNTRY && x->kind != KIND_PLACE) || !x->country[0])
			continue;
		all++;
		for (size_t n = 0; n < k->d->mentions.n && i < THEME_MENTIONS; n++) {
			const struct mention *o = &k->d->mentions.at[n];
			const struct entity *y = o->n_entities == 1 ? &k->d->entities.at[o->entities[0]] : NULL;

			same += y && (y->kind == KIND_COUNTRY || y->kind == KIND_PLACE) && !memcmp(x->country, y->country, 4);
		}
		if (same > most) {
			most = same;
			memcpy(k->theme, x->country, 4);
		}
	}
	if (most >= 3 && most * 2 >= all)
		memcpy(k->scene, k->theme, 4);
	if (most < 3 || most * 3 < all * 2)
		k->theme[0] = 0;
}

void find_polity(struct linking *k)
{
	static const char *const sectors[] = { "GOV", "LEG", "PTY", "JUD" };
	uint32_t most = 0, all = 0, n = (uint32_t)k->d->mentions.n < THEME_MENTIONS ? (uint32_t)k->d->mentions.n : THEME_MENTIONS;
	const struct entity **political = arena_array(k->d->a, const struct entity *, n + 1);

	for (uint32_t i = 0; i < n; i++) {
		const struct mention *m = &k->d->mentions.at[i];
		const struct entity *x = m->n_entities == 1 ? &k->d->entities.at[m->entities[0]] : NULL;
		bool counts = x && x->country[0] && x->kind == KIND_COUNTRY;

		for (size_t w = 0; x && x->country[0] && x->kind != KIND_PEOPLE && w < sizeof(sectors) / sizeof(*sectors); w++)
			counts |= !strcmp(x->sector, sectors[w]) && (x->kind != KIND_PERSON || x->office.n);
		if (counts)
			political[all++] = x;
	}
	k->polity[0] = 0;
	for (uint32_t i = 0; i < all; i++) {
		uint32_t same = 0;

		for (uint32_t o = 0; o < all; o++)
			same += !memcmp(political[i]->country, political[o]->country, 4);
		if (same > most) {
			most = same;
			memcpy(k->polity, political[i]->country, 4);
		}
	}
	if (most < 3 || most * 3 < all * 2)
		memcpy(k->polity, k->theme, 4);
}

void country_of_context(const struct linking *k, const struct agent *x, uint32_t t, struct belongs *b)
{
	static const char *const sectors[] = { "GOV", "MIL", "COP", "LEG", "JUD", "OPP", "SPY" };
	bool public_body = false;

	for (size_t i = 0; i < sizeof(sectors) / sizeof(*sectors); i++)
		public_body |= !strcmp(x->sector, sectors[i]);
	if (!public_body || x->kind == KIND_PERSON || in_words(k->l, WORDS_STATES, k->lower[t]))	/* "the member states" are of no one country */
		return;
	for (uint32_t n = t; n-- > 0 && tk(k, n)->sentence + OFFICE_BACK >= tk(k, t)->sentence; ) {
		uint32_t i = k->d->mention_of[n];
		const struct mention *m = i == NONE ? NULL : &k->d->mentions.at[i];
		const struct entity *y = m && m->n_entities == 1 ? &k->d->entities.at[m->entities[0]] : NULL;

		uint32_t f, l;
		struct str prefix;

		if (y && y->kind == x->kind && y->country[0] && !memcmp(y->sector, x->sector, 4) && m->how != MENTION_ADJECTIVE &&
		    (m->how == MENTION_NAME || agent_at(k, n, &f, &l, &prefix) == x)) {
			memcpy(b->country, y->country, 4);
			return;
		}
	}
	memcpy(b->country, k->polity, 4);
}
