/* coulisse_round.c - one round.
 *
 * Each answer that is a feed is read at once: its new links and what is to be remembered of it are kept in one transaction, so that a feed is never held to be
 * unchanged while its links are lost.  The links then wait in the store, and are fetched from there.  Pages are collected in batches; the documents of a batch and
 * the ends of their links are kept in one transaction.  Whatever is interrupted is therefore done again, and nothing twice.
 *
 * Batches are coded, and long feeds read, while nothing is on its way: no server is timed by how long that takes.
 *
 * Memory: one batch (64 pages or 32 MB, and what was on its way when it was full), one feed, and what is known of the hosts of this round.
 */
#include "coulisse_pieces.h"
#include "coulisse_round.h"

#include "ingest/feed.h"
#include "watch/crawl.h"
#include "watch/schedule.h"

enum {
	STEP_MS = 250,			/* between two questions whether to stop */
	EVERY_SECONDS = 900,
	ROUND_SECONDS_MIN = 600,	/* a round asks for nothing new after this, or after the time between two polls */
	FEED_BYTES_MAX = 32 << 20,
	FEED_LONG = 256 << 10,		/* bytes of a feed that takes a while to read */
	FEED_LINKS_MAX = 200,		/* articles of one feed in a round; the others wait */
	LINK_TRIES_MAX = 5,
	LINK_TRIES_TROUBLE = 12,	/* where it is the host that is in trouble: with the waits between them, six days */
	LINK_DAYS = 180		/* a link is forgotten when no feed has had it so long */
};

enum task_kind { TASK_FEED, TASK_PAGE, TASK_EITHER };

struct task {				/* what an address was asked for */
	enum task_kind kind;
	struct watch_feed feed;
	struct watch_link link;
};

struct work {
	struct round *r;
	struct arena a;			/* of the round */
	struct db *db;
	struct crawl crawl;
	struct pieces batch;
	VEC(struct str) resting;	/* feeds that are not asked for in this round */
	struct watch_link *waiting;	/* [FEED_LINKS_MAX] room for those of one feed */
	VEC(struct crawl_got) late;	/* long feeds, for when nothing is on its way */
	bool unreadable;
	struct error error;		/* that ends the round */
};

static unsigned every(const struct round *r)
{
	return r->w->every ? r->w->every : EVERY_SECONDS;
}

static int64_t today(const struct work *k)
{
	return k->r->now - k->r->now % SCHEDULE_DAY;
}

static void say(struct work *k, struct str where, const struct error *why)
{
	diagnose(str_dup(&k->a, where).p, "%s", why->text);
	k->unreadable = true;
}

/* ---- links ------------------------------------------------------------------------------- */

static struct task *new_task(struct work *k, enum task_kind kind)
{
	struct task *t = arena_new(&k->a, struct task);

	t->kind = kind;
	return t;
}

static void count_bytes(struct work *k, const struct crawl_got *got)
{
	k->r->sum.bytes += got->response.body.n;
}

/* The waiting articles of the feed are asked for. */
static int want_links(struct work *k, struct str feed)
{
	struct watch_link *at = k->waiting ? k->waiting : arena_array(&k->a, struct watch_link, FEED_LINKS_MAX);
	int n = k->r->w->feed_text ? 0 : state_links_waiting(k->db, &k->a, feed, k->r->now, at, FEED_LINKS_MAX, &k->error);

	k->waiting = at;
	for (int i = 0; i < n && k->crawl.wants < CRAWL_WANTS_MAX; i++) {
		struct task *t = new_task(k, TASK_PAGE);
		struct crawl_want w = { .url = at[i].url, .max_bytes = FETCH_PAGE_MAX, .by_turns = true, .user = t };
		struct error e = { 0 };

		t->link = at[i];
		if (!crawl_want(&k->crawl, &w, &e))
			continue;
		if (e.code == COU_ESTORE) {
			k->error = e;
			return e.code;
		}
		say(k, at[i].url, &e);
	}
	return n < 0 ? n : 0;
}

static int keep_link(struct work *k, const struct watch_link *l)
{
	return db_begin(k->db, &k->error) || state_link_keep(k->db, l, &k->error) || db_commit(k->db, &k->error) ? COU_ESTORE : 0;
}

/* Is it the host that is in trouble, not the article?  An outage of hours is to cost none. */
static bool host_in_trouble(const struct crawl_got *got)
{
	return got->response.unreached || got->response.status == 429 || got->response.status >= 500;
}

