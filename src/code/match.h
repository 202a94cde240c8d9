/* match.h - one frame against one trigger: which dependents fill which role. */
#ifndef CODE_MATCH_H
#define CODE_MATCH_H

#include "code/condition.h"

enum { FILLS_MAX = 48 };

struct fill {
	uint8_t role;		/* enum role */
	uint8_t prep;		/* by a preposition or possessor, not a core argument */
	uint32_t head;		/* token */
};

struct match {
	uint32_t frame;		/* index of frames.frames */
	uint32_t trigger;	/* token */
	struct fill fill[FILLS_MAX];
	uint32_t n;
	uint32_t fixed[8], n_fixed;	/* tokens of the fixed parts */
	uint32_t particle;	/* token, or NONE */
	uint32_t support;	/* the support verb of a noun trigger, or NONE */
	int score;		/* specificity: the best frame of a trigger wins */
	bool lacks_fixed;	/* a fixed part is not there */
	uint32_t lacks_slot;	/* index of the slot that nothing fills, or NONE */
};

/* The best event frame and the best state frame for trigger t.  False when no frame fits.
 * Either may be absent: frame == NONE. */
bool match_trigger(const struct coding *c, uint32_t t, struct match *event, struct match *state);

/* Tries every frame that trigger t has, for explanations: appends to c->d->trials. */
void tell_trials(const struct coding *c, uint32_t t, uint32_t chosen_event, uint32_t chosen_state);

/* Heads which fill role, in order; returns how many (at most max). */
uint32_t match_role(const struct match *m, enum role role, uint32_t *heads, uint32_t max);

#endif
