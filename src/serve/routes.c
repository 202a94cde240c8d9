/* routes.c - the table of parameters and the table of routes. */
#include "serve/api.h"

#include <stdlib.h>

#include "base/date.h"
#include "serve/overview.h"

enum param_id {
	P_WHO, P_WITH, P_ACTOR, P_RECIPIENT, P_BY, P_STANCE, P_TYPE, P_MODE, P_QUAD, P_STATUS, P_RELATION, P_STANDING, P_COUNTRY, P_PLACE, P_SINCE, P_UNTIL,
	P_AS_OF, P_KNOWN, P_TEXT, P_SOURCE, P_LANG, P_CONFIDENCE, P_ABOUT, P_PER, P_GROUP, P_LINES, P_LIMIT, P_CURSOR, P_COMING, P_BUCKET, P_AXIS, P_PARTS, P_BOX, P_Q, P_A, P_B, P_SENSE, P_ALL,
	P_RECORD_ONLY, PARAM_KINDS
};

#define BIT(p) (1ULL << (p))

#define FIELD(m) (offsetof(struct question, m) + 1)

static const struct param params[PARAM_KINDS] = {
	[P_WHO] = { "who", PARAM_WORDS, NULL, "participants: names, QIDs, countries (ISO 3166-1 alpha-3), with commas between", FIELD(who) },
	[P_WITH] = { "with", PARAM_WORDS, NULL, "participants beside who on the same line", FIELD(with) },
	[P_ACTOR] = { "actor", PARAM_WORDS, NULL, "who did it", FIELD(actor) },
	[P_RECIPIENT] = { "recipient", PARAM_WORDS, NULL, "to whom it was done", FIELD(recipient) },
	[P_BY] = { "by", PARAM_WORDS, NULL, "who claims it", FIELD(by) },
	[P_STANCE] = { "stance", PARAM_WORDS, NULL, "of a claim on it: asserts, denies, doubts, confirms", FIELD(stance) },
	[P_TYPE] = { "type", PARAM_WORDS, NULL, "types of event, with commas between: CONSULT,AGREE", FIELD(type) },
	[P_MODE] = { "mode", PARAM_WORDS, NULL, "modes of event: visit,multilateral", FIELD(mode) },
	[P_QUAD] = { "quad", PARAM_WORDS, NULL, "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict", FIELD(quad) },
	[P_STATUS] = { "status", PARAM_WORDS, NULL, "happened, ongoing, planned, expected, possible, hypothetical, negated", FIELD(status) },
	[P_RELATION] = { "relation", PARAM_WORDS, NULL, "of a state: member_of, holds_office, party_to, …", FIELD(relation) },
	[P_STANDING] = { "standing", PARAM_WORDS, NULL, "of a state: in_force, announced, applied, ended, …", FIELD(standing) },
	[P_COUNTRY] = { "country", PARAM_WORDS, NULL, "ISO 3166-1 alpha-3, of a participant or the place", FIELD(country) },
	[P_PLACE] = { "place", PARAM_WORDS, NULL, "where it happened", FIELD(place) },
	[P_SINCE] = { "since", PARAM_DATE, NULL, "not before: YYYY, YYYY-MM or YYYY-MM-DD", FIELD(since) },
	[P_UNTIL] = { "until", PARAM_DATE, NULL, "not after", FIELD(until) },
	[P_AS_OF] = { "as-of", PARAM_DATE, NULL, "what held, or had happened, on that day", FIELD(as_of) },
	[P_KNOWN] = { "known", PARAM_DATE, NULL, "as the record knew it on that day", FIELD(known) },
	[P_TEXT] = { "text", PARAM_WORDS, NULL, "words and \"phrases\" that the article must have", FIELD(text) },
	[P_SOURCE] = { "source", PARAM_WORDS, NULL, "outlets, with commas between", FIELD(source) },
	[P_LANG] = { "lang", PARAM_WORDS, NULL, "languages of the articles", FIELD(lang) },
	[P_CONFIDENCE] = { "min-confidence", PARAM_SHARE, NULL, "at least so sure, 0 to 1", 0 },
	[P_ABOUT] = { "about", PARAM_WORDS, NULL, "whom or what it is about: what the command line takes as its argument", FIELD(about) },
	[P_PER] = { "per", PARAM_CHOICE, "day week month year", "count instead, in stretches of that length", FIELD(per) },
	[P_GROUP] = { "group", PARAM_CHOICE, "type mode quad status country source lang actor recipient dyad", "count instead, by what they have in common", FIELD(group) },
	[P_LINES] = { "lines", PARAM_SWITCH, NULL, "every line of every article instead of one row for each happening", 0 },
	[P_LIMIT] = { "limit", PARAM_COUNT, NULL, "at most so many rows", 0 },
	[P_CURSOR] = { "cursor", PARAM_WORDS, NULL, "where to go on: from the header Coulisse-Next of the answer before", 0 },
	[P_BUCKET] = { "bucket", PARAM_CHOICE, "day week month year", "stretches of the time axis; without it the finest that gives at most 400", 0 },
	[P_COMING] = { "coming", PARAM_SWITCH, NULL, "0: without what lies behind the newest document; 1: that alone, the next first; with limit", 0 },
	[P_AXIS] = { "axis", PARAM_SPAN, NULL, "FROM..TO: beside it what fits at any time, in that stretch of the time axis", 0 },
	[P_PARTS] = { "parts", PARAM_PARTS, NULL, "of time, kinds, places, visits, actors those that are wanted, with commas between; without it all", 0 },
	[P_BOX] = { "box", PARAM_BOX, NULL, "places within degrees west,south,east,north", 0 },
	[P_Q] = { "q", PARAM_WORDS, NULL, "what was typed, up to the cursor", 0 },
	[P_A] = { "a", PARAM_DATE, NULL, "the earlier day", 0 },
	[P_B] = { "b", PARAM_DATE, NULL, "the later day", 0 },
	[P_SENSE] = { "sense", PARAM_CHOICE, "as-of known", "what held on the two days, or what the record knew", 0 },
	[P_ALL] = { "all", PARAM_SWITCH, NULL, "also what is not said to have happened, and what is dated no closer than a week", 0 },
	[P_RECORD_ONLY] = { "record-only", PARAM_SWITCH, NULL, "without what the program's own data know of members and terms of office", 0 },
};

