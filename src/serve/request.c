#include "serve/request.h"

#include "base/utf8.h"

static int digit(char c)
{
	return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* ---- the target ------------------------------------------------------------------------- */

/* Percent-encoding undone (RFC 3986 §2.1); in a query "+" is a blank, as forms write it. */
int request_decode(struct arena *a, struct str s, bool query, struct str *out, struct error *e)
{
	char *to = arena_alloc(a, s.n + 1);
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++) {
		int high, low;

		if (s.p[i] != '%') {
			to[n++] = query && s.p[i] == '+' ? ' ' : s.p[i];
			continue;
		}
		high = i + 2 < s.n ? digit(s.p[i + 1]) : -1;
		low = i + 2 < s.n ? digit(s.p[i + 2]) : -1;
		if (high < 0 || low < 0)
			return error_set(e, COU_EINPUT, "the address has a %% without two hexadecimal digits at byte %zu", i);
		to[n++] = (char)(high << 4 | low);
		i += 2;
	}
	*out = (struct str){ to, n };
	if (memchr(to, 0, n) || utf8_check(*out) < n)
		return error_set(e, COU_EINPUT, "the address is not UTF-8 without zero bytes");
	return 0;
}

static int read_params(struct arena *a, struct str query, struct request *r, struct error *e)
{
	struct str piece;

	while (query.n && str_split(&query, '&', &piece)) {
		size_t is = str_find(piece, '=');
		struct request_param *p;

		if (!piece.n)
			continue;
		if (r->params.n == REQUEST_PARAMS_MAX)
			return error_set(e, COU_ELIMIT, "more than %d parameters", REQUEST_PARAMS_MAX);
		p = vec_push(a, &r->params);
		if (request_decode(a, str_sub(piece, 0, is), true, &p->name, e) || request_decode(a, is < piece.n ? str_sub(piece, is + 1, piece.n) : STR(""), true, &p->value, e))
			return COU_EINPUT;
	}
	return 0;
}

int request_target(struct arena *a, struct str target, struct request *r, struct error *e)
{
	size_t query = str_find(target, '?');

	if (target.n > REQUEST_TARGET_MAX)
		return error_set(e, COU_ELIMIT, "the address is longer than %d bytes", REQUEST_TARGET_MAX);
	if (!target.n || target.p[0] != '/')
		return error_set(e, COU_EINPUT, "the address does not begin with /");
	r->raw = str_sub(target, 0, query);
	if (request_decode(a, r->raw, false, &r->path, e))
		return COU_EINPUT;
	return query < target.n ? read_params(a, str_sub(target, query + 1, target.n), r, e) : 0;
}

struct str request_param(const struct request *r, const char *name)
{
	for (size_t i = 0; i < r->params.n; i++)
		if (str_is(r->params.at[i].name, name))
			return r->params.at[i].value;
	return STR_NONE;
}

/* ---- header fields ---------------------------------------------------------------------- */

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

static bool same_word(struct str s, const char *word)
{
	struct str w = str_c(word);

	if (s.n != w.n)
		return false;
	for (size_t i = 0; i < s.n; i++)
		if (lower(s.p[i]) != lower(w.p[i]))
			return false;
	return true;
}

/* "name", "name:8008", "[::1]:8008" without the port; p NULL when what follows is none. */
static struct str without_port(struct str host)
{
	size_t end = host.n && host.p[0] == '[' ? str_find(host, ']') + 1 : str_find(host, ':');

	if (end > host.n)
		return STR_NONE;
	for (size_t i = end + 1; i < host.n; i++)
		if (host.p[i] < '0' || host.p[i] > '9')
			return STR_NONE;
	if (end < host.n && host.p[end] != ':')
		return STR_NONE;
	return str_sub(host, 0, end);
}

bool request_host_is_local(struct str host, const char *address)
{
	struct str name = without_port(host);

	if (name.n > 2 && name.p[0] == '[')
		name = str_sub(name, 1, name.n - 1);
	return same_word(name, "localhost") || same_word(name, "127.0.0.1") || same_word(name, "::1") || (name.n && same_word(name, address));
}

bool request_origin_is_own(struct str origin, struct str host)
{
	struct str http = STR("http://"), https = STR("https://");

	if (!origin.n)
		return true;
	if (str_starts(origin, http))
		origin = str_sub(origin, http.n, origin.n);
	else if (str_starts(origin, https))
		origin = str_sub(origin, https.n, origin.n);
	else
		return false;
	return host.n && str_eq(origin, host);
}

bool request_same_secret(struct str given, struct str secret)
{
	unsigned char differs = given.n != secret.n;

	for (size_t i = 0; i < secret.n; i++)
		differs |= (unsigned char)((i < given.n ? given.p[i] : 0) ^ secret.p[i]);
	return !differs && secret.n;
}

static struct str cookie(struct str cookies, const char *name)
{
	struct str one;

	while (cookies.n && str_split(&cookies, ';', &one)) {
		size_t is;

		one = str_trim(one);
		is = str_find(one, '=');
		if (is < one.n && str_is(str_sub(one, 0, is), name))
			return str_sub(one, is + 1, one.n);
	}
	return STR_NONE;
}

bool request_has_token(const struct request *r, struct str token)
{
	struct str bearer = STR("Bearer "), given = r->authorization;
	bool by_header, by_cookie;

	given = given.n > bearer.n && same_word(str_sub(given, 0, bearer.n), bearer.p) ? str_trim(str_sub(given, bearer.n, given.n)) : STR_NONE;
	by_header = request_same_secret(given, token);
	by_cookie = request_same_secret(cookie(r->cookie, TOKEN_COOKIE), token);
	return by_header | by_cookie;
}

bool request_token_is_sound(struct str token)
{
	static const char signs[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~+/=";

	for (size_t i = 0; i < token.n; i++)
		if (!memchr(signs, token.p[i], sizeof(signs) - 1))
			return false;
	return token.n >= TOKEN_MIN && token.n <= TOKEN_MAX;
}

/* ";q=0", ";q=0.0" … */
static bool refused(struct str quality)
{
	size_t is = str_search(quality, STR("q="));

	for (size_t i = is + 2; i < quality.n; i++)
		if (quality.p[i] >= '1' && quality.p[i] <= '9')
			return false;
	return is < quality.n;
}

bool request_takes_gzip(struct str list)
{
	struct str one;

	while (list.n && str_split(&list, ',', &one)) {
		size_t quality = str_find(one, ';');

		if (same_word(str_trim(str_sub(one, 0, quality)), "gzip"))
			return !refused(str_sub(one, quality, one.n));
	}
	return false;
}

bool request_is_json(struct str content_type)
{
	return same_word(str_trim(str_sub(content_type, 0, str_find(content_type, ';'))), "application/json");
}

bool request_has_etag(struct str list, struct str etag)
{
	struct str one;

	while (list.n && str_split(&list, ',', &one)) {
		one = str_trim(one);
		if (str_starts(one, STR("W/")))
			one = str_sub(one, 2, one.n);
		if (str_is(one, "*") || (etag.n && str_eq(one, etag)))
			return true;
	}
	return false;
}
