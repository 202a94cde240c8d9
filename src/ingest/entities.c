/* entities.c - text between tags: character references resolved, white space collapsed, what is not seen left out. */
#include "ingest/dom.h"
#include "ingest/markup.h"

#include "base/unicode.h"

size_t entity_at(struct str s, char out[8], size_t *n)
{
	size_t length = reference_read(s, out, n);

	return length && s.p[length - 1] == ';' ? length : 0;
}

/* ---- lines ----------------------------------------------------------------------------- */

static void add_text(struct buf *b, bool *blank, struct str s)
{
	for (size_t i = 0; i < s.n;) {
		struct str rest = str_sub(s, i, s.n);
		size_t n = unicode_blank(rest);

		*blank |= n > 0;
		if (!n && !(n = unicode_unseen(rest))) {
			if (*blank && b->n)
				buf_byte(b, ' ');
			*blank = false;
			for (n = 1; i + n < s.n && s.p[i + n] > ' ' && s.p[i + n] < 127; n++)
				;			/* ASCII that is seen, at once */
			buf_add(b, str_sub(s, i, i + n));
		}
		i += n;
	}
}

/* The reference at s, also one whose & was escaped once more ("&amp;eacute;"). */
static size_t reference(struct str s, char out[8], size_t *n)
{
	size_t length = entity_at(s, out, n), more;

	if (!length || out[0] != '&')
		return length;
	char twice[8];
	size_t m;
	struct str rest = str_sub(s, length - 1, s.n < length + 16 ? s.n : length + 16);
	char copy[20];

	memcpy(copy, rest.p, rest.n);
	copy[0] = '&';
	more = entity_at((struct str){ copy, rest.n }, twice, &m);
	if (!more)
		return length;
	memcpy(out, twice, sizeof(twice));
	*n = m;
	return length - 1 + more;
}

void line_add(struct buf *b, bool *blank, struct str s)
{
	while (s.n) {
		size_t at = str_find(s, '&'), n = 0, length = 0;
		char c[8];

		add_text(b, blank, str_sub(s, 0, at));
		s = str_sub(s, at, s.n);
		if (s.n && (length = reference(s, c, &n)))
			add_text(b, blank, (struct str){ c, n });
		else if (s.n)
			add_text(b, blank, str_sub(s, 0, length = 1));
		s = str_sub(s, length, s.n);
	}
}

struct str line_of_text(struct arena *a, struct str s)
{
	struct buf b;
	bool blank = false;

	buf_init(&b, a);
	line_add(&b, &blank, s);
	return buf_str(&b);
}
