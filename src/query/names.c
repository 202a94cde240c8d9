#include "query/names.h"

#include "base/unicode.h"

enum { NAMES_MAX = 64, IDS_MAX = 200, LANGS_MAX = 16 };

static bool upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

static bool is_id(struct str s)
{
	bool q = s.n > 1 && s.p[0] == 'Q';

	for (size_t i = 1; q && i < s.n; i++)
		q = s.p[i] >= '0' && s.p[i] <= '9';
	return q || str_starts(s, STR("x-"));
}

static void add_id(struct arena *a, struct whom *w, struct str id)
{
	for (size_t i = 0; i < w->ids.n; i++)
		if (str_eq(w->ids.at[i], id))
			return;
	if (w->ids.n < IDS_MAX)
		vec_add(a, &w->ids, str_dup(a, id));
}

static void add_country(struct arena *a, struct whom *w, const char *code)
{
	for (size_t i = 0; i < w->countries.n; i++)
		if (str_is(w->countries.at[i], code))
			return;
	vec_add(a, &w->countries, str_dup(a, str_c(code)));
}

static void add_entity(struct arena *a, struct whom *w, const struct who_entity *x)
{
	if (x->kind == KIND_COUNTRY && x->country[0])
		add_country(a, w, x->country);
	else
		add_id(a, w, x->id);
}

/* Whom the record calls so; where: a condition on actor.folded. */
static int among_actors(struct arena *a, struct db *db, const char *sql, struct str key, struct whom *w, struct error *e)
{
	struct db_stmt *s = db_stmt(db, sql, e);
	int rc;

	if (!s)
		return COU_ESTORE;
	db_bind(s, 1, db_text(key));
	if (db_start(s, e))
		return COU_ESTORE;
	while ((rc = db_next(s, e)) > 0) {
		struct str country = db_column_text(s, 1);

		if (str_is(db_column_text(s, 2), kind_word(KIND_COUNTRY)) && country.n)
			add_country(a, w, str_dup(a, country).p);
		else
			add_id(a, w, db_column_text(s, 0));
	}
	return rc;
}

/* The best of each language that is to the entity what how says: a name (also an adjective, a people), a family name, or a seat of government. */
static void in_the_world(struct arena *a, const struct who *world, struct str name, enum who_how how, struct whom *w)
{
	struct str langs[LANGS_MAX], key;
	uint32_t n = who_languages(world, langs, LANGS_MAX);

	who_fold(a, name, &key);
	for (uint32_t i = 0; i < n; i++) {
		uint32_t hits;
		const struct who_hit *h = who_find(world, langs[i], key, &hits);

		for (uint32_t k = 0; k < hits; k++) {
			struct who_entity x = who_entity(world, h[k].entity);

			if (x.kind == KIND_PLACE || (h[k].how == WHO_FAMILY || h[k].how == WHO_SEAT ? h[k].how : WHO_NAME) != how)
				continue;
			add_entity(a, w, &x);
			break;
		}
	}
}

static int find_one(struct arena *a, struct db *db, const struct who *world, struct str name, struct whom *w, struct error *e)
{
	size_t had = w->ids.n + w->countries.n;
	char code[4] = { 0 };
	struct str folded = unicode_fold(a, name);
	int rc;

	if (is_id(name)) {
		add_id(a, w, name);
		return 0;
	}
	if (name.n == 3 && upper(name.p[0]) && upper(name.p[1]) && upper(name.p[2])) {
		memcpy(code, name.p, 3);
		if (who_country(world, code) != UINT32_MAX) {
			add_country(a, w, code);
			return 0;
		}
	}
	in_the_world(a, world, name, WHO_NAME, w);
	rc = among_actors(a, db, "SELECT id, country, kind FROM actor WHERE folded = $1", folded, w, e);
	if (!rc && w->ids.n + w->countries.n == had) {
		in_the_world(a, world, name, WHO_FAMILY, w);
		rc = among_actors(a, db, "SELECT id, country, kind FROM actor WHERE ' ' || folded || ' ' LIKE '% ' || $1 || ' %'", folded, w, e);
	}
	if (!rc && w->ids.n + w->countries.n == had)
		in_the_world(a, world, name, WHO_SEAT, w);
	if (!rc && w->ids.n + w->countries.n == had)
		return error_set(e, COU_EINPUT, "\"%.*s\": nobody of that name in the record", STR_ARG(name));
	return rc;
}

int whom_find(struct arena *a, struct db *db, const struct who *world, struct str names, struct whom *w, struct error *e)
{
	struct str name;

	*w = (struct whom){ 0 };
	for (size_t n = 0; names.n && str_split(&names, ',', &name) && n < NAMES_MAX; n++) {
		int rc = find_one(a, db, world, str_trim(name), w, e);

		if (rc)
			return rc;
	}
	return 0;
}

void whom_sql(struct sql *q, const char *alias, const struct whom *w)
{
	bool first = true;

	buf_byte(&q->text, '(');
	if (w->countries.n) {
		buf_printf(&q->text, "%s.country IN (", alias);
		for (size_t i = 0; i < w->countries.n; i++)
			sql_add(q, i ? ",?" : "?", w->countries.at[i]);
		buf_byte(&q->text, ')');
		first = false;
	}
	if (w->ids.n) {
		buf_printf(&q->text, "%s%s.id IN (", first ? "" : " OR ", alias);
		for (size_t i = 0; i < w->ids.n; i++)
			sql_add(q, i ? ",?" : "?", w->ids.at[i]);
		buf_byte(&q->text, ')');
		first = false;
	}
	buf_add(&q->text, first ? STR("1 = 0)") : STR(")"));
}
