/* network.c - the analyser: batches of sentences through the network, and what comes out into the document.
 *
 * blueprint: struct analyser (network.h, opened by network_open.c); scratch: struct analyse_scratch, one a thread.
 * Sentences of all documents given are taken by falling length in groups of about GROUP_TOKENS tokens, so that the recurrent
 * products of a time step serve many sentences at once; in which group a sentence is changes no result.
 */
#include "analyse/decode.h"
#include "analyse/features.h"
#include "analyse/network.h"
#include "analyse/repeats.h"
#include "base/unicode.h"

#include <stdlib.h>

enum {
	GROUP_TOKENS = 768,
	UNIT_MAX = 384,			/* tokens that make one tree; a longer sentence is cut, the later roots hang on the first */
	ROWS = 32,			/* rows that one pass over a layer's weights serves */
	NE_COUNT = NE_I_MISC + 1
};

struct unit {				/* a sentence, or a piece of a long one */
	struct doc *d;
	const uint16_t *lists;		/* of d's tokens */
	uint32_t first, n;		/* tokens of d; within a group: slots */
	uint32_t order;			/* among all */
};

struct slot {				/* of a token in a group */
	struct doc *d;
	uint32_t token;
	uint16_t lists;
};

struct analyse_scratch {
	const struct analyser *a;
	struct arena memory;
	struct arena batch;			/* of the documents in hand */
	struct slot *slots;			/* (cap) */
	struct unit *placed;			/* (cap) */
	uint32_t cap;				/* tokens */
	float *x;				/* (cap, max(in, 2H)) input of a layer */
	float *y;				/* (cap + 1, 2H) its output; row cap: the root */
	float *gates;				/* (cap, 4H) */
	int32_t *sums;				/* (cap, widest) */
	uint8_t *q;				/* (cap + 1, 2H padded) */
	float *scales;				/* (cap + 1) */
	float *part[6];				/* (cap + 1, widest head) */
	float *cell, *hidden;
	float *step;				/* (ROWS, widest) scores of a head */
	float *rows;				/* (ROWS, label_n + 1) */
	uint8_t *hidden_q;
	float *tree, *work;			/* UNIT_MAX × (UNIT_MAX + 1), 4 × (UNIT_MAX + 1)² */
	uint8_t *back;
	uint32_t widest;
};

/* ---- scratch -------------------------------------------------------------------- */

struct analyse_scratch *analyse_scratch_new(const struct analyser *a)
{
	struct analyse_scratch *s = calloc(1, sizeof(*s));

	if (!s)
		return NULL;
	s->a = a;
	arena_init(&s->memory);
	uint32_t cap = s->cap = GROUP_TOKENS * 3 / 2 + UNIT_MAX, h2 = 2 * a->h;
	uint32_t widest = 4 * a->h, wide_in = a->in > h2 ? a->in : h2;

	widest = a->label.n > widest ? a->label.n : widest;
	widest = a->script.n > widest ? a->script.n : widest;
	s->widest = widest;
	s->slots = arena_array(&s->memory, struct slot, cap);
	s->placed = arena_array(&s->memory, struct unit, cap);
	s->x = arena_array(&s->memory, float, cap * wide_in);
	s->y = arena_array(&s->memory, float, (cap + 1) * h2);
	s->gates = arena_array(&s->memory, float, cap * 4 * a->h);
	s->sums = arena_array(&s->memory, int32_t, ROWS * widest);
	s->q = arena_array(&s->memory, uint8_t, (cap + 1) * (wide_in + 8));
	s->scales = arena_array(&s->memory, float, cap + 1);
	for (int i = 0; i < 6; i++)
		s->part[i] = arena_array(&s->memory, float, (cap + 1) * (a->arc.n > a->mid.n ? a->arc.n + 8 : a->mid.n + 8));
	s->cell = arena_array(&s->memory, float, cap * a->h);
	s->hidden = arena_array(&s->memory, float, cap * a->h);
	s->step = arena_array(&s->memory, float, ROWS * widest);
	s->rows = arena_array(&s->memory, float, ROWS * (a->label_n + 1));
	s->hidden_q = arena_array(&s->memory, uint8_t, cap * a->h);
	s->tree = arena_array(&s->memory, float, UNIT_MAX * (UNIT_MAX + 1));
	s->work = arena_array(&s->memory, float, 4 * (UNIT_MAX + 1) * (UNIT_MAX + 1));
	s->back = arena_array(&s->memory, uint8_t, UNIT_MAX * NE_COUNT);
	return s;
}

