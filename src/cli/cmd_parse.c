/* cmd_parse.c - coulisse parse: the language analysis alone, as CoNLL-U or JSON. */
#include <string.h>

#include "cli/output.h"
#include "cli/run_inputs.h"

int cmd_parse(const struct settings *s)
{
	struct cou_options o = s->o;
	struct output out;

	if (output_open(&out, s))
		return EXIT_FAILED;
	o.until = "analyse";
	o.format = s->format && strcmp(s->format, "json") == 0 ? COU_TREES : COU_CONLLU;
	return run_inputs(s, &o, &out);
}
