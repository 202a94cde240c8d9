/* unknown.c - names that the analyser found and the world does not know: whom they name by the words in them and beside them. */
#include "link/unknown.h"

uint32_t earlier_same(const struct linking *k, struct str name, enum kind kind)
{
	for (uint32_t i = 0; i < k->d->entities.n; i++)
		if (k->d->entities.at[i].kind == kind && str_eq(k->d->entities.at[i].name, name))
			return i;
	return NONE;
}

/* May a name hold place x, tokens t..last, for its country?  "Fort Meade, Maryland"; but no "St. Martin" in "Trimley St. Martin". */
static bool may_hold(const struct linking *k, const struct who_entity *x, uint32_t t, uint32_t last, bool of_place)
{
	bool large = x->precision == PLACE_REGION || x->weight > TOWN;

	if (country_in_document(k, x->country))
		return large || last > t;
	return large && (!of_place || (t > 0 && str_is(tk(k, t - 1)->form, ",")));
}

/* A country, or a place, that a name of an organisation holds: "Chadian Human Rights League", "Bank of China"; its code into country. */
static void country_inside(const struct linking *k, uint32_t first, uint32_t end, bool of_place, char country[4])
{
	for (uint32_t t = first; t < end && !country[0]; t++)
		for (uint32_t last = t + 1 < end ? t + 1 : t; ; last--) {
			uint32_t n = 0;
			const struct who_hit *h = tk(k, t)->cased ? who_find(k->l->who, k->l->lang, key_of(k, t, last), &n) : NULL;
			struct who_entity x = n ? who_entity(k->l->who, h[0].entity) : (struct who_entity){ 0 };

			if (n && !(last == t && in_words(k->l, WORDS_NOT_NAME, k->lower[t])) && ((x.kind == KIND_COUNTRY && h[0].how != WHO_SEAT) || (x.kind == KIND_PLACE && may_hold(k, &x, t, last, of_place)))) {
				memcpy(country, x.country, 4);
				break;
			}
			if (last == t)
				break;
		}
}

/* A body that the world does not know, by its name: its country from a word of the name, its sector from the noun that heads it. */
uint32_t new_body(struct linking *k, uint32_t first, uint32_t end, struct str name)
{
	char country[4] = "";
	uint32_t f, l;
	struct str prefix;
	const struct agent *x = agent_at(k, head_of(k, first, end - 1), &f, &l, &prefix);

	country_inside(k, first, end, false, country);
	const char *sector = x && x->kind != KIND_PERSON ? x->sector : "";

	for (uint32_t t = first; t < end && !sector[0]; t++) {	/* "Bergen Police Bureau" */
		uint32_t word = map_get(&k->l->agent_of, k->lower[t]);
		const struct agent *part = word == MAP_NONE ? NULL : &k->l->agents.at[word];

		if (part && part->kind == KIND_GOVERNMENT && (!strcmp(part->sector, "COP") || !strcmp(part->sector, "MIL") || !strcmp(part->sector, "JUD")))
			sector = part->sector;
	}
	return entity_new(k, name, KIND_ORGANISATION, country, sector);
}

/* A place that the world does not know: in the country behind it ("Lisasa, Congo") or in its name ("Fort Meade, Maryland"). */
uint32_t new_place(struct linking *k, uint32_t first, uint32_t end, struct str name, const char *otherwise)
{
	char country[4] = "";
	uint32_t e;

	country_behind(k, end - 1, country);
	if (!country[0])
		country_inside(k, first + 1, end, true, country);
	e = entity_new(k, name, KIND_PLACE, country[0] ? country : otherwise, "");
	memcpy(k->d->entities.at[e].place.country, k->d->entities.at[e].country, 4);
	return e;
}

/* The particle of a last name is written small behind a first name: "Jan de Boer", "De Boer". */
static bool ends_in(struct str full, struct str name)
{
	struct str tail = full.n >= name.n ? str_sub(full, full.n - name.n, full.n) : STR_NONE;

	return name.n && tail.n && (tail.p[0] | 0x20) == (name.p[0] | 0x20) && (tail.p[0] == name.p[0] || str_find(name, ' ') < name.n) &&
	       str_eq(str_sub(tail, 1, tail.n), str_sub(name, 1, name.n));
}

/* Was the last name weighed already whether it means the entity, who is known by it, and refused? */
static bool was_refused(const struct linking *k, uint32_t entity, const struct who_hit *hits, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++)
		if (hits[i].how == WHO_FAMILY && hits[i].entity == k->who.at[entity])
			return true;
	return false;
}