/* What came of asking for an article that did not come. */
static int link_failed(struct work *k, struct watch_link *l, const struct crawl_got *got, const struct error *why)
{
	int64_t now = crawl_now(&k->crawl);
	bool for_good = got->refused || got->response.status == 404 || got->response.status == 410 || got->response.status == 451;

	if (got->unasked || got->closed) {
		k->r->sum.left++;
		l->hold = got->hold;
		if (got->closed)
			say(k, l->url, why);
	} else {
		k->r->sum.unread++;
		l->tries++;
		l->state = for_good || l->tries >= (host_in_trouble(got) ? LINK_TRIES_TROUBLE : LINK_TRIES_MAX) ? LINK_FAILED : LINK_WAITING;
		l->hold = schedule_backoff(now, l->tries);
		l->hold = got->hold > l->hold ? got->hold : l->hold;
		l->said = str_c(why->text);
		say(k, l->url, why);
	}
	if (!l->feed.n)			/* whoever named it names it again */
		return 0;
	return keep_link(k, l);
}

/* 0: the answer is a page, whole; else *e says what it is. */
static int judge(const struct crawl_got *got, struct error *e)
{
	*e = got->response.error;
	if (!e->code && got->response.status != 200)
		fetch_status(got->response.status, e);
	return e->code;
}

/* Does the link lead to a page that another has led to?  Links that are redirected to one page (a front page, where articles were) are no versions of it.
 * 1, 0 or negative. */
static int came_by_another(struct work *k, const struct watch_link *l, struct str last)
{
	last = without_tracking(&k->batch.leftovers, &k->a, last);
	if (str_eq(last, l->url))
		return 0;
	return pieces_have(&k->batch, last) ? 1 : state_link_done(k->db, last, &k->error);
}

static int take_page(struct work *k, struct task *t, struct crawl_got *got)
{
	struct error why;

	if (!judge(got, &why)) {
		int known = came_by_another(k, &t->link, got->last);

		if (known) {
			k->r->sum.known++;
			t->link.state = LINK_DONE;
			fetch_free(&got->response);
			return known < 0 ? known : keep_link(k, &t->link);
		}
		pieces_add_page(&k->batch, &t->link, &got->response, got->last);
		k->r->sum.articles++;
		return 0;
	}
	int rc = link_failed(k, &t->link, got, &why);

	fetch_free(&got->response);
	return rc;
}

/* ---- feeds ------------------------------------------------------------------------------- */

/* By what an item without an address is known: what the feed calls it, else all that it says (a ticker has many of one title). */
static struct str name_of(struct arena *a, const struct watch_feed *f, const struct feed_item *item)
{
	struct str id = item->id;

	if (!id.n || id.n + f->url.n + 1 > FETCH_URL_MAX) {
		struct str all = str_printf(a, "%.*s\n%.*s\n%.*s\n", STR_ARG(id), STR_ARG(item->title), STR_ARG(item->date));

		return str_printf(a, "%.*s#%016llx", STR_ARG(f->url), (unsigned long long)str_hash(str_cat(a, all, item->content.n ? item->content : item->summary)));
	}
	return str_printf(a, "%.*s#%.*s", STR_ARG(f->url), STR_ARG(id));
}

struct bad_items {			/* one line tells of all of a feed */
	unsigned n, first;
	struct error why;		/* of the first */
};

static void say_bad_items(struct work *k, const struct watch_feed *f, const struct bad_items *bad)
{
	struct error e;

	if (!bad->n)
		return;
	error_set(&e, COU_EINPUT, "%u items with addresses that cannot be fetched, the first is item %u: %.400s", bad->n, bad->first, bad->why.text);
	say(k, f->url, &e);
	k->r->sum.unread += bad->n;
}

/* An item: known, to be fetched, or to be coded as it stands. */
static int take_item(struct work *k, struct arena *a, const struct watch_feed *f, const struct feed_item *item, unsigned place, struct bad_items *bad)
{
	struct watch_link l = { .feed = f->url, .title = item->title, .source = item->source.n ? item->source : f->title, .published = item->date, .lang = item->lang, .seen = today(k), .place = place };
	struct fetch_url u;
	struct error e = { 0 };
	int rc;

	if (item->url.n && fetch_url(a, f->moved.n ? f->moved : f->url, item->url, &u, &e)) {
		if (!bad->n++) {
			bad->first = place + 1;
			bad->why = e;
		}
		return 0;
	}
	l.url = item->url.n ? without_tracking(&k->batch.leftovers, a, u.url) : name_of(a, f, item);
	rc = state_link_known(k->db, l.url, l.seen, &k->error);
	if (!rc && item->url.n && !str_eq(l.url, u.url))
		rc = state_link_known(k->db, u.url, l.seen, &k->error);		/* stores of old have addresses as they came */
	if (rc) {
		k->r->sum.known += rc > 0;
		return rc < 0 ? rc : 0;
	}
	if (item->url.n && !k->r->w->feed_text)
		return state_link_keep(k->db, &l, &k->error);
	pieces_add_item(&k->batch, &l, item);
	k->r->sum.articles++;
	return 0;
}

