/* openapi.c - the API described by its own tables, as OpenAPI 3.1 (spec.openapis.org/oas/v3.1.0). */
#include "serve/api.h"

#include "base/jsonwrite.h"

static void text(struct buf *b, const char *key, const char *value)
{
	json_key(b, key);
	json_text(b, str_c(value));
}

static void open_object(struct buf *b, const char *key)
{
	json_key(b, key);
	json_open(b, '{');
}

/* ---- parameters ----------------------------------------------------------------------- */

static void schema_of(struct buf *b, const struct param *p)
{
	struct str list = str_c(p->choices), one;

	open_object(b, "schema");
	switch (p->kind) {
	case PARAM_COUNT:
		text(b, "type", "integer");
		json_key(b, "minimum");
		json_int(b, 1);
		break;
	case PARAM_SHARE:
		text(b, "type", "number");
		json_key(b, "minimum");
		json_int(b, 0);
		json_key(b, "maximum");
		json_int(b, 1);
		break;
	case PARAM_DATE:
		text(b, "type", "string");
		text(b, "pattern", "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$");
		break;
	case PARAM_CHOICE:
	case PARAM_SWITCH:
		text(b, "type", "string");
		json_key(b, "enum");
		json_open(b, '[');
		if (p->kind == PARAM_SWITCH)
			list = STR("0 1");
		while (list.n && str_split(&list, ' ', &one))
			json_text(b, one);
		json_close(b, ']');
		break;
	default:
		text(b, "type", "string");
	}
	json_close(b, '}');
}

static void path_parameters(struct buf *b, struct arena *a, const char *path)
{
	struct str rest = str_c(path), part;

	while (str_split(&rest, '/', &part)) {
		if (!part.n || part.p[0] != '{')
			continue;
		json_open(b, '{');
		text(b, "name", str_dup(a, str_sub(part, 1, part.n - 1)).p);
		text(b, "in", "path");
		json_key(b, "required");
		json_bool(b, true);
		open_object(b, "schema");
		text(b, "type", "string");
		json_close(b, '}');
		json_close(b, '}');
	}
}

static void parameters(struct buf *b, struct arena *a, const struct route *r)
{
	json_key(b, "parameters");
	json_open(b, '[');
	path_parameters(b, a, r->path);
	for (size_t i = 0; i < api_param_count(); i++) {
		struct param p = api_param(r, i);

		if (!p.name)
			continue;
		json_open(b, '{');
		text(b, "name", p.name);
		text(b, "in", "query");
		text(b, "description", p.help);
		schema_of(b, &p);
		json_close(b, '}');
	}
	json_close(b, ']');
}

/* ---- answers ---------------------------------------------------------------------------- */

static void content(struct buf *b, const char *media, const char *schema_ref)
{
	open_object(b, "content");
	open_object(b, media);
	open_object(b, "schema");
	if (schema_ref)
		text(b, "$ref", schema_ref);
	else
		text(b, "type", "object");
	json_close(b, '}');
	json_close(b, '}');
	json_close(b, '}');
}

static void refusal(struct buf *b, const char *status, const char *description)
{
	open_object(b, status);
	text(b, "description", description);
	content(b, "application/json", "#/components/schemas/Error");
	json_close(b, '}');
}

static void responses(struct buf *b, const struct route *r)
{
	open_object(b, "responses");
	open_object(b, "200");
	text(b, "description", r->kind == ANSWERS_ROWS ? "one JSON object a line, as coulisse --json writes them" : r->kind == ANSWERS_FILE ? "a file" : "one JSON object");
	content(b, r->kind == ANSWERS_ROWS ? API_ROWS_TYPE : r->kind == ANSWERS_FILE ? "application/octet-stream" : "application/json", NULL);
	json_close(b, '}');
	refusal(b, "400", "a parameter is not known, or its value makes no sense");
	refusal(b, "401", "a token is needed");
	if (r->method == METHOD_POST)
		refusal(b, "403", "the server only reads, or another site asks");
	refusal(b, "404", "there is nothing, or nobody, of that name");
	refusal(b, "503", "the store cannot be read, or too many requests wait");
	json_close(b, '}');
}

