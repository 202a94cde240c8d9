/* repeats.h - the same name in one document is the same kind of name. */
#ifndef ANALYSE_REPEATS_H
#define ANALYSE_REPEATS_H

#include "doc/doc.h"

/* One sense a document (Gale, Church and Yarowsky 1992) for the names that the network tagged, over 60 sentences at a time:
 * - a spelling that has several types takes the one that most of its mentions have, where that is twice as many as any other;
 * - the last word of a person's full name, alone elsewhere ("Sandusky" behind "Jerry Sandusky"), is a person unless it is more often a
 *   place, or much more often something else, by itself; also where the network saw a proper noun but no name. */
void names_agree(struct doc *d);

#endif
