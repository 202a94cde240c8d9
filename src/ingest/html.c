/* html.c - the article out of a page; html.c alone sees gumbo.
 *
 * The page's own statements are believed first: JSON-LD (schema.org NewsArticle), OpenGraph, <article>.  The text is
 * that of the blocks (p, h2, li, blockquote, figcaption …) inside the container that holds most running text, without navigation, asides,
 * cookie walls, share bars, teasers and comments.  Each block becomes one line of the document's text with a blank line behind it.
 *
 * Gumbo sees the page as tame.c has written it anew: properly nested, of limited depth, without scripts, tables and formatting elements.
 */
#include "ingest/ingest.h"

#include "base/json.h"
#include "base/utf8.h"

#include <gumbo.h>
#include <strings.h>

enum { TITLE_MAX = 400, WALK_MAX = 600 };

struct page {
	const struct leftovers *l;
	struct arena *a;
	struct str title, description, site, published, modified, lang, url, body;	/* from metadata */
	const GumboNode *best;			/* container of the article */
	size_t best_text;
	struct buf text;
	VEC(struct block) blocks;
	bool lead_seen;
};

/* ---- small things about nodes ------------------------------------------------------- */

static struct str attribute(const GumboNode *n, const char *name)
{
	GumboAttribute *x = n->type == GUMBO_NODE_ELEMENT ? gumbo_get_attribute(&n->v.element.attributes, name) : NULL;

	return x ? str_c(x->value) : STR_NONE;
}

static bool is_tag(const GumboNode *n, GumboTag tag)
{
	return n->type == GUMBO_NODE_ELEMENT && n->v.element.tag == tag;
}

/* Is one of the names a word of the class or id?  "article__relatedLinks" has article, related, links; what stands behind with, no, has is
 * not there or not all there is: "layout with-sidebar". */
static bool names_word(struct str value, const char *const *names)
{
	static const char *const prefixes[] = { "with-", "no-", "has-", "without-" };
	size_t at = 0;
	bool negated = false;

	while (at < value.n) {
		char word[24];
		size_t n = 0, from = at;

		while (at < value.n && at - from < sizeof(word) && ((value.p[at] | 32) >= 'a' && (value.p[at] | 32) <= 'z') &&
		       !(at > from && value.p[at] >= 'A' && value.p[at] <= 'Z' && value.p[at - 1] >= 'a'))
			word[n++] = (char)(value.p[at++] | 32);
		if (!n) {
			negated &= value.p[at] == '-' || value.p[at] == '_';
			at++;
			continue;
		}
		for (size_t i = 0; !negated && names[i]; i++)
			if (str_is((struct str){ word, n }, names[i]))
				return true;
		negated = false;
		for (size_t i = 0; i < sizeof(prefixes) / sizeof(*prefixes); i++)
			negated |= strlen(prefixes[i]) == n + 1 && !memcmp(prefixes[i], word, n);
	}
	return false;
}

static bool has_heading(const GumboNode *n, int depth)
{
	if (n->type != GUMBO_NODE_ELEMENT || depth > WALK_MAX)
		return false;
	if (n->v.element.tag == GUMBO_TAG_H1 || n->v.element.tag == GUMBO_TAG_ARTICLE)
		return true;
	for (unsigned i = 0; i < n->v.element.children.length; i++)
		if (has_heading(n->v.element.children.data[i], depth + 1))
			return true;
	return false;
}

