#include "base/url.h"

struct parts {				/* RFC 3986 section 3; each with the mark that tells it, empty: not given */
	struct str scheme;		/* "https:" */
	struct str authority;		/* "//host" */
	struct str path, query, fragment;
};

static bool is_letter(char c)
{
	return (c | 32) >= 'a' && (c | 32) <= 'z';
}

static struct parts take_apart(struct str s)
{
	struct parts p = { 0 };
	size_t n = 0;

	while (n < s.n && (is_letter(s.p[n]) || (n && ((s.p[n] >= '0' && s.p[n] <= '9') || s.p[n] == '+' || s.p[n] == '-' || s.p[n] == '.'))))
		n++;
	if (n && n < s.n && s.p[n] == ':') {
		p.scheme = str_sub(s, 0, n + 1);
		s = str_sub(s, n + 1, s.n);
	}
	n = str_find(s, '#');
	p.fragment = str_sub(s, n, s.n);
	s.n = n;
	n = str_find(s, '?');
	p.query = str_sub(s, n, s.n);
	s.n = n;
	if (str_starts(s, STR("//"))) {
		n = 2 + str_find(str_sub(s, 2, s.n), '/');
		p.authority = str_sub(s, 0, n);
		s = str_sub(s, n, s.n);
	}
	p.path = s;
	return p;
}

/* "." and ".." resolved (section 5.2.4). */
static struct str without_dots(struct arena *a, struct str path)
{
	struct buf out;
	struct str rest = path, segment;
	bool first = true, dots = false;

	buf_init(&out, a);
	while (str_split(&rest, '/', &segment)) {
		dots = str_is(segment, ".") || str_is(segment, "..");
		if (str_is(segment, ".."))
			while (out.n && out.p[--out.n] != '/')
				;
		if (!dots) {
			if (!first)
				buf_byte(&out, '/');
			buf_add(&out, segment);
		}
		first = false;
	}
	if (dots)
		buf_byte(&out, '/');
	return buf_str(&out);
}

static struct str tidy(struct arena *a, struct str s)
{
	struct buf b;

	buf_init(&b, a);
	s = str_trim(s);
	for (size_t i = 0; i < s.n && b.n <= URL_MAX; i++)
		if (s.p[i] == ' ')
			buf_add(&b, STR("%20"));
		else if ((unsigned char)s.p[i] > ' ' && s.p[i] != 127)
			buf_byte(&b, s.p[i]);
	return buf_str(&b);
}

bool url_is_web(struct str s)
{
	static const char *const schemes[] = { "http://", "https://" };

	for (size_t i = 0; i < 2; i++) {
		size_t n = strlen(schemes[i]), k = 0;

		while (k < n && k < s.n && (is_letter(s.p[k]) ? s.p[k] | 32 : s.p[k]) == schemes[i][k])
			k++;
		if (k == n)
			return s.n > n && s.p[n] != '/' && s.p[n] != '?' && s.p[n] != '#';
	}
	return false;
}

struct str url_resolve(struct arena *a, struct str base, struct str reference)
{
	struct parts r, b = take_apart(base);
	struct buf out;

	reference = tidy(a, reference);
	if (reference.n > URL_MAX || base.n > URL_MAX)
		return STR_NONE;
	r = take_apart(reference);
	if (!r.scheme.n) {
		if (!b.scheme.n)
			return STR_NONE;
		r.scheme = b.scheme;
		if (!r.authority.n) {
			r.authority = b.authority;
			if (!r.path.n) {
				r.path = b.path;
				r.query = r.query.n ? r.query : b.query;
			} else if (r.path.p[0] != '/') {
				size_t slash = b.path.n;

				while (slash && b.path.p[slash - 1] != '/')
					slash--;
				r.path = str_cat(a, slash ? str_sub(b.path, 0, slash) : b.authority.n ? STR("/") : STR(""), r.path);
			}
		}
	}
	if (r.authority.n)
		r.path = without_dots(a, r.path);
	buf_init(&out, a);
	buf_add(&out, r.scheme);
	buf_add(&out, r.authority);
	buf_add(&out, r.path);
	buf_add(&out, r.query);
	buf_add(&out, r.fragment);
	return out.n > URL_MAX ? STR_NONE : buf_str(&out);
}
