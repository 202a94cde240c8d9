/* dom.c - a page of the wild as a tree: a tokenizer and a stack, in one pass, in memory and time that grow with the page and nothing else.
 *
 * HTML's own way to a tree (WHATWG, "13.2 Parsing HTML documents") exists so that all browsers show the same; an article needs less.  What is
 * kept of it: what end tags may be left out, which end tags count, what scripts and titles hold, what a comment is, which references mean
 * what.  What is not: formatting elements are not opened again in the next paragraph (they say nothing here), text that stands wrongly in a
 * table stays where it is, html, head and body are no nodes.  On pages without such errors the texts are those of any parser: test/fuzz/
 * dom.c holds this tree against gumbo's.
 *
 * Against pages that are made to hurt: a name is compared with a handful of others, attributes with none before them, an end tag is
 * looked for among the OPEN_MAX innermost elements at most (deeper ones are not opened: what they hold belongs to the last that was), and
 * the end of a script that has none is searched once.
 */
#include "ingest/dom.h"

#include "base/vec.h"

enum { OPEN_MAX = 256, NODES_MAX = 1000000, NAME_MAX = 15, VALUE_MAX = 4096, JSON_TYPES = 3 };

static const struct {
	const char *name;
	uint8_t bits;
} elements[] = {
#define ELEMENT_(name, constant, bits)	{ name, bits },
	ELEMENTS_(ELEMENT_)
#undef ELEMENT_
};

static const char *const attribute_names[] = {
#define ATTRIBUTE_(constant, name)	name,
	ATTRIBUTES_(ATTRIBUTE_)
#undef ATTRIBUTE_
};

struct parser {
	struct arena *a;
	struct str in;
	size_t at;
	VEC(struct node) nodes;
	VEC(struct attribute_value) attributes;
	uint32_t open[OPEN_MAX];		/* nodes, the page first */
	unsigned depth;
	bool hopeless[ELEMENTS];		/* no end tag of that name is ahead: not searched for again */
	bool no_comment_end, frames;
	uint16_t by_letter[27];			/* first element with that first letter */
};

const char *element_name(enum element e)
{
	return e < ELEMENT_TEXT ? elements[e].name : "";
}

