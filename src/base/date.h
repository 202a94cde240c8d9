/* date.h - days of the proleptic Gregorian calendar as one number (ISO 8601).
 *
 * Algorithm: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (days_from_civil).
 */
#ifndef BASE_DATE_H
#define BASE_DATE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

typedef int32_t day;	/* days since 1970-01-01 (a number, so the one typedef) */
#define DAY_NONE INT32_MIN

day day_of(int year, int month, int dom);
void day_civil(day d, int *year, int *month, int *dom);
int day_weekday(day d);				/* 1 Monday .. 7 Sunday */
int month_days(int year, int month);

/* "2024-10-12" into out[11]; year 0..9999, else "". */
void day_iso(day d, char out[11]);

/* Reads "YYYY-MM-DD" at the start of s (rest, such as "T10:00:00Z", is left alone); DAY_NONE when it is none. */
day day_parse(struct str s);

/* Reads all of "2024", "2024-10" or "2024-10-12": its first, or its last day; DAY_NONE when it is none of them. */
day day_parse_part(struct str s, bool last);

enum { STAMP_ISO = 48 };

/* Reads a time stamp as newsrooms write them, ISO 8601 extended or basic, or RFC 5322 with all that mail and feeds allow themselves, and writes it as
 * "2024-10-12T18:00:00+02:00", shorter where less is given; what follows it is left alone.  False, and "", when it is none. */
bool stamp_iso(struct str s, char out[STAMP_ISO]);

/* The same; *date is the date as written there, in its own zone. */
bool stamp_parse(struct str s, day *date);

#endif
