/* headline.c - verbs of headlines and of items in the present tense, which the parser takes for nouns. */
#include "code/headline.h"

#include "base/unicode.h"
#include "code/condition.h"

bool has_frame_of_kind(const struct coding *c, struct str key, enum frame_kind kind)
{
	struct range r = frames_of(c->f, key);

	for (uint32_t i = r.first; i < r.first + r.n; i++)
		if (c->f->frames[c->f->key_frames[i]].kind == kind)
			return true;
	return false;
}

/* "Protesters at the station call for his release": a noun at the root with a subject before it and no copula is a verb. */
static void mend_root(struct coding *c, const struct sentence *s)
{
	uint32_t t = s->root;

	if (t == NONE || tok(c, t)->upos != UPOS_NOUN || !frames_of(c->f, c->keys[t]).n || doc_child(c->d, t, DEP_COP) != NONE || doc_child(c->d, t, DEP_DET) != NONE ||
	    doc_child(c->d, t, DEP_CASE) != NONE || doc_child(c->d, t, DEP_NMOD_POSS) != NONE)
		return;
	uint32_t subject = doc_child(c->d, t, DEP_NSUBJ);

	if (subject != NONE && subject < t && doc_child(c->d, t, DEP_OBJ) != NONE)
		c->d->tokens.at[t].upos = UPOS_VERB;
}

/* "Premier van Letland afgetreden": what stands before the participle of a headline that takes no object is its subject. */
static void mend_headline_subject(struct coding *c, const struct sentence *s)
{
	uint32_t t = s->root, object = t == NONE ? NONE : doc_child(c->d, t, DEP_OBJ);

	if (object == NONE || object > t || tok(c, t)->upos != UPOS_VERB || !(tok(c, t)->bits & FEAT_PART) || doc_child(c->d, t, DEP_NSUBJ) != NONE || may_have_object(c, t))
		return;
	for (uint32_t k = s->first; k < s->end; k++)
		if (tok(c, k)->bits & FEAT_FIN)
			return;
	c->d->tokens.at[object].deprel = DEP_NSUBJ;
}

static bool has_finite_verb(const struct coding *c, const struct sentence *s)
{
	for (uint32_t t = s->first; t < s->end; t++)
		if (tok(c, t)->bits & FEAT_FIN)
			return true;
	return false;
}

/* A word that stands in a noun phrase before its head, or is the head. */
static bool is_of_phrase(const struct coding *c, uint32_t t)
{
	switch (tok(c, t)->upos) {
	case UPOS_NOUN: case UPOS_PROPN: case UPOS_ADJ: case UPOS_DET: case UPOS_NUM: case UPOS_CCONJ: case UPOS_PRON:
		return true;
	default:
		return (tok(c, t)->deprel == DEP_AMOD || tok(c, t)->deprel == DEP_PUNCT) && tok(c, t)->upos != UPOS_ADP && !str_is(tok(c, t)->form, ",");
	}
}

/* "Fighting resumes": a noun that looks like a verb, right before what looks like a noun. */
static bool is_deed(const struct coding *c, uint32_t t)
{
	return tok(c, t)->upos == UPOS_VERB && tok(c, t)->deprel == DEP_COMPOUND && has_frame_of_kind(c, unicode_lower_str(c->d->a, tok(c, t)->form), FRAME_NOUN);
}

/* The head of the first noun phrase of the sentence that ends before t, behind a prepositional phrase with its comma; or NONE. */
static uint32_t first_noun(const struct coding *c, const struct sentence *s, uint32_t t)
{
	uint32_t at = s->first, head = NONE;

	while (at < t && tok(c, at)->upos == UPOS_ADP) {
		while (at < t && !str_is(tok(c, at)->form, ","))
			at++;
		at++;
	}
	for (; at < t && (is_of_phrase(c, at) || is_deed(c, at)); at++)
		if (tok(c, at)->upos == UPOS_NOUN || tok(c, at)->upos == UPOS_PROPN || is_deed(c, at))
			head = at;
	return head != NONE && tok(c, head)->deprel == DEP_CONJ && tok(c, head)->head < head ? tok(c, head)->head : head;
}

