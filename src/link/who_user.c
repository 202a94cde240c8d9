#include "link/who_user.h"

#include <stdlib.h>

#include "base/file.h"
#include "base/map.h"
#include "base/utf8.h"
#include "base/vec.h"

/*	id	name	kind	country	sector	names	terms
 *
 * "-" or empty: as it is.  names: [LANG:][family:|adjective:|inhabitant:|seat:]NAME | …; "!NAME": no longer a name of it.
 * terms: office[@CODE or id or English name] from..to; …
 */
enum { FIELDS = 7, TABLE_MAX = 16 << 20, NAMES_MAX = 1 << 20, LANGS_MAX = 32 };

struct said {				/* about one name */
	struct str lang;		/* empty: all */
	struct who_hit hit;
	bool removed;
	uint32_t next;			/* what is said about it further, or NONE */
};

struct name {				/* what is said about one key, in the order of the table */
	uint32_t first, last;
};

struct merged {				/* meanings of a key in one language */
	const struct who_hit *hits;
	uint32_t n;
};

struct person_terms {			/* those of the table and those of the base */
	struct who_term *terms;
	uint32_t n, own;		/* own: of the table */
};

struct who_user {
	struct arena a;
	const struct who *base;
	const char *path;
	uint32_t line, first;		/* new entities begin at first */
	VEC(struct who_entity) entities;
	uint32_t *changed;		/* [first]: index into corrected + 1, 0: as the base has it */
	VEC(struct who_entity) corrected;
	VEC(struct said) said;
	struct map keys;		/* index into names */
	VEC(struct name) names;
	struct str langs[LANGS_MAX];
	uint32_t n_langs;
	struct merged *merged;		/* [names][langs] */
	VEC(struct who_term) terms;
	struct person_terms *by_person;	/* [first + entities] */
	struct map ids;			/* new entities */
};

static bool given(struct str s)
{
	return s.n && !str_is(s, "-");
}

static int wrong(const struct who_user *u, struct error *e, const char *what, struct str s)
{
	return error_set(e, COU_EDATA, "%s:%u: \"%.*s\" %s", u->path, u->line, STR_ARG(s), what);
}

/* ---- entities ------------------------------------------------------------------------------------------------- */

static struct who_entity *entity_to_change(struct who_user *u, uint32_t i)
{
	if (i >= u->first)
		return &u->entities.at[i - u->first];
	if (!u->changed[i]) {
		vec_add(&u->a, &u->corrected, who_entity(u->base, i));
		u->changed[i] = (uint32_t)u->corrected.n;
	}
	return &u->corrected.at[u->changed[i] - 1];
}

static int set_code(const struct who_user *u, struct str s, char out[4], struct error *e)
{
	if (!given(s))
		return 0;
	for (size_t i = 0; i < s.n; i++)
		if (s.n != 3 || s.p[i] < 'A' || s.p[i] > 'Z')
			return wrong(u, e, "is no code of three capitals", s);
	memcpy(out, s.p, 3);
	return 0;
}

static uint32_t add_entity(struct who_user *u, struct str id, struct str name)
{
	uint32_t at = u->first + (uint32_t)u->entities.n;
	struct who_entity x = { .id = id, .name = name, .kind = KIND_ORGANISATION, .weight = 600 };
	struct str key;

	if (!given(id)) {
		who_fold(&u->a, name, &key);
		char *p = arena_dup(&u->a, key.p, key.n);

		for (size_t i = 0; i < key.n; i++)
			p[i] = p[i] == ' ' ? '-' : p[i];
		x.id = str_cat(&u->a, STR("x-"), (struct str){ p, key.n });
	}
	vec_add(&u->a, &u->entities, x);
	*map_put(&u->ids, x.id) = at;
	return at;
}

/* ---- names ---------------------------------------------------------------------------------------------------- */

