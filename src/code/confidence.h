/* confidence.h - how sure an event is: a logistic model over what is known of its match (data/confidence.txt, made by train/confidence.py). */
#ifndef CODE_CONFIDENCE_H
#define CODE_CONFIDENCE_H

#include "code/match.h"

struct confidence {			/* weights of the model */
	float base;
	float trait[EVENT_TRAIT_COUNT];
	float say[EVENT_TRAIT_COUNT];	/* beside trait, for SAY */
	float type[EVENT_DIE + 1];
};

/* Lines "base W", "trait WORD W", "say WORD W", "type WORD W"; '#' begins a comment.  COU_EDATA with file and line. */
int confidence_read(struct confidence *c, struct arena *a, const char *path, struct error *e);

/* Sets the traits that only the match knows. */
void match_traits(const struct coding *c, const struct match *m, bool traits[EVENT_TRAIT_COUNT]);

/* Fills traits and confidence of all events of the document, whose other fields are final. */
void judge_events(const struct coding *c, const struct confidence *model);

#endif
