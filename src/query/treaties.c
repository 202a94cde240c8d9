/* treaties.c - agreements and who is party to them, as of a day: announced, signed, in force, ended. */
#include "query/tenures.h"

#include <stdlib.h>

static int states(struct tenures *t, struct error *e)
{
	struct asking *k = t->k;
	struct db_stmt *s;
	struct sql sql;
	int rc;

	sql_init(&sql, k->a, k->db);
	sql_add(&sql, "SELECT e.key, e.document, e.confidence, e.from_start, e.to_end, e.standing, e.learnt, e.id, a.id, a.name, b.id, b.name FROM state e"
		      " JOIN participant p ON p.line = e.key AND p.role = 'subject' JOIN actor a ON a.key = p.actor"
		      " JOIN participant q ON q.line = e.key AND q.role = 'object' JOIN actor b ON b.key = q.actor WHERE e.relation = 'party_to'");
	filter_standing(&sql, &k->f);
	filter_role(&sql, &k->f.about, "'subject','object'");
	filter_role(&sql, &k->f.with, "'subject'");
	s = sql_start(&sql, e);
	if (!s)
		return COU_ESTORE;
	while ((rc = db_next(s, e)) > 0) {
		struct item i = { .line = db_column_int(s, 0), .document = db_column_int(s, 1), .confidence = db_column_real(s, 2),
				  .from = day_of_text(db_column_text(s, 3)), .to = day_of_text(db_column_text(s, 4)), .id = str_dup(k->a, db_column_text(s, 7)) };

		tenure_add_state(k->a, tenures_get(t, db_column_text(s, 8), db_column_text(s, 9), db_column_text(s, 10), db_column_text(s, 11), STR_NONE), &i,
				 db_column_text(s, 5), day_of_text(db_column_text(s, 6)));
	}
	return rc;
}

static int by_treaty(const void *x, const void *y)
{
	const struct shown *a = x, *b = y;
	int c = str_cmp(a->t->object, b->t->object);

	if (!c)
		c = str_cmp(a->t->subject, b->t->subject);
	return c ? c : str_cmp(a->t->subject_id, b->t->subject_id);
}

int ask_treaties(struct asking *k, struct error *e)
{
	day at = ask_day(k);
	struct shown *shown;
	struct tenures t;
	size_t n = 0;

	tenures_init(&t, k);
	if (states(&t, e))
		return COU_ESTORE;
	shown = arena_array(k->a, struct shown, t.at.n);
	for (size_t i = 0; i < t.at.n; i++) {
		struct verdict v = tenure_judge(&t.at.at[i], at);

		if (v.known && tenures_wanted(k->q, v.standing))
			shown[n++] = (struct shown){ &t.at.at[i], v };
	}
	qsort(shown, n, sizeof(*shown), by_treaty);
	return tenures_write(k, shown, n, e);
}
