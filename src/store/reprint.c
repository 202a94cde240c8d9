/* reprint.c - minhash over shingles, and bands to find what is alike.
 *
 * A text is the set of its runs of four words (letters and digits, in lower case).  The least hash of the set under each of 32 permutations agrees between
 * two texts as often as their sets overlap (Broder, "On the resemblance and containment of documents", 1997).  Two neighbouring ones make a
 * band; texts that share 4 of 16 bands are of one story.  That is a resemblance of 0.5: at 0.7, a copy cut by 30 %, a pair shares
 * four in 99 % of cases, at 0.3 in 5 %, at 0.1 in two of a hundred thousand.  Bands alone are kept, and found by one question.
 *
 * A story is a connected component of that relation under the least of its documents' ids, and thereby does not depend on the order in which they
 * came; nor does anything else here.
 */
#include "store/reprint.h"

#include "base/unicode.h"
#include "base/vec.h"

enum { SHINGLE = 4, BRIEF_WORDS = 60, WORDS_MAX = 3000 };

static uint64_t mix(uint64_t x)		/* the finaliser of splitmix64 (Steele, Lea, Flood 2014) */
{
	x = (x ^ x >> 30) * 0xBF58476D1CE4E5B9u;
	x = (x ^ x >> 27) * 0x94D049BB133111EBu;
	return x ^ x >> 31;
}

