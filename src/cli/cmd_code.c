/* cmd_code.c - coulisse code: articles in, record lines out. */
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include "base/error.h"
#include "cli/confine.h"
#include "cli/output.h"
#include "cli/progress.h"
#include "cli/reporting.h"
#include "cli/run_inputs.h"
#include "cli/words.h"

static void choose_format(struct cou_options *o, const struct settings *s, const struct output *out)
{
	static const struct {
		const char *name;
		enum cou_format format;
	} formats[] = { { "jsonl", COU_JSONL }, { "table", COU_TABLE }, { "conllu", COU_CONLLU }, { "layers", COU_LAYERS } };
	const char *no_color = getenv("NO_COLOR");
	int terminal = output_terminal(out, &o->columns);

	o->colour = terminal && !(no_color && *no_color);
	o->format = terminal ? COU_TABLE : COU_JSONL;
	if (o->until && strcmp(o->until, "code") != 0)
		o->format = COU_LAYERS;
	for (size_t i = 0; s->format && i < sizeof(formats) / sizeof(*formats); i++)
		if (strcmp(formats[i].name, s->format) == 0)
			o->format = formats[i].format;
}

void say_timings(const struct cou *c)
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

int run_inputs(const struct settings *s, const struct cou_options *o, struct output *out)
{
	static const char *const standard_input[] = { "-" };
	struct cou_error e = { 0 };
	struct cou_options with = *o;
	struct confinement confinement = { .s = s };
	struct reporting reporting;
	struct progress progress;
	unsigned columns;
	struct cou *c;
	int rc = open_program(&c, s, &e), reported;

	if (rc)
		return output_exit(out, rc, &e);
	confinement.c = c;
	with.each_bad = s->verbose;
	with.ready = confine;
	with.ready_user = &confinement;
	reported = reporting_open(&reporting, s, &with);
	if (reported) {
		cou_close(c);
		output_close(out);
		return reported;
	}
	progress_init(&progress, !output_terminal(out, &columns));
	with.progress = progress_show;
	with.progress_user = &progress;
	with.fetching = &s->fetching;
	rc = cou_code(c, &with, s->n ? s->paths : standard_input, s->n ? s->n : 1, output_write, out, &e);
	progress_end(&progress);
	if (s->timings)
		say_timings(c);
	cou_close(c);
	reported = reporting_close(&reporting);
	rc = output_exit(out, rc, &e);
	return reported ? reported : rc;
}

int cmd_code(const struct settings *s)
{
	struct cou_options o = s->o;
	struct output out;

	if (output_open(&out, s))
		return EXIT_FAILED;
	choose_format(&o, s, &out);
	return run_inputs(s, &o, &out);
}
