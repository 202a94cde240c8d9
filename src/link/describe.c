/* describe.c - descriptions of actors without a name: "Israeli troops", "the foreign minister of Iran", "both governments". */
#include "link/describe.h"

#include "base/unicode.h"

static bool holds(struct str all, struct str part)
{
	for (size_t i = 0; i + part.n <= all.n; i++)
		if (!memcmp(all.p + i, part.p, part.n))
			return true;
	return false;
}

/* Are the adjectives of noun n also in the name?  "the fourth group" is not "the conservative group". */
static bool has_own_words(const struct linking *k, uint32_t n, struct str name)
{
	struct str lower = unicode_lower_str(k->d->a, name);

	for (uint32_t c = tk(k, n)->child; c != NONE; c = tk(k, c)->next)
		if ((tk(k, c)->deprel == DEP_AMOD || tk(k, c)->deprel == DEP_COMPOUND) && k->d->mention_of[c] == NONE && !holds(lower, k->lower[c]))
			return false;
	return true;
}

/* Whom the document described so before.  Armies and police of one country are one, but no ministry; other bodies only under the same noun, and whatever has
 * no country only without other adjectives: "women" are not the "people" of before, "the ministers" not the "third states". */
static uint32_t same_description(const struct linking *k, uint32_t noun, enum kind kind, const char country[4], const char sector[4], struct str office)
{
	bool force = kind == KIND_GOVERNMENT && country[0] && (!strcmp(sector, "MIL") || !strcmp(sector, "COP"));

	for (uint32_t i = (uint32_t)k->d->entities.n; i-- > 0; ) {
		const struct entity *x = &k->d->entities.at[i];

		if (x->kind == kind && !memcmp(x->country, country, 4) && !memcmp(x->sector, sector, 4) && str_eq(x->office, office) &&
		    (kind != KIND_PERSON || office.n) &&
		    ((force && k->who.at[i] == NONE) || (str_ends(x->name, tk(k, noun)->form) && ((kind != KIND_PEOPLE && country[0]) || k->who.at[i] == NONE) &&
			       has_own_words(k, noun, x->name))))
			return i;
	}
	return NONE;
}

/* Does one who holds `office` answer to `title`?  "the minister" is any minister. */
static bool answers_to(struct str office, struct str title)
{
	return str_eq(office, title) || (office.n > title.n + 1 && str_starts(office, title) && office.p[title.n] == ' ');
}

/* "the president": whom the document last called so before token t. */
static uint32_t earlier_office(const struct linking *k, struct str office, const char country[4], uint32_t t)
{
	for (uint32_t n = t; n-- > 0 && tk(k, n)->sentence + OFFICE_BACK >= tk(k, t)->sentence; ) {
		uint32_t i = k->d->mention_of[n];
		const struct mention *m = i == NONE ? NULL : &k->d->mentions.at[i];

		if (!m || m->n_entities != 1)
			continue;
		const struct entity *x = &k->d->entities.at[m->entities[0]];

		if (x->kind == KIND_PERSON && answers_to(x->office, office) && !(country[0] && x->country[0] && memcmp(x->country, country, 4)))
			return m->entities[0];
	}
	return NONE;
}

