/* fold.h - one deed told with several words of a sentence. */
#ifndef CODE_FOLD_H
#define CODE_FOLD_H

#include "code/syntax.h"

/* Makes one event of a deed and its casualties: "shelled the town, killing 12", "six were killed in an air strike".  The events lie in text order. */
void fold_deeds(struct coding *c);

#endif
