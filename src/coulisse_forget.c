/* coulisse_forget.c - the library letting go of what is old. */
#include "coulisse_run.h"

#include "base/date.h"
#include "store/forget.h"

int cou_forget(const char *where, const char *before, int dry, struct cou_forgotten *sum, cou_forgetting *progress, void *user, struct cou_error *e)
{
	struct store_options with = { 0 };
	struct forget_sum counted = { 0 };
	struct error err = { 0 };
	struct store *s = NULL;
	char iso[11];
	int rc = 0;

	day_iso(day_parse(str_c(before)), iso);
	if (!before || strcmp(iso, before) != 0)
		rc = error_set(&err, COU_EUSAGE, "\"%s\" is no day (YYYY-MM-DD)", before ? before : "");
	if (!rc)
		rc = store_open(&s, where, dry ? DB_READ : DB_WRITE, &with, &err);
	if (!rc)
		rc = forget_before(s, str_c(before), dry, &counted, progress, user, &err);
	store_close(s);
	*sum = (struct cou_forgotten){ counted.documents, counted.events, counted.states, counted.pieces };
	return rc ? run_failed(e, &err) : COU_DONE;
}
