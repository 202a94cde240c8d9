/* event.c - participants, codes, and everything an event carries. */
#include "code/event.h"

#include "base/file.h"
#include "code/claim.h"
#include "code/confidence.h"
#include "code/context.h"
#include "code/deed.h"
#include "code/status.h"

#include <stdlib.h>

typedef VEC(struct participant) participants;

/* ---- the ontology ---------------------------------------------------------------- */

static struct str field(struct str *rest)
{
	struct str f;

	if (!str_split(rest, '\t', &f))
		return STR_NONE;
	f = str_trim(f);
	return str_is(f, "-") ? STR_NONE : f;
}

int types_read(struct types *t, struct arena *a, const char *path, struct error *e)
{
	struct str text, line;
	int r = file_read(a, path, 1 << 20, &text, e);

	memset(t, 0, sizeof(*t));
	if (r)
		return r;
	for (uint32_t number = 1; str_split(&text, '\n', &line); number++) {
		line = str_trim(line);
		if (!line.n || line.p[0] == '#' || str_starts(line, STR("type\t")))
			continue;
		struct str rest = line, type = field(&rest), mode = field(&rest), cameo = field(&rest), quad = field(&rest), goldstein = field(&rest);
		struct str contexts = field(&rest);
		int value = event_type_find(type);

		if (value < 0)
			return error_set(e, COU_EDATA, "%s:%u: \"%.*s\" is no event type", path, number, STR_ARG(type));
		if (quad.n > 1 || (quad.n && (quad.p[0] < '0' || quad.p[0] > '4')))
			return error_set(e, COU_EDATA, "%s:%u: quad class \"%.*s\" is not 0 to 4", path, number, STR_ARG(quad));
		*vec_push(a, &t->rows) = (struct type_row){
			(enum event_type)value, mode, cameo, contexts, (int8_t)(quad.n ? quad.p[0] - '0' : 0),
			goldstein.n ? strtof(str_dup(a, goldstein).p, NULL) : 0,
		};
	}
	return COU_OK;
}

static const struct type_row *type_row(const struct types *t, enum event_type type, struct str mode)
{
	const struct type_row *plain = NULL;

	for (size_t i = 0; i < t->rows.n; i++) {
		const struct type_row *r = &t->rows.at[i];

		if (r->type != type)
			continue;
		if (str_eq(r->mode, mode))
			return r;
		if (!r->mode.n)
			plain = r;
	}
	return plain;
}

/* ---- participants ------------------------------------------------------------------ */

static const struct entity *entity_of(const struct coding *c, const struct participant *p)
{
	return p->entity == NONE ? NULL : &c->d->entities.at[p->entity];
}

static bool is_among(const participants *p, uint32_t entity)
{
	for (size_t i = 0; i < p->n; i++)
		if (p->at[i].entity == entity)
			return true;
	return false;
}

/* Adds what the token stands for; a thing stands for its owner. */
static void add_party(const struct coding *c, uint32_t head, participants *out)
{
	if (add_participants(c, head, out))
		return;
	struct heads h = { .n = 0 };

	if (owner_of(c, head) == NONE)
		return;
	fillers(c, head, POS_GEN, STR(""), &h);
	for (uint32_t i = 0; i < h.n; i++) {	/* "the capitals of Iran and Syria" */
		uint32_t owner = mention_for(c, h.at[i]);
		const struct mention *m = owner == NONE ? NULL : &c->d->mentions.at[owner];

		for (uint32_t k = 0; m && k < m->n_entities; k++)
			if (!is_among(out, m->entities[k]))
				*vec_push(c->d->a, out) = (struct participant){ owner, m->entities[k], m->head, m->span };
	}
}

/* Takes out of `from` everybody who is in `who` already. */
static void without(participants *from, const participants *who)
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

/* Takes out whoever is named inside the name of another: "the trial of the former premier of Norway John Smith" is not Norway's. */
static void without_nested(const struct coding *c, participants *from, const participants *all)
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

