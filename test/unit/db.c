/* db.c WHERE [full]: one database behind db.h, the same for SQLite and PostgreSQL.  WHERE: a file that is not there, or the URI of an empty schema.
 *
 * full: what happens when nothing more can be written.  SQLite is given a largest file here; the PostgreSQL server was started with one.
 */
#include <math.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/utf8.h"
#include "store/db.h"
#include "store/schema.h"
#include "tap.h"

enum { MANY = 20000, ROUNDS = 150, MEGABYTE = 1 << 20, FILE_MAX_BYTES = 4 * MEGABYTE };

static struct db *db;
static const char *where;
static struct error e;

/* The error that a test names is its own. */
#define ok(...) (ok(__VA_ARGS__), (void)(e = (struct error){ 0 }))

static struct db_stmt *bound(struct db *on, const char *sql, unsigned n, const struct db_value *v)
{
	struct db_stmt *s = db_stmt(on, sql, &e);

	for (unsigned i = 0; s && i < n; i++)
		db_bind(s, i + 1, v[i]);
	return s;
}

#define BOUND(on, sql, ...) \
	bound((on), (sql), sizeof((struct db_value[]){ __VA_ARGS__ }) / sizeof(struct db_value), (struct db_value[]){ __VA_ARGS__ })

static bool ran(struct db_stmt *s)
{
	return s && db_run(s, &e) == 0;
}

/* The first row is there. */
static bool row(struct db_stmt *s)
{
	return s && db_start(s, &e) == 0 && db_next(s, &e) == 1;
}

static int64_t number(struct db *on, const char *sql)
{
	struct db_stmt *s = db_stmt(on, sql, &e);
	int64_t v = row(s) ? db_column_int(s, 0) : -1;

	if (s)
		db_end(s);
	return v;
}

static bool done_all(const char *sql)
{
	return db_exec(db, sql, &e) == 0;
}

static bool one_line(void)
{
	return (e.code == COU_ESTORE || e.code == COU_EAWAY) && strncmp(e.text, "store: ", 7) == 0 && strlen(e.text) > 12 && !strchr(e.text, '\n');
}

/* ---- opening ------------------------------------------------------------------------- */

static void opening(void)
{
	struct arena a = { 0 };
	struct db *other = NULL;

	ok(db_open(&other, where, DB_READ, &e) == COU_ESTORE, "where nothing is nothing can be read: %s", e.text);
	ok(db_open(&db, where, DB_CREATE, &e) == 0, "a store can be made there %s", e.text);
	ok(done_all(schema_sql(&a, db_kind(db)).p), "its tables, indexes and views are made %s", e.text);
	ok(number(db, "SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'schema'") == SCHEMA_VERSION, "the version of the schema stands in it");
	ok(number(db, "SELECT count(*) FROM events") == 0 && number(db, "SELECT count(*) FROM states") == 0, "the views can be asked");
	ok(db_open(&other, where, DB_CREATE, &e) == 0, "and it is known again %s", e.text);
	db_close(other);
	done_all(db_kind(db) == DB_SQLITE ? "PRAGMA application_id = 7" : "COMMENT ON TABLE meta IS 'of the bookshop'");
	ok(db_open(&other, where, DB_WRITE, &e) == COU_ESTORE, "another program's is refused: %s", e.text);
	ok(db_open(&other, where, DB_CREATE, &e) == COU_ESTORE, "and not overwritten");
	done_all(db_kind(db) == DB_SQLITE ? "PRAGMA application_id = 1131377969" : "COMMENT ON TABLE meta IS '" DB_MARK "'");
	ok(done_all("CREATE TABLE t (k BIGINT PRIMARY KEY, r DOUBLE PRECISION, x TEXT)"), "a table for what follows %s", e.text);
	arena_free(&a);
}

static void refusals(void)
{
	struct db *other = NULL;

	ok(db_open(&other, "postgresql://user:secret@%zz/x", DB_READ, &e) == COU_ESTORE && !strstr(e.text, "secret"),
	   "a URI that is none, without its password: %s", e.text);
	ok(db_open(&other, "postgresql://user:secret@127.0.0.1:1/x", DB_READ, &e) == COU_EAWAY && one_line() && !strstr(e.text, "secret"),
	   "a server that is not there: %s", e.text);
}

