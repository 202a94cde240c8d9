/* answer.h - rows of an answer, written as they come: a table for people, CSV (RFC 4180), TSV, or JSON Lines.
 *
 * A table's widths are those of its first rows, which are kept back until there are enough of them.
 */
#ifndef QUERY_ANSWER_H
#define QUERY_ANSWER_H

#include "base/vec.h"
#include "query/question.h"

enum { ANSWER_KEPT = 500, ANSWER_COLUMNS_MAX = 48 };

struct column {
	const char *name;
	unsigned width;			/* in a table: at most so many places; 0: not shown there */
	bool number;			/* to the right; in JSON without quotes */
	const char *label;		/* over the column of a table; NULL: name */
};

struct answer_row {
	const struct str *cells;	/* [columns] */
	struct str json;		/* the whole line; empty: an object of the cells */
	struct str quote, origin;	/* the sentence, and where it stands: shown when verbose */
};

/* Takes bytes; 0 to go on. */
typedef int answer_write(void *user, const char *bytes, size_t n);

struct answer {
	struct arena *a;		/* of the answer */
	struct arena *row;		/* the caller's to free; reset after each row */
	const struct question *q;
	const struct column *columns;
	size_t n_columns;
	unsigned widths[ANSWER_COLUMNS_MAX];
	VEC(struct answer_row) kept;
	bool begun;
	size_t rows;
	struct buf out;
	answer_write *write;
	void *user;
	bool failed;
};

void answer_begin(struct answer *an, struct arena *a, struct arena *row, const struct question *q, const struct column *columns, size_t n, answer_write *write, void *user);
void answer_row(struct answer *an, const struct answer_row *row);

/* A line of its own in a table, nothing elsewhere: a heading. */
void answer_heading(struct answer *an, struct str text);

/* 0, or -1 when something could not be written. */
int answer_end(struct answer *an);

#endif
