/* export_geojson.c - GeoJSON (RFC 7946): a FeatureCollection of points, one for each event; longitude before latitude, WGS 84. */
#include "query/export_format.h"

static void begin(struct export *x)
{
	buf_add(&x->out[0], STR("{\"type\":\"FeatureCollection\",\"features\":["));
	x->own = arena_new(&x->keep, size_t);
}

static void end(struct export *x)
{
	buf_add(&x->out[0], STR("\n]}\n"));
}

static void geometry(struct buf *b, const struct export_place *at)
{
	json_key(b, "geometry");
	if (!at->located) {
		json_null(b);
		return;
	}
	json_open(b, '{');
	member_text(b, "type", STR("Point"));
	json_key(b, "coordinates");
	json_open(b, '[');
	json_fixed(b, at->lon, 5);
	json_fixed(b, at->lat, 5);
	json_close(b, ']');
	json_close(b, '}');
}

static void properties(struct export *x, const struct export_item *item, const struct export_place *at)
{
	const struct json *line = item->line;
	struct export_when when = export_when_of(json_get(line, "when"));
	static const char *const own[] = { "type", "mode", "cameo", "status" };
	struct buf *b = &x->out[0];

	json_key(b, "properties");
	json_open(b, '{');
	member_text(b, "headline", export_headline(x, line));
	for (size_t i = 0; i < sizeof(own) / sizeof(*own); i++)
		member_text(b, own[i], export_text(line, own[i]));
	json_key(b, "quad");
	json_value(b, json_get(line, "quad"));
	member_day(b, "start", when.start);
	member_day(b, "end", when.end);
	member_text(b, "actors", export_names_of(x, json_get(line, "actors")));
	member_text(b, "recipients", export_names_of(x, json_get(line, "recipients")));
	member_text(b, "place", at->name);
	member_text(b, "country", at->country);
	member_text(b, "precision", at->precision);
	json_key(b, "confidence");
	json_value(b, json_get(line, "confidence"));
	member_text(b, "quote", export_text(json_get(line, "evidence"), "quote"));
	member_text(b, "source", item->doc->source);
	member_text(b, "url", export_url(item->doc));
	json_close(b, '}');
}

static enum export_reason event(struct export *x, const struct export_item *item)
{
	struct export_place at = export_place_of(x, json_get(item->line, "where"));
	size_t *written = x->own;
	struct buf *b = &x->out[0];

	if (!at.located && !x->o.all)
		return HELD_NOWHERE;
	buf_add(b, (*written)++ ? STR(",\n") : STR("\n"));
	json_open(b, '{');
	member_text(b, "type", STR("Feature"));
	member_text(b, "id", export_text(item->line, "id"));
	geometry(b, &at);
	properties(x, item, &at);
	json_close(b, '}');
	return EXPORT_TAKEN;
}

const struct export_format export_geojson = { .name = "geojson", .lossy = true, .begin = begin, .event = event, .end = end };
