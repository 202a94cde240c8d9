/* describe.c - descriptions of actors and the titles of people: "de Russische president Poetin", "Israeli troops", "the foreign
 * minister of Iran", "defensieminister Brekelmans", "VN-gezant". */
#include "link/linking.h"

#include "base/unicode.h"

#include <stdio.h>

/* ---- which role a noun names ------------------------------------------------------------ */

static const struct agent *agent_of(const struct linking *k, struct str words)
{
	uint32_t i = map_get(&k->l->agent_of, words);

	return i == MAP_NONE ? NULL : &k->l->agents.at[i];
}

static struct str lemma_of(const struct linking *k, uint32_t t)
{
	return tk(k, t)->lemma.n ? unicode_lower_str(k->d->a, tk(k, t)->lemma) : k->lower[t];
}

static bool is_of(const struct linking *k, uint32_t n)
{
	for (uint32_t c = tk(k, n)->child; c != NONE; c = tk(k, c)->next)
		if (tk(k, c)->deprel == DEP_CASE)
			return in_words(k->l, WORDS_OF, k->lower[c]);
	return false;
}

static bool is_content(const struct linking *k, uint32_t t)
{
	return tk(k, t)->upos == UPOS_NOUN || tk(k, t)->upos == UPOS_PROPN || tk(k, t)->upos == UPOS_ADJ || tk(k, t)->upos == UPOS_VERB;
}

/* "ex-minister" without "ex-"; other words as they are. */
static struct str without_former(const struct linking *k, struct str word)
{
	size_t hyphen = str_find(word, '-');

	return hyphen < word.n && in_words(k->l, WORDS_FORMER_PREFIX, str_sub(word, 0, hyphen)) ? str_sub(word, hyphen + 1, word.n) : word;
}

/* Does the name of a body of states that began before t hold it: no "union leaders" in "European Union leaders"?  Of a party it is its leader. */
static bool inside_name(const struct linking *k, uint32_t t)
{
	const struct mention *m = k->covered[t] == NONE ? NULL : &k->d->mentions.at[k->covered[t]];

	return m && m->how == MENTION_NAME && m->first < t && m->n_entities == 1 && !memcmp(k->d->entities.at[m->entities[0]].sector, "IGO", 4);
}

static const struct agent *find_agent(const struct linking *k, uint32_t t, uint32_t *first, uint32_t *last, struct str *prefix)
{
	struct arena *a = k->d->a;
	struct str lemma = lemma_of(k, t), lower = k->lower[t], former = without_former(k, lower);
	const struct agent *x;

	*first = *last = t;
	*prefix = STR_NONE;
	if (tk(k, t)->upos != UPOS_NOUN && tk(k, t)->upos != UPOS_PROPN && tk(k, t)->upos != UPOS_NUM && !(tk(k, t)->upos == UPOS_ADJ && tk(k, t)->deprel != DEP_AMOD))
		return NULL;
	/* "Secretary-General Ban", cut at the hyphen, its first half the head */
	if (t + 2 < k->d->sentences.at[tk(k, t)->sentence].end && str_is(k->lower[t + 1], "-") && tk(k, t)->span.end == tk(k, t + 1)->span.start &&
	    tk(k, t + 1)->span.end == tk(k, t + 2)->span.start &&
	    (x = agent_of(k, str_cat(a, str_cat(a, lemma, STR("_")), k->lower[t + 2])))) {
		*last = t + 2;
		return x;
	}
	/* "minister van Buitenlandse Zaken", "secretary of state", "chief of staff" */
	for (uint32_t c = tk(k, t)->child; c != NONE; c = tk(k, c)->next)
		if (c > t && (tk(k, c)->deprel == DEP_NMOD || tk(k, c)->deprel == DEP_OBL || tk(k, c)->deprel == DEP_FLAT) && doc_child(k->d, c, DEP_CASE) != NONE && c - t < 6) {
			uint32_t end = c;

			for (uint32_t g = tk(k, c)->child; g != NONE; g = tk(k, g)->next)
				if (g > end && g - end == 1 && (tk(k, g)->deprel == DEP_FLAT || tk(k, g)->deprel == DEP_FLAT_NAME || tk(k, g)->deprel == DEP_FIXED))
					end = g;
			for (uint32_t e = end; e > t; e--) {
				struct buf b;

				buf_init(&b, a);
				buf_add(&b, former.n < k->lower[t].n ? former : lemma);	/* "oud-minister van Justitie" */
				for (uint32_t i = t + 1; i <= e; i++) {
					buf_byte(&b, '_');
					buf_add(&b, k->lower[i]);
				}
				if ((x = agent_of(k, buf_str(&b)))) {
					*last = e;
					return x;
				}
			}
		}
	/* "foreign minister", "prime minister", "vice president" */
	const struct sentence *s = &k->d->sentences.at[tk(k, t)->sentence];

	for (uint32_t n = 3; n >= 1; n--) {
		if (t < s->first + n)
			continue;
		struct buf b;
		bool good = !inside_name(k, t - n);

		buf_init(&b, a);
		for (uint32_t i = t - n; i < t; i++) {
			good &= is_content(k, i) || tk(k, i)->upos == UPOS_ADP || tk(k, i)->upos == UPOS_PUNCT || tk(k, i)->upos == UPOS_DET ||
				tk(k, i)->upos == UPOS_PART;	/* "prosecutor 's office" */
			if (!str_is(k->lower[i], "-")) {
				buf_add(&b, without_former(k, k->lower[i]));	/* "ex-prime minister" */
				buf_byte(&b, '_');
			}
		}
		buf_add(&b, lemma);
		if (good && (x = agent_of(k, buf_str(&b)))) {
			*first = t - n;
			return x;
		}
	}
	if ((x = agent_of(k, lower)) && x->none)	/* "offices" are rooms, an office is a body */
		return x;
	if ((x = agent_of(k, lemma)) || (x = agent_of(k, lower)))
		return x;
	/* compounds: "VN-gezant", "Kremlin-woordvoerder", "defensieminister" */
	for (struct str word = lower; ; word = lemma) {
		size_t hyphen = word.n;

		for (size_t i = 1; i + 1 < word.n; i++)
			if (word.p[i] == '-')
				hyphen = i;
		if (hyphen < word.n && in_words(k->l, WORDS_PARTICLE, str_sub(word, 0, hyphen)))	/* "anti-government" is no government */
			return NULL;
		if (hyphen < word.n && !in_words(k->l, WORDS_DEPUTY_PREFIX, str_sub(word, 0, hyphen)) &&
		    (x = agent_of(k, str_sub(word, hyphen + 1, word.n)))) {
			*prefix = str_sub(tk(k, t)->form, 0, hyphen < tk(k, t)->form.n ? hyphen : tk(k, t)->form.n);
			return x;
		}
		for (size_t i = 3; i + 4 <= word.n; i++) {
			if (((unsigned char)word.p[i] & 0xC0) == 0x80)
				continue;
			struct str rest = str_sub(word, i, word.n);

			if (rest.p[0] == '_')
				rest = str_sub(rest, 1, rest.n);
			if (in_words(k->l, WORDS_DEPUTY_PREFIX, str_sub(word, 0, i)))	/* a deputy does not hold the office itself */
				continue;
			if (rest.n >= 5 && !in_words(k->l, WORDS_PARTICLE, str_sub(word, 0, i)) && (x = agent_of(k, rest))) {
				if (tk(k, t)->cased && i <= tk(k, t)->form.n)	/* "Kremlinwoordvoerder" */
					*prefix = str_sub(tk(k, t)->form, 0, i);
				return x;
			}
		}
		if (word.p == lemma.p)
			break;
	}
	return NULL;
}

