/* names.c - names, adjectives of countries and capitals: the longest run of words that the world knows, then the names that the
 * analyser found and the world does not know (unknown.c). */
#include "link/unknown.h"

enum { LONGEST = 8, KEY_MAX = 200 };

/* End (exclusive) of the analyser's name that begins at t; t itself when none does. */
static uint32_t tagged_end(const struct linking *k, uint32_t t, uint32_t end)
{
	uint32_t i = t;

	if (tk(k, t)->ne == NE_O || (tk(k, t)->ne - NE_B_PER) % 2)
		return t;
	for (i++; i < end && tk(k, i)->ne == tk(k, t)->ne + 1 && tk(k, i)->upos != UPOS_CCONJ; i++)
		;
	/* "Procter & Gamble" */
	if (i + 1 < end && str_is(tk(k, i)->form, "&") && tk(k, i + 1)->cased)
		i += 2;
	/* "Nederlandse Voedsel- en Warenautoriteit": the first word ends in a hyphen, for the end of the second */
	if (i + 1 < end && str_ends(tk(k, i - 1)->form, STR("-")) && tk(k, i)->upos == UPOS_CCONJ && tk(k, i + 1)->cased)
		for (i += 2; i < end && tk(k, i)->cased && tk(k, i)->upos == UPOS_PROPN; i++)
			;
	return i;
}

/* "Hunter Biden", "Queen Elizabeth": a first name, or the beginning of a name that the world knows, though it is a word for people, too; but for "President Trump". */
static bool is_given_name(const struct linking *k, uint32_t t)
{
	uint32_t word = map_get(&k->l->agent_of, k->lower[t]), last = t + 1, n = 0;

	if (word == MAP_NONE || ((k->l->agents.at[word].office.n || k->l->agents.at[word].leader) && !in_words(k->l, WORDS_GIVEN_TITLE, k->lower[t])))
		return false;
	while (last + 1 < k->d->tokens.n && tk(k, last + 1)->ne == NE_I_PER && tk(k, last + 1)->sentence == tk(k, t)->sentence)
		last++;
	if (in_words(k->l, WORDS_GIVEN_MALE, k->lower[t]) || in_words(k->l, WORDS_GIVEN_FEMALE, k->lower[t]))
		return true;
	return tk(k, last)->span.end - tk(k, t)->span.start <= KEY_MAX && who_find(k->l->who, k->l->lang, key_of(k, t, last), &n) && n;
}

bool is_honorific(const struct linking *k, uint32_t t)
{
	return in_words(k->l, WORDS_HONORIFIC, k->lower[t]) || in_words(k->l, WORDS_HONORIFIC_MALE, k->lower[t]) || in_words(k->l, WORDS_HONORIFIC_FEMALE, k->lower[t]);
}

/* "President Trump": a title that the analyser takes for the first word of a name. */
static bool is_title(const struct linking *k, uint32_t t)
{
	return map_get(&k->l->agent_of, k->lower[t]) != MAP_NONE && !is_given_name(k, t);
}

/* Full names of persons, at most FULL_MAX: whom their last words may mean. */
static void find_full_names(struct linking *k)
{
	enum { FULL_MAX = 256 };

	for (uint32_t t = 0; t + 1 < k->d->tokens.n && k->full.n < FULL_MAX; t++) {
		uint32_t last = t;

		if (tk(k, t)->ne != NE_B_PER)
			continue;
		while (last + 1 < k->d->tokens.n && tk(k, last + 1)->ne == NE_I_PER && tk(k, last + 1)->sentence == tk(k, t)->sentence)
			last++;
		if (last > t && (is_honorific(k, t) || is_title(k, t)))
			t++;			/* "President Trump" */
		if (last > t)
			*vec_push(k->d->a, &k->full) = (struct full_name){ t, last };
		t = last;
	}
}

/* A capital, or an article in small letters that a hyphen joins to one: "al-Qaeda", in one word or in three. */
bool has_capital(const struct linking *k, uint32_t t)
{
	struct str form = tk(k, t)->form;
	size_t hyphen = str_find(form, '-');

	if (tk(k, t)->cased)
		return true;
	if (hyphen + 1 < form.n)
		return hyphen <= ARTICLE && form.p[hyphen + 1] >= 'A' && form.p[hyphen + 1] <= 'Z';
	return form.n <= ARTICLE && t + 2 < k->d->tokens.n && str_is(tk(k, t + 1)->form, "-") && tk(k, t + 2)->cased && tk(k, t)->span.end == tk(k, t + 1)->span.start &&
	       tk(k, t + 1)->span.end == tk(k, t + 2)->span.start;
}

