/* progress.h - how far long work is, on standard error: only on a terminal, only after a second, one line that is wiped at the end. */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include <stdbool.h>

#include "coulisse.h"

struct progress {
	bool terminal, shown;
	double began, last;		/* seconds */
};

/* wanted: false where the data themselves go to the terminal. */
void progress_init(struct progress *p, bool wanted);

/* A cou_progress with a struct progress. */
void progress_show(void *progress, const struct cou_progress_state *state);

/* So many of all are done. */
void progress_part(struct progress *p, size_t done, size_t all, const char *what);

void progress_end(struct progress *p);

#endif
