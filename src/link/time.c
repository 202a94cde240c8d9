/* time.c - temporal expressions of a document: TIMEX3 values, resolved against the document's date (RECORD.md §3.3).
 *
 * TIMEX3 is the annotation of TimeML (Pustejovsky et al. 2003; ISO 24617-1).  A sentence becomes pieces (time_words.c), the grammar of the
 * language finds the expressions in them (time_match.c), each is resolved (time_resolve.c) against the document's date, the tense of its
 * clause and the date before it.  Two ends of a range ("from Monday to Friday") stay two expressions, as in TimeML, with the days of both.
 */
#include "base/unicode.h"
#include "link/link.h"
#include "link/time_resolve.h"

#include <stdio.h>
#include <stdlib.h>

enum { CLIMB_MAX = 24, VALUE_GAP = 3, YEAR_BESIDE = 1700, COUNT_STEP = 50 };

int timer_open(struct timer **out, const char *lang_dir, struct error *e)
{
	struct timer *t = calloc(1, sizeof(*t));
	char path[4096];

	*out = NULL;
	if (!t)
		return error_set(e, COU_EDATA, "out of memory");
	snprintf(path, sizeof(path), "%s/time.txt", lang_dir);
	int r = time_rules_read(t, path, e);

	if (r) {
		timer_close(t);
		return r;
	}
	*out = t;
	return COU_OK;
}

void timer_close(struct timer *t)
{
	if (!t)
		return;
	arena_free(&t->a);
	free(t);
}

/* ---- tense ------------------------------------------------------------------------------ */

static bool word_in(const struct timer *t, const struct doc *d, uint32_t token, enum time_list list)
{
	const struct token *x = &d->tokens.at[token];
	uint32_t word = time_word_find(t, x->cased ? unicode_lower_str(d->a, x->form) : x->form);

	return word != NONE && t->words.at[word].lists & 1u << list;
}

/* What verb v and its auxiliaries say. */
static enum tense tense_of_verb(const struct timer *t, const struct doc *d, uint32_t v)
{
	const struct token *x = &d->tokens.at[v];
	bool past = (x->bits & FEAT_PAST) && (x->bits & FEAT_FIN), present = (x->bits & FEAT_PRES) && (x->bits & FEAT_FIN), passive = false;

	for (uint32_t k = x->child; k != NONE; k = d->tokens.at[k].next) {
		const struct token *y = &d->tokens.at[k];

		if (y->deprel != DEP_AUX && y->deprel != DEP_AUX_PASS && y->deprel != DEP_COP)
			continue;
		if (!(y->bits & FEAT_INF) && word_in(t, d, k, TIME_LIST_WILL))
			return TENSE_FUTURE;
		if (word_in(t, d, k, TIME_LIST_WOULD))
			return TENSE_PRESENT;
		passive |= y->deprel == DEP_AUX_PASS && word_in(t, d, k, TIME_LIST_PRESENT_PASSIVE);
		past |= (y->bits & FEAT_PAST) && (y->bits & FEAT_FIN);
		present |= (y->bits & FEAT_PRES) && (y->bits & FEAT_FIN);
	}
	if (past)
		return TENSE_PAST;
	if (x->upos == UPOS_VERB && (x->bits & FEAT_PART) && !(x->bits & FEAT_PRES) && !passive)
		return TENSE_PAST;	/* "has left", "left behind" */
	if (x->bits & FEAT_INF)
		return TENSE_INFINITIVE;
	return present ? TENSE_PRESENT : TENSE_UNKNOWN;
}

/* A verb in the past just before: "said Friday".  Nearer than what the tree may say. */
static bool behind_past(const struct timer *t, const struct doc *d, uint32_t first, uint32_t begin)
{
	if (first > begin && d->tokens.at[first - 1].upos == UPOS_ADP)
		first--;
	return first > begin && d->tokens.at[first - 1].upos == UPOS_VERB && !word_in(t, d, first - 1, TIME_LIST_WILL) &&
	       tense_of_verb(t, d, first - 1) == TENSE_PAST;
}

/* The tense of the clause that token x stands in.  Only a future says something of what hangs on a noun: "recalls a flood Thursday". */
static enum tense tense_at(const struct timer *t, const struct doc *d, uint32_t x)
{
	bool noun = false;

	for (int steps = 0; x != NONE && steps < CLIMB_MAX; steps++, x = d->tokens.at[x].head) {
		const struct token *y = &d->tokens.at[x];

		if (word_in(t, d, x, TIME_LIST_WILL))
			return TENSE_FUTURE;
		enum tense tense = y->upos == UPOS_VERB || y->upos == UPOS_AUX || doc_child(d, x, DEP_COP) != NONE ? tense_of_verb(t, d, x) : TENSE_UNKNOWN;

		if (tense != TENSE_UNKNOWN)
			return tense == TENSE_FUTURE || !noun ? (tense == TENSE_INFINITIVE ? TENSE_FUTURE : tense) : TENSE_PAST;
		noun |= y->deprel == DEP_NMOD || y->deprel == DEP_NMOD_POSS || y->deprel == DEP_NMOD_TMOD || y->deprel == DEP_NMOD_UNMARKED;
	}
	return TENSE_UNKNOWN;
}

