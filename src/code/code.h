/* code.h - who did what to whom, whether it happened, and according to whom: doc/frames.md. */
#ifndef CODE_CODE_H
#define CODE_CODE_H

#include "base/error.h"
#include "doc/doc.h"

struct coder;


/* user_frames: a folder of frames laid over those of the language (doc/frames.md), or NULL. */
int coder_open(struct coder **out, const char *lang_dir, const char *data_dir, const char *user_frames, struct error *e);
void coder_close(struct coder *c);

/* Fills d->events and d->states from all layers before.  Thread-safe. */
int code_doc(const struct coder *c, struct doc *d);

/* Where an event's frame stands and what it is ("conflict.frames:12 verb bomb"), for explanations; "statement" for NONE. */
struct str coder_frame(const struct coder *c, uint32_t frame, struct arena *a);

#endif
