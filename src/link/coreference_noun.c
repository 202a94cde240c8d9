/* coreference_noun.c - nouns that mean who was named before: "both countries", "his counterpart", "the council". */
#include "link/coreference.h"

bool is_both(const struct linking *k, uint32_t t)
{
	return in_words(k->l, WORDS_BOTH, k->lower[t]) || in_words(k->l, WORDS_TWO, k->lower[t]);
}

struct sides {		/* whom "both" of a sort may mean */
	bool state, person, men, women;
};

static bool may_be_side(const struct linking *k, const struct mention *m, const struct sides *w)
{
	if (m->n_entities != 1)
		return false;
	const struct entity *e = &k->d->entities.at[m->entities[0]];

	if ((w->men && e->female == 2) || (w->women && e->female == 1))
		return false;
	return w->state ? e->kind == KIND_COUNTRY : w->person ? e->kind == KIND_PERSON :
		e->kind == KIND_COUNTRY || e->kind == KIND_PERSON || e->kind == KIND_ARMED_GROUP || (e->kind == KIND_ORGANISATION && strcmp(e->sector, "JRN") != 0);
}

/* "A and B take in refugees of C.  The two …": the last two that are joined, and no third with them, in the sentence. */
static bool joined_pair(const struct linking *k, uint32_t sentence, const uint32_t *order, uint32_t end, const struct sides *w, uint32_t pair[2])
{
	for (uint32_t i = end; i-- > 0 && tk(k, k->d->mentions.at[order[i]].head)->sentence >= sentence; ) {
		const struct mention *m = &k->d->mentions.at[order[i]];
		uint32_t h = tk(k, m->head)->deprel == DEP_CONJ ? tk(k, m->head)->head : NONE, first = h == NONE ? NONE : k->d->mention_of[h], joined = 0;

		for (uint32_t c = first == NONE ? NONE : tk(k, h)->child; c != NONE; c = tk(k, c)->next)
			joined += tk(k, c)->deprel == DEP_CONJ;
		if (joined != 1 || !may_be_side(k, m, w) || !may_be_side(k, &k->d->mentions.at[first], w) || k->d->mentions.at[first].entities[0] == m->entities[0])
			continue;
		pair[0] = m->entities[0];
		pair[1] = k->d->mentions.at[first].entities[0];
		return true;
	}
	return false;
}

void both(struct linking *k, uint32_t t, const uint32_t *order, uint32_t end)
{
	bool counted = false, number = false, definite = false;
	uint32_t last[2], n = 0;
	uint32_t first = t;
	struct str prefix;
	uint32_t f, l;
	const struct agent *x = agent_at(k, t, &f, &l, &prefix);

	for (uint32_t c = tk(k, t)->child; c != NONE; c = tk(k, c)->next) {
		definite |= in_words(k->l, WORDS_DEFINITE, k->lower[c]);
		if (is_both(k, c)) {
			counted = true;
			number |= in_words(k->l, WORDS_TWO, k->lower[c]);
			first = c < first ? c : first;
		}
	}
	if (number && !definite)	/* "impeached two presidents" */
		return;
	if (is_both(k, t) && tk(k, t)->upos != UPOS_NUM && tk(k, t)->upos != UPOS_DET)
		counted = true;
	if (!counted)
		return;
	struct sides w = { .state = in_words(k->l, WORDS_COUNTRY, tk(k, t)->lemma), .men = in_words(k->l, WORDS_MEN, tk(k, t)->lemma),
		.women = in_words(k->l, WORDS_WOMEN, tk(k, t)->lemma) };

	w.person = w.men || w.women || (x && x->kind == KIND_PERSON);
	if (!w.state && !w.person && !in_words(k->l, WORDS_SIDES, tk(k, t)->lemma) && !is_both(k, t))
		return;
	for (uint32_t i = end; i-- > 0 && n < 2; ) {
		const struct mention *m = &k->d->mentions.at[order[i]];

		if (m->head == t || tk(k, t)->sentence - tk(k, m->head)->sentence > SENTENCES_BACK || !may_be_side(k, m, &w))
			continue;
		enum kind kind = k->d->entities.at[m->entities[0]].kind;

		if (!n && joined_pair(k, tk(k, m->head)->sentence, order, i + 1, &w, last))
			n = 2;
		else if ((!n || last[0] != m->entities[0]) && !(n && !w.state && !w.person && kind != k->d->entities.at[last[0]].kind))
			last[n++] = m->entities[0];
	}
	if (n < 2)
		return;
	uint32_t mention = k->d->mention_of[t];

	if (mention == NONE)
		mention = mention_new(k, first, t, t, MENTION_DESCRIPTION, NONE);
	uint32_t in_order[2] = { last[1], last[0] };

	mention_means(k, mention, in_order, 2);
	k->d->mentions.at[mention].how = MENTION_DESCRIPTION;
}

