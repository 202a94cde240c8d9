/* coulisse_export.c - the library: the record in the formats of others. */
#include "coulisse_run.h"

#include "base/file.h"
#include "base/map.h"
#include "coulisse_question.h"
#include "query/export.h"
#include "query/export_read.h"
#include "query/export_store.h"
#include "store/store.h"

const char *cou_export_formats(void)
{
	return export_names();
}

int cou_export_is_folder(const char *format)
{
	const struct export_format *f = export_find(str_c(format));

	return f && export_is_folder(f);
}

enum { SIGNING_MAX = 1 << 20 };		/* bytes of a language's list */

/* The languages' lists of what makes an agreement formal: "en signed". */
static void read_signing(struct cou *c, struct arena *a, struct map *signing)
{
	enum { LANGS_MAX = 32 };
	struct str langs[LANGS_MAX], list, word;
	size_t n = flow_languages(c->flow, langs, LANGS_MAX);

	map_init(signing, a);
	for (size_t i = 0; i < n; i++) {
		struct str path = str_printf(a, "%s/lang/%.*s/signing.txt", flow_home_of(c->flow), STR_ARG(langs[i]));
		struct error none = { 0 };	/* a language need not have the list */

		if (file_read(a, path.p, SIGNING_MAX, &list, &none))
			continue;
		while (str_split(&list, '\n', &word))
			if (str_trim(word).n && word.p[0] != '#')
				*map_put(signing, str_printf(a, "%.*s %.*s", STR_ARG(langs[i]), STR_ARG(str_trim(word)))) = 1;
	}
}

static void tell(const struct export *x, const struct cou_export *o)
{
	for (int why = 0; o->held && why < EXPORT_REASON_COUNT; why++)
		if (export_held(x, (enum export_reason)why))
			o->held(o->held_user, export_held(x, (enum export_reason)why), export_reason_words((enum export_reason)why));
}

static int from_store(struct export *x, struct arena *a, const struct cou_export *o, const struct who *world, struct error *e)
{
	static const struct cou_question everything;
	struct question q = question_of(o->question ? o->question : &everything, ASK_EVENTS);
	struct filter f;
	struct store *s;
	int rc = store_open(&s, o->store, DB_READ, NULL, e);

	if (rc)
		return rc;
	rc = filter_read(a, store_db(s), world, &q, &f, e);
	if (!rc)
		rc = export_store(x, a, store_db(s), &f, e);
	store_close(s);
	return rc;
}

int cou_export(struct cou *c, const struct cou_export *o, const char *const *paths, size_t n, cou_write_file *write, void *user, struct cou_error *e)
{
	const struct export_format *format = export_find(str_c(o->format));
	struct export_options with = { .all = o->all != 0 };
	struct error err = { 0 };
	struct export *x = NULL;
	struct arena a = { 0 };
	struct map signing;
	bool unreadable = false;
	int rc = 0;

	if (!format)
		rc = error_set(&err, COU_EUSAGE, "\"%s\" is no format; there are: %s", o->format ? o->format : "", export_names());
	if (!rc && !(with.world = flow_world(c->flow, &err)))
		rc = COU_EDATA;
	read_signing(c, &a, &signing);
	with.signing = &signing;
	if (!rc)
		rc = export_begin(&x, format, &with, write, user, &err);
	for (size_t i = 0; !rc && i < n; i++)
		rc = export_read(x, paths[i], &unreadable, &err);
	if (!rc && o->store)
		rc = from_store(x, &a, o, with.world, &err);
	if (!rc)
		rc = export_end(x, &err);
	if (!rc)
		tell(x, o);
	export_free(x);
	arena_free(&a);
	if (rc)
		return run_failed(e, &err);
	return unreadable ? COU_UNREADABLE : COU_DONE;
}
