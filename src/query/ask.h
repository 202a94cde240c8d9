/* ask.h - answers: one function for each kind of question. */
#ifndef QUERY_ASK_H
#define QUERY_ASK_H

#include "base/date.h"
#include "query/answer.h"
#include "query/filter.h"

struct asking {
	struct arena *a;		/* of the question */
	struct arena row;		/* of a row of the answer */
	struct db *db;
	const struct who *world;
	const struct question *q;
	struct filter f;
	answer_write *write;
	void *user;
	size_t rows;			/* of the answer */
};

/* Reads the filters and answers.  0, COU_NOTHING (1) when there are no rows, or negative with *e filled: COU_EUSAGE, COU_EINPUT (a name means nobody), COU_ESTORE. */
int ask(struct arena *a, struct db *db, const struct who *world, const struct question *q, answer_write *write, void *user, struct error *e);

/* What each of them does; 0 or negative; rows counted in k->rows. */
int ask_events(struct asking *k, struct error *e);		/* events, timeline, visits */

/* Writes the rows of those lines as ask_events does. */
int ask_events_rows(struct asking *k, const int64_t *keys, size_t n, struct error *e);

int ask_counts(struct asking *k, struct error *e);		/* events with per or group */
int ask_claims(struct asking *k, struct error *e);
int ask_states(struct asking *k, struct error *e);
int ask_members(struct asking *k, struct error *e);
int ask_offices(struct asking *k, struct error *e);
int ask_treaties(struct asking *k, struct error *e);
int ask_gold(struct asking *k, struct error *e);
int ask_audit(struct asking *k, struct error *e);
int ask_who(struct asking *k, struct error *e);
int ask_sources(struct asking *k, struct error *e);

/* The day as of which it is asked: that of the question, else of the newest document; DAY_NONE when there is none. */
day ask_day(struct asking *k);

/* Begins the answer with those columns. */
void ask_begin(struct asking *k, struct answer *an, const struct column *columns, size_t n);

/* Ends it and counts. */
int ask_end(struct asking *k, struct answer *an, struct error *e);

#endif
