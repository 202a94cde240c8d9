#include "coulisse_report.h"

#include <stdlib.h>

#include "base/jsonwrite.h"

enum { KIND_MAX = 120 };		/* bytes of a reason */

void report_init(struct report *r)
{
	*r = (struct report){ 0 };
	map_init(&r->formats.index, &r->a);
	map_init(&r->languages.index, &r->a);
	map_init(&r->skipped.index, &r->a);
	map_init(&r->bad.index, &r->a);
}

void report_free(struct report *r)
{
	arena_free(&r->a);
}

void tally_add(struct report *r, struct tally *t, struct str name, uint64_t bytes)
{
	uint32_t at = map_get(&t->index, name);

	if (at == MAP_NONE && t->index.n == REPORT_KINDS_MAX)
		at = REPORT_KINDS_MAX;
	if (at == MAP_NONE) {
		at = t->index.n;
		t->at[at].name = str_dup(&r->a, name);
		*map_put(&t->index, t->at[at].name) = at;
	}
	t->at[at].n++;
	t->at[at].bytes += bytes;
}

/* Digits become N, what stands in quotes …, what is no printable ASCII ?. */
static struct str kind_of(const char *message, char out[KIND_MAX])
{
	size_t n = 0;

	for (const char *p = message; *p && n < KIND_MAX - 8; p++) {
		const char *closing = *p == '"' ? strchr(p + 1, '"') : NULL;

		if (closing) {
			memcpy(out + n, "\"…\"", 5);
			n += 5;
			p = closing;
		} else if (*p >= '0' && *p <= '9') {
			if (!n || out[n - 1] != 'N')
				out[n++] = 'N';
		} else {
			out[n++] = *p < ' ' || *p > '~' ? '?' : *p;
		}
	}
	return (struct str){ out, n };
}

void tally_reason(struct report *r, struct tally *t, const char *message)
{
	char kind[KIND_MAX];

	tally_add(r, t, kind_of(message, kind), 0);
}

/* ---- out ---------------------------------------------------------------------------------- */

struct row {
	struct str name;
	uint64_t n, bytes;
};

static int most_first(const void *x, const void *y)
{
	const struct row *a = x, *b = y;

	return a->n != b->n ? (a->n < b->n ? 1 : -1) : str_cmp(a->name, b->name);
}

static size_t rows_of(const struct tally *t, struct row rows[REPORT_KINDS_MAX + 1])
{
	size_t n = 0;

	for (; n < t->index.n; n++)
		rows[n] = (struct row){ t->at[n].name, t->at[n].n, t->at[n].bytes };
	if (n)
		qsort(rows, n, sizeof(*rows), most_first);
	if (t->at[REPORT_KINDS_MAX].n)
		rows[n++] = (struct row){ STR("others"), t->at[REPORT_KINDS_MAX].n, t->at[REPORT_KINDS_MAX].bytes };
	return n;
}

static uint64_t sum_of(const struct tally *t)
{
	uint64_t sum = 0;

	for (size_t i = 0; i <= REPORT_KINDS_MAX; i++)
		sum += t->at[i].n;
	return sum;
}

static void number(struct buf *b, const char *name, uint64_t n)
{
	json_key(b, name);
	json_int(b, (long long)n);
}

static void list(struct buf *b, const char *name, const struct tally *t, const char *what, const char *bytes)
{
	struct row rows[REPORT_KINDS_MAX + 1];
	size_t n = rows_of(t, rows);

	json_key(b, name);
	json_open(b, '[');
	for (size_t i = 0; i < n; i++) {
		json_open(b, '{');
		json_key(b, what);
		json_text(b, rows[i].name);
		number(b, "n", rows[i].n);
		if (bytes)
			number(b, bytes, rows[i].bytes);
		json_close(b, '}');
	}
	json_close(b, ']');
}

void report_json(const struct report *r, struct buf *b)
{
	json_open(b, '{');
	number(b, "files", r->files);
	number(b, "bytes", r->bytes);
	json_key(b, "seconds");
	json_fixed(b, r->seconds, 3);
	number(b, "documents", r->documents);
	number(b, "words", r->words);
	number(b, "lines", r->lines);
	number(b, "events", r->events);
	number(b, "states", r->states);
	number(b, "known", r->known);
	number(b, "unknown_language", r->unknown_language);
	list(b, "formats", &r->formats, "format", "bytes");
	list(b, "languages", &r->languages, "lang", NULL);
	list(b, "skipped", &r->skipped, "why", NULL);
	list(b, "bad", &r->bad, "why", NULL);
	json_close(b, '}');
	buf_byte(b, '\n');
}

static void table_rows(struct buf *b, const char *heading, const struct tally *t, bool bytes)
{
	struct row rows[REPORT_KINDS_MAX + 1];
	size_t n = rows_of(t, rows);

	if (!n)
		return;
	buf_printf(b, "%-10s %12llu\n", heading, (unsigned long long)sum_of(t));
	for (size_t i = 0; i < n; i++) {
		buf_printf(b, "           %12llu  %.*s", (unsigned long long)rows[i].n, STR_ARG(rows[i].name));
		if (bytes)
			buf_printf(b, ", %.1f MB", (double)rows[i].bytes / 1e6);
		buf_byte(b, '\n');
	}
}

void report_table(const struct report *r, struct buf *b)
{
	buf_printf(b, "read       %12llu files, %.1f MB, in %.1f s\n", (unsigned long long)r->files, (double)r->bytes / 1e6, r->seconds);
	table_rows(b, "documents", &r->formats, true);
	table_rows(b, "coded", &r->languages, false);
	if (r->known)
		buf_printf(b, "known      %12llu left as they were\n", (unsigned long long)r->known);
	if (r->unknown_language)
		buf_printf(b, "language   %12llu in none that is known\n", (unsigned long long)r->unknown_language);
	table_rows(b, "skipped", &r->skipped, false);
	table_rows(b, "bad", &r->bad, false);
	buf_printf(b, "written    %12llu lines, %llu events, %llu states, of %llu words\n", (unsigned long long)r->lines, (unsigned long long)r->events,
		   (unsigned long long)r->states, (unsigned long long)r->words);
}
