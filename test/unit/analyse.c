/* The analyser's parts against references: kernels against plain arithmetic, trees against exhaustive search, lemma scripts, features. */
#include "analyse/decode.h"
#include "analyse/features.h"
#include "analyse/kernels.h"
#include "analyse/lists.h"
#include "analyse/model.h"
#include "analyse/repeats.h"
#include "base/error.h"

#include "tap.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static uint32_t state = 12345;

static uint32_t next(void)
{
	state = state * 1664525u + 1013904223u;
	return state >> 8;
}

static float uniform(void)
{
	return (float)next() / (float)(1 << 24) * 2 - 1;
}

/* ---- kernels ---- */

static void kernels_agree(const struct kernels *k)
{
	enum { M = 7, K = 52, N = 80, H = 40 };
	uint8_t x[M * K];
	int8_t w[K * N];
	int32_t out[M * N], row_sum[N] = { 0 };
	bool same = true;

	for (size_t i = 0; i < sizeof(x); i++)
		x[i] = (uint8_t)next();
	for (size_t i = 0; i < sizeof(w); i++)
		w[i] = (int8_t)(next() % 255 - 127);
	memset(x, 255, K);		/* the largest sums */
	memset(w, 127, 4);
	for (int n = 0; n < N; n++)
		for (int i = 0; i < K; i++)
			row_sum[n] += w[i / 4 * 4 * N + 4 * n + i % 4];
	k->gemm(x, M, K, w, row_sum, N, out);
	for (int m = 0; m < M; m++)
		for (int n = 0; n < N; n++) {
			int64_t sum = 0;

			for (int i = 0; i < K; i++)
				sum += (int64_t)(x[m * K + i] - 128) * w[i / 4 * 4 * N + 4 * n + i % 4];
			same &= sum == out[m * N + n];
		}
	ok(same, "%s: integer products equal plain arithmetic", k->name);

	float gates[4 * H], cell[H], hidden[H], worst = 0;

	for (int i = 0; i < 4 * H; i++)
		gates[i] = uniform() * (i % 7 ? 6 : 200);
	for (int i = 0; i < H; i++)
		cell[i] = uniform() * 2;
	float before[H];

	memcpy(before, cell, sizeof(cell));
	k->lstm(gates, cell, hidden, H);
	for (int i = 0; i < H; i++) {
		double in = 1 / (1 + exp(-gates[i])), forget = 1 / (1 + exp(-gates[H + i])), out_gate = 1 / (1 + exp(-gates[3 * H + i]));
		double c = forget * before[i] + in * tanh(gates[2 * H + i]);

		worst = fmaxf(worst, (float)fabs(c - cell[i]));
		worst = fmaxf(worst, (float)fabs(out_gate * tanh(c) - hidden[i]));
	}
	ok(worst < 3e-6f, "%s: LSTM step within 3e-6 of double precision (%g)", k->name, (double)worst);

	float v[K], zero[K] = { 0 };
	uint8_t q[K];

	for (int i = 0; i < K; i++)
		v[i] = uniform() * 3;
	float scale = k->quantise(v, K, q), off = 0;

	for (int i = 0; i < K; i++)
		off = fmaxf(off, fabsf(v[i] - (float)(q[i] - 128) * scale));
	ok(off <= scale * 0.5001f, "%s: quantised values are within half a step", k->name);
	ok(k->quantise(zero, K, q) == 0 && q[0] == 128 && q[K - 1] == 128, "%s: a zero vector stays zero", k->name);
}

/* The same input must give the same bits in every make. */
static void kernels_same_bits(void)
{
	enum { H = 64 };
	const char *names[] = { "portable", "avx2", NULL };
	float gates[4 * H], first_cell[H], first_hidden[H];
	bool same = true;

	for (int i = 0; i < 4 * H; i++)
		gates[i] = uniform() * 20;
	for (int k = 0; k < 3; k++) {
		float cell[H], hidden[H];

		for (int i = 0; i < H; i++)
			cell[i] = (float)i / 50;
		kernels_choose(names[k])->lstm(gates, cell, hidden, H);
		if (!k) {
			memcpy(first_cell, cell, sizeof(cell));
			memcpy(first_hidden, hidden, sizeof(hidden));
		}
		same &= !memcmp(first_cell, cell, sizeof(cell)) && !memcmp(first_hidden, hidden, sizeof(hidden));
	}
	ok(same, "all makes of this machine give the same bits");
}

/* ---- trees ---- */

static bool single_rooted(const uint32_t *heads, uint32_t n)
{
	uint32_t roots = 0;

	for (uint32_t i = 0; i < n; i++) {
		uint32_t v = i + 1, steps = 0;

		roots += heads[i] == 0;
		while (v && steps++ <= n)
			v = heads[v - 1];
		if (v)
			return false;
	}
	return roots == 1;
}

