/* coreference.c - pronouns and the like to whom they mean, by plain rules: the nearest antecedent that fits in number, kind and sex, subjects
 * first, not more than three sentences back.  What does not resolve stays an unresolved mention. */
#include "link/coreference.h"

enum wanted { PERSON_MALE, PERSON_FEMALE, THING, STATE, MANY };

static uint32_t quote_speaker(const struct linking *k, uint32_t t)
{
	uint32_t q = k->d->quote_of[t], s = q == NONE ? NONE : k->d->quotes.at[q].speaker;

	return s == NONE ? k->d->spoken_by[tk(k, t)->sentence] : s;
}

static bool is_speaker(const struct linking *k, uint32_t t, uint32_t entity)
{
	uint32_t s = quote_speaker(k, t), m = s == NONE ? NONE : k->d->mention_of[s];

	return m != NONE && k->d->mentions.at[m].n_entities == 1 && k->d->mentions.at[m].entities[0] == entity;
}

/* Is t the subject of its clause, whatever the parser says: by its form, or as the only one who can be ("Dat was ze ook")? */
static bool is_subject(const struct linking *k, uint32_t t)
{
	uint32_t v = tk(k, t)->head;

	if (tk(k, t)->deprel == DEP_NSUBJ || tk(k, t)->deprel == DEP_NSUBJ_PASS || in_words(k->l, WORDS_SUBJECT, k->lower[t]))
		return true;
	return (v == NONE || (tk(k, v)->upos == UPOS_VERB && tk(k, v)->bits & FEAT_FIN && doc_child(k->d, v, DEP_NSUBJ) == NONE && doc_child(k->d, v, DEP_NSUBJ_PASS) == NONE)) &&
	       doc_child(k->d, t, DEP_CASE) == NONE && !(tk(k, t)->bits & FEAT_POSS);
}

/* Singular or plural, of the pronoun or of the verb that it is the subject of: FEAT_SING, FEAT_PLUR or 0. */
static uint64_t number_of(const struct linking *k, uint32_t t)
{
	uint64_t bits = tk(k, t)->bits & (FEAT_SING | FEAT_PLUR);
	uint32_t v = tk(k, t)->head == NONE ? t : tk(k, t)->head;

	if (!is_subject(k, t))
		return bits;
	if (tk(k, v)->bits & FEAT_FIN && tk(k, v)->bits & (FEAT_SING | FEAT_PLUR))
		return tk(k, v)->bits & (FEAT_SING | FEAT_PLUR);
	for (uint32_t c = tk(k, v)->child; c != NONE; c = tk(k, c)->next)
		if (tk(k, c)->bits & FEAT_FIN && tk(k, c)->bits & (FEAT_SING | FEAT_PLUR) &&
		    (tk(k, c)->deprel == DEP_AUX || tk(k, c)->deprel == DEP_AUX_PASS || tk(k, c)->deprel == DEP_COP))
			return tk(k, c)->bits & (FEAT_SING | FEAT_PLUR);
	return bits;
}

static bool is_personal(const struct linking *k, uint32_t t)
{
	return tk(k, t)->upos == UPOS_PRON || (tk(k, t)->upos == UPOS_DET && (tk(k, t)->bits & FEAT_POSS));
}

static bool fits(const struct linking *k, const struct entity *x, const struct mention *m, enum wanted w)
{
	switch (w) {
	case PERSON_MALE:
		return x->kind == KIND_PERSON && x->female != 2 && !x->plural;
	case PERSON_FEMALE:
		return x->kind == KIND_PERSON && x->female != 1 && !x->plural;
	case STATE:
		return x->kind == KIND_COUNTRY;
	case THING:
		return x->kind == KIND_COUNTRY || x->kind == KIND_ORGANISATION || x->kind == KIND_GOVERNMENT || x->kind == KIND_ARMED_GROUP ||
		       x->kind == KIND_PARTY || x->kind == KIND_COMPANY;
	default:
		return x->plural || x->kind == KIND_PEOPLE || m->n_entities > 1 || x->kind == KIND_ARMED_GROUP ||
		       (m->how == MENTION_DESCRIPTION && (tk(k, m->head)->bits & FEAT_PLUR));	/* "the Russian authorities say they" */
	}
}

