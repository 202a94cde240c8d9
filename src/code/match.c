#include "code/match.h"

#include "base/unicode.h"
#include "code/context.h"

/* "stelde het bedrog aan de kaak": the parser makes a particle of an idiom's preposition and hangs its noun on it, or beside it without case. */
static uint32_t idiom_noun(const struct coding *c, uint32_t t, const struct fixed_part *p)
{
	enum { NEAR = 3 };

	for (uint32_t k = tok(c, t)->child; k != NONE; k = tok(c, k)->next) {
		if (tok(c, k)->deprel != DEP_COMPOUND_PRT || (!str_eq(c->keys[k], frames_str(c->f, p->prep)) && !str_eq(unicode_lower_str(c->d->a, tok(c, k)->form), frames_str(c->f, p->prep))))	/* "ten", a form of "te" */
			continue;
		for (uint32_t i = tok(c, k)->child; i != NONE; i = tok(c, i)->next)
			if (word_in(c, p->words, i))
				return i;
		for (uint32_t i = tok(c, k)->next; i != NONE && i <= k + NEAR; i = tok(c, i)->next)
			if (i > k && doc_child(c->d, i, DEP_CASE) == NONE && word_in(c, p->words, i))
				return i;
	}
	return NONE;
}

/* An object, or a content clause that may take its place: "are reported to fight". */
static bool has_object_slot(const struct coding *c, const struct frame *f)
{
	for (uint32_t i = f->slots.first; i < f->slots.first + f->slots.n; i++)
		for (uint32_t k = c->f->slots[i].alternatives.first; k < c->f->slots[i].alternatives.first + c->f->slots[i].alternatives.n; k++)
			if (c->f->alternatives[k].position == POS_OBJ || (c->f->alternatives[k].position == POS_COMP && c->f->slots[i].required))
				return true;
	for (uint32_t i = f->fixed.first; i < f->fixed.first + f->fixed.n; i++)
		if (c->f->fixed[i].position == POS_OBJ)
			return true;
	return false;
}

/* "werd gewaarschuwd", "is reported": an auxiliary of the passive alone, unlike that of "is afgetreden". */
static bool is_plainly_passive(const struct coding *c, uint32_t v)
{
	uint32_t aux = doc_child(c->d, v, DEP_AUX_PASS);

	if (aux == NONE && tok(c, v)->deprel == DEP_CONJ && tok(c, v)->head != NONE && doc_child(c->d, v, DEP_AUX) == NONE)
		aux = doc_child(c->d, tok(c, v)->head, DEP_AUX_PASS);
	return aux != NONE && !(c->cues[aux] & CUE_PASSIVE_PERFECT);
}

