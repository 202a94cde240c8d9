/* token_number.c - numbers, and the addresses of pages and people. */
#include "segment/scan.h"

static bool is_link_char(char c)
{
	return (unsigned)((c | 32) - 'a') < 26 || (unsigned)(c - '0') < 10 || (c && strchr("._%+-", c));
}

size_t address_end(const struct scan *x, size_t at)
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

size_t mail_end(const struct scan *x, size_t at)
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

bool is_address(const struct scan *x, size_t at, size_t word_end)
{
	return (byte_at(x, word_end) == ':' && byte_at(x, word_end + 1) == '/' && byte_at(x, word_end + 2) == '/' && word_at(x, word_end + 3)) ||
	       (word_end - at == 3 && memcmp(x->text.p + at, "www", 3) == 0 && byte_at(x, word_end) == '.' && word_at(x, word_end + 1));
}

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

size_t number_end(const struct scan *x, size_t at)
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

size_t scan_number(struct scan *x, size_t at)
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
