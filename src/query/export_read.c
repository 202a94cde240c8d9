/* export_read.c - the record from JSON Lines: a document's line goes before its events and states, and is remembered until the next one. */
#include "query/export_read.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

struct reading {
	struct export *x;
	const char *path;
	size_t number;			/* of the line, from 1 */
	char *line;
	size_t n, cap;
	struct json *document;		/* the last document's line, which source points into */
	struct export_source source;
	bool *unreadable;
};

static void refuse(struct reading *r, const char *why)
{
	char where[4200];

	snprintf(where, sizeof(where), "%.4096s:%zu", r->path, r->number);
	diagnose(where, "%s", why);
	*r->unreadable = true;
}

static struct str text_of(const struct json *j, const char *member)
{
	return json_string(json_get(j, member));
}

static void remember(struct reading *r, struct json *document)
{
	json_free(r->document);
	r->document = document;
	r->source = (struct export_source){
		.id = text_of(document, "id"), .url = text_of(document, "url"), .source = text_of(document, "source"),
		.title = text_of(document, "title"), .lang = text_of(document, "lang"), .published = text_of(document, "published"),
		.text = text_of(document, "text"), .sha256 = text_of(document, "sha256"),
	};
}

static int take(struct reading *r, struct error *e)
{
	struct export_item item = { .doc = &r->source };
	struct export_source nothing = { 0 };
	struct error bad = { 0 };
	struct json *j;
	bool document;
	int rc;

	if (!str_trim((struct str){ r->line, r->n }).n)
		return 0;
	if (json_parse(&j, (struct str){ r->line, r->n }, &bad)) {
		refuse(r, bad.text);
		return 0;
	}
	document = str_is(text_of(j, "kind"), "document");
	if (document)
		remember(r, j);
	else if (!str_eq(text_of(j, "doc"), r->source.id)) {
		nothing.id = text_of(j, "doc");
		item.doc = &nothing;
	}
	item.line = j;
	rc = export_add(r->x, &item, &bad);
	if (!document)
		json_free(j);
	if (rc == COU_EINPUT) {
		refuse(r, bad.text);
		return 0;
	}
	if (rc)
		*e = bad;
	return rc;
}

/* The next line without its end, or false at the end of the file; a line beyond EXPORT_LINE_MAX comes cut, with n one above it. */
static bool next(struct reading *r, FILE *f)
{
	int c = EOF;

	r->n = 0;
	while ((c = getc_unlocked(f)) != EOF && c != '\n') {
		if (r->n > EXPORT_LINE_MAX)
			continue;
		if (r->n == r->cap) {
			char *more = realloc(r->line, r->cap ? r->cap * 2 : 1 << 16);

			if (!more) {
				r->n = EXPORT_LINE_MAX + 1;
				continue;
			}
			r->line = more;
			r->cap = r->cap ? r->cap * 2 : 1 << 16;
		}
		r->line[r->n++] = (char)c;
	}
	r->number++;
	return c != EOF || r->n;
}

int export_read(struct export *x, const char *path, bool *unreadable, struct error *e)
{
	struct reading r = { .x = x, .path = path, .unreadable = unreadable };
	bool standard = str_is(str_c(path), "-");
	FILE *f = standard ? stdin : fopen(path, "rb");
	int rc = 0;

	if (!f) {
		diagnose(path, "%s", strerror(errno));
		*unreadable = true;
		return 0;
	}
	while (!rc && next(&r, f)) {
		if (r.n > EXPORT_LINE_MAX)
			refuse(&r, "the line is too long");
		else
			rc = take(&r, e);
	}
	if (ferror(f)) {
		diagnose(path, "%s", strerror(errno ? errno : EIO));
		*unreadable = true;
	}
	if (!standard)
		fclose(f);
	json_free(r.document);
	free(r.line);
	return rc;
}