void analyse_scratch_free(struct analyse_scratch *s)
{
	if (!s)
		return;
	arena_free(&s->memory);
	arena_free(&s->batch);
	free(s);
}

/* ---- layers ----------------------------------------------------------------------- */

/* y (m, stride) = W x + b for m rows x (m, width); width ≤ layer.k; missing inputs are zero. */
static void apply(struct analyse_scratch *s, const struct layer *l, const float *x, uint32_t m, uint32_t width, float *y, uint32_t stride)
{
	const struct kernels *k = s->a->k;

	for (uint32_t i = 0; i < m; i++) {
		uint8_t *q = s->q + i * l->k;

		s->scales[i] = k->quantise(x + i * width, width, q);
		memset(q + width, 128, l->k - width);
	}
	for (uint32_t i = 0; i < m; i += ROWS) {
		uint32_t rows = m - i < ROWS ? m - i : ROWS;

		k->gemm(s->q + i * l->k, rows, l->k, l->w, l->row_sum, l->n, s->sums);
		for (uint32_t r = 0; r < rows; r++)
			k->dequantise(s->sums + r * l->n, s->scales[i + r], l->scale, l->bias, y + (i + r) * stride, l->n, 0);
	}
}

static void leaky(float *x, size_t n)
{
	for (size_t i = 0; i < n; i++)
		x[i] = 0.1f * x[i] > x[i] ? 0.1f * x[i] : x[i];	/* a maximum: no branch */
}

/* One direction of one layer over the units of a group: x (tokens, width) → columns [shift, shift + H) of y (tokens, 2H).
 * unit lengths fall, so the sentences alive at a time step are the first few. */
static void recur(struct analyse_scratch *s, const struct direction *d, const struct unit *units, uint32_t n_units, uint32_t tokens,
		  const float *x, uint32_t width, bool backward)
{
	const struct analyser *a = s->a;
	const struct kernels *k = a->k;
	uint32_t h = a->h, alive = n_units, shift = backward ? h : 0;

	apply(s, &d->input, x, tokens, width, s->gates, 4 * h);
	memset(s->cell, 0, n_units * h * sizeof(float));
	memset(s->hidden, 0, n_units * h * sizeof(float));
	for (uint32_t t = 0; t < units[0].n; t++) {
		while (alive && units[alive - 1].n <= t)
			alive--;
		for (uint32_t u = 0; u < alive && t; u++)
			s->scales[u] = k->quantise(s->hidden + u * h, h, s->hidden_q + u * h);
		for (uint32_t from = 0; from < alive; from += ROWS) {
			uint32_t rows = alive - from < ROWS ? alive - from : ROWS;

			if (t)
				k->gemm(s->hidden_q + from * h, rows, h, d->recurrent.w, d->recurrent.row_sum, 4 * h, s->sums);
			for (uint32_t r = 0; r < rows; r++) {
				uint32_t u = from + r, token = units[u].first + (backward ? units[u].n - 1 - t : t);
				float *gates = s->gates + token * 4 * h;

				if (t)
					k->dequantise(s->sums + r * 4 * h, s->scales[u], d->recurrent.scale,
						      d->recurrent.bias, gates, 4 * h, 1);
				k->lstm(gates, s->cell + u * h, s->hidden + u * h, h);
				memcpy(s->y + token * 2 * h + shift, s->hidden + u * h, h * sizeof(float));
			}
		}
	}
}

