/* cmd_eval.c - coulisse eval: how well annotated articles are coded. */
#include "base/error.h"
#include "cli/output.h"
#include "cli/words.h"

int cmd_eval(const struct settings *s)
{
	struct cou_error e = { 0 };
	struct cou_options o = s->o;
	struct output out;
	struct cou *c;
	int rc;

	if (!s->n) {
		diagnose("eval", "no file of annotated articles given (see coulisse eval --help)");
		return EXIT_USAGE;
	}
	if (output_open(&out, s))
		return EXIT_FAILED;
	o.format = s->json ? COU_JSONL : COU_TABLE;
	rc = open_program(&c, s, &e);
	if (!rc) {
		rc = cou_eval(c, &o, s->paths, s->n, s->errors, output_write, &out, &e);
		cou_close(c);
	}
	return output_exit(&out, rc, &e);
}
