/* claim_across.c - who says so in another sentence: "Dat meldt Reuters.", a quotation behind who spoke, a headline's source, who owns up
 * to a deed. */
#include "code/speaker.h"

#include "code/status.h"

enum { OWN_UP_MAX = 6 };		/* sentences between a deed and who owns up to it */

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

/* "confirmed the report", "the report was confirmed by": what is said is a report that the text has just given. */
static bool is_known_report(const struct coding *c, uint32_t v, uint32_t k)
{
	uint32_t det = doc_child(c->d, k, DEP_DET);

	bool said = tok(c, k)->deprel == DEP_NSUBJ_PASS ? (c->cues[v] & (CUE_SAY_CONFIRMS | CUE_SAY)) != 0 : (c->cues[v] & CUE_SAY_CONFIRMS) && tok(c, k)->deprel == DEP_OBJ;

	return said && (c->cues[k] & CUE_REPORT_NOUN) && det != NONE &&
	       (tok(c, det)->bits & (FEAT_DEF | FEAT_DEM)) && doc_child(c->d, k, DEP_ACL) == NONE && doc_child(c->d, k, DEP_CCOMP) == NONE &&
	       doc_child(c->d, k, DEP_NMOD) == NONE;
}

/* Is v a verb that calls what stands before it false: "De regering noemt dat nepnieuws"? */
static bool calls_false(const struct coding *c, uint32_t v)
{
	bool so = false;

	for (uint32_t k = tok(c, v)->child; k != NONE && (c->cues[v] & CUE_CALL_VERB); k = tok(c, k)->next)
		so |= (c->cues[k] & CUE_CALL_FALSE) != 0;
	return so;
}

/* "Dat meldt Reuters.", "This was confirmed by the ministry.": sentence s says who says what stands before it. */
static void says_back(const struct coding *c, struct event *e, const struct sentence *s, bool quote)
{
	uint32_t v = s->root, back = NONE;
	struct heads h = { .n = 0 };

	if (v == NONE || tok(c, v)->upos != UPOS_VERB || doc_child(c->d, v, DEP_CCOMP) != NONE || is_negated(c, v))
		return;
	for (uint32_t k = tok(c, v)->child; k != NONE; k = tok(c, k)->next)
		if (points_back(c, k) || is_known_report(c, v, k) || (calls_false(c, v) && (c->cues[k] & CUE_CALL_FALSE) && has_cue(c, doc_child(c->d, k, DEP_DET), CUE_ANAPHOR)))
			back = k;
	if (back != NONE)
		shown_by(c, e, v);
	bool false_call = calls_false(c, v);

	if (back == NONE || !((c->cues[v] & says) || false_call) || (e->type == EVENT_ACCUSE && (false_call || (c->cues[v] & CUE_SAY_DENIES))))	/* not the charge is denied, what it says is */
		return;
	/* who says it stands behind the verb, and is as often parsed as its object */
	for (uint32_t k = tok(c, v)->child; k != NONE; k = tok(c, k)->next)
		if (k != back && is_nominal(c, k) && !points_back(c, k) && !(c->cues[k] & CUE_CALL_FALSE) &&
		    (tok(c, k)->deprel == DEP_NSUBJ || tok(c, k)->deprel == DEP_OBJ || tok(c, k)->deprel == DEP_OBL_AGENT) && h.n < HEADS_MAX)
			h.at[h.n++] = k;
	bool subject = false, denies = false_call || (c->cues[v] & CUE_SAY_DENIES);

	for (uint32_t i = 0; i < h.n; i++)
		subject |= tok(c, h.at[i])->deprel == DEP_NSUBJ;
	for (uint32_t i = 0; i < h.n; i++)
		if ((!subject || tok(c, h.at[i])->deprel != DEP_OBJ) && (denies || !is_actor_of(c, e, h.at[i])))	/* who makes known what he does reports nothing */
			add_claims(c, e, h.at[i], v, false_call ? STANCE_DENIES : stance_of(c->cues[v]), quote);
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
		says_back(c, e, s, false);
	}
}

/* Is the noun one of those who did it, or who speaks for the state that did? */
static bool speaks_for_doer(const struct coding *c, const struct event *e, uint32_t noun)
{
	uint32_t m = mention_for(c, noun);

	if (m == NONE || c->d->mentions.at[m].n_entities != 1)
		return false;
	const struct entity *x = &c->d->entities.at[c->d->mentions.at[m].entities[0]];

	for (size_t i = 0; i < e->actors.n; i++) {
		const struct entity *doer = e->actors.at[i].entity == NONE ? NULL : &c->d->entities.at[e->actors.at[i].entity];

		if (doer && (doer == x || (x->country[0] && !memcmp(x->country, doer->country, 4) && (doer->kind == KIND_COUNTRY || x->kind == KIND_COUNTRY))))
			return true;
	}
	return false;
}