/* ---- values -------------------------------------------------------------------------- */

static bool real_back(double v)
{
	struct db_stmt *s = NULL;
	bool same;

	done_all("DELETE FROM t");
	if (!ran(BOUND(db, "INSERT INTO t (k, r) VALUES ($1, $2)", db_int(1), db_real(v))) || !row(s = db_stmt(db, "SELECT r FROM t", &e)))
		return false;
	same = db_column_type(s, 0) == DB_REAL && db_column_real(s, 0) == v;
	db_end(s);
	return same;
}

static bool text_back(struct str t, struct str expected)
{
	struct db_stmt *s = NULL;
	bool same;

	done_all("DELETE FROM t");
	if (!ran(BOUND(db, "INSERT INTO t (k, x) VALUES ($1, $2)", db_int(1), db_text(t))) || !row(s = db_stmt(db, "SELECT x FROM t", &e)))
		return false;
	same = db_column_type(s, 0) == DB_TEXT && str_eq(db_column_text(s, 0), expected);
	db_end(s);
	return same;
}

static void values(void)
{
	char *long_text = malloc(MEGABYTE);
	struct db_stmt *s = NULL;

	done_all("DELETE FROM t");
	ok(ran(BOUND(db, "INSERT INTO t (k, r, x) VALUES ($1, $2, $3)", db_int(INT64_MIN), db_null(), db_text(STR("")))), "a row with nulls is written");
	ok(row(s = db_stmt(db, "SELECT k, r, x, k + 1 AS next FROM t", &e)) && db_column_int(s, 0) == INT64_MIN && db_column_int(s, 3) == INT64_MIN + 1,
	   "the least 64-bit number comes back");
	ok(db_columns(s) == 4 && strcmp(db_column_name(s, 3), "next") == 0, "columns have their names");
	ok(db_column_type(s, 1) == DB_NULL && db_column_real(s, 1) == 0.0, "null is null, as a number 0");
	ok(db_column_type(s, 2) == DB_NULL && !db_column_text(s, 2).p, "an empty text is null");
	ok(db_next(s, &e) == 0, "one row was there");
	ok(ran(BOUND(db, "UPDATE t SET k = $1", db_int(INT64_MAX))) && number(db, "SELECT k FROM t") == INT64_MAX, "the greatest comes back");
	ok(ran(BOUND(db, "UPDATE t SET r = $1", db_real(NAN))) && row(s = db_stmt(db, "SELECT r FROM t", &e)) && db_column_type(s, 0) == DB_NULL,
	   "what is no number is null");
	db_end(s);
	ok(real_back(0.1 + 0.2) && real_back(-1e-300) && real_back(5e-324) && real_back(1.7976931348623157e308) && real_back(1.0 / 3), "doubles are exact");
	ok(number(db, "SELECT sum(k) FROM t") == 1 && row(s = db_stmt(db, "SELECT sum(k), avg(k), count(*) = 1 FROM t", &e)) &&
	   db_column_type(s, 0) == DB_INT && db_column_type(s, 1) == DB_REAL && db_column_type(s, 2) == DB_INT && db_column_int(s, 2) == 1,
	   "sums are whole, means real, truth values 1");
	db_end(s);
	ok(text_back(STR("Één ‘zin’ — Україна 東京 \U0001F600"), STR("Één ‘zin’ — Україна 東京 \U0001F600")), "UTF-8 comes back");
	ok(text_back(STR("it's $1 \\n \"x\" -- ; ?"), STR("it's $1 \\n \"x\" -- ; ?")), "quotes, backslashes and signs are only text");
	for (size_t i = 0; long_text && i < MEGABYTE; i++)
		long_text[i] = (char)('a' + i % 23);
	ok(long_text && text_back((struct str){ long_text, MEGABYTE }, (struct str){ long_text, MEGABYTE }), "a text of 1 MB comes back");
	if (db_kind(db) == DB_POSTGRES)
		ok(text_back(STR("a\0b\xFFz"), STR("a\xEF\xBF\xBD" "b\xEF\xBF\xBDz")), "bytes that no text of the server may hold become U+FFFD");
	free(long_text);
}

