#include "base/date.h"

#include <stdio.h>
#include <stdlib.h>

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

/* ---- time stamps ---------------------------------------------------------------------- */

struct stamp {
	int year, month, dom;
	int hour, minute, second;	/* hour -1: none given */
	bool zoned;
	int offset;			/* minutes east of Greenwich */
};

static size_t blanks(struct str s, size_t at)
{
	while (at < s.n && (s.p[at] == ' ' || s.p[at] == '\t'))
		at++;
	return at;
}

static size_t zone_at(struct str s, size_t at, struct stamp *t)
{
	static const struct {
		const char *name;	/* RFC 5322 section 4.3, and what European newsrooms write */
		int hours;
	} zones[] = { { "GMT", 0 }, { "UTC", 0 }, { "UT", 0 }, { "Z", 0 }, { "EST", -5 }, { "EDT", -4 }, { "CST", -6 }, { "CDT", -5 }, { "MST", -7 }, { "MDT", -6 },
		{ "PST", -8 }, { "PDT", -7 }, { "CEST", 2 }, { "CET", 1 }, { "BST", 1 } };
	size_t from = blanks(s, at);
	int hours, minutes = 0;

	if (from < s.n && (s.p[from] == '+' || s.p[from] == '-') && number(s, from + 1, 2, &hours)) {
		at = from + 3;
		at += at < s.n && s.p[at] == ':';
		if (!number(s, at, 2, &minutes))
			minutes = 0;
		t->zoned = hours < 15 && minutes < 60;
		t->offset = (s.p[from] == '-' ? -1 : 1) * (60 * hours + minutes);
		return at;
	}
	for (size_t i = 0; i < sizeof(zones) / sizeof(*zones); i++)
		if (str_starts(str_sub(s, from, s.n), str_c(zones[i].name))) {
			t->zoned = true;
			t->offset = 60 * zones[i].hours;
			return from + strlen(zones[i].name);
		}
	return at;
}

/* "18:00", "18:00:05.123", "180005", and the zone behind it. */
static void clock_at(struct str s, size_t at, struct stamp *t)
{
	int hour, minute, second = 0;
	size_t digits = at + 1 < s.n && s.p[at + 1] == ':' ? 1 : 2;

	if (!number(s, at, digits, &hour))
		return;
	at += digits;
	at += at < s.n && s.p[at] == ':';
	if (!number(s, at, 2, &minute))
		return;
	at += 2;
	size_t next = at + (at < s.n && s.p[at] == ':');

	if (number(s, next, 2, &second))
		at = next + 2;
	else
		second = 0;
	if (hour > 24 || minute > 59 || second > 60)
		return;
	if (at + 1 < s.n && (s.p[at] == '.' || s.p[at] == ','))
		for (at++; at < s.n && s.p[at] >= '0' && s.p[at] <= '9'; at++)
			;
	t->hour = hour;
	t->minute = minute;
	t->second = second;
	zone_at(s, at, t);
}

/* "2024-10-12T18:00:00Z", "20241012T180000+0200" */
static bool iso8601(struct str s, struct stamp *t)
{
	size_t dash = s.n > 4 && s.p[4] == '-', at = 8 + 2 * dash;

	if (!number(s, 0, 4, &t->year) || !number(s, 4 + dash, 2, &t->month) || (dash && (s.n < 8 || s.p[7] != '-')) || !number(s, 6 + 2 * dash, 2, &t->dom))
		return false;
	if (at < s.n && (s.p[at] == 'T' || s.p[at] == ' '))
		clock_at(s, blanks(s, at + 1), t);
	return true;
}

/* "Sat, 12 Oct 2024 23:27:00 +0200" */
static bool rfc5322(struct str s, struct stamp *t)
{
	static const char months[] = "janfebmaraprmayjunjulaugsepoctnovdec";
	size_t comma = str_find(s, ','), at = blanks(s, comma < s.n ? comma + 1 : 0), digits = number(s, at, 2, &t->dom) ? 2 : 1;
	char name[3];

	if (!number(s, at, digits, &t->dom))
		return false;
	at = blanks(s, at + digits + (at + digits < s.n && s.p[at + digits] == '-'));
	if (at + 3 > s.n)
		return false;
	for (int i = 0; i < 3; i++)
		name[i] = (char)(s.p[at + (size_t)i] | 32);
	while (at < s.n && (s.p[at] | 32) >= 'a' && (s.p[at] | 32) <= 'z')
		at++;
	at = blanks(s, at + (at < s.n && (s.p[at] == '-' || s.p[at] == '.')));
	digits = number(s, at, 4, &t->year) ? 4 : 2;
	if (!number(s, at, digits, &t->year))
		return false;
	if (digits == 2)
		t->year += t->year < 50 ? 2000 : 1900;
	for (t->month = 1; t->month <= 12 && memcmp(name, months + 3 * (t->month - 1), 3); t->month++)
		;
	clock_at(s, blanks(s, at + digits), t);
	return true;
}

bool stamp_iso(struct str s, char out[STAMP_ISO])
{
	struct stamp t = { .hour = -1 };

	s = str_trim(s);
	out[0] = 0;
	if (!iso8601(s, &t)) {
		t = (struct stamp){ .hour = -1 };
		if (!rfc5322(s, &t))
			return false;
	}
	if (t.month < 1 || t.month > 12 || t.dom < 1 || t.dom > month_days(t.year, t.month))
		return false;
	int n = snprintf(out, STAMP_ISO, "%04d-%02d-%02d", t.year, t.month, t.dom);

	if (t.hour >= 0)
		n += snprintf(out + n, STAMP_ISO - (size_t)n, "T%02d:%02d:%02d", t.hour, t.minute, t.second);
	if (t.hour >= 0 && t.zoned && !t.offset)
		snprintf(out + n, STAMP_ISO - (size_t)n, "Z");
	else if (t.hour >= 0 && t.zoned)
		snprintf(out + n, STAMP_ISO - (size_t)n, "%c%02d:%02d", t.offset < 0 ? '-' : '+', abs(t.offset) / 60, abs(t.offset) % 60);
	return true;
}

bool stamp_parse(struct str s, day *date)
{
	char iso[STAMP_ISO];

	*date = stamp_iso(s, iso) ? day_parse(str_c(iso)) : DAY_NONE;
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
