/* parties.c - who takes part in an event where the frame's slots alone do not say it. */
#include "code/parties.h"

#include "code/claim.h"

#include <string.h>

const struct entity *party_entity(const struct coding *c, const struct participant *p)
{
	return p->entity == NONE ? NULL : &c->d->entities.at[p->entity];
}

bool is_party(const participants *p, uint32_t entity)
{
	for (size_t i = 0; i < p->n; i++)
		if (p->at[i].entity == entity)
			return true;
	return false;
}

void add_party(const struct coding *c, uint32_t head, participants *out)
{
	uint32_t no = doc_child(c->d, head, DEP_DET);

	if (no != NONE && no < head && c->d->mention_of[head] == NONE && has_cue(c, no, CUE_NEGATOR))	/* "no US president" is nobody, and not the United States */
		return;
	if (add_participants(c, head, out) || mention_for(c, head) != NONE)	/* somebody, be it that he was there already */
		return;
	struct heads h = { .n = 0 };

	if (owner_of(c, head) == NONE)
		return;
	fillers(c, head, POS_GEN, STR(""), &h);
	for (uint32_t i = 0; i < h.n; i++) {	/* "the capitals of Iran and Syria" */
		uint32_t owner = mention_for(c, h.at[i]);
		const struct mention *m = owner == NONE ? NULL : &c->d->mentions.at[owner];

		for (uint32_t k = 0; m && k < m->n_entities; k++)
			if (!is_party(out, m->entities[k]))
				*vec_push(c->d->a, out) = (struct participant){ owner, m->entities[k], m->head, m->span };
	}
}

void without(participants *from, const participants *who)
{
	size_t n = 0;

	for (size_t i = 0; i < from->n; i++) {
		bool there = false;

		for (size_t k = 0; k < who->n; k++)
			there |= (from->at[i].entity != NONE && from->at[i].entity == who->at[k].entity) || from->at[i].head == who->at[k].head;
		if (!there)
			from->at[n++] = from->at[i];
	}
	from->n = n;
}

void without_nested(const struct coding *c, participants *from, const participants *all)
{
	size_t n = 0;

	for (size_t i = 0; i < from->n; i++) {
		const struct mention *a = from->at[i].mention == NONE ? NULL : &c->d->mentions.at[from->at[i].mention];
		bool inside = false;

		for (size_t k = 0; a && k < all->n; k++) {
			const struct mention *b = all->at[k].mention == NONE ? NULL : &c->d->mentions.at[all->at[k].mention];

			inside |= b && b != a && b->how == MENTION_NAME && a->span.start >= b->span.start && a->span.end <= b->span.end &&
				  a->span.end - a->span.start < b->span.end - b->span.start;
		}
		if (!inside)
			from->at[n++] = from->at[i];
	}
	from->n = n;
}

static bool done_on_the_ground(enum event_type type)
{
	return type == EVENT_PROTEST || type == EVENT_ASSAULT || type == EVENT_COERCE || type == EVENT_MOBILIZE || type == EVENT_RETREAT ||
	       type == EVENT_AID || type == EVENT_SANCTION || type == EVENT_DIE;
}

bool is_political_entity(const struct entity *x, enum event_type type)
{
	static const char *const private_sectors[] = { "BUS", "JRN", "MED", "EDU" };

	if (x->kind == KIND_PLACE || x->kind == KIND_AGREEMENT)
		return false;
	if (type == EVENT_DIE && x->kind == KIND_PERSON && !x->sector[0])	/* actors and singers die, too */
		return false;
	if (x->country[0] && type != EVENT_DIE)
		return true;
	for (size_t i = 0; i < sizeof(private_sectors) / sizeof(*private_sectors); i++)
		if (!strcmp(x->sector, private_sectors[i]))	/* journalists, doctors, students are people as others are */
			return (x->kind == KIND_PERSON || x->kind == KIND_PEOPLE) && done_on_the_ground(type) && type != EVENT_DIE;
	if (type == EVENT_DIE && !strcmp(x->sector, "CVL"))
		return false;
	if (!strcmp(x->sector, "CVL") || !strcmp(x->sector, "REF") || !strcmp(x->sector, "AGR"))	/* what people at large say or like is no affair of states; what is done to them may be */
		return done_on_the_ground(type);
	return x->sector[0] || x->kind == KIND_ARMED_GROUP || x->kind == KIND_ORGANISATION;
}

