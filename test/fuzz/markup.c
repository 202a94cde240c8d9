/* Any bytes as the body of an article: lines of text, no longer together than the markup. */
#include <stdlib.h>

#include "base/utf8.h"
#include "ingest/markup.h"
#include "ingest/xml.h"

int LLVMFuzzerTestOneInput(const unsigned char *p, size_t n);

int LLVMFuzzerTestOneInput(const unsigned char *p, size_t n)
{
	struct arena a = { 0 };
	struct str html = mend_utf8(&a, (struct str){ (const char *)p, n });
	struct body body = { 0 };
	size_t sum = 0;

	markup_body(&a, html, &body);
	for (size_t i = 0; i < body.n; i++) {
		struct str s = body.at[i].text;

		sum += s.n;
		if (!s.n || utf8_check(s) != s.n || str_trim(s).n != s.n || str_find(s, '\n') < s.n || (body.at[i].joined && !i))
			abort();
	}
	if (sum > html.n)
		abort();
	arena_free(&a);
	return 0;
}
