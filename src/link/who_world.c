#include "link/who_world.h"

#include <dirent.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/file.h"
#include "base/utf8.h"

enum { MAX_FIELDS = 8, SEVERAL = MAP_NONE - 1 };

static void __attribute__((format(printf, 2, 3))) wrong(struct world *w, const char *format, ...)
{
	va_list args;

	fprintf(stderr, "%s:%u: ", w->file, w->line);
	va_start(args, format);
	vfprintf(stderr, format, args);
	va_end(args);
	fputc('\n', stderr);
	w->errors++;
}

void world_init(struct world *w, struct arena *a)
{
	memset(w, 0, sizeof(*w));
	w->a = a;
	w->seen = DAY_NONE;
	map_init(&w->by_id, a);
	map_init(&w->by_code, a);
	map_init(&w->by_name, a);
	map_init(&w->cities, a);
	map_init(&w->people, a);
	map_init(&w->particles, a);
	map_init(&w->family_first, a);
}

/* ---- fields ------------------------------------------------------------------------------------------------ */

static bool given(struct str s)
{
	return s.n && !str_is(s, "-");
}

static bool number(struct world *w, struct str s, double *x)
{
	char copy[32], *end;

	if (s.n == 0 || s.n >= sizeof(copy)) {
		wrong(w, "\"%.*s\" is no number", STR_ARG(s));
		return false;
	}
	memcpy(copy, s.p, s.n);
	copy[s.n] = '\0';
	*x = strtod(copy, &end);
	if (*end)
		wrong(w, "\"%.*s\" is no number", STR_ARG(s));
	return *end == '\0';
}

/* Three capitals, or "-" for none. */
static void code(struct world *w, struct str s, char out[4])
{
	memset(out, 0, 4);
	if (!given(s))
		return;
	if (s.n != 3)
		wrong(w, "\"%.*s\" is no code of three capitals", STR_ARG(s));
	for (size_t i = 0; i < s.n && i < 3; i++) {
		if (s.p[i] < 'A' || s.p[i] > 'Z')
			wrong(w, "\"%.*s\" is no code of three capitals", STR_ARG(s));
		out[i] = s.p[i];
	}
}

static void country_code(struct world *w, struct str s, char out[4])
{
	code(w, s, out);
	if (out[0] && map_get(&w->by_code, str_c(out)) == MAP_NONE)
		wrong(w, "no country %s in countries.tsv", out);
}

static struct str fold(struct world *w, struct str name)
{
	struct str key;

	who_fold(w->a, name, &key);
	return key;
}

static struct str minted(struct world *w, struct str name)
{
	struct str key = fold(w, name);
	char *p = arena_dup(w->a, key.p, key.n);

	for (size_t i = 0; i < key.n; i++)
		if (p[i] == ' ')
			p[i] = '-';
	return str_cat(w->a, STR("x-"), (struct str){ p, key.n });
}

/* ---- entities ---------------------------------------------------------------------------------------------- */

static void add_name(struct world *w, uint32_t lang, struct str key, uint32_t entity, enum who_how how)
{
	if (key.n)
		vec_add(w->a, &w->names, ((struct world_name){ lang, key, entity, how }));
}

static uint32_t add_entity(struct world *w, struct str id, struct str name, enum kind kind)
{
	uint32_t at = (uint32_t)w->entities.n, *slot;
	struct world_entity *e = vec_push(w->a, &w->entities);

	e->x.id = given(id) ? id : minted(w, name);
	e->x.name = name;
	e->x.kind = kind;
	e->by_hand = w->by_hand;
	if (!name.n)
		wrong(w, "no name");
	slot = map_put(&w->by_id, e->x.id);
	if (*slot != MAP_NONE)
		wrong(w, "%.*s is already there: %.*s", STR_ARG(e->x.id), STR_ARG(w->entities.at[*slot].x.name));
	*slot = at;
	add_name(w, ALL_LANGS, fold(w, name), at, WHO_NAME);
	return at;
}

/* Lets tables refer to it by its English name. */
static void referable(struct world *w, uint32_t at)
{
	uint32_t *slot = map_put(&w->by_name, fold(w, w->entities.at[at].x.name));

	*slot = *slot == MAP_NONE ? at : SEVERAL;
}

