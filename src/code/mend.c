/* mend.c - what the parser is known to get wrong, put right before frames are looked for: dates, negations and
 * second subjects hung on the wrong verb. */
#include "code/syntax.h"

#include "base/unicode.h"
#include "code/headline.h"

/* "Protesters rally against it", "Fighting with rebels kills 27": a verb with its subject taken for an adverb; a noun that looks like a verb taken for a clause. */
static void mend_categories(struct coding *c)
{
	for (uint32_t t = 0; t < c->d->tokens.n; t++) {
		struct token *x = &c->d->tokens.at[t];
		struct str form = unicode_lower_str(c->d->a, x->form);
		uint32_t subject = doc_child(c->d, t, DEP_NSUBJ);

		if (x->upos == UPOS_ADV && subject != NONE && subject < t && doc_child(c->d, t, DEP_COP) == NONE && has_frame_of_kind(c, c->keys[t], FRAME_VERB)) {
			x->upos = UPOS_VERB;
			x->bits |= FEAT_FIN | FEAT_PRES;
		} else if (x->deprel == DEP_CSUBJ && x->upos == UPOS_VERB && !(x->bits & (FEAT_FIN | FEAT_INF)) && doc_child(c->d, t, DEP_OBJ) == NONE && subject == NONE && has_frame_of_kind(c, form, FRAME_NOUN)) {
			x->upos = UPOS_NOUN;
			x->deprel = DEP_NSUBJ;
			c->keys[t] = form;
		}
	}
}

/* "test-fired a missile": a verb cut at its hyphen, that a frame has as one; what the first half takes for itself is the verb's subject. */
static void mend_hyphenated(struct coding *c)
{
	bool moved = false;

	for (uint32_t v = 2; v < c->d->tokens.n; v++) {
		uint32_t w = v - 2, name = NONE;

		if (tok(c, v)->upos != UPOS_VERB || !str_is(tok(c, v - 1)->form, "-") || tok(c, w)->span.end != tok(c, v - 1)->span.start || tok(c, v - 1)->span.end != tok(c, v)->span.start ||
		    tok(c, w)->head != v)
			continue;
		struct str joined = str_cat(c->d->a, str_cat(c->d->a, unicode_lower_str(c->d->a, tok(c, w)->form), STR("-")), c->keys[v]);

		if (!has_frame_of_kind(c, joined, FRAME_VERB))
			continue;
		for (uint32_t k = tok(c, w)->child; k != NONE; k = tok(c, k)->next)
			if (k < w && (tok(c, k)->deprel == DEP_COMPOUND || tok(c, k)->deprel == DEP_NMOD_POSS || tok(c, k)->deprel == DEP_AMOD) && is_nominal(c, k))
				name = k;
		if (name != NONE && tok(c, w)->deprel == DEP_NSUBJ) {
			c->d->tokens.at[name].head = v;
			c->d->tokens.at[name].deprel = DEP_NSUBJ;
		}
		if (tok(c, w)->deprel == DEP_NSUBJ || tok(c, w)->deprel == DEP_OBJ || tok(c, w)->deprel == DEP_NSUBJ_PASS)
			c->d->tokens.at[w].deprel = DEP_COMPOUND;
		c->keys[v] = joined;
		moved = true;
	}
	if (moved)
		doc_link_tree(c->d);
}

/* "killed up to 80 people", "up to 80 people were arrested": what only rounds a number is no preposition of its noun, which is an object, or a subject. */
static void mend_rounded(struct coding *c)
{
	for (uint32_t t = 1; t + 1 < c->d->tokens.n; t++) {
		bool fixed = tok(c, t)->deprel == DEP_FIXED && tok(c, t)->head == t - 1 && tok(c, t - 1)->deprel == DEP_CASE;
		uint32_t o = fixed ? tok(c, t - 1)->head : tok(c, t)->deprel == DEP_CASE ? tok(c, t)->head : NONE, v = o == NONE ? NONE : tok(c, o)->head;
		uint32_t number = o == NONE ? NONE : doc_child(c->d, o, DEP_NUMMOD);
		struct str both = str_cat(c->d->a, unicode_lower_str(c->d->a, tok(c, t - 1)->form), unicode_lower_str(c->d->a, tok(c, t)->form));

		if (v == NONE || number != t + 1 || tok(c, v)->upos != UPOS_VERB || (tok(c, o)->deprel != DEP_OBL && tok(c, o)->deprel != DEP_OBL_ARG) || !frames_in_class(c->f, both, c->f->up_to) ||
		    (o > v ? doc_child(c->d, v, DEP_OBJ) != NONE : doc_child(c->d, v, DEP_NSUBJ) != NONE || doc_child(c->d, v, DEP_NSUBJ_PASS) != NONE))
			continue;
		c->d->tokens.at[o].deprel = o > v ? DEP_OBJ : doc_child(c->d, v, DEP_AUX_PASS) != NONE ? DEP_NSUBJ_PASS : DEP_NSUBJ;
		c->d->tokens.at[t].deprel = c->d->tokens.at[t - 1].deprel = DEP_ADVMOD;
	}
}

