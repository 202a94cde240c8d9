/* coder.c - the order of the coding: cues, quotations, verbs before nouns, statements, titles, merging. */
#include "code/code.h"

#include "code/claim.h"
#include "code/coder.h"
#include "code/confidence.h"
#include "code/context.h"
#include "code/event.h"
#include "code/fold.h"
#include "code/frames_compile.h"
#include "code/infer.h"
#include "code/saying.h"

#include <stdio.h>
#include <stdlib.h>

struct coder {
	struct arena memory;
	struct frames *frames;
	struct types types;
	struct numbers *numbers;
	struct confidence confidence;
};

int coder_open(struct coder **out, const char *lang_dir, const char *data_dir, const char *user_frames, struct error *e)
{
	struct coder *c = calloc(1, sizeof(*c));
	char path[4096];

	*out = NULL;
	if (!c)
		return error_set(e, COU_EDATA, "out of memory");
	arena_init(&c->memory);
	snprintf(path, sizeof(path), "%s/frames.bin", lang_dir);
	int r = user_frames ? frames_compile(&c->frames, &c->memory, lang_dir, user_frames, e) : frames_open(&c->frames, path, e);

	if (!r) {
		snprintf(path, sizeof(path), "%s/types.tsv", data_dir);
		r = types_read(&c->types, &c->memory, path, e);
	}
	if (!r) {
		snprintf(path, sizeof(path), "%s/numbers.txt", lang_dir);
		r = numbers_read(&c->numbers, &c->memory, path, e);
	}
	if (!r) {
		snprintf(path, sizeof(path), "%s/confidence.txt", data_dir);
		r = confidence_read(&c->confidence, &c->memory, path, e);
	}
	if (r) {
		coder_close(c);
		return r;
	}
	*out = c;
	return COU_OK;
}

const struct frames *coder_frames(const struct coder *c)
{
	return c->frames;
}

const struct numbers *coder_numbers(const struct coder *c)
{
	return c->numbers;
}

void coder_close(struct coder *c)
{
	if (!c)
		return;
	if (c->frames)
		frames_close(c->frames);
	arena_free(&c->memory);
	free(c);
}

/* "Turkey did the same last month", "followed suit": the events and states of the sentence before, with another actor and its own date. */
static void same_again(struct coding *c, uint32_t t)
{
	uint32_t v = tok(c, t)->head, here = tok(c, t)->sentence;
	enum deprel rel = tok(c, t)->deprel;
	struct heads h = { .n = 0 };
	VEC(struct participant) who = { 0 };

	if (v == NONE || here == 0 || tok(c, v)->upos != UPOS_VERB || (rel != DEP_OBJ && rel != DEP_XCOMP && rel != DEP_OBL && rel != DEP_ADVMOD && rel != DEP_COMPOUND_PRT))
		return;
	subjects(c, v, &h);
	for (uint32_t i = 0; i < h.n; i++)
		add_participants(c, h.at[i], &who);
	if (who.n != 1 || who.at[0].entity == NONE)
		return;
	size_t n_events = c->d->events.n, n_states = c->d->states.n, main_event = n_events, first_event = n_events, first_state = n_states;

	while (first_event && tok(c, c->d->events.at[first_event - 1].trigger)->sentence + 1 >= here)
		first_event--;
	while (first_state && tok(c, c->d->states.at[first_state - 1].trigger)->sentence + 1 >= here)
		first_state--;
	for (size_t i = first_event; i < n_events; i++)
		if (tok(c, c->d->events.at[i].trigger)->sentence == here)
			return;
	struct when when = find_when(c, v, NONE, STATUS_HAPPENED, NO_TYPE);

	for (size_t i = first_event; i < n_events; i++) {	/* the first act of the sentence */
		const struct event *x = &c->d->events.at[i];

		if (tok(c, x->trigger)->sentence + 1 == here && x->actors.n == 1 && x->actors.at[0].entity != NONE && !x->symmetric &&
		    (main_event == n_events || x->trigger < c->d->events.at[main_event].trigger))
			main_event = i;
	}
	if (main_event < n_events) {
		struct event e = c->d->events.at[main_event];

		memset(&e.actors, 0, sizeof(e.actors));
		*vec_push(c->d->a, &e.actors) = who.at[0];
		e.trigger = v;
		e.trigger_span = tok(c, v)->span;
		e.when = when;
		e.evidence.span.end = c->d->sentences.at[here].span.end;	/* both sentences verify it */
		e.evidence.sentence = here - 1;
		*vec_push(c->d->a, &c->d->events) = e;
	}
	for (size_t i = first_state; i < n_states; i++) {
		struct state s = c->d->states.at[i];

		if (tok(c, s.trigger)->sentence + 1 != here || s.subject.entity == who.at[0].entity || s.relation == RELATION_HOLDS_OFFICE || s.relation == RELATION_LEADS)
			continue;
		s.subject = who.at[0];
		s.trigger = v;
		s.from = s.to = (struct when){ .start = DAY_NONE, .end = DAY_NONE };
		if (when.start != DAY_NONE && when.basis != BASIS_PUBLISHED)
			s.from = when;
		s.evidence.span.end = c->d->sentences.at[here].span.end;
		s.evidence.sentence = here - 1;
		s.confidence *= 0.9f;
		*vec_push(c->d->a, &c->d->states) = s;
	}
	c->taken[v] = 1;
}

