/* format.h - one entry for each form in which news comes.
 *
 * reader.c keeps a stack of open formats: the lowest reads the file, and what it finds inside (a member of an archive, the record of a crawl, what was
 * compressed) is an input again, whose own format is found by its first bytes.  A format knows nothing of files, of folders and of the others.
 */
#ifndef INGEST_FORMAT_H
#define INGEST_FORMAT_H

#include "ingest/ingest.h"
#include "ingest/input.h"
#include "ingest/markup.h"

/* What is known of an input from outside: its name, and what transported it.  Empty: unknown. */
struct carrier {
	struct str name;		/* for messages: "dir/a.warc.gz:3" */
	struct str url, charset, date;	/* date: ISO 8601; of the crawl or the message, where the content has none of its own */
	struct str media;		/* media type without parameters, lower case: "text/html" */
	bool crawled;			/* one of all that a crawler met: that it is no article is nobody's mistake */
};

struct unpacked;

struct reading {
	const struct leftovers *leftovers;
	const struct ingest_options *options;
	struct carrier carrier;		/* lives as long as the input is open */
	struct unpacked *unpacked;	/* from the file so far, by all levels (unpack.h) */
};

enum found {
	FOUND_END,
	FOUND_DOC,			/* d is filled; all memory d's arena */
	FOUND_PIECE,			/* inner's bytes, in d's arena, are those of one document: read makes it of them, on any thread, with inner's carrier if that has a name */
	FOUND_ELSEWHERE,		/* the end, and inner's carrier has the address (which may be relative) where it goes on: followed by the reader where that is safe */
	FOUND_INPUT,			/* inner and its carrier are filled; read it to its end, then ask for the next */
	FOUND_BAD,			/* one item could not be read: *e says why, d->origin (if set) where; the next call goes on behind it */
	FOUND_SKIPPED			/* one item is no article: *e says what it is instead ("an image"); for the sums, nobody is told */
};

struct inner {
	struct input *input;		/* the reader's to close */
	struct str bytes;		/* of FOUND_PIECE */
	struct carrier carrier;		/* in memory of the outer state until its next call, or of d's arena */
};

struct format {
	const char *name;		/* of --input */
	const char *about;		/* a few words for the help */
	bool packed;			/* bytes, not text: looked at before anything is held to be text */
	bool wide;			/* reads UTF-16 with a byte order mark, too; others get what utf16.c makes of it */

	/* Do the first bytes (at most INPUT_PEEK_MAX, byte order mark off) look like it?  NULL: never found by looks, only asked for. */
	bool (*looks)(struct str head, const struct carrier *c);

	/* Instead of looks, where the words of languages tell. */
	bool (*looks_like)(struct str head, const struct reading *g);

	/* Either: the whole input is one document, of at most options->max_bytes.  (With open: what is made of a piece.)  COU_ENONE: there is no article in it. */
	int (*read)(const struct reading *g, struct str bytes, struct doc *d, struct error *e);

	/* Or: documents or inputs one after the other.  open's error is that of the whole input.  in stays the reader's. */
	int (*open)(void **state, const struct reading *g, struct input *in, struct error *e);
	enum found (*next)(void *state, struct doc *d, struct inner *inner, struct error *e);
	void (*close)(void *state);
};

extern const struct format format_text, format_html, format_jsonl, format_json, format_feed, format_opml, format_newsml, format_newsml1, format_ninjs, format_nitf;
extern const struct format format_utf16, format_gzip, format_zstd, format_zip, format_warc, format_csv, format_mail, format_mbox;
extern const struct format format_alto, format_folia, format_tei, format_vlos, format_delpher, format_tweedekamer;

/* All of them, the surest looks first; ends with NULL. */
extern const struct format *const formats[];

/* NULL: none of that name. */
const struct format *format_find(const char *name);

/* By the first bytes; NULL with the reason, COU_ENONE: binary, or a kind that is known and not read. */
const struct format *format_of(struct str head, const struct reading *g, struct error *e);

/* Of what no format knows: is it XML all the same?  By its declaration, or by a tag that is none of HTML and is closed again ("<x>a</x>"): "<ANP> a" is text. */
bool is_other_xml(struct str head);

/* What a format read of an article, to be made a document: title, blank line, text, in NFC, with its blocks found. */
struct article {
	struct str id, url, source, lang, date;		/* date as given; ISO 8601 or RFC 5322 */
	struct str title, text;				/* UTF-8; text: paragraphs, one a line or with blank lines between */
	struct str markup;				/* instead of text: HTML of the article's body alone, to be read as a page */
	const struct body *body;				/* instead of both: the body as markup.h gives it, with what is known of its lines */
};

/* Copies what it keeps into d's arena.  What the article lacks is taken from the carrier (url, date) and the options (lang, date). */
int article_document(const struct reading *g, const struct article *x, struct doc *d, struct error *e);

/* The metadata of it alone: id, url, source, lang, published, date. */
void article_metadata(const struct reading *g, const struct article *x, struct doc *d);

#endif
