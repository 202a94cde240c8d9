/* inflate.c - gzip, zlib and bare deflate; inflate.c alone sees zlib. */
#include "ingest/unpack.h"

#include <limits.h>
#include <stdlib.h>
#include <zlib.h>

enum { BARE = -MAX_WBITS, ZLIB = MAX_WBITS, GZIP = MAX_WBITS + 16 };	/* windowBits of inflateInit2 */

/* Magic, deflate, no reserved flag; what wrote it (RFC 1952 §2.3.1: 0 to 13, or 255) keeps random bytes from being taken for a member. */
static bool begins_gzip(struct str head)
{
	const unsigned char *p = (const unsigned char *)head.p;

	return head.n >= 10 && p[0] == 0x1F && p[1] == 0x8B && p[2] == 8 && !(p[3] & 0xE0) && (p[9] <= 13 || p[9] == 255);
}

static void *open_window(int bits)
{
	z_stream *z = calloc(1, sizeof(*z));

	if (z && inflateInit2(z, bits) != Z_OK) {
		free(z);
		z = NULL;
	}
	return z;
}

static void *open_gzip(void)
{
	return open_window(GZIP);
}

static void *open_zlib(void)
{
	return open_window(ZLIB);
}

static void *open_deflate(void)
{
	return open_window(BARE);
}

static void close_window(void *state)
{
	inflateEnd(state);
	free(state);
}

static void reset(void *state)
{
	inflateReset(state);
}

static int run(void *state, struct str *in, char *to, size_t room, size_t *made, struct error *e)
{
	z_stream *z = state;

	room = room < INT_MAX ? room : INT_MAX;
	z->next_in = (Bytef *)(in->n ? in->p : "");
	z->avail_in = (uInt)(in->n < INT_MAX ? in->n : INT_MAX);
	z->next_out = (Bytef *)to;
	z->avail_out = (uInt)room;
	uInt offered = z->avail_in;
	int rc = inflate(z, Z_NO_FLUSH);

	*in = str_sub(*in, offered - z->avail_in, in->n);
	*made = room - z->avail_out;
	switch (rc) {
	case Z_STREAM_END:
		inflateReset(z);
		return 1;
	case Z_OK: case Z_BUF_ERROR:
		return 0;
	case Z_MEM_ERROR:
		return error_set(e, COU_ELIMIT, "out of memory");
	default:
		/* what was unpacked before the damage is handed on first: zlib says the same again at the next call */
		return *made ? 0 : error_set(e, COU_EINPUT, "%s", z->msg ? z->msg : "no deflate");
	}
}

const struct codec codec_gzip = { "gzip", begins_gzip, open_gzip, close_window, run, reset };
const struct codec codec_zlib = { "deflate", NULL, open_zlib, close_window, run, reset };
const struct codec codec_deflate = { "deflate", NULL, open_deflate, close_window, run, reset };

uint32_t unpack_crc32(uint32_t crc, struct str bytes)
{
	return (uint32_t)crc32_z(crc, (const Bytef *)bytes.p, bytes.n);
}
