/* api_overview.c - sums over what fits, from the index. */
#include "serve/api.h"

#include "base/jsonwrite.h"
#include "serve/overview.h"

int answer_overview(struct call *c, struct error *e)
{
	struct index *x = keeper_index(c->serve->keeper, e);
	struct str bounds = request_param(c->r, "box");
	int bucket = bucket_find(request_param(c->r, "bucket"));
	struct chosen chosen;
	double box[SIDES];
	struct buf b;
	int rc = 0;

	if (!x)
		return COU_ESTORE;
	if (!call_is_known(c, x->revision)) {
		rc = selections_choose(c->serve->selections, c->a, x, c->db, c->serve->setup->world, &c->q, &chosen, e);
		if (bounds.n)
			api_read_box(c->a, bounds, box);
		buf_init(&b, c->a);
		if (!rc)
			overview_write(&b, x, &chosen, c->serve->setup->world, bucket, bounds.n ? box : NULL);
		if (!rc)
			call_send_json(c, buf_str(&b), x->revision);
	}
	index_leave(x);
	return rc;
}
