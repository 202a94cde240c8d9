/* rules.h - what lang/XX/segment.txt says, ready for the scanner. */
#ifndef SEGMENT_RULES_H
#define SEGMENT_RULES_H

#include "base/map.h"
#include "segment/segment.h"

/* Classes of words, by the first word of a line in segment.txt; a word may have several. */
enum {
	WORD_ABBR = 1 << 0,		/* its full stop belongs to it; a sentence may end there */
	WORD_MID = 1 << 1,		/* the same, and more always follows: titles, "e.g." */
	WORD_NUMBER = 1 << 2,		/* an abbreviation beside a number only */
	WORD_START = 1 << 3,		/* often the first of a sentence */
	WORD_APOSTROPHE = 1 << 4,	/* begins with an apostrophe that is no quotation mark */
	WORD_PREFIX = 1 << 5,		/* its hyphen stays where others divide */
	WORD_UNIT = 1 << 6,		/* divided from a number written against it */
	WORD_DOMAIN = 1 << 7,		/* last part of an internet name */
	WORD_LINK = 1 << 8,		/* no sentence ends behind it: articles, prepositions */
	WORD_SPLIT = 1 << 9,		/* has parts */
	WORD_ANEW = 1 << 10		/* before a small letter it begins a sentence even behind the initial of a name */
};

enum { WORD_MAX = 48, CLITICS_MAX = 32, PARTS_MAX = 4 };	/* longest word looked up, in bytes; lists of a language */

struct parts {
	struct str at[PARTS_MAX];
	uint32_t n;
	bool letters;			/* the parts together are the word, letter by letter */
};

struct segmenter {
	struct arena a;
	struct map words;		/* word → index + 0 into bits */
	struct map splits;		/* word of class WORD_SPLIT → index into parts */
	VEC(struct parts) parts;
	struct str clitics[CLITICS_MAX];	/* longest first; apostrophe as ' */
	uint32_t n_clitics;
	bool hyphen, slash, percent, range;	/* true: divided from the word or number */
	bool possessive;		/* an apostrophe behind an s may belong to the word */
};

/* Classes of word: as written, else in lower case; typographic apostrophes count as '.  0: none. */
unsigned rules_word(const struct segmenter *s, struct str word);

/* Parts of a word of class WORD_SPLIT, or NULL. */
const struct parts *rules_parts(const struct segmenter *s, struct str word);

#endif
