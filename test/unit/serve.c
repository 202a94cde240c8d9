/* serve.c - between the worker and the client: what a slow or gone client may hold, and what an answer that is going out may still become. */
#include "serve/exchange.h"

#include <time.h>

#include "tap.h"

enum { MUCH = 1 << 20 };

static char much[MUCH];

static void pause_ms(long ms)
{
	nanosleep(&(struct timespec){ ms / 1000, ms % 1000 * 1000000 }, NULL);
}

static void nothing(void *connection)
{
	(void)connection;
}

struct client {
	struct exchange *x;
	size_t piece, got;
	long rest_ms;
	_Atomic bool enough;
};

static void *take(void *of)
{
	struct client *c = of;
	char to[32 << 10];
	long n = 0;

	while (!c->enough && n >= 0) {
		n = exchange_take(c->x, to, c->piece, nothing);
		c->got += n > 0 ? (size_t)n : 0;
		pause_ms(c->rest_ms);
	}
	return NULL;
}

/* What exchange_write says of much, taken by that client. */
static int write_much(struct client *c, long patience_ms)
{
	pthread_t thread;
	int rc;

	c->x = exchange_new(NULL);
	c->x->resume = nothing;
	c->x->patience_ms = patience_ms;
	pthread_create(&thread, NULL, take, c);
	rc = exchange_write(c->x, much, MUCH);
	exchange_finish(c->x, rc == 0);
	c->enough = rc != 0;
	pthread_join(thread, NULL);
	exchange_leave(c->x);
	return rc;
}

static void test_slow(void)
{
	struct client slow = { .piece = 16, .rest_ms = 5 }, fast = { .piece = 32 << 10, .rest_ms = 1 };

	ok(write_much(&slow, 200) == -1, "a client that takes a few bytes now and then is given up");
	ok(slow.got < EXCHANGE_PACE, "before it has taken what it must");
	ok(write_much(&fast, 200) == 0, "one that takes a piece each millisecond is not");
	ok(fast.got == MUCH, "and gets all");
}

static void test_gone(void)
{
	struct exchange *x = exchange_new(NULL);

	x->resume = nothing;
	ok(exchange_ready(x, nothing) == EXCHANGE_WAIT && x->suspended, "a client waits");
	exchange_status(x, 404);
	exchange_header(x, "A", STR("one\r\ntwo"));
	ok(x->headers.n == 1 && str_is(x->headers.at[0].value, "one  two"), "line ends in a header become blanks");
	exchange_abandon(x);
	exchange_status(x, 200);
	exchange_header(x, "B", STR("late"));
	ok(x->status == 404 && x->headers.n == 1, "given up while the answer is made: the head that may be going out is not touched any more");
	ok(exchange_write(x, much, 1) == -1 && !exchange_recall(x), "the worker hears it, and nothing can be taken back");
	exchange_leave(x);
}

int main(void)
{
	test_slow();
	test_gone();
	return done();
}
