/* fields.h - "Name: value" lines before a blank one: headers of messages (RFC 5322), of HTTP (RFC 9112) and of WARC records (ISO 28500). */
#ifndef INGEST_FIELDS_H
#define INGEST_FIELDS_H

#include "base/vec.h"
#include "ingest/input.h"

enum {
	FIELD_LINE_MAX = 64 << 10,	/* a longer line is passed over */
	FIELDS_MAX = 500,		/* further ones are left out */
	FIELD_LINES_MAX = 20000		/* then it is no header */
};

struct field {
	struct str name, value;		/* white space off the ends; folded lines joined by a blank */
};

struct fields {
	VEC(struct field) at;
};

/* Up to and with the blank line, or to the end.  Lines that are no field are left out.  COU_ELIMIT, or the error of the input. */
int fields_read(struct input *in, struct arena *a, struct fields *f, struct error *e);

/* Value of the first field of that name, or empty. */
struct str fields_get(const struct fields *f, const char *name);

/* Letters of ASCII alike. */
bool field_is(struct str s, const char *word);

/* "text/html" of "Text/HTML; charset=utf-8": lower case, without parameters. */
struct str field_media(struct arena *a, struct str value);

/* The parameter's value, unquoted, or empty (RFC 2045 §5.1). */
struct str field_parameter(struct arena *a, struct str value, const char *name);

#endif
