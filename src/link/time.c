/* time.c - temporal expressions: patterns over words, TIMEX3 values, resolved against the document's date (RECORD.md §3.3).
 *
 * TIMEX3 is the annotation of TimeML (Pustejovsky et al. 2003; ISO 24617-1).
 */
#include "base/unicode.h"
#include "link/link.h"
#include "link/time_rules.h"

#include <stdio.h>
#include <stdlib.h>

enum unit { UNIT_NONE, UNIT_DAY, UNIT_WEEK, UNIT_MONTH, UNIT_QUARTER, UNIT_SEASON, UNIT_YEAR, UNIT_DECADE, UNIT_CENTURY, UNIT_HOUR, UNIT_MINUTE,
	    UNIT_WEEKEND, UNIT_NIGHT, UNIT_MOMENT };

#define NO INT16_MIN

struct word {				/* a token as the rules see it */
	struct str lower;
	struct time_value v;
};

struct found {				/* values of the elements of a match */
	int value[TIME_CLASS_COUNT], second_year, second_dom;
	uint32_t first, last;
	bool iso_given;
	int y, m, d;
};

int timer_open(struct timer **out, const char *lang_dir, struct error *e)
{
	struct timer *t = calloc(1, sizeof(*t));
	char path[4096];

	*out = NULL;
	if (!t)
		return error_set(e, COU_EDATA, "out of memory");
	snprintf(path, sizeof(path), "%s/time.txt", lang_dir);
	int r = time_rules_read(t, path, e);

	if (r) {
		timer_close(t);
		return r;
	}
	*out = t;
	return COU_OK;
}

void timer_close(struct timer *t)
{
	if (!t)
		return;
	arena_free(&t->a);
	free(t);
}

/* ---- words --------------------------------------------------------------------------- */

/* Value of a numeral with optional ordinal ending, or -1. */
static long number_of(const struct timer *t, struct str s, bool *ordinal)
{
	long n = 0;
	size_t i = 0;

	*ordinal = false;
	while (i < s.n && i < 7 && s.p[i] >= '0' && s.p[i] <= '9')
		n = n * 10 + (s.p[i++] - '0');
	if (!i)
		return -1;
	if (i == s.n)
		return n;
	*ordinal = map_get(&t->ordinal_endings, str_sub(s, i, s.n)) != MAP_NONE;
	return *ordinal ? n : -1;
}

static bool clock_of(struct str s)
{
	if (s.n < 4 || s.n > 5)
		return false;
	size_t c = s.n - 3;

	for (size_t i = 0; i < s.n; i++)
		if (i != c && (s.p[i] < '0' || s.p[i] > '9'))
			return false;
	return (s.p[c] == ':' || s.p[c] == '.') && s.p[c + 1] < '6';
}

static bool iso_of(struct str s, int *y, int *m, int *d)
{
	int n[3] = { 0 }, parts = 0, digits = 0;
	size_t first = 0;

	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] >= '0' && s.p[i] <= '9') {
			n[parts] = n[parts] * 10 + (s.p[i] - '0');
			digits++;
			if (digits > 4)
				return false;
		} else if ((s.p[i] == '-' || s.p[i] == '/') && digits && parts < 2) {
			if (!parts)
				first = i;
			parts++;
			digits = 0;
		} else {
			return false;
		}
	}
	if (parts != 2 || !digits)
		return false;
	if (first == 4) {
		*y = n[0], *m = n[1], *d = n[2];
	} else if (digits == 4) {
		*y = n[2], *m = n[1], *d = n[0];
	} else {
		return false;
	}
	return *y >= 1000 && *m >= 1 && *m <= 12 && *d >= 1 && *d <= month_days(*y, *m);
}

