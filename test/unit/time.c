/* Temporal expressions of both languages against values worked out by hand; the document's date is Saturday 12 October 2024. */
#include "link/link.h"

#include "tap.h"

#include <stdlib.h>

static struct arena a;

/* A document of one sentence: words by spaces, final punctuation apart. */
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
		bool stop = end > from + 1 && (text[end - 1] == '.' || text[end - 1] == ',') && !(end - from == 4 && text[end - 1] == '.' && text[from] >= 'a');

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

/* The first expression of text has that value and, where given, those days. */
static void is(const struct timer *t, const char *text, const char *value, const char *start, const char *end)
{
	struct doc d;
	char from[11] = "-", to[11] = "-";

	sentence(&d, text);
	time_doc(t, &d);
	if (!value) {
		ok(d.times.n == 0, "%s: no expression (%zu found)", text, d.times.n);
		arena_reset(&a);
		return;
	}
	struct timex none = { .when = { .start = DAY_NONE, .end = DAY_NONE } };
	const struct timex *x = d.times.n ? &d.times.at[0] : &none;

	if (x->when.start != DAY_NONE)
		day_iso(x->when.start, from);
	if (x->when.end != DAY_NONE)
		day_iso(x->when.end, to);
	ok(d.times.n && str_is(x->value, value) && (!start || (str_is(str_c(from), start) && str_is(str_c(to), end))),
	   "%s: %s %s..%s (got %.*s %s..%s)", text, value, start ? start : "", end ? end : "", STR_ARG(x->value), from, to);
	arena_reset(&a);
}

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
	is(nl, "Hij kwam gisteren aan.", "2024-10-11", "2024-10-11", "2024-10-11");
	is(nl, "eergisteren", "2024-10-10", "2024-10-10", "2024-10-10");
	is(nl, "Hij vertrekt morgen.", "2024-10-13", "2024-10-13", "2024-10-13");
	is(nl, "op 22 oktober 2024", "2024-10-22", "2024-10-22", "2024-10-22");
	is(nl, "op 3 mei vielen doden", "2024-05-03", "2024-05-03", "2024-05-03");
	is(nl, "op 3 december vielen doden", "2023-12-03", "2023-12-03", "2023-12-03");
	is(nl, "Hij zal op 3 december komen", "2024-12-03", "2024-12-03", "2024-12-03");
	is(nl, "van 22 tot 24 oktober", "2024-10-22/2024-10-24", "2024-10-22", "2024-10-24");
	is(nl, "afgelopen zomer", "2024-SU", "2024-06-01", "2024-08-31");
	is(nl, "in augustus 2023", "2023-08", "2023-08-01", "2023-08-31");
	is(nl, "in september diende Turkije", "2024-09", "2024-09-01", "2024-09-30");
	is(nl, "in november stierf hij", "2023-11", "2023-11-01", "2023-11-30");
	is(nl, "later deze maand", "2024-10", "2024-10-12", "2024-10-31");
	is(nl, "dit jaar", "2024", "2024-01-01", "2024-12-31");
	is(nl, "vorig jaar", "2023", "2023-01-01", "2023-12-31");
	is(nl, "volgende week", "2024-W42", "2024-10-14", "2024-10-20");
	is(nl, "2 jaar geleden", "2022", "2022-01-01", "2022-12-31");
	is(nl, "drie weken geleden", "2024-W38", "2024-09-16", "2024-09-22");
	is(nl, "over twee maanden", "2024-12", "2024-12-01", "2024-12-31");
	is(nl, "maandag kwam hij", "2024-10-07", "2024-10-07", "2024-10-07");
	is(nl, "Hij komt komende maandag", "2024-10-14", "2024-10-14", "2024-10-14");
	is(nl, "zaterdag kwam hij", "2024-10-12", "2024-10-12", "2024-10-12");
	is(nl, "sinds 1 januari", "2024-01-01", "2024-01-01", "2024-01-01");
	is(nl, "in de jaren negentig", "199", "1990-01-01", "1999-12-31");
	is(nl, "de afgelopen tien jaar", "P10Y", NULL, NULL);
	is(nl, "meer dan tien jaar", "P10Y", NULL, NULL);
	is(nl, "elke maandag", "XXXX-WXX-1", NULL, NULL);
	is(nl, "in 2015", "2015", "2015-01-01", "2015-12-31");
	is(nl, "er zijn 2000 soldaten", NULL, NULL, NULL);
	is(nl, "er waren 12 soldaten", NULL, NULL, NULL);
	is(nl, "eind augustus", "2024-08", "2024-08-21", "2024-08-31");
	is(nl, "12-10-2024", "2024-10-12", "2024-10-12", "2024-10-12");
	is(nl, "op dit moment", "PRESENT_REF", NULL, NULL);
	is(en, "He came yesterday.", "2024-10-11", "2024-10-11", "2024-10-11");
	is(en, "on October 22, 2024", "2024-10-22", "2024-10-22", "2024-10-22");
	is(en, "on 4 March he", "2024-03-04", "2024-03-04", "2024-03-04");
	is(en, "on Monday he left", "2024-10-07", "2024-10-07", "2024-10-07");
	is(en, "next Tuesday", "2024-10-15", "2024-10-15", "2024-10-15");
	is(en, "last month", "2024-09", "2024-09-01", "2024-09-30");
	is(en, "two years ago", "2022", "2022-01-01", "2022-12-31");
	is(en, "three weeks ago", "2024-W38", "2024-09-16", "2024-09-22");
	is(en, "in two weeks", "P2W", "2024-10-21", "2024-10-27");
	is(en, "in 1999", "1999", "1999-01-01", "1999-12-31");
	is(en, "the 1990s", "199", "1990-01-01", "1999-12-31");
	is(en, "last summer", "2024-SU", "2024-06-01", "2024-08-31");
	is(en, "later this month", "2024-10", "2024-10-12", "2024-10-31");
	is(en, "2024-09-01", "2024-09-01", "2024-09-01", "2024-09-01");
	is(en, "a troop of 2000 men", NULL, NULL, NULL);
	is(en, "for five years", "P5Y", NULL, NULL);
	is(en, "September 11, 2001", "2001-09-11", "2001-09-11", "2001-09-11");
	is(en, "the past three months", "P3M", NULL, NULL);
	is(en, "every week", "P1W", NULL, NULL);
	is(en, "it may come", NULL, NULL, NULL);
	is(en, "in May it", "2024-05", "2024-05-01", "2024-05-31");
	is(en, "tonight", "2024-10-12", "2024-10-12", "2024-10-12");
	timer_close(nl);
	timer_close(en);
	arena_free(&a);
	return done();
}
