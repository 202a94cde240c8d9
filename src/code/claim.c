/* claim.c - according to whom: content clauses, "according to" and verbs beside them, quotations, and reports called false. */
#include "code/speaker.h"

#include "code/status.h"

enum { LONG_QUOTE = 5 };	/* words: shorter ones stand inside a sentence that is not direct speech */

static bool in_long_quote(const struct coding *c, uint32_t t)
{
	return is_quoted(c, t) && c->d->quotes.at[c->d->quote_of[t]].last - c->d->quotes.at[c->d->quote_of[t]].first + 1 >= LONG_QUOTE;
}

/* Does v stand in a quotation that t is no part of? */
static bool quotes_apart(const struct coding *c, uint32_t t, uint32_t v)
{
	return in_long_quote(c, v) && c->d->quote_of[t] != c->d->quote_of[v];
}

/* Does k with what hangs on it end the sentence of t, behind t and a comma, and not as the source of a quotation that t is no part of? */
static bool closes(const struct coding *c, uint32_t k, uint32_t t)
{
	const struct sentence *s = &c->d->sentences.at[tok(c, t)->sentence];
	uint32_t first = k, last = k;

	subtree(c, k, &first, &last, NONE);
	while (++last < s->end)
		if (tok(c, last)->upos != UPOS_PUNCT)
			return false;
	if (first <= t + 1 || tok(c, first - 1)->upos != UPOS_PUNCT)
		return false;
	while (first > t + 1 && tok(c, first - 1)->upos == UPOS_PUNCT)
		first--;
	return !quotes_apart(c, t, first - 1);
}

static bool is_according(const struct coding *c, uint32_t k)
{
	return is_nominal(c, k) && has_cue(c, doc_child(c->d, k, DEP_CASE), CUE_ACCORDING) && !is_quoted(c, k);
}

/* "According to Washington it did, but Tehran denies it": the second speaker is not quoted by the first. */
static bool speaks_for_itself(const struct coding *c, uint32_t v)
{
	return v != NONE && tok(c, v)->deprel == DEP_CONJ && (c->cues[v] & says) && doc_child(c->d, v, DEP_NSUBJ) != NONE;
}

/* ", schrijft de krant." or ", volgens de krant." at the end of a sentence goes for the whole of it, on whichever clause it hangs; so does
 * "Volgens de krant" at its beginning. */
static void frames_sentence(const struct coding *c, struct event *e, uint32_t t, bool quote)
{
	const struct sentence *s = &c->d->sentences.at[tok(c, t)->sentence];

	for (uint32_t k = t + 2; k < s->end; k++)
		if (stands_beside(c, k) && closes(c, k, t))
			claims_of_verb(c, e, k, quote);
		else if (is_according(c, k) && closes(c, k, t))
			add_claims(c, e, k, doc_child(c->d, k, DEP_CASE), STANCE_ASSERTS, quote);
	for (uint32_t k = s->first + 1; k < t && !e->claims.n && !quote && (c->cues[s->first] & CUE_ACCORDING) && !speaks_for_itself(c, clause_of(c, t)); k++)
		if (is_according(c, k) && doc_child(c->d, k, DEP_CASE) == s->first)
			add_claims(c, e, k, s->first, STANCE_ASSERTS, false);
}

/* Does the noun stand beside the verb of whoever makes the report with it? */
static bool tells_by(const struct coding *c, uint32_t noun)
{
	uint32_t v = tok(c, noun)->head;
	enum deprel r = tok(c, noun)->deprel;

	return v != NONE && tok(c, v)->upos == UPOS_VERB &&
	       (((r == DEP_OBL || r == DEP_OBL_ARG) && (c->cues[v] & says)) || (r == DEP_OBJ && frames_in_class(c->f, c->keys[v], c->f->support)));
}

