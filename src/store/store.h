/* store.h - the record kept: documents, their lines, what people said of the lines, in a database (db.h).
 *
 *	store_open(&s, "news.db", DB_CREATE, &e);
 *	store_begin(s, "add", coder, &e);
 *	for each document: store_add(s, lines, &sum, &e);	every so often: store_save(s, &e)
 *	store_finish(s, &e);
 *	store_close(s);
 *
 * Adding is idempotent: a document that is there with the same text is left as it is; with another text it is a new version, and
 * the old one's lines are known until then.  What store_save or store_finish has not said 0 to is as if it had never been added.
 */
#ifndef STORE_STORE_H
#define STORE_STORE_H

#include "store/db.h"

struct store;

struct store_options {
	bool trusted;			/* the lines come from this program's coder: they are not checked beforehand */
	bool one_coder;			/* a document by another coder than those that are there in its language is refused */
	bool no_text;			/* keep hashes, offsets and quotes of at most STORE_QUOTE_MAX code points, no texts */
	bool one_connection;		/* store_knows is never called */
	const char *now;		/* "2026-11-26T12:00:00Z": when the record learns what is added; NULL: the clock's */
	const char *partition;		/* "day", "month", "year", "none": pieces of a PostgreSQL store that is made (partition.h); NULL: none, or as the store is */
};

enum { STORE_QUOTE_MAX = 300 };

struct store_sum {			/* what came of the documents */
	size_t added, versions, known;	/* new; new versions of known ones (counted in added too); already there */
	size_t events, states;		/* lines added */
};

/* COU_ESTORE: not there, of another program, of a newer version.  An older version is led forward, unless opened to read: then it is refused.
 * COU_EUSAGE: pieces of another width than the store has, or of a SQLite store. */
int store_open(struct store **s, const char *where, enum db_access access, const struct store_options *o, struct error *e);
void store_close(struct store *s);	/* what was not saved is lost; NULL is fine */
struct db *store_db(struct store *s);

/* Is the document with that id and SHA-256 of its text there, as the newest version?  Thread-safe: has a connection of its own.  1, 0, or negative. */
int store_knows(struct store *s, struct str id, const char sha256[65], struct error *e);

/* Begins a run; kind: "add", "recode", "merge". */
int store_begin(struct store *s, const char *kind, struct error *e);

/* Are these the lines of one document, as lines_write gives them?  0; COU_EINPUT or COU_ELIMIT for what is wrong with the *line-th of them, from 1. */
int store_check(struct str lines, size_t *line, struct error *e);

/* The lines of one document as lines_write gives them: the document line first, then its events and states.  COU_EINPUT when they are no such lines, COU_EUSAGE
 * when they are by another coder (store_options.one_coder): nothing of them is kept, and the run goes on. */
int store_add(struct store *s, struct str lines, struct store_sum *sum, struct error *e);

/* The same for a run that several processes share, each in transactions of its own: store_join begins one, in which this process is the only writer and what is added
 * counts for that run; store_leave commits it, and leaves what was added ungrouped (happening_update); ended: nothing more comes to the run.  store_drop rolls
 * back what store_join or store_begin began, and is what must follow an error. */
int store_join(struct store *s, int64_t run, struct error *e);
int store_leave(struct store *s, bool ended, struct error *e);
void store_drop(struct store *s);
int64_t store_run(const struct store *s);	/* the key of the run */

int store_save(struct store *s, struct error *e);	/* commits, and goes on in a new transaction */
int store_finish(struct store *s, struct error *e);	/* commits, and ends the run */

#endif
