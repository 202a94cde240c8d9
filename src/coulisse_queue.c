/* coulisse_queue.c - the library on a queue: filling it, looking at it, changing it. */
#define _XOPEN_SOURCE 700		/* realpath */
#include "coulisse_run.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "base/jsonwrite.h"
#include "base/utf8.h"
#include "ingest/fetch.h"
#include "ingest/split.h"
#include "ingest/walk.h"
#include "queue/queue.h"
#include "store/store.h"

enum { JOB_BYTES = 1 << 20, CHUNK = 20000 };

/* ---- filling ----------------------------------------------------------------------------- */

struct filling {
	struct store *s;
	struct splitter *splitter;
	const struct cou_queueing *o;
	uint64_t target;
	struct arena a;			/* of the chunk */
	VEC(struct queue_input) inputs;
	int64_t run, key;
	struct queue_input file;	/* that is being cut */
	struct cou_queued sum;
	struct error *e;
	bool unreadable;
};

static bool alone(const struct filling *f, const struct queue_input *in)
{
	return in->behind || (uint64_t)in->size > f->target || fetch_is_url(in->path);
}

/* How many of the inputs make the next job. */
static size_t job_of(const struct filling *f, const struct queue_input *in, size_t n)
{
	uint64_t bytes = 0;
	size_t i = 0;

	if (alone(f, in))
		return 1;
	while (i < n && i < QUEUE_INPUTS_MAX && !alone(f, &in[i]) && (!i || bytes + (uint64_t)in[i].size <= f->target))
		bytes += (uint64_t)in[i++].size;
	return i;
}

static int put_all(struct filling *f, struct queue_input *in, size_t n)
{
	int64_t key = 0;

	for (size_t i = 0; i < n;) {
		size_t of = job_of(f, in + i, n - i);

		if (queue_put(store_db(f->s), store_run(f->s), in + i, of, &key, f->e))
			return COU_ESTORE;
		i += of;
		f->sum.jobs++;
	}
	f->sum.inputs += n;
	return 0;
}

/* The chunk into the store, in a transaction of its own.  All chunks are one run. */
static int flush(struct filling *f)
{
	int64_t kept = 0;
	int rc;

	if (!f->inputs.n)
		return 0;
	rc = f->run ? store_join(f->s, f->run, f->e) : store_begin(f->s, "queue", f->e);
	if (!rc)
		kept = queue_sift(store_db(f->s), &f->a, f->inputs.at, f->inputs.n, f->e);
	if (!rc && kept < 0)
		rc = COU_ESTORE;
	f->sum.known += rc ? 0 : f->inputs.n - (size_t)kept;
	if (!rc && kept)
		rc = put_all(f, f->inputs.at, (size_t)kept);
	if (!rc && kept)
		rc = store_leave(f->s, false, f->e);
	if (rc || !kept)
		store_drop(f->s);
	else
		f->run = store_run(f->s);
	f->inputs.n = f->inputs.cap = 0;
	f->inputs.at = NULL;
	arena_reset(&f->a);
	return rc;
}

static int put(struct filling *f, const struct queue_input *in)
{
	struct queue_input *kept = vec_push(&f->a, &f->inputs);

	*kept = *in;
	kept->path = str_dup(&f->a, in->path);
	kept->format = in->format.n ? str_dup(&f->a, in->format) : STR_NONE;
	if (f->o->progress)
		f->o->progress(f->o->user, f->sum.inputs + f->inputs.n, f->sum.jobs);
	return f->inputs.n >= CHUNK ? flush(f) : 0;
}

static int put_part(void *filling, const char *format, const struct ingest_part *part)
{
	struct filling *f = filling;
	struct queue_input in = f->file;

	in.format = str_c(format);
	in.start = part->start;
	in.behind = part->behind;
	in.before = part->before;
	return put(f, &in);
}

static void bad(struct filling *f, struct str path, const char *why)
{
	diagnose(path.p, "%s", why);
	f->unreadable = true;
}

