/* words.h - what the commands that take a text from the command line share. */
#ifndef CLI_WORDS_H
#define CLI_WORDS_H

#include "base/arena.h"
#include "base/str.h"
#include "cli/options.h"

/* The words of the command line with a blank between them, or standard input when there are none or only "-".  0, or an exit code after a
 * message. */
int text_of_words(const struct settings *s, struct arena *a, struct str *text);

/* Opens the library with the home and the user's tables that the settings name; as cou_open. */
int open_program(struct cou **c, const struct settings *s, struct cou_error *e);

#endif