/* "the Grateful Dead": an adjective inside a name says nothing of its bearer. */
static bool is_in_name(const struct coding *c, uint32_t t)
{
	const struct token *x = tok(c, t);

	return x->upos == UPOS_ADJ && x->cased && x->ne != NE_O && t > c->d->sentences.at[x->sentence].first;
}

/* Verbs first: their frames may take the nouns beside them as fixed parts. */
static void code_sentence(struct coding *c, const struct types *types, const struct sentence *s)
{
	struct match event, state;

	for (int pass = 0; pass < 2; pass++)
		for (uint32_t t = s->first; t < s->end; t++) {
			bool verb = tok(c, t)->upos == UPOS_VERB || tok(c, t)->upos == UPOS_AUX;

			if (verb == (pass == 1) || c->taken[t] || c->dated[t] || is_in_name(c, t))
				continue;
			bool fits = match_trigger(c, t, &event, &state);

			if (c->d->explains)
				tell_trials(c, t, event.frame, state.frame);
			if (!fits)
				continue;
			if (event.frame != NONE)
				add_event(c, types, &event);
			if (state.frame != NONE)
				add_state(c, &state);
		}
	for (uint32_t t = s->first; t < s->end; t++)
		if (c->cues[t] & CUE_SAME)
			same_again(c, t);
		else if (!c->taken[t] && tok(c, t)->upos == UPOS_VERB &&
		    (c->cues[t] & (CUE_SAY | CUE_SAY_DENIES | CUE_SAY_DOUBTS | CUE_SAY_CONFIRMS)))
			add_statement(c, types, t);
	for (uint32_t t = s->first; t < s->end; t++)
		if (tok(c, t)->upos == UPOS_VERB && !is_quoted(c, t))
			add_quotation(c, types, t);
}

static int by_place(const void *x, const void *y)
{
	const struct event *a = x, *b = y;

	if (a->trigger != b->trigger)
		return a->trigger < b->trigger ? -1 : 1;
	return (int)a->type - (int)b->type;
}

static int by_evidence(const void *x, const void *y)
{
	const struct state *a = x, *b = y;

	if (a->evidence.sentence != b->evidence.sentence)
		return a->evidence.sentence < b->evidence.sentence ? -1 : 1;
	if (a->trigger != b->trigger)
		return a->trigger < b->trigger ? -1 : 1;
	if (a->relation != b->relation)
		return (int)a->relation - (int)b->relation;
	if (a->subject.head != b->subject.head)
		return a->subject.head < b->subject.head ? -1 : 1;
	return a->object.head < b->object.head ? -1 : a->object.head > b->object.head;
}

int code_doc(const struct coder *coder, struct doc *d)
{
	struct coding c;

	if (!d->tokens.n)
		return COU_OK;
	coding_init(&c, coder->frames, d);
	c.numbers = coder->numbers;
	mend_trees(&c);

	/* a word of a date tells no event: "March" */
	for (size_t i = 0; i < d->times.n; i++)
		for (uint32_t t = d->times.at[i].first; t <= d->times.at[i].last; t++)
			c.dated[t] = 1;

	for (size_t i = 0; i < d->sentences.n; i++)
		code_sentence(&c, &coder->types, &d->sentences.at[i]);
	add_titles(&c);
	if (d->events.n)
		qsort(d->events.at, d->events.n, sizeof(*d->events.at), by_place);
	settle_sayings(&c, &coder->types);
	fold_deeds(&c);
	claim_deeds(&c);
	merge_events(&c);
	claim_deaths(&c);
	infer_places_and_days(&c);
	judge_events(&c, &coder->confidence);
	if (d->states.n)
		qsort(d->states.at, d->states.n, sizeof(*d->states.at), by_evidence);
	return COU_OK;
}

#define WORD_(n, w) w,

struct str coder_frame(const struct coder *coder, uint32_t frame, struct arena *a)
{
	if (frame >= coder->frames->n[SEC_FRAMES])
		return STR("statement");
	static const char *const kinds[] = { FRAME_KINDS(WORD_) };
	const struct frame *f = &coder->frames->frames[frame];

	return str_printf(a, "%.*s:%u %s %.*s", STR_ARG(frames_str(coder->frames, f->file)), f->line, kinds[f->kind],
			  STR_ARG(frames_str(coder->frames, f->lemma)));
}
