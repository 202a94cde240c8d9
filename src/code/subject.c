/* subject.c - who does it and who undergoes it.
 *
 * The subject of a clause stands in it, or is inherited: from the first conjunct, from the verb over an infinitive, from the noun that a participle or a
 * relative clause modifies, from the owner of a decision.  The passive turns the two round.
 */
#include "code/subject.h"

#include "code/context.h"

enum { INHERITS = 6 };		/* steps up the tree */

void add_head(struct heads *h, uint32_t t)
{
	for (uint32_t i = 0; i < h->n; i++)
		if (h->at[i] == t)
			return;
	if (h->n < HEADS_MAX)
		h->at[h->n++] = t;
}

/* A relative pronoun stands for the noun its clause modifies. */
static uint32_t antecedent(const struct coding *c, uint32_t t)
{
	uint32_t v;

	if (!(tok(c, t)->bits & FEAT_REL) && tok(c, t)->upos != UPOS_PRON)
		return t;
	if (!(tok(c, t)->bits & (FEAT_REL | FEAT_INTER | FEAT_DEM)))
		return t;
	v = tok(c, t)->head;
	for (int depth = 0; v != NONE && depth < INHERITS; depth++) {
		enum deprel r = tok(c, v)->deprel;

		if (r == DEP_ACL_RELCL || (r == DEP_ACL && (tok(c, t)->bits & FEAT_REL)))
			return tok(c, v)->head;
		if (r != DEP_CONJ && r != DEP_XCOMP && r != DEP_CCOMP)
			break;
		v = tok(c, v)->head;
	}
	return t;
}

static enum kind kind_at(const struct coding *c, uint32_t t)
{
	uint32_t m = c->d->mention_of[t];

	return m == NONE || !c->d->mentions.at[m].n_entities ? KIND_UNKNOWN : c->d->entities.at[c->d->mentions.at[m].entities[0]].kind;
}

/* Is verb v, or what is finite beside it, plural? */
static bool has_plural_verb(const struct coding *c, uint32_t v)
{
	const uint64_t plural = FEAT_FIN | FEAT_PLUR;

	for (uint32_t k = tok(c, v)->child; k != NONE; k = tok(c, k)->next)
		if ((tok(c, k)->deprel == DEP_AUX || tok(c, k)->deprel == DEP_COP) && (tok(c, k)->bits & FEAT_FIN))
			return (tok(c, k)->bits & plural) == plural;
	return (tok(c, v)->bits & plural) == plural;
}

/* "the governor of Kent and a bodyguard": the second person, hung on the place of the first. */
static void add_hung_on_owner(const struct coding *c, uint32_t t, struct heads *out)
{
	for (uint32_t k = kind_at(c, t) == KIND_PERSON ? tok(c, t)->child : NONE; k != NONE; k = tok(c, k)->next) {
		if (tok(c, k)->deprel != DEP_NMOD || k < t || kind_at(c, k) == KIND_PERSON || kind_at(c, k) == KIND_PEOPLE)
			continue;
		for (uint32_t j = tok(c, k)->child; j != NONE; j = tok(c, j)->next)
			if (tok(c, j)->deprel == DEP_CONJ && kind_at(c, j) == KIND_PERSON && tok(c, j)->upos == UPOS_NOUN && doc_child(c->d, j, DEP_DET) != NONE && doc_child(c->d, j, DEP_CASE) == NONE)
				add_head(out, j);
	}
}

/* "Minister Jansen van Onderwijs en vakbonden tekenden": with a plural verb, what is joined to the field of a single minister is a second subject. */
static void add_hung_on_field(const struct coding *c, uint32_t t, struct heads *out)
{
	uint32_t v = tok(c, t)->head;

	if (kind_at(c, t) != KIND_PERSON || tok(c, t)->deprel != DEP_NSUBJ || (tok(c, t)->bits & FEAT_PLUR) || v == NONE || doc_child(c->d, t, DEP_CONJ) != NONE || !has_plural_verb(c, v))
		return;
	for (uint32_t k = tok(c, t)->child; k != NONE; k = tok(c, k)->next)
		for (uint32_t j = tok(c, k)->deprel == DEP_NMOD && k > t && tok(c, k)->cased ? tok(c, k)->child : NONE; j != NONE; j = tok(c, j)->next)
			if (tok(c, j)->deprel == DEP_CONJ && tok(c, j)->upos == UPOS_NOUN && !tok(c, j)->cased && c->d->mention_of[j] != NONE && doc_child(c->d, j, DEP_CASE) == NONE)
				add_head(out, j);
}

