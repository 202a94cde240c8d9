/* candidates.c - whom a name means: each meaning that the world knows of it is weighed against what the document says, nobody among them. */
#include "link/candidates.h"

#include <math.h>

enum {
	KEY_MAX = 200,
	MUCH_IN_THE_NEWS = 500,		/* of who_entity.weight, 0 to 1000 for people */
	LIKELY_FIRST = 12,		/* meanings whose order in the table still tells something */
	HITS_MAX = 64,
	RIVALS_MAX = 5,
	NOBODY = 14,			/* the score of a name that means none of them */
	YEAR = 365,
};

static const float STEP = 7;		/* points of score that make a meaning e times as likely */

bool is_name_tag(uint8_t ne)
{
	return ne != NE_O;
}

enum kind kind_of_tag(uint8_t ne)
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

/* The folded key of tokens first..last, as names.tsv and places are folded. */
struct str key_of(const struct linking *k, uint32_t first, uint32_t last)
{
	struct str key, text = doc_slice(k->d, doc_span(k->d, first, last));

	who_fold(k->d->a, text, &key);
	return key;
}

/* The head of a run of tokens: the one that hangs on something outside. */
uint32_t head_of(const struct linking *k, uint32_t first, uint32_t last)
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
	uint32_t over = tk(k, t)->deprel == DEP_NMOD ? tk(k, t)->head : NONE;
	bool deed = over != NONE && in_words(k->l, WORDS_SEAT_DEED, tk(k, over)->lemma);	/* "the backing of Moscow" */

	for (uint32_t c = tk(k, t)->child; c != NONE; c = tk(k, c)->next)
		if (tk(k, c)->deprel == DEP_CASE && c < t) {	/* behind it, the possessive 's */
			preposition = true;
			if (in_words(k->l, WORDS_SEAT_WITH, k->lower[c]) || (deed && in_words(k->l, WORDS_SEAT_OF, k->lower[c])))
				return true;
		}
	if (preposition)
		return false;
	uint32_t h = tk(k, t)->head;

	for (int steps = 0; h != NONE && tk(k, t)->deprel == DEP_CONJ && steps < 5; steps++) {
		t = h;
		h = tk(k, t)->head;
	}
	/* "bombed Kiev" */
	if (h != NONE && (tk(k, t)->deprel == DEP_OBJ || tk(k, t)->deprel == DEP_NSUBJ_PASS) && in_words(k->l, WORDS_TAKES_PLACE, tk(k, h)->lemma))
		return false;
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

struct beside {				/* "de Amerikaanse president" before "Bush" */
	struct str office;		/* usual English term, or empty */
	char country[4];		/* or "" */
	char trade[4];			/* sector of a noun that names no office ("advocaat"), or "" */
};

/* "on May 24", "in May", "North said": a word that is no name by itself needs the analyser's tag or a title, and never counts days or years. */
static bool is_common_word(const struct linking *k, uint32_t first, uint32_t last, const struct beside *b)
{
	bool counted = last + 1 < k->d->sentences.at[tk(k, last)->sentence].end && tk(k, last + 1)->upos == UPOS_NUM;

	return first == last && in_words(k->l, WORDS_NOT_NAME, k->lower[first]) && (counted || (kind_of_tag(tk(k, first)->ne) != KIND_PERSON && !b->office.n));
}

bool in_document(const struct linking *k, uint32_t w)
{
	for (uint32_t i = 0; i < k->who.n; i++)
		if (k->who.at[i] == w)
			return true;
	return false;
}

bool governs_now(const struct linking *k, uint32_t person)
{
	const struct who_term *terms;
	uint32_t n = who_terms(k->l->who, person, &terms);

	for (uint32_t i = 0; i < n && k->d->date != DAY_NONE; i++)
		if (terms[i].from != DAY_NONE && terms[i].from <= k->d->date && (terms[i].to == DAY_NONE || terms[i].to >= k->d->date))
			return true;
	return false;
}

/* "Trump" beside "Ivanka Trump": a last name alone is whoever of that name and country all the world knows and who governs now, not a relative whom the
 * document names, too. */
static bool is_lesser(const struct linking *k, uint32_t relative, uint32_t w)
{
	struct who_entity x = who_entity(k->l->who, relative), y = who_entity(k->l->who, w);

	return x.kind == KIND_PERSON && y.weight >= MUCH_IN_THE_NEWS && x.weight < y.weight && !memcmp(x.country, y.country, 4) && governs_now(k, w);
}