/* The person whose name t heads, or NONE. */
static uint32_t named_person_at(const struct linking *k, uint32_t t)
{
	const struct mention *m = k->d->mention_of[t] == NONE ? NULL : &k->d->mentions.at[k->d->mention_of[t]];

	return m && m->n_entities == 1 && m->how == MENTION_NAME && k->d->entities.at[m->entities[0]].kind == KIND_PERSON ? m->entities[0] : NONE;
}

void counterpart(struct linking *k, uint32_t t, const uint32_t *order, uint32_t end)
{
	char country[4] = "";
	uint32_t first = t, entity = NONE;
	struct str office = STR_NONE;

	for (uint32_t c = tk(k, t)->child; c != NONE; c = tk(k, c)->next) {
		uint32_t m = k->d->mention_of[c];

		if (m != NONE && k->d->mentions.at[m].n_entities && k->d->entities.at[k->d->mentions.at[m].entities[0]].kind == KIND_COUNTRY)
			memcpy(country, k->d->entities.at[k->d->mentions.at[m].entities[0]].country, 4);
		if (named_person_at(k, c) != NONE)
			entity = named_person_at(k, c);		/* "his counterpart Sergei Lavrov" */
		if (c < first && tk(k, c)->deprel != DEP_CASE && tk(k, c)->deprel != DEP_CC && tk(k, c)->deprel != DEP_PUNCT)
			first = c;
	}
	if (entity == NONE && (tk(k, t)->deprel == DEP_APPOS || tk(k, t)->deprel == DEP_NMOD_DESC))
		entity = named_person_at(k, tk(k, t)->head);	/* "Sergei Lavrov, his counterpart" */
	for (uint32_t i = end; i-- > 0 && !office.n; ) {
		const struct mention *m = &k->d->mentions.at[order[i]];

		if (m->head != t && m->n_entities == 1 && k->d->entities.at[m->entities[0]].kind == KIND_PERSON && m->entities[0] != entity)
			office = k->d->entities.at[m->entities[0]].office;
		if (tk(k, t)->sentence - tk(k, m->head)->sentence > SENTENCES_BACK)
			break;
	}
	if (entity == NONE && country[0] && office.n && k->d->date != DAY_NONE) {
		uint32_t w = who_holder(k->l->who, office, country, k->d->date);

		if (w != NONE)
			entity = entity_of_who(k, w);
	}
	if (entity == NONE) {
		entity = entity_new(k, doc_slice(k->d, doc_span(k->d, first, t)), KIND_PERSON, country, "GOV");
		k->d->entities.at[entity].office = office;
	} else {
		struct entity *e = &k->d->entities.at[entity];

		if (!e->country[0])
			memcpy(e->country, country, 4);
		if (!e->office.n)
			e->office = office;
		if (!e->sector[0])
			memcpy(e->sector, "GOV", 4);
	}
	if (k->d->mention_of[t] == NONE)
		mention_new(k, first, t, t, MENTION_DESCRIPTION, entity);
	else
		mention_means(k, k->d->mention_of[t], &entity, 1);
}

/* "in the country" */
static bool is_inside(const struct linking *k, uint32_t t)
{
	for (uint32_t c = tk(k, t)->child; c != NONE; c = tk(k, c)->next)
		if (tk(k, c)->deprel == DEP_CASE && in_words(k->l, WORDS_IN, k->lower[c]))
			return true;
	return false;
}

void the_body(struct linking *k, uint32_t t, const uint32_t *order, uint32_t end, bool country)
{
	uint32_t first = t, f, l;
	bool definite = false;
	struct str prefix;
	const struct agent *sort = country ? NULL : agent_at(k, t, &f, &l, &prefix);	/* "the party" is no court */

	for (uint32_t c = tk(k, t)->child; c != NONE; c = tk(k, c)->next) {
		if (tk(k, c)->deprel == DEP_DET && in_words(k->l, WORDS_DEFINITE, k->lower[c])) {
			definite = true;
			first = c < first ? c : first;
		} else if (tk(k, c)->deprel != DEP_CASE && tk(k, c)->deprel != DEP_PUNCT && c < t) {
			return;		/* "the poor country", "het derde land" is another one */
		} else if (tk(k, c)->deprel == DEP_ACL_RELCL || is_whose(k, c)) {
			return;		/* "the state of Montana", "the party of Macron" */
		}
	}
	if (!definite)
		return;
	uint32_t best = NONE;
	int best_score = 0;

	for (uint32_t i = end; i-- > 0; ) {
		const struct mention *m = &k->d->mentions.at[order[i]];
		uint32_t back = tk(k, t)->sentence - tk(k, m->head)->sentence;

		if (back > SENTENCES_BACK)
			break;
		if (m->head == t || m->n_entities != 1 || m->how == MENTION_DESCRIPTION || !is_body(k->d->entities.at[m->entities[0]].kind, country) ||
		    !strcmp(k->d->entities.at[m->entities[0]].sector, "JRN"))	/* "the group" is not the paper that writes of it */
			continue;
		if (sort && sort->sector[0] && k->d->entities.at[m->entities[0]].sector[0] && memcmp(sort->sector, k->d->entities.at[m->entities[0]].sector, 4) != 0)
			continue;
		/* not the subject of the clause itself: "France withdraws from the country" */
		if (!back && salience(k, m) == 8 && (clause_of_token(k, m->head) == clause_of_token(k, t) || is_inside(k, t)))
			continue;
		int score = 20 - 4 * (int)back + (m->how == MENTION_ADJECTIVE || m->how == MENTION_COMPOUND ? 0 : 6) +
			    (country && !memcmp(k->d->entities.at[m->entities[0]].country, k->theme, 4) ? 8 : 0);

		if (score > best_score) {
			best_score = score;
			best = order[i];
		}
	}
	if (best == NONE)
		return;
	if (k->d->mention_of[t] == NONE)
		mention_new(k, first, t, t, MENTION_DESCRIPTION, k->d->mentions.at[best].entities[0]);
	else
		mention_means(k, k->d->mention_of[t], k->d->mentions.at[best].entities, 1);
}

