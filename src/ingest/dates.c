/* dates.c - dates as pages show them: figures in the usual orders, months by their names in any language of lang/. */
#include "ingest/extract.h"

#include "base/unicode.h"

enum { NUMBERS = 3, LOOK_MAX = 300 };

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* The number at *at, *digits long. */
static int number(struct str s, size_t *at, int *digits)
{
	int n = 0;

	for (*digits = 0; *at < s.n && is_digit(s.p[*at]); ++*at, ++*digits)
		n = *digits < 8 ? n * 10 + (s.p[*at] - '0') : n;
	return n;
}

static day checked(int year, int month, int dom)
{
	if (year < 100)
		year += year < 70 ? 2000 : 1900;
	if (year < 1400 || year > 2199 || month < 1 || month > 12 || dom < 1 || dom > month_days(year, month))
		return DAY_NONE;
	return day_of(year, month, dom);
}

/* "2024-03-05", "05/03/2024", "5.3.24", "20240305" at `at`.  Between 5/3 and 3/5 the day comes first unless it cannot. */
static day figures(struct str s, size_t at)
{
	int n[NUMBERS], digits[NUMBERS];
	char sign = 0;

	n[0] = number(s, &at, &digits[0]);
	if (digits[0] == 8)
		return checked(n[0] / 10000, n[0] / 100 % 100, n[0] % 100);
	for (int i = 1; i < NUMBERS; i++) {
		if (at + 1 >= s.n || (i == 1 ? !strchr("-/.", s.p[at]) : s.p[at] != sign) || !is_digit(s.p[at + 1]))
			return DAY_NONE;
		sign = s.p[at++];
		n[i] = number(s, &at, &digits[i]);
	}
	if (digits[0] == 4 && digits[1] <= 2 && digits[2] <= 2)
		return checked(n[0], n[1], n[2]);
	if (digits[0] > 2 || digits[1] > 2 || (digits[2] != 4 && (digits[2] != 2 || sign == '.')))
		return DAY_NONE;
	return n[1] > 12 ? checked(n[2], n[0], n[1]) : checked(n[2], n[1], n[0]);
}

/* The month whose name begins at *at, or 0. */
static int month(const struct leftovers *l, struct str s, size_t *at)
{
	size_t end = *at;
	char lower[32];

	while (end < s.n && end - *at < sizeof(lower) && ((s.p[end] | 32) >= 'a' && (s.p[end] | 32) <= 'z')) {
		lower[end - *at] = (char)(s.p[end] | 32);
		end++;
	}
	uint32_t m = end > *at && end - *at < sizeof(lower) ? map_get(&l->months, (struct str){ lower, end - *at }) : MAP_NONE;

	if (m == MAP_NONE)
		return 0;
	*at = end + (end < s.n && s.p[end] == '.');
	return (int)m;
}

static void skip(struct str s, size_t *at, const char *signs)
{
	while (*at < s.n && s.p[*at] && strchr(signs, s.p[*at]))
		++*at;
}

/* "5 maart 2024", "5th of March, 2024" at `at`. */
static day day_first(const struct leftovers *l, struct str s, size_t at)
{
	int digits, dom = number(s, &at, &digits), m, year;

	if (digits > 2)
		return DAY_NONE;
	if (at + 1 < s.n && (!memcmp(s.p + at, "st", 2) || !memcmp(s.p + at, "nd", 2) || !memcmp(s.p + at, "rd", 2) || !memcmp(s.p + at, "th", 2)))
		at += 2;
	skip(s, &at, " .-");
	m = month(l, s, &at);
	skip(s, &at, " ,.-'");
	year = number(s, &at, &digits);
	bool hour = digits == 2 && at < s.n && s.p[at] == ':';		/* "5 maart 18:22" is of no year */

	return m && (digits == 4 || (digits == 2 && !hour)) ? checked(year, m, dom) : DAY_NONE;
}

/* "March 5, 2024", "Mar. 5th 2024" at `at`. */
static day month_first(const struct leftovers *l, struct str s, size_t at)
{
	int digits, m = month(l, s, &at), dom, year;

	skip(s, &at, " ");
	dom = number(s, &at, &digits);
	if (!m || !digits || digits > 2)
		return DAY_NONE;
	while (at < s.n && (s.p[at] | 32) >= 'a' && (s.p[at] | 32) <= 'z')
		at++;
	skip(s, &at, " ,");
	year = number(s, &at, &digits);
	return digits == 4 ? checked(year, m, dom) : DAY_NONE;
}

/* "Oct 11 18:22:00 CEST 2024" at `at`, as C and Java print a date: the year stands behind the time and its zone. */
static day year_last(const struct leftovers *l, struct str s, size_t at)
{
	int digits, hours, m = month(l, s, &at), dom, year;

	skip(s, &at, " ");
	dom = number(s, &at, &digits);
	skip(s, &at, " ");
	number(s, &at, &hours);
	if (!m || !digits || digits > 2 || !hours || at >= s.n || s.p[at] != ':')
		return DAY_NONE;
	skip(s, &at, ":0123456789");
	skip(s, &at, " ");
	while (at < s.n && s.p[at] >= 'A' && s.p[at] <= 'Z')
		at++;
	skip(s, &at, " ");
	year = number(s, &at, &digits);
	return digits == 4 ? checked(year, m, dom) : DAY_NONE;
}

static day find_date(const struct leftovers *l, struct str s, bool with_figures)
{
	if (s.n > LOOK_MAX)
		s.n = LOOK_MAX;
	for (size_t at = 0; at < s.n; at++) {
		char c = s.p[at], before = at ? s.p[at - 1] : ' ';
		day d = DAY_NONE;

		if (is_digit(before) || (before | 32) >= 'a')
			continue;
		if (is_digit(c)) {
			d = with_figures ? figures(s, at) : DAY_NONE;
			d = d == DAY_NONE ? day_first(l, s, at) : d;
		} else if ((c | 32) >= 'a' && (c | 32) <= 'z') {
			d = month_first(l, s, at);
			d = d == DAY_NONE ? year_last(l, s, at) : d;
		}
		if (d != DAY_NONE)
			return d;
	}
	return DAY_NONE;
}

day date_in(const struct leftovers *l, struct str s)
{
	return find_date(l, s, true);
}

day date_in_words(const struct leftovers *l, struct str s)
{
	return find_date(l, s, false);
}
