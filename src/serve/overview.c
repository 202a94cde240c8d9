#include "serve/overview.h"

#include <stdlib.h>

#include "base/jsonwrite.h"

#define BUCKET_WORD_(n, w) w,
static const char *const bucket_words[] = { BUCKETS(BUCKET_WORD_) };
#undef BUCKET_WORD_

const char *bucket_word(enum bucket b)
{
	return bucket_words[b];
}

int bucket_find(struct str word)
{
	for (int i = 0; i < BUCKET_COUNT; i++)
		if (str_is(word, bucket_words[i]))
			return i;
	return -1;
}

day bucket_of(enum bucket b, day d)
{
	int year, month, dom;

	switch (b) {
	case BUCKET_DAY:
		return d;
	case BUCKET_WEEK:
		return d - (day_weekday(d) - 1);
	default:
		day_civil(d, &year, &month, &dom);
		return day_of(year, b == BUCKET_MONTH ? month : 1, 1);
	}
}

struct str bucket_label(struct arena *a, enum bucket b, day d)
{
	char iso[11];

	day_iso(d, iso);
	return str_dup(a, (struct str){ iso, b == BUCKET_YEAR ? 4 : b == BUCKET_MONTH ? 7 : strlen(iso) });
}

bool bucket_holds(enum bucket b, unsigned precision)
{
	switch (precision) {
	case PRECISION_WEEK:
		return b >= BUCKET_WEEK;
	case PRECISION_MONTH:
		return b >= BUCKET_MONTH;
	case PRECISION_SEASON:
	case PRECISION_YEAR:
		return b >= BUCKET_YEAR;
	case PRECISION_DECADE:
		return false;
	default:
		return true;
	}
}

/* ---- time ------------------------------------------------------------------------------------- */

struct stretch {
	day at;
	uint32_t n[CLASSES];
};

static int by_day(const void *p, const void *q)
{
	const struct stretch *x = p, *y = q;

	return x->at < y->at ? -1 : x->at > y->at;
}

struct stretch_list {
	struct stretch *at;
	size_t n, cap;
};

/* The number of the stretch that begins on that day, which is mostly that of the line before. */
static uint32_t stretch_of(struct arena *a, struct stretch_list *list, struct map *of, day from, uint32_t last)
{
	uint32_t *number;

	if (list->n && list->at[last].at == from)
		return last;
	number = map_put(of, (struct str){ arena_dup(a, &from, sizeof(from)), sizeof(from) });
	if (*number == MAP_NONE) {
		*number = (uint32_t)list->n;
		vec_push(a, list)->at = from;
	}
	return *number;
}

/* The lines lie newest first, but a line chosen for its happening may be older than the one that gave it its place. */
static struct stretch *stretches(struct arena *a, const struct index *x, const uint32_t *lines, uint32_t n, enum bucket bucket, size_t *count, uint32_t *undated,
				 uint32_t *inexact)
{
	struct stretch_list at = { 0 };
	struct map of;
	uint32_t last = 0;
	day seen = DAY_NONE;

	map_init(&of, a);
	*undated = *inexact = 0;
	for (uint32_t i = 0; i < n; i++) {
		const struct index_line *l = &x->lines[lines[i]];
		bool exact = bucket_holds(bucket, l->precision);

		*undated += l->start == DAY_NONE;
		*inexact += l->start != DAY_NONE && !exact;
		if (l->start == DAY_NONE || !exact)
			continue;
		if (l->start != seen)		/* mostly the day of the line before */
			last = stretch_of(a, &at, &of, bucket_of(bucket, l->start), last);
		seen = l->start;
		at.at[last].n[class_of(l)]++;
	}
	if (at.n)
		qsort(at.at, at.n, sizeof(*at.at), by_day);
	*count = at.n;
	return at.at;
}

enum bucket bucket_fit(const struct index *x, const uint32_t *lines, uint32_t n)
{
	for (enum bucket b = BUCKET_DAY; b < BUCKET_YEAR; b++) {
		struct arena a = { 0 };
		uint32_t undated, inexact;
		size_t count;

		stretches(&a, x, lines, n, b, &count, &undated, &inexact);
		arena_free(&a);
		if (count <= OVERVIEW_TIMES)
			return b;
	}
	return BUCKET_YEAR;
}

void overview_classes(struct buf *b, const uint32_t n[CLASSES])
{
	json_open(b, '[');
	for (unsigned i = 0; i < CLASSES; i++)
		json_int(b, n[i]);
	json_close(b, ']');
}

