/* input.h - where bytes come from: a file, standard input, memory, or what unpacks another input.
 *
 * Formats read from inputs and never see which it is.  An input can be peeked into, so that its format is found by its first bytes.
 */
#ifndef INGEST_INPUT_H
#define INGEST_INPUT_H

#include "base/arena.h"
#include "base/error.h"
#include "base/str.h"

#define INPUT_PEEK_MAX ((size_t)64 << 10)

struct input;

/* A source of bytes behind an input. */
struct input_kind {
	/* Up to n > 0 bytes into to: their number, 0 at the end, negative with *e filled (then it is not called again; readers are told COU_EINPUT). */
	long (*read)(void *state, char *to, size_t n, struct error *e);
	void (*close)(void *state);	/* or NULL */
};

/* path "-" is standard input (left open in the end).  COU_EINPUT with the reason, without the path. */
int input_file(struct input **out, const char *path, struct error *e);

/* Bytes [start, behind) of a file that lies still.  As input_file; COU_EINPUT, too, where it has fewer. */
int input_file_part(struct input **out, const char *path, uint64_t start, uint64_t behind, struct error *e);

/* bytes stay the caller's, and must outlive the input. */
struct input *input_memory(struct str bytes);

/* state is the kind's own from now on: closed with the input. */
struct input *input_over(const struct input_kind *kind, void *state);

void input_close(struct input *in);	/* NULL is fine */

/* The next bytes, at most n <= INPUT_PEEK_MAX, without taking them; fewer than n only before the end or an error, which the next reading tells.
 * Valid until the next call. */
struct str input_peek(struct input *in, size_t n);

/* Up to n bytes: their number, 0 at the end, negative with *e filled. */
long input_read(struct input *in, char *to, size_t n, struct error *e);

/* Exactly n bytes, or COU_EINPUT "ends in the middle". */
int input_exactly(struct input *in, char *to, size_t n, struct error *e);

/* The next line without its '\n' and '\r': 1; 0 at the end; COU_ELIMIT when it is longer than max (it is passed over, the next call goes on behind it);
 * COU_EINPUT.  *line is the input's, valid until the next call. */
int input_line(struct input *in, size_t max, struct str *line, struct error *e);

/* All the rest into a; COU_ELIMIT when it is longer than max bytes.  A NUL stands behind it, not counted.  Where the input fails on the way, *bytes is what
 * came before (else empty). */
int input_all(struct input *in, struct arena *a, size_t max, struct str *bytes, struct error *e);

/* Passes over n bytes, or to the end. */
int input_skip(struct input *in, uint64_t n, struct error *e);

/* Can the next line be had without waiting for whoever writes it: it is read ahead, or the input is memory or a file that lies still? */
bool input_line_there(const struct input *in);

/* Can bytes be read from anywhere: memory, or a file that lies still?  *size: of the whole. */
bool input_anywhere(const struct input *in, uint64_t *size);

/* For those, and instead of the other ways of reading: exactly n bytes from offset `from` on, or COU_EINPUT.  They count as taken. */
int input_from(struct input *in, uint64_t from, char *to, size_t n, struct error *e);

/* Bytes taken so far. */
uint64_t input_at(const struct input *in);

#endif
