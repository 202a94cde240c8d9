#include "serve/index.h"

#include <stdlib.h>

/* ---- revision -------------------------------------------------------------------------- */

int64_t index_revision(struct db *db, struct error *e)
{
	static const char sql[] =
		"SELECT (SELECT coalesce(sum(documents), 0) FROM run), (SELECT coalesce(max(key), 0) FROM run),"
		" (SELECT count(ended) FROM run), (SELECT coalesce(sum(lines), 0) FROM run), (SELECT coalesce(max(key), 0) FROM correction),"
		" (SELECT coalesce(sum(undone), 0) FROM correction), (SELECT coalesce(sum(orphan), 0) FROM correction)";
	enum { NUMBERS = 7 };
	int64_t numbers[NUMBERS];
	struct db_stmt *s = db_stmt(db, sql, e);
	int rc;

	if (!s || db_start(s, e) || (rc = db_next(s, e)) < 0)
		return COU_ESTORE;
	for (unsigned i = 0; i < NUMBERS; i++)
		numbers[i] = rc ? db_column_int(s, i) : 0;
	db_end(s);
	return (int64_t)(str_hash((struct str){ (const char *)numbers, sizeof(numbers) }) >> 12);	/* exact as a JSON number */
}

/* ---- building ---------------------------------------------------------------------------- */

struct building {
	struct index *x;
	struct db *db;
	struct arena work;		/* goes with the building */
	VEC(struct index_line) lines;
	VEC(struct index_document) documents;
	VEC(struct index_place) places;
	struct map happenings, place_of, type_of, mode_of, source_of, lang_of, country_of, place_name_of, document_of;
};

static struct str key_bytes(struct arena *a, int64_t key)
{
	return (struct str){ arena_dup(a, &key, sizeof(key)), sizeof(key) };
}

static struct str peek_key(const int64_t *key)
{
	return (struct str){ (const char *)key, sizeof(*key) };
}

/* The number of that word in the list, where it is added when it is new. */
static uint32_t number_of(struct arena *a, struct map *m, struct index_words *list, struct str text)
{
	uint32_t at = map_get(m, text);

	if (at != MAP_NONE)
		return at;
	text = str_dup(a, text);
	*map_put(m, text) = (uint32_t)list->n;
	vec_add(a, list, text);
	return (uint32_t)list->n - 1;
}

static int each_row(struct db *db, const char *sql, void (*row)(struct building *b, struct db_stmt *s), struct building *b, struct error *e)
{
	struct db_stmt *s = db_stmt(db, sql, e);
	int rc;

	if (!s || db_start(s, e))
		return COU_ESTORE;
	while ((rc = db_next(s, e)) > 0)
		row(b, s);
	return rc;
}

/* ---- documents ---- */

static const char documents_sql[] =
	"SELECT d.key, d.source, d.lang, d.published, EXISTS (SELECT 1 FROM event e WHERE e.document = d.key AND e.retired IS NULL)"
	" OR EXISTS (SELECT 1 FROM state t WHERE t.document = d.key AND t.retired IS NULL) FROM document d WHERE d.learnt_until IS NULL ORDER BY d.key";

static day read_day(struct str iso)
{
	return iso.n ? day_parse(iso) : DAY_NONE;
}

static void add_document(struct building *b, struct db_stmt *s)
{
	struct index *x = b->x;
	struct str published = db_column_text(s, 3);

	*map_put(&b->document_of, key_bytes(&b->work, db_column_int(s, 0))) = (uint32_t)b->documents.n;
	*vec_push(&x->a, &b->documents) = (struct index_document){
		.key = db_column_int(s, 0), .source = number_of(&x->a, &b->source_of, &x->sources, db_column_text(s, 1)),
		.lang = number_of(&x->a, &b->lang_of, &x->langs, db_column_text(s, 2)), .published = read_day(published),
		.coded = db_column_int(s, 4) != 0,
	};
	if (b->documents.at[b->documents.n - 1].published > x->newest)
		x->newest = b->documents.at[b->documents.n - 1].published;
}

/* ---- lines ---- */

static const char lines_sql[] =
	"SELECT e.key, e.id, e.happening, e.confidence, e.goldstein, e.date_start, e.date_end, e.date_precision, e.type, e.mode, e.status, e.quad, e.mutual, e.document,"
	" e.place_id, e.place, e.lat, e.lon, e.place_country, e.learnt_until IS NULL FROM event e WHERE e.retired IS NULL AND coalesce(e.verdict, '') <> 'reject'";

