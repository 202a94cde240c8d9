/* reporting.h - --report: the sums of a run, on standard error for people, in a file as JSON. */
#ifndef CLI_REPORTING_H
#define CLI_REPORTING_H

#include "cli/output.h"

struct reporting {
	struct output file;
	bool wanted, in_file;
};

/* Sets o's report.  0, or EXIT_FAILED after a message. */
int reporting_open(struct reporting *r, const struct settings *s, struct cou_options *o);

/* EXIT_DONE, or EXIT_FAILED after a message. */
int reporting_close(struct reporting *r);

#endif
