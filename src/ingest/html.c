/* html.c - a page to a document: its charset, its tree, what it says of itself, and the article in it.
 *
 *	bytes → charset.c → dom.c → units.c → metadata.c, content.c → blocks
 *	        UTF-8       a tree     runs      title, date,  which runs,
 *	                                         source        what they are
 *
 * The text is that of the blocks, with a blank line behind each, in NFC.
 */
#include "ingest/extract.h"

#include "base/unicode.h"
#include "base/url.h"
#include "base/utf8.h"

#include <strings.h>

enum { HEAD_MAX = 4096 };

/* Is the place inside a tag that declares the page's charset?  <script charset=…> declares that of the script. */
static bool declares(struct str head, size_t at)
{
	while (at && head.p[at] != '<')
		at--;
	struct str tag = str_sub(head, at, head.n);

	return tag.n > 5 && (!strncasecmp(tag.p, "<meta", 5) || !strncasecmp(tag.p, "<?xml", 5));
}

/* The charset that a page declares near its start: <meta charset=…>, http-equiv, <?xml encoding=…>. */
static struct str declared(struct str bytes)
{
	static const char *const marks[] = { "charset=", "encoding=" };
	struct str head = str_sub(bytes, 0, bytes.n < HEAD_MAX ? bytes.n : HEAD_MAX);

	for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++)
		for (size_t at = 0, n = strlen(marks[i]); at + n < head.n; at++) {
			if (strncasecmp(head.p + at, marks[i], n) || !declares(head, at))
				continue;
			for (at += n; at < head.n && strchr("\"' ", head.p[at]); at++)
				if (!head.p[at])
					break;
			size_t end = at;

			while (end < head.n && head.p[end] > ' ' && !strchr("\"';>/?", head.p[end]))
				end++;
			if (end > at)
				return str_sub(head, at, end);
		}
	return STR("");
}

static bool is_letter(char c)
{
	return (c | 32) >= 'a' && (c | 32) <= 'z';
}

/* "nl-NL", "en_US", "NL" to ISO 639-1; what is none is not known. */
static struct str language(struct arena *a, struct str tag)
{
	if (tag.n < 2 || !is_letter(tag.p[0]) || !is_letter(tag.p[1]) || (tag.n > 2 && tag.p[2] != '-' && tag.p[2] != '_'))
		return STR_NONE;
	return unicode_lower_str(a, str_sub(tag, 0, 2));
}

static bool find_article(struct page *p, struct doc *d)
{
	units_read(p);
	headline_choose(p);
	units_mark(p);
	return content_write(p, d);
}

int read_html(const struct leftovers *l, const struct ingest_options *o, struct str bytes, struct doc *d, struct error *e)
{
	struct page p = { .l = l, .a = d->a };
	struct str text;
	int r = to_utf8(d->a, bytes, o->charset.n ? o->charset : declared(bytes), &text, e);

	r = r ? r : dom_read(d->a, text, &p.m, e);
	if (r)
		return r;
	metadata_read(&p);
	bool found = find_article(&p, d);

	if (!found && p.headings[p.m.n]) {
		p.again = true;
		found = find_article(&p, d);
	}
	if (!found)
		return error_set(e, COU_ENONE, "no article text in the page");
	d->source = unicode_nfc(d->a, p.meta.site.value);
	d->url = p.meta.url.n && url_is_web(p.meta.base) ? url_resolve(d->a, p.meta.base, p.meta.url) : p.meta.url;
	d->lang = o->lang.n ? o->lang : language(d->a, p.meta.lang);
	d->date = p.meta.date == DAY_NONE ? o->date : p.meta.date;
	d->published = p.meta.published.value;
	if (utf8_check(d->text) != d->text.n)
		return error_set(e, COU_EINPUT, "the page is no UTF-8");
	return COU_OK;
}
