/* Any bytes as a feed and as a list of feeds: refused with a reason, or items in UTF-8 with addresses of the web.  What is mended can then only break off. */
#include <stdlib.h>

#include "base/url.h"
#include "base/utf8.h"
#include "ingest/feed.h"
#include "ingest/xml.h"

int LLVMFuzzerTestOneInput(const unsigned char *p, size_t n);

static void check(bool good)
{
	if (!good)
		abort();
}

static void check_text(struct str s)
{
	check(utf8_check(s) == s.n && str_trim(s).n == s.n);
}

static void check_feed(struct arena *a, struct str bytes)
{
	struct error e;
	struct feed f;
	int rc = feed_read(a, bytes, STR("https://example.org/a/b?c"), &f, &e);

	check(rc ? rc == e.code && e.text[0] : f.n <= FEED_ITEMS_MAX);
	for (size_t i = 0; !rc && i < f.n; i++) {
		const struct feed_item *x = &f.items[i];
		const struct str all[] = { x->id, x->url, x->title, x->summary, x->content, x->date, x->lang, x->source };

		for (size_t k = 0; k < sizeof(all) / sizeof(*all); k++)
			check_text(all[k]);
		check(!x->url.n || (url_is_web(x->url) && x->url.n <= URL_MAX));
	}
}

static void check_list(struct arena *a, struct str bytes)
{
	struct error e;
	struct feed_list l;
	int rc = feed_list_read(a, bytes, STR_NONE, &l, &e);

	check(!rc || (rc == e.code && e.text[0]));
	for (size_t i = 0; !rc && i < l.n; i++) {
		check_text(l.at[i].title);
		check(url_is_web(l.at[i].url));
	}
}

static void check_mended(struct arena *a, struct str bytes)
{
	struct error e = { 0 };
	struct xml *root;
	struct str mended;
	bool partial;

	if (mend_xml(a, bytes, &mended, &e))
		return;
	check(utf8_check(mended) == mended.n);
	if (xml_read_mended(a, mended, STR("utf-8"), &root, &partial, &e) || partial)
		check(e.code == COU_ELIMIT || strstr(e.text, "no element found") || str_search(mended, STR("<!ENTITY")) < mended.n);
}

int LLVMFuzzerTestOneInput(const unsigned char *p, size_t n)
{
	struct str bytes = { (const char *)p, n };
	struct arena a = { 0 };

	check_feed(&a, bytes);
	check_list(&a, bytes);
	check_mended(&a, bytes);
	arena_free(&a);
	return 0;
}