bool named_so(struct linking *k, uint32_t t, const uint32_t *order, uint32_t end)
{
	enum { SENTENCES_MAX = 12 };
	uint32_t first = t, before = k->d->mention_of[t], f, l;
	struct str prefix;

	for (uint32_t c = tk(k, t)->child; c != NONE; c = tk(k, c)->next)
		if (tk(k, c)->deprel == DEP_DET && in_words(k->l, WORDS_DEFINITE, k->lower[c]))
			first = c;
		else if (tk(k, c)->deprel != DEP_CASE && tk(k, c)->deprel != DEP_PUNCT && tk(k, c)->deprel != DEP_ACL_RELCL)
			return false;
	if (first == t || (before != NONE && k->d->mentions.at[before].how != MENTION_DESCRIPTION) || !agent_at(k, t, &f, &l, &prefix))	/* no body: "that news" after "Sky News" */
		return false;
	for (uint32_t i = end; i-- > 0; ) {
		const struct mention *m = &k->d->mentions.at[order[i]];

		if (tk(k, t)->sentence - tk(k, m->head)->sentence > SENTENCES_MAX)
			return false;
		if (m->how != MENTION_NAME || m->n_entities != 1 || m->last == m->first || !is_body(k->d->entities.at[m->entities[0]].kind, false))
			continue;
		for (uint32_t n = m->first; n <= m->last; n++)
			/* not "the State Department" for a state */
			if (tk(k, n)->cased && str_eq(k->lower[n], k->lower[t]) && (n == m->last || tk(k, n + 1)->upos == UPOS_ADP)) {
				if (before == NONE)
					mention_new(k, first, t, t, MENTION_DESCRIPTION, m->entities[0]);
				else
					mention_means(k, before, m->entities, 1);
				return true;
			}
	}
	return false;
}

void same_sort(struct linking *k, uint32_t t, const uint32_t *order, uint32_t end)
{
	static const char *const sectors[] = { "JRN", "MED", "BUS", "SPY", "PTY", "EDU", "NGO", "IGO", "REB", "LAB" };
	uint32_t before = k->d->mention_of[t], f, l, first = t;
	struct str prefix;
	bool sort = false;
	const struct agent *x = before != NONE && k->d->mentions.at[before].how == MENTION_DESCRIPTION ? agent_at(k, t, &f, &l, &prefix) : NULL;

	for (size_t i = 0; x && i < sizeof(sectors) / sizeof(*sectors); i++)
		sort |= str_is(str_c(x->sector), sectors[i]);
	if (!sort || x->kind == KIND_PERSON || x->kind == KIND_PEOPLE)
		return;
	for (uint32_t c = tk(k, t)->child; c != NONE; c = tk(k, c)->next)
		if (tk(k, c)->deprel == DEP_DET && in_words(k->l, WORDS_DEFINITE, k->lower[c]))
			first = c;
		else if (tk(k, c)->deprel != DEP_CASE && tk(k, c)->deprel != DEP_PUNCT)
			return;
	for (uint32_t i = end; first < t && i-- > 0; ) {
		const struct mention *m = &k->d->mentions.at[order[i]];
		const struct entity *y = m->n_entities == 1 ? &k->d->entities.at[m->entities[0]] : NULL;

		if (tk(k, t)->sentence - tk(k, m->head)->sentence > SENTENCES_BACK)
			return;
		if (y && m->how == MENTION_NAME && is_body(y->kind, false) && !memcmp(y->sector, x->sector, 4)) {
			mention_means(k, before, m->entities, 1);
			return;
		}
	}
}
