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

/* For struct format: state is a struct news_file; the whole input is read. */
int news_open(void **state, const struct reading *g, struct input *in, struct error *e);
void news_close(void *state);

/* The end of the file: FOUND_END, or once FOUND_BAD where it broke off. */
enum found news_end(struct news_file *f, struct error *e);

/* A document of what was read.  An embargo that ends later is its date: when it was news.  FOUND_SKIPPED where there is neither text nor title. */
enum found news_document(const struct reading *g, struct news *n, struct doc *d, struct error *e);

/* Is an item of this status (usable, canceled, withheld; of NewsCodes "stat:…") not to be read?  Then *e says so. */
bool news_withdrawn(struct str status, struct error *e);

/* NITF 3.x: adds the body to n->body, fills what is empty in n. */
void news_nitf(struct arena *a, const struct xml *nitf, struct news *n);

/* Sets *to to the text in one line, where it is empty. */
void news_set(struct arena *a, struct str *to, struct str text);

#endif