static void locate(struct world *w, uint32_t at, struct str lat, struct str lon)
{
	struct who_entity *x = &w->entities.at[at].x;

	if (given(lat) && given(lon))
		x->located = number(w, lat, &x->lat) && number(w, lon, &x->lon);
	if (x->lat < -90 || x->lat > 90 || x->lon < -180 || x->lon > 180)
		wrong(w, "no such place on earth: %.5f, %.5f", x->lat, x->lon);
}

static void weigh(struct world *w, uint32_t at, struct str weight, uint32_t otherwise)
{
	double value = otherwise;

	w->entities.at[at].weighed = given(weight);
	if (given(weight) && (!number(w, weight, &value) || value < 0 || value > 1e9))
		wrong(w, "weight out of range");
	w->entities.at[at].x.weight = (uint32_t)value;
}

/* id iso3 name region capital lat lon weight */
static void read_country(struct world *w, struct str f[MAX_FIELDS])
{
	uint32_t at = add_entity(w, f[0], f[2], KIND_COUNTRY), *slot;
	struct world_entity *e = &w->entities.at[at];

	code(w, f[1], e->x.country);
	slot = map_put(&w->by_code, str_dup(w->a, f[1]));
	if (*slot != MAP_NONE)
		wrong(w, "country %.*s is already there", STR_ARG(f[1]));
	*slot = at;
	memcpy(e->x.sector, "GOV", 4);
	e->capital = given(f[4]) ? f[4] : STR_NONE;
	e->x.precision = PLACE_COUNTRY;
	locate(w, at, f[5], f[6]);
	weigh(w, at, f[7], 1);
	referable(w, at);
}

/* id name kind country sector weight */
static void read_organisation(struct world *w, struct str f[MAX_FIELDS])
{
	int kind = kind_find(f[2]);
	uint32_t at;

	if (kind < 0)
		wrong(w, "no kind \"%.*s\"", STR_ARG(f[2]));
	at = add_entity(w, f[0], f[1], kind < 0 ? KIND_ORGANISATION : (enum kind)kind);
	country_code(w, f[3], w->entities.at[at].x.country);
	code(w, f[4], w->entities.at[at].x.sector);
	weigh(w, at, f[5], 200);
	referable(w, at);
}

/* id name country precision lat lon weight */
static uint32_t read_place(struct world *w, struct str f[MAX_FIELDS])
{
	int precision = precision_place_find(f[3]);
	uint32_t at = add_entity(w, f[0], f[1], KIND_PLACE);

	if (precision < 0)
		wrong(w, "no precision \"%.*s\"", STR_ARG(f[3]));
	else
		w->entities.at[at].x.precision = (enum precision_place)precision;
	country_code(w, f[2], w->entities.at[at].x.country);
	locate(w, at, f[4], f[5]);
	weigh(w, at, f[6], 0);
	return at;
}

/* Tables of names may say "Moscow, RUS"; the first one wins, and the largest stands first. */
static void read_city(struct world *w, struct str f[MAX_FIELDS])
{
	uint32_t at = read_place(w, f), *slot;

	slot = map_put(&w->cities, str_printf(w->a, "%.*s, %.*s", STR_ARG(f[1]), STR_ARG(f[2])));
	if (*slot == MAP_NONE)
		*slot = at;
}

static void read_region(struct world *w, struct str f[MAX_FIELDS])
{
	referable(w, read_place(w, f));
}

/* ---- people and their terms -------------------------------------------------------------------------------- */

/* office class country rank sector */
static void read_office(struct world *w, struct str f[MAX_FIELDS])
{
	struct world_office *o = vec_push(w->a, &w->offices);

	o->office = f[0];
	o->office_class = given(f[1]) ? f[1] : f[0];
	country_code(w, f[2], o->country);
	number(w, f[3], &o->rank);
	code(w, f[4], o->sector);
}

static const struct world_office *find_office(const struct world *w, struct str office, const char country[4])
{
	const struct world_office *found = NULL;

	for (size_t i = 0; i < w->offices.n; i++) {
		const struct world_office *o = &w->offices.at[i];

		if (!str_eq(o->office, office))
			continue;
		if (o->country[0] && memcmp(o->country, country, 4) == 0)
			return o;
		if (!o->country[0])
			found = o;
	}
	return found;
}

struct str world_office_class(const struct world *w, struct str office, const char country[4])
{
	const struct world_office *o = find_office(w, office, country);

	return o ? o->office_class : office;
}

