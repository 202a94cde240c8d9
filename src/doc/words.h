/* words.h - the closed word lists of the standards, each once.
 *
 * One list gives the enum, the word in output and files, and the reader of that word.
 * LIST(NAME, "word") …  →  enum, const char *x_word(enum x), int x_find(struct str).
 */
#ifndef DOC_WORDS_H
#define DOC_WORDS_H

#include "base/str.h"

/* RECORD.md §5 */
#define BLOCK_TYPES(X)								\
	X(TITLE, "title") X(DATELINE, "dateline") X(BYLINE, "byline") X(TIME, "time") X(LEAD, "lead")		\
	X(PARAGRAPH, "paragraph") X(SUBHEADING, "subheading") X(QUOTE, "quote") X(CAPTION, "caption")		\
	X(CREDIT, "credit") X(LIST, "list") X(RELATED, "related") X(BOILERPLATE, "boilerplate")		\
	X(SPEAKER, "speaker")

/* Universal Dependencies v2 */
#define UPOS_TAGS(U)								\
	U(X, "X") U(ADJ, "ADJ") U(ADP, "ADP") U(ADV, "ADV") U(AUX, "AUX") U(CCONJ, "CCONJ") U(DET, "DET")	\
	U(INTJ, "INTJ") U(NOUN, "NOUN") U(NUM, "NUM") U(PART, "PART") U(PRON, "PRON") U(PROPN, "PROPN")		\
	U(PUNCT, "PUNCT") U(SCONJ, "SCONJ") U(SYM, "SYM") U(VERB, "VERB")

#define DEPRELS(X)								\
	X(DEP, "dep") X(ACL, "acl") X(ACL_RELCL, "acl:relcl") X(ADVCL, "advcl") X(ADVCL_RELCL, "advcl:relcl")	\
	X(ADVMOD, "advmod") X(ADVMOD_EMPH, "advmod:emph") X(AMOD, "amod") X(APPOS, "appos") X(AUX, "aux")	\
	X(AUX_PASS, "aux:pass") X(CASE, "case") X(CC, "cc") X(CC_PRECONJ, "cc:preconj") X(CCOMP, "ccomp")	\
	X(COMPOUND, "compound") X(COMPOUND_PRT, "compound:prt") X(CONJ, "conj") X(COP, "cop") X(CSUBJ, "csubj")	\
	X(CSUBJ_PASS, "csubj:pass") X(CSUBJ_OUTER, "csubj:outer") X(DET, "det") X(DET_PREDET, "det:predet")	\
	X(DISCOURSE, "discourse") X(DISLOCATED, "dislocated") X(EXPL, "expl") X(EXPL_PV, "expl:pv")		\
	X(FIXED, "fixed") X(FLAT, "flat") X(FLAT_FOREIGN, "flat:foreign") X(FLAT_NAME, "flat:name")		\
	X(GOESWITH, "goeswith") X(IOBJ, "iobj") X(LIST, "list") X(MARK, "mark") X(NMOD, "nmod")			\
	X(NMOD_DESC, "nmod:desc") X(NMOD_NPMOD, "nmod:npmod") X(NMOD_POSS, "nmod:poss") X(NMOD_TMOD, "nmod:tmod")	\
	X(NMOD_UNMARKED, "nmod:unmarked") X(NSUBJ, "nsubj") X(NSUBJ_OUTER, "nsubj:outer") X(NSUBJ_PASS, "nsubj:pass")	\
	X(NUMMOD, "nummod") X(OBJ, "obj") X(OBL, "obl") X(OBL_AGENT, "obl:agent") X(OBL_ARG, "obl:arg")		\
	X(OBL_NPMOD, "obl:npmod") X(OBL_TMOD, "obl:tmod") X(OBL_UNMARKED, "obl:unmarked") X(ORPHAN, "orphan")	\
	X(PARATAXIS, "parataxis") X(PUNCT, "punct") X(REPARANDUM, "reparandum") X(ROOT, "root")			\
	X(VOCATIVE, "vocative") X(XCOMP, "xcomp")

#define NE_TAGS(X)								\
	X(O, "O") X(B_PER, "B-PER") X(I_PER, "I-PER") X(B_LOC, "B-LOC") X(I_LOC, "I-LOC")			\
	X(B_ORG, "B-ORG") X(I_ORG, "I-ORG") X(B_MISC, "B-MISC") X(I_MISC, "I-MISC")

