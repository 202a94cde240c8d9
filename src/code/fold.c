/* fold.c - one deed that a sentence tells with several words becomes one event.
 *
 *	"shelled the town, killing 12"			the result is folded into the deed
 *	"an attack that killed nine soldiers"		so is what a relative clause tells of it
 *	"nine were killed and two wounded"		the wounded join the dead
 *	"six are killed in an air strike by Israel"	the noun gives its agent and manner to the verb
 *	"six were killed when rebels shelled the town"	so does a clause
 *	"applies to join the union"			the applying is the joining that lies ahead
 *	"began an operation to take the port"		what force is used for is not told again
 *	"met in Oslo to discuss trade"			what a meeting is held for, or people go to the polls for, is that meeting, that poll, that protest
 *	"agreed to lift the embargo on Cuba"		what somebody promises himself to do is what he promises
 *
 * Force is told so: the deed is ASSAULT in all its words, with one status, and no two of them name different agents; entry: JOIN, LEAVE; CONSULT, ELECT, PROTEST;
 * and promises: AGREE, which lend their content no second line but take its recipients.
 */
#include "code/fold.h"

enum { BACK = 24 };		/* events of one sentence that are looked at */

static bool is_place(const struct coding *c, const struct participant *p)
{
	return p->entity != NONE && c->d->entities.at[p->entity].kind == KIND_PLACE;
}

static bool has(const struct event *e, bool actor, const struct participant *p)
{
	size_t n = actor ? e->actors.n : e->recipients.n;
	const struct participant *at = actor ? e->actors.at : e->recipients.at;

	for (size_t i = 0; i < n; i++)
		if ((p->entity != NONE && at[i].entity == p->entity) || (p->head != NONE && at[i].head == p->head))
			return true;
	return false;
}

/* Nobody acts in one who does not act in the other, or one names nobody. */
static bool agents_agree(const struct event *a, const struct event *b)
{
	const struct event *few = a->actors.n <= b->actors.n ? a : b, *many = few == a ? b : a;

	for (size_t i = 0; i < few->actors.n; i++)
		if (!has(many, true, &few->actors.at[i]))
			return false;
	return true;
}

static bool is_casualty(const struct event *e)
{
	return e->dead.given || e->injured.given;
}

/* The event of the same sentence with trigger t that may tell the same deed as e, or NULL. */
static struct event *told_by(const struct coding *c, const struct event *e, uint32_t t)
{
	size_t at = (size_t)(e - c->d->events.at), first = at > BACK ? at - BACK : 0;

	for (size_t i = first; i < c->d->events.n && i < at + BACK; i++) {
		struct event *x = &c->d->events.at[i];

		if (x != e && x->trigger == t && x->type == EVENT_ASSAULT && x->evidence.sentence == e->evidence.sentence && x->status == e->status &&
		    !x->own_type.n && agents_agree(x, e))
			return x;
	}
	return NULL;
}

/* "12 people": nobody in particular. */
static bool is_anybody(const struct coding *c, const struct participant *p)
{
	const struct entity *x = p->entity == NONE ? NULL : &c->d->entities.at[p->entity];

	return !x || (x->kind == KIND_PEOPLE && !x->country[0] && (!x->sector[0] || !strcmp(x->sector, "CVL")));
}

static bool hits_anybody(const struct coding *c, const struct event *e)
{
	for (size_t i = 0; i < e->recipients.n; i++)
		if (!is_anybody(c, &e->recipients.at[i]))
			return false;
	return true;
}

/* The deed that the clause of casualties e is the result of, or a further part of. */
static struct event *deed_of(const struct coding *c, const struct event *e)
{
	uint32_t v = e->trigger, h = tok(c, v)->head;
	enum deprel r = tok(c, v)->deprel;

