/* relink.c - what only the whole document shows: persons whose title names them although the spelling is new, and the ids of those whom
 * the world does not know. */
#include "link/linking.h"

#include "link/spelling.h"

enum { HOLDERS_MAX = 64, WORDS_MAX = 8, LONG_SKELETON = 9, SHORT_SKELETON = 6 };

/* The last n words of a folded name. */
static struct str last_words(struct str key, uint32_t n)
{
	size_t at = key.n;

	while (at > 0 && (key.p[at - 1] != ' ' || --n > 0))
		at--;
	return str_sub(key, at, key.n);
}

static uint32_t count_words(struct str key)
{
	uint32_t n = key.n > 0;

	for (size_t i = 0; i < key.n; i++)
		n += key.p[i] == ' ';
	return n;
}

/* Is "rohani" or "hassan rohani" a spelling of "hassan rouhani"? */
static bool names_alike(const struct linking *k, struct str ours, struct str theirs)
{
	uint32_t n = count_words(ours), all = count_words(theirs);

	if (!n || n > WORDS_MAX)
		return false;
	if (n == 1 && all > 1)		/* the family name is last, or first in the east of Asia */
		return spelling_same(k->d->a, ours, last_words(theirs, 1)) || (all > 2 && spelling_same(k->d->a, ours, last_words(theirs, 2)));
	return spelling_same(k->d->a, ours, theirs) || (n == all && spelling_same(k->d->a, last_words(ours, 1), last_words(theirs, 1)) &&
							 ours.p[0] == theirs.p[0]);
}

/* Lets every mention of entity `from` mean `to`. */
static void replace(struct linking *k, uint32_t from, uint32_t to, const struct rival *why)
{
	for (size_t i = 0; i < k->d->mentions.n; i++) {
		struct mention *m = &k->d->mentions.at[i];

		for (uint32_t e = 0; e < m->n_entities; e++)
			if (m->entities[e] == from) {
				m->entities[e] = to;
				if (m->n_entities == 1 && m->how == MENTION_NAME) {
					m->rivals = arena_dup(k->d->a, why, sizeof(*why));
					m->n_rivals = 1;
				}
			}
	}
}

static struct rival found(const struct linking *k, uint32_t w, uint32_t why, float probability)
{
	struct who_entity x = who_entity(k->l->who, w);
	struct rival r = { .id = x.id, .name = x.name, .kind = x.kind, .probability = probability, .why = why };

	memcpy(r.country, x.country, 4);
	return r;
}

static void relink_titled(struct linking *k, const struct title *t)
{
	static const char nowhere[4] = "";
	const struct mention *m = &k->d->mentions.at[t->person];
	uint32_t e = m->n_entities == 1 ? m->entities[0] : NONE, persons[HOLDERS_MAX], n = 0, best = NONE;
	struct str ours, theirs;
	uint32_t why = 1u << WHY_SPELLING | 1u << WHY_OFFICE | 1u << WHY_COUNTRY;

	if (e == NONE || k->who.at[e] != NONE || k->d->entities.at[e].kind != KIND_PERSON || t->future || !t->office.n)
		return;
	if (t->organisation_entity != NONE) {
		uint32_t o = k->who.at[t->organisation_entity];

		n = o == NONE ? 0 : who_held(k->l->who, t->office, nowhere, o, persons, HOLDERS_MAX);
	} else if (t->country[0]) {
		n = who_held(k->l->who, t->office, t->country, NONE, persons, HOLDERS_MAX);
	}
	who_fold(k->d->a, k->d->entities.at[e].name, &ours);
	for (uint32_t i = 0; i < n; i++) {
		who_fold(k->d->a, who_entity(k->l->who, persons[i]).name, &theirs);
		if (!names_alike(k, ours, theirs))
			continue;
		if (best == NONE || who_in_office(k->l->who, persons[i], k->d->date))
			best = persons[i];
	}
	if (best == NONE)
		return;
	struct rival r = found(k, best, why | (who_in_office(k->l->who, best, k->d->date) ? 1u << WHY_IN_OFFICE : 0), 0.9f);
	uint32_t to = entity_of_who(k, best);

	k->d->entities.at[to].probability = r.probability;
	replace(k, e, to, &r);
}

/* A full name that no table has in this spelling: who has one with the same consonants, of a country that fits? */
static void relink_full_name(struct linking *k, uint32_t e)
{
	const struct entity *x = &k->d->entities.at[e];
	struct str ours, theirs, key;
	uint32_t n, best = NONE;

	who_fold(k->d->a, x->name, &ours);
	if (count_words(ours) < 2 || count_words(ours) > WORDS_MAX)
		return;
	key = str_cat(k->d->a, STR("~"), spelling_skeleton(k->d->a, ours));
	const struct who_hit *hits = who_find(k->l->who, k->l->lang, key, &n);

	for (uint32_t i = 0; i < n && best == NONE; i++) {
		struct who_entity w = who_entity(k->l->who, hits[i].entity);
		bool near = x->country[0] ? !memcmp(x->country, w.country, 4) : false;

		for (size_t c = 0; c < k->countries.n && !x->country[0]; c++)
			near |= key.n > SHORT_SKELETON && !memcmp(k->countries.at[c].code, w.country, 4);
		/* three words, or many consonants, are told by nobody else */
		near |= !x->country[0] && (count_words(ours) > 2 || key.n > LONG_SKELETON);
		who_fold(k->d->a, w.name, &theirs);
		if (near && names_alike(k, ours, theirs))
			best = hits[i].entity;
	}
	if (best == NONE)
		return;
	struct rival r = found(k, best, 1u << WHY_SPELLING | 1u << (x->country[0] ? WHY_COUNTRY : WHY_NEAR), 0.8f);
	uint32_t to = entity_of_who(k, best);

	k->d->entities.at[to].probability = r.probability;
	replace(k, e, to, &r);
}

void relink(struct linking *k)
{
	for (size_t i = 0; i < k->d->titles.n; i++)
		relink_titled(k, &k->d->titles.at[i]);
	for (uint32_t i = 0, n = (uint32_t)k->d->mentions.n; i < n; i++) {
		const struct mention *m = &k->d->mentions.at[i];

		if (m->how == MENTION_NAME && m->n_entities == 1 && k->who.at[m->entities[0]] == NONE &&
		    k->d->entities.at[m->entities[0]].kind == KIND_PERSON)
			relink_full_name(k, m->entities[0]);
	}
}
