/* infer.c - place and day of events whose sentence names none, from the rest of the document.
 *
 * Place: that of the same doings told before; else the country that all who take part belong to; else the country that the document is
 * about, where nobody from elsewhere takes part.  Only of deeds on the ground, and of who comes to or leaves an office.
 * Day: that of the same doings told before.
 */
#include "code/infer.h"

#include "code/context.h"

enum { EVENTS_BACK = 40 };

/* ---- who takes part ------------------------------------------------------------------------------------------- */

static const struct entity *entity_at(const struct coding *c, const struct participant *p)
{
	return p->entity == NONE ? NULL : &c->d->entities.at[p->entity];
}

struct sides {
	char country[4];		/* the only one, or "" */
	bool several;			/* countries */
};

static void add_side(const struct entity *x, struct sides *s)
{
	if (!x || !x->country[0] || x->kind == KIND_AGREEMENT)
		return;
	if (!s->country[0])
		memcpy(s->country, x->country, 4);
	else
		s->several |= memcmp(s->country, x->country, 4) != 0;
}

/* A state and its army act abroad too. */
static bool reaches_out(const struct entity *x)
{
	return x && (x->kind == KIND_COUNTRY || x->kind == KIND_ARMED_GROUP || str_is(str_c(x->sector), "MIL") || str_is(str_c(x->sector), "GOV"));
}

/* Is it a ship or plane, or a state by the adjective of one, "the American drone"? */
static bool is_thing_of_state(const struct coding *c, const struct participant *p)
{
	const struct entity *x = entity_at(c, p);
	uint32_t h = p->head == NONE ? NONE : tok(c, p->head)->head;

	if (x && p->head != NONE && frames_in_class(c->f, c->keys[p->head], c->f->craft))
		return true;
	return x && x->kind == KIND_COUNTRY && h != NONE && (tok(c, p->head)->deprel == DEP_AMOD || tok(c, p->head)->deprel == DEP_COMPOUND) && frames_in_class(c->f, c->keys[h], c->f->craft);
}

static struct sides sides_of(const struct coding *c, const struct event *e)
{
	struct sides s = { "", false };
	bool abroad = e->type == EVENT_ASSAULT || e->type == EVENT_MOBILIZE;

	for (size_t i = 0; i < e->actors.n && e->type == EVENT_COERCE; i++) {		/* "the International Criminal Court issues a warrant" */
		const struct entity *x = entity_at(c, &e->actors.at[i]);

		s.several |= x && !x->country[0] && x->kind == KIND_ORGANISATION;
	}
	for (size_t i = 0; i < e->actors.n && abroad; i++)		/* "A and B exchanged fire" */
		for (size_t k = 0; k < i; k++) {
			const struct entity *x = entity_at(c, &e->actors.at[i]), *y = entity_at(c, &e->actors.at[k]);

			s.several |= x && y && x->country[0] && y->country[0] && memcmp(x->country, y->country, 4) != 0;
		}
	for (size_t i = 0; i < e->actors.n; i++)
		if (!abroad || !reaches_out(entity_at(c, &e->actors.at[i])))
			add_side(entity_at(c, &e->actors.at[i]), &s);
	for (size_t i = 0; i < e->recipients.n; i++) {
		const struct entity *x = entity_at(c, &e->recipients.at[i]);

		add_side(x, &s);
		s.several |= e->type == EVENT_ASSAULT && is_thing_of_state(c, &e->recipients.at[i]);	/* "the downing of the American drone": anywhere */
		for (size_t k = 0; abroad && x && str_is(str_c(x->sector), "MIL") && k < e->actors.n; k++) {	/* two armies may meet anywhere: "Turkey shot down a Russian jet" */
			const struct entity *a = entity_at(c, &e->actors.at[k]);

			s.several |= a && a->country[0] && memcmp(a->country, x->country, 4) != 0;
		}
	}
	return s;
}

static bool takes_part(const struct event *e, uint32_t entity)
{
	for (size_t i = 0; i < e->actors.n; i++)
		if (e->actors.at[i].entity == entity)
			return true;
	for (size_t i = 0; i < e->recipients.n; i++)
		if (e->recipients.at[i].entity == entity)
			return true;
	return false;
}

static bool share_somebody(const struct event *a, const struct event *b)
{
	for (size_t i = 0; i < a->actors.n; i++)
		if (a->actors.at[i].entity != NONE && takes_part(b, a->actors.at[i].entity))
			return true;
	for (size_t i = 0; i < a->recipients.n; i++)
		if (a->recipients.at[i].entity != NONE && takes_part(b, a->recipients.at[i].entity))
			return true;
	return false;
}

/* ---- places ----------------------------------------------------------------------------------------------------- */

static bool on_the_ground(const struct event *e)
{
	switch (e->type) {
	case EVENT_ASSAULT: case EVENT_PROTEST: case EVENT_DIE: case EVENT_ELECT: case EVENT_STEP_DOWN: case EVENT_AID:
		return true;
	case EVENT_MOBILIZE:
		return !str_is(e->mode, "weapons");
	case EVENT_COERCE:
		return str_is(e->mode, "arrest") || str_is(e->mode, "curfew") || str_is(e->mode, "martial-law") || str_is(e->mode, "deport");
	default:
		return false;
	}
}

static const char *country_of_place(const struct coding *c, const struct event *e)
{
	return e->where.entity == NONE ? "" : c->d->entities.at[e->where.entity].place.country;
}

