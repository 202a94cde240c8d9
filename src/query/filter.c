#include "query/filter.h"

#include "base/date.h"
#include "doc/words.h"

/* ---- reading ------------------------------------------------------------------------ */

static int read_day(struct arena *a, struct str text, bool last, const char *option, struct str *out, struct error *e)
{
	char iso[11];
	day d;

	if (!text.n)
		return 0;
	d = day_parse_part(text, last);
	if (d == DAY_NONE)
		return error_set(e, COU_EUSAGE, "--%s %.*s: no date YYYY, YYYY-MM or YYYY-MM-DD", option, STR_ARG(text));
	day_iso(d, iso);
	*out = str_dup(a, str_c(iso));
	return 0;
}

static int check_words(struct str words, int (*find)(struct str word), const char *option, struct error *e)
{
	struct str word;

	while (words.n && str_split(&words, ',', &word))
		if (find(str_trim(word)) < 0)
			return error_set(e, COU_EUSAGE, "--%s %.*s: no such %s", option, STR_ARG(word), option);
	return 0;
}

static int quad_find(struct str word)
{
	return word.n == 1 && word.p[0] >= '1' && word.p[0] <= '4' ? word.p[0] - '0' : -1;
}

enum { SOUGHT_MAX = 64 };		/* words in the texts: each is looked up, and those that are everywhere cost most */

static int check_text(struct str text, struct error *e)
{
	size_t n = 0;
	bool in = false;

	for (size_t i = 0; i < text.n; i++) {
		bool gap = text.p[i] == ' ' || text.p[i] == '\t' || text.p[i] == '"';

		n += !gap && !in;
		in = !gap;
	}
	if (text.n && !n)
		return error_set(e, COU_EUSAGE, "--text %.*s: there is no word in it", STR_ARG(text));
	return n > SOUGHT_MAX ? error_set(e, COU_EUSAGE, "--text: more than %d words", SOUGHT_MAX) : 0;
}

static int find_names(struct arena *a, struct db *db, const struct who *world, struct str names, struct whom *w, struct error *e)
{
	return names.n ? whom_find(a, db, world, names, w, e) : 0;
}

int filter_read(struct arena *a, struct db *db, const struct who *world, const struct question *q, struct filter *f, struct error *e)
{
	int rc;

	*f = (struct filter){ .q = q };
	if ((rc = check_words(q->quad, quad_find, "quad", e)) || (rc = check_words(q->status, status_find, "status", e)) || (rc = check_words(q->relation, relation_find, "relation", e)) ||
	    (rc = check_words(q->standing, standing_find, "standing", e)) || (rc = check_words(q->stance, stance_find, "stance", e)) || (rc = check_text(q->text, e)) ||
	    (rc = read_day(a, q->since, false, "since", &f->since, e)) || (rc = read_day(a, q->until, true, "until", &f->until, e)) ||
	    (rc = read_day(a, q->as_of, true, "as-of", &f->as_of, e)) || (rc = read_day(a, q->known, true, "known", &f->known, e)))
		return rc;
	if ((rc = find_names(a, db, world, q->about, &f->about, e)) || (rc = find_names(a, db, world, q->who, &f->who, e)) ||
	    (rc = find_names(a, db, world, q->with, &f->with, e)) || (rc = find_names(a, db, world, q->actor, &f->actor, e)) ||
	    (rc = find_names(a, db, world, q->recipient, &f->recipient, e)) || (rc = find_names(a, db, world, q->by, &f->by, e)))
		return rc;
	return 0;
}

/* ---- conditions --------------------------------------------------------------------- */

static struct str in_capitals(struct arena *a, struct str word)
{
	char *p = arena_dup(a, word.n ? word.p : "", word.n + 1);

	for (size_t i = 0; i < word.n; i++)
		if (p[i] >= 'a' && p[i] <= 'z')
			p[i] = (char)(p[i] - 32);
	return (struct str){ p, word.n };
}

static void words_in(struct sql *s, const char *column, struct str words, struct str (*change)(struct arena *a, struct str word))
{
	if (!words.n)
		return;
	sql_add(s, " AND ");
	sql_in(s, column, words, change);
}

void filter_role(struct sql *s, const struct whom *w, const char *roles)
{
	if (!w->ids.n && !w->countries.n)
		return;
	sql_add(s, " AND e.key IN (SELECT p.line FROM participant p WHERE p.actor IN (SELECT a.key FROM actor a WHERE ");
	whom_sql(s, "a", w);
	sql_add(s, ")");
	if (roles) {
		sql_add(s, " AND p.role IN (");
		buf_add(&s->text, str_c(roles));
		sql_add(s, ")");
	}
	sql_add(s, ")");
}

void filter_standing(struct sql *s, const struct filter *f)
{
	sql_add(s, " AND e.retired IS NULL AND coalesce(e.verdict, '') <> 'reject'");
	if (f->known.n)
		sql_add(s, " AND e.learnt <= ? AND (e.learnt_until IS NULL OR e.learnt_until > ?)", f->known, f->known);
	else
		sql_add(s, " AND e.learnt_until IS NULL");
	if (f->q->min_confidence > 0) {
		sql_add(s, " AND e.confidence >= ");
		sql_real(s, f->q->min_confidence);
	}
}