/* RECORD.md §3.2, §4 */
#define KINDS(X)								\
	X(UNKNOWN, "unknown") X(PERSON, "person") X(COUNTRY, "country") X(GOVERNMENT, "government")		\
	X(ORGANISATION, "organisation") X(ARMED_GROUP, "armed-group") X(PARTY, "party") X(COMPANY, "company")	\
	X(PEOPLE, "people") X(PLACE, "place") X(AGREEMENT, "agreement")

#define MENTION_HOWS(X)								\
	X(NAME, "name") X(ADJECTIVE, "adjective") X(DESCRIPTION, "description") X(PRONOUN, "pronoun")		\
	X(CAPITAL, "capital") X(COMPOUND, "compound")

/* Why a name means whom it means: bits of rival.why. */
#define LINK_REASONS(X)								\
	X(NAME, "name") X(FAMILY, "family name") X(ADJECTIVE, "adjective") X(INHABITANT, "inhabitant")		\
	X(SEAT, "seat of government") X(ACTS, "acts") X(TAG, "tagged so") X(OTHER_TAG, "tagged otherwise")	\
	X(DOCUMENT, "in the document") X(OFFICE, "title fits") X(OTHER_OFFICE, "title does not fit")		\
	X(IN_OFFICE, "in office then") X(NOT_YET, "not yet in office") X(LONG_AGO, "long out of office")		\
	X(COUNTRY, "country beside it") X(OTHER_COUNTRY, "another country beside it")				\
	X(NEAR, "country of the document") X(SPELLING, "another spelling")

#define PLACE_PRECISIONS(X) X(UNKNOWN, "unknown") X(CITY, "city") X(REGION, "region") X(COUNTRY, "country")

#define TIME_PRECISIONS(X)							\
	X(UNKNOWN, "unknown") X(DAY, "day") X(WEEK, "week") X(MONTH, "month") X(SEASON, "season")		\
	X(YEAR, "year") X(DECADE, "decade")

#define BASES(X) X(UNKNOWN, "unknown") X(STATED, "stated") X(RELATIVE, "relative") X(PUBLISHED, "published")

#define TIMEX_TYPES(X) X(DATE, "DATE") X(TIME, "TIME") X(DURATION, "DURATION") X(SET, "SET")

#define EVENT_TYPES(X)								\
	X(AGREE, "AGREE") X(CONSULT, "CONSULT") X(SUPPORT, "SUPPORT") X(CONCEDE, "CONCEDE")			\
	X(COOPERATE, "COOPERATE") X(AID, "AID") X(RETREAT, "RETREAT") X(REQUEST, "REQUEST")			\
	X(ACCUSE, "ACCUSE") X(REJECT, "REJECT") X(THREATEN, "THREATEN") X(PROTEST, "PROTEST")			\
	X(SANCTION, "SANCTION") X(MOBILIZE, "MOBILIZE") X(COERCE, "COERCE") X(ASSAULT, "ASSAULT")		\
	X(SAY, "SAY") X(TRANSFER, "TRANSFER") X(JOIN, "JOIN") X(LEAVE, "LEAVE") X(ELECT, "ELECT")		\
	X(APPOINT, "APPOINT") X(STEP_DOWN, "STEP_DOWN") X(DIE, "DIE")

#define STATUSES(X)								\
	X(HAPPENED, "happened") X(ONGOING, "ongoing") X(PLANNED, "planned") X(EXPECTED, "expected")		\
	X(POSSIBLE, "possible") X(HYPOTHETICAL, "hypothetical") X(NEGATED, "negated")

