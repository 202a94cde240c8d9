/* desk.c - where a worker takes its jobs, and gives back what it cannot do. */
#include "queue/queue.h"
#include "queue/sql.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>

enum { HOLD = 2, HOLD_MAX = 60, FORGOTTEN = 86400 };	/* seconds: before the next try, for each one that failed, and at most; of a worker that was not heard of */

struct queue {
	struct db *db;			/* NULL: lost */
	atomic_bool away;		/* the same, for those who have not the lock */
	char *where;
	char worker[160];
	struct queue_terms terms;
	pthread_mutex_t lock;
};

static int connect_anew(struct queue *q, struct error *e)
{
	int rc = db_open(&q->db, q->where, DB_WRITE, e);

	if (rc) {
		q->db = NULL;
		return rc;
	}
	q->away = false;
	return db_beside(q->db, q->terms.lease, e);
}

static void forget_lost(struct queue *q)
{
	if (!q->db || !db_passes(q->db))
		return;
	q->away = true;
	db_close(q->db);
	q->db = NULL;
}

int queue_open(struct queue **out, const char *where, const char *worker, const struct queue_terms *terms, struct error *e)
{
	struct queue *q = calloc(1, sizeof(*q));
	int rc;

	*out = NULL;
	if (!q || !(q->where = strdup(where))) {
		free(q);
		return error_set(e, COU_ELIMIT, "out of memory");
	}
	snprintf(q->worker, sizeof(q->worker), "%s", worker);
	q->terms = *terms;
	pthread_mutex_init(&q->lock, NULL);
	rc = connect_anew(q, e);
	if (rc) {
		queue_close(q);
		return rc;
	}
	*out = q;
	return 0;
}

void queue_close(struct queue *q)
{
	if (!q)
		return;
	db_close(q->db);
	pthread_mutex_destroy(&q->lock);
	free(q->where);
	free(q);
}

/* A transaction of its own; what it leaves undone is rolled back. */
static int begin(struct queue *q, struct error *e)
{
	pthread_mutex_lock(&q->lock);
	if (!q->db && connect_anew(q, e))
		return COU_ESTORE;
	return db_begin(q->db, e);
}

static int end(struct queue *q, int rc, struct error *e)
{
	if (q->db && rc >= 0 && db_commit(q->db, e))
		rc = COU_ESTORE;
	else if (q->db && rc < 0)
		db_rollback(q->db);
	if (rc < 0)
		forget_lost(q);
	pthread_mutex_unlock(&q->lock);
	return rc;
}

/* ---- coming and going -------------------------------------------------------------------- */

static bool among(struct str coder, const struct str *coders, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (str_eq(coder, coders[i]))
			return true;
	return false;
}

/* By what was added since all of it was coded again. */
static int check_record(struct queue *q, const struct str *coders, size_t n, struct error *e)
{
	struct db_stmt *s;
	int rc;

	if (sql_rows(q->db, &s, "SELECT DISTINCT coder FROM run WHERE coder IS NOT NULL AND key >= coalesce((SELECT max(key) FROM run WHERE kind = 'recode' AND ended IS NOT NULL), 0)",
		     NULL, 0, e))
		return COU_ESTORE;
	while ((rc = db_next(s, e)) > 0)
		if (!among(db_column_text(s, 0), coders, n)) {
			rc = error_set(e, COU_EUSAGE, "the record was coded by \"%.*s\", this is \"%.*s\": let coulisse recode make it one, or mix them (--mix)",
				       STR_ARG(db_column_text(s, 0)), STR_ARG(coders[0]));
			break;
		}
	db_end(s);
	return rc;
}

static int check_workers(struct queue *q, struct str coder, struct error *e)
{
	struct db_stmt *s;
	int rc;

	if (sql_rows(q->db, &s, "SELECT name, coder FROM worker WHERE beat >= " NOW " - $1 AND coder <> $2 LIMIT 1", VALUES(db_int(q->terms.lease), db_text(coder)), e))
		return COU_ESTORE;
	rc = db_next(s, e);
	if (rc > 0)
		rc = error_set(e, COU_EUSAGE, "worker %.*s codes as \"%.*s\", this one as \"%.*s\" (--mix lets them work side by side)", STR_ARG(db_column_text(s, 0)),
			       STR_ARG(db_column_text(s, 1)), STR_ARG(coder));
	db_end(s);
	return rc;
}

