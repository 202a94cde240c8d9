/* event.c - from a matched frame to an event: who takes part, and everything else that it carries. */
#include "code/event.h"

#include "base/unicode.h"
#include "code/claim.h"
#include "code/confidence.h"
#include "code/context.h"
#include "code/deed.h"
#include "code/parties.h"
#include "code/status.h"

static bool is_political(const struct coding *c, const participants *p, enum event_type type)
{
	for (size_t i = 0; i < p->n; i++) {
		const struct entity *x = party_entity(c, &p->at[i]);

		if (x && is_political_entity(x, type))
			return true;
	}
	return false;
}

static bool has_place(const struct coding *c, const struct event *e)
{
	return party_entity(c, &e->where) != NULL;
}

/* Types in which nameless crowds, voters and gunmen act: a place makes them political enough. */
static bool place_suffices(enum event_type type)
{
	return type == EVENT_PROTEST || type == EVENT_ASSAULT || type == EVENT_COERCE || type == EVENT_MOBILIZE || type == EVENT_ELECT;
}

/* Adds the number n that stands before `noun`. */
static void add_count(struct count *sum, struct count n, uint32_t noun)
{
	if (sum->given && n.given && n.span.end <= noun) {
		sum->min += n.min;
		sum->max = sum->max == UINT32_MAX || n.max == UINT32_MAX ? UINT32_MAX : sum->max + n.max;
		sum->span.end = n.span.end > sum->span.end ? n.span.end : sum->span.end;
	}
}

static void take_spans(const struct coding *c, const struct match *m, struct event *e)
{
	uint32_t heads[HEADS_MAX], n;
	struct { enum role role; struct span *at; } single[] = {
		{ ROLE_TOPIC, &e->topic }, { ROLE_CAUSE, &e->cause }, { ROLE_INSTRUMENT, &e->instrument }, { ROLE_AGREEMENT, &e->agreement },
	};
	struct { enum role role; struct count *at; } counts[] = {
		{ ROLE_DEAD, &e->dead }, { ROLE_INJURED, &e->injured }, { ROLE_ARRESTED, &e->arrested },
	};

	for (size_t i = 0; i < sizeof(single) / sizeof(*single); i++)
		if (match_role(m, single[i].role, heads, 1))
			*single[i].at = phrase_of(c, heads[0]);
	n = match_role(m, ROLE_GOODS, heads, HEADS_MAX);
	for (uint32_t i = 0; i < n; i++)
		*vec_push(c->d->a, &e->goods) = phrase_of(c, heads[i]);
	for (size_t i = 0; n == 1 && i < e->recipients.n; i++) {	/* what is given is not who gets it: "have pledged fighter jets"; two objects tell both */
		uint32_t said = e->recipients.at[i].mention;

		if (e->recipients.at[i].head != heads[0] || said == NONE || c->d->mentions.at[said].how != MENTION_DESCRIPTION)
			continue;
		memmove(&e->recipients.at[i], &e->recipients.at[i + 1], (e->recipients.n - i - 1) * sizeof(*e->recipients.at));
		e->recipients.n--;
		break;
	}
	for (size_t i = 0; i < sizeof(counts) / sizeof(*counts); i++) {
		n = match_role(m, counts[i].role, heads, HEADS_MAX);
		if (n)
			*counts[i].at = find_count(c, heads[0]);
		for (uint32_t k = 1; k < n; k++)	/* "eight marines and a sailor" are nine, "two dead and four wounded" are not six */
			if (tok(c, heads[0])->upos == UPOS_NOUN && tok(c, heads[k])->upos == UPOS_NOUN && mention_for(c, heads[k]) != NONE)
				add_count(counts[i].at, find_count(c, heads[k]), tok(c, heads[k])->span.start);
	}
	e->ordinal = find_ordinal(c, m->trigger);
	for (uint32_t i = 0; i < m->n_fixed && !e->ordinal.given; i++)	/* "pays his ninth visit" */
		e->ordinal = find_ordinal(c, m->fixed[i]);
}

static struct span trigger_span(const struct coding *c, const struct match *m)
{
	return tok(c, m->trigger)->span;
}

