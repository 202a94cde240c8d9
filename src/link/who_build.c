/* who_build.c - coulisse-who DATA_DIR LANG_ROOT OUT: checks the tables of the world and compiles them into one file.
 *
 * Errors name file and line; with any, nothing is written.  The order of everything in the file follows from the tables alone.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "link/who_file.h"
#include "link/who_world.h"

struct hit {
	struct who_hit x;
	uint32_t key, lang;
	uint32_t score;
};

struct out {
	struct world *w;
	struct arena *a;
	struct buf strings;
	struct map interned;
	struct map keys;			/* entries in the order of the names */
	VEC(struct hit) hits;
	VEC(struct who_hit) hit_rows;
	struct who_range *ranges;
	struct buf file;
	struct who_header header;
};

static struct who_ref intern(struct out *o, struct str s)
{
	uint32_t *at = map_put(&o->interned, s);

	if (*at == MAP_NONE) {
		*at = (uint32_t)o->strings.n;
		buf_add(&o->strings, s);
	}
	return (struct who_ref){ *at, (uint32_t)s.n };
}

/* ---- keys --------------------------------------------------------------------------------------------------- */

/* A place, by its people and by how much its country is in the news: Sofia is no region of Madagascar. */
static uint32_t score_place(const struct out *o, const struct world_entity *e)
{
	uint32_t country = map_get(&o->w->by_code, str_c(e->x.country)), news = country == MAP_NONE ? 0 : o->w->entities.at[country].x.weight;

	if (e->x.precision != PLACE_CITY)
		return 700 + (e->x.weight > 1000 ? 1000 : e->x.weight) + 4 * news;
	return (e->x.weight < 1000 ? 0 : (uint32_t)(250 * (log10(e->x.weight) - 3))) + (e->is_capital ? 150 + 2 * news : 0);
}

/* Which meaning of a name comes first; the linker sees the context and may choose another. */
static uint32_t score(const struct out *o, const struct world_entity *e, enum who_how how)
{
	const struct who_entity *x = &e->x;
	uint32_t weight = x->weight > 1000 ? 1000 : x->weight;

	switch (x->kind) {
	case KIND_COUNTRY:
		return how == WHO_SEAT ? 3000 + weight : 4000 + weight;
	case KIND_PERSON:
		return how == WHO_NAME ? 1500 + weight : weight;
	case KIND_PLACE:
		return score_place(o, e);
	default:
		return (how == WHO_SEAT ? 2500 : 2700) + weight;
	}
}

static int by_key(const void *x, const void *y)
{
	const struct hit *a = x, *b = y;

	if (a->key != b->key)
		return a->key < b->key ? -1 : 1;
	if (a->lang != b->lang)
		return a->lang < b->lang ? -1 : 1;
	if (a->score != b->score)
		return a->score > b->score ? -1 : 1;
	if (a->x.entity != b->x.entity)
		return a->x.entity < b->x.entity ? -1 : 1;
	return (a->x.how > b->x.how) - (a->x.how < b->x.how);
}

static void add_hit(struct out *o, uint32_t key, uint32_t lang, const struct world_name *n)
{
	struct hit *h = vec_push(o->a, &o->hits);

	h->key = key;
	h->lang = lang;
	h->x = (struct who_hit){ n->entity, n->how };
	h->score = score(o, &o->w->entities.at[n->entity], n->how);
}

static void collect(struct out *o)
{
	for (size_t i = 0; i < o->w->names.n; i++) {
		const struct world_name *n = &o->w->names.at[i];
		uint32_t *at = map_put(&o->keys, n->key), spaces = 1;

		if (*at == MAP_NONE)
			*at = o->keys.n - 1;
		for (size_t c = 0; c < n->key.n; c++)
			spaces += n->key.p[c] == ' ';
		if (spaces > o->header.longest)
			o->header.longest = spaces;
		for (uint32_t l = 0; l < o->w->langs.n; l++)
			if (n->lang == ALL_LANGS || n->lang == l)
				add_hit(o, *at, l, n);
	}
	qsort(o->hits.at, o->hits.n, sizeof(*o->hits.at), by_key);
}

