/* infer.h - what the document implies about events whose sentence names no place or date. */
#ifndef CODE_INFER_H
#define CODE_INFER_H

#include "code/syntax.h"

/* Fills where and when of c->d->events where they are unknown and the rest of the document settles them. */
void infer_places_and_days(const struct coding *c);

#endif