static bool word_byte(unsigned char c)
{
	return c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

static size_t hash_words(struct str text, uint64_t *out, size_t max)
{
	size_t n = 0;

	for (size_t i = 0, from; i < text.n && n < max;) {
		for (from = i; i < text.n && word_byte((unsigned char)text.p[i]); i++)
			;
		if (i > from)
			out[n++] = str_hash(str_sub(text, from, i));
		else
			i++;
	}
	return n;
}

static void take_shingle(struct reprint *r, uint64_t h)
{
	for (unsigned i = 0; i < REPRINT_HASHES; i += 2) {
		uint64_t v = mix(h + (i + 1) * 0x9E3779B97F4A7C15u);
		uint32_t low = (uint32_t)v, high = (uint32_t)(v >> 32);

		if (low < r->least[i])
			r->least[i] = low;
		if (high < r->least[i + 1])
			r->least[i + 1] = high;
	}
}

void reprint_of(struct reprint *r, struct arena *scratch, struct str text)
{
	uint64_t *words = arena_array(scratch, uint64_t, WORDS_MAX), whole = 0;
	size_t n = hash_words(unicode_lower_str(scratch, text), words, WORDS_MAX);

	*r = (struct reprint){ .brief = n < BRIEF_WORDS };
	memset(r->least, 0xFF, sizeof(r->least));
	for (size_t i = 0; i < n; i++)
		whole = mix(whole ^ words[i]);
	if (r->brief) {
		r->bands[0] = (int64_t)(mix(whole ^ n) >> 2);
		return;
	}
	for (size_t i = 0; i + SHINGLE <= n; i++) {
		uint64_t h = 0;

		for (unsigned k = 0; k < SHINGLE; k++)
			h = mix(h ^ words[i + k]);
		take_shingle(r, h);
	}
	for (unsigned b = 0; b < REPRINT_BANDS; b++)
		r->bands[b] = (int64_t)(mix((uint64_t)r->least[2 * b] << 32 ^ r->least[2 * b + 1] ^ mix(b + 1)) >> 2);
}

int reprint_alike(const struct reprint *x, const struct reprint *y)
{
	int same = 0;

	if (x->brief || y->brief)
		return x->brief && y->brief && x->bands[0] == y->bands[0] ? REPRINT_ALIKE : 0;
	for (unsigned i = 0; i < REPRINT_BANDS; i++)
		same += x->bands[i] == y->bands[i];
	return same;
}

/* ---- in the store -------------------------------------------------------------------------- */

struct finding {
	struct db *db;
	bool pieces;
	struct error *e;
	struct arena a;
	struct str story;		/* the least so far */
	VEC(struct str) others;		/* stories of what is alike, each once */
};

static void found(struct finding *f, struct str story)
{
	if (!story.n)
		return;
	for (size_t i = 0; i < f->others.n; i++)
		if (str_eq(f->others.at[i], story))
			return;
	story = str_dup(&f->a, story);
	vec_add(&f->a, &f->others, story);
	if (str_cmp(story, f->story) < 0)
		f->story = story;
}

static int find(struct finding *f, const struct reprint *r)
{
	static const char brief[] = "SELECT DISTINCT d.story FROM band b JOIN known d ON d.key = b.document WHERE b.hash = $1";
	static const char full[] = "SELECT DISTINCT story FROM known WHERE key IN (SELECT document FROM band WHERE hash IN"
				   " ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) GROUP BY document HAVING count(*) >= 4)";
	struct db_stmt *q = db_stmt(f->db, r->brief ? brief : full, f->e);
	int rc;

	if (!q)
		return COU_ESTORE;
	for (unsigned i = 0; i < (r->brief ? 1 : REPRINT_BANDS); i++)
		db_bind(q, i + 1, db_int(r->bands[i]));
	if (db_start(q, f->e))
		return COU_ESTORE;
	while ((rc = db_next(q, f->e)) > 0)
		found(f, db_column_text(q, 0));
	return rc;
}

static int run(struct finding *f, const char *sql, struct db_value x, struct db_value y)
{
	struct db_stmt *q = db_stmt(f->db, sql, f->e);

	if (!q)
		return COU_ESTORE;
	db_bind(q, 1, x);
	db_bind(q, 2, y);
	return db_run(q, f->e);
}

static int rename_story(struct finding *f, struct str old)
{
	if (run(f, f->pieces ? "UPDATE document SET story = $2 WHERE key IN (SELECT key FROM known WHERE story = $1)" : "UPDATE document SET story = $2 WHERE story = $1",
		db_text(old), db_text(f->story)))
		return COU_ESTORE;
	return f->pieces ? run(f, "UPDATE known SET story = $2 WHERE story = $1", db_text(old), db_text(f->story)) : 0;
}

/* The stories found become the least of them; what was counted by two stories is counted again. */
static int unite(struct finding *f)
{
	for (size_t i = 0; i < f->others.n; i++) {
		struct str old = f->others.at[i];
		struct db_stmt *q;

		if (f->others.n > 1) {
			q = db_stmt(f->db, "UPDATE event SET happening = NULL WHERE parent IS NOT NULL AND document IN (SELECT key FROM known WHERE story = $1)", f->e);
			if (!q)
				return COU_ESTORE;
			db_bind(q, 1, db_text(old));
			if (db_run(q, f->e))
				return COU_ESTORE;
		}
		if (!str_eq(old, f->story) && rename_story(f, old))
			return COU_ESTORE;
	}
	return 0;
}

/* The row says already that it is a story of its own. */
static int keep(struct finding *f, const struct reprint *r, int64_t document, struct str id)
{
	for (unsigned i = 0; i < (r->brief ? 1 : REPRINT_BANDS); i++)
		if (run(f, "INSERT INTO band (hash, document) VALUES ($1, $2) ON CONFLICT (hash, document) DO NOTHING", db_int(r->bands[i]), db_int(document)))
			return COU_ESTORE;
	if (str_eq(f->story, id))
		return 0;
	if (f->pieces && run(f, "UPDATE known SET story = $2 WHERE key = $1", db_int(document), db_text(f->story)))
		return COU_ESTORE;
	return run(f, "UPDATE document SET story = $2 WHERE key = $1", db_int(document), db_text(f->story));
}

int reprint_add(struct db *db, bool pieces, int64_t document, struct str id, struct str text, struct error *e)
{
	struct finding f = { .db = db, .pieces = pieces, .e = e, .story = id };
	struct reprint r;
	int rc;

	reprint_of(&r, &f.a, text);
	rc = find(&f, &r);
	if (!rc)
		rc = unite(&f);
	if (!rc)
		rc = keep(&f, &r, document, id);
	arena_free(&f.a);
	return rc;
}
