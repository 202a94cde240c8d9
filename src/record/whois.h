/* whois.h - whom a phrase means, for people and as JSON. */
#ifndef RECORD_WHOIS_H
#define RECORD_WHOIS_H

#include "doc/card.h"
#include "doc/doc.h"

/* The mention that a phrase is about, which stands in the linked document before byte end: the one highest in its tree; NONE. */
uint32_t whois_mention(const struct doc *d, uint32_t end);

/* {"text","id","name","kind","country","sector","office","probability","how","why":[…],"rivals":[{"id","name","kind","country","probability",
 * "why"}],"codes":{…},"offices":[…],"member_of":[…],"members":[…]} and a line end. */
void whois_json(struct buf *out, struct str phrase, const struct doc *d, uint32_t mention, const struct card *card);

/* The same for a person to read. */
void whois_table(struct buf *out, struct str phrase, const struct doc *d, uint32_t mention, const struct card *card);

/* The reasons of a rival, with commas between. */
void whois_reasons(struct buf *out, uint32_t why);

#endif