/* "Visser zei", "mevrouw De Boer": a name of a person ends in the noun. */
static bool is_family_name(const struct linking *k, uint32_t t)
{
	return tk(k, t)->upos == UPOS_PROPN && (tk(k, t)->ne == NE_B_PER || tk(k, t)->ne == NE_I_PER) &&
	       !(t + 1 < k->d->tokens.n && tk(k, t + 1)->ne == NE_I_PER);
}

/* A participant by himself: "thousands protest", not "thousands of dollars". */
static bool stands_alone(const struct linking *k, uint32_t t)
{
	switch (tk(k, t)->deprel) {
	case DEP_NSUBJ: case DEP_NSUBJ_PASS: case DEP_OBJ: case DEP_CONJ: case DEP_OBL_AGENT:
		break;
	default:
		return false;
	}
	return doc_child(k->d, t, DEP_NMOD) == NONE && doc_child(k->d, t, DEP_NMOD_UNMARKED) == NONE && doc_child(k->d, t, DEP_COMPOUND) == NONE &&
	       (t + 1 >= k->d->tokens.n || (tk(k, t + 1)->upos != UPOS_NOUN && tk(k, t + 1)->upos != UPOS_ADJ));
}

const struct agent *agent_at(const struct linking *k, uint32_t t, uint32_t *first, uint32_t *last, struct str *prefix)
{
	const struct agent *x = find_agent(k, t, first, last, prefix);
	bool cased = tk(k, t)->cased != 0;

	if (x && (x->alone ? !stands_alone(k, t) : tk(k, t)->upos == UPOS_NUM))
		return NULL;
	if (!x || x->none || (!x->office.n && is_family_name(k, t)))
		return NULL;
	if (x->proper && cased && *first == k->d->sentences.at[tk(k, t)->sentence].first)	/* headlines: "House passes bill" */
		cased = agent_of(k, k->lower[t]) == x;
	if (x->proper && !cased)
		return NULL;
	return x;
}

/* ---- whose ---------------------------------------------------------------------------------- */

struct belongs {			/* the country or organisation of a description */
	char country[4];
	uint32_t entity;		/* or NONE */
	bool is_organisation;
	bool weak;			/* only "in Syria" */
};

enum { TITLE_TAIL = 6 };		/* words of what belongs to a title */

static bool take_owner(const struct linking *k, uint32_t mention, struct belongs *b)
{
	if (mention == NONE || !k->d->mentions.at[mention].n_entities)
		return false;
	uint32_t e = k->d->mentions.at[mention].entities[0];
	const struct entity *x = &k->d->entities.at[e];

	if (x->kind == KIND_PEOPLE || (x->kind == KIND_PERSON && !x->country[0]))
		return false;
	if (!x->country[0] && x->kind == KIND_PLACE)
		return false;
	b->entity = e;
	memcpy(b->country, x->country, 4);
	b->is_organisation = x->kind == KIND_ORGANISATION || x->kind == KIND_PARTY || x->kind == KIND_ARMED_GROUP || x->kind == KIND_COMPANY ||
			     x->kind == KIND_GOVERNMENT;
	return true;
}