/* "2024", "2024-10", "2024-10-12": the first or last day of it. */
static day read_day(struct world *w, struct str s, bool last)
{
	day d = s.n ? day_parse_part(s, last) : DAY_NONE;

	if (s.n && d == DAY_NONE)
		wrong(w, "\"%.*s\" is no date", STR_ARG(s));
	return d;
}

static uint32_t find_ref(struct world *w, struct str ref)
{
	uint32_t at = map_get(&w->by_code, ref);

	if (at == MAP_NONE)
		at = map_get(&w->by_id, ref);
	if (at == MAP_NONE)
		at = map_get(&w->cities, ref);
	if (at == MAP_NONE)
		at = map_get(&w->by_name, fold(w, ref));
	if (at == SEVERAL)
		wrong(w, "\"%.*s\" names several entities; use the id", STR_ARG(ref));
	return at == SEVERAL ? MAP_NONE : at;
}

/* What the first table says about an office of a person, later tables leave alone. */
static bool same_office(const struct world *w, const struct world_term *t)
{
	for (size_t i = 0; i < w->terms.n && w->terms.at[i].by_hand; i++) {
		const struct world_term *u = &w->terms.at[i];

		if (u->x.person == t->x.person && str_eq(u->office_class, t->office_class) && u->x.organisation == t->x.organisation &&
		    memcmp(u->x.country, t->x.country, 4) == 0)
			return true;
	}
	return false;
}

/* office[@country or organisation] from..to */
static void read_term(struct world *w, uint32_t person, struct str s)
{
	struct world_term t = { .x = { .person = person, .organisation = NONE } };
	size_t at, dots;
	struct str span;

	for (at = s.n; at > 0 && s.p[at - 1] != ' '; at--)
		;
	span = str_sub(s, at, s.n);
	s = str_trim(str_sub(s, 0, at));
	dots = str_search(span, STR(".."));
	if (!s.n || dots == span.n) {
		wrong(w, "a term is: office from..to");
		return;
	}
	t.x.from = read_day(w, str_sub(span, 0, dots), false);
	t.x.to = read_day(w, str_sub(span, dots + 2, span.n), true);
	t.seen = t.x.to == DAY_NONE ? w->seen : t.x.to;
	if (t.x.from != DAY_NONE && t.x.to != DAY_NONE && t.x.to < t.x.from)
		wrong(w, "the term ends before it begins");
	memcpy(t.x.country, w->entities.at[person].x.country, 4);
	at = str_find(s, '@');
	t.x.office = str_trim(str_sub(s, 0, at));
	if (at < s.n) {
		uint32_t where = find_ref(w, str_trim(str_sub(s, at + 1, s.n)));

		if (where == MAP_NONE)
			wrong(w, "nothing is called \"%.*s\"", STR_ARG(str_sub(s, at + 1, s.n)));
		else if (w->entities.at[where].x.kind == KIND_COUNTRY)
			memcpy(t.x.country, w->entities.at[where].x.country, 4);
		else
			t.x.organisation = where, memset(t.x.country, 0, 4);
	}
	t.office_class = world_office_class(w, t.x.office, t.x.country);
	t.by_hand = w->by_hand;
	if (w->by_hand || !same_office(w, &t))
		vec_add(w->a, &w->terms, t);
}

static void read_terms(struct world *w, uint32_t person, struct str terms)
{
	struct str term;

	while (given(terms) && str_split(&terms, ';', &term))
		read_term(w, person, str_trim(term));
}

/* id name country sector gender weight family terms */
static void read_person(struct world *w, struct str f[MAX_FIELDS])
{
	struct str who = str_printf(w->a, "%.*s|%.*s", STR_ARG(fold(w, f[1])), STR_ARG(f[2]));
	uint32_t at = map_get(&w->by_id, f[0]), *slot = map_put(&w->people, who);
	struct world_entity *e;

	if (at == MAP_NONE && *slot != MAP_NONE && !w->by_hand && w->entities.at[*slot].by_hand && str_starts(w->entities.at[*slot].x.id, STR("x-")) &&
	    given(f[0])) {
		at = *slot;
		w->entities.at[at].x.id = f[0];
		*map_put(&w->by_id, f[0]) = at;
	}
	if (at != MAP_NONE && !w->by_hand && w->entities.at[at].by_hand) {
		add_name(w, ALL_LANGS, fold(w, f[1]), at, WHO_NAME);
		read_terms(w, at, f[7]);
		return;
	}
	at = add_entity(w, f[0], f[1], KIND_PERSON);
	*slot = at;
	e = &w->entities.at[at];
	country_code(w, f[2], e->x.country);
	code(w, f[3], e->x.sector);
	if (str_is(f[4], "m") || str_is(f[4], "f"))
		e->x.female = f[4].p[0] == 'f' ? 2 : 1;
	else if (given(f[4]))
		wrong(w, "gender is m, f or -");
	weigh(w, at, f[5], 150);
	e->family = given(f[6]) ? f[6] : STR_NONE;
	read_terms(w, at, f[7]);
}