#define FILTERS ((BIT(P_ABOUT) - 1))
#define TIMES (BIT(P_SINCE) | BIT(P_UNTIL) | BIT(P_AS_OF) | BIT(P_KNOWN))
#define ASKED (FILTERS | BIT(P_ABOUT) | BIT(P_LIMIT))

#define ROWS(path, ask, more, summary) { path, METHOD_GET, ANSWERS_ROWS, ASKED | (more), summary, answer_rows, ask, true }

const struct route api_routes[] = {
	{ "/status", METHOD_GET, ANSWERS_OBJECT, 0, "what the store holds, and its revision, which changes when the store does", answer_status, 0, false },
	{ "/overview", METHOD_GET, ANSWERS_OBJECT, FILTERS | BIT(P_ABOUT) | BIT(P_BUCKET) | BIT(P_AXIS) | BIT(P_PARTS) | BIT(P_BOX), "sums over the happenings that fit: time, types, places, visits, actors",
	  answer_overview, 0, false },
	{ "/events", METHOD_GET, ANSWERS_ROWS, ASKED | BIT(P_PER) | BIT(P_GROUP) | BIT(P_LINES) | BIT(P_CURSOR) | BIT(P_COMING), "what happened: a row for each happening, newest first; or counts",
	  answer_events, ASK_EVENTS, true },
	ROWS("/states", ASK_STATES, BIT(P_LINES), "what holds, as the texts say it"),
	ROWS("/members", ASK_MEMBERS, BIT(P_RECORD_ONLY), "who is a member of it, or of what it is a member"),
	ROWS("/offices", ASK_OFFICES, BIT(P_RECORD_ONLY), "who holds which office"),
	ROWS("/visits", ASK_VISITS, BIT(P_LINES), "visits made and received"),
	ROWS("/treaties", ASK_TREATIES, 0, "agreements and their parties"),
	ROWS("/claims", ASK_CLAIMS, 0, "who asserts, denies, doubts or confirms what"),
	ROWS("/timeline", ASK_TIMELINE, BIT(P_LINES), "what happened, oldest first"),
	ROWS("/sources", ASK_SOURCES, 0, "the outlets: documents, events, from when to when"),
	ROWS("/who", ASK_WHO, 0, "actors of the record of that name"),
	ROWS("/audit", ASK_AUDIT, 0, "counts that the texts state against what the record knows"),
	ROWS("/corrections", ASK_CORRECTIONS, 0, "what people said of lines"),
	{ "/happenings/{id}", METHOD_GET, ANSWERS_OBJECT, 0, "a happening with all its lines, sources and corrections", answer_happening, 0, false },
	{ "/lines/{id}", METHOD_GET, ANSWERS_OBJECT, 0, "a line with its document and corrections", answer_line, 0, false },
	{ "/documents/{id}", METHOD_GET, ANSWERS_OBJECT, 0, "a document with its text and lines", answer_document, 0, false },
	{ "/explain/{id}", METHOD_GET, ANSWERS_OBJECT, 0, "why the sentence of a line gives the lines it gives", answer_explain, 0, true },
	{ "/complete", METHOD_GET, ANSWERS_OBJECT, BIT(P_Q), "what may be meant by what was typed so far in the filter box", answer_complete, 0, false },
	{ "/actors/{id}", METHOD_GET, ANSWERS_OBJECT, TIMES, "the dossier of an actor, by its id or, of a country, ISO 3166-1 alpha-3", answer_actor, 0, false },
	{ "/dyads/{a}/{b}", METHOD_GET, ANSWERS_OBJECT, (FILTERS & ~(BIT(P_WHO) | BIT(P_WITH))) | BIT(P_BUCKET), "two actors: scores in both directions, the largest events",
	  answer_dyad, 0, false },
	{ "/coverage", METHOD_GET, ANSWERS_OBJECT, BIT(P_BUCKET), "what the record does not know: outlets, languages, confidence, gaps", answer_coverage, 0, false },
	{ "/compare", METHOD_GET, ANSWERS_OBJECT, (FILTERS & ~TIMES) | BIT(P_ABOUT) | BIT(P_A) | BIT(P_B) | BIT(P_SENSE), "what held, or was known, on two days", answer_compare, 0, true },
	{ "/export/{format}", METHOD_GET, ANSWERS_FILE, FILTERS | BIT(P_ABOUT) | BIT(P_ALL), "what fits, in another format: a file, or a ZIP of several", answer_export, 0, true },
	{ "/formats", METHOD_GET, ANSWERS_OBJECT, 0, "the formats of exports", answer_formats, 0, false },
	{ "/corrections", METHOD_POST, ANSWERS_OBJECT, 0, "say what is right: as coulisse correct", answer_correct, 0, true },
	{ "/openapi.json", METHOD_GET, ANSWERS_OBJECT, 0, "this description", answer_openapi, 0, false },
	{ 0 }
};