/* "Motorclub verboden door rechter": a verb in the plural is none of one who alone would do it. */
static bool disagrees(const struct coding *c, uint32_t v)
{
	uint32_t s = doc_child(c->d, v, DEP_NSUBJ);

	return s != NONE && s < v && (tok(c, v)->bits & FEAT_PLUR) && (tok(c, v)->bits & FEAT_PAST) && tok(c, s)->upos == UPOS_NOUN && !(tok(c, s)->bits & FEAT_PLUR) &&
	       doc_child(c->d, s, DEP_CONJ) == NONE && doc_child(c->d, v, DEP_OBJ) == NONE && !frames_in_class(c->f, c->keys[s], c->f->quantity);
}

/* "Oud-premier veroordeeld voor fraude": what can be nothing but a participle is one, though a headline has no other verb. */
static void mend_participles(struct coding *c)
{
	for (uint32_t t = 0; t < c->d->tokens.n; t++)
		if (tok(c, t)->upos == UPOS_VERB && (tok(c, t)->bits & FEAT_FIN) && (disagrees(c, t) || frames_in_class(c->f, unicode_lower_str(c->d->a, tok(c, t)->form), c->f->participle)))
			c->d->tokens.at[t].bits = (tok(c, t)->bits & ~(uint64_t)(FEAT_FIN | FEAT_PRES | FEAT_PAST | FEAT_PLUR)) | FEAT_PART;
}

/* "Clashes broke out": a finite verb is no subject and no object. */
static void mend_nouns(struct coding *c, const struct sentence *s)
{
	for (uint32_t t = s->first; t < s->end; t++) {
		enum deprel r = tok(c, t)->deprel;

		if (tok(c, t)->upos == UPOS_VERB && (tok(c, t)->bits & FEAT_FIN) && (r == DEP_NSUBJ || r == DEP_OBJ) && doc_child(c->d, t, DEP_NSUBJ) == NONE &&
		    doc_child(c->d, t, DEP_OBJ) == NONE && doc_child(c->d, t, DEP_MARK) == NONE)
			c->d->tokens.at[t].upos = UPOS_NOUN;
	}
}

/* "The minister visits next week Peru" (the Dutch order): a name right behind a date is no apposition or complement of it, but what the verb lacks. */
static void mend_dates(struct coding *c)
{
	bool moved = false;

	for (size_t i = 0; i < c->d->times.n; i++) {
		uint32_t last = c->d->times.at[i].last, name = last + 1, date = name < c->d->tokens.n ? tok(c, name)->head : NONE, verb = date == NONE ? NONE : tok(c, date)->head;

		if (verb == NONE || date < c->d->times.at[i].first || date > last || (tok(c, name)->deprel != DEP_APPOS && tok(c, name)->deprel != DEP_NMOD) || c->d->mention_of[name] == NONE ||
		    tok(c, name)->upos != UPOS_PROPN || tok(c, verb)->upos != UPOS_VERB || doc_child(c->d, name, DEP_CASE) != NONE || doc_child(c->d, verb, DEP_OBJ) != NONE)
			continue;
		c->d->tokens.at[name].head = verb;
		c->d->tokens.at[name].deprel = DEP_OBJ;
		moved = true;
	}
	if (moved)
		doc_link_tree(c->d);
}

/* "waarschuwde niet te snel te oordelen": a negation right before an infinitive with its mark is the infinitive's. */
static void mend_negations(struct coding *c)
{
	bool moved = false;

	for (uint32_t t = 1; t + 1 < c->d->tokens.n; t++) {
		uint32_t v = tok(c, t)->head;

		if (!has_cue(c, t, CUE_NEGATOR) || tok(c, t)->deprel != DEP_ADVMOD || v == NONE || v > t || tok(c, v)->upos != UPOS_VERB)
			continue;
		for (uint32_t x = tok(c, v)->child; x != NONE; x = tok(c, x)->next) {
			if (x < t || tok(c, x)->deprel != DEP_XCOMP || !(tok(c, x)->bits & FEAT_INF) || doc_child(c->d, x, DEP_MARK) == NONE || !doc_under(c->d, t + 1, x))
				continue;
			c->d->tokens.at[t].head = x;
			moved = true;
			break;
		}
	}
	if (moved)
		doc_link_tree(c->d);
}