static void parameters(void)
{
	struct db_stmt *s = NULL;

	done_all("DELETE FROM t");
	ok(ran(BOUND(db, "INSERT INTO t (x, k, r) VALUES ($3, $1, $2)", db_int(7), db_real(2.5), db_text(STR("seven")))) &&
	   row(s = db_stmt(db, "SELECT k, r, x FROM t", &e)) && db_column_int(s, 0) == 7 && db_column_real(s, 1) == 2.5 &&
	   str_is(db_column_text(s, 2), "seven"), "parameters are numbered, in whatever order they stand");
	db_end(s);
	ok(row(s = BOUND(db, "SELECT $2 || x || $1 || $2 FROM t", db_text(STR("-")), db_text(STR("+")))) && str_is(db_column_text(s, 0), "+seven-+"),
	   "one used twice is the same twice");
	db_end(s);
	s = db_stmt(db, "UPDATE t SET r = $1, x = $2 WHERE k = 7", &e);
	db_bind(s, 1, db_real(1));
	ok(ran(s) && row(s = db_stmt(db, "SELECT x FROM t", &e)) && db_column_type(s, 0) == DB_NULL, "what is not bound is null");
	db_end(s);
	ok(!db_stmt(db, "SELECT nothing FROM nowhere", &e) && one_line(), "a wrong statement says why: %s", e.text);
}

/* ---- transactions -------------------------------------------------------------------- */

static bool put(struct db *on, int64_t k, const char *x)
{
	return ran(BOUND(on, "INSERT INTO t (k, x) VALUES ($1, $2) ON CONFLICT (k) DO UPDATE SET x = excluded.x", db_int(k), db_text(str_c(x))));
}

static void transactions(void)
{
	bool good;

	done_all("DELETE FROM t");
	ok(put(db, 1, "a") && put(db, 1, "b") && put(db, 2, "c") && number(db, "SELECT count(*) FROM t WHERE x <> 'a'") == 2, "upserts");
	ok(ran(db_stmt(db, "UPDATE t SET r = 1", &e)) && db_changes(db) == 2, "how many rows changed");
	db_begin(db, &e);
	put(db, 3, "d");
	ok(number(db, "SELECT count(*) FROM t") == 3, "one sees what one has written");
	ok(ran(db_stmt(db, "DELETE FROM t WHERE k > 1", &e)) && db_changes(db) == 2, "how many changed, inside a transaction");
	db_rollback(db);
	ok(number(db, "SELECT count(*) FROM t") == 2, "what is rolled back was never there");

	db_begin(db, &e);
	put(db, 4, "e");
	good = ran(BOUND(db, "INSERT INTO t (k) VALUES ($1)", db_int(1)));
	good = good && put(db, 5, "f") && db_commit(db, &e) == 0;
	ok(!good && one_line(), "a key that is there twice is an error, at the latest when it is committed: %s", e.text);
	db_rollback(db);
	ok(number(db, "SELECT count(*) FROM t") == 2, "and nothing of that transaction stays");
	ok(db_begin(db, &e) == 0 && put(db, 4, "e") && db_commit(db, &e) == 0 && number(db, "SELECT count(*) FROM t") == 3, "and it goes on %s", e.text);

	db_begin(db, &e);
	ok(!db_stmt(db, "SELECT nothing FROM nowhere", &e), "a wrong statement in a transaction");
	db_rollback(db);
	ok(db_begin(db, &e) == 0 && put(db, 5, "f") && db_commit(db, &e) == 0, "and it goes on %s", e.text);
	ok(db_begin(db, &e) == 0 && db_begin(db, &e) == COU_ESTORE && one_line(), "no transaction stands within another: %s", e.text);
	db_rollback(db);
}

