/* words.c - the keys by which words are looked up, and their cues; before it, particles that the parser hung on the wrong word. */
#include "code/syntax.h"

#include "base/unicode.h"

static struct str key_of(struct coding *c, const struct token *t)
{
	struct str s = unicode_lower_str(c->d->a, t->lemma.n ? t->lemma : t->form);
	char *p;
	size_t n = 0;

	if (str_find(s, '_') == s.n)
		return s;
	p = arena_alloc(c->d->a, s.n + 1);
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] != '_')
			p[n++] = s.p[i];
	return (struct str){ p, n };
}

static bool is_known(const struct coding *c, struct str key)
{
	return frames_of(c->f, key).n || map_get(&c->f->member_map, key) != MAP_NONE;
}

/* "kabinet-Schoof", "F-16's": the noun before the name that a hyphen joins to it, the word without the ending of its plural; the key where neither is known. */
static struct str key_of_head(const struct coding *c, struct str form, struct str key)
{
	size_t hyphen = str_find(form, '-'), ending = str_ends(form, STR("'s")) ? 2 : str_ends(form, STR("\xE2\x80\x99s")) ? 4 : 0;
	struct str lower = unicode_lower_str(c->d->a, form);

	if (hyphen + 2 < form.n && form.p[hyphen + 1] >= 'A' && form.p[hyphen + 1] <= 'Z' && form.p[hyphen + 2] >= 'a' && is_known(c, str_sub(lower, 0, hyphen)))
		return str_sub(lower, 0, hyphen);
	return ending && form.n > ending && is_known(c, str_sub(lower, 0, form.n - ending)) ? str_sub(lower, 0, form.n - ending) : key;
}

/* The key of a noun whose lemma the analyser got wrong, "parlementverkiezing" of "parlementsverkiezingen": the word, or the word without an ending, that
 * frames or classes know. */
static struct str key_of_noun(const struct coding *c, const struct token *t, struct str key)
{
	enum { LONG = 8, ENDING = 2 };
	struct str form = unicode_lower_str(c->d->a, t->form);

	if (t->upos == UPOS_NOUN)
		key = key_of_head(c, t->form, key);
	if (t->upos != UPOS_NOUN || key.n < LONG || str_starts(form, key) || is_known(c, key))
		return key;
	for (size_t ending = 0; ending <= ENDING && form.n > ending + LONG; ending++)
		if (is_known(c, str_sub(form, 0, form.n - ending)))
			return str_sub(form, 0, form.n - ending);
	return key;
}

/* Do the words (blank-separated, cues of several words) stand at token t? */
static bool words_at(const struct coding *c, uint32_t t, struct str words)
{
	uint32_t end = c->d->sentences.at[tok(c, t)->sentence].end;
	struct str word;

	while (str_split(&words, ' ', &word)) {
		if (t >= end || (!str_eq(word, c->keys[t]) && !str_eq(word, unicode_lower_str(c->d->a, tok(c, t)->form))))
			return false;
		t++;
	}
	return true;
}

/* "beticht hem van meewerken aan en het verhullen van": a preposition before "and" whose noun comes later, or the second half of one around its noun, not the particle of a verb that no frame has. */
static bool is_stranded(struct coding *c, uint32_t t, const struct token *verb)
{
	struct str lemma = verb->lemma, bare = str_sub(lemma, str_find(lemma, '_') < lemma.n ? str_find(lemma, '_') + 1 : 0, lemma.n);
	bool around = t > 0 && tok(c, t - 1)->head == tok(c, t)->head && doc_child(c->d, t - 1, DEP_CASE) != NONE;	/* "tot nu toe" */

	return ((t + 1 < c->d->tokens.n && tok(c, t + 1)->deprel == DEP_CC) || around) && bare.n < lemma.n && !frames_of(c->f, key_of(c, verb)).n && frames_of(c->f, bare).n;
}

/* Is the word at t with the verb v one that a frame has: "seal off", "omkomen"? */
static bool is_particle_of(struct coding *c, uint32_t t, uint32_t v)
{
	struct str verb = key_of(c, tok(c, v)), word = unicode_lower_str(c->d->a, tok(c, t)->form);

	return tok(c, v)->upos == UPOS_VERB && (frames_of(c->f, str_cat(c->d->a, verb, word)).n || frames_of(c->f, str_cat(c->d->a, word, verb)).n);
}

