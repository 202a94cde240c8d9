/* export_csv.c - tables for spreadsheets, R and pandas: CSV (RFC 4180, UTF-8, line feed) with a Frictionless datapackage.json that types them.
 *
 *	documents ← events, states ← participants, claims		(line: the id of the event or state)
 *
 * The tables hold every line with its status; texts of documents stay in the JSON Lines.  The columns are declared once, in the lists below:
 * head lines and schema come from them, and a row writes its cells in their order.
 */
#include "query/export_format.h"

static const char *const files[] = { "documents.csv", "events.csv", "states.csv", "participants.csv", "claims.csv", "datapackage.json", NULL };

enum table { DOCUMENTS, EVENTS, STATES, PARTICIPANTS, CLAIMS, TABLES };

struct column {
	const char *name, *type;	/* of Table Schema */
};

static const struct column documents[] = {
	{ "id", "string" }, { "url", "string" }, { "source", "string" }, { "title", "string" }, { "lang", "string" }, { "published", "string" },
	{ "sha256", "string" }, { 0 }
};

static const struct column events[] = {
	{ "id", "string" }, { "doc", "string" }, { "happening", "string" }, { "type", "string" }, { "mode", "string" }, { "contexts", "string" },
	{ "cameo", "string" }, { "quad", "integer" }, { "goldstein", "number" }, { "status", "string" }, { "start", "date" }, { "end", "date" },
	{ "precision", "string" }, { "basis", "string" }, { "symmetric", "boolean" }, { "actors", "string" }, { "recipients", "string" },
	{ "place_id", "string" }, { "place", "string" }, { "place_country", "string" }, { "lat", "number" }, { "lon", "number" },
	{ "place_precision", "string" }, { "topic", "string" }, { "agreement", "string" }, { "instrument", "string" }, { "cause", "string" },
	{ "goods", "string" }, { "dead_min", "integer" }, { "dead_max", "integer" }, { "injured_min", "integer" }, { "injured_max", "integer" },
	{ "arrested_min", "integer" }, { "arrested_max", "integer" }, { "trigger", "string" }, { "quote", "string" }, { "quote_start", "integer" },
	{ "quote_end", "integer" }, { "sentence", "integer" }, { "confidence", "number" }, { "lines", "integer" }, { "reports", "integer" },
	{ "sources", "integer" }, { "coder", "string" }, { 0 }
};

static const struct column states[] = {
	{ "id", "string" }, { "doc", "string" }, { "relation", "string" }, { "subject_id", "string" }, { "subject", "string" },
	{ "object_id", "string" }, { "object", "string" }, { "office_country", "string" }, { "from_start", "date" }, { "from_end", "date" },
	{ "to_start", "date" }, { "to_end", "date" }, { "standing", "string" }, { "measure", "string" }, { "goods", "string" },
	{ "quote", "string" }, { "quote_start", "integer" }, { "quote_end", "integer" }, { "sentence", "integer" }, { "confidence", "number" },
	{ "coder", "string" }, { 0 }
};

static const struct column participants[] = {
	{ "line", "string" }, { "role", "string" }, { "n", "integer" }, { "id", "string" }, { "name", "string" }, { "kind", "string" },
	{ "country", "string" }, { "country_name", "string" }, { "iso2", "string" }, { "cow", "integer" }, { "fips", "string" },
	{ "cameo_country", "string" }, { "sector", "string" }, { "office", "string" }, { "text", "string" }, { "start", "integer" },
	{ "end", "integer" }, { 0 }
};

static const struct column claims[] = {
	{ "line", "string" }, { "n", "integer" }, { "by_id", "string" }, { "by", "string" }, { "by_kind", "string" }, { "by_country", "string" },
	{ "stance", "string" }, { "kind", "string" }, { "cue", "string" }, { 0 }
};

static const struct table_row {
	const char *name;
	const struct column *columns;
	const char *key[3];
	bool refers;			/* its "doc" is a document */
} tables[TABLES] = {
	{ "documents", documents, { "id" }, false },
	{ "events", events, { "id" }, true },
	{ "states", states, { "id" }, true },
	{ "participants", participants, { "line", "role", "n" }, false },
	{ "claims", claims, { "line", "n" }, false },
};

/* ---- cells ------------------------------------------------------------------------------------------ */

static void cell(struct buf *b, struct str s)
{
	bool quoted = false;

	for (size_t i = 0; i < s.n && !quoted; i++)
		quoted = s.p[i] == ',' || s.p[i] == '"' || (unsigned char)s.p[i] < 0x20 || ((i == 0 || i + 1 == s.n) && s.p[i] == ' ');
	if (quoted)
		buf_byte(b, '"');
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];

		if (c == '"')
			buf_byte(b, '"');
		buf_byte(b, c < 0x20 && c != '\n' && c != '\t' ? ' ' : (char)c);
	}
	buf_add(b, quoted ? STR("\",") : STR(","));
}

