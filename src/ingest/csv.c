/* csv.c - tables of articles: comma-separated values (RFC 4180) and their kin with semicolons, tabs and bars.
 *
 * The first row names the columns; what the names mean stands with the words of the languages (blocks.txt), or the user says it.  A row is an article.
 *
 * A text with commas in it is no table: by looks it is one only where the first row has a column for the text and one more that is known, and the
 * second row as many fields.  A file named .csv or .tsv is believed.
 *
 * The danger in tables is a quote that nobody closes: it swallows the rows behind it.  So when a row that runs over several lines has the wrong number of
 * fields, only its first line is given up and reading goes on at the second; how much may be read again in that way has a limit.
 */
#include "ingest/format.h"

#include "base/unicode.h"

#include <stdlib.h>

enum {
	FIELDS_MAX = 2000,
	ROW_EXTRA = 1 << 16,		/* read ahead */
	NAMES_SHOWN = 200
};

#define AGAIN_MAX	((uint64_t)256 << 20)	/* bytes of a table that are read a second time */
#define ABSENT		SIZE_MAX

struct row {
	size_t n;			/* fields; those behind FIELDS_MAX are counted and not kept */
	size_t start[FIELDS_MAX], end[FIELDS_MAX];	/* in `cells` */
	size_t taken, first_line;	/* bytes of the table: of the row, of its first line */
	size_t lines;
	bool open;			/* a quote is not closed */
};

struct table {
	const struct reading *g;
	struct input *in;
	char separator;
	bool returns;			/* lines end with a carriage return alone, as old Macs write them: turned into line feeds */
	size_t max;			/* bytes of a row */
	char *ahead, *cells;		/* read and not yet taken; the row's fields without their quotes */
	size_t at, have, room, cells_room;
	bool ended;
	struct error failed;		/* of the input, told behind the last row */
	size_t line;			/* of the next row, from 1 */
	uint64_t again;
	size_t columns[COLUMNS];	/* number of the column, or ABSENT */
	size_t width;
	struct row row;
};

/* ---- columns ------------------------------------------------------------------------------------ */

int column_find(struct str name)
{
	static const char *const names[COLUMNS] = { "id", "title", "text", "date", "url", "source", "lang" };

	for (int i = 0; i < COLUMNS; i++)
		if (str_is(name, names[i]))
			return i;
	return -1;
}

/* The next "title=Kop" of the user's. */
static int next_named(struct str *rest, int *column, struct str *name)
{
	struct str pair;

	if (!str_split(rest, ',', &pair))
		return 0;
	size_t equals = str_find(pair, '=');

	*column = column_find(str_trim(str_sub(pair, 0, equals)));
	*name = equals < pair.n ? str_trim(str_sub(pair, equals + 1, pair.n)) : STR_NONE;
	return *column < 0 || !name->n ? -1 : 1;
}

int ingest_columns_check(struct str columns, struct error *e)
{
	struct str name;
	int column, rc;

	while ((rc = next_named(&columns, &column, &name)) > 0)
		;
	return rc ? error_set(e, COU_EUSAGE, "columns are named like title=Kop,text=Tekst; there are id, title, text, date, url, source, lang") : COU_OK;
}

/* Which column is what; how many are known. */
static size_t map_columns(const struct reading *g, const char *cells, const struct row *row, size_t columns[COLUMNS])
{
	uint32_t rank[COLUMNS];
	struct arena a = { 0 };
	size_t known = 0, kept = row->n < FIELDS_MAX ? row->n : FIELDS_MAX;

	for (int c = 0; c < COLUMNS; c++) {
		columns[c] = ABSENT;
		rank[c] = UINT32_MAX;
	}
	for (size_t i = 0; i < kept; i++) {
		struct str name = str_trim((struct str){ cells + row->start[i], row->end[i] - row->start[i] }), given, rest = g->options->columns;
		uint32_t known_as = name.n < 100 ? map_get(&g->leftovers->columns, unicode_lower_str(&a, name)) : MAP_NONE;
		int c;

		if (known_as != MAP_NONE && known_as % COLUMN_RANKS + 1 < rank[known_as / COLUMN_RANKS]) {
			rank[known_as / COLUMN_RANKS] = known_as % COLUMN_RANKS + 1;
			columns[known_as / COLUMN_RANKS] = i;
		}
		while (rest.n && next_named(&rest, &c, &given) > 0)
			if (str_eq(given, name) && rank[c]) {
				rank[c] = 0;
				columns[c] = i;
			}
	}
	for (int c = 0; c < COLUMNS; c++)
		known += columns[c] != ABSENT;
	arena_free(&a);
	return known;
}

/* ---- rows ---------------------------------------------------------------------------------------- */

