#include "query/edit.h"

#include "base/date.h"
#include "base/jsonwrite.h"

static int word(struct buf *b, struct str value, int (*find)(struct str word), struct str field, struct error *e)
{
	if (find && find(value) < 0)
		return error_set(e, COU_EUSAGE, "\"%.*s\" is no %.*s", STR_ARG(value), STR_ARG(field));
	json_text_or_null(b, value);
	return 0;
}

static int when(struct buf *b, struct str value, struct error *e)
{
	static const char *const precision[] = { "year", "month", "day" };
	day start = day_parse_part(value, false), end = day_parse_part(value, true);
	char iso[11];

	if (!value.n) {
		json_null(b);
		return 0;
	}
	if (start == DAY_NONE)
		return error_set(e, COU_EUSAGE, "\"%.*s\" is no date YYYY, YYYY-MM or YYYY-MM-DD", STR_ARG(value));
	json_open(b, '{');
	json_key(b, "start");
	day_iso(start, iso);
	json_text(b, str_c(iso));
	json_key(b, "end");
	day_iso(end, iso);
	json_text(b, str_c(iso));
	json_key(b, "precision");
	json_text(b, str_c(precision[(value.n > 4) + (value.n > 7)]));
	json_key(b, "basis");
	json_text(b, STR("stated"));
	json_key(b, "text");
	json_null(b);
	json_close(b, '}');
	return 0;
}

/* ---- participants ----------------------------------------------------------------------- */

static void party(struct buf *b, struct str id, struct str name, struct str kind, struct str country, struct str sector)
{
	json_open(b, '{');
	json_key(b, "id");
	json_text(b, id);
	json_key(b, "name");
	json_text(b, name);
	json_key(b, "kind");
	json_text(b, kind);
	json_key(b, "country");
	json_text_or_null(b, country);
	json_key(b, "sector");
	json_text_or_null(b, sector);
	json_key(b, "text");
	json_null(b);
	json_close(b, '}');
}

static bool from_world(struct buf *b, const struct who *world, uint32_t entity)
{
	struct who_entity x;

	if (entity == UINT32_MAX)
		return false;
	x = who_entity(world, entity);
	party(b, x.id, x.name, str_c(kind_word(x.kind)), str_c(x.country), str_c(x.sector));
	return true;
}

static int from_record(struct buf *b, struct db *db, struct str id, struct error *e)
{
	struct db_stmt *s = db_stmt(db, "SELECT a.id, a.name, a.kind, a.country, a.sector FROM actor a WHERE a.id = $1"
					" ORDER BY (SELECT count(*) FROM participant p WHERE p.actor = a.key) DESC, a.key LIMIT 1", e);
	int rc;

	if (!s)
		return COU_ESTORE;
	db_bind(s, 1, db_text(id));
	if (db_start(s, e))
		return COU_ESTORE;
	rc = db_next(s, e);
	if (rc > 0)
		party(b, id, str_dup(b->a, db_column_text(s, 1)), str_dup(b->a, db_column_text(s, 2)), str_dup(b->a, db_column_text(s, 3)),
		      str_dup(b->a, db_column_text(s, 4)));
	db_end(s);
	return rc > 0 ? 0 : rc < 0 ? rc : error_set(e, COU_EINPUT, "\"%.*s\": nobody of that id in the record or the world", STR_ARG(id));
}

/* The one whom the name means. */
static int participant(struct buf *b, struct db *db, const struct who *world, struct str name, struct error *e)
{
	struct whom w;
	char code[4] = { 0 };
	int rc = whom_find(b->a, db, world, name, &w, e);

	if (rc)
		return rc;
	if (w.countries.n + w.ids.n > 1 && !w.countries.n)
		return error_set(e, COU_EUSAGE, "\"%.*s\" may be %.*s or %.*s: give the id", STR_ARG(name), STR_ARG(w.ids.at[0]), STR_ARG(w.ids.at[1]));
	if (w.countries.n) {
		memcpy(code, w.countries.at[0].p, 3);
		from_world(b, world, who_country(world, code));
		return 0;
	}
	return from_world(b, world, who_by_id(world, w.ids.at[0])) ? 0 : from_record(b, db, w.ids.at[0], e);
}

static int participants(struct buf *b, struct db *db, const struct who *world, struct str names, struct error *e)
{
	struct str name;

	json_open(b, '[');
	while (names.n && str_split(&names, ';', &name)) {
		int rc = str_trim(name).n ? participant(b, db, world, str_trim(name), e) : 0;

		if (rc)
			return rc;
	}
	json_close(b, ']');
	return 0;
}

int edit_value(struct arena *a, struct db *db, const struct who *world, struct str field, struct str value, struct correction *to, struct error *e)
{
	struct buf b;
	int rc;

	buf_init(&b, a);
	value = str_trim(value);
	to->field = field;
	if (str_is(field, "type") || str_is(field, "mode"))
		rc = str_is(field, "type") && !value.n ? error_set(e, COU_EUSAGE, "a type is needed") : word(&b, value, NULL, field, e);
	else if (str_is(field, "status"))
		rc = word(&b, value, status_find, field, e);
	else if (str_is(field, "relation"))
		rc = word(&b, value, relation_find, field, e);
	else if (str_is(field, "standing"))
		rc = word(&b, value, standing_find, field, e);
	else if (str_is(field, "date") || str_is(field, "from") || str_is(field, "to"))
		rc = when(&b, value, e);
	else if (str_is(field, "actors") || str_is(field, "recipients"))
		rc = participants(&b, db, world, value, e);
	else if (str_is(field, "subject") || str_is(field, "object"))
		rc = participant(&b, db, world, value, e);
	else
		rc = error_set(e, COU_EUSAGE, "\"%.*s\": type, mode, status, date, actors, recipients; of states relation, standing, from, to, subject, object",
			       STR_ARG(field));
	if (str_is(field, "date"))
		to->field = STR("when");
	to->value = buf_str(&b);
	return rc;
}
