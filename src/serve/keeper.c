#include "serve/keeper.h"

#include <errno.h>
#include <stdlib.h>
#include <time.h>

#include "store/store.h"

enum { CACHE_KB = 32768 };

struct keeper {
	const char *address;
	pthread_t thread;
	bool started;
	struct store *store;		/* the thread's */

	pthread_mutex_t lock;		/* all below */
	pthread_cond_t wake, looked;
	struct index *index;		/* NULL: none yet */
	struct error error;		/* of the last look; code 0: none */
	uint64_t changes, seen;		/* told by keeper_changed; those before the last look that ended */
	bool stopping;
};

static long now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static struct timespec after_ms(long ms)
{
	struct timespec t;

	clock_gettime(CLOCK_REALTIME, &t);
	t.tv_sec += ms / 1000;
	t.tv_nsec += ms % 1000 * 1000000;
	if (t.tv_nsec >= 1000000000) {
		t.tv_sec++;
		t.tv_nsec -= 1000000000;
	}
	return t;
}

/* ---- the thread ---------------------------------------------------------------------------- */

static int open_store(struct keeper *k, struct error *e)
{
	if (k->store)
		return 0;
	if (store_open(&k->store, k->address, DB_READ, NULL, e))
		return COU_ESTORE;
	return db_keep(store_db(k->store), CACHE_KB, e);
}

/* What there is now; *fresh NULL: nothing has changed. */
static int look(struct keeper *k, int64_t had, struct index **fresh, struct error *e)
{
	int64_t revision;

	*fresh = NULL;
	if (open_store(k, e))
		return COU_ESTORE;
	revision = index_revision(store_db(k->store), e);
	if (revision < 0)
		return COU_ESTORE;
	return revision == had ? 0 : index_build(fresh, store_db(k->store), revision, e);
}

static void settle(struct keeper *k, struct index *fresh, const struct error *e, uint64_t changes)
{
	struct index *old = NULL;

	pthread_mutex_lock(&k->lock);
	if (fresh) {
		old = k->index;
		k->index = fresh;
	}
	k->error = *e;
	k->seen = changes;
	pthread_cond_broadcast(&k->looked);
	pthread_mutex_unlock(&k->lock);
	index_leave(old);
}

static void *keep(void *keeper)
{
	struct keeper *k = keeper;

	pthread_mutex_lock(&k->lock);
	while (!k->stopping) {
		uint64_t changes = k->changes;
		int64_t had = k->index ? k->index->revision : -1;
		long began = now_ms(), rest;
		struct timespec until;
		struct index *fresh;
		struct error e = { 0 };

		pthread_mutex_unlock(&k->lock);
		if (look(k, had, &fresh, &e)) {
			store_close(k->store);
			k->store = NULL;
		}
		settle(k, fresh, &e, changes);
		rest = fresh ? (now_ms() - began) * KEEPER_RESTS : 0;
		until = after_ms(rest > KEEPER_LOOKS_MS ? rest : KEEPER_LOOKS_MS);
		pthread_mutex_lock(&k->lock);
		while (!k->stopping && k->changes == changes && pthread_cond_timedwait(&k->wake, &k->lock, &until) == 0)
			;
	}
	pthread_mutex_unlock(&k->lock);
	return NULL;
}

/* ---- all ------------------------------------------------------------------------------------- */

int keeper_start(struct keeper **out, const char *store, struct error *e)
{
	struct keeper *k = calloc(1, sizeof(*k));

	*out = k;
	if (!k)
		return error_set(e, COU_ELIMIT, "out of memory");
	k->address = store;
	pthread_mutex_init(&k->lock, NULL);
	pthread_cond_init(&k->wake, NULL);
	pthread_cond_init(&k->looked, NULL);
	k->started = pthread_create(&k->thread, NULL, keep, k) == 0;
	return k->started ? 0 : error_set(e, COU_ELIMIT, "no more threads can be started");
}

void keeper_stop(struct keeper *k)
{
	if (!k)
		return;
	pthread_mutex_lock(&k->lock);
	k->stopping = true;
	pthread_cond_broadcast(&k->wake);
	pthread_cond_broadcast(&k->looked);
	pthread_mutex_unlock(&k->lock);
	if (k->started)
		pthread_join(k->thread, NULL);
	index_leave(k->index);
	store_close(k->store);
	pthread_mutex_destroy(&k->lock);
	pthread_cond_destroy(&k->wake);
	pthread_cond_destroy(&k->looked);
	free(k);
}

struct index *keeper_index(struct keeper *k, struct error *e)
{
	struct timespec until = after_ms(KEEPER_WAIT_SECONDS * 1000L);
	struct index *x = NULL;
	uint64_t wanted;
	int rc = 0;

	pthread_mutex_lock(&k->lock);
	wanted = k->changes;
	while (!k->stopping && !k->index && !k->error.code)
		pthread_cond_wait(&k->looked, &k->lock);
	while (!k->stopping && k->index && k->seen < wanted && !k->error.code && rc != ETIMEDOUT)
		rc = pthread_cond_timedwait(&k->looked, &k->lock, &until);
	if (k->index)
		x = index_hold(k->index);
	else
		error_set(e, COU_ESTORE, "%s", k->stopping ? "the server is leaving" : k->error.text);
	pthread_mutex_unlock(&k->lock);
	return x;
}

void keeper_changed(struct keeper *k)
{
	pthread_mutex_lock(&k->lock);
	k->changes++;
	pthread_cond_signal(&k->wake);
	pthread_mutex_unlock(&k->lock);
}