/* Its items, in one transaction with what is to be remembered of the feed; where the texts are coded, that is the batch's. */
static int take_items(struct work *k, struct arena *a, struct watch_feed *f, const struct feed *read)
{
	size_t before = k->batch.at.n;
	struct bad_items bad = { 0 };

	if (db_begin(k->db, &k->error))
		return COU_ESTORE;
	for (size_t i = 0; i < read->n; i++)
		if (take_item(k, a, f, &read->items[i], (unsigned)i, &bad))
			return COU_ESTORE;
	say_bad_items(k, f, &bad);
	if (k->batch.at.n > before)
		vec_add(&k->batch.a, &k->batch.feeds, *f);
	else if (state_feed_keep(k->db, f, &k->error))
		return COU_ESTORE;
	return db_commit(k->db, &k->error);
}

static int keep_feed(struct work *k, const struct watch_feed *f)
{
	return db_begin(k->db, &k->error) || state_feed_keep(k->db, f, &k->error) || db_commit(k->db, &k->error) ? COU_ESTORE : 0;
}

/* A feed that does not come, and its articles that wait none the less. */
static int feed_failed(struct work *k, struct watch_feed *f, const struct crawl_got *got, const struct error *why)
{
	int64_t now = crawl_now(&k->crawl);

	if (got->unasked) {
		k->r->sum.resting++;
		f->hold = got->hold > f->hold ? got->hold : f->hold;
		return keep_feed(k, f) ? COU_ESTORE : want_links(k, f->url);
	}
	k->r->sum.feeds++;
	if (got->response.status == 410 && str_eq(got->last, f->url)) {
		k->r->sum.gone++;
		f->gone = true;
	} else {
		k->r->sum.failed++;
		f->failures++;
		f->hold = schedule_backoff(now, f->failures);
		f->hold = got->hold > f->hold ? got->hold : f->hold;
	}
	f->said = str_c(why->text);
	say(k, f->url, why);
	return keep_feed(k, f) ? COU_ESTORE : want_links(k, f->url);
}

/* A feed has moved for good when it came from there: a network that wants a login first sends whoever asks for anything to its own page, for good as it says.
 * One that came from its old address without being sent on is there again. */
static void follow(struct watch_feed *f, const struct crawl_got *got)
{
	if (got->moved.n || str_eq(got->want.url, f->url))
		f->moved = got->moved;
}

/* read: of got, in a; late: where it broke off, or code 0. */
static int feed_came(struct work *k, struct arena *a, struct watch_feed *f, const struct crawl_got *got, const struct feed *read, const struct error *late)
{
	struct error e;
	int rc;

	k->r->sum.feeds++;
	follow(f, got);
	f->failures = 0;
	f->hold = 0;
	f->said = STR_NONE;
	f->title = read->title;
	f->etag = late->code ? STR_NONE : str_dup(&k->a, got->response.etag);
	f->modified = late->code ? STR_NONE : str_dup(&k->a, got->response.modified);
	if (late->code)
		say(k, f->url, late);
	if (read->left_out) {
		error_set(&e, COU_ELIMIT, "%zu items, of which the first %zu are read", read->n + read->left_out, read->n);
		say(k, f->url, &e);
	}
	rc = take_items(k, a, f, read);
	return rc ? rc : want_links(k, f->url);
}

static void asked(struct work *k, struct watch_feed *f, const struct crawl_got *got)
{
	if (got->unasked)
		return;
	f->polled = crawl_now(&k->crawl);
	f->due = k->r->now + every(k->r);
}

static int unchanged(struct work *k, struct watch_feed *f, const struct crawl_got *got)
{
	follow(f, got);
	k->r->sum.feeds++;
	k->r->sum.unchanged++;
	f->failures = 0;
	f->hold = 0;
	f->said = STR_NONE;
	return keep_feed(k, f) ? COU_ESTORE : want_links(k, f->url);
}