/* "seals off the Gaza Strip": the particle of a verb that a frame has, taken for a preposition of the object; "kwamen om toen rebellen aanvielen": for one
 * of two conjunctions. */
static void mend_detached(struct coding *c)
{
	bool moved = false;

	for (uint32_t t = 1; t + 1 < c->d->tokens.n; t++) {
		uint32_t h = tok(c, t)->head, v = t - 1;
		enum deprel r = tok(c, t)->deprel, next = tok(c, t + 1)->deprel;
		/* "is sworn in as president": the particle a phrase of its own, the preposition behind it a part of it */
		uint32_t as = (r == DEP_OBL || r == DEP_COMPOUND_PRT) && h == v && tok(c, t)->upos == UPOS_ADP ? doc_child(c->d, t, DEP_FIXED) : NONE;

		if (as == t + 1 && is_particle_of(c, t, v)) {
			for (uint32_t k = tok(c, v)->child; k != NONE; k = tok(c, k)->next)
				if (k > as && tok(c, k)->deprel == DEP_OBL && doc_child(c->d, k, DEP_CASE) == NONE && c->d->tokens.at[as].head == t) {
					c->d->tokens.at[as].head = k;
					c->d->tokens.at[as].deprel = DEP_CASE;
				}
			c->d->tokens.at[t].deprel = DEP_COMPOUND_PRT;
			moved = true;
			continue;
		}
		bool object = r == DEP_CASE && h != NONE && h > t && tok(c, h)->deprel == DEP_OBJ;
		bool clause = r == DEP_MARK && h > t + 1 && tok(c, t)->upos == UPOS_ADP && tok(c, h)->deprel == DEP_ADVCL && tok(c, t + 1)->head == h && (next == DEP_MARK || next == DEP_ADVMOD);

		if ((!object && !clause) || tok(c, h)->head != v || !is_particle_of(c, t, v))
			continue;
		c->d->tokens.at[t].head = v;
		c->d->tokens.at[t].deprel = DEP_COMPOUND_PRT;
		moved = true;
	}
	if (moved)
		doc_link_tree(c->d);
}

/* The infinitive with its mark on which the particle t of verb *v in front of it was hung, or on whose object: "roept Peru op te stoppen", "op geweld te mijden". */
static uint32_t lent_to(struct coding *c, uint32_t t, uint32_t *v)
{
	uint32_t h = tok(c, t)->head, x = h != NONE && tok(c, t)->deprel == DEP_CASE && (tok(c, h)->deprel == DEP_OBJ || tok(c, h)->deprel == DEP_OBL) ? tok(c, h)->head : h;

	if (x == NONE || x <= t || (tok(c, t)->deprel != DEP_COMPOUND_PRT && tok(c, t)->deprel != DEP_CASE))
		return NONE;
	*v = tok(c, x)->head;
	if (*v == NONE || *v > t || (tok(c, x)->deprel != DEP_XCOMP && tok(c, x)->deprel != DEP_ADVCL) || !(tok(c, x)->bits & FEAT_INF) || doc_child(c->d, x, DEP_MARK) == NONE || doc_child(c->d, x, DEP_MARK) < t)
		return NONE;
	return is_particle_of(c, t, *v) ? x : NONE;
}

/* "dringt er bij Peru op aan de aanval te staken": of two particles the second is the verb's, though the parser took it for a preposition. */
static bool mend_second(struct coding *c, uint32_t t)
{
	uint32_t v = tok(c, t - 1)->deprel == DEP_COMPOUND_PRT && tok(c, t)->deprel == DEP_CASE ? tok(c, t - 1)->head : NONE, n = v == NONE ? NONE : tok(c, t)->head;
	uint32_t x = n == NONE || n < t ? NONE : tok(c, n)->head;

	if (x == NONE || v > t || tok(c, x)->head != v || !(tok(c, x)->bits & FEAT_INF) || doc_child(c->d, x, DEP_MARK) == NONE)
		return false;
	struct token *verb = &c->d->tokens.at[v];
	size_t cut = str_find(verb->lemma, '_');
	struct str bare = cut < verb->lemma.n ? str_sub(verb->lemma, cut + 1, verb->lemma.n) : verb->lemma;

	if (!frames_of(c->f, str_cat(c->d->a, unicode_lower_str(c->d->a, tok(c, t)->form), bare)).n)
		return false;
	verb->lemma = bare;
	c->d->tokens.at[t - 1].deprel = DEP_ADVMOD;
	c->d->tokens.at[t].head = v;
	c->d->tokens.at[t].deprel = DEP_COMPOUND_PRT;
	c->d->tokens.at[n].deprel = DEP_OBJ;
	c->d->tokens.at[x].deprel = DEP_XCOMP;
	return true;
}

