/* token.h - the scanner: one word after the other from the text of a block. */
#ifndef SEGMENT_TOKEN_H
#define SEGMENT_TOKEN_H

#include "segment/rules.h"

enum { TOKEN_MAX = 256, CUTS_MAX = 16 };	/* bytes of a token; words divided from one */

/* Can the sentence end behind the token? */
enum stop {
	STOP_NO,
	STOP_FULL,		/* a full stop of its own */
	STOP_QUERY,		/* question or exclamation mark */
	STOP_DOTS,		/* ellipsis */
	STOP_ABBR,		/* the full stop belongs to an abbreviation */
	STOP_MID		/* the same, and the sentence goes on: "Mr.", "J." */
};

struct scan {
	const struct segmenter *s;
	struct str text;	/* the document up to the end of the block */
	size_t at;		/* where the next token begins, white space skipped */
	size_t chunk;		/* begin of the piece without white space it is in */
	size_t known;		/* no white space in [chunk, known) */
	bool closed;		/* known is the end of the piece */
	size_t limit;		/* no token goes beyond */
	bool first;		/* the token is the first of its sentence (the caller says so) */
	unsigned singles;	/* single quotes open in the sentence (the caller forgets them) */
	size_t before_start, before_end;	/* the token before; equal: none */
	size_t cuts[CUTS_MAX];	/* ends of the tokens that the last word was divided into, behind the first */
	unsigned n_cuts, cut;
	const struct parts *whole;	/* parts whose letters do not divide: forms are theirs */
	enum stop stop;		/* of the token just read */
};

void scan_init(struct scan *x, const struct segmenter *s, struct str text, size_t at);

/* Skips white space; false at the end of the block. */
bool scan_skip(struct scan *x);

/* The token at x->at: its end; x->at moves there. */
size_t scan_token(struct scan *x);

/* ---- characters, shared with the sentence rules ----------------------------- */

enum char_class { CHAR_SPACE, CHAR_LETTER, CHAR_DIGIT, CHAR_PUNCT };

/* Kind of the character at `at` (< s.n); *next behind it; *c the code point (UTF8_BAD counts as a letter). */
enum char_class char_class(struct str s, size_t at, size_t *next, uint32_t *c);

static inline bool is_apostrophe(uint32_t c)
{
	return c == '\'' || c == 0x2019 || c == '`' || c == 0xB4 || c == 0x2018;
}

bool is_closer(uint32_t c);	/* closing quote or bracket; " and ' too */
bool is_opener(uint32_t c);	/* opening quote, bracket, dash or bullet; " and ' too */

#endif
