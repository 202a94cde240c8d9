/* frames_build.c - coulisse-frames LANG_DIR OUT: checks and compiles the frame lexicon of one language.
 *
 * Reads LANG_DIR/frames/ *.frames (by name), classes.txt and cues.txt.  Errors name file and line; with any, nothing is written.
 */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"
#include "code/frame_text.h"

enum { MAX_TEXT = 64 << 20 };

static int read_text(struct arena *a, const char *path, struct str *text)
{
	struct error e = { 0 };

	if (file_read(a, path, MAX_TEXT, text, &e) == 0)
		return 0;
	fprintf(stderr, "%s: %s\n", path, e.text);
	return -1;
}

static int is_frames(const struct dirent *d)
{
	return str_ends(str_c(d->d_name), STR(".frames"));
}

static int add_folder(struct lexicon *x, const char *dir)
{
	struct str path = str_printf(x->a, "%s/frames", dir), text;
	struct dirent **list;
	int n = scandir(path.p, &list, is_frames, alphasort), rc = 0;

	if (n <= 0) {
		fprintf(stderr, "%s: no *.frames there\n", path.p);
		return -1;
	}
	for (int i = 0; i < n; i++) {
		struct str name = str_printf(x->a, "%s/%s", path.p, list[i]->d_name);

		if (read_text(x->a, name.p, &text) == 0)
			lexicon_add_frames(x, name, text);
		else
			rc = -1;
		free(list[i]);
	}
	free(list);
	return rc;
}

int main(int argc, char **argv)
{
	struct arena a = { 0 };
	struct lexicon x;
	struct str name, text, out;
	FILE *f;
	int rc;

	if (argc != 3) {
		fprintf(stderr, "usage: coulisse-frames LANG_DIR OUT\n");
		return 2;
	}
	lexicon_init(&x, &a);
	rc = add_folder(&x, argv[1]);
	name = str_printf(&a, "%s/classes.txt", argv[1]);
	if (read_text(&a, name.p, &text) == 0)
		lexicon_add_classes(&x, name, text);
	else
		rc = -1;
	name = str_printf(&a, "%s/cues.txt", argv[1]);
	if (read_text(&a, name.p, &text) == 0)
		lexicon_add_cues(&x, name, text);
	else
		rc = -1;
	if (lexicon_finish(&x) || rc) {
		fprintf(stderr, "%u errors\n", x.errors);
		return 1;
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
