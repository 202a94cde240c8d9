/* collection.h - an XML file that is read whole and gives one document or several: a page and its articles, a sitting and its debates.
 *
 * The file is held as a tree (xml.h) while its units are asked for.  A file that breaks off gives the units that are whole; the one in which it breaks is
 * told as bad, with the line.
 */
#ifndef INGEST_COLLECTION_H
#define INGEST_COLLECTION_H

#include "ingest/format.h"
#include "ingest/xml.h"

struct units;

struct unit_kind {
	size_t times;			/* a file may be so many times as long as a text may: it holds several, and annotation */

	const char *const *unwanted;	/* attributes that nobody asks for; ends with NULL, or NULL: none */

	/* Calls units_add for what is to be read, in order.  COU_EINPUT: the file is none that is read here. */
	int (*collect)(struct units *u, struct error *e);

	/* One of them as a document. */
	int (*read)(struct units *u, const struct xml *unit, struct doc *d, struct error *e);
};

struct units {
	const struct unit_kind *kind;
	const struct reading *g;
	struct arena memory;		/* of the tree, and of what collect keeps in own */
	struct xml *root;
	void *own;			/* the kind's */
	VEC(const struct xml *) list;
	size_t next;
	bool partial;			/* the file breaks off in the last element of the tree, as broken says; not yet told */
	struct error broken;
};

void units_add(struct units *u, const struct xml *unit);

/* For struct format's open, next and close. */
int units_open(void **state, const struct unit_kind *kind, const struct reading *g, struct input *in, struct error *e);
enum found units_next(void *state, struct doc *d, struct inner *inner, struct error *e);
void units_close(void *state);

#endif
