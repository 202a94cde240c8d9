/* happening.c - the rule of grouping.c over the store's lines.
 *
 * event.parent is the key of the leader, event.anchor the day under which the line is looked for, event.happening "h-" and the digits of
 * the leader's id.  Lines are read a day at a time, as far as the pending ones reach.  A pair tied together by hand joins the happenings of
 * both, under the lesser of their ids; a pair tied apart keeps the lesser-ranked line from following the other, or the other's leader.
 */
#include "store/happening.h"

#include <stdlib.h>
#include <string.h>

#include "base/unicode.h"
#include "store/grouping.h"

enum { TIES_MAX = 1 << 20, LOOSE_BEFORE = 3, RECENT_DAYS = 10, WORD_LETTERS = 4, TRIGGER_LETTERS = 5 };

struct tie {
	struct str line, other;
	bool together;
};

struct updating {
	struct db *db;
	struct error *e;
	struct arena a, scratch;
	struct grouping g;
	struct map by_id;		/* of tied lines → index of tied */
	VEC(struct report *) tied;
	VEC(struct tie) ties;
	struct map touched;		/* ids of happenings that are to be counted anew */
	VEC(struct report *) joined;	/* leaders of tied lines */
	VEC(size_t) root;		/* of joined: index of the one that stands for it */
};

static int run(struct db *db, const char *sql, struct db_value x, struct db_value y, struct db_value z, struct error *e)
{
	struct db_value v[] = { x, y, z };
	struct db_stmt *q = db_stmt(db, sql, e);

	if (!q)
		return COU_ESTORE;
	for (unsigned i = 0; i < 3; i++)
		if (v[i].type != DB_NULL)
			db_bind(q, i + 1, v[i]);
	return db_run(q, e);
}

static void touch(struct updating *u, struct str happening)
{
	if (happening.n && map_get(&u->touched, happening) == MAP_NONE)
		*map_put(&u->touched, str_dup(&u->a, happening)) = 1;
}

/* ---- a row becomes a report ------------------------------------------------------------ */

static bool one_of(struct str s, const char *const *list)
{
	while (*list)
		if (str_is(s, *list++))
			return true;
	return false;
}

static int standing_of(struct str status)
{
	static const struct {
		const char *status;
		int standing;
	} all[] = { { "happened", 4 }, { "ongoing", 3 }, { "planned", 2 }, { "expected", 2 }, { "possible", 1 }, { "hypothetical", 0 }, { "negated", -1 } };

	for (size_t i = 0; i < sizeof(all) / sizeof(*all); i++)
		if (str_is(status, all[i].status))
			return all[i].standing;
	return 1;
}

static uint32_t country_of(struct str s)
{
	return s.n == 3 ? (uint32_t)(unsigned char)s.p[0] << 16 | (uint32_t)(unsigned char)s.p[1] << 8 | (unsigned char)s.p[2] : 0;
}

static void set_days(struct report *r, struct str start, struct str end, struct str precision, struct str basis, day learnt)
{
	day from = start.n ? day_parse(start) : DAY_NONE, to = end.n ? day_parse(end) : from;

	r->published = str_is(basis, "published");
	r->loose = from == DAY_NONE || (!str_is(precision, "day") && to >= learnt - RECENT_DAYS);
	if (from == DAY_NONE) {
		from = learnt == DAY_NONE ? DAY_NONE : learnt - LOOSE_BEFORE;
		to = learnt;
	} else if (r->loose) {
		to = to < learnt ? to : learnt;
		from = from > to ? to : from;
	}
	r->anchor = r->loose ? learnt : from;
	r->from = r->published ? from - 1 : from;
	r->to = to;
}

static int by_number(const void *x, const void *y)
{
	uint32_t a = *(const uint32_t *)x, b = *(const uint32_t *)y;

	return (a > b) - (a < b);
}