/* May the words be a name at all?  Lower-case words and the first words of sentences that are no names are refused. */
static bool may_begin(const struct linking *k, uint32_t t, uint32_t first)
{
	const struct token *x = tk(k, t);

	if (in_words(k->l, WORDS_GIVEN_TITLE, k->lower[t]) && t + 1 < k->d->tokens.n && tk(k, t + 1)->upos == UPOS_PROPN && tk(k, t + 1)->cased)	/* "koningin Elizabeth" */
		return true;
	if (!has_capital(k, t))
		return false;
	if (x->upos == UPOS_PROPN || x->upos == UPOS_ADJ || is_name_tag(x->ne))
		return true;
	/* a common word with a capital: at the beginning of a sentence it proves nothing */
	if (t == first || in_words(k->l, WORDS_NOT_NAME, k->lower[t]))
		return x->upos == UPOS_NOUN && x->cased == 2;
	return x->upos == UPOS_NOUN || x->upos == UPOS_X || x->cased == 2 || x->upos == UPOS_DET;
}

static enum mention_how how_of(enum who_how how)
{
	return how == WHO_ADJECTIVE ? MENTION_ADJECTIVE : how == WHO_SEAT ? MENTION_CAPITAL : MENTION_NAME;
}

static uint32_t people_of(struct linking *k, uint32_t country, struct str name)
{
	struct who_entity x = who_entity(k->l->who, country);

	for (uint32_t i = 0; i < k->d->entities.n; i++)
		if (k->d->entities.at[i].kind == KIND_PEOPLE && k->who.at[i] == NONE && !memcmp(k->d->entities.at[i].country, x.country, 4) &&
		    k->d->entities.at[i].sector[0] == 'C')	/* a people that the world knows, as the Scots, is a part of the country's */
			return i;
	uint32_t e = entity_new(k, name, KIND_PEOPLE, x.country, "CVL");

	k->d->entities.at[e].plural = true;
	return e;
}

/* Does the name end inside a longer name of an organisation that begins with it: "American Independent Party", "Santa Marta Self Defense
 * Forces"?  Not "American Senate", which is the body of the country by its office. */
static bool inside_organisation(const struct linking *k, uint32_t t, uint32_t last, uint32_t tagged, const struct choice *c)
{
	uint32_t f, l;
	struct str prefix;
	enum kind kind = who_entity(k->l->who, c->hit->entity).kind;

	if (kind_of_tag(tk(k, t)->ne) != KIND_ORGANISATION || tagged <= last + 1 || !tk(k, tagged - 1)->cased || c->hit->how == WHO_INHABITANT ||
	    (kind != KIND_COUNTRY && kind != KIND_PLACE && !(kind == KIND_PEOPLE && c->hit->how == WHO_ADJECTIVE)) || tk(k, last + 1)->upos == UPOS_PART)
		return false;
	const struct agent *x = agent_at(k, head_of(k, t, tagged - 1), &f, &l, &prefix);

	return kind == KIND_PLACE || !x || x->weak;
}

/* "de Schotse Groene Partij": the end of a party's name in capitals, two words or more and unknown to the world, behind the adjective of a country or people
 * that the analyser does not take for a part of it; NONE. */
static uint32_t party_behind(const struct linking *k, uint32_t t, uint32_t last, uint32_t end, const struct choice *c)
{
	uint32_t first = last + 1, stop = first < end ? tagged_end(k, first, end) : first, n = 0, f, l;
	struct str prefix;

	if (c->hit->how != WHO_ADJECTIVE || last != t || tk(k, t)->upos != UPOS_ADJ || stop < first + 2 || kind_of_tag(tk(k, first)->ne) != KIND_ORGANISATION ||
	    tk(k, stop - 1)->span.end - tk(k, first)->span.start > KEY_MAX || (who_find(k->l->who, k->l->lang, key_of(k, first, stop - 1), &n) && n))
		return NONE;
	const struct agent *x = tk(k, stop - 1)->cased ? agent_at(k, stop - 1, &f, &l, &prefix) : NULL;

	return x && x->kind == KIND_PARTY ? stop : NONE;
}

static bool is_quote(const struct linking *k, uint32_t t)
{
	static const char *const marks[] = { "\"", "'", "\xe2\x80\x98", "\xe2\x80\x99", "\xe2\x80\x9c", "\xe2\x80\x9d", "\xe2\x80\x9e", "\xc2\xab", "\xc2\xbb" };

	for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++)
		if (str_is(tk(k, t)->form, marks[i]))
			return true;
	return false;
}

