/* token_sign.c - tokens that begin with a sign. */
#include "segment/scan.h"

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

size_t scan_sign(struct scan *x, size_t at)
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