static void look(const struct timer *t, struct doc *d, const struct token *x, struct word *w)
{
	bool ordinal;
	int y, m, dd;

	w->lower = x->cased ? unicode_lower_str(d->a, x->form) : x->form;
	uint32_t at = map_get(&t->words, w->lower);

	if (at != MAP_NONE && (x->cased || map_get(&t->capital, w->lower) == MAP_NONE))
		w->v = t->values.at[at];
	else
		for (int i = 0; i < TIME_CLASS_COUNT; i++)
			w->v.of[i] = NO;
	if (!w->lower.n || w->lower.p[0] < '0' || w->lower.p[0] > '9')
		return;
	long n = number_of(t, w->lower, &ordinal);

	if (n >= 1 && n <= 31)
		w->v.of[TIME_DOM] = (int16_t)n;
	if (n >= 0 && n < 1000 && !ordinal)
		w->v.of[TIME_NUMBER] = (int16_t)n;
	if (ordinal && n < 100)
		w->v.of[TIME_ORDINAL] = (int16_t)n;
	if (n >= 1700 && n <= 2150 && !ordinal && w->lower.n == 4)
		w->v.of[TIME_YEAR] = (int16_t)n;
	if (clock_of(w->lower))
		w->v.of[TIME_CLOCK] = 1;
	if (iso_of(w->lower, &y, &m, &dd))
		w->v.of[TIME_ISO] = 1;
	if (w->lower.n >= 3 && w->lower.n <= 6 && str_ends(w->lower, STR("s"))) {	/* 1990s, 90s */
		struct str digits = str_sub(w->lower, 0, w->lower.n - (str_ends(w->lower, STR("'s")) ? 2 : 1));
		long decade = number_of(t, digits, &ordinal);

		if (decade >= 0 && decade % 10 == 0 && (digits.n == 4 || digits.n == 2) && !ordinal)
			w->v.of[TIME_DECADE] = (int16_t)decade;
	}
}

/* ---- matching ---------------------------------------------------------------------------- */

static bool element_fits(const struct time_element *x, const struct word *w)
{
	if (x->class >= 0)
		return w->v.of[x->class] != NO;
	for (size_t i = 0; i < x->words.n; i++)
		if (str_eq(x->words.at[i], w->lower))
			return true;
	return false;
}

static void take(struct found *f, const struct time_element *x, const struct word *w)
{
	if (x->class < 0)
		return;
	if (x->class == TIME_YEAR && f->value[TIME_YEAR] != NO)
		f->second_year = w->v.of[TIME_YEAR];
	else if (x->class == TIME_DOM && f->value[TIME_DOM] != NO)
		f->second_dom = w->v.of[TIME_DOM];
	else
		f->value[x->class] = w->v.of[x->class];
	if (x->class == TIME_ISO)
		f->iso_given = iso_of(w->lower, &f->y, &f->m, &f->d);
}

/* Tokens matched by rule r at word i (0: none); optional elements are taken when they fit. */
static uint32_t match(const struct time_rule *r, const struct word *w, uint32_t n, struct found *f)
{
	uint32_t at = 0;

	for (int i = 0; i < TIME_CLASS_COUNT; i++)
		f->value[i] = NO;
	f->second_year = f->second_dom = NO;
	f->iso_given = false;
	for (uint32_t k = 0; k < r->n; k++) {
		if (at < n && element_fits(&r->elements[k], &w[at]))
			take(f, &r->elements[k], &w[at++]);
		else if (!r->elements[k].optional)
			return 0;
	}
	return at;
}

/* ---- resolving ------------------------------------------------------------------------------ */

static day month_start(int y, int m)
{
	while (m < 1) {
		m += 12;
		y--;
	}
	while (m > 12) {
		m -= 12;
		y++;
	}
	return day_of(y, m, 1);
}

static void civil(day d, int *y, int *m, int *dom)
{
	day_civil(d, y, m, dom);
}

static void set(struct when *w, day start, day end, enum precision_time p)
{
	w->start = start;
	w->end = end;
	w->precision = p;
}