/* An abbreviation that the document has explained. */
static bool alias_at(struct linking *k, uint32_t t)
{
	if (tk(k, t)->cased != 2)
		return false;
	for (size_t i = 0; i < k->aliases.n; i++)
		if (str_eq(k->aliases.at[i].form, tk(k, t)->form)) {
			mention_new(k, t, t, t, MENTION_NAME, k->aliases.at[i].entity);
			return true;
		}
	return false;
}

/* "(NHC)" right behind a name of several words, one of which begins with its first letter. */
static void explain_alias(struct linking *k, uint32_t t, uint32_t end)
{
	if (t + 1 >= end || !str_is(tk(k, t - 1)->form, "(") || !str_is(tk(k, t + 1)->form, ")") || tk(k, t)->cased != 2 || k->covered[t - 2] == NONE)
		return;
	const struct mention *m = &k->d->mentions.at[k->covered[t - 2]];
	const struct entity *x = m->n_entities == 1 ? &k->d->entities.at[m->entities[0]] : NULL;

	if (!x || m->last != t - 2 || m->last == m->first || x->kind == KIND_PERSON || x->kind == KIND_COUNTRY || x->kind == KIND_PLACE || x->kind == KIND_PEOPLE)
		return;
	for (uint32_t w = m->first; w <= m->last; w++)
		if (tk(k, w)->form.n && tk(k, w)->form.p[0] == tk(k, t)->form.p[0]) {
			*vec_push(k->d->a, &k->aliases) = (struct alias){ tk(k, t)->form, m->entities[0] };
			return;
		}
}

/* "Mohammed of Saudi Arabia", "Blokhuis van Volksgezondheid": the name of a person ends where its country or ministry follows. */
static uint32_t person_end(const struct linking *k, uint32_t first, uint32_t end)
{
	while (tk(k, first)->ne == NE_B_PER && end - first > 1 && in_words(k->l, WORDS_OF, k->lower[end - 1]))	/* "Paz van | Peru" */
		end--;
	for (uint32_t t = first + 1; t + 1 < end && tk(k, first)->ne == NE_B_PER; t++) {
		uint32_t n = 0, word = map_get(&k->l->agent_of, k->lower[t + 1]);

		if (!in_words(k->l, WORDS_OF, k->lower[t]))
			continue;
		const struct who_hit *h = tk(k, end - 1)->span.end - tk(k, t + 1)->span.start > KEY_MAX ? NULL : who_find(k->l->who, k->l->lang, key_of(k, t + 1, end - 1), &n);

		if ((n && h[0].how == WHO_NAME && who_entity(k->l->who, h[0].entity).kind == KIND_COUNTRY) || (word != MAP_NONE && k->l->agents.at[word].kind == KIND_GOVERNMENT))
			return t;
	}
	return end;
}

/* Is adjective t with an article the subject of a singular verb: "De Braziliaanse zegt", a woman of that country? */
static bool is_one_person(const struct linking *k, uint32_t t)
{
	uint32_t v = tk(k, t)->head, det = doc_child(k->d, t, DEP_DET);

	if (tk(k, t)->upos != UPOS_ADJ || tk(k, t)->deprel != DEP_NSUBJ || v == NONE || det == NONE || det > t || doc_child(k->d, t, DEP_CASE) != NONE ||
	    tk(k, t + 1 < k->d->tokens.n ? t + 1 : t)->upos == UPOS_PROPN)
		return false;
	for (uint32_t c = tk(k, v)->child; c != NONE && !(tk(k, v)->bits & FEAT_FIN); c = tk(k, c)->next)
		if (tk(k, c)->bits & FEAT_FIN)
			return (tk(k, c)->bits & FEAT_SING) != 0;
	return (tk(k, v)->bits & FEAT_FIN) && (tk(k, v)->bits & FEAT_SING);
}

/* "shot a Palestinian": an adjective as a noun with an indefinite article. */
static bool is_one_of_many(const struct linking *k, uint32_t t)
{
	uint32_t det = doc_child(k->d, t, DEP_DET);
	enum deprel r = tk(k, t)->deprel;

	return det != NONE && det < t && !(tk(k, det)->bits & (FEAT_DEF | FEAT_DEM)) && !(tk(k, t)->bits & FEAT_PLUR) && (r == DEP_NSUBJ || r == DEP_NSUBJ_PASS || r == DEP_OBJ || r == DEP_OBL || r == DEP_NMOD || r == DEP_CONJ || r == DEP_OBL_AGENT || r == DEP_APPOS) &&
	       !in_words(k->l, WORDS_DEFINITE, k->lower[det]) && (t + 1 >= k->d->tokens.n || (tk(k, t + 1)->upos != UPOS_NOUN && tk(k, t + 1)->upos != UPOS_PROPN));
}

