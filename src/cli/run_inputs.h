/* run_inputs.h - what code and parse share: the inputs of the command line through cou_code to the output. */
#ifndef CLI_RUN_INPUTS_H
#define CLI_RUN_INPUTS_H

#include "cli/output.h"

/* Returns the exit code; out is closed. */
int run_inputs(const struct settings *s, const struct cou_options *o, struct output *out);

#endif
