/* crawl.c - queues by host.
 *
 * A want becomes a job in the queue of its host.  When the host is free and its pause over, the first job of the queue goes out.  If the robots.txt of the
 * job's origin is not known, a job for that goes out before it, and the queue waits for it.  A redirect puts the job at the head of the queue of the host that
 * it leads to, so that every rule holds there too.
 */
#include "watch/crawl.h"

#include <stdio.h>
#include <time.h>

#include "watch/schedule.h"
#include "watch/state.h"

enum { ROBOTS_FETCH_MAX = 2 << 20, PATH_SHOWN = 80 };

struct crawl_job {
	struct crawl_job *next;
	struct crawl_want want;
	struct fetch_url at;		/* asked now */
	unsigned hops;
	bool for_good;			/* all redirects so far were permanent */
	struct str moved;
	struct crawl_origin *robots;	/* whose robots.txt it is to bring; NULL: a want */
	struct error error;		/* ended without an answer */
	bool unasked, refused, closed;
	int64_t hold;
};

struct crawl_host {
	struct str name;
	struct crawl_job *first, *last;
	struct crawl_job *turn;		/* the last of those that take turns, if it is in the queue */
	struct crawl_origin *origins;
	bool busy;
	int64_t ready_ms;		/* monotonic */
	int64_t hold;
};

struct crawl_origin {
	struct crawl_origin *next;	/* of the host */
	struct arena a;			/* robots */
	struct str name;
	enum { UNKNOWN, ASKED, KNOWN } state;
	struct robots robots;
	bool closed;
	int64_t until;			/* it counts; 0: for this crawl */
	char why[160];
};

static int64_t milliseconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

int64_t crawl_now(const struct crawl *c)
{
	return c->o.now + (milliseconds() - c->began_ms) / 1000;
}

void crawl_init(struct crawl *c, const struct crawl_options *o)
{
	*c = (struct crawl){ .o = *o, .began_ms = milliseconds() };
	map_init(&c->hosts_by_name, &c->a);
	map_init(&c->origins_by_name, &c->a);
}

void crawl_free(struct crawl *c)
{
	for (size_t i = 0; i < c->origins.n; i++)
		arena_free(&c->origins.at[i]->a);
	arena_free(&c->a);
}

/* ---- hosts, origins, queues -------------------------------------------------------------- */

static int find_host(struct crawl *c, struct str name, struct crawl_host **h, struct error *e)
{
	uint32_t *at = map_put(&c->hosts_by_name, name);

	if (*at == MAP_NONE) {
		*at = (uint32_t)c->hosts.n;
		*h = arena_new(&c->a, struct crawl_host);
		vec_add(&c->a, &c->hosts, *h);
		(*h)->name = name;
		return state_host(c->o.db, name, &(*h)->hold, e);
	}
	*h = c->hosts.at[*at];
	return 0;
}

static struct crawl_origin *find_origin(struct crawl *c, struct crawl_host *h, struct str name)
{
	uint32_t *at = map_put(&c->origins_by_name, name);

	if (*at == MAP_NONE) {
		*at = (uint32_t)c->origins.n;
		vec_add(&c->a, &c->origins, arena_new(&c->a, struct crawl_origin));
		c->origins.at[*at]->name = name;
		c->origins.at[*at]->next = h->origins;
		h->origins = c->origins.at[*at];
	}
	return c->origins.at[*at];
}

/* Nothing waits for the host any more: what its robots.txt says can be read from the store again. */
static void forget_robots(struct crawl_host *h)
{
	for (struct crawl_origin *o = h->origins; o; o = o->next) {
		arena_free(&o->a);
		o->robots = (struct robots){ 0 };
		o->state = UNKNOWN;
	}
}

static void put_first(struct crawl_host *h, struct crawl_job *j)
{
	j->next = h->first;
	h->first = j;
	if (!h->last)
		h->last = j;
}

static void put_last(struct crawl_host *h, struct crawl_job *j)
{
	j->next = NULL;
	if (h->last)
		h->last->next = j;
	else
		h->first = j;
	h->last = j;
}

