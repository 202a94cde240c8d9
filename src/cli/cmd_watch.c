/* cmd_watch.c - coulisse watch: feeds polled into a store, round after round. */
#include <signal.h>
#include <stdio.h>

#include "base/error.h"
#include "cli/confine.h"
#include "cli/output.h"
#include "cli/words.h"

static volatile sig_atomic_t signalled;

static void on_signal(int number)
{
	(void)number;
	signalled = 1;
}

static int is_signalled(void *user)
{
	(void)user;
	return signalled;
}

/* The first one asks to leave; the second one ends the program as it always does. */
static void catch_signals(void)
{
	struct sigaction a = { .sa_handler = on_signal, .sa_flags = (int)SA_RESETHAND };

	sigaction(SIGINT, &a, NULL);
	sigaction(SIGTERM, &a, NULL);
}

static void say_round(void *user, const struct cou_round *r)
{
	(void)user;
	fprintf(stderr, "%s round %zu: %zu feeds polled, %zu unchanged, %zu failed", r->began, r->number, r->feeds, r->unchanged, r->failed);
	if (r->gone)
		fprintf(stderr, ", %zu gone", r->gone);
	if (r->resting)
		fprintf(stderr, ", %zu resting", r->resting);
	fprintf(stderr, "; %zu articles read, %zu known, %zu failed", r->articles, r->known, r->unread);
	if (r->left)
		fprintf(stderr, ", %zu left for later", r->left);
	fprintf(stderr, "; %zu documents, %zu events, %zu states added\n", r->added.documents, r->added.events, r->added.states);
}

int cmd_watch(const struct settings *s)
{
	struct cou_store_options so = { .no_text = s->no_text, .now = s->now, .partition = s->partition };
	struct cou_watching w = { .once = s->once, .every = s->every, .feed_text = s->feed_text, .stop = is_signalled, .round = say_round };
	struct cou_options o = s->o;
	struct confinement confinement = { .s = s, .store = s->store, .fetches = true, .rereads = true };
	struct cou_error e = { 0 };
	struct cou *c;
	int rc;

	if (!s->store) {
		diagnose("watch", "no store given: -d news.db (see coulisse watch --help)");
		return EXIT_USAGE;
	}
	if (!s->n) {
		diagnose("watch", "no feeds given: a list (OPML) or addresses (see coulisse watch --help)");
		return EXIT_USAGE;
	}
	o.fetching = &s->fetching;
	rc = open_program(&c, s, &e);
	if (rc)
		return exit_of(rc, &e);
	confinement.c = c;
	o.ready = confine;
	o.ready_user = &confinement;
	catch_signals();
	rc = cou_watch(c, &o, s->store, &so, &w, s->paths, s->n, &e);
	cou_close(c);
	return exit_of(rc, &e);
}
