#include "record/explain.h"

#include "base/utf8.h"
#include "record/whois.h"

struct page {
	struct buf *b;
	struct doc *d;
	const struct frame_source *frames;
};

static void text(struct page *p, struct span s)
{
	struct str t = doc_slice(p->d, s);

	for (size_t i = 0; i < t.n; i++)
		buf_byte(p->b, (unsigned char)t.p[i] < 0x20 ? ' ' : t.p[i]);
}

static void padded(struct page *p, struct str s, unsigned width)
{
	size_t n = utf8_count(s);

	buf_add(p->b, s);
	while (n++ < width)
		buf_byte(p->b, ' ');
}

static unsigned depth_of(const struct doc *d, uint32_t t)
{
	unsigned depth = 0;

	while (d->tokens.at[t].head != NONE && depth < 40) {
		t = d->tokens.at[t].head;
		depth++;
	}
	return depth;
}

static void words(struct page *p, const struct sentence *s)
{
	struct doc *d = p->d;

	for (uint32_t i = s->first; i < s->end; i++) {
		const struct token *t = &d->tokens.at[i];
		unsigned depth = depth_of(d, i);

		buf_printf(p->b, "%4u  ", i - s->first + 1);
		for (unsigned k = 0; k < depth; k++)
			buf_add(p->b, STR("· "));
		padded(p, t->form, depth < 15 ? 34 - 2 * depth : 4);
		padded(p, t->lemma, 18);
		buf_byte(p->b, ' ');
		padded(p, str_c(upos_word(t->upos)), 6);
		padded(p, str_c(deprel_word(t->deprel)), 13);
		buf_printf(p->b, "%4u", t->head == NONE ? 0 : t->head - s->first + 1);
		if (t->ne != NE_O)
			buf_printf(p->b, "  %s", ne_word(t->ne));
		buf_byte(p->b, '\n');
	}
}

static void entity(struct page *p, const struct entity *e)
{
	buf_printf(p->b, "%.*s (%s", STR_ARG(e->name), kind_word(e->kind));
	if (e->office.n)
		buf_printf(p->b, ", %.*s", STR_ARG(e->office));
	if (e->country[0])
		buf_printf(p->b, ", %s", e->country);
	if (e->sector[0])
		buf_printf(p->b, ", %s", e->sector);
	buf_printf(p->b, ", %.*s)", STR_ARG(e->id));
}

static void names(struct page *p, const struct sentence *s)
{
	struct doc *d = p->d;

	for (size_t i = 0; i < d->mentions.n; i++) {
		const struct mention *m = &d->mentions.at[i];

		if (m->head < s->first || m->head >= s->end)
			continue;
		buf_add(p->b, STR("  who   "));
		text(p, m->span);
		buf_printf(p->b, "  [%s] = ", mention_how_word(m->how));
		for (uint32_t k = 0; k < m->n_entities; k++) {
			if (k)
				buf_add(p->b, STR("; "));
			entity(p, &d->entities.at[m->entities[k]]);
		}
		buf_add(p->b, m->n_entities ? STR("\n") : STR("?\n"));
		for (uint32_t r = 0; r < m->n_rivals; r++) {
			const struct rival *x = &m->rivals[r];

			buf_printf(p->b, "          %s %.2f %.*s (%s%s%s): ", r ? "or  " : "why ", (double)x->probability, STR_ARG(x->name), kind_word(x->kind),
				   x->country[0] ? ", " : "", x->country);
			whois_reasons(p->b, x->why);
			buf_byte(p->b, '\n');
		}
	}
}

static void interval(struct page *p, const struct when *t)
{
	char iso[11];

	if (t->start != DAY_NONE) {
		day_iso(t->start, iso);
		buf_add(p->b, str_c(iso));
	}
	if (t->end != t->start) {
		buf_add(p->b, STR(".."));
		if (t->end != DAY_NONE) {
			day_iso(t->end, iso);
			buf_add(p->b, str_c(iso));
		}
	}
	buf_printf(p->b, " (%s, %s)", precision_time_word(t->precision), basis_word(t->basis));
}

static void times(struct page *p, const struct sentence *s)
{
	struct doc *d = p->d;

	for (size_t i = 0; i < d->times.n; i++) {
		const struct timex *t = &d->times.at[i];

		if (t->first < s->first || t->first >= s->end)
			continue;
		buf_add(p->b, STR("  when  "));
		text(p, doc_span(d, t->first, t->last));
		buf_printf(p->b, "  [%s %.*s] = ", timex_type_word(t->type), STR_ARG(t->value));
		interval(p, &t->when);
		buf_byte(p->b, '\n');
	}
}

