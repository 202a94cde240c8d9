#include "code/saying.h"

#include "code/context.h"
#include "code/parties.h"

/* Is t, or the phrase of two words that v makes with an infinitive ("laat weten"), what verb v says? */
static bool is_content(const struct coding *c, uint32_t v, uint32_t t)
{
	uint32_t h = tok(c, t)->head;
	enum deprel r = tok(c, t)->deprel;

	if (tok(c, t)->upos != UPOS_VERB || h == NONE || (r != DEP_CCOMP && !(r == DEP_XCOMP && (tok(c, t)->bits & FEAT_INF))))
		return false;
	return h == v || (tok(c, h)->head == v && tok(c, h)->deprel == DEP_XCOMP && (tok(c, h)->bits & FEAT_INF));
}

/* Told as done before it is said: "said that he had refused". */
static bool is_told_of_past(const struct coding *c, uint32_t v)
{
	uint32_t aux = doc_child(c->d, v, DEP_AUX);

	if (aux == NONE)
		return (tok(c, v)->bits & FEAT_FIN) && (tok(c, v)->bits & FEAT_PAST);
	return (tok(c, v)->bits & FEAT_PART) != 0;
}

/* Is the speaker the one who does it, or does he speak for the state that does? */
static bool speaks_of_himself(const struct coding *c, const struct event *said, const struct event *deed)
{
	if (said->actors.n != 1 || deed->actors.n != 1 || said->actors.at[0].entity == NONE || deed->actors.at[0].entity == NONE)
		return false;
	if (said->actors.at[0].entity == deed->actors.at[0].entity)
		return true;
	const struct entity *who = party_entity(c, &said->actors.at[0]), *doer = party_entity(c, &deed->actors.at[0]);

	return doer->kind == KIND_COUNTRY && who->country[0] && !strcmp(who->country, doer->country) && (!strcmp(who->sector, "GOV") || !strcmp(who->sector, "MIL"));
}

/* A deed by which somebody comes to harm. */
static bool is_harm(enum event_type t)
{
	return t == EVENT_ASSAULT || t == EVENT_COERCE || t == EVENT_SANCTION;
}

/* What is threatened, as a mode of THREATEN. */
static struct str threat_of(const struct event *deed)
{
	if (deed->type == EVENT_ASSAULT)
		return STR("violence");
	if (deed->type == EVENT_SANCTION)
		return str_is(deed->mode, "expel") ? STR("expel") : STR("relations");
	return str_is(deed->mode, "arrest") ? STR("arrest") : STR("restrict");
}

static bool is_aimed(const struct coding *c, const struct event *deed)
{
	for (size_t i = 0; i < deed->recipients.n; i++) {
		const struct entity *x = party_entity(c, &deed->recipients.at[i]);

		if (x && is_political_entity(x, EVENT_THREATEN))
			return true;
	}
	return false;
}

static bool is_act_of_words(const struct event *e)
{
	return e->type == EVENT_REJECT || e->type == EVENT_SUPPORT || e->type == EVENT_ACCUSE || e->type == EVENT_REQUEST || e->type == EVENT_THREATEN || e->type == EVENT_AGREE;
}

/* Settles what `said` is by the deed told in its content; true where the deed alone tells it. */
static bool settle(struct coding *c, const struct types *types, struct event *said, const struct event *deed)
{
	if (!is_content(c, said->trigger, deed->trigger) || is_told_of_past(c, deed->trigger) || !speaks_of_himself(c, said, deed))
		return false;
	if (is_act_of_words(deed))
		return (deed->status == STATUS_HAPPENED || deed->status == STATUS_ONGOING) && said->actors.at[0].entity == deed->actors.at[0].entity;
	if (is_harm(deed->type) && (deed->status == STATUS_PLANNED || deed->status == STATUS_HYPOTHETICAL) && is_aimed(c, deed)) {
		said->type = EVENT_THREATEN;
		said->mode = threat_of(deed);
		memset(&said->recipients, 0, sizeof(said->recipients));
		for (size_t i = 0; i < deed->recipients.n; i++)
			*vec_push(c->d->a, &said->recipients) = deed->recipients.at[i];
		set_codes(types, said, STR_NONE, STR_NONE);
	}
	return false;
}

