/* status_clause.c - tense, aspect, question and condition of one clause. */
#include "code/status_clause.h"

#include "code/context.h"
#include "code/status.h"

bool is_progressive(const struct coding *c, uint32_t v)
{
	if (!((tok(c, v)->bits & FEAT_PART) && (tok(c, v)->bits & FEAT_PRES)) && !(tok(c, v)->bits & FEAT_GER))
		return false;
	return doc_child(c->d, v, DEP_AUX) != NONE;
}

bool is_doing(const struct coding *c, uint32_t v)
{
	const uint64_t present = FEAT_PART | FEAT_PRES;

	return tok(c, v)->deprel == DEP_ACL && tok(c, v)->head != NONE && tok(c, v)->head < v && ((tok(c, v)->bits & present) == present || (tok(c, v)->bits & FEAT_GER)) &&
	       doc_child(c->d, v, DEP_MARK) == NONE && doc_child(c->d, v, DEP_CASE) == NONE && c->d->mention_of[tok(c, v)->head] != NONE;
}

bool was_going_on(const struct coding *c, uint32_t v)
{
	uint32_t aux = doc_child(c->d, v, DEP_AUX);

	return aux != NONE && (tok(c, aux)->bits & FEAT_FIN) && (tok(c, aux)->bits & FEAT_PAST);
}

bool is_question(const struct coding *c, uint32_t t)
{
	const struct sentence *s = &c->d->sentences.at[tok(c, t)->sentence];

	bool asks = false;

	uint32_t end = s->end;

	if (is_quoted(c, t) && c->d->quotes.at[c->d->quote_of[t]].last + 1 < end)	/* '"Will she resign?", he asked.' */
		end = c->d->quotes.at[c->d->quote_of[t]].last + 1;
	for (uint32_t i = end; i-- > s->first && tok(c, i)->upos == UPOS_PUNCT && !asks; )
		asks = str_is(tok(c, i)->form, "?");
	for (uint32_t i = t + 1; asks && i < end; i++)	/* "they looked into it: what does it cost?" */
		asks = !str_is(tok(c, i)->form, ":");
	return asks;
}

/* Does clause a, which begins its sentence with its finite verb, stand before the "then" of clause b: "Wint hij, dan trekt hij de troepen terug"? */
static bool is_condition_of(const struct coding *c, uint32_t a, uint32_t b)
{
	uint32_t first = c->d->sentences.at[tok(c, a)->sentence].first;

	while (first < a && tok(c, first)->upos == UPOS_PUNCT)
		first++;
	if (a > b || !(tok(c, first)->bits & FEAT_FIN) || (first != a && tok(c, first)->head != a))
		return false;
	for (uint32_t k = tok(c, b)->child; k != NONE && k < b; k = tok(c, k)->next)
		if (k > a && tok(c, k)->deprel == DEP_ADVMOD && frames_in_class(c->f, c->keys[k], c->f->then))
			return tok(c, k - 1)->upos == UPOS_PUNCT;
	return false;
}

bool is_inverted_condition(const struct coding *c, uint32_t v)
{
	uint32_t h = tok(c, v)->head;

	for (uint32_t k = tok(c, v)->child; k != NONE; k = tok(c, k)->next)
		if ((tok(c, k)->deprel == DEP_PARATAXIS || tok(c, k)->deprel == DEP_CONJ) && is_condition_of(c, v, k))
			return true;
	return h != NONE && tok(c, v)->deprel != DEP_NSUBJ && tok(c, v)->deprel != DEP_CSUBJ && is_condition_of(c, v, h);
}

bool has_condition(const struct coding *c, uint32_t v)
{
	uint32_t h = tok(c, v)->head;

	if (h != NONE && (tok(c, v)->deprel == DEP_PARATAXIS || tok(c, v)->deprel == DEP_CONJ) && is_condition_of(c, h, v))
		return true;
	for (uint32_t k = tok(c, v)->child; k != NONE; k = tok(c, k)->next) {
		uint32_t mark = tok(c, k)->deprel == DEP_ADVCL && (tok(c, k)->upos == UPOS_VERB || doc_child(c->d, k, DEP_COP) != NONE) ? doc_child(c->d, k, DEP_MARK) : NONE;

		/* "attacks until the army is defeated": so long it does */
		if (is_condition_of(c, k, v) || (mark != NONE && (c->cues[mark] & CUE_MARK_CONDITION) && !frames_in_class(c->f, c->keys[mark], c->f->until)))
			return true;
	}
	return false;
}

