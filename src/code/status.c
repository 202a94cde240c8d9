/* status.c - did it happen.
 *
 * The walk goes from the trigger to the root.  At every step the words beside the trigger's clause (negation, auxiliaries,
 * adverbs, conjunctions) and then its governor ("plans to", "denied that", "threat of") are asked for a cue; the first
 * that has one decides, because it stands nearest to the event.
 */
#include "code/status.h"

#include "code/context.h"
#include "code/status_clause.h"

static const struct {
	uint64_t cue;
	enum status status;
} local_cues[] = {		/* strongest first: several may stand beside one verb */
	{ CUE_MARK_CONDITION, STATUS_HYPOTHETICAL }, { CUE_MARK_QUESTION, STATUS_HYPOTHETICAL },
	{ CUE_NEGATOR, STATUS_NEGATED },
	{ CUE_AUX_HYPOTHETICAL, STATUS_HYPOTHETICAL },
	{ CUE_AUX_POSSIBLE, STATUS_POSSIBLE }, { CUE_ADV_POSSIBLE, STATUS_POSSIBLE },
	{ CUE_ADV_EXPECTED, STATUS_EXPECTED },
	{ CUE_AUX_PLANNED, STATUS_PLANNED }, { CUE_ADV_PLANNED, STATUS_PLANNED },
	{ CUE_MARK_PURPOSE, STATUS_HYPOTHETICAL },
	{ CUE_ADV_ONGOING, STATUS_ONGOING },
};

static const struct {
	uint64_t cue;
	enum status status;
} head_cues[] = {
	{ CUE_HEAD_NEGATED, STATUS_NEGATED }, { CUE_HEAD_HYPOTHETICAL, STATUS_HYPOTHETICAL }, { CUE_HEAD_POSSIBLE, STATUS_POSSIBLE },
	{ CUE_HEAD_EXPECTED, STATUS_EXPECTED }, { CUE_HEAD_PLANNED, STATUS_PLANNED }, { CUE_HEAD_ONGOING, STATUS_ONGOING },
}, noun_cues[] = {
	{ CUE_NOUN_NEGATED, STATUS_NEGATED }, { CUE_NOUN_HYPOTHETICAL, STATUS_HYPOTHETICAL }, { CUE_NOUN_POSSIBLE, STATUS_POSSIBLE },
	{ CUE_NOUN_EXPECTED, STATUS_EXPECTED }, { CUE_NOUN_PLANNED, STATUS_PLANNED },
}, adjective_cues[] = {
	{ CUE_ADJ_NEGATED, STATUS_NEGATED }, { CUE_ADJ_HYPOTHETICAL, STATUS_HYPOTHETICAL }, { CUE_ADJ_POSSIBLE, STATUS_POSSIBLE },
	{ CUE_ADJ_EXPECTED, STATUS_EXPECTED }, { CUE_ADJ_PLANNED, STATUS_PLANNED }, { CUE_ADJ_PAST, STATUS_HAPPENED },
};

static const uint64_t noun_bits = CUE_NOUN_NEGATED | CUE_NOUN_HYPOTHETICAL | CUE_NOUN_POSSIBLE | CUE_NOUN_EXPECTED | CUE_NOUN_PLANNED;

#define PICK(table, bits, out) pick_(table, sizeof(table) / sizeof(*(table)), bits, out)

struct cue_status {
	uint64_t cue;
	enum status status;
};

static bool pick_(const void *table, size_t n, uint64_t bits, enum status *out)
{
	for (size_t i = 0; i < n; i++) {
		struct cue_status row;

		memcpy(&row, (const char *)table + i * sizeof(row), sizeof(row));
		if (bits & row.cue) {
			*out = row.status;
			return true;
		}
	}
	return false;
}

static bool is_clausal(const struct coding *c, uint32_t t)
{
	switch (tok(c, t)->deprel) {
	case DEP_ACL: case DEP_ACL_RELCL: case DEP_ADVCL: case DEP_ADVCL_RELCL: case DEP_CCOMP: case DEP_CSUBJ: case DEP_CSUBJ_PASS:
	case DEP_PARATAXIS: case DEP_XCOMP: case DEP_CONJ: case DEP_ROOT:
		return true;
	default:
		return false;
	}
}

