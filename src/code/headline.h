/* headline.h - sentences whose verb the parser takes for a noun. */
#ifndef CODE_HEADLINE_H
#define CODE_HEADLINE_H

#include "code/syntax.h"

/* Has the lemma a frame of that kind? */
bool has_frame_of_kind(const struct coding *c, struct str key, enum frame_kind kind);

/* Finds the verb of a headline, or of an item in the present tense; changes tags, heads and relations of the sentence's tokens. */
void mend_headline(struct coding *c, const struct sentence *s);

#endif
