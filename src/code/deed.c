#include "code/deed.h"

bool concerns_deeds(enum event_type type)
{
	return type == EVENT_ACCUSE || type == EVENT_SUPPORT || type == EVENT_REJECT || type == EVENT_PROTEST;
}

static bool is_among(const uint32_t *heads, uint32_t n, uint32_t t)
{
	for (uint32_t i = 0; i < n; i++)
		if (heads[i] == t)
			return true;
	return false;
}

/* Of "the president of Haiti" the president. */
static uint32_t outermost(const struct coding *c, uint32_t trigger, uint32_t head)
{
	uint32_t n = tok(c, head)->head;

	while (n != NONE && n != trigger && n < head && tok(c, head)->deprel == DEP_NMOD && mention_for(c, n) != NONE) {
		head = n;
		n = tok(c, head)->head;
	}
	return head;
}

/* The deed that a head stands for, or below which it stands, under the trigger: a noun; or NONE. */
static uint32_t deed_of(const struct coding *c, uint32_t trigger, uint32_t head)
{
	uint32_t n = tok(c, head)->deprel == DEP_CONJ ? tok(c, tok(c, head)->head)->head : tok(c, head)->head;

	if (mention_for(c, head) == NONE)
		n = head;
	else if (n == trigger && has_cue(c, doc_child(c->d, head, DEP_CASE), CUE_GENITIVE))	/* "of Ukraine" hung on the verb */
		n = doc_child(c->d, trigger, DEP_OBJ);
	return n == NONE || n == trigger || tok(c, n)->upos != UPOS_NOUN || mention_for(c, n) != NONE || head < n ? NONE : n;
}

/* Whose a noun is by a word before it, or by whom: "Israel's treatment of prisoners", "the annexation of Crimea by Russia". */
static void owners(const struct coding *c, uint32_t noun, struct heads *out)
{
	for (uint32_t k = tok(c, noun)->child; k != NONE && out->n < HEADS_MAX; k = tok(c, k)->next) {
		bool before = k < noun && (tok(c, k)->deprel == DEP_NMOD_POSS || tok(c, k)->deprel == DEP_AMOD || tok(c, k)->deprel == DEP_NMOD);

		if ((before || has_cue(c, doc_child(c->d, k, DEP_CASE), CUE_PASSIVE_AGENT)) && mention_for(c, k) != NONE)
			out->at[out->n++] = k;
		for (uint32_t g = before ? NONE : tok(c, k)->child; g != NONE && out->n < HEADS_MAX; g = tok(c, g)->next)	/* hung on whom it befell */
			if (has_cue(c, doc_child(c->d, g, DEP_CASE), CUE_PASSIVE_AGENT) && mention_for(c, g) != NONE)
				out->at[out->n++] = g;
	}
}

/* Done against somebody? */
static bool is_hostile(enum event_type type)
{
	return type == EVENT_ASSAULT || type == EVENT_COERCE || type == EVENT_SANCTION || type == EVENT_MOBILIZE || type == EVENT_THREATEN;
}

/* Did the deed befall the head, or is it the head?  Then *doers are who did it, as far as it is told.  What is of the opinion's own type is no deed but the
 * opinion: "announced support for Smith", "filed charges against him". */
static bool befell(const struct coding *c, enum event_type opinion, uint32_t deed, uint32_t head, struct heads *doers)
{
	uint32_t heads[HEADS_MAX];
	struct match event, state;
	enum event_type type;
	bool told;

	doers->n = 0;
	owners(c, deed, doers);
	if (!match_trigger(c, deed, &event, &state) || event.frame == NONE || c->f->frames[event.frame].kind != FRAME_NOUN)
		return doers->n > 0 && deed != head;
	type = (enum event_type)c->f->frames[event.frame].type;
	if (c->f->frames[event.frame].symmetric || type == opinion)
		return false;
	told = is_among(heads, match_role(&event, ROLE_RECIPIENT, heads, HEADS_MAX), head);
	if (!told && deed != head)	/* two that it may belong to: the one before is the doer */
		return is_hostile(type) && doers->n > 0 && !is_among(doers->at, doers->n, head);
	if (!doers->n)
		doers->n = match_role(&event, ROLE_ACTOR, doers->at, HEADS_MAX);
	return !is_among(doers->at, doers->n, head) && (doers->n > 0 || (told && is_hostile(type)));
}

/* "The Russian invasion was condemned by France": a thing done that is the object, and nobody found for it. */
static uint32_t doers_of_object(const struct coding *c, uint32_t trigger, uint32_t heads[HEADS_MAX])
{
	struct heads o = { .n = 0 }, doers = { .n = 0 };

	if (tok(c, trigger)->upos == UPOS_VERB)
		objects(c, trigger, &o);
	for (uint32_t i = 0; i < o.n; i++)
		if (tok(c, o.at[i])->upos == UPOS_NOUN && mention_for(c, o.at[i]) == NONE)
			owners(c, o.at[i], &doers);
	for (uint32_t i = 0; i < doers.n; i++)
		heads[i] = doers.at[i];
	return doers.n;
}

/* The by-phrase of a passive is who thinks so. */
static bool thinks_so(const struct coding *c, uint32_t trigger, uint32_t head)
{
	return tok(c, head)->head == trigger && is_passive(c, trigger) && has_cue(c, doc_child(c->d, head, DEP_CASE), CUE_PASSIVE_AGENT);
}

uint32_t doers_for_befallen(const struct coding *c, uint32_t trigger, enum event_type opinion, uint32_t heads[HEADS_MAX], uint32_t n)
{
	uint32_t all[HEADS_MAX], count = 0, others = 0;

	for (uint32_t i = 0; i < n; i++) {
		uint32_t head = outermost(c, trigger, heads[i]), deed = deed_of(c, trigger, head);
		struct heads doers = { .n = 0 };

		if (thinks_so(c, trigger, heads[i]))
			continue;
		others++;
		if (deed == NONE || !befell(c, opinion, deed, head, &doers) || (opinion == EVENT_REJECT && !doers.n)) {
			if (count < HEADS_MAX && !is_among(all, count, heads[i]))
				all[count++] = heads[i];
			continue;
		}
		for (uint32_t k = 0; k < doers.n && count < HEADS_MAX; k++)
			if (!is_among(all, count, doers.at[k]))
				all[count++] = doers.at[k];
	}
	if (!others)
		return doers_of_object(c, trigger, heads);
	for (uint32_t i = 0; i < count; i++)
		heads[i] = all[i];
	return count;
}
