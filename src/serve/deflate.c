/* deflate.c - packing; unpacking is ingest/inflate.c.  The two alone see zlib. */
#include "serve/deflate.h"

#include <zlib.h>

enum { GZIP = MAX_WBITS + 16, MEMORY = 8 };

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
