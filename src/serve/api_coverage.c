/* api_coverage.c - what the record does not know: which outlets on which days, which languages, how sure the lines are, and what people said of them. */
#include "serve/api.h"

#include <stdlib.h>

#include "base/jsonwrite.h"
#include "serve/overview.h"

enum { SOURCES_SHOWN = 30, BINS = 10 };

struct coverage {
	struct call *c;
	const struct index *x;
	struct buf *b;
	uint32_t *rank;			/* [sources], the most documents first; those from SOURCES_SHOWN on are shown as one */
	uint32_t *documents, *lines;	/* [sources] */
	uint32_t *order;		/* [sources], by rank */
};

static unsigned bin_of(double confidence)
{
	return confidence <= 0 ? 0 : confidence >= 1 ? BINS - 1 : (unsigned)(confidence * BINS);
}

/* ---- outlets ----------------------------------------------------------------------------- */

static void count_sources(struct coverage *v)
{
	const struct index *x = v->x;
	size_t n = x->sources.n;

	v->documents = arena_array(v->c->a, uint32_t, n + 1);
	v->lines = arena_array(v->c->a, uint32_t, n + 1);
	v->rank = arena_array(v->c->a, uint32_t, n + 1);
	v->order = arena_array(v->c->a, uint32_t, n + 1);
	for (uint32_t i = 0; i < x->n_documents; i++)
		v->documents[x->documents[i].source]++;
	for (uint32_t i = 0; i < x->n_lines; i++)
		if (x->lines[i].document < x->n_documents)
			v->lines[x->documents[x->lines[i].document].source]++;
	for (uint32_t i = 0; i < n; i++) {
		uint32_t at = i;

		for (; at && v->documents[v->order[at - 1]] < v->documents[i]; at--)
			v->order[at] = v->order[at - 1];
		v->order[at] = i;
	}
	for (uint32_t i = 0; i < n; i++)
		v->rank[v->order[i]] = i;
}

static void write_source(struct coverage *v, struct str name, uint32_t documents, uint32_t lines)
{
	json_open(v->b, '{');
	json_key(v->b, "source");
	json_text_or_null(v->b, name);
	json_key(v->b, "documents");
	json_int(v->b, documents);
	json_key(v->b, "lines");
	json_int(v->b, lines);
	json_close(v->b, '}');
}

/* The last one shown, where there are more, is all that are left, under no name. */
static void write_sources(struct coverage *v)
{
	size_t n = v->x->sources.n, alone = n <= SOURCES_SHOWN ? n : SOURCES_SHOWN - 1;
	uint32_t documents = 0, lines = 0;

	json_key(v->b, "sources");
	json_open(v->b, '[');
	for (size_t i = 0; i < alone; i++)
		write_source(v, v->x->sources.at[v->order[i]], v->documents[v->order[i]], v->lines[v->order[i]]);
	for (size_t i = alone; i < n; i++) {
		documents += v->documents[v->order[i]];
		lines += v->lines[v->order[i]];
	}
	if (alone < n)
		write_source(v, STR_NONE, documents, lines);
	json_close(v->b, ']');
	json_key(v->b, "other_sources");
	json_int(v->b, (long long)(n - alone));
}

/* ---- days ---------------------------------------------------------------------------------- */

struct published {
	day at;
	uint32_t rank;
};

static int by_day(const void *p, const void *q)
{
	const struct published *x = p, *y = q;

	return x->at != y->at ? (x->at < y->at ? -1 : 1) : x->rank < y->rank ? -1 : x->rank > y->rank;
}

static size_t stretches(const struct published *all, size_t n, enum bucket bucket)
{
	size_t count = 0;

	for (size_t i = 0; i < n; i++)
		count += !i || bucket_of(bucket, all[i].at) != bucket_of(bucket, all[i - 1].at);
	return count;
}

static struct published *all_published(struct coverage *v, size_t *n)
{
	struct published *all = arena_array(v->c->a, struct published, v->x->n_documents);

	*n = 0;
	for (uint32_t i = 0; i < v->x->n_documents; i++) {
		const struct index_document *d = &v->x->documents[i];
		uint32_t rank = v->rank[d->source];

		if (d->published != DAY_NONE)
			all[(*n)++] = (struct published){ d->published, rank < SOURCES_SHOWN ? rank : SOURCES_SHOWN - 1 };
	}
	if (*n)
		qsort(all, *n, sizeof(*all), by_day);
	return all;
}

static void write_days(struct coverage *v)
{
	size_t n, shown = v->x->sources.n < SOURCES_SHOWN ? v->x->sources.n : SOURCES_SHOWN;
	const struct published *all = all_published(v, &n);
	int asked = bucket_find(request_param(v->c->r, "bucket"));
	enum bucket bucket = asked < 0 ? BUCKET_DAY : (enum bucket)asked;

	while (asked < 0 && bucket < BUCKET_YEAR && stretches(all, n, bucket) > OVERVIEW_TIMES)
		bucket++;
	json_key(v->b, "bucket");
	json_text(v->b, str_c(bucket_word(bucket)));
	json_key(v->b, "days");
	json_open(v->b, '[');
	for (size_t i = 0, end; i < n; i = end) {
		uint32_t documents[SOURCES_SHOWN] = { 0 };
		day at = bucket_of(bucket, all[i].at);

		for (end = i; end < n && bucket_of(bucket, all[end].at) == at; end++)
			documents[all[end].rank]++;
		json_open(v->b, '{');
		json_key(v->b, "at");
		json_text(v->b, bucket_label(v->c->a, bucket, at));
		json_key(v->b, "documents");
		json_open(v->b, '[');
		for (size_t k = 0; k < shown; k++)
			json_int(v->b, documents[k]);
		json_close(v->b, ']');
		json_close(v->b, '}');
	}
	json_close(v->b, ']');
}

