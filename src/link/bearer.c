/* bearer.c - who bears a title or a description: the named person beside it, joined to it, behind its comma or its brackets. */
#include "link/describe.h"

uint32_t bearer_beside(const struct linking *k, const struct agent *x, uint32_t t)
{
	uint32_t m = NONE;

	if (x->kind != KIND_PERSON || !(x->office.n || x->leader) || (tk(k, t)->bits & FEAT_PLUR) || doc_child(k->d, t, DEP_DET) != NONE || doc_child(k->d, t, DEP_NUMMOD) != NONE ||
	    doc_child(k->d, t, DEP_NMOD_POSS) != NONE || doc_child(k->d, t, DEP_CASE) != NONE)
		return NONE;
	if (tk(k, t)->deprel == DEP_CONJ && tk(k, t)->head != NONE && tk(k, t)->head < t)
		m = k->covered[tk(k, t)->head];
	for (uint32_t c = tk(k, t)->child; c != NONE && m == NONE; c = tk(k, c)->next)
		if (tk(k, c)->deprel == DEP_CONJ && k->covered[c] != NONE && map_get(&k->l->agent_of, k->lower[c > 0 ? c - 1 : c]) != MAP_NONE)
			m = k->covered[c];
	if (m == NONE || k->d->mentions.at[m].how != MENTION_NAME || k->d->mentions.at[m].n_entities != 1 || k->d->entities.at[k->d->mentions.at[m].entities[0]].kind != KIND_PERSON)
		return NONE;
	return m;
}

uint32_t bearer_of_list(const struct linking *k, const struct agent *x, uint32_t t)
{
	uint32_t first = tk(k, t)->deprel == DEP_CONJ ? tk(k, t)->head : t, last = NONE;

	if (x->kind != KIND_PERSON || (tk(k, t)->bits & FEAT_PLUR) || first == NONE || tk(k, first)->upos != UPOS_NOUN || doc_child(k->d, t, DEP_DET) != NONE || doc_child(k->d, first, DEP_DET) != NONE)
		return NONE;
	for (uint32_t c = tk(k, first)->child; c != NONE; c = tk(k, c)->next)
		if (tk(k, c)->deprel == DEP_CONJ && c > t)
			last = c;
	uint32_t name = last == NONE ? NONE : doc_child(k->d, last, DEP_APPOS), m = name == NONE ? NONE : person_mention(k, name), v = tk(k, first)->deprel == DEP_NSUBJ || tk(k, first)->deprel == DEP_NSUBJ_PASS ? tk(k, first)->head : NONE, finite = v;

	for (uint32_t c = v == NONE ? NONE : tk(k, v)->child; c != NONE; c = tk(k, c)->next)
		if (tk(k, c)->bits & FEAT_FIN && (tk(k, c)->deprel == DEP_AUX || tk(k, c)->deprel == DEP_AUX_PASS || tk(k, c)->deprel == DEP_COP))
			finite = c;
	if (m == NONE || finite == NONE || (tk(k, finite)->bits & (FEAT_FIN | FEAT_SING)) != (FEAT_FIN | FEAT_SING))
		return NONE;
	return m;
}

uint32_t named_before(const struct linking *k, const struct agent *x, uint32_t t, uint32_t begin)
{
	uint32_t m = begin >= 2 && str_is(tk(k, begin - 1)->form, ",") && tk(k, begin - 1)->sentence == tk(k, begin - 2)->sentence ? k->covered[begin - 2] : NONE;

	if (m == NONE || tk(k, t)->deprel != DEP_APPOS || (tk(k, t)->bits & FEAT_PLUR) || doc_child(k->d, t, DEP_CONJ) != NONE || doc_child(k->d, t, DEP_ACL_RELCL) == NONE || !is_definite(k, begin, t))
		return NONE;
	const struct mention *named = &k->d->mentions.at[m];
	enum kind kind = named->how == MENTION_NAME && named->n_entities == 1 ? k->d->entities.at[named->entities[0]].kind : KIND_PERSON;
	bool body = kind == KIND_ORGANISATION || kind == KIND_PARTY || kind == KIND_COMPANY || kind == KIND_ARMED_GROUP;

	return body && (x->kind == kind || x->kind == KIND_ORGANISATION) ? m : NONE;
}

