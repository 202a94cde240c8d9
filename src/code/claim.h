/* claim.h - according to whom (RECORD.md §3.5). */
#ifndef CODE_CLAIM_H
#define CODE_CLAIM_H

#include "code/match.h"

/* The participants that token `head` stands for, appended to *out (a vector of the document's arena); unresolved mentions give one
 * participant without entity.  Returns how many were added. */
uint32_t add_participants(const struct coding *c, uint32_t head, void *out);

/* Adds the claims about the event with trigger t to e->claims and, where they dispute it, changes e->status. */
void find_claims(const struct coding *c, const struct match *m, struct event *e);

/* Gives deeds without a doer the claims of those who own up to them, wherever the document says so.  The events stand in the order of the text. */
void claim_deeds(struct coding *c);

/* Gives deaths told again the claims of who said so in headline or lead.  The events stand in the order of the text. */
void claim_deaths(struct coding *c);

/* The content of a verb or noun of saying: its clause or the quotation beside it, as a span; empty when there is none. */
struct span said_by(const struct coding *c, uint32_t say);

/* The words of the phrase under t without its preposition and without what follows a comma. */
struct span phrase_of(const struct coding *c, uint32_t t);

/* In a transcript: who says the sentence of t claims what nobody else is said to claim. */
void claim_of_speaker(const struct coding *c, struct event *e, uint32_t t);

#endif
