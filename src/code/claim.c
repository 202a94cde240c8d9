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

static void add_claims(const struct coding *c, struct event *e, uint32_t speaker, uint32_t cue, enum stance stance, bool quote)
{
	participants who = { 0 };

	add_participants(c, speaker, &who);
	if (!who.n)
		*vec_push(c->d->a, &who) = (struct participant){ NONE, NONE, speaker, phrase_of(c, speaker) };
	for (size_t i = 0; i < who.n; i++) {
		bool there = false;

		for (size_t k = 0; k < e->claims.n; k++)
			there |= e->claims.at[k].by.entity == who.at[i].entity && who.at[i].entity != NONE;
		if (!there && e->claims.n < 8)
			*vec_push(c->d->a, &e->claims) = (struct claim){ who.at[i], stance, quote, tok(c, cue)->span };
	}
}

/* Claims of one saying verb by its subjects (for a passive "it is said that": none, an unnamed source). */
static bool claims_of_verb(const struct coding *c, struct event *e, uint32_t say, bool quote)
{
	struct heads h = { .n = 0 };
	enum stance stance = stance_of(c->cues[say]);

	if (is_negated(c, say))
		return false;
	subjects(c, say, &h);
	if (!h.n && tok(c, say)->deprel == DEP_PARATAXIS) {	/* the subject behind its verb is easily taken for an object */
		for (uint32_t k = tok(c, say)->child; k != NONE; k = tok(c, k)->next)
			if ((tok(c, k)->deprel == DEP_OBJ || tok(c, k)->deprel == DEP_IOBJ) && is_nominal(c, k))
				h.at[h.n++] = k;
	}
	for (uint32_t i = 0; i < h.n; i++)
		add_claims(c, e, h.at[i], say, stance, quote);
	return h.n > 0;
}