/* ---- names ------------------------------------------------------------------------------------------------- */

static int find_how(struct str word)
{
	static const char *const words[] = { "name", "family", "adjective", "inhabitant", "seat" };

	for (int i = 0; i < 5; i++)
		if (str_is(word, words[i]))
			return i;
	return -1;
}

static uint32_t lang_now(const struct world *w)
{
	return (uint32_t)w->langs.n - 1;
}

/* entity how name | name … */
static void read_names(struct world *w, struct str f[MAX_FIELDS])
{
	uint32_t at = find_ref(w, f[0]);
	int how = find_how(f[1]);
	struct str names = f[2], name;

	if (at == MAP_NONE)
		at = map_get(&w->people, fold(w, f[0]));
	if (at == MAP_NONE || at == SEVERAL)
		wrong(w, "nothing is called \"%.*s\"", STR_ARG(f[0]));
	else if (how < 0)
		wrong(w, "\"%.*s\" is none of name family adjective inhabitant seat", STR_ARG(f[1]));
	else
		while (str_split(&names, '|', &name))
			add_name(w, lang_now(w), fold(w, str_trim(name)), at, (enum who_how)how);
}

/* word keep|drop|suffix, or CODE first */
static void read_family(struct world *w, struct str f[MAX_FIELDS])
{
	if (str_is(f[1], "first"))
		*map_put(&w->family_first, f[0]) = 1;
	else if (str_is(f[1], "keep") || str_is(f[1], "drop"))
		*map_put(&w->particles, fold(w, f[0])) = str_is(f[1], "keep") ? PARTICLE_KEEP : PARTICLE_DROP;
	else if (str_is(f[1], "suffix"))
		*map_put(&w->particles, fold(w, f[0])) = PARTICLE_SUFFIX;
	else
		wrong(w, "\"%.*s\" is none of keep drop suffix first", STR_ARG(f[1]));
}

/* ---- codes and members --------------------------------------------------------------------------------------- */

static void short_code(struct world *w, struct str s, char out[4])
{
	memset(out, 0, 4);
	if (!given(s))
		return;
	if (s.n > 3)
		wrong(w, "\"%.*s\" is no code of three letters or digits", STR_ARG(s));
	else
		memcpy(out, s.p, s.n);
}

/* iso3 iso2 iso-number cow-number cow fips cameo */
static void read_codes(struct world *w, struct str f[MAX_FIELDS])
{
	struct who_codes *c = vec_push(w->a, &w->codes);
	char *const out[] = { c->iso2, c->iso_number, c->cow_number, c->cow, c->fips, c->cameo };

	country_code(w, f[0], c->country);
	for (int i = 0; i < 6; i++)
		short_code(w, f[i + 1], out[i]);
}

/* organisation member from to kind */
static void read_member(struct world *w, struct str f[MAX_FIELDS])
{
	uint32_t organisation = find_ref(w, f[0]), member = find_ref(w, f[1]), kind = 0;

	while (kind < WHO_MEMBERSHIP_COUNT && !str_is(f[4], who_membership_word((enum who_membership)kind)))
		kind++;
	if (organisation == MAP_NONE || member == MAP_NONE)
		wrong(w, "nothing is called \"%.*s\"", STR_ARG(organisation == MAP_NONE ? f[0] : f[1]));
	else if (kind == WHO_MEMBERSHIP_COUNT)
		wrong(w, "\"%.*s\" is none of member candidate observer associate suspended", STR_ARG(f[4]));
	else
		vec_add(w->a, &w->members, ((struct who_member){ member, organisation, given(f[2]) ? read_day(w, f[2], false) : DAY_NONE,
								 given(f[3]) ? read_day(w, f[3], true) : DAY_NONE, kind }));
}

/* ---- tables ------------------------------------------------------------------------------------------------ */

struct table {
	const char *file;
	uint32_t fields;
	void (*row)(struct world *w, struct str f[MAX_FIELDS]);
	bool needed, by_hand;
};

