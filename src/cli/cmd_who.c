/* cmd_who.c - coulisse who: whom a name or a phrase means; with a store, what the record has of them. */
#include "base/error.h"
#include "cli/output.h"
#include "cli/words.h"

static int whom(const struct settings *s)
{
	struct arena a = { 0 };
	struct cou_error e = { 0 };
	struct cou_options o = s->o;
	struct output out;
	struct str text;
	struct cou *c;
	int rc = text_of_words(s, &a, &text);

	if (!rc && !str_trim(text).n) {
		diagnose("who", "no text given (see coulisse who --help)");
		rc = EXIT_USAGE;
	}
	if (!rc)
		rc = output_open(&out, s);
	if (rc) {
		arena_free(&a);
		return rc;
	}
	o.format = s->json ? COU_JSONL : COU_TABLE;
	rc = open_program(&c, s, &e);
	if (!rc) {
		rc = cou_who(c, &o, text.p, text.n, output_write, &out, &e);
		cou_close(c);
	}
	arena_free(&a);
	if (rc == COU_NOTHING)
		return output_exit(&out, 0, &e) ? EXIT_FAILED : EXIT_NOTHING;
	return output_exit(&out, rc, &e);
}

int cmd_who(const struct settings *s)
{
	return s->store_given ? cmd_ask(s) : whom(s);
}
