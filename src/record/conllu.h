/* conllu.h - CoNLL-U (Universal Dependencies v2) out and in. */
#ifndef RECORD_CONLLU_H
#define RECORD_CONLLU_H

#include "base/error.h"
#include "doc/doc.h"

/* Sentences of an analysed document; names in MISC as NE=B-PER, no blank behind a word as SpaceAfter=No. */
void conllu_write(struct buf *out, const struct doc *d);

/* Gold tokens into d: text, one paragraph, sentences and tokens (form, cased) from CoNLL-U text; the words' own analysis is not read.
 * Ranges (1-2) and empty nodes (1.1) are left out.  COU_EINPUT names the line. */
int conllu_read(struct doc *d, struct str text, struct error *e);

#endif