/* x (in) of a word: vector, mean of its n-grams, shape, bits of the lists. */
static void embed(struct analyse_scratch *s, const struct token *t, uint16_t lists, float *x)
{
	const struct analyser *a = s->a;
	char room[256];
	uint32_t grams[FEATURES_GRAMS_MAX];
	struct str key = features_key(t->form, room, sizeof(room));
	uint32_t word = lookup_find(&a->words, key), n = features_grams(key, a->gram.rows, grams);

	word = word == UINT32_MAX ? 0 : word;
	for (uint32_t i = 0; i < a->word.cols; i++)
		x[i] = (float)a->word.at[(size_t)word * a->word.cols + i] * a->word.scale[word];
	x += a->word.cols;
	memset(x, 0, a->gram.cols * sizeof(float));
	for (uint32_t g = 0; g < n; g++) {
		const int8_t *row = a->gram.at + (size_t)grams[g] * a->gram.cols;
		float scale = a->gram.scale[grams[g]] / (float)n;

		for (uint32_t i = 0; i < a->gram.cols; i++)
			x[i] += (float)row[i] * scale;
	}
	x += a->gram.cols;
	uint32_t shape = features_shape(t->form);

	for (uint32_t i = 0; i < a->shape.cols; i++)
		x[i] = (float)a->shape.at[shape * a->shape.cols + i] * a->shape.scale[shape];
	x += a->shape.cols;
	for (uint32_t i = 0; i < LISTS_BITS; i++)
		x[i] = (float)(lists >> i & 1);
}

static uint32_t best_of(const float *scores, uint32_t n)
{
	uint32_t best = 0;

	for (uint32_t i = 1; i < n; i++)
		if (scores[i] > scores[best])
			best = i;
	return best;
}

static struct token *token_at(const struct slot *p)
{
	return &p->d->tokens.at[p->token];
}

/* ---- heads ------------------------------------------------------------------------- */

static struct str lemma_of(const struct analyser *a, struct doc *d, const struct token *t, uint32_t script)
{
	char key[320];
	struct str lower = unicode_lower_str(d->a, t->form), lemma;
	struct str upos = str_c(upos_word(t->upos));

	if (lower.n + upos.n + 1 <= sizeof(key)) {
		memcpy(key, lower.p, lower.n);
		key[lower.n] = '\t';
		memcpy(key + lower.n + 1, upos.p, upos.n);
		uint32_t known = lookup_find(&a->forms, (struct str){ key, lower.n + 1 + upos.n });

		if (known != UINT32_MAX)
			return strings_at(&a->form_lemmas, known);
	}
	if (!decode_lemma(d->a, t->form, strings_at(&a->script_names, script), &lemma))
		lemma = t->upos == UPOS_PROPN ? t->form : lower;
	return lemma;
}

/* The best of n classes for each of at most ROWS rows. */
static void classes(struct analyse_scratch *s, const struct layer *l, const float *x, uint32_t rows, uint32_t n, uint32_t best[ROWS])
{
	apply(s, l, x, rows, l->k, s->step, l->n);
	for (uint32_t i = 0; i < rows; i++)
		best[i] = best_of(s->step + i * l->n, n);
}

static void tags(struct analyse_scratch *s, const struct slot *slots, uint32_t n)
{
	const struct analyser *a = s->a;
	float *mid = s->part[0];

	apply(s, &a->mid, s->y, n, 2 * a->h, mid, a->mid.n);
	leaky(mid, (size_t)n * a->mid.n);
	for (uint32_t from = 0; from < n; from += ROWS) {
		uint32_t rows = n - from < ROWS ? n - from : ROWS, best[ROWS];

		classes(s, &a->upos, mid + from * a->mid.n, rows, a->upos_names.n, best);
		for (uint32_t i = 0; i < rows; i++)
			token_at(&slots[from + i])->upos = a->upos_of[best[i]];
		classes(s, &a->feats, mid + from * a->mid.n, rows, a->feats_names.n, best);
		for (uint32_t i = 0; i < rows; i++) {
			token_at(&slots[from + i])->feats = strings_at(&a->feats_names, best[i]);
			token_at(&slots[from + i])->bits = a->feats_bits[best[i]];
		}
		classes(s, &a->script, mid + from * a->mid.n, rows, a->script_names.n, best);
		for (uint32_t i = 0; i < rows; i++) {
			struct token *t = token_at(&slots[from + i]);

			t->lemma = lemma_of(a, slots[from + i].d, t, best[i]);
		}
	}
}