/* "Smith, son-in-law and adviser of the president, …": the second bare noun tells who Smith is, as the first does. */
static bool is_second_apposition(const struct coding *c, uint32_t t, uint32_t k)
{
	uint32_t a = doc_child(c->d, t, DEP_APPOS), own = c->d->mention_of[k];

	return a != NONE && t < a && a < k && tok(c, a)->upos == UPOS_NOUN && tok(c, k)->upos == UPOS_NOUN && tok(c, t)->upos == UPOS_PROPN && !(tok(c, k)->bits & FEAT_PLUR) &&
	       doc_child(c->d, a, DEP_DET) == NONE && doc_child(c->d, k, DEP_DET) == NONE && doc_child(c->d, k, DEP_CASE) == NONE && doc_child(c->d, k, DEP_NUMMOD) == NONE &&
	       (own == NONE || c->d->mentions.at[own].how == MENTION_DESCRIPTION);
}

/* "Minister Jansen van Justitie en Veiligheid": the second field of government, hung on the minister. */
static bool is_second_field(const struct coding *c, uint32_t t, uint32_t k)
{
	uint32_t field = doc_child(c->d, t, DEP_NMOD), m = c->d->mention_of[k];

	return field != NONE && field + 2 == k && has_cue(c, doc_child(c->d, field, DEP_CASE), CUE_GENITIVE) && doc_child(c->d, field, DEP_DET) == NONE && doc_child(c->d, k, DEP_DET) == NONE &&
	       doc_child(c->d, k, DEP_CC) == k - 1 && tok(c, t)->upos == UPOS_NOUN && kind_at(c, t) == KIND_PERSON && m != NONE && kind_at(c, k) != KIND_PERSON &&
	       kind_at(c, k) != KIND_COUNTRY && tok(c, field)->cased;
}

void add_coordinated(const struct coding *c, uint32_t t, struct heads *out)
{
	t = antecedent(c, t);
	if (t == NONE)
		return;
	add_head(out, t);
	bool closed = false;		/* "A and B, a member of C": behind the last of them stands who he is */

	for (uint32_t k = tok(c, t)->child; k != NONE; k = tok(c, k)->next) {
		bool last = tok(c, k)->deprel == DEP_CONJ && doc_child(c->d, k, DEP_CC) != NONE;
		bool behind = closed && !last && tok(c, k)->upos == UPOS_NOUN && doc_child(c->d, k, DEP_DET) != NONE;

		closed |= last;
		if (behind)
			continue;
		if (tok(c, k)->deprel == DEP_CONJ && is_nominal(c, k) && !is_second_apposition(c, t, k) && !is_second_field(c, t, k))
			add_head(out, k);
	}
	/* "President A and President B": hung on the name behind the first title */
	uint32_t name = doc_child(c->d, t, DEP_APPOS), own = c->d->mention_of[t];

	for (uint32_t k = name != NONE && own != NONE && c->d->mention_of[name] == own ? tok(c, name)->child : NONE; k != NONE; k = tok(c, k)->next) {
		uint32_t m = tok(c, k)->deprel == DEP_CONJ && k > name ? mention_for(c, k) : NONE;

		if (m != NONE && m != own && c->d->mentions.at[m].how == MENTION_NAME && kind_at(c, k) == KIND_PERSON)
			add_head(out, k);
	}
	add_hung_on_owner(c, t, out);
	add_hung_on_field(c, t, out);
}

/* "Secretary-General Ban Ki-moon", cut at the hyphen and parsed as two subjects: the first is only title. */
static bool is_title_of_next(const struct coding *c, uint32_t k)
{
	uint32_t next = tok(c, k)->next;

	return k + 1 < c->d->tokens.n && str_is(tok(c, k + 1)->form, "-") && tok(c, k + 1)->span.start == tok(c, k)->span.end && next != NONE &&
	       tok(c, next)->deprel == tok(c, k)->deprel && next <= k + 4;
}

/* "Civil war: two rebels are shot": a heading before a colon is no subject beside the sentence's own. */
static bool is_heading(const struct coding *c, uint32_t k)
{
	uint32_t next = tok(c, k)->next;

	while (next != NONE && tok(c, next)->deprel != tok(c, k)->deprel)
		next = tok(c, next)->next;
	for (uint32_t t = k + 1; next != NONE && t < next; t++)
		if (str_is(tok(c, t)->form, ":"))
			return true;
	return false;
}

