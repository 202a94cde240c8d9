/* Linking: spellings, whom names, pronouns and descriptions mean, ids that stay, places and days from the rest of the document. */
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/json.h"
#include "coulisse.h"
#include "link/spelling.h"
#include "link/who.h"
#include "tap.h"

static struct arena a;
static struct cou *program;

/* ---- spellings ------------------------------------------------------------------------------------------------- */

static void spelling(void)
{
	static const struct {
		char x[16], y[16];
		bool same;
	} pairs[] = {
		{ "rouhani", "rohani", true }, { "khamenei", "chamenei", true }, { "lukashenko", "loekasjenko", true },
		{ "zelensky", "zelenskyy", true }, { "gorbachev", "gorbatsjov", true }, { "qaddafi", "kadhafi", true },
		{ "zarif", "zarief", true }, { "al baghdadi", "al bagdadi", true }, { "yeltsin", "jeltsin", true },
		{ "rouhani", "raisi", false }, { "putin", "patton", false }, { "merkel", "macron", false }, { "johnson", "jansen", false },
		{ "rutte", "rote", false }, { "xi", "xa", false }, { "", "a", false },
	};

	for (size_t i = 0; i < sizeof(pairs) / sizeof(*pairs); i++)
		ok(spelling_same(&a, str_c(pairs[i].x), str_c(pairs[i].y)) == pairs[i].same, "\"%s\" and \"%s\" are %s", pairs[i].x, pairs[i].y,
		   pairs[i].same ? "one name" : "two");
}

/* ---- one document ---------------------------------------------------------------------------------------------- */

static int collect(void *user, const char *bytes, size_t n)
{
	buf_add(user, (struct str){ bytes, n });
	return 0;
}

static struct json *layers_of(const char *lang, const char *date, const char *text)
{
	struct cou_options o = { .lang = lang, .date = date, .until = "link", .format = COU_LAYERS };
	struct cou_error e = { 0 };
	struct error err = { 0 };
	struct json *j = NULL;
	struct buf b;

	buf_init(&b, &a);
	if (cou_code_text(program, &o, text, strlen(text), collect, &b, &e) == 0)
		json_parse(&j, str_trim(buf_str(&b)), &err);
	return j;
}

/* Entity i of the document's list. */
static const struct json *entity_at(const struct json *doc, double i)
{
	const struct json *x = json_first(json_get(doc, "entities"));

	while (x && i-- > 0)
		x = json_next(x);
	return x;
}

/* The names, with " + " between, that the nth mention with these words means; empty when there is none. */
static struct str meaning(const struct json *doc, const char *words, int nth)
{
	struct buf b;

	buf_init(&b, &a);
	for (const struct json *m = json_first(json_get(doc, "mentions")); m; m = json_next(m)) {
		if (!str_is(json_string(json_get(m, "text")), words) || nth-- > 1)
			continue;
		for (const struct json *e = json_first(json_get(m, "entities")); e; e = json_next(e)) {
			if (b.n)
				buf_add(&b, STR(" + "));
			buf_add(&b, json_string(json_get(entity_at(doc, json_number(e, 0)), "name")));
		}
		break;
	}
	return buf_str(&b);
}

