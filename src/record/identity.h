/* identity.h - names of lines: the same input gives the same id, on any machine (RECORD.md §1).
 *
 * An id is a prefix and the first 64 bits of a SHA-256 over what identifies the line, each part with its length before it, so that no
 * two lists of parts run together.
 */
#ifndef RECORD_IDENTITY_H
#define RECORD_IDENTITY_H

#include "doc/doc.h"

enum { ID_SIZE = 20 };		/* "e-", 16 digits, NUL */

/* SHA-256 of the document's text. */
void identity_text(const struct doc *d, char out[65]);

/* "d-…" from url, title and text; used where the source gives no id.  Returns it in the document's arena. */
struct str identity_doc(const struct doc *d);

/* digest: of identity_text.  "e-…": type, mode, trigger, evidence, participants.  "s-…": relation, both parties, evidence, standing. */
void identity_event(const struct doc *d, const char digest[65], const struct event *ev, char out[ID_SIZE]);
void identity_state(const struct doc *d, const char digest[65], const struct state *st, char out[ID_SIZE]);

/* "x-…", the same for the same name, country and kind: for participants that no entity stands for. */
void identity_minted(struct str name, const char *country, enum kind kind, char out[ID_SIZE]);

#endif
