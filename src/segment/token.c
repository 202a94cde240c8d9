/* token.c - words as the treebanks of Universal Dependencies divide them.
 *
 * The text falls into pieces at white space; a piece falls into tokens from left to right.  What a character allows is decided here; which
 * words have a full stop, an apostrophe or a hyphen of their own is data.  No decision looks further than TOKEN_MAX bytes, so the time is
 * linear in the text whatever it is.
 */
#include "segment/token.h"

#include "base/unicode.h"
#include "base/utf8.h"

enum char_class char_class(struct str s, size_t at, size_t *next, uint32_t *c)
{
	unsigned char b = (unsigned char)s.p[at];

	*next = at;
	if (b < 0x80) {
		*c = b;
		*next = at + 1;
		if ((unsigned)((b | 32) - 'a') < 26 || b == '_')
			return CHAR_LETTER;
		if ((unsigned)(b - '0') < 10)
			return CHAR_DIGIT;
		return b <= ' ' || b == 0x7F ? CHAR_SPACE : CHAR_PUNCT;
	}
	*c = utf8_next(s, next);
	if (*c == UTF8_BAD)
		return CHAR_LETTER;
	if (unicode_is_space(*c))
		return CHAR_SPACE;
	if (unicode_is_punct(*c))
		return CHAR_PUNCT;
	return unicode_is_digit(*c) ? CHAR_DIGIT : CHAR_LETTER;
}

bool is_closer(uint32_t c)
{
	return c == '"' || c == '\'' || c == ')' || c == ']' || c == '}' || c == 0x201D || c == 0x2019 || c == 0xBB || c == 0x203A;
}

bool is_opener(uint32_t c)
{
	return c == '"' || c == '\'' || c == '(' || c == '[' || c == '{' || c == '`' || c == '-' || c == '*' || c == 0x201C || c == 0x201E ||
	       c == 0x201A || c == 0x2018 || c == 0xAB || c == 0x2039 || c == 0xBF || c == 0xA1 || (c >= 0x2010 && c <= 0x2015) ||
	       c == 0x2022 || c == 0x25CF || c == 0xB7;
}

static enum char_class class_at(const struct scan *x, size_t at, uint32_t *c)
{
	size_t next;

	if (at >= x->limit) {
		*c = 0;
		return CHAR_SPACE;
	}
	return char_class(x->text, at, &next, c);
}

static bool word_at(const struct scan *x, size_t at)
{
	uint32_t c;
	enum char_class k = class_at(x, at, &c);

	return k == CHAR_LETTER || k == CHAR_DIGIT;
}

static bool letter_at(const struct scan *x, size_t at)
{
	uint32_t c;

	return class_at(x, at, &c) == CHAR_LETTER;
}

static bool digit_at(const struct scan *x, size_t at)
{
	return at < x->limit && (unsigned)(x->text.p[at] - '0') < 10;
}

static bool upper_at(const struct scan *x, size_t at)
{
	uint32_t c;

	return class_at(x, at, &c) == CHAR_LETTER && unicode_is_upper(c);
}

static char byte_at(const struct scan *x, size_t at)
{
	return at < x->limit ? x->text.p[at] : ' ';
}

/* Length of the apostrophe at `at`, 0 when there is none. */
static size_t apostrophe_at(const struct scan *x, size_t at)
{
	size_t next;
	uint32_t c;

	if (at >= x->limit)
		return 0;
	char_class(x->text, at, &next, &c);
	return is_apostrophe(c) ? next - at : 0;
}

static struct str piece(const struct scan *x, size_t from, size_t to)
{
	return str_sub(x->text, from, to);
}

/* End of the letters and digits that begin at `at`. */
static size_t letters_end(const struct scan *x, size_t at)
{
	while (at < x->limit) {
		size_t next;
		uint32_t c;
		enum char_class k = char_class(x->text, at, &next, &c);

		if (k != CHAR_LETTER && k != CHAR_DIGIT)
			break;
		at = next;
	}
	return at < x->limit ? at : x->limit;
}

