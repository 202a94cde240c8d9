/* claim.c - speakers: content clauses, quotations, "according to", and reports called false. */
#include "code/claim.h"

#include "code/status.h"

typedef VEC(struct participant) participants;

uint32_t add_participants(const struct coding *c, uint32_t head, void *out)
{
	participants *p = out;
	uint32_t mention = mention_for(c, head), before = (uint32_t)p->n;

	if (mention == NONE)
		return 0;
	const struct mention *m = &c->d->mentions.at[mention];

	if (!m->n_entities)
		*vec_push(c->d->a, p) = (struct participant){ mention, NONE, head, m->span };
	for (uint32_t i = 0; i < m->n_entities; i++) {
		bool there = false;

		for (uint32_t k = 0; k < p->n; k++)
			there |= p->at[k].entity == m->entities[i];
		if (!there)
			*vec_push(c->d->a, p) = (struct participant){ mention, m->entities[i], head, m->span };
	}
	return (uint32_t)p->n - before;
}

#define PHRASE (NONE - 1)		/* a stop that leaves relative clauses out */

static void subtree(const struct coding *c, uint32_t t, uint32_t *first, uint32_t *last, uint32_t stop)
{
	*first = t < *first ? t : *first;
	*last = t > *last ? t : *last;
	for (uint32_t k = tok(c, t)->child; k != NONE; k = tok(c, k)->next)
		if (k != stop && tok(c, k)->deprel != DEP_PUNCT && !(stop == PHRASE && tok(c, k)->deprel == DEP_ACL_RELCL))
			subtree(c, k, first, last, stop);
}

struct span phrase_of(const struct coding *c, uint32_t t)
{
	uint32_t first = t, last = t;

	for (uint32_t k = tok(c, t)->child; k != NONE; k = tok(c, k)->next)
		switch (tok(c, k)->deprel) {
		case DEP_CASE: case DEP_PUNCT: case DEP_MARK: case DEP_CC: case DEP_ACL_RELCL: case DEP_ACL: case DEP_CCOMP: case DEP_ADVCL: case DEP_PARATAXIS: case DEP_APPOS: case DEP_CONJ:
		case DEP_COP: case DEP_NSUBJ: case DEP_AUX:
			break;
		default:
			subtree(c, k, &first, &last, PHRASE);
		}
	return doc_span(c->d, first, last);
}

static const uint64_t says = CUE_SAY | CUE_SAY_DENIES | CUE_SAY_DOUBTS | CUE_SAY_CONFIRMS;

static enum stance stance_of(uint64_t cues)
{
	return cues & CUE_SAY_DENIES ? STANCE_DENIES : cues & CUE_SAY_DOUBTS ? STANCE_DOUBTS : cues & CUE_SAY_CONFIRMS ? STANCE_CONFIRMS : STANCE_ASSERTS;
}

/* Is the verb of saying itself said not to happen ("zei niet")? */
static bool is_negated(const struct coding *c, uint32_t v)
{
	for (uint32_t k = tok(c, v)->child; k != NONE; k = tok(c, k)->next)
		if ((tok(c, k)->deprel == DEP_ADVMOD || tok(c, k)->deprel == DEP_DET) && (c->cues[k] & CUE_NEGATOR))
			return true;
	return false;
}

static bool points_back(const struct coding *c, uint32_t k)
{
	return (c->cues[k] & CUE_ANAPHOR) && tok(c, k)->upos == UPOS_PRON && tok(c, k)->child == NONE;
}

static void add_claims(const struct coding *c, struct event *e, uint32_t speaker, uint32_t cue, enum stance stance, bool quote)
{
	participants who = { 0 };

	add_participants(c, speaker, &who);
	/* "it goes", "that means", "according to plan": nobody */
	if ((!who.n && (tok(c, speaker)->upos == UPOS_PRON || tok(c, speaker)->upos == UPOS_DET || tok(c, speaker)->upos == UPOS_SCONJ)) || points_back(c, speaker) ||
	    frames_in_class(c->f, c->keys[speaker], c->f->norm))
		return;
	if (!who.n)
		*vec_push(c->d->a, &who) = (struct participant){ NONE, NONE, speaker, phrase_of(c, speaker) };
	for (size_t i = 0; i < who.n; i++) {
		bool there = false;

		for (size_t k = 0; k < e->claims.n; k++)
			there |= who.at[i].entity != NONE ? e->claims.at[k].by.entity == who.at[i].entity : e->claims.at[k].by.head == who.at[i].head;
		if (!there && e->claims.n < 8)
			*vec_push(c->d->a, &e->claims) = (struct claim){ who.at[i], stance, quote, tok(c, cue)->span };
	}
}