/* One inhabitant: by the verb of which the noun is the subject, else by its own number. */
static bool is_singular(const struct linking *k, uint32_t t)
{
	uint32_t v = tk(k, t)->deprel == DEP_NSUBJ || tk(k, t)->deprel == DEP_NSUBJ_PASS ? tk(k, t)->head : NONE;

	if (v == NONE || doc_child(k->d, t, DEP_CONJ) != NONE)
		return (tk(k, t)->bits & FEAT_SING) != 0;
	for (uint32_t c = tk(k, v)->child; c != NONE && !(tk(k, v)->bits & FEAT_FIN); c = tk(k, c)->next)
		if ((tk(k, c)->deprel == DEP_AUX || tk(k, c)->deprel == DEP_AUX_PASS || tk(k, c)->deprel == DEP_COP) && (tk(k, c)->bits & FEAT_FIN) && (tk(k, c)->bits & (FEAT_SING | FEAT_PLUR)))
			return (tk(k, c)->bits & FEAT_SING) != 0;
	if (tk(k, v)->upos == UPOS_VERB && (tk(k, v)->bits & FEAT_PLUR))	/* finite or not: "Chilenen stemmen" */
		return false;
	if ((tk(k, v)->bits & FEAT_FIN) && (tk(k, v)->bits & (FEAT_SING | FEAT_PLUR)))
		return (tk(k, v)->bits & FEAT_SING) != 0;
	return (tk(k, t)->bits & FEAT_SING) != 0;
}

