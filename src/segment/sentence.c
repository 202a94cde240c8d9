/* sentence.c - where a sentence ends, and the layers of the document.
 *
 * A token that can end a sentence (token.h) waits: closing quotes and brackets go with it; what begins behind them decides.  Inside a block a
 * line end counts when the next line begins anew and the lines are not those of wrapped text.
 */
#include "base/unicode.h"
#include "base/utf8.h"
#include "segment/token.h"

enum { SENTENCE_MAX = 200, WRAP_MAX = 100 };	/* tokens; bytes of a line in wrapped text */

/* What stands behind a possible end. */
enum next { NEXT_END, NEXT_SMALL, NEXT_CAPITAL, NEXT_START, NEXT_DIGIT, NEXT_GOES_ON, NEXT_SIGN };

struct writer {
	struct scan x;
	struct doc *d;
	uint32_t block;
	uint32_t first;			/* token the sentence begins with */
	enum stop stop;			/* an end is waiting */
	unsigned doubles, brackets;	/* " and ( open in the sentence */
	bool bracket_first;		/* the sentence begins with a bracket */
	bool query_alone;		/* the mark stands alone in brackets */
	size_t line_width;		/* longest line of the block; 0: one line */
	size_t note;			/* end of the note behind the full stop */
	uint8_t rank[SENTENCE_MAX];	/* how well the sentence can be cut behind the token */
};

/* ---- tokens ------------------------------------------------------------------------ */

static uint8_t cased_of(struct str form)
{
	bool upper = false, all = true, first = true;
	unsigned letters = 0;

	for (size_t at = 0; at < form.n;) {
		size_t next;
		uint32_t c;

		if (char_class(form, at, &next, &c) == CHAR_LETTER && c != '_') {
			bool up = c == UTF8_BAD ? false : unicode_is_upper(c);

			upper = first ? up : upper;
			all = all && (up || c == UTF8_BAD || !unicode_is_letter(c) || unicode_upper(c) == c);
			first = false;
			letters++;
			if (!upper)
				return 0;
		}
		at = next;
	}
	return upper && all && letters > 1 ? 2 : upper;
}

static uint8_t rank_of(struct str form)
{
	if (form.n == 1)
		switch (form.p[0]) {
		case ';': return 4;
		case ':': case '|': return 3;
		case ')': case '"': case '-': return 2;
		case ',': case '/': return 1;
		case '.': case '!': case '?': return 5;
		default: return 0;
		}
	return str_is(form, "--") || str_is(form, "\xE2\x80\x93") || str_is(form, "\xE2\x80\x94") ? 2 : 0;
}

/* ---- sentences ----------------------------------------------------------------------- */

static void sentence_close(struct writer *w, uint32_t end)
{
	struct doc *d = w->d;
	struct sentence *s;

	if (end <= w->first)
		return;
	s = vec_push(d->a, &d->sentences);
	*s = (struct sentence){ { d->tokens.at[w->first].span.start, d->tokens.at[end - 1].span.end }, w->first, end, NONE, w->block };
	w->first = end;
	w->stop = STOP_NO;
	w->doubles = w->brackets = w->x.singles = 0;
	w->bracket_first = false;
	w->x.first = end == d->tokens.n;
	for (uint32_t t = end; t < d->tokens.n; t++)
		d->tokens.at[t].sentence = (uint32_t)d->sentences.n;
}

/* The sentence is full: cut it behind the best sign of its second half. */
static void sentence_cut(struct writer *w)
{
	uint32_t n = SENTENCE_MAX, best = SENTENCE_MAX - 1;

	for (uint32_t i = SENTENCE_MAX / 2; i < SENTENCE_MAX; i++)
		if (w->rank[i] > w->rank[best] || (w->rank[i] && w->rank[i] == w->rank[best]))
			best = i;
	memmove(w->rank, w->rank + best + 1, n - best - 1);
	sentence_close(w, w->first + best + 1);
}

