/* treaties.c - agreements and who is party to them, as of a day: announced, signed, in force, ended. */
#include "query/tenures.h"

#include <stdlib.h>

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
	if (tenures_states(&t, "party_to", e))
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
