#include "record/conllu.h"

#include "base/unicode.h"
#include "base/utf8.h"

enum { COLUMNS = 10, FORM = 1, MISC = 9, MAX_WORDS = 4 << 20 };

/* ---- out ---------------------------------------------------------------------- */

/* Blanks and line ends become one blank: the format has a line for each field. */
static void add_line(struct buf *b, struct str s)
{
	bool blank = false;

	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];

		if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
			blank = true;
			continue;
		}
		if (blank)
			buf_byte(b, ' ');
		blank = false;
		buf_byte(b, c);
	}
}

static void column(struct buf *b, struct str s)
{
	buf_byte(b, '\t');
	if (s.n)
		add_line(b, s);
	else
		buf_byte(b, '_');
}

static void misc(struct buf *b, const struct doc *d, uint32_t i)
{
	const struct token *t = &d->tokens.at[i];
	bool glued = i + 1 < d->tokens.n && d->tokens.at[i + 1].sentence == t->sentence && d->tokens.at[i + 1].span.start == t->span.end;
	bool name = t->ne != NE_O;

	buf_byte(b, '\t');
	if (name)
		buf_printf(b, "NE=%s", ne_word(t->ne));
	if (glued)
		buf_add(b, name ? STR("|SpaceAfter=No") : STR("SpaceAfter=No"));
	if (!name && !glued)
		buf_byte(b, '_');
}

static void word(struct buf *b, const struct doc *d, const struct sentence *s, uint32_t i)
{
	const struct token *t = &d->tokens.at[i];

	buf_printf(b, "%u", i - s->first + 1);
	column(b, t->form);
	column(b, t->lemma);
	column(b, str_c(upos_word(t->upos)));
	column(b, STR_NONE);
	column(b, t->feats);
	buf_printf(b, "\t%u", t->head == NONE ? 0 : t->head - s->first + 1);
	column(b, str_c(deprel_word(t->deprel)));
	column(b, STR_NONE);
	misc(b, d, i);
	buf_byte(b, '\n');
}

/* Are t and t + 1 syntactic words of one orthographic word ("don't", "cannot", "John's")?  Letters to letters or an apostrophe. */
static bool joined(const struct doc *d, const struct sentence *s, uint32_t t)
{
	if (t + 1 >= s->end || d->tokens.at[t].span.end != d->tokens.at[t + 1].span.start)
		return false;
	struct str a = d->tokens.at[t].form, b = d->tokens.at[t + 1].form;
	size_t at = 0;
	uint32_t c = UTF8_BAD, first;

	while (at < a.n)
		c = utf8_next(a, &at);
	at = 0;
	first = b.n ? utf8_next(b, &at) : UTF8_BAD;
	if ((first == '\'' || first == 0x2019) && at < b.n)
		first = utf8_next(b, &at);
	return c != UTF8_BAD && first != UTF8_BAD && unicode_is_letter(c) && unicode_is_letter(first);
}

/* The line of a multi-word token: "3-4	don't". */
static void range(struct buf *out, const struct doc *d, const struct sentence *s, uint32_t first, uint32_t last)
{
	struct span span = { d->tokens.at[first].span.start, d->tokens.at[last].span.end };

	buf_printf(out, "%u-%u\t", first - s->first + 1, last - s->first + 1);
	add_line(out, doc_slice(d, span));
	bool glued = last + 1 < s->end && d->tokens.at[last + 1].span.start == span.end;

	buf_printf(out, "\t_\t_\t_\t_\t_\t_\t_\t%s\n", glued ? "SpaceAfter=No" : "_");
}

void conllu_write(struct buf *out, const struct doc *d)
{
	uint32_t block = NONE;

	if (d->id.n) {
		buf_add(out, STR("# newdoc id = "));
		add_line(out, d->id);
		buf_byte(out, '\n');
	}
	for (size_t i = 0; i < d->sentences.n; i++) {
		const struct sentence *s = &d->sentences.at[i];

		if (s->first == s->end)
			continue;
		if (s->block != block)
			buf_add(out, STR("# newpar\n"));
		block = s->block;
		buf_printf(out, "# sent_id = %zu\n# text = ", i + 1);
		add_line(out, doc_slice(d, s->span));
		buf_byte(out, '\n');
		for (uint32_t t = s->first, covered = s->first; t < s->end; t++) {
			uint32_t last = t;

			while (joined(d, s, last))
				last++;
			if (t >= covered && last > t) {
				range(out, d, s, t, last);
				covered = last + 1;
			}
			word(out, d, s, t);
		}
		buf_byte(out, '\n');
	}
}

/* ---- in ----------------------------------------------------------------------- */

