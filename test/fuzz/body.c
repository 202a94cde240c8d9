/* The first byte chooses the encoding, the rest is the body of an answer: unpacked up to the maximum, or refused with a reason and nothing left behind. */
#include <stdlib.h>

#include "ingest/body.h"

enum { MAX = 1 << 16 };

int LLVMFuzzerTestOneInput(const unsigned char *p, size_t n);

int LLVMFuzzerTestOneInput(const unsigned char *p, size_t n)
{
	static const char *const encodings[] = { "gzip", "deflate", "br", "other" };
	struct error e = { 0 };
	struct str out;
	int rc;

	if (!n)
		return 0;
	rc = body_unpack((struct str){ (const char *)p + 1, n - 1 }, str_c(encodings[p[0] % 4]), MAX, &out, &e);
	if (out.n > MAX || (rc && (out.p || !e.text[0])))
		abort();
	free((char *)(uintptr_t)out.p);
	return 0;
}