static int put_file(struct filling *f, struct str path)
{
	struct error why = { 0 };
	struct stat st;
	int rc;

	if (utf8_check(path) != path.n) {
		bad(f, path, "the name is no UTF-8, which a queue needs");
		return 0;
	}
	if (stat(path.p, &st)) {
		bad(f, path, strerror(errno));
		return 0;
	}
	f->file = (struct queue_input){ .path = path, .size = (int64_t)st.st_size, .changed = (int64_t)st.st_mtime };
	rc = split_file(f->splitter, path.p, f->target, put_part, f, &why);
	if (rc == COU_EINPUT) {
		bad(f, path, why.text);
		rc = 0;
	}
	return rc;
}

static int put_path(struct filling *f, const char *path)
{
	char whole[PATH_MAX];
	struct walk *w;
	struct str file;
	int more = 1, rc = 0;

	if (fetch_is_url(str_c(path)))
		return put(f, &(struct queue_input){ .path = str_c(path) });
	if (!realpath(path, whole)) {
		bad(f, str_c(path), strerror(errno));
		return 0;
	}
	w = walk_open(whole);
	while (more && !rc) {
		struct error why = { 0 };

		more = walk_next(w, &file, &why);
		if (more < 0)
			bad(f, file, why.text);
		else if (more)
			rc = put_file(f, file);
	}
	walk_close(w);
	return rc;
}

int cou_queue_add(struct cou *c, const char *where, const struct cou_queueing *q, const char *const *paths, size_t n, struct cou_queued *sum, struct cou_error *e)
{
	struct store_options with = { .trusted = true, .one_connection = true };
	struct error err = { 0 };
	struct filling f = { .o = q, .target = q->job_bytes ? q->job_bytes : JOB_BYTES, .e = &err };
	int rc = queue_place(where, &err);

	if (!rc)
		rc = split_open(&f.splitter, flow_home_of(c->flow), &err);
	if (!rc)
		rc = store_open(&f.s, where, DB_CREATE, &with, &err);
	for (size_t i = 0; i < n && !rc; i++)
		rc = put_path(&f, paths[i]);
	if (!rc)
		rc = flush(&f);
	store_close(f.s);
	split_close(f.splitter);
	arena_free(&f.a);
	if (sum)
		*sum = f.sum;
	if (rc)
		return run_failed(e, &err);
	return f.unreadable ? COU_UNREADABLE : COU_DONE;
}

/* ---- looking -------------------------------------------------------------------------------- */

struct looking {
	struct buf *b;
	int64_t now;
	size_t n;
};

static double per(int64_t x, int64_t seconds)
{
	return seconds > 0 ? (double)x / (double)seconds : 0;
}

/* Seconds that the rest takes at the speed of the last minutes; negative: nobody knows. */
static double left_of(const struct queue_sum *s)
{
	double speed = per(s->recent_bytes, s->recent_seconds);

	if (!s->waiting && !s->leased)
		return 0;
	return speed > 0 ? (double)(s->bytes - s->bytes_done) / speed : -1;
}

static void json_worker(void *looking, const struct queue_worker *w)
{
	struct buf *b = ((struct looking *)looking)->b;

	json_open(b, '{');
	json_key(b, "name");
	json_text(b, w->name);
	json_key(b, "coder");
	json_text(b, w->coder);
	json_key(b, "since");
	json_int(b, w->since);
	json_key(b, "heard");
	json_int(b, w->beat);
	json_key(b, "has");
	json_int(b, w->leased);
	json_key(b, "jobs");
	json_int(b, w->jobs);
	json_key(b, "documents");
	json_int(b, w->documents);
	json_key(b, "words");
	json_int(b, w->words);
	json_close(b, '}');
}

