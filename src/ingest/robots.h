/* robots.h - what a site asks robots to leave alone (RFC 9309, Robots Exclusion Protocol; Crawl-delay besides, which many sites use). */
#ifndef INGEST_ROBOTS_H
#define INGEST_ROBOTS_H

#include "base/str.h"

enum {
	ROBOTS_BYTES = 500 << 10,	/* of a file that is fetched are read, as RFC 9309 §2.5 has it; for the caller to cut */
	ROBOTS_RULES = 10000,		/* that are kept */
	ROBOTS_DELAY_MAX = 30		/* seconds: a longer Crawl-delay is taken for this one */
};

struct robots_rule {
	struct str pattern;		/* normalised; "*" any bytes, "$" at its end the end */
	bool allow;
};

struct robots {
	struct robots_rule *at;		/* [n], of the groups that are for us, in the order of the file */
	size_t n, cap;
	unsigned delay_ms;		/* between requests; 0: none asked */
};

/* Never fails: what is no rule is passed over, and an empty file allows all.  token: our product token, lower case ("coulisse"); the groups that name
 * it count, where there is none those for "*".  Into a. */
void robots_read(struct arena *a, struct str bytes, struct str token, struct robots *r);

/* May the path (with its query, "/…") be asked for?  The longest pattern that fits decides, of equal ones the one that allows. */
bool robots_allow(const struct robots *r, struct str path);

/* The rules as a file for every robot: what there is to keep.  robots_read of it with any token gives the same. */
struct str robots_text(struct arena *a, const struct robots *r);

#endif
