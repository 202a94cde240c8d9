/* saying.h - statements that are acts of another type by what they say. */
#ifndef CODE_SAYING_H
#define CODE_SAYING_H

#include "code/syntax.h"
#include "code/types.h"

/* Takes out the SAY of whoever refuses, supports, accuses, asks or threatens by what he says, where that is an event of its own; makes a THREATEN of one who
 * says that he will do somebody harm.  The events lie in text order. */
void settle_sayings(struct coding *c, const struct types *types);

#endif
