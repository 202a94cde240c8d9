/* deflate.h - gzip members, made at once (RFC 1952). */
#ifndef SERVE_DEFLATE_H
#define SERVE_DEFLATE_H

#include "base/str.h"

/* The bytes as one gzip member, in a; level 1 (fast) to 9.  The same for the same bytes.  Empty: it could not be made. */
struct str deflate_gzip(struct arena *a, struct str bytes, int level);

/* CRC-32 (RFC 1952 §8) of bytes behind those that gave crc; 0 to begin with. */
uint32_t deflate_crc(uint32_t crc, struct str bytes);

#endif