/* "condemns the massacre in Peru": where a deed of force was done is no party to it; "the violence in Peru" is Peru's. */
static bool is_scene_of_force(const struct coding *c, uint32_t n, uint32_t k)
{
	struct range r = frames_of(c->f, c->keys[n]);
	uint32_t m = c->d->mention_of[k];
	bool force = false;

	for (uint32_t i = r.first; i < r.first + r.n; i++) {
		const struct frame *f = &c->f->frames[c->f->key_frames[i]];

		force |= f->kind == FRAME_NOUN && f->type == EVENT_ASSAULT && !f->is_state && !f->silent;
	}
	return force && !frames_in_class(c->f, c->keys[n], c->f->situation) && has_cue(c, doc_child(c->d, k, DEP_CASE), CUE_WITHIN) && c->d->mentions.at[m].n_entities && c->d->entities.at[c->d->mentions.at[m].entities[0]].kind == KIND_COUNTRY;
}

/* "In an interview with the BBC": who asks is not whom the words are about. */
static bool is_interviewer(const struct coding *c, uint32_t k)
{
	uint32_t m = c->d->mention_of[k];

	return m != NONE && c->d->mentions.at[m].n_entities && !strcmp(c->d->entities.at[c->d->mentions.at[m].entities[0]].sector, "JRN") && has_cue(c, doc_child(c->d, k, DEP_CASE), CUE_ABSOLUTE);
}

/* The first actor in the phrase under noun n that is none of those who act: "the words of Pompeo", "criticism of the inquiry by the JIT". */
static bool actor_within(const struct coding *c, uint32_t n, const participants *actors, participants *out, int depth)
{
	for (uint32_t k = tok(c, n)->child; k != NONE; k = tok(c, k)->next) {
		uint32_t m = c->d->mention_of[k];

		switch (tok(c, k)->deprel) {
		case DEP_NMOD: case DEP_NMOD_POSS: case DEP_AMOD: case DEP_COMPOUND: case DEP_NMOD_DESC: case DEP_OBL_AGENT: case DEP_OBL:
			break;
		default:
			continue;
		}
		if (is_interviewer(c, k) || is_channel(c, k) || has_cue(c, doc_child(c->d, k, DEP_CASE), CUE_PREP_FAVOUR) || (tok(c, k)->deprel == DEP_AMOD && mention_for(c, n) != NONE))	/* "power for the union"; "told the Swedish paper" */
			continue;
		if (m != NONE && is_actor(c, k) && c->d->mentions.at[m].n_entities && !is_adjunct(c, k, m) && !is_party(actors, c->d->mentions.at[m].entities[0]) &&
		    !is_scene_of_force(c, n, k) && c->d->entities.at[c->d->mentions.at[m].entities[0]].kind != KIND_PEOPLE) {
			add_participants(c, k, out);
			return true;
		}
		if (depth > 0 && actor_within(c, k, actors, out, depth - 1))
			return true;
	}
	return false;
}

/* Whom a content clause is about: its subject, else who owns that ("that the evidence of the JIT …"). */
static void subject_of_clause(const struct coding *c, uint32_t clause, const participants *actors, participants *out)
{
	struct heads h = { .n = 0 };

	subjects(c, clause, &h);
	if (!h.n && doc_child(c->d, clause, DEP_COP) != NONE)
		fillers(c, clause, POS_SUBJ, STR(""), &h);
	for (uint32_t n = 0; n < h.n; n++) {
		uint32_t m = mention_for(c, h.at[n]);

		if (m != NONE && (!c->d->mentions.at[m].n_entities || !is_party(actors, c->d->mentions.at[m].entities[0])))
			add_participants(c, h.at[n], out);
		else if (m == NONE)
			actor_within(c, h.at[n], actors, out, 1);
	}
}

