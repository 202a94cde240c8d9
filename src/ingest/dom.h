/* dom.h - a page as a tree (dom.c), in one array in the order of the page.
 *
 *	[i] an element or a text; [i + 1, end) everything inside it; its first child is i + 1, the next sibling of a node is its end
 *
 * So a subtree is a range, a walk is a loop, and what is inside comes before what is behind.
 */
#ifndef INGEST_DOM_H
#define INGEST_DOM_H

#include "base/error.h"
#include "base/str.h"

/* Elements that something is done with: name, constant, ELEMENT_… bits.  In the order of their names. */
#define ELEMENTS_(X)											\
	X("", NONE, 0) X("a", A, 0) X("abbr", ABBR, 0) X("address", ADDRESS, BLOCK_LEVEL) X("applet", APPLET, SKIPPED)	\
	X("area", AREA, DROPPED) X("article", ARTICLE, BLOCK_LEVEL) X("aside", ASIDE, BLOCK_LEVEL) X("audio", AUDIO, SKIPPED)	\
	X("b", B, 0) X("base", BASE, VOID) X("big", BIG, 0) X("blockquote", BLOCKQUOTE, BLOCK_LEVEL) X("body", BODY, DROPPED)	\
	X("br", BR, VOID) X("button", BUTTON, SKIPPED) X("canvas", CANVAS, SKIPPED) X("caption", CAPTION, BLOCK_LEVEL | CELL)	\
	X("center", CENTER, BLOCK_LEVEL) X("col", COL, DROPPED) X("colgroup", COLGROUP, DROPPED) X("datalist", DATALIST, SKIPPED)	\
	X("dd", DD, BLOCK_LEVEL) X("details", DETAILS, BLOCK_LEVEL) X("dialog", DIALOG, BLOCK_LEVEL) X("dir", DIR, BLOCK_LEVEL)	\
	X("div", DIV, BLOCK_LEVEL) X("dl", DL, BLOCK_LEVEL) X("dt", DT, BLOCK_LEVEL) X("em", EM, 0) X("embed", EMBED, DROPPED)	\
	X("fieldset", FIELDSET, BLOCK_LEVEL) X("figcaption", FIGCAPTION, BLOCK_LEVEL) X("figure", FIGURE, BLOCK_LEVEL)	\
	X("font", FONT, 0) X("footer", FOOTER, BLOCK_LEVEL) X("form", FORM, BLOCK_LEVEL) X("frame", FRAME, DROPPED)		\
	X("frameset", FRAMESET, DROPPED) X("h1", H1, BLOCK_LEVEL | HEADING) X("h2", H2, BLOCK_LEVEL | HEADING)			\
	X("h3", H3, BLOCK_LEVEL | HEADING) X("h4", H4, BLOCK_LEVEL | HEADING) X("h5", H5, BLOCK_LEVEL | HEADING)			\
	X("h6", H6, BLOCK_LEVEL | HEADING) X("head", HEAD, DROPPED) X("header", HEADER, BLOCK_LEVEL)				\
	X("hgroup", HGROUP, BLOCK_LEVEL) X("hr", HR, VOID | BLOCK_LEVEL) X("html", HTML, DROPPED) X("i", I, 0)		\
	X("iframe", IFRAME, SKIPPED) X("image", IMAGE, DROPPED) X("img", IMG, DROPPED) X("input", INPUT, DROPPED)		\
	X("isindex", ISINDEX, DROPPED) X("keygen", KEYGEN, DROPPED) X("li", LI, BLOCK_LEVEL) X("link", LINK, VOID)		\
	X("main", MAIN, BLOCK_LEVEL) X("map", MAP, SKIPPED) X("math", MATH, SKIPPED) X("menu", MENU, BLOCK_LEVEL)		\
	X("meta", META, VOID) X("nav", NAV, BLOCK_LEVEL) X("noembed", NOEMBED, SKIPPED) X("noframes", NOFRAMES, SKIPPED)	\
	X("noscript", NOSCRIPT, SKIPPED) X("object", OBJECT, SKIPPED) X("ol", OL, BLOCK_LEVEL) X("optgroup", OPTGROUP, DROPPED)	\
	X("option", OPTION, DROPPED) X("p", P, BLOCK_LEVEL) X("param", PARAM, DROPPED) X("plaintext", PLAINTEXT, DROPPED)	\
	X("pre", PRE, BLOCK_LEVEL) X("script", SCRIPT, SKIPPED) X("section", SECTION, BLOCK_LEVEL) X("select", SELECT, SKIPPED)	\
	X("small", SMALL, 0) X("source", SOURCE, DROPPED) X("span", SPAN, 0) X("strong", STRONG, 0) X("style", STYLE, SKIPPED)	\
	X("summary", SUMMARY, BLOCK_LEVEL) X("svg", SVG, SKIPPED) X("table", TABLE, BLOCK_LEVEL) X("tbody", TBODY, DROPPED)	\
	X("td", TD, BLOCK_LEVEL | CELL) X("template", TEMPLATE, SKIPPED) X("textarea", TEXTAREA, SKIPPED) X("tfoot", TFOOT, DROPPED)	\
	X("th", TH, BLOCK_LEVEL | CELL) X("thead", THEAD, DROPPED) X("time", TIME, 0) X("title", TITLE, SKIPPED)		\
	X("tr", TR, BLOCK_LEVEL) X("track", TRACK, DROPPED) X("ul", UL, BLOCK_LEVEL) X("video", VIDEO, SKIPPED)			\
	X("wbr", WBR, DROPPED) X("xmp", XMP, SKIPPED)

