/* xml.h - XML 1.0 as a tree; xml.c alone sees expat.
 *
 * Names are compared with the namespace's URI left off (newsrooms disagree about URIs, and no two of the formats read here clash), so that "dc:date" is
 * "date" with .space telling the URI where it matters.  The five entities of XML are resolved; one that is declared nowhere stays as it
 * is written ("&nbsp;"), for readers of markup; a document that declares its own is refused; nothing external is ever opened.
 */
#ifndef INGEST_XML_H
#define INGEST_XML_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/str.h"

enum {
	XML_DEPTH_MAX = 256,
	XML_NODES_MAX = 2000000,
	XML_ATTRIBUTES_MAX = 200	/* of one element; the others are left out */
};

struct xml_attribute {
	struct str name, space, value;
};

struct xml {				/* an element, or a piece of text between elements */
	struct str name, space;		/* local name and namespace URI; name empty: text */
	struct str text;		/* of a piece of text, else empty */
	struct xml_attribute *attributes;
	size_t n_attributes;
	struct xml *parent, *first, *last, *next;
	unsigned line;			/* from 1 */
	bool open;			/* the bytes broke off inside it */
};

/* All memory is a's; bytes in UTF-8, UTF-16, or the charset that `charset` (of the transport; may be empty) or the XML declaration names.
 * COU_EINPUT with the line where it is not well formed, COU_ELIMIT too deep or too large.  With partial (not NULL) what came before the error is kept:
 * *partial is set, *e says where it broke, and 0 is returned as long as there is a root. */
int xml_read(struct arena *a, struct str bytes, struct str charset, struct xml **root, bool *partial, struct error *e);

/* The same without the attributes of those names (ends with NULL; NULL: none), of files that are mostly such. */
int xml_read_without(struct arena *a, struct str bytes, struct str charset, const char *const *unwanted, struct xml **root, bool *partial, struct error *e);

/* The same of what was meant to be XML and is not, as with feeds: bytes that are not well formed are mended (mend.c) and read again; only what is then still
 * broken counts.  A mended document's prefixes stand for their namespaces: .space is the prefix. */
int xml_read_mended(struct arena *a, struct str bytes, struct str charset, struct xml **root, bool *partial, struct error *e);

/* The parts of that, mend.c: UTF-8 whose bad bytes are read as windows-1252; and markup written anew, COU_ELIMIT when it is too deep. */
struct str mend_utf8(struct arena *a, struct str s);
int mend_xml(struct arena *a, struct str bytes, struct str *out, struct error *e);

/* Local name of the root of what begins with head, declaration, comments and document type before it passed over; empty: no markup. */
struct str xml_root(struct str head);

/* First child element of that local name, or NULL; x may be NULL. */
const struct xml *xml_child(const struct xml *x, const char *name);

/* The next sibling element of x of the same local name, or NULL. */
const struct xml *xml_again(const struct xml *x);

/* Child of a child …: "head/docdata/date.issue". */
const struct xml *xml_path(const struct xml *x, const char *path);

/* First descendant element of that name in document order (x itself not), or NULL. */
const struct xml *xml_find(const struct xml *x, const char *name);

/* The next element of that name behind x in document order, inside top. */
const struct xml *xml_following(const struct xml *top, const struct xml *x, const char *name);

/* Attribute of that local name (xml:lang is "lang"), or empty; x may be NULL. */
struct str xml_get(const struct xml *x, const char *name);

/* All text inside x, white space collapsed to single blanks and off the ends; empty for NULL. */
struct str xml_text(struct arena *a, const struct xml *x);

/* The same with the elements written out again as markup ("<p>…</p>"), for bodies of XHTML. */
struct str xml_markup(struct arena *a, const struct xml *x);

#endif
