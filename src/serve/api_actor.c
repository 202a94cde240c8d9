/* api_actor.c - the dossier of an actor: what the record's questions say of it, and sums over what it took part in. */
#include "serve/sums.h"

#include <stdlib.h>

#include "base/json.h"
#include "base/jsonwrite.h"

enum { VISITS_MAX = 500, PARTNERS_MAX = 40, NAMES_MAX = 12, ROWS_MAX = 2000 };

struct dossier {
	struct call *c;
	const struct index *x;
	struct party p;
	struct buf *b;
};

#define WORD_COMMA_(n, w) w ","
static const char every_standing[] = STANDINGS(WORD_COMMA_) "in_force";
#undef WORD_COMMA_

/* All relations that have no list of their own. */
static const char other_relations[] = "chairs,supplies,sanctions,at_war_with,allied_with,recognises,occupies,has_relations_with,leads,located_in";

/* A question about it, at the times that were asked for. */
static struct question about(const struct dossier *d, enum ask ask)
{
	const struct question *q = &d->c->q;

	return (struct question){ .ask = ask, .background = true, .form = ANSWER_JSON, .as_of = q->as_of, .known = q->known, .since = q->since, .until = q->until };
}

/* ---- who it is ----------------------------------------------------------------------------- */

static int write_names(struct dossier *d, struct error *e)
{
	struct db_stmt *s = db_stmt(d->c->db, "SELECT a.name, count(*) FROM actor a JOIN participant p ON p.actor = a.key WHERE a.id = $1 AND a.name IS NOT NULL"
					      " GROUP BY a.name ORDER BY 2 DESC, 1", e);
	int rc, n = 0;

	if (!s)
		return COU_ESTORE;
	db_bind(s, 1, db_text(d->p.id));
	if (db_start(s, e))
		return COU_ESTORE;
	json_key(d->b, "names");
	json_open(d->b, '[');
	while ((rc = db_next(s, e)) > 0 && n++ < NAMES_MAX)
		json_text(d->b, db_column_text(s, 0));
	db_end(s);
	json_close(d->b, ']');
	return rc < 0 ? rc : 0;
}

static int write_actor(struct dossier *d, struct error *e)
{
	int rc;

	json_key(d->b, "actor");
	json_open(d->b, '{');
	json_key(d->b, "id");
	json_text(d->b, d->p.id);
	json_key(d->b, "name");
	json_text_or_null(d->b, d->p.name);
	rc = write_names(d, e);
	json_key(d->b, "kind");
	json_text_or_null(d->b, d->p.kind);
	json_key(d->b, "country");
	json_text_or_null(d->b, d->p.country);
	json_key(d->b, "sector");
	json_text_or_null(d->b, d->p.sector);
	json_close(d->b, '}');
	return rc;
}

/* ---- what it is and was ------------------------------------------------------------------------ */

static int write_rows(struct dossier *d, const char *member, struct question q, struct error *e)
{
	int rc;

	q.limit = ROWS_MAX;
	json_key(d->b, member);
	json_open(d->b, '[');
	rc = call_collect(d->c, &q, d->b, e);
	json_close(d->b, ']');
	return rc;
}

/* A person's offices are all that it ever held; of a country all that are not over. */
static int write_offices(struct dossier *d, struct error *e)
{
	struct question q = about(d, ASK_OFFICES);

	q.about = d->p.asked;
	return write_rows(d, "offices", q, e);
}

/* Rows of the answer in which it is that end of the relation. */
static void write_ends(struct buf *b, struct str rows, const char *end, struct str id)
{
	struct str line;

	json_open(b, '[');
	while (rows.n && str_split(&rows, '\n', &line)) {
		struct json *j;

		if (!line.n || json_parse(&j, line, NULL))
			continue;
		if (str_eq(json_string(json_get(j, end)), id))
			json_value(b, j);
		json_free(j);
	}
	json_close(b, ']');
}

static int keep_rows(void *buf, const char *bytes, size_t n)
{
	buf_add(buf, (struct str){ bytes, n });
	return 0;
}

static int write_memberships(struct dossier *d, struct error *e)
{
	struct question q = about(d, ASK_MEMBERS);
	struct buf rows;
	int rc;

	buf_init(&rows, d->c->a);
	q.about = d->p.asked;
	q.standing = str_c(every_standing);
	q.limit = ROWS_MAX;
	rc = call_ask(d->c, &q, keep_rows, &rows, e);
	json_key(d->b, "memberships");
	write_ends(d->b, buf_str(&rows), "subject_id", d->p.id);
	json_key(d->b, "members");
	write_ends(d->b, buf_str(&rows), "object_id", d->p.id);
	return rc;
}

static int write_states(struct dossier *d, struct error *e)
{
	struct question treaties = about(d, ASK_TREATIES), others = about(d, ASK_STATES);
	int rc;

	treaties.about = others.who = d->p.asked;
	treaties.standing = str_c(every_standing);
	others.relation = str_c(other_relations);
	rc = write_rows(d, "treaties", treaties, e);
	return rc ? rc : write_rows(d, "relations", others, e);
}

