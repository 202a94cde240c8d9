/* retag.c - names that the analyser tags too wide: with the field of a minister, or with the title before them; roles that it takes for participles. */
#include "link/candidates.h"

static bool is_inside(uint8_t ne)
{
	return ne != NE_O && (ne - NE_B_PER) % 2 == 1;
}

/* Takes the tokens of a name from t on out of it. */
static void end_before(struct linking *k, uint32_t t)
{
	for (; t < k->d->tokens.n && is_inside(tk(k, t)->ne); t++)
		tk(k, t)->ne = NE_O;
}

/* "EU-president Tusk", "PVV-leider Jansen", tagged as one name: what stands behind a title is a person's. */
static bool is_compound_title(const struct linking *k, uint32_t t)
{
	uint32_t first, last;
	struct str prefix = STR_NONE;

	if (tk(k, t)->ne == NE_O || is_inside(tk(k, t)->ne) || t + 1 >= k->d->tokens.n || tk(k, t + 1)->ne != tk(k, t)->ne + 1 ||
	    (tk(k, t)->ne != NE_B_PER && (tk(k, t + 1)->upos != UPOS_PROPN || !tk(k, t + 1)->cased || tk(k, t + 1)->head != t)))
		return false;
	const struct agent *x = agent_at(k, t, &first, &last, &prefix);

	return x && x->kind == KIND_PERSON && (x->office.n || x->leader || x->member) && prefix.n && first == t && last == t;
}

/* "De verdachte werd aangehouden": a participle that is a role, with an article or a name behind it, where a noun stands. */
static void retag_role(struct linking *k, uint32_t t)
{
	struct token *x = tk(k, t);
	uint32_t i = x->upos == UPOS_VERB && (x->bits & FEAT_PART) ? map_get(&k->l->agent_of, k->lower[t]) : MAP_NONE, name = doc_child(k->d, t, DEP_APPOS);

	if (i == MAP_NONE || k->l->agents.at[i].kind != KIND_PERSON || k->l->agents.at[i].none ||
	    (x->deprel != DEP_NSUBJ && x->deprel != DEP_NSUBJ_PASS && x->deprel != DEP_OBJ && x->deprel != DEP_IOBJ && x->deprel != DEP_OBL_AGENT) ||
	    (doc_child(k->d, t, DEP_DET) == NONE && (name == NONE || tk(k, name)->ne != NE_B_PER)))
		return;
	x->upos = UPOS_NOUN;
	x->lemma = k->lower[t];
	x->bits = FEAT_SING;
}

/* "Mrs May said": a word with a capital behind a word of courtesy is a name, whatever else it may be. */
static bool retag_courtesy(struct linking *k, uint32_t t)
{
	struct token *mrs = tk(k, t), *name = tk(k, t + 1);

	if (!is_honorific(k, t) || name->sentence != mrs->sentence || name->cased != 1 || name->upos == UPOS_PUNCT || (name->upos == UPOS_PROPN && name->ne != NE_O) || mrs->head == t + 1 ||
	    (name->head != mrs->head && name->head != t) || map_get(&k->l->agent_of, k->lower[t + 1]) != MAP_NONE ||
	    (t + 2 < k->d->tokens.n && tk(k, t + 2)->cased && map_get(&k->l->agent_of, k->lower[t + 2]) != MAP_NONE))	/* "Mr Vice President" */
		return false;
	name->upos = UPOS_PROPN;
	name->lemma = name->form;
	name->bits = FEAT_SING;
	name->ne = NE_B_PER;
	name->deprel = mrs->deprel;
	name->head = mrs->head;
	mrs->deprel = DEP_NMOD_DESC;
	mrs->head = t + 1;
	return true;
}

/* "Tol-woede Jansen" in a headline: a hyphen and a word in small letters behind it make no first name. */
static bool is_compound(struct str form)
{
	enum { WORD = 4 };
	size_t hyphen = str_find(form, '-');

	for (size_t i = hyphen + 1; i < form.n; i++)
		if (form.p[i] < 'a' || form.p[i] > 'z')
			return false;
	return hyphen > 0 && hyphen + WORD < form.n;
}

static bool is_known(const struct linking *k, uint32_t first, uint32_t last, enum kind kind)
{
	enum { KEY_BYTES = 200 };
	uint32_t n = 0;
	const struct who_hit *h = tk(k, last)->span.end - tk(k, first)->span.start > KEY_BYTES ? NULL : who_find(k->l->who, k->l->lang, key_of(k, first, last), &n);

	return n && h[0].how == WHO_NAME && who_entity(k->l->who, h[0].entity).kind == kind;
}

/* "The governor of Alaska Sarah Palin": a place at the head of a name, where the world knows the place and the rest, a person, and not the whole. */
static bool is_place_before(const struct linking *k, uint32_t t)
{
	uint32_t last = t;

	if (tk(k, t)->ne != NE_B_PER)
		return false;
	while (last + 1 < k->d->tokens.n && tk(k, last + 1)->ne == NE_I_PER && tk(k, last + 1)->sentence == tk(k, t)->sentence)
		last++;
	return last >= t + 2 && is_known(k, t, t, KIND_PLACE) && is_known(k, t + 1, last, KIND_PERSON) && !is_known(k, t, last, KIND_PERSON);
}

void retag_names(struct linking *k)
{
	bool moved = false;

	for (uint32_t t = 0; t + 1 < k->d->tokens.n; t++)
		moved |= retag_courtesy(k, t);
	if (moved)
		doc_link_tree(k->d);
	for (uint32_t t = 0; t < k->d->tokens.n; t++)
		retag_role(k, t);
	for (uint32_t t = 0; t + 2 < k->d->tokens.n; t++) {
		const struct agent *office;

		if (tk(k, t + 1)->ne == NE_B_PER && tk(k, t)->upos != UPOS_PUNCT) {
			uint32_t of = field_behind_name(k, t, &office);

			if (of != NONE && tk(k, of)->ne == NE_I_PER)
				end_before(k, of);
		}
		if (tk(k, t)->ne == NE_B_PER && tk(k, t + 1)->ne == NE_I_PER && tk(k, t + 1)->upos == UPOS_PROPN && is_compound(tk(k, t)->form)) {
			tk(k, t)->ne = NE_O;
			tk(k, t + 1)->ne = NE_B_PER;
		}
		if (is_place_before(k, t)) {
			tk(k, t)->ne = NE_B_LOC;
			tk(k, t + 1)->ne = NE_B_PER;
		}
		if (is_compound_title(k, t)) {
			tk(k, t)->ne = NE_O;
			tk(k, t + 1)->ne = NE_B_PER;
			for (uint32_t i = t + 2; i < k->d->tokens.n && is_inside(tk(k, i)->ne); i++)
				tk(k, i)->ne = NE_I_PER;
		}
	}
}
