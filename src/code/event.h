/* event.h - from a matched frame to an event of the record. */
#ifndef CODE_EVENT_H
#define CODE_EVENT_H

#include "code/match.h"

struct type_row {			/* one line of data/types.tsv */
	enum event_type type;
	struct str mode, cameo, contexts;
	int8_t quad;
	float goldstein;
};

struct types {				/* the ontology: codes of every type and mode */
	VEC(struct type_row) rows;
};

/* Reads data/types.tsv into a; COU_EDATA with file and line. */
int types_read(struct types *t, struct arena *a, const char *path, struct error *e);

/* Adds the event that m found to the document; false when it has too little to be one (no political actor, no frame slot filled). */
bool add_event(struct coding *c, const struct types *types, const struct match *m);

/* Adds the state that m found; false when subject or object is missing. */
bool add_state(struct coding *c, const struct match *m);

/* A plain statement about something that is no event of another type: SAY with its topic. */
bool add_statement(struct coding *c, const struct types *types, uint32_t say);

/* The same for a verb of any meaning that introduces a quotation ("\"…\", grapte de minister"). */
bool add_quotation(struct coding *c, const struct types *types, uint32_t v);

/* States read from descriptions ("president Poetin"). */
void add_titles(struct coding *c);

/* The organisation named last before t, not more than three sentences back, or NONE: for "wants to join, too". */
uint32_t last_organisation(const struct coding *c, uint32_t t);

/* Adds a treaty or accord, named by its phrase, to a vector of participants: what is joined, left or signed. */
void agreement_party(const struct coding *c, struct span phrase, uint32_t head, void *to);

/* Events of one document that tell the same become one with several reports. */
void merge_events(struct coding *c);

/* Whose deeds belong in the record: everybody's with a country or a part in politics; firms, newspapers, schools and hospitals only where
 * their country is known. */
bool is_political_entity(const struct entity *x, enum event_type type);

#endif
