/* model.c - opening a model file; nothing in it is believed before it is checked. */
#include "analyse/model.h"

#include "base/file.h"

#include <stdio.h>

struct header {
	char magic[8];
	uint32_t version, n_sections;
	uint64_t size, checksum;
};

struct model_section {
	char name[24];
	uint32_t rows, cols;
	uint64_t offset, size;
};

uint32_t model_hash(struct str key)
{
	uint32_t h = 2166136261u;

	for (size_t i = 0; i < key.n; i++)
		h = (h ^ (uint8_t)key.p[i]) * 16777619u;
	return h;
}

/* Sum over 8-byte words with mixing; the file is a multiple of 64 bytes long. */
static uint64_t checksum(struct str bytes)
{
	uint64_t h[4] = { 1, 2, 3, 4 };

	for (size_t i = 0; i + 32 <= bytes.n; i += 32)
		for (int k = 0; k < 4; k++) {
			uint64_t v;

			memcpy(&v, bytes.p + i + 8 * k, 8);
			h[k] = (h[k] ^ v) * 0x9E3779B97F4A7C15u;
		}
	return h[0] ^ h[1] >> 1 ^ h[2] >> 2 ^ h[3] >> 3;
}

int model_open(struct model *m, const char *path, struct error *e)
{
	struct header h;

	memset(m, 0, sizeof(*m));
	int r = file_map(path, &m->file, e);

	if (r)
		return r;
	if (m->file.n < sizeof(h) || memcmp(m->file.p, "COUMODL\n", 8) != 0) {
		model_close(m);
		return error_set(e, COU_EDATA, "%s: not a model of coulisse", path);
	}
	memcpy(&h, m->file.p, sizeof(h));
	if (h.version != MODEL_VERSION) {
		model_close(m);
		return error_set(e, COU_EDATA, "%s: model version %u, this program reads %u", path, h.version, MODEL_VERSION);
	}
	uint64_t table = (uint64_t)h.n_sections * sizeof(struct model_section);

	if (h.size != m->file.n || h.n_sections > 1000 || sizeof(h) + table > m->file.n ||
	    h.checksum != checksum(str_sub(m->file, sizeof(h), m->file.n))) {
		model_close(m);
		return error_set(e, COU_EDATA, "%s: the model file is damaged or incomplete", path);
	}
	m->sections = (const struct model_section *)(m->file.p + sizeof(h));
	m->n_sections = h.n_sections;
	for (uint32_t i = 0; i < m->n_sections; i++) {
		const struct model_section *s = &m->sections[i];

		if (s->offset % 64 || s->offset > m->file.n || s->size > m->file.n - s->offset || s->name[23]) {
			model_close(m);
			return error_set(e, COU_EDATA, "%s: section %u lies outside the file", path, i);
		}
	}
	return COU_OK;
}

void model_close(struct model *m)
{
	if (m->file.p)
		file_unmap(m->file);
	memset(m, 0, sizeof(*m));
}

static const struct model_section *section(const struct model *m, const char *name, const char *part)
{
	char full[48];

	snprintf(full, sizeof(full), "%s%s", name, part);
	for (uint32_t i = 0; i < m->n_sections; i++)
		if (strcmp(m->sections[i].name, full) == 0)
			return &m->sections[i];
	return NULL;
}

bool model_has(const struct model *m, const char *name)
{
	return section(m, name, "") != NULL;
}

/* The bytes of a section which must hold rows × cols × width bytes. */
static const void *bytes(const struct model *m, const struct model_section *s, uint64_t width)
{
	return s && (uint64_t)s->rows * s->cols * width == s->size ? m->file.p + s->offset : NULL;
}

static int broken(const char *name, struct error *e)
{
	return error_set(e, COU_EDATA, "model: section \"%s\" is missing or has the wrong shape", name);
}

int model_floats(const struct model *m, const char *name, uint32_t rows, uint32_t cols, const float **x, struct error *e)
{
	const struct model_section *s = section(m, name, "");

	*x = bytes(m, s, 4);
	return *x && s->rows == rows && s->cols == cols ? COU_OK : broken(name, e);
}

int model_numbers(const struct model *m, const char *name, const uint32_t **x, uint32_t *n, struct error *e)
{
	const struct model_section *s = section(m, name, "");

	*x = bytes(m, s, 4);
	*n = s ? s->rows : 0;
	return *x && s->cols == 1 ? COU_OK : broken(name, e);
}

int model_table(const struct model *m, const char *name, struct table *x, struct error *e)
{
	const struct model_section *s = section(m, name, "");

	x->at = bytes(m, s, 1);
	if (!x->at || !s->rows)
		return broken(name, e);
	x->rows = s->rows;
	x->cols = s->cols;
	char scale[32];

	snprintf(scale, sizeof(scale), "%s.s", name);
	return model_floats(m, scale, x->rows, 1, &x->scale, e);
}

int model_layer(const struct model *m, const char *name, struct layer *x, struct error *e)
{
	const struct model_section *w = section(m, name, ".w"), *s = section(m, name, ".s"), *b = section(m, name, ".b"), *r = section(m, name, ".r");

	x->w = bytes(m, w, 1);
	x->scale = bytes(m, s, 4);
	x->bias = bytes(m, b, 4);
	x->row_sum = bytes(m, r, 4);
	if (!x->w || !x->scale || !x->bias || !x->row_sum || w->rows % 16 || w->cols % 4 || !w->rows || !w->cols ||
	    w->cols > 4096 || s->rows != w->rows || b->rows != w->rows || r->rows != w->rows || s->cols != 1 || b->cols != 1 || r->cols != 1)
		return broken(name, e);
	x->n = w->rows;
	x->k = w->cols;
	return COU_OK;
}

int model_strings(const struct model *m, const char *name, struct strings *x, struct error *e)
{
	const struct model_section *p = section(m, name, ".pool"), *a = section(m, name, ".at");

	x->at = bytes(m, a, 4);
	x->pool = bytes(m, p, 1);
	if (!x->at || !x->pool || !a->rows || a->cols != 1)
		return broken(name, e);
	x->n = a->rows - 1;
	for (uint32_t i = 0; i < x->n; i++)
		if (x->at[i] > x->at[i + 1])
			return broken(name, e);
	return x->at[x->n] <= p->size ? COU_OK : broken(name, e);
}

int model_lookup(const struct model *m, const char *name, struct lookup *x, struct error *e)
{
	const struct model_section *s = section(m, name, ".slots");
	int r = model_strings(m, name, &x->keys, e);

	if (r)
		return r;
	x->slots = bytes(m, s, 4);
	if (!x->slots || s->cols != 1 || !s->rows || (s->rows & (s->rows - 1)) || s->rows <= x->keys.n)
		return broken(name, e);
	x->n_slots = s->rows;
	for (uint32_t i = 0; i < x->n_slots; i++)
		if (x->slots[i] > x->keys.n)
			return broken(name, e);
	return COU_OK;
}

uint32_t lookup_find(const struct lookup *l, struct str key)
{
	uint32_t mask = l->n_slots - 1;

	for (uint32_t i = model_hash(key) & mask, tries = 0; tries <= mask; i = (i + 1) & mask, tries++) {
		if (!l->slots[i])
			return UINT32_MAX;
		if (str_eq(strings_at(&l->keys, l->slots[i] - 1), key))
			return l->slots[i] - 1;
	}
	return UINT32_MAX;
}
