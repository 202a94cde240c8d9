/* speaker.c - who says it: the subjects of verbs of saying, "according to", "by its own account". */
#include "code/speaker.h"

#include "code/parties.h"

static uint32_t add_named(const struct coding *c, uint32_t head, uint32_t mention, participants *p);

/* "Three officers, A, B and C": the names in apposition to many are who they are. */
static uint32_t add_list(const struct coding *c, uint32_t head, participants *p)
{
	uint32_t first = tok(c, head)->bits & FEAT_PLUR ? doc_child(c->d, head, DEP_APPOS) : NONE, before = (uint32_t)p->n, names = 0;

	for (uint32_t k = first; k != NONE; k = k == first ? tok(c, k)->child : tok(c, k)->next) {
		uint32_t m = k == first || tok(c, k)->deprel == DEP_CONJ ? mention_for(c, k) : NONE;

		names += m != NONE && c->d->mentions.at[m].how == MENTION_NAME && k > head;
	}
	for (uint32_t k = names > 1 ? first : NONE; k != NONE; k = k == first ? tok(c, k)->child : tok(c, k)->next)
		if ((k == first || tok(c, k)->deprel == DEP_CONJ) && mention_for(c, k) != NONE)
			add_named(c, k, mention_for(c, k), p);
	return (uint32_t)p->n - before;
}

/* "Two people, including the mayor": one of the many who is told of. */
static void add_included(const struct coding *c, uint32_t head, uint32_t over, participants *p)
{
	for (uint32_t k = tok(c, over)->child; k != NONE; k = tok(c, k)->next) {
		uint32_t m = k > head ? mention_for(c, k) : NONE, word = child_with_cue(c, k, CUE_INCLUDING);

		for (uint32_t j = tok(c, k)->child; j != NONE && word == NONE && j < k; j = tok(c, j)->next)	/* "onder wie": on the pronoun */
			word = child_with_cue(c, j, CUE_INCLUDING);
		const struct entity *x = m == NONE || c->d->mentions.at[m].n_entities != 1 ? NULL : &c->d->entities.at[c->d->mentions.at[m].entities[0]];

		if (x && word != NONE && word > head && word < k && ((x->kind == KIND_PERSON && !(tok(c, k)->bits & FEAT_PLUR)) || x->kind == KIND_ARMED_GROUP))
			add_named(c, k, m, p);
	}
}

/* The verb whose object or passive subject the many are, which has what is hung on it behind a phrase: "four men in Rome, including the mayor"; or NONE. */
static uint32_t verb_of_many(const struct coding *c, uint32_t head)
{
	uint32_t v = tok(c, head)->head;
	enum deprel r = tok(c, head)->deprel;

	return v != NONE && tok(c, v)->upos == UPOS_VERB && (r == DEP_OBJ || r == DEP_NSUBJ_PASS || (r == DEP_NSUBJ && doc_child(c->d, v, DEP_OBJ) == NONE)) ? v : NONE;
}

uint32_t add_participants(const struct coding *c, uint32_t head, void *out)
{
	participants *p = out;
	uint32_t mention = mention_for(c, head), listed = mention == NONE ? 0 : add_list(c, head, p), before = (uint32_t)p->n;

	if (mention == NONE || listed)
		return listed;
	add_named(c, head, mention, p);
	if (tok(c, head)->bits & FEAT_PLUR) {
		add_included(c, head, head, p);
		if (verb_of_many(c, head) != NONE)
			add_included(c, head, verb_of_many(c, head), p);
	}
	return (uint32_t)p->n - before;
}

static uint32_t add_named(const struct coding *c, uint32_t head, uint32_t mention, participants *p)
{
	uint32_t before = (uint32_t)p->n;
	const struct mention *m = &c->d->mentions.at[mention];

	if (!m->n_entities)
		*vec_push(c->d->a, p) = (struct participant){ mention, NONE, head, m->span };
	for (uint32_t i = 0; i < m->n_entities; i++) {
		bool there = false;

		for (uint32_t k = 0; k < p->n; k++) {
			struct participant *same = p->at[k].entity == m->entities[i] ? &p->at[k] : NULL;

			there |= same != NULL;
			/* "party leader and prime minister Ann Smith": by her name */
			if (same && same->mention != NONE && c->d->mentions.at[same->mention].how == MENTION_DESCRIPTION && m->how == MENTION_NAME && m->n_entities == 1)
				*same = (struct participant){ mention, m->entities[i], head, m->span };
		}
		if (!there)
			*vec_push(c->d->a, p) = (struct participant){ mention, m->entities[i], head, m->span };
	}
	return (uint32_t)p->n - before;
}