/* The unit that holds day d, moved by `by` units. */
static void unit_at(struct when *w, day d, int unit, int by)
{
	int y, m, dom;

	civil(d, &y, &m, &dom);
	switch (unit) {
	case UNIT_DAY: case UNIT_NIGHT:
		set(w, d + by, d + by, PRECISION_DAY);
		break;
	case UNIT_WEEK: {
		day monday = d - (day_weekday(d) - 1) + 7 * by;

		set(w, monday, monday + 6, PRECISION_WEEK);
		break;
	}
	case UNIT_WEEKEND: {
		day saturday = d - (day_weekday(d) - 1) + 5 + 7 * by;

		set(w, saturday, saturday + 1, PRECISION_DAY);
		break;
	}
	case UNIT_MONTH:
		set(w, month_start(y, m + by), month_start(y, m + by + 1) - 1, PRECISION_MONTH);
		break;
	case UNIT_QUARTER: {
		int q = (m - 1) / 3 * 3 + 1 + 3 * by;

		set(w, month_start(y, q), month_start(y, q + 3) - 1, PRECISION_MONTH);
		break;
	}
	case UNIT_YEAR:
		set(w, day_of(y + by, 1, 1), day_of(y + by, 12, 31), PRECISION_YEAR);
		break;
	case UNIT_DECADE: {
		int from = y / 10 * 10 + 10 * by;

		set(w, day_of(from, 1, 1), day_of(from + 9, 12, 31), PRECISION_DECADE);
		break;
	}
	case UNIT_HOUR: case UNIT_MINUTE: case UNIT_MOMENT:
		set(w, d, d, PRECISION_DAY);
		break;
	default:
		break;
	}
}

/* A season of a year: 1 spring 2 summer 3 autumn 4 winter (meteorological; winter begins in December). */
static void season_of(struct when *w, int season, int year)
{
	int first = season * 3;

	set(w, month_start(year, first), month_start(year, first + 3) - 1, PRECISION_SEASON);
}

static const char *const unit_letters[] = { "", "D", "W", "M", "Q", "M", "Y", "Y", "Y", "H", "M", "D", "D", "D" };

static void value_text(struct doc *d, struct timex *x)
{
	char a[11], b[11];
	int y, m, dom;

	if (x->value.n || x->when.start == DAY_NONE)
		return;
	day_iso(x->when.start, a);
	day_iso(x->when.end == DAY_NONE ? x->when.start : x->when.end, b);
	civil(x->when.start, &y, &m, &dom);
	switch (x->when.precision) {
	case PRECISION_YEAR:
		x->value = str_printf(d->a, "%04d", y);
		break;
	case PRECISION_DECADE:
		x->value = str_printf(d->a, "%03d", y / 10);
		break;
	case PRECISION_MONTH:
		x->value = str_printf(d->a, "%04d-%02d", y, m);
		break;
	case PRECISION_WEEK: {
		day thursday = x->when.start - (day_weekday(x->when.start) - 1) + 3;
		int ty;

		civil(thursday, &ty, &m, &dom);
		x->value = str_printf(d->a, "%04d-W%02d", ty, (int)((thursday - day_of(ty, 1, 1)) / 7 + 1));
		break;
	}
	case PRECISION_SEASON: {
		static const char *const names[] = { "WI", "SP", "SU", "FA" };

		x->value = str_printf(d->a, "%04d-%s", m == 12 ? y : y, names[m == 12 ? 0 : m / 3 % 4]);
		break;
	}
	default:
		x->value = x->when.end != x->when.start && x->when.end != DAY_NONE ? str_printf(d->a, "%s/%s", a, b) : str_printf(d->a, "%s", a);
	}
}

/* A month and day without a year: the nearest in the direction of the tense. */
static int nearest_year(day now, int m, int dom, bool future)
{
	int y, cm, cd;

	civil(now, &y, &cm, &cd);
	day this_year = day_of(y, m, dom > month_days(y, m) ? month_days(y, m) : dom);

	if (future)
		return this_year < now ? y + 1 : y;
	/* more than a month ahead is the year before, without a word that points ahead */
	return this_year > now + (dom ? 31 : 0) ? y - 1 : y;
}

