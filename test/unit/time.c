/* Temporal expressions of both languages against values worked out by hand; the document's date is Saturday 12 October 2024. */
#include "link/link.h"

#include "tap.h"

#include <stdlib.h>

static struct arena a;

/* A document of one sentence: words by spaces, commas and the last stop apart. */
static void sentence(struct doc *d, const char *text)
{
	doc_init(d, &a);
	d->text = str_c(text);
	d->date = day_of(2024, 10, 12);
	struct sentence s = { .span = { 0, (uint32_t)d->text.n }, .root = NONE };

	for (size_t i = 0; i < d->text.n; ) {
		size_t from = i;

		while (i < d->text.n && text[i] != ' ')
			i++;
		size_t end = i;
		bool stop = end > from + 1 && ((text[end - 1] == '.' && !text[end] && text[end - 3] != '.') || text[end - 1] == ',');

		for (int part = 0; part < (stop ? 2 : 1); part++) {
			struct token *t = vec_push(&a, &d->tokens);

			t->span = (struct span){ (uint32_t)(part ? end - 1 : from), (uint32_t)(stop && !part ? end - 1 : end) };
			t->form = doc_slice(d, t->span);
			t->cased = t->form.p[0] >= 'A' && t->form.p[0] <= 'Z';
			t->head = t->child = t->next = NONE;
		}
		while (i < d->text.n && text[i] == ' ')
			i++;
	}
	s.end = (uint32_t)d->tokens.n;
	*vec_push(&a, &d->sentences) = s;
}

struct expected {
	const char *text, *value;	/* value NULL: no expression */
	const char *start, *end;	/* NULL: not looked at */
};