/* "Former governor John Smith", "Smith, the only candidate, …", parsed as two subjects of one verb: the name alone counts. */
static bool describes_named(const struct coding *c, uint32_t v, uint32_t k, enum deprel rel)
{
	uint32_t own = c->d->mention_of[k];

	if ((rel != DEP_NSUBJ && rel != DEP_NSUBJ_PASS) || own == NONE || c->d->mentions.at[own].how != MENTION_DESCRIPTION ||
	    !c->d->mentions.at[own].n_entities || c->d->entities.at[c->d->mentions.at[own].entities[0]].kind != KIND_PERSON || (tok(c, k)->bits & FEAT_PLUR))
		return false;
	for (uint32_t s = tok(c, v)->child; s != NONE; s = tok(c, s)->next) {
		uint32_t m = c->d->mention_of[s];

		if (s == k || tok(c, s)->deprel != rel || m == NONE || c->d->mentions.at[m].how != MENTION_NAME || c->d->mentions.at[m].n_entities != 1)
			continue;
		const struct entity *x = &c->d->entities.at[c->d->mentions.at[m].entities[0]];

		if (x->kind == KIND_PERSON && (x->country[0] || x->sector[0]))	/* else the description tells more */
			return true;
	}
	return false;
}

/* "A filed a complaint and B, C and all leaders condemned her": conjuncts of the subject k that were taken for those of the object before them. */
static void add_strayed(const struct coding *c, uint32_t v, uint32_t k, struct heads *out)
{
	uint32_t h = tok(c, v)->head;

	if (tok(c, v)->deprel != DEP_CONJ || h == NONE || tok(c, h)->upos != UPOS_VERB || doc_child(c->d, k, DEP_CC) == NONE)
		return;
	for (uint32_t o = tok(c, h)->child; o != NONE && o < k; o = tok(c, o)->next)
		for (uint32_t j = o > h && c->d->mention_of[o] == NONE ? tok(c, o)->child : NONE; j != NONE && j < k; j = tok(c, j)->next)
			if (tok(c, j)->deprel == DEP_CONJ && mention_for(c, j) != NONE)
				add_head(out, j);
}

/* "'Norway, wake up', say economists": who is called or told of in a quotation is not the subject of the verb outside it. */
static bool is_words_of_another(const struct coding *c, uint32_t v, uint32_t k, enum deprel rel)
{
	return (rel == DEP_NSUBJ || rel == DEP_NSUBJ_PASS) && is_quoted(c, k) && !is_quoted(c, v) && (c->cues[v] & CUE_SAY);
}

/* "Trump said Bin Laden, son of …, has been killed", "the ministry in Munich, Germany confirmed": a second subject behind the verb, or right behind a comma
 * as the country of a place, is parsed as one that it is not. */
static bool is_second_subject(const struct coding *c, uint32_t v, uint32_t k, enum deprel rel)
{
	uint32_t first = doc_child(c->d, v, rel);

	if (rel != DEP_NSUBJ || first == NONE || first >= k || !is_nominal(c, first))
		return false;
	if (first < v && k > v)
		return true;
	uint32_t place = k >= 2 && str_is(tok(c, k - 1)->form, ",") ? c->d->mention_of[k - 2] : NONE, m = c->d->mention_of[k];
	const struct entity *x = place == NONE || !c->d->mentions.at[place].n_entities ? NULL : &c->d->entities.at[c->d->mentions.at[place].entities[0]];
	const struct entity *y = m == NONE || !c->d->mentions.at[m].n_entities ? NULL : &c->d->entities.at[c->d->mentions.at[m].entities[0]];

	return k < v && x && y && x->kind == KIND_PLACE && y->kind == KIND_COUNTRY && !strcmp(x->country, y->country);
}

bool add_children(const struct coding *c, uint32_t v, enum deprel rel, struct heads *out)
{
	bool any = false;

	for (uint32_t k = tok(c, v)->child; k != NONE; k = tok(c, k)->next)
		if (tok(c, k)->deprel == rel && is_nominal(c, k) && !(tok(c, k)->bits & FEAT_REFLEX) && !is_title_of_next(c, k) && !is_heading(c, k) &&
		    !is_words_of_another(c, v, k, rel) && !describes_named(c, v, k, rel) && !is_second_subject(c, v, k, rel)) {
			if (rel == DEP_NSUBJ)
				add_strayed(c, v, k, out);
			add_coordinated(c, k, out);
			any = true;
		}
	return any;
}

