/* state.c - what holds: memberships, offices, supplies … from frames and from descriptions. */
#include "code/claim.h"
#include "code/context.h"
#include "code/event.h"
#include "code/parties.h"
#include "code/status.h"

static const struct when no_when = { .start = DAY_NONE, .end = DAY_NONE };

static bool was_once(const struct coding *c, const struct frame *f, uint32_t t)
{
	return f->kind == FRAME_NOUN && child_with_cue(c, t, CUE_FORMER) != NONE;
}

/* What is only wished, asked or invited: who applies has applied, who is invited is invited. */
static enum standing standing_of_wish(const struct coding *c, const struct frame *f, const struct judgement *j)
{
	if (f->type != RELATION_MEMBER_OF || f->phase != PHASE_BEGIN)
		return STANDING_UNCONFIRMED;
	if (has_cue(c, j->cue, CUE_INVITE))
		return STANDING_INVITED;
	return has_cue(c, j->cue, CUE_OBJECT_CONTROL) && !has_cue(c, j->cue, CUE_APPLY) ? STANDING_UNCONFIRMED : STANDING_APPLIED;
}

static enum standing standing_of(const struct coding *c, const struct frame *f, const struct judgement *j)
{
	enum status status = j->status;

	if (f->standing != STANDING_IN_FORCE)
		return (enum standing)f->standing;
	if (f->phase == PHASE_END && status == STATUS_HAPPENED)
		return STANDING_ENDED;
	switch (status) {
	case STATUS_PLANNED: case STATUS_EXPECTED:
		return f->type == RELATION_MEMBER_OF && has_cue(c, j->cue, CUE_APPLY) ? STANDING_APPLIED : STANDING_ANNOUNCED;
	case STATUS_HYPOTHETICAL:
		return standing_of_wish(c, f, j);
	case STATUS_POSSIBLE:
		return STANDING_UNCONFIRMED;
	default:
		return STANDING_IN_FORCE;
	}
}

/* What the article has only from those who say so: denied, or said by one and denied by another. */
static enum standing standing_by_claims(const struct event *carrier, enum standing standing)
{
	size_t denied = 0, doubted = 0;

	for (size_t i = 0; i < carrier->claims.n; i++) {
		denied += carrier->claims.at[i].stance == STANCE_DENIES;
		doubted += carrier->claims.at[i].stance == STANCE_DOUBTS;
	}
	if (doubted && doubted == carrier->claims.n && standing == STANDING_IN_FORCE)	/* "found no proof that X has ties with Y" */
		return STANDING_UNCONFIRMED;
	if (!denied || (standing != STANDING_IN_FORCE && standing != STANDING_UNCONFIRMED))
		return standing;
	return denied == carrier->claims.n ? STANDING_DENIED : STANDING_DISPUTED;
}

/* Relations that the record keeps of those with a part in politics, not of firms and clubs. */
static bool is_of_states(enum relation r)
{
	return r == RELATION_PARTY_TO || r == RELATION_AT_WAR_WITH || r == RELATION_ALLIED_WITH || r == RELATION_HAS_RELATIONS_WITH;
}

/* "was a member from 1995 to 2002", "served as prime minister": told in the past, of a time that is over. */
static bool is_over(const struct coding *c, const struct frame *f, uint32_t t, const struct when *when)
{
	if (f->kind == FRAME_VERB && f->type == RELATION_HOLDS_OFFICE && f->phase == PHASE_HOLD && (tok(c, t)->bits & FEAT_FIN) && (tok(c, t)->bits & FEAT_PAST) && !when->since)
		return true;
	uint32_t v = f->kind == FRAME_VERB && f->type == RELATION_MEMBER_OF ? t : doc_child(c->d, t, DEP_COP);

	return v != NONE && (tok(c, v)->bits & FEAT_FIN) && (tok(c, v)->bits & FEAT_PAST) && f->phase == PHASE_HOLD && f->standing == STANDING_IN_FORCE && !when->since && when->basis != BASIS_PUBLISHED && when->start != DAY_NONE &&
	       when->end != DAY_NONE && c->d->date != DAY_NONE && when->end < c->d->date;
}

