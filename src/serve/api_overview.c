/* api_overview.c - sums over what fits, from the index. */
#include "serve/api.h"

#include "base/jsonwrite.h"
#include "serve/overview.h"

static int choose(struct call *c, const struct index *x, const struct question *q, struct chosen *out, struct error *e)
{
	return selections_choose(c->serve->selections, c->a, x, c->db, c->serve->setup->world, q, out, e);
}

/* "FROM..TO": what fits the filters but those of time, in that stretch. */
static int choose_axis(struct call *c, const struct index *x, struct str axis, struct chosen *out, struct error *e)
{
	struct question q = c->q;
	size_t dots = str_search(axis, STR(".."));

	q.as_of = q.known = STR_NONE;
	q.since = str_sub(axis, 0, dots);
	q.until = str_sub(axis, dots + 2, axis.n);
	return choose(c, x, &q, out, e);
}

static int write_overview(struct call *c, struct index *x, struct buf *b, struct error *e)
{
	struct str bounds = request_param(c->r, "box"), axis = request_param(c->r, "axis");
	struct chosen chosen, along;
	double box[SIDES];
	int rc = choose(c, x, &c->q, &chosen, e);

	if (!rc && axis.n)
		rc = choose_axis(c, x, axis, &along, e);
	if (rc)
		return rc;
	if (bounds.n)
		api_read_box(c->a, bounds, box);
	overview_write(b, &(struct overview){ .x = x, .world = c->serve->setup->world, .chosen = &chosen, .axis = axis.n ? &along : NULL,
					      .parts = overview_parts(request_param(c->r, "parts")), .bucket = bucket_find(request_param(c->r, "bucket")),
					      .now = api_now(x, &c->q), .box = bounds.n ? box : NULL });
	return 0;
}

int answer_overview(struct call *c, struct error *e)
{
	return call_from_index(c, write_overview, e);
}
