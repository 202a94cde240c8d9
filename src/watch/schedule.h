/* schedule.h - when to ask again.  Times are seconds since 1970 (UTC). */
#ifndef WATCH_SCHEDULE_H
#define WATCH_SCHEDULE_H

#include <stdint.h>

#include "base/str.h"

enum {
	SCHEDULE_HOUR = 3600,
	SCHEDULE_DAY = 24 * SCHEDULE_HOUR,
	SCHEDULE_BACKOFF_FIRST = 600,			/* seconds after the first failure; each further one doubles it */
	SCHEDULE_BACKOFF_MAX = SCHEDULE_DAY,
	SCHEDULE_RETRY_MAX = 7 * SCHEDULE_DAY,		/* a longer Retry-After is taken for this one */
	SCHEDULE_ROBOTS = SCHEDULE_DAY,			/* a robots.txt counts so long (RFC 9309 §2.4) */
	SCHEDULE_ROBOTS_CLOSED = SCHEDULE_HOUR		/* one that could not be read */
};

/* "2026-11-26T12:00:00Z" into out. */
void schedule_stamp(int64_t t, char out[32]);

/* The same back; -1 when it is none. */
int64_t schedule_time(struct str stamp);

/* Not before this, after so many failures in a row (at least one). */
int64_t schedule_backoff(int64_t now, unsigned failures);

/* Not before this, by a Retry-After of RFC 9110 §10.2.3: seconds, or "Sun, 06 Nov 1994 08:49:37 GMT".  0: it is neither, or is past. */
int64_t schedule_retry(int64_t now, struct str retry_after);

#endif
