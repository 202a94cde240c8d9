/* claim_dispute.c - who blames somebody for it, who contradicts it in the same sentence, what is said to be unproven. */
#include "code/speaker.h"

enum { UP_MAX = 6 };		/* words between an event and what is said of it */

void make_possible(struct event *e)
{
	if (e->status == STATUS_HAPPENED || e->status == STATUS_ONGOING)
		e->status = STATUS_POSSIBLE;
}

/* Does k's own preposition say for what somebody is blamed or what is proven ("of", "for")? */
static bool is_object_of_speech(const struct coding *c, uint32_t k)
{
	return has_cue(c, doc_child(c->d, k, DEP_CASE), CUE_MARK_OBJECT) || has_cue(c, doc_child(c->d, k, DEP_MARK), CUE_MARK_OBJECT);
}

/* "accused him of involvement in the killing", parsed as two phrases of h, the verb or him: k stands right behind what he is accused of. */
static bool follows_object_of_speech(const struct coding *c, uint32_t k, uint32_t h)
{
	uint32_t first = k, last = k;

	subtree(c, k, &first, &last, NONE);
	for (uint32_t o = tok(c, h)->child; o != NONE && o < k; o = tok(c, o)->next)
		if (o > h && (tok(c, o)->upos == UPOS_NOUN || tok(c, o)->upos == UPOS_VERB) && o + 1 == first && is_object_of_speech(c, o))
			return true;
	return false;
}

void blamed_for(const struct coding *c, struct event *e, uint32_t t, bool quote)
{
	bool object = false, strayed = false;

	for (uint32_t k = t, steps = 0; steps < UP_MAX && tok(c, k)->head != NONE; k = tok(c, k)->head, steps++) {
		uint32_t h = tok(c, k)->head;
		enum deprel r = tok(c, k)->deprel;

		if (r == DEP_ACL_RELCL || r == DEP_NSUBJ || r == DEP_PARATAXIS)
			return;
		object |= is_object_of_speech(c, k);
		strayed |= !object && (r == DEP_OBL || (r == DEP_NMOD && tok(c, h)->deprel == DEP_OBJ)) && follows_object_of_speech(c, k, h);
		if (frames_in_class(c->f, c->keys[h], c->f->accuse) && tok(c, h)->upos == UPOS_VERB) {
			bool further = r == DEP_CONJ && (is_nominalised(c, k) || tok(c, k)->upos == UPOS_NOUN) && doc_child(c->d, h, DEP_OBJ) != NONE;	/* "of a part in it and (of) ordering it" */

			strayed |= further;
			if ((object || strayed) && (r != DEP_CONJ || further) && has_speaker(c, h))
				claims_of_verb(c, e, h, quote);
			if (strayed)
				make_possible(e);
			return;
		}
		if (tok(c, h)->upos == UPOS_VERB && !is_nominalised(c, h) && !object && !strayed)
			return;
	}
}

/* The noun of proof or knowledge beside verb v that is said not to be there ("found no evidence"), or NONE. */
static uint32_t lacking_beside(const struct coding *c, uint32_t v)
{
	for (uint32_t k = tok(c, v)->child; k != NONE; k = tok(c, k)->next)
		if (frames_in_class(c->f, c->keys[k], c->f->evidence) && child_with_cue(c, k, CUE_NEGATOR) != NONE)
			return k;
	return NONE;
}

bool is_unproven(const struct coding *c, struct event *e, uint32_t t, bool quote)
{
	uint32_t noun = NONE;
	bool as_object = false;

	for (uint32_t k = t, steps = 0; noun == NONE && steps < UP_MAX && tok(c, k)->head != NONE; k = tok(c, k)->head, steps++) {
		uint32_t h = tok(c, k)->head;

		if (frames_in_class(c->f, c->keys[h], c->f->evidence) && child_with_cue(c, h, CUE_NEGATOR) != NONE)
			noun = h;
		else if (tok(c, k)->deprel == DEP_ACL_RELCL || tok(c, k)->deprel == DEP_NSUBJ)
			return false;
		else if (tok(c, h)->upos == UPOS_VERB && is_object_of_speech(c, k))
			noun = lacking_beside(c, h);
	}
	if (noun == NONE)
		return false;
	make_possible(e);
	uint32_t v = governing_verb(c, noun, &as_object);

	if (v != NONE && as_object)
		stand_by(c, e, v, STANCE_DOUBTS, quote);
	return true;
}