/* "the 33-year-old politician": the only person whom the sentences before call by that noun, where he has a name; no other adjective, and nothing of whom. */
static uint32_t called_so(const struct linking *k, uint32_t noun)
{
	uint32_t found = NONE;

	for (uint32_t c = tk(k, noun)->child; c != NONE; c = tk(k, c)->next)
		if (c > noun ? tk(k, c)->deprel != DEP_PUNCT && tk(k, c)->deprel != DEP_CONJ && tk(k, c)->deprel != DEP_CC :
		    tk(k, c)->deprel != DEP_DET && tk(k, c)->deprel != DEP_CASE && !(tk(k, c)->deprel == DEP_AMOD && tk(k, c)->form.p[0] >= '1' && tk(k, c)->form.p[0] <= '9'))
			return NONE;
	for (uint32_t t = noun; t-- > 0 && tk(k, t)->sentence + OFFICE_BACK >= tk(k, noun)->sentence; ) {
		const struct mention *m = !str_eq(tk(k, t)->lemma, tk(k, noun)->lemma) || k->d->mention_of[t] == NONE ? NULL : &k->d->mentions.at[k->d->mention_of[t]];

		if (!m)
			continue;
		if (m->n_entities != 1 || (found != NONE && found != m->entities[0]) || k->d->entities.at[m->entities[0]].kind != KIND_PERSON)
			return NONE;
		found = m->entities[0];
	}
	for (size_t i = 0; found != NONE && i < k->d->mentions.n; i++)
		if (k->d->mentions.at[i].how == MENTION_NAME && k->d->mentions.at[i].n_entities == 1 && k->d->mentions.at[i].entities[0] == found)
			return found;
	return NONE;
}

uint32_t local_owner(const struct linking *k, const struct agent *x, uint32_t n, const struct belongs *b)
{
	const struct entity *e = b->entity == NONE || b->weak ? NULL : &k->d->entities.at[b->entity];
	uint32_t person;

	if (!e || e->kind != KIND_PLACE || str_is(str_c(x->sector), "LEG") || (e->place.precision != PLACE_REGION && !in_words(k->l, WORDS_LOCAL_OFFICE, tk(k, n)->lemma) && x->office.n &&
					    who_held(k->l->who, x->office, b->country, NONE, &person, 1)))
		return NONE;
	return b->entity;
}

/* Who holds the office that noun x names, now; the phrase begins at token `begin`.  NONE: nobody known, an office of another body
 * ("a police spokesman"), or one of several ("a German minister"). */
static uint32_t holder_of(const struct linking *k, const struct agent *x, const char country[4], uint32_t begin)
{
	const struct token *t = tk(k, begin);
	const struct who_term *terms;
	uint32_t w, n;

	if (k->d->date == DAY_NONE || (t->upos == UPOS_DET && !(t->bits & (FEAT_DEF | FEAT_DEM | FEAT_POSS))))
		return NONE;
	w = who_holder(k->l->who, x->office, country, k->d->date);
	n = w == NONE ? 0 : who_terms(k->l->who, w, &terms);
	for (uint32_t i = 0; i < n; i++) {
		if (x->sector[0] && terms[i].sector[0] && str_eq(terms[i].office, x->office) && !memcmp(terms[i].country, country, 4) &&
		    strcmp(terms[i].sector, x->sector))
			return NONE;
	}
	return w;
}

/* "de republiek Turkmenistan", "the militant group Hamas": the name that the description introduces, or NONE. */
static uint32_t introduced(const struct linking *k, uint32_t n, bool place)
{
	for (uint32_t c = tk(k, n)->child; c != NONE; c = tk(k, c)->next) {
		uint32_t m = k->d->mention_of[c];
		enum deprel r = tk(k, c)->deprel;

		if (c < n || c - n > 3 || m == NONE || (r != DEP_APPOS && r != DEP_FLAT && r != DEP_NMOD && r != DEP_COMPOUND) ||
		    (doc_child(k->d, c, DEP_CASE) != NONE && !(place && is_of(k, c))))
			continue;
		const struct mention *x = &k->d->mentions.at[m];

		if (x->how == MENTION_NAME && x->n_entities == 1 && x->first <= n + 2 && k->d->entities.at[x->entities[0]].kind != KIND_PERSON)
			return m;
	}
	/* "Greek militant group Red Dawn threatens", whatever the tree says */
	uint32_t t = n + 1, end = k->d->sentences.at[tk(k, n)->sentence].end;

	if (place || t + 1 >= end)
		return NONE;
	if (in_words(k->l, WORDS_DEFINITE, k->lower[t]))
		t++;
	uint32_t m = k->covered[t];

	return m != NONE && k->d->mentions.at[m].first == t && k->d->mentions.at[m].how == MENTION_NAME && k->d->mentions.at[m].n_entities == 1 &&
	       (k->d->entities.at[k->d->mentions.at[m].entities[0]].kind == KIND_ORGANISATION || k->d->entities.at[k->d->mentions.at[m].entities[0]].kind == KIND_ARMED_GROUP ||
		k->d->entities.at[k->d->mentions.at[m].entities[0]].kind == KIND_PARTY) ? m : NONE;
}

