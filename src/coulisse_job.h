/* coulisse_job.h - one job of a queue: coded, and what came of it brought into the record.  Include it first. */
#ifndef COULISSE_JOB_H
#define COULISSE_JOB_H

#include "coulisse_run.h"

#include "queue/queue.h"
#include "store/store.h"

struct job {
	struct arena a;
	struct queue_job what;
	struct buf lines;		/* of all documents */
	VEC(size_t) ends;		/* of each document's, in lines */
	struct queue_result result;
	bool doubtful;			/* a commit was begun of which nothing was heard */
	struct job *next;
};

struct job *job_new(void);
void job_free(struct job *j);		/* NULL is fine */

/* Codes j->what.  desk: asked for what is known already.  stopped, asked after every document: true to leave it (COU_ENONE).  0; COU_EINPUT: its inputs are not there as they
 * should be, *e says which; COU_EDATA, COU_EUSAGE: the program itself cannot work. */
int job_code(struct job *j, struct cou *c, const struct cou_options *o, struct queue *desk, bool (*stopped)(void *user), void *user, struct error *e);

enum job_fate {
	JOB_DONE,
	JOB_LOST,			/* it was another worker's; nothing was added */
	JOB_STALE			/* something that was left out as known has changed since; nothing was added */
};

/* Into the record, with the word that it is done, in one transaction.  worker: its name.  An enum job_fate; or negative, with the transaction rolled back, unless
 * nothing was heard of its commit. */
int job_bring(struct job *j, struct store *s, const char *worker, struct error *e);

double job_clock(void);			/* seconds, of the clock on the wall */

#endif
