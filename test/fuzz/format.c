/* Any bytes as an input of FORMAT: refused, or documents whose blocks lie in their texts.
 *
 * Compiled once for each format.  What is found inside is read with the format of its looks, so that one target goes through many parsers.
 */
#include <stdlib.h>

#include "ingest/reader.h"

enum { DOCUMENTS_MAX = 200 };

int LLVMFuzzerTestOneInput(const unsigned char *p, size_t n);

int LLVMFuzzerTestOneInput(const unsigned char *p, size_t n)
{
	const char *home = getenv("COULISSE_HOME");
	struct ingest_options o = { .date = DAY_NONE, .format = FORMAT, .home = home ? home : ".", .max_bytes = 1 << 20 };
	struct arena a = { 0 };
	struct reader *r;
	struct doc d;

	if (reader_open_bytes(&r, &o, (struct str){ (const char *)p, n }, "input", NULL))
		abort();
	for (int round = 0, more = 1; more && round < DOCUMENTS_MAX; round++) {
		arena_reset(&a);
		doc_init(&d, &a);
		more = reader_next(r, &d);
		for (size_t i = 0; more > 0 && i < d.blocks.n; i++)
			if (d.blocks.at[i].span.end > d.text.n || d.blocks.at[i].span.start >= d.blocks.at[i].span.end)
				abort();
	}
	reader_close(r);
	arena_free(&a);
	return 0;
}
