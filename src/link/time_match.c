/* time_match.c - all ways to read the words by the rules, by backtracking; the longest wins, of equals the first.
 *
 * What is left to match is a chain of patterns, innermost first.  Only rules that can begin with the word at hand are tried (time_rules.c
 * makes the index), and a group only where one of its ways can begin; STEPS_MAX bounds the rest.
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

static void go(struct walk *w, const struct todo *left, uint32_t at, struct sense s)
{
	if (++w->steps > STEPS_MAX)
		return;
	if (left->next == left->pattern->elements.n) {
		assign(&s, left->pattern);
		if (left->around) {
			go(w, left->around, at, s);
		} else if (at > w->longest) {
			w->longest = at;
			w->best = s;
		}
		return;
	}
	const struct time_element *x = &left->pattern->elements.at[left->next];
	struct todo then = { left->pattern, left->next + 1, left->around };

	if (at < w->n) {
		if (x->kind == TIME_WORD && take_word(x, &w->p[at])) {
			struct sense next = s;

			next.before += x->outside && at == s.before;
			next.behind += x->outside && at != s.before;
			go(w, &then, at + 1, next);
		} else if (x->kind == TIME_CLASS) {
			int32_t value = 0;
			uint32_t n = w->p[at].value->classes ? take_class(w, x->at, at, &value) : 0;

			if (n) {
				struct sense filled = s;

				fill(&filled, x->at, value);
				go(w, &then, at + n, filled);
			}
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

static void try_rules(struct walk *w, const uint32_t *rules, size_t n)
{
	struct sense empty = { .meaning = -1 };

	for (size_t i = 0; i < TIME_SLOT_COUNT; i++)
		empty.slot[i] = TIME_NO;
	for (size_t i = 0; i < n; i++)
		go(w, &(struct todo){ &w->t->groups.at[0].ways.at[rules[i]], 0, NULL }, 0, empty);
}

uint32_t time_match(const struct timer *t, const struct piece *p, uint32_t n, uint32_t at, struct sense *out)
{
	struct walk w = { .t = t, .p = p + at, .n = n - at };

	if (p[at].word != NONE)
		try_rules(&w, t->words.at[p[at].word].rules.at, t->words.at[p[at].word].rules.n);
	else
		for (size_t c = 0; c < TIME_CLASS_COUNT; c++)
			if (has_class(&p[at], c))
				try_rules(&w, t->class_rules[c].at, t->class_rules[c].n);
	*out = w.best;
	return w.longest;
}
