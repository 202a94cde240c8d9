#include "query/ask.h"

void ask_begin(struct asking *k, struct answer *an, const struct column *columns, size_t n)
{
	answer_begin(an, k->a, &k->row, k->q, columns, n, k->write, k->user);
}

int ask_end(struct asking *k, struct answer *an, struct error *e)
{
	int rc = answer_end(an);

	k->rows += an->rows;
	return rc ? error_set(e, COU_ESTORE, "the output cannot be written") : 0;
}

day ask_day(struct asking *k)
{
	struct error ignored = { 0 };
	struct db_stmt *s;
	day d = DAY_NONE;

	if (k->f.as_of.n)
		return day_parse(k->f.as_of);
	s = db_stmt(k->db, "SELECT max(learnt) FROM document", &ignored);
	if (s && db_start(s, &ignored) == 0 && db_next(s, &ignored) > 0 && db_column_text(s, 0).n)
		d = day_parse(db_column_text(s, 0));
	if (s)
		db_end(s);
	return d;
}

/* ---- the shorter questions ------------------------------------------------------------- */

/* Every column of the rows as it comes. */
static int plain(struct asking *k, struct sql *sql, const struct column *columns, size_t n, struct error *e)
{
	struct db_stmt *s = sql_start(sql, e);
	struct str cells[ANSWER_COLUMNS_MAX];
	struct answer an;
	int rc;

	if (!s)
		return COU_ESTORE;
	ask_begin(k, &an, columns, n);
	while ((rc = db_next(s, e)) > 0 && !an.failed && (!k->q->limit || an.rows < k->q->limit)) {
		for (unsigned i = 0; i < n; i++)
			cells[i] = db_column_text(s, i);
		answer_row(&an, &(struct answer_row){ .cells = cells });
	}
	db_end(s);
	return rc < 0 ? rc : ask_end(k, &an, e);
}

int ask_who(struct asking *k, struct error *e)
{
	static const struct column columns[] = {
		{ "id", 20, false, NULL }, { "name", 40, false, NULL }, { "kind", 12, false, NULL }, { "country", 7, false, NULL }, { "sector", 6, false, NULL }, { "as_actor", 8, true, NULL },
		{ "as_recipient", 12, true, NULL }, { "as_source", 9, true, NULL }, { "first", 10, false, NULL }, { "last", 10, false, NULL },
	};
	struct sql sql;

	sql_init(&sql, k->a, k->db);
	sql_add(&sql, "SELECT a.id, max(a.name), max(a.kind), max(a.country), max(a.sector), count(CASE WHEN p.role = 'actor' THEN 1 END),"
		      " count(CASE WHEN p.role = 'recipient' THEN 1 END), count(CASE WHEN p.role = 'by' THEN 1 END), min(e.date_start), max(e.date_start)"
		      " FROM actor a JOIN participant p ON p.actor = a.key JOIN event e ON e.key = p.line WHERE ");
	whom_sql(&sql, "a", &k->f.about);
	filter_standing(&sql, &k->f);
	sql_add(&sql, " GROUP BY a.id ORDER BY count(*) DESC, a.id");
	return plain(k, &sql, columns, sizeof(columns) / sizeof(*columns), e);
}

int ask_sources(struct asking *k, struct error *e)
{
	static const struct column columns[] = {
		{ "source", 40, false, NULL }, { "lang", 4, false, NULL }, { "documents", 9, true, NULL }, { "events", 8, true, NULL }, { "happenings", 10, true, NULL }, { "first", 10, false, NULL },
		{ "last", 10, false, NULL },
	};
	struct sql sql;

	sql_init(&sql, k->a, k->db);
	sql_add(&sql, "SELECT coalesce(d.source, ''), coalesce(d.lang, ''), count(DISTINCT d.key), count(e.key), count(DISTINCT e.happening),"
		      " min(substr(d.published, 1, 10)), max(substr(d.published, 1, 10)) FROM document d LEFT JOIN event e ON e.document = d.key");
	filter_events(&sql, &k->f);
	sql_add(&sql, " GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2");
	return plain(k, &sql, columns, sizeof(columns) / sizeof(*columns), e);
}

/* Statements that stand; orphans: those whose line is not coded now. */
static int ask_corrections(struct asking *k, struct error *e)
{
	static const struct column columns[] = {
		{ "at", 20, false, NULL }, { "who", 20, false, NULL }, { "verb", 6, false, NULL }, { "line", 18, false, NULL }, { "field", 10, false, NULL },
		{ "value", 60, false, NULL }, { "orphan", 6, true, NULL }, { "document", 0, false, NULL }, { "anchor", 0, false, NULL },
	};
	struct sql sql;

	sql_init(&sql, k->a, k->db);
	sql_add(&sql, "SELECT c.at, c.who, c.verb, c.line, c.field, c.value, c.orphan, d.id, c.anchor FROM correction c JOIN document d ON d.key = c.document"
		      " WHERE c.undone = 0");
	if (k->q->ask == ASK_ORPHANS)
		sql_add(&sql, " AND c.orphan = 1");
	sql_add(&sql, " ORDER BY c.key");
	return plain(k, &sql, columns, sizeof(columns) / sizeof(*columns), e);
}

int ask(struct arena *a, struct db *db, const struct who *world, const struct question *q, answer_write *write, void *user, struct error *e)
{
	struct asking k = { .a = a, .db = db, .world = world, .q = q, .write = write, .user = user };
	int rc = filter_read(a, db, world, q, &k.f, e);

	if (rc)
		return rc;
	switch (q->ask) {
	case ASK_EVENTS:
	case ASK_TIMELINE:
	case ASK_VISITS:
		rc = q->per.n || q->group.n ? ask_counts(&k, e) : ask_events(&k, e);
		break;
	case ASK_CLAIMS:
		rc = ask_claims(&k, e);
		break;
	case ASK_STATES:
		rc = ask_states(&k, e);
		break;
	case ASK_MEMBERS:
		rc = ask_members(&k, e);
		break;
	case ASK_OFFICES:
		rc = ask_offices(&k, e);
		break;
	case ASK_TREATIES:
		rc = ask_treaties(&k, e);
		break;
	case ASK_WHO:
		rc = ask_who(&k, e);
		break;
	case ASK_AUDIT:
		rc = ask_audit(&k, e);
		break;
	case ASK_GOLD:
		rc = ask_gold(&k, e);
		break;
	case ASK_CORRECTIONS:
	case ASK_ORPHANS:
		rc = ask_corrections(&k, e);
		break;
	case ASK_SOURCES:
		rc = ask_sources(&k, e);
		break;
	default:
		rc = error_set(e, COU_EUSAGE, "no such question");
	}
	arena_free(&k.row);
	return rc ? rc : k.rows ? 0 : 1;
}