/* Hashes of the words of the quote within the line's JSON; names and numbers among them. */
static void set_words(struct report *r, struct arena *scratch, struct str json)
{
	const struct str key = STR("\"quote\":\"");
	size_t at = str_search(json, key) + key.n, end = at, from;
	struct str text;

	if (at > json.n)
		return;
	while (end < json.n && json.p[end] != '"')
		end += json.p[end] == '\\' ? 2 : 1;
	text = str_sub(json, at, end < json.n ? end : json.n);
	r->sentence = str_hash(text) ^ r->document;
	text = unicode_lower_str(scratch, text);
	for (size_t i = 0; i < text.n && r->n_words < REPORT_WORDS; i++) {
		for (from = i; i < text.n && ((unsigned char)text.p[i] >= 0x80 || (text.p[i] >= 'a' && text.p[i] <= 'z') || (text.p[i] >= '0' && text.p[i] <= '9')); i++)
			;
		if (i - from >= WORD_LETTERS)
			r->words[r->n_words++] = (uint32_t)str_hash(str_sub(text, from, i));
	}
	qsort(r->words, r->n_words, sizeof(*r->words), by_number);
	for (unsigned i = 0, n = r->n_words, kept = r->n_words = 0; i < n; i++)
		if (!kept || r->words[kept - 1] != r->words[i]) {
			r->words[kept++] = r->words[i];
			r->n_words = kept;
		}
}

/* The first letters of the trigger stand for its lemma. */
static void set_trigger(struct report *r, struct arena *scratch, struct str json)
{
	const struct str key = STR("\"trigger\":{\"text\":\"");
	size_t at = str_search(json, key) + key.n;

	if (at + TRIGGER_LETTERS <= json.n)
		r->trigger = str_hash(unicode_lower_str(scratch, str_sub(json, at, at + TRIGGER_LETTERS)));
}

static const char columns[] =
	"SELECT e.key, e.id, d.id, e.type, e.mode, e.status, e.date_start, e.date_end, e.date_precision, e.date_basis, e.place_id, e.place_country,"
	" e.place_precision, e.mutual, e.confidence, e.learnt, e.parent, l.json, e.happening FROM event e JOIN document d ON d.key = e.document JOIN line l ON l.key = e.key WHERE ";

static void read_report(struct updating *u, struct db_stmt *q, struct report *r)
{
	static const char *const deadly[] = { "ASSAULT", "DIE", "APPOINT", "STEP_DOWN", "ELECT", "SANCTION", NULL };
	static const char *const mutual[] = { "AGREE", "CONSULT", "COOPERATE", NULL };
	struct str type = db_column_text(q, 3), mode = db_column_text(q, 4), precision = db_column_text(q, 12), place = db_column_text(q, 10);

	*r = (struct report){ .key = db_column_int(q, 0), .id = str_dup(&u->a, db_column_text(q, 1)), .document = str_hash(db_column_text(q, 2)),
			      .type = str_hash(type), .mode = mode.n ? str_hash(mode) : 0, .leader = db_column_int(q, 16) };
	r->before = r->leader;
	r->happening = str_dup(&u->a, db_column_text(q, 18));
	r->speech = str_is(type, "SAY");
	r->deadly = one_of(type, deadly);
	r->pairs = one_of(type, mutual);
	r->standing = standing_of(db_column_text(q, 5));
	set_days(r, db_column_text(q, 6), db_column_text(q, 7), db_column_text(q, 8), db_column_text(q, 9), day_parse(db_column_text(q, 15)));
	r->place = place.n ? str_hash(place) : 0;
	r->place_country = country_of(db_column_text(q, 11));
	r->place_fine = place.n && precision.n && !str_is(precision, "country") && !str_is(precision, "region");
	r->symmetric = db_column_int(q, 13) != 0;
	r->confidence = (int)(db_column_real(q, 14) * 1000 + 0.5);
	arena_reset(&u->scratch);
	set_words(r, &u->scratch, db_column_text(q, 17));
	set_trigger(r, &u->scratch, db_column_text(q, 17));
}

