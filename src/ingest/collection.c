/* collection.c - an XML file and the documents in it. */
#include "ingest/collection.h"

#include <stdlib.h>

/* ---- the file --------------------------------------------------------------------------------- */

void units_add(struct units *u, const struct xml *unit)
{
	*vec_push(&u->memory, &u->list) = unit;
}

void units_close(void *state)
{
	struct units *u = state;

	arena_free(&u->memory);
	free(u);
}

int units_open(void **state, const struct unit_kind *kind, const struct reading *g, struct input *in, struct error *e)
{
	struct units *u = calloc(1, sizeof(*u));
	struct str bytes;

	if (!u)
		return error_set(e, COU_ELIMIT, "out of memory");
	u->kind = kind;
	u->g = g;
	size_t max = kind->times * g->options->max_bytes;
	int rc = input_all(in, &u->memory, max, &bytes, e);

	if (rc == COU_ELIMIT)
		error_set(e, rc, "longer than %zu MiB, which is held whole; give its parts as files of their own", max >> 20);
	if (!rc)
		rc = xml_read_without(&u->memory, bytes, g->carrier.charset, kind->unwanted, &u->root, &u->partial, &u->broken);
	if (rc && u->broken.code)
		*e = u->broken;
	if (!rc)
		rc = kind->collect(u, e);
	if (!rc && !u->list.n)
		rc = u->partial ? (*e = u->broken, u->broken.code) : error_set(e, COU_EINPUT, "no text in it");
	if (rc) {
		units_close(u);
		return rc;
	}
	*state = u;
	return COU_OK;
}

/* Does the file break off in this unit: does the last element of the tree stand in it? */
static bool breaks_in(const struct units *u, const struct xml *unit)
{
	const struct xml *last = u->root;

	while (last->last)
		last = last->last;
	for (; last && last != unit; last = last->parent)
		;
	return last != NULL;
}

enum found units_next(void *state, struct doc *d, struct inner *inner, struct error *e)
{
	struct units *u = state;

	(void)inner;
	if (u->next == u->list.n && !u->partial)
		return FOUND_END;
	const struct xml *unit = u->next < u->list.n ? u->list.at[u->next++] : NULL;

	d->origin = unit && u->list.n > 1 ? str_printf(d->a, "%.*s:%zu", STR_ARG(u->g->carrier.name), u->next) : str_dup(d->a, u->g->carrier.name);
	if (!unit || (u->partial && breaks_in(u, unit))) {
		u->partial = false;
		*e = u->broken;
		return FOUND_BAD;
	}
	return u->kind->read(u, unit, d, e) ? FOUND_BAD : FOUND_DOC;
}