struct evidence evidence_of(const struct coding *c, uint32_t t)
{
	uint32_t s = tok(c, t)->sentence;

	return (struct evidence){ c->d->sentences.at[s].span, s };
}

static bool is_perfect_participle(const struct coding *c, uint32_t t)
{
	return (tok(c, t)->bits & FEAT_PART) && !(tok(c, t)->bits & FEAT_PRES) && doc_child(c->d, t, DEP_AUX) != NONE;
}

static bool tells_past(const struct coding *c, uint32_t t)
{
	return is_perfect_participle(c, t) || is_past(c, t);
}

/* Does the noun stand beside a verb of words, as what is talked about? */
static bool is_topic(const struct coding *c, uint32_t noun)
{
	if (tok(c, noun)->deprel != DEP_OBL && tok(c, noun)->deprel != DEP_OBL_ARG)
		return false;
	for (size_t i = c->d->events.n; i-- > 0 && tok(c, c->d->events.at[i].trigger)->sentence == tok(c, noun)->sentence; )
		if (c->d->events.at[i].trigger == tok(c, noun)->head)
			return is_told((int)c->d->events.at[i].type);
	return false;
}

/* Does the date of a noun's event hang on the noun? */
static bool is_own_day(const struct coding *c, const struct event *e)
{
	for (uint32_t k = tok(c, e->trigger)->child; k != NONE; k = tok(c, k)->next)
		if (c->dated[k])
			return true;
	return false;
}

void settle_time(const struct coding *c, struct event *e)
{
	uint32_t passive = doc_child(c->d, e->trigger, DEP_AUX_PASS);
	bool been = passive != NONE && !((tok(c, passive)->bits & (FEAT_FIN | FEAT_INF)) && !(tok(c, passive)->bits & FEAT_PAST));	/* "after being shot" */
	bool done = is_perfect_participle(c, e->trigger) || (been && (tok(c, e->trigger)->bits & FEAT_PART) && !(tok(c, e->trigger)->bits & FEAT_PRES)) ||
		(is_past(c, e->trigger) && !(c->cues[e->trigger] & (CUE_SAY | CUE_HEAD_PLANNED)));	/* "announced his resignation as of June" */

	if (done) {
		if (e->when.start != DAY_NONE && e->when.start > c->d->date && e->status == STATUS_HAPPENED)
			e->when = (struct when){ .start = DAY_NONE, .end = DAY_NONE };
		return;
	}
	/* "asked on Monday about the meeting": the day is the asking's */
	if (tok(c, e->trigger)->upos == UPOS_NOUN && (tok(c, e->trigger)->deprel == DEP_NMOD || is_topic(c, e->trigger)) && !is_own_day(c, e)) {
		if (e->when.start > c->d->date && e->when.basis != BASIS_PUBLISHED)
			e->when = (struct when){ .start = DAY_NONE, .end = DAY_NONE };
		return;
	}
	bool known = c->d->date != DAY_NONE && e->when.start != DAY_NONE && !e->when.since;
	bool ahead = known && e->when.start > c->d->date;
	/* "goes to Thailand this week" */
	bool within = known && e->type == EVENT_CONSULT && str_is(e->mode, "visit") && e->when.start <= c->d->date && e->when.end > c->d->date && e->when.basis == BASIS_RELATIVE &&
		      tok(c, e->trigger)->upos == UPOS_VERB && (tok(c, e->trigger)->bits & FEAT_PRES) && (tok(c, e->trigger)->bits & FEAT_FIN);

	if ((ahead && (e->status == STATUS_HAPPENED || e->status == STATUS_ONGOING)) || (within && e->status == STATUS_HAPPENED))
		e->status = STATUS_PLANNED;
}

/* Does the event stand in what the cue introduces: under its verb, or in its quotation? */
static bool is_reported(const struct coding *c, const struct event *e, const struct claim *x)
{
	if (is_quoted(c, e->trigger))
		return true;
	for (uint32_t t = tok(c, e->trigger)->head, steps = 0; t != NONE && steps < 16; t = tok(c, t)->head, steps++)
		if (tok(c, t)->span.start == x->cue.start)
			return true;
	return false;
}

