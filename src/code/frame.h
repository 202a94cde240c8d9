/* frame.h - the compiled frame lexicon of one language: frames, lemma classes, cues.
 *
 * The file (made by coulisse-frames from lang/XX, see doc/frames.md) is a header and a
 * row of arrays, little endian, used in place:
 *
 *	header | strings | frames | slots | alternatives | conditions | fixed parts | words |
 *	keys | key→frame | classes | class members | cues
 *
 * Every index is checked once when the file is opened; afterwards it is trusted.
 */
#ifndef CODE_FRAME_H
#define CODE_FRAME_H

#include "base/error.h"
#include "base/map.h"
#include "doc/doc.h"

#define FRAMES_MAGIC	"COUFRAM\n"
#define FRAMES_VERSION	9u

#define ROLES(X)									\
	X(ACTOR, "actor") X(RECIPIENT, "recipient") X(TOPIC, "topic") X(GOODS, "goods")	\
	X(CAUSE, "cause") X(INSTRUMENT, "instrument") X(AGREEMENT, "agreement")		\
	X(PLACE, "place") X(SUBJECT, "subject") X(OBJECT, "object") X(OFFICE, "office")	\
	X(ORGANISATION, "organisation") X(DEAD, "dead") X(INJURED, "injured") X(ARRESTED, "arrested") X(REPLACED, "replaced")

#define POSITIONS(X)									\
	X(PREP, "") X(SUBJ, "subj") X(OBJ, "obj") X(IOBJ, "iobj") X(COMP, "comp")	\
	X(GEN, "gen") X(POSS, "poss") X(ADJ, "adj") X(COMPOUND, "compound")		\
	X(SUBJ_OF, "subj-of") X(OBJ_OF, "obj-of")

#define CONDITIONS(X)									\
	X(LEMMA, "=") X(CLASS, "@") X(ACTOR, "actor") X(PERSON, "person")		\
	X(COUNTRY, "country") X(ORGANISATION, "organisation") X(ORG, "org")		\
	X(GROUP, "group") X(PLACE, "place") X(PEOPLE, "people") X(COMPANY, "company")	\
	X(STATE, "state") X(THING, "thing") X(NUMBER, "number") X(MONEY, "money")		\
	X(UNION, "union") X(PRESS, "press") X(PARTY, "party")

#define FRAME_KINDS(X) X(VERB, "verb") X(NOUN, "noun") X(ADJ, "adj")

#define PHASES(X) X(HOLD, "hold") X(BEGIN, "begin") X(END, "end")

