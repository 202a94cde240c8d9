/* doc.h - the one thing that travels: a document and its layers.
 *
 *	bytes → ingest → segment → analyse → link → code → record
 *	         blocks   sentences  tags,     who,    events,
 *	         text     tokens     trees,    where,  states,
 *	         metadata language   names     when    claims
 *
 * Each stage reads the layers before it and adds its own.  Every layer points into
 * `text` by byte offset; offsets become code points only when a line is written
 * (doc_point).  All memory is the document's arena; a layer is an array that its
 * stage fills and later stages leave alone.
 */
#ifndef DOC_DOC_H
#define DOC_DOC_H

#include "base/arena.h"
#include "base/date.h"
#include "base/str.h"
#include "base/vec.h"
#include "doc/words.h"

#define NONE UINT32_MAX			/* no token, no mention, no entity, no block */

struct span {
	uint32_t start, end;		/* bytes of doc.text, half open; start == end: not in the text */
};

/* ---- ingest ------------------------------------------------------------- */

struct block {
	enum block_type type;
	struct span span;
};

/* ---- segment, analyse ---------------------------------------------------- */

struct token {				/* a syntactic word of Universal Dependencies v2 */
	struct span span;
	struct str form;		/* as in the text */
	struct str lemma;		/* lower case but for names; particle verbs of Dutch: aan_vallen */
	struct str feats;		/* "Tense=Past|VerbForm=Fin" or "_" */
	uint64_t bits;			/* the same as FEAT_… bits */
	uint32_t head;			/* index of the governing token in doc.tokens; NONE exactly where deprel is DEP_ROOT */
	uint32_t child, next;		/* first dependent; next dependent of the same head; in text order; NONE */
	uint32_t sentence;
	uint8_t upos;			/* enum upos */
	uint8_t deprel;			/* enum deprel, with the subtypes that matter here */
	uint8_t ne;			/* enum ne: BIO tag */
	uint8_t cased;			/* 1 initial capital, 2 all capitals (two letters or more), 0 else */
};

struct sentence {
	struct span span;
	uint32_t first, end;		/* tokens [first, end) */
	uint32_t root;			/* NONE before analysis */
	uint32_t block;
};

/* ---- link ------------------------------------------------------------------ */

struct place {
	struct str id;			/* "geonames:1218197", or empty */
	struct str name;
	char country[4];		/* ISO 3166-1 alpha-3, or "" */
	double lat, lon;		/* degrees; meaningless unless located */
	bool located;
	enum precision_place precision;
};

struct entity {				/* one of this document; several mentions may mean it */
	struct str id;			/* "Q7747" where sure, else a minted "x-…" */
	struct str name;		/* English name where known, else the fullest form in the text */
	enum kind kind;
	char country[4];		/* ISO 3166-1 alpha-3 (or XKX), or "" */
	char sector[4];			/* GOV MIL LEG …, or "" */
	struct str office;		/* "president", or empty */
	uint8_t female;			/* 0 unknown, 1 no, 2 yes: for pronouns */
	bool plural;
	bool known;			/* one of the who's who */
	float probability;		/* that id is right */
	struct place place;		/* for places and countries: where on the map; place.country "" if nowhere */
};

struct rival {				/* whom a name may mean */
	struct str id, name;
	char country[4];
	enum kind kind;
	float probability;
	uint32_t why;			/* bits 1 << enum link_reason */
};

struct mention {			/* a noun phrase, adjective or pronoun that means entities */
	uint32_t first, last;		/* tokens, both inclusive: the phrase as it is quoted */
	uint32_t head;			/* its head token */
	struct span span;
	enum mention_how how;
	uint32_t *entities;		/* [n_entities] into doc.entities; several for "de twee leiders" */
	uint32_t n_entities;		/* 0: a political actor that could not be resolved */
	struct rival *rivals;		/* [n_rivals] of a name that the world knows: whom it may mean, the chosen first */
	uint32_t n_rivals;
};

struct quote {				/* direct speech, without its marks */
	uint32_t first, last;		/* tokens */
	uint32_t speaker;		/* token that heads who speaks, or NONE */
};

struct title {				/* "president Poetin", "voormalig minister van Handel": office read from a description */
	uint32_t person;		/* mention */
	uint32_t first, last;		/* tokens of the description */
	struct str office;		/* usual English term */
	char country[4];
	struct str organisation;	/* or empty */
	uint32_t organisation_entity;	/* or NONE */
	uint32_t place_entity;		/* the town or region whose office it is, or NONE */
	bool former;			/* "oud-", "former", "tot voor kort" */
	bool future;			/* "aanstaand", "designate", "elect" */
	bool leader;			/* of an organisation, party or group: relation leads, not holds_office */
	bool member;			/* of a party or group: relation member_of */
};

struct when {				/* RECORD.md §3.3 */
	day start, end;			/* inclusive; DAY_NONE: open or unknown */
	enum precision_time precision;
	enum basis basis;
	bool since, until;		/* "sinds 1 januari": from start until now; "tot …" */
	struct span span;
};