static float total(const float *s, const uint32_t *heads, uint32_t n)
{
	float sum = 0;

	for (uint32_t i = 0; i < n; i++)
		sum += s[i * (n + 1) + heads[i]];
	return sum;
}

static void trees_are_best(void)
{
	uint32_t wrong = 0, not_tree = 0;

	for (int round = 0; round < 400; round++) {
		uint32_t n = 2 + next() % 4, heads[6], best_heads[6], try[6] = { 0 };
		float s[6 * 7], best = -1e9f, work[4 * 49];

		for (uint32_t i = 0; i < n * (n + 1); i++)
			s[i] = uniform() * 4;
		for (;;) {		/* all assignments of heads */
			bool self = false;

			for (uint32_t i = 0; i < n; i++)
				self |= try[i] == i + 1;
			if (!self && single_rooted(try, n) && total(s, try, n) > best) {
				best = total(s, try, n);
				memcpy(best_heads, try, sizeof(try));
			}
			uint32_t i = 0;

			while (i < n && ++try[i] > n)
				try[i++] = 0;
			if (i == n)
				break;
		}
		decode_tree(s, n, heads, work);
		not_tree += !single_rooted(heads, n);
		wrong += total(s, heads, n) < best - 1e-3f;
	}
	ok(!not_tree, "every decoded structure is a tree with one root");
	/* only the four likeliest roots are tried: with five tokens the best may rarely have another */
	ok(wrong <= 4, "trees equal the best of exhaustive search (%u of 400 differ)", wrong);

	enum { BIG = 200 };
	float *s = malloc(sizeof(float) * BIG * (BIG + 1)), *work = malloc(sizeof(float) * 4 * (BIG + 1) * (BIG + 1));
	uint32_t heads[BIG];

	for (uint32_t i = 0; i < BIG * (BIG + 1); i++)
		s[i] = uniform();
	decode_tree(s, BIG, heads, work);
	ok(single_rooted(heads, BIG), "200 tokens of noise give a tree");
	decode_tree(s, 1, heads, work);
	ok(heads[0] == 0, "one token is the root");
	free(s);
	free(work);
}

/* ---- names and lemmas ---- */

static void names(void)
{
	enum { NE = NE_I_MISC + 1 };
	float s[4 * NE] = { 0 };
	uint8_t tags[4], back[4 * NE];

	s[0 * NE + NE_O] = 1;
	s[0 * NE + NE_B_PER] = 0.9f;
	s[1 * NE + NE_I_PER] = 5;
	s[2 * NE + NE_I_LOC] = 3;
	s[2 * NE + NE_O] = 2.5f;
	s[3 * NE + NE_O] = 1;
	decode_names(s, 4, tags, back);
	ok(tags[0] == NE_B_PER && tags[1] == NE_I_PER, "an inside tag pulls its beginning with it");
	ok(tags[2] == NE_O && tags[3] == NE_O, "an inside tag without a beginning is not taken");
}

static void lemma(const char *form, const char *script, const char *expected)
{
	struct arena a = { 0 };
	struct str out = STR_NONE;
	bool fits = decode_lemma(&a, str_c(form), str_c(script), &out);

	if (expected)
		ok(fits && str_is(out, expected), "%s by %s gives %s", form, script, expected);
	else
		ok(!fits, "%s is too short for %s", form, script);
	arena_free(&a);
}

/* ---- lists of names ---- */

/* Puts a key, written as its bytes, into a table of 64 slots. */
static void enter(uint32_t *slots, const char *key, uint32_t mask)
{
	uint64_t h = 14695981039346656037u;

	for (; *key; key++)
		h = (h ^ (uint8_t)*key) * 1099511628211u;
	uint64_t at = h & 63;

	while (slots[at])
		at = (at + 1) & 63;
	slots[at] = ((uint32_t)(h >> 32) & ~15u) | mask;
}

static void listed(const struct lists *l, const char *sentence, const char *expected)
{
	struct token words[16] = { 0 };
	uint16_t bits[16];
	char got[128] = "";
	uint32_t n = 0;

	for (const char *p = sentence; *p; n++) {
		words[n].form = (struct str){ p, strcspn(p, " ") };
		p += words[n].form.n + (p[words[n].form.n] == ' ');
	}
	lists_features(l, words, n, bits);
	for (uint32_t i = 0; i < n; i++)
		snprintf(got + strlen(got), sizeof(got) - strlen(got), i ? " %x" : "%x", bits[i]);
	ok(strcmp(got, expected) == 0, "lists: \"%s\": %s", sentence, got);
}

