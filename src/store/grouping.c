/* grouping.c - leaders and followers.
 *
 * Reports are ranked by how much they say: a day of their own, known participants on both sides, a place, that it happened; then by confidence,
 * then by the line's id, so that no two are equal.  From the top down, each report follows the leader above it that it fits best, or,
 * fitting none, leads.  A happening is a leader with its followers.
 *
 *	Order.  Who leads and who follows whom is a function of the set of reports: the order in which they came is nowhere in it.
 *	No chains.  A follower fits its leader itself; followers of followers do not exist.  Daily air strikes do not run together, however
 *	many days of them there are: a happening reaches over GROUPING_REACH days on each side of its leader at most.
 *	Increments.  A report added changes only itself, unless it leads: then those below that fit it look for their leader again, best ranked
 *	first, and one that stops or begins to lead does the same to those below it.  (This is the dynamic form of the greedy maximal
 *	independent set: Censor-Hillel, Haramaty, Karnin, "Optimal Dynamic Distributed MIS", PODC 2016.)  What was settled before is
 *	settled as if all had come at once.
 *
 * Fitting is evidence added up, after what rules it out: another type, days that do not meet, sides both known and different, other
 * countries or other towns, one that says it did not happen.  Words count within one language by themselves: those of another are not shared.
 */
#include "store/grouping.h"

enum {
	FIT_SAME = 3,			/* the same entity on a side */
	FIT_COUNTRY = 2,		/* one who acts for the other's country, or the reverse */
	FIT_GENERIC = 1,		/* the same people without a name */
	FIT_ENOUGH = 4,			/* measured: doc/happenings.md */
	FIT_PERSON_DAYS = 7,		/* what is done to a person once, reported with the article's day, is the same this long after */
	LOOSE_DAYS = 3
};

void grouping_init(struct grouping *g, struct arena *a)
{
	*g = (struct grouping){ .a = a };
	map_init(&g->days, a);
	map_init(&g->by_key, a);
}

/* ---- rank ----------------------------------------------------------------------------- */

static bool known_side(const struct report *r, int role)
{
	for (unsigned i = 0; i < r->n_parties[role]; i++)
		if (!r->parties[role][i].generic)
			return true;
	return false;
}

static int rank_of(const struct report *r)
{
	int rank = r->loose ? 0 : r->published ? 3 : 4;

	rank += 2 * known_side(r, 0) + (r->symmetric ? r->n_parties[0] > 1 : known_side(r, 1)) * 2;
	return rank + (r->place != 0) + (r->standing >= 3) * 2;
}

bool grouping_above(const struct report *x, const struct report *y)
{
	int c;

	if (x->rank != y->rank)
		return x->rank > y->rank;
	if (x->confidence != y->confidence)
		return x->confidence > y->confidence;
	c = str_cmp(x->id, y->id);
	if (!c && x->document != y->document)
		return x->document < y->document;
	return c ? c < 0 : x->key < y->key;
}

/* ---- fit ------------------------------------------------------------------------------- */

static int party_fit(const struct report_party *x, const struct report_party *y)
{
	if (x->id == y->id)
		return x->generic ? FIT_GENERIC : FIT_SAME;
	if (x->country && x->country == y->country && x->official && y->official && !(x->person && y->person))
		return FIT_COUNTRY;
	return 0;
}

enum { SIDE_CONFLICT = -1 };

/* The best fit between two sides; 0 where one is unknown. */
static int side_fit(const struct report *x, int a, const struct report *y, int b)
{
	int best = 0;
	bool known = known_side(x, a) && known_side(y, b);

	for (unsigned i = 0; i < x->n_parties[a]; i++)
		for (unsigned j = 0; j < y->n_parties[b]; j++) {
			int f = party_fit(&x->parties[a][i], &y->parties[b][j]);

			best = f > best ? f : best;
		}
	return best || !known ? best : SIDE_CONFLICT;
}

/* How many of x's actors are among y's. */
static int shared_actors(const struct report *x, const struct report *y)
{
	int n = 0;

	for (unsigned i = 0; i < x->n_parties[0]; i++)
		for (unsigned j = 0; j < y->n_parties[0]; j++)
			if (party_fit(&x->parties[0][i], &y->parties[0][j]) > FIT_GENERIC) {
				n++;
				break;
			}
	return n;
}

/* Each one's actor is the other's recipient, of what two do with each other: one of both reports names them as a pair. */
static bool mutual(const struct report *x, const struct report *y)
{
	return x->pairs && y->pairs && (side_fit(x, 0, y, 1) >= FIT_COUNTRY || side_fit(x, 1, y, 0) >= FIT_COUNTRY);
}

