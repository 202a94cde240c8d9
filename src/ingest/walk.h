/* walk.h - the files that a path names: itself, or those below it, in the order of their names.
 *
 * Only the names of the folders that are open at the moment are held, so that a tree of any size streams.
 */
#ifndef INGEST_WALK_H
#define INGEST_WALK_H

#include "base/error.h"
#include "base/str.h"

struct walk;

/* path: a file, a folder (below it files that begin with a dot, links to folders, pipes and devices are left out) or "-", which stands for itself.  The path
 * is looked at when the first file is asked for. */
struct walk *walk_open(const char *path);

/* 1: *path is the next file, with a NUL behind it, valid until the next call; 0: the end; negative: *path cannot be read, *e says why, the next call goes on
 * behind it. */
int walk_next(struct walk *w, struct str *path, struct error *e);

void walk_close(struct walk *w);		/* NULL is fine */

#endif
