/* output.h - where the output goes: standard output or a file, complete or said not to be. */
#ifndef CLI_OUTPUT_H
#define CLI_OUTPUT_H

#include <stdio.h>

#include "cli/options.h"

struct output {
	FILE *file;
	const char *name;
	int broken;
};

/* 0, or EXIT_FAILED after a message. */
int output_open(struct output *o, const struct settings *s);

/* The same to that file; NULL: standard output. */
int output_open_file(struct output *o, const char *path);

/* A cou_write with a struct output: what it is given is out when it returns. */
int output_write(void *output, const char *bytes, size_t n);

/* EXIT_DONE, or EXIT_FAILED after a message when something could not be written. */
int output_close(struct output *o);

/* Is it a terminal?  *columns is its width, or left alone. */
int output_terminal(const struct output *o, unsigned *columns);

/* The exit code for what cou_… returned, after its message; EXIT_FAILED also when closing the output failed. */
int output_exit(struct output *o, int result, const struct cou_error *e);

/* The exit code for what cou_… returned, after its message, where there is no output. */
int exit_of(int result, const struct cou_error *e);

#endif
