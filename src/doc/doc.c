#include "doc/doc.h"

#include "base/utf8.h"

enum { STRIDE = 256 };

void doc_init(struct doc *d, struct arena *a)
{
	memset(d, 0, sizeof(*d));
	d->a = a;
	d->date = DAY_NONE;
}

static uint32_t leading_bytes(const char *p, size_t n)
{
	uint32_t count = 0;

	for (size_t i = 0; i < n; i++)
		count += ((unsigned char)p[i] & 0xC0) != 0x80;
	return count;
}

uint32_t doc_point(struct doc *d, uint32_t at)
{
	uint32_t whole = at / STRIDE;

	if (!d->points) {
		uint32_t strides = (uint32_t)(d->text.n / STRIDE) + 1, count = 0;

		d->points = arena_array(d->a, uint32_t, strides);
		for (uint32_t i = 1; i < strides; i++) {
			count += leading_bytes(d->text.p + (size_t)(i - 1) * STRIDE, STRIDE);
			d->points[i] = count;
		}
	}
	return d->points[whole] + leading_bytes(d->text.p + (size_t)whole * STRIDE, at - whole * STRIDE);
}

void doc_link_tree(struct doc *d)
{
	for (size_t i = 0; i < d->tokens.n; i++)
		d->tokens.at[i].child = d->tokens.at[i].next = NONE;
	for (size_t s = 0; s < d->sentences.n; s++) {
		struct sentence *sent = &d->sentences.at[s];

		sent->root = NONE;
		for (uint32_t i = sent->end; i-- > sent->first;) {
			struct token *t = &d->tokens.at[i];

			t->sentence = (uint32_t)s;
			if (t->head == NONE) {
				sent->root = i;
			} else {
				t->next = d->tokens.at[t->head].child;
				d->tokens.at[t->head].child = i;
			}
		}
	}
}

bool doc_under(const struct doc *d, uint32_t t, uint32_t top)
{
	for (unsigned steps = 0; t != NONE && steps < 1000; steps++) {
		if (t == top)
			return true;
		t = d->tokens.at[t].head;
	}
	return false;
}

uint32_t doc_child(const struct doc *d, uint32_t t, enum deprel rel)
{
	for (uint32_t c = d->tokens.at[t].child; c != NONE; c = d->tokens.at[c].next)
		if (d->tokens.at[c].deprel == rel)
			return c;
	return NONE;
}

struct span doc_span(const struct doc *d, uint32_t first, uint32_t last)
{
	return (struct span){ d->tokens.at[first].span.start, d->tokens.at[last].span.end };
}

uint64_t feats_bits(struct str feats)
{
#define WORD_(n, w) w,
	static const char *const names[] = { FEATS(WORD_) };
#undef WORD_
	struct str rest = feats, piece;
	uint64_t bits = 0;

	while (str_split(&rest, '|', &piece))
		for (int i = 0; i < FEAT_COUNT; i++)
			if (str_is(piece, names[i]))
				bits |= 1ull << i;
	return bits;
}
