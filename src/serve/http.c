/* http.c - libmicrohttpd with one polling thread; connections whose answer is being made are suspended. */
#include "serve/http.h"

#include <arpa/inet.h>
#include <errno.h>
#include <microhttpd.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdlib.h>
#include <unistd.h>

enum { BACKLOG = 512, PIECE = 32 << 10 };

struct http {
	struct MHD_Daemon *daemon;
	http_gate *gate;
	http_answer *answer;
	void *user;
};

/* ---- the socket --------------------------------------------------------------------------- */

union address {
	struct sockaddr any;
	struct sockaddr_in v4;
	struct sockaddr_in6 v6;
};

static socklen_t read_address(const char *text, unsigned port, union address *a)
{
	memset(a, 0, sizeof(*a));
	if (inet_pton(AF_INET, text, &a->v4.sin_addr) == 1) {
		a->v4.sin_family = AF_INET;
		a->v4.sin_port = htons((uint16_t)port);
		return sizeof(a->v4);
	}
	if (inet_pton(AF_INET6, text, &a->v6.sin6_addr) == 1) {
		a->v6.sin6_family = AF_INET6;
		a->v6.sin6_port = htons((uint16_t)port);
		return sizeof(a->v6);
	}
	return 0;
}

bool http_is_loopback(const char *text)
{
	union address a;

	if (!read_address(text, 0, &a))
		return false;
	return a.any.sa_family == AF_INET ? ntohl(a.v4.sin_addr.s_addr) >> 24 == 127 : IN6_IS_ADDR_LOOPBACK(&a.v6.sin6_addr);
}

static int cannot_listen(int fd, const char *address, unsigned port, struct error *e)
{
	int why = errno;

	if (fd >= 0)
		close(fd);
	return error_set(e, COU_ESTORE, "cannot listen at %s port %u: %s", address, port, strerror(why));
}

int http_listen(const char *address, unsigned *port, struct error *e)
{
	union address a;
	socklen_t n = read_address(address, *port, &a);
	int fd, on = 1;

	if (!n)
		return error_set(e, COU_EUSAGE, "\"%s\" is no numeric address (127.0.0.1, ::1, 0.0.0.0)", address);
	fd = socket(a.any.sa_family, SOCK_STREAM | SOCK_CLOEXEC, 0);
	if (fd < 0 || setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on)) || bind(fd, &a.any, n) || listen(fd, BACKLOG) || getsockname(fd, &a.any, &n))
		return cannot_listen(fd, address, *port, e);
	*port = ntohs(a.any.sa_family == AF_INET ? a.v4.sin_port : a.v6.sin6_port);
	return fd;
}

/* ---- a request ------------------------------------------------------------------------------ */

static struct str header(struct MHD_Connection *c, struct arena *a, const char *name)
{
	return str_dup(a, str_c(MHD_lookup_connection_value(c, MHD_HEADER_KIND, name)));
}

/* The first bytes of a request are there: its target, as it was sent. */
static void *begin(void *http, const char *target, struct MHD_Connection *c)
{
	struct exchange *x = exchange_new(http);

	if (!x)
		return NULL;
	x->connection = c;
	request_target(&x->a, str_dup(&x->a, str_c(target)), &x->r, &x->bad);
	return x;
}

static void read_head(struct exchange *x, struct MHD_Connection *c, const char *method)
{
	x->r.method = strcmp(method, "GET") == 0 || strcmp(method, "HEAD") == 0 ? METHOD_GET : strcmp(method, "POST") == 0 ? METHOD_POST : METHOD_OTHER;
	x->r.host = header(c, &x->a, "Host");
	x->r.origin = header(c, &x->a, "Origin");
	x->r.authorization = header(c, &x->a, "Authorization");
	x->r.cookie = header(c, &x->a, "Cookie");
	x->r.accept_encoding = header(c, &x->a, "Accept-Encoding");
	x->r.content_type = header(c, &x->a, "Content-Type");
	x->r.if_none_match = header(c, &x->a, "If-None-Match");
	x->r.fetch_site = header(c, &x->a, "Sec-Fetch-Site");
	x->too_large = strtoull(header(c, &x->a, "Content-Length").p, NULL, 10) > REQUEST_BODY_MAX;
}

/* False: more than is taken, though no length was said. */
static bool add_body(struct exchange *x, const char *bytes, size_t n)
{
	struct str *body = &x->r.body;

	if (body->n + n > REQUEST_BODY_MAX)
		return false;
	body->p = arena_grow(&x->a, (char *)body->p, body->n, body->n + n + 1);
	memcpy((char *)body->p + body->n, bytes, n);
	body->n += n;
	return true;
}

/* ---- its answer ----------------------------------------------------------------------------- */

static void lay_aside(void *connection)
{
	MHD_suspend_connection(connection);
}

