/* decode.c - trees, names, lemmas. */
#include "analyse/decode.h"

#include "base/unicode.h"
#include "base/utf8.h"

#define NE_COUNT (NE_I_MISC + 1)
#define MINUS_INFINITY (-1e30f)

/* ---- trees ------------------------------------------------------------------ */

/* Marks in cycle[] the nodes of a cycle of heads (nodes 1..n, alive ones); 0 when there is none. */
static uint32_t find_cycle(const uint32_t *heads, const uint8_t *alive, uint32_t n, uint32_t *cycle)
{
	uint32_t seen[n + 1];

	memset(seen, 0, sizeof(seen));
	for (uint32_t i = 1; i <= n; i++) {
		uint32_t v = i;

		if (!alive[i] || seen[i])
			continue;
		while (v && !seen[v]) {
			seen[v] = i;
			v = heads[v];
		}
		if (v && seen[v] == i) {
			uint32_t length = 0;

			for (uint32_t u = v; !length || u != v; u = heads[u])
				cycle[length++] = u;
			return length;
		}
	}
	return 0;
}

/* Chu-Liu/Edmonds by contraction: s (n + 1, n + 1), s[d][h]; contracts cycles into their first node, recursively.  stale: whose best head may be another
 * than heads says; looking again at these alone makes most sentences O(n²), where a sentence of nothing but brackets took a cycle for every two of them. */
static void edmonds(float *s, uint32_t n, uint8_t *alive, uint8_t *stale, uint32_t *heads)
{
	uint32_t w = n + 1;

	for (uint32_t d = 1; d <= n; d++) {
		if (!alive[d] || !stale[d])
			continue;
		stale[d] = 0;
		uint32_t best = UINT32_MAX;

		for (uint32_t h = 0; h <= n; h++)
			if (alive[h] && h != d && (best == UINT32_MAX || s[d * w + h] > s[d * w + best]))
				best = h;
		heads[d] = best;
	}
	uint32_t cycle[n + 1], length = find_cycle(heads, alive, n, cycle);

	if (!length)
		return;
	uint32_t c = cycle[0], in_cycle_head[length], enter[w], leave[w];
	uint8_t member[w];

	memset(member, 0, sizeof(member));
	for (uint32_t i = 0; i < length; i++) {
		member[cycle[i]] = 1;
		in_cycle_head[i] = heads[cycle[i]];
	}
	for (uint32_t v = 0; v <= n; v++) {
		enter[v] = leave[v] = c;
		if (!alive[v] || member[v])
			continue;
		float best_enter = MINUS_INFINITY * 2, best_leave = MINUS_INFINITY * 2;

		for (uint32_t i = 0; i < length; i++) {
			uint32_t u = cycle[i];
			float into = s[u * w + v] - s[u * w + in_cycle_head[i]], out = s[v * w + u];

			if (into > best_enter) {
				best_enter = into;
				enter[v] = u;
			}
			if (v && out > best_leave) {
				best_leave = out;
				leave[v] = u;
			}
		}
		s[c * w + v] = best_enter;
		if (v)
			s[v * w + c] = best_leave;
	}
	for (uint32_t i = 1; i < length; i++)
		alive[cycle[i]] = 0;
	for (uint32_t v = 1; v <= n; v++)
		stale[v] = v == c || member[heads[v]] || s[v * w + c] >= s[v * w + heads[v]];
	edmonds(s, n, alive, stale, heads);
	for (uint32_t i = 1; i < length; i++)
		alive[cycle[i]] = 1;
	uint32_t outside = heads[c], entered = enter[outside];

	for (uint32_t v = 1; v <= n; v++)
		if (alive[v] && !member[v] && heads[v] == c)
			heads[v] = leave[v];
	for (uint32_t i = 0; i < length; i++)
		heads[cycle[i]] = cycle[i] == entered ? outside : in_cycle_head[i];
}

static bool is_tree(const uint32_t *heads, uint32_t n, uint32_t *roots)
{
	*roots = 0;
	for (uint32_t i = 1; i <= n; i++) {
		uint32_t v = i, steps = 0;

		*roots += heads[i] == 0;
		while (v && steps++ <= n)
			v = heads[v];
		if (v)
			return false;
	}
	return true;
}

/* Copies the scores with `root` as the only token that may hang on the root; 0: any. */
static void square(const float *scores, uint32_t n, uint32_t root, float *s)
{
	uint32_t w = n + 1;

	for (uint32_t h = 0; h <= n; h++)
		s[h] = MINUS_INFINITY;
	for (uint32_t d = 1; d <= n; d++)
		for (uint32_t h = 0; h <= n; h++)
			s[d * w + h] = h == d ? MINUS_INFINITY
				: (h == 0 && root && d != root) || (h != 0 && d == root) ? -1e6f + scores[(d - 1) * w + h] * 1e-3f
				: scores[(d - 1) * w + h];
}