static struct str joined(struct arena *a, const struct str *coders, size_t n)
{
	struct buf b;

	buf_init(&b, a);
	for (size_t i = 0; i < n; i++) {
		if (i)
			buf_add(&b, STR(", "));
		buf_add(&b, coders[i]);
	}
	return buf_str(&b);
}

int queue_enlist(struct queue *q, const struct str *coders, size_t n, bool mix, struct error *e)
{
	struct arena a = { 0 };
	struct str coder = joined(&a, coders, n);
	int rc = begin(q, e);

	if (!rc)		/* one after the other, so that of two versions that come at once one sees the other */
		rc = (int)sql_number(q->db, "SELECT 0 FROM (SELECT pg_advisory_xact_lock(1131377970)) AS locked", NULL, 0, e);
	if (!rc && !mix)
		rc = check_record(q, coders, n, e);
	if (!rc && !mix)
		rc = check_workers(q, coder, e);
	if (!rc)
		rc = sql_change(q->db, "DELETE FROM worker WHERE beat < " NOW " - $1", VALUES(db_int(FORGOTTEN)), e);
	if (!rc)
		rc = sql_change(q->db, "INSERT INTO worker (name, coder, since, beat, jobs, documents, words) VALUES ($1, $2, " NOW ", " NOW ", 0, 0, 0)"
				" ON CONFLICT (name) DO UPDATE SET beat = excluded.beat", VALUES(db_text(str_c(q->worker)), db_text(coder)), e);
	rc = end(q, rc, e);
	arena_free(&a);
	return rc;
}

int queue_leave(struct queue *q, struct error *e)
{
	int rc = begin(q, e);

	if (!rc)
		rc = sql_change(q->db, "UPDATE job SET state = 'waiting', owner = NULL, lease = NULL, tries = tries - coding WHERE owner = $1 AND state = 'leased'",
				VALUES(db_text(str_c(q->worker))), e);
	if (!rc)
		rc = sql_change(q->db, "DELETE FROM worker WHERE name = $1", VALUES(db_text(str_c(q->worker))), e);
	return end(q, rc, e);
}

/* Rows that somebody has in hand (a commit of ours) are passed over: they are safe as long as that lasts. */
int queue_beat(struct queue *q, struct error *e)
{
	int rc = begin(q, e);

	if (!rc)
		rc = sql_change(q->db, "UPDATE job SET lease = " NOW " + $2 WHERE key IN (SELECT key FROM job WHERE owner = $1 AND state = 'leased' FOR UPDATE SKIP LOCKED)",
				VALUES(db_text(str_c(q->worker)), db_int(q->terms.lease)), e);
	if (!rc)
		rc = sql_change(q->db, "UPDATE worker SET beat = " NOW " WHERE name = $1", VALUES(db_text(str_c(q->worker))), e);
	return end(q, rc, e);
}

/* ---- no more tries -------------------------------------------------------------------------- */

/* The second half of its inputs becomes a job; each has one try. */
static int split(struct queue *q, int64_t key, int64_t inputs, struct error *e)
{
	int64_t tries = (int64_t)q->terms.tries - 1;
	int64_t middle = sql_number(q->db, "SELECT key FROM job_input WHERE job = $1 ORDER BY key LIMIT 1 OFFSET $2", VALUES(db_int(key), db_int(inputs / 2)), e);

	if (middle <= key)
		return middle < 0 ? COU_ESTORE : error_set(e, COU_ESTORE, "job %lld has not the inputs that it should have", (long long)key);
	if (sql_change(q->db, "INSERT INTO job (key, run, name, inputs, bytes, state, tries, coding, taking, hold, whole, said, grouped, queued) SELECT CAST($2 AS bigint), run, (SELECT path FROM job_input WHERE key = $2),"
			   " 0, 0, 'waiting', CAST($3 AS bigint), 0, 0, 0, whole, said, 0, queued FROM job WHERE key = $1", VALUES(db_int(key), db_int(middle), db_int(tries)), e) ||
	    sql_change(q->db, "UPDATE job_input SET job = $2 WHERE job = $1 AND key >= $2", VALUES(db_int(key), db_int(middle)), e) ||
	    sql_change(q->db, "UPDATE job SET state = 'waiting', tries = $2, hold = 0, owner = NULL, lease = NULL WHERE key = $1", VALUES(db_int(key), db_int(tries)), e))
		return COU_ESTORE;
	return sql_change(q->db, "UPDATE job SET inputs = (SELECT count(*) FROM job_input i WHERE i.job = job.key), bytes = (SELECT sum(CASE WHEN behind > 0 THEN behind - start ELSE size END)"
			      " FROM job_input i WHERE i.job = job.key) WHERE key = $1 OR key = $2", VALUES(db_int(key), db_int(middle)), e);
}

