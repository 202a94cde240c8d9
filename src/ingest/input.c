/* input.c - a window of bytes over a source. */
#include "ingest/input.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { WINDOW = 2 * INPUT_PEEK_MAX };

struct input {
	struct arena memory;			/* of the input itself and its window */
	const struct input_kind *kind;		/* NULL: the window is all there is */
	void *state;
	const char *at, *end;			/* what is read ahead */
	struct str memory_whole;		/* of input_memory */
	int file;				/* descriptor of a regular file, or -1 */
	uint64_t size;				/* of that */
	char *window;				/* WINDOW bytes, or NULL */
	uint64_t taken;
	struct error failed;			/* of the source, told when what came before it is taken */
	bool ended;
	char *line;				/* of input_line */
	size_t line_room;
};

static struct input *input_new(void)
{
	struct arena memory = { 0 };
	struct input *in = arena_new(&memory, struct input);

	in->memory = memory;
	in->file = -1;
	return in;
}

/* ---- files ---------------------------------------------------------------------------- */

/* What is there, so that a line is read when it comes down a pipe, not when more have come. */
static long read_stream(void *state, char *to, size_t n, struct error *e)
{
	ssize_t got;

	do
		got = read(fileno((FILE *)state), to, n);
	while (got < 0 && errno == EINTR);
	return got >= 0 ? (long)got : error_set(e, COU_EINPUT, "%s", strerror(errno));
}

static void close_stream(void *state)
{
	if (state != stdin)
		fclose(state);
}

int input_file(struct input **out, const char *path, struct error *e)
{
	static const struct input_kind stream = { read_stream, close_stream };
	FILE *f = strcmp(path, "-") ? fopen(path, "rb") : stdin;

	*out = NULL;
	if (!f)
		return error_set(e, COU_EINPUT, "%s", strerror(errno));
	setvbuf(f, NULL, _IONBF, 0);
	*out = input_over(&stream, f);
	struct stat st;

	if (f != stdin && !fstat(fileno(f), &st) && S_ISREG(st.st_mode) && st.st_size >= 0) {
		(*out)->file = fileno(f);
		(*out)->size = (uint64_t)st.st_size;
	}
	return COU_OK;
}

struct part {
	FILE *file;
	uint64_t left;
};

static long read_part(void *state, char *to, size_t n, struct error *e)
{
	struct part *p = state;
	long got = p->left ? read_stream(p->file, to, n < p->left ? n : (size_t)p->left, e) : 0;

	if (!got && p->left)
		return error_set(e, COU_EINPUT, "became shorter while it was read");
	p->left -= got > 0 ? (uint64_t)got : 0;
	return got;
}

static void close_part(void *state)
{
	fclose(((struct part *)state)->file);
	free(state);
}

int input_file_part(struct input **out, const char *path, uint64_t start, uint64_t behind, struct error *e)
{
	static const struct input_kind part = { read_part, close_part };
	struct part *p = calloc(1, sizeof(*p));
	struct stat st;

	*out = NULL;
	if (!p)
		return error_set(e, COU_ELIMIT, "out of memory");
	p->file = fopen(path, "rb");
	p->left = behind - start;
	if (p->file && !fstat(fileno(p->file), &st) && S_ISREG(st.st_mode) && st.st_size >= 0 && (uint64_t)st.st_size >= behind && start <= behind &&
	    !fseeko(p->file, (off_t)start, SEEK_SET)) {
		setvbuf(p->file, NULL, _IONBF, 0);
		*out = input_over(&part, p);
		return COU_OK;
	}
	error_set(e, COU_EINPUT, "%s", p->file ? "has not the bytes that are asked for" : strerror(errno));
	if (p->file)
		fclose(p->file);
	free(p);
	return COU_EINPUT;
}

/* ---- others ------------------------------------------------------------------------------ */

struct input *input_memory(struct str bytes)
{
	struct input *in = input_new();

	bytes.p = bytes.p ? bytes.p : "";
	in->memory_whole = bytes;
	in->at = bytes.p;
	in->end = bytes.p + bytes.n;
	in->ended = true;
	return in;
}

struct input *input_over(const struct input_kind *kind, void *state)
{
	struct input *in = input_new();

	in->kind = kind;
	in->state = state;
	return in;
}

void input_close(struct input *in)
{
	if (!in)
		return;
	if (in->kind && in->kind->close)
		in->kind->close(in->state);
	free(in->line);
	struct arena memory = in->memory;

	arena_free(&memory);
}

/* ---- reading --------------------------------------------------------------------------------- */

/* Reads ahead until n bytes are there or the source is spent. */
static void fill(struct input *in, size_t n)
{
	size_t have = (size_t)(in->end - in->at);

	if (have >= n || in->ended)
		return;
	if (!in->window)
		in->window = arena_alloc(&in->memory, WINDOW);
	if (have)
		memmove(in->window, in->at, have);
	in->at = in->window;
	while (have < n && !in->ended) {
		long got = in->kind->read(in->state, in->window + have, WINDOW - have, &in->failed);

		if (got < 0)
			in->failed.code = COU_EINPUT;	/* COU_ELIMIT is the readers' own word: there is more behind it */
		in->ended = got <= 0;
		have += got > 0 ? (size_t)got : 0;
	}
	in->end = in->window + have;
}