void royal_title(struct linking *k, uint32_t t)
{
	uint32_t i = k->covered[t], first, last;
	struct str prefix;
	const struct mention *m = i == NONE ? NULL : &k->d->mentions.at[i];

	if (!m || m->first != t || m->last == t || m->how != MENTION_NAME || m->n_entities != 1 || !in_words(k->l, WORDS_GIVEN_TITLE, k->lower[t]) || k->d->entities.at[m->entities[0]].kind != KIND_PERSON)
		return;
	const struct agent *x = agent_at(k, t, &first, &last, &prefix);
	struct belongs b = { "", NONE, false, false };

	if (!x || x->kind != KIND_PERSON || !x->office.n || first != t || last != t)
		return;
	memcpy(b.country, k->d->entities.at[m->entities[0]].country, 4);
	add_title(k, x, i, first, t, last, &b);
}

void name_holder(struct linking *k, uint32_t t)
{
	uint32_t i = k->d->mention_of[t], f, l, body = i == NONE || k->d->mentions.at[i].how != MENTION_NAME || k->d->mentions.at[i].n_entities != 1 ? NONE : k->d->mentions.at[i].entities[0];
	struct str prefix;

	if (body == NONE || (k->d->entities.at[body].kind != KIND_ORGANISATION && k->d->entities.at[body].kind != KIND_GOVERNMENT) || (tk(k, t)->bits & FEAT_PLUR))
		return;
	const struct agent *x = agent_at(k, t, &f, &l, &prefix);
	uint32_t name = x && x->kind == KIND_PERSON && x->office.n ? doc_child(k->d, t, DEP_APPOS) : NONE, person = name == NONE ? NONE : person_mention(k, name);

	if (person == NONE)
		return;
	struct belongs b = { "", body, true, false };

	memcpy(b.country, k->d->entities.at[body].country, 4);
	add_title(k, x, person, k->d->mentions.at[i].first, t, k->d->mentions.at[i].last, &b);
	mention_means(k, i, k->d->mentions.at[person].entities, 1);
}

void party_in_brackets(struct linking *k)
{
	for (uint32_t i = 0, n = (uint32_t)k->d->mentions.n; i < n; i++) {
		const struct mention *m = &k->d->mentions.at[i];
		uint32_t t = m->last + 2, party = t + 1 < k->d->tokens.n ? k->covered[t] : NONE;
		struct entity *p = m->how == MENTION_NAME && m->n_entities == 1 ? &k->d->entities.at[m->entities[0]] : NULL;

		if (!p || p->kind != KIND_PERSON || party == NONE || !str_is(tk(k, t - 1)->form, "(") || k->d->mentions.at[party].first != t || k->d->mentions.at[party].n_entities != 1 ||
		    tk(k, t)->sentence != tk(k, m->last)->sentence || !str_is(tk(k, k->d->mentions.at[party].last + 1)->form, ")"))
			continue;
		const struct entity *of = &k->d->entities.at[k->d->mentions.at[party].entities[0]];

		if (of->kind != KIND_PARTY)
			continue;
		if (!p->country[0])
			memcpy(p->country, of->country, 4);
		if (!p->sector[0])
			memcpy(p->sector, of->sector, 4);
		*vec_push(k->d->a, &k->d->titles) = (struct title){ .person = i, .first = t, .last = k->d->mentions.at[party].last,
								    .organisation_entity = k->d->mentions.at[party].entities[0], .place_entity = NONE, .member = true };
	}
}