static int take_feed(struct work *k, struct task *t, struct crawl_got *got)
{
	struct watch_feed *f = &t->feed;
	struct arena a = { 0 };
	size_t before = k->batch.at.n;
	struct feed read;
	struct error why;
	int rc;

	asked(k, f, got);
	if (!got->response.error.code && got->response.status == 304)
		rc = unchanged(k, f, got);
	else if (judge(got, &why) || feed_read(&a, fetch_text(&a, &got->response), got->last, &read, &why))
		rc = feed_failed(k, f, got, &why);
	else
		rc = feed_came(k, &a, f, got, &read, &why);
	if (k->batch.at.n > before)
		vec_add(&k->batch.a, &k->batch.arenas, a);
	else
		arena_free(&a);
	fetch_free(&got->response);
	return rc;
}

static bool is_feed(const struct crawl_got *got)
{
	struct arena a = { 0 };
	struct feed read;
	struct error why;
	bool is = !judge(got, &why) && !feed_read(&a, fetch_text(&a, &got->response), got->last, &read, &why);

	arena_free(&a);
	return is || got->response.status == 304;
}

/* Named by hand: a feed when it reads as one. */
static int take_either(struct work *k, struct task *t, struct crawl_got *got)
{
	return is_feed(got) ? take_feed(k, t, got) : take_page(k, t, got);
}

/* ---- the round --------------------------------------------------------------------------- */

static int want(struct work *k, struct task *t, struct str url, size_t max)
{
	struct crawl_want w = { .url = url, .etag = t->feed.etag, .modified = t->feed.modified, .max_bytes = max, .user = t };
	struct error e = { 0 };

	if (!crawl_want(&k->crawl, &w, &e))
		return 0;
	if (e.code == COU_ESTORE) {
		k->error = e;
		return e.code;
	}
	k->r->sum.failed++;
	say(k, url, &e);
	return 0;
}

/* Is it to be asked in this round?  Polls that would be due before the next twentieth of their time are put together.  A feed that was asked in time to come
 * was so by a clock that went wrong, and has been put back. */
static bool is_due(const struct round *r, const struct watch_feed *f)
{
	if (f->polled > r->now)
		return !f->gone;
	return !f->gone && f->hold <= r->now && (r->w->once || f->due <= r->now + every(r) / 20);
}

/* Where it is asked for: where it has moved to; after a failure there where it was, and so by turns. */
static struct str where(const struct watch_feed *f)
{
	return f->moved.n && f->failures % 2 == 0 ? f->moved : f->url;
}

static int want_feeds(struct work *k)
{
	struct round *r = k->r;

	for (size_t i = 0; i < r->n_feeds; i++) {
		struct task *t = new_task(k, TASK_FEED);

		if (state_feed(k->db, &k->a, r->feeds[i], &t->feed, &k->error))
			return COU_ESTORE;
		if (!is_due(r, &t->feed)) {
			r->sum.resting += !t->feed.gone;
			vec_add(&k->a, &k->resting, t->feed.url);
		} else if (want(k, t, where(&t->feed), FEED_BYTES_MAX)) {
			return COU_ESTORE;
		}
	}
	return 0;
}

/* The articles of feeds that are not asked for in this round wait no less: those of a feed that rests after a failure, or is gone. */
static int want_rest(struct work *k)
{
	for (size_t i = 0; i < k->resting.n; i++)
		if (want_links(k, k->resting.at[i]))
			return k->error.code;
	return 0;
}

static int want_pages(struct work *k)
{
	struct round *r = k->r;

	for (size_t i = 0; i < r->n_pages; i++) {
		struct task *t = new_task(k, TASK_EITHER);
		struct fetch_url u;
		struct error e = { 0 };
		int rc;

		if (fetch_url(&k->a, STR_NONE, r->pages[i], &u, &e)) {
			r->sum.unread++;
			say(k, r->pages[i], &e);
			continue;
		}
		t->link = (struct watch_link){ .url = without_tracking(&k->batch.leftovers, &k->a, u.url), .seen = today(k) };
		rc = state_link_done(k->db, t->link.url, &k->error);
		if (!rc && !str_eq(t->link.url, u.url))
			rc = state_link_done(k->db, u.url, &k->error);
		if (rc > 0)
			r->sum.known++;
		else if (rc < 0 || state_feed(k->db, &k->a, t->link.url, &t->feed, &k->error) || want(k, t, t->link.url, FEED_BYTES_MAX))
			return COU_ESTORE;
	}
	return 0;
}

