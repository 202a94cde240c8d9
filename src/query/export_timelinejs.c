/* export_timelinejs.c - the JSON of TimelineJS 3 (Knight Lab): one slide for each event, its sentence below its headline.
 *
 * Dates are as precise as the line: a month has no day.  The texts of a slide are HTML there, so what is markup in a quotation is escaped.
 */
#include "query/export_format.h"

static void begin(struct export *x)
{
	buf_add(&x->out[0], STR("{\"scale\":\"human\",\"events\":["));
	x->own = arena_new(&x->keep, size_t);
}

static void end(struct export *x)
{
	buf_add(&x->out[0], STR("\n]}\n"));
}

static void html(struct buf *b, struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		switch (s.p[i]) {
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
			buf_byte(b, s.p[i]);
		}
}

static void number(struct buf *b, const char *key, int v)
{
	json_key(b, key);
	json_int(b, v);
}

static void date(struct buf *b, const char *key, day d, struct str precision)
{
	bool year = str_is(precision, "year") || str_is(precision, "decade"), month = str_is(precision, "month") || str_is(precision, "season");
	int y, m, dom;

	day_civil(d, &y, &m, &dom);
	json_key(b, key);
	json_open(b, '{');
	number(b, "year", y);
	if (!year)
		number(b, "month", m);
	if (!year && !month)
		number(b, "day", dom);
	json_close(b, '}');
}

static void text(struct export *x, const struct export_item *item)
{
	const struct json *line = item->line;
	struct buf head, body, *b = &x->out[0];
	struct str url = export_url(item->doc), status = export_text(line, "status");

	buf_init(&head, &x->line);
	buf_init(&body, &x->line);
	html(&head, export_headline(x, line));
	if (!str_is(status, "happened"))
		buf_printf(&head, " (%.*s)", STR_ARG(status));
	buf_add(&body, STR("<blockquote>"));
	html(&body, export_text(json_get(line, "evidence"), "quote"));
	buf_add(&body, STR("</blockquote>"));
	if (url.n) {
		buf_add(&body, STR("<p><a href=\""));
		html(&body, url);
		buf_add(&body, STR("\">"));
		html(&body, item->doc->source.n ? item->doc->source : url);
		buf_add(&body, STR("</a></p>"));
	}
	json_key(b, "text");
	json_open(b, '{');
	member_text(b, "headline", buf_str(&head));
	member_text(b, "text", buf_str(&body));
	json_close(b, '}');
}

static enum export_reason event(struct export *x, const struct export_item *item)
{
	struct export_when when = export_when_of(json_get(item->line, "when"));
	size_t *written = x->own;
	struct buf *b = &x->out[0];

	buf_add(b, (*written)++ ? STR(",\n") : STR("\n"));
	json_open(b, '{');
	member_text(b, "unique_id", export_text(item->line, "id"));
	date(b, "start_date", when.start, when.precision);
	if (when.end != DAY_NONE && when.end != when.start)
		date(b, "end_date", when.end, when.precision);
	text(x, item);
	member_text(b, "group", export_text(item->line, "type"));
	json_close(b, '}');
	return EXPORT_TAKEN;
}

const struct export_format export_timelinejs = {
	.name = "timelinejs", .lossy = true, .dated = true, .begin = begin, .event = event, .end = end,
};
