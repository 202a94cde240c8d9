/* export_format.h - what the formats share: reading a line, and writing rows. */
#ifndef QUERY_EXPORT_FORMAT_H
#define QUERY_EXPORT_FORMAT_H

#include "base/date.h"
#include "base/jsonwrite.h"
#include "base/map.h"
#include "base/unicode.h"
#include "base/vec.h"
#include "link/who.h"
#include "query/export.h"

struct export_format {
	const char *name;
	const char *const *files;	/* ends with NULL; the files of a folder; NULL: one file */
	bool lossy;			/* has no word for what did not happen: it is held back */
	bool states, documents;		/* takes such lines */
	bool typed;			/* needs a CAMEO code */
	bool dated, daily;		/* needs a date; needs a day */
	bool directed;			/* a symmetric event is written both ways, as the format's own data have it */
	void (*begin)(struct export *x);
	enum export_reason (*event)(struct export *x, const struct export_item *item);
	enum export_reason (*state)(struct export *x, const struct export_item *item);
	void (*document)(struct export *x, const struct export_source *doc);	/* once each, before its first line */
	void (*end)(struct export *x);
};

struct export {
	const struct export_format *format;
	struct export_options o;
	struct arena keep, line;	/* until the end; until the next line */
	struct buf out[8];		/* one for each file; out[0] for formats of one */
	struct map docs, lines;		/* ids seen */
	void *own;			/* the format's, in keep */
	size_t held[EXPORT_REASON_COUNT];
	export_write *write;
	void *user;
	bool broken;
};

extern const struct export_format export_csv, export_polecat, export_gdelt, export_icews, export_geojson, export_gexf, export_ftm, export_timelinejs,
	export_webannotation, export_jsonld, export_quads;

/* ---- reading a line ------------------------------------------------------------------------------ */

struct export_party {			/* RECORD.md 3.2; what is not known is empty */
	struct str id, name, kind, country, sector, office, text;
	int64_t start, end;		/* code points; -1: not in the text */
	const struct who_codes *codes;	/* of the country, or NULL */
	struct str country_name;	/* English */
};

struct export_pair {
	struct export_party actor, recipient;	/* the recipient's id is empty where there is none */
};

struct export_when {
	day start, end;			/* DAY_NONE: open or unknown */
	struct str precision, basis;
};

struct export_place {
	struct str id, name, country, precision, text;
	bool located;
	double lat, lon;
	const struct who_codes *codes;
	struct str country_name;
};

struct str export_text(const struct json *object, const char *member);
int64_t export_number(const struct json *object, const char *member, int64_t otherwise);
struct export_party export_party_of(const struct export *x, const struct json *participant);
struct export_place export_place_of(const struct export *x, const struct json *where);
struct export_when export_when_of(const struct json *when);

/* Who did it to whom, one pair each: actors × recipients; the pairs of a symmetric event, once or both ways; each actor alone where nobody received it.
 * The pairs live in x->line.  CROWDED beyond EXPORT_PAIRS_MAX, NOBODY where there is nobody. */
enum export_reason export_pairs(struct export *x, const struct json *event, struct export_pair **pairs, size_t *n);

/* What the event is in CAMEO and PLOVER: as the line says, and the signing of an agreement as they have it: 057, SUPPORT. */
struct export_code {
	struct str type, mode, cameo;
	double goldstein;		/* NAN: none */
};
struct export_code export_code_of(struct export *x, const struct export_item *item);

/* "Vladimir Putin, Iran" */
struct str export_names_of(struct export *x, const struct json *participants);

/* "Vladimir Putin: CONSULT visit, Turkmenistan" */
struct str export_headline(struct export *x, const struct json *event);

/* The stretch of days that a state is known to hold, both ends closed: from its beginning, or the day it was reported, to its end, or
 * the day it was reported.  False when no day is known. */
bool export_holds(const struct export_item *item, day *from, day *to);

/* The object of a state: the participant, or of holds_office the organisation or country the office belongs to. */
struct export_party export_object(const struct export *x, const struct json *state);

/* The document's address where it is one of the web (http, https), else empty: no script gets into a link. */
struct str export_url(const struct export_source *doc);

day export_day_of_doc(const struct export_source *doc);

/* When the document was published as YYYYMMDDhhmmss in UTC; midnight where no time is given, empty where no date. */
struct str export_stamp(struct arena *a, struct str published);

/* The first 53 bits of a hash of id and nth: whole in a double, positive, the same everywhere. */
int64_t export_integer(struct str id, size_t nth);

/* Code points from..to of text, as far as it has them; empty when it has not even from. */
struct str export_slice(struct str text, int64_t from, int64_t to);

/* ---- writing -------------------------------------------------------------------------------------- */

/* Cells of tab-separated rows: tabs, line ends and other control characters become blanks. */
void tsv_text(struct buf *b, struct str s);
void tsv_int(struct buf *b, int64_t v);
void tsv_fixed(struct buf *b, double v, int decimals);
void tsv_day(struct buf *b, day d);		/* "2024-10-12", or nothing */
void tsv_score(struct buf *b, double v);		/* nothing for NAN */
void tsv_json(struct buf *b, const struct json *number);	/* a number as short as it is, or nothing */
void tsv_empty(struct buf *b, size_t cells);
void tsv_end(struct buf *b);			/* the tab before it becomes the end of the line */

void member_text(struct buf *b, const char *key, struct str s);		/* left out when empty */
void member_day(struct buf *b, const char *key, day d);			/* left out when DAY_NONE */

/* A place of the order of strings, for qsort of arrays of struct str. */
int export_by_text(const void *a, const void *b);

#endif
