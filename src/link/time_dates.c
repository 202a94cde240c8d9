/* time_dates.c - years, what comes every year, and days.  An expression without its year lies by the tense of its clause. */
#include "link/time_work.h"

enum { MONTH_AHEAD = 31, QUARTER_BACK = 91 };	/* days */

static int year_of_day(day d)
{
	int y, m, dom;

	day_civil(d, &y, &m, &dom);
	return y;
}

/* ---- years --------------------------------------------------------------------------------- */

/* The year that is written (true), be it in words or of two figures. */
static bool written_year(const struct work *w, int *year)
{
	int32_t y = get(w, TIME_YEAR), n = get_or(w, TIME_NUMBER, 0) / 10, n2 = get_or(w, TIME_NUMBER2, -10) / 10;

	if (get(w, TIME_SPOKEN) != NO) {
		if (n2 < 0 && n >= 1000 && n < 2200)
			y = n;
		else if (n2 >= 1 && n2 < 100 && n >= 10 && n <= 20)
			y = 100 * n + n2;
		else
			return false;
	} else if (y == NO && get(w, TIME_SHORT) != NO) {
		y = get(w, TIME_SHORT) + (get(w, TIME_SHORT) < 30 ? 2000 : 1900);
	}
	*year = y;
	return y != NO;
}

/* The year named beside a smaller unit: written, or counted from a reference.  False: none is named. */
static bool named_year(const struct work *w, int *year, enum basis *basis)
{
	*basis = BASIS_STATED;
	if (written_year(w, year))
		return true;
	*basis = BASIS_RELATIVE;
	day ref = work_reference(w);

	if (get(w, TIME_YEARBY) == NO || ref == DAY_NONE)
		return false;
	*year = year_of_day(ref) + get(w, TIME_YEARBY);
	return true;
}

/* The year of a period that comes every year, from its days in the year of now: the last or the next by sign and tense. */
static int nearest_year(const struct work *w, day start, day end)
{
	day now = w->c->d->date;
	int y = year_of_day(now);
	int32_t sign = get_or(w, TIME_SIGN, 0);

	if (sign < 0)
		return end >= now ? y - 1 : y;
	if (sign > 0)
		return start <= now ? y + 1 : y;
	if (w->c->tense == TENSE_FUTURE && w->s->meaning != MEAN_QUARTER)
		return end < now ? y + 1 : y;
	if (ahead(w))
		return end < now - QUARTER_BACK ? y + 1 : start > now + 365 - QUARTER_BACK ? y - 1 : y;
	/* a day up to a month ahead needs no word that points ahead */
	return start > now + (end == start ? MONTH_AHEAD : 0) ? y - 1 : y;
}

static struct interval month_at(int year, int month)
{
	return (struct interval){ month_start(year, month), month_start(year, month + 1) - 1, UNIT_MONTH };
}

static struct interval quarter_at(int year, int quarter)
{
	return (struct interval){ month_start(year, 3 * quarter - 2), month_start(year, 3 * quarter + 1) - 1, UNIT_QUARTER };
}

static struct interval half_at(int year, int half)
{
	return (struct interval){ month_start(year, 6 * half - 5), month_start(year, 6 * half + 1) - 1, UNIT_HALFYEAR };
}

static struct interval year_at(int year)
{
	return (struct interval){ day_of(year, 1, 1), day_of(year, 12, 31), UNIT_YEAR };
}

/* A period that comes every year, with or without its year; n is which month, quarter, half, season. */
static bool every_year(struct work *w, struct interval (*of)(int year, int n), int n, const char *undated, int most)
{
	enum basis basis;
	int year;

	if (n < 1 || n > most)
		return false;
	if (!named_year(w, &year, &basis)) {
		if (!dated(w))
			return work_vague(w, str_printf(w->a, undated, n));
		year = year_of_day(w->c->d->date);
		struct interval now = of(year, n);

		year = nearest_year(w, now.start, now.end);
	}
	if (year < 1 || year > 9990)
		return false;
	work_date(w, of(year, n), basis);
	return true;
}

bool mean_halfyear(struct work *w)
{
	return every_year(w, half_at, get(w, TIME_ORDINAL), "XXXX-H%d", 2);
}

static struct interval season_of_year(int year, int n)
{
	return season_at(n, year);
}