static bool is_office(const struct linking *k, uint32_t n)
{
	uint32_t f, l;
	struct str prefix;
	const struct agent *x = agent_at(k, n, &f, &l, &prefix);

	return x && x->office.n;
}

static void owner_under(const struct linking *k, uint32_t n, struct belongs *b, int depth)
{
	/* "of the Indian state of Kerala" is Kerala's */
	for (uint32_t c = tk(k, n)->child; c != NONE && in_words(k->l, WORDS_COUNTRY, k->lower[n]); c = tk(k, c)->next)
		if (tk(k, c)->deprel == DEP_NMOD && k->d->mention_of[c] != NONE && take_owner(k, k->d->mention_of[c], b))
			return;
	for (uint32_t c = tk(k, n)->child; c != NONE && b->entity == NONE; c = tk(k, c)->next) {
		switch (tk(k, c)->deprel) {
		case DEP_AMOD: case DEP_COMPOUND: case DEP_NMOD_POSS: case DEP_NMOD_DESC: case DEP_NMOD_UNMARKED: case DEP_DET:
			take_owner(k, k->d->mention_of[c], b);
			break;
		case DEP_APPOS: case DEP_FLAT: case DEP_FLAT_NAME:	/* "the government of prime minister Abiy" */
			if (depth == 0 && is_office(k, n))
				take_owner(k, k->d->mention_of[c], b);
			break;
		case DEP_NMOD: case DEP_OBL:
			if (c > n && doc_child(k->d, n, DEP_NMOD_POSS) != NONE)	/* "their citizens from Chad" */
				break;
			if (is_of(k, c) || (c < n && doc_child(k->d, c, DEP_CASE) == NONE))
				take_owner(k, k->d->mention_of[c], b);
			/* "a spokesman of the French government": that is described only later */
			if (b->entity == NONE && depth > 0 && c > n && is_of(k, c) && k->d->mention_of[c] == NONE && (tk(k, c)->upos == UPOS_NOUN || tk(k, c)->upos == UPOS_PROPN))
				owner_under(k, c, b, depth - 1);
			break;
		default:
			break;
		}
	}
	for (uint32_t c = tk(k, n)->child; c != NONE && b->entity == NONE; c = tk(k, c)->next)
		if (tk(k, c)->deprel == DEP_NMOD && c > n) {	/* "in Syria" */
			for (uint32_t g = tk(k, c)->child; g != NONE; g = tk(k, g)->next)
				if (tk(k, g)->deprel == DEP_CASE && in_words(k->l, WORDS_IN, k->lower[g]) && take_owner(k, k->d->mention_of[c], b))
					b->weak = true;
		}
}

/* A hyphen inside a word. */
static bool is_hyphen(const struct linking *k, uint32_t t)
{
	return str_is(tk(k, t)->form, "-") && t > 0 && t + 1 < k->d->tokens.n && tk(k, t - 1)->span.end == tk(k, t)->span.start &&
	       tk(k, t + 1)->span.start == tk(k, t)->span.end;
}

static struct belongs owner(struct linking *k, uint32_t n, uint32_t first, uint32_t last, struct str prefix, bool public)
{
	struct belongs b = { "", NONE, false, false };

	if (prefix.n) {
		struct str key;
		uint32_t count;

		who_fold(k->d->a, prefix, &key);
		const struct who_hit *h = who_find(k->l->who, k->l->lang, key, &count);

		for (uint32_t i = 0; i < count && b.entity == NONE; i++) {
			struct who_entity x = who_entity(k->l->who, h[i].entity);

			if ((x.kind == KIND_PERSON && x.weight < 500) || (x.kind == KIND_PLACE && h[i].how != WHO_SEAT))
				continue;
			b.entity = entity_of_who(k, h[i].entity);
			memcpy(b.country, k->d->entities.at[b.entity].country, 4);
			b.is_organisation = x.kind != KIND_COUNTRY && x.kind != KIND_PERSON;
		}
	}
	if (b.entity == NONE)
		owner_under(k, n, &b, 1);
	/* "Russian President Putin": the adjective hangs on the name; "US foreign minister": on the first word */
	const struct sentence *s = &k->d->sentences.at[tk(k, n)->sentence];

	for (uint32_t t = first; b.entity == NONE && t-- > s->first && first - t < 4; ) {
		uint32_t m = k->covered[t];

		if (public && t + 2 < first && is_hyphen(k, t + 1))	/* "the Luxembourg-based court" is not Luxembourg's */
			continue;

		if (m != NONE && (k->d->mentions.at[m].how == MENTION_ADJECTIVE || tk(k, t)->deprel == DEP_COMPOUND || tk(k, t)->deprel == DEP_NMOD_POSS ||
				  tk(k, t)->deprel == DEP_NMOD_DESC || tk(k, t)->deprel == DEP_AMOD || tk(k, t)->deprel == DEP_NMOD_UNMARKED))
			take_owner(k, m, &b);
		else if (tk(k, t)->upos != UPOS_ADJ && tk(k, t)->upos != UPOS_NOUN && tk(k, t)->upos != UPOS_PART && tk(k, t)->upos != UPOS_PROPN &&
			 !str_is(tk(k, t)->form, "-") && tk(k, t)->deprel != DEP_AMOD)
			break;
	}
	/* "minister of defence of Iran": the owner hangs on the last word of the office */
	if (b.entity == NONE && last > n)
		for (uint32_t t = n + 1; t <= last && b.entity == NONE; t++)
			owner_under(k, t, &b, 0);
	/* right behind it, whatever the tree says: in names of several words all hang on the first */
	uint32_t behind = (last > n ? last : n) + 1;

