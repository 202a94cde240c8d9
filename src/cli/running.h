/* running.h - what the commands that read articles have around their work: the program opened and confined, its report and its progress. */
#ifndef CLI_RUNNING_H
#define CLI_RUNNING_H

#include "cli/confine.h"
#include "cli/progress.h"
#include "cli/reporting.h"

struct running {
	struct cou *c;
	struct cou_options o;		/* of the work: what was given, with all that is set up here */
	struct confinement confinement;
	struct reporting reporting;
	struct progress progress;
};

/* Opens all of it; r stays where it is until the end.  store: kept within reach, or NULL; shows: there is room for progress.
 * EXIT_DONE; else the exit code, after a message, with nothing left open. */
int running_begin(struct running *r, const struct settings *s, const struct cou_options *o, const char *store, bool shows);

/* Closes it, and says what the stages took where that is wanted.  EXIT_DONE, or EXIT_FAILED after a message when the report could not be written. */
int running_end(struct running *r);

/* Says on standard error what came into the store. */
void running_say_sum(const struct cou_added *sum, const char *store);

#endif
