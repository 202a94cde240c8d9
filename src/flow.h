/* flow.h - one way through: the stages in their order, and what each needs of the home folder.
 *
 *	bytes → ingest → language → segment → analyse → link → code → record
 *
 * flow.c alone knows this order.  struct flow holds what all threads share (models, dictionaries: read only once open);
 * struct flow_worker what one thread needs for itself.  A language is opened when the first document in it comes.
 */
#ifndef FLOW_H
#define FLOW_H

#include "base/error.h"
#include "doc/doc.h"

#define STAGES(X)									\
	X(INGEST, "ingest") X(LANGUAGE, "language") X(SEGMENT, "segment")		\
	X(ANALYSE, "analyse") X(LINK, "link") X(TIME, "time") X(CODE, "code")

#define STAGE_(n, w) STAGE_##n,
enum stage { STAGES(STAGE_) STAGE_COUNT };
#undef STAGE_

const char *stage_word(enum stage s);
int stage_find(struct str word);	/* or -1 */

struct flow;
struct who;
struct coder;
struct flow_worker;

/* The folder with lang/ and data/: given, else $COULISSE_HOME, else beside the executable, else ../share/coulisse of it.
 * COU_EDATA when there is none. */
int flow_home(struct arena *a, const char *given, struct str *home, struct error *e);

int flow_open(struct flow **out, const char *home, struct error *e);

/* Lays a user's table over the world (doc/who.md); once, before the first document. */
int flow_use_who(struct flow *f, const char *path, struct error *e);

/* Lays a user's folder of frames over those of every language (doc/frames.md); before the first document. */
void flow_use_frames(struct flow *f, const char *path);
void flow_close(struct flow *f);
/* Opens the language as far as coding and returns its coder; NULL with *e filled. */
const struct coder *flow_language_coder(struct flow *f, struct str lang, struct error *e);

/* The world, opened by the first document or by this; NULL with *e filled. */
const struct who *flow_world(struct flow *f, struct error *e);
const char *flow_home_of(const struct flow *f);

/* Opens the language now, as far as the stage, instead of at its first document. */
int flow_warm(struct flow *f, struct str lang, enum stage until, struct error *e);

/* The languages there are, ISO 639-1, in alphabetical order. */
size_t flow_languages(const struct flow *f, struct str *lang, size_t max);

/* "coulisse 0.1.0 nl-2026.1": what names the coder in every line; lives as long as the flow. */
struct str flow_coder(struct flow *f, struct str lang);

/* Where the frame of an event stands ("conflict.frames:12 verb bomb"), for explanations; empty when the language is not open. */
struct str flow_frame(const struct flow *f, struct str lang, uint32_t frame, struct arena *a);

struct flow_worker *flow_worker_new(struct flow *f);
void flow_worker_free(struct flow_worker *w);

/* Takes an ingested document (text, blocks, perhaps lang) through all stages up to and including until; stages whose layer the document
 * brings along (tokens: language and segment) are left out.  COU_EINPUT: the document's language is not among ours, nothing was done;
 * COU_EDATA: a file of the home is missing or damaged. */
int flow_doc(struct flow_worker *w, struct doc *d, enum stage until, struct error *e);

enum { FLOW_TOGETHER = 32 };

struct flow_task {
	struct doc *d;
	struct error *e;
	int rc;				/* set: as flow_doc returns it */
};

/* The same for 1 to FLOW_TOGETHER documents, stage after stage.  What comes of each is what flow_doc makes of it, and short ones are done faster so. */
void flow_docs(struct flow_worker *w, struct flow_task *tasks, size_t n, enum stage until);

/* Processor seconds that all workers freed so far have spent, by stage, and the documents and tokens they have seen. */
struct flow_timings {
	double seconds[STAGE_COUNT];
	double open;			/* opening languages */
	size_t docs, tokens;
};
struct flow_timings flow_timings(struct flow *f);

#endif
