/* fetch.h - bytes of other people's machines, by HTTP; fetch.c alone sees libcurl.
 *
 *	fetcher_open(&f, &options, &e);
 *	fetcher_start(f, &request, &e);		several at once
 *	while (fetcher_next(f, 250, &response))
 *		use(&response), fetch_free(&response);
 *	fetcher_close(f);
 *
 * One request is one exchange: a redirect is an answer like another, so that whoever follows it looks first at where it leads (politeness and
 * robots.txt are src/watch/crawl.c's).  Nothing is sent but the address, what names us, and what the last answer gave to be asked by (ETag, Last-Modified):
 * no cookies, no credentials, no referrer, and nothing of the environment or of .netrc is looked at.
 */
#ifndef INGEST_FETCH_H
#define INGEST_FETCH_H

#include "base/error.h"
#include "base/str.h"

enum {
	FETCH_PARALLEL = 8,		/* exchanges at once */
	FETCH_URL_MAX = 2000,		/* bytes of an address */
	FETCH_HEADERS_MAX = 64 << 10,	/* bytes of all headers of an answer */
	FETCH_REDIRECTS_MAX = 5,	/* in a row: for those who follow them */
	FETCH_PAGE_MAX = 8 << 20,	/* bytes of a page, as sent and unpacked */
	FETCH_SECONDS = 60,		/* an exchange may take, unless said otherwise */
	FETCH_CONNECT_SECONDS = 15,	/* of which for the connection */
	FETCH_SLOW_BYTES = 100		/* a second: slower than this for a third of the time is given up */
};

struct fetch_options {
	const char *user_agent;
	const char *proxy;		/* "http://host:port", or NULL: none, whatever the environment says */
	const char *authorities;	/* file of PEM certificates trusted instead of the system's, or NULL */
	bool allow_private;		/* addresses that are not public (address.h), too */
	unsigned seconds;		/* 0: FETCH_SECONDS */
};

struct fetch_url {			/* an address taken apart; all with a NUL behind them */
	struct str url;			/* whole, without fragment */
	struct str host;		/* lower case */
	struct str origin;		/* scheme://host[:port] */
	struct str path;		/* with the query; begins with "/" */
};

/* Takes `address` apart; relative ones are resolved by base (empty: it must be absolute).  Into a.  COU_EINPUT: another scheme than http and https, a user or
 * password in it, no address at all; COU_ELIMIT: longer than FETCH_URL_MAX. */
int fetch_url(struct arena *a, struct str base, struct str address, struct fetch_url *u, struct error *e);

/* Begins with http:// or https://? */
bool fetch_is_url(struct str s);

struct fetch_request {
	struct str url;			/* as fetch_url gives it; with a NUL behind it */
	struct str etag, modified;	/* of the last answer, or empty: 304 when nothing has changed since */
	size_t max_bytes;		/* of the body, as sent and as unpacked; 0: FETCH_PAGE_MAX */
	void *user;
};

struct fetch_response {
	void *user;
	int status;			/* of HTTP; 0: no answer came */
	bool unreached;			/* there was no connection by which to ask: no host of that name, nobody there, no safe one */
	struct error error;		/* code 0: the answer is whole; else what went wrong, in a phrase without the address */
	struct str body;		/* unpacked */
	struct str type, charset;	/* of Content-Type, lower case */
	struct str location, etag, modified, retry_after;	/* as sent; empty: none */
	struct arena a;			/* of the headers above */
};

struct fetcher;

int fetcher_open(struct fetcher **f, const struct fetch_options *o, struct error *e);
void fetcher_close(struct fetcher *f);		/* what runs is dropped; NULL is fine */

/* COU_ELIMIT when FETCH_PARALLEL run already. */
int fetcher_start(struct fetcher *f, const struct fetch_request *r, struct error *e);
unsigned fetcher_running(const struct fetcher *f);

/* Works on what runs until one is done, at most so many milliseconds (also when nothing runs).  True: *r is the caller's, for fetch_free. */
bool fetcher_next(struct fetcher *f, int milliseconds, struct fetch_response *r);
void fetch_free(struct fetch_response *r);

/* One page, with redirects, for somebody who waits: *r for fetch_free, *last where it was, in a.  0 when status 200 came whole; else *e says why. */
int fetch_page(struct fetcher *f, struct arena *a, struct str address, struct fetch_response *r, struct str *last, struct error *e);

/* "answered 404", "answered 503 (Service Unavailable)" … */
void fetch_status(int status, struct error *e);

/* The body in UTF-8 where the header alone knows the charset: not UTF-8 already, no byte order mark.  Else the body as it is. */
struct str fetch_text(struct arena *a, const struct fetch_response *r);

#endif
