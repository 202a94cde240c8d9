/* time_resolve.c - one function for each meaning of a pattern. */
#include "link/time_resolve.h"

enum { NEAR_SENTENCES = 3, REPORT_SENTENCES = 25, MONTH_AHEAD = 31, QUARTER_BACK = 91, CLOCK_NONE = -1 };

#define NO TIME_NO

struct work {
	const struct setting *c;
	const struct sense *s;
	struct timex *x;
	struct interval at;		/* of a date */
	struct arena *a;
};

static const struct interval nowhen = { DAY_NONE, DAY_NONE, UNIT_NONE };

static int32_t get(const struct work *w, enum time_slot slot)
{
	return w->s->slot[slot];
}

static int32_t get_or(const struct work *w, enum time_slot slot, int32_t other)
{
	return w->s->slot[slot] == NO ? other : w->s->slot[slot];
}

static bool dated(const struct work *w)
{
	return w->c->d->date != DAY_NONE;
}

static bool anchored(const struct work *w)
{
	return w->c->anchor.at.start != DAY_NONE;
}

static bool ahead(const struct work *w)
{
	return w->c->tense == TENSE_FUTURE || w->c->tense == TENSE_PRESENT;
}

/* The day that the expression counts from, or DAY_NONE. */
static day reference(const struct work *w)
{
	int32_t ref = get_or(w, TIME_REF, REF_DOCUMENT);

	if (ref == REF_BEFORE || (ref == REF_NEAR && anchored(w) && w->c->sentence - w->c->anchor.sentence < NEAR_SENTENCES))
		return w->c->anchor.at.start;
	return w->c->d->date;
}

/* Is the date before in the text too wide to count units from?  "A day later" means nothing after "in 2019". */
static bool too_wide(const struct work *w, enum time_unit unit)
{
	if (get_or(w, TIME_REF, REF_DOCUMENT) == REF_DOCUMENT || reference(w) == w->c->d->date)
		return false;
	day length = w->c->anchor.at.end - w->c->anchor.at.start;

	return (unit == UNIT_DAY && length > 6) || (unit == UNIT_WEEK && length > 31) || (unit == UNIT_MONTH && length > 92);
}

static int year_of_day(day d)
{
	int y, m, dom;

	day_civil(d, &y, &m, &dom);
	return y;
}

static void date(struct work *w, struct interval at, enum basis basis)
{
	w->at = at;
	w->x->type = TIMEX_DATE;
	w->x->when.basis = basis;
	w->x->when.start = at.start;
	w->x->when.end = at.end;
	switch (at.grain) {
	case UNIT_DAY: case UNIT_WEEKEND:
		w->x->when.precision = PRECISION_DAY;
		break;
	case UNIT_WEEK:
		w->x->when.precision = PRECISION_WEEK;
		break;
	case UNIT_MONTH: case UNIT_QUARTER: case UNIT_HALFYEAR:
		w->x->when.precision = PRECISION_MONTH;
		break;
	case UNIT_SEASON:
		w->x->when.precision = PRECISION_SEASON;
		break;
	case UNIT_YEAR:
		w->x->when.precision = PRECISION_YEAR;
		break;
	case UNIT_DECADE:
		w->x->when.precision = PRECISION_DECADE;
		break;
	default:			/* a century dates nothing */
		w->x->when.precision = PRECISION_UNKNOWN;
	}
	w->x->value = interval_value(w->a, at);
}

/* A date that cannot be resolved. */
static bool vague(struct work *w, struct str value)
{
	w->x->type = TIMEX_DATE;
	w->x->value = value;
	return true;
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
	day ref = reference(w);

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
			return vague(w, str_printf(w->a, undated, n));
		year = year_of_day(w->c->d->date);
		struct interval now = of(year, n);

		year = nearest_year(w, now.start, now.end);
	}
	if (year < 1 || year > 9990)
		return false;
	date(w, of(year, n), basis);
	return true;
}

static struct interval season_of_year(int year, int n)
{
	return season_at(n, year);
}

