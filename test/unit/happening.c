/* Reports of one happening are grouped, alike in whatever order and in whatever batches they come; reprints; what was said by hand. */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "store/grouping.h"
#include "store/happening.h"
#include "store/reprint.h"
#include "store/store.h"
#include "base/sha256.h"
#include "tap.h"

enum { DOCUMENTS = 150 };

static uint64_t seed = 7;

static unsigned dice(unsigned n)	/* Numerical Recipes' generator: the same everywhere */
{
	seed = seed * 6364136223846793005u + 1442695040888963407u;
	return (unsigned)(seed >> 33) % n;
}

/* ---- documents ---------------------------------------------------------------------------- */

static struct str country(struct arena *a, const char *code)
{
	return str_printf(a, "{\"id\":\"%s\",\"name\":\"%s\",\"kind\":\"country\",\"country\":\"%s\",\"sector\":\"GOV\",\"text\":\"%s\",\"start\":0,\"end\":3}", code, code, code, code);
}

struct told {
	int id, document;
	const char *type, *actor, *recipient, *day, *basis, *status, *published, *outlet, *quote;
};

static struct str document(struct arena *a, const struct told *t)
{
	struct sha256 h;
	char hex[65];
	struct str actors = t->actor ? country(a, t->actor) : STR_NONE, recipients = t->recipient ? country(a, t->recipient) : STR_NONE;
	struct str when = t->day ? str_printf(a, "{\"start\":\"%s\",\"end\":\"%s\",\"precision\":\"day\",\"basis\":\"%s\"}", t->day, t->day, t->basis) : STR("null");

	sha256_init(&h);
	sha256_add(&h, str_printf(a, "%d%s", t->document, t->quote));
	sha256_hex(&h, hex);
	return str_printf(a,
			  "{\"kind\":\"document\",\"id\":\"d%d\",\"source\":\"%s\",\"lang\":\"en\",\"published\":\"%s\",\"text\":\"%s\",\"sha256\":\"%s\",\"coder\":\"t\",\"blocks\":[]}\n"
			  "{\"kind\":\"event\",\"id\":\"e-%016d\",\"doc\":\"d%d\",\"type\":\"%s\",\"trigger\":{\"text\":\"struck\",\"start\":0,\"end\":1},\"actors\":[%.*s],"
			  "\"recipients\":[%.*s],\"when\":%.*s,\"status\":\"%s\",\"claims\":[],\"evidence\":{\"start\":0,\"end\":5,\"quote\":\"%s\",\"sentence\":0},\"confidence\":0.%d}\n",
			  t->document, t->outlet, t->published, t->quote, hex, t->id, t->document, t->type, STR_ARG(actors), STR_ARG(recipients), STR_ARG(when), t->status,
			  t->quote, 50 + t->id % 40);
}

static void random_document(struct told *t, int id, struct arena *a)
{
	static const char *const types[] = { "ASSAULT", "CONSULT", "SAY", "COERCE" };
	static const char *const lands[] = { "FRA", "DEU", "POL", NULL };
	static const char *const statuses[] = { "happened", "happened", "happened", "planned", "negated", "hypothetical" };
	static const char *const words[] = { "harbour", "minister", "convoy", "border", "village", "tariffs", "seven", "airport" };
	unsigned d = 1 + dice(20);

	*t = (struct told){ .id = id, .document = id, .type = types[dice(4)], .actor = lands[dice(4)], .recipient = lands[dice(4)], .status = statuses[dice(6)] };
	t->day = dice(4) ? str_printf(a, "2024-03-%02u%c", d, 0).p : NULL;
	t->basis = dice(2) ? "published" : "stated";
	t->published = str_printf(a, "2024-03-%02u%c", d + dice(5), 0).p;
	t->outlet = dice(2) ? "One" : "Two";
	t->quote = str_printf(a, "%s %s %s %s%c", words[dice(8)], words[dice(8)], words[dice(8)], words[dice(8)], 0).p;
}

/* ---- stores ---------------------------------------------------------------------------------- */

static char path[] = "/tmp/coulisse-happening-XXXXXX";
static struct error e;

static struct store *fresh(void)
{
	static const struct store_options o = { .now = "2024-05-01T12:00:00Z", .trusted = true };
	struct store *s = NULL;

