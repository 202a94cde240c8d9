/* time_rules.c - reading lang/XX/time.txt; every error names file and line. */
#include "link/time_rules.h"

#include "base/file.h"
#include "doc/doc.h"

#include <stdlib.h>

enum { ELEMENTS_MAX = 16, VALUE_MAX = 100000000 };

#define WORD_(n, w) w,
static const char *const slot_words[] = { TIME_CLASSES(WORD_) TIME_SLOTS(WORD_) };
static const char *const meaning_words[] = { TIME_MEANINGS(WORD_) };
static const char *const list_words[] = { TIME_LISTS(WORD_) };
#undef WORD_

struct reading {
	struct timer *t;
	const char *path;
	uint32_t line;
	struct error *e;
};

static int find(const char *const *list, size_t n, struct str word)
{
	for (size_t i = 0; i < n; i++)
		if (str_is(word, list[i]))
			return (int)i;
	return -1;
}

static int refuse(struct reading *r, const char *why, struct str what)
{
	return error_set(r->e, COU_EDATA, "%s:%u: \"%.*s\" %s", r->path, r->line, STR_ARG(what), why);
}

/* A whole number with sign, within reason. */
static bool number_of(struct str s, int32_t *n)
{
	char *end;
	char text[16];

	if (!s.n || s.n >= sizeof(text))
		return false;
	memcpy(text, s.p, s.n);
	text[s.n] = 0;
	long v = strtol(text, &end, 10);

	*n = (int32_t)v;
	return !*end && v >= -VALUE_MAX && v <= VALUE_MAX;
}

static uint32_t word_id(struct timer *t, struct str text)
{
	uint32_t *at = map_put(&t->ids, text);

	if (*at == MAP_NONE) {
		*at = (uint32_t)t->words.n;
		vec_push(&t->a, &t->words)->text = text;
	}
	return *at;
}

/* ---- patterns -------------------------------------------------------------------------------- */

static int read_element(struct reading *r, uint32_t group, struct time_pattern *p, struct str word)
{
	struct timer *t = r->t;

	if (p->elements.n == ELEMENTS_MAX)
		return refuse(r, "is one element too many", word);
	struct time_element *x = vec_push(&t->a, &p->elements);

	if (word.n > 1 && word.p[0] == '^') {
		x->outside = true;
		word = str_sub(word, 1, word.n);
	}
	if (word.n > 1 && word.p[word.n - 1] == '?') {
		x->optional = true;
		word.n--;
	}
	if (word.n > 2 && word.p[0] == '<' && word.p[word.n - 1] == '>') {
		int c = find(slot_words, TIME_CLASS_COUNT, str_sub(word, 1, word.n - 1));

		if (c < 0)
			return refuse(r, "is no class of words", word);
		x->kind = TIME_CLASS;
		x->at = (uint32_t)c;
		return COU_OK;
	}
	if (word.n > 2 && word.p[0] == '{' && word.p[word.n - 1] == '}') {
		x->kind = TIME_GROUP;
		x->at = map_get(&t->group_ids, str_sub(word, 1, word.n - 1));
		return x->at == MAP_NONE || (group && x->at >= group) ? refuse(r, "is no group written before this one", word) : COU_OK;
	}
	struct str one;

	while (str_split(&word, '|', &one))
		if (one.n)
			*vec_push(&t->a, &x->words) = word_id(t, one);
	return COU_OK;
}

static int read_sense(struct reading *r, struct time_pattern *p, struct str text)
{
	struct str word;

	while (str_split(&text, ' ', &word)) {
		size_t is = str_find(word, '=');
		int32_t value;

		if (!word.n)
			continue;
		if (is == word.n) {
			int m = find(meaning_words, MEAN_COUNT, word);

			if (m < 0 || p->meaning >= 0)
				return refuse(r, "is no meaning of a pattern, or one too many", word);
			p->meaning = m;
			continue;
		}
		int slot = find(slot_words, TIME_SLOT_COUNT, str_sub(word, 0, is));

		if (slot < 0 || !number_of(str_sub(word, is + 1, word.n), &value))
			return refuse(r, "gives no slot a value", word);
		vec_push(&r->t->a, &p->sets);
		p->sets.at[p->sets.n - 1] = (struct time_set){ slot, value };
	}
	return COU_OK;
}