static void of(struct buf *b, const struct json *object, const char *member)
{
	cell(b, export_text(object, member));
}

static void number(struct buf *b, const struct json *v)
{
	tsv_json(b, v);
	b->p[b->n - 1] = ',';
}

static void integer(struct buf *b, int64_t v)
{
	buf_printf(b, "%lld,", (long long)v);
}

static void date(struct buf *b, day d)
{
	tsv_day(b, d);
	b->p[b->n - 1] = ',';
}

static void end_row(struct buf *b)
{
	b->p[b->n - 1] = '\n';
}

/* The strings of a list, or the texts of its spans, with "; " between. */
static void joined(struct export *x, struct buf *b, const struct json *list)
{
	struct buf all;

	buf_init(&all, &x->line);
	for (const struct json *m = json_first(list); m; m = json_next(m)) {
		buf_add(&all, all.n ? STR("; ") : STR(""));
		buf_add(&all, json_type(m) == JSON_STRING ? json_string(m) : export_text(m, "text"));
	}
	cell(b, buf_str(&all));
}

static void evidence(struct buf *b, const struct json *line)
{
	const struct json *e = json_get(line, "evidence");

	of(b, e, "quote");
	number(b, json_get(e, "start"));
	number(b, json_get(e, "end"));
	number(b, json_get(e, "sentence"));
	number(b, json_get(line, "confidence"));
}

/* ---- rows ------------------------------------------------------------------------------------------- */

static void participant(struct export *x, const struct json *line, const char *role, size_t n, const struct json *p)
{
	struct export_party one = export_party_of(x, p);
	const struct who_codes *c = one.codes;
	struct buf *b = &x->out[PARTICIPANTS];

	if (json_type(p) != JSON_OBJECT)
		return;
	of(b, line, "id");
	cell(b, str_c(role));
	integer(b, (int64_t)n);
	cell(b, one.id);
	cell(b, one.name);
	cell(b, one.kind);
	cell(b, one.country);
	cell(b, one.country_name);
	cell(b, c ? str_c(c->iso2) : STR_NONE);
	cell(b, c ? str_c(c->cow_number) : STR_NONE);
	cell(b, c ? str_c(c->fips) : STR_NONE);
	cell(b, c ? str_c(c->cameo) : STR_NONE);
	cell(b, one.sector);
	cell(b, one.office);
	cell(b, one.text);
	number(b, json_get(p, "start"));
	number(b, json_get(p, "end"));
	end_row(b);
}

static void list(struct export *x, const struct json *line, const char *role, const struct json *of_them)
{
	size_t n = 0;

	for (const struct json *p = json_first(of_them); p; p = json_next(p))
		participant(x, line, role, n++, p);
}

static void claim_rows(struct export *x, const struct json *line)
{
	struct buf *b = &x->out[CLAIMS];
	int64_t n = 0;

	for (const struct json *c = json_first(json_get(line, "claims")); c; c = json_next(c)) {
		const struct json *by = json_get(c, "by");

		of(b, line, "id");
		integer(b, n++);
		of(b, by, "id");
		of(b, by, "name");
		of(b, by, "kind");
		of(b, by, "country");
		of(b, c, "stance");
		of(b, c, "kind");
		of(b, json_get(c, "cue"), "text");
		end_row(b);
	}
}

static void count(struct buf *b, const struct json *line, const char *key)
{
	number(b, json_get(json_get(line, key), "min"));
	number(b, json_get(json_get(line, key), "max"));
}

static void when(struct buf *b, const struct json *t, bool how)
{
	struct export_when w = export_when_of(t);
	bool open = !export_text(t, "start").n;

	date(b, open ? DAY_NONE : w.start);
	date(b, w.end);
	if (!how)
		return;
	cell(b, w.precision);
	cell(b, w.basis);
}

static void place(struct buf *b, const struct json *where)
{
	of(b, where, "id");
	of(b, where, "name");
	of(b, where, "country");
	number(b, json_get(where, "lat"));
	number(b, json_get(where, "lon"));
	of(b, where, "precision");
}

static enum export_reason event(struct export *x, const struct export_item *item)
{
	static const char *const own[] = { "id", "doc" }, *const spans[] = { "topic", "agreement", "instrument", "cause" };
	const struct json *line = item->line;
	struct buf *b = &x->out[EVENTS];