static void lists(void)
{
	static uint32_t names[64], parts[64];
	struct lists l = { { names, 64 }, { parts, 64 } };

	enter(names, "NewYork", 2);
	enter(names, "NewYorkTimes", 4);
	enter(names, "deVolkskrant", 4);
	enter(names, "Noordholland", 2);
	enter(names, "NoordHolland", 2);
	enter(names, "Navo", 4);
	enter(names, "Élysée", 2);
	enter(parts, "Jan", 1);
	listed(&l, "in New York was", "0 2 20 0");
	listed(&l, "the New York Times", "0 4 40 40");
	listed(&l, "las de Volkskrant", "0 4 40");
	listed(&l, "Noord-Holland en NAVO of Navo", "2 0 4 0 4");
	listed(&l, "ÉLYSÉE Jan jan", "2 100 0");
	listed(&l, "new york", "0 0");
	listed(&l, "( New )", "0 0 0");
}

/* ---- names of one document ---- */

/* words: "form/TAG form/TAG …", all proper nouns of one sentence; the tags that names_agree leaves must be those of expected. */
static void agree(const char *words, const char *expected)
{
	struct arena a;
	struct doc d;
	char got[128] = "";

	arena_init(&a);
	doc_init(&d, &a);
	d.text = str_c(words);
	for (const char *p = words; *p; ) {
		size_t n = strcspn(p, "/"), m = strcspn(p + n + 1, " ");
		struct token *t = vec_push(&a, &d.tokens);

		*t = (struct token){ .span = { (uint32_t)(p - words), (uint32_t)(p - words + (ptrdiff_t)n) }, .form = { p, n }, .upos = UPOS_PROPN, .cased = 1 };
		for (uint8_t tag = NE_O; tag <= NE_I_MISC; tag++)
			if (str_is((struct str){ p + n + 1, m }, ne_word(tag)))
				t->ne = tag;
		p += n + 1 + m;
		p += *p == ' ';
	}
	*vec_push(&a, &d.sentences) = (struct sentence){ .end = (uint32_t)d.tokens.n };
	names_agree(&d);
	for (size_t i = 0; i < d.tokens.n; i++)
		snprintf(got + strlen(got), sizeof(got) - strlen(got), i ? " %s" : "%s", ne_word(d.tokens.at[i].ne));
	ok(strcmp(got, expected) == 0, "names of a document: %s: %s", words, got);
	arena_free(&a);
}

int main(void)
{
	struct error e;
	struct model m;
	uint32_t grams[FEATURES_GRAMS_MAX];
	char room[64];

	kernels_agree(kernels_choose("portable"));
	kernels_agree(kernels_choose("avx2"));
	kernels_agree(kernels_choose(NULL));
	kernels_same_bits();
	trees_are_best();
	names();
	lists();
	agree("Jerry/B-PER Sandusky/I-PER Sandusky/B-LOC Sandusky/O", "B-PER I-PER B-PER B-PER");
	agree("Denzel/B-PER Washington/I-PER Washington/B-LOC Washington/B-LOC Washington/O", "B-PER I-PER B-LOC B-LOC O");
	agree("Sven/B-PER Visser/I-PER Visser/B-ORG Visser/B-PER Visser/B-ORG", "B-PER I-PER B-PER B-PER B-PER");
	agree("Henry/B-PER Ford/I-PER Ford/B-ORG Ford/B-ORG Ford/B-ORG Ford/B-ORG", "B-PER I-PER B-ORG B-ORG B-ORG B-ORG");
	agree("Disney/B-ORG Disney/B-LOC Disney/B-ORG", "B-ORG B-ORG B-ORG");
	agree("Oranje/B-ORG Oranje/B-MISC", "B-ORG B-MISC");
	agree("Reading/O Reading/B-LOC", "O B-LOC");
	lemma("Bezoekt", "l||+e+n-", "bezoeken");
	lemma("aangevallen", "l|>>>--|", "aanvallen");
	lemma("was", "=zijn", "zijn");
	lemma("Poetins", "k||-", "Poetin");
	lemma("Ünie", "l||", "ünie");
	lemma("a", "l|>>--|", NULL);
	ok(str_is(features_key(STR("Été-2024"), room, sizeof(room)), "été-0000"), "keys are lower case with digits as 0");
	ok(features_grams(STR("a"), 1 << 15, grams) == 3, "one letter between < and > has three n-grams");
	ok(features_shape(STR("de")) == 0 && features_shape(STR("De")) == 1 && features_shape(STR("NAVO")) == 2 &&
	   features_shape(STR("iPad")) == 3 && features_shape(STR("2024")) == 4 && features_shape(STR("VN-gezant")) == 11 &&
	   features_shape(STR(",")) == 12, "shapes");
	char path[] = "/tmp/coulisse-model-XXXXXX";
	int fd = mkstemp(path);

	ok(model_open(&m, "/nonexistent/model", &e) == COU_EDATA, "a missing model: %s", e.text);
	ok(write(fd, "COUMODL\n\1\0\0\0\377\0\0\0", 16) == 16 && model_open(&m, path, &e) == COU_EDATA, "a truncated model: %s", e.text);
	ok(write(fd, "0123456789012345678901234567890123456789", 40) == 40 && model_open(&m, path, &e) == COU_EDATA, "a damaged model: %s", e.text);
	close(fd);
	unlink(path);
	return done();
}
