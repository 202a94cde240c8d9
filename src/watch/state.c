#include "watch/state.h"

#include "base/utf8.h"

/* What servers say may be no text: then it is not kept (PostgreSQL would refuse it). */
static struct db_value said(struct str s)
{
	bool plain = utf8_check(s) == s.n;

	for (size_t i = 0; plain && i < s.n; i++)
		plain = (unsigned char)s.p[i] >= 32;
	return plain ? db_text(s) : db_null();
}

static struct db_stmt *bound(struct db *db, const char *sql, const struct db_value *v, unsigned n, struct error *e)
{
	struct db_stmt *q = db_stmt(db, sql, e);

	for (unsigned i = 0; q && i < n; i++)
		db_bind(q, i + 1, v[i]);
	return q;
}

#define VALUES(...) (const struct db_value[]){ __VA_ARGS__ }, (unsigned)(sizeof((const struct db_value[]){ __VA_ARGS__ }) / sizeof(struct db_value))

static int change(struct db *db, const char *sql, const struct db_value *v, unsigned n, struct error *e)
{
	struct db_stmt *q = bound(db, sql, v, n, e);

	return q ? db_run(q, e) : COU_ESTORE;
}

/* The first row into *q: 1, 0 when there is none, or negative.  db_end when done. */
static int first_row(struct db *db, struct db_stmt **q, const char *sql, const struct db_value *v, unsigned n, struct error *e)
{
	*q = bound(db, sql, v, n, e);
	if (!*q || db_start(*q, e))
		return COU_ESTORE;
	return db_next(*q, e);
}

static struct str column(struct arena *a, struct db_stmt *q, unsigned i)
{
	struct str s = db_column_text(q, i);

	return s.n ? str_dup(a, s) : STR_NONE;
}

/* ---- feeds ----------------------------------------------------------------------------- */

int state_feed(struct db *db, struct arena *a, struct str url, struct watch_feed *f, struct error *e)
{
	struct db_stmt *q;
	int rc = first_row(db, &q, "SELECT title, moved, etag, modified, polled, due, hold, failures, gone, said FROM feed WHERE url = $1", VALUES(db_text(url)), e);

	*f = (struct watch_feed){ .url = url };
	if (rc <= 0)
		return rc;
	f->title = column(a, q, 0);
	f->moved = column(a, q, 1);
	f->etag = column(a, q, 2);
	f->modified = column(a, q, 3);
	f->polled = db_column_int(q, 4);
	f->due = db_column_int(q, 5);
	f->hold = db_column_int(q, 6);
	f->failures = (unsigned)db_column_int(q, 7);
	f->gone = db_column_int(q, 8) != 0;
	f->said = column(a, q, 9);
	db_end(q);
	return 0;
}

int state_feed_keep(struct db *db, const struct watch_feed *f, struct error *e)
{
	return change(db,
		      "INSERT INTO feed (url, title, moved, etag, modified, polled, due, hold, failures, gone, said) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"
		      " ON CONFLICT (url) DO UPDATE SET title = excluded.title, moved = excluded.moved, etag = excluded.etag, modified = excluded.modified,"
		      " polled = excluded.polled, due = excluded.due, hold = excluded.hold, failures = excluded.failures, gone = excluded.gone, said = excluded.said",
		      VALUES(db_text(f->url), said(f->title), said(f->moved), said(f->etag), said(f->modified), db_int(f->polled), db_int(f->due), db_int(f->hold),
			     db_int(f->failures), db_int(f->gone), said(f->said)), e);
}

/* ---- links ----------------------------------------------------------------------------- */

/* Of a link that no feed had. */
static struct str feed_of(struct str feed)
{
	return feed.n ? feed : STR("-");
}

static const char *const link_words[] = { "waiting", "done", "failed" };

static int is_document(struct db *db, struct str url, struct error *e)
{
	struct db_stmt *q;
	int rc = first_row(db, &q, "SELECT key FROM known WHERE url = $1 LIMIT 1", VALUES(db_text(url)), e);

	if (rc > 0)
		db_end(q);
	return rc;
}

int state_link_known(struct db *db, struct str url, int64_t seen, struct error *e)
{
	struct db_stmt *q;
	int64_t before;
	int rc = first_row(db, &q, "SELECT seen FROM link WHERE url = $1", VALUES(db_text(url)), e);

	if (rc < 0)
		return rc;
	if (!rc)
		return is_document(db, url, e);
	before = db_column_int(q, 0);
	db_end(q);
	if (before < seen && change(db, "UPDATE link SET seen = $2 WHERE url = $1", VALUES(db_text(url), db_int(seen)), e))
		return COU_ESTORE;
	return 1;
}

