/* offices.c - who held which office as of a day: state lines, elections, appointments, resignations and deaths, and the terms that the program's
 * data know.
 *
 * Where the data show that one person holds an office at a time, a successor ends the one before; whom the record names beside the holder is
 * disputed.  The holder is who has most support: articles of the year before, and the data as much as BACKGROUND articles.  So when a person is
 * asked for, the others in the same country are heard too.
 */
#include "query/tenures.h"

#include <stdlib.h>

enum { BACKGROUND = 5, YEAR = 365, HOLDERS_MAX = 512, TERMS_MAX = 1000, OVERLAP = 31, SELDOM = 4 };

struct offices {
	struct tenures t;
	VEC(struct str) names;			/* one for each office that is the same: "prime minister" for "premier" too */
	VEC(struct str) countries;		/* of names */
	struct map heard;			/* keys of lines, as eight bytes: each counts once */
	struct whom scope;			/* countries of the offices found */
};

/* ---- one name for an office ------------------------------------------------------------ */

static struct str canonical(struct offices *o, struct str office, struct str country)
{
	struct arena *a = o->t.k->a;
	char code[4] = { 0 };

	memcpy(code, country.p ? country.p : "", country.n < 3 ? country.n : 3);
	for (size_t i = 0; i < o->names.n; i++)
		if (str_eq(o->countries.at[i], country) && who_same_office(o->t.k->world, o->names.at[i], office, code))
			return o->names.at[i];
	vec_add(a, &o->names, str_dup(a, office));
	vec_add(a, &o->countries, str_dup(a, country));
	return o->names.at[o->names.n - 1];
}

static struct tenure *tenure_of(struct offices *o, struct str person_id, struct str person, struct str office, struct str country, struct str body)
{
	struct arena *a = o->t.k->a;
	struct str name = canonical(o, office, body.n ? STR_NONE : country);	/* Bavaria's prime minister is no chancellor */
	struct str full = body.n ? str_printf(a, "%.*s, %.*s", STR_ARG(name), STR_ARG(body)) : name;

	return tenures_get(&o->t, person_id, person, full, full, country);
}

/* The tenure that an event tells of, whose person bears the office without saying whose it is: of a town, a region or a body where the record has only that. */
static struct tenure *tenure_told(struct offices *o, struct str person_id, struct str person, struct str office, struct str country)
{
	struct str name = canonical(o, office, country), start = str_printf(o->t.k->a, "%.*s, ", STR_ARG(canonical(o, office, STR_NONE)));
	struct tenure *of_body = NULL;

	for (size_t i = 0; i < o->t.at.n; i++) {
		struct tenure *x = &o->t.at.at[i];

		if (!str_eq(x->subject_id, person_id) || !str_eq(x->country, country))
			continue;
		if (str_eq(x->object, name))
			return x;
		if (str_starts(x->object, start))
			of_body = x;
	}
	return of_body ? of_body : tenure_of(o, person_id, person, office, country, STR_NONE);
}

/* ---- the store ------------------------------------------------------------------------- */

/* The office's country or body, or the person. */
static void about(struct sql *sql, const struct whom *w, const char *country)
{
	if (w->ids.n) {
		filter_role(sql, w, "'subject','organisation','actor','recipient'");
		return;
	}
	sql_add(sql, " AND ");
	sql_add(sql, country);
	sql_add(sql, " IN (");
	for (size_t i = 0; i < w->countries.n; i++)
		sql_add(sql, i ? ",?" : "?", w->countries.at[i]);
	sql_add(sql, ")");
}

static bool heard_before(struct offices *o, int64_t line)
{
	struct arena *a = o->t.k->a;
	uint32_t *at = map_put(&o->heard, (struct str){ arena_dup(a, &line, sizeof(line)), sizeof(line) });
	bool before = *at != MAP_NONE;

	*at = 1;
	return before;
}

