/* title.c - the titles of people: who is called so, whether still, in what sector: "the Russian president Putin", "Ann Smith, until recently minister of trade". */
#include "link/describe.h"

enum { TITLE_TAIL = 6 };		/* words of what belongs to a title */

uint32_t person_mention(const struct linking *k, uint32_t t)
{
	uint32_t m = k->d->mention_of[t];

	if (m == NONE)
		return NONE;
	const struct mention *x = &k->d->mentions.at[m];

	return x->n_entities == 1 && x->how == MENTION_NAME && k->d->entities.at[x->entities[0]].kind == KIND_PERSON ? m : NONE;
}

static bool begins_person(const struct linking *k, uint32_t t)
{
	uint32_t m = t < k->d->tokens.n ? k->covered[t] : NONE;

	return m != NONE && k->d->mentions.at[m].first == t && person_mention(k, k->d->mentions.at[m].head) == m;
}

uint32_t tail_of(const struct linking *k, uint32_t n, uint32_t last)
{
	uint32_t end = last;

	for (uint32_t c = tk(k, n)->child; c != NONE; c = tk(k, c)->next)
		if (tk(k, c)->deprel == DEP_NMOD && c > end)
			for (uint32_t t = end = c; t + 1 < k->d->tokens.n && t < c + TITLE_TAIL && tk(k, t + 1)->sentence == tk(k, n)->sentence && doc_under(k->d, t + 1, c) &&
			     !str_is(tk(k, t + 1)->form, ",") && !begins_person(k, t + 1); )
				end = ++t;
	return end;
}

/* The person whose name begins at token t and goes no further than what governs title noun n, or NONE. */
static uint32_t named_at(const struct linking *k, uint32_t t, uint32_t n)
{
	if (t >= k->d->tokens.n || tk(k, t)->sentence != tk(k, n)->sentence || !begins_person(k, t))
		return NONE;
	uint32_t head = k->d->mentions.at[k->covered[t]].head;

	return doc_under(k->d, head, n) || tk(k, head)->head == tk(k, n)->head ? k->covered[t] : NONE;
}

/* "the chief of staff of the army Ann Smith" */
static bool is_body_noun(const struct linking *k, uint32_t t)
{
	uint32_t f, l;
	struct str prefix;
	const struct agent *x = agent_at(k, t, &f, &l, &prefix);

	return x && x->kind != KIND_PERSON && x->kind != KIND_PEOPLE && x->kind != KIND_PLACE;
}

uint32_t named_behind(const struct linking *k, uint32_t n, uint32_t last)
{
	enum { FIELD_MAX = 8 };
	uint32_t end = k->d->sentences.at[tk(k, n)->sentence].end;

	if (!tk(k, n)->cased || (tk(k, n)->bits & FEAT_PLUR) || last + 2 >= end || !in_words(k->l, WORDS_OF, k->lower[last + 1]))
		return NONE;
	for (uint32_t t = last + 2; t < end && t < last + 2 + FIELD_MAX; t++) {
		if (begins_person(k, t) && tk(k, t - 1)->cased)
			return t > last + 2 ? k->covered[t] : NONE;
		if (!tk(k, t)->cased && tk(k, t)->upos != UPOS_CCONJ && tk(k, t)->upos != UPOS_DET && !in_words(k->l, WORDS_OF, k->lower[t]))
			return NONE;
	}
	return NONE;
}

bool is_denied(const struct linking *k, uint32_t n)
{
	const struct sentence *s = &k->d->sentences.at[tk(k, n)->sentence];

	for (uint32_t t = n; t-- > s->first && doc_under(k->d, t, n); )
		if (in_words(k->l, WORDS_NOT, k->lower[t]))
			return true;
	return str_is(tk(k, s->end - 1)->form, "?") && k->d->quote_of[n] == NONE;
}

