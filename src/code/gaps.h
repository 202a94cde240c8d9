/* gaps.h - verbs with political actors beside them that gave nothing: where frames are missing. */
#ifndef CODE_GAPS_H
#define CODE_GAPS_H

#include "base/map.h"
#include "code/code.h"

struct gap {
	struct str lemma, example;	/* in the arena of the gaps */
	uint32_t count;			/* with an actor as subject or object, and no line of the record from it */
	uint32_t subjects;		/* of those, with an actor as subject */
	bool covered;			/* there are frames for it, none of which fitted */
};

struct gaps {
	struct arena a;
	struct map index;		/* lemma → gaps */
	VEC(struct gap) list;
	struct map used;		/* "file:line" of frames that gave an event → how often */
};

void gaps_init(struct gaps *g);
void gaps_free(struct gaps *g);

/* Adds a coded document. */
void gaps_add(struct gaps *g, const struct coder *coder, struct doc *d);

/* The most frequent first, at most top: count, share with an actor as subject, whether frames exist, lemma, example. */
void gaps_table(struct buf *out, struct gaps *g, uint32_t top);

/* The event frames of the language that gave nothing, as FILE:LINE kind lemma. */
void gaps_unused(struct buf *out, const struct gaps *g, const struct coder *coder);

#endif
