#include "watch/schedule.h"

#include <stdio.h>

#include "base/date.h"

enum { NUMBER_MAX = 1000000000 };

void schedule_stamp(int64_t t, char out[32])
{
	char date[11];
	int64_t days = t / SCHEDULE_DAY, rest = t % SCHEDULE_DAY;

	if (rest < 0) {
		rest += SCHEDULE_DAY;
		days--;
	}
	day_iso((day)days, date);
	snprintf(out, 32, "%sT%02d:%02d:%02dZ", date, (int)(rest / SCHEDULE_HOUR), (int)(rest / 60 % 60), (int)(rest % 60));
}

/* Digits alone, as many as there are: what is more than NUMBER_MAX is that.  -1 when there are others, or none. */
static int64_t number(struct str s)
{
	int64_t n = 0;

	if (!s.n)
		return -1;
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9')
			return -1;
		n = n < NUMBER_MAX ? n * 10 + (s.p[i] - '0') : NUMBER_MAX;
	}
	return n;
}

/* "hh:mm:ss" as seconds; -1 when it is none. */
static int64_t clock_time(struct str s)
{
	int64_t h, m, sec;

	if (s.n != 8 || s.p[2] != ':' || s.p[5] != ':')
		return -1;
	h = number(str_sub(s, 0, 2));
	m = number(str_sub(s, 3, 5));
	sec = number(str_sub(s, 6, 8));
	return h < 0 || h > 23 || m < 0 || m > 59 || sec < 0 || sec > 60 ? -1 : h * SCHEDULE_HOUR + m * 60 + sec;
}

int64_t schedule_time(struct str s)
{
	day d;
	int64_t clock;

	if (s.n != 20 || s.p[10] != 'T' || s.p[19] != 'Z')
		return -1;
	d = day_parse(s);
	clock = clock_time(str_sub(s, 11, 19));
	return d == DAY_NONE || clock < 0 ? -1 : (int64_t)d * SCHEDULE_DAY + clock;
}

int64_t schedule_backoff(int64_t now, unsigned failures)
{
	int64_t wait = SCHEDULE_BACKOFF_FIRST;

	for (unsigned i = 1; i < failures && wait < SCHEDULE_BACKOFF_MAX; i++)
		wait *= 2;
	return now + (wait < SCHEDULE_BACKOFF_MAX ? wait : SCHEDULE_BACKOFF_MAX);
}

/* IMF-fixdate of RFC 9110 §5.6.7, the one form that may be sent. */
static int64_t http_date(struct str s)
{
	static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
	int64_t dom, year, clock;
	int month = 0;

	if (s.n != 29 || !str_is(str_sub(s, 25, 29), " GMT"))
		return -1;
	while (month < 12 && memcmp(months + (size_t)(3 * month), s.p + 8, 3) != 0)
		month++;
	dom = number(str_sub(s, 5, 7));
	year = number(str_sub(s, 12, 16));
	clock = clock_time(str_sub(s, 17, 25));
	if (month == 12 || dom < 1 || year < 1970 || clock < 0 || dom > month_days((int)year, month + 1))
		return -1;
	return (int64_t)day_of((int)year, month + 1, (int)dom) * SCHEDULE_DAY + clock;
}

int64_t schedule_retry(int64_t now, struct str value)
{
	int64_t seconds = number(value), at = seconds >= 0 ? now + seconds : http_date(value);

	if (at <= now)
		return 0;
	return at > now + SCHEDULE_RETRY_MAX ? now + SCHEDULE_RETRY_MAX : at;
}