static void dates(struct state *s, const struct frame *f, const struct when *when)
{
	s->from = s->to = no_when;
	if (when->start == DAY_NONE || when->basis == BASIS_PUBLISHED)
		return;
	if (when->until || f->phase == PHASE_END)
		s->to = *when;
	else if (when->since || f->phase == PHASE_BEGIN)
		s->from = *when;
}

/* "his secretary of justice", "secretary of state, the post that …": the words of the office alone. */
static struct str office_phrase(const struct coding *c, uint32_t head)
{
	struct span span = phrase_of(c, head);

	for (uint32_t k = tok(c, head)->child; k != NONE; k = tok(c, k)->next) {
		if (k < head && (tok(c, k)->deprel == DEP_DET || (tok(c, k)->deprel == DEP_NMOD_POSS && tok(c, k)->upos == UPOS_PRON)) && tok(c, k)->span.start == span.start)
			span.start = tok(c, k + 1)->span.start;
		if (k > head && tok(c, k)->deprel == DEP_APPOS && tok(c, head)->span.end < span.end) {
			span.end = tok(c, k - 1)->span.end;
			break;
		}
	}
	return str_trim(doc_slice(c->d, span));
}

/* The office that the noun names, by its usual English term and with its country, as titles have it; else the words of the text, in the holder's country. */
static void take_office(const struct coding *c, struct state *s, uint32_t head)
{
	const struct entity *x = entity_meant(c, head), *holder = &c->d->entities.at[s->subject.entity], *owner;
	uint32_t whose = doc_child(c->d, head, DEP_NMOD_POSS);

	owner = whose == NONE ? NULL : entity_meant(c, whose);
	const char *country = !x || !x->office.n ? "" : x->country[0] ? x->country : owner ? owner->country : "";

	s->office = country[0] ? x->office : office_phrase(c, head);
	memcpy(s->office_country, country[0] ? country : holder->country, 4);
}

/* "if Norway joins", "whether Norway joined": supposed by nobody to be so. */
static bool is_supposed(const struct coding *c, const struct judgement *j)
{
	return j->cue == NONE || has_cue(c, j->cue, CUE_MARK_CONDITION | CUE_MARK_QUESTION);
}

enum { LOOK_BACK = 512 };	/* states of a document that are looked at for one that says the same */

static bool has_state(const struct doc *d, const struct state *x)
{
	for (size_t i = d->states.n > LOOK_BACK ? d->states.n - LOOK_BACK : 0; i < d->states.n; i++) {
		const struct state *s = &d->states.at[i];

		if (s->relation == x->relation && s->subject.entity == x->subject.entity && s->object.entity == x->object.entity &&
		    s->standing == x->standing && str_eq(s->office, x->office) && strcmp(s->office_country, x->office_country) == 0)
			return true;
	}
	return false;
}

static uint32_t country_in(const struct coding *c, const char country[4])
{
	for (uint32_t i = 0; country[0] && i < c->d->entities.n; i++)
		if (c->d->entities.at[i].kind == KIND_COUNTRY && !memcmp(c->d->entities.at[i].country, country, 4))
			return i;
	return NONE;
}

/* Who governs is no member of an organisation of states in person: who speaks of it means the country.  Others may sit in its parliament. */
static void settle_member(const struct coding *c, struct state *s)
{
	const struct entity *x = &c->d->entities.at[s->subject.entity], *of = &c->d->entities.at[s->object.entity];

	if (s->relation == RELATION_MEMBER_OF && !strcmp(of->sector, "IGO") && of->id.n && x->kind != KIND_COUNTRY && x->kind != KIND_ORGANISATION && (x->kind != KIND_PERSON || !strcmp(x->sector, "GOV")))
		s->subject.entity = country_in(c, x->country);
}

