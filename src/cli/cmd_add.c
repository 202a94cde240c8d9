/* cmd_add.c - coulisse add: articles in, kept in a store. */
#include "base/error.h"
#include "cli/running.h"
#include "cli/words.h"

int cmd_add(const struct settings *s)
{
	static const char *const standard_input[] = { "-" };
	struct cou_store_options so = { .no_text = s->no_text, .batch = s->batch, .now = s->now, .partition = s->partition };
	struct cou_error e = { 0 };
	struct cou_added sum = { 0 };
	struct running r;
	int rc, reported;

	if (!s->store) {
		diagnose("add", "no store given: -d news.db (see coulisse add --help)");
		return EXIT_USAGE;
	}
	rc = running_begin(&r, s, &s->o, s->store, true);
	if (rc)
		return rc;
	rc = cou_add(r.c, &r.o, s->store, &so, s->n ? s->paths : standard_input, s->n ? s->n : 1, &sum, &e);
	reported = running_end(&r);
	if (rc >= 0)
		running_say_sum(&sum, s->store);
	rc = exit_of(rc, &e);
	return reported ? reported : rc;
}
