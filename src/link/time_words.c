/* time_words.c - tokens to pieces, figures to values, numerals. */
#include "link/time_words.h"

#include "base/unicode.h"

enum { PARTS_MAX = 8, JOINED_MIN = 5, JOINED_MAX = 40, PART_MAX = 16, NUMERAL_MAX = 100000000, NUMERAL_PIECES = 12 };

static const struct time_value no_value;

static bool is_figure(char c)
{
	return c >= '0' && c <= '9';
}

static void give(struct time_value *v, enum time_slot class, int32_t value)
{
	v->classes |= 1u << class;
	v->of[class] = value;
}

/* ---- figures ------------------------------------------------------------------------------------ */

/* Figures at the start of s (at most 9): how many; *n is their value. */
static size_t figures(struct str s, int32_t *n)
{
	size_t i = 0;

	*n = 0;
	while (i < s.n && i < 9 && is_figure(s.p[i]))
		*n = *n * 10 + (s.p[i++] - '0');
	return i;
}

/* 8:30 or 8.30, in minutes; *dotted says which. */
static bool clock_of(struct str s, int32_t *minutes, bool *dotted)
{
	int32_t h, m;
	size_t at = figures(s, &h);

	if (at < 1 || at > 2 || h > 24 || at + 3 != s.n || (s.p[at] != ':' && s.p[at] != '.') || figures(str_sub(s, at + 1, s.n), &m) != 2 || m > 59)
		return false;
	*dotted = s.p[at] == '.';
	*minutes = 60 * h + m;
	return *minutes <= 24 * 60;
}

/* 2024-10-12, 12-10-2024, 12/10/2024, 12.10.2024. */
static bool date_of(const struct timer *t, struct str s, day *out)
{
	int32_t n[3];
	size_t digits[3], at = 0;
	char separator = 0;

	for (int i = 0; i < 3; i++) {
		digits[i] = figures(str_sub(s, at, s.n), &n[i]);
		at += digits[i];
		if (!digits[i] || digits[i] > 4 || (i == 2) != (at == s.n))
			return false;
		if (i < 2 && s.p[at] != '-' && s.p[at] != '/' && s.p[at] != '.')
			return false;
		if (i < 2 && separator && s.p[at] != separator)
			return false;
		separator = i < 2 ? s.p[at++] : separator;
	}
	bool first = digits[0] == 4, turned = !first && t->switches[TIME_LIST_MONTH_FIRST] && separator == '/';
	int y = first ? n[0] : n[2], m = turned ? n[0] : n[1], d = first ? n[2] : turned ? n[1] : n[0];

	if ((first ? digits[2] > 2 : digits[2] != 4) || digits[1] > 2 || y < 1000)
		return false;
	if (!first && m > 12 && d <= 12) {
		int swap = m;

		m = d;
		d = swap;
	}
	if (m < 1 || m > 12 || d < 1 || d > month_days(y, m))
		return false;
	*out = day_of(y, m, d);
	return true;
}

static bool ends(const struct timer *t, struct str ending, enum time_list list)
{
	uint32_t id = time_word_find(t, ending);

	return id != NONE && t->words.at[id].lists & 1u << list;
}

/* 1,000 and 2.5 (or 1.000 and 2,5), 2½: in tenths. */
static bool amount_of(const struct timer *t, struct str s, int32_t *tenths)
{
	char thousand = t->switches[TIME_LIST_DECIMAL_COMMA] ? '.' : ',', point = thousand == '.' ? ',' : '.';
	int64_t n = 0;
	size_t at = 0, group = 0;
	bool grouped = false;

	for (; at < s.n && (is_figure(s.p[at]) || (s.p[at] == thousand && at)); at++) {
		if (s.p[at] == thousand) {
			if (at + 3 >= s.n || group > 3 || (grouped && group != 3))
				return false;
			grouped = true;
			group = 0;
			continue;
		}
		n = n * 10 + (s.p[at] - '0');
		group++;
		if (n > NUMERAL_MAX)
			return false;
	}
	if (!at || (grouped && group != 3))
		return false;
	n *= 10;
	if (at + 2 == s.n && s.p[at] == point && is_figure(s.p[at + 1])) {
		n += s.p[at + 1] - '0';
		at += 2;
	} else if (at + 2 == s.n && str_is(str_sub(s, at, s.n), "\xc2\xbd")) {	/* one half */
		n += 5;
		at += 2;
	}
	*tenths = (int32_t)n;
	return at == s.n;
}

