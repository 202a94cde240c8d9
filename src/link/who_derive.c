/* who_derive.c - keys and weights that follow from the tables.
 *
 * A person is called by the full name, by first and family name, and by the family name alone; which words are the family name follows
 * from family.tsv (particles, suffixes, peoples who put it first) unless the table says it.  A capital is a seat of its country under
 * every name that the city has.
 *
 * Weight of a person without one in the table: the largest over the terms of
 *	10 * rank of the office (0..100) * sqrt(weight of the country / 100) * recency,
 * recency being 1 for who is in office, falling by 1/40 a year after it, never below 0.15.  An office of an organisation counts the
 * organisation's weight in thousandths instead.
 */
#include <math.h>

#include "link/spelling.h"
#include "link/who_world.h"

enum { MAX_WORDS = 12 };

static void add_key(struct world *w, uint32_t lang, struct str key, uint32_t entity, enum who_how how)
{
	if (key.n > 1)
		vec_add(w->a, &w->names, ((struct world_name){ lang, key, entity, how }));
}

/* ---- family names ------------------------------------------------------------------------------------------- */

struct words {
	struct str at[MAX_WORDS];
	uint32_t n;
};

/* False where there are more than fit. */
static bool cut(struct str key, struct words *words)
{
	words->n = 0;
	while (words->n < MAX_WORDS && str_split(&key, ' ', &words->at[words->n]))
		words->n++;
	return key.p == NULL || key.n == 0;
}

static struct str from_to(const struct words *words, uint32_t from, uint32_t to)
{
	struct str a = words->at[from], b = words->at[to - 1];

	return (struct str){ a.p, (size_t)(b.p + b.n - a.p) };
}

static bool is_word_of(struct str word, struct str name)
{
	struct str x;

	while (str_split(&name, ' ', &x))
		if (str_eq(x, word))
			return true;
	return false;
}

/* "King Sihanouk" for Norodom Sihanouk: the first word is none of the name, another is. */
static bool begins_with_title(struct world *w, const struct words *words, uint32_t entity)
{
	struct str name;
	bool other = false;

	who_fold(w->a, w->entities.at[entity].x.name, &name);
	for (uint32_t i = 1; i < words->n; i++)
		other |= is_word_of(words->at[i], name);
	return other && !is_word_of(words->at[0], name);
}

/* "Hans-Adam II": one given name and a number, no family name. */
static bool is_regnal(struct world *w, const struct words *words, uint32_t entity)
{
	struct str rest = w->entities.at[entity].x.name, word;
	uint32_t n = 0;

	while (str_split(&rest, ' ', &word))
		n++;
	return n == 2 && map_get(&w->particles, words->at[words->n - 1]) == PARTICLE_SUFFIX;
}

static void person_keys(struct world *w, uint32_t lang, struct str key, uint32_t entity)
{
	struct words words;
	uint32_t end, family, bare;

	if (!cut(key, &words) || words.n < 2 || is_regnal(w, &words, entity))
		return;
	/* other romanisations find the full name by its consonants (relink.c) */
	add_key(w, lang, str_cat(w->a, STR("~"), spelling_skeleton(w->a, key)), entity, WHO_NAME);
	if (map_get(&w->family_first, str_c(w->entities.at[entity].x.country)) != MAP_NONE) {
		if (!begins_with_title(w, &words, entity))
			add_key(w, lang, words.at[0], entity, WHO_FAMILY);
		return;
	}
	end = words.n;
	while (end > 2 && map_get(&w->particles, words.at[end - 1]) == PARTICLE_SUFFIX)
		end--;
	bare = family = end - 1;
	while (family > 1 && map_get(&w->particles, words.at[family - 1]) <= PARTICLE_DROP)
		family--;
	/* "de Hoop Scheffer": what follows a particle belongs to the family name */
	for (uint32_t i = 1; i < family; i++)
		if (map_get(&w->particles, words.at[i]) == PARTICLE_KEEP)
			family = i;
	if (map_get(&w->particles, words.at[family]) <= PARTICLE_DROP && map_get(&w->particles, words.at[family]) == PARTICLE_DROP)
		add_key(w, lang, from_to(&words, bare, end), entity, WHO_FAMILY);
	add_key(w, lang, from_to(&words, family, end), entity, WHO_FAMILY);
	if (family > 1) {
		add_key(w, lang, str_printf(w->a, "%.*s %.*s", STR_ARG(words.at[0]), STR_ARG(from_to(&words, family, end))), entity, WHO_NAME);
	}
	if (end < words.n)
		add_key(w, lang, from_to(&words, 0, end), entity, WHO_NAME);
}

