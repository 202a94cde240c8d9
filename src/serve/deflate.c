/* deflate.c - packing; unpacking is ingest/inflate.c.  The two alone see zlib. */
#include "serve/deflate.h"

#include <stdlib.h>
#include <zlib.h>

enum { GZIP = MAX_WBITS + 16, BARE = -MAX_WBITS, MEMORY = 8, PIECE = 16 << 10 };

struct str deflate_gzip(struct arena *a, struct str bytes, int level)
{
	z_stream z = { 0 };
	struct str out = STR_NONE;
	uLong room;

	if (deflateInit2(&z, level, Z_DEFLATED, GZIP, MEMORY, Z_DEFAULT_STRATEGY) != Z_OK)
		return out;
	room = deflateBound(&z, (uLong)bytes.n);
	z.next_in = (Bytef *)(bytes.n ? bytes.p : "");
	z.avail_in = (uInt)bytes.n;
	z.next_out = arena_alloc(a, room);
	z.avail_out = (uInt)room;
	out.p = (const char *)z.next_out;
	if (deflate(&z, Z_FINISH) == Z_STREAM_END)
		out.n = room - z.avail_out;
	deflateEnd(&z);
	return out.n ? out : STR_NONE;
}

uint32_t deflate_crc(uint32_t crc, struct str bytes)
{
	return (uint32_t)crc32_z(crc, (const Bytef *)bytes.p, bytes.n);
}

struct deflate {
	z_stream z;
};

struct deflate *deflate_open(int level)
{
	struct deflate *d = calloc(1, sizeof(*d));

	if (d && deflateInit2(&d->z, level, Z_DEFLATED, BARE, MEMORY, Z_DEFAULT_STRATEGY) != Z_OK) {
		free(d);
		d = NULL;
	}
	return d;
}

void deflate_close(struct deflate *d)
{
	if (d)
		deflateEnd(&d->z);
	free(d);
}

int deflate_put(struct deflate *d, struct str bytes, bool last, int (*write)(void *user, const char *bytes, size_t n), void *user)
{
	char out[PIECE];

	d->z.next_in = (Bytef *)(bytes.n ? bytes.p : "");
	d->z.avail_in = (uInt)bytes.n;
	do {
		d->z.next_out = (Bytef *)out;
		d->z.avail_out = PIECE;
		if (deflate(&d->z, last ? Z_FINISH : Z_NO_FLUSH) == Z_STREAM_ERROR || write(user, out, PIECE - d->z.avail_out))
			return -1;
	} while (!d->z.avail_out);
	return 0;
}