static void widen(struct offices *o, struct str country)
{
	struct whom *w = &o->scope;

	for (size_t i = 0; i < w->countries.n; i++)
		if (str_eq(w->countries.at[i], country))
			return;
	if (country.n == 3)
		vec_add(o->t.k->a, &w->countries, str_dup(o->t.k->a, country));
}

static int states(struct offices *o, const struct whom *w, struct error *e)
{
	struct asking *k = o->t.k;
	struct db_stmt *s;
	struct sql sql;
	int rc;

	sql_init(&sql, k->a, k->db);
	sql_add(&sql, "SELECT e.key, e.document, e.confidence, e.from_start, e.to_end, e.standing, e.learnt, e.id, a.id, a.name, e.office, e.office_country, b.name"
		      " FROM state e JOIN participant p ON p.line = e.key AND p.role = 'subject' JOIN actor a ON a.key = p.actor"
		      " LEFT JOIN participant q ON q.line = e.key AND q.role = 'organisation' LEFT JOIN actor b ON b.key = q.actor"
		      " WHERE e.relation = 'holds_office' AND e.office IS NOT NULL");
	filter_standing(&sql, &k->f);
	about(&sql, w, "e.office_country");
	s = sql_start(&sql, e);
	if (!s)
		return COU_ESTORE;
	while ((rc = db_next(s, e)) > 0) {
		struct item i = tenure_item(k->a, s);

		if (heard_before(o, i.line))
			continue;
		widen(o, db_column_text(s, 11));
		tenure_add_state(k->a, tenure_of(o, db_column_text(s, 8), db_column_text(s, 9), db_column_text(s, 10), db_column_text(s, 11), db_column_text(s, 12)),
				 &i, db_column_text(s, 5), day_of_text(db_column_text(s, 6)));
	}
	return rc;
}

/* Persons whose office stands on an event that begins or ends it; a death ends all that is known of the person. */
static int events(struct offices *o, const struct whom *w, struct error *e)
{
	struct asking *k = o->t.k;
	struct db_stmt *s;
	struct sql sql;
	int rc;

	sql_init(&sql, k->a, k->db);
	sql_add(&sql, "SELECT e.key, e.document, e.confidence, coalesce(e.date_start, e.learnt), e.type, e.id, a.id, a.name, p.office, a.country FROM event e"
		      " JOIN participant p ON p.line = e.key AND p.role IN ('actor', 'recipient') JOIN actor a ON a.key = p.actor"
		      " WHERE e.type IN ('ELECT', 'APPOINT', 'STEP_DOWN', 'DIE') AND e.status = 'happened' AND a.kind = 'person'"
		      /* the person is the recipient where there is one */
		      " AND (p.role = 'recipient' OR NOT EXISTS (SELECT 1 FROM participant r WHERE r.line = e.key AND r.role = 'recipient'))");
	filter_standing(&sql, &k->f);
	about(&sql, w, "a.country");
	s = sql_start(&sql, e);
	if (!s)
		return COU_ESTORE;
	while ((rc = db_next(s, e)) > 0) {
		struct str type = db_column_text(s, 4), office = db_column_text(s, 8), person = db_column_text(s, 6);
		bool ends = str_is(type, "STEP_DOWN") || str_is(type, "DIE");
		day at = day_of_text(db_column_text(s, 3));
		struct item i = { .says = ends ? SAYS_ENDED : SAYS_BEGAN, .standing = ends ? STANDING_ENDED : STANDING_IN_FORCE, .at = at, .from = DAY_NONE,
				  .to = DAY_NONE, .line = db_column_int(s, 0), .document = db_column_int(s, 1), .confidence = db_column_real(s, 2),
				  .id = str_dup(k->a, db_column_text(s, 5)) };

		if (heard_before(o, i.line))
			continue;
		if (office.n && !str_is(type, "ELECT"))		/* who is elected bears the office of before */
			vec_add(k->a, &tenure_told(o, person, db_column_text(s, 7), office, db_column_text(s, 9))->items, i);
		for (size_t n = 0; str_is(type, "DIE") && n < o->t.at.n; n++)
			if (str_eq(o->t.at.at[n].subject_id, person))
				vec_add(k->a, &o->t.at.at[n].items, i);
	}
	return rc;
}

