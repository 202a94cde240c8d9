/* http.h - an HTTP response as archives keep it: the header, and the body without its encodings (RFC 9110, RFC 9112). */
#ifndef INGEST_HTTP_H
#define INGEST_HTTP_H

#include "ingest/unpack.h"

enum { HTTP_LAYERS_MAX = 3 };		/* chunked, and two content encodings */

struct http_response {
	int status;
	struct str media, charset;	/* of Content-Type; media in lower case, "" when there is none */
	struct input *body;		/* the innermost of the layers, or the input itself */
	struct input *layers[HTTP_LAYERS_MAX];
	size_t n_layers;
};

/* Takes the header off `in`, which stays the caller's and must outlive the body; memory a's, the layers are the response's.
 * COU_EINPUT: no response, or an encoding that is not known. */
int http_open(struct http_response *r, struct arena *a, struct input *in, struct unpacked *u, struct error *e);

/* Closes the layers but the body, which its reader has closed; with all, that too. */
void http_close(struct http_response *r, bool all);

#endif
