/* confine.h - what a command that reads foreign bytes gives up before the first of them (base/sandbox.h). */
#ifndef CLI_CONFINE_H
#define CLI_CONFINE_H

#include "cli/options.h"

struct confinement {
	const struct settings *s;
	const struct cou *c;
	const char *store;		/* where the run keeps what it reads, or NULL */
	bool fetches;			/* in any case; else where an input is an address */
	bool rereads;			/* its inputs, which may have been replaced by then */
	bool works;			/* a worker: reads any file, where no folder is given; connects to its store again and again */
	bool serves;			/* answers clients; connects to its store again, where that is a server */
};

/* A cou_ready with a struct confinement: leaves the inputs, the home and the store, unless the user wants no sandbox.  Says with --verbose what is in force. */
int confine(void *confinement);

#endif
