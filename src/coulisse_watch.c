/* coulisse_watch.c - the library polling: lists of feeds, round after round. */
#include "coulisse_watch.h"

#include <stdio.h>
#include <sys/stat.h>
#include <time.h>

#include "base/file.h"
#include "base/map.h"
#include "coulisse_round.h"
#include "ingest/feed.h"
#include "watch/schedule.h"

enum {
	LIST_BYTES_MAX = 16 << 20,
	PAUSE_MIN = 1,			/* seconds between two rounds, at least */
	RETRY_SECONDS = 60,		/* before a store that failed is opened again */
	STEP_MS = 250,
	HEAD = 4096
};

struct feeds {
	struct arena a;
	struct map known;
	VEC(struct str) at;
};

/* ---- the clock ----------------------------------------------------------------------- */

struct clock {				/* the machine's, which may be put right, and goes on while the machine sleeps; or one that began at a time given */
	int64_t began;			/* seconds since 1970; 0: the machine's */
	struct timespec monotonic;
};

static void clock_begin(struct clock *c, int64_t now)
{
	clock_gettime(CLOCK_MONOTONIC, &c->monotonic);
	c->began = now;
}

static int64_t clock_now(const struct clock *c)
{
	struct timespec t;

	if (!c->began)
		return (int64_t)time(NULL);
	clock_gettime(CLOCK_MONOTONIC, &t);
	return c->began + (t.tv_sec - c->monotonic.tv_sec) - (t.tv_nsec < c->monotonic.tv_nsec);
}

/* ---- lists ----------------------------------------------------------------------------- */

static void add_feed(struct feeds *f, struct str url)
{
	uint32_t *at = map_put(&f->known, url);

	if (*at != MAP_NONE)
		return;
	*at = (uint32_t)f->at.n;
	vec_add(&f->a, &f->at, url);
}

static int add_address(struct feeds *f, struct str address, struct error *e)
{
	struct fetch_url u;
	int rc = fetch_url(&f->a, STR_NONE, address, &u, e);

	if (!rc)
		add_feed(f, u.url);
	return rc;
}

static int add_list(struct feeds *f, const char *path, struct error *e)
{
	struct feed_list list;
	struct str bytes;
	int rc = file_read(&f->a, path, LIST_BYTES_MAX, &bytes, e);

	if (!rc)
		rc = feed_list_read(&f->a, bytes, STR_NONE, &list, e);
	for (size_t i = 0; !rc && i < list.n; i++) {
		struct error bad = { 0 };

		if (add_address(f, list.at[i].url, &bad))
			diagnose(path, "%.*s: %s", STR_ARG(list.at[i].url), bad.text);
	}
	if (!rc && list.no_address)
		diagnose(path, "%zu feeds without an address of the web, the first is \"%.*s\"", list.no_address, STR_ARG(list.first_no_address));
	if (!rc && list.left_out)
		diagnose(path, "%zu feeds, of which the first %zu are read", list.n + list.left_out, list.n);
	return rc;
}

/* All inputs into *f, which is empty; *where names the one that cannot be read. */
static int read_lists(struct feeds *f, const char *const *inputs, size_t n, const char **where, struct error *e)
{
	int rc = 0;

	map_init(&f->known, &f->a);
	for (size_t i = 0; i < n && !rc; i++) {
		*where = inputs[i];
		rc = fetch_is_url(str_c(inputs[i])) ? add_address(f, str_c(inputs[i]), e) : add_list(f, inputs[i], e);
	}
	return rc;
}

/* Reads the lists anew; one that cannot be read, or is empty, leaves all as it was, and so does standard input, which is spent. */
static void reread_lists(struct feeds *f, const char *const *inputs, size_t n)
{
	struct feeds fresh = { 0 };
	struct error e = { 0 };
	const char *where = "";

	for (size_t i = 0; i < n; i++)
		if (strcmp(inputs[i], "-") == 0)
			return;
	if (read_lists(&fresh, inputs, n, &where, &e) || (!fresh.at.n && error_set(&e, COU_EINPUT, "no feeds in it"))) {
		diagnose(where, "%s; going on with the feeds as they were", e.text);
		arena_free(&fresh.a);
		return;
	}
	arena_free(&f->a);
	*f = fresh;
}

