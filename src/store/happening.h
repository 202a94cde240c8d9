/* happening.h - the lines of the store that report the same happening (RECORD.md §6), kept right as lines come and go. */
#ifndef STORE_HAPPENING_H
#define STORE_HAPPENING_H

#include "store/db.h"

/* Groups all event lines whose column happening is null and that stand with what is there; afterwards event.happening, event.parent (the line that leads the
 * happening) and the table happening are right.  Lines that were retired or rejected since the last call are taken out.  Within the caller's transaction. */
int happening_update(struct db *db, struct error *e);

/* The line with that key was retired, rejected, corrected or brought back: what it concerns is pending until the next happening_update. */
int happening_touch(struct db *db, int64_t line, struct error *e);

/* What somebody said: the happenings of these two lines are one (together), or the lines are of different ones.  Replaces what was said of the pair. */
int happening_tie(struct db *db, struct str line, struct str other, bool together, struct error *e);
int happening_untie(struct db *db, struct str line, struct str other, struct error *e);

#endif
