#include "base/jsonwrite.h"

#include "base/json.h"
#include "base/utf8.h"

static void comma(struct buf *b)
{
	char last = b->n ? b->p[b->n - 1] : '\n';

	if (last != '{' && last != '[' && last != ':' && last != '\n')
		buf_byte(b, ',');
}

void json_open(struct buf *b, char bracket)
{
	comma(b);
	buf_byte(b, bracket);
}

void json_close(struct buf *b, char bracket)
{
	buf_byte(b, bracket);
}

void json_key(struct buf *b, const char *key)
{
	comma(b);
	buf_byte(b, '"');
	buf_add(b, str_c(key));
	buf_add(b, STR("\":"));
}

static bool plain(unsigned char c)
{
	return c >= 0x20 && c < 0x7F && c != '"' && c != '\\';
}

static void escape(struct buf *b, unsigned char c)
{
	switch (c) {
	case '"':
		buf_add(b, STR("\\\""));
		break;
	case '\\':
		buf_add(b, STR("\\\\"));
		break;
	case '\n':
		buf_add(b, STR("\\n"));
		break;
	case '\t':
		buf_add(b, STR("\\t"));
		break;
	case '\r':
		buf_add(b, STR("\\r"));
		break;
	default:
		buf_printf(b, "\\u%04x", c);
	}
}

void json_text(struct buf *b, struct str s)
{
	size_t at = 0, from;

	comma(b);
	buf_byte(b, '"');
	while (at < s.n) {
		for (from = at; at < s.n && plain((unsigned char)s.p[at]);)
			at++;
		if (at > from)
			buf_add(b, str_sub(s, from, at));
		if (at == s.n)
			break;
		from = at;
		if ((unsigned char)s.p[at] < 0x80)
			escape(b, (unsigned char)s.p[at++]);
		else if (utf8_next(s, &at) == UTF8_BAD)
			buf_add(b, STR("\xEF\xBF\xBD"));
		else
			buf_add(b, str_sub(s, from, at));
	}
	buf_byte(b, '"');
}

void json_text_or_null(struct buf *b, struct str s)
{
	if (s.n)
		json_text(b, s);
	else
		json_null(b);
}

void json_null(struct buf *b)
{
	comma(b);
	buf_add(b, STR("null"));
}

void json_bool(struct buf *b, bool v)
{
	comma(b);
	buf_add(b, v ? STR("true") : STR("false"));
}

void json_int(struct buf *b, long long v)
{
	comma(b);
	buf_printf(b, "%lld", v);
}

void json_fixed(struct buf *b, double v, int decimals)
{
	long long scale = 1, n;
	bool minus = v < 0;

	if (!(v > -1e12 && v < 1e12)) {
		json_null(b);
		return;
	}
	for (int i = 0; i < decimals; i++)
		scale *= 10;
	n = (long long)((minus ? -v : v) * (double)scale + 0.5);
	comma(b);
	if (minus && n)
		buf_byte(b, '-');
	buf_printf(b, "%lld", n / scale);
	n %= scale;
	if (!n)
		return;
	for (; n % 10 == 0; n /= 10)
		decimals--;
	buf_printf(b, ".%0*lld", decimals, n);
}

void json_value(struct buf *b, const struct json *j)
{
	switch (json_type(j)) {
	case JSON_STRING:
		json_text(b, json_string(j));
		break;
	case JSON_NUMBER:
		json_fixed(b, json_number(j, 0), 6);
		break;
	case JSON_BOOL:
		json_bool(b, json_true(j));
		break;
	case JSON_ARRAY:
		json_open(b, '[');
		for (const struct json *m = json_first(j); m; m = json_next(m))
			json_value(b, m);
		json_close(b, ']');
		break;
	case JSON_OBJECT:
		json_open(b, '{');
		for (const struct json *m = json_first(j); m; m = json_next(m)) {
			json_text(b, json_name(m));
			buf_byte(b, ':');
			json_value(b, m);
		}
		json_close(b, '}');
		break;
	default:
		json_null(b);
	}
}