	if (h == NONE || (tok(c, v)->upos != UPOS_VERB && !(tok(c, v)->upos == UPOS_ADJ && r == DEP_CONJ)) || (!is_casualty(e) && !(r == DEP_CONJ && frames_in_class(c->f, c->keys[v], c->f->harm))))
		return NULL;
	if (r == DEP_CONJ) {
		struct event *x = told_by(c, e, h);
		/* "ten officers were wounded and three rebels were killed" are two, "seven people were killed and dozens were injured" are one */
		bool apart = !hits_anybody(c, e) && doc_child(c->d, v, DEP_AUX_PASS) != NONE;

		return x && (is_casualty(x) || frames_in_class(c->f, c->keys[h], c->f->harm)) && tok(c, h)->upos == UPOS_VERB && !apart ? x : NULL;
	}
	bool participle = (tok(c, v)->bits & (FEAT_PART | FEAT_GER)) && !(tok(c, v)->bits & FEAT_FIN) && doc_child(c->d, v, DEP_MARK) == NONE &&
		doc_child(c->d, v, DEP_CASE) == NONE && v > h;

	/* "hit a convoy carrying grain, killing two" */
	if (r == DEP_ADVCL && participle && tok(c, h)->deprel == DEP_ACL && verb_over_noun(c, h) != NONE && tok(c, v - 1)->upos == UPOS_PUNCT)
		h = verb_over_noun(c, h);
	if ((r == DEP_ADVCL && participle) || r == DEP_ACL_RELCL || (r == DEP_ACL && participle))
		return told_by(c, e, h);
	return NULL;
}

/* The verb of casualties that stands over the noun e: "killed in an attack", "the attack killed". */
static struct event *casualties_of(const struct coding *c, const struct event *e)
{
	uint32_t v = tok(c, e->trigger)->head;
	enum deprel r = tok(c, e->trigger)->deprel;

	if (v == NONE || tok(c, e->trigger)->upos != UPOS_NOUN || tok(c, v)->upos != UPOS_VERB || (r != DEP_OBL && r != DEP_OBL_ARG && r != DEP_OBL_AGENT && r != DEP_NSUBJ))
		return NULL;
	struct event *x = told_by(c, e, v);

	if (!x && tok(c, v)->deprel == DEP_CONJ && is_passive(c, v))	/* "four were killed and 23 wounded in a raid" */
		x = told_by(c, e, tok(c, v)->head);
	bool bare = r == DEP_NSUBJ && !e->actors.n && !e->recipients.n;	/* "a suicide bomber attacked" tells of one attack */

	return x && (x->recipients.n || bare) && (!x->mode.n || !e->mode.n || str_eq(x->mode, e->mode)) ? x : NULL;
}

/* The verb of casualties over the clause e that tells how they came: "six were killed when rebels shelled the town", unless they were the rebels. */
static struct event *casualties_over(const struct coding *c, const struct event *e)
{
	uint32_t v = tok(c, e->trigger)->head;
	bool onset = false;

	if (v == NONE || tok(c, e->trigger)->deprel != DEP_ADVCL || tok(c, v)->upos != UPOS_VERB)
		return NULL;
	for (uint32_t k = tok(c, e->trigger)->child; k != NONE && k < e->trigger; k = tok(c, k)->next)
		onset |= (tok(c, k)->deprel == DEP_MARK || tok(c, k)->deprel == DEP_ADVMOD) && frames_in_class(c->f, c->keys[k], c->f->onset);
	struct event *x = onset ? told_by(c, e, v) : NULL;

	if (!x || !is_casualty(x) || !x->recipients.n)
		return NULL;
	for (size_t i = 0; i < e->actors.n; i++)
		if (has(x, false, &e->actors.at[i]))
			return NULL;
	return x;
}

static void take_codes(struct event *to, const struct event *from)
{
	if (to->mode.n || !from->mode.n || to->type != from->type)
		return;
	to->mode = from->mode;
	to->cameo = from->cameo;
	to->contexts = from->contexts;
	to->quad = from->quad;
	to->goldstein = from->goldstein;
}

/* Those hit: a place gives way to people, and who was aimed at suffices without "12 people". */
static void add_hit(const struct coding *c, struct event *to, const struct event *from)
{
	bool target = false, people = false;
	size_t n = 0;

	for (size_t i = 0; i < to->recipients.n; i++)
		target |= !is_place(c, &to->recipients.at[i]) && !is_anybody(c, &to->recipients.at[i]);
	for (size_t i = 0; i < from->recipients.n; i++) {
		const struct participant *p = &from->recipients.at[i];

		if (!has(to, false, p) && !has(to, true, p) && !(target && is_anybody(c, p)))
			*vec_push(c->d->a, &to->recipients) = *p;
	}
	for (size_t i = 0; i < to->recipients.n; i++)
		people |= !is_place(c, &to->recipients.at[i]);
	for (size_t i = 0; i < to->recipients.n; i++)
		if (!people || !is_place(c, &to->recipients.at[i]))
			to->recipients.at[n++] = to->recipients.at[i];
	to->recipients.n = n;
}

