/* api_rows.c - answers that are rows: those of the command line's --json, streamed; of events a page at a time, by a cursor. */
#include "serve/api.h"

#include <stdlib.h>

#include "base/jsonwrite.h"
#include "query/ask.h"

static int send_rows(void *exchange, const char *bytes, size_t n)
{
	return exchange_write(exchange, bytes, n);
}

static void head(struct call *c)
{
	exchange_header(c->x, "Content-Type", STR(API_ROWS_TYPE));
	exchange_header(c->x, "Cache-Control", STR("no-store"));
}

int answer_rows(struct call *c, struct error *e)
{
	int rc;

	head(c);
	rc = ask(c->a, c->db, c->serve->setup->world, &c->q, send_rows, c->x, e);
	return rc < 0 ? rc : 0;
}

/* ---- what is still to come ------------------------------------------------------------------ */

struct spot {				/* in the order: the line that a happening stands by, and the one that is shown of it */
	uint32_t first, line;
};

static int by_first(const void *p, const void *q)
{
	const struct spot *x = p, *y = q;

	return x->first < y->first ? -1 : x->first > y->first;
}

static int backwards(const void *p, const void *q)
{
	const uint32_t *x = p, *y = q;

	return *x > *y ? -1 : *x < *y;
}

static bool is_to_come(const struct index *x, uint32_t line, day now)
{
	return x->lines[line].start != DAY_NONE && now != DAY_NONE && x->lines[line].start > now;
}

/* Puts the n that have moved back to where they belong among those of c, which has room for them. */
static void merge(struct chosen *c, struct spot *moved, size_t n)
{
	size_t had = c->n, to = c->n + n;

	qsort(moved, n, sizeof(*moved), by_first);
	c->n = (uint32_t)to;
	while (n) {
		bool from_moved = !had || moved[n - 1].first > c->first[had - 1];
		struct spot p = from_moved ? moved[--n] : (struct spot){ c->first[had - 1], c->lines[had - 1] };

		had -= !from_moved;
		c->first[--to] = p.first;
		c->lines[to] = p.line;
	}
}

/* Only what has begun by that day, or has no date, by the line that is shown: where another line of it names a later day, it moves back to its own. */
static void keep_begun(struct arena *a, struct chosen *c, const struct index *x, day now)
{
	VEC(struct spot) moved = { 0 };
	uint32_t n = 0;

	for (uint32_t i = 0; i < c->n; i++) {
		if (is_to_come(x, c->lines[i], now))
			continue;
		if (is_to_come(x, c->first[i], now)) {
			vec_add(a, &moved, ((struct spot){ c->lines[i], c->lines[i] }));
			continue;
		}
		c->first[n] = c->first[i];
		c->lines[n++] = c->lines[i];
	}
	c->n = n;
	if (moved.n)
		merge(c, moved.at, moved.n);
}

/* Only what is to come, the next first. */
static void keep_coming(struct chosen *c, const struct index *x, day now)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < c->n; i++)
		if (is_to_come(x, c->lines[i], now))
			c->lines[n++] = c->lines[i];
	c->n = n;
	qsort(c->lines, n, sizeof(*c->lines), backwards);
	memcpy(c->first, c->lines, n * sizeof(*c->lines));
}

/* ---- a page of events ----------------------------------------------------------------------- */

/* The cursor is the place in the order, "DATE~ID" of the last row's first line, so that it still means the same when the store has grown. */
static struct str cursor_of(struct arena *a, const struct index_line *l)
{
	char iso[11] = "";

	if (l->start != DAY_NONE)
		day_iso(l->start, iso);
	return str_printf(a, "%s~%.*s", iso, STR_ARG(l->id));
}

static bool is_behind(const struct index_line *l, day start, struct str id)
{
	if (l->start != start)
		return l->start == DAY_NONE || (start != DAY_NONE && l->start < start);
	return str_cmp(l->id, id) > 0;
}