/* Gives the particle back to its verb, and the object that stands between them. */
static void mend_lent(struct coding *c)
{
	bool moved = false;

	for (uint32_t t = 1; t + 2 < c->d->tokens.n; t++) {
		uint32_t v = NONE, x = lent_to(c, t, &v), object = NONE;

		if (mend_second(c, t)) {
			moved = true;
			continue;
		}
		for (uint32_t k = x == NONE ? NONE : tok(c, x)->child; k != NONE; k = tok(c, k)->next)
			if (k > v && k < t && tok(c, k)->deprel == DEP_OBJ)
				object = k;
		if (x == NONE || (tok(c, t)->deprel == DEP_CASE && object == NONE))
			continue;
		struct token *infinitive = &c->d->tokens.at[x];
		struct str with = str_cat(c->d->a, unicode_lower_str(c->d->a, tok(c, t)->form), STR("_"));

		if (str_starts(infinitive->lemma, with)) {
			if (frames_of(c->f, key_of(c, infinitive)).n)
				continue;
			infinitive->lemma = str_sub(infinitive->lemma, with.n, infinitive->lemma.n);
		}
		if (object != NONE)
			c->d->tokens.at[object].head = v;
		if (tok(c, t)->deprel == DEP_CASE)
			c->d->tokens.at[tok(c, t)->head].deprel = DEP_OBJ;
		c->d->tokens.at[t].head = v;
		c->d->tokens.at[t].deprel = DEP_COMPOUND_PRT;
		moved = true;
	}
	if (moved)
		doc_link_tree(c->d);
}

/* "zegt het OM": what is written in capitals is no particle, but who does it. */
static void mend_particles(struct coding *c)
{
	for (uint32_t t = 0; t < c->d->tokens.n; t++) {
		struct token *x = &c->d->tokens.at[t], *verb = x->head == NONE ? NULL : &c->d->tokens.at[x->head];
		uint32_t article;

		if (x->deprel == DEP_COMPOUND_PRT && verb && is_stranded(c, t, verb)) {
			x->deprel = DEP_DEP;
			verb->lemma = str_sub(verb->lemma, str_find(verb->lemma, '_') + 1, verb->lemma.n);
			continue;
		}

		if (x->deprel != DEP_COMPOUND_PRT || x->cased != 2 || !verb || c->d->mention_of[t] == NONE)
			continue;
		article = doc_child(c->d, x->head, DEP_NSUBJ);
		if (article != NONE && (article + 1 != t || tok(c, article)->upos != UPOS_PRON))
			continue;
		if (article != NONE)
			c->d->tokens.at[article].deprel = DEP_DET;
		x->deprel = DEP_NSUBJ;
		x->upos = UPOS_PROPN;
		verb->lemma = str_sub(verb->lemma, str_find(verb->lemma, '_') < verb->lemma.n ? str_find(verb->lemma, '_') + 1 : 0, verb->lemma.n);
	}
}

