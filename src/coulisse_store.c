/* coulisse_store.c - the library with a store: documents into it. */
#include "coulisse_run.h"

#include <time.h>

#include "record/identity.h"
#include "store/store.h"

enum { SAVE_DOCUMENTS = 512, SAVE_SECONDS = 5 };

struct adding {
	struct store *s;
	struct store_sum sum;
	size_t unsaved;
	time_t saved;
	struct error error;
	pthread_mutex_t lock;		/* skipped */
	size_t skipped;
};

/* A document that is there with this text need not be coded again. */
static bool is_known(void *adding, struct doc *d)
{
	struct adding *ad = adding;
	struct error ignored = { 0 };
	char digest[65];
	bool known;

	if (!d->id.n)
		d->id = identity_doc(d);
	identity_text(d, digest);
	known = store_knows(ad->s, d->id, digest, &ignored) > 0;
	if (known) {
		pthread_mutex_lock(&ad->lock);
		ad->skipped++;
		pthread_mutex_unlock(&ad->lock);
	}
	return known;
}

static int keep(void *adding, const char *bytes, size_t n)
{
	struct adding *ad = adding;

	if (store_add(ad->s, (struct str){ bytes, n }, &ad->sum, &ad->error))
		return -1;
	if (++ad->unsaved < SAVE_DOCUMENTS && time(NULL) - ad->saved < SAVE_SECONDS)
		return 0;
	ad->unsaved = 0;
	ad->saved = time(NULL);
	return store_save(ad->s, &ad->error);
}

int cou_add(struct cou *c, const struct cou_options *o, const char *where, const struct cou_store_options *so, const char *const *paths, size_t n,
	    struct cou_added *sum, struct cou_error *e)
{
	struct store_options with = { .trusted = true, .no_text = so && so->no_text, .now = so ? so->now : NULL };
	struct adding ad = { .saved = time(NULL) };
	struct cou_options lines = *o;
	struct run r = { .c = c, .o = &lines, .paths = paths, .n = n, .write = keep, .skip = is_known, .user = &ad };
	int rc;

	lines.format = COU_JSONL;
	lines.until = NULL;
	pthread_mutex_init(&ad.lock, NULL);
	if (store_open(&ad.s, where, DB_CREATE, &with, &ad.error) || store_begin(ad.s, "add", &ad.error)) {
		rc = run_failed(e, &ad.error);
	} else {
		rc = run_all(&r, e);
		if (ad.error.code || (rc >= 0 && store_finish(ad.s, &ad.error)))
			rc = run_failed(e, &ad.error);
	}
	store_close(ad.s);
	pthread_mutex_destroy(&ad.lock);
	if (sum)
		*sum = (struct cou_added){ .documents = ad.sum.added, .versions = ad.sum.versions, .known = ad.sum.known + ad.skipped,
					   .events = ad.sum.events, .states = ad.sum.states };
	return rc;
}
