/* export_jsonld.c - the record as JSON-LD 1.1: events in the Simple Event Model (van Hage et al. 2011) and schema.org, provenance in PROV-O.
 *
 * What no vocabulary has a word for stands under urn:coulisse:.  Everything is exported, with its status: nothing is lost in it.
 * Entities and documents are described once, where they come first.
 */
#include "query/export_format.h"

static const char context[] =
	"{\"@context\":{\"c\":\"urn:coulisse:\",\"wd\":\"http://www.wikidata.org/entity/\",\"schema\":\"https://schema.org/\","
	"\"sem\":\"http://semanticweb.cs.vu.nl/2009/11/sem/\",\"prov\":\"http://www.w3.org/ns/prov#\",\"xsd\":\"http://www.w3.org/2001/XMLSchema#\","
	"\"schema:startDate\":{\"@type\":\"xsd:date\"},\"schema:endDate\":{\"@type\":\"xsd:date\"},\"prov:wasDerivedFrom\":{\"@type\":\"@id\"},"
	"\"sem:hasActor\":{\"@type\":\"@id\"},\"sem:hasPlace\":{\"@type\":\"@id\"},\"sem:eventType\":{\"@type\":\"@id\"},"
	"\"c:actor\":{\"@type\":\"@id\"},\"c:recipient\":{\"@type\":\"@id\"},\"c:subject\":{\"@type\":\"@id\"},\"c:object\":{\"@type\":\"@id\"},"
	"\"c:by\":{\"@type\":\"@id\"}},\"@graph\":[";

struct graph {
	struct map known;
	size_t written;
};

static void begin(struct export *x)
{
	struct graph *g = x->own = arena_new(&x->keep, struct graph);

	map_init(&g->known, &x->keep);
	buf_add(&x->out[0], str_c(context));
}

static void end(struct export *x)
{
	buf_add(&x->out[0], STR("\n]}\n"));
}

/* "wd:Q159", "c:x-masoud-pezeshkian" */
static struct str iri(struct export *x, struct str id)
{
	bool wikidata = id.n > 1 && id.p[0] == 'Q' && id.p[1] >= '0' && id.p[1] <= '9';
	struct buf b;

	if (!id.n)
		return STR_NONE;
	buf_init(&b, &x->line);
	buf_add(&b, wikidata ? STR("wd:") : STR("c:"));
	for (size_t i = 0; i < id.n; i++) {
		unsigned char c = (unsigned char)id.p[i];

		if (c > 0x20 && c != '"' && c != '<' && c != '>' && c != '\\' && c != '^' && c != '`' && c != '{' && c != '|' && c != '}')
			buf_byte(&b, (char)c);
		else
			buf_printf(&b, "%%%02X", c);
	}
	return buf_str(&b);
}

static struct buf *begin_node(struct export *x, struct str id, const char *type, const char *other)
{
	struct graph *g = x->own;
	struct buf *b = &x->out[0];

	buf_add(b, g->written++ ? STR(",\n") : STR("\n"));
	json_open(b, '{');
	member_text(b, "@id", id);
	json_key(b, "@type");
	json_open(b, '[');
	json_text(b, str_c(type));
	json_text(b, str_c(other));
	json_close(b, ']');
	return b;
}

static const char *class_of(struct str kind)
{
	if (str_is(kind, "person"))
		return "schema:Person";
	if (str_is(kind, "country"))
		return "schema:Country";
	if (str_is(kind, "government"))
		return "schema:GovernmentOrganization";
	if (str_is(kind, "company"))
		return "schema:Corporation";
	if (str_is(kind, "organisation") || str_is(kind, "party") || str_is(kind, "armed-group"))
		return "schema:Organization";
	return str_is(kind, "place") ? "schema:Place" : "schema:Thing";
}

static void entity(struct export *x, const struct json *p)
{
	struct graph *g = x->own;
	struct str id = export_text(p, "id");
	struct buf *b;

	if (!id.n || map_get(&g->known, id) != MAP_NONE)
		return;
	*map_put(&g->known, str_dup(&x->keep, id)) = 1;
	b = begin_node(x, iri(x, id), class_of(export_text(p, "kind")), "sem:Actor");
	member_text(b, "schema:name", export_text(p, "name"));
	member_text(b, "c:kind", export_text(p, "kind"));
	member_text(b, "c:country", export_text(p, "country"));
	member_text(b, "c:sector", export_text(p, "sector"));
	json_close(b, '}');
}

static void place(struct export *x, const struct json *where)
{
	struct graph *g = x->own;
	struct export_place at = export_place_of(x, where);
	struct str key = str_printf(&x->line, "place %.*s", STR_ARG(at.id));
	struct buf *b;

	if (!at.id.n || map_get(&g->known, key) != MAP_NONE)
		return;
	*map_put(&g->known, str_dup(&x->keep, key)) = 1;
	b = begin_node(x, iri(x, at.id), "schema:Place", "sem:Place");
	member_text(b, "schema:name", at.name);
	member_text(b, "c:country", at.country);
	if (at.located) {
		json_key(b, "schema:latitude");
		json_fixed(b, at.lat, 5);
		json_key(b, "schema:longitude");
		json_fixed(b, at.lon, 5);
	}
	json_close(b, '}');
}