/* A noun that is a report or accusation of which the clause tells: "berichten dat …", "the claim that …".  False: there is said to be none. */
static bool report(const struct coding *c, struct event *e, uint32_t noun)
{
	struct heads h = { .n = 0 };
	bool as_object = false;
	uint32_t v = governing_verb(c, noun, &as_object);

	if (child_with_cue(c, noun, CUE_NEGATOR) != NONE) {	/* "says that there are no signs of it" */
		e->status = e->status == STATUS_HAPPENED || e->status == STATUS_ONGOING ? STATUS_POSSIBLE : e->status;
		return false;
	}
	fillers(c, noun, POS_GEN, STR(""), &h);
	uint32_t owners = 0;

	for (uint32_t i = 0; i < h.n; i++)	/* "suspicions of the police", not "of the murders" */
		if (h.at[i] != e->trigger && is_actor(c, h.at[i]))
			h.at[owners++] = h.at[i];
	h.n = owners;
	if (!h.n && tells_by(c, noun))		/* "said in a statement that", "filed a complaint that" */
		subjects(c, tok(c, noun)->head, &h);
	if (h.n)
		for (uint32_t i = 0; i < h.n; i++)
			add_claims(c, e, h.at[i], noun, STANCE_ASSERTS, false);
	else
		add_claims(c, e, noun, noun, STANCE_ASSERTS, false);
	if ((c->cues[noun] & CUE_NOUN_POSSIBLE) && (e->status == STATUS_HAPPENED || e->status == STATUS_ONGOING))
		e->status = STATUS_POSSIBLE;
	/* "… called the reports fake": who calls the report false denies it */
	if (v == NONE)
		return true;
	bool denies = (c->cues[v] & CUE_SAY_DENIES) != 0;

	if (!denies && (c->cues[v] & CUE_CALL_VERB))
		for (uint32_t t = c->d->sentences.at[tok(c, v)->sentence].first; t < c->d->sentences.at[tok(c, v)->sentence].end; t++)
			denies |= (c->cues[t] & CUE_CALL_FALSE) && doc_under(c->d, t, v);
	if (denies || (c->cues[v] & (CUE_SAY_CONFIRMS | CUE_SAY_DOUBTS))) {
		struct heads s = { .n = 0 };

		subjects(c, v, &s);
		/* "berichten over … noemt Parijs onzin": the subject behind the verb is easily taken for an object */
		for (uint32_t k = tok(c, v)->child; !s.n && k != NONE; k = tok(c, k)->next)
			if (k != noun && (tok(c, k)->deprel == DEP_OBJ || tok(c, k)->deprel == DEP_IOBJ) && is_actor(c, k))
				s.at[s.n++] = k;
		for (uint32_t i = 0; i < s.n; i++)
			if (s.at[i] != noun)
				add_claims(c, e, s.at[i], v, denies ? STANCE_DENIES : stance_of(c->cues[v]), false);
	}
	return true;
}

static bool is_definite(const struct coding *c, uint32_t n)
{
	for (uint32_t k = tok(c, n)->child; k != NONE; k = tok(c, k)->next)
		if ((tok(c, k)->deprel == DEP_DET && (tok(c, k)->bits & (FEAT_DEF | FEAT_DEM))) || tok(c, k)->deprel == DEP_NMOD_POSS)
			return true;
	return false;
}

/* "calls it unacceptable that", "vindt het goed dat": whoever judges a fact takes it for one. */
static bool judges(const struct coding *c, uint32_t v)
{
	uint32_t predicate = doc_child(c->d, v, DEP_XCOMP);

	return (c->cues[v] & CUE_CALL_VERB) && predicate != NONE && tok(c, predicate)->upos == UPOS_ADJ && !(c->cues[predicate] & CUE_CALL_FALSE);
}

/* What a report takes for known is the article's own: a clause that it adds between commas (", which sheltered him for years, ") or
 * with which it says whom it means ("the rebels who shelled the town"), not "it was the rebels who did". */
