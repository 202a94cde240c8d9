#include "serve/call.h"

#include "base/jsonwrite.h"
#include "query/ask.h"
#include "serve/deflate.h"
#include "serve/messages.h"

enum { GZIP_FROM = 2048, GZIP_LEVEL = 2 };

/* ---- sending ---------------------------------------------------------------------------- */

static struct str etag_of(struct call *c, int64_t revision)
{
	return str_printf(c->a, "\"%llx-%s\"", (unsigned long long)revision, c->serve->setup->version);
}

static void add_validator(struct call *c, int64_t revision)
{
	if (revision < 0) {
		exchange_header(c->x, "Cache-Control", STR("no-store"));
		return;
	}
	exchange_header(c->x, "ETag", etag_of(c, revision));
	exchange_header(c->x, "Cache-Control", STR("private, no-cache"));
	exchange_header(c->x, "Vary", STR("Accept-Encoding, Cookie, Authorization"));
}

bool call_is_known(struct call *c, int64_t revision)
{
	if (!request_has_etag(c->r->if_none_match, etag_of(c, revision)))
		return false;
	add_validator(c, revision);
	exchange_status(c->x, 304);
	return true;
}

int call_send_json(struct call *c, struct str json, int64_t revision)
{
	struct str packed = STR_NONE;

	if (json.n >= GZIP_FROM && request_takes_gzip(c->r->accept_encoding))
		packed = deflate_gzip(c->a, json, GZIP_LEVEL);
	add_validator(c, revision);
	exchange_header(c->x, "Content-Type", STR("application/json"));
	if (packed.n)
		exchange_header(c->x, "Content-Encoding", STR("gzip"));
	exchange_write(c->x, packed.n ? packed.p : json.p, packed.n ? packed.n : json.n);
	return 0;
}

int call_from_index(struct call *c, write_from_index *write, struct error *e)
{
	struct index *x = keeper_index(c->serve->keeper, e);
	struct buf b;
	int rc = 0;

	if (!x)
		return COU_ESTORE;
	if (!call_is_known(c, x->revision)) {
		buf_init(&b, c->a);
		rc = write(c, x, &b, e);
		if (!rc)
			call_send_json(c, buf_str(&b), x->revision);
	}
	index_leave(x);
	return rc;
}

/* ---- collecting --------------------------------------------------------------------------- */

void call_add_members(struct buf *b, struct str lines)
{
	struct str line;

	while (lines.n && str_split(&lines, '\n', &line)) {
		if (!line.n)
			continue;
		if (b->p[b->n - 1] != '[')
			buf_byte(b, ',');
		buf_add(b, line);
	}
}

int call_ask(struct call *c, const struct question *q, serve_write *write, void *to, struct error *e)
{
	struct question rows = *q;
	struct arena a = { 0 };
	int rc;

	rows.form = ANSWER_JSON;
	rc = ask(&a, c->db, c->serve->setup->world, &rows, write, to, e);
	arena_free(&a);
	return rc < 0 ? rc : 0;
}

static int add_members(void *buf, const char *bytes, size_t n)
{
	call_add_members(buf, (struct str){ bytes, n });
	return 0;
}

int call_collect(struct call *c, const struct question *q, struct buf *b, struct error *e)
{
	return call_ask(c, q, add_members, b, e);
}

/* ---- answering ------------------------------------------------------------------------------ */

/* "--since x: …" of the command line is "since x: …" here. */
static const char *without_dashes(const char *text)
{
	while (*text == '-')
		text++;
	return text;
}

static void fail(struct call *c, int rc, const struct error *e)
{
	unsigned status = rc == COU_EUSAGE ? 400 : rc == COU_EINPUT ? 404 : rc == COU_ELIMIT ? 413 : 503;

	bool sayable = exchange_recall(c->x);

	if (sayable)
		front_say(c->x, status, without_dashes(e->text[0] ? e->text : "this cannot be answered"));
	exchange_finish(c->x, sayable);
	if (rc == COU_ESTORE && !exchange_is_gone(c->x))	/* the store failed, not the writing */
		worker_forget(c->worker);
}

static int answer_route(struct call *c, struct error *e)
{
	int rc = api_read_params(c->a, c->route, c->r, &c->q, e);

	if (rc)
		return rc;
	c->db = worker_db(c->worker, e);
	return c->db ? c->route->run(c, e) : COU_ESTORE;
}

void call_answer(void *serve, struct worker *w, struct exchange *x)
{
	struct serve *s = serve;
	struct call c = { .serve = s, .x = x, .worker = w, .a = &w->a, .r = &x->r };
	struct error e = { 0 };
	bool other;
	int rc;

	c.route = api_find(c.a, x->r.method, x->r.raw, c.ids, &other);
	rc = c.route ? answer_route(&c, &e) : messages_answer(&c, &e);
	if (rc < 0)
		fail(&c, rc, &e);
	else
		exchange_finish(x, true);
}