/* A word that with its infinitive is a verb of saying is a verb: "…, laat de politie weten", where the first half looks like an adjective. */
static void mend_sayings(struct coding *c)
{
	/* "writes to the House that …": what is said, whatever stands between */
	for (uint32_t t = 0; t < c->d->tokens.n; t++) {
		uint32_t say = tok(c, t)->deprel == DEP_ADVCL ? tok(c, t)->head : NONE, mark = say == NONE ? NONE : doc_child(c->d, t, DEP_MARK);

		if (mark != NONE && say < mark && (c->cues[mark] & CUE_MARK_CONTENT) && (c->cues[say] & CUE_SAY) && doc_child(c->d, say, DEP_CCOMP) == NONE &&
		    doc_child(c->d, say, DEP_OBJ) == NONE)
			c->d->tokens.at[t].deprel = DEP_CCOMP;
	}
	for (uint32_t t = 0; t < c->d->tokens.n; t++) {
		uint32_t k = tok(c, t)->upos == UPOS_ADJ ? doc_child(c->d, t, DEP_XCOMP) : NONE;

		if (k != NONE && (tok(c, k)->bits & FEAT_INF) && (frames_cue_lemma(c->f, str_cat(c->d->a, c->keys[t], c->keys[k])) & CUE_SAY)) {
			c->d->tokens.at[t].upos = UPOS_VERB;
			c->cues[t] |= CUE_SAY;
		}
	}
}

#define SAYINGS (CUE_SAY | CUE_SAY_DENIES | CUE_SAY_DOUBTS | CUE_SAY_CONFIRMS)

void coding_init(struct coding *c, const struct frames *f, struct doc *d)
{
	uint32_t n = (uint32_t)d->tokens.n;

	c->f = f;
	c->d = d;
	c->cues = arena_array(d->a, uint64_t, n);
	c->keys = arena_array(d->a, struct str, n);
	c->taken = arena_array(d->a, uint8_t, n);
	c->dated = arena_array(d->a, uint8_t, d->tokens.n + 1);
	mend_particles(c);
	mend_detached(c);
	mend_lent(c);
	for (uint32_t t = 0; t < n; t++)
		c->keys[t] = key_of_noun(c, tok(c, t), key_of(c, tok(c, t)));
	for (uint32_t t = 0; t < n; t++) {
		struct str form = unicode_lower_str(d->a, tok(c, t)->form);
		uint32_t list = map_get(&f->cue_first, form);

		c->cues[t] = frames_cue_lemma(f, c->keys[t]) | frames_cue_form(f, form);
		if (list == MAP_NONE)
			list = map_get(&f->cue_first, c->keys[t]);
		for (size_t i = 0; list != MAP_NONE && i < f->cue_lists.at[list].rows.n; i++) {
			const struct cue_row *row = &f->cues[f->cue_lists.at[list].rows.at[i]];

			if (words_at(c, t, frames_str(f, row->words)))
				c->cues[t] |= 1ull << row->category;
		}
		if (c->cues[t] & CUE_PARTLY)		/* "not only" denies nothing */
			c->cues[t] &= ~CUE_NEGATOR;
	}
	mend_sayings(c);
	/* a verb with its object or prepositional noun ("has evidence", "calls into question"), whole in the list */
	for (uint32_t t = 0; t < n; t++)
		for (uint32_t k = tok(c, t)->upos == UPOS_VERB ? tok(c, t)->child : NONE; k != NONE; k = tok(c, k)->next) {
			uint32_t of = doc_child(d, k, DEP_CASE);

			if (tok(c, k)->upos == UPOS_NOUN && tok(c, k)->deprel == DEP_OBJ)
				c->cues[t] |= frames_cue_lemma(f, str_cat(d->a, c->keys[k], c->keys[t])) & SAYINGS;
			else if (tok(c, k)->upos == UPOS_NOUN && tok(c, k)->deprel == DEP_OBL && of != NONE)
				c->cues[t] |= frames_cue_lemma(f, str_cat(d->a, str_cat(d->a, c->keys[of], c->keys[k]), c->keys[t])) & SAYINGS;
		}
	/* a verb with its particle or predicate ("made known") has the cues of the whole */
	for (uint32_t t = 0; t < n; t++)
		for (uint32_t k = tok(c, t)->upos == UPOS_VERB || tok(c, t)->upos == UPOS_AUX ? tok(c, t)->child : NONE; k != NONE; k = tok(c, k)->next)
			if (tok(c, k)->deprel == DEP_COMPOUND_PRT || (tok(c, k)->deprel == DEP_XCOMP && (tok(c, k)->upos == UPOS_ADJ || (tok(c, k)->bits & FEAT_INF))))
				c->cues[t] |= frames_cue_lemma(f, str_cat(d->a, c->keys[k], c->keys[t])) |
					      frames_cue_lemma(f, str_cat(d->a, c->keys[t], c->keys[k]));
}
