/* correct.h - what people say of lines: kept as statements with who and when, applied on top of what the coder wrote.
 *
 * A statement outlives the line that it is about: when a document is coded again it is applied to the line that says the same of the same
 * words (its anchor: document, kind, trigger, evidence), or, where there is none, it is an orphan: kept, listed, applied again when such a line comes back.
 */
#ifndef STORE_CORRECT_H
#define STORE_CORRECT_H

#include "store/store.h"

#define CORRECTIONS(X) X(ACCEPT, "accept") X(REJECT, "reject") X(SET, "set") X(MERGE, "merge") X(SPLIT, "split") X(UNDO, "undo")
#define CORRECT_(n, w) CORRECT_##n,
enum correct { CORRECTIONS(CORRECT_) CORRECT_COUNT };
#undef CORRECT_

const char *correct_word(enum correct verb);
int correct_find(struct str word);		/* or -1 */

struct correction {
	enum correct verb;
	struct str line;			/* id: "e-…", "s-…"; of events also "h-…": the line that stands for the happening */
	struct str who;				/* of the statement */
	struct str field;			/* set: of the line: "type", "mode", "status", "when", "actors", "recipients", "where"; states: "relation", "standing",
						 * "from", "to", "subject", "object" */
	struct str value;			/* set: the new value as JSON; merge: the line or happening ("h-…") that reports the same; split: the line
						 * that reports another, or empty: the one that its happening stands for */
};

/* Within store_begin(…, "correct", …): keeps the statement and applies it; undo takes back the last statement about the line that stands.  COU_EUSAGE for a line
 * that is not there, a field that it does not have, nothing to undo. */
int correct_line(struct store *s, const struct correction *c, struct error *e);

/* After the document's lines were coded again: its statements, each applied to the line that it is about now.  *orphans grows by those that found none. */
int correct_again(struct store *s, int64_t document, size_t *orphans, struct error *e);

#endif
