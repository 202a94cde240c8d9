#include "eval/score.h"

#include "base/unicode.h"

#include <stdlib.h>

/* ---- do two participants mean the same? ------------------------------------------------------------------------- */

enum { WORD_MIN = 4, WORDS_MAX = 64 };

struct word_set {
	struct str at[WORDS_MAX];
	uint32_t n;
};

/* The longer words of a name without case and accents, and its abbreviations. */
static void add_words(struct word_set *set, struct arena *a, struct str s)
{
	struct str folded = unicode_fold(a, s);

	for (size_t i = 0; i < folded.n && set->n < WORDS_MAX; ) {
		size_t from = i;

		while (i < folded.n && ((unsigned char)folded.p[i] >= 0x80 || (folded.p[i] >= 'a' && folded.p[i] <= 'z') || (folded.p[i] >= '0' && folded.p[i] <= '9')))
			i++;
		bool capitals = i > from + 1 && i <= s.n && folded.n == s.n;

		for (size_t k = from; k < i && capitals; k++)
			capitals = s.p[k] >= 'A' && s.p[k] <= 'Z';
		if (i - from >= WORD_MIN || capitals)
			set->at[set->n++] = str_sub(folded, from, i);
		i += i == from || i < folded.n;
	}
}

static bool share_word(struct arena *a, struct str x1, struct str x2, struct str y1, struct str y2)
{
	struct word_set x = { .n = 0 }, y = { .n = 0 };

	add_words(&x, a, x1);
	add_words(&x, a, x2);
	add_words(&y, a, y1);
	add_words(&y, a, y2);
	for (uint32_t i = 0; i < x.n; i++)
		for (uint32_t k = 0; k < y.n; k++)
			if (str_eq(x.at[i], y.at[k]))
				return true;
	return false;
}

struct party {				/* of ours */
	struct str name, text;
	const char *country;
};

static struct party party_of(const struct doc *d, const struct participant *p)
{
	const struct entity *x = p->entity == NONE ? NULL : &d->entities.at[p->entity];

	return (struct party){ x ? x->name : STR_NONE, doc_slice(d, p->span), x ? x->country : "" };
}

static bool same_name(struct arena *a, const struct gold_party *g, const struct party *p)
{
	return share_word(a, g->name, STR_NONE, p->name, STR_NONE) || share_word(a, g->text, STR_NONE, p->text, STR_NONE);
}

static bool same_party(struct arena *a, const struct gold_party *g, const struct party *p)
{
	if (g->country[0] && p->country[0])
		return !memcmp(g->country, p->country, 4);
	return share_word(a, g->name, g->text, p->name, p->text);
}

typedef bool agrees(struct arena *a, const struct gold_party *g, const struct party *p);

struct parties {
	VEC(struct party) list;
};

static void add_parties(struct arena *a, const struct doc *d, const struct participant *at, size_t n, struct parties *out)
{
	for (size_t i = 0; i < n; i++)
		vec_add(a, &out->list, party_of(d, &at[i]));
}

static bool any_agrees(struct arena *a, const struct gold_party *g, const struct parties *p, agrees *agree)
{
	for (size_t i = 0; i < p->list.n; i++)
		if (agree(a, g, &p->list.at[i]))
			return true;
	return false;
}

static bool roles_agree(struct arena *a, const struct gold_event *g, const struct doc *d, const struct event *e, agrees *agree)
{
	struct parties actors = { 0 }, recipients = { 0 }, all = { 0 };
	bool actor = !g->actors.n && !e->actors.n, recipient = !g->recipients.n;

	add_parties(a, d, e->actors.at, e->actors.n, &actors);
	add_parties(a, d, e->recipients.at, e->recipients.n, &recipients);
	add_parties(a, d, e->actors.at, e->actors.n, &all);
	add_parties(a, d, e->recipients.at, e->recipients.n, &all);
	if (g->type == EVENT_ELECT || g->type == EVENT_APPOINT || g->type == EVENT_STEP_DOWN || g->type == EVENT_DIE) {
		const struct gold_party *person = g->recipients.n ? &g->recipients.at[0] : g->actors.n ? &g->actors.at[0] : NULL;

		return !person || any_agrees(a, person, &all, agree);
	}
	if (g->symmetric) {
		for (size_t i = 0; i < g->actors.n && i < 2; i++)
			if (!any_agrees(a, &g->actors.at[i], &all, agree))
				return false;
		return all.list.n > 0;
	}
	for (size_t i = 0; i < g->actors.n; i++)
		actor |= any_agrees(a, &g->actors.at[i], &actors, agree);
	for (size_t i = 0; i < g->recipients.n; i++)
		recipient |= any_agrees(a, &g->recipients.at[i], &recipients, agree);
	return actor && recipient;
}

