/* analyse.h - the language analysis: tags, features, lemmas, trees and names by one trained network.
 *
 * The network (train/network.py): word vectors, hashed character n-grams and a shape class → two layers of bidirectional LSTM →
 * UPOS, UFeats, lemma edit script, biaffine arcs and labels, BIO names.  Weights are 8-bit with one scale a row; all sums of
 * products of the large layers are exact integers and the rest is float arithmetic in a fixed order, so that every machine
 * gives the same answer.
 */
#ifndef ANALYSE_ANALYSE_H
#define ANALYSE_ANALYSE_H

#include "base/error.h"
#include "doc/doc.h"

struct analyser;
struct analyse_scratch;			/* working memory of one thread */

/* Maps the model file (train/export.py writes it); COU_EDATA with the reason when it is missing, damaged or of another version. */
int analyser_open(struct analyser **out, const char *model_path, struct error *e);
void analyser_close(struct analyser *a);

struct analyse_scratch *analyse_scratch_new(const struct analyser *a);
void analyse_scratch_free(struct analyse_scratch *s);

/* Fills upos, feats, bits, lemma, head, deprel, ne of all tokens of the documents and links their trees.  What comes of one does not depend on the others, but short ones
 * are done faster together.  Thread-safe with one scratch a thread. */
int analyse_docs(const struct analyser *a, struct analyse_scratch *s, struct doc *const *docs, size_t n);

/* Name of the kernels in use: "avx512vnni", "avx2" or "portable"; COULISSE_KERNELS in the environment may ask for a lower one. */
const char *analyse_kernels(const struct analyser *a);

#endif
