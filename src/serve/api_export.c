/* api_export.c - the selection in the formats of others: a file, or a ZIP of the files of a folder.
 *
 * An export writes into all files of its folder in turn, an archive holds one after the other.  So the export runs once for each file, and each run lets one
 * of them through: more work, but no more memory than for one.
 */
#include "serve/api.h"

#include "base/jsonwrite.h"
#include "serve/zip.h"

/* What the file of a format is called. */
static const struct ending {
	const char *format, *ending, *type;
} endings[] = {
	{ "polecat", "tsv", "text/tab-separated-values; charset=utf-8" }, { "icews", "tsv", "text/tab-separated-values; charset=utf-8" },
	{ "geojson", "geojson", "application/geo+json" }, { "gexf", "gexf", "application/xml" }, { "ftm", "ftm.json", API_ROWS_TYPE },
	{ "timelinejs", "json", "application/json" }, { "webannotation", "jsonld", "application/ld+json" }, { "jsonld", "jsonld", "application/ld+json" },
};

static struct ending ending_of(struct str format)
{
	for (size_t i = 0; i < sizeof(endings) / sizeof(*endings); i++)
		if (str_is(format, endings[i].format))
			return endings[i];
	return (struct ending){ NULL, "txt", "text/plain; charset=utf-8" };
}

static bool is_format(const struct serve_calls *calls, struct str name)
{
	struct str list = str_c(calls->export_formats()), one;

	while (list.n && str_split(&list, ' ', &one))
		if (str_eq(one, name))
			return true;
	return false;
}

static void head(struct call *c, const char *ending, const char *type)
{
	exchange_header(c->x, "Content-Type", str_c(type));
	exchange_header(c->x, "Content-Disposition", str_printf(c->a, "attachment; filename=\"coulisse-%.*s.%s\"", STR_ARG(c->ids[0]), ending));
	exchange_header(c->x, "Cache-Control", STR("no-store"));
}

static int send_bytes(void *exchange, const char *bytes, size_t n)
{
	return exchange_write(exchange, bytes, n);
}

static int send_file(void *exchange, const char *file, const char *bytes, size_t n)
{
	(void)file;
	return exchange_write(exchange, bytes, n);
}

/* ---- a folder --------------------------------------------------------------------------- */

struct folder {
	struct zip *zip;
	char names[ZIP_FILES_MAX][64];	/* of files seen, in the order in which they came */
	size_t n, at;			/* the one that is let through */
	bool begun;
};

static size_t number_of(struct folder *f, const char *file)
{
	size_t i = 0;

	while (i < f->n && strcmp(f->names[i], file) != 0)
		i++;
	if (i == f->n && f->n < ZIP_FILES_MAX && strlen(file) < sizeof(f->names[0]))
		memcpy(f->names[f->n++], file, strlen(file) + 1);
	return i;
}

static int let_through(void *folder, const char *file, const char *bytes, size_t n)
{
	struct folder *f = folder;
	size_t i = number_of(f, file);

	if (i >= f->n)
		return -1;
	if (i != f->at)
		return 0;
	if (!f->begun && zip_begin(f->zip, file))
		return -1;
	f->begun = true;
	return zip_add(f->zip, bytes, n);
}

static int export_folder(struct call *c, bool all, struct error *e)
{
	const struct serve_calls *calls = &c->serve->setup->calls;
	struct folder f = { .zip = zip_open(send_bytes, c->x) };
	int rc = f.zip ? 0 : error_set(e, COU_ELIMIT, "out of memory");

	do {
		f.begun = false;
		if (!rc)
			rc = calls->export(calls->user, c->ids[0].p, &c->q, all, let_through, &f, e);
	} while (rc >= 0 && ++f.at < f.n);
	if (rc >= 0 && zip_end(f.zip))
		rc = error_set(e, COU_ESTORE, "the archive cannot be written");
	zip_close(f.zip);
	return rc;
}

/* ---- all ----------------------------------------------------------------------------------- */

int answer_export(struct call *c, struct error *e)
{
	const struct serve_calls *calls = &c->serve->setup->calls;
	struct str all = request_param(c->r, "all");
	struct ending ending = ending_of(c->ids[0]);
	bool every = all.p && !str_is(all, "0");
	int rc;

	if (!is_format(calls, c->ids[0]))
		return error_set(e, COU_EINPUT, "\"%.*s\" is no format; there are: %s", STR_ARG(c->ids[0]), calls->export_formats());
	if (calls->export_is_folder(c->ids[0].p)) {
		head(c, "zip", "application/zip");
		rc = export_folder(c, every, e);
	} else {
		head(c, ending.ending, ending.type);
		rc = calls->export(calls->user, c->ids[0].p, &c->q, every, send_file, c->x, e);
	}
	return rc < 0 ? rc : 0;
}

int answer_formats(struct call *c, struct error *e)
{
	const struct serve_calls *calls = &c->serve->setup->calls;
	struct str list = str_c(calls->export_formats()), one;
	struct buf b;

	(void)e;
	buf_init(&b, c->a);
	json_open(&b, '{');
	json_key(&b, "formats");
	json_open(&b, '[');
	while (list.n && str_split(&list, ' ', &one)) {
		if (!one.n)
			continue;
		json_open(&b, '{');
		json_key(&b, "name");
		json_text(&b, one);
		json_key(&b, "folder");
		json_bool(&b, calls->export_is_folder(str_dup(c->a, one).p));
		json_close(&b, '}');
	}
	json_close(&b, ']');
	json_close(&b, '}');
	return call_send_json(c, buf_str(&b), 0);
}
