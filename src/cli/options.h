/* options.h - the command line: one table of commands and one of options make the parser, --help, the man page and the completions. */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include <stdbool.h>
#include <stdio.h>

#include "coulisse.h"

enum exit_code {			/* DESIGN: the same for every command */
	EXIT_DONE = 0,
	EXIT_NOTHING = 1,		/* a question found nothing */
	EXIT_USAGE = 2,
	EXIT_UNREADABLE = 3,		/* some inputs; the others are done */
	EXIT_FAILED = 4			/* the store failed, own data missing or damaged, output not writable */
};

struct settings {
	const char *command;
	struct cou_options o;
	const char *format;		/* as given, or NULL */
	const char *output;		/* file, or NULL: standard output */
	const char *home;
	const char *who;		/* the user's table of entities, or NULL */
	const char *frames;		/* the user's folder of frames, or NULL */
	const char *store;		/* file or URI; NULL: $COULISSE_DB */
	bool store_given;		/* by an option, not by the environment */
	bool no_text;
	unsigned batch;			/* documents in one transaction; 0: the usual */
	const char *now;		/* when the record learns it; NULL: the clock's */
	const char *partition;		/* pieces of a PostgreSQL store that is made; NULL: none */
	const char *before;		/* forget: the first day that stays */
	bool dry_run;
	struct cou_fetching fetching;	/* how addresses are fetched */
	bool once, feed_text;		/* watch */
	unsigned every;			/* watch: seconds; 0: the usual */
	const char *person;		/* correct: who says so; NULL: $USER */
	bool list;			/* correct: what was said */
	bool gold;			/* correct: as annotation */
	bool orphans;			/* with list: only those without a line */
	struct cou_question q;		/* the filters of a question */
	const char *to;			/* export: the format */
	bool all;			/* export: also what did not happen */
	bool json;
	unsigned top;			/* gaps: how many; 0: the usual */
	bool unused;			/* gaps: frames instead of verbs */
	int errors;			/* eval: how many to show */
	bool timings;
	bool report;			/* sums at the end: on standard error, or … */
	const char *report_file;	/* … as JSON into this file */
	unsigned port;			/* serve: 0 a free one */
	const char *address;		/* serve: NULL: loopback */
	const char *token_file;
	bool read_only, open;
	size_t job_bytes;		/* queue: of one job; 0: the usual */
	bool mix;			/* merge, worker: codings of several versions */
	bool until_empty;		/* worker */
	unsigned lease, give_up, job_seconds;	/* worker: seconds; 0: the usual, never */
	unsigned tries;			/* worker: of a job; 0: the usual */
	bool no_sandbox, verbose;
	const char **paths;		/* [n], what is no option; points into argv */
	size_t n;
};

struct command {
	const char *name, *arguments, *summary;
	int (*run)(const struct settings *s);
	unsigned long bit;
};

/* One command each. */
int cmd_ask(const struct settings *s);
int cmd_correct(const struct settings *s);
int cmd_diff(const struct settings *s);
int cmd_recode(const struct settings *s);
int cmd_serve(const struct settings *s);
int cmd_add(const struct settings *s);
int cmd_code(const struct settings *s);
int cmd_parse(const struct settings *s);
int cmd_export(const struct settings *s);
int cmd_forget(const struct settings *s);
int cmd_explain(const struct settings *s);
int cmd_eval(const struct settings *s);
int cmd_gaps(const struct settings *s);
int cmd_merge(const struct settings *s);
int cmd_queue(const struct settings *s);
int cmd_watch(const struct settings *s);
int cmd_who(const struct settings *s);
int cmd_worker(const struct settings *s);

extern const struct command commands[];	/* ends with name NULL */

/* argv[2] … of that command; argv is reordered.  0, or EXIT_USAGE after a message; -1: help was asked for and written. */
int options_parse(const struct command *c, int argc, char **argv, struct settings *s);

void options_help(FILE *f, const struct command *c);	/* c NULL: the whole program */
void options_man(FILE *f);				/* roff, section 1 */
int options_completion(FILE *f, const char *shell);	/* "bash", "zsh", "fish"; else EXIT_USAGE */

#endif
