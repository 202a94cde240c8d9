/* fill.c STORE DOCUMENTS PER-DAY [FIRST-DAY [WIDTH [bare]]]: a store of made-up news, as big as one likes, through store_add as `coulisse add` uses it.
 *
 * What is made has the sizes and the ties of news, not its meaning: articles of 350 to 450 made-up words with frequencies as words have (1/rank), one in five a
 * reprint of one of the same day under another outlet; three events and, every third article, a state; half of the events are of what many report on
 * that day, by participants who are in the news as names are (1/rank).  The lines are JSON of about the length that `coulisse code` writes (900 bytes).
 * FIRST-DAY: of the first article (2000-01-01); WIDTH: day, month, year, none; bare: no texts are kept.  A line of figures for each 10,000 documents:
 *
 *	documents  seconds for 1,000 of them  seconds of grouping since the last line
 *
 * and at the end "end" and the last grouping, then "cpu" and this process's processor seconds without those of making things up.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/date.h"
#include "base/str.h"
#include "store/store.h"

enum { BATCH = 2000, SHOWN = 10000, VOCABULARY = 20000, ACTORS = 3000, OUTLETS = 40, LINES = 3, WORDS = 400, SPREAD = 50, QUOTE = 22, REPRINT = 5, HOT = 20 };

static double seconds(clockid_t clock)
{
	struct timespec t;

	clock_gettime(clock, &t);
	return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static double now(void)
{
	return seconds(CLOCK_MONOTONIC);
}

/* ---- chance, the same every time ------------------------------------------------------- */

static uint64_t state;

static uint64_t mix(uint64_t x)
{
	x = (x ^ x >> 30) * 0xBF58476D1CE4E5B9u;
	x = (x ^ x >> 27) * 0x94D049BB133111EBu;
	return x ^ x >> 31;
}

static uint64_t any(void)
{
	return mix(state += 0x9E3779B97F4A7C15u);
}

static unsigned below(unsigned n)
{
	return (unsigned)(any() % n);
}

/* 0 … n-1, i about as often as 1/(i+1). */
static unsigned ranked(unsigned n)
{
	unsigned i = (unsigned)pow(n + 1, (double)(any() >> 11) * 0x1p-53) - 1;

	return i < n ? i : n - 1;
}

/* ---- words and names ------------------------------------------------------------------------ */

static void add_word(struct buf *b, unsigned rank)
{
	static const char *const syllables[] = { "ba", "ke", "li", "mo", "nu", "ra", "se", "ti", "vo", "za", "den", "gor", "hil", "jan", "pet", "wes" };

	do {
		buf_add(b, str_c(syllables[rank % 16]));
		rank /= 16;
	} while (rank);
}

static void add_words(struct buf *b, unsigned n)
{
	while (n--) {
		add_word(b, ranked(VOCABULARY));
		buf_byte(b, n ? ' ' : '.');
	}
}

static void add_actor(struct buf *b, unsigned actor, const char *role)
{
	static const char *const kinds[] = { "country", "government", "person", "person", "organisation" };

	buf_printf(b, "\"%s\":[{\"id\":\"Q%u\",\"name\":\"", role, 1000 + actor);
	add_word(b, 40000 + actor * 7);
	buf_printf(b, "\",\"kind\":\"%s\",\"country\":\"%c%c%c\",\"sector\":\"GOV\",\"text\":\"", kinds[actor % 5], 'A' + actor % 20, 'A' + actor / 20 % 10, 'A' + actor % 3);
	add_word(b, 40000 + actor * 7);
	buf_printf(b, "\",\"start\":0,\"end\":9}],");
}

/* ---- a document ------------------------------------------------------------------------------- */

struct filling {
	struct buf text, lines;
	uint64_t number;		/* of the document */
	unsigned per_day;
	day d;
	char iso[11];
};

/* What is told: by many, or by this article alone. */
static uint64_t topic(const struct filling *f)
{
	unsigned hot = f->per_day / HOT + 1;

	return below(2) ? mix((uint64_t)f->d * 1000003 + below(hot)) : any();
}

