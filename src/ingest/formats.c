/* formats.c - the table of formats, and how bytes are known by their looks. */
#include "ingest/format.h"

enum { CHECKED = 4096 };		/* bytes at the beginning that must look like text */

const struct format *const formats[] = {
	&format_gzip, &format_zstd, &format_zip, &format_warc, &format_alto, &format_folia, &format_tei, &format_vlos, &format_delpher, &format_tweedekamer,
	&format_ninjs, &format_feed, &format_opml, &format_newsml, &format_newsml1, &format_nitf,
	&format_mbox, &format_mail, &format_json, &format_jsonl, &format_html, &format_csv, &format_text, &format_utf16,
	NULL
};

const struct format *format_find(const char *name)
{
	for (size_t i = 0; formats[i]; i++)
		if (!strcmp(formats[i]->name, name))
			return formats[i];
	return NULL;
}

static const struct format *by_looks(struct str head, const struct reading *g, bool packed)
{
	for (size_t i = 0; formats[i]; i++) {
		const struct format *f = formats[i];

		if (f->packed == packed && ((f->looks && f->looks(head, &g->carrier)) || (f->looks_like && f->looks_like(head, g))))
			return f;
	}
	return NULL;
}

/* Is it text at all, and of a kind that somebody reads here?  f: by looks, or NULL.  In a page a zero byte is a slip like any other control character, which
 * browsers pass over. */
static int check_readable(struct str head, const struct format *f, struct error *e)
{
	size_t control = 0;

	for (size_t i = 0; i < head.n; i++) {
		unsigned char c = (unsigned char)head.p[i];

		if (!c && f != &format_html)
			return error_set(e, COU_ENONE, "binary: a zero byte at offset %zu", i);
		control += c < 32 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 27;
	}
	if (control * 20 > head.n)
		return error_set(e, COU_ENONE, "binary: %zu control characters in the first %zu bytes", control, head.n);
	if (str_starts(str_trim(head), STR("%PDF-")) || str_starts(str_trim(head), STR("{\\rtf")))
		return error_set(e, COU_ENONE, "a document of a word processor or printer; convert it to text first");
	if (!f && is_other_xml(str_trim(head)))
		return error_set(e, COU_ENONE, "XML of a kind that is not read");
	return COU_OK;
}

/* UTF-16: looked at in UTF-8.  Pages and plain texts are read whole, and turned into UTF-8 then; formats of XML know the byte order mark; what is cut into
 * lines and rows must be turned before. */
static const struct format *of_wide(struct str head, const struct reading *g, struct error *e)
{
	const struct format *f = NULL;
	struct arena a = { 0 };
	struct str utf8;
	int rc = to_utf8(&a, str_sub(head, 0, head.n & ~(size_t)1), STR_NONE, &utf8, e);

	if (!rc) {
		f = by_looks(str_trim(utf8), g, false);
		rc = check_readable(str_sub(utf8, 0, utf8.n < CHECKED ? utf8.n : CHECKED), f, e);
	}
	arena_free(&a);
	if (rc)
		return NULL;
	if (!f || f == &format_html)
		return f ? f : &format_text;
	return f->wide && utf16_mark(head) ? f : &format_utf16;
}

const struct format *format_of(struct str head, const struct reading *g, struct error *e)
{
	const struct format *f = by_looks(head, g, true);

	if (f)
		return f;
	if (utf16_charset(head))
		return of_wide(head, g, e);
	if (str_starts(head, STR("\xEF\xBB\xBF")))
		head = str_sub(head, 3, head.n);
	if (!str_trim(head).n && head.n < INPUT_PEEK_MAX) {
		error_set(e, COU_ENONE, "empty");
		return NULL;
	}
	f = by_looks(str_trim(head), g, false);
	if (check_readable(str_sub(head, 0, head.n < CHECKED ? head.n : CHECKED), f, e))
		return NULL;
	return f ? f : &format_text;
}
