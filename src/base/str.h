/* str.h - a piece of text: bytes and a length, by value; nothing trusts a NUL.
 *
 * A str never owns its bytes: they live in an arena, a mapped file or the program.
 */
#ifndef BASE_STR_H
#define BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"

struct str {
	const char *p;
	size_t n;
};

#define STR(literal)	((struct str){ "" literal, sizeof(literal) - 1 })
#define STR_NONE	((struct str){ NULL, 0 })
/* for printf: "%.*s", STR_ARG(s) */
#define STR_ARG(s)	(int)(s).n, ((s).p ? (s).p : "")

static inline struct str str_c(const char *c)
{
	return (struct str){ c, c ? strlen(c) : 0 };
}

static inline bool str_eq(struct str a, struct str b)
{
	return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

static inline bool str_is(struct str a, const char *c)
{
	return str_eq(a, str_c(c));
}

static inline bool str_starts(struct str s, struct str prefix)
{
	return s.n >= prefix.n && (prefix.n == 0 || memcmp(s.p, prefix.p, prefix.n) == 0);
}

static inline bool str_ends(struct str s, struct str suffix)
{
	return s.n >= suffix.n && (suffix.n == 0 || memcmp(s.p + s.n - suffix.n, suffix.p, suffix.n) == 0);
}

static inline struct str str_sub(struct str s, size_t from, size_t to)
{
	return (struct str){ from ? s.p + from : s.p, to - from };	/* no sum with a null pointer */
}

/* Order by bytes (= by code point in UTF-8). */
int str_cmp(struct str a, struct str b);

/* ASCII white space off both ends. */
struct str str_trim(struct str s);

/* Cuts the next piece up to sep off *rest; false when *rest is spent (p == NULL). */
bool str_split(struct str *rest, char sep, struct str *piece);

/* Position of c, or s.n. */
size_t str_find(struct str s, char c);

/* Position of needle, or hay.n. */
size_t str_search(struct str hay, struct str needle);

/* A copy with a NUL behind it (not counted). */
struct str str_dup(struct arena *a, struct str s);
struct str str_cat(struct arena *a, struct str x, struct str y);
struct str str_printf(struct arena *a, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* 64-bit hash, the same on every machine and in every run (wyhash-like mixing of 8-byte words). */
uint64_t str_hash(struct str s);

/* A growing text. */
struct buf {
	char *p;
	size_t n, cap;
	struct arena *a;
};

void buf_init(struct buf *b, struct arena *a);
void buf_add(struct buf *b, struct str s);
void buf_byte(struct buf *b, char c);
void buf_printf(struct buf *b, const char *format, ...) __attribute__((format(printf, 2, 3)));

static inline struct str buf_str(const struct buf *b)
{
	return (struct str){ b->p, b->n };
}

#endif
