/* syntax.c - who stands where to a verb or noun, as frames ask for it. */
#include "code/syntax.h"

#include "code/subject.h"

enum { CONJUNCTS = 6 };		/* participles that share an auxiliary */

bool is_nominal(const struct coding *c, uint32_t t)
{
	switch (tok(c, t)->upos) {
	case UPOS_NOUN: case UPOS_PROPN: case UPOS_PRON: case UPOS_NUM: case UPOS_X: case UPOS_SYM:
		return true;
	case UPOS_ADJ: case UPOS_DET:
		return tok(c, t)->deprel != DEP_AMOD && tok(c, t)->deprel != DEP_DET;
	default:
		return false;
	}
}

bool has_cue(const struct coding *c, uint32_t t, uint64_t cue)
{
	return t != NONE && (c->cues[t] & cue) != 0;
}

uint32_t child_with_cue(const struct coding *c, uint32_t t, uint64_t cue)
{
	for (uint32_t k = tok(c, t)->child; k != NONE; k = tok(c, k)->next)
		if (c->cues[k] & cue)
			return k;
	return NONE;
}

static bool frame_has(const struct coding *c, const struct frame *f, enum position p)
{
	for (uint32_t k = f->slots.first; k < f->slots.first + f->slots.n; k++)
		for (uint32_t a = c->f->slots[k].alternatives.first; a < c->f->slots[k].alternatives.first + c->f->slots[k].alternatives.n; a++)
			if (c->f->alternatives[a].position == p)
				return true;
	return false;
}

bool needs_object(const struct coding *c, uint32_t v)
{
	struct range r = frames_of(c->f, c->keys[v]);
	bool any = false;

	for (uint32_t i = r.first; i < r.first + r.n; i++) {
		const struct frame *f = &c->f->frames[c->f->key_frames[i]];
		bool object = frame_has(c, f, POS_OBJ);

		if (f->kind != FRAME_VERB || f->silent || f->fixed.n || (!object && !frame_has(c, f, POS_SUBJ)))
			continue;
		if (!object)
			return false;
		any = true;
	}
	return any;
}

bool may_have_object(const struct coding *c, uint32_t v)
{
	struct range r = frames_of(c->f, c->keys[v]);
	bool any = false;

	for (uint32_t i = r.first; i < r.first + r.n; i++) {
		const struct frame *f = &c->f->frames[c->f->key_frames[i]];

		if (f->kind != FRAME_VERB || f->fixed.n)
			continue;
		any = true;
		if (frame_has(c, f, POS_OBJ))
			return true;
	}
	return !any;
}

/* "is omgebracht": the perfect of a passive has the auxiliary of an active perfect; a verb that lacks its object tells them apart. */
static bool is_passive_perfect(const struct coding *c, uint32_t v)
{
	uint32_t aux = doc_child(c->d, v, DEP_AUX);

	return (tok(c, v)->bits & FEAT_PART) && !(tok(c, v)->bits & FEAT_PRES) && has_cue(c, aux, CUE_PASSIVE_PERFECT) && doc_child(c->d, v, DEP_OBJ) == NONE &&
	       doc_child(c->d, v, DEP_XCOMP) == NONE && doc_child(c->d, v, DEP_CCOMP) == NONE && needs_object(c, v);
}

/* "one was killed and two others wounded": the auxiliary of the first serves the second, which has a subject of its own and no object. */
static bool lacks_auxiliary(const struct coding *c, uint32_t v)
{
	const struct token *t = tok(c, v);

	return t->deprel == DEP_CONJ && t->head != NONE && t->head < v && !(t->bits & (FEAT_FIN | FEAT_PRES)) && doc_child(c->d, v, DEP_AUX) == NONE &&
	       doc_child(c->d, v, DEP_OBJ) == NONE && doc_child(c->d, v, DEP_NSUBJ) != NONE && doc_child(c->d, t->head, DEP_AUX_PASS) != NONE;
}