/* A body of many, whose verb may stand in the plural: "police fire". */
static bool is_many(const struct coding *c, uint32_t t)
{
	const struct entity *x = entity_meant(c, t);

	return (tok(c, t)->bits & FEAT_PLUR) || doc_child(c->d, t, DEP_CONJ) != NONE || (x && x->kind != KIND_PERSON && x->kind != KIND_COUNTRY && x->kind != KIND_PLACE);
}

/* "The president states that Peru is willing": a noun with what somebody says under it is the verb. */
static bool says_that(const struct coding *c, uint32_t t)
{
	if (t == NONE || tok(c, t)->upos != UPOS_NOUN)
		return false;
	for (uint32_t k = tok(c, t)->child; k != NONE; k = tok(c, k)->next)
		if (k > t && (tok(c, k)->deprel == DEP_ACL || tok(c, k)->deprel == DEP_CCOMP) && has_cue(c, doc_child(c->d, k, DEP_MARK), CUE_MARK_CONTENT) && doc_child(c->d, k, DEP_MARK) == t + 1)
			return true;
	return false;
}

static bool is_people(const struct coding *c, uint32_t t)
{
	const struct entity *x = entity_meant(c, t);

	return x && x->kind == KIND_PEOPLE && (tok(c, t)->bits & FEAT_PLUR);
}

/* May t, no verb to the tagger, be the verb of this sentence, in the form that its subject asks for?  Its lemma into *lemma. */
static bool may_be_verb(const struct coding *c, const struct sentence *s, uint32_t t, struct str *lemma)
{
	enum upos before = tok(c, t - 1)->upos, behind = tok(c, t + 1)->upos;
	struct str form = unicode_lower_str(c->d->a, tok(c, t)->form);
	uint32_t subject = first_noun(c, s, t);
	bool nominal = tok(c, t)->upos == UPOS_NOUN || tok(c, t)->upos == UPOS_ADJ || tok(c, t)->upos == UPOS_ADV || (tok(c, t)->upos == UPOS_VERB && tok(c, t)->deprel == DEP_NMOD);

	if (!nominal || subject == NONE || (before != UPOS_NOUN && before != UPOS_PROPN && before != UPOS_PUNCT && !is_deed(c, t - 1)))
		return false;
	/* "Brazilians vote in", "Thousands march in": no plural of people stands before a noun that it belongs to */
	bool sure = tok(c, t)->upos != UPOS_NOUN || (before == UPOS_PROPN && doc_child(c->d, t, DEP_CASE) != NONE) || (subject == t - 1 && is_people(c, subject)) ||
		    has_frame_of_kind(c, str_cat(c->d->a, c->keys[t], c->keys[t + 1]), FRAME_VERB);	/* "calls on" */

	if (!says_that(c, t) && behind != UPOS_DET && behind != UPOS_ADJ && behind != UPOS_NUM && behind != UPOS_NOUN && behind != UPOS_PROPN && behind != UPOS_PRON && behind != UPOS_PART && behind != UPOS_ADV &&
	    (behind != UPOS_ADP || (has_frame_of_kind(c, c->keys[t], FRAME_NOUN) && !sure)))
		return false;
	*lemma = c->keys[t];
	if (!has_frame_of_kind(c, *lemma, FRAME_VERB) && has_frame_of_kind(c, form, FRAME_VERB))	/* "stemmen", which is an infinitive, too */
		*lemma = form;
	for (size_t ending = 1; ending < 3 && str_eq(form, *lemma) && !has_frame_of_kind(c, *lemma, FRAME_VERB) && lemma->n > 4; ending++)	/* "explodes", whose lemma nobody knew */
		if (has_frame_of_kind(c, str_sub(form, 0, form.n - ending), FRAME_VERB))
			*lemma = str_sub(form, 0, form.n - ending);
	return has_frame_of_kind(c, *lemma, FRAME_VERB) && (str_eq(form, *lemma) ? is_many(c, subject) : !(tok(c, subject)->bits & FEAT_PLUR) && tok(c, t)->upos == UPOS_NOUN && form.n > lemma->n);
}

/* Hangs the sentence on its verb t: the first noun is the subject, what else stood on what is right of it hangs on the subject or, with a preposition, on the
 * verb. */
