#include "serve/sums.h"

#include "base/jsonwrite.h"
#include "query/ask.h"

/* ---- parties ----------------------------------------------------------------------------- */

static uint32_t in_world(const struct who *world, struct str id)
{
	char code[4] = { 0 };

	if (id.n != 3)
		return who_by_id(world, id);
	memcpy(code, id.p, 3);
	return who_country(world, code);
}

static void from_world(struct arena *a, const struct who *world, uint32_t entity, struct party *p)
{
	struct who_entity x = who_entity(world, entity);

	p->id = x.id;
	p->name = x.name;
	p->kind = str_c(kind_word(x.kind));
	p->country = str_dup(a, str_c(x.country));
	p->sector = str_dup(a, str_c(x.sector));
	p->asked = x.kind == KIND_COUNTRY && p->country.n ? p->country : p->id;
}

int party_read(struct call *c, const struct index *x, struct str id, struct party *p, struct error *e)
{
	const struct who *world = c->serve->setup->world;
	uint32_t entity = in_world(world, id), actor = map_get(&x->actor_of, id);
	bool country;

	*p = (struct party){ .id = id, .asked = id, .is = arena_array(c->a, bool, x->n_actors + 1) };
	if (entity == UINT32_MAX && actor == MAP_NONE)
		return error_set(e, COU_EINPUT, "\"%.*s\": nobody of that id in the record", STR_ARG(id));
	if (actor != MAP_NONE) {
		p->name = x->actors[actor].name;
		p->kind = x->actors[actor].kind;
		p->country = x->actors[actor].country;
	}
	if (entity != UINT32_MAX)
		from_world(c->a, world, entity, p);
	country = p->country.n && str_eq(p->asked, p->country);
	for (size_t i = 1; country && i < x->countries.n; i++)
		if (str_eq(x->countries.at[i], p->country))
			p->land = (uint16_t)i;
	for (uint32_t i = 0; i < x->n_actors; i++)
		p->is[i] = country ? str_eq(x->actors[i].country, p->country) : str_eq(x->actors[i].id, p->id);
	return 0;
}

unsigned party_roles(const struct index *x, const struct index_line *l, const struct party *p)
{
	unsigned roles = 0;

	for (uint32_t i = l->parties; i < l[1].parties; i++)
		if (p->is[x->parties[i].actor])
			roles |= 1u << x->parties[i].role;
	return roles;
}

/* ---- visits -------------------------------------------------------------------------------- */

struct sides {				/* of a visit: is the country there, by its government, or by anybody; foreign: somebody of elsewhere is */
	bool actor_governs, actor_is, recipient_governs, foreign;
};

static struct sides sides_of(const struct index *x, const struct index_line *l, uint16_t land)
{
	struct sides s = { 0 };

	for (uint32_t i = l->parties; i < l[1].parties; i++) {
		const struct index_party *p = &x->parties[i];

		s.foreign |= p->role == PARTY_ACTOR && p->country != land && (p->country || p->governs);
		if (p->country != land)
			continue;
		s.actor_is |= p->role == PARTY_ACTOR;
		s.actor_governs |= p->role == PARTY_ACTOR && p->governs;
		s.recipient_governs |= p->role == PARTY_RECIPIENT && p->governs;
	}
	return s;
}

static bool is_visit_of(const struct index *x, const struct index_line *l, const struct party *p, bool made)
{
	struct sides s;

	if (!p->land)
		return party_roles(x, l, p) & 1u << (made ? PARTY_ACTOR : PARTY_RECIPIENT);
	s = sides_of(x, l, p->land);
	if (made)
		return s.actor_governs && l->country != p->land;
	return s.foreign && !s.actor_is && (l->country ? l->country == p->land : s.recipient_governs);
}

void party_visits(struct arena *a, const struct index *x, const struct chosen *lines, const struct party *p, bool made, struct chosen *out)
{
	uint32_t *some = arena_array(a, uint32_t, lines->n), n = 0;

	for (uint32_t i = 0; i < lines->n; i++)
		if (is_visit_of(x, &x->lines[lines->lines[i]], p, made))
			some[n++] = lines->lines[i];
	chosen_unite(a, x, some, n, out);
}

/* ---- scores -------------------------------------------------------------------------------- */

void score_add(struct score *s, const struct index_line *l)
{
	s->n[class_of(l)]++;
	s->sum += (double)l->goldstein;
}

void score_write(struct buf *b, const char *member, const struct score *s)
{
	json_key(b, member);
	json_open(b, '{');
	json_key(b, "n");
	overview_classes(b, s->n);
	json_key(b, "score");
	json_fixed(b, s->sum, 1);
	json_close(b, '}');
}

void sums_now(struct call *c, const struct index *x, struct buf *b)
{
	day now = api_now(x, &c->q);
	char iso[11];

	json_key(b, "now");
	json_text_or_null(b, now == DAY_NONE ? STR_NONE : (day_iso(now, iso), str_c(iso)));
}

/* ---- rows ------------------------------------------------------------------------------------ */

static int add_rows(void *buf, const char *bytes, size_t n)
{
	call_add_members(buf, (struct str){ bytes, n });
	return 0;
}

int sums_rows(struct call *c, const struct index *x, const uint32_t *lines, size_t n, struct buf *b, struct error *e)
{
	struct question q = { .ask = ASK_EVENTS, .form = ANSWER_JSON };
	struct asking k = { .a = c->a, .db = c->db, .world = c->serve->setup->world, .q = &q, .write = add_rows, .user = b };
	int64_t *keys = arena_array(c->a, int64_t, n);
	int rc;

	for (size_t i = 0; i < n; i++)
		keys[i] = x->lines[lines[i]].key;
	rc = ask_events_rows(&k, keys, n, e);
	arena_free(&k.row);
	return rc;
}
