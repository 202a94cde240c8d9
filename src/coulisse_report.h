/* coulisse_report.h - the sums of a run: what was read, what was skipped or bad and why, what came of it.
 *
 * A reason is counted by its kind: the message with numbers and quoted words taken out ("binary: a zero byte at offset N").  Foreign bytes choose the words,
 * so there are at most REPORT_KINDS_MAX kinds of each sort; what comes after them is counted together.
 */
#ifndef COULISSE_REPORT_H
#define COULISSE_REPORT_H

#include "base/map.h"

enum { REPORT_KINDS_MAX = 64 };

struct tally {				/* counts by name, in order of first appearance */
	struct map index;
	struct { struct str name; uint64_t n, bytes; } at[REPORT_KINDS_MAX + 1];	/* the last: all others */
};

struct report {
	struct arena a;
	struct tally formats;		/* documents; bytes of them */
	struct tally languages;		/* documents */
	struct tally skipped, bad;	/* by reason */
	uint64_t documents, words, lines, events, states;
	uint64_t unknown_language;	/* documents in none that is known */
	uint64_t known;			/* documents that the store has already */
	uint64_t files, bytes;
	double seconds;			/* by the clock on the wall */
};

void report_init(struct report *r);
void report_free(struct report *r);

void tally_add(struct report *r, struct tally *t, struct str name, uint64_t bytes);

/* By the kind of the message. */
void tally_reason(struct report *r, struct tally *t, const char *message);

void report_json(const struct report *r, struct buf *b);	/* one object, one line */
void report_table(const struct report *r, struct buf *b);	/* for people */

#endif
