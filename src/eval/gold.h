/* gold.h - annotated articles: what an annotator says that the coder should have said.
 *
 *	[{"doc","lang","date","title","text","sents":[[start,end],…],
 *	  "events":[{"type","alt":[…],"s":[sentence…],"actors":[party…],"recipients":[party…],"symmetric","optional","status",
 *	             "when":[start,end],"where":{"country"},"claims":[{"by","country"}]}],
 *	  "states":[{"relation","subject":party,"object":party,"optional","standing"}]}]
 *
 * Offsets count code points of text, which is the title, a blank line and the body.  A party is {"name","text","country"}.  What is left out is
 * free: an event without "when" asks for none.
 */
#ifndef EVAL_GOLD_H
#define EVAL_GOLD_H

#include "base/error.h"
#include "base/json.h"
#include "base/vec.h"
#include "doc/doc.h"

struct gold_party {
	struct str name, text;
	char country[4];		/* or "" */
};

struct gold_event {
	enum event_type type;
	VEC(enum event_type) also;	/* types that count too */
	VEC(uint32_t) sentences;
	VEC(struct gold_party) actors, recipients, speakers;
	bool symmetric, optional;
	int status;			/* enum status, or -1 */
	struct str start, end;		/* of when: "YYYY-MM-DD", or empty */
	bool dated;
	char where[4];			/* country, or "" */
};

struct gold_state {
	int relation;			/* enum relation */
	struct gold_party subject, object;
	bool optional;
	int standing;			/* enum standing, or -1 */
};

struct gold_doc {
	struct str id, lang, date, title, text;
	VEC(struct span) sentences;	/* code points */
	VEC(struct gold_event) events;
	VEC(struct gold_state) states;
};

struct gold {
	struct json *json;		/* the strings below point into it */
	VEC(struct gold_doc) docs;
};

/* Reads the file; COU_EDATA names what is wrong and in which document. */
int gold_read(struct gold *g, struct arena *a, const char *path, struct error *e);
void gold_free(struct gold *g);

#endif