/* Verb and fixed part are looked for as dependents; a fixed part may also be any dependent word ("bekend maken"). */
static uint32_t find_fixed(const struct coding *c, const struct match *m, uint32_t t, const struct fixed_part *p, uint32_t complement)
{
	struct heads h = { .n = 0 };

	if (p->position == POS_OBJ && complement != NONE && word_in(c, p->words, complement))
		return complement;
	/* "+ adj:fierce": any adjective, of which the position alone has those that name somebody */
	if (p->position == POS_SUBJ && is_passive(c, t) && !is_plainly_passive(c, t) && !has_object_slot(c, &c->f->frames[m->frame]))
		objects(c, t, &h);	/* "zijn afgegaan" */
	else
		fillers(c, t, p->position == POS_ADJ ? POS_COMPOUND : (enum position)p->position, frames_str(c->f, p->prep), &h);
	for (uint32_t i = 0; i < h.n; i++) {
		uint32_t inner = measured(c, h.at[i]);

		if (word_in(c, p->words, h.at[i]) || (inner != NONE && word_in(c, p->words, inner)))
			return h.at[i];
	}
	if (p->position == POS_PREP) {
		uint32_t noun = idiom_noun(c, t, p);

		if (noun != NONE)
			return noun;
	}
	if (p->position == POS_PREP && frames_in_class(c->f, c->keys[t], c->f->harm))	/* "are killed and 40 are wounded in a bombing" */
		for (uint32_t k = tok(c, t)->child; k != NONE; k = tok(c, k)->next) {
			struct heads g = { .n = 0 };

			if (tok(c, k)->deprel != DEP_CONJ || (tok(c, k)->upos != UPOS_VERB && tok(c, k)->upos != UPOS_ADJ) || !frames_in_class(c->f, c->keys[k], c->f->harm))
				continue;
			fillers(c, k, POS_PREP, frames_str(c->f, p->prep), &g);
			for (uint32_t i = 0; i < g.n; i++)
				if (word_in(c, p->words, g.at[i]))
					return g.at[i];
		}
	for (uint32_t i = 0; i < h.n && p->position == POS_COMP; i++)	/* its small words: "said that it must leave", "asked whether", "pleads not guilty" */
		for (uint32_t k = tok(c, h.at[i])->child; k != NONE; k = tok(c, k)->next) {
			enum deprel r = tok(c, k)->deprel;

			if ((r == DEP_AUX || r == DEP_AUX_PASS || r == DEP_MARK || (r == DEP_ADVMOD && has_cue(c, k, CUE_NEGATOR))) && word_in(c, p->words, k))
				return k;
		}
	uint32_t object = p->position == POS_COMP && tok(c, t)->upos == UPOS_VERB ? doc_child(c->d, t, DEP_OBJ) : NONE;

	for (uint32_t o = object; o != NONE; o = o == object ? doc_child(c->d, object, DEP_CONJ) : NONE)	/* "leaves 12 soldiers and two civilians dead" */
		for (uint32_t k = tok(c, o)->child; k != NONE; k = tok(c, k)->next)
			if (k > o && tok(c, k)->deprel == DEP_AMOD && tok(c, k)->upos == UPOS_ADJ && word_in(c, p->words, k))
				return k;
	for (uint32_t i = 0; i < m->n_fixed && p->position != POS_SUBJ && p->position != POS_OBJ; i++) {
		struct heads g = { .n = 0 };

		if (tok(c, m->fixed[i])->upos == UPOS_VERB)
			continue;
		fillers(c, m->fixed[i], p->position, frames_str(c->f, p->prep), &g);
		for (uint32_t k = 0; k < g.n; k++)
			if (word_in(c, p->words, g.at[k]))
				return g.at[k];
	}
	if (p->position == POS_OBJ || p->position == POS_COMP)
		for (uint32_t k = tok(c, t)->child; k != NONE; k = tok(c, k)->next) {
			enum deprel r = tok(c, k)->deprel;

			bool clause = p->position == POS_OBJ && tok(c, k)->upos == UPOS_VERB && doc_child(c->d, k, DEP_OBJ) != NONE;	/* "begins supplying arms" */

			if (((r == DEP_OBJ && p->position == POS_OBJ) || r == DEP_XCOMP || r == DEP_COMPOUND_PRT || r == DEP_ADVMOD || r == DEP_OBL || r == DEP_COMPOUND || r == DEP_EXPL_PV) && word_in(c, p->words, k) &&
			    doc_child(c->d, k, DEP_CASE) == NONE && !clause)
				return k;
		}
	return NONE;
}

static bool put_fill(struct match *m, uint8_t role, uint32_t head, bool prep)
{
	for (uint32_t i = 0; i < m->n; i++)
		if (m->fill[i].head == head && m->fill[i].role == role)
			return false;
	if (m->n == FILLS_MAX)
		return false;
	m->fill[m->n++] = (struct fill){ role, prep, head };
	return true;
}

static bool is_fixed(const struct match *m, uint32_t t)
{
	for (uint32_t i = 0; i < m->n_fixed; i++)
		if (m->fixed[i] == t)
			return true;
	return false;
}

/* "Duwaik, member of the council": what stands beside a name says what its bearer is; many are not one. */
static void apposed(const struct coding *c, uint32_t n, struct heads *h)
{
	uint32_t of = tok(c, n)->deprel == DEP_APPOS ? tok(c, n)->head : NONE, m = of == NONE ? NONE : mention_for(c, of);

	if (m == NONE || c->d->mentions.at[m].how != MENTION_NAME || ((tok(c, n)->bits & FEAT_PLUR) && doc_child(c->d, of, DEP_CONJ) == NONE))
		return;
	h->at[h->n++] = of;
	for (uint32_t k = tok(c, of)->child; k != NONE && k < n && h->n < HEADS_MAX; k = tok(c, k)->next)
		if (tok(c, k)->deprel == DEP_CONJ && is_nominal(c, k))
			h->at[h->n++] = k;
}