/* "Al-Shabaab militants", "Hamas members", "EU leaders": who acts for a group with no other standing is the group; its supporters are not. */
static bool is_side_of(const struct linking *k, const struct agent *x, const struct belongs *b)
{
	const struct entity *o = b->entity == NONE || b->weak ? NULL : &k->d->entities.at[b->entity];

	if (!o || !b->is_organisation)
		return false;
	return o->kind == KIND_ARMED_GROUP ? !x->sector[0] || !strcmp(x->sector, "UAF") || !strcmp(x->sector, "REB") || is_force(x->sector) || x->leader : (x->leader || (x->weak && !strcmp(x->sector, "GOV"))) && !strcmp(o->sector, "IGO");
}

/* "a man and his wife": with a possessive, joined to somebody of whom the text speaks. */
static bool is_companion(const struct linking *k, uint32_t n)
{
	if (tk(k, n)->deprel != DEP_CONJ || k->d->mention_of[tk(k, n)->head] == NONE)
		return false;
	for (uint32_t c = tk(k, n)->child; c != NONE; c = tk(k, c)->next)
		if (tk(k, c)->bits & FEAT_POSS)
			return true;
	return false;
}

/* "Iranian Chess Federation President": does a body that is no state stand between the country and the office? */
static bool is_of_body(const struct linking *k, uint32_t n)
{
	for (uint32_t c = tk(k, n)->child; c != NONE && c < n; c = tk(k, c)->next) {
		uint32_t m = tk(k, c)->deprel == DEP_COMPOUND ? k->d->mention_of[c] : NONE;

		if (m != NONE && k->d->mentions.at[m].n_entities == 1) {
			enum kind kind = k->d->entities.at[k->d->mentions.at[m].entities[0]].kind;

			if (kind == KIND_ORGANISATION || kind == KIND_COMPANY || kind == KIND_PARTY)
				return true;
		}
	}
	return false;
}

/* "representatives from 40 nations": of whom, is said, though no country by name. */
static bool serves_states(const struct linking *k, uint32_t n, const struct agent *x)
{
	for (uint32_t c = !strcmp(x->sector, "GOV") ? tk(k, n)->child : NONE; c != NONE; c = tk(k, c)->next) {
		uint32_t word = c > n && tk(k, c)->deprel == DEP_NMOD && (tk(k, c)->bits & FEAT_PLUR) ? map_get(&k->l->agent_of, k->lower[c]) : MAP_NONE;

		if (word != MAP_NONE && k->l->agents.at[word].kind == KIND_GOVERNMENT && !k->l->agents.at[word].none)
			return true;
	}
	return false;
}

/* "all parties", "many countries", "three governments": so many, whoever was told of before. */
static bool is_counted_anew(const struct linking *k, uint32_t n)
{
	uint32_t article = doc_child(k->d, n, DEP_DET);

	return doc_child(k->d, n, DEP_NUMMOD) != NONE || (article != NONE && article < n && !(tk(k, article)->bits & (FEAT_DEF | FEAT_DEM | FEAT_POSS)));
}

/* "violence against women" after "27,000 women": people in general are not those that were counted. */
static bool was_counted(const struct linking *k, uint32_t entity)
{
	for (size_t i = 0; i < k->d->mentions.n; i++) {
		const struct mention *m = &k->d->mentions.at[i];

		if (m->n_entities == 1 && m->entities[0] == entity)
			return doc_child(k->d, m->head, DEP_NUMMOD) != NONE;
	}
	return false;
}

