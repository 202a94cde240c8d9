#include "query/tenures.h"

#include "base/json.h"
#include "query/line.h"

void tenures_init(struct tenures *t, struct asking *k)
{
	*t = (struct tenures){ .k = k };
	map_init(&t->of, k->a);
}

struct tenure *tenures_get(struct tenures *t, struct str subject_id, struct str subject, struct str object_id, struct str object, struct str country)
{
	struct arena *a = t->k->a;
	uint32_t *at = map_put(&t->of, str_printf(a, "%.*s\x1f%.*s\x1f%.*s", STR_ARG(subject_id), STR_ARG(object_id), STR_ARG(country)));

	if (*at == MAP_NONE) {
		*at = (uint32_t)t->at.n;
		*vec_push(a, &t->at) = (struct tenure){ .subject_id = str_dup(a, subject_id), .subject = str_dup(a, subject), .object_id = str_dup(a, object_id),
							.object = str_dup(a, object), .country = str_dup(a, country) };
	}
	return &t->at.at[*at];
}

day day_of_text(struct str iso)
{
	return iso.n ? day_parse(iso) : DAY_NONE;
}

struct str text_of_day(struct arena *a, day d)
{
	char iso[11];

	if (d == DAY_NONE)
		return STR_NONE;
	day_iso(d, iso);
	return str_dup(a, str_c(iso));
}

static void add(struct arena *a, struct tenure *x, struct item i, enum item_says says, day at)
{
	i.says = says;
	i.at = at;
	vec_add(a, &x->items, i);
}

void tenure_add_state(struct arena *a, struct tenure *x, const struct item *line, struct str word, day learnt)
{
	int found = standing_find(word);
	struct item i = *line;

	i.standing = found < 0 ? STANDING_IN_FORCE : (enum standing)found;
	switch (i.standing) {
	case STANDING_IN_FORCE:
		if (i.from != DAY_NONE && i.from <= learnt)
			add(a, x, i, SAYS_BEGAN, i.from);
		if (i.from == DAY_NONE || i.from <= learnt)
			add(a, x, i, SAYS_HOLDS, learnt);
		else
			add(a, x, i, SAYS_PROMISED, learnt);
		if (i.to != DAY_NONE)
			add(a, x, i, SAYS_ENDED, i.to);
		break;
	case STANDING_ENDED:
		if (i.to != DAY_NONE && i.to > learnt)		/* is to end: nothing has ended yet */
			break;
		if (i.from != DAY_NONE)
			add(a, x, i, SAYS_BEGAN, i.from);
		add(a, x, i, SAYS_ENDED, i.to != DAY_NONE ? i.to : learnt);
		break;
	case STANDING_SUSPENDED:
		add(a, x, i, SAYS_SUSPENDED, i.from != DAY_NONE ? i.from : learnt);
		break;
	case STANDING_UNCONFIRMED:
	case STANDING_DISPUTED:
	case STANDING_DENIED:
		add(a, x, i, SAYS_DOUBTED, learnt);
		break;
	default:
		add(a, x, i, SAYS_PROMISED, learnt);
	}
}

struct item tenure_item(struct arena *a, struct db_stmt *row)
{
	return (struct item){ .line = db_column_int(row, 0), .document = db_column_int(row, 1), .confidence = db_column_real(row, 2),
			      .from = day_of_text(db_column_text(row, 3)), .to = day_of_text(db_column_text(row, 4)), .id = str_dup(a, db_column_text(row, 7)) };
}

int tenures_states(struct tenures *t, const char *relation, struct error *e)
{
	struct asking *k = t->k;
	struct db_stmt *s;
	struct sql sql;
	int rc;

	sql_init(&sql, k->a, k->db);
	sql_add(&sql, "SELECT e.key, e.document, e.confidence, e.from_start, e.to_end, e.standing, e.learnt, e.id, a.id, a.name, b.id, b.name FROM state e"
		      " JOIN participant p ON p.line = e.key AND p.role = 'subject' JOIN actor a ON a.key = p.actor"
		      " JOIN participant q ON q.line = e.key AND q.role = 'object' JOIN actor b ON b.key = q.actor WHERE e.relation = ?", str_c(relation));
	filter_standing(&sql, &k->f);
	filter_role(&sql, &k->f.about, "'subject','object'");
	filter_role(&sql, &k->f.with, "'subject'");
	s = sql_start(&sql, e);
	if (!s)
		return COU_ESTORE;
	while ((rc = db_next(s, e)) > 0) {
		struct item i = tenure_item(k->a, s);

		tenure_add_state(k->a, tenures_get(t, db_column_text(s, 8), db_column_text(s, 9), db_column_text(s, 10), db_column_text(s, 11), STR_NONE), &i,
				 db_column_text(s, 5), day_of_text(db_column_text(s, 6)));
	}
	return rc;
}

