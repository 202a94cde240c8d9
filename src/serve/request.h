/* request.h - what a client asks for, read from the bytes that it sent.
 *
 * Everything here is foreign bytes: a target (RFC 9112 §3.2) and a few header fields, already cut apart by http.c.  Pure functions, so that they can be
 * fuzzed (test/fuzz/request.c).
 */
#ifndef SERVE_REQUEST_H
#define SERVE_REQUEST_H

#include "base/error.h"
#include "base/str.h"
#include "base/vec.h"

enum {
	REQUEST_TARGET_MAX = 8192,	/* bytes of path and query */
	REQUEST_PARAMS_MAX = 64,
	REQUEST_BODY_MAX = 1 << 20,
	TOKEN_MIN = 16, TOKEN_MAX = 256	/* characters */
};

#define TOKEN_COOKIE "coulisse_token"

enum request_method { METHOD_GET, METHOD_POST, METHOD_OTHER };	/* HEAD is GET whose answer is not sent */

struct request_param {
	struct str name, value;		/* decoded: UTF-8 without NUL */
};

struct request {
	enum request_method method;
	struct str path, raw;		/* begins with "/"; decoded, and as it was sent: a part of it may hold an encoded "/" */
	VEC(struct request_param) params;	/* in the order given */
	struct str host, origin, authorization, cookie, accept_encoding, content_type, if_none_match, fetch_site;	/* empty: none */
	struct str body;
};

/* Reads path and params.  COU_EINPUT for escapes that are none, bytes that are no UTF-8, a NUL; COU_ELIMIT for too many. */
int request_target(struct arena *a, struct str target, struct request *r, struct error *e);

/* Undoes percent-encoding; query: "+" is a blank.  Errors as above. */
int request_decode(struct arena *a, struct str s, bool query, struct str *out, struct error *e);

/* Value of the first of that name; p NULL: not given. */
struct str request_param(const struct request *r, const char *name);

/* Is the Host this machine's own loopback name, or the address that is listened to?  Any port: it may be forwarded.  What a page of elsewhere reaches by a
 * name that it made point here (DNS rebinding) has another. */
bool request_host_is_local(struct str host, const char *address);

/* Does a page of that Origin (RFC 6454) belong to this Host?  No Origin: no page, or one that asks for what everybody may. */
bool request_origin_is_own(struct str origin, struct str host);

/* Does the request carry the token, as "Authorization: Bearer …" or in the cookie?  Takes as long for a wrong one as for another. */
bool request_has_token(const struct request *r, struct str token);

/* The same bytes, in a time that does not tell where they differ. */
bool request_same_secret(struct str given, struct str secret);

/* Long enough, and nothing in it that a header or a cookie would take otherwise. */
bool request_token_is_sound(struct str token);

/* Is one of the words of the list (commas between, quality behind ";", RFC 9110 §12.4.2) gzip, and not refused with q=0? */
bool request_takes_gzip(struct str accept_encoding);

bool request_is_json(struct str content_type);

/* Is the entity tag one of the list of If-None-Match, or is that "*"? */
bool request_has_etag(struct str if_none_match, struct str etag);

#endif
