/* saying.h - statements that are acts of another type by what they say. */
#ifndef CODE_SAYING_H
#define CODE_SAYING_H

#include "code/syntax.h"
#include "code/types.h"

/* Takes out the SAY of whoever refuses, supports, accuses, asks or threatens by what he says, where that is an event of its own; makes a THREATEN of one who
 * says that he will do somebody harm.  The events lie in text order. */
void settle_sayings(struct coding *c, const struct types *types);

/* Takes out the SAY whose whole content is another event of the document, which names the speaker in its claims or as the one who does it: "says that the
 * army is ready to talk" is the army's AGREE, claimed by him; "says to step down" his STEP_DOWN.  For what is written, after lines were left out by their confidence: where the deed is less than half as sure the SAY
 * stays. */
void sift_sayings(struct doc *d);

#endif