/* Done by words alone: who says it does it; not what he says that he did ("says that he asked for help"). */
static bool is_speech(const struct coding *c, const struct event *e)
{
	switch (e->type) {
	case EVENT_SAY: case EVENT_REJECT:
		return true;
	case EVENT_ACCUSE: case EVENT_REQUEST: case EVENT_THREATEN: case EVENT_SUPPORT:
		return !tells_past(c, e->trigger) || e->status == STATUS_POSSIBLE;	/* "I would advise them" */
	default:
		return false;
	}
}

/* The act of saying is the article's word; that its actor says what he says is no claim about it. */
static void drop_own_claims(const struct coding *c, struct event *e)
{
	size_t n = 0;

	for (size_t i = 0; i < e->claims.n; i++) {
		bool own = false;

		for (size_t k = 0; k < e->actors.n; k++)
			own |= e->actors.at[k].entity != NONE && e->actors.at[k].entity == e->claims.at[i].by.entity;
		bool denied = e->status == STATUS_POSSIBLE && e->claims.at[i].stance == STANCE_DENIES;	/* "denies having backed the rebels" */

		if (!own || denied || (!is_speech(c, e) && is_reported(c, e, &e->claims.at[i])))
			e->claims.at[n++] = e->claims.at[i];
	}
	e->claims.n = n;
}

static bool is_weapon(const struct coding *c, uint32_t t)
{
	return t != NONE && (frames_in_class(c->f, c->keys[t], c->f->weaponry) || frames_in_class(c->f, unicode_lower_str(c->d->a, tok(c, t)->form), c->f->weaponry));
}

/* "when a bus hit a truck": what a missile, too, may do, done by a thing that is no weapon, nor to one: "when the bus hit a landmine". */
static bool is_accident(const struct coding *c, uint32_t v)
{
	uint32_t subject = doc_child(c->d, v, DEP_NSUBJ);

	return subject != NONE && frames_in_class(c->f, c->keys[v], c->f->impact) && mention_for(c, subject) == NONE && !is_weapon(c, subject) && !is_weapon(c, doc_child(c->d, v, DEP_OBJ));
}

/* "Voters head to the polls": a people that votes is somebody. */
static bool is_of_people(const struct coding *c, const participants *who)
{
	for (size_t i = 0; i < who->n; i++) {
		const struct entity *x = party_entity(c, &who->at[i]);

		if (x && x->kind == KIND_PEOPLE)
			return true;
	}
	return false;
}

/* "Riots broke out", "five bombs went off", "elections were held": what does it, or undergoes it, is the deed itself; "died in riots": or what it happened in. */
static bool is_told_by_subject(const struct coding *c, const struct match *m)
{
	const struct frame *f = &c->f->frames[m->frame];

	for (uint32_t i = f->fixed.first; i < f->fixed.first + f->fixed.n; i++)
		if (c->f->fixed[i].position == POS_SUBJ || (f->type == EVENT_PROTEST && c->f->fixed[i].position == POS_PREP) || (c->f->fixed[i].position == POS_OBJ && is_passive(c, m->trigger)))
			return true;
	return false;
}

/* "A plane crashes, killing the pilot": the result of a mishap, in which nobody but things did anything. */
static bool is_of_mishap(const struct coding *c, uint32_t t)
{
	uint32_t h = tok(c, t)->head, subject = h == NONE ? NONE : doc_child(c->d, h, DEP_NSUBJ);
	bool under = h != NONE && (tok(c, t)->deprel == DEP_ADVCL || tok(c, t)->deprel == DEP_CONJ);

	for (uint32_t k = tok(c, t)->child; k != NONE; k = tok(c, k)->next)	/* "were killed when a plane crashed" */
		if (tok(c, k)->deprel == DEP_ADVCL && (is_accident(c, k) || (frames_in_class(c->f, c->keys[k], c->f->mishap) && doc_child(c->d, k, DEP_OBJ) == NONE)))
			return true;

	for (uint32_t k = tok(c, t)->child; k != NONE; k = tok(c, k)->next) {	/* "killed in lightning strikes" */
		uint32_t what = tok(c, k)->deprel == DEP_OBL || tok(c, k)->deprel == DEP_NSUBJ ? doc_child(c->d, k, DEP_COMPOUND) : NONE;

		if (what != NONE && frames_in_class(c->f, c->keys[what], c->f->mishap))
			return true;
	}
	if (under && tok(c, t)->deprel == DEP_CONJ && !frames_in_class(c->f, c->keys[h], c->f->mishap))
		return is_of_mishap(c, h);
	return under && tok(c, t)->upos == UPOS_VERB && frames_in_class(c->f, c->keys[h], c->f->mishap) && doc_child(c->d, t, DEP_NSUBJ) == NONE &&
	       (subject == NONE || mention_for(c, subject) == NONE);
}

