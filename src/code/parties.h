/* parties.h - lists of participants: found, added, taken out. */
#ifndef CODE_PARTIES_H
#define CODE_PARTIES_H

#include "code/syntax.h"

typedef VEC(struct participant) participants;

const struct entity *party_entity(const struct coding *c, const struct participant *p);	/* NULL: unknown */

bool is_party(const participants *p, uint32_t entity);

/* Whose deeds belong in the record: everybody's with a country or a part in politics; firms, newspapers, schools and hospitals only where
 * their country is known. */
bool is_political_entity(const struct entity *x, enum event_type type);

/* Statements are kept of those who speak for a state, a body or a cause, not of reporters and firms. */
bool speaks_for_somebody(const struct coding *c, const participants *p);

/* Adds what the token stands for; a thing stands for its owner. */
void add_party(const struct coding *c, uint32_t head, participants *out);

/* Takes out of `from` everybody who is in `who` already. */
void without(participants *from, const participants *who);

/* Takes out whoever is named inside the name of another: "the trial of the former premier of Norway John Smith" is not Norway's. */
void without_nested(const struct coding *c, participants *from, const participants *all);

/* What is asked, alleged, refused or threatened concerns somebody whom the frame's slots did not find: the subject of the content clause, or
 * whose the thing is that it is about. */
void recipient_of_content(const struct coding *c, uint32_t trigger, const participants *actors, participants *out);

/* "The minister says that his country will never …": who speaks for a country does not speak to it. */
void without_own_country(const struct coding *c, participants *from, const participants *actors);

/* "threatens to behead the hostages": to whom it would be done. */
void threatened(const struct coding *c, uint32_t trigger, const participants *actors, participants *out);

/* "During a visit to X he met Y": who meets or visits in a noun of the clause is the clause's subject. */
void actor_of_clause(const struct coding *c, uint32_t noun, participants *out);

/* "Yemeni protests", "the Syrian uprising": it is the people of the country who protest. */
void people_of_countries(const struct coding *c, participants *who);

/* The organisation named last before t, not more than three sentences back, or NONE: for "wants to join, too". */
uint32_t last_organisation(const struct coding *c, uint32_t t);

/* Adds a treaty or accord, named by its phrase, to a vector of participants: what is joined, left or signed. */
void agreement_party(const struct coding *c, struct span phrase, uint32_t head, void *to);

/* Appends from to a vector of participants. */
void copy_parties(struct arena *a, const participants *from, void *to);

#endif
