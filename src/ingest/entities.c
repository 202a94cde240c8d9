/* entities.c - text between tags: the character references of HTML 4.01 (section 24), white space collapsed, what is not seen left out. */
#include "ingest/markup.h"

#include "base/utf8.h"

/* U+00A0 to U+00FF, in order. */
static const char *const latin1[] = {
	"nbsp", "iexcl", "cent", "pound", "curren", "yen", "brvbar", "sect", "uml", "copy", "ordf", "laquo", "not", "shy", "reg", "macr", "deg",
	"plusmn", "sup2", "sup3", "acute", "micro", "para", "middot", "cedil", "sup1", "ordm", "raquo", "frac14", "frac12", "frac34", "iquest",
	"Agrave", "Aacute", "Acirc", "Atilde", "Auml", "Aring", "AElig", "Ccedil", "Egrave", "Eacute", "Ecirc", "Euml", "Igrave", "Iacute",
	"Icirc", "Iuml", "ETH", "Ntilde", "Ograve", "Oacute", "Ocirc", "Otilde", "Ouml", "times", "Oslash", "Ugrave", "Uacute", "Ucirc", "Uuml",
	"Yacute", "THORN", "szlig", "agrave", "aacute", "acirc", "atilde", "auml", "aring", "aelig", "ccedil", "egrave", "eacute", "ecirc",
	"euml", "igrave", "iacute", "icirc", "iuml", "eth", "ntilde", "ograve", "oacute", "ocirc", "otilde", "ouml", "divide", "oslash", "ugrave",
	"uacute", "ucirc", "uuml", "yacute", "thorn", "yuml",
};

static const struct {
	const char *name;
	unsigned short code;
} others[] = {
	{ "quot", 34 }, { "amp", 38 }, { "apos", 39 }, { "lt", 60 }, { "gt", 62 }, { "OElig", 338 }, { "oelig", 339 }, { "Scaron", 352 },
	{ "scaron", 353 }, { "Yuml", 376 }, { "fnof", 402 }, { "circ", 710 }, { "tilde", 732 }, { "Alpha", 913 }, { "Beta", 914 },
	{ "Gamma", 915 }, { "Delta", 916 }, { "Epsilon", 917 }, { "Zeta", 918 }, { "Eta", 919 }, { "Theta", 920 }, { "Iota", 921 },
	{ "Kappa", 922 }, { "Lambda", 923 }, { "Mu", 924 }, { "Nu", 925 }, { "Xi", 926 }, { "Omicron", 927 }, { "Pi", 928 }, { "Rho", 929 },
	{ "Sigma", 931 }, { "Tau", 932 }, { "Upsilon", 933 }, { "Phi", 934 }, { "Chi", 935 }, { "Psi", 936 }, { "Omega", 937 }, { "alpha", 945 },
	{ "beta", 946 }, { "gamma", 947 }, { "delta", 948 }, { "epsilon", 949 }, { "zeta", 950 }, { "eta", 951 }, { "theta", 952 },
	{ "iota", 953 }, { "kappa", 954 }, { "lambda", 955 }, { "mu", 956 }, { "nu", 957 }, { "xi", 958 }, { "omicron", 959 }, { "pi", 960 },
	{ "rho", 961 }, { "sigmaf", 962 }, { "sigma", 963 }, { "tau", 964 }, { "upsilon", 965 }, { "phi", 966 }, { "chi", 967 }, { "psi", 968 },
	{ "omega", 969 }, { "thetasym", 977 }, { "upsih", 978 }, { "piv", 982 }, { "ensp", 8194 }, { "emsp", 8195 }, { "thinsp", 8201 },
	{ "zwnj", 8204 }, { "zwj", 8205 }, { "lrm", 8206 }, { "rlm", 8207 }, { "ndash", 8211 }, { "mdash", 8212 }, { "lsquo", 8216 },
	{ "rsquo", 8217 }, { "sbquo", 8218 }, { "ldquo", 8220 }, { "rdquo", 8221 }, { "bdquo", 8222 }, { "dagger", 8224 }, { "Dagger", 8225 },
	{ "bull", 8226 }, { "hellip", 8230 }, { "permil", 8240 }, { "prime", 8242 }, { "Prime", 8243 }, { "lsaquo", 8249 }, { "rsaquo", 8250 },
	{ "oline", 8254 }, { "frasl", 8260 }, { "euro", 8364 }, { "image", 8465 }, { "weierp", 8472 }, { "real", 8476 }, { "trade", 8482 },
	{ "alefsym", 8501 }, { "larr", 8592 }, { "uarr", 8593 }, { "rarr", 8594 }, { "darr", 8595 }, { "harr", 8596 }, { "crarr", 8629 },
	{ "lArr", 8656 }, { "uArr", 8657 }, { "rArr", 8658 }, { "dArr", 8659 }, { "hArr", 8660 }, { "forall", 8704 }, { "part", 8706 },
	{ "exist", 8707 }, { "empty", 8709 }, { "nabla", 8711 }, { "isin", 8712 }, { "notin", 8713 }, { "ni", 8715 }, { "prod", 8719 },
	{ "sum", 8721 }, { "minus", 8722 }, { "lowast", 8727 }, { "radic", 8730 }, { "prop", 8733 }, { "infin", 8734 }, { "ang", 8736 },
	{ "and", 8743 }, { "or", 8744 }, { "cap", 8745 }, { "cup", 8746 }, { "int", 8747 }, { "there4", 8756 }, { "sim", 8764 }, { "cong", 8773 },
	{ "asymp", 8776 }, { "ne", 8800 }, { "equiv", 8801 }, { "le", 8804 }, { "ge", 8805 }, { "sub", 8834 }, { "sup", 8835 }, { "nsub", 8836 },
	{ "sube", 8838 }, { "supe", 8839 }, { "oplus", 8853 }, { "otimes", 8855 }, { "perp", 8869 }, { "sdot", 8901 }, { "lceil", 8968 },
	{ "rceil", 8969 }, { "lfloor", 8970 }, { "rfloor", 8971 }, { "lang", 9001 }, { "rang", 9002 }, { "loz", 9674 }, { "spades", 9824 },
	{ "clubs", 9827 }, { "hearts", 9829 }, { "diams", 9830 },
};

