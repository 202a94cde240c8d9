/* fetch.c - one exchange at a time for each transfer, several at once, each with a maximum for everything that comes in.
 *
 * libcurl speaks HTTP and TLS; what it is kept from: other protocols, following redirects by itself, users and passwords in addresses, .netrc, proxies
 * of the environment, cookies, and unpacking, since it takes a gzip stream that breaks off for a whole one (7.88).  Unpacking is done here when
 * all has come.
 *
 * Whether an address is private is decided where the socket is made, by the number that is connected to: a name that means one machine when it is
 * checked and another when it is used (DNS rebinding) gains nothing.  Behind a proxy that is the proxy's to decide, and only addresses that are numbers
 * already are refused here.
 */
#include "ingest/fetch.h"

#include <arpa/inet.h>
#include <curl/curl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <strings.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/unicode.h"
#include "base/utf8.h"
#include "ingest/address.h"
#include "ingest/body.h"

enum { FIRST_ROOM = 1 << 14, HEADER_VALUE_MAX = 4096, ANSWERS_MAX = 16, CONNECTIONS_KEPT = 2 * FETCH_PARALLEL };

struct transfer {
	struct fetcher *fetcher;
	CURL *easy;			/* NULL: free */
	struct curl_slist *headers;
	struct fetch_response r;
	char *body;
	size_t n, room, max, headers_n;
	unsigned answers;		/* status lines: 100 Continue and its like come before the answer */
	struct str encoding;
	struct error stopped;		/* why a callback stopped it */
	char said[CURL_ERROR_SIZE];
};

struct fetcher {
	CURLM *multi;
	struct fetch_options o;
	struct transfer at[FETCH_PARALLEL];
	unsigned running;
};

static pthread_once_t once = PTHREAD_ONCE_INIT;

static void begin(void)
{
	curl_global_init(CURL_GLOBAL_DEFAULT);
}

/* ---- addresses ------------------------------------------------------------------------ */

bool fetch_is_url(struct str s)
{
	return (s.n > 7 && strncasecmp(s.p, "http://", 7) == 0) || (s.n > 8 && strncasecmp(s.p, "https://", 8) == 0);
}

static struct str part(struct arena *a, CURLU *u, CURLUPart what, unsigned flags)
{
	char *text = NULL;
	struct str s = STR_NONE;

	if (curl_url_get(u, what, &text, flags) == CURLUE_OK)
		s = str_dup(a, str_c(text));
	curl_free(text);
	return s;
}

static bool is_scheme(struct str s, const char *word)
{
	return s.n == strlen(word) && strncasecmp(s.p, word, s.n) == 0;
}

static int take_apart(struct arena *a, CURLU *h, struct fetch_url *u, struct error *e)
{
	struct str scheme = part(a, h, CURLUPART_SCHEME, 0), port = part(a, h, CURLUPART_PORT, CURLU_NO_DEFAULT_PORT), query, host;

	if (!is_scheme(scheme, "http") && !is_scheme(scheme, "https"))
		return error_set(e, COU_EINPUT, "the scheme \"%.*s\" is not fetched, only http and https", STR_ARG(str_sub(scheme, 0, scheme.n < 20 ? scheme.n : 20)));
	if (part(a, h, CURLUPART_USER, 0).n || part(a, h, CURLUPART_PASSWORD, 0).n)
		return error_set(e, COU_EINPUT, "an address with a user or password in it is not fetched");
	host = part(a, h, CURLUPART_HOST, 0);
	if (!host.n)
		return error_set(e, COU_EINPUT, "an address without a host");
	curl_url_set(h, CURLUPART_FRAGMENT, NULL, 0);
	u->host = str_dup(a, unicode_lower_str(a, host));
	u->origin = str_printf(a, "%.*s://%.*s%s%.*s", STR_ARG(scheme), STR_ARG(u->host), port.n ? ":" : "", STR_ARG(port));
	u->path = part(a, h, CURLUPART_PATH, 0);
	query = part(a, h, CURLUPART_QUERY, 0);
	if (query.n)
		u->path = str_printf(a, "%.*s?%.*s", STR_ARG(u->path), STR_ARG(query));
	u->url = str_printf(a, "%.*s%.*s", STR_ARG(u->origin), STR_ARG(u->path));
	return u->url.n > FETCH_URL_MAX ? error_set(e, COU_ELIMIT, "an address of %zu bytes, more than %d", u->url.n, FETCH_URL_MAX) : 0;
}