/* The first token of what means w already, or NONE. */
static uint32_t first_meant(const struct linking *k, uint32_t w)
{
	for (size_t i = 0; i < k->d->mentions.n; i++) {
		const struct mention *m = &k->d->mentions.at[i];

		if (m->n_entities == 1 && k->who.at[m->entities[0]] == w)
			return m->first;
	}
	return NONE;
}

static bool in_title(const struct linking *k, uint32_t t)
{
	uint32_t block = k->d->sentences.at[tk(k, t)->sentence].block;

	return block < k->d->blocks.n && k->d->blocks.at[block].type == BLOCK_TITLE;
}

/* Does the word stand between two places of the text, not in its title, outside names of several words? */
static bool stands_alone_between(const struct linking *k, struct str word, uint32_t from, uint32_t to)
{
	enum { FAR = 2000 };		/* tokens */

	to = to - from > FAR ? from + FAR : to;
	for (uint32_t t = from + 1; t < to; t++)
		if (tk(k, t)->upos == UPOS_PROPN && tk(k, t - 1)->upos != UPOS_PROPN && tk(k, t + 1)->upos != UPOS_PROPN && str_eq(tk(k, t)->form, word) && !in_title(k, t))
			return true;
	return false;
}

/* "Khan" in a document that tells of Usman Khan is not Imran Khan: does the document have full names with this last or first word, and none of
 * them means w?  Where one does, the first who is named counts; but for who is named later if the word alone has not meant the first by then. */
static bool somebody_else(const struct linking *k, uint32_t t, uint32_t w, bool here)
{
	uint32_t meant = here ? first_meant(k, w) : NONE, other = NONE, behind = NONE;
	bool named_behind = false, first_name = false;

	for (size_t i = 0; i < k->full.n; i++) {
		const struct full_name *x = &k->full.at[i];
		uint32_t count = 0;
		bool same = false, family = false;

		bool named = str_eq(tk(k, x->last)->form, tk(k, t)->form) || str_eq(tk(k, x->first)->form, tk(k, t)->form);	/* "Li Wenliang" */

		if (x->last == t || x->first == t || !named || tk(k, x->last)->span.end - tk(k, x->first)->span.start > KEY_MAX)
			continue;
		const struct who_hit *hits = who_find(k->l->who, k->l->lang, key_of(k, x->first, x->last), &count);

		for (uint32_t h = 0; h < count; h++) {
			same |= hits[h].entity == w;
			family |= hits[h].how == WHO_FAMILY;
		}
		if (family)		/* "Van der Lee" */
			continue;
		if (same && x->first > t)
			named_behind = true;
		else if (same)
			meant = meant == NONE || x->first < meant ? x->first : meant;
		else if (count && is_lesser(k, hits[0].entity, w))
			continue;
		else if (x->first > t)
			first_name |= str_eq(tk(k, x->first)->form, tk(k, t)->form), behind = behind == NONE ? x->first : behind;
		else if (other == NONE)
			other = x->last;
	}
	if (other == NONE)	/* whom a text does not introduce by his full name is not who comes later with one */
		return meant == NONE && behind != NONE && !named_behind && (first_name || !stands_alone_between(k, tk(k, t)->form, 0, behind));
	return meant == NONE || (other < meant && stands_alone_between(k, tk(k, t)->form, other, meant));
}

/* ---- what stands beside a name -------------------------------------------------------------------------------- */

/* The country of a mention that is linked already, "" when it has none. */
static void country_at(const struct linking *k, uint32_t t, char country[4])
{
	uint32_t m = k->covered[t];
	const struct entity *x = m == NONE || k->d->mentions.at[m].n_entities != 1 ? NULL : &k->d->entities.at[k->d->mentions.at[m].entities[0]];

	if (x && x->kind == KIND_COUNTRY)
		memcpy(country, x->country, 4);
}

/* A word that can stand between a country and the title: "US deputy foreign minister"; not "a Canadian report that minister Kaag". */
static bool is_nominal(const struct linking *k, uint32_t t)
{
	enum upos u = tk(k, t)->upos;

	return u == UPOS_NOUN || u == UPOS_PROPN || u == UPOS_ADJ || u == UPOS_PART || u == UPOS_NUM;
}