/* "withdrew 250 soldiers from the union's mission": not itself. */
static bool moves_another(const struct coding *c, const struct match *m)
{
	struct heads h = { .n = 0 };

	if (c->f->frames[m->frame].type != RELATION_MEMBER_OF || c->f->frames[m->frame].kind != FRAME_VERB || m->n_fixed || is_passive(c, m->trigger))
		return false;
	objects(c, m->trigger, &h);
	for (uint32_t i = 0; i < h.n; i++)
		for (uint32_t k = 0; k < m->n; k++)
			if (m->fill[k].head == h.at[i])
				return false;
	return h.n > 0;
}

/* Does the world, or the document, have a name for it? */
static bool is_named(const struct doc *d, uint32_t entity)
{
	bool named = d->entities.at[entity].known;

	for (size_t i = 0; i < d->mentions.n && !named; i++)
		named = d->mentions.at[i].how == MENTION_NAME && d->mentions.at[i].n_entities == 1 && d->mentions.at[i].entities[0] == entity;
	return named;
}

/* "A politician became mayor", "the governor was sworn in as governor": of whom no more is said. */
static bool is_somebody(const struct coding *c, const struct participant *p)
{
	const struct mention *m = p->mention == NONE ? NULL : &c->d->mentions.at[p->mention];

	if (!m || m->how != MENTION_DESCRIPTION)
		return false;
	return (tok(c, m->first)->upos == UPOS_DET && !(tok(c, m->first)->bits & (FEAT_DEF | FEAT_DEM | FEAT_POSS))) || !is_named(c->d, p->entity);
}

/* A person of whom no part in politics is known: the friend of a journalist is no ally. */
static bool is_private(const struct coding *c, const struct participant *p)
{
	static const char *const sectors[] = { "", "CVL", "BUS", "JRN", "MED", "EDU", "LAB", "AGR", "REL", "CRM" };
	const struct entity *x = &c->d->entities.at[p->entity];

	for (size_t i = 0; x->kind == KIND_PERSON && i < sizeof(sectors) / sizeof(*sectors); i++)
		if (!strcmp(x->sector, sectors[i]))
			return true;
	return false;
}

/* "One of the richest countries": several that are described, and no body that one can belong to. */
static bool is_plurality(const struct coding *c, const struct participant *p)
{
	const struct mention *m = p->mention == NONE ? NULL : &c->d->mentions.at[p->mention];

	return m && m->how == MENTION_DESCRIPTION && (tok(c, m->head)->bits & FEAT_PLUR);
}

