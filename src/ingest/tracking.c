/* tracking.c - an address without what only says by which way it was come by ("?utm_source=…", data/tracking.txt): the same page has one address. */
#include "ingest/ingest.h"

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

/* pattern: "fbclid", "utm_*" */
static bool fits(struct str name, struct str pattern)
{
	bool open = str_ends(pattern, STR("*"));
	size_t n = pattern.n - open;

	if (name.n < n || (!open && name.n > n))
		return false;
	for (size_t i = 0; i < n; i++)
		if (lower(name.p[i]) != pattern.p[i])
			return false;
	return true;
}

static bool is_tracking(const struct leftovers *l, struct str parameter)
{
	struct str name = str_sub(parameter, 0, str_find(parameter, '='));

	for (size_t i = 0; i < l->tracking.n; i++)
		if (fits(name, l->tracking.at[i]))
			return true;
	return false;
}

struct str without_tracking(const struct leftovers *l, struct arena *a, struct str url)
{
	size_t end = str_find(url, '#'), mark = str_find(str_sub(url, 0, end), '?');
	struct str query = str_sub(url, mark < end ? mark + 1 : end, end), parameter;
	bool any = false, gone = false;
	struct buf b;

	buf_init(&b, a);
	buf_add(&b, str_sub(url, 0, mark));
	while (str_split(&query, '&', &parameter)) {
		if (is_tracking(l, parameter)) {
			gone = true;
			continue;
		}
		buf_byte(&b, any ? '&' : '?');
		buf_add(&b, parameter);
		any = true;
	}
	buf_add(&b, str_sub(url, end, url.n));
	return gone ? str_dup(a, buf_str(&b)) : url;
}
