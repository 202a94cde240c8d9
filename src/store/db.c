#include "store/db_driver.h"

#include <stdlib.h>
#include <string.h>

int db_open(struct db **db, const char *where, enum db_access access, struct error *e)
{
	bool uri = strncmp(where, "postgresql://", 13) == 0 || strncmp(where, "postgres://", 11) == 0;
	int rc = uri ? db_postgres_open(db, where, access, e) : db_sqlite_open(db, where, access, e);

	if (!rc)
		map_init(&(*db)->texts, &(*db)->a);
	return rc;
}

int db_keep(struct db *db, unsigned kilobytes, struct error *e)
{
	char sql[64];

	snprintf(sql, sizeof(sql), "PRAGMA cache_size = -%u", kilobytes);
	return db->kind == DB_SQLITE ? db_exec(db, sql, e) : 0;
}

void db_forget(struct db *db)
{
	for (size_t i = 0; i < db->n_stmts; i++) {
		db_end(db->stmts[i]);
		db->driver->finalize(db->stmts[i]);
	}
	db->n_stmts = 0;
	memset(db->recent, 0, sizeof(db->recent));
	arena_free(&db->a);
	map_init(&db->texts, &db->a);
}

size_t db_prepared(const struct db *db)
{
	return db->n_stmts;
}

void db_close(struct db *db)
{
	struct arena a;

	if (!db)
		return;
	db_rollback(db);
	db_forget(db);
	free(db->stmts);
	a = db->a;
	db->driver->close(db);
	arena_free(&a);
}

enum db_kind db_kind(const struct db *db)
{
	return db->kind;
}

int db_exec(struct db *db, const char *sql, struct error *e)
{
	return db->driver->exec(db, sql, e);
}

int db_begin(struct db *db, struct error *e)
{
	return db->driver->begin(db, e);
}

int db_commit(struct db *db, struct error *e)
{
	int rc = db->driver->commit(db, e);

	if (rc)
		db_rollback(db);
	return rc;
}

/* Open rows would keep their snapshot. */
void db_rollback(struct db *db)
{
	for (size_t i = 0; i < db->n_stmts; i++)
		db_end(db->stmts[i]);
	db->driver->rollback(db);
}

struct db_stmt *db_stmt(struct db *db, const char *sql, struct error *e)
{
	struct db_recent *recent = &db->recent[((uintptr_t)sql >> 4) % DB_RECENT];
	uint32_t at = recent->sql == sql && strcmp(recent->text, sql) == 0 ? recent->at : map_get(&db->texts, str_c(sql));
	struct db_stmt *s;

	if (at != MAP_NONE) {
		*recent = (struct db_recent){ sql, db->stmts[at]->text, at };
		db_end(db->stmts[at]);
		return db->stmts[at];
	}
	s = db->driver->prepare(db, sql, e);
	if (!s)
		return NULL;
	if (db->n_stmts == db->cap) {
		size_t cap = db->cap ? 2 * db->cap : 32;
		struct db_stmt **more = realloc(db->stmts, cap * sizeof(*more));

		if (!more) {
			db->driver->finalize(s);
			error_set(e, COU_ELIMIT, "out of memory");
			return NULL;
		}
		db->stmts = more;
		db->cap = cap;
	}
	s->db = db;
	s->text = str_dup(&db->a, str_c(sql)).p;
	*map_put(&db->texts, str_c(s->text)) = (uint32_t)db->n_stmts;
	db->stmts[db->n_stmts++] = s;
	return s;
}

void db_bind(struct db_stmt *s, unsigned i, struct db_value v)
{
	s->db->driver->bind(s, i, v);
}

int db_run(struct db_stmt *s, struct error *e)
{
	return s->db->driver->run(s, e);
}

int db_start(struct db_stmt *s, struct error *e)
{
	int rc = s->db->driver->start(s, e);

	s->open = rc == 0;
	return rc;
}

int db_next(struct db_stmt *s, struct error *e)
{
	int rc = s->db->driver->next(s, e);

	s->open = rc == 1;
	return rc;
}

void db_end(struct db_stmt *s)
{
	if (s->open)
		s->db->driver->end(s);
	s->open = false;
}

unsigned db_columns(const struct db_stmt *s)
{
	return s->db->driver->columns(s);
}

const char *db_column_name(const struct db_stmt *s, unsigned i)
{
	return s->db->driver->column_name(s, i);
}

enum db_type db_column_type(const struct db_stmt *s, unsigned i)
{
	return s->db->driver->column_type(s, i);
}

int64_t db_column_int(struct db_stmt *s, unsigned i)
{
	return s->db->driver->column_int(s, i);
}

double db_column_real(struct db_stmt *s, unsigned i)
{
	return s->db->driver->column_real(s, i);
}

struct str db_column_text(struct db_stmt *s, unsigned i)
{
	return s->db->driver->column_text(s, i);
}

int64_t db_changes(struct db *db)
{
	return db->driver->changes(db);
}

int db_verify(struct db *db, const char *schema, struct error *e)
{
	return db->driver->verify ? db->driver->verify(db, schema, e) : COU_OK;
}

bool db_passes(const struct db *db)
{
	return db->driver->passes && db->driver->passes(db);
}

int db_beside(struct db *db, unsigned seconds, struct error *e)
{
	char sql[400];

	snprintf(sql, sizeof(sql), "SET idle_in_transaction_session_timeout = %u; SET tcp_user_timeout = %u; SET tcp_keepalives_idle = %u; SET tcp_keepalives_interval = 2;"
		 " SET tcp_keepalives_count = 3; SET client_connection_check_interval = 2000", seconds * 1000, seconds * 1000, seconds / 2 + 1);
	return db->kind == DB_POSTGRES ? db_exec(db, sql, e) : COU_OK;
}