static void meanings(void)
{
	static const struct {
		const char *lang, *date, *text, *words;
		int nth;
		const char *name;
	} cases[] = {
		/* the day decides */
		{ "en", "1991-02-01", "President Bush spoke to reporters in Washington.", "President Bush", 1, "George H. W. Bush" },
		{ "en", "2003-02-01", "President Bush spoke to reporters in Washington.", "President Bush", 1, "George W. Bush" },
		{ "nl", "2020-08-01", "De Wit-Russische president Loekasjenka sprak met premier Rutte.", "De Wit-Russische president Loekasjenka", 1,
		  "Alexander Lukashenko" },
		/* another spelling, found by the title */
		{ "nl", "2019-03-03", "De Iraanse president Roehani bezocht maandag Moskou.", "De Iraanse president Roehani", 1, "Hassan Rouhani" },
		/* descriptions */
		{ "nl", "2019-03-03", "De Franse president ontving de Duitse bondskanselier in Parijs.", "De Franse president", 1, "Emmanuel Macron" },
		{ "nl", "2019-03-03", "De Iraanse president Rohani bezocht Moskou. Hij sprak er met zijn Russische ambtgenoot.", "zijn Russische ambtgenoot", 1,
		  "Vladimir Putin" },
		{ "en", "2019-03-03", "The Southern Transitional Council met in Aden. On Friday the council rejected the plan.", "the council", 1,
		  "Southern Transitional Council" },
		/* pronouns */
		{ "nl", "2019-03-03", "De Iraanse president Rohani bezocht Moskou. Hij sprak er met zijn Russische ambtgenoot.", "Hij", 1, "Hassan Rouhani" },
		{ "en", "2019-03-03", "Angela Merkel flew to Paris on Monday. She met President Emmanuel Macron there.", "She", 1, "Angela Merkel" },
		/* nobody calls himself he, and a verb's subject is not its object */
		{ "nl", "2019-03-03", "Minister Blok sprak met de Turkse president Erdogan. \"Hij moet aftreden\", zei Blok daarna.", "Hij", 1,
		  "Recep Tayyip Erdoğan" },
		{ "en", "2019-03-03", "Emmanuel Macron visited Berlin. Boris Johnson criticised him on Tuesday.", "him", 1, "Emmanuel Macron" },
		/* who speaks */
		{ "en", "2019-03-03", "\"I will not resign,\" President Emmanuel Macron told reporters in Paris.", "I", 1, "Emmanuel Macron" },
		{ "nl", "2019-09-02", "\"Ik stap niet op\", zei premier Johnson in Londen.", "Ik", 1, "Boris Johnson" },
		{ "en", "2019-03-03", "Talks in Paris\n\nPresident Emmanuel Macron told reporters: \"The talks went well and we made progress.\n\n\"I will go to Berlin.\"",
		  "I", 1, "Emmanuel Macron" },
		/* relative clauses and joined names */
		{ "en", "2019-03-03", "Angela Merkel, who visited Paris, left on Tuesday.", "who", 1, "Angela Merkel" },
		{ "en", "2019-03-03", "Angela Merkel and Emmanuel Macron met in Paris. They signed a treaty.", "They", 1, "Angela Merkel + Emmanuel Macron" },
		/* an abbreviation that the text explains */
		{ "en", "2019-03-03", "The Northern Shipping Board (NSB) met in Oslo. The NSB will publish a report.", "NSB", 2, "Northern Shipping Board" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct json *doc = layers_of(cases[i].lang, cases[i].date, cases[i].text);
		struct str name = meaning(doc, cases[i].words, cases[i].nth);

		int line = (int)strcspn(cases[i].text, "\n");

		ok(str_is(name, cases[i].name), "%s: \"%s\" in \"%.*s\" is %s (%.*s)", cases[i].date, cases[i].words, line < 60 ? line : 60, cases[i].text,
		   cases[i].name, STR_ARG(name));
		json_free(doc);
	}
}

/* A person whom nobody knows keeps one id in every document; another country is another person. */
static void ids(void)
{
	struct json *one = layers_of("en", "2019-03-03", "Bolivian minister Wilfredo Quispefort visited Paris.");
	struct json *two = layers_of("en", "2021-03-03", "On Friday, Bolivian minister Wilfredo Quispefort resigned. Police arrested two men.");
	struct json *three = layers_of("en", "2021-03-03", "Peruvian minister Wilfredo Quispefort resigned.");
	const struct json *docs[] = { one, two, three };
	struct str id[3] = { STR_NONE, STR_NONE, STR_NONE };

	for (int i = 0; i < 3; i++)
		for (const struct json *x = json_first(json_get(docs[i], "entities")); x; x = json_next(x))
			if (str_is(json_string(json_get(x, "name")), "Wilfredo Quispefort"))
				id[i] = json_string(json_get(x, "id"));
	ok(id[0].n && str_eq(id[0], id[1]), "the same unknown minister has the same id in two documents (%.*s)", STR_ARG(id[0]));
	ok(id[2].n && !str_eq(id[0], id[2]), "of another country: another id");
	json_free(one);
	json_free(two);
	json_free(three);
}

int main(void)
{
	struct cou_error e = { 0 };

	if (cou_open(&program, NULL, &e)) {
		printf("Bail out! %s\n", e.text);
		return 1;
	}
	spelling();
	meanings();
	ids();
	cou_close(program);
	arena_free(&a);
	return done();
}
