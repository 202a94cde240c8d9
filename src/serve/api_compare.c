/* api_compare.c - what held, or was known to hold, on one day and not on another.
 *
 * The rows are those of the record's own questions: of one that is asked about (about, else who) what members, offices and treaties judge of it as of the day, with all
 * other states that name it; without one, the states of everybody.  Two are about the same when relation, subject, object and country are.  Of those, rows with the same standing and times
 * are the same; what is left on both sides has changed, in the order of the rows; what is left on one side is there alone.
 */
#include "serve/api.h"

#include "base/json.h"
#include "base/jsonwrite.h"

/* All relations that no question of their own judges. */
static const char states_without_list[] = "chairs,supplies,sanctions,at_war_with,allied_with,recognises,occupies,has_relations_with,leads,located_in";

struct row {
	struct str json, about, says;
	bool paired;
};

struct side {
	VEC(struct row) rows;
	struct map of;			/* about → its first row */
	VEC(uint32_t) next;		/* the row about the same behind it, or MAP_NONE */
	const char *relation;		/* of the rows that come */
	struct arena *a;
};

static struct str member(const struct json *j, const char *name)
{
	return json_string(json_get(j, name));
}

static int add_rows(void *side, const char *bytes, size_t n)
{
	struct side *s = side;
	struct str lines = { bytes, n }, line;

	while (lines.n && str_split(&lines, '\n', &line)) {
		struct row *r;
		struct json *j;

		if (!line.n || json_parse(&j, line, NULL))
			continue;
		r = vec_push(s->a, &s->rows);
		r->json = s->relation ? str_printf(s->a, "{\"relation\":\"%s\",%.*s", s->relation, STR_ARG(str_sub(line, 1, line.n))) : str_dup(s->a, line);
		r->about = str_printf(s->a, "%.*s\x1f%.*s\x1f%.*s\x1f%.*s", STR_ARG(s->relation ? str_c(s->relation) : member(j, "relation")), STR_ARG(member(j, "subject_id")),
				      STR_ARG(member(j, "object_id").n ? member(j, "object_id") : member(j, "object")), STR_ARG(member(j, "country")));
		r->says = str_printf(s->a, "%.*s\x1f%.*s\x1f%.*s", STR_ARG(member(j, "standing")), STR_ARG(member(j, "from")), STR_ARG(member(j, "to")));
		json_free(j);
	}
	return 0;
}

/* Rows about the same hang together, in their order. */
static void chain(struct side *s)
{
	map_init(&s->of, s->a);
	for (size_t i = 0; i < s->rows.n; i++)
		vec_add(s->a, &s->next, MAP_NONE);
	for (size_t i = s->rows.n; i-- > 0; ) {
		uint32_t *at = map_put(&s->of, s->rows.at[i].about);

		s->next.at[i] = *at;
		*at = (uint32_t)i;
	}
}

/* The first row of the side about the same that has no counterpart yet; same: that says the same, too. */
static struct row *counterpart(struct side *s, const struct row *r, bool same)
{
	for (uint32_t i = map_get(&s->of, r->about); i != MAP_NONE; i = s->next.at[i])
		if (!s->rows.at[i].paired && (!same || str_eq(s->rows.at[i].says, r->says)))
			return &s->rows.at[i];
	return NULL;
}

static void write_row(struct buf *b, struct str json)
{
	char last = b->p[b->n - 1];

	if (last != '[' && last != ':')
		buf_byte(b, ',');
	buf_add(b, json);
}

static void write_changed(struct buf *b, struct side *one, struct side *two)
{
	json_key(b, "changed");
	json_open(b, '[');
	for (size_t i = 0; i < one->rows.n; i++) {
		struct row *r = &one->rows.at[i], *other = r->paired ? NULL : counterpart(two, r, false);

		if (!other)
			continue;
		r->paired = other->paired = true;
		json_open(b, '{');
		json_key(b, "before");
		write_row(b, r->json);
		json_key(b, "after");
		write_row(b, other->json);
		json_close(b, '}');
	}
	json_close(b, ']');
}

static void write_alone(struct buf *b, const char *member_name, const struct side *s)
{
	json_key(b, member_name);
	json_open(b, '[');
	for (size_t i = 0; i < s->rows.n; i++)
		if (!s->rows.at[i].paired)
			write_row(b, s->rows.at[i].json);
	json_close(b, ']');
}

static int read_rows(struct call *c, struct side *s, enum ask ask, const char *relation, struct str about, struct str date, bool known, struct error *e)
{
	struct question q = c->q;

	q.ask = ask;
	*(known ? &q.known : &q.as_of) = date;
	if (relation)
		q.about = about;
	else if (about.n)
		q.relation = str_c(states_without_list);
	s->relation = relation;
	return call_ask(c, &q, add_rows, s, e);
}

static int read_side(struct call *c, struct side *s, struct str date, bool known, struct error *e)
{
	struct str about = c->q.about.n ? c->q.about : c->q.who;
	int rc = 0;

	s->a = c->a;
	if (about.n)
		rc = read_rows(c, s, ASK_MEMBERS, "member_of", about, date, known, e);
	if (!rc && about.n)
		rc = read_rows(c, s, ASK_OFFICES, "holds_office", about, date, known, e);
	if (!rc && about.n)
		rc = read_rows(c, s, ASK_TREATIES, "party_to", about, date, known, e);
	if (!rc)
		rc = read_rows(c, s, ASK_STATES, NULL, about, date, known, e);
	chain(s);
	return rc;
}

int answer_compare(struct call *c, struct error *e)
{
	struct str a = request_param(c->r, "a"), z = request_param(c->r, "b");
	bool known = str_is(request_param(c->r, "sense"), "known");
	int64_t revision = index_revision(c->db, e);
	struct side one = { 0 }, two = { 0 };
	struct buf b;

	if (revision < 0)
		return COU_ESTORE;
	if (!a.n || !z.n)
		return error_set(e, COU_EUSAGE, "a and b, two days, are needed");
	if (call_is_known(c, revision))
		return 0;
	int rc = read_side(c, &one, a, known, e);

	if (!rc)
		rc = read_side(c, &two, z, known, e);
	if (rc)
		return rc;
	for (size_t i = 0; i < one.rows.n; i++) {
		struct row *same = counterpart(&two, &one.rows.at[i], true);

		if (same)
			same->paired = one.rows.at[i].paired = true;
	}
	buf_init(&b, c->a);
	json_open(&b, '{');
	json_key(&b, "a");
	json_text(&b, a);
	json_key(&b, "b");
	json_text(&b, z);
	json_key(&b, "sense");
	json_text(&b, known ? STR("known") : STR("as-of"));
	write_changed(&b, &one, &two);
	write_alone(&b, "only_a", &one);
	write_alone(&b, "only_b", &two);
	json_close(&b, '}');
	return call_send_json(c, buf_str(&b), revision);
}
