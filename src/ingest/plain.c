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