/* ---- what it did --------------------------------------------------------------------------------- */

static int choose(struct dossier *d, const struct question *q, struct chosen *out, struct error *e)
{
	return selections_choose(d->c->serve->selections, d->c->a, d->x, d->c->db, d->c->serve->setup->world, q, out, e);
}

static int write_visit_rows(struct dossier *d, const char *member, const struct chosen *v, struct error *e)
{
	int rc;

	json_key(d->b, member);
	json_open(d->b, '[');
	rc = sums_rows(d->c, d->x, v->lines, v->n < VISITS_MAX ? v->n : VISITS_MAX, d->b, e);
	json_close(d->b, ']');
	return rc;
}

/* Where all these visits were, as a map has it. */
static void write_visit_map(struct dossier *d, const struct chosen *made, const struct chosen *received)
{
	struct chosen all = { .lines = arena_array(d->c->a, uint32_t, made->n + received->n), .n = made->n + received->n };

	memcpy(all.lines, made->lines, made->n * sizeof(*all.lines));
	memcpy(all.lines + made->n, received->lines, received->n * sizeof(*all.lines));
	json_key(d->b, "visit_map");
	json_open(d->b, '{');
	overview_places(d->b, d->c->a, d->x, &all, NULL);
	overview_visits(d->b, d->c->a, d->x, &all, d->c->serve->setup->world);
	json_close(d->b, '}');
}

static int write_visits(struct dossier *d, struct error *e)
{
	struct question q = about(d, ASK_VISITS);
	struct chosen lines, made, received;
	int rc;

	q.lines = true;
	rc = choose(d, &q, &lines, e);
	if (rc)
		return rc;
	party_visits(d->c->a, d->x, &lines, &d->p, true, &made);
	party_visits(d->c->a, d->x, &lines, &d->p, false, &received);
	write_visit_map(d, &made, &received);
	rc = write_visit_rows(d, "visits_made", &made, e);
	return rc ? rc : write_visit_rows(d, "visits_received", &received, e);
}

/* Happenings in which it says something, or is said to. */
static int write_statements(struct dossier *d, struct error *e)
{
	struct question says = about(d, ASK_EVENTS), claims = says;
	uint32_t n = 0;
	bool *seen = arena_array(d->c->a, bool, d->x->n_happenings + 1);
	struct chosen both[2];
	int rc;

	says.actor = claims.by = d->p.asked;
	says.type = STR("SAY");
	rc = choose(d, &says, &both[0], e);
	if (!rc)
		rc = choose(d, &claims, &both[1], e);
	for (unsigned k = 0; !rc && k < 2; k++)
		for (uint32_t i = 0; i < both[k].n; i++) {
			uint32_t happening = d->x->lines[both[k].lines[i]].happening;

			n += !seen[happening];
			seen[happening] = true;
		}
	json_key(d->b, "statements");
	json_int(d->b, n);
	return rc;
}

/* ---- with whom -------------------------------------------------------------------------------------- */

struct meeting {			/* one line with one partner */
	uint32_t partner, line;
	int year;			/* 0: unknown */
};

struct partner {
	uint32_t actor, n;
};

static int by_partner(const void *p, const void *q)
{
	const struct meeting *x = p, *y = q;

	if (x->partner != y->partner)
		return x->partner < y->partner ? -1 : 1;
	return x->year != y->year ? (x->year < y->year ? -1 : 1) : x->line < y->line ? -1 : x->line > y->line;
}

static int by_frequency(const void *p, const void *q)
{
	const struct partner *x = p, *y = q;

	return x->n != y->n ? (x->n > y->n ? -1 : 1) : x->actor < y->actor ? -1 : x->actor > y->actor;
}

static int year_of(const struct index_line *l)
{
	int year = 0, month, dom;

	if (l->start != DAY_NONE && l->precision != PRECISION_DECADE)
		day_civil(l->start, &year, &month, &dom);
	return year;
}

/* Those on the other side of its lines, and beside it where what they do is mutual. */
static struct meeting *meetings(struct dossier *d, const struct chosen *c, size_t *n)
{
	const struct index *x = d->x;
	VEC(struct meeting) all = { 0 };

	for (uint32_t i = 0; i < c->n; i++) {
		const struct index_line *l = &x->lines[c->lines[i]];
		unsigned roles = party_roles(x, l, &d->p);

		for (uint32_t p = l->parties; p < l[1].parties; p++) {
			const struct index_party *other = &x->parties[p];
			bool faces = roles & ~(1u << other->role), beside = l->mutual && other->role == PARTY_ACTOR && (roles & 1u << PARTY_ACTOR);

			if (!d->p.is[other->actor] && (faces || beside) && other->known)
				*vec_push(d->c->a, &all) = (struct meeting){ other->actor, c->lines[i], year_of(l) };
		}
	}
	if (all.n)
		qsort(all.at, all.n, sizeof(*all.at), by_partner);
	*n = all.n;
	return all.at;
}