/* PostgreSQL tells of an error when it comes to it: the rows sent behind it are skipped, and every call says the first error. */
static void late_errors(void)
{
	bool good = true;

	done_all("DELETE FROM t");
	db_begin(db, &e);
	for (int i = 0; i < 1000 && good; i++)
		good = ran(BOUND(db, "INSERT INTO t (k) VALUES ($1)", db_int(i == 500 ? 3 : i)));
	good = good && db_commit(db, &e) == 0;
	db_rollback(db);
	ok(!good && one_line(), "an error among many runs comes out: %s", e.text);
	ok(number(db, "SELECT count(*) FROM t") == 0, "and none of them stays");
	ok(put(db, 1, "a") && number(db, "SELECT count(*) FROM t") == 1, "and it goes on");
}

/* Nothing told of the error when it came: the commit does. */
static void unheard_error(void)
{
	done_all("DELETE FROM t");
	db_begin(db, &e);
	ran(BOUND(db, "INSERT INTO t (k) VALUES ($1)", db_int(1)));
	ran(BOUND(db, "INSERT INTO t (k) VALUES ($1)", db_int(1)));
	db_changes(db);
	e = (struct error){ 0 };
	ok(db_commit(db, &e) == COU_ESTORE && one_line() && strstr(e.text, "t_pkey"), "an error that only db_changes met stops the commit: %s", e.text);
	ok(number(db, "SELECT count(*) FROM t") == 0, "and nothing stays");
}

static void two_connections(void)
{
	struct db *reader = NULL;

	done_all("DELETE FROM t");
	put(db, 1, "a");
	ok(db_open(&reader, where, DB_READ, &e) == 0, "a second connection, to read %s", e.text);
	db_begin(db, &e);
	put(db, 2, "b");
	ok(number(db, "SELECT count(*) FROM t") == 2 && number(reader, "SELECT count(*) FROM t") == 1, "it sees no uncommitted row, and does not wait");
	ok(db_commit(db, &e) == 0 && number(reader, "SELECT count(*) FROM t") == 2, "and sees it when it is committed");
	ok(!put(reader, 3, "c") && one_line(), "it cannot write: %s", e.text);
	ok(number(reader, "SELECT count(*) FROM t") == 2, "and can still read");
	db_close(reader);
}

/* ---- many ---------------------------------------------------------------------------- */

static void many_runs(void)
{
	bool good = true;

	done_all("DELETE FROM t");
	db_begin(db, &e);
	for (int64_t i = 0; i < MANY && good; i++)
		good = ran(BOUND(db, "INSERT INTO t (k, r, x) VALUES ($1, $2, $3)", db_int(i), db_real((double)i / 8), db_text(STR("a row among many"))));
	ok(good && db_commit(db, &e) == 0, "%d runs in a transaction", MANY);
	ok(number(db, "SELECT count(*) FROM t") == MANY, "are %d rows", MANY);
}

static void many_rows(void)
{
	struct db_stmt *s = db_stmt(db, "SELECT k, r, x FROM t ORDER BY k", &e);
	int64_t n = 0;
	bool good = s && db_start(s, &e) == 0;

	while (good && db_next(s, &e) == 1) {
		good = db_column_int(s, 0) == n && db_column_real(s, 1) == (double)n / 8 && str_is(db_column_text(s, 2), "a row among many");
		n++;
	}
	ok(good && n == MANY, "%d rows are read, in order", MANY);
}