static void token_add(struct writer *w, size_t start, size_t end, struct str form)
{
	struct doc *d = w->d;
	struct token *t;
	uint32_t i = (uint32_t)d->tokens.n - w->first;

	if (i == SENTENCE_MAX) {
		sentence_cut(w);
		i = (uint32_t)d->tokens.n - w->first;
	}
	t = vec_push(d->a, &d->tokens);
	t->span = (struct span){ (uint32_t)start, (uint32_t)end };
	t->form = form;
	t->head = t->child = t->next = NONE;
	t->sentence = (uint32_t)d->sentences.n;
	t->cased = cased_of(form);
	w->rank[i] = rank_of(form);
}

/* ---- what follows ---------------------------------------------------------------------- */

/* The piece that begins at `at`, openers skipped. */
static enum next next_of(const struct writer *w, size_t at)
{
	struct str text = w->x.text;
	unsigned openers = 0;
	bool sign = false;

	while (at < text.n) {
		size_t next, p;
		uint32_t c;
		enum char_class k = char_class(text, at, &next, &c);

		if (k == CHAR_SPACE) {
			at = next;
			continue;
		}
		if (k == CHAR_DIGIT)
			return NEXT_DIGIT;
		if (k == CHAR_PUNCT) {
			if (is_apostrophe(c)) {
				size_t end = next;

				/* "'s Avonds": the word behind the clitic has the capital */
				while (end < text.n && char_class(text, end, &p, &c) == CHAR_LETTER && end - at < WORD_MAX)
					end = p;
				if (end > next && rules_word(w->x.s, str_sub(text, at, end)) & WORD_APOSTROPHE) {
					at = end;
					sign = true;
					continue;
				}
				at = next;
				continue;
			}
			if (c == ',' || c == ';' || c == ':' || c == '/' || c == '%' || c == '?' || c == '!')
				return c == ',' && next < text.n && text.p[next] == ',' ? NEXT_CAPITAL : NEXT_GOES_ON;
			if (!is_opener(c) && c != ',')
				return sign ? NEXT_GOES_ON : NEXT_SIGN;
			if (++openers > 4)
				return NEXT_SIGN;
			at = next;
			continue;
		}
		for (p = at; p < text.n && p - at < WORD_MAX; p = next) {
			uint32_t ignored;

			if (char_class(text, p, &next, &ignored) != CHAR_LETTER)
				break;
		}
		if (c != UTF8_BAD && unicode_lower(c) == c && unicode_upper(c) != c)
			return NEXT_SMALL;
		return rules_word(w->x.s, str_sub(text, at, p)) & WORD_START ? NEXT_START : NEXT_CAPITAL;
	}
	return NEXT_END;
}

/* Is the bracket that is open closed soon?  Then a full stop inside ends nothing. */
static bool closes_soon(const struct writer *w)
{
	size_t at = w->x.at, end = at + 300 < w->x.text.n ? at + 300 : w->x.text.n;

	for (; at < end; at++)
		if (w->x.text.p[at] == ')' || w->x.text.p[at] == '(')
			return w->x.text.p[at] == ')';
	return false;
}

static bool small_letter(struct str form)
{
	size_t next;
	uint32_t c;

	return char_class(form, 0, &next, &c) == CHAR_LETTER && unicode_lower(c) == c && unicode_upper(c) != c;
}

/* Careless writing: "that is all. the next one": a small letter behind a question mark, or a full stop that no abbreviation can have, before a
 * word that begins sentences; any word where the writer had begun this sentence small already. */
