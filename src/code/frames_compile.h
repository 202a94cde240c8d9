/* frames_compile.h - the frame lexicon of a language from its text, in memory. */
#ifndef CODE_FRAMES_COMPILE_H
#define CODE_FRAMES_COMPILE_H

#include "code/frame_text.h"

/* Reads DIR/frames/ *.frames (by name), DIR/classes.txt and DIR/cues.txt into x; what is missing is said on standard error.  Returns nonzero then. */
int lexicon_add_language(struct lexicon *x, const char *dir);

/* Reads a user's folder over it: DIR/XX/ when there is one for the language, else DIR itself: *.frames, classes.txt, cues.txt as far as they
 * are there.  Its frames win over all others. */
int lexicon_add_user(struct lexicon *x, const char *dir, struct str lang);

/* The frames of the language folder with the user's over them; *memory holds them.  COU_EDATA after messages that name file and line. */
int frames_compile(struct frames **out, struct arena *memory, const char *lang_dir, const char *user_dir, struct error *e);

#endif