/* The classes of a word that begins with a figure (an apostrophe taken off). */
static void read_figures(const struct timer *t, struct str s, bool apostrophe, struct time_value *v)
{
	int32_t n, minutes, tenths;
	bool dotted;
	day date;
	size_t digits = figures(s, &n);
	struct str rest = str_sub(s, digits, s.n);

	if (rest.n && ends(t, rest, TIME_LIST_DECADE_ENDING) && (digits == 2 || digits == 4) && n % 10 == 0) {
		give(v, TIME_DECADE, n);
		return;
	}
	if (apostrophe) {
		if (digits == 2 && !rest.n)
			give(v, TIME_SHORT, n);
		return;
	}
	if (rest.n && ends(t, rest, TIME_LIST_ORDINAL_ENDING)) {
		if (n >= 1 && n <= 100)
			give(v, TIME_ORDINAL, n);
		return;
	}
	if (clock_of(s, &minutes, &dotted))
		give(v, dotted ? TIME_DOTTED : TIME_CLOCK, minutes);
	if (date_of(t, s, &date))
		give(v, TIME_DATE, date);
	if (amount_of(t, s, &tenths))
		give(v, TIME_NUMBER, tenths);
	if (rest.n)
		return;
	if (digits <= 2 && n >= 1 && n <= 31)
		give(v, TIME_DOM, n);
	if (digits <= 2 && n <= 24)
		give(v, TIME_HOUR, n);
	if (digits == 4 && n >= 1000 && n < 2200)
		give(v, TIME_YEAR, n);
}

/* ---- pieces --------------------------------------------------------------------------------------- */

struct cutter {
	const struct timer *t;
	struct doc *d;
	struct pieces *out;
	uint32_t token;
};

/* Is the token inside a name that says more than a time?  A weekday at its end is none of it ("the Security Council Friday"). */
static bool in_name(const struct cutter *c, uint32_t word)
{
	const struct doc *d = c->d;
	uint32_t first = c->token, last = c->token;
	uint8_t inside = d->tokens.at[first].ne;

	if (inside == NE_O)
		return false;
	inside += inside % 2;		/* B_… is odd, its I_… follows */
	while (first > 0 && d->tokens.at[first].ne == inside)
		first--;
	while (last + 1 < d->tokens.n && d->tokens.at[last + 1].ne == inside)
		last++;
	const struct time_value *v = &c->t->words.at[word].value;

	if (last == c->token && v->classes & 1u << TIME_WEEKDAY)
		return false;
	if (inside == NE_I_PER)
		return true;
	for (uint32_t i = first; i <= last && first < last; i++) {
		const struct str form = unicode_lower_str(d->a, d->tokens.at[i].form);

		if (time_word_find(c->t, form) == NONE && (!form.n || !is_figure(form.p[0])))
			return true;
	}
	return false;
}

static bool counts(const struct cutter *c, uint32_t word, size_t from)
{
	const struct token *x = &c->d->tokens.at[c->token];
	uint32_t lists = c->t->words.at[word].lists;
	bool capital = from < x->form.n && x->form.p[from] >= 'A' && x->form.p[from] <= 'Z';

	if (lists & 1u << TIME_LIST_CAPITAL && !capital)
		return false;
	if (lists & 1u << TIME_LIST_LOWER && capital)
		return false;
	if (lists & 1u << TIME_LIST_NOT_VERB && (x->upos == UPOS_VERB || x->upos == UPOS_AUX))
		return false;
	return !capital || !in_name(c, word);
}

static void push(struct cutter *c, uint32_t word, struct str lower, size_t from, const struct time_value *value)
{
	uint32_t start = c->d->tokens.at[c->token].span.start, end = c->d->tokens.at[c->token].span.end;
	struct piece *p = vec_push(c->d->a, &c->out->list);
	uint32_t at = start + (uint32_t)from;

	*p = (struct piece){ .token = c->token, .word = word, .value = value ? value : word != NONE ? &c->t->words.at[word].value : &no_value };
	p->span.start = at < end ? at : start;
	p->span.end = p->span.start + (uint32_t)lower.n < end ? p->span.start + (uint32_t)lower.n : end;
}

/* The length of the known word of a list at the start of s: the longest of at most `below` bytes. */
static size_t part_at(const struct timer *t, struct str s, size_t below, uint32_t lists, uint32_t *word)
{
	for (size_t n = below < PART_MAX ? below : PART_MAX; n > 1; n--) {
		*word = n <= s.n ? time_word_find(t, str_sub(s, 0, n)) : NONE;
		if (*word != NONE && t->words.at[*word].lists & lists)
			return n;
	}
	return 0;
}

