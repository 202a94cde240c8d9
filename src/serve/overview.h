/* overview.h - sums over chosen happenings: by time, type, status, place, visit, actor and pair of actors. */
#ifndef SERVE_OVERVIEW_H
#define SERVE_OVERVIEW_H

#include "serve/select.h"

#define BUCKETS(X) X(DAY, "day") X(WEEK, "week") X(MONTH, "month") X(YEAR, "year")
#define BUCKET_(n, w) BUCKET_##n,
enum bucket { BUCKETS(BUCKET_) BUCKET_COUNT };
#undef BUCKET_

const char *bucket_word(enum bucket b);
int bucket_find(struct str word);	/* or -1 */

enum { OVERVIEW_TIMES = 400, OVERVIEW_PLACES = 2000, OVERVIEW_VISITS = 300, OVERVIEW_ACTORS = 60, CLASSES = 5 };

/* The first day of the stretch of time that d is in. */
day bucket_of(enum bucket b, day d);

/* "2024-05-06" (of a week: its Monday), "2024-05", "2024". */
struct str bucket_label(struct arena *a, enum bucket b, day d);

/* Is a date of that precision (enum precision_time) one of the bucket's, or of several? */
bool bucket_holds(enum bucket b, unsigned precision);

/* The finest with at most OVERVIEW_TIMES stretches in which something lies. */
enum bucket bucket_fit(const struct index *x, const uint32_t *lines, uint32_t n);

/* Quad class as a number of five: 0 verbal cooperation … 3 material conflict, 4 none. */
static inline unsigned class_of(const struct index_line *l)
{
	return l->quad ? l->quad - 1u : CLASSES - 1u;
}

enum { WEST, SOUTH, EAST, NORTH, SIDES };	/* of a box, in degrees; west may be east of east, over the date line */

#define OVERVIEW_PARTS(X) X(TIME, "time") X(KINDS, "kinds") X(PLACES, "places") X(VISITS, "visits") X(ACTORS, "actors")
#define PART_(n, w) PART_##n,
enum overview_part { OVERVIEW_PARTS(PART_) PART_COUNT };
#undef PART_

/* Words with commas between as bits of 1 << enum overview_part; empty: all.  0: one of them is none. */
unsigned overview_parts(struct str words);

struct overview {
	const struct index *x;
	const struct who *world;
	const struct chosen *chosen;
	const struct chosen *axis;	/* what is on the time axis beside it; NULL: nothing */
	unsigned parts;
	int bucket;			/* -1: the one that fits */
	day now;			/* behind which all is still to come */
	const double *box;		/* [SIDES]; NULL: the world */
};

/* An object as doc/api.md has it for /overview. */
void overview_write(struct buf *b, const struct overview *v);

/* "time":[{"at","n"}…] of those lines, oldest first; how many have no date, or one that is less exact than the bucket. */
void overview_time(struct buf *b, struct arena *a, const struct index *x, const uint32_t *lines, uint32_t n, enum bucket bucket, uint32_t *undated, uint32_t *inexact);

/* "places" and "visits" of an object that is open, as /overview has them. */
void overview_places(struct buf *b, struct arena *a, const struct index *x, const struct chosen *c, const double box[SIDES]);
void overview_visits(struct buf *b, struct arena *a, const struct index *x, const struct chosen *c, const struct who *world);

void overview_classes(struct buf *b, const uint32_t n[CLASSES]);	/* "[1,2,3,4,5]" */

/* Members of an object that is open: who somebody is. */
void write_identity(struct buf *b, struct str id, struct str name, struct str kind, struct str country);

#endif