/* Behind one of the others for each of its kind: feeds F and articles a stand as F a F a F.  Whoever went first entirely could fill every round. */
static void put_by_turns(struct crawl_host *h, struct crawl_job *j)
{
	struct crawl_job *before = h->turn ? h->turn->next : h->first;

	h->turn = j;
	if (!before || before == h->last) {
		put_last(h, j);
		return;
	}
	j->next = before->next;
	before->next = j;
}

static struct crawl_job *take_first(struct crawl_host *h)
{
	struct crawl_job *j = h->first;

	if (h->turn == j)
		h->turn = NULL;
	h->first = j->next;
	if (!h->first)
		h->last = NULL;
	return j;
}

static void end(struct crawl *c, struct crawl_job *j)
{
	j->next = NULL;
	if (c->done_last)
		c->done_last->next = j;
	else
		c->done = j;
	c->done_last = j;
}

int crawl_want(struct crawl *c, const struct crawl_want *w, struct error *e)
{
	struct crawl_job *j = arena_new(&c->a, struct crawl_job);
	struct crawl_host *h;

	if (c->wants == CRAWL_WANTS_MAX)
		return error_set(e, COU_ELIMIT, "more than %d addresses", CRAWL_WANTS_MAX);
	*j = (struct crawl_job){ .want = *w, .for_good = true };
	if (fetch_url(&c->a, STR_NONE, w->url, &j->at, e) || find_host(c, j->at.host, &h, e))
		return e ? e->code : COU_EINPUT;
	if (w->by_turns)
		put_by_turns(h, j);
	else
		put_last(h, j);
	c->wants++;
	c->waiting++;
	return 0;
}

/* ---- robots.txt ---------------------------------------------------------------------------- */

static int ask_robots(struct crawl *c, struct crawl_host *h, struct crawl_origin *o, struct error *e)
{
	struct crawl_job *j = arena_new(&c->a, struct crawl_job);

	*j = (struct crawl_job){ .robots = o, .want.max_bytes = ROBOTS_FETCH_MAX };
	if (fetch_url(&c->a, o->name, STR("/robots.txt"), &j->at, e))
		return e ? e->code : COU_EINPUT;
	o->state = ASKED;
	put_first(h, j);
	return 0;
}

/* 1: known now; 0: it must be asked for; negative. */
static int remember_robots(struct crawl *c, struct crawl_origin *o, struct error *e)
{
	struct str rules;
	int rc = state_robots(c->o.db, &o->a, o->name, crawl_now(c), &rules, &o->closed, &o->until, e);

	if (rc <= 0)
		return rc;
	robots_read(&o->a, rules, c->o.token, &o->robots);
	if (o->closed)
		snprintf(o->why, sizeof(o->why), "it could not be read an hour ago or less");
	o->state = KNOWN;
	return 1;
}

/* RFC 9309 §2.3.1: what is not there allows all, what cannot be reached forbids all, for a while. */
static int take_robots(struct crawl *c, struct crawl_job *j, const struct fetch_response *r, struct error *e)
{
	struct crawl_origin *o = j->robots;
	bool there = !r->error.code && r->status >= 200 && r->status < 300, absent = !r->error.code && r->status >= 300 && r->status < 500 && r->status != 429;
	struct error why = r->error;

	o->state = KNOWN;
	o->closed = !there && !absent;
	o->until = crawl_now(c) + (o->closed ? SCHEDULE_ROBOTS_CLOSED : SCHEDULE_ROBOTS);
	if (there)
		robots_read(&o->a, str_sub(r->body, 0, r->body.n < ROBOTS_BYTES ? r->body.n : ROBOTS_BYTES), c->o.token, &o->robots);
	if (o->closed && !why.code)
		fetch_status(r->status, &why);
	if (o->closed)
		snprintf(o->why, sizeof(o->why), "%.150s", why.text);
	return db_begin(c->o.db, e) ||
	       state_robots_keep(c->o.db, o->name, robots_text(&o->a, &o->robots), o->closed, o->until, e) ||
	       db_commit(c->o.db, e) ? COU_ESTORE : 0;
}

/* For this crawl. */
static void give_up_robots(struct crawl_job *j, const char *why)
{
	j->robots->state = KNOWN;
	j->robots->closed = true;
	snprintf(j->robots->why, sizeof(j->robots->why), "%.150s", why);
}

