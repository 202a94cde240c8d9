/* time_units.c - units of the calendar moved from a reference, and durations. */
#include "link/time_work.h"

/* ---- units ------------------------------------------------------------------------------------- */

bool mean_week(struct work *w)
{
	struct interval at;

	if (!mean_day(w) || w->x->when.start == DAY_NONE || !unit_at(&at, w->x->when.start, UNIT_WEEK, 0))
		return false;
	work_date(w, at, w->x->when.basis);
	return true;
}

bool mean_unit(struct work *w)
{
	enum time_unit u = (enum time_unit)get_or(w, TIME_UNIT, UNIT_DAY);
	int32_t by = get_or(w, TIME_BY, 0);
	day ref = work_reference(w);
	struct interval at;

	if (ref == DAY_NONE)
		return work_vague(w, STR_NONE);
	if (u == UNIT_WEEK && !by && get_or(w, TIME_REF, 0) == REF_DOCUMENT && day_weekday(ref) == 7 && ahead(w))
		by = 1;			/* "this week", said on a Sunday of what is to come */
	if (u == UNIT_WEEKEND && !by && day_weekday(ref) < 6 && !ahead(w))
		by = -1;		/* "this weekend" of what is past */
	if (u == UNIT_MOMENT) {		/* that moment is that date */
		if (get_or(w, TIME_REF, 0) != REF_BEFORE)
			return work_vague(w, STR("PRESENT_REF"));
		work_date(w, w->c->anchor.at, BASIS_RELATIVE);
		return true;
	}
	if (get_or(w, TIME_REF, 0) && by == 0 && anchored(w) && w->c->anchor.at.grain == u)
		at = w->c->anchor.at;
	else if (!unit_at(&at, ref, u, by))
		return false;
	work_date(w, at, BASIS_RELATIVE);
	return true;
}

bool mean_partial(struct work *w)
{
	enum time_unit u = (enum time_unit)get_or(w, TIME_UNIT, UNIT_DAY);
	int32_t sign = get_or(w, TIME_SIGN, 1);
	day ref = work_reference(w);
	struct interval at;

	if (ref == DAY_NONE)
		return work_vague(w, STR_NONE);
	if (!unit_at(&at, ref, u, 0))
		return false;
	if (sign < 0 && ((u == UNIT_MONTH && ref <= at.start + 1) || (u == UNIT_WEEK && ref == at.start))) {
		/* "earlier this month" on the first or second is the month before */
		if (!unit_at(&at, ref, u, -1))
			return false;
		work_date(w, at, BASIS_RELATIVE);
		return true;
	}
	work_date(w, at, BASIS_RELATIVE);
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

struct str work_length(const struct work *w)
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

bool mean_duration(struct work *w)
{
	if (get(w, TIME_UNIT) == NO || get(w, TIME_UNIT) == UNIT_MOMENT)
		return false;
	w->x->type = TIMEX_DURATION;
	w->x->value = work_length(w);
	return true;
}

/* "a year earlier", said of a quarter or half year: that quarter of the year before. */
static bool same_period(const struct work *w, enum time_unit u, int32_t n, struct interval *at)
{
	const struct interval *r = &w->c->reported.at;

	return get_or(w, TIME_REF, 0) == REF_REPORTED && u == UNIT_YEAR && work_reporting(w) &&
	       unit_at(at, r->start, r->grain, n * (r->grain == UNIT_QUARTER ? 4 : 2));
}

bool mean_move(struct work *w)
{
	enum time_unit u;
	int32_t n, sign = get_or(w, TIME_SIGN, 1);
	day ref = work_reference(w);
	struct interval at;

	if (get(w, TIME_UNIT) == NO)
		return false;
	if (!tenths(w) && get_or(w, TIME_REF, 0) != REF_DOCUMENT)	/* "a few days later" */
		return mean_duration(w);
	if (!tenths(w) || !steps(w, &u, &n))
		return work_vague(w, sign < 0 ? STR("PAST_REF") : STR("FUTURE_REF"));
	if (get_or(w, TIME_REF, REF_DOCUMENT) != REF_DOCUMENT && (ref == DAY_NONE || work_too_wide(w, u)))
		return mean_duration(w);
	if (ref == DAY_NONE)
		return work_vague(w, STR_NONE);
	n *= sign < 0 ? -1 : 1;
	bool compared = same_period(w, u, n, &at);

	if (!compared && !unit_at(&at, ref, u, n))
		return work_vague(w, sign < 0 ? STR("PAST_REF") : STR("FUTURE_REF"));
	work_date(w, at, BASIS_RELATIVE);
	if (compared)
		w->at = nowhen;		/* the report goes on about its own period */
	return true;
}

/* A duration that also dates: its days are `at`, but it is nothing to count from. */
static void date_duration(struct work *w, struct interval at)
{
	struct str value = w->x->value;

	work_date(w, at, BASIS_RELATIVE);
	w->at = nowhen;
	w->x->type = TIMEX_DURATION;
	w->x->value = value;
}

/* The last or next n units: a stretch up to the document's date or from it. */
bool mean_span(struct work *w)
{
	enum time_unit u;
	int32_t n, sign = get_or(w, TIME_SIGN, -1);
	day now = w->c->d->date;
	struct interval edge;

	if (!mean_duration(w))
		return false;
	if (now != DAY_NONE && tenths(w) && steps(w, &u, &n) && unit_at(&edge, now, u, sign < 0 ? -n : n))
		date_duration(w, (struct interval){ sign < 0 ? edge.start : now, sign < 0 ? now : edge.end, edge.grain });
	return true;
}

/* "in two weeks", "within a year": dates what is to come, measures what is past. */
bool mean_ahead(struct work *w, bool within)
{
	enum time_unit u;
	int32_t n;
	day now = w->c->d->date;
	struct interval edge;

	if (!mean_duration(w))
		return false;
	if (w->c->tense != TENSE_PAST && !w->c->measures && now != DAY_NONE && tenths(w) && steps(w, &u, &n) && unit_at(&edge, now, u, n))
		date_duration(w, within ? (struct interval){ now, edge.end, edge.grain } : edge);
	return true;
}