static bool year(struct work *w)
{
	enum basis basis;
	int y;
	int32_t last = get(w, TIME_YEAR2);

	if (!named_year(w, &y, &basis))
		return get(w, TIME_YEARBY) != NO && !dated(w) && vague(w, STR("XXXX"));
	if (y < 1 || y > 9990)
		return false;
	if (last == NO && get(w, TIME_SPOKEN) == NO && get(w, TIME_NUMBER) != NO)
		last = get(w, TIME_NUMBER) / 10;	/* 1998/99 */
	if (last != NO && last < 100)
		last += y / 100 * 100;
	if (last != NO && (last < y || last > 9990))
		return false;
	date(w, year_at(y), basis);
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

/* Does the text report on a quarter or half year here? */
static bool reporting(const struct work *w)
{
	return w->c->reported.at.start != DAY_NONE && w->c->sentence - w->c->reported.sentence < REPORT_SENTENCES;
}

/* Without an ordinal the quarter that the text reports on, else the last that is over. */
static bool quarter(struct work *w)
{
	struct interval at;
	day now = w->c->d->date;

	if (get(w, TIME_ORDINAL) != NO)
		return every_year(w, quarter_at, get(w, TIME_ORDINAL), "XXXX-Q%d", 4);
	if (reporting(w) && w->c->reported.at.grain == UNIT_QUARTER)
		at = w->c->reported.at;
	else if (get(w, TIME_YEAR) != NO)
		return year(w);
	else if (now == DAY_NONE || !unit_at(&at, now, UNIT_QUARTER, -1))
		return vague(w, STR_NONE);
	if (get(w, TIME_YEAR) != NO) {		/* the 1988 quarter */
		int y, m, dom;

		day_civil(at.start, &y, &m, &dom);
		at = quarter_at(get(w, TIME_YEAR), (m - 1) / 3 + 1);
	}
	date(w, at, BASIS_RELATIVE);
	return true;
}

static bool season(struct work *w)
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

			date(w, season_at(4, y - 1 + by), BASIS_RELATIVE);
			return true;
		}
	}
	return every_year(w, season_of_year, n, "XXXX-%d", 4);
}

static bool month(struct work *w)
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

static bool decade(struct work *w)
{
	int32_t n = get(w, TIME_DECADE);

	if (n == NO)
		n = get(w, TIME_SHORT);
	if (n == NO)
		n = get_or(w, TIME_NUMBER, -1) / 10;
	if (n < 0 || n % 10 || (n >= 100 && (n < 1000 || n > 2190)))
		return false;
	n = n < 20 ? n + 2000 : n < 100 ? n + 1900 : n;
	date(w, (struct interval){ day_of(n, 1, 1), day_of(n + 9, 12, 31), UNIT_DECADE }, BASIS_STATED);
	return true;
}

static bool century(struct work *w)
{
	int32_t n = get(w, TIME_ORDINAL);

	if (n < 1 || n > 30)
		return false;
	n = n == 1 ? 1 : 100 * (n - 1);
	date(w, (struct interval){ day_of(n, 1, 1), day_of(n + 99, 12, 31), UNIT_CENTURY }, BASIS_STATED);
	return true;
}

/* ---- days ------------------------------------------------------------------------------------ */

static struct interval days(day start, day end)
{
	return (struct interval){ start, end, UNIT_DAY };
}

static bool day_in_month(struct work *w)
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
			return vague(w, str_printf(w->a, "XXXX-%02d-%02d", (int)m, (int)dom));
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
	date(w, days(start, end), basis);
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

static bool feast(struct work *w)
{
	const struct feast *f = &w->c->t->feasts.at[get(w, TIME_FEAST)];
	enum basis basis;
	int y;
	day at = DAY_NONE;

	if (named_year(w, &y, &basis)) {
		at = feast_day(f, y);
	} else if (!dated(w)) {
		return vague(w, STR("XXXX"));
	} else {
		at = nearest_feast(w, f);
	}
	if (at == DAY_NONE)
		return vague(w, STR("XXXX"));
	date(w, days(at, at + f->length - 1), basis);
	return true;
}

static bool weekday(struct work *w)
{
	int32_t wanted = get(w, TIME_WEEKDAY), sign = get_or(w, TIME_SIGN, 0), by = get(w, TIME_WEEKBY);
	day ref = reference(w);

	if (wanted < 1 || wanted > 7)
		return false;
	if (ref == DAY_NONE)
		return vague(w, str_printf(w->a, "XXXX-WXX-%d", (int)wanted));
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
	date(w, days(at, at), BASIS_RELATIVE);
	return true;
}

static bool today(struct work *w)
{
	day ref = reference(w);

	if (ref == DAY_NONE || too_wide(w, UNIT_DAY))
		return vague(w, STR("XXXX-XX-XX"));
	date(w, days(ref + get_or(w, TIME_BY, 0), ref + get_or(w, TIME_BY, 0)), BASIS_RELATIVE);
	return true;
}

/* ---- units ------------------------------------------------------------------------------------- */

static bool week(struct work *w)
{
	struct interval at;

	if (!day_in_month(w) || w->x->when.start == DAY_NONE || !unit_at(&at, w->x->when.start, UNIT_WEEK, 0))
		return false;
	date(w, at, w->x->when.basis);
	return true;
}

