#include "code/frames_compile.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "base/file.h"

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

/* All *.frames of dir; how many, or -1 when one cannot be read. */
static int add_frames(struct lexicon *x, const char *dir)
{
	struct dirent **list;
	struct str text;
	int n = scandir(dir, &list, is_frames, alphasort), rc = n;

	for (int i = 0; i < n; i++) {
		struct str name = str_printf(x->a, "%s/%s", dir, list[i]->d_name);

		if (read_text(x->a, name.p, &text) == 0)
			lexicon_add_frames(x, name, text);
		else
			rc = -1;
		free(list[i]);
	}
	if (n >= 0)
		free(list);
	return rc;
}

static bool exists(const char *path)
{
	struct stat s;

	return stat(path, &s) == 0;
}

/* classes.txt and cues.txt of dir. */
static int add_words(struct lexicon *x, const char *dir, bool needed)
{
	static void (*const add[])(struct lexicon *, struct str, struct str) = { lexicon_add_classes, lexicon_add_cues };
	static const char *const names[] = { "classes.txt", "cues.txt" };
	int rc = 0;

	for (int i = 0; i < 2; i++) {
		struct str name = str_printf(x->a, "%s/%s", dir, names[i]), text;

		if (!needed && !exists(name.p))
			continue;
		if (read_text(x->a, name.p, &text) == 0)
			add[i](x, name, text);
		else
			rc = -1;
	}
	return rc;
}

int lexicon_add_language(struct lexicon *x, const char *dir)
{
	struct str path = str_printf(x->a, "%s/frames", dir);
	int n = add_frames(x, path.p);

	if (n <= 0)
		fprintf(stderr, "%s: no *.frames there\n", path.p);
	return add_words(x, dir, true) || n <= 0;
}

int lexicon_add_user(struct lexicon *x, const char *dir, struct str lang)
{
	struct str own = str_printf(x->a, "%s/%.*s", dir, STR_ARG(lang));
	int n;

	if (!exists(dir)) {
		fprintf(stderr, "%s: no such folder\n", dir);
		return -1;
	}
	if (!exists(own.p))
		own = str_c(dir);
	x->user = true;
	n = add_frames(x, own.p);
	return add_words(x, own.p, false) || n < 0;
}

int frames_compile(struct frames **out, struct arena *memory, const char *lang_dir, const char *user_dir, struct error *e)
{
	const char *slash = strrchr(lang_dir, '/');
	struct lexicon x;
	int rc;

	*out = NULL;
	lexicon_init(&x, memory);
	rc = lexicon_add_language(&x, lang_dir);
	rc |= lexicon_add_user(&x, user_dir, str_c(slash ? slash + 1 : lang_dir));
	if (lexicon_finish(&x) || rc)
		return error_set(e, COU_EDATA, "%s: the frames cannot be used (%u errors)", user_dir, x.errors);
	return frames_from(out, lexicon_file(&x), user_dir, e);
}
