#include "serve/exchange.h"

#include <stdlib.h>
#include <time.h>

struct exchange *exchange_new(void *server)
{
	struct exchange *x = calloc(1, sizeof(*x));

	if (!x)
		return NULL;
	x->server = server;
	x->status = 200;
	x->owners = 1;
	x->patience_ms = EXCHANGE_PATIENCE_MS;
	pthread_mutex_init(&x->lock, NULL);
	pthread_cond_init(&x->moved, NULL);
	return x;
}

void exchange_leave(struct exchange *x)
{
	int left;

	pthread_mutex_lock(&x->lock);
	left = --x->owners;
	pthread_mutex_unlock(&x->lock);
	if (left)
		return;
	pthread_mutex_destroy(&x->lock);
	pthread_cond_destroy(&x->moved);
	arena_free(&x->a);
	free(x->buffer);
	free(x);
}

/* ---- the answer is made ------------------------------------------------------------------ */

void exchange_status(struct exchange *x, unsigned status)
{
	pthread_mutex_lock(&x->lock);
	if (!x->begun)
		x->status = status;
	pthread_mutex_unlock(&x->lock);
}

static void set_header(struct exchange *x, const char *name, struct str value)
{
	char *own = arena_dup(&x->a, value.n ? value.p : "", value.n + 1);

	own[value.n] = 0;
	for (size_t i = 0; i < value.n; i++)
		if ((unsigned char)own[i] < ' ' || own[i] == 0x7F)
			own[i] = ' ';
	for (size_t i = 0; i < x->headers.n; i++)
		if (str_is(x->headers.at[i].name, name)) {
			x->headers.at[i].value = (struct str){ own, value.n };
			return;
		}
	*vec_push(&x->a, &x->headers) = (struct request_param){ str_c(name), { own, value.n } };
}

void exchange_header(struct exchange *x, const char *name, struct str value)
{
	pthread_mutex_lock(&x->lock);
	if (!x->begun)
		set_header(x, name, value);
	pthread_mutex_unlock(&x->lock);
}

bool exchange_is_gone(struct exchange *x)
{
	bool gone;

	pthread_mutex_lock(&x->lock);
	gone = x->gone;
	pthread_mutex_unlock(&x->lock);
	return gone;
}

bool exchange_recall(struct exchange *x)
{
	bool begun;

	pthread_mutex_lock(&x->lock);
	begun = x->begun;
	if (!begun)
		x->from = x->n = 0;
	pthread_mutex_unlock(&x->lock);
	return !begun;
}

static void take_up(struct exchange *x)
{
	if (x->suspended)
		x->resume(x->connection);
	x->suspended = false;
}

/* Room for n more behind what waits; what waits is moved to the front where that makes it. */
static bool make_room(struct exchange *x, size_t n)
{
	size_t room = x->room ? x->room : 4096;
	char *more;

	if (x->from + x->n + n <= x->room)
		return true;
	if (x->n)
		memmove(x->buffer, x->buffer + x->from, x->n);
	x->from = 0;
	while (room < x->n + n)
		room *= 2;
	if (room == x->room)
		return true;
	more = realloc(x->buffer, room);
	if (!more)
		return false;
	x->buffer = more;
	x->room = room;
	return true;
}

/* As many as fit now. */
static size_t put(struct exchange *x, const char *bytes, size_t n)
{
	size_t fits = EXCHANGE_BUFFER - x->n;

	if (fits > n)
		fits = n;
	if (!fits || !make_room(x, fits))
		return 0;
	memcpy(x->buffer + x->from + x->n, bytes, fits);
	x->n += fits;
	if (x->n >= EXCHANGE_SEND_FROM)
		x->begun = true;
	return fits;
}

static long now_ms(clockid_t clock)
{
	struct timespec t;

	clock_gettime(clock, &t);
	return t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* The worker waits for the client; what it takes is counted over the worker's waiting, not over the time that making the answer takes. */
static void wait_for_client(struct exchange *x)
{
	long began = now_ms(CLOCK_MONOTONIC), until = now_ms(CLOCK_REALTIME) + x->patience_ms - x->waited_ms;

	pthread_cond_timedwait(&x->moved, &x->lock, &(struct timespec){ until / 1000, until % 1000 * 1000000 });
	x->waited_ms += now_ms(CLOCK_MONOTONIC) - began;
	if (x->waited_ms < x->patience_ms)
		return;
	x->gone |= x->taken < EXCHANGE_PACE;
	x->waited_ms = 0;
	x->taken = 0;
}

int exchange_write(struct exchange *x, const char *bytes, size_t n)
{
	bool gone;

	pthread_mutex_lock(&x->lock);
	while (n && !x->gone) {
		size_t some = put(x, bytes, n);

		bytes += some;
		n -= some;
		if (x->begun)
			take_up(x);
		if (n && !x->n)		/* no memory for a byte */
			x->gone = true;
		if (n && !x->gone)
			wait_for_client(x);
	}
	gone = x->gone;
	pthread_mutex_unlock(&x->lock);
	return gone ? -1 : 0;
}

void exchange_finish(struct exchange *x, bool whole)
{
	pthread_mutex_lock(&x->lock);
	x->begun = x->finished = true;
	x->failed = !whole;
	take_up(x);
	pthread_mutex_unlock(&x->lock);
}

void exchange_fixed(struct exchange *x, struct str bytes)
{
	x->fixed = bytes;
	exchange_finish(x, true);
}

/* ---- the answer is sent ------------------------------------------------------------------- */

static void lay(struct exchange *x, void (*lay_aside)(void *connection))
{
	x->suspended = true;
	lay_aside(x->connection);
}

enum exchange_state exchange_ready(struct exchange *x, void (*lay_aside)(void *connection))
{
	enum exchange_state state = EXCHANGE_WAIT;

	pthread_mutex_lock(&x->lock);
	if (x->begun)
		state = x->finished && !x->failed ? EXCHANGE_WHOLE : EXCHANGE_STREAM;
	else
		lay(x, lay_aside);
	pthread_mutex_unlock(&x->lock);
	return state;
}

long exchange_take(struct exchange *x, char *to, size_t max, void (*lay_aside)(void *connection))
{
	long n;

	pthread_mutex_lock(&x->lock);
	n = (long)(x->n < max ? x->n : max);
	if (n) {
		memcpy(to, x->buffer + x->from, (size_t)n);
		x->from += (size_t)n;
		x->n -= (size_t)n;
		x->taken += (size_t)n;
		pthread_cond_signal(&x->moved);
	} else if (x->failed || x->gone) {
		n = EXCHANGE_BROKEN;
	} else if (x->finished) {
		n = EXCHANGE_END;
	} else {
		lay(x, lay_aside);
	}
	pthread_mutex_unlock(&x->lock);
	return n;
}

void exchange_abandon(struct exchange *x)
{
	pthread_mutex_lock(&x->lock);
	x->gone = true;
	pthread_cond_signal(&x->moved);
	if (x->suspended) {
		x->begun = true;
		take_up(x);
	}
	pthread_mutex_unlock(&x->lock);
}