bool mean_year(struct work *w)
{
	enum basis basis;
	int y;
	int32_t last = get(w, TIME_YEAR2);

	if (!named_year(w, &y, &basis))
		return get(w, TIME_YEARBY) != NO && !dated(w) && work_vague(w, STR("XXXX"));
	if (y < 1 || y > 9990)
		return false;
	if (last == NO && get(w, TIME_SPOKEN) == NO && get(w, TIME_NUMBER) != NO)
		last = get(w, TIME_NUMBER) / 10;	/* 1998/99 */
	if (last != NO && last < 100)
		last += y / 100 * 100;
	if (last != NO && (last < y || last > 9990))
		return false;
	work_date(w, year_at(y), basis);
	if (last != NO) {
		w->x->when.end = day_of(last, 12, 31);
		w->x->value = str_printf(w->a, "%04d/%04d", y, (int)last);
		return true;
	}
	switch (get_or(w, TIME_PHASE, 0)) {
	case 1:
		w->x->when.end = day_of(y, 3, 31);
		break;
	case 2:
		w->x->when.start = day_of(y, 5, 1);
		w->x->when.end = day_of(y, 8, 31);
		break;
	case 3:
		w->x->when.start = day_of(y, 10, 1);
		break;
	}
	return true;
}

/* Without an ordinal the quarter that the text reports on, else the last that is over. */
bool mean_quarter(struct work *w)
{
	struct interval at;
	day now = w->c->d->date;

	if (get(w, TIME_ORDINAL) != NO)
		return every_year(w, quarter_at, get(w, TIME_ORDINAL), "XXXX-Q%d", 4);
	if (work_reporting(w) && w->c->reported.at.grain == UNIT_QUARTER)
		at = w->c->reported.at;
	else if (get(w, TIME_YEAR) != NO)
		return mean_year(w);
	else if (now == DAY_NONE || !unit_at(&at, now, UNIT_QUARTER, -1))
		return work_vague(w, STR_NONE);
	if (get(w, TIME_YEAR) != NO) {		/* the 1988 quarter */
		int y, m, dom;

		day_civil(at.start, &y, &m, &dom);
		at = quarter_at(get(w, TIME_YEAR), (m - 1) / 3 + 1);
	}
	work_date(w, at, BASIS_RELATIVE);
	return true;
}

bool mean_season(struct work *w)
{
	int32_t n = get(w, TIME_SEASON);

	if (n < 1 || n > 4)
		return false;
	if (n == 4 && dated(w) && get(w, TIME_YEAR) == NO) {	/* in January this winter began the year before */
		int y, m, dom;

		day_civil(w->c->d->date, &y, &m, &dom);
		if (m <= 2) {
			int32_t sign = get_or(w, TIME_SIGN, 0);
			int by = get(w, TIME_YEARBY) != NO ? get(w, TIME_YEARBY) : sign < 0 ? -1 : sign > 0 ? 1 : 0;

			work_date(w, season_at(4, y - 1 + by), BASIS_RELATIVE);
			return true;
		}
	}
	return every_year(w, season_of_year, n, "XXXX-%d", 4);
}

bool mean_month(struct work *w)
{
	if (!every_year(w, month_at, get(w, TIME_MONTH), "XXXX-%02d", 12))
		return false;
	if (w->x->when.start == DAY_NONE)
		return true;
	switch (get_or(w, TIME_PHASE, 0)) {
	case 1:
		w->x->when.end = w->x->when.start + 9;
		break;
	case 2:
		w->x->when.start += 10;
		w->x->when.end = w->x->when.start + 9;
		break;
	case 3:
		w->x->when.start += 20;
		break;
	}
	return true;
}

bool mean_decade(struct work *w)
{
	int32_t n = get(w, TIME_DECADE);

	if (n == NO)
		n = get(w, TIME_SHORT);
	if (n == NO)
		n = get_or(w, TIME_NUMBER, -1) / 10;
	if (n < 0 || n % 10 || (n >= 100 && (n < 1000 || n > 2190)))
		return false;
	n = n < 20 ? n + 2000 : n < 100 ? n + 1900 : n;
	work_date(w, (struct interval){ day_of(n, 1, 1), day_of(n + 9, 12, 31), UNIT_DECADE }, BASIS_STATED);
	return true;
}

bool mean_century(struct work *w)
{
	int32_t n = get(w, TIME_ORDINAL);

	if (n < 1 || n > 30)
		return false;
	n = n == 1 ? 1 : 100 * (n - 1);
	work_date(w, (struct interval){ day_of(n, 1, 1), day_of(n + 99, 12, 31), UNIT_CENTURY }, BASIS_STATED);
	return true;
}

