/* crawl.h - many addresses asked politely: one connection and one request at a time for each host, a pause between them, robots.txt first, redirects
 * followed with the same manners, a host that says "later" left alone until then.
 *
 *	crawl_init(&c, &options);
 *	crawl_want(&c, &want) …
 *	while ((rc = crawl_next(&c, 250, &got, &e)) > 0)
 *		if (rc == CRAWL_GOT)
 *			use(&got), fetch_free(&got.response);
 *	crawl_free(&c);
 *
 * Several hosts are asked at the same time, in one thread.  What is known of hosts (robots.txt, holds) is read from and kept in the store.
 */
#ifndef WATCH_CRAWL_H
#define WATCH_CRAWL_H

#include "base/map.h"
#include "base/vec.h"
#include "ingest/fetch.h"
#include "ingest/robots.h"
#include "store/db.h"

enum {
	CRAWL_DELAY_MS = 1000,		/* between two requests to a host, unless it asks for more */
	CRAWL_WANTS_MAX = 20000	/* addresses in one crawl */
};

struct crawl_options {
	struct fetcher *fetcher;
	struct db *db;			/* read and written outside transactions of others */
	struct str token;		/* our name in robots.txt, lower case */
	unsigned delay_ms;		/* 0: none */
	int64_t now;			/* seconds since 1970, when the crawl begins */
	int64_t until;			/* nothing new is asked after that; 0: no end */
};

struct crawl_want {
	struct str url;			/* absolute; must live as long as the crawl, like the two below */
	struct str etag, modified;
	size_t max_bytes;
	bool by_turns;			/* with those of its host that are not, so that neither waits for all of the others */
	void *user;
};

struct crawl_got {
	struct crawl_want want;
	struct fetch_response response;	/* status 0: see its error */
	struct str last;		/* the address that answered */
	struct str moved;		/* where the address has moved for good (301, 308); empty: it has not */
	int64_t hold;			/* not before this, the host says; 0: it does not say */
	bool refused;			/* robots.txt asks to leave it alone */
	bool closed;			/* not asked for, since robots.txt cannot be read */
	bool unasked;			/* held back: the host asked for quiet, nobody is there, or the crawl was over */
};

struct crawl_job;
struct crawl_host;
struct crawl_origin;

struct crawl {
	struct crawl_options o;
	struct arena a;
	int64_t began_ms;
	struct map hosts_by_name, origins_by_name;
	VEC(struct crawl_host *) hosts;
	VEC(struct crawl_origin *) origins;
	struct crawl_job *done, *done_last;	/* those that ended without an answer */
	size_t waiting, wants, first;
	bool paused;			/* the caller's: nothing new goes out; what runs comes in */
};

void crawl_init(struct crawl *c, const struct crawl_options *o);
void crawl_free(struct crawl *c);		/* what runs is the fetcher's; close it first */

/* Seconds since 1970. */
int64_t crawl_now(const struct crawl *c);

/* Negative when the address cannot be asked for, *e says why. */
int crawl_want(struct crawl *c, const struct crawl_want *w, struct error *e);

enum { CRAWL_DONE, CRAWL_GOT, CRAWL_BUSY };

/* Works until one want has ended (CRAWL_GOT), at most so many milliseconds (CRAWL_BUSY); CRAWL_DONE when all have; or negative: the store. */
int crawl_next(struct crawl *c, int milliseconds, struct crawl_got *got, struct error *e);

#endif
