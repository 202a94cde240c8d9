/* tame.c - a page of the wild to plain, properly nested markup of known depth, before a parser sees it.
 *
 * Gumbo 0.10 frees its tree by recursion (a page of 200,000 open elements ends in a stack overflow), reopens unclosed formatting elements
 * in every paragraph, searches a growing list for each element that stands wrongly in a table, and compares each attribute of a tag
 * with all before it.  Counting tags does not tell the depth, since end tags that match nothing are ignored, and so are end tags behind
 * a barrier (<p><object></p>).  So the page is written anew here:
 *
 *	scripts (but JSON-LD), styles, forms' controls, media, drawings, comments	left out with what they hold
 *	b i em font a …									left out, or <span> where they have attributes
 *	tables, forms, unknown elements							<div> or <span>
 *	attributes									those that tell what an element is, each once
 *	end tags									written for every element, in order; none too many
 *
 * With no barriers, formatting elements, tables or foreign elements left, the stack kept here is the parser's.
 */
#include "ingest/ingest.h"

enum { DEPTH_MAX = 256, ELEMENTS_MAX = 300000, NAME_MAX = 15, VALUE_MAX = 4096 };

enum treat {
	AS_SPAN,		/* ordinary: written as <span> */
	AS_PLAIN,		/* formatting: left out unless it has attributes */
	AS_DIV,		/* written as <div> */
	AS_BLOCK, AS_P, AS_LI, AS_DD, AS_HEADING,
	AS_TIME,		/* ordinary, kept */
	AS_VOID, AS_TITLE, AS_ROOT, AS_SCRIPT,
	AS_DROP,		/* the tag is left out */
	AS_SKIP		/* the element is left out */
};

static const struct {
	const char *name;
	enum treat treat;
} elements[] = {
	{ "p", AS_P }, { "li", AS_LI }, { "dd", AS_DD }, { "dt", AS_DD }, { "time", AS_TIME }, { "title", AS_TITLE },
	{ "script", AS_SCRIPT }, { "html", AS_ROOT }, { "body", AS_ROOT }, { "head", AS_DROP },
	{ "h1", AS_HEADING }, { "h2", AS_HEADING }, { "h3", AS_HEADING }, { "h4", AS_HEADING }, { "h5", AS_HEADING }, { "h6", AS_HEADING },
	{ "div", AS_BLOCK }, { "section", AS_BLOCK }, { "article", AS_BLOCK }, { "main", AS_BLOCK }, { "nav", AS_BLOCK },
	{ "aside", AS_BLOCK }, { "header", AS_BLOCK }, { "footer", AS_BLOCK }, { "figure", AS_BLOCK }, { "figcaption", AS_BLOCK },
	{ "blockquote", AS_BLOCK }, { "address", AS_BLOCK }, { "ul", AS_BLOCK }, { "ol", AS_BLOCK }, { "dl", AS_BLOCK },
	{ "pre", AS_DIV }, { "center", AS_DIV }, { "form", AS_DIV }, { "fieldset", AS_DIV }, { "details", AS_DIV }, { "summary", AS_DIV },
	{ "table", AS_DIV }, { "tr", AS_DIV }, { "td", AS_DIV }, { "th", AS_DIV }, { "caption", AS_DIV }, { "hgroup", AS_DIV },
	{ "tbody", AS_DROP }, { "thead", AS_DROP }, { "tfoot", AS_DROP }, { "col", AS_DROP }, { "colgroup", AS_DROP },
	{ "br", AS_VOID }, { "hr", AS_VOID }, { "meta", AS_VOID }, { "link", AS_VOID },
	{ "img", AS_DROP }, { "image", AS_DROP }, { "input", AS_DROP }, { "base", AS_DROP }, { "source", AS_DROP }, { "track", AS_DROP },
	{ "wbr", AS_DROP }, { "area", AS_DROP }, { "param", AS_DROP }, { "embed", AS_DROP }, { "frame", AS_DROP }, { "frameset", AS_DROP },
	{ "plaintext", AS_DROP }, { "isindex", AS_DROP }, { "keygen", AS_DROP }, { "option", AS_DROP }, { "optgroup", AS_DROP },
	{ "a", AS_PLAIN }, { "b", AS_PLAIN }, { "i", AS_PLAIN }, { "em", AS_PLAIN }, { "strong", AS_PLAIN }, { "font", AS_PLAIN },
	{ "u", AS_PLAIN }, { "s", AS_PLAIN }, { "small", AS_PLAIN }, { "big", AS_PLAIN }, { "code", AS_PLAIN }, { "tt", AS_PLAIN },
	{ "nobr", AS_PLAIN }, { "strike", AS_PLAIN }, { "span", AS_PLAIN }, { "abbr", AS_PLAIN }, { "mark", AS_PLAIN }, { "q", AS_PLAIN },
	{ "style", AS_SKIP }, { "noscript", AS_SKIP }, { "iframe", AS_SKIP }, { "noembed", AS_SKIP }, { "noframes", AS_SKIP },
	{ "xmp", AS_SKIP }, { "template", AS_SKIP }, { "svg", AS_SKIP }, { "math", AS_SKIP }, { "object", AS_SKIP }, { "applet", AS_SKIP },
	{ "select", AS_SKIP }, { "textarea", AS_SKIP }, { "button", AS_SKIP }, { "video", AS_SKIP }, { "audio", AS_SKIP },
	{ "canvas", AS_SKIP }, { "map", AS_SKIP }, { "datalist", AS_SKIP }, { "marquee", AS_SKIP },
};

