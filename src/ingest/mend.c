/* mend.c - what was meant to be XML to XML that a parser takes, as tame.c does for pages.
 *
 * One feed in ten is not well formed, and a reader who stops there reads nine tenths of the news.  What is wrong is nearly always one of few things, so the
 * bytes are written anew, in one pass with a stack of the open elements:
 *
 *	bytes that are no UTF-8				read as windows-1252, each by itself (two sources pasted into one)
 *	white space or dirt before the root		left out, with the declaration, comments and instructions
 *	control characters, references to them		a blank
 *	& that begins no reference			&amp;
 *	< that begins no tag				&lt;
 *	attributes without quotes, or given twice	quoted; the first one stands
 *	end tags that match nothing			left out
 *	elements left open (<br> in a text)		closed where the element around them ends
 *	what follows the root				left out
 *
 * An element that is still open at the end of the bytes stays open: the parser says that, and where.  Line breaks are kept, so that its lines are those of the
 * input.  A declaration of entities is kept too, for the parser to refuse.
 */
#include "ingest/xml.h"

#include "base/unicode.h"
#include "base/utf8.h"

enum { NAME_MAX = 100, REFERENCE_MAX = 40 };

struct mender {
	struct str in;
	size_t at;
	struct buf out;
	struct str open[XML_DEPTH_MAX];
	size_t depth;
	bool begun;			/* the root has */
};