bool add_state(struct coding *c, const struct match *m)
{
	const struct frame *f = &c->f->frames[m->frame];
	participants subject = { 0 }, object = { 0 };
	uint32_t heads[HEADS_MAX], n, office_head = NONE;
	bool added = false, office = f->type == RELATION_HOLDS_OFFICE;

	n = match_role(m, ROLE_SUBJECT, heads, HEADS_MAX);
	for (uint32_t i = 0; i < n; i++)
		add_participants(c, heads[i], &subject);
	n = match_role(m, ROLE_OBJECT, heads, HEADS_MAX);
	for (uint32_t i = 0; i < n; i++)
		add_participants(c, heads[i], &object);
	if (f->type == RELATION_PARTY_TO && !object.n && n)
		agreement_party(c, phrase_of(c, heads[0]), heads[0], &object);
	if (match_role(m, ROLE_OFFICE, heads, 1))
		office_head = heads[0];
	if (office && office_head == NONE)
		return false;
	for (uint32_t v = m->trigger, steps = 0; v != NONE && steps < 3 && f->type != RELATION_MEMBER_OF; steps++, v = tok(c, v)->head) {
		if (c->cues[v] & CUE_WISH)
			return false;
		if (tok(c, v)->deprel != DEP_XCOMP)
			break;
	}
	if (f->type == RELATION_MEMBER_OF && subject.n && !object.n && last_organisation(c, m->trigger) != NONE)	/* supplied from the context */
		*vec_push(c->d->a, &object) = (struct participant){ NONE, last_organisation(c, m->trigger), NONE, { 0, 0 } };
	if (!subject.n || (!office && !object.n))
		return false;
	struct judgement j = status_of(c, m);

	if (j.status == STATUS_NEGATED && f->phase != PHASE_END)
		return false;
	/* what somebody wants or plans to leave he has not left */
	if (f->phase == PHASE_END && j.status != STATUS_HAPPENED)
		return false;
	if (moves_another(c, m))
		return false;
	if (j.status == STATUS_HYPOTHETICAL && (office || is_supposed(c, &j)))	/* who would like an office holds none */
		return false;
	if (f->type == RELATION_SANCTIONS && (j.status == STATUS_HYPOTHETICAL || j.status == STATUS_POSSIBLE) && tok(c, m->trigger)->deprel == DEP_XCOMP)
		return false;	/* "threatened to impose sanctions" */
	if (f->type == RELATION_PARTY_TO && (j.status == STATUS_HYPOTHETICAL || j.status == STATUS_POSSIBLE))
		return false;	/* a treaty that somebody wants binds nobody */
	struct when when = find_when(c, m->trigger, m->support, j.status, NO_TYPE);
	struct event carrier = { .status = j.status };

	find_claims(c, m, &carrier);
	for (size_t i = 0; i < subject.n; i++)
		for (size_t k = 0; k < (office ? 1 : object.n); k++) {
			struct state s = { .relation = (enum relation)f->type, .subject = subject.at[i], .trigger = m->trigger };

			if (s.subject.entity == NONE || (!office && (object.at[k].entity == NONE || object.at[k].entity == s.subject.entity)))
				continue;
			s.object = office ? (struct participant){ NONE, NONE, office_head, phrase_of(c, office_head) } : object.at[k];
			if (!office)
				settle_member(c, &s);
			if (s.subject.entity == NONE)
				continue;
			if (office) {
				take_office(c, &s, office_head);
				if (c->d->entities.at[s.subject.entity].kind != KIND_PERSON || is_somebody(c, &s.subject))
					continue;
			}
			if (f->type == RELATION_MEMBER_OF && c->d->entities.at[s.subject.entity].kind == KIND_PERSON && s.object.entity != NONE && c->d->entities.at[s.object.entity].kind == KIND_COUNTRY)
				continue;	/* "sat in the embassy of Ecuador" */
			if (f->type == RELATION_MEMBER_OF && (is_plurality(c, &s.object) || (is_plurality(c, &s.subject) && c->d->entities.at[s.subject.entity].kind == KIND_PEOPLE)))
				continue;	/* "a few hundred people are members" */
			if (is_of_states((enum relation)f->type) && !is_political_entity(&c->d->entities.at[s.subject.entity], EVENT_SAY))
				continue;
			if (f->type == RELATION_ALLIED_WITH && (is_private(c, &s.subject) || is_private(c, &s.object)))
				continue;
			if (f->type == RELATION_LEADS && c->d->entities.at[s.subject.entity].kind != KIND_PERSON)
				continue;
			s.predecessor = s.successor = s.organisation = (struct participant){ NONE, NONE, NONE, { 0, 0 } };
			s.standing = was_once(c, f, m->trigger) || is_over(c, f, m->trigger, &when) ? STANDING_ENDED : standing_by_claims(&carrier, standing_of(c, f, &j));
			dates(&s, f, &when);
			for (size_t q = 0; q < carrier.claims.n; q++)
				*vec_push(c->d->a, &s.claims) = carrier.claims.at[q];
			n = match_role(m, ROLE_GOODS, heads, HEADS_MAX);
			for (uint32_t g = 0; g < n; g++)
				*vec_push(c->d->a, &s.goods) = phrase_of(c, heads[g]);
			uint32_t sentence = tok(c, m->trigger)->sentence;

			s.evidence = (struct evidence){ c->d->sentences.at[sentence].span, sentence };
			s.confidence = f->weak ? 0.55f : 0.75f;
			if (!has_state(c->d, &s))
				*vec_push(c->d->a, &c->d->states) = s;
			added = true;
		}
	return added;
}

