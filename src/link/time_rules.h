/* time_rules.h - lang/XX/time.txt: the words of time with their values, and a grammar of temporal expressions.
 *
 *	month 1: january, jan.			a class, a value, the words that have it
 *	feast easter+49: pentecost, whit sunday	a feast of one or more words, and how to find its day (time_calendar.h)
 *	about: about, some			a plain list (TIME_LISTS)
 *	{n}: <number>				a group: each line is one way to say it
 *	{n}: several -> number=0
 *	rule: {about}? {n} <unit> ago -> move sign=-1
 *
 * A pattern is a row of elements: a word, words separated by '|', a <class> or a {group}; '?' behind an element makes it optional, '^' before
 * the first or last one of a rule says that it must stand there but is no part of the expression ("^in {length}", "soon ^after").
 * Behind "->" stands what is meant (TIME_MEANINGS, at most one) and what the slots get.  A class fills the slot of its name; when that is
 * full, the slot of the same name with a 2.  The values of a group come before those of the pattern that holds it.  Groups must be
 * written before they are used, so a pattern cannot hold itself.  Of all ways to read the text from one word the longest counts, of two as
 * long the one written first.
 *
 * Words are compared in lower case.  Tokens are cut at hyphens, dashes and slashes, and a written-together word ("maandagavond",
 * "vijfentwintig") into known pieces (lists "head", "tail" and "link"); numerals of several words count as one <number>.
 */
#ifndef LINK_TIME_RULES_H
#define LINK_TIME_RULES_H

#include "base/error.h"
#include "base/map.h"
#include "base/vec.h"
#include "link/time_calendar.h"

/* Classes of words.  <number> is in tenths in its slot, 0 when it is vague; dom, year, short, clock, dotted, hour and date come from figures. */
#define TIME_CLASSES(X)									\
	X(MONTH, "month") X(WEEKDAY, "weekday") X(UNIT, "unit")				\
	X(UNITS, "units")		/* a unit in the plural: fills the slot unit */		\
	X(SEASON, "season")		/* 1 spring .. 4 winter */				\
	X(PART, "part")			/* of the day: 1 morning 2 afternoon 3 evening 4 night 5 noon 6 midnight */	\
	X(NUMBER, "number") X(ORDINAL, "ordinal")					\
	X(DECADE, "decade")		/* 1990 or 90 */					\
	X(DOM, "dom")			/* 1..31 */						\
	X(YEAR, "year")			/* of four figures */					\
	X(SHORT, "short")		/* '98 */						\
	X(CLOCK, "clock")		/* 8:30, in minutes */					\
	X(DOTTED, "dotted")		/* 8.30, in minutes */					\
	X(HOUR, "hour")			/* 0..24 */						\
	X(DATE, "date")			/* 2024-10-12, 12/10/2024: as a day */			\
	X(PHASE, "phase")		/* 1 begin, 2 middle, 3 end of a month or year */

/* Slots that patterns alone fill. */
#define TIME_SLOTS(X)									\
	X(MONTH2, "month2") X(DOM2, "dom2") X(YEAR2, "year2") X(NUMBER2, "number2")	\
	X(FEAST, "feast")		/* index of a feast */					\
	X(SIGN, "sign")			/* -1 back, 1 forward; partial: earlier or later in the unit */	\
	X(BY, "by")			/* so many units or days on from the reference */	\
	X(YEARBY, "yearby")		/* the year: so many on from that of the reference */	\
	X(WEEKBY, "weekby")		/* the same for the week of a weekday */		\
	X(REF, "ref")			/* what it counts from: enum time_ref */		\
	X(HALF, "half")			/* tenths that a numeral gets on top: 5 */		\
	X(MINUTE, "minute")		/* minutes on top of the hour */			\
	X(NOON, "noon")			/* 12 p.m., 0 a.m. */					\
	X(SPOKEN, "spoken")		/* the year is number and number2: nineteen ninety-six */

/* What an expression counts from, as time.txt writes it: 0 the document's date; 1 the date before in the text; 2 that one if it is near; 3 the
 * quarter or half year that the text reports on, if there is one, else as 0: "a year ago" beside a quarter's figures. */
enum time_ref { REF_DOCUMENT, REF_BEFORE, REF_NEAR, REF_REPORTED };

/* What a pattern means. */
#define TIME_MEANINGS(X)								\
	X(NOTHING, "nothing")		/* no expression of time: eats the words */		\
	X(DAY, "day")			/* dom, month, year; dom2 (month2) the end of a range; weekday */	\
	X(MONTH, "month") X(HALFYEAR, "halfyear") X(SEASON, "season")			\
	X(QUARTER, "quarter")		/* ordinal; without one: that which the text reports on, or the last */	\
	X(YEAR, "year")			/* year2 the end of a range */				\
	X(DECADE, "decade")		/* decade, or number 90, or short */			\
	X(CENTURY, "century")		/* ordinal */						\
	X(DATE, "date") X(FEAST, "feast")						\
	X(TODAY, "today")		/* by days from the reference */			\
	X(WEEKDAY, "weekday")		/* sign 0 by the tense, -1 the last, 1 the next; weekby */	\
	X(WEEK, "week")			/* the week that holds dom month */			\
	X(UNIT, "unit")			/* the unit that holds the reference, moved by `by` */	\
	X(PARTIAL, "partial")		/* the same, of it what lies before (sign -1) or after the reference */	\
	X(MOVE, "move")			/* number units from the reference, back or forward by sign */	\
	X(SPAN, "span")			/* number units up to (sign -1) or from the document's date */	\
	X(DURATION, "duration")		/* number units */					\
	X(AHEAD, "ahead")		/* a duration that dates what is to come: "in two weeks" */	\
	X(WITHIN, "within")		/* the same, from now until then */			\
	X(SET, "set")			/* weekday, month, season, part, or number units */	\
	X(CLOCK, "clock")		/* clock or part alone: of the date beside it, or the document's */	\
	X(PAST, "past") X(PRESENT, "present") X(FUTURE, "future")	/* vaguely */

