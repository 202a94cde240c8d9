/* options_table.h - the table of options: kept and read in options.c, told in options_help.c. */
#ifndef CLI_OPTIONS_TABLE_H
#define CLI_OPTIONS_TABLE_H

#include "cli/options.h"

/* The bit of each command, and those of groups of them. */
enum { CODE = 1, PARSE = 2, EXPLAIN = 4, WHO = 8, EVAL = 16, GAPS = 32, ADD = 64,
	EVENTS = 1 << 8, STATES = 1 << 9, MEMBERS = 1 << 10, OFFICES = 1 << 11, VISITS = 1 << 12, TREATIES = 1 << 13, CLAIMS = 1 << 14, TIMELINE = 1 << 15,
	SOURCES = 1 << 16, AUDIT = 1 << 17, CORRECT = 1 << 18, RECODE = 1 << 19, DIFF = 1 << 20, EXPORT = 1 << 21, WATCH = 1 << 22, SERVE = 1 << 23, QUEUE = 1 << 24, WORKER = 1 << 25, FORGET = 1 << 26, MERGE = 1 << 27, FETCH = CODE | ADD | WATCH | WORKER,
	DEEDS = EVENTS | TIMELINE | CLAIMS | VISITS | SOURCES | AUDIT, HOLDINGS = STATES | MEMBERS | OFFICES | TREATIES, ASK = DEEDS | HOLDINGS,
	PROGRAM = CODE | PARSE | EXPLAIN | WHO | EVAL | GAPS | ADD | RECODE | WATCH | WORKER, ALL = PROGRAM | ASK | CORRECT | DIFF | EXPORT | SERVE | QUEUE | FORGET | MERGE };

enum option_id {
	OPT_DATE, OPT_LANG, OPT_INPUT, OPT_COLUMNS, OPT_FORMAT, OPT_UNTIL, OPT_JOBS, OPT_OUTPUT, OPT_HOME, OPT_TIMINGS, OPT_REPORT, OPT_NO_SANDBOX, OPT_WHO, OPT_FRAMES, OPT_JSON, OPT_ERRORS, OPT_TRAITS, OPT_TOP, OPT_UNUSED, OPT_MIN_CONFIDENCE, OPT_STORE, OPT_NO_TEXT, OPT_BATCH, OPT_NOW, OPT_ASK, OPT_BY, OPT_LINES, OPT_LIMIT, OPT_CSV, OPT_TSV, OPT_VERBOSE, OPT_RECORD_ONLY, OPT_PERSON, OPT_LIST, OPT_ORPHANS, OPT_GOLD, OPT_TO, OPT_ALL, OPT_ONCE, OPT_EVERY, OPT_FEED_TEXT, OPT_CONTACT, OPT_DELAY, OPT_TIMEOUT, OPT_PROXY, OPT_AUTHORITIES, OPT_PRIVATE, OPT_PORT, OPT_ADDRESS, OPT_TOKEN, OPT_READ_ONLY, OPT_OPEN, OPT_PARTITION, OPT_BEFORE, OPT_DRY_RUN, OPT_JOB_SIZE, OPT_UNTIL_EMPTY, OPT_MIX, OPT_LEASE, OPT_TRIES, OPT_JOB_LIMIT, OPT_GIVE_UP, OPT_HELP
};

struct option_row {
	enum option_id id;
	char letter;			/* or 0 */
	const char *name, *argument;	/* argument NULL: a switch; in brackets: may be left out, else behind "=" */
	const char *choices;		/* separated by blanks, or NULL */
	unsigned long commands;
	const char *help;
};

extern const struct option_row options[];
extern const size_t n_options;

/* Says on standard error what is wrong with that word of the command line; returns EXIT_USAGE. */
int options_refuse(const char *word, const char *why);

#endif
