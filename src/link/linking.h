/* linking.h - the linker's working state for one document; shared by its files, seen by nobody else. */
#ifndef LINK_LINKING_H
#define LINK_LINKING_H

#include "base/map.h"
#include "link/link.h"
#include "link/who.h"

/* What a noun of agents.txt means. */
struct agent {
	enum kind kind;
	char sector[4];
	struct str office;		/* usual English term, or empty */
	bool plural;			/* also names a group in the singular (army, police) */
	bool leader;			/* of an organisation, party or group */
	bool weak;			/* an actor only with a country or organisation beside it */
	bool state;			/* stands for its country itself: government, state, country */
	bool proper;			/* an actor only with a capital inside a sentence: "the House" */
	bool alone;			/* an actor only where nothing says of what: "thousands protest" */
	bool hired;			/* "the lawyer of Nokia": not of his client's country */
	bool member;			/* belongs to the party or group beside it: relation member_of */
	bool topic;			/* "Iran expert": the country before it is what he knows about */
	bool none;			/* no actor, though its last word or part is one: "birthday party" */
};

/* Small closed classes of words (pronouns.txt). */
#define WORD_CLASSES(X)									\
	X(PARTICLE, "particle") X(THAT, "that") X(ORGANISATION, "organisation") X(HE, "he") X(SHE, "she") X(IT, "it") X(THEY, "they") X(WE, "we") X(I, "i") X(SUBJECT, "subject") X(RELATIVE, "relative") X(IT_COUNTRY, "it-country") X(DEPUTY_PREFIX, "deputy-prefix")	\
	X(COUNTRY, "country") X(COUNTERPART, "counterpart") X(BOTH, "both") X(TWO, "two") X(VERSUS, "versus") X(FOREIGN, "foreign")		\
	X(SIDES, "sides") X(FORMER, "former") X(FUTURE, "future") X(OF, "of")		\
	X(DEFINITE, "definite") X(SEAT_WITH, "seat-with") X(SEAT_OF, "seat-of") X(STATES, "states") X(SEAT_DEED, "seat-deed") X(IN, "in") X(FORMER_PREFIX, "former-prefix")	\
	X(MEN, "men") X(WOMEN, "women") X(GIVEN_MALE, "given-male") X(GIVEN_FEMALE, "given-female") X(NOT_NAME, "not-name") X(PLACE_ENDING, "place-ending")	\
	X(SPOKESMAN, "spokesman") X(VERB_LAST, "verb-last") X(FOREIGN_ARTICLE, "foreign-article") X(WORKS_AT, "works-at")	\
	X(HEADS_ANYTHING, "heads-anything") X(TAKES_PERSON, "takes-person") X(GIVEN_TITLE, "given-title") X(TAKES_PLACE, "takes-place") X(NOT, "not") X(PARTY_ROLE, "party-role") X(LOCAL_OFFICE, "local-office") X(GLOSS, "gloss") X(WHICH, "which") X(NOBODY, "nobody") X(HONORIFIC, "honorific") X(HONORIFIC_MALE, "honorific-male") X(HONORIFIC_FEMALE, "honorific-female")
#define CLASS_(n, w) WORDS_##n,
enum word_class { WORD_CLASSES(CLASS_) WORD_CLASS_COUNT };
#undef CLASS_

struct linker {
	struct arena a;
	const struct who *who;
	struct str lang;
	VEC(struct agent) agents;
	struct map agent_of;		/* lemma, or words joined by '_' → agents */
	struct map words[WORD_CLASS_COUNT];
};

struct full_name { uint32_t first, last; };	/* tokens */
struct alias {				/* "the National Hurricane Center (NHC)" */
	struct str form;
	uint32_t entity;
};
struct whole { uint32_t first, last, entity; };	/* a body whose name the analyser may cut, "Schild en Vrienden", where it was named first */
struct country_code { char code[4]; };

struct linking {
	const struct linker *l;
	struct doc *d;
	VEC(uint32_t) who;		/* [entities] index in the world, or NONE */
	uint32_t *covered;		/* [tokens] mention that covers the token, or NONE */
	struct str *lower;		/* [tokens] form in lower case */
	VEC(struct full_name) full;	/* names of persons in several words, as the analyser sees them */
	VEC(struct alias) aliases;	/* abbreviations that the document explains */
	VEC(struct whole) whole;
	VEC(struct country_code) countries;	/* that the document names anywhere */
	char theme[4], scene[4];	/* see doc.theme, doc.scene */
	char polity[4];			/* whose "the government" is */
};

static inline struct token *tk(const struct linking *k, uint32_t t)
{
	return &k->d->tokens.at[t];
}

bool in_words(const struct linker *l, enum word_class c, struct str word);

/* "Mr Putin", "de heer Jansen": is token t a word of courtesy? */
bool is_honorific(const struct linking *k, uint32_t t);

/* "Los Amigos, Spanish for friends": is token t the language of a word that is explained? */
bool is_glossed(const struct linking *k, uint32_t t);

/* The document's entity for entity w of the world; made when new. */
uint32_t entity_of_who(struct linking *k, uint32_t w);

/* A new entity that the world does not know. */
uint32_t entity_new(struct linking *k, struct str name, enum kind kind, const char *country, const char *sector);

/* A mention of tokens first..last with that head and one entity (NONE: unresolved); returns its index. */
uint32_t mention_new(struct linking *k, uint32_t first, uint32_t last, uint32_t head, enum mention_how how, uint32_t entity);

/* From now on the mention means those n entities, which are copied. */
void mention_means(struct linking *k, uint32_t mention, const uint32_t *entities, uint32_t n);

/* The agent that noun t names (by lemma, by its compound, by "minister of defence"), or NULL; *last is the last token of a name of several words. */
const struct agent *agent_at(const struct linking *k, uint32_t t, uint32_t *first, uint32_t *last, struct str *prefix);

/* Layers, in order. */
void find_quotes(struct doc *d);
void part_adjacent_names(struct linking *k);

/* "minister Jansen van Financiën": the preposition behind the name that the title t stands before, and *office what title and field name together; else
 * NONE. */
uint32_t field_behind_name(const struct linking *k, uint32_t t, const struct agent **office);

/* Names that the analyser tags too wide: "Tria van Economische Zaken", "EU-president Tusk" (retag.c). */
void retag_names(struct linking *k);
void find_names(struct linking *k);
void find_descriptions(struct linking *k);

/* Hangs titles that nobody knows on the names behind them: "Iranian Grandmaster Ali Karimi". */
void join_strange_titles(struct linking *k);
void relink(struct linking *k);
void find_speeches(struct linking *k);
void resolve_pronouns(struct linking *k);
void title_pronouns(struct linking *k);

#endif
