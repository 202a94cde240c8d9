/* record.h - single things of the record as JSON: what the store holds, a happening, a line, a document. */
#ifndef QUERY_RECORD_H
#define QUERY_RECORD_H

#include "base/error.h"
#include "base/str.h"
#include "store/db.h"

/* Each appends one JSON object to b, as doc/api.md has it.  0; COU_EINPUT when there is no such thing; COU_ESTORE. */
int record_happening(struct db *db, struct buf *b, struct str id, struct error *e);
int record_line(struct db *db, struct buf *b, struct str id, struct error *e);
int record_document(struct db *db, struct buf *b, struct str id, struct error *e);

/* Appends members to an object that is open: "documents" … "coders". */
int record_sums(struct db *db, struct buf *b, struct error *e);

/* The text of that line's document, the code points of its evidence, and when it was published and in which language, in a.  Text empty: it is not kept. */
struct record_evidence {
	struct str text, published, lang, quote;
	int64_t start, end;		/* of the quote, in code points of text */
};
int record_evidence(struct db *db, struct arena *a, struct str line, struct record_evidence *out, struct error *e);

#endif