/* Cue categories (doc/frames.md).  Order is free; the bit is 1 << index. */
#define CUES(X)										\
	X(NEGATOR, "negator") X(AUX_PLANNED, "aux-planned") X(AUX_POSSIBLE, "aux-possible")		\
	X(AUX_HYPOTHETICAL, "aux-hypothetical") X(ADV_PLANNED, "adv-planned")				\
	X(ADV_EXPECTED, "adv-expected") X(ADV_POSSIBLE, "adv-possible") X(ADV_ONGOING, "adv-ongoing")	\
	X(HEAD_PLANNED, "head-planned") X(HEAD_HYPOTHETICAL, "head-hypothetical")			\
	X(HEAD_EXPECTED, "head-expected") X(HEAD_POSSIBLE, "head-possible")				\
	X(HEAD_NEGATED, "head-negated") X(HEAD_HAPPENED, "head-happened") X(HEAD_ONGOING, "head-ongoing")	\
	X(MARK_CONDITION, "mark-condition") X(MARK_PURPOSE, "mark-purpose") X(MARK_QUESTION, "mark-question")	\
	X(NOUN_PLANNED, "noun-planned") X(NOUN_POSSIBLE, "noun-possible")				\
	X(NOUN_HYPOTHETICAL, "noun-hypothetical") X(NOUN_NEGATED, "noun-negated")			\
	X(NOUN_EXPECTED, "noun-expected") X(ADJ_PLANNED, "adj-planned") X(ADJ_EXPECTED, "adj-expected")	\
	X(ADJ_POSSIBLE, "adj-possible") X(ADJ_HYPOTHETICAL, "adj-hypothetical")				\
	X(ADJ_NEGATED, "adj-negated") X(ADJ_PAST, "adj-past") X(SAY, "say") X(SAY_DENIES, "say-denies")	\
	X(SAY_DOUBTS, "say-doubts") X(MARK_MANNER, "mark-manner") X(OWN_ACCOUNT, "own-account") X(SAY_CONFIRMS, "say-confirms") X(CALL_FALSE, "call-false")		\
	X(CALL_VERB, "call-verb") X(ACCORDING, "according") X(REPORT_NOUN, "report-noun")		\
	X(PASSIVE_AGENT, "passive-agent") X(GENITIVE, "genitive") X(LOCATIVE, "locative") X(SAME, "same") X(PARTLY, "partly") 	\
	X(MARK_CONTENT, "mark-content") X(WISH, "wish") X(PASSIVE_PRESENT, "passive-present") X(WITHIN, "within")	\
	X(MARK_OBJECT, "mark-object") X(OBJECT_CONTROL, "object-control") X(PREP_ONGOING, "prep-ongoing") X(ABSOLUTE, "absolute")	\
	X(HEAD_VOTE, "head-vote") X(APPLY, "apply") X(INVITE, "invite") X(FORMER, "former")		\
	X(IMPERSONAL, "impersonal") X(PASSIVE_PERFECT, "passive-perfect") X(PREP_AIM, "prep-aim") X(PREP_FAVOUR, "prep-favour")	\
	X(ANAPHOR, "anaphor") X(MARK_TIME, "mark-time") X(CONTACT, "contact") X(INCLUDING, "including")

#define ROLE_(n, w)	ROLE_##n,
#define POS_(n, w)	POS_##n,
#define COND_(n, w)	COND_##n,
#define FRAME_(n, w)	FRAME_##n,
#define PHASE_(n, w)	PHASE_##n,
#define CUE_INDEX_(n, w) CUE_INDEX_##n,
enum role { ROLES(ROLE_) ROLE_COUNT };
enum position { POSITIONS(POS_) };
enum condition { CONDITIONS(COND_) COND_COUNT };
enum frame_kind { FRAME_KINDS(FRAME_) };
enum phase { PHASES(PHASE_) };
enum cue_index { CUES(CUE_INDEX_) CUE_COUNT };
_Static_assert(CUE_COUNT <= 64, "the cues of a word are the bits of one integer");
#undef CUE_INDEX_
#define CUE_(n, w)	static const uint64_t CUE_##n __attribute__((unused)) = 1ull << CUE_INDEX_##n;
CUES(CUE_)
#undef CUE_

#define NO_STATUS	0xFFu

struct ref {			/* piece of the string pool */
	uint32_t at, n;
};

struct range {			/* [first, first + n) of another array */
	uint32_t first, n;
};

struct condition_row {
	uint32_t kind;		/* enum condition */
	uint32_t negated;
	struct ref lemma;	/* COND_LEMMA */
	uint32_t class_id;	/* COND_CLASS */
};

struct alternative {
	uint32_t position;	/* enum position */
	struct ref prep;	/* POS_PREP: "tegen", "because of" */
	struct range conditions;
};

struct slot {
	uint32_t role;		/* enum role */
	uint32_t required;
	struct range alternatives;
};

struct word_row {		/* a lemma, or a class when class_id != NONE */
	struct ref lemma;
	uint32_t class_id;
};

struct fixed_part {
	uint32_t position;
	struct ref prep;
	struct range words;
};