#define PHRASE (NONE - 1)		/* a stop that leaves relative clauses out */

void subtree(const struct coding *c, uint32_t t, uint32_t *first, uint32_t *last, uint32_t stop)
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
	for (uint32_t k = t + 1; k < last; k++)		/* "have reached a deal over a truce", said with the verb inside */
		if (tok(c, k)->upos == UPOS_VERB && !doc_under(c->d, k, t))
			last = k - 1;
	return doc_span(c->d, first, last);
}

enum stance stance_of(uint64_t cues)
{
	return cues & CUE_SAY_DENIES ? STANCE_DENIES : cues & CUE_SAY_DOUBTS ? STANCE_DOUBTS : cues & CUE_SAY_CONFIRMS ? STANCE_CONFIRMS : STANCE_ASSERTS;
}

/* Is the verb of saying itself said not to happen ("zei niet")? */
bool is_negated(const struct coding *c, uint32_t v)
{
	for (uint32_t k = tok(c, v)->child; k != NONE; k = tok(c, k)->next)
		if ((tok(c, k)->deprel == DEP_ADVMOD || tok(c, k)->deprel == DEP_DET) && (c->cues[k] & CUE_NEGATOR))
			return true;
	return false;
}

bool points_back(const struct coding *c, uint32_t k)
{
	return (c->cues[k] & CUE_ANAPHOR) && tok(c, k)->upos == UPOS_PRON && tok(c, k)->child == NONE;
}

bool refers_to_person(const struct coding *c, uint32_t k)
{
	uint32_t m = c->d->mention_of[k];

	for (uint32_t i = 0; m != NONE && i < c->d->mentions.at[m].n_entities; i++)
		if (c->d->entities.at[c->d->mentions.at[m].entities[i]].kind == KIND_PERSON)
			return true;
	return false;
}

/* Whose report the noun is ("a report by the ministry"), or NONE. */
static uint32_t author_of(const struct coding *c, uint32_t noun)
{
	if (!(c->cues[noun] & CUE_REPORT_NOUN) && !frames_in_class(c->f, c->keys[noun], c->f->source))
		return NONE;
	for (uint32_t k = tok(c, noun)->child; k != NONE; k = tok(c, k)->next) {
		uint32_t preposition = doc_child(c->d, k, DEP_CASE);
		bool by = tok(c, k)->deprel == DEP_NMOD_POSS ||
			  ((tok(c, k)->deprel == DEP_NMOD || tok(c, k)->deprel == DEP_OBL || tok(c, k)->deprel == DEP_OBL_AGENT) &&
			   (has_cue(c, preposition, CUE_GENITIVE) || has_cue(c, preposition, CUE_PASSIVE_AGENT)));

		if (by && is_actor(c, k))
			return k;
		uint32_t cited = tok(c, k)->deprel == DEP_ACL && (c->cues[k] & CUE_ACCORDING) ? doc_child(c->d, k, DEP_OBJ) : NONE;	/* "a report citing X" */

		if (cited != NONE && mention_for(c, cited) != NONE)
			return cited;
	}
	return NONE;
}

void shown_by(const struct coding *c, struct event *e, uint32_t v)
{
	if (!frames_in_class(c->f, c->keys[v], c->f->shows) || is_negated(c, v))
		return;
	for (uint32_t k = tok(c, v)->child; k != NONE; k = tok(c, k)->next) {
		enum deprel r = tok(c, k)->deprel;
		uint32_t author = r == DEP_NSUBJ || r == DEP_OBL || r == DEP_OBL_ARG ? author_of(c, k) : NONE;

		if (author != NONE)
			add_claims(c, e, author, v, STANCE_ASSERTS, false);
	}
}