static void end_field(struct row *r, size_t start, size_t end)
{
	if (r->n < FIELDS_MAX) {
		r->start[r->n] = start;
		r->end[r->n] = end;
	}
	r->n++;
}

/* One row of bytes, its fields into cells (as long as bytes); false: it does not end in there.  Without quoting a quote is a letter. */
static bool split_row(struct str bytes, char separator, bool quoting, char *cells, struct row *r)
{
	size_t out = 0, start = 0;
	bool quoted = false, fresh = true;

	r->n = r->taken = r->first_line = 0;
	r->lines = 0;
	for (size_t i = 0; i < bytes.n; i++) {
		char c = bytes.p[i];

		if (c == '\n' && !r->lines++)
			r->first_line = i + 1;
		if (quoted) {
			if (c != '"')
				cells[out++] = c;
			else if (i + 1 < bytes.n && bytes.p[i + 1] == '"')
				cells[out++] = bytes.p[++i];
			else
				quoted = false;
		} else if (c == '"' && fresh && quoting) {
			quoted = true;
			fresh = false;
		} else if (c == separator || c == '\n') {
			if (c == '\n' && out > start && cells[out - 1] == '\r')
				out--;
			end_field(r, start, out);
			start = out;
			fresh = true;
			if (c == '\n') {
				r->taken = i + 1;
				r->open = false;
				return true;
			}
		} else {
			fresh = false;
			cells[out++] = c;
		}
	}
	if (out > start && cells[out - 1] == '\r')
		out--;
	end_field(r, start, out);
	r->open = quoted;
	r->taken = bytes.n;
	r->lines += bytes.n > 0;
	return false;
}

static void feed_lines(char *p, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (p[i] == '\r')
			p[i] = '\n';
}

static bool make_room(struct table *t)
{
	if (t->at) {
		memmove(t->ahead, t->ahead + t->at, t->have - t->at);
		t->have -= t->at;
		t->at = 0;
	}
	if (t->room - t->have >= ROW_EXTRA)
		return true;
	size_t room = t->have + t->have / 2 + 2 * ROW_EXTRA;
	char *ahead = realloc(t->ahead, room), *cells;

	if (!ahead)
		return false;
	t->ahead = ahead;
	t->room = room;
	cells = realloc(t->cells, room);
	if (!cells)
		return false;
	t->cells = cells;
	return true;
}

/* The next row, into t->row: 1; 0 at the end; COU_ELIMIT when it is too long (its first line is passed over). */
static int read_row(struct table *t, struct error *e)
{
	size_t tried = ABSENT;

	for (;;) {
		struct str bytes = { t->ahead + t->at, t->have - t->at };

		/* tried again when there is twice as much: a long row costs no more than its length */
		if (bytes.n && (tried == ABSENT || bytes.n >= 2 * tried || t->ended || bytes.n > t->max)) {
			if (split_row(bytes, t->separator, true, t->cells, &t->row) || t->ended) {
				bool last_line = !t->row.open && t->row.first_line == 0;

				if (last_line && t->failed.code)
					return 0;		/* cut off in the middle of a row */
				return 1;
			}
			tried = bytes.n;
		}
		if (t->ended)
			return 0;
		if (bytes.n > t->max) {
			t->row.open = true;
			t->row.n = 0;
			return error_set(e, COU_ELIMIT, "a row longer than %zu bytes", t->max);
		}
		if (!make_room(t))
			return error_set(e, COU_ELIMIT, "out of memory");
		long got = input_read(t->in, t->ahead + t->have, t->room - t->have, &t->failed);

		t->ended = got <= 0;
		if (t->returns && got > 0)
			feed_lines(t->ahead + t->have, (size_t)got);
		t->have += got > 0 ? (size_t)got : 0;
	}
}

/* Tables with tabs may have no quoting at all (IANA, text/tab-separated-values): does the first line fit so? */
static bool read_literally(struct table *t)
{
	struct str bytes = { t->ahead + t->at, t->row.first_line ? t->row.first_line : t->row.taken };

	if (t->separator != '\t')
		return false;
	split_row(bytes, t->separator, false, t->cells, &t->row);
	return t->row.n == t->width;
}

/* Behind the row; a bad one that runs over several lines costs its first line alone. */
static void leave_row(struct table *t, bool good)
{
	const struct row *r = &t->row;
	size_t taken = r->taken, lines = r->lines;

	if (!good && r->first_line && r->first_line < taken && t->again + taken < AGAIN_MAX) {
		t->again += taken;
		taken = r->first_line;
		lines = 1;
	}
	t->at += taken;
	t->line += lines;
}

static struct str cell(const struct table *t, enum column c)
{
	size_t i = t->columns[c];

