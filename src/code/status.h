/* status.h - did it happen: negation, modality, plans, conditions (RECORD.md §3.4). */
#ifndef CODE_STATUS_H
#define CODE_STATUS_H

#include "code/match.h"

struct judgement {
	enum status status;
	uint32_t cue;		/* token that decided, or NONE */
	bool refused;		/* negated of what is to come: "will not" */
};

/* Status of the event that m found, from how its sentence puts it; the cue nearest to the trigger decides. */
struct judgement status_of(const struct coding *c, const struct match *m);

/* The verb (or predicate) of the clause in which t stands, t itself when it is one; NONE in a verbless sentence.  A noun under
 * a support verb stands in that verb's clause. */
uint32_t clause_of(const struct coding *c, uint32_t t);

#endif