static bool concerns_somebody(enum event_type type)
{
	switch (type) {
	case EVENT_REQUEST: case EVENT_ACCUSE: case EVENT_THREATEN: case EVENT_REJECT: case EVENT_SUPPORT:
		return true;
	default:
		return false;
	}
}

/* "Clashes in Mali", "an attack by rebels in Kenya": the place where it happens is nobody's side, unless a foreign power acts there. */
static void drop_scene(const struct coding *c, struct event *e)
{
	size_t n = 0;

	for (size_t i = 0; i < e->recipients.n; i++) {
		const struct participant *p = &e->recipients.at[i];
		const struct entity *x = party_entity(c, p);
		uint32_t first = p->head != NONE && tok(c, p->head)->deprel == DEP_CONJ ? tok(c, p->head)->head : p->head;
		uint32_t in = first == NONE ? NONE : doc_child(c->d, first, DEP_CASE);
		bool scene = x && (x->kind == KIND_PLACE || x->kind == KIND_COUNTRY) && has_cue(c, in, CUE_WITHIN), foreign = false;

		for (size_t k = 0; k < e->actors.n; k++) {
			const struct entity *a = party_entity(c, &e->actors.at[k]);

			foreign |= a && a->country[0] && x && x->country[0] && memcmp(a->country, x->country, 4) != 0;
		}
		if (!scene || foreign)
			e->recipients.at[n++] = *p;
	}
	e->recipients.n = n;
}

/* "dreigt verbannen te worden": whoever is to undergo it threatens nobody. */
static bool is_in_danger(const struct coding *c, uint32_t v)
{
	for (uint32_t k = tok(c, v)->child; k != NONE; k = tok(c, k)->next)
		if ((tok(c, k)->deprel == DEP_XCOMP || tok(c, k)->deprel == DEP_CCOMP) && tok(c, k)->upos == UPOS_VERB && is_passive(c, k) && doc_child(c->d, k, DEP_NSUBJ_PASS) == NONE)
			return true;
	return false;
}

/* "suggests that he died of poison", "warned that two had been arrested": what was is not asked for, nor threatened. */
static bool is_of_the_past(const struct coding *c, uint32_t v)
{
	uint32_t clause = doc_child(c->d, v, DEP_CCOMP), have = clause == NONE ? NONE : doc_child(c->d, clause, DEP_AUX);

	if (have != NONE && is_perfect_participle(c, clause) && (tok(c, have)->bits & FEAT_FIN) && (tok(c, have)->bits & FEAT_PAST) && !has_cue(c, have, CUE_AUX_PLANNED | CUE_AUX_POSSIBLE | CUE_AUX_HYPOTHETICAL))
		return true;
	return clause != NONE && !is_past(c, v) && (((tok(c, clause)->bits & FEAT_FIN) && (tok(c, clause)->bits & FEAT_PAST)) ||
						    (is_perfect_participle(c, clause) && child_with_cue(c, clause, CUE_AUX_HYPOTHETICAL) == NONE));
}

enum vow { VOW_OWN, VOW_REFUSAL, VOW_OF_ANOTHER };