/* What is one input is set aside. */
static int give_up(struct queue *q, int64_t key, int64_t inputs, struct str why, struct error *e)
{
	if (sql_change(q->db, "UPDATE job SET said = $2 WHERE key = $1", VALUES(db_int(key), db_text(why)), e))
		return COU_ESTORE;
	if (inputs > 1)
		return split(q, key, inputs, e);
	return sql_change(q->db, "UPDATE job SET state = 'failed', lease = NULL, ended = " NOW " WHERE key = $1", VALUES(db_int(key)), e);
}

/* ---- taking ------------------------------------------------------------------------------------ */

struct candidate {
	int64_t key, run, tries, taking, inputs;
	bool leased, whole;
	char owner[160], said[300];
};

static int find_candidate(struct queue *q, int64_t behind, struct candidate *c, struct error *e)
{
	struct db_stmt *s;
	int rc;

	if (sql_rows(q->db, &s, "SELECT key, run, tries, inputs, state, whole, owner, said, taking FROM job WHERE " OPEN " AND (state = 'waiting' AND hold <= " NOW " OR state = 'leased' AND lease < " NOW ")"
				" AND (key < $1 OR $1 = 0) ORDER BY key LIMIT 1 FOR UPDATE SKIP LOCKED", VALUES(db_int(behind)), e))
		return COU_ESTORE;
	rc = db_next(s, e);
	if (rc > 0) {
		*c = (struct candidate){ .key = db_column_int(s, 0), .run = db_column_int(s, 1), .tries = db_column_int(s, 2), .inputs = db_column_int(s, 3),
					 .leased = str_is(db_column_text(s, 4), "leased"), .whole = db_column_int(s, 5) != 0, .taking = db_column_int(s, 8) };
		snprintf(c->owner, sizeof(c->owner), "%.*s", STR_ARG(db_column_text(s, 6)));
		snprintf(c->said, sizeof(c->said), "%.*s", STR_ARG(db_column_text(s, 7)));
	}
	db_end(s);
	return rc;
}

static int read_inputs(struct queue *q, struct arena *a, struct queue_job *job, struct error *e)
{
	struct db_stmt *s;
	int rc;

	if (sql_rows(q->db, &s, "SELECT key, path, format, start, behind, before, size, changed FROM job_input WHERE job = $1 ORDER BY key", VALUES(db_int(job->key)), e))
		return COU_ESTORE;
	while ((rc = db_next(s, e)) > 0)
		*vec_push(a, &job->inputs) = (struct queue_input){
			.key = db_column_int(s, 0), .path = str_dup(a, db_column_text(s, 1)), .format = str_dup(a, db_column_text(s, 2)),
			.start = (uint64_t)db_column_int(s, 3), .behind = (uint64_t)db_column_int(s, 4), .before = (size_t)db_column_int(s, 5),
			.size = db_column_int(s, 6), .changed = db_column_int(s, 7)
		};
	return rc;
}

static int lease_to(struct queue *q, struct arena *a, const struct candidate *c, struct queue_job *job, struct error *e)
{
	*job = (struct queue_job){ .key = c->key, .run = c->run, .tries = c->tries + 1, .taking = c->taking + 1, .whole = c->whole };
	if (sql_change(q->db, "UPDATE job SET state = 'leased', owner = $2, lease = " NOW " + $3, tries = tries + 1, coding = 1, taking = taking + 1, taken = " NOW " WHERE key = $1",
		       VALUES(db_int(c->key), db_text(str_c(q->worker)), db_int(q->terms.lease)), e))
		return COU_ESTORE;
	return read_inputs(q, a, job, e);
}