static bool starts_small(const struct writer *w, bool space)
{
	const struct doc *d = w->d;
	size_t at = w->x.at, next, p;
	uint32_t c;

	if (!space || (w->stop != STOP_FULL && w->stop != STOP_QUERY) || d->tokens.n - w->first < 4 || w->brackets)
		return false;
	if (rank_of(d->tokens.at[d->tokens.n - 1].form) != 5 || d->tokens.at[d->tokens.n - 2].form.n < 4)
		return false;
	if (str_is(d->tokens.at[d->tokens.n - 1].form, "?") || small_letter(d->tokens.at[w->first].form))
		return true;
	for (p = at; p < w->x.text.n && p - at < WORD_MAX; p = next)
		if (char_class(w->x.text, p, &next, &c) != CHAR_LETTER)
			break;
	return (rules_word(w->x.s, str_sub(w->x.text, at, p)) & (WORD_START | WORD_LINK)) == WORD_START;
}

static bool ends_here(const struct writer *w, bool space)
{
	enum next next = next_of(w, w->x.at);

	if (next == NEXT_END)
		return true;
	if (next == NEXT_GOES_ON || (next == NEXT_SMALL && !starts_small(w, space)))
		return false;
	if (w->brackets && !w->bracket_first && closes_soon(w))
		return false;
	switch (w->stop) {
	case STOP_FULL:
		return space || next == NEXT_CAPITAL || next == NEXT_START;
	case STOP_QUERY:
		return !w->query_alone && (space || next == NEXT_CAPITAL || next == NEXT_START);
	case STOP_DOTS:
		return next == NEXT_START || (space && next == NEXT_CAPITAL);
	case STOP_ABBR:
		return next == NEXT_START;
	default:
		return false;
	}
}

/* A closing sign, so that it goes with the sentence whose end is waiting? */
static bool is_close_token(const struct writer *w, size_t start, size_t end, bool space)
{
	struct str form = str_sub(w->x.text, start, end);
	size_t next;
	uint32_t c, behind;

	if (str_is(form, "''"))
		return true;
	char_class(form, 0, &next, &c);
	if (next != form.n || !is_closer(c))
		return false;
	if (end < w->x.text.n) {
		enum char_class after = char_class(w->x.text, end, &next, &behind);

		/* a quotation begins */
		if (c == '"' && (after == CHAR_LETTER || after == CHAR_DIGIT) && (space || !(w->doubles & 1)))
			return false;
	}
	if (!space)
		return true;
	if (c == ')' || c == ']')
		return w->brackets != 0;
	return c == '"' ? w->doubles & 1 : c == '\'' || c == 0x2019 ? w->x.singles != 0 : true;
}

/* "[6]" written to the full stop: a note, part of the sentence. */
static size_t note_end(struct str text, size_t at)
{
	size_t p = at + 1;

	if (text.p[at] != '[')
		return 0;
	while (p < text.n && (unsigned)(text.p[p] - '0') < 10 && p - at < 5)
		p++;
	return p > at + 1 && p < text.n && text.p[p] == ']' ? p + 1 : 0;
}

/* Line end in [from, to): does the next line begin a sentence? */
static bool line_ends(const struct writer *w, size_t from, size_t to)
{
	struct str text = w->x.text;
	const struct token *last = &w->d->tokens.at[w->d->tokens.n - 1];
	unsigned lines = 0;
	size_t line = 0, back = from, word = to;
	enum next next;

	for (size_t i = from; i < to; i++)
		lines += text.p[i] == '\n';
	if (!lines)
		return false;
	next = next_of(w, to);
	if (lines > 1)
		return true;
	if (next == NEXT_SMALL || next == NEXT_GOES_ON)
		return false;
	if (w->line_width <= WRAP_MAX) {
		while (back > 0 && line <= w->line_width && text.p[back - 1] != '\n') {
			back--;
			line++;
		}
		while (word < text.n && (unsigned char)text.p[word] > ' ' && word - to < WRAP_MAX)
			word++;
		if (w->line_width > 40 && line + 1 + (word - to) > w->line_width)
			return false;
	}
	return !str_is(last->form, ",") && !(last->cased == 0 && (rules_word(w->x.s, last->form) & WORD_LINK));
}