/* What is known of an event's match; the model of confidence weighs it.  HAPPENED to NEGATED in the order of STATUSES. */
#define EVENT_TRAITS(X)								\
	X(VERB, "verb") X(NOUN, "noun") X(BARE_NOUN, "bare-noun") X(FIXED, "fixed") X(WEAK, "weak") X(COMPOUND, "compound")	\
	X(AMBIGUOUS, "ambiguous") X(STATEMENT, "statement") X(SYMMETRIC, "symmetric") X(ALONE, "alone") X(MODE, "mode")		\
	X(ACTOR_NONE, "actor-none") X(ACTOR_UNKNOWN, "actor-unknown") X(ACTOR_MANY, "actor-many")				\
	X(ACTOR_SUPPLIED, "actor-supplied") X(ACTOR_DESCRIPTION, "actor-description") X(ACTOR_PRONOUN, "actor-pronoun")		\
	X(ACTOR_COUNTRY, "actor-country") X(ACTOR_PEOPLE, "actor-people") X(ACTOR_PERSON, "actor-person") X(ACTOR_PLACE, "actor-place")	\
	X(RECIPIENT_NONE, "recipient-none") X(RECIPIENT_UNKNOWN, "recipient-unknown") X(RECIPIENT_MANY, "recipient-many")	\
	X(RECIPIENT_SUPPLIED, "recipient-supplied") X(RECIPIENT_DESCRIPTION, "recipient-description")				\
	X(RECIPIENT_PRONOUN, "recipient-pronoun") X(RECIPIENT_COUNTRY, "recipient-country")					\
	X(RECIPIENT_PEOPLE, "recipient-people") X(RECIPIENT_PERSON, "recipient-person") X(RECIPIENT_PLACE, "recipient-place")	\
	X(HAPPENED, "happened") X(ONGOING, "ongoing") X(PLANNED, "planned") X(EXPECTED, "expected") X(POSSIBLE, "possible")	\
	X(HYPOTHETICAL, "hypothetical") X(NEGATED, "negated") X(CLAIMED, "claimed") X(QUOTED, "quoted") X(TITLE, "title")	\
	X(LEAD, "lead") X(DATED, "dated") X(PLACED, "placed") X(LONG, "long") X(VERY_LONG, "very-long") X(ROOT, "root")		\
	X(DEEP, "deep") X(REPORTED, "reported") X(CROWDED, "crowded")								\
	X(ACTOR_BODY, "actor-body") X(ACTOR_NOWHERE, "actor-nowhere") X(ACTOR_MINTED, "actor-minted") X(ACTOR_FAR, "actor-far")	\
	X(ACTOR_WIDE, "actor-wide") X(ACTOR_BELOW, "actor-below") X(ACTOR_ASIDE, "actor-aside") X(ACTOR_CIVIL, "actor-civil")	\
	X(RECIPIENT_BODY, "recipient-body") X(RECIPIENT_NOWHERE, "recipient-nowhere") X(RECIPIENT_MINTED, "recipient-minted")	\
	X(RECIPIENT_FAR, "recipient-far") X(RECIPIENT_WIDE, "recipient-wide") X(RECIPIENT_BELOW, "recipient-below")		\
	X(RECIPIENT_ASIDE, "recipient-aside") X(RECIPIENT_CIVIL, "recipient-civil")						\
	X(LEFT_BELOW, "left-below") X(LEFT_DEEP, "left-deep") X(LEFT_ASIDE, "left-aside") X(LEFT_MANY, "left-many")		\
	X(PASSIVE, "passive") X(CLAUSE, "clause") X(COORDINATED, "coordinated") X(INFINITIVE, "infinitive")			\
	X(PLAIN, "plain") X(ABROAD, "abroad") X(ALONE_DOCUMENT, "alone-document") X(TWIN, "twin")

#define STANCES(X) X(ASSERTS, "asserts") X(DENIES, "denies") X(DOUBTS, "doubts") X(CONFIRMS, "confirms")

#define RELATIONS(X)								\
	X(MEMBER_OF, "member_of") X(HOLDS_OFFICE, "holds_office") X(CHAIRS, "chairs") X(PARTY_TO, "party_to")	\
	X(SUPPLIES, "supplies") X(SANCTIONS, "sanctions") X(AT_WAR_WITH, "at_war_with")				\
	X(ALLIED_WITH, "allied_with") X(RECOGNISES, "recognises") X(OCCUPIES, "occupies")			\
	X(HAS_RELATIONS_WITH, "has_relations_with") X(LEADS, "leads") X(LOCATED_IN, "located_in")

#define STANDINGS(X)								\
	X(IN_FORCE, "in_force") X(ANNOUNCED, "announced") X(APPLIED, "applied") X(INVITED, "invited")		\
	X(UNCONFIRMED, "unconfirmed") X(DISPUTED, "disputed") X(SUSPENDED, "suspended") X(ENDED, "ended")	\
	X(DENIED, "denied")

