/* news.h - what the formats of news agencies share: NewsML-G2, NITF, ninjs (IPTC). */
#ifndef INGEST_NEWS_H
#define INGEST_NEWS_H

#include "ingest/format.h"
#include "ingest/xml.h"

enum { NEWS_FILE_TIMES = 4 };		/* a file of several texts may be so many times as long as a text */

struct news {
	struct article x;
	struct body body;		/* the body */
	struct str embargo;		/* not to be published before */
};

/* A file of them in XML. */
struct news_file {
	const struct reading *g;
	struct arena memory;
	struct xml *root;
	const struct xml *at;		/* the item read last; NULL: none yet */
	size_t number;			/* of that item */
	bool partial, told;		/* the file breaks off; somebody was told */
	struct error broken;
};

/* For struct format: state is a struct news_file; the whole input is read.  roots: names of the root that are the format's, ends with NULL. */
int news_open(void **state, const char *const *roots, const struct reading *g, struct input *in, struct error *e);
bool news_is(struct str root, const char *const *roots);
void news_close(void *state);

/* The end of the file: FOUND_END, or once FOUND_BAD where it broke off. */
enum found news_end(struct news_file *f, struct error *e);

/* A document of what was read.  An embargo that ends later is its date: when it was news.  FOUND_SKIPPED where there is neither text nor title. */
enum found news_document(const struct reading *g, struct news *n, struct doc *d, struct error *e);

/* Is an item of this status (usable, canceled, withheld; of NewsCodes "stat:…") not to be read?  Then *e says so. */
bool news_withdrawn(struct str status, struct error *e);

/* NITF 3.x: adds the body to n->body, fills what is empty in n. */
void news_nitf(struct arena *a, const struct xml *nitf, struct news *n);

bool news_has(const struct body *b, enum block_type type);

void news_append(struct arena *a, struct body *to, const struct body *lines);

/* The body with a byline and a dateline before it (either may be NULL), unless it has its own. */
void news_lines(struct arena *a, const struct xml *by, const struct xml *dateline, const struct body *body, struct body *out);

/* Sets *to to the text in one line, where it is empty. */
void news_set(struct arena *a, struct str *to, struct str text);

#endif
