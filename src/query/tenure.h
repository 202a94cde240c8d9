/* tenure.h - what evidence says of one thing that holds over time: a membership, an office, a treaty.
 *
 * Evidence comes as items, each with the day from which it counts.  A state is ended only by evidence that it ended; one that says otherwise
 * stands beside it as a contradiction.  What was never said to begin is not assumed to have held before the first that speaks of it.
 */
#ifndef QUERY_TENURE_H
#define QUERY_TENURE_H

#include "base/date.h"
#include "base/vec.h"
#include "doc/words.h"

enum item_says {			/* in the order in which they count on one day */
	SAYS_PROMISED,			/* announced, applied, invited */
	SAYS_DOUBTED,			/* unconfirmed, disputed, denied */
	SAYS_BEGAN,
	SAYS_HOLDS,
	SAYS_SUSPENDED,
	SAYS_ENDED
};

struct item {
	enum item_says says;
	enum standing standing;		/* the word for it */
	day at;				/* counts from that day */
	day from, to;			/* stated; DAY_NONE: not */
	bool background;		/* of the program's data, not of an article */
	day until;			/* background: known to hold until then, if not longer; else DAY_NONE */
	int64_t line;			/* key; 0 for background */
	int64_t document;
	double confidence;
	struct str id;			/* of the line */
};

struct tenure {
	struct str subject_id, subject;	/* who */
	struct str object_id, object;	/* member of what, which office, which treaty */
	struct str country;		/* of an office */
	VEC(struct item) items;
};

struct verdict {
	bool known;			/* anything at all by that day */
	enum standing standing;
	day from, to;			/* DAY_NONE: not said */
	day first, last;		/* days of the first and last evidence for the standing */
	size_t reports;			/* articles for it; 0: background alone */
	size_t against;			/* lines that say otherwise and were not followed */
	bool background;
	const struct item *best;	/* the surest line for it, or of the background */
};

/* Judges by the items that count by day at (DAY_NONE: by all), which are sorted on the way. */
struct verdict tenure_judge(struct tenure *t, day at);

#endif
