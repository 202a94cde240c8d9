#include "code/confidence.h"

#include "base/file.h"

#include <math.h>
#include <stdlib.h>

enum {
	LONG_SENTENCE = 28, VERY_LONG_SENTENCE = 42, WIDE = 7, FAR = 10,	/* words */
	DEEP = 4,								/* heads up to the root */
	CROWD = 3								/* events, participants, names */
};

enum { TREES_MAX = 2000, NODES_MAX = 1 << 20, DEPTH_MAX = 64, PER_MILLE = 1000, NO_LEAF = -1 };

static bool number_of(struct arena *a, struct str s, float *x)
{
	char *end;
	struct str copy = str_dup(a, s);

	*x = strtof(copy.p, &end);
	return s.n && end == copy.p + s.n && isfinite(*x);
}

/* The number of a leaf, or NO_LEAF. */
static int leaf_of(struct str word)
{
	int n = 0;

	for (size_t i = 0; i < word.n; i++) {
		if (word.p[i] < '0' || word.p[i] > '9' || n > PER_MILLE)
			return NO_LEAF;
		n = n * 10 + word.p[i] - '0';
	}
	return word.n && n <= PER_MILLE ? n : NO_LEAF;
}

/* Reads one tree from the rest of its line; false where a word is unknown or one is missing. */
static bool read_tree(struct confidence *c, struct arena *a, struct str *rest, int depth)
{
	struct str word;

	do {
		if (!str_split(rest, ' ', &word))
			return false;
	} while (!word.n);
	if (depth > DEPTH_MAX || c->nodes.n >= NODES_MAX)
		return false;
	uint32_t at = (uint32_t)c->nodes.n;
	int leaf = leaf_of(word), trait = event_trait_find(word), type = trait >= 0 ? -1 : event_type_find(word);

	*vec_push(a, &c->nodes) = (struct forest_node){ (int16_t)(leaf != NO_LEAF ? -1 : trait >= 0 ? trait : EVENT_TRAIT_COUNT + type), (uint16_t)(leaf == NO_LEAF ? 0 : leaf), 0 };
	if (leaf != NO_LEAF)
		return true;
	if ((trait < 0 && type < 0) || !read_tree(c, a, rest, depth + 1))
		return false;
	c->nodes.at[at].if_so = (uint32_t)c->nodes.n;
	return read_tree(c, a, rest, depth + 1);
}

int confidence_read(struct confidence *c, struct arena *a, const char *path, struct error *e)
{
	struct str text, line;
	int rc = file_read(a, path, 8 << 20, &text, e);

	memset(c, 0, sizeof(*c));
	for (uint32_t number = 1; !rc && str_split(&text, '\n', &line); number++) {
		struct str what, rest = str_trim(line);
		bool good = false;

		if (!rest.n || rest.p[0] == '#')
			continue;
		str_split(&rest, ' ', &what);
		if (str_is(what, "shift")) {
			good = number_of(a, str_trim(rest), &c->shift);
		} else if (str_is(what, "tree") && c->trees.n < TREES_MAX) {
			*vec_push(a, &c->trees) = (uint32_t)c->nodes.n;
			good = read_tree(c, a, &rest, 0) && !str_trim(rest).n;
		}
		if (!good)
			rc = error_set(e, COU_EDATA, "%s:%u: no \"shift X\", nor a whole \"tree WORD...\" of traits, types and numbers up to %d", path, number, PER_MILLE);
	}
	if (!rc && !c->trees.n)
		rc = error_set(e, COU_EDATA, "%s: no tree in it", path);
	return rc;
}

void match_traits(const struct coding *c, const struct match *m, bool t[EVENT_TRAIT_COUNT])
{
	const struct frame *f = &c->f->frames[m->frame];
	struct range r = frames_of(c->f, c->keys[m->trigger]);

	t[TRAIT_VERB] = f->kind == FRAME_VERB;
	t[TRAIT_NOUN] = f->kind == FRAME_NOUN;
	t[TRAIT_BARE_NOUN] = f->kind == FRAME_NOUN && m->support == NONE;
	t[TRAIT_FIXED] = m->n_fixed > 0;
	t[TRAIT_WEAK] = f->weak;
	t[TRAIT_COMPOUND] = f->suffix_only || !r.n;
	for (uint32_t i = r.first; i < r.first + r.n; i++) {
		const struct frame *other = &c->f->frames[c->f->key_frames[i]];

		t[TRAIT_AMBIGUOUS] |= !other->is_state && !other->silent && other->type != f->type;
	}
}

static bool is_civil(const struct entity *x)
{
	static const char *const civil[] = { "CVL", "BUS", "MED", "JRN", "EDU", "LAB", "SPO", "HLH" };

	for (size_t i = 0; i < sizeof(civil) / sizeof(civil[0]); i++)
		if (!strcmp(x->sector, civil[i]))
			return true;
	return false;
}

/* Is t above, or t itself? */
static bool is_under(const struct coding *c, uint32_t t, uint32_t above)
{
	uint32_t steps = 0;

	while (t != above && tok(c, t)->head != NONE && steps++ < DEEP * DEEP)
		t = tok(c, t)->head;
	return t == above;
}