static int read_parties(struct updating *u, struct report *r)
{
	static const char *const vague[] = { "people", "unknown", NULL };
	static const char *const states[] = { "country", "government", NULL };
	static const char *const offices[] = { "GOV", "MIL", "SPY", NULL };
	struct db_stmt *q = db_stmt(u->db, "SELECT p.role, a.id, a.kind, a.country, a.sector FROM participant p JOIN actor a ON a.key = p.actor"
					   " WHERE p.line = $1 AND p.role IN ('actor', 'recipient') ORDER BY p.role, p.n", u->e);
	int rc;

	if (!q)
		return COU_ESTORE;
	db_bind(q, 1, db_int(r->key));
	if (db_start(q, u->e))
		return COU_ESTORE;
	while ((rc = db_next(q, u->e)) > 0) {
		int role = str_is(db_column_text(q, 0), "recipient");
		struct str id = db_column_text(q, 1), kind = db_column_text(q, 2);
		struct report_party p = { .id = str_hash(id), .country = country_of(db_column_text(q, 3)) };

		p.generic = one_of(kind, vague) && str_starts(id, STR("x-"));
		p.person = str_is(kind, "person");
		p.official = one_of(kind, states) || one_of(db_column_text(q, 4), offices);
		if (r->n_parties[role] < REPORT_SIDE)
			r->parties[role][r->n_parties[role]++] = p;
	}
	return rc;
}

/* Reports of the rows of q, with their participants. */
static int read_reports(struct updating *u, struct db_stmt *q)
{
	VEC(struct report *) read = { 0 };
	int rc;

	if (db_start(q, u->e))
		return COU_ESTORE;
	while ((rc = db_next(q, u->e)) > 0) {
		struct report *r = arena_new(&u->a, struct report);

		read_report(u, q, r);
		vec_add(&u->a, &read, r);
	}
	for (size_t i = 0; i < read.n && !rc; i++) {
		struct report *kept;
		uint32_t tied;

		rc = read_parties(u, read.at[i]);
		if (rc)
			break;
		kept = grouping_add(&u->g, read.at[i]);
		tied = map_get(&u->by_id, kept->id);
		if (tied != MAP_NONE)
			u->tied.at[tied] = kept;
	}
	return rc;
}

static struct str where(struct arena *a, const char *condition)
{
	return str_dup(a, str_cat(a, str_c(columns), str_c(condition)));
}

static int load_day(void *context, struct grouping *g, day d)
{
	struct updating *u = context;
	char iso[11];
	struct db_stmt *q = db_stmt(u->db, where(&u->a, "e.anchor = $1 AND e.parent IS NOT NULL").p, u->e);

	(void)g;
	day_iso(d, iso);
	if (!q)
		return COU_ESTORE;
	db_bind(q, 1, db_text(str_c(iso)));
	return iso[0] ? read_reports(u, q) : 0;
}

/* ---- ties ------------------------------------------------------------------------------- */

static void tied_line(struct updating *u, struct str id)
{
	uint32_t *at = map_put(&u->by_id, id);

	if (*at != MAP_NONE)
		return;
	*at = (uint32_t)u->tied.n;
	vec_add(&u->a, &u->tied, NULL);
}

static int read_ties(struct updating *u)
{
	struct db_stmt *q = db_stmt(u->db, "SELECT line, other, together FROM tie ORDER BY line, other", u->e);
	int rc;

	if (!q || db_start(q, u->e))
		return COU_ESTORE;
	while ((rc = db_next(q, u->e)) > 0 && u->ties.n < TIES_MAX) {
		struct tie *t = vec_push(&u->a, &u->ties);

		*t = (struct tie){ str_dup(&u->a, db_column_text(q, 0)), str_dup(&u->a, db_column_text(q, 1)), db_column_int(q, 2) != 0 };
		tied_line(u, t->line);
		tied_line(u, t->other);
	}
	db_end(q);
	return rc < 0 ? rc : 0;
}

