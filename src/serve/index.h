/* index.h - what happened, in memory: the columns of all event lines that stand, for sums over a hundred thousand happenings in milliseconds.
 *
 * The database finds which lines fit a filter (query/filter.h), which is remembered (select.h); what is counted over them, and in which order they are shown, is
 * computed from here.  Read only once built; shared by counting owners, so that a new one can take its place while the old one is still being read.
 *
 * Lines lie in the order in which `coulisse events` shows them: newest first, those without a date last, then by id.
 */
#ifndef SERVE_INDEX_H
#define SERVE_INDEX_H

#include "serve/threads.h"

#include "base/date.h"
#include "base/map.h"
#include "base/vec.h"
#include "doc/words.h"
#include "store/db.h"

#define INDEX_NONE UINT32_MAX

struct index_line {			/* an event line; 80 bytes */
	int64_t key;
	struct str id;
	double confidence;
	float goldstein;
	day start, end;			/* DAY_NONE: unknown */
	uint32_t happening;		/* number; a line without one is its own */
	uint32_t place;			/* or INDEX_NONE */
	uint32_t place_name;		/* as this line has it, of index.place_names; 0: none */
	uint32_t document;
	uint32_t parties;		/* the first of its participants in index.parties; the next line's is the end */
	uint16_t type, mode;		/* of index.types, index.modes; mode 0: none */
	uint16_t country;		/* of the place, of index.countries; 0: none */
	uint8_t status, quad, precision;	/* enums of doc/words.h; quad 0: none */
	bool best : 1;			/* stands for its happening in the record */
	bool visit : 1, mutual : 1;
	bool current : 1;		/* no newer version of its document has come */
};

enum index_role { PARTY_ACTOR, PARTY_RECIPIENT };

struct index_party {
	uint32_t actor;			/* of index.actors */
	uint16_t country;		/* of index.countries, as its line has it; 0: none */
	uint8_t role;
	bool known : 1;			/* its kind is; here, so that sums need not look at the actor */
	bool governs : 1;		/* the country itself, somebody of its government, or of an organisation of governments */
};

struct index_claimant {			/* who says so, of a known country */
	uint32_t line;
	uint16_t country;
};

struct index_actor {			/* one for each id; the name that most lines have */
	struct str id, name, kind, country;
	struct str folded;		/* the name, to be found by */
	uint32_t lines;
};

struct index_place {
	struct str id, name;
	double lat, lon;
	bool located;
};

struct index_document {
	int64_t key;
	uint32_t source, lang;		/* of index.sources, index.langs */
	day published;			/* DAY_NONE: unknown */
	bool coded;			/* has a line, event or state */
};

struct index_words {
	struct str *at;
	size_t n, cap;
};

struct index {
	struct arena a;
	pthread_mutex_t lock;
	int owners;
	int64_t revision;
	uint32_t n_lines, n_happenings, n_parties, n_claimants, n_actors, n_places, n_documents;
	struct index_line *lines;	/* [n_lines + 1] */
	uint32_t *by_key;		/* [n_lines], by key */
	struct index_party *parties;	/* [n_parties] */
	struct index_claimant *claimants;	/* [n_claimants] */
	struct index_actor *actors;	/* [n_actors] */
	struct map actor_of;		/* id → number */
	struct index_place *places;	/* [n_places] */
	struct index_document *documents;	/* [n_documents], by key */
	uint32_t *by_fame;		/* [n_actors], by lines, most first */
	struct index_words types, modes, sources, langs, countries, place_names;
	day newest;			/* on which the newest document was published; DAY_NONE: none has a day */
};

/* A number that is another when what the store says has changed: documents, lines, corrections; not what watching remembers.  Negative: COU_ESTORE. */
int64_t index_revision(struct db *db, struct error *e);

/* Reads it all.  COU_ESTORE.  *out has one owner. */
int index_build(struct index **out, struct db *db, int64_t revision, struct error *e);

struct index *index_hold(struct index *x);	/* one owner more */
void index_leave(struct index *x);		/* one less; NULL is fine */

/* The line with that key, or INDEX_NONE. */
uint32_t index_line_of(const struct index *x, int64_t key);

#endif
