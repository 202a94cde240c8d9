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

/* Adds those whose report, study or figures show it, by verb v and the nouns beside it: "a study by X shows that". */
void shown_by(const struct coding *c, struct event *e, uint32_t v);

/* Adds as claimants the witnesses and reporters who saw it, by v: "a reporter saw how". */
void seen_by(const struct coding *c, struct event *e, uint32_t v);

/* Does the pronoun stand for somebody? */
bool refers_to_person(const struct coding *c, uint32_t k);

/* Is the subject of the verb, if any, somebody who may speak ("the minister", not "the indictment")? */
bool has_speaker(const struct coding *c, uint32_t say);

/* Does the verb of saying stand there for something else than who says what is beside it? */
bool is_aside(const struct coding *c, uint32_t say);

/* Has the verb a clause of its own that it says, and not only the other half of itself ("makes known", "laat weten")? */
bool has_content(const struct coding *c, uint32_t say);

/* Is k a verb of saying beside other clauses?  One that opens its clause is often taken for a link of a chain ("…, schrijft de krant"). */
bool stands_beside(const struct coding *c, uint32_t k);

/* A verb of saying that stands beside the clause of v, "…, zei hij", or NONE. */
uint32_t beside_say(const struct coding *c, uint32_t v);

/* The claims about e that other sentences make; quote: e stands in direct speech. */
void claims_across(const struct coding *c, struct event *e, uint32_t t, bool quote);

/* "Iran denies.", "Teheran denies any involvement.": adds the doer of e who says in the sentence right behind it that he has not done it. */
void denied_behind(const struct coding *c, struct event *e, uint32_t t);

/* What is disputed may have happened, if it was told as done. */
void make_possible(struct event *e);

/* claim_dispute.c: whoever blames somebody for e ("accuses X of"); whether e is said to be unproven ("no evidence that"), with those who say
 * so; whoever denies or confirms it in a clause beside it ("but X denies it"). */
void blamed_for(const struct coding *c, struct event *e, uint32_t t, bool quote);
bool is_unproven(const struct coding *c, struct event *e, uint32_t t, bool quote);
void contradicted_beside(const struct coding *c, struct event *e, uint32_t t);

#endif