static const struct report *tied_report(const struct updating *u, struct str id)
{
	uint32_t at = map_get(&u->by_id, id);

	return at == MAP_NONE ? NULL : u->tied.at[at];
}

/* Whether r was told apart from l, or from a line above r that follows l. */
static bool told_apart(void *context, const struct report *r, const struct report *l)
{
	const struct updating *u = context;

	if (!u->ties.n || map_get(&u->by_id, r->id) == MAP_NONE)
		return false;
	for (size_t i = 0; i < u->ties.n; i++) {
		const struct tie *t = &u->ties.at[i];
		bool first = str_eq(t->line, r->id);
		const struct report *o = t->together || (!first && !str_eq(t->other, r->id)) ? NULL : tied_report(u, first ? t->other : t->line);

		if (o && (o == l || (grouping_above(o, r) && o->leader == l->key)))
			return true;
	}
	return false;
}

/* "h-" and the digits of the leader's id "e-…". */
static struct str happening_id(struct updating *u, struct str leader)
{
	return str_cat(&u->a, STR("h-"), str_starts(leader, STR("e-")) ? str_sub(leader, 2, leader.n) : leader);
}

/* ---- what is pending ------------------------------------------------------------------------ */

struct pending {
	int64_t key, parent;
	struct str happening, id;	/* happening: of its leader; empty when that is pending too */
};

/* The line leaves its happening; when it led, so do its followers. */
static int release(struct updating *u, const struct pending *p)
{
	touch(u, p->happening.n ? p->happening : happening_id(u, p->id));
	if (run(u->db, "UPDATE event SET happening = NULL, parent = NULL WHERE key = $1", db_int(p->key), db_null(), db_null(), u->e))
		return COU_ESTORE;
	return p->parent != p->key ? 0 : run(u->db, "UPDATE event SET happening = NULL, parent = NULL WHERE parent = $1", db_int(p->key), db_null(), db_null(), u->e);
}

static int release_all(struct updating *u, const char *sql, struct str parameter)
{
	struct db_stmt *q = db_stmt(u->db, sql, u->e);
	VEC(struct pending) all = { 0 };
	int rc;

	if (!q)
		return COU_ESTORE;
	if (parameter.n)
		db_bind(q, 1, db_text(parameter));
	if (db_start(q, u->e))
		return COU_ESTORE;
	while ((rc = db_next(q, u->e)) > 0)
		*vec_push(&u->a, &all) = (struct pending){ db_column_int(q, 0), db_column_int(q, 1), str_dup(&u->a, db_column_text(q, 2)), str_dup(&u->a, db_column_text(q, 3)) };
	for (size_t i = 0; i < all.n && !rc; i++)
		rc = release(u, &all.at[i]);
	return rc;
}

static int release_pending(struct updating *u)
{
	int rc = release_all(u, "SELECT e.key, e.parent, l.happening, e.id FROM event e LEFT JOIN event l ON l.key = e.parent"
				" WHERE e.happening IS NULL AND e.retired IS NULL AND e.parent IS NOT NULL", STR_NONE);

	if (!rc)
		rc = release_all(u, "SELECT key, parent, happening, id FROM event WHERE retired IS NOT NULL AND parent IS NOT NULL", STR_NONE);
	for (uint32_t i = 0; i < u->by_id.n && !rc; i++)
		rc = release_all(u, "SELECT key, parent, happening, id FROM event WHERE parent IN (SELECT parent FROM event WHERE id = $1)", u->by_id.entries[i].key);
	return rc;
}

/* ---- joining by hand ---------------------------------------------------------------------------- */

static size_t joined_root(const struct updating *u, int64_t leader)
{
	for (size_t i = 0; i < u->joined.n; i++)
		if (u->joined.at[i]->key == leader) {
			while (u->root.at[i] != i)
				i = u->root.at[i];
			return i;
		}
	return SIZE_MAX;
}