/* The fillers of one alternative: at the trigger, else at its fixed nouns ("pay a visit to": the phrase may hang on either). */
static void alternative_fillers(const struct coding *c, const struct match *m, const struct alternative *a, uint32_t complement, struct heads *h)
{
	struct str prep = frames_str(c->f, a->prep);

	if (a->position == POS_OBJ && complement != NONE && tok(c, m->trigger)->upos == UPOS_VERB) {
		h->at[h->n++] = complement;
		for (uint32_t k = tok(c, complement)->child; k != NONE && h->n < HEADS_MAX; k = tok(c, k)->next)
			if (tok(c, k)->deprel == DEP_CONJ && is_nominal(c, k))
				h->at[h->n++] = k;
		return;
	}
	/* a verb without object has no passive: what looks like its passive subject is its subject ("is afgetreden") */
	if (a->position == POS_SUBJ && ((is_passive(c, m->trigger) && !is_plainly_passive(c, m->trigger)) || is_nominalised(c, m->trigger)) && !has_object_slot(c, &c->f->frames[m->frame]))
		objects(c, m->trigger, h);
	else
		fillers(c, m->trigger, a->position, prep, h);
	if (!h->n && a->position == POS_SUBJ && c->f->frames[m->frame].is_state && c->f->frames[m->frame].kind == FRAME_NOUN)
		apposed(c, m->trigger, h);
	for (uint32_t i = 0; !h->n && i < m->n_fixed; i++)
		if (a->position == POS_PREP || a->position == POS_GEN || a->position == POS_POSS || a->position == POS_ADJ || a->position == POS_COMPOUND || a->position == POS_COMP ||
		    a->position == POS_SUBJ_OF)
			fillers(c, m->fixed[i], a->position, prep, h);
}

/* "abduction of tourists": a noun whose frame gives "of" first to another role does not take it for whose the deed is. */
static bool of_is_another(const struct coding *c, const struct match *m, const struct slot *s)
{
	const struct frame *f = &c->f->frames[m->frame];

	for (uint32_t i = f->slots.first; f->kind == FRAME_NOUN && i < f->slots.first + f->slots.n; i++) {
		const struct slot *o = &c->f->slots[i];
		const struct alternative *a = &c->f->alternatives[o->alternatives.first];

		if (o != s && o->role != s->role && o->alternatives.n && a->position == POS_PREP &&
		    (frames_cue_lemma(c->f, frames_str(c->f, a->prep)) & CUE_GENITIVE))
			return true;
	}
	return false;
}

static bool is_agent(const struct coding *c, uint32_t k, uint32_t noun)
{
	uint32_t by = doc_child(c->d, k, DEP_CASE);

	return k > noun && by != NONE && (c->cues[by] & CUE_PASSIVE_AGENT) && mention_for(c, k) != NONE;
}

/* "the murder of a journalist by two officers": whose a deed is is no actor where an agent is named, be it that the parser hangs the agent on the
 * victim. */
static bool has_agent(const struct coding *c, uint32_t noun)
{
	for (uint32_t k = tok(c, noun)->child; k != NONE; k = tok(c, k)->next) {
		if (is_agent(c, k, noun))
			return true;
		for (uint32_t i = k > noun && tok(c, k)->deprel == DEP_NMOD ? tok(c, k)->child : NONE; i != NONE; i = tok(c, i)->next)
			if (is_agent(c, i, noun))
				return true;
	}
	return false;
}

/* "anger over the course of Turkey": the owner of what the noun is about does not do it. */
static bool owns_another(const struct coding *c, const struct match *m, const struct alternative *a, uint32_t t)
{
	uint32_t n = tok(c, t)->deprel == DEP_CONJ ? tok(c, tok(c, t)->head)->head : tok(c, t)->head;

	if (a->position != POS_PREP || !(frames_cue_lemma(c->f, frames_str(c->f, a->prep)) & CUE_GENITIVE) || tok(c, m->trigger)->upos != UPOS_NOUN ||
	    n == NONE || n == m->trigger || is_fixed(m, n) || tok(c, n)->head != m->trigger || tok(c, n)->deprel != DEP_NMOD)
		return false;
	uint32_t of = doc_child(c->d, n, DEP_CASE);

	return of != NONE && !(c->cues[of] & CUE_GENITIVE);
}

