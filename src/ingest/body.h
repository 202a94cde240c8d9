/* body.h - the body of an answer out of the packing that it was sent in (RFC 9110 §8.4). */
#ifndef INGEST_BODY_H
#define INGEST_BODY_H

#include "base/error.h"
#include "base/str.h"

#define BODY_ENCODINGS "gzip, deflate, br"	/* that can be undone: for Accept-Encoding */

/* encoding: of Content-Encoding, one.  Into memory of malloc, which the caller frees; what stands behind the packed bytes is passed over.
 * COU_ELIMIT: more than max bytes come out; COU_EINPUT: broken, cut off (which libcurl 7.88 does not notice), or an encoding that was not asked for.
 * At no time is more than 2 × max held. */
int body_unpack(struct str packed, struct str encoding, size_t max, struct str *bytes, struct error *e);

#endif
