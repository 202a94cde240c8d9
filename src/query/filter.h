/* filter.h - the filters of a question as conditions in SQL. */
#ifndef QUERY_FILTER_H
#define QUERY_FILTER_H

#include "query/names.h"
#include "query/question.h"

struct filter {				/* names looked up and dates read, once for a question */
	const struct question *q;
	struct whom about, who, with, actor, recipient, by;
	struct str since, until, as_of, known;	/* days; empty: none */
};

/* COU_EUSAGE for words that are no date, status, type …; COU_EINPUT for names that mean nobody. */
int filter_read(struct arena *a, struct db *db, const struct who *world, const struct question *q, struct filter *f, struct error *e);

/* " AND …" for every filter that events have, on "event e". */
void filter_events(struct sql *s, const struct filter *f);

/* The same for states, on "state e": as_of is those that hold then. */
void filter_states(struct sql *s, const struct filter *f);

/* " AND …": lines that stand, as known then: on alias e of either. */
void filter_standing(struct sql *s, const struct filter *f);

/* " AND e.key IN (the lines on which w is in one of the roles)"; roles: "'actor','recipient'", or NULL for any. */
void filter_role(struct sql *s, const struct whom *w, const char *roles);

#endif