static void json_trouble(void *looking, const struct queue_trouble *t)
{
	struct buf *b = ((struct looking *)looking)->b;

	json_open(b, '{');
	json_key(b, "job");
	json_int(b, t->key);
	json_key(b, "failed");
	json_bool(b, t->failed);
	json_key(b, "input");
	json_text(b, t->name);
	if (t->behind) {
		json_key(b, "start");
		json_int(b, t->start);
		json_key(b, "end");
		json_int(b, t->behind);
	}
	json_key(b, "inputs");
	json_int(b, t->inputs);
	json_key(b, "tries");
	json_int(b, t->tries);
	json_key(b, "unread");
	json_int(b, t->unread);
	json_key(b, "said");
	json_text_or_null(b, t->said);
	json_close(b, '}');
}

static int status_json(struct db *db, const struct queue_sum *s, struct buf *b, struct error *e)
{
	const struct { const char *name; int64_t n; } numbers[] = {
		{ "waiting", s->waiting }, { "leased", s->leased }, { "done", s->done }, { "failed", s->failed }, { "bytes", s->bytes }, { "bytes_done", s->bytes_done },
		{ "documents", s->documents }, { "known", s->known }, { "words", s->words }, { "events", s->events }, { "states", s->states }, { "unread", s->unread },
		{ "ungrouped", s->pending }, { "coding_ms", s->coding_millis }, { "writing_ms", s->writing_millis }, { "queued", s->queued }, { "ended", s->ended }, { "now", s->now },
	};
	struct looking l = { .b = b, .now = s->now };
	double left = left_of(s);
	int rc;

	json_open(b, '{');
	for (size_t i = 0; i < sizeof(numbers) / sizeof(*numbers); i++) {
		json_key(b, numbers[i].name);
		json_int(b, numbers[i].n);
	}
	json_key(b, "words_per_second");
	json_fixed(b, per(s->recent_words, s->recent_seconds), 1);
	json_key(b, "seconds_left");
	if (left < 0)
		json_null(b);
	else
		json_fixed(b, left, 0);
	json_key(b, "workers");
	json_open(b, '[');
	rc = queue_each_worker(db, json_worker, &l, e);
	json_close(b, ']');
	json_key(b, "troubles");
	json_open(b, '[');
	if (!rc)
		rc = queue_each_trouble(db, json_trouble, &l, e);
	json_close(b, ']');
	json_close(b, '}');
	buf_byte(b, '\n');
	return rc;
}

static void table_worker(void *looking, const struct queue_worker *w)
{
	struct looking *l = looking;

	buf_printf(l->b, "%-9s %.*s: has %lld, did %lld jobs, %lld documents, %lld words in %lld s; heard of %lld s ago\n", l->n++ ? "" : "workers", STR_ARG(w->name),
		   (long long)w->leased, (long long)w->jobs, (long long)w->documents, (long long)w->words, (long long)(w->beat - w->since), (long long)(l->now - w->beat));
}

enum { TROUBLES_SHOWN = 40 };

static void table_trouble(void *looking, const struct queue_trouble *t)
{
	struct looking *l = looking;

	if (l->n++ >= TROUBLES_SHOWN)
		return;
	buf_printf(l->b, "%-9s job %lld, %.*s", t->failed ? "failed" : "unread", (long long)t->key, STR_ARG(t->name));
	if (t->behind)
		buf_printf(l->b, " bytes %lld to %lld", (long long)t->start, (long long)t->behind);
	if (t->inputs > 1)
		buf_printf(l->b, " and %lld more", (long long)t->inputs - 1);
	if (!t->failed)
		buf_printf(l->b, ", %lld", (long long)t->unread);
	buf_printf(l->b, ": %.*s\n", STR_ARG(t->said));
}

