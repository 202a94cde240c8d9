/* network.h - the network of one language as it stands in the mapped model file: opened in network_open.c, run in network.c. */
#ifndef ANALYSE_NETWORK_H
#define ANALYSE_NETWORK_H

#include "analyse/analyse.h"
#include "analyse/kernels.h"
#include "analyse/lists.h"
#include "analyse/model.h"

enum { RELATIONS_MAX = 128 };

struct direction { struct layer input, recurrent; };	/* gates (4H) from input and from hidden state */

struct analyser {
	struct model model;
	const struct kernels *k;
	struct lookup words, forms, joined;
	struct strings form_lemmas, joined_lemmas;	/* beside forms and joined */
	bool has_joined;
	struct table word, gram, shape;
	struct lists lists;
	struct direction lstm[2][2];			/* [layer][forward, backward] */
	struct layer mid, upos, feats, script, name_mid, name, arc_dep, arc_head, label_dep, label_head, arc, label;
	struct layer turned;				/* label, in the order of turn_labels */
	const float *root;				/* (2H) */
	struct strings upos_names, feats_names, script_names, relation_names;
	uint8_t upos_of[64], deprel_of[RELATIONS_MAX];
	uint64_t *feats_bits;				/* [feats] */
	uint32_t in, h, mid_n, arc_n, label_n, n_relations;
};

#endif