static int sides_fit(const struct report *x, const struct report *y)
{
	int actors, recipients;

	if (x->symmetric && y->symmetric && x->n_parties[0] > 1 && y->n_parties[0] > 1) {
		int n = shared_actors(x, y), m = shared_actors(y, x);
		int least = (int)(x->n_parties[0] < y->n_parties[0] ? x->n_parties[0] : y->n_parties[0]);

		n = n < m ? n : m;
		return n && (n >= 2 || least == 1) ? 3 * (n > 2 ? 2 : n) : SIDE_CONFLICT;
	}
	actors = side_fit(x, 0, y, 0);
	recipients = side_fit(x, 1, y, 1);
	if (actors == SIDE_CONFLICT && mutual(x, y))
		return FIT_SAME;
	if (actors == SIDE_CONFLICT || recipients == SIDE_CONFLICT)
		return SIDE_CONFLICT;
	return actors + recipients;
}

static bool days_meet(const struct report *x, const struct report *y, int sides)
{
	bool person = x->deadly && sides >= FIT_SAME && side_fit(x, 1, y, 1) == FIT_SAME && x->n_parties[1] && x->parties[1][0].person;
	day slack = person && (x->published || y->published || x->loose || y->loose) ? FIT_PERSON_DAYS : 0;

	if (x->document == y->document && (x->loose || y->loose))
		slack = FIT_PERSON_DAYS;
	return x->from <= y->to + slack && y->from <= x->to + slack;
}

static bool places_meet(const struct report *x, const struct report *y)
{
	if (x->place_country && y->place_country && x->place_country != y->place_country)
		return false;
	return !(x->place_fine && y->place_fine && x->place != y->place);
}

static int shared_words(const struct report *x, const struct report *y)
{
	int n = 0;

	for (unsigned i = 0, j = 0; i < x->n_words && j < y->n_words;) {
		if (x->words[i] == y->words[j])
			n++;
		if (x->words[i] < y->words[j])
			i++;
		else if (x->words[i] > y->words[j])
			j++;
		else
			i++, j++;
	}
	return n;
}

/* 0 to 4 for the share of the shorter one's words that the other has too. */
static int words_fit(const struct report *x, const struct report *y)
{
	unsigned least = x->n_words < y->n_words ? x->n_words : y->n_words;

	return least < 3 ? 0 : (int)(4u * (unsigned)shared_words(x, y) / least);
}

/* What was said: by the same speaker on one day, of the same. */
static int speech_fit(const struct report *x, const struct report *y)
{
	bool sentence = x->sentence == y->sentence;
	int words = words_fit(x, y), actors = side_fit(x, 0, y, 0), recipients = side_fit(x, 1, y, 1);

	if (actors < FIT_SAME || recipients == SIDE_CONFLICT || (!sentence && words < 2))
		return 0;
	return actors + recipients + words + sentence;
}

/* Between documents one shared side is not enough: daily air strikes share it too. */
static bool told_alike(const struct report *r, const struct report *l, int sides)
{
	int words = words_fit(r, l);
	bool both = side_fit(r, 0, l, 0) > 0 && side_fit(r, 1, l, 1) > 0;

	return !sides ? words >= 2 : both || r->symmetric || words || (r->trigger && r->trigger == l->trigger) || (r->place_fine && r->place == l->place);
}

int grouping_fit(const struct report *r, const struct report *l)
{
	int sides, fit;
	bool sentence = r->sentence == l->sentence, document = r->document == l->document;

	if (r->type != l->type || (r->standing < 0) != (l->standing < 0) || (!sentence && (r->standing == 0) != (l->standing == 0)))
		return 0;
	sides = sides_fit(r, l);
	if (sides == SIDE_CONFLICT || !days_meet(r, l, sides) || !places_meet(r, l))
		return 0;
	if (r->speech) {
		fit = speech_fit(r, l);
	} else {
		fit = sides + words_fit(r, l) + (r->place_fine && r->place == l->place ? 2 : r->place_country && r->place_country == l->place_country);
		fit += (r->mode && r->mode == l->mode) + (r->trigger && r->trigger == l->trigger) + sentence + (r->deadly ? 2 : 1) * document;
		fit += !r->loose && !l->loose && r->from <= l->to && l->from <= r->to;
		if (!document && !told_alike(r, l, sides))
			fit = 0;
	}
	if ((r->loose || l->loose) && !document)
		fit--;
	return fit >= FIT_ENOUGH ? fit : 0;
}

