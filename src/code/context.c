/* context.c - when, where, how many. */
#include "code/context.h"

#include "base/file.h"
#include "code/status.h"

static const struct when unknown_when = { .start = DAY_NONE, .end = DAY_NONE };

static bool is_date(const struct timex *x)
{
	return (x->type == TIMEX_DATE || x->type == TIMEX_TIME || x->type == TIMEX_DURATION) && x->when.start != DAY_NONE &&
	       x->when.precision != PRECISION_UNKNOWN;
}

/* The token of the expression that hangs on something outside it. */
static uint32_t anchor(const struct coding *c, const struct timex *x)
{
	for (uint32_t t = x->first; t <= x->last; t++) {
		uint32_t h = tok(c, t)->head;

		if (h == NONE || h < x->first || h > x->last)
			return t;
	}
	return x->last;
}

/* Is the date a part of a name or kind of thing: "the 2010 Pune bombing", "yesterday's attack"? */
static bool is_label(const struct coding *c, uint32_t t)
{
	enum deprel r = tok(c, t)->deprel;
	uint32_t h = tok(c, t)->head;

	return h != NONE && (r == DEP_AMOD || r == DEP_COMPOUND || r == DEP_NUMMOD || r == DEP_NMOD_POSS || r == DEP_NMOD_DESC || r == DEP_NMOD_UNMARKED) &&
	       is_nominal(c, h);
}

/* A noun that tells a doing keeps the date under it to itself: "the murder of X in 2011". */
static bool keeps_date(const struct coding *c, uint32_t n)
{
	return tok(c, n)->upos == UPOS_NOUN && frames_of(c->f, c->keys[n]).n > 0;
}

/* "meets him and has planned a visit for next week": the second verb, with an auxiliary of its own, keeps its date. */
static bool is_told_apart(const struct coding *c, uint32_t t)
{
	return tok(c, t)->deprel == DEP_CONJ && tok(c, t)->upos == UPOS_VERB && tok(c, t)->head < t && doc_child(c->d, t, DEP_AUX) != NONE;
}

/* Does the expression stand in the clause of v?  Its path to v must not pass another clause. */
static bool in_clause(const struct coding *c, uint32_t t, uint32_t v)
{
	if (is_label(c, t) && tok(c, t)->head != v)
		return false;
	for (int steps = 0; t != NONE && steps < 40; steps++) {
		if (t == v)
			return true;
		if (steps && (keeps_date(c, t) || is_told_apart(c, t)))
			return false;
		switch (tok(c, t)->deprel) {
		case DEP_ACL: case DEP_ACL_RELCL: case DEP_ADVCL: case DEP_ADVCL_RELCL: case DEP_CCOMP: case DEP_CSUBJ: case DEP_PARATAXIS:
			return false;
		default:
			t = tok(c, t)->head;
		}
	}
	return false;
}

