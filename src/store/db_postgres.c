/* db_postgres.c - db.h over PostgreSQL 15 and later, by libpq.
 *
 * A round trip costs more than an insert.  Inside a transaction runs are therefore sent one behind the other in libpq's pipeline mode, and their
 * results are read later: when WINDOW of them are owed the older half is read, so that the server works while we prepare what comes next and
 * neither side's buffers fill.  The server skips what follows an error; the first error is kept and is what every later call says, up to the
 * rollback.
 *
 *	run run run … run	flush, read the older half
 *	start			sync, read what is owed, then its rows, one by one as they come
 *	commit			sync, read what is owed; COMMIT
 *
 * One statement's rows can be on the wire at a time.  Who sends something else while rows are coming has the rest of them put aside in memory.
 * A schema is a store's when its table meta says so in its comment (schema.c).
 */
#include "store/db_driver.h"

#include <libpq-fe.h>
#include <stdlib.h>

#include "base/utf8.h"

enum {
	SERVER_MIN = 150000,
	WINDOW = 256,			/* 2 is half as fast; from 128 to 1024 runs differ by more than windows (test/bench/inserts.sh) */
	NUMBER_MAX = 32			/* bytes of a number as text */
};

/* Types of the server's catalogue (pg_type.dat). */
enum { OID_BOOL = 16, OID_INT8 = 20, OID_INT2 = 21, OID_INT4 = 23, OID_OID = 26, OID_FLOAT4 = 700, OID_FLOAT8 = 701, OID_NUMERIC = 1700 };

struct postgres_stmt;

struct postgres_db {
	struct db base;
	PGconn *conn;
	struct postgres_stmt *stream;	/* its rows are on the wire; nothing is owed then */
	unsigned owed;			/* runs sent whose results were not read */
	unsigned prepared;		/* statements, for their names */
	bool unsynced;			/* something was sent behind the last sync */
	bool in_transaction;
	struct error failed;		/* the first error of this transaction */
	bool passes;			/* the last error was none of the question's */
	int64_t changes;
};

struct held_row {
	struct held_row *next;
	struct str cells[];		/* [n_columns] */
};

struct postgres_stmt {
	struct db_stmt base;
	char name[16];
	PGresult *about;		/* types of the parameters and columns */
	unsigned n_params, n_columns;
	struct arena params;		/* what values points to, until the run */
	const char **values;		/* [n_params], text; NULL: null */
	PGresult *result;		/* holds what cells points to */
	PGresult *kept;			/* what row pointed to when the rest was put aside */
	int at;				/* row of result */
	struct str *cells;		/* [n_columns] */
	const struct str *row;		/* cells, or those of a row put aside */
	struct arena aside;
	struct held_row *held;
	struct error late;		/* of the reading for rows put aside */
};

static struct postgres_db *whole(struct db *db)
{
	return (struct postgres_db *)db;
}

static struct postgres_stmt *whole_stmt(struct db_stmt *s)
{
	return (struct postgres_stmt *)s;
}

static bool lost(const struct postgres_db *d)
{
	return PQstatus(d->conn) != CONNECTION_OK;
}

/* ---- errors -------------------------------------------------------------------------- */

/* The message in one line: white space becomes one blank. */
static const char *one_line(char out[400], const char *message)
{
	size_t n = 0;

	for (; *message && n < 399; message++) {
		bool blank = (unsigned char)*message <= ' ';

		if (!blank || (n && out[n - 1] != ' '))
			out[n++] = blank ? ' ' : *message;
	}
	while (n && out[n - 1] == ' ')
		n--;
	out[n] = '\0';
	return out;
}

/* Classes of SQLSTATE (appendix A of the manual): connection, transaction to be repeated, resources, somebody has the lock, shut down or crashed, the system's. */
static bool is_passing(const struct postgres_db *d, const PGresult *r)
{
	static const char *const classes[] = { "08", "25006", "40", "53", "55P03", "57P", "58" };
	const char *state = PQresultErrorField(r, PG_DIAG_SQLSTATE);

	for (size_t i = 0; state && i < sizeof(classes) / sizeof(*classes); i++)
		if (strncmp(state, classes[i], strlen(classes[i])) == 0)
			return true;
	return lost(d);
}

