/* context.h - when and where an event was, and how many it hit. */
#ifndef CODE_CONTEXT_H
#define CODE_CONTEXT_H

#include "code/match.h"

/* Does the finite verb over token t stand in the past tense? */
bool is_past(const struct coding *c, uint32_t t);

enum { NO_TYPE = -1 };

/* Done by words, so that dates to come may stand in what is said; type: enum event_type or NO_TYPE. */
bool is_told(int type);

/* Does word n alone tell an event of that type, so that a date beside it is the event's ("won the 2015 election")? */
bool tells_same(const struct coding *c, uint32_t n, int type);

/* "They talked about the murder": a deed that the reader knows and that the sentence does not tell; day and place of the talk are not its own. */
bool is_spoken_of(const struct coding *c, uint32_t t);

/* Date of what trigger t (under support verb, or NONE) tells: a temporal expression of its clause; else the publication date where
 * RECORD.md §3.3 allows it; else unknown. */
struct when find_when(const struct coding *c, uint32_t t, uint32_t support, enum status status, int type);

/* A place named beside t; entity NONE when there is none. */
struct participant find_where(const struct coding *c, uint32_t t, uint32_t support, const struct event *e);

struct numbers;				/* numerals of one language: lang/XX/numbers.txt */
int numbers_read(struct numbers **out, struct arena *a, const char *path, struct error *e);

/* The number with a counted noun ("12 soldiers", "at least ten people"); max UINT32_MAX: or more. */
struct count find_count(const struct coding *c, uint32_t noun);

/* "the first", "the first president", "the latest country": who does what an infinitive behind it tells. */
bool is_ordinal(const struct coding *c, uint32_t t);

/* "his ninth visit", "visits for the ninth time": which of its kind the trigger is said to be. */
struct count find_ordinal(const struct coding *c, uint32_t trigger);

#endif