/* "between supporters of Smith and the police": the second side hung on the owner of the first, of whose kind it is not. */
static void other_side(const struct coding *c, struct heads *h)
{
	uint32_t owner = doc_child(c->d, h->at[0], DEP_NMOD);
	const struct entity *x = owner == NONE ? NULL : entity_meant(c, owner);

	for (uint32_t k = x ? tok(c, owner)->child : NONE; k != NONE && h->n < HEADS_MAX; k = tok(c, k)->next) {
		const struct entity *y = tok(c, k)->deprel == DEP_CONJ ? entity_meant(c, k) : NULL;

		if (y && y->kind != x->kind)
			h->at[h->n++] = k;
	}
}

/* "In Lima, he asks for help": what stands before the verb says where, not of whom. */
static bool is_scene(const struct coding *c, const struct match *m, const struct alternative *a, uint32_t t)
{
	return a->position == POS_PREP && t < m->trigger && tok(c, m->trigger)->upos == UPOS_VERB && (frames_cue_lemma(c->f, frames_str(c->f, a->prep)) & CUE_WITHIN);
}

/* "the Bergen Barracks shooting", "the airport bombing": a building before a deed of force is where it was, and does nothing. */
static bool is_scene_of_force(const struct coding *c, const struct match *m, const struct alternative *a, uint32_t t)
{
	return c->f->frames[m->frame].type == EVENT_ASSAULT && (a->position == POS_GEN || a->position == POS_COMPOUND) && tok(c, t)->deprel != DEP_NMOD_POSS &&
	       frames_in_class(c->f, c->keys[t], c->f->facility);
}

/* "captured the city of Quneitra": the noun means the place. */
static bool is_named_place(const struct coding *c, uint32_t t)
{
	uint32_t m = c->d->mention_of[t];
	const struct entity *x = m == NONE || c->d->mentions.at[m].how != MENTION_NAME ? NULL : entity_meant(c, t);

	return x && x->kind == KIND_PLACE;
}

static bool fill_slot(const struct coding *c, struct match *m, const struct slot *s, uint32_t complement, bool all)
{
	uint32_t filled = 0;

	for (uint32_t i = s->alternatives.first; i < s->alternatives.first + s->alternatives.n; i++) {
		const struct alternative *a = &c->f->alternatives[i];
		struct heads h = { .n = 0 };
		bool core = a->position == POS_SUBJ || a->position == POS_OBJ || a->position == POS_IOBJ;

		alternative_fillers(c, m, a, complement, &h);
		if (a->position == POS_PREP && h.n == 1 && s->role == ROLE_ACTOR)
			other_side(c, &h);
		bool any = false, beside = false;

		for (uint32_t k = 0; k < h.n; k++) {
			bool fits = !is_fixed(m, h.at[k]) && conditions_hold(c, a->conditions, h.at[k]);

			any |= fits;
			beside |= fits && tok(c, h.at[k])->deprel == DEP_OBJ;
		}
		for (uint32_t j = 0; !any && a->position == POS_PREP && j < m->n_fixed; j++) {
			struct heads g = { .n = 0 };

			fillers(c, m->fixed[j], a->position, frames_str(c->f, a->prep), &g);
			for (uint32_t k = 0; k < g.n && h.n < HEADS_MAX; k++)
				h.at[h.n++] = g.at[k];
		}
		for (uint32_t k = 0; k < h.n; k++) {
			/* "calls him a dictator": what he is called is nobody else */
			if (beside && a->position == POS_OBJ && is_fixed(m, h.at[k]) && tok(c, h.at[k])->deprel != DEP_NSUBJ_PASS) {
				m->score += conditions_hold(c, a->conditions, h.at[k]) ? (a->conditions.n ? 2 : 1) + is_actor(c, h.at[k]) : 0;
				continue;
			}
			/* a fixed part is a participant only when it is an actor or somebody's: "+ obj:burger,soldaat", "two Armenian drones";
			 * it may be goods, topic, agreement */
			if ((is_fixed(m, h.at[k]) && (s->role == ROLE_ACTOR || (s->role == ROLE_RECIPIENT && owner_of(c, h.at[k]) == NONE)) &&
			     !is_actor(c, h.at[k]) && !(s->role == ROLE_RECIPIENT && is_named_place(c, h.at[k]))) ||
			    !conditions_hold(c, a->conditions, h.at[k]) || (s->role == ROLE_RECIPIENT && is_scene(c, m, a, h.at[k])) || (s->role == ROLE_ACTOR && (owns_another(c, m, a, h.at[k]) || is_scene_of_force(c, m, a, h.at[k]))) ||
			    (a->position == POS_GEN && h.at[k] > m->trigger && (of_is_another(c, m, s) || (s->role == ROLE_ACTOR && has_agent(c, m->trigger)))))
				continue;
			if (put_fill(m, (uint8_t)s->role, h.at[k], !core)) {
				filled++;
				m->score += a->conditions.n ? 2 : 1;
				m->score += is_actor(c, h.at[k]);
			}
		}
		if (filled && !all)
			break;
	}
	return filled > 0;
}

