/* claim.c - the address by which an article wants to be known.
 *
 * A page says of itself where it lies: <link rel=canonical>, og:url, the url of JSON-LD.  Two articles under one address are to a store two versions of one, so
 * that a wrong claim costs an article.  Wrong ones are common: a template that names the front page on every page, a program that forgets which article its
 * query asked for (/article.php?id=7 says /article.php), a page that names another's.
 *
 * A claim is therefore believed when it is of the page's own site, and tells as much about which article this is as the address where it was found does.
 */
#include "ingest/claim.h"

#include "ingest/fetch.h"

enum { WORDS_OF_HEADLINE = 3, DIGITS_OF_NUMBER = 5 };	/* a year has four */

static bool same_site(struct str x, struct str y)
{
	struct str shorter = x.n < y.n ? x : y, longer = x.n < y.n ? y : x;

	return str_ends(longer, shorter) && (longer.n == shorter.n || longer.p[longer.n - shorter.n - 1] == '.');
}

/* The path without its query, and without slashes at its end. */
static struct str folder_of(struct str path)
{
	path = str_sub(path, 0, str_find(path, '?'));
	while (path.n && path.p[path.n - 1] == '/')
		path.n--;
	return path;
}

/* Does it have a query, "/?p=7"? */
static bool asks(struct str path)
{
	return str_find(path, '?') + 1 < path.n;
}

/* Can it stand for one article alone?  Its last part then has words of a headline ("talks-resume-in-nairobi") or a number ("2384756"); what is asked may be
 * anything. */
static bool tells(struct str path)
{
	struct str last = folder_of(path);
	unsigned words = 1, digits = 0, run = 0;

	if (asks(path))
		return true;
	while (str_find(last, '/') < last.n)
		last = str_sub(last, str_find(last, '/') + 1, last.n);
	for (size_t i = 0; i < last.n; i++) {
		words += last.p[i] == '-' || last.p[i] == '_';
		run = last.p[i] >= '0' && last.p[i] <= '9' ? run + 1 : 0;
		digits = run > digits ? run : digits;
	}
	return words >= WORDS_OF_HEADLINE || digits >= DIGITS_OF_NUMBER;
}

/* Is it the other without its query, or a folder above it ("/" is above all)? */
static bool lies_above(struct str path, struct str other)
{
	struct str folder = folder_of(path), page = folder_of(other);

	if (str_eq(folder, page))
		return !asks(path) && asks(other);
	return folder.n < page.n && str_starts(page, folder) && page.p[folder.n] == '/';
}

static bool believed(const struct fetch_url *claimed, struct str own)
{
	if (tells(claimed->path))
		return true;
	return folder_of(claimed->path).n && !lies_above(claimed->path, own) && !tells(own);
}

struct str address_claimed(const struct leftovers *l, struct arena *a, struct str own, struct str says)
{
	struct fetch_url page, claimed;
	struct error ignored = { 0 };
	bool is_web = own.n && !fetch_url(a, STR_NONE, own, &page, &ignored), claims;

	own = without_tracking(l, a, is_web ? page.url : own);
	if (!says.n || (own.n && !is_web) || fetch_url(a, own, without_tracking(l, a, says), &claimed, &ignored))
		return own;
	if (!is_web)			/* a file: who made it is to be believed, but for what no article has */
		claims = folder_of(claimed.path).n || asks(claimed.path);
	else
		claims = same_site(page.host, claimed.host) && (str_eq(claimed.url, own) || (!fetch_url(a, STR_NONE, own, &page, &ignored) && believed(&claimed, page.path)));
	return claims ? claimed.url : own;
}
