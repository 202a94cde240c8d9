#include "coulisse_pieces.h"

enum { BATCH_PAGES = 64, BATCH_BYTES = 32 << 20 };

int pieces_open(struct pieces *b, struct cou *c, const struct cou_options *o, struct store *s, const char *now, struct error *e)
{
	*b = (struct pieces){ .c = c, .o = o, .now = now };
	adding_init(&b->adding, 0);
	b->adding.s = s;
	return leftovers_open(&b->leftovers, flow_home_of(c->flow), e);
}

static void empty(struct pieces *b)
{
	for (size_t i = 0; i < b->at.n; i++)
		fetch_free(&b->at.at[i].response);
	for (size_t i = 0; i < b->arenas.n; i++)
		arena_free(&b->arenas.at[i]);
	arena_free(&b->a);
	memset(&b->at, 0, sizeof(b->at));
	memset(&b->feeds, 0, sizeof(b->feeds));
	memset(&b->arenas, 0, sizeof(b->arenas));
	b->bytes = b->next = 0;
}

void pieces_close(struct pieces *b)
{
	empty(b);
	leftovers_close(&b->leftovers);
	adding_free(&b->adding);
}

void pieces_add_page(struct pieces *b, const struct watch_link *link, const struct fetch_response *r, struct str last)
{
	vec_add(&b->a, &b->at, ((struct piece){ .link = *link, .response = *r, .last = last }));
	b->bytes += r->body.n;
}

void pieces_add_item(struct pieces *b, const struct watch_link *link, const struct feed_item *item)
{
	vec_add(&b->a, &b->at, ((struct piece){ .link = *link, .item = item }));
	b->bytes += item->content.n + item->summary.n;
}

bool pieces_have(struct pieces *b, struct str url)
{
	for (size_t i = 0; i < b->at.n; i++)
		if (!b->at.at[i].item && str_eq(without_tracking(&b->leftovers, &b->a, b->at.at[i].last), url))
			return true;
	return false;
}

bool pieces_full(const struct pieces *b)
{
	return b->at.n >= BATCH_PAGES || b->bytes >= BATCH_BYTES;
}

/* run.supply: the next document of the batch. */
static bool supply(void *pieces, struct doc *d)
{
	struct pieces *b = pieces;

	while (b->next < b->at.n) {
		struct piece *p = &b->at.at[b->next++];
		struct error e = { 0 };
		int rc = p->item ? page_of_item(&b->leftovers, &b->run.ingest, p->item, &p->link, d, &e)
				 : page_read(&b->leftovers, &b->run.ingest, &p->response, p->last, &p->link, d, &e);

		if (!rc) {
			d->retrieved = str_c(b->now);
			return true;
		}
		p->bad = true;
		p->link.said = str_dup(&b->a, str_c(e.text));
		diagnose(str_dup(&b->a, p->link.url).p, "%s", e.text);
		arena_reset(d->a);
		doc_init(d, d->a);
	}
	return false;
}

/* What is remembered of them.  An address that was named by hand and is no article is not: it may be named again. */
static int keep(struct pieces *b, struct error *e)
{
	struct db *db = store_db(b->adding.s);

	for (size_t i = 0; i < b->at.n; i++) {
		struct piece *p = &b->at.at[i];

		p->link.state = p->bad ? LINK_FAILED : LINK_DONE;
		if ((p->link.feed.n || !p->bad) && state_link_keep(db, &p->link, e))
			return COU_ESTORE;
	}
	for (size_t i = 0; i < b->feeds.n; i++)
		if (state_feed_keep(db, &b->feeds.at[i], e))
			return COU_ESTORE;
	return 0;
}

static int code(struct pieces *b, struct error *e)
{
	struct cou_options lines = *b->o;
	struct cou_error err = { 0 };
	size_t was = b->adding.sum.added + b->adding.sum.known + b->adding.skipped;
	int rc;

	lines.format = COU_JSONL;
	lines.until = NULL;
	lines.input = NULL;
	lines.ready = NULL;		/* it was called before the first round */
	lines.report = NULL;
	b->run = (struct run){ .c = b->c, .o = &lines, .supply = supply, .write = adding_keep, .skip = adding_is_known, .user = b };
	if (store_begin(b->adding.s, "watch", e))
		return COU_ESTORE;
	rc = run_all(&b->run, &err);
	if (b->adding.error.code) {
		*e = b->adding.error;
		return COU_ESTORE;
	}
	if (rc < 0)
		return error_set(e, err.code, "%s", err.text);
	b->unread += b->at.n - (b->adding.sum.added + b->adding.sum.known + b->adding.skipped - was);
	return keep(b, e) || store_finish(b->adding.s, e) ? COU_ESTORE : 0;
}

int pieces_code(struct pieces *b, struct error *e)
{
	int rc = b->at.n || b->feeds.n ? code(b, e) : 0;

	empty(b);
	return rc;
}
