#include "query/answer.h"

#include "base/jsonwrite.h"
#include "base/utf8.h"

enum { FLUSH = 1 << 16, GAP = 2, NARROW = 10, WIDE = 20 };	/* columns that may be as wide as WIDE give way, down to NARROW */

static struct str label(const struct column *c)
{
	return str_c(c->label ? c->label : c->name);
}

static void flush(struct answer *an)
{
	if (an->out.n && !an->failed && an->write(an->user, an->out.p, an->out.n))
		an->failed = true;
	an->out.n = 0;
}

void answer_begin(struct answer *an, struct arena *a, struct arena *row, const struct question *q, const struct column *columns, size_t n, answer_write *write, void *user)
{
	*an = (struct answer){ .a = a, .row = row, .q = q, .columns = columns, .n_columns = n, .write = write, .user = user };
	buf_init(&an->out, a);
}

/* ---- a table ------------------------------------------------------------------------- */

/* Cut to so many places, control characters made blanks. */
static void cell(struct buf *b, struct str s, unsigned width, bool right, bool last)
{
	size_t points = utf8_count(s), shown = points > width ? width : points, at = 0;
	bool cut = points > width && width;

	for (size_t i = shown; right && i < width; i++)
		buf_byte(b, ' ');
	for (size_t k = 0; k < shown - cut; k++) {
		size_t from = at;
		uint32_t c = utf8_next(s, &at);

		if (c < ' ' || c == 0x7F || c == UTF8_BAD)
			buf_byte(b, ' ');
		else
			buf_add(b, str_sub(s, from, at));
	}
	if (cut)
		buf_add(b, STR("\xE2\x80\xA6"));
	for (size_t i = shown; !right && !last && i < width; i++)
		buf_byte(b, ' ');
}

static void dim(struct answer *an, bool on)
{
	if (an->q->colour)
		buf_add(&an->out, on ? STR("\033[2m") : STR("\033[0m"));
}

static size_t last_column(const struct answer *an)
{
	size_t last = 0;

	for (size_t i = 0; i < an->n_columns; i++)
		if (an->widths[i])
			last = i;
	return last;
}

static void cells(struct answer *an, const struct str *at)
{
	size_t last = last_column(an);

	for (size_t i = 0; i < an->n_columns; i++) {
		if (!an->widths[i])
			continue;
		cell(&an->out, at[i], an->widths[i], an->columns[i].number, i == last);
		if (i < last)
			for (unsigned k = 0; k < GAP; k++)
				buf_byte(&an->out, ' ');
	}
	buf_byte(&an->out, '\n');
}

/* The sentence, folded to the width, indented. */
static void sentence(struct answer *an, const struct answer_row *r)
{
	struct str rest = r->quote, word;
	unsigned width = an->q->columns > 24 ? an->q->columns : 100;
	size_t used = 0;

	while (rest.n && str_split(&rest, ' ', &word)) {
		size_t n = utf8_count(word);

		if (used && used + 1 + n > width) {
			buf_byte(&an->out, '\n');
			used = 0;
		}
		if (!used) {
			buf_add(&an->out, STR("    "));
			used = 4;
		} else {
			buf_byte(&an->out, ' ');
			used++;
		}
		cell(&an->out, word, (unsigned)n, false, true);
		used += n;
	}
	if (r->quote.n)
		buf_byte(&an->out, '\n');
	if (r->origin.n) {
		dim(an, true);
		buf_add(&an->out, STR("    "));
		cell(&an->out, r->origin, width - 4, false, true);
		dim(an, false);
		buf_byte(&an->out, '\n');
	}
}

static void table_row(struct answer *an, const struct answer_row *r)
{
	if (!r->cells) {		/* a heading */
		dim(an, true);
		buf_add(&an->out, r->quote);
		dim(an, false);
		buf_byte(&an->out, '\n');
		return;
	}
	cells(an, r->cells);
	if (an->q->verbose)
		sentence(an, r);
}

/* The widest column that may still give way, or n_columns. */
static size_t giving_way(const struct answer *an)
{
	size_t most = an->n_columns;

	for (size_t i = 0; i < an->n_columns; i++)
		if (an->columns[i].width >= WIDE && an->widths[i] > NARROW && (most == an->n_columns || an->widths[i] > an->widths[most]))
			most = i;
	return most;
}

/* As wide as the widest of the rows kept, at most as the column allows; too wide for the terminal: the widest gives way. */
static void measure(struct answer *an)
{
	unsigned sum = 0;

	for (size_t i = 0; i < an->n_columns; i++) {
		size_t widest = utf8_count(label(&an->columns[i]));

		for (size_t k = 0; k < an->kept.n; k++)
			if (an->kept.at[k].cells && utf8_count(an->kept.at[k].cells[i]) > widest)
				widest = utf8_count(an->kept.at[k].cells[i]);
		an->widths[i] = widest < an->columns[i].width ? (unsigned)widest : an->columns[i].width;
		sum += an->widths[i] ? an->widths[i] + GAP : 0;
	}
	for (size_t i; an->q->columns && sum > an->q->columns + GAP && (i = giving_way(an)) < an->n_columns; sum--)
		an->widths[i]--;
}

