#include "ingest/body.h"

#include <stdlib.h>
#include <strings.h>

#include "ingest/unpack.h"

enum { FIRST_ROOM = 1 << 16, NAME_SHOWN = 40 };

/* Servers send bare deflate for what RFC 9110 calls deflate: zlib's header (RFC 1950 §2.2) has a checksum. */
static bool is_zlib(struct str s)
{
	return s.n > 2 && (s.p[0] & 0x0F) == 8 && ((unsigned)(unsigned char)s.p[0] << 8 | (unsigned char)s.p[1]) % 31 == 0;
}

static bool is(struct str word, const char *name)
{
	return word.n == strlen(name) && strncasecmp(word.p, name, word.n) == 0;
}

static const struct codec *codec_of(struct str packed, struct str encoding)
{
	if (is(encoding, "gzip") || is(encoding, "x-gzip"))
		return &codec_gzip;
	if (is(encoding, "deflate"))
		return is_zlib(packed) ? &codec_zlib : &codec_deflate;
	return is(encoding, "br") ? &codec_brotli : NULL;
}

static int make_room(struct buf *b, size_t max, struct error *e)
{
	size_t room = b->cap ? 2 * b->cap : FIRST_ROOM;
	char *more;

	if (b->n < b->cap)
		return 0;
	if (b->n > max)
		return error_set(e, COU_ELIMIT, "unpacked it is longer than %zu bytes", max);
	if (room > max)
		room = max + 1;
	more = realloc(b->p, room);
	if (!more)
		return error_set(e, COU_ELIMIT, "out of memory");
	b->p = more;
	b->cap = room;
	return 0;
}

static int read_all(struct input *in, struct buf *b, size_t max, struct error *e)
{
	for (;;) {
		long got;

		if (make_room(b, max, e))
			return COU_ELIMIT;
		got = input_read(in, b->p + b->n, b->cap - b->n, e);
		if (got <= 0)
			return (int)got;
		b->n += (size_t)got;
	}
}

int body_unpack(struct str packed, struct str encoding, size_t max, struct str *bytes, struct error *e)
{
	const struct codec *codec = codec_of(packed, encoding);
	struct input *in = input_memory(packed);
	struct unpacked sum = { .file = in };
	struct input *out = in && codec ? unpack(codec, in, &sum, true) : NULL;
	struct buf b = { 0 };
	int rc;

	*bytes = STR_NONE;
	if (!codec)
		rc = error_set(e, COU_EINPUT, "packed as \"%.*s\", which was not asked for", STR_ARG(str_sub(encoding, 0, encoding.n < NAME_SHOWN ? encoding.n : NAME_SHOWN)));
	else
		rc = out ? read_all(out, &b, max, e) : error_set(e, COU_ELIMIT, "out of memory");
	input_close(out);
	input_close(in);
	if (rc)
		free(b.p);
	else
		*bytes = buf_str(&b);
	return rc;
}