static bool adds_in_passing(const struct coding *c, uint32_t v)
{
	uint32_t first = v, last = v, h = tok(c, v)->head;

	if (tok(c, v)->deprel != DEP_ACL_RELCL || h == NONE || doc_child(c->d, v, DEP_MARK) != NONE)
		return false;
	if (is_definite(c, h) && doc_child(c->d, h, DEP_COP) == NONE)
		return true;
	subtree(c, v, &first, &last, NONE);
	return first > 0 && tok(c, first - 1)->upos == UPOS_PUNCT && tok(c, first - 1)->sentence == tok(c, v)->sentence;
}

/* "is angry about the visit", "since the attacks": a definite noun that no verb of its own says to happen names what is known. */
static bool names_the_known(const struct coding *c, const struct match *m)
{
	uint32_t n = m->trigger;
	bool as_object;
	uint32_t v = governing_verb(c, n, &as_object);

	return tok(c, n)->upos == UPOS_NOUN && m->support == NONE && tok(c, n)->head != NONE && doc_child(c->d, n, DEP_COP) == NONE && is_definite(c, n) &&
	       (v == NONE || !(frames_in_class(c->f, c->keys[v], c->f->support) || frames_in_class(c->f, c->keys[v], c->f->receive) || frames_in_class(c->f, c->keys[v], c->f->happen)));
}

/* "says to have done", "says to be held": told of what has been or is done to one, unlike "says to do", which is what one will do. */
static bool is_done_before(const struct coding *c, uint32_t v)
{
	uint32_t aux = doc_child(c->d, v, DEP_AUX);

	if (doc_child(c->d, v, DEP_AUX_PASS) != NONE)
		return true;
	return aux != NONE && (tok(c, aux)->bits & FEAT_INF) && !(tok(c, v)->bits & FEAT_INF);
}

/* "because the army has killed people" */
static bool gives_cause(const struct coding *c, uint32_t v)
{
	uint32_t mark = doc_child(c->d, v, DEP_MARK);

	return mark != NONE && frames_in_class(c->f, c->keys[mark], c->f->cause);
}

/* ", as a study by X shows" */
static void shown_beside(const struct coding *c, struct event *e, uint32_t v)
{
	for (uint32_t k = tok(c, v)->child; k != NONE; k = tok(c, k)->next)
		if (tok(c, k)->deprel == DEP_PARATAXIS || tok(c, k)->deprel == DEP_ADVCL)
			shown_by(c, e, k);
}

void claim_of_speaker(const struct coding *c, struct event *e, uint32_t t)
{
	uint32_t speaker = c->d->spoken_by[tok(c, t)->sentence];

	if (!e->claims.n && speaker != NONE)		/* the cue is the end of his line: its colon */
		add_claims(c, e, speaker, c->d->sentences.at[tok(c, speaker)->sentence].end - 1, STANCE_ASSERTS, true);
}

/* What h, over clause v by relation rel, says of it; true where h says that there is nothing in it. */
static bool claims_over(const struct coding *c, const struct match *m, struct event *e, uint32_t v, uint32_t h, enum deprel rel, bool quote)
{
	bool clause = rel == DEP_CCOMP || rel == DEP_CSUBJ || rel == DEP_CSUBJ_PASS;

	if (rel == DEP_CCOMP && tok(c, h)->deprel == DEP_XCOMP && !(c->cues[h] & says) && !(frames_cue_lemma(c->f, c->keys[tok(c, h)->head]) & says))
		h = tok(c, h)->head;	/* "laat weten dat": only both say */
	if ((clause || rel == DEP_PARATAXIS || rel == DEP_XCOMP || rel == DEP_OBJ) && (c->cues[h] & says) && h != m->support) {
		bool disputes = (c->cues[h] & (CUE_SAY_DENIES | CUE_SAY_DOUBTS)) != 0;
		/* "X promised to go" is no report: an infinitive under a saying verb is what X will do */
		bool reported = (rel != DEP_XCOMP ? !judges(c, h) : is_done_before(c, v)) || disputes;

		if (reported && claims_of_verb(c, e, h, quote) && disputes && e->status == STATUS_HAPPENED)
			e->status = STATUS_POSSIBLE;
		return false;
	}
	if ((rel == DEP_ACL || rel == DEP_ADVCL || rel == DEP_CCOMP || (rel == DEP_ACL_RELCL && doc_child(c->d, v, DEP_MARK) != NONE)) &&
	    (c->cues[h] & CUE_REPORT_NOUN) && is_nominal(c, h) && !(rel == DEP_ADVCL && doc_child(c->d, h, DEP_COP) != NONE))	/* "that is bad news, because …" */
		return !report(c, e, h);
	if (clause || rel == DEP_XCOMP)
		seen_by(c, e, h);
	if (clause)
		shown_by(c, e, h);
	else if (rel == DEP_ADVCL && v > h && gives_cause(c, v))
		for (uint32_t k = h; k != NONE; k = tok(c, k)->deprel == DEP_XCOMP || tok(c, k)->deprel == DEP_OBJ ? tok(c, k)->head : NONE)
			if (c->cues[k] & CUE_CALL_VERB)
				stand_by(c, e, k, STANCE_ASSERTS, quote);
	return false;
}