/* Cue bits of the small words beside v: negation, auxiliaries, conjunctions, short adverbial phrases. */
static uint64_t beside(const struct coding *c, uint32_t v, uint32_t *where)
{
	const uint64_t wanted = CUE_NEGATOR | CUE_MARK_CONDITION | CUE_MARK_QUESTION | CUE_MARK_PURPOSE | CUE_AUX_HYPOTHETICAL |
		CUE_AUX_POSSIBLE | CUE_AUX_PLANNED | CUE_ADV_POSSIBLE | CUE_ADV_EXPECTED | CUE_ADV_PLANNED | CUE_ADV_ONGOING;
	uint64_t bits = 0;

	for (uint32_t k = tok(c, v)->child; k != NONE; k = tok(c, k)->next) {
		uint64_t own = c->cues[k] & wanted;

		switch (tok(c, k)->deprel) {
		case DEP_AUX: case DEP_AUX_PASS: case DEP_COP:
			own &= CUE_AUX_HYPOTHETICAL | CUE_AUX_POSSIBLE | CUE_AUX_PLANNED | CUE_NEGATOR;
			break;
		case DEP_MARK:
			own &= CUE_MARK_CONDITION | CUE_MARK_QUESTION | CUE_MARK_PURPOSE | CUE_NEGATOR;	/* "without telling" */
			break;
		case DEP_ADVMOD: case DEP_ADVMOD_EMPH: case DEP_DISCOURSE: case DEP_DET: case DEP_CASE:
			own &= ~(CUE_AUX_HYPOTHETICAL | CUE_AUX_POSSIBLE | CUE_AUX_PLANNED);
			if (tok(c, k)->deprel != DEP_ADVMOD)
				own &= ~(CUE_MARK_CONDITION | CUE_MARK_QUESTION);
			for (uint32_t g = tok(c, k)->child; g != NONE; g = tok(c, g)->next)	/* "not yet", "most likely" */
				own |= c->cues[g] & (CUE_NEGATOR | CUE_ADV_POSSIBLE | CUE_ADV_EXPECTED | CUE_ADV_ONGOING);
			break;
		case DEP_OBL: case DEP_OBL_ARG: case DEP_XCOMP: case DEP_NMOD: case DEP_AMOD: case DEP_OBL_UNMARKED: {
			/* multi-word adverbs lie on their first word, often a preposition: "naar verwachting" */
			uint64_t phrase = own;

			for (uint32_t g = tok(c, k)->child; g != NONE; g = tok(c, g)->next)
				if (tok(c, g)->deprel == DEP_CASE)
					phrase |= c->cues[g];
			own = phrase & (CUE_ADV_POSSIBLE | CUE_ADV_EXPECTED | CUE_ADV_PLANNED | CUE_ADV_ONGOING);
			break;
		}
		case DEP_NSUBJ: case DEP_NSUBJ_PASS: {	/* "No talks were held", "niemand" */
			uint64_t subject = c->cues[k];

			for (uint32_t g = tok(c, k)->child; g != NONE; g = tok(c, g)->next)
				if (tok(c, g)->deprel == DEP_DET || tok(c, g)->deprel == DEP_CC)
					subject |= c->cues[g];
				else if (tok(c, g)->deprel == DEP_CONJ && doc_child(c->d, g, DEP_CC) != NONE)	/* "Riyadh noch Washington" */
					subject |= c->cues[doc_child(c->d, g, DEP_CC)];
			own = subject & CUE_NEGATOR;
			break;
		}
		case DEP_OBJ: {				/* "reached no agreement" */
			own &= tok(c, k)->upos == UPOS_PRON ? CUE_NEGATOR : 0;	/* "arrested nobody" */
			for (uint32_t g = tok(c, k)->child; g != NONE; g = tok(c, g)->next)
				if (tok(c, g)->deprel == DEP_DET)
					own |= c->cues[g] & CUE_NEGATOR;
			break;
		}
		default:
			own = 0;
		}
		if (own && !bits)
			*where = k;
		bits |= own;
	}
	return bits;
}

static bool has_subject(const struct coding *c, uint32_t v)
{
	for (uint32_t k = tok(c, v)->child; k != NONE; k = tok(c, k)->next)
		if (tok(c, k)->deprel == DEP_NSUBJ || tok(c, k)->deprel == DEP_NSUBJ_PASS || tok(c, k)->deprel == DEP_CSUBJ)
			return true;
	return false;
}

uint32_t clause_of(const struct coding *c, uint32_t t)
{
	for (int steps = 0; t != NONE && steps < 40; steps++) {
		if (tok(c, t)->upos == UPOS_VERB || tok(c, t)->deprel == DEP_ROOT ||
		    (is_clausal(c, t) && tok(c, t)->deprel != DEP_CONJ && tok(c, t)->upos != UPOS_PROPN))
			return t;
		t = tok(c, t)->head;
	}
	return NONE;
}

