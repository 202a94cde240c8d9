/* cmd_forget.c - coulisse forget: what the record learnt before a day goes. */
#include "base/error.h"
#include "cli/output.h"
#include "cli/progress.h"

static int show(void *progress, size_t done, size_t all)
{
	progress_part(progress, done, all, "documents forgotten");
	return 0;
}

static void say_sum(const struct cou_forgotten *sum, const struct settings *s)
{
	char shown[256];

	fprintf(stderr, "%s: %zu documents learnt before %s %s: %zu events, %zu states", address_shown(shown, s->store), sum->documents, s->before,
		s->dry_run ? "would be forgotten" : "forgotten", sum->events, sum->states);
	if (sum->pieces)
		fprintf(stderr, "; %zu pieces %s whole", sum->pieces, s->dry_run ? "would go" : "went");
	fputs(".\n", stderr);
}

int cmd_forget(const struct settings *s)
{
	struct cou_forgotten sum;
	struct cou_error e = { 0 };
	struct progress p;
	int rc;

	if (!s->store || !s->before || s->n) {
		diagnose("forget", "usage: coulisse forget -d STORE --before YYYY-MM-DD [--dry-run]");
		return EXIT_USAGE;
	}
	progress_init(&p, true);
	rc = cou_forget(s->store, s->before, s->dry_run, &sum, show, &p, &e);
	progress_end(&p);
	if (rc >= 0)
		say_sum(&sum, s);
	return exit_of(rc, &e);
}