/* "zei dat boeren die het plan afwijzen de weg versperden": the conjunction is easily taken for an article or an object, and the
 * verb of its clause for a further one of the relative clause that came between. */
static bool leads_astray(const struct coding *c, uint32_t noun)
{
	uint32_t that = doc_child(c->d, noun, DEP_DET), v = tok(c, noun)->head;

	if (that == NONE && v != NONE)
		that = doc_child(c->d, v, DEP_OBJ);
	return that != NONE && tok(c, that)->upos == UPOS_SCONJ && (c->cues[that] & CUE_MARK_CONTENT) && v != NONE && v < that && (c->cues[v] & says);
}

void find_claims(const struct coding *c, const struct match *m, struct event *e)
{
	uint32_t t = m->trigger, v = m->support != NONE ? m->support : clause_of(c, t);
	bool quote = is_quoted(c, t), unfounded = false, chained = false;

	/* a noun of reporting over a noun trigger: "berichten over een aanval", "allegations of torture" */
	if (tok(c, t)->upos == UPOS_NOUN && m->support == NONE) {
		uint32_t h = tok(c, t)->head;

		if (h != NONE && (tok(c, t)->deprel == DEP_NMOD || tok(c, t)->deprel == DEP_COMPOUND) && (c->cues[h] & CUE_REPORT_NOUN))
			unfounded |= !report(c, e, h);
		else if (h != NONE && tok(c, t)->deprel == DEP_OBJ && (c->cues[h] & (CUE_SAY_DENIES | CUE_SAY_CONFIRMS | CUE_SAY_DOUBTS)) && h != m->support) {
			claims_of_verb(c, e, h, quote);
			if (c->cues[h] & (CUE_SAY_DENIES | CUE_SAY_DOUBTS) && e->status == STATUS_HAPPENED)
				e->status = STATUS_POSSIBLE;
		}
	}
	bool unproven = is_unproven(c, e, t, quote);

	blamed_for(c, e, t, quote);
	if (!quote && !unproven && names_the_known(c, m))
		return;
	unfounded |= unproven;
	for (int steps = 0; v != NONE && steps < 16; steps++) {
		uint32_t h = tok(c, v)->head;
		enum deprel rel = tok(c, v)->deprel;

		if (h != NONE && tok(c, h)->deprel == DEP_COMPOUND_PRT && tok(c, h)->head != NONE)	/* a saying verb in two words */
			h = tok(c, h)->head;

		uint32_t that = rel == DEP_ADVCL || rel == DEP_ACL_RELCL || rel == DEP_ACL ? doc_child(c->d, v, DEP_MARK) : NONE;

		if (that != NONE && (c->cues[that] & CUE_MARK_CONTENT)) {	/* a content clause that hangs as another sort */
			rel = DEP_CCOMP;
			while (h != NONE && is_nominal(c, h) && !(c->cues[h] & CUE_REPORT_NOUN) && tok(c, h)->head != NONE)
				h = tok(c, h)->head;
		}
		if (!quotes_apart(c, t, v)) {
			uint32_t say = beside_say(c, v);

			according_to(c, e, v, quote);
			shown_beside(c, e, v);
			if (say != NONE && say != t && !doc_under(c->d, t, say))
				claims_of_verb(c, e, say, quote || is_quoted(c, v));
		}
		if (chained && rel == DEP_ACL_RELCL && leads_astray(c, h))
			claims_of_verb(c, e, tok(c, h)->head, quote);
		if (rel == DEP_ACL_RELCL && h != NONE && tok(c, h)->head != NONE)	/* "troops were seen by reporters, which shot at people" */
			seen_by(c, e, tok(c, h)->head);
		if (h == NONE || speaks_for_itself(c, v) || quotes_apart(c, t, h) || (!quote && adds_in_passing(c, v)))
			break;
		unfounded |= claims_over(c, m, e, v, h, rel, quote);
		chained = rel == DEP_CONJ;
		v = clause_of(c, h);
	}
	frames_sentence(c, e, t, quote);
	contradicted_beside(c, e, t);
	if (!e->claims.n)
		claims_across(c, e, t, quote);
	if (!quote)
		denied_behind(c, e, t);
	claim_of_speaker(c, e, t);
	for (size_t i = 0; unfounded && i < e->claims.n; i++)
		e->claims.at[i].stance = STANCE_DOUBTS;
	if (e->status == STATUS_NEGATED)
		for (size_t i = 0; i < e->claims.n; i++)
			if (e->claims.at[i].stance == STANCE_ASSERTS || e->claims.at[i].stance == STANCE_CONFIRMS)
				e->claims.at[i].stance = STANCE_DENIES;
}

