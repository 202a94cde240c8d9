/* json.h - reading JSON (RFC 8259); json.c alone sees cJSON.
 *
 * Read-only: a parsed value is freed as a whole.  Strings live as long as the value.
 * What JSON of the wild gets wrong inside strings is mended on the way in: half surrogate
 * pairs and \u0000 become U+FFFD.  Bytes that are no UTF-8 are passed through: the caller checks.
 */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include "base/error.h"
#include "base/str.h"

struct json;

enum json_type { JSON_NULL, JSON_BOOL, JSON_NUMBER, JSON_STRING, JSON_ARRAY, JSON_OBJECT };

enum {
	JSON_DEPTH = 64,	/* brackets inside brackets that json_parse takes */
	JSON_VALUES = 1 << 20	/* commas between values */
};

/* One value; only white space may follow.  COU_EINPUT names the byte offset, COU_ELIMIT too deep a nesting or too many values. */
int json_parse(struct json **out, struct str text, struct error *e);
void json_free(struct json *j);

/* All of these take NULL for "no such value": JSON_NULL, empty string, no members. */
enum json_type json_type(const struct json *j);
struct str json_string(const struct json *j);		/* p == NULL unless it is a string */
double json_number(const struct json *j, double otherwise);
bool json_true(const struct json *j);

/* Member of an object by its exact name (the first, where a name stands twice), or NULL. */
const struct json *json_get(const struct json *j, const char *name);

/* Walks the members of an array or object: for (m = json_first(j); m; m = json_next(m)). */
const struct json *json_first(const struct json *j);
const struct json *json_next(const struct json *member);
struct str json_name(const struct json *member);	/* of a member of an object */

#endif
