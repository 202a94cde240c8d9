/* decode.h - from scores to structures: maximum spanning trees, name spans, lemmas. */
#ifndef ANALYSE_DECODE_H
#define ANALYSE_DECODE_H

#include "base/str.h"
#include "doc/words.h"

/* heads[i] (0 = root, else 1..n) of the maximum spanning tree with exactly one root over scores (n, n + 1): score of head j for
 * token i.  Chu and Liu 1965, Edmonds 1967; the greedy choice is taken where it is a tree already.  work: 4 (n + 1)² floats. */
void decode_tree(const float *scores, uint32_t n, uint32_t *heads, float *work);

/* Best BIO sequence of scores (n, NE count) in which I-X follows only B-X or I-X.  back: n × NE count bytes. */
void decode_names(const float *scores, uint32_t n, uint8_t *tags, uint8_t *back);

/* The form edited by the script of train/conllu.py; false where the script does not fit. */
bool decode_lemma(struct arena *a, struct str form, struct str script, struct str *lemma);

#endif