static bool is_political(const struct coding *c, const participants *p, enum event_type type)
{
	for (size_t i = 0; i < p->n; i++) {
		const struct entity *x = entity_of(c, &p->at[i]);

		if (x && is_political_entity(x, type))
			return true;
	}
	return false;
}

static bool has_place(const struct coding *c, const struct event *e)
{
	return entity_of(c, &e->where) != NULL;
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
		if (m != NONE && is_actor(c, k) && c->d->mentions.at[m].n_entities && !is_adjunct(c, k, m) && !is_among(actors, c->d->mentions.at[m].entities[0]) &&
		    c->d->entities.at[c->d->mentions.at[m].entities[0]].kind != KIND_PEOPLE) {
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

		if (m != NONE && (!c->d->mentions.at[m].n_entities || !is_among(actors, c->d->mentions.at[m].entities[0])))
			add_participants(c, h.at[n], out);
		else if (m == NONE)
			actor_within(c, h.at[n], actors, out, 1);
	}
}

/* What is asked, alleged, refused or threatened concerns somebody whom the frame's slots did not find: the subject of the content clause, or
 * whose the thing is that it is about. */
static void recipient_of_content(const struct coding *c, uint32_t trigger, const participants *actors, participants *out)
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
	for (uint32_t k = tok(c, trigger)->child; k != NONE && !out->n; k = tok(c, k)->next) {
		enum deprel r = tok(c, k)->deprel;

		if ((r != DEP_OBJ && r != DEP_OBL_ARG && r != DEP_OBL) || !is_nominal(c, k) || c->dated[k])
			continue;
		actor_within(c, k, actors, out, 1);
		if (k > trigger && r == DEP_OBL && !is_actor(c, k))	/* "calls for aid following the raid of X": the first phrase says what is asked */
			break;
	}
}

/* "The minister says that Norway will never …": who speaks for a country does not speak to it. */
static void without_own_country(const struct coding *c, participants *from, const participants *actors)
{
	size_t n = 0;

	for (size_t i = 0; i < from->n; i++) {
		const struct entity *x = entity_of(c, &from->at[i]);
		bool own = x && x->kind == KIND_COUNTRY && actors->n;

		for (size_t k = 0; k < actors->n && own; k++) {
			const struct entity *a = entity_of(c, &actors->at[k]);

			own = a && !strcmp(a->sector, "GOV") && !memcmp(a->country, x->country, 4);
		}
		if (!own)
			from->at[n++] = from->at[i];
	}
	from->n = n;
}

/* "threatens to behead the hostages": to whom it would be done. */
static void threatened(const struct coding *c, uint32_t trigger, const participants *actors, participants *out)
{
	for (uint32_t k = tok(c, trigger)->child; k != NONE; k = tok(c, k)->next) {
		struct heads h = { .n = 0 };

		if (tok(c, k)->upos != UPOS_VERB || (tok(c, k)->deprel != DEP_XCOMP && tok(c, k)->deprel != DEP_CCOMP) || !(tok(c, k)->bits & FEAT_INF))
			continue;
		objects(c, k, &h);
		for (uint32_t i = 0; i < h.n; i++)
			if (is_actor(c, h.at[i]))
				add_participants(c, h.at[i], out);
	}
	const struct entity *who = actors->n ? entity_of(c, &actors->at[0]) : NULL, *whom = out->n ? entity_of(c, &out->at[0]) : NULL;

	if (who && whom && whom->kind == KIND_COUNTRY && !memcmp(who->country, whom->country, 4))	/* "to pull his country out of …" */
		out->n = 0;
}

/* "During a visit to X he met Y": who meets or visits in a noun of the clause is the clause's subject. */
static void actor_of_clause(const struct coding *c, uint32_t noun, participants *out)
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

/* The organisation of states last named, in this sentence before t or in one of the two before: for "wants to join, too". */
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

