#include "query/line.h"

#include "base/jsonwrite.h"

enum { DAY_LENGTH = 10 };

static void between(struct buf *b, const char *separator)
{
	if (b->n)
		buf_add(b, str_c(separator));
}

struct str line_parties(struct arena *a, const struct json *list, const char *member)
{
	struct buf b;

	buf_init(&b, a);
	for (const struct json *p = json_first(list); p; p = json_next(p)) {
		between(&b, "; ");
		buf_add(&b, json_string(json_get(p, member)));
	}
	return buf_str(&b);
}

struct str line_words(struct arena *a, const struct json *list)
{
	struct buf b;

	buf_init(&b, a);
	for (const struct json *p = json_first(list); p; p = json_next(p)) {
		between(&b, "; ");
		buf_add(&b, json_string(p));
	}
	return buf_str(&b);
}

struct str line_claims(struct arena *a, const struct json *claims)
{
	struct buf b;

	buf_init(&b, a);
	for (const struct json *c = json_first(claims); c; c = json_next(c)) {
		struct str by = json_string(json_get(json_get(c, "by"), "name"));

		between(&b, "; ");
		buf_printf(&b, "%.*s %.*s", STR_ARG(by), STR_ARG(json_string(json_get(c, "stance"))));
	}
	return buf_str(&b);
}

struct str line_number(struct arena *a, const struct json *j, const char *member)
{
	const struct json *v = json_get(j, member);
	struct buf b;

	buf_init(&b, a);
	if (json_type(v) == JSON_NUMBER)
		json_fixed(&b, json_number(v, 0), 5);
	return buf_str(&b);
}

struct str line_date(const struct json *when)
{
	struct str start = json_string(json_get(when, "start")), precision = json_string(json_get(when, "precision"));
	size_t n = str_is(precision, "year") || str_is(precision, "decade") ? 4 : str_is(precision, "month") || str_is(precision, "season") ? 7 : DAY_LENGTH;

	return start.n > n ? str_sub(start, 0, n) : start;
}

struct str line_origin(struct arena *a, struct str source, struct str published, struct str title, struct str url)
{
	struct str parts[] = { source, published.n > DAY_LENGTH ? str_sub(published, 0, DAY_LENGTH) : published, title, url };
	struct buf b;

	buf_init(&b, a);
	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++) {
		if (!parts[i].n)
			continue;
		between(&b, ", ");
		buf_add(&b, parts[i]);
	}
	return buf_str(&b);
}
