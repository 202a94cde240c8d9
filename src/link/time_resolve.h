/* time_resolve.h - the sense of an expression to its TIMEX3 value and its days (RECORD.md §3.3). */
#ifndef LINK_TIME_RESOLVE_H
#define LINK_TIME_RESOLVE_H

#include "link/time_match.h"

enum tense { TENSE_UNKNOWN, TENSE_PAST, TENSE_PRESENT, TENSE_FUTURE, TENSE_INFINITIVE };

struct anchor {				/* the date before in the text */
	struct interval at;		/* at.start DAY_NONE: none */
	uint32_t sentence;
};

struct setting {			/* what an expression is resolved against */
	const struct timer *t;
	struct doc *d;
	enum tense tense;
	bool measures;			/* a duration here would measure, not date */
	struct anchor anchor;		/* what counts here: last, or for a verb in the past the last that is no future date */
	struct anchor last, last_past;
	struct anchor reported;		/* the last quarter or half year, comparisons apart */
	uint32_t sentence;
};

/* Fills type, value and when (but for its span) of x; *at becomes the days of a date.  False: no expression after all. */
bool time_resolve(const struct setting *c, const struct sense *s, struct timex *x, struct interval *at);

#endif