int fetch_url(struct arena *a, struct str base, struct str address, struct fetch_url *u, struct error *e)
{
	CURLU *h;
	int rc = 0;

	address = str_trim(address);
	if (address.n > FETCH_URL_MAX || base.n > FETCH_URL_MAX)
		return error_set(e, COU_ELIMIT, "an address of %zu bytes, more than %d", address.n > base.n ? address.n : base.n, FETCH_URL_MAX);
	if (!address.n || memchr(address.p, 0, address.n))
		return error_set(e, COU_EINPUT, "no address");
	pthread_once(&once, begin);
	h = curl_url();
	if (!h)
		return error_set(e, COU_ELIMIT, "out of memory");
	if ((base.n && curl_url_set(h, CURLUPART_URL, str_dup(a, base).p, CURLU_URLENCODE | CURLU_NON_SUPPORT_SCHEME)) ||
	    curl_url_set(h, CURLUPART_URL, str_dup(a, address).p, CURLU_URLENCODE | CURLU_NON_SUPPORT_SCHEME))
		rc = error_set(e, COU_EINPUT, "no address of the web");
	if (!rc)
		rc = take_apart(a, h, u, e);
	curl_url_cleanup(h);
	return rc;
}

/* Is the host a number already, and of a private network?  For proxies, which are told names. */
static bool private_number(struct str host)
{
	struct sockaddr_in a4 = { .sin_family = AF_INET };
	struct sockaddr_in6 a6 = { .sin6_family = AF_INET6 };
	char text[64];

	if (host.n && host.p[host.n - 1] == '.')	/* the same name, said to be whole */
		host.n--;
	if (host.n > 2 && host.p[0] == '[' && host.p[host.n - 1] == ']')
		host = str_sub(host, 1, host.n - 1);
	snprintf(text, sizeof(text), "%.*s", STR_ARG(host));
	if (inet_pton(AF_INET, text, &a4.sin_addr) == 1)
		return !address_is_public((const struct sockaddr *)&a4);
	if (inet_pton(AF_INET6, text, &a6.sin6_addr) == 1)
		return !address_is_public((const struct sockaddr *)&a6);
	return is_scheme(host, "localhost") || (host.n > 10 && strncasecmp(host.p + host.n - 10, ".localhost", 10) == 0);
}

static void say_private(struct error *e)
{
	error_set(e, COU_EINPUT, "a private address (--allow-private permits them)");
}

static curl_socket_t open_socket(void *transfer, curlsocktype purpose, struct curl_sockaddr *to)
{
	struct transfer *t = transfer;
	const struct fetch_options *o = &t->fetcher->o;

	if (purpose != CURLSOCKTYPE_IPCXN || (!o->allow_private && !o->proxy && !address_is_public(&to->addr))) {
		say_private(&t->stopped);
		return CURL_SOCKET_BAD;
	}
	return socket(to->family, to->socktype | SOCK_CLOEXEC, to->protocol);
}

/* ---- what comes in ---------------------------------------------------------------------- */

static size_t on_body(char *bytes, size_t size, size_t n, void *transfer)
{
	struct transfer *t = transfer;

	n *= size;
	if (n > t->max - t->n) {
		error_set(&t->stopped, COU_ELIMIT, "longer than %zu bytes", t->max);
		return 0;
	}
	while (t->n + n > t->room) {
		size_t room = t->room ? 2 * t->room : FIRST_ROOM;
		char *more = realloc(t->body, room);

		if (!more) {
			error_set(&t->stopped, COU_ELIMIT, "out of memory");
			return 0;
		}
		t->body = more;
		t->room = room;
	}
	memcpy(t->body + t->n, bytes, n);
	t->n += n;
	return n;
}

/* The value when the header has that name; else p NULL. */
static struct str header(struct str line, const char *name)
{
	size_t n = strlen(name);

	if (line.n <= n || line.p[n] != ':' || strncasecmp(line.p, name, n) != 0)
		return STR_NONE;
	line = str_trim(str_sub(line, n + 1, line.n));
	return line.n > HEADER_VALUE_MAX ? STR_NONE : line;
}