	if (b.entity == NONE && behind + 1 < s->end && in_words(k->l, WORDS_OF, k->lower[behind])) {
		uint32_t t = tk(k, behind + 1)->upos == UPOS_DET && behind + 2 < s->end ? behind + 2 : behind + 1;

		if (k->covered[t] != NONE && k->d->mentions.at[k->covered[t]].first == t && k->d->mentions.at[k->covered[t]].n_entities &&
		    k->d->entities.at[k->d->mentions.at[k->covered[t]].entities[0]].kind == KIND_COUNTRY)
			take_owner(k, k->covered[t], &b);
	}
	return b;
}

enum { JOINED_MAX = 8 };

static bool is_land(const struct linking *k, uint32_t t, struct belongs *b)
{
	uint32_t m = k->d->mention_of[t];
	const struct entity *x = m != NONE && k->d->mentions.at[m].n_entities == 1 ? &k->d->entities.at[k->d->mentions.at[m].entities[0]] : NULL;

	*b = (struct belongs){ "", NONE, false, false };
	return x && (x->kind == KIND_COUNTRY || (x->kind == KIND_ORGANISATION && !strcmp(x->sector, "IGO"))) && take_owner(k, m, b);
}

/* "Russian and Turkish troops", "the ministers of Iran and Syria", a body like "de Duitse en Franse regering": the countries that are joined at n, each
 * of which has its own; how many, 0 where there is one or none. */
static uint32_t joined_owners(const struct linking *k, uint32_t n, bool body, struct belongs owners[JOINED_MAX], uint32_t tokens[JOINED_MAX])
{
	for (uint32_t c = body || tk(k, n)->bits & FEAT_PLUR ? tk(k, n)->child : NONE; c != NONE; c = tk(k, c)->next) {
		uint32_t count = 0;

		switch (tk(k, c)->deprel) {
		case DEP_AMOD: case DEP_COMPOUND: case DEP_NMOD_POSS: case DEP_NMOD_DESC: case DEP_NMOD:
			break;
		default:
			continue;
		}
		if ((c > n && !is_of(k, c)) || !is_land(k, c, &owners[0]))
			continue;
		tokens[count++] = c;
		for (uint32_t g = tk(k, c)->child; g != NONE && count < JOINED_MAX; g = tk(k, g)->next)
			if (tk(k, g)->deprel == DEP_CONJ && is_land(k, g, &owners[count]) && owners[count].entity != owners[0].entity)
				tokens[count++] = g;
		return count > 1 ? count : 0;
	}
	return 0;
}

/* ---- the person with the title ---------------------------------------------------------------- */

static uint32_t person_mention(const struct linking *k, uint32_t t)
{
	uint32_t m = k->d->mention_of[t];

	if (m == NONE)
		return NONE;
	const struct mention *x = &k->d->mentions.at[m];

	return x->n_entities == 1 && x->how == MENTION_NAME && k->d->entities.at[x->entities[0]].kind == KIND_PERSON ? m : NONE;
}

static bool begins_person(const struct linking *k, uint32_t t)
{
	uint32_t m = k->covered[t];

	return m != NONE && k->d->mentions.at[m].first == t && person_mention(k, k->d->mentions.at[m].head) == m;
}

/* The last token of what belongs to title noun n behind its words: "of Kharkiv region"; last where nothing does. */
static uint32_t tail_of(const struct linking *k, uint32_t n, uint32_t last)
{
	uint32_t end = last;

	for (uint32_t c = tk(k, n)->child; c != NONE; c = tk(k, c)->next)
		if (tk(k, c)->deprel == DEP_NMOD && c > end)
			for (uint32_t t = end = c; t + 1 < k->d->tokens.n && t < c + TITLE_TAIL && tk(k, t + 1)->sentence == tk(k, n)->sentence && doc_under(k->d, t + 1, c) &&
			     !str_is(tk(k, t + 1)->form, ",") && !begins_person(k, t + 1); )
				end = ++t;
	return end;
}

/* The person whose name begins at token t and goes no further than what governs title noun n, or NONE. */
static uint32_t named_at(const struct linking *k, uint32_t t, uint32_t n)
{
	if (t >= k->d->tokens.n || tk(k, t)->sentence != tk(k, n)->sentence || !begins_person(k, t))
		return NONE;
	uint32_t head = k->d->mentions.at[k->covered[t]].head;

	return doc_under(k->d, head, n) || tk(k, head)->head == tk(k, n)->head ? k->covered[t] : NONE;
}

/* "Minister of Trade and Energy Maud Holm", "High Commissioner for Human Rights Ann Lind": the name at the end of a title in capitals, whatever the tree
 * says; NONE. */