bool in_body(const struct coding *c, uint32_t t, bool lead)
{
	const struct sentence *s = &c->d->sentences.at[tok(c, t)->sentence];
	enum block_type b = s->block < c->d->blocks.n ? c->d->blocks.at[s->block].type : BLOCK_PARAGRAPH;

	return b != BLOCK_TITLE && (lead || b != BLOCK_LEAD);
}

bool stands_in_the_present(const struct coding *c, uint32_t t, enum frame_kind kind)
{
	uint32_t passive = doc_child(c->d, t, DEP_AUX_PASS), copula = doc_child(c->d, t, DEP_COP);

	if (passive != NONE)
		return (c->cues[passive] & CUE_PASSIVE_PRESENT) && !(tok(c, passive)->bits & FEAT_INF);
	if (copula != NONE)
		return kind == FRAME_ADJ && !(tok(c, copula)->bits & FEAT_PAST);
	return (tok(c, t)->bits & FEAT_FIN) && !(tok(c, t)->bits & FEAT_PAST);
}

bool is_perfect(const struct coding *c, uint32_t v)
{
	uint32_t aux = doc_child(c->d, v, DEP_AUX);

	return (tok(c, v)->bits & FEAT_PART) && !(tok(c, v)->bits & FEAT_PRES) && aux != NONE && (tok(c, aux)->bits & FEAT_FIN) &&
	       !(c->cues[aux] & (CUE_AUX_PLANNED | CUE_AUX_POSSIBLE | CUE_AUX_HYPOTHETICAL));
}

bool tells_what_is(const struct coding *c, uint32_t v)
{
	return !(tok(c, v)->bits & FEAT_INF) && (tok(c, v)->bits & (FEAT_PART | FEAT_GER)) && doc_child(c->d, v, DEP_MARK) == NONE && doc_child(c->d, v, DEP_CASE) == NONE;
}

bool is_ground(const struct coding *c, uint32_t v, enum status governor)
{
	uint32_t mark = doc_child(c->d, v, DEP_MARK);

	return !(tok(c, v)->bits & FEAT_INF) && has_cue(c, mark, CUE_MARK_OBJECT) && governor != STATUS_NEGATED && governor != STATUS_POSSIBLE;
}

bool clause_is_past(const struct coding *c, uint32_t v)
{
	uint32_t aux = doc_child(c->d, v, DEP_AUX_PASS);
	uint64_t bits = tok(c, v)->bits;

	return is_perfect(c, v) || ((bits & FEAT_FIN) && (bits & FEAT_PAST)) || (aux != NONE && (tok(c, aux)->bits & FEAT_FIN) && (tok(c, aux)->bits & FEAT_PAST));
}

bool is_nonfinite(const struct coding *c, uint32_t v)
{
	return (tok(c, v)->bits & (FEAT_INF | FEAT_GER)) || ((tok(c, v)->bits & FEAT_PART) && (tok(c, v)->bits & FEAT_PRES));
}

bool is_infinitive(const struct coding *c, uint32_t v)
{
	uint32_t passive = doc_child(c->d, v, DEP_AUX_PASS);

	return (tok(c, v)->bits & FEAT_INF) || (passive != NONE && (tok(c, passive)->bits & FEAT_INF) && doc_child(c->d, v, DEP_AUX) == NONE && doc_child(c->d, v, DEP_MARK) != NONE);
}

bool is_to_infinitive(const struct coding *c, uint32_t v, enum deprel rel)
{
	uint32_t mark = doc_child(c->d, v, DEP_MARK);

	return (tok(c, v)->bits & FEAT_INF) && mark != NONE && (rel != DEP_ADVCL || has_cue(c, mark, CUE_MARK_PURPOSE));
}

bool is_to_be_done(const struct coding *c, uint32_t v)
{
	uint32_t mark = doc_child(c->d, v, DEP_MARK);
	bool finite = false, passive = false;

	for (uint32_t k = tok(c, v)->child; k != NONE && mark != NONE; k = tok(c, k)->next) {
		bool aux = tok(c, k)->deprel == DEP_AUX || tok(c, k)->deprel == DEP_AUX_PASS;

		finite |= aux && k < mark && (tok(c, k)->bits & FEAT_FIN);
		passive |= tok(c, k)->deprel == DEP_AUX_PASS && k > mark && (tok(c, k)->bits & FEAT_INF);
	}
	if (finite && passive)
		return true;
	uint32_t be = doc_child(c->d, v, DEP_COP), prep = doc_child(c->d, v, DEP_CASE);

	return tok(c, v)->upos == UPOS_VERB && (tok(c, v)->bits & FEAT_INF) && be != NONE && (mark != NONE || has_cue(c, prep, CUE_HEAD_PLANNED));
}