/* "it", "his party" */
static bool is_own(const struct coding *c, uint32_t t)
{
	uint32_t whose = doc_child(c->d, t, DEP_NMOD_POSS);

	return tok(c, t)->upos == UPOS_PRON || (whose != NONE && tok(c, whose)->upos == UPOS_PRON);
}

/* "announces that it will withdraw"; "that it will not withdraw"; "that Benin will withdraw", nothing that the speaker undertakes. */
static enum vow vow_of(const struct coding *c, const struct match *m, const participants *actors)
{
	enum vow vow = VOW_OWN;

	for (uint32_t i = 0; i < m->n_fixed; i++) {
		struct heads h = { .n = 0 };
		participants who = { 0 };

		if (tok(c, m->fixed[i])->upos != UPOS_VERB || tok(c, m->fixed[i])->deprel != DEP_CCOMP)
			continue;
		uint32_t no = child_with_cue(c, m->fixed[i], CUE_NEGATOR), unsaid = child_with_cue(c, m->trigger, CUE_NEGATOR);

		if (unsaid != NONE && c->f->frames[m->frame].type == EVENT_REJECT)	/* "did not say that it would join" */
			return VOW_OF_ANOTHER;

		if (no != NONE && tok(c, no)->deprel == DEP_ADVMOD)
			vow = VOW_REFUSAL;
		subjects(c, m->fixed[i], &h);
		for (uint32_t k = 0; k < h.n; k++)
			add_participants(c, h.at[k], &who);
		if ((h.n && !who.n && !is_own(c, h.at[0])) || (vow == VOW_REFUSAL && is_passive(c, m->fixed[i])))	/* "that the pipeline will reopen", "that Chad will not be suspended" */
			return VOW_OF_ANOTHER;
		for (size_t k = 0; k < who.n; k++) {
			const struct entity *x = party_entity(c, &who.at[k]);
			bool own = !x || x->kind == KIND_GOVERNMENT || is_party(actors, who.at[k].entity);

			for (size_t a = 0; a < actors->n && !own; a++) {
				const struct entity *y = party_entity(c, &actors->at[a]);

				own = y && y->country[0] && !memcmp(x->country, y->country, 4);
			}
			if (!own)
				return VOW_OF_ANOTHER;
		}
	}
	return vow;
}

/* "Ann Smith resigns as minister of agriculture", "is elected leader of the Peruvian Greens": whoever holds an office of state, or in a party, is somebody,
 * though nothing else is known of him. */
static bool is_of_state(const struct coding *c, const struct match *m, const struct event *e)
{
	enum event_type type = e->type;
	uint32_t heads[HEADS_MAX], n = match_role(m, ROLE_OFFICE, heads, HEADS_MAX);
	participants who = { 0 };

	if (type != EVENT_ELECT && type != EVENT_APPOINT && type != EVENT_STEP_DOWN)
		return false;
	for (uint32_t i = 0; i < n; i++)
		add_participants(c, heads[i], &who);
	for (uint32_t i = 0; i < m->n_fixed; i++)
		add_participants(c, m->fixed[i], &who);
	for (size_t i = 0; i < who.n; i++) {
		const struct entity *x = party_entity(c, &who.at[i]);

		bool leads = x && !strcmp(x->sector, "PTY") && x->country[0], serves = x && x->office.n && (x->country[0] || !strcmp(x->sector, "IGO") || has_place(c, e));

		if ((leads || serves) && is_political_entity(x, type))
			return true;
	}
	return false;
}

/* "The prime minister replaces the minister of trade": an official who puts another in the place of one with another office. */
static bool dismisses(const struct coding *c, const participants *actors, const participants *replaced)
{
	const struct entity *x = actors->n == 1 ? party_entity(c, &actors->at[0]) : NULL, *y = replaced->n == 1 ? party_entity(c, &replaced->at[0]) : NULL;

	return x && y && x->office.n && y->office.n && !str_eq(x->office, y->office) && !strcmp(x->sector, "GOV");
}

