/* link.h - who, where, when: mentions to entities, places and dates.
 *
 * struct who is the world (one for all languages, memory-mapped); struct linker is what one language calls it.
 */
#ifndef LINK_LINK_H
#define LINK_LINK_H

#include "base/error.h"
#include "doc/doc.h"

struct who;

/* user: a table of the user's that adds and corrects (doc/who.md), or NULL. */
int who_open(struct who **out, const char *data_dir, const char *user, struct error *e);
void who_close(struct who *w);

struct linker;
int linker_open(struct linker **out, const struct who *w, const char *lang_dir, struct error *e);
void linker_close(struct linker *l);

/* Fills d->entities, d->mentions, d->mention_of and d->titles from tokens, trees and names.  Thread-safe. */
int link_doc(const struct linker *l, struct doc *d);

/* Temporal expressions: TIMEX3 values, resolved against d->date. */
struct timer;
int timer_open(struct timer **out, const char *lang_dir, struct error *e);
void timer_close(struct timer *t);

/* Fills d->times, in text order, not overlapping.  Thread-safe. */
int time_doc(const struct timer *t, struct doc *d);

#endif