/* Deeds that last: told in the present they are going on. */
static bool lasts(enum event_type t)
{
	return t == EVENT_SUPPORT || t == EVENT_PROTEST || t == EVENT_COOPERATE || t == EVENT_COERCE || t == EVENT_ASSAULT;
}

/* Has the preposition, or the phrase of three words that it ends ("te midden van"), the cue? */
static bool has_cue_up_to(const struct coding *c, uint32_t k, uint64_t cue)
{
	uint32_t first = c->d->sentences.at[tok(c, k)->sentence].first;

	for (uint32_t t = k; t + 3 > k && t >= first; t--) {
		if (c->cues[t] & cue)
			return true;
		if (t == 0)
			break;
	}
	return false;
}

/* What a body does by voting is done when it has voted; what else it votes to do lies ahead: to leave, to strike, to send troops. */
static bool done_by_vote(const struct coding *c, const struct frame *f)
{
	if (f->is_state) {
		const struct slot *subject = &c->f->slots[f->slots.first];

		return (f->type != RELATION_MEMBER_OF && f->type != RELATION_SUPPLIES && f->type != RELATION_AT_WAR_WITH) || !f->slots.n ||
		       c->f->alternatives[subject->alternatives.first].position != POS_SUBJ;
	}
	switch (f->type) {
	case EVENT_JOIN: case EVENT_LEAVE: case EVENT_RETREAT: case EVENT_MOBILIZE: case EVENT_ASSAULT: case EVENT_PROTEST: case EVENT_AID: case EVENT_TRANSFER:
	case EVENT_CONSULT: case EVENT_COOPERATE: case EVENT_STEP_DOWN:
		return false;
	default:
		return true;
	}
}

/* "called for talks", "wachten op de ondertekening": what a wish or an expectation is about, behind its preposition. */
static bool aims_at(const struct coding *c, uint32_t noun, uint32_t v, enum status *status)
{
	uint32_t object = doc_child(c->d, v, DEP_OBJ);		/* "offers condolences for the attack" has its aim in the object */
	uint64_t cues = c->cues[v] & (CUE_HEAD_HYPOTHETICAL | CUE_HEAD_EXPECTED | (c->cues[v] & CUE_AUX_PLANNED ? 0 : CUE_HEAD_PLANNED));

	return has_cue(c, doc_child(c->d, noun, DEP_CASE), CUE_PREP_AIM) && (object == NONE || mention_for(c, object) != NONE) && PICK(head_cues, cues, status);
}

/* "will be in talks with", "weer in gesprek gaan": a noun without article behind a preposition of place is done as its verb is. */
static bool stands_bare(const struct coding *c, uint32_t n)
{
	return has_cue(c, doc_child(c->d, n, DEP_CASE), CUE_WITHIN) && !(tok(c, n)->bits & FEAT_PLUR) && doc_child(c->d, n, DEP_DET) == NONE && doc_child(c->d, n, DEP_AMOD) == NONE &&
	       doc_child(c->d, n, DEP_NMOD_POSS) == NONE;
}

/* "the failed summit": it was held. */
static bool is_fruitless(const struct coding *c, const struct match *m, uint32_t adjective)
{
	return c->f->frames[m->frame].type == EVENT_CONSULT && !c->f->frames[m->frame].is_state && frames_in_class(c->f, c->keys[adjective], c->f->fruitless);
}

/* "arrested for planning an attack": what is only planned, where neither an article says that it is known nor the planning is denied. */
static bool lies_ahead(const struct coding *c, const struct match *m, uint32_t v)
{
	uint32_t article = doc_child(c->d, m->trigger, DEP_DET), where = NONE;

	return frames_in_class(c->f, c->keys[v], c->f->plans) && !(article != NONE && (tok(c, article)->bits & FEAT_DEF)) && lasts(c->f->frames[m->frame].type) &&
	       !(beside(c, v, &where) & CUE_NEGATOR);
}

/* What one meets to bring about. */
static bool is_deal(int type)
{
	switch (type) {
	case EVENT_AGREE: case EVENT_RETREAT: case EVENT_CONCEDE: case EVENT_COOPERATE: case EVENT_AID: case EVENT_TRANSFER: case EVENT_JOIN: case EVENT_LEAVE:
		return true;
	default:
		return false;
	}
}

