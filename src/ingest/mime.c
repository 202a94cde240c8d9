/* mime.c - the parts of a message.
 *
 * Of a message two parts are looked for: the first HTML and the first plain text that are no attachments.  That is all that a reader of newsletters needs, so
 * this is a walk and no tree: each multipart is cut at its boundaries in one pass, and no part is copied before it is the one.  (GMime builds the tree,
 * keeps a file for each large part, brings GLib, and is a registry of global state.)
 *
 * Mail is full of small lies.  A boundary that never comes ends with the message; a transfer encoding with foreign letters in it passes them over; a charset that
 * is not known, or that the bytes do not fit, is found as for any other text (charset.c).
 */
#include "ingest/mime.h"

#include "base/unicode.h"
#include "ingest/ingest.h"

/* ---- transfer encodings ---------------------------------------------------------------------------- */

static int hex(char c)
{
	return c >= '0' && c <= '9' ? c - '0' : (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10 : -1;
}

/* RFC 2045 §6.7; in encoded words (RFC 2047 §4.2) '_' is a blank. */
static struct str quoted_printable(struct arena *a, struct str s, bool word)
{
	char *p = arena_alloc(a, s.n + 1);
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];

		if (c == '=' && i + 2 < s.n && hex(s.p[i + 1]) >= 0 && hex(s.p[i + 2]) >= 0) {
			p[n++] = (char)(hex(s.p[i + 1]) << 4 | hex(s.p[i + 2]));
			i += 2;
		} else if (c == '=' && !word) {
			size_t end = i + 1;

			while (end < s.n && (s.p[end] == ' ' || s.p[end] == '\t' || s.p[end] == '\r'))
				end++;
			if (end < s.n && s.p[end] == '\n')
				i = end;		/* a soft line break */
			else
				p[n++] = c;
		} else {
			p[n++] = c == '_' && word ? ' ' : c;
		}
	}
	return (struct str){ p, n };
}

static int digit64(char c)
{
	if (c >= 'A' && c <= 'Z')
		return c - 'A';
	if (c >= 'a' && c <= 'z')
		return c - 'a' + 26;
	if (c >= '0' && c <= '9')
		return c - '0' + 52;
	return c == '+' ? 62 : c == '/' ? 63 : -1;
}

/* RFC 2045 §6.8: other letters are passed over, "=" ends. */
static struct str base64(struct arena *a, struct str s)
{
	char *p = arena_alloc(a, s.n / 4 * 3 + 4);
	uint32_t bits = 0;
	size_t n = 0, have = 0;

	for (size_t i = 0; i < s.n && s.p[i] != '='; i++) {
		int d = digit64(s.p[i]);

		if (d < 0)
			continue;
		bits = bits << 6 | (uint32_t)d;
		have += 6;
		if (have >= 8) {
			have -= 8;
			p[n++] = (char)(bits >> have);
		}
	}
	return (struct str){ p, n };
}

/* ---- charsets ------------------------------------------------------------------------------------------ */

/* What to_utf8 does not believe of a page is true of mail: in UTF-16 and ISO 2022 a part may be ASCII to look at. */
static bool is_believed(struct str charset)
{
	return field_is(str_sub(charset, 0, charset.n < 6 ? charset.n : 6), "utf-16") || field_is(charset, "iso-2022-jp");
}

struct str mime_utf8(struct arena *a, struct str bytes, struct str charset)
{
	struct str utf8;

	if (is_believed(charset) && charset.n < 40 && !unicode_convert(a, bytes, str_dup(a, charset).p, &utf8, NULL))
		return utf8;
	return to_utf8(a, bytes, charset, &utf8, NULL) ? STR_NONE : utf8;
}

/* ---- encoded words ----------------------------------------------------------------------------------------- */

/* "=?charset?B?text?=" at the start of s: its length, or 0. */
static size_t encoded_word(struct arena *a, struct str s, struct str *charset, struct str *bytes)
{
	if (!str_starts(s, STR("=?")))
		return 0;
	size_t name = 2 + str_find(str_sub(s, 2, s.n), '?');

	if (name + 3 >= s.n || s.p[name + 2] != '?')
		return 0;
	struct str rest = str_sub(s, name + 3, s.n);
	size_t end = str_search(rest, STR("?="));
	char kind = s.p[name + 1] | 0x20;

	if (end == rest.n || (kind != 'b' && kind != 'q'))
		return 0;
	*charset = str_sub(s, 2, name);
	*charset = str_sub(*charset, 0, str_find(*charset, '*'));	/* a language may stand behind it (RFC 2231) */
	*bytes = kind == 'b' ? base64(a, str_sub(rest, 0, end)) : quoted_printable(a, str_sub(rest, 0, end), true);
	return name + 3 + end + 2;
}

static void flush(struct arena *a, struct buf *out, struct buf *word, struct str charset)
{
	if (word->n)
		buf_add(out, mime_utf8(a, buf_str(word), charset));
	word->n = 0;
}

