/* extract.h - what the parts that take an article out of a page share. */
#ifndef INGEST_EXTRACT_H
#define INGEST_EXTRACT_H

#include "base/vec.h"
#include "doc/doc.h"
#include "ingest/ingest.h"
#include "ingest/dom.h"

/* Where a statement of the page stands tells how far it is believed: the lower the better. */
enum rank { UNKNOWN, STATED, DECLARED, MARKED, NAMED, WEAK, SHOWN, GUESSED };

struct statement {
	struct str value;
	enum rank rank;
};

struct metadata {
	struct statement title, site, published;
	struct str head;		/* the <title>, whole */
	bool canonical;			/* url is that of <link rel=canonical> */
	struct str lang, url, body;	/* body: articleBody of JSON-LD */
	struct str walled;		/* the class of what JSON-LD says is the article's part behind a wall */
	struct str base;		/* what relative addresses of the page begin at, when it says so */
	day date;			/* of published, or DAY_NONE */
	day addressed;			/* in the address, or DAY_NONE */
};

/* A run of text in a block, as it is read: a paragraph, a heading, an item, a cell, a caption, a label, a menu's entry. */
struct unit {
	uint32_t node;			/* the block around it */
	uint32_t first;			/* its first text */
	struct str text;		/* white space collapsed */
	uint32_t linked, lead_link;	/* bytes of it inside links; inside those that it begins with */
	bool sentence;			/* as running text is */
	bool heading, headline, teaser;
	int32_t value;			/* for and against this being an article: bytes of running text, less what menus are made of */
};

struct page {
	const struct leftovers *l;
	struct arena *a;
	struct dom m;
	struct metadata meta;
	struct buf text;		/* of all units; fixed in size before the first */
	VEC(struct unit) units;
	uint32_t *unit_at;		/* [m.n + 1] index of the first unit at or behind the node */
	uint32_t *mass;			/* [m.n + 1] bytes of long texts before the node */
	uint32_t *headings;		/* [m.n + 1] h1 before the node */
	uint32_t *links;		/* [m.n + 1] <a> before the node */
	bool again;			/* nothing was found: names are believed of links alone (clutter.c) */
};

enum { TITLE_MAX = 400 };		/* bytes; what is longer is no headline */

/* metadata.c: fills p->meta from the head, JSON-LD, microdata and RDFa. */
void metadata_read(struct page *p);

/* metadata.c: source and date that are still missing, from what is visible: the title beside the headline, lines near the headline, the address.
 * first: the unit with which the article begins; end: behind its last. */
void metadata_complete(struct page *p, size_t first, size_t end);

/* headline.c: where needle stands in hay when only letters and digits count, from the start of a word: its end in hay, *start its beginning; 0: nowhere,
 * or one of them is longer than TITLE_MAX. */
size_t headline_in(struct str hay, struct str needle, size_t *start);

/* headline.c: before a headline is chosen: does the head of the page say this as its title or in it? */
bool is_stated_headline(const struct page *p, struct str text);

/* headline.c: the headline among what is stated and what the units show, and the units that repeat it marked; after units_read. */
void headline_choose(struct page *p);

/* headline.c: what the <title> has beside the headline: its last part, or its first when the headline stands behind; or empty. */
struct str headline_beside(const struct page *p);

/* dates.c: the first date in a text such as "di 5 mrt 2024, 10:20", "March 5, 2024", "05-03-2024", "20240305"; DAY_NONE. */
day date_in(const struct leftovers *l, struct str s);

/* clutter.c: is the element no part of any article, by its name, role, class or style? */
bool is_clutter(const struct page *p, uint32_t node);

/* clutter.c: has the class, id or another name of the element one of the words ("article__relatedLinks": article, related, links)? */
bool has_word(const struct page *p, uint32_t node, const char *const *words);

/* clutter.c: does the element hold more than half of the long texts of the page? */
bool holds_most(const struct page *p, uint32_t node);

/* units.c: fills p->units; then, once the headline is known, marks those that tell of other articles. */
void units_read(struct page *p);
void units_mark(struct page *p);

/* content.c: the article's units to blocks of d; false: there is none. */
bool content_write(struct page *p, struct doc *d);

/* embedded.c: the article's text as a script of the page holds it, when the page has none: paragraphs with blank lines between; p->meta is completed. */
struct str embedded_text(struct page *p);

/* embedded.c: paragraphs of a string that may be markup, with blank lines between. */
struct str embedded_prose(struct page *p, struct str s);

#endif
