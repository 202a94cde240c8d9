/* members.c - who is a member of an organisation, or of what somebody is a member, as of a day: state lines, joining and leaving, and what the
 * program's data know. */
#include "query/tenures.h"

#include <stdlib.h>

static day day_of_column(struct db_stmt *s, unsigned i)
{
	return day_of_text(db_column_text(s, i));
}

/* ---- the store ------------------------------------------------------------------------- */

/* What a joining or leaving with that status says; false: nothing. */
static bool say_of_event(bool joins, struct str status, struct item *i)
{
	int st = status_find(status);

	if (st == STATUS_HAPPENED || st == STATUS_ONGOING) {
		i->says = joins ? SAYS_BEGAN : SAYS_ENDED;
		i->standing = joins ? STANDING_IN_FORCE : STANDING_ENDED;
		return true;
	}
	if (!joins)
		return false;
	if (st == STATUS_PLANNED || st == STATUS_EXPECTED) {
		i->says = SAYS_PROMISED;
		i->standing = STANDING_ANNOUNCED;
		return true;
	}
	i->says = SAYS_DOUBTED;
	i->standing = st == STATUS_NEGATED ? STANDING_DENIED : STANDING_UNCONFIRMED;
	return st == STATUS_POSSIBLE || st == STATUS_NEGATED;
}

static int events(struct tenures *t, struct error *e)
{
	struct asking *k = t->k;
	struct db_stmt *s;
	struct sql sql;
	int rc;

	sql_init(&sql, k->a, k->db);
	sql_add(&sql, "SELECT e.key, e.document, e.confidence, e.date_start, e.type, e.status, e.learnt, e.id, a.id, a.name, b.id, b.name FROM event e"
		      " JOIN participant p ON p.line = e.key AND p.role = 'actor' JOIN actor a ON a.key = p.actor"
		      " JOIN participant q ON q.line = e.key AND q.role = 'recipient' JOIN actor b ON b.key = q.actor WHERE e.type IN ('JOIN', 'LEAVE')");
	filter_standing(&sql, &k->f);
	filter_role(&sql, &k->f.about, "'actor','recipient'");
	s = sql_start(&sql, e);
	if (!s)
		return COU_ESTORE;
	while ((rc = db_next(s, e)) > 0) {
		struct item i = { .line = db_column_int(s, 0), .document = db_column_int(s, 1), .confidence = db_column_real(s, 2), .from = DAY_NONE,
				  .to = DAY_NONE, .id = str_dup(k->a, db_column_text(s, 7)) };

		if (!say_of_event(str_is(db_column_text(s, 4), "JOIN"), db_column_text(s, 5), &i))
			continue;
		i.at = day_of_column(s, 3);
		if (i.at == DAY_NONE || i.says == SAYS_PROMISED)
			i.at = day_of_column(s, 6);
		vec_add(k->a, &tenures_get(t, db_column_text(s, 8), db_column_text(s, 9), db_column_text(s, 10), db_column_text(s, 11), STR_NONE)->items, i);
	}
	return rc;
}

/* ---- background ------------------------------------------------------------------------ */

static void know(struct tenures *t, const struct who_member *m)
{
	struct who_entity member = who_entity(t->k->world, m->member), body = who_entity(t->k->world, m->organisation);

	if (m->kind != WHO_MEMBER && m->kind != WHO_SUSPENDED && m->kind != WHO_CANDIDATE)
		return;
	tenure_add_background(t->k->a, tenures_get(t, member.id, member.name, body.id, body.name, STR_NONE), m->from, m->to, DAY_NONE,
			      m->kind == WHO_MEMBER ? STANDING_IN_FORCE : m->kind == WHO_SUSPENDED ? STANDING_SUSPENDED : STANDING_APPLIED);
}

static void background_of(struct tenures *t, uint32_t entity)
{
	uint32_t n;
	const struct who_member *own;
	const uint32_t *rows;

	if (entity == UINT32_MAX)
		return;
	own = who_memberships(t->k->world, entity, &n);
	for (uint32_t i = 0; i < n; i++)
		know(t, &own[i]);
	rows = who_members(t->k->world, entity, &n);
	for (uint32_t i = 0; i < n; i++) {
		struct who_member m = who_member_at(t->k->world, rows[i]);

		know(t, &m);
	}
}

static void background(struct tenures *t)
{
	const struct whom *w = &t->k->f.about;
	char code[4] = { 0 };

	for (size_t i = 0; i < w->ids.n; i++)
		background_of(t, who_by_id(t->k->world, w->ids.at[i]));
	for (size_t i = 0; i < w->countries.n; i++) {
		memcpy(code, w->countries.at[i].p, 3);
		background_of(t, who_country(t->k->world, code));
	}
}

/* ---- the answer ------------------------------------------------------------------------ */

static int by_name(const void *x, const void *y)
{
	const struct shown *a = x, *b = y;
	int c = str_cmp(a->t->object, b->t->object);

	if (!c && a->v.standing != b->v.standing)
		c = a->v.standing < b->v.standing ? -1 : 1;
	if (!c)
		c = str_cmp(a->t->subject, b->t->subject);
	return c ? c : str_cmp(a->t->subject_id, b->t->subject_id);
}

/* Who only applied, or is said to have been invited, is no member: --standing shows them. */
static bool is_member(enum standing s)
{
	return s == STANDING_IN_FORCE || s == STANDING_SUSPENDED || s == STANDING_DISPUTED;
}

int ask_members(struct asking *k, struct error *e)
{
	day at = ask_day(k);
	struct shown *shown;
	struct tenures t;
	size_t n = 0;

	if (!k->q->about.n)
		return error_set(e, COU_EUSAGE, "members of what?  coulisse members -d STORE ORGANISATION");
	tenures_init(&t, k);
	if (k->q->background)
		background(&t);
	if (tenures_states(&t, "member_of", e) || events(&t, e))
		return COU_ESTORE;
	shown = arena_array(k->a, struct shown, t.at.n);
	for (size_t i = 0; i < t.at.n; i++) {
		struct verdict v = tenure_judge(&t.at.at[i], at);

		if (v.known && (k->q->standing.n ? tenures_wanted(k->q, v.standing) : is_member(v.standing)))
			shown[n++] = (struct shown){ &t.at.at[i], v };
	}
	qsort(shown, n, sizeof(*shown), by_name);
	return tenures_write(k, shown, n, e);
}
