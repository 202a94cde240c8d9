/* time_work.h - one expression at work: what its sense is resolved with; shared by the files that resolve, seen by nobody else. */
#ifndef LINK_TIME_WORK_H
#define LINK_TIME_WORK_H

#include "link/time_resolve.h"

#define NO TIME_NO

struct work {
	const struct setting *c;
	const struct sense *s;
	struct timex *x;
	struct interval at;		/* of a date */
	struct arena *a;
};

static const struct interval nowhen = { DAY_NONE, DAY_NONE, UNIT_NONE };

static inline int32_t get(const struct work *w, enum time_slot slot)
{
	return w->s->slot[slot];
}

static inline int32_t get_or(const struct work *w, enum time_slot slot, int32_t other)
{
	return w->s->slot[slot] == NO ? other : w->s->slot[slot];
}

static inline bool dated(const struct work *w)
{
	return w->c->d->date != DAY_NONE;
}

static inline bool anchored(const struct work *w)
{
	return w->c->anchor.at.start != DAY_NONE;
}

static inline bool ahead(const struct work *w)
{
	return w->c->tense == TENSE_FUTURE || w->c->tense == TENSE_PRESENT;
}

static inline struct interval days(day start, day end)
{
	return (struct interval){ start, end, UNIT_DAY };
}

/* The day that the expression counts from, or DAY_NONE. */
day work_reference(const struct work *w);

/* Is the date before in the text too wide to count units from?  "A day later" means nothing after "in 2019". */
bool work_too_wide(const struct work *w, enum time_unit unit);

/* Is the date before in the text within a few sentences? */
bool work_near(const struct work *w);

/* Does the text report on a quarter or half year here? */
bool work_reporting(const struct work *w);

/* Makes it a date of those days. */
void work_date(struct work *w, struct interval at, enum basis basis);

/* Makes it a date that cannot be resolved; always true. */
bool work_vague(struct work *w, struct str value);

/* The value of number and unit as a duration. */
struct str work_length(const struct work *w);

/* One for each meaning; false: no expression after all.  time_dates.c */
bool mean_day(struct work *w);
bool mean_month(struct work *w);
bool mean_quarter(struct work *w);
bool mean_halfyear(struct work *w);
bool mean_season(struct work *w);
bool mean_year(struct work *w);
bool mean_decade(struct work *w);
bool mean_century(struct work *w);
bool mean_feast(struct work *w);
bool mean_weekday(struct work *w);
bool mean_today(struct work *w);

/* time_units.c */
bool mean_week(struct work *w);
bool mean_unit(struct work *w);
bool mean_partial(struct work *w);
bool mean_move(struct work *w);
bool mean_span(struct work *w);
bool mean_duration(struct work *w);
bool mean_ahead(struct work *w, bool within);

#endif
