/* time_calendar.c - the calendar of expressions of time.
 *
 * Easter: the anonymous Gregorian algorithm (Nature 1876; Meeus, Astronomical Algorithms, ch. 8); Orthodox: Meeus' Julian algorithm.
 * Islamic days: the tabular calendar with the leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29; sightings of the moon may differ a day.
 * Jewish new year: Reingold and Dershowitz, Calendrical Calculations, ch. 8.
 */
#include "link/time_calendar.h"

enum { YEAR_FIRST = 1, YEAR_LAST = 9998 };

day month_start(int year, int month)
{
	int m = month - 1, years = m >= 0 ? m / 12 : -((11 - m) / 12);

	return day_of(year + years, m - 12 * years + 1, 1);
}

static bool within(int64_t year)
{
	return year >= YEAR_FIRST && year <= YEAR_LAST;
}

static bool months_at(struct interval *x, int64_t first_month, int months)	/* months since year 0 */
{
	int64_t y = first_month / 12;

	if (first_month < 12 || !within(y))
		return false;
	int m = (int)(first_month % 12) + 1;

	x->start = month_start((int)y, m);
	x->end = month_start((int)y, m + months) - 1;
	return true;
}

static bool years_at(struct interval *x, int64_t first, int years)
{
	if (!within(first) || !within(first + years - 1))
		return false;
	x->start = day_of((int)first, 1, 1);
	x->end = day_of((int)first + years - 1, 12, 31);
	return true;
}

static bool days_at(struct interval *x, int64_t first, int days)
{
	if (first < day_of(YEAR_FIRST, 1, 1) || first > day_of(YEAR_LAST, 12, 1))
		return false;
	x->start = (day)first;
	x->end = (day)first + days - 1;
	return true;
}

bool unit_at(struct interval *x, day d, enum time_unit unit, int32_t by)
{
	int y, m, dom;
	int64_t n = by;

	day_civil(d, &y, &m, &dom);
	int64_t monday = (int64_t)d - (day_weekday(d) - 1);

	x->grain = unit;
	switch (unit) {
	case UNIT_DAY: case UNIT_NIGHT:
		x->grain = UNIT_DAY;
		return days_at(x, d + n, 1);
	case UNIT_WEEK:
		return days_at(x, monday + 7 * n, 7);
	case UNIT_FORTNIGHT:
		x->grain = UNIT_WEEK;
		return days_at(x, monday + 14 * n, 7);
	case UNIT_WEEKEND:
		return days_at(x, monday + 5 + 7 * n, 2);
	case UNIT_MONTH:
		return months_at(x, 12 * (int64_t)y + m - 1 + n, 1);
	case UNIT_QUARTER:
		return months_at(x, 12 * (int64_t)y + (m - 1) / 3 * 3 + 3 * n, 3);
	case UNIT_HALFYEAR:
		return months_at(x, 12 * (int64_t)y + (m - 1) / 6 * 6 + 6 * n, 6);
	case UNIT_YEAR:
		return years_at(x, y + n, 1);
	case UNIT_DECADE:
		return years_at(x, y / 10 * 10 + 10 * n, 10);
	case UNIT_CENTURY:
		return years_at(x, y / 100 * 100 + 100 * n, 100);
	case UNIT_HOUR: case UNIT_MINUTE: case UNIT_SECOND: case UNIT_QUARTER_HOUR: case UNIT_MOMENT:
		x->grain = UNIT_DAY;
		return days_at(x, d + (unit == UNIT_HOUR ? n / 24 : 0), 1);
	default:
		return false;
	}
}

struct interval season_at(int season, int year)
{
	return (struct interval){ month_start(year, 3 * season), month_start(year, 3 * season + 3) - 1, UNIT_SEASON };
}

struct str interval_value(struct arena *a, struct interval x)
{
	static const char *const seasons[] = { "SP", "SU", "FA", "WI" };
	int y, m, dom;

