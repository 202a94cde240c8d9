/* cmd_diff.c - coulisse diff A B: two codings, line by line and in sum. */
#include <stdlib.h>

#include "base/error.h"
#include "cli/output.h"

int cmd_diff(const struct settings *s)
{
	const char *no_color = getenv("NO_COLOR");
	struct cou_question q = s->q;
	struct cou_error e = { 0 };
	struct output out;
	int rc;

	if (!(s->n == 2 || (s->n == 0 && s->store))) {
		diagnose("diff", "usage: coulisse diff BEFORE AFTER (files of record lines or stores), or coulisse diff -d STORE (what the last recode changed)");
		return EXIT_USAGE;
	}
	if (output_open(&out, s))
		return EXIT_FAILED;
	if (output_terminal(&out, &q.columns))
		q.colour = !(no_color && *no_color);
	rc = cou_diff(s->n ? s->paths[0] : s->store, s->n ? s->paths[1] : NULL, &q, output_write, &out, &e);
	if (rc == COU_NOTHING)
		return output_exit(&out, 0, &e) ? EXIT_FAILED : EXIT_NOTHING;
	return output_exit(&out, rc, &e);
}