/* "The summit on an end of the sanctions", be it that the phrase hangs on the verb of which the summit is the subject. */
static bool is_talked_about(const struct coding *c, uint32_t n)
{
	uint32_t about = doc_child(c->d, n, DEP_CASE), h = tok(c, n)->head;

	if (about == NONE || h == NONE || !frames_in_class(c->f, c->keys[about], c->f->about))
		return false;
	uint32_t talks = tok(c, h)->upos == UPOS_VERB && n < h ? doc_child(c->d, h, DEP_NSUBJ) : h;

	return talks != NONE && talks < n && tok(c, talks)->upos == UPOS_NOUN && tells_same(c, talks, EVENT_CONSULT);
}

/* Noun triggers: what stands with the noun; then the verb or noun that governs it.  True when decided; else *up is the verb from
 * which the walk goes on, or NONE. */
static bool noun_status(const struct coding *c, const struct match *m, struct judgement *j, uint32_t *up)
{
	uint32_t n = m->trigger;
	bool as_object = false;

	*up = NONE;
	for (uint32_t k = tok(c, n)->child; k != NONE; k = tok(c, k)->next) {
		uint64_t bits = c->cues[k];

		if ((tok(c, k)->deprel == DEP_DET || tok(c, k)->deprel == DEP_ADVMOD || tok(c, k)->deprel == DEP_CASE) && (bits & CUE_NEGATOR)) {
			*j = (struct judgement){ STATUS_NEGATED, k, false };
			return true;
		}
		if (tok(c, k)->deprel == DEP_CASE && has_cue_up_to(c, k, CUE_PREP_ONGOING) && lasts(c->f->frames[m->frame].type)) {	/* "amid protests" */
			*j = (struct judgement){ STATUS_ONGOING, k, false };
			return true;
		}
		if ((tok(c, k)->deprel == DEP_AMOD || tok(c, k)->deprel == DEP_COMPOUND || tok(c, k)->deprel == DEP_ADVMOD) && !is_fruitless(c, m, k) &&
		    PICK(adjective_cues, bits, &j->status)) {
			j->cue = k;
			return true;
		}
		if (tok(c, k)->deprel == DEP_COP) {	/* the noun is the predicate */
			uint32_t where = NONE;
			uint64_t b = beside(c, n, &where);

			if (has_cue(c, doc_child(c->d, n, DEP_CASE), CUE_PREP_FAVOUR)) {
				*j = (struct judgement){ STATUS_HYPOTHETICAL, n, false };
				return true;
			}

			if (PICK(local_cues, b, &j->status)) {
				j->cue = where;
				return true;
			}
		}
	}
	uint32_t v = m->support != NONE ? m->support : governing_verb(c, n, &as_object);

	uint32_t over = v == NONE && has_cue(c, doc_child(c->d, n, DEP_CASE), CUE_GENITIVE) ? tok(c, n)->head : v;	/* "het beramen van een aanslag" */

	if (over != NONE && (over != v || m->support != NONE || as_object) && lies_ahead(c, m, over)) {
		*j = (struct judgement){ STATUS_PLANNED, over, false };
		return true;
	}
	if (m->support != NONE) {
		*up = v;
		return false;
	}
	if (v != NONE) {
		if (!as_object && has_cue(c, v, CUE_HEAD_ONGOING) && lasts(c->f->frames[m->frame].type) && !is_past(c, v) && !(tok(c, v)->bits & FEAT_INF)) {	/* "protests continue" */
			*j = (struct judgement){ STATUS_ONGOING, v, false };
			return true;
		}
		if (frames_in_class(c->f, c->keys[v], c->f->support) || frames_in_class(c->f, c->keys[v], c->f->receive) ||
		    frames_in_class(c->f, c->keys[v], c->f->happen)) {
			*up = v;
			return false;
		}
		if ((as_object || is_passive(c, v)) && PICK(head_cues, c->cues[v], &j->status)) {
			j->cue = v;
			return true;
		}
		return false;
	}
	uint32_t h = tok(c, n)->head, inner = n;

	enum deprel r = tok(c, n)->deprel;

	if (is_deal(c->f->frames[m->frame].type) && is_talked_about(c, n)) {
		*j = (struct judgement){ STATUS_HYPOTHETICAL, n, false };
		return true;
	}

	bool within = true;	/* part of what the verb governs: "demanded an end of the attacks", not "condolences for the attacks" */

	for (int steps = 0; h != NONE && steps < 3; steps++, r = tok(c, h)->deprel, h = tok(c, h)->head) {
		if (tok(c, h)->upos != UPOS_NOUN) {
			if ((c->cues[h] & CUE_HEAD_VOTE) && !done_by_vote(c, &c->f->frames[m->frame])) {
				*j = (struct judgement){ STATUS_PLANNED, h, false };
				return true;
			}
			if (steps == 0 && tok(c, h)->upos == UPOS_AUX && has_cue(c, doc_child(c->d, n, DEP_CASE), CUE_PREP_FAVOUR)) {
				*j = (struct judgement){ STATUS_HYPOTHETICAL, h, false };
				return true;
			}
			if (steps == 0 && (r == DEP_OBL || r == DEP_OBL_ARG) && aims_at(c, n, h, &j->status)) {
				j->cue = h;
				return true;
			}
			uint32_t subject = steps == 0 && has_cue(c, doc_child(c->d, n, DEP_CASE), CUE_GENITIVE) ? doc_child(c->d, h, DEP_NSUBJ) : NONE;

			if (subject != NONE && frames_in_class(c->f, c->keys[subject], c->f->instance)) {	/* "er is geen sprake van" */
				*up = h;
				return false;
			}
			uint32_t object = steps == 0 && r == DEP_OBL_ARG && tok(c, h)->upos == UPOS_VERB ? doc_child(c->d, h, DEP_OBJ) : NONE;

			if (object != NONE && object < n && tok(c, object)->upos == UPOS_NOUN && PICK(noun_cues, c->cues[object], &j->status)) {	/* "has a chance of a deal", hung on the verb */
				j->cue = object;
				return true;
			}
			if (steps == 0 && (r == DEP_OBL || r == DEP_OBL_ARG) && tok(c, h)->upos == UPOS_VERB && stands_bare(c, n)) {
				*up = h;
				return false;
			}
			if (r == DEP_OBL || r == DEP_ADVMOD)
				break;
			if ((tok(c, h)->upos == UPOS_VERB || tok(c, h)->upos == UPOS_ADJ) && within && PICK(head_cues, c->cues[h], &j->status) && j->status != STATUS_NEGATED) {
				j->cue = h;
				return true;
			}
			break;
		}
		if (steps == 0 && frames_in_class(c->f, c->keys[h], c->f->instance) && child_with_cue(c, h, CUE_NEGATOR) != NONE) {	/* "no act of violence" */
			*j = (struct judgement){ STATUS_NEGATED, child_with_cue(c, h, CUE_NEGATOR), false };
			return true;
		}
		if (PICK(noun_cues, c->cues[h], &j->status)) {
			j->cue = h;
			return true;
		}
		uint32_t by = doc_child(c->d, inner, DEP_CASE);

		within &= r != DEP_NMOD || by == NONE || has_cue(c, by, CUE_GENITIVE);
		inner = h;
	}
	return false;
}