static void body(struct buf *b)
{
	open_object(b, "requestBody");
	json_key(b, "required");
	json_bool(b, true);
	content(b, "application/json", "#/components/schemas/Corrections");
	json_close(b, '}');
}

/* ---- paths --------------------------------------------------------------------------------- */

/* "getHappeningsId" */
static struct str operation_id(struct arena *a, const struct route *r)
{
	struct buf b;
	bool capital = true;

	buf_init(&b, a);
	buf_add(&b, r->method == METHOD_POST ? STR("post") : STR("get"));
	for (const char *p = r->path; *p; p++) {
		bool letter = (*p >= 'a' && *p <= 'z') || (*p >= 'A' && *p <= 'Z');

		if (letter)
			buf_byte(&b, capital && *p >= 'a' ? (char)(*p - 32) : *p);
		capital = !letter;
	}
	return buf_str(&b);
}

static void operation(struct buf *b, struct arena *a, const struct route *r)
{
	open_object(b, r->method == METHOD_POST ? "post" : "get");
	json_key(b, "operationId");
	json_text(b, operation_id(a, r));
	text(b, "summary", r->summary);
	parameters(b, a, r);
	if (r->method == METHOD_POST)
		body(b);
	responses(b, r);
	json_close(b, '}');
}

static bool seen_before(const struct route *r)
{
	for (const struct route *k = api_routes; k < r; k++)
		if (strcmp(k->path, r->path) == 0)
			return true;
	return false;
}

static void paths(struct buf *b, struct arena *a)
{
	open_object(b, "paths");
	for (const struct route *r = api_routes; r->path; r++) {
		if (seen_before(r))
			continue;
		open_object(b, str_printf(a, API_PREFIX "%s", r->path).p);
		for (const struct route *k = r; k->path; k++)
			if (strcmp(k->path, r->path) == 0)
				operation(b, a, k);
		json_close(b, '}');
	}
	json_close(b, '}');
}

static const char schemas[] =
	"{\"Error\":{\"type\":\"object\",\"required\":[\"error\"],\"properties\":{\"error\":{\"type\":\"string\"}}},"
	"\"Correction\":{\"type\":\"object\",\"required\":[\"verb\",\"line\"],\"properties\":{"
	"\"verb\":{\"type\":\"string\",\"enum\":[\"accept\",\"reject\",\"set\",\"merge\",\"split\",\"undo\"]},\"line\":{\"type\":\"string\"},"
	"\"field\":{\"type\":\"string\"},\"value\":{\"type\":\"string\"},\"who\":{\"type\":\"string\"}}},"
	"\"Corrections\":{\"oneOf\":[{\"$ref\":\"#/components/schemas/Correction\"},"
	"{\"type\":\"array\",\"items\":{\"$ref\":\"#/components/schemas/Correction\"}}]}}";

void api_describe(struct buf *b, const char *version)
{
	struct arena a = { 0 };

	json_open(b, '{');
	text(b, "openapi", "3.1.0");
	open_object(b, "info");
	text(b, "title", "Coulisse");
	text(b, "version", version);
	text(b, "summary", "Who did what to whom, when, where, how certain, according to whom, and in which sentence it stands.");
	json_close(b, '}');
	paths(b, &a);
	open_object(b, "components");
	json_key(b, "schemas");
	buf_add(b, str_c(schemas));
	open_object(b, "securitySchemes");
	open_object(b, "token");
	text(b, "type", "http");
	text(b, "scheme", "bearer");
	json_close(b, '}');
	json_close(b, '}');
	json_close(b, '}');
	json_key(b, "security");
	json_open(b, '[');
	json_open(b, '{');
	json_close(b, '}');
	json_open(b, '{');
	json_key(b, "token");
	json_open(b, '[');
	json_close(b, ']');
	json_close(b, '}');
	json_close(b, ']');
	json_close(b, '}');
	arena_free(&a);
}

int answer_openapi(struct call *c, struct error *e)
{
	struct buf b;

	(void)e;
	buf_init(&b, c->a);
	api_describe(&b, c->serve->setup->version);
	return call_send_json(c, buf_str(&b), 0);
}
