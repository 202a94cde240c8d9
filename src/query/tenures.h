/* tenures.h - collecting the evidence of tenures from the store and from what the program's data know. */
#ifndef QUERY_TENURES_H
#define QUERY_TENURES_H

#include "base/map.h"
#include "query/ask.h"
#include "query/tenure.h"

struct tenures {
	struct asking *k;
	VEC(struct tenure) at;
	struct map of;			/* subject, object and country → index */
};

void tenures_init(struct tenures *t, struct asking *k);

/* The tenure of that subject and object; made, with these names, when it is new.  Texts are copied.  Valid until the next call. */
struct tenure *tenures_get(struct tenures *t, struct str subject_id, struct str subject, struct str object_id, struct str object, struct str country);

/* What a state line with that standing says, learnt on that day. */
void tenure_add_state(struct arena *a, struct tenure *x, const struct item *line, struct str standing, day learnt);

/* The line of a row that begins with key, document, confidence, from_start, to_end, standing, learnt, id. */
struct item tenure_item(struct arena *a, struct db_stmt *row);

/* Adds the state lines of that relation between two that are about whom the question is about (and with, as subject). */
int tenures_states(struct tenures *t, const char *relation, struct error *e);

/* What the data know: from DAY_NONE is from the beginning of the world; to DAY_NONE is open, known to hold until seen (DAY_NONE: not said). */
void tenure_add_background(struct arena *a, struct tenure *x, day from, day to, day seen, enum standing standing);

day day_of_text(struct str iso);		/* its first ten characters; DAY_NONE when it is none */
struct str text_of_day(struct arena *a, day d);	/* empty for DAY_NONE */

/* The judged tenures that are to be shown (--standing; without it all that are not ended or denied; of memberships those in force), as rows. */
struct shown {
	struct tenure *t;
	struct verdict v;
};

/* Writes them: columns subject, object, country, standing, from, to, reports, against, basis, first, last, id, subject_id, object_id, quote; a
 * heading for the second column is what the question calls it. */
int tenures_write(struct asking *k, const struct shown *at, size_t n, struct error *e);

/* Is that standing asked for? */
bool tenures_wanted(const struct question *q, enum standing s);

#endif