static bool resolve(const struct time_rule *r, const struct found *f, struct doc *d, const struct timex *before, bool future, bool present, struct timex *x)
{
	day now = d->date;
	bool dated = now != DAY_NONE;
	struct when *w = &x->when;
	int year = f->value[TIME_YEAR], month = f->value[TIME_MONTH], dom = f->value[TIME_DOM], unit = f->value[TIME_UNIT];
	int number = f->value[TIME_NUMBER] == NO ? 1 : f->value[TIME_NUMBER];

	if (dom == NO && f->value[TIME_ORDINAL] != NO)
		dom = f->value[TIME_ORDINAL];
	*w = (struct when){ .start = DAY_NONE, .end = DAY_NONE, .precision = PRECISION_UNKNOWN, .basis = BASIS_RELATIVE };
	x->type = TIMEX_DATE;
	switch (r->action) {
	case ACTION_DAY:
		if (dom < 1 || month < 1)
			return false;
		if (year != NO) {
			w->basis = BASIS_STATED;
		} else if (!dated) {
			x->value = str_printf(d->a, "XXXX-%02d-%02d", month, dom);
			return true;
		} else {
			year = nearest_year(now, month, dom, future);
		}
		if (dom > month_days(year, month))
			return false;
		set(w, day_of(year, month, dom), day_of(year, month, dom), PRECISION_DAY);
		break;
	case ACTION_DAYS:
		if (dom < 1 || f->second_dom < 1 || month < 1 || (year == NO && !dated))
			return false;
		w->basis = year != NO ? BASIS_STATED : BASIS_RELATIVE;
		year = year != NO ? year : nearest_year(now, month, dom, future);
		if (dom > month_days(year, month) || f->second_dom > month_days(year, month) || f->second_dom < dom)
			return false;
		set(w, day_of(year, month, dom), day_of(year, month, f->second_dom), PRECISION_DAY);
		break;
	case ACTION_MONTH: {
		int phase = f->value[TIME_PHASE];

		if (year != NO) {
			w->basis = BASIS_STATED;
		} else if (!dated) {
			x->value = str_printf(d->a, "XXXX-%02d", month);
			return true;
		} else if (r->argument) {
			int y, m, dd;

			civil(now, &y, &m, &dd);
			year = r->argument < 0 ? (month >= m ? y - 1 : y) : (month <= m ? y + 1 : y);
		} else {
			int y, m, dd;

			civil(now, &y, &m, &dd);
			year = future ? (month < m ? y + 1 : y) : (month > m ? y - 1 : y);
		}
		day first = month_start(year, month), last = month_start(year, month + 1) - 1;

		if (phase == 1)
			last = first + 9;
		else if (phase == 2)
			first += 10, last = first + 9;
		else if (phase == 3)
			first += 20;
		set(w, first, last, PRECISION_MONTH);
		break;
	}
	case ACTION_YEAR: {
		int phase = f->value[TIME_PHASE];

		if (year == NO)
			return false;
		w->basis = BASIS_STATED;
		set(w, day_of(year, phase == 3 ? 10 : phase == 2 ? 5 : 1, 1), phase == 1 ? day_of(year, 3, 31) : phase == 2 ? day_of(year, 8, 31) : day_of(year, 12, 31), PRECISION_YEAR);
		break;
	}
	case ACTION_YEARS:
		if (year == NO || f->second_year == NO || f->second_year < year)
			return false;
		w->basis = BASIS_STATED;
		set(w, day_of(year, 1, 1), day_of(f->second_year, 12, 31), PRECISION_YEAR);
		break;
	case ACTION_SEASON: {
		int y, m, dd, season = f->value[TIME_SEASON];

		if (year != NO) {
			w->basis = BASIS_STATED;
			season_of(w, season, year);
			break;
		}
		if (!dated)
			return true;
		civil(now, &y, &m, &dd);
		season_of(w, season, y + (r->argument > 1 ? 1 : 0));
		if (r->argument < 0 || (!r->argument && !future)) {
			while (w->start > now || (r->argument < 0 && w->end >= now))
				season_of(w, season, --y);
		} else if (r->argument > 0 || future) {
			while (w->end < now)
				season_of(w, season, ++y);
		}
		break;
	}
	case ACTION_DECADE: {
		int decade = f->value[TIME_DECADE];

		decade = decade < 100 ? (decade < 20 ? 2000 : 1900) + decade : decade;
		w->basis = BASIS_STATED;
		set(w, day_of(decade, 1, 1), day_of(decade + 9, 12, 31), PRECISION_DECADE);
		break;
	}
	case ACTION_TODAY:
		x->type = f->value[TIME_PART] != NO ? TIMEX_TIME : TIMEX_DATE;
		if (dated)
			set(w, now + r->argument, now + r->argument, PRECISION_DAY);
		break;
	case ACTION_WEEKDAY: {
		int wanted = f->value[TIME_WEEKDAY];

		if (!dated)
			return true;
		int back = (day_weekday(now) - wanted + 7) % 7;
		day when = now - back;

		if (r->argument < 0)
			when = back ? now - back : now - 7;
		else if (r->argument > 0)
			when = now + (back ? 7 - back : 7);
		else if (future || present)
			when = now + (7 - back) % 7;
		set(w, when, when, PRECISION_DAY);
		break;
	}
	case ACTION_UNIT:
		if (dated)
			unit_at(w, now, unit == NO ? UNIT_DAY : unit, r->argument);
		if (unit == UNIT_SEASON)
			return false;
		break;
	case ACTION_PARTIAL:
		if (!dated)
			return true;
		unit_at(w, now, unit, 0);
		if (r->argument < 0) {		/* "earlier this month" on the first or second is the month before */
			int y, m, dd;

			civil(now, &y, &m, &dd);
			if ((unit == UNIT_MONTH && dd <= 2) || (unit == UNIT_WEEK && day_weekday(now) == 1))
				unit_at(w, now, unit, -1);
			else if (w->end > now)
				w->end = now;
		} else if (w->start < now) {
			w->start = now;
		}
		break;
	case ACTION_AGO: case ACTION_AHEAD: {
		int by = r->action == ACTION_AGO ? -number : number;

		if (unit == NO)
			return false;
		if (dated) {
			if (unit == UNIT_CENTURY)
				unit_at(w, now, UNIT_YEAR, 100 * by);
			else if (unit == UNIT_DECADE)
				unit_at(w, now, UNIT_YEAR, 10 * by);
			else if (unit == UNIT_HOUR || unit == UNIT_MINUTE || unit == UNIT_MOMENT)
				set(w, now, now, PRECISION_DAY);
			else
				unit_at(w, now, unit, by);
		}
		break;
	}
	case ACTION_AFTER: {
		int sign = r->argument < 0 ? -1 : 1;

		if (unit == NO || !before || before->when.start == DAY_NONE) {
			x->type = TIMEX_DURATION;
			x->value = str_printf(d->a, "P%d%s", number, unit == NO ? "D" : unit_letters[unit]);
			return true;
		}
		unit_at(w, before->when.start, unit, sign * number);
		break;
	}
	case ACTION_SPAN:
		x->type = TIMEX_DURATION;
		if (unit == NO)
			return false;
		x->value = str_printf(d->a, "P%d%s", unit == UNIT_DECADE ? 10 * number : number, unit_letters[unit]);
		if (dated) {
			struct when edge = *w;

			unit_at(&edge, now, unit == UNIT_DECADE ? UNIT_YEAR : unit, (unit == UNIT_DECADE ? 10 : 1) * (r->argument < 0 ? -number : number));
			set(w, r->argument < 0 ? edge.start : now, r->argument < 0 ? now : edge.end, edge.precision);
		}
		return true;
	case ACTION_DURATION:
		x->type = TIMEX_DURATION;
		if (unit == NO || unit == UNIT_MOMENT)
			return false;
		x->value = str_printf(d->a, unit == UNIT_HOUR || unit == UNIT_MINUTE ? "PT%d%s" : "P%d%s",
				      unit == UNIT_DECADE ? 10 * number : unit == UNIT_CENTURY ? 100 * number : number, unit_letters[unit]);
		return true;
	case ACTION_SET:
		x->type = TIMEX_SET;
		x->value = str_printf(d->a, "P1%s", unit != NO ? unit_letters[unit] : f->value[TIME_WEEKDAY] != NO ? "W" : "D");
		return true;
	case ACTION_CLOCK:
		x->type = TIMEX_TIME;
		if (dated)
			set(w, now, now, PRECISION_DAY);
		x->value = STR("T");
		return true;
	case ACTION_PRESENT:
		x->value = STR("PRESENT_REF");
		return true;
	case ACTION_ISO:
		if (!f->iso_given)
			return false;
		w->basis = BASIS_STATED;
		set(w, day_of(f->y, f->m, f->d), day_of(f->y, f->m, f->d), PRECISION_DAY);
		break;
	case ACTION_HOLIDAY: {
		int md = f->value[TIME_HOLIDAY];

		if (year != NO)
			w->basis = BASIS_STATED;
		else if (!dated)
			return true;
		else
			year = nearest_year(now, md / 100, md % 100, future);
		set(w, day_of(year, md / 100, md % 100), day_of(year, md / 100, md % 100), PRECISION_DAY);
		break;
	}
	}
	return true;
}