/* "He was killed last week by a military airstrike": by a deed or somebody, whatever stands between. */
static bool is_by_whom(const struct coding *c, uint32_t t)
{
	uint32_t v = tok(c, t)->head;

	return tok(c, t)->deprel == DEP_OBL && v != NONE && v < t && tok(c, v)->upos == UPOS_VERB && doc_child(c->d, v, DEP_NSUBJ_PASS) != NONE &&
	       doc_child(c->d, v, DEP_OBL_AGENT) == NONE && has_cue(c, doc_child(c->d, t, DEP_CASE), CUE_PASSIVE_AGENT) &&
	       (mention_for(c, t) != NONE || has_frame_of_kind(c, c->keys[t], FRAME_NOUN));
}

/* "Trump said Bin Laden, son of …, has been killed": a second subject, behind the verb, is that of the clause that it says. */
static void mend_subjects(struct coding *c)
{
	bool moved = false;

	for (uint32_t t = 1; t < c->d->tokens.n; t++) {
		if ((tok(c, t)->deprel == DEP_NSUBJ_PASS && has_cue(c, doc_child(c->d, t, DEP_CASE), CUE_PASSIVE_AGENT)) || is_by_whom(c, t))	/* "werd door mensen betoogd" */
			c->d->tokens.at[t].deprel = DEP_OBL_AGENT;
		uint32_t v = tok(c, t)->head, x = v == NONE || tok(c, t)->deprel != DEP_NSUBJ || v > t ? NONE : doc_child(c->d, v, DEP_CCOMP);

		if (x == NONE || x < t || doc_child(c->d, v, DEP_NSUBJ) > v || doc_child(c->d, x, DEP_NSUBJ) != NONE || doc_child(c->d, x, DEP_NSUBJ_PASS) != NONE)
			continue;
		c->d->tokens.at[t].head = x;
		c->d->tokens.at[t].deprel = doc_child(c->d, x, DEP_AUX_PASS) != NONE ? DEP_NSUBJ_PASS : DEP_NSUBJ;
		moved = true;
	}
	if (moved)
		doc_link_tree(c->d);
}

/* "Andere landen hebben Rusland gewaarschuwd": of two objects and no subject, the one before the finite verb is the subject.  "They warned Russia": what is
 * taken for an indirect object beside no other is the object. */
static void mend_objects(struct coding *c)
{
	for (uint32_t v = 0; v < c->d->tokens.n; v++) {
		uint32_t objects[2] = { NONE, NONE }, n = 0, others = 0, iobj = NONE, aux = NONE;

		if (tok(c, v)->upos != UPOS_VERB)
			continue;
		for (uint32_t k = tok(c, v)->child; k != NONE; k = tok(c, k)->next)
			switch (tok(c, k)->deprel) {
			case DEP_OBJ:
				if (n < 2)
					objects[n] = k;
				n++;
				break;
			case DEP_IOBJ:
				iobj = k;
				break;
			case DEP_NSUBJ: case DEP_NSUBJ_PASS: case DEP_CSUBJ: case DEP_EXPL: case DEP_CCOMP: case DEP_XCOMP: case DEP_AUX_PASS:
				others++;
				break;
			case DEP_AUX:
				aux = tok(c, k)->bits & FEAT_FIN ? k : aux;
				break;
			default:
				break;
			}
		uint32_t finite = tok(c, v)->bits & FEAT_FIN ? v : aux;

		if (!others && n == 2 && iobj == NONE && finite != NONE && objects[0] < finite && finite < objects[1] && tok(c, v)->deprel == DEP_ROOT)
			c->d->tokens.at[objects[0]].deprel = DEP_NSUBJ;
		else if (!n && iobj != NONE && iobj > v && doc_child(c->d, v, DEP_CCOMP) == NONE && doc_child(c->d, v, DEP_XCOMP) == NONE && doc_child(c->d, v, DEP_NSUBJ) != NONE &&
			 doc_child(c->d, iobj, DEP_CASE) == NONE)
			c->d->tokens.at[iobj].deprel = DEP_OBJ;
	}
}