static void resume(void *connection)
{
	MHD_resume_connection(connection);
}

static ssize_t piece(void *exchange, uint64_t at, char *to, size_t max)
{
	long n = exchange_take(exchange, to, max, lay_aside);

	(void)at;
	return n == EXCHANGE_END ? MHD_CONTENT_READER_END_OF_STREAM : n == EXCHANGE_BROKEN ? MHD_CONTENT_READER_END_WITH_ERROR : n;
}

static enum MHD_Result send_answer(struct exchange *x, struct MHD_Connection *c, enum exchange_state state)
{
	struct str whole = x->fixed.p ? x->fixed : (struct str){ x->n ? x->buffer + x->from : "", x->n };
	struct MHD_Response *r = state == EXCHANGE_WHOLE ? MHD_create_response_from_buffer(whole.n, (void *)whole.p, MHD_RESPMEM_PERSISTENT)
							 : MHD_create_response_from_callback(MHD_SIZE_UNKNOWN, PIECE, piece, x, NULL);
	enum MHD_Result rc;

	if (!r)
		return MHD_NO;
	for (size_t i = 0; i < x->headers.n; i++)
		MHD_add_response_header(r, x->headers.at[i].name.p, x->headers.at[i].value.p);
	rc = MHD_queue_response(c, x->status, r);
	MHD_destroy_response(r);
	return rc;
}

static enum MHD_Result respond(struct http *h, struct exchange *x, struct MHD_Connection *c)
{
	enum exchange_state state;

	if (!x->dispatched) {
		x->dispatched = true;
		h->answer(h->user, x);
	}
	state = exchange_ready(x, lay_aside);
	return state == EXCHANGE_WAIT ? MHD_YES : send_answer(x, c, state);
}

/* Called for the head, for each piece of the body, at the end of it, and whenever the connection was laid aside and taken up. */
static enum MHD_Result handle(void *http, struct MHD_Connection *c, const char *url, const char *method, const char *version, const char *bytes, size_t *n, void **own)
{
	struct http *h = http;
	struct exchange *x = *own;

	(void)url;
	(void)version;
	if (!x)
		return MHD_NO;
	if (!x->resume) {		/* the head */
		x->resume = resume;
		read_head(x, c, method);
		x->dispatched = h->gate(h->user, x);
		return x->dispatched ? respond(h, x, c) : MHD_YES;
	}
	if (*n) {
		bool taken = add_body(x, bytes, *n);

		*n = 0;
		return taken ? MHD_YES : MHD_NO;
	}
	return respond(h, x, c);
}

static void completed(void *http, struct MHD_Connection *c, void **own, enum MHD_RequestTerminationCode how)
{
	struct exchange *x = *own;

	(void)http;
	(void)c;
	(void)how;
	if (!x)
		return;
	*own = NULL;
	exchange_abandon(x);
	exchange_leave(x);
}

/* What it says of clients that break off is nobody's business. */
static void hear(void *user, const char *format, va_list ap)
{
	(void)user;
	(void)format;
	(void)ap;
}

/* ---- all -------------------------------------------------------------------------------------- */

int http_start(struct http **out, int socket, http_gate *gate, http_answer *answer, void *user, struct error *e)
{
	struct http *h = calloc(1, sizeof(*h));

	*out = NULL;
	if (!h)
		return error_set(e, COU_ELIMIT, "out of memory");
	h->gate = gate;
	h->answer = answer;
	h->user = user;
	h->daemon = MHD_start_daemon(MHD_USE_EPOLL_INTERNALLY | MHD_USE_SUSPEND_RESUME | MHD_USE_ERROR_LOG, 0, NULL, NULL, handle, h, MHD_OPTION_EXTERNAL_LOGGER,
				     hear, NULL, MHD_OPTION_LISTEN_SOCKET, socket, MHD_OPTION_URI_LOG_CALLBACK, begin, h, MHD_OPTION_NOTIFY_COMPLETED, completed, h,
				     MHD_OPTION_CONNECTION_LIMIT, (unsigned)HTTP_CLIENTS_MAX, MHD_OPTION_PER_IP_CONNECTION_LIMIT, (unsigned)HTTP_FROM_ONE_MAX,
				     MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)HTTP_HEAD_MAX,
				     MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)HTTP_IDLE_SECONDS, MHD_OPTION_STRICT_FOR_CLIENT, 1, MHD_OPTION_END);
	if (!h->daemon) {
		free(h);
		return error_set(e, COU_ESTORE, "the HTTP server cannot be started");
	}
	*out = h;
	return 0;
}

void http_close_door(struct http *h)
{
	MHD_socket s = MHD_quiesce_daemon(h->daemon);

	if (s != MHD_INVALID_SOCKET)
		close(s);
}

void http_stop(struct http *h)
{
	if (!h)
		return;
	MHD_stop_daemon(h->daemon);
	free(h);
}