/* Noun triggers under support verbs: "paid a visit", "drew criticism". */
static void use_support(const struct coding *c, struct match *m)
{
	bool as_object = false;
	uint32_t v = governing_verb(c, m->trigger, &as_object);
	uint32_t heads[1];
	struct heads h = { .n = 0 };
	bool support, receive;

	if (v == NONE || !as_object)
		return;
	support = frames_in_class(c->f, c->keys[v], c->f->support);
	receive = frames_in_class(c->f, c->keys[v], c->f->receive);
	if (!support && !receive)
		return;
	m->support = v;
	if (match_role(m, support ? ROLE_ACTOR : ROLE_RECIPIENT, heads, 1))
		return;
	subjects(c, v, &h);
	for (uint32_t i = 0; i < h.n; i++)
		if (is_actor(c, h.at[i]) && put_fill(m, support ? ROLE_ACTOR : ROLE_RECIPIENT, h.at[i], false))
			m->score += 2;
}

enum { USERS_OWN = 1000 };		/* more than any other frame can score */

static bool try_frame(const struct coding *c, uint32_t t, uint32_t index, uint32_t complement, struct match *m)
{
	const struct frame *f = &c->f->frames[index];

	*m = (struct match){ .frame = index, .trigger = t, .particle = NONE, .support = NONE, .lacks_slot = NONE };
	for (uint32_t i = f->fixed.first; i < f->fixed.first + f->fixed.n; i++) {
		uint32_t at = find_fixed(c, m, t, &c->f->fixed[i], complement);

		if (at == NONE || m->n_fixed == 8) {
			m->lacks_fixed = true;
			return false;
		}
		m->fixed[m->n_fixed++] = at;
		m->score += 4;
	}
	for (uint32_t i = f->slots.first; i < f->slots.first + f->slots.n; i++) {
		const struct slot *s = &c->f->slots[i];
		bool ok = fill_slot(c, m, s, complement, f->symmetric);

		if (!ok && s->required && f->kind == FRAME_NOUN) {
			use_support(c, m);
			ok = match_role(m, s->role, (uint32_t[1]){ 0 }, 1) > 0;
		}
		if (!ok && s->required) {
			m->lacks_slot = i;
			return false;
		}
	}
	if (f->kind == FRAME_NOUN && !f->is_state)
		use_support(c, m);
	if (f->mode.n)
		m->score++;
	m->score += f->user ? USERS_OWN : 0;
	return true;
}

static bool has_only_adverbs(const struct coding *c, uint32_t t)
{
	for (uint32_t k = tok(c, t)->child; k != NONE; k = tok(c, k)->next)
		if ((tok(c, k)->deprel != DEP_ADVMOD && tok(c, k)->deprel != DEP_NUMMOD) || k > t)	/* "the three detained suspects" */
			return false;
	return true;
}

/* "vasthoudende", "remaining", "detained": a participle alone before a noun describes it and tells no event. */
static bool describes(const struct coding *c, uint32_t t)
{
	const struct token *x = tok(c, t);
	struct str key = c->keys[t];

	if (x->deprel != DEP_AMOD)
		return false;
	if ((x->bits & FEAT_PART) && (x->bits & FEAT_PRES))
		return true;
	if ((x->bits & FEAT_PART) && has_only_adverbs(c, t))	/* "the detained journalist", not "the journalist detained in Minsk" */
		return true;
	return (x->bits & FEAT_PART) && x->form.n > key.n && x->form.n <= key.n + 2 && memcmp(x->form.p, key.p, key.n) == 0;
}