bool is_whose(const struct linking *k, uint32_t t)
{
	uint32_t of = tk(k, t)->deprel == DEP_NMOD ? doc_child(k->d, t, DEP_CASE) : NONE;

	return of != NONE && in_words(k->l, WORDS_OF, k->lower[of]);
}

bool is_body(enum kind kind, bool country)
{
	return country ? kind == KIND_COUNTRY : kind == KIND_ORGANISATION || kind == KIND_PARTY || kind == KIND_ARMED_GROUP || kind == KIND_COMPANY;
}

enum { GROUP_MAX = 8 };

/* The token of the mention that hangs on something outside it: the title of a titled name, also behind a comma. */
static uint32_t top_of(const struct linking *k, const struct mention *m)
{
	uint32_t t = m->head;

	for (int steps = 0; steps < 8; steps++) {
		uint32_t h = tk(k, t)->head;

		if (h == NONE || ((h < m->first || h > m->last) && !(tk(k, t)->deprel == DEP_APPOS && k->d->mention_of[h] == k->d->mention_of[m->head])))
			break;
		t = h;
	}
	return t;
}

/* "Klaver and Van Ojik": the entities of mention m and of those joined to it; how many. */
static uint32_t group_of(const struct linking *k, const struct mention *m, uint32_t entities[GROUP_MAX])
{
	uint32_t n = 0, top = doc_child(k->d, m->head, DEP_CONJ) == NONE ? top_of(k, m) : m->head;	/* they may hang on the title */

	if (m->n_entities != 1 || tk(k, top)->deprel == DEP_CONJ)
		return 0;
	entities[n++] = m->entities[0];
	for (uint32_t c = tk(k, top)->child; c != NONE && n < GROUP_MAX; c = tk(k, c)->next) {
		uint32_t other = tk(k, c)->deprel == DEP_CONJ ? k->d->mention_of[c] : NONE;

		if (other == NONE || k->d->mentions.at[other].n_entities != 1)
			continue;
		uint32_t e = k->d->mentions.at[other].entities[0];

		if ((k->d->entities.at[e].kind == KIND_PERSON) == (k->d->entities.at[entities[0]].kind == KIND_PERSON) &&
		    k->d->entities.at[e].kind != KIND_PLACE && e != entities[0])
			entities[n++] = e;
	}
	return n;
}

int salience(const struct linking *k, const struct mention *m)
{
	switch (tk(k, top_of(k, m))->deprel) {
	case DEP_NSUBJ: case DEP_NSUBJ_PASS: case DEP_ROOT:
		return 8;
	case DEP_OBJ: case DEP_IOBJ: case DEP_OBL_AGENT:
		return 5;
	case DEP_APPOS: case DEP_CONJ:
		return 4;
	case DEP_NMOD_POSS:
		return 3;
	default:
		return m->how == MENTION_ADJECTIVE || m->how == MENTION_COMPOUND ? 0 : 2;
	}
}

uint32_t clause_of_token(const struct linking *k, uint32_t t)
{
	for (int steps = 0; steps < 30 && tk(k, t)->head != NONE && tk(k, t)->upos != UPOS_VERB; steps++)
		t = tk(k, t)->head;
	return t;
}

/* Is the entity named beside pronoun t, as another argument of its verb? */
static bool beside(const struct linking *k, uint32_t t, uint32_t entity)
{
	uint32_t v = tk(k, t)->head;

	for (uint32_t c = v == NONE ? NONE : tk(k, v)->child; c != NONE; c = tk(k, c)->next) {
		uint32_t m = c == t ? NONE : k->d->mention_of[c];

		if (m != NONE && (tk(k, c)->deprel == DEP_NSUBJ || tk(k, c)->deprel == DEP_OBJ || tk(k, c)->deprel == DEP_IOBJ || tk(k, c)->deprel == DEP_OBL_AGENT) &&
		    k->d->mentions.at[m].n_entities == 1 && k->d->mentions.at[m].entities[0] == entity)
			return true;
	}
	return false;
}

/* How often a person is meant by the mentions [0, end) of the sentence of t and the one before: who is talked about goes on. */
static int persistence(const struct linking *k, uint32_t t, const uint32_t *order, uint32_t end, uint32_t entity)
{
	enum { MOST = 3 };
	int n = 0;

	for (uint32_t i = end; i-- > 0 && n < MOST; ) {
		const struct mention *m = &k->d->mentions.at[order[i]];

		if (tk(k, t)->sentence - tk(k, m->head)->sentence > 1)
			break;
		n += m->n_entities == 1 && m->entities[0] == entity;
	}
	return n;
}

