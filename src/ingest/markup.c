/* markup.c - the body of an article in HTML as lines of plain text.
 *
 * No tree: one pass over tags, and how many of the elements that give a line its type are open.  So nothing can be too deep, end tags may lack, and 30 MB of
 * anything take no longer than 30 MB of text.
 */
#include "ingest/markup.h"

#include "base/utf8.h"
#include "doc/words.h"

enum treat {
	INLINE,			/* its tags mean nothing */
	GAP,			/* a blank at least */
	BREAK,			/* <br> */
	BLOCK,			/* its tags part lines */
	LISTS, LIST, TABLE, CELL,	/* blocks of items: the container stands before its item here */
	HEADING, QUOTE, CAPTION, CREDIT, BYLINE, DATELINE, PRE,	/* other blocks that give a type */
	SKIP,			/* left out with all it holds, tags included */
	RAW,			/* the same; no tags are inside */
	TREATS
};

static const struct {
	const char *name;
	enum treat treat;
} elements[] = {
	{ "br", BREAK }, { "p", BLOCK }, { "div", BLOCK }, { "section", BLOCK }, { "article", BLOCK }, { "main", BLOCK }, { "header", BLOCK }, { "figure", BLOCK },
	{ "ul", LISTS }, { "ol", LISTS }, { "dl", LISTS }, { "table", TABLE }, { "tr", BLOCK }, { "tbody", BLOCK }, { "thead", BLOCK }, { "address", BLOCK },
	{ "hr", BLOCK }, { "center", BLOCK }, { "body", BLOCK }, { "details", BLOCK }, { "summary", BLOCK }, { "form", BLOCK },
	{ "h1", HEADING }, { "h2", HEADING }, { "h3", HEADING }, { "h4", HEADING }, { "h5", HEADING }, { "h6", HEADING },
	{ "li", LIST }, { "dt", LIST }, { "dd", LIST }, { "blockquote", QUOTE }, { "figcaption", CAPTION }, { "caption", CAPTION },
	{ "td", CELL }, { "th", CELL }, { "pre", PRE },
	/* NITF */
	{ "block", BLOCK }, { "body.head", BLOCK }, { "body.content", BLOCK }, { "abstract", BLOCK }, { "hl1", HEADING }, { "hl2", HEADING }, { "bq", QUOTE },
	{ "media", BLOCK }, { "media-caption", CAPTION }, { "media-producer", CREDIT }, { "credit", CREDIT }, { "byline", BYLINE }, { "tagline", BYLINE },
	{ "dateline", DATELINE }, { "person", INLINE }, { "byttl", GAP }, { "location", GAP }, { "story.date", GAP }, { "virtloc", GAP },
	{ "fn", SKIP }, { "note", SKIP }, { "copyrite", SKIP }, { "distributor", SKIP }, { "nitf-table", SKIP }, { "custom-table", SKIP }, { "media-metadata", SKIP },
	{ "rights", SKIP },
	{ "nav", SKIP }, { "aside", SKIP }, { "footer", SKIP }, { "svg", SKIP }, { "math", SKIP }, { "object", SKIP }, { "video", SKIP }, { "audio", SKIP },
	{ "select", SKIP }, { "button", SKIP }, { "canvas", SKIP }, { "template", SKIP }, { "noscript", SKIP },
	{ "script", RAW }, { "style", RAW }, { "textarea", RAW }, { "iframe", RAW }, { "title", RAW }, { "xmp", RAW }
};

enum { ELEMENTS = sizeof(elements) / sizeof(*elements), INDENT = 2, NAMED_MAX = 300 };

struct scan {
	struct arena *a;
	struct str in;
	size_t at;
	struct body *out;
	struct buf text;		/* of the line so far */
	bool blank, broken;		/* white space stands behind it; a <br> */
	unsigned open[TREATS];
	int named;			/* type that a class names, or LINE_ANY */
	unsigned named_element;		/* whose end tag ends it */
	bool joined, lines;
	bool hopeless[ELEMENTS];	/* no end tag of that name is ahead */
};