/* The event of that sentence in which the person leaves office, resigning, dismissed or dying; NULL. */
static const struct event *left_office(const struct coding *c, uint32_t person, uint32_t sentence)
{
	const struct doc *d = c->d;

	for (size_t i = 0; i < d->events.n; i++) {
		const struct event *e = &d->events.at[i];

		/* who "announces his resignation" is in office yet */
		if ((e->type != EVENT_STEP_DOWN && e->type != EVENT_DIE) || e->status != STATUS_HAPPENED || d->tokens.at[e->trigger].upos != UPOS_VERB || (c->cues[e->trigger] & (CUE_SAY | CUE_HEAD_PLANNED)) || d->tokens.at[e->trigger].sentence != sentence)
			continue;
		for (size_t k = 0; k < (e->recipients.n ? e->recipients.n : e->actors.n); k++)
			if ((e->recipients.n ? e->recipients.at : e->actors.at)[k].entity == person)
				return e;
	}
	return NULL;
}

/* "was mayor from 1977 to 1995": the title of tokens first to last, told in the past of a time that is over. */
static bool was_held(struct coding *c, uint32_t first, uint32_t last)
{
	for (uint32_t t = first; t <= last; t++) {
		uint32_t be = doc_child(c->d, t, DEP_COP);

		if (be == NONE || !(tok(c, be)->bits & FEAT_FIN) || !(tok(c, be)->bits & FEAT_PAST))
			continue;
		struct when when = find_when(c, t, NONE, STATUS_HAPPENED, NO_TYPE);

		return !when.since && (when.until || when.start != when.end) && when.basis != BASIS_PUBLISHED && when.end != DAY_NONE && c->d->date != DAY_NONE && when.end < c->d->date;
	}
	return false;
}

void add_titles(struct coding *c)
{
	struct doc *d = c->d;

	for (size_t i = 0; i < d->titles.n; i++) {
		const struct title *t = &d->titles.at[i];
		const struct mention *m = &d->mentions.at[t->person];
		struct participant nobody = { NONE, NONE, NONE, { 0, 0 } };

		if (m->n_entities != 1 || d->entities.at[m->entities[0]].kind != KIND_PERSON)
			continue;
		bool of_body = t->leader || t->member;
		struct state s = { .relation = t->leader ? RELATION_LEADS : t->member ? RELATION_MEMBER_OF : RELATION_HOLDS_OFFICE, .trigger = m->head };
		const struct entity *person = &d->entities.at[m->entities[0]];

		if (!person->name.n || (!of_body && !t->office.n) || (of_body && t->organisation_entity == NONE))
			continue;
		/* "the minister" alone names nobody */
		if (person->id.n == 0 && m->how != MENTION_NAME)
			continue;
		s.subject = (struct participant){ t->person, m->entities[0], m->head, m->span };
		s.predecessor = s.successor = s.organisation = nobody;
		s.object = (struct participant){ NONE, of_body ? t->organisation_entity : NONE, t->first, doc_span(d, t->first, t->last) };
		if (!of_body) {
			s.office = t->office;
			memcpy(s.office_country, t->country, 4);
			uint32_t whose = t->organisation_entity != NONE ? t->organisation_entity : t->place_entity;

			if (whose != NONE)
				s.organisation = (struct participant){ NONE, whose, NONE, { 0, 0 } };
		}
		s.from = s.to = no_when;
		s.standing = t->former || was_held(c, t->first, t->last) ? STANDING_ENDED : t->future ? STANDING_ANNOUNCED : STANDING_IN_FORCE;
		uint32_t sentence = tok(c, m->head)->sentence;
		const struct event *left = s.standing == STANDING_IN_FORCE ? left_office(c, m->entities[0], sentence) : NULL;

		if (left) {		/* "Prime Minister Henry resigned on Monday" */
			s.standing = STANDING_ENDED;
			if (left->when.start != DAY_NONE && left->when.basis != BASIS_PUBLISHED)
				s.to = left->when;
		}
		s.evidence = (struct evidence){ d->sentences.at[sentence].span, sentence };
		s.confidence = 0.85f;
		if (!has_state(d, &s))
			*vec_push(d->a, &d->states) = s;
	}
}
