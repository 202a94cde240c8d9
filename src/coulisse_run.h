/* coulisse_run.h - what the parts of the library share: an opened program, a run over inputs, one text.  Include it first. */
#ifndef COULISSE_RUN_H
#define COULISSE_RUN_H

#undef _GNU_SOURCE			/* its <time.h> has a struct timex of its own */
#define _POSIX_C_SOURCE 200809L

#include <pthread.h>

#include "coulisse.h"
#include "base/str.h"
#include "coulisse_report.h"
#include "flow.h"
#include "ingest/reader.h"

struct cou {
	struct flow *flow;
	pthread_mutex_t lock;		/* the times */
	double read, ingest, record, write;
};

enum { WAITING_MAX = 256 };		/* outcomes that are put by */

struct outcome;

struct run {
	struct cou *c;
	const struct cou_options *o;
	struct ingest_options ingest;
	enum stage until;
	enum cou_format format;

	pthread_mutex_t in;		/* the reader and what is counted there */
	const char *const *paths;
	size_t n;
	struct reader *reader;
	bool conllu;
	size_t next;			/* path, of CoNLL-U */
	bool (*supply)(void *user, struct doc *d);	/* documents that come from elsewhere, already read; or NULL; never called two at a time */
	uint64_t taken;

	pthread_mutex_t out;		/* turn and what waits for it; stop is set under it, by who has the turn */
	pthread_cond_t turned;
	uint64_t turn;			/* number of the outcome to be written next; who has that has all below (coulisse_out.c) */
	struct outcome *waiting[WAITING_MAX];	/* by number modulo WAITING_MAX */
	size_t waiting_bytes;
	cou_write *write;
	void *user;
	bool (*skip)(void *user, struct doc *d);	/* before coding, on any thread: is it needless?  or NULL */
	bool mark_known;		/* what is skipped is handed to write, too, as {"kind":"known","id":…,"sha256":…} */
	bool unreadable, stop;
	size_t n_bad;			/* things that could not be read; the first of them, and where */
	struct error first_bad;
	char first_where[300];
	struct error error;
	struct cou_progress_state done;
	uint64_t bad_file;		/* the file in hand, its bad parts, and the first of them, which is said when the file is done */
	size_t bad_parts;
	struct error bad;
	char bad_where[300];
	struct report report;
};

struct text_run {
	struct run r;
	struct arena a;
	struct doc d;
	struct flow_worker *w;
	struct buf b;
	struct str phrase;		/* cou_who: what was asked, at the beginning of the document */
	bool found;			/* what was asked for */
	bool explains;			/* with the frames that were tried */
};

/* Processor seconds of this thread; and what it spent since then, added to an account of c. */
double run_clock(void);
void run_spend(struct cou *c, double *account, double began);

/* Hands the error on to the caller and gives its code. */
int run_failed(struct cou_error *to, const struct error *from);

/* Codes the run's inputs, on as many threads as its options say, and hands the lines of each document to its write.  As cou_code. */
int run_all(struct run *r, struct cou_error *e);

/* Checks the options and sets the run by them; negative with *e filled when they make no sense. */
int run_set_options(struct run *r, const struct cou_options *o, struct error *e);

/* Opens the reader of the run's inputs, which the caller closes. */
int run_open(struct run *r, struct error *e);

/* The next document of the run's inputs into *d, which has an arena; false at the end.  What cannot be read is named on standard error. */
bool run_next(struct run *r, struct doc *d);

/* Leaves out what is less sure than min (cou_options.min_confidence). */
void run_sift(struct doc *d, double min);

/* Reads one text of n bytes into t->d, which has an arena. */
int run_read_text(struct text_run *t, const char *text, size_t n, struct error *e);

#endif