/* The name that the world knows at t; its last token, or NONE. */
static uint32_t known_at(struct linking *k, uint32_t t, uint32_t first, uint32_t end)
{
	uint32_t most = who_longest(k->l->who);

	bool proves = may_begin(k, t, first);

	/* a noun that opens a sentence may still be a person of this document: "Poetin sprak …" */
	if (!proves && !(tk(k, t)->cased && t == first && (tk(k, t)->upos == UPOS_NOUN || tk(k, t)->upos == UPOS_X)))
		return NONE;
	most = most > LONGEST ? LONGEST : most;
	for (uint32_t n = end - t < most ? end - t : most; n > 0; n--) {
		uint32_t last = t + n - 1, count = 0;

		if (!tk(k, last)->cased && n > 1 && tk(k, last)->upos != UPOS_PROPN && tk(k, last)->upos != UPOS_NOUN && tk(k, last)->upos != UPOS_NUM)
			continue;
		if (tk(k, last)->upos == UPOS_PUNCT || tk(k, last)->span.end - tk(k, t)->span.start > KEY_MAX)
			continue;
		struct str key = key_of(k, t, last);
		const struct who_hit *hits = who_find(k->l->who, k->l->lang, key, &count);

		/* a possessive written together: "Poetins" */
		if (!count && key.n > 4 && key.p[key.n - 1] == 's' && tk(k, last)->upos == UPOS_PROPN)
			hits = who_find(k->l->who, k->l->lang, str_sub(key, 0, key.n - 1), &count);
		if (!count)
			continue;
		/* a place or family inside a longer name of another sort: "Bank of China", "Paris Hilton" */
		uint32_t tagged = person_end(k, t, tagged_end(k, t, end));

		struct who_entity likeliest = who_entity(k->l->who, hits[0].entity);
		bool city = kind_of_tag(tk(k, t)->ne) == KIND_ORGANISATION && likeliest.kind == KIND_PLACE && likeliest.weight > TOWN;

		/* "the president of France Emmanuel Macron": two names, whatever the tags say */
		bool owner = likeliest.kind == KIND_COUNTRY && hits[0].how == WHO_NAME && tagged > last + 2 && t > first && tk(k, t - 1)->upos == UPOS_ADP;

		/* "Frans" of "Frans Schilder" is no nationality */
		if (n == 1 && tagged > last + 1 && kind_of_tag(tk(k, t)->ne) == KIND_PERSON && hits[0].how == WHO_ADJECTIVE && tk(k, t)->upos == UPOS_PROPN &&
		    tk(k, last + 1)->upos == UPOS_PROPN)
			continue;
		if (n == 1 && !city && !owner && tagged > last + 1 && kind_of_tag(tk(k, t)->ne) != KIND_PLACE && tk(k, t)->upos == UPOS_PROPN && hits[0].how != WHO_ADJECTIVE &&
		    (who_entity(k->l->who, hits[0].entity).kind != KIND_COUNTRY || hits[0].how == WHO_SEAT || kind_of_tag(tk(k, t)->ne) == KIND_PERSON))
			continue;
		/* the last word of a longer name: "Chadian Human Rights League" is not the League */
		if (n == 1 && tk(k, t)->ne == NE_I_ORG && hits[0].how == WHO_NAME && who_entity(k->l->who, hits[0].entity).kind != KIND_COUNTRY &&
		    t > first && tk(k, t - 1)->cased && tk(k, t - 1)->upos != UPOS_ADP && tk(k, t - 1)->upos != UPOS_DET)
			continue;
		struct choice c = choose(k, hits, count, t, last);

		if (!proves) {
			c = (struct choice){ 0 };
			for (uint32_t i = 0; i < count && !c.hit; i++)
				if (hits[i].how == WHO_FAMILY && in_document(k, hits[i].entity))
					c.hit = &hits[i];
		}
		if (!c.hit)
			continue;
		struct who_entity x = who_entity(k->l->who, c.hit->entity);
		uint32_t head = head_of(k, t, last);

		if (kind_of_tag(tk(k, t)->ne) == KIND_PLACE && x.kind == KIND_PLACE && tagged > last + 1 && tk(k, last + 1)->cased && tk(k, last + 1)->upos == UPOS_PROPN) {
			struct str name = doc_slice(k->d, doc_span(k->d, t, tagged - 1));	/* "Linwood Mosque" */
			uint32_t e = earlier_same(k, name, KIND_PLACE);

			e = e == NONE ? new_place(k, t, tagged, name, country_in_document(k, x.country) ? x.country : "") : e;
			mention_new(k, t, tagged - 1, head_of(k, t, tagged - 1), MENTION_NAME, e);
			return tagged - 1;
		}
		uint32_t party = party_behind(k, t, last, end, &c);

		tagged = party != NONE ? party : tagged;
		if (party != NONE || inside_organisation(k, t, last, tagged, &c)) {
			struct str name = doc_slice(k->d, doc_span(k->d, t, tagged - 1));
			uint32_t e = earlier_same(k, name, party != NONE ? KIND_PARTY : KIND_ORGANISATION);

			e = e == NONE ? new_body(k, t, tagged, name) : e;
			if (party != NONE) {
				k->d->entities.at[e].kind = KIND_PARTY;
				memcpy(k->d->entities.at[e].sector, "PTY", 4);
				memcpy(k->d->entities.at[e].country, x.country, 4);
			}
			mention_new(k, t, tagged - 1, head_of(k, t, tagged - 1), MENTION_NAME, e);
			return tagged - 1;
		}
		bool one = c.hit->how == WHO_ADJECTIVE && x.kind == KIND_COUNTRY && (is_one_person(k, head) || is_one_of_many(k, head));

		/* "ten Lebanese" */
		if (one || c.hit->how == WHO_INHABITANT || (c.hit->how == WHO_ADJECTIVE && x.kind == KIND_COUNTRY && doc_child(k->d, head, DEP_NUMMOD) != NONE)) {
			uint32_t e;

			bool person = (x.kind == KIND_COUNTRY || (x.kind == KIND_PEOPLE && c.hit->how == WHO_INHABITANT)) && (one || is_singular(k, head));

			if (person) {
				e = entity_new(k, doc_slice(k->d, doc_span(k->d, t, last)), KIND_PERSON, x.country, "CVL");
			} else {
				e = x.kind == KIND_COUNTRY ? people_of(k, c.hit->entity, doc_slice(k->d, doc_span(k->d, t, last))) : entity_of_who(k, c.hit->entity);
			}
			mention_new(k, t, last, head, person ? MENTION_DESCRIPTION : MENTION_NAME, e);
		} else {
			uint32_t m = mention_new(k, t, last, head, how_of(c.hit->how), entity_of_who(k, c.hit->entity));
			struct entity *e = &k->d->entities.at[k->d->mentions.at[m].entities[0]];

			k->d->mentions.at[m].rivals = c.rivals;
			k->d->mentions.at[m].n_rivals = c.n_rivals;
			if (c.n_rivals && c.rivals[0].probability > e->probability)
				e->probability = c.rivals[0].probability;
		}
		return last;
	}
	return NONE;
}