static uint32_t by_name(struct str name)
{
	for (uint32_t i = 0; i < sizeof(latin1) / sizeof(*latin1); i++)
		if (str_is(name, latin1[i]))
			return 0xA0 + i;
	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
		if (str_is(name, others[i].name))
			return others[i].code;
	return 0;
}

static uint32_t by_number(struct str digits)
{
	/* what 0x80 to 0x9F mean to those who write them: windows-1252 */
	static const unsigned short windows[32] = {
		0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D, 0x8F,
		0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178
	};
	bool hex = digits.n && (digits.p[0] | 32) == 'x';
	uint32_t c = 0;

	for (size_t i = hex; i < digits.n; i++) {
		char d = digits.p[i], low = d | 32;

		if (c > 0x10FFFF || !((d >= '0' && d <= '9') || (hex && low >= 'a' && low <= 'f')))
			return 0;
		c = c * (hex ? 16 : 10) + (uint32_t)(d >= '0' && d <= '9' ? d - '0' : low - 'a' + 10);
	}
	if (c >= 0x80 && c < 0xA0)
		c = windows[c - 0x80];
	return c > 0x10FFFF || (c >= 0xD800 && c < 0xE000) || (c < 32 && c != '\n' && c != '\t') ? 0 : c;
}

size_t entity_at(struct str s, char out[4], size_t *n)
{
	enum { LONGEST = 12 };
	size_t end = 1;
	uint32_t c;

	while (end < s.n && end < LONGEST && s.p[end] != ';' && s.p[end] != '&' && s.p[end] != ' ')
		end++;
	if (end == s.n || s.p[end] != ';' || end < 2)
		return 0;
	c = s.p[1] == '#' ? by_number(str_sub(s, 2, end)) : by_name(str_sub(s, 1, end));
	if (!c)
		return 0;
	*n = utf8_put(c, out);
	return end + 1;
}

/* ---- lines ----------------------------------------------------------------------------- */

/* How many bytes at s are white space (no-break spaces among them), or nothing that is seen (soft hyphens, zero-width spaces, marks of order and direction). */
static size_t unseen(struct str s, bool *space)
{
	static const struct str marks[] = { { "\xC2\xAD", 2 }, { "\xE2\x80\x8B", 3 }, { "\xEF\xBB\xBF", 3 }, { "\xE2\x80\x8E", 3 }, { "\xE2\x80\x8F", 3 } };
	static const struct str spaces[] = { { "\xC2\xA0", 2 }, { "\xE2\x80\xAF", 3 }, { "\xE2\x80\x89", 3 }, { "\xE2\x80\xA8", 3 }, { "\xE2\x80\xA9", 3 } };

	unsigned char c = (unsigned char)s.p[0];

	*space = true;
	if (c <= ' ' || c == 127)
		return 1;
	if (c != 0xC2 && c != 0xE2 && c != 0xEF)
		return 0;
	for (size_t i = 0; i < 5; i++)
		if (str_starts(s, spaces[i]))
			return spaces[i].n;
	*space = false;
	for (size_t i = 0; i < 5; i++)
		if (str_starts(s, marks[i]))
			return marks[i].n;
	return 0;
}

static void add_text(struct buf *b, bool *blank, struct str s)
{
	for (size_t i = 0; i < s.n;) {
		bool space;
		size_t n = unseen(str_sub(s, i, s.n), &space);

		*blank |= n && space;
		if (!n) {
			if (*blank && b->n)
				buf_byte(b, ' ');
			*blank = false;
			for (n = 1; i + n < s.n && s.p[i + n] > ' ' && s.p[i + n] < 127; n++)
				;			/* ASCII that is seen, at once */
			buf_add(b, str_sub(s, i, i + n));
		}
		i += n;
	}
}

/* The reference at s, also one whose & was escaped once more ("&amp;eacute;"). */
static size_t reference(struct str s, char out[4], size_t *n)
{
	size_t length = entity_at(s, out, n), more;

	if (!length || out[0] != '&')
		return length;
	char twice[4];
	size_t m;
	struct str rest = str_sub(s, length - 1, s.n < length + 16 ? s.n : length + 16);
	char copy[20];

	memcpy(copy, rest.p, rest.n);
	copy[0] = '&';
	more = entity_at((struct str){ copy, rest.n }, twice, &m);
	if (!more)
		return length;
	memcpy(out, twice, sizeof(twice));
	*n = m;
	return length - 1 + more;
}

void line_add(struct buf *b, bool *blank, struct str s)
{
	while (s.n) {
		size_t at = str_find(s, '&'), n = 0, length = 0;
		char c[4];

		add_text(b, blank, str_sub(s, 0, at));
		s = str_sub(s, at, s.n);
		if (s.n && (length = reference(s, c, &n)))
			add_text(b, blank, (struct str){ c, n });
		else if (s.n)
			add_text(b, blank, str_sub(s, 0, length = 1));
		s = str_sub(s, length, s.n);
	}
}

struct str line_of_text(struct arena *a, struct str s)
{
	struct buf b;
	bool blank = false;

	buf_init(&b, a);
	line_add(&b, &blank, s);
	return buf_str(&b);
}
