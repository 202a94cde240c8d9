#undef _GNU_SOURCE
#define _POSIX_C_SOURCE 200809L

#include "cli/progress.h"

#include <stdio.h>
#include <time.h>
#include <unistd.h>

static const double AFTER = 1.0, EVERY = 0.2;	/* seconds */

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

void progress_init(struct progress *p, bool wanted)
{
	*p = (struct progress){ .terminal = wanted && isatty(STDERR_FILENO), .began = now() };
}

/* Is it time to show something?  It counts as shown. */
static bool due(struct progress *p, double t)
{
	if (!p->terminal || t - p->began < AFTER || t - p->last < EVERY)
		return false;
	p->last = t;
	p->shown = true;
	return true;
}

void progress_part(struct progress *p, size_t done, size_t all, const char *what)
{
	if (!due(p, now()))
		return;
	fprintf(stderr, "\r\033[K%zu of %zu %s", done, all, what);
	fflush(stderr);
}

void progress_show(void *progress, const struct cou_progress_state *s)
{
	struct progress *p = progress;
	double t = now();

	if (!due(p, t))
		return;
	fprintf(stderr, "\r\033[K%zu documents, ", s->documents);
	if (s->words)
		fprintf(stderr, "%zu words, %.0f words/s", s->words, (double)s->words / (t - p->began));
	else
		fprintf(stderr, "%.0f documents/s", (double)s->documents / (t - p->began));
	if (s->inputs > 1)
		fprintf(stderr, ", input %zu of %zu", s->inputs_begun, s->inputs);
	fflush(stderr);
}

void progress_end(struct progress *p)
{
	if (p->shown)
		fputs("\r\033[K", stderr);
}