void overview_time(struct buf *b, struct arena *a, const struct index *x, const uint32_t *lines, uint32_t n, enum bucket bucket, uint32_t *undated, uint32_t *inexact)
{
	size_t count;
	const struct stretch *at = stretches(a, x, lines, n, bucket, &count, undated, inexact);

	json_key(b, "time");
	json_open(b, '[');
	for (size_t i = 0; i < count; i++) {
		json_open(b, '{');
		json_key(b, "at");
		json_text(b, bucket_label(a, bucket, at[i].at));
		json_key(b, "n");
		overview_classes(b, at[i].n);
		json_close(b, '}');
	}
	json_close(b, ']');
}

/* ---- counts, the most first ---------------------------------------------------------------------- */

struct sum {
	uint32_t what;
	uint32_t n;
};

static int by_count(const void *p, const void *q)
{
	const struct sum *x = p, *y = q;

	return x->n != y->n ? (x->n > y->n ? -1 : 1) : x->what < y->what ? -1 : x->what > y->what;
}

/* As most, for a few: each is put where it belongs among those kept. */
static struct sum *few(struct arena *a, const uint32_t *n, uint32_t many, uint32_t max, uint32_t *found)
{
	struct sum *at = arena_array(a, struct sum, max + 1);
	uint32_t count = 0;

	for (uint32_t i = 0; i < many; i++) {
		uint32_t k = count;

		if (!n[i] || (count == max && n[i] <= at[count - 1].n))
			continue;
		for (; k && at[k - 1].n < n[i]; k--)
			at[k] = at[k - 1];
		at[k] = (struct sum){ i, n[i] };
		count += count < max;
	}
	*found = count;
	return at;
}

/* Those of n[0 … many) that are not zero, the most first, at most max. */
static struct sum *most(struct arena *a, const uint32_t *n, uint32_t many, uint32_t max, uint32_t *found)
{
	enum { FEW = 100 };
	struct sum *at;
	uint32_t count = 0;

	if (max <= FEW)
		return few(a, n, many, max, found);
	at = arena_array(a, struct sum, many);
	for (uint32_t i = 0; i < many; i++)
		if (n[i])
			at[count++] = (struct sum){ i, n[i] };
	if (count)
		qsort(at, count, sizeof(*at), by_count);
	*found = count < max ? count : max;
	return at;
}

static void write_words(struct buf *b, struct arena *a, const char *list, const char *member, const uint32_t *n, uint32_t many, struct str (*word)(const void *of, uint32_t i),
			const void *of)
{
	uint32_t found;
	const struct sum *at = most(a, n, many, many, &found);

	json_key(b, list);
	json_open(b, '[');
	for (uint32_t i = 0; i < found; i++) {
		json_open(b, '{');
		json_key(b, member);
		json_text(b, word(of, at[i].what));
		json_key(b, "n");
		json_int(b, at[i].n);
		json_close(b, '}');
	}
	json_close(b, ']');
}

static struct str type_name(const void *x, uint32_t i)
{
	return ((const struct index *)x)->types.at[i];
}

static struct str status_name(const void *x, uint32_t i)
{
	(void)x;
	return str_c(status_word((enum status)i));
}

static void write_kinds(struct buf *b, struct arena *a, const struct index *x, const struct chosen *c)
{
	uint32_t *types = arena_array(a, uint32_t, x->types.n), *statuses = arena_array(a, uint32_t, UINT8_MAX + 1);

	for (uint32_t i = 0; i < c->n; i++) {
		types[x->lines[c->lines[i]].type]++;
		statuses[x->lines[c->lines[i]].status]++;
	}
	write_words(b, a, "types", "type", types, (uint32_t)x->types.n, type_name, x);
	write_words(b, a, "statuses", "status", statuses, STATUS_NEGATED + 1, status_name, x);
}

/* ---- places -------------------------------------------------------------------------------------- */

static void write_spot(struct buf *b, struct str id, struct str name, double lat, double lon)
{
	json_key(b, "id");
	json_text(b, id);
	json_key(b, "name");
	json_text_or_null(b, name);
	json_key(b, "lat");
	json_fixed(b, lat, 5);
	json_key(b, "lon");
	json_fixed(b, lon, 5);
}

