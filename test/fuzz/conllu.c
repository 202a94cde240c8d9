/* Any bytes as CoNLL-U: refused, or a document whose spans lie in its text. */
#include <stdlib.h>

#include "record/conllu.h"

int LLVMFuzzerTestOneInput(const unsigned char *p, size_t n);

int LLVMFuzzerTestOneInput(const unsigned char *p, size_t n)
{
	struct arena a = { 0 };
	struct buf b;
	struct doc d;

	doc_init(&d, &a);
	buf_init(&b, &a);
	if (conllu_read(&d, (struct str){ (const char *)p, n }, NULL) == 0) {
		for (size_t i = 0; i < d.tokens.n; i++)
			if (d.tokens.at[i].span.end > d.text.n || d.tokens.at[i].span.start >= d.tokens.at[i].span.end)
				abort();
		conllu_write(&b, &d);
	}
	arena_free(&a);
	return 0;
}
