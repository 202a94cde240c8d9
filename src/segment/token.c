/* token.c - words as the treebanks of Universal Dependencies divide them.
 *
 * The text falls into pieces at white space; a piece falls into tokens from left to right.  What a character allows is decided here; which
 * words have a full stop, an apostrophe or a hyphen of their own is data.  No decision looks further than TOKEN_MAX bytes, so the time is
 * linear in the text whatever it is.
 */
#include "segment/scan.h"

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

/* ---- words ------------------------------------------------------------------------ */

size_t word_end(const struct scan *x, size_t at, size_t p)
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

uint32_t char_behind(const struct scan *x, size_t at)
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

size_t ends_in(const struct scan *x, size_t at, size_t p, struct str clitic)
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
