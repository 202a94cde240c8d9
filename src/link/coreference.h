/* coreference.h - between the files that find whom a word means: pronouns (coreference.c), nouns (coreference_noun.c).
 *
 * order[0..end): the mentions before the word, in text order.
 */
#ifndef LINK_COREFERENCE_H
#define LINK_COREFERENCE_H

#include "link/linking.h"

enum { SENTENCES_BACK = 3 };

/* "of …" */
bool is_whose(const struct linking *k, uint32_t t);

/* A country; or, where it is none that is asked for, an organisation, party, armed group or company. */
bool is_body(enum kind kind, bool country);

/* How much mention m stands out in its sentence, 0 to 8 (a subject). */
int salience(const struct linking *k, const struct mention *m);

/* The verb or predicate whose clause t stands in. */
uint32_t clause_of_token(const struct linking *k, uint32_t t);

/* "both", "the two" */
bool is_both(const struct linking *k, uint32_t t);

/* "beide landen", "the two leaders": the last two entities of that kind, different from each other; of its sentence the two that are joined. */
void both(struct linking *k, uint32_t t, const uint32_t *order, uint32_t end);

/* "zijn Iraanse ambtgenoot", "his Indian counterpart": the office of the last official, in the country of the adjective. */
void counterpart(struct linking *k, uint32_t t, const uint32_t *order, uint32_t end);

/* "het land", "the country"; "de organisatie", "the bloc". */
void the_body(struct linking *k, uint32_t t, const uint32_t *order, uint32_t end, bool country);

/* "the council" after "the Southern Transitional Council": the last body whose name has the noun as a word. */
bool named_so(struct linking *k, uint32_t t, const uint32_t *order, uint32_t end);

/* "the newspaper", "de inlichtingendienst": the last body named that is of this sort. */
void same_sort(struct linking *k, uint32_t t, const uint32_t *order, uint32_t end);

#endif
