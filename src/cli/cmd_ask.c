/* cmd_ask.c - coulisse events, states, members, …: a question to a store. */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "cli/output.h"
#include "cli/words.h"

static int answer(const struct settings *s, struct cou_question *q, struct output *out)
{
	const char *no_color = getenv("NO_COLOR");
	struct cou_error e = { 0 };
	struct cou *c;
	int rc;

	if (output_terminal(out, &q->columns))
		q->colour = !(no_color && *no_color);
	rc = open_program(&c, s, &e);
	if (!rc) {
		rc = cou_ask(c, s->store, q, output_write, out, &e);
		cou_close(c);
	}
	if (rc == COU_NOTHING)
		return output_exit(out, 0, &e) ? EXIT_FAILED : EXIT_NOTHING;
	return output_exit(out, rc, &e);
}

int cmd_ask(const struct settings *s)
{
	struct cou_question q = s->q;
	struct arena a = { 0 };
	struct output out;
	struct str about;
	int rc;

	if (!s->store) {
		diagnose(s->command, "no store given: -d news.db (see coulisse %s --help)", s->command);
		return EXIT_USAGE;
	}
	q.ask = s->command;
	if (s->n) {
		rc = text_of_words(s, &a, &about);
		q.about = rc ? NULL : str_dup(&a, about).p;
	}
	rc = output_open(&out, s);
	if (!rc)
		rc = answer(s, &q, &out);
	arena_free(&a);
	return rc;
}
