#include "cli/words.h"

#include "base/error.h"
#include "base/file.h"

enum { TEXT_MAX = 1 << 20 };

int text_of_words(const struct settings *s, struct arena *a, struct str *text)
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

int open_program(struct cou **c, const struct settings *s, struct cou_error *e)
{
	int rc = cou_open(c, s->home, e);

	if (!rc && s->who && (rc = cou_use_who(*c, s->who, e)) != 0)
		cou_close(*c);
	else if (!rc && s->frames)
		cou_use_frames(*c, s->frames);
	return rc;
}
