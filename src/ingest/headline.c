/* headline.c - the headline of a page, and what its <title> has beside it.
 *
 * The head of a page says it up to four times, with the paper's name before or behind, shortened, or written for search engines; the page itself shows it once.
 * So the line on the page that the head repeats is it: a first heading before other headings, headings before lines of any kind (old pages have none).  Where
 * there is no such line: JSON-LD's headline; the only first heading if it is a line of words and no link, for a head that says the same on all pages of a
 * site repeats none of them; og:title, <title> without the source.
 */
#include "ingest/extract.h"

#include "base/unicode.h"
#include "base/utf8.h"

enum { LOOK_UNITS = 4096, KICKER_MAX = 40, LINE_BLANKS = 3 };

size_t headline_in(struct str hay, struct str needle, size_t *start)
{
	if (hay.n > TITLE_MAX || needle.n > TITLE_MAX)
		return 0;
	for (size_t from = 0; from < hay.n;) {
		size_t at = from, k = 0, end = 0, first = from;
		bool begun = false;

		for (;;) {
			uint32_t x = 0, y = 0;

			while (k < needle.n && !((y = utf8_next(needle, &k)) != UTF8_BAD && (unicode_is_letter(y) || unicode_is_digit(y))))
				y = 0;
			if (!y) {
				*start = first;
				return begun ? end : 0;
			}
			while (at < hay.n) {
				size_t here = at;

				x = utf8_next(hay, &at);
				if (x != UTF8_BAD && (unicode_is_letter(x) || unicode_is_digit(x))) {
					first = begun ? first : here;
					begun = true;
					break;
				}
				x = 0;
			}
			if (!x || unicode_lower(x) != unicode_lower(y))
				break;
			end = at;
		}
		/* on with the next word */
		while (from < hay.n && hay.p[from] != ' ')
			from++;
		while (from < hay.n && hay.p[from] == ' ')
			from++;
	}
	return 0;
}

static bool alike(struct str x, struct str y)
{
	size_t s;

	return x.n && y.n && x.n <= 2 * y.n + 8 && y.n <= 2 * x.n + 8 && headline_in(x, y, &s) && headline_in(y, x, &s);
}

struct str headline_beside(const struct page *p)
{
	static const char *const signs[] = { " | ", " - ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", " \xC2\xB7 ", " \xE2\x80\xA2 ", " \xC2\xAB ", " \xC2\xBB ", " :: ", ": ", " / ", " > " };
	struct str head = p->meta.head, rest, best = STR_NONE;
	size_t start, end = headline_in(head, p->meta.title.value, &start), at;

	if (!end)
		return STR_NONE;
	rest = str_sub(head, end, head.n);
	if (str_trim(rest).n < 3)
		rest = str_trim(str_sub(head, 0, start));
	else
		start = 0;
	for (size_t i = 0; i < sizeof(signs) / sizeof(*signs); i++) {
		struct str sign = str_c(signs[i]), r = rest;

		if (start) {		/* "Site: headline", "Site - headline": the sign's blank went with the trim */
			struct str bare = str_trim(sign);

			if (str_ends(r, bare)) {
				best = str_trim(str_sub(r, 0, r.n - bare.n));
				break;
			}
			continue;
		}
		while ((at = str_search(r, sign)) < r.n) {
			r = str_sub(r, at + sign.n, r.n);
			if (!best.n || r.p > best.p)
				best = r;
		}
	}
	/* "Site, the slogan" */
	if ((at = str_search(best, STR(", "))) < best.n && at > 3)
		best.n = at;
	return str_trim(best);
}

/* <title> before its last separator: the headline of a page that has no heading. */
static struct str without_site(struct page *p, struct str head)
{
	static const char *const signs[] = { " | ", " - ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", " \xC2\xAB ", " \xC2\xB7 " };
	struct str site = p->meta.site.value;
	size_t start, end = site.n ? headline_in(head, site, &start) : 0;
	size_t cut = head.n;

