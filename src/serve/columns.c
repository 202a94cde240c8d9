#include "serve/columns.h"

enum { ROLES_MAX = 5, ANY_ROLE = 1u << PARTY_ACTOR | 1u << PARTY_RECIPIENT };

struct cast {				/* whom a line must have */
	bool *actors;			/* [index.actors] */
	bool *countries;		/* [index.countries] */
	unsigned roles;			/* bits of 1 << enum index_role */
};

struct columns {
	const struct index *x;
	bool *types, *modes, *sources, *langs, *countries, *places;	/* [of the index's words] which fit; NULL: all */
	uint64_t *claimed;		/* a bit for each line of which somebody of those countries says something */
	unsigned statuses, quads;	/* a bit for each that fits */
	double confidence;
	bool visits, current;
	struct cast casts[ROLES_MAX];
	size_t n_casts;
};

bool columns_rest(const struct question *q, struct question *rest)
{
	*rest = (struct question){ .ask = ASK_EVENTS, .by = q->by, .stance = q->stance, .known = q->known, .text = q->text };
	return q->by.n || q->stance.n || q->known.n || q->text.n;
}

/* ---- read ------------------------------------------------------------------------------ */

static char capital(char c)
{
	return c >= 'a' && c <= 'z' ? (char)(c - 32) : c;
}

static bool same(struct str word, struct str wanted, bool capitals)
{
	if (word.n != wanted.n)
		return false;
	for (size_t i = 0; i < word.n; i++)
		if (word.p[i] != (capitals ? capital(wanted.p[i]) : wanted.p[i]))
			return false;
	return word.n != 0;
}

/* Which place names are that one, capitals or not, as lower() of SQLite has it. */
static bool *named(struct arena *a, const struct index_words *words, struct str name)
{
	bool *fits = name.n ? arena_array(a, bool, words->n + 1) : NULL;

	for (size_t i = 1; name.n && i < words->n; i++) {
		struct str one = words->at[i];
		size_t k = 0;

		while (k < one.n && one.n == name.n && capital(one.p[k]) == capital(name.p[k]))
			k++;
		fits[i] = k == name.n && k == one.n;
	}
	return fits;
}

/* Which of the words are in the list; NULL without a list.  capitals: the list is read as if in capitals. */
static bool *among(struct arena *a, const struct index_words *words, struct str list, bool capitals)
{
	bool *fits;
	struct str one;

	if (!list.n)
		return NULL;
	fits = arena_array(a, bool, words->n + 1);
	while (list.n && str_split(&list, ',', &one))
		for (size_t i = 0; i < words->n; i++)
			fits[i] |= same(words->at[i], str_trim(one), capitals);
	return fits;
}

static unsigned statuses_of(struct str list)
{
	unsigned bits = 0;
	struct str one;

	while (list.n && str_split(&list, ',', &one))
		bits |= 1u << status_find(str_trim(one));	/* filter_read has checked them */
	return bits ? bits : ~0u;
}

static unsigned quads_of(struct str list)
{
	unsigned bits = 0;
	struct str one;

	while (list.n && str_split(&list, ',', &one))
		bits |= 1u << (str_trim(one).p[0] - '0');
	return bits ? bits : ~0u;
}

static void add_cast(struct columns *c, struct arena *a, const struct whom *w, unsigned roles)
{
	struct cast *one = &c->casts[c->n_casts];

	if (!w->ids.n && !w->countries.n)
		return;
	c->n_casts++;
	one->roles = roles;
	one->actors = arena_array(a, bool, c->x->n_actors + 1);
	one->countries = arena_array(a, bool, c->x->countries.n + 1);
	for (size_t i = 0; i < w->ids.n; i++) {
		uint32_t actor = map_get(&c->x->actor_of, w->ids.at[i]);

		if (actor != MAP_NONE)
			one->actors[actor] = true;
	}
	for (size_t i = 0; i < w->countries.n; i++)
		for (size_t k = 1; k < c->x->countries.n; k++)
			one->countries[k] |= str_eq(c->x->countries.at[k], w->countries.at[i]);
}