/* "The leader of the union": whom the text has called the leader of that body already. */
static uint32_t leader_named(const struct linking *k, uint32_t body)
{
	for (size_t i = k->d->titles.n; i-- > 0; ) {
		const struct title *t = &k->d->titles.at[i];

		if (t->leader && !t->former && !t->future && t->organisation_entity == body && k->d->mentions.at[t->person].n_entities == 1)
			return k->d->mentions.at[t->person].entities[0];
	}
	return NONE;
}

static void describe(struct linking *k, const struct agent *x, uint32_t n, uint32_t first, uint32_t last, const struct belongs *b)
{
	static const struct belongs nobody = { "", NONE, false, false };
	uint32_t entity = NONE, begin = phrase_begin(k, n, first);
	char sector[4];
	bool plural = (tk(k, n)->bits & FEAT_PLUR) != 0, person = x->kind == KIND_PERSON && !plural;
	enum kind kind = x->kind == KIND_PERSON && plural ? (str_is(str_c(x->sector), "GOV") ? KIND_GOVERNMENT : KIND_PEOPLE) : x->kind;

	for (uint32_t c = tk(k, n)->child; c != NONE && c < n; c = tk(k, c)->next)
		if ((tk(k, c)->deprel == DEP_DET || tk(k, c)->deprel == DEP_AMOD || tk(k, c)->deprel == DEP_NUMMOD) && (in_words(k->l, WORDS_WHICH, k->lower[c]) || in_words(k->l, WORDS_NOBODY, k->lower[c])))
			return;
	/* "Not all parties voted for it": of whom it is not said */
	if (begin > 0 && begin == k->d->sentences.at[tk(k, n)->sentence].first + 1 && tk(k, n)->deprel == DEP_NSUBJ && in_words(k->l, WORDS_NOT, k->lower[begin - 1]))
		return;
	if (x->kind == KIND_PLACE || (x->weak && (b->entity == NONE || b->weak) && !(x->kind == KIND_PERSON && (is_companion(k, n) || serves_states(k, n, x)))))
		return;
	if (x->state && b->entity != NONE && k->d->entities.at[b->entity].kind == KIND_PLACE && in_words(k->l, WORDS_COUNTRY, k->lower[n])) {	/* "the state of Montana" */
		uint32_t in = doc_child(k->d, n, DEP_CASE), name = doc_child(k->d, n, DEP_NMOD);

		if (in != NONE && in_words(k->l, WORDS_IN, k->lower[in]))
			return;
		if (name != NONE && name > n && k->d->mention_of[name] != NONE)
			last = k->d->mentions.at[k->d->mention_of[name]].last;
	}
	if (x->weak && kind == KIND_GOVERNMENT && x->kind == KIND_GOVERNMENT && b->is_organisation && k->d->entities.at[b->entity].kind != KIND_GOVERNMENT)
		kind = KIND_ORGANISATION;
	if (tk(k, n)->deprel == DEP_COMPOUND && !strcmp(x->sector, "JRN"))	/* "press release" */
		return;
	if (x->weak && x->kind == KIND_GOVERNMENT && k->d->entities.at[b->entity].kind == KIND_PLACE)	/* "the Montreal team" */
		return;
	memcpy(sector, sector_of(k, x, n, b), 4);
	if (x->weak && b->weak)		/* "a man and his wife in Berlin" */
		b = &nobody;
	if (x->weak && !sector[0] && !b->country[0])	/* members of whom nothing is known */
		return;
	if (x->state && b->entity != NONE && !b->is_organisation && k->d->entities.at[b->entity].kind == KIND_COUNTRY) {
		mention_new(k, begin, last, n, MENTION_DESCRIPTION, b->entity);
		return;
	}
	if (x->kind == KIND_PERSON && plural && is_side_of(k, x, b)) {
		mention_new(k, begin, last, n, MENTION_DESCRIPTION, b->entity);
		return;
	}
	if (person && x->office.n && !b->weak && !is_of_body(k, n) && local_owner(k, x, n, b) == NONE) {
		bool former = false, future = false;

		time_of_title(k, n, first, &former, &future);
		if (former)
			memcpy(sector, sector_of_former(x->sector, former), 4);
		if (b->country[0] && !b->is_organisation && !former && !future && !in_words(k->l, WORDS_LOCAL_OFFICE, tk(k, n)->lemma)) {
			uint32_t w = holder_of(k, x, b->country, begin);

			if (w != NONE)
				entity = entity_of_who(k, w);
		}
		if (entity == NONE && is_definite(k, begin, n) && !former && !future)
			entity = earlier_office(k, x->office, b->country, n);
		if (entity == NONE && !b->country[0] && b->entity == NONE && k->polity[0] && is_definite(k, begin, n) && !former && !future &&
		    !in_words(k->l, WORDS_LOCAL_OFFICE, tk(k, n)->lemma) && !(tk(k, begin)->bits & FEAT_POSS)) {	/* "the prime minister" of the country that the article is about */
			uint32_t w = holder_of(k, x, k->polity, begin);

			if (w != NONE)
				entity = entity_of_who(k, w);
		}
	}
	if (entity == NONE && person && x->leader && b->is_organisation && is_definite(k, begin, n))
		entity = leader_named(k, b->entity);
	if (entity == NONE && person && !x->office.n && b->entity == NONE && is_definite(k, begin, n) && !(tk(k, begin)->bits & FEAT_POSS))
		entity = called_so(k, n);
	/* "local people" are not the "five people" before; "the people" may be */
	bool again = (kind != KIND_PEOPLE && !(plural && is_counted_anew(k, n))) || is_definite(k, begin, n) || begin == n;

	if (entity == NONE && kind != KIND_PERSON && again)
		entity = same_description(k, n, kind, b->country, sector, plural ? STR("") : STR_NONE);
	if (entity != NONE && kind == KIND_PEOPLE && plural && begin == n && was_counted(k, entity))
		entity = NONE;
	if (entity == NONE) {
		struct str words = doc_slice(k->d, doc_span(k->d, begin, last));

		entity = entity_new(k, words, kind, b->country, sector);
		k->d->entities.at[entity].office = person ? x->office : STR_NONE;
		k->d->entities.at[entity].plural = plural || x->plural;
	}
	mention_new(k, begin, last, n, MENTION_DESCRIPTION, entity);
}

