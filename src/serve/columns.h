/* columns.h - the filters that the columns of the index answer by themselves, so that the database need not be asked.
 *
 * As filter_events (query/filter.h) has it in SQL; test/golden/serve.sh holds both against each other.  Left to the database: words in the texts, claims,
 * and what was known on a day.
 */
#ifndef SERVE_COLUMNS_H
#define SERVE_COLUMNS_H

#include "serve/index.h"

#include "query/filter.h"

/* The part of the question that is left to the database; false: nothing is. */
bool columns_rest(const struct question *q, struct question *rest);

/* Clears the bit of each line of x that does not fit what the columns answer of f; works in a. */
void columns_fit(struct arena *a, const struct index *x, const struct filter *f, uint64_t *fits);

#endif