/* The body of that sort whose name, as the document had it before, begins at t; its last token, or NONE. */
static uint32_t whole_at(struct linking *k, uint32_t t, uint32_t end)
{
	for (size_t i = 0; i < k->whole.n; i++) {
		const struct whole *x = &k->whole.at[i];
		uint32_t n = 0, length = x->last - x->first + 1;

		while (n < length && t + n < end && str_eq(tk(k, t + n)->form, tk(k, x->first + n)->form))
			n++;
		if (n < length)
			continue;
		for (n = 1; n < length; n++)		/* one name, whatever the tree says */
			if (tk(k, t + n)->head < t || tk(k, t + n)->head >= t + length)
				return NONE;
		mention_new(k, t, t + length - 1, t, MENTION_NAME, x->entity);
		return t + length - 1;
	}
	return NONE;
}

/* "the movement 'Law and Order'": the words in quotation marks behind the noun of a body are its name; its closing mark, or NONE. */
static uint32_t quoted_name(struct linking *k, uint32_t t, uint32_t first, uint32_t end)
{
	enum { WORDS_MAX = 6 };
	uint32_t f, l, last = t + 1;
	struct str prefix;

	if (t == first || !is_quote(k, t) || t + 2 >= end || !tk(k, t + 1)->cased || (tk(k, t - 1)->bits & FEAT_PLUR))
		return NONE;
	while (last < end && last <= t + WORDS_MAX && !is_quote(k, last))
		last++;
	const struct agent *x = last < end && is_quote(k, last) ? agent_at(k, t - 1, &f, &l, &prefix) : NULL;

	if (!x || l != t - 1 || !tk(k, last - 1)->cased || (x->kind != KIND_ORGANISATION && x->kind != KIND_PARTY && x->kind != KIND_ARMED_GROUP))
		return NONE;
	struct str name = doc_slice(k->d, doc_span(k->d, t + 1, last - 1));
	uint32_t e = earlier_same(k, name, KIND_ORGANISATION);

	e = e == NONE ? new_body(k, t + 1, last, name) : e;
	keep_whole(k, t + 1, last - 1, e);
	mention_new(k, t, last, head_of(k, t + 1, last - 1), MENTION_NAME, e);
	return last;
}

/* The countries that the document names: they make one of two persons or towns of a name the likelier. */
static void find_countries(struct linking *k)
{
	enum { COUNTRIES_MAX = 64 };

	for (uint32_t t = 0; t < k->d->tokens.n && k->countries.n < COUNTRIES_MAX; t++) {
		uint32_t n = 0;
		bool known = false;

		if (!tk(k, t)->cased || (tk(k, t)->upos != UPOS_PROPN && tk(k, t)->upos != UPOS_ADJ))
			continue;
		const struct who_hit *h = who_find(k->l->who, k->l->lang, key_of(k, t, t), &n);

		if (!n || h[0].how > WHO_INHABITANT || h[0].how == WHO_FAMILY)
			continue;
		struct who_entity x = who_entity(k->l->who, h[0].entity);

		for (size_t i = 0; i < k->countries.n; i++)
			known |= !memcmp(k->countries.at[i].code, x.country, 4);
		if (x.kind != KIND_COUNTRY || known)
			continue;
		memcpy(vec_push(k->d->a, &k->countries)->code, x.country, 4);
	}
}

/* Of words that are a role, not a name, "Constitutional Court of Italy": whose, to be read as a name of its own; else the end. */
static uint32_t owner_in(const struct linking *k, uint32_t first, uint32_t end)
{
	uint32_t t = end;

	while (t > first + 1 && !in_words(k->l, WORDS_OF, k->lower[t - 1]))
		t--;
	return t > first + 1 ? t : end;
}

/* Tokens of the name of a lawsuit that begins at t, "Smith v. Jones": they name nobody; 0 where none begins. */
static uint32_t lawsuit_at(const struct linking *k, uint32_t t, uint32_t end)
{
	enum { NAME_MAX_TOKENS = 6 };
	uint32_t v = t, last;

	if (tk(k, t)->upos != UPOS_PROPN || !tk(k, t)->cased)
		return 0;
	while (v < end && v - t < NAME_MAX_TOKENS && tk(k, v)->cased && !in_words(k->l, WORDS_VERSUS, k->lower[v]))
		v++;
	for (last = v + 1; last < end && last - v <= NAME_MAX_TOKENS && tk(k, last)->cased && tk(k, last)->upos == UPOS_PROPN; last++)
		;
	return v > t && v < end && in_words(k->l, WORDS_VERSUS, k->lower[v]) && last > v + 1 ? last - t : 0;
}

