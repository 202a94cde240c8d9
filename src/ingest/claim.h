/* claim.h - the address by which an article wants to be known, when that is to be believed. */
#ifndef INGEST_CLAIM_H
#define INGEST_CLAIM_H

#include "ingest/ingest.h"

/* own: where it was found, or empty; says: what it calls its address, perhaps relative, or empty.  The one that it is to be known by, without tracking; empty:
 * neither.  What it says counts when it is of the same site and names an article at least as well as own does. */
struct str address_claimed(const struct leftovers *l, struct arena *a, struct str own, struct str says);

#endif
