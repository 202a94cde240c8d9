#include "ingest/walk.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "base/vec.h"

enum {
	FOLDERS_MAX = 32,		/* inside each other */
	NAMES_MAX = 1 << 20,		/* in one folder: sorted in memory, some 50 bytes each */
	PATH_BYTES = 4096
};

struct folder {				/* that is open */
	struct arena memory;
	VEC(const char *) names;	/* sorted */
	size_t next;
	size_t path;			/* bytes of its path */
};

struct walk {
	char path[PATH_BYTES];		/* of the file or folder in hand */
	size_t n;
	bool begun;
	struct folder folders[FOLDERS_MAX];
	int depth;
};

struct walk *walk_open(const char *path)
{
	struct arena memory = { 0 };
	struct walk *w = calloc(1, sizeof(*w));

	if (!w)
		return arena_alloc(&memory, SIZE_MAX);	/* says so and stops */
	w->n = strlen(path);
	memcpy(w->path, path, w->n < PATH_BYTES ? w->n : PATH_BYTES - 1);
	return w;
}

static void leave(struct walk *w)
{
	struct folder *f = &w->folders[--w->depth];

	arena_free(&f->memory);
	*f = (struct folder){ 0 };
}

void walk_close(struct walk *w)
{
	while (w && w->depth)
		leave(w);
	free(w);
}

static int by_name(const void *x, const void *y)
{
	return strcmp(*(const char *const *)x, *(const char *const *)y);
}

static int enter(struct walk *w, struct error *e)
{
	struct folder *f = &w->folders[w->depth];
	int rc = COU_OK;

	if (w->depth == FOLDERS_MAX)
		return error_set(e, COU_ELIMIT, "more than %d folders inside each other", FOLDERS_MAX);
	DIR *d = opendir(w->path);

	if (!d)
		return error_set(e, COU_EINPUT, "%s", strerror(errno));
	f->path = w->n;
	w->depth++;
	for (struct dirent *x; !rc && (x = readdir(d)); ) {
		if (x->d_name[0] == '.')
			continue;
		if (f->names.n == NAMES_MAX)
			rc = error_set(e, COU_ELIMIT, "more than %d files in one folder", NAMES_MAX);
		else
			*vec_push(&f->memory, &f->names) = str_dup(&f->memory, str_c(x->d_name)).p;
	}
	closedir(d);
	if (rc)
		leave(w);
	else if (f->names.n)
		qsort(f->names.at, f->names.n, sizeof(*f->names.at), by_name);
	return rc;
}

/* The next name of the deepest folder becomes the path; false: none is left, the folder is closed. */
static bool step(struct walk *w, bool *fits)
{
	struct folder *f = &w->folders[w->depth - 1];

	if (f->next == f->names.n) {
		leave(w);
		return false;
	}
	const char *name = f->names.at[f->next++];
	int n = snprintf(w->path + f->path, PATH_BYTES - f->path, "/%s", name);

	*fits = n > 0 && f->path + (size_t)n < PATH_BYTES;
	w->n = *fits ? f->path + (size_t)n : PATH_BYTES - 1;
	return true;
}

/* Below a folder given by the user only files and folders are followed: no links to folders (they may lead around), no pipes. */
static bool followed(const struct walk *w, struct stat *st)
{
	if (lstat(w->path, st))
		return false;
	if (S_ISLNK(st->st_mode))
		return !stat(w->path, st) && S_ISREG(st->st_mode);
	return S_ISREG(st->st_mode) || S_ISDIR(st->st_mode);
}

int walk_next(struct walk *w, struct str *path, struct error *e)
{
	struct stat st;
	bool fits = w->n < PATH_BYTES;
	int rc;

	*path = (struct str){ w->path, w->n };
	if (!w->begun) {
		w->begun = true;
		path->n = fits ? w->n : PATH_BYTES - 1;
		if (!fits)
			return error_set(e, COU_ELIMIT, "a path of more than %d bytes", PATH_BYTES - 1);
		if (str_is(*path, "-"))
			return 1;
		if (stat(w->path, &st))
			return error_set(e, COU_EINPUT, "%s", strerror(errno));
		if (!S_ISDIR(st.st_mode))
			return 1;
		rc = enter(w, e);
		if (rc)
			return rc;
	}
	while (w->depth) {
		if (!step(w, &fits))
			continue;
		path->n = w->n;
		if (!fits)
			return error_set(e, COU_ELIMIT, "a path of more than %d bytes", PATH_BYTES - 1);
		if (!followed(w, &st))
			continue;
		if (!S_ISDIR(st.st_mode))
			return 1;
		rc = enter(w, e);
		if (rc)
			return rc;
	}
	return 0;
}