void recipient_of_content(const struct coding *c, uint32_t trigger, const participants *actors, participants *out)
{
	for (uint32_t k = tok(c, trigger)->child; k != NONE && !out->n; k = tok(c, k)->next) {
		enum deprel r = tok(c, k)->deprel;
		uint32_t inner = r == DEP_ADVMOD || r == DEP_OBL ? doc_child(c->d, k, DEP_CCOMP) : NONE;	/* "erop … dat" */

		/* "dringt er op aan dat …" */
		bool prepositional = r == DEP_ADVCL && doc_child(c->d, k, DEP_MARK) != NONE && doc_child(c->d, k, DEP_CASE) != NONE;

		if (r == DEP_CCOMP || r == DEP_XCOMP || r == DEP_CSUBJ || prepositional)
			subject_of_clause(c, k, actors, out);
		else if (inner != NONE)
			subject_of_clause(c, inner, actors, out);
	}
	if (!out->n && said_before(c, trigger) != NONE)
		subject_of_clause(c, said_before(c, trigger), actors, out);
	for (uint32_t k = tok(c, trigger)->child; k != NONE && !out->n; k = tok(c, k)->next) {
		enum deprel r = tok(c, k)->deprel;

		if ((r != DEP_OBJ && r != DEP_OBL_ARG && r != DEP_OBL) || !is_nominal(c, k) || c->dated[k])
			continue;
		actor_within(c, k, actors, out, 1);
		if (k > trigger && r == DEP_OBL && !is_actor(c, k))	/* "calls for aid following the raid of X": the first phrase says what is asked */
			break;
	}
}

void without_own_country(const struct coding *c, participants *from, const participants *actors)
{
	size_t n = 0;

	for (size_t i = 0; i < from->n; i++) {
		const struct entity *x = party_entity(c, &from->at[i]);
		bool own = x && x->kind == KIND_COUNTRY && actors->n;

		for (size_t k = 0; k < actors->n && own; k++) {
			const struct entity *a = party_entity(c, &actors->at[k]);

			own = a && (!strcmp(a->sector, "GOV") || !strcmp(a->sector, "MIL")) && !memcmp(a->country, x->country, 4);
		}
		if (!own)
			from->at[n++] = from->at[i];
	}
	from->n = n;
}

/* Who stands behind a preposition under n, but one of place within or of belonging: "cut supplies to Ukraine", "close the strait to American ships". */
static void aimed_at(const struct coding *c, uint32_t n, participants *out)
{
	for (uint32_t k = tok(c, n)->child; k != NONE; k = tok(c, k)->next) {
		uint32_t prep = doc_child(c->d, k, DEP_CASE);

		if ((tok(c, k)->deprel == DEP_OBL || tok(c, k)->deprel == DEP_OBL_ARG || tok(c, k)->deprel == DEP_NMOD) && prep != NONE && is_actor(c, k) &&
		    !has_cue(c, prep, CUE_WITHIN | CUE_GENITIVE | CUE_ABSOLUTE | CUE_PASSIVE_AGENT))
			add_participants(c, k, out);
	}
}

void threatened(const struct coding *c, uint32_t trigger, const participants *actors, participants *out)
{
	for (uint32_t k = tok(c, trigger)->child; k != NONE; k = tok(c, k)->next) {
		struct heads h = { .n = 0 };

		if (tok(c, k)->upos != UPOS_VERB || (tok(c, k)->deprel != DEP_XCOMP && tok(c, k)->deprel != DEP_CCOMP) || !(tok(c, k)->bits & FEAT_INF))
			continue;
		objects(c, k, &h);
		for (uint32_t i = 0; i < h.n; i++)
			if (is_actor(c, h.at[i]))
				add_participants(c, h.at[i], out);
		for (uint32_t i = 0; i < h.n && !out->n; i++)
			aimed_at(c, h.at[i], out);
		if (!out->n)
			aimed_at(c, k, out);
	}
	without(out, actors);
	const struct entity *who = actors->n ? party_entity(c, &actors->at[0]) : NULL, *whom = out->n ? party_entity(c, &out->at[0]) : NULL;

	if (who && whom && whom->kind == KIND_COUNTRY && !memcmp(who->country, whom->country, 4))	/* "to pull his country out of …" */
		out->n = 0;
}