/* "text/html; charset=utf-8" */
static void take_type(struct transfer *t, struct str value)
{
	struct str rest = value, piece;

	t->r.type = t->r.charset = STR_NONE;
	for (bool first = true; str_split(&rest, ';', &piece); first = false) {
		piece = str_trim(piece);
		if (first)
			t->r.type = unicode_lower_str(&t->r.a, str_dup(&t->r.a, piece));
		else if (piece.n > 8 && strncasecmp(piece.p, "charset=", 8) == 0)
			t->r.charset = unicode_lower_str(&t->r.a, str_dup(&t->r.a, str_sub(piece, 8, piece.n)));
	}
	if (t->r.charset.n > 2 && t->r.charset.p[0] == '"')
		t->r.charset = str_sub(t->r.charset, 1, t->r.charset.n - (t->r.charset.p[t->r.charset.n - 1] == '"' ? 1 : 0));
}

static void take_header(struct transfer *t, struct str line)
{
	const struct {
		const char *name;
		struct str *to;
	} kept[] = { { "ETag", &t->r.etag }, { "Last-Modified", &t->r.modified }, { "Location", &t->r.location }, { "Retry-After", &t->r.retry_after },
		     { "Content-Encoding", &t->encoding } };
	struct str value = header(line, "Content-Type");

	if (value.n)
		take_type(t, value);
	for (size_t i = 0; i < sizeof(kept) / sizeof(*kept); i++)
		if ((value = header(line, kept[i].name)).n)
			*kept[i].to = str_dup(&t->r.a, value);
}

static size_t on_header(char *bytes, size_t size, size_t n, void *transfer)
{
	struct transfer *t = transfer;
	struct str line = { bytes, n * size };

	t->headers_n += line.n;
	if (t->headers_n > FETCH_HEADERS_MAX) {
		error_set(&t->stopped, COU_ELIMIT, "headers longer than %d bytes", FETCH_HEADERS_MAX);
		return 0;
	}
	if (str_starts(line, STR("HTTP/"))) {
		if (++t->answers > ANSWERS_MAX) {
			error_set(&t->stopped, COU_ELIMIT, "more than %d answers to one request", ANSWERS_MAX);
			return 0;
		}
		t->r.etag = t->r.modified = t->r.location = t->r.retry_after = t->encoding = t->r.type = t->r.charset = STR_NONE;
	} else if (!t->n) {		/* not the trailers of a body in chunks */
		take_header(t, line);
	}
	return n * size;
}

/* ---- what becomes of it ------------------------------------------------------------------- */

static unsigned slow_seconds(const struct fetch_options *o)
{
	return o->seconds / 3 ? o->seconds / 3 : 1;
}

static int too_slow(const struct transfer *t, struct error *e)
{
	const struct fetch_options *o = &t->fetcher->o;
	curl_off_t all = 0, connected = 0;

	curl_easy_getinfo(t->easy, CURLINFO_TOTAL_TIME_T, &all);
	curl_easy_getinfo(t->easy, CURLINFO_PRETRANSFER_TIME_T, &connected);
	if (all >= (curl_off_t)o->seconds * 1000000 - 100000)
		return error_set(e, COU_ELIMIT, "not done in %u seconds", o->seconds);
	if (connected)
		return error_set(e, COU_ELIMIT, "less than %d bytes a second for %u seconds", FETCH_SLOW_BYTES, slow_seconds(o));
	return error_set(e, COU_EINPUT, "no connection in time");
}

static bool is_unreached(const struct transfer *t, CURLcode code)
{
	curl_off_t connected = 0;

	curl_easy_getinfo(t->easy, CURLINFO_PRETRANSFER_TIME_T, &connected);
	return code == CURLE_COULDNT_RESOLVE_HOST || code == CURLE_COULDNT_RESOLVE_PROXY || code == CURLE_COULDNT_CONNECT || code == CURLE_PEER_FAILED_VERIFICATION ||
	       code == CURLE_SSL_CONNECT_ERROR || (code == CURLE_OPERATION_TIMEDOUT && !connected);
}