static uint32_t place_of(struct building *b, struct db_stmt *s)
{
	struct str id = db_column_text(s, 14), name = db_column_text(s, 15);
	uint32_t at;

	if (!id.n)
		id = name;
	if (!id.n)
		return INDEX_NONE;
	at = map_get(&b->place_of, id);
	if (at != MAP_NONE)
		return at;
	id = str_dup(&b->x->a, id);
	*map_put(&b->place_of, id) = (uint32_t)b->places.n;
	*vec_push(&b->x->a, &b->places) = (struct index_place){ .id = id, .name = str_dup(&b->x->a, name), .lat = db_column_real(s, 16), .lon = db_column_real(s, 17),
								.located = db_column_type(s, 16) != DB_NULL && db_column_text(s, 16).n };
	return (uint32_t)b->places.n - 1;
}

static uint32_t happening_of(struct building *b, struct str id)
{
	uint32_t at;

	if (!id.n)
		return INDEX_NONE;
	at = map_get(&b->happenings, id);
	if (at != MAP_NONE)
		return at;
	at = b->happenings.n;
	*map_put(&b->happenings, str_dup(&b->work, id)) = at;
	return at;
}

static uint16_t country_of(struct building *b, struct str code)
{
	uint32_t number = number_of(&b->x->a, &b->country_of, &b->x->countries, code);

	return number <= UINT16_MAX ? (uint16_t)number : 0;
}

static void add_line(struct building *b, struct db_stmt *s)
{
	struct index *x = b->x;
	int status = status_find(db_column_text(s, 10)), precision = precision_time_find(db_column_text(s, 7));
	int64_t quad = db_column_int(s, 11), document = db_column_int(s, 13);

	*vec_push(&b->work, &b->lines) = (struct index_line){
		.key = db_column_int(s, 0), .id = str_dup(&x->a, db_column_text(s, 1)), .happening = happening_of(b, db_column_text(s, 2)),
		.confidence = db_column_real(s, 3), .goldstein = (float)db_column_real(s, 4), .start = read_day(db_column_text(s, 5)),
		.end = read_day(db_column_text(s, 6)), .precision = (uint8_t)(precision < 0 ? 0 : precision),
		.type = (uint16_t)number_of(&x->a, &b->type_of, &x->types, db_column_text(s, 8)),
		.mode = (uint16_t)number_of(&x->a, &b->mode_of, &x->modes, db_column_text(s, 9)),
		.visit = str_is(db_column_text(s, 8), "CONSULT") && str_is(db_column_text(s, 9), "visit"), .status = (uint8_t)(status < 0 ? 0 : status),
		.quad = (uint8_t)(quad >= 1 && quad <= 4 ? quad : 0), .mutual = db_column_int(s, 12) != 0, .place = place_of(b, s),
		.place_name = number_of(&x->a, &b->place_name_of, &x->place_names, db_column_text(s, 15)),
		.document = map_get(&b->document_of, peek_key(&document)), .country = country_of(b, db_column_text(s, 18)), .current = db_column_int(s, 19) != 0,
	};
}

/* As ORDER BY date_start IS NULL, date_start DESC, id. */
static int by_order(const void *p, const void *q)
{
	const struct index_line *x = p, *y = q;

	if (x->start != y->start)
		return x->start == DAY_NONE ? 1 : y->start == DAY_NONE ? -1 : x->start > y->start ? -1 : 1;
	int c = str_cmp(x->id, y->id);

	return c ? c : x->key < y->key ? -1 : x->key > y->key;
}

struct keyed {
	int64_t key;
	uint32_t at;
};

static int by_key(const void *p, const void *q)
{
	const struct keyed *x = p, *y = q;

	return x->key < y->key ? -1 : x->key > y->key;
}

static void number_lines(struct building *b)
{
	struct index *x = b->x;
	struct keyed *keyed = arena_array(&b->work, struct keyed, b->lines.n);

	x->n_lines = (uint32_t)b->lines.n;
	x->lines = arena_array(&x->a, struct index_line, x->n_lines + 1);
	if (x->n_lines) {
		qsort(b->lines.at, x->n_lines, sizeof(*b->lines.at), by_order);
		memcpy(x->lines, b->lines.at, x->n_lines * sizeof(*x->lines));
	}
	x->n_happenings = b->happenings.n;
	x->by_key = arena_array(&x->a, uint32_t, x->n_lines);
	for (uint32_t i = 0; i < x->n_lines; i++) {
		if (x->lines[i].happening == INDEX_NONE)
			x->lines[i].happening = x->n_happenings++;
		keyed[i] = (struct keyed){ x->lines[i].key, i };
	}
	qsort(keyed, x->n_lines, sizeof(*keyed), by_key);
	for (uint32_t i = 0; i < x->n_lines; i++)
		x->by_key[i] = keyed[i].at;
}