struct timex {				/* a temporal expression, TIMEX3 */
	uint32_t first, last;		/* tokens, inclusive */
	enum timex_type type;
	struct str value;		/* TIMEX3 value: "2024-10-11", "P2Y", "2024-W41", "PRESENT_REF" */
	struct when when;		/* resolved; precision PRECISION_UNKNOWN when it cannot be */
};

/* ---- code -------------------------------------------------------------------- */

struct participant {
	uint32_t mention;		/* or NONE: supplied from the context, text null, or unlinked */
	uint32_t entity;		/* or NONE: unknown */
	uint32_t head;			/* head token, or NONE */
	struct span span;		/* what the sentence says; empty: null */
};

struct claim {
	struct participant by;
	enum stance stance;
	bool quote;			/* direct speech keeps the words */
	struct span cue;
};

struct count {				/* casualties */
	bool given;
	uint32_t min, max;		/* max UINT32_MAX: or more */
	struct span span;
};

struct evidence {
	struct span span;
	uint32_t sentence;
};

struct event {
	enum event_type type;
	struct str own_type;		/* of a user's frames: written instead of type; or empty */
	struct str mode;		/* or empty */
	struct str contexts;		/* comma-separated, or empty */
	struct str cameo;		/* or empty */
	int8_t quad;			/* 1..4, 0 none */
	float goldstein;
	uint32_t trigger;		/* token */
	struct span trigger_span;
	VEC(struct participant) actors, recipients;
	bool symmetric;
	struct participant where;	/* entity has .place; entity NONE: unknown */
	struct when when;
	enum status status;
	VEC(struct claim) claims;
	VEC(struct span) goods;
	struct span topic, cause, instrument, agreement;
	struct count dead, injured, arrested;
	struct count ordinal;		/* which of its kind it is said to be: "his ninth visit"; min == max */
	VEC(struct evidence) reports;	/* further sentences which tell the same */
	struct evidence evidence;
	bool traits[EVENT_TRAIT_COUNT];	/* what the confidence rests on */
	float confidence;		/* that type, actors, recipients and status are all right */
	uint32_t frame;			/* index into the frames in use, for explain */
};

struct trial {				/* a frame that was tried; told for explanations only */
	uint32_t token;			/* the trigger */
	uint32_t frame;
	bool chosen;
	struct str lacks;		/* what it asks for and did not find; empty: it fits */
};

struct state {
	enum relation relation;
	struct participant subject, object;
	struct str office;		/* holds_office: usual English name */
	char office_country[4];
	struct participant organisation;
	struct when from, to;		/* basis BASIS_UNKNOWN and start DAY_NONE: null */
	enum standing standing;
	VEC(struct span) goods;
	struct span measure;
	struct participant predecessor, successor;
	VEC(struct claim) claims;
	struct evidence evidence;
	float confidence;
	uint32_t trigger;		/* token */
};

/* ---- the document -------------------------------------------------------------- */

struct doc {
	struct arena *a;		/* everything below lives here */

	struct str id;			/* given by the source, else minted from the content */
	struct str url, source, title, lang;	/* lang ISO 639-1; "" until found */
	struct str published;		/* ISO 8601 as given, or empty */
	struct str retrieved;
	day date;			/* document time: of published, else of --date, else DAY_NONE */
	struct str text;		/* UTF-8; all spans count in it */
	struct str origin;		/* file name, or file:line, for messages */

	VEC(struct block) blocks;
	VEC(struct sentence) sentences;
	VEC(struct token) tokens;

	VEC(struct entity) entities;
	VEC(struct mention) mentions;
	uint32_t *mention_of;		/* [tokens.n] mention headed by the token, or NONE */
	char theme[4];			/* the country that the document is about, or "" */
	char scene[4];			/* the country where it mostly plays, or "": less sure than the theme */
	VEC(struct title) titles;
	VEC(struct quote) quotes;
	uint32_t *quote_of;		/* [tokens.n] quote in which the token stands, or NONE */
	uint32_t *spoken_by;		/* [sentences.n] token that stands for who says the sentence in a transcript, or NONE; NULL before linking */
	VEC(struct timex) times;

	VEC(struct event) events;
	VEC(struct state) states;
	bool explains;			/* set before coding: fill trials */
	VEC(struct trial) trials;

	uint32_t *points;		/* code points before every 256th byte; made by doc_point */
};

/* Empties d for a new document in a. */
void doc_init(struct doc *d, struct arena *a);

/* Number of code points before byte `at` of the text.  Amortised O(1). */
uint32_t doc_point(struct doc *d, uint32_t at);

static inline struct str doc_slice(const struct doc *d, struct span s)
{
	return str_sub(d->text, s.start, s.end);
}

/* Fills child/next of all tokens and the sentences' roots from the heads. */
void doc_link_tree(struct doc *d);

/* Is token t inside the subtree headed by top (top itself included)? */
bool doc_under(const struct doc *d, uint32_t t, uint32_t top);

/* First dependent of t with that relation, or NONE. */
uint32_t doc_child(const struct doc *d, uint32_t t, enum deprel rel);

/* The text from the first to the last token, both inclusive. */
struct span doc_span(const struct doc *d, uint32_t first, uint32_t last);

/* FEAT_… bits of a UD feature string. */
uint64_t feats_bits(struct str feats);

#endif