/* Does token t tell a time other than "now"? */
static bool is_day(const struct coding *c, uint32_t t)
{
	for (size_t i = 0; i < c->d->times.n; i++)
		if (c->d->times.at[i].first <= t && t <= c->d->times.at[i].last)
			return !str_is(c->d->times.at[i].value, "PRESENT_REF");
	return false;
}

bool is_summoned(const struct coding *c, uint32_t v, const struct frame *f)
{
	if (f->is_state || (f->type != EVENT_CONSULT && f->type != EVENT_ACCUSE) || is_past(c, v))
		return false;
	for (uint32_t k = tok(c, v)->child; k != NONE; k = tok(c, k)->next)
		if (c->dated[k] && is_day(c, k))
			return true;
	return false;
}

uint32_t infinitive_before(const struct coding *c, uint32_t v)
{
	uint32_t last = NONE;

	for (uint32_t k = tok(c, tok(c, v)->head)->child; k != NONE && k < v; k = tok(c, k)->next)
		if (tok(c, k)->deprel == DEP_XCOMP && tok(c, k)->upos == UPOS_VERB && (tok(c, k)->bits & FEAT_INF) && doc_child(c->d, k, DEP_MARK) != NONE)
			last = k;
	return last != NONE && (tok(c, v)->bits & FEAT_INF) && doc_child(c->d, v, DEP_MARK) != NONE ? last : NONE;
}

static bool same_subject(const struct coding *c, uint32_t v, uint32_t h)
{
	struct heads a = { .n = 0 }, b = { .n = 0 };

	subjects(c, v, &a);
	subjects(c, h, &b);
	uint32_t x = a.n == 1 ? mention_for(c, a.at[0]) : NONE, y = b.n == 1 ? mention_for(c, b.at[0]) : NONE;

	return x != NONE && y != NONE && c->d->mentions.at[x].n_entities == 1 && c->d->mentions.at[y].n_entities == 1 &&
	       c->d->mentions.at[x].entities[0] == c->d->mentions.at[y].entities[0];
}

bool was_to_come(const struct coding *c, uint32_t v)
{
	uint32_t passive = doc_child(c->d, v, DEP_AUX_PASS), h = tok(c, v)->head;
	bool future = false, dated = false;

	if (!(tok(c, passive == NONE ? v : passive)->bits & FEAT_INF) || (passive != NONE && !(c->cues[passive] & CUE_PASSIVE_PRESENT)))
		return false;
	for (uint32_t k = tok(c, v)->child; k != NONE; k = tok(c, k)->next) {
		if (tok(c, k)->deprel == DEP_AUX && (tok(c, k)->bits & FEAT_PAST) && frames_in_class(c->f, c->keys[k], c->f->future))
			future = true;
		else if (tok(c, k)->deprel == DEP_AUX && (c->cues[k] & (CUE_AUX_POSSIBLE | CUE_AUX_HYPOTHETICAL)))
			return false;
		dated |= (c->dated[k] && is_day(c, k)) || (tok(c, k)->deprel == DEP_ADVMOD && frames_in_class(c->f, c->keys[k], c->f->meant));
	}
	return future && (dated || (tok(c, v)->deprel == DEP_CCOMP && h != NONE && (c->cues[h] & CUE_SAY) && is_past(c, h) && same_subject(c, v, h)));
}

bool is_regretted(const struct coding *c, uint32_t v)
{
	bool ought = false, perfect = false;

	for (uint32_t k = tok(c, v)->child; k != NONE; k = tok(c, k)->next)
		if (tok(c, k)->deprel == DEP_AUX) {
			bool modal = frames_in_class(c->f, c->keys[k], c->f->regret);

			ought |= modal;
			perfect |= !modal && !(c->cues[k] & (CUE_AUX_PLANNED | CUE_AUX_POSSIBLE | CUE_AUX_HYPOTHETICAL));
		}
	return ought && perfect;
}