int state_link_done(struct db *db, struct str url, struct error *e)
{
	struct db_stmt *q;
	int rc = first_row(db, &q, "SELECT seen FROM link WHERE url = $1 AND state = 'done'", VALUES(db_text(url)), e);

	if (rc > 0)
		db_end(q);
	return rc ? rc : is_document(db, url, e);
}

int state_link_keep(struct db *db, const struct watch_link *l, struct error *e)
{
	return change(db,
		      "INSERT INTO link (url, feed, state, title, source, published, lang, tries, hold, seen, place, said)"
		      " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"
		      " ON CONFLICT (url) DO UPDATE SET feed = excluded.feed, state = excluded.state, title = excluded.title, source = excluded.source,"
		      " published = excluded.published, lang = excluded.lang, tries = excluded.tries, hold = excluded.hold, seen = excluded.seen, place = excluded.place,"
		      " said = excluded.said",
		      VALUES(db_text(l->url), db_text(feed_of(l->feed)), db_text(str_c(link_words[l->state])), said(l->title), said(l->source), said(l->published), said(l->lang),
			     db_int(l->tries), db_int(l->hold), db_int(l->seen), db_int(l->place), said(l->said)), e);
}

int state_links_waiting(struct db *db, struct arena *a, struct str feed, int64_t now, struct watch_link *at, unsigned n, struct error *e)
{
	struct db_stmt *q;
	unsigned got = 0;
	int rc = first_row(db, &q,
			   "SELECT url, title, source, published, lang, tries, seen, place FROM link WHERE feed = $1 AND state = 'waiting'"
			   " AND hold <= $2 ORDER BY seen, place, url LIMIT $3", VALUES(db_text(feed_of(feed)), db_int(now), db_int(n)), e);

	while (rc > 0 && got < n) {
		at[got++] = (struct watch_link){
			.url = column(a, q, 0), .feed = feed, .title = column(a, q, 1), .source = column(a, q, 2), .published = column(a, q, 3), .lang = column(a, q, 4),
			.tries = (unsigned)db_column_int(q, 5), .seen = db_column_int(q, 6), .place = (unsigned)db_column_int(q, 7),
		};
		rc = db_next(q, e);
	}
	db_end(q);
	return rc < 0 ? rc : (int)got;
}

/* ---- hosts ------------------------------------------------------------------------------ */

int state_host(struct db *db, struct str host, int64_t *hold, struct error *e)
{
	struct db_stmt *q;
	int rc = first_row(db, &q, "SELECT hold FROM host WHERE name = $1", VALUES(db_text(host)), e);

	*hold = 0;
	if (rc <= 0)
		return rc;
	*hold = db_column_int(q, 0);
	db_end(q);
	return 0;
}

int state_host_keep(struct db *db, struct str host, int64_t hold, struct error *e)
{
	return change(db, "INSERT INTO host (name, hold) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET hold = excluded.hold", VALUES(db_text(host), db_int(hold)), e);
}

int state_robots(struct db *db, struct arena *a, struct str origin, int64_t now, struct str *rules, bool *closed, int64_t *until, struct error *e)
{
	struct db_stmt *q;
	int rc = first_row(db, &q, "SELECT rules, closed, until FROM robots WHERE origin = $1 AND until > $2", VALUES(db_text(origin), db_int(now)), e);

	if (rc <= 0)
		return rc;
	*rules = column(a, q, 0);
	*closed = db_column_int(q, 1) != 0;
	*until = db_column_int(q, 2);
	db_end(q);
	return 1;
}

int state_robots_keep(struct db *db, struct str origin, struct str rules, bool closed, int64_t until, struct error *e)
{
	return change(db,
		      "INSERT INTO robots (origin, rules, closed, until) VALUES ($1, $2, $3, $4)"
		      " ON CONFLICT (origin) DO UPDATE SET rules = excluded.rules, closed = excluded.closed, until = excluded.until",
		      VALUES(db_text(origin), db_text(rules), db_int(closed), db_int(until)), e);
}

int state_forget(struct db *db, int64_t links, int64_t now, struct error *e)
{
	return change(db, "DELETE FROM link WHERE seen < $1", VALUES(db_int(links)), e) ||
	       change(db, "DELETE FROM robots WHERE until <= $1", VALUES(db_int(now)), e) || change(db, "DELETE FROM host WHERE hold <= $1", VALUES(db_int(now)), e)
		       ? COU_ESTORE
		       : 0;
}
