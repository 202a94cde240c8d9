#include "ingest/split.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "ingest/fields.h"
#include "ingest/format.h"
#include "ingest/unpack.h"

enum { BLOCK = 1 << 16, WORD = 5 };	/* WORD: bytes of "WARC/" */

struct splitter {
	struct leftovers leftovers;
	struct ingest_options options;
};

struct cutting {			/* of one file */
	struct input *in;
	const char *format;
	uint64_t target, size;
	uint64_t start;			/* of the part in hand */
	size_t before, number;		/* lines or records before it; passed so far */
	split_part *part;
	void *user;
};

int split_open(struct splitter **out, const char *home, struct error *e)
{
	struct splitter *s = calloc(1, sizeof(*s));
	int rc = s ? leftovers_open(&s->leftovers, home, e) : error_set(e, COU_ELIMIT, "out of memory");

	*out = NULL;
	if (rc) {
		free(s);
		return rc;
	}
	s->options = (struct ingest_options){ .date = DAY_NONE, .home = home, .max_bytes = INGEST_MAX_BYTES };
	*out = s;
	return 0;
}

void split_close(struct splitter *s)
{
	if (!s)
		return;
	leftovers_close(&s->leftovers);
	free(s);
}

/* ---- parts ------------------------------------------------------------------------------ */

/* The part in hand ends here, behind c->number lines or records. */
static int cut(struct cutting *c, uint64_t at)
{
	struct ingest_part p = { .start = c->start, .behind = at, .before = c->before };

	c->start = at;
	c->before = c->number;
	return c->part(c->user, c->format, &p);
}

/* A line or record begins here. */
static int may_cut(struct cutting *c, uint64_t at)
{
	return at - c->start >= c->target ? cut(c, at) : 0;
}

/* What is left; a file that was never cut is whole. */
static int finish(struct cutting *c)
{
	static const struct ingest_part whole = { 0 };

	if (!c->start)
		return c->part(c->user, NULL, &whole);
	return c->start < c->size ? cut(c, c->size) : 0;
}

/* ---- JSON Lines ------------------------------------------------------------------------- */

static int cut_lines(struct cutting *c)
{
	char *block = malloc(BLOCK);
	uint64_t at = 0;
	int rc = 0;
	long got;

	while (block && !rc && (got = input_read(c->in, block, BLOCK, NULL)) > 0) {
		for (const char *p = block, *end = block + got; !rc && (p = memchr(p, '\n', (size_t)(end - p))); ) {
			c->number++;
			p++;
			rc = may_cut(c, at + (uint64_t)(p - block));
		}
		at += (uint64_t)got;
	}
	free(block);
	return rc;
}

/* ---- WARC ------------------------------------------------------------------------------- */

/* The length of the record whose version line was read; false: it has none. */
static bool record_length(struct input *in, struct arena *a, uint64_t *length)
{
	struct fields f;
	char digits[24], *end;
	struct str value;

	arena_reset(a);
	if (fields_read(in, a, &f, NULL))
		return false;
	value = fields_get(&f, "content-length");
	if (!value.n || value.n >= sizeof(digits) || value.p[0] < '0' || value.p[0] > '9')
		return false;
	memcpy(digits, value.p, value.n);
	digits[value.n] = '\0';
	errno = 0;
	*length = strtoull(digits, &end, 10);
	return !*end && !errno;
}

/* Up to the first record that is not as it should be: what is behind it is left to the reader. */
static int cut_records(struct cutting *c)
{
	struct arena a = { 0 };
	bool good = true;
	struct str line;
	int rc = 0;

	while (good && !rc) {
		uint64_t at = input_at(c->in), length;

		good = input_line(c->in, FIELD_LINE_MAX, &line, NULL) > 0;
		if (!good || !line.n)
			continue;
		good = str_starts(line, STR("WARC/"));
		if (!good || (rc = may_cut(c, at)) != 0)
			break;
		c->number++;
		good = record_length(c->in, &a, &length) && length <= c->size && !input_skip(c->in, length, NULL);
	}
	arena_free(&a);
	return rc;
}

/* ---- gzip --------------------------------------------------------------------------------- */

struct member {
	uint64_t start;
	char head[WORD];
	size_t n;			/* bytes of head */
	bool looked;
};

/* The beginning of what a member holds is there. */
static int look(struct cutting *c, struct member *m)
{
	int rc = 0;

	if (m->looked || m->n < WORD)
		return 0;
	m->looked = true;
	if (memcmp(m->head, "WARC/", WORD) == 0) {
		rc = may_cut(c, m->start);
		c->number++;
	}
	return rc;
}

static int cut_members(struct cutting *c)
{
	const struct codec *codec = &codec_gzip;
	char *block = malloc(BLOCK), *out = malloc(BLOCK);
	void *state = codec->open();
	struct member m = { 0 };
	uint64_t at = 0;
	int rc = block && out && state ? 0 : COU_ELIMIT, ended = 0;
	long got;

	while (!rc && ended >= 0 && (got = input_read(c->in, block, BLOCK, NULL)) > 0) {
		struct str have = { block, (size_t)got };
		bool more = true;

		at += (uint64_t)got;
		while (!rc && ended >= 0 && (have.n || more)) {
			size_t made, take;

			ended = codec->run(state, &have, out, BLOCK, &made, NULL);
			more = ended == 0 && made == BLOCK;
			take = made < WORD - m.n ? made : WORD - m.n;
			memcpy(m.head + m.n, out, take);
			m.n += take;
			rc = look(c, &m);
			if (ended == 1)
				m = (struct member){ .start = at - have.n };
		}
	}
	if (state)
		codec->close(state);
	free(block);
	free(out);
	return rc;
}

/* ---- a file ------------------------------------------------------------------------------- */

static int cut_file(struct splitter *s, struct cutting *c, const char *path)
{
	struct unpacked unpacked = { .file = c->in };
	struct reading g = { &s->leftovers, &s->options, { .name = str_c(path) }, &unpacked };
	struct str head = input_peek(c->in, INPUT_PEEK_MAX);
	const struct format *f = head.n ? format_of(head, &g, NULL) : NULL;
	int rc = 0;

	c->format = f ? f->name : NULL;
	if (f == &format_jsonl)
		rc = cut_lines(c);
	else if (f == &format_warc)
		rc = cut_records(c);
	else if (f == &format_gzip)
		rc = cut_members(c);
	return rc ? rc : finish(c);
}

int split_file(struct splitter *s, const char *path, uint64_t target, split_part *part, void *user, struct error *e)
{
	struct cutting c = { .target = target ? target : 1, .part = part, .user = user };
	struct stat st;
	int rc;

	if (stat(path, &st))
		return error_set(e, COU_EINPUT, "%s", strerror(errno));
	c.size = (uint64_t)st.st_size;
	if (!S_ISREG(st.st_mode))
		return error_set(e, COU_EINPUT, "no file");
	if (c.size <= target)
		return finish(&c);
	rc = input_file(&c.in, path, e);
	if (!rc)
		rc = cut_file(s, &c, path);
	input_close(c.in);
	return rc;
}
