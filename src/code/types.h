/* types.h - the ontology: CAMEO code, contexts, quad class and Goldstein value of every type and mode (data/types.tsv). */
#ifndef CODE_TYPES_H
#define CODE_TYPES_H

#include "base/error.h"
#include "base/vec.h"
#include "doc/doc.h"

struct type_row {			/* one line of data/types.tsv */
	enum event_type type;
	struct str mode, cameo, contexts;
	int8_t quad;
	float goldstein;
};

struct types {
	VEC(struct type_row) rows;
};

/* Reads data/types.tsv into a; COU_EDATA with file and line. */
int types_read(struct types *t, struct arena *a, const char *path, struct error *e);

/* Sets the codes of the event's type and mode; cameo and contexts, where they are not empty, instead of the table's. */
void set_codes(const struct types *types, struct event *e, struct str cameo, struct str contexts);

#endif
