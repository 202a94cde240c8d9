/* utf8.h - code points in and out of UTF-8 (RFC 3629: no surrogates, no overlong forms). */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include "base/str.h"

#define UTF8_BAD 0xFFFFFFFFu

/* The code point at *at (< s.n), *at moved behind it; UTF8_BAD for a bad byte, *at moved by one. */
static inline uint32_t utf8_next(struct str s, size_t *at)
{
	const unsigned char *p = (const unsigned char *)s.p + *at;
	size_t left = s.n - *at;
	uint32_t c = p[0];

	if (c < 0x80) {
		*at += 1;
		return c;
	}
	if (c >= 0xC2 && c < 0xE0 && left > 1 && (p[1] & 0xC0) == 0x80) {
		*at += 2;
		return (c & 0x1F) << 6 | (p[1] & 0x3Fu);
	}
	if (c >= 0xE0 && c < 0xF0 && left > 2 && (p[1] & 0xC0) == 0x80 && (p[2] & 0xC0) == 0x80) {
		uint32_t v = (c & 0x0F) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);

		if (v >= 0x800 && (v < 0xD800 || v > 0xDFFF)) {
			*at += 3;
			return v;
		}
	}
	if (c >= 0xF0 && c < 0xF5 && left > 3 && (p[1] & 0xC0) == 0x80 && (p[2] & 0xC0) == 0x80 && (p[3] & 0xC0) == 0x80) {
		uint32_t v = (c & 0x07) << 18 | (p[1] & 0x3Fu) << 12 | (p[2] & 0x3Fu) << 6 | (p[3] & 0x3Fu);

		if (v >= 0x10000 && v <= 0x10FFFF) {
			*at += 4;
			return v;
		}
	}
	*at += 1;
	return UTF8_BAD;
}

/* Writes c (a valid code point) to out, returns the number of bytes (1..4). */
size_t utf8_put(uint32_t c, char out[4]);

/* Number of code points (a bad byte counts as one). */
size_t utf8_count(struct str s);

/* Offset of the first bad byte, or s.n. */
size_t utf8_check(struct str s);

#endif
