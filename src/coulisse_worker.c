/* coulisse_worker.c - the library as a worker of a queue.
 *
 *	this thread	takes jobs and codes them, on as many threads as it is given
 *	the bringer	brings what is coded into the record, each job when its turn has come; then, where enough has come or nothing more does, the happenings
 *	the heart	lets the server know that the worker lives
 *
 * So the server works while the next job is coded, and a job that must wait for one before it holds nobody up until WAITING_JOBS or WAITING_BYTES wait.  Then only a job before
 * those is taken: one whose worker died, for which all wait.
 *
 * Where the server is not to be reached, all three try again, later and later.  What is coded is kept, and brought when the server is back, unless the lease has
 * run out meanwhile and another worker has the job.
 */
#include "coulisse_job.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "store/happening.h"

enum {
	WAITING_JOBS = 6,		/* coded, not brought yet */
	WAITING_BYTES = 96 << 20,
	GROUP_DOCUMENTS = 30000,	/* happenings are looked for when so many documents wait for them, or nothing else is left to do */
	STEP_MS = 100,			/* between two looks at whether to stop */
	TURN_MS = 4, TURN_MS_MAX = 100,
	IDLE_MS = 300, IDLE_MS_MAX = 2000,
	BACKOFF_MS = 250, BACKOFF_MS_MAX = 5000,
	BEATS = 4,			/* in one lease */
	JOB_SECONDS = 3600,
	COME_SECONDS = 60		/* without a server, at the beginning */
};

struct crew {
	struct cou *c;
	const struct cou_options *o;
	const struct cou_working *w;
	const char *where;
	struct store_options with;
	char name[160];
	unsigned lease;
	struct queue *desk;

	pthread_mutex_t lock;		/* all below */
	pthread_cond_t changed;
	struct job *waiting;		/* coded, by key */
	size_t n_waiting, waiting_bytes;
	bool leaving, dead;		/* nothing more is brought; the heart stops */
	double coding_since;		/* 0: nothing is coded at the moment */
	const char *coding;		/* first input of what is */
	double heard;			/* when the server last answered */
	bool silent;			/* that it does not was said */
	struct cou_worked sum;
	bool unreadable;
	struct error failed;

	struct store *s;		/* the bringer's */
};

/* ---- waiting and giving up ----------------------------------------------------------------- */

static bool told_to_stop(void *crew)
{
	struct crew *w = crew;
	bool failed;

	pthread_mutex_lock(&w->lock);
	failed = w->failed.code != 0;
	pthread_mutex_unlock(&w->lock);
	return failed || w->w->stop(w->w->user);
}

/* Until something changed, or so many milliseconds; the lock is had. */
static void rest(struct crew *w, int ms)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	t.tv_nsec += (long)(ms % 1000) * 1000000;
	t.tv_sec += ms / 1000 + t.tv_nsec / 1000000000;
	t.tv_nsec %= 1000000000;
	pthread_cond_timedwait(&w->changed, &w->lock, &t);
}

/* The same, without the lock, until told to stop. */
static void pause_for(struct crew *w, int ms)
{
	double until = job_clock() + ms / 1000.0;

	while (job_clock() < until && !told_to_stop(w)) {
		pthread_mutex_lock(&w->lock);
		rest(w, ms < STEP_MS ? ms : STEP_MS);
		pthread_mutex_unlock(&w->lock);
	}
}

static void fail(struct crew *w, const struct error *e)
{
	pthread_mutex_lock(&w->lock);
	if (!w->failed.code)
		w->failed = *e;
	pthread_cond_broadcast(&w->changed);
	pthread_mutex_unlock(&w->lock);
}

static void heard(struct crew *w)
{
	bool back;

	pthread_mutex_lock(&w->lock);
	w->heard = job_clock();
	back = w->silent;
	w->silent = false;
	pthread_mutex_unlock(&w->lock);
	if (back)
		diagnose("worker", "the store is there again");
}