static void mark_claimed(struct columns *c, struct arena *a)
{
	const struct index *x = c->x;

	c->claimed = arena_array(a, uint64_t, x->n_lines / 64 + 1);
	for (uint32_t i = 0; i < x->n_claimants; i++)
		if (c->countries[x->claimants[i].country])
			c->claimed[x->claimants[i].line / 64] |= 1ULL << x->claimants[i].line % 64;
}

static void read_columns(struct columns *c, struct arena *a, const struct index *x, const struct filter *f)
{
	const struct question *q = f->q;

	*c = (struct columns){
		.x = x, .types = among(a, &x->types, q->type, true), .modes = among(a, &x->modes, q->mode, false), .sources = among(a, &x->sources, q->source, false),
		.langs = among(a, &x->langs, q->lang, false), .countries = among(a, &x->countries, q->country, true), .statuses = statuses_of(q->status),
		.quads = quads_of(q->quad), .confidence = q->min_confidence, .visits = q->ask == ASK_VISITS,
		.places = named(a, &x->place_names, q->place), .current = !f->known.n,
	};
	if (c->countries)
		mark_claimed(c, a);
	add_cast(c, a, &f->about, ANY_ROLE);
	add_cast(c, a, &f->who, ANY_ROLE);
	add_cast(c, a, &f->with, ANY_ROLE);
	add_cast(c, a, &f->actor, 1u << PARTY_ACTOR);
	add_cast(c, a, &f->recipient, 1u << PARTY_RECIPIENT);
}

/* ---- compared --------------------------------------------------------------------------- */

static bool has(const struct index *x, const struct index_line *l, const struct cast *c)
{
	for (uint32_t p = l->parties; p < l[1].parties; p++)
		if ((c->roles & 1u << x->parties[p].role) && (c->actors[x->parties[p].actor] || c->countries[x->parties[p].country]))
			return true;
	return false;
}

static bool is_of_countries(const struct columns *c, uint32_t line)
{
	const struct index_line *l = &c->x->lines[line];

	if (!c->countries || c->countries[l->country] || (c->claimed[line / 64] >> line % 64 & 1))
		return true;
	for (uint32_t p = l->parties; p < l[1].parties; p++)
		if (c->countries[c->x->parties[p].country])
			return true;
	return false;
}

static bool is_in_documents(const struct columns *c, const struct index_line *l)
{
	const struct index_document *d;

	if (!c->sources && !c->langs)
		return true;
	if (l->document >= c->x->n_documents)
		return false;
	d = &c->x->documents[l->document];
	return (!c->sources || c->sources[d->source]) && (!c->langs || c->langs[d->lang]);
}

static bool fits_all(const struct columns *c, uint32_t line)
{
	const struct index_line *l = &c->x->lines[line];

	if ((c->current && !l->current) || (c->visits && !l->visit) || !(c->statuses >> l->status & 1) || !(c->quads >> l->quad & 1) ||
	    (c->confidence > 0 && l->confidence < c->confidence) || (c->types && !c->types[l->type]) || (c->modes && !c->modes[l->mode]) ||
	    (c->places && !c->places[l->place_name]))
		return false;
	for (size_t i = 0; i < c->n_casts; i++)
		if (!has(c->x, l, &c->casts[i]))
			return false;
	return is_of_countries(c, line) && is_in_documents(c, l);
}

void columns_fit(struct arena *a, const struct index *x, const struct filter *f, uint64_t *fits)
{
	struct columns c;

	read_columns(&c, a, x, f);
	for (size_t w = 0; w < (x->n_lines + 63) / 64; w++)
		for (uint64_t bits = fits[w]; bits; bits &= bits - 1)
			if (!fits_all(&c, (uint32_t)(w * 64 + (size_t)__builtin_ctzll(bits))))
				fits[w] &= ~(bits & -bits);
}
