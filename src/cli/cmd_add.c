/* cmd_add.c - coulisse add: articles in, kept in a store. */
#include "base/error.h"
#include "cli/confine.h"
#include "cli/output.h"
#include "cli/progress.h"
#include "cli/reporting.h"
#include "cli/run_inputs.h"
#include "cli/words.h"

static void say_sum(const struct cou_added *sum, const char *store)
{
	char shown[256];

	fprintf(stderr, "%s: %zu documents added", address_shown(shown, store), sum->documents);
	if (sum->versions)
		fprintf(stderr, " (%zu new versions)", sum->versions);
	fprintf(stderr, ", %zu known already; %zu events, %zu states\n", sum->known, sum->events, sum->states);
}

int cmd_add(const struct settings *s)
{
	static const char *const standard_input[] = { "-" };
	struct cou_store_options so = { .no_text = s->no_text, .batch = s->batch, .now = s->now };
	struct cou_options o = s->o;
	struct cou_error e = { 0 };
	struct cou_added sum = { 0 };
	struct confinement confinement = { .s = s, .store = s->store };
	struct reporting reporting;
	struct progress progress;
	struct cou *c;
	int rc, reported;

	if (!s->store) {
		diagnose("add", "no store given: -d news.db (see coulisse add --help)");
		return EXIT_USAGE;
	}
	rc = open_program(&c, s, &e);
	if (rc)
		return exit_of(rc, &e);
	confinement.c = c;
	o.each_bad = s->verbose;
	o.ready = confine;
	o.ready_user = &confinement;
	reported = reporting_open(&reporting, s, &o);
	if (reported) {
		cou_close(c);
		return reported;
	}
	progress_init(&progress, true);
	o.progress = progress_show;
	o.progress_user = &progress;
	o.fetching = &s->fetching;
	rc = cou_add(c, &o, s->store, &so, s->n ? s->paths : standard_input, s->n ? s->n : 1, &sum, &e);
	progress_end(&progress);
	if (s->timings)
		say_timings(c);
	cou_close(c);
	if (rc >= 0)
		say_sum(&sum, s->store);
	reported = reporting_close(&reporting);
	rc = exit_of(rc, &e);
	return reported ? reported : rc;
}