/* ---- events ------------------------------------------------------------------------------------------------------ */

struct pair {
	uint32_t gold, ours;
	int rank;			/* larger first */
};

static int by_rank(const void *x, const void *y)
{
	const struct pair *a = x, *b = y;

	if (a->rank != b->rank)
		return a->rank > b->rank ? -1 : 1;
	if (a->gold != b->gold)
		return a->gold > b->gold ? -1 : 1;
	return (a->ours < b->ours) - (a->ours > b->ours);
}

static bool same_type(const struct gold_event *g, enum event_type type)
{
	bool same = g->type == type;

	for (size_t i = 0; i < g->also.n; i++)
		same |= g->also.at[i] == type;
	return same;
}

/* Which of the annotated sentences of g holds the trigger: its place in g->sentences, or -1. */
static int sentence_of(const struct gold_doc *doc, const struct gold_event *g, struct doc *d, const struct event *e)
{
	uint32_t at = doc_point(d, e->trigger_span.start);

	for (size_t i = 0; i < g->sentences.n; i++) {
		uint32_t s = g->sentences.at[i];

		if (s < doc->sentences.n && doc->sentences.at[s].start <= at && at < doc->sentences.at[s].end)
			return (int)i;
	}
	return -1;
}

static bool when_agrees(const struct gold_event *g, const struct when *w)
{
	char start[11] = "", end[11] = "";

	if (w->start == DAY_NONE)
		return false;
	day_iso(w->start, start);
	if (w->end != DAY_NONE)
		day_iso(w->end, end);
	return str_is(str_sub(g->start, 0, g->start.n < 10 ? g->start.n : 10), start) && str_is(str_sub(g->end, 0, g->end.n < 10 ? g->end.n : 10), end);
}

static bool speaker_agrees(struct arena *a, const struct gold_event *g, const struct doc *d, const struct event *e)
{
	for (size_t i = 0; i < g->speakers.n; i++)
		for (size_t k = 0; k < e->claims.n; k++) {
			struct party p = party_of(d, &e->claims.at[k].by);

			if (same_party(a, &g->speakers.at[i], &p))
				return true;
		}
	return false;
}

static void count_hit(struct counts *n, struct arena *a, const struct gold_event *g, const struct doc *d, const struct event *e, bool roles)
{
	const char *country = e->where.entity == NONE ? "" : d->entities.at[e->where.entity].place.country;

	n->hit++;
	n->roles += roles;
	n->names += roles_agree(a, g, d, e, same_name);
	n->status += (int)e->status == g->status;
	n->when_gold += g->dated;
	n->when += g->dated && when_agrees(g, &e->when);
	n->where_gold += g->where[0] != 0;
	n->where += g->where[0] && !strncmp(g->where, country, 4);
	n->claim_gold += g->speakers.n > 0;
	n->claim_predicted += e->claims.n > 0;
	n->claim += g->speakers.n && speaker_agrees(a, g, d, e);
}