/* ---- reports by day, and by what they share ------------------------------------------------
 *
 * A day of the world's news has a million reports, of which a report can fit few.  What fits has the same type, and is of the same document, or
 * shares a participant (by id, or by the country for which both act), or leaves open who the other's actors and recipients are: grouping_fit gives 0
 * to all others.  Lists by these are looked through instead of the day.
 */

enum near { NEAR_PARTY, NEAR_COUNTRY, NEAR_DOCUMENT, NEAR_NO_ACTOR, NEAR_NO_RECIPIENT, NEAR_NEITHER, NEAR_ANY };
enum { NEAR_MAX = REPORT_ROLES * REPORT_SIDE * 2 + 5 };

struct nearness {
	uint64_t at[NEAR_MAX];
	unsigned n;
};

static void near_add(struct nearness *k, const struct report *r, enum near what, uint64_t value)
{
	uint64_t key = (r->type ^ value * 0x9E3779B97F4A7C15u) * 0xBF58476D1CE4E5B9u + what;

	for (unsigned i = 0; i < k->n; i++)
		if (k->at[i] == key)
			return;
	k->at[k->n++] = key;
}

static void near_shared(struct nearness *k, const struct report *r)
{
	for (int role = 0; role < REPORT_ROLES; role++)
		for (unsigned i = 0; i < r->n_parties[role]; i++) {
			const struct report_party *p = &r->parties[role][i];

			near_add(k, r, NEAR_PARTY, p->id);
			if (p->official && p->country)
				near_add(k, r, NEAR_COUNTRY, p->country);
		}
	near_add(k, r, NEAR_DOCUMENT, r->document);
}

/* The lists that r is in. */
static struct nearness near_of(const struct report *r)
{
	bool actor = known_side(r, 0), recipient = known_side(r, 1);
	struct nearness k = { .n = 0 };

	near_shared(&k, r);
	near_add(&k, r, NEAR_ANY, 0);
	if (!actor)
		near_add(&k, r, NEAR_NO_ACTOR, 0);
	if (!recipient)
		near_add(&k, r, NEAR_NO_RECIPIENT, 0);
	if (!actor && !recipient)
		near_add(&k, r, NEAR_NEITHER, 0);
	return k;
}

/* The lists in which is what fits r: of two that share nobody, one must leave open each side that the other knows. */
static struct nearness near_to(const struct report *r)
{
	bool actor = known_side(r, 0), recipient = known_side(r, 1);
	struct nearness k = { .n = 0 };

	near_shared(&k, r);
	near_add(&k, r, actor && recipient ? NEAR_NEITHER : actor ? NEAR_NO_ACTOR : recipient ? NEAR_NO_RECIPIENT : NEAR_ANY, 0);
	return k;
}

static struct str bytes_of(const void *p, size_t n)
{
	return (struct str){ p, n };
}

static struct report_bucket *bucket(struct grouping *g, day d)
{
	uint32_t *at = map_put(&g->days, bytes_of(arena_dup(g->a, &d, sizeof(d)), sizeof(d)));
	struct report_bucket *b;

	if (*at != MAP_NONE)
		return g->buckets.at[*at];
	*at = (uint32_t)g->buckets.n;
	b = arena_new(g->a, struct report_bucket);
	b->d = d;
	map_init(&b->of, g->a);
	vec_add(g->a, &g->buckets, b);
	return b;
}

static struct report_list *list_of(struct grouping *g, struct report_bucket *b, uint64_t what)
{
	uint32_t at = map_get(&b->of, bytes_of(&what, sizeof(what)));

	if (at != MAP_NONE)
		return b->lists.at[at];
	*map_put(&b->of, bytes_of(arena_dup(g->a, &what, sizeof(what)), sizeof(what))) = (uint32_t)b->lists.n;
	vec_add(g->a, &b->lists, arena_new(g->a, struct report_list));
	return b->lists.at[b->lists.n - 1];
}

static int loaded_bucket(struct grouping *g, day d, struct report_bucket **b)
{
	uint32_t at = map_get(&g->days, (struct str){ (const char *)&d, sizeof(d) });

	*b = at == MAP_NONE ? bucket(g, d) : g->buckets.at[at];
	if ((*b)->loaded || !g->load)
		return 0;
	(*b)->loaded = true;
	return g->load(g->context, g, d);
}