/* "The Washington Post" in a text of another language: an article before a body that is known without it. */
static bool is_foreign_article(const struct linking *k, uint32_t t, uint32_t end)
{
	uint32_t last = tagged_end(k, t, end), n = 0;

	return tk(k, t)->ne == NE_B_ORG && last > t + 1 && in_words(k->l, WORDS_FOREIGN_ARTICLE, k->lower[t]) && tk(k, last - 1)->span.end - tk(k, t)->span.start < KEY_MAX &&
	       !(who_find(k->l->who, k->l->lang, key_of(k, t, last - 1), &n) && n) && who_find(k->l->who, k->l->lang, key_of(k, t + 1, last - 1), &n) && n;
}

/* "VVD'er Rutte": of a party, by an ending that is a noun of agents.txt. */
static bool is_member(const struct linking *k, uint32_t t)
{
	size_t apostrophe = str_find(k->lower[t], '\'');

	return apostrophe > 1 && apostrophe < k->lower[t].n && map_get(&k->l->agent_of, str_sub(k->lower[t], apostrophe, k->lower[t].n)) != MAP_NONE;
}

/* Is what the analyser takes for the first word of a name a title, "President Trump", "VVD'er Jansen", or what a party is to the government? */
static bool is_title_in_name(const struct linking *k, uint32_t t)
{
	bool person = tk(k, t)->ne == NE_B_PER && tk(k, t + 1)->ne == NE_I_PER, body = tk(k, t)->ne == NE_B_ORG && tk(k, t + 1)->ne == NE_I_ORG && tk(k, t + 1)->cased;

	if (is_member(k, t))
		return person || body;
	return person ? is_title(k, t) : body && in_words(k->l, WORDS_PARTY_ROLE, k->lower[t]);
}

/* Takes the word of courtesy at t out of a name, which is a person's; "Mr President" names nobody. */
static void retag_behind(struct linking *k, uint32_t t, uint32_t end)
{
	uint8_t inside = (uint8_t)(tk(k, t)->ne + 1);
	bool role = (t + 1 < end && map_get(&k->l->agent_of, k->lower[t + 1]) != MAP_NONE) || (t + 2 < end && tk(k, t + 2)->ne == inside && map_get(&k->l->agent_of, k->lower[t + 2]) != MAP_NONE);

	tk(k, t)->ne = NE_O;
	for (uint32_t i = t + 1; i < end && tk(k, i)->ne == inside; i++)
		tk(k, i)->ne = role ? NE_O : i == t + 1 ? NE_B_PER : NE_I_PER;
}

/* The rest of a name from t on is a person's. */
static void retag_person(struct linking *k, uint32_t t, uint32_t end)
{
	for (tk(k, t)->ne = NE_I_PER; ++t < end && tk(k, t)->ne == NE_I_ORG; )
		tk(k, t)->ne = NE_I_PER;
}

/* The country of an adjective or inhabitant before or above a name of a person whom the world does not know: "the Chinese Meng Hongwei"; NULL. */
static struct mention *nationality_of(const struct linking *k, const struct mention *m)
{
	uint32_t h = tk(k, m->head)->deprel == DEP_APPOS ? tk(k, m->head)->head : NONE, found = h != NONE && h + 1 == m->first ? k->d->mention_of[h] : NONE;

	uint32_t noun = h != NONE && h + 1 == m->first && tk(k, h)->upos == UPOS_NOUN && !(tk(k, h)->bits & FEAT_PLUR) ? h : m->head;	/* "the German healer Karl Weber" */

	for (uint32_t c = tk(k, noun)->child; c != NONE && found == NONE; c = tk(k, c)->next)
		if (tk(k, c)->deprel == DEP_AMOD && c < m->first)
			found = k->d->mention_of[c];
	if (found == NONE || k->d->mentions.at[found].n_entities != 1)
		return NULL;
	const struct entity *x = &k->d->entities.at[k->d->mentions.at[found].entities[0]];

	return x->kind == KIND_COUNTRY && (k->d->mentions.at[found].how == MENTION_ADJECTIVE) ? &k->d->mentions.at[found] : NULL;
}