/* The first expression of a sentence (they lie in text order). */
static uint32_t first_time(const struct doc *d, uint32_t sentence)
{
	uint32_t low = 0, high = (uint32_t)d->times.n;

	while (low < high) {
		uint32_t middle = (low + high) / 2;

		if (d->tokens.at[d->times.at[middle].first].sentence < sentence)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

bool is_past(const struct coding *c, uint32_t t)
{
	for (int steps = 0; t != NONE && steps < 6; steps++, t = tok(c, t)->head) {
		if (tok(c, t)->bits & FEAT_FIN)
			return (tok(c, t)->bits & FEAT_PAST) != 0;
		for (uint32_t k = tok(c, t)->child; k != NONE; k = tok(c, k)->next)
			if ((tok(c, k)->deprel == DEP_AUX || tok(c, k)->deprel == DEP_AUX_PASS || tok(c, k)->deprel == DEP_COP) && (tok(c, k)->bits & FEAT_FIN))
				return (tok(c, k)->bits & FEAT_PAST) != 0;
	}
	return false;
}

/* "Since 2010" is from then until the day of the document. */
static struct when until_now(const struct coding *c, struct when w)
{
	if (w.since && c->d->date != DAY_NONE && w.start != DAY_NONE && w.start <= c->d->date)
		w.end = c->d->date;
	return w;
}

bool is_told(int type)
{
	return type == EVENT_SAY || type == EVENT_ACCUSE || type == EVENT_REQUEST || type == EVENT_REJECT || type == EVENT_THREATEN;
}

bool tells_same(const struct coding *c, uint32_t n, int type)
{
	struct range r = frames_of(c->f, c->keys[n]);

	for (uint32_t i = r.first; i < r.first + r.n; i++) {
		const struct frame *f = &c->f->frames[c->f->key_frames[i]];

		if (f->type == type && !f->is_state)
			return true;
	}
	return false;
}

/* A year long past that hangs on a noun is that noun's: "the massacre of 1961", "their revolution in 1959".  Days are less sure: parsers hang "on Monday" on
 * whatever stands before it. */
static bool of_noun(const struct coding *c, const struct timex *x, uint32_t t, uint32_t support, int type)
{
	uint32_t a = anchor(c, x), h = tok(c, a)->head;
	enum deprel r = tok(c, a)->deprel;

	if (h == NONE || h == t || h == support || tok(c, h)->upos != UPOS_NOUN || x->when.precision < PRECISION_YEAR ||
	    tells_same(c, h, type))
		return false;
	return (r == DEP_NMOD || r == DEP_NMOD_TMOD || r == DEP_NMOD_UNMARKED) && c->d->date != DAY_NONE && x->when.end != DAY_NONE && x->when.end < c->d->date - 365;
}

/* An infinitive or a participle between the trigger and a year behind it: "signs a bill extending the treaty to 2030". */
static bool verb_between(const struct coding *c, const struct timex *x, uint32_t t, uint32_t support)
{
	for (uint32_t k = t + 1; k < x->first; k++)
		if (k != support && tok(c, k)->upos == UPOS_VERB && !(tok(c, k)->bits & FEAT_FIN) && doc_under(c->d, k, t))
			return true;
	return false;
}

/* "On Wednesday the court rules": a date right before the verb of saying is its own; so is one of a deed that is no saying, "she sends a letter next week". */
static bool announced(const struct coding *c, const struct timex *x, uint32_t t, uint32_t support)
{
	uint32_t v = support == NONE ? t : support, h = tok(c, anchor(c, x))->head;

	return (h == t || h == v) && (x->last < v || (tok(c, v)->upos == UPOS_VERB && !is_past(c, v) && (tok(c, v)->bits & FEAT_FIN) && !(c->cues[v] & CUE_SAY) &&
						       doc_child(c->d, v, DEP_CCOMP) == NONE));
}

static uint32_t ordinal_of(const struct coding *c, uint32_t t);

/* "The first visit since 1953", "the deadliest attack since 1998": from when on there was none like it. */
static bool is_since_last(const struct coding *c, const struct timex *x)
{
	enum { NEAR = 12 };		/* tokens */
	uint32_t begin = c->d->sentences.at[tok(c, x->first)->sentence].first;

	begin = x->first - begin > NEAR ? x->first - NEAR : begin;
	for (uint32_t t = begin; x->when.since && t < x->first; t++)
		if ((tok(c, t)->deprel == DEP_AMOD && str_is(tok(c, t)->feats, "Degree=Sup")) || (ordinal_of(c, t) && !c->dated[t]))
			return true;
	return false;
}

/* May the expression date what the trigger tells?  What has happened has no date to come; nor has a saying, whatever lies ahead in it; what lasts until
 * then began before. */
static bool may_date(const struct coding *c, const struct timex *x, uint32_t t, uint32_t support, enum status status, int type)
{
	bool ahead = c->d->date != DAY_NONE && x->when.start != DAY_NONE && x->when.start > c->d->date;

	if (of_noun(c, x, t, support, type) || is_since_last(c, x))
		return false;
	if (!ahead || (status != STATUS_HAPPENED && status != STATUS_ONGOING))
		return true;
	if ((is_told(type) && !announced(c, x, t, support)) || x->when.until || (x->when.precision >= PRECISION_YEAR && verb_between(c, x, t, support)))
		return false;
	/* "ordered him to stay on April 5", but "announced his resignation as of June" */
	return status != STATUS_HAPPENED || !is_past(c, t) || (c->cues[t] & (CUE_SAY | CUE_HEAD_PLANNED)) != 0;
}

/* "The 1953 armistice": the year of another thing than the event. */
static bool is_foreign_label(const struct coding *c, const struct timex *x, int type)
{
	uint32_t a = anchor(c, x);

	return x->when.precision >= PRECISION_YEAR && is_label(c, a) && !tells_same(c, tok(c, a)->head, type);
}

bool is_spoken_of(const struct coding *c, uint32_t t)
{
	uint32_t about = doc_child(c->d, t, DEP_CASE), det = doc_child(c->d, t, DEP_DET), h = tok(c, t)->head;

	if (tok(c, t)->upos != UPOS_NOUN || about == NONE || !frames_in_class(c->f, c->keys[about], c->f->about) || det == NONE || !(tok(c, det)->bits & (FEAT_DEF | FEAT_DEM)))
		return false;
	for (int steps = 0; h != NONE && steps < 3; steps++, h = tok(c, h)->head)
		if ((c->cues[h] & CUE_SAY) || tells_same(c, h, EVENT_CONSULT))
			return true;
	return false;
}

struct when find_when(const struct coding *c, uint32_t t, uint32_t support, enum status status, int type)
{
	const struct doc *d = c->d;
	uint32_t sentence = tok(c, t)->sentence;
	uint32_t chain[6], n = 0;
	bool dated = false, main_clause = false, spoken_of = support == NONE && is_spoken_of(c, t);

	chain[n++] = t;
	if (support != NONE)
		chain[n++] = support;
	for (uint32_t v = support != NONE ? support : spoken_of ? NONE : clause_of(c, t); v != NONE && n < 6; ) {
		if (v != chain[n - 1])
			chain[n++] = v;
		main_clause |= tok(c, v)->deprel == DEP_ROOT;
		enum deprel rel = tok(c, v)->deprel;

		/* the date of the governing clause holds for infinitives, joined clauses and participles, not for what is reported */
		if (rel != DEP_XCOMP && rel != DEP_CONJ && rel != DEP_ADVCL)
			break;
		v = tok(c, v)->head;
	}
	for (uint32_t i = 0; i < n; i++) {
		uint32_t best = NONE, distance = 0;

		for (uint32_t k = first_time(d, sentence); k < d->times.n && tok(c, d->times.at[k].first)->sentence == sentence; k++) {
			const struct timex *x = &d->times.at[k];

			bool may = may_date(c, x, t, support, status, type);

			dated |= may && x->type != TIMEX_DURATION && x->type != TIMEX_SET && (x->when.start != DAY_NONE || str_is(x->value, "PAST_REF")) &&
				 (!is_label(c, anchor(c, x)) || tok(c, anchor(c, x))->head == t) && (!main_clause || in_clause(c, anchor(c, x), chain[i]));
			if (!may || !is_date(x) || !in_clause(c, anchor(c, x), chain[i]))
				continue;
			uint32_t far = x->first > chain[i] ? x->first - chain[i] : chain[i] - x->first;

			if (best == NONE || far < distance) {
				best = k;
				distance = far;
			}
		}
		if (best != NONE)
			return until_now(c, d->times.at[best].when);
	}
	if (spoken_of)
		return unknown_when;
	/* one date in the sentence, and the sentence is one clause beside its report */
	uint32_t only = NONE, dates = 0;

	for (uint32_t k = first_time(d, sentence); k < d->times.n && tok(c, d->times.at[k].first)->sentence == sentence; k++)
		if (is_date(&d->times.at[k])) {
			only = k;
			dates++;
		}
	if (dates == 1 && may_date(c, &d->times.at[only], t, support, status, type) &&
	    !is_foreign_label(c, &d->times.at[only], type)) {
		uint32_t a = clause_of(c, anchor(c, &d->times.at[only])), own = clause_of(c, t);

		if (a != NONE && a != own && is_told_apart(c, a))
			a = NONE;
		for (int steps = 0; a != NONE && a != own && tok(c, a)->deprel == DEP_XCOMP && steps < 4; steps++)	/* "a law that requires staff to leave by May" */
			a = tok(c, a)->head;
		if (a == own || (own != NONE && tok(c, own)->deprel == DEP_ROOT && a != NONE && tok(c, a)->deprel != DEP_ACL_RELCL &&
				 tok(c, a)->deprel != DEP_CCOMP && tok(c, a)->deprel != DEP_ADVCL && tok(c, a)->deprel != DEP_PARATAXIS))
			return until_now(c, d->times.at[only].when);
	}
	enum block_type block = d->sentences.at[sentence].block < d->blocks.n ? d->blocks.at[d->sentences.at[sentence].block].type : BLOCK_PARAGRAPH;

	if (!dated && d->date != DAY_NONE && (block == BLOCK_TITLE || block == BLOCK_LEAD) && (status == STATUS_HAPPENED || status == STATUS_ONGOING))
		return (struct when){ .start = d->date, .end = d->date, .precision = PRECISION_DAY, .basis = BASIS_PUBLISHED };
	return unknown_when;
}

static bool is_place(const struct coding *c, uint32_t mention, uint32_t *entity)
{
	const struct mention *m = &c->d->mentions.at[mention];

	for (uint32_t i = 0; i < m->n_entities && !(m->how == MENTION_PRONOUN && m->n_entities > 1); i++) {	/* "along their border" is in neither */
		const struct entity *x = &c->d->entities.at[m->entities[i]];

		if (x->kind == KIND_PLACE || x->kind == KIND_COUNTRY) {
			*entity = m->entities[i];
			return true;
		}
	}
	return false;
}

enum { WHENCE = 1, TOWARD = 2 };	/* prepositions that say where something was only of some events */

/* Behind a preposition of place; one of whence, "fired from Gaza", and of toward before a country, "extradited to Italy", only where asked for. */
static bool is_locative(const struct coding *c, uint32_t n, int also)
{
	uint32_t m = c->d->mention_of[n], entity;
	bool country = m != NONE && is_place(c, m, &entity) && c->d->entities.at[entity].kind == KIND_COUNTRY;

	for (uint32_t k = tok(c, n)->child; k != NONE; k = tok(c, k)->next)
		if (tok(c, k)->deprel == DEP_CASE && (c->cues[k] & CUE_LOCATIVE) && ((also & WHENCE) || !frames_in_class(c->f, c->keys[k], c->f->whence)) &&
		    ((also & TOWARD) || !country || !frames_in_class(c->f, c->keys[k], c->f->toward)))
			return true;
	return false;
}

/* The locative phrase nearest to t among the dependents of v (two levels), as a participant. */
static struct participant place_under(const struct coding *c, uint32_t v, int depth, int also)
{
	struct participant none = { NONE, NONE, NONE, { 0, 0 } };
	uint32_t entity;

	for (uint32_t k = tok(c, v)->child; k != NONE; k = tok(c, k)->next) {
		enum deprel rel = tok(c, k)->deprel;

		if (rel != DEP_OBL && rel != DEP_OBL_ARG && rel != DEP_NMOD && rel != DEP_ADVMOD && rel != DEP_OBJ && rel != DEP_CONJ && rel != DEP_APPOS && rel != DEP_NSUBJ_PASS)
			continue;
		if ((rel == DEP_OBL || rel == DEP_OBL_ARG || rel == DEP_NMOD) && is_locative(c, k, also)) {
			uint32_t m = c->d->mention_of[k] != NONE ? c->d->mention_of[k] : NONE;

			if (m != NONE && !c->dated[k] && is_place(c, m, &entity)) {
				/* "in the city of Gaza": the narrower place stands deeper */
				return (struct participant){ m, entity, k, c->d->mentions.at[m].span };
			}
		}
		if ((rel == DEP_OBL || rel == DEP_OBL_ARG || rel == DEP_NMOD) && is_locative(c, k, also)) {	/* "in the resort of Sochi", "in de badplaats Sotsji" */
			for (uint32_t g = tok(c, k)->child; g != NONE; g = tok(c, g)->next) {
				enum deprel r = tok(c, g)->deprel;
				uint32_t m = c->d->mention_of[g], with = doc_child(c->d, g, DEP_CASE);

				if (with != NONE && ((c->cues[with] & CUE_ABSOLUTE) || (!(also & TOWARD) && frames_in_class(c->f, c->keys[with], c->f->toward))))	/* "under a deal with the Vatican" */
					continue;
				if ((r == DEP_APPOS || r == DEP_NMOD || r == DEP_FLAT || r == DEP_NMOD_POSS || r == DEP_NMOD_DESC || r == DEP_COMPOUND) && m != NONE && is_place(c, m, &entity))
					return (struct participant){ m, entity, g, c->d->mentions.at[m].span };
			}
		}
		if (depth > 0 && rel != DEP_CONJ) {
			struct participant p = place_under(c, k, depth - 1, also);

			if (p.entity != NONE)
				return p;
		}
	}
	return none;
}

/* Deeds on the ground, not words. */
static bool happens_somewhere(enum event_type type)
{
	switch (type) {
	case EVENT_ASSAULT: case EVENT_PROTEST: case EVENT_COERCE: case EVENT_MOBILIZE: case EVENT_RETREAT: case EVENT_AID: case EVENT_DIE: case EVENT_CONSULT: case EVENT_ELECT:
		return true;
	default:
		return false;
	}
}

/* Behind a preposition of place, by itself or as what such a phrase names: "in the resort of Sochi", not "over the pact of Marrakesh". */
static bool stands_in_place(const struct coding *c, uint32_t t, uint32_t mention)
{
	uint32_t h = tok(c, t)->head;

	if (h != NONE && frames_in_class(c->f, c->keys[h], c->f->district) && has_cue(c, doc_child(c->d, t, DEP_CASE), CUE_GENITIVE) && doc_child(c->d, h, DEP_CASE) != NONE)
		return true;
	return is_locative(c, t, 0) || (h != NONE && is_locative(c, h, 0) && (doc_child(c->d, t, DEP_CASE) == NONE || c->d->mention_of[h] == mention));
}

/* The only place below a country that the sentence names behind a preposition of place. */
static struct participant only_place(const struct coding *c, uint32_t sentence, enum kind kind)
{
	struct participant none = { NONE, NONE, NONE, { 0, 0 } }, found = none;
	const struct sentence *s = &c->d->sentences.at[sentence];

	for (uint32_t t = s->first; t < s->end; t++) {
		uint32_t m = c->d->mention_of[t], entity;

		if (m == NONE || c->d->mentions.at[m].head != t || !is_place(c, m, &entity) || c->d->entities.at[entity].kind != kind)
			continue;
		if (c->dated[t] || !stands_in_place(c, t, m))
			continue;
		if (found.entity != NONE && found.entity != entity)
			return none;
		found = (struct participant){ m, entity, t, c->d->mentions.at[m].span };
	}
	return found;
}

/* What is seized, shelled or visited may be the place itself. */
static struct participant place_hit(const struct coding *c, const struct event *e)
{
	uint32_t entity;

	for (size_t i = 0; i < e->recipients.n; i++) {
		const struct participant *r = &e->recipients.at[i];

		if (r->mention != NONE && is_place(c, r->mention, &entity) && c->d->entities.at[entity].kind == KIND_PLACE)
			return *r;
	}
	return (struct participant){ NONE, NONE, NONE, { 0, 0 } };
}

struct participant find_where(const struct coding *c, uint32_t t, uint32_t support, const struct event *e)
{
	struct participant p = { NONE, NONE, NONE, { 0, 0 } };
	bool spoken_of = support == NONE && is_spoken_of(c, t);
	uint32_t v = support != NONE ? support : spoken_of ? NONE : clause_of(c, t), entity;

	bool aimed = e->type == EVENT_ASSAULT && e->recipients.n > 0;
	bool toward = e->type == EVENT_ASSAULT || e->type == EVENT_MOBILIZE || (e->type == EVENT_CONSULT && str_is(e->mode, "visit"));
	int also = toward ? TOWARD : 0;		/* "drones over Russia", "een bezoek aan India" */

	for (int whence = 0; whence < (aimed ? 1 : 2) && p.entity == NONE; whence++) {
		p = place_under(c, t, 1, also | (whence ? WHENCE : 0));
		if (p.entity == NONE && v != NONE && v != t)
			p = place_under(c, v, 1, also | (whence ? WHENCE : 0));
		if (p.entity == NONE && !whence && e->type == EVENT_ASSAULT)
			p = place_hit(c, e);
	}
	if (p.entity != NONE)
		return p;
	/* clauses above share the place of the sentence, but not that of a report */
	for (int steps = 0; v != NONE && steps < 6; steps++) {
		enum deprel rel = tok(c, v)->deprel;

		if (rel != DEP_ADVCL && rel != DEP_XCOMP && rel != DEP_CONJ && rel != DEP_ACL)
			break;
		v = clause_of(c, tok(c, v)->head);
		if (v != NONE && (p = place_under(c, v, 1, also | WHENCE)).entity != NONE)
			return p;
	}
	p = place_hit(c, e);
	if (p.entity != NONE)
		return p;
	if (happens_somewhere(e->type) && !spoken_of) {
		p = only_place(c, tok(c, t)->sentence, KIND_PLACE);
		if (p.entity == NONE && tok(c, t)->upos == UPOS_VERB) {	/* "voters in Peru head to the polls" */
			p = only_place(c, tok(c, t)->sentence, KIND_COUNTRY);
			if (p.entity != NONE && !(doc_under(c->d, p.head, t) && has_cue(c, doc_child(c->d, p.head, DEP_CASE), CUE_WITHIN)))
				p = (struct participant){ NONE, NONE, NONE, { 0, 0 } };
		}
		if (p.entity != NONE)
			return p;
	}
	/* a visit is where the host is */
	if (e->type == EVENT_CONSULT && str_is(e->mode, "visit"))
		for (size_t i = 0; i < e->recipients.n; i++) {
			const struct participant *r = &e->recipients.at[i];

			if (r->mention != NONE && is_place(c, r->mention, &entity))
				return *r;
		}
	return p;
}

/* ---- counts ------------------------------------------------------------------------------ */

struct numbers {
	struct map values, at_least, at_most;
	struct map ordinals, endings, times;
};

int numbers_read(struct numbers **out, struct arena *a, const char *path, struct error *e)
{
	struct numbers *n = arena_new(a, struct numbers);
	struct str text, line, word;
	int r = file_read(a, path, 1 << 20, &text, e);

	map_init(&n->values, a);
	map_init(&n->at_least, a);
	map_init(&n->at_most, a);
	map_init(&n->ordinals, a);
	map_init(&n->endings, a);
	map_init(&n->times, a);
	*out = n;
	for (uint32_t number = 1; !r && str_split(&text, '\n', &line); number++) {
		line = str_trim(line);
		if (!line.n || line.p[0] == '#')
			continue;
		size_t colon = str_find(line, ':');
		struct str head = str_trim(str_sub(line, 0, colon)), list;
		struct map *limit = str_is(head, "at-least") ? &n->at_least : str_is(head, "at-most") ? &n->at_most :
				    str_is(head, "ordinal-ending") ? &n->endings : str_is(head, "times") ? &n->times : NULL;
		bool ordinal = str_starts(head, STR("ordinal "));
		uint32_t value = 0;

		if (ordinal)
			head = str_trim(str_sub(head, sizeof("ordinal"), head.n));
		for (size_t i = 0; i < head.n && !limit && value < 100000000; i++)
			if (head.p[i] >= '0' && head.p[i] <= '9')
				value = value * 10 + (uint32_t)(head.p[i] - '0');
			else
				colon = line.n;
		if (colon == line.n)
			return error_set(e, COU_EDATA, "%s:%u: a number, ordinal N, at-least, at-most, ordinal-ending or times, ':' and words", path, number);
		list = str_sub(line, colon + 1, line.n);
		while (str_split(&list, ',', &word))
			if (str_trim(word).n)
				*map_put(limit ? limit : ordinal ? &n->ordinals : &n->values, str_trim(word)) = limit ? 1 : value;
	}
	return r;
}

static bool value_of(const struct coding *c, uint32_t t, uint32_t *value)
{
	struct str form = tok(c, t)->form;
	uint64_t v = 0;

	if (!form.n || form.p[0] < '0' || form.p[0] > '9') {
		uint32_t known = map_get(&c->numbers->values, c->keys[t]);

		if (known == MAP_NONE)
			known = map_get(&c->numbers->values, form);
		*value = known;
		return known != MAP_NONE;
	}
	for (size_t i = 0; i < form.n; i++) {
		if (form.p[i] >= '0' && form.p[i] <= '9')
			v = v * 10 + (uint64_t)(form.p[i] - '0');
		else if (!((form.p[i] == '.' || form.p[i] == ',') && i + 4 <= form.n))
			return false;
		if (v > 100000000u)
			return false;
	}
	*value = (uint32_t)v;
	return true;
}

/* "at least", "zeker" among the words right before the number or beside it. */
static bool has_word(const struct coding *c, uint32_t t, const struct map *words)
{
	const struct sentence *s = &c->d->sentences.at[tok(c, t)->sentence];

	for (uint32_t k = t; k-- > s->first && t - k <= 2; )
		if (map_get(words, c->keys[k]) != MAP_NONE)
			return true;
	return false;
}

/* "a pupil (16)", "Ann Smith, 39," */
static bool is_age(const struct coding *c, uint32_t number, uint32_t noun)
{
	return number > noun && tok(c, number - 1)->upos == UPOS_PUNCT;
}

struct count find_count(const struct coding *c, uint32_t noun)
{
	struct count n = { 0 };
	uint32_t value;

	if (tok(c, noun)->upos == UPOS_NUM && value_of(c, noun, &value))	/* "killing five" */
		n = (struct count){ true, value, value, tok(c, noun)->span };
	for (uint32_t k = tok(c, noun)->child; k != NONE && !n.given; k = tok(c, k)->next) {
		if ((tok(c, k)->deprel != DEP_NUMMOD && tok(c, k)->upos != UPOS_NUM) || !value_of(c, k, &value) || is_age(c, k, noun))
			continue;
		uint32_t factor;

		for (uint32_t g = tok(c, k)->child; g != NONE; g = tok(c, g)->next)	/* "two hundred" */
			if (tok(c, g)->upos == UPOS_NUM && value >= 100 && value_of(c, g, &factor) && factor < value)
				value *= factor;
		struct span span = tok(c, k)->span;

		for (uint32_t g = tok(c, k)->child; g != NONE && g < k; g = tok(c, g)->next)	/* "thirty-two" */
			if (value < 10 && value_of(c, g, &factor) && factor >= 20 && factor < 100 && factor % 10 == 0) {
				value += factor;
				span.start = tok(c, g)->span.start;
			}
		n = (struct count){ true, value, value, span };
		if (has_word(c, k, &c->numbers->at_least))
			n.max = UINT32_MAX;
		else if (has_word(c, k, &c->numbers->at_most))
			n.min = 0;
	}
	return n;
}

/* "ninth", "9th": its number, or 0. */
static uint32_t ordinal_of(const struct coding *c, uint32_t t)
{
	struct str form = tok(c, t)->form;
	uint32_t known = map_get(&c->numbers->ordinals, c->keys[t]), v = 0;
	size_t i = 0;

	if (known == MAP_NONE)
		known = map_get(&c->numbers->ordinals, form);
	if (known != MAP_NONE)
		return known;
	for (; i < form.n && i < 4 && form.p[i] >= '0' && form.p[i] <= '9'; i++)
		v = v * 10 + (uint32_t)(form.p[i] - '0');
	return i && i < form.n && map_get(&c->numbers->endings, str_sub(form, i, form.n)) != MAP_NONE ? v : 0;
}

bool is_ordinal(const struct coding *c, uint32_t t)
{
	if (has_cue(c, t, CUE_NOUN_PLANNED | CUE_NOUN_POSSIBLE | CUE_NOUN_HYPOTHETICAL | CUE_NOUN_NEGATED | CUE_NOUN_EXPECTED))	/* "the first decision to leave" */
		return false;
	if (ordinal_of(c, t) || has_cue(c, t, CUE_ADJ_PAST))
		return true;
	for (uint32_t k = tok(c, t)->child; k != NONE; k = tok(c, k)->next)
		if ((tok(c, k)->deprel == DEP_AMOD || tok(c, k)->deprel == DEP_NUMMOD) && (ordinal_of(c, k) || has_cue(c, k, CUE_ADJ_PAST)))
			return true;
	return false;
}

static struct count ordinal_under(const struct coding *c, uint32_t noun)
{
	for (uint32_t k = tok(c, noun)->child; k != NONE; k = tok(c, k)->next) {
		uint32_t v = tok(c, k)->deprel == DEP_AMOD || tok(c, k)->deprel == DEP_NUMMOD || tok(c, k)->deprel == DEP_DET ? ordinal_of(c, k) : 0;

		if (v)
			return (struct count){ true, v, v, tok(c, k)->span };
	}
	return (struct count){ 0 };
}

struct count find_ordinal(const struct coding *c, uint32_t trigger)
{
	struct count n = { 0 };

	if (tok(c, trigger)->upos != UPOS_VERB)
		return ordinal_under(c, trigger);
	for (uint32_t k = tok(c, trigger)->child; k != NONE && !n.given; k = tok(c, k)->next)
		if (map_get(&c->numbers->times, c->keys[k]) != MAP_NONE)
			n = ordinal_under(c, k);
	return n;
}
