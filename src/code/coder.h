/* coder.h - the coder's frames, for those who look into them. */
#ifndef CODE_CODER_H
#define CODE_CODER_H

#include "code/code.h"
#include "code/frame.h"

const struct frames *coder_frames(const struct coder *c);

#endif