/* An entity stands once under a key, as what scores best. */
static bool repeated(const struct out *o, uint32_t first, const struct hit *h)
{
	for (size_t i = first; i < o->hit_rows.n; i++)
		if (o->hit_rows.at[i].entity == h->x.entity)
			return true;
	return false;
}

static void share(struct out *o, uint32_t key, uint32_t lang)
{
	struct who_range *r = &o->ranges[key * o->w->langs.n + lang];

	for (uint32_t l = 0; l < lang; l++) {
		struct who_range s = o->ranges[key * o->w->langs.n + l];

		if (s.n == r->n && memcmp(o->hit_rows.at + s.first, o->hit_rows.at + r->first, r->n * sizeof(struct who_hit)) == 0) {
			if (r->first + r->n == o->hit_rows.n && s.first != r->first)
				o->hit_rows.n = r->first;
			*r = s;
			return;
		}
	}
}

static void rank_hits(struct out *o)
{
	o->ranges = arena_array(o->a, struct who_range, (size_t)o->keys.n * o->w->langs.n);
	for (size_t i = 0, end; i < o->hits.n; i = end) {
		const struct hit *h = &o->hits.at[i];
		struct who_range *r = &o->ranges[h->key * o->w->langs.n + h->lang];

		r->first = (uint32_t)o->hit_rows.n;
		for (end = i; end < o->hits.n && o->hits.at[end].key == h->key && o->hits.at[end].lang == h->lang; end++)
			if (!repeated(o, r->first, &o->hits.at[end]))
				vec_add(o->a, &o->hit_rows, o->hits.at[end].x);
		r->n = (uint32_t)o->hit_rows.n - r->first;
		share(o, h->key, h->lang);
	}
}

/* ---- sections ----------------------------------------------------------------------------------------------- */

static void put(struct out *o, enum who_section s, const void *rows, size_t n, size_t size)
{
	while ((sizeof(o->header) + o->file.n) % 8)
		buf_byte(&o->file, 0);
	o->header.section[s].offset = (uint32_t)(sizeof(o->header) + o->file.n);
	o->header.section[s].count = (uint32_t)n;
	buf_add(&o->file, (struct str){ rows, n * size });
}

static void put_entities(struct out *o)
{
	size_t n = o->w->entities.n;
	struct who_row *rows = arena_array(o->a, struct who_row, n);

	for (size_t i = 0; i < n; i++) {
		const struct who_entity *x = &o->w->entities.at[i].x;
		struct who_row *r = &rows[i];

		r->id = intern(o, x->id);
		r->name = intern(o, x->name);
		memcpy(r->country, x->country, 4);
		memcpy(r->sector, x->sector, 4);
		r->lat = (int32_t)lround(x->lat * 1e5);
		r->lon = (int32_t)lround(x->lon * 1e5);
		r->weight = x->weight;
		r->kind = (uint8_t)x->kind;
		r->female = x->female;
		r->located = x->located;
		r->precision = (uint8_t)x->precision;
	}
	put(o, WHO_SEC_ENTITIES, rows, n, sizeof(*rows));
}

static void put_keys(struct out *o)
{
	uint32_t n_slots = 16, n = o->keys.n, *slots;
	struct who_ref *keys = arena_array(o->a, struct who_ref, n), *langs = arena_array(o->a, struct who_ref, o->w->langs.n);

	while (n_slots < n * 2)
		n_slots *= 2;
	slots = arena_array(o->a, uint32_t, n_slots);
	for (uint32_t k = 0; k < n; k++) {
		uint32_t slot = (uint32_t)str_hash(o->keys.entries[k].key) & (n_slots - 1);

		keys[k] = intern(o, o->keys.entries[k].key);
		while (slots[slot])
			slot = (slot + 1) & (n_slots - 1);
		slots[slot] = k + 1;
	}
	for (size_t l = 0; l < o->w->langs.n; l++)
		langs[l] = intern(o, o->w->langs.at[l]);
	put(o, WHO_SEC_LANGS, langs, o->w->langs.n, sizeof(*langs));
	put(o, WHO_SEC_KEYS, keys, n, sizeof(*keys));
	put(o, WHO_SEC_RANGES, o->ranges, n * o->w->langs.n, sizeof(*o->ranges));
	put(o, WHO_SEC_SLOTS, slots, n_slots, sizeof(*slots));
	put(o, WHO_SEC_HITS, o->hit_rows.at, o->hit_rows.n, sizeof(*o->hit_rows.at));
}

