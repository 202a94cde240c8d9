/* names.c - names, adjectives of countries and capitals: the longest run of words that the world knows, then the names that the
 * analyser found and the world does not know. */
#include "link/linking.h"

enum { LONGEST = 8, KEY_MAX = 200, MUCH_IN_THE_NEWS = 500 /* of who_entity.weight, 0 to 1000 for people */ };

static bool is_name_tag(uint8_t ne)
{
	return ne != NE_O;
}

static enum kind kind_of_tag(uint8_t ne)
{
	switch (ne) {
	case NE_B_PER: case NE_I_PER:
		return KIND_PERSON;
	case NE_B_LOC: case NE_I_LOC:
		return KIND_PLACE;
	case NE_B_ORG: case NE_I_ORG:
		return KIND_ORGANISATION;
	default:
		return KIND_UNKNOWN;
	}
}

/* End (exclusive) of the analyser's name that begins at t; t itself when none does. */
static uint32_t tagged_end(const struct linking *k, uint32_t t, uint32_t end)
{
	uint32_t i = t;

	if (tk(k, t)->ne == NE_O || (tk(k, t)->ne - NE_B_PER) % 2)
		return t;
	for (i++; i < end && tk(k, i)->ne == tk(k, t)->ne + 1 && tk(k, i)->upos != UPOS_CCONJ; i++)
		;
	return i;
}

/* The folded key of tokens first..last, as names.tsv and places are folded. */
static struct str key_of(const struct linking *k, uint32_t first, uint32_t last)
{
	struct str key, text = doc_slice(k->d, doc_span(k->d, first, last));

	who_fold(k->d->a, text, &key);
	return key;
}

/* The head of a run of tokens: the one that hangs on something outside. */
static uint32_t head_of(const struct linking *k, uint32_t first, uint32_t last)
{
	for (uint32_t t = first; t <= last; t++) {
		uint32_t h = tk(k, t)->head;

		if (h == NONE || h < first || h > last)
			return t;
	}
	return first;
}

static bool is_role(enum deprel r)
{
	return r == DEP_NSUBJ || r == DEP_NSUBJ_PASS || r == DEP_OBL_AGENT || r == DEP_IOBJ;
}

/* Does a seat of government stand for the government here?  "Moskou noemt", "with Washington", "het Kremlin". */
static bool acts(const struct linking *k, uint32_t t)
{
	bool preposition = false;

	for (uint32_t c = tk(k, t)->child; c != NONE; c = tk(k, c)->next)
		if (tk(k, c)->deprel == DEP_CASE) {
			preposition = true;
			if (in_words(k->l, WORDS_SEAT_WITH, k->lower[c]))
				return true;
		}
	if (preposition)
		return false;
	uint32_t h = tk(k, t)->head;

	for (int steps = 0; h != NONE && tk(k, t)->deprel == DEP_CONJ && steps < 5; steps++) {
		t = h;
		h = tk(k, t)->head;
	}
	return is_role(tk(k, t)->deprel) || (tk(k, t)->deprel == DEP_OBJ && h != NONE && tk(k, h)->upos == UPOS_VERB) ||
	       tk(k, t)->deprel == DEP_NMOD_POSS;
}

/* A family name alone needs signs of a person: the analyser's tag, or a title before it; and no unknown given name. */
static bool may_be_family(const struct linking *k, uint32_t first, uint32_t last)
{
	uint32_t before = first ? first - 1 : NONE;
	bool person = tk(k, last)->ne == NE_B_PER || tk(k, last)->ne == NE_I_PER;
	bool alone = first == last && !(last + 1 < k->d->tokens.n && is_name_tag(tk(k, last + 1)->ne) && (tk(k, last + 1)->ne - NE_B_PER) % 2);

	if (tk(k, last)->ne == NE_I_PER && before != NONE && tk(k, before)->sentence == tk(k, first)->sentence && is_name_tag(tk(k, before)->ne))
		return false;		/* part of a longer name that the world does not know */
	if (last + 1 < k->d->tokens.n && tk(k, last + 1)->ne == NE_I_PER && tk(k, last + 1)->upos == UPOS_PROPN)
		return false;
	/* a capital inside a sentence, whatever the analyser calls it */
	bool capital = tk(k, last)->cased == 1 && first != k->d->sentences.at[tk(k, first)->sentence].first &&
		       (tk(k, last)->upos == UPOS_NOUN || tk(k, last)->upos == UPOS_X);

	return person || ((tk(k, last)->upos == UPOS_PROPN || capital) && alone);
}

static bool in_document(const struct linking *k, uint32_t w)
{
	for (uint32_t i = 0; i < k->who.n; i++)
		if (k->who.at[i] == w)
			return true;
	return false;
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
		if (last > t && map_get(&k->l->agent_of, k->lower[t]) != MAP_NONE)
			t++;			/* "President Trump" */
		if (last > t)
			*vec_push(k->d->a, &k->full) = (struct full_name){ t, last };
		t = last;
	}
}