uint32_t index_line_of(const struct index *x, int64_t key)
{
	uint32_t low = 0, high = x->n_lines;

	while (low < high) {
		uint32_t mid = low + (high - low) / 2;

		if (x->lines[x->by_key[mid]].key < key)
			low = mid + 1;
		else
			high = mid;
	}
	return low < x->n_lines && x->lines[x->by_key[low]].key == key ? x->by_key[low] : INDEX_NONE;
}

static void mark_best(struct building *b, struct db_stmt *s)
{
	uint32_t at = index_line_of(b->x, db_column_int(s, 0));

	if (at != INDEX_NONE)
		b->x->lines[at].best = true;
}

/* ---- participants ---- */

struct actor_row {
	int64_t key;
	struct str id, name, kind, country, folded;
	uint32_t actor, lines;
	uint16_t land;			/* the country's number */
	bool governs;
};

struct party_row {
	uint32_t line, row;
	uint8_t role;
};

struct cast {				/* while participants are read */
	struct building b;
	VEC(struct actor_row) rows;
	struct map row_of;
	VEC(struct party_row) parties;
	VEC(struct index_claimant) claimants;
};

static void add_actor(struct building *b, struct db_stmt *s)
{
	struct cast *c = (struct cast *)b;
	struct arena *a = &b->x->a;
	struct actor_row row = { .key = db_column_int(s, 0), .id = str_dup(a, db_column_text(s, 1)), .name = str_dup(a, db_column_text(s, 2)),
				 .kind = str_dup(a, db_column_text(s, 3)), .country = str_dup(a, db_column_text(s, 4)), .folded = str_dup(a, db_column_text(s, 5)) };

	row.land = country_of(b, row.country);
	row.governs = str_is(row.kind, kind_word(KIND_COUNTRY)) || str_is(db_column_text(s, 6), "GOV") || str_is(db_column_text(s, 6), "IGO");
	*map_put(&c->row_of, key_bytes(&b->work, row.key)) = (uint32_t)c->rows.n;
	vec_add(&b->work, &c->rows, row);
}

static void add_party(struct building *b, struct db_stmt *s)
{
	struct cast *c = (struct cast *)b;
	int64_t actor = db_column_int(s, 2);
	uint32_t line = index_line_of(b->x, db_column_int(s, 0)), row = map_get(&c->row_of, peek_key(&actor));

	if (line == INDEX_NONE || row == MAP_NONE)
		return;
	c->rows.at[row].lines++;
	*vec_push(&b->work, &c->parties) = (struct party_row){ line, row, str_is(db_column_text(s, 1), "recipient") ? PARTY_RECIPIENT : PARTY_ACTOR };
}

static void add_claimant(struct building *b, struct db_stmt *s)
{
	struct cast *c = (struct cast *)b;
	uint32_t line = index_line_of(b->x, db_column_int(s, 0));

	if (line != INDEX_NONE)
		*vec_push(&b->x->a, &c->claimants) = (struct index_claimant){ line, country_of(b, db_column_text(s, 1)) };
}

/* Rows with one id are one actor, under the name that most lines have, the first of those with as many. */
static void unite_actors(struct cast *c)
{
	struct index *x = c->b.x;
	uint32_t *most = arena_array(&c->b.work, uint32_t, c->rows.n), *sum = arena_array(&c->b.work, uint32_t, c->rows.n);

	map_init(&x->actor_of, &x->a);
	x->actors = arena_array(&x->a, struct index_actor, c->rows.n);
	for (size_t i = 0; i < c->rows.n; i++) {
		struct actor_row *r = &c->rows.at[i];
		uint32_t *at = map_put(&x->actor_of, r->id);
		bool first = *at == MAP_NONE;

		if (first)
			*at = x->n_actors++;
		r->actor = *at;
		sum[r->actor] += r->lines;
		if (!first && r->lines <= most[r->actor])
			continue;
		most[r->actor] = r->lines;
		x->actors[r->actor] = (struct index_actor){ r->id, r->name, r->kind, r->country, r->folded, 0 };
	}
	for (uint32_t i = 0; i < x->n_actors; i++)
		x->actors[i].lines = sum[i];
}

struct fame {
	uint32_t lines, actor;
};

static int by_fame(const void *p, const void *q)
{
	const struct fame *x = p, *y = q;

	return x->lines != y->lines ? (x->lines > y->lines ? -1 : 1) : x->actor < y->actor ? -1 : x->actor > y->actor;
}

