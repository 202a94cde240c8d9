/* export_read.h - lines for an export out of the output of `coulisse code`. */
#ifndef QUERY_EXPORT_READ_H
#define QUERY_EXPORT_READ_H

#include "query/export.h"

enum { EXPORT_LINE_MAX = 64 << 20 };	/* bytes of one line */

/* Adds every line of the file ("-": standard input) to the export.  A line that is none of the record's, or is too long, is named on standard
 * error and left out; *unreadable is set then, and when the file cannot be opened.  Negative only where the export failed. */
int export_read(struct export *x, const char *path, bool *unreadable, struct error *e);

#endif