static uint32_t named_behind(const struct linking *k, uint32_t n, uint32_t last)
{
	enum { FIELD_MAX = 8 };
	uint32_t end = k->d->sentences.at[tk(k, n)->sentence].end;

	if (!tk(k, n)->cased || (tk(k, n)->bits & FEAT_PLUR) || last + 2 >= end || !in_words(k->l, WORDS_OF, k->lower[last + 1]))
		return NONE;
	for (uint32_t t = last + 2; t < end && t < last + 2 + FIELD_MAX; t++) {
		if (begins_person(k, t) && tk(k, t - 1)->cased)
			return t > last + 2 ? k->covered[t] : NONE;
		if (!tk(k, t)->cased && tk(k, t)->upos != UPOS_CCONJ && tk(k, t)->upos != UPOS_DET && !in_words(k->l, WORDS_OF, k->lower[t]))
			return NONE;
	}
	return NONE;
}

/* The named person whom title noun n describes, or NONE. */
static uint32_t titled(const struct linking *k, uint32_t n, uint32_t last)
{
	for (uint32_t c = tk(k, n)->child; c != NONE; c = tk(k, c)->next)
		switch (tk(k, c)->deprel) {
		case DEP_APPOS: case DEP_FLAT: case DEP_FLAT_NAME: case DEP_COMPOUND: case DEP_NMOD_DESC: case DEP_NMOD_UNMARKED: case DEP_NMOD:
			if (person_mention(k, c) != NONE && (tk(k, c)->deprel != DEP_NMOD || doc_child(k->d, c, DEP_CASE) == NONE))
				return person_mention(k, c);
			break;
		default:
			break;
		}
	uint32_t h = tk(k, n)->head;

	if (h != NONE && person_mention(k, h) != NONE)
		switch (tk(k, n)->deprel) {
		case DEP_APPOS: case DEP_FLAT: case DEP_FLAT_NAME: case DEP_COMPOUND: case DEP_NMOD_DESC: case DEP_NMOD_UNMARKED: case DEP_AMOD: case DEP_DET:
			return person_mention(k, h);
		default:
			break;
		}
	/* whatever the tree says: a name right behind a title */
	if (last + 1 < k->d->tokens.n && tk(k, last + 1)->sentence == tk(k, n)->sentence && k->covered[last + 1] != NONE) {
		uint32_t m = k->covered[last + 1];

		if (k->d->mentions.at[m].first == last + 1 && person_mention(k, k->d->mentions.at[m].head) == m)
			return m;
	}
	/* "the governor of Kharkiv region Oleh Synyehubov", whatever the tree says */
	uint32_t end = tail_of(k, n, last);

	if (end > last && !(tk(k, n)->bits & FEAT_PLUR) && k->covered[end] != NONE && named_at(k, end + 1, n) != NONE)
		return named_at(k, end + 1, n);
	if (named_behind(k, n, last) != NONE)
		return named_behind(k, n, last);
	/* the same with a comma behind all that belongs to the title, and perhaps a rank: "the police chief of the city of Samarra, Major Ali Hassan" */
	uint32_t name = end + 2;

	if (name + 1 < k->d->tokens.n && k->covered[name] == NONE && map_get(&k->l->agent_of, k->lower[name]) != MAP_NONE)
		name++;
	if (end > last && name < k->d->tokens.n && tk(k, name)->sentence == tk(k, n)->sentence && str_is(tk(k, end + 1)->form, ",") &&
	    k->covered[name] != NONE && !(tk(k, n)->bits & FEAT_PLUR)) {
		uint32_t m = k->covered[name], behind = k->d->mentions.at[m].last + 1;
		bool closed = behind >= k->d->tokens.n || tk(k, behind)->upos == UPOS_PUNCT;

		if (k->d->mentions.at[m].first == name && closed && person_mention(k, k->d->mentions.at[m].head) == m)
			return m;
	}
	/* "Ann Smith, until recently minister of trade": behind a comma, with small words between */
	const struct sentence *x = &k->d->sentences.at[tk(k, n)->sentence];
	uint32_t begin = n;

	while (begin > x->first && (tk(k, begin - 1)->upos == UPOS_ADV || tk(k, begin - 1)->upos == UPOS_ADJ || tk(k, begin - 1)->upos == UPOS_ADP ||
				    tk(k, begin - 1)->upos == UPOS_DET || tk(k, begin - 1)->upos == UPOS_NOUN) && n - begin < 5)
		begin--;
	if (begin >= x->first + 2 && str_is(tk(k, begin - 1)->form, ",") && k->covered[begin - 2] != NONE) {
		uint32_t m = k->covered[begin - 2];

		if (k->d->mentions.at[m].last == begin - 2 && person_mention(k, k->d->mentions.at[m].head) == m && tk(k, n)->deprel != DEP_NSUBJ)
			return m;
	}
	/* "partijleider en oud-kanselier Kurz": two titles, one name */
	for (uint32_t c = tk(k, n)->child; c != NONE; c = tk(k, c)->next)
		if (tk(k, c)->deprel == DEP_CONJ && tk(k, c)->upos == UPOS_NOUN && doc_child(k->d, c, DEP_DET) == NONE && !(tk(k, n)->bits & FEAT_PLUR))
			for (uint32_t g = tk(k, c)->child; g != NONE; g = tk(k, g)->next)
				if ((tk(k, g)->deprel == DEP_APPOS || tk(k, g)->deprel == DEP_FLAT || tk(k, g)->deprel == DEP_NMOD_DESC) && g == c + 1 &&
				    person_mention(k, g) != NONE)
					return person_mention(k, g);
	/* "minister van Defensie en thans secretaris": of the same person as the title before */
	if (begin >= x->first + 2 && tk(k, begin - 1)->upos == UPOS_CCONJ && k->d->titles.n) {
		const struct title *before = &k->d->titles.at[k->d->titles.n - 1];

		if (before->last == begin - 2)
			return before->person;
	}
	/* "Poetin is president" */
	if (doc_child(k->d, n, DEP_COP) != NONE) {
		uint32_t s = doc_child(k->d, n, DEP_NSUBJ);

		if (s != NONE)
			return person_mention(k, s);
	}
	return NONE;
}