static void hang_on_verb(struct coding *c, const struct sentence *s, uint32_t t)
{
	uint32_t subject = first_noun(c, s, t), noun = subject;
	bool object = false;

	for (uint32_t k = s->first; k < t; k++) {
		struct token *x = &c->d->tokens.at[k];

		if (x->head != NONE && x->head < t && k != subject)
			continue;
		if (x->deprel == DEP_CASE && k != subject) {	/* its noun, which the parser had before the verb */
			for (noun = k + 1; noun + 1 < t && is_of_phrase(c, noun + 1); noun++)
				;
			x->head = doc_under(c->d, noun, k) ? subject : noun;
			continue;
		}
		x->head = k == subject || (x->deprel == DEP_PUNCT && k > subject) ? t : subject;
		if (k == subject) {
			x->deprel = DEP_NSUBJ;
			c->keys[k] = x->upos == UPOS_VERB ? unicode_lower_str(c->d->a, x->form) : c->keys[k];
			x->upos = x->upos == UPOS_VERB ? UPOS_NOUN : x->upos;
		} else if (x->deprel == DEP_ROOT)
			x->deprel = DEP_DEP;
	}
	for (uint32_t k = s->first; k < t; k++) {	/* "voters in North Macedonia" */
		struct token *x = &c->d->tokens.at[k];

		for (uint32_t p = s->first; p < k && k != subject && (x->head == subject || x->head == t); p++)
			if (tok(c, p)->deprel == DEP_CASE && tok(c, p)->head == k) {
				x->head = k > subject ? subject : t;
				x->deprel = k > subject ? DEP_NMOD : DEP_OBL;
			}
	}
	for (uint32_t k = t + 1; k < s->end; k++) {
		struct token *x = &c->d->tokens.at[k];
		bool cased = false;

		if (x->head != NONE && x->head > t)
			continue;
		for (uint32_t p = t + 1; p < k; p++)
			cased |= tok(c, p)->deprel == DEP_CASE && tok(c, p)->head == k;
		x->head = t;
		if (x->deprel == DEP_PUNCT || x->deprel == DEP_ADVMOD || x->deprel == DEP_CC || x->deprel == DEP_ADVCL)
			continue;
		if (x->deprel == DEP_ACL && has_cue(c, doc_child(c->d, k, DEP_MARK), CUE_MARK_CONTENT)) {
			x->deprel = DEP_CCOMP;
			continue;
		}
		bool noun_like = x->upos == UPOS_NOUN || x->upos == UPOS_PROPN || x->upos == UPOS_PRON || x->upos == UPOS_NUM;

		x->deprel = !noun_like ? (x->upos == UPOS_VERB ? DEP_ADVCL : DEP_DEP) : cased ? DEP_OBL : object ? DEP_OBL_UNMARKED : DEP_OBJ;
		object |= x->deprel == DEP_OBJ;
	}
	c->d->tokens.at[t].head = NONE;
	c->d->tokens.at[t].deprel = DEP_ROOT;
	c->d->tokens.at[t].upos = UPOS_VERB;
	c->d->tokens.at[t].bits = FEAT_FIN | FEAT_PRES;
	doc_link_tree(c->d);
}

/* "South Koreans vote": whoever stands right before a verb that has no subject, and is many, is its subject. */
static void mend_adjunct(struct coding *c, const struct sentence *s)
{
	uint32_t t = s->root, before = t == NONE || t == s->first ? NONE : t - 1;

	if (before == NONE || tok(c, t)->upos != UPOS_VERB || tok(c, before)->deprel != DEP_COMPOUND || tok(c, before)->head != t || doc_child(c->d, t, DEP_NSUBJ) != NONE ||
	    doc_child(c->d, t, DEP_NSUBJ_PASS) != NONE || (!is_people(c, before) && !is_deed(c, before)))
		return;
	c->d->tokens.at[before].deprel = DEP_NSUBJ;
	if (tok(c, before)->upos == UPOS_VERB) {	/* "Fighting breaks out" */
		c->d->tokens.at[before].upos = UPOS_NOUN;
		c->keys[before] = unicode_lower_str(c->d->a, tok(c, before)->form);
	}
}