	day_civil(x.start, &y, &m, &dom);
	switch (x.grain) {
	case UNIT_WEEK: case UNIT_WEEKEND: {
		day thursday = x.start - (day_weekday(x.start) - 1) + 3;
		int of;

		day_civil(thursday, &of, &m, &dom);
		return str_printf(a, "%04d-W%02d%s", of, (int)((thursday - day_of(of, 1, 1)) / 7 + 1), x.grain == UNIT_WEEKEND ? "-WE" : "");
	}
	case UNIT_MONTH:
		return str_printf(a, "%04d-%02d", y, m);
	case UNIT_QUARTER:
		return str_printf(a, "%04d-Q%d", y, (m - 1) / 3 + 1);
	case UNIT_HALFYEAR:
		return str_printf(a, "%04d-H%d", y, (m - 1) / 6 + 1);
	case UNIT_SEASON:
		return str_printf(a, "%04d-%s", y, seasons[(m / 3 + 3) % 4]);
	case UNIT_YEAR:
		return str_printf(a, "%04d", y);
	case UNIT_DECADE:
		return str_printf(a, "%03d", y / 10);
	case UNIT_CENTURY:
		return str_printf(a, "%02d", y / 100);
	default: {
		char from[11], to[11];

		day_iso(x.start, from);
		day_iso(x.end, to);
		return x.end > x.start ? str_printf(a, "%s/%s", from, to) : str_printf(a, "%s", from);
	}
	}
}

/* ---- durations ----------------------------------------------------------------------------- */

static const struct { char letter; bool clock; int16_t times, smaller; char small; bool small_clock; } measures[UNIT_COUNT] = {
	[UNIT_DAY] = { 'D', false, 1, 24, 'H', true },
	[UNIT_WEEK] = { 'W', false, 1, 7, 'D', false },
	[UNIT_MONTH] = { 'M', false, 1, 4, 'W', false },
	[UNIT_QUARTER] = { 'Q', false, 1, 3, 'M', false },
	[UNIT_SEASON] = { 'M', false, 3, 0, 0, false },
	[UNIT_YEAR] = { 'Y', false, 1, 12, 'M', false },
	[UNIT_DECADE] = { 'Y', false, 10, 0, 0, false },
	[UNIT_CENTURY] = { 'Y', false, 100, 0, 0, false },
	[UNIT_MILLENNIUM] = { 'Y', false, 1000, 0, 0, false },
	[UNIT_HOUR] = { 'H', true, 1, 60, 'M', true },
	[UNIT_MINUTE] = { 'M', true, 1, 60, 'S', true },
	[UNIT_SECOND] = { 'S', true, 1, 0, 0, true },
	[UNIT_QUARTER_HOUR] = { 'M', true, 15, 0, 0, true },
	[UNIT_WEEKEND] = { 'D', false, 2, 0, 0, false },
	[UNIT_NIGHT] = { 'D', false, 1, 0, 0, false },
	[UNIT_HALFYEAR] = { 'M', false, 6, 0, 0, false },
	[UNIT_FORTNIGHT] = { 'W', false, 2, 7, 'D', false },
};

struct str duration_value(struct arena *a, enum time_unit unit, int64_t tenths)
{
	if (unit <= UNIT_NONE || unit >= UNIT_COUNT || !measures[unit].letter)
		return STR("PXX");
	const char *clock = measures[unit].clock ? "T" : "";
	char letter = measures[unit].letter;
	int64_t n = tenths * measures[unit].times;

	if (!tenths)
		return str_printf(a, "P%sX%c", clock, letter);
	if (n % 10 == 0)
		return str_printf(a, "P%s%lld%c", clock, (long long)(n / 10), letter);
	if (n % 5 || !measures[unit].small || (measures[unit].smaller % 2 && n > 5))
		return str_printf(a, "P%s%lld.%lld%c", clock, (long long)(n / 10), (long long)(n % 10), letter);
	int small = measures[unit].smaller / 2;
	bool apart = measures[unit].small_clock && !measures[unit].clock;	/* a day and hours: P1DT12H */

	if (n < 10 && measures[unit].smaller % 2)
		return str_printf(a, "P%s0.5%c", clock, letter);
	if (n < 10)
		return str_printf(a, "P%s%d%c", measures[unit].small_clock ? "T" : "", small, measures[unit].small);
	return str_printf(a, "P%s%lld%c%s%d%c", clock, (long long)(n / 10), letter, apart ? "T" : "", small, measures[unit].small);
}

/* ---- feasts ----------------------------------------------------------------------------------- */

/* A number with sign at *at; moves on. */
static bool figures(struct str s, size_t *at, int *n)
{
	bool minus = false;
	size_t from;

	if (*at < s.n && (s.p[*at] == '-' || s.p[*at] == '+'))
		minus = s.p[(*at)++] == '-';
	from = *at;
	*n = 0;
	while (*at < s.n && *at < from + 4 && s.p[*at] >= '0' && s.p[*at] <= '9')
		*n = *n * 10 + (s.p[(*at)++] - '0');
	if (*at == from)
		return false;
	*n = minus ? -*n : *n;
	return true;
}

static bool skip(struct str s, size_t *at, char c)
{
	if (*at >= s.n || s.p[*at] != c)
		return false;
	++*at;
	return true;
}