/* "Ten men freed", as a headline has it: a participle that lacks its object, in a sentence without finite verb. */
static bool is_passive_headline(const struct coding *c, uint32_t v)
{
	const struct sentence *s = &c->d->sentences.at[tok(c, v)->sentence];

	if ((tok(c, v)->bits & (FEAT_PRES | FEAT_FIN)) || !(tok(c, v)->bits & FEAT_PART) || tok(c, v)->deprel != DEP_ROOT || doc_child(c->d, v, DEP_AUX) != NONE || doc_child(c->d, v, DEP_OBJ) != NONE ||
	    doc_child(c->d, v, DEP_NSUBJ) == NONE || doc_child(c->d, v, DEP_XCOMP) != NONE || doc_child(c->d, v, DEP_CCOMP) != NONE || !needs_object(c, v))
		return false;
	for (uint32_t t = s->first; t < s->end; t++)
		if (tok(c, t)->bits & FEAT_FIN)
			return false;
	return true;
}

bool is_passive(const struct coding *c, uint32_t v)
{
	const struct token *t = tok(c, v);

	for (int depth = 0; depth < CONJUNCTS; depth++) {
		if (doc_child(c->d, v, DEP_AUX_PASS) != NONE || doc_child(c->d, v, DEP_NSUBJ_PASS) != NONE || doc_child(c->d, v, DEP_OBL_AGENT) != NONE)
			return true;
		if (!(t->bits & FEAT_PART))
			return false;
		if (is_passive_perfect(c, v))
			return true;
		if (lacks_auxiliary(c, v) || is_passive_headline(c, v))
			return true;
		if (doc_child(c->d, v, DEP_AUX) != NONE || doc_child(c->d, v, DEP_NSUBJ) != NONE)
			return false;
		if ((t->deprel == DEP_ACL || t->deprel == DEP_AMOD || t->deprel == DEP_ADVCL) && !(t->bits & FEAT_PRES))
			return true;
		if (t->deprel != DEP_CONJ || t->head == NONE)
			return false;
		v = t->head;
		t = tok(c, v);
	}
	return false;
}

bool is_nominalised(const struct coding *c, uint32_t v)
{
	return tok(c, v)->upos == UPOS_VERB && (tok(c, v)->bits & (FEAT_INF | FEAT_GER)) && doc_child(c->d, v, DEP_DET) != NONE;
}

/* ---- prepositions and possessors ------------------------------------------------------ */

bool has_preposition(const struct coding *c, uint32_t t, struct str prep)
{
	for (uint32_t k = tok(c, t)->child; k != NONE; k = tok(c, k)->next) {
		struct str rest = prep, word;
		uint32_t at = k;
		bool same = true;

		bool when = tok(c, k)->deprel == DEP_ADVMOD && k < t && tok(c, t)->deprel == DEP_ADVCL;	/* "killed when a bus crashed" */

		if (tok(c, k)->deprel != DEP_CASE && tok(c, k)->deprel != DEP_MARK && !when)
			continue;
		if (str_eq(c->keys[k], prep))
			return true;
		if (str_find(prep, ' ') == prep.n)
			continue;
		while (same && str_split(&rest, ' ', &word)) {
			same = at < c->d->tokens.n && str_eq(c->keys[at], word);
			at++;
		}
		if (same)
			return true;
	}
	return false;
}

static bool takes_preposition(enum deprel r)
{
	return r == DEP_OBL || r == DEP_OBL_ARG || r == DEP_OBL_AGENT || r == DEP_NMOD || r == DEP_IOBJ || r == DEP_ADVCL || r == DEP_ACL ||
	       r == DEP_XCOMP || r == DEP_CCOMP || r == DEP_APPOS || r == DEP_PARATAXIS;
}

static void prepositional(const struct coding *c, uint32_t t, struct str prep, struct heads *out)
{
	for (uint32_t k = tok(c, t)->child; k != NONE; k = tok(c, k)->next)
		if (takes_preposition(tok(c, k)->deprel) && has_preposition(c, k, prep))
			add_coordinated(c, k, out);
}

static bool genitive(const struct coding *c, uint32_t k)
{
	uint32_t of = doc_child(c->d, k, DEP_CASE);

	return of != NONE && has_cue(c, of, CUE_GENITIVE);
}