/* The server did not do it: says so once, waits, longer each time. */
static void fell_silent(struct crew *w, int *ms, const struct error *e)
{
	bool first, over;

	pthread_mutex_lock(&w->lock);
	first = !w->silent;
	w->silent = true;
	over = w->w->give_up && job_clock() - w->heard > w->w->give_up;
	pthread_mutex_unlock(&w->lock);
	if (first)
		diagnose("worker", "%s; trying again%s", e->text, w->w->give_up ? " for a while" : " until it is there");
	if (over)
		fail(w, e);
	*ms = *ms ? *ms * 2 : BACKOFF_MS;
	*ms = *ms < BACKOFF_MS_MAX ? *ms : BACKOFF_MS_MAX;
	pause_for(w, *ms);
}

/* ---- the bringer ----------------------------------------------------------------------------- */

static bool is_leaving(struct crew *w)
{
	bool leaving;

	pthread_mutex_lock(&w->lock);
	leaving = w->leaving || w->failed.code;
	pthread_mutex_unlock(&w->lock);
	return leaving;
}

static int open_store(struct crew *w, struct error *e)
{
	int rc;

	if (w->s)
		return 0;
	rc = store_open(&w->s, w->where, DB_WRITE, &w->with, e);
	return rc ? rc : db_beside(store_db(w->s), w->lease, e);
}

/* After an error that passes, the connection is made anew. */
static void drop_store(struct crew *w)
{
	store_close(w->s);
	w->s = NULL;
}

static void take_off(struct crew *w, struct job *j)
{
	pthread_mutex_lock(&w->lock);
	for (struct job **at = &w->waiting; *at; at = &(*at)->next)
		if (*at == j) {
			*at = j->next;
			w->n_waiting--;
			w->waiting_bytes -= j->lines.n;
			break;
		}
	pthread_cond_broadcast(&w->changed);
	pthread_mutex_unlock(&w->lock);
}

static void tell(struct crew *w, const struct job *j, const char *lost)
{
	const struct queue_result *r = &j->result;

	if (w->w->job)
		w->w->job(w->w->user, &(struct cou_job){ .name = j->what.inputs.at[0].path.p, .inputs = j->what.inputs.n, .documents = r->documents, .known = r->known, .words = r->words,
			  .events = r->events, .states = r->states, .unread = r->unread, .seconds = (double)r->coding_millis / 1000, .lost = lost });
}

static void count_job(struct crew *w, const struct job *j)
{
	const struct queue_result *r = &j->result;

	pthread_mutex_lock(&w->lock);
	w->sum.jobs++;
	w->sum.documents += r->documents;
	w->sum.known += r->known;
	w->sum.words += r->words;
	w->sum.events += r->events;
	w->sum.states += r->states;
	w->unreadable |= r->unread != 0;
	pthread_mutex_unlock(&w->lock);
	tell(w, j, NULL);
}

/* What is its own fault is a failed try. */
static void fail_job(struct crew *w, struct job *j, bool coded, const char *why)
{
	struct error e = { 0 };
	int ms = 0;

	tell(w, j, why);
	diagnose(j->what.inputs.at[0].path.p, "%s", why);
	pthread_mutex_lock(&w->lock);
	w->unreadable = true;
	pthread_mutex_unlock(&w->lock);
	while (queue_fail(w->desk, &j->what, coded, why, &e) && !told_to_stop(w))
		fell_silent(w, &ms, &e);
}

static void give_back(struct crew *w, struct job *j)
{
	struct error e = { 0 };
	int ms = 0;

	while (queue_give_back(w->desk, &j->what, true, &e) && !told_to_stop(w))
		fell_silent(w, &ms, &e);
}

/* What is not the job's fault is tried again. */
static int bring_failed(struct crew *w, struct job *j, int rc, struct error *e)
{
	j->doubtful = db_passes(store_db(w->s));
	if (j->doubtful)
		return rc;
	drop_store(w);
	fail_job(w, j, true, e->text);
	return 1;
}

/* 1: brought, or given up; 0: not its turn yet; negative: not now. */
static int bring_one(struct crew *w, struct job *j, struct error *e)
{
	double began = job_clock();
	int rc = open_store(w, e);

	if (!rc && j->doubtful && (rc = queue_was_done(store_db(w->s), &j->what, e)) > 0) {
		count_job(w, j);
		return 1;
	}
	if (!rc)
		rc = queue_turn(store_db(w->s), j->what.key, e);
	if (rc <= 0)
		return rc;
	rc = job_bring(j, w->s, w->name, e);
	w->sum.writing += job_clock() - began;
	if (rc == JOB_DONE)
		count_job(w, j);
	else if (rc == JOB_LOST)
		tell(w, j, "another worker has it");
	else if (rc == JOB_STALE)
		give_back(w, j);
	else
		return bring_failed(w, j, rc, e);
	return 1;
}