	remove(path);
	if (store_open(&s, path, DB_CREATE, &o, &e))
		printf("# %s\n", e.text);
	return s;
}

static bool add(struct store *s, const struct str *docs, const size_t *order, size_t n, size_t batch)
{
	struct store_sum sum = { 0 };
	bool good = !store_begin(s, "add", &e);

	for (size_t i = 0; i < n && good; i++) {
		good = !store_add(s, docs[order ? order[i] : i], &sum, &e);
		if (good && batch && i % batch == batch - 1)
			good = !store_save(s, &e);
	}
	good = good && !store_finish(s, &e);
	if (!good)
		printf("# %s\n", e.text);
	return good;
}

static struct str rows(struct arena *a, struct store *s, const char *sql)
{
	struct db_stmt *q = db_stmt(store_db(s), sql, &e);
	struct buf b;

	buf_init(&b, a);
	if (!q || db_start(q, &e))
		return STR("?");
	while (db_next(q, &e) > 0) {
		for (unsigned i = 0; i < db_columns(q); i++) {
			struct str t = db_column_text(q, i);

			buf_add(&b, t);
			buf_byte(&b, i + 1 < db_columns(q) ? ' ' : '\n');
		}
	}
	return buf_str(&b);
}

static struct str dump(struct arena *a, struct store *s)
{
	return str_cat(a, rows(a, s, "SELECT e.id, e.happening, d.story FROM event e JOIN document d ON d.key = e.document WHERE e.retired IS NULL ORDER BY e.id"),
		       rows(a, s, "SELECT h.id, e.id, h.type, h.status, h.date_start, h.lines, h.reports, h.sources FROM happening h JOIN event e ON e.key = h.best ORDER BY h.id"));
}

static void shuffle(size_t *order, size_t n)
{
	for (size_t i = 0; i < n; i++)
		order[i] = i;
	for (size_t i = n; i > 1; i--) {
		size_t j = dice((unsigned)i), t = order[i - 1];

		order[i - 1] = order[j];
		order[j] = t;
	}
}

static void any_order(struct arena *a)
{
	static struct told told[DOCUMENTS];
	static struct str docs[DOCUMENTS];
	size_t order[DOCUMENTS];
	struct store *s = fresh();
	struct str once;

	for (int i = 0; i < DOCUMENTS; i++) {
		random_document(&told[i], i + 1, a);
		docs[i] = document(a, &told[i]);
	}
	ok(add(s, docs, NULL, DOCUMENTS, 0), "documents in one batch");
	once = dump(a, s);
	ok(str_search(rows(a, s, "SELECT count(*) > 10 FROM happening WHERE lines > 1"), STR("1")) == 0, "give happenings of several lines");
	store_close(s);
	for (unsigned round = 0; round < 6; round++) {
		static const size_t batches[] = { 1, 7, 0, 31, 2, 50 };

		shuffle(order, DOCUMENTS);
		s = fresh();
		ok(add(s, docs, order, DOCUMENTS, batches[round]), "in another order, %zu at a time", batches[round]);
		ok(str_eq(dump(a, s), once), "it is the same record");
		if (round == 1) {
			ok(!db_exec(store_db(s), "UPDATE event SET retired = 1 WHERE key % 3 = 0", &e) && !happening_update(store_db(s), &e), "a third is retired");
			ok(!db_exec(store_db(s), "UPDATE event SET retired = NULL", &e) && !happening_update(store_db(s), &e), "and brought back");
			ok(str_eq(dump(a, s), once), "which is as if nothing had been");
		}
		store_close(s);
	}
}

/* What is left after retiring is what there would be without. */
static void retiring(struct arena *a)
{
	static struct str docs[60], rest[60];
	size_t n = 0;
	struct store *s = fresh();
	struct str left;
	struct told t;

	for (int i = 0; i < 60; i++) {
		random_document(&t, i + 1, a);
		docs[i] = document(a, &t);
		if ((i + 1) % 4)
			rest[n++] = docs[i];
	}
	add(s, docs, NULL, 60, 9);
	ok(!db_exec(store_db(s), "UPDATE event SET retired = 1 WHERE key % 4 = 0", &e) && !happening_update(store_db(s), &e), "a quarter is retired");
	left = rows(a, s, "SELECT e.id, e.happening FROM event e WHERE e.retired IS NULL ORDER BY e.id");
	store_close(s);
	s = fresh();
	add(s, rest, NULL, n, 0);
	ok(str_eq(left, rows(a, s, "SELECT e.id, e.happening FROM event e ORDER BY e.id")), "the others are grouped as if it had never been");
	store_close(s);
}