static size_t digits_end(const struct scan *x, size_t at)
{
	while (digit_at(x, at))
		at++;
	return at;
}

static bool is_link_char(char c)
{
	return (unsigned)((c | 32) - 'a') < 26 || (unsigned)(c - '0') < 10 || (c && strchr("._%+-", c));
}

/* ---- internet ----------------------------------------------------------------- */

/* End of an address that begins at `at`: to the white space, less the punctuation that closes a sentence. */
static size_t address_end(const struct scan *x, size_t at)
{
	size_t p = at, open = 0, close = 0;

	while (p < x->limit && x->text.p[p] != '"' && x->text.p[p] != '<' && x->text.p[p] != '>') {
		open += x->text.p[p] == '(';
		close += x->text.p[p] == ')';
		p++;
	}
	while (p > at + 1 && strchr(".,:;!?'])}*", x->text.p[p - 1]) && !(x->text.p[p - 1] == ')' && open >= close))
		p--;
	return p;
}

/* name@host, or 0. */
static size_t mail_end(const struct scan *x, size_t at)
{
	size_t p = at, host;

	while (p < x->limit && is_link_char(x->text.p[p]))
		p++;
	if (p == at || byte_at(x, p) != '@')
		return 0;
	host = ++p;
	while (p < x->limit && is_link_char(x->text.p[p]))
		p++;
	while (p > host && (x->text.p[p - 1] == '.' || x->text.p[p - 1] == '-'))
		p--;
	return p > host ? p : 0;
}

static bool is_address(const struct scan *x, size_t at, size_t word_end)
{
	return (byte_at(x, word_end) == ':' && byte_at(x, word_end + 1) == '/' && byte_at(x, word_end + 2) == '/' && word_at(x, word_end + 3)) ||
	       (word_end - at == 3 && memcmp(x->text.p + at, "www", 3) == 0 && byte_at(x, word_end) == '.' && word_at(x, word_end + 1));
}

/* ---- numbers -------------------------------------------------------------------- */

static uint64_t value_of(struct str s)
{
	uint64_t v = 0;

	for (size_t i = 0; i < s.n && v < 1u << 30; i++)
		v = v * 10 + (unsigned)(s.p[i] - '0');
	return v;
}

/* Where a language divides "3-5": "555-1234" and "2004-06-11" stay whole.  End of the whole, or 0. */
static size_t dashed_end(const struct scan *x, size_t at, size_t digits)
{
	size_t p = digits, parts = 1, second = 0;

	while (byte_at(x, p) == '-' && digit_at(x, p + 1)) {
		p = digits_end(x, p + 1);
		if (++parts == 2)
			second = p;
	}
	if (parts == 1 || word_at(x, p))
		return 0;
	if (parts > 2)
		return p;
	struct str a = piece(x, at, digits), b = piece(x, digits + 1, second);

	return (a.n == 3 && b.n == 4) || (a.n == 5 && b.n == 4) || (value_of(a) >= value_of(b) && b.n > 2) ? p : 0;
}

/* Digits with the separators between them; what follows is left to the word. */
static size_t number_end(const struct scan *x, size_t at)
{
	size_t first = digits_end(x, at), p = first, whole;

	if (!x->s->range && (whole = dashed_end(x, at, first)) != 0)
		return whole;
	for (;;) {
		char c = byte_at(x, p);

		if ((c == '.' || c == ',' || c == ':' || c == '/') && digit_at(x, p + 1))
			p = digits_end(x, p + 1);
		else if (c == '-' && x->s->range && digit_at(x, p + 1))
			p = digits_end(x, p + 1);
		else
			break;
	}
	/* "130.000,-" */
	return byte_at(x, p) == ',' && byte_at(x, p + 1) == '-' && !word_at(x, p + 2) ? p + 2 : p;
}

/* ---- words ------------------------------------------------------------------------ */