uint32_t titled(const struct linking *k, uint32_t n, uint32_t last)
{
	uint32_t article = doc_child(k->d, n, DEP_DET);

	if (article != NONE && in_words(k->l, WORDS_NOT, k->lower[article]))	/* "Smith, no minister any more" */
		return NONE;
	for (uint32_t c = tk(k, n)->child; c != NONE; c = tk(k, c)->next)
		switch (tk(k, c)->deprel) {
		case DEP_APPOS: case DEP_FLAT: case DEP_FLAT_NAME: case DEP_COMPOUND: case DEP_NMOD_DESC: case DEP_NMOD_UNMARKED: case DEP_NMOD:
			if (person_mention(k, c) != NONE && (tk(k, c)->deprel != DEP_NMOD || doc_child(k->d, c, DEP_CASE) == NONE) &&
			    (tk(k, c)->deprel != DEP_COMPOUND || c > n)) {	/* "a Trump supporter" is not Trump */
				/* "tegenstanders Jansen", his, in a headline */
				if (c > n && (tk(k, n)->bits & FEAT_PLUR) && doc_child(k->d, c, DEP_CONJ) == NONE && tk(k, c)->deprel != DEP_NMOD)
					return NONE;
				return person_mention(k, c);
			}
			break;
		default:
			break;
		}
	uint32_t h = tk(k, n)->head;

	if (h != NONE && person_mention(k, h) != NONE)
		switch (tk(k, n)->deprel) {
		case DEP_APPOS: case DEP_FLAT: case DEP_FLAT_NAME: case DEP_COMPOUND: case DEP_NMOD_DESC: case DEP_NMOD_UNMARKED: case DEP_AMOD: case DEP_DET:
			return person_mention(k, h);
		default:
			break;
		}
	/* whatever the tree says: a name right behind a title */
	if (last + 1 < k->d->tokens.n && tk(k, last + 1)->sentence == tk(k, n)->sentence && k->covered[last + 1] != NONE) {
		uint32_t m = k->covered[last + 1];

		if (k->d->mentions.at[m].first == last + 1 && person_mention(k, k->d->mentions.at[m].head) == m)
			return m;
	}
	/* "the governor of Kharkiv region Oleh Synyehubov", whatever the tree says */
	uint32_t end = tail_of(k, n, last);

	if (end > last && !(tk(k, n)->bits & FEAT_PLUR) && (k->covered[end] != NONE || is_body_noun(k, end)) && named_at(k, end + 1, n) != NONE)
		return named_at(k, end + 1, n);
	if (named_behind(k, n, last) != NONE)
		return named_behind(k, n, last);
	/* the same with a comma behind all that belongs to the title, and perhaps a rank: "the police chief of the city of Samarra, Major Ali Hassan" */
	uint32_t name = end + 2;

	if (name + 1 < k->d->tokens.n && k->covered[name] == NONE && map_get(&k->l->agent_of, k->lower[name]) != MAP_NONE)
		name++;
	if (end > last && name < k->d->tokens.n && tk(k, name)->sentence == tk(k, n)->sentence && str_is(tk(k, end + 1)->form, ",") &&
	    k->covered[name] != NONE && !(tk(k, n)->bits & FEAT_PLUR)) {
		uint32_t m = k->covered[name], behind = k->d->mentions.at[m].last + 1;
		bool closed = behind >= k->d->tokens.n || tk(k, behind)->upos == UPOS_PUNCT;

		if (k->d->mentions.at[m].first == name && closed && person_mention(k, k->d->mentions.at[m].head) == m)
			return m;
	}
	/* "Ann Smith, until recently minister of trade": behind a comma, with small words between */
	const struct sentence *x = &k->d->sentences.at[tk(k, n)->sentence];
	uint32_t begin = n;

	while (begin > x->first && (tk(k, begin - 1)->upos == UPOS_ADV || tk(k, begin - 1)->upos == UPOS_ADJ || tk(k, begin - 1)->upos == UPOS_ADP ||
				    tk(k, begin - 1)->upos == UPOS_DET || tk(k, begin - 1)->upos == UPOS_NOUN) && n - begin < 5)
		begin--;
	if (begin >= x->first + 2 && str_is(tk(k, begin - 1)->form, ",") && k->covered[begin - 2] != NONE) {
		uint32_t m = k->covered[begin - 2];

		if (k->d->mentions.at[m].last == begin - 2 && person_mention(k, k->d->mentions.at[m].head) == m && tk(k, n)->deprel != DEP_NSUBJ)
			return m;
	}
	/* "partijleider en oud-kanselier Kurz": two titles, one name */
	for (uint32_t c = tk(k, n)->child; c != NONE; c = tk(k, c)->next)
		if (tk(k, c)->deprel == DEP_CONJ && tk(k, c)->upos == UPOS_NOUN && doc_child(k->d, c, DEP_DET) == NONE && !(tk(k, n)->bits & FEAT_PLUR))
			for (uint32_t g = tk(k, c)->child; g != NONE; g = tk(k, g)->next)
				if ((tk(k, g)->deprel == DEP_APPOS || tk(k, g)->deprel == DEP_FLAT || tk(k, g)->deprel == DEP_NMOD_DESC) && g == c + 1 &&
				    person_mention(k, g) != NONE)
					return person_mention(k, g);
	for (uint32_t c = tk(k, n)->child; c != NONE; c = tk(k, c)->next)	/* "vice-chairman and treasurer Ann Smith of the party", hung on the party */
		if (tk(k, c)->deprel == DEP_CONJ && c == last + 2 && doc_under(k->d, c, n) && !((tk(k, n)->bits | tk(k, c)->bits) & FEAT_PLUR) && begins_person(k, c + 1) &&
		    map_get(&k->l->agent_of, k->lower[c]) != MAP_NONE)
			return k->covered[c + 1];
	/* "minister van Defensie en thans secretaris": of the same person as the title before */
	if (begin >= x->first + 2 && tk(k, begin - 1)->upos == UPOS_CCONJ && k->d->titles.n) {
		const struct title *before = &k->d->titles.at[k->d->titles.n - 1];

		if (before->last == begin - 2)
			return before->person;
	}
	/* "Poetin is president" */
	uint32_t s = doc_child(k->d, n, DEP_COP) == NONE || is_denied(k, n) ? NONE : doc_child(k->d, n, DEP_NSUBJ);

	return s == NONE ? NONE : person_mention(k, s);
}