static const struct expected dutch[] = {
	/* dagen */
	{ "Hij kwam gisteren aan.", "2024-10-11", "2024-10-11", "2024-10-11" },
	{ "eergisteren", "2024-10-10", "2024-10-10", "2024-10-10" },
	{ "Hij vertrekt morgen.", "2024-10-13", "2024-10-13", "2024-10-13" },
	{ "op 22 oktober 2024", "2024-10-22", "2024-10-22", "2024-10-22" },
	{ "op 3 mei vielen doden", "2024-05-03", "2024-05-03", "2024-05-03" },
	{ "op 3 december vielen doden", "2023-12-03", "2023-12-03", "2023-12-03" },
	{ "Hij zal op 3 december komen", "2024-12-03", "2024-12-03", "2024-12-03" },
	{ "op 4 juli van dit jaar", "2024-07-04", "2024-07-04", "2024-07-04" },
	{ "op 4 juli vorig jaar", "2023-07-04", "2023-07-04", "2023-07-04" },
	{ "zaterdag 5 oktober", "2024-10-05", "2024-10-05", "2024-10-05" },
	{ "12-10-2024", "2024-10-12", "2024-10-12", "2024-10-12" },
	{ "op 30 sept. 2018", "2018-09-30", "2018-09-30", "2018-09-30" },
	{ "van 22 tot 24 oktober", "2024-10-22/2024-10-24", "2024-10-22", "2024-10-24" },
	{ "van 22 tot en met 24 oktober", "2024-10-22/2024-10-24", "2024-10-22", "2024-10-24" },
	{ "maandag kwam hij", "2024-10-07", "2024-10-07", "2024-10-07" },
	{ "Hij komt komende maandag", "2024-10-14", "2024-10-14", "2024-10-14" },
	{ "zaterdag kwam hij", "2024-10-12", "2024-10-12", "2024-10-12" },
	{ "afgelopen zaterdag", "2024-10-05", "2024-10-05", "2024-10-05" },
	{ "volgende week donderdag", "2024-10-17", "2024-10-17", "2024-10-17" },
	{ "dinsdag jl.", "2024-10-08", "2024-10-08", "2024-10-08" },
	{ "sinds 1 januari", "2024-01-01", "2024-01-01", "2024-01-01" },
	{ "twee dagen geleden", "2024-10-10", "2024-10-10", "2024-10-10" },
	{ "over drie dagen", "2024-10-15", "2024-10-15", "2024-10-15" },
	/* tijden van de dag */
	{ "vanochtend", "2024-10-12TMO", "2024-10-12", "2024-10-12" },
	{ "gisteravond", "2024-10-11TEV", "2024-10-11", "2024-10-11" },
	{ "maandagavond", "2024-10-07TEV", "2024-10-07", "2024-10-07" },
	{ "maandag om 20.30 uur", "2024-10-07T20:30", "2024-10-07", "2024-10-07" },
	{ "vanmiddag om half drie", "2024-10-12T14:30", "2024-10-12", "2024-10-12" },
	{ "gisteren om kwart over negen", "2024-10-11T09:15", "2024-10-11", "2024-10-11" },
	{ "morgen om vijf voor half tien", "2024-10-13T09:25", "2024-10-13", "2024-10-13" },
	/* weken, maanden, kwartalen, seizoenen */
	{ "volgende week", "2024-W42", "2024-10-14", "2024-10-20" },
	{ "drie weken geleden", "2024-W38", "2024-09-16", "2024-09-22" },
	{ "eerder deze week", "2024-W41", "2024-10-07", "2024-10-12" },
	{ "afgelopen weekend", "2024-W40-WE", "2024-10-05", "2024-10-06" },
	{ "in augustus 2023", "2023-08", "2023-08-01", "2023-08-31" },
	{ "in september diende Turkije", "2024-09", "2024-09-01", "2024-09-30" },
	{ "in november stierf hij", "2023-11", "2023-11-01", "2023-11-30" },
	{ "in mei van dit jaar", "2024-05", "2024-05-01", "2024-05-31" },
	{ "vorig jaar juli", "2023-07", "2023-07-01", "2023-07-31" },
	{ "eind augustus", "2024-08", "2024-08-21", "2024-08-31" },
	{ "half september", "2024-09", "2024-09-11", "2024-09-20" },
	{ "later deze maand", "2024-10", "2024-10-12", "2024-10-31" },
	{ "over twee maanden", "2024-12", "2024-12-01", "2024-12-31" },
	{ "in het derde kwartaal", "2024-Q3", "2024-07-01", "2024-09-30" },
	{ "het eerste kwartaal van 2023", "2023-Q1", "2023-01-01", "2023-03-31" },
	{ "de tweede helft van 2022", "2022-H2", "2022-07-01", "2022-12-31" },
	{ "afgelopen zomer", "2024-SU", "2024-06-01", "2024-08-31" },
	{ "in het najaar van 2019", "2019-FA", "2019-09-01", "2019-11-30" },
	/* jaren */
	{ "dit jaar", "2024", "2024-01-01", "2024-12-31" },
	{ "vorig jaar", "2023", "2023-01-01", "2023-12-31" },
	{ "2 jaar geleden", "2022", "2022-01-01", "2022-12-31" },
	{ "drieëntwintig jaar geleden", "2001", "2001-01-01", "2001-12-31" },
	{ "honderdvijfentwintig jaar geleden", "1899", "1899-01-01", "1899-12-31" },
	{ "anderhalf jaar geleden", "2023-04", "2023-04-01", "2023-04-30" },
	{ "in 2015", "2015", "2015-01-01", "2015-12-31" },
	{ "van 1990-1995", "1990/1995", "1990-01-01", "1995-12-31" },
	{ "het seizoen 1998/99", "1998/1999", "1998-01-01", "1999-12-31" },
	{ "begin 2020", "2020", "2020-01-01", "2020-03-31" },
	{ "in de jaren negentig", "199", "1990-01-01", "1999-12-31" },
	{ "eind jaren '80", "198", "1980-01-01", "1989-12-31" },
	{ "in de negentiende eeuw", "18", "1800-01-01", "1899-12-31" },
	{ "de 21e eeuw", "20", "2000-01-01", "2099-12-31" },
	/* feesten */
	{ "met Pasen 2025", "2025-04-20", "2025-04-20", "2025-04-20" },
	{ "op Hemelvaartsdag", "2024-05-09", "2024-05-09", "2024-05-09" },
	{ "op tweede pinksterdag 2023", "2023-05-29", "2023-05-29", "2023-05-29" },
	{ "met Kerst 2021", "2021-12-25", "2021-12-25", "2021-12-25" },
	{ "op Prinsjesdag", "2024-09-17", "2024-09-17", "2024-09-17" },
	{ "tijdens de ramadan van 2024", "2024-03-11/2024-04-09", "2024-03-11", "2024-04-09" },
	{ "op Jom Kipoer 2024", "2024-10-12", "2024-10-12", "2024-10-12" },
	/* duur */
	{ "de afgelopen tien jaar", "P10Y", "2014-01-01", "2024-10-12" },
	{ "meer dan tien jaar", "P10Y", NULL, NULL },
	{ "na twee jaar voorbereiding", "P2Y", NULL, NULL },
	{ "in meer dan tien jaar", "P10Y", NULL, NULL },
	{ "anderhalf jaar", "P1Y6M", NULL, NULL },
	{ "een half jaar", "P6M", NULL, NULL },
	{ "twee-en-een-half uur", "PT2H30M", NULL, NULL },
	{ "2,5 jaar", "P2Y6M", NULL, NULL },
	{ "enkele weken", "PXW", NULL, NULL },
	{ "drie kwartier", "PT45M", NULL, NULL },
	{ "wekenlang", "PXW", NULL, NULL },
	{ "een driedaags bezoek", "P3D", NULL, NULL },
	{ "een vijfjarenplan", "P5Y", NULL, NULL },
	{ "zo'n 10.000 jaar", "P10000Y", NULL, NULL },
	{ "de komende weken", "PXW", NULL, NULL },
	/* herhaald */
	{ "elke maandag", "XXXX-WXX-1", NULL, NULL },
	{ "dagelijks", "P1D", NULL, NULL },
	{ "twee keer per week", "P1W", NULL, NULL },
	{ "om de drie maanden", "P3M", NULL, NULL },
	{ "elke zomer", "XXXX-SU", NULL, NULL },
	{ "jaarlijkse", "P1Y", NULL, NULL },
	/* vaag */
	{ "op dit moment", "PRESENT_REF", NULL, NULL },
	{ "onlangs", "PAST_REF", NULL, NULL },
	{ "vroeger was dat anders", "PAST_REF", NULL, NULL },
	{ "in de toekomst", "FUTURE_REF", NULL, NULL },
	{ "jaren geleden", "PAST_REF", NULL, NULL },
	/* geen tijd */
	{ "er zijn 2000 soldaten", NULL, NULL, NULL },
	{ "er waren 12 soldaten", NULL, NULL, NULL },
	{ "een man van vijf jaar oud", NULL, NULL, NULL },
	{ "de 30-jarige man", NULL, NULL, NULL },
	{ "Goede morgen", NULL, NULL, NULL },
};