struct reading {
	struct doc *d;
	struct buf text;
	bool glue;			/* the word before has SpaceAfter=No */
	uint32_t range_end;		/* last word of a range whose surface is written once */
	bool range_glue;
};

static uint8_t cased(struct str form)
{
	unsigned letters = 0, upper = 0;
	bool first = false;

	for (size_t at = 0; at < form.n;) {
		uint32_t c = utf8_next(form, &at);

		if (c == UTF8_BAD || !unicode_is_letter(c))
			continue;
		first |= !letters && unicode_is_upper(c);
		letters++;
		upper += unicode_is_upper(c);
	}
	return letters > 1 && upper == letters ? 2 : first;
}

static uint32_t decimal(struct str s)
{
	uint32_t v = 0;

	for (size_t i = 0; i < s.n && s.p[i] >= '0' && s.p[i] <= '9' && v < 1000000; i++)
		v = v * 10 + (uint32_t)(s.p[i] - '0');
	return v;
}

static void add_word(struct reading *r, struct str form, bool first)
{
	struct token *t = vec_push(r->d->a, &r->d->tokens);

	if (first && r->text.n)
		buf_byte(&r->text, '\n');
	else if (!first && !r->glue)
		buf_byte(&r->text, ' ');
	t->span.start = (uint32_t)r->text.n;
	buf_add(&r->text, form);
	t->span.end = (uint32_t)r->text.n;
	t->cased = cased(form);
	t->head = t->child = t->next = NONE;
	t->sentence = (uint32_t)r->d->sentences.n - 1;
}

static int read_line(struct reading *r, struct str line, bool *inside, size_t number, struct error *e)
{
	struct str rest = line, column[COLUMNS];
	unsigned n = 0;
	uint32_t id;

	while (n < COLUMNS && str_split(&rest, '\t', &column[n]))
		n++;
	if (n < COLUMNS || rest.p || !column[FORM].n)
		return error_set(e, COU_EINPUT, "line %zu: %d columns expected", number, COLUMNS);
	id = decimal(column[0]);
	if (str_find(column[0], '.') < column[0].n)
		return 0;
	if (str_find(column[0], '-') < column[0].n) {
		r->range_end = decimal(str_sub(column[0], str_find(column[0], '-') + 1, column[0].n));
		r->range_glue = str_search(column[MISC], STR("SpaceAfter=No")) < column[MISC].n;
		return 0;
	}
	if (r->d->tokens.n == MAX_WORDS)
		return error_set(e, COU_ELIMIT, "line %zu: more than %d words", number, MAX_WORDS);
	if (!*inside) {
		struct sentence *s = vec_push(r->d->a, &r->d->sentences);

		s->first = (uint32_t)r->d->tokens.n;
		s->root = NONE;
	}
	add_word(r, column[FORM], !*inside);
	*inside = true;
	r->glue = str_search(column[MISC], STR("SpaceAfter=No")) < column[MISC].n;
	if (id < r->range_end)
		r->glue = true;
	else if (id == r->range_end)
		r->glue = r->range_glue;
	return 0;
}

static void finish(struct reading *r)
{
	struct doc *d = r->d;
	struct block *b;

	d->text = buf_str(&r->text);
	for (size_t i = 0; i < d->tokens.n; i++)
		d->tokens.at[i].form = doc_slice(d, d->tokens.at[i].span);
	for (size_t i = 0; i < d->sentences.n; i++) {
		struct sentence *s = &d->sentences.at[i];

		s->end = (uint32_t)(i + 1 < d->sentences.n ? d->sentences.at[i + 1].first : d->tokens.n);
		s->span = doc_span(d, s->first, s->end - 1);
	}
	b = vec_push(d->a, &d->blocks);
	b->type = BLOCK_PARAGRAPH;
	b->span = (struct span){ 0, (uint32_t)d->text.n };
}

int conllu_read(struct doc *d, struct str text, struct error *e)
{
	struct reading r = { .d = d };
	struct str rest = text, line;
	bool inside = false;
	size_t number = 0;

	buf_init(&r.text, d->a);
	while (str_split(&rest, '\n', &line)) {
		int rc;

		number++;
		if (line.n && line.p[line.n - 1] == '\r')
			line.n--;
		if (!line.n) {
			inside = false;
			r.glue = false;
			r.range_end = 0;
			continue;
		}
		if (line.p[0] == '#')
			continue;
		rc = read_line(&r, line, &inside, number, e);
		if (rc)
			return rc;
	}
	if (!d->tokens.n)
		return error_set(e, COU_EINPUT, "no words");
	finish(&r);
	return 0;
}
