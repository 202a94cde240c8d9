/* Any bytes as a page, a text or a JSON line: refused, or a document whose blocks lie in its text. */
#include <stdlib.h>
#include <unistd.h>

#include "ingest/reader.h"

int LLVMFuzzerTestOneInput(const unsigned char *p, size_t n);

int LLVMFuzzerTestOneInput(const unsigned char *p, size_t n)
{
	static const char *const formats[] = { "html", "text", "jsonl", NULL };
	char path[] = "/tmp/coulisse-fuzz-XXXXXX";
	const char *home = getenv("COULISSE_HOME");
	int fd = mkstemp(path);

	if (fd < 0 || write(fd, p, n) != (ssize_t)n)
		abort();
	close(fd);
	for (size_t f = 0; f < sizeof(formats) / sizeof(*formats); f++) {
		struct ingest_options o = { .date = DAY_NONE, .format = formats[f], .home = home ? home : ".", .max_bytes = 1 << 20 };
		struct arena a = { 0 };
		struct reader *r;
		struct doc d;

		if (reader_open(&r, &o, path, NULL))
			abort();
		for (int round = 0, more = 1; more && round < 64; round++) {
			doc_init(&d, &a);
			more = reader_next(r, &d);
			for (size_t i = 0; more > 0 && i < d.blocks.n; i++)
				if (d.blocks.at[i].span.end > d.text.n || d.blocks.at[i].span.start >= d.blocks.at[i].span.end)
					abort();
		}
		reader_close(r);
		arena_free(&a);
	}
	unlink(path);
	return 0;
}