static const struct table data_tables[] = {
	{ "countries.tsv", 8, read_country, true, false },
	{ "organisations.tsv", 6, read_organisation, true, false },
	{ "regions.tsv", 7, read_region, true, false },
	{ "places.tsv", 7, read_city, true, false },
	{ "offices.tsv", 5, read_office, true, false },
	{ "codes.tsv", 7, read_codes, false, false },
	{ "members.tsv", 5, read_member, false, false },
	{ "family.tsv", 2, read_family, true, false },
	{ "people.tsv", 8, read_person, true, true },
	{ "people_more.tsv", 8, read_person, false, false },
};

static const struct table lang_tables[] = {
	{ "names.tsv", 3, read_names, true, true },
	{ "people.tsv", 3, read_names, false, true },
	{ "people_more.tsv", 3, read_names, false, false },
	{ "places.tsv", 3, read_names, false, false },
};

static void read_line(struct world *w, const struct table *t, struct str line)
{
	struct str f[MAX_FIELDS], rest = line;
	uint32_t n = 0;

	if (!str_trim(line).n || line.p[0] == '#')
		return;
	if (str_starts(line, STR("@seen"))) {
		w->seen = read_day(w, str_trim(str_sub(line, 5, line.n)), true);
		return;
	}
	while (n < MAX_FIELDS && str_split(&rest, '\t', &f[n])) {
		f[n] = str_trim(f[n]);
		n++;
	}
	if (n != t->fields || (rest.p && rest.n))
		wrong(w, "%u fields, %u wanted", n, t->fields);
	else if (utf8_check(line) < line.n)
		wrong(w, "is no UTF-8");
	else
		t->row(w, f);
}

static void read_table(struct world *w, const char *dir, const struct table *t)
{
	struct str path = str_printf(w->a, "%s/%s", dir, t->file), text, line;
	struct error e = { 0 };

	if (!t->needed && access(path.p, R_OK) != 0)
		return;
	w->file = path.p;
	w->line = 0;
	w->seen = DAY_NONE;
	w->by_hand = t->by_hand;
	if (file_read(w->a, path.p, WHO_MAX_TABLE, &text, &e) != 0) {
		fprintf(stderr, "%s: %s\n", path.p, e.text);
		w->errors++;
		return;
	}
	while (str_split(&text, '\n', &line)) {
		w->line++;
		if (str_ends(line, STR("\r")))
			line.n--;
		read_line(w, t, line);
	}
}

static int is_lang(const struct dirent *d)
{
	return d->d_name[0] >= 'a' && d->d_name[0] <= 'z';
}

static void read_langs(struct world *w, const char *lang_root)
{
	struct dirent **list;
	int n = scandir(lang_root, &list, is_lang, alphasort);

	if (n <= 0 || n > WHO_MAX_LANGS) {
		fprintf(stderr, "%s: %s\n", lang_root, n > 0 ? "too many languages" : "no languages there");
		w->errors++;
	}
	for (int i = 0; i < n; i++) {
		struct str dir = str_printf(w->a, "%s/%s", lang_root, list[i]->d_name);

		if (w->langs.n < WHO_MAX_LANGS && access(str_printf(w->a, "%s/names.tsv", dir.p).p, R_OK) == 0) {
			vec_add(w->a, &w->langs, str_dup(w->a, str_c(list[i]->d_name)));
			for (size_t t = 0; t < sizeof(lang_tables) / sizeof(*lang_tables); t++)
				read_table(w, dir.p, &lang_tables[t]);
		}
		free(list[i]);
	}
	if (n > 0)
		free(list);
}

/* Lets the tables of names say "Vladimir Putin" instead of a number, where only one is called so. */
static void name_people(struct world *w)
{
	for (uint32_t i = 0; i < w->entities.n; i++) {
		if (w->entities.at[i].x.kind == KIND_PERSON) {
			uint32_t *slot = map_put(&w->people, fold(w, w->entities.at[i].x.name));

			*slot = *slot == MAP_NONE || *slot == i ? i : SEVERAL;
		}
	}
}

int world_read(struct world *w, const char *data_dir, const char *lang_root)
{
	for (size_t t = 0; t < sizeof(data_tables) / sizeof(*data_tables); t++)
		read_table(w, data_dir, &data_tables[t]);
	name_people(w);
	read_langs(w, lang_root);
	return w->errors != 0;
}
