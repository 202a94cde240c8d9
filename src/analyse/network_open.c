/* network_open.c - opens a model file: layers, tables and classes, and whether their sizes fit together. */
#include "analyse/network.h"

#include <stdlib.h>

static int lookup_strings(const struct model *m, const char *keys, const char *values, struct lookup *l, struct strings *v, struct error *e)
{
	int r = model_lookup(m, keys, l, e);

	if (!r)
		r = model_strings(m, values, v, e);
	if (!r && v->n != l->keys.n)
		r = error_set(e, COU_EDATA, "model: \"%s\" and \"%s\" differ in length", keys, values);
	return r;
}

static int open_layers(struct analyser *a, struct error *e)
{
	const struct model *m = &a->model;
	struct { const char *name; struct layer *at; } layers[] = {
		{ "l0f.x", &a->lstm[0][0].input }, { "l0f.h", &a->lstm[0][0].recurrent },
		{ "l0b.x", &a->lstm[0][1].input }, { "l0b.h", &a->lstm[0][1].recurrent },
		{ "l1f.x", &a->lstm[1][0].input }, { "l1f.h", &a->lstm[1][0].recurrent },
		{ "l1b.x", &a->lstm[1][1].input }, { "l1b.h", &a->lstm[1][1].recurrent },
		{ "mid", &a->mid }, { "upos", &a->upos }, { "feats", &a->feats }, { "script", &a->script },
		{ "name_mid", &a->name_mid }, { "name", &a->name }, { "arc_dep", &a->arc_dep }, { "arc_head", &a->arc_head },
		{ "label_dep", &a->label_dep }, { "label_head", &a->label_head }, { "arc", &a->arc }, { "label", &a->label },
	};
	int r = 0;

	for (size_t i = 0; !r && i < sizeof(layers) / sizeof(*layers); i++)
		r = model_layer(m, layers[i].name, layers[i].at, e);
	if (!r)
		r = model_table(m, "word", &a->word, e);
	if (!r)
		r = model_table(m, "gram", &a->gram, e);
	if (!r)
		r = model_table(m, "shape", &a->shape, e);
	if (!r)
		r = lists_open(m, &a->lists, e);
	if (r)
		return r;
	a->in = a->word.cols + a->gram.cols + a->shape.cols + LISTS_BITS;
	a->h = a->lstm[0][0].recurrent.k;
	a->mid_n = a->mid.n;
	a->arc_n = a->arc_dep.n;
	a->label_n = a->label_dep.n;
	r = model_floats(m, "root", 1, 2 * a->h, &a->root, e);
	if (r)
		return r;
	bool fits = a->in == a->lstm[0][0].input.k && a->in == a->lstm[0][1].input.k && a->shape.rows == 16 && a->h % 4 == 0;

	for (int l = 0; l < 2; l++)
		for (int d = 0; d < 2; d++) {
			const struct direction *x = &a->lstm[l][d];

			fits &= x->input.n == 4 * a->h && x->recurrent.n == 4 * a->h && x->recurrent.k == a->h && (l == 0 || x->input.k == 2 * a->h);
		}
	fits &= a->mid.k == 2 * a->h && a->name_mid.k == 2 * a->h && a->arc_dep.k == 2 * a->h && a->arc_head.k == 2 * a->h &&
		a->label_dep.k == 2 * a->h && a->label_head.k == 2 * a->h && a->upos.k == a->mid.n && a->feats.k == a->mid.n &&
		a->script.k == a->mid.n && a->name.k == a->name_mid.n && a->arc.k >= a->arc_n && a->arc.k <= a->arc_n + 4 &&
		a->arc.n >= a->arc_head.n && a->label.k >= a->label_n + 1 && a->label.k <= a->label_n + 4;
	return fits ? COU_OK : error_set(e, COU_EDATA, "model: the sizes of the layers do not fit together");
}