/* "X replaces Y" is two events: besides the APPOINT of X the STEP_DOWN of Y. */
static void add_replaced(struct coding *c, const struct types *types, const participants *replaced, const struct event *appointed)
{
	struct event e = *appointed;

	if (!is_political(c, replaced, EVENT_STEP_DOWN))
		return;
	memset(&e.actors, 0, sizeof(e.actors));
	memset(&e.recipients, 0, sizeof(e.recipients));
	copy_parties(c->d->a, replaced, &e.recipients);
	e.type = EVENT_STEP_DOWN;
	set_codes(types, &e, STR_NONE, STR_NONE);
	*vec_push(c->d->a, &c->d->events) = e;
}

/* "A and B will not meet" refuse nobody. */
static bool joined_sides(const struct coding *c, const struct event *e)
{
	return e->symmetric && e->actors.n > 1 && e->actors.at[1].head != NONE && tok(c, e->actors.at[1].head)->deprel == DEP_CONJ && tok(c, e->actors.at[1].head)->head == e->actors.at[0].head;
}

/* "will not talk with them": of those who would take part alike the first refuses the others. */
static void refuses_the_others(const struct coding *c, struct event *e)
{
	if (!e->symmetric)
		return;
	for (size_t i = 1; i < e->actors.n; i++)
		*vec_push(c->d->a, &e->recipients) = e->actors.at[i];
	e->actors.n = e->actors.n ? 1 : 0;
	e->symmetric = false;
}

/* "If you do not tell the mayor": done by whoever reads it. */
static bool is_of_anybody(const struct coding *c, uint32_t v)
{
	uint32_t who = doc_child(c->d, v, DEP_NSUBJ);

	return who != NONE && tok(c, who)->upos == UPOS_PRON && frames_in_class(c->f, c->keys[who], c->f->anybody);
}

/* "Drew condemnation from Britain": do the same words name who acts, and where?  "Anger in Britain" is there. */
static bool is_said_of(const struct coding *c, const struct event *e, const participants *who)
{
	if (e->where.head != NONE && has_cue(c, doc_child(c->d, e->where.head, DEP_CASE), CUE_WITHIN))
		return false;
	for (size_t i = 0; i < who->n && e->where.mention != NONE; i++)
		if (who->at[i].mention == e->where.mention)
			return true;
	return false;
}

/* Is the place a party, a firm, a club that takes part itself: "joined Lokaal-Limburg"? */
static bool is_body_of(const struct coding *c, const struct participant *where, const participants *who)
{
	const struct entity *x = where->entity == NONE ? NULL : party_entity(c, where);

	return x && x->kind != KIND_PLACE && x->kind != KIND_COUNTRY && is_party(who, where->entity);
}