/* "wants him to resign", "wil dat hij aftreedt": a wish that another is to fulfil is no plan. */
static bool wants_of_another(const struct coding *c, uint32_t v, uint32_t h)
{
	return (c->cues[h] & (CUE_WISH | CUE_HEAD_HYPOTHETICAL)) && has_subject(c, v);
}

/* "will be able to stay": does the clause, or the one that it is the complement of, look ahead? */
static bool is_to_come(const struct coding *c, uint32_t v, uint32_t *cue)
{
	for (int steps = 0; v != NONE && steps < 3; steps++, v = tok(c, v)->head) {
		if (beside(c, v, cue) & (CUE_AUX_PLANNED | CUE_AUX_POSSIBLE | CUE_AUX_HYPOTHETICAL))
			return true;
		if (tok(c, v)->deprel != DEP_XCOMP)
			return false;
	}
	return false;
}

static bool is_done_by_words(const struct frame *f)
{
	return !f->is_state && (f->type == EVENT_SAY || f->type == EVENT_SUPPORT || f->type == EVENT_ACCUSE || f->type == EVENT_REQUEST || f->type == EVENT_REJECT || f->type == EVENT_THREATEN);
}

struct judgement status_of(const struct coding *c, const struct match *m)
{
	const struct frame *f = &c->f->frames[m->frame];
	struct judgement j = { STATUS_HAPPENED, NONE, false };
	uint32_t v = m->trigger;

	if (f->status != NO_STATUS)
		return (struct judgement){ (enum status)f->status, m->trigger, false };
	if ((tok(c, v)->upos != UPOS_VERB && tok(c, v)->upos != UPOS_AUX) || is_nominalised(c, v)) {
		uint32_t up;

		if (noun_status(c, m, &j, &up))
			return j;
		if (up == NONE)
			return is_question(c, v) ? (struct judgement){ STATUS_HYPOTHETICAL, NONE, false } : j;
		v = up;
	}
	bool progressive = is_progressive(c, v), own = true, inherited = false, either = false;