/* Rows open, and meanwhile: other rows are read, rows are written, the same text is asked again. */
static void interleaved(void)
{
	struct db_stmt *s, *inner;
	struct str x;
	int64_t n = 0, sum = 0;
	bool good;

	db_begin(db, &e);
	s = BOUND(db, "SELECT k, x FROM t WHERE k < $1 ORDER BY k", db_int(1000));
	good = s && db_start(s, &e) == 0;
	while (good && db_next(s, &e) == 1) {
		x = db_column_text(s, 1);
		inner = BOUND(db, "SELECT r FROM t WHERE k = $1", db_int(db_column_int(s, 0)));
		good = row(inner) && put(db, MANY + n, "new") && str_is(x, "a row among many") && db_column_int(s, 0) == n;
		sum += (int64_t)(db_column_real(inner, 0) * 8);
		db_end(inner);
		n++;
	}
	ok(good && n == 1000 && sum == 999 * 1000 / 2, "while rows are open others are read and written");
	ok(db_commit(db, &e) == 0 && number(db, "SELECT count(*) FROM t") == MANY + 1000, "and all is there %s", e.text);

	s = db_stmt(db, "SELECT k FROM t ORDER BY k", &e);
	ok(row(s) && db_next(s, &e) == 1 && db_column_int(s, 0) == 1, "two of many rows");
	ok(row(s = db_stmt(db, "SELECT k FROM t ORDER BY k", &e)) && db_column_int(s, 0) == 0, "the same statement again begins anew");
	db_rollback(db);
	ok(number(db, "SELECT max(k) FROM t") == MANY + 999, "rows left open are forgotten by a rollback");
}

/* An error of a row that is being computed, behind others: division by zero is null in SQLite. */
static void error_among_rows(void)
{
	struct db_stmt *s = db_stmt(db, "SELECT 1000 / (500 - k) FROM t WHERE k < 1000 ORDER BY k", &e);
	struct db_stmt *other;
	int n = 0, rc;

	rc = db_start(s, &e);
	while (!rc && (rc = db_next(s, &e)) == 1 && ++n)
		rc = 0;
	ok(rc == COU_ESTORE && one_line(), "an error among rows: %s", e.text);
	ok(number(db, "SELECT 5") == 5, "and it goes on");
	other = db_stmt(db, "SELECT 1000 / (500 - k) FROM t WHERE k < 1000", &e);
	db_start(other, &e);
	number(db, "SELECT 6");
	for (rc = 1; rc == 1;)
		rc = db_next(other, &e);
	ok(rc == COU_ESTORE, "an error among rows that were put aside");
}

/* ---- PostgreSQL alone ---------------------------------------------------------------- */

static void keep_text(struct arena *a, int64_t key, void (*word)(struct buf *b, uint64_t random), const char *what)
{
	struct buf b;

	buf_init(&b, a);
	for (uint64_t i = 0, x = 1; i < 100000; i++) {
		x = x * 6364136223846793005u + 1442695040888963407u;
		word(&b, x);
	}
	ok(ran(BOUND(db, "INSERT INTO document (key, id, version, sha256, recorded, learnt, run, body) VALUES ($1, $2, 1, '', '', '', 1, $3)",
	   db_int(key), db_text(str_c(what)), db_text(buf_str(&b)))), "a text of %zu bytes, %s, is kept and indexed %s", b.n, what, e.text);
	ok(number(db, "SELECT length(convert_to(body, 'UTF8')) FROM document ORDER BY key DESC LIMIT 1") == (int64_t)b.n, "whole");
}

static void address(struct buf *b, uint64_t x)
{
	buf_printf(b, "%llx.nl/%x ", (unsigned long long)(x >> 20), (unsigned)(x >> 40));
}

/* The index holds a hyphenated word and both its parts: of letters of four bytes it grows fastest. */
static void hyphenated(struct buf *b, uint64_t x)
{
	char c[4];

	for (int i = 0; i < 4; i++) {
		buf_add(b, (struct str){ c, utf8_put(0x20000 + (uint32_t)(x >> (8 + 12 * i)) % 40000, c) });
		if (i % 2)
			buf_byte(b, i == 1 ? '-' : ' ');
	}
}

static void long_texts(void)
{
	struct arena a = { 0 };

	keep_text(&a, 1, address, "each word an address");
	keep_text(&a, 2, hyphenated, "each word hyphenated");
	arena_free(&a);
}