/* Not part of any article, by tag, role, class or id (names of markup, not of a language). */
static bool is_clutter(const GumboNode *n)
{
	static const char *const always[] = { "cookie", "cookies", "cookiewall", "consent", "gdpr", "comment", "comments", "newsletter", "advert", "advertisement", "ad",
		"ads", "breadcrumb", "breadcrumbs", "navigation", "navbar", "menu", "footer", "popup", "modal", "outbrain", "taboola", "catlinks", "printfooter", NULL };
	/* these stand on whole articles too */
	static const char *const mostly[] = { "share", "sharing", "social", "related", "teaser", "teasers", "promo", "banner", "sidebar", "recommend",
		"recommended", "recommendations", "subscribe", "paywall", "tags", "trending", "toolbar", "skip", "hidden", "sr", NULL };

	if (n->type != GUMBO_NODE_ELEMENT)
		return false;
	switch (n->v.element.tag) {
	case GUMBO_TAG_NAV: case GUMBO_TAG_ASIDE: case GUMBO_TAG_FOOTER: case GUMBO_TAG_FORM: case GUMBO_TAG_SCRIPT: case GUMBO_TAG_STYLE:
	case GUMBO_TAG_NOSCRIPT: case GUMBO_TAG_IFRAME: case GUMBO_TAG_SVG: case GUMBO_TAG_BUTTON: case GUMBO_TAG_TEMPLATE: case GUMBO_TAG_SELECT:
	case GUMBO_TAG_OBJECT: case GUMBO_TAG_VIDEO: case GUMBO_TAG_AUDIO:
		return true;
	case GUMBO_TAG_HTML: case GUMBO_TAG_BODY: case GUMBO_TAG_MAIN:
		return false;
	default:
		break;
	}
	if (gumbo_get_attribute(&n->v.element.attributes, "hidden") || str_is(attribute(n, "aria-hidden"), "true"))
		return true;
	struct str role = attribute(n, "role"), style = attribute(n, "style");

	if (str_is(role, "navigation") || str_is(role, "complementary") || str_is(role, "dialog") || str_is(role, "contentinfo") || str_is(role, "search"))
		return true;
	if (str_search(style, STR("display:none")) < style.n || str_search(style, STR("display: none")) < style.n)
		return true;
	struct str class = attribute(n, "class"), id = attribute(n, "id");

	if (n->v.element.tag == GUMBO_TAG_ARTICLE)
		return false;
	return names_word(class, always) || names_word(id, always) ||
	       ((names_word(class, mostly) || names_word(id, mostly)) && !has_heading(n, 0));
}

static bool is_block(const GumboNode *n)
{
	if (n->type != GUMBO_NODE_ELEMENT)
		return false;
	switch (n->v.element.tag) {
	case GUMBO_TAG_P: case GUMBO_TAG_H1: case GUMBO_TAG_H2: case GUMBO_TAG_H3: case GUMBO_TAG_H4: case GUMBO_TAG_H5: case GUMBO_TAG_LI:
	case GUMBO_TAG_BLOCKQUOTE: case GUMBO_TAG_FIGCAPTION: case GUMBO_TAG_DIV: case GUMBO_TAG_SECTION: case GUMBO_TAG_ARTICLE: case GUMBO_TAG_UL:
	case GUMBO_TAG_OL: case GUMBO_TAG_FIGURE: case GUMBO_TAG_HEADER: case GUMBO_TAG_TABLE: case GUMBO_TAG_TR: case GUMBO_TAG_TD: case GUMBO_TAG_TIME:
	case GUMBO_TAG_MAIN: case GUMBO_TAG_DL: case GUMBO_TAG_DT: case GUMBO_TAG_DD: case GUMBO_TAG_PRE: case GUMBO_TAG_ADDRESS:
		return true;
	default:
		return false;
	}
}

/* Is n a block, or an inline element around blocks? */
static bool has_block(const GumboNode *n, int depth)
{
	if (n->type != GUMBO_NODE_ELEMENT || depth > WALK_MAX)
		return false;
	if (is_block(n))
		return true;
	for (unsigned i = 0; i < n->v.element.children.length; i++)
		if (has_block(n->v.element.children.data[i], depth + 1))
			return true;
	return false;
}

/* The text under n with white space collapsed. */
static void inline_text(const GumboNode *n, struct buf *b, int depth, bool stop_at_blocks)
{
	if (depth > WALK_MAX)
		return;
	if (n->type == GUMBO_NODE_TEXT || n->type == GUMBO_NODE_WHITESPACE || n->type == GUMBO_NODE_CDATA) {
		for (const char *p = n->v.text.text; *p; p++) {
			bool nbsp = (unsigned char)p[0] == 0xC2 && (unsigned char)p[1] == 0xA0;

			if ((unsigned char)p[0] == 0xC2 && (unsigned char)p[1] == 0xAD) {	/* soft hyphen */
				p++;
				continue;
			}
			if ((unsigned char)p[0] == 0xE2 && (unsigned char)p[1] == 0x80 && (unsigned char)p[2] == 0x8B) {	/* zero-width space */
				p += 2;
				continue;
			}
			if (nbsp || *p == ' ' || *p == '\n' || *p == '\t' || *p == '\r' || *p == '\f') {
				if (b->n && b->p[b->n - 1] != ' ' && b->p[b->n - 1] != '\n')
					buf_byte(b, ' ');
				p += nbsp;
			} else {
				buf_byte(b, *p);
			}
		}
		return;
	}
	if (n->type != GUMBO_NODE_ELEMENT || (depth && is_clutter(n)))
		return;
	if (is_tag(n, GUMBO_TAG_BR)) {
		if (b->n && b->p[b->n - 1] != ' ')
			buf_byte(b, ' ');
		return;
	}
	for (unsigned i = 0; i < n->v.element.children.length; i++) {
		const GumboNode *c = n->v.element.children.data[i];

		if (!(stop_at_blocks && has_block(c, 0)))
			inline_text(c, b, depth + 1, stop_at_blocks);
	}
}