/* "Peru's military seized power", taken for a power that was seized: what has a subject of its own is the verb. */
static bool mend_attribute(struct coding *c, const struct sentence *s)
{
	uint32_t noun = s->root, v = NONE, subject = NONE;

	for (uint32_t k = noun == NONE ? NONE : tok(c, noun)->child; k != NONE && k < noun && v == NONE; k = tok(c, k)->next)
		if (tok(c, k)->deprel == DEP_AMOD && tok(c, k)->upos == UPOS_VERB && (subject = doc_child(c->d, k, DEP_NSUBJ)) != NONE && subject < k)
			v = k;
	if (v == NONE || has_finite_verb(c, s) || doc_child(c->d, noun, DEP_CASE) != NONE)
		return false;
	for (uint32_t k = s->first; k < v; k++)
		if (tok(c, k)->head == noun)
			c->d->tokens.at[k].head = subject;
	c->d->tokens.at[noun].head = v;
	c->d->tokens.at[noun].deprel = DEP_OBJ;
	c->d->tokens.at[v].head = NONE;
	c->d->tokens.at[v].deprel = DEP_ROOT;
	c->d->tokens.at[v].bits |= FEAT_FIN;
	if (tok(c, subject)->upos == UPOS_ADJ)
		c->d->tokens.at[subject].upos = UPOS_NOUN;
	doc_link_tree(c->d);
	return true;
}

/* "Voters in Peru head to the polls", "Myanmar police fire warning shots": a sentence without any verb has one that looks like a noun. */
static bool mend_verbless(struct coding *c, const struct sentence *s)
{
	struct str lemma;

	if (s->end - s->first < 4 || s->root == NONE || (tok(c, s->root)->upos == UPOS_VERB && doc_child(c->d, s->root, DEP_NSUBJ) != NONE))
		return false;
	bool says = says_that(c, s->root);

	if (!says && has_finite_verb(c, s))
		return false;
	for (uint32_t t = s->first + 1; t + 1 < s->end; t++)
		if ((!says || t == s->root) && may_be_verb(c, s, t, &lemma)) {
			hang_on_verb(c, s, t);
			c->keys[t] = lemma;
			return true;
		}
	return false;
}

/* "Brazilian police arrest ex-minister": in headlines a verb that looks like a noun is taken for one, its subject for a noun adjunct and its
 * object for an apposition.  A noun at the root of a sentence without finite verb, with a verb frame, a bare named adjunct before and
 * a bare named noun behind it is read as the verb. */
static void mend_headline_verb(struct coding *c, const struct sentence *s)
{
	uint32_t t = s->root, subject = NONE, object = NONE;
	bool plain = t != NONE && tok(c, t)->upos == UPOS_NOUN && frames_of(c->f, c->keys[t]).n;

	for (uint32_t k = s->first; plain && k < s->end; k++)
		plain &= !(tok(c, k)->bits & FEAT_FIN);
	for (uint32_t k = plain ? tok(c, t)->child : NONE; k != NONE; k = tok(c, k)->next) {
		enum deprel r = tok(c, k)->deprel;
		bool bare = doc_child(c->d, k, DEP_CASE) == NONE;

		if (k < t && (r == DEP_DET || r == DEP_CASE || r == DEP_NUMMOD || r == DEP_NMOD_POSS || r == DEP_COP))
			plain = false;
		if (k < t && r == DEP_COMPOUND && bare && c->d->mention_of[k] != NONE)
			subject = k;
		if (k > t && (r == DEP_APPOS || r == DEP_OBJ || r == DEP_DEP || r == DEP_NMOD || r == DEP_FLAT || r == DEP_LIST) && bare && object == NONE &&
		    c->d->mention_of[k] != NONE)
			object = k;
	}
	if (!plain || subject == NONE || object == NONE)
		return;
	c->d->tokens.at[t].upos = UPOS_VERB;
	c->d->tokens.at[subject].deprel = DEP_NSUBJ;
	c->d->tokens.at[object].deprel = DEP_OBJ;
}

void mend_headline(struct coding *c, const struct sentence *s)
{
	mend_root(c, s);
	mend_headline_subject(c, s);
	mend_adjunct(c, s);
	if (!mend_attribute(c, s) && !mend_verbless(c, s))
		mend_headline_verb(c, s);
}