void tenure_add_background(struct arena *a, struct tenure *x, day from, day to, day seen, enum standing standing)
{
	struct item i = { .standing = standing, .from = from, .to = to, .background = true, .until = to != DAY_NONE ? to : seen };

	add(a, x, i, standing == STANDING_IN_FORCE ? SAYS_BEGAN : standing == STANDING_SUSPENDED ? SAYS_SUSPENDED : SAYS_PROMISED,
	    from == DAY_NONE ? DAY_NONE + 1 : from);
	if (to != DAY_NONE && standing == STANDING_IN_FORCE)
		add(a, x, i, SAYS_ENDED, to + 1);
}

bool tenures_wanted(const struct question *q, enum standing s)
{
	struct str list = q->standing, word;

	if (!list.n)
		return s != STANDING_ENDED && s != STANDING_DENIED;
	while (list.n && str_split(&list, ',', &word))
		if (str_is(str_trim(word), standing_word(s)))
			return true;
	return false;
}

static const struct column columns[] = {
	{ "subject", 40, false, NULL }, { "object", 46, false, NULL }, { "country", 7, false, NULL }, { "standing", 11, false, NULL }, { "from", 10, false, NULL },
	{ "to", 10, false, NULL }, { "reports", 7, true, "rep" }, { "against", 7, true, NULL }, { "basis", 10, false, NULL }, { "first", 10, false, NULL },
	{ "last", 10, false, NULL }, { "id", 18, false, NULL }, { "subject_id", 0, false, NULL }, { "object_id", 0, false, NULL }, { "quote", 0, false, NULL },
};
enum { COLUMNS = sizeof(columns) / sizeof(*columns) };

static const char quote_sql[] =
	"SELECT coalesce(l.quote, substr(d.body, CAST(l.quote_start + 1 AS INTEGER), CAST(l.quote_end - l.quote_start AS INTEGER))), d.source, d.published, d.title, d.url"
	" FROM line l JOIN document d ON d.key = $2 WHERE l.key = $1";

/* The sentence of the best line; nothing for background. */
static int evidence(struct asking *k, struct arena *a, const struct item *i, struct answer_row *row, struct error *e)
{
	struct db_stmt *s = i && i->line ? db_stmt(k->db, quote_sql, e) : NULL;
	int rc;

	if (!i || !i->line)
		return 0;
	if (!s)
		return COU_ESTORE;
	db_bind(s, 1, db_int(i->line));
	db_bind(s, 2, db_int(i->document));
	if (db_start(s, e))
		return COU_ESTORE;
	rc = db_next(s, e);
	if (rc > 0) {
		row->quote = str_dup(a, db_column_text(s, 0));
		row->origin = line_origin(a, db_column_text(s, 1), db_column_text(s, 2), db_column_text(s, 3), db_column_text(s, 4));
	}
	db_end(s);
	return rc < 0 ? rc : 0;
}

static int write_row(struct asking *k, struct answer *an, const struct shown *x, struct error *e)
{
	const struct verdict *v = &x->v;
	struct arena *a = an->row;
	struct answer_row row = { 0 };

	if (evidence(k, a, v->best, &row, e))
		return COU_ESTORE;
	const struct str cells[COLUMNS] = {
		x->t->subject, x->t->object, x->t->country, str_c(standing_word(v->standing)), text_of_day(a, v->from), text_of_day(a, v->to),
		str_printf(a, "%zu", v->reports), str_printf(a, "%zu", v->against),
		v->background ? v->reports ? STR("both") : STR("background") : STR("news"), v->first <= DAY_NONE + 1 ? STR_NONE : text_of_day(a, v->first),
		v->last <= DAY_NONE + 1 ? STR_NONE : text_of_day(a, v->last), v->best ? v->best->id : STR_NONE, x->t->subject_id, x->t->object_id, row.quote,
	};

	row.cells = cells;
	answer_row(an, &row);
	return 0;
}

int tenures_write(struct asking *k, const struct shown *at, size_t n, struct error *e)
{
	struct answer an;

	ask_begin(k, &an, columns, COLUMNS);
	for (size_t i = 0; i < n && !an.failed && (!k->q->limit || i < k->q->limit); i++)
		if (write_row(k, &an, &at[i], e))
			return COU_ESTORE;
	return ask_end(k, &an, e);
}
