/* diff.h - two codings of the same documents, line by line and in sum. */
#ifndef QUERY_DIFF_H
#define QUERY_DIFF_H

#include "query/answer.h"
#include "store/db.h"

enum { DIFF_LINES_MAX = 20000000, DIFF_LINE_BYTES = 4 << 20 };

struct diff;

struct diff *diff_new(struct arena *a);

/* Takes the event and state lines of one side (0 before, 1 after): of a file of record lines ("-": standard input); of a store, those that stand; or, of the
 * store's newest run that replaced any, what was replaced (side 0) and what came (side 1).  COU_EINPUT, COU_ESTORE, COU_ELIMIT. */
int diff_file(struct diff *d, int side, const char *path, struct error *e);
int diff_store(struct diff *d, int side, struct db *db, struct error *e);
int diff_recode(struct diff *d, struct db *db, struct error *e);

/* Rows: what (gone, new, changed), kind, type, fields, document, ids of both, quote; after them, in a table, the sums.  Returns 0, 1 when nothing differs, or negative. */
int diff_write(struct diff *d, const struct question *form, answer_write *write, void *user, struct error *e);

#endif
