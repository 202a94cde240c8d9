/* The base library: dates, UTF-8, maps, arenas. */
#include "base/arena.h"
#include "base/date.h"
#include "base/error.h"
#include "base/map.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "tap.h"


static void dates(void)
{
	bool round = true, weekday = true;
	int y, m, d, week = day_weekday(day_of(1600, 1, 1));

	for (day n = day_of(1600, 1, 1); n < day_of(2400, 1, 1); n++) {
		day_civil(n, &y, &m, &d);
		round &= day_of(y, m, d) == n && d <= month_days(y, m);
		weekday &= day_weekday(n) == week;
		week = week % 7 + 1;
	}
	ok(round, "days of eight centuries go there and back");
	ok(weekday, "weekdays follow each other");
	ok(day_of(1970, 1, 1) == 0 && day_weekday(0) == 4, "1970-01-01 was a Thursday");
	ok(day_parse(STR("2024-02-29")) == day_of(2024, 2, 29), "2024-02-29 is a date");
	ok(day_parse(STR("2023-02-29")) == DAY_NONE, "2023-02-29 is none");
	ok(day_parse(STR("2024-13-01")) == DAY_NONE && day_parse(STR("24-01-01")) == DAY_NONE && day_parse(STR("")) == DAY_NONE, "nor are these");
}

static void stamps(void)
{
	static const char *const cases[][2] = {
		{ "2024-10-12", "2024-10-12" }, { "2024-10-12T18:00:00+02:00", "2024-10-12T18:00:00+02:00" }, { "2024-10-12T18:00:05.123Z", "2024-10-12T18:00:05Z" },
		{ "2024-10-12 18:00", "2024-10-12T18:00:00" }, { "20241012T180000+0200", "2024-10-12T18:00:00+02:00" }, { "20241012T1800Z", "2024-10-12T18:00:00Z" },
		{ "20241012", "2024-10-12" }, { "20080219+0100", "2008-02-19" }, { " 2024-10-12T18:00:00 +0200 ", "2024-10-12T18:00:00+02:00" },
		{ "Sat, 12 Oct 2024 18:00:00 +0200", "2024-10-12T18:00:00+02:00" }, { "12 Oct 24 7:30 GMT", "2024-10-12T07:30:00Z" }, { "12 Oct 24 07:30 GMT", "2024-10-12T07:30:00Z" },
		{ "Saturday, 12-Oct-96 07:30:15 EST", "1996-10-12T07:30:15-05:00" }, { "sat, 2 october 2024", "2024-10-02" }, { "Sat,12 Oct 2024 18:00:00 CEST", "2024-10-12T18:00:00+02:00" },
		{ "2024-10-12T25:00:00", "2024-10-12" }, { "2024-02-30", "" }, { "12/10/2024", "" }, { "yesterday", "" }, { "", "" }, { "2024", "" }, { "12 Foo 2024", "" }, { "1 Oct", "" }
	};
	char iso[STAMP_ISO];
	day date;

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		ok(stamp_iso(str_c(cases[i][0]), iso) == (cases[i][1][0] != 0) && !strcmp(iso, cases[i][1]), "the stamp \"%s\" is \"%s\"", cases[i][0], cases[i][1]);
	ok(stamp_parse(STR("Sat, 12 Oct 2024 23:27:00 -0800"), &date) && date == day_of(2024, 10, 12), "the date in its own zone");
}

static void languages(struct arena *a)
{
	static const char *const cases[][2] = { { "nl", "nl" }, { "nl-BE", "nl" }, { "EN_us", "en" }, { "dut", "nl" }, { "nld", "nl" }, { "eng-GB", "en" }, { "und", "" }, { "mul", "" },
		{ "zxx", "" }, { "", "" }, { "x", "" }, { "Dutch", "" }, { "fy-NL", "fy" } };

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		ok(str_is(unicode_language(a, str_c(cases[i][0])), cases[i][1]), "\"%s\" is the language \"%s\"", cases[i][0], cases[i][1]);
}

static void kept_text(struct arena *a)
{
	static const char *const cases[][2] = { { "Oslo", "Oslo" }, { "Os\xC2\xADlo", "Oslo" }, { "\xEF\xBB\xBFOslo\xE2\x80\x8B", "Oslo" }, { "\xE2\x80\x8FOs\xE2\x81\xA0lo\xE2\x80\x8D", "Oslo" },
		{ "\xC2\xAD", "" }, { "", "" }, { "Ko\xC2\xAB\xE2\x80\x93", "Ko\xC2\xAB\xE2\x80\x93" }, { "e\xCC\x81\xC2\xADn", "\xC3\xA9n" }, { "x\xC2", "x\xC2" }, { "x\xE2\x80", "x\xE2\x80" } };

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		ok(str_is(unicode_text(a, str_c(cases[i][0])), cases[i][1]), "\"%s\" is kept as \"%s\"", cases[i][0], cases[i][1]);
}

static void utf8(void)
{
	char out[4];
	bool same = true;

	for (uint32_t c = 1; c < 0x110000; c++) {
		size_t n, at = 0;

		if (c == 0xD800)
			c = 0xE000;
		n = utf8_put(c, out);
		same &= utf8_next((struct str){ out, n }, &at) == c && at == n;
	}
	ok(same, "every code point goes there and back");
	ok(utf8_check(STR("a\xC0\x80")) == 1, "an overlong form is bad");
	ok(utf8_check(STR("\xED\xA0\x80")) == 0, "a surrogate is bad");
	ok(utf8_check(STR("ab\xE2\x82")) == 2, "a cut character is bad");
	ok(utf8_count(STR("Oekraïne")) == 8, "code points are counted");
}

static void maps(struct arena *a)
{
	struct map m;
	bool found = true, order = true;

	map_init(&m, a);
	for (uint32_t i = 0; i < 10000; i++)
		*map_put(&m, str_printf(a, "key %u", i)) = i;
	for (uint32_t i = 0; i < 10000; i++) {
		found &= map_get(&m, str_printf(a, "key %u", i)) == i;
		order &= m.entries[i].value == i;
	}
	ok(found, "a map finds 10,000 keys");
	ok(order, "and keeps the order of insertion");
	ok(map_get(&m, STR("key")) == MAP_NONE, "and nothing else");
}

static void arenas(struct arena *a)
{
	char *p = arena_alloc(a, 10), *q;

	memcpy(p, "0123456789", 10);
	q = arena_grow(a, p, 10, 100000);
	ok(memcmp(q, "0123456789", 10) == 0 && q[10] == 0 && q[99999] == 0, "a grown piece keeps its bytes, the rest is zero");
	arena_reset(a);
	p = arena_alloc(a, 100);
	ok(p[0] == 0 && p[99] == 0, "memory is zeroed again after a reset");
}

static void addresses(void)
{
	char out[256];

	ok(strcmp(address_shown(out, "postgresql://joe:secret@host:5432/news"), "postgresql://joe:***@host:5432/news") == 0, "a password in an address is not shown");
	ok(strcmp(address_shown(out, "postgresql://joe@host:5432/news"), "postgresql://joe@host:5432/news") == 0, "a port is no password");
	ok(strcmp(address_shown(out, "a:b@c.db"), "a:b@c.db") == 0, "a file is no address");
}

int main(void)
{
	struct arena a = { 0 };

	dates();
	stamps();
	languages(&a);
	kept_text(&a);
	utf8();
	maps(&a);
	arenas(&a);
	arena_free(&a);
	addresses();
	return done();
}
