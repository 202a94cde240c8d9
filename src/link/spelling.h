/* spelling.h - spellings of one name in several romanisations. */
#ifndef LINK_SPELLING_H
#define LINK_SPELLING_H

#include "base/arena.h"
#include "base/str.h"

/* The consonants of a folded name (who_fold), those that romanisations exchange made one; allocated in a. */
struct str spelling_skeleton(struct arena *a, struct str key);

/* May the two folded names be spellings of one?  Only evidence: something else must point to the same person. */
bool spelling_same(struct arena *a, struct str x, struct str y);

#endif