static int take(struct work *k, struct crawl_got *got)
{
	struct task *t = got->want.user;

	count_bytes(k, got);
	switch (t->kind) {
	case TASK_FEED:
		return take_feed(k, t, got);
	case TASK_EITHER:
		return take_either(k, t, got);
	default:
		return take_page(k, t, got);
	}
}

/* Those that came while others were on their way. */
static int take_late(struct work *k)
{
	for (size_t i = 0; i < k->late.n; i++) {
		struct crawl_got got = k->late.at[i];

		k->late.at[i].response = (struct fetch_response){ 0 };
		if (take(k, &got))
			return k->error.code;
	}
	k->late.n = 0;
	return 0;
}

static bool told_to_stop(const struct round *r)
{
	return r->w->stop && r->w->stop(r->w->user);
}

/* 0, or nonzero with k->error. */
static int crawl_all(struct work *k)
{
	int rc = CRAWL_BUSY;

	while (rc != CRAWL_DONE && !told_to_stop(k->r)) {
		struct crawl_got got;

		rc = crawl_next(&k->crawl, STEP_MS, &got, &k->error);
		if (rc < 0)
			return rc;
		if (rc == CRAWL_GOT && ((struct task *)got.want.user)->kind != TASK_PAGE && got.response.body.n >= FEED_LONG)
			vec_add(&k->a, &k->late, got);
		else if (rc == CRAWL_GOT && take(k, &got))
			return k->error.code;
		k->crawl.paused = k->late.n || pieces_full(&k->batch);
		if (!k->crawl.paused || fetcher_running(k->r->fetcher))
			continue;
		if (take_late(k) || (pieces_full(&k->batch) && pieces_code(&k->batch, &k->error)))
			return k->error.code;
		k->crawl.paused = false;
	}
	return pieces_code(&k->batch, &k->error);
}

/* When the first of them is to be asked again. */
static int find_next(struct work *k)
{
	struct round *r = k->r;

	r->next = 0;
	for (size_t i = 0; i < r->n_feeds; i++) {
		struct watch_feed f;
		int64_t at;

		if (state_feed(k->db, &k->a, r->feeds[i], &f, &k->error))
			return COU_ESTORE;
		at = f.hold > f.due ? f.hold : f.due;
		if (!f.gone && (!r->next || at < r->next))
			r->next = at ? at : 1;
	}
	return 0;
}

static int forget(struct work *k)
{
	return db_begin(k->db, &k->error) || state_forget(k->db, today(k) - (int64_t)LINK_DAYS * SCHEDULE_DAY, k->r->now, &k->error) || db_commit(k->db, &k->error)
		       ? COU_ESTORE
		       : 0;
}

static int work_through(struct work *k)
{
	struct round *r = k->r;
	const struct cou_fetching *f = r->o->fetching;
	unsigned most = every(r) > ROUND_SECONDS_MIN ? every(r) : ROUND_SECONDS_MIN;
	struct crawl_options o = {
		.fetcher = r->fetcher, .db = k->db, .token = STR("coulisse"), .now = r->now, .until = r->now + most,
		.delay_ms = !f || !f->delay_ms ? CRAWL_DELAY_MS : f->delay_ms > 0 ? (unsigned)f->delay_ms : 0,
	};

	crawl_init(&k->crawl, &o);
	return want_feeds(k) || want_pages(k) || want_rest(k) || crawl_all(k) || forget(k) || find_next(k) ? k->error.code : 0;
}

int round_run(struct round *r, struct cou_error *e)
{
	struct work k = { .r = r, .db = store_db(r->store) };
	const struct adding *ad = &k.batch.adding;
	int rc;

	schedule_stamp(r->now, r->began);
	r->sum = (struct cou_round){ .began = r->began, .number = r->sum.number };
	rc = pieces_open(&k.batch, r->c, r->o, r->store, r->began, &k.error);
	if (!rc)
		rc = work_through(&k);
	r->sum.unread += k.batch.unread;
	r->sum.added = (struct cou_added){ .documents = ad->sum.added, .versions = ad->sum.versions, .known = ad->sum.known + ad->skipped,
					   .events = ad->sum.events, .states = ad->sum.states };
	k.unreadable |= k.batch.unread != 0;
	for (size_t i = 0; i < k.late.n; i++)
		fetch_free(&k.late.at[i].response);
	pieces_close(&k.batch);
	crawl_free(&k.crawl);
	arena_free(&k.a);
	if (rc)
		return run_failed(e, &k.error);
	return k.unreadable ? COU_UNREADABLE : COU_DONE;
}
