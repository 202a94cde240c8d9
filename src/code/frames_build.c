/* frames_build.c - coulisse-frames LANG_DIR OUT: checks and compiles the frame lexicon of one language.
 *
 * --check lists the frames that can never be chosen.
 *
 * Reads LANG_DIR/frames/ *.frames (by name), classes.txt and cues.txt.  Errors name file and line; with any, nothing is written.
 */
#include <stdio.h>

#include "code/frames_compile.h"

int main(int argc, char **argv)
{
	struct arena a = { 0 };
	struct lexicon x;
	struct str out;
	FILE *f;
	int rc;

	bool check = argc == 3 && str_is(str_c(argv[1]), "--check");

	if (argc != 3) {
		fprintf(stderr, "usage: coulisse-frames LANG_DIR OUT\n       coulisse-frames --check LANG_DIR\n");
		return 2;
	}
	argv += check;
	lexicon_init(&x, &a);
	rc = lexicon_add_language(&x, argv[1]);
	if (lexicon_finish(&x) || rc) {
		fprintf(stderr, "%u errors\n", x.errors);
		arena_free(&a);
		return 1;
	}
	if (check) {
		rc = lexicon_check(&x) > 0;
		arena_free(&a);
		return rc;
	}
	out = lexicon_file(&x);
	f = fopen(argv[2], "wb");
	if (!f || fwrite(out.p, 1, out.n, f) != out.n || fclose(f) != 0) {
		perror(argv[2]);
		return 4;
	}
	fprintf(stderr, "%s: %zu frames, %zu classes, %zu cues\n", argv[1], x.frames.n, x.classes.n, x.cues.n);
	arena_free(&a);
	return 0;
}