static void add_event(struct filling *f, unsigned n)
{
	static const char *const types[] = { "CONSULT", "SAY", "ACCUSE", "ASSAULT", "AGREE", "THREATEN", "SANCTION", "AID", "DEMAND", "MOBILIZE" };
	uint64_t after, told = topic(f);
	struct buf *b = &f->lines;
	unsigned type;

	after = state;
	state = told;
	type = ranked(10);
	buf_printf(b, "{\"kind\":\"event\",\"id\":\"e-%016llx\",\"doc\":\"d-%016llx\",\"coder\":\"fill\",\"type\":\"%s\",\"mode\":null,\"contexts\":[],\"cameo\":\"040\",\"quad\":%u,"
		      "\"goldstein\":-2,\"trigger\":{\"text\":\"", (unsigned long long)mix(f->number * 8 + n + 1), (unsigned long long)mix(f->number), types[type], 1 + type % 4);
	add_word(b, 100 + type * 13);
	buf_printf(b, "\",\"start\":13,\"end\":22},");
	add_actor(b, ranked(ACTORS), "actors");
	add_actor(b, ranked(ACTORS), "recipients");
	buf_printf(b, "\"topic\":null,\"where\":{\"id\":\"geonames:%u\",\"name\":\"", 5000 + below(200));
	add_word(b, 9000 + below(200));
	buf_printf(b, "\",\"country\":\"%c%cA\",\"lat\":50.%u,\"lon\":5.%u,\"precision\":\"city\"},\"when\":{\"start\":\"%s\",\"end\":\"%s\",\"precision\":\"day\",\"basis\":\"text\","
		      "\"text\":null},\"status\":\"happened\",\"claims\":[", 'A' + below(20), 'A' + below(10), below(99999), below(99999), f->iso, f->iso);
	state = after;
	if (!below(4)) {
		buf_printf(b, "{\"stance\":\"asserts\",\"kind\":\"statement\",");
		buf_printf(b, "\"cue\":{\"text\":\"kego\",\"start\":1,\"end\":5},\"by\":{\"id\":\"Q%u\",\"name\":\"baka\",\"kind\":\"person\",\"country\":null,\"sector\":null,\"text\":\"baka\"}}", 1000 + ranked(ACTORS));
	}
	buf_printf(b, "],\"evidence\":{\"start\":%u,\"end\":%u,\"quote\":\"", n * 150, n * 150 + 150);
	after = state;
	state = told;
	add_words(b, QUOTE);
	state = after;
	buf_printf(b, "\",\"sentence\":%u},\"confidence\":0.%02u}\n", n, 30 + below(65));
}

static void add_state(struct filling *f)
{
	struct buf *b = &f->lines;

	buf_printf(b, "{\"kind\":\"state\",\"id\":\"s-%016llx\",\"doc\":\"d-%016llx\",\"coder\":\"fill\",\"relation\":\"holds_office\",\"subject\":{\"id\":\"Q%u\",\"name\":\"",
		   (unsigned long long)mix(f->number * 8), (unsigned long long)mix(f->number), 1000 + ranked(ACTORS));
	add_word(b, 40000 + below(ACTORS));
	buf_printf(b, "\",\"kind\":\"person\",\"country\":\"NLD\",\"sector\":\"GOV\",\"office\":\"minister\",\"text\":\"kemo\"},\"object\":{\"name\":\"minister\",\"country\":\"NLD\","
		      "\"organisation\":null,\"text\":\"kemo\"},\"from\":null,\"to\":null,\"standing\":\"in_force\",\"qualifiers\":{},\"claims\":[],\"evidence\":{\"start\":600,\"end\":750,"
		      "\"quote\":\"");
	add_words(b, QUOTE);
	buf_printf(b, "\",\"sentence\":4},\"confidence\":0.%02u}\n", 30 + below(65));
}

/* A reprint has the text of the one before it. */
static struct str make_document(struct filling *f, struct arena *a, struct arena *kept)
{
	struct buf *b = &f->lines;

