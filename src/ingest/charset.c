/* charset.c - UTF-8 out of bytes in any charset.
 *
 * What is declared is often wrong, what the bytes are can be seen: text in another charset is hardly ever valid UTF-8 once it has a letter beyond
 * ASCII, and UTF-16 has zero bytes at every second place.  So, in this order: a byte order mark; UTF-16 by its zeroes; valid UTF-8 is UTF-8,
 * whatever is declared; UTF-8 with a few bad bytes (a page cut in a letter, a comment pasted in) keeps its letters and gets U+FFFD for these, since a
 * header that says ISO 8859-1 of every page is more common than one that is right about such bytes; the declared charset, as browsers read its name
 * (WHATWG Encoding: ISO 8859-1 and ASCII mean windows-1252); windows-1252.
 */
#include "ingest/ingest.h"

#include "base/unicode.h"
#include "base/utf8.h"

#include <strings.h>

enum { LOOK_MAX = 4096, NAME_MAX = 40 };

static bool named(struct str charset, const char *name)
{
	return charset.n == strlen(name) && !strncasecmp(charset.p, name, charset.n);
}

/* The charset that is meant by a name; empty: the name says nothing against UTF-8. */
static struct str meant(struct str charset)
{
	static const char *const utf8[] = { "utf-8", "utf8", "unicode-1-1-utf-8", "unicode", "utf-16", "utf-16le", "utf-16be", "ucs-2" };	/* read as bytes: no UTF-16 */
	static const char *const windows[] = { "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1", "l1", "us-ascii", "ascii", "ansi", "cp1252", "x-cp1252" };

	charset = str_trim(charset);
	for (size_t i = 0; i < sizeof(utf8) / sizeof(*utf8); i++)
		if (named(charset, utf8[i]))
			return STR("");
	for (size_t i = 0; i < sizeof(windows) / sizeof(*windows); i++)
		if (named(charset, windows[i]))
			return STR("windows-1252");
	return charset.n < NAME_MAX ? charset : STR("");
}

const char *utf16_mark(struct str bytes)
{
	return str_starts(bytes, STR("\xFF\xFE")) ? "utf-16le" : str_starts(bytes, STR("\xFE\xFF")) ? "utf-16be" : NULL;
}

/* By the zeroes: three quarters of every second byte, and hardly one of the others. */
const char *utf16_charset(struct str bytes)
{
	if (utf16_mark(bytes))
		return utf16_mark(bytes);
	size_t n = (bytes.n < LOOK_MAX ? bytes.n : LOOK_MAX) / 2, even = 0, odd = 0;

	for (size_t i = 0; i < n; i++) {
		even += !bytes.p[2 * i];
		odd += !bytes.p[2 * i + 1];
	}
	if (n < 8)
		return NULL;
	return odd * 4 > n * 3 && even * 16 < n ? "utf-16le" : even * 4 > n * 3 && odd * 16 < n ? "utf-16be" : NULL;
}

/* UTF-8 with a few bad bytes: letters of several bytes are twice as many.  In another charset such a letter is an accident (a capital and a closing quote,
 * as in "CAF\xC9\x94"), and every other letter beyond ASCII is bad. */
static bool is_hurt_utf8(struct str s)
{
	size_t letters = 0, bad = 0;

	for (size_t at = 0; at < s.n;) {
		uint32_t c = utf8_next(s, &at);

		bad += c == UTF8_BAD;
		letters += c != UTF8_BAD && c > 0x7F;
	}
	return bad * 2 <= letters;
}

static struct str mended(struct arena *a, struct str s)
{
	struct buf b;

	buf_init(&b, a);
	for (size_t at = 0, from; at < s.n;) {
		from = at;
		if (utf8_next(s, &at) == UTF8_BAD)
			buf_add(&b, STR("\xEF\xBF\xBD"));
		else
			buf_add(&b, str_sub(s, from, at));
	}
	return buf_str(&b);
}

int to_utf8(struct arena *a, struct str bytes, struct str charset, struct str *utf8, struct error *e)
{
	const char *wide = utf16_charset(bytes);
	size_t mark = utf16_mark(bytes) ? 2 : str_starts(bytes, STR("\xEF\xBB\xBF")) ? 3 : 0;

	if (wide)
		return unicode_convert(a, str_sub(bytes, mark, bytes.n), wide, utf8, e);
	*utf8 = str_sub(bytes, mark, bytes.n);
	if (utf8_check(*utf8) == utf8->n)
		return COU_OK;
	if (mark || is_hurt_utf8(*utf8)) {
		*utf8 = mended(a, *utf8);
		return COU_OK;
	}
	charset = meant(charset);
	bytes = *utf8;
	if (charset.n && !unicode_convert(a, bytes, str_dup(a, charset).p, utf8, NULL))
		return COU_OK;
	return unicode_convert(a, bytes, "windows-1252", utf8, e);
}

struct str transported(struct arena *a, struct str bytes, struct str charset)
{
	struct str head = str_sub(bytes, 0, bytes.n < 256 ? bytes.n : 256), utf8;
	bool declared = str_search(str_sub(head, 0, str_search(head, STR("?>"))), STR("encoding")) < str_search(head, STR("?>"));

	if (!charset.n || charset.n >= 40 || declared || utf8_check(bytes) == bytes.n || (bytes.n && (unsigned char)bytes.p[0] >= 0xFE))
		return bytes;
	return unicode_convert(a, bytes, str_dup(a, charset).p, &utf8, NULL) ? bytes : utf8;
}