/* Goes on over letters, digits and the signs that belong inside a word of this language. */
static size_t word_end(const struct scan *x, size_t at, size_t p)
{
	size_t begin = at;	/* of the part behind the last hyphen */

	for (;;) {
		size_t next, n;
		uint32_t c, before = 0;

		p = letters_end(x, p);
		if (p >= x->limit)
			return p;
		char_class(x->text, p, &next, &c);
		if ((n = apostrophe_at(x, p)) != 0 && word_at(x, p + n) && p > at) {
			p += n;
			continue;
		}
		if (c == '-' || c == 0x2010 || c == 0x2011) {
			bool inside = word_at(x, next) || (apostrophe_at(x, next) && letter_at(x, next + apostrophe_at(x, next)));

			if (x->s->hyphen) {
				if (begin != at || !(rules_word(x->s, piece(x, at, p)) & WORD_PREFIX) || !(inside || next >= x->limit))
					return p;
				begin = next;
			} else if (!inside) {
				/* "zee- en luchtmacht": the hyphen stands for the rest of the word */
				return byte_at(x, next) == '-' || (next < x->limit && !is_closer((unsigned char)x->text.p[next]) &&
								   x->text.p[next] != ',') ? p : next;
			}
			p = next;
			continue;
		}
		class_at(x, p - 1, &before);
		if (c == '&' && upper_at(x, next) && before < 0x80 && unicode_is_upper(before)) {
			p = next;
			continue;
		}
		if (c == '/' && !x->s->slash && word_at(x, next)) {
			p = next;
			continue;
		}
		return p;
	}
}

static bool is_single(const struct scan *x, size_t from, size_t to)
{
	size_t next;
	uint32_t c;

	return from < to && char_class(x->text, from, &next, &c) == CHAR_LETTER && next == to;
}

/* Does what follows `at` (behind white space) go on with a number? */
static bool number_follows(const struct scan *x, size_t at)
{
	size_t next, end = at + 8 < x->text.n ? at + 8 : x->text.n;
	uint32_t c;

	while (at < end && char_class(x->text, at, &next, &c) == CHAR_SPACE)
		at = next;
	return at < end && (unsigned)(x->text.p[at] - '0') < 10;
}

static bool number_before(const struct scan *x)
{
	return x->before_end > x->before_start && (unsigned)(x->text.p[x->before_start] - '0') < 10;
}

/* First character behind the white space at `at`. */
static uint32_t char_behind(const struct scan *x, size_t at)
{
	size_t next, end = at + 16 < x->text.n ? at + 16 : x->text.n;
	uint32_t c;

	while (at < end) {
		if (char_class(x->text, at, &next, &c) != CHAR_SPACE)
			return c;
		at = next;
	}
	return 0;
}

static bool name_before(const struct scan *x)
{
	size_t next;
	uint32_t c;

	return x->before_end > x->before_start && char_class(x->text, x->before_start, &next, &c) == CHAR_LETTER && unicode_is_upper(c);
}

/* The word that begins behind the white space at `at`, for the lists. */
static struct str word_behind(const struct scan *x, size_t at)
{
	size_t next, p, end = at + WORD_MAX < x->text.n ? at + WORD_MAX : x->text.n;
	uint32_t c;

	while (at < end && char_class(x->text, at, &next, &c) == CHAR_SPACE)
		at = next;
	for (p = at; p < end; p = next) {
		enum char_class k = char_class(x->text, p, &next, &c);

		if (next > x->text.n || (k != CHAR_LETTER && k != CHAR_DIGIT))
			break;
	}
	return piece(x, at, p < end ? p : end);
}

/* A single letter before a full stop: the initial of a name? */
static bool is_initial(const struct scan *x, size_t from, size_t stop)
{
	uint32_t c = char_behind(x, stop + 1);

	if (!upper_at(x, from) || !c)
		return false;
	if (unicode_is_upper(c))
		return name_before(x) || x->first || !(rules_word(x->s, word_behind(x, stop + 1)) & WORD_START);
	/* "J. van der Berg" */
	return unicode_is_letter(c) || c == ',' || c == '-';
}