enum { ELEMENTS = sizeof(elements) / sizeof(*elements), UNKNOWN = ELEMENTS };

struct tamer {
	struct str in;
	size_t at;
	struct buf out;
	struct {
		unsigned short element;		/* index into elements, or UNKNOWN */
		bool written;			/* its tag stands in out */
	} stack[DEPTH_MAX];
	unsigned depth, count;
	bool hopeless[ELEMENTS];		/* no end tag of that name is ahead: not searched for again */
	bool no_comment_end, rooted[ELEMENTS];
};

static enum treat treat_of(unsigned element)
{
	return element == UNKNOWN ? AS_SPAN : elements[element].treat;
}

static bool is_block(unsigned element)
{
	enum treat k = treat_of(element);

	return k == AS_BLOCK || k == AS_DIV || k == AS_P || k == AS_LI || k == AS_DD || k == AS_HEADING;
}

static const char *written_name(unsigned element)
{
	enum treat k = treat_of(element);

	return k == AS_DIV ? "div" : k == AS_SPAN || k == AS_PLAIN ? "span" : elements[element].name;
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_space(char c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

static bool same(struct str s, const char *name)
{
	size_t i = 0;

	while (i < s.n && name[i] && lower(s.p[i]) == name[i])
		i++;
	return i == s.n && !name[i];
}

static unsigned find_element(struct str name)
{
	for (unsigned i = 0; name.n <= NAME_MAX && i < ELEMENTS; i++)
		if (same(name, elements[i].name))
			return i;
	return UNKNOWN;
}

/* ---- the stack of open elements ------------------------------------------------------------- */

static void pop_to(struct tamer *t, unsigned depth)
{
	while (t->depth > depth) {
		t->depth--;
		if (t->stack[t->depth].written)
			buf_printf(&t->out, "</%s>", written_name(t->stack[t->depth].element));
	}
}

/* What HTML lets out of the end tags: an open p before a block, an open li before a li, an open heading before a heading. */
static void close_implied(struct tamer *t, unsigned element)
{
	enum treat k = treat_of(element);

	if (!is_block(element) && k != AS_VOID)
		return;
	if (k == AS_VOID && !same(STR("hr"), elements[element].name))
		return;
	for (unsigned i = t->depth; i-- > 0;) {
		enum treat open = treat_of(t->stack[i].element);

		if (open == AS_P || (open == AS_HEADING && k == AS_HEADING)) {
			pop_to(t, i);
			break;
		}
		if (is_block(t->stack[i].element))
			break;
	}
	if (k != AS_LI && k != AS_DD)
		return;
	for (unsigned i = t->depth; i-- > 0;) {
		enum treat open = treat_of(t->stack[i].element);

		if (open == k) {
			pop_to(t, i);
			break;
		}
		if (is_block(t->stack[i].element) && open != AS_DIV && t->stack[i].element != find_element(STR("div")))
			break;
	}
}

static void end_tag(struct tamer *t, unsigned element)
{
	for (unsigned i = t->depth; i-- > 0;) {
		unsigned open = t->stack[i].element;

		if (open == element || (treat_of(open) == AS_HEADING && treat_of(element) == AS_HEADING)) {
			pop_to(t, i);
			return;
		}
		if (!is_block(element) && is_block(open))
			return;		/* </span> does not close the <div> around it */
	}
}

/* ---- tags ------------------------------------------------------------------------------------- */

/* Attributes which say what an element is. */
static const char *const attributes[] = { "class", "id", "role", "itemprop", "property", "name", "content", "datetime", "lang", "hidden",
	"aria-hidden", "style", "rel", "type", "href", "charset" };
enum { ATTRIBUTES = sizeof(attributes) / sizeof(*attributes) };

struct tag {
	unsigned element;
	bool end;
	struct str value[ATTRIBUTES];	/* as in the page; p == NULL: not given */
};

/* From behind the name to behind the '>'; false when the page ends first. */
static bool read_attributes(struct tamer *t, struct tag *g)
{
	struct str in = t->in;
	size_t at = t->at;

	while (at < in.n) {
		size_t from, to;
		struct str name, value = STR("");

		while (at < in.n && (is_space(in.p[at]) || in.p[at] == '/'))
			at++;
		if (at < in.n && in.p[at] == '>') {
			t->at = at + 1;
			return true;
		}
		from = at;
		at += at < in.n;	/* a name may begin with = */
		while (at < in.n && !is_space(in.p[at]) && in.p[at] != '/' && in.p[at] != '>' && in.p[at] != '=')
			at++;
		name = str_sub(in, from, at);
		to = at;
		while (to < in.n && is_space(in.p[to]))
			to++;
		if (to < in.n && in.p[to] == '=') {
			at = to + 1;
			while (at < in.n && is_space(in.p[at]))
				at++;
			from = at;
			if (at < in.n && (in.p[at] == '"' || in.p[at] == '\'')) {
				const char *close = memchr(in.p + at + 1, in.p[at], in.n - at - 1);

				if (!close)
					return false;
				from++;
				at = (size_t)(close - in.p);
				value = str_sub(in, from, at);
				at++;
			} else {
				while (at < in.n && !is_space(in.p[at]) && in.p[at] != '>')
					at++;
				value = str_sub(in, from, at);
			}
		}
		for (int i = 0; i < ATTRIBUTES; i++)
			if (same(name, attributes[i]) && !g->value[i].p)
				g->value[i] = value;
	}
	return false;
}

static void write_value(struct buf *out, struct str v)
{
	if (v.n > VALUE_MAX)
		v.n = VALUE_MAX;
	while (v.n && ((unsigned char)v.p[v.n - 1] & 0xC0) == 0x80 && v.n > VALUE_MAX - 4)
		v.n--;
	for (size_t i = 0; i < v.n; i++)
		if (v.p[i] == '"')
			buf_add(out, STR("&quot;"));
		else if (v.p[i])
			buf_byte(out, v.p[i]);
}

static void write_tag(struct tamer *t, const struct tag *g)
{
	buf_printf(&t->out, "<%s", written_name(g->element));
	for (int i = 0; i < ATTRIBUTES; i++)
		if (g->value[i].p) {
			buf_printf(&t->out, " %s=\"", attributes[i]);
			write_value(&t->out, g->value[i]);
			buf_byte(&t->out, '"');
		}
	buf_byte(&t->out, '>');
}

/* Position of "</name" at or behind t->at, or in.n. */
static size_t find_end(struct tamer *t, unsigned element)
{
	struct str in = t->in, name = str_c(elements[element].name);
	size_t at = t->at;

	while (!t->hopeless[element] && at < in.n) {
		const char *less = memchr(in.p + at, '<', in.n - at);
		size_t end;

		if (!less)
			break;
		at = (size_t)(less - in.p);
		end = at + 2 + name.n;
		if (end < in.n && in.p[at + 1] == '/' && same(str_sub(in, at + 2, end), name.p) && !is_letter(in.p[end]))
			return at;
		at++;
	}
	t->hopeless[element] = true;
	return in.n;
}

/* Behind the end tag that begins at `at`. */
static void skip_end(struct tamer *t, size_t at)
{
	const char *close = memchr(t->in.p + at, '>', t->in.n - at);

	t->at = close ? (size_t)(close - t->in.p) + 1 : t->in.n;
}

static void text(struct tamer *t, struct str s)
{
	for (size_t i = 0; i < s.n;) {
		size_t run = i;

		while (run < s.n && s.p[run] != '<' && s.p[run])
			run++;
		buf_add(&t->out, str_sub(s, i, run));
		if (run < s.n && s.p[run] == '<')
			buf_add(&t->out, STR("&lt;"));
		i = run + 1;
	}
}

static int open_element(struct tamer *t, const struct tag *g, struct error *e)
{
	bool bare = true;

	close_implied(t, g->element);
	if (treat_of(g->element) == AS_PLAIN)
		for (int i = 0; i < ATTRIBUTES; i++)
			bare &= !g->value[i].p || same(STR("href"), attributes[i]) || same(STR("rel"), attributes[i]);
	if (t->depth == DEPTH_MAX)
		return error_set(e, COU_ELIMIT, "more than %d elements inside each other", DEPTH_MAX);
	if (++t->count > ELEMENTS_MAX)
		return error_set(e, COU_ELIMIT, "more than %d elements", ELEMENTS_MAX);
	t->stack[t->depth].element = (unsigned short)g->element;
	t->stack[t->depth].written = !(treat_of(g->element) == AS_PLAIN && bare);
	if (t->stack[t->depth].written)
		write_tag(t, g);
	t->depth++;
	return 0;
}

static int start_tag(struct tamer *t, const struct tag *g, struct error *e)
{
	int type = 0;
	size_t end;

	switch (treat_of(g->element)) {
	case AS_DROP:
		return 0;
	case AS_ROOT:
		if (!t->rooted[g->element] && !t->depth)
			write_tag(t, g);
		t->rooted[g->element] = true;
		return 0;
	case AS_VOID:
		if (++t->count > ELEMENTS_MAX)
			return error_set(e, COU_ELIMIT, "more than %d elements", ELEMENTS_MAX);
		close_implied(t, g->element);
		write_tag(t, g);
		return 0;
	case AS_SKIP:
		end = find_end(t, g->element);
		if (end < t->in.n)
			skip_end(t, end);
		return 0;
	case AS_SCRIPT:
		while (!same(STR("type"), attributes[type]))
			type++;
		end = find_end(t, g->element);
		if (end < t->in.n && same(str_trim(g->value[type]), "application/ld+json")) {
			buf_add(&t->out, STR("<script type=\"application/ld+json\">"));
			/* a comment opened inside a script would hide its end from the parser */
			for (size_t i = t->at; i < end; i++)
				if (t->in.p[i] == '<' && i + 1 < end && t->in.p[i + 1] == '!')
					buf_add(&t->out, STR("\\u003c"));
				else if (t->in.p[i])
					buf_byte(&t->out, t->in.p[i]);
			buf_add(&t->out, STR("</script>"));
		}
		if (end < t->in.n)
			skip_end(t, end);
		else
			t->at = t->in.n;	/* a cut script is no text */
		return ++t->count > ELEMENTS_MAX ? error_set(e, COU_ELIMIT, "more than %d elements", ELEMENTS_MAX) : 0;
	case AS_TITLE:
		end = find_end(t, g->element);
		if (end < t->in.n) {
			buf_add(&t->out, STR("<title>"));
			text(t, str_sub(t->in, t->at, end));
			buf_add(&t->out, STR("</title>"));
			skip_end(t, end);
		}
		return ++t->count > ELEMENTS_MAX ? error_set(e, COU_ELIMIT, "more than %d elements", ELEMENTS_MAX) : 0;
	default:
		return open_element(t, g, e);
	}
}

/* "<!", "<?": comments, declarations. */
static void skip_markup(struct tamer *t)
{
	struct str rest = str_sub(t->in, t->at, t->in.n);

	if (str_starts(rest, STR("<!--")) && !t->no_comment_end) {
		size_t end = str_search(str_sub(rest, 2, rest.n), STR("-->"));

		if (end + 2 < rest.n) {
			t->at += end + 5;
			return;
		}
		t->no_comment_end = true;
	}
	skip_end(t, t->at);
}

int tame_page(struct arena *a, struct str page, struct str *out, struct error *e)
{
	struct tamer *t = arena_new(a, struct tamer);
	int rc = 0;

	t->in = page;
	buf_init(&t->out, a);
	while (rc == 0 && t->at < page.n) {
		const char *less = memchr(page.p + t->at, '<', page.n - t->at);
		size_t at = less ? (size_t)(less - page.p) : page.n, name = at + 1;
		struct tag g = { 0 };
		char next = name < page.n ? page.p[name] : 0;

		text(t, str_sub(page, t->at, at));
		t->at = at;
		if (at == page.n)
			break;
		if (next == '!' || next == '?') {
			skip_markup(t);
			continue;
		}
		g.end = next == '/';
		name += g.end;
		if (name >= page.n || !is_letter(page.p[name])) {
			text(t, str_sub(page, at, at + 1));
			t->at = at + 1;
			continue;
		}
		t->at = name;
		while (t->at < page.n && !is_space(page.p[t->at]) && page.p[t->at] != '>' && page.p[t->at] != '/')
			t->at++;
		g.element = find_element(str_sub(page, name, t->at));
		if (!read_attributes(t, &g))
			break;		/* the page ends inside a tag */
		if (g.end)
			end_tag(t, g.element);
		else
			rc = start_tag(t, &g, e);
	}
	pop_to(t, 0);
	*out = buf_str(&t->out);
	return rc;
}