static bool is_first(struct crew *w, const struct job *j)
{
	bool first;

	pthread_mutex_lock(&w->lock);
	first = w->waiting == j;
	pthread_mutex_unlock(&w->lock);
	return first;
}

/* Until it is brought (true), or another one is before it. */
static bool bring(struct crew *w, struct job *j)
{
	int ms = 0, turn = TURN_MS, rc = 0;
	double began = job_clock(), written = w->sum.writing;

	while (rc <= 0 && !is_leaving(w) && is_first(w, j)) {
		struct error e = { 0 };

		rc = bring_one(w, j, &e);
		if (rc < 0) {
			drop_store(w);
			fell_silent(w, &ms, &e);
			continue;
		}
		heard(w);
		ms = 0;
		if (rc)
			break;
		pause_for(w, turn);
		turn = turn * 3 / 2 < TURN_MS_MAX ? turn * 3 / 2 : TURN_MS_MAX;
	}
	w->sum.turning += job_clock() - began - (w->sum.writing - written);
	if (rc <= 0)
		return false;
	take_off(w, j);
	job_free(j);
	return true;
}

/* In a transaction of its own, by one worker. */
static int group(struct crew *w, struct error *e)
{
	struct db *db = store_db(w->s);
	int64_t documents, open;
	double began = job_clock();
	int rc = store_join(w->s, 0, e);

	if (!rc)
		rc = queue_pending(db, &documents, &open, e);	/* another one may have been first */
	if (!rc && documents && (!open || documents >= GROUP_DOCUMENTS))
		rc = happening_update(db, e) ? COU_ESTORE : queue_grouped(db, e);
	if (!rc)
		rc = store_leave(w->s, false, e);
	if (rc)
		store_drop(w->s);
	w->sum.grouping += job_clock() - began;
	return rc;
}

static void group_if_due(struct crew *w)
{
	struct error e = { 0 };
	int64_t documents = 0, open = 0;
	int rc = open_store(w, &e);

	if (!rc)
		rc = queue_pending(store_db(w->s), &documents, &open, &e);
	if (!rc && documents && (!open || documents >= GROUP_DOCUMENTS))
		rc = group(w, &e);
	if (rc) {
		int ms = 0;

		drop_store(w);
		fell_silent(w, &ms, &e);
	} else {
		heard(w);
	}
}

static void *bringer(void *crew)
{
	struct crew *w = crew;
	struct job *j;

	while (!is_leaving(w)) {
		pthread_mutex_lock(&w->lock);
		if (!w->waiting && !w->leaving)
			rest(w, IDLE_MS_MAX);
		j = w->waiting;
		pthread_mutex_unlock(&w->lock);
		if ((!j || bring(w, j)) && !is_leaving(w))
			group_if_due(w);
	}
	return NULL;
}

/* ---- the heart ------------------------------------------------------------------------------------ */

/* Does what is coded take longer than anything should?  The lock is had. */
static bool is_stuck(const struct crew *w)
{
	return w->coding_since > 0 && job_clock() - w->coding_since > (w->w->job_seconds ? w->w->job_seconds : JOB_SECONDS);
}

static void *heart(void *crew)
{
	struct crew *w = crew;
	double next = job_clock() + (double)w->lease / BEATS;

	pthread_mutex_lock(&w->lock);
	while (!w->dead && !is_stuck(w)) {
		struct error e = { 0 };
		int rc;

		rest(w, STEP_MS);
		if (w->dead || job_clock() < next)
			continue;
		pthread_mutex_unlock(&w->lock);
		rc = queue_beat(w->desk, &e);
		if (!rc)
			heard(w);
		next = job_clock() + (rc ? 1 : (double)w->lease / BEATS);
		pthread_mutex_lock(&w->lock);
	}
	if (!w->dead) {
		diagnose(w->coding, "takes longer than the limit for a job; it is left to others");
		w->failed = (struct error){ .code = COU_EDATA, .text = "a job is stuck" };
		if (w->w->stuck)
			w->w->stuck(w->w->user);
	}
	pthread_mutex_unlock(&w->lock);
	return NULL;
}