/* ---- languages ------------------------------------------------------------------------------- */

static void write_languages(struct coverage *v)
{
	uint32_t *n = arena_array(v->c->a, uint32_t, v->x->langs.n + 1);

	for (uint32_t i = 0; i < v->x->n_documents; i++)
		n[v->x->documents[i].lang]++;
	json_key(v->b, "languages");
	json_open(v->b, '[');
	for (size_t i = 0; i < v->x->langs.n; i++) {
		json_open(v->b, '{');
		json_key(v->b, "lang");
		json_text_or_null(v->b, v->x->langs.at[i]);
		json_key(v->b, "documents");
		json_int(v->b, n[i]);
		json_close(v->b, '}');
	}
	json_close(v->b, ']');
}

/* ---- how sure ---------------------------------------------------------------------------------- */

static void begin_bin(struct buf *b, unsigned i)
{
	json_open(b, '{');
	json_key(b, "from");
	json_fixed(b, (double)i / BINS, 1);
	json_key(b, "to");
	json_fixed(b, (double)(i + 1) / BINS, 1);
}

static void write_confidence(struct coverage *v)
{
	uint32_t n[BINS] = { 0 };

	for (uint32_t i = 0; i < v->x->n_lines; i++)
		n[bin_of(v->x->lines[i].confidence)]++;
	json_key(v->b, "confidence");
	json_open(v->b, '[');
	for (unsigned i = 0; i < BINS; i++) {
		begin_bin(v->b, i);
		json_key(v->b, "lines");
		json_int(v->b, n[i]);
		json_close(v->b, '}');
	}
	json_close(v->b, ']');
}

/* Lines that somebody said something of: those that were right as coded were accepted, others rejected or changed. */
static int write_judged(struct coverage *v, struct error *e)
{
	struct db_stmt *s = db_stmt(v->c->db, "SELECT e.confidence, e.verdict FROM event e WHERE e.retired IS NULL AND e.verdict IS NOT NULL UNION ALL"
					      " SELECT t.confidence, t.verdict FROM state t WHERE t.retired IS NULL AND t.verdict IS NOT NULL", e);
	uint32_t judged[BINS] = { 0 }, accepted[BINS] = { 0 };
	int rc;

	if (!s || db_start(s, e))
		return COU_ESTORE;
	while ((rc = db_next(s, e)) > 0) {
		unsigned bin = bin_of(db_column_real(s, 0));

		judged[bin]++;
		accepted[bin] += str_is(db_column_text(s, 1), "accept");
	}
	json_key(v->b, "accepted_by_confidence");
	json_open(v->b, '[');
	for (unsigned i = 0; i < BINS; i++) {
		begin_bin(v->b, i);
		json_key(v->b, "judged");
		json_int(v->b, judged[i]);
		json_key(v->b, "accepted");
		json_int(v->b, accepted[i]);
		json_close(v->b, '}');
	}
	json_close(v->b, ']');
	return rc;
}

/* ---- gaps ---------------------------------------------------------------------------------------- */

static bool has_unknown(const struct index *x, const struct index_line *l)
{
	bool known = false;

	for (uint32_t p = l->parties; p < l[1].parties; p++) {
		if (!x->parties[p].known)
			return true;
		known |= x->parties[p].role == PARTY_ACTOR;
	}
	return !known;
}

static void write_gaps(struct coverage *v)
{
	uint32_t undated = 0, unplaced = 0, unknown = 0, uncoded = 0;

	for (uint32_t i = 0; i < v->x->n_lines; i++) {
		const struct index_line *l = &v->x->lines[i];

		undated += l->start == DAY_NONE;
		unplaced += l->place == INDEX_NONE;
		unknown += has_unknown(v->x, l);
	}
	for (uint32_t i = 0; i < v->x->n_documents; i++)
		uncoded += !v->x->documents[i].coded;
	const struct {
		const char *member;
		uint32_t n;
	} sums[] = { { "documents", v->x->n_documents }, { "lines", v->x->n_lines }, { "undated", undated }, { "unplaced", unplaced }, { "unknown_actors", unknown },
		     { "uncoded_documents", uncoded } };

	for (size_t i = 0; i < sizeof(sums) / sizeof(*sums); i++) {
		json_key(v->b, sums[i].member);
		json_int(v->b, sums[i].n);
	}
}

static int write_coverage(struct call *c, struct index *x, struct buf *b, struct error *e)
{
	struct coverage v = { .c = c, .x = x, .b = b };
	int rc;

	json_open(b, '{');
	count_sources(&v);
	write_days(&v);
	write_sources(&v);
	write_languages(&v);
	write_confidence(&v);
	rc = write_judged(&v, e);
	write_gaps(&v);
	json_close(b, '}');
	return rc;
}

int answer_coverage(struct call *c, struct error *e)
{
	return call_from_index(c, write_coverage, e);
}