static bool stand_by(const struct coding *c, struct event *e, uint32_t say, enum stance stance, bool quote);

/* Claims of one saying verb by its subjects (for a passive "it is said that": none, an unnamed source). */
static bool claims_of_verb(const struct coding *c, struct event *e, uint32_t say, bool quote)
{
	return !is_negated(c, say) && stand_by(c, e, say, stance_of(c->cues[say]), quote);
}

static bool stand_by(const struct coding *c, struct event *e, uint32_t say, enum stance stance, bool quote)
{
	struct heads h = { .n = 0 };

	bool beside = tok(c, say)->deprel == DEP_PARATAXIS || (tok(c, say)->deprel == DEP_CONJ && doc_child(c->d, say, DEP_CC) == NONE);

	if (beside && doc_child(c->d, say, DEP_NSUBJ) == NONE)	/* the subject behind its verb is easily taken for an object */
		for (uint32_t k = tok(c, say)->child; k != NONE && h.n < HEADS_MAX; k = tok(c, k)->next)
			if ((tok(c, k)->deprel == DEP_OBJ || tok(c, k)->deprel == DEP_IOBJ) && is_nominal(c, k) && mention_for(c, k) != NONE)
				h.at[h.n++] = k;
	if (!h.n)
		subjects(c, say, &h);
	for (uint32_t i = 0; i < h.n; i++)
		add_claims(c, e, h.at[i], say, stance, quote);
	return h.n > 0;
}

/* "according to X", "volgens X", "aldus X" beside the clause of v. */
static void according_to(const struct coding *c, struct event *e, uint32_t v, bool quote)
{
	for (uint32_t k = tok(c, v)->child; k != NONE; k = tok(c, k)->next) {
		uint32_t own = child_with_cue(c, k, CUE_OWN_ACCOUNT);

		if (own != NONE) {	/* "has by its own account taken the town" */
			struct heads h = { .n = 0 };

			subjects(c, v, &h);
			for (uint32_t i = 0; i < h.n; i++)
				add_claims(c, e, h.at[i], own, STANCE_ASSERTS, false);
			continue;
		}
		if (c->cues[k] & CUE_ACCORDING && !is_nominal(c, k)) {	/* the preposition itself as head, or "aldus" with its noun under it */
			for (uint32_t g = tok(c, k)->child; g != NONE; g = tok(c, g)->next)
				if (is_nominal(c, g))
					add_claims(c, e, g, k, STANCE_ASSERTS, quote);
			continue;
		}
		if (!is_nominal(c, k))
			continue;
		for (uint32_t g = tok(c, k)->child; g != NONE; g = tok(c, g)->next)
			if ((tok(c, g)->deprel == DEP_CASE || tok(c, g)->deprel == DEP_ADVMOD || tok(c, g)->deprel == DEP_MARK ||
			     tok(c, g)->deprel == DEP_FIXED) && (c->cues[g] & CUE_ACCORDING))
				add_claims(c, e, k, g, STANCE_ASSERTS, quote);
	}
}

/* Has the verb an object and a subject of its own, so that it says nothing of the clause beside it ("…, voters fear inflation")? */
static bool says_its_own(const struct coding *c, uint32_t say)
{
	uint32_t object = doc_child(c->d, say, DEP_OBJ);

	return object != NONE && tok(c, object)->upos == UPOS_NOUN && !is_quoted(c, object) && doc_child(c->d, say, DEP_NSUBJ) != NONE;
}

/* "to say", "because he said": the verb stands there for something else than who says what is beside it; not "as he said". */
static bool is_aside(const struct coding *c, uint32_t say)
{
	uint32_t mark = doc_child(c->d, say, DEP_MARK);

	return (tok(c, say)->bits & FEAT_INF) || (tok(c, say)->deprel == DEP_ADVCL && mark != NONE && !(c->cues[mark] & CUE_MARK_MANNER)) || says_its_own(c, say);
}