bool add_event(struct coding *c, const struct types *types, const struct match *m)
{
	const struct frame *f = &c->f->frames[m->frame];
	struct event e = { 0 };
	participants actors = { 0 }, recipients = { 0 }, replaced = { 0 };
	uint32_t heads[HEADS_MAX], n;

	n = match_role(m, ROLE_REPLACED, heads, HEADS_MAX);
	for (uint32_t i = 0; i < n; i++)
		add_party(c, heads[i], &replaced);
	n = match_role(m, ROLE_ACTOR, heads, HEADS_MAX);
	for (uint32_t i = 0; i < n; i++)
		add_party(c, heads[i], &actors);
	n = match_role(m, ROLE_RECIPIENT, heads, HEADS_MAX);
	uint32_t named = n;

	if (concerns_deeds((enum event_type)f->type))
		n = doers_for_befallen(c, m->trigger, (enum event_type)f->type, heads, n);
	for (uint32_t i = 0; i < n; i++)
		add_party(c, heads[i], f->symmetric ? &actors : &recipients);
	/* "ten were killed as gunmen stormed a hotel" */
	for (uint32_t i = 0; i < m->n_fixed && f->type == EVENT_ASSAULT && !actors.n; i++)
		if (tok(c, m->fixed[i])->upos == UPOS_VERB && tok(c, m->fixed[i])->deprel == DEP_ADVCL && tok(c, m->fixed[i])->head == m->trigger) {
			struct heads doers = { .n = 0 };

			subjects(c, m->fixed[i], &doers);
			for (uint32_t k = 0; k < doers.n; k++)
				add_party(c, doers.at[k], &actors);
		}
	if (!recipients.n && f->type == EVENT_THREATEN && f->kind == FRAME_VERB)
		threatened(c, m->trigger, &actors, &recipients);
	if (!recipients.n && n >= named && concerns_somebody((enum event_type)f->type) && f->kind == FRAME_VERB) {
		recipient_of_content(c, m->trigger, &actors, &recipients);
		without_own_country(c, &recipients, &actors);
	}
	if (!recipients.n && (f->type == EVENT_JOIN || f->type == EVENT_LEAVE) && match_role(m, ROLE_AGREEMENT, heads, 1))
		agreement_party(c, phrase_of(c, heads[0]), heads[0], &recipients);
	if (!recipients.n && f->type == EVENT_JOIN && actors.n && last_organisation(c, m->trigger) != NONE)	/* supplied from the context */
		*vec_push(c->d->a, &recipients) = (struct participant){ NONE, last_organisation(c, m->trigger), NONE, { 0, 0 } };
	if (!actors.n && (f->type == EVENT_JOIN || f->type == EVENT_LEAVE) && f->kind == FRAME_NOUN && recipients.n && has_cue(c, tok(c, m->trigger)->head, CUE_HEAD_VOTE | CUE_APPLY))
		actor_of_clause(c, m->trigger, &actors);	/* "votes for withdrawal from the union" */
	if (f->type == EVENT_CONSULT && f->kind == FRAME_NOUN && m->support == NONE && (!actors.n || (f->symmetric && actors.n < 2)))
		actor_of_clause(c, m->trigger, &actors);
	if (f->type == EVENT_PROTEST && f->kind == FRAME_NOUN)
		people_of_countries(c, &actors);
	without(&recipients, &actors);
	without_nested(c, &recipients, &recipients);
	without_nested(c, &actors, &actors);
	bool vows = f->type == EVENT_AGREE;

	for (uint32_t i = 0; i < m->n_fixed && f->type == EVENT_REJECT; i++)	/* "says that it will not" */
		vows |= has_cue(c, m->fixed[i], CUE_NEGATOR);
	enum vow vow = vows ? vow_of(c, m, &actors) : VOW_OWN;

	if (vow == VOW_OF_ANOTHER || ((f->type == EVENT_REQUEST || f->type == EVENT_THREATEN) && f->kind == FRAME_VERB && is_of_the_past(c, m->trigger)) ||
	    (f->type == EVENT_THREATEN && f->kind == FRAME_VERB && is_in_danger(c, m->trigger)))
		return false;
	e.type = (enum event_type)f->type;
	if (dismisses(c, &actors, &replaced)) {
		e.type = EVENT_STEP_DOWN;
		recipients = replaced;
		replaced = (participants){ 0 };
	}
	e.own_type = frames_str(c->f, f->own);
	e.mode = frames_str(c->f, f->mode);
	e.symmetric = f->symmetric;
	e.trigger = m->trigger;
	e.trigger_span = trigger_span(c, m);
	e.frame = m->frame;
	e.evidence = evidence_of(c, m->trigger);
	copy_parties(c->d->a, &recipients, &e.recipients);
	e.where = find_where(c, m->trigger, m->support, &e);
	if (is_body_of(c, &e.where, &actors) || is_body_of(c, &e.where, &recipients) || is_said_of(c, &e, &actors))
		e.where = (struct participant){ NONE, NONE, NONE, { 0, 0 } };
	if (!actors.n && f->kind == FRAME_VERB && is_of_anybody(c, m->trigger))
		return false;
	bool someone = is_political(c, &actors, e.type) || is_political(c, &replaced, e.type) || is_political(c, &recipients, e.type) || is_of_state(c, m, &e);

	if (e.type == EVENT_ASSAULT && is_of_mishap(c, m->trigger))
		return false;
	if (f->weak && !(is_political(c, &actors, e.type) && (is_political(c, &recipients, e.type) || f->symmetric)))
		return false;
	someone |= e.type == EVENT_ELECT && m->n_fixed && is_of_people(c, &actors);
	if (!someone && !((actors.n || recipients.n || f->kind == FRAME_NOUN || is_told_by_subject(c, m)) && place_suffices(e.type) && has_place(c, &e) && !f->weak))
		return false;
	if (f->symmetric && actors.n < 2 && f->weak)
		return false;
	if (e.type == EVENT_SAY && !(c->cues[m->trigger] & CUE_SAY ? speaks_for_somebody(c, &actors) : is_political(c, &actors, e.type)))
		return false;
	copy_parties(c->d->a, &actors, &e.actors);
	if (e.type == EVENT_ASSAULT || e.type == EVENT_MOBILIZE)
		drop_scene(c, &e);
	struct judgement j = status_of(c, m);

	e.status = j.status;
	/* who will not yield rejects: "it will not lift the embargo" */
	bool unyielding = j.refused && actors.n && !joined_sides(c, &e) && (e.type == EVENT_RETREAT || e.type == EVENT_CONCEDE || e.type == EVENT_AID || e.type == EVENT_CONSULT || e.type == EVENT_AGREE || e.type == EVENT_SUPPORT || e.type == EVENT_COOPERATE);

	if (unyielding || (vow == VOW_REFUSAL && f->type == EVENT_AGREE)) {
		e.mode = e.type == EVENT_AID ? STR("assist") : e.type == EVENT_CONSULT ? STR("meet") : e.type == EVENT_RETREAT || e.type == EVENT_CONCEDE || vow == VOW_REFUSAL ? STR("yield") : STR_NONE;
		e.type = EVENT_REJECT;
		e.status = STATUS_HAPPENED;
		refuses_the_others(c, &e);
	}
	e.when = find_when(c, m->trigger, m->support, e.status, (int)e.type);
	settle_time(c, &e);
	take_spans(c, m, &e);
	if (e.own_type.n) {		/* no code of CAMEO fits a type of one's own */
		e.cameo = frames_str(c->f, f->cameo);
		e.contexts = frames_str(c->f, f->contexts);
	} else {
		set_codes(types, &e, (int)e.type != f->type ? STR_NONE : frames_str(c->f, f->cameo), frames_str(c->f, f->contexts));
	}
	find_claims(c, m, &e);
	if (concerns_somebody(e.type) || e.type == EVENT_SAY || e.type == EVENT_AGREE ||
	    (c->cues[m->trigger] & (CUE_SAY | CUE_SAY_DENIES | CUE_SAY_DOUBTS | CUE_SAY_CONFIRMS)))
		drop_own_claims(c, &e);
	if (e.type == EVENT_SAY && (f->stance == STANCE_DENIES || f->stance == STANCE_DOUBTS) && e.actors.n)
		*vec_push(c->d->a, &e.claims) = (struct claim){ e.actors.at[0], (enum stance)f->stance, false, e.trigger_span };
	match_traits(c, m, e.traits);
	*vec_push(c->d->a, &c->d->events) = e;
	if (replaced.n)
		add_replaced(c, types, &replaced, &e);
	c->taken[m->trigger] = 1;
	/* a verb in a fixed part may be an act of its own: "wants to join"; what is refused or fails is none ("refuses to join"), nor what is told already ("begins enriching") */
	bool undone = e.type == EVENT_REJECT || e.status == STATUS_NEGATED, entry = f->type == EVENT_JOIN || f->type == EVENT_LEAVE;

	for (uint32_t i = 0; i < m->n_fixed; i++)
		if (undone || tok(c, m->fixed[i])->upos != UPOS_VERB || (!entry && is_nominalised(c, m->fixed[i]) && tells_same(c, m->fixed[i], f->type)))
			c->taken[m->fixed[i]] = 1;
	for (uint32_t k = tok(c, m->trigger)->child; f->type == EVENT_REJECT && k != NONE; k = tok(c, k)->next)
		if (tok(c, k)->deprel == DEP_XCOMP) {
			uint32_t object = doc_child(c->d, k, DEP_OBJ);

			c->taken[k] = 1;
			if (object != NONE)	/* "refuses to provide aid" */
				c->taken[object] = 1;
		}
	return true;
}