/* "Yemeni protests", "the Syrian uprising": it is the people of the country who protest. */
static void people_of_countries(const struct coding *c, participants *who)
{
	for (size_t i = 0; i < who->n; i++) {
		const struct entity *country = entity_of(c, &who->at[i]);

		if (!country || country->kind != KIND_COUNTRY)
			continue;
		struct entity people = { .name = doc_slice(c->d, who->at[i].span), .kind = KIND_PEOPLE, .sector = "CVL", .plural = true, .probability = country->probability };

		memcpy(people.country, country->country, 4);
		people.id = str_printf(c->d->a, "x-%012llx", (unsigned long long)(str_hash(str_printf(c->d->a, "%s|%s", people.country, people.sector)) >> 16));
		*vec_push(c->d->a, &c->d->entities) = people;
		who->at[i].entity = (uint32_t)c->d->entities.n - 1;
	}
}

/* Types in which nameless crowds and gunmen act: a place makes them political enough. */
static bool place_suffices(enum event_type type)
{
	return type == EVENT_PROTEST || type == EVENT_ASSAULT || type == EVENT_COERCE || type == EVENT_MOBILIZE;
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

static void set_codes(const struct types *types, struct event *e, struct str cameo, struct str contexts)
{
	const struct type_row *r = type_row(types, e->type, e->mode);

	e->cameo = cameo.n ? cameo : r ? r->cameo : STR_NONE;
	e->contexts = contexts.n ? contexts : r ? r->contexts : STR_NONE;
	e->quad = r ? r->quad : 0;
	e->goldstein = r ? r->goldstein : 0;
}

static void copy(struct arena *a, const participants *from, void *to)
{
	participants *out = to;

	for (size_t i = 0; i < from->n; i++)
		*vec_push(a, out) = from->at[i];
}

static struct evidence evidence_of(const struct coding *c, uint32_t t)
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

/* Plans lie ahead: what a present tense tells for a day after the article's is planned. */
static void settle_time(const struct coding *c, struct event *e)
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
	if (c->d->date != DAY_NONE && e->when.start != DAY_NONE && e->when.start > c->d->date && !e->when.since &&
	    (e->status == STATUS_HAPPENED || e->status == STATUS_ONGOING))
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
		if (!own || (!is_speech(c, e) && is_reported(c, e, &e->claims.at[i])))
			e->claims.at[n++] = e->claims.at[i];
	}
	e->claims.n = n;
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
		const struct entity *x = entity_of(c, p);
		uint32_t first = p->head != NONE && tok(c, p->head)->deprel == DEP_CONJ ? tok(c, p->head)->head : p->head;
		uint32_t in = first == NONE ? NONE : doc_child(c->d, first, DEP_CASE);
		bool scene = x && (x->kind == KIND_PLACE || x->kind == KIND_COUNTRY) && has_cue(c, in, CUE_WITHIN), foreign = false;

		for (size_t k = 0; k < e->actors.n; k++) {
			const struct entity *a = entity_of(c, &e->actors.at[k]);

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

/* "suggests that he died of poison": what was is not asked for. */
static bool is_of_the_past(const struct coding *c, uint32_t v)
{
	uint32_t clause = doc_child(c->d, v, DEP_CCOMP);

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
			const struct entity *x = entity_of(c, &who.at[k]);
			bool own = !x || x->kind == KIND_GOVERNMENT || is_among(actors, who.at[k].entity);

			for (size_t a = 0; a < actors->n && !own; a++) {
				const struct entity *y = entity_of(c, &actors->at[a]);

				own = y && y->country[0] && !memcmp(x->country, y->country, 4);
			}
			if (!own)
				return VOW_OF_ANOTHER;
		}
	}
	return vow;
}

/* "Takehiko Endo resigns as minister of agriculture": whoever holds an office of state is somebody, though nothing else is known of him. */
static bool is_of_state(const struct coding *c, const struct match *m, enum event_type type)
{
	uint32_t heads[HEADS_MAX], n = match_role(m, ROLE_OFFICE, heads, HEADS_MAX);
	participants who = { 0 };

	if (type != EVENT_ELECT && type != EVENT_APPOINT && type != EVENT_STEP_DOWN)
		return false;
	for (uint32_t i = 0; i < n; i++)
		add_participants(c, heads[i], &who);
	for (uint32_t i = 0; i < m->n_fixed; i++)
		add_participants(c, m->fixed[i], &who);
	for (size_t i = 0; i < who.n; i++) {
		const struct entity *x = entity_of(c, &who.at[i]);

		if (x && x->office.n && (x->country[0] || !strcmp(x->sector, "IGO")) && is_political_entity(x, type))
			return true;
	}
	return false;
}