/* "sentenced to two years in prison by a court": the by-phrase of passive v that hangs on a noun below it, which is no deed of its own. */
static void strayed_agent(const struct coding *c, uint32_t v, struct heads *out)
{
	for (uint32_t k = tok(c, v)->child; k != NONE; k = tok(c, k)->next) {
		if (k < v || tok(c, k)->upos == UPOS_VERB || tok(c, k)->deprel == DEP_OBL_AGENT || frames_of(c->f, c->keys[k]).n)
			continue;
		for (uint32_t j = tok(c, k)->child; j != NONE; j = tok(c, j)->next)
			if (j > k && has_cue(c, doc_child(c->d, j, DEP_CASE), CUE_PASSIVE_AGENT) && mention_for(c, j) != NONE && !c->dated[j])
				add_coordinated(c, j, out);
	}
}

/* Who does it in a passive: its by-phrase. */
static bool own_agent(const struct coding *c, uint32_t v, struct heads *out)
{
	if (add_children(c, v, DEP_OBL_AGENT, out))
		return true;
	for (uint32_t k = tok(c, v)->child; k != NONE; k = tok(c, k)->next) {
		uint32_t by = doc_child(c->d, k, DEP_CASE);

		if ((tok(c, k)->deprel == DEP_OBL || tok(c, k)->deprel == DEP_NMOD) && by != NONE && has_cue(c, by, CUE_PASSIVE_AGENT) && mention_for(c, k) != NONE)
			add_coordinated(c, k, out);
	}
	if (!out->n && tok(c, v)->upos == UPOS_VERB && is_passive(c, v))
		strayed_agent(c, v, out);
	return out->n > 0;
}

uint32_t noun_over(const struct coding *c, uint32_t v)
{
	const uint64_t nouns = CUE_NOUN_PLANNED | CUE_NOUN_POSSIBLE | CUE_NOUN_HYPOTHETICAL | CUE_NOUN_NEGATED | CUE_NOUN_EXPECTED;
	uint32_t h = tok(c, v)->head, object = NONE;

	if (h == NONE)
		return NONE;
	if (tok(c, v)->deprel == DEP_ACL)
		return h;
	for (uint32_t k = tok(c, v)->deprel == DEP_ADVCL && (tok(c, v)->bits & FEAT_INF) ? tok(c, h)->child : NONE; k != NONE && k < v; k = tok(c, k)->next)
		if (k > h && (tok(c, k)->deprel == DEP_XCOMP || tok(c, k)->deprel == DEP_OBJ) && is_ordinal(c, k))
			return k;	/* "becomes the first president to visit Peru" */
	for (uint32_t k = tok(c, v)->deprel == DEP_ADVCL && (tok(c, v)->bits & FEAT_INF) ? tok(c, h)->child : NONE; k != NONE && k < v; k = tok(c, k)->next)
		if ((tok(c, k)->deprel == DEP_OBJ || tok(c, k)->deprel == DEP_NSUBJ_PASS || tok(c, k)->deprel == DEP_OBL || tok(c, k)->deprel == DEP_OBL_ARG) && tok(c, k)->upos == UPOS_NOUN && (c->cues[k] & nouns))
			object = k;			/* the nearest */
	return object;
}

/* "a decision by the council to withdraw", "Trump's decision to withdraw". */
static bool decider(const struct coding *c, uint32_t noun, struct heads *out)
{
	possessors(c, noun, out);
	if (!out->n)
		own_agent(c, noun, out);
	uint32_t v = tok(c, noun)->head;

	for (uint32_t k = !out->n && v != NONE && tok(c, v)->upos == UPOS_VERB && !is_passive(c, v) ? tok(c, v)->child : NONE; k != NONE; k = tok(c, k)->next)
		if (k > noun && has_cue(c, doc_child(c->d, k, DEP_CASE), CUE_PASSIVE_AGENT) && mention_for(c, k) != NONE)
			add_coordinated(c, k, out);	/* hung on the verb */
	return out->n > 0;
}