/* Cuts a written-together word into a head and tails; the last is no link.  Parts found, 0 if it cannot. */
static uint32_t cut_joined(const struct timer *t, struct str s, uint32_t done, uint32_t words[PARTS_MAX], size_t lengths[PARTS_MAX])
{
	static const uint32_t head = 1u << TIME_LIST_HEAD, tail = 1u << TIME_LIST_TAIL | 1u << TIME_LIST_LINK;

	if (done == PARTS_MAX)
		return 0;
	for (size_t below = s.n, n; (n = part_at(t, s, below, done ? tail : head, &words[done])) > 0; below = n - 1) {
		uint32_t lists = t->words.at[words[done]].lists;

		lengths[done] = n;
		if (n == s.n && done && lists & 1u << TIME_LIST_TAIL)
			return done + 1;
		uint32_t all = n < s.n ? cut_joined(t, str_sub(s, n, s.n), done + 1, words, lengths) : 0;

		if (all)
			return all;
	}
	return 0;
}

static bool may_be_joined(const struct timer *t, struct str s)
{
	if (s.n < JOINED_MIN || s.n > JOINED_MAX)
		return false;
	unsigned at = (unsigned)(unsigned char)s.p[0] << 8 | (unsigned char)s.p[1];

	return t->head_bytes[at / 64] & 1ull << at % 64;
}

/* A part of a token without hyphens. */
static void read_part(struct cutter *c, struct str lower, size_t from)
{
	uint32_t word = time_word_find(c->t, lower), words[PARTS_MAX];
	size_t lengths[PARTS_MAX], at = 0;

	if (word != NONE) {
		push(c, counts(c, word, from) ? word : NONE, lower, from, NULL);
		return;
	}
	bool apostrophe = lower.n > 1 && lower.p[0] == '\'' && is_figure(lower.p[1]);
	size_t quote = apostrophe ? 1 : lower.n > 3 && str_starts(lower, STR("\xe2\x80\x99")) && is_figure(lower.p[3]) ? 3 : 0;

	if (lower.n && is_figure(lower.p[quote])) {
		struct time_value v = { 0 };

		read_figures(c->t, str_sub(lower, quote, lower.n), quote > 0, &v);
		if (v.classes) {
			struct time_value *kept = arena_array(c->d->a, struct time_value, 1);

			*kept = v;
			push(c, NONE, lower, from, kept);
			return;
		}
	}
	uint32_t n = may_be_joined(c->t, lower) ? cut_joined(c->t, lower, 0, words, lengths) : 0;

	for (uint32_t i = 0; i < n; i++) {
		push(c, counts(c, words[i], from + at) ? words[i] : NONE, str_sub(lower, at, at + lengths[i]), from + at, NULL);
		at += lengths[i];
	}
	if (!n)
		push(c, NONE, lower, from, NULL);
}

/* Length of a hyphen, dash or slash at s.p[i], or 0. */
static size_t separator_at(struct str s, size_t i)
{
	if (s.p[i] == '-' || s.p[i] == '/')
		return 1;
	return i + 3 <= s.n && memcmp(s.p + i, "\xe2\x80", 2) == 0 && s.p[i + 2] >= '\x90' && s.p[i + 2] <= '\x94' ? 3 : 0;
}

/* In lower case, copied only where it must. */
static struct str lower_form(struct doc *d, const struct token *x)
{
	for (size_t i = 0; i < x->form.n; i++)
		if ((x->form.p[i] >= 'A' && x->form.p[i] <= 'Z') || (x->form.p[i] & 0x80 && x->cased))
			return unicode_lower_str(d->a, x->form);
	return x->form;
}

static void read_token(struct cutter *c)
{
	const struct token *x = &c->d->tokens.at[c->token];
	struct str s = lower_form(c->d, x);
	struct time_value v = { 0 };
	size_t from = 0, cut = 0;

	for (size_t i = 1; i < s.n && !cut; i++)
		cut = separator_at(s, i) ? i : 0;
	if (!cut || time_word_find(c->t, s) != NONE) {
		read_part(c, s, 0);
		return;
	}
	if (s.n && is_figure(s.p[0]))
		read_figures(c->t, s, false, &v);
	if (v.classes) {		/* a date in figures */
		read_part(c, s, 0);
		return;
	}
	for (size_t i = 0; i < s.n; ) {
		size_t n = separator_at(s, i);

		if (!n) {
			i++;
			continue;
		}
		if (i > from)
			read_part(c, str_sub(s, from, i), from);
		struct str mark = str_sub(s, i, i + n);

		push(c, time_word_find(c->t, mark), mark, i, NULL);
		i += n;
		from = i;
	}
	if (from < s.n)
		read_part(c, str_sub(s, from, s.n), from);
}

