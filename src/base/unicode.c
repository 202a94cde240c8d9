#include "base/unicode.h"

#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/uloc.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>

#include "base/utf8.h"

static bool ascii_letter(uint32_t c)
{
	return (c | 32) - 'a' < 26;
}

bool unicode_is_letter(uint32_t c)
{
	return c < 0x80 ? ascii_letter(c) : u_isalpha((UChar32)c);
}

bool unicode_is_upper(uint32_t c)
{
	return c < 0x80 ? c - 'A' < 26 : u_isupper((UChar32)c) || u_istitle((UChar32)c);
}

bool unicode_is_digit(uint32_t c)
{
	return c < 0x80 ? c - '0' < 10 : u_isdigit((UChar32)c);
}

bool unicode_is_space(uint32_t c)
{
	if (c < 0x80)
		return c == ' ' || c - 9 < 5;
	return c == 0x85 || c == 0x200B || c == 0x2060 || c == 0xFEFF || (c >= 0xA0 && u_hasBinaryProperty((UChar32)c, UCHAR_WHITE_SPACE));
}

bool unicode_is_punct(uint32_t c)
{
	if (c < 0x80)
		return c > ' ' && c < 0x7F && !ascii_letter(c) && c - '0' >= 10;
	return (U_GET_GC_MASK((UChar32)c) & (U_GC_P_MASK | U_GC_S_MASK)) != 0;
}

uint32_t unicode_lower(uint32_t c)
{
	if (c < 0x80)
		return c - 'A' < 26 ? c + 32 : c;
	return (uint32_t)u_tolower((UChar32)c);
}

uint32_t unicode_upper(uint32_t c)
{
	if (c < 0x80)
		return c - 'a' < 26 ? c - 32 : c;
	return (uint32_t)u_toupper((UChar32)c);
}

static void put(struct buf *b, uint32_t c)
{
	char bytes[4];

	buf_add(b, (struct str){ bytes, utf8_put(c, bytes) });
}

struct str unicode_lower_str(struct arena *a, struct str s)
{
	size_t at = 0, same = 0;
	struct buf b;

	while (at < s.n) {
		uint32_t c = utf8_next(s, &at);

		if (c != UTF8_BAD && unicode_lower(c) != c)
			break;
		same = at;
	}
	if (same == s.n)
		return s;
	buf_init(&b, a);
	buf_add(&b, str_sub(s, 0, same));
	for (at = same; at < s.n;) {
		size_t before = at;
		uint32_t c = utf8_next(s, &at);

		if (c == UTF8_BAD)
			buf_add(&b, str_sub(s, before, at));
		else
			put(&b, unicode_lower(c));
	}
	return buf_str(&b);
}

static const UNormalizer2 *nfc(void)
{
	UErrorCode status = U_ZERO_ERROR;

	return unorm2_getNFCInstance(&status);	/* ICU's own singleton, thread-safe */
}

/* Letters that no decomposition takes apart, and the typographic forms of ' and -. */
static const char *plain_form(uint32_t c)
{
	switch (c) {
	case 0x131: return "i";
	case 0xF8: return "o";
	case 0xDF: return "ss";
	case 0x142: return "l";
	case 0x111: case 0xF0: return "d";
	case 0xE6: return "ae";
	case 0x153: return "oe";
	case 0xFE: return "th";
	case 0x127: return "h";
	case 0x14B: return "n";
	case 0x259: return "a";	/* Azerbaijani schwa, as news writes it: Əliyev, Aliyev */
	case 0x60: case 0xB4: case 0x2B9: case 0x2BB: case 0x2BC: case 0x2BD: case 0x2018: case 0x2019: case 0x201B: case 0x2032: return "'";
	case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014: case 0x2015: case 0x2212: return "-";
	}
	return NULL;
}

static bool is_latin(uint32_t c)
{
	UErrorCode status = U_ZERO_ERROR;

	return c < 0x80 ? ascii_letter(c) : uscript_getScript((UChar32)c, &status) == USCRIPT_LATIN;
}

static bool is_mark(uint32_t c)
{
	return c >= 0x300 && (U_GET_GC_MASK((UChar32)c) & U_GC_M_MASK) != 0;
}