static void with_mention(const struct coding *c, uint32_t n, enum deprel rel, struct heads *out)
{
	for (uint32_t k = tok(c, n)->child; k != NONE; k = tok(c, k)->next)
		if (tok(c, k)->deprel == rel && c->d->mention_of[k] != NONE) {
			add_head(out, k);
			for (uint32_t j = tok(c, k)->child; j != NONE; j = tok(c, j)->next)
				if (tok(c, j)->deprel == DEP_CONJ && c->d->mention_of[j] != NONE)
					add_head(out, j);
		}
}

/* "the arrest and trial of a singer": a bare noun joined to the first and at once followed by what belongs to both; NONE. */
static uint32_t joined_noun(const struct coding *c, uint32_t n)
{
	for (uint32_t k = tok(c, n)->upos == UPOS_NOUN && c->d->mention_of[n] == NONE ? tok(c, n)->child : NONE; k != NONE; k = tok(c, k)->next)
		if (k > n && k <= n + 2 && tok(c, k)->deprel == DEP_CONJ && tok(c, k)->upos == UPOS_NOUN && c->d->mention_of[k] == NONE)
			return k;
	return NONE;
}

void possessors(const struct coding *c, uint32_t n, struct heads *out)
{
	bool own = add_children(c, n, DEP_NMOD_POSS, out);

	for (uint32_t k = own ? NONE : tok(c, n)->child; k != NONE; k = tok(c, k)->next)	/* "Japan's purchase of the islands" is not theirs */
		if (tok(c, k)->deprel == DEP_NMOD && (genitive(c, k) || (k < n && doc_child(c->d, k, DEP_CASE) == NONE && c->d->mention_of[k] != NONE)))
			add_coordinated(c, k, out);
	for (uint32_t k = tok(c, n)->child; k != NONE; k = tok(c, k)->next)
		if ((tok(c, k)->deprel == DEP_AMOD || tok(c, k)->deprel == DEP_COMPOUND || tok(c, k)->deprel == DEP_NMOD_DESC) &&
		    c->d->mention_of[k] != NONE)
			add_coordinated(c, k, out);
	uint32_t joined = out->n ? NONE : joined_noun(c, n);

	for (uint32_t k = joined == NONE ? NONE : tok(c, joined)->child; k != NONE; k = tok(c, k)->next)
		if (tok(c, k)->deprel == DEP_NMOD && k > joined && genitive(c, k))
			add_coordinated(c, k, out);
	if (out->n)
		return;
	for (uint32_t k = tok(c, n)->child; k != NONE; k = tok(c, k)->next) {	/* "police command center", not "migrant rescue boat" */
		uint32_t inner = tok(c, k)->deprel == DEP_COMPOUND ? doc_child(c->d, k, DEP_COMPOUND) : NONE, m = inner == NONE ? NONE : c->d->mention_of[inner];
		const struct entity *x = m == NONE || !c->d->mentions.at[m].n_entities ? NULL : &c->d->entities.at[c->d->mentions.at[m].entities[0]];

		if (x && x->kind != KIND_PEOPLE && x->kind != KIND_PERSON)
			add_head(out, inner);
	}
}

uint32_t governing_verb(const struct coding *c, uint32_t n, bool *as_object)
{
	uint32_t v = tok(c, n)->head;
	enum deprel r = tok(c, n)->deprel;

	if (r == DEP_CONJ && v != NONE) {	/* "een bezoek en een toespraak": as the first conjunct */
		r = tok(c, v)->deprel;
		v = tok(c, v)->head;
	}
	if (v == NONE || (tok(c, v)->upos != UPOS_VERB && tok(c, v)->upos != UPOS_AUX))
		return NONE;
	if (r == DEP_OBJ || (r == DEP_NSUBJ_PASS && is_passive(c, v))) {
		*as_object = true;
		return v;
	}
	if (r == DEP_NSUBJ) {
		*as_object = false;
		return v;
	}
	return NONE;
}

/* A person, whose "of" is his own and no part of what is done to him. */
static bool names_somebody(const struct coding *c, uint32_t t)
{
	uint32_t m = c->d->mention_of[t];

	return m != NONE && c->d->mentions.at[m].n_entities && c->d->entities.at[c->d->mentions.at[m].entities[0]].kind == KIND_PERSON;
}