unsigned element_bits(enum element e)
{
	return e < ELEMENT_TEXT ? elements[e].bits : 0;
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

static enum element find_element(const struct parser *p, struct str name)
{
	unsigned letter = (unsigned)(lower(name.p[0]) - 'a');

	for (unsigned i = p->by_letter[letter]; name.n <= NAME_MAX && i < p->by_letter[letter + 1]; i++)
		if (same(name, elements[i].name))
			return (enum element)i;
	return ELEMENT_NONE;
}

/* ---- the stack of open elements ------------------------------------------------------------- */

static struct node *top(struct parser *p, unsigned below)
{
	return &p->nodes.at[p->open[p->depth - 1 - below]];
}

static void close_to(struct parser *p, unsigned depth)
{
	while (p->depth > depth) {
		struct node *n = top(p, 0);

		n->end = (uint32_t)p->nodes.n;
		p->depth--;
		if (p->depth && ((n->bits & BLOCK_LEVEL) || n->has_block) && !(top(p, 0)->bits & BLOCK_LEVEL))
			top(p, 0)->has_block = true;
	}
}

static struct node *add_node(struct parser *p, enum element element)
{
	struct node *n = vec_push(p->a, &p->nodes);

	n->element = (uint16_t)element;
	n->bits = element < ELEMENT_TEXT ? elements[element].bits : 0;
	n->parent = p->depth ? p->open[p->depth - 1] : 0;
	n->end = (uint32_t)p->nodes.n;
	return n;
}

/* Closes the innermost open element of the set, unless one of the walls stands between. */
static void close_one(struct parser *p, bool (*is)(enum element), bool (*wall)(enum element))
{
	for (unsigned i = p->depth; i-- > 1;) {
		enum element open = p->nodes.at[p->open[i]].element;

		if (is(open)) {
			close_to(p, i);
			return;
		}
		if (wall(open))
			return;
	}
}

static bool is_p(enum element e) { return e == ELEMENT_P; }
static bool is_li(enum element e) { return e == ELEMENT_LI; }
static bool is_heading(enum element e) { return e < ELEMENT_TEXT && (elements[e].bits & HEADING); }
static bool is_term(enum element e) { return e == ELEMENT_DD || e == ELEMENT_DT; }
static bool is_cell(enum element e) { return e == ELEMENT_TD || e == ELEMENT_TH || e == ELEMENT_CAPTION; }
static bool is_row(enum element e) { return e == ELEMENT_TR; }
static bool is_link(enum element e) { return e == ELEMENT_A; }
static bool is_table(enum element e) { return e == ELEMENT_TABLE; }
static bool is_row_or_table(enum element e) { return is_row(e) || is_table(e); }
static bool is_wall(enum element e) { return is_cell(e) || is_table(e); }
static bool is_list(enum element e) { return is_wall(e) || e == ELEMENT_UL || e == ELEMENT_OL || e == ELEMENT_MENU || e == ELEMENT_DIR; }
static bool is_block(enum element e) { return e < ELEMENT_TEXT && (elements[e].bits & BLOCK_LEVEL); }
static bool is_block_but_p(enum element e) { return is_block(e) && e != ELEMENT_P; }

/* What HTML lets out of the end tags. */
static void close_implied(struct parser *p, enum element e)
{
	if (is_block(e) && !is_row(e) && !is_cell(e))
		close_one(p, is_p, is_wall);
	if (is_heading(e))
		close_one(p, is_heading, is_block);
	if (e == ELEMENT_LI)
		close_one(p, is_li, is_list);
	if (is_term(e))
		close_one(p, is_term, is_list);
	if (e == ELEMENT_A)
		close_one(p, is_link, is_block);
	if (is_cell(e) || is_row(e))
		close_one(p, is_cell, is_row_or_table);
	if (is_row(e))
		close_one(p, is_row, is_table);
}

static void end_tag(struct parser *p, enum element e)
{
	for (unsigned i = p->depth; i-- > 1;) {
		enum element open = p->nodes.at[p->open[i]].element;

		if (open == e || (is_heading(open) && is_heading(e))) {
			close_to(p, i);
			return;
		}
		if (is_wall(open) && !(is_row_or_table(e) || is_cell(e)))
			return;		/* nothing inside a cell closes what is open around its table */
		if (is_table(open) && !is_table(e))
			return;
		if (!is_block(e) && is_block_but_p(open))
			return;		/* </span> does not close the <div> around it */
	}
}

/* ---- tags ------------------------------------------------------------------------------------- */

static void add_attribute(struct parser *p, struct str name, struct str value)
{
	if (value.n > VALUE_MAX)
		for (value.n = VALUE_MAX; value.n && ((unsigned char)value.p[value.n] & 0xC0) == 0x80; )
			value.n--;
	for (uint32_t i = 0; i < sizeof(attribute_names) / sizeof(*attribute_names); i++)
		if (lower(name.p[0]) == attribute_names[i][0] && same(name, attribute_names[i])) {
			vec_add(p->a, &p->attributes, ((struct attribute_value){ i, value }));
			return;
		}
}

/* From behind the name to behind the '>'; false when the page ends first. */
static bool read_attributes(struct parser *p, bool keep)
{
	struct str in = p->in;
	size_t at = p->at;
	unsigned count = 0;

	while (at < in.n) {
		size_t from, to;
		struct str name, value = STR("");

		while (at < in.n && (is_space(in.p[at]) || in.p[at] == '/'))
			at++;
		if (at < in.n && in.p[at] == '>') {
			p->at = at + 1;
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
		if (keep && name.n && count++ < 64)
			add_attribute(p, name, value);
	}
	return false;
}

/* Position of "</name" at or behind p->at, or in.n. */
static size_t find_end(struct parser *p, enum element e)
{
	struct str in = p->in, name = str_c(elements[e].name);
	size_t at = p->at;

	while (!p->hopeless[e] && at < in.n) {
		const char *less = memchr(in.p + at, '<', in.n - at);
		size_t end;

		if (!less)
			break;
		at = (size_t)(less - in.p);
		end = at + 2 + name.n;
		if (end <= in.n && in.p[at + 1] == '/' && same(str_sub(in, at + 2, end), name.p) && (end == in.n || !is_letter(in.p[end])))
			return at;
		at++;
	}
	p->hopeless[e] = true;
	return in.n;
}

/* Behind the end tag that begins at `at`. */
static void skip_end(struct parser *p, size_t at)
{
	const char *close = memchr(p->in.p + at, '>', p->in.n - at);

	p->at = close ? (size_t)(close - p->in.p) + 1 : p->in.n;
}

static void add_text(struct parser *p, struct str s)
{
	if (s.n)
		add_node(p, ELEMENT_TEXT)->text = s;
}

static bool is_json(struct str type)
{
	static const char *const types[JSON_TYPES] = { "application/ld+json", "application/json", "application/ld+json; charset=utf-8" };

	type = str_trim(type);
	for (int i = 0; i < JSON_TYPES; i++)
		if (same(type, types[i]))
			return true;
	return false;
}

static struct str given(const struct parser *p, const struct node *n, enum attribute which)
{
	for (uint32_t i = n->attributes; i < n->attributes + n->n_attributes; i++)
		if (p->attributes.at[i].which == which)
			return p->attributes.at[i].value;
	return STR_NONE;
}

/* An element that is left out with what it holds; n is its node, which goes again unless its text is wanted. */
static void skip_element(struct parser *p, enum element e)
{
	struct node *n = &p->nodes.at[p->nodes.n - 1];
	bool wanted = e == ELEMENT_TITLE || (e == ELEMENT_SCRIPT && is_json(given(p, n, ATTRIBUTE_TYPE)));
	size_t end = find_end(p, e);

	if (end < p->in.n || (e == ELEMENT_SCRIPT || e == ELEMENT_STYLE)) {	/* a cut script is no text */
		if (wanted) {
			p->nodes.at[p->nodes.n - 1].text = str_sub(p->in, p->at, end);
			skip_end(p, end);
			return;
		}
		skip_end(p, end);
	}
	p->attributes.n = n->attributes;
	p->nodes.n--;
}

static void start_tag(struct parser *p, struct str name)
{
	enum element e = find_element(p, name);
	uint8_t bits = elements[e].bits;
	uint32_t attributes = (uint32_t)p->attributes.n;
	bool keep = !(bits & DROPPED) || e == ELEMENT_HTML;

	if (!read_attributes(p, keep)) {
		p->attributes.n = attributes;
		p->at = p->in.n;
		return;		/* the page ends inside a tag */
	}
	p->frames |= e == ELEMENT_FRAMESET;
	if (e == ELEMENT_HTML && !p->nodes.at[0].n_attributes) {
		p->nodes.at[0].attributes = attributes;
		p->nodes.at[0].n_attributes = (uint32_t)p->attributes.n - attributes;
	}
	if ((bits & DROPPED) || (e == ELEMENT_NOFRAMES && p->frames))
		return;
	if (!(bits & SKIPPED))
		close_implied(p, e);
	if (e == ELEMENT_NONE)
		vec_add(p->a, &p->attributes, ((struct attribute_value){ ATTRIBUTE_TAG, name }));
	struct node *n = add_node(p, e);

	n->attributes = attributes;
	n->n_attributes = (uint32_t)p->attributes.n - attributes;
	if (bits & SKIPPED)
		skip_element(p, e);
	else if (!(bits & VOID) && p->depth < OPEN_MAX)
		p->open[p->depth++] = (uint32_t)p->nodes.n - 1;
	else if ((bits & BLOCK_LEVEL) && !(top(p, 0)->bits & BLOCK_LEVEL))
		top(p, 0)->has_block = true;
}

/* "<!", "<?", "</" before no letter: comments, declarations, nonsense. */
static void skip_markup(struct parser *p)
{
	struct str rest = str_sub(p->in, p->at, p->in.n);

	if (str_starts(rest, STR("<!--")) && !p->no_comment_end) {
		size_t end = 2;

		for (const char *dash; end + 2 < rest.n && (dash = memchr(rest.p + end, '>', rest.n - end)); end++) {
			end = (size_t)(dash - rest.p);
			if (rest.p[end - 1] == '-' && rest.p[end - 2] == '-' && end >= 4) {
				p->at += end + 1;
				return;
			}
			if (end >= 6 && str_starts(str_sub(rest, end - 3, end), STR("--!"))) {
				p->at += end + 1;
				return;
			}
		}
		p->no_comment_end = true;
	}
	skip_end(p, p->at);
}

static void index_letters(struct parser *p)
{
	unsigned i = 1;

	for (unsigned letter = 0; letter < 26; letter++) {
		p->by_letter[letter] = (uint16_t)i;
		while (i < ELEMENT_TEXT && elements[i].name[0] == (char)('a' + letter))
			i++;
	}
	p->by_letter[26] = (uint16_t)i;
}

/* Where the next markup begins, or the end of the page: a '<' before neither a letter nor a mark is text. */
static size_t next_markup(struct str page, size_t at)
{
	while (at < page.n) {
		const char *less = memchr(page.p + at, '<', page.n - at);

		at = less ? (size_t)(less - page.p) : page.n;
		if (at + 1 >= page.n)
			return page.n;
		if (is_letter(page.p[at + 1]) || page.p[at + 1] == '/' || page.p[at + 1] == '!' || page.p[at + 1] == '?')
			break;
		at++;
	}
	return at;
}

/* The tag that begins at p->at. */
static void read_tag(struct parser *p)
{
	struct str page = p->in, tag;
	bool end = page.p[p->at + 1] == '/';
	size_t name = p->at + 1 + end;

	if (name >= page.n || !is_letter(page.p[name])) {
		skip_markup(p);
		return;
	}
	for (p->at = name; p->at < page.n && !is_space(page.p[p->at]) && page.p[p->at] != '>' && page.p[p->at] != '/'; )
		p->at++;
	tag = str_sub(page, name, p->at);
	if (!end) {
		start_tag(p, tag);
	} else if (read_attributes(p, false)) {
		enum element e = find_element(p, tag);

		if (e == ELEMENT_BR)
			add_node(p, e);
		else if (!(elements[e].bits & (DROPPED | SKIPPED | VOID)))
			end_tag(p, e);
	} else {
		p->at = page.n;
	}
}

int dom_read(struct arena *a, struct str page, struct dom *m, struct error *e)
{
	struct parser *p = arena_new(a, struct parser);
	int rc = COU_OK;

	p->a = a;
	p->in = page;
	index_letters(p);
	add_node(p, ELEMENT_HTML)->bits = BLOCK_LEVEL;
	p->open[p->depth++] = 0;
	while (!rc && p->at < page.n) {
		size_t at = next_markup(page, p->at);

		add_text(p, str_sub(page, p->at, at));
		p->at = at;
		if (p->nodes.n >= NODES_MAX)
			rc = error_set(e, COU_ELIMIT, "more than %d elements and texts", NODES_MAX);
		else if (at < page.n)
			read_tag(p);
	}
	close_to(p, 0);
	*m = (struct dom){ p->nodes.at, (uint32_t)p->nodes.n, p->attributes.at };
	return rc;
}

/* ---- asking the tree --------------------------------------------------------------------------- */

struct str dom_attribute(const struct dom *m, uint32_t node, enum attribute which)
{
	const struct node *n = &m->nodes[node];

	for (uint32_t i = n->attributes; i < n->attributes + n->n_attributes; i++)
		if (m->attributes[i].which == which)
			return m->attributes[i].value;
	return STR_NONE;
}

struct str dom_value(struct arena *a, const struct dom *m, uint32_t node, enum attribute which)
{
	struct str raw = dom_attribute(m, node, which);
	struct buf b;

	if (!raw.n)
		return raw;
	buf_init(&b, a);
	dom_text(&b, raw);
	return str_trim(buf_str(&b));
}