/* An earlier person of the document with this last name, or with this word first ("Li" after "Li Wenliang"); hits: whom the world knows by it. */
static uint32_t earlier_person(const struct linking *k, struct str name, const struct who_hit *hits, uint32_t n)
{
	uint32_t begins = NONE, refused = NONE;

	for (uint32_t i = (uint32_t)k->d->entities.n; i-- > 0; ) {
		const struct entity *x = &k->d->entities.at[i];

		if (x->kind == KIND_PERSON && x->name.n > name.n && ends_in(x->name, name) && x->name.p[x->name.n - name.n - 1] == ' ') {
			if (!was_refused(k, i, hits, n))
				return i;
			refused = i;
			continue;
		}
		if (x->kind == KIND_PERSON && str_eq(x->name, name))
			return i;
		if (begins == NONE && x->kind == KIND_PERSON && x->name.n > name.n && str_starts(x->name, name) && x->name.p[name.n] == ' ')
			begins = i;
	}
	return begins != NONE ? begins : refused;
}

/* "Hassan's", "Poetins": the name without its possessive ending. */
static struct str bare_name(struct str name)
{
	if (name.n > 2 && str_ends(name, STR("'s")))
		return str_sub(name, 0, name.n - 2);
	if (name.n > 4 && str_ends(name, STR("\xe2\x80\x99s")))
		return str_sub(name, 0, name.n - 4);
	return name;
}

/* "Christie's beweert": no owner is meant by the ending of a name that hangs on a verb with no noun behind it. */
static bool is_possessive(const struct linking *k, uint32_t first, uint32_t end)
{
	enum deprel r = tk(k, head_of(k, first, end - 1))->deprel;
	enum upos behind = end < k->d->sentences.at[tk(k, first)->sentence].end ? tk(k, end)->upos : UPOS_PUNCT;

	return (r != DEP_NSUBJ && r != DEP_OBJ && r != DEP_NMOD && r != DEP_OBL && r != DEP_OBL_AGENT) || behind == UPOS_NOUN || behind == UPOS_ADJ || behind == UPOS_PROPN;
}

/* A headline says "Khan", the text below it "Usman Khan": the only full name with that last word, or nothing. */
static struct str later_full_name(const struct linking *k, struct str word)
{
	struct str name = STR_NONE;

	for (size_t i = 0; i < k->full.n; i++) {
		const struct full_name *x = &k->full.at[i];
		struct str full = doc_slice(k->d, doc_span(k->d, x->first, x->last));

		if (!str_eq(tk(k, x->last)->form, word) || str_eq(full, name))
			continue;
		if (name.n)
			return STR_NONE;
		name = full;
	}
	return name;
}

/* "CDA-Kamerlid Geurts": behind a title with its body the name is the holder's, whatever the analyser says. */
static bool is_behind_title(const struct linking *k, uint32_t first)
{
	uint32_t f, l;
	struct str prefix = STR_NONE;
	const struct agent *x = first && tk(k, first - 1)->sentence == tk(k, first)->sentence ? agent_at(k, first - 1, &f, &l, &prefix) : NULL;

	return x && x->kind == KIND_PERSON && prefix.n && l == first - 1 && !(tk(k, first - 1)->bits & FEAT_PLUR);
}

/* "The Mueller-rapport": a common noun with a name in front of it, which tells no actor. */
static bool is_named_thing(const struct linking *k, uint32_t t)
{
	uint32_t f, l;
	struct str prefix, form = tk(k, t)->form;
	size_t hyphen = form.n;

	while (hyphen > 0 && form.p[hyphen - 1] != '-')
		hyphen--;
	return tk(k, t)->upos == UPOS_NOUN && hyphen > 1 && form.n - hyphen > ARTICLE && form.p[hyphen] >= 'a' && form.p[hyphen] <= 'z' && !agent_at(k, t, &f, &l, &prefix);
}

/* "sentenced Lubanga": what is done to people alone, done to one whom the tagger takes for a place. */
static bool is_done_to_person(const struct linking *k, uint32_t t)
{
	const struct token *n = tk(k, t);

	return (n->deprel == DEP_OBJ || n->deprel == DEP_NSUBJ_PASS) && n->head != NONE && tk(k, n->head)->upos == UPOS_VERB && in_words(k->l, WORDS_TAKES_PERSON, tk(k, n->head)->lemma);
}

/* Keeps the name of a body: the next time the analyser may take it for two, or for another. */
void keep_whole(struct linking *k, uint32_t first, uint32_t last, uint32_t entity)
{
	enum { MOST = 16 };

	if (last > first && k->whole.n < MOST)
		*vec_push(k->d->a, &k->whole) = (struct whole){ first, last, entity };
}

static bool has_conjunction(const struct linking *k, uint32_t first, uint32_t end)
{
	for (uint32_t t = first + 1; t + 1 < end; t++)
		if (tk(k, t)->upos == UPOS_CCONJ || (tk(k, t)->upos == UPOS_PROPN && !tk(k, t)->cased))
			return true;
	return false;
}

/* "Prinses Beatrixsluis": does the word end in what a place or a building is called? */
static bool ends_as_place(const struct linking *k, uint32_t t)
{
	enum { STEM_MIN = 5 };		/* Versluis is a family */
	struct str word = k->lower[t];

	for (size_t i = STEM_MIN; i < word.n; i++)
		if (in_words(k->l, WORDS_PLACE_ENDING, str_sub(word, i, word.n)))
			return true;
	return false;
}

