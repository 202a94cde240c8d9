/* candidates.h - which of its meanings a name has here; between names.c and candidates.c. */
#ifndef LINK_CANDIDATES_H
#define LINK_CANDIDATES_H

#include "link/linking.h"

struct choice {
	const struct who_hit *hit;	/* NULL: none of them */
	bool government;		/* a seat of government that acts for it */
	struct rival *rivals;		/* [n_rivals] the likeliest meanings, the chosen first */
	uint32_t n_rivals;
};

/* Does token first stand right behind the noun of a person, of which it may be the name: "minister Moga"? */
bool is_behind_role(const struct linking *k, uint32_t first);

/* Which of the n hits the tokens first..last mean. */
struct choice choose(const struct linking *k, const struct who_hit *hits, uint32_t n, uint32_t first, uint32_t last);

bool is_name_tag(uint8_t ne);

/* What the analyser's tag says of the kind; KIND_UNKNOWN for MISC and none. */
enum kind kind_of_tag(uint8_t ne);

/* The folded key of tokens first..last, as names.tsv and places are folded. */
struct str key_of(const struct linking *k, uint32_t first, uint32_t last);

/* The head of a run of tokens: the one that hangs on something outside. */
uint32_t head_of(const struct linking *k, uint32_t first, uint32_t last);

/* The country of a place or country that stands behind a comma after token last ("Lisasa, Congo"), into country; untouched where none does. */
void country_behind(const struct linking *k, uint32_t last, char country[4]);

/* Does the document name that country anywhere? */
bool country_in_document(const struct linking *k, const char country[4]);

/* Has the document an entity for that one of the world already? */
bool in_document(const struct linking *k, uint32_t who);

/* Does the person hold an office on the day of the document? */
bool governs_now(const struct linking *k, uint32_t person);

#endif