static void lost_connection(void)
{
	struct db *other = NULL;
	struct db_stmt *s = NULL;
	int rc;

	db_open(&other, where, DB_WRITE, &e);
	ok(db_begin(other, &e) == 0 && put(other, -1, "lost"), "a transaction on another connection");
	s = BOUND(db, "SELECT pg_terminate_backend($1)", db_int(number(other, "SELECT pg_backend_pid()")));
	ok(row(s), "which the server ends");
	db_end(s);
	while (number(db, "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'"))
		;
	e.text[0] = '\0';
	rc = put(other, -2, "lost") ? db_commit(other, &e) : COU_ESTORE;
	ok(rc == COU_ESTORE && one_line(), "says so: %s", e.text);
	ok(db_begin(other, &e) == COU_ESTORE && !db_stmt(other, "SELECT 1", &e), "and stays lost");
	db_close(other);
	ok(number(db, "SELECT count(*) FROM t WHERE k < 0") == 0, "and nothing of it is there");
}

/* ---- SQLite alone -------------------------------------------------------------------- */

/* Opens a store that others make at the same time, and writes to it. */
static int make_and_write(const char *path)
{
	struct db *mine = NULL;

	if (db_open(&mine, path, DB_CREATE, &e) || db_begin(mine, &e) || db_exec(mine, "CREATE TABLE IF NOT EXISTS x (k)", &e) || db_commit(mine, &e)) {
		fprintf(stderr, "%s\n", e.text);
		return 1;
	}
	db_close(mine);
	return 0;
}

static void made_at_once(void)
{
	int failures = 0, status;
	char path[4096];

	for (int round = 0; round < ROUNDS; round++) {
		snprintf(path, sizeof(path), "%s.%d", where, round);
		for (int i = 0; i < 3; i++) {
			pid_t child = fork();

			if (child == 0)
				_exit(make_and_write(path));
			failures += child < 0;
		}
		while (wait(&status) > 0)
			failures += status != 0;
	}
	ok(failures == 0, "three who make a store at the same time share it: %d of %d failed", failures, 3 * ROUNDS);
}

/* ---- nothing more can be written ----------------------------------------------------- */

static void full(void)
{
	static char x[8000];
	struct rlimit limit = { FILE_MAX_BYTES, FILE_MAX_BYTES };
	bool good = true;
	int64_t n;
	int rc;

	signal(SIGXFSZ, SIG_IGN);
	ok(db_open(&db, where, DB_CREATE, &e) == 0, "a store can be made %s", e.text);
	if (db_kind(db) == DB_SQLITE)
		setrlimit(RLIMIT_FSIZE, &limit);
	ok(done_all("CREATE TABLE t (k BIGINT PRIMARY KEY, x TEXT)") && put(db, -1, "kept"), "a row is kept %s", e.text);
	if (db_kind(db) == DB_POSTGRES)
		done_all("ALTER TABLE t ALTER COLUMN x SET STORAGE PLAIN");
	memset(x, 'x', sizeof(x) - 1);
	db_begin(db, &e);
	for (n = 0; n < 40 * FILE_MAX_BYTES / (int64_t)sizeof(x) && good; n++)
		good = put(db, n, x);
	rc = good ? db_commit(db, &e) : e.code;
	ok(rc == COU_ESTORE && one_line(), "then nothing more can be written: %s", e.text);
	db_rollback(db);
	ok(number(db, "SELECT count(*) FROM t") == 1, "what was committed is there, and nothing else");
	ok(db_begin(db, &e) == 0 && put(db, -2, "more") && db_commit(db, &e) == 0, "and what still fits can be written %s", e.text);
}

int main(int argc, char **argv)
{
	bool sqlite;

	if (argc < 2)
		return 2;
	where = argv[1];
	if (argc > 2) {
		full();
		db_close(db);
		return done();
	}
	opening();
	if (db) {
		refusals();
		values();
		parameters();
		transactions();
		late_errors();
		two_connections();
		many_runs();
		many_rows();
		interleaved();
		interleaved();	/* with all statements prepared */
	}
	if (db && db_kind(db) == DB_POSTGRES) {
		error_among_rows();
		unheard_error();
		long_texts();
		lost_connection();
	}
	sqlite = db && db_kind(db) == DB_SQLITE;
	db_close(db);
	if (sqlite)
		made_at_once();
	return done();
}