struct str input_peek(struct input *in, size_t n)
{
	n = n < INPUT_PEEK_MAX ? n : INPUT_PEEK_MAX;
	fill(in, n);
	size_t have = (size_t)(in->end - in->at);

	return (struct str){ in->at, have < n ? have : n };
}

static int ending(struct input *in, struct error *e)
{
	if (!in->failed.code)
		return 0;
	if (e)
		*e = in->failed;
	return in->failed.code;
}

static void take(struct input *in, size_t n)
{
	in->at += n;
	in->taken += n;
}

long input_read(struct input *in, char *to, size_t n, struct error *e)
{
	if (!n)
		return 0;
	fill(in, 1);
	size_t have = (size_t)(in->end - in->at);

	if (!have)
		return ending(in, e);
	n = n < have ? n : have;
	memcpy(to, in->at, n);
	take(in, n);
	return (long)n;
}

int input_exactly(struct input *in, char *to, size_t n, struct error *e)
{
	while (n) {
		long got = input_read(in, to, n, e);

		if (got < 0)
			return (int)got;
		if (!got)
			return error_set(e, COU_EINPUT, "ends in the middle, %zu bytes early", n);
		to += got;
		n -= (size_t)got;
	}
	return COU_OK;
}

static bool line_add(struct input *in, size_t had, size_t n)
{
	if (had + n > in->line_room) {
		char *more = realloc(in->line, 2 * (had + n) + 256);

		if (!more)
			return false;
		in->line = more;
		in->line_room = 2 * (had + n) + 256;
	}
	if (n)			/* an empty line may come before any room was made */
		memcpy(in->line + had, in->at, n);
	return true;
}

int input_line(struct input *in, size_t max, struct str *line, struct error *e)
{
	size_t n = 0;
	bool some = false, over = false, done = false;

	while (!done) {
		fill(in, 1);
		size_t have = (size_t)(in->end - in->at);

		if (!have) {
			int rc = ending(in, e);

			if (rc)
				return rc;
			if (!some)
				return 0;
			break;
		}
		const char *newline = memchr(in->at, '\n', have);
		size_t piece = newline ? (size_t)(newline - in->at) : have;

		some = true;
		done = newline != NULL;
		over |= n + piece > max || !line_add(in, n, piece);
		n += over ? 0 : piece;
		take(in, piece + done);
	}
	if (over)
		return error_set(e, COU_ELIMIT, "the line is longer than %zu bytes", max);
	if (n && in->line[n - 1] == '\r')
		n--;
	*line = (struct str){ n ? in->line : "", n };
	return 1;
}

int input_all(struct input *in, struct arena *a, size_t max, struct str *bytes, struct error *e)
{
	size_t room = 1 << 16, n = 0;

	*bytes = STR_NONE;
	char *all = malloc(room);
	long got = 1;

	while (all && got > 0 && n <= max) {
		if (n == room) {
			char *more = realloc(all, room *= 2);

			if (!more)
				free(all);
			all = more;
			continue;
		}
		got = input_read(in, all + n, room - n, e);
		n += got > 0 ? (size_t)got : 0;
	}
	if (!all)
		return error_set(e, COU_ELIMIT, "out of memory");
	if (n <= max && n)
		*bytes = str_dup(a, (struct str){ all, n });
	free(all);
	return got < 0 ? (int)got : n > max ? error_set(e, COU_ELIMIT, "longer than %zu bytes", max) : COU_OK;
}

int input_skip(struct input *in, uint64_t n, struct error *e)
{
	while (n) {
		fill(in, 1);
		uint64_t have = (uint64_t)(in->end - in->at);

		if (!have)
			return ending(in, e);
		have = have < n ? have : n;
		take(in, (size_t)have);
		n -= have;
	}
	return COU_OK;
}

bool input_line_there(const struct input *in)
{
	const char *p = in->at;

	if (!in->kind || in->file >= 0 || in->ended)
		return true;
	while (p < in->end && (*p == '\n' || *p == '\r' || *p == ' ' || *p == '\t'))
		p++;
	return p < in->end && memchr(p, '\n', (size_t)(in->end - p));
}

bool input_anywhere(const struct input *in, uint64_t *size)
{
	*size = in->kind ? in->size : in->memory_whole.n;
	return !in->kind || in->file >= 0;
}

int input_from(struct input *in, uint64_t from, char *to, size_t n, struct error *e)
{
	uint64_t size;

	if (!input_anywhere(in, &size) || from > size || n > size - from)
		return error_set(e, COU_EINPUT, "ends in the middle, before byte %llu", (unsigned long long)from + n);
	in->taken += n;
	if (!in->kind) {
		if (n)
			memcpy(to, in->memory_whole.p + from, n);
		return COU_OK;
	}
	while (n) {
		ssize_t got = pread(in->file, to, n, (off_t)from);

		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0)
			return error_set(e, COU_EINPUT, "%s", got ? strerror(errno) : "became shorter while it was read");
		to += got;
		from += (uint64_t)got;
		n -= (size_t)got;
	}
	return COU_OK;
}

uint64_t input_at(const struct input *in)
{
	return in->taken;
}