/* ---- background ------------------------------------------------------------------------ */

static bool asked(const struct whom *w, const struct who *world, const struct who_term *term, struct str person)
{
	for (size_t i = 0; i < w->countries.n; i++)
		if (str_is(w->countries.at[i], term->country))
			return true;
	for (size_t i = 0; i < w->ids.n; i++)
		if (str_eq(w->ids.at[i], person) || (term->organisation != UINT32_MAX && str_eq(w->ids.at[i], who_entity(world, term->organisation).id)))
			return true;
	return false;
}

static void background(struct offices *o, const struct whom *w)
{
	const struct who *world = o->t.k->world;

	for (uint32_t p = 0; p < who_count(world); p++) {
		const struct who_term *terms;
		uint32_t n = who_terms(world, p, &terms);

		for (uint32_t i = 0; i < n; i++) {
			struct who_entity x = who_entity(world, p);
			struct str body = terms[i].organisation == UINT32_MAX ? STR_NONE : who_entity(world, terms[i].organisation).name;

			if (terms[i].from == DAY_NONE || !asked(w, world, &terms[i], x.id) || heard_before(o, -1 - (int64_t)p * TERMS_MAX - i))
				continue;
			widen(o, str_c(terms[i].country));
			tenure_add_background(o->t.k->a, tenure_of(o, x.id, x.name, terms[i].office, str_c(terms[i].country), body), terms[i].from,
						      terms[i].to, terms[i].seen, STANDING_IN_FORCE);
		}
	}
}

/* ---- one holder at a time --------------------------------------------------------------- */

/* Do the data know the office, and seldom two in it for longer than a hand-over? */
static bool held_by_one(const struct who *world, const struct tenure *x)
{
	uint32_t persons[HOLDERS_MAX], n;
	day last = DAY_NONE + 1;
	struct {
		day from, to;
		uint32_t person;
	} spans[HOLDERS_MAX];
	uint32_t before = UINT32_MAX;
	size_t overlaps = 0;
	size_t count = 0;
	char code[4] = { 0 };

	memcpy(code, x->country.p ? x->country.p : "", x->country.n < 3 ? x->country.n : 3);
	n = code[0] ? who_held(world, x->object, code, UINT32_MAX, persons, HOLDERS_MAX) : 0;
	for (uint32_t i = 0; i < n; i++) {
		const struct who_term *terms;
		uint32_t m = who_terms(world, persons[i], &terms);

		for (uint32_t k = 0; k < m && count < HOLDERS_MAX; k++)
			if (str_is(x->country, terms[k].country) && terms[k].from != DAY_NONE &&
			    who_same_office(world, terms[k].office, x->object, code)) {
				size_t at = count++;

				for (; at && spans[at - 1].from > terms[k].from; at--)
					spans[at] = spans[at - 1];
				spans[at].from = terms[k].from;
				spans[at].person = persons[i];
				spans[at].to = terms[k].to != DAY_NONE ? terms[k].to : terms[k].from;
			}
	}
	for (size_t i = 0; i < count; i++) {
		overlaps += i && spans[i].person != before && spans[i].from + OVERLAP < last;
		if (spans[i].to > last)
			last = spans[i].to;
		before = spans[i].person;
	}
	return count > 0 && overlaps * SELDOM <= count;
}

static size_t support(const struct tenure *x, const struct verdict *v, day at)
{
	size_t n = v->background && (at == DAY_NONE || v->last >= at - YEAR) ? BACKGROUND : 0;
	int64_t last = 0;

	for (size_t i = 0; i < x->items.n; i++) {
		const struct item *it = &x->items.at[i];

		if (it->background || (it->says != SAYS_HOLDS && it->says != SAYS_BEGAN) || (at != DAY_NONE && (it->at > at || it->at < at - YEAR)))
			continue;
		n += it->document != last;
		last = it->document;
	}
	return n;
}

