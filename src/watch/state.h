/* state.h - what watching remembers from round to round, in the store's own tables: a program that is killed goes on where it was.
 *
 * None of these opens a transaction; the caller puts those together that must be kept together.  Texts that come back are in the arena given.
 */
#ifndef WATCH_STATE_H
#define WATCH_STATE_H

#include "store/db.h"

struct watch_feed {
	struct str url;			/* as the list has it: what it is known by */
	struct str title;		/* as it calls itself */
	struct str moved;		/* where it is asked for now; empty: at its url */
	struct str etag, modified;
	int64_t polled, due, hold;	/* last asked; to be asked again; not before, whatever else */
	unsigned failures;		/* in a row */
	bool gone;
	struct str said;		/* of the last failure */
};

/* The feed as it is remembered; as a new one when it is not.  0 or negative. */
int state_feed(struct db *db, struct arena *a, struct str url, struct watch_feed *f, struct error *e);
int state_feed_keep(struct db *db, const struct watch_feed *f, struct error *e);

enum link_state { LINK_WAITING, LINK_DONE, LINK_FAILED };

struct watch_link {
	struct str url, feed;		/* feed: empty for one that was named by hand */
	struct str title, source, published, lang;
	enum link_state state;
	unsigned tries;
	int64_t hold, seen;
	unsigned place;
	struct str said;
};

/* Is the address among the links, or that of a document?  1, 0, or negative; notes that it was seen on that day. */
int state_link_known(struct db *db, struct str url, int64_t seen, struct error *e);

/* Was it fetched and read, or is it the address of a document?  1, 0, or negative. */
int state_link_done(struct db *db, struct str url, struct error *e);

/* Keeps it, in place of what was kept under its url. */
int state_link_keep(struct db *db, const struct watch_link *l, struct error *e);

/* At most n waiting links of that feed (empty: of none) that may be asked for now, in the order of the feed; at: [n].  Their number, or negative. */
int state_links_waiting(struct db *db, struct arena *a, struct str feed, int64_t now, struct watch_link *at, unsigned n, struct error *e);

/* Until when a host asked to be left alone; 0: not. */
int state_host(struct db *db, struct str host, int64_t *hold, struct error *e);
int state_host_keep(struct db *db, struct str host, int64_t hold, struct error *e);

/* What is known of the origin's robots.txt at that time, and how long it counts: 1, or 0 when it must be asked for, or negative. */
int state_robots(struct db *db, struct arena *a, struct str origin, int64_t now, struct str *rules, bool *closed, int64_t *until, struct error *e);
int state_robots_keep(struct db *db, struct str origin, struct str rules, bool closed, int64_t until, struct error *e);

/* Forgets links that no feed has had since that time, robots.txt files and holds that are over. */
int state_forget(struct db *db, int64_t links, int64_t now, struct error *e);

#endif
