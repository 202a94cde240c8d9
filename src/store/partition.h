/* partition.h - the big tables of a PostgreSQL store in pieces: one for each day, month or year in which the record learnt what is in it.
 *
 * The key of a row tells its piece: it begins with the number of the day on which its document was learnt, and counts within it.  Lines have the day of their
 * document, so that a join by key finds one piece, and what is older than a day goes by dropping tables (forget.h).  What is asked of all days at once
 * (an id, an address, a story) stands in the table known, which is whole; in a store without pieces known is a view of document.
 */
#ifndef STORE_PARTITION_H
#define STORE_PARTITION_H

#include "base/date.h"
#include "store/db.h"

#define PARTITIONS(X) X(NONE, "none") X(DAY, "day") X(MONTH, "month") X(YEAR, "year")
#define PARTITION_(n, w) PARTITION_##n,
enum partition { PARTITIONS(PARTITION_) PARTITION_COUNT };
#undef PARTITION_

const char *partition_word(enum partition p);
int partition_find(struct str word);		/* or -1 */

/* The tables that are in pieces, and the column that is their key. */
struct partition_table {
	const char *name, *key;
};
enum { PARTITION_TABLES = 6 };
extern const struct partition_table partition_tables[PARTITION_TABLES];

/* The first key that could be of that day; those behind it up to that of the next day are the day's, of which the first given is partition_first_key.  All keys of days up
 * to 9999-12-31 are exact as JSON numbers.  partition_day gives the day of a key back. */
int64_t partition_key(day d);
int64_t partition_first_key(day d);
day partition_day(int64_t key);

/* Makes the piece that the day is in, unless it is there.  Readers do not wait for it.  Within the writer's transaction. */
int partition_make(struct db *db, enum partition width, day d, struct error *e);

/* Drops the piece whose first key is low.  Who reads is waited for, and who comes meanwhile waits.  Within the writer's transaction. */
int partition_drop(struct db *db, int64_t low, struct error *e);

#endif