	for (int steps = 0; steps < 12; steps++) {
		uint32_t where = NONE, h = tok(c, v)->head;
		uint64_t bits = own ? beside(c, v, &where) : 0;

		if (inherited)		/* "did not sign but criticised": the negation of the first is not that of the second; "did not sign or praise" */
			bits &= ~((either ? 0 : CUE_NEGATOR) | CUE_MARK_CONDITION);
		if (!(bits & (CUE_MARK_CONDITION | CUE_MARK_QUESTION | CUE_NEGATOR)) && is_to_be_done(c, v))
			return (struct judgement){ STATUS_PLANNED, v, false };
		if ((bits & (CUE_ADV_PLANNED | CUE_ADV_ONGOING)) && (is_past(c, v) || is_perfect(c, v)))	/* "soon resigned", "protested for weeks" */
			bits &= ~(CUE_ADV_PLANNED | CUE_ADV_ONGOING);
		if ((bits & CUE_ADV_ONGOING) && is_perfect(c, v))	/* "has tightened the sanctions ever since" */
			bits &= ~CUE_ADV_ONGOING;
		if ((bits & CUE_NEGATOR) && is_regretted(c, v))
			bits &= ~(CUE_NEGATOR | CUE_AUX_HYPOTHETICAL);
		enum deprel rel = tok(c, v)->deprel;

		uint32_t chained = rel == DEP_XCOMP ? infinitive_before(c, v) : NONE;

		if (chained != NONE && PICK(head_cues, c->cues[chained], &j.status)) {
			j.cue = chained;
			return j;
		}
		/* "to"/"te" before an infinitive complement is no purpose */
		if (rel == DEP_XCOMP || rel == DEP_CCOMP || rel == DEP_ACL || rel == DEP_CSUBJ)
			bits &= ~CUE_MARK_PURPOSE;
		bool asked = rel == DEP_ADVCL && h != NONE && (tok(c, v)->bits & FEAT_INF) && (c->cues[h] & CUE_OBJECT_CONTROL) && doc_child(c->d, h, DEP_OBJ) != NONE;

		/* "called him to congratulate him": what words do is done when they are spoken */
		if ((rel == DEP_ADVCL || rel == DEP_XCOMP) && h != NONE && (tok(c, v)->bits & FEAT_INF) && (c->cues[h] & CUE_CONTACT) && !(c->cues[h] & CUE_OBJECT_CONTROL) && is_done_by_words(f)) {
			v = h;
			continue;
		}
		asked |= rel == DEP_ADVCL && h != NONE && (tok(c, v)->bits & FEAT_INF) && frames_in_class(c->f, c->keys[h], c->f->refuse);

		if (asked) {		/* "invites Norway to join", "weigert om te vertrekken": as a complement */
			rel = DEP_XCOMP;
			bits &= ~CUE_MARK_PURPOSE;
		}
		if (rel == DEP_ACL_RELCL && has_cue(c, doc_child(c->d, v, DEP_MARK), CUE_MARK_CONTENT)) {	/* "analysts expect that he will win", hung on the analysts */
			uint32_t over = h;

			while (over != NONE && is_nominal(c, over) && !(c->cues[over] & noun_bits))
				over = tok(c, over)->head;
			rel = over == NONE ? rel : is_nominal(c, over) ? DEP_ACL : DEP_CCOMP;
			h = over == NONE ? h : over;
		}
		if (rel == DEP_ADVCL && !asked && noun_over(c, v) != NONE) {
			rel = DEP_ACL;
			h = noun_over(c, v);
			bits &= ~CUE_MARK_PURPOSE;
		}
		if (rel != DEP_CCOMP && rel != DEP_ACL && rel != DEP_CSUBJ && rel != DEP_ADVCL)
			bits &= ~CUE_MARK_QUESTION;
		if (is_inverted_condition(c, v))
			return (struct judgement){ STATUS_HYPOTHETICAL, v, false };
		/* what would follow from a condition has not happened: "if …, it will strike back" */
		if (!(tok(c, v)->bits & FEAT_PAST) && (!bits || (bits & (CUE_AUX_PLANNED | CUE_AUX_POSSIBLE | CUE_ADV_EXPECTED | CUE_ADV_PLANNED))) && !(bits & CUE_NEGATOR) && has_condition(c, v) &&
		    !(v == m->trigger && f->type == EVENT_THREATEN))	/* a threat is made, whatever it hangs on */
			return (struct judgement){ STATUS_HYPOTHETICAL, v, false };
		if ((bits & CUE_AUX_POSSIBLE) && !(bits & (CUE_NEGATOR | CUE_ADV_POSSIBLE | CUE_ADV_ONGOING | CUE_MARK_CONDITION | CUE_MARK_QUESTION)) && was_to_come(c, v))
			return (struct judgement){ STATUS_PLANNED, where, false };
		if ((bits & CUE_AUX_HYPOTHETICAL) && !(bits & (CUE_NEGATOR | CUE_MARK_CONDITION | CUE_MARK_QUESTION)) && is_summoned(c, v, f))
			return (struct judgement){ STATUS_PLANNED, where, false };
		if (PICK(local_cues, bits, &j.status)) {
			j.cue = where;
			/* "analysts expect that he will win"; "will she go?" */
			if (j.status == STATUS_PLANNED && (bits & CUE_AUX_PLANNED) && h != NONE && rel == DEP_CCOMP && (c->cues[h] & CUE_HEAD_EXPECTED))
				j = (struct judgement){ STATUS_EXPECTED, h, false };
			else if (j.status == STATUS_PLANNED && h != NONE && rel == DEP_CCOMP && wants_of_another(c, v, h))
				j = (struct judgement){ STATUS_HYPOTHETICAL, h, false };
			else if (j.status == STATUS_PLANNED && (bits & CUE_AUX_PLANNED) && rel == DEP_ROOT && is_question(c, v))
				j.status = STATUS_HYPOTHETICAL;
			/* "will not go", "says not to go" */
			bool says_not_to = rel == DEP_XCOMP && h != NONE && (tok(c, v)->bits & FEAT_INF) && ((c->cues[h] & CUE_SAY) || (tok(c, h)->head != NONE && (c->cues[tok(c, h)->head] & CUE_SAY)));

			j.refused = j.status == STATUS_NEGATED && ((bits & CUE_AUX_PLANNED) || says_not_to) && !(bits & (CUE_AUX_HYPOTHETICAL | CUE_MARK_CONDITION));
			return j;
		}
		if (h == NONE)
			break;
		if (rel == DEP_CONJ) {
			uint32_t joint = doc_child(c->d, v, DEP_CC);

			own = !has_subject(c, v);
			inherited = true;
			either = joint != NONE && frames_in_class(c->f, c->keys[joint], c->f->either);
			v = h;
			continue;
		}
		own = true;
		inherited = false;
		/* "will be able to stay after Britain leaves": what is told in the present beside what is to come is to come */
		if (rel == DEP_ADVCL && (tok(c, v)->bits & FEAT_PRES) && !(tok(c, v)->bits & FEAT_PART) && has_cue(c, doc_child(c->d, v, DEP_MARK), CUE_MARK_TIME) &&
		    is_to_come(c, h, &where))
			return (struct judgement){ STATUS_EXPECTED, where, false };
		if (rel == DEP_ADVCL && (tok(c, v)->upos == UPOS_VERB || doc_child(c->d, v, DEP_COP) != NONE)) {
			uint32_t mark = doc_child(c->d, v, DEP_MARK);

			if (mark != NONE && (c->cues[mark] & CUE_MARK_CONTENT))
				rel = DEP_CCOMP;
		}
		if (rel == DEP_ADVCL && has_cue(c, doc_child(c->d, v, DEP_MARK), CUE_WITHIN | CUE_PASSIVE_AGENT) && is_nonfinite(c, v)) {
			v = h;		/* "will join Norway in condemning", "could win by attacking" */
			continue;
		}
		if (rel == DEP_XCOMP || rel == DEP_CCOMP || rel == DEP_CSUBJ || rel == DEP_CSUBJ_PASS || rel == DEP_OBL_ARG || rel == DEP_OBJ ||
		    (rel == DEP_ADVCL && ((tok(c, v)->bits & (FEAT_INF | FEAT_GER)) || has_cue(c, doc_child(c->d, v, DEP_MARK), CUE_MARK_OBJECT)))) {
			if (rel == DEP_XCOMP && (c->cues[h] & CUE_SAY) && !(c->cues[h] & (CUE_HEAD_EXPECTED | CUE_HEAD_HYPOTHETICAL)) && is_passive(c, h))	/* "are reported to have killed" */
				return (struct judgement){ STATUS_POSSIBLE, h, false };
			if ((c->cues[h] & CUE_HEAD_VOTE) && !done_by_vote(c, f))
				return (struct judgement){ STATUS_PLANNED, h, false };
			if (PICK(head_cues, c->cues[h], &j.status) && !(rel == DEP_ADVCL && is_ground(c, v, j.status)) && !((j.status == STATUS_PLANNED || j.status == STATUS_ONGOING) && rel == DEP_CCOMP && is_perfect(c, v)) &&
			    !(j.status == STATUS_HYPOTHETICAL && rel == DEP_CCOMP && (c->cues[h] & CUE_SAY) && clause_is_past(c, v))) {	/* "told them that it had attacked" */
				uint32_t negator = NONE;

				j.cue = h;
				if (j.status == STATUS_PLANNED && (beside(c, h, &negator) & (CUE_MARK_CONDITION | CUE_MARK_QUESTION)))	/* "if it wants to leave" */
					return (struct judgement){ STATUS_HYPOTHETICAL, negator, false };
				if (j.status == STATUS_PLANNED && ((rel == DEP_CCOMP && wants_of_another(c, v, h)) || (tok(c, h)->deprel == DEP_ROOT && is_question(c, h))))
					j.status = STATUS_HYPOTHETICAL;
				if (beside(c, h, &negator) & CUE_NEGATOR) {	/* "does not plan to", "did not fail to" */
					j.refused = j.status == STATUS_PLANNED && rel == DEP_XCOMP;	/* "has no plan to yield" */
					bool left_open = (beside(c, h, &negator) & CUE_AUX_POSSIBLE) || (c->cues[h] & CUE_SAY_DENIES);	/* "does not rule out that" */

					j.status = j.status == STATUS_NEGATED ? (left_open ? STATUS_POSSIBLE : STATUS_HAPPENED) : j.status == STATUS_HYPOTHETICAL ? STATUS_HYPOTHETICAL : STATUS_NEGATED;
					j.cue = negator;
				}
				return j;
			}
			if (tok(c, h)->upos == UPOS_NOUN && PICK(noun_cues, c->cues[h], &j.status)) {	/* "is van plan te gaan" */
				j.cue = h;
				return j;
			}
			/* "it is important to protect", not "is proud to have protected" */
			if (tok(c, h)->upos == UPOS_ADJ && is_to_infinitive(c, v, rel) && doc_child(c->d, h, DEP_COP) != NONE && !(c->cues[h] & CUE_HEAD_HAPPENED) && !is_perfect(c, v))
				return (struct judgement){ STATUS_HYPOTHETICAL, h, false };
			/* "says to withdraw its troops" */
			if (rel == DEP_XCOMP && (c->cues[h] & CUE_SAY) && is_to_infinitive(c, v, rel) && !is_perfect(c, v) && !is_passive(c, v) && !is_done_by_words(f) && !lasts(f->type) &&
			    !frames_in_class(c->f, c->keys[m->trigger], c->f->lasting))
				return (struct judgement){ STATUS_PLANNED, h, false };
			j.status = STATUS_HAPPENED;
			if (rel == DEP_XCOMP || (c->cues[h] & CUE_HEAD_HAPPENED)) {
				v = h;
				continue;
			}
		} else if (rel == DEP_ACL && !tells_what_is(c, v)) {
			bool done = clause_is_past(c, v);

			/* "the deal that they have signed" is no content of the deal */
			if ((PICK(noun_cues, c->cues[h], &j.status) || PICK(head_cues, c->cues[h], &j.status)) && !(j.status == STATUS_PLANNED && done)) {
				j.cue = h;
				return j;
			}
			if ((tok(c, v)->bits & FEAT_INF) && is_ordinal(c, h)) {	/* who is the first to visit has visited, who will be will */
				v = doc_child(c->d, h, DEP_COP) == NONE && tok(c, h)->head != NONE && tok(c, tok(c, h)->head)->upos == UPOS_VERB ? tok(c, h)->head : h;
				continue;
			}
			if (is_infinitive(c, v))
				return (struct judgement){ STATUS_HYPOTHETICAL, h, false };
			j.status = STATUS_HAPPENED;
			bool as_object = false;
			uint32_t over = governing_verb(c, h, &as_object);

			if (over != NONE && as_object && c->d->mention_of[h] == NONE && (tok(c, v)->bits & FEAT_GER)) {	/* "could begin the process of leaving" */
				v = over;
				continue;
			}
		}
		break;
	}
	if (is_question(c, m->trigger))
		return (struct judgement){ STATUS_HYPOTHETICAL, NONE, false };
	if (progressive && !(was_going_on(c, v)))
		j.status = STATUS_ONGOING;
	if (lasts(f->type) && is_doing(c, m->trigger))
		j.status = STATUS_ONGOING;
	bool held = frames_in_class(c->f, c->keys[m->trigger], c->f->lasting);

	if (((lasts(f->type) && !frames_in_class(c->f, c->keys[m->trigger], c->f->momentary)) || held) && in_body(c, m->trigger, held) && stands_in_the_present(c, m->trigger, f->kind))
		j.status = STATUS_ONGOING;
	return j;
}
