/* mail.c - newsletters: a message (.eml), or a box of them (mbox, RFC 4155).
 *
 * A message is one document: its subject is the headline, its text the HTML part read as a page, or else the plain one.  Attachments are left.
 */
#include "ingest/format.h"
#include "ingest/mime.h"

#include <stdlib.h>

enum { PLAIN_WIDTH_MAX = 80, LOOKED_AT = 200 };	/* columns of a plain text that is broken by hand; lines of a header looked at */

/* ---- a message as an article ------------------------------------------------------------------------- */

/* "<a@b>" without its brackets. */
static struct str bare(struct str s)
{
	size_t from = str_find(s, '<'), to = str_find(s, '>');

	return from < to && to < s.n ? str_sub(s, from + 1, to) : STR_NONE;
}

/* What stands before the brackets, unquoted: the name of a list or a sender. */
static struct str phrase(struct arena *a, struct str value)
{
	struct str s = str_trim(str_sub(value, 0, str_find(value, '<')));

	if (s.n >= 2 && s.p[0] == '"' && s.p[s.n - 1] == '"')
		s = str_trim(str_sub(s, 1, s.n - 1));
	return str_trim(mime_words(a, s));
}

/* Who sends it: the list's name, else the sender's, else the house of the address. */
static struct str source_of(struct arena *a, const struct fields *f)
{
	struct str from = fields_get(f, "from"), list = phrase(a, fields_get(f, "list-id")), name = phrase(a, from), address = bare(from);

	if (list.n && bare(fields_get(f, "list-id")).n)
		return list;
	if (name.n && str_find(name, '@') == name.n)
		return name;
	address = address.n ? address : str_trim(from);
	size_t at = str_find(address, '@');

	return at < address.n ? str_sub(address, at + 1, address.n) : address;
}

/* The date of the header is given in words that stamp_parse reads: "Tue, 5 Mar 2024 07:00:00 +0100". */
static struct article article_of(struct arena *a, const struct fields *f)
{
	struct str id = fields_get(f, "message-id");

	return (struct article){
		.id = bare(id).n ? bare(id) : id, .title = str_trim(mime_words(a, fields_get(f, "subject"))), .source = source_of(a, f),
		.date = fields_get(f, "date"), .url = bare(fields_get(f, "archived-at")),	/* RFC 5064 */
	};
}

static size_t first_word(struct str line)
{
	return str_find(line, ' ');
}

/* Lines that were broken at a width are paragraphs again; the signature behind "-- " is cut off (RFC 3676 §4.3). */
static struct str unbroken(struct arena *a, struct str text, bool flowed)
{
	struct str rest = text, line;
	struct buf b;
	size_t width = 0;

	for (struct str r = text; r.n && str_split(&r, '\n', &line); )
		width = line.n > width ? line.n : width;
	buf_init(&b, a);
	while (rest.n && str_split(&rest, '\n', &line)) {
		if (line.n && line.p[line.n - 1] == '\r')
			line.n--;
		if (str_is(line, "-- "))
			break;
		struct str next = str_sub(rest, 0, str_find(rest, '\n')), cut = str_trim(line);

		buf_add(&b, cut);
		bool joined = flowed ? line.n && line.p[line.n - 1] == ' ' : width <= PLAIN_WIDTH_MAX && cut.n + 1 + first_word(str_trim(next)) > width - 4;

		buf_byte(&b, cut.n && joined && str_trim(next).n ? ' ' : '\n');
	}
	return str_trim(buf_str(&b));
}

static int read_message(const struct reading *g, struct str bytes, struct doc *d, struct error *e)
{
	struct mime_message m;
	int rc = mime_read(d->a, bytes, &m, e);

	if (rc)
		return rc;
	if (!m.html.found && !m.plain.found)
		return error_set(e, COU_EINPUT, "a message without a text");
	struct article x = article_of(d->a, &m.fields);

	if (m.html.found) {
		struct str origin = d->origin;

		x.markup = mime_utf8(d->a, m.html.bytes, m.html.charset);
		rc = article_document(g, &x, d, e);
		if (!rc || !m.plain.found)
			return rc;
		x.markup = STR_NONE;
		doc_init(d, d->a);
		d->origin = origin;
	}
	x.text = unbroken(d->a, mime_utf8(d->a, m.plain.bytes, m.plain.charset), m.plain.flowed);
	return article_document(g, &x, d, e);
}

/* ---- one message in a file ------------------------------------------------------------------------------ */

static bool is_field_name(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] <= ' ' || s.p[i] > '~')
			return false;
	return s.n > 0;
}

