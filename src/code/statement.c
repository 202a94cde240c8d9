/* statement.c - what is said and is no deed of another type: SAY with its topic, by a verb of saying or by a quotation that any verb introduces. */
#include "code/event.h"

#include "code/claim.h"
#include "code/context.h"
#include "code/parties.h"
#include "code/speaker.h"

#include <string.h>

/* The quotation that verb v introduces: at least four words in quotation marks which hang on v, or on which v hangs. */
static struct span quotation_of(const struct coding *c, uint32_t v)
{
	const struct sentence *s = &c->d->sentences.at[tok(c, v)->sentence];
	struct span none = { 0, 0 };

	if (is_quoted(c, v) || (tok(c, v)->deprel == DEP_ADVCL && doc_child(c->d, v, DEP_MARK) != NONE && !(c->cues[v] & says)))	/* "…", because they had got it */
		return none;
	for (uint32_t t = s->first; t < s->end; t++) {
		uint32_t end = t, linked = 0;

		while (end < s->end && is_quoted(c, end)) {
			uint32_t h = tok(c, end)->head;

			linked |= h == v || (h != NONE && h == tok(c, v)->head && !is_quoted(c, h)) || tok(c, v)->head == end;
			end++;
		}
		if (end - t >= 4 && linked)
			return doc_span(c->d, t, end - 1);
		t = end > t ? end : t;
	}
	return none;
}

/* A whole clause, or "spoke of 'a disgrace'": other words in quotation marks are part of the sentence that quotes them. */
static bool is_utterance(const struct coding *c, uint32_t v, struct span quote)
{
	const struct sentence *s = &c->d->sentences.at[tok(c, v)->sentence];

	for (uint32_t t = s->first; t < s->end; t++)
		if (tok(c, t)->span.start >= quote.start && tok(c, t)->span.end <= quote.end &&
		    ((tok(c, t)->bits & FEAT_FIN) || (tok(c, t)->head == v && (tok(c, v)->bits & FEAT_FIN) && has_cue(c, doc_child(c->d, t, DEP_CASE), CUE_GENITIVE))))
			return true;
	return false;
}

/* Does something in quotation marks hang on the verb itself? */
static bool quotes_itself(const struct coding *c, uint32_t v)
{
	for (uint32_t k = tok(c, v)->child; k != NONE; k = tok(c, k)->next)
		if (is_quoted(c, k))
			return true;
	return false;
}

/* "According to the judge the club broke the law, 'in a way that …'": another says so than who does it; a summary of what he said does not. */
static bool is_by_another(const struct coding *c, uint32_t v)
{
	const struct sentence *s = &c->d->sentences.at[tok(c, v)->sentence];

	for (uint32_t t = s->first; t < s->end; t++)
		if ((c->cues[t] & CUE_ACCORDING) && !is_quoted(c, t) && t != v && tok(c, t)->head != NONE && is_actor(c, tok(c, t)->head))
			return true;
	return false;
}

bool add_quotation(struct coding *c, const struct types *types, uint32_t v)
{
	struct span quote = quotation_of(c, v);

	if (quote.end <= quote.start || (!(c->cues[v] & (CUE_SAY | CUE_SAY_DENIES | CUE_SAY_DOUBTS | CUE_SAY_CONFIRMS | CUE_CALL_VERB)) && (!is_utterance(c, v, quote) || is_by_another(c, v))))
		return false;
	for (size_t i = c->d->events.n; i-- > 0 && tok(c, c->d->events.at[i].trigger)->sentence == tok(c, v)->sentence; ) {
		enum event_type type = c->d->events.at[i].type;
		bool by_words = type == EVENT_ACCUSE || type == EVENT_REQUEST || type == EVENT_THREATEN || type == EVENT_REJECT;

		if (c->d->events.at[i].trigger == v && (type == EVENT_SAY || (type == EVENT_AGREE && !quotes_itself(c, v)) || (by_words && (c->cues[v] & CUE_SAY))))
			return false;
	}
	return add_statement(c, types, v);
}