/* Statements are kept of those who speak for a state, a body or a cause, not of reporters and firms. */
static bool speaks_for_somebody(const struct coding *c, const participants *p)
{
	for (size_t i = 0; i < p->n; i++) {
		const struct entity *x = entity_of(c, &p->at[i]);

		if (x && x->sector[0] && strcmp(x->sector, "JRN") && strcmp(x->sector, "MED") && strcmp(x->sector, "BUS") && strcmp(x->sector, "CVL") && strcmp(x->sector, "EDU"))
			return true;
		if (x && (x->kind == KIND_COUNTRY || (x->kind == KIND_PERSON && x->country[0] && strcmp(x->sector, "JRN") && strcmp(x->sector, "MED"))))
			return true;
	}
	return false;
}

bool add_event(struct coding *c, const struct types *types, const struct match *m)
{
	const struct frame *f = &c->f->frames[m->frame];
	struct event e = { 0 };
	participants actors = { 0 }, recipients = { 0 };
	uint32_t heads[HEADS_MAX], n;

	n = match_role(m, ROLE_ACTOR, heads, HEADS_MAX);
	for (uint32_t i = 0; i < n; i++)
		add_party(c, heads[i], &actors);
	n = match_role(m, ROLE_RECIPIENT, heads, HEADS_MAX);
	uint32_t named = n;

	if (concerns_deeds((enum event_type)f->type))
		n = doers_for_befallen(c, m->trigger, (enum event_type)f->type, heads, n);
	for (uint32_t i = 0; i < n; i++)
		add_party(c, heads[i], f->symmetric ? &actors : &recipients);
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

	if (vow == VOW_OF_ANOTHER || (f->type == EVENT_REQUEST && f->kind == FRAME_VERB && is_of_the_past(c, m->trigger)) || (f->type == EVENT_THREATEN && f->kind == FRAME_VERB && is_in_danger(c, m->trigger)))
		return false;
	e.type = (enum event_type)f->type;
	e.own_type = frames_str(c->f, f->own);
	e.mode = frames_str(c->f, f->mode);
	e.symmetric = f->symmetric;
	e.trigger = m->trigger;
	e.trigger_span = trigger_span(c, m);
	e.frame = m->frame;
	e.evidence = evidence_of(c, m->trigger);
	copy(c->d->a, &recipients, &e.recipients);
	e.where = find_where(c, m->trigger, m->support, &e);
	bool someone = is_political(c, &actors, e.type) || is_political(c, &recipients, e.type) || is_of_state(c, m, e.type);

	if (f->weak && !(is_political(c, &actors, e.type) && (is_political(c, &recipients, e.type) || f->symmetric)))
		return false;
	if (!someone && !((actors.n || recipients.n || f->kind == FRAME_NOUN) && place_suffices(e.type) && has_place(c, &e) && !f->weak))
		return false;
	if (f->symmetric && actors.n < 2 && f->weak)
		return false;
	if (e.type == EVENT_SAY && !(c->cues[m->trigger] & CUE_SAY ? speaks_for_somebody(c, &actors) : is_political(c, &actors, e.type)))
		return false;
	copy(c->d->a, &actors, &e.actors);
	if (e.type == EVENT_ASSAULT)
		drop_scene(c, &e);
	struct judgement j = status_of(c, m);

	e.status = j.status;
	/* who will not yield rejects: "it will not lift the embargo" */
	bool unyielding = j.refused && actors.n && (e.type == EVENT_RETREAT || e.type == EVENT_CONCEDE || e.type == EVENT_AID || e.type == EVENT_CONSULT || e.type == EVENT_AGREE || e.type == EVENT_SUPPORT || e.type == EVENT_COOPERATE);

	if (unyielding || (vow == VOW_REFUSAL && f->type == EVENT_AGREE)) {
		e.mode = e.type == EVENT_AID ? STR("assist") : e.type == EVENT_CONSULT ? STR("meet") : e.type == EVENT_RETREAT || e.type == EVENT_CONCEDE || vow == VOW_REFUSAL ? STR("yield") : STR_NONE;
		e.type = EVENT_REJECT;
		e.status = STATUS_HAPPENED;
	}
	e.when = find_when(c, m->trigger, m->support, e.status, (int)e.type);
	settle_time(c, &e);
	take_spans(c, m, &e);
	if (e.own_type.n) {		/* no code of CAMEO fits a type of one's own */
		e.cameo = frames_str(c->f, f->cameo);
		e.contexts = frames_str(c->f, f->contexts);
	} else {
		set_codes(types, &e, e.type == EVENT_REJECT && f->type != EVENT_REJECT ? STR_NONE : frames_str(c->f, f->cameo), frames_str(c->f, f->contexts));
	}
	find_claims(c, m, &e);
	if (concerns_somebody(e.type) || e.type == EVENT_SAY || e.type == EVENT_AGREE ||
	    (c->cues[m->trigger] & (CUE_SAY | CUE_SAY_DENIES | CUE_SAY_DOUBTS | CUE_SAY_CONFIRMS)))
		drop_own_claims(c, &e);
	if (e.type == EVENT_SAY && (f->stance == STANCE_DENIES || f->stance == STANCE_DOUBTS) && e.actors.n)
		*vec_push(c->d->a, &e.claims) = (struct claim){ e.actors.at[0], (enum stance)f->stance, false, e.trigger_span };
	match_traits(c, m, e.traits);
	*vec_push(c->d->a, &c->d->events) = e;
	c->taken[m->trigger] = 1;
	/* a verb in a fixed part may be an act of its own: "wants to join"; what is refused or fails is none: "refuses to join" */
	bool undone = e.type == EVENT_REJECT || e.status == STATUS_NEGATED;

	for (uint32_t i = 0; i < m->n_fixed; i++)
		if (undone || tok(c, m->fixed[i])->upos != UPOS_VERB)
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

/* The quotation that verb v introduces: at least four words in quotation marks which hang on v, or on which v hangs. */
static struct span quotation_of(const struct coding *c, uint32_t v)
{
	const struct sentence *s = &c->d->sentences.at[tok(c, v)->sentence];
	struct span none = { 0, 0 };

	if (is_quoted(c, v))
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

bool add_quotation(struct coding *c, const struct types *types, uint32_t v)
{
	struct span quote = quotation_of(c, v);

	if (quote.end <= quote.start || (!(c->cues[v] & (CUE_SAY | CUE_SAY_DENIES | CUE_SAY_DOUBTS | CUE_SAY_CONFIRMS | CUE_CALL_VERB)) && !is_utterance(c, v, quote)))
		return false;
	for (size_t i = c->d->events.n; i-- > 0 && tok(c, c->d->events.at[i].trigger)->sentence == tok(c, v)->sentence; )
		if (c->d->events.at[i].trigger == v && c->d->events.at[i].type == EVENT_SAY)
			return false;
	return add_statement(c, types, v);
}

bool add_statement(struct coding *c, const struct types *types, uint32_t say)
{
	struct heads h = { .n = 0 };
	participants actors = { 0 };
	struct event e = { 0 };

	if (is_passive(c, say) || (has_cue(c, say, CUE_ACCORDING) && !(tok(c, say)->bits & FEAT_FIN)))	/* "citing a report" */
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
		const struct entity *x = entity_of(c, &about.at[i]);

		if (x && is_political_entity(x, EVENT_SAY) && c->d->mentions.at[about.at[i].mention].how != MENTION_PRONOUN)
			*vec_push(c->d->a, &e.recipients) = about.at[i];
	}
	e.type = EVENT_SAY;
	e.trigger = say;
	e.trigger_span = tok(c, say)->span;
	e.frame = NONE;
	e.evidence = evidence_of(c, say);
	e.where = (struct participant){ NONE, NONE, NONE, { 0, 0 } };
	copy(c->d->a, &actors, &e.actors);
	uint32_t no = child_with_cue(c, say, CUE_NEGATOR);

	if (no != NONE && no < say && tok(c, no)->deprel == DEP_ADVMOD)	/* what is not said; behind it, "not" belongs to what is */
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

/* ---- one happening, several sentences ------------------------------------------------- */

enum { MERGE_WINDOW = 512 };	/* events before that are looked at: an article has fewer */

static bool same_people(const void *x, const void *y)
{
	const participants *a = x, *b = y;

	if (a->n != b->n)
		return false;
	for (size_t i = 0; i < a->n; i++) {
		bool there = false;

		for (size_t k = 0; k < b->n; k++)
			there |= a->at[i].entity != NONE && a->at[i].entity == b->at[k].entity;
		if (!there)
			return false;
	}
	return true;
}

static bool stands_first(const struct coding *c, const struct event *e)
{
	uint32_t block = c->d->sentences.at[e->evidence.sentence].block;

	return block < c->d->blocks.n && (c->d->blocks.at[block].type == BLOCK_TITLE || c->d->blocks.at[block].type == BLOCK_LEAD);
}

static bool same_event(const struct event *a, const struct event *b)
{
	bool pair = a->symmetric ? a->actors.n > 1 : (a->actors.n && a->recipients.n) || (a->type == EVENT_DIE && a->actors.n + a->recipients.n == 1);

	if (a->type != b->type || !str_eq(a->own_type, b->own_type) || a->type == EVENT_SAY || !pair || a->symmetric != b->symmetric || a->status != b->status ||
	    !same_people(&a->actors, &b->actors) || !same_people(&a->recipients, &b->recipients))
		return false;
	if (a->mode.n && b->mode.n && !str_eq(a->mode, b->mode))
		return false;
	if (str_is(a->mode, "abduct") != str_is(b->mode, "abduct"))	/* "kidnapped and killed" */
		return false;
	return a->when.start == DAY_NONE || b->when.start == DAY_NONE || (a->when.start <= b->when.end && b->when.start <= a->when.end);
}

/* Who says so in one of the reports says so of the happening; but what the text itself has told once, it vouches for, save in headline and lead. */
static void merge_claims(const struct coding *c, struct event *to, const struct event *from)
{
	if (!to->claims.n && !stands_first(c, to))
		return;
	for (size_t i = 0; i < from->claims.n; i++) {
		bool there = false;

		for (size_t k = 0; k < to->claims.n; k++)
			there |= from->claims.at[i].by.entity != NONE && to->claims.at[k].by.entity == from->claims.at[i].by.entity;
		if (!there && to->claims.n < 8)
			*vec_push(c->d->a, &to->claims) = from->claims.at[i];
	}
}

void merge_events(struct coding *c)
{
	struct doc *d = c->d;
	size_t n = 0;

	for (size_t i = 0; i < d->events.n; i++) {
		struct event *e = &d->events.at[i], *first = NULL;

		for (size_t k = n > MERGE_WINDOW ? n - MERGE_WINDOW : 0; k < n && !first; k++)
			if (same_event(&d->events.at[k], e))
				first = &d->events.at[k];
		if (!first) {
			d->events.at[n++] = *e;
			continue;
		}
		if (first->evidence.sentence != e->evidence.sentence)
			*vec_push(d->a, &first->reports) = e->evidence;
		if (first->when.start == DAY_NONE || (first->when.basis == BASIS_PUBLISHED && e->when.start != DAY_NONE))
			first->when = e->when;
		if (first->where.entity == NONE)
			first->where = e->where;
		merge_claims(c, first, e);
		if (!first->mode.n && e->mode.n) {
			first->mode = e->mode;
			first->cameo = e->cameo;
			first->contexts = e->contexts;
			first->quad = e->quad;
			first->goldstein = e->goldstein;
		}
		if (!first->goods.n && e->goods.n)
			memcpy(&first->goods, &e->goods, sizeof(first->goods));
	}
	d->events.n = n;
}
