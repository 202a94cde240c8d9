/* unpack.c - packed inputs: members one behind the other, unpacked as they are read, under one limit for the whole file.
 *
 * A gzip file may be many members (RFC 1952 §2.2), and archives of the web are: one for each record, so that a reader can begin at any of them.  zstd has
 * frames in the same way.  All of them together are one input.  Where a member is damaged, the input ends with the error at that place, and the format looks
 * for the next member behind it: what it finds is an input anew, so that one flipped bit costs one record of a crawl and not the rest.
 *
 * Against bombs there is one sum for all that is unpacked below a file, however deep: archives inside archives multiply their ratios, so that a limit
 * for each would be none for all.
 */
#include "ingest/unpack.h"

#include "ingest/format.h"

#include <stdlib.h>

enum { MENDED_MAX = 1000, READ_AHEAD = 1 << 16 };

struct unpacker {
	const struct codec *codec;
	struct input *in;
	struct unpacked *sum;
	void *state;			/* the codec's */
	struct str have;		/* of buffer: read, not yet unpacked */
	bool ended;			/* `in` has no more, or failed */
	bool tail;
	bool inside;			/* of a member */
	bool damaged;			/* the last error was one of the bytes: behind it another member may lie */
	bool begun;			/* some member was unpacked */
	char buffer[READ_AHEAD];
};

/* ---- how much ------------------------------------------------------------------------------ */

static uint64_t allowed(const struct unpacked *u)
{
	uint64_t at = input_at(u->file), most = UNPACKED_MAX;

	return at < (most - UNPACKED_FLOOR) / UNPACKED_RATIO ? UNPACKED_FLOOR + UNPACKED_RATIO * at : most;
}

bool unpacked_spent(const struct unpacked *u)
{
	return u->bytes > allowed(u);
}

int unpacked_add(struct unpacked *u, size_t n, struct error *e)
{
	u->bytes += n;
	if (!unpacked_spent(u))
		return COU_OK;
	return error_set(e, COU_ELIMIT, "unpacks to more than %llu times its size and %llu MiB; the rest is left",
			 (unsigned long long)UNPACKED_RATIO, (unsigned long long)(UNPACKED_FLOOR >> 20));
}

/* ---- reading ------------------------------------------------------------------------------- */

/* At least n <= CODEC_HEAD bytes in u->have, fewer only at the end. */
static int want(struct unpacker *u, size_t n, struct error *e)
{
	if (u->have.n >= n || u->ended)
		return COU_OK;
	if (u->have.n)
		memmove(u->buffer, u->have.p, u->have.n);
	u->have.p = u->buffer;
	while (u->have.n < n && !u->ended) {
		long got = input_read(u->in, u->buffer + u->have.n, READ_AHEAD - u->have.n, e);

		u->ended = got <= 0;
		if (got < 0)
			return (int)got;
		u->have.n += (size_t)got;
	}
	return COU_OK;
}

static uint64_t at(const struct unpacker *u)
{
	return input_at(u->in) - u->have.n;
}

static void drop(struct unpacker *u, size_t n)
{
	u->have = str_sub(u->have, n, u->have.n);
}

/* To the beginning of the next member: 1; 0 at the end. */
static int next_member(struct unpacker *u, struct error *e)
{
	int rc = want(u, CODEC_HEAD, e);

	if (!u->codec->begins)
		return rc ? rc : !u->begun;
	/* tapes and some writers fill the last block with zeroes */
	while (!rc && u->begun && u->have.n && !u->have.p[0]) {
		drop(u, 1);
		rc = want(u, CODEC_HEAD, e);
	}
	if (rc || !u->have.n)
		return rc;
	if (u->codec->begins(u->have))
		return 1;
	if (u->tail && u->begun)
		return 0;
	u->damaged = true;
	return error_set(e, COU_EINPUT, "%s: no member begins at byte %llu", u->codec->name, (unsigned long long)at(u));
}

static long read_unpacked(void *state, char *to, size_t n, struct error *e)
{
	struct unpacker *u = state;

	for (;;) {
		int rc = u->inside ? want(u, 1, e) : next_member(u, e);

		if (rc < 0 || (!u->inside && !rc))
			return rc;
		u->inside = u->begun = true;
		size_t before = u->have.n, made = 0;
		uint64_t where = at(u);
		struct error why = { 0 };

		rc = u->codec->run(u->state, &u->have, to, n, &made, &why);
		if (rc > 0)
			u->inside = false;
		if (rc < 0) {
			u->damaged = rc == COU_EINPUT;
			return error_set(e, rc, "%s: %s byte %llu: %s", u->codec->name, u->damaged ? "damaged near" : "at", (unsigned long long)where, why.text);
		}
		if (made) {
			rc = unpacked_add(u->sum, made, e);
			return rc ? rc : (long)made;
		}
		if (rc)
			continue;
		if (u->ended && !u->have.n)
			return error_set(e, COU_EINPUT, "%s: ends in the middle, at byte %llu", u->codec->name, (unsigned long long)where);
		if (before && u->have.n == before) {
			u->damaged = true;
			return error_set(e, COU_EINPUT, "%s: damaged near byte %llu", u->codec->name, (unsigned long long)where);
		}
	}
}

