/* reader.c - the inputs in order, one document after the other, through a stack of open formats. */
#include "ingest/format.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

enum {
	FOLDERS_MAX = 32,		/* folders inside each other */
	FILES_MAX = 1 << 20,
	OPEN_MAX = 8			/* inputs inside each other: an archive in an archive … */
};

struct level {				/* an input that is being read */
	const struct format *format;
	void *state;			/* the format's; NULL for those that read the whole input at once */
	struct input *input;
	struct reading reading;
	struct arena memory;		/* the carrier's words */
};

struct reader {
	struct ingest_options options;
	struct leftovers leftovers;
	struct arena memory;		/* names of files */
	VEC(struct str) files;
	size_t next_file;
	struct level levels[OPEN_MAX];
	size_t depth;
	struct str bytes;		/* the one input in memory, instead of files */
	const char *bytes_name;		/* or NULL: none left */
	bool failed;
};

/* ---- which files -------------------------------------------------------------------- */

static int by_name(const void *x, const void *y)
{
	return str_cmp(*(const struct str *)x, *(const struct str *)y);
}

/* Below a folder given by the user only files and folders are followed: no links to folders (they may lead around), no pipes. */
static int collect(struct reader *r, struct str path, int depth, struct error *e)
{
	struct stat st;

	if (depth && (lstat(path.p, &st) || (S_ISLNK(st.st_mode) && (stat(path.p, &st) || S_ISDIR(st.st_mode))) || (!S_ISREG(st.st_mode) && !S_ISDIR(st.st_mode))))
		return COU_OK;

	if (str_is(path, "-")) {
		*vec_push(&r->memory, &r->files) = path;
		return COU_OK;
	}
	if (stat(path.p, &st))
		return error_set(e, COU_EINPUT, "%s: %s", path.p, strerror(errno));
	if (!S_ISDIR(st.st_mode)) {
		if (r->files.n >= FILES_MAX)
			return error_set(e, COU_ELIMIT, "more than %d files", FILES_MAX);
		*vec_push(&r->memory, &r->files) = path;
		return COU_OK;
	}
	if (depth >= FOLDERS_MAX)
		return error_set(e, COU_ELIMIT, "%s: more than %d folders inside each other", path.p, FOLDERS_MAX);
	DIR *d = opendir(path.p);
	VEC(struct str) names = { 0 };

	if (!d)
		return error_set(e, COU_EINPUT, "%s: %s", path.p, strerror(errno));
	for (struct dirent *x; (x = readdir(d)); )
		if (x->d_name[0] != '.')
			*vec_push(&r->memory, &names) = str_printf(&r->memory, "%.*s/%s", STR_ARG(path), x->d_name);
	closedir(d);
	if (names.n)
		qsort(names.at, names.n, sizeof(*names.at), by_name);
	int worst = COU_OK;

	for (size_t i = 0; i < names.n; i++) {
		int one = collect(r, names.at[i], depth + 1, e);

		if (one) {
			diagnose(names.at[i].p, "%s", e->text);
			r->failed = true;
			worst = one == COU_ELIMIT ? one : worst;
		}
	}
	return worst;
}

static int reader_new(struct reader **out, const struct ingest_options *o, struct error *e)
{
	struct reader *r = calloc(1, sizeof(*r));

	*out = NULL;
	if (!r)
		return error_set(e, COU_EDATA, "out of memory");
	r->options = *o;
	if (!r->options.max_bytes)
		r->options.max_bytes = INGEST_MAX_BYTES;
	int rc = leftovers_open(&r->leftovers, o->home, e);

	if (rc)
		reader_close(r);
	else
		*out = r;
	return rc;
}

int reader_open(struct reader **out, const struct ingest_options *o, const char *path, struct error *e)
{
	struct reader *r;
	int rc = reader_new(&r, o, e);

	if (!rc)
		rc = collect(r, str_dup(&r->memory, str_c(path)), 0, e);
	if (rc) {
		reader_close(r);
		r = NULL;
	}
	*out = r;
	return rc;
}

int reader_open_bytes(struct reader **out, const struct ingest_options *o, struct str bytes, const char *name, struct error *e)
{
	int rc = reader_new(out, o, e);

	if (!rc) {
		(*out)->bytes = bytes;
		(*out)->bytes_name = name;
	}
	return rc;
}

static void pop(struct reader *r)
{
	struct level *l = &r->levels[--r->depth];

	if (l->format && l->format->close && l->state)
		l->format->close(l->state);
	input_close(l->input);
	arena_free(&l->memory);
	memset(l, 0, sizeof(*l));
}

void reader_close(struct reader *r)
{
	if (!r)
		return;
	while (r->depth)
		pop(r);
	leftovers_close(&r->leftovers);
	arena_free(&r->memory);
	free(r);
}

