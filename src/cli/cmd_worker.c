/* cmd_worker.c - coulisse worker: takes jobs of a queue until it is told to stop. */
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include "base/error.h"
#include "cli/confine.h"
#include "cli/output.h"
#include "cli/words.h"

enum { PATIENCE = 8 };			/* seconds between a signal and the end, whatever the net does */

static volatile sig_atomic_t signalled;

/* What is not given back by then is there for others when its lease has run out. */
static void on_alarm(int number)
{
	(void)number;
	_exit(EXIT_DONE);
}

static void on_signal(int number)
{
	(void)number;
	signalled = 1;
	alarm(PATIENCE);
}

static int is_signalled(void *user)
{
	(void)user;
	return signalled;
}

/* The first one asks to leave; the second one ends the program as it always does. */
static void catch_signals(void)
{
	struct sigaction leave = { .sa_handler = on_signal, .sa_flags = (int)SA_RESETHAND }, end = { .sa_handler = on_alarm };

	sigaction(SIGALRM, &end, NULL);
	sigaction(SIGINT, &leave, NULL);
	sigaction(SIGTERM, &leave, NULL);
}

static void on_stuck(void *user)
{
	(void)user;
	_exit(EXIT_FAILED);
}

static void say_job(void *user, const struct cou_job *j)
{
	(void)user;
	fprintf(stderr, "%s", j->name);
	if (j->inputs > 1)
		fprintf(stderr, " and %zu more", j->inputs - 1);
	if (j->lost)
		fprintf(stderr, ": %s\n", j->lost);
	else
		fprintf(stderr, ": %zu documents, %zu known, %zu words, %zu events, %zu states, %.2f s\n", j->documents, j->known, j->words, j->events, j->states, j->seconds);
}

static void say_sum(const struct settings *s, const struct cou_worked *sum)
{
	fprintf(stderr, "%zu jobs: %zu documents added, %zu known already; %zu words, %zu events, %zu states\n", sum->jobs, sum->documents, sum->known, sum->words, sum->events,
		sum->states);
	if (s->timings)
		fprintf(stderr, "coding %.3f s, waiting for its turn %.3f s, writing %.3f s, happenings %.3f s\n", sum->coding, sum->turning, sum->writing, sum->grouping);
}

int cmd_worker(const struct settings *s)
{
	struct cou_store_options so = { .no_text = s->no_text, .now = s->now };
	struct cou_working w = { .until_empty = s->until_empty, .mix = s->mix, .lease = s->lease, .tries = s->tries, .job_seconds = s->job_seconds, .stuck = on_stuck,
				 .give_up = s->give_up, .stop = is_signalled, .job = s->verbose ? say_job : NULL };
	struct confinement confinement = { .s = s, .store = s->store, .fetches = true, .works = true };
	struct cou_options o = s->o;
	struct cou_worked sum = { 0 };
	struct cou_error e = { 0 };
	struct cou *c;
	int rc;

	if (!s->store) {
		diagnose("worker", "no store given: -d postgresql://… (see coulisse worker --help)");
		return EXIT_USAGE;
	}
	rc = open_program(&c, s, &e);
	if (rc)
		return exit_of(rc, &e);
	confinement.c = c;
	o.each_bad = s->verbose;
	o.ready = confine;
	o.ready_user = &confinement;
	o.fetching = &s->fetching;
	catch_signals();
	rc = cou_work(c, &o, s->store, &so, &w, &sum, &e);
	cou_close(c);
	if (rc >= 0)
		say_sum(s, &sum);
	return exit_of(rc, &e);
}