/* A verb of saying that stands beside the clause: "…, zei hij", "X said, …". */
static uint32_t beside_say(const struct coding *c, uint32_t v)
{
	for (uint32_t k = tok(c, v)->child; k != NONE; k = tok(c, k)->next)
		if ((tok(c, k)->deprel == DEP_PARATAXIS || tok(c, k)->deprel == DEP_ADVCL || tok(c, k)->deprel == DEP_CCOMP ||
		     tok(c, k)->deprel == DEP_DISCOURSE) && (c->cues[k] & says) && tok(c, k)->upos == UPOS_VERB) {
			/* its own content clause would make it the governor of something else */
			uint32_t own = doc_child(c->d, k, DEP_CCOMP);

			if (is_aside(c, k) || tok(c, k)->deprel == DEP_CCOMP || doc_child(c->d, k, DEP_XCOMP) != NONE || (own != NONE && tok(c, own)->upos != UPOS_ADV))
				continue;
			return k;
		}
	return NONE;
}

enum { OWN_UP_MAX = 6 };		/* sentences between a deed and who owns up to it */
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

/* A verb of saying beside other clauses; one that opens its clause is often taken for a link of a chain ("…, schrijft de krant"). */
static bool stands_beside(const struct coding *c, uint32_t k)
{
	enum deprel r = tok(c, k)->deprel;

	return (c->cues[k] & says) && tok(c, k)->upos == UPOS_VERB && !is_quoted(c, k) && !is_aside(c, k) && doc_child(c->d, k, DEP_CCOMP) == NONE &&
	       doc_child(c->d, k, DEP_XCOMP) == NONE &&
	       (r == DEP_PARATAXIS || (r == DEP_CONJ && k > 0 && tok(c, k - 1)->upos == UPOS_PUNCT && doc_child(c->d, k, DEP_CC) == NONE));
}