/* Without a tree: a word that points ahead anywhere in the sentence. */
static enum tense tense_of_sentence(const struct timer *t, const struct pieces *p)
{
	for (size_t i = 0; i < p->list.n; i++)
		if (in_list(t, &p->list.at[i], TIME_LIST_WILL))
			return TENSE_FUTURE;
	return TENSE_UNKNOWN;
}

static bool is_superlative(const struct doc *d, uint32_t token)
{
	return str_search(d->tokens.at[token].feats, STR("Degree=Sup")) < d->tokens.at[token].feats.n;
}

/* "The first visit in ten years", "the closest contest in decades": a word in the dozen before the expression says that a duration measures. */
static bool measures(const struct timer *t, const struct doc *d, const struct pieces *p, size_t at)
{
	enum { REACH = 12 };

	for (size_t back = 1; back <= REACH && back <= at; back++)
		if (in_list(t, &p->list.at[at - back], TIME_LIST_EXTENT) || is_superlative(d, p->list.at[at - back].token))
			return true;
	return false;
}

/* The tense that an expression of tokens first..last stands in; piece `at` begins it, or what must stand before it. */
static enum tense tense_of(const struct setting *c, const struct pieces *p, size_t at, const struct sentence *s, uint32_t first, uint32_t last)
{
	const struct piece *before = at ? &p->list.at[at - 1] : NULL;

	if (before && in_list(c->t, before, TIME_LIST_BEGUN))
		return TENSE_PAST;
	enum tense tense = behind_past(c->t, c->d, first, s->first) ? TENSE_PAST : tense_at(c->t, c->d, last);

	if (tense == TENSE_UNKNOWN)
		tense = tense_of_sentence(c->t, p);
	if (tense != TENSE_FUTURE && before && in_list(c->t, before, TIME_LIST_DEADLINE))
		return TENSE_PRESENT;	/* "by Friday" lies ahead, whatever is told */
	return tense;
}

/* ---- one expression --------------------------------------------------------------------------- */

/* A bare number of four figures is a year behind certain words, behind another year, or beside a noun in the singular ("the 1998 attack"). */
static bool bare_year_stands(const struct timer *t, const struct doc *d, const struct pieces *p, size_t at, bool behind_year)
{
	const struct piece *x = &p->list.at[at];
	const struct token *y = &d->tokens.at[x->token], *head = y->head != NONE ? &d->tokens.at[y->head] : NULL;

	if (at + 1 < p->list.n && in_list(t, &p->list.at[at + 1], TIME_LIST_NOT_AFTER))
		return false;
	if (at && in_list(t, &p->list.at[at - 1], TIME_LIST_COUNTING))
		return false;
	bool behind = behind_year || (at && in_list(t, &p->list.at[at - 1], TIME_LIST_YEAR_BEFORE) && !in_list(t, &p->list.at[at - 1], TIME_LIST_YEAR_JOINT));

	if (behind && x->value->of[TIME_YEAR] % COUNT_STEP)		/* counts are round */
		return true;
	if (head && y->head > x->token && (head->upos == UPOS_NOUN || head->upos == UPOS_PROPN) && x->value->of[TIME_YEAR] >= YEAR_BESIDE)
		return !(head->bits & FEAT_PLUR);
	return behind;
}

static bool stands(const struct timer *t, const struct doc *d, const struct pieces *p, size_t at, uint32_t n, const struct sense *s, bool behind_year)
{
	if (s->meaning == MEAN_NOTHING || (s->slot[TIME_SPOKEN] != TIME_NO && p->list.at[at].word == NONE))
		return false;
	if (n == 1 && s->meaning == MEAN_YEAR && has_class(&p->list.at[at], TIME_YEAR))
		return bare_year_stands(t, d, p, at, behind_year);
	if (n == 1 && at && in_list(t, &p->list.at[at - 1], TIME_LIST_NOT_BEFORE))
		return s->meaning != MEAN_PAST && s->meaning != MEAN_PRESENT && s->meaning != MEAN_FUTURE;
	return true;
}

static void mark_sides(const struct timer *t, const struct pieces *p, size_t at, struct when *w)
{
	for (size_t back = 1; back <= 2 && back <= at; back++) {
		w->since |= in_list(t, &p->list.at[at - back], TIME_LIST_SINCE);
		w->until |= back == 1 && in_list(t, &p->list.at[at - back], TIME_LIST_UNTIL);
	}
	w->until &= !w->since;
}

/* ---- ranges --------------------------------------------------------------------------------------- */

struct end {				/* an expression with what it was made from */
	size_t at, next;		/* pieces [at, next) */
	struct sense sense;
	size_t time;			/* in d->times */
};

/* Do the pieces between two expressions, and the one before them, make a range of them? */
static bool is_range(const struct timer *t, const struct pieces *p, const struct end *a, size_t next)
{
	if (next <= a->next || next - a->next > VALUE_GAP)
		return false;
	const struct piece *between = &p->list.at[a->next];

	if (in_list(t, between, TIME_LIST_TO))
		return true;
	return next == a->next + 1 && a->at > 0 && in_list(t, between, TIME_LIST_BETWEEN_AND) && in_list(t, &p->list.at[a->at - 1], TIME_LIST_BETWEEN);
}

