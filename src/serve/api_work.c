/* api_work.c - work on the record: corrections, and the reason for a line. */
#include "serve/api.h"

#include "base/json.h"
#include "base/jsonwrite.h"
#include "query/record.h"

enum { WHO_MAX = 100, VALUE_MAX = 10000, EXPLAIN_MAX = 1 << 20 };

/* ---- corrections ------------------------------------------------------------------------- */

/* A member that is a text, or is not there. */
static int read_member(struct arena *a, const struct json *j, const char *name, size_t max, struct str *out, struct error *e)
{
	const struct json *v = json_get(j, name);
	struct str text = json_string(v);

	*out = STR_NONE;
	if (json_type(v) == JSON_NULL)
		return 0;
	if (!text.p)
		return error_set(e, COU_EUSAGE, "\"%s\" is no text", name);
	if (text.n > max || memchr(text.p, 0, text.n))
		return error_set(e, COU_EUSAGE, "\"%s\" is longer than %zu bytes, or has a zero byte", name, max);
	*out = str_dup(a, text);
	return 0;
}

static int read_correction(struct arena *a, const struct json *j, struct serve_correction *c, struct error *e)
{
	static const char *const members[] = { "verb", "line", "field", "value", "who" };

	if (json_type(j) != JSON_OBJECT)
		return error_set(e, COU_EUSAGE, "a correction is an object {\"verb\",\"line\",\"field\",\"value\",\"who\"}");
	for (const struct json *m = json_first(j); m; m = json_next(m)) {
		size_t i = 0;

		while (i < 5 && !str_is(json_name(m), members[i]))
			i++;
		if (i == 5)
			return error_set(e, COU_EUSAGE, "\"%.*s\": no member of a correction", STR_ARG(json_name(m)));
	}
	if (read_member(a, j, "verb", WHO_MAX, &c->verb, e) || read_member(a, j, "line", WHO_MAX, &c->line, e) || read_member(a, j, "field", WHO_MAX, &c->field, e) ||
	    read_member(a, j, "value", VALUE_MAX, &c->value, e) || read_member(a, j, "who", WHO_MAX, &c->who, e))
		return COU_EUSAGE;
	if (!c->verb.n || !c->line.n)
		return error_set(e, COU_EUSAGE, "a correction needs \"verb\" and \"line\"");
	if (!c->who.n)
		c->who = STR("unknown");
	return 0;
}

static int read_corrections(struct arena *a, const struct json *j, struct serve_correction *all, size_t *n, struct error *e)
{
	bool list = json_type(j) == JSON_ARRAY;

	for (const struct json *one = list ? json_first(j) : j; one; one = list ? json_next(one) : NULL) {
		if (*n == API_CORRECTIONS_MAX)
			return error_set(e, COU_EUSAGE, "more than %d corrections at a time", API_CORRECTIONS_MAX);
		if (read_correction(a, one, &all[(*n)++], e))
			return COU_EUSAGE;
	}
	return *n ? 0 : error_set(e, COU_EUSAGE, "no correction");
}

int api_read_corrections(struct arena *a, struct str body, struct serve_correction *all, size_t *n, struct error *e)
{
	struct error why = { 0 };
	struct json *j;
	int rc;

	*n = 0;
	if (json_parse(&j, body, &why))
		return error_set(e, COU_EUSAGE, "the body is no JSON: %s", why.text);
	rc = read_corrections(a, j, all, n, e);
	json_free(j);
	return rc;
}

int answer_correct(struct call *c, struct error *e)
{
	const struct serve_calls *calls = &c->serve->setup->calls;
	struct serve_correction *all = arena_array(c->a, struct serve_correction, API_CORRECTIONS_MAX);
	int64_t revision;
	struct buf b;
	size_t n;
	int rc;

	if (c->serve->setup->read_only || !request_is_json(c->r->content_type)) {
		front_say(c->x, c->serve->setup->read_only ? 403 : 415, c->serve->setup->read_only ? "the server takes no corrections (--read-only)" : "the body must be application/json");
		return 0;
	}
	rc = api_read_corrections(c->a, c->r->body, all, &n, e);
	if (!rc)
		rc = calls->correct(calls->user, all, n, e);
	if (rc)
		return rc;
	keeper_changed(c->serve->keeper);
	revision = index_revision(c->db, e);
	if (revision < 0)
		return COU_ESTORE;
	buf_init(&b, c->a);
	json_open(&b, '{');
	json_key(&b, "applied");
	json_int(&b, (long long)n);
	json_key(&b, "revision");
	json_int(&b, revision);
	json_close(&b, '}');
	return call_send_json(c, buf_str(&b), -1);
}

/* ---- why ------------------------------------------------------------------------------------ */

static int add_text(void *buf, const char *bytes, size_t n)
{
	struct buf *b = buf;

	buf_add(b, (struct str){ bytes, n });
	return b->n > EXPLAIN_MAX ? -1 : 0;
}

static size_t byte_of(struct str text, int64_t point)
{
	size_t at = 0;

	while (point > 0 && at < text.n) {
		at++;
		while (at < text.n && ((unsigned char)text.p[at] & 0xC0) == 0x80)
			at++;
		point--;
	}
	return at;
}

static struct str sentence_of(const struct record_evidence *x)
{
	size_t from = byte_of(x->text, x->start), to = byte_of(x->text, x->end);

	return x->quote.n ? x->quote : from < to ? str_sub(x->text, from, to) : STR_NONE;
}

int answer_explain(struct call *c, struct error *e)
{
	const struct serve_calls *calls = &c->serve->setup->calls;
	struct record_evidence x;
	struct buf b, text;
	struct str sentence;
	int rc = record_evidence(c->db, c->a, c->ids[0], &x, e);

	if (rc)
		return rc;
	sentence = sentence_of(&x);
	if (!sentence.n)
		return error_set(e, COU_EINPUT, "\"%.*s\": its sentence is not kept", STR_ARG(c->ids[0]));
	buf_init(&text, c->a);
	pthread_mutex_lock(&c->serve->explaining);
	rc = calls->explain(calls->user, sentence, x.published.n >= 10 ? str_dup(c->a, str_sub(x.published, 0, 10)) : STR_NONE, x.lang, add_text, &text, e);
	pthread_mutex_unlock(&c->serve->explaining);
	if (rc < 0)
		return rc;
	buf_init(&b, c->a);
	json_open(&b, '{');
	json_key(&b, "text");
	json_text(&b, buf_str(&text));
	json_close(&b, '}');
	return call_send_json(c, buf_str(&b), 0);
}
