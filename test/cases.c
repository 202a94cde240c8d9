/* cases.c - cases LANG FILE…: sentences and the lines they must give, as a reader would write them.  TAP, one test a file.
 *
 *	date: 2024-03-05                       (for all cases below; behind a ">" line: for that case)
 *	> Nederland en Oekraïne tekenden maandag in Kyiv een veiligheidsakkoord.
 *	AGREE actor=NLD actor=UKR where=Kyiv when=2024-03-04 status=happened
 *	state member_of subject=IRN object=BRICS standing=in_force
 *	not ASSAULT                            (no such line may come)
 *	none                                   (no line at all)
 *
 * A case ends at a blank line or the next ">"; several lines of ">" are one text.  What an expected line does not name is free; lines
 * that are not expected do no harm, but for "none" and "not".  A value is a country code, or words of the name or text with "_" for
 * blanks; "-" says that there is none; a sector of capitals may follow: actor=ISR/MIL.  claim=denies:RUS.  Each expected line needs
 * a line of its own.
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"
#include "base/json.h"
#include "base/unicode.h"
#include "base/vec.h"
#include "coulisse.h"

enum { FILE_MAX = 4 << 20, LINES_MAX = 256 };

struct lines {
	struct json *at[LINES_MAX];
	bool taken[LINES_MAX];
	size_t n;
	struct arena a;
	struct buf text;
};

struct test_case {
	size_t line;
	struct str text;
	char date[11];			/* of this case, else the file's */
	char file_date[11];
	VEC(struct str) expected;
};

struct report {
	const char *path;
	unsigned passed, failed;
};

/* ---- what came out ------------------------------------------------------------------ */

static int collect(void *user, const char *bytes, size_t n)
{
	buf_add(user, (struct str){ bytes, n });
	return 0;
}

static void parse_lines(struct lines *l)
{
	struct str rest = buf_str(&l->text), line;

	while (str_split(&rest, '\n', &line)) {
		struct json *j;

		if (!line.n || l->n == LINES_MAX || json_parse(&j, line, NULL))
			continue;
		if (str_is(json_string(json_get(j, "kind")), "document"))
			json_free(j);
		else
			l->at[l->n++] = j;
	}
}

static void free_lines(struct lines *l)
{
	for (size_t i = 0; i < l->n; i++)
		json_free(l->at[i]);
	arena_free(&l->a);
}

/* ---- expected against what came ------------------------------------------------------- */

/* Words of value ("_" or blank between) inside text, case and accents aside. */
static bool contains(struct arena *a, struct str text, struct str value)
{
	struct str v = str_dup(a, value);

	for (size_t i = 0; i < v.n; i++)
		if (v.p[i] == '_')
			((char *)v.p)[i] = ' ';
	if (!text.n)
		return false;
	text = unicode_fold(a, text);
	v = unicode_fold(a, v);
	return str_search(text, v) < text.n;
}

static bool is_party(struct arena *a, const struct json *p, struct str value)
{
	struct str country = json_string(json_get(p, "country"));
	size_t slash = str_find(value, '/');

	if (str_is(value, "-"))
		return json_type(p) == JSON_NULL;
	if (slash + 4 == value.n) {
		if (!str_eq(json_string(json_get(p, "sector")), str_sub(value, slash + 1, value.n)))
			return false;
		value = str_sub(value, 0, slash);
	}
	if (value.n == 3 && value.p[0] >= 'A' && value.p[0] <= 'Z' && value.p[2] >= 'A' && value.p[2] <= 'Z' && str_eq(country, value))
		return true;
	return contains(a, json_string(json_get(p, "name")), value) || contains(a, json_string(json_get(p, "text")), value);
}

static bool has_party(struct arena *a, const struct json *list, struct str value)
{
	const struct json *p = json_first(list);

	if (str_is(value, "-"))
		return !p;
	for (; p; p = json_next(p))
		if (is_party(a, p, value))
			return true;
	return false;
}

static bool has_claim(struct arena *a, const struct json *list, struct str value)
{
	size_t colon = str_find(value, ':');
	struct str stance = str_sub(value, 0, colon), by = colon < value.n ? str_sub(value, colon + 1, value.n) : STR_NONE;

	if (str_is(value, "-"))
		return !json_first(list);
	for (const struct json *c = json_first(list); c; c = json_next(c))
		if (str_eq(json_string(json_get(c, "stance")), stance) && (!by.n || is_party(a, json_get(c, "by"), by)))
			return true;
	return false;
}

