/* time_match.c - all ways to read the words by the rules, by backtracking; the longest wins, of equals the first.
 *
 * What is left to match is a chain of patterns, innermost first.  Only rules that can begin with the word at hand are tried (time_rules.c
 * makes the index) and whose every needed element can begin somewhere in the sentence (struct time_seen), and a group only where one of its
 * ways can begin; STEPS_MAX bounds the rest.
 */
#include "link/time_match.h"

enum { STEPS_MAX = 4000 };

struct todo {				/* what is left of a pattern, and of those around it */
	const struct time_pattern *pattern;
	uint32_t next;
	const struct todo *around;
};

struct walk {
	const struct timer *t;
	const struct piece *p;		/* from the first word on */
	uint32_t n, steps, longest;
	struct sense best;
};

static bool may_start(const struct time_start *s, const struct piece *p)
{
	return s->classes & p->value->classes || (p->word != NONE && s->words[p->word / 64] & 1ull << p->word % 64);
}

/* Sets a slot, or the second of its name when it is full. */
static void fill(struct sense *s, uint32_t slot, int32_t value)
{
	static const struct { uint32_t first, second; } twins[] =
		{ { TIME_MONTH, TIME_MONTH2 }, { TIME_DOM, TIME_DOM2 }, { TIME_YEAR, TIME_YEAR2 }, { TIME_NUMBER, TIME_NUMBER2 } };

	if (slot == TIME_UNITS)
		slot = TIME_UNIT;
	for (size_t i = 0; i < sizeof(twins) / sizeof(*twins); i++)
		if (twins[i].first == slot && s->slot[slot] != TIME_NO)
			slot = twins[i].second;
	s->slot[slot] = value;
}

static void assign(struct sense *s, const struct time_pattern *p)
{
	for (size_t i = 0; i < p->sets.n; i++)
		s->slot[p->sets.at[i].slot] = p->sets.at[i].value;
	if (p->meaning >= 0)
		s->meaning = p->meaning;
}

static uint32_t take_class(const struct walk *w, uint32_t class, uint32_t at, int32_t *value)
{
	const struct piece *p = &w->p[at];

	if (class == TIME_NUMBER)
		return number_read(w->t, p, w->n - at, false, value);
	if (class == TIME_ORDINAL) {
		uint32_t n = number_read(w->t, p, w->n - at, true, value);

		*value /= 10;
		return n;
	}
	*value = p->value->of[class];
	return has_class(p, class);
}

static bool take_word(const struct time_element *x, const struct piece *p)
{
	for (size_t i = 0; i < x->words.n; i++)
		if (x->words.at[i] == p->word)
			return p->word != NONE;
	return false;
}

static void go(struct walk *w, const struct todo *left, uint32_t at, const struct sense *s);

/* A pattern is through: what it says, then the rest of the one around it. */
static void leave(struct walk *w, const struct todo *left, uint32_t at, const struct sense *s)
{
	struct sense said;

	if (left->pattern->sets.n || left->pattern->meaning >= 0) {
		said = *s;
		assign(&said, left->pattern);
		s = &said;
	}
	if (left->around) {
		go(w, left->around, at, s);
	} else if (at > w->longest) {
		w->longest = at;
		w->best = *s;
	}
}

/* The next element as a class or as a word outside the expression: a sense of its own. */
static void go_filled(struct walk *w, const struct time_element *x, const struct todo *then, uint32_t at, const struct sense *s)
{
	struct sense filled = *s;
	int32_t value = 0;

	if (x->kind == TIME_WORD) {
		filled.before += at == s->before;
		filled.behind += at != s->before;
		go(w, then, at + 1, &filled);
		return;
	}
	uint32_t n = w->p[at].value->classes ? take_class(w, x->at, at, &value) : 0;

	if (n) {
		fill(&filled, x->at, value);
		go(w, then, at + n, &filled);
	}
}