/* "according to X", "volgens X", "aldus X" beside the clause of v. */
static void according_to(const struct coding *c, struct event *e, uint32_t v, bool quote)
{
	for (uint32_t k = tok(c, v)->child; k != NONE; k = tok(c, k)->next) {
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

/* A verb of saying that stands beside the clause: "…, zei hij", "X said, …". */
static uint32_t beside_say(const struct coding *c, uint32_t v)
{
	for (uint32_t k = tok(c, v)->child; k != NONE; k = tok(c, k)->next)
		if ((tok(c, k)->deprel == DEP_PARATAXIS || tok(c, k)->deprel == DEP_ADVCL || tok(c, k)->deprel == DEP_CCOMP ||
		     tok(c, k)->deprel == DEP_DISCOURSE) && (c->cues[k] & says) && tok(c, k)->upos == UPOS_VERB) {
			/* its own content clause would make it the governor of something else */
			uint32_t own = doc_child(c->d, k, DEP_CCOMP);

			if (tok(c, k)->deprel == DEP_CCOMP || doc_child(c->d, k, DEP_XCOMP) != NONE || (own != NONE && tok(c, own)->upos != UPOS_ADV))
				continue;
			return k;
		}
	return NONE;
}

/* A noun that is a report or accusation of which the clause tells: "berichten dat …", "the claim that …". */
static void report(const struct coding *c, struct event *e, uint32_t noun)
{
	struct heads h = { .n = 0 };
	bool as_object = false;
	uint32_t v = governing_verb(c, noun, &as_object);

	fillers(c, noun, POS_GEN, STR(""), &h);
	if (h.n)
		for (uint32_t i = 0; i < h.n; i++)
			add_claims(c, e, h.at[i], noun, STANCE_ASSERTS, false);
	else
		add_claims(c, e, noun, noun, STANCE_ASSERTS, false);
	e->status = e->status == STATUS_HAPPENED || e->status == STATUS_ONGOING ? STATUS_POSSIBLE : e->status;
	/* "… called the reports fake": who calls the report false denies it */
	if (v == NONE)
		return;
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

static bool points_back(const struct coding *c, uint32_t k)
{
	return (c->cues[k] & CUE_ANAPHOR) && tok(c, k)->upos == UPOS_PRON && tok(c, k)->child == NONE;
}

/* "Dat meldt Reuters.", "This was confirmed by the ministry.": the sentence behind says who says what stands here. */
static void said_behind(const struct coding *c, struct event *e, uint32_t t)
{
	const struct sentence *s = neighbour(c, t, 1);
	uint32_t v = s ? s->root : NONE, back = NONE;
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
		if (!subject || tok(c, h.at[i])->deprel != DEP_OBJ)
			add_claims(c, e, h.at[i], v, stance_of(c->cues[v]), false);
}

/* What only "would" be so goes on telling what somebody was said to say in the sentence before: "Volgens X … . Ook zouden …". */
static void goes_on(const struct coding *c, struct event *e, uint32_t t)
{
	const struct sentence *s = neighbour(c, t, -1);

	if (!s || s->block != c->d->sentences.at[tok(c, t)->sentence].block)
		return;
	according_to(c, e, s->root, false);
	if (!e->claims.n && (c->cues[s->root] & says) && doc_child(c->d, s->root, DEP_CCOMP) != NONE)
		claims_of_verb(c, e, s->root, false);
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

/* A quotation that fills its sentence, behind a sentence in which somebody says, accuses, asks: who spoke there speaks on. */
static void spoken_of(const struct coding *c, struct event *e, uint32_t t)
{
	const struct sentence *s = neighbour(c, t, -1);
	struct heads h = { .n = 0 };

	if (!s || is_quoted(c, s->root) || tok(c, s->root)->upos != UPOS_VERB || !tells_words(c, tok(c, t)->sentence - 1))
		return;
	subjects(c, s->root, &h);
	if (h.n != 1 || mention_for(c, h.at[0]) == NONE)
		return;
	const struct mention *m = &c->d->mentions.at[mention_for(c, h.at[0])];

	if (m->n_entities == 1 && c->d->entities.at[m->entities[0]].kind == KIND_PERSON)
		add_claims(c, e, h.at[0], s->root, STANCE_ASSERTS, true);
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
		spoken_of(c, e, t);
}

void claim_of_speaker(const struct coding *c, struct event *e, uint32_t t)
{
	uint32_t speaker = c->d->spoken_by[tok(c, t)->sentence];

	if (!e->claims.n && speaker != NONE)		/* the cue is the end of his line: its colon */
		add_claims(c, e, speaker, c->d->sentences.at[tok(c, speaker)->sentence].end - 1, STANCE_ASSERTS, true);
}

void find_claims(const struct coding *c, const struct match *m, struct event *e)
{
	uint32_t t = m->trigger, v = m->support != NONE ? m->support : clause_of(c, t);
	bool quote = is_quoted(c, t);

	/* a noun of reporting over a noun trigger: "berichten over een aanval", "allegations of torture" */
	if (tok(c, t)->upos == UPOS_NOUN && m->support == NONE) {
		uint32_t h = tok(c, t)->head;

		if (h != NONE && (tok(c, t)->deprel == DEP_NMOD || tok(c, t)->deprel == DEP_COMPOUND) && (c->cues[h] & CUE_REPORT_NOUN))
			report(c, e, h);
		else if (h != NONE && tok(c, t)->deprel == DEP_OBJ && (c->cues[h] & (CUE_SAY_DENIES | CUE_SAY_CONFIRMS | CUE_SAY_DOUBTS)) && h != m->support) {
			claims_of_verb(c, e, h, quote);
			if (c->cues[h] & (CUE_SAY_DENIES | CUE_SAY_DOUBTS) && e->status == STATUS_HAPPENED)
				e->status = STATUS_POSSIBLE;
		}
	}
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
		according_to(c, e, v, quote);
		uint32_t say = beside_say(c, v);

		if (say != NONE && say != t && !doc_under(c->d, t, say))
			claims_of_verb(c, e, say, quote || is_quoted(c, v));
		if (h == NONE)
			break;
		if ((rel == DEP_CCOMP || rel == DEP_PARATAXIS || rel == DEP_XCOMP || rel == DEP_OBJ || rel == DEP_CSUBJ || rel == DEP_CSUBJ_PASS) &&
		    (c->cues[h] & says) && h != m->support) {
			/* "X promised to go" is no report: an infinitive under a saying verb is what X will do */
			bool reported = rel != DEP_XCOMP || (c->cues[h] & (CUE_SAY_DENIES | CUE_SAY_DOUBTS));

			if (reported && claims_of_verb(c, e, h, quote) && (c->cues[h] & (CUE_SAY_DENIES | CUE_SAY_DOUBTS)) &&
			    e->status == STATUS_HAPPENED)
				e->status = STATUS_POSSIBLE;
		} else if ((rel == DEP_ACL || rel == DEP_ADVCL || rel == DEP_CCOMP || (rel == DEP_ACL_RELCL && doc_child(c->d, v, DEP_MARK) != NONE)) && (c->cues[h] & CUE_REPORT_NOUN) && is_nominal(c, h)) {
			report(c, e, h);
		}
		v = clause_of(c, h);
	}
	if (quote && !e->claims.n) {	/* a quotation that fills a sentence of its own */
		uint32_t speaker = c->d->quotes.at[c->d->quote_of[t]].speaker;

		if (speaker != NONE && tok(c, speaker)->head != NONE)
			add_claims(c, e, speaker, tok(c, speaker)->head, stance_of(c->cues[tok(c, speaker)->head]), true);
	}
	if (!e->claims.n)
		claims_across(c, e, t, quote);
	claim_of_speaker(c, e, t);
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
