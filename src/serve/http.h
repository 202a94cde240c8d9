/* http.h - requests by HTTP/1.1 in, answers out; http.c alone sees libmicrohttpd.
 *
 * One thread speaks HTTP with all clients; it hands each whole request on and never waits for an answer.
 */
#ifndef SERVE_HTTP_H
#define SERVE_HTTP_H

#include "serve/exchange.h"

enum {
	HTTP_CLIENTS_MAX = 800,		/* connections at a time; below the 1,024 open files that are usual */
	HTTP_FROM_ONE_MAX = 400,	/* of them from one address, so that another is let in */
	HTTP_HEAD_MAX = 32 << 10,	/* bytes of request line and header fields */
	HTTP_IDLE_SECONDS = 30		/* a connection that neither sends nor takes so long is closed */
};

struct http;

/* Answers x now, by the functions of exchange.h, or has it answered by another thread, which then owns it too.  On the HTTP thread. */
typedef void http_answer(void *user, struct exchange *x);

/* The head of x is there, its body is not: true when x was answered already, and the body is not to be read.  On the HTTP thread. */
typedef bool http_gate(void *user, struct exchange *x);

/* Makes a socket that listens at that numeric address; port 0: a free one, *port is the one it got.  The socket, or COU_EUSAGE, COU_ESTORE with *e. */
int http_listen(const char *address, unsigned *port, struct error *e);

/* Is that the address of this machine by which no other reaches it? */
bool http_is_loopback(const char *address);

/* Starts answering on the socket, which is the server's from then on. */
int http_start(struct http **out, int socket, http_gate *gate, http_answer *answer, void *user, struct error *e);

/* No new connections from here on. */
void http_close_door(struct http *h);

/* Ends all connections.  All exchanges must be finished by their workers. */
void http_stop(struct http *h);

#endif