/* "killed in clashes with rebels": who is fought with has done it. */
static bool is_fought_with(const struct coding *c, const struct event *e, const struct participant *p)
{
	return tok(c, e->trigger)->upos == UPOS_NOUN && p->head != NONE && has_cue(c, doc_child(c->d, p->head, DEP_CASE), CUE_ABSOLUTE);
}

/* "killed in a clash with police": a riot that tells no more than whom they fought with is the deed that killed them. */
static bool is_fight(const struct coding *c, const struct event *e)
{
	return e->type == EVENT_PROTEST && !e->actors.n && e->recipients.n == 1 && is_fought_with(c, e, &e->recipients.at[0]);
}

/* What `from` knows and `to` does not. */
static void fold_into(const struct coding *c, struct event *to, const struct event *from)
{
	for (size_t i = 0; i < from->actors.n; i++)
		if (!has(to, true, &from->actors.at[i]))
			*vec_push(c->d->a, &to->actors) = from->actors.at[i];
	for (size_t i = 0; i < from->recipients.n; i++)
		if (is_fought_with(c, from, &from->recipients.at[i]) && !has(to, true, &from->recipients.at[i]) && !has(to, false, &from->recipients.at[i]))
			*vec_push(c->d->a, &to->actors) = from->recipients.at[i];
	add_hit(c, to, from);
	if (!to->dead.given)
		to->dead = from->dead;
	if (!to->injured.given)
		to->injured = from->injured;
	if (to->where.entity == NONE)
		to->where = from->where;
	if (to->when.start == DAY_NONE)
		to->when = from->when;
	if (to->instrument.end <= to->instrument.start)
		to->instrument = from->instrument;
	take_codes(to, from);
}

/* The application that the verb e of joining stands under, the meeting or poll whose purpose e tells, or NULL. */
static struct event *application_for(const struct coding *c, const struct event *e)
{
	uint32_t h = tok(c, e->trigger)->head;
	enum deprel r = tok(c, e->trigger)->deprel;
	size_t at = (size_t)(e - c->d->events.at);

	bool entry = e->type == EVENT_JOIN || e->type == EVENT_LEAVE;
	bool manner = r == DEP_ADVCL && (tok(c, e->trigger)->bits & FEAT_PRES) && !(tok(c, e->trigger)->bits & FEAT_FIN) &&
		doc_child(c->d, e->trigger, DEP_MARK) == NONE && doc_child(c->d, e->trigger, DEP_CASE) == NONE && !e->recipients.n;	/* "hold talks, discussing trade" */
	bool purpose = (e->type == EVENT_CONSULT || e->type == EVENT_ELECT || e->type == EVENT_PROTEST) && (e->status == STATUS_HYPOTHETICAL || manner);

	bool venue = e->type == EVENT_CONSULT && (tok(c, e->trigger)->upos == UPOS_NOUN || tok(c, e->trigger)->upos == UPOS_PROPN) && r == DEP_OBL;	/* "met at the Asia Meeting" */

	purpose |= e->type == EVENT_ACCUSE && (tok(c, e->trigger)->bits & FEAT_INF) && has_cue(c, h, CUE_CONTACT);	/* "summoned the envoy to complain" */

	if (!venue && ((!entry && !purpose) || (r != DEP_XCOMP && r != DEP_ADVCL && r != DEP_ACL && r != DEP_CCOMP)))
		return NULL;
	for (size_t i = at > BACK ? at - BACK : 0; i < c->d->events.n && i < at + BACK; i++) {
		struct event *x = &c->d->events.at[i];

		if (x != e && x->trigger == h && x->type == e->type && agents_agree(x, e) && (entry || e->actors.n <= x->actors.n))
			return x;
	}
	return NULL;
}

/* The use of force whose aim the verb e tells, or NULL. */
static struct event *operation_for(const struct coding *c, const struct event *e)
{
	uint32_t h = tok(c, e->trigger)->head, v = h == NONE ? NONE : tok(c, h)->head;
	enum deprel r = tok(c, e->trigger)->deprel;
	size_t at = (size_t)(e - c->d->events.at);