static struct str text_of(struct arena *a, const GumboNode *n)
{
	struct buf b;

	buf_init(&b, a);
	inline_text(n, &b, 0, false);
	return str_trim(buf_str(&b));
}

/* ---- metadata ------------------------------------------------------------------------ */

static void set(struct arena *a, struct str *to, struct str value)
{
	value = str_trim(value);
	if (!to->n && value.n)
		*to = str_dup(a, value);
}

static bool is_article(const struct json *type)
{
	struct str s = json_string(type);

	if (s.n)
		return str_ends(s, STR("Article")) || str_is(s, "BlogPosting") || str_is(s, "LiveBlogPosting") || str_is(s, "Report");
	for (const struct json *m = json_first(type); m; m = json_next(m))
		if (is_article(m))
			return true;
	return false;
}

static void json_ld(struct page *p, const struct json *j, int depth)
{
	if (!j || depth > 6)
		return;
	if (json_type(j) == JSON_ARRAY) {
		for (const struct json *m = json_first(j); m; m = json_next(m))
			json_ld(p, m, depth + 1);
		return;
	}
	if (json_type(j) != JSON_OBJECT)
		return;
	if (is_article(json_get(j, "@type"))) {
		const struct json *publisher = json_get(j, "publisher");

		set(p->a, &p->title, json_string(json_get(j, "headline")));
		set(p->a, &p->description, json_string(json_get(j, "description")));
		set(p->a, &p->published, json_string(json_get(j, "datePublished")));
		set(p->a, &p->modified, json_string(json_get(j, "dateModified")));
		set(p->a, &p->lang, json_string(json_get(j, "inLanguage")));
		set(p->a, &p->body, json_string(json_get(j, "articleBody")));
		set(p->a, &p->url, json_string(json_get(j, "url")));
		set(p->a, &p->site, json_string(json_get(json_type(publisher) == JSON_ARRAY ? json_first(publisher) : publisher, "name")));
	}
	json_ld(p, json_get(j, "@graph"), depth + 1);
	json_ld(p, json_get(j, "mainEntity"), depth + 1);
}

static void metadata(struct page *p, const GumboNode *n, int depth)
{
	if (n->type != GUMBO_NODE_ELEMENT || depth > WALK_MAX)
		return;
	switch (n->v.element.tag) {
	case GUMBO_TAG_META: {
		struct str name = attribute(n, "property"), value = attribute(n, "content");

		name = name.n ? name : attribute(n, "name").n ? attribute(n, "name") : attribute(n, "itemprop");
		if (str_is(name, "og:title"))
			set(p->a, &p->title, value);
		else if (str_is(name, "og:description"))
			set(p->a, &p->description, value);
		else if (str_is(name, "og:site_name"))
			set(p->a, &p->site, value);
		else if (str_is(name, "og:url"))
			set(p->a, &p->url, value);
		else if (str_is(name, "article:published_time") || str_is(name, "datePublished") || str_is(name, "date") || str_is(name, "DC.date.issued") ||
			 str_is(name, "pubdate"))
			set(p->a, &p->published, value);
		else if (str_is(name, "og:locale"))
			set(p->a, &p->lang, value);
		break;
	}
	case GUMBO_TAG_HTML:
		set(p->a, &p->lang, attribute(n, "lang"));
		break;
	case GUMBO_TAG_LINK:
		if (str_is(attribute(n, "rel"), "canonical"))
			set(p->a, &p->url, attribute(n, "href"));
		break;
	case GUMBO_TAG_SCRIPT:
		if (str_is(attribute(n, "type"), "application/ld+json") && n->v.element.children.length) {
			const GumboNode *t = n->v.element.children.data[0];
			struct json *j;

			if ((t->type == GUMBO_NODE_TEXT || t->type == GUMBO_NODE_CDATA) && !json_parse(&j, str_trim(str_c(t->v.text.text)), NULL)) {
				json_ld(p, j, 0);
				json_free(j);
			}
		}
		break;
	default:
		break;
	}
	for (unsigned i = 0; i < n->v.element.children.length; i++)
		metadata(p, n->v.element.children.data[i], depth + 1);
}

/* ---- the container --------------------------------------------------------------------- */