void denied_behind(const struct coding *c, struct event *e, uint32_t t)
{
	const struct sentence *s = neighbour(c, t, 1);
	uint32_t v = s ? s->root : NONE;

	if (v == NONE || e->type == EVENT_SAY || e->type == EVENT_ACCUSE || e->type == EVENT_REJECT || s->block != c->d->sentences.at[tok(c, t)->sentence].block || !(c->cues[v] & CUE_SAY_DENIES) || is_quoted(c, v) || is_negated(c, v) ||
	    doc_child(c->d, v, DEP_CCOMP) != NONE || doc_child(c->d, v, DEP_XCOMP) != NONE)
		return;
	uint32_t object = doc_child(c->d, v, DEP_OBJ), who = doc_child(c->d, v, DEP_NSUBJ);

	if (who == NONE || (object != NONE && !frames_in_class(c->f, c->keys[object], c->f->involvement)) || !speaks_for_doer(c, e, who))
		return;
	add_claims(c, e, who, v, STANCE_DENIES, false);
	make_possible(e);
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

/* By whom sentence s says something, wherever in it: "X, who says that …", "it lasted, according to X, for years". */
static void anyone_in(const struct coding *c, struct event *e, const struct sentence *s)
{
	for (uint32_t t = s->first; t < s->end && !e->claims.n; t++) {
		if (is_quoted(c, t))
			continue;
		if (tok(c, t)->upos == UPOS_VERB && (c->cues[t] & CUE_SAY) && !is_negated(c, t) &&
		    (doc_child(c->d, t, DEP_CCOMP) != NONE || doc_child(c->d, t, DEP_XCOMP) != NONE || tok(c, t)->deprel == DEP_PARATAXIS))
			stand_by(c, e, t, STANCE_ASSERTS, false);
		if (!e->claims.n && tok(c, t)->upos == UPOS_VERB)
			according_to(c, e, t, false);
	}
}

/* Told as hearsay, by an auxiliary of its own ("zou", "zouden")? */
static bool is_hearsay(const struct coding *c, uint32_t v)
{
	for (; v != NONE; v = tok(c, v)->deprel == DEP_XCOMP ? tok(c, v)->head : NONE)
		for (uint32_t k = tok(c, v)->child; k != NONE; k = tok(c, k)->next)
			if (tok(c, k)->deprel == DEP_AUX && (c->cues[k] & CUE_AUX_POSSIBLE) && frames_in_class(c->f, c->keys[k], c->f->future))
				return true;
	return false;
}

enum { GOES_ON_MAX = 3 };

/* What only "would" be so goes on telling what somebody was said to say in the sentences before: "Volgens X … . Ook zouden …". */
static void goes_on(const struct coding *c, struct event *e, uint32_t t)
{
	const struct sentence *s = &c->d->sentences.at[tok(c, t)->sentence];
	uint32_t block = s->block;
	bool hearsay = is_hearsay(c, clause_of(c, t));
	int plain = 0;

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
		if (!e->claims.n && hearsay)
			anyone_in(c, e, s);
		if (child_with_cue(c, s->root, CUE_AUX_POSSIBLE) == NONE && (!hearsay || plain++))	/* as long as all "would" be so, but for one sentence */
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

/* The speaker of quotation q by the words around it. */
static void spoken_by(const struct coding *c, struct event *e, uint32_t q)
{
	uint32_t speaker = c->d->quotes.at[q].speaker, v = speaker == NONE ? NONE : tok(c, speaker)->head;

	if (speaker == NONE)
		return;
	if (v == NONE || is_quoted(c, v)) {		/* 'Minister Smit: "…"' */
		add_claims(c, e, speaker, speaker, STANCE_ASSERTS, true);
		return;
	}
	uint32_t say = c->cues[v] & says ? NONE : beside_say(c, v);	/* 'it took long, says the minister: "…"' */

	if (say == NONE || !claims_of_verb(c, e, say, true))
		add_claims(c, e, speaker, v, STANCE_ASSERTS, true);
}

/* Whoever sentence s says speaks in it, says e too. */
static void told_in(const struct coding *c, struct event *e, const struct sentence *s, bool quote)
{
	uint32_t say = beside_say(c, s->root);

	according_to(c, e, s->root, quote);
	if (!e->claims.n && say != NONE && has_speaker(c, say))
		stand_by(c, e, say, STANCE_ASSERTS, quote);
	if (!e->claims.n && (c->cues[s->root] & says) && has_speaker(c, s->root))
		stand_by(c, e, s->root, STANCE_ASSERTS, quote);
	for (uint32_t k = s->end; k-- > s->first && !e->claims.n; )	/* "…, says the mayor." on a later clause */
		if (stands_beside(c, k) && has_speaker(c, k))
			stand_by(c, e, k, STANCE_ASSERTS, quote);
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
	else if (!e->claims.n && before && before->block == s->block)
		spoken_by(c, e, c->d->quote_of[before->root]);
	if (e->claims.n || tok(c, s->root)->upos != UPOS_VERB || !tells_words(c, tok(c, s->root)->sentence))
		return;
	subjects(c, s->root, &h);
	if (h.n != 1 || mention_for(c, h.at[0]) == NONE)
		return;
	const struct mention *m = &c->d->mentions.at[mention_for(c, h.at[0])];

	if (m->n_entities == 1 && c->d->entities.at[m->entities[0]].kind == KIND_PERSON)
		add_claims(c, e, h.at[0], s->root, STANCE_ASSERTS, true);
}

/* '"… ." That is what the analyst says': the sentence behind the quotation says whose it is. */
static void told_behind(const struct coding *c, struct event *e, uint32_t q)
{
	const struct sentence *s = neighbour(c, c->d->quotes.at[q].last, 1);

	if (s && !is_quoted(c, s->root))
		says_back(c, e, s, true);
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
			says_back(c, e, s, false);
	}
}

/* Is all that the sentence of t says a quotation?  Words in it may have marks of their own. */
static bool fills_sentence(const struct coding *c, uint32_t t)
{
	const struct sentence *s = &c->d->sentences.at[tok(c, t)->sentence];

	for (uint32_t k = s->first; k < s->end; k++)
		if (!is_quoted(c, k) && (tok(c, k)->upos == UPOS_VERB || tok(c, k)->upos == UPOS_AUX))
			return false;
	return is_quoted(c, s->root);
}

/* Does the trigger stand in the main clause of its sentence, outside quotations? */
static bool in_main_clause(const struct coding *c, uint32_t t)
{
	uint32_t v = clause_of(c, t);

	while (v != NONE && (tok(c, v)->deprel == DEP_CONJ || tok(c, v)->deprel == DEP_XCOMP) && tok(c, v)->head != NONE)	/* "is going to do it" too */
		v = tok(c, v)->head;
	return v != NONE && tok(c, v)->head == NONE;
}

void claims_across(const struct coding *c, struct event *e, uint32_t t, bool quote)
{
	if (quote)		/* a quotation that fills a sentence of its own */
		spoken_by(c, e, c->d->quote_of[t]);
	if (!quote && in_main_clause(c, t) && (tok(c, t)->upos != UPOS_NOUN || tok(c, t)->deprel != DEP_NMOD))
		said_behind(c, e, t);
	if (!e->claims.n && !quote && (e->status == STATUS_POSSIBLE || is_hearsay(c, clause_of(c, t))))
		goes_on(c, e, t);
	if (!e->claims.n && quote && fills_sentence(c, t))
		spoken_of(c, e, c->d->quote_of[t]);
	if (!e->claims.n && quote)
		told_behind(c, e, c->d->quote_of[t]);
	if (!e->claims.n && quote)
		headline_of(c, e, t);
}

/* Is somebody whom a killed or attacked by the one event also hit by the other?  Whoever dies may stand as either. */
static bool same_victim(const struct coding *c, const struct event *a, const struct event *b)
{
	for (size_t i = 0; i < a->recipients.n + (a->type == EVENT_DIE ? a->actors.n : 0); i++) {
		uint32_t x = i < a->recipients.n ? a->recipients.at[i].entity : a->actors.at[i - a->recipients.n].entity;

		if (x == NONE || c->d->entities.at[x].kind != KIND_PERSON)
			continue;
		for (size_t k = 0; k < b->recipients.n + (b->type == EVENT_DIE ? b->actors.n : 0); k++)
			if ((k < b->recipients.n ? b->recipients.at[k].entity : b->actors.at[k - b->recipients.n].entity) == x)
				return true;
	}
	return false;
}

enum { LEAD_BLOCKS = 3 };	/* title, lead and first paragraph */

/* "X was killed, the president says. … X died in a tunnel.": a death told again is still told by those who said so in headline or lead. */
void claim_deaths(struct coding *c)
{
	for (size_t i = 0; i < c->d->events.n; i++) {
		struct event *e = &c->d->events.at[i];

		if ((e->type != EVENT_DIE && e->type != EVENT_ASSAULT) || e->claims.n || is_quoted(c, e->trigger) || !in_main_clause(c, e->trigger))
			continue;
		for (size_t k = 0; k < i && !e->claims.n; k++) {
			const struct event *told = &c->d->events.at[k];

			if ((told->type == EVENT_DIE || told->type == EVENT_ASSAULT) && told->status == e->status && !is_quoted(c, told->trigger) &&
			    c->d->sentences.at[told->evidence.sentence].block < LEAD_BLOCKS && same_victim(c, told, e))
				for (size_t q = 0; q < told->claims.n; q++)
					*vec_push(c->d->a, &e->claims) = told->claims.at[q];
		}
	}
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