/* Does the sentence around t look ahead? */
static bool is_future(const struct timer *t, const struct sentence *s, const struct word *w)
{
	for (uint32_t i = s->first; i < s->end; i++)
		if (map_get(&t->future, w[i].lower) != MAP_NONE)
			return true;
	return false;
}

/* A plain present tense with a weekday tells what is to come: "Dinsdag ontmoet hij de premier". */
static bool is_present(const struct doc *d, const struct sentence *s)
{
	bool present = false;

	for (uint32_t i = s->first; i < s->end; i++) {
		uint64_t bits = d->tokens.at[i].bits;

		if (((bits & FEAT_PAST) && (bits & FEAT_FIN)) || ((bits & FEAT_PART) && d->tokens.at[i].upos == UPOS_VERB))
			return false;
		present |= (bits & FEAT_PRES) && (bits & FEAT_FIN);
	}
	return present;
}

/* A bare year or number needs a word before it that makes it a date. */
static bool year_stands_well(const struct timer *t, const struct word *w, uint32_t first, uint32_t begin)
{
	return first > begin && map_get(&t->year_before, w[first - 1].lower) != MAP_NONE;
}

int time_doc(const struct timer *t, struct doc *d)
{
	struct word *w = arena_array(d->a, struct word, d->tokens.n + 1);

	for (uint32_t i = 0; i < d->tokens.n; i++)
		look(t, d, &d->tokens.at[i], &w[i]);
	for (size_t s = 0; s < d->sentences.n; s++) {
		const struct sentence *x = &d->sentences.at[s];
		bool future = is_future(t, x, w), present = is_present(d, x);

		for (uint32_t i = x->first; i < x->end; ) {
			uint32_t longest = 0, best = 0;
			struct found f, kept = { 0 };

			for (uint32_t r = 0; r < t->rules.n; r++) {
				const struct time_rule *rule = &t->rules.at[r];

				if (!element_fits(&rule->elements[0], &w[i]))
					continue;
				uint32_t n = match(rule, &w[i], x->end - i, &f);

				if (n <= longest || (rule->action == ACTION_YEAR && rule->n == 1 && !year_stands_well(t, w, i, x->first)))
					continue;
				longest = n;
				best = r;
				kept = f;
			}
			if (!longest) {
				i++;
				continue;
			}
			struct timex e = { .first = i, .last = i + longest - 1 };
			const struct timex *before = d->times.n ? &d->times.at[d->times.n - 1] : NULL;

			if (!resolve(&t->rules.at[best], &kept, d, before, future, present, &e)) {
				i++;
				continue;
			}
			e.when.span = doc_span(d, e.first, e.last);
			for (uint32_t back = 1; back <= 2 && i >= x->first + back; back++) {
				e.when.since |= map_get(&t->since, w[i - back].lower) != MAP_NONE;
				e.when.until |= back == 1 && map_get(&t->until, w[i - back].lower) != MAP_NONE;
			}
			e.when.until &= !e.when.since;
			value_text(d, &e);
			if (e.type == TIMEX_TIME && str_is(e.value, "T") && before && d->tokens.at[before->first].sentence == d->tokens.at[e.first].sentence && before->when.start != DAY_NONE)
				e.when.start = before->when.start, e.when.end = before->when.end;
			*vec_push(d->a, &d->times) = e;
			i += longest;
		}
	}
	return COU_OK;
}