/* One who is described by noun x of the joined owner b, the token of whose name is `owner`. */
static uint32_t each_described(struct linking *k, const struct agent *x, uint32_t n, uint32_t first, uint32_t last, const struct belongs *b, uint32_t owner)
{
	const struct mention *m = &k->d->mentions.at[k->d->mention_of[owner]];
	struct str words = doc_slice(k->d, doc_span(k->d, first, last)), whose = doc_slice(k->d, doc_span(k->d, m->first, m->last));
	enum kind kind = x->kind != KIND_PERSON ? x->kind : str_is(str_c(x->sector), "GOV") ? KIND_GOVERNMENT : KIND_PEOPLE;
	bool held = x->kind == KIND_PERSON && x->office.n && !b->is_organisation && k->d->date != DAY_NONE;
	uint32_t holder = held ? who_holder(k->l->who, x->office, b->country, k->d->date) : NONE, entity;

	if (x->state && !b->is_organisation)
		return b->entity;
	if (holder != NONE)
		return entity_of_who(k, holder);
	char sector[4];

	memcpy(sector, sector_of(k, x, n, b), 4);
	entity = same_description(k, n, kind, b->country, sector, STR(""));
	if (entity == NONE) {
		entity = entity_new(k, str_cat(k->d->a, str_cat(k->d->a, whose, STR(" ")), words), kind, b->country, sector);
		k->d->entities.at[entity].plural = true;
	}
	return entity;
}

