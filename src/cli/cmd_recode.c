/* cmd_recode.c - coulisse recode: the store's texts coded again. */
#include "base/error.h"
#include "cli/running.h"
#include "cli/words.h"

int cmd_recode(const struct settings *s)
{
	struct cou_recoded sum = { 0 };
	struct cou_error e = { 0 };
	struct running r;
	char shown[256];
	int rc, reported;

	if (!s->store || s->n) {
		diagnose("recode", "usage: coulisse recode -d STORE");
		return EXIT_USAGE;
	}
	rc = running_begin(&r, s, &s->o, s->store, true);
	if (rc)
		return rc;
	rc = cou_recode(r.c, &r.o, s->store, NULL, &sum, &e);
	reported = running_end(&r);
	if (rc >= 0) {
		address_shown(shown, s->store);
		fprintf(stderr, "%s: %zu documents coded again, %zu changed; %zu lines stay, %zu removed, %zu added\n", shown, sum.documents, sum.changed,
			sum.same, sum.removed, sum.added);
		if (sum.orphans)
			fprintf(stderr, "%s: %zu corrections found no line (coulisse correct --orphans lists them)\n", shown, sum.orphans);
	}
	rc = exit_of(rc, &e);
	return reported ? reported : rc;
}
