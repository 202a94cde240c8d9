/* cmd_recode.c - coulisse recode: the store's texts coded again. */
#include "base/error.h"
#include "cli/output.h"
#include "cli/progress.h"
#include "cli/run_inputs.h"
#include "cli/words.h"

int cmd_recode(const struct settings *s)
{
	struct cou_options o = s->o;
	struct cou_recoded sum = { 0 };
	struct cou_error e = { 0 };
	struct progress progress;
	char shown[256];
	struct cou *c;
	int rc;

	if (!s->store || s->n) {
		diagnose("recode", "usage: coulisse recode -d STORE");
		return EXIT_USAGE;
	}
	rc = open_program(&c, s, &e);
	if (rc)
		return exit_of(rc, &e);
	progress_init(&progress, true);
	o.progress = progress_show;
	o.progress_user = &progress;
	rc = cou_recode(c, &o, s->store, NULL, &sum, &e);
	progress_end(&progress);
	if (s->timings)
		say_timings(c);
	cou_close(c);
	if (rc >= 0) {
		address_shown(shown, s->store);
		fprintf(stderr, "%s: %zu documents coded again, %zu changed; %zu lines stay, %zu removed, %zu added\n", shown, sum.documents, sum.changed,
			sum.same, sum.removed, sum.added);
		if (sum.orphans)
			fprintf(stderr, "%s: %zu corrections found no line (coulisse correct --orphans lists them)\n", shown, sum.orphans);
	}
	return exit_of(rc, &e);
}
