/* language.c - which language a text is in, by its common words.
 *
 * Running text of a language consists for two thirds or more of its five thousand commonest words, a headline full of names for a third; text of
 * another language shares one in eight of them.  lang/XX/language.txt lists them; a word that several languages have counts for all, so that
 * only the words of one decide.
 */
#include "segment/segment.h"

#include "base/file.h"
#include "base/map.h"
#include "base/unicode.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

enum { LANGUAGES_MAX = 32, WORDS_LOOKED_AT = 400 };

struct languages {
	struct arena a;
	struct str names[LANGUAGES_MAX];
	uint32_t n;
	struct map words;		/* word → bit set of languages */
};

static int by_name(const void *x, const void *y)
{
	return str_cmp(*(const struct str *)x, *(const struct str *)y);
}

int languages_open(struct languages **out, const char *lang_root, struct error *e)
{
	struct languages *l = calloc(1, sizeof(*l));
	DIR *d = l ? opendir(lang_root) : NULL;
	int r = COU_OK;

	*out = NULL;
	if (!d) {
		free(l);
		return error_set(e, COU_EDATA, "%s: no folder of languages", lang_root);
	}
	arena_init(&l->a);
	map_init(&l->words, &l->a);
	for (struct dirent *x; (x = readdir(d)) && l->n < LANGUAGES_MAX; )
		if (strlen(x->d_name) == 2 && x->d_name[0] != '.')
			l->names[l->n++] = str_dup(&l->a, str_c(x->d_name));
	closedir(d);
	if (l->n)
		qsort(l->names, l->n, sizeof(*l->names), by_name);
	for (uint32_t i = 0; i < l->n && !r; i++) {
		char path[4096];
		struct str text, word;

		snprintf(path, sizeof(path), "%s/%s/language.txt", lang_root, l->names[i].p);
		r = file_read(&l->a, path, 1 << 20, &text, e);
		for (struct str line; !r && str_split(&text, '\n', &line); ) {
			if (str_starts(line, STR("#")))
				continue;
			while (str_split(&line, ' ', &word)) {
				if (!str_trim(word).n)
					continue;
				uint32_t *bits = map_put(&l->words, str_trim(word));

				*bits = (*bits == MAP_NONE ? 0 : *bits) | 1u << i;
			}
		}
	}
	if (r) {
		languages_close(l);
		return r;
	}
	*out = l;
	return COU_OK;
}

void languages_close(struct languages *l)
{
	if (!l)
		return;
	arena_free(&l->a);
	free(l);
}

static bool is_letter_byte(unsigned char c)
{
	return (c | 0x20) >= 'a' ? (c | 0x20) <= 'z' || c >= 0x80 : c == '\'';
}

struct str language_find(const struct languages *l, struct str text)
{
	uint32_t hits[LANGUAGES_MAX] = { 0 }, own[LANGUAGES_MAX] = { 0 }, words = 0, best = 0;

	for (size_t at = 0; at < text.n && words < WORDS_LOOKED_AT; ) {
		char lower[24];
		size_t n = 0;

		while (at < text.n && !is_letter_byte((unsigned char)text.p[at]))
			at++;
		size_t from = at;

		while (at < text.n && is_letter_byte((unsigned char)text.p[at]))
			at++;
		if (at == from)
			break;
		words++;
		if (at - from >= sizeof(lower))
			continue;
		for (; from < at; from++)
			lower[n++] = text.p[from] >= 'A' && text.p[from] <= 'Z' ? (char)(text.p[from] + 32) : text.p[from];
		uint32_t bits = map_get(&l->words, (struct str){ lower, n });

		if (bits == MAP_NONE)
			continue;
		for (uint32_t i = 0; i < l->n; i++)
			if (bits & 1u << i) {
				hits[i]++;
				own[i] += (bits & (bits - 1)) == 0;
			}
	}
	for (uint32_t i = 1; i < l->n; i++)
		if (own[i] > own[best] || (own[i] == own[best] && hits[i] > hits[best]))
			best = i;
	/* a headline has few words: one word of its own is enough there */
	bool enough = l->n && own[best] && (words < 12 ? hits[best] * 4 >= words && own[best] * 6 >= words : hits[best] * 5 >= words * 2 && own[best] * 6 >= words);

	return enough ? l->names[best] : STR("");
}
