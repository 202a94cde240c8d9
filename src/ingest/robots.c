/* robots.c - lines to rules, rules against a path.
 *
 * Both sides are brought to one form first (RFC 9309 §2.2.2, RFC 3986 §6.2.2): %41 is "A", %e9 is %E9, bytes beyond ASCII and percent signs that begin no
 * code are percent-encoded, and in a path a star and a dollar too, so that in a pattern they are always signs.  Between stars, the leftmost place where a piece of the
 * pattern fits is as good as any later one: one pass over the path decides, however many stars there are.
 */
#include "ingest/robots.h"

#include <strings.h>

#include "base/vec.h"

enum {
	LINE_MAX = 8192,
	PATTERN_MAX = 6000		/* of normalised bytes: three times the longest address */
};

static int hex(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if ((c | 32) >= 'a' && (c | 32) <= 'f')
		return (c | 32) - 'a' + 10;
	return -1;
}

static bool unreserved(unsigned c)
{
	return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z') || c == '-' || c == '.' || c == '_' || c == '~';
}

static void put_encoded(struct buf *b, unsigned c)
{
	static const char digits[] = "0123456789ABCDEF";

	buf_byte(b, '%');
	buf_byte(b, digits[c >> 4]);
	buf_byte(b, digits[c & 15]);
}

static struct str normalised(struct arena *a, struct str s, bool pattern)
{
	struct buf b;

	buf_init(&b, a);
	for (size_t i = 0; i < s.n; i++) {
		unsigned c = (unsigned char)s.p[i];

		if (c == '%' && i + 2 < s.n && hex(s.p[i + 1]) >= 0 && hex(s.p[i + 2]) >= 0) {
			c = (unsigned)(hex(s.p[i + 1]) << 4 | hex(s.p[i + 2]));
			i += 2;
			if (unreserved(c))
				buf_byte(&b, (char)c);
			else
				put_encoded(&b, c);
		} else if (c <= 32 || c >= 127 || c == '%' || (!pattern && (c == '*' || c == '$'))) {
			put_encoded(&b, c);
		} else {
			buf_byte(&b, (char)c);
		}
	}
	return buf_str(&b);
}

/* ---- reading -------------------------------------------------------------------------- */

struct line {
	struct str key, value;
};

/* The next "key: value" without its comment; lines that are none, or too long, are passed over.  Ends: CR, LF or both. */
static bool next_line(struct str *rest, struct line *l)
{
	while (rest->n) {
		struct str s = *rest;
		size_t end = 0, colon;

		while (end < s.n && s.p[end] != '\n' && s.p[end] != '\r')
			end++;
		*rest = str_sub(s, end < s.n ? end + 1 : end, s.n);
		s.n = end;
		s.n = str_find(s, '#');
		colon = str_find(s, ':');
		if (colon == s.n || s.n > LINE_MAX)
			continue;
		l->key = str_trim(str_sub(s, 0, colon));
		l->value = str_trim(str_sub(s, colon + 1, s.n));
		return true;
	}
	return false;
}

static bool is_key(const struct line *l, const char *key)
{
	return l->key.n == strlen(key) && strncasecmp(l->key.p, key, l->key.n) == 0;
}

/* "Coulisse/1.0" names the token "coulisse": what stands behind the letters of a token is passed over. */
static bool names(struct str value, struct str token)
{
	size_t n = 0;

	while (n < value.n && (((value.p[n] | 32) >= 'a' && (value.p[n] | 32) <= 'z') || value.p[n] == '-' || value.p[n] == '_'))
		n++;
	if (str_is(token, "*"))
		return str_is(value, "*");
	return n == token.n && n && strncasecmp(value.p, token.p, n) == 0;
}

static bool any_group(struct str bytes, struct str token)
{
	struct line l;

	while (next_line(&bytes, &l))
		if (is_key(&l, "user-agent") && names(l.value, token))
			return true;
	return false;
}