/* "Khan" in a document that tells of Usman Khan is not Imran Khan: does the document have full names with this last word, and none of
 * them means w? */
static bool somebody_else(const struct linking *k, uint32_t t, uint32_t w)
{
	bool other = false;

	for (size_t i = 0; i < k->full.n; i++) {
		const struct full_name *x = &k->full.at[i];
		uint32_t count = 0;

		if (x->last == t || !str_eq(tk(k, x->last)->form, tk(k, t)->form) || tk(k, x->last)->span.end - tk(k, x->first)->span.start > KEY_MAX)
			continue;
		const struct who_hit *hits = who_find(k->l->who, k->l->lang, key_of(k, x->first, x->last), &count);

		for (uint32_t h = 0; h < count; h++)
			if (hits[h].entity == w)
				return false;
		other = true;
	}
	return other;
}

struct choice {
	const struct who_hit *hit;
	bool government;	/* a seat that acts */
};

/* Which of the hits the words mean here. */
static struct choice choose(const struct linking *k, const struct who_hit *hits, uint32_t n, uint32_t first, uint32_t last)
{
	uint32_t head = head_of(k, first, last);
	const struct token *t = tk(k, head);
	enum kind tagged = kind_of_tag(tk(k, first)->ne);
	bool adjective = t->upos == UPOS_ADJ || (t->deprel == DEP_AMOD && t->upos != UPOS_VERB);
	struct choice best = { NULL, false };
	int best_score = -1;

	for (uint32_t i = 0; i < n && i < 24; i++) {
		struct who_entity x = who_entity(k->l->who, hits[i].entity);
		int score = 20 - (i < 12 ? (int)i : 12);
		bool government = false;

		if (k->d->date != DAY_NONE && x.kind == KIND_PERSON && in_document(k, hits[i].entity))
			score += 40;
		switch (hits[i].how) {
		case WHO_ADJECTIVE:
			score += adjective ? 60 : t->upos == UPOS_PROPN || t->upos == UPOS_NOUN ? 8 : 20;
			break;
		case WHO_INHABITANT:
			score += adjective ? 10 : 30;
			break;
		case WHO_SEAT:
			government = acts(k, head);
			score += government ? 70 : x.kind == KIND_ORGANISATION ? 10 : -30;
			break;
		case WHO_FAMILY:
			if (!may_be_family(k, first, last) || (!in_document(k, hits[i].entity) && somebody_else(k, last, hits[i].entity)))
				continue;
			/* without the analyser's word for it, only who is much in the news or in the document */
			if (tagged != KIND_PERSON && x.weight < MUCH_IN_THE_NEWS && !in_document(k, hits[i].entity))
				continue;
			score += 15 + (tagged == KIND_PERSON ? 30 : 0);
			break;
		default:
			score += adjective && first == last ? 5 : 35;
			if (x.kind == KIND_COUNTRY)
				score += 40;
			else if (x.kind == KIND_PLACE)
				score += t->upos != UPOS_PROPN && tagged != KIND_PLACE ? -40 : tagged == KIND_PLACE ? 25 : tagged == KIND_PERSON || tagged == KIND_ORGANISATION ? -25 : x.weight > 500000 ? 5 : -8;
			else if (x.kind == KIND_PERSON)
				score += tagged == KIND_PERSON ? 25 : 0;
			else
				score += tagged == KIND_ORGANISATION ? 25 : 5;
		}
		if (score > best_score) {
			best_score = score;
			best = (struct choice){ &hits[i], government };
		}
	}
	return best_score > 14 ? best : (struct choice){ NULL, false };
}

/* May the words be a name at all?  Lower-case words and the first words of sentences that are no names are refused. */
static bool may_begin(const struct linking *k, uint32_t t, uint32_t first)
{
	const struct token *x = tk(k, t);

	if (!x->cased)
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
		if (k->d->entities.at[i].kind == KIND_PEOPLE && !memcmp(k->d->entities.at[i].country, x.country, 4) && k->d->entities.at[i].sector[0] == 'C')
			return i;
	uint32_t e = entity_new(k, name, KIND_PEOPLE, x.country, "CVL");

	k->d->entities.at[e].plural = true;
	return e;
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
		uint32_t tagged = tagged_end(k, t, end);

		if (n == 1 && tagged > last + 1 && kind_of_tag(tk(k, t)->ne) != KIND_PLACE && tk(k, t)->upos == UPOS_PROPN && hits[0].how != WHO_ADJECTIVE &&
		    who_entity(k->l->who, hits[0].entity).kind != KIND_COUNTRY)
			continue;
		struct choice c = choose(k, hits, count, t, last);

		if (!proves) {
			c.hit = NULL;
			for (uint32_t i = 0; i < count && !c.hit; i++)
				if (hits[i].how == WHO_FAMILY && in_document(k, hits[i].entity))
					c.hit = &hits[i];
		}
		if (!c.hit)
			continue;
		struct who_entity x = who_entity(k->l->who, c.hit->entity);
		uint32_t head = head_of(k, t, last);

		if (c.hit->how == WHO_INHABITANT) {
			uint32_t e;

			if (tk(k, head)->bits & FEAT_SING && x.kind == KIND_COUNTRY) {
				e = entity_new(k, doc_slice(k->d, doc_span(k->d, t, last)), KIND_PERSON, x.country, "CVL");
			} else {
				e = x.kind == KIND_COUNTRY ? people_of(k, c.hit->entity, doc_slice(k->d, doc_span(k->d, t, last))) : entity_of_who(k, c.hit->entity);
			}
			mention_new(k, t, last, head, MENTION_NAME, e);
		} else {
			mention_new(k, t, last, head, how_of(c.hit->how), entity_of_who(k, c.hit->entity));
		}
		return last;
	}
	return NONE;
}