static int by_person(const void *x, const void *y)
{
	const struct world_term *a = x, *b = y;

	if (a->x.person != b->x.person)
		return a->x.person < b->x.person ? -1 : 1;
	if (a->x.from != b->x.from)
		return a->x.from < b->x.from ? -1 : 1;
	return str_cmp(a->x.office, b->x.office);
}

static const struct world_term *sorted_terms;

/* As polity_cmp in who.c, then by day. */
static int by_polity(const void *x, const void *y)
{
	const struct world_term *a = &sorted_terms[*(const uint32_t *)x], *b = &sorted_terms[*(const uint32_t *)y];
	int c = strncmp(a->x.country, b->x.country, 4);

	if (c == 0)
		c = (a->x.organisation > b->x.organisation) - (a->x.organisation < b->x.organisation);
	if (c == 0)
		c = str_cmp(a->office_class, b->office_class);
	if (c == 0)
		c = (a->x.from > b->x.from) - (a->x.from < b->x.from);
	return c ? c : (a->x.person > b->x.person) - (a->x.person < b->x.person);
}

static void put_terms(struct out *o)
{
	size_t n = o->w->terms.n;
	struct who_term_row *rows = arena_array(o->a, struct who_term_row, n);
	uint32_t *holders = arena_array(o->a, uint32_t, n);

	if (n)
		qsort(o->w->terms.at, n, sizeof(*o->w->terms.at), by_person);
	for (size_t i = 0; i < n; i++) {
		const struct world_term *t = &o->w->terms.at[i];
		struct who_term_row *r = &rows[i];

		r->office = intern(o, t->x.office);
		r->office_class = intern(o, t->office_class);
		memcpy(r->country, t->x.country, 4);
		memcpy(r->sector, t->x.sector, 4);
		r->person = t->x.person;
		r->rank = t->x.rank;
		r->organisation = t->x.organisation;
		r->from = t->x.from;
		r->to = t->x.to;
		r->seen = t->seen;
		holders[i] = (uint32_t)i;
	}
	sorted_terms = o->w->terms.at;
	if (n)
		qsort(holders, n, sizeof(*holders), by_polity);
	put(o, WHO_SEC_TERMS, rows, n, sizeof(*rows));
	put(o, WHO_SEC_HOLDERS, holders, n, sizeof(*holders));
}

static const struct world *sorted_world;

static int by_id(const void *x, const void *y)
{
	return str_cmp(sorted_world->entities.at[*(const uint32_t *)x].x.id, sorted_world->entities.at[*(const uint32_t *)y].x.id);
}

static int by_code(const void *x, const void *y)
{
	return strncmp(sorted_world->entities.at[*(const uint32_t *)x].x.country, sorted_world->entities.at[*(const uint32_t *)y].x.country, 4);
}

static void put_indexes(struct out *o)
{
	uint32_t n = (uint32_t)o->w->entities.n, c = 0;
	uint32_t *ids = arena_array(o->a, uint32_t, n), *countries = arena_array(o->a, uint32_t, n);

	for (uint32_t i = 0; i < n; i++) {
		ids[i] = i;
		if (o->w->entities.at[i].x.kind == KIND_COUNTRY && o->w->entities.at[i].x.country[0])
			countries[c++] = i;
	}
	sorted_world = o->w;
	qsort(ids, n, sizeof(*ids), by_id);
	qsort(countries, c, sizeof(*countries), by_code);
	put(o, WHO_SEC_IDS, ids, n, sizeof(*ids));
	put(o, WHO_SEC_COUNTRIES, countries, c, sizeof(*countries));
}

