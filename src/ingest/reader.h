/* reader.h - articles out of files, folders and standard input.
 *
 * The format of each input is found by its first bytes (doc/formats.md lists them).  Bad input gives one diagnostic on standard error; the rest goes on.
 */
#ifndef INGEST_READER_H
#define INGEST_READER_H

#include "base/error.h"
#include "doc/doc.h"

#define INGEST_MAX_BYTES ((size_t)32 << 20)	/* a text, page or line longer than this is refused */

struct fetcher;

struct ingest_part {			/* all zero: the whole */
	uint64_t start, behind;		/* bytes [start, behind), from the beginning of a line or record to that of another (split.h) */
	size_t before;			/* lines or records before it, for messages */
};

struct ingest_options {
	day date;			/* document time where the input gives none; DAY_NONE */
	struct str lang;		/* ISO 639-1, or empty: find it */
	struct str charset;		/* as the transport declares it, or empty */
	const char *format;		/* of the inputs given; NULL: found by looks; see ingest_knows() */
	struct str columns;		/* of tables, as the user names them: "title=Kop,text=Tekst"; see ingest_columns_check() */
	const char *home;		/* lang/XX/blocks.txt and data/agencies.txt lie below */
	size_t max_bytes;		/* 0: INGEST_MAX_BYTES */
	struct fetcher *fetcher;	/* for inputs that are addresses of pages; NULL: they are refused */
	struct ingest_part part;	/* of the one file given */
	bool running;			/* plain text is running text alone: every line a paragraph, no headline, nothing left out */
};

struct reader;

/* path: a file, an address (http, https), a folder (read recursively, sorted by name, files that begin with a dot left out) or "-" for standard input.  COU_EINPUT: it is not there. */
int reader_open(struct reader **out, const struct ingest_options *o, const char *path, struct error *e);

/* Several, one after the other; one that is not there is a bad input.  The paths stay the caller's until reader_close. */
int reader_open_paths(struct reader **out, const struct ingest_options *o, const char *const *paths, size_t n, struct error *e);

/* The bytes as the only input; they stay the caller's until reader_close.  name: for messages. */
int reader_open_bytes(struct reader **out, const struct ingest_options *o, struct str bytes, const char *name, struct error *e);

/* Is there a format of that name? */
bool ingest_knows(const char *format);

/* COU_EUSAGE: not a list of id, title, text, date, url, source or lang, each with "=" and a name, with commas between. */
int ingest_columns_check(struct str columns, struct error *e);

/* Fills d (initialised by the caller; all memory its arena, which is used for nothing else): text, blocks, title, source, url, lang, published, date, id, origin.
 * 1 a document, 0 the end, -1 an input was bad: said on standard error, the next call goes on. */
int reader_next(struct reader *r, struct doc *d);

/* ---- the same in two steps, for several threads: taking is done by one at a time, making by all --------- */

enum take {
	TAKE_END,
	TAKE_DOC,			/* to be made */
	TAKE_BAD,			/* an input, or something in it, could not be read: *e says why */
	TAKE_SKIPPED			/* something that is no article: *e says what it is instead (of what was named itself, TAKE_BAD) */
};

struct taken {
	const char *format;		/* its name; NULL: not even that is known */
	uint64_t bytes;			/* of the input that became the document; of what was skipped or bad: 0 where unknown */
	struct str where;		/* for messages, with a NUL behind it; in d's arena */
	struct unmade *unmade;		/* the reader's */
};

/* The next thing in the order of the inputs.  d: initialised, with an arena of its own.  Nothing is said on standard error. */
enum take reader_take(struct reader *r, struct doc *d, struct taken *t, struct error *e);

/* May the next reader_take have to wait for bytes that nobody has sent yet: from a pipe, a terminal, the web? */
bool reader_may_wait(const struct reader *r);

/* Makes the document of what was taken into d; needs nothing of the reader but that it is open.  TAKE_DOC, or *e says why there is none. */
enum take reader_make(const struct taken *t, struct doc *d, struct error *e);

/* What has been taken so far. */
struct reader_sum {
	uint64_t files, bytes;		/* files opened (standard input and memory count as one); bytes read of them */
	size_t paths;			/* of those given, begun */
};
struct reader_sum reader_sum(const struct reader *r);

/* Has reader_next said that an input was bad? */
bool reader_failed(const struct reader *r);
void reader_close(struct reader *r);

#endif