static bool in_box(const struct index_place *p, const double *box)
{
	if (!box)
		return true;
	if (p->lat < box[SOUTH] || p->lat > box[NORTH])
		return false;
	return box[WEST] <= box[EAST] ? p->lon >= box[WEST] && p->lon <= box[EAST] : p->lon >= box[WEST] || p->lon <= box[EAST];
}

void overview_places(struct buf *b, struct arena *a, const struct index *x, const struct chosen *c, const double box[SIDES])
{
	uint32_t *all = arena_array(a, uint32_t, x->n_places), *classes = arena_array(a, uint32_t, x->n_places * CLASSES), found;
	const struct sum *at;

	for (uint32_t i = 0; i < c->n; i++) {
		const struct index_line *l = &x->lines[c->lines[i]];

		if (l->place == INDEX_NONE || !x->places[l->place].located || !in_box(&x->places[l->place], box))
			continue;
		all[l->place]++;
		classes[l->place * CLASSES + class_of(l)]++;
	}
	at = most(a, all, x->n_places, OVERVIEW_PLACES, &found);
	json_key(b, "places");
	json_open(b, '[');
	for (uint32_t i = 0; i < found; i++) {
		const struct index_place *p = &x->places[at[i].what];

		json_open(b, '{');
		write_spot(b, p->id, p->name, p->lat, p->lon);
		json_key(b, "n");
		overview_classes(b, &classes[at[i].what * CLASSES]);
		json_close(b, '}');
	}
	json_close(b, ']');
}

/* ---- visits --------------------------------------------------------------------------------------- */

struct arc {
	struct str country;
	uint32_t place, n;
};

struct arcs {
	struct arena *a;
	struct map of;			/* country and number of the place → index */
	VEC(struct arc) at;
};

static void add_arc(struct arcs *v, struct str country, uint32_t place)
{
	uint32_t *at = map_put(&v->of, str_printf(v->a, "%u %.*s", place, STR_ARG(country)));

	if (*at == MAP_NONE) {
		*at = (uint32_t)v->at.n;
		*vec_push(v->a, &v->at) = (struct arc){ country, place, 0 };
	}
	v->at.at[*at].n++;
}

/* Each country once for a visit, however many come from it. */
static void add_visit(struct arcs *v, const struct index *x, uint32_t line)
{
	const struct index_line *l = &x->lines[line];

	for (uint32_t p = l->parties; p < l[1].parties; p++) {
		struct str country = x->actors[x->parties[p].actor].country;
		bool again = x->parties[p].role != PARTY_ACTOR || !country.n;

		for (uint32_t before = l->parties; before < p && !again; before++)
			again = x->parties[before].role == PARTY_ACTOR && str_eq(x->actors[x->parties[before].actor].country, country);
		if (!again)
			add_arc(v, country, l->place);
	}
}

static int by_arc(const void *p, const void *q)
{
	const struct arc *x = p, *y = q;

	return x->n != y->n ? (x->n > y->n ? -1 : 1) : x->place != y->place ? (x->place < y->place ? -1 : 1) : str_cmp(x->country, y->country);
}

static bool country_of(const struct who *world, struct str code, struct who_entity *out)
{
	char iso3[4] = { 0 };
	uint32_t entity;

	memcpy(iso3, code.p, code.n < 3 ? code.n : 3);
	entity = world ? who_country(world, iso3) : UINT32_MAX;
	if (entity == UINT32_MAX)
		return false;
	*out = who_entity(world, entity);
	return out->located;
}

void overview_visits(struct buf *b, struct arena *a, const struct index *x, const struct chosen *c, const struct who *world)
{
	struct arcs v = { .a = a };
	struct who_entity from;
	uint32_t written = 0;

	map_init(&v.of, a);
	for (uint32_t i = 0; i < c->n; i++) {
		const struct index_line *l = &x->lines[c->lines[i]];

		if (l->visit && l->place != INDEX_NONE && x->places[l->place].located)
			add_visit(&v, x, c->lines[i]);
	}
	if (v.at.n)
		qsort(v.at.at, v.at.n, sizeof(*v.at.at), by_arc);
	json_key(b, "visits");
	json_open(b, '[');
	for (size_t i = 0; i < v.at.n && written < OVERVIEW_VISITS; i++) {
		const struct index_place *to = &x->places[v.at.at[i].place];

		if (!country_of(world, v.at.at[i].country, &from))
			continue;
		written++;
		json_open(b, '{');
		json_key(b, "from");
		json_open(b, '{');
		write_spot(b, from.id, from.name, from.lat, from.lon);
		json_close(b, '}');
		json_key(b, "to");
		json_open(b, '{');
		write_spot(b, to->id, to->name, to->lat, to->lon);
		json_close(b, '}');
		json_key(b, "n");
		json_int(b, v.at.at[i].n);
		json_close(b, '}');
	}
	json_close(b, ']');
}