static bool unit(struct work *w)
{
	enum time_unit u = (enum time_unit)get_or(w, TIME_UNIT, UNIT_DAY);
	int32_t by = get_or(w, TIME_BY, 0);
	day ref = reference(w);
	struct interval at;

	if (ref == DAY_NONE)
		return vague(w, STR_NONE);
	if (u == UNIT_WEEK && !by && get_or(w, TIME_REF, 0) == REF_DOCUMENT && day_weekday(ref) == 7 && ahead(w))
		by = 1;			/* "this week", said on a Sunday of what is to come */
	if (u == UNIT_WEEKEND && !by && day_weekday(ref) < 6 && !ahead(w))
		by = -1;		/* "this weekend" of what is past */
	if (u == UNIT_MOMENT) {		/* that moment is that date */
		if (get_or(w, TIME_REF, 0) != REF_BEFORE)
			return vague(w, STR("PRESENT_REF"));
		date(w, w->c->anchor.at, BASIS_RELATIVE);
		return true;
	}
	if (get_or(w, TIME_REF, 0) && by == 0 && anchored(w) && w->c->anchor.at.grain == u)
		at = w->c->anchor.at;
	else if (!unit_at(&at, ref, u, by))
		return false;
	date(w, at, BASIS_RELATIVE);
	return true;
}

static bool partial(struct work *w)
{
	enum time_unit u = (enum time_unit)get_or(w, TIME_UNIT, UNIT_DAY);
	int32_t sign = get_or(w, TIME_SIGN, 1);
	day ref = reference(w);
	struct interval at;

	if (ref == DAY_NONE)
		return vague(w, STR_NONE);
	if (!unit_at(&at, ref, u, 0))
		return false;
	if (sign < 0 && ((u == UNIT_MONTH && ref <= at.start + 1) || (u == UNIT_WEEK && ref == at.start))) {
		/* "earlier this month" on the first or second is the month before */
		if (!unit_at(&at, ref, u, -1))
			return false;
		date(w, at, BASIS_RELATIVE);
		return true;
	}
	date(w, at, BASIS_RELATIVE);
	if (sign < 0 && at.end > ref)
		w->x->when.end = ref;
	else if (sign > 0 && at.start < ref)
		w->x->when.start = ref;
	return true;
}

static int64_t tenths(const struct work *w)
{
	return (int64_t)get_or(w, TIME_NUMBER, 10) + get_or(w, TIME_HALF, 0);
}

static struct str length_value(const struct work *w)
{
	return duration_value(w->a, (enum time_unit)get_or(w, TIME_UNIT, UNIT_NONE), tenths(w));
}

/* Units as steps of the calendar: a decade is ten years, half a year six months. */
static bool steps(const struct work *w, enum time_unit *u, int32_t *n)
{
	int64_t t = tenths(w);

	*u = (enum time_unit)get_or(w, TIME_UNIT, UNIT_NONE);
	if (*u == UNIT_DECADE || *u == UNIT_CENTURY || *u == UNIT_MILLENNIUM) {
		t *= *u == UNIT_DECADE ? 10 : *u == UNIT_CENTURY ? 100 : 1000;
		*u = UNIT_YEAR;
	} else if (t % 10 && *u == UNIT_YEAR) {
		t *= 12;
		*u = UNIT_MONTH;
	} else if (*u == UNIT_HALFYEAR) {
		t *= 6;
		*u = UNIT_MONTH;
	} else if (t % 10 && *u == UNIT_WEEK) {
		t *= 7;
		*u = UNIT_DAY;
	} else if (t % 10 && *u == UNIT_MONTH) {
		t = t * 13 / 3;
		*u = UNIT_WEEK;
	}
	if (*u == UNIT_NONE || *u == UNIT_SEASON || t > 100000)
		return false;
	*n = (int32_t)((t + 5) / 10);
	return true;
}

static bool duration(struct work *w)
{
	if (get(w, TIME_UNIT) == NO || get(w, TIME_UNIT) == UNIT_MOMENT)
		return false;
	w->x->type = TIMEX_DURATION;
	w->x->value = length_value(w);
	return true;
}

/* "a year earlier", said of a quarter or half year: that quarter of the year before. */
static bool same_period(const struct work *w, enum time_unit u, int32_t n, struct interval *at)
{
	const struct interval *r = &w->c->reported.at;

	return get_or(w, TIME_REF, 0) == REF_REPORTED && u == UNIT_YEAR && reporting(w) &&
	       unit_at(at, r->start, r->grain, n * (r->grain == UNIT_QUARTER ? 4 : 2));
}