void settle_sayings(struct coding *c, const struct types *types)
{
	struct doc *d = c->d;
	size_t kept = 0;

	for (size_t i = 0; i < d->events.n; i++) {
		struct event *said = &d->events.at[i];
		bool told = false, may = said->type == EVENT_SAY && !said->own_type.n && !said->claims.n && said->status == STATUS_HAPPENED;

		for (size_t k = i + 1; may && !told && k < d->events.n && tok(c, d->events.at[k].trigger)->sentence == tok(c, said->trigger)->sentence; k++)
			told = settle(c, types, said, &d->events.at[k]);
		if (!told)
			d->events.at[kept++] = *said;
	}
	d->events.n = kept;
}

/* "Says to step down": what the speaker tells of himself. */
static bool tells_own_deed(const struct doc *d, const struct event *said, const struct event *deed)
{
	uint32_t t = deed->trigger;

	return d->tokens.at[t].deprel == DEP_XCOMP && d->tokens.at[t].head == said->trigger && (d->tokens.at[t].bits & FEAT_INF) && doc_child(d, t, DEP_CONJ) == NONE &&
	       said->actors.n == 1 && deed->actors.n == 1 && said->actors.at[0].entity != NONE && said->actors.at[0].entity == deed->actors.at[0].entity;
}

/* Is the deed the whole of what is said, and does it say who says so? */
static bool tells_all(const struct doc *d, const struct event *said, const struct event *deed)
{
	uint32_t v = said->trigger, t = deed->trigger, h = d->tokens.at[t].head;
	bool content = h != NONE && d->tokens.at[t].deprel == DEP_CCOMP &&
		       (h == v || (d->tokens.at[h].head == v && d->tokens.at[h].deprel == DEP_XCOMP));	/* "laat weten" */

	/* "zei de premier dat …", hung on the prime minister */
	content |= h != NONE && h > v && t > h && (d->tokens.at[t].deprel == DEP_ACL || d->tokens.at[t].deprel == DEP_ACL_RELCL) && d->tokens.at[h].head == v &&
		   d->tokens.at[h].deprel == DEP_NSUBJ && doc_child(d, t, DEP_MARK) != NONE;
	bool beside = d->tokens.at[v].head == t && d->tokens.at[v].deprel == DEP_PARATAXIS;

	if (tells_own_deed(d, said, deed))
		return true;
	if ((!content && !beside) || doc_child(d, t, DEP_CONJ) != NONE || doc_child(d, t, DEP_PARATAXIS) != (beside ? v : NONE))
		return false;
	for (size_t i = 0; i < deed->claims.n; i++)
		if (deed->claims.at[i].cue.start == said->trigger_span.start && deed->claims.at[i].stance == STANCE_ASSERTS)
			return true;
	return false;
}

/* "Denies all and says that …": one statement with two verbs of saying; the one that denies, else the first, stands for both. */
static bool is_second_verb(const struct doc *d, const struct event *second, const struct event *first)
{
	uint32_t v = second->trigger, h = d->tokens.at[v].head;
	bool joined = d->tokens.at[v].deprel == DEP_CONJ && h == first->trigger, before = d->tokens.at[first->trigger].deprel == DEP_CONJ && d->tokens.at[first->trigger].head == v;

	return first->type == EVENT_SAY && (joined || (before && first->claims.n)) && first->status == STATUS_HAPPENED && !first->own_type.n && second->actors.n == 1 && first->actors.n == 1 &&
	       second->actors.at[0].entity != NONE && second->actors.at[0].entity == first->actors.at[0].entity;
}

void sift_sayings(struct doc *d)
{
	enum { NEAR = 32 };		/* events before and behind in the text that are looked at: a sentence has fewer */
	size_t n = d->events.n, kept = 0;
	uint8_t *told = arena_array(d->a, uint8_t, n + 1);

	for (size_t i = 0; i < n; i++) {
		const struct event *said = &d->events.at[i];
		bool may = said->type == EVENT_SAY && !said->own_type.n && !said->claims.n && said->status == STATUS_HAPPENED;

		for (size_t k = i > NEAR ? i - NEAR : 0; may && !told[i] && k < n && k < i + NEAR; k++) {
			const struct event *x = &d->events.at[k];

			if (k != i && !told[k] && x->evidence.sentence == said->evidence.sentence && x->confidence * 2 >= said->confidence)
				told[i] = tells_all(d, said, x) || is_second_verb(d, said, x);
		}
	}
	for (size_t i = 0; i < n; i++)
		if (!told[i])
			d->events.at[kept++] = d->events.at[i];
	d->events.n = kept;
}