/* ---- actors and what ties them -------------------------------------------------------------------- */

struct tie {
	uint32_t a, b;			/* ranks, a < b */
	uint32_t n[CLASSES], all;
	double score;
};

struct ties {
	uint32_t *rank;			/* [actors], of those shown; INDEX_NONE */
	struct tie at[OVERVIEW_ACTORS * OVERVIEW_ACTORS];
};

/* Pairs on a line, each once: who did it with whom it was done to; where it is mutual, or done to nobody, those who did it together. */
static bool are_tied(const struct index_line *l, unsigned role, unsigned other)
{
	return role != other || (role == PARTY_ACTOR && l->mutual);
}

static void tie_line(struct ties *t, const struct index *x, const struct index_line *l)
{
	enum { SHOWN_MAX = 16 };
	uint32_t ranks[SHOWN_MAX];
	uint8_t roles[SHOWN_MAX];
	unsigned n = 0;

	for (uint32_t p = l->parties; p < l[1].parties && n < SHOWN_MAX; p++) {
		uint32_t rank = t->rank[x->parties[p].actor];

		if (rank == INDEX_NONE)
			continue;
		for (unsigned i = 0; i < n; i++) {
			unsigned low = rank < ranks[i] ? rank : ranks[i], high = rank < ranks[i] ? ranks[i] : rank;
			struct tie *one = &t->at[low * OVERVIEW_ACTORS + high];

			if (rank == ranks[i] || !are_tied(l, x->parties[p].role, roles[i]))
				continue;
			one->n[class_of(l)]++;
			one->all++;
			one->score += (double)l->goldstein;
		}
		ranks[n] = rank;
		roles[n++] = x->parties[p].role;
	}
}

static int by_tie(const void *p, const void *q)
{
	const struct tie *x = p, *y = q;

	return x->all != y->all ? (x->all > y->all ? -1 : 1) : x->a != y->a ? (x->a < y->a ? -1 : 1) : x->b < y->b ? -1 : x->b > y->b;
}

static void write_ties(struct buf *b, struct arena *a, const struct index *x, const struct chosen *c, const struct sum *actors, uint32_t shown)
{
	struct ties *t = arena_new(a, struct ties);
	size_t n = 0;

	t->rank = arena_array(a, uint32_t, x->n_actors);
	memset(t->rank, 0xFF, x->n_actors * sizeof(*t->rank));
	for (uint32_t i = 0; i < shown; i++)
		t->rank[actors[i].what] = i;
	for (uint32_t i = 0; i < c->n; i++)
		tie_line(t, x, &x->lines[c->lines[i]]);
	for (uint32_t i = 0; i < OVERVIEW_ACTORS * OVERVIEW_ACTORS; i++) {
		if (!t->at[i].all)
			continue;
		t->at[n] = t->at[i];
		t->at[n].a = i / OVERVIEW_ACTORS;
		t->at[n++].b = i % OVERVIEW_ACTORS;
	}
	qsort(t->at, n, sizeof(*t->at), by_tie);
	json_key(b, "ties");
	json_open(b, '[');
	for (size_t i = 0; i < n; i++) {
		json_open(b, '{');
		json_key(b, "a");
		json_int(b, t->at[i].a);
		json_key(b, "b");
		json_int(b, t->at[i].b);
		json_key(b, "n");
		overview_classes(b, t->at[i].n);
		json_key(b, "score");
		json_fixed(b, t->at[i].score, 1);
		json_close(b, '}');
	}
	json_close(b, ']');
}

/* A happening counts once for an actor that stands on its line twice. */
static bool stands_before(const struct index *x, const struct index_line *l, uint32_t party)
{
	for (uint32_t p = l->parties; p < party; p++)
		if (x->parties[p].actor == x->parties[party].actor)
			return true;
	return false;
}

void write_identity(struct buf *b, struct str id, struct str name, struct str kind, struct str country)
{
	json_key(b, "id");
	json_text(b, id);
	json_key(b, "name");
	json_text_or_null(b, name);
	json_key(b, "kind");
	json_text_or_null(b, kind);
	json_key(b, "country");
	json_text_or_null(b, country);
}

