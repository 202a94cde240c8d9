/* rules.c - reads segment.txt: lines "class word word …", "set name yes|no", "split part|part …", "# comment".
 *
 * A word in lower case stands for every case, one with a capital only for itself.
 */
#include "segment/rules.h"

#include "base/file.h"
#include "base/unicode.h"
#include "base/utf8.h"

enum { FILE_MAX = 1 << 20 };

static const struct {
	const char *name;
	unsigned bit;
} classes[] = {
	{ "abbr", WORD_ABBR }, { "mid", WORD_MID }, { "number", WORD_NUMBER }, { "start", WORD_START },
	{ "apostrophe", WORD_APOSTROPHE }, { "prefix", WORD_PREFIX }, { "unit", WORD_UNIT }, { "domain", WORD_DOMAIN },
	{ "link", WORD_LINK }, { "anew", WORD_ANEW },
};

/* Apostrophe of any shape → '; lower: small letters.  0 when longer than WORD_MAX. */
static size_t plain(struct str word, bool lower, char out[WORD_MAX + 4])
{
	size_t n = 0;

	for (size_t at = 0; at < word.n;) {
		unsigned char b = (unsigned char)word.p[at];

		if (n >= WORD_MAX)
			return 0;
		if (b < 0x80) {
			out[n++] = lower && (unsigned)(b - 'A') < 26 ? (char)(b + 32) : b == '`' ? '\'' : (char)b;
			at++;
			continue;
		}
		size_t from = at;
		uint32_t c = utf8_next(word, &at);

		if (c == 0x2019 || c == 0x2018 || c == 0xB4) {
			out[n++] = '\'';
		} else if (c != UTF8_BAD && lower) {
			n += utf8_put(unicode_lower(c), out + n);
		} else {
			memcpy(out + n, word.p + from, at - from);
			n += at - from;
		}
	}
	return n;
}

unsigned rules_word(const struct segmenter *s, struct str word)
{
	char key[WORD_MAX + 4];
	unsigned bits = 0;
	uint32_t v;
	size_t n;

	if (word.n > WORD_MAX)
		return 0;
	n = plain(word, false, key);
	if (n && (v = map_get(&s->words, (struct str){ key, n })) != MAP_NONE)
		bits |= v;
	n = plain(word, true, key);
	if (n && (v = map_get(&s->words, (struct str){ key, n })) != MAP_NONE)
		bits |= v;
	return bits;
}

const struct parts *rules_parts(const struct segmenter *s, struct str word)
{
	char key[WORD_MAX + 4];
	size_t n = word.n > WORD_MAX ? 0 : plain(word, true, key);
	uint32_t i = n ? map_get(&s->splits, (struct str){ key, n }) : MAP_NONE;

	return i == MAP_NONE ? NULL : &s->parts.at[i];
}

static void add(struct segmenter *s, struct str word, unsigned bit)
{
	uint32_t *v = map_put(&s->words, str_dup(&s->a, word));

	*v = (*v == MAP_NONE ? 0 : *v) | bit;
}

/* "can|not", or "word=part|part" where the letters do not divide. */
static bool add_split(struct segmenter *s, struct str line)
{
	struct parts *p = vec_push(&s->a, &s->parts);
	size_t eq = str_find(line, '=');
	struct str rest = eq < line.n ? str_sub(line, eq + 1, line.n) : line, part, whole = STR_NONE;

	while (str_split(&rest, '|', &part)) {
		if (p->n == PARTS_MAX || !part.n)
			return false;
		p->at[p->n++] = str_dup(&s->a, part);
		whole = str_cat(&s->a, whole, part);
	}
	p->letters = eq == line.n;
	if (!p->letters)
		whole = str_dup(&s->a, str_sub(line, 0, eq));
	*map_put(&s->splits, whole) = (uint32_t)s->parts.n - 1;
	add(s, whole, WORD_SPLIT);
	return p->n > 1 && whole.n <= WORD_MAX;
}

static bool set(struct segmenter *s, struct str name, bool yes)
{
	const struct { const char *name; bool *at; } flags[] = {
		{ "hyphen", &s->hyphen }, { "slash", &s->slash }, { "percent", &s->percent }, { "range", &s->range },
		{ "possessive", &s->possessive },
	};

	for (size_t i = 0; i < sizeof(flags) / sizeof(flags[0]); i++)
		if (str_is(name, flags[i].name)) {
			*flags[i].at = yes;
			return true;
		}
	return false;
}

static bool add_word(struct segmenter *s, struct str kind, struct str word)
{
	if (str_is(kind, "split"))
		return add_split(s, word);
	if (str_is(kind, "clitic")) {
		uint32_t i = s->n_clitics;

		if (i == CLITICS_MAX)
			return false;
		for (; i && s->clitics[i - 1].n < word.n; i--)
			s->clitics[i] = s->clitics[i - 1];
		s->clitics[i] = str_dup(&s->a, word);
		s->n_clitics++;
		return true;
	}
	for (size_t i = 0; i < sizeof(classes) / sizeof(classes[0]); i++)
		if (str_is(kind, classes[i].name)) {
			/* the full stop that all abbreviations end in is not part of the key */
			if ((classes[i].bit & (WORD_ABBR | WORD_MID | WORD_NUMBER)) && str_ends(word, STR(".")))
				word.n--;
			if (!word.n || word.n > WORD_MAX)
				return false;
			add(s, word, classes[i].bit);
			return true;
		}
	return false;
}

static bool read_line(struct segmenter *s, struct str line)
{
	struct str kind, word, name = STR_NONE;

	line = str_trim(line);
	if (!line.n || line.p[0] == '#')
		return true;
	str_split(&line, ' ', &kind);
	while (str_split(&line, ' ', &word)) {
		if (!word.n)
			continue;
		if (!str_is(kind, "set")) {
			if (!add_word(s, kind, word))
				return false;
		} else if (!name.n) {
			name = word;
		} else if (!set(s, name, str_is(word, "yes"))) {
			return false;
		}
	}
	return true;
}

int segmenter_open(struct segmenter **out, const char *lang_dir, struct error *e)
{
	struct arena a = { 0 };
	struct segmenter *s;
	struct str bytes, line;
	int row = 0, rc;

	arena_init(&a);
	s = arena_new(&a, struct segmenter);
	s->a = a;
	map_init(&s->words, &s->a);
	map_init(&s->splits, &s->a);
	struct str path = str_printf(&s->a, "%s/segment.txt", lang_dir);

	rc = file_read(&s->a, path.p, FILE_MAX, &bytes, e);
	if (rc)
		rc = error_set(e, COU_EDATA, "%s: cannot be read", path.p);
	while (!rc && str_split(&bytes, '\n', &line)) {
		row++;
		if (!read_line(s, line))
			rc = error_set(e, COU_EDATA, "%s:%d: cannot be understood", path.p, row);
	}
	if (rc) {
		segmenter_close(s);
		return rc;
	}
	*out = s;
	return COU_OK;
}

void segmenter_close(struct segmenter *s)
{
	struct arena a;

	if (!s)
		return;
	a = s->a;		/* s itself lives there */
	arena_free(&a);
}
