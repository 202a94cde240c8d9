/* counts.c - how many happenings, by stretches of time and by what they have in common. */
#include "query/ask.h"

#include <stdlib.h>

#include "base/map.h"

struct grouping {
	const char *word, *column;	/* column: an expression on e and what it is joined with */
	const char *join;
};

static const struct grouping groupings[] = {
	{ "type", "e.type", "" }, { "mode", "coalesce(e.mode, '')", "" }, { "quad", "coalesce(CAST(e.quad AS TEXT), '')", "" }, { "status", "e.status", "" },
	{ "country", "coalesce(e.place_country, '')", "" }, { "source", "coalesce(d.source, '')", " JOIN document d ON d.key = e.document" },
	{ "lang", "coalesce(d.lang, '')", " JOIN document d ON d.key = e.document" },
	/* by participants: the key of who counts, and of whom beside it; see count_parties */
	{ "actor", "p.actor", " JOIN participant p ON p.line = e.key AND p.role = 'actor'" },
	{ "recipient", "p.actor", " JOIN participant p ON p.line = e.key AND p.role = 'recipient'" },
	{ "dyad", "p.actor, r.actor",
	  " JOIN participant p ON p.line = e.key AND p.role = 'actor' JOIN participant r ON r.line = e.key AND r.role = 'recipient'" },
};

static const struct grouping periods[] = {
	{ "day", "e.date_start", "" }, { "month", "substr(e.date_start, 1, 7)", "" }, { "year", "substr(e.date_start, 1, 4)", "" }, { "week", NULL, "" },
};

static const struct grouping *find_grouping(const struct grouping *list, size_t n, struct str word)
{
	for (size_t i = 0; i < n; i++)
		if (str_is(word, list[i].word))
			return &list[i];
	return NULL;
}

/* The Monday of the week. */
static const char *week_of(enum db_kind kind)
{
	return kind == DB_SQLITE ? "date(e.date_start, '-6 days', 'weekday 1')" : "to_char(date_trunc('week', e.date_start::date), 'YYYY-MM-DD')";
}

static const struct column counted[] = {
	{ "period", 10, false, NULL }, { "group", 40, false, NULL }, { "happenings", 10, true, NULL }, { "lines", 10, true, NULL },
};

static void write_count(struct answer *an, struct str period, struct str group, struct str happenings, struct str lines, bool periods_shown)
{
	const struct str cells[] = { period.n ? period : STR("unknown"), group, happenings, lines };

	answer_row(an, &(struct answer_row){ .cells = cells + !periods_shown });
}

static int count_rows(struct asking *k, const char *period, const char *group, const char *join, struct error *e)
{
	struct answer an;
	struct db_stmt *s;
	struct sql sql;
	int rc;

	sql_init(&sql, k->a, k->db);
	sql_add(&sql, "SELECT ");
	sql_add(&sql, period ? period : "''");
	sql_add(&sql, ", ");
	sql_add(&sql, group ? group : "''");
	sql_add(&sql, ", count(DISTINCT coalesce(e.happening, e.id)), count(DISTINCT e.key) FROM event e");
	sql_add(&sql, join);
	sql_add(&sql, " WHERE 1 = 1");
	filter_events(&sql, &k->f);
	sql_add(&sql, " GROUP BY 1, 2 ORDER BY ");
	if (period)
		buf_printf(&sql.text, "(%s) IS NULL, 1, ", period);
	sql_add(&sql, "3 DESC, 2");
	s = sql_start(&sql, e);
	if (!s)
		return COU_ESTORE;
	ask_begin(k, &an, counted + !period, 4 - !period);
	while ((rc = db_next(s, e)) > 0 && (!k->q->limit || an.rows < k->q->limit)) {
		struct str name = db_column_text(s, 1);

		write_count(&an, db_column_text(s, 0), name.n ? name : group ? STR("-") : STR("all"), db_column_text(s, 2), db_column_text(s, 3), period);
	}
	db_end(s);
	return rc < 0 ? rc : ask_end(k, &an, e);
}

/* ---- by participants ----------------------------------------------------------------- */

/* A join with the actors and a count of different texts takes the database a second over a hundred thousand events; the same over their keys takes a tenth. */
struct tally {
	struct str period, group;
	int64_t happenings, lines;
};

struct tallies {
	struct arena *a;
	struct map labels;		/* key of an actor, eight bytes → index of label */
	VEC(struct str) label;
	struct map of;			/* period and labels → index of at */
	VEC(struct tally) at;
	struct map seen;		/* index of at and happening, or line */
};

static struct str bytes_of(struct arena *a, const void *p, size_t n)
{
	return (struct str){ arena_dup(a, p, n), n };
}

static int read_labels(struct asking *k, struct tallies *t, struct error *e)
{
	struct db_stmt *s = db_stmt(k->db, "SELECT key, coalesce(country, name, '') FROM actor", e);
	int rc;

	if (!s || db_start(s, e))
		return COU_ESTORE;
	while ((rc = db_next(s, e)) > 0) {
		int64_t key = db_column_int(s, 0);

		*map_put(&t->labels, bytes_of(t->a, &key, sizeof(key))) = (uint32_t)t->label.n;
		vec_add(t->a, &t->label, str_dup(t->a, db_column_text(s, 1)));
	}
	return rc;
}