/* "Iranian Grandmaster Ali Karimi", of which the analyser may make two subjects: a word in capitals between a country and a name is a title, though nobody knows it. */
static bool is_strange_title(const struct linking *k, uint32_t t, uint32_t name)
{
	uint32_t country = t > 0 ? k->d->mention_of[t - 1] : NONE;

	return country != NONE && tk(k, t)->cased && (tk(k, t)->upos == UPOS_PROPN || tk(k, t)->upos == UPOS_NOUN) && !(tk(k, t)->bits & FEAT_PLUR) && k->covered[t] == NONE &&
	       tk(k, t - 1)->head == t && k->d->mentions.at[country].how == MENTION_ADJECTIVE && k->d->mentions.at[country].n_entities == 1 &&
	       k->d->entities.at[k->d->mentions.at[country].entities[0]].kind == KIND_COUNTRY &&
	       (tk(k, name)->head == t || (tk(k, t)->head == tk(k, name)->head && tk(k, t)->head != NONE && tk(k, t)->deprel == tk(k, name)->deprel));
}

void join_strange_titles(struct linking *k)
{
	bool moved = false;

	for (size_t i = 0; i < k->d->mentions.n; i++) {
		const struct mention *m = &k->d->mentions.at[i];

		if (m->first == 0 || person_mention(k, m->head) != i || !is_strange_title(k, m->first - 1, m->head))
			continue;
		struct entity *x = &k->d->entities.at[m->entities[0]];

		if (tk(k, m->head)->head != m->first - 1) {
			tk(k, m->first - 1)->head = m->head;
			tk(k, m->first - 1)->deprel = DEP_COMPOUND;
			moved = true;
		}
		if (!x->country[0] && k->who.at[m->entities[0]] == NONE)
			memcpy(x->country, k->d->entities.at[k->d->mentions.at[k->d->mention_of[m->first - 2]].entities[0]].country, 4);
	}
	if (moved)
		doc_link_tree(k->d);
}

void time_of_title(const struct linking *k, uint32_t n, uint32_t first, bool *former, bool *future)
{
	const struct sentence *s = &k->d->sentences.at[tk(k, n)->sentence];

	for (uint32_t t = first; t-- > s->first && first - t < 5; ) {
		if (tk(k, t)->upos == UPOS_VERB || tk(k, t)->upos == UPOS_PUNCT)
			break;
		*former |= in_words(k->l, WORDS_FORMER, k->lower[t]);
		*future |= in_words(k->l, WORDS_FUTURE, k->lower[t]);
	}
	for (uint32_t c = tk(k, n)->child; c != NONE; c = tk(k, c)->next) {
		*former |= tk(k, c)->deprel == DEP_AMOD && in_words(k->l, WORDS_FORMER, k->lower[c]);
		*future |= tk(k, c)->deprel == DEP_AMOD && in_words(k->l, WORDS_FUTURE, k->lower[c]);
	}
	for (uint32_t t = first; t <= n; t++) {	/* "oud-president", "ex-prime minister" */
		size_t hyphen = str_find(k->lower[t], '-');

		*former |= hyphen < k->lower[t].n && in_words(k->l, WORDS_FORMER_PREFIX, str_sub(k->lower[t], 0, hyphen));
	}
}

