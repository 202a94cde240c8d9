/* article.c - what a format read of an article, as a document. */
#include "ingest/format.h"

#include "base/unicode.h"
#include "base/utf8.h"

static struct str composed(struct arena *a, struct str s)
{
	return s.n ? unicode_text(a, str_dup(a, s)) : STR_NONE;
}

/* A date in a form that nobody can be sure of ("10/11/2024") is none; one whose month is a word is sure in any form. */
static void set_date(struct doc *d, struct str date, const struct reading *g)
{
	char iso[STAMP_ISO];
	day in_words = DAY_NONE;

	d->date = g->options->date;
	if (!stamp_iso(date, iso) && (in_words = date_in_words(g->leftovers, date)) == DAY_NONE)
		return;
	if (in_words != DAY_NONE)
		day_iso(in_words, iso);
	d->published = str_dup(d->a, str_c(iso));
	d->date = day_parse(d->published);
}

/* ---- a body whose lines are known -------------------------------------------------------- */

enum { LEFTOVER_MAX = 160 };

/* What a typed line is all the same: a link to another article in a list. */
static enum block_type type_of(const struct leftovers *l, const struct body_line *p)
{
	if (p->type == BLOCK_BYLINE || p->type == BLOCK_DATELINE || p->type == BLOCK_CREDIT || p->text.n >= LEFTOVER_MAX)
		return (enum block_type)p->type;
	if (begins_with_any(p->text, &l->related))
		return BLOCK_RELATED;
	return begins_with_any(p->text, &l->boilerplate) ? BLOCK_BOILERPLATE : (enum block_type)p->type;
}

/* A dash between the dateline and the sentence belongs to neither. */
static struct str without_dash(struct str s)
{
	static const struct str dashes[] = { { "-", 1 }, { "\xE2\x80\x93", 3 }, { "\xE2\x80\x94", 3 }, { ":", 1 }, { " ", 1 } };

	for (size_t i = 0; i < sizeof(dashes) / sizeof(*dashes); i++)
		if (str_starts(s, dashes[i])) {
			s = str_sub(s, dashes[i].n, s.n);
			i = (size_t)-1;
		}
	return s;
}

static void add_block(struct doc *d, enum block_type type, size_t start, size_t end)
{
	*vec_push(d->a, &d->blocks) = (struct block){ type, { (uint32_t)start, (uint32_t)end } };
}

static void read_lines(const struct reading *g, const struct body *body, struct str title, struct doc *d)
{
	const struct body_line *before = NULL;
	bool lead_seen = false;
	struct buf b;

	buf_init(&b, d->a);
	buf_add(&b, title);
	if (title.n)
		add_block(d, BLOCK_TITLE, 0, title.n);
	for (size_t i = 0; i < body->n; i++) {
		const struct body_line *p = &body->at[i];
		struct str text = composed(d->a, p->joined && before && before->type == BLOCK_DATELINE ? without_dash(p->text) : p->text);

		if (!text.n || ((!before || p->type == BLOCK_SUBHEADING) && str_eq(text, title)))
			continue;
		if (b.n)
			buf_add(&b, p->joined && before ? STR(" ") : STR("\n\n"));
		size_t start = b.n;

		buf_add(&b, text);
		d->text = buf_str(&b);
		if (p->type == LINE_ANY)
			find_line(g->leftovers, d, start, b.n, true, &lead_seen);
		else
			add_block(d, type_of(g->leftovers, p), start, b.n);
		before = p;
	}
	d->text = buf_str(&b);
	d->title = str_sub(d->text, 0, title.n);
}

static void add_escaped(struct buf *b, struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] == '<')
			buf_add(b, STR("&lt;"));
		else if (s.p[i] == '&')
			buf_add(b, STR("&amp;"));
		else
			buf_byte(b, s.p[i]);
}

/* The body's text out of its markup, into d; its blocks stand behind the title, which is put before it.  The title is the page's, too: the markup may be a page
 * itself, whose own title is that of a template ("Newsletter 12"), and of two the first counts. */
static int read_markup(const struct reading *g, const struct article *x, struct doc *d, struct error *e)
{
	struct ingest_options o = *g->options;
	struct buf page;

	o.charset = STR("utf-8");
	buf_init(&page, d->a);
	buf_add(&page, STR("<!doctype html><html><head>"));
	if (x->title.n) {
		buf_add(&page, STR("<title>"));
		add_escaped(&page, x->title);
		buf_add(&page, STR("</title>"));
	}
	buf_add(&page, STR("</head><body><article><h1>"));
	add_escaped(&page, x->title);
	buf_add(&page, STR("</h1><div>"));
	buf_add(&page, x->markup);
	buf_add(&page, STR("</div></article></body></html>"));
	return read_html(g->leftovers, &o, buf_str(&page), d, e);
}

void article_metadata(const struct reading *g, const struct article *x, struct doc *d)
{
	d->id = str_dup(d->a, x->id);
	d->url = str_dup(d->a, x->url.n ? x->url : g->carrier.url);
	d->source = str_dup(d->a, x->source);
	d->lang = unicode_language(d->a, x->lang);
	d->lang = d->lang.n ? d->lang : g->options->lang;
	set_date(d, x->date.n ? x->date : g->carrier.date, g);
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
	} else if (x->body) {
		if (x->body->over)
			return error_set(e, COU_ELIMIT, "more than %d lines", BODY_LINES_MAX);
		read_lines(g, x->body, title, d);
		if (utf8_check(d->text) != d->text.n)
			return error_set(e, COU_EINPUT, "byte %zu of the text is no UTF-8", utf8_check(d->text));
	} else if (title.n) {
		d->text = str_cat(d->a, str_cat(d->a, title, STR("\n\n")), text);
		find_blocks(g->leftovers, d, true, title.n);
		d->title = str_sub(d->text, 0, title.n);
	} else {
		d->text = text;
		find_blocks(g->leftovers, d, false, 0);
	}
	article_metadata(g, x, d);
	return COU_OK;
}
