/* ingest.h - what the formats share with reader.c. */
#ifndef INGEST_INGEST_H
#define INGEST_INGEST_H

#include "base/json.h"
#include "base/map.h"
#include "ingest/reader.h"

/* Phrases in lower case; "word", "word*" or "word**" tells how much may follow in the line (blocks.c). */
struct phrases {
	struct str *at;
	size_t n, cap;
};

/* Words by which scrapers' leftovers are known; lang/XX/blocks.txt of all languages, data/agencies.txt, data/tracking.txt. */
struct leftovers {
	struct arena a;
	struct map agencies;		/* "afp" */
	struct phrases times;		/* first words of a time line: "gisteren", "vandaag", "updated" */
	struct phrases updates;		/* those of them that tell of a change, not of publication: "updated" */
	struct phrases related;		/* beginnings of links to other articles: "lees ook", "read more" */
	struct phrases comments;	/* headings of what readers wrote: "reacties" */
	struct phrases boilerplate;	/* beginnings of share buttons, cookie walls, appeals */
	struct phrases bylines;		/* "door", "by", "van onze correspondent" */
	struct map classes;		/* words in classes and ids of what is no article: "reacties" */
	struct phrases tracking;	/* parameters of addresses, in lower case: "fbclid", "utm_*" */
	struct map months;		/* their numbers, of lang/XX/time.txt */
	struct map columns;		/* of tables: name in lower case → COLUMN_RANKS * what it is + its rank, the surest first; csv.c */
};

enum column { COLUMN_ID, COLUMN_TITLE, COLUMN_TEXT, COLUMN_DATE, COLUMN_URL, COLUMN_SOURCE, COLUMN_LANG, COLUMNS };
enum { COLUMN_RANKS = 1000 };

/* "title" → COLUMN_TITLE; -1: none of that name. */
int column_find(struct str name);

int leftovers_open(struct leftovers *l, const char *home, struct error *e);
void leftovers_close(struct leftovers *l);

/* The address without parameters that say nothing of what lies there; as it is when it has none. */
struct str without_tracking(const struct leftovers *l, struct arena *a, struct str url);

/* Does the line begin with one of the phrases, and does no more follow than that phrase allows? */
bool begins_with_any(struct str line, const struct phrases *w);

/* Does it end as a sentence does, closing quotes and brackets aside? */
bool full_stop(struct str line);

/* "MOSKOU (ANP) - ", "LONDON, Oct 12 (Reuters) - ": the end of a dateline, or 0. */
size_t dateline_at(const struct leftovers *l, struct str line);

/* Cuts d->text into d->blocks: titled says that the first line is the headline, headline (not 0) that the first so many bytes are. */
void find_blocks(const struct leftovers *l, struct doc *d, bool titled, size_t headline);

/* One line of the body, text [start, end) of d, into blocks; alone: a short one without a full stop is a subheading.  *lead_seen: has the
 * lead come?  Set when it has. */
void find_line(const struct leftovers *l, struct doc *d, size_t start, size_t end, bool alone, bool *lead_seen);

/* dates.c: the first date whose month is a word: "vr 11 okt 2024", "October 11, 2024", "Fri Oct 11 18:22:00 CEST 2024"; DAY_NONE. */
day date_in_words(const struct leftovers *l, struct str s);

/* A page; bytes in any charset that it or o->charset declares. */
int read_html(const struct leftovers *l, const struct ingest_options *o, struct str bytes, struct doc *d, struct error *e);

/* UTF-8 of the bytes; charset: as declared, or empty (charset.c says what is believed). */
int to_utf8(struct arena *a, struct str bytes, struct str charset, struct str *utf8, struct error *e);

/* "utf-16le" or "utf-16be" where a byte order mark says so; NULL. */
const char *utf16_mark(struct str bytes);

/* The same by the mark, or by the zeroes at every second place of the first bytes. */
const char *utf16_charset(struct str bytes);

/* Bytes of XML in UTF-8 where the transport alone knows their charset: they have no mark, declare nothing, and are no UTF-8.  Else as they are. */
struct str transported(struct arena *a, struct str bytes, struct str charset);

#endif