/* Gives both ends the days of the range.  The first may need the year of the second, a second weekday comes after the first. */
static void join(const struct setting *c, const struct end *a, struct timex *first, struct timex *second, const struct sense *sense)
{
	struct interval at;

	if (first->type == TIMEX_DURATION || second->type == TIMEX_DURATION || second->when.start == DAY_NONE)
		return;
	if (sense->slot[TIME_YEAR] != TIME_NO && a->sense.slot[TIME_YEAR] == TIME_NO && (a->sense.meaning == MEAN_DAY || a->sense.meaning == MEAN_MONTH)) {
		struct sense with = a->sense;
		struct timex x = *first;

		with.slot[TIME_YEAR] = sense->slot[TIME_YEAR];
		if (time_resolve(c, &with, &x, &at)) {
			x.when.span = first->when.span;
			*first = x;
		}
	}
	if (first->when.start == DAY_NONE)
		return;
	if (sense->meaning == MEAN_WEEKDAY && a->sense.meaning == MEAN_WEEKDAY) {
		struct setting after = *c;

		after.anchor = (struct anchor){ { first->when.start, first->when.end, UNIT_DAY }, c->sentence };
		struct sense next = *sense;

		next.slot[TIME_REF] = 1;
		next.slot[TIME_SIGN] = 1;
		struct timex x = *second;

		if (time_resolve(&after, &next, &x, &at)) {
			x.when.span = second->when.span;
			*second = x;
		}
	}
	if (second->when.end < first->when.start)
		return;
	first->when.end = second->when.end;
	second->when.start = first->when.start;
	if (second->when.precision < first->when.precision)
		first->when.precision = second->when.precision;
	second->when.precision = first->when.precision;
	first->when.since = second->when.since = first->when.until = second->when.until = false;
}

/* ---- documents ------------------------------------------------------------------------------------------ */

static void read_sentence(struct setting *c, const struct sentence *s, struct pieces *p, struct time_seen *seen)
{
	struct end before = { 0 };
	bool any = false;

	pieces_read(c->t, c->d, s, p);
	time_seen_read(c->t, c->d->a, p->list.at, (uint32_t)p->list.n, seen);
	for (size_t i = 0; i < p->list.n; ) {
		struct sense sense;
		struct interval at;
		uint32_t n = time_match(c->t, p->list.at, (uint32_t)p->list.n, (uint32_t)i, seen, &sense);

		bool behind_year = any && before.sense.meaning == MEAN_YEAR && i <= before.next + 1;

		if (!n || !stands(c->t, c->d, p, i, n, &sense, behind_year)) {
			i += n && sense.meaning == MEAN_NOTHING ? n - sense.behind : 1;
			continue;
		}
		i += sense.before;
		n -= sense.before + sense.behind;
		const struct piece *first = &p->list.at[i], *last = &p->list.at[i + n - 1];
		struct timex x = { .first = first->token, .last = last->token };

		c->tense = tense_of(c, p, i - sense.before, s, first->token, last->token);
		c->measures = measures(c->t, c->d, p, i);
		/* a tale in the past counts from no date to come: "on the same day" behind "his next hearing on April 5" */
		c->anchor = c->tense == TENSE_PAST && c->d->date != DAY_NONE && c->last.at.start != DAY_NONE && c->last.at.start > c->d->date ? c->last_past : c->last;
		if (!time_resolve(c, &sense, &x, &at)) {
			i++;
			continue;
		}
		x.when.span = (struct span){ first->span.start, last->span.end };
		mark_sides(c->t, p, i, &x.when);
		if (any && is_range(c->t, p, &before, i))
			join(c, &before, &c->d->times.at[before.time], &x, &sense);
		*vec_push(c->d->a, &c->d->times) = x;
		if ((at.grain == UNIT_QUARTER || at.grain == UNIT_HALFYEAR) && sense.slot[TIME_ORDINAL] != TIME_NO)
			c->reported = (struct anchor){ at, c->sentence };
		if (at.start != DAY_NONE) {
			c->last = (struct anchor){ at, c->sentence };
			c->last_past = c->d->date == DAY_NONE || at.start <= c->d->date ? c->last : c->last_past;
		}
		before = (struct end){ i, i + n, sense, c->d->times.n - 1 };
		any = true;
		i += n;
	}
}

int time_doc(const struct timer *t, struct doc *d)
{
	struct pieces p = { 0 };
	struct time_seen seen = { 0 };
	struct setting c = { .t = t, .d = d, .anchor = { { DAY_NONE, DAY_NONE, UNIT_NONE }, 0 } };

	c.reported = c.last = c.last_past = c.anchor;

	for (c.sentence = 0; c.sentence < d->sentences.n; c.sentence++)
		read_sentence(&c, &d->sentences.at[c.sentence], &p, &seen);
	return COU_OK;
}