/* c (not ASCII, lower case) onto b; true when a Latin letter was put, whose combining marks are to be left out. */
static bool fold_put(struct buf *b, uint32_t c)
{
	const char *plain = plain_form(c);
	UErrorCode status = U_ZERO_ERROR;
	UChar parts[32];
	int32_t n;
	UChar32 base;

	if (plain) {
		buf_add(b, str_c(plain));
		return ascii_letter((unsigned char)plain[0]);
	}
	n = unorm2_getDecomposition(nfc(), (UChar32)c, parts, 32, &status);
	if (U_FAILURE(status) || n <= 0) {
		put(b, c);
		return is_latin(c);
	}
	U16_GET(parts, 0, 0, n, base);
	if (!is_latin((uint32_t)base)) {
		put(b, c);
		return false;
	}
	plain = plain_form((uint32_t)base);	/* ǿ is ø with an acute */
	if (plain)
		buf_add(b, str_c(plain));
	else
		put(b, (uint32_t)base);
	return true;
}

struct str unicode_fold(struct arena *a, struct str s)
{
	bool latin = false;
	size_t at = 0;
	struct buf b;

	while (at < s.n && (unsigned char)s.p[at] < 0x80 && s.p[at] != '`' && (unsigned)(s.p[at] - 'A') >= 26)
		at++;
	if (at == s.n)
		return s;
	buf_init(&b, a);
	buf_add(&b, str_sub(s, 0, at));
	if (at)
		latin = ascii_letter((unsigned char)s.p[at - 1]);
	while (at < s.n) {
		size_t before = at;
		uint32_t c = utf8_next(s, &at);

		if (c == UTF8_BAD) {
			buf_add(&b, str_sub(s, before, at));
			latin = false;
		} else if (latin && is_mark(c)) {
			continue;
		} else if (c < 0x80 && c != '`') {
			buf_byte(&b, (char)unicode_lower(c));
			latin = ascii_letter(c);
		} else {
			latin = fold_put(&b, unicode_lower(c));
		}
	}
	return buf_str(&b);
}

/* Nothing below U+0300 and nothing of general punctuation and currency signs but two spaces changes under NFC. */
static bool surely_composed(struct str s)
{
	size_t at = 0;

	while (at < s.n) {
		uint32_t c;

		if ((unsigned char)s.p[at] < 0xCC) {
			at++;
			continue;
		}
		c = utf8_next(s, &at);
		if (!(c >= 0x2002 && c < 0x20D0))
			return false;
	}
	return true;
}

struct str unicode_nfc(struct arena *a, struct str s)
{
	UErrorCode status = U_ZERO_ERROR;
	int32_t n = 0, m, bytes = 0;
	UChar *wide, *norm;
	char *out;

	if (surely_composed(s) || s.n > INT32_MAX / 16 || utf8_check(s) < s.n)
		return s;
	wide = arena_array(a, UChar, s.n + 1);
	u_strFromUTF8(wide, (int32_t)s.n + 1, &n, s.p, (int32_t)s.n, &status);
	if (U_FAILURE(status) || unorm2_isNormalized(nfc(), wide, n, &status) || U_FAILURE(status))
		return s;
	norm = arena_array(a, UChar, (size_t)n * 3 + 1);
	m = unorm2_normalize(nfc(), wide, n, norm, n * 3 + 1, &status);
	out = arena_alloc(a, (size_t)m * 3 + 1);
	u_strToUTF8(out, m * 3 + 1, &bytes, norm, m, &status);
	return U_FAILURE(status) ? s : (struct str){ out, (size_t)bytes };
}

size_t unicode_unseen(struct str s)
{
	const unsigned char *p = (const unsigned char *)s.p;

	if (s.n >= 2 && p[0] == 0xC2 && p[1] == 0xAD)
		return 2;
	if (s.n >= 3 && p[0] == 0xE2 && ((p[1] == 0x80 && p[2] >= 0x8B && p[2] <= 0x8F) || (p[1] == 0x81 && p[2] == 0xA0)))
		return 3;
	return s.n >= 3 && p[0] == 0xEF && p[1] == 0xBB && p[2] == 0xBF ? 3 : 0;
}

