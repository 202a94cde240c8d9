/* lists.h - lists of names as features of words: which words begin or continue a listed name of which type.  Twin of train/gazetteer.py.
 *
 * A list is a table of 32-bit slots addressed by FNV-1a (64 bits) of the key, linear probing: the upper 28 bits of a slot are bits 36 to 63
 * of the hash, the lower 4 its mask; 0 is free.  Names themselves are not kept: 300,000 of them take 2 MB, and a strange name is taken for a
 * listed one in a case of a hundred million.
 */
#ifndef ANALYSE_LISTS_H
#define ANALYSE_LISTS_H

#include "analyse/model.h"
#include "doc/doc.h"

#define LISTS_BITS	12	/* begins PER LOC ORG MISC, continues PER LOC ORG MISC; first name, family name, end of a place, end of a body */
#define LISTS_LONGEST	8	/* words of a name */

struct list {
	const uint32_t *slots;
	uint32_t n;		/* a power of two; at least one slot is free */
};

struct lists { struct list names, parts; };

/* Finds "list.names" and "list.parts" in the model and checks them; COU_EDATA otherwise. */
int lists_open(const struct model *m, struct lists *l, struct error *e);

/* out[i]: LISTS_BITS bits of word i of one sentence; the longest names from left to right. */
void lists_features(const struct lists *l, const struct token *words, uint32_t n, uint16_t *out);

#endif