static void names(struct analyse_scratch *s, const struct slot *slots, const struct unit *units, uint32_t n_units, uint32_t n)
{
	const struct analyser *a = s->a;
	float *mid = s->part[0], *scores = s->part[1];
	uint8_t tag[UNIT_MAX];

	apply(s, &a->name_mid, s->y, n, 2 * a->h, mid, a->name_mid.n);
	leaky(mid, (size_t)n * a->name_mid.n);
	for (uint32_t from = 0; from < n; from += ROWS) {
		uint32_t rows = n - from < ROWS ? n - from : ROWS;

		apply(s, &a->name, mid + from * a->name_mid.n, rows, a->name_mid.n, s->step, a->name.n);
		for (uint32_t i = 0; i < rows; i++)
			memcpy(scores + (from + i) * NE_COUNT, s->step + i * a->name.n, NE_COUNT * sizeof(float));
	}
	for (uint32_t u = 0; u < n_units; u++) {
		decode_names(scores + units[u].first * NE_COUNT, units[u].n, tag, s->back);
		for (uint32_t i = 0; i < units[u].n; i++)
			token_at(&slots[units[u].first + i])->ne = tag[i];
	}
}

/* Relation of a word to its head: by_head (labels + 1, relations) are the scores of the dependent, the last row what no head changes. */
static uint32_t relation_of(const struct analyser *a, const float *by_head, const float *head, bool root)
{
	uint32_t n = a->n_relations, best = 0;
	float scores[RELATIONS_MAX], best_score = 0;

	memcpy(scores, by_head + a->label_n * n, n * sizeof(*scores));
	for (uint32_t c = 0; c < a->label_n; c++)
		a->k->axpy(head[c], by_head + c * n, scores, n);
	for (uint32_t r = 0; r < n; r++)
		if ((a->deprel_of[r] == DEP_ROOT) == root && (!best_score || scores[r] > best_score)) {
			best_score = scores[r];
			best = r;
		}
	return best;
}

/* Heads of one unit, and the relation to each, into the document. */
static void labels_of(struct analyse_scratch *s, const struct slot *slots, const struct unit *u, const uint32_t *heads, uint32_t n_all)
{
	const struct analyser *a = s->a;
	uint32_t labels = a->label_n;
	const float *label_dep = s->part[2], *label_head = s->part[3];

	for (uint32_t from = 0; from < u->n; from += ROWS) {
		uint32_t rows = u->n - from < ROWS ? u->n - from : ROWS;

		for (uint32_t i = 0; i < rows; i++) {
			float *row = s->rows + i * (labels + 1);

			memcpy(row, label_dep + (size_t)(u->first + from + i) * labels, labels * sizeof(float));
			row[labels] = 1.0f;
		}
		apply(s, &a->turned, s->rows, rows, labels + 1, s->step, a->label.n);
		for (uint32_t i = 0; i < rows; i++) {
			struct token *t = token_at(&slots[u->first + from + i]);
			uint32_t h = heads[from + i];
			const float *head = label_head + (size_t)(h ? u->first + h - 1 : n_all) * labels;
			uint32_t r = relation_of(a, s->step + (size_t)i * a->label.n, head, h == 0);

			t->head = h ? slots[u->first + h - 1].token : NONE;
			t->deprel = h ? a->deprel_of[r] : DEP_ROOT;
		}
	}
}