/* "ontkent de aanval te hebben uitgevoerd": what stands between a verb of saying and the infinitive of what is said is the infinitive's object. */
static void mend_said_objects(struct coding *c)
{
	bool moved = false;

	for (uint32_t v = 0; v < c->d->tokens.n; v++) {
		uint32_t x = has_cue(c, v, CUE_SAY | CUE_SAY_DENIES | CUE_SAY_CONFIRMS) && !has_cue(c, v, CUE_OBJECT_CONTROL) && tok(c, v)->upos == UPOS_VERB ? doc_child(c->d, v, DEP_XCOMP) : NONE;
		uint32_t o = x == NONE ? NONE : doc_child(c->d, v, DEP_OBJ), mark = x == NONE ? NONE : doc_child(c->d, x, DEP_MARK);

		if (o == NONE || mark == NONE || o < v || o > mark || mark > x || doc_child(c->d, x, DEP_AUX) == NONE || doc_child(c->d, x, DEP_OBJ) != NONE)
			continue;
		c->d->tokens.at[o].head = x;
		moved = true;
	}
	if (moved)
		doc_link_tree(c->d);
}

/* "beschuldigt de kustwacht ervan schepen te rammen": what stands before a word that points to the infinitive is the object of the verb before both. */
static void mend_forward(struct coding *c)
{
	bool moved = false;

	for (uint32_t t = 1; t < c->d->tokens.n; t++) {
		uint32_t x = frames_in_class(c->f, c->keys[t], c->f->forward) ? tok(c, t)->head : NONE, v = x == NONE || x < t || tok(c, x)->deprel != DEP_XCOMP ? NONE : tok(c, x)->head;
		uint32_t o = v == NONE || v > t ? NONE : doc_child(c->d, x, DEP_OBJ);

		if (o == NONE || o < v || o > t || doc_child(c->d, v, DEP_OBJ) != NONE)
			continue;
		c->d->tokens.at[o].head = c->d->tokens.at[t].head = v;
		moved = true;
	}
	if (moved)
		doc_link_tree(c->d);
}

static uint32_t subject_of(const struct coding *c, uint32_t v)
{
	uint32_t s = doc_child(c->d, v, DEP_NSUBJ_PASS);

	return s == NONE ? doc_child(c->d, v, DEP_NSUBJ) : s;
}

/* The finite one of a verb's auxiliaries, or NONE. */
static uint32_t finite_auxiliary(const struct coding *c, uint32_t v)
{
	for (uint32_t k = tok(c, v)->child; k != NONE; k = tok(c, k)->next)
		if ((tok(c, k)->deprel == DEP_AUX || tok(c, k)->deprel == DEP_AUX_PASS) && (tok(c, k)->bits & FEAT_FIN))
			return k;
	return NONE;
}

/* What stands behind verb a and a word that governs nouns and clauses alike, "after": the noun, or NONE. */
static uint32_t behind_conjunction(const struct coding *c, uint32_t a, uint32_t end)
{
	uint32_t n = doc_child(c->d, a, DEP_OBL), with = n == NONE || n < a || n > end ? NONE : doc_child(c->d, n, DEP_CASE);

	return with == a + 1 && frames_in_class(c->f, c->keys[with], c->f->conjunction) ? n : NONE;
}

/* Noun n becomes the subject of verb b, and both together what the "after" behind verb a says. */
static void clause_behind(struct coding *c, uint32_t a, uint32_t n, uint32_t b)
{
	uint32_t with = doc_child(c->d, n, DEP_CASE);

	c->d->tokens.at[n].head = c->d->tokens.at[with].head = b;
	c->d->tokens.at[n].deprel = doc_child(c->d, b, DEP_AUX_PASS) == NONE ? DEP_NSUBJ : DEP_NSUBJ_PASS;
	c->d->tokens.at[with].deprel = DEP_MARK;
	c->d->tokens.at[b].head = a;
	c->d->tokens.at[b].deprel = DEP_ADVCL;
}

