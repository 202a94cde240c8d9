/* coder.h - the coder's frames, for those who look into them. */
#ifndef CODE_CODER_H
#define CODE_CODER_H

#include "code/code.h"
#include "code/frame.h"

struct numbers;

const struct frames *coder_frames(const struct coder *c);
const struct numbers *coder_numbers(const struct coder *c);

#endif