/* Is say the other half of a verb of saying that is told already ("laat weten")? */
static bool is_half_told(const struct coding *c, uint32_t say)
{
	uint32_t h = tok(c, say)->head;

	return tok(c, say)->deprel == DEP_XCOMP && h != NONE && c->taken[h] && (c->cues[h] & says) && doc_child(c->d, say, DEP_NSUBJ) == NONE;
}

bool add_statement(struct coding *c, const struct types *types, uint32_t say)
{
	struct heads h = { .n = 0 };
	participants actors = { 0 };
	struct event e = { 0 };

	if (is_half_told(c, say) || is_passive(c, say) || (tok(c, say)->deprel == DEP_ACL && (tok(c, say)->bits & FEAT_INF)) ||	/* "no reason to think" */ (has_cue(c, say, CUE_ACCORDING) && !(tok(c, say)->bits & FEAT_FIN)))	/* "citing a report" */
		return false;
	subjects(c, say, &h);
	for (uint32_t i = 0; i < h.n; i++)
		add_participants(c, h.at[i], &actors);
	e.topic = quotation_of(c, say);
	if (e.topic.end <= e.topic.start)
		e.topic = said_by(c, say);
	if (!speaks_for_somebody(c, &actors) || e.topic.end <= e.topic.start)
		return false;
	participants about = { 0 };

	recipient_of_content(c, say, &actors, &about);
	without_own_country(c, &about, &actors);
	without(&about, &actors);
	for (size_t i = 0; i < about.n; i++) {	/* only those whose affairs the record keeps: not "that they", "that our customers" */
		const struct entity *x = party_entity(c, &about.at[i]);

		/* "that the rule of law in Malta fails": where it is */
		bool place = x && (x->kind == KIND_COUNTRY || x->kind == KIND_PLACE) && has_cue(c, doc_child(c->d, about.at[i].head, DEP_CASE), CUE_WITHIN);

		if (x && !place && is_political_entity(x, EVENT_SAY) && c->d->mentions.at[about.at[i].mention].how != MENTION_PRONOUN)
			*vec_push(c->d->a, &e.recipients) = about.at[i];
	}
	e.type = EVENT_SAY;
	e.trigger = say;
	e.trigger_span = tok(c, say)->span;
	e.frame = NONE;
	e.evidence = evidence_of(c, say);
	e.where = (struct participant){ NONE, NONE, NONE, { 0, 0 } };
	copy_parties(c->d->a, &actors, &e.actors);
	uint32_t no = child_with_cue(c, say, CUE_NEGATOR);

	if (no != NONE && no < say && (tok(c, no)->deprel == DEP_ADVMOD || tok(c, no)->deprel == DEP_MARK))	/* what is not said, "without telling"; behind it, "not" belongs to what is */
		return false;
	for (uint32_t k = tok(c, say)->child; k != NONE; k = tok(c, k)->next)
		if (tok(c, k)->deprel == DEP_AUX && (c->cues[k] & (CUE_AUX_PLANNED | CUE_AUX_POSSIBLE | CUE_AUX_HYPOTHETICAL)))
			return false;
	e.status = !is_past(c, say) && child_with_cue(c, say, CUE_ADV_PLANNED) != NONE ? STATUS_PLANNED : STATUS_HAPPENED;	/* "announces tonight who" */
	e.when = find_when(c, say, NONE, e.status, EVENT_SAY);
	settle_time(c, &e);
	set_codes(types, &e, STR_NONE, STR_NONE);
	if (c->cues[say] & (CUE_SAY_DENIES | CUE_SAY_DOUBTS)) {	/* what else is said is an act that the article vouches for */
		bool direct = false;
		const struct sentence *s = &c->d->sentences.at[tok(c, say)->sentence];

		for (uint32_t t = s->first; t < s->end; t++)
			direct |= is_quoted(c, t);
		*vec_push(c->d->a, &e.claims) = (struct claim){ e.actors.at[0], c->cues[say] & CUE_SAY_DENIES ? STANCE_DENIES : STANCE_DOUBTS, direct, e.trigger_span };
	}
	claim_of_speaker(c, &e, say);
	e.traits[TRAIT_STATEMENT] = true;
	*vec_push(c->d->a, &c->d->events) = e;
	c->taken[say] = 1;
	return true;
}