static const char same[] = "SELECT count(DISTINCT happening) FROM event WHERE retired IS NULL";

static struct str happenings(struct arena *a, const struct told *t, size_t n)
{
	struct str docs[16], out;
	struct store *s = fresh();

	for (size_t i = 0; i < n; i++)
		docs[i] = document(a, &t[i]);
	add(s, docs, NULL, n, 0);
	out = str_trim(rows(a, s, same));
	store_close(s);
	return out;
}

#define TOLD(id, type, actor, recipient, day, basis, status, published, quote) \
	{ id, id, type, actor, recipient, day, basis, status, published, "One", quote }

static void rules(struct arena *a)
{
	static const struct told strike[] = {
		TOLD(1, "ASSAULT", "FRA", "DEU", "2024-03-04", "stated", "happened", "2024-03-04", "planes struck the harbour on Monday"),
		TOLD(2, "ASSAULT", "FRA", "DEU", "2024-03-05", "published", "happened", "2024-03-05", "France struck Germany"),
		TOLD(3, "ASSAULT", "FRA", "DEU", "2024-03-04", "relative", "happened", "2024-03-06", "what was struck two days ago"),
	};
	static const struct told visit[] = {
		TOLD(1, "CONSULT", "FRA", "DEU", "2024-03-04", "stated", "planned", "2024-03-01", "will visit on Monday"),
		TOLD(2, "CONSULT", "FRA", "DEU", "2024-03-04", "stated", "happened", "2024-03-05", "visited on Monday"),
	};
	static const struct told denied[] = {
		TOLD(1, "ASSAULT", "FRA", "DEU", "2024-03-04", "stated", "happened", "2024-03-04", "struck the harbour"),
		TOLD(2, "ASSAULT", "FRA", "DEU", "2024-03-04", "stated", "negated", "2024-03-04", "never struck the harbour"),
	};
	static const struct told sides[] = {
		TOLD(1, "ASSAULT", "FRA", "DEU", "2024-03-04", "stated", "happened", "2024-03-04", "struck the harbour"),
		TOLD(2, "ASSAULT", "FRA", "POL", "2024-03-04", "stated", "happened", "2024-03-04", "struck the harbour"),
	};
	struct told daily[10];

	ok(str_is(happenings(a, strike, 3), "1"), "one strike reported on three days is one");
	ok(str_is(happenings(a, visit, 2), "1"), "a visit planned and then made is one");
	ok(str_is(happenings(a, denied, 2), "2"), "what did not happen stands beside what did");
	ok(str_is(happenings(a, sides, 2), "2"), "another victim is another strike");
	for (int i = 0; i < 10; i++)
		daily[i] = (struct told)TOLD(i + 1, "ASSAULT", "FRA", "DEU", str_printf(a, "2024-03-%02d%c", i + 1, 0).p, "stated", "happened", "2024-03-20", "struck the harbour");
	ok(str_is(happenings(a, daily, 10), "10"), "strikes of ten days are ten");
}