/* The words as a query of FTS5: each in quotes, so that nothing in them is an operator; phrases stay together. */
static struct str fts_query(struct arena *a, struct str text)
{
	struct buf b;
	bool phrase = false, open = false;

	buf_init(&b, a);
	for (size_t i = 0; i < text.n; i++) {
		bool mark = text.p[i] == '"', gap = !phrase && (text.p[i] == ' ' || text.p[i] == '\t');

		if (mark)
			phrase = !phrase;
		if ((mark || gap) && open)
			buf_add(&b, STR("\" "));
		open = open && !mark && !gap;
		if (mark || gap)
			continue;
		if (!open)
			buf_byte(&b, '"');
		open = true;
		buf_byte(&b, text.p[i]);
	}
	if (open)
		buf_byte(&b, '"');
	return buf_str(&b);
}

static void in_documents(struct sql *s, const struct question *q)
{
	if (q->text.n && db_kind(s->db) == DB_SQLITE)
		sql_add(s, " AND e.document IN (SELECT rowid FROM words WHERE words MATCH ?)", fts_query(s->a, q->text));
	else if (q->text.n)
		sql_add(s, " AND e.document IN (SELECT key FROM document WHERE words @@ websearch_to_tsquery('simple', ?))", q->text);
	if (q->source.n || q->lang.n) {
		sql_add(s, " AND e.document IN (SELECT key FROM document WHERE 1 = 1");
		words_in(s, "source", q->source, NULL);
		words_in(s, "lang", q->lang, NULL);
		sql_add(s, ")");
	}
}

static void claimed(struct sql *s, const struct filter *f)
{
	filter_role(s, &f->by, "'by'");
	if (f->q->stance.n) {
		sql_add(s, " AND e.key IN (SELECT line FROM claim WHERE ");
		sql_in(s, "stance", f->q->stance, NULL);
		sql_add(s, ")");
	}
}

static void of_country(struct sql *s, struct str countries, bool placed)
{
	if (!countries.n)
		return;
	sql_add(s, " AND (");
	if (placed) {
		sql_in(s, "e.place_country", countries, in_capitals);
		sql_add(s, " OR ");
	}
	sql_add(s, "e.key IN (SELECT p.line FROM participant p JOIN actor a ON a.key = p.actor WHERE ");
	sql_in(s, "a.country", countries, in_capitals);
	sql_add(s, "))");
}

void filter_events(struct sql *s, const struct filter *f)
{
	const struct question *q = f->q;

	filter_standing(s, f);
	filter_role(s, &f->about, "'actor','recipient'");
	filter_role(s, &f->who, "'actor','recipient'");
	filter_role(s, &f->with, "'actor','recipient'");
	filter_role(s, &f->actor, "'actor'");
	filter_role(s, &f->recipient, "'recipient'");
	claimed(s, f);
	words_in(s, "e.type", q->type, in_capitals);
	if (q->ask == ASK_VISITS)
		sql_add(s, " AND e.type = 'CONSULT' AND e.mode = 'visit'");
	words_in(s, "e.mode", q->mode, NULL);
	words_in(s, "CAST(e.quad AS TEXT)", q->quad, NULL);
	words_in(s, "e.status", q->status, NULL);
	of_country(s, q->country, true);
	if (q->place.n)
		sql_add(s, " AND lower(e.place) = lower(?)", q->place);
	if (f->since.n)
		sql_add(s, " AND coalesce(e.date_end, e.date_start) >= ?", f->since);
	if (f->until.n)
		sql_add(s, " AND e.date_start <= ?", f->until);
	if (f->as_of.n)
		sql_add(s, " AND e.date_start <= ?", f->as_of);
	in_documents(s, q);
}

void filter_states(struct sql *s, const struct filter *f)
{
	const struct question *q = f->q;

	filter_standing(s, f);
	filter_role(s, &f->about, "'subject','object','organisation'");
	filter_role(s, &f->who, "'subject','object','organisation'");
	filter_role(s, &f->with, "'subject','object','organisation'");
	filter_role(s, &f->actor, "'subject'");
	filter_role(s, &f->recipient, "'object','organisation'");
	claimed(s, f);
	words_in(s, "e.relation", q->relation, NULL);
	words_in(s, "e.standing", q->standing, NULL);
	of_country(s, q->country, false);
	if (f->since.n)
		sql_add(s, " AND (e.to_end IS NULL OR e.to_end >= ?)", f->since);
	if (f->until.n)
		sql_add(s, " AND (e.from_start IS NULL OR e.from_start <= ?)", f->until);
	if (f->as_of.n)
		sql_add(s, " AND (e.from_start IS NULL OR e.from_start <= ?) AND (e.to_end IS NULL OR e.to_end >= ?)", f->as_of, f->as_of);
	in_documents(s, q);
}
