/* export_gexf.c - GEXF 1.3 for Gephi: a directed, dynamic network of who did what to whom, and what holds between them.
 *
 * One node for everybody, one edge for each pair of an event or state, both ways where all did it together (readers such
 * as networkx refuse a graph with edges of both sorts; the attribute `symmetric` tells them); edges of different kinds (the type, the relation) may be parallel.
 * Every interval is closed, start and end both given, because open ones are where readers of GEXF differ: an event lasts its days, a state
 * from its beginning to its end or, where the texts give none, to the day of the article that says so; a node from its first edge to its last.
 * Nodes stand in the order of their ids, edges in the order of the lines.
 */
#include <stdlib.h>

#include "query/export_format.h"

struct node {
	struct str id, name, kind, country, sector;
	day from, to;
};

struct edge {
	struct str id, kind, label, status, quote, doc;
	uint32_t source, target;
	day from, to;
	double weight;
	int64_t quad;
	bool symmetric;
};

struct network {
	struct map index;		/* id → node */
	VEC(struct node) nodes;
	VEC(struct edge) edges;
};

static void begin(struct export *x)
{
	struct network *g = x->own = arena_new(&x->keep, struct network);

	map_init(&g->index, &x->keep);
}

static uint32_t node_of(struct export *x, const struct export_party *p, day from, day to)
{
	struct network *g = x->own;
	uint32_t i = map_get(&g->index, p->id);
	struct node *n;

	if (i == MAP_NONE) {
		struct str id = str_dup(&x->keep, p->id);

		i = (uint32_t)g->nodes.n;
		*map_put(&g->index, id) = i;
		vec_add(&x->keep, &g->nodes, ((struct node){ id, str_dup(&x->keep, p->name), str_dup(&x->keep, p->kind),
			str_dup(&x->keep, p->country), str_dup(&x->keep, p->sector), from, to }));
	}
	n = &g->nodes.at[i];
	n->from = from < n->from ? from : n->from;
	n->to = to > n->to ? to : n->to;
	return i;
}

static void connect(struct export *x, const struct export_item *item, const struct export_party *a, const struct export_party *b, day from, day to,
		    const char *kind, size_t nth)
{
	struct network *g = x->own;
	const struct json *line = item->line;
	struct str id = export_text(line, "id"), mode = export_text(line, "mode"), office = STR_NONE;
	struct edge *e = vec_push(&x->keep, &g->edges);

	if (str_is(export_text(line, "relation"), "holds_office"))
		office = export_text(json_get(line, "object"), "name");
	e->id = nth ? str_printf(&x->keep, "%.*s.%zu", STR_ARG(id), nth) : str_dup(&x->keep, id);
	e->kind = str_dup(&x->keep, export_text(line, kind));
	e->label = office.n ? str_dup(&x->keep, office) : str_printf(&x->keep, "%.*s%s%.*s", STR_ARG(e->kind), mode.n ? " " : "", STR_ARG(mode));
	e->status = str_dup(&x->keep, export_text(line, str_is(str_c(kind), "type") ? "status" : "standing"));
	e->quote = str_dup(&x->keep, export_text(json_get(line, "evidence"), "quote"));
	e->doc = str_dup(&x->keep, export_text(line, "doc"));
	e->quad = export_number(line, "quad", 0);
	e->symmetric = json_true(json_get(line, "symmetric"));
	e->weight = item->reports > 1 ? (double)item->reports : 1;
	e->from = from;
	e->to = to;
	e->source = node_of(x, a, from, to);
	e->target = node_of(x, b, from, to);
}

static enum export_reason event(struct export *x, const struct export_item *item)
{
	struct export_when when = export_when_of(json_get(item->line, "when"));
	struct export_pair *pairs;
	size_t n, made = 0;
	enum export_reason why = export_pairs(x, item->line, &pairs, &n);

	for (size_t i = 0; why == EXPORT_TAKEN && i < n; i++)
		if (pairs[i].actor.id.n && pairs[i].recipient.id.n)
			connect(x, item, &pairs[i].actor, &pairs[i].recipient, when.start, when.end == DAY_NONE ? when.start : when.end, "type", made++);
	return why == EXPORT_TAKEN && !made ? HELD_ALONE : why;
}

static enum export_reason state(struct export *x, const struct export_item *item)
{
	struct export_party subject = export_party_of(x, json_get(item->line, "subject")), object = export_object(x, item->line);
	day from, to;

	if (!subject.id.n || !object.id.n)
		return HELD_ALONE;
	if (!export_holds(item, &from, &to))
		return HELD_UNDATED;
	connect(x, item, &subject, &object, from, to, "relation", 0);
	return EXPORT_TAKEN;
}

/* ---- XML ------------------------------------------------------------------------------------------- */

