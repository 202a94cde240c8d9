/* export_webannotation.c - W3C Web Annotation (Recommendation, 23 February 2017): one annotation for each event and state, on its sentence.
 *
 * Two selectors point at the same stretch: TextQuoteSelector with up to CONTEXT code points of the text before and behind, and
 * TextPositionSelector, both in code points of the document's text, whose SHA-256 goes with it: positions count in that text, not in the HTML of a page.
 * Everything is exported, with its status: an annotation says what a sentence says.
 */
#include "query/export_format.h"

enum { CONTEXT = 32 };

static void begin(struct export *x)
{
	buf_add(&x->out[0], STR("{\"@context\":\"http://www.w3.org/ns/anno.jsonld\",\"id\":\"urn:coulisse:annotations\",\"type\":\"AnnotationPage\",\"items\":["));
	x->own = arena_new(&x->keep, size_t);
}

static void end(struct export *x)
{
	buf_add(&x->out[0], STR("\n]}\n"));
}

static void body(struct buf *b, const char *purpose, struct str value)
{
	if (!value.n)
		return;
	json_open(b, '{');
	member_text(b, "type", STR("TextualBody"));
	member_text(b, "purpose", str_c(purpose));
	member_text(b, "value", value);
	member_text(b, "format", STR("text/plain"));
	json_close(b, '}');
}

static void selectors(struct export *x, const struct export_item *item)
{
	const struct json *evidence = json_get(item->line, "evidence");
	int64_t start = export_number(evidence, "start", 0), stop = export_number(evidence, "end", 0);
	struct str text = item->doc->text;
	struct buf *b = &x->out[0];

	json_open(b, '{');
	member_text(b, "type", STR("TextQuoteSelector"));
	json_key(b, "exact");
	json_text(b, export_text(evidence, "quote"));
	member_text(b, "prefix", export_slice(text, start > CONTEXT ? start - CONTEXT : 0, start));
	member_text(b, "suffix", export_slice(text, stop, stop + CONTEXT));
	json_close(b, '}');
	json_open(b, '{');
	member_text(b, "type", STR("TextPositionSelector"));
	json_key(b, "start");
	json_int(b, start);
	json_key(b, "end");
	json_int(b, stop);
	json_close(b, '}');
}

static void target(struct export *x, const struct export_item *item)
{
	const struct export_source *doc = item->doc;
	struct buf *b = &x->out[0];
	struct str doc_id = export_text(item->line, "doc");

	json_key(b, "target");
	json_open(b, '{');
	member_text(b, "type", STR("SpecificResource"));
	json_key(b, "source");
	json_open(b, '{');
	member_text(b, "id", export_url(doc).n ? export_url(doc) : str_printf(&x->line, "urn:coulisse:%.*s", STR_ARG(doc_id)));
	member_text(b, "type", STR("Text"));
	member_text(b, "language", doc->lang);
	if (doc->sha256.n)
		member_text(b, "dcterms:identifier", str_printf(&x->line, "sha256:%.*s", STR_ARG(doc->sha256)));
	json_close(b, '}');
	json_key(b, "selector");
	json_open(b, '[');
	selectors(x, item);
	json_close(b, ']');
	json_close(b, '}');
}

static void annotation(struct export *x, const struct export_item *item, struct str tag, struct str status, struct str description)
{
	struct buf *b = &x->out[0];
	size_t *written = x->own;

	buf_add(b, (*written)++ ? STR(",\n") : STR("\n"));
	json_open(b, '{');
	member_text(b, "id", str_printf(&x->line, "urn:coulisse:%.*s", STR_ARG(export_text(item->line, "id"))));
	member_text(b, "type", STR("Annotation"));
	member_text(b, "motivation", STR("classifying"));
	json_key(b, "generator");
	json_open(b, '{');
	member_text(b, "type", STR("Software"));
	member_text(b, "name", export_text(item->line, "coder"));
	json_close(b, '}');
	json_key(b, "body");
	json_open(b, '[');
	body(b, "classifying", tag);
	body(b, "tagging", status);
	body(b, "describing", description);
	json_close(b, ']');
	target(x, item);
	json_close(b, '}');
}

static enum export_reason event(struct export *x, const struct export_item *item)
{
	struct str type = export_text(item->line, "type"), mode = export_text(item->line, "mode");

	annotation(x, item, str_printf(&x->line, "%.*s%s%.*s", STR_ARG(type), mode.n ? " " : "", STR_ARG(mode)), export_text(item->line, "status"),
		   export_headline(x, item->line));
	return EXPORT_TAKEN;
}

static enum export_reason state(struct export *x, const struct export_item *item)
{
	struct str relation = export_text(item->line, "relation");
	struct str subject = export_text(json_get(item->line, "subject"), "name"), object = export_text(json_get(item->line, "object"), "name");

	annotation(x, item, relation, export_text(item->line, "standing"),
		   str_printf(&x->line, "%.*s: %.*s, %.*s", STR_ARG(subject), STR_ARG(relation), STR_ARG(object)));
	return EXPORT_TAKEN;
}

const struct export_format export_webannotation = {
	.name = "webannotation", .states = true, .begin = begin, .event = event, .state = state, .end = end,
};
