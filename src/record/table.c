/* table.c - the record for people.
 *
 *	2024-03-04  NLD, UKR   AGREE            Kyiv      happened  0.93
 *	            Nederland en Oekraïne tekenden …
 *
 * Columns are as wide as the widest cell of the document, up to a stated maximum; longer cells are cut with "…".
 */
#include "record/table.h"

#include <stdlib.h>

#include "base/utf8.h"

enum { DATE, WHO, WHAT, WHERE, STATUS, CONFIDENCE, CELLS, INDENT = 12 };

static const unsigned widest[CELLS] = { INDENT - 2, 40, 22, 16, 12, 4 };

struct row {
	struct str cell[CELLS];
	const struct evidence *evidence;
	const struct claim *claims;
	size_t n_claims, order;
};

struct table {
	struct doc *d;
	struct buf *out;
	const struct table_style *style;
	struct row *rows;
	size_t n;
	unsigned width[CELLS];
};

/* ---- cells ------------------------------------------------------------------ */

static struct str label(const struct doc *d, const struct participant *p)
{
	const struct entity *e;

	if (p->entity == NONE)
		return p->span.end > p->span.start ? str_printf(d->a, "“%.*s”", STR_ARG(doc_slice(d, p->span))) : STR_NONE;
	e = &d->entities.at[p->entity];
	if (e->country[0] && (e->kind == KIND_COUNTRY || e->kind == KIND_GOVERNMENT || !e->name.n))
		return str_c(e->country);
	if (e->name.n)
		return e->name;
	return doc_slice(d, p->span);
}

static void add_labels(struct buf *b, const struct doc *d, const struct participant *at, size_t n)
{
	size_t written = 0;

	for (size_t i = 0; i < n; i++) {
		struct str s = label(d, &at[i]);

		if (!s.n)
			continue;
		if (written++)
			buf_add(b, STR(", "));
		buf_add(b, s);
	}
}

static struct str who(const struct doc *d, const struct event *ev)
{
	struct buf b;

	buf_init(&b, d->a);
	add_labels(&b, d, ev->actors.at, ev->actors.n);
	if (ev->recipients.n) {
		buf_add(&b, b.n ? STR(" → ") : STR("→ "));
		add_labels(&b, d, ev->recipients.at, ev->recipients.n);
	}
	return buf_str(&b);
}

static struct str date(const struct doc *d, const struct when *t)
{
	char iso[11];
	size_t n = 10;

	if (t->precision == PRECISION_UNKNOWN || (t->start == DAY_NONE && t->end == DAY_NONE))
		return STR_NONE;
	day_iso(t->start != DAY_NONE ? t->start : t->end, iso);
	if (t->precision == PRECISION_MONTH)
		n = 7;
	else if (t->precision == PRECISION_YEAR || t->precision == PRECISION_DECADE)
		n = 4;
	return str_printf(d->a, "%.*s", (int)n, iso);
}

static struct str percent(const struct doc *d, float v)
{
	return str_printf(d->a, "%.2f", (double)v);
}

static struct row event_row(const struct doc *d, const struct event *ev)
{
	struct row r = { .evidence = &ev->evidence, .claims = ev->claims.at, .n_claims = ev->claims.n };

	r.cell[DATE] = date(d, &ev->when);
	r.cell[WHO] = who(d, ev);
	r.cell[WHAT] = ev->own_type.n ? ev->own_type : ev->mode.n ? str_printf(d->a, "%s %.*s", event_type_word(ev->type), STR_ARG(ev->mode)) : str_c(event_type_word(ev->type));
	if (ev->where.entity != NONE && d->entities.at[ev->where.entity].place.name.n)
		r.cell[WHERE] = d->entities.at[ev->where.entity].place.name;
	else
		r.cell[WHERE] = label(d, &ev->where);
	r.cell[STATUS] = str_c(status_word(ev->status));
	r.cell[CONFIDENCE] = percent(d, ev->confidence);
	return r;
}

static struct row state_row(const struct doc *d, const struct state *st)
{
	struct row r = { .evidence = &st->evidence, .claims = st->claims.at, .n_claims = st->claims.n };
	struct str object = st->relation == RELATION_HOLDS_OFFICE ? st->office : label(d, &st->object);

	r.cell[DATE] = date(d, &st->from);
	r.cell[WHO] = str_printf(d->a, "%.*s → %.*s", STR_ARG(label(d, &st->subject)), STR_ARG(object));
	if (st->relation == RELATION_HOLDS_OFFICE && st->organisation.entity != NONE)
		r.cell[WHO] = str_printf(d->a, "%.*s of %.*s", STR_ARG(r.cell[WHO]), STR_ARG(label(d, &st->organisation)));
	else if (st->relation == RELATION_HOLDS_OFFICE && st->office_country[0])
		r.cell[WHO] = str_printf(d->a, "%.*s of %s", STR_ARG(r.cell[WHO]), st->office_country);
	r.cell[WHAT] = str_c(relation_word(st->relation));
	r.cell[STATUS] = str_c(standing_word(st->standing));
	r.cell[CONFIDENCE] = percent(d, st->confidence);
	return r;
}

/* ---- rows --------------------------------------------------------------------- */

