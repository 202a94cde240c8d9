/* bring.c - what a worker has coded comes into the record: whose turn it is, and that it comes once. */
#include "queue/queue.h"
#include "queue/sql.h"

int queue_turn(struct db *db, int64_t key, struct error *e)
{
	return (int)sql_number(db, "SELECT NOT EXISTS (SELECT 1 FROM job WHERE " OPEN " AND key < $1)", VALUES(db_int(key)), e);
}

int queue_hold(struct db *db, const struct queue_job *job, const char *worker, struct error *e)
{
	return (int)sql_number(db, "SELECT 1 FROM job WHERE key = $1 AND owner = $2 AND taking = $3 AND state = 'leased' FOR UPDATE",
			       VALUES(db_int(job->key), db_text(str_c(worker)), db_int(job->taking)), e);
}

int queue_done(struct db *db, const struct queue_job *job, const char *worker, const struct queue_result *r, bool *last, struct error *e)
{
	int64_t alone;

	if (sql_change(db, "UPDATE job SET state = 'done', lease = NULL, documents = $2, known = $3, words = $4, events = $5, states = $6, unread = $7, said = $8, coder = $9,"
			   " coding_millis = $10, writing_millis = $11, grouped = $12, ended = " NOW " WHERE key = $1",
		       VALUES(db_int(job->key), db_int((int64_t)r->documents), db_int((int64_t)r->known), db_int((int64_t)r->words), db_int((int64_t)r->events),
			      db_int((int64_t)r->states), db_int((int64_t)r->unread), db_text(r->said), db_text(r->coder), db_int(r->coding_millis), db_int(r->writing_millis),
			      db_int(r->documents == 0)), e) ||
	    sql_change(db, "UPDATE worker SET jobs = jobs + 1, documents = documents + $2, words = words + $3 WHERE name = $1",
		       VALUES(db_text(str_c(worker)), db_int((int64_t)r->documents), db_int((int64_t)r->words)), e))
		return COU_ESTORE;
	alone = sql_number(db, "SELECT NOT EXISTS (SELECT 1 FROM job WHERE " OPEN " AND run = $1)", VALUES(db_int(job->run)), e);
	*last = alone == 1;
	return alone < 0 ? COU_ESTORE : 0;
}

int queue_was_done(struct db *db, const struct queue_job *job, struct error *e)
{
	return (int)sql_number(db, "SELECT 1 FROM job WHERE key = $1 AND taking = $2 AND state = 'done'", VALUES(db_int(job->key), db_int(job->taking)), e);
}

int queue_pending(struct db *db, int64_t *documents, int64_t *open, struct error *e)
{
	*documents = sql_number(db, "SELECT coalesce(sum(documents), 0) FROM job WHERE state = 'done' AND grouped = 0", NULL, 0, e);
	*open = *documents < 0 ? COU_ESTORE : sql_number(db, "SELECT count(*) FROM (SELECT key FROM job WHERE " OPEN " LIMIT 1) AS one", NULL, 0, e);
	return *documents < 0 || *open < 0 ? COU_ESTORE : 0;
}

int queue_grouped(struct db *db, struct error *e)
{
	return sql_change(db, "UPDATE job SET grouped = 1 WHERE state = 'done' AND grouped = 0", NULL, 0, e);
}
