/* oracle.h - the visible text of a page by dom.c and by gumbo, both without white space, to be compared. */
#ifndef UNIT_ORACLE_H
#define UNIT_ORACLE_H

#include <gumbo.h>

#include "ingest/dom.h"

/* White space and invisible signs off; what is decoded already must not be decoded again. */
static inline void oracle_add(struct buf *b, struct str s, bool decoded)
{
	struct buf piece;

	buf_init(&piece, b->a);
	if (decoded) {
		struct buf raw;

		buf_init(&raw, b->a);
		for (size_t i = 0; i < s.n; i++)
			if (s.p[i] == '&')
				buf_add(&raw, STR("&amp;"));
			else
				buf_byte(&raw, s.p[i]);
		s = buf_str(&raw);
	}
	dom_text(&piece, s);
	for (size_t i = 0; i < piece.n; i++)
		if (piece.p[i] != ' ')
			buf_byte(b, piece.p[i]);
}

static inline struct str oracle_own(struct arena *a, struct str page)
{
	struct dom m;
	struct buf b;

	buf_init(&b, a);
	if (!dom_read(a, page, &m, NULL))
		for (uint32_t i = 0; i < m.n; i++)
			if (m.nodes[i].element == ELEMENT_TEXT)
				oracle_add(&b, m.nodes[i].text, false);
	return buf_str(&b);
}

static inline bool oracle_skips(const GumboNode *n)
{
	if (n->v.element.tag_namespace != GUMBO_NAMESPACE_HTML)
		return true;
	for (unsigned e = 1; e < ELEMENT_TEXT; e++)
		if (!strcmp(gumbo_normalized_tagname(n->v.element.tag), element_name((enum element)e)))
			return element_bits((enum element)e) & SKIPPED;
	return false;
}

static inline void oracle_walk(struct buf *b, const GumboNode *n, int depth)
{
	if (n->type == GUMBO_NODE_TEXT || n->type == GUMBO_NODE_WHITESPACE || n->type == GUMBO_NODE_CDATA)
		oracle_add(b, str_c(n->v.text.text), true);
	if (n->type != GUMBO_NODE_ELEMENT || oracle_skips(n) || depth > 2000)
		return;
	for (unsigned i = 0; i < n->v.element.children.length; i++)
		oracle_walk(b, n->v.element.children.data[i], depth + 1);
}

static inline struct str oracle_gumbo(struct arena *a, struct str page)
{
	GumboOptions options = kGumboDefaultOptions;
	struct buf b;

	options.max_errors = 0;
	buf_init(&b, a);
	GumboOutput *out = gumbo_parse_with_options(&options, page.p, page.n);

	if (out) {
		oracle_walk(&b, out->root, 0);
		gumbo_destroy_output(&options, out);
	}
	return buf_str(&b);
}

/* Where the two part, for people; SIZE_MAX: nowhere. */
static inline size_t oracle_differ(struct str x, struct str y)
{
	size_t i = 0;

	while (i < x.n && i < y.n && x.p[i] == y.p[i])
		i++;
	return i == x.n && i == y.n ? SIZE_MAX : i;
}

#endif
