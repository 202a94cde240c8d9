#include "serve/workers.h"

#include <stdlib.h>
#include <time.h>

enum { CACHE_KB = 16384, ARENA_KEEP = 16 << 20 };

struct line {				/* first come, first served */
	struct exchange *at[WORKERS_WAITING_MAX];
	size_t first, n;
};

struct workers {
	const char *store;
	worker_answer *answer;
	void *user;
	pthread_t threads[WORKERS];
	size_t n_threads;

	pthread_mutex_t lock;		/* all below */
	pthread_cond_t work, ended;
	struct line brief, lengthy;
	struct exchange *in_hand[WORKERS];
	size_t busy;
	bool stopping;
};

struct thread {
	struct workers *all;
	size_t number;
};

/* ---- the store ------------------------------------------------------------------------- */

struct db *worker_db(struct worker *w, struct error *e)
{
	if (!w->store) {
		if (store_open(&w->store, w->address, DB_READ, NULL, e))
			return NULL;
		if (db_keep(store_db(w->store), CACHE_KB, e))
			return NULL;
	}
	return store_db(w->store);
}

void worker_forget(struct worker *w)
{
	store_close(w->store);
	w->store = NULL;
}

/* Each answer begins with a clean table. */
static void tidy(struct worker *w)
{
	if (w->store && db_prepared(store_db(w->store)) > WORKER_PREPARED_MAX)
		db_forget(store_db(w->store));
	if (w->a.used > ARENA_KEEP)
		arena_free(&w->a);
	else
		arena_reset(&w->a);
}

/* ---- the line ---------------------------------------------------------------------------- */

static bool push(struct line *l, struct exchange *x)
{
	if (l->n == WORKERS_WAITING_MAX)
		return false;
	l->at[(l->first + l->n++) % WORKERS_WAITING_MAX] = x;
	return true;
}

static struct exchange *pop(struct line *l)
{
	struct exchange *x;

	if (!l->n)
		return NULL;
	x = l->at[l->first];
	l->first = (l->first + 1) % WORKERS_WAITING_MAX;
	l->n--;
	return x;
}

bool workers_give(struct workers *w, struct exchange *x, bool takes_long)
{
	bool taken;

	pthread_mutex_lock(&x->lock);
	x->owners++;
	pthread_mutex_unlock(&x->lock);
	pthread_mutex_lock(&w->lock);
	taken = !w->stopping && push(takes_long ? &w->lengthy : &w->brief, x);
	if (taken)
		pthread_cond_broadcast(&w->work);
	pthread_mutex_unlock(&w->lock);
	if (!taken)
		exchange_leave(x);
	return taken;
}

static struct exchange *next(struct workers *w, size_t number)
{
	struct exchange *x = NULL;

	pthread_mutex_lock(&w->lock);
	while (!w->stopping && !(x = pop(&w->brief)) && !(number < WORKERS_LONG && (x = pop(&w->lengthy))))
		pthread_cond_wait(&w->work, &w->lock);
	w->in_hand[number] = x;
	w->busy += x != NULL;
	pthread_mutex_unlock(&w->lock);
	return x;
}

static void done(struct workers *w, size_t number)
{
	struct exchange *x;

	pthread_mutex_lock(&w->lock);
	x = w->in_hand[number];
	w->in_hand[number] = NULL;
	w->busy--;
	pthread_cond_signal(&w->ended);
	pthread_mutex_unlock(&w->lock);
	exchange_leave(x);
}

static void *work(void *thread)
{
	struct thread t = *(struct thread *)thread;
	struct worker own = { .address = t.all->store };
	struct exchange *x;

	free(thread);
	while ((x = next(t.all, t.number))) {
		t.all->answer(t.all->user, &own, x);
		done(t.all, t.number);
		tidy(&own);
	}
	store_close(own.store);
	arena_free(&own.a);
	return NULL;
}

/* ---- all ---------------------------------------------------------------------------------- */

int workers_start(struct workers **out, const char *store, worker_answer *answer, void *user, struct error *e)
{
	struct workers *w = calloc(1, sizeof(*w));

	*out = w;
	if (!w)
		return error_set(e, COU_ELIMIT, "out of memory");
	*w = (struct workers){ .store = store, .answer = answer, .user = user };
	pthread_mutex_init(&w->lock, NULL);
	pthread_cond_init(&w->work, NULL);
	pthread_cond_init(&w->ended, NULL);
	for (; w->n_threads < WORKERS; w->n_threads++) {
		struct thread *t = malloc(sizeof(*t));

		if (t)
			*t = (struct thread){ w, w->n_threads };
		if (!t || pthread_create(&w->threads[w->n_threads], NULL, work, t)) {
			free(t);
			return error_set(e, COU_ELIMIT, "no more threads can be started");
		}
	}
	return 0;
}

static void send_home(struct line *l)
{
	for (struct exchange *x; (x = pop(l)); ) {
		exchange_finish(x, false);
		exchange_leave(x);
	}
}

static void wait_for_busy(struct workers *w, unsigned seconds)
{
	struct timespec until;

	clock_gettime(CLOCK_REALTIME, &until);
	until.tv_sec += seconds;
	while (w->busy && pthread_cond_timedwait(&w->ended, &w->lock, &until) == 0)
		;
	for (size_t i = 0; i < WORKERS; i++)
		if (w->in_hand[i])
			exchange_abandon(w->in_hand[i]);
}

void workers_stop(struct workers *w, unsigned seconds)
{
	if (!w)
		return;
	pthread_mutex_lock(&w->lock);
	w->stopping = true;
	pthread_cond_broadcast(&w->work);
	send_home(&w->brief);
	send_home(&w->lengthy);
	wait_for_busy(w, seconds);
	pthread_mutex_unlock(&w->lock);
	for (size_t i = 0; i < w->n_threads; i++)
		pthread_join(w->threads[i], NULL);
	pthread_mutex_destroy(&w->lock);
	pthread_cond_destroy(&w->work);
	pthread_cond_destroy(&w->ended);
	free(w);
}