	if ((e->type != EVENT_COERCE && e->type != EVENT_ASSAULT) || e->status != STATUS_HYPOTHETICAL || (r != DEP_ACL && r != DEP_XCOMP && r != DEP_ADVCL) || !e->actors.n)
		return NULL;
	for (size_t i = at > BACK ? at - BACK : 0; i < c->d->events.n && i < at + BACK; i++) {
		struct event *x = &c->d->events.at[i];
		bool over = x->trigger == h || (x->trigger == v && r == DEP_ACL && tok(c, h)->deprel == DEP_OBJ);

		if (x != e && over && x->type == EVENT_ASSAULT && x->status != STATUS_HYPOTHETICAL && agents_agree(x, e))
			return x;
	}
	return NULL;
}

/* Types of PLOVER: whoever promises such a deed is coded as promising.  Entry, office and arms are looked for by themselves, promised or not. */
static bool is_told_by_promise(const struct event *e)
{
	switch (e->type) {
	case EVENT_SAY: case EVENT_AGREE: case EVENT_JOIN: case EVENT_LEAVE: case EVENT_ELECT: case EVENT_APPOINT: case EVENT_STEP_DOWN: case EVENT_DIE: case EVENT_TRANSFER:
		return false;
	default:
		return (e->status == STATUS_PLANNED || e->status == STATUS_HYPOTHETICAL) && !e->own_type.n;
	}
}

/* The promise in whose complement e stands ("agreed to withdraw and disarm", "is willing to provide aid"), or NULL. */
static struct event *promise_of(const struct coding *c, const struct event *e)
{
	uint32_t t = e->trigger;
	size_t at = (size_t)(e - c->d->events.at);

	if (!is_told_by_promise(e))
		return NULL;
	for (int steps = 0; steps < 4 && tok(c, t)->head != NONE; steps++) {
		enum deprel r = tok(c, t)->deprel;

		if (r != DEP_XCOMP && r != DEP_CCOMP && r != DEP_CONJ && r != DEP_ACL && r != DEP_OBJ && !(r == DEP_ADVCL && (tok(c, t)->bits & FEAT_INF)))
			return NULL;
		t = tok(c, t)->head;
		for (size_t i = at > BACK ? at - BACK : 0; i < c->d->events.n && i < at + BACK; i++) {
			struct event *x = &c->d->events.at[i];

			if (x != e && x->trigger == t && x->type == EVENT_AGREE && x->status == STATUS_HAPPENED && !x->own_type.n && agents_agree(x, e) && e->actors.n)
				return x;
		}
	}
	return NULL;
}

/* Whom the promised deed is for. */
static void take_beneficiaries(const struct coding *c, struct event *to, const struct event *from)
{
	if (to->symmetric || from->symmetric || to->recipients.n)
		return;
	for (size_t i = 0; i < from->recipients.n; i++)
		if (!has(to, true, &from->recipients.at[i]))
			*vec_push(c->d->a, &to->recipients) = from->recipients.at[i];
}

void fold_deeds(struct coding *c)
{
	struct doc *d = c->d;
	size_t n = 0;

	for (size_t i = d->events.n; i-- > 0; ) {	/* results stand behind their deeds: the last first */
		struct event *e = &d->events.at[i], *into = e->type == EVENT_ASSAULT && !e->own_type.n ? deed_of(c, e) : NULL;

		if (!into && (e->type == EVENT_ASSAULT || is_fight(c, e)) && !e->own_type.n)
			into = casualties_of(c, e);
		if (!into && e->type == EVENT_ASSAULT && !e->own_type.n)
			into = casualties_over(c, e);
		if (!into)
			into = application_for(c, e);
		if (!into)
			into = operation_for(c, e);
		struct event *promise = into ? NULL : promise_of(c, e);

		if (promise)
			take_beneficiaries(c, promise, e);
		else if (into)
			fold_into(c, into, e);
		else
			continue;
		e->trigger = NONE;
	}
	for (size_t i = 0; i < d->events.n; i++)
		if (d->events.at[i].trigger != NONE)
			d->events.at[n++] = d->events.at[i];
	d->events.n = n;
}