static const struct expected english[] = {
	/* days */
	{ "He came yesterday.", "2024-10-11", "2024-10-11", "2024-10-11" },
	{ "the day before yesterday", "2024-10-10", "2024-10-10", "2024-10-10" },
	{ "the day after tomorrow", "2024-10-14", "2024-10-14", "2024-10-14" },
	{ "on October 22, 2024", "2024-10-22", "2024-10-22", "2024-10-22" },
	{ "on 4 March he", "2024-03-04", "2024-03-04", "2024-03-04" },
	{ "September 11, 2001", "2001-09-11", "2001-09-11", "2001-09-11" },
	{ "the twenty-first of June", "2024-06-21", "2024-06-21", "2024-06-21" },
	{ "March eighth", "2024-03-08", "2024-03-08", "2024-03-08" },
	{ "Friday, Oct. 4", "2024-10-04", "2024-10-04", "2024-10-04" },
	{ "10/4/2024", "2024-10-04", "2024-10-04", "2024-10-04" },
	{ "2024-09-01", "2024-09-01", "2024-09-01", "2024-09-01" },
	{ "Oct. 22-24", "2024-10-22/2024-10-24", "2024-10-22", "2024-10-24" },
	{ "on Monday he left", "2024-10-07", "2024-10-07", "2024-10-07" },
	{ "He will leave on Monday", "2024-10-14", "2024-10-14", "2024-10-14" },
	{ "next Tuesday", "2024-10-15", "2024-10-15", "2024-10-15" },
	{ "last Saturday", "2024-10-05", "2024-10-05", "2024-10-05" },
	{ "Tuesday next week", "2024-10-15", "2024-10-15", "2024-10-15" },
	{ "12 days ago", "2024-09-30", "2024-09-30", "2024-09-30" },
	/* times of the day */
	{ "tonight", "2024-10-12TNI", "2024-10-12", "2024-10-12" },
	{ "last night", "2024-10-11TNI", "2024-10-11", "2024-10-11" },
	{ "Tuesday evening", "2024-10-08TEV", "2024-10-08", "2024-10-08" },
	{ "yesterday at 8 p.m.", "2024-10-11T20:00", "2024-10-11", "2024-10-11" },
	{ "7 a.m. GMT Tuesday", "2024-10-08T07:00", "2024-10-08", "2024-10-08" },
	{ "at 17:00 GMT", "2024-10-12T17:00", "2024-10-12", "2024-10-12" },
	{ "3 in the morning", "2024-10-12T03:00", "2024-10-12", "2024-10-12" },
	{ "noon Wednesday", "2024-10-09T12:00", "2024-10-09", "2024-10-09" },
	/* weeks, months, quarters, seasons */
	{ "three weeks ago", "2024-W38", "2024-09-16", "2024-09-22" },
	{ "in two weeks", "P2W", "2024-10-21", "2024-10-27" },
	{ "the past weekend", "2024-W40-WE", "2024-10-05", "2024-10-06" },
	{ "last month", "2024-09", "2024-09-01", "2024-09-30" },
	{ "late last month", "2024-09", "2024-09-01", "2024-09-30" },
	{ "in May it", "2024-05", "2024-05-01", "2024-05-31" },
	{ "mid-September", "2024-09", "2024-09-11", "2024-09-20" },
	{ "last November", "2023-11", "2023-11-01", "2023-11-30" },
	{ "June last year", "2023-06", "2023-06-01", "2023-06-30" },
	{ "later this month", "2024-10", "2024-10-12", "2024-10-31" },
	{ "the third quarter", "2024-Q3", "2024-07-01", "2024-09-30" },
	{ "fiscal 2007 's second quarter", "2007-Q2", "2007-04-01", "2007-06-30" },
	{ "the second half of 2019", "2019-H2", "2019-07-01", "2019-12-31" },
	{ "last summer", "2024-SU", "2024-06-01", "2024-08-31" },
	{ "the winter of 2010", "2010-WI", "2010-12-01", "2011-02-28" },
	/* years */
	{ "two years ago", "2022", "2022-01-01", "2022-12-31" },
	{ "earlier this year", "2024", "2024-01-01", "2024-10-12" },
	{ "in 1999", "1999", "1999-01-01", "1999-12-31" },
	{ "the year 2000", "2000", "2000-01-01", "2000-12-31" },
	{ "nineteen sixty-eight", "1968", "1968-01-01", "1968-12-31" },
	{ "more than six decades ago", "1964", "1964-01-01", "1964-12-31" },
	{ "the 1990s", "199", "1990-01-01", "1999-12-31" },
	{ "the '80s", "198", "1980-01-01", "1989-12-31" },
	{ "the twentieth century", "19", "1900-01-01", "1999-12-31" },
	/* feasts */
	{ "Easter Sunday 2025", "2025-04-20", "2025-04-20", "2025-04-20" },
	{ "Thanksgiving 2023", "2023-11-23", "2023-11-23", "2023-11-23" },
	{ "on Labor Day", "2024-09-02", "2024-09-02", "2024-09-02" },
	{ "Election Day 2024", "2024-11-05", "2024-11-05", "2024-11-05" },
	{ "Christmas Eve", "2023-12-24", "2023-12-24", "2023-12-24" },
	{ "Good Friday 2019", "2019-04-19", "2019-04-19", "2019-04-19" },
	{ "Orthodox Easter 2024", "2024-05-05", "2024-05-05", "2024-05-05" },
	{ "Passover 2024", "2024-04-23", "2024-04-23", "2024-04-23" },
	/* durations */
	{ "for five years", "P5Y", NULL, NULL },
	{ "a five-year plan", "P5Y", NULL, NULL },
	{ "for more than a decade", "P10Y", NULL, NULL },
	{ "half a year", "P6M", NULL, NULL },
	{ "an hour and a half", "PT1H30M", NULL, NULL },
	{ "3 1/2 years", "P3Y6M", NULL, NULL },
	{ "twenty-five days", "P25D", NULL, NULL },
	{ "at least 36 hours", "PT36H", NULL, NULL },
	{ "two or three weeks", "P2W", NULL, NULL },
	{ "a few days", "PXD", NULL, NULL },
	{ "a couple of years", "P2Y", NULL, NULL },
	{ "two thousand five hundred years", "P2500Y", NULL, NULL },
	{ "1,000 years", "P1000Y", NULL, NULL },
	{ "a month-long siege", "P1M", NULL, NULL },
	{ "the past three months", "P3M", "2024-07-01", "2024-10-12" },
	{ "the next two years", "P2Y", "2024-10-12", "2026-12-31" },
	/* repeated */
	{ "every week", "P1W", NULL, NULL },
	{ "every other day", "P2D", NULL, NULL },
	{ "twice a year", "P1Y", NULL, NULL },
	{ "each Tuesday", "XXXX-WXX-2", NULL, NULL },
	{ "Sunday mornings", "XXXX-WXX-7TMO", NULL, NULL },
	{ "annually", "P1Y", NULL, NULL },
	{ "each August", "XXXX-08", NULL, NULL },
	/* vaguely */
	{ "currently", "PRESENT_REF", NULL, NULL },
	{ "he recently said", "PAST_REF", NULL, NULL },
	{ "in the past", "PAST_REF", NULL, NULL },
	{ "in the near future", "FUTURE_REF", NULL, NULL },
	{ "several years ago", "PAST_REF", NULL, NULL },
	{ "99,999,999 years ago", "PAST_REF", NULL, NULL },
	/* none */
	{ "a troop of 2000 men", NULL, NULL, NULL },
	{ "it may come", NULL, NULL, NULL },
	{ "a 30-year-old man", NULL, NULL, NULL },
	{ "at the same time", NULL, NULL, NULL },
	{ "soon after the attack", NULL, NULL, NULL },
};