/* Does the description introduce somebody whom a later "he" may mean: "a man was arrested", not "they need a new prime minister"? */
static bool introduces(const struct linking *k, const struct mention *m)
{
	enum deprel r = tk(k, top_of(k, m))->deprel;

	return !k->d->entities.at[m->entities[0]].office.n && (r == DEP_NSUBJ || r == DEP_NSUBJ_PASS);
}

/* May pronoun t mean m at all, by where they stand? */
static bool is_open_to(const struct linking *k, uint32_t t, const struct mention *m, enum wanted w)
{
	uint32_t q = k->d->quote_of[m->head];
	bool possessive = (tk(k, t)->bits & FEAT_POSS) != 0;

	if (w == MANY && salience(k, m) < 4)	/* "the rights of third states": they are not whom "they" means */
		return false;
	if (w != MANY && m->how == MENTION_DESCRIPTION && !in_words(k->l, WORDS_DEFINITE, k->lower[m->first]) &&
	    k->who.at[m->entities[0]] == NONE && (tk(k, t)->sentence - tk(k, m->head)->sentence > 1 || !introduces(k, m)))
		return false;
	/* nobody calls himself "he", nor does whoever speaks stand in his own words */
	if (is_speaker(k, t, m->entities[0]) || (q != NONE && k->d->quotes.at[q].speaker == t))
		return false;
	/* in the same clause a personal pronoun does not mean its co-arguments */
	if (tk(k, m->head)->sentence == tk(k, t)->sentence && !possessive && tk(k, top_of(k, m))->head == tk(k, t)->head && m->head != t)
		return false;
	return possessive || !beside(k, t, m->entities[0]);
}

/* "A letter of X in which he": does the relative clause of t hang on a noun whose owner is m? */
static bool owns_what_the_clause_tells_of(const struct linking *k, uint32_t t, const struct mention *m)
{
	uint32_t top = top_of(k, m), v = tk(k, t)->deprel == DEP_NSUBJ ? tk(k, t)->head : NONE;

	return v != NONE && tk(k, v)->deprel == DEP_ACL_RELCL && tk(k, v)->head == tk(k, top)->head &&
	       (tk(k, top)->deprel == DEP_NMOD || tk(k, top)->deprel == DEP_NMOD_POSS);
}

/* How good m is as the antecedent of t. */
static int weigh(const struct linking *k, uint32_t t, const struct mention *m, enum wanted w)
{
	int back = (int)(tk(k, t)->sentence - tk(k, m->head)->sentence), score = 20 - 7 * back + salience(k, m);

	/* whom the sentence is about before whom its clauses are about */
	if (back && tk(k, clause_of_token(k, m->head))->deprel != DEP_ROOT)
		score -= 3;
	if ((w == PERSON_MALE || w == PERSON_FEMALE) && owns_what_the_clause_tells_of(k, t, m))
		score += 8;
	/* the named before those who are only described */
	if (m->how == MENTION_DESCRIPTION && w != MANY && k->who.at[m->entities[0]] == NONE && !(w == THING && salience(k, m) == 8))	/* but "the ministry says it" */
		score -= 6;
	/* the narrator goes on with whom he named himself */
	if (k->d->quote_of[m->head] != NONE && k->d->quote_of[m->head] != k->d->quote_of[t])
		score -= 6;
	/* "they have" are several rather than one body */
	if (w == MANY && number_of(k, t) == FEAT_PLUR && m->n_entities == 1 && tk(k, m->head)->bits & FEAT_SING && doc_child(k->d, m->head, DEP_CONJ) == NONE)
		score -= 4;
	return score;
}

/* Best antecedent of token t among the mentions [0, end) in text order. */
static uint32_t antecedent(const struct linking *k, uint32_t t, const uint32_t *order, uint32_t end, enum wanted w)
{
	uint32_t best = NONE, sentence = tk(k, t)->sentence;
	int best_score = -1;

	for (uint32_t i = end; i-- > 0; ) {
		const struct mention *m = &k->d->mentions.at[order[i]];
		uint32_t back = sentence - tk(k, m->head)->sentence, group[GROUP_MAX];

		if (back > SENTENCES_BACK)
			break;
		if (!m->n_entities || (m->how == MENTION_PRONOUN && back > 1) ||
		    !(fits(k, &k->d->entities.at[m->entities[0]], m, w) || (w == MANY && group_of(k, m, group) > 1)) || !is_open_to(k, t, m, w))
			continue;
		int score = weigh(k, t, m, w) + (w == PERSON_MALE || w == PERSON_FEMALE ? persistence(k, t, order, end, m->entities[0]) : 0);

		if (score > best_score) {
			best_score = score;
			best = order[i];
		}
	}
	return best;
}

