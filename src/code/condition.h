/* condition.h - is a token what a slot or a fixed part asks for? */
#ifndef CODE_CONDITION_H
#define CODE_CONDITION_H

#include "code/syntax.h"

/* Whom the token means, or NULL. */
const struct entity *entity_meant(const struct coding *c, uint32_t t);

/* "Called the escape a scandal on Twitter": where it was said, not of whom. */
bool is_channel(const struct coding *c, uint32_t t);

/* Is the mention of a token a political actor? */
bool is_actor(const struct coding *c, uint32_t t);

/* What a word of quantity measures: "dozens of drones", "veel van de raketten", "honderden tanks"; NONE for other words. */
uint32_t measured(const struct coding *c, uint32_t t);

/* None of the negated conditions of range r, and one of the others where there are others. */
bool conditions_hold(const struct coding *c, struct range r, uint32_t t);

/* Is the token one of the words, or in one of the classes? */
bool word_in(const struct coding *c, struct range words, uint32_t t);

#endif