/* May it go out?  0: yes; 1: it waits, or has ended; negative. */
static int check_robots(struct crawl *c, struct crawl_host *h, struct crawl_job *j, struct error *e)
{
	struct crawl_origin *o;
	int rc;

	if (j->robots)
		return 0;
	o = find_origin(c, h, j->at.origin);
	if (o->state == ASKED)
		return 1;
	if (o->state == UNKNOWN && (rc = remember_robots(c, o, e)) <= 0)
		return rc < 0 ? rc : ask_robots(c, h, o, e) ? COU_EINPUT : 1;
	if (!o->closed && robots_allow(&o->robots, j->at.path))
		return 0;
	take_first(h);
	j->refused = !o->closed;
	j->closed = o->closed;
	j->hold = o->closed ? o->until : 0;
	if (o->closed)
		error_set(&j->error, COU_EINPUT, "not asked for, since robots.txt cannot be read: %s", o->why);
	else
		error_set(&j->error, COU_EINPUT, "robots.txt asks to leave it alone");
	end(c, j);
	return 1;
}

/* ---- going out ------------------------------------------------------------------------------- */

/* All jobs of the host end, unasked. */
static void hold_back(struct crawl *c, struct crawl_host *h, const char *why)
{
	struct crawl_job *next;

	for (struct crawl_job *j = h->first; j; j = next) {
		next = j->next;
		if (j->robots) {
			give_up_robots(j, why);
			continue;
		}
		j->unasked = true;
		j->hold = h->hold;
		error_set(&j->error, COU_EINPUT, "%s", why);
		end(c, j);
	}
	h->first = h->last = h->turn = NULL;
}

/* 1: a job of the host went out, 0: none can; negative. */
static int start_one(struct crawl *c, struct crawl_host *h, struct error *e)
{
	while (h->first && !h->busy && fetcher_running(c->o.fetcher) < FETCH_PARALLEL) {
		struct crawl_job *j = h->first;
		struct fetch_request q = { .etag = j->want.etag, .modified = j->want.modified, .max_bytes = j->want.max_bytes, .url = j->at.url, .user = j };
		int rc;

		if (h->hold > crawl_now(c))
			return hold_back(c, h, "its host is left alone for a while"), 0;
		if (c->o.until && crawl_now(c) >= c->o.until)
			return hold_back(c, h, "the round is over"), 0;
		rc = check_robots(c, h, j, e);
		if (rc < 0)
			return rc;
		if (rc && h->first != j)
			continue;		/* it ended, or a robots.txt goes first */
		if (rc || milliseconds() < h->ready_ms)
			return 0;
		take_first(h);
		h->busy = true;
		if (!fetcher_start(c->o.fetcher, &q, &j->error))
			return 1;
		h->busy = false;
		if (j->robots)
			give_up_robots(j, j->error.text);
		else
			end(c, j);
	}
	return 0;
}

/* Hosts take turns at being first. */
static int start_all(struct crawl *c, struct error *e)
{
	size_t n = c->hosts.n;

	for (size_t i = 0; i < n; i++) {
		struct crawl_host *h = c->hosts.at[(c->first + i) % n];
		int rc = start_one(c, h, e);

		if (rc < 0)
			return rc;
		if (!h->first && !h->busy)
			forget_robots(h);
	}
	c->first = n ? (c->first + 1) % n : 0;
	return 0;
}

/* ---- coming back ------------------------------------------------------------------------------ */

