#include "ingest/unpack.h"

#include <stdlib.h>
#include <zlib.h>

enum { AUTO_WINDOW = 15 + 32, BARE_WINDOW = -15, FIRST_ROOM = 1 << 16, MEMBERS_MAX = 1 << 16 };

static bool is_gzip(struct str s)
{
	return s.n > 2 && (unsigned char)s.p[0] == 0x1F && (unsigned char)s.p[1] == 0x8B;
}

/* Servers send bare deflate for what RFC 9110 calls deflate: zlib's header has a checksum. */
static bool is_zlib(struct str s)
{
	return s.n > 2 && (s.p[0] & 0x0F) == 8 && ((unsigned)(unsigned char)s.p[0] << 8 | (unsigned char)s.p[1]) % 31 == 0;
}

static int make_room(struct buf *b, size_t max, struct error *e)
{
	size_t room = b->cap ? 2 * b->cap : FIRST_ROOM;
	char *more;

	if (b->n < b->cap)
		return 0;
	if (b->cap > max)
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

/* All members.  z is initialised. */
static int run(z_stream *z, struct buf *b, size_t max, struct error *e)
{
	for (unsigned members = 0;;) {
		int rc;

		if (make_room(b, max, e))
			return e ? e->code : COU_ELIMIT;
		z->next_out = (Bytef *)b->p + b->n;
		z->avail_out = (uInt)(b->cap - b->n);
		rc = inflate(z, Z_NO_FLUSH);
		b->n = b->cap - z->avail_out;
		if (rc == Z_STREAM_END) {
			struct str rest = { (const char *)z->next_in, z->avail_in };

			if (!is_gzip(rest) || ++members == MEMBERS_MAX)
				return 0;
			inflateReset(z);
			continue;
		}
		if (rc == Z_DATA_ERROR || rc == Z_NEED_DICT || rc == Z_STREAM_ERROR)
			return error_set(e, COU_EINPUT, "the packed bytes are broken at %lu", z->total_in);
		if (rc == Z_MEM_ERROR)
			return error_set(e, COU_ELIMIT, "out of memory");
		if (z->avail_out)	/* nothing more comes in */
			return error_set(e, COU_EINPUT, "the packed bytes are cut off after %lu", z->total_in);
	}
}

int unpack(struct str packed, size_t max, struct str *bytes, struct error *e)
{
	z_stream z = { .next_in = (z_const Bytef *)packed.p, .avail_in = (uInt)packed.n };
	struct buf b = { 0 };
	int rc;

	*bytes = STR_NONE;
	if (packed.n >= UINT32_MAX || max >= UINT32_MAX)
		return error_set(e, COU_ELIMIT, "longer than 4 GB");
	if (inflateInit2(&z, is_gzip(packed) || is_zlib(packed) ? AUTO_WINDOW : BARE_WINDOW) != Z_OK)
		return error_set(e, COU_ELIMIT, "out of memory");
	rc = run(&z, &b, max, e);
	inflateEnd(&z);
	if (!rc && b.n > max)
		rc = error_set(e, COU_ELIMIT, "unpacked it is longer than %zu bytes", max);
	if (rc) {
		free(b.p);
		return rc;
	}
	*bytes = buf_str(&b);
	return 0;
}