/* ---- days ------------------------------------------------------------------------------------ */

bool mean_day(struct work *w)
{
	int32_t dom = get(w, TIME_DOM), m = get(w, TIME_MONTH), dom2 = get(w, TIME_DOM2), m2 = get_or(w, TIME_MONTH2, m);
	enum basis basis;
	int y;

	if (dom == NO)
		dom = get(w, TIME_ORDINAL);
	if (m == NO && anchored(w))			/* "the 15th": of the month before */
		day_civil(w->c->anchor.at.start, &y, &m, &(int){ 0 });
	if (m < 1 || m > 12 || dom < 1 || dom > month_days(2024, m))
		return false;
	if (dom2 != NO && (m2 < 1 || m2 > 12 || dom2 < 1 || dom2 > month_days(2024, m2)))
		return false;
	if (!named_year(w, &y, &basis)) {
		if (!dated(w))
			return work_vague(w, str_printf(w->a, "XXXX-%02d-%02d", (int)m, (int)dom));
		y = year_of_day(w->c->d->date);
		y = nearest_year(w, day_of(y, m, dom), day_of(y, m, dom));
	}
	if (y < 1 || y > 9990 || dom > month_days(y, m))
		return false;
	day start = day_of(y, m, dom), end = start;

	if (dom2 != NO) {
		if (dom2 > month_days(y, m2))
			return false;
		end = day_of(y, m2, dom2);
		if (end < start)
			return false;
	}
	work_date(w, days(start, end), basis);
	return true;
}

/* A feast without its year, the movable ones too: the same choice as nearest_year, among the days of three years. */
static day nearest_feast(const struct work *w, const struct feast *f)
{
	day now = w->c->d->date, last = DAY_NONE, next = DAY_NONE;
	int32_t sign = get_or(w, TIME_SIGN, 0);
	day reach = sign ? 0 : MONTH_AHEAD;

	for (int by = -1; by <= 1; by++) {
		day at = feast_day(f, year_of_day(now) + by), end = at == DAY_NONE ? at : at + f->length - 1;

		if (at == DAY_NONE)
			continue;
		if (sign < 0 ? end < now : at <= now + reach)
			last = at;
		if (next == DAY_NONE && (sign > 0 ? at > now : end >= now))
			next = at;
	}
	if (sign > 0 || (!sign && w->c->tense == TENSE_FUTURE))
		return next;
	if (!sign && w->c->tense == TENSE_PRESENT && last != DAY_NONE && next != DAY_NONE && next - now < now - last)
		return next;
	return last;
}

bool mean_feast(struct work *w)
{
	const struct feast *f = &w->c->t->feasts.at[get(w, TIME_FEAST)];
	enum basis basis;
	int y;
	day at = DAY_NONE;

	if (named_year(w, &y, &basis)) {
		at = feast_day(f, y);
	} else if (!dated(w)) {
		return work_vague(w, STR("XXXX"));
	} else {
		at = nearest_feast(w, f);
	}
	if (at == DAY_NONE)
		return work_vague(w, STR("XXXX"));
	work_date(w, days(at, at + f->length - 1), basis);
	return true;
}

bool mean_weekday(struct work *w)
{
	int32_t wanted = get(w, TIME_WEEKDAY), sign = get_or(w, TIME_SIGN, 0), by = get(w, TIME_WEEKBY);
	day ref = work_reference(w);

	if (wanted < 1 || wanted > 7)
		return false;
	if (ref == DAY_NONE)
		return work_vague(w, str_printf(w->a, "XXXX-WXX-%d", (int)wanted));
	int back = (day_weekday(ref) - wanted + 7) % 7;
	day at = ref - back;

	if (by != NO)
		at = ref - (day_weekday(ref) - 1) + wanted - 1 + 7 * by;
	else if (sign < 0)
		at = back ? ref - back : ref - 7;
	else if (sign > 0)
		at = ref + (back ? 7 - back : 7);
	else if (ahead(w) && get_or(w, TIME_REF, 0) == 0)
		at = ref + (7 - back) % 7;
	work_date(w, days(at, at), BASIS_RELATIVE);
	return true;
}

bool mean_today(struct work *w)
{
	day ref = work_reference(w);

	if (ref == DAY_NONE || work_too_wide(w, UNIT_DAY))
		return work_vague(w, STR("XXXX-XX-XX"));
	work_date(w, days(ref + get_or(w, TIME_BY, 0), ref + get_or(w, TIME_BY, 0)), BASIS_RELATIVE);
	return true;
}