/* "two were killed and six were wounded in a raid": passives of one deed share the phrase behind the last. */
static void shared_phrase(const struct coding *c, uint32_t v, struct str prep, struct heads *out)
{
	if (!is_passive(c, v))
		return;
	for (uint32_t k = tok(c, v)->child; k != NONE; k = tok(c, k)->next)
		if (k > v && (tok(c, k)->deprel == DEP_OBL || tok(c, k)->deprel == DEP_ADVCL))	/* it has one of its own */
			return;
	for (uint32_t k = tok(c, v)->child; k != NONE && !out->n; k = tok(c, k)->next)
		if (k > v && tok(c, k)->deprel == DEP_CONJ && tok(c, k)->upos == UPOS_VERB && is_passive(c, k))
			prepositional(c, k, prep, out);
}

/* "granted Smith a pardon": the parser took both for objects. */
static void first_of_two_objects(const struct coding *c, uint32_t v, struct heads *out)
{
	uint32_t first = doc_child(c->d, v, DEP_OBJ);

	for (uint32_t k = first == NONE ? NONE : tok(c, first)->next; k != NONE; k = tok(c, k)->next)
		if (tok(c, k)->deprel == DEP_OBJ && first > v && c->d->mention_of[first] != NONE && c->d->mention_of[k] == NONE) {
			add_coordinated(c, first, out);
			return;
		}
}

/* Does an object stand between verb v and its phrase k: "calls the raid on the town" is no calling on the town? */
static bool object_between(const struct coding *c, uint32_t v, uint32_t k)
{
	uint32_t object = tok(c, k)->deprel == DEP_OBL ? doc_child(c->d, v, DEP_OBJ) : NONE;

	return object != NONE && object > v && object < k && is_nominal(c, object);
}

uint32_t said_before(const struct coding *c, uint32_t v)
{
	uint32_t h = tok(c, v)->head;

	if (tok(c, v)->upos != UPOS_VERB || tok(c, v)->deprel != DEP_PARATAXIS || h == NONE || h > v || !(c->cues[v] & CUE_SAY) || doc_child(c->d, v, DEP_CCOMP) != NONE ||
	    doc_child(c->d, v, DEP_OBJ) != NONE)
		return NONE;
	return tok(c, h)->upos == UPOS_VERB || doc_child(c->d, h, DEP_COP) != NONE ? h : NONE;
}