int cou_fetches(const char *path)
{
	char head[HEAD];
	struct str text;
	struct stat st;
	FILE *f;

	if (fetch_is_url(str_c(path)))
		return 1;
	if (stat(path, &st) || !S_ISREG(st.st_mode) || (f = fopen(path, "rb")) == NULL)	/* what is read of a pipe is gone */
		return 0;
	text = (struct str){ head, fread(head, 1, sizeof(head), f) };
	fclose(f);
	return str_search(text, STR("<opml")) < text.n;
}

/* ---- what is the same for every round --------------------------------------------------- */

int watch_fetcher(struct fetcher **f, const struct cou_fetching *how, struct arena *a, struct error *e)
{
	static const struct cou_fetching plain;
	struct str agent;

	how = how ? how : &plain;
	agent = str_printf(a, "coulisse/%s%s%s%s", COULISSE_VERSION, how->contact ? " (+" : "", how->contact ? how->contact : "", how->contact ? ")" : "");
	for (size_t i = 0; i < agent.n; i++)
		if ((unsigned char)agent.p[i] < 32 || (unsigned char)agent.p[i] > 126)
			return error_set(e, COU_EUSAGE, "\"%s\" cannot be told to servers: plain letters and signs only", how->contact);
	const struct fetch_options o = {
		.user_agent = agent.p, .proxy = how->proxy, .authorities = how->authorities, .allow_private = how->allow_private != 0, .seconds = how->seconds,
	};

	return fetcher_open(f, &o, e);
}

static int64_t time_given(const struct cou_store_options *so)
{
	return so && so->now ? schedule_time(str_c(so->now)) : 0;
}

/* What every round needs besides the store; then the rights that reading needs not are given up.  0 or negative. */
static int begin(struct round *r, struct error *e)
{
	if (watch_fetcher(&r->fetcher, r->o->fetching, &r->names, e))
		return e->code;
	if (r->o->ready && r->o->ready(r->o->ready_user))
		return error_set(e, COU_EUSAGE, "stopped before the first input");
	return 0;
}

static int open_store(struct round *r, const char *store, struct error *e)
{
	struct store_options with = { .trusted = true, .no_text = r->so && r->so->no_text, .now = r->began, .partition = r->so ? r->so->partition : NULL };

	return store_open(&r->store, store, DB_CREATE, &with, e);
}

/* ---- round after round ------------------------------------------------------------------- */

static bool told_to_stop(const struct cou_watching *w)
{
	return w->stop && w->stop(w->user);
}

/* A clock that is put back ends the wait: what is due is looked at anew. */
static void wait_until(const struct clock *c, int64_t when, const struct cou_watching *w)
{
	int64_t began = clock_now(c), least = began + PAUSE_MIN;

	while (clock_now(c) < (when > least ? when : least) && clock_now(c) >= began && !told_to_stop(w))
		nanosleep(&(struct timespec){ .tv_nsec = STEP_MS * 1000000L }, NULL);
}

static int one_round(struct round *r, const struct clock *clock, const struct feeds *feeds, struct cou_error *e)
{
	int rc;

	r->now = clock_now(clock);
	r->feeds = feeds->at.at;
	r->n_feeds = feeds->at.n;
	r->sum.number++;
	rc = round_run(r, e);
	if (rc >= 0 && r->w->round)
		r->w->round(r->w->user, &r->sum);
	return rc;
}

/* A store that failed once (a server that was started anew) is opened again, after a while; and before the old one is closed: who closes SQLite's file last removes
 * what lies beside it, and this process has given up the right to make that anew. */
