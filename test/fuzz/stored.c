/* Any bytes as the values of a store that somebody else made: every question about it ends, with an answer or an error.
 *
 * The lines of the input go round over the columns of a store with three documents, where its schema allows their type.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "coulisse.h"
#include "store/db.h"

int LLVMFuzzerTestOneInput(const unsigned char *p, size_t n);

static int swallow(void *user, const char *bytes, size_t n)
{
	(void)user;
	for (size_t i = 0; i < n; i++)
		*(volatile char *)&(char){ bytes[i] };
	return 0;
}

static struct cou *program;
static char path[] = "/tmp/fuzz-stored-XXXXXX";

static void open_all(void)
{
	static const char text[] = "{\"id\":\"a\",\"lang\":\"en\",\"date\":\"2024-03-05\",\"text\":\"Mark Rutte visited Kyiv on Monday. Sweden joined NATO, Hungary said.\"}\n"
				   "{\"id\":\"b\",\"lang\":\"en\",\"date\":\"2024-03-06\",\"text\":\"Russia condemned the visit of Mark Rutte. It was his third visit to Kyiv.\"}\n"
				   "{\"id\":\"c\",\"lang\":\"en\",\"date\":\"2024-03-07\",\"text\":\"Iran and China signed a treaty in Beijing on Thursday.\"}\n";
	struct cou_options o = { 0 };
	struct cou_added sum;
	struct cou_error e;
	char in[] = "/tmp/fuzz-stored-in-XXXXXX";
	const char *paths[] = { in };
	int fd = mkstemp(in), store = mkstemp(path);

	if (fd < 0 || store < 0 || write(fd, text, sizeof(text) - 1) != (ssize_t)sizeof(text) - 1)
		abort();
	close(fd);
	close(store);
	if (cou_open(&program, getenv("COULISSE_HOME") ? getenv("COULISSE_HOME") : "build", &e) ||
	    cou_add(program, &o, path, &(struct cou_store_options){ .now = "2024-03-08T00:00:00Z" }, paths, 1, &sum, &e)) {
		fprintf(stderr, "%s\n", e.text);
		exit(1);
	}
	unlink(in);
}

static void fill(struct str values)
{
	static const char *const columns[] = {
		"line SET json", "line SET quote_start", "line SET quote", "document SET body", "document SET blocks", "document SET published", "document SET learnt",
		"event SET type", "event SET date_start", "event SET status", "event SET happening", "event SET parent", "event SET confidence", "event SET verdict",
		"event SET place", "state SET relation", "state SET from_start", "state SET standing", "state SET office", "actor SET name", "actor SET id", "actor SET country",
		"participant SET phrase", "participant SET office", "claim SET stance", "claim SET kind", "happening SET best", "happening SET date_end",
	};
	struct error e = { 0 };
	struct db *db;
	struct str value;

	if (db_open(&db, path, DB_WRITE, &e) || db_begin(db, &e))
		abort();
	for (size_t i = 0; i < 64 && str_split(&values, '\n', &value); i++) {
		char sql[200];
		struct db_stmt *s;

		snprintf(sql, sizeof(sql), "UPDATE OR IGNORE %s = $1 WHERE rowid %% 3 = %zu", columns[i % (sizeof(columns) / sizeof(*columns))],
			 i / (sizeof(columns) / sizeof(*columns)));
		s = db_stmt(db, sql, &e);
		if (!s) {			/* a table without rowid */
			*strstr(sql, " WHERE") = 0;
			s = db_stmt(db, sql, &e);
		}
		if (!s)
			abort();
		db_bind(s, 1, db_text(value));
		db_run(s, &e);
	}
	if (db_commit(db, &e))
		abort();
	db_close(db);
}

/* Some of the questions, by chance: all would take too long. */
static void ask_some(uint64_t chance)
{
	static const char *const asks[] = { "events", "states", "members", "offices", "visits", "treaties", "claims", "timeline", "who", "sources", "audit", "gold" };
	struct cou_error e;

	for (size_t i = 0; i < sizeof(asks) / sizeof(*asks); i++) {
		struct cou_question q = { .ask = asks[i], .about = i == 2 ? "NATO" : i == 3 ? "NLD" : i == 8 ? "Rutte" : NULL, .verbose = 1, .lines = (int)i & 1 };

		if ((chance >> i * 2 & 3) != 0)
			continue;
		q.form = i % 3 == 0 ? COU_ROWS_TABLE : i % 3 == 1 ? COU_ROWS_JSON : COU_ROWS_CSV;
		cou_ask(program, path, &q, swallow, NULL, &e);
	}
}

/* The store as it was: kept in memory, written back. */
static void restore(void)
{
	static char *kept;
	static size_t size;
	char beside[sizeof(path) + 8];

	snprintf(beside, sizeof(beside), "%s-wal", path);
	unlink(beside);
	snprintf(beside, sizeof(beside), "%s-shm", path);
	unlink(beside);
	FILE *f = fopen(path, kept ? "wb" : "rb");

	if (!f)
		abort();
	if (kept) {
		if (fwrite(kept, 1, size, f) != size)
			abort();
	} else {
		kept = malloc(8 << 20);
		size = fread(kept, 1, 8 << 20, f);
	}
	fclose(f);
}

int LLVMFuzzerTestOneInput(const unsigned char *p, size_t n)
{
	if (!program)
		open_all();
	restore();
	fill((struct str){ (const char *)p, n });
	ask_some(str_hash((struct str){ (const char *)p, n }));
	return 0;
}
