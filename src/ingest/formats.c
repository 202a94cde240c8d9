/* formats.c - the table of formats, and how bytes are known by their looks. */
#include "ingest/format.h"

const struct format *const formats[] = {
	&format_json, &format_jsonl, &format_html, &format_text,
	NULL
};

const struct format *format_find(const char *name)
{
	for (size_t i = 0; formats[i]; i++)
		if (!strcmp(formats[i]->name, name))
			return formats[i];
	return NULL;
}

static const struct format *by_looks(struct str head, const struct carrier *c, bool packed)
{
	for (size_t i = 0; formats[i]; i++)
		if (formats[i]->packed == packed && formats[i]->looks && formats[i]->looks(head, c))
			return formats[i];
	return NULL;
}

/* Is it text at all, and of a kind that somebody reads here? */
static int check_readable(struct str head, bool known, struct error *e)
{
	size_t control = 0;

	for (size_t i = 0; i < head.n; i++) {
		unsigned char c = (unsigned char)head.p[i];

		if (!c)
			return error_set(e, COU_EINPUT, "binary: a zero byte at offset %zu", i);
		control += c < 32 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 27;
	}
	if (control * 20 > head.n)
		return error_set(e, COU_EINPUT, "binary: %zu control characters in the first %zu bytes", control, head.n);
	if (str_starts(str_trim(head), STR("%PDF-")) || str_starts(str_trim(head), STR("{\\rtf")))
		return error_set(e, COU_EINPUT, "a document of a word processor or printer; convert it to text first");
	if (!known && str_starts(str_trim(head), STR("<?xml")))
		return error_set(e, COU_EINPUT, "XML of a kind that is not read");
	return COU_OK;
}

const struct format *format_of(struct str head, const struct carrier *c, struct error *e)
{
	const struct format *f = by_looks(head, c, true);

	if (f)
		return f;
	if (head.n >= 2 && ((unsigned char)head.p[0] ^ (unsigned char)head.p[1]) == 1 && (unsigned char)head.p[0] >= 0xFE)
		return format_html.looks(str_sub(head, 2, head.n), c) ? &format_html : &format_text;		/* UTF-16 byte order mark */
	if (str_starts(head, STR("\xEF\xBB\xBF")))
		head = str_sub(head, 3, head.n);
	if (!str_trim(head).n && head.n < INPUT_PEEK_MAX) {
		error_set(e, COU_EINPUT, "empty");
		return NULL;
	}
	f = by_looks(str_trim(head), c, false);
	if (check_readable(str_sub(head, 0, head.n < 4096 ? head.n : 4096), f != NULL, e))
		return NULL;
	return f ? f : &format_text;
}
