/* time_rules.c - reading lang/XX/time.txt; every error names file and line. */
#include "link/time_rules.h"

#include "base/file.h"

#include <stdlib.h>

#define WORD_(n, w) w,
static const char *const class_words[] = { TIME_CLASSES(WORD_) };
static const char *const action_words[] = { TIME_ACTIONS(WORD_) };
#undef WORD_

static int find(const char *const *list, size_t n, struct str word)
{
	for (size_t i = 0; i < n; i++)
		if (str_is(word, list[i]))
			return (int)i;
	return -1;
}

#define FIND(list, word) find(list, sizeof(list) / sizeof(*(list)), word)

static struct time_value *value_of(struct timer *t, struct str word)
{
	uint32_t *at = map_put(&t->words, word);

	if (*at == MAP_NONE) {
		*at = (uint32_t)t->values.n;
		struct time_value *v = vec_push(&t->a, &t->values);

		for (int i = 0; i < TIME_CLASS_COUNT; i++)
			v->of[i] = INT16_MIN;
	}
	return &t->values.at[*at];
}

static int read_rule(struct timer *t, struct str text, const char *path, uint32_t line, struct error *e)
{
	size_t arrow = str_search(text, STR("->"));
	struct time_rule *r = vec_push(&t->a, &t->rules);
	struct str left = str_trim(str_sub(text, 0, arrow)), word;

	if (arrow == text.n)
		return error_set(e, COU_EDATA, "%s:%u: a rule needs \"->\" and what it means", path, line);
	struct str right = str_trim(str_sub(text, arrow + 2, text.n));
	struct str action = str_sub(right, 0, str_find(right, ' '));
	int a = FIND(action_words, action);

	if (a < 0)
		return error_set(e, COU_EDATA, "%s:%u: \"%.*s\" is no meaning of a rule", path, line, STR_ARG(action));
	r->action = (enum time_action)a;
	if (action.n < right.n)
		r->argument = atoi(str_dup(&t->a, str_trim(str_sub(right, action.n, right.n))).p);
	while (str_split(&left, ' ', &word)) {
		if (!word.n)
			continue;
		if (r->n == RULE_ELEMENTS)
			return error_set(e, COU_EDATA, "%s:%u: more than %d elements", path, line, RULE_ELEMENTS);
		struct time_element *x = &r->elements[r->n++];

		if (word.n > 1 && word.p[word.n - 1] == '?') {
			x->optional = true;
			word.n--;
		}
		x->class = -1;
		if (word.n > 2 && word.p[0] == '<' && word.p[word.n - 1] == '>') {
			int c = FIND(class_words, str_sub(word, 1, word.n - 1));

			if (c < 0)
				return error_set(e, COU_EDATA, "%s:%u: %.*s is no class of words", path, line, STR_ARG(word));
			x->class = (int8_t)c;
			continue;
		}
		struct str one;

		while (str_split(&word, '|', &one))
			if (one.n)
				*vec_push(&t->a, &x->words) = one;
	}
	if (!r->n || r->elements[0].optional)
		return error_set(e, COU_EDATA, "%s:%u: the first element of a rule cannot be optional", path, line);
	return COU_OK;
}

int time_rules_read(struct timer *t, const char *path, struct error *e)
{
	struct str text, line, word;

	arena_init(&t->a);
	map_init(&t->words, &t->a);
	map_init(&t->future, &t->a);
	map_init(&t->since, &t->a);
	map_init(&t->until, &t->a);
	map_init(&t->year_before, &t->a);
	map_init(&t->ordinal_endings, &t->a);
	map_init(&t->capital, &t->a);
	int r = file_read(&t->a, path, 1 << 20, &text, e);

	for (uint32_t number = 1; !r && str_split(&text, '\n', &line); number++) {
		line = str_trim(line);
		if (!line.n || line.p[0] == '#')
			continue;
		size_t colon = str_find(line, ':');

		if (colon == line.n)
			return error_set(e, COU_EDATA, "%s:%u: a ':' is missing", path, number);
		struct str head = str_trim(str_sub(line, 0, colon)), rest = str_sub(line, colon + 1, line.n);

		if (str_is(head, "rule")) {
			r = read_rule(t, rest, path, number, e);
			continue;
		}
		struct map *plain = str_is(head, "future") ? &t->future : str_is(head, "since") ? &t->since : str_is(head, "until") ? &t->until :
			str_is(head, "year-before") ? &t->year_before : str_is(head, "ordinal-ending") ? &t->ordinal_endings :
			str_is(head, "capital") ? &t->capital : NULL;
		size_t space = str_find(head, ' ');
		int class = plain ? 0 : FIND(class_words, str_sub(head, 0, space));

		if (class < 0 || (!plain && space == head.n))
			return error_set(e, COU_EDATA, "%s:%u: \"%.*s\" is no class of words with a value", path, number, STR_ARG(head));
		int value = plain ? 0 : atoi(str_dup(&t->a, str_sub(head, space, head.n)).p);

		while (str_split(&rest, ',', &word)) {
			word = str_trim(word);
			if (!word.n)
				continue;
			if (plain)
				*map_put(plain, word) = 1;
			else
				value_of(t, word)->of[class] = (int16_t)value;
		}
	}
	return r;
}
