/* cmd_explain.c - coulisse explain: why a text gives the lines it gives. */
#include "base/error.h"
#include "cli/confine.h"
#include "cli/output.h"
#include "cli/words.h"

int cmd_explain(const struct settings *s)
{
	struct arena a = { 0 };
	struct cou_error e = { 0 };
	struct output out;
	struct str text;
	struct cou *c;
	int rc;

	rc = text_of_words(s, &a, &text);
	if (!rc)
		rc = output_open(&out, s);
	if (rc) {
		arena_free(&a);
		return rc;
	}
	rc = open_program(&c, s, &e);
	if (!rc) {
		struct settings words = *s;

		words.n = 0;		/* they are no files */
		confine(&(struct confinement){ .s = &words, .c = c });
		rc = cou_explain(c, &s->o, text.p, text.n, output_write, &out, &e);
		cou_close(c);
	}
	arena_free(&a);
	return output_exit(&out, rc, &e);
}
