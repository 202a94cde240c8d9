/* jsonwrite.h - JSON (RFC 8259) into a buf: one line, no white space, commas by themselves.
 *
 *	json_open(&b, '{');
 *	json_key(&b, "name"); json_text(&b, s);
 *	json_close(&b, '}');
 *
 * A value puts a comma before itself unless it is the first in its bracket or follows a key.
 */
#ifndef BASE_JSONWRITE_H
#define BASE_JSONWRITE_H

#include "base/str.h"

void json_open(struct buf *b, char bracket);		/* '{' or '[' */
void json_close(struct buf *b, char bracket);		/* '}' or ']' */
void json_key(struct buf *b, const char *key);

/* Bytes that are no UTF-8 become U+FFFD; control characters are escaped. */
void json_text(struct buf *b, struct str s);
void json_text_or_null(struct buf *b, struct str s);	/* null when empty */
void json_null(struct buf *b);
void json_bool(struct buf *b, bool v);
void json_int(struct buf *b, long long v);

/* At most that many decimals (0..6), without trailing zeroes; whatever the locale.  Not finite: null. */
void json_fixed(struct buf *b, double v, int decimals);

struct json;

/* A parsed value, whole.  Numbers with at most six decimals. */
void json_value(struct buf *b, const struct json *j);

#endif