static size_t widest_line(struct str text, size_t at)
{
	size_t widest = 0;
	bool several = false;

	while (at < text.n) {
		const char *end = memchr(text.p + at, '\n', text.n - at);
		size_t to = end ? (size_t)(end - text.p) : text.n;

		several |= end && to + 1 < text.n;
		widest = to - at > widest ? to - at : widest;
		at = to + 1;
	}
	return several ? widest : 0;
}

/* Keeps count of what is open. */
static void count_open(struct writer *w, struct str form)
{
	if (form.n != 1)
		return;
	switch (form.p[0]) {
	case '"':
		w->doubles++;
		break;
	case '(':
		w->bracket_first |= w->d->tokens.n - w->first == 1;
		w->brackets++;
		break;
	case ')':
		w->brackets -= w->brackets > 0;
		break;
	}
}

static void segment_block(struct writer *w, struct span span)
{
	struct scan *x = &w->x;
	size_t end = span.start;

	scan_init(x, x->s, str_sub(w->d->text, 0, span.end), span.start);
	w->first = (uint32_t)w->d->tokens.n;
	w->stop = STOP_NO;
	w->doubles = w->brackets = 0;
	w->bracket_first = false;
	w->note = 0;
	w->line_width = widest_line(x->text, span.start);
	while (scan_skip(x)) {
		size_t start = x->at;
		bool space = start > end;
		struct str form;

		if (w->d->tokens.n > w->first) {
			bool line = space && w->line_width && line_ends(w, end, start);
			size_t next;
			uint32_t c;

			if (!line && w->stop != STOP_NO) {
				char_class(x->text, start, &next, &c);
				if (!space && start >= w->note && note_end(x->text, start))
					w->note = note_end(x->text, start);
				if (start < w->note)
					goto scan;
				if (is_closer(c) && is_close_token(w, start, c == '\'' && next < x->text.n && x->text.p[next] == '\'' ? next + 1 : next, space))
					goto scan;
				line = ends_here(w, space);
				w->stop = STOP_NO;
			}
			if (line) {
				sentence_close(w, (uint32_t)w->d->tokens.n);
				x->before_start = x->before_end;
			}
		}
scan:
		end = scan_token(x);
		form = str_sub(x->text, start, end);
		x->first = false;
		if (x->whole)
			for (uint32_t i = 0; i < x->whole->n; i++)
				token_add(w, start, end, str_dup(w->d->a, x->whole->at[i]));
		else
			token_add(w, start, end, form);
		count_open(w, form);
		if (x->stop != STOP_NO) {
			const struct doc *d = w->d;

			w->query_alone = x->stop == STOP_QUERY && d->tokens.n > 1 && str_is(d->tokens.at[d->tokens.n - 2].form, "(");
			w->stop = x->stop;
		}
	}
	sentence_close(w, (uint32_t)w->d->tokens.n);
}

static bool is_text(enum block_type type)
{
	switch (type) {
	case BLOCK_TITLE: case BLOCK_LEAD: case BLOCK_PARAGRAPH: case BLOCK_SUBHEADING: case BLOCK_QUOTE: case BLOCK_CAPTION: case BLOCK_LIST:
	case BLOCK_SPEAKER:
		return true;
	default:
		return false;
	}
}

int segment_doc(const struct segmenter *s, struct doc *d)
{
	struct writer w = { .d = d, .x.s = s };

	d->sentences.n = d->tokens.n = 0;
	if (d->text.n >= NONE)
		return COU_ELIMIT;
	for (size_t b = 0; b < d->blocks.n; b++) {
		const struct block *block = &d->blocks.at[b];

		if (!is_text(block->type) || block->span.start >= block->span.end || block->span.end > d->text.n)
			continue;
		w.block = (uint32_t)b;
		segment_block(&w, block->span);
	}
	return COU_OK;
}
