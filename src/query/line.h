/* line.h - pieces of a record line (RECORD.md) as text for a cell. */
#ifndef QUERY_LINE_H
#define QUERY_LINE_H

#include "base/json.h"

/* That member of every participant of a list, with "; " between. */
struct str line_parties(struct arena *a, const struct json *list, const char *member);
struct str line_words(struct arena *a, const struct json *list);

/* "according to" in short: "asserts Q159 Russia; denies …". */
struct str line_claims(struct arena *a, const struct json *claims);

/* A number as it is written in the line; empty for null. */
struct str line_number(struct arena *a, const struct json *j, const char *member);

/* The beginning of a time as precise as it is: "2024-10-12", "2024-10", "2024". */
struct str line_date(const struct json *when);

/* "NOS, 2024-10-12, title, url", without what is not known. */
struct str line_origin(struct arena *a, struct str source, struct str published, struct str title, struct str url);

#endif