static void add_name(struct who_user *u, struct str lang, struct str name, uint32_t entity, enum who_how how, bool removed)
{
	struct str key;
	uint32_t at = (uint32_t)u->said.n;

	who_fold(&u->a, name, &key);
	if (!key.n)
		return;
	vec_add(&u->a, &u->said, ((struct said){ lang, { entity, how }, removed, NONE }));

	uint32_t *slot = map_put(&u->keys, key);

	if (*slot == MAP_NONE) {
		*slot = (uint32_t)u->names.n;
		vec_add(&u->a, &u->names, ((struct name){ at, at }));
	} else {
		u->said.at[u->names.at[*slot].last].next = at;
		u->names.at[*slot].last = at;
	}
}

static int read_name(struct who_user *u, struct str s, uint32_t entity, struct error *e)
{
	static const char *const hows[] = { "name", "family", "adjective", "inhabitant", "seat" };
	struct str lang = STR_NONE, word;
	bool removed = s.n && s.p[0] == '!';
	enum who_how how = WHO_NAME;

	if (removed)
		s = str_trim(str_sub(s, 1, s.n));
	for (size_t colon; (colon = str_find(s, ':')) < s.n; s = str_trim(str_sub(s, colon + 1, s.n))) {
		int known = -1;

		word = str_trim(str_sub(s, 0, colon));
		for (int i = 0; i < 5; i++)
			known = str_is(word, hows[i]) ? i : known;
		if (known >= 0)
			how = (enum who_how)known;
		else if (word.n == 2)
			lang = word;
		else
			return wrong(u, e, "is no language of two letters and none of name family adjective inhabitant seat", word);
	}
	add_name(u, lang, s, entity, how, removed);
	if (removed)
		return 0;
	/* the last word of a person's name is the family name, unless the row gives one */
	size_t space = s.n;

	while (space > 0 && s.p[space - 1] != ' ')
		space--;
	if (how == WHO_NAME && space && entity_to_change(u, entity)->kind == KIND_PERSON)
		add_name(u, lang, str_sub(s, space, s.n), entity, WHO_FAMILY, false);
	return 0;
}

/* ---- terms ---------------------------------------------------------------------------------------------------- */

static int read_where(struct who_user *u, struct str s, struct who_term *t, struct error *e)
{
	char code[4] = "";
	uint32_t n, at = map_get(&u->ids, s);
	struct str key;

	if (s.n == 3)
		memcpy(code, s.p, 3);
	if (code[0] && who_country(u->base, code) != NONE) {
		memcpy(t->country, code, 4);
		return 0;
	}
	if (at == MAP_NONE)
		at = who_by_id(u->base, s);
	if (at == NONE) {
		who_fold(&u->a, s, &key);
		const struct who_hit *h = who_find(u->base, STR("en"), key, &n);

		at = n ? h[0].entity : NONE;
	}
	if (at == NONE)
		return wrong(u, e, "is no country, id or organisation", s);
	t->organisation = at;
	memset(t->country, 0, 4);
	return 0;
}

static int read_term(struct who_user *u, struct str s, uint32_t person, struct error *e)
{
	struct who_term t = { .person = person, .organisation = NONE };
	size_t at = s.n, dots;
	struct str span, office;
	int rc = 0;

	while (at > 0 && s.p[at - 1] != ' ')
		at--;
	span = str_sub(s, at, s.n);
	office = str_trim(str_sub(s, 0, at));
	dots = str_search(span, STR(".."));
	if (!office.n || dots == span.n)
		return wrong(u, e, "is no term: office from..to", s);
	struct str from = str_sub(span, 0, dots), to = str_sub(span, dots + 2, span.n);

	t.from = from.n ? day_parse_part(from, false) : DAY_NONE;
	t.to = to.n ? day_parse_part(to, true) : DAY_NONE;
	if ((from.n && t.from == DAY_NONE) || (to.n && t.to == DAY_NONE))
		return wrong(u, e, "is no date YYYY, YYYY-MM or YYYY-MM-DD", span);
	memcpy(t.country, entity_to_change(u, person)->country, 4);
	at = str_find(office, '@');
	t.office = str_trim(str_sub(office, 0, at));
	if (at < office.n)
		rc = read_where(u, str_trim(str_sub(office, at + 1, office.n)), &t, e);
	vec_add(&u->a, &u->terms, t);
	return rc;
}