/* Tree of one unit: arcs by (dependent, 1) · arc · head, then the label of every chosen arc. */
static void tree(struct analyse_scratch *s, const struct slot *slots, const struct unit *u, uint32_t n_all)
{
	const struct analyser *a = s->a;
	const struct kernels *k = a->k;
	uint32_t n = u->n, arcs = a->arc_n, stride = a->arc.n;
	const float *dep = s->part[0] + (size_t)u->first * stride;	/* already through arc: (n, arc.n) */
	const float *head = s->part[1];
	float *columns = s->work, *scores = s->tree;
	uint32_t heads[UNIT_MAX];

	for (uint32_t j = 0; j <= n; j++) {
		const float *row = head + (size_t)(j ? u->first + j - 1 : n_all) * arcs;

		for (uint32_t i = 0; i < arcs; i++)
			columns[i * (n + 1) + j] = row[i];
	}
	for (uint32_t i = 0; i < n; i++) {
		float *row = scores + i * (n + 1);

		memset(row, 0, (n + 1) * sizeof(float));
		for (uint32_t c = 0; c < arcs; c++)
			k->axpy(dep[i * stride + c], columns + c * (n + 1), row, n + 1);
	}
	decode_tree(scores, n, heads, s->work);
	labels_of(s, slots, u, heads, n_all);
}

static void trees(struct analyse_scratch *s, const struct slot *slots, const struct unit *units, uint32_t n_units, uint32_t n)
{
	const struct analyser *a = s->a;
	float *dep = s->part[4];

	memcpy(s->y + (size_t)n * 2 * a->h, a->root, 2 * a->h * sizeof(float));
	apply(s, &a->arc_dep, s->y, n, 2 * a->h, dep, a->arc_n);
	leaky(dep, (size_t)n * a->arc_n);
	/* the constant behind the dependent is part of the layer's bias */
	apply(s, &a->arc, dep, n, a->arc_n, s->part[0], a->arc.n);
	apply(s, &a->arc_head, s->y, n + 1, 2 * a->h, s->part[1], a->arc_head.n);
	leaky(s->part[1], (size_t)(n + 1) * a->arc_head.n);
	apply(s, &a->label_dep, s->y, n, 2 * a->h, s->part[2], a->label_n);
	leaky(s->part[2], (size_t)n * a->label_n);
	apply(s, &a->label_head, s->y, n + 1, 2 * a->h, s->part[3], a->label_n);
	leaky(s->part[3], (size_t)(n + 1) * a->label_n);
	for (uint32_t u = 0; u < n_units; u++)
		tree(s, slots, &units[u], n);
}

/* ---- documents ---------------------------------------------------------------------- */

static void group(struct analyse_scratch *s, const struct slot *slots, const struct unit *units, uint32_t n_units, uint32_t n)
{
	const struct analyser *a = s->a;

	for (uint32_t i = 0; i < n; i++)
		embed(s, token_at(&slots[i]), slots[i].lists, s->x + (size_t)i * a->in);
	for (int layer = 0; layer < 2; layer++) {
		uint32_t width = layer ? 2 * a->h : a->in;

		if (layer)
			memcpy(s->x, s->y, (size_t)n * width * sizeof(float));
		recur(s, &a->lstm[layer][0], units, n_units, n, s->x, width, false);
		recur(s, &a->lstm[layer][1], units, n_units, n, s->x, width, true);
	}
	tags(s, slots, n);
	names(s, slots, units, n_units, n);
	trees(s, slots, units, n_units, n);
}

static int longer_first(const void *x, const void *y)
{
	const struct unit *a = x, *b = y;

	if (a->n != b->n)
		return a->n < b->n ? 1 : -1;
	return a->order < b->order ? -1 : a->order > b->order;
}

