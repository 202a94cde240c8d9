/* subject.h - nominals that fill a position, gathered from the tree; for syntax.c and subject.c. */
#ifndef CODE_SUBJECT_H
#define CODE_SUBJECT_H

#include "code/syntax.h"

/* t, unless it is there or there is no room. */
void add_head(struct heads *h, uint32_t t);

/* t, or the noun that it stands for as a relative pronoun, and its conjuncts. */
void add_coordinated(const struct coding *c, uint32_t t, struct heads *out);

/* The nominals that hang on v as rel, with their conjuncts; false when there are none. */
bool add_children(const struct coding *c, uint32_t v, enum deprel rel, struct heads *out);

/* The subject in the grammar's sense, passive or not: of the clause itself, else inherited. */
void grammatical_subject(const struct coding *c, uint32_t v, struct heads *out);

/* Whose n is: possessives, genitives, adjectives and adjuncts that name somebody. */
void possessors(const struct coding *c, uint32_t n, struct heads *out);

#endif
