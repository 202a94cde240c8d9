/* ninjs.c - ninjs, News in JSON (IPTC), 1.x, 2.x and 3.x: one item, an array of items, or one a line.
 *
 *	1.x	headline, headline_main …	body_text, body_xhtml, body_richtext …	description_text …	byline
 *	2.x	headlines [{role, value}]	bodies [{role, contenttype, value}]	descriptions		by
 *	3.x	the same, with names like contentType, versionCreated
 *
 * So names are compared without regard to case, and a thing is looked for under each of its names.  Of several bodies the main one is read (others are
 * teasers, and captions of pictures); of several of these that with markup, else that which is NITF, else the plain one; of those alike the longest.
 */
#include "ingest/news.h"

#include "base/url.h"

#include <stdlib.h>

struct ninjs {
	const struct reading *g;
	struct arena memory;
	struct input *lines;		/* an item a line, or NULL */
	struct json *value;		/* else: an item, or an array of them */
	const struct json *member;	/* the next one */
	size_t number;
	bool broken;			/* the input itself failed */
};

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

static bool is_name(const struct json *member, const char *name)
{
	struct str s = json_name(member);
	size_t i = 0;

	while (i < s.n && name[i] && lower(s.p[i]) == name[i])
		i++;
	return i == s.n && !name[i];
}

static const struct json *get(const struct json *j, const char *name)
{
	const struct json *m = json_type(j) == JSON_OBJECT ? json_first(j) : NULL;

	while (m && !is_name(m, name))
		m = json_next(m);
	return m;
}

static struct str text(const struct json *j, const char *name)
{
	return json_string(get(j, name));
}

/* ---- one item --------------------------------------------------------------------------- */

/* Of "headlines": the main one, else the first; of 1.x: "headline", else the first "headline_…". */
static struct str headline(const struct json *j)
{
	struct str s = text(j, "headline"), first = STR_NONE;

	for (const struct json *m = json_first(get(j, "headlines")); m; m = json_next(m)) {
		first = first.n ? first : text(m, "value");
		s = s.n || !str_is(text(m, "role"), "main") ? s : text(m, "value");
	}
	for (const struct json *m = json_first(j); m && !s.n && !first.n; m = json_next(m))
		if (str_starts(json_name(m), STR("headline_")))
			first = json_string(m);
	s = s.n ? s : first;
	return s.n ? s : text(j, "title");
}

enum { PLAIN = 1, NITF, MARKUP };

static int goodness(struct str body)
{
	if (!str_trim(body).n)
		return 0;
	if (str_is(xml_root(str_sub(body, 0, body.n < 4096 ? body.n : 4096)), "nitf"))
		return NITF;
	return markup_any(body) ? MARKUP : PLAIN;
}

struct text {
	struct str s;
	int good;
	bool main;
};

static void better(struct text *best, struct str s, bool main)
{
	struct text t = { s, goodness(s), main };
	bool more = !best->good || (main != best->main ? main : t.good != best->good ? t.good > best->good : s.n > best->s.n);

	if (t.good && more)
		*best = t;
}

/* "bodies" or "descriptions", and 1.x's "body_…", "description_…". */
static struct text best_text(const struct json *j, const char *list, const char *prefix)
{
	struct text best = { 0 };

	for (const struct json *m = json_first(get(j, list)); m; m = json_next(m))
		better(&best, text(m, "value"), str_is(text(m, "role"), "main"));
	for (const struct json *m = json_first(j); m; m = json_next(m))
		if (str_starts(json_name(m), str_c(prefix)))
			better(&best, json_string(m), false);
	return best;
}

static void read_text(struct arena *a, struct text body, struct news *n)
{
	struct error e;
	struct xml *nitf;
	bool partial;

	if (body.good != NITF)
		markup_body(a, body.s, &n->body);
	else if (!xml_read_mended(a, str_trim(body.s), STR_NONE, &nitf, &partial, &e))
		news_nitf(a, nitf, n);
}

static struct str source(const struct json *j)
{
	const struct json *list = get(j, "infosources"), *first;
	struct str s;

	first = json_first(list ? list : get(j, "infosource"));
	s = text(first, "name");
	s = s.n ? s : text(first, "literal");
	return s.n ? s : text(j, "copyrightholder");
}

static enum found read_item(const struct reading *g, const struct json *j, struct doc *d, struct error *e)
{
	struct news n = { 0 }, body = { 0 };
	struct arena *a = d->a;
	struct str type = text(j, "type"), by = text(j, "byline"), id = text(j, "uri");

