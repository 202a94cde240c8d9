/* edit.h - what a person writes for a field of a line, as the JSON that the line has there. */
#ifndef QUERY_EDIT_H
#define QUERY_EDIT_H

#include "query/names.h"
#include "store/correct.h"

/* field: as the person names it: type mode status date actors recipients, relation standing from to subject object.  Words of closed lists are checked;
 * dates are YYYY, YYYY-MM or YYYY-MM-DD; participants are names, ids or countries with ";" between, who must be known to the record or the world.
 * An empty value is null, or no participants.  Fills to->field and to->value.  COU_EUSAGE, COU_EINPUT (a name that means nobody), or the store's. */
int edit_value(struct arena *a, struct db *db, const struct who *world, struct str field, struct str value, struct correction *to, struct error *e);

#endif
