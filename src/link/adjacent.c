/* adjacent.c - subject and object that stand side by side: "heeft Trump Iran bedreigd", "dat Rusland Polen bedreigt", "dat het wapens levert".
 *
 * Where the verb stands last, or before its subject, subject and object meet, and the analyser often takes two names for one, or a pronoun for the
 * article of the object.  A run of names of which both halves are known and the whole is not is parted, and the second half becomes the object that
 * the verb lacks; so does a plural behind what is an article of singulars alone. */
#include "link/candidates.h"

enum { RUN_MAX = 6, WELL_KNOWN = 500, KNOWN = 150 /* of who_entity.weight */, KEY_MAX = 200 };

/* A country, a body, or somebody of that weight, by tokens first..last. */
static bool is_known(const struct linking *k, uint32_t first, uint32_t last, uint32_t weight)
{
	uint32_t n = 0;
	const struct who_hit *h = tk(k, last)->span.end - tk(k, first)->span.start > KEY_MAX ? NULL : who_find(k->l->who, k->l->lang, key_of(k, first, last), &n);

	for (uint32_t i = 0; i < n; i++) {
		struct who_entity x = who_entity(k->l->who, h[i].entity);

		switch (x.kind) {
		case KIND_COUNTRY:
			if (h[i].how == WHO_NAME || h[i].how == WHO_SEAT)
				return true;
			break;
		case KIND_PERSON:
			if ((h[i].how == WHO_FAMILY && x.weight >= weight) || (h[i].how == WHO_NAME && last > first))
				return true;
			break;
		case KIND_ORGANISATION: case KIND_ARMED_GROUP: case KIND_PARTY: case KIND_PEOPLE:
			if (h[i].how == WHO_NAME)
				return true;
			break;
		default:
			break;
		}
	}
	return false;
}

static bool is_one(const struct linking *k, uint32_t first, uint32_t last)
{
	uint32_t n = 0;

	return tk(k, last)->span.end - tk(k, first)->span.start > KEY_MAX || (who_find(k->l->who, k->l->lang, key_of(k, first, last), &n) && n);
}

/* Does what heads the clause of verb v, its finite verb or its conjunction, stand before token t? */
static bool is_behind_verb(const struct linking *k, uint32_t v, uint32_t t)
{
	if (v < t && (tk(k, v)->bits & FEAT_FIN))
		return true;
	for (uint32_t c = tk(k, v)->child; c != NONE && c < t; c = tk(k, c)->next)
		if ((tk(k, c)->deprel == DEP_MARK && in_words(k->l, WORDS_VERB_LAST, k->lower[c])) ||
		    ((tk(k, c)->deprel == DEP_AUX || tk(k, c)->deprel == DEP_AUX_PASS) && (tk(k, c)->bits & FEAT_FIN)))
			return true;
	return false;
}

/* The last token of the run of names that hangs on t, its first. */
static uint32_t run_end(const struct linking *k, uint32_t t)
{
	uint32_t last = t, end = k->d->sentences.at[tk(k, t)->sentence].end;

	while (last + 1 < end && last - t < RUN_MAX && tk(k, last + 1)->head == t && tk(k, last + 1)->cased && tk(k, last + 1)->upos == UPOS_PROPN &&
	       (tk(k, last + 1)->deprel == DEP_FLAT || tk(k, last + 1)->deprel == DEP_FLAT_NAME || tk(k, last + 1)->deprel == DEP_APPOS))
		last++;
	return last;
}

static void hang(struct linking *k, uint32_t first, uint32_t last, uint32_t verb, uint32_t subject)
{
	uint8_t inside = tk(k, first)->ne;

	tk(k, subject)->deprel = DEP_NSUBJ;
	tk(k, first)->head = verb;
	tk(k, first)->deprel = DEP_OBJ;
	if (inside != NE_O && (inside - NE_B_PER) % 2)
		tk(k, first)->ne = (uint8_t)(inside - 1);	/* a name begins here */
	for (uint32_t t = first + 1; t <= last; t++)
		tk(k, t)->head = first;
}

/* "Roept het ministerie Nederlanders op": no body is called like a country or its people. */
static bool is_no_apposition(const struct linking *k, uint32_t noun)
{
	uint32_t f, l, n = 0, name = noun + 1, v = tk(k, noun)->head;
	struct str prefix;

	if (tk(k, noun)->upos != UPOS_NOUN || tk(k, name)->head != noun || tk(k, name)->deprel != DEP_APPOS || !tk(k, name)->cased || tk(k, noun)->deprel != DEP_NSUBJ ||
	    v == NONE || tk(k, v)->upos != UPOS_VERB || doc_child(k->d, v, DEP_OBJ) != NONE || !is_behind_verb(k, v, noun))
		return false;
	const struct agent *x = agent_at(k, noun, &f, &l, &prefix);
	const struct who_hit *h = who_find(k->l->who, k->l->lang, key_of(k, name, name), &n);

	if (!x || x->state || x->kind == KIND_PLACE || l != noun)
		return false;
	if (!n)
		return x->kind == KIND_PERSON && kind_of_tag(tk(k, name)->ne) == KIND_ORGANISATION && doc_child(k->d, noun, DEP_DET) != NONE;	/* "verzocht de minister Sea-Watch" */
	enum kind kind = who_entity(k->l->who, h[0].entity).kind;

	return (h[0].how == WHO_INHABITANT || h[0].how == WHO_NAME) &&
	       (kind == KIND_COUNTRY || kind == KIND_PEOPLE ||
		(x->kind == KIND_PERSON && (kind == KIND_ORGANISATION || kind == KIND_COMPANY || kind == KIND_PARTY || kind == KIND_ARMED_GROUP)));
}

