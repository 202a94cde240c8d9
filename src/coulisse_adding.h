/* coulisse_adding.h - documents of a run into a store: what adding files and watching feeds share.  Include it first. */
#ifndef COULISSE_ADDING_H
#define COULISSE_ADDING_H

#include "coulisse_run.h"

#include "store/store.h"

struct adding {
	struct store *s;		/* the caller's, with a run begun */
	struct store_sum sum;
	size_t unsaved, batch;
	time_t saved;
	struct error error;		/* of the store */
	pthread_mutex_t lock;		/* skipped */
	size_t skipped;			/* documents that were not coded: they are there with this text */
};

void adding_init(struct adding *ad, unsigned batch);	/* batch: documents between two commits; 0: the usual */
void adding_free(struct adding *ad);

/* run.skip and run.write with a struct adding as user. */
bool adding_is_known(void *adding, struct doc *d);
int adding_keep(void *adding, const char *bytes, size_t n);

#endif