struct span said_by(const struct coding *c, uint32_t say)
{
	static const enum deprel contents[] = { DEP_CCOMP, DEP_PARATAXIS, DEP_XCOMP };
	uint32_t first = NONE, last = 0;

	for (size_t i = 0; i < sizeof(contents) / sizeof(*contents); i++) {
		uint32_t k = doc_child(c->d, say, contents[i]);
		bool predicate = k != NONE && contents[i] == DEP_XCOMP && tok(c, k)->upos == UPOS_ADJ && doc_child(c->d, k, DEP_MARK) == NONE;

		if (k != NONE && !predicate) {		/* "stelt geld beschikbaar", "declares it open" tell nothing */
			first = last = k;
			subtree(c, k, &first, &last, NONE);
			return doc_span(c->d, first, last);
		}
	}
	for (uint32_t k = tok(c, say)->child; k != NONE; k = tok(c, k)->next)	/* "zei de premier dat …", hung on the prime minister */
		for (uint32_t j = k > say && is_nominal(c, k) ? tok(c, k)->child : NONE; j != NONE; j = tok(c, j)->next)
			if ((tok(c, j)->deprel == DEP_ACL || tok(c, j)->deprel == DEP_ACL_RELCL) && has_cue(c, doc_child(c->d, j, DEP_MARK), CUE_MARK_CONTENT)) {
				first = last = j;
				subtree(c, j, &first, &last, NONE);
				return doc_span(c->d, first, last);
			}
	uint32_t h = tok(c, say)->head;

	if (h != NONE && (tok(c, say)->deprel == DEP_PARATAXIS || tok(c, say)->deprel == DEP_ADVCL) && tok(c, h)->sentence == tok(c, say)->sentence) {
		first = last = h;
		subtree(c, h, &first, &last, say);
		return doc_span(c->d, first, last);
	}
	const struct sentence *s = &c->d->sentences.at[tok(c, say)->sentence];

	for (uint32_t t = s->first; t < s->end; t++)
		if (is_quoted(c, t)) {
			first = first == NONE ? t : first;
			last = t;
		}
	return first == NONE || last - first < 2 ? (struct span){ 0, 0 } : doc_span(c->d, first, last);
}