/* Words before the title: "voormalig", "then", "designate". */
static void time_of_title(const struct linking *k, uint32_t n, uint32_t first, bool *former, bool *future)
{
	const struct sentence *s = &k->d->sentences.at[tk(k, n)->sentence];

	for (uint32_t t = first; t-- > s->first && first - t < 5; ) {
		if (tk(k, t)->upos == UPOS_VERB || tk(k, t)->upos == UPOS_PUNCT)
			break;
		*former |= in_words(k->l, WORDS_FORMER, k->lower[t]);
		*future |= in_words(k->l, WORDS_FUTURE, k->lower[t]);
	}
	for (uint32_t c = tk(k, n)->child; c != NONE; c = tk(k, c)->next) {
		*former |= tk(k, c)->deprel == DEP_AMOD && in_words(k->l, WORDS_FORMER, k->lower[c]);
		*future |= tk(k, c)->deprel == DEP_AMOD && in_words(k->l, WORDS_FUTURE, k->lower[c]);
	}
	for (uint32_t t = first; t <= n; t++) {	/* "oud-president", "ex-prime minister" */
		size_t hyphen = str_find(k->lower[t], '-');

		*former |= hyphen < k->lower[t].n && in_words(k->l, WORDS_FORMER_PREFIX, str_sub(k->lower[t], 0, hyphen));
	}
}

/* Leftmost word of the phrase around first..last: articles, adjectives, adjuncts right before it. */
static uint32_t phrase_begin(const struct linking *k, uint32_t head, uint32_t first)
{
	const struct sentence *s = &k->d->sentences.at[tk(k, head)->sentence];

	while (first > s->first) {
		const struct token *t = tk(k, first - 1);

		/* "thirty-two people" */
		if (first >= s->first + 2 && str_is(t->form, "-") && tk(k, first)->upos == UPOS_NUM && tk(k, first - 2)->upos == UPOS_NUM) {
			first -= 2;
			continue;
		}
		/* "a 37-year-old man", "the London-based group" */
		if (is_hyphen(k, first - 1) && first >= s->first + 2 && t->head != NONE && t->head <= head) {
			first--;
			continue;
		}
		if (t->upos == UPOS_ADV && (t->head == NONE || tk(k, t->head)->upos != UPOS_ADJ || t->head < first || t->head > head))
			break;			/* "also the Georgian president" */
		/* "at least 25 people" */
		if (t->head != NONE && t->upos != UPOS_NUM && tk(k, t->head)->upos == UPOS_NUM)
			break;
		bool inside = t->upos == UPOS_ADJ || t->upos == UPOS_DET || t->upos == UPOS_NUM || (t->upos == UPOS_ADV && t->deprel == DEP_ADVMOD && t->head != NONE && tk(k, t->head)->upos == UPOS_ADJ) ||
			      t->deprel == DEP_COMPOUND || t->deprel == DEP_AMOD || t->deprel == DEP_NMOD_POSS || t->deprel == DEP_NMOD_DESC ||
			      t->deprel == DEP_DET || t->deprel == DEP_OBL_UNMARKED || (t->upos == UPOS_PART && t->deprel == DEP_CASE) || (t->upos == UPOS_PROPN && t->head != NONE && t->head >= first);

		if (!inside || t->head == NONE || (t->head != head && (t->head < first - 1 || t->head > head)) || (t->head < first - 1 && t->deprel != DEP_FLAT && t->deprel != DEP_FIXED))
			break;
		first--;
	}
	return first;
}

static bool is_definite(const struct linking *k, uint32_t first, uint32_t n)
{
	if (in_words(k->l, WORDS_DEFINITE, k->lower[first]))
		return true;
	uint32_t m = k->covered[first];

	return first < n && m != NONE && tk(k, first)->deprel == DEP_NMOD_POSS;
}

/* Who has governed is of the elite. */
static const char *sector_of_former(const char *sector, bool former)
{
	static const char elite[4] = "ELI";

	return former && str_is(str_c(sector), "GOV") ? elite : sector;
}

static bool is_force(const char *sector)
{
	return !strcmp(sector, "MIL") || !strcmp(sector, "COP") || !strcmp(sector, "SPY");
}

/* The sector of one who is described: that of the body or the side that he belongs to, where the noun alone says little ("president of the
 * Knesset", "Boko Haram gunmen", "chairman of the company"). */
