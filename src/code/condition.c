/* condition.c - what the conditions in brackets of a slot are true of (doc/frames.md). */
#include "code/condition.h"

#include "base/unicode.h"

const struct entity *entity_meant(const struct coding *c, uint32_t t)
{
	uint32_t m = mention_for(c, t);
	const struct mention *x;

	if (m == NONE)
		return NULL;
	x = &c->d->mentions.at[m];
	return x->n_entities ? &c->d->entities.at[x->entities[0]] : NULL;
}

static bool personal_pronoun(const struct coding *c, uint32_t t)
{
	return tok(c, t)->upos == UPOS_PRON && (tok(c, t)->bits & FEAT_PRS) && !(tok(c, t)->bits & FEAT_NEUT);
}

bool is_channel(const struct coding *c, uint32_t t)
{
	return frames_in_class(c->f, c->keys[t], c->f->platform) && has_cue(c, doc_child(c->d, t, DEP_CASE), CUE_LOCATIVE);
}

bool is_actor(const struct coding *c, uint32_t t)
{
	const struct entity *e = entity_meant(c, t);
	uint32_t head = tok(c, t)->head;

	if (head != NONE && tok(c, head)->upos == UPOS_VERB && doc_child(c->d, head, DEP_OBJ) != NONE && is_channel(c, t))
		return false;

	if (!e)
		return personal_pronoun(c, t) || tok(c, t)->ne == NE_B_PER || tok(c, t)->ne == NE_B_ORG;
	switch (e->kind) {
	case KIND_PERSON: case KIND_COUNTRY: case KIND_GOVERNMENT: case KIND_ORGANISATION: case KIND_ARMED_GROUP:
	case KIND_PARTY: case KIND_COMPANY: case KIND_PEOPLE:
		return true;
	default:
		return false;
	}
}

static bool state_actor(const struct entity *e)
{
	return e->kind == KIND_COUNTRY || e->kind == KIND_GOVERNMENT || (e->kind == KIND_ORGANISATION && !e->country[0]) ||
	       (e->kind == KIND_PERSON && e->office.n && strcmp(e->sector, "GOV") == 0);
}

/* An organisation that states can belong to: one of states, or one with a name and no country. */
static bool is_union(const struct coding *c, uint32_t t)
{
	const struct entity *e = entity_meant(c, t);

	if (!e || e->kind != KIND_ORGANISATION)
		return false;
	if (!strcmp(e->sector, "IGO"))
		return true;
	for (size_t i = 0; !e->country[0] && i < c->d->mentions.n; i++) {
		const struct mention *m = &c->d->mentions.at[i];

		if (m->how == MENTION_NAME && m->n_entities && &c->d->entities.at[m->entities[0]] == e)
			return true;
	}
	return false;
}

uint32_t measured(const struct coding *c, uint32_t t)
{
	if (frames_in_class(c->f, c->keys[t], c->f->person))	/* "the nephew of a general" is no general */
		return NONE;
	for (uint32_t k = tok(c, t)->child; k != NONE; k = tok(c, k)->next)
		if (tok(c, k)->deprel == DEP_NMOD && k > t && tok(c, k)->upos == UPOS_NOUN) {
			uint32_t prep = doc_child(c->d, k, DEP_CASE);

			if (prep == NONE || (c->cues[prep] & CUE_GENITIVE))
				return k;
		}
	return NONE;
}

/* Is the word, or the last part of the compound, in the class? */
static bool noun_in_class(const struct coding *c, uint32_t t, uint32_t id)
{
	struct str key = c->keys[t];

	if (frames_in_class(c->f, key, id))
		return true;
	for (size_t at = 2; tok(c, t)->upos == UPOS_NOUN && at + 4 <= key.n; at++)
		if (frames_in_class(c->f, str_sub(key, at, key.n), id))
			return true;
	return false;
}

