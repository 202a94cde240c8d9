/* sha256.h - SHA-256 (FIPS 180-4), for names of things that must be the same everywhere. */
#ifndef BASE_SHA256_H
#define BASE_SHA256_H

#include "base/str.h"

struct sha256 {
	uint32_t h[8];
	uint64_t bytes;
	unsigned char block[64];
};

void sha256_init(struct sha256 *s);
void sha256_add(struct sha256 *s, struct str bytes);

/* The digest as 64 hexadecimal digits and a NUL; s is spent. */
void sha256_hex(struct sha256 *s, char out[65]);

#endif
