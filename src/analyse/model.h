/* model.h - the model file: named sections, used in place.
 *
 *	"COUMODL\n"  version u32  sections u32  size u64  checksum u64 (of all bytes after the header)
 *	section table: name char[24], rows u32, cols u32, offset u64, size u64
 *	sections, each aligned to 64 bytes: bytes, u32, f32, or packed int8 (kernels.h)
 *
 * All numbers little-endian.  Strings lie in a pool with offsets beside it; dictionaries add a table of slots (string
 * number + 1, 0 free) addressed by FNV-1a of the key, linear probing.
 */
#ifndef ANALYSE_MODEL_H
#define ANALYSE_MODEL_H

#include "base/error.h"
#include "base/str.h"

#define MODEL_VERSION 1

struct model {
	struct str file;
	const struct model_section *sections;
	uint32_t n_sections;
};

struct strings {			/* [n] */
	const char *pool;
	const uint32_t *at;		/* [n + 1] */
	uint32_t n;
};

struct lookup {				/* text → index of strings */
	struct strings keys;
	const uint32_t *slots;
	uint32_t n_slots;		/* a power of two */
};

struct layer {				/* y = W x + b, W packed int8 */
	const int8_t *w;
	const float *scale, *bias;	/* [n] */
	const int32_t *row_sum;		/* [n] */
	uint32_t n, k;			/* n padded to 16, k to 4 */
};

struct table {				/* int8 rows with a scale each */
	const int8_t *at;
	const float *scale;
	uint32_t rows, cols;
};

int model_open(struct model *m, const char *path, struct error *e);
void model_close(struct model *m);

/* Each finds the sections of that name, checks their shapes and indexes and fills *x; COU_EDATA otherwise. */
int model_layer(const struct model *m, const char *name, struct layer *x, struct error *e);
int model_table(const struct model *m, const char *name, struct table *x, struct error *e);
int model_floats(const struct model *m, const char *name, uint32_t rows, uint32_t cols, const float **x, struct error *e);
int model_numbers(const struct model *m, const char *name, const uint32_t **x, uint32_t *n, struct error *e);
int model_strings(const struct model *m, const char *name, struct strings *x, struct error *e);
int model_lookup(const struct model *m, const char *name, struct lookup *x, struct error *e);
bool model_has(const struct model *m, const char *name);

static inline struct str strings_at(const struct strings *s, uint32_t i)
{
	return (struct str){ s->pool + s->at[i], s->at[i + 1] - s->at[i] };
}

/* FNV-1a, 32 bits. */
uint32_t model_hash(struct str key);

/* Index of key, or UINT32_MAX. */
uint32_t lookup_find(const struct lookup *l, struct str key);

#endif