static void score_events(struct score *s, const struct gold_doc *doc, struct doc *d, struct arena *a, const struct findings *f)
{
	uint32_t *gold_of = arena_array(a, uint32_t, d->events.n + 1), *ours_of = arena_array(a, uint32_t, doc->events.n + 1);
	VEC(struct pair) pairs = { 0 };

	for (uint32_t i = 0; i < d->events.n; i++)
		gold_of[i] = NONE;
	for (uint32_t g = 0; g < doc->events.n; g++) {
		const struct gold_event *x = &doc->events.at[g];

		ours_of[g] = NONE;
		for (uint32_t i = 0; i < d->events.n; i++) {
			const struct event *e = &d->events.at[i];
			int sentence = same_type(x, e->type) ? sentence_of(doc, x, d, e) : -1;

			if (sentence < 0)
				continue;
			int rank = roles_agree(a, x, d, e, same_party) << 16 | roles_agree(a, x, d, e, same_name) << 15 | !x->optional << 14 |
				   (e->type == x->type) << 13 | (4096 - (sentence < 4096 ? sentence : 4096));

			vec_add(a, &pairs, ((struct pair){ g, i, rank }));
		}
	}
	if (pairs.n)
		qsort(pairs.at, pairs.n, sizeof(*pairs.at), by_rank);
	for (size_t i = 0; i < pairs.n; i++)
		if (ours_of[pairs.at[i].gold] == NONE && gold_of[pairs.at[i].ours] == NONE) {
			ours_of[pairs.at[i].gold] = pairs.at[i].ours;
			gold_of[pairs.at[i].ours] = pairs.at[i].gold;
		}
	for (uint32_t g = 0; g < doc->events.n; g++) {
		const struct gold_event *x = &doc->events.at[g];

		if (x->optional)
			continue;
		s->all.gold++;
		s->type[x->type].gold++;
		f->missed[g] = ours_of[g] == NONE;
		if (f->missed[g])
			continue;
		s->type[x->type].hit++;
		count_hit(&s->all, a, x, d, &d->events.at[ours_of[g]], roles_agree(a, x, d, &d->events.at[ours_of[g]], same_party));
	}
	for (uint32_t i = 0; i < d->events.n; i++) {
		const struct event *e = &d->events.at[i];
		const struct gold_event *x = gold_of[i] == NONE ? NULL : &doc->events.at[gold_of[i]];
		enum verdict v = VERDICT_WRONG;
		bool again = false;

		for (uint32_t g = 0; g < doc->events.n && !x; g++)
			again |= ours_of[g] != NONE && doc->events.at[g].sentences.n > 1 && same_type(&doc->events.at[g], e->type) &&
				 sentence_of(doc, &doc->events.at[g], d, e) >= 0;
		if (x)
			v = roles_agree(a, x, d, e, same_party) && (x->status < 0 || (int)e->status == x->status) ? VERDICT_RIGHT : VERDICT_TYPE;
		if (again || (x && x->optional) || (!x && e->type == EVENT_SAY))
			v = VERDICT_FREE;
		f->verdicts[i] = v;
		if (v == VERDICT_FREE)
			continue;
		s->all.predicted++;
		s->type[e->type].predicted++;
		s->type[e->type].good += v != VERDICT_WRONG;
		int bin = (int)(e->confidence * SCORE_BINS);
		double off = (v == VERDICT_RIGHT ? 1.0 : 0.0) - (double)e->confidence;

		bin = bin < 0 ? 0 : bin >= SCORE_BINS ? SCORE_BINS - 1 : bin;
		s->bin[bin]++;
		s->bin_right[bin] += v == VERDICT_RIGHT;
		s->bin_sum[bin] += (double)e->confidence;
		s->squares += off * off;
	}
}

/* ---- states ------------------------------------------------------------------------------------------------------ */

static bool state_agrees(struct arena *a, const struct gold_state *g, const struct doc *d, const struct state *x)
{
	struct party subject = party_of(d, &x->subject), object = party_of(d, &x->object);
	bool personal = x->relation == RELATION_HOLDS_OFFICE || x->relation == RELATION_LEADS || x->relation == RELATION_CHAIRS;

	if ((int)x->relation != g->relation || !(same_name(a, &g->subject, &subject) || (!personal && same_party(a, &g->subject, &subject))))
		return false;
	if (x->relation == RELATION_HOLDS_OFFICE)
		return !g->object.country[0] || !x->office_country[0] || !memcmp(g->object.country, x->office_country, 4);
	return same_party(a, &g->object, &object);
}

static void score_states(struct score *s, const struct gold_doc *doc, const struct doc *d, struct arena *a)
{
	bool *taken = arena_array(a, bool, d->states.n + 1);
	uint32_t free = 0;

	memset(taken, 0, d->states.n + 1);
	for (size_t g = 0; g < doc->states.n; g++) {
		const struct gold_state *x = &doc->states.at[g];
		uint32_t hit = NONE;

		for (uint32_t i = 0; i < d->states.n && hit == NONE; i++)
			if (!taken[i] && state_agrees(a, x, d, &d->states.at[i]))
				hit = i;
		if (hit != NONE)
			taken[hit] = true;
		if (x->optional) {
			free += hit != NONE;
			continue;
		}
		s->all.state_gold++;
		s->all.state_hit += hit != NONE;
		s->all.standing += hit != NONE && (int)d->states.at[hit].standing == x->standing;
	}
	s->all.state_predicted += (uint32_t)d->states.n - free;
}

struct findings score_doc(struct score *s, const struct gold_doc *g, struct doc *d, struct arena *a)
{
	struct findings f = { arena_array(a, enum verdict, d->events.n + 1), arena_array(a, bool, g->events.n + 1) };