/* "In his first speech Emperor Naruhito said": the subject behind a possessive that stands in what opens the sentence; NONE. */
static uint32_t subject_behind(const struct linking *k, uint32_t t, enum wanted w)
{
	uint32_t top = t;

	for (int steps = 0; steps < 6 && tk(k, top)->head != NONE && tk(k, tk(k, top)->head)->deprel != DEP_ROOT; steps++)
		top = tk(k, top)->head;
	uint32_t v = tk(k, top)->head, s = v == NONE || v < top ? NONE : doc_child(k->d, v, DEP_NSUBJ);

	if (!(tk(k, t)->bits & FEAT_POSS) || s == NONE || s < t || tk(k, top)->deprel != DEP_OBL || t > k->d->sentences.at[tk(k, t)->sentence].first + 2)
		return NONE;
	uint32_t m = k->d->mention_of[s];

	return m != NONE && k->d->mentions.at[m].how == MENTION_NAME && k->d->mentions.at[m].n_entities == 1 &&
	       fits(k, &k->d->entities.at[k->d->mentions.at[m].entities[0]], &k->d->mentions.at[m], w) ? m : NONE;
}

static uint32_t antecedent_or_behind(const struct linking *k, uint32_t t, const uint32_t *order, uint32_t end, enum wanted w)
{
	uint32_t m = subject_behind(k, t, w);

	return m == NONE ? antecedent(k, t, order, end, w) : m;
}

/* "Het leger zegt dat het wint": the last body whose article is the word of the pronoun; NONE. */
static uint32_t body_with_article(const struct linking *k, uint32_t t, const uint32_t *order, uint32_t end)
{
	uint32_t a = antecedent(k, t, order, end, THING);

	return a != NONE && str_eq(k->lower[k->d->mentions.at[a].first], k->lower[t]) ? a : NONE;
}

/* "De regering zegt dat ze wint": the body, called "she" by its language, that is the subject of the clause above; NONE. */
static uint32_t subject_above(const struct linking *k, uint32_t t, const uint32_t *order, uint32_t end)
{
	uint32_t a = antecedent(k, t, order, end, THING), v = tk(k, t)->head, above = v == NONE ? NONE : tk(k, v)->head;

	return a != NONE && above != NONE && tk(k, v)->deprel == DEP_CCOMP && tk(k, top_of(k, &k->d->mentions.at[a]))->head == above &&
	       !in_words(k->l, WORDS_IT_COUNTRY, k->lower[k->d->mentions.at[a].first]) ? a : NONE;
}