bool is_behind_role(const struct linking *k, uint32_t first)
{
	uint32_t f, l;
	struct str prefix;
	const struct agent *x = first && tk(k, first - 1)->sentence == tk(k, first)->sentence ? agent_at(k, first - 1, &f, &l, &prefix) : NULL;

	return x && x->kind == KIND_PERSON && l + 1 == first && !(tk(k, first - 1)->bits & FEAT_PLUR);
}

static struct beside look_beside(const struct linking *k, uint32_t first)
{
	enum { TITLE_MAX = 6, OWNER_MAX = 3 };
	struct beside b = { STR_NONE, "", "" };
	uint32_t begin = k->d->sentences.at[tk(k, first)->sentence].first;

	for (uint32_t t = first; t-- > begin && first - t <= TITLE_MAX; ) {
		uint32_t f, l;
		struct str prefix;
		const struct agent *x = tk(k, t)->upos == UPOS_NOUN || tk(k, t)->upos == UPOS_PROPN ? agent_at(k, t, &f, &l, &prefix) : NULL;

		if (!x || l + 1 != first)
			continue;
		b.office = x->kind == KIND_PERSON ? x->office : STR_NONE;
		if (x->kind == KIND_PERSON && !x->office.n && !x->weak)
			memcpy(b.trade, x->sector, 4);
		for (uint32_t o = f; o-- > begin && f - o <= OWNER_MAX && !b.country[0] && (is_nominal(k, o) || str_is(tk(k, o)->form, "-")); )
			country_at(k, o, b.country);
		for (uint32_t o = f; o < first && !b.country[0]; o++)
			country_at(k, o, b.country);
		if (prefix.n) {		/* "VS-gezant" */
			uint32_t n;
			struct str key;

			who_fold(k->d->a, prefix, &key);
			const struct who_hit *h = who_find(k->l->who, k->l->lang, key, &n);

			if (n && who_entity(k->l->who, h[0].entity).kind == KIND_COUNTRY)
				memcpy(b.country, who_entity(k->l->who, h[0].entity).country, 4);
		}
		return b;
	}
	if (first > begin)
		country_at(k, first - 1, b.country);
	if (first > begin + 1 && tk(k, first - 1)->upos == UPOS_PART)	/* "Ireland's Supreme Court" */
		country_at(k, first - 2, b.country);
	return b;
}

/* The country whose name begins at token first. */
static void country_from(const struct linking *k, uint32_t first, char country[4])
{
	enum { NAME_MAX = 5 };
	uint32_t end = k->d->sentences.at[tk(k, first)->sentence].end;

	if (!tk(k, first)->cased || (tk(k, first)->upos != UPOS_PROPN && tk(k, first)->upos != UPOS_ADJ))
		return;
	for (uint32_t t = first + NAME_MAX < end ? first + NAME_MAX : end; t-- > first; ) {
		uint32_t n = 0;
		const struct who_hit *h = tk(k, t)->span.end - tk(k, first)->span.start > KEY_MAX ? NULL : who_find(k->l->who, k->l->lang, key_of(k, first, t), &n);
		struct who_entity x = n ? who_entity(k->l->who, h[0].entity) : (struct who_entity){ 0 };

		if (n && h[0].how == WHO_NAME && (x.kind == KIND_COUNTRY || (x.kind == KIND_PLACE && x.precision == PLACE_REGION))) {
			memcpy(country, x.country, 4);
			return;
		}
	}
}

void country_behind(const struct linking *k, uint32_t last, char country[4])
{
	if (last + 2 < k->d->sentences.at[tk(k, last)->sentence].end && str_is(tk(k, last + 1)->form, ","))
		country_from(k, last + 2, country);
}

/* "the Supreme Court of Peru", "the Supreme Court of Justice of Austria" */
static void country_after_of(const struct linking *k, uint32_t last, char country[4])
{
	enum { WORDS_MAX = 5 };
	uint32_t end = k->d->sentences.at[tk(k, last)->sentence].end;

	for (uint32_t t = last + 1; t + 1 < end && t <= last + WORDS_MAX && !country[0]; t++) {
		if (in_words(k->l, WORDS_OF, k->lower[t]))
			country_from(k, tk(k, t + 1)->upos == UPOS_DET && t + 2 < end ? t + 2 : t + 1, country);
		else if (!tk(k, t)->cased || tk(k, t)->upos == UPOS_VERB)
			return;
	}
}