#define WORDS_ENUM_(list, name, prefix)						\
	enum name { list(prefix) };						\
	const char *name##_word(enum name value);				\
	int name##_find(struct str word);	/* the value, or -1 */

#define BLOCK_(n, w)	BLOCK_##n,
#define UPOS_(n, w)	UPOS_##n,
#define DEP_(n, w)	DEP_##n,
#define NE_(n, w)	NE_##n,
#define KIND_(n, w)	KIND_##n,
#define MENTION_(n, w)	MENTION_##n,
#define WHY_(n, w)	WHY_##n,
#define PLACE_(n, w)	PLACE_##n,
#define PRECISION_(n, w) PRECISION_##n,
#define BASIS_(n, w)	BASIS_##n,
#define TIMEX_(n, w)	TIMEX_##n,
#define EVENT_(n, w)	EVENT_##n,
#define STATUS_(n, w)	STATUS_##n,
#define TRAIT_(n, w)	TRAIT_##n,
#define STANCE_(n, w)	STANCE_##n,
#define RELATION_(n, w)	RELATION_##n,
#define STANDING_(n, w)	STANDING_##n,

WORDS_ENUM_(BLOCK_TYPES, block_type, BLOCK_)
WORDS_ENUM_(UPOS_TAGS, upos, UPOS_)
WORDS_ENUM_(DEPRELS, deprel, DEP_)
WORDS_ENUM_(NE_TAGS, ne, NE_)
WORDS_ENUM_(KINDS, kind, KIND_)
WORDS_ENUM_(MENTION_HOWS, mention_how, MENTION_)
WORDS_ENUM_(LINK_REASONS, link_reason, WHY_)
WORDS_ENUM_(PLACE_PRECISIONS, precision_place, PLACE_)
WORDS_ENUM_(TIME_PRECISIONS, precision_time, PRECISION_)
WORDS_ENUM_(BASES, basis, BASIS_)
WORDS_ENUM_(TIMEX_TYPES, timex_type, TIMEX_)
WORDS_ENUM_(EVENT_TYPES, event_type, EVENT_)
WORDS_ENUM_(STATUSES, status, STATUS_)
WORDS_ENUM_(EVENT_TRAITS, event_trait, TRAIT_)
enum { EVENT_TRAIT_COUNT = TRAIT_TWIN + 1 };
WORDS_ENUM_(STANCES, stance, STANCE_)
WORDS_ENUM_(RELATIONS, relation, RELATION_)
WORDS_ENUM_(STANDINGS, standing, STANDING_)

/* Morphological features that the program looks at, as bits of token.bits. */
#define FEATS(X)								\
	X(PAST, "Tense=Past") X(PRES, "Tense=Pres") X(FIN, "VerbForm=Fin") X(INF, "VerbForm=Inf")		\
	X(PART, "VerbForm=Part") X(GER, "VerbForm=Ger") X(IMP, "Mood=Imp") X(IND, "Mood=Ind")			\
	X(PASSIVE, "Voice=Pass") X(SING, "Number=Sing") X(PLUR, "Number=Plur") X(P1, "Person=1")		\
	X(P2, "Person=2") X(P3, "Person=3") X(FEM, "Gender=Fem") X(MASC, "Gender=Masc") X(NEUT, "Gender=Neut")	\
	X(COM, "Gender=Com") X(POSS, "Poss=Yes") X(REFLEX, "Reflex=Yes") X(DEF, "Definite=Def")			\
	X(INDEF, "Definite=Ind") X(NEG, "Polarity=Neg") X(REL, "PronType=Rel") X(PRS, "PronType=Prs")		\
	X(DEM, "PronType=Dem") X(INTER, "PronType=Int") X(NOM, "Case=Nom") X(ACC, "Case=Acc") X(CARD, "NumType=Card")

#define FEAT_INDEX_(n, w) FEAT_INDEX_##n,
enum feat_index { FEATS(FEAT_INDEX_) FEAT_COUNT };
#undef FEAT_INDEX_
#define FEAT_(n, w) static const uint64_t FEAT_##n __attribute__((unused)) = 1ull << FEAT_INDEX_##n;
FEATS(FEAT_)
#undef FEAT_

#endif
