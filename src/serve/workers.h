/* workers.h - the threads that answer, each with the store open for itself: a pool of as many connections.
 *
 * Requests wait in line.  Answers that may be long (all rows, exports) are made by part of the workers only, so that however many of them are wanted at a time,
 * and however slowly they are taken, somebody is left for the short ones.
 */
#ifndef SERVE_WORKERS_H
#define SERVE_WORKERS_H

#include "serve/exchange.h"
#include "store/store.h"

enum {
	WORKERS = 8,
	WORKERS_LONG = 5,		/* of them, that take long ones too */
	WORKERS_WAITING_MAX = 1000,	/* requests in line, of either kind */
	WORKER_PREPARED_MAX = 400	/* statements a connection keeps before it lets go of them */
};

struct workers;

struct worker {				/* what one thread has */
	struct arena a;			/* of the answer in hand */
	struct store *store;		/* or NULL: to be opened */
	const char *address;
};

/* Answers and finishes x.  On a worker's thread. */
typedef void worker_answer(void *user, struct worker *w, struct exchange *x);

int workers_start(struct workers **out, const char *store, worker_answer *answer, void *user, struct error *e);

/* x gets the line as another owner; false: too many wait. */
bool workers_give(struct workers *w, struct exchange *x, bool takes_long);

/* Those in line are not answered any more (their exchanges are finished as failed); those in hand have seconds to end, then they are abandoned. */
void workers_stop(struct workers *w, unsigned seconds);

/* The worker's store, opened where it is not; NULL with *e filled. */
struct db *worker_db(struct worker *w, struct error *e);

/* The store failed: the next request opens it anew. */
void worker_forget(struct worker *w);

#endif
