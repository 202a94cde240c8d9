/* cmd_gaps.c - coulisse gaps: verbs of running text that no frame covers, or frames that nothing uses. */
#include "cli/output.h"
#include "cli/progress.h"
#include "cli/words.h"

enum { TOP = 60 };

int cmd_gaps(const struct settings *s)
{
	static const char *const standard_input[] = { "-" };
	struct cou_error e = { 0 };
	struct cou_options o = s->o;
	struct progress progress;
	struct output out;
	struct cou *c;
	unsigned columns;
	int rc;

	if (output_open(&out, s))
		return EXIT_FAILED;
	rc = open_program(&c, s, &e);
	if (!rc) {
		progress_init(&progress, !output_terminal(&out, &columns));
		o.progress = progress_show;
		o.progress_user = &progress;
		rc = cou_gaps(c, &o, s->n ? s->paths : standard_input, s->n ? s->n : 1, s->top ? s->top : TOP, s->unused, output_write, &out, &e);
		progress_end(&progress);
		cou_close(c);
	}
	return output_exit(&out, rc, &e);
}