bool reader_failed(const struct reader *r)
{
	return r->failed;
}

/* ---- the stack ----------------------------------------------------------------------------- */

static int bad(struct reader *r, struct str where, const struct error *e)
{
	diagnose(where.n ? where.p : "standard input", "%s", e->text);
	r->failed = true;
	return -1;
}

static struct str keep(struct level *l, struct str s)
{
	return s.n ? str_dup(&l->memory, s) : STR_NONE;
}

/* Puts an input on the stack and opens it with the format asked for, or with that of its looks.  The input is the reader's in any case. */
static int push(struct reader *r, struct input *in, const struct carrier *c, const char *asked, struct error *e)
{
	struct level *l = &r->levels[r->depth];

	if (r->depth == OPEN_MAX) {
		input_close(in);
		return error_set(e, COU_ELIMIT, "more than %d inputs inside each other", OPEN_MAX);
	}
	r->depth++;
	l->input = in;
	l->reading = (struct reading){
		&r->leftovers, &r->options,
		{ keep(l, c->name), keep(l, c->url), keep(l, c->charset), keep(l, c->date), keep(l, c->media) }
	};
	struct str head = input_peek(in, INPUT_PEEK_MAX);

	if (head.n)
		l->format = asked ? format_find(asked) : format_of(head, &l->reading.carrier, e);
	else {
		char none;
		long rc = input_read(in, &none, 1, e);

		if (rc >= 0)
			error_set(e, COU_EINPUT, "empty");
	}
	if (!l->format) {
		int code = e->code ? e->code : error_set(e, COU_EUSAGE, "no input format \"%s\"", asked);

		pop(r);
		return code;
	}
	int rc = l->format->open ? l->format->open(&l->state, &l->reading, in, e) : COU_OK;

	if (rc)
		pop(r);
	return rc;
}

/* The one document of a format that reads the whole input. */
static enum found whole(struct level *l, struct doc *d, struct error *e)
{
	const struct reading *g = &l->reading;
	struct str bytes;

	if (l->state)
		return FOUND_END;
	l->state = l;
	d->origin = str_dup(d->a, g->carrier.name);
	if (input_all(l->input, d->a, g->options->max_bytes, &bytes, e) || l->format->read(g, bytes, d, e))
		return FOUND_BAD;
	return FOUND_DOC;
}

/* One step of the highest level: as reader_next, or -2: nothing to tell, go on. */
static int step(struct reader *r, struct doc *d)
{
	struct level *l = &r->levels[r->depth - 1];
	struct error e = { 0 };
	struct inner inner = { 0 };
	int rc = -2;

	switch (l->format->open ? l->format->next(l->state, d, &inner, &e) : whole(l, d, &e)) {
	case FOUND_DOC:
		if (!d->origin.n)
			d->origin = str_dup(d->a, l->reading.carrier.name);
		return 1;
	case FOUND_INPUT:
		if (push(r, inner.input, &inner.carrier, NULL, &e))
			rc = bad(r, inner.carrier.name.n ? str_dup(d->a, inner.carrier.name) : l->reading.carrier.name, &e);
		return rc;
	case FOUND_BAD:
		return bad(r, d->origin.n ? d->origin : l->reading.carrier.name, &e);
	case FOUND_SKIPPED:
		return rc;
	case FOUND_END:
		break;
	}
	pop(r);
	return rc;
}

static int open_file(struct reader *r, struct str path)
{
	struct error e = { 0 };
	struct input *in;
	struct carrier c = { .name = str_is(path, "-") ? STR("standard input") : path };

	if (input_file(&in, path.p, &e) || push(r, in, &c, r->options.format, &e))
		return bad(r, c.name, &e);
	return COU_OK;
}

static int open_bytes(struct reader *r)
{
	struct error e = { 0 };
	struct carrier c = { .name = str_c(r->bytes_name) };

	r->bytes_name = NULL;
	return push(r, input_memory(r->bytes), &c, r->options.format, &e) ? bad(r, c.name, &e) : COU_OK;
}

int reader_next(struct reader *r, struct doc *d)
{
	for (;;) {
		int rc = COU_OK;

		if (r->depth) {
			rc = step(r, d);
			if (rc != -2)
				return rc;
			arena_reset(d->a);
			doc_init(d, d->a);
			continue;
		}
		if (r->bytes_name)
			rc = open_bytes(r);
		else if (r->next_file < r->files.n)
			rc = open_file(r, r->files.at[r->next_file++]);
		else
			return 0;
		if (rc)
			return rc;
	}
}

bool ingest_knows(const char *format)
{
	return format_find(format) != NULL;
}
