/* export.h - the record in the formats of others, line by line.
 *
 *	f = export_find(STR("gdelt"));
 *	export_begin(&x, f, &options, write, user, &e);
 *	for each line: export_add(x, &item, &e);
 *	export_end(x, &e);
 *	export_held(x, HELD_STATUS) …	export_free(x);
 *
 * Where the lines come from does not matter: a store's answer, or the output of `coulisse code`.  What a format cannot say is held back
 * and counted by its reason, never bent to fit.  Formats and their columns: doc/exports.md.
 */
#ifndef QUERY_EXPORT_H
#define QUERY_EXPORT_H

#include "base/json.h"

struct who;
struct map;
struct export;
struct export_format;

struct export_source {			/* the document of a line; what is not known is empty */
	struct str id, url, source, title, lang, published, text, sha256;
};

struct export_item {
	const struct json *line;		/* document, event or state (RECORD.md); read during export_add only */
	const struct export_source *doc;
	struct str happening;			/* id of the group, or empty */
	int64_t lines, reports, sources;	/* of the happening; 0: not grouped, counts as one */
};

struct export_options {
	bool all;			/* also what did not happen, and what is dated no closer than a week, by its first day */
	const struct who *world;	/* codes and names of countries */
	const struct map *signing;	/* "en signed": triggers of AGREE that make an agreement formal, lower case; or NULL */
};

/* Why a line was held back. */
#define EXPORT_REASONS(X)									\
	X(STATUS, "not said to have happened")							\
	X(STANDING, "states that are not said to hold")						\
	X(STATE, "states, which the format has no place for")					\
	X(TYPE, "of a type that the format has no code for")					\
	X(UNDATED, "without a date")								\
	X(COARSE, "dated no closer than a week, month or year")					\
	X(ALONE, "without somebody on both sides")						\
	X(NOBODY, "with nobody in them")							\
	X(NOWHERE, "without coordinates")							\
	X(CROWDED, "with more pairs of actor and recipient than are written")			\
	X(TWICE, "given twice")

#define HELD_(n, w) HELD_##n,
enum export_reason { EXPORT_REASONS(HELD_) EXPORT_REASON_COUNT, EXPORT_TAKEN = EXPORT_REASON_COUNT };
#undef HELD_

enum { EXPORT_PAIRS_MAX = 400 };	/* actors × recipients of one event */

/* file: the name inside the folder for formats of several files, else "".  Not 0: stop. */
typedef int export_write(void *user, const char *file, const char *bytes, size_t n);

const struct export_format *export_find(struct str name);	/* or NULL */
bool export_is_folder(const struct export_format *f);		/* several files */
const char *export_names(void);					/* with blanks between, in order */

/* Writes heads.  Every file of the format is begun, so that no line gives a valid empty file.  COU_ESTORE when write gave up. */
int export_begin(struct export **x, const struct export_format *f, const struct export_options *o, export_write *write, void *user, struct error *e);

/* A line without id, or of a kind that is none of the three, is COU_EINPUT: it is not taken, the rest can go on. */
int export_add(struct export *x, const struct export_item *item, struct error *e);

/* Writes what has to wait for the last line, and the ends. */
int export_end(struct export *x, struct error *e);
void export_free(struct export *x);

size_t export_held(const struct export *x, enum export_reason why);	/* lines */
const char *export_reason_words(enum export_reason why);		/* "… lines" go before it */

#endif