/* "Blijft zitten tot een nieuwe leider is gekozen": what stands between such a word and the finite auxiliary of a verb without a subject is its subject. */
static void mend_governed_subjects(struct coding *c)
{
	for (uint32_t b = 0; b < c->d->tokens.n; b++) {
		uint32_t last = tok(c, b)->upos == UPOS_VERB && tok(c, b)->head != NONE && tok(c, b)->head < b && subject_of(c, b) == NONE ? finite_auxiliary(c, b) : NONE;
		uint32_t n = last == NONE || last == 0 ? NONE : last - 1, with = n == NONE || tok(c, n)->head != b || (tok(c, n)->deprel != DEP_OBL && tok(c, n)->deprel != DEP_OBL_ARG) ? NONE : doc_child(c->d, n, DEP_CASE);

		if (with != NONE && with < n && with > tok(c, b)->head && frames_in_class(c->f, c->keys[with], c->f->conjunction))
			clause_behind(c, tok(c, b)->head, n, b);
	}
	doc_link_tree(c->d);
}

/* "A man has been arrested after Ann Smith, the mayor of York, was stabbed": a name far from its verb, taken for what "after" governs, and the man for who was stabbed. */
static void mend_clauses_behind(struct coding *c)
{
	for (uint32_t b = 0; b < c->d->tokens.n; b++) {
		uint32_t last = tok(c, b)->upos == UPOS_VERB ? finite_auxiliary(c, b) : NONE, a = last == NONE ? NONE : doc_child(c->d, b, DEP_ADVCL), who = subject_of(c, b);
		bool joined = a == NONE && last != NONE && who == NONE && tok(c, b)->deprel == DEP_CONJ && doc_child(c->d, b, DEP_CC) == NONE;

		if (joined)
			a = tok(c, b)->head;
		uint32_t own = a == NONE || a > last || tok(c, a)->upos != UPOS_VERB || doc_child(c->d, a, DEP_MARK) != NONE ? NONE : finite_auxiliary(c, a), n = own == NONE ? NONE : behind_conjunction(c, a, last);

		if (n == NONE || (!joined && (who == NONE || who > own || subject_of(c, a) != NONE)))
			continue;
		if (!joined) {
			c->d->tokens.at[who].head = a;
			c->d->tokens.at[who].deprel = doc_child(c->d, a, DEP_AUX_PASS) == NONE ? DEP_NSUBJ : DEP_NSUBJ_PASS;
			c->d->tokens.at[a].head = tok(c, b)->head;
			c->d->tokens.at[a].deprel = tok(c, b)->deprel;
		}
		clause_behind(c, a, n, b);
		doc_link_tree(c->d);
	}
}

/* "koopt 96 Apache-helikopters": the noun behind a number, taken for a part of it. */
static void mend_counted(struct coding *c)
{
	bool moved = false;

	for (uint32_t t = 0; t + 1 < c->d->tokens.n; t++) {
		struct token *number = &c->d->tokens.at[t], *noun = &c->d->tokens.at[t + 1];
		uint32_t v = number->head;

		/* "laat honderden Palestijnse gevangenen vrij": what is counted hangs on the number */
		uint32_t counted = number->upos == UPOS_NUM && (number->deprel == DEP_OBJ || number->deprel == DEP_NSUBJ || number->deprel == DEP_NSUBJ_PASS) ? doc_child(c->d, t, DEP_NMOD) : NONE;

		if (counted != NONE && counted > t && tok(c, counted)->upos == UPOS_NOUN && doc_child(c->d, counted, DEP_CASE) == NONE && doc_child(c->d, t, DEP_CONJ) == NONE) {
			struct token *what = &c->d->tokens.at[counted];

			what->head = v;
			what->deprel = number->deprel;
			number->head = counted;
			number->deprel = DEP_NUMMOD;
			moved = true;
			continue;
		}
		if (number->upos != UPOS_NUM || noun->upos != UPOS_NOUN || noun->head != t || noun->deprel != DEP_FLAT || v == NONE || tok(c, v)->upos != UPOS_VERB || c->dated[t] || doc_child(c->d, t, DEP_CASE) != NONE)
			continue;
		noun->head = v;
		noun->deprel = number->deprel == DEP_OBL && t > v && doc_child(c->d, v, DEP_OBJ) == NONE ? DEP_OBJ : number->deprel;
		number->head = t + 1;
		number->deprel = DEP_NUMMOD;
		moved = true;
	}
	if (moved)
		doc_link_tree(c->d);
}