static void attribute(struct buf *b, const char *name, struct str value)
{
	buf_printf(b, " %s=\"", name);
	for (size_t i = 0; i < value.n; i++) {
		unsigned char c = (unsigned char)value.p[i];

		switch (c) {
		case '&':
			buf_add(b, STR("&amp;"));
			break;
		case '<':
			buf_add(b, STR("&lt;"));
			break;
		case '>':
			buf_add(b, STR("&gt;"));
			break;
		case '"':
			buf_add(b, STR("&quot;"));
			break;
		default:
			buf_byte(b, c < 0x20 ? ' ' : (char)c);
		}
	}
	buf_byte(b, '"');
}

static void interval(struct buf *b, day from, day to)
{
	char iso[11];

	day_iso(from, iso);
	attribute(b, "start", str_c(iso));
	day_iso(to, iso);
	attribute(b, "end", str_c(iso));
}

static void value(struct buf *b, const char *of, struct str v)
{
	if (!v.n)
		return;
	buf_add(b, STR("<attvalue"));
	attribute(b, "for", str_c(of));
	attribute(b, "value", v);
	buf_add(b, STR("/>"));
}

static void node_xml(struct buf *b, const struct node *n)
{
	buf_add(b, STR("<node"));
	attribute(b, "id", n->id);
	attribute(b, "label", n->name);
	interval(b, n->from, n->to);
	buf_add(b, STR("><attvalues>"));
	value(b, "kind", n->kind);
	value(b, "country", n->country);
	value(b, "sector", n->sector);
	buf_add(b, STR("</attvalues></node>\n"));
}

static void edge_xml(struct buf *b, const struct network *g, const struct edge *e)
{
	char quad[2] = { (char)('0' + e->quad), 0 };

	buf_add(b, STR("<edge"));
	attribute(b, "id", e->id);
	attribute(b, "source", g->nodes.at[e->source].id);
	attribute(b, "target", g->nodes.at[e->target].id);
	attribute(b, "kind", e->kind);
	attribute(b, "label", e->label);
	buf_printf(b, " weight=\"%lld\"", (long long)e->weight);
	interval(b, e->from, e->to);
	buf_add(b, STR("><attvalues>"));
	if (e->quad > 0 && e->quad < 5)
		value(b, "quad", str_c(quad));
	value(b, "symmetric", e->symmetric ? STR("true") : STR("false"));
	value(b, "status", e->status);
	value(b, "document", e->doc);
	value(b, "quote", e->quote);
	buf_add(b, STR("</attvalues></edge>\n"));
}

static const char head[] =
	"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	"<gexf xmlns=\"http://gexf.net/1.3\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
	" xsi:schemaLocation=\"http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd\" version=\"1.3\">\n"
	"<meta><creator>coulisse</creator><description>who did what to whom</description></meta>\n"
	"<graph defaultedgetype=\"directed\" mode=\"dynamic\" timeformat=\"date\" timerepresentation=\"interval\">\n"
	"<attributes class=\"node\"><attribute id=\"kind\" title=\"kind\" type=\"string\"/><attribute id=\"country\" title=\"country\" type=\"string\"/>"
	"<attribute id=\"sector\" title=\"sector\" type=\"string\"/></attributes>\n"
	"<attributes class=\"edge\"><attribute id=\"quad\" title=\"quad\" type=\"integer\"/><attribute id=\"symmetric\" title=\"symmetric\" type=\"boolean\"/>"
	"<attribute id=\"status\" title=\"status\" type=\"string\"/>"
	"<attribute id=\"document\" title=\"document\" type=\"string\"/><attribute id=\"quote\" title=\"quote\" type=\"string\"/></attributes>\n";

static void end(struct export *x)
{
	struct network *g = x->own;
	struct buf *b = &x->out[0];
	struct str *ids = arena_array(&x->keep, struct str, g->nodes.n + 1);

	for (size_t i = 0; i < g->nodes.n; i++)
		ids[i] = g->nodes.at[i].id;
	qsort(ids, g->nodes.n, sizeof(*ids), export_by_text);
	buf_add(b, str_c(head));
	buf_add(b, STR("<nodes>\n"));
	for (size_t i = 0; i < g->nodes.n; i++)
		node_xml(b, &g->nodes.at[map_get(&g->index, ids[i])]);
	buf_add(b, STR("</nodes>\n<edges>\n"));
	for (size_t i = 0; i < g->edges.n; i++)
		edge_xml(b, g, &g->edges.at[i]);
	buf_add(b, STR("</edges>\n</graph>\n</gexf>\n"));
}

const struct export_format export_gexf = {
	.name = "gexf", .lossy = true, .directed = true, .states = true, .dated = true, .begin = begin, .event = event, .state = state, .end = end,
};