static void table_left(struct buf *b, const struct queue_sum *s)
{
	double left = left_of(s);

	if (s->recent_seconds)
		buf_printf(b, "speed     %.0f words/s in the last %lld s", per(s->recent_words, s->recent_seconds), (long long)s->recent_seconds);
	else
		buf_printf(b, "speed     nothing done in the last five minutes");
	if (left > 5400)
		buf_printf(b, "; %.1f hours left", left / 3600);
	else if (left > 90)
		buf_printf(b, "; %.0f minutes left", left / 60);
	else if (left > 0)
		buf_printf(b, "; %.0f seconds left", left);
	buf_byte(b, '\n');
}

static int status_table(struct db *db, const struct queue_sum *s, struct buf *b, struct error *e)
{
	struct looking workers = { .b = b, .now = s->now }, troubles = { .b = b };

	buf_printf(b, "jobs      %lld waiting, %lld with workers, %lld done, %lld failed\n", (long long)s->waiting, (long long)s->leased, (long long)s->done, (long long)s->failed);
	buf_printf(b, "inputs    %.1f of %.1f MB\n", (double)s->bytes_done / 1e6, (double)s->bytes / 1e6);
	buf_printf(b, "record    %lld documents (%lld known already), %lld words, %lld events, %lld states", (long long)s->documents, (long long)s->known, (long long)s->words,
		   (long long)s->events, (long long)s->states);
	if (s->pending)
		buf_printf(b, "; the happenings of %lld documents are to come", (long long)s->pending);
	buf_byte(b, '\n');
	table_left(b, s);
	if (queue_each_worker(db, table_worker, &workers, e) || queue_each_trouble(db, table_trouble, &troubles, e))
		return COU_ESTORE;
	if (troubles.n > TROUBLES_SHOWN)
		buf_printf(b, "          and %zu more (--json shows all)\n", troubles.n - TROUBLES_SHOWN);
	return 0;
}

int cou_queue_status(const char *where, int json, cou_write *write, void *user, struct cou_error *e)
{
	struct queue_sum sum = { 0 };
	struct error err = { 0 };
	struct arena a = { 0 };
	struct store *s = NULL;
	struct buf b;
	int rc = queue_place(where, &err);

	buf_init(&b, &a);
	if (!rc)
		rc = store_open(&s, where, DB_READ, NULL, &err);
	if (!rc)
		rc = queue_count(store_db(s), &sum, &err);
	if (!rc)
		rc = (json ? status_json : status_table)(store_db(s), &sum, &b, &err);
	store_close(s);
	if (!rc && write(user, b.p, b.n))
		rc = error_set(&err, COU_ESTORE, "the output cannot be written");
	arena_free(&a);
	if (rc)
		return run_failed(e, &err);
	return sum.waiting + sum.leased + sum.done + sum.failed ? COU_DONE : COU_NOTHING;
}

/* ---- changing ---------------------------------------------------------------------------------- */

int cou_queue_change(const char *where, const char *verb, size_t *jobs, struct cou_error *e)
{
	static const struct { const char *verb; int64_t (*change)(struct db *db, struct error *e); } verbs[] = {
		{ "retry", queue_retry }, { "cancel", queue_cancel }, { "clear", queue_clear }
	};
	struct store_options with = { .one_connection = true };
	struct error err = { 0 };
	struct store *s = NULL;
	int64_t n = 0;
	size_t i = 0;
	int rc = queue_place(where, &err);

	while (i < 3 && strcmp(verbs[i].verb, verb) != 0)
		i++;
	if (!rc && i == 3)
		rc = error_set(&err, COU_EUSAGE, "\"%s\": add, status, retry, cancel or clear", verb);
	if (!rc)
		rc = store_open(&s, where, DB_WRITE, &with, &err);
	if (!rc)
		rc = db_begin(store_db(s), &err);
	if (!rc)
		n = verbs[i].change(store_db(s), &err);
	if (!rc && (n < 0 || db_commit(store_db(s), &err)))
		rc = COU_ESTORE;
	store_close(s);
	*jobs = n > 0 ? (size_t)n : 0;
	return rc ? run_failed(e, &err) : COU_DONE;
}