/* Later expressions of a text: what they count from stands before them. */
static const struct expected dutch_second[] = {
	{ "op 3 mei vertrok hij , twee dagen later", "2024-05-05", "2024-05-05", "2024-05-05" },
	{ "op 3 mei vertrok hij , de dag erop", "2024-05-04", "2024-05-04", "2024-05-04" },
	{ "op 3 mei vertrok hij , drie dagen eerder", "2024-04-30", "2024-04-30", "2024-04-30" },
	{ "in 1998 vertrok hij , in datzelfde jaar", "1998", "1998-01-01", "1998-12-31" },
	{ "in 1998 vertrok hij , een jaar later", "1999", "1999-01-01", "1999-12-31" },
	{ "in 1998 vertrok hij , een dag later", "P1D", NULL, NULL },
	{ "van maandag tot vrijdag", "2024-10-11", "2024-10-07", "2024-10-11" },
	{ "tussen 1990 en 1995", "1995", "1990-01-01", "1995-12-31" },
	{ "van mei tot juli 2019", "2019-07", "2019-05-01", "2019-07-31" },
};

static const struct expected english_second[] = {
	{ "on May 3 he left , the following day", "2024-05-04", "2024-05-04", "2024-05-04" },
	{ "in 1998 he left , two years earlier", "1996", "1996-01-01", "1996-12-31" },
	{ "in March 1998 he left , later that year", "1998", "1998-01-01", "1998-12-31" },
	{ "in March 1998 he left , that month", "1998-03", "1998-03-01", "1998-03-31" },
	{ "on May 3 he left , the same day", "2024-05-03", "2024-05-03", "2024-05-03" },
	{ "the third quarter was better than a year earlier", "2023-Q3", "2023-07-01", "2023-09-30" },
	{ "from Monday to Friday", "2024-10-11", "2024-10-07", "2024-10-11" },
	{ "from Thursday to Tuesday", "2024-10-15", "2024-10-10", "2024-10-15" },
	{ "between 1990 and 1995", "1995", "1990-01-01", "1995-12-31" },
	{ "on May 3 he left , at 8 p.m.", "2024-05-03T20:00", "2024-05-03", "2024-05-03" },
};