/* A court called by no more than its kind is not that of a country which the document does not name. */
static bool is_foreign_court(const struct linking *k, const struct who_entity *x, uint32_t first, uint32_t last)
{
	uint32_t f, l;
	struct str prefix;

	return !strcmp(x->sector, "JUD") && x->country[0] && k->countries.n && !country_in_document(k, x->country) && last > first && agent_at(k, last, &f, &l, &prefix);
}

bool country_in_document(const struct linking *k, const char country[4])
{
	for (size_t i = 0; i < k->countries.n; i++)
		if (!memcmp(k->countries.at[i].code, country, 4))
			return true;
	return false;
}

/* Points for a person's offices, set against the day of the document and the title before the name. */
static int weigh_terms(const struct linking *k, uint32_t person, const struct beside *b, uint32_t *why)
{
	const struct who_term *terms;
	uint32_t n = who_terms(k->l->who, person, &terms);
	bool fits = false, fits_now = false, now = false, ahead = n > 0, gone = n > 0;
	day at = k->d->date;

	for (uint32_t i = 0; i < n; i++) {
		bool held = at != DAY_NONE && (terms[i].from == DAY_NONE || terms[i].from <= at + 60) && (terms[i].to == DAY_NONE || terms[i].to >= at - 60);
		bool same = b->office.n && who_same_office(k->l->who, terms[i].office, b->office, terms[i].country);

		fits |= same;
		fits_now |= same && held;
		now |= held;
		ahead &= at != DAY_NONE && terms[i].from != DAY_NONE && terms[i].from > at + 2 * YEAR;
		gone &= at != DAY_NONE && terms[i].to != DAY_NONE && terms[i].to < at - 40 * YEAR;
	}
	*why |= (fits ? 1u << WHY_OFFICE : n && b->office.n ? 1u << WHY_OTHER_OFFICE : 0) | (now ? 1u << WHY_IN_OFFICE : 0) |
		(ahead ? 1u << WHY_NOT_YET : 0) | (gone ? 1u << WHY_LONG_AGO : 0);
	/* who governs is not called by a seat in parliament: "Kamerlid Jansen" beside minister Jansen */
	if (now && !fits && str_is(b->office, "member of parliament"))
		return -60;
	return (fits_now ? 25 : fits ? 12 : n && b->office.n ? -4 : 0) + (now ? 8 : 0) - (ahead ? 20 : 0) - (gone ? 12 : 0);
}

/* ---- weighing --------------------------------------------------------------------------------------------------- */

struct weighed {
	const struct who_hit *hit;
	int score;
	uint32_t why;
	bool government;		/* a seat that acts */
};

/* Below any score: this it cannot mean here. */
enum { NEVER = -1000 };

/* Does the sector belong to a trade that politicians do not follow while they govern? */
static bool is_private(const char trade[4])
{
	static const char *const sectors[] = { "JUD", "MED", "EDU", "AGR", "LAB", "JRN", "COP", "REL", "CVL", "CRM", "MIL" };

	for (size_t i = 0; i < sizeof(sectors) / sizeof(*sectors); i++)
		if (!strcmp(trade, sectors[i]))
			return true;
	return false;
}

/* seat_only: no town is called so, as none is called "the White House". */
static struct weighed weigh(const struct linking *k, const struct who_hit *hit, uint32_t order, bool seat_only, uint32_t first, uint32_t last, const struct beside *b)
{
	uint32_t head = head_of(k, first, last);
	const struct token *t = tk(k, head);
	enum kind tagged = kind_of_tag(tk(k, first)->ne);
	bool adjective = t->upos == UPOS_ADJ || (t->deprel == DEP_AMOD && t->upos != UPOS_VERB), here = in_document(k, hit->entity);
	struct who_entity x = who_entity(k->l->who, hit->entity);
	struct weighed w = { hit, 20 - (int)(order < LIKELY_FIRST ? order : LIKELY_FIRST), 1u << hit->how, false };