/* Every line up to the blank one is a field, one is From, and one more is of those that only mail has. */
static bool looks_message(struct str head, const struct carrier *c)
{
	static const char *const others[] = { "date", "message-id", "mime-version", "received", "return-path", "delivered-to" };
	struct str line;
	bool from = false, other = false;

	if (str_is(c->media, "message/rfc822"))
		return true;
	for (size_t lines = 0; lines < LOOKED_AT && str_split(&head, '\n', &line); lines++) {
		if (line.n && line.p[line.n - 1] == '\r')
			line.n--;
		if (!line.n)
			break;
		if (lines && (line.p[0] == ' ' || line.p[0] == '\t'))
			continue;
		struct str name = str_sub(line, 0, str_find(line, ':'));

		if (name.n == line.n || !is_field_name(name))
			return false;
		from |= field_is(name, "from");
		for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
			other |= field_is(name, others[i]);
	}
	return from && other;
}

const struct format format_mail = { .name = "mail", .about = "a message of e-mail", .looks = looks_message, .read = read_message };

/* ---- a box --------------------------------------------------------------------------------------------------- */

struct box {
	const struct reading *g;
	struct input *in;
	size_t number;
	bool begun, ended;
	struct error failed;
};

/* "From sender Tue Mar  5 07:00:00 2024": a time of day and a year behind it. */
static bool is_separator(struct str line)
{
	if (!str_starts(line, STR("From ")))
		return false;
	for (size_t i = 5; i + 5 <= line.n; i++)
		if (line.p[i + 2] == ':' && line.p[i] >= '0' && line.p[i] <= '2' && line.p[i + 1] >= '0' && line.p[i + 1] <= '9' &&
		    line.p[i + 3] >= '0' && line.p[i + 3] <= '5')
			return true;
	return false;
}

static bool looks_box(struct str head, const struct carrier *c)
{
	(void)c;
	size_t end = str_find(head, '\n');

	return is_separator(str_sub(head, 0, end)) && end < head.n && looks_message(str_sub(head, end + 1, head.n), c);
}

static int open_box(void **state, const struct reading *g, struct input *in, struct error *e)
{
	struct box *b = calloc(1, sizeof(*b));

	if (!b)
		return error_set(e, COU_ELIMIT, "out of memory");
	b->g = g;
	b->in = in;
	*state = b;
	return COU_OK;
}

/* ">From " was "From " (mboxrd). */
static struct str unquoted(struct str line)
{
	size_t n = 0;

	while (n < line.n && line.p[n] == '>')
		n++;
	return n && str_starts(str_sub(line, n, line.n), STR("From ")) ? str_sub(line, 1, line.n) : line;
}

/* The lines of the next message into `bytes`: 1; 0 at the end; COU_ELIMIT when there are too many (they are passed over). */
static int read_lines(struct box *b, struct buf *bytes, struct error *e)
{
	size_t max = b->g->options->max_bytes;
	bool blank = true, over = false, any = false;
	struct str line;

	while (!b->ended) {
		int rc = input_line(b->in, max, &line, &b->failed);

		if (rc == COU_ELIMIT) {
			over = true;
			b->failed.code = 0;
			continue;
		}
		b->ended = rc <= 0;
		if (rc <= 0)
			break;
		if (blank && is_separator(line)) {
			bool first = !b->begun;

			b->begun = true;
			if (!first)
				break;
			continue;
		}
		any = true;
		blank = !line.n;
		line = unquoted(line);
		over |= bytes->n + line.n + 1 > max;
		if (!over) {
			buf_add(bytes, line);
			buf_byte(bytes, '\n');
		}
	}
	if (over)
		return error_set(e, COU_ELIMIT, "a message longer than %zu bytes", max);
	return any || !b->ended;
}

static enum found next_message(void *state, struct doc *d, struct inner *inner, struct error *e)
{
	struct box *b = state;
	struct buf bytes;

	buf_init(&bytes, d->a);
	int rc = read_lines(b, &bytes, e);

	if (!rc) {
		*e = b->failed;
		b->failed.code = 0;
		return e->code ? FOUND_BAD : FOUND_END;
	}
	d->origin = str_printf(d->a, "%.*s:%zu", STR_ARG(b->g->carrier.name), ++b->number);
	if (rc < 0)
		return FOUND_BAD;
	inner->bytes = buf_str(&bytes);
	return FOUND_PIECE;
}

const struct format format_mbox = {
	.name = "mbox", .about = "a box of messages", .looks = looks_box, .read = read_message, .open = open_box, .next = next_message, .close = free
};