/* "Karel B. Zijn broer", "Karel B. De politie": the initial is the last name, and a sentence begins behind it; "Karel B. De Boer". */
static bool begins_anew(const struct scan *x, size_t at)
{
	struct str word = word_behind(x, at);
	uint32_t c = char_behind(x, (size_t)(word.p - x->text.p) + word.n);

	return name_before(x) && (rules_word(x->s, word) & WORD_ANEW) && unicode_lower(c) == c && unicode_upper(c) != c;
}

/* A full stop, or one more behind it ("enz.."), but no ellipsis. */
static bool stop_alone(const struct scan *x, size_t p)
{
	return byte_at(x, p) == '.' && (byte_at(x, p + 1) != '.' || byte_at(x, p + 2) != '.');
}

/* The part of [at, p) behind its last hyphen. */
static size_t last_part(const struct scan *x, size_t at, size_t p)
{
	size_t part = p;

	while (part > at && x->text.p[part - 1] != '-')
		part--;
	return part < p ? part : at;
}

/* Groups of letters with full stops between: "U.S.", "v.Chr.", "nu.nl".  End of the token, 0: the word alone. */
static size_t dotted_end(struct scan *x, size_t at, size_t p)
{
	size_t groups = 1, initials = is_single(x, at, p) ? p + 1 : 0, last = at;
	bool single = initials != 0, small = !upper_at(x, at), ended;

	while (byte_at(x, p) == '.' && word_at(x, p + 1)) {
		last = p + 1;
		p = letters_end(x, last);
		small = small && !upper_at(x, last);
		if (is_single(x, last, p)) {
			if (single && byte_at(x, p) == '.')
				initials = p + 1;
		} else {
			single = false;
		}
		groups++;
	}
	ended = stop_alone(x, p);
	if (single) {
		if (ended) {
			x->stop = groups == 1 ? STOP_MID : STOP_ABBR;
			return p + 1;
		}
		return p;
	}
	unsigned bits = rules_word(x->s, piece(x, at, p));

	if (bits & (WORD_ABBR | WORD_MID)) {
		x->stop = !ended ? STOP_NO : bits & WORD_MID ? STOP_MID : STOP_ABBR;
		return ended ? p + 1 : p;
	}
	if (rules_word(x->s, piece(x, last, p)) & WORD_DOMAIN)
		return byte_at(x, p) == '/' ? address_end(x, at) : p;
	if (initials) {
		x->stop = STOP_MID;
		return initials;
	}
	return small ? p : 0;
}

/* "c.a.o.-akkoord", "N.-Br.": goes on behind the hyphen that follows a full stop. */
static size_t hyphen_end(struct scan *x, size_t at, size_t p)
{
	if (x->s->hyphen || x->text.p[p - 1] != '.' || byte_at(x, p) != '-' || !letter_at(x, p + 1))
		return p;
	p = word_end(x, p + 1, p + 1);
	x->stop = STOP_NO;
	if (stop_alone(x, p) && rules_word(x->s, piece(x, at, p)) & (WORD_ABBR | WORD_MID)) {
		x->stop = STOP_ABBR;
		p++;
	}
	return p;
}

/* The word [at, p) has a full stop behind it: does it belong to the word? */
static size_t stop_end(struct scan *x, size_t at, size_t p)
{
	size_t part = last_part(x, at, p);
	char after = byte_at(x, p + 1);
	unsigned bits;

	if (!stop_alone(x, p))
		return p;
	if (word_at(x, p + 1)) {
		size_t end = digit_at(x, p + 1) ? 0 : dotted_end(x, part, p);

		return end ? hyphen_end(x, at, end) : p;
	}
	bits = rules_word(x->s, piece(x, part, p));
	if (bits & (WORD_ABBR | WORD_MID))
		x->stop = bits & WORD_MID ? STOP_MID : STOP_ABBR;
	else if ((bits & WORD_NUMBER) && (number_follows(x, p + 1) || number_before(x)))
		x->stop = number_follows(x, p + 1) ? STOP_MID : STOP_ABBR;
	else if (is_single(x, part, p) && is_initial(x, part, p))
		x->stop = begins_anew(x, p + 1) ? STOP_ABBR : STOP_MID;
	else if ((after == ',' || after == ';') && p - at <= 5 && letter_at(x, at))
		x->stop = STOP_MID;
	else
		return p;
	return hyphen_end(x, at, p + 1);
}