void actor_of_clause(const struct coding *c, uint32_t noun, participants *out)
{
	uint32_t v = tok(c, noun)->head;
	enum deprel rel = tok(c, noun)->deprel;
	struct heads h = { .n = 0 };

	if (v == NONE || (rel != DEP_OBL && rel != DEP_OBL_ARG && rel != DEP_NMOD) || (tok(c, v)->upos != UPOS_VERB && tok(c, v)->upos != UPOS_ADJ) ||
	    is_passive(c, v))
		return;
	subjects(c, v, &h);
	for (uint32_t i = 0; i < h.n; i++)
		if (is_actor(c, h.at[i]))
			add_participants(c, h.at[i], out);
}

uint32_t last_organisation(const struct coding *c, uint32_t t)
{
	for (uint32_t k = t; k-- > 0 && tok(c, k)->sentence + 3 >= tok(c, t)->sentence; ) {
		uint32_t i = c->d->mention_of[k];
		const struct mention *m = i == NONE ? NULL : &c->d->mentions.at[i];

		const struct entity *x = m && m->n_entities == 1 ? &c->d->entities.at[m->entities[0]] : NULL;

		if (x && x->kind == KIND_ORGANISATION && (!strcmp(x->sector, "IGO") || (x->id.n && !x->country[0])))
			return m->entities[0];
	}
	return NONE;
}

void agreement_party(const struct coding *c, struct span phrase, uint32_t head, void *to)
{
	participants *out = to;
	struct entity *x = vec_push(c->d->a, &c->d->entities);

	x->name = doc_slice(c->d, phrase);
	x->kind = KIND_AGREEMENT;
	x->id = str_printf(c->d->a, "x-%012llx", (unsigned long long)(str_hash(x->name) >> 16));
	x->probability = 0.6f;
	*vec_push(c->d->a, out) = (struct participant){ NONE, (uint32_t)c->d->entities.n - 1, head, phrase };
}

void people_of_countries(const struct coding *c, participants *who)
{
	for (size_t i = 0; i < who->n; i++) {
		const struct entity *country = party_entity(c, &who->at[i]);

		if (!country || country->kind != KIND_COUNTRY)
			continue;
		struct entity people = { .name = doc_slice(c->d, who->at[i].span), .kind = KIND_PEOPLE, .sector = "CVL", .plural = true, .probability = country->probability };

		memcpy(people.country, country->country, 4);
		people.id = str_printf(c->d->a, "x-%012llx", (unsigned long long)(str_hash(str_printf(c->d->a, "%s|%s", people.country, people.sector)) >> 16));
		*vec_push(c->d->a, &c->d->entities) = people;
		who->at[i].entity = (uint32_t)c->d->entities.n - 1;
	}
}

void copy_parties(struct arena *a, const participants *from, void *to)
{
	participants *out = to;

	for (size_t i = 0; i < from->n; i++)
		*vec_push(a, out) = from->at[i];
}

bool speaks_for_somebody(const struct coding *c, const participants *p)
{
	for (size_t i = 0; i < p->n; i++) {
		const struct entity *x = party_entity(c, &p->at[i]);

		if (x && x->sector[0] && strcmp(x->sector, "JRN") && strcmp(x->sector, "MED") && strcmp(x->sector, "BUS") && strcmp(x->sector, "CVL") && strcmp(x->sector, "EDU"))
			return true;
		if (x && !x->sector[0] && str_is(x->office, "spokesman"))	/* whoever it is that he speaks for */
			return true;
		if (x && (x->kind == KIND_COUNTRY || (x->kind == KIND_PERSON && x->country[0] && strcmp(x->sector, "JRN") && strcmp(x->sector, "MED"))))
			return true;
	}
	return false;
}