static bool kind_fits(const struct coding *c, uint32_t t, const struct frame *f)
{
	switch (f->kind) {
	case FRAME_VERB:
		return tok(c, t)->upos == UPOS_VERB || tok(c, t)->upos == UPOS_AUX ||
		       (tok(c, t)->upos == UPOS_ADJ && (tok(c, t)->bits & FEAT_PART)) || (tok(c, t)->upos == UPOS_NOUN && (tok(c, t)->bits & FEAT_INF));
	case FRAME_NOUN:
		return tok(c, t)->upos == UPOS_NOUN || tok(c, t)->upos == UPOS_PROPN || (tok(c, t)->upos == UPOS_VERB && (tok(c, t)->bits & FEAT_GER));
	default:
		return tok(c, t)->upos == UPOS_ADJ || tok(c, t)->upos == UPOS_ADV || (tok(c, t)->upos == UPOS_VERB && (tok(c, t)->bits & FEAT_PART));
	}
}

/* "joins Norway in condemning": what is joined is the deed. */
static bool joins_in(const struct coding *c, uint32_t v)
{
	for (uint32_t k = tok(c, v)->child; k != NONE; k = tok(c, k)->next)
		if (k > v && (tok(c, k)->deprel == DEP_ADVCL || tok(c, k)->deprel == DEP_XCOMP) && (tok(c, k)->bits & (FEAT_GER | FEAT_PRES)) &&
		    (has_cue(c, doc_child(c->d, k, DEP_MARK), CUE_WITHIN) || has_cue(c, doc_child(c->d, k, DEP_CASE), CUE_WITHIN)))
			return true;
	return false;
}

/* "becomes the first president to visit Peru": who is told to be president is so already. */
static bool is_first_to(const struct coding *c, uint32_t v, const struct match *m)
{
	uint32_t noun = m->n_fixed ? m->fixed[0] : m->n ? m->fill[m->n - 1].head : NONE;

	if (noun == NONE)
		return false;
	for (uint32_t t = noun + 1; t < c->d->sentences.at[tok(c, v)->sentence].end; t++)
		if ((tok(c, t)->bits & FEAT_INF) && noun_over(c, t) == noun)
			return true;
	return false;
}

/* "a man named John Smith": that is his name, no office. */
static bool is_only_called(const struct coding *c, uint32_t v, const struct match *m)
{
	uint32_t heads[1];

	if (tok(c, v)->deprel != DEP_ACL || !(tok(c, v)->bits & FEAT_PART) || v + 1 >= c->d->tokens.n || tok(c, v + 1)->upos != UPOS_PROPN || match_role(m, ROLE_OFFICE, heads, 1))
		return false;
	return doc_child(c->d, v, DEP_AUX_PASS) == NONE && doc_under(c->d, v + 1, v);
}

/* "an attack on protesting students": the participle says who they are, not what is done to them. */
static bool describes_its_object(const struct coding *c, uint32_t v)
{
	uint32_t object = doc_child(c->d, v, DEP_OBJ);

	return tok(c, v)->deprel == DEP_ACL && (tok(c, v)->bits & (FEAT_GER | FEAT_PRES)) && (doc_child(c->d, v, DEP_MARK) != NONE || doc_child(c->d, object == NONE ? v : object, DEP_CASE) != NONE) && object == v + 1 && (tok(c, object)->bits & FEAT_PLUR) &&
	       mention_for(c, object) != NONE;
}

/* Has the frame a use for token t? */
static bool takes(const struct match *m, uint32_t t)
{
	for (uint32_t i = 0; i < m->n; i++)
		if (m->fill[i].head == t)
			return true;
	return is_fixed(m, t);
}

/* How the lemma of a frame was come by: the word itself, the end of a compound, a verb joined with its particle, the verb without it. */
enum found { FOUND_WORD, FOUND_SUFFIX, FOUND_JOINED, FOUND_BARE };

