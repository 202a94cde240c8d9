/* Any bytes as what archives and parliaments keep (ALTO, FoLiA, TEI, reports and open data of the Dutch House, Delpher): refused, or documents whose blocks lie
 * one behind the other in text that is UTF-8.  Seeds: test/golden/formats. */
#include <stdlib.h>

#include "base/utf8.h"
#include "ingest/format.h"

int LLVMFuzzerTestOneInput(const unsigned char *p, size_t n);

/* The format of the bytes by their looks, if it is one of ours; else TEI, which takes any root. */
static const char *format_name(struct str bytes)
{
	static const struct format *const ours[] = { &format_alto, &format_folia, &format_tei, &format_vlos, &format_delpher, &format_tweedekamer };
	struct carrier c = { .name = STR("fuzz") };
	struct str head = str_trim(str_sub(bytes, 0, bytes.n < INPUT_PEEK_MAX ? bytes.n : INPUT_PEEK_MAX));

	for (size_t i = 0; i < sizeof(ours) / sizeof(*ours); i++)
		if (ours[i]->looks(head, &c))
			return ours[i]->name;
	return format_tei.name;
}

static void check(const struct doc *d)
{
	uint32_t at = 0;

	if (utf8_check(d->text) != d->text.n || !d->blocks.n)
		abort();
	for (size_t i = 0; i < d->blocks.n; i++) {
		struct span s = d->blocks.at[i].span;

		if (s.start < at || s.start >= s.end || s.end > d->text.n)
			abort();
		at = s.end;
	}
}

int LLVMFuzzerTestOneInput(const unsigned char *p, size_t n)
{
	const char *home = getenv("COULISSE_HOME");
	struct str bytes = { (const char *)p, n };
	struct ingest_options o = { .date = DAY_NONE, .format = format_name(bytes), .home = home ? home : ".", .max_bytes = 1 << 20 };
	struct arena a = { 0 };
	struct reader *r;
	struct doc d;

	if (reader_open_bytes(&r, &o, bytes, "fuzz", NULL))
		abort();
	for (int more = 1; more; ) {
		arena_reset(&a);
		doc_init(&d, &a);
		more = reader_next(r, &d);
		if (more > 0)
			check(&d);
	}
	reader_close(r);
	arena_free(&a);
	return 0;
}