/* "maakte dat donderdag bekend": what points back, taken for the conjunction of a clause that is none, is the object of the verb before it. */
static void mend_pointers(struct coding *c)
{
	bool moved = false;

	for (uint32_t t = 1; t < c->d->tokens.n; t++) {
		struct token *x = &c->d->tokens.at[t];
		uint32_t h = x->head, v = t - 1;

		if (!has_cue(c, t, CUE_ANAPHOR) || x->upos != UPOS_SCONJ || h == NONE)
			continue;
		if (x->deprel == DEP_OBJ && h < t && doc_child(c->d, h, DEP_XCOMP) == NONE && doc_child(c->d, h, DEP_CCOMP) == NONE)	/* else the conjunction of what is said, gone astray */
			x->upos = UPOS_PRON;
		if (x->deprel != DEP_MARK || tok(c, h)->head != v || tok(c, v)->upos != UPOS_VERB || !(tok(c, v)->bits & FEAT_FIN) || tok(c, h)->upos == UPOS_VERB ||
		    doc_child(c->d, h, DEP_NSUBJ) != NONE || doc_child(c->d, h, DEP_COP) != NONE || doc_child(c->d, v, DEP_OBJ) != NONE || doc_child(c->d, v, DEP_CCOMP) != NONE)
			continue;
		x->upos = UPOS_PRON;
		x->deprel = DEP_OBJ;
		x->head = v;
		moved = true;
	}
	if (moved)
		doc_link_tree(c->d);
}

/* Has verb v a finite verb of its own? */
static bool is_finite(const struct coding *c, uint32_t v)
{
	for (uint32_t k = tok(c, v)->child; k != NONE; k = tok(c, k)->next)
		if ((tok(c, k)->deprel == DEP_AUX || tok(c, k)->deprel == DEP_AUX_PASS) && (tok(c, k)->bits & FEAT_FIN))
			return true;
	return (tok(c, v)->bits & FEAT_FIN) != 0;
}

/* The participle, joined to passive v, to which the noun or number k belongs that the parser hung on v: the nearest behind k without anything of its own. */
static uint32_t gapped(const struct coding *c, uint32_t v, uint32_t k)
{
	uint32_t x = NONE;

	for (uint32_t j = tok(c, v)->child; j != NONE && x == NONE; j = tok(c, j)->next)
		if (j > k && tok(c, j)->deprel == DEP_CONJ && tok(c, j)->upos == UPOS_VERB)
			x = j;
	if (x == NONE || !(tok(c, x)->bits & FEAT_PART) || doc_child(c->d, x, DEP_AUX_PASS) != NONE || doc_child(c->d, x, DEP_AUX) != NONE || doc_child(c->d, x, DEP_OBJ) != NONE ||
	    doc_child(c->d, x, DEP_NSUBJ) != NONE || doc_child(c->d, x, DEP_NSUBJ_PASS) != NONE)
		return NONE;
	return x;
}

/* "six are killed and an officer wounded": a past that lacks its object, behind a passive, is a participle of the same auxiliary where that stands in the present, or where
 * its subject is new to the reader: "two were killed and rebels attacked". */
static bool is_gapped_past(const struct coding *c, uint32_t x)
{
	uint32_t v = tok(c, x)->deprel == DEP_CONJ ? tok(c, x)->head : NONE, aux = v == NONE ? NONE : doc_child(c->d, v, DEP_AUX_PASS), subject = doc_child(c->d, x, DEP_NSUBJ);

	if (aux == NONE || v > x || subject == NONE || subject > x)
		return false;
	uint32_t article = doc_child(c->d, subject, DEP_DET);
	bool new = doc_child(c->d, subject, DEP_NUMMOD) != NONE || (article != NONE && !(tok(c, article)->bits & (FEAT_DEF | FEAT_DEM | FEAT_POSS)));

	return (new || !(tok(c, aux)->bits & FEAT_PAST)) && tok(c, x)->upos == UPOS_VERB && (tok(c, x)->bits & FEAT_FIN) && (tok(c, x)->bits & FEAT_PAST) && doc_child(c->d, x, DEP_OBJ) == NONE && doc_child(c->d, x, DEP_XCOMP) == NONE && doc_child(c->d, x, DEP_CCOMP) == NONE &&
	       doc_child(c->d, x, DEP_COMPOUND_PRT) == NONE && doc_child(c->d, x, DEP_AUX) == NONE && needs_object(c, x);
}