enum {
	BLOCK_LEVEL = 1,		/* begins on a line of its own */
	HEADING = 2,
	VOID = 4,			/* has nothing inside */
	DROPPED = 8,			/* the tag is left out, what is inside stays */
	SKIPPED = 16,			/* left out with all inside; title and scripts that hold JSON stay, with their text */
	CELL = 32			/* what is open outside stays open */
};

enum element {
#define ELEMENT_(name, constant, bits)	ELEMENT_##constant,
	ELEMENTS_(ELEMENT_)
#undef ELEMENT_
	ELEMENT_TEXT,			/* no element: text, as in the page, references not resolved */
	ELEMENTS
};

#define ATTRIBUTES_(X)											\
	X(CLASS, "class") X(ID, "id") X(ROLE, "role") X(ITEMPROP, "itemprop") X(ITEMTYPE, "itemtype") X(PROPERTY, "property")	\
	X(NAME, "name") X(CONTENT, "content") X(DATETIME, "datetime") X(LANG, "lang") X(HIDDEN, "hidden")			\
	X(ARIA_HIDDEN, "aria-hidden") X(STYLE, "style") X(REL, "rel") X(TYPE, "type") X(HREF, "href") X(TITLE, "title")	\
	X(HTTP_EQUIV, "http-equiv") X(TEST_ID, "data-testid") X(COMPONENT, "data-component") X(HOOK, "data-hook")

enum attribute {
#define ATTRIBUTE_(constant, name)	ATTRIBUTE_##constant,
	ATTRIBUTES_(ATTRIBUTE_)
#undef ATTRIBUTE_
	ATTRIBUTE_TAG,			/* of an element without a constant: its name */
	ATTRIBUTES
};

struct attribute_value {
	uint32_t which;
	struct str value;		/* as in the page */
};

struct node {
	uint16_t element;
	uint8_t bits;
	bool has_block;			/* inline, with a block somewhere inside */
	uint32_t parent, end;
	uint32_t attributes, n_attributes;	/* in dom.attributes */
	struct str text;		/* of a text; of a title or script: what it holds */
};

struct dom {
	struct node *nodes;		/* [n]; nodes[0] is the page */
	uint32_t n;
	struct attribute_value *attributes;
};

/* The tree of a page in UTF-8.  Its texts and values point into page; all else lies in a.  COU_ELIMIT: too many elements. */
int dom_read(struct arena *a, struct str page, struct dom *m, struct error *e);

/* The value as in the page; p == NULL: not given. */
struct str dom_attribute(const struct dom *m, uint32_t node, enum attribute which);

/* The same with its references resolved and its white space collapsed. */
struct str dom_value(struct arena *a, const struct dom *m, uint32_t node, enum attribute which);

/* Appends s with references resolved and white space collapsed (no blank at the start of a line or behind one); soft hyphens and zero-width
 * spaces go. */
void dom_text(struct buf *b, struct str s);

/* The character reference that s begins with: its bytes in s and, in out and *n, what it means; 0: none. */
size_t reference_read(struct str s, char out[8], size_t *n);

/* Its name in lower case, and its bits. */
const char *element_name(enum element e);
unsigned element_bits(enum element e);

#endif