static void begin_table(struct answer *an)
{
	struct str names[ANSWER_COLUMNS_MAX];

	an->begun = true;
	if (!an->kept.n)
		return;
	measure(an);
	for (size_t i = 0; i < an->n_columns; i++)
		names[i] = label(&an->columns[i]);
	if (an->rows) {
		dim(an, true);
		cells(an, names);
		dim(an, false);
	}
	for (size_t k = 0; k < an->kept.n; k++)
		table_row(an, &an->kept.at[k]);
	an->kept.n = 0;
}

static void keep(struct answer *an, const struct answer_row *r)
{
	struct answer_row *k = vec_push(an->a, &an->kept);
	struct str *own = r->cells ? arena_array(an->a, struct str, an->n_columns) : NULL;

	for (size_t i = 0; own && i < an->n_columns; i++)
		own[i] = str_dup(an->a, r->cells[i]);
	*k = (struct answer_row){ .cells = own, .quote = str_dup(an->a, r->quote), .origin = str_dup(an->a, r->origin) };
}

/* ---- values with separators ------------------------------------------------------------ */

static void csv_cell(struct buf *b, struct str s)
{
	if (str_find(s, ',') == s.n && str_find(s, '"') == s.n && str_find(s, '\n') == s.n && str_find(s, '\r') == s.n) {
		buf_add(b, s);
		return;
	}
	buf_byte(b, '"');
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '"')
			buf_byte(b, '"');
		buf_byte(b, s.p[i]);
	}
	buf_byte(b, '"');
}

static void tsv_cell(struct buf *b, struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		buf_byte(b, s.p[i] == '\t' || s.p[i] == '\n' || s.p[i] == '\r' ? ' ' : s.p[i]);
}

static void values(struct answer *an, const struct str *at)
{
	bool csv = an->q->form == ANSWER_CSV;

	for (size_t i = 0; i < an->n_columns; i++) {
		if (i)
			buf_byte(&an->out, csv ? ',' : '\t');
		if (csv)
			csv_cell(&an->out, at[i]);
		else
			tsv_cell(&an->out, at[i]);
	}
	buf_add(&an->out, csv ? STR("\r\n") : STR("\n"));
}

static void value_names(struct answer *an)
{
	struct str names[ANSWER_COLUMNS_MAX];

	for (size_t i = 0; i < an->n_columns; i++)
		names[i] = str_c(an->columns[i].name);
	values(an, names);
	an->begun = true;
}

/* ---- JSON ------------------------------------------------------------------------------ */

static void json_line(struct answer *an, const struct answer_row *r)
{
	struct buf *b = &an->out;

	if (r->json.n) {
		buf_add(b, r->json);
		buf_byte(b, '\n');
		return;
	}
	json_open(b, '{');
	for (size_t i = 0; i < an->n_columns; i++) {
		json_key(b, an->columns[i].name);
		if (an->columns[i].number && r->cells[i].n)
			buf_add(b, r->cells[i]);
		else
			json_text_or_null(b, r->cells[i]);
	}
	if (an->q->verbose && r->quote.n) {
		json_key(b, "quote");
		json_text(b, r->quote);
	}
	json_close(b, '}');
	buf_byte(b, '\n');
}

/* ---- all -------------------------------------------------------------------------------- */

void answer_row(struct answer *an, const struct answer_row *r)
{
	an->rows += r->cells != NULL;
	switch (an->q->form) {
	case ANSWER_JSON:
		json_line(an, r);
		break;
	case ANSWER_CSV:
	case ANSWER_TSV:
		if (!an->begun)
			value_names(an);
		values(an, r->cells);
		break;
	default:
		if (!an->begun) {
			keep(an, r);
			if (an->kept.n == ANSWER_KEPT)
				begin_table(an);
		} else {
			table_row(an, r);
		}
	}
	if (an->out.n >= FLUSH)
		flush(an);
	arena_reset(an->row);
}

void answer_heading(struct answer *an, struct str text)
{
	if (an->q->form == ANSWER_TABLE)
		answer_row(an, &(struct answer_row){ .quote = text });
}

int answer_end(struct answer *an)
{
	if (!an->begun && an->q->form == ANSWER_TABLE)
		begin_table(an);
	if (!an->begun && (an->q->form == ANSWER_CSV || an->q->form == ANSWER_TSV))
		value_names(an);
	flush(an);
	return an->failed ? -1 : 0;
}
