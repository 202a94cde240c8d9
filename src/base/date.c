#include "base/date.h"

#include <stdio.h>

day day_of(int year, int month, int dom)
{
	int y = year - (month <= 2);
	int era = (y >= 0 ? y : y - 399) / 400;
	int yoe = y - era * 400;
	int doy = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + dom - 1;
	int doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;

	return era * 146097 + doe - 719468;
}

void day_civil(day d, int *year, int *month, int *dom)
{
	int z = d + 719468;
	int era = (z >= 0 ? z : z - 146096) / 146097;
	int doe = z - era * 146097;
	int yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	int doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
	int mp = (5 * doy + 2) / 153;

	*dom = doy - (153 * mp + 2) / 5 + 1;
	*month = mp < 10 ? mp + 3 : mp - 9;
	*year = yoe + era * 400 + (*month <= 2);
}

int day_weekday(day d)
{
	int w = (d + 3) % 7;	/* 1970-01-01 was a Thursday */

	return (w < 0 ? w + 7 : w) + 1;
}

int month_days(int year, int month)
{
	static const unsigned char days[12] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

	if (month < 1 || month > 12)
		return 0;
	if (month == 2 && ((year % 4 == 0 && year % 100 != 0) || year % 400 == 0))
		return 29;
	return days[month - 1];
}

void day_iso(day d, char out[11])
{
	int y, m, dom;

	out[0] = 0;
	if (d == DAY_NONE)
		return;
	day_civil(d, &y, &m, &dom);
	if (y < 0 || y > 9999)
		return;
	for (int i = 3; i >= 0; i--, y /= 10)
		out[i] = (char)('0' + y % 10);
	out[4] = out[7] = '-';
	out[5] = (char)('0' + m / 10);
	out[6] = (char)('0' + m % 10);
	out[8] = (char)('0' + dom / 10);
	out[9] = (char)('0' + dom % 10);
	out[10] = 0;
}

static bool number(struct str s, size_t at, size_t digits, int *value)
{
	*value = 0;
	if (at + digits > s.n)
		return false;
	for (size_t i = at; i < at + digits; i++) {
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
		*value = *value * 10 + (s.p[i] - '0');
	}
	return true;
}

day day_parse(struct str s)
{
	int y, m, d;

	if (!number(s, 0, 4, &y) || s.n < 10 || s.p[4] != '-' || s.p[7] != '-' || !number(s, 5, 2, &m) || !number(s, 8, 2, &d))
		return DAY_NONE;
	if (m < 1 || m > 12 || d < 1 || d > month_days(y, m))
		return DAY_NONE;
	return day_of(y, m, d);
}

/* "Sat, 12 Oct 2024 23:27:00 +0200" */
static day rfc2822(struct str s)
{
	static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
	size_t comma = str_find(s, ','), at = comma < s.n ? comma + 1 : 0, digits;
	int d, y;

	while (at < s.n && s.p[at] == ' ')
		at++;
	digits = number(s, at, 2, &d) ? 2 : 1;
	if (!number(s, at, digits, &d))
		return DAY_NONE;
	at += digits + 1;
	if (at + 8 > s.n || !number(s, at + 4, 4, &y))
		return DAY_NONE;
	for (int m = 0; m < 12; m++)
		if (memcmp(s.p + at, months + 3 * m, 3) == 0)
			return d >= 1 && d <= month_days(y, m + 1) ? day_of(y, m + 1, d) : DAY_NONE;
	return DAY_NONE;
}

bool stamp_parse(struct str s, day *date)
{
	s = str_trim(s);
	*date = day_parse(s);
	if (*date == DAY_NONE)
		*date = rfc2822(s);
	return *date != DAY_NONE;
}

day day_parse_part(struct str s, bool last)
{
	int part[3] = { 0, 1, 1 };
	size_t n = 0, at = 0;

	for (; n < 3; n++) {
		size_t digits = n ? 2 : 4;

		if (n && (at >= s.n || s.p[at++] != '-'))
			break;
		part[n] = 0;
		for (size_t i = 0; i < digits; i++, at++) {
			if (at >= s.n || s.p[at] < '0' || s.p[at] > '9')
				return DAY_NONE;
			part[n] = part[n] * 10 + (s.p[at] - '0');
		}
		if (at == s.n) {
			n++;
			break;
		}
	}
	if (!n || at != s.n || part[0] < 1000 || part[1] < 1 || part[1] > 12)
		return DAY_NONE;
	if (n < 2 && last)
		part[1] = 12;
	if (n < 3 && last)
		part[2] = month_days(part[0], part[1]);
	return part[2] < 1 || part[2] > month_days(part[0], part[1]) ? DAY_NONE : day_of(part[0], part[1], part[2]);
}