/* Is what the verb denies or confirms only pointed at: "denies it", "denies the accusation", "which it denies"? */
static bool says_of_it(const struct coding *c, uint32_t v)
{
	uint32_t object = doc_child(c->d, v, DEP_OBJ);

	if (tok(c, v)->upos != UPOS_VERB || !(c->cues[v] & (CUE_SAY_DENIES | CUE_SAY_CONFIRMS | CUE_SAY_DOUBTS)) || is_quoted(c, v) ||
	    doc_child(c->d, v, DEP_CCOMP) != NONE || doc_child(c->d, v, DEP_XCOMP) != NONE || doc_child(c->d, v, DEP_NSUBJ) == NONE)
		return false;
	if (object == NONE)
		return (c->cues[v] & CUE_SAY_DENIES) != 0;
	if (tok(c, object)->upos == UPOS_PRON)
		return doc_child(c->d, object, DEP_ACL_RELCL) == NONE && !refers_to_person(c, object);
	return (c->cues[object] & CUE_REPORT_NOUN) && doc_child(c->d, object, DEP_CCOMP) == NONE && doc_child(c->d, object, DEP_ACL) == NONE &&
	       doc_child(c->d, object, DEP_NMOD) == NONE;
}

/* ", which the government denies", ", something it denies", ", a claim it denies": said of the whole clause before it. */
static bool follows_comma(const struct coding *c, uint32_t v)
{
	uint32_t first = v, last = v, h = tok(c, v)->head;

	subtree(c, v, &first, &last, NONE);
	if (first > 0 && tok(c, first - 1)->upos == UPOS_PUNCT)
		return tok(c, first)->upos == UPOS_PRON;
	if (tok(c, h)->upos != UPOS_PRON && !(c->cues[h] & CUE_REPORT_NOUN))
		return false;
	first = last = h;
	subtree(c, h, &first, &last, v);
	return first > 0 && tok(c, first - 1)->upos == UPOS_PUNCT;
}

/* "was arrested, but denies the allegations": what he is charged with, not the arrest. */
static bool answers_charge(const struct coding *c, const struct event *e, uint32_t v)
{
	uint32_t object = doc_child(c->d, v, DEP_OBJ);

	return (e->type == EVENT_COERCE || e->type == EVENT_SANCTION) && (object == NONE || tok(c, object)->upos != UPOS_PRON);
}

void contradicted_beside(const struct coding *c, struct event *e, uint32_t t)
{
	const struct sentence *s = &c->d->sentences.at[tok(c, t)->sentence];
	uint32_t v = e->claims.n && tok(c, t)->deprel == DEP_ROOT ? t : s->root;

	/* the words themselves are not denied, only what they say */
	if (e->type == EVENT_SAY || e->type == EVENT_ACCUSE || e->type == EVENT_REJECT || is_quoted(c, t) || v == NONE)
		return;
	for (uint32_t k = t + 1; k < s->end; k++) {
		bool beside = tok(c, k)->deprel == DEP_CONJ && doc_child(c->d, k, DEP_CC) != NONE && (tok(c, k)->head == v || tok(c, k)->head == t);

		if (beside || (tok(c, k)->deprel == DEP_ACL_RELCL && tok(c, k)->head >= t && follows_comma(c, k))) {
			if (!says_of_it(c, k) || answers_charge(c, e, k) || !claims_of_verb(c, e, k, false))
				continue;
			if (c->cues[k] & (CUE_SAY_DENIES | CUE_SAY_DOUBTS))
				make_possible(e);
		}
	}
}
