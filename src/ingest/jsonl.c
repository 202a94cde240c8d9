/* jsonl.c - JSON Lines: {id, date, title, text, url, lang, source}; the document's text is title, blank line, text. */
#include "ingest/ingest.h"

#include "base/utf8.h"

static struct str member(struct arena *a, const struct json *j, const char *name)
{
	struct str s = json_string(json_get(j, name));

	return s.p ? str_dup(a, s) : STR_NONE;
}

int read_json_line(const struct leftovers *l, const struct ingest_options *o, struct str line, struct doc *d, struct error *e)
{
	struct json *j;
	int r = json_parse(&j, line, e);

	if (r)
		return r;
	r = read_json(l, o, j, d, e);
	json_free(j);
	return r;
}

int read_json(const struct leftovers *l, const struct ingest_options *o, const struct json *j, struct doc *d, struct error *e)
{
	if (json_type(j) != JSON_OBJECT || json_type(json_get(j, "text")) != JSON_STRING)
		return error_set(e, COU_EINPUT, "no object with a \"text\"");
	struct str title = member(d->a, j, "title"), text = member(d->a, j, "text"), id = member(d->a, j, "id"), date = member(d->a, j, "date");

	if (!id.n)
		id = member(d->a, j, "doc");
	d->id = id;
	d->url = member(d->a, j, "url");
	d->source = member(d->a, j, "source");
	d->lang = member(d->a, j, "lang");
	if (!d->lang.n)
		d->lang = o->lang;
	if (date.n) {
		d->published = date;
		if (!stamp_parse(date, &d->date))
			d->date = o->date;
	} else {
		d->date = o->date;
	}
	if (!str_trim(text).n && !str_trim(title).n)
		return error_set(e, COU_EINPUT, "an empty \"text\"");
	if (title.n) {
		d->text = str_cat(d->a, str_cat(d->a, title, STR("\n\n")), text);
		find_blocks(l, d, true, title.n);
		d->title = str_sub(d->text, 0, title.n);
	} else {
		d->text = text;
		find_blocks(l, d, false, 0);
	}
	if (utf8_check(d->text) != d->text.n)
		return error_set(e, COU_EINPUT, "byte %zu of the text is no UTF-8", utf8_check(d->text));
	return COU_OK;
}