	return i == ABSENT ? STR_NONE : str_trim((struct str){ t->cells + t->row.start[i], t->row.end[i] - t->row.start[i] });
}

/* ---- a row as an article ---------------------------------------------------------------------------- */

/* "20240305" as ISO 8601 has it with hyphens. */
static struct str iso_date(struct arena *a, struct str s)
{
	if (s.n != 8)
		return s;
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] < '0' || s.p[i] > '9')
			return s;
	return str_printf(a, "%.4s-%.2s-%.2s", s.p, s.p + 4, s.p + 6);
}

/* "nl", "en-GB"; what is no ISO 639-1 code is left to be found out. */
static struct str language(struct arena *a, struct str s)
{
	bool code = s.n >= 2 && (s.n == 2 || s.p[2] == '-' || s.p[2] == '_');
	char two[2];

	for (size_t i = 0; code && i < 2; i++) {
		two[i] = (char)(s.p[i] | 0x20);
		code = two[i] >= 'a' && two[i] <= 'z';
	}
	return code ? str_dup(a, (struct str){ two, 2 }) : STR_NONE;
}

static int read_article(struct table *t, struct doc *d, struct error *e)
{
	struct str cells[COLUMNS];

	for (int c = 0; c < COLUMNS; c++) {
		int rc = to_utf8(d->a, cell(t, c), t->g->carrier.charset, &cells[c], e);

		if (rc)
			return rc;
	}
	struct article x = {
		.id = cells[COLUMN_ID], .url = cells[COLUMN_URL], .source = cells[COLUMN_SOURCE], .title = cells[COLUMN_TITLE], .text = cells[COLUMN_TEXT],
		.date = iso_date(d->a, cells[COLUMN_DATE]), .lang = language(d->a, cells[COLUMN_LANG])
	};

	if (!x.text.n) {
		x.text = x.title;
		x.title = STR_NONE;
	}
	if (!x.text.n)
		return error_set(e, COU_EINPUT, "a row without a text");
	return article_document(t->g, &x, d, e);
}

/* ---- the format --------------------------------------------------------------------------------------- */

/* "a.csv", also where it is packed: "a.csv.gz". */
static bool name_ends(struct str name, struct str ending)
{
	static const char *const packed[] = { ".gz", ".zst" };

	for (size_t i = 0; i < sizeof(packed) / sizeof(*packed); i++)
		if (str_ends(name, str_c(packed[i])))
			name = str_sub(name, 0, name.n - strlen(packed[i]));
	return str_ends(name, ending);
}

static const char separators[] = ",;\t|";

/* "sep=;" before the first row, with which Excel is told: the bytes of that line, *separator what it says; 0: none. */
static size_t separator_line(struct str head, char *separator)
{
	size_t end = str_find(head, '\n');
	struct str line = str_trim(str_sub(head, 0, end));

	if (line.n >= 2 && line.p[0] == '"' && line.p[line.n - 1] == '"')
		line = str_sub(line, 1, line.n - 1);
	if (line.n != 5 || end == head.n || !str_starts(line, STR("sep=")) || !strchr(separators, line.p[4]))
		return 0;
	*separator = line.p[4];
	return end + 1;
}

/* The separator with which the first row names most known columns; 0: none of them gives two known ones with a text, or (named a table) any. */
static char find_separator(const struct reading *g, struct str head, char *cells, struct row *row, bool strict)
{
	size_t best = 0, columns[COLUMNS];
	char separator = 0;

	for (const char *s = separators; *s; s++) {
		if (!split_row(head, *s, true, cells, row) && head.n == INPUT_PEEK_MAX)
			continue;
		size_t n = row->n, known = map_columns(g, cells, row, columns), worth = 1000 * known + (n < 1000 ? n : 999);

		if (strict) {
			struct str rest = str_sub(head, row->taken, head.n);

			if (known < 2 || columns[COLUMN_TEXT] == ABSENT || n > FIELDS_MAX)
				continue;
			if (!rest.n || ((split_row(rest, *s, true, cells, row) || rest.n + row->taken < INPUT_PEEK_MAX) && row->n != n))
				continue;
		}
		if (worth > best) {
			best = worth;
			separator = *s;
		}
	}
	return separator;
}

static bool looks_like(struct str head, const struct reading *g)
{
	const struct carrier *c = &g->carrier;

	if (name_ends(c->name, STR(".csv")) || name_ends(c->name, STR(".tsv")) || str_is(c->media, "text/csv") || str_is(c->media, "text/tab-separated-values"))
		return true;
	char told;

	head = str_sub(head, separator_line(head, &told), head.n);
	/* cheap first: the first line of a table has a separator and ends soon */
	struct str line = str_sub(head, 0, str_find(head, '\n'));
	bool any = false;

	for (const char *s = separators; *s; s++)
		any |= str_find(line, *s) < line.n;
	if (!any || line.n == head.n || line.n > 8192)
		return false;
	struct row *row = malloc(sizeof(*row));
	char *cells = malloc(head.n + 1);
	bool yes = row && cells && find_separator(g, head, cells, row, true);

	free(row);
	free(cells);
	return yes;
}