void fillers(const struct coding *c, uint32_t t, enum position p, struct str prep, struct heads *out)
{
	bool verb = tok(c, t)->upos == UPOS_VERB || tok(c, t)->upos == UPOS_AUX, as_object = false;
	uint32_t v = NONE;

	switch (p) {
	case POS_SUBJ:
		if (verb) {
			subjects(c, t, out);
		} else if ((v = governing_verb(c, t, &as_object)) != NONE && as_object && c->d->mention_of[t] == NONE &&
			   (frames_in_class(c->f, c->keys[v], c->f->support) || frames_in_class(c->f, c->keys[v], c->f->receive) ||
			    tok(c, v)->upos == UPOS_AUX)) {
			subjects(c, v, out);
		} else if (tok(c, t)->upos == UPOS_ADJ || doc_child(c->d, t, DEP_COP) != NONE) {
			grammatical_subject(c, t, out);
			if (!out->n && tok(c, t)->deprel == DEP_AMOD)
				add_coordinated(c, tok(c, t)->head, out);
		}
		break;
	case POS_OBJ:
		objects(c, t, out);
		break;
	case POS_IOBJ:
		add_children(c, t, DEP_IOBJ, out);
		if (!out->n)
			first_of_two_objects(c, t, out);
		break;
	case POS_COMP:
		for (uint32_t k = tok(c, t)->child; k != NONE; k = tok(c, k)->next)
			if (tok(c, k)->deprel == DEP_CCOMP || tok(c, k)->deprel == DEP_XCOMP || tok(c, k)->deprel == DEP_ACL ||
			    (tok(c, k)->deprel == DEP_ADVCL && (tok(c, k)->bits & FEAT_INF) && (has_cue(c, t, CUE_OBJECT_CONTROL | CUE_CONTACT) || frames_in_class(c->f, c->keys[t], c->f->gather))))
				add_head(out, k);
		if (!out->n && said_before(c, t) != NONE)
			add_head(out, said_before(c, t));
		break;
	case POS_GEN:
		possessors(c, t, out);
		break;
	case POS_POSS:
		add_children(c, t, DEP_NMOD_POSS, out);
		break;
	case POS_ADJ:
		with_mention(c, t, DEP_AMOD, out);
		break;
	case POS_COMPOUND:
		for (uint32_t k = tok(c, t)->child; k != NONE; k = tok(c, k)->next)
			if (tok(c, k)->deprel == DEP_COMPOUND || tok(c, k)->deprel == DEP_AMOD || tok(c, k)->deprel == DEP_NMOD_DESC)
				add_head(out, k);
		break;
	case POS_SUBJ_OF:
		if ((v = governing_verb(c, t, &as_object)) != NONE && as_object)
			subjects(c, v, out);
		break;
	case POS_OBJ_OF:
		if ((v = governing_verb(c, t, &as_object)) != NONE && !as_object)
			objects(c, v, out);
		break;
	case POS_PREP:
		prepositional(c, t, prep, out);
		if (verb && !out->n)
			shared_phrase(c, t, prep, out);
		if (verb) {	/* "brengt een bezoek aan": the phrase may hang on the object noun */
			for (uint32_t k = tok(c, t)->child; !out->n && k != NONE; k = tok(c, k)->next)
				if ((tok(c, k)->deprel == DEP_OBJ || tok(c, k)->deprel == DEP_NSUBJ_PASS || tok(c, k)->deprel == DEP_XCOMP ||
				     (tok(c, k)->deprel == DEP_OBL &&		/* "gave a million in aid to Haiti", not "did so during a raid of the army" */
				      !(frames_of(c->f, c->keys[k]).n && (frames_cue_lemma(c->f, prep) & CUE_GENITIVE))) ||
				     (tok(c, k)->deprel == DEP_NSUBJ && k > t)) &&	/* inverted: "Gisteren bestond de groep uit …" */
				    !frames_in_class(c->f, c->keys[k], c->f->person) &&	/* not the leader when his nephew is hit */
				    !(names_somebody(c, k) && (frames_cue_lemma(c->f, prep) & CUE_GENITIVE)))	/* nor the country when its minister is */
					prepositional(c, k, prep, out);
		} else if (!out->n && tok(c, t)->deprel == DEP_CONJ && tok(c, t)->head != NONE) {
			prepositional(c, tok(c, t)->head, prep, out);
		}
		if (!verb && !out->n && joined_noun(c, t) != NONE)
			prepositional(c, joined_noun(c, t), prep, out);
		if (!verb)
			for (uint32_t k = tok(c, t)->child; !out->n && k != NONE; k = tok(c, k)->next)
				if (tok(c, k)->deprel == DEP_NMOD && k > t && !(has_cue(c, doc_child(c->d, k, DEP_CASE), CUE_WITHIN) && (frames_cue_lemma(c->f, prep) & CUE_GENITIVE)))	/* "an attack in the middle of Iraq" */
					prepositional(c, k, prep, out);
		/* "… benadrukt door bezoeken aan X door Y": the second agent belongs to the noun before it */
		if (!verb && !out->n && tok(c, t)->head != NONE && tok(c, tok(c, t)->head)->upos == UPOS_VERB)
			for (uint32_t k = tok(c, t)->next; k != NONE; k = tok(c, k)->next)
				if (tok(c, k)->deprel == DEP_OBL_AGENT && tok(c, t)->deprel == DEP_OBL_AGENT && has_preposition(c, k, prep))
					add_coordinated(c, k, out);
		/* "stemt voor vertrek uit de unie": right behind the noun, though hung on its verb */
		if (!verb && !out->n && tok(c, t)->head != NONE && (tok(c, t)->deprel == DEP_OBL || tok(c, t)->deprel == DEP_OBL_ARG))
			for (uint32_t k = tok(c, t)->next; k != NONE; k = tok(c, k)->next)
				if (takes_preposition(tok(c, k)->deprel) && doc_child(c->d, k, DEP_CASE) == t + 1 && has_preposition(c, k, prep) &&
				    !(has_cue(c, t + 1, CUE_PASSIVE_AGENT) && is_passive(c, tok(c, t)->head)))
					add_coordinated(c, k, out);
		if (!verb && !out->n && (v = governing_verb(c, t, &as_object)) != NONE &&
		    (frames_in_class(c->f, c->keys[v], c->f->support) || frames_in_class(c->f, c->keys[v], c->f->receive) ||
		     frames_in_class(c->f, c->keys[v], c->f->happen)))
			prepositional(c, v, prep, out);
		break;
	}
}