static int went_wrong(const struct transfer *t, CURLcode code, struct error *e)
{
	if (t->stopped.code) {
		*e = t->stopped;
		return e->code;
	}
	switch (code) {
	case CURLE_COULDNT_RESOLVE_HOST:
		return error_set(e, COU_EINPUT, "no host of that name");
	case CURLE_COULDNT_RESOLVE_PROXY:
		return error_set(e, COU_EINPUT, "no proxy of that name");
	case CURLE_COULDNT_CONNECT:
		return error_set(e, COU_EINPUT, "no connection");
	case CURLE_OPERATION_TIMEDOUT:
		return too_slow(t, e);
	case CURLE_OUT_OF_MEMORY:	/* so libcurl calls one line of more than 100 KB */
		return error_set(e, COU_ELIMIT, t->n ? "out of memory" : "a header longer than %d bytes", FETCH_HEADERS_MAX);
	case CURLE_PEER_FAILED_VERIFICATION:
	case CURLE_SSL_CONNECT_ERROR:
		return error_set(e, COU_EINPUT, "no safe connection: %s", t->said[0] ? t->said : curl_easy_strerror(code));
	case CURLE_PARTIAL_FILE:
		return error_set(e, COU_EINPUT, "cut off after %zu bytes", t->n);
	case CURLE_GOT_NOTHING:
		return error_set(e, COU_EINPUT, "closed without an answer");
	case CURLE_RECV_ERROR:
	case CURLE_SEND_ERROR:
		return error_set(e, COU_EINPUT, "the connection broke after %zu bytes", t->n);
	case CURLE_FILESIZE_EXCEEDED:
		return error_set(e, COU_ELIMIT, "longer than %zu bytes", t->max);
	case CURLE_UNSUPPORTED_PROTOCOL:
	case CURLE_WEIRD_SERVER_REPLY:
		return error_set(e, COU_EINPUT, "the answer is no HTTP");
	default:
		return error_set(e, COU_EINPUT, "%s", curl_easy_strerror(code));
	}
}

/* The body as it was meant, into r.body. */
static int take_body(struct transfer *t, struct error *e)
{
	struct str packed = { t->body, t->n };

	if (!t->n || !t->encoding.n || is_scheme(t->encoding, "identity")) {
		t->r.body = packed;
		t->body = NULL;
		return 0;
	}
	return body_unpack(packed, t->encoding, t->max, &t->r.body, e);
}

static void clear(struct transfer *t)
{
	curl_multi_remove_handle(t->fetcher->multi, t->easy);
	curl_easy_cleanup(t->easy);
	curl_slist_free_all(t->headers);
	free(t->body);
	t->easy = NULL;
	t->fetcher->running--;
}

static void finish(struct transfer *t, CURLcode code, struct fetch_response *r)
{
	long status = 0;

	if (curl_easy_getinfo(t->easy, CURLINFO_RESPONSE_CODE, &status) == CURLE_OK)
		t->r.status = (int)status;
	t->r.unreached = !t->stopped.code && is_unreached(t, code);
	if (code != CURLE_OK)
		went_wrong(t, code, &t->r.error);
	else
		take_body(t, &t->r.error);
	*r = t->r;
	clear(t);
}

/* ---- asking ------------------------------------------------------------------------------- */

static int add_header(struct transfer *t, const char *name, struct str value)
{
	struct curl_slist *more;
	char line[HEADER_VALUE_MAX + 64];

	if (!value.n || value.n > HEADER_VALUE_MAX || memchr(value.p, '\n', value.n) || memchr(value.p, '\r', value.n))
		return 0;
	snprintf(line, sizeof(line), "%s: %.*s", name, STR_ARG(value));
	more = curl_slist_append(t->headers, line);
	if (!more)
		return -1;
	t->headers = more;
	return 0;
}

#define SET(option, value) (rc |= curl_easy_setopt(t->easy, (option), (value)) != CURLE_OK)