/* ---- finding ---------------------------------------------------------------------------- */

static bool fits(struct arena *a, const char *pattern, struct str path, struct str ids[2])
{
	struct str rest = str_c(pattern), want, have;
	size_t n = 0;

	for (;;) {
		bool more = str_split(&rest, '/', &want), given = str_split(&path, '/', &have);

		if (!more || !given)
			return more == given;
		if (want.n && want.p[0] == '{') {
			if (!have.n || n == 2)
				return false;
			if (request_decode(a, have, false, &ids[n++], NULL))
				return false;
		} else if (!str_eq(want, have)) {
			return false;
		}
	}
}

const struct route *api_find(struct arena *a, enum request_method method, struct str path, struct str ids[2], bool *other)
{
	*other = false;
	if (!str_starts(path, STR(API_PREFIX "/")))
		return NULL;
	path = str_sub(path, sizeof(API_PREFIX) - 1, path.n);
	for (const struct route *r = api_routes; r->path; r++) {
		if (!fits(a, r->path, path, ids))
			continue;
		if (r->method == method)
			return r;
		*other = true;
	}
	return NULL;
}

/* ---- checking ---------------------------------------------------------------------------- */

static bool among(const char *choices, struct str word)
{
	struct str list = str_c(choices), one;

	while (list.n && str_split(&list, ' ', &one))
		if (str_eq(one, word))
			return true;
	return false;
}

static bool digits(struct str text)
{
	for (size_t i = 0; i < text.n; i++)
		if (text.p[i] < '0' || text.p[i] > '9')
			return false;
	return text.n != 0;
}

static bool number(struct arena *a, struct str text, double least, double greatest, double *out)
{
	char *end, *own = (char *)str_dup(a, text).p;

	*out = strtod(own, &end);
	return text.n && end == own + text.n && *out >= least && *out <= greatest;
}

