/* utf16.c - text in UTF-16 as an input in UTF-8: what Excel calls "Unicode text", and exports of Windows.
 *
 * Formats that cut their input into lines and rows know bytes alone, and a line end in UTF-16 is two of them.  So such an input holds another one, as a packed
 * file does: the same text in UTF-8, whose format is found by its looks (or asked for) again.
 */
#include "ingest/format.h"

#include "base/utf8.h"

#include <stdlib.h>

enum {
	READ_AT_ONCE = 4096,
	LOOKED_AT = 4096,
	REPLACEMENT = 0xFFFD
};

struct wide {
	struct input *in;
	bool big, ended;		/* big: the first byte of a unit is the higher one */
	unsigned char raw[READ_AT_ONCE];	/* read and not yet made letters */
	size_t have;
	char text[2 * READ_AT_ONCE];	/* made, and served from `at` on: three bytes for two, at most */
	size_t at, n;
};

static uint32_t unit(const struct wide *w, size_t at)
{
	return w->big ? (uint32_t)w->raw[at] << 8 | w->raw[at + 1] : (uint32_t)w->raw[at + 1] << 8 | w->raw[at];
}

static bool is_high(uint32_t u)
{
	return u >= 0xD800 && u < 0xDC00;
}

static bool is_low(uint32_t u)
{
	return u >= 0xDC00 && u < 0xE000;
}

/* What is whole of `raw` to letters in `text`; half a unit or half a pair stays for the next round; half a unit at the end is lost.
 * Half a pair alone is U+FFFD. */
static void make_text(struct wide *w)
{
	size_t at = 0;

	w->at = w->n = 0;
	while (at + 2 <= w->have) {
		uint32_t c = unit(w, at), low = at + 4 <= w->have ? unit(w, at + 2) : 0;

		if (is_high(c) && at + 4 > w->have && !w->ended)
			break;
		at += 2;
		if (is_high(c) && is_low(low)) {
			c = 0x10000 + ((c - 0xD800) << 10 | (low - 0xDC00));
			at += 2;
		} else if (is_high(c) || is_low(c)) {
			c = REPLACEMENT;
		}
		w->n += utf8_put(c, w->text + w->n);
	}
	memmove(w->raw, w->raw + at, w->have - at);
	w->have -= at;
}

static long read_narrow(void *state, char *to, size_t n, struct error *e)
{
	struct wide *w = state;

	while (w->at == w->n) {
		if (w->ended)
			return 0;
		long got = input_read(w->in, (char *)w->raw + w->have, READ_AT_ONCE - w->have, e);

		if (got < 0)
			return got;
		w->ended = !got;
		w->have += (size_t)got;
		make_text(w);
	}
	n = n < w->n - w->at ? n : w->n - w->at;
	memcpy(to, w->text + w->at, n);
	w->at += n;
	return (long)n;
}

static struct input *narrowed(struct input *in)
{
	static const struct input_kind kind = { read_narrow, free };
	struct wide *w = malloc(sizeof(*w));

	if (!w)
		return NULL;
	struct str mark = input_peek(in, 2);
	bool marked = utf16_mark(mark) != NULL;
	const char *charset = marked ? utf16_mark(mark) : utf16_charset(input_peek(in, LOOKED_AT));

	*w = (struct wide){ .in = in, .big = charset && str_ends(str_c(charset), STR("be")) };
	if (marked)
		input_skip(in, 2, NULL);
	return input_over(&kind, w);
}

/* ---- the format ------------------------------------------------------------------------- */

struct around {
	const struct reading *g;
	struct input *in;
	bool given;
};

static int open_around(void **state, const struct reading *g, struct input *in, struct error *e)
{
	struct around *s = calloc(1, sizeof(*s));

	if (!s)
		return error_set(e, COU_ELIMIT, "out of memory");
	*s = (struct around){ .g = g, .in = in };
	*state = s;
	return COU_OK;
}

static enum found next_inside(void *state, struct doc *d, struct inner *inner, struct error *e)
{
	struct around *s = state;

	(void)d;
	if (s->given)
		return FOUND_END;
	s->given = true;
	inner->carrier = s->g->carrier;
	inner->carrier.charset = STR("utf-8");
	inner->input = narrowed(s->in);
	if (inner->input)
		return FOUND_INPUT;
	error_set(e, COU_ELIMIT, "out of memory");
	return FOUND_BAD;
}

const struct format format_utf16 = {
	.name = "utf-16", .about = "text in UTF-16", .open = open_around, .next = next_inside, .close = free
};
