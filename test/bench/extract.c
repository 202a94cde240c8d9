/* extract.c [-t SECONDS] PAGE… - the article of each page as a line of JSON, for extract.py:
 *
 *	{"page":"…","title":"…","date":"2024-03-05","source":"…","lang":"nl","text":"…"}
 *
 * text is what the later stages read: blocks that hold sentences of the article, without the headline.  With -t: nothing but how many
 * megabytes of pages one core reads in a second, from bytes in memory to blocks, over and over for that long.
 */
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>

#include "base/file.h"
#include "base/jsonwrite.h"
#include "ingest/ingest.h"

enum { PAGES_MAX = 4096 };

static double seconds(void)
{
	struct rusage r;

	getrusage(RUSAGE_SELF, &r);
	return (double)(r.ru_utime.tv_sec + r.ru_stime.tv_sec) + (double)(r.ru_utime.tv_usec + r.ru_stime.tv_usec) * 1e-6;
}

static bool is_read(enum block_type t)
{
	return t == BLOCK_DATELINE || t == BLOCK_LEAD || t == BLOCK_PARAGRAPH || t == BLOCK_SUBHEADING || t == BLOCK_QUOTE || t == BLOCK_CAPTION || t == BLOCK_LIST;
}

static void write_page(const char *path, const struct doc *d)
{
	struct buf b, text;
	char date[11] = "";

	buf_init(&b, d->a);
	buf_init(&text, d->a);
	for (size_t i = 0; i < d->blocks.n; i++)
		if (is_read(d->blocks.at[i].type)) {
			buf_add(&text, doc_slice(d, d->blocks.at[i].span));
			buf_byte(&text, '\n');
		}
	if (d->date != DAY_NONE)
		day_iso(d->date, date);
	struct { const char *name; struct str value; } members[] = {
		{ "page", str_c(path) }, { "title", d->title }, { "date", str_c(date) }, { "source", d->source }, { "lang", d->lang }, { "text", buf_str(&text) },
	};

	json_open(&b, '{');
	for (size_t i = 0; i < sizeof(members) / sizeof(*members); i++) {
		json_key(&b, members[i].name);
		json_text(&b, members[i].value);
	}
	json_close(&b, '}');
	printf("%.*s\n", STR_ARG(buf_str(&b)));
}

int main(int argc, char **argv)
{
	double limit = argc > 2 && !strcmp(argv[1], "-t") ? atof(argv[2]) : 0;
	const char *home = getenv("COULISSE_HOME");
	struct ingest_options o = { .date = DAY_NONE };
	struct leftovers l;
	struct arena files = { 0 }, a = { 0 };
	struct str pages[PAGES_MAX];
	struct error e;
	int first = limit > 0 ? 3 : 1, n = 0;

	if (!home || leftovers_open(&l, home, &e)) {
		fprintf(stderr, "extract: %s\n", home ? e.text : "COULISSE_HOME is not set");
		return 2;
	}
	for (int i = first; i < argc && n < PAGES_MAX; i++, n++)
		if (file_read(&files, argv[i], INGEST_MAX_BYTES, &pages[n], &e)) {
			fprintf(stderr, "extract: %s\n", e.text);
			return 3;
		}
	double begin = seconds(), spent = 0, bytes = 0;

	do {
		for (int i = 0; i < n; i++) {
			struct doc d;

			arena_reset(&a);
			doc_init(&d, &a);
			int r = read_html(&l, &o, pages[i], &d, &e);

			bytes += (double)pages[i].n;
			if (limit > 0)
				continue;
			if (r)
				fprintf(stderr, "extract: %s: %s\n", argv[first + i], e.text);
			write_page(argv[first + i], &d);
		}
		spent = seconds() - begin;
	} while (spent < limit);
	double average = 0;

	for (int i = 0; i < n; i++)
		average += (double)pages[i].n / n;
	if (limit > 0)
		printf("%d pages, %.1f KB on average: %.1f MB/s on one core\n", n, average / 1e3, bytes / 1e6 / spent);
	leftovers_close(&l);
	arena_free(&a);
	arena_free(&files);
	return 0;
}