/* What no label alone can know: one root, one subject; particles that stand apart go to their verb's lemma. */
static void finish(const struct analyser *a, struct doc *d)
{
	for (size_t i = 0; i < d->sentences.n; i++) {
		const struct sentence *x = &d->sentences.at[i];
		uint32_t root = NONE;

		for (uint32_t t = x->first; t < x->end; t++) {
			if (d->tokens.at[t].head != NONE)
				continue;
			if (root == NONE) {
				root = t;
			} else {
				d->tokens.at[t].head = root;
				d->tokens.at[t].deprel = DEP_PARATAXIS;
			}
		}
	}
	/* no clause has two subjects: the later one is the object that the clause lacks */
	for (size_t i = 0; i < d->tokens.n; i++) {
		struct token *t = &d->tokens.at[i];
		bool before = false, object = false;

		if (t->deprel != DEP_NSUBJ || t->head == NONE)
			continue;
		const struct sentence *x = &d->sentences.at[t->sentence];

		for (uint32_t k = x->first; k < x->end; k++)
			if (d->tokens.at[k].head == t->head) {
				before |= k < i && d->tokens.at[k].deprel == DEP_NSUBJ;
				object |= d->tokens.at[k].deprel == DEP_OBJ || d->tokens.at[k].deprel == DEP_CCOMP;
			}
		if (before && !object)
			t->deprel = DEP_OBJ;
	}
	if (!a->has_joined)
		return;
	for (size_t i = 0; i < d->tokens.n; i++) {
		struct token *t = &d->tokens.at[i];

		if (t->upos == UPOS_VERB) {
			uint32_t known = lookup_find(&a->joined, t->lemma);

			if (known != UINT32_MAX)
				t->lemma = strings_at(&a->joined_lemmas, known);
		}
	}
	for (size_t i = 0; i < d->tokens.n; i++) {
		const struct token *p = &d->tokens.at[i];

		if (p->deprel != DEP_COMPOUND_PRT || p->head == NONE)
			continue;
		struct token *v = &d->tokens.at[p->head];

		if (v->upos == UPOS_VERB && str_find(v->lemma, '_') == v->lemma.n && p->form.n + v->lemma.n < 120)
			v->lemma = str_printf(d->a, "%.*s_%.*s", STR_ARG(unicode_lower_str(d->a, p->form)), STR_ARG(v->lemma));
	}
}

struct units { VEC(struct unit) at; };

static void cut(struct analyse_scratch *s, struct doc *d, struct units *units)
{
	uint16_t *lists = arena_array(&s->batch, uint16_t, d->tokens.n + 1);

	for (size_t i = 0; i < d->sentences.n; i++) {
		const struct sentence *x = &d->sentences.at[i];

		lists_features(&s->a->lists, d->tokens.at + x->first, x->end - x->first, lists + x->first);
		for (uint32_t t = x->first; t < x->end; t += UNIT_MAX) {
			uint32_t n = x->end - t < UNIT_MAX ? x->end - t : UNIT_MAX, order = (uint32_t)units->at.n;

			*vec_push(&s->batch, &units->at) = (struct unit){ .d = d, .lists = lists, .first = t, .n = n, .order = order };
		}
	}
}

/* The unit's tokens behind the n that are in the group. */
static uint32_t seat(struct analyse_scratch *s, const struct unit *u, uint32_t n)
{
	for (uint32_t t = u->first; t < u->first + u->n; t++)
		s->slots[n++] = (struct slot){ .d = u->d, .token = t, .lists = u->lists[t] };
	return n;
}

/* Tokens of each group, so that none is much smaller than the others. */
static uint32_t even_groups(uint32_t tokens)
{
	uint32_t groups = (tokens + GROUP_TOKENS / 2) / GROUP_TOKENS;

	return groups ? (tokens + groups - 1) / groups : GROUP_TOKENS;
}

int analyse_docs(const struct analyser *a, struct analyse_scratch *s, struct doc *const *docs, size_t n_docs)
{
	struct units units = { 0 };

	uint32_t total = 0, even;

	arena_reset(&s->batch);
	for (size_t i = 0; i < n_docs; i++) {
		cut(s, docs[i], &units);
		total += (uint32_t)docs[i]->tokens.n;
	}
	even = even_groups(total);
	if (units.at.n)
		qsort(units.at.at, units.at.n, sizeof(*units.at.at), longer_first);
	for (size_t i = 0; i < units.at.n; ) {
		uint32_t n = 0, n_units = 0;

		for (; i < units.at.n && n < even; i++) {
			s->placed[n_units++] = (struct unit){ .first = n, .n = units.at.at[i].n };
			n = seat(s, &units.at.at[i], n);
		}
		group(s, s->slots, s->placed, n_units, n);
	}
	for (size_t i = 0; i < n_docs; i++) {
		finish(a, docs[i]);
		names_agree(docs[i]);
		doc_link_tree(docs[i]);
	}
	return COU_OK;
}