/* Adds to g->near what of that day can fit r, each once. */
static void meet(struct grouping *g, const struct report_bucket *b, const struct nearness *k)
{
	for (unsigned i = 0; i < k->n; i++) {
		uint32_t at = map_get(&b->of, bytes_of(&k->at[i], sizeof(k->at[i])));
		const struct report_list *list = at == MAP_NONE ? NULL : b->lists.at[at];

		for (size_t j = 0; list && j < list->at.n; j++) {
			struct report *x = list->at.at[j];

			if (x->seen == g->searches)
				continue;
			x->seen = g->searches;
			vec_add(g->a, &g->near, x);
		}
	}
}

static int search(struct grouping *g, const struct report *r)
{
	struct nearness k = near_to(r);

	g->searches++;
	g->near.n = 0;
	for (day d = r->anchor - GROUPING_REACH; d <= r->anchor + GROUPING_REACH; d++) {
		struct report_bucket *b;
		int rc = loaded_bucket(g, d, &b);

		if (rc)
			return rc;
		meet(g, b, &k);
	}
	return 0;
}

/* ---- the heap of what is to be settled ------------------------------------------------------ */

static void heap_push(struct grouping *g, struct report *r)
{
	size_t i = g->heap.n;

	if (r->dirty)
		return;
	r->dirty = true;
	vec_add(g->a, &g->heap, r);
	for (; i && grouping_above(r, g->heap.at[(i - 1) / 2]); i = (i - 1) / 2)
		g->heap.at[i] = g->heap.at[(i - 1) / 2];
	g->heap.at[i] = r;
}

static struct report *heap_pop(struct grouping *g)
{
	struct report *top = g->heap.at[0], *last = g->heap.at[--g->heap.n];
	size_t i = 0, n = g->heap.n;

	for (size_t child; (child = 2 * i + 1) < n; i = child) {
		if (child + 1 < n && grouping_above(g->heap.at[child + 1], g->heap.at[child]))
			child++;
		if (!grouping_above(g->heap.at[child], last))
			break;
		g->heap.at[i] = g->heap.at[child];
	}
	if (n)
		g->heap.at[i] = last;
	top->dirty = false;
	return top;
}

struct report *grouping_add(struct grouping *g, const struct report *r)
{
	struct report *x = arena_dup(g->a, r, sizeof(*r));
	struct report_bucket *b = bucket(g, r->anchor);
	struct nearness k = near_of(x);

	x->rank = rank_of(x);
	x->dirty = false;
	x->seen = 0;
	for (unsigned i = 0; i < k.n; i++)
		vec_add(g->a, &list_of(g, b, k.at[i])->at, x);
	*map_put(&g->by_key, bytes_of(&x->key, sizeof(x->key))) = (uint32_t)g->all.n;
	vec_add(g->a, &g->all, x);
	if (!x->leader)
		heap_push(g, x);
	return x;
}

/* ---- settling --------------------------------------------------------------------------------- */

static int choose(struct grouping *g, const struct report *r, int64_t *leader)
{
	const struct report *best = NULL;
	int most = 0, rc = search(g, r);

	for (size_t i = 0; i < g->near.n && !rc; i++) {
		const struct report *l = g->near.at[i];
		int fit = l->leader == l->key && l != r && grouping_above(l, r) ? grouping_fit(r, l) : 0;

		if (!fit || fit < most || (fit == most && !grouping_above(l, best)) || (g->apart && g->apart(g->context, r, l)))
			continue;
		best = l;
		most = fit;
	}
	*leader = best ? best->key : r->key;
	return rc;
}

/* Those below that fit r look again. */
static int disturb(struct grouping *g, const struct report *r)
{
	int rc = search(g, r);

	for (size_t i = 0; i < g->near.n && !rc; i++) {
		struct report *x = g->near.at[i];

		if (!x->dirty && x != r && grouping_above(r, x) && grouping_fit(x, r))
			heap_push(g, x);
	}
	return rc;
}

int grouping_settle(struct grouping *g)
{
	while (g->heap.n) {
		struct report *r = heap_pop(g);
		bool led = r->leader == r->key;
		int rc = choose(g, r, &r->leader);

		if (!rc && led != (r->leader == r->key))
			rc = disturb(g, r);
		if (rc)
			return rc;
	}
	return 0;
}

struct report *grouping_find(const struct grouping *g, int64_t key)
{
	uint32_t at = map_get(&g->by_key, bytes_of(&key, sizeof(key)));

	return at == MAP_NONE ? NULL : g->all.at[at];
}