/* Where in the tree a participant stands, seen from the trigger. */
static void place_traits(const struct coding *c, const struct participant *p, uint32_t trigger, bool *t)
{
	uint32_t head = p->head;

	if (head == NONE || tok(c, head)->sentence != tok(c, trigger)->sentence)
		return;
	t[TRAIT_ACTOR_FAR - TRAIT_ACTOR_BODY] = (head > trigger ? head - trigger : trigger - head) >= FAR;
	if (tok(c, head)->head != trigger)
		t[is_under(c, head, trigger) ? TRAIT_ACTOR_BELOW - TRAIT_ACTOR_BODY : TRAIT_ACTOR_ASIDE - TRAIT_ACTOR_BODY] = true;
}

/* Of one side: the first participant speaks for it. */
static void side_traits(const struct coding *c, const struct participant *at, size_t n, uint32_t trigger, bool actor, bool *traits)
{
	const struct entity *x = n && at->entity != NONE ? &c->d->entities.at[at->entity] : NULL;
	const struct mention *m = n && at->mention != NONE ? &c->d->mentions.at[at->mention] : NULL;
	enum mention_how how = m ? m->how : MENTION_NAME;

#define SIDE(name) traits[actor ? TRAIT_ACTOR_##name : TRAIT_RECIPIENT_##name]
	SIDE(NONE) = !n;
	if (!n)
		return;
	SIDE(MANY) = n >= CROWD;
	SIDE(UNKNOWN) = !x;
	if (!x)
		return;
	SIDE(SUPPLIED) = at->span.start == at->span.end;
	SIDE(DESCRIPTION) = !SIDE(SUPPLIED) && how == MENTION_DESCRIPTION;
	SIDE(PRONOUN) = !SIDE(SUPPLIED) && how == MENTION_PRONOUN;
	SIDE(COUNTRY) = x->country[0];
	SIDE(PEOPLE) = x->kind == KIND_PEOPLE;
	SIDE(PERSON) = x->kind == KIND_PERSON;
	SIDE(PLACE) = x->kind == KIND_PLACE;
	SIDE(BODY) = x->kind == KIND_ORGANISATION || x->kind == KIND_PARTY || x->kind == KIND_COMPANY || x->kind == KIND_ARMED_GROUP;
	SIDE(MINTED) = x->id.n && x->id.p[0] == 'x';
	SIDE(CIVIL) = is_civil(x);
	SIDE(WIDE) = m && m->last - m->first >= WIDE;
	place_traits(c, at, trigger, &SIDE(BODY));
#undef SIDE
}

static uint32_t depth_of(const struct coding *c, uint32_t t)
{
	uint32_t depth = 0;

	while (tok(c, t)->head != NONE && depth < DEEP) {
		t = tok(c, t)->head;
		depth++;
	}
	return depth;
}

static bool overlap(struct span x, struct span y)
{
	return x.start < y.end && y.start < x.end;
}

static bool among(const struct participant *at, size_t n, const struct mention *m)
{
	for (size_t i = 0; i < n; i++) {
		if (overlap(at[i].span, m->span))
			return true;
		for (uint32_t k = 0; k < m->n_entities; k++)
			if (m->entities[k] == at[i].entity)
				return true;
	}
	return false;
}

/* Has the event a part for the mention: as a participant, its place, a source, inside what else it names? */
static bool has_part(const struct event *e, const struct mention *m)
{
	if (among(e->actors.at, e->actors.n, m) || among(e->recipients.at, e->recipients.n, m) || among(&e->where, 1, m))
		return true;
	for (size_t i = 0; i < e->claims.n; i++)
		if (among(&e->claims.at[i].by, 1, m))
			return true;
	for (size_t i = 0; i < e->goods.n; i++)
		if (overlap(e->goods.at[i], m->span))
			return true;
	return overlap(e->topic, m->span) || overlap(e->cause, m->span) || overlap(e->instrument, m->span) || overlap(e->agreement, m->span) || overlap(e->when.span, m->span);
}

/* Whom the sentence names and the event leaves out: under the trigger itself, deeper below it, elsewhere. */
static void left_traits(const struct coding *c, const struct event *e, bool *t)
{
	uint32_t left = 0;

	for (uint32_t i = 0; i < c->d->mentions.n; i++) {
		const struct mention *m = &c->d->mentions.at[i];
		const struct entity *x = m->n_entities ? &c->d->entities.at[m->entities[0]] : NULL;

		if (tok(c, m->head)->sentence != e->evidence.sentence || m->how == MENTION_PRONOUN || m->how == MENTION_ADJECTIVE || m->how == MENTION_COMPOUND)
			continue;
		if (!x || x->kind == KIND_PLACE || x->kind == KIND_AGREEMENT || x->kind == KIND_UNKNOWN || has_part(e, m))
			continue;
		left++;
		if (tok(c, m->head)->head == e->trigger)
			t[TRAIT_LEFT_BELOW] = true;
		else
			t[is_under(c, m->head, e->trigger) ? TRAIT_LEFT_DEEP : TRAIT_LEFT_ASIDE] = true;
	}
	t[TRAIT_LEFT_MANY] = left >= CROWD;
}