/* ---- this thread ----------------------------------------------------------------------------------- */

static void put_by(struct crew *w, struct job *j)
{
	struct job **at = &w->waiting;

	pthread_mutex_lock(&w->lock);
	while (*at && (*at)->what.key < j->what.key)
		at = &(*at)->next;
	j->next = *at;
	*at = j;
	w->n_waiting++;
	w->waiting_bytes += j->lines.n;
	pthread_cond_broadcast(&w->changed);
	pthread_mutex_unlock(&w->lock);
}

/* The key before which a job may be taken (0: any) while so much waits. */
static int64_t limit_of(struct crew *w)
{
	bool full;
	int64_t key;

	pthread_mutex_lock(&w->lock);
	full = w->n_waiting >= WAITING_JOBS || w->waiting_bytes >= WAITING_BYTES;
	key = full ? w->waiting->what.key : 0;
	pthread_mutex_unlock(&w->lock);
	return key;
}

/* Nothing waits, nobody has anything, and all happenings are found. */
static bool all_done(struct crew *w)
{
	int64_t documents, open;
	struct error e = { 0 };
	bool mine;

	pthread_mutex_lock(&w->lock);
	mine = w->waiting != NULL;
	pthread_mutex_unlock(&w->lock);
	return !mine && !queue_left(w->desk, &documents, &open, &e) && !documents && !open;
}

static void say_coding(struct crew *w, const struct job *j)
{
	pthread_mutex_lock(&w->lock);
	w->coding_since = j ? job_clock() : 0;
	w->coding = j ? j->what.inputs.at[0].path.p : NULL;
	pthread_mutex_unlock(&w->lock);
}

/* Codes it.  false: the worker leaves. */
static bool do_job(struct crew *w, struct job *j)
{
	struct error e = { 0 };
	int rc;

	say_coding(w, j);
	rc = job_code(j, w->c, w->o, w->desk, told_to_stop, w, &e);
	say_coding(w, NULL);
	w->sum.coding += (double)j->result.coding_millis / 1000;
	if (!rc) {
		queue_coded(w->desk, &j->what, &e);	/* if that goes wrong, a try too many is counted */
		put_by(w, j);
		return true;
	}
	if (rc == COU_EDATA || rc == COU_EUSAGE)
		fail(w, &e);
	else if (rc != COU_ENONE)
		fail_job(w, j, false, e.text);
	job_free(j);
	return rc != COU_ENONE && rc != COU_EDATA && rc != COU_EUSAGE;
}

static void idle(struct crew *w, int *ms)
{
	*ms = *ms ? *ms * 3 / 2 : IDLE_MS;
	*ms = *ms < IDLE_MS_MAX ? *ms : IDLE_MS_MAX;
	pause_for(w, *ms);
}

static void take_and_code(struct crew *w)
{
	int silent_ms = 0, idle_ms = 0;
	bool on = true;

	while (on && !told_to_stop(w)) {
		struct job *j = job_new();
		struct error e = { 0 };
		int rc = queue_take(w->desk, &j->a, limit_of(w), &j->what, &e);

		if (rc > 0) {
			heard(w);
			silent_ms = idle_ms = 0;
			on = do_job(w, j);
			continue;
		}
		job_free(j);
		if (rc < 0) {
			fell_silent(w, &silent_ms, &e);
			continue;
		}
		heard(w);
		on = !(w->w->until_empty && all_done(w));
		if (on)
			idle(w, &idle_ms);
	}
}

/* ---- the whole ---------------------------------------------------------------------------------------- */

static int enlist(struct crew *w, struct error *e)
{
	struct str langs[32], coders[32];
	size_t n = flow_languages(w->c->flow, langs, 32);

	for (size_t i = 0; i < n; i++)
		coders[i] = flow_coder(w->c->flow, langs[i]);
	return queue_enlist(w->desk, coders, n, w->w->mix != 0, e);
}