struct frame {
	struct ref file;
	uint32_t line;
	uint8_t kind;		/* enum frame_kind */
	uint8_t is_state;
	uint8_t type;		/* enum event_type, or enum relation */
	uint8_t symmetric;
	uint8_t weak;
	uint8_t status;		/* enum status, or NO_STATUS */
	uint8_t stance;		/* enum stance */
	uint8_t phase;		/* enum phase */
	uint8_t standing;	/* enum standing */
	uint8_t suffix_only;	/* "-leverantie" */
	uint8_t user;		/* from a user's folder: wins over the language's own */
	uint8_t silent;		/* "= none": where it fits best, nothing is coded */
	uint8_t parted;		/* written in parts: "set_up", "aan_vallen" */
	struct ref own;		/* name of a user's own type, which behaves like `type`; n 0: none */
	struct ref lemma, mode, cameo, contexts;
	struct range slots, fixed;
};

struct key_row {		/* lemma without '_' → frames */
	struct ref key;
	struct range frames;	/* of the key→frame array */
};

struct member_row {
	struct ref lemma;
	uint32_t class_id;
};

struct cue_row {
	struct ref words;	/* separated by one space */
	uint32_t category;
	uint32_t form;		/* the surface form, not the lemma */
};

enum frames_section {
	SEC_STRINGS, SEC_FRAMES, SEC_SLOTS, SEC_ALTERNATIVES, SEC_CONDITIONS, SEC_FIXED, SEC_WORDS,
	SEC_KEYS, SEC_KEY_FRAMES, SEC_CLASSES, SEC_MEMBERS, SEC_CUES, SEC_COUNT
};

struct frames_header {
	char magic[8];
	uint32_t version, sections;
	uint64_t checksum;	/* str_hash of everything behind the header */
	uint64_t size;		/* of the file */
	struct {
		uint32_t offset, count;
	} section[SEC_COUNT];
};

struct frames {
	struct arena a;		/* maps */
	struct str file;	/* the mapping, or the bytes of frames_from */
	bool mapped;
	const char *strings;
	const struct frame *frames;
	const struct slot *slots;
	const struct alternative *alternatives;
	const struct condition_row *conditions;
	const struct fixed_part *fixed;
	const struct word_row *words;
	const struct key_row *keys;
	const uint32_t *key_frames;
	const struct ref *classes;
	const struct member_row *members;
	const struct cue_row *cues;
	uint32_t n[SEC_COUNT];
	struct map key_map;	/* key → index of keys */
	struct map suffix_map;	/* the same, for keys with a frame that is suffix_only */
	struct map member_map;	/* lemma → index of the first member row; rows of one lemma stand together */
	struct map cue_lemmas, cue_forms;	/* word → index into cue_bits */
	VEC(uint64_t) cue_bits;
	struct map cue_first;	/* first word of a cue of several → index of cue_lists */
	VEC(struct cue_list { VEC(uint32_t) rows; }) cue_lists;
	uint32_t support, receive, happen, person, quantity, lasting, momentary, future, norm, own_up, accuse, evidence, shows, source, sees, witness, cause, instance, regret, mishap, onset, impact, weaponry, harm, up_to, whence, toward, platform, conjunction, until, refuse, then, meant, fruitless, participle, involvement, facility, plans, situation, anybody, either, forward, gather, district, craft, about;	/* class ids, or NONE */
};

int frames_open(struct frames **out, const char *path, struct error *e);

/* The same from bytes that outlive it; name is for messages. */
int frames_from(struct frames **out, struct str bytes, const char *name, struct error *e);
void frames_close(struct frames *f);

static inline struct str frames_str(const struct frames *f, struct ref r)
{
	return (struct str){ f->strings + r.at, r.n };
}

/* Frames of a key (lemma without '_'), as a range of key_frames; n 0 when there is none. */
struct range frames_of(const struct frames *f, struct str key);

/* Frames of the longest suffix of key, at least 4 bytes and 2 bytes shorter than key; the prefix length in *cut. */
struct range frames_of_suffix(const struct frames *f, struct str key, size_t *cut);

bool frames_in_class(const struct frames *f, struct str key, uint32_t class_id);

/* Bits of cue categories which the single word has (key without '_'). */
uint64_t frames_cue_lemma(const struct frames *f, struct str key);
uint64_t frames_cue_form(const struct frames *f, struct str form);

#endif