/* "Rutte noemde Baudet …": of two names round a finite verb the first is the subject, where nothing else tells. */
static void order_names(struct linking *k, const struct sentence *s)
{
	for (uint32_t v = s->first + 1; v < s->end && v < s->first + RUN_MAX; v++) {
		uint32_t object = doc_child(k->d, v, DEP_OBJ), subject = doc_child(k->d, v, DEP_NSUBJ);

		if (tk(k, v)->upos != UPOS_VERB || !(tk(k, v)->bits & FEAT_FIN) || object == NONE || subject == NONE || object > v || subject != v + 1 || object != s->first ||
		    tk(k, object)->upos != UPOS_PROPN || tk(k, subject)->upos != UPOS_PROPN || run_end(k, object) + 1 != v)
			continue;
		tk(k, object)->deprel = DEP_NSUBJ;
		tk(k, subject)->deprel = DEP_OBJ;
	}
}

/* The plural of its lemma, be it that the analyser does not know the word. */
static bool is_plural(const struct linking *k, uint32_t t)
{
	struct str lemma = tk(k, t)->lemma, w = k->lower[t];

	return (tk(k, t)->bits & FEAT_PLUR) || (w.n == lemma.n + 1 && w.p[lemma.n] == 's' && str_starts(w, lemma));
}

static bool is_singular_verb(const struct linking *k, uint32_t v)
{
	if (tk(k, v)->bits & FEAT_FIN)
		return !(tk(k, v)->bits & FEAT_PLUR);
	for (uint32_t c = tk(k, v)->child; c != NONE; c = tk(k, c)->next)
		if (tk(k, c)->deprel == DEP_AUX && (tk(k, c)->bits & FEAT_FIN))
			return !(tk(k, c)->bits & FEAT_PLUR);
	return false;
}

/* "Iran ontkent dat het wapens levert": the article t of a plural is a pronoun, the subject of the verb, whose object the plural is. */
static bool is_no_article(const struct linking *k, uint32_t t)
{
	uint32_t noun = tk(k, t)->head, v = noun == NONE ? NONE : tk(k, noun)->head;

	if (t == 0 || tk(k, t)->deprel != DEP_DET || v == NONE || noun < t || v < noun || !in_words(k->l, WORDS_IT_COUNTRY, k->lower[t]) || tk(k, noun)->upos != UPOS_NOUN ||
	    tk(k, v)->upos != UPOS_VERB || tk(k, t - 1)->deprel != DEP_MARK || !in_words(k->l, WORDS_VERB_LAST, k->lower[t - 1]) || !is_plural(k, noun) || !is_singular_verb(k, v))
		return false;
	bool subject = tk(k, noun)->deprel == DEP_NSUBJ;

	return (subject || tk(k, noun)->deprel == DEP_OBJ) && doc_child(k->d, v, subject ? DEP_OBJ : DEP_NSUBJ) == NONE;
}

static void make_subject(struct linking *k, uint32_t t)
{
	uint32_t noun = tk(k, t)->head;

	tk(k, noun)->deprel = DEP_OBJ;
	tk(k, t)->upos = UPOS_PRON;
	tk(k, t)->head = tk(k, noun)->head;
	tk(k, t)->deprel = DEP_NSUBJ;
	tk(k, t)->bits = FEAT_P3 | FEAT_SING;
}

void part_adjacent_names(struct linking *k)
{
	bool moved = false;

	for (size_t i = 0; i < k->d->sentences.n && k->l->words[WORDS_VERB_LAST].n; i++)
		order_names(k, &k->d->sentences.at[i]);
	for (uint32_t t = 0; t < k->d->tokens.n && k->l->words[WORDS_VERB_LAST].n; t++)
		if (is_no_article(k, t)) {
			make_subject(k, t);
			moved = true;
		}
	for (uint32_t t = 0; t + 1 < k->d->tokens.n && k->l->words[WORDS_VERB_LAST].n; t++)
		if (is_no_apposition(k, t)) {
			hang(k, t + 1, t + 1, tk(k, t)->head, t);
			moved = true;
		}
	for (uint32_t t = 0; t + 1 < k->d->tokens.n && k->l->words[WORDS_VERB_LAST].n; t++) {
		uint32_t v = tk(k, t)->head, last = tk(k, t)->upos == UPOS_PROPN && tk(k, t)->cased ? run_end(k, t) : t;

		if (last == t || v == NONE || tk(k, v)->upos != UPOS_VERB || doc_child(k->d, v, DEP_OBJ) != NONE || tk(k, v)->deprel == DEP_PARATAXIS ||	/* '"…", zei Shannon Lee' */
		    (tk(k, t)->deprel != DEP_NSUBJ && doc_child(k->d, v, DEP_NSUBJ) != NONE) || !is_behind_verb(k, v, t) || is_one(k, t, last))
			continue;
		for (uint32_t cut = t + 1; cut <= last; cut++)
			if (is_known(k, t, cut - 1, WELL_KNOWN) && is_known(k, cut, last, KNOWN)) {
				hang(k, cut, last, v, t);
				moved = true;
				break;
			}
	}
	if (moved)
		doc_link_tree(k->d);
}
