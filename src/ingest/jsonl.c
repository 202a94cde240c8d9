/* jsonl.c - JSON Lines, and the same objects in one JSON file: {id, date, title, text, url, lang, source}.
 *
 * Lines are cut one after the other, and read on any thread.
 */
#include "ingest/format.h"

#include <stdlib.h>

struct lines {
	const struct reading *g;
	struct input *in;
	size_t number;
	bool broken;			/* the input itself failed */
};

struct values {
	const struct reading *g;
	struct arena memory;
	struct json *value;		/* one article, or an array of them */
	const struct json *member;	/* the next one */
	size_t number;
};

/* ---- one article ---------------------------------------------------------------------- */

/* An id may be a number.  One that a double cannot tell from its neighbour is none: two articles with the same id would be one. */
static struct str id_of(struct arena *a, const struct json *j)
{
	const double exact = 9007199254740992.0;	/* 2^53 */
	double n = json_number(j, 0);

	if (json_type(j) != JSON_NUMBER)
		return json_string(j);
	return n > -exact && n < exact ? str_printf(a, "%.17g", n) : STR_NONE;
}

static int read_object(const struct reading *g, const struct json *j, struct doc *d, struct error *e)
{
	struct article x = {
		.id = id_of(d->a, json_get(j, "id")), .url = json_string(json_get(j, "url")), .source = json_string(json_get(j, "source")),
		.lang = json_string(json_get(j, "lang")), .date = json_string(json_get(j, "date")), .title = json_string(json_get(j, "title")),
		.text = json_string(json_get(j, "text"))
	};

	enum json_type text = json_type(json_get(j, "text"));

	if (json_type(j) != JSON_OBJECT || (text != JSON_STRING && (text != JSON_NULL || !str_trim(x.title).n)))
		return error_set(e, COU_EINPUT, "no object with a \"text\"");
	if (!x.id.n)
		x.id = id_of(d->a, json_get(j, "doc"));
	if (!str_trim(x.text).n && !str_trim(x.title).n)
		return error_set(e, COU_EINPUT, "an empty \"text\"");
	return article_document(g, &x, d, e);
}

static struct str origin(struct arena *a, const struct reading *g, size_t number)
{
	return str_printf(a, "%.*s:%zu", STR_ARG(g->carrier.name), number);
}

/* ---- an object a line ------------------------------------------------------------------- */

static bool looks_lines(struct str head, const struct carrier *c)
{
	(void)c;
	return head.n && head.p[0] == '{';
}

static int open_lines(void **state, const struct reading *g, struct input *in, struct error *e)
{
	struct lines *s = calloc(1, sizeof(*s));

	if (!s)
		return error_set(e, COU_ELIMIT, "out of memory");
	*s = (struct lines){ .g = g, .in = in, .number = g->carrier.crawled ? 0 : g->options->part.before };
	*state = s;
	return COU_OK;
}

static enum found next_line(void *state, struct doc *d, struct inner *inner, struct error *e)
{
	struct lines *s = state;
	struct str line;

	for (;;) {
		int rc = s->broken ? 0 : input_line(s->in, s->g->options->max_bytes, &line, e);

		if (!rc)
			return FOUND_END;
		d->origin = origin(d->a, s->g, ++s->number);
		s->broken = rc < 0 && rc != COU_ELIMIT;
		if (rc < 0)
			return FOUND_BAD;
		line = str_trim(line);
		if (!line.n)
			continue;
		inner->bytes = str_dup(d->a, line);
		return FOUND_PIECE;
	}
}

static int read_line(const struct reading *g, struct str line, struct doc *d, struct error *e)
{
	struct json *j;
	int rc = json_parse(&j, line, e);

	if (rc)
		return rc;
	rc = read_object(g, j, d, e);
	json_free(j);
	return rc;
}

const struct format format_jsonl = {
	.name = "jsonl", .about = "JSON Lines, an article a line", .looks = looks_lines, .read = read_line, .open = open_lines, .next = next_line, .close = free
};

/* ---- one value over several lines, or an array ------------------------------------------------ */

static bool looks_json(struct str head, const struct carrier *c)
{
	(void)c;
	if (head.n && head.p[0] == '{') {
		struct str first = str_trim(str_sub(head, 0, str_find(head, '\n')));

		/* an object that goes on in the next line */
		return str_find(head, '\n') < head.n && (first.n == 1 || str_ends(first, STR(",")));
	}
	return head.n && head.p[0] == '[' && str_starts(str_trim(str_sub(head, 1, head.n)), STR("{"));
}

static void close_json(void *state)
{
	struct values *s = state;

	json_free(s->value);
	arena_free(&s->memory);
	free(s);
}

static int open_json(void **state, const struct reading *g, struct input *in, struct error *e)
{
	struct values *s = calloc(1, sizeof(*s));
	struct str bytes;

	if (!s)
		return error_set(e, COU_ELIMIT, "out of memory");
	s->g = g;
	int rc = input_all(in, &s->memory, g->options->max_bytes, &bytes, e);

	if (!rc)
		rc = json_parse(&s->value, bytes, e);
	if (rc) {
		close_json(s);
		return rc;
	}
	s->member = json_type(s->value) == JSON_ARRAY ? json_first(s->value) : s->value;
	*state = s;
	return COU_OK;
}

static enum found next_json(void *state, struct doc *d, struct inner *inner, struct error *e)
{
	struct values *s = state;
	const struct json *j = s->member;

	(void)inner;
	if (!j)
		return FOUND_END;
	s->member = json_type(s->value) == JSON_ARRAY ? json_next(j) : NULL;
	d->origin = origin(d->a, s->g, ++s->number);
	return read_object(s->g, j, d, e) ? FOUND_BAD : FOUND_DOC;
}

const struct format format_json = {
	.name = "json", .about = "an article as a JSON object, or an array of them", .looks = looks_json, .open = open_json, .next = next_json,
	.close = close_json
};