/* Bytes of running text in paragraphs right under n or one level down; the container with most of it wins, <article> with a bonus. */
static size_t paragraph_text(struct page *p, const GumboNode *n, int depth)
{
	size_t own = 0;

	if (n->type != GUMBO_NODE_ELEMENT || depth > WALK_MAX || is_clutter(n))
		return 0;
	if (is_tag(n, GUMBO_TAG_P) || is_tag(n, GUMBO_TAG_BLOCKQUOTE)) {
		struct str t = text_of(p->a, n);

		return t.n > 20 ? t.n : 0;
	}
	for (unsigned i = 0; i < n->v.element.children.length; i++) {
		size_t c = paragraph_text(p, n->v.element.children.data[i], depth + 1);

		own += c;
	}
	size_t score = own;

	if (is_tag(n, GUMBO_TAG_ARTICLE) || is_tag(n, GUMBO_TAG_MAIN) || str_is(attribute(n, "itemprop"), "articleBody") ||
	    str_is(attribute(n, "role"), "main"))
		score += score / 4;
	if (is_tag(n, GUMBO_TAG_BODY) || is_tag(n, GUMBO_TAG_HTML))
		score = score * 3 / 4;
	/* a parent must hold clearly more than its best child to take its place */
	if (score > p->best_text + p->best_text / 10) {
		p->best_text = score;
		p->best = n;
	}
	return own;
}

/* ---- writing blocks ------------------------------------------------------------------------ */

static void put(struct page *p, enum block_type type, struct str text)
{
	text = str_trim(text);
	if (!text.n || (type == BLOCK_SUBHEADING && str_eq(text, p->title)))
		return;
	if (p->text.n)
		buf_add(&p->text, STR("\n\n"));
	struct block *b = vec_push(p->a, &p->blocks);

	b->type = type;
	b->span.start = (uint32_t)p->text.n;
	buf_add(&p->text, text);
	b->span.end = (uint32_t)p->text.n;
}

static void body(struct page *p, const GumboNode *n, int depth)
{
	if (n->type != GUMBO_NODE_ELEMENT || depth > WALK_MAX || (n != p->best && is_clutter(n)))
		return;
	struct str text;

	switch (n->v.element.tag) {
	case GUMBO_TAG_P:
		text = text_of(p->a, n);
		if (text.n < 160 && begins_with_any(text, &p->l->related))
			put(p, BLOCK_RELATED, text);
		else if (text.n < 160 && begins_with_any(text, &p->l->boilerplate))
			put(p, BLOCK_BOILERPLATE, text);
		else if (text.n < 90 && begins_with_any(text, &p->l->bylines))
			put(p, BLOCK_BYLINE, text);
		else {
			put(p, p->lead_seen ? BLOCK_PARAGRAPH : BLOCK_LEAD, text);
			p->lead_seen |= text.n > 0;
		}
		return;
	case GUMBO_TAG_H1:
		text = text_of(p->a, n);
		if (!str_eq(text, p->title) && p->lead_seen)
			put(p, BLOCK_SUBHEADING, text);
		return;
	case GUMBO_TAG_H2: case GUMBO_TAG_H3: case GUMBO_TAG_H4: case GUMBO_TAG_H5:
		put(p, BLOCK_SUBHEADING, text_of(p->a, n));
		return;
	case GUMBO_TAG_LI:
		put(p, BLOCK_LIST, text_of(p->a, n));
		return;
	case GUMBO_TAG_BLOCKQUOTE:
		put(p, BLOCK_QUOTE, text_of(p->a, n));
		return;
	case GUMBO_TAG_FIGCAPTION:
		put(p, BLOCK_CAPTION, text_of(p->a, n));
		return;
	case GUMBO_TAG_TIME:
		set(p->a, &p->published, attribute(n, "datetime"));
		put(p, BLOCK_TIME, text_of(p->a, n));
		return;
	default:
		break;
	}
	/* text that stands in the container itself, without a paragraph */
	struct buf loose;

	buf_init(&loose, p->a);
	for (unsigned i = 0; i < n->v.element.children.length; i++) {
		const GumboNode *c = n->v.element.children.data[i];

		if (has_block(c, 0)) {
			text = str_trim(buf_str(&loose));
			if (text.n > 40)
				put(p, p->lead_seen ? BLOCK_PARAGRAPH : BLOCK_LEAD, text), p->lead_seen = true;
			buf_init(&loose, p->a);
			body(p, c, depth + 1);
		} else if (c->type != GUMBO_NODE_ELEMENT || !is_clutter(c)) {
			inline_text(c, &loose, 1, true);
		}
	}
	text = str_trim(buf_str(&loose));
	if (text.n > 40)
		put(p, p->lead_seen ? BLOCK_PARAGRAPH : BLOCK_LEAD, text), p->lead_seen = true;
}