static int by_evidence(const void *x, const void *y)
{
	const struct row *a = x, *b = y;

	if (a->evidence->span.start != b->evidence->span.start)
		return a->evidence->span.start < b->evidence->span.start ? -1 : 1;
	if (a->evidence->span.end != b->evidence->span.end)
		return a->evidence->span.end < b->evidence->span.end ? -1 : 1;
	return a->order < b->order ? -1 : a->order > b->order;
}

static void collect(struct table *t)
{
	struct doc *d = t->d;

	t->rows = arena_array(d->a, struct row, d->events.n + d->states.n);
	for (size_t i = 0; i < d->events.n; i++)
		t->rows[t->n++] = event_row(d, &d->events.at[i]);
	for (size_t i = 0; i < d->states.n; i++)
		t->rows[t->n++] = state_row(d, &d->states.at[i]);
	for (size_t i = 0; i < t->n; i++)
		t->rows[i].order = i;
	qsort(t->rows, t->n, sizeof(*t->rows), by_evidence);
	for (size_t c = 0; c < CELLS; c++) {
		for (size_t i = 0; i < t->n; i++) {
			unsigned n = (unsigned)utf8_count(t->rows[i].cell[c]);

			if (n > t->width[c])
				t->width[c] = n < widest[c] ? n : widest[c];
		}
	}
	t->width[DATE] = INDENT - 2;
}

/* ---- output ------------------------------------------------------------------- */

static void pen(struct table *t, const char *code)
{
	if (t->style->colour)
		buf_printf(t->out, "\033[%sm", code);
}

static void blanks(struct buf *b, unsigned n)
{
	while (n--)
		buf_byte(b, ' ');
}

/* The first n code points of s. */
static struct str points(struct str s, unsigned n)
{
	size_t at = 0;

	while (n-- && at < s.n)
		utf8_next(s, &at);
	return str_sub(s, 0, at);
}

/* Text on one line: line ends and control characters become blanks, so that foreign text cannot steer the terminal. */
static void add_plain(struct buf *b, struct str s)
{
	for (size_t at = 0; at < s.n;) {
		size_t from = at;
		uint32_t c = utf8_next(s, &at);

		if (c == UTF8_BAD)
			buf_add(b, STR("\xEF\xBF\xBD"));
		else if (c < 0x20 || (c >= 0x7F && c < 0xA0))
			buf_byte(b, ' ');
		else
			buf_add(b, str_sub(s, from, at));
	}
}

static void cell(struct table *t, struct str s, unsigned width, bool last)
{
	unsigned n = (unsigned)utf8_count(s);

	if (n > width) {
		add_plain(t->out, points(s, width - 1));
		buf_add(t->out, STR("…"));
		n = width;
	} else {
		add_plain(t->out, s);
	}
	if (!last)
		blanks(t->out, width - n + 2);
}

static void write_row(struct table *t, const struct row *r)
{
	for (unsigned c = 0; c < CELLS; c++) {
		if (!t->width[c])
			continue;
		if (c == WHAT)
			pen(t, "1");
		cell(t, r->cell[c], t->width[c], c == CONFIDENCE);
		if (c == WHAT)
			pen(t, "0");
	}
	buf_byte(t->out, '\n');
	for (size_t i = 0; i < r->n_claims; i++) {
		struct str by = label(t->d, &r->claims[i].by);

		blanks(t->out, INDENT);
		buf_printf(t->out, "%.*s %s it\n", STR_ARG(by.n ? by : STR("(somebody)")), stance_word(r->claims[i].stance));
	}
}

/* Breaks text at blanks so that each line, indented, fits. */
static void write_text(struct table *t, struct str text)
{
	unsigned room = t->style->columns < 40 ? 40 : t->style->columns, used = 0;
	struct str rest = text, word;
	struct buf flat;

	buf_init(&flat, t->d->a);
	add_plain(&flat, text);
	rest = buf_str(&flat);
	pen(t, "2");
	while (str_split(&rest, ' ', &word)) {
		unsigned n = (unsigned)utf8_count(word);

		if (!n)
			continue;
		if (!used || used + 1 + n > room) {
			if (used)
				buf_byte(t->out, '\n');
			blanks(t->out, INDENT);
			used = INDENT;
		} else {
			buf_byte(t->out, ' ');
			used++;
		}
		buf_add(t->out, word);
		used += n;
	}
	pen(t, "0");
	buf_byte(t->out, '\n');
}

static void heading(struct table *t)
{
	struct doc *d = t->d;
	char iso[11] = "";

	if (d->sentences.n < 2 || !d->title.n)
		return;
	if (d->date != DAY_NONE)
		day_iso(d->date, iso);
	pen(t, "1;4");
	add_plain(t->out, d->title);
	pen(t, "0");
	buf_printf(t->out, "  (%.*s%s%s)\n", STR_ARG(d->lang), iso[0] ? ", " : "", iso);
}

void table_write(struct buf *out, struct doc *d, const struct table_style *style)
{
	struct table t = { .d = d, .out = out, .style = style };

	collect(&t);
	heading(&t);
	for (size_t i = 0; i < t.n; i++) {
		const struct evidence *e = t.rows[i].evidence;

		write_row(&t, &t.rows[i]);
		if (i + 1 == t.n || t.rows[i + 1].evidence->span.start != e->span.start || t.rows[i + 1].evidence->span.end != e->span.end)
			write_text(&t, doc_slice(d, e->span));
	}
	if (d->sentences.n > 1)
		buf_byte(out, '\n');
}