static size_t joined_add(struct updating *u, struct report *leader)
{
	size_t at = joined_root(u, leader->key);

	if (at != SIZE_MAX)
		return at;
	vec_add(&u->a, &u->joined, leader);
	vec_add(&u->a, &u->root, u->joined.n - 1);
	return u->joined.n - 1;
}

static void join(struct updating *u)
{
	for (size_t i = 0; i < u->ties.n; i++) {
		const struct report *x = tied_report(u, u->ties.at[i].line), *y = tied_report(u, u->ties.at[i].other);
		struct report *lx = x ? grouping_find(&u->g, x->leader) : NULL, *ly = y ? grouping_find(&u->g, y->leader) : NULL;
		size_t a, b;

		if (!u->ties.at[i].together || !lx || !ly)
			continue;
		a = joined_add(u, lx);
		b = joined_add(u, ly);
		if (str_cmp(u->joined.at[a]->id, u->joined.at[b]->id) <= 0)
			u->root.at[b] = a;
		else
			u->root.at[a] = b;
	}
}

/* ---- writing -------------------------------------------------------------------------------------- */

static int write_report(struct updating *u, const struct report *r)
{
	size_t root = joined_root(u, r->leader);
	const struct report *l = root != SIZE_MAX ? u->joined.at[root] : grouping_find(&u->g, r->leader);
	struct str id = l ? happening_id(u, l->id) : STR_NONE;
	struct db_stmt *q;
	char anchor[11];

	if (root == SIZE_MAX && r->leader == r->before)
		return 0;
	if (!l)
		return error_set(u->e, COU_ESTORE, "%.*s: the line that leads its happening is gone", STR_ARG(r->id));
	if (r->leader == r->before && str_eq(id, r->happening))
		return 0;
	touch(u, r->happening);
	touch(u, id);
	day_iso(r->anchor, anchor);
	q = db_stmt(u->db, "UPDATE event SET parent = $2, happening = $3, anchor = $4 WHERE key = $1", u->e);
	if (!q)
		return COU_ESTORE;
	db_bind(q, 1, db_int(r->key));
	db_bind(q, 2, db_int(r->leader));
	db_bind(q, 3, db_text(id));
	db_bind(q, 4, db_text(str_c(anchor)));
	return db_run(q, u->e);
}

/* All that follow the joined leaders, those too that were not looked at. */
static int write_joined(struct updating *u)
{
	for (size_t i = 0; i < u->joined.n; i++) {
		const struct report *l = u->joined.at[i];
		struct str id = happening_id(u, u->joined.at[joined_root(u, l->key)]->id);

		touch(u, id);
		touch(u, happening_id(u, l->id));
		if (run(u->db, "UPDATE event SET happening = $2 WHERE parent = $1", db_int(l->key), db_text(id), db_null(), u->e))
			return COU_ESTORE;
	}
	return 0;
}

/* ---- a happening counted ------------------------------------------------------------------------------ */

struct member {
	int64_t key;
	struct str id, status, type, start, end, document, source, story;
	double confidence;
	bool current;			/* of the newest version of its document */
};

static bool better(const struct member *x, const struct member *y)
{
	int s = standing_of(x->status), t = standing_of(y->status);

	if (x->current != y->current)
		return x->current;
	if (s != t)
		return s > t;
	if (x->confidence < y->confidence || x->confidence > y->confidence)
		return x->confidence > y->confidence;
	int c = str_cmp(x->id, y->id);

	return c ? c < 0 : x->key < y->key;
}

/* Nodes are documents, outlets and texts; a document is joined with its outlet and its text. */
struct graph {
	struct arena *a;
	struct map nodes;
	VEC(uint32_t) up;
};

static uint32_t top(const struct graph *g, uint32_t i)
{
	while (g->up.at[i] != i)
		i = g->up.at[i];
	return i;
}

static uint32_t node(struct graph *g, const char *kind, struct str name)
{
	uint32_t *at = map_put(&g->nodes, str_cat(g->a, str_c(kind), name));

	if (*at == MAP_NONE) {
		*at = (uint32_t)g->up.n;
		vec_add(g->a, &g->up, *at);
	}
	return *at;
}

