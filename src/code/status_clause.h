/* status_clause.h - what a clause looks like, for whether it happened: its tense, its question, its condition. */
#ifndef CODE_STATUS_CLAUSE_H
#define CODE_STATUS_CLAUSE_H

#include "code/match.h"

/* "is negotiating": a present participle with its auxiliary */
bool is_progressive(const struct coding *c, uint32_t v);

/* "forces fighting rebels": somebody who is at it; not "a blast killing five" */
bool is_doing(const struct coding *c, uint32_t v);

/* "were investigating": over when it is told */
bool was_going_on(const struct coding *c, uint32_t v);

/* Does the sentence, or the quotation, of t end with a question mark that covers t? */
bool is_question(const struct coding *c, uint32_t t);

/* Is clause v a condition without conjunction, "Wint hij, dan trekt hij de troepen terug"?  Either of the two may be parsed as the main clause. */
bool is_inverted_condition(const struct coding *c, uint32_t v);

/* Does v hang on a condition, with a conjunction or without one? */
bool has_condition(const struct coding *c, uint32_t v);

/* Below headline and lead (or the headline alone), where the present is no telegram style. */
bool in_body(const struct coding *c, uint32_t t, bool lead);

/* Is t, a trigger of that kind, a present: by itself, by its passive auxiliary, or as the predicate of a copula? */
bool stands_in_the_present(const struct coding *c, uint32_t t, enum frame_kind kind);

/* "announces that they have taken the town": done already. */
bool is_perfect(const struct coding *c, uint32_t v);

/* "a ruling condemning the party": a participle without conjunction says what the noun does, not what it is to bring. */
bool tells_what_is(const struct coding *c, uint32_t v);

/* "announced sanctions for supplying arms": what somebody answers for is done, whatever is announced. */
bool is_ground(const struct coding *c, uint32_t v, enum status governor);

/* Is clause v itself told as past: "had attacked", "attacked", "was attacked"? */
bool clause_is_past(const struct coding *c, uint32_t v);

/* An infinitive, a gerund or a present participle. */
bool is_nonfinite(const struct coding *c, uint32_t v);

/* "to deploy", "to be deployed" */
bool is_infinitive(const struct coding *c, uint32_t v);

/* "to protect"; beside its clause (relation advcl of v) only with a mark of purpose */
bool is_to_infinitive(const struct coding *c, uint32_t v, enum deprel rel);

/* "is to join", "was due to resign", "are to be released", parsed as one verb. */
bool is_to_be_done(const struct coding *c, uint32_t v);

/* "must appear in parliament tomorrow": a duty with its day is on the agenda. */
bool is_summoned(const struct coding *c, uint32_t v, const struct frame *f);

/* "zegt te overwegen verkiezingen uit te schrijven": the infinitive before v that governs it, where the parser hung both on one verb. */
uint32_t infinitive_before(const struct coding *c, uint32_t v);

/* "zou op 29 maart vertrekken", "zou aanvankelijk vertrekken", "zei dat hij zou vertrekken": what was to come in the past was planned; "zou vertrokken zijn" is hearsay. */
bool was_to_come(const struct coding *c, uint32_t v);

/* "should not have attacked", "had niet mogen aanvallen": it was done. */
bool is_regretted(const struct coding *c, uint32_t v);

#endif