uint32_t phrase_begin(const struct linking *k, uint32_t head, uint32_t first)
{
	const struct sentence *s = &k->d->sentences.at[tk(k, head)->sentence];

	while (first > s->first) {
		const struct token *t = tk(k, first - 1);

		/* "thirty-two people" */
		if (first >= s->first + 2 && str_is(t->form, "-") && tk(k, first)->upos == UPOS_NUM && tk(k, first - 2)->upos == UPOS_NUM) {
			first -= 2;
			continue;
		}
		/* "a 37-year-old man", "the London-based group" */
		if (is_hyphen(k, first - 1) && first >= s->first + 2 && t->head != NONE && t->head <= head) {
			first--;
			continue;
		}
		if (t->upos == UPOS_ADV && (t->head == NONE || tk(k, t->head)->upos != UPOS_ADJ || t->head < first || t->head > head))
			break;			/* "also the Georgian president" */
		/* "at least 25 people" */
		if (t->head != NONE && t->upos != UPOS_NUM && tk(k, t->head)->upos == UPOS_NUM)
			break;
		bool inside = t->upos == UPOS_ADJ || t->upos == UPOS_DET || t->upos == UPOS_NUM || (t->upos == UPOS_ADV && t->deprel == DEP_ADVMOD && t->head != NONE && tk(k, t->head)->upos == UPOS_ADJ) ||
			      t->deprel == DEP_COMPOUND || t->deprel == DEP_AMOD || t->deprel == DEP_NMOD_POSS || t->deprel == DEP_NMOD_DESC ||
			      t->deprel == DEP_DET || t->deprel == DEP_OBL_UNMARKED || (t->upos == UPOS_PART && t->deprel == DEP_CASE) || (t->upos == UPOS_PROPN && t->head != NONE && t->head >= first);

		if (!inside || t->head == NONE || (t->head != head && (t->head < first - 1 || t->head > head)) || (t->head < first - 1 && t->deprel != DEP_FLAT && t->deprel != DEP_FIXED))
			break;
		first--;
	}
	return first < head && str_is(tk(k, first)->form, "-") ? first + 1 : first;	/* "then-governor" */
}

bool is_definite(const struct linking *k, uint32_t first, uint32_t n)
{
	if (in_words(k->l, WORDS_DEFINITE, k->lower[first]))
		return true;
	uint32_t m = k->covered[first];

	return first < n && m != NONE && tk(k, first)->deprel == DEP_NMOD_POSS;
}

const char *sector_of_former(const char *sector, bool former)
{
	static const char elite[4] = "ELI";

	return former && (str_is(str_c(sector), "GOV") || str_is(str_c(sector), "LEG")) ? elite : sector;
}

bool is_force(const char *sector)
{
	return !strcmp(sector, "MIL") || !strcmp(sector, "COP") || !strcmp(sector, "SPY");
}