static void connect(struct graph *g, uint32_t x, uint32_t y)
{
	g->up.at[top(g, x)] = top(g, y);
}

static void count_sources(struct arena *a, const struct member *m, size_t n, bool current, int64_t *reports, int64_t *sources)
{
	struct graph g = { .a = a };

	map_init(&g.nodes, a);
	*reports = *sources = 0;
	for (size_t i = 0; i < n; i++) {
		uint32_t before = g.nodes.n, d;

		if (m[i].current != current)
			continue;
		d = node(&g, "d", m[i].document);
		*reports += g.nodes.n > before;
		if (m[i].source.n)
			connect(&g, node(&g, "o", m[i].source), d);
		if (m[i].story.n)
			connect(&g, node(&g, "t", m[i].story), d);
	}
	for (uint32_t i = 0; i < g.up.n; i++)
		*sources += g.up.at[i] == i;
}

static int write_happening(struct updating *u, struct str id, const struct member *m, size_t n)
{
	const struct member *best = &m[0];
	int64_t lines = 0, reports, sources;
	struct db_stmt *q;

	for (size_t i = 1; i < n; i++)
		if (better(&m[i], best))
			best = &m[i];
	for (size_t i = 0; i < n; i++)
		lines += m[i].current == best->current;
	count_sources(&u->scratch, m, n, best->current, &reports, &sources);
	q = db_stmt(u->db, "INSERT INTO happening (id, best, type, status, date_start, date_end, lines, reports, sources, confidence)"
			   " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (id) DO UPDATE SET best = excluded.best, type = excluded.type,"
			   " status = excluded.status, date_start = excluded.date_start, date_end = excluded.date_end, lines = excluded.lines,"
			   " reports = excluded.reports, sources = excluded.sources, confidence = excluded.confidence", u->e);
	if (!q)
		return COU_ESTORE;
	const struct db_value v[] = { db_text(id), db_int(best->key), db_text(best->type), db_text(best->status), db_text(best->start), db_text(best->end),
				      db_int(lines), db_int(reports), db_int(sources), db_real(best->confidence) };

	for (unsigned i = 0; i < sizeof(v) / sizeof(*v); i++)
		db_bind(q, i + 1, v[i]);
	return db_run(q, u->e);
}

/* Asked for together: where the store is in pieces, each question goes to all of them. */
enum { COUNTED = 32 };

struct counting {
	struct str ids[COUNTED];
	VEC(struct member) members[COUNTED];
	unsigned n;
};

static void read_member(struct arena *a, struct db_stmt *q, struct counting *c)
{
	unsigned i = 0;
	struct member *m;

	while (i + 1 < c->n && !str_eq(c->ids[i], db_column_text(q, 11)))
		i++;
	m = vec_push(a, &c->members[i]);
	struct str *const texts[] = { &m->id, &m->status, &m->type, &m->start, &m->end, &m->document, &m->source, &m->story };

	m->key = db_column_int(q, 0);
	for (unsigned k = 0; k < sizeof(texts) / sizeof(*texts); k++)
		*texts[k] = str_dup(a, db_column_text(q, k + 1));
	m->confidence = db_column_real(q, 9);
	m->current = db_column_type(q, 10) == DB_NULL || !db_column_text(q, 10).n;
}

static int read_members(struct updating *u, struct counting *c)
{
	struct db_stmt *q = db_stmt(u->db, "SELECT e.key, e.id, e.status, e.type, e.date_start, e.date_end, d.id, d.source, d.story, e.confidence, e.learnt_until, e.happening"
					   " FROM event e JOIN document d ON d.key = e.document WHERE e.happening IN ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12,"
					   " $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32)", u->e);
	int rc;

	if (!q)
		return COU_ESTORE;
	for (unsigned i = 0; i < c->n; i++)
		db_bind(q, i + 1, db_text(c->ids[i]));
	if (db_start(q, u->e))
		return COU_ESTORE;
	while ((rc = db_next(q, u->e)) > 0)
		read_member(&u->scratch, q, c);
	return rc;
}

