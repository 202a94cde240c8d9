/* scan.h - between the files of the scanner: words (token.c), numbers and addresses (token_number.c), signs (token_sign.c); what stands at a place of the text.
 *
 * Nothing stands at or beyond x->limit but white space.  Ends are those of a token that begins at `at`.
 */
#ifndef SEGMENT_SCAN_H
#define SEGMENT_SCAN_H

#include "base/unicode.h"
#include "segment/token.h"

static inline enum char_class class_at(const struct scan *x, size_t at, uint32_t *c)
{
	size_t next;

	if (at >= x->limit) {
		*c = 0;
		return CHAR_SPACE;
	}
	return char_class(x->text, at, &next, c);
}

static inline bool word_at(const struct scan *x, size_t at)
{
	uint32_t c;
	enum char_class k = class_at(x, at, &c);

	return k == CHAR_LETTER || k == CHAR_DIGIT;
}

static inline bool letter_at(const struct scan *x, size_t at)
{
	uint32_t c;

	return class_at(x, at, &c) == CHAR_LETTER;
}

static inline bool digit_at(const struct scan *x, size_t at)
{
	return at < x->limit && (unsigned)(x->text.p[at] - '0') < 10;
}

static inline bool upper_at(const struct scan *x, size_t at)
{
	uint32_t c;

	return class_at(x, at, &c) == CHAR_LETTER && unicode_is_upper(c);
}

static inline char byte_at(const struct scan *x, size_t at)
{
	return at < x->limit ? x->text.p[at] : ' ';
}

/* Length of the apostrophe at `at`, 0 when there is none. */
static inline size_t apostrophe_at(const struct scan *x, size_t at)
{
	size_t next;
	uint32_t c;

	if (at >= x->limit)
		return 0;
	char_class(x->text, at, &next, &c);
	return is_apostrophe(c) ? next - at : 0;
}

static inline struct str piece(const struct scan *x, size_t from, size_t to)
{
	return str_sub(x->text, from, to);
}

/* End of the letters and digits that begin at `at`. */
static inline size_t letters_end(const struct scan *x, size_t at)
{
	while (at < x->limit) {
		size_t next;
		uint32_t c;
		enum char_class k = char_class(x->text, at, &next, &c);

		if (k != CHAR_LETTER && k != CHAR_DIGIT)
			break;
		at = next;
	}
	return at < x->limit ? at : x->limit;
}

static inline size_t digits_end(const struct scan *x, size_t at)
{
	while (digit_at(x, at))
		at++;
	return at;
}

/* ---- words (token.c) */

/* Goes on over letters, digits and the signs that belong inside a word of this language. */
size_t word_end(const struct scan *x, size_t at, size_t p);

/* First character behind the white space at `at`. */
uint32_t char_behind(const struct scan *x, size_t at);

/* Does [at, p) end in the clitic?  Start of the clitic, or 0. */
size_t ends_in(const struct scan *x, size_t at, size_t p, struct str clitic);

/* ---- numbers and addresses (token_number.c) */

/* End of an address that begins at `at`: to the white space, less the punctuation that closes a sentence. */
size_t address_end(const struct scan *x, size_t at);

/* name@host, or 0. */
size_t mail_end(const struct scan *x, size_t at);

/* Is the word that begins at `at` the scheme or the "www" of an address? */
bool is_address(const struct scan *x, size_t at, size_t word_end);

/* Digits with the separators between them; what follows is left to the word. */
size_t number_end(const struct scan *x, size_t at);

/* A number with what belongs to it: a percent sign, the full stop of an ordinal.  Its end. */
size_t scan_number(struct scan *x, size_t at);

/* ---- signs (token_sign.c) */

/* What begins with a sign: words with an apostrophe, faces, runs of one sign, a single one.  Its end. */
size_t scan_sign(struct scan *x, size_t at);

#endif