	/* "Juan Carlos" of "Juan Carlos Jobet" */
	if (x.kind == KIND_PERSON && last - first < 2 && last + 1 < k->d->tokens.n && tk(k, last + 1)->ne == NE_I_PER && tk(k, last + 1)->upos == UPOS_PROPN)
		return (struct weighed){ hit, NEVER, 0, false };
	if (here && x.kind == KIND_PERSON)
		w.score += 40;
	w.why |= here ? 1u << WHY_DOCUMENT : 0;
	switch (hit->how) {
	case WHO_ADJECTIVE:
		if (first == last && is_glossed(k, first))
			return (struct weighed){ hit, NEVER, 0, false };
		w.score += adjective ? 60 : t->upos == UPOS_PROPN || t->upos == UPOS_NOUN ? 8 : 20;
		break;
	case WHO_INHABITANT:
		w.score += adjective ? 10 : 30;
		break;
	case WHO_SEAT:
		w.government = seat_only || acts(k, head);
		w.why |= w.government ? 1u << WHY_ACTS : 0;
		w.score += w.government ? 70 : x.kind == KIND_ORGANISATION ? 10 : -30;
		break;
	case WHO_FAMILY:
		if (first > 0 && (in_words(k->l, WORDS_GIVEN_TITLE, k->lower[first - 1]) || (x.female != 2 && in_words(k->l, WORDS_HONORIFIC_FEMALE, k->lower[first - 1])) ||
				  (x.female == 2 && in_words(k->l, WORDS_HONORIFIC_MALE, k->lower[first - 1]))))
			return (struct weighed){ hit, NEVER, 0, false };
		if (!may_be_family(k, first, last) || somebody_else(k, last, hit->entity, here) || is_common_word(k, first, last, b))
			return (struct weighed){ hit, NEVER, 0, false };
		w.score += 15 + (tagged == KIND_PERSON ? 30 : 0);
		break;
	default:
		w.score += adjective && first == last ? 5 : 35;
		if (x.kind == KIND_COUNTRY)
			w.score += 40;
		else if (x.kind == KIND_PLACE && first == last && in_words(k->l, WORDS_NOT_NAME, k->lower[first]))
			return (struct weighed){ hit, NEVER, 0, false };	/* a region called North */
		else if (x.kind == KIND_PLACE)
			w.score += t->upos != UPOS_PROPN && tagged != KIND_PLACE ? -40 : tagged == KIND_PLACE ? 25 : tagged == KIND_PERSON || tagged == KIND_ORGANISATION ? -25 : x.weight > 500000 ? 5 : -8;
		else if (x.kind == KIND_PERSON)
			w.score += tagged == KIND_PERSON ? 25 : 0;
		else
			w.score += tagged == KIND_ORGANISATION ? 25 : 5;
	}
	if (tagged != KIND_UNKNOWN && hit->how <= WHO_FAMILY)
		w.why |= tagged == x.kind || (tagged == KIND_PLACE && x.kind == KIND_COUNTRY) ? 1u << WHY_TAG :
			tagged == KIND_PERSON || x.kind == KIND_PERSON ? 1u << WHY_OTHER_TAG : 0;
	if (x.kind == KIND_PERSON) {
		w.score += weigh_terms(k, hit->entity, b, &w.why);
		if (b->country[0] && x.country[0]) {
			bool same = !memcmp(b->country, x.country, 4);

			if (!same && hit->how == WHO_FAMILY && !here)
				return (struct weighed){ hit, NEVER, 0, false };
			w.score += same ? 20 : -12;
			w.why |= same ? 1u << WHY_COUNTRY : 1u << WHY_OTHER_COUNTRY;
		}
		/* a lawyer De Vries is not the minister of that name, unless all the world knows him */
		if (hit->how == WHO_FAMILY && is_private(b->trade) && strcmp(b->trade, x.sector) && !here && x.weight < MUCH_IN_THE_NEWS)
			return (struct weighed){ hit, NEVER, 0, false };
		/* nor who comes to office years later */
		if (hit->how == WHO_FAMILY && (w.why & (1u << WHY_NOT_YET)) && !(w.why & (1u << WHY_OFFICE)) && !here && x.weight < MUCH_IN_THE_NEWS)
			return (struct weighed){ hit, NEVER, 0, false };
		/* nor is who left office long ago meant by a last name alone */
		if (hit->how == WHO_FAMILY && (w.why & (1u << WHY_LONG_AGO)) && !(w.why & (1u << WHY_OFFICE)) && !here && x.weight < MUCH_IN_THE_NEWS)
			return (struct weighed){ hit, NEVER, 0, false };
		/* without the analyser's word for it, only who is much in the news, in the document, or called by the title */
		if (hit->how == WHO_FAMILY && tagged != KIND_PERSON && x.weight < MUCH_IN_THE_NEWS && !here && !(w.why & (1u << WHY_OFFICE)))
			return (struct weighed){ hit, NEVER, 0, false };
	}
	/* "the Mexican National Guard" is not that of the United States */
	if (x.kind != KIND_PERSON && x.kind != KIND_COUNTRY && x.kind != KIND_PLACE && b->country[0] && x.country[0] && hit->how == WHO_NAME) {
		bool same = !memcmp(b->country, x.country, 4);

		w.score += same ? 10 : -90;
		w.why |= same ? 1u << WHY_COUNTRY : 1u << WHY_OTHER_COUNTRY;
	}
	if (x.kind == KIND_ORGANISATION && !b->country[0] && hit->how == WHO_NAME && is_foreign_court(k, &x, first, last)) {
		w.score -= 90;
		w.why |= 1u << WHY_OTHER_COUNTRY;
	}
	if (x.kind != KIND_PERSON && hit->how == WHO_NAME && first > 0 && is_honorific(k, first - 1))	/* "Mr Van Buren" */
		return (struct weighed){ hit, NEVER, 0, false };
	/* "minister Moga" is no town, nor is the Conyers of a text on John Conyers */
	if (x.kind == KIND_PLACE && hit->how == WHO_NAME && tagged == KIND_PERSON && first == last && (is_behind_role(k, first) || somebody_else(k, last, hit->entity, true)))
		return (struct weighed){ hit, NEVER, 0, false };
	if (x.kind == KIND_PLACE) {
		char country[4] = "";

		country_behind(k, last, country);
		if (country[0] && x.country[0]) {
			bool same = !memcmp(country, x.country, 4);

			w.score += same ? 30 : -50;
			w.why |= same ? 1u << WHY_COUNTRY : 1u << WHY_OTHER_COUNTRY;
		}
	}
	if ((x.kind == KIND_PERSON || x.kind == KIND_PLACE || x.kind == KIND_PARTY) && x.country[0] && country_in_document(k, x.country)) {
		w.score += 8;
		w.why |= 1u << WHY_NEAR;
	}
	return w;
}

