/* pieces.h - a document of parts that its form tells apart: who speaks, what is a heading, what a paragraph. */
#ifndef INGEST_PIECES_H
#define INGEST_PIECES_H

#include "ingest/format.h"

struct piece {
	enum block_type type;		/* SPEAKER, SUBHEADING, CAPTION, LIST, or PARAGRAPH */
	struct str text;		/* on one line, not empty */
	struct str lang;		/* ISO 639-1, or empty: that of the whole */
};

#define SPEAKER_UNKNOWN "\xE2\x80\xA6:"	/* as a speaker's line: whoever spoke before speaks no longer */

struct pieces {
	struct arena *a;
	VEC(struct piece) list;
	bool spoken;			/* a transcript: its paragraphs are what somebody said, and nothing of a web page stands between them */
};

void pieces_init(struct pieces *p, struct arena *a);

/* text is p's arena's or lives as long; white space at its ends is cut off, and nothing added if nothing remains. */
void pieces_add(struct pieces *p, enum block_type type, struct str text, struct str lang);

/* Title, blank line, the pieces with blank lines between (a speaker and what he says: none), in NFC; metadata as article_document.  x->text and x->markup are
 * not looked at.  Pieces in another language than most of the text are left out: a document is coded in one.  COU_EINPUT when no text remains, COU_ELIMIT
 * when there is more than a text may have. */
int pieces_document(const struct reading *g, const struct article *x, const struct pieces *p, struct doc *d, struct error *e);

/* ISO 639-1 of a language tag (BCP 47: "nl-BE") or of a code of three letters of the languages read here; empty: unknown. */
struct str language_code(struct str tag);

#endif