/* Plain lists of words. */
#define TIME_LISTS(X)									\
	X(WILL, "future")		/* in a sentence or on its verb: it looks ahead */	\
	X(WOULD, "would")		/* it looks ahead from the past: to either side of now */	\
	X(PRESENT_PASSIVE, "present-passive")	/* with a participle it tells of now: "is held" */	\
	X(SINCE, "since") X(UNTIL, "until")	/* before an expression: since it, until it */	\
	X(DEADLINE, "deadline")		/* before an expression: it lies ahead of what is told */	\
	X(BEGUN, "begun")		/* before an expression: it lies behind */			\
	X(EXTENT, "extent")		/* somewhere before a duration that would lie ahead: it measures: "the first in ten years" */	\
	X(YEAR_BEFORE, "year-before")	/* before a bare number of four figures: it is a year */	\
	X(YEAR_JOINT, "year-joint")	/* of them, those that need another year before them: "and" */	\
	X(NOT_AFTER, "not-after")	/* behind a bare number of four figures: it is none */	\
	X(NOT_BEFORE, "not-before")	/* before a vague word: it is none */			\
	X(COUNTING, "counting")		/* before a bare number of four figures: it is none */	\
	X(CAPITAL, "capital")		/* counts with a capital alone: "May" */		\
	X(LOWER, "lower")		/* counts without a capital alone */			\
	X(NOT_VERB, "not-verb")		/* does not count as a verb: "march", "last" */		\
	X(ORDINAL_ENDING, "ordinal-ending") X(DECADE_ENDING, "decade-ending")		\
	X(HEAD, "head") X(TAIL, "tail") X(LINK, "link")	/* pieces of written-together words */	\
	X(AND, "number-and")		/* two thousand and five */				\
	X(BETWEEN, "between") X(BETWEEN_AND, "between-and")	/* a range: both words */	\
	X(TO, "to")			/* a range: this word alone */				\
	X(DECIMAL_COMMA, "decimal-comma") X(MONTH_FIRST, "month-first")	/* switches: any word */

#define TIME_CLASS_(n, w) TIME_##n,
enum time_slot { TIME_CLASSES(TIME_CLASS_) TIME_CLASS_COUNT, TIME_BEFORE_SLOTS_ = TIME_CLASS_COUNT - 1, TIME_SLOTS(TIME_CLASS_) TIME_SLOT_COUNT };
#undef TIME_CLASS_
#define MEAN_(n, w) MEAN_##n,
enum time_meaning { TIME_MEANINGS(MEAN_) MEAN_COUNT };
#undef MEAN_
#define TIME_LIST_(n, w) TIME_LIST_##n,
enum time_list { TIME_LISTS(TIME_LIST_) TIME_LIST_COUNT };
#undef TIME_LIST_

enum { TIME_NO = INT32_MIN };		/* no value */

struct time_value {			/* of one word */
	uint32_t classes;		/* bit 1 << class */
	int32_t of[TIME_CLASS_COUNT];
};

enum time_kind { TIME_WORD, TIME_CLASS, TIME_GROUP };

struct time_element {
	enum time_kind kind;
	bool optional, outside;
	uint32_t at;			/* class or group */
	VEC(uint32_t) words;
};

struct time_start {			/* what may come first: for trying only what can fit */
	uint32_t classes;
	uint64_t *words;		/* bits, by word */
};

struct time_set { int32_t slot, value; };

struct time_pattern {
	VEC(struct time_element) elements;
	VEC(struct time_set) sets;
	int meaning;			/* enum time_meaning, or -1 */
	struct time_start start;
};

struct time_group {
	VEC(struct time_pattern) ways;
	struct time_start start;
};

struct time_word {
	struct str text;
	struct time_value value;
	uint32_t lists;			/* bit 1 << list */
	VEC(uint32_t) rules;		/* that may begin with it */
};

struct timer {
	struct arena a;
	struct map ids;			/* lower-case word → words; VEC below */
	VEC(struct time_word) words;
	struct map group_ids;
	VEC(struct time_group) groups;	/* [0] the rules */
	VEC(uint32_t) class_rules[TIME_CLASS_COUNT];
	VEC(struct feast) feasts;
	bool switches[TIME_LIST_COUNT];	/* lists that have a word */
	uint64_t head_bytes[1024];	/* bits: the first two bytes of the words that begin written-together ones */
};

int time_rules_read(struct timer *t, const char *path, struct error *e);

/* The word with that text, or NONE. */
static inline uint32_t time_word_find(const struct timer *t, struct str lower)
{
	return map_get(&t->ids, lower);
}

#endif
