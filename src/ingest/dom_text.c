/* dom_text.c - text of a page as it is read: references resolved, white space collapsed, what is invisible left out. */
#include "ingest/dom.h"

#include "base/unicode.h"

static void blank(struct buf *b)
{
	if (b->n && b->p[b->n - 1] != ' ' && b->p[b->n - 1] != '\n')
		buf_byte(b, ' ');
}

void dom_text(struct buf *b, struct str s)
{
	size_t at = 0;

	while (at < s.n) {
		unsigned char c = (unsigned char)s.p[at];
		char decoded[8];
		size_t from = at, n = 0, gone;

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
			struct str seen = { decoded, n };

			at += gone;
			if (unicode_blank(seen))
				blank(b);
			else if (!unicode_unseen(seen))
				buf_add(b, seen);
		} else if ((gone = unicode_blank(rest))) {
			at += gone;
			blank(b);
		} else if ((gone = unicode_unseen(rest))) {
			at += gone;
		} else {
			buf_byte(b, s.p[at++]);
		}
	}
}
