/* serve.c - the server from its start to its end. */
#include "serve/serve.h"

#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "serve/call.h"

enum { LOOKS_MS = 100, GRACE_SECONDS = 2 };

static void wait_for_stop(int (*stop)(void *user), void *user)
{
	while (!stop(user))
		nanosleep(&(struct timespec){ .tv_nsec = LOOKS_MS * 1000000L }, NULL);
}

static int start(struct serve *s, int socket, struct error *e)
{
	s->selections = selections_new();
	if (!s->selections)
		return error_set(e, COU_ELIMIT, "out of memory");
	if (keeper_start(&s->keeper, s->setup->store, e) || workers_start(&s->workers, s->setup->store, call_answer, s, e))
		return COU_ELIMIT;
	return http_start(&s->http, socket, front_gate, front, s, e);
}

int serve_run(const struct serve_setup *setup, int socket, int (*stop)(void *user), void *user, struct error *e)
{
	struct serve s = { .setup = setup, .loopback = http_is_loopback(setup->address) };
	int rc;

	pthread_mutex_init(&s.explaining, NULL);
	pthread_mutex_init(&s.summing, NULL);
	rc = start(&s, socket, e);
	if (rc && !s.http)
		close(socket);
	if (!rc) {
		wait_for_stop(stop, user);
		http_close_door(s.http);
	}
	workers_stop(s.workers, GRACE_SECONDS);
	http_stop(s.http);
	keeper_stop(s.keeper);
	selections_free(s.selections);
	pthread_mutex_destroy(&s.explaining);
	pthread_mutex_destroy(&s.summing);
	free(s.sums);
	return rc;
}