	memset(f.missed, 0, (g->events.n + 1) * sizeof(bool));
	score_events(s, g, d, a, &f);
	score_states(s, g, d, a);
	return f;
}

/* ---- figures ----------------------------------------------------------------------------------------------------- */

static double share(double part, double whole)
{
	return whole > 0 ? part / whole : 0;
}

static double f1_of(uint32_t hit, uint32_t predicted, uint32_t gold)
{
	double p = share(hit, predicted), r = share(hit, gold);

	return share(2 * p * r, p + r);
}

static uint32_t judged(const struct score *s)
{
	uint32_t n = 0;

	for (int i = 0; i < SCORE_BINS; i++)
		n += s->bin[i];
	return n;
}

void score_table(struct buf *out, const struct score *s)
{
	const struct counts *n = &s->all;

	buf_printf(out, "events                 P %.3f  R %.3f  F1 %.3f   %u annotated, %u coded\n", share(n->hit, n->predicted), share(n->hit, n->gold),
		   f1_of(n->hit, n->predicted, n->gold), n->gold, n->predicted);
	buf_printf(out, "  with participants    P %.3f  R %.3f  F1 %.3f\n", share(n->roles, n->predicted), share(n->roles, n->gold),
		   f1_of(n->roles, n->predicted, n->gold));
	buf_printf(out, "  of those matched     participants by name %.3f  status %.3f  when %.3f of %u  where %.3f of %u\n", share(n->names, n->hit),
		   share(n->status, n->hit), share(n->when, n->when_gold), n->when_gold, share(n->where, n->where_gold), n->where_gold);
	buf_printf(out, "  claims               P %.3f  R %.3f  of %u\n", share(n->claim, n->claim_predicted), share(n->claim, n->claim_gold), n->claim_gold);
	buf_printf(out, "states                 P %.3f  R %.3f  F1 %.3f   %u annotated, standing %.3f\n", share(n->state_hit, n->state_predicted),
		   share(n->state_hit, n->state_gold), f1_of(n->state_hit, n->state_predicted, n->state_gold), n->state_gold, share(n->standing, n->state_hit));
	buf_add(out, STR("\ntype        P     R     F1    annotated  coded\n"));
	for (int t = 0; t <= EVENT_DIE; t++) {
		const struct counts *x = &s->type[t];

		if (x->gold || x->predicted)
			buf_printf(out, "%-10s  %.2f  %.2f  %.2f  %9u  %5u\n", event_type_word((enum event_type)t), share(x->good, x->predicted), share(x->hit, x->gold),
				   share(2.0 * share(x->good, x->predicted) * share(x->hit, x->gold), share(x->good, x->predicted) + share(x->hit, x->gold)),
				   x->gold, x->predicted);
	}
	buf_printf(out, "\nconfidence against what is right in type, participants and status; Brier %.3f\n", share(s->squares, judged(s)));
	for (int i = 0; i < SCORE_BINS; i++)
		if (s->bin[i])
			buf_printf(out, "%.1f-%.1f  said %.2f  right %.2f  of %u\n", i / 10.0, (i + 1) / 10.0, s->bin_sum[i] / s->bin[i],
				   share(s->bin_right[i], s->bin[i]), s->bin[i]);
}

void score_json(struct buf *out, const struct score *s)
{
	const struct counts *n = &s->all;
	bool more = false;

	buf_printf(out, "{\"events\":{\"gold\":%u,\"predicted\":%u,\"hit\":%u,\"participants\":%u,\"names\":%u,\"status\":%u,\"when\":[%u,%u],\"where\":[%u,%u],"
		   "\"claims\":[%u,%u,%u]},\"states\":{\"gold\":%u,\"predicted\":%u,\"hit\":%u,\"standing\":%u},\"brier\":%.4f,\"reliability\":[",
		   n->gold, n->predicted, n->hit, n->roles, n->names, n->status, n->when, n->when_gold, n->where, n->where_gold, n->claim, n->claim_predicted,
		   n->claim_gold, n->state_gold, n->state_predicted, n->state_hit, n->standing, share(s->squares, judged(s)));
	for (int i = 0; i < SCORE_BINS; i++)
		if (s->bin[i]) {
			buf_printf(out, "%s[%.4f,%.4f,%u]", more ? "," : "", s->bin_sum[i] / s->bin[i], share(s->bin_right[i], s->bin[i]), s->bin[i]);
			more = true;
		}
	buf_add(out, STR("]}\n"));
}
