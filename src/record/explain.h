/* explain.h - why: words, tree, names, times and what came of them, sentence by sentence. */
#ifndef RECORD_EXPLAIN_H
#define RECORD_EXPLAIN_H

#include "doc/doc.h"

/* Source of a frame ("agree.frames:12"), or empty; gives what the lexicon knows of event.frame. */
struct frame_source {
	struct str (*name)(const void *lexicon, struct arena *a, uint32_t frame);
	const void *lexicon;
};

void explain_write(struct buf *out, struct doc *d, const struct frame_source *frames);

#endif
