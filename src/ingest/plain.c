/* plain.c - a text file: the first line is the headline. */
#include "ingest/format.h"

#include "base/unicode.h"

/* A text whose lines end with a carriage return alone, as old Macs write them. */
static struct str with_line_feeds(struct arena *a, struct str text)
{
	if (str_find(text, '\n') < text.n || str_find(text, '\r') == text.n)
		return text;
	char *p = arena_alloc(a, text.n);

	for (size_t i = 0; i < text.n; i++)
		p[i] = text.p[i] == '\r' ? '\n' : text.p[i];
	return (struct str){ p, text.n };
}

enum { WIDTH_MIN = 50, WIDTH_MAX = 90, SLACK = 4, BREAKS_MIN = 3 };	/* letters; lines */

static size_t letters(struct str s)
{
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++)
		n += ((unsigned char)s.p[i] & 0xC0) != 0x80;
	return n;
}

/* Is the line as long as it can be, so that the first word of the next, which is no item of a list, had no room in it? */
static bool is_full(struct str line, struct str next, size_t width)
{
	next = str_trim(next);
	if (!next.n || strchr("-*+>", next.p[0]) || str_starts(next, STR("\xE2\x80\xA2")))
		return false;
	return letters(str_trim(line)) + 1 + letters(str_sub(next, 0, str_find(next, ' '))) > width - SLACK;
}

/* Puts lines together that were broken at a width.  Only where hardly a line is broken elsewhere inside a paragraph: verse, lists and speeches keep
 * theirs, and so does the headline.  Offsets stay as they are. */
static struct str unwrapped(struct arena *a, struct str text)
{
	struct str rest = text, line;
	size_t width = 0, full = 0, breaks = 0;

	for (str_split(&rest, '\n', &line); rest.n && str_split(&rest, '\n', &line); )
		width = letters(str_trim(line)) > width ? letters(str_trim(line)) : width;
	if (width < WIDTH_MIN || width > WIDTH_MAX)
		return text;
	rest = text;
	for (str_split(&rest, '\n', &line); rest.n && str_split(&rest, '\n', &line); ) {
		struct str next = str_sub(rest, 0, str_find(rest, '\n'));

		breaks += str_trim(line).n && str_trim(next).n;
		full += str_trim(line).n && is_full(line, next, width);
	}
	if (breaks < BREAKS_MIN || full * 10 < breaks * 9)
		return text;
	char *p = arena_dup(a, text.p, text.n);

	rest = text;
	for (str_split(&rest, '\n', &line); rest.n && str_split(&rest, '\n', &line); )
		if (rest.n && str_trim(line).n && is_full(line, str_sub(rest, 0, str_find(rest, '\n')), width))
			p[rest.p - text.p - 1] = ' ';
	return (struct str){ p, text.n };
}

static int read(const struct reading *g, struct str bytes, struct doc *d, struct error *e)
{
	const struct ingest_options *o = g->options;
	int r = to_utf8(d->a, bytes, g->carrier.charset, &d->text, e);

	if (r)
		return r;
	d->text = unicode_text(d->a, with_line_feeds(d->a, d->text));
	if (str_find(d->text, 0) < d->text.n)
		return error_set(e, COU_EINPUT, "binary: a zero byte at offset %zu", str_find(d->text, 0));
	if (!str_trim(d->text).n)
		return error_set(e, COU_ENONE, "empty");
	d->lang = o->lang;
	d->url = str_dup(d->a, g->carrier.url);
	d->date = o->date;
	if (g->carrier.date.n && stamp_parse(g->carrier.date, &d->date))
		d->published = str_dup(d->a, g->carrier.date);
	if (!o->running)
		d->text = unwrapped(d->a, d->text);
	if (o->running) {
		struct str rest = d->text, line;

		while (str_split(&rest, '\n', &line)) {
			line = str_trim(line);
			if (line.n)
				*vec_push(d->a, &d->blocks) = (struct block){ BLOCK_PARAGRAPH, { (uint32_t)(line.p - d->text.p), (uint32_t)(line.p + line.n - d->text.p) } };
		}
		return COU_OK;
	}
	find_blocks(g->leftovers, d, memchr(d->text.p, '\n', d->text.n) != NULL && str_find(str_trim(d->text), '\n') < str_trim(d->text).n, 0);
	return COU_OK;
}

const struct format format_text = { .name = "text", .about = "plain text, the first line the headline", .read = read };