static void consider(const struct coding *c, uint32_t t, struct range r, enum found found, uint32_t complement, struct match *event, struct match *state)
{
	for (uint32_t i = r.first; i < r.first + r.n; i++) {
		uint32_t index = c->f->key_frames[i];
		const struct frame *f = &c->f->frames[index];
		struct match m, *best = f->is_state ? state : event;

		if ((f->suffix_only && found != FOUND_SUFFIX) || (found == FOUND_BARE && !f->fixed.n) || (found == FOUND_JOINED && !f->parted))
			continue;		/* "set up" is no "upset" */
		if (!kind_fits(c, t, f) || !try_frame(c, t, index, complement, &m))
			continue;
		if (complement != NONE && !takes(&m, complement))	/* "gave a million in aid" is no giving in */
			continue;
		m.score += found == FOUND_JOINED ? 3 : 0;
		if (best->frame == NONE || m.score > best->score)
			*best = m;
	}
}

/* "beschuldigde Frankrijk van steun": the parser made a particle of a preposition and hung its noun on it. */
static bool particle_is_preposition(const struct coding *c, uint32_t v)
{
	uint32_t particle = doc_child(c->d, v, DEP_COMPOUND_PRT), noun = particle == NONE ? NONE : doc_child(c->d, particle, DEP_FIXED);

	return noun != NONE && tok(c, noun)->upos == UPOS_NOUN && !frames_of(c->f, c->keys[v]).n;
}

bool match_trigger(const struct coding *c, uint32_t t, struct match *event, struct match *state)
{
	size_t cut;

	event->frame = state->frame = NONE;
	if (describes(c, t))
		return false;
	switch (tok(c, t)->upos) {
	case UPOS_VERB: case UPOS_AUX: {
		struct str keys[8];
		uint32_t complement[8];
		unsigned n = verb_keys(c, t, keys, complement);

		if (tok(c, t)->upos == UPOS_AUX && tok(c, t)->deprel != DEP_ROOT && tok(c, t)->deprel != DEP_CONJ)
			return false;
		for (unsigned i = 0; i < n; i++) {
			bool own = keys[i].p == c->keys[t].p, bare = !own && keys[i].p >= tok(c, t)->lemma.p && keys[i].p < tok(c, t)->lemma.p + tok(c, t)->lemma.n;

			consider(c, t, frames_of(c->f, keys[i]), own || (bare && particle_is_preposition(c, t)) ? FOUND_WORD : bare ? FOUND_BARE : FOUND_JOINED, complement[i], event, state);
		}
		break;
	}
	case UPOS_NOUN: case UPOS_PROPN: case UPOS_ADJ: case UPOS_ADV:
		if (tok(c, t)->upos != UPOS_ADJ && tok(c, t)->upos != UPOS_ADV && tok(c, t)->deprel == DEP_COMPOUND)
			return false;
		consider(c, t, frames_of(c->f, c->keys[t]), FOUND_WORD, NONE, event, state);
		if (event->frame == NONE && tok(c, t)->upos == UPOS_NOUN) {
			struct range r = frames_of_suffix(c->f, c->keys[t], &cut);

			consider(c, t, r, FOUND_SUFFIX, NONE, event, state);
		}
		break;
	default:
		return false;
	}
	if (event->frame != NONE && c->f->frames[event->frame].silent) {
		if (state->frame != NONE && event->n_fixed && !state->n_fixed)	/* "the deputy commander of" leads nothing */
			state->frame = NONE;
		event->frame = NONE;
	}
	if (event->frame != NONE && c->f->frames[event->frame].type == EVENT_PROTEST && describes_its_object(c, t))
		event->frame = NONE;
	if (event->frame != NONE && c->f->frames[event->frame].type == EVENT_JOIN && !event->n_fixed && joins_in(c, t))
		event->frame = state->frame = NONE;
	if (event->frame != NONE && c->f->frames[event->frame].type == EVENT_APPOINT && (is_first_to(c, t, event) || is_only_called(c, t, event)))
		event->frame = NONE;
	if (state->frame != NONE && c->f->frames[state->frame].type == RELATION_HOLDS_OFFICE && is_first_to(c, t, state))
		state->frame = NONE;
	return event->frame != NONE || state->frame != NONE;
}