static const char *sector_of(const struct linking *k, const struct agent *x, uint32_t n, const struct belongs *b)
{
	const struct entity *o = b->entity == NONE ? NULL : &k->d->entities.at[b->entity];

	if (o && b->is_organisation && o->sector[0] && x->weak && x->kind == KIND_GOVERNMENT)	/* "a BBC team" */
		return o->sector;
	if (x->kind != KIND_PERSON && x->kind != KIND_PEOPLE)
		return x->sector;
	if (o && b->is_organisation && is_force(o->sector) && !strcmp(x->sector, "COP"))	/* "an officer of the secret service" */
		return o->sector;
	if (o && b->is_organisation && o->sector[0] && (x->kind == KIND_PEOPLE || (o->kind == KIND_ARMED_GROUP && !str_is(str_c(x->sector), "CVL")) || !x->sector[0] || str_is(str_c(x->sector), "GOV") || x->leader))
		return o->sector;
	for (uint32_t c = tk(k, n)->child; c != NONE && !o; c = tk(k, c)->next) {
		uint32_t f, l;
		struct str prefix;
		bool whose = (c > n && tk(k, c)->deprel == DEP_NMOD && is_of(k, c)) || (c < n && tk(k, c)->deprel == DEP_COMPOUND);
		const struct agent *of = whose ? agent_at(k, c, &f, &l, &prefix) : NULL;

		if (of && of->kind != KIND_PERSON && of->kind != KIND_PEOPLE && of->sector[0])
			return of->sector;
	}
	return x->sector;
}

/* "Statues of presidents Washington and Lincoln": does the world know that the person left the office long before the text, and never came back? */
static bool held_long_ago(const struct linking *k, uint32_t entity, struct str office)
{
	enum { LONG_AGO = 3653 };	/* ten years: what the world knows of terms is not always of today */
	const struct who_term *terms;
	uint32_t n = k->who.at[entity] == NONE || k->d->date == DAY_NONE ? 0 : who_terms(k->l->who, k->who.at[entity], &terms);
	bool held = false;

	for (uint32_t i = 0; i < n; i++) {
		if (terms[i].to == DAY_NONE || terms[i].to >= k->d->date - LONG_AGO)
			return false;
		held |= who_same_office(k->l->who, terms[i].office, office, terms[i].country);
	}
	return held;
}

static void add_title(struct linking *k, const struct agent *x, uint32_t person, uint32_t first, uint32_t n, uint32_t last, const struct belongs *b, struct str prefix)
{
	struct title t = { .person = person, .first = first, .last = last, .organisation_entity = NONE };
	struct entity *p = &k->d->entities.at[k->d->mentions.at[person].entities[0]];

	const char *sector;

	(void)prefix;
	time_of_title(k, n, first, &t.former, &t.future);
	t.former |= !t.future && x->office.n && held_long_ago(k, k->d->mentions.at[person].entities[0], x->office);
	/* "state secretary of Justice": a field of government is no body */
	sector = t.former || b->entity == NONE || !b->is_organisation ? x->sector : sector_of(k, x, n, b);
	if (b->entity != NONE && b->is_organisation)
		t.organisation_entity = b->entity;
	memcpy(t.country, b->country, 4);
	if (!t.country[0] && !b->is_organisation)
		memcpy(t.country, p->country, 4);
	t.leader = x->leader;
	t.office = x->office;
	if (!p->country[0] && b->country[0] && !b->weak)
		memcpy(p->country, b->country, 4);
	if ((!p->sector[0] || (!t.former && (str_is(str_c(p->sector), "ELI") || !p->office.n))) && sector[0])
		memcpy(p->sector, sector_of_former(sector, t.former), 4);
	if (!p->office.n && !t.former)
		p->office = x->office;
	/* "Governor Inslee": of the country whose politics the text tells */
	if (!p->country[0] && b->entity == NONE && !t.former && !t.leader && x->office.n && x->sector[0] == 'G')
		memcpy(p->country, k->polity, 4);
	if (t.leader && b->is_organisation) {
		*vec_push(k->d->a, &k->d->titles) = t;
		return;
	}
	if (t.leader)		/* of nobody that is named */
		return;
	if (x->office.n)
		*vec_push(k->d->a, &k->d->titles) = t;
}

/* ---- descriptions without a name ------------------------------------------------------------------ */

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

/* Whom the document described so before.  Armies and police of one country are one; other bodies only under the same noun, and whatever has
 * no country only without other adjectives: "women" are not the "people" of before, "the ministers" not the "third states". */