/* An earlier person of the document with this last name. */
static uint32_t earlier_person(const struct linking *k, struct str name)
{
	for (uint32_t i = (uint32_t)k->d->entities.n; i-- > 0; ) {
		const struct entity *x = &k->d->entities.at[i];

		if (x->kind == KIND_PERSON && x->name.n > name.n && str_ends(x->name, name) && x->name.p[x->name.n - name.n - 1] == ' ')
			return i;
		if (x->kind == KIND_PERSON && str_eq(x->name, name))
			return i;
	}
	return NONE;
}

static uint32_t earlier_same(const struct linking *k, struct str name, enum kind kind)
{
	for (uint32_t i = 0; i < k->d->entities.n; i++)
		if (k->d->entities.at[i].kind == kind && str_eq(k->d->entities.at[i].name, name))
			return i;
	return NONE;
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

static void tagged_name(struct linking *k, uint32_t first, uint32_t end)
{
	enum kind kind = kind_of_tag(tk(k, first)->ne);
	struct str name = bare_name(doc_slice(k->d, doc_span(k->d, first, end - 1)));
	uint32_t entity = NONE;

	if (kind == KIND_UNKNOWN || name.n < 2 || !tk(k, first)->cased || (end - first == 1 && in_words(k->l, WORDS_NOT_NAME, k->lower[first])))
		return;
	/* a title alone is nobody's name */
	if (kind == KIND_PERSON && end - first == 1 && map_get(&k->l->agent_of, k->lower[first]) != MAP_NONE)
		return;
	if (kind == KIND_ORGANISATION) {	/* "Finance Minister", "Ministry of Trade": roles and offices, not names */
		uint32_t f, l;
		struct str prefix;
		const struct agent *x = agent_at(k, head_of(k, first, end - 1), &f, &l, &prefix);

		if (x && (x->kind == KIND_PERSON || x->kind == KIND_GOVERNMENT))
			return;
	}
	if (kind == KIND_PERSON)
		entity = earlier_person(k, end - first > 1 ? name : bare_name(tk(k, end - 1)->form));
	if (entity == NONE && kind == KIND_PERSON && end - first == 1) {
		struct str full = later_full_name(k, bare_name(tk(k, first)->form));

		name = full.n ? full : name;
	}
	if (entity == NONE)
		entity = earlier_same(k, name, kind);
	if (entity == NONE)
		entity = entity_new(k, name, kind, "", "");
	if (kind == KIND_PERSON && !k->d->entities.at[entity].female) {
		if (in_words(k->l, WORDS_GIVEN_FEMALE, k->lower[first]))
			k->d->entities.at[entity].female = 2;
		else if (in_words(k->l, WORDS_GIVEN_MALE, k->lower[first]))
			k->d->entities.at[entity].female = 1;
	}
	mention_new(k, first, end - 1, head_of(k, first, end - 1), MENTION_NAME, entity);
}

void find_names(struct linking *k)
{
	find_full_names(k);
	for (size_t s = 0; s < k->d->sentences.n; s++) {
		const struct sentence *x = &k->d->sentences.at[s];

		for (uint32_t t = x->first; t < x->end; ) {
			/* "President Trump": the analyser takes the title for a part of the name */
			if (tk(k, t)->ne == NE_B_PER && t + 1 < x->end && tk(k, t + 1)->ne == NE_I_PER &&
			    map_get(&k->l->agent_of, k->lower[t]) != MAP_NONE) {
				tk(k, t)->ne = NE_O;
				tk(k, ++t)->ne = NE_B_PER;
			}
			uint32_t last = known_at(k, t, x->first, x->end), tagged = tagged_end(k, t, x->end);

			if (last != NONE) {
				t = last + 1;
				continue;
			}
			/* the analyser's name, up to where the world knows a part of it */
			if (tagged > t) {
				tagged_name(k, t, tagged);
				t = tagged;
				continue;
			}
			t++;
		}
	}
}
