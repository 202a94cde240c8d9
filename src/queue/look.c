/* look.c - how far it is; and what a person does to the queue. */
#include "queue/queue.h"
#include "queue/sql.h"

enum { RECENT = 300, LIVES = 2 * QUEUE_LEASE };

int queue_count(struct db *db, struct queue_sum *s, struct error *e)
{
	static const char sql[] =
		"SELECT count(*) FILTER (WHERE state = 'waiting'), count(*) FILTER (WHERE state = 'leased'), count(*) FILTER (WHERE state = 'done'),"
		" count(*) FILTER (WHERE state = 'failed'), coalesce(sum(bytes), 0), coalesce(sum(bytes) FILTER (WHERE state = 'done' OR state = 'failed'), 0),"
		" coalesce(sum(documents), 0), coalesce(sum(known), 0), coalesce(sum(words), 0), coalesce(sum(events), 0), coalesce(sum(states), 0), coalesce(sum(unread), 0),"
		" coalesce(sum(documents) FILTER (WHERE state = 'done' AND grouped = 0), 0), coalesce(sum(coding_millis), 0), coalesce(sum(writing_millis), 0),"
		" coalesce(min(queued), 0), coalesce(max(ended), 0),"
		" coalesce(sum(words) FILTER (WHERE state = 'done' AND ended > " NOW " - $1), 0), coalesce(sum(bytes) FILTER (WHERE state = 'done' AND ended > " NOW " - $1), 0),"
		" least($1, coalesce(" NOW " - min(taken) FILTER (WHERE state = 'done' AND ended > " NOW " - $1), 0)), " NOW " FROM job";
	int64_t *const to[] = { &s->waiting, &s->leased, &s->done, &s->failed, &s->bytes, &s->bytes_done, &s->documents, &s->known, &s->words, &s->events, &s->states, &s->unread,
				&s->pending, &s->coding_millis, &s->writing_millis, &s->queued, &s->ended, &s->recent_words, &s->recent_bytes, &s->recent_seconds, &s->now };
	struct db_stmt *q;
	int rc;

	if (sql_rows(db, &q, sql, VALUES(db_int(RECENT)), e))
		return COU_ESTORE;
	rc = db_next(q, e);
	for (unsigned i = 0; rc > 0 && i < sizeof(to) / sizeof(*to); i++)
		*to[i] = db_column_int(q, i);
	db_end(q);
	return rc < 0 ? rc : 0;
}

int queue_each_worker(struct db *db, void (*show)(void *user, const struct queue_worker *w), void *user, struct error *e)
{
	struct db_stmt *q;
	int rc;

	if (sql_rows(db, &q, "SELECT name, coder, since, beat, jobs, documents, words, (SELECT count(*) FROM job WHERE owner = worker.name AND state = 'leased') FROM worker"
			     " WHERE beat >= " NOW " - $1 ORDER BY name", VALUES(db_int(LIVES)), e))
		return COU_ESTORE;
	while ((rc = db_next(q, e)) > 0)
		show(user, &(struct queue_worker){ .name = db_column_text(q, 0), .coder = db_column_text(q, 1), .since = db_column_int(q, 2), .beat = db_column_int(q, 3),
			     .jobs = db_column_int(q, 4), .documents = db_column_int(q, 5), .words = db_column_int(q, 6), .leased = db_column_int(q, 7) });
	return rc;
}

int queue_each_trouble(struct db *db, void (*show)(void *user, const struct queue_trouble *t), void *user, struct error *e)
{
	struct db_stmt *q;
	int rc;

	if (sql_rows(db, &q, "SELECT j.key, j.inputs, j.tries, coalesce(j.unread, 0), j.state, j.name, j.said, i.start, i.behind FROM job j JOIN job_input i ON i.key = j.key"
			     " WHERE j.state = 'failed' OR (j.state = 'done' AND j.unread > 0) ORDER BY j.key", NULL, 0, e))
		return COU_ESTORE;
	while ((rc = db_next(q, e)) > 0)
		show(user, &(struct queue_trouble){ .key = db_column_int(q, 0), .inputs = db_column_int(q, 1), .tries = db_column_int(q, 2), .unread = db_column_int(q, 3),
			     .failed = str_is(db_column_text(q, 4), "failed"), .name = db_column_text(q, 5), .said = db_column_text(q, 6), .start = db_column_int(q, 7),
			     .behind = db_column_int(q, 8) });
	return rc;
}

/* How many rows it changed. */
static int64_t counted(struct db *db, const char *sql, struct error *e)
{
	return sql_change(db, sql, NULL, 0, e) ? COU_ESTORE : db_changes(db);
}

int64_t queue_retry(struct db *db, struct error *e)
{
	return counted(db, "UPDATE job SET state = 'waiting', tries = 0, hold = 0, owner = NULL, said = NULL, ended = NULL WHERE state = 'failed'", e);
}

/* Inputs go with their jobs, so that they can be queued again. */
static int64_t take_out(struct db *db, const char *inputs, const char *jobs, struct error *e)
{
	return sql_change(db, inputs, NULL, 0, e) ? COU_ESTORE : counted(db, jobs, e);
}

int64_t queue_cancel(struct db *db, struct error *e)
{
	return take_out(db, "DELETE FROM job_input WHERE job IN (SELECT key FROM job WHERE state = 'waiting' FOR UPDATE)", "DELETE FROM job WHERE state = 'waiting'", e);
}

int64_t queue_clear(struct db *db, struct error *e)
{
	return take_out(db, "DELETE FROM job_input WHERE job IN (SELECT key FROM job WHERE state = 'done' OR state = 'failed')",
			"DELETE FROM job WHERE state = 'done' OR state = 'failed'", e);
}