/* What the server (r) or the library said; inside a transaction it is kept. */
static int failed(struct postgres_db *d, const PGresult *r, struct error *e)
{
	const char *primary = PQresultErrorField(r, PG_DIAG_MESSAGE_PRIMARY), *detail = PQresultErrorField(r, PG_DIAG_MESSAGE_DETAIL);
	char text[400], more[400];
	struct error said = { 0 };

	one_line(text, primary ? primary : PQerrorMessage(d->conn));
	if (detail)
		error_set(&said, COU_ESTORE, "store: %s (%s)", text, one_line(more, detail));
	else
		error_set(&said, COU_ESTORE, "store: %s", *text ? text : "the connection is lost");
	if (!d->in_transaction || !d->failed.code)
		d->passes = is_passing(d, r);
	if (d->in_transaction && !d->failed.code)
		d->failed = said;
	if (e)
		*e = said;
	return COU_ESTORE;
}

/* The transaction's error again, if it has one. */
static int still_failed(const struct postgres_db *d, struct error *e)
{
	if (d->failed.code && e)
		*e = d->failed;
	return d->failed.code;
}

static void heed_notice(void *user, const PGresult *r)
{
	const char *severity = PQresultErrorField(r, PG_DIAG_SEVERITY_NONLOCALIZED), *text = PQresultErrorField(r, PG_DIAG_MESSAGE_PRIMARY);

	(void)user;
	if (severity && text && strcmp(severity, "WARNING") == 0)
		diagnose("store", "%s", text);
}

/* ---- the wire ------------------------------------------------------------------------ */

/* Reads up to the answer to a sync; two ends without a result between them: there is nothing more. */
static void read_sync(struct postgres_db *d)
{
	for (int ends = 0; ends < 2 && !lost(d);) {
		PGresult *r = PQgetResult(d->conn);
		bool sync = PQresultStatus(r) == PGRES_PIPELINE_SYNC;

		ends = r ? 0 : ends + 1;
		PQclear(r);
		if (sync)
			return;
	}
}

/* Reads the oldest results until so many are owed; the first error's code. */
static int read_owed(struct postgres_db *d, unsigned keep, struct error *e)
{
	int rc = 0;

	while (d->owed > keep) {
		PGresult *r;

		while (!lost(d) && (r = PQgetResult(d->conn))) {
			ExecStatusType status = PQresultStatus(r);

			if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK)
				d->changes = strtoll(PQcmdTuples(r), NULL, 10);
			else if (!rc)
				rc = failed(d, status == PGRES_PIPELINE_ABORTED ? NULL : r, e);
			PQclear(r);
		}
		if (lost(d)) {
			d->owed = 0;
			return rc ? rc : failed(d, NULL, e);
		}
		d->owed--;
	}
	return rc;
}

/* The next row of the statement that streams, in cells.  1, 0 behind the last row, or negative; after either the wire is free. */
static int read_row(struct postgres_db *d, struct error *e)
{
	struct postgres_stmt *s = d->stream;
	int rc = 0;

	while (++s->at >= PQntuples(s->result)) {
		if (s->result != s->kept)
			PQclear(s->result);
		s->result = lost(d) ? NULL : PQgetResult(d->conn);
		s->at = -1;
		if (!s->result)
			break;
		if (!rc && PQresultStatus(s->result) != PGRES_SINGLE_TUPLE && PQresultStatus(s->result) != PGRES_TUPLES_OK &&
		    PQresultStatus(s->result) != PGRES_COMMAND_OK)
			rc = failed(d, s->result, e);
	}
	if (!s->result) {
		if (!rc && lost(d))
			rc = failed(d, NULL, e);
		read_sync(d);
		d->stream = NULL;
		return rc;
	}
	for (unsigned i = 0; i < s->n_columns; i++) {
		const char *p = PQgetvalue(s->result, s->at, (int)i);

		s->cells[i] = PQgetisnull(s->result, s->at, (int)i) ? STR_NONE : (struct str){ p, (size_t)PQgetlength(s->result, s->at, (int)i) };
		if (s->cells[i].n && PQftype(s->about, (int)i) == OID_BOOL)
			s->cells[i] = *p == 't' ? STR("1") : STR("0");
	}
	return 1;
}

