/* coulisse_question.h - the public question as the inside has it. */
#ifndef COULISSE_QUESTION_H
#define COULISSE_QUESTION_H

#include "coulisse.h"
#include "query/question.h"

struct question question_of(const struct cou_question *from, enum ask ask);

/* The same back, of texts that have a NUL behind them, or none. */
struct cou_question question_to(const struct question *from);

#endif