static void write_years(struct dossier *d, const struct meeting *m, size_t n)
{
	json_key(d->b, "years");
	json_open(d->b, '[');
	for (size_t i = 0, end; i < n; i = end) {
		struct score s = { 0 };

		for (end = i; end < n && m[end].year == m[i].year; end++)
			if (end == i || m[end].line != m[end - 1].line)
				score_add(&s, &d->x->lines[m[end].line]);
		json_open(d->b, '{');
		json_key(d->b, "year");
		if (m[i].year)
			json_int(d->b, m[i].year);
		else
			json_null(d->b);
		json_key(d->b, "n");
		overview_classes(d->b, s.n);
		json_key(d->b, "score");
		json_fixed(d->b, s.sum, 1);
		json_close(d->b, '}');
	}
	json_close(d->b, ']');
}

static void write_partner(struct dossier *d, uint32_t actor, const struct meeting *m, size_t n)
{
	const struct index_actor *x = &d->x->actors[actor];
	size_t from = 0, to;

	while (from < n && m[from].partner != actor)
		from++;
	for (to = from; to < n && m[to].partner == actor; to++)
		;
	json_open(d->b, '{');
	write_identity(d->b, x->id, x->name, x->kind, x->country);
	write_years(d, m + from, to - from);
	json_close(d->b, '}');
}

static void write_partners(struct dossier *d, const struct chosen *c)
{
	VEC(struct partner) all = { 0 };
	size_t n;
	const struct meeting *m = meetings(d, c, &n);

	for (size_t i = 0; i < n; i++) {
		if (!i || m[i].partner != m[i - 1].partner)
			*vec_push(d->c->a, &all) = (struct partner){ m[i].partner, 0 };
		all.at[all.n - 1].n++;
	}
	if (all.n)
		qsort(all.at, all.n, sizeof(*all.at), by_frequency);
	json_key(d->b, "partners");
	json_open(d->b, '[');
	for (size_t i = 0; i < all.n && i < PARTNERS_MAX; i++)
		write_partner(d, all.at[i].actor, m, n);
	json_close(d->b, ']');
}

/* ---- where it stands ---------------------------------------------------------------------------------- */

static void write_sources(struct dossier *d, const struct chosen *c)
{
	uint32_t *n = arena_array(d->c->a, uint32_t, d->x->sources.n + 1);

	for (uint32_t i = 0; i < c->n; i++)
		if (d->x->lines[c->lines[i]].document < d->x->n_documents)
			n[d->x->documents[d->x->lines[c->lines[i]].document].source]++;
	json_key(d->b, "sources");
	json_open(d->b, '[');
	for (;;) {
		size_t best = d->x->sources.n;

		for (size_t i = 0; i < d->x->sources.n; i++)
			if (n[i] && (best == d->x->sources.n || n[i] > n[best]))
				best = i;
		if (best == d->x->sources.n)
			break;
		json_open(d->b, '{');
		json_key(d->b, "source");
		json_text_or_null(d->b, d->x->sources.at[best]);
		json_key(d->b, "n");
		json_int(d->b, n[best]);
		json_close(d->b, '}');
		n[best] = 0;
	}
	json_close(d->b, ']');
}

static int write_sums(struct dossier *d, struct error *e)
{
	struct question q = about(d, ASK_EVENTS);
	struct chosen c, lines;
	uint32_t undated, inexact;
	enum bucket bucket;
	int rc;

	q.who = d->p.asked;
	rc = choose(d, &q, &c, e);
	q.lines = true;
	if (!rc)
		rc = choose(d, &q, &lines, e);
	if (rc)
		return rc;
	bucket = bucket_fit(d->x, c.lines, c.n);
	write_partners(d, &c);
	write_sources(d, &lines);
	json_key(d->b, "total");
	json_int(d->b, c.n);
	sums_now(d->c, d->x, d->b);
	json_key(d->b, "bucket");
	json_text(d->b, str_c(bucket_word(bucket)));
	overview_time(d->b, d->c->a, d->x, c.lines, c.n, bucket, &undated, &inexact);
	json_key(d->b, "undated");
	json_int(d->b, undated);
	json_key(d->b, "inexact");
	json_int(d->b, inexact);
	return 0;
}

/* ---- all ------------------------------------------------------------------------------------------------- */

static int write_dossier(struct dossier *d, struct error *e)
{
	int rc;

	json_open(d->b, '{');
	rc = write_actor(d, e);
	if (!rc)
		rc = write_offices(d, e);
	if (!rc)
		rc = write_memberships(d, e);
	if (!rc)
		rc = write_states(d, e);
	if (!rc)
		rc = write_visits(d, e);
	if (!rc)
		rc = write_statements(d, e);
	if (!rc)
		rc = write_sums(d, e);
	json_close(d->b, '}');
	return rc;
}

static int write_all(struct call *c, struct index *x, struct buf *b, struct error *e)
{
	struct dossier d = { .c = c, .x = x, .b = b };
	int rc = party_read(c, x, c->ids[0], &d.p, e);

	return rc ? rc : write_dossier(&d, e);
}

int answer_actor(struct call *c, struct error *e)
{
	return call_from_index(c, write_all, e);
}
