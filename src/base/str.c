#include "base/str.h"

#include <stdarg.h>
#include <stdio.h>

int str_cmp(struct str a, struct str b)
{
	size_t n = a.n < b.n ? a.n : b.n;
	int c = n ? memcmp(a.p, b.p, n) : 0;

	if (c)
		return c;
	return a.n < b.n ? -1 : a.n > b.n;
}

static bool is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

struct str str_trim(struct str s)
{
	while (s.n && is_space(s.p[0]))
		s.p++, s.n--;
	while (s.n && is_space(s.p[s.n - 1]))
		s.n--;
	return s;
}

bool str_split(struct str *rest, char sep, struct str *piece)
{
	size_t at;

	if (!rest->p)
		return false;
	at = str_find(*rest, sep);
	*piece = str_sub(*rest, 0, at);
	*rest = at < rest->n ? str_sub(*rest, at + 1, rest->n) : STR_NONE;
	return true;
}

size_t str_find(struct str s, char c)
{
	const char *q = s.n ? memchr(s.p, c, s.n) : NULL;

	return q ? (size_t)(q - s.p) : s.n;
}

size_t str_search(struct str hay, struct str needle)
{
	const char *q;

	if (!needle.n)
		return 0;
	if (!hay.n)
		return hay.n;
	q = memmem(hay.p, hay.n, needle.p, needle.n);
	return q ? (size_t)(q - hay.p) : hay.n;
}

struct str str_dup(struct arena *a, struct str s)
{
	char *p = arena_alloc(a, s.n + 1);

	if (s.n)
		memcpy(p, s.p, s.n);
	return (struct str){ p, s.n };
}

struct str str_cat(struct arena *a, struct str x, struct str y)
{
	char *p = arena_alloc(a, x.n + y.n + 1);

	if (x.n)
		memcpy(p, x.p, x.n);
	if (y.n)
		memcpy(p + x.n, y.p, y.n);
	return (struct str){ p, x.n + y.n };
}

struct str str_printf(struct arena *a, const char *format, ...)
{
	va_list ap, again;
	int n;
	char *p;

	va_start(ap, format);
	va_copy(again, ap);
	n = vsnprintf(NULL, 0, format, ap);
	va_end(ap);
	if (n < 0)
		n = 0;
	p = arena_alloc(a, (size_t)n + 1);
	vsnprintf(p, (size_t)n + 1, format, again);
	va_end(again);
	return (struct str){ p, (size_t)n };
}

static uint64_t mix(uint64_t a, uint64_t b)
{
	__extension__ unsigned __int128 r = (unsigned __int128)a * b;

	return (uint64_t)r ^ (uint64_t)(r >> 64);
}

static uint64_t load(const char *p, size_t n)	/* little endian whatever the machine */
{
	uint64_t v = 0;

	for (size_t i = 0; i < n; i++)
		v |= (uint64_t)(unsigned char)p[i] << (8 * i);
	return v;
}

uint64_t str_hash(struct str s)
{
	const uint64_t k0 = 0x9e3779b97f4a7c15u, k1 = 0xe7037ed1a0b428dbu;
	uint64_t h = k0 ^ s.n;
	size_t i = 0;

	for (; i + 8 <= s.n; i += 8)
		h = mix(h ^ load(s.p + i, 8), k1);
	if (i < s.n)
		h = mix(h ^ load(s.p + i, s.n - i), k0);
	return mix(h ^ k1, k0);
}

void buf_init(struct buf *b, struct arena *a)
{
	*b = (struct buf){ .a = a };
}

static void buf_reserve(struct buf *b, size_t more)
{
	size_t cap = b->cap ? b->cap : 256;

	while (cap - b->n < more)
		cap *= 2;
	if (cap != b->cap) {
		b->p = arena_grow(b->a, b->p, b->cap, cap);
		b->cap = cap;
	}
}

void buf_add(struct buf *b, struct str s)
{
	buf_reserve(b, s.n + 1);
	if (s.n)
		memcpy(b->p + b->n, s.p, s.n);
	b->n += s.n;
}

void buf_byte(struct buf *b, char c)
{
	buf_add(b, (struct str){ &c, 1 });
}

void buf_printf(struct buf *b, const char *format, ...)
{
	va_list ap, again;
	int n;

	va_start(ap, format);
	va_copy(again, ap);
	n = vsnprintf(NULL, 0, format, ap);
	va_end(ap);
	if (n > 0) {
		buf_reserve(b, (size_t)n + 1);
		vsnprintf(b->p + b->n, (size_t)n + 1, format, again);
		b->n += (size_t)n;
	}
	va_end(again);
}
