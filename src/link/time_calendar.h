/* time_calendar.h - units of the calendar, seasons, and the days of feasts. */
#ifndef LINK_TIME_CALENDAR_H
#define LINK_TIME_CALENDAR_H

#include "base/date.h"
#include "base/str.h"

/* As numbered in time.txt. */
enum time_unit { UNIT_NONE, UNIT_DAY, UNIT_WEEK, UNIT_MONTH, UNIT_QUARTER, UNIT_SEASON, UNIT_YEAR, UNIT_DECADE, UNIT_CENTURY, UNIT_HOUR,
		 UNIT_MINUTE, UNIT_WEEKEND, UNIT_NIGHT, UNIT_SECOND, UNIT_HALFYEAR, UNIT_FORTNIGHT, UNIT_MILLENNIUM, UNIT_QUARTER_HOUR,
		 UNIT_MOMENT, UNIT_COUNT };

struct interval {
	day start, end;			/* inclusive */
	enum time_unit grain;
};

/* The unit that holds day d, moved by `by` units; false where the calendar of four-figure years ends. */
bool unit_at(struct interval *x, day d, enum time_unit unit, int32_t by);

/* Season 1 spring .. 4 winter of a year, by months; winter begins in December. */
struct interval season_at(int season, int year);

/* The first day of a month; months beyond 1..12 are in the years around. */
day month_start(int year, int month);

/* The TIMEX3 value of a unit: 2024-10-12, 2024-W41, 2024-W41-WE, 2024-10, 2024-Q4, 2024-H2, 2024-SU, 2024, 202, 20. */
struct str interval_value(struct arena *a, struct interval x);

/* The TIMEX3 value of a duration of tenths units; 0 is vague: P2Y, P2Y6M, PT30M, PXD. */
struct str duration_value(struct arena *a, enum time_unit unit, int64_t tenths);

enum feast_kind { FEAST_FIXED, FEAST_NTH, FEAST_EASTER, FEAST_ORTHODOX, FEAST_ISLAMIC, FEAST_HEBREW };

struct feast {
	enum feast_kind kind;
	int month, dom;			/* fixed; islamic: of that calendar; nth: month */
	int nth, weekday;		/* nth weekday of the month; -1 the last */
	int offset;			/* days after that, after Easter, after the Jewish new year of that autumn */
	int length;			/* days */
};

/* Reads "12-25", "11/4/4" (month/nth/weekday; nth -1 the last; +1 a day later), "easter+49", "orthodox-2", "islamic 9-1", "hebrew+9";
 * " x30" behind it is a length in days.  False when it is none. */
bool feast_read(struct feast *f, struct str spec);

/* Its (first) day in a year, or DAY_NONE. */
day feast_day(const struct feast *f, int year);

#endif