static void name_worker(struct crew *w)
{
	char host[64] = "host";
	struct timespec t;

	gethostname(host, sizeof(host) - 1);
	clock_gettime(CLOCK_REALTIME, &t);
	snprintf(w->name, sizeof(w->name), "%s:%ld:%lx", host, (long)getpid(), (unsigned long)(t.tv_sec * 1000 + t.tv_nsec / 1000000) & 0xFFFFFF);
}

static int connect_both(struct crew *w, struct error *e)
{
	const struct queue_terms terms = { w->lease, w->w->tries ? w->w->tries : QUEUE_TRIES };
	int rc = store_open(&w->s, w->where, DB_CREATE, &w->with, e);

	if (!rc)
		rc = db_beside(store_db(w->s), w->lease, e);
	if (!rc)
		rc = queue_open(&w->desk, w->where, w->name, &terms, e);
	if (!rc)
		rc = enlist(w, e);
	return rc;
}

/* A server that just starts, or a net that comes up later, is waited for. */
static int come(struct crew *w, struct error *e)
{
	double began = job_clock();
	int rc = queue_place(w->where, e), ms = 0;

	name_worker(w);
	if (rc)
		return rc;
	while ((rc = connect_both(w, e)) != 0 && e->code == COU_EAWAY && job_clock() - began < COME_SECONDS && !told_to_stop(w)) {
		struct error why = *e;

		drop_store(w);
		queue_close(w->desk);
		w->desk = NULL;
		fell_silent(w, &ms, &why);
	}
	heard(w);
	if (!rc && w->o->ready && w->o->ready(w->o->ready_user))
		rc = error_set(e, COU_EUSAGE, "stopped before the first input");
	return rc;
}

static void set_up(struct crew *w)
{
	pthread_condattr_t monotonic;

	pthread_condattr_init(&monotonic);
	pthread_condattr_setclock(&monotonic, CLOCK_MONOTONIC);
	pthread_mutex_init(&w->lock, NULL);
	pthread_cond_init(&w->changed, &monotonic);
	pthread_condattr_destroy(&monotonic);
	w->heard = job_clock();
}

static void tear_down(struct crew *w)
{
	while (w->waiting) {
		struct job *next = w->waiting->next;

		job_free(w->waiting);
		w->waiting = next;
	}
	store_close(w->s);
	queue_close(w->desk);
	pthread_cond_destroy(&w->changed);
	pthread_mutex_destroy(&w->lock);
}

static void work(struct crew *w)
{
	struct error ignored = { 0 };
	pthread_t bringing, beating;

	if (pthread_create(&bringing, NULL, bringer, w)) {
		error_set(&w->failed, COU_ELIMIT, "no thread can be started");
		return;
	}
	if (!pthread_create(&beating, NULL, heart, w)) {
		take_and_code(w);
		pthread_mutex_lock(&w->lock);
		w->leaving = true;
		pthread_cond_broadcast(&w->changed);
		pthread_mutex_unlock(&w->lock);
	} else {
		fail(w, &(struct error){ .code = COU_ELIMIT, .text = "no thread can be started" });
		beating = bringing;
	}
	pthread_join(bringing, NULL);
	pthread_mutex_lock(&w->lock);
	w->dead = true;
	pthread_cond_broadcast(&w->changed);
	pthread_mutex_unlock(&w->lock);
	if (beating != bringing)
		pthread_join(beating, NULL);
	queue_leave(w->desk, &ignored);		/* what is not given back is there for others when its lease has run out */
}

int cou_work(struct cou *c, const struct cou_options *o, const char *where, const struct cou_store_options *so, const struct cou_working *how, struct cou_worked *sum,
	     struct cou_error *e)
{
	struct crew w = { .c = c, .o = o, .w = how, .where = where, .lease = how->lease ? how->lease : QUEUE_LEASE,
			  .with = { .trusted = true, .one_connection = true, .no_text = so && so->no_text, .now = so ? so->now : NULL } };
	struct error none = { 0 };
	int rc;

	set_up(&w);
	if (come(&w, &none))
		w.failed = none;
	else
		work(&w);
	*sum = w.sum;
	rc = w.failed.code ? run_failed(e, &w.failed) : w.unreadable ? COU_UNREADABLE : COU_DONE;
	tear_down(&w);
	return rc;
}