bool api_read_box(struct arena *a, struct str text, double out[SIDES])
{
	static const double limits[SIDES] = { 180, 90, 180, 90 };
	struct str one;
	size_t n = 0;

	for (; n < SIDES && str_split(&text, ',', &one); n++)
		if (!number(a, one, -limits[n], limits[n], &out[n]))
			return false;
	return n == SIDES && !text.n;
}

static bool is_span(struct str text)
{
	size_t dots = str_search(text, STR(".."));

	return dots < text.n && day_parse_part(str_sub(text, 0, dots), false) != DAY_NONE && day_parse_part(str_sub(text, dots + 2, text.n), true) != DAY_NONE;
}

day api_now(const struct index *x, const struct question *q)
{
	return q->known.n ? day_parse_part(q->known, true) : x->newest;
}

/* Why the value is none of the parameter's, or NULL. */
static const char *objection(struct arena *a, const struct param *p, struct str value, double *n)
{
	double box[SIDES];

	switch (p->kind) {
	case PARAM_DATE:
		return value.n && day_parse_part(value, false) == DAY_NONE ? "no date YYYY, YYYY-MM or YYYY-MM-DD" : NULL;
	case PARAM_CHOICE:
		return value.n && !among(p->choices, value) ? p->choices : NULL;
	case PARAM_COUNT:
		return !digits(value) || !number(a, value, 1, 1e9, n) ? "a number from 1 is wanted" : NULL;
	case PARAM_SHARE:
		return !number(a, value, 0, 1, n) ? "a number from 0 to 1 is wanted" : NULL;
	case PARAM_SWITCH:
		return value.n && !str_is(value, "1") && !str_is(value, "0") ? "1 or 0 is wanted" : NULL;
	case PARAM_BOX:
		return !api_read_box(a, value, box) ? "west,south,east,north in degrees is wanted" : NULL;
	case PARAM_SPAN:
		return value.n && !is_span(value) ? "FROM..TO is wanted, two dates YYYY, YYYY-MM or YYYY-MM-DD" : NULL;
	case PARAM_PARTS:
		return !overview_parts(value) ? "of time, kinds, places, visits, actors, with commas between" : NULL;
	default:
		return NULL;
	}
}

static void put(struct arena *a, struct question *q, enum param_id which, struct str value, double n)
{
	const struct param *p = &params[which];

	if (p->field)
		*(struct str *)((char *)q + p->field - 1) = str_dup(a, value);
	else if (which == P_CONFIDENCE)
		q->min_confidence = n;
	else if (which == P_LIMIT)
		q->limit = (size_t)n;
	else if (which == P_LINES)
		q->lines = !str_is(value, "0");
	else if (which == P_RECORD_ONLY)
		q->background = str_is(value, "0");
}

int api_read_params(struct arena *a, const struct route *route, const struct request *r, struct question *q, struct error *e)
{
	*q = (struct question){ .ask = route->ask, .background = true, .form = ANSWER_JSON };
	for (size_t i = 0; i < r->params.n; i++) {
		struct str name = r->params.at[i].name, value = r->params.at[i].value;
		enum param_id which = 0;
		const char *why;
		double n = 0;

		while (which < PARAM_KINDS && !((route->params & BIT(which)) && str_is(name, params[which].name)))
			which++;
		if (which == PARAM_KINDS)
			return error_set(e, COU_EUSAGE, "%.*s: no parameter of %s", STR_ARG(name), route->path);
		for (size_t k = 0; k < i; k++)
			if (str_eq(r->params.at[k].name, name))
				return error_set(e, COU_EUSAGE, "%.*s is given twice", STR_ARG(name));
		why = objection(a, &params[which], value, &n);
		if (why)
			return error_set(e, COU_EUSAGE, "%.*s=%.*s: %s%s", STR_ARG(name), STR_ARG(value), params[which].kind == PARAM_CHOICE ? "one of " : "", why);
		put(a, q, which, value, n);
	}
	return 0;
}

bool api_takes_long(struct arena *a, const struct route *route, const struct request *r)
{
	enum { PAGE_MAX = 1000 };
	double limit;

	return route->takes_long && !(route->run == answer_events && number(a, request_param(r, "limit"), 1, PAGE_MAX, &limit));
}

/* ---- describing ----------------------------------------------------------------------------- */

size_t api_param_count(void)
{
	return PARAM_KINDS;
}

struct param api_param(const struct route *route, size_t i)
{
	return route->params & BIT(i) ? params[i] : (struct param){ 0 };
}