const char *sector_of(const struct linking *k, const struct agent *x, uint32_t n, const struct belongs *b)
{
	static const char none[4] = "";		/* who asks copies the four bytes of a sector */
	const struct entity *o = b->entity == NONE ? NULL : &k->d->entities.at[b->entity];

	if (o && b->is_organisation && o->sector[0] && x->weak && x->kind == KIND_GOVERNMENT)	/* "a BBC team" */
		return o->sector;
	for (uint32_t c = x->kind == KIND_ORGANISATION && !x->sector[0] ? tk(k, n)->child : NONE; c != NONE; c = tk(k, c)->next) {	/* "a coalition of rebel groups" */
		uint32_t f, l;
		struct str prefix;
		const struct agent *of = c > n && tk(k, c)->deprel == DEP_NMOD && is_of(k, c) && (tk(k, c)->bits & FEAT_PLUR) ? agent_at(k, c, &f, &l, &prefix) : NULL;

		if (of && of->sector[0] && !of->weak)
			return of->sector;
	}
	if (x->kind != KIND_PERSON && x->kind != KIND_PEOPLE)
		return x->sector;
	/* the head of a body that nobody knows, a spokesman of it: "the president of the League for Peace" */
	if (o && o->kind == KIND_ORGANISATION && !o->sector[0] && k->who.at[b->entity] == NONE && !strcmp(x->sector, "GOV") &&
	    (x->weak || in_words(k->l, WORDS_HEADS_ANYTHING, tk(k, n)->lemma) || (!o->country[0] && in_words(k->l, WORDS_SPOKESMAN, tk(k, n)->lemma))))
		return none;
	if (o && b->is_organisation && is_force(o->sector) && !strcmp(x->sector, "COP"))	/* "an officer of the secret service" */
		return o->sector;
	if ((!o || o->kind != KIND_ARMED_GROUP) && str_is(str_c(x->sector), "CVL"))	/* "inhabitants of the municipality" */
		return x->sector;
	if (o && b->is_organisation && !strcmp(o->sector, "IGO") && !strcmp(x->sector, "NGO"))	/* "UN observers" */
		return o->sector;
	if (o && b->is_organisation && o->sector[0] && (x->kind == KIND_PEOPLE || (o->kind == KIND_ARMED_GROUP && !str_is(str_c(x->sector), "CVL")) || !x->sector[0] || str_is(str_c(x->sector), "GOV") || x->leader ||
			(!strcmp(x->sector, "IGO") && o->kind == KIND_PARTY)))
		return o->sector;
	/* "the leaders of the Israeli opposition party": whose country stands on the body */
	for (uint32_t c = tk(k, n)->child; c != NONE && (!o || (!b->is_organisation && (x->weak || x->leader))); c = tk(k, c)->next) {
		uint32_t f, l;
		struct str prefix;
		bool whose = (c > n && tk(k, c)->deprel == DEP_NMOD && is_of(k, c)) || (c < n && tk(k, c)->deprel == DEP_COMPOUND);
		const struct agent *of = whose ? agent_at(k, c, &f, &l, &prefix) : NULL;

		if (of && of->kind != KIND_PERSON && of->kind != KIND_PEOPLE && of->sector[0])
			return of->sector;
	}
	if (!o && !b->country[0] && in_words(k->l, WORDS_SPOKESMAN, tk(k, n)->lemma) && !strcmp(x->sector, "GOV"))	/* of whom is not said */
		return none;
	return x->sector;
}

/* "Statues of presidents Washington and Lincoln": does the world know that the person left the office long before the text, and never came back? */
static bool held_long_ago(const struct linking *k, uint32_t entity, struct str office)
{
	enum { LONG_AGO = 3653 };	/* ten years: what the world knows of terms is not always of today */
	const struct who_term *terms;
	uint32_t n = k->who.at[entity] == NONE || k->d->date == DAY_NONE ? 0 : who_terms(k->l->who, k->who.at[entity], &terms);
	bool held = false;

	for (uint32_t i = 0; i < n; i++) {
		if (terms[i].to == DAY_NONE || terms[i].to >= k->d->date - LONG_AGO)
			return false;
		held |= who_same_office(k->l->who, terms[i].office, office, terms[i].country);
	}
	return held;
}

/* Does the world know that the person holds the office when the text is published? */
static bool holds_now(const struct linking *k, uint32_t entity, struct str office)
{
	const struct who_term *terms;
	uint32_t n = k->who.at[entity] == NONE || k->d->date == DAY_NONE || !office.n ? 0 : who_terms(k->l->who, k->who.at[entity], &terms);

	for (uint32_t i = 0; i < n; i++)
		if (who_same_office(k->l->who, terms[i].office, office, terms[i].country) && (terms[i].from == DAY_NONE || terms[i].from <= k->d->date) && (terms[i].to == DAY_NONE || terms[i].to >= k->d->date))
			return true;
	return false;
}

/* "Georgia's secretary of state Smith", whom the world knows in an office of the United States: the name of the country is another place's. */
static bool serves_another(const struct linking *k, uint32_t entity, const struct belongs *b)
{
	const struct who_term *terms;
	uint32_t n = k->who.at[entity] == NONE || k->d->date == DAY_NONE || !b->country[0] || b->is_organisation ? 0 : who_terms(k->l->who, k->who.at[entity], &terms);
	bool another = false;

	for (uint32_t i = 0; i < n; i++)
		if ((terms[i].from == DAY_NONE || terms[i].from <= k->d->date) && (terms[i].to == DAY_NONE || terms[i].to >= k->d->date)) {
			if (!memcmp(terms[i].country, b->country, 4))
				return false;
			another |= terms[i].country[0] != '\0';
		}
	return another;
}

static bool names_business(const struct linking *k, uint32_t t)
{
	uint32_t i = map_get(&k->l->agent_of, k->lower[t]);

	return i != MAP_NONE && k->l->agents.at[i].kind == KIND_PERSON && !strcmp(k->l->agents.at[i].sector, "BUS");
}