/* Does [at, p) end in the clitic?  Start of the clitic, or 0. */
static size_t ends_in(const struct scan *x, size_t at, size_t p, struct str clitic)
{
	size_t q = p;

	for (size_t i = clitic.n; i-- > 0;) {
		if (q <= at)
			return 0;
		if (clitic.p[i] == '\'') {
			size_t start = q - 1;

			while (start > at && ((unsigned char)x->text.p[start] & 0xC0) == 0x80)
				start--;
			if (apostrophe_at(x, start) != q - start)
				return 0;
			q = start;
		} else if ((x->text.p[--q] | 32) != clitic.p[i]) {
			return 0;
		}
	}
	return q > at ? q : 0;
}

/* Divides clitics and written-together words off [at, p): the first end is returned, the others go to x->cuts. */
static size_t divide(struct scan *x, size_t at, size_t p)
{
	size_t ends[CUTS_MAX], n = 0, head = p;
	const struct parts *parts;

	if (x->s->n_clitics) {
		bool found = true;

		while (found && n + PARTS_MAX + 1 < CUTS_MAX) {
			found = false;
			for (uint32_t i = 0; i < x->s->n_clitics && !found; i++) {
				size_t start = ends_in(x, at, head, x->s->clitics[i]);

				if (start && letter_at(x, start - 1 > at && ((unsigned char)x->text.p[start - 1] & 0xC0) == 0x80 ? at : start - 1)) {
					ends[n++] = head;
					head = start;
					found = true;
				}
			}
		}
	}
	if (head - at <= WORD_MAX && (parts = rules_parts(x->s, piece(x, at, head))) != NULL) {
		if (!parts->letters) {
			x->whole = parts;
			return p;
		}
		size_t q = at;

		for (uint32_t i = 0; i < parts->n; i++) {
			q += parts->at[i].n;
			if (i + 1 == parts->n)
				q = head;
			if (i)
				x->cuts[x->n_cuts++] = q;
		}
		head = at + parts->at[0].n;
	}
	while (n)
		x->cuts[x->n_cuts++] = ends[--n];
	return head;
}

/* An apostrophe behind [at, p): of the word ("Frans' boek") or closing a quotation? */
static size_t possessive_end(const struct scan *x, size_t at, size_t p)
{
	size_t n = apostrophe_at(x, p);
	char last = p > at ? (char)(x->text.p[p - 1] | 32) : ' ';

	if (!n || !x->s->possessive || x->singles || word_at(x, p + n) || x->text.p[p] == '`' || apostrophe_at(x, p + n))
		return p;
	return last == 's' || last == 'x' || last == 'z' ? p + n : p;
}

static size_t scan_word(struct scan *x, size_t at)
{
	size_t p = word_end(x, at, at);
	bool capitals = p - at <= 3;

	if (is_address(x, at, letters_end(x, at)))
		return address_end(x, at);
	if (byte_at(x, p) == '.' && p > at)
		return stop_end(x, at, p);
	for (size_t i = at; i < p && capitals; i++)
		capitals = (unsigned)(x->text.p[i] - 'A') < 26;
	if (capitals && byte_at(x, p) == '$')
		return p + 1;
	if (p - at > 1 && p > at) {
		size_t q = possessive_end(x, at, p);

		if (q > p)
			return q;
		return divide(x, at, p);
	}
	return p;
}

