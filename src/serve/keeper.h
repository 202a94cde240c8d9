/* keeper.h - the index kept true: one thread looks every second whether the store has changed, and reads it anew in the background;
 * not for longer than a tenth of the time, unless a correction wants to be seen. */
#ifndef SERVE_KEEPER_H
#define SERVE_KEEPER_H

#include "serve/threads.h"

#include "serve/index.h"

enum {
	KEEPER_LOOKS_MS = 1000,
	KEEPER_RESTS = 9,		/* times as long as reading took, so that a store that is written to all the time takes a tenth of a core */
	KEEPER_WAIT_SECONDS = 5		/* that a question waits for what a correction has just changed; then it gets what there is */
};

struct keeper;

int keeper_start(struct keeper **out, const char *store, struct error *e);
void keeper_stop(struct keeper *k);	/* NULL is fine */

/* The index, which the caller leaves; waits for the first one.  NULL with *e filled: the store cannot be read. */
struct index *keeper_index(struct keeper *k, struct error *e);

/* Something was just written that whoever asks next wants to see: keeper_index waits until it is there. */
void keeper_changed(struct keeper *k);

#endif
