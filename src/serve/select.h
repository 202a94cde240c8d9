/* select.h - which lines of the index fit the filters, remembered.
 *
 * The columns of the index answer most filters (columns.h), the database the rest (filter_events), but those of time: since, until and as-of are compared here, so
 * that brushing over the time axis, which changes them sixty times a second, looks at no line twice.  test/golden/serve.sh holds all this against the rows.
 */
#ifndef SERVE_SELECT_H
#define SERVE_SELECT_H

#include "serve/index.h"

#include "link/who.h"
#include "query/question.h"

enum { SELECTIONS_MAX = 64 };		/* remembered */

struct selections;			/* shared by all threads */

struct selections *selections_new(void);
void selections_free(struct selections *s);

struct chosen {				/* one line for each happening: the best of those that fit */
	uint32_t *lines;		/* [n], in the order of the index by the first line of each that fits */
	uint32_t *first;		/* [n], that first line */
	uint32_t n;
};

/* Of lines of x, in its order, one for each happening, in a. */
void chosen_unite(struct arena *a, const struct index *x, const uint32_t *lines, uint32_t n, struct chosen *out);

/* What of x fits the question (its limit is not looked at; lines: each stands for itself), in a.  COU_EUSAGE, COU_EINPUT (a name that means nobody), COU_ESTORE. */
int selections_choose(struct selections *s, struct arena *a, const struct index *x, struct db *db, const struct who *world, const struct question *q,
		      struct chosen *out, struct error *e);

#endif