static int open_classes(struct analyser *a, struct error *e)
{
	const struct model *m = &a->model;
	int r = model_strings(m, "upos.names", &a->upos_names, e);

	if (!r)
		r = model_strings(m, "feats.names", &a->feats_names, e);
	if (!r)
		r = model_strings(m, "script.names", &a->script_names, e);
	if (!r)
		r = model_strings(m, "relation.names", &a->relation_names, e);
	if (r)
		return r;
	a->n_relations = a->relation_names.n;
	if (a->upos_names.n > a->upos.n || a->upos_names.n > 64 || a->feats_names.n > a->feats.n || a->script_names.n > a->script.n ||
	    a->n_relations > RELATIONS_MAX || !a->upos_names.n || !a->feats_names.n || !a->script_names.n || !a->n_relations ||
	    a->label.n < a->n_relations * (a->label_n + 1))
		return error_set(e, COU_EDATA, "model: more classes than scores");
	for (uint32_t i = 0; i < a->upos_names.n; i++) {
		int v = upos_find(strings_at(&a->upos_names, i));

		a->upos_of[i] = (uint8_t)(v < 0 ? UPOS_X : v);
	}
	for (uint32_t i = 0; i < a->n_relations; i++) {
		int v = deprel_find(strings_at(&a->relation_names, i));

		a->deprel_of[i] = (uint8_t)(v < 0 ? DEP_DEP : v);
	}
	a->feats_bits = calloc(a->feats_names.n, sizeof(*a->feats_bits));
	if (!a->feats_bits)
		return error_set(e, COU_EDATA, "out of memory");
	for (uint32_t i = 0; i < a->feats_names.n; i++)
		a->feats_bits[i] = feats_bits(strings_at(&a->feats_names, i));
	return COU_OK;
}

/* In the file the label layer's outputs lie relation by relation (relations, labels + 1); here label by label, so that the relations are summed side by side. */
static int turn_labels(struct analyser *a, struct error *e)
{
	const struct layer *from = &a->label;
	uint32_t n = a->n_relations, m = a->label_n + 1;
	int8_t *w = calloc((size_t)from->k, from->n);
	float *scale = calloc(from->n, sizeof(*scale)), *bias = calloc(from->n, sizeof(*bias));
	int32_t *row_sum = calloc(from->n, sizeof(*row_sum));

	a->turned = (struct layer){ .w = w, .scale = scale, .bias = bias, .row_sum = row_sum, .n = from->n, .k = from->k };
	if (!w || !scale || !bias || !row_sum)
		return error_set(e, COU_EDATA, "out of memory");
	for (uint32_t i = 0; i < n * m; i++) {
		uint32_t to = i % m * n + i / m;

		scale[to] = from->scale[i];
		bias[to] = from->bias[i];
		row_sum[to] = from->row_sum[i];
		for (uint32_t k = 0; k < from->k / 4; k++)
			memcpy(w + ((size_t)k * from->n + to) * 4, from->w + ((size_t)k * from->n + i) * 4, 4);
	}
	return COU_OK;
}

int analyser_open(struct analyser **out, const char *model_path, struct error *e)
{
	struct analyser *a = calloc(1, sizeof(*a));

	*out = NULL;
	if (!a)
		return error_set(e, COU_EDATA, "out of memory");
	int r = model_open(&a->model, model_path, e);

	if (!r)
		r = open_layers(a, e);
	if (!r)
		r = open_classes(a, e);
	if (!r)
		r = turn_labels(a, e);
	if (!r)
		r = model_lookup(&a->model, "words", &a->words, e);
	if (!r && a->words.keys.n > a->word.rows)
		r = error_set(e, COU_EDATA, "model: more words than vectors");
	if (!r)
		r = lookup_strings(&a->model, "forms", "form_lemmas", &a->forms, &a->form_lemmas, e);
	a->has_joined = model_has(&a->model, "joined.at");
	if (!r && a->has_joined)
		r = lookup_strings(&a->model, "joined", "joined_lemmas", &a->joined, &a->joined_lemmas, e);
	if (r) {
		analyser_close(a);
		return r;
	}
	a->k = kernels_choose(getenv("COULISSE_KERNELS"));
	*out = a;
	return COU_OK;
}

void analyser_close(struct analyser *a)
{
	if (!a)
		return;
	model_close(&a->model);
	free(a->feats_bits);
	free((void *)a->turned.w);
	free((void *)a->turned.scale);
	free((void *)a->turned.bias);
	free((void *)a->turned.row_sum);
	free(a);
}

const char *analyse_kernels(const struct analyser *a)
{
	return a->k->name;
}
