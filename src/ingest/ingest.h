/* ingest.h - what the formats share with reader.c. */
#ifndef INGEST_INGEST_H
#define INGEST_INGEST_H

#include "base/map.h"
#include "ingest/reader.h"

/* Words by which scrapers' leftovers are known; lang/XX/blocks.txt of all languages, data/agencies.txt. */
struct leftovers {
	struct arena a;
	struct map agencies;		/* "afp" */
	VEC(struct str) times;		/* first words of a time line: "gisteren", "vandaag", "updated" */
	VEC(struct str) related;	/* beginnings of links to other articles: "lees ook", "read more" */
	VEC(struct str) boilerplate;	/* beginnings of share buttons, cookie walls, appeals */
	VEC(struct str) bylines;	/* "door", "by", "van onze correspondent" */
};

int leftovers_open(struct leftovers *l, const char *home, struct error *e);
void leftovers_close(struct leftovers *l);

/* Cuts d->text into d->blocks: titled says that the first line is the headline. */
void find_blocks(const struct leftovers *l, struct doc *d, bool titled);

/* Plain text: bytes are kept but for a byte order mark. */
int read_plain(const struct leftovers *l, const struct ingest_options *o, struct str bytes, struct doc *d, struct error *e);

/* One line of JSON Lines. */
int read_json_line(const struct leftovers *l, const struct ingest_options *o, struct str line, struct doc *d, struct error *e);

/* A page; bytes in any charset that it declares. */
int read_html(const struct leftovers *l, const struct ingest_options *o, struct str bytes, struct doc *d, struct error *e);

/* "text", "html", "jsonl", or NULL with the reason why the bytes are no text. */
const char *sniff(struct str bytes, struct error *e);

/* UTF-8 of the bytes: a byte order mark or `charset` decides; COU_EINPUT names the first bad byte. */
int to_utf8(struct arena *a, struct str bytes, struct str charset, struct str *utf8, struct error *e);

#endif
