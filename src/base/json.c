#include "base/json.h"

#include <cjson/cJSON.h>
#include <stdlib.h>

/* A value of this module is a cJSON node; the tag is never completed. */
static const cJSON *node(const struct json *j)
{
	return (const cJSON *)j;
}

static const struct json *value(const cJSON *c)
{
	return (const struct json *)c;
}

static int hex4(const char *p)
{
	int v = 0;

	for (int i = 0; i < 4; i++) {
		unsigned c = (unsigned char)p[i], low = c | 32;

		if (c - '0' < 10)
			v = v * 16 + (int)(c - '0');
		else if (low - 'a' < 6)
			v = v * 16 + (int)(low - 'a' + 10);
		else
			return -1;
	}
	return v;
}

/* The escape \uXXXX at p (of n bytes): how many bytes belong together; *bad when they make no character. */
static size_t escape(const char *p, size_t n, bool *bad)
{
	int v = n >= 6 ? hex4(p + 2) : -1, low = n >= 12 && p[6] == '\\' && p[7] == 'u' ? hex4(p + 8) : -1;

	*bad = v == 0 || (v >= 0xDC00 && v <= 0xDFFF);
	if (v < 0xD800 || v > 0xDBFF)
		return v < 0 ? 2 : 6;
	if (low >= 0xDC00 && low <= 0xDFFF)
		return 12;
	*bad = true;
	return 6;
}

/* One pass before cJSON sees the text: depth of nesting, number of values (a node takes 64 bytes, "0," two), zero bytes, and escapes
 * to mend.  *copy is made when the first one is found. */
static int prescan(struct str text, char **copy, struct error *e)
{
	unsigned depth = 0, values = 0;
	bool quoted = false;

	for (size_t i = 0; i < text.n; i++) {
		char c = text.p[i];

		if (!c) {
			return error_set(e, COU_EINPUT, "a zero byte in JSON at offset %zu", i);
		} else if (quoted && c == '\\' && i + 1 < text.n && text.p[i + 1] == 'u') {
			bool bad;
			size_t n = escape(text.p + i, text.n - i, &bad);

			if (bad && !*copy) {
				*copy = malloc(text.n);
				if (!*copy)
					return error_set(e, COU_ELIMIT, "out of memory");
				memcpy(*copy, text.p, text.n);
			}
			if (bad)
				memcpy(*copy + i + 2, "FFFD", 4);
			i += n - 1;
		} else if (quoted && c == '\\') {
			i++;
		} else if (c == '"') {
			quoted = !quoted;
		} else if (!quoted && (c == '[' || c == '{')) {
			if (++depth > JSON_DEPTH)
				return error_set(e, COU_ELIMIT, "JSON nested deeper than %d at offset %zu", JSON_DEPTH, i);
		} else if (!quoted && c == ',') {
			if (++values > JSON_VALUES)
				return error_set(e, COU_ELIMIT, "more than %d values in JSON at offset %zu", JSON_VALUES, i);
		} else if (!quoted && (c == ']' || c == '}') && depth) {
			depth--;
		}
	}
	return 0;
}

int json_parse(struct json **out, struct str text, struct error *e)
{
	const char *end = NULL;
	char *copy = NULL;
	cJSON *c = NULL;
	int rc;

	*out = NULL;
	if (!text.n)
		return error_set(e, COU_EINPUT, "no JSON: empty");
	rc = prescan(text, &copy, e);
	if (rc == 0) {
		const char *p = copy ? copy : text.p;
		size_t at;

		c = cJSON_ParseWithLengthOpts(p, text.n, &end, 0);
		at = end ? (size_t)(end - p) : 0;
		if (!c)
			rc = error_set(e, COU_EINPUT, "broken JSON at offset %zu", at);
		else if (str_trim(str_sub(text, at, text.n)).n)
			rc = error_set(e, COU_EINPUT, "something follows the JSON value at offset %zu", at);
	}
	free(copy);
	if (rc) {
		cJSON_Delete(c);
		return rc;
	}
	*out = (struct json *)c;
	return 0;
}

void json_free(struct json *j)
{
	cJSON_Delete((cJSON *)j);
}

enum json_type json_type(const struct json *j)
{
	const cJSON *c = node(j);

	if (cJSON_IsString(c))
		return JSON_STRING;
	if (cJSON_IsNumber(c))
		return JSON_NUMBER;
	if (cJSON_IsArray(c))
		return JSON_ARRAY;
	if (cJSON_IsObject(c))
		return JSON_OBJECT;
	return cJSON_IsBool(c) ? JSON_BOOL : JSON_NULL;
}

struct str json_string(const struct json *j)
{
	return cJSON_IsString(node(j)) ? str_c(node(j)->valuestring) : STR_NONE;
}

double json_number(const struct json *j, double otherwise)
{
	return cJSON_IsNumber(node(j)) ? node(j)->valuedouble : otherwise;
}

bool json_true(const struct json *j)
{
	return cJSON_IsTrue(node(j));
}

const struct json *json_get(const struct json *j, const char *name)
{
	return cJSON_IsObject(node(j)) ? value(cJSON_GetObjectItemCaseSensitive(node(j), name)) : NULL;
}

const struct json *json_first(const struct json *j)
{
	return cJSON_IsArray(node(j)) || cJSON_IsObject(node(j)) ? value(node(j)->child) : NULL;
}

const struct json *json_next(const struct json *member)
{
	return member ? value(node(member)->next) : NULL;
}

struct str json_name(const struct json *member)
{
	return member ? str_c(node(member)->string) : STR_NONE;
}