static int count_happenings(struct updating *u, struct counting *c)
{
	arena_reset(&u->scratch);
	memset(c->members, 0, sizeof(c->members));
	if (read_members(u, c))
		return COU_ESTORE;
	for (unsigned i = 0; i < c->n; i++)
		if (c->members[i].n ? write_happening(u, c->ids[i], c->members[i].at, c->members[i].n)
				    : run(u->db, "DELETE FROM happening WHERE id = $1", db_text(c->ids[i]), db_null(), db_null(), u->e))
			return COU_ESTORE;
	c->n = 0;
	return 0;
}

static int count_touched(struct updating *u)
{
	struct counting c = { .n = 0 };

	for (uint32_t i = 0; i < u->touched.n; i++) {
		c.ids[c.n++] = u->touched.entries[i].key;
		if ((c.n == COUNTED || i + 1 == u->touched.n) && count_happenings(u, &c))
			return COU_ESTORE;
	}
	return 0;
}

/* ---- the calls -------------------------------------------------------------------------------------------- */

static int update(struct updating *u)
{
	struct db_stmt *q;

	if (read_ties(u) || release_pending(u))
		return COU_ESTORE;
	q = db_stmt(u->db, where(&u->a, "e.happening IS NULL AND e.retired IS NULL AND coalesce(e.verdict, '') <> 'reject'").p, u->e);
	if (!q || read_reports(u, q) || grouping_settle(&u->g))
		return COU_ESTORE;
	join(u);
	for (size_t i = 0; i < u->g.all.n; i++)
		if (write_report(u, u->g.all.at[i]))
			return COU_ESTORE;
	if (write_joined(u))
		return COU_ESTORE;
	return count_touched(u);
}

int happening_update(struct db *db, struct error *e)
{
	struct updating *u = calloc(1, sizeof(*u));
	int rc;

	if (!u)
		return error_set(e, COU_ELIMIT, "no memory to group happenings");
	u->db = db;
	u->e = e;
	grouping_init(&u->g, &u->a);
	u->g.load = load_day;
	u->g.apart = told_apart;
	u->g.context = u;
	map_init(&u->by_id, &u->a);
	map_init(&u->touched, &u->a);
	rc = update(u);
	arena_free(&u->scratch);
	arena_free(&u->a);
	free(u);
	return rc;
}

int happening_touch(struct db *db, int64_t line, struct error *e)
{
	return run(db, "UPDATE event SET happening = NULL WHERE key = $1", db_int(line), db_null(), db_null(), e);
}

static int touch_groups(struct db *db, struct str x, struct str y, struct error *e)
{
	return run(db, "UPDATE event SET happening = NULL WHERE key IN (SELECT parent FROM event WHERE id = $1 OR id = $2)", db_text(x), db_text(y), db_null(), e);
}

int happening_tie(struct db *db, struct str line, struct str other, bool together, struct error *e)
{
	bool swap = str_cmp(line, other) > 0;

	if (str_eq(line, other))
		return error_set(e, COU_EUSAGE, "%.*s: a line is neither merged with nor split from itself", STR_ARG(line));
	if (run(db, "INSERT INTO tie (line, other, together) VALUES ($1, $2, $3) ON CONFLICT (line, other) DO UPDATE SET together = excluded.together",
		db_text(swap ? other : line), db_text(swap ? line : other), db_int(together), e))
		return COU_ESTORE;
	return touch_groups(db, line, other, e);
}

int happening_untie(struct db *db, struct str line, struct str other, struct error *e)
{
	bool swap = str_cmp(line, other) > 0;

	if (run(db, "DELETE FROM tie WHERE line = $1 AND other = $2", db_text(swap ? other : line), db_text(swap ? line : other), db_null(), e))
		return COU_ESTORE;
	return touch_groups(db, line, other, e);
}
