/* deflate.h - gzip members, made at once (RFC 1952). */
#ifndef SERVE_DEFLATE_H
#define SERVE_DEFLATE_H

#include "base/str.h"

/* The bytes as one gzip member, in a; level 1 (fast) to 9.  The same for the same bytes.  Empty: it could not be made. */
struct str deflate_gzip(struct arena *a, struct str bytes, int level);

/* Bare deflate (RFC 1951) piece by piece, as archives have it. */
struct deflate;

struct deflate *deflate_open(int level);	/* NULL: out of memory */
void deflate_close(struct deflate *d);		/* NULL is fine */

/* Packs bytes, last: the last ones; write gets what comes of it, 0 to go on.  0, or -1. */
int deflate_put(struct deflate *d, struct str bytes, bool last, int (*write)(void *user, const char *bytes, size_t n), void *user);

/* CRC-32 (RFC 1952 §8) of bytes behind those that gave crc; 0 to begin with. */
uint32_t deflate_crc(uint32_t crc, struct str bytes);

#endif