	for (size_t i = 0; i < 2; i++)
		of(b, line, own[i]);
	cell(b, item->happening);
	of(b, line, "type");
	of(b, line, "mode");
	joined(x, b, json_get(line, "contexts"));
	of(b, line, "cameo");
	number(b, json_get(line, "quad"));
	number(b, json_get(line, "goldstein"));
	of(b, line, "status");
	when(b, json_get(line, "when"), true);
	buf_add(b, json_true(json_get(line, "symmetric")) ? STR("true,") : STR("false,"));
	cell(b, export_names_of(x, json_get(line, "actors")));
	cell(b, export_names_of(x, json_get(line, "recipients")));
	place(b, json_get(line, "where"));
	for (size_t i = 0; i < 4; i++)
		of(b, json_get(line, spans[i]), "text");
	joined(x, b, json_get(line, "goods"));
	count(b, line, "dead");
	count(b, line, "injured");
	count(b, line, "arrested");
	of(b, json_get(line, "trigger"), "text");
	evidence(b, line);
	integer(b, item->lines ? item->lines : 1);
	integer(b, item->reports ? item->reports : 1);
	integer(b, item->sources ? item->sources : 1);
	of(b, line, "coder");
	end_row(b);
	list(x, line, "actor", json_get(line, "actors"));
	list(x, line, "recipient", json_get(line, "recipients"));
	claim_rows(x, line);
	return EXPORT_TAKEN;
}

static enum export_reason state(struct export *x, const struct export_item *item)
{
	const struct json *line = item->line, *object = json_get(line, "object"), *qualifiers = json_get(line, "qualifiers");
	bool office = str_is(export_text(line, "relation"), "holds_office");
	struct buf *b = &x->out[STATES];

	of(b, line, "id");
	of(b, line, "doc");
	of(b, line, "relation");
	of(b, json_get(line, "subject"), "id");
	of(b, json_get(line, "subject"), "name");
	of(b, office ? json_get(object, "organisation") : object, "id");
	of(b, object, "name");
	cell(b, office ? export_text(object, "country") : STR_NONE);
	when(b, json_get(line, "from"), false);
	when(b, json_get(line, "to"), false);
	of(b, line, "standing");
	of(b, json_get(qualifiers, "measure"), "text");
	joined(x, b, json_get(qualifiers, "goods"));
	evidence(b, line);
	of(b, line, "coder");
	end_row(b);
	participant(x, line, "subject", 0, json_get(line, "subject"));
	participant(x, line, office ? "organisation" : "object", 0, office ? json_get(object, "organisation") : object);
	participant(x, line, "predecessor", 0, json_get(qualifiers, "predecessor"));
	participant(x, line, "successor", 0, json_get(qualifiers, "successor"));
	claim_rows(x, line);
	return EXPORT_TAKEN;
}

static void document(struct export *x, const struct export_source *doc)
{
	const struct str cells[] = { doc->id, doc->url, doc->source, doc->title, doc->lang, doc->published, doc->sha256 };
	struct buf *b = &x->out[DOCUMENTS];

	for (size_t i = 0; i < sizeof(cells) / sizeof(*cells); i++)
		cell(b, cells[i]);
	end_row(b);
}

/* ---- the package ------------------------------------------------------------------------------------ */

static void schema(struct buf *b, const struct table_row *t)
{
	json_key(b, "schema");
	json_open(b, '{');
	json_key(b, "fields");
	json_open(b, '[');
	for (const struct column *c = t->columns; c->name; c++) {
		json_open(b, '{');
		member_text(b, "name", str_c(c->name));
		member_text(b, "type", str_c(c->type));
		json_close(b, '}');
	}
	json_close(b, ']');
	json_key(b, "primaryKey");
	json_open(b, '[');
	for (size_t i = 0; i < 3 && t->key[i]; i++)
		json_text(b, str_c(t->key[i]));
	json_close(b, ']');
	if (t->refers)
		buf_add(b, STR(",\"foreignKeys\":[{\"fields\":[\"doc\"],\"reference\":{\"resource\":\"documents\",\"fields\":[\"id\"]}}]"));
	json_close(b, '}');
}

static void package(struct buf *b)
{
	json_open(b, '{');
	member_text(b, "profile", STR("tabular-data-package"));
	member_text(b, "name", STR("coulisse"));
	member_text(b, "title", STR("Who did what to whom, when, where, and according to whom"));
	json_key(b, "resources");
	json_open(b, '[');
	for (size_t i = 0; i < TABLES; i++) {
		json_open(b, '{');
		member_text(b, "profile", STR("tabular-data-resource"));
		member_text(b, "name", str_c(tables[i].name));
		member_text(b, "path", str_c(files[i]));
		member_text(b, "format", STR("csv"));
		member_text(b, "mediatype", STR("text/csv"));
		member_text(b, "encoding", STR("utf-8"));
		json_key(b, "dialect");
		json_open(b, '{');
		member_text(b, "delimiter", STR(","));
		member_text(b, "lineTerminator", STR("\n"));
		json_close(b, '}');
		schema(b, &tables[i]);
		json_close(b, '}');
	}
	json_close(b, ']');
	json_close(b, '}');
	buf_byte(b, '\n');
}

static void begin(struct export *x)
{
	for (size_t i = 0; i < TABLES; i++) {
		for (const struct column *c = tables[i].columns; c->name; c++)
			cell(&x->out[i], str_c(c->name));
		end_row(&x->out[i]);
	}
	package(&x->out[TABLES]);
}

const struct export_format export_csv = {
	.name = "csv", .files = files, .states = true, .documents = true, .begin = begin, .event = event, .state = state, .document = document,
};
