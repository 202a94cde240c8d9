/* reader.h - articles out of files, folders and standard input.
 *
 * The format of each input is found by its first bytes (doc/formats.md lists them).  Bad input gives one diagnostic on standard error; the rest goes on.
 */
#ifndef INGEST_READER_H
#define INGEST_READER_H

#include "base/error.h"
#include "doc/doc.h"

#define INGEST_MAX_BYTES ((size_t)32 << 20)	/* a text, page or line longer than this is refused */

struct ingest_options {
	day date;			/* document time where the input gives none; DAY_NONE */
	struct str lang;		/* ISO 639-1, or empty: find it */
	struct str charset;		/* as the transport declares it, or empty */
	const char *format;		/* of the inputs given; NULL: found by looks; see ingest_knows() */
	const char *home;		/* lang/XX/blocks.txt and data/agencies.txt lie below */
	size_t max_bytes;		/* 0: INGEST_MAX_BYTES */
	bool running;			/* plain text is running text alone: every line a paragraph, no headline, nothing left out */
};

struct reader;

/* path: a file, a folder (read recursively, sorted by name, files that begin with a dot left out) or "-" for standard input. */
int reader_open(struct reader **out, const struct ingest_options *o, const char *path, struct error *e);

/* The bytes as the only input; they stay the caller's until reader_close.  name: for messages. */
int reader_open_bytes(struct reader **out, const struct ingest_options *o, struct str bytes, const char *name, struct error *e);

/* Is there a format of that name? */
bool ingest_knows(const char *format);

/* Fills d (initialised by the caller; all memory its arena, which is used for nothing else): text, blocks, title, source, url, lang, published, date, id, origin.
 * 1 a document, 0 the end, -1 an input was bad: said on standard error, the next call goes on. */
int reader_next(struct reader *r, struct doc *d);

/* Has any input been bad so far? */
bool reader_failed(const struct reader *r);
void reader_close(struct reader *r);

#endif
