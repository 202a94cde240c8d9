/* cmd_explain.c - coulisse explain: why a text gives the lines it gives. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/file.h"
#include "cli/output.h"

enum { TEXT_MAX = 1 << 20 };

/* The words of the command line with a blank between, or standard input. */
static int get_text(const struct settings *s, struct arena *a, struct str *text)
{
	struct error e = { 0 };
	struct buf b;

	buf_init(&b, a);
	for (size_t i = 0; i < s->n; i++) {
		if (i)
			buf_byte(&b, ' ');
		buf_add(&b, str_c(s->paths[i]));
	}
	*text = buf_str(&b);
	if (s->n && !(s->n == 1 && str_is(*text, "-")))
		return 0;
	if (file_read(a, "-", TEXT_MAX, text, &e) == 0)
		return 0;
	diagnose("-", "%s", e.text);
	return EXIT_UNREADABLE;
}

int cmd_explain(const struct settings *s)
{
	struct arena a = { 0 };
	struct cou_error e = { 0 };
	struct output out;
	struct str text;
	struct cou *c;
	int rc;

	rc = get_text(s, &a, &text);
	if (!rc)
		rc = output_open(&out, s);
	if (rc) {
		arena_free(&a);
		return rc;
	}
	rc = cou_open(&c, s->home, &e);
	if (!rc) {
		rc = cou_explain(c, &s->o, text.p, text.n, output_write, &out, &e);
		cou_close(c);
	}
	arena_free(&a);
	return output_exit(&out, rc, &e);
}