	id = id.n ? id : text(j, "guid");
	if (json_type(j) != JSON_OBJECT || !id.n) {
		error_set(e, COU_EINPUT, "no object with a \"uri\"");
		return FOUND_BAD;
	}
	if (type.n && !str_is(type, "text")) {
		error_set(e, COU_OK, "an item of type %.*s, no text", STR_ARG(type));
		return FOUND_SKIPPED;
	}
	if (news_withdrawn(text(j, "pubstatus"), e))
		return FOUND_SKIPPED;
	news_set(a, &n.x.id, id);
	if (url_is_web(n.x.id))
		n.x.url = n.x.id;
	n.x.title = markup_plain(a, headline(j));
	news_set(a, &n.x.date, text(j, "contentcreated"));
	news_set(a, &n.x.date, text(j, "versioncreated"));
	news_set(a, &n.x.date, text(j, "firstcreated"));
	news_set(a, &n.embargo, text(j, "embargoed"));
	news_set(a, &n.x.lang, text(j, "language"));
	news_set(a, &n.x.source, source(j));
	body.x = n.x;
	read_text(a, best_text(j, "bodies", "body_"), &body);
	if (!body.body.n)
		read_text(a, best_text(j, "descriptions", "description_"), &body);
	n.x = body.x;
	if (!news_has(&body.body, BLOCK_BYLINE))
		body_add(a, &n.body, BLOCK_BYLINE, false, by.n ? by : text(j, "by"));
	news_append(a, &n.body, &body.body);
	return news_document(g, &n, d, e);
}

/* ---- the file ------------------------------------------------------------------------------- */

static bool names(struct str head, const char *name)
{
	return str_search(head, str_c(name)) < head.n;
}

static bool looks(struct str head, const struct carrier *c)
{
	static const char *const members[] = { "\"body_text\"", "\"body_xhtml\"", "\"body_html\"", "\"body_main\"", "\"bodies\"", "\"headlines\"", "\"pubstatus\"",
		"\"pubStatus\"", "\"versioncreated\"", "\"versionCreated\"", "\"representationtype\"", "\"representationType\"" };

	(void)c;
	if (!head.n || (head.p[0] != '{' && head.p[0] != '['))
		return false;
	if (!names(head, "\"uri\"") && !names(head, "\"guid\""))
		return false;
	if (names(head, "ninjs"))
		return true;
	for (size_t i = 0; i < sizeof(members) / sizeof(*members); i++)
		if (names(head, members[i]))
			return true;
	return false;
}

/* Is the first line a value of its own, or too long to tell? */
static bool has_lines(struct str head)
{
	size_t end = str_find(head, '\n');
	struct json *j;
	struct error e;

	if (end == head.n)
		return head.n >= INPUT_PEEK_MAX && head.p[0] == '{';
	if (head.p[0] != '{' || json_parse(&j, str_trim(str_sub(head, 0, end)), &e))
		return false;
	json_free(j);
	return true;
}

static void ninjs_close(void *state)
{
	struct ninjs *s = state;

	json_free(s->value);
	arena_free(&s->memory);
	free(s);
}

static int ninjs_open(void **state, const struct reading *g, struct input *in, struct error *e)
{
	struct ninjs *s = calloc(1, sizeof(*s));
	struct str head = input_peek(in, INPUT_PEEK_MAX), bytes;
	int rc = COU_OK;

	if (!s)
		return error_set(e, COU_ELIMIT, "out of memory");
	s->g = g;
	if (str_starts(head, STR("\xEF\xBB\xBF"))) {
		input_skip(in, 3, e);
		head = input_peek(in, INPUT_PEEK_MAX);
	}
	if (head.n && has_lines(head))
		s->lines = in;
	else
		rc = input_all(in, &s->memory, NEWS_FILE_TIMES * g->options->max_bytes, &bytes, e);
	if (!rc && !s->lines)
		rc = json_parse(&s->value, mend_utf8(&s->memory, bytes), e);
	if (rc) {
		ninjs_close(s);
		return rc;
	}
	s->member = json_type(s->value) == JSON_ARRAY ? json_first(s->value) : s->value;
	*state = s;
	return COU_OK;
}

static struct str origin(struct arena *a, const struct ninjs *s)
{
	return str_printf(a, "%.*s:%zu", STR_ARG(s->g->carrier.name), s->number);
}

static enum found next_line(struct ninjs *s, struct doc *d, struct error *e)
{
	struct json *j;
	struct str line;
	int rc;

	do {
		rc = s->broken ? 0 : input_line(s->lines, s->g->options->max_bytes, &line, e);
		if (!rc)
			return FOUND_END;
		s->number++;
	} while (rc > 0 && !str_trim(line).n);
	d->origin = origin(d->a, s);
	s->broken = rc < 0 && rc != COU_ELIMIT;
	if (rc < 0 || json_parse(&j, mend_utf8(d->a, str_trim(line)), e))
		return FOUND_BAD;
	enum found found = read_item(s->g, j, d, e);

	json_free(j);
	return found;
}

static enum found next(void *state, struct doc *d, struct inner *inner, struct error *e)
{
	struct ninjs *s = state;
	const struct json *j = s->member;

	(void)inner;
	if (s->lines)
		return next_line(s, d, e);
	if (!j)
		return FOUND_END;
	s->member = json_type(s->value) == JSON_ARRAY ? json_next(j) : NULL;
	s->number++;
	d->origin = origin(d->a, s);
	return read_item(s->g, j, d, e);
}

const struct format format_ninjs = {
	.name = "ninjs", .about = "news items in JSON (ninjs)", .looks = looks, .open = ninjs_open, .next = next, .close = ninjs_close
};