struct str mime_words(struct arena *a, struct str value)
{
	struct str charset = STR_NONE, next, bytes;
	struct buf out, word;

	if (str_search(value, STR("=?")) == value.n)
		return mime_utf8(a, value, STR_NONE);
	value = mime_utf8(a, value, STR_NONE);
	buf_init(&out, a);
	buf_init(&word, a);		/* letters may be cut between words of the same charset */
	for (size_t i = 0; i < value.n; ) {
		size_t blank = i;

		while (word.n && blank < value.n && (value.p[blank] == ' ' || value.p[blank] == '\t'))
			blank++;
		size_t n = encoded_word(a, str_sub(value, blank, value.n), &next, &bytes);

		if (n) {			/* blanks between encoded words are none */
			if (!str_eq(next, charset))
				flush(a, &out, &word, charset);
			charset = next;
			buf_add(&word, bytes);
			i = blank + n;
		} else {
			flush(a, &out, &word, charset);
			buf_byte(&out, value.p[i++]);
		}
	}
	flush(a, &out, &word, charset);
	return buf_str(&out);
}

/* ---- parts ------------------------------------------------------------------------------------------------ */

struct walk {
	struct arena *a;
	struct mime_message *m;
	size_t parts;
};

static int split_part(struct arena *a, struct str bytes, struct fields *f, struct str *body, struct error *e)
{
	struct input *in = input_memory(bytes);
	int rc = fields_read(in, a, f, e);

	*body = str_sub(bytes, (size_t)input_at(in), bytes.n);
	input_close(in);
	return rc;
}

static void take_text(struct walk *w, const struct fields *f, struct str body, struct str type, struct mime_text *to)
{
	struct str encoding = fields_get(f, "content-transfer-encoding");

	if (to->found)
		return;
	to->bytes = field_is(encoding, "quoted-printable") ? quoted_printable(w->a, body, false) : field_is(encoding, "base64") ? base64(w->a, body) : body;
	to->charset = field_parameter(w->a, type, "charset");
	to->flowed = field_is(field_parameter(w->a, type, "format"), "flowed");
	to->found = str_trim(to->bytes).n != 0;
}

static void walk_part(struct walk *w, const struct fields *f, struct str body, int depth);

/* Is the line at s a boundary of that name?  2: the last. */
static int is_boundary(struct str line, struct str name)
{
	if (line.n < name.n + 2 || line.p[0] != '-' || line.p[1] != '-' || !str_eq(str_sub(line, 2, 2 + name.n), name))
		return 0;
	line = str_trim(str_sub(line, 2 + name.n, line.n));
	return !line.n ? 1 : str_is(line, "--") ? 2 : 0;
}

static void take_part(struct walk *w, struct str part, int depth)
{
	struct fields f;
	struct str body;

	if (w->parts++ < MIME_PARTS_MAX && !split_part(w->a, part, &f, &body, NULL))
		walk_part(w, &f, body, depth);
}

static void walk_multipart(struct walk *w, struct str body, struct str boundary, int depth)
{
	struct str rest = body, line;
	size_t from = SIZE_MAX;

	while (rest.n && str_split(&rest, '\n', &line)) {
		size_t at = (size_t)(line.p - body.p);
		int kind = line.n > 1 && line.p[0] == '-' && line.p[1] == '-' ? is_boundary(line, boundary) : 0;

		if (!kind)
			continue;
		if (from != SIZE_MAX)
			take_part(w, str_sub(body, from, at), depth);
		from = SIZE_MAX;
		if (kind == 2)
			return;
		from = at + line.n + 1;
	}
	if (from != SIZE_MAX && from < body.n)
		take_part(w, str_sub(body, from, body.n), depth);
}

static void walk_part(struct walk *w, const struct fields *f, struct str body, int depth)
{
	struct str type = fields_get(f, "content-type"), media = field_media(w->a, type);

	if (field_is(field_media(w->a, fields_get(f, "content-disposition")), "attachment"))
		return;
	if (str_starts(media, STR("multipart/"))) {
		struct str boundary = field_parameter(w->a, type, "boundary");

		if (boundary.n && depth < MIME_DEPTH_MAX)
			walk_multipart(w, body, boundary, depth + 1);
	} else if (str_is(media, "text/html") || str_is(media, "application/xhtml+xml")) {
		take_text(w, f, body, type, &w->m->html);
	} else if (!media.n || str_is(media, "text/plain")) {
		take_text(w, f, body, type, &w->m->plain);
	}
}

int mime_read(struct arena *a, struct str bytes, struct mime_message *m, struct error *e)
{
	struct walk w = { .a = a, .m = m };
	struct str body;

	memset(m, 0, sizeof(*m));
	int rc = split_part(a, bytes, &m->fields, &body, e);

	if (!rc)
		walk_part(&w, &m->fields, body, 0);
	return rc;
}