static bool condition_holds(const struct coding *c, const struct condition_row *row, uint32_t t)
{
	const struct entity *e = entity_meant(c, t);

	switch ((enum condition)row->kind) {
	case COND_LEMMA:
		return str_eq(c->keys[t], frames_str(c->f, row->lemma));
	case COND_CLASS: {
		uint32_t inner = measured(c, t);

		return noun_in_class(c, t, row->class_id) || (inner != NONE && noun_in_class(c, inner, row->class_id));
	}
	case COND_ACTOR:
		return is_actor(c, t) || (!e && owner_of(c, t) != NONE && is_nominal(c, t));
	case COND_PERSON:
		return e ? e->kind == KIND_PERSON : personal_pronoun(c, t) || tok(c, t)->ne == NE_B_PER;
	case COND_COUNTRY:
		return e && e->kind == KIND_COUNTRY;
	case COND_ORGANISATION: case COND_ORG:
		return e ? e->kind == KIND_ORGANISATION || e->kind == KIND_PARTY || e->kind == KIND_GOVERNMENT : tok(c, t)->ne == NE_B_ORG;
	case COND_GROUP:
		return e && (e->kind == KIND_ARMED_GROUP || !strcmp(e->sector, "MIL") || !strcmp(e->sector, "COP") || !strcmp(e->sector, "REB"));
	case COND_PLACE:
		return e ? e->kind == KIND_PLACE || e->kind == KIND_COUNTRY || e->place.country[0] : tok(c, t)->ne == NE_B_LOC;
	case COND_PEOPLE:
		return e && (e->kind == KIND_PEOPLE || (e->kind == KIND_PERSON && e->plural));
	case COND_COMPANY:
		return e && e->kind == KIND_COMPANY;
	case COND_STATE:
		return e && state_actor(e);
	case COND_UNION:
		return is_union(c, t);
	case COND_PARTY:
		return e && e->kind == KIND_PARTY;
	case COND_PRESS:
		return e && !strcmp(e->sector, "JRN");
	case COND_THING:
		return !e && is_nominal(c, t) && !personal_pronoun(c, t) && tok(c, t)->ne != NE_B_PER;
	case COND_NUMBER: case COND_MONEY: case COND_COUNT:
		return tok(c, t)->upos == UPOS_NUM || tok(c, t)->upos == UPOS_SYM || doc_child(c->d, t, DEP_NUMMOD) != NONE;
	}
	return false;
}

bool conditions_hold(const struct coding *c, struct range r, uint32_t t)
{
	bool wanted = false, found = false;

	for (uint32_t i = r.first; i < r.first + r.n; i++) {
		const struct condition_row *row = &c->f->conditions[i];
		bool holds = condition_holds(c, row, t);

		if (row->negated) {
			if (holds)
				return false;
		} else {
			wanted = true;
			found |= holds;
		}
	}
	return !wanted || found;
}

/* "EU-steun" is "steun" of the EU: what stands behind the last hyphen of a compound, else the word. */
static struct str last_part(struct str key)
{
	for (size_t i = key.n; i > 2; i--)
		if (key.p[i - 1] == '-' && key.n - i >= 3)
			return str_sub(key, i, key.n);
	return key;
}

/* Is the word that lemma with an ending, though the analyser found another for it ("parlementsverkiezingen", "parlementverkiezing"), or left it in the
 * plural ("proceedings")? */
static bool begins_with(struct str form, struct str lemma, size_t ending)
{
	enum { LONG = 8 };

	return lemma.n >= LONG && form.n >= lemma.n && form.n <= lemma.n + ending && str_starts(form, lemma);
}

bool word_in(const struct coding *c, struct range words, uint32_t t)
{
	bool noun = tok(c, t)->upos == UPOS_NOUN, kept = str_starts(tok(c, t)->form, c->keys[t]);
	struct str form = !noun ? STR_NONE : kept ? c->keys[t] : unicode_lower_str(c->d->a, tok(c, t)->form);
	struct str part = tok(c, t)->upos == UPOS_NOUN || tok(c, t)->upos == UPOS_PROPN ? last_part(c->keys[t]) : c->keys[t];

	for (uint32_t i = words.first; i < words.first + words.n; i++) {
		const struct word_row *w = &c->f->words[i];

		if (w->class_id != NONE ? noun_in_class(c, t, w->class_id) : str_eq(c->keys[t], frames_str(c->f, w->lemma)) || (part.n < c->keys[t].n && str_eq(part, frames_str(c->f, w->lemma))) ||
		    begins_with(form, frames_str(c->f, w->lemma), kept ? 1 : 2))
			return true;
	}
	return false;
}
