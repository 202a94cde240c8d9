/* serve.h - the page and its API over one store: what all parts of the server share.
 *
 *	http.c → front.c (who may ask, what of) → workers.c → api_*.c (answers by query/, index.h) → exchange.c → http.c
 */
#ifndef SERVE_SERVE_H
#define SERVE_SERVE_H

#include "serve/http.h"

#include "link/who.h"
#include "query/question.h"
#include "serve/keeper.h"
#include "serve/select.h"
#include "serve/workers.h"

/* Takes bytes; 0 to go on. */
typedef int serve_write(void *user, const char *bytes, size_t n);
typedef int serve_write_file(void *user, const char *file, const char *bytes, size_t n);

struct serve_correction {
	struct str verb, line, field, value, who;	/* value p NULL: none; each with a NUL behind it */
};

/* What the library does for the server beside answering questions; each as the cou_… function of that name. */
struct serve_calls {
	void *user;
	const char *(*export_formats)(void);
	int (*export_is_folder)(const char *format);
	int (*export)(void *user, const char *format, const struct question *q, bool all, serve_write_file *write, void *to, struct error *e);
	int (*correct)(void *user, const struct serve_correction *corrections, size_t n, struct error *e);
	int (*explain)(void *user, struct str text, struct str date, struct str lang, serve_write *write, void *to, struct error *e);
};

struct serve_setup {
	const char *version, *store, *home, *address;
	struct str token;		/* empty: none is needed */
	bool read_only;
	const struct who *world;
	const struct str *langs;	/* [n_langs] */
	size_t n_langs;
	struct serve_calls calls;
};

struct serve {
	const struct serve_setup *setup;
	bool loopback;
	struct http *http;
	struct workers *workers;
	struct keeper *keeper;
	struct selections *selections;
	pthread_mutex_t explaining;	/* one text at a time */
	pthread_mutex_t summing;	/* what follows: counting all documents is not done for each request */
	int64_t summed;			/* revision of sums; 0: none */
	char *sums;			/* members of /status */
};

/* Answers on the listening socket, which it takes over, until stop says so (asked several times a second).  COU_EUSAGE, COU_ESTORE, COU_ELIMIT. */
int serve_run(const struct serve_setup *setup, int socket, int (*stop)(void *user), void *user, struct error *e);

/* Who may ask (front.c): an http_gate; and what it is: an http_answer, behind the gate.  Both with a struct serve. */
bool front_gate(void *serve, struct exchange *x);
void front(void *serve, struct exchange *x);

#endif
