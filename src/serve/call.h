/* call.h - a request on a worker's thread: from the route's answer to the exchange. */
#ifndef SERVE_CALL_H
#define SERVE_CALL_H

#include "serve/api.h"

/* A worker_answer with a struct serve. */
void call_answer(void *serve, struct worker *w, struct exchange *x);

#endif