int queue_take(struct queue *q, struct arena *a, int64_t behind, struct queue_job *job, struct error *e)
{
	bool again = true;
	int rc = 0;

	while (rc >= 0 && again) {
		struct candidate c;

		rc = begin(q, e);
		if (!rc)
			rc = find_candidate(q, behind, &c, e);
		again = rc > 0 && c.leased && c.tries >= q->terms.tries;
		if (again)
			rc = give_up(q, c.key, c.inputs, str_printf(a, "its worker (%s) died or was not heard of any more%s%s", c.owner, *c.said ? "; before that: " : "", c.said), e);
		else if (rc > 0)
			rc = lease_to(q, a, &c, job, e) ? COU_ESTORE : 1;
		rc = end(q, rc, e);
	}
	return rc;
}

/* ---- giving back --------------------------------------------------------------------------------- */

static const char ours[] = "SELECT inputs FROM job WHERE key = $1 AND owner = $2 AND taking = $3 AND state = 'leased' FOR UPDATE";

int queue_coded(struct queue *q, struct queue_job *job, struct error *e)
{
	int rc = begin(q, e);

	if (!rc)
		rc = sql_change(q->db, "UPDATE job SET tries = tries - coding, coding = 0 WHERE key = $1 AND owner = $2 AND taking = $3 AND state = 'leased'",
				VALUES(db_int(job->key), db_text(str_c(q->worker)), db_int(job->taking)), e);
	rc = end(q, rc, e);
	if (!rc)
		job->tries--;
	return rc;
}

int queue_give_back(struct queue *q, const struct queue_job *job, bool whole, struct error *e)
{
	int rc = begin(q, e);

	if (!rc)
		rc = sql_change(q->db, "UPDATE job SET state = 'waiting', owner = NULL, lease = NULL, tries = tries - coding, whole = $4 WHERE key = $1 AND owner = $2 AND taking = $3 AND state = 'leased'",
				VALUES(db_int(job->key), db_text(str_c(q->worker)), db_int(job->taking), db_int(whole)), e);
	return end(q, rc, e);
}

int queue_fail(struct queue *q, const struct queue_job *job, bool coded, const char *why, struct error *e)
{
	int64_t tries = job->tries + coded;
	int64_t inputs = 0;
	int rc = begin(q, e);

	if (!rc)
		inputs = sql_number(q->db, ours, VALUES(db_int(job->key), db_text(str_c(q->worker)), db_int(job->taking)), e);
	if (inputs < 0)
		rc = COU_ESTORE;
	if (!rc && inputs && tries >= q->terms.tries)
		rc = give_up(q, job->key, inputs, str_c(why), e);
	else if (!rc && inputs)
		rc = sql_change(q->db, "UPDATE job SET state = 'waiting', owner = NULL, lease = NULL, said = $2, hold = " NOW " + $3, tries = $4 WHERE key = $1",
				VALUES(db_int(job->key), db_text(str_c(why)), db_int(HOLD * tries < HOLD_MAX ? HOLD * tries : HOLD_MAX), db_int(tries)), e);
	return end(q, rc, e);
}

int queue_knows(struct queue *q, struct str id, struct str sha256, struct error *e)
{
	struct db_stmt *s;
	int rc = 0;

	if (q->away)
		return 0;
	pthread_mutex_lock(&q->lock);
	if (!q->db) {
		pthread_mutex_unlock(&q->lock);
		return 0;
	}
	rc = sql_rows(q->db, &s, "SELECT sha256 FROM document WHERE id = $1 ORDER BY version DESC LIMIT 1", VALUES(db_text(id)), e);
	if (!rc) {
		rc = db_next(s, e);
		if (rc > 0)
			rc = str_eq(db_column_text(s, 0), sha256);
		db_end(s);
	}
	if (rc < 0)
		forget_lost(q);
	pthread_mutex_unlock(&q->lock);
	return rc;
}

int queue_left(struct queue *q, int64_t *documents, int64_t *open, struct error *e)
{
	int rc = begin(q, e);

	if (!rc)
		rc = queue_pending(q->db, documents, open, e);
	return end(q, rc, e);
}