/* "President and CEO Ann Smith", of nobody that is known: of a firm. */
static bool is_of_firm(const struct linking *k, uint32_t n, const struct belongs *b)
{
	const struct sentence *s = &k->d->sentences.at[tk(k, n)->sentence];

	if (b->entity != NONE)
		return false;
	return (n + 2 < s->end && tk(k, n + 1)->upos == UPOS_CCONJ && names_business(k, n + 2)) || (n >= s->first + 2 && tk(k, n - 1)->upos == UPOS_CCONJ && names_business(k, n - 2));
}

void add_title(struct linking *k, const struct agent *x, uint32_t person, uint32_t first, uint32_t n, uint32_t last, const struct belongs *b)
{
	struct title t = { .person = person, .first = first, .last = last, .organisation_entity = NONE, .place_entity = local_owner(k, x, n, b) };
	struct entity *p = &k->d->entities.at[k->d->mentions.at[person].entities[0]];

	const char *sector;

	time_of_title(k, n, first, &t.former, &t.future);
	if (x->office.n && is_of_firm(k, n, b)) {
		if (!p->sector[0])
			memcpy(p->sector, "BUS", 4);
		return;
	}
	if (!t.former && !t.future && x->office.n && serves_another(k, k->d->mentions.at[person].entities[0], b))
		return;
	t.former |= !t.future && x->office.n && held_long_ago(k, k->d->mentions.at[person].entities[0], x->office);
	/* "state secretary of Justice": a field of government is no body; "the head of Kenya's police" is of the police */
	sector = t.former || (b->entity != NONE && !b->is_organisation && !x->weak) || (b->entity == NONE && !in_words(k->l, WORDS_SPOKESMAN, tk(k, n)->lemma)) ? x->sector : sector_of(k, x, n, b);
	if (b->entity != NONE && b->is_organisation)
		t.organisation_entity = b->entity;
	memcpy(t.country, b->country, 4);
	if (!t.country[0] && !b->is_organisation)
		memcpy(t.country, p->country, 4);
	t.leader = x->leader && !(x->weak && b->is_organisation && !strcmp(k->d->entities.at[b->entity].sector, "IGO"));	/* an "EU leader" leads a country */
	t.member = x->member && b->is_organisation && (k->d->entities.at[b->entity].kind == KIND_PARTY || k->d->entities.at[b->entity].kind == KIND_ARMED_GROUP);
	t.office = x->office;
	bool works_abroad = b->entity != NONE && b->is_organisation && k->d->entities.at[b->entity].kind == KIND_COMPANY;	/* "Shell's Jones" may be of any country */

	if (!p->country[0] && b->country[0] && !b->weak && !works_abroad)
		memcpy(p->country, b->country, 4);
	bool stands = !strcmp(p->sector, "PTY") && !x->office.n;	/* "the candidate Ann Smith, a lawyer" stands for her party */

	if ((!p->sector[0] || (!t.former && !stands && (str_is(str_c(p->sector), "ELI") || !p->office.n))) && sector[0])
		memcpy(p->sector, sector_of_former(sector, t.former), 4);
	/* "former president Jones", out of office however short a time */
	if (t.former && !p->office.n && x->office.n && p->sector[0])
		memcpy(p->sector, sector_of_former(p->sector, true), 4);
	/* "minister Salvini" is called one here, whatever else he leads */
	if (!t.former && x->office.n && str_is(str_c(sector), "GOV") && strcmp(p->sector, "GOV") && strcmp(p->sector, "IGO") && p->office.n) {
		p->office = x->office;
		memcpy(p->sector, "GOV", 4);
	}
	if (!t.former && (!p->office.n || holds_now(k, k->d->mentions.at[person].entities[0], x->office)))	/* of several offices, the one that is told here */
		p->office = x->office;
	/* "Governor Inslee": of the country whose politics the text tells */
	if (!p->country[0] && b->entity == NONE && !t.former && !t.leader && x->office.n && sector[0] == 'G')
		memcpy(p->country, k->polity, 4);
	if (t.leader && b->is_organisation) {
		*vec_push(k->d->a, &k->d->titles) = t;
		return;
	}
	if (t.leader)		/* of nobody that is named */
		return;
	if (x->office.n || t.member)
		*vec_push(k->d->a, &k->d->titles) = t;
}
