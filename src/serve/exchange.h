/* exchange.h - one request and the answer to it, between the thread that speaks HTTP and the worker that knows the answer.
 *
 *	worker: exchange_write … exchange_finish		a bounded buffer		http.c: exchange_take …
 *
 * The worker waits while the buffer is full, and gives up when the client is gone; the HTTP thread never waits: it lays the connection aside
 * (suspends it) while the buffer is empty, and the worker has it taken up again.  An answer that is whole before SEND_FROM bytes are there goes out with its
 * length; a longer one is sent while it is made, so that no answer needs more memory than the buffer.
 */
#ifndef SERVE_EXCHANGE_H
#define SERVE_EXCHANGE_H

#include "serve/threads.h"

#include "serve/request.h"

enum {
	EXCHANGE_BUFFER = 256 << 10,	/* bytes that wait for the client */
	EXCHANGE_SEND_FROM = 64 << 10,
	EXCHANGE_PATIENCE_MS = 30000,	/* of a worker's waiting in which a client must take */
	EXCHANGE_PACE = 64 << 10	/* so many bytes, or it is given up: nobody holds a worker by reading a byte now and then */
};

struct exchange {
	struct arena a;			/* of the request, then of the answer's head */
	struct request r;
	void *server;			/* http.c's */
	void *connection;
	void (*resume)(void *connection);
	bool dispatched;		/* given to a worker */
	bool too_large;			/* more body than is taken */
	struct error bad;		/* what is wrong with the target; code 0: nothing */

	pthread_mutex_t lock;		/* all below */
	pthread_cond_t moved;
	int owners;			/* HTTP thread, worker */
	unsigned status;
	VEC(struct request_param) headers;
	struct str fixed;		/* an answer that lives as long as the program; p NULL: the buffer's */
	char *buffer;
	size_t from, n, room;		/* bytes [from, from + n) of room wait */
	bool begun;			/* the head may be sent: nothing is added to it any more */
	long patience_ms, waited_ms;	/* the worker's; for the client since taken was last counted from 0 */
	size_t taken;
	bool finished, failed, gone, suspended;
};

struct exchange *exchange_new(void *server);	/* owned by the HTTP thread; NULL: out of memory */
void exchange_leave(struct exchange *x);	/* one owner less; the last one frees it */

/* ---- for who makes the answer ---------------------------------------------------------- */

/* Before the first byte goes out; later they do nothing.  A header stands instead of one of that name; control characters in value become blanks. */
void exchange_status(struct exchange *x, unsigned status);
void exchange_header(struct exchange *x, const char *name, struct str value);

/* 0, or -1 when nobody wants it any more. */
int exchange_write(struct exchange *x, const char *bytes, size_t n);

/* All is written; whole false: something is missing that cannot be said any more, and the connection is broken off so that the client sees it. */
void exchange_finish(struct exchange *x, bool whole);

/* The whole answer, which is not copied. */
void exchange_fixed(struct exchange *x, struct str bytes);

/* Does nobody want the answer any more? */
bool exchange_is_gone(struct exchange *x);

/* Takes back what was written, if nothing of it has gone out: false when it is too late. */
bool exchange_recall(struct exchange *x);

/* ---- for the HTTP thread ---------------------------------------------------------------- */

enum exchange_state { EXCHANGE_WAIT, EXCHANGE_WHOLE, EXCHANGE_STREAM };

/* Is the answer's head there?  EXCHANGE_WAIT: not yet, and lay_aside (which suspends the connection) has been called. */
enum exchange_state exchange_ready(struct exchange *x, void (*lay_aside)(void *connection));

enum { EXCHANGE_END = -1, EXCHANGE_BROKEN = -2 };

/* Bytes for the client, at most max; 0: none now, and lay_aside has been called; or EXCHANGE_END, EXCHANGE_BROKEN. */
long exchange_take(struct exchange *x, char *to, size_t max, void (*lay_aside)(void *connection));

/* The client is gone, or the server is going: the worker hears it with its next byte, and what was laid aside is taken up. */
void exchange_abandon(struct exchange *x);

#endif