static void write_actors(struct buf *b, struct arena *a, const struct index *x, const struct chosen *c)
{
	uint32_t *n = arena_array(a, uint32_t, x->n_actors), shown;
	const struct sum *at;

	for (uint32_t i = 0; i < c->n; i++) {
		const struct index_line *l = &x->lines[c->lines[i]];

		for (uint32_t p = l->parties; p < l[1].parties; p++)
			if (x->parties[p].known && !stands_before(x, l, p))
				n[x->parties[p].actor]++;
	}
	at = most(a, n, x->n_actors, OVERVIEW_ACTORS, &shown);
	json_key(b, "actors");
	json_open(b, '[');
	for (uint32_t i = 0; i < shown; i++) {
		const struct index_actor *actor = &x->actors[at[i].what];

		json_open(b, '{');
		write_identity(b, actor->id, actor->name, actor->kind, actor->country);
		json_key(b, "n");
		json_int(b, at[i].n);
		json_close(b, '}');
	}
	json_close(b, ']');
	write_ties(b, a, x, c, at, shown);
}

/* ---- all --------------------------------------------------------------------------------------------- */

#define PART_WORD_(n, w) w,
static const char *const part_words[] = { OVERVIEW_PARTS(PART_WORD_) };
#undef PART_WORD_

unsigned overview_parts(struct str words)
{
	unsigned parts = 0;
	struct str one;

	while (words.n && str_split(&words, ',', &one)) {
		unsigned i = 0;

		while (i < PART_COUNT && !str_is(one, part_words[i]))
			i++;
		if (i == PART_COUNT)
			return 0;
		parts |= 1u << i;
	}
	return parts ? parts : (1u << PART_COUNT) - 1;
}

static void write_time(struct buf *b, struct arena *a, const struct index *x, const struct chosen *c, int asked)
{
	enum bucket bucket = asked < 0 ? bucket_fit(x, c->lines, c->n) : (enum bucket)asked;
	uint32_t undated, inexact;

	json_key(b, "bucket");
	json_text(b, str_c(bucket_word(bucket)));
	overview_time(b, a, x, c->lines, c->n, bucket, &undated, &inexact);
	json_key(b, "undated");
	json_int(b, undated);
	json_key(b, "inexact");
	json_int(b, inexact);
}

static void write_axis(struct buf *b, struct arena *a, const struct overview *v)
{
	if (!v->axis)
		return;
	json_key(b, "axis");
	json_open(b, '{');
	write_time(b, a, v->x, v->axis, v->bucket);
	json_close(b, '}');
}

/* What is still to come, and the day of the next of it. */
static void write_coming(struct buf *b, const struct overview *v)
{
	uint32_t coming = 0;
	day next = DAY_NONE;
	char iso[11];

	for (uint32_t i = 0; i < v->chosen->n; i++) {
		day start = v->x->lines[v->chosen->lines[i]].start;

		if (start == DAY_NONE || v->now == DAY_NONE || start <= v->now)
			continue;
		coming++;
		if (next == DAY_NONE || start < next)
			next = start;
	}
	json_key(b, "now");
	json_text_or_null(b, v->now == DAY_NONE ? STR_NONE : (day_iso(v->now, iso), str_c(iso)));
	json_key(b, "coming");
	json_int(b, coming);
	json_key(b, "next");
	json_text_or_null(b, next == DAY_NONE ? STR_NONE : (day_iso(next, iso), str_c(iso)));
}

void overview_write(struct buf *b, const struct overview *v)
{
	struct arena a = { 0 };

	json_open(b, '{');
	json_key(b, "revision");
	json_int(b, v->x->revision);
	json_key(b, "total");
	json_int(b, v->chosen->n);
	write_coming(b, v);
	write_axis(b, &a, v);
	if (v->parts & 1u << PART_TIME)
		write_time(b, &a, v->x, v->chosen, v->bucket);
	if (v->parts & 1u << PART_KINDS)
		write_kinds(b, &a, v->x, v->chosen);
	if (v->parts & 1u << PART_PLACES)
		overview_places(b, &a, v->x, v->chosen, v->box);
	if (v->parts & 1u << PART_VISITS)
		overview_visits(b, &a, v->x, v->chosen, v->world);
	if (v->parts & 1u << PART_ACTORS)
		write_actors(b, &a, v->x, v->chosen);
	json_close(b, '}');
	arena_free(&a);
}
