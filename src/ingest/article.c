/* article.c - what a format read of an article, as a document. */
#include "ingest/format.h"

#include "base/unicode.h"
#include "base/utf8.h"

static struct str composed(struct arena *a, struct str s)
{
	return s.n ? unicode_nfc(a, str_dup(a, s)) : STR_NONE;
}

static void set_date(struct doc *d, struct str date, const struct reading *g)
{
	d->date = g->options->date;
	d->published = str_dup(d->a, date);
	if (!date.n || !stamp_parse(date, &d->date))
		d->date = g->options->date;
}

/* The body's text out of its markup, into d; its blocks stand behind the title, which is put before it. */
static int read_markup(const struct reading *g, const struct article *x, struct doc *d, struct error *e)
{
	struct ingest_options o = *g->options;
	struct buf page;

	o.charset = STR("utf-8");
	buf_init(&page, d->a);
	buf_add(&page, STR("<!doctype html><html><body><article><h1>"));
	for (size_t i = 0; i < x->title.n; i++)
		if (x->title.p[i] == '<')
			buf_add(&page, STR("&lt;"));
		else if (x->title.p[i] == '&')
			buf_add(&page, STR("&amp;"));
		else
			buf_byte(&page, x->title.p[i]);
	buf_add(&page, STR("</h1><div>"));
	buf_add(&page, x->markup);
	buf_add(&page, STR("</div></article></body></html>"));
	return read_html(g->leftovers, &o, buf_str(&page), d, e);
}

int article_document(const struct reading *g, const struct article *x, struct doc *d, struct error *e)
{
	struct str title = composed(d->a, x->title), text = composed(d->a, x->text);

	if (utf8_check(title) != title.n || utf8_check(text) != text.n)
		return error_set(e, COU_EINPUT, "byte %zu of the text is no UTF-8", utf8_check(utf8_check(title) != title.n ? title : text));
	if (x->markup.n) {
		int rc = read_markup(g, x, d, e);

		if (rc)
			return rc;
	} else if (title.n) {
		d->text = str_cat(d->a, str_cat(d->a, title, STR("\n\n")), text);
		find_blocks(g->leftovers, d, true, title.n);
		d->title = str_sub(d->text, 0, title.n);
	} else {
		d->text = text;
		find_blocks(g->leftovers, d, false, 0);
	}
	d->id = str_dup(d->a, x->id);
	d->url = str_dup(d->a, x->url.n ? x->url : g->carrier.url);
	d->source = str_dup(d->a, x->source);
	d->lang = x->lang.n ? str_dup(d->a, x->lang) : g->options->lang;
	set_date(d, x->date.n ? x->date : g->carrier.date, g);
	return COU_OK;
}
