/* time_rules.h - lang/XX/time.txt: word classes and patterns of temporal expressions.
 *
 *	month 1: januari, jan           a word and its value
 *	number 3: drie
 *	rule: <number> <unit> geleden -> ago
 *
 * A pattern is a row of elements: <class>, a word, or words separated by '|'; '?' behind an element makes it optional.  What the right side
 * does with the values is said at enum time_action.
 */
#ifndef LINK_TIME_RULES_H
#define LINK_TIME_RULES_H

#include "base/map.h"
#include "base/vec.h"
#include "base/error.h"

#define TIME_CLASSES(X)									\
	X(MONTH, "month") X(WEEKDAY, "weekday") X(UNIT, "unit") X(SEASON, "season")	\
	X(PART, "part") X(NUMBER, "number") X(DECADE, "decade") X(HOLIDAY, "holiday")	\
	X(DOM, "dom") X(YEAR, "year") X(CLOCK, "clock") X(ISO, "iso") X(ORDINAL, "ordinal")	\
	X(PHASE, "phase")

/* units: 1 day 2 week 3 month 4 quarter 5 season 6 year 7 decade 8 century 9 hour 10 minute 11 weekend 12 night 13 moment */
#define TIME_ACTIONS(X)									\
	X(DAY, "day")			/* <dom> <month> [<year>] */				\
	X(MONTH, "month")		/* [<phase>] <month> [<year>] */				\
	X(YEAR, "year")			/* <year> */						\
	X(SEASON, "season")		/* <season> [<year>] */					\
	X(DECADE, "decade")		/* <decade>: 1990 or 90 */					\
	X(TODAY, "today")		/* offset in days: today -1 */				\
	X(WEEKDAY, "weekday")		/* <weekday>; argument 0 by tense, -1 the last, 1 the next */	\
	X(UNIT, "unit")			/* this (0), last (-1), next (1) unit */			\
	X(AGO, "ago")			/* <number> <unit> back; without number: one */		\
	X(AHEAD, "ahead")		/* the same forward */					\
	X(AFTER, "after")		/* <number> <unit> after the expression before; argument -1: before it */	\
	X(SPAN, "span")			/* the last (-1) or next (1) <number> <unit>: a stretch up to (from) now */	\
	X(DURATION, "duration")		/* <number> <unit> */						\
	X(SET, "set")			/* repeated */						\
	X(CLOCK, "clock")		/* a time of the day of publication or of the date beside it */	\
	X(PRESENT, "present")		/* now, currently */						\
	X(DAYS, "days")			/* <dom> to <dom> <month> [<year>] */			\
	X(YEARS, "years")		/* <year> to <year> */					\
	X(ISO, "iso")			/* 2024-10-12, 12-10-2024 */					\
	X(HOLIDAY, "holiday")		/* <holiday> [<year>]: MMDD */				\
	X(PARTIAL, "partial")		/* later (1) or earlier (-1) in this unit */

#define TIME_CLASS_(n, w) TIME_##n,
enum time_class { TIME_CLASSES(TIME_CLASS_) TIME_CLASS_COUNT };
#undef TIME_CLASS_
#define TIME_ACTION_(n, w) ACTION_##n,
enum time_action { TIME_ACTIONS(TIME_ACTION_) };
#undef TIME_ACTION_

enum { RULE_ELEMENTS = 10 };

struct time_element {
	int8_t class;			/* enum time_class, or -1: words */
	bool optional;
	VEC(struct str) words;
};

struct time_rule {
	struct time_element elements[RULE_ELEMENTS];
	uint32_t n;
	enum time_action action;
	int argument;
};

struct time_value {			/* of one word */
	int16_t of[TIME_CLASS_COUNT];	/* INT16_MIN: not in the class */
};

struct timer {
	struct arena a;
	VEC(struct time_rule) rules;
	struct map words;		/* lower-case word → values */
	VEC(struct time_value) values;
	struct map future, since, until, year_before;	/* words that say where a date lies */
	struct map capital;		/* words that count only with a capital: "May" */
	struct map ordinal_endings;	/* "th" */
};

int time_rules_read(struct timer *t, const char *path, struct error *e);

#endif