/* "six are killed and an officer wounded", "were killed and 23 wounded": whose auxiliary is left out keeps its subject. */
static void mend_gapped(struct coding *c)
{
	bool moved = false;

	for (uint32_t t = 0; t < c->d->tokens.n; t++) {
		uint32_t v = tok(c, t)->head, x = NONE;

		if (is_gapped_past(c, t)) {
			c->d->tokens.at[t].bits = (tok(c, t)->bits & ~(uint64_t)FEAT_FIN) | FEAT_PART;
			c->d->tokens.at[doc_child(c->d, t, DEP_NSUBJ)].deprel = DEP_NSUBJ_PASS;
		}
		if (v != NONE && v < t && (tok(c, t)->deprel == DEP_NSUBJ_PASS || (tok(c, t)->deprel == DEP_CONJ && tok(c, t)->upos == UPOS_NUM)) && doc_child(c->d, v, DEP_AUX_PASS) != NONE)
			x = gapped(c, v, t);
		if (x == NONE)
			continue;
		c->d->tokens.at[t].head = x;
		c->d->tokens.at[t].deprel = DEP_NSUBJ_PASS;
		moved = true;
	}
	if (moved)
		doc_link_tree(c->d);
}

/* "ended with Russia rejecting it": who stands behind "with", right before a participle, does it; "with two soldiers killed": undergoes it. */
static void mend_absolute(struct coding *c)
{
	bool moved = false;

	for (uint32_t t = 1; t < c->d->tokens.n; t++) {
		uint32_t first = tok(c, t)->deprel == DEP_CONJ ? tok(c, t)->head : t, v = tok(c, first)->deprel == DEP_ADVCL ? tok(c, first)->head : NONE;
		uint32_t subject = doc_child(c->d, t, DEP_NSUBJ);
		bool marked = has_cue(c, doc_child(c->d, first, DEP_MARK), CUE_ABSOLUTE), past = (tok(c, t)->bits & FEAT_PAST) && marked;	/* the tagger may take it for a finite past */
		bool whole = tok(c, t)->upos == UPOS_VERB && (past || !(tok(c, t)->bits & (FEAT_FIN | FEAT_INF))) && doc_child(c->d, t, DEP_AUX) == NONE && doc_child(c->d, t, DEP_AUX_PASS) == NONE;

		if (!whole || v == NONE || v > t)
			continue;
		if (subject != NONE && marked && !(tok(c, t)->bits & (FEAT_GER | FEAT_PRES)) && doc_child(c->d, t, DEP_OBJ) == NONE && needs_object(c, t)) {
			c->d->tokens.at[subject].deprel = DEP_NSUBJ_PASS;
			c->d->tokens.at[t].bits = (tok(c, t)->bits & ~(uint64_t)FEAT_FIN) | FEAT_PART;
		}
		for (uint32_t k = first != t || subject != NONE ? NONE : tok(c, v)->child; k != NONE && k < t; k = tok(c, k)->next) {
			uint32_t with = doc_child(c->d, k, DEP_CASE);

			if (k < v || !is_nominal(c, k) || !has_cue(c, with, CUE_ABSOLUTE) || !doc_under(c->d, t - 1, k))
				continue;
			c->d->tokens.at[k].head = t;
			c->d->tokens.at[k].deprel = tok(c, t)->bits & (FEAT_GER | FEAT_PRES) ? DEP_NSUBJ : DEP_NSUBJ_PASS;
			c->d->tokens.at[with].head = t;
			c->d->tokens.at[with].deprel = DEP_MARK;
			moved = true;
			break;
		}
	}
	if (moved)
		doc_link_tree(c->d);
}

/* "raid suspected camps", "capture alleged leaders": a participle right behind the verb has no object, but is said of the verb's. */
static void mend_suspected(struct coding *c)
{
	for (uint32_t t = 1; t + 1 < c->d->tokens.n; t++) {
		uint32_t v = tok(c, t)->head, o = doc_child(c->d, t, DEP_OBJ);

		if (v != t - 1 || o == NONE || o < t || tok(c, t)->upos != UPOS_VERB || (tok(c, t)->deprel != DEP_XCOMP && tok(c, t)->deprel != DEP_AMOD) || !(tok(c, t)->bits & FEAT_PART) ||
		    (tok(c, t)->bits & (FEAT_INF | FEAT_GER | FEAT_PRES)) || tok(c, v)->upos != UPOS_VERB || doc_child(c->d, v, DEP_OBJ) != NONE || doc_child(c->d, t, DEP_NSUBJ) != NONE)
			continue;
		for (uint32_t k = tok(c, t)->child; k != NONE; k = tok(c, k)->next)
			c->d->tokens.at[k].head = v;
		c->d->tokens.at[t].head = o;
		c->d->tokens.at[t].deprel = DEP_AMOD;
		doc_link_tree(c->d);
	}
}