static void pronoun(struct linking *k, uint32_t t, const uint32_t *order, uint32_t end)
{
	struct str w = k->lower[t];
	uint32_t a = NONE;

	if (tk(k, t)->bits & (FEAT_REL | FEAT_INTER) || in_words(k->l, WORDS_I, w) || in_words(k->l, WORDS_WE, w))
		return;
	uint64_t number = number_of(k, t);

	if (in_words(k->l, WORDS_THAT, w)) {	/* "Die werd verkozen": the last person or body named before */
		if ((tk(k, t)->deprel != DEP_NSUBJ && tk(k, t)->deprel != DEP_NSUBJ_PASS) || number == FEAT_PLUR)
			return;
		for (uint32_t i = end; i-- > 0 && a == NONE; ) {
			const struct mention *m = &k->d->mentions.at[order[i]];

			if (tk(k, t)->sentence - tk(k, m->head)->sentence > 1)
				break;
			enum kind kind = m->n_entities == 1 ? k->d->entities.at[m->entities[0]].kind : KIND_UNKNOWN;

			if (kind == KIND_PERSON || (m->how == MENTION_NAME && is_body(kind, false)))
				a = order[i];
		}
		if (a == NONE)
			return;
	} else if (in_words(k->l, WORDS_HE, w))
		a = antecedent_or_behind(k, t, order, end, PERSON_MALE);
	else if (in_words(k->l, WORDS_SHE, w) && number != FEAT_PLUR) {
		a = antecedent_or_behind(k, t, order, end, PERSON_FEMALE);
		/* Dutch "van ze": no verb tells "her" from "them" */
		if (a != NONE && in_words(k->l, WORDS_THEY, w) && !is_subject(k, t) &&
		    k->d->entities.at[k->d->mentions.at[a].entities[0]].female != 2)
			a = NONE;
	} else if (!in_words(k->l, WORDS_THEY, w) && !in_words(k->l, WORDS_IT, w) && !in_words(k->l, WORDS_SHE, w))
		return;
	if (a == NONE && in_words(k->l, WORDS_THEY, w) && number != FEAT_SING)
		a = antecedent(k, t, order, end, MANY);
	if (a == NONE && in_words(k->l, WORDS_THEY, w) && in_words(k->l, WORDS_SHE, w) && number == FEAT_SING && is_subject(k, t))
		a = subject_above(k, t, order, end);
	/* a possessive: also the country's or organisation's */
	if (a == NONE && in_words(k->l, WORDS_IT, w) && (tk(k, t)->bits & FEAT_POSS))
		a = antecedent(k, t, order, end, in_words(k->l, WORDS_IT_COUNTRY, w) ? STATE : THING);
	if (a == NONE && in_words(k->l, WORDS_IT, w) && tk(k, t)->deprel != DEP_EXPL && tk(k, t)->deprel == DEP_NSUBJ && (tk(k, t)->bits & FEAT_P3)) {
		a = antecedent(k, t, order, end, in_words(k->l, WORDS_IT_COUNTRY, w) ? STATE : THING);
		if (a == NONE && in_words(k->l, WORDS_IT_COUNTRY, w))
			a = body_with_article(k, t, order, end);
		/* "it" rarely means an actor: only right after one that was the subject */
		if (a != NONE && salience(k, &k->d->mentions.at[a]) < 8)
			a = NONE;
		if (a == NONE)
			return;
	}
	if (a == NONE && !in_words(k->l, WORDS_THAT, w) && !in_words(k->l, WORDS_HE, w) && !in_words(k->l, WORDS_SHE, w) && !in_words(k->l, WORDS_THEY, w))
		return;
	uint32_t m = mention_new(k, t, t, t, MENTION_PRONOUN, NONE);

	if (a == NONE)
		return;
	uint32_t group[GROUP_MAX], n = in_words(k->l, WORDS_THEY, w) && number != FEAT_SING ? group_of(k, &k->d->mentions.at[a], group) : 0;

	if (n > 1)
		mention_means(k, m, group, n);
	else
		mention_means(k, m, k->d->mentions.at[a].entities, k->d->mentions.at[a].n_entities);
}

/* "Rutte, die …", "the group, which …": whom the clause hangs on. */
static void relative(struct linking *k, uint32_t t)
{
	uint32_t v = t;

	for (int steps = 0; steps < 6 && v != NONE; steps++, v = tk(k, v)->head)
		if (tk(k, v)->deprel == DEP_ACL_RELCL || (v != t && tk(k, v)->deprel == DEP_ACL)) {
			uint32_t h = tk(k, v)->head, m = h == NONE ? NONE : k->d->mention_of[h] != NONE ? k->d->mention_of[h] : k->covered[h];

			if (m == NONE || !k->d->mentions.at[m].n_entities || h >= t)
				return;
			mention_means(k, mention_new(k, t, t, t, MENTION_PRONOUN, NONE), k->d->mentions.at[m].entities, k->d->mentions.at[m].n_entities);
			return;
		}
}

/* The body whose spokesman or member speaks: "a spokesman of Huawei", "John Geiger of USGS"; NONE. */
static uint32_t body_of_speaker(const struct linking *k, uint32_t speaker, uint32_t mention)
{
	for (size_t i = 0; i < k->d->titles.n; i++)
		if (k->d->titles.at[i].person == mention && k->d->titles.at[i].organisation_entity != NONE && !k->d->titles.at[i].former)
			return k->d->titles.at[i].organisation_entity;
	for (uint32_t c = tk(k, speaker)->child; c != NONE; c = tk(k, c)->next) {
		uint32_t m = tk(k, c)->deprel == DEP_NMOD && c > speaker ? k->d->mention_of[c] : NONE, of = m == NONE ? NONE : doc_child(k->d, c, DEP_CASE);

		if (m != NONE && of != NONE && in_words(k->l, WORDS_OF, k->lower[of]) && k->d->mentions.at[m].n_entities == 1 &&
		    is_body(k->d->entities.at[k->d->mentions.at[m].entities[0]].kind, false))
			return k->d->mentions.at[m].entities[0];
	}
	return NONE;
}

