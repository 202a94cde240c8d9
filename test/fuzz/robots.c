/* The first line is a path, the rest a robots.txt: decided, and decided alike from what is kept of it. */
#include <stdlib.h>

#include "ingest/robots.h"

int LLVMFuzzerTestOneInput(const unsigned char *p, size_t n);

int LLVMFuzzerTestOneInput(const unsigned char *p, size_t n)
{
	struct str s = { (const char *)p, n }, path;
	struct arena a = { 0 };
	struct robots r, again;

	if (!n || !str_split(&s, '\n', &path))
		return 0;
	robots_read(&a, s, STR("coulisse"), &r);
	robots_read(&a, robots_text(&a, &r), STR("anybody"), &again);
	if (r.n > ROBOTS_RULES || r.n != again.n || r.delay_ms != again.delay_ms || robots_allow(&r, path) != robots_allow(&again, path))
		abort();
	arena_free(&a);
	return 0;
}