static size_t scan_number(struct scan *x, size_t at)
{
	size_t p = number_end(x, at), q;

	if (byte_at(x, p) == '%' && !x->s->percent)
		return p + 1;
	if (letter_at(x, p)) {
		q = letters_end(x, p);
		if (rules_word(x->s, piece(x, p, q)) & WORD_UNIT)
			return p;
		return word_end(x, at, p);
	}
	if (byte_at(x, p) == '.' && byte_at(x, p + 1) != '.' && p - at <= 3 && !word_at(x, p + 1)) {
		uint32_t c = char_behind(x, p + 1);

		/* "1. First": an item; "3. Liga", "3. liga": an ordinal */
		if ((x->first && p + 1 >= x->limit && c) || (p + 1 >= x->limit && c && unicode_is_letter(c) && !unicode_is_upper(c))) {
			x->stop = STOP_MID;
			return p + 1;
		}
	}
	return x->s->hyphen ? p : word_end(x, at, p);
}

/* ---- signs -------------------------------------------------------------------------- */

/* Word that begins with an apostrophe: "'s", "'em", "'90s".  End, or 0. */
static size_t apostrophe_word(const struct scan *x, size_t at)
{
	size_t n = apostrophe_at(x, at), p;

	if (!n || !word_at(x, at + n))
		return 0;
	p = letters_end(x, at + n);
	if (digit_at(x, at + n) && digit_at(x, at + n + 1) && !digit_at(x, at + n + 2))
		return p;
	if (!(rules_word(x->s, piece(x, at, p)) & WORD_APOSTROPHE))
		return 0;
	/* where hyphens are parts of words, "'s-Gravenhage" is one */
	return !x->s->hyphen && byte_at(x, p) == '-' && letter_at(x, p + 1) ? word_end(x, p + 1, p + 1) : p;
}

/* Clitic at the place itself: behind a closing quote or an abbreviation.  End, or 0. */
static size_t clitic_here(const struct scan *x, size_t at)
{
	size_t n = apostrophe_at(x, at), p = n ? letters_end(x, at + n) : 0;

	for (uint32_t i = 0; p && i < x->s->n_clitics; i++)
		if (x->s->clitics[i].p[0] == '\'' && ends_in(x, at - 1, p, x->s->clitics[i]) == at)
			return p;
	return 0;
}

static size_t run_end(const struct scan *x, size_t at)
{
	size_t next, p = at;
	uint32_t first, c;

	char_class(x->text, at, &next, &first);
	do {
		p = next;
		if (p >= x->limit)
			return p;
		char_class(x->text, p, &next, &c);
	} while (c == first || ((first == '!' || first == '?') && (c == '!' || c == '?')));
	return p;
}

static size_t face_end(const struct scan *x, size_t at)
{
	size_t p = at + 1;

	if (at != x->chunk || (x->text.p[at] != ':' && x->text.p[at] != ';'))
		return 0;
	if (byte_at(x, p) == '-')
		p++;
	return strchr(")(DPp", byte_at(x, p)) && p < x->limit && p + 1 == x->limit ? p + 1 : 0;
}

static bool opener_before(const struct scan *x, size_t at)
{
	size_t next;
	uint32_t c;

	if (x->before_end != at || x->before_end <= x->before_start)
		return false;
	char_class(x->text, x->before_start, &next, &c);
	return is_opener(c);
}