bool feast_read(struct feast *f, struct str spec)
{
	static const struct { const char *word; enum feast_kind kind; } bases[] =
		{ { "easter", FEAST_EASTER }, { "orthodox", FEAST_ORTHODOX }, { "islamic ", FEAST_ISLAMIC }, { "hebrew", FEAST_HEBREW } };
	size_t at = 0;

	*f = (struct feast){ .length = 1 };
	for (size_t i = 0; i < sizeof(bases) / sizeof(*bases); i++)
		if (str_starts(spec, str_c(bases[i].word))) {
			f->kind = bases[i].kind;
			at = strlen(bases[i].word);
		}
	if (f->kind == FEAST_FIXED || f->kind == FEAST_ISLAMIC) {
		if (!figures(spec, &at, &f->month))
			return false;
		if (skip(spec, &at, '-')) {
			if (!figures(spec, &at, &f->dom) || f->dom < 1 || f->dom > 31)
				return false;
		} else {
			f->kind = FEAST_NTH;
			if (!skip(spec, &at, '/') || !figures(spec, &at, &f->nth) || !skip(spec, &at, '/') || !figures(spec, &at, &f->weekday) ||
			    !f->nth || f->weekday < 1 || f->weekday > 7)
				return false;
		}
		if (f->month < 1 || f->month > 12)
			return false;
	}
	if (at < spec.n && (spec.p[at] == '+' || spec.p[at] == '-') && !figures(spec, &at, &f->offset))
		return false;
	if (skip(spec, &at, ' ') && (!skip(spec, &at, 'x') || !figures(spec, &at, &f->length) || f->length < 1))
		return false;
	return at == spec.n;
}

static day easter(int y)
{
	int a = y % 19, b = y / 100, c = y % 100, d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
	int h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7, m = (a + 11 * h + 22 * l) / 451;

	return day_of(y, (h + l - 7 * m + 114) / 31, (h + l - 7 * m + 114) % 31 + 1);
}

static day orthodox_easter(int y)
{
	int d = (19 * (y % 19) + 15) % 30, e = (2 * (y % 4) + 4 * (y % 7) - d + 34) % 7;
	int behind = y / 100 - y / 400 - 2;	/* the Julian calendar, in days */

	return day_of(y, (d + e + 114) / 31, (d + e + 114) % 31 + 1) + behind;
}

static day islamic_day(int y, int m, int d)
{
	return d + (59 * (m - 1) + 1) / 2 + (y - 1) * 354 + (3 + 11 * y) / 30 - 492149;
}

static day islamic_in(int year, int m, int d)
{
	int first = (year - 622) * 33 / 32 - 1;

	for (int y = first > 1 ? first : 1; y <= first + 4; y++)
		if (islamic_day(y, m, d) >= day_of(year, 1, 1))
			return islamic_day(y, m, d) <= day_of(year, 12, 31) ? islamic_day(y, m, d) : DAY_NONE;
	return DAY_NONE;
}

static int64_t hebrew_elapsed(int64_t y)
{
	int64_t months = (235 * y - 234) / 19, parts = 12084 + 13753 * months, days = 29 * months + parts / 25920;

	return (3 * (days + 1)) % 7 < 3 ? days + 1 : days;
}

static day hebrew_new_year(int year)		/* of the autumn of a Gregorian year */
{
	int64_t y = year + 3761, before = hebrew_elapsed(y - 1), now = hebrew_elapsed(y), after = hebrew_elapsed(y + 1);
	int64_t late = after - now == 356 ? 2 : now - before == 382 ? 1 : 0;

	return (day)(now + late - 1373427 - 719163);
}

day feast_day(const struct feast *f, int year)
{
	if (year < 1583 || year > YEAR_LAST)
		return DAY_NONE;
	switch (f->kind) {
	case FEAST_FIXED:
		return f->dom <= month_days(year, f->month) ? day_of(year, f->month, f->dom) + f->offset : DAY_NONE;
	case FEAST_NTH: {
		day first = f->nth > 0 ? day_of(year, f->month, 1) : month_start(year, f->month + 1) - 7;

		return first + (f->weekday - day_weekday(first) + 7) % 7 + (f->nth > 0 ? 7 * (f->nth - 1) : 0) + f->offset;
	}
	case FEAST_EASTER:
		return easter(year) + f->offset;
	case FEAST_ORTHODOX:
		return orthodox_easter(year) + f->offset;
	case FEAST_ISLAMIC:
		return islamic_in(year, f->month, f->dom);
	case FEAST_HEBREW:
		return hebrew_new_year(year) + f->offset;
	}
	return DAY_NONE;
}