static struct str label_of(const struct tallies *t, int64_t key)
{
	uint32_t at = map_get(&t->labels, (struct str){ (const char *)&key, sizeof(key) });

	return at == MAP_NONE ? STR_NONE : t->label.at[at];
}

static bool first_time(struct tallies *t, uint32_t at, char kind, struct str what)
{
	uint32_t *seen = map_put(&t->seen, str_printf(t->a, "%u%c%.*s", at, kind, STR_ARG(what)));
	bool first = *seen == MAP_NONE;

	*seen = 1;
	return first;
}

static void count_line(struct tallies *t, struct str period, struct str group, struct str line, struct str happening)
{
	uint32_t *at = map_put(&t->of, str_printf(t->a, "%.*s\t%.*s", STR_ARG(period), STR_ARG(group)));

	if (*at == MAP_NONE) {
		*at = (uint32_t)t->at.n;
		*vec_push(t->a, &t->at) = (struct tally){ str_dup(t->a, period), str_dup(t->a, group), 0, 0 };
	}
	t->at.at[*at].lines += first_time(t, *at, 'l', line);
	t->at.at[*at].happenings += first_time(t, *at, 'h', happening.n ? happening : line);
}

static int by_tally(const void *x, const void *y)
{
	const struct tally *a = x, *b = y;
	int c = !a->period.n != !b->period.n ? !a->period.n - !b->period.n : str_cmp(a->period, b->period);

	if (!c && a->happenings != b->happenings)
		c = a->happenings > b->happenings ? -1 : 1;
	return c ? c : str_cmp(a->group, b->group);
}

static int read_tallies(struct asking *k, struct tallies *t, const char *period, const struct grouping *group, struct error *e)
{
	bool dyad = str_is(k->q->group, "dyad");
	struct db_stmt *s;
	struct sql sql;
	int rc;

	sql_init(&sql, k->a, k->db);
	sql_add(&sql, "SELECT ");
	sql_add(&sql, period ? period : "''");
	sql_add(&sql, ", e.key, e.happening, ");
	sql_add(&sql, group->column);
	sql_add(&sql, " FROM event e");
	sql_add(&sql, group->join);
	sql_add(&sql, " WHERE 1 = 1");
	filter_events(&sql, &k->f);
	s = sql_start(&sql, e);
	if (!s)
		return COU_ESTORE;
	while ((rc = db_next(s, e)) > 0) {
		struct str one = label_of(t, db_column_int(s, 3)), both = one;

		if (dyad)
			both = str_printf(t->a, "%.*s-%.*s", STR_ARG(one), STR_ARG(label_of(t, db_column_int(s, 4))));
		count_line(t, db_column_text(s, 0), both, db_column_text(s, 1), db_column_text(s, 2));
	}
	return rc;
}

static int count_parties(struct asking *k, const char *period, const struct grouping *group, struct error *e)
{
	struct tallies t = { .a = k->a };
	struct answer an;

	map_init(&t.labels, k->a);
	map_init(&t.of, k->a);
	map_init(&t.seen, k->a);
	if (read_labels(k, &t, e) || read_tallies(k, &t, period, group, e))
		return COU_ESTORE;
	qsort(t.at.at, t.at.n, sizeof(*t.at.at), by_tally);
	ask_begin(k, &an, counted + !period, 4 - !period);
	for (size_t i = 0; i < t.at.n && (!k->q->limit || i < k->q->limit) && !an.failed; i++)
		write_count(&an, t.at.at[i].period, t.at.at[i].group.n ? t.at.at[i].group : STR("-"), str_printf(an.row, "%lld", (long long)t.at.at[i].happenings),
			    str_printf(an.row, "%lld", (long long)t.at.at[i].lines), period);
	return ask_end(k, &an, e);
}

int ask_counts(struct asking *k, struct error *e)
{
	const struct question *q = k->q;
	const struct grouping *period = find_grouping(periods, sizeof(periods) / sizeof(*periods), q->per),
			      *group = find_grouping(groupings, sizeof(groupings) / sizeof(*groupings), q->group);

	if (q->per.n && !period)
		return error_set(e, COU_EUSAGE, "--per %.*s: one of day, week, month, year", STR_ARG(q->per));
	if (q->group.n && !group)
		return error_set(e, COU_EUSAGE, "--group %.*s: one of type, mode, quad, status, country, source, lang, actor, recipient, dyad", STR_ARG(q->group));
	const char *stretch = period ? (period->column ? period->column : week_of(db_kind(k->db))) : NULL;

	if (group && str_starts(str_c(group->column), STR("p.")))
		return count_parties(k, stretch, group, e);
	return count_rows(k, stretch, group ? group->column : NULL, group ? group->join : "", e);
}