static void close_unpacker(void *state)
{
	struct unpacker *u = state;

	if (u->state)
		u->codec->close(u->state);
	free(u);
}

static struct unpacker *unpacker_new(const struct codec *codec, struct input *in, struct unpacked *sum)
{
	struct unpacker *u = malloc(sizeof(*u));

	if (!u)
		return NULL;
	memset(u, 0, offsetof(struct unpacker, buffer));
	u->codec = codec;
	u->in = in;
	u->sum = sum;
	u->state = codec->open();
	if (!u->state) {
		close_unpacker(u);
		return NULL;
	}
	return u;
}

struct input *unpack(const struct codec *codec, struct input *in, struct unpacked *sum, bool tail)
{
	static const struct input_kind kind = { read_unpacked, close_unpacker };
	struct unpacker *u = unpacker_new(codec, in, sum);

	if (!u)
		return NULL;
	u->tail = tail;
	return input_over(&kind, u);
}

/* ---- the formats ----------------------------------------------------------------------------- */

struct packed {
	const struct reading *g;
	struct unpacker *unpacker;
	struct arena memory;
	size_t inputs;			/* found so far: one, and one more behind each damage */
};

static void close_packed(void *state)
{
	struct packed *s = state;

	if (s->unpacker)
		close_unpacker(s->unpacker);
	arena_free(&s->memory);
	free(s);
}

static int open_packed(void **state, const struct reading *g, struct input *in, const struct codec *codec, struct error *e)
{
	struct packed *s = calloc(1, sizeof(*s));

	if (s) {
		s->g = g;
		s->unpacker = unpacker_new(codec, in, g->unpacked);
	}
	if (!s || !s->unpacker) {
		free(s);
		return error_set(e, COU_ELIMIT, "out of memory");
	}
	*state = s;
	return COU_OK;
}

static int open_gzip(void **state, const struct reading *g, struct input *in, struct error *e)
{
	return open_packed(state, g, in, &codec_gzip, e);
}

static int open_zstd(void **state, const struct reading *g, struct input *in, struct error *e)
{
	return open_packed(state, g, in, &codec_zstd, e);
}

/* Passes over what is damaged to where a member may begin; false: there is none. */
static bool find_member(struct unpacker *u)
{
	struct error ignored;

	u->damaged = u->inside = false;
	u->codec->reset(u->state);
	for (;;) {
		if (want(u, CODEC_HEAD, &ignored) || !u->have.n)
			return false;
		if (u->codec->begins(u->have))
			return true;
		drop(u, 1);
	}
}

static enum found next_packed(void *state, struct doc *d, struct inner *inner, struct error *e)
{
	static const struct input_kind kind = { read_unpacked, NULL };
	struct packed *s = state;
	struct unpacker *u = s->unpacker;

	(void)d;
	(void)e;
	if (s->inputs && (!u->damaged || s->inputs > MENDED_MAX || unpacked_spent(u->sum) || !find_member(u)))
		return FOUND_END;
	arena_reset(&s->memory);
	inner->carrier = s->g->carrier;
	inner->carrier.media = STR_NONE;
	if (s->inputs++)
		inner->carrier.name = str_printf(&s->memory, "%.*s from byte %llu", STR_ARG(s->g->carrier.name), (unsigned long long)at(u));
	inner->input = input_over(&kind, u);
	return FOUND_INPUT;
}

static bool looks_gzip(struct str head, const struct carrier *c)
{
	(void)c;
	return codec_gzip.begins(head);
}

static bool looks_zstd(struct str head, const struct carrier *c)
{
	(void)c;
	return codec_zstd.begins(head);
}

const struct format format_gzip = {
	.name = "gzip", .about = "anything packed by gzip", .packed = true, .looks = looks_gzip, .open = open_gzip, .next = next_packed, .close = close_packed
};

const struct format format_zstd = {
	.name = "zstd", .about = "anything packed by zstd", .packed = true, .looks = looks_zstd, .open = open_zstd, .next = next_packed, .close = close_packed
};
