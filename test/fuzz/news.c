/* Any bytes as each of the formats of feeds and agencies: refused with a reason, or documents whose blocks lie in their text, one behind the other. */
#include <stdlib.h>

#include "base/utf8.h"
#include "ingest/format.h"

int LLVMFuzzerTestOneInput(const unsigned char *p, size_t n);

static struct leftovers leftovers;

static void check(bool good)
{
	if (!good)
		abort();
}

static void check_document(const struct doc *d)
{
	size_t end = 0;

	check(d->text.n && utf8_check(d->text) == d->text.n);
	for (size_t i = 0; i < d->blocks.n; i++) {
		struct span s = d->blocks.at[i].span;

		check(s.start >= end && s.start < s.end && s.end <= d->text.n);
		end = s.end;
	}
}

static void check_format(const struct format *f, struct str bytes)
{
	const struct ingest_options o = { .date = DAY_NONE, .max_bytes = 1 << 20 };
	struct reading g = { .leftovers = &leftovers, .options = &o, .carrier = { .name = STR("fuzz") } };
	struct input *in = input_memory(bytes);
	struct error e = { 0 };
	struct arena a = { 0 };
	void *state;
	int rc = f->open(&state, &g, in, &e);

	check(!rc || (rc == e.code && e.text[0]));
	for (bool more = !rc; more;) {
		struct inner inner;
		struct doc d;

		doc_init(&d, &a);
		e.code = 0;
		enum found found = f->next(state, &d, &inner, &e);

		if (found == FOUND_DOC)
			check_document(&d);
		check(found != FOUND_INPUT && (found != FOUND_BAD || e.code) && (found != FOUND_SKIPPED || e.text[0]));
		more = found != FOUND_END;
		arena_reset(&a);
	}
	if (!rc)
		f->close(state);
	input_close(in);
	arena_free(&a);
}

int LLVMFuzzerTestOneInput(const unsigned char *p, size_t n)
{
	static const struct format *const all[] = { &format_feed, &format_opml, &format_newsml, &format_newsml1, &format_nitf, &format_ninjs };
	const char *home = getenv("COULISSE_HOME");
	struct error e;

	if (!leftovers.bylines.n && leftovers_open(&leftovers, home ? home : ".", &e))
		abort();
	for (size_t i = 0; i < sizeof(all) / sizeof(*all); i++)
		check_format(all[i], (struct str){ (const char *)p, n });
	return 0;
}