static uint32_t same_description(const struct linking *k, uint32_t noun, enum kind kind, const char country[4], const char sector[4], struct str office)
{
	bool force = kind == KIND_GOVERNMENT && country[0] && (!strcmp(sector, "MIL") || !strcmp(sector, "COP"));

	for (uint32_t i = (uint32_t)k->d->entities.n; i-- > 0; ) {
		const struct entity *x = &k->d->entities.at[i];

		if (x->kind == kind && !memcmp(x->country, country, 4) && !memcmp(x->sector, sector, 4) && str_eq(x->office, office) &&
		    (kind != KIND_PERSON || office.n) &&
		    (force || (str_ends(x->name, tk(k, noun)->form) && ((kind != KIND_PEOPLE && country[0]) || k->who.at[i] == NONE) &&
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

enum { OFFICE_BACK = 60 };	/* sentences */
enum { THEME_MENTIONS = 200 };	/* that compete for being the theme */

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

/* The country of most mentions of countries and their places, when it has two thirds of at least three; the scene with half of them. */
static void find_theme(struct linking *k)
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

/* Whose politics the document is about: the country of two thirds of all who are named with an office or as a public body, and of the
 * countries named; its code, or "". */
static void find_polity(struct linking *k)
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

/* Whose "the army", "the government" is: as named before with a country, else that of the politics told of. */
static void country_of_context(const struct linking *k, const struct agent *x, uint32_t t, struct belongs *b)
{
	static const char *const sectors[] = { "GOV", "MIL", "COP", "LEG", "JUD", "OPP", "SPY" };
	bool public_body = false;

	for (size_t i = 0; i < sizeof(sectors) / sizeof(*sectors); i++)
		public_body |= !strcmp(x->sector, sectors[i]);
	if (!public_body || x->kind == KIND_PERSON)
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

static void describe(struct linking *k, const struct agent *x, uint32_t n, uint32_t first, uint32_t last, const struct belongs *b)
{
	static const struct belongs nobody = { "", NONE, false, false };
	uint32_t entity = NONE, begin = phrase_begin(k, n, first);
	char sector[4];
	bool plural = (tk(k, n)->bits & FEAT_PLUR) != 0, person = x->kind == KIND_PERSON && !plural;
	enum kind kind = x->kind == KIND_PERSON && plural ? (str_is(str_c(x->sector), "GOV") ? KIND_GOVERNMENT : KIND_PEOPLE) : x->kind;

	if (x->kind == KIND_PLACE || (x->weak && (b->entity == NONE || b->weak) && !(x->kind == KIND_PERSON && is_companion(k, n))))
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
	if (person && x->office.n && !(b->weak)) {
		bool former = false, future = false;

		time_of_title(k, n, first, &former, &future);
		if (former)
			memcpy(sector, sector_of_former(x->sector, former), 4);
		if (b->country[0] && !b->is_organisation && !former && !future && k->d->date != DAY_NONE) {
			uint32_t w = who_holder(k->l->who, x->office, b->country, k->d->date);

			if (w != NONE)
				entity = entity_of_who(k, w);
		}
		if (entity == NONE && is_definite(k, begin, n) && !former && !future)
			entity = earlier_office(k, x->office, b->country, n);
		if (entity == NONE && !b->country[0] && b->entity == NONE && k->polity[0] && is_definite(k, begin, n) && !former && !future &&
		    !(tk(k, begin)->bits & FEAT_POSS) && k->d->date != DAY_NONE) {	/* "the prime minister" of the country that the article is about */
			uint32_t w = who_holder(k->l->who, x->office, k->polity, k->d->date);

			if (w != NONE)
				entity = entity_of_who(k, w);
		}
	}
	/* "local people" are not the "five people" before; "the people" may be */
	bool again = kind != KIND_PEOPLE || is_definite(k, begin, n) || begin == n;

	if (entity == NONE && kind != KIND_PERSON && again)
		entity = same_description(k, n, kind, b->country, sector, plural ? STR("") : STR_NONE);
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

void find_descriptions(struct linking *k)
{
	find_theme(k);
	find_polity(k);
	for (uint32_t t = 0; t < k->d->tokens.n; t++) {
		uint32_t first, last;
		struct str prefix;

		if (k->d->mention_of[t] != NONE || (k->covered[t] != NONE && k->d->mentions.at[k->covered[t]].how == MENTION_NAME))
			continue;
		const struct agent *x = agent_at(k, t, &first, &last, &prefix);

		if (!x) {
			if (tk(k, t)->upos == UPOS_NOUN || tk(k, t)->upos == UPOS_PROPN)
				compound_prefix(k, t);
			continue;
		}
		struct belongs b = owner(k, t, first, last, prefix, x->kind == KIND_GOVERNMENT);

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

		if (person == NONE && describe_joined(k, x, t, first, last))
			continue;
		if (person == NONE) {
			if (b.entity == NONE && is_definite(k, phrase_begin(k, t, first), t))
				country_of_context(k, x, t, &b);
			describe(k, x, t, first, last, &b);
			continue;
		}
		struct mention *m = &k->d->mentions.at[person];

		add_title(k, x, person, first, t, last, &b, prefix);
		/* "the ministers Ann Smith and John Lind", "of Norway and Chad" */
		struct belongs owners[JOINED_MAX];
		uint32_t tokens[JOINED_MAX], joined = joined_owners(k, t, false, owners, tokens), i = 0;

		for (uint32_t c = tk(k, t)->bits & FEAT_PLUR ? tk(k, m->head)->child : NONE; c != NONE; c = tk(k, c)->next)
			if (tk(k, c)->deprel == DEP_CONJ && person_mention(k, c) != NONE && k->d->mentions.at[person_mention(k, c)].head == c)
				add_title(k, x, person_mention(k, c), first, t, last, joined && ++i < joined ? &owners[i] : &b, prefix);
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
			   (tk(k, m->head)->head == t || ((k->d->mention_of[t] == NONE || tk(k, m->head)->deprel == DEP_APPOS) && doc_under(k->d, m->head, t)))) {
			k->d->mention_of[t] = person;	/* also "premier and party leader Ann Smith" */
		}
	}
}