	if (end && end + 4 >= head.n && start > 8) {
		struct str before = str_trim(str_sub(head, 0, start));

		while (before.n && !((before.p[before.n - 1] | 32) >= 'a' && (before.p[before.n - 1] | 32) <= 'z') && (unsigned char)before.p[before.n - 1] < 0x80 &&
		       strchr("|-: ", before.p[before.n - 1]))
			before.n--;
		for (size_t i = 1; i < sizeof(signs) / sizeof(*signs); i++)
			if (str_ends(before, str_trim(str_c(signs[i]))))
				before.n -= str_trim(str_c(signs[i])).n;
		return str_trim(before);
	}
	if (end && start < 3) {
		struct str behind = str_sub(head, end, head.n);

		while (behind.n && strchr(":|- ", behind.p[0]))
			behind = str_sub(behind, 1, behind.n);
		return behind.n > 8 ? behind : head;
	}
	for (size_t i = 0; i < sizeof(signs) / sizeof(*signs) && cut == head.n; i++)
		for (size_t at = 0; at < head.n; at++)
			if (str_starts(str_sub(head, at, head.n), str_c(signs[i])) && at > 12)
				cut = at;
	return str_trim(str_sub(head, 0, cut));
}

bool is_stated_headline(const struct page *p, struct str text)
{
	size_t s;

	return text.n >= 12 && text.n < TITLE_MAX && (headline_in(p->meta.head, text, &s) || headline_in(p->meta.title.value, text, &s));
}

static struct str lone_heading(const struct page *p, size_t n)
{
	for (size_t i = 0; i < n && p->headings[p->m.n] == 1; i++) {
		const struct unit *u = &p->units.at[i];
		unsigned blanks = 0;

		if (p->m.nodes[u->node].element != ELEMENT_H1)
			continue;
		for (size_t k = 0; k < u->text.n; k++)
			blanks += u->text.p[k] == ' ';
		return !u->linked && blanks >= LINE_BLANKS && u->text.n <= TITLE_MAX ? u->text : STR_NONE;
	}
	return STR_NONE;
}

/* Does the unit show the headline, alone or, in a first heading, with a word on the kind of piece: "Analysis", "Live"? */
static bool shows(const struct page *p, const struct unit *u, struct str headline)
{
	size_t s;

	if (u->text.n > TITLE_MAX || !headline.n)
		return false;
	return alike(u->text, headline) || (p->m.nodes[u->node].element == ELEMENT_H1 && u->text.n <= headline.n + KICKER_MAX && headline_in(u->text, headline, &s));
}

void headline_choose(struct page *p)
{
	struct str stated = p->meta.title.value, best = STR_NONE;
	size_t s, n = p->units.n < LOOK_UNITS ? p->units.n : LOOK_UNITS;

	/* a heading that the head repeats, in whole or in part; then any other line that it repeats; h1 before others */
	for (int round = 0; round < 3 && !best.n; round++)
		for (size_t i = 0; i < n && !best.n; i++) {
			const struct unit *u = &p->units.at[i];
			bool first = p->m.nodes[u->node].element == ELEMENT_H1;

			if (u->text.n < 8 || u->text.n > TITLE_MAX || (round == 0 && !first) || (round == 1 && !u->heading) || (round == 2 && u->text.n < 20))
				continue;
			if (p->meta.site.value.n && alike(u->text, p->meta.site.value))
				continue;
			if ((stated.n && alike(u->text, stated)) || (headline_in(stated, u->text, &s) && u->text.n * 2 > stated.n) ||
			    (headline_in(p->meta.head, u->text, &s) && u->text.n * 3 > p->meta.head.n))
				best = u->text;
		}
	if (!best.n && p->meta.title.rank == STATED)
		best = stated;
	bool known = best.n != 0;

	if (!best.n && stated.n)
		best = without_site(p, stated);
	for (size_t i = 0; i < n && !best.n && !p->meta.head.n; i++)
		if (p->units.at[i].heading)
			best = p->units.at[i].text;
	if (!best.n)
		best = without_site(p, p->meta.head);
	struct str lone = known ? STR_NONE : lone_heading(p, n);

	if (lone.n && !headline_in(lone, best, &s))
		best = lone;
	if (best.n > TITLE_MAX)
		best.n = 0;
	p->meta.title = (struct statement){ best, STATED };
	for (size_t i = 0; i < n; i++)
		p->units.at[i].headline = shows(p, &p->units.at[i], best);
}