/* True when an option was not taken: nothing is fetched with less than all of them. */
static bool set_options(struct transfer *t, const struct fetch_request *q)
{
	const struct fetch_options *o = &t->fetcher->o;
	bool rc = false;

	SET(CURLOPT_PROTOCOLS_STR, "http,https");
	SET(CURLOPT_FOLLOWLOCATION, 0L);
	SET(CURLOPT_DISALLOW_USERNAME_IN_URL, 1L);
	SET(CURLOPT_NETRC, (long)CURL_NETRC_IGNORED);
	SET(CURLOPT_PROXY, o->proxy ? o->proxy : "");
	SET(CURLOPT_NOPROXY, "");
	SET(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
	SET(CURLOPT_SSL_VERIFYPEER, 1L);
	SET(CURLOPT_SSL_VERIFYHOST, 2L);
	SET(CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
	if (o->authorities)
		SET(CURLOPT_CAINFO, o->authorities);
	SET(CURLOPT_HTTP09_ALLOWED, 0L);
	SET(CURLOPT_HTTP_CONTENT_DECODING, 0L);
	SET(CURLOPT_TIMEOUT, (long)o->seconds);
	SET(CURLOPT_CONNECTTIMEOUT, (long)(o->seconds < FETCH_CONNECT_SECONDS ? o->seconds : FETCH_CONNECT_SECONDS));
	SET(CURLOPT_LOW_SPEED_LIMIT, (long)FETCH_SLOW_BYTES);
	SET(CURLOPT_LOW_SPEED_TIME, (long)slow_seconds(o));
	SET(CURLOPT_MAXFILESIZE_LARGE, (curl_off_t)t->max);
	SET(CURLOPT_OPENSOCKETFUNCTION, open_socket);
	SET(CURLOPT_OPENSOCKETDATA, t);
	SET(CURLOPT_WRITEFUNCTION, on_body);
	SET(CURLOPT_WRITEDATA, t);
	SET(CURLOPT_HEADERFUNCTION, on_header);
	SET(CURLOPT_HEADERDATA, t);
	SET(CURLOPT_ERRORBUFFER, t->said);
	SET(CURLOPT_PRIVATE, t);
	SET(CURLOPT_USERAGENT, o->user_agent);
	SET(CURLOPT_URL, q->url.p);
	SET(CURLOPT_HTTPHEADER, t->headers);
	return rc;
}

int fetcher_start(struct fetcher *f, const struct fetch_request *q, struct error *e)
{
	struct transfer *t = f->at;
	bool failed;

	while (t < f->at + FETCH_PARALLEL && t->easy)
		t++;
	if (t == f->at + FETCH_PARALLEL)
		return error_set(e, COU_ELIMIT, "more than %d exchanges at once", FETCH_PARALLEL);
	*t = (struct transfer){ .fetcher = f, .easy = curl_easy_init(), .max = q->max_bytes ? q->max_bytes : FETCH_PAGE_MAX, .r.user = q->user };
	if (!t->easy)
		return error_set(e, COU_ELIMIT, "out of memory");
	f->running++;
	failed = add_header(t, "Accept-Encoding", STR(BODY_ENCODINGS)) || add_header(t, "If-None-Match", q->etag) ||
		 add_header(t, "If-Modified-Since", q->modified) || set_options(t, q) || curl_multi_add_handle(f->multi, t->easy) != CURLM_OK;
	if (failed) {
		clear(t);
		return error_set(e, COU_ELIMIT, "the exchange cannot be prepared");
	}
	if (f->o.proxy && !f->o.allow_private) {
		struct fetch_url u;
		struct arena a = { 0 };

		if (fetch_url(&a, STR_NONE, q->url, &u, e) || private_number(u.host)) {
			clear(t);
			arena_free(&a);
			say_private(e);
			return e ? e->code : COU_EINPUT;
		}
		arena_free(&a);
	}
	return 0;
}

unsigned fetcher_running(const struct fetcher *f)
{
	return f->running;
}

/* One that is done, if there is one. */
static bool harvest(struct fetcher *f, struct fetch_response *r)
{
	CURLMsg *m;
	int left, running;

	curl_multi_perform(f->multi, &running);
	while ((m = curl_multi_info_read(f->multi, &left)) != NULL) {
		char *t = NULL;

		if (m->msg != CURLMSG_DONE)
			continue;
		curl_easy_getinfo(m->easy_handle, CURLINFO_PRIVATE, &t);
		finish((struct transfer *)(void *)t, m->data.result, r);
		return true;
	}
	return false;
}

bool fetcher_next(struct fetcher *f, int milliseconds, struct fetch_response *r)
{
	if (harvest(f, r))
		return true;
	curl_multi_poll(f->multi, NULL, 0, milliseconds, NULL);
	return harvest(f, r);
}

void fetch_free(struct fetch_response *r)
{
	free((char *)(uintptr_t)r->body.p);
	arena_free(&r->a);
	r->body = STR_NONE;
}

int fetcher_open(struct fetcher **out, const struct fetch_options *o, struct error *e)
{
	struct fetcher *f = calloc(1, sizeof(*f));

	*out = NULL;
	if (!f)
		return error_set(e, COU_ELIMIT, "out of memory");
	pthread_once(&once, begin);
	f->o = *o;
	if (!f->o.seconds)
		f->o.seconds = FETCH_SECONDS;
	if (f->o.authorities && access(f->o.authorities, R_OK) != 0) {
		error_set(e, COU_EUSAGE, "%s: no file of certificates that can be read", f->o.authorities);
		free(f);
		return COU_EUSAGE;
	}
	f->multi = curl_multi_init();
	if (!f->multi || curl_multi_setopt(f->multi, CURLMOPT_MAXCONNECTS, (long)CONNECTIONS_KEPT) != CURLM_OK) {
		fetcher_close(f);
		return error_set(e, COU_ELIMIT, "out of memory");
	}
	*out = f;
	return 0;
}

void fetcher_close(struct fetcher *f)
{
	if (!f)
		return;
	for (size_t i = 0; i < FETCH_PARALLEL; i++) {
		if (!f->at[i].easy)
			continue;
		arena_free(&f->at[i].r.a);
		clear(&f->at[i]);
	}
	if (f->multi)
		curl_multi_cleanup(f->multi);
	free(f);
}

/* ---- for those who wait ------------------------------------------------------------------- */

void fetch_status(int status, struct error *e)
{
	static const struct {
		int status;
		const char *means;
	} known[] = { { 401, "who are you" }, { 403, "forbidden" }, { 404, "not found" }, { 410, "gone" }, { 429, "too many requests" }, { 451, "withheld by law" },
		      { 500, "broken" }, { 502, "broken behind" }, { 503, "not available" }, { 504, "too slow behind" } };
	const char *means = NULL;

	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++)
		if (known[i].status == status)
			means = known[i].means;
	error_set(e, COU_EINPUT, means ? "answered %d (%s)" : "answered %d", status, means);
}

static bool is_redirect(int status)
{
	return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

int fetch_page(struct fetcher *f, struct arena *a, struct str address, struct fetch_response *r, struct str *last, struct error *e)
{
	struct str base = STR_NONE;

	for (unsigned hops = 0; hops <= FETCH_REDIRECTS_MAX; hops++) {
		struct fetch_request q = { 0 };
		struct fetch_url u;

		if (fetch_url(a, base, address, &u, e))
			return e ? e->code : COU_EINPUT;
		q.url = *last = u.url;
		if (fetcher_start(f, &q, e))
			return COU_EINPUT;
		while (!fetcher_next(f, 1000, r))
			;
		if (!r->error.code && r->status == 200)
			return 0;
		if (r->error.code || !is_redirect(r->status) || !r->location.n) {
			if (r->error.code && e)
				*e = r->error;
			else
				fetch_status(r->status, e);
			fetch_free(r);
			return COU_EINPUT;
		}
		base = u.url;
		address = str_dup(a, r->location);
		fetch_free(r);
	}
	return error_set(e, COU_ELIMIT, "more than %d redirects", FETCH_REDIRECTS_MAX);
}

struct str fetch_text(struct arena *a, const struct fetch_response *r)
{
	struct str head = str_sub(r->body, 0, r->body.n < 1024 ? r->body.n : 1024), text;
	bool marked = head.n > 1 && ((unsigned char)head.p[0] ^ (unsigned char)head.p[1]) == 1 && (unsigned char)head.p[0] >= 0xFE;

	if (!r->charset.n || marked || utf8_check(r->body) == r->body.n || str_search(head, STR("charset=")) < head.n ||
	    str_search(head, STR("encoding=")) < head.n || unicode_convert(a, r->body, str_dup(a, r->charset).p, &text, NULL))
		return r->body;
	return text;
}