/* "from al - Shabaab", "in South Ossetia": a preposition hung on the first part of a name is the whole name's; "after a drone struck": a conjunction hung on
 * the subject is its clause's. */
static void mend_cases(struct coding *c)
{
	bool moved = false;

	for (uint32_t t = 0; t < c->d->tokens.n; t++) {
		uint32_t subject = tok(c, t)->deprel == DEP_CASE && tok(c, t)->upos == UPOS_SCONJ ? tok(c, t)->head : NONE, clause = subject == NONE ? NONE : tok(c, subject)->head;

		if (clause != NONE && t < subject && subject < clause && (tok(c, subject)->deprel == DEP_NSUBJ || tok(c, subject)->deprel == DEP_NSUBJ_PASS) && tok(c, clause)->deprel == DEP_ADVCL) {
			c->d->tokens.at[t].head = clause;
			c->d->tokens.at[t].deprel = DEP_MARK;
			moved = true;
			continue;
		}
		uint32_t part = tok(c, t)->deprel == DEP_CASE ? tok(c, t)->head : NONE, name = part == NONE || tok(c, part)->deprel != DEP_COMPOUND ? NONE : tok(c, part)->head;

		if (name == NONE || t > part || part > name || tok(c, name)->upos != UPOS_PROPN || doc_child(c->d, name, DEP_CASE) != NONE)
			continue;
		c->d->tokens.at[t].head = name;
		moved = true;
	}
	if (moved)
		doc_link_tree(c->d);
}

/* "meets with X and has scheduled a meeting for next week": a date behind the second verb is that verb's. */
static void mend_late_dates(struct coding *c)
{
	bool moved = false;

	for (size_t i = 0; i < c->d->times.n; i++)
		for (uint32_t t = c->d->times.at[i].first; t <= c->d->times.at[i].last; t++) {
			uint32_t v = tok(c, t)->head, last = NONE;

			if (v == NONE || v > c->d->times.at[i].first || tok(c, v)->upos != UPOS_VERB || tok(c, t)->deprel == DEP_PUNCT)
				continue;
			for (uint32_t k = tok(c, v)->child; k != NONE && k < t; k = tok(c, k)->next)
				if (tok(c, k)->deprel == DEP_CONJ && k > v && tok(c, k)->upos == UPOS_VERB && is_finite(c, k))
					last = k;
			if (last == NONE)
				continue;
			c->d->tokens.at[t].head = last;
			moved = true;
		}
	if (moved)
		doc_link_tree(c->d);
}

/* Whatever the mends of a broken tree came to: nobody hangs on himself by way of others.  Who closes a circle hangs on the root, or is one. */
static void break_circles(struct coding *c)
{
	uint32_t *seen = arena_array(c->d->a, uint32_t, c->d->tokens.n);	/* by whom, + 1 */
	bool broken = false;

	for (uint32_t t = 0; t < c->d->tokens.n; t++) {
		uint32_t x = t, last = NONE;

		while (x != NONE && !seen[x]) {
			seen[x] = t + 1;
			last = x;
			x = tok(c, x)->head;
		}
		if (x == NONE || seen[x] != t + 1)
			continue;
		uint32_t root = c->d->sentences.at[tok(c, last)->sentence].root;

		broken = true;
		c->d->tokens.at[last].head = root != last && root != NONE && !doc_under(c->d, root, last) ? root : NONE;
		c->d->tokens.at[last].deprel = c->d->tokens.at[last].head == NONE ? DEP_ROOT : DEP_DEP;
	}
	if (broken)
		doc_link_tree(c->d);
}

void mend_trees(struct coding *c)
{
	mend_participles(c);
	mend_categories(c);
	mend_hyphenated(c);
	mend_rounded(c);
	mend_dates(c);
	mend_late_dates(c);
	mend_gapped(c);
	mend_cases(c);
	mend_absolute(c);
	mend_suspected(c);
	mend_subjects(c);
	mend_negations(c);
	mend_objects(c);
	mend_said_objects(c);
	mend_forward(c);
	mend_clauses_behind(c);
	mend_governed_subjects(c);
	mend_counted(c);
	mend_pointers(c);
	for (size_t i = 0; i < c->d->sentences.n; i++) {
		const struct sentence *s = &c->d->sentences.at[i];
		mend_headline(c, s);
		mend_nouns(c, s);
	}
	break_circles(c);
}
