/* unknown.h - names that the world does not know; between names.c and unknown.c. */
#ifndef LINK_UNKNOWN_H
#define LINK_UNKNOWN_H

#include "link/candidates.h"

enum { TOWN = 300000 /* people: known by its name alone */, ARTICLE = 3 /* letters of "al", "ash" */ };

/* A capital, or an article in small letters that a hyphen joins to one: "al-Qaeda", in one word or in three. */
bool has_capital(const struct linking *k, uint32_t t);

/* The entity of that kind and name that the document has already, or NONE. */
uint32_t earlier_same(const struct linking *k, struct str name, enum kind kind);

/* A body by its name: its country from a word of the name, its sector from the noun that heads it. */
uint32_t new_body(struct linking *k, uint32_t first, uint32_t end, struct str name);

/* A place: in the country behind it ("Lisasa, Congo") or in its name ("Fort Meade, Maryland"), else in `otherwise`. */
uint32_t new_place(struct linking *k, uint32_t first, uint32_t end, struct str name, const char *otherwise);

/* Keeps the name of a body: the next time the analyser may take it for two, or for another. */
void keep_whole(struct linking *k, uint32_t first, uint32_t last, uint32_t entity);

/* Makes a mention of the analyser's name, tokens [first, end), unless it names nobody. */
void tagged_name(struct linking *k, uint32_t first, uint32_t end);

#endif
