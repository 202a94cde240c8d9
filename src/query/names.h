/* names.h - whom a word of a question means: the record's own actors and the names that the world knows. */
#ifndef QUERY_NAMES_H
#define QUERY_NAMES_H

#include "base/vec.h"
#include "link/who.h"
#include "query/sql.h"

struct whom {
	VEC(struct str) ids;
	VEC(struct str) countries;		/* ISO 3166-1 alpha-3: everybody of that country */
};

/* names: one or more with commas between.  A country's name or code is everybody of it; a QID or "x-…" that one; else the actors of
 * the record with exactly that name, else whom the world calls so in any language, else the actors with that name among the words of theirs.
 * COU_OK, or COU_EINPUT with *e filled when a name means nobody; or the store's error. */
int whom_find(struct arena *a, struct db *db, const struct who *world, struct str names, struct whom *w, struct error *e);

/* "(ALIAS.country IN (…) OR ALIAS.id IN (…))" */
void whom_sql(struct sql *q, const char *alias, const struct whom *w);

#endif