static void by_hand(struct arena *a)
{
	static const struct told told[] = {
		TOLD(1, "ASSAULT", "FRA", "DEU", "2024-03-04", "stated", "happened", "2024-03-04", "planes struck the harbour"),
		TOLD(2, "ASSAULT", "FRA", "DEU", "2024-03-04", "stated", "happened", "2024-03-05", "planes struck the harbour again"),
		TOLD(3, "ASSAULT", "POL", "DEU", "2024-06-04", "stated", "happened", "2024-06-04", "troops struck a village"),
		TOLD(4, "ASSAULT", "POL", "DEU", "2024-06-04", "stated", "happened", "2024-06-04", "troops struck a village there"),
	};
	static const char line[] = "e-0000000000000001", second[] = "e-0000000000000002", third[] = "e-0000000000000003";
	struct str docs[4], before;
	struct store *s = fresh();

	for (int i = 0; i < 4; i++)
		docs[i] = document(a, &told[i]);
	add(s, docs, NULL, 3, 0);
	before = dump(a, s);
	ok(!happening_tie(store_db(s), str_c(line), str_c(third), true, &e) && !happening_update(store_db(s), &e), "merged by hand");
	ok(str_is(str_trim(rows(a, s, same)), "1"), "they are one");
	ok(add(s, docs + 3, NULL, 1, 0) && str_is(str_trim(rows(a, s, same)), "1"), "and so is what comes later");
	db_exec(store_db(s), "UPDATE event SET retired = 1 WHERE id = 'e-0000000000000004'", &e);
	ok(!happening_untie(store_db(s), str_c(third), str_c(line), &e) && !happening_update(store_db(s), &e) && str_eq(dump(a, s), before), "taken back, it is as before");
	ok(!happening_tie(store_db(s), str_c(second), str_c(line), false, &e) && !happening_update(store_db(s), &e), "split by hand");
	ok(str_is(str_trim(rows(a, s, same)), "3"), "they are two, and the third");
	store_close(s);
}

/* ---- reprints ------------------------------------------------------------------------------------ */

static struct str words(struct arena *a, unsigned from, unsigned to)
{
	struct buf b;

	buf_init(&b, a);
	for (unsigned i = from; i < to; i++)
		buf_printf(&b, "word%u ", i * 7919 % 10007);
	return buf_str(&b);
}

static int alike(struct arena *a, struct str x, struct str y)
{
	struct reprint r, t;

	reprint_of(&r, a, x);
	reprint_of(&t, a, y);
	return reprint_alike(&r, &t);
}

static void reprints(struct arena *a)
{
	unsigned found = 0, wrong = 0;

	for (unsigned i = 0; i < 200; i++) {
		found += alike(a, words(a, 1000 * i, 1000 * i + 200), words(a, 1000 * i, 1000 * i + 150)) >= REPRINT_ALIKE;
		wrong += alike(a, words(a, 1000 * i, 1000 * i + 200), words(a, 1000 * i + 170, 1000 * i + 370)) >= REPRINT_ALIKE;
	}
	ok(found >= 194, "of 200 texts cut by a quarter nearly all are found (%u)", found);
	ok(wrong <= 2, "of 200 that share a tenth none or nearly none (%u)", wrong);
	ok(alike(a, STR("Planes struck the harbour."), STR("planes  struck the HARBOUR")) >= REPRINT_ALIKE, "short texts: but for case and signs");
	ok(alike(a, STR("Planes struck the harbour."), STR("Planes struck the harbour again.")) == 0, "nothing else");
}

static void stories(struct arena *a)
{
	struct told t = TOLD(1, "ASSAULT", "FRA", "DEU", "2024-03-04", "stated", "happened", "2024-03-04", NULL);
	struct str docs[3];
	struct store *s = fresh();

	for (int i = 0; i < 3; i++) {
		t.id = t.document = i + 1;
		t.outlet = i == 0 ? "One" : i == 1 ? "Two" : "Three";
		t.quote = str_cat(a, i == 2 ? words(a, 5000, 5100) : words(a, 0, 100 - 20u * (unsigned)i), (struct str){ "harbour struck", 15 }).p;
		docs[i] = document(a, &t);
	}
	add(s, docs, NULL, 3, 1);
	ok(str_is(str_trim(rows(a, s, "SELECT count(DISTINCT story) FROM document")), "2"), "a text, its reprint and another are two stories");
	ok(str_is(str_trim(rows(a, s, "SELECT lines, reports, sources FROM happening")), "3 3 2"), "three reports of a happening, two sources");
	store_close(s);
}

int main(void)
{
	struct arena a = { 0 };
	int fd = mkstemp(path);

	if (fd >= 0)
		close(fd);
	any_order(&a);
	retiring(&a);
	rules(&a);
	by_hand(&a);
	reprints(&a);
	stories(&a);
	remove(path);
	arena_free(&a);
	return done();
}