/* The document's own entity for a country, or NONE. */
static uint32_t country_entity(const struct coding *c, const char country[4])
{
	for (uint32_t i = 0; i < c->d->entities.n; i++)
		if (c->d->entities.at[i].kind == KIND_COUNTRY && !memcmp(c->d->entities.at[i].country, country, 4))
			return i;
	return NONE;
}

static struct participant of_entity(uint32_t entity)
{
	return (struct participant){ NONE, entity, NONE, { 0, 0 } };
}

/* "The murder of the journalist": of which country he is says little of where it was. */
static bool hits_one(const struct coding *c, const struct event *e)
{
	const struct entity *x = e->recipients.n == 1 ? entity_at(c, &e->recipients.at[0]) : NULL;

	return x && x->kind == KIND_PERSON;
}

static struct participant place_of(const struct coding *c, uint32_t index)
{
	const struct event *e = &c->d->events.at[index];
	struct sides s = sides_of(c, e);

	for (uint32_t i = index + 1; i < c->d->events.n && c->d->events.at[i].evidence.sentence == e->evidence.sentence; i++)
		if (c->d->events.at[i].type == e->type && country_of_place(c, &c->d->events.at[i])[0])
			return of_entity(c->d->events.at[i].where.entity);
	for (uint32_t i = index; i-- > 0 && index - i <= EVENTS_BACK; ) {
		const struct event *b = &c->d->events.at[i];

		if (b->type != e->type || b->where.entity == NONE || !country_of_place(c, b)[0])
			continue;
		if (share_somebody(b, e))
			return of_entity(b->where.entity);
		if (!s.several && (!s.country[0] || !memcmp(s.country, country_of_place(c, b), 4)) && country_entity(c, country_of_place(c, b)) != NONE)
			return of_entity(country_entity(c, country_of_place(c, b)));
	}
	if (s.several || (is_spoken_of(c, e->trigger) && hits_one(c, e)))
		return of_entity(NONE);
	/* where one is from is not where one dies or is helped */
	if (s.country[0] && (e->type == EVENT_DIE || e->type == EVENT_AID) && memcmp(s.country, c->d->scene, 4))
		return of_entity(NONE);
	if (s.country[0])
		return of_entity(country_entity(c, s.country));
	return of_entity(c->d->scene[0] ? country_entity(c, c->d->scene) : NONE);
}

/* A square, a village, a building that no table knows lies in the country of the place beside it, else in that of the document. */
static void settle_place(const struct coding *c, const struct event *e)
{
	enum { NEAR = 8 };		/* tokens */
	struct entity *x = &c->d->entities.at[e->where.entity];
	const struct sentence *s = &c->d->sentences.at[e->evidence.sentence];
	uint32_t here = e->where.head, distance = NEAR;
	const char *country = c->d->scene;

	if (x->place.id.n || here == NONE)	/* a sea or a region that the world knows as nobody's */
		return;
	for (uint32_t t = s->first; t < s->end; t++) {
		uint32_t m = c->d->mention_of[t];
		const struct mention *y = m == NONE ? NULL : &c->d->mentions.at[m];
		const struct entity *z = y && y->n_entities == 1 ? &c->d->entities.at[y->entities[0]] : NULL;
		uint32_t far = t > here ? t - here : here - t, h = tok(c, t)->head;
		/* "the Yemeni island of Socotra", "Freedom Plaza in Washington", "Lurigancho, Peru" */
		bool beside = h == here || (h != NONE && h == tok(c, here)->head && tok(c, t)->deprel == DEP_AMOD) || h + 1 == here + 1 || t == here + 2;

		if (z && z != x && z->country[0] && far < distance && (z->kind == KIND_PLACE || (z->kind == KIND_COUNTRY && beside))) {
			distance = far;
			country = z->country;
		}
	}
	memcpy(x->place.country, country, 4);
	memcpy(x->country, country, 4);
}

/* ---- days ------------------------------------------------------------------------------------------------------- */

static bool is_speech(enum event_type type)
{
	switch (type) {
	case EVENT_SAY: case EVENT_ACCUSE: case EVENT_REJECT: case EVENT_REQUEST: case EVENT_SUPPORT: case EVENT_THREATEN: case EVENT_CONCEDE:
		return true;
	default:
		return false;
	}
}

static struct when day_of_event(const struct coding *c, uint32_t index)
{
	const struct event *e = &c->d->events.at[index];

	if (e->status != STATUS_HAPPENED && e->status != STATUS_ONGOING)
		return e->when;
	for (uint32_t i = index; i-- > 0 && index - i <= EVENTS_BACK; ) {
		const struct event *b = &c->d->events.at[i];

		if (b->type == e->type && b->status == e->status && b->when.start != DAY_NONE && share_somebody(b, e) && !is_speech(e->type))
			return b->when;
	}
	return e->when;
}

void infer_places_and_days(const struct coding *c)
{
	for (uint32_t i = 0; i < c->d->events.n; i++) {
		struct event *e = &c->d->events.at[i];

		/* "East Africa" tells less than the country does */
		bool vague = e->where.entity != NONE && c->d->entities.at[e->where.entity].place.id.n && !country_of_place(c, e)[0];
		struct participant inferred = on_the_ground(e) && (vague || e->where.entity == NONE) ? place_of(c, i) : of_entity(NONE);

		if (inferred.entity != NONE)
			e->where = inferred;
		if (e->where.entity != NONE && c->d->entities.at[e->where.entity].kind == KIND_PLACE && !country_of_place(c, e)[0])
			settle_place(c, e);
		if (e->when.start == DAY_NONE && e->when.end == DAY_NONE)
			e->when = day_of_event(c, i);
	}
}
