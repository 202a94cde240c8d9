/* Keys that begin with a day; forgetting while another has the store open; keys and actors after it. */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/date.h"
#include "store/forget.h"
#include "store/partition.h"
#include "store/store.h"
#include "tap.h"

static char path[] = "/tmp/coulisse-forget-XXXXXX";
static struct error e;

static struct str document(struct arena *a, int n, const char *published, const char *actor)
{
	return str_printf(a,
			  "{\"kind\":\"document\",\"id\":\"d%d\",\"published\":\"%s\",\"text\":\"text %d\",\"sha256\":\"%064d\",\"coder\":\"t\",\"blocks\":[]}\n"
			  "{\"kind\":\"event\",\"id\":\"e-%d\",\"doc\":\"d%d\",\"type\":\"SAY\",\"actors\":[{\"id\":\"%s\",\"name\":\"%s\",\"kind\":\"person\",\"country\":\"FRA\",\"sector\":null}],"
			  "\"recipients\":[],\"when\":null,\"status\":\"happened\",\"claims\":[],\"evidence\":{\"start\":0,\"end\":4,\"quote\":\"text\",\"sentence\":0},\"confidence\":0.5}\n",
			  n, published, n, n, n, n, actor, actor);
}

static bool add(struct store *s, int n, const char *published, const char *actor)
{
	struct arena a = { 0 };
	struct store_sum sum = { 0 };
	bool good = !store_begin(s, "add", &e) && !store_add(s, document(&a, n, published, actor), &sum, &e) && !store_finish(s, &e) && sum.added == 1;

	arena_free(&a);
	return good;
}

static int64_t number(struct store *s, const char *sql)
{
	struct db_stmt *q = db_stmt(store_db(s), sql, &e);
	int64_t n = -1;

	if (q && !db_start(q, &e) && db_next(q, &e) > 0)
		n = db_column_int(q, 0);
	if (q)
		db_end(q);
	return n;
}

static int leave(void *user, size_t done, size_t all)
{
	(void)done;
	(void)all;
	++*(int *)user;
	return 1;
}

static void keys(void)
{
	bool back = true;

	for (day d = day_of(0, 1, 1); d <= day_of(9999, 12, 31); d += 97)
		back = back && partition_key(d) > 0 && partition_day(partition_key(d)) == d && partition_day(partition_key(d + 1) - 1) == d &&
		       partition_first_key(d) > partition_key(d) && partition_first_key(d) + (1 << 30) <= partition_key(d + 1);
	ok(back, "a key gives its day back, from the year 0 to 9999");
	ok((int64_t)(double)(partition_key(day_of(9999, 12, 31)) + 1) == partition_key(day_of(9999, 12, 31)) + 1, "and is exact as a double");
	ok(partition_find(STR("month")) == PARTITION_MONTH && partition_find(STR("hour")) < 0, "widths by their words");
}

int main(void)
{
	static const struct store_options o = { .now = "2024-05-01T12:00:00Z", .trusted = true };
	struct store *one = NULL, *other = NULL;
	struct forget_sum sum;
	int told = 0;

	keys();
	close(mkstemp(path));
	remove(path);
	ok(!store_open(&one, path, DB_CREATE, &o, &e) && add(one, 1, "2024-03-01", "Q1") && add(one, 2, "2024-03-02", "Q2") && add(one, 3, "2024-03-03", "Q1"),
	   "three documents, two actors %s", e.text);
	ok(!store_open(&other, path, DB_WRITE, &o, &e) && !forget_before(other, STR("2024-03-03"), true, &sum, NULL, NULL, &e) && sum.documents == 2 && sum.events == 2 &&
	   number(one, "SELECT count(*) FROM document") == 3, "another counts what it would forget %s", e.text);
	ok(!forget_before(other, STR("2024-03-04"), false, &sum, leave, &told, &e) && told == 1 && sum.documents == 1 && number(one, "SELECT count(*) FROM document") == 2,
	   "it is told to leave after a day %s", e.text);
	ok(!forget_before(other, STR("2024-04-01"), false, &sum, NULL, NULL, &e) && sum.documents == 2 && number(one, "SELECT count(*) FROM actor") == 0, "and forgets the rest, actors too");
	ok(add(one, 4, "2024-03-05", "Q2") && number(one, "SELECT count(*) FROM actor WHERE id = 'Q2'") == 1, "who had the store open knows that the actor is gone %s", e.text);
	ok(number(one, "SELECT min(key) FROM document") == 4 && number(one, "SELECT min(key) FROM line") == 4, "keys are not given twice");
	ok(add(one, 1, "2024-03-01", "Q1") && number(one, "SELECT count(*) FROM happening") == 2, "what was forgotten can come back %s", e.text);
	store_close(other);
	store_close(one);
	remove(path);
	return done();
}