unsigned verb_keys(const struct coding *c, uint32_t v, struct str keys[8], uint32_t complement[8])
{
	unsigned n = 0;

	for (uint32_t k = tok(c, v)->child; k != NONE && n + 2 < 8; k = tok(c, k)->next) {
		uint32_t particle = NONE, of = NONE;

		if (tok(c, k)->deprel == DEP_COMPOUND_PRT || (tok(c, k)->deprel == DEP_ADVMOD && tok(c, k)->child == NONE)) {
			particle = k;
		} else if (tok(c, k)->deprel == DEP_OBL || tok(c, k)->deprel == DEP_OBL_ARG || tok(c, k)->deprel == DEP_ADVCL ||
			   (tok(c, k)->deprel == DEP_OBJ && doc_child(c->d, k, DEP_CASE) == v + 1)) {	/* "call off a strike" */
			particle = doc_child(c->d, k, DEP_CASE);
			if (particle == NONE)
				particle = doc_child(c->d, k, DEP_MARK);
			of = k;
		}
		if (particle == NONE || (of != NONE && object_between(c, v, k)))
			continue;
		complement[n] = of;
		keys[n++] = str_cat(c->d->a, c->keys[v], c->keys[particle]);
		if (tok(c, k)->deprel == DEP_COMPOUND_PRT) {
			complement[n] = NONE;
			keys[n++] = str_cat(c->d->a, c->keys[particle], c->keys[v]);
		}
	}
	complement[n] = NONE;
	keys[n++] = c->keys[v];
	/* a particle that stands apart may be a preposition after all: "bracht een bezoek aan …" */
	size_t joint = str_find(tok(c, v)->lemma, '_');

	if (n < 8 && joint < tok(c, v)->lemma.n && doc_child(c->d, v, DEP_COMPOUND_PRT) != NONE) {
		complement[n] = NONE;
		keys[n++] = str_sub(tok(c, v)->lemma, joint + 1, tok(c, v)->lemma.n);
	}
	return n;
}

/* ---- mentions --------------------------------------------------------------------------- */

/* "a British officer, major general Chris Ghika": the name of one who is only described. */
static uint32_t apposed_name(const struct coding *c, uint32_t t)
{
	const struct mention *m = &c->d->mentions.at[c->d->mention_of[t]];

	if (m->how == MENTION_NAME || m->n_entities != 1 || (tok(c, t)->bits & FEAT_PLUR))
		return NONE;
	const struct entity *described = &c->d->entities.at[m->entities[0]];

	if (described->kind != KIND_PERSON || described->plural)
		return NONE;
	for (uint32_t k = doc_child(c->d, t, DEP_APPOS), depth = 0; k != NONE && depth < 2; k = doc_child(c->d, k, DEP_APPOS), depth++) {
		uint32_t name = c->d->mention_of[k];
		const struct mention *n = name == NONE ? NULL : &c->d->mentions.at[name];

		if (n && n->how == MENTION_NAME && n->n_entities == 1 && c->d->entities.at[n->entities[0]].kind == KIND_PERSON)
			return name;
	}
	return NONE;
}

/* "the owner of the shop, Ann Smith, says": the name of a person between commas, or behind one at the end. */
static bool is_person_in_commas(const struct coding *c, uint32_t name)
{
	const struct mention *m = name == NONE || c->d->mention_of[name] == NONE ? NULL : &c->d->mentions.at[c->d->mention_of[name]];

	return m && m->how == MENTION_NAME && m->n_entities == 1 && m->first > 0 && c->d->entities.at[m->entities[0]].kind == KIND_PERSON &&
	       str_is(tok(c, m->first - 1)->form, ",") && (m->last + 1 >= c->d->tokens.n || tok(c, m->last + 1)->upos == UPOS_PUNCT);
}