static bool has_time(const struct json *when, struct str value)
{
	struct str start = json_string(json_get(when, "start"));

	return str_is(value, "-") ? json_type(when) == JSON_NULL : start.n && str_starts(start, value);
}

static bool has_span(struct arena *a, const struct json *s, struct str value)
{
	if (json_type(s) != JSON_ARRAY)
		return contains(a, json_string(json_get(s, "text")), value);
	for (s = json_first(s); s; s = json_next(s))
		if (contains(a, json_string(json_get(s, "text")), value))
			return true;
	return false;
}

static bool attribute_fits(struct arena *a, const struct json *j, struct str key, struct str value)
{
	struct str first;

	if (str_is(key, "actor") || str_is(key, "actors") || str_is(key, "recipient") || str_is(key, "recipients")) {
		const struct json *list = json_get(j, key.p[0] == 'a' ? "actors" : "recipients");

		while (str_split(&value, ',', &first))
			if (!has_party(a, list, first))
				return false;
		return true;
	}
	if (str_is(key, "claim"))
		return has_claim(a, json_get(j, "claims"), value);
	if (str_is(key, "subject") || str_is(key, "object") || str_is(key, "where"))
		return is_party(a, json_get(j, str_dup(a, key).p), value);
	if (str_is(key, "by"))
		return has_claim(a, json_get(j, "claims"), value);
	if (str_is(key, "when") || str_is(key, "from") || str_is(key, "to"))
		return has_time(json_get(j, str_dup(a, key).p), value);
	if (str_is(key, "goods") || str_is(key, "topic") || str_is(key, "cause") || str_is(key, "instrument") || str_is(key, "agreement") ||
	    str_is(key, "trigger"))
		return has_span(a, json_get(j, str_dup(a, key).p), value);
	if (str_is(key, "office"))
		return contains(a, json_string(json_get(json_get(j, "object"), "name")), value);
	if (str_is(key, "dead") || str_is(key, "injured") || str_is(key, "arrested"))
		return json_number(json_get(json_get(j, str_dup(a, key).p), "min"), -1) == atof(str_dup(a, value).p);
	return str_eq(json_string(json_get(j, str_dup(a, key).p)), value);	/* status, standing, mode, cameo */
}

static bool type_fits(const struct json *j, struct str word, bool state)
{
	size_t slash = str_find(word, '/');

	if (state)
		return str_is(json_string(json_get(j, "kind")), "state") && str_eq(json_string(json_get(j, "relation")), word);
	return str_eq(json_string(json_get(j, "type")), str_sub(word, 0, slash)) &&
	       (slash == word.n || str_eq(json_string(json_get(j, "mode")), str_sub(word, slash + 1, word.n)));
}

static bool line_fits(struct arena *a, const struct json *j, struct str expected)
{
	struct str rest = expected, word;
	bool state = false, typed = false;

	while (str_split(&rest, ' ', &word)) {
		size_t is = str_find(word, '=');

		if (!word.n)
			continue;
		if (!typed && !state && (str_is(word, "state") || str_is(word, "event"))) {
			state = word.p[0] == 's';
			continue;
		}
		if (!typed) {
			typed = true;
			if (!type_fits(j, word, state))
				return false;
		} else if (is == word.n || !attribute_fits(a, j, str_sub(word, 0, is), str_sub(word, is + 1, word.n))) {
			return false;
		}
	}
	return typed;
}

static bool found(struct lines *l, struct str expected)
{
	struct str no = STR("not ");
	bool forbidden = str_starts(expected, no);

	if (str_is(expected, "none"))
		return l->n == 0;
	if (forbidden)
		expected = str_sub(expected, no.n, expected.n);
	for (size_t i = 0; i < l->n; i++) {
		if ((forbidden || !l->taken[i]) && line_fits(&l->a, l->at[i], expected)) {
			l->taken[i] = true;
			return !forbidden;
		}
	}
	return forbidden;
}

static void print_party(const char *role, const struct json *p)
{
	struct str country = json_string(json_get(p, "country")), name = json_string(json_get(p, "name"));

	if (json_type(p) == JSON_OBJECT)
		printf(" %s=%.*s", role, STR_ARG(country.n ? country : name));
}