size_t unicode_blank(struct str s)
{
	const unsigned char *p = (const unsigned char *)s.p;

	if (s.n && (p[0] <= ' ' || p[0] == 127))
		return 1;
	if (s.n >= 2 && p[0] == 0xC2 && p[1] == 0xA0)
		return 2;
	return s.n >= 3 && p[0] == 0xE2 && p[1] == 0x80 && (p[2] <= 0x8A || p[2] == 0xA8 || p[2] == 0xA9 || p[2] == 0xAF) ? 3 : 0;
}

struct str unicode_text(struct arena *a, struct str s)
{
	size_t at = 0, n = 0;
	char *out;

	s = unicode_nfc(a, s);
	while (at < s.n && ((unsigned char)s.p[at] < 0xC2 || !unicode_unseen(str_sub(s, at, s.n))))
		at++;
	if (at == s.n)
		return s;
	out = arena_alloc(a, s.n);
	for (at = 0; at < s.n; ) {
		size_t gone = unicode_unseen(str_sub(s, at, s.n));

		if (!gone)
			out[n++] = s.p[at];
		at += gone ? gone : 1;
	}
	return (struct str){ out, n };
}

/* ISO 639-2's codes of bibliographies, which ICU does not know, each with the ISO 639-1 code behind it. */
static const char bibliographic[] = "albsq armhy baqeu burmy chizh czecs dutnl frefr geoka gerde greel iceis macmk maomi mayms perfa rumro slosk tibbo welcy";

/* Writes the two letters over the three where they are one of those. */
static void shorten(char *code)
{
	for (size_t i = 0; strlen(code) == 3 && i < sizeof(bibliographic); i += 6)
		if (!memcmp(code, bibliographic + i, 3)) {
			memcpy(code, bibliographic + i + 3, 2);
			code[2] = 0;
		}
}

struct str unicode_language(struct arena *a, struct str tag)
{
	static const char *const none[] = { "", "und", "mul", "mis", "zxx", "root" };
	UErrorCode status = U_ZERO_ERROR;
	char text[ULOC_LANG_CAPACITY], lang[ULOC_LANG_CAPACITY];
	size_t n = 0;

	tag = str_trim(tag);
	while (n < tag.n && n < 4 && (tag.p[n] | 32) >= 'a' && (tag.p[n] | 32) <= 'z') {
		text[n] = (char)(tag.p[n] | 32);
		n++;
	}
	text[n] = 0;
	if (n < 2 || n > 3 || (n < tag.n && tag.p[n] != '-' && tag.p[n] != '_'))
		return STR_NONE;
	shorten(text);
	uloc_getLanguage(text, lang, sizeof(lang), &status);	/* "nld" is "nl" */
	for (size_t i = 0; i < sizeof(none) / sizeof(*none); i++)
		if (U_FAILURE(status) || !strcmp(lang, none[i]))
			return STR_NONE;
	return str_dup(a, str_c(lang));
}

int unicode_convert(struct arena *a, struct str bytes, const char *charset, struct str *utf8, struct error *e)
{
	UErrorCode status = U_ZERO_ERROR;
	UConverter *from = ucnv_open(charset, &status), *to = ucnv_open("UTF-8", &status);
	UChar pivot[2048], *pivot_from = pivot, *pivot_to = pivot;
	const char *source = bytes.p, *end = bytes.p + bytes.n;
	bool first = true;
	struct buf b;
	int rc = 0;

	*utf8 = STR_NONE;
	buf_init(&b, a);
	if (U_FAILURE(status) || !from || !to) {
		rc = error_set(e, COU_EINPUT, "unknown character set \"%.60s\"", charset);
		goto out;
	}
	do {
		char piece[8192], *target = piece;

		status = U_ZERO_ERROR;
		ucnv_convertEx(to, from, &target, piece + sizeof(piece), &source, end, pivot, &pivot_from, &pivot_to,
			       pivot + sizeof(pivot) / sizeof(*pivot), first, true, &status);
		first = false;
		buf_add(&b, (struct str){ piece, (size_t)(target - piece) });
	} while (status == U_BUFFER_OVERFLOW_ERROR);
	if (U_FAILURE(status))
		rc = error_set(e, COU_EINPUT, "cannot be read as %.60s", charset);
	*utf8 = buf_str(&b);
out:
	ucnv_close(from);
	ucnv_close(to);
	return rc;
}