/* First element of that tag, in document order. */
static const GumboNode *first_tag(const GumboNode *n, GumboTag tag, int depth)
{
	if (n->type != GUMBO_NODE_ELEMENT || depth > WALK_MAX)
		return NULL;
	if (n->v.element.tag == tag)
		return n;
	for (unsigned i = 0; i < n->v.element.children.length; i++) {
		const GumboNode *f = first_tag(n->v.element.children.data[i], tag, depth + 1);

		if (f)
			return f;
	}
	return NULL;
}

/* ---- the door --------------------------------------------------------------------------------- */

static struct str charset_of(struct str bytes)
{
	struct str head = str_sub(bytes, 0, bytes.n < 2048 ? bytes.n : 2048);
	size_t at = str_search(head, STR("charset="));

	if (at == head.n)
		return STR("");
	at += 8;
	while (at < head.n && (head.p[at] == '"' || head.p[at] == '\''))
		at++;
	size_t end = at;

	while (end < head.n && (head.p[end] == '-' || head.p[end] == '_' || (head.p[end] >= '0' && head.p[end] <= '9') ||
				((head.p[end] | 0x20) >= 'a' && (head.p[end] | 0x20) <= 'z')))
		end++;
	struct str name = str_sub(head, at, end);

	/* on the web these names mean windows-1252 (WHATWG Encoding) */
	if (name.n == 10 && !strncasecmp(name.p, "iso-8859-1", 10))
		return STR("windows-1252");
	if (name.n == 6 && !strncasecmp(name.p, "latin1", 6))
		return STR("windows-1252");
	return name;
}

int read_html(const struct leftovers *l, const struct ingest_options *o, struct str bytes, struct doc *d, struct error *e)
{
	struct page p = { .l = l, .a = d->a };
	struct str text;
	int r = to_utf8(d->a, bytes, o->charset.n ? o->charset : charset_of(bytes), &text, e);

	if (r)
		return r;
	r = tame_page(d->a, text, &text, e);
	if (r)
		return r;
	GumboOptions options = kGumboDefaultOptions;

	options.max_errors = 0;
	GumboOutput *out = gumbo_parse_with_options(&options, text.p, text.n);

	if (!out)
		return error_set(e, COU_EINPUT, "the page cannot be parsed");
	metadata(&p, out->root, 0);
	if (!p.title.n) {
		const GumboNode *h = first_tag(out->root, GUMBO_TAG_H1, 0);

		h = h ? h : first_tag(out->root, GUMBO_TAG_TITLE, 0);
		if (h)
			set(p.a, &p.title, text_of(p.a, h));
	}
	if (p.title.n > TITLE_MAX)
		p.title.n = 0;
	paragraph_text(&p, out->root, 0);
	buf_init(&p.text, d->a);
	put(&p, BLOCK_TITLE, p.title);
	if (p.best)
		body(&p, p.best, 0);
	size_t running = 0;

	for (size_t i = 0; i < p.blocks.n; i++)
		running += p.blocks.at[i].type == BLOCK_PARAGRAPH || p.blocks.at[i].type == BLOCK_LEAD ? p.blocks.at[i].span.end - p.blocks.at[i].span.start : 0;
	if (p.body.n > 2 * running && p.body.n > 200) {	/* the page is filled by a script: its JSON-LD has the text */
		struct str rest = p.body, line;

		buf_init(&p.text, d->a);
		p.blocks.n = 0;
		p.lead_seen = false;
		put(&p, BLOCK_TITLE, p.title);
		while (str_split(&rest, '\n', &line)) {
			put(&p, p.lead_seen ? BLOCK_PARAGRAPH : BLOCK_LEAD, line);
			p.lead_seen |= str_trim(line).n > 0;
		}
	}
	gumbo_destroy_output(&kGumboDefaultOptions, out);
	if (!p.lead_seen)
		return error_set(e, COU_EINPUT, "no article text in the page");
	d->text = buf_str(&p.text);
	for (size_t i = 0; i < p.blocks.n; i++)
		*vec_push(d->a, &d->blocks) = p.blocks.at[i];
	d->title = p.title.n ? str_sub(d->text, 0, p.title.n) : STR_NONE;
	d->source = p.site;
	d->url = p.url;
	d->published = p.published;
	d->lang = o->lang.n ? o->lang : p.lang.n >= 2 ? str_sub(p.lang, 0, 2) : STR_NONE;
	if (!p.published.n || !stamp_parse(p.published, &d->date))
		d->date = o->date;
	if (utf8_check(d->text) != d->text.n)
		return error_set(e, COU_EINPUT, "the page is no UTF-8");
	return COU_OK;
}
