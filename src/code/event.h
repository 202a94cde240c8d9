/* event.h - from a matched frame to an event of the record. */
#ifndef CODE_EVENT_H
#define CODE_EVENT_H

#include "code/match.h"
#include "code/types.h"

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

/* The sentence of token t. */
struct evidence evidence_of(const struct coding *c, uint32_t t);

/* Plans lie ahead: what a present tense tells for a day after the article's is planned; what is done is of no day to come. */
void settle_time(const struct coding *c, struct event *e);

/* Events of one document that tell the same become one with several reports. */
void merge_events(struct coding *c);

#endif