/* "French and German ministers" are several, each with a country. */
static bool describe_joined(struct linking *k, const struct agent *x, uint32_t n, uint32_t first, uint32_t last)
{
	struct belongs owners[JOINED_MAX];
	uint32_t tokens[JOINED_MAX], count = joined_owners(k, n, x->kind == KIND_GOVERNMENT, owners, tokens), begin = first;

	if (!count || x->kind == KIND_PLACE || x->kind == KIND_COMPANY)
		return false;
	uint32_t *entities = arena_array(k->d->a, uint32_t, count);

	for (uint32_t i = 0; i < count; i++) {
		entities[i] = each_described(k, x, n, first, last, &owners[i], tokens[i]);
		begin = tokens[i] < begin ? k->d->mentions.at[k->d->mention_of[tokens[i]]].first : begin;
	}
	struct mention *m = &k->d->mentions.at[mention_new(k, phrase_begin(k, n, begin), last, n, MENTION_DESCRIPTION, entities[0])];

	m->entities = entities;
	m->n_entities = count;
	return true;
}

/* Dutch and German write "VN-rapport", "Gaza-oorlog": the first part is named though the word is no actor. */
static void compound_prefix(struct linking *k, uint32_t t)
{
	struct str form = tk(k, t)->form, key;
	size_t hyphen = str_find(form, '-');
	uint32_t count;

	if (hyphen == form.n || hyphen < 2 || !tk(k, t)->cased || k->d->mention_of[t] != NONE)
		return;
	who_fold(k->d->a, str_sub(form, 0, hyphen), &key);
	const struct who_hit *h = who_find(k->l->who, k->l->lang, key, &count);

	for (uint32_t i = 0; i < count; i++) {
		struct who_entity x = who_entity(k->l->who, h[i].entity);

		if (x.kind == KIND_PLACE || h[i].how == WHO_FAMILY || h[i].how == WHO_INHABITANT)
			continue;
		uint32_t m = mention_new(k, t, t, t, MENTION_COMPOUND, entity_of_who(k, h[i].entity));

		k->d->mentions.at[m].span.end = k->d->mentions.at[m].span.start + (uint32_t)hyphen;
		return;
	}
}

/* "A spokesman of the ministry": whose country is known only when the ministry, which stands behind, has been described. */
static void owned_later(struct linking *k)
{
	for (size_t i = 0; i < k->d->mentions.n; i++) {
		const struct mention *m = &k->d->mentions.at[i];
		struct entity *x = m->n_entities == 1 && m->how == MENTION_DESCRIPTION ? &k->d->entities.at[m->entities[0]] : NULL;

		if (!x || x->kind != KIND_PERSON || x->country[0])
			continue;
		for (uint32_t c = tk(k, m->head)->child; c != NONE && !x->country[0]; c = tk(k, c)->next) {
			uint32_t n = c > m->head && tk(k, c)->deprel == DEP_NMOD && is_of(k, c) ? k->d->mention_of[c] : NONE;
			const struct entity *owner = n == NONE || k->d->mentions.at[n].n_entities != 1 ? NULL : &k->d->entities.at[k->d->mentions.at[n].entities[0]];

			if (owner && (owner->kind == KIND_GOVERNMENT || owner->kind == KIND_ORGANISATION || owner->kind == KIND_PARTY || owner->kind == KIND_ARMED_GROUP || owner->kind == KIND_COMPANY))
				memcpy(x->country, owner->country, 4);
		}
	}
}

/* "president and CEO of Nokia": the body behind the second of two joined titles is that of both. */
static void shared_owner(struct linking *k, uint32_t last, struct belongs *b)
{
	enum { WORDS_MAX = 3 };
	uint32_t first, end, stop = k->d->sentences.at[tk(k, last)->sentence].end;
	struct str prefix;

	for (uint32_t t = last + 2; t < stop && t < last + 2 + WORDS_MAX && tk(k, last + 1)->upos == UPOS_CCONJ; t++) {
		const struct agent *x = agent_at(k, t, &first, &end, &prefix);

		if (!x || first != last + 2 || x->kind != KIND_PERSON || (tk(k, t)->bits & FEAT_PLUR))
			continue;
		struct belongs of = owner(k, t, first, end, prefix, false);

		if (of.is_organisation && !of.weak)
			*b = of;
		return;
	}
}

