/* Any bytes as a user's frames, classes and cues: refused with the line, or a lexicon that compiles, opens, and is asked. */
#include <stdio.h>
#include <stdlib.h>

#include "code/frame_text.h"

int LLVMFuzzerTestOneInput(const unsigned char *p, size_t n);

/* Three files, with a line "---" between. */
static struct str next_file(struct str *rest)
{
	const struct str between = STR("\n---\n");
	size_t at = str_search(*rest, between);
	struct str file = str_sub(*rest, 0, at);

	*rest = at == rest->n ? STR_NONE : str_sub(*rest, at + between.n, rest->n);
	return file;
}

int LLVMFuzzerTestOneInput(const unsigned char *p, size_t n)
{
	struct str rest = { (const char *)p, n };
	struct arena a = { 0 };
	struct error e = { 0 };
	struct lexicon x;
	struct frames *f;

	lexicon_init(&x, &a);
	x.user = n & 1;
	lexicon_add_frames(&x, STR("fuzz.frames"), next_file(&rest));
	lexicon_add_classes(&x, STR("classes.txt"), next_file(&rest));
	lexicon_add_cues(&x, STR("cues.txt"), rest);
	if (!lexicon_finish(&x)) {
		lexicon_check(&x);
		if (frames_from(&f, lexicon_file(&x), "fuzz", &e)) {
			fprintf(stderr, "%s\n", e.text);
			abort();		/* what we made ourselves */
		}
		frames_close(f);
	}
	arena_free(&a);
	return 0;
}