/* ---- rows ----------------------------------------------------------------------------------------------------- */

static int read_row(struct who_user *u, struct str line, struct error *e)
{
	struct str f[FIELDS], rest = line, part;
	uint32_t n = 0, at;
	int rc;

	while (n < FIELDS && str_split(&rest, '\t', &f[n])) {
		f[n] = str_trim(f[n]);
		n++;
	}
	if (n < 2 || (n == FIELDS && rest.p && rest.n))
		return error_set(e, COU_EDATA, "%s:%u: a row is: id, name, kind, country, sector, names, terms, with tabs between", u->path, u->line);
	while (n < FIELDS)
		f[n++] = STR_NONE;
	at = given(f[0]) ? who_by_id(u->base, f[0]) : NONE;
	if (at == NONE && given(f[0]) && map_get(&u->ids, f[0]) != MAP_NONE)
		at = map_get(&u->ids, f[0]);
	if (at == NONE && !given(f[1]))
		return wrong(u, e, "is no id in the table of the world: a new entity needs a name", f[0]);
	if (at == NONE)
		at = add_entity(u, f[0], f[1]);
	struct who_entity *x = entity_to_change(u, at);

	if (given(f[1]))
		x->name = f[1];
	if (given(f[2])) {
		int kind = kind_find(f[2]);

		if (kind < 0)
			return wrong(u, e, "is no kind of participant", f[2]);
		x->kind = (enum kind)kind;
	}
	rc = set_code(u, f[3], x->country, e);
	rc = rc ? rc : set_code(u, f[4], x->sector, e);
	if (x->country[0] && who_country(u->base, x->country) == NONE)
		return wrong(u, e, "is no country", f[3]);
	if (!rc && given(f[1]))
		rc = read_name(u, f[1], at, e);
	while (!rc && given(f[5]) && str_split(&f[5], '|', &part))
		rc = read_name(u, str_trim(part), at, e);
	while (!rc && given(f[6]) && str_split(&f[6], ';', &part))
		rc = str_trim(part).n ? read_term(u, str_trim(part), at, e) : 0;
	return rc;
}

/* ---- one answer for each key ---------------------------------------------------------------------------------- */

static struct merged merge_key(struct who_user *u, const struct name *x, struct str lang, struct str key)
{
	VEC(struct who_hit) hits = { 0 };
	uint32_t n;
	const struct who_hit *base = who_find(u->base, lang, key, &n);

	for (uint32_t i = x->first; i != NONE; i = u->said.at[i].next)
		if (!u->said.at[i].removed && (!u->said.at[i].lang.n || str_eq(u->said.at[i].lang, lang)))
			vec_add(&u->a, &hits, u->said.at[i].hit);
	for (uint32_t i = 0; i < n; i++) {
		bool there = false;

		for (size_t k = 0; k < hits.n; k++)
			there |= hits.at[k].entity == base[i].entity;
		for (uint32_t k = x->first; k != NONE; k = u->said.at[k].next)
			there |= u->said.at[k].removed && u->said.at[k].hit.entity == base[i].entity;
		if (!there)
			vec_add(&u->a, &hits, base[i]);
	}
	return (struct merged){ hits.at, (uint32_t)hits.n };
}

/* One run of terms for each person to whom the table gives one: the table's, then the base's. */
static void merge_terms(struct who_user *u)
{
	const struct who_term *base;
	u->by_person = arena_array(&u->a, struct person_terms, u->first + u->entities.n);
	for (size_t i = 0; i < u->terms.n; i++)
		u->by_person[u->terms.at[i].person].n++;
	for (size_t i = 0; i < u->terms.n; i++) {
		uint32_t person = u->terms.at[i].person;
		struct person_terms *x = &u->by_person[person];

		if (!x->terms) {
			uint32_t n = person < u->first ? who_terms(u->base, person, &base) : 0;

			x->terms = arena_array(&u->a, struct who_term, x->n + n);
			for (uint32_t k = 0; k < n; k++)
				x->terms[x->n + k] = base[k];
			x->n += n;
		}
		x->terms[x->own++] = u->terms.at[i];
	}
}