uint32_t mention_for(const struct coding *c, uint32_t t)
{
	for (int depth = 0; depth < 3; depth++) {
		uint32_t inner = NONE;

		if (c->d->mention_of[t] != NONE) {
			uint32_t name = apposed_name(c, t);

			return name != NONE ? name : c->d->mention_of[t];
		}
		if (tok(c, t)->upos == UPOS_PROPN) {	/* "Father Paul Jones": a title that the parser takes for the first of the names */
			uint32_t name = doc_child(c->d, t, DEP_FLAT);

			if (name == t + 1 && c->d->mention_of[name] != NONE && c->d->mentions.at[c->d->mention_of[name]].first == name)
				return c->d->mention_of[name];
		}
		if (tok(c, t)->upos == UPOS_NOUN && !(tok(c, t)->bits & FEAT_PLUR)) {	/* "opvolger Jansen"; "tegenstanders Jansen" are others */
			uint32_t name = doc_child(c->d, t, DEP_APPOS);

			if (name == t + 1 && c->d->mention_of[name] != NONE && c->d->mentions.at[c->d->mention_of[name]].how == MENTION_NAME)
				return c->d->mention_of[name];
			if (is_person_in_commas(c, name))
				return c->d->mention_of[name];
		}
		if (tok(c, t)->upos != UPOS_NOUN && tok(c, t)->upos != UPOS_NUM && tok(c, t)->upos != UPOS_PRON && tok(c, t)->upos != UPOS_DET &&
		    tok(c, t)->upos != UPOS_ADJ)
			return NONE;
		if (tok(c, t)->upos == UPOS_NOUN && c->f->quantity != NONE && !frames_in_class(c->f, c->keys[t], c->f->quantity))
			return NONE;		/* "the names of the victims" are nobody */
		/* "a group of soldiers", "vijf van hen", "een groep demonstranten" */
		for (uint32_t k = tok(c, t)->child; k != NONE && inner == NONE; k = tok(c, k)->next) {
			uint32_t m = c->d->mention_of[k];
			bool bare = doc_child(c->d, k, DEP_CASE) == NONE;

			if (m == NONE || tok(c, k)->deprel != DEP_NMOD || !(bare || genitive(c, k)))
				continue;
			if (c->d->mentions.at[m].n_entities) {
				const struct entity *e = &c->d->entities.at[c->d->mentions.at[m].entities[0]];

				bool officials = e->kind == KIND_GOVERNMENT && c->d->mentions.at[m].how == MENTION_DESCRIPTION && (tok(c, k)->bits & FEAT_PLUR);	/* "two of the ministers" */

				if ((officials || e->kind == KIND_PEOPLE || e->kind == KIND_ARMED_GROUP || (e->kind == KIND_PERSON && e->plural)) && k > t)
					inner = k;
			}
		}
		if (inner == NONE)
			return NONE;
		t = inner;
	}
	return NONE;
}

bool is_adjunct(const struct coding *c, uint32_t t, uint32_t mention)
{
	const struct mention *m = &c->d->mentions.at[mention];
	const struct entity *x = &c->d->entities.at[m->entities[0]];

	return tok(c, t)->deprel == DEP_COMPOUND && m->how == MENTION_DESCRIPTION && x->kind == KIND_GOVERNMENT && !x->country[0] && !strcmp(x->sector, "GOV");
}

uint32_t owner_of(const struct coding *c, uint32_t t)
{
	struct heads h = { .n = 0 };

	if ((tok(c, t)->upos != UPOS_NOUN && tok(c, t)->upos != UPOS_PROPN) || frames_in_class(c->f, c->keys[t], c->f->person))
		return NONE;		/* "the nephew of the president" is nobody's thing */
	possessors(c, t, &h);
	for (uint32_t i = 0; i < h.n; i++) {
		uint32_t m = mention_for(c, h.at[i]);

		if (m != NONE && c->d->mentions.at[m].n_entities && !is_adjunct(c, h.at[i], m))
			return m;
	}
	return NONE;
}