static bool move(struct work *w)
{
	enum time_unit u;
	int32_t n, sign = get_or(w, TIME_SIGN, 1);
	day ref = reference(w);
	struct interval at;

	if (get(w, TIME_UNIT) == NO)
		return false;
	if (!tenths(w) && get_or(w, TIME_REF, 0) != REF_DOCUMENT)	/* "a few days later" */
		return duration(w);
	if (!tenths(w) || !steps(w, &u, &n))
		return vague(w, sign < 0 ? STR("PAST_REF") : STR("FUTURE_REF"));
	if (get_or(w, TIME_REF, REF_DOCUMENT) != REF_DOCUMENT && (ref == DAY_NONE || too_wide(w, u)))
		return duration(w);
	if (ref == DAY_NONE)
		return vague(w, STR_NONE);
	n *= sign < 0 ? -1 : 1;
	bool compared = same_period(w, u, n, &at);

	if (!compared && !unit_at(&at, ref, u, n))
		return vague(w, sign < 0 ? STR("PAST_REF") : STR("FUTURE_REF"));
	date(w, at, BASIS_RELATIVE);
	if (compared)
		w->at = nowhen;		/* the report goes on about its own period */
	return true;
}

/* A duration that also dates: its days are `at`, but it is nothing to count from. */
static void date_duration(struct work *w, struct interval at)
{
	struct str value = w->x->value;

	date(w, at, BASIS_RELATIVE);
	w->at = nowhen;
	w->x->type = TIMEX_DURATION;
	w->x->value = value;
}

/* The last or next n units: a stretch up to the document's date or from it. */
static bool span(struct work *w)
{
	enum time_unit u;
	int32_t n, sign = get_or(w, TIME_SIGN, -1);
	day now = w->c->d->date;
	struct interval edge;

	if (!duration(w))
		return false;
	if (now != DAY_NONE && tenths(w) && steps(w, &u, &n) && unit_at(&edge, now, u, sign < 0 ? -n : n))
		date_duration(w, (struct interval){ sign < 0 ? edge.start : now, sign < 0 ? now : edge.end, edge.grain });
	return true;
}

/* "in two weeks", "within a year": dates what is to come, measures what is past. */
static bool ahead_of_now(struct work *w, bool within)
{
	enum time_unit u;
	int32_t n;
	day now = w->c->d->date;
	struct interval edge;

	if (!duration(w))
		return false;
	if (w->c->tense != TENSE_PAST && now != DAY_NONE && tenths(w) && steps(w, &u, &n) && unit_at(&edge, now, u, n))
		date_duration(w, within ? (struct interval){ now, edge.end, edge.grain } : edge);
	return true;
}

/* ---- times of the day, sets ---------------------------------------------------------------------- */

static const char *const part_codes[] = { "", "MO", "AF", "EV", "NI" };
enum { PART_NOON = 5, PART_MIDNIGHT = 6 };

/* Minutes after midnight, or CLOCK_NONE. */
static int32_t clock_of(const struct work *w)
{
	int32_t at = get(w, TIME_CLOCK), part = get_or(w, TIME_PART, 0);

	if (at == NO)
		at = get(w, TIME_DOTTED);
	if (at == NO && get(w, TIME_HOUR) != NO)
		at = 60 * get(w, TIME_HOUR);
	if (at == NO)
		return part == PART_NOON ? 720 : part == PART_MIDNIGHT ? 1440 : CLOCK_NONE;
	at += get_or(w, TIME_MINUTE, 0);
	if (get(w, TIME_NOON) != NO)
		at = at % 720 + 60 * get(w, TIME_NOON);
	else if (at < 720 && at >= 60 && (part == 2 || part == 3 || (part == 4 && at >= 360)))
		at += 720;		/* eight in the evening */
	return at < 0 ? at + 1440 : at;
}

/* Adds the time of the day to a date's value. */
static void add_time(struct work *w)
{
	int32_t clock = clock_of(w), part = get_or(w, TIME_PART, 0);
	struct str time;

	if (clock != CLOCK_NONE)
		time = str_printf(w->a, "T%02d:%02d", (int)(clock / 60), (int)(clock % 60));
	else if (part >= 1 && part <= 4)
		time = str_printf(w->a, "T%s", part_codes[part]);
	else
		return;
	if (w->x->value.n != 10)		/* no single day */
		return;
	w->x->type = TIMEX_TIME;
	w->x->value = str_cat(w->a, w->x->value, time);
}

