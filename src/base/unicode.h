/* unicode.h - what only the Unicode tables know; unicode.c alone sees ICU.
 *
 * Every function has a fast path for ASCII and is deterministic and locale-independent.
 */
#ifndef BASE_UNICODE_H
#define BASE_UNICODE_H

#include "base/arena.h"
#include "base/error.h"
#include "base/str.h"

bool unicode_is_letter(uint32_t c);
bool unicode_is_upper(uint32_t c);		/* upper or title case */
bool unicode_is_digit(uint32_t c);		/* decimal digit of any script */
bool unicode_is_space(uint32_t c);		/* includes no-break and zero-width spaces */
bool unicode_is_punct(uint32_t c);		/* punctuation or symbol */
uint32_t unicode_lower(uint32_t c);		/* simple case mapping */
uint32_t unicode_upper(uint32_t c);

/* Lower case by simple mapping; s itself when nothing changes. */
struct str unicode_lower_str(struct arena *a, struct str s);

/* Key for comparing names: lower case, diacritics off (é → e, ü → u, ı → i, ø → o, ß → ss, ł → l, đ → d),
 * typographic apostrophes and dashes to ' and -, other scripts untouched. */
struct str unicode_fold(struct arena *a, struct str s);

/* Normalisation form C. */
struct str unicode_nfc(struct arena *a, struct str s);

/* Bytes at the beginning of s that show nothing, or 0: a soft hyphen; zero-width space, joiners and marks of direction; word joiner; byte order mark. */
size_t unicode_unseen(struct str s);

/* Bytes at the beginning of s that are one white space or control character, or 0: also no-break, en, em, thin spaces, separators of lines and paragraphs. */
size_t unicode_blank(struct str s);

/* Text as it is read and kept: form C, without what shows nothing. */
struct str unicode_text(struct arena *a, struct str s);

/* The language of a tag (BCP 47: "nl-BE"; also ISO 639-2: "dut"), in two letters where it has them; empty: none, several, unknown, or no tag. */
struct str unicode_language(struct arena *a, struct str tag);

/* Converts bytes of a named charset (IANA name or alias: "windows-1252", "utf-16le") to UTF-8; bytes that mean nothing become U+FFFD.
 * COU_EINPUT for an unknown charset. */
int unicode_convert(struct arena *a, struct str bytes, const char *charset, struct str *utf8, struct error *e);

#endif