/* "announced sanctions on Iran for supplying arms": who is hit has done it. */
static bool hit_by_object(const struct coding *c, uint32_t h, uint32_t v, struct heads *out)
{
	uint32_t object = doc_child(c->d, h, DEP_OBJ);

	if (object == NONE || object > v || mention_for(c, object) != NONE || !(tok(c, v)->bits & (FEAT_GER | FEAT_PRES)) || !has_cue(c, doc_child(c->d, v, DEP_MARK), CUE_MARK_OBJECT))
		return false;
	for (int of_verb = 0; of_verb < 2 && !out->n; of_verb++)
		for (uint32_t k = tok(c, of_verb ? h : object)->child; k != NONE && k < v; k = tok(c, k)->next)
			if (k > object && (tok(c, k)->deprel == DEP_NMOD || tok(c, k)->deprel == DEP_OBL) && mention_for(c, k) != NONE && !c->dated[k] &&
			    !has_cue(c, doc_child(c->d, k, DEP_CASE), CUE_WITHIN | CUE_GENITIVE))
				add_coordinated(c, k, out);
	return out->n > 0;
}

/* "criticised Russia for attacking", "forced Belgium to withdraw": the object of verb h does what its adverbial clause v tells.  "bombs Mosul for
 * fighting" has no object that acts. */
static bool object_does(const struct coding *c, uint32_t h, uint32_t v, struct heads *out)
{
	uint32_t mark = doc_child(c->d, v, DEP_MARK), object = doc_child(c->d, h, DEP_OBJ);

	if (mark == NONE)
		mark = doc_child(c->d, v, DEP_CASE);
	uint32_t form = doc_child(c->d, v, DEP_COP) == NONE ? v : doc_child(c->d, v, DEP_COP);	/* "of being members" */
	bool gerund = (tok(c, form)->bits & (FEAT_GER | FEAT_PRES)) && has_cue(c, mark, CUE_MARK_OBJECT);
	bool infinitive = (tok(c, v)->bits & FEAT_INF) && has_cue(c, h, CUE_OBJECT_CONTROL);

	gerund |= is_nominalised(c, v) && has_cue(c, mark, CUE_MARK_OBJECT);		/* "van het bombarderen van" */

	if ((!gerund && !infinitive) || object == NONE || is_passive(c, h) || mention_for(c, object) == NONE)
		return false;
	return add_children(c, h, DEP_OBJ, out);
}

/* "called for him to resign", "appealed to Mali to stop": whom the phrase right before the infinitive names does it. */
static bool phrase_does(const struct coding *c, uint32_t h, uint32_t v, struct heads *out)
{
	uint32_t mark = (tok(c, v)->bits & FEAT_INF) ? doc_child(c->d, v, DEP_MARK) : NONE;

	if (mark == NONE || mark == 0 || mark > v || !has_cue(c, h, CUE_HEAD_HYPOTHETICAL))
		return false;
	for (uint32_t k = tok(c, h)->child; k != NONE && k < mark; k = tok(c, k)->next)
		if (k > h && (tok(c, k)->deprel == DEP_OBL || tok(c, k)->deprel == DEP_OBL_ARG) && mention_for(c, k) != NONE &&
		    (doc_under(c->d, mark - 1, k) || c->d->mentions.at[mention_for(c, k)].last == mark - 1) &&
		    !c->dated[k] && !has_cue(c, doc_child(c->d, k, DEP_CASE), CUE_WITHIN)) {
			add_coordinated(c, k, out);
			return true;
		}
	return false;
}

/* "were wounded by police firing on a crowd": the agent right before the participle does it. */
static bool agent_does(const struct coding *c, uint32_t h, uint32_t v, struct heads *out)
{
	struct heads agent = { .n = 0 };

	if (v == 0 || !(tok(c, v)->bits & (FEAT_GER | FEAT_PRES)) || (tok(c, v)->bits & FEAT_FIN) || !is_passive(c, h) || !own_agent(c, h, &agent) ||
	    !doc_under(c->d, v - 1, agent.at[agent.n - 1]))
		return false;
	*out = agent;
	return true;
}

/* "… with the opposition claiming victory": the noun behind such a preposition, right before the participle, is its subject, whatever the parser
 * hangs it on. */
static bool absolute_subject(const struct coding *c, uint32_t v, struct heads *out)
{
	uint32_t h = tok(c, v)->head, first = c->d->sentences.at[tok(c, v)->sentence].first;

	if (v == first || v < h || !(tok(c, v)->bits & (FEAT_GER | FEAT_PRES)) || doc_child(c->d, v, DEP_MARK) != NONE)
		return false;
	for (uint32_t k = v - 1, steps = 0; k != NONE && k > h && steps < 4; steps++, k = tok(c, k)->head)
		if (is_nominal(c, k) && has_cue(c, doc_child(c->d, k, DEP_CASE), CUE_ABSOLUTE)) {
			add_coordinated(c, k, out);
			return true;
		}
	return false;
}