static void rank_actors(struct index *x, struct arena *work)
{
	struct fame *all = arena_array(work, struct fame, x->n_actors);

	x->by_fame = arena_array(&x->a, uint32_t, x->n_actors);
	for (uint32_t i = 0; i < x->n_actors; i++)
		all[i] = (struct fame){ x->actors[i].lines, i };
	qsort(all, x->n_actors, sizeof(*all), by_fame);
	for (uint32_t i = 0; i < x->n_actors; i++)
		x->by_fame[i] = all[i].actor;
}

/* By counting, so that those of a line lie together in their order. */
static void lay_parties(struct cast *c)
{
	struct index *x = c->b.x;
	uint32_t at = 0, *next = arena_array(&c->b.work, uint32_t, x->n_lines + 1);

	for (size_t i = 0; i < c->parties.n; i++)
		next[c->parties.at[i].line]++;
	for (uint32_t i = 0; i <= x->n_lines; i++) {
		uint32_t n = next[i];

		x->lines[i].parties = next[i] = at;
		at += n;
	}
	x->n_parties = at;
	x->parties = arena_array(&x->a, struct index_party, at);
	for (size_t i = 0; i < c->parties.n; i++) {
		const struct actor_row *row = &c->rows.at[c->parties.at[i].row];

		x->parties[next[c->parties.at[i].line]++] =
			(struct index_party){ .actor = row->actor, .country = row->land, .role = c->parties.at[i].role,
					      .known = !str_is(x->actors[row->actor].kind, kind_word(KIND_UNKNOWN)), .governs = row->governs };
	}
}

/* ---- all ---- */

static int read_all(struct cast *c, struct error *e)
{
	static const char actors_sql[] = "SELECT a.key, a.id, a.name, a.kind, a.country, a.folded, a.sector FROM actor a ORDER BY a.key";
	static const char parties_sql[] = "SELECT p.line, p.role, p.actor FROM participant p WHERE p.role IN ('actor', 'recipient') ORDER BY p.line, p.role, p.n";
	static const char claimants_sql[] = "SELECT p.line, a.country FROM participant p JOIN actor a ON a.key = p.actor WHERE p.role = 'by' AND a.country IS NOT NULL";
	struct building *b = &c->b;

	if (each_row(b->db, documents_sql, add_document, b, e) || each_row(b->db, lines_sql, add_line, b, e))
		return COU_ESTORE;
	number_lines(b);
	b->x->documents = b->documents.at;
	b->x->n_documents = (uint32_t)b->documents.n;
	b->x->places = b->places.at;
	b->x->n_places = (uint32_t)b->places.n;
	if (each_row(b->db, "SELECT h.best FROM happening h", mark_best, b, e) || each_row(b->db, actors_sql, add_actor, b, e) ||
	    each_row(b->db, parties_sql, add_party, b, e) || each_row(b->db, claimants_sql, add_claimant, b, e))
		return COU_ESTORE;
	b->x->claimants = c->claimants.at;
	b->x->n_claimants = (uint32_t)c->claimants.n;
	unite_actors(c);
	rank_actors(b->x, &b->work);
	lay_parties(c);
	return 0;
}

int index_build(struct index **out, struct db *db, int64_t revision, struct error *e)
{
	struct index *x = calloc(1, sizeof(*x));
	struct cast c = { .b = { .x = x, .db = db } };
	int rc;

	*out = NULL;
	if (!x)
		return error_set(e, COU_ELIMIT, "out of memory");
	pthread_mutex_init(&x->lock, NULL);
	x->owners = 1;
	x->revision = revision;
	struct map *const maps[] = { &c.b.happenings, &c.b.place_of, &c.b.type_of, &c.b.mode_of, &c.b.source_of, &c.b.lang_of, &c.b.country_of, &c.b.place_name_of, &c.b.document_of, &c.row_of };

	for (size_t i = 0; i < sizeof(maps) / sizeof(*maps); i++)
		map_init(maps[i], &c.b.work);
	number_of(&x->a, &c.b.mode_of, &x->modes, STR(""));		/* 0: none */
	number_of(&x->a, &c.b.country_of, &x->countries, STR(""));
	number_of(&x->a, &c.b.place_name_of, &x->place_names, STR(""));
	x->newest = DAY_NONE;
	rc = read_all(&c, e);
	arena_free(&c.b.work);
	if (rc) {
		index_leave(x);
		return rc;
	}
	*out = x;
	return 0;
}

struct index *index_hold(struct index *x)
{
	pthread_mutex_lock(&x->lock);
	x->owners++;
	pthread_mutex_unlock(&x->lock);
	return x;
}

void index_leave(struct index *x)
{
	int left;

	if (!x)
		return;
	pthread_mutex_lock(&x->lock);
	left = --x->owners;
	pthread_mutex_unlock(&x->lock);
	if (left)
		return;
	pthread_mutex_destroy(&x->lock);
	arena_free(&x->a);
	free(x);
}