static void tree_traits(const struct coding *c, uint32_t trigger, bool *t)
{
	uint32_t depth = depth_of(c, trigger);
	enum deprel rel = tok(c, trigger)->deprel;

	t[TRAIT_ROOT] = depth == 0;
	t[TRAIT_DEEP] = depth >= DEEP;
	t[TRAIT_PASSIVE] = is_passive(c, trigger);
	t[TRAIT_CLAUSE] = rel == DEP_ACL || rel == DEP_ACL_RELCL || rel == DEP_ADVCL || rel == DEP_CCOMP || rel == DEP_ADVCL_RELCL;
	t[TRAIT_COORDINATED] = rel == DEP_CONJ;
	t[TRAIT_INFINITIVE] = rel == DEP_XCOMP;
}

static const struct entity *first_of(const struct coding *c, const struct participant *at, size_t n)
{
	return n && at->entity != NONE ? &c->d->entities.at[at->entity] : NULL;
}

static void event_traits(const struct coding *c, uint32_t index, bool *t)
{
	const struct event *e = &c->d->events.at[index];
	const struct sentence *s = &c->d->sentences.at[e->evidence.sentence];
	enum block_type block = s->block < c->d->blocks.n ? c->d->blocks.at[s->block].type : BLOCK_PARAGRAPH;
	const struct entity *x = first_of(c, e->actors.at, e->actors.n), *y = first_of(c, e->recipients.at, e->recipients.n);
	uint32_t beside = 0, alike = 0;

	side_traits(c, e->actors.at, e->actors.n, e->trigger, true, t);
	t[TRAIT_SYMMETRIC] = e->symmetric;
	t[TRAIT_ALONE] = e->symmetric && e->actors.n < 2;
	if (!e->symmetric)
		side_traits(c, e->recipients.at, e->recipients.n, e->trigger, false, t);
	t[TRAIT_HAPPENED + (int)e->status] = true;
	t[TRAIT_MODE] = e->mode.n;
	t[TRAIT_CLAIMED] = e->claims.n;
	t[TRAIT_QUOTED] = is_quoted(c, e->trigger);
	t[TRAIT_TITLE] = block == BLOCK_TITLE;
	t[TRAIT_LEAD] = block == BLOCK_LEAD;
	t[TRAIT_DATED] = e->when.basis == BASIS_STATED || e->when.basis == BASIS_RELATIVE;
	t[TRAIT_PLACED] = e->where.entity != NONE && e->where.span.start < e->where.span.end;
	t[TRAIT_VERY_LONG] = s->end - s->first > VERY_LONG_SENTENCE;
	t[TRAIT_LONG] = !t[TRAIT_VERY_LONG] && s->end - s->first > LONG_SENTENCE;
	t[TRAIT_REPORTED] = e->reports.n;
	for (size_t i = 0; i < c->d->events.n; i++) {
		bool same = c->d->events.at[i].evidence.sentence == e->evidence.sentence;

		beside += same;
		alike += same && c->d->events.at[i].type == e->type;
	}
	t[TRAIT_CROWDED] = beside >= CROWD;
	t[TRAIT_TWIN] = alike > 1;
	t[TRAIT_PLAIN] = (!x || is_civil(x) || !x->sector[0]) && (!y || is_civil(y) || !y->sector[0]);
	t[TRAIT_ABROAD] = x && y && x->country[0] && y->country[0] && strcmp(x->country, y->country);
	t[TRAIT_ALONE_DOCUMENT] = c->d->sentences.n <= 2;
	tree_traits(c, e->trigger, t);
	left_traits(c, e, t);
}

/* Of a thousand events that look so, how many are right by one tree? */
static uint32_t by_tree(const struct confidence *model, uint32_t at, const struct event *e)
{
	for (;;) {
		const struct forest_node *x = &model->nodes.at[at];

		if (x->asks < 0)
			return x->right;
		bool holds = x->asks < EVENT_TRAIT_COUNT ? e->traits[x->asks] : x->asks - EVENT_TRAIT_COUNT == (int)e->type;

		at = holds ? x->if_so : at + 1;
	}
}

void judge_events(const struct coding *c, const struct confidence *model)
{
	for (uint32_t i = 0; i < c->d->events.n; i++) {
		struct event *e = &c->d->events.at[i];
		uint32_t sum = 0, all = PER_MILLE * (uint32_t)model->trees.n;

		event_traits(c, i, e->traits);
		for (size_t t = 0; t < model->trees.n; t++)
			sum += by_tree(model, model->trees.at[t], e);
		sum = sum < 1 ? 1 : sum >= all ? all - 1 : sum;
		float odds = (float)sum / (float)(all - sum);

		/* one decimal less than what libraries may differ in */
		e->confidence = roundf(1000 / (1 + expf(-model->shift) / odds)) / 1000;
	}
}