/* "… was hit by shells, killing two": what comes of a deed, told behind a comma, is done by who did the deed. */
static bool is_result(const struct coding *c, uint32_t v)
{
	return tok(c, v)->deprel == DEP_ADVCL && v > tok(c, v)->head && (tok(c, v)->bits & (FEAT_GER | FEAT_PRES)) && !(tok(c, v)->bits & FEAT_FIN) &&
	       tok(c, v - 1)->upos == UPOS_PUNCT && doc_child(c->d, v, DEP_MARK) == NONE && doc_child(c->d, v, DEP_CASE) == NONE;
}

/* "en er wordt gevochten": nobody is its subject. */
static bool is_impersonal(const struct coding *c, uint32_t v)
{
	uint32_t passive = doc_child(c->d, v, DEP_AUX_PASS), there = child_with_cue(c, v, CUE_IMPERSONAL);

	return passive != NONE && there != NONE && there < passive;
}

uint32_t verb_over_noun(const struct coding *c, uint32_t v)
{
	uint32_t t = tok(c, v)->head;

	for (int steps = 0; t != NONE && steps < 4 && is_nominal(c, t); steps++)
		t = tok(c, t)->head;
	return t != NONE && tok(c, t)->upos == UPOS_VERB ? t : NONE;
}

static bool is_place_name(const struct coding *c, uint32_t t)
{
	uint32_t m = c->d->mention_of[t];

	return m != NONE && c->d->mentions.at[m].n_entities && c->d->entities.at[c->d->mentions.at[m].entities[0]].kind == KIND_PLACE;
}

static void inherited_subject(const struct coding *c, uint32_t v, struct heads *out, int depth);

/* "beschuldigt Rusland van het bombarderen van …": the object; "Rusland wordt beschuldigd van het …", "dreigt met het …": the subject. */
static void subject_of_nominalised(const struct coding *c, uint32_t v, struct heads *out, int depth)
{
	uint32_t h = tok(c, v)->head, by = doc_child(c->d, v, DEP_CASE);

	if (tok(c, h)->upos != UPOS_VERB || by == NONE || object_does(c, h, v, out))
		return;
	if (has_cue(c, by, CUE_ABSOLUTE) || (has_cue(c, by, CUE_MARK_OBJECT) && is_passive(c, h)))
		inherited_subject(c, h, out, depth + 1);
}

/* Who is "the first president to visit Peru": whom the noun is said of. */
static void bearer(const struct coding *c, uint32_t noun, struct heads *out, int depth)
{
	uint32_t v = tok(c, noun)->head, object = v == NONE ? NONE : doc_child(c->d, v, DEP_OBJ);

	if (tok(c, noun)->deprel == DEP_OBJ && object != noun)		/* "makes him the first" */
		add_coordinated(c, object, out);
	else if (tok(c, noun)->deprel == DEP_OBJ)
		inherited_subject(c, v, out, depth + 1);
	else if (tok(c, noun)->deprel == DEP_XCOMP || doc_child(c->d, noun, DEP_COP) != NONE)
		inherited_subject(c, noun, out, depth + 1);
}

