/* coulisse_job.c - the library on one job of a queue. */
#include "coulisse_job.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>

#include "base/json.h"
#include "ingest/fetch.h"
#include "record/identity.h"

static const struct str KNOWN = { "{\"kind\":\"known\"", 15 };

struct coding {
	struct job *j;
	struct queue *desk;
	bool (*stopped)(void *user);
	void *user;
	bool left;			/* it was told to stop */
};

double job_clock(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

struct job *job_new(void)
{
	struct arena a = { 0 };
	struct job *j = arena_new(&a, struct job);

	j->a = a;
	buf_init(&j->lines, &j->a);
	return j;
}

void job_free(struct job *j)
{
	struct arena a;

	if (!j)
		return;
	a = j->a;
	arena_free(&a);
}

/* ---- coding ----------------------------------------------------------------------------- */

static bool is_known(void *coding, struct doc *d)
{
	struct coding *x = coding;
	struct error ignored = { 0 };
	char digest[65];

	if (!d->id.n)
		d->id = identity_doc(d);
	identity_text(d, digest);
	return queue_knows(x->desk, d->id, str_c(digest), &ignored) > 0;
}

static int keep(void *coding, const char *bytes, size_t n)
{
	struct coding *x = coding;

	buf_add(&x->j->lines, (struct str){ bytes, n });
	vec_add(&x->j->a, &x->j->ends, x->j->lines.n);
	x->left = x->stopped(x->user);
	return x->left ? -1 : 0;
}

/* Is it there; and where it was cut in parts, is it as it was then? */
static int check_input(const struct queue_input *in, struct error *e)
{
	struct stat st;

	if (fetch_is_url(in->path))
		return 0;
	if (stat(in->path.p, &st))
		return error_set(e, COU_EINPUT, "%s: %s", in->path.p, strerror(errno));
	if (in->behind && ((int64_t)st.st_size != in->size || (int64_t)st.st_mtime != in->changed))
		return error_set(e, COU_EINPUT, "%s: has changed since it was queued; add it again", in->path.p);
	return 0;
}

static const char **check_inputs(struct job *j, bool *fetched, struct error *e)
{
	const char **paths = arena_array(&j->a, const char *, j->what.inputs.n + 1);

	*fetched = false;
	for (size_t i = 0; i < j->what.inputs.n; i++) {
		if (check_input(&j->what.inputs.at[i], e))
			return NULL;
		paths[i] = j->what.inputs.at[i].path.p;
		*fetched |= fetch_is_url(j->what.inputs.at[i].path);
	}
	return paths;
}

static void sum_up(struct job *j, const struct run *r, double began)
{
	j->result.words = r->done.words;
	j->result.unread = r->n_bad;
	j->result.coding_millis = (int64_t)((job_clock() - began) * 1000);
	if (r->n_bad)
		j->result.said = str_printf(&j->a, "%s: %s", r->first_where, r->first_bad.text);
}

int job_code(struct job *j, struct cou *c, const struct cou_options *o, struct queue *desk, bool (*stopped)(void *user), void *user, struct error *e)
{
	const struct queue_input *first = j->what.inputs.at;
	struct coding x = { .j = j, .desk = desk, .stopped = stopped, .user = user };
	struct cou_options with = *o;
	struct cou_error said = { 0 };
	bool fetched;
	const char **paths = check_inputs(j, &fetched, e);
	struct run r = { .c = c, .o = &with, .paths = paths, .n = j->what.inputs.n, .write = keep, .skip = j->what.whole ? NULL : is_known, .mark_known = true, .user = &x };
	double began = job_clock();
	int rc;

	if (!paths)
		return COU_EINPUT;
	with.format = COU_JSONL;
	with.until = NULL;
	with.ready = NULL;
	if (r.n == 1 && first->behind) {
		with.input = first->format.n ? first->format.p : NULL;
		r.ingest.part = (struct ingest_part){ .start = first->start, .behind = first->behind, .before = first->before };
	}
	rc = run_all(&r, &said);
	if (x.left)
		return error_set(e, COU_ENONE, "stopped");
	if (rc < 0)
		return error_set(e, rc, "%s", said.text);
	sum_up(j, &r, began);
	if (fetched && r.n_bad)
		return error_set(e, COU_EINPUT, "%.*s", STR_ARG(j->result.said));
	return 0;
}

/* ---- bringing ---------------------------------------------------------------------------- */

/* Is what was left out still the newest version?  1, 0, or negative. */
static int still_known(struct db *db, struct str line, struct error *e)
{
	struct db_stmt *q = NULL;
	struct json *j;
	int rc = json_parse(&j, line, e);

	if (rc)
		return rc;
	rc = COU_ESTORE;
	q = db_stmt(db, "SELECT sha256 FROM document WHERE id = $1 ORDER BY version DESC LIMIT 1", e);
	if (q) {
		db_bind(q, 1, db_text(json_string(json_get(j, "id"))));
		rc = db_start(q, e);
	}
	if (!rc) {
		rc = db_next(q, e);
		if (rc > 0)
			rc = str_eq(db_column_text(q, 0), json_string(json_get(j, "sha256")));
		db_end(q);
	}
	json_free(j);
	return rc;
}

static int bring_documents(struct job *j, struct store *s, struct store_sum *sum, struct error *e)
{
	for (size_t i = 0, from = 0; i < j->ends.n; from = j->ends.at[i++]) {
		struct str lines = str_sub(buf_str(&j->lines), from, j->ends.at[i]);
		int rc;

		if (!str_starts(lines, KNOWN)) {
			rc = store_add(s, lines, sum, e);
			if (rc)
				return rc;
			continue;
		}
		rc = still_known(store_db(s), str_trim(lines), e);
		if (rc <= 0)
			return rc ? rc : JOB_STALE;
		sum->known++;
	}
	return JOB_DONE;
}

static int bring_all(struct job *j, struct store *s, const char *worker, struct error *e)
{
	struct store_sum sum = { 0 };
	double began = job_clock();
	bool last;
	int rc = queue_hold(store_db(s), &j->what, worker, e);

	if (rc <= 0)
		return rc ? rc : JOB_LOST;
	rc = bring_documents(j, s, &sum, e);
	if (rc)
		return rc;
	j->result.documents = sum.added;
	j->result.known = sum.known;
	j->result.events = sum.events;
	j->result.states = sum.states;
	j->result.writing_millis = (int64_t)((job_clock() - began) * 1000);
	rc = queue_done(store_db(s), &j->what, worker, &j->result, &last, e);
	return rc ? rc : store_leave(s, last, e);
}

int job_bring(struct job *j, struct store *s, const char *worker, struct error *e)
{
	int rc = store_join(s, j->what.run, e);

	if (!rc)
		rc = bring_all(j, s, worker, e);
	if (rc)
		store_drop(s);
	return rc;
}