static int read_pattern(struct reading *r, uint32_t group, struct str text)
{
	size_t arrow = str_search(text, STR("->"));
	struct str left = str_trim(str_sub(text, 0, arrow)), word;
	struct time_pattern p = { .meaning = -1 };
	bool needed = false;
	int bad = COU_OK;

	while (!bad && str_split(&left, ' ', &word)) {
		if (!word.n)
			continue;
		bad = read_element(r, group, &p, word);
		needed |= !p.elements.at[p.elements.n - 1].optional;
	}
	if (!bad && arrow < text.n)
		bad = read_sense(r, &p, str_sub(text, arrow + 2, text.n));
	if (!bad && !needed)
		bad = refuse(r, "needs an element that is not optional", text);
	if (!bad)
		*vec_push(&r->t->a, &r->t->groups.at[group].ways) = p;
	return bad;
}

static uint32_t group_named(struct timer *t, struct str name)
{
	uint32_t *at = map_put(&t->group_ids, name);

	if (*at == MAP_NONE) {
		*at = (uint32_t)t->groups.n;
		vec_push(&t->a, &t->groups);
	}
	return *at;
}

/* ---- lines --------------------------------------------------------------------------------------- */

static int read_feast(struct reading *r, struct str spec, struct str names)
{
	struct timer *t = r->t;
	struct str name;
	struct feast f;
	uint32_t group = group_named(t, STR("feast"));

	if (!feast_read(&f, str_trim(spec)))
		return refuse(r, "finds no day", spec);
	*vec_push(&t->a, &t->feasts) = f;
	while (str_split(&names, ',', &name)) {
		name = str_trim(name);
		if (!name.n)
			continue;
		int bad = read_pattern(r, group, str_printf(&t->a, "%.*s -> feast=%u", STR_ARG(name), (unsigned)t->feasts.n - 1));

		if (bad)
			return bad;
	}
	return COU_OK;
}

/* A class in a list means the words it has so far. */
static int read_list(struct reading *r, enum time_list list, struct str word)
{
	struct timer *t = r->t;

	t->switches[list] = true;
	if (word.n < 3 || word.p[0] != '<') {
		uint32_t id = word_id(t, word);		/* may move the words */

		t->words.at[id].lists |= 1u << list;
		return COU_OK;
	}
	int c = find(slot_words, TIME_CLASS_COUNT, str_sub(word, 1, word.n - 1));

	if (c < 0)
		return refuse(r, "is no class of words", word);
	for (size_t i = 0; i < t->words.n; i++)
		if (t->words.at[i].value.classes & 1u << c)
			t->words.at[i].lists |= 1u << list;
	return COU_OK;
}

static int read_line(struct reading *r, struct str line)
{
	struct timer *t = r->t;
	size_t colon = str_find(line, ':');

	if (colon == line.n)
		return refuse(r, "has no ':'", line);
	struct str head = str_trim(str_sub(line, 0, colon)), rest = str_sub(line, colon + 1, line.n), word;

	if (str_is(head, "rule"))
		return read_pattern(r, 0, rest);
	if (head.n > 2 && head.p[0] == '{' && head.p[head.n - 1] == '}')
		return read_pattern(r, group_named(t, str_sub(head, 1, head.n - 1)), rest);
	size_t space = str_find(head, ' ');

	if (str_is(str_sub(head, 0, space), "feast"))
		return read_feast(r, str_sub(head, space, head.n), rest);
	int list = find(list_words, TIME_LIST_COUNT, head), class = list < 0 ? find(slot_words, TIME_CLASS_COUNT, str_sub(head, 0, space)) : 0;
	int32_t value = 0;

	if (class < 0 || (list < 0 && !number_of(str_trim(str_sub(head, space, head.n)), &value)))
		return refuse(r, "is no class of words with a value", head);
	while (str_split(&rest, ',', &word)) {
		word = str_trim(word);
		if (!word.n)
			continue;
		int bad = list >= 0 ? read_list(r, (enum time_list)list, word) : COU_OK;

		if (bad)
			return bad;
		if (list < 0) {
			uint32_t id = word_id(t, word);
			struct time_value *v = &t->words.at[id].value;

			v->classes |= 1u << class;
			v->of[class] = value;
		}
	}
	return COU_OK;
}