static bool is_blank(char c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

static bool is_letter(char c)
{
	return lower(c) >= 'a' && lower(c) <= 'z';
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
	unsigned i = 0;

	while (i < ELEMENTS && !same(name, elements[i].name))
		i++;
	return i;
}

static enum treat treat_of(unsigned element)
{
	return element < ELEMENTS ? elements[element].treat : INLINE;
}

/* ---- lines ----------------------------------------------------------------------------------- */

static void add_line(struct arena *a, struct body *out, struct body_line line)
{
	if (out->n < BODY_LINES_MAX)
		*vec_push(a, out) = line;
	else
		out->over = true;
}

void body_add(struct arena *a, struct body *out, int type, bool joined, struct str text)
{
	text = line_of_text(a, text);
	if (text.n)
		add_line(a, out, (struct body_line){ type, joined && out->n, text });
}

static bool is_sentence(struct str s)
{
	char end = s.n ? s.p[s.n - 1] : 0;

	return s.n > 40 && (end == '.' || end == '!' || end == '?' || end == '"' || (unsigned char)end == 0x9D);
}

static int type_of(const struct scan *s)
{
	if (s->named == BLOCK_CAPTION || (s->named != LINE_ANY && s->text.n < NAMED_MAX))
		return s->named;
	if (s->open[BYLINE] || s->open[DATELINE])
		return s->open[BYLINE] ? BLOCK_BYLINE : BLOCK_DATELINE;
	if (s->open[CREDIT] || s->open[CAPTION])
		return s->open[CREDIT] ? BLOCK_CREDIT : BLOCK_CAPTION;
	if (s->open[HEADING])
		return BLOCK_SUBHEADING;
	if (s->open[LIST])
		return BLOCK_LIST;
	return s->open[QUOTE] ? BLOCK_QUOTE : LINE_ANY;
}

static void end_line(struct scan *s, bool line_goes_on)
{
	int type = type_of(s);

	if (s->text.n && (!s->open[CELL] || type != LINE_ANY || is_sentence(buf_str(&s->text)))) {
		add_line(s->a, s->out, (struct body_line){ type, s->joined && s->out->n, buf_str(&s->text) });
		s->joined = false;
	}
	if (s->out->over)
		s->text.n = 0;
	else if (s->text.n)
		buf_init(&s->text, s->a);
	s->blank = s->broken = false;
	s->joined = line_goes_on && s->out->n;
}

/* Text between tags; where lines count, blank lines and indents part paragraphs. */
static void text(struct scan *s, struct str t)
{
	while ((s->lines || s->open[PRE]) && t.n) {
		size_t at = str_find(t, '\n'), next = at + 1;

		while (next < t.n && (t.p[next] == ' ' || t.p[next] == '\t' || t.p[next] == '\r'))
			next++;
		line_add(&s->text, &s->blank, str_sub(t, 0, at));
		s->blank |= at < t.n;
		if (at < t.n && next < t.n && (t.p[next] == '\n' || next - at - 1 >= INDENT || t.p[next - 1] == '\t'))
			end_line(s, false);
		t = at < t.n ? str_sub(t, at + 1, t.n) : STR_NONE;
	}
	if (str_trim(t).n)
		s->broken = false;
	line_add(&s->text, &s->blank, t);
}

/* ---- tags ---------------------------------------------------------------------------------------- */

/* The type that one of the words of the class names: "wp-caption-text", "article__byline". */
static int named_type(struct str class)
{
	static const struct {
		const char *word;
		int type;
	} words[] = { { "caption", BLOCK_CAPTION }, { "credit", BLOCK_CREDIT }, { "byline", BLOCK_BYLINE }, { "dateline", BLOCK_DATELINE } };

	for (size_t at = 0; at < class.n;) {
		size_t from = at;

		while (at < class.n && is_letter(class.p[at]))
			at++;
		for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
			if (same(str_sub(class, from, at), words[i].word))
				return words[i].type;
		at += at == from || at < class.n;
	}
	return LINE_ANY;
}

/* From behind the name to behind the '>'; *class gets that attribute's value. */
static bool read_tag(struct scan *s, struct str *class)
{
	struct str in = s->in;
	size_t at = s->at;

	*class = STR_NONE;
	while (at < in.n && in.p[at] != '>') {
		size_t from = at, to;

		if (is_blank(in.p[at]) || in.p[at] == '/') {
			at++;
			continue;
		}
		while (at < in.n && !is_blank(in.p[at]) && in.p[at] != '=' && in.p[at] != '>')
			at++;
		to = at;
		if (at == from)
			at++;
		if (at >= in.n || in.p[at] != '=')
			continue;
		at++;
		struct str name = str_sub(in, from, to), value;
		char quote = at < in.n ? in.p[at] : 0;

		if (quote == '"' || quote == '\'') {
			size_t end = str_find(str_sub(in, at + 1, in.n), quote);

			value = str_sub(in, at + 1, at + 1 + end);
			at = at + 1 + end + (at + 1 + end < in.n);
		} else {
			from = at;
			while (at < in.n && !is_blank(in.p[at]) && in.p[at] != '>')
				at++;
			value = str_sub(in, from, at);
		}
		if (same(name, "class") && value.n < 200)
			*class = value;
	}
	if (at >= in.n)
		return false;
	s->at = at + 1;
	return true;
}

/* Position of "</name" or "<name" (end: only the first) at or behind `at`; in.n where there is none. */
static size_t find_tag(const struct scan *s, size_t at, const char *name, bool end)
{
	size_t n = strlen(name);

	while (at < s->in.n) {
		size_t from = at + str_find(str_sub(s->in, at, s->in.n), '<'), word = from + 1;

		if (from >= s->in.n)
			break;
		bool closing = word < s->in.n && s->in.p[word] == '/';

		word += closing;
		if ((closing || !end) && word + n <= s->in.n && same(str_sub(s->in, word, word + n), name) &&
		    (word + n == s->in.n || !(is_letter(s->in.p[word + n]) || s->in.p[word + n] == '-')))
			return from;
		at = from + 1;
	}
	return s->in.n;
}

/* Behind the element whose start tag was just read, where it has an end. */
static void skip_element(struct scan *s, unsigned element)
{
	const char *name = elements[element].name;
	bool raw = elements[element].treat == RAW;
	unsigned depth = 1;
	size_t at = s->at;

	if (s->hopeless[element])
		return;
	while (depth && at < s->in.n) {
		at = find_tag(s, at, name, raw);
		if (at == s->in.n)
			break;
		depth += s->in.p[at + 1] == '/' ? -1u : 1u;
		at++;
	}
	if (!depth)
		s->at = at + str_find(str_sub(s->in, at, s->in.n), '>') + 1;
	else if (raw)
		s->at = s->in.n;		/* a script cut off is no text */
	else
		s->hopeless[element] = true;
	s->at = s->at < s->in.n ? s->at : s->in.n;
}

static void start_tag(struct scan *s, unsigned element, struct str class)
{
	enum treat treat = treat_of(element);
	int named = named_type(class);

	if (treat == SKIP || treat == RAW) {
		skip_element(s, element);
		return;
	}
	if (treat == GAP)
		s->blank = true;
	if (treat == BREAK) {
		if (s->broken)
			end_line(s, false);
		s->broken = s->text.n > 0;
		s->blank = true;
		return;
	}
	if (treat > GAP || (named != LINE_ANY && named != s->named))
		end_line(s, treat <= GAP && s->text.n);
	if (treat == LIST || treat == CELL)
		s->open[treat] = s->open[treat - 1] ? s->open[treat - 1] : 1;	/* an item ends the one before it */
	else if (treat >= LISTS && treat < SKIP)
		s->open[treat]++;
	if (named != LINE_ANY && s->named == LINE_ANY) {
		s->named = named;
		s->named_element = element;
	}
}

static void end_tag(struct scan *s, unsigned element)
{
	enum treat treat = treat_of(element);
	bool named = s->named != LINE_ANY && s->named_element == element;

	if (treat == BREAK || treat >= SKIP)
		return;
	s->blank |= treat == GAP;
	if (treat > GAP || named)
		end_line(s, treat <= GAP);
	if (treat >= LISTS && s->open[treat])
		s->open[treat]--;
	if ((treat == LISTS || treat == TABLE) && s->open[treat + 1] > s->open[treat])
		s->open[treat + 1] = s->open[treat];
	if (named)
		s->named = LINE_ANY;
}

static void markup_at(struct scan *s)
{
	struct str rest = str_sub(s->in, s->at, s->in.n), class;
	bool end = rest.n > 1 && rest.p[1] == '/';
	size_t name = 1 + end, to = name;

	if (rest.n > 1 && (rest.p[1] == '!' || rest.p[1] == '?')) {
		bool comment = str_starts(rest, STR("<!--"));
		size_t close = comment ? str_search(rest, STR("-->")) : str_find(rest, '>');

		s->at += close < rest.n ? close + (comment ? 3 : 1) : rest.n;
		return;
	}
	while (to < rest.n && (is_letter(rest.p[to]) || (to > name && ((rest.p[to] >= '0' && rest.p[to] <= '9') || rest.p[to] == '-' || rest.p[to] == '.'))))
		to++;
	if (to == name) {
		line_add(&s->text, &s->blank, STR("<"));
		s->at++;
		return;
	}
	unsigned element = find_element(str_sub(rest, name, to));

	s->at += to;
	if (!read_tag(s, &class))
		s->at = s->in.n;		/* cut inside a tag */
	else if (end)
		end_tag(s, element);
	else
		start_tag(s, element, class);
}

/* ---- markup that was escaped once too often ----------------------------------------------------- */

static bool has_tag(struct str s, struct str less)
{
	for (size_t at = 0;;) {
		size_t n = str_search(str_sub(s, at, s.n), less), from;

		if (at + n >= s.n)
			return false;
		at += n + less.n;
		from = at + (at < s.n && s.p[at] == '/');
		size_t to = from;

		while (to < s.n && to - from < 12 && (is_letter(s.p[to]) || (to > from && s.p[to] >= '0' && s.p[to] <= '9')))
			to++;
		if (to > from && (find_element(str_sub(s, from, to)) < ELEMENTS || same(str_sub(s, from, to), "a") || same(str_sub(s, from, to), "b") ||
				  same(str_sub(s, from, to), "i") || same(str_sub(s, from, to), "em") || same(str_sub(s, from, to), "strong") ||
				  same(str_sub(s, from, to), "img") || same(str_sub(s, from, to), "span")))
			return true;
	}
}

bool markup_any(struct str html)
{
	return has_tag(html, STR("<")) || has_tag(html, STR("&lt;"));
}

static struct str unescaped(struct arena *a, struct str s)
{
	struct buf b;

	buf_init(&b, a);
	while (s.n) {
		size_t at = str_find(s, '&'), n = 0, length;
		char c[8];

		buf_add(&b, str_sub(s, 0, at));
		s = str_sub(s, at, s.n);
		if (!s.n)
			break;
		length = entity_at(s, c, &n);
		buf_add(&b, length ? (struct str){ c, n } : STR("&"));
		s = str_sub(s, length ? length : 1, s.n);
	}
	return buf_str(&b);
}

void markup_body(struct arena *a, struct str html, struct body *out)
{
	struct scan *s = arena_new(a, struct scan);
	bool tags = has_tag(html, STR("<"));

	if (!tags && has_tag(html, STR("&lt;"))) {
		html = unescaped(a, html);
		tags = true;
	}
	*s = (struct scan){ .a = a, .in = html, .out = out, .named = LINE_ANY, .lines = !tags };
	buf_init(&s->text, a);
	while (s->at < html.n) {
		size_t less = s->at + str_find(str_sub(html, s->at, html.n), '<');

		text(s, str_sub(html, s->at, less));
		s->at = less;
		if (less < html.n)
			markup_at(s);
	}
	end_line(s, false);
}

struct str markup_plain(struct arena *a, struct str html)
{
	struct body body = { 0 };
	struct buf b;

	markup_body(a, html, &body);
	buf_init(&b, a);
	for (size_t i = 0; i < body.n; i++) {
		if (i)
			buf_byte(&b, ' ');
		buf_add(&b, body.at[i].text);
	}
	return buf_str(&b);
}