static int try_again(struct round *r, const struct clock *clock, const char *store, struct cou_error *why)
{
	struct store *old = r->store;
	struct error e = { 0 };
	int rc;

	diagnose("", "%s; trying again in %d seconds", why->text, RETRY_SECONDS);
	fetcher_close(r->fetcher);	/* what runs belongs to that round */
	r->fetcher = NULL;
	r->store = NULL;
	db_rollback(store_db(old));
	wait_until(clock, clock_now(clock) + RETRY_SECONDS, r->w);
	rc = watch_fetcher(&r->fetcher, r->o->fetching, &r->names, &e);
	rc = rc ? rc : open_store(r, store, &e);
	store_close(old);
	return rc ? run_failed(why, &e) : 0;
}

static int all_rounds(struct round *r, const char *store, struct feeds *feeds, const char *const *inputs, size_t n, struct cou_error *e)
{
	struct clock clock;
	bool failed = false;

	clock_begin(&clock, time_given(r->so));
	for (;;) {
		int rc = one_round(r, &clock, feeds, e);

		if (rc == COU_ESTORE && !r->w->once && !failed && !told_to_stop(r->w)) {
			failed = true;
			if (try_again(r, &clock, store, e))
				return COU_ESTORE;
			continue;
		}
		if (rc < 0 || r->w->once)
			return rc;
		failed = false;
		if (!r->next) {
			diagnose("", "no feed is left to be watched");
			return COU_DONE;
		}
		wait_until(&clock, r->next, r->w);
		if (told_to_stop(r->w))
			return COU_DONE;
		reread_lists(feeds, inputs, n);
	}
}

int cou_watch(struct cou *c, const struct cou_options *o, const char *store, const struct cou_store_options *so, const struct cou_watching *w,
	      const char *const *inputs, size_t n, struct cou_error *e)
{
	struct round r = { .c = c, .o = o, .so = so, .w = w };
	struct feeds feeds = { 0 };
	struct error err = { 0 }, why = { 0 };
	const char *where = "";
	int rc = time_given(so) < 0 ? error_set(&err, COU_EUSAGE, "\"%s\" is no time YYYY-MM-DDThh:mm:ssZ", so->now) : 0;

	if (!rc && read_lists(&feeds, inputs, n, &where, &why))
		rc = error_set(&err, COU_EUSAGE, "%.200s: %.300s", where, why.text);
	if (!rc && !feeds.at.n)
		rc = error_set(&err, COU_EUSAGE, "%s: no feeds in it", where);
	if (!rc)
		rc = open_store(&r, store, &err);
	if (!rc)
		rc = begin(&r, &err);
	rc = rc ? run_failed(e, &err) : all_rounds(&r, store, &feeds, inputs, n, e);
	fetcher_close(r.fetcher);
	store_close(r.store);
	arena_free(&feeds.a);
	arena_free(&r.names);
	return rc;
}

int watch_add(struct cou *c, const struct cou_options *o, struct store *store, const struct cou_store_options *so, const char *const *inputs, size_t n,
	      struct cou_added *sum, struct cou_error *e)
{
	static const struct cou_watching once = { .once = 1 };
	struct round r = { .c = c, .o = o, .so = so, .w = &once, .store = store };
	struct feeds feeds = { 0 };
	VEC(struct str) pages = { 0 };
	struct error err = { 0 };
	struct clock clock;
	bool unreadable = false;
	int rc;

	map_init(&feeds.known, &feeds.a);
	for (size_t i = 0; i < n; i++) {
		struct error why = { 0 };

		if (fetch_is_url(str_c(inputs[i]))) {
			vec_add(&r.names, &pages, str_c(inputs[i]));
		} else if (add_list(&feeds, inputs[i], &why)) {
			diagnose(inputs[i], "%s", why.text);
			unreadable = true;
		}
	}
	r.pages = pages.at;
	r.n_pages = pages.n;
	clock_begin(&clock, time_given(so) > 0 ? time_given(so) : 0);
	rc = begin(&r, &err);
	rc = rc ? run_failed(e, &err) : one_round(&r, &clock, &feeds, e);
	fetcher_close(r.fetcher);
	arena_free(&feeds.a);
	arena_free(&r.names);
	*sum = r.sum.added;
	sum->known += r.sum.known;
	return rc == COU_DONE && unreadable ? COU_UNREADABLE : rc;
}
