/* queue.h - work that many processes share: jobs in the store's own tables (schema.c), in PostgreSQL.
 *
 * A job is some inputs, in the order in which they were named.  Whoever takes one has it for a while (the lease), and longer as long as it is heard of
 * (queue_beat); a job whose lease has run out is there for others.  What was coded goes into the record in one transaction with the word that the job is
 * done, and only while the lease is still its worker's: so it is there once, whoever dies when.
 *
 * Jobs are coded in any order, and come into the record in the order of their keys (queue_turn).  For the record depends on order where it must: of two
 * texts of one article the later is the newer version.  So it becomes what one process makes of the same inputs, row for row.
 *
 * A try is counted when a job is taken, and no more when it is coded: what waits for its turn did no harm.  When no try is left, a job of several inputs becomes two with one try each, until the input
 * that does the harm is alone; that one is set aside with the reason (failed), and the others are done.
 *
 * The clock is the server's.  All calls: 0 (or what they say) or negative with *e filled: COU_ESTORE, the connection may be lost.
 */
#ifndef QUEUE_QUEUE_H
#define QUEUE_QUEUE_H

#include "base/vec.h"
#include "store/db.h"

enum {
	QUEUE_INPUTS_MAX = 1024,	/* of one job: its key is the first one's, the next job's so much higher */
	QUEUE_TRIES = 3,
	QUEUE_LEASE = 60		/* seconds */
};

struct queue_input {
	int64_t key;
	struct str path;		/* or an address; with a NUL behind it */
	struct str format;		/* of the file, where it is known */
	uint64_t start, behind;		/* bytes of it; behind 0: all */
	size_t before;			/* lines or records before start */
	int64_t size, changed;		/* when it was queued: bytes, seconds since 1970; of an address 0 */
};

struct queue_job {
	int64_t key, run, tries, taking;	/* tries that failed, with this one; which taking of it this is */
	bool whole;			/* nothing may be left out as known */
	VEC(struct queue_input) inputs;
};

/* COU_EUSAGE: no address of a server that many can write to. */
int queue_place(const char *where, struct error *e);

/* ---- filling it: within a transaction of the store (store_begin, store_join) --------------------- */

/* Those of the inputs that are not queued yet, nor done, stay in *in (n of them become the result). */
int64_t queue_sift(struct db *db, struct arena *a, struct queue_input *in, size_t n, struct error *e);

/* One job of n inputs, at most QUEUE_INPUTS_MAX.  The key that the next one may have is *key, which the first call finds by itself (0). */
int queue_put(struct db *db, int64_t run, const struct queue_input *in, size_t n, int64_t *key, struct error *e);

/* ---- a worker ---------------------------------------------------------------------------- */

/* A worker's desk: a connection of its own, which is made anew by the call after one that lost it.  Any thread may use it. */
struct queue;

struct queue_terms {
	unsigned lease;			/* seconds */
	unsigned tries;			/* of a job */
};

/* worker: a name that no other one has. */
int queue_open(struct queue **q, const char *where, const char *worker, const struct queue_terms *terms, struct error *e);
void queue_close(struct queue *q);	/* NULL is fine */

/* Says that the worker is there and codes as `coders` ([n], one for each language) say.  COU_EUSAGE: the record was coded by another, or another worker that lives would be one; not
 * asked with mix. */
int queue_enlist(struct queue *q, const struct str *coders, size_t n, bool mix, struct error *e);
int queue_leave(struct queue *q, struct error *e);	/* and gives everything back */

/* The first job that can be taken, before `behind` (0: any), into *job, in a: 1; 0: there is none. */
int queue_take(struct queue *q, struct arena *a, int64_t behind, struct queue_job *job, struct error *e);

/* All that the worker has is its own for another lease; the worker lives. */
int queue_beat(struct queue *q, struct error *e);

/* It is coded to its end: this try counts no more. */
int queue_coded(struct queue *q, struct queue_job *job, struct error *e);

/* Back without a try counted; whole: as in queue_job.  0 also when it is not the worker's any more. */
int queue_give_back(struct queue *q, const struct queue_job *job, bool whole, struct error *e);

/* This try failed; coded: after queue_coded.  It waits some seconds for the next one, is split, or is set aside. */
int queue_fail(struct queue *q, const struct queue_job *job, bool coded, const char *why, struct error *e);

/* As queue_pending, below. */
int queue_left(struct queue *q, int64_t *documents, int64_t *open, struct error *e);

/* Is the document with that id there with that text as its newest version?  1, 0 or negative.  Where the connection is lost, nobody waits for it: 0. */
int queue_knows(struct queue *q, struct str id, struct str sha256, struct error *e);

/* ---- what it brings, on the connection of its store ---------------------------------------- */

/* Have all jobs before it come to their end?  1 or 0. */
int queue_turn(struct db *db, int64_t key, struct error *e);

/* Within the transaction: is it still that worker's?  1, and nobody else gets it before the commit; 0. */
int queue_hold(struct db *db, const struct queue_job *job, const char *worker, struct error *e);

struct queue_result {
	size_t documents, known, words, events, states, unread;
	struct str said;		/* of what could not be read: the first, and where; or empty */
	struct str coder;
	int64_t coding_millis, writing_millis;
};

/* Within the transaction: it is done.  *last: no other job of its run is left. */
int queue_done(struct db *db, const struct queue_job *job, const char *worker, const struct queue_result *r, bool *last, struct error *e);

/* After a commit of which nothing was heard: was it?  1 or 0. */
int queue_was_done(struct db *db, const struct queue_job *job, struct error *e);

/* Documents that wait for their happenings; *open: jobs that wait or are had by somebody. */
int queue_pending(struct db *db, int64_t *documents, int64_t *open, struct error *e);
int queue_grouped(struct db *db, struct error *e);	/* within the transaction that grouped them */

/* ---- looking at it, and changing it by hand -------------------------------------------------- */

struct queue_sum {
	int64_t waiting, leased, done, failed;	/* jobs */
	int64_t bytes, bytes_done;		/* of all inputs, of those of jobs that are done or failed */
	int64_t documents, known, words, events, states, unread;
	int64_t pending;			/* documents without their happenings yet */
	int64_t coding_millis, writing_millis;
	int64_t queued, ended;			/* seconds since 1970: the first one queued, the last one done; 0: none */
	int64_t recent_words, recent_bytes, recent_seconds;	/* of the last five minutes */
	int64_t now;				/* the server's clock */
};
int queue_count(struct db *db, struct queue_sum *s, struct error *e);

struct queue_worker {
	struct str name, coder;
	int64_t since, beat, jobs, documents, words, leased;
};

/* Calls show for each worker that lives (heard of within two leases), or job that failed or could not read something, in order. */
int queue_each_worker(struct db *db, void (*show)(void *user, const struct queue_worker *w), void *user, struct error *e);

struct queue_trouble {
	int64_t key, inputs, tries, unread;
	bool failed;
	struct str name, said;
	int64_t start, behind;		/* of one part of a file */
};
int queue_each_trouble(struct db *db, void (*show)(void *user, const struct queue_trouble *t), void *user, struct error *e);

/* Within a transaction.  How many jobs: what failed waits anew; what waits is taken out; what is done or failed is forgotten. */
int64_t queue_retry(struct db *db, struct error *e);
int64_t queue_cancel(struct db *db, struct error *e);
int64_t queue_clear(struct db *db, struct error *e);

#endif