/* "I" in a quotation is who speaks; "we" the body that he speaks for, or, where that is the head or a minister of a state, the state. */
static void first_person(struct linking *k, uint32_t t)
{
	uint32_t speaker = quote_speaker(k, t), m = speaker == NONE ? NONE : k->d->mention_of[speaker];

	if (m == NONE || k->d->mentions.at[m].n_entities != 1)
		return;
	uint32_t e = k->d->mentions.at[m].entities[0];
	const struct entity *x = &k->d->entities.at[e];

	if (in_words(k->l, WORDS_WE, k->lower[t])) {
		uint32_t body = body_of_speaker(k, speaker, m);

		if (body != NONE) {
			e = body;
		} else if (x->kind == KIND_PERSON) {
			uint32_t w = x->office.n && x->country[0] && str_is(str_c(x->sector), "GOV") ? who_country(k->l->who, x->country) : NONE;

			if (w == NONE)
				return;
			e = entity_of_who(k, w);
		}
	} else if (x->kind != KIND_PERSON) {
		return;
	}
	mention_new(k, t, t, t, MENTION_PRONOUN, e);
}

void resolve_pronouns(struct linking *k)
{
	/* mentions in text order, growing as the pronouns get theirs */
	uint32_t *order = arena_array(k->d->a, uint32_t, k->d->tokens.n + 1), n = 0;

	for (uint32_t t = 0; t < k->d->tokens.n; t++) {
		uint32_t before = k->d->mention_of[t];

		if (before != NONE && in_words(k->l, WORDS_COUNTERPART, tk(k, t)->lemma))
			counterpart(k, t, order, n);
		else if (before == NONE && is_personal(k, t))
			pronoun(k, t, order, n);
		else if (before == NONE && tk(k, t)->upos == UPOS_NOUN && in_words(k->l, WORDS_COUNTERPART, tk(k, t)->lemma))
			counterpart(k, t, order, n);
		else if (tk(k, t)->upos == UPOS_NOUN && !(tk(k, t)->bits & FEAT_PLUR) && in_words(k->l, WORDS_COUNTRY, tk(k, t)->lemma))
			the_body(k, t, order, n, true);
		else if (tk(k, t)->upos == UPOS_NOUN && !(tk(k, t)->bits & FEAT_PLUR) && in_words(k->l, WORDS_ORGANISATION, tk(k, t)->lemma))
			the_body(k, t, order, n, false);
		else if (tk(k, t)->upos == UPOS_NOUN && !(tk(k, t)->bits & FEAT_PLUR) && !named_so(k, t, order, n))
			same_sort(k, t, order, n);
		else if (tk(k, t)->upos == UPOS_PROPN && before != NONE && k->d->mentions.at[before].how == MENTION_DESCRIPTION)	/* "the Council" */
			named_so(k, t, order, n);
		if ((tk(k, t)->upos == UPOS_NOUN && (tk(k, t)->bits & FEAT_PLUR)) || is_both(k, t))
			both(k, t, order, n);
		uint32_t m = k->d->mention_of[t];

		if (m != NONE && (!n || order[n - 1] != m) && k->d->mentions.at[m].head == t)
			order[n++] = m;
	}
	/* what no later pronoun may mean, and who speaks behind the quotation */
	for (uint32_t t = 0; t < k->d->tokens.n; t++) {
		if (k->d->mention_of[t] != NONE || tk(k, t)->upos == UPOS_NOUN)
			continue;
		if (in_words(k->l, WORDS_RELATIVE, k->lower[t]))
			relative(k, t);
		else if ((k->d->quote_of[t] != NONE || k->d->spoken_by[tk(k, t)->sentence] != NONE) && (in_words(k->l, WORDS_I, k->lower[t]) || in_words(k->l, WORDS_WE, k->lower[t])))
			first_person(k, t);
	}
}