/* A time alone: of the day named shortly before, else of the document's day. */
static bool clock(struct work *w)
{
	day at = w->c->d->date;

	if (anchored(w) && w->c->sentence - w->c->anchor.sentence < NEAR_SENTENCES && w->c->anchor.at.start == w->c->anchor.at.end)
		at = w->c->anchor.at.start;
	if (at != DAY_NONE)
		date(w, days(at, at), BASIS_RELATIVE);
	else
		w->x->value = STR("XXXX-XX-XX");
	w->at = nowhen;				/* no date for others to count from */
	return true;
}

static bool set(struct work *w)
{
	static const char *const seasons[] = { "", "SP", "SU", "FA", "WI" };
	int32_t part = get_or(w, TIME_PART, 0), n = get_or(w, TIME_SEASON, 0);
	struct str value;

	if (get(w, TIME_WEEKDAY) != NO)
		value = str_printf(w->a, "XXXX-WXX-%d", (int)get(w, TIME_WEEKDAY));
	else if (get(w, TIME_MONTH) != NO)
		value = str_printf(w->a, "XXXX-%02d", (int)get(w, TIME_MONTH));
	else if (n >= 1 && n <= 4)
		value = str_printf(w->a, "XXXX-%s", seasons[n]);
	else if (get(w, TIME_ORDINAL) != NO && get_or(w, TIME_UNIT, 0) == UNIT_QUARTER)
		value = str_printf(w->a, "XXXX-Q%d", (int)get(w, TIME_ORDINAL));
	else if (get(w, TIME_UNIT) == UNIT_WEEKEND)
		value = STR("XXXX-WXX-WE");
	else if (get(w, TIME_UNIT) != NO && get(w, TIME_UNIT) != UNIT_MOMENT)
		value = length_value(w);
	else if (part)
		value = STR("XXXX-XX-XX");
	else
		return false;
	w->x->type = TIMEX_SET;
	if (part >= 1 && part <= 4)
		value = str_printf(w->a, "%.*sT%s", STR_ARG(value), part_codes[part]);
	w->x->value = value;
	return true;
}

/* ---- all --------------------------------------------------------------------------------------------- */

static bool resolve(struct work *w)
{
	switch ((enum time_meaning)w->s->meaning) {
	case MEAN_DAY:
		return day_in_month(w);
	case MEAN_MONTH:
		return month(w);
	case MEAN_QUARTER:
		return quarter(w);
	case MEAN_HALFYEAR:
		return every_year(w, half_at, get(w, TIME_ORDINAL), "XXXX-H%d", 2);
	case MEAN_SEASON:
		return season(w);
	case MEAN_YEAR:
		return year(w);
	case MEAN_DECADE:
		return decade(w);
	case MEAN_CENTURY:
		return century(w);
	case MEAN_DATE:
		date(w, days(get(w, TIME_DATE), get(w, TIME_DATE)), BASIS_STATED);
		return true;
	case MEAN_FEAST:
		return feast(w);
	case MEAN_TODAY:
		return today(w);
	case MEAN_WEEKDAY:
		return weekday(w);
	case MEAN_WEEK:
		return week(w);
	case MEAN_UNIT:
		return unit(w);
	case MEAN_PARTIAL:
		return partial(w);
	case MEAN_MOVE:
		return move(w);
	case MEAN_SPAN:
		return span(w);
	case MEAN_DURATION:
		return duration(w);
	case MEAN_AHEAD:
		return ahead_of_now(w, false);
	case MEAN_WITHIN:
		return ahead_of_now(w, true);
	case MEAN_SET:
		return set(w);
	case MEAN_CLOCK:
		return clock(w);
	case MEAN_PAST:
		return vague(w, STR("PAST_REF"));
	case MEAN_PRESENT:
		return vague(w, STR("PRESENT_REF"));
	case MEAN_FUTURE:
		return vague(w, STR("FUTURE_REF"));
	case MEAN_NOTHING: case MEAN_COUNT:
		break;
	}
	return false;
}

bool time_resolve(const struct setting *c, const struct sense *s, struct timex *x, struct interval *at)
{
	struct work w = { .c = c, .s = s, .x = x, .at = nowhen, .a = c->d->a };

	x->type = TIMEX_DATE;
	x->value = STR_NONE;
	x->when = (struct when){ .start = DAY_NONE, .end = DAY_NONE, .precision = PRECISION_UNKNOWN, .basis = BASIS_RELATIVE };
	if (s->meaning < 0 || !resolve(&w))
		return false;
	if (x->type == TIMEX_DATE)
		add_time(&w);
	*at = w.at;
	return true;
}