static struct held_row *hold(struct postgres_stmt *s)
{
	struct held_row *r = arena_alloc(&s->aside, sizeof(*r) + s->n_columns * sizeof(struct str));

	for (unsigned i = 0; i < s->n_columns; i++)
		r->cells[i] = s->cells[i].p ? str_dup(&s->aside, s->cells[i]) : STR_NONE;
	return r;
}

/* Frees the wire: the rest of the rows that are coming is kept in memory.  The row that the caller looks at stays where it is. */
static void put_aside(struct postgres_db *d)
{
	struct postgres_stmt *s = d->stream;
	struct held_row **last;

	if (!s)
		return;
	s->kept = s->result;
	if (s->row)
		s->row = arena_dup(&s->aside, s->cells, s->n_columns * sizeof(*s->cells));
	for (last = &s->held; read_row(d, &s->late) > 0; last = &(*last)->next)
		*last = hold(s);
}

/* Forgets the rows; none of them is on the wire. */
static void forget_rows(struct postgres_stmt *s)
{
	if (s->result != s->kept)
		PQclear(s->result);
	PQclear(s->kept);
	s->result = s->kept = NULL;
	s->at = -1;
	s->row = NULL;
	s->held = NULL;
	s->late = (struct error){ 0 };
	arena_reset(&s->aside);
}

/* Waits until the server has done all that it was sent. */
static int settle(struct postgres_db *d, struct error *e)
{
	int rc;

	put_aside(d);
	if (!d->unsynced)
		return still_failed(d, e);
	d->unsynced = false;
	if (!PQpipelineSync(d->conn)) {
		d->owed = 0;
		return failed(d, NULL, e);
	}
	rc = read_owed(d, 0, e);
	read_sync(d);
	return d->failed.code ? still_failed(d, e) : rc;
}

/* Settled, and ready for libpq's plain calls. */
static int leave_pipeline(struct postgres_db *d, struct error *e)
{
	int rc = settle(d, e);

	if (PQpipelineStatus(d->conn) != PQ_PIPELINE_OFF && !PQexitPipelineMode(d->conn) && !rc)
		rc = failed(d, NULL, e);
	return rc;
}

static void forget_params(struct postgres_stmt *s)
{
	memset(s->values, 0, s->n_params * sizeof(*s->values));
	arena_reset(&s->params);
}

static int send(struct postgres_stmt *s, struct error *e)
{
	struct postgres_db *d = whole(s->base.db);
	int rc = still_failed(d, e);

	put_aside(d);
	if (!rc && ((PQpipelineStatus(d->conn) == PQ_PIPELINE_OFF && !PQenterPipelineMode(d->conn)) ||
		    !PQsendQueryPrepared(d->conn, s->name, (int)s->n_params, s->values, NULL, NULL, 0)))
		rc = failed(d, NULL, e);
	forget_params(s);
	return rc;
}

/* ---- statements ---------------------------------------------------------------------- */

static int postgres_exec(struct db *db, const char *sql, struct error *e)
{
	struct postgres_db *d = whole(db);
	int rc = leave_pipeline(d, e);
	PGresult *r;

	if (rc)
		return rc;
	r = PQexec(d->conn, sql);
	if (PQresultStatus(r) != PGRES_COMMAND_OK && PQresultStatus(r) != PGRES_TUPLES_OK)
		rc = failed(d, r, e);
	PQclear(r);
	d->in_transaction = PQtransactionStatus(d->conn) != PQTRANS_IDLE;
	return rc;
}

static void postgres_finalize(struct db_stmt *base)
{
	struct postgres_stmt *s = whole_stmt(base);

	PQclear(s->about);
	forget_rows(s);
	arena_free(&s->params);
	arena_free(&s->aside);
}

static struct db_stmt *postgres_prepare(struct db *db, const char *sql, struct error *e)
{
	struct postgres_db *d = whole(db);
	struct postgres_stmt *s;
	PGresult *r;

