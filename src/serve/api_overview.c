/* api_overview.c - sums over what fits, from the index. */
#include "serve/api.h"

#include "base/jsonwrite.h"
#include "serve/overview.h"

static int write_overview(struct call *c, struct index *x, struct buf *b, struct error *e)
{
	struct str bounds = request_param(c->r, "box");
	int bucket = bucket_find(request_param(c->r, "bucket"));
	struct chosen chosen;
	double box[SIDES];
	int rc = selections_choose(c->serve->selections, c->a, x, c->db, c->serve->setup->world, &c->q, &chosen, e);

	if (rc)
		return rc;
	if (bounds.n)
		api_read_box(c->a, bounds, box);
	overview_write(b, x, &chosen, c->serve->setup->world, bucket, bounds.n ? box : NULL);
	return 0;
}

int answer_overview(struct call *c, struct error *e)
{
	return call_from_index(c, write_overview, e);
}
