/* time_resolve.c - the sense of an expression to value and days: what all meanings share, times of the day, sets, and the way in. */
#include "link/time_work.h"

enum { NEAR_SENTENCES = 3, REPORT_SENTENCES = 25, CLOCK_NONE = -1 };

bool work_near(const struct work *w)
{
	return anchored(w) && w->c->sentence - w->c->anchor.sentence < NEAR_SENTENCES;
}

day work_reference(const struct work *w)
{
	int32_t ref = get_or(w, TIME_REF, REF_DOCUMENT);

	if (ref == REF_BEFORE || (ref == REF_NEAR && work_near(w)))
		return w->c->anchor.at.start;
	return w->c->d->date;
}

bool work_too_wide(const struct work *w, enum time_unit unit)
{
	if (get_or(w, TIME_REF, REF_DOCUMENT) == REF_DOCUMENT || work_reference(w) == w->c->d->date)
		return false;
	day length = w->c->anchor.at.end - w->c->anchor.at.start;

	return (unit == UNIT_DAY && length > 6) || (unit == UNIT_WEEK && length > 31) || (unit == UNIT_MONTH && length > 92);
}

bool work_reporting(const struct work *w)
{
	return w->c->reported.at.start != DAY_NONE && w->c->sentence - w->c->reported.sentence < REPORT_SENTENCES;
}

void work_date(struct work *w, struct interval at, enum basis basis)
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

bool work_vague(struct work *w, struct str value)
{
	w->x->type = TIMEX_DATE;
	w->x->value = value;
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

	if (work_near(w) && w->c->anchor.at.start == w->c->anchor.at.end)
		at = w->c->anchor.at.start;
	if (at != DAY_NONE)
		work_date(w, days(at, at), BASIS_RELATIVE);
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
		value = work_length(w);
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
		return mean_day(w);
	case MEAN_MONTH:
		return mean_month(w);
	case MEAN_QUARTER:
		return mean_quarter(w);
	case MEAN_HALFYEAR:
		return mean_halfyear(w);
	case MEAN_SEASON:
		return mean_season(w);
	case MEAN_YEAR:
		return mean_year(w);
	case MEAN_DECADE:
		return mean_decade(w);
	case MEAN_CENTURY:
		return mean_century(w);
	case MEAN_DATE:
		work_date(w, days(get(w, TIME_DATE), get(w, TIME_DATE)), BASIS_STATED);
		return true;
	case MEAN_FEAST:
		return mean_feast(w);
	case MEAN_TODAY:
		return mean_today(w);
	case MEAN_WEEKDAY:
		return mean_weekday(w);
	case MEAN_WEEK:
		return mean_week(w);
	case MEAN_UNIT:
		return mean_unit(w);
	case MEAN_PARTIAL:
		return mean_partial(w);
	case MEAN_MOVE:
		return mean_move(w);
	case MEAN_SPAN:
		return mean_span(w);
	case MEAN_DURATION:
		return mean_duration(w);
	case MEAN_AHEAD:
		return mean_ahead(w, false);
	case MEAN_WITHIN:
		return mean_ahead(w, true);
	case MEAN_SET:
		return set(w);
	case MEAN_CLOCK:
		return clock(w);
	case MEAN_PAST:
		return work_vague(w, STR("PAST_REF"));
	case MEAN_PRESENT:
		return work_vague(w, STR("PRESENT_REF"));
	case MEAN_FUTURE:
		return work_vague(w, STR("FUTURE_REF"));
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