	if (leave_pipeline(d, e))
		return NULL;
	s = arena_new(&db->a, struct postgres_stmt);
	snprintf(s->name, sizeof(s->name), "s%u", d->prepared++);
	r = PQprepare(d->conn, s->name, sql, 0, NULL);
	if (PQresultStatus(r) == PGRES_COMMAND_OK)
		s->about = PQdescribePrepared(d->conn, s->name);
	if (PQresultStatus(s->about) != PGRES_COMMAND_OK) {
		failed(d, s->about ? s->about : r, e);
		PQclear(r);
		postgres_finalize(&s->base);
		return NULL;
	}
	PQclear(r);
	s->n_params = (unsigned)PQnparams(s->about);
	s->n_columns = (unsigned)PQnfields(s->about);
	s->values = arena_array(&db->a, const char *, s->n_params + 1);
	s->cells = arena_array(&db->a, struct str, s->n_columns + 1);
	return &s->base;
}

/* The server refuses what is no UTF-8, and no text of its holds a NUL: U+FFFD stands for it. */
static const char *clean(struct arena *a, struct str t)
{
	struct buf b;

	if (utf8_check(t) == t.n && str_find(t, '\0') == t.n)
		return str_dup(a, t).p;
	buf_init(&b, a);
	for (size_t at = 0; at < t.n;) {
		size_t from = at;
		uint32_t c = utf8_next(t, &at);

		buf_add(&b, c == 0 || c == UTF8_BAD ? STR("\xEF\xBF\xBD") : str_sub(t, from, at));
	}
	buf_byte(&b, '\0');
	return b.p;
}

static void postgres_bind(struct db_stmt *base, unsigned i, struct db_value v)
{
	struct postgres_stmt *s = whole_stmt(base);
	char *number;

	if (i < 1 || i > s->n_params)
		return;
	s->values[i - 1] = NULL;
	if (v.type == DB_TEXT)
		s->values[i - 1] = clean(&s->params, v.t);
	if ((v.type != DB_INT && v.type != DB_REAL) || (v.type == DB_REAL && v.r != v.r))
		return;
	number = arena_alloc(&s->params, NUMBER_MAX);
	if (v.type == DB_INT)
		snprintf(number, NUMBER_MAX, "%lld", (long long)v.i);
	else
		snprintf(number, NUMBER_MAX, "%.17g", v.r);
	s->values[i - 1] = number;
}

static int postgres_run(struct db_stmt *base, struct error *e)
{
	struct postgres_db *d = whole(base->db);

	if (send(whole_stmt(base), e))
		return COU_ESTORE;
	d->owed++;
	d->unsynced = true;
	if (!d->in_transaction)
		return settle(d, e);
	if (d->owed % (WINDOW / 2) == 0 && !PQsendFlushRequest(d->conn))
		return failed(d, NULL, e);
	return d->owed < WINDOW ? 0 : read_owed(d, WINDOW / 2, e);
}

static int postgres_start(struct db_stmt *base, struct error *e)
{
	struct postgres_stmt *s = whole_stmt(base);
	struct postgres_db *d = whole(base->db);
	int rc = send(s, e);

	if (rc)
		return rc;
	d->unsynced = false;
	if (!PQpipelineSync(d->conn))
		return failed(d, NULL, e);
	rc = read_owed(d, 0, e);
	if (rc) {
		read_sync(d);
		return rc;
	}
	PQsetSingleRowMode(d->conn);
	forget_rows(s);
	d->stream = s;
	return 0;
}

static int postgres_next(struct db_stmt *base, struct error *e)
{
	struct postgres_stmt *s = whole_stmt(base);
	struct postgres_db *d = whole(base->db);
	int rc;

	if (d->stream == s) {
		rc = read_row(d, e);
		s->row = rc == 1 ? s->cells : NULL;
		return rc;
	}
	s->row = s->held ? s->held->cells : NULL;
	if (s->held) {
		s->held = s->held->next;
		return 1;
	}
	if (s->late.code && e)
		*e = s->late;
	return s->late.code;
}

static void postgres_end(struct db_stmt *base)
{
	struct postgres_stmt *s = whole_stmt(base);
	struct postgres_db *d = whole(base->db);

	while (d->stream == s && read_row(d, NULL) > 0)
		;
	forget_rows(s);
}

/* ---- columns ------------------------------------------------------------------------- */

