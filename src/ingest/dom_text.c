/* dom_text.c - text of a page as it is read: references resolved, white space collapsed, what is invisible left out. */
#include "ingest/dom.h"

static void blank(struct buf *b)
{
	if (b->n && b->p[b->n - 1] != ' ' && b->p[b->n - 1] != '\n')
		buf_byte(b, ' ');
}

/* Bytes of white space or of nothing visible at s, or 0; *space says which. */
static size_t invisible(struct str s, bool *space)
{
	unsigned char c = (unsigned char)s.p[0], d = s.n > 1 ? (unsigned char)s.p[1] : 0, f = s.n > 2 ? (unsigned char)s.p[2] : 0;

	*space = true;
	if (c <= ' ')
		return 1;
	if (c == 0xC2 && d == 0xA0)
		return 2;			/* no-break space */
	if (c == 0xE2 && d == 0x80 && (f <= 0x8A || f == 0xAF || f == 0xA8 || f == 0xA9))
		return 3;			/* en, em, thin space; line and paragraph separators */
	*space = false;
	if (c == 0xC2 && d == 0xAD)
		return 2;			/* soft hyphen */
	if (c == 0xE2 && ((d == 0x80 && f >= 0x8B && f <= 0x8F) || (d == 0x81 && f == 0xA0)))
		return 3;			/* zero-width space and joiners, marks of direction, word joiner */
	if (c == 0xEF && d == 0xBB && f == 0xBF)
		return 3;
	return 0;
}

void dom_text(struct buf *b, struct str s)
{
	size_t at = 0;

	while (at < s.n) {
		unsigned char c = (unsigned char)s.p[at];
		char decoded[8];
		size_t from = at, n = 0, gone;
		bool space;

		while (c > ' ' && c != '&' && c != 0xC2 && c != 0xE2 && c != 0xEF) {
			if (++at == s.n)
				break;
			c = (unsigned char)s.p[at];
		}
		buf_add(b, str_sub(s, from, at));
		if (at == s.n)
			return;
		struct str rest = str_sub(s, at, s.n);

		if (c == '&' && (gone = reference_read(rest, decoded, &n))) {
			size_t hidden = invisible((struct str){ decoded, n }, &space);

			at += gone;
			if (!hidden)
				buf_add(b, (struct str){ decoded, n });
			else if (space)
				blank(b);
		} else if ((gone = invisible(rest, &space))) {
			at += gone;
			if (space)
				blank(b);
		} else {
			buf_byte(b, s.p[at++]);
		}
	}
}