static bool is_redirect(int status)
{
	return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

/* The job goes where it is sent.  Negative: it cannot, and r->error says why; the job is done. */
static int follow(struct crawl *c, struct crawl_job *j, struct fetch_response *r, struct error *e)
{
	bool permanent = r->status == 301 || r->status == 308;
	struct crawl_host *h;
	struct fetch_url to;

	if (++j->hops > FETCH_REDIRECTS_MAX)
		return error_set(&r->error, COU_ELIMIT, "more than %d redirects", FETCH_REDIRECTS_MAX);
	if (fetch_url(&c->a, j->at.url, r->location, &to, &r->error)) {
		struct error why = r->error;

		return error_set(&r->error, COU_EINPUT, "redirected to where nothing is fetched: %.400s", why.text);
	}
	if (find_host(c, to.host, &h, e))
		return COU_ESTORE;
	j->at = to;
	j->for_good &= permanent;
	if (j->for_good)
		j->moved = to.url;
	j->want.etag = j->want.modified = STR_NONE;	/* they were of what stood there */
	put_first(h, j);
	return 0;
}

static void pause_now(const struct crawl *c, struct crawl_host *h, const struct crawl_origin *o)
{
	h->ready_ms = milliseconds() + (o->robots.delay_ms > c->o.delay_ms ? o->robots.delay_ms : c->o.delay_ms);
}

/* A host that asks for time, or where nobody is, is left alone: as long as it says, else for a while.  Of a robots.txt that is not there to be read that is
 * taken care of already. */
static int leave_alone(struct crawl *c, struct crawl_host *h, const struct crawl_job *j, const struct fetch_response *r, struct error *e)
{
	bool asks = !r->error.code && (r->status == 429 || r->status == 503);
	int64_t hold = asks ? schedule_retry(crawl_now(c), r->retry_after) : 0;

	if (!hold && !j->robots && (asks || r->unreached))
		hold = schedule_backoff(crawl_now(c), 1);
	if (hold <= h->hold)
		return 0;
	h->hold = hold;
	return db_begin(c->o.db, e) || state_host_keep(c->o.db, h->name, hold, e) || db_commit(c->o.db, e) ? COU_ESTORE : 0;
}

/* 1: *got is filled; 0: the job goes on, or was for a robots.txt; negative: the store. */
static int come_back(struct crawl *c, struct fetch_response *r, struct crawl_got *got, struct error *e)
{
	struct crawl_job *j = r->user;
	struct crawl_host *h;
	int rc;

	if (find_host(c, j->at.host, &h, e))
		return COU_ESTORE;
	h->busy = false;
	pause_now(c, h, find_origin(c, h, j->at.origin));
	if (leave_alone(c, h, j, r, e))
		return COU_ESTORE;
	if (!r->error.code && is_redirect(r->status) && r->location.n && !follow(c, j, r, e)) {
		fetch_free(r);
		return 0;
	}
	if (e->code == COU_ESTORE)
		return COU_ESTORE;
	if (j->robots) {
		if (j->hops > FETCH_REDIRECTS_MAX)
			r->error = (struct error){ 0 };	/* as if it were not there */
		rc = take_robots(c, j, r, e);
		pause_now(c, h, j->robots);
		fetch_free(r);
		return rc;
	}
	c->waiting--;
	*got = (struct crawl_got){ .want = j->want, .response = *r, .last = j->at.url, .moved = j->moved, .hold = h->hold > crawl_now(c) ? h->hold : 0 };
	return 1;
}

static bool take_done(struct crawl *c, struct crawl_got *got)
{
	struct crawl_job *j = c->done;

	if (!j)
		return false;
	c->done = j->next;
	if (!c->done)
		c->done_last = NULL;
	c->waiting--;
	*got = (struct crawl_got){ .want = j->want, .response.error = j->error, .last = j->at.url, .hold = j->hold, .unasked = j->unasked, .refused = j->refused, .closed = j->closed };
	return true;
}

/* Until the next host's pause is over. */
static int pause_left(const struct crawl *c, int most)
{
	int64_t now = milliseconds(), least = most;

	for (size_t i = 0; i < c->hosts.n; i++) {
		const struct crawl_host *h = c->hosts.at[i];

		if (h->first && !h->busy && h->ready_ms > now && h->ready_ms - now < least)
			least = h->ready_ms - now;
	}
	return (int)least;
}

int crawl_next(struct crawl *c, int most, struct crawl_got *got, struct error *e)
{
	int64_t end_at = milliseconds() + most;

	*e = (struct error){ 0 };
	for (int rc;;) {
		struct fetch_response r;
		int64_t left;

		if (!c->paused && (rc = start_all(c, e)) < 0)
			return rc;
		if (take_done(c, got))
			return CRAWL_GOT;
		if (!c->waiting)
			return CRAWL_DONE;
		left = end_at - milliseconds();
		if (left <= 0 || (c->paused && !fetcher_running(c->o.fetcher)))
			return CRAWL_BUSY;
		if (!fetcher_next(c->o.fetcher, pause_left(c, (int)left), &r))
			continue;
		rc = come_back(c, &r, got, e);
		if (rc < 0)
			fetch_free(&r);
		if (rc)
			return rc < 0 ? rc : CRAWL_GOT;
	}
}
