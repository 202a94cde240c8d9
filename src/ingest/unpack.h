/* unpack.h - what servers pack for the way: gzip (RFC 1952) and deflate (RFC 1950, RFC 1951), in memory; unpack.c alone sees zlib. */
#ifndef INGEST_UNPACK_H
#define INGEST_UNPACK_H

#include "base/error.h"
#include "base/str.h"

/* Unpacks all gzip members, a zlib stream, or bare deflate, into memory of malloc, which the caller frees.  What stands behind the packed bytes is passed over.
 * COU_ELIMIT: more than max bytes come out; COU_EINPUT: broken, or cut off (which bare libcurl does not notice).  At no time is more than 2 × max held. */
int unpack(struct str packed, size_t max, struct str *bytes, struct error *e);

#endif