static bool is_according(const struct coding *c, uint32_t k)
{
	return is_nominal(c, k) && has_cue(c, doc_child(c->d, k, DEP_CASE), CUE_ACCORDING) && !is_quoted(c, k);
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
	for (uint32_t k = s->first + 1; k < t && !e->claims.n && !quote && (c->cues[s->first] & CUE_ACCORDING); k++)
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

/* ---- across sentences --------------------------------------------------------------------- */

/* The sentence behind (step 1) or before (-1) that of t, in the same or the next block of running text; or NULL. */
static const struct sentence *neighbour(const struct coding *c, uint32_t t, int step)
{
	uint32_t i = tok(c, t)->sentence, k = step > 0 ? i + 1 : i - 1;

	if ((step < 0 && !i) || k >= c->d->sentences.n)
		return NULL;
	const struct sentence *s = &c->d->sentences.at[i], *n = &c->d->sentences.at[k];

	return n->root == NONE || (n->block != s->block && n->block != s->block + 1 && s->block != n->block + 1) ? NULL : n;
}

static bool is_actor_of(const struct coding *c, const struct event *e, uint32_t head)
{
	uint32_t mention = mention_for(c, head);

	for (size_t i = 0; mention != NONE && i < e->actors.n; i++)
		for (uint32_t k = 0; k < c->d->mentions.at[mention].n_entities; k++)
			if (c->d->mentions.at[mention].entities[k] == e->actors.at[i].entity)
				return true;
	return false;
}

/* "Dat meldt Reuters.", "This was confirmed by the ministry.": sentence s says who says what stands before it. */
static void says_back(const struct coding *c, struct event *e, const struct sentence *s)
{
	uint32_t v = s->root, back = NONE;
	struct heads h = { .n = 0 };

	if (v == NONE || !(c->cues[v] & says) || tok(c, v)->upos != UPOS_VERB || doc_child(c->d, v, DEP_CCOMP) != NONE || is_negated(c, v))
		return;
	for (uint32_t k = tok(c, v)->child; k != NONE; k = tok(c, k)->next)
		if (points_back(c, k))
			back = k;
	if (back == NONE)
		return;
	/* who says it stands behind the verb, and is as often parsed as its object */
	for (uint32_t k = tok(c, v)->child; k != NONE; k = tok(c, k)->next)
		if (k != back && is_nominal(c, k) && !points_back(c, k) &&
		    (tok(c, k)->deprel == DEP_NSUBJ || tok(c, k)->deprel == DEP_OBJ || tok(c, k)->deprel == DEP_OBL_AGENT) && h.n < HEADS_MAX)
			h.at[h.n++] = k;
	bool subject = false;

	for (uint32_t i = 0; i < h.n; i++)
		subject |= tok(c, h.at[i])->deprel == DEP_NSUBJ;
	for (uint32_t i = 0; i < h.n; i++)
		if ((!subject || tok(c, h.at[i])->deprel != DEP_OBJ) && !is_actor_of(c, e, h.at[i]))	/* who makes known what he does reports nothing */
			add_claims(c, e, h.at[i], v, stance_of(c->cues[v]), false);
}

enum { BEHIND_MAX = 3 };

/* Who says it stands behind, at most so many sentences on in the same paragraph: the pointer is to all that the paragraph told. */
static void said_behind(const struct coding *c, struct event *e, uint32_t t)
{
	const struct sentence *s = &c->d->sentences.at[tok(c, t)->sentence];
	uint32_t block = s->block;

	for (int steps = 0; steps < BEHIND_MAX && !e->claims.n; steps++) {
		s = neighbour(c, s->first, 1);
		if (!s || (steps && s->block != block))
			return;
		says_back(c, e, s);
	}
}

/* Whose report the sentence tells of: "a statement by X that …"; to e. */
static void reported_in(const struct coding *c, struct event *e, const struct sentence *s)
{
	for (uint32_t t = s->first; t < s->end && !e->claims.n; t++) {
		struct heads h = { .n = 0 };

		if (!(c->cues[t] & CUE_REPORT_NOUN) || !is_nominal(c, t) || is_quoted(c, t) || (doc_child(c->d, t, DEP_ACL) == NONE && doc_child(c->d, t, DEP_CCOMP) == NONE))
			continue;
		fillers(c, t, POS_GEN, STR(""), &h);
		for (uint32_t i = 0; i < h.n; i++)
			add_claims(c, e, h.at[i], t, STANCE_ASSERTS, false);
	}
}

enum { GOES_ON_MAX = 3 };

/* What only "would" be so goes on telling what somebody was said to say in the sentences before: "Volgens X … . Ook zouden …". */
static void goes_on(const struct coding *c, struct event *e, uint32_t t)
{
	const struct sentence *s = &c->d->sentences.at[tok(c, t)->sentence];
	uint32_t block = s->block;

	for (int steps = 0; steps < GOES_ON_MAX && !e->claims.n; steps++) {
		s = neighbour(c, s->first, -1);
		if (!s || s->block != block || is_quoted(c, s->root))
			return;
		uint32_t say = beside_say(c, s->root);

		according_to(c, e, s->root, false);
		if (!e->claims.n && say != NONE)
			claims_of_verb(c, e, say, false);
		if (!e->claims.n && (c->cues[s->root] & says) && doc_child(c->d, s->root, DEP_CCOMP) != NONE)
			claims_of_verb(c, e, s->root, false);
		if (!e->claims.n)
			reported_in(c, e, s);
		if (child_with_cue(c, s->root, CUE_AUX_POSSIBLE) == NONE)	/* the report goes on as long as all "would" be so */
			return;
	}
}

/* Does an event of words stand in that sentence? */
static bool tells_words(const struct coding *c, uint32_t sentence)
{
	for (size_t i = c->d->events.n; i-- > 0 && c->d->events.at[i].evidence.sentence >= sentence; ) {
		enum event_type t = c->d->events.at[i].type;

		if (c->d->events.at[i].evidence.sentence == sentence &&
		    (t == EVENT_SAY || t == EVENT_ACCUSE || t == EVENT_REQUEST || t == EVENT_REJECT || t == EVENT_THREATEN || t == EVENT_SUPPORT))
			return true;
	}
	return false;
}

/* Is the subject somebody who may speak ("the minister", not "the indictment")? */
static bool is_speaker(const struct coding *c, uint32_t say)
{
	struct heads h = { .n = 0 };

	subjects(c, say, &h);
	for (uint32_t i = 0; i < h.n; i++)
		if (mention_for(c, h.at[i]) == NONE)
			return false;
	return true;
}

/* The speaker of quotation q by the words around it. */
static void spoken_by(const struct coding *c, struct event *e, uint32_t q)
{
	uint32_t speaker = c->d->quotes.at[q].speaker, v = speaker == NONE ? NONE : tok(c, speaker)->head;

	if (v == NONE)
		return;
	uint32_t say = c->cues[v] & says ? NONE : beside_say(c, v);	/* 'it took long, says the minister: "…"' */

	if (say == NONE || !claims_of_verb(c, e, say, true))
		add_claims(c, e, speaker, v, STANCE_ASSERTS, true);
}

/* Whoever sentence s says speaks in it, says e too. */
static void told_in(const struct coding *c, struct event *e, const struct sentence *s, bool quote)
{
	uint32_t say = beside_say(c, s->root);

	according_to(c, e, s->root, quote);
	if (!e->claims.n && say != NONE && is_speaker(c, say))
		stand_by(c, e, say, STANCE_ASSERTS, quote);
	if (!e->claims.n && (c->cues[s->root] & says) && is_speaker(c, s->root))
		stand_by(c, e, s->root, STANCE_ASSERTS, quote);
}

/* A quotation that fills its sentence, behind a sentence in which somebody says, accuses, asks: who spoke there speaks on. */
static void spoken_of(const struct coding *c, struct event *e, uint32_t q)
{
	const struct sentence *s = neighbour(c, c->d->quotes.at[q].first, -1), *before = NULL;
	struct heads h = { .n = 0 };

	if (!s)
		return;
	if (!is_quoted(c, s->root) && s->block == c->d->sentences.at[tok(c, c->d->quotes.at[q].first)->sentence].block)
		before = neighbour(c, s->first, -1);
	if (is_quoted(c, s->root)) {		/* a quotation of several */
		if (c->d->quote_of[s->root] + 1 == q)
			spoken_of(c, e, q - 1);
		return;
	}
	told_in(c, e, s, true);
	if (!e->claims.n && before && before->block == s->block && !is_quoted(c, before->root))	/* one sentence lies between */
		told_in(c, e, before, true);
	if (e->claims.n || tok(c, s->root)->upos != UPOS_VERB || !tells_words(c, tok(c, s->root)->sentence))
		return;
	subjects(c, s->root, &h);
	if (h.n != 1 || mention_for(c, h.at[0]) == NONE)
		return;
	const struct mention *m = &c->d->mentions.at[mention_for(c, h.at[0])];

	if (m->n_entities == 1 && c->d->entities.at[m->entities[0]].kind == KIND_PERSON)
		add_claims(c, e, h.at[0], s->root, STANCE_ASSERTS, true);
}

/* "'Johnson threatens to cut the payment'": a headline all in quotation marks has its source in the lead. */
static void headline_of(const struct coding *c, struct event *e, uint32_t t)
{
	const struct sentence *s = &c->d->sentences.at[tok(c, t)->sentence];
	const struct quote *q = &c->d->quotes.at[c->d->quote_of[t]];

	if (s->block >= c->d->blocks.n || c->d->blocks.at[s->block].type != BLOCK_TITLE || q->first > s->first + 1 || q->last + 2 < s->end)
		return;
	for (int steps = 0; steps < BEHIND_MAX && !e->claims.n; steps++) {
		s = neighbour(c, s->first, 1);
		if (!s)
			return;
		told_in(c, e, s, false);
		if (!e->claims.n)
			says_back(c, e, s);
	}
}

/* Does the trigger stand in the main clause of its sentence, outside quotations? */
static bool in_main_clause(const struct coding *c, uint32_t t)
{
	uint32_t v = clause_of(c, t);

	while (v != NONE && tok(c, v)->deprel == DEP_CONJ && tok(c, v)->head != NONE)
		v = tok(c, v)->head;
	return v != NONE && tok(c, v)->head == NONE;
}

static void claims_across(const struct coding *c, struct event *e, uint32_t t, bool quote)
{
	if (!quote && in_main_clause(c, t))
		said_behind(c, e, t);
	if (!e->claims.n && !quote && e->status == STATUS_POSSIBLE)
		goes_on(c, e, t);
	if (!e->claims.n && quote && is_quoted(c, c->d->sentences.at[tok(c, t)->sentence].root))
		spoken_of(c, e, c->d->quote_of[t]);
	if (!e->claims.n && quote)
		headline_of(c, e, t);
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

void find_claims(const struct coding *c, const struct match *m, struct event *e)
{
	uint32_t t = m->trigger, v = m->support != NONE ? m->support : clause_of(c, t);
	bool quote = is_quoted(c, t), unfounded = false;

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
	if (!quote && names_the_known(c, m))
		return;
	for (int steps = 0; v != NONE && steps < 16; steps++) {
		uint32_t h = tok(c, v)->head;
		enum deprel rel = tok(c, v)->deprel;

		if (h != NONE && tok(c, h)->deprel == DEP_COMPOUND_PRT && tok(c, h)->head != NONE)	/* a saying verb in two words */
			h = tok(c, h)->head;

		uint32_t that = rel == DEP_ADVCL || rel == DEP_ACL_RELCL ? doc_child(c->d, v, DEP_MARK) : NONE;

		if (that != NONE && (c->cues[that] & CUE_MARK_CONTENT)) {	/* a content clause that hangs as another sort */
			rel = DEP_CCOMP;
			while (h != NONE && is_nominal(c, h) && !(c->cues[h] & CUE_REPORT_NOUN) && tok(c, h)->head != NONE)
				h = tok(c, h)->head;
		}
		if (!quotes_apart(c, t, v)) {
			uint32_t say = beside_say(c, v);

			according_to(c, e, v, quote);
			if (say != NONE && say != t && !doc_under(c->d, t, say))
				claims_of_verb(c, e, say, quote || is_quoted(c, v));
		}
		if (h == NONE || quotes_apart(c, t, h) || (!quote && adds_in_passing(c, v)))
			break;
		if (rel == DEP_CCOMP && tok(c, h)->deprel == DEP_XCOMP && !(c->cues[h] & says) && !(frames_cue_lemma(c->f, c->keys[tok(c, h)->head]) & says))
			h = tok(c, h)->head;	/* "laat weten dat": only both say */
		if ((rel == DEP_CCOMP || rel == DEP_PARATAXIS || rel == DEP_XCOMP || rel == DEP_OBJ || rel == DEP_CSUBJ || rel == DEP_CSUBJ_PASS) &&
		    (c->cues[h] & says) && h != m->support) {
			/* "X promised to go" is no report: an infinitive under a saying verb is what X will do */
			bool reported = (rel != DEP_XCOMP && !judges(c, h)) || (c->cues[h] & (CUE_SAY_DENIES | CUE_SAY_DOUBTS));

			if (reported && claims_of_verb(c, e, h, quote) && (c->cues[h] & (CUE_SAY_DENIES | CUE_SAY_DOUBTS)) &&
			    e->status == STATUS_HAPPENED)
				e->status = STATUS_POSSIBLE;
		} else if ((rel == DEP_ACL || rel == DEP_ADVCL || rel == DEP_CCOMP || (rel == DEP_ACL_RELCL && doc_child(c->d, v, DEP_MARK) != NONE)) && (c->cues[h] & CUE_REPORT_NOUN) && is_nominal(c, h)) {
			unfounded |= !report(c, e, h);
		}
		v = clause_of(c, h);
	}
	frames_sentence(c, e, t, quote);
	if (quote && !e->claims.n)	/* a quotation that fills a sentence of its own */
		spoken_by(c, e, c->d->quote_of[t]);
	if (!e->claims.n)
		claims_across(c, e, t, quote);
	for (size_t i = 0; unfounded && i < e->claims.n; i++)
		e->claims.at[i].stance = STANCE_DOUBTS;
	if (e->status == STATUS_NEGATED)
		for (size_t i = 0; i < e->claims.n; i++)
			if (e->claims.at[i].stance == STANCE_ASSERTS || e->claims.at[i].stance == STANCE_CONFIRMS)
				e->claims.at[i].stance = STANCE_DENIES;
}

/* "The attack was claimed by the rebels": whoever owns up to a deed says so of the one told last that names no doer. */
void claim_deeds(struct coding *c)
{
	for (size_t i = 0; i < c->d->events.n; i++) {
		const struct event *e = &c->d->events.at[i];

		if (e->type != EVENT_SAY || !e->actors.n || !frames_in_class(c->f, c->keys[e->trigger], c->f->own_up))
			continue;
		for (size_t k = c->d->events.n; k-- > 0; ) {
			struct event *deed = &c->d->events.at[k];

			if (deed->type != EVENT_ASSAULT || deed->evidence.sentence > e->evidence.sentence || deed->evidence.sentence + OWN_UP_MAX < e->evidence.sentence || deed->actors.n ||
			    str_is(deed->mode, "primitive") || str_is(deed->mode, "crowd-control"))	/* a riot round the deed */
				continue;
			add_claims(c, deed, e->actors.at[0].head, e->trigger, STANCE_ASSERTS, false);
			break;
		}
	}
}

struct span said_by(const struct coding *c, uint32_t say)
{
	static const enum deprel contents[] = { DEP_CCOMP, DEP_PARATAXIS, DEP_XCOMP };
	uint32_t first = NONE, last = 0;

	for (size_t i = 0; i < sizeof(contents) / sizeof(*contents); i++) {
		uint32_t k = doc_child(c->d, say, contents[i]);

		if (k != NONE) {
			first = last = k;
			subtree(c, k, &first, &last, NONE);
			return doc_span(c->d, first, last);
		}
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