void decode_tree(const float *scores, uint32_t n, uint32_t *heads, float *work)
{
	uint32_t w = n + 1, h1[n + 1], roots;
	uint8_t alive[n + 1], stale[n + 1];

	h1[0] = 0;
	for (uint32_t d = 1; d <= n; d++) {
		uint32_t best = d == 1 ? (n > 1 ? 2 : 0) : 1;

		for (uint32_t h = 0; h <= n; h++)
			if (h != d && scores[(d - 1) * w + h] > scores[(d - 1) * w + best])
				best = h;
		h1[d] = best;
	}
	if (!(is_tree(h1, n, &roots) && roots == 1)) {
		/* The best few candidates for the root, each with its own tree. */
		uint32_t candidates[4], n_candidates = 0;
		float best_total = 0;
		bool have = false;

		while (n_candidates < 4 && n_candidates < n) {
			uint32_t best = 0;

			for (uint32_t d = 1; d <= n; d++) {
				bool used = false;

				for (uint32_t i = 0; i < n_candidates; i++)
					used |= candidates[i] == d;
				if (!used && (!best || scores[(d - 1) * w] > scores[(best - 1) * w]))
					best = d;
			}
			candidates[n_candidates++] = best;
		}
		uint32_t found[n + 1];

		for (uint32_t i = 0; i < n_candidates; i++) {
			float total = 0;

			square(scores, n, candidates[i], work);
			memset(alive, 1, sizeof(alive));
			memset(stale, 1, sizeof(stale));
			found[0] = 0;
			edmonds(work, n, alive, stale, found);
			for (uint32_t d = 1; d <= n; d++)
				total += scores[(d - 1) * w + found[d]];
			if (!is_tree(found, n, &roots) || roots != 1)
				continue;
			if (!have || total > best_total) {
				have = true;
				best_total = total;
				memcpy(h1, found, sizeof(found));
			}
		}
		if (!have)
			for (uint32_t d = 1; d <= n; d++)
				h1[d] = d == candidates[0] ? 0 : candidates[0];
	}
	for (uint32_t d = 1; d <= n; d++)
		heads[d - 1] = h1[d];
}

/* ---- names --------------------------------------------------------------------- */

static bool may_follow(uint32_t before, uint32_t tag)
{
	if (tag == NE_O || (tag - NE_B_PER) % 2 == 0)
		return true;
	return before == tag || before + 1 == tag;
}

void decode_names(const float *scores, uint32_t n, uint8_t *tags, uint8_t *back)
{
	float now[NE_COUNT], next[NE_COUNT];

	for (uint32_t t = 0; t < NE_COUNT; t++)
		now[t] = may_follow(NE_O, t) ? scores[t] : MINUS_INFINITY;
	for (uint32_t i = 1; i < n; i++) {
		for (uint32_t t = 0; t < NE_COUNT; t++) {
			uint32_t best = NE_O;

			for (uint32_t b = 0; b < NE_COUNT; b++)
				if (may_follow(b, t) && (now[b] > now[best] || !may_follow(best, t)))
					best = b;
			next[t] = (may_follow(best, t) ? now[best] : MINUS_INFINITY) + scores[i * NE_COUNT + t];
			back[i * NE_COUNT + t] = (uint8_t)best;
		}
		memcpy(now, next, sizeof(now));
	}
	uint32_t best = 0;

	for (uint32_t t = 1; t < NE_COUNT; t++)
		if (now[t] > now[best])
			best = t;
	for (uint32_t i = n; i-- > 0; ) {
		tags[i] = (uint8_t)best;
		best = i ? back[i * NE_COUNT + best] : 0;
	}
}

/* ---- lemmas -------------------------------------------------------------------- */

/* Number of code points that the edits copy or delete. */
static size_t consumed(struct str edits)
{
	size_t n = 0;

	for (size_t i = 0; i < edits.n; ) {
		if (edits.p[i] == '+') {
			i++;
			if (i < edits.n)
				utf8_next(edits, &i);
		} else {
			n++;
			i++;
		}
	}
	return n;
}

static void run(struct buf *out, struct str text, struct str edits)
{
	size_t at = 0;

	for (size_t i = 0; i < edits.n; ) {
		if (edits.p[i] == '+') {
			size_t from = ++i;

			if (i < edits.n)
				utf8_next(edits, &i);
			buf_add(out, str_sub(edits, from, i));
			continue;
		}
		size_t from = at;

		if (at < text.n)
			utf8_next(text, &at);
		if (edits.p[i] == '>')
			buf_add(out, str_sub(text, from, at));
		i++;
	}
}

/* Byte offset of code point number n. */
static size_t offset_of(struct str s, size_t n)
{
	size_t at = 0;

	while (n-- && at < s.n)
		utf8_next(s, &at);
	return at;
}

bool decode_lemma(struct arena *a, struct str form, struct str script, struct str *lemma)
{
	struct str rest = script, keep, prefix, suffix;

	if (script.n && script.p[0] == '=') {
		*lemma = str_sub(script, 1, script.n);
		return true;
	}
	if (script.n > 1 && script.p[1] == '|' && script.p[2] == '|' && script.n == 3) {	/* nothing but the case */
		*lemma = script.p[0] == 'k' ? form : unicode_lower_str(a, form);
		return true;
	}
	if (!str_split(&rest, '|', &keep) || !str_split(&rest, '|', &prefix))
		return false;
	suffix = rest.p ? rest : STR("");
	struct str base = str_is(keep, "k") ? form : unicode_lower_str(a, form);
	size_t points = utf8_count(base), front = consumed(prefix), back = consumed(suffix);

	if (front + back > points)
		return false;
	size_t from = offset_of(base, front), to = offset_of(base, points - back);
	struct buf out;

	buf_init(&out, a);
	run(&out, str_sub(base, 0, from), prefix);
	buf_add(&out, str_sub(base, from, to));
	run(&out, str_sub(base, to, base.n), suffix);
	*lemma = buf_str(&out);
	return lemma->n > 0;
}
