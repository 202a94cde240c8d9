/* Any bytes as packed ones: unpacked up to the maximum, or refused with a reason and nothing left behind. */
#include <stdlib.h>

#include "ingest/unpack.h"

enum { MAX = 1 << 16 };

int LLVMFuzzerTestOneInput(const unsigned char *p, size_t n);

int LLVMFuzzerTestOneInput(const unsigned char *p, size_t n)
{
	struct error e = { 0 };
	struct str out;
	int rc = unpack((struct str){ (const char *)p, n }, MAX, &out, &e);

	if (out.n > MAX || (rc && (out.p || !e.text[0])))
		abort();
	free((char *)(uintptr_t)out.p);
	return 0;
}
