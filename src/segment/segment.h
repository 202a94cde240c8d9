/* segment.h - text to sentences and words of Universal Dependencies v2.
 *
 * Language knowledge is data: lang/XX/segment.txt (abbreviations, clitics, multi-word tokens).
 */
#ifndef SEGMENT_SEGMENT_H
#define SEGMENT_SEGMENT_H

#include "base/error.h"
#include "doc/doc.h"

struct segmenter;

int segmenter_open(struct segmenter **out, const char *lang_dir, struct error *e);
void segmenter_close(struct segmenter *s);

/* Fills d->sentences and d->tokens (span, form, sentence, cased) from d->text and d->blocks: text of the types title, lead, paragraph,
 * subheading, quote, caption, list; never across blocks.  Thread-safe. */
int segment_doc(const struct segmenter *s, struct doc *d);

/* Language by function words and character n-grams; data in lang/XX/language.txt. */
struct languages;
int languages_open(struct languages **out, const char *lang_root, struct error *e);
void languages_close(struct languages *l);

/* ISO 639-1 code among those for which a folder exists; empty when the text is in none of them. */
struct str language_find(const struct languages *l, struct str text);

#endif
