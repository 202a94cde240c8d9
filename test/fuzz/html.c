/* Any bytes as a page: refused, or a document in valid, composed UTF-8 whose blocks lie in its text one behind the other; and the same again for the same bytes.
 *
 * Seeds: corpus/html/, and the pages of test/pages/.  The first byte of an input picks what the transport says of the charset.
 */
#include <stdlib.h>

#include "base/unicode.h"
#include "base/utf8.h"
#include "ingest/ingest.h"

int LLVMFuzzerTestOneInput(const unsigned char *p, size_t n);

static struct leftovers words;
static bool opened;

static void check(const struct doc *d)
{
	uint32_t end = 0;

	if (utf8_check(d->text) < d->text.n || !d->blocks.n)
		abort();
	for (size_t i = 0; i < d->blocks.n; i++) {
		struct span s = d->blocks.at[i].span;

		if (s.start < end || s.start >= s.end || s.end > d->text.n)
			abort();
		end = s.end;
	}
}

int LLVMFuzzerTestOneInput(const unsigned char *p, size_t n)
{
	static const char *const charsets[] = { "", "utf-8", "iso-8859-1", "iso-8859-15", "utf-16le", "no such", "shift_jis" };
	const char *home = getenv("COULISSE_HOME");
	struct ingest_options o = { .date = DAY_NONE };
	struct arena a = { 0 };
	struct doc d, again;
	struct error e;

	if (!opened && leftovers_open(&words, home ? home : ".", &e))
		abort();
	opened = true;
	if (n && p[0] < 0x20)
		o.charset = str_c(charsets[p[0] % (sizeof(charsets) / sizeof(*charsets))]);
	doc_init(&d, &a);
	doc_init(&again, &a);
	if (!read_html(&words, &o, (struct str){ (const char *)p, n }, &d, &e)) {
		check(&d);
		if (read_html(&words, &o, (struct str){ (const char *)p, n }, &again, &e) || !str_eq(d.text, again.text) || !str_eq(d.source, again.source) || d.date != again.date)
			abort();
	}
	arena_free(&a);
	return 0;
}