/* The ids of a list, under one key. */
static void links(struct export *x, const char *key, const struct json *list, const struct json *more)
{
	struct buf *b = &x->out[0];

	json_key(b, key);
	json_open(b, '[');
	for (const struct json *p = json_first(list); p; p = json_next(p))
		if (export_text(p, "id").n)
			json_text(b, iri(x, export_text(p, "id")));
	for (const struct json *p = json_first(more); p; p = json_next(p))
		if (export_text(p, "id").n)
			json_text(b, iri(x, export_text(p, "id")));
	json_close(b, ']');
}

static void claims(struct export *x, const struct json *line)
{
	struct buf *b = &x->out[0];

	json_key(b, "c:claim");
	json_open(b, '[');
	for (const struct json *c = json_first(json_get(line, "claims")); c; c = json_next(c)) {
		json_open(b, '{');
		member_text(b, "c:by", iri(x, export_text(json_get(c, "by"), "id")));
		member_text(b, "c:stance", export_text(c, "stance"));
		member_text(b, "c:kind", export_text(c, "kind"));
		json_close(b, '}');
	}
	json_close(b, ']');
}

static void provenance(struct export *x, const struct export_item *item)
{
	const struct json *evidence = json_get(item->line, "evidence");
	struct buf *b = &x->out[0];

	claims(x, item->line);
	member_text(b, "prov:wasDerivedFrom", iri(x, export_text(item->line, "doc")));
	member_text(b, "c:coder", export_text(item->line, "coder"));
	member_text(b, "c:quote", export_text(evidence, "quote"));
	json_key(b, "c:start");
	json_value(b, json_get(evidence, "start"));
	json_key(b, "c:end");
	json_value(b, json_get(evidence, "end"));
	json_key(b, "c:confidence");
	json_value(b, json_get(item->line, "confidence"));
	json_close(b, '}');
}

static void claimants(struct export *x, const struct json *line)
{
	for (const struct json *c = json_first(json_get(line, "claims")); c; c = json_next(c))
		entity(x, json_get(c, "by"));
}

static enum export_reason event(struct export *x, const struct export_item *item)
{
	static const char *const lists[] = { "actors", "recipients" };
	const struct json *line = item->line, *where = json_get(line, "where");
	struct export_when when = export_when_of(json_get(line, "when"));
	struct buf *b;

	for (size_t i = 0; i < 2; i++)
		for (const struct json *p = json_first(json_get(line, lists[i])); p; p = json_next(p))
			entity(x, p);
	claimants(x, line);
	place(x, where);
	b = begin_node(x, iri(x, export_text(line, "id")), "sem:Event", "schema:Event");
	member_text(b, "schema:name", export_headline(x, line));
	member_text(b, "sem:eventType", str_printf(&x->line, "c:type/%.*s", STR_ARG(export_text(line, "type"))));
	member_text(b, "c:mode", export_text(line, "mode"));
	member_text(b, "c:cameo", export_text(line, "cameo"));
	member_text(b, "c:status", export_text(line, "status"));
	member_day(b, "schema:startDate", when.start);
	member_day(b, "schema:endDate", when.end);
	member_text(b, "c:precision", when.precision);
	links(x, "sem:hasActor", json_get(line, "actors"), json_get(line, "recipients"));
	links(x, "c:actor", json_get(line, "actors"), NULL);
	links(x, "c:recipient", json_get(line, "recipients"), NULL);
	member_text(b, "sem:hasPlace", iri(x, export_text(where, "id")));
	member_text(b, "c:happening", item->happening);
	provenance(x, item);
	return EXPORT_TAKEN;
}

static enum export_reason state(struct export *x, const struct export_item *item)
{
	const struct json *line = item->line, *subject = json_get(line, "subject"), *object = json_get(line, "object");
	const struct json *organisation = json_get(object, "organisation");
	bool office = str_is(export_text(line, "relation"), "holds_office");
	struct export_when from = export_when_of(json_get(line, "from")), to = export_when_of(json_get(line, "to"));
	struct buf *b;

	entity(x, subject);
	entity(x, office ? organisation : object);
	claimants(x, line);
	b = begin_node(x, iri(x, export_text(line, "id")), "c:State", "prov:Entity");
	member_text(b, "c:relation", export_text(line, "relation"));
	member_text(b, "c:subject", iri(x, export_text(subject, "id")));
	member_text(b, "c:object", iri(x, export_text(office ? organisation : object, "id")));
	if (office) {
		member_text(b, "c:office", export_text(object, "name"));
		member_text(b, "c:country", export_text(object, "country"));
	}
	member_day(b, "schema:startDate", from.start);
	member_day(b, "schema:endDate", to.end);
	member_text(b, "c:standing", export_text(line, "standing"));
	provenance(x, item);
	return EXPORT_TAKEN;
}

static void document(struct export *x, const struct export_source *doc)
{
	struct buf *b = begin_node(x, iri(x, doc->id), "schema:NewsArticle", "prov:Entity");

	member_text(b, "schema:headline", doc->title);
	member_text(b, "schema:url", export_url(doc));
	member_text(b, "schema:publisher", doc->source);
	member_text(b, "schema:inLanguage", doc->lang);
	member_text(b, "schema:datePublished", doc->published);
	member_text(b, "c:sha256", doc->sha256);
	json_close(b, '}');
}

const struct export_format export_jsonld = {
	.name = "jsonld", .states = true, .documents = true, .begin = begin, .event = event, .state = state, .document = document, .end = end,
};
