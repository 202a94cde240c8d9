/* trees.h - the language analysis of a document as one line of JSON. */
#ifndef RECORD_TREES_H
#define RECORD_TREES_H

#include "doc/doc.h"

/* {"id","lang","text","sentences":[{"start","end","tokens":[{"id","form","lemma","upos","feats","head","deprel","start","end"}],
 * "names":[{"type","first","last","text","start","end"}]}]}: offsets are code points of text, half open; id and head count from 1 in each
 * sentence as in CoNLL-U, head 0 is the root; feats is an object; names are whole spans, first and last the ids of their words. */
void trees_write(struct buf *out, struct doc *d);

#endif