static void inherited_subject(const struct coding *c, uint32_t v, struct heads *out, int depth)
{
	const struct token *t = tok(c, v);
	uint32_t h = t->head;

	if (add_children(c, v, DEP_NSUBJ, out) || add_children(c, v, DEP_NSUBJ_PASS, out) || add_children(c, v, DEP_NSUBJ_OUTER, out))
		return;
	if (depth >= INHERITS || h == NONE || is_impersonal(c, v))
		return;
	uint32_t noun = (t->bits & FEAT_INF) ? noun_over(c, v) : NONE;

	if (noun != NONE && is_ordinal(c, noun)) {
		bearer(c, noun, out, depth);
		return;
	}
	switch ((enum deprel)t->deprel) {
	case DEP_CONJ:
		if (!is_nominal(c, h) || doc_child(c->d, h, DEP_COP) != NONE)
			inherited_subject(c, h, out, depth + 1);
		break;
	case DEP_XCOMP: case DEP_ADVCL: case DEP_CCOMP:
		if (t->deprel == DEP_ADVCL && child_with_cue(c, v, CUE_PREP_ONGOING) != NONE)	/* "amid fighting between …" */
			break;
		if (t->deprel == DEP_ADVCL && (t->bits & (FEAT_GER | FEAT_PRES)) && child_with_cue(c, v, CUE_WITHIN) != NONE && is_passive(c, h))	/* "were killed in fighting with …" */
			break;
		if (tok(c, h)->upos == UPOS_NOUN && doc_child(c->d, h, DEP_COP) == NONE) {
			possessors(c, h, out);
			break;
		}
		if (t->deprel == DEP_CCOMP && (t->bits & FEAT_FIN))
			break;
		/* "visits Mali to meet Diallo": a purpose is the subject's, unless the verb moves its object to something */
		if (t->deprel == DEP_XCOMP && (t->bits & FEAT_INF) && has_cue(c, doc_child(c->d, v, DEP_MARK), CUE_MARK_PURPOSE) &&
		    !has_cue(c, h, CUE_OBJECT_CONTROL | CUE_HEAD_PLANNED | CUE_HEAD_HYPOTHETICAL | CUE_HEAD_EXPECTED | CUE_HEAD_POSSIBLE | CUE_HEAD_HAPPENED | CUE_HEAD_NEGATED)) {
			inherited_subject(c, h, out, depth + 1);
			break;
		}
		/* "urged him to apologise", but "called him to apologise" */
		if (t->deprel == DEP_XCOMP && !((t->bits & FEAT_INF) && has_cue(c, h, CUE_CONTACT) && !has_cue(c, h, CUE_OBJECT_CONTROL)) && (add_children(c, h, DEP_OBJ, out) || add_children(c, h, DEP_IOBJ, out)))
			break;
		if (phrase_does(c, h, v, out) || agent_does(c, h, v, out))
			break;
		if (t->deprel == DEP_ADVCL && (object_does(c, h, v, out) || hit_by_object(c, h, v, out)))
			break;
		if (t->deprel == DEP_ADVCL && noun_over(c, v) != NONE && decider(c, noun_over(c, v), out))
			break;
		if (t->deprel == DEP_ADVCL && absolute_subject(c, v, out))
			break;
		/* "attacked Poland for closing the border, accusing it of …" */
		if (is_result(c, v) && tok(c, h)->deprel == DEP_ADVCL && tok(c, h)->head != NONE && has_cue(c, doc_child(c->d, h, DEP_MARK), CUE_MARK_OBJECT)) {
			inherited_subject(c, tok(c, h)->head, out, depth + 1);
			break;
		}
		/* "clashed at a rally held by students, injuring ten": the clause's own verb, not that of the participle, has the result */
		if (is_result(c, v) && tok(c, h)->deprel == DEP_ACL && verb_over_noun(c, h) != NONE) {
			inherited_subject(c, verb_over_noun(c, h), out, depth + 1);
			break;
		}
		if (is_result(c, v) && is_passive(c, h)) {
			own_agent(c, h, out);
			break;
		}
		inherited_subject(c, h, out, depth + 1);
		break;
	case DEP_ACL:
		/* "attacked a post in the province of Herat killing nine": not the place */
		if ((t->bits & (FEAT_GER | FEAT_PRES)) && has_cue(c, doc_child(c->d, h, DEP_CASE), CUE_LOCATIVE | CUE_GENITIVE) && is_place_name(c, h) && verb_over_noun(c, v) != NONE) {
			inherited_subject(c, verb_over_noun(c, v), out, depth + 1);
			break;
		}
		if ((t->bits & (FEAT_PART | FEAT_GER)) && !doc_under(c->d, h, v) && doc_child(c->d, v, DEP_MARK) == NONE) {
			add_coordinated(c, h, out);
			break;
		}
		decider(c, h, out);
		/* "reached an agreement on sending troops", not "the agreement on sending troops breaks the law" */
		if (!out->n && tok(c, h)->head != NONE && tok(c, tok(c, h)->head)->upos == UPOS_VERB && tok(c, h)->deprel != DEP_NSUBJ && tok(c, h)->deprel != DEP_NSUBJ_PASS)
			inherited_subject(c, tok(c, h)->head, out, depth + 1);
		break;
	case DEP_AMOD:
		add_coordinated(c, h, out);
		break;
	case DEP_OBL: case DEP_OBL_ARG:
		if (is_nominalised(c, v))
			subject_of_nominalised(c, v, out, depth);
		break;
	default:
		break;
	}
}

void grammatical_subject(const struct coding *c, uint32_t v, struct heads *out)
{
	inherited_subject(c, v, out, 0);
}