/* A family name of the table's stands for the rule's, but only among names that end or begin like that. */
static void given_family(struct world *w, uint32_t entity)
{
	struct str rest = w->entities.at[entity].family, name, key;

	while (str_split(&rest, '|', &name)) {
		who_fold(w->a, str_trim(name), &key);
		add_key(w, ALL_LANGS, key, entity, WHO_FAMILY);
	}
}

static void derive_people(struct world *w)
{
	size_t n = w->names.n;

	for (size_t i = 0; i < n; i++) {
		struct world_name x = w->names.at[i];
		const struct world_entity *e = &w->entities.at[x.entity];

		if (e->x.kind == KIND_PERSON && x.how == WHO_NAME && (!e->family.n || x.lang != ALL_LANGS))
			person_keys(w, x.lang, x.key, x.entity);
	}
	for (uint32_t i = 0; i < w->entities.n; i++)
		if (w->entities.at[i].family.n)
			given_family(w, i);
}

/* ---- capitals ------------------------------------------------------------------------------------------------ */

static void derive_capitals(struct world *w)
{
	size_t n = w->names.n;
	struct map cities;		/* "name|CODE" of capitals: the country */
	uint32_t *country_of = arena_array(w->a, uint32_t, w->entities.n);

	map_init(&cities, w->a);
	for (uint32_t i = 0; i < w->entities.n; i++) {
		struct world_entity *e = &w->entities.at[i];
		struct str key;

		country_of[i] = NONE;
		if (!e->capital.n)
			continue;
		who_fold(w->a, e->capital, &key);
		add_key(w, ALL_LANGS, key, i, WHO_SEAT);
		*map_put(&cities, str_printf(w->a, "%.*s|%s", STR_ARG(key), e->x.country)) = i;
	}
	for (uint32_t i = 0; i < w->entities.n; i++) {
		struct world_entity *e = &w->entities.at[i];
		struct str key;
		uint32_t c;

		if (e->x.kind != KIND_PLACE || e->x.precision != PLACE_CITY)
			continue;
		who_fold(w->a, e->x.name, &key);
		c = map_get(&cities, str_printf(w->a, "%.*s|%s", STR_ARG(key), e->x.country));
		if (c != MAP_NONE) {
			country_of[i] = c;
			e->is_capital = true;
		}
	}
	for (size_t i = 0; i < n; i++)
		if (country_of[w->names.at[i].entity] != NONE && w->names.at[i].how == WHO_NAME)
			add_key(w, w->names.at[i].lang, w->names.at[i].key, country_of[w->names.at[i].entity], WHO_SEAT);
}

/* ---- weights and sectors -------------------------------------------------------------------------------------- */

static double recency(const struct world_term *t, day now)
{
	day end = t->x.to == DAY_NONE ? t->seen : t->x.to;
	double years = (double)(now - end) / 365.25 - (t->x.to == DAY_NONE ? 4 : 0);

	if (end == DAY_NONE || years <= 0)
		return 1;
	return years > 34 ? 0.15 : 1 - years / 40;
}

static void weigh_people(struct world *w)
{
	day now = DAY_NONE;
	double *best = arena_array(w->a, double, w->entities.n);

	for (size_t i = 0; i < w->terms.n; i++)
		if (w->terms.at[i].x.to == DAY_NONE && w->terms.at[i].seen > now)
			now = w->terms.at[i].seen;
	for (size_t i = 0; i < w->terms.n; i++) {
		struct world_term *t = &w->terms.at[i];
		struct world_entity *e = &w->entities.at[t->x.person];
		uint32_t country = map_get(&w->by_code, str_c(t->x.country));
		double rank = 15, polity = 4, value;

		for (size_t o = 0; o < w->offices.n; o++)
			if (str_eq(w->offices.at[o].office, t->office_class)) {
				rank = w->offices.at[o].rank;
				t->x.rank = (uint32_t)rank;
				memcpy(t->x.sector, w->offices.at[o].sector, 4);
				break;
			}
		if (t->x.organisation != NONE && !strcmp(w->entities.at[t->x.organisation].x.sector, "IGO"))	/* the president of the European Central Bank */
			memcpy(t->x.sector, "IGO", 4);
		if (t->x.organisation != NONE)
			polity = w->entities.at[t->x.organisation].x.weight / 10.0;
		else if (country != MAP_NONE)
			polity = w->entities.at[country].x.weight;
		value = 10 * rank * sqrt(polity / 100) * recency(t, now);
		if (value > best[t->x.person])
			best[t->x.person] = value;
		if (!e->weighed)
			e->x.weight = (uint32_t)best[t->x.person];
	}
}

void world_derive(struct world *w)
{
	weigh_people(w);
	derive_people(w);
	derive_capitals(w);
}
