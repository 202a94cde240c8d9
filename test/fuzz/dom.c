/* Any bytes as a page: a tree whose nodes lie inside each other.  And the bytes as choices of a page without errors: its text is gumbo's.
 *
 * The two are known to part on what gumbo cannot be told: that scripts run.  Where they do, <noscript> holds raw text (WHATWG, "13.2.6.4.7 The in body insertion
 * mode"); for gumbo it holds elements, so that a <p> inside ends the <p> around it and stands outside.  The pages made here have no block in it; test/unit/dom.c
 * says what our tree makes of one.
 */
#include <stdio.h>
#include <stdlib.h>

#include "../unit/oracle.h"

enum { PAGE_MAX = 1 << 14, DEPTH_MAX = 12 };

int LLVMFuzzerTestOneInput(const unsigned char *p, size_t n);

struct choices {
	const unsigned char *p;
	size_t n, at;
};

static unsigned choose(struct choices *c, unsigned of)
{
	return c->at < c->n ? c->p[c->at++] % of : 0;
}

static void words(struct choices *c, struct buf *b)
{
	static const char *const pieces[] = { "word ", "a", "\n", "&amp;", "&eacute;", "&hellip;", "&#8217;", "&#x41", "&nbsp;", "&copy", "\xC3\xAB", "\xE2\x80\x99", "< ", " & ", "&lt;",
		"&nosuch;", "\t", "1", "&ampx", "&frac12;" };

	for (unsigned k = choose(c, 8); k; k--)
		buf_add(b, str_c(pieces[choose(c, sizeof(pieces) / sizeof(*pieces))]));
}

static void attributes(struct choices *c, struct buf *b)
{
	static const char *const pieces[] = { " class=\"a b\"", " id='x'", " hidden", " data-x=1", " title=\"a > b\"", " href=/x/y", " style = \"\"", " lang=nl" };

	for (unsigned k = choose(c, 4); k; k--)
		buf_add(b, str_c(pieces[choose(c, sizeof(pieces) / sizeof(*pieces))]));
}

/* Blocks hold blocks or inline content, paragraphs inline content alone; end tags that HTML lets out may be missing. */
static void content(struct choices *c, struct buf *b, int depth, bool block)
{
	static const char *const blocks[] = { "div", "section", "article", "blockquote", "ul", "figure", "table", "p", "h2", "pre", "main", "aside", "dl", "center" };
	static const char *const inlines[] = { "span", "em", "b", "i", "font", "time", "abbr", "custom-element", "small" };
	static const char *const hidden[] = { "<script>if (a<b) '<p>no'</script>", "<style>p>a{}</style>", "<!-- <p>no -->", "<br>", "<img src=x>", "<noscript><img src=x> no</noscript>",
		"<svg><path d='M0'/></svg>", "<!---->", "<button>no</button>", "<iframe><p>no</iframe>", "<textarea><p>no</textarea>", "<input>", "<wbr>" };

	for (unsigned k = choose(c, 6) + 1; k && b->n < PAGE_MAX; k--) {
		const char *name;
		unsigned kind = choose(c, 4);

		words(c, b);
		if (kind == 0 || depth > DEPTH_MAX) {
			buf_add(b, str_c(hidden[choose(c, sizeof(hidden) / sizeof(*hidden))]));
			continue;
		}
		bool is_block = block && kind > 1;

		name = is_block ? blocks[choose(c, sizeof(blocks) / sizeof(*blocks))] : inlines[choose(c, sizeof(inlines) / sizeof(*inlines))];
		buf_printf(b, "<%s", name);
		attributes(c, b);
		buf_byte(b, '>');
		if (!strcmp(name, "ul") || !strcmp(name, "dl") || !strcmp(name, "table")) {
			static const char *const open[] = { "<li>", "<dt>", "<tr><td>" }, *const close[] = { "</li>", "", "</td></tr>" };
			int which = name[0] == 'u' ? 0 : name[0] == 'd' ? 1 : 2;

			for (unsigned items = choose(c, 3) + 1; items; items--) {
				buf_add(b, str_c(open[which]));
				content(c, b, depth + 1, which != 1);
				if (choose(c, 4))
					buf_add(b, str_c(close[which]));
			}
		} else {
			content(c, b, depth + 1, is_block && strcmp(name, "p") && strcmp(name, "h2"));
		}
		if (strcmp(name, "p") || choose(c, 4))
			buf_printf(b, "</%s>", name);
	}
	words(c, b);
}

int LLVMFuzzerTestOneInput(const unsigned char *p, size_t n)
{
	struct arena a = { 0 };
	struct choices c = { p, n, 0 };
	struct dom m;
	struct buf b;

	if (!dom_read(&a, (struct str){ (const char *)p, n }, &m, NULL))
		for (uint32_t i = 0; i < m.n; i++)
			if (m.nodes[i].end <= i || m.nodes[i].end > m.n || (i && (m.nodes[i].parent >= i || m.nodes[i].end > m.nodes[m.nodes[i].parent].end)))
				abort();
	buf_init(&b, &a);
	buf_add(&b, STR("<!doctype html><html><head><title>t</title></head><body>"));
	content(&c, &b, 0, true);
	buf_add(&b, STR("</body></html>"));

	struct str own = oracle_own(&a, buf_str(&b)), theirs = oracle_gumbo(&a, buf_str(&b));

	if (oracle_differ(own, theirs) < SIZE_MAX) {
		fprintf(stderr, "%.*s\nown:   %.*s\ngumbo: %.*s\n", STR_ARG(buf_str(&b)), STR_ARG(own), STR_ARG(theirs));
		abort();
	}
	arena_free(&a);
	return 0;
}