static void close_table(void *state)
{
	struct table *t = state;

	free(t->ahead);
	free(t->cells);
	free(t);
}

/* The first bytes of the table, its lines ending as the reader knows them; memory a's or the input's. */
static struct str first_bytes(struct table *t, struct arena *a)
{
	struct str head = input_peek(t->in, INPUT_PEEK_MAX);

	t->returns = str_find(head, '\r') < head.n && str_find(head, '\n') == head.n;
	if (!t->returns)
		return head;
	char *copy = arena_alloc(a, head.n);

	memcpy(copy, head.p, head.n);
	feed_lines(copy, head.n);
	return (struct str){ copy, head.n };
}

static int read_header(struct table *t, struct arena *a, struct error *e)
{
	struct str head = first_bytes(t, a);

	if (str_starts(head, STR("\xEF\xBB\xBF"))) {
		input_skip(t->in, 3, NULL);
		head = first_bytes(t, a);
	}
	size_t told = separator_line(head, &t->separator);

	if (told) {
		input_skip(t->in, told, NULL);
		head = first_bytes(t, a);
		t->line++;
	}
	if (!make_room(t))
		return error_set(e, COU_ELIMIT, "out of memory");
	if (!told)
		t->separator = find_separator(t->g, head, t->cells, &t->row, false);
	if (!t->separator)
		return error_set(e, COU_EINPUT, "a table without a first row that names its columns");
	int rc = read_row(t, e);

	if (rc <= 0)
		return rc ? rc : error_set(e, COU_EINPUT, "a table that ends in its first row");
	t->width = t->row.n;
	if (t->width > FIELDS_MAX)
		return error_set(e, COU_ELIMIT, "a table of more than %d columns", FIELDS_MAX);
	map_columns(t->g, t->cells, &t->row, t->columns);
	if (t->columns[COLUMN_TEXT] == ABSENT && t->columns[COLUMN_TITLE] == ABSENT) {
		size_t n = t->row.taken < NAMES_SHOWN ? t->row.taken : NAMES_SHOWN;

		return error_set(e, COU_EINPUT, "no column is known as the text or the title; name it by --columns text=NAME; there are: %.*s",
				 STR_ARG(str_trim((struct str){ t->ahead + t->at, n })));
	}
	leave_row(t, true);
	return COU_OK;
}

static int open_table(void **state, const struct reading *g, struct input *in, struct error *e)
{
	struct table *t = calloc(1, sizeof(*t));

	if (!t)
		return error_set(e, COU_ELIMIT, "out of memory");
	t->g = g;
	t->in = in;
	t->max = g->options->max_bytes;
	t->line = 1;
	struct arena a = { 0 };
	int rc = read_header(t, &a, e);

	arena_free(&a);

	if (rc)
		close_table(t);
	else
		*state = t;
	return rc;
}

static bool is_blank(const struct table *t)
{
	return t->row.n == 1 && t->width > 1 && t->row.end[0] == t->row.start[0];
}

static enum found next_row(void *state, struct doc *d, struct inner *inner, struct error *e)
{
	struct table *t = state;
	int rc;

	(void)inner;
	for (;;) {
		rc = read_row(t, e);
		if (!rc || !is_blank(t) || rc < 0)
			break;
		leave_row(t, true);
	}
	if (!rc) {
		t->at = t->have;
		if (!t->failed.code)
			return FOUND_END;
		*e = t->failed;
		t->failed.code = 0;
		return FOUND_BAD;
	}
	d->origin = str_printf(d->a, "%.*s:%zu", STR_ARG(t->g->carrier.name), t->line);
	bool good = rc > 0 && t->row.n == t->width && !t->row.open;

	if (rc > 0 && !good) {
		struct row row = t->row;

		error_set(e, COU_EINPUT, row.open ? "a quote is not closed" : "%zu fields in a table of %zu columns", row.n, t->width);
		good = read_literally(t);
		if (!good)
			t->row = row;
	}
	rc = good ? read_article(t, d, e) : COU_EINPUT;
	leave_row(t, good);
	return rc ? FOUND_BAD : FOUND_DOC;
}

const struct format format_csv = {
	.name = "csv", .about = "a table with a row for each article (CSV, TSV)", .looks_like = looks_like, .open = open_table, .next = next_row,
	.close = close_table
};