static struct str cell(const struct db_stmt *base, unsigned i)
{
	const struct postgres_stmt *s = (const struct postgres_stmt *)base;

	return s->row && i < s->n_columns ? s->row[i] : STR_NONE;
}

static unsigned postgres_columns(const struct db_stmt *base)
{
	return ((const struct postgres_stmt *)base)->n_columns;
}

static const char *postgres_column_name(const struct db_stmt *base, unsigned i)
{
	return PQfname(((const struct postgres_stmt *)base)->about, (int)i);
}

/* numeric is what sums of whole numbers are. */
static enum db_type postgres_column_type(const struct db_stmt *base, unsigned i)
{
	struct str t = cell(base, i);

	if (!t.p)
		return DB_NULL;
	switch (PQftype(((const struct postgres_stmt *)base)->about, (int)i)) {
	case OID_BOOL:
	case OID_INT8:
	case OID_INT2:
	case OID_INT4:
	case OID_OID:
		return DB_INT;
	case OID_FLOAT4:
	case OID_FLOAT8:
		return DB_REAL;
	case OID_NUMERIC:
		return str_find(t, '.') == t.n ? DB_INT : DB_REAL;
	default:
		return DB_TEXT;
	}
}

static double postgres_column_real(struct db_stmt *base, unsigned i)
{
	struct str t = cell(base, i);

	return t.p ? strtod(t.p, NULL) : 0;
}

static int64_t postgres_column_int(struct db_stmt *base, unsigned i)
{
	struct str t = cell(base, i);

	if (t.p && postgres_column_type(base, i) == DB_REAL) {
		double v = strtod(t.p, NULL);

		return v >= 0x1p63 ? INT64_MAX : v >= -0x1p63 ? (int64_t)v : INT64_MIN;
	}
	return t.p ? strtoll(t.p, NULL, 10) : 0;
}

static struct str postgres_column_text(struct db_stmt *base, unsigned i)
{
	return cell(base, i);
}

static int64_t postgres_changes(struct db *db)
{
	return settle(whole(db), NULL) ? 0 : whole(db)->changes;
}

/* ---- transactions -------------------------------------------------------------------- */

static int postgres_begin(struct db *db, struct error *e)
{
	if (whole(db)->in_transaction)
		return error_set(e, COU_ESTORE, "store: a transaction within a transaction");
	return postgres_exec(db, "BEGIN", e);
}

static int postgres_commit(struct db *db, struct error *e)
{
	return postgres_exec(db, "COMMIT", e);
}

static void postgres_rollback(struct db *db)
{
	struct postgres_db *d = whole(db);

	leave_pipeline(d, NULL);
	if (PQtransactionStatus(d->conn) != PQTRANS_IDLE && !lost(d))
		PQclear(PQexec(d->conn, "ROLLBACK"));
	d->in_transaction = false;
	d->failed = (struct error){ 0 };
}

/* ---- opening ------------------------------------------------------------------------- */

static void postgres_close(struct db *db)
{
	PQfinish(whole(db)->conn);
	free(db);
}

/* jit: compiling takes longer than our questions.  lock_timeout: as long as the SQLite driver waits.  Who writes asks for single rows, which indexes find; the
 * server, which knows nothing of tables that are being filled, would read them whole (the first 10,000 documents of a store: 5 to 6 ms each instead of 2). */
static int set_session(struct postgres_db *d, enum db_access access, struct error *e)
{
	static const char writing[] = "SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off";
	static const char all[] = "SET standard_conforming_strings = on; SET extra_float_digits = 1; SET jit = off; SET lock_timeout = 60000;"
				  " SET client_min_messages = warning";
	const char *encoding = PQparameterStatus(d->conn, "server_encoding");

	if (PQserverVersion(d->conn) < SERVER_MIN)
		return error_set(e, COU_ESTORE, "store: PostgreSQL %d, but %d or later is needed", PQserverVersion(d->conn) / 10000, SERVER_MIN / 10000);
	if (!encoding || strcmp(encoding, "UTF8") != 0)
		return error_set(e, COU_ESTORE, "store: database %s has encoding %s, but UTF8 is needed", PQdb(d->conn), encoding ? encoding : "unknown");
	if (postgres_exec(&d->base, all, e))
		return COU_ESTORE;
	return postgres_exec(&d->base, access == DB_READ ? "SET default_transaction_read_only = on" : writing, e);
}

