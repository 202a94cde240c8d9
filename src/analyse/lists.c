/* lists.c - the key of a name is its words joined, without blanks, hyphens, stops and apostrophes; a word of four and more capitals alone is
 * read as if it had one, so that headlines and "NAVO" beside "Navo" find their names. */
#include "analyse/lists.h"

#include "base/unicode.h"
#include "base/utf8.h"

static const uint64_t HASH_START = 14695981039346656037u;

int lists_open(const struct model *m, struct lists *l, struct error *e)
{
	struct { const char *name; struct list *at; } all[] = { { "list.names", &l->names }, { "list.parts", &l->parts } };

	for (size_t i = 0; i < 2; i++) {
		struct list *x = all[i].at;
		uint32_t used = 0;
		int r = model_numbers(m, all[i].name, &x->slots, &x->n, e);

		if (r)
			return r;
		for (uint32_t k = 0; k < x->n; k++)
			used += x->slots[k] != 0;
		if (!x->n || x->n & (x->n - 1) || used == x->n)
			return error_set(e, COU_EDATA, "model: \"%s\" is no table of slots", all[i].name);
	}
	return COU_OK;
}

static uint32_t find(const struct list *l, uint64_t hash)
{
	uint32_t want = (uint32_t)(hash >> 32) & ~15u;

	for (uint64_t at = hash & (l->n - 1); l->slots[at]; at = (at + 1) & (l->n - 1))
		if ((l->slots[at] & ~15u) == want)
			return l->slots[at] & 15;
	return 0;
}

static bool dropped(uint32_t c)
{
	return c == '-' || c == '.' || c == '\'' || c == ' ' || c == 0x2019;
}

static bool shouted(struct str form)
{
	uint32_t points = 0;

	for (size_t at = 0; at < form.n; points++) {
		uint32_t c = utf8_next(form, &at);

		if (c == UTF8_BAD || !unicode_is_upper(c))
			return false;
	}
	return points > 3;
}

static uint64_t extend(uint64_t hash, struct str form)
{
	bool lower = shouted(form);

	for (size_t at = 0; at < form.n; ) {
		size_t from = at;
		uint32_t c = utf8_next(form, &at);
		char room[4];
		struct str s = { form.p + from, at - from };

		if (dropped(c))
			continue;
		if (lower && from)
			s = (struct str){ room, utf8_put(unicode_lower(c), room) };
		for (size_t i = 0; i < s.n; i++)
			hash = (hash ^ (uint8_t)s.p[i]) * 1099511628211u;
	}
	return hash;
}

static uint32_t first_of(struct str form)
{
	size_t at = 0;

	return form.n ? utf8_next(form, &at) : UTF8_BAD;
}

/* Mask of the longest name that begins with words[0], its length in *length; 0 if there is none. */
static uint32_t longest(const struct lists *l, const struct token *words, uint32_t n, uint32_t *length)
{
	uint64_t hash = HASH_START;
	uint32_t best = 0, c = first_of(words[0].form);

	if (c == UTF8_BAD || (!unicode_is_letter(c) && !unicode_is_digit(c)))
		return 0;
	for (uint32_t i = 0; i < n && i < LISTS_LONGEST; i++) {
		hash = extend(hash, words[i].form);
		c = first_of(words[i].form);
		if (c == UTF8_BAD || !(unicode_is_upper(c) || (i && unicode_is_digit(c))))
			continue;
		uint32_t mask = find(&l->names, hash);

		if (mask) {
			best = mask;
			*length = i + 1;
		}
	}
	return best;
}

void lists_features(const struct lists *l, const struct token *words, uint32_t n, uint16_t *out)
{
	uint32_t length = 0;

	for (uint32_t i = 0; i < n; i++) {
		uint32_t c = first_of(words[i].form);

		out[i] = c != UTF8_BAD && unicode_is_upper(c) ? (uint16_t)(find(&l->parts, extend(HASH_START, words[i].form)) << 8) : 0;
	}
	for (uint32_t i = 0; i < n; i++) {
		uint32_t mask = longest(l, words + i, n - i, &length);

		if (!mask)
			continue;
		out[i] |= (uint16_t)mask;
		for (uint32_t k = 1; k < length; k++)
			out[i + k] |= (uint16_t)(mask << 4);
		i += length - 1;
	}
}
