/* features.h - what the network sees of a word: vocabulary row, hashed n-grams, shape.  Twin of train/network.py. */
#ifndef ANALYSE_FEATURES_H
#define ANALYSE_FEATURES_H

#include "base/str.h"

#define FEATURES_KEY_MAX	40	/* code points of a key that give n-grams */
#define FEATURES_GRAMS_MAX	(4 * (FEATURES_KEY_MAX + 2))

/* The form in lower case with every decimal digit as 0; in out (n bytes room); longer keys are cut at a code point. */
struct str features_key(struct str form, char *out, size_t n);

/* Rows (modulo `rows`) of the n-grams of 2 to 5 code points of "<key>". */
uint32_t features_grams(struct str key, uint32_t rows, uint32_t out[FEATURES_GRAMS_MAX]);

/* 0..15: capitals + 4 × kind of characters. */
uint32_t features_shape(struct str form);

#endif