static bool is_before(const struct index_line *l, day start, struct str id)
{
	return !is_behind(l, start, id) && !(l->start == start && str_eq(l->id, id));
}

static int read_cursor(struct str cursor, day *start, struct str *id, struct error *e)
{
	size_t mark = str_find(cursor, '~');

	*start = mark ? day_parse(str_sub(cursor, 0, mark)) : DAY_NONE;
	if (mark == cursor.n || (mark && *start == DAY_NONE))
		return error_set(e, COU_EUSAGE, "cursor=%.*s: not from the header Coulisse-Next", STR_ARG(cursor));
	*id = str_sub(cursor, mark + 1, cursor.n);
	return 0;
}

/* The first of the chosen that lies behind the cursor; reversed: they lie the other way round. */
static int begin_at(const struct index *x, const struct chosen *chosen, struct str cursor, bool reversed, uint32_t *at, struct error *e)
{
	uint32_t low = 0, high = chosen->n;
	struct str id;
	day start;

	*at = 0;
	if (!cursor.n)
		return 0;
	if (read_cursor(cursor, &start, &id, e))
		return COU_EUSAGE;
	while (low < high) {
		uint32_t mid = low + (high - low) / 2;

		if (reversed ? is_before(&x->lines[chosen->first[mid]], start, id) : is_behind(&x->lines[chosen->first[mid]], start, id))
			high = mid;
		else
			low = mid + 1;
	}
	*at = low;
	return 0;
}

static int write_page(struct call *c, const struct index *x, const struct chosen *chosen, uint32_t from, struct error *e)
{
	struct asking k = { .a = c->a, .db = c->db, .world = c->serve->setup->world, .q = &c->q, .write = send_rows, .user = c->x };
	uint32_t n = chosen->n - from < c->q.limit ? chosen->n - from : (uint32_t)c->q.limit;
	int64_t *keys = arena_array(c->a, int64_t, n);
	int rc;

	for (uint32_t i = 0; i < n; i++)
		keys[i] = x->lines[chosen->lines[from + i]].key;
	exchange_header(c->x, "Coulisse-Total", str_printf(c->a, "%u", chosen->n));
	exchange_header(c->x, "Coulisse-Revision", str_printf(c->a, "%lld", (long long)x->revision));
	if (from + n < chosen->n)
		exchange_header(c->x, "Coulisse-Next", cursor_of(c->a, &x->lines[chosen->first[from + n - 1]]));
	rc = ask_events_rows(&k, keys, n, e);
	arena_free(&k.row);
	return rc;
}

static int page(struct call *c, struct error *e)
{
	struct index *x = keeper_index(c->serve->keeper, e);
	struct str coming = request_param(c->r, "coming");
	bool reversed = str_is(coming, "1");
	struct chosen chosen;
	uint32_t from;
	int rc;

	if (!x)
		return COU_ESTORE;
	rc = selections_choose(c->serve->selections, c->a, x, c->db, c->serve->setup->world, &c->q, &chosen, e);
	if (!rc && reversed)
		keep_coming(&chosen, x, api_now(x, &c->q));
	else if (!rc && coming.n)
		keep_begun(c->a, &chosen, x, api_now(x, &c->q));
	if (!rc)
		rc = begin_at(x, &chosen, request_param(c->r, "cursor"), reversed, &from, e);
	if (!rc)
		rc = write_page(c, x, &chosen, from, e);
	index_leave(x);
	return rc;
}

int answer_events(struct call *c, struct error *e)
{
	bool counts = c->q.per.n || c->q.group.n, cursor = request_param(c->r, "cursor").p != NULL;

	if ((cursor || request_param(c->r, "coming").p) && (counts || !c->q.limit))
		return error_set(e, COU_EUSAGE, "%s: goes with limit, and not with per and group", cursor ? "cursor" : "coming");
	if (counts || !c->q.limit)
		return answer_rows(c, e);
	head(c);
	return page(c, e);
}
