#include "eval/gold.h"

#include "base/file.h"

enum { GOLD_MAX = 64 << 20 };

static void code_of(const struct json *j, char code[4])
{
	struct str s = json_string(j);

	memset(code, 0, 4);
	if (s.n == 3)
		memcpy(code, s.p, 3);
}

static struct gold_party party_of(const struct json *j)
{
	struct gold_party p = { json_string(json_get(j, "name")), json_string(json_get(j, "text")), "" };

	code_of(json_get(j, "country"), p.country);
	return p;
}

static int read_event(struct gold_event *g, struct arena *a, const struct json *j, struct str doc, struct error *e)
{
	int type = event_type_find(json_string(json_get(j, "type")));
	const struct json *when = json_get(j, "when");

	if (type < 0)
		return error_set(e, COU_EDATA, "document %.*s: \"%.*s\" is no event type", STR_ARG(doc), STR_ARG(json_string(json_get(j, "type"))));
	g->type = (enum event_type)type;
	for (const struct json *x = json_first(json_get(j, "alt")); x; x = json_next(x))
		if ((type = event_type_find(json_string(x))) >= 0)
			vec_add(a, &g->also, (enum event_type)type);
	for (const struct json *x = json_first(json_get(j, "s")); x; x = json_next(x))
		vec_add(a, &g->sentences, (uint32_t)json_number(x, 0));
	for (const struct json *x = json_first(json_get(j, "actors")); x; x = json_next(x))
		vec_add(a, &g->actors, party_of(x));
	for (const struct json *x = json_first(json_get(j, "recipients")); x; x = json_next(x))
		vec_add(a, &g->recipients, party_of(x));
	for (const struct json *x = json_first(json_get(j, "claims")); x; x = json_next(x)) {
		struct gold_party by = { json_string(json_get(x, "by")), STR_NONE, "" };

		code_of(json_get(x, "country"), by.country);
		vec_add(a, &g->speakers, by);
	}
	g->symmetric = json_true(json_get(j, "symmetric"));
	g->optional = json_true(json_get(j, "optional"));
	g->status = status_find(json_string(json_get(j, "status")));
	g->dated = json_type(when) == JSON_ARRAY;
	g->start = json_string(json_first(when));
	g->end = json_first(when) ? json_string(json_next(json_first(when))) : STR_NONE;
	code_of(json_get(json_get(j, "where"), "country"), g->where);
	return 0;
}

static int read_state(struct gold_state *g, const struct json *j, struct str doc, struct error *e)
{
	g->relation = relation_find(json_string(json_get(j, "relation")));
	if (g->relation < 0)
		return error_set(e, COU_EDATA, "document %.*s: \"%.*s\" is no relation", STR_ARG(doc), STR_ARG(json_string(json_get(j, "relation"))));
	g->subject = party_of(json_get(j, "subject"));
	g->object = party_of(json_get(j, "object"));
	g->optional = json_true(json_get(j, "optional"));
	g->standing = standing_find(json_string(json_get(j, "standing")));
	return 0;
}

static int read_doc(struct gold_doc *g, struct arena *a, const struct json *j, struct error *e)
{
	int rc = 0;

	g->id = json_string(json_get(j, "doc"));
	g->lang = json_string(json_get(j, "lang"));
	g->date = json_string(json_get(j, "date"));
	g->title = json_string(json_get(j, "title"));
	g->text = json_string(json_get(j, "text"));
	if (!g->id.n || !g->text.n)
		return error_set(e, COU_EDATA, "a document without \"doc\" or \"text\"");
	for (const struct json *x = json_first(json_get(j, "sents")); x; x = json_next(x)) {
		const struct json *end = json_first(x) ? json_next(json_first(x)) : NULL;

		vec_add(a, &g->sentences, ((struct span){ (uint32_t)json_number(json_first(x), 0), (uint32_t)json_number(end, 0) }));
	}
	for (const struct json *x = json_first(json_get(j, "events")); x && !rc; x = json_next(x))
		rc = read_event(vec_push(a, &g->events), a, x, g->id, e);
	for (const struct json *x = json_first(json_get(j, "states")); x && !rc; x = json_next(x))
		rc = read_state(vec_push(a, &g->states), x, g->id, e);
	return rc;
}

int gold_read(struct gold *g, struct arena *a, const char *path, struct error *e)
{
	struct error why = { 0 };
	struct str text;
	int rc;

	memset(g, 0, sizeof(*g));
	if (file_read(a, path, GOLD_MAX, &text, &why) || json_parse(&g->json, text, &why))
		return error_set(e, COU_EDATA, "%s: %s", path, why.text);
	if (json_type(g->json) != JSON_ARRAY)
		return error_set(e, COU_EDATA, "%s: is no list of annotated articles", path);
	for (const struct json *j = json_first(g->json); j; j = json_next(j)) {
		rc = read_doc(vec_push(a, &g->docs), a, j, &why);
		if (rc)
			return error_set(e, COU_EDATA, "%s: %s", path, why.text);
	}
	return 0;
}

void gold_free(struct gold *g)
{
	if (g->json)
		json_free(g->json);
	g->json = NULL;
}