static void go(struct walk *w, const struct todo *left, uint32_t at, const struct sense *s)
{
	if (++w->steps > STEPS_MAX)
		return;
	if (left->next == left->pattern->elements.n) {
		leave(w, left, at, s);
		return;
	}
	const struct time_element *x = &left->pattern->elements.at[left->next];
	struct todo then = { left->pattern, left->next + 1, left->around };

	if (at < w->n) {
		if (x->kind == TIME_WORD && take_word(x, &w->p[at])) {
			if (x->outside)
				go_filled(w, x, &then, at, s);
			else
				go(w, &then, at + 1, s);
		} else if (x->kind == TIME_CLASS) {
			go_filled(w, x, &then, at, s);
		} else if (x->kind == TIME_GROUP && may_start(&w->t->groups.at[x->at].start, &w->p[at])) {
			const struct time_group *g = &w->t->groups.at[x->at];

			for (size_t i = 0; i < g->ways.n; i++)
				if (may_start(&g->ways.at[i].start, &w->p[at]))
					go(w, &(struct todo){ &g->ways.at[i], 0, &then }, at, s);
		}
	}
	if (x->optional)
		go(w, &then, at, s);
}

/* Can the rule be in this sentence?  Everything it cannot do without must begin somewhere. */
static bool is_possible(const struct timer *t, struct time_seen *seen, uint32_t rule)
{
	if (seen->rule[rule])
		return seen->rule[rule] == 1;
	const struct time_pattern *p = &t->groups.at[0].ways.at[rule];
	bool possible = true;

	for (size_t i = 0; i < p->elements.n && possible; i++) {
		const struct time_element *x = &p->elements.at[i];
		bool found = x->optional;

		if (x->kind == TIME_CLASS)
			found |= (seen->classes & (1u << x->at | (x->at == TIME_ORDINAL ? 1u << TIME_NUMBER : 0))) != 0;
		for (size_t k = 0; k < x->words.n && !found; k++)
			found = seen->words[x->words.at[k] / 64] & 1ull << x->words.at[k] % 64;
		if (x->kind == TIME_GROUP && !found) {
			const struct time_start *s = &t->groups.at[x->at].start;

			found = s->classes & seen->classes;
			for (size_t k = 0; k < seen->n_words && !found; k++)
				found = s->words[k] & seen->words[k];
		}
		possible = found;
	}
	seen->rule[rule] = possible ? 1 : 2;
	return possible;
}

void time_seen_read(const struct timer *t, struct arena *a, const struct piece *p, uint32_t n, struct time_seen *seen)
{
	if (!seen->words) {
		seen->n_words = t->words.n / 64 + 1;
		seen->words = arena_array(a, uint64_t, seen->n_words);
		seen->rule = arena_array(a, uint8_t, t->groups.at[0].ways.n + 1);
	}
	memset(seen->words, 0, seen->n_words * sizeof(uint64_t));
	memset(seen->rule, 0, t->groups.at[0].ways.n);
	seen->classes = 0;
	for (uint32_t i = 0; i < n; i++) {
		seen->classes |= p[i].value->classes;
		if (p[i].word != NONE)
			seen->words[p[i].word / 64] |= 1ull << p[i].word % 64;
	}
}

static void try_rules(struct walk *w, struct time_seen *seen, const uint32_t *rules, size_t n)
{
	struct sense empty = { .meaning = -1 };

	for (size_t i = 0; i < TIME_SLOT_COUNT; i++)
		empty.slot[i] = TIME_NO;
	for (size_t i = 0; i < n; i++)
		if (is_possible(w->t, seen, rules[i]))
			go(w, &(struct todo){ &w->t->groups.at[0].ways.at[rules[i]], 0, NULL }, 0, &empty);
}

uint32_t time_match(const struct timer *t, const struct piece *p, uint32_t n, uint32_t at, struct time_seen *seen, struct sense *out)
{
	struct walk w = { .t = t, .p = p + at, .n = n - at };

	if (p[at].word != NONE)
		try_rules(&w, seen, t->words.at[p[at].word].rules.at, t->words.at[p[at].word].rules.n);
	else
		for (size_t c = 0; c < TIME_CLASS_COUNT; c++)
			if (has_class(&p[at], c))
				try_rules(&w, seen, t->class_rules[c].at, t->class_rules[c].n);
	*out = w.best;
	return w.longest;
}
