/* card.h - looks up what the world knows of an entity. */
#ifndef LINK_CARD_H
#define LINK_CARD_H

#include "doc/card.h"
#include "link/link.h"

/* Fills *card, allocated in a, with what holds on that day (DAY_NONE: everything, with its dates) of the entity with that id; leaves it
 * empty when the world does not know the id. */
void card_fill(const struct who *w, struct arena *a, struct str id, day at, struct card *card);

#endif
