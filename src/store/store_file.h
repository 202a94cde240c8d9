/* store_file.h - the inside of a store, for the files of this folder. */
#ifndef STORE_STORE_FILE_H
#define STORE_STORE_FILE_H

#include <pthread.h>

#include "base/map.h"
#include "base/vec.h"
#include "store/schema.h"
#include "store/store.h"

enum { STORE_CODER_MAX = 96, STORE_LANGUAGES = 32 };

struct coder_of {			/* the coder of a language's documents; empty: it has none yet */
	char lang[68], coder[STORE_CODER_MAX];
};

struct store_day {			/* the next keys of what was learnt on that day */
	day d;
	int64_t document, line;
};

struct store {
	struct db *db;
	struct store_options o;
	struct db *known;		/* a connection of its own for store_knows; NULL when only read */
	pthread_mutex_t known_lock;
	bool was_empty;			/* when it was opened: nothing is known */
	struct arena a;			/* as long as the store */
	struct map actors;		/* keys of actors that are in the database, as eight bytes */
	struct arena batch;		/* until the next save */
	char now[32];			/* of the transaction */
	char coder[STORE_CODER_MAX];	/* of the last document added */
	struct coder_of coders[STORE_LANGUAGES];	/* [n_coders], since the last save */
	size_t n_coders;
	int64_t run, next_document, next_line;
	enum partition partition;
	VEC(struct store_day) days;	/* in batch: those of this transaction; with pieces instead of next_… */
	int64_t forgotten;		/* runs that forgot something and have ended */
	int64_t batch_documents, batch_lines;
	int64_t ungrouped;		/* documents added since the last grouping */
};

/* The next key of a document learnt on that day, of a line of that document; negative: COU_ESTORE.  Makes the piece where there is none. */
int64_t store_next_document(struct store *s, struct str learnt, struct error *e);
int64_t store_next_line(struct store *s, int64_t document, struct error *e);

/* A text that an index holds: PostgreSQL takes 2,704 bytes an entry.  Cut between characters. */
struct str store_indexed(struct str text);

struct json;

/* Has the event or state line what its kind must have, and are its words no longer than words are? */
bool store_well_formed(const struct json *line);

/* COU_EINPUT: no document line. */
int store_check_document(const struct json *d, struct error *e);

/* Are the documents that the store has in that language by this coder, or are there none?  0; COU_EUSAGE, with both named: by another one; COU_ESTORE. */
int store_same_coder(struct store *s, struct str lang, struct str coder, struct error *e);

/* The key of an actor's row: a hash of what identifies it. */
int64_t store_actor_key(struct arena *a, const struct json *participant);

/* Event and state lines (JSON, one each) of the document with that key, known from day learnt until day learnt_until (empty: still). */
int store_add_lines(struct store *s, int64_t document, struct str learnt, struct str learnt_until, struct str lines, struct store_sum *sum,
		    struct error *e);

/* Writes the rows of the line with that key anew from json, what stands beside them (run, verdict, times) staying; coded: for line.coded. */
int store_replace_line(struct store *s, int64_t key, struct str json, struct str coded, struct error *e);

#endif
