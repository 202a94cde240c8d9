/* coulisse_out.h - what threads have made of the inputs, written in the order of the inputs.  Include coulisse_run.h first. */
#ifndef COULISSE_OUT_H
#define COULISSE_OUT_H

#include "coulisse_run.h"

struct outcome {			/* of one thing that was taken, when its document is needed no more */
	uint64_t number, file;		/* which of all, from 0, none left out; of which file */
	enum take what;
	bool known, no_language;	/* a document that was not coded, since it is known; what is bad in it is its language alone */
	struct error e;			/* why there is no document */
	struct str where, lang, lines;	/* for messages, with a NUL behind it; of the document; to be written */
	const char *format;
	uint64_t bytes;			/* of the input */
	size_t words, events, states;
	size_t begun;			/* inputs of the run, when it was taken */
};

/* Writes it when all before it are written: now, or on the thread that writes what is before it.  Returns at once unless too much waits already.  From any
 * thread; everything it points to is copied where it waits. */
void out_deliver(struct run *r, const struct outcome *x);

/* Says what is left to say of the last file, when all is delivered. */
void out_end(struct run *r);

#endif
