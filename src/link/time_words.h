/* time_words.h - a sentence as the grammar of time sees it: pieces of words with their values. */
#ifndef LINK_TIME_WORDS_H
#define LINK_TIME_WORDS_H

#include "doc/doc.h"
#include "link/time_rules.h"

struct piece {				/* a token or a part of one */
	uint32_t token, word;		/* word: of the timer, or NONE */
	struct span span;
	const struct time_value *value;
};

struct pieces { VEC(struct piece) list; };

/* The pieces of a sentence, in order; replaces what the list held. */
void pieces_read(const struct timer *t, struct doc *d, const struct sentence *s, struct pieces *out);

/* The numeral at the start of n pieces: pieces taken, 0 if it is none; *tenths gets its value times ten.  With ordinal: "twenty-first", whole. */
uint32_t number_read(const struct timer *t, const struct piece *p, uint32_t n, bool ordinal, int32_t *tenths);

static inline bool in_list(const struct timer *t, const struct piece *p, enum time_list list)
{
	return p->word != NONE && t->words.at[p->word].lists & 1u << list;
}

static inline bool has_class(const struct piece *p, enum time_slot class)
{
	return p->value->classes & 1u << class;
}

#endif