/* Expression `which` of the text has that value and, where given, those days. */
static void is(const struct timer *t, const struct expected *x, size_t which)
{
	struct doc d;
	char from[11] = "-", to[11] = "-";
	struct timex got = { .when = { .start = DAY_NONE, .end = DAY_NONE } };

	sentence(&d, x->text);
	time_doc(t, &d);
	if (which < d.times.n)
		got = d.times.at[which];
	if (got.when.start != DAY_NONE)
		day_iso(got.when.start, from);
	if (got.when.end != DAY_NONE)
		day_iso(got.when.end, to);
	bool good = x->value ? which < d.times.n && str_is(got.value, x->value) : d.times.n == 0;

	good &= !x->start || (str_is(str_c(from), x->start) && str_is(str_c(to), x->end));
	ok(good, "%s: %s %s..%s (got %.*s %s..%s)", x->text, x->value ? x->value : "none", x->start ? x->start : "", x->end ? x->end : "",
	   STR_ARG(got.value), from, to);
	arena_reset(&a);
}

#define COUNT(list) (sizeof(list) / sizeof(*(list)))

int main(void)
{
	struct timer *nl = NULL, *en = NULL;
	struct error e;
	const char *home = getenv("COULISSE_HOME");
	char path[2][4096];

	snprintf(path[0], sizeof(path[0]), "%s/lang/nl", home ? home : ".");
	snprintf(path[1], sizeof(path[1]), "%s/lang/en", home ? home : ".");
	if (timer_open(&nl, path[0], &e) || timer_open(&en, path[1], &e)) {
		ok(false, "%s", e.text);
		return done();
	}
	for (size_t i = 0; i < COUNT(dutch); i++)
		is(nl, &dutch[i], 0);
	for (size_t i = 0; i < COUNT(english); i++)
		is(en, &english[i], 0);
	for (size_t i = 0; i < COUNT(dutch_second); i++)
		is(nl, &dutch_second[i], 1);
	for (size_t i = 0; i < COUNT(english_second); i++)
		is(en, &english_second[i], 1);
	timer_close(nl);
	timer_close(en);
	arena_free(&a);
	return done();
}
