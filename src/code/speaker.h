/* speaker.h - who says it, within one clause: the parts of which claim.c and claim_across.c are made. */
#ifndef CODE_SPEAKER_H
#define CODE_SPEAKER_H

#include "code/claim.h"

static const uint64_t says __attribute__((unused)) = CUE_SAY | CUE_SAY_DENIES | CUE_SAY_DOUBTS | CUE_SAY_CONFIRMS;

/* Widens *first..*last to what hangs on t, without punctuation and without what hangs on stop (NONE: all). */
void subtree(const struct coding *c, uint32_t t, uint32_t *first, uint32_t *last, uint32_t stop);

enum stance stance_of(uint64_t cues);

/* Is the verb of saying itself said not to happen ("zei niet")? */
bool is_negated(const struct coding *c, uint32_t v);

/* A pronoun for the sentence before: "Dat meldt Reuters." */
bool points_back(const struct coding *c, uint32_t k);

/* Adds whoever token `speaker` stands for to e's claims, each once; words that name nobody add none. */
void add_claims(const struct coding *c, struct event *e, uint32_t speaker, uint32_t cue, enum stance stance, bool quote);

/* Adds the subjects of the verb `say` with that stance; true where it has any.  claims_of_verb takes the verb's own stance, and nothing
 * where it is negated. */
bool stand_by(const struct coding *c, struct event *e, uint32_t say, enum stance stance, bool quote);
bool claims_of_verb(const struct coding *c, struct event *e, uint32_t say, bool quote);

/* Adds those to whom a phrase beside v attributes it: "according to X", "aldus X", "naar eigen zeggen". */
void according_to(const struct coding *c, struct event *e, uint32_t v, bool quote);

/* Does the verb of saying stand there for something else than who says what is beside it? */
bool is_aside(const struct coding *c, uint32_t say);

/* A verb of saying that stands beside the clause of v, "…, zei hij", or NONE. */
uint32_t beside_say(const struct coding *c, uint32_t v);

/* The claims about e that other sentences make; quote: e stands in direct speech. */
void claims_across(const struct coding *c, struct event *e, uint32_t t, bool quote);

#endif