/* Does a phrase of its own follow the verb: "was arrested in Paris and …"? */
static bool is_followed(const struct coding *c, uint32_t v)
{
	for (uint32_t k = tok(c, v)->child; k != NONE; k = tok(c, k)->next)
		if (k > v && (tok(c, k)->deprel == DEP_OBL || tok(c, k)->deprel == DEP_OBL_ARG || tok(c, k)->deprel == DEP_OBJ || tok(c, k)->deprel == DEP_ADVCL ||
			      tok(c, k)->deprel == DEP_CCOMP))
			return true;
	return false;
}

/* "was kidnapped and later killed by rebels", "door rebellen ontvoerd en gedood": participles of one auxiliary share the by-phrase that stands behind the last
 * or before the first. */
static void shared_agent(const struct coding *c, uint32_t v, struct heads *out)
{
	uint32_t first = tok(c, v)->head;

	for (uint32_t k = is_followed(c, v) ? NONE : tok(c, v)->child; k != NONE && !out->n; k = tok(c, k)->next)
		if (tok(c, k)->deprel == DEP_CONJ && (tok(c, k)->bits & FEAT_PART) && doc_child(c->d, k, DEP_AUX_PASS) == NONE && doc_child(c->d, k, DEP_AUX) == NONE)
			own_agent(c, k, out);
	/* "ten are killed and a third wounded by gunmen", parsed as a second subject with a participle */
	for (uint32_t k = tok(c, v)->child; k != NONE && !out->n; k = tok(c, k)->next)
		if (tok(c, k)->deprel == DEP_NSUBJ_PASS && k > v && doc_child(c->d, k, DEP_ACL) != NONE && (tok(c, doc_child(c->d, k, DEP_ACL))->bits & FEAT_PART))
			own_agent(c, doc_child(c->d, k, DEP_ACL), out);
	if (out->n || tok(c, v)->deprel != DEP_CONJ || first == NONE || doc_child(c->d, v, DEP_AUX_PASS) != NONE || doc_child(c->d, v, DEP_NSUBJ_PASS) != NONE ||
	    !is_passive(c, first))
		return;
	struct heads agent = { .n = 0 };

	if (own_agent(c, first, &agent) && agent.at[0] < first)
		*out = agent;
}

void subjects(const struct coding *c, uint32_t v, struct heads *out)
{
	if (is_nominalised(c, v) && own_agent(c, v, out))
		return;
	if (!is_passive(c, v))
		grammatical_subject(c, v, out);
	else if (!own_agent(c, v, out))
		shared_agent(c, v, out);
}

void objects(const struct coding *c, uint32_t v, struct heads *out)
{
	const struct token *t = tok(c, v);

	if (is_passive(c, v)) {
		if ((t->deprel == DEP_ACL || t->deprel == DEP_AMOD) && doc_child(c->d, v, DEP_NSUBJ_PASS) == NONE && t->head != NONE)
			add_coordinated(c, t->head, out);
		else
			grammatical_subject(c, v, out);
		return;
	}
	if (add_children(c, v, DEP_OBJ, out))
		return;
	if (is_nominalised(c, v)) {
		possessors(c, v, out);
		return;
	}
	if (doc_child(c->d, v, DEP_XCOMP) != NONE && add_children(c, v, DEP_IOBJ, out))	/* "accused the minister of planting a bomb" */
		return;
	for (uint32_t k = tok(c, v)->child; k != NONE; k = tok(c, k)->next) {	/* "levert onder meer drones" */
		uint32_t p = tok(c, k)->deprel == DEP_OBL ? doc_child(c->d, k, DEP_CASE) : NONE;

		if (p != NONE && has_cue(c, p, CUE_PARTLY))
			add_coordinated(c, k, out);
	}
	if (out->n)
		return;
	if (t->deprel == DEP_ACL_RELCL && t->head != NONE) {	/* "the man police arrested" */
		uint32_t s = doc_child(c->d, v, DEP_NSUBJ);

		if (s != NONE && antecedent(c, s) == s)
			add_coordinated(c, t->head, out);
	}
	if (!out->n && t->deprel == DEP_CONJ && t->head != NONE && tok(c, t->head)->upos == UPOS_VERB) {
		/* "tekenden en ratificeerden het verdrag": a shared object stands behind the last conjunct or the first */
		for (uint32_t k = tok(c, t->head)->child; k != NONE; k = tok(c, k)->next)
			if (tok(c, k)->deprel == DEP_OBJ && k > v && is_nominal(c, k))
				add_coordinated(c, k, out);
	}
}