	buf_init(b, a);
	if (f->number % f->per_day == 0 || below(REPRINT)) {
		arena_reset(kept);
		buf_init(&f->text, kept);
		add_words(&f->text, WORDS - SPREAD + below(2 * SPREAD));
	}
	buf_printf(b, "{\"kind\":\"document\",\"id\":\"d-%016llx\",\"doc\":\"d-%016llx\",\"coder\":\"fill\",\"url\":\"https://outlet%u.example/news/%llu\",\"source\":\"Outlet %u\",\"title\":\"",
		   (unsigned long long)mix(f->number), (unsigned long long)mix(f->number), below(OUTLETS), (unsigned long long)f->number, below(OUTLETS));
	add_words(b, 9);
	buf_printf(b, "\",\"lang\":\"en\",\"published\":\"%s\",\"retrieved\":null,\"text\":\"%.*s\",\"blocks\":[{\"type\":\"title\",\"start\":0,\"end\":60},{\"type\":\"paragraph\",\"start\":62,"
		      "\"end\":1200}],\"sha256\":\"%016llx%016llx%016llx%016llx\"}\n", f->iso, STR_ARG(buf_str(&f->text)), (unsigned long long)mix(f->number + 1), (unsigned long long)mix(f->number + 2),
		   (unsigned long long)mix(f->number + 3), (unsigned long long)mix(f->number + 4));
	for (unsigned n = 0; n < LINES; n++)
		add_event(f, n);
	if (f->number % 3 == 0)
		add_state(f);
	return buf_str(b);
}

/* ---- all ------------------------------------------------------------------------------------------ */

static int fill(struct store *s, uint64_t documents, unsigned per_day, day first, struct error *e)
{
	struct filling f = { .per_day = per_day };
	struct arena a = { 0 }, kept = { 0 };
	struct store_sum sum = { 0 };
	double began, making = 0, grouping = 0, made_up = 0;

	if (store_begin(s, "add", e))
		return COU_ESTORE;
	began = now();
	for (f.number = 0; f.number < documents; f.number++) {
		double t = now(), cpu = seconds(CLOCK_PROCESS_CPUTIME_ID);
		struct str lines;

		f.d = first + (day)(f.number / per_day);
		day_iso(f.d, f.iso);
		arena_reset(&a);
		lines = make_document(&f, &a, &kept);
		making += now() - t;
		made_up += seconds(CLOCK_PROCESS_CPUTIME_ID) - cpu;
		if (store_add(s, lines, &sum, e))
			return COU_ESTORE;
		if ((f.number + 1) % BATCH == 0) {
			t = now();
			if (store_save(s, e))
				return COU_ESTORE;
			if ((f.number + 1) % 30000 == 0)
				grouping += now() - t;
		}
		if ((f.number + 1) % SHOWN == 0) {
			printf("%8llu %8.3f %8.2f\n", (unsigned long long)f.number + 1, (now() - began - making - grouping) * 1000 / SHOWN, grouping);
			fflush(stdout);
			making = grouping = 0;
			began = now();
		}
	}
	began = now();
	if (store_finish(s, e))
		return COU_ESTORE;
	printf("%8llu %8s %8.2f\n", (unsigned long long)f.number, "end", now() - began);
	printf("%8llu %8s %8.2f\n", (unsigned long long)f.number, "cpu", seconds(CLOCK_PROCESS_CPUTIME_ID) - made_up);
	arena_free(&a);
	arena_free(&kept);
	return 0;
}

int main(int argc, char **argv)
{
	struct store_options o = { .trusted = true, .now = "2026-11-27T00:00:00Z", .partition = argc > 5 ? argv[5] : NULL, .no_text = argc > 6 };
	uint64_t documents = argc > 3 ? strtoull(argv[2], NULL, 10) : 0;
	unsigned per_day = argc > 3 ? (unsigned)strtoul(argv[3], NULL, 10) : 0;
	day first = day_parse(str_c(argc > 4 ? argv[4] : "2000-01-01"));
	struct error e = { 0 };
	struct store *s;

	if (!documents || !per_day || first == DAY_NONE) {
		fprintf(stderr, "usage: fill STORE DOCUMENTS PER-DAY [FIRST-DAY [WIDTH [bare]]]\n");
		return 2;
	}
	if (store_open(&s, argv[1], DB_CREATE, &o, &e) || fill(s, documents, per_day, first, &e)) {
		fprintf(stderr, "fill: %s\n", e.text);
		return 4;
	}
	store_close(s);
	return 0;
}