/* The first schema of the search path becomes ours when nothing is in it; another program's is refused. */
static int claim_schema(struct postgres_db *d, enum db_access access, struct error *e)
{
	static const char sql[] =
		"SELECT n.nspname, count(c.oid), max(obj_description(c.oid, 'pg_class')) FILTER (WHERE c.relname = 'meta') FROM pg_namespace n"
		" LEFT JOIN pg_class c ON c.relnamespace = n.oid AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')"
		" AND NOT EXISTS (SELECT 1 FROM pg_depend x WHERE x.classid = 'pg_class'::regclass AND x.objid = c.oid AND x.deptype = 'e')"
		" WHERE n.nspname = current_schema() GROUP BY n.nspname";
	PGresult *r = PQexec(d->conn, sql);
	int rc = 0;

	if (PQresultStatus(r) != PGRES_TUPLES_OK)
		rc = failed(d, r, e);
	else if (PQntuples(r) != 1)
		rc = error_set(e, COU_ESTORE, "store: database %s has no schema of the search path", PQdb(d->conn));
	else if (strcmp(PQgetvalue(r, 0, 1), "0") == 0 && access != DB_CREATE)
		rc = error_set(e, COU_ESTORE, "database %s, schema %s: empty, no store", PQdb(d->conn), PQgetvalue(r, 0, 0));
	else if (strcmp(PQgetvalue(r, 0, 1), "0") != 0 && strcmp(PQgetvalue(r, 0, 2), DB_MARK) != 0)
		rc = error_set(e, COU_ESTORE, "database %s, schema %s: of another program", PQdb(d->conn), PQgetvalue(r, 0, 0));
	PQclear(r);
	return rc;
}

static bool postgres_passes(const struct db *db)
{
	const struct postgres_db *d = (const struct postgres_db *)db;

	return d->passes || lost(d);
}

static const struct db_driver driver = {
	.passes = postgres_passes, .close = postgres_close, .exec = postgres_exec, .begin = postgres_begin, .commit = postgres_commit, .rollback = postgres_rollback,
	.prepare = postgres_prepare, .finalize = postgres_finalize, .bind = postgres_bind, .run = postgres_run, .start = postgres_start,
	.next = postgres_next, .end = postgres_end, .columns = postgres_columns, .column_name = postgres_column_name,
	.column_type = postgres_column_type, .column_int = postgres_column_int, .column_real = postgres_column_real,
	.column_text = postgres_column_text, .changes = postgres_changes,
};

/* An error never repeats the URI: a password may be in it. */
int db_postgres_open(struct db **out, const char *where, enum db_access access, struct error *e)
{
	/* Of two values for one word the later holds; the URI's stand where dbname stands. */
	static const char *const words[] = { "connect_timeout", "tcp_user_timeout", "keepalives_idle", "keepalives_interval", "keepalives_count", "fallback_application_name",
					     "dbname", "client_encoding", NULL };
	const char *const values[] = { "10", "30000", "15", "5", "3", "coulisse", where, "UTF8", NULL };
	PQconninfoOption *parsed = PQconninfoParse(where, NULL);
	struct postgres_db *d = parsed ? calloc(1, sizeof(*d)) : NULL;
	int rc;

	PQconninfoFree(parsed);
	if (!d)
		return error_set(e, COU_ESTORE, "store: no connection URI as libpq reads them (postgresql://user@host:port/database)");
	d->base.driver = &driver;
	d->base.kind = DB_POSTGRES;
	d->conn = PQconnectdbParams(words, values, 1);
	rc = lost(d) ? failed(d, NULL, e) : 0;
	if (rc && e)
		e->code = rc = COU_EAWAY;
	if (!rc) {
		PQsetNoticeReceiver(d->conn, heed_notice, NULL);
		rc = set_session(d, access, e);
	}
	if (!rc)
		rc = claim_schema(d, access, e);
	if (rc) {
		postgres_close(&d->base);
		return rc;
	}
	*out = &d->base;
	return 0;
}
