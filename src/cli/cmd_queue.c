/* cmd_queue.c - coulisse queue: work that machines share. */
#include <string.h>

#include "base/error.h"
#include "cli/output.h"
#include "cli/progress.h"
#include "cli/words.h"

static void show_filling(void *progress, size_t files, size_t jobs)
{
	(void)jobs;
	progress_show(progress, &(struct cou_progress_state){ .documents = files });
}

static int add(const struct settings *s)
{
	struct progress p;
	struct cou_queueing q = { .job_bytes = s->job_bytes, .progress = show_filling, .user = &p };
	struct cou_queued sum = { 0 };
	struct cou_error e = { 0 };
	char shown[256];
	struct cou *c;
	int rc;

	if (s->n < 2) {
		diagnose("queue", "nothing given to be queued: coulisse queue add PATH…");
		return EXIT_USAGE;
	}
	rc = open_program(&c, s, &e);
	if (rc)
		return exit_of(rc, &e);
	progress_init(&p, true);
	rc = cou_queue_add(c, s->store, &q, s->paths + 1, s->n - 1, &sum, &e);
	progress_end(&p);
	cou_close(c);
	if (rc >= 0)
		fprintf(stderr, "%s: %zu inputs queued in %zu jobs, %zu known already\n", address_shown(shown, s->store), sum.inputs, sum.jobs, sum.known);
	return exit_of(rc, &e);
}

static int status(const struct settings *s)
{
	struct cou_error e = { 0 };
	struct output out;
	int rc = output_open(&out, s);

	if (rc)
		return rc;
	return output_exit(&out, cou_queue_status(s->store, s->json, output_write, &out, &e), &e);
}

static int change(const struct settings *s)
{
	const char *done = strcmp(s->paths[0], "retry") == 0 ? "wait anew" : strcmp(s->paths[0], "cancel") == 0 ? "are taken out" : "are forgotten";
	struct cou_error e = { 0 };
	size_t jobs = 0;
	int rc = cou_queue_change(s->store, s->paths[0], &jobs, &e);

	if (rc >= 0)
		fprintf(stderr, "%zu jobs %s\n", jobs, done);
	return exit_of(rc, &e);
}

int cmd_queue(const struct settings *s)
{
	if (!s->store) {
		diagnose("queue", "no store given: -d postgresql://… (see coulisse queue --help)");
		return EXIT_USAGE;
	}
	if (s->n && strcmp(s->paths[0], "add") == 0)
		return add(s);
	if (s->n != 1) {
		diagnose("queue", "usage: coulisse queue -d postgresql://… add PATH…|status|retry|cancel|clear");
		return EXIT_USAGE;
	}
	return strcmp(s->paths[0], "status") == 0 ? status(s) : change(s);
}