/* ---- index ----------------------------------------------------------------------------------------- */

static void start_add(struct time_start *to, const struct time_start *from, size_t n)
{
	to->classes |= from->classes;
	for (size_t i = 0; i < n; i++)
		to->words[i] |= from->words[i];
}

static void index_group(struct timer *t, struct time_group *g)
{
	size_t n = t->words.n / 64 + 1;

	g->start.words = arena_array(&t->a, uint64_t, n);
	memset(g->start.words, 0, n * sizeof(uint64_t));
	for (size_t i = 0; i < g->ways.n; i++) {
		struct time_pattern *p = &g->ways.at[i];

		p->start.words = arena_array(&t->a, uint64_t, n);
		memset(p->start.words, 0, n * sizeof(uint64_t));
		for (size_t k = 0; k < p->elements.n; k++) {
			const struct time_element *x = &p->elements.at[k];

			if (x->kind == TIME_CLASS)	/* an ordinal may begin as a numeral: twenty-first */
				p->start.classes |= 1u << x->at | (x->at == TIME_ORDINAL ? 1u << TIME_NUMBER : 0);
			else if (x->kind == TIME_GROUP)
				start_add(&p->start, &t->groups.at[x->at].start, n);
			for (size_t w = 0; w < x->words.n; w++)
				p->start.words[x->words.at[w] / 64] |= 1ull << x->words.at[w] % 64;
			if (!x->optional)
				break;
		}
		start_add(&g->start, &p->start, n);
	}
}

static void index_rules(struct timer *t)
{
	const struct time_group *rules = &t->groups.at[0];

	for (size_t i = 1; i < t->groups.n; i++)
		index_group(t, &t->groups.at[i]);
	index_group(t, &t->groups.at[0]);
	for (uint32_t r = 0; r < rules->ways.n; r++) {
		const struct time_start *s = &rules->ways.at[r].start;

		for (size_t c = 0; c < TIME_CLASS_COUNT; c++)
			if (s->classes & 1u << c)
				*vec_push(&t->a, &t->class_rules[c]) = r;
		for (size_t w = 0; w < t->words.n; w++)
			if (s->words[w / 64] & 1ull << w % 64 || s->classes & t->words.at[w].value.classes)
				*vec_push(&t->a, &t->words.at[w].rules) = r;
	}
	for (size_t w = 0; w < t->words.n; w++) {
		struct time_word *x = &t->words.at[w];
		const unsigned char *b = (const unsigned char *)x->text.p;

		if (x->lists & 1u << TIME_LIST_HEAD && x->text.n > 1) {
			unsigned at = b[0] << 8 | b[1];

			t->head_bytes[at / 64] |= 1ull << at % 64;
		}
	}
}

/* Numerals up to 24 also name hours. */
static void add_hours(struct timer *t)
{
	for (size_t i = 0; i < t->words.n; i++) {
		struct time_value *v = &t->words.at[i].value;

		if (v->classes & 1u << TIME_NUMBER && v->of[TIME_NUMBER] > 0 && v->of[TIME_NUMBER] <= 24) {
			v->classes |= 1u << TIME_HOUR;
			v->of[TIME_HOUR] = v->of[TIME_NUMBER];
		}
	}
}

int time_rules_read(struct timer *t, const char *path, struct error *e)
{
	struct str text, line;
	struct reading reading = { .t = t, .path = path, .e = e };

	arena_init(&t->a);
	map_init(&t->ids, &t->a);
	map_init(&t->group_ids, &t->a);
	group_named(t, STR("rule"));
	int r = file_read(&t->a, path, 1 << 20, &text, e);

	while (!r && str_split(&text, '\n', &line)) {
		reading.line++;
		line = str_trim(line);
		if (line.n && line.p[0] != '#')
			r = read_line(&reading, line);
	}
	if (!r) {
		add_hours(t);
		index_rules(t);
	}
	return r;
}