static void merge_all(struct who_user *u)
{
	u->n_langs = who_languages(u->base, u->langs, LANGS_MAX);
	u->merged = arena_array(&u->a, struct merged, u->names.n * u->n_langs);
	for (size_t i = 0; i < u->names.n; i++)
		for (uint32_t l = 0; l < u->n_langs; l++)
			u->merged[i * u->n_langs + l] = merge_key(u, &u->names.at[i], u->langs[l], u->keys.entries[i].key);
	merge_terms(u);
}

int who_user_read(struct who_user **out, const struct who *base, const char *path, struct error *e)
{
	struct who_user *u = calloc(1, sizeof(*u));
	struct str text, line;
	int rc;

	*out = NULL;
	if (!u)
		return error_set(e, COU_ELIMIT, "out of memory");
	u->base = base;
	u->path = path;
	u->first = who_count(base);
	u->changed = arena_array(&u->a, uint32_t, u->first);
	map_init(&u->keys, &u->a);
	map_init(&u->ids, &u->a);
	struct error why = { 0 };

	rc = file_read(&u->a, path, TABLE_MAX, &text, &why);
	if (rc)
		error_set(e, COU_EDATA, "%s: %s", path, why.text);
	if (!rc && utf8_check(text) < text.n)
		rc = error_set(e, COU_EDATA, "%s: is no UTF-8", path);
	while (!rc && str_split(&text, '\n', &line)) {
		u->line++;
		if (str_ends(line, STR("\r")))
			line.n--;
		if (str_trim(line).n && line.p[0] != '#')
			rc = read_row(u, line, e);
		if (u->said.n > NAMES_MAX)
			rc = error_set(e, COU_ELIMIT, "%s: more than %d names", path, NAMES_MAX);
	}
	if (rc) {
		who_user_free(u);
		return rc;
	}
	merge_all(u);
	*out = u;
	return 0;
}

void who_user_free(struct who_user *u)
{
	if (!u)
		return;
	arena_free(&u->a);
	free(u);
}

/* ---- answers -------------------------------------------------------------------------------------------------- */

const struct who_hit *who_user_find(const struct who_user *u, struct str lang, struct str key, uint32_t *n)
{
	static const struct who_hit nobody;
	uint32_t at = map_get(&u->keys, key), l = 0;

	while (l < u->n_langs && !str_eq(u->langs[l], lang))
		l++;
	if (at == MAP_NONE || l == u->n_langs)
		return NULL;
	const struct merged *x = &u->merged[at * u->n_langs + l];

	*n = x->n;
	return x->n ? x->hits : &nobody;
}

const struct who_entity *who_user_entity(const struct who_user *u, uint32_t i)
{
	if (i >= u->first)
		return &u->entities.at[i - u->first];
	return u->changed[i] ? &u->corrected.at[u->changed[i] - 1] : NULL;
}

uint32_t who_user_count(const struct who_user *u)
{
	return (uint32_t)u->entities.n;
}

uint32_t who_user_by_id(const struct who_user *u, struct str id)
{
	uint32_t at = map_get(&u->ids, id);

	return at == MAP_NONE ? NONE : at;
}

const struct who_term *who_user_terms(const struct who_user *u, uint32_t person, uint32_t *n)
{
	*n = u->by_person[person].n;
	return u->by_person[person].terms;
}

const struct who_term *who_user_own_terms(const struct who_user *u, uint32_t person, uint32_t *n)
{
	*n = u->by_person[person].own;
	return u->by_person[person].terms;
}

const struct who_term *who_user_all_terms(const struct who_user *u, uint32_t *n)
{
	*n = (uint32_t)u->terms.n;
	return u->terms.at;
}