struct choice choose(const struct linking *k, const struct who_hit *hits, uint32_t n, uint32_t first, uint32_t last)
{
	struct weighed all[HITS_MAX];
	struct beside b = { STR_NONE, "", "" };
	uint32_t best = 0, owned = 0, count = n < HITS_MAX ? n : HITS_MAX;
	double sum = exp(NOBODY / (double)STEP);
	struct choice c = { NULL, false, NULL, 0 };

	bool seat_only = true;

	for (uint32_t i = 0; i < count; i++)
		seat_only &= hits[i].how == WHO_SEAT;
	for (uint32_t i = 0; i < count; i++)
		owned += hits[i].how <= WHO_FAMILY && who_entity(k->l->who, hits[i].entity).kind != KIND_COUNTRY &&
			 who_entity(k->l->who, hits[i].entity).kind != KIND_PLACE;
	if (owned)
		b = look_beside(k, first);
	if (!b.country[0] && (!b.office.n || (last + 1 < k->d->tokens.n && in_words(k->l, WORDS_OF, k->lower[last + 1]))))
		country_after_of(k, last, b.country);
	for (uint32_t i = 0; i < count; i++) {
		all[i] = weigh(k, &hits[i], i, seat_only, first, last, &b);
		sum += all[i].score > NEVER ? exp(all[i].score / (double)STEP) : 0;
		best = all[i].score > all[best].score ? i : best;
	}
	if (!count || all[best].score <= NOBODY)
		return c;
	c.hit = all[best].hit;
	c.government = all[best].government;
	c.rivals = arena_array(k->d->a, struct rival, RIVALS_MAX);
	for (uint32_t next = best; c.n_rivals < RIVALS_MAX; ) {
		struct who_entity x = who_entity(k->l->who, all[next].hit->entity);
		struct rival *r = &c.rivals[c.n_rivals++];

		*r = (struct rival){ .id = x.id, .name = x.name, .kind = x.kind, .probability = (float)(exp(all[next].score / (double)STEP) / sum), .why = all[next].why };
		memcpy(r->country, x.country, 4);
		all[next].score = NEVER;
		for (uint32_t i = 0; i < count; i++)
			next = all[i].score > all[next].score ? i : next;
		if (all[next].score <= NOBODY - 40)
			break;
	}
	return c;
}
