/* reader.c - the inputs in order, one document after the other; JSON Lines are streamed. */
#include "ingest/ingest.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

enum { DEPTH_MAX = 32, FILES_MAX = 1 << 20 };

struct reader {
	struct ingest_options options;
	struct leftovers leftovers;
	struct arena memory;			/* names */
	VEC(struct str) files;
	size_t next_file;
	FILE *stream;				/* of the JSON Lines file being read, or NULL */
	struct str name;
	char *line;				/* getdelim's */
	size_t room, line_number;
	char *head;				/* bytes read ahead while sniffing */
	size_t head_n, head_at;
	struct json *value;			/* of a "json" file: one article, or an array of them */
	const struct json *member;		/* the next one */
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
	if (depth >= DEPTH_MAX)
		return error_set(e, COU_ELIMIT, "%s: more than %d folders inside each other", path.p, DEPTH_MAX);
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

int reader_open(struct reader **out, const struct ingest_options *o, const char *path, struct error *e)
{
	struct reader *r = calloc(1, sizeof(*r));

	*out = NULL;
	if (!r)
		return error_set(e, COU_EDATA, "out of memory");
	r->options = *o;
	if (!r->options.max_bytes)
		r->options.max_bytes = INGEST_MAX_BYTES;
	arena_init(&r->memory);
	int result = leftovers_open(&r->leftovers, o->home, e);

	if (!result)
		result = collect(r, str_dup(&r->memory, str_c(path)), 0, e);
	if (result) {
		reader_close(r);
		return result;
	}
	*out = r;
	return COU_OK;
}

void reader_close(struct reader *r)
{
	if (!r)
		return;
	if (r->stream && r->stream != stdin)
		fclose(r->stream);
	free(r->line);
	free(r->head);
	json_free(r->value);
	leftovers_close(&r->leftovers);
	arena_free(&r->memory);
	free(r);
}

bool reader_failed(const struct reader *r)
{
	return r->failed;
}

static int bad(struct reader *r, struct str where, const struct error *e)
{
	diagnose(where.n ? where.p : "standard input", "%s", e->text);
	r->failed = true;
	return -1;
}

/* ---- JSON Lines ------------------------------------------------------------------------ */

/* One byte, first of what was read ahead. */
static int byte(struct reader *r)
{
	if (r->head_at < r->head_n)
		return (unsigned char)r->head[r->head_at++];
	return getc_unlocked(r->stream);
}

/* The next line into r->line without its end: its length, SIZE_MAX at the end, SIZE_MAX - 1 when it was too long (and was skipped). */
static size_t next_line(struct reader *r)
{
	size_t n = 0;
	int c;

	while ((c = byte(r)) != EOF && c != '\n') {
		if (n >= r->options.max_bytes) {
			while ((c = byte(r)) != EOF && c != '\n')
				;
			return SIZE_MAX - 1;
		}
		if (n + 1 >= r->room) {
			size_t room = r->room ? 2 * r->room : 1 << 16;
			char *more = realloc(r->line, room);

			if (!more)
				return SIZE_MAX - 1;
			r->line = more;
			r->room = room;
		}
		r->line[n++] = (char)c;
	}
	return c == EOF && !n ? SIZE_MAX : n;
}

static int next_json(struct reader *r, struct doc *d)
{
	for (;;) {
		struct error e;
		size_t n = next_line(r);
		struct str where = str_printf(d->a, "%.*s:%zu", STR_ARG(str_is(r->name, "-") ? STR("standard input") : r->name), ++r->line_number);

		if (n == SIZE_MAX) {
			if (r->stream != stdin)
				fclose(r->stream);
			r->stream = NULL;
			return 0;
		}
		if (n == SIZE_MAX - 1) {
			error_set(&e, COU_ELIMIT, "the line is longer than %zu bytes", r->options.max_bytes);
			return bad(r, where, &e);
		}
		struct str line = str_trim((struct str){ r->line, n });

		if (!line.n)
			continue;
		line = str_dup(d->a, line);
		d->origin = where;
		if (read_json_line(&r->leftovers, &r->options, line, d, &e))
			return bad(r, where, &e);
		return 1;
	}
}

/* ---- whole files -------------------------------------------------------------------------- */

/* Reads ahead up to `most` bytes of the stream into r->head. */
static int read_ahead(struct reader *r, size_t most, struct error *e)
{
	size_t room = 1 << 16;

	free(r->head);
	r->head = malloc(room);
	r->head_n = r->head_at = 0;
	while (r->head) {
		size_t want = room - r->head_n < most - r->head_n ? room - r->head_n : most - r->head_n;
		size_t got = want ? fread(r->head + r->head_n, 1, want, r->stream) : 0;

		r->head_n += got;
		if (got < want || r->head_n == most)
			return ferror(r->stream) ? error_set(e, COU_EINPUT, "%s", strerror(errno)) : COU_OK;
		char *more = realloc(r->head, room *= 2);

		if (!more)
			free(r->head);
		r->head = more;
	}
	return error_set(e, COU_ELIMIT, "out of memory");
}

/* The next article of r->value. */
static int next_member(struct reader *r, struct doc *d)
{
	const struct json *j = r->member;
	struct error e = { 0 };

	if (!j) {
		json_free(r->value);
		r->value = NULL;
		return 0;
	}
	r->member = json_type(r->value) == JSON_ARRAY ? json_next(j) : NULL;
	d->origin = str_printf(d->a, "%.*s:%zu", STR_ARG(str_is(r->name, "-") ? STR("standard input") : r->name), ++r->line_number);
	return read_json(&r->leftovers, &r->options, j, d, &e) ? bad(r, d->origin, &e) : 1;
}

static int whole_file(struct reader *r, struct doc *d, const char *format)
{
	struct error e;
	struct str rest = STR_NONE, name = str_is(r->name, "-") ? STR("standard input") : r->name;
	size_t had = r->head_n;
	int result = COU_OK;

	/* the rest behind what sniffing read */
	if (had >= 1 << 16) {
		char *sniffed = r->head;

		r->head = NULL;
		result = read_ahead(r, r->options.max_bytes + 1, &e);
		char *all = arena_alloc(d->a, had + r->head_n + 1);

		memcpy(all, sniffed, had);
		if (r->head)
			memcpy(all + had, r->head, r->head_n);
		rest = (struct str){ all, had + r->head_n };
		free(sniffed);
	} else {
		rest = str_dup(d->a, (struct str){ r->head, had });
	}
	if (r->stream != stdin)
		fclose(r->stream);
	r->stream = NULL;
	d->origin = str_dup(d->a, name);
	if (result)
		return bad(r, name, &e);
	if (rest.n > r->options.max_bytes) {
		error_set(&e, COU_ELIMIT, "longer than %zu bytes", r->options.max_bytes);
		return bad(r, name, &e);
	}
	if (!strcmp(format, "json")) {
		if (json_parse(&r->value, rest, &e))
			return bad(r, name, &e);
		r->member = json_type(r->value) == JSON_ARRAY ? json_first(r->value) : r->value;
		return next_member(r, d);
	}
	result = !strcmp(format, "html") ? read_html(&r->leftovers, &r->options, rest, d, &e) : read_plain(&r->leftovers, &r->options, rest, d, &e);
	return result ? bad(r, name, &e) : 1;
}

int reader_next(struct reader *r, struct doc *d)
{
	struct error e;

	if (r->stream) {
		int n = next_json(r, d);

		if (n)
			return n;
	}
	if (r->value) {
		int n = next_member(r, d);

		if (n)
			return n;
	}
	while (r->next_file < r->files.n) {
		const char *format = r->options.format;

		r->name = r->files.at[r->next_file++];
		r->line_number = 0;
		r->stream = str_is(r->name, "-") ? stdin : fopen(r->name.p, "rb");
		if (!r->stream) {
			error_set(&e, COU_EINPUT, "%s", strerror(errno));
			return bad(r, r->name, &e);
		}
		if (read_ahead(r, 1 << 16, &e) || (!format && !(format = sniff((struct str){ r->head, r->head_n }, &e)))) {
			if (r->stream != stdin)
				fclose(r->stream);
			r->stream = NULL;
			return bad(r, r->name, &e);
		}
		if (!r->head_n) {
			error_set(&e, COU_EINPUT, "empty");
			if (r->stream != stdin)
				fclose(r->stream);
			r->stream = NULL;
			return bad(r, r->name, &e);
		}
		int n = strcmp(format, "jsonl") ? whole_file(r, d, format) : next_json(r, d);

		if (n)
			return n;
	}
	return 0;
}