void name_described(struct linking *k)
{
	for (size_t i = 0; i < k->d->mentions.n; i++) {
		const struct mention *m = &k->d->mentions.at[i];
		uint32_t e = m->n_entities == 1 && m->how == MENTION_DESCRIPTION ? m->entities[0] : NONE;

		if (e == NONE || k->d->entities.at[e].kind != KIND_PERSON || k->who.at[e] != NONE || (tk(k, m->head)->bits & FEAT_PLUR))
			continue;
		for (uint32_t c = tk(k, m->head)->child; c != NONE; c = tk(k, c)->next) {
			uint32_t n = tk(k, c)->deprel == DEP_APPOS && c > m->head ? k->d->mention_of[c] : NONE;
			const struct mention *x = n == NONE ? NULL : &k->d->mentions.at[n];

			if (!x || x->how != MENTION_NAME || x->n_entities != 1 || k->d->entities.at[x->entities[0]].kind != KIND_PERSON || x->entities[0] == e)
				continue;
			struct entity *person = &k->d->entities.at[x->entities[0]];

			if (!person->country[0])
				memcpy(person->country, k->d->entities.at[e].country, 4);
			if (!person->sector[0] || (!strcmp(k->d->entities.at[e].sector, "PTY") && !person->office.n))	/* "the nominee, lawyer Ann Smith" */
				memcpy(person->sector, k->d->entities.at[e].sector, 4);
			mention_means(k, (uint32_t)i, x->entities, 1);
			break;
		}
	}
}

void named_of_people(const struct linking *k)
{
	for (size_t i = 0; i < k->d->mentions.n; i++) {
		const struct mention *m = &k->d->mentions.at[i];
		const struct entity *x = m->n_entities == 1 && m->how == MENTION_DESCRIPTION && m->first == m->last ? &k->d->entities.at[m->entities[0]] : NULL;
		uint32_t name = x && tk(k, m->head)->deprel == DEP_APPOS && tk(k, m->head)->head < m->head ? person_mention(k, tk(k, m->head)->head) : NONE;

		if (name == NONE || x->kind != KIND_PERSON || !x->country[0] || !tk(k, m->head)->cased)
			continue;
		uint32_t e = k->d->mentions.at[name].entities[0];

		if (k->who.at[e] == NONE && !k->d->entities.at[e].country[0])
			memcpy(k->d->entities.at[e].country, x->country, 4);
	}
}

/* "She is mayor of Dover", now that it is known who she is. */
void title_pronouns(struct linking *k)
{
	for (uint32_t t = 0; t < k->d->tokens.n; t++) {
		uint32_t first, last, be = doc_child(k->d, t, DEP_COP), s = be == NONE ? NONE : doc_child(k->d, t, DEP_NSUBJ), m = s == NONE ? NONE : k->d->mention_of[s];
		struct str prefix;

		if (m == NONE || k->d->mentions.at[m].how != MENTION_PRONOUN || k->d->mentions.at[m].n_entities != 1 ||
		    k->d->entities.at[k->d->mentions.at[m].entities[0]].kind != KIND_PERSON || (tk(k, be)->bits & (FEAT_FIN | FEAT_PAST)) != FEAT_FIN ||
		    doc_child(k->d, t, DEP_MARK) != NONE || (tk(k, t)->bits & FEAT_PLUR) || is_denied(k, t))
			continue;
		const struct agent *x = agent_at(k, t, &first, &last, &prefix);

		if (!x || x->kind != KIND_PERSON || !(x->office.n || x->leader || x->member))
			continue;
		struct belongs b = owner(k, t, first, last, prefix, false);

		add_title(k, x, m, first, t, last, &b);
		if (k->d->mention_of[t] != NONE && k->d->mentions.at[k->d->mention_of[t]].how == MENTION_DESCRIPTION)
			mention_means(k, k->d->mention_of[t], k->d->mentions.at[m].entities, 1);
	}
}