static void print_line(const struct json *j)
{
	bool state = str_is(json_string(json_get(j, "kind")), "state");
	struct str mode = json_string(json_get(j, "mode"));

	printf("#     came: %s%.*s%s%.*s", state ? "state " : "", STR_ARG(json_string(json_get(j, state ? "relation" : "type"))), mode.n ? "/" : "",
	       STR_ARG(mode));
	print_party("subject", json_get(j, "subject"));
	print_party("object", json_get(j, "object"));
	for (const struct json *p = json_first(json_get(j, "actors")); p; p = json_next(p))
		print_party("actor", p);
	for (const struct json *p = json_first(json_get(j, "recipients")); p; p = json_next(p))
		print_party("recipient", p);
	printf(" %.*s", STR_ARG(json_string(json_get(j, state ? "standing" : "status"))));
	for (const struct json *c = json_first(json_get(j, "claims")); c; c = json_next(c)) {
		struct str stance = json_string(json_get(c, "stance"));

		print_party(stance.n ? stance.p : "claim", json_get(c, "by"));
	}
	printf("\n");
}

static bool run_case(struct cou *c, const char *lang, struct test_case *t, const char *path)
{
	struct cou_options o = { .min_confidence = -1, .lang = lang, .date = t->date[0] ? t->date : t->file_date[0] ? t->file_date : NULL };
	struct lines l = { 0 };
	struct cou_error e = { 0 };
	bool good = true;

	buf_init(&l.text, &l.a);
	if (cou_code_text(c, &o, t->text.p, t->text.n, collect, &l.text, &e) < 0) {
		printf("# %s:%zu: %s\n", path, t->line, e.text);
		good = false;
	}
	parse_lines(&l);
	for (size_t i = 0; i < t->expected.n; i++) {
		if (found(&l, t->expected.at[i]))
			continue;
		if (good)
			printf("# %s:%zu: %.*s\n", path, t->line, STR_ARG(t->text));
		printf("#     missed: %.*s\n", STR_ARG(t->expected.at[i]));
		good = false;
	}
	for (size_t i = 0; !good && i < l.n; i++)
		print_line(l.at[i]);
	free_lines(&l);
	return good;
}

/* ---- files --------------------------------------------------------------------------- */

static void finish(struct cou *c, const char *lang, struct test_case *t, struct report *r)
{
	if (t->text.n && t->expected.n) {
		bool good = run_case(c, lang, t, r->path);

		r->passed += good;
		r->failed += !good;
	} else if (t->text.n) {
		printf("# %s:%zu: nothing is expected of it (write \"none\")\n", r->path, t->line);
		r->failed++;
	}
	t->text = STR_NONE;
	t->expected.n = 0;
	t->date[0] = 0;
}

static void set_date(struct test_case *t, struct str value)
{
	char *date = t->text.n ? t->date : t->file_date;
	size_t n = value.n < 10 ? 0 : 10;

	memcpy(date, value.p, n);
	date[n] = 0;
}

static void run_file(struct cou *c, const char *lang, struct report *r)
{
	struct arena a = { 0 };
	struct error e = { 0 };
	struct test_case t = { 0 };
	struct str rest, line;
	size_t number = 0;

	if (file_read(&a, r->path, FILE_MAX, &rest, &e)) {
		printf("# %s: %s\n", r->path, e.text);
		r->failed++;
		return;
	}
	while (str_split(&rest, '\n', &line)) {
		number++;
		line = str_trim(line);
		if (line.n && line.p[0] == '#')
			continue;
		if (!line.n) {
			finish(c, lang, &t, r);
		} else if (line.p[0] == '>') {
			struct str text = str_trim(str_sub(line, 1, line.n));

			if (t.expected.n)
				finish(c, lang, &t, r);
			if (!t.text.n)
				t.line = number;
			t.text = t.text.n ? str_printf(&a, "%.*s\n\n%.*s", STR_ARG(t.text), STR_ARG(text)) : text;
		} else if (str_starts(line, STR("date:"))) {
			set_date(&t, str_trim(str_sub(line, 5, line.n)));
		} else {
			vec_add(&a, &t.expected, line);
		}
	}
	finish(c, lang, &t, r);
	arena_free(&a);
}

int main(int argc, char **argv)
{
	struct cou_error e = { 0 };
	unsigned bad = 0;
	struct cou *c;

	if (argc < 3 || cou_open(&c, NULL, &e)) {
		fprintf(stderr, "cases LANG FILE...: %s\n", e.text);
		return 2;
	}
	printf("1..%d\n", argc - 2);
	for (int i = 2; i < argc; i++) {
		struct report r = { .path = argv[i] };

		run_file(c, argv[1], &r);
		printf("%sok %d - %s: %u passed, %u failed\n", r.failed ? "not " : "", i - 1, argv[i], r.passed, r.failed);
		bad += r.failed != 0;
	}
	cou_close(c);
	return bad != 0;
}
