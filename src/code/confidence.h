/* confidence.h - how sure an event is: a forest of decision trees over what is known of its match (data/confidence.txt, made by train/confidence.py). */
#ifndef CODE_CONFIDENCE_H
#define CODE_CONFIDENCE_H

#include "code/match.h"

struct forest_node {			/* in the order of the file: a node, all below its first branch, all below its second */
	int16_t asks;			/* a trait, or EVENT_TRAIT_COUNT and a type more; negative: a leaf */
	uint16_t right;			/* of a leaf: how many of a thousand are right */
	uint32_t if_so;			/* the second branch, where it holds */
};

struct confidence {
	VEC(struct forest_node) nodes;
	VEC(uint32_t) trees;		/* their first nodes */
	float shift;			/* added to the logarithm of the odds */
};

/* Lines "shift X" and "tree WORD…", a tree in preorder: a trait or a type in capitals, then what it is without and with it; a number is a leaf, of how many of a
 * thousand are right.  '#' begins a comment.  COU_EDATA with file and line. */
int confidence_read(struct confidence *c, struct arena *a, const char *path, struct error *e);

/* Sets the traits that only the match knows. */
void match_traits(const struct coding *c, const struct match *m, bool traits[EVENT_TRAIT_COUNT]);

/* Fills traits and confidence of all events of the document, whose other fields are final. */
void judge_events(const struct coding *c, const struct confidence *model);

#endif
