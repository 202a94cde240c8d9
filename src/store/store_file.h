/* store_file.h - the inside of a store, for the files of this folder. */
#ifndef STORE_STORE_FILE_H
#define STORE_STORE_FILE_H

#include <pthread.h>

#include "base/map.h"
#include "base/vec.h"
#include "store/schema.h"
#include "store/store.h"

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
	char coder[96];			/* of the last document added */
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

/* The key of an actor's row: a hash of what identifies it. */
int64_t store_actor_key(struct arena *a, const struct json *participant);

/* Event and state lines (JSON, one each) of the document with that key, known from day learnt until day learnt_until (empty: still). */
int store_add_lines(struct store *s, int64_t document, struct str learnt, struct str learnt_until, struct str lines, struct store_sum *sum,
		    struct error *e);

/* Writes the rows of the line with that key anew from json, what stands beside them (run, verdict, times) staying; coded: for line.coded. */
int store_replace_line(struct store *s, int64_t key, struct str json, struct str coded, struct error *e);

#endif
