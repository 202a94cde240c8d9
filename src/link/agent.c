/* agent.c - which role a noun names: "head of state", "defence minister", "UN envoy", "armed forces". */
#include "link/describe.h"

#include "base/unicode.h"

static const struct agent *agent_of(const struct linking *k, struct str words)
{
	uint32_t i = map_get(&k->l->agent_of, words);

	return i == MAP_NONE ? NULL : &k->l->agents.at[i];
}

static struct str lemma_of(const struct linking *k, uint32_t t)
{
	return tk(k, t)->lemma.n ? unicode_lower_str(k->d->a, tk(k, t)->lemma) : k->lower[t];
}

bool is_of(const struct linking *k, uint32_t n)
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

uint32_t field_behind_name(const struct linking *k, uint32_t t, const struct agent **office)
{
	enum { NAME_MAX_ = 5, FIELD_MAX = 7 };
	uint32_t end = k->d->sentences.at[tk(k, t)->sentence].end, of = t + 1;

	while (of < end && of <= t + NAME_MAX_ && !(of > t + 1 && in_words(k->l, WORDS_OF, k->lower[of]) && tk(k, of - 1)->cased && !tk(k, of)->cased))
		of++;
	if (of >= end || of > t + NAME_MAX_ || !tk(k, t + 1)->cased)
		return NONE;
	for (uint32_t last = of + FIELD_MAX < end ? of + FIELD_MAX : end - 1; last > of; last--) {
		struct buf b;

		buf_init(&b, k->d->a);
		buf_add(&b, lemma_of(k, t));
		for (uint32_t i = of; i <= last; i++) {
			buf_byte(&b, '_');
			buf_add(&b, k->lower[i]);
		}
		const struct agent *x = agent_of(k, buf_str(&b));

		if (x && x->kind == KIND_PERSON && x->office.n) {
			*office = x;
			return of;
		}
	}
	return NONE;
}

/* "De regering-Trump", "het kabinet-Schoof": a government, and behind the hyphen who leads it; NULL. */
static const struct agent *named_after(const struct linking *k, uint32_t t, struct str *prefix)
{
	struct str form = tk(k, t)->form;
	size_t hyphen = str_find(form, '-');
	const struct agent *x = hyphen + 2 < form.n && form.p[hyphen + 1] >= 'A' && form.p[hyphen + 1] <= 'Z' && form.p[hyphen + 2] >= 'a' ? agent_of(k, str_sub(k->lower[t], 0, hyphen)) : NULL;

	if (!x || x->kind != KIND_GOVERNMENT || !x->state)
		return NULL;
	*prefix = str_sub(form, hyphen + 1, form.n);
	return x;
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
	/* "minister Jansen van Defensie" */
	if ((x = agent_of(k, lemma)) && x->kind == KIND_PERSON && x->office.n && field_behind_name(k, t, &x) != NONE)
		return x;
	/* "Buitenlandse Zaken", a ministry by its field alone */
	if (t + 1 < k->d->tokens.n && tk(k, t + 1)->head == t && tk(k, t)->cased && tk(k, t + 1)->cased &&
	    (x = agent_of(k, str_cat(a, str_cat(a, lower, STR("_")), k->lower[t + 1]))) && x->proper) {
		*last = t + 1;
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
	if ((x = named_after(k, t, prefix)))
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
		size_t apostrophe = str_find(word, '\'');

		if (apostrophe > 1 && apostrophe < word.n && (x = agent_of(k, str_sub(word, apostrophe, word.n)))) {	/* "VVD'er" */
			*prefix = str_sub(tk(k, t)->form, 0, apostrophe < tk(k, t)->form.n ? apostrophe : tk(k, t)->form.n);
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

/* A participant by himself: "thousands protest", "tens of thousands", not "thousands of dollars". */
static bool stands_alone(const struct linking *k, uint32_t t)
{
	uint32_t of = doc_child(k->d, t, DEP_NMOD);
	const struct agent *more = of == NONE ? NULL : agent_of(k, k->lower[of]);

	if (more && more->alone && doc_child(k->d, of, DEP_NMOD) == NONE)
		of = NONE;

	switch (tk(k, t)->deprel) {
	case DEP_NSUBJ: case DEP_NSUBJ_PASS: case DEP_OBJ: case DEP_CONJ: case DEP_OBL_AGENT:
		break;
	default:
		return false;
	}
	return of == NONE && doc_child(k->d, t, DEP_NMOD_UNMARKED) == NONE && doc_child(k->d, t, DEP_COMPOUND) == NONE &&
	       (t + 1 >= k->d->tokens.n || (tk(k, t + 1)->upos != UPOS_NOUN && tk(k, t + 1)->upos != UPOS_ADJ));
}

const struct agent *agent_at(const struct linking *k, uint32_t t, uint32_t *first, uint32_t *last, struct str *prefix)
{
	const struct agent *x = find_agent(k, t, first, last, prefix);
	bool cased = tk(k, t)->cased != 0;

	if (x && (x->alone ? !stands_alone(k, t) : tk(k, t)->upos == UPOS_NUM))
		return NULL;
	if (x && x->alone && doc_child(k->d, t, DEP_NMOD) == t + 2)
		*last = t + 2;
	if (!x || x->none || (!x->office.n && is_family_name(k, t)))
		return NULL;
	if (x->proper && cased && *first == k->d->sentences.at[tk(k, t)->sentence].first)	/* headlines: "House passes bill" */
		cased = *last > *first || agent_of(k, k->lower[t]) == x;
	if (x->proper && !cased)
		return NULL;
	return x;
}