/* "the Milli Muslim League", tagged as no kind of name: a body by the noun that ends it. */
static bool is_called_body(const struct linking *k, uint32_t first, uint32_t end)
{
	uint32_t word = end - first < 2 || !tk(k, end - 1)->cased || tk(k, end - 1)->upos != UPOS_PROPN ? MAP_NONE : map_get(&k->l->agent_of, k->lower[end - 1]);
	const struct agent *x = word == MAP_NONE ? NULL : &k->l->agents.at[word];

	return x && !x->none && (x->kind == KIND_ORGANISATION || x->kind == KIND_PARTY || x->kind == KIND_ARMED_GROUP);
}

bool is_glossed(const struct linking *k, uint32_t t)
{
	return t > 0 && t + 1 < k->d->tokens.n && tk(k, t - 1)->upos == UPOS_PUNCT && in_words(k->l, WORDS_GLOSS, k->lower[t + 1]);
}

void tagged_name(struct linking *k, uint32_t first, uint32_t end)
{
	enum kind kind = kind_of_tag(tk(k, first)->ne);
	struct str name = doc_slice(k->d, doc_span(k->d, first, end - 1));
	uint32_t entity = NONE;
	bool firm = end - first > 2 && str_is(tk(k, end - 2)->form, "&") && map_get(&k->l->agent_of, k->lower[first]) == MAP_NONE;

	if (firm)
		kind = KIND_ORGANISATION;
	else if ((kind == KIND_ORGANISATION || (kind == KIND_UNKNOWN && tk(k, first)->upos == UPOS_PROPN)) && end - first <= 3 && is_behind_title(k, first))
		kind = KIND_PERSON;
	else if (kind == KIND_PLACE && is_done_to_person(k, head_of(k, first, end - 1)))
		kind = KIND_PERSON;
	if (kind == KIND_PERSON && ends_as_place(k, end - 1))
		kind = KIND_PLACE;
	if (kind == KIND_UNKNOWN && tk(k, first)->ne == NE_B_MISC && is_called_body(k, first, end))
		kind = KIND_ORGANISATION;
	if (is_possessive(k, first, end))
		name = bare_name(name);
	if (kind == KIND_UNKNOWN || name.n < 2 || !has_capital(k, first) || (end - first == 1 && in_words(k->l, WORDS_NOT_NAME, k->lower[first])))
		return;
	if (end - first == 1 && (is_named_thing(k, first) || is_glossed(k, first)))
		return;
	/* a title alone is nobody's name */
	if (kind == KIND_PERSON && end - first == 1 && map_get(&k->l->agent_of, k->lower[first]) != MAP_NONE &&
	    !(tk(k, first)->upos == UPOS_PROPN && tk(k, first)->deprel == DEP_APPOS && is_behind_role(k, first)))	/* "staatssecretaris Visser" */
		return;
	if (kind == KIND_ORGANISATION) {	/* "Finance Minister", "Ministry of Trade": roles and offices, not names */
		uint32_t f, l;
		struct str prefix;
		const struct agent *x = agent_at(k, head_of(k, first, end - 1), &f, &l, &prefix);

		if (x && !firm && (x->kind == KIND_PERSON || x->kind == KIND_GOVERNMENT))
			return;
	}
	if (kind == KIND_PERSON) {
		uint32_t n = 0;
		const struct who_hit *hits = end - first == 1 ? who_find(k->l->who, k->l->lang, key_of(k, first, first), &n) : NULL;

		entity = earlier_person(k, end - first > 1 ? name : bare_name(tk(k, end - 1)->form), hits, n);
	}
	if (entity == NONE && kind == KIND_PERSON && end - first == 1) {
		struct str full = later_full_name(k, bare_name(tk(k, first)->form));

		name = full.n ? full : name;
	}
	if (entity == NONE)
		entity = earlier_same(k, name, kind);
	if (entity == NONE)
		entity = kind == KIND_ORGANISATION ? new_body(k, first, end, name) : kind == KIND_PLACE ? new_place(k, first, end, name, "") : entity_new(k, name, kind, "", "");
	if (kind == KIND_ORGANISATION && has_conjunction(k, first, end))
		keep_whole(k, first, end - 1, entity);
	if (firm) {
		k->d->entities.at[entity].kind = KIND_COMPANY;
		memcpy(k->d->entities.at[entity].sector, "BUS", 4);
	}
	if (kind == KIND_PERSON && !k->d->entities.at[entity].female) {
		uint32_t before = first ? first - 1 : first;

		if (in_words(k->l, WORDS_GIVEN_FEMALE, k->lower[first]) || in_words(k->l, WORDS_HONORIFIC_FEMALE, k->lower[before]))
			k->d->entities.at[entity].female = 2;
		else if (in_words(k->l, WORDS_GIVEN_MALE, k->lower[first]) || in_words(k->l, WORDS_HONORIFIC_MALE, k->lower[before]))
			k->d->entities.at[entity].female = 1;
	}
	mention_new(k, first, end - 1, head_of(k, first, end - 1), MENTION_NAME, entity);
}