static bool is_space(char c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool starts_name(char c)
{
	return ((c | 32) >= 'a' && (c | 32) <= 'z') || c == '_';
}

static bool in_name(char c)
{
	return starts_name(c) || is_digit(c) || c == '-' || c == '.' || c == ':';
}

static size_t name_end(struct str s, size_t at)
{
	if (at < s.n && starts_name(s.p[at]))
		while (at < s.n && in_name(s.p[at]))
			at++;
	return at;
}

/* ---- bytes ------------------------------------------------------------------------------- */

/* What each byte from 0x80 on is in windows-1252. */
static void windows_1252(struct arena *a, struct str table[128])
{
	char bytes[128];
	struct str all = STR_NONE;
	size_t at = 0;

	for (int i = 0; i < 128; i++)
		bytes[i] = (char)(0x80 + i);
	if (unicode_convert(a, (struct str){ bytes, sizeof(bytes) }, "windows-1252", &all, NULL))
		all = STR_NONE;
	for (int i = 0; i < 128; i++) {
		size_t from = at;

		if (at < all.n)
			utf8_next(all, &at);
		table[i] = str_sub(all, from, at);
	}
}

struct str mend_utf8(struct arena *a, struct str s)
{
	struct str table[128];
	struct buf b;

	if (utf8_check(s) == s.n)
		return s;
	windows_1252(a, table);
	buf_init(&b, a);
	while (s.n) {
		size_t good = utf8_check(s);

		buf_add(&b, str_sub(s, 0, good));
		if (good < s.n)
			buf_add(&b, table[(unsigned char)s.p[good] & 127]);
		s = str_sub(s, good + (good < s.n), s.n);
	}
	return buf_str(&b);
}

/* ---- text ----------------------------------------------------------------------------------- */

/* A character that XML 1.0 allows (section 2.2). */
static bool allowed(uint32_t c)
{
	return c == 9 || c == 10 || c == 13 || (c >= 32 && c < 0xD800) || (c >= 0xE000 && c < 0xFFFE) || (c >= 0x10000 && c < 0x110000);
}

/* The reference that begins at s.p[0] == '&': its length, or 0; *good: it may stand as it is. */
static size_t reference(struct str s, bool *good)
{
	size_t end = str_find(str_sub(s, 0, s.n < REFERENCE_MAX ? s.n : REFERENCE_MAX), ';'), at = 2;
	uint32_t c = 0;

	*good = true;
	if (end >= REFERENCE_MAX || end == s.n || end < 2)
		return 0;
	if (s.p[1] != '#') {
		for (at = 1; at < end && (starts_name(s.p[at]) || is_digit(s.p[at])); at++)
			;
		return at == end && starts_name(s.p[1]) ? end + 1 : 0;
	}
	bool hex = s.p[2] == 'x';

	at += hex;
	if (at == end)
		return 0;
	for (; at < end; at++) {
		char d = s.p[at], low = d | 32;

		if (!is_digit(d) && !(hex && low >= 'a' && low <= 'f'))
			return 0;
		c = c > 0x110000 ? c : c * (hex ? 16 : 10) + (uint32_t)(is_digit(d) ? d - '0' : low - 'a' + 10);
	}
	*good = allowed(c);
	return end + 1;
}

/* literal: of a CDATA section, where & is &. */
static void text(struct buf *b, struct str s, bool literal)
{
	for (size_t i = 0; i < s.n;) {
		size_t from = i;
		uint32_t c = utf8_next(s, &i);
		bool good = true;
		size_t n = c == '&' && !literal ? reference(str_sub(s, from, s.n), &good) : 0;

		if (n) {
			buf_add(b, good ? str_sub(s, from, from + n) : STR(" "));
			i = from + n;
		} else if (c == '&') {
			buf_add(b, STR("&amp;"));
		} else if (c == '<') {
			buf_add(b, STR("&lt;"));
		} else if (c == '>') {
			buf_add(b, STR("&gt;"));
		} else if (c == '"') {
			buf_add(b, STR("&quot;"));
		} else {
			buf_add(b, allowed(c) ? str_sub(s, from, i) : STR(" "));
		}
	}
}

/* What is left out up to `to`, but for its line breaks. */
static void skip(struct mender *m, size_t to)
{
	for (; m->at < to; m->at++)
		if (m->in.p[m->at] == '\n')
			buf_byte(&m->out, '\n');
}

/* ---- tags -------------------------------------------------------------------------------------- */

static void close_to(struct mender *m, size_t depth)
{
	while (m->depth > depth) {
		m->depth--;
		buf_printf(&m->out, "</%.*s>", STR_ARG(m->open[m->depth]));
	}
}

static void end_tag(struct mender *m, struct str name)
{
	for (size_t i = m->depth; i-- > 0;)
		if (str_eq(m->open[i], name)) {
			close_to(m, i);
			return;
		}
}

/* One attribute at *at, written unless it was given before; false at the end of the tag. */
static bool attribute(struct mender *m, size_t *at, struct str *seen, size_t *n)
{
	struct str in = m->in, name, value;
	size_t i = *at, end;
	bool fresh;

	while (i < in.n && in.p[i] != '>' && in.p[i] != '<' && !starts_name(in.p[i]))
		i++;
	*at = i;
	if (i >= in.n || in.p[i] == '>' || in.p[i] == '<')
		return false;
	end = name_end(in, i);
	name = str_sub(in, i, end);
	for (i = end; i < in.n && is_space(in.p[i]); i++)
		;
	*at = end;
	if (i >= in.n || in.p[i] != '=')
		return true;		/* without a value: left out */
	for (i++; i < in.n && is_space(in.p[i]); i++)
		;
	if (i < in.n && (in.p[i] == '"' || in.p[i] == '\'')) {
		end = i + 1 + str_find(str_sub(in, i + 1, in.n), in.p[i]);
		value = str_sub(in, i + 1, end);
		*at = end < in.n ? end + 1 : end;
	} else {
		for (end = i; end < in.n && !is_space(in.p[end]) && in.p[end] != '>'; end++)
			;
		value = str_sub(in, i, end);
		*at = end;
	}
	fresh = *n < XML_ATTRIBUTES_MAX;
	for (size_t k = 0; fresh && k < *n; k++)
		fresh = !str_eq(seen[k], name);
	if (fresh) {
		seen[(*n)++] = name;
		buf_printf(&m->out, " %.*s=\"", STR_ARG(name));
		text(&m->out, value, false);
		buf_byte(&m->out, '"');
	}
	return true;
}

static int start_tag(struct mender *m, struct str name, size_t at, struct error *e)
{
	struct str seen[XML_ATTRIBUTES_MAX];
	size_t n = 0;

	m->begun = true;
	buf_printf(&m->out, "<%.*s", STR_ARG(name));
	while (attribute(m, &at, seen, &n))
		;
	bool empty = at < m->in.n && m->in.p[at] == '>' && m->in.p[at - 1] == '/';

	m->at = at < m->in.n && m->in.p[at] == '>' ? at + 1 : at;
	buf_add(&m->out, empty ? STR("/>") : STR(">"));
	if (empty)
		return COU_OK;
	if (m->depth == XML_DEPTH_MAX)
		return error_set(e, COU_ELIMIT, "more than %d elements inside each other", XML_DEPTH_MAX);
	m->open[m->depth++] = name;
	return COU_OK;
}

/* "<!", "<?" */
static void declaration(struct mender *m)
{
	static const struct {
		struct str start, end;
	} kinds[] = { { { "<!--", 4 }, { "-->", 3 } }, { { "<?", 2 }, { "?>", 2 } }, { { "<![CDATA[", 9 }, { "]]>", 3 } } };
	struct str rest = str_sub(m->in, m->at, m->in.n);

	for (size_t i = 0; i < 3; i++) {
		if (!str_starts(rest, kinds[i].start))
			continue;
		struct str inside = str_sub(rest, kinds[i].start.n, rest.n);
		size_t end = str_search(inside, kinds[i].end);
		size_t behind = end < inside.n ? m->at + kinds[i].start.n + end + kinds[i].end.n : m->in.n;

		if (i == 2 && m->depth) {
			text(&m->out, str_sub(inside, 0, end), true);
			m->at = behind;
		}
		skip(m, behind);
		return;
	}
	size_t end = str_find(rest, '>'), bracket = str_find(str_sub(rest, 0, end), '[');

	if (bracket < end && !m->begun && str_starts(rest, STR("<!DOCTYPE"))) {
		size_t close = str_search(rest, STR("]>"));

		end = close < rest.n ? close + 1 : rest.n - 1;
		if (str_search(str_sub(rest, 0, end), STR("<!ENTITY")) < end)
			buf_add(&m->out, str_sub(rest, 0, end + 1));
	}
	skip(m, m->at + (end < rest.n ? end + 1 : rest.n));
}

static int tag(struct mender *m, struct error *e)
{
	char next = m->at + 1 < m->in.n ? m->in.p[m->at + 1] : 0;
	size_t from = m->at + 1 + (next == '/'), end = name_end(m->in, from);

	if (next == '!' || next == '?') {
		declaration(m);
		return COU_OK;
	}
	if (end == from || end - from > NAME_MAX || (end < m->in.n && !is_space(m->in.p[end]) && m->in.p[end] != '>' && m->in.p[end] != '/')) {
		if (m->depth)
			buf_add(&m->out, STR("&lt;"));
		m->at++;
		return COU_OK;
	}
	if (next != '/')
		return start_tag(m, str_sub(m->in, from, end), end, e);
	end_tag(m, str_sub(m->in, from, end));
	m->at = end + str_find(str_sub(m->in, end, m->in.n), '>');
	m->at += m->at < m->in.n;
	return COU_OK;
}

int mend_xml(struct arena *a, struct str bytes, struct str *out, struct error *e)
{
	struct mender *m = arena_new(a, struct mender);
	int rc = COU_OK;

	m->in = mend_utf8(a, bytes);
	buf_init(&m->out, a);
	while (!rc && m->at < m->in.n && !(m->begun && !m->depth)) {
		size_t at = m->at + str_find(str_sub(m->in, m->at, m->in.n), '<');

		if (m->depth) {
			text(&m->out, str_sub(m->in, m->at, at), false);
			m->at = at;
		}
		skip(m, at);
		if (at < m->in.n)
			rc = tag(m, e);
	}
	*out = buf_str(&m->out);
	return rc;
}