uint32_t match_role(const struct match *m, enum role role, uint32_t *heads, uint32_t max)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < m->n && n < max; i++)
		if (m->fill[i].role == role)
			heads[n++] = m->fill[i].head;
	return n;
}

#define WORD_(n, w) w,

/* "actor=subj", with the conditions that a filler must meet. */
static struct str slot_text(const struct coding *c, const struct slot *s)
{
	static const char *const roles[] = { ROLES(WORD_) }, *const positions[] = { POSITIONS(WORD_) }, *const conditions[] = { CONDITIONS(WORD_) };
	struct buf b;

	buf_init(&b, c->d->a);
	buf_printf(&b, "%s=", roles[s->role]);
	for (uint32_t i = s->alternatives.first; i < s->alternatives.first + s->alternatives.n; i++) {
		const struct alternative *a = &c->f->alternatives[i];

		if (i > s->alternatives.first)
			buf_byte(&b, ',');
		if (a->position == POS_PREP)
			buf_add(&b, frames_str(c->f, a->prep));
		else
			buf_add(&b, str_c(positions[a->position]));
		for (uint32_t k = a->conditions.first; k < a->conditions.first + a->conditions.n; k++) {
			const struct condition_row *x = &c->f->conditions[k];

			buf_printf(&b, "%s%s", k == a->conditions.first ? "[" : ",", x->negated ? "^" : "");
			if (x->kind == COND_CLASS)
				buf_printf(&b, "@%.*s", STR_ARG(frames_str(c->f, c->f->classes[x->class_id])));
			else if (x->kind == COND_LEMMA)
				buf_printf(&b, "=%.*s", STR_ARG(frames_str(c->f, x->lemma)));
			else
				buf_add(&b, str_c(conditions[x->kind]));
		}
		if (a->conditions.n)
			buf_byte(&b, ']');
	}
	return buf_str(&b);
}

static struct str fixed_text(const struct coding *c, const struct frame *f)
{
	static const char *const positions[] = { POSITIONS(WORD_) };
	enum { WORDS_SHOWN = 4 };
	struct buf b;

	buf_init(&b, c->d->a);
	for (uint32_t i = f->fixed.first; i < f->fixed.first + f->fixed.n; i++) {
		const struct fixed_part *p = &c->f->fixed[i];

		buf_add(&b, STR("+ "));
		buf_add(&b, p->position == POS_PREP ? frames_str(c->f, p->prep) : str_c(positions[p->position]));
		for (uint32_t k = p->words.first; k < p->words.first + p->words.n && k < p->words.first + WORDS_SHOWN; k++) {
			const struct word_row *w = &c->f->words[k];

			buf_byte(&b, k == p->words.first ? ':' : ',');
			if (w->class_id != NONE)
				buf_printf(&b, "@%.*s", STR_ARG(frames_str(c->f, c->f->classes[w->class_id])));
			else
				buf_add(&b, frames_str(c->f, w->lemma));
		}
		if (p->words.n > WORDS_SHOWN)
			buf_add(&b, STR(",…"));
		buf_byte(&b, ' ');
	}
	return buf_str(&b);
}

void tell_trials(const struct coding *c, uint32_t t, uint32_t chosen_event, uint32_t chosen_state)
{
	struct str keys[8] = { c->keys[t] };
	uint32_t complement[8] = { NONE };
	bool verb = tok(c, t)->upos == UPOS_VERB || tok(c, t)->upos == UPOS_AUX;
	unsigned n = verb ? verb_keys(c, t, keys, complement) : 1;

	for (unsigned k = 0; k < n; k++) {
		struct range r = frames_of(c->f, keys[k]);

		for (uint32_t i = r.first; i < r.first + r.n; i++) {
			uint32_t index = c->f->key_frames[i];
			const struct frame *f = &c->f->frames[index];
			struct match m;
			struct str lacks = STR_NONE;

			if (!kind_fits(c, t, f) || f->suffix_only)
				continue;
			if (!try_frame(c, t, index, complement[k], &m))
				lacks = m.lacks_fixed ? fixed_text(c, f) : slot_text(c, &c->f->slots[m.lacks_slot]);
			vec_add(c->d->a, &c->d->trials, ((struct trial){ t, index, index == chosen_event || index == chosen_state, lacks }));
		}
	}
}