static void put_offices(struct out *o)
{
	size_t n = o->w->offices.n;
	struct who_office_row *rows = arena_array(o->a, struct who_office_row, n);

	for (size_t i = 0; i < n; i++) {
		rows[i].office = intern(o, o->w->offices.at[i].office);
		rows[i].office_class = intern(o, o->w->offices.at[i].office_class);
		memcpy(rows[i].country, o->w->offices.at[i].country, 4);
	}
	put(o, WHO_SEC_OFFICES, rows, n, sizeof(*rows));
}

static int codes_by_country(const void *x, const void *y)
{
	return strncmp(((const struct who_codes *)x)->country, ((const struct who_codes *)y)->country, 4);
}

static int order(uint32_t a, uint32_t b)
{
	return (a > b) - (a < b);
}

static int by_member(const void *x, const void *y)
{
	const struct who_member *a = x, *b = y;
	int c = order(a->member, b->member);

	c = c ? c : order(a->organisation, b->organisation);
	return c ? c : (a->from > b->from) - (a->from < b->from);
}

static const struct who_member *sorted_members;

static int by_organisation(const void *x, const void *y)
{
	const struct who_member *a = &sorted_members[*(const uint32_t *)x], *b = &sorted_members[*(const uint32_t *)y];
	int c = order(a->organisation, b->organisation);

	c = c ? c : order(a->member, b->member);
	return c ? c : (a->from > b->from) - (a->from < b->from);
}

static void put_members(struct out *o)
{
	size_t n = o->w->members.n;
	uint32_t *order_of = arena_array(o->a, uint32_t, n + 1);

	if (o->w->codes.n)
		qsort(o->w->codes.at, o->w->codes.n, sizeof(*o->w->codes.at), codes_by_country);
	put(o, WHO_SEC_CODES, o->w->codes.at, o->w->codes.n, sizeof(*o->w->codes.at));
	if (n)
		qsort(o->w->members.at, n, sizeof(*o->w->members.at), by_member);
	put(o, WHO_SEC_MEMBERS, o->w->members.at, n, sizeof(*o->w->members.at));
	for (uint32_t i = 0; i < n; i++)
		order_of[i] = i;
	sorted_members = o->w->members.at;
	if (n)
		qsort(order_of, n, sizeof(*order_of), by_organisation);
	put(o, WHO_SEC_ORG_MEMBERS, order_of, n, sizeof(*order_of));
}

static void compile(struct out *o)
{
	collect(o);
	rank_hits(o);
	put_entities(o);
	put_keys(o);
	put_terms(o);
	put_indexes(o);
	put_offices(o);
	put_members(o);
	put(o, WHO_SEC_STRINGS, o->strings.p, o->strings.n, 1);
	memcpy(o->header.magic, WHO_MAGIC, 8);
	o->header.version = WHO_VERSION;
	o->header.sections = WHO_SEC_COUNT;
	o->header.size = sizeof(o->header) + o->file.n;
	o->header.checksum = str_hash(buf_str(&o->file));
}

static int write_file(const struct out *o, const char *path)
{
	FILE *f = fopen(path, "wb");

	if (!f || fwrite(&o->header, sizeof(o->header), 1, f) != 1 || fwrite(o->file.p, 1, o->file.n, f) != o->file.n || fclose(f) != 0) {
		perror(path);
		return 4;
	}
	fprintf(stderr, "%s: %zu entities, %u keys, %zu meanings, %zu terms, %.1f MB\n", path, o->w->entities.n, o->keys.n, o->hit_rows.n,
		o->w->terms.n, (double)o->header.size / 1e6);
	return 0;
}

int main(int argc, char **argv)
{
	struct arena a = { 0 };
	struct world w;
	struct out o = { .w = &w, .a = &a };
	int rc;

	if (argc != 4) {
		fprintf(stderr, "usage: coulisse-who DATA_DIR LANG_ROOT OUT\n");
		return 2;
	}
	world_init(&w, &a);
	if (world_read(&w, argv[1], argv[2])) {
		fprintf(stderr, "%u errors\n", w.errors);
		return 1;
	}
	world_derive(&w);
	buf_init(&o.strings, &a);
	buf_init(&o.file, &a);
	map_init(&o.interned, &a);
	map_init(&o.keys, &a);
	compile(&o);
	rc = write_file(&o, argv[3]);
	arena_free(&a);
	return rc;
}
