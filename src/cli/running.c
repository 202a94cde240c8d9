#include "cli/running.h"

#include <stdio.h>
#include <sys/resource.h>

#include "base/error.h"
#include "cli/words.h"

int running_begin(struct running *r, const struct settings *s, const struct cou_options *o, const char *store, bool shows)
{
	struct cou_error e = { 0 };
	int rc = open_program(&r->c, s, &e);

	if (rc)
		return exit_of(rc, &e);
	r->confinement = (struct confinement){ .s = s, .c = r->c, .store = store };
	r->o = *o;
	r->o.each_bad = s->verbose;
	r->o.ready = confine;
	r->o.ready_user = &r->confinement;
	r->o.fetching = &s->fetching;
	rc = reporting_open(&r->reporting, s, &r->o);
	if (rc) {
		cou_close(r->c);
		return rc;
	}
	progress_init(&r->progress, shows);
	r->o.progress = progress_show;
	r->o.progress_user = &r->progress;
	return EXIT_DONE;
}

static void say_timings(const struct cou *c)
{
	struct cou_timings t = cou_timings(c);
	double sum = t.read + t.ingest + t.language + t.segment + t.analyse + t.link + t.time + t.code + t.record + t.write;
	const struct {
		const char *name;
		double seconds;
	} rows[] = {
		{ "read", t.read }, { "ingest", t.ingest }, { "language", t.language }, { "segment", t.segment }, { "analyse", t.analyse },
		{ "link", t.link }, { "time", t.time }, { "code", t.code }, { "record", t.record }, { "write", t.write }, { "all", sum },
	};
	struct rusage use;

	fprintf(stderr, "open      %8.3f s\n", t.open);
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		fprintf(stderr, "%-9s %8.3f s %10.0f words/s\n", rows[i].name, rows[i].seconds,
			rows[i].seconds > 0 ? (double)t.tokens / rows[i].seconds : 0.0);
	fprintf(stderr, "documents %zu, words %zu\n", t.documents, t.tokens);
	if (getrusage(RUSAGE_SELF, &use) == 0)
		fprintf(stderr, "memory    %8.1f MB at most\n", (double)use.ru_maxrss / 1024);
}

int running_end(struct running *r)
{
	progress_end(&r->progress);
	if (r->confinement.s->timings)
		say_timings(r->c);
	cou_close(r->c);
	return reporting_close(&r->reporting);
}

void running_say_sum(const struct cou_added *sum, const char *store)
{
	char shown[256];

	fprintf(stderr, "%s: %zu documents added", address_shown(shown, store), sum->documents);
	if (sum->versions)
		fprintf(stderr, " (%zu new versions)", sum->versions);
	fprintf(stderr, ", %zu known already; %zu events, %zu states\n", sum->known, sum->events, sum->states);
}