/* Seconds with at most three decimals that count. */
static void take_delay(struct robots *r, struct str value)
{
	unsigned ms = 0, scale = 1000;
	size_t i = 0;

	for (; i < value.n && value.p[i] >= '0' && value.p[i] <= '9'; i++)
		ms = ms > ROBOTS_DELAY_MAX ? ms : ms * 10 + (unsigned)(value.p[i] - '0');
	if (!i)
		return;
	ms *= 1000;
	if (i < value.n && value.p[i] == '.')
		for (i++; i < value.n && value.p[i] >= '0' && value.p[i] <= '9' && scale > 1; i++)
			ms += (unsigned)(value.p[i] - '0') * (scale /= 10);
	r->delay_ms = ms > ROBOTS_DELAY_MAX * 1000 ? ROBOTS_DELAY_MAX * 1000 : ms;
}

static void take_rule(struct arena *a, struct robots *r, const struct line *l)
{
	bool allow = is_key(l, "allow");
	struct str pattern;

	if (is_key(l, "crawl-delay"))
		take_delay(r, l->value);
	if ((!allow && !is_key(l, "disallow")) || !l->value.n || r->n == ROBOTS_RULES)
		return;
	pattern = normalised(a, l->value, true);
	if (pattern.n <= PATTERN_MAX)
		vec_add(a, r, ((struct robots_rule){ pattern, allow }));
}

void robots_read(struct arena *a, struct str bytes, struct str token, struct robots *r)
{
	struct line l;
	bool ours = false, in_heading = false;

	*r = (struct robots){ 0 };
	if (str_starts(bytes, STR("\xEF\xBB\xBF")))
		bytes = str_sub(bytes, 3, bytes.n);
	if (!any_group(bytes, token))
		token = STR("*");
	while (next_line(&bytes, &l)) {
		if (is_key(&l, "user-agent")) {
			ours = (in_heading && ours) || names(l.value, token);
			in_heading = true;
			continue;
		}
		if (is_key(&l, "allow") || is_key(&l, "disallow") || is_key(&l, "crawl-delay"))
			in_heading = false;
		if (ours)
			take_rule(a, r, &l);
	}
}

struct str robots_text(struct arena *a, const struct robots *r)
{
	struct buf b;

	buf_init(&b, a);
	buf_add(&b, STR("User-agent: *\n"));
	for (size_t i = 0; i < r->n; i++)
		buf_printf(&b, "%s: %.*s\n", r->at[i].allow ? "Allow" : "Disallow", STR_ARG(r->at[i].pattern));
	if (r->delay_ms)
		buf_printf(&b, "Crawl-delay: %u.%03u\n", r->delay_ms / 1000, r->delay_ms % 1000);
	return buf_str(&b);
}

/* ---- deciding ------------------------------------------------------------------------- */

static bool fits(struct str pattern, struct str path)
{
	bool anchored = str_ends(pattern, STR("$")), first = true;
	struct str rest = pattern, piece;

	if (anchored)
		rest.n--;
	while (str_split(&rest, '*', &piece)) {
		bool last = rest.p == NULL;
		size_t at;

		if (first && !str_starts(path, piece))
			return false;
		if (anchored && last)
			return first ? path.n == piece.n : str_ends(path, piece);
		at = first ? 0 : str_search(path, piece);
		if (at == path.n && piece.n)
			return false;
		path = str_sub(path, at + piece.n, path.n);
		first = false;
	}
	return true;
}

bool robots_allow(const struct robots *r, struct str path)
{
	struct arena a = { 0 };
	struct str p = normalised(&a, path, false);
	size_t longest = 0;
	bool allow = true;

	for (size_t i = 0; i < r->n; i++) {
		const struct robots_rule *x = &r->at[i];

		if (x->pattern.n < longest || (x->pattern.n == longest && !x->allow) || !fits(x->pattern, p))
			continue;
		longest = x->pattern.n;
		allow = x->allow;
	}
	arena_free(&a);
	return allow || str_is(path, "/robots.txt");
}
