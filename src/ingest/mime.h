/* mime.h - messages of the Internet: RFC 5322, and MIME (RFC 2045 to 2047). */
#ifndef INGEST_MIME_H
#define INGEST_MIME_H

#include "ingest/fields.h"

enum {
	MIME_DEPTH_MAX = 16,		/* multiparts inside each other; what is deeper is left out */
	MIME_PARTS_MAX = 1000		/* of a message; further ones are left out */
};

struct mime_text {
	struct str bytes;		/* decoded; in charset */
	struct str charset;		/* as declared, or empty */
	bool found, flowed;		/* flowed: RFC 3676 */
};

struct mime_message {
	struct fields fields;
	struct mime_text html, plain;	/* the first of each that is no attachment */
};

/* Never fails on what the bytes hold: what is no message has no fields and a plain text.  Memory a's. */
int mime_read(struct arena *a, struct str bytes, struct mime_message *m, struct error *e);

/* A field's value with its encoded words decoded, in UTF-8. */
struct str mime_words(struct arena *a, struct str value);

/* The bytes in UTF-8: in the charset declared, or (where none is, or a wrong one) in UTF-8 or else windows-1252. */
struct str mime_utf8(struct arena *a, struct str bytes, struct str charset);

#endif