static size_t scan_sign(struct scan *x, size_t at)
{
	size_t next, p;
	uint32_t c;

	char_class(x->text, at, &next, &c);
	if (is_apostrophe(c)) {
		if ((at == x->chunk || opener_before(x, at)) && (p = apostrophe_word(x, at)) != 0)
			return p;
		if (at > x->chunk && (p = clitic_here(x, at)) != 0)
			return p;
		if (byte_at(x, at + 1) == (char)c && c < 0x80)
			return at + 2;		/* '' and `` */
		if (c >= 0x80 && next + (next - at) <= x->limit && memcmp(x->text.p + next, x->text.p + at, next - at) == 0)
			return next + (next - at);
		if (word_at(x, next) || c == '`' || c == 0x2018)
			x->singles++;
		else if (x->singles)
			x->singles--;
		return next;
	}
	if (c < 0x80 && (p = face_end(x, at)) != 0)
		return p;
	switch (c) {
	case '.':
		if (at == x->chunk && digit_at(x, next))
			return scan_number(x, next);
		p = run_end(x, at);
		x->stop = p - at > 1 ? STOP_DOTS : STOP_FULL;
		return p;
	case '!': case '?':
		x->stop = STOP_QUERY;
		return run_end(x, at);
	case 0x2026:
		x->stop = STOP_DOTS;
		return run_end(x, at);
	case '-':
		if (!x->s->hyphen && at == x->chunk && word_at(x, next))
			return digit_at(x, next) ? scan_number(x, next) : word_end(x, next, next);
		return run_end(x, at);
	case '+':
		return at == x->chunk && digit_at(x, next) ? number_end(x, next) : run_end(x, at);
	case '#': case '@':
		return letter_at(x, next) ? letters_end(x, next) : run_end(x, at);
	case ',':
		return byte_at(x, at + 1) == ',' ? at + 2 : next;
	case '*': case '=': case '_': case '~': case '<': case '>': case '|': case 0x2013: case 0x2014: case 0x2500:
		return run_end(x, at);
	default:
		/* what modifies the sign goes with it: variation selectors, joined pictures */
		while (c >= 0x2000 && next < x->limit) {
			size_t after;
			uint32_t m;

			char_class(x->text, next, &after, &m);
			if (m != 0xFE0F && m != 0xFE0E && m != 0x200D && !(m >= 0x1F3FB && m <= 0x1F3FF) && c != 0x200D)
				break;
			next = after;
			c = m == 0xFE0F ? c : m;
		}
		return next < x->limit ? next : x->limit;
	}
}

/* ---- the scanner -------------------------------------------------------------------- */

void scan_init(struct scan *x, const struct segmenter *s, struct str text, size_t at)
{
	*x = (struct scan){ .s = s, .text = text, .at = at, .known = at, .closed = true, .first = true };
}

bool scan_skip(struct scan *x)
{
	size_t next;
	uint32_t c;

	if (x->cut < x->n_cuts || (x->at < x->known && x->at < x->text.n))
		return true;
	while (x->at < x->text.n && char_class(x->text, x->at, &next, &c) == CHAR_SPACE) {
		x->at = next;
		x->closed = true;
	}
	if (x->closed) {
		x->chunk = x->known = x->at;
		x->closed = false;
	}
	return x->at < x->text.n;
}

/* Knows the piece as far as a token may go. */
static void look(struct scan *x)
{
	size_t end = x->at + TOKEN_MAX - 3 < x->text.n ? x->at + TOKEN_MAX - 3 : x->text.n;

	while (!x->closed && x->known < end) {
		size_t next;
		uint32_t c;

		if (char_class(x->text, x->known, &next, &c) == CHAR_SPACE)
			x->closed = true;
		else
			x->known = next;
	}
	if (x->known >= x->text.n) {
		x->known = x->text.n;
		x->closed = true;
	}
	x->limit = x->known;
}

size_t scan_token(struct scan *x)
{
	size_t at = x->at, end, next;
	uint32_t c;

	x->stop = STOP_NO;
	x->whole = NULL;
	if (x->cut < x->n_cuts) {
		end = x->cuts[x->cut++];
	} else {
		x->cut = x->n_cuts = 0;
		look(x);
		switch (char_class(x->text, at, &next, &c)) {
		case CHAR_LETTER:
			end = c < 0x80 ? mail_end(x, at) : 0;
			if (!end)
				end = scan_word(x, at);
			break;
		case CHAR_DIGIT:
			end = mail_end(x, at);
			if (!end)
				end = c < 0x80 ? scan_number(x, at) : scan_word(x, at);
			break;
		default:
			end = scan_sign(x, at);
		}
		if (end <= at)		/* a bad byte, or a rule that takes nothing */
			end = next;
	}
	x->before_start = at;
	x->before_end = end;
	x->at = end;
	return end;
}