static void participant(struct page *p, const char *role, const struct participant *q)
{
	if (q->entity == NONE && q->span.start == q->span.end)
		return;
	buf_printf(p->b, "          %-12s", role);
	if (q->span.start < q->span.end)
		text(p, q->span);
	else
		buf_add(p->b, STR("(from the context)"));
	buf_add(p->b, STR(" = "));
	if (q->entity != NONE)
		entity(p, &p->d->entities.at[q->entity]);
	else
		buf_byte(p->b, '?');
	buf_byte(p->b, '\n');
}

static void claims(struct page *p, const struct claim *at, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		participant(p, stance_word(at[i].stance), &at[i].by);
		if (at[i].cue.start < at[i].cue.end) {
			buf_add(p->b, STR("          cue         "));
			text(p, at[i].cue);
			buf_byte(p->b, '\n');
		}
	}
}

static void event(struct page *p, const struct event *ev)
{
	struct str frame = p->frames ? p->frames->name(p->frames->lexicon, p->d->a, ev->frame) : STR_NONE;

	buf_printf(p->b, "  event %s%s%.*s  %s  %.2f  trigger \"", event_type_word(ev->type), ev->mode.n ? " " : "", STR_ARG(ev->mode),
		   status_word(ev->status), (double)ev->confidence);
	text(p, ev->trigger_span);
	buf_printf(p->b, "\"%s%.*s\n", frame.n ? "  frame " : "", STR_ARG(frame));
	for (size_t i = 0; i < ev->actors.n; i++)
		participant(p, "actor", &ev->actors.at[i]);
	for (size_t i = 0; i < ev->recipients.n; i++)
		participant(p, "recipient", &ev->recipients.at[i]);
	participant(p, "where", &ev->where);
	if (ev->when.precision != PRECISION_UNKNOWN) {
		buf_add(p->b, STR("          when        "));
		interval(p, &ev->when);
		buf_byte(p->b, '\n');
	}
	claims(p, ev->claims.at, ev->claims.n);
}

static void state(struct page *p, const struct state *st)
{
	buf_printf(p->b, "  state %s  %s  %.2f", relation_word(st->relation), standing_word(st->standing), (double)st->confidence);
	if (st->office.n)
		buf_printf(p->b, "  office \"%.*s\" %s", STR_ARG(st->office), st->office_country);
	buf_byte(p->b, '\n');
	participant(p, "subject", &st->subject);
	participant(p, "object", &st->object);
	claims(p, st->claims.at, st->claims.n);
}

/* The frames tried in sentence s: what each lacked; and when nothing came of it, why. */
static void trials(struct page *p, const struct sentence *s, bool coded)
{
	struct doc *d = p->d;
	uint32_t tried = 0, fitted = 0;

	for (size_t i = 0; i < d->trials.n; i++) {
		const struct trial *t = &d->trials.at[i];

		if (t->token < s->first || t->token >= s->end)
			continue;
		tried++;
		fitted += !t->lacks.n;
		buf_add(p->b, t->chosen ? STR("  take  ") : t->lacks.n ? STR("  leave ") : STR("  fits  "));
		text(p, d->tokens.at[t->token].span);
		buf_printf(p->b, "  %.*s", STR_ARG(p->frames->name(p->frames->lexicon, d->a, t->frame)));
		if (t->lacks.n)
			buf_printf(p->b, "  lacks %.*s", STR_ARG(t->lacks));
		buf_byte(p->b, '\n');
	}
	if (coded)
		return;
	if (!tried)
		buf_add(p->b, STR("  no line: no word of the sentence has a frame\n"));
	else if (!fitted)
		buf_add(p->b, STR("  no line: no frame found all that it asks for\n"));
	else
		buf_add(p->b, STR("  no line: a frame fits, but no state, body or side of a conflict takes part\n"));
}

void explain_write(struct buf *out, struct doc *d, const struct frame_source *frames)
{
	struct page p = { .b = out, .d = d, .frames = frames };

	for (size_t i = 0; i < d->sentences.n; i++) {
		const struct sentence *s = &d->sentences.at[i];

		buf_printf(out, "%s%zu  ", i ? "\n" : "", i + 1);
		text(&p, s->span);
		buf_byte(out, '\n');
		words(&p, s);
		names(&p, s);
		times(&p, s);
		bool coded = false;

		for (size_t k = 0; k < d->events.n; k++)
			coded |= d->events.at[k].evidence.sentence == i;
		for (size_t k = 0; k < d->states.n; k++)
			coded |= d->states.at[k].evidence.sentence == i;
		trials(&p, s, coded);
		for (size_t k = 0; k < d->events.n; k++)
			if (d->events.at[k].evidence.sentence == i)
				event(&p, &d->events.at[k]);
		for (size_t k = 0; k < d->states.n; k++)
			if (d->states.at[k].evidence.sentence == i)
				state(&p, &d->states.at[k]);
	}
}