/* Persons get the country that an adjective gives them; an adjective over the name, "De Chinees Meng Hongwei", means the person. */
static void find_nationalities(struct linking *k)
{
	for (uint32_t i = 0; i < k->d->mentions.n; i++) {
		const struct mention *m = &k->d->mentions.at[i];
		uint32_t e = m->how == MENTION_NAME && m->n_entities == 1 ? m->entities[0] : NONE;
		struct mention *nation = e == NONE || k->d->entities.at[e].kind != KIND_PERSON ? NULL : nationality_of(k, m);

		if (!nation)
			continue;
		if (k->who.at[e] == NONE && !k->d->entities.at[e].country[0])
			memcpy(k->d->entities.at[e].country, k->d->entities.at[nation->entities[0]].country, 4);
		if (tk(k, m->head)->deprel == DEP_APPOS && nation->head == tk(k, m->head)->head)
			mention_means(k, k->d->mention_of[nation->head], &e, 1);
	}
}

/* "the Syrian Kurds": a people of several countries, those of the one whose adjective stands before it. */
static void find_parts_of_peoples(struct linking *k)
{
	for (uint32_t i = 0; i < k->d->mentions.n; i++) {
		struct mention *m = &k->d->mentions.at[i];
		uint32_t e = m->how == MENTION_NAME && m->n_entities == 1 ? m->entities[0] : NONE, a = e != NONE && m->first ? k->covered[m->first - 1] : NONE, same = NONE;

		if (a == NONE || k->d->entities.at[e].kind != KIND_PEOPLE || k->d->entities.at[e].country[0] || k->d->mentions.at[a].how != MENTION_ADJECTIVE ||
		    tk(k, m->first - 1)->deprel != DEP_AMOD || tk(k, m->first - 1)->head != m->head || k->d->mentions.at[a].n_entities != 1)
			continue;
		const char *country = k->d->entities.at[k->d->mentions.at[a].entities[0]].country;

		for (uint32_t p = 0; country[0] && p < k->d->entities.n && same == NONE; p++)
			if (k->who.at[p] == k->who.at[e] && !memcmp(k->d->entities.at[p].country, country, 4) && str_eq(k->d->entities.at[p].name, k->d->entities.at[e].name))
				same = p;
		if (same == NONE && country[0]) {
			struct entity part = k->d->entities.at[e];
			uint32_t who = k->who.at[e];

			memcpy(part.country, country, 4);
			same = (uint32_t)k->d->entities.n;
			*vec_push(k->d->a, &k->d->entities) = part;
			*vec_push(k->d->a, &k->who) = who;
		}
		if (same != NONE)
			mention_means(k, i, &same, 1);
	}
}

void find_names(struct linking *k)
{
	find_full_names(k);
	find_countries(k);
	for (size_t s = 0; s < k->d->sentences.n; s++) {
		const struct sentence *x = &k->d->sentences.at[s];

		for (uint32_t t = x->first; t < x->end; ) {
			if ((tk(k, t)->ne == NE_B_PER || tk(k, t)->ne == NE_B_ORG) && is_honorific(k, t)) {
				retag_behind(k, t, x->end);
				if (++t == x->end)
					break;
			}
			/* "President Trump", "Regeringspartij D66": the analyser takes the title for a part of the name */
			if (t + 1 < x->end && is_title_in_name(k, t)) {
				if (is_member(k, t))
					retag_person(k, t + 1, x->end);
				tk(k, t)->ne = NE_O;
				tk(k, t + 1)->ne = kind_of_tag(tk(k, t + 1)->ne) == KIND_PERSON ? NE_B_PER : NE_B_ORG;
				t++;
			}
			if (is_foreign_article(k, t, x->end)) {
				tk(k, t)->ne = NE_O;
				tk(k, ++t)->ne = NE_B_ORG;
			}
			uint32_t lawsuit = lawsuit_at(k, t, x->end);

			if (lawsuit) {
				t += lawsuit;
				continue;
			}
			if (t >= x->first + 2)
				explain_alias(k, t, x->end);
			if (alias_at(k, t)) {
				t++;
				continue;
			}
			uint32_t quote = quoted_name(k, t, x->first, x->end), whole = quote == NONE ? whole_at(k, t, x->end) : NONE;

			if (quote != NONE || whole != NONE) {
				t = (quote != NONE ? quote : whole) + 1;
				continue;
			}
			uint32_t last = known_at(k, t, x->first, x->end), tagged = person_end(k, t, tagged_end(k, t, x->end));

			if (last != NONE) {
				t = last + 1;
				continue;
			}
			/* the analyser's name, up to where the world knows a part of it */
			if (tagged > t) {
				tagged_name(k, t, tagged);
				t = k->covered[t] == NONE ? owner_in(k, t, tagged) : tagged;
				continue;
			}
			t++;
		}
	}
	find_nationalities(k);
	find_parts_of_peoples(k);
}