void find_descriptions(struct linking *k)
{
	find_theme(k);
	find_polity(k);
	for (uint32_t t = 0; t < k->d->tokens.n; t++) {
		uint32_t first, last;
		struct str prefix;

		if (k->d->mention_of[t] != NONE || (k->covered[t] != NONE && k->d->mentions.at[k->covered[t]].how == MENTION_NAME)) {
			name_holder(k, t);
			royal_title(k, t);
			continue;
		}
		const struct agent *x = agent_at(k, t, &first, &last, &prefix);

		if (!x) {
			if (tk(k, t)->upos == UPOS_NOUN || tk(k, t)->upos == UPOS_PROPN)
				compound_prefix(k, t);
			continue;
		}
		struct belongs b = owner(k, t, first, last, prefix, x->kind == KIND_GOVERNMENT);

		if (x->hired && b.entity != NONE && k->d->entities.at[b.entity].kind != KIND_COUNTRY)
			b.country[0] = 0;

		if (b.entity == NONE && x->kind == KIND_PERSON && x->office.n)
			shared_owner(k, last, &b);

		if (x->topic && b.entity != NONE && (prefix.n || doc_child(k->d, t, DEP_COMPOUND) != NONE) && doc_child(k->d, t, DEP_AMOD) == NONE)	/* "Iran expert" */
			b = (struct belongs){ "", NONE, false, false };

		/* "Shin Bet Security Service" is Shin Bet */
		if (tk(k, t)->cased && x->kind != KIND_PERSON && x->kind != KIND_PEOPLE && b.is_organisation && first > 0 && k->covered[first - 1] != NONE &&
		    k->d->mentions.at[k->covered[first - 1]].how == MENTION_NAME && k->d->mentions.at[k->covered[first - 1]].entities[0] == b.entity &&
		    tk(k, t)->sentence == tk(k, first - 1)->sentence && tk(k, first - 1)->upos == UPOS_PROPN) {
			mention_new(k, k->d->mentions.at[k->covered[first - 1]].first, last, t, MENTION_NAME, b.entity);
			continue;
		}
		/* "foreign diplomats in Oslo" */
		for (uint32_t c = b.weak ? tk(k, t)->child : NONE; c != NONE; c = tk(k, c)->next)
			if (tk(k, c)->deprel == DEP_AMOD && in_words(k->l, WORDS_FOREIGN, k->lower[c]))
				b = (struct belongs){ "", NONE, false, false };
		uint32_t person = x->kind == KIND_PERSON ? titled(k, t, last) : NONE, name = x->kind != KIND_PERSON && !(tk(k, t)->bits & FEAT_PLUR) ? introduced(k, t, x->kind == KIND_PLACE) : NONE;

		/* "Leger Fiji" in a headline, "Brandweer Nederland": the body of the country */
		if (name != NONE && (x->kind == KIND_GOVERNMENT || x->kind == KIND_ORGANISATION) && !x->state && k->d->entities.at[k->d->mentions.at[name].entities[0]].kind == KIND_COUNTRY) {
			take_owner(k, name, &b);
			name = NONE;
		}
		if (name != NONE) {
			struct mention *named = &k->d->mentions.at[name];
			struct entity *e = &k->d->entities.at[named->entities[0]];

			named->first = phrase_begin(k, t, first);
			named->span = doc_span(k->d, named->first, named->last);
			k->d->mention_of[t] = name;
			if (!e->sector[0] && e->kind != KIND_PLACE)
				memcpy(e->sector, x->sector, 4);
			if (!e->country[0] && b.country[0] && !b.weak)
				memcpy(e->country, b.country, 4);
			if (e->kind == KIND_ORGANISATION && k->who.at[named->entities[0]] == NONE)
				e->kind = x->kind;
			continue;
		}

		uint32_t beside = person == NONE ? bearer_beside(k, x, t) : NONE;

		if (person == NONE && beside == NONE)
			beside = bearer_of_list(k, x, t);
		if (person == NONE && beside == NONE)
			beside = named_before(k, x, t, phrase_begin(k, t, first));
		if (beside != NONE) {
			uint32_t bearer = k->d->mentions.at[beside].entities[0], same = mention_new(k, phrase_begin(k, t, first), last, t, MENTION_DESCRIPTION, NONE);

			mention_means(k, same, &bearer, 1);
			k->d->mentions.at[same].how = MENTION_DESCRIPTION;
			continue;
		}
		if (person == NONE && describe_joined(k, x, t, first, last))
			continue;
		if (person == NONE) {
			if (b.entity == NONE && in_words(k->l, WORDS_SPOKESMAN, tk(k, t)->lemma))
				owner_before(k, t, &b);
			/* "Police", "Defensie": a body named without article is that of the country, too */
			bool bare = x->kind == KIND_GOVERNMENT && phrase_begin(k, t, first) == first && tk(k, first)->cased && !(tk(k, t)->bits & FEAT_PLUR);

			if (b.entity == NONE && ((x->proper && last > first) || bare || is_definite(k, phrase_begin(k, t, first), t)))
				country_of_context(k, x, t, &b);
			describe(k, x, t, first, last, &b);
			continue;
		}
		struct mention *m = &k->d->mentions.at[person];

		if (b.entity == NONE && m->head > last)		/* "spokeswoman Ann Smith of Philips" */
			owner_of_name(k, m->head, &b);
		add_title(k, x, person, first, t, last, &b);
		/* "the ministers Ann Smith and John Lind", "of Norway and Chad" */
		struct belongs owners[JOINED_MAX];
		uint32_t tokens[JOINED_MAX], joined = joined_owners(k, t, false, owners, tokens), i = 0;

		for (uint32_t c = tk(k, t)->bits & FEAT_PLUR ? tk(k, m->head)->child : NONE; c != NONE; c = tk(k, c)->next)
			if (tk(k, c)->deprel == DEP_CONJ && person_mention(k, c) != NONE && k->d->mentions.at[person_mention(k, c)].head == c)
				add_title(k, x, person_mention(k, c), first, t, last, joined && ++i < joined ? &owners[i] : &b);
		/* title and name are one mention */
		m = &k->d->mentions.at[person];
		uint32_t begin = phrase_begin(k, t, first);

		if (tk(k, t)->deprel != DEP_APPOS && doc_child(k->d, t, DEP_COP) == NONE && begin < m->first && (m->first - last <= 2 || m->first == tail_of(k, t, last) + 1 || named_behind(k, t, last) == person)) {
			m->first = begin;
			m->span = doc_span(k->d, m->first, m->last);
			k->d->mention_of[t] = person;
			for (uint32_t i = begin; i < m->last; i++)
				if (k->covered[i] == NONE)
					k->covered[i] = person;
		} else if (tk(k, t)->deprel == DEP_APPOS) {
			k->d->mention_of[t] = person;
		} else if (doc_child(k->d, t, DEP_COP) == NONE &&
			   ((tk(k, t)->deprel == DEP_CONJ && tk(k, t)->head == m->head && !(tk(k, t)->bits & FEAT_PLUR)) ||	/* "Ann Smith, president and CEO of" */
			    tk(k, m->head)->head == t || ((k->d->mention_of[t] == NONE || tk(k, m->head)->deprel == DEP_APPOS) && doc_under(k->d, m->head, t)))) {
			k->d->mention_of[t] = person;	/* also "premier and party leader Ann Smith" */
		}
	}
	owned_later(k);
	named_of_people(k);
	name_described(k);
	party_in_brackets(k);
}
