/* markup.h - the body of an article in HTML, or in what newsrooms take for it, as lines of plain text.
 *
 * For what is known to be the article and nothing else: an item of a feed, the body of an agency's message.  Pages are html.c's.
 */
#ifndef INGEST_MARKUP_H
#define INGEST_MARKUP_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/str.h"
#include "base/vec.h"

enum {
	LINE_ANY = -1,			/* a line of the text, whatever it is: blocks.c finds out */
	BODY_LINES_MAX = 100000
};

struct body_line {
	int type;			/* enum block_type, or LINE_ANY */
	bool joined;			/* stands in one line with the line before it, as a dateline and what follows */
	struct str text;		/* one line, not empty */
};

struct body {
	struct body_line *at;
	size_t n, cap;
	bool over;			/* there were more than BODY_LINES_MAX */
};

/* Adds the lines of the body to *out; all memory a's.  html: UTF-8, tags of HTML and of NITF in any order and of any depth, references of HTML; also text
 * without tags, where blank lines and indents part paragraphs, and markup that was escaped once too often.
 *
 * Left out: scripts, styles, forms' controls, media, navigation, asides, pictures, and cells of tables that hold no sentence. */
void markup_body(struct arena *a, struct str html, struct body *out);

/* Adds one line, white space collapsed and references resolved; nothing where no text is left. */
void body_add(struct arena *a, struct body *out, int type, bool joined, struct str text);

/* White space collapsed, references resolved; s is text, not markup. */
struct str line_of_text(struct arena *a, struct str s);

/* The text alone, in one line. */
struct str markup_plain(struct arena *a, struct str html);

/* Has it a tag, or one that was escaped ("&lt;p&gt;")? */
bool markup_any(struct str html);

/* Adds s to a line, white space collapsed and references resolved; *blank: a blank stands between, when more comes. */
void line_add(struct buf *b, bool *blank, struct str s);

/* entities.c: the character reference at s.p[0] == '&': its length in s, the character in out[0 .. *n); 0 where it is none. */
size_t entity_at(struct str s, char out[8], size_t *n);

#endif
