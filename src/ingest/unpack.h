/* unpack.h - inputs that unpack other inputs, and how much they may make of them.
 *
 * A codec knows one way of packing and nothing of inputs: bytes in, bytes out.  unpack.c drives it.  Each library is seen by its codec's file alone.
 */
#ifndef INGEST_UNPACK_H
#define INGEST_UNPACK_H

#include "ingest/input.h"

/* What all the unpacking below one file may give, its archives in archives together: so much as it is, and so much for each of its bytes that was read.
 * Deflate can give 1032 for one, zstd and brotli far more; pages give 4 to 12, the same page again and again some 100. */
#define UNPACKED_FLOOR	((uint64_t)64 << 20)
#define UNPACKED_RATIO	((uint64_t)256)
#define UNPACKED_MAX	((uint64_t)1 << 40)

struct unpacked {
	const struct input *file;	/* the outermost input */
	uint64_t bytes;			/* unpacked so far */
};

/* Counts n more bytes; COU_ELIMIT when they are too many. */
int unpacked_add(struct unpacked *u, size_t n, struct error *e);

/* Is the limit passed already?  Then there is no use in opening another member. */
bool unpacked_spent(const struct unpacked *u);

enum { CODEC_HEAD = 18 };		/* bytes by which a member is known, at most */

struct codec {
	const char *name;		/* for messages: "gzip" */

	/* May a member begin with these bytes (CODEC_HEAD of them, fewer only at the end)?  NULL: anything may, and there is one member. */
	bool (*begins)(struct str head);

	/* NULL: out of memory. */
	void *(*open)(void);
	void (*close)(void *state);

	/* Unpacks from *in, which is shortened by what was taken, into room bytes at `to`, of which *made are filled.  1: a member ended (the next call begins the
	 * next), 0: go on with more room or more bytes; COU_EINPUT damaged, COU_ELIMIT asks too much of memory. */
	int (*run)(void *state, struct str *in, char *to, size_t room, size_t *made, struct error *e);

	/* Ready for a next member after an error, too. */
	void (*reset)(void *state);
};

extern const struct codec codec_gzip;		/* RFC 1952 */
extern const struct codec codec_zlib;		/* RFC 1950; HTTP calls it "deflate" */
extern const struct codec codec_deflate;	/* RFC 1951, bare */
extern const struct codec codec_zstd;		/* RFC 8878, and the dictionary frame of WARC files in zstd */
extern const struct codec codec_brotli;		/* RFC 7932 */

/* `in` stays the caller's and must outlive the result.  tail: what stands behind the last member is left alone instead of refused. */
struct input *unpack(const struct codec *codec, struct input *in, struct unpacked *u, bool tail);

/* CRC-32 of ISO 3309 as ZIP has it; begin with 0. */
uint32_t unpack_crc32(uint32_t crc, struct str bytes);

#endif
