/* split.h - a large file in parts that can be read by themselves, on other machines if need be.
 *
 *	split_open(&s, home, &e);
 *	split_file(s, "crawl.warc.gz", 4 << 20, take_part, user, &e);
 *	split_close(s);
 *
 * Parts end where a reader of the whole file would begin the next record anyway: JSON Lines at a line, WARC at a record, gzip at a member with a record at
 * its beginning.  All else (a table with its heading, an archive with its directory, one XML tree) is one part.  Read one after the other (ingest_part),
 * the parts give what the file gives.
 */
#ifndef INGEST_SPLIT_H
#define INGEST_SPLIT_H

#include "ingest/reader.h"

struct splitter;

int split_open(struct splitter **s, const char *home, struct error *e);
void split_close(struct splitter *s);		/* NULL is fine */

/* One part, in order; format: the name of the file's, which whoever reads the part asks for; NULL, with *part all zero: the whole file, as it looks.  0 to go on. */
typedef int split_part(void *user, const char *format, const struct ingest_part *part);

/* Parts of at least `target` bytes of the file each, but for the last; a file of no more than that is whole.  The file is read once from beginning to end where it is
 * split (a gzip file is unpacked: no record is looked for inside of another).  Behind damage there is one more part, the rest.  0, what part gave, or COU_EINPUT. */
int split_file(struct splitter *s, const char *path, uint64_t target, split_part *part, void *user, struct error *e);

#endif
