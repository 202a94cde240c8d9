/* features.c - word keys, character n-grams and shapes. */
#include "analyse/features.h"

#include "analyse/model.h"
#include "base/unicode.h"
#include "base/utf8.h"

struct str features_key(struct str form, char *out, size_t n)
{
	size_t used = 0;

	for (size_t at = 0; at < form.n && used + 4 <= n; ) {
		uint32_t c = utf8_next(form, &at);

		if (c < 0x80) {
			out[used++] = (char)(c >= 'A' && c <= 'Z' ? c + 32 : c >= '0' && c <= '9' ? '0' : c);
			continue;
		}
		c = c == UTF8_BAD ? 0xFFFD : unicode_is_digit(c) ? '0' : unicode_lower(c);
		used += utf8_put(c, out + used);
	}
	return (struct str){ out, used };
}

uint32_t features_grams(struct str key, uint32_t rows, uint32_t out[FEATURES_GRAMS_MAX])
{
	char text[4 * (FEATURES_KEY_MAX + 2)];
	size_t at[FEATURES_KEY_MAX + 3];
	uint32_t points = 0, n = 0;
	size_t used = 0;

	at[points++] = used;
	text[used++] = '<';
	for (size_t i = 0; i < key.n && points <= FEATURES_KEY_MAX; ) {
		size_t from = i;

		utf8_next(key, &i);
		at[points++] = used;
		memcpy(text + used, key.p + from, i - from);
		used += i - from;
	}
	at[points++] = used;
	text[used++] = '>';
	at[points] = used;
	for (uint32_t length = 2; length <= 5; length++)
		for (uint32_t i = 0; i + length <= points; i++)
			out[n++] = model_hash((struct str){ text + at[i], at[i + length] - at[i] }) % rows;
	return n;
}

uint32_t features_shape(struct str form)
{
	uint32_t letters = 0, upper = 0, points = 0;
	bool digit = false, hyphen = false, first_upper = false;

	for (size_t at = 0; at < form.n; points++) {
		uint32_t c = utf8_next(form, &at);
		bool up = c < 0x80 ? c >= 'A' && c <= 'Z' : c != UTF8_BAD && unicode_is_upper(c);
		bool letter = c < 0x80 ? up || (c >= 'a' && c <= 'z') : c != UTF8_BAD && unicode_is_letter(c);

		letters += letter;
		upper += letter && up;
		digit |= c < 0x80 ? c >= '0' && c <= '9' : c != UTF8_BAD && unicode_is_digit(c);
		hyphen |= c == '-';
		if (!points)
			first_upper = up;
	}
	uint32_t capitals = !upper ? 0 : upper == letters && upper > 1 ? 2 : first_upper && upper == 1 ? 1 : 3;
	uint32_t kind = !letters && !digit ? 3 : digit ? 1 : hyphen ? 2 : 0;

	return capitals + 4 * kind;
}
