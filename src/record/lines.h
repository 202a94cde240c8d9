/* lines.h - the record as JSON Lines, key for key as RECORD.md has it.
 *
 * Offsets are code points of the document's text (doc_point); every line ends with a newline.
 */
#ifndef RECORD_LINES_H
#define RECORD_LINES_H

#include "doc/doc.h"

/* The document line, then its events and its states.  coder: "coulisse 0.1.0 nl-2026.1".  Gives the document an id when it has none. */
void lines_write(struct buf *out, struct doc *d, struct str coder);

/* The document line with all layers that are there: sentences, tokens, entities, mentions, times (for `code --until`). */
void lines_write_layers(struct buf *out, struct doc *d, struct str coder);

#endif
