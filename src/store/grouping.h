/* grouping.h - which reports tell of the same happening: the rule and the algorithm, without a database (grouping.c has the story). */
#ifndef STORE_GROUPING_H
#define STORE_GROUPING_H

#include "base/date.h"
#include "base/map.h"
#include "base/vec.h"

enum {
	GROUPING_REACH = 8,		/* days between the anchors of reports that can be of one happening */
	REPORT_SIDE = 8,		/* participants looked at on a side */
	REPORT_WORDS = 32,		/* words looked at */
	REPORT_ROLES = 2
};

struct report_party {
	uint64_t id;			/* hash of the entity's id */
	uint32_t country;		/* three letters as a number; 0: none */
	bool generic;			/* people, unknown: says little */
	bool person;
	bool official;			/* country, government, or one who acts for them */
};

struct report {
	int64_t key;
	struct str id;			/* of the line: the last of what ranks it */
	struct str happening;		/* the caller's */
	uint64_t document, sentence;
	uint64_t type, mode, trigger;	/* hashes; mode, trigger 0: none; trigger of the word's beginning */
	bool speech, deadly, pairs, symmetric, place_fine;
	int standing;			/* 4 happened, 3 ongoing, 2 planned or expected, 1 possible, 0 hypothetical, -1 negated */
	day anchor, from, to;		/* the day under which it is kept; the days on which it may have been */
	bool loose, published;		/* no day of its own; the day of the article taken for it */
	struct report_party parties[REPORT_ROLES][REPORT_SIDE];	/* actors, recipients */
	unsigned n_parties[REPORT_ROLES];
	uint64_t place;
	uint32_t place_country;
	uint32_t words[REPORT_WORDS];	/* hashes, ascending */
	unsigned n_words;
	int confidence;			/* thousandths */

	int rank;			/* grouping_add's */
	int64_t leader;			/* key of its leader, its own when it leads, 0 while it is not settled */
	int64_t before;			/* what leader was when it was added */
	uint32_t seen;			/* the last search that met it */
	bool dirty;
};

struct grouping {
	struct arena *a;
	/* Adds the settled reports of that day; called once a day, before the day is looked at.  NULL: all are there. */
	int (*load)(void *context, struct grouping *g, day d);
	void *context;
	bool (*apart)(void *context, const struct report *r, const struct report *leader);	/* said by hand not to be the same; NULL: nothing is */
	struct map days;		/* anchor → index of buckets */
	VEC(struct report_bucket *) buckets;
	VEC(struct report *) heap;	/* dirty ones, best ranked first */
	VEC(struct report *) all;
	struct map by_key;		/* report.key → index of all */
	VEC(struct report *) near;	/* what the last search met */
	uint32_t searches;
};

struct report_list {
	VEC(struct report *) at;
};

struct report_bucket {			/* a day's reports by what they have in common with others (grouping.c) */
	day d;
	bool loaded;
	struct map of;			/* what → index of lists */
	VEC(struct report_list *) lists;
};

void grouping_init(struct grouping *g, struct arena *a);

/* A copy of r, kept; one without a leader is to be settled. */
struct report *grouping_add(struct grouping *g, const struct report *r);

/* The report with that key that was added, or NULL. */
struct report *grouping_find(const struct grouping *g, int64_t key);

/* Settles what is to be settled and all that moves with it.  0, or what load gave. */
int grouping_settle(struct grouping *g);

/* How well r fits the better-ranked report: 0 not at all. */
int grouping_fit(const struct report *r, const struct report *leader);

/* Does x rank above y?  A total order of reports with different ids. */
bool grouping_above(const struct report *x, const struct report *y);

#endif
