/* cmd_code.c - coulisse code: articles in, record lines out. */
#include <stdlib.h>
#include <string.h>

#include "cli/run_inputs.h"
#include "cli/running.h"

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

int run_inputs(const struct settings *s, const struct cou_options *o, struct output *out)
{
	static const char *const standard_input[] = { "-" };
	struct cou_error e = { 0 };
	struct running r;
	unsigned columns;
	int rc = running_begin(&r, s, o, NULL, !output_terminal(out, &columns)), reported;

	if (rc) {
		output_close(out);
		return rc;
	}
	rc = cou_code(r.c, &r.o, s->n ? s->paths : standard_input, s->n ? s->n : 1, output_write, out, &e);
	reported = running_end(&r);
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
