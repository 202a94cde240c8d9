/* table.h - the record for people: one row for each line, the sentence below it. */
#ifndef RECORD_TABLE_H
#define RECORD_TABLE_H

#include "doc/doc.h"

struct table_style {
	unsigned columns;	/* width of the terminal; at least 40 is used */
	bool colour;		/* ANSI escapes */
};

/* Events and states of d in the order of their evidence; rows with the same evidence stand above it together. */
void table_write(struct buf *out, struct doc *d, const struct table_style *style);

#endif