/* Among those in force in one office, the holder stays; who was last heard of before it came is over, others are disputed. */
static void succeed(struct shown *at, size_t n, day when)
{
	size_t main = 0, most = 0;

	for (size_t i = 0; i < n; i++) {
		size_t s = support(at[i].t, &at[i].v, when);

		if (s > most || (s == most && at[i].v.last > at[main].v.last)) {
			most = s;
			main = i;
		}
	}
	for (size_t i = 0; i < n; i++) {
		struct verdict *v = &at[i].v, *m = &at[main].v;

		if (i == main)
			continue;
		if (v->last < m->first || (m->from != DAY_NONE && v->last <= m->from)) {
			v->standing = STANDING_ENDED;
			v->to = m->from != DAY_NONE ? m->from : m->first;
		} else {
			v->standing = STANDING_DISPUTED;
		}
	}
}

static int by_office(const void *x, const void *y)
{
	const struct shown *a = x, *b = y;
	int c = str_cmp(a->t->country, b->t->country);

	if (!c)
		c = str_cmp(a->t->object, b->t->object);
	if (!c && a->v.standing != b->v.standing)
		c = a->v.standing < b->v.standing ? -1 : 1;
	if (!c && a->v.reports != b->v.reports)
		c = a->v.reports > b->v.reports ? -1 : 1;
	return c ? c : str_cmp(a->t->subject_id, b->t->subject_id);
}

static bool in_force(const struct shown *x)
{
	return x->v.standing == STANDING_IN_FORCE;
}

/* Stretches of one office in the sorted rows. */
static void successions(struct offices *o, struct shown *at, size_t n, day when)
{
	for (size_t i = 0, end; i < n; i = end) {
		size_t held = 0;

		for (end = i; end < n && str_eq(at[end].t->object, at[i].t->object) && str_eq(at[end].t->country, at[i].t->country); end++)
			held += in_force(&at[end]);
		if (held > 1 && in_force(&at[i]) && held_by_one(o->t.k->world, at[i].t))
			succeed(&at[i], held, when);
	}
}

static int hear(struct offices *o, const struct whom *w, struct error *e)
{
	if (o->t.k->q->background)
		background(o, w);
	return states(o, w, e) || events(o, w, e) ? COU_ESTORE : 0;
}

int ask_offices(struct asking *k, struct error *e)
{
	struct offices o = { 0 };
	struct shown *shown;
	size_t n = 0, wanted = 0, asked_for;
	bool ever = !k->q->as_of.n && !k->q->standing.n && k->f.about.ids.n;	/* a person's whole career */

	day at = ever ? DAY_NONE : ask_day(k);

	if (!k->q->about.n)
		return error_set(e, COU_EUSAGE, "offices of whom or where?  coulisse offices -d STORE PERSON|COUNTRY|ORGANISATION");
	tenures_init(&o.t, k);
	map_init(&o.heard, k->a);
	if (hear(&o, &k->f.about, e))
		return COU_ESTORE;
	asked_for = o.t.at.n;
	if (k->f.about.ids.n && o.scope.countries.n && hear(&o, &(struct whom){ .countries = o.scope.countries }, e))
		return COU_ESTORE;
	shown = arena_array(k->a, struct shown, o.t.at.n);
	for (size_t i = 0; i < o.t.at.n; i++) {
		struct verdict v = tenure_judge(&o.t.at.at[i], at);

		if (v.known)
			shown[n++] = (struct shown){ &o.t.at.at[i], v };
	}
	qsort(shown, n, sizeof(*shown), by_office);
	successions(&o, shown, n, at);
	for (size_t i = 0; i < n; i++)
		if (shown[i].t < o.t.at.at + asked_for && (ever || tenures_wanted(k->q, shown[i].v.standing)))
			shown[wanted++] = shown[i];
	return tenures_write(k, shown, wanted, e);
}
