/* coulisse_diff.c - the library on two codings. */
#include "coulisse_run.h"

#include <stdio.h>

#include "query/diff.h"
#include "store/store.h"

/* A store begins as SQLite's files do, or is an address. */
static bool is_store(const char *path)
{
	char head[16] = { 0 };
	FILE *f;

	if (strncmp(path, "postgres", 8) == 0 && strstr(path, "://"))
		return true;
	f = strcmp(path, "-") ? fopen(path, "rb") : NULL;
	if (f) {
		size_t n = fread(head, 1, sizeof(head), f);

		fclose(f);
		return n == sizeof(head) && memcmp(head, "SQLite format 3", 16) == 0;
	}
	return false;
}

static int take_side(struct diff *d, int side, const char *path, struct error *e)
{
	struct store *s;
	int rc;

	if (!is_store(path))
		return diff_file(d, side, path, e);
	rc = store_open(&s, path, DB_READ, NULL, e);
	if (!rc) {
		rc = diff_store(d, side, store_db(s), e);
		store_close(s);
	}
	return rc;
}

static int take_recode(struct diff *d, const char *path, struct error *e)
{
	struct store *s;
	int rc = store_open(&s, path, DB_READ, NULL, e);

	if (!rc) {
		rc = diff_recode(d, store_db(s), e);
		store_close(s);
	}
	return rc;
}

int cou_diff(const char *before, const char *after, const struct cou_question *form, cou_write *write, void *user, struct cou_error *e)
{
	struct question q = { .form = (enum answer_form)form->form, .verbose = form->verbose != 0, .columns = form->columns ? form->columns : 150,
			      .colour = form->colour != 0 };
	struct error err = { 0 };
	struct arena a = { 0 };
	struct diff *d = diff_new(&a);
	int rc;

	if (after)
		rc = take_side(d, 0, before, &err) || take_side(d, 1, after, &err) ? err.code : 0;
	else
		rc = take_recode(d, before, &err);
	if (!rc)
		rc = diff_write(d, &q, write, user, &err);
	arena_free(&a);
	return rc < 0 ? run_failed(e, &err) : rc ? COU_NOTHING : COU_DONE;
}
