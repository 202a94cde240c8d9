/* score.h - coded events and states against annotated ones.
 *
 * An event matches an annotated one in whose sentences its trigger lies and whose type (or one of those that count too) it has; one to one, those
 * first whose participants agree.  Participants agree when their countries do, or, where one has none, when a word of their names or texts
 * does.  Annotated events that are optional cost nothing when missed and nothing when found; a further report of a matched event costs nothing, nor
 * does a SAY that matches nothing: annotators do not list every statement.
 */
#ifndef EVAL_SCORE_H
#define EVAL_SCORE_H

#include "eval/gold.h"

enum { SCORE_BINS = 10 };

struct counts {
	uint32_t gold, predicted, hit, good;		/* events; good: of the predicted, those that match (under their own type) */
	uint32_t roles, names, status;			/* of the hits: participants, participants by name, status right */
	uint32_t when_gold, when, where_gold, where;
	uint32_t claim_gold, claim_predicted, claim;
	uint32_t state_gold, state_predicted, state_hit, standing;
};

struct score {
	struct counts all, type[EVENT_DIE + 1];		/* type: gold, predicted and hit alone */
	/* events by confidence: how many, how many of them right in type, participants and status, sum of confidence */
	uint32_t bin[SCORE_BINS], bin_right[SCORE_BINS];
	double bin_sum[SCORE_BINS], squares;
};

/* What became of a coded event. */
enum verdict { VERDICT_WRONG, VERDICT_FREE /* counts for nothing */, VERDICT_TYPE /* participants or status wrong */, VERDICT_RIGHT };

struct findings {			/* of one document */
	enum verdict *verdicts;		/* [d->events.n] */
	bool *missed;			/* [g->events.n] annotated, not optional, not found */
};

/* Adds one document; the findings are allocated in a. */
struct findings score_doc(struct score *s, const struct gold_doc *g, struct doc *d, struct arena *a);

/* The figures as a table for people. */
void score_table(struct buf *out, const struct score *s);

/* The figures as one JSON object and a line end. */
void score_json(struct buf *out, const struct score *s);

#endif