/* Somebody whose trade it is to see and tell, or who happened to be there. */
static bool is_witness(const struct coding *c, uint32_t n)
{
	uint32_t m = mention_for(c, n);

	if (frames_in_class(c->f, c->keys[n], c->f->witness))
		return true;
	for (uint32_t i = 0; m != NONE && i < c->d->mentions.at[m].n_entities; i++) {
		const char *sector = c->d->entities.at[c->d->mentions.at[m].entities[i]].sector;

		if (!strcmp(sector, "MED") || !strcmp(sector, "JRN"))
			return true;
	}
	return false;
}

void seen_by(const struct coding *c, struct event *e, uint32_t v)
{
	struct heads h = { .n = 0 };

	if (!frames_in_class(c->f, c->keys[v], c->f->sees) || is_negated(c, v))
		return;
	subjects(c, v, &h);		/* of a passive, by whom it was seen */
	for (uint32_t i = 0; i < h.n; i++)
		if (is_witness(c, h.at[i]))
			add_claims(c, e, h.at[i], v, STANCE_ASSERTS, false);
}

void add_claims(const struct coding *c, struct event *e, uint32_t speaker, uint32_t cue, enum stance stance, bool quote)
{
	participants who = { 0 };
	uint32_t author = author_of(c, speaker);

	if (author != NONE)
		speaker = author;

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

/* Claims of one saying verb by its subjects (for a passive "it is said that": none, an unnamed source). */
bool claims_of_verb(const struct coding *c, struct event *e, uint32_t say, bool quote)
{
	return !is_negated(c, say) && stand_by(c, e, say, stance_of(c->cues[say]), quote);
}

bool has_speaker(const struct coding *c, uint32_t say)
{
	struct heads h = { .n = 0 };

	subjects(c, say, &h);
	for (uint32_t i = 0; i < h.n; i++) {
		uint32_t name = doc_child(c->d, h.at[i], DEP_APPOS);

		if (mention_for(c, h.at[i]) == NONE && tok(c, h.at[i])->upos != UPOS_PROPN && (name == NONE || tok(c, name)->upos != UPOS_PROPN))
			return false;
	}
	return true;
}

/* ", reported officials, …": behind a comma, before whoever it is, a verb of saying is easily taken for a participle of the noun before. */
static bool is_inverted(const struct coding *c, uint32_t say)
{
	uint32_t who = doc_child(c->d, say, DEP_OBJ);

	return tok(c, say)->deprel == DEP_ACL && say > 0 && tok(c, say - 1)->upos == UPOS_PUNCT && !(tok(c, say)->bits & FEAT_INF) && who != NONE && who > say &&
	       mention_for(c, who) != NONE && doc_child(c->d, say, DEP_NSUBJ) == NONE && doc_child(c->d, say, DEP_OBL_AGENT) == NONE;
}

/* "War in Somalia: they took the town, residents said": what stands before a colon at the beginning of the sentence says nothing. */
static bool is_label(const struct coding *c, uint32_t n, uint32_t say)
{
	if (n > say || mention_for(c, n) != NONE)
		return false;
	for (uint32_t t = n + 1; t < say; t++)
		if (str_is(tok(c, t)->form, ":"))
			return true;
	return false;
}

bool stand_by(const struct coding *c, struct event *e, uint32_t say, enum stance stance, bool quote)
{
	struct heads h = { .n = 0 };

	bool beside = is_inverted(c, say) || tok(c, say)->deprel == DEP_PARATAXIS || (tok(c, say)->deprel == DEP_CONJ && doc_child(c->d, say, DEP_CC) == NONE);

	uint32_t part = doc_child(c->d, say, DEP_XCOMP);

	/* the subject behind its verb is easily taken for an object, of it or of its other half ("laat de minister weten") */
	for (uint32_t v = beside && doc_child(c->d, say, DEP_NSUBJ) == NONE ? say : NONE; v != NONE; v = v == say ? part : NONE)
		for (uint32_t k = tok(c, v)->child; k != NONE && h.n < HEADS_MAX; k = tok(c, k)->next)
			if ((tok(c, k)->deprel == DEP_OBJ || tok(c, k)->deprel == DEP_IOBJ || tok(c, k)->deprel == DEP_NSUBJ) && is_nominal(c, k) &&
			    mention_for(c, k) != NONE)
				h.at[h.n++] = k;
	if (!h.n)
		subjects(c, say, &h);
	uint32_t participle = h.n ? NONE : doc_child(c->d, say, DEP_NSUBJ);

	if (participle != NONE && tok(c, participle)->upos == UPOS_VERB && (tok(c, participle)->bits & FEAT_PART))	/* "four initiated say" */
		h.at[h.n++] = participle;
	for (uint32_t i = 0; i < h.n; i++)
		if (!is_label(c, h.at[i], say))
			add_claims(c, e, h.at[i], say, stance, quote);
	return h.n > 0;
}

/* Somebody, or words of somebody. */
static bool is_source(const struct coding *c, uint32_t n)
{
	return mention_for(c, n) != NONE || (c->cues[n] & CUE_REPORT_NOUN) || frames_in_class(c->f, c->keys[n], c->f->source);
}

/* "according to X", "volgens X", "aldus X" beside the clause of v. */
void according_to(const struct coding *c, struct event *e, uint32_t v, bool quote)
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
			bool cites = tok(c, k)->upos == UPOS_VERB;	/* "citing officials", not "citing an inability to do so" */

			for (uint32_t g = tok(c, k)->child; g != NONE; g = tok(c, g)->next)
				if (is_nominal(c, g) && (!cites || (tok(c, g)->deprel == DEP_OBJ && is_source(c, g))))
					add_claims(c, e, g, k, STANCE_ASSERTS, quote);
			continue;
		}
		if (!is_nominal(c, k))
			continue;
		for (uint32_t g = tok(c, k)->child; g != NONE; g = tok(c, g)->next)
			if (g < k && (tok(c, g)->deprel == DEP_NMOD || tok(c, g)->deprel == DEP_NMOD_POSS) && has_cue(c, doc_child(c->d, g, DEP_CASE), CUE_ACCORDING))
				add_claims(c, e, k, doc_child(c->d, g, DEP_CASE), STANCE_ASSERTS, quote);	/* the preposition hung on whose he is: "according to X's lawyer" */
			else if ((tok(c, g)->deprel == DEP_CASE || tok(c, g)->deprel == DEP_ADVMOD || tok(c, g)->deprel == DEP_MARK ||
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
bool is_aside(const struct coding *c, uint32_t say)
{
	uint32_t mark = doc_child(c->d, say, DEP_MARK);

	return (tok(c, say)->bits & FEAT_INF) || (c->cues[say] & CUE_ACCORDING) ||	/* "citing officials" */
	       (tok(c, say)->deprel == DEP_ADVCL && mark != NONE && !(c->cues[mark] & CUE_MARK_MANNER)) || says_its_own(c, say);
}

bool has_content(const struct coding *c, uint32_t say)
{
	uint32_t clause = doc_child(c->d, say, DEP_CCOMP), part = doc_child(c->d, say, DEP_XCOMP);

	if (clause != NONE && tok(c, clause)->upos != UPOS_ADV)
		return true;
	return part != NONE && !(frames_cue_lemma(c->f, str_cat(c->d->a, c->keys[part], c->keys[say])) & says) &&
	       !(frames_cue_lemma(c->f, str_cat(c->d->a, c->keys[say], c->keys[part])) & says);
}

bool stands_beside(const struct coding *c, uint32_t k)
{
	enum deprel r = tok(c, k)->deprel;

	return (c->cues[k] & says) && tok(c, k)->upos == UPOS_VERB && !is_quoted(c, k) && !is_aside(c, k) && !has_content(c, k) &&
	       (r == DEP_PARATAXIS || is_inverted(c, k) || (r == DEP_CONJ && k > 0 && tok(c, k - 1)->upos == UPOS_PUNCT && doc_child(c->d, k, DEP_CC) == NONE));
}

/* A verb of saying that stands beside the clause: "…, zei hij", "X said, …". */
uint32_t beside_say(const struct coding *c, uint32_t v)
{
	for (uint32_t k = tok(c, v)->child; k != NONE; k = tok(c, k)->next)
		if ((tok(c, k)->deprel == DEP_PARATAXIS || tok(c, k)->deprel == DEP_ADVCL || tok(c, k)->deprel == DEP_CCOMP ||
		     tok(c, k)->deprel == DEP_DISCOURSE) && (c->cues[k] & says) && tok(c, k)->upos == UPOS_VERB) {
			/* its own content clause would make it the governor of something else */
			if (is_aside(c, k) || tok(c, k)->deprel == DEP_CCOMP || has_content(c, k))
				continue;
			return k;
		}
	return NONE;
}