void pieces_read(const struct timer *t, struct doc *d, const struct sentence *s, struct pieces *out)
{
	struct cutter c = { .t = t, .d = d, .out = out };

	out->list.n = 0;
	for (c.token = s->first; c.token < s->end; c.token++)
		read_token(&c);
}

/* ---- numerals ------------------------------------------------------------------------------------------- */

/* Can a numeral of value v stand behind one of value n ("twenty" and "five", "vijf" and "twintig")?  *sum is both. */
static bool adds(int64_t n, int64_t v, bool linked, int64_t *sum)
{
	*sum = n + v;
	if (n >= 100 && n % 100 == 0 && v > 0 && v < 100)
		return true;
	if (n >= 1000 && n % 1000 == 0 && v > 0 && v < 1000)
		return true;
	if (n % 10 == 0 && n % 100 >= 20 && v > 0 && v < 10)
		return true;
	return linked && n % 100 > 0 && n % 100 < 10 && v >= 20 && v < 100 && v % 10 == 0;
}

/* Words as NUMBER holds them: plain; figures: in tenths. */
static bool numeral_word(const struct piece *p, int64_t *n, bool *in_figures)
{
	if (!has_class(p, TIME_NUMBER))
		return false;
	*in_figures = p->word == NONE;
	*n = p->value->of[TIME_NUMBER];
	return true;
}

/* A numeral as it grows: closed thousands, and the group below them.  In tenths, for "2.5 million". */
struct numeral {
	int64_t done, group;
};

/* Takes a numeral word of value v in; false when it cannot stand there. */
static bool extend(struct numeral *n, int64_t v, bool linked)
{
	int64_t sum;

	if (v >= 1000) {
		if (n->group <= 0 || linked || n->group * v > 10ll * NUMERAL_MAX || (n->done && n->done < 10 * v))
			return false;
		n->done += n->group * v;
		n->group = 0;
	} else if (v == 100) {
		if (n->group <= 0 || n->group >= 1000 || linked)
			return false;
		n->group *= 100;
	} else if (!n->group && n->done) {
		n->group = 10 * v;
	} else if (n->group % 10 == 0 && adds(n->group / 10, v, linked, &sum)) {
		n->group = 10 * sum;
	} else {
		return false;
	}
	return n->done + n->group <= 10ll * NUMERAL_MAX;
}

/* The piece after p[at - 1] that may go on with the numeral: behind "and" or a hyphen; *linked says which.  n: none. */
static uint32_t next_part(const struct timer *t, const struct piece *p, uint32_t n, uint32_t at, const struct numeral *so_far, bool *linked)
{
	bool same = p[at].token == p[at - 1].token;

	*linked = in_list(t, &p[at], TIME_LIST_LINK) || in_list(t, &p[at], TIME_LIST_AND);
	if (*linked)
		return !same && so_far->group && so_far->group % 1000 ? n : at + 1;
	if (at + 1 < n && !p[at].value->classes && p[at].span.end == p[at].span.start + 1 && p[at].span.start == p[at - 1].span.end &&
	    p[at + 1].span.start == p[at].span.end)
		return at + 1;		/* twenty-five */
	return at;
}

uint32_t number_read(const struct timer *t, const struct piece *p, uint32_t n, bool ordinal, int32_t *tenths)
{
	struct numeral whole = { 0 };
	int64_t v;
	bool in_figures, figures, linked;
	uint32_t taken = 1;

	if (!n)
		return 0;
	if (ordinal && has_class(p, TIME_ORDINAL)) {
		*tenths = 10 * p->value->of[TIME_ORDINAL];
		return 1;
	}
	if (!numeral_word(p, &v, &in_figures))
		return 0;
	whole.group = in_figures ? v : 10 * v;
	while (taken < n && taken < NUMERAL_PIECES) {
		uint32_t k = next_part(t, p, n, taken, &whole, &linked);

		if (k >= n)
			break;
		if (ordinal && has_class(&p[k], TIME_ORDINAL)) {
			if (in_figures || !extend(&whole, p[k].value->of[TIME_ORDINAL], linked))
				break;
			*tenths = (int32_t)(whole.done + whole.group);
			return k + 1;
		}
		struct numeral longer = whole;

		if (!numeral_word(&p[k], &v, &figures) || figures || (in_figures && v < 100) || !extend(&longer, v, linked))
			break;
		whole = longer;
		taken = k + 1;
	}
	*tenths = (int32_t)(whole.done + whole.group);
	return ordinal ? 0 : taken;
}
